# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What perturb.py strews over a part of its bundles: calendars, exceptions, a second hierarchy, partitions, breaks, revisions, rules,
and figures that nearly fit together.  Each feature is drawn by itself, so that some bundles hold several."""
import os
from datetime import date, timedelta
from oracle import parse, previous, tiles
from oracle_calendar import SHIPPED, Calendar

ONLY = (os.environ.get("QCDC_STREW") or "versions calendars exceptions hierarchy partition breaks settle typed revisions rules modes").split()
MODES = ("strict", "carry", "non_null", "non_zero", "partial_null", "partial_zero", "always_null", "always_zero")
SIGNS = ("=", "=", "<=", ">=", "<", ">", "!=", "==", "≤", "≥", "≠")
BUILT_IN = ("reported-total", "coarse-against-fine", "parts-against-total", "part-above-total", "fraction-above-one",
            "opening-against-closing", "derived-against-reported", "two-calendars", "group-partition", "revised-base")
MUST = {"calendars.csv": "name kind first_month_offset first_day last_month_offset last_day", "holidays.csv": "date", "exceptions.csv": "unit indicator",
        "revisions.csv": "unit indicator period value revision", "rules.csv": "code rule"}

def strew(b):
    """Adds to the bundle: files (name → rows), head (keys of bundle.ini), columns and options for commands."""
    b.files, b.head, b.hierarchy, b.calendars, b.last_revision = {}, {}, "", [""], 0
    for chance, feature in ((.2, versions), (.35, calendars), (.25, exceptions), (.25, hierarchy), (.5, partition), (.2, breaks), (.75, settle),
                            (.4, typed), (.25, revisions), (.7, rules)):
        if b.maybe(chance) and feature.__name__ in ONLY: feature(b)
    keep(b)
    b.last_revision = max((r["revision"] for r in b.files.get("revisions.csv", [])), default=0)

def number(b, key):  # a figure in the last decimal of its indicator, or None
    row = b.obs.get(key)
    if row is None or row["value"] == "": return None
    whole, _, part = row["value"].partition(".")
    return int(whole + part.ljust(b.places[key[1]], "0"))
def write(b, key, x):
    d, text = b.places[key[1]], str(abs(x))
    text = text.zfill(d + 1)
    b.obs[key]["value"] = "-" * (x < 0) + (text[:-d] + "." + text[-d:] if d else text)
def near(b, x): return x + (b.r.choice((-1, 1, 1, 10)) if b.maybe(.08) else 0)

# ---- Units and days
def versions(b):
    """A leaf is renamed, recoded or moved within the time of the bundle; it has an id."""
    leaves = [u for u in b.units if u["code"] not in b.inner and u["level"] and not u["valid_from"] and not u["valid_to"]]
    if not leaves: return
    u = b.r.choice(leaves)
    day = date(b.a // 12 - b.r.choice((0, 0, 1)), b.r.choice((1, 4, 7, 12)), b.r.choice((1, 1, 15)))
    later = {**u, "valid_from": str(day)}
    u.update(id="id-" + u["code"], valid_to=str(day - timedelta(1)))
    later.update(id=u["id"], **b.r.choice((dict(name=u["name"] + " mới"), dict(code=u["code"] + "b"), dict(groups="|".join(list(b.groups)[:1])),
                                           dict(parent=b.r.choice([v["code"] for v in b.units if v["level"] < u["level"] and not v["valid_from"] and not v["valid_to"]])))))
    b.units.insert(b.units.index(u) + 1, later)
    for key in [k for k in b.obs if k[0] == u["code"]]:
        row = b.obs.pop(key)
        b.obs[u["id"], *key[1:]] = {**row, "unit": u["id"]}

def calendars(b):
    name = b.r.choice(("civil", "decree-09", "decree-09", "inspection-2013", "rieng", "rieng", "decree-09+"))
    if name in ("rieng", "decree-09+"):
        name, rows = name.rstrip("+"), []
        for kind in b.r.sample(("month", "quarter", "half", "to-date", "nine-months", "year"), b.r.choice((2, 4, 6, 6))):
            draw = lambda: dict(zip(("first_month_offset", "first_day", "last_month_offset", "last_day"), b.r.choice(
                ((-1, 15, 0, 14), (-1, 26, 0, 25), (0, 1, 0, 31), (-1, 31, 0, 30), (0, 1, 0, 29), (-1, 21, 0, 20)))))
            cut = f"{b.a // 12 - b.r.choice((0, 0, 0, 1))}-{b.r.choice(('01-01', '01-01', '06-15', '12-20'))}"
            split = b.r.choice((0, 1, 1, 2))
            spans = [("", "")] if not split else [("", str(date.fromisoformat(cut) - timedelta(1))), (cut, "")][split - 1:]
            rows += [dict(name=name, kind=kind, **draw(), valid_from=x, valid_to=y) for x, y in spans]
        b.files["calendars.csv"] = rows
    if b.maybe(.85): b.head["calendar"] = name
    b.calendars = [b.head.get("calendar", ""), name] + b.r.sample(sorted(SHIPPED), 1)
    years = range(b.a // 12 - 6, b.a // 12 + 8)
    b.files["holidays.csv"] = [dict(date=f"{y}-{d}", name=n) for y in years if b.maybe(.97) for d, n in (
        ("01-01", "Tết Dương lịch"), ("04-30", "Ngày Chiến thắng"), ("05-01", ""), (f"02-{b.r.randint(1, 17):02}", "Tết"), ("09-02", ""), ("12-15", "ngày nghỉ"))]

def life(row): return tuple(date.fromisoformat(row[k]) if row.get(k) else d for k, d in (("valid_from", date.min), ("valid_to", date.max)))
class Line(dict):
    __getattr__ = lambda self, k: self.get(k, "")
    life = property(life)
def keep(b):
    """Leaves out what a calendar of the bundle makes a figure of a unit that is not there on its cut-off day."""
    rules = [Calendar(name, [Line(r) for r in b.files.get("calendars.csv", [])], []) for name in dict.fromkeys(b.calendars)]
    there = lambda code, day: any(code in (u["code"], u.get("id")) and life(u)[0] <= day <= life(u)[1] for u in b.units)
    b.obs = {k: r for k, r in b.obs.items() if all(there(k[0], c.cut(parse(k[2]))[1]) for c in rules)}
    if "revisions.csv" in b.files:
        b.files["revisions.csv"] = [r for r in b.files["revisions.csv"] if all(there(r["unit"], c.cut(parse(r["period"]))[1]) for c in rules)]
        if not b.files["revisions.csv"]: del b.files["revisions.csv"]

def exceptions(b):
    rows = []
    for _ in range(b.r.choice((1, 1, 2, 4))):
        u, y = b.r.choice(b.units), b.a // 12
        rows.append(dict(unit=b.r.choice([u["code"], u.get("id") or u["code"]]), indicator=b.r.choice(["*"] + [i["code"] for i in b.inds]),
                         valid_from=b.r.choice(("", "", f"{y}-01-01", f"{y}-03-31", f"{y - 1}-07-01")),
                         valid_to=b.r.choice(("", "", f"{y}-12-31", f"{y}-{b.r.randint(4, 12):02}-15")), reason=b.r.choice(("", "xã đảo"))))
        if (u["valid_from"] or "0") > (rows[-1]["valid_to"] or "9") or (u["valid_to"] or "9") < (rows[-1]["valid_from"] or "0"):
            rows[-1].update(valid_from="", valid_to="")  # one that never holds of the unit is a fault (F081)
    b.files["exceptions.csv"] = rows

def hierarchy(b):
    """Parents of another tree: each an earlier row that is always there, so that there is no circle."""
    b.hierarchy = b.r.choice(("vung", "quan-ly"))
    always = [u for u in b.units if not u["valid_from"] and not u["valid_to"]]
    for k, u in enumerate(b.units):
        before = [v["code"] for v in b.units[:k] if v in always and v.get("id") in (None, "") and v["code"] != u["code"]]
        pick = b.r.choice(before) if before else ""
        u["parent." + b.hierarchy] = b.r.choice((pick, "-")) if before and b.maybe(.3) else u["parent"] if b.maybe(.1) else ""
    if not any(u["parent." + b.hierarchy] for u in b.units): b.hierarchy = ""

def partition(b):
    if not b.groups: return
    b.head["groups"] = "partition"
    seen = set()
    for u in b.units:  # pre-order: none below one that has a group, mostly
        if u["parent"] in seen or not b.maybe(.9): seen.add(u["code"])
        if u["parent"] in seen and not b.maybe(.04): u["groups"] = ""
        elif not b.maybe(.03): u["groups"] = u["groups"].split("|")[0]
        if u["groups"]: seen.add(u["code"])

def breaks(b):
    for key in b.r.sample(sorted(b.obs), min(len(b.obs), b.r.choice((1, 2, 6)))):
        if b.obs[key]["value"]: b.obs[key]["obs_status"] = b.r.choice(("A+B", "A+B", "P+B", "A+D", "E+B+D"))

# ---- Figures that nearly fit together
def settle(b):
    for key in sorted(b.obs):  # coarse ones are the sum of fine ones
        p = parse(key[2])
        for kind in ("month", "quarter", "half"):
            parts = [(key[0], key[1], t.label, *key[3:]) for t in tiles(p, kind) if t != p]
            if b.natures[key[1]] == "flow" and parts and all(number(b, k) is not None for k in parts) and number(b, key) is not None:
                write(b, key, near(b, sum(number(b, k) for k in parts)))
                break
    for n, (first, flow, last, used) in b.balances.items():
        for key in sorted((k for k in b.obs if k[1] == first), key=lambda k: (parse(k[2]).last, k)):
            at, back = lambda i: (key[0], i, *key[2:]), (key[0], last, previous(parse(key[2])).label, *key[3:])
            if number(b, back) is not None and number(b, key) is not None: write(b, key, near(b, number(b, back)))
            values = [number(b, at(i)) for i in (first, flow, last, used)]
            if None not in values: write(b, at(used), near(b, values[0] + values[1] - values[2]))
    for total, parts in b.sums.items():
        for key in [k for k in sorted(b.obs) if k[1] == total]:
            values = [number(b, (key[0], i, *key[2:])) for i in parts]
            if None not in values and number(b, key) is not None: write(b, key, near(b, sum(values)))
    below = lambda code: [code] + [w for u in b.units if u["parent"] == code for w in below(u["code"])]
    ids = {u["code"]: u.get("id") or u["code"] for u in b.units}
    for key in [k for k in sorted(b.obs) if k[3] == "total" and b.natures[k[1]] not in ("rank", "score", "ratio")]:  # totals are the sum of what lies below
        values = [number(b, (ids[w], key[1], key[2], "own", key[4])) for w in dict.fromkeys(below(key[0]))]
        if number(b, key) is not None and any(v is not None for v in values) and not b.maybe(.1):
            write(b, key, near(b, sum(v or 0 for v in values)))

def typed(b):
    """Rows for indicators that have a formula: they are held against it and never used."""
    for i in [i for i in b.inds if i.get("formula")]:
        if i["nature"] == "ratio" and not i["decimals"] and b.maybe(.7): i["decimals"] = b.places[i["code"]] = b.r.choice((1, 2))
        words = i["formula"].replace("/", "+").replace("-", "+").replace(" ", "").split("+")
        for key in [k for k in sorted(b.obs) if k[1] == words[0] and b.maybe(.3)]:
            values = [number(b, (key[0], w, *key[2:])) for w in words]
            if None in values: continue
            x = sum(values)
            if i["nature"] == "ratio":
                bottom = values[1] if len(values) == 2 else values[1] + values[2]
                if not bottom: continue
                x = (values[0] * 10 ** b.places[i["code"]] * (100 if i["measure"] == "%" else 1) * 2 + bottom * (not b.maybe(.15))) // (2 * bottom)
            new = (key[0], i["code"], *key[2:])
            b.obs[new] = {**b.obs[key], "indicator": i["code"], "obs_status": "", "hedge": "", "field": ""}
            write(b, new, near(b, x))

# ---- Revisions
def revisions(b):
    rows, last = [], b.r.choice((1, 2, 3))
    if not b.obs: return
    for key in b.r.sample(sorted(b.obs), max(1, len(b.obs) // b.r.choice((4, 10, 20)))):
        old, numbers = b.obs[key], sorted(b.r.sample(range(1, last + 1), b.r.randint(1, last)))
        if b.maybe(.2): b.obs.pop(key)
        for n in numbers:
            new = {**old, "revision": n}
            if b.maybe(.05): new.update(value="", obs_status=b.r.choice("MO"), hedge="")
            elif old["value"] and not old["field"] and b.maybe(.8):
                x = int(old["value"].replace(".", "").replace("-", "") or 0) + b.r.choice((-1, 1, 2, 10))
                d = len(old["value"].partition(".")[2])
                text = str(max(0, x)).zfill(d + 1)
                new["value"] = text[:-d] + "." + text[-d:] if d else text
            rows.append(new)
    b.files["revisions.csv"] = b.r.sample(rows, len(rows))

# ---- Rules
def rules(b):
    plain = [i["code"] for i in b.inds if i["nature"] not in ("ratio", "rank", "score")]
    rows = [dict(rule=f"{x} + {y} = {u} + {z}") for x, y, z, u in b.balances.values()]
    rows += [dict(rule=f"{t} = {' + '.join(parts)}") for t, parts in b.sums.items() if b.maybe(.5)]
    def side():
        words = b.r.sample(plain, b.r.randint(1, min(2, len(plain))))
        words = [b.r.choice(("{}", "{}", "2*{}", "0.5*{}", "prev({})", "base({})") if k else ("{}", "{}", "2*{}")).format(w) for k, w in enumerate(words)]
        return b.r.choice((" + ", " - ")).join(words + ["units(kind=xã)"] * b.maybe(.06))
    for _ in range(b.r.choice((0, 1, 1, 2, 3)) if plain else 0):
        left, right = (side() + (" / " + side() if b.maybe(.15) else "") for _ in "ab")
        rows.append(dict(rule=f"{left} {b.r.choice(SIGNS)} {right}"))
    for k, row in enumerate(rows):
        row.update(code=f"r{k}", tolerance=b.r.choice(("", "", "", "1", "0.5", "100")), severity=b.r.choice(("", "", "error", "warning", "off")),
                   message=b.r.choice(("", "kiểm tra lại")))
    for name in b.r.sample(BUILT_IN, b.r.choice((0, 0, 1, 3))):
        rows.append(dict(code=name, rule="", tolerance=b.r.choice(("", "", "1")), severity=b.r.choice(("error", "warning", "off"))))
    if rows: b.files["rules.csv"] = rows

def options(b, form):
    """Words for a command of compare or rollup."""
    out = []
    if b.hierarchy and b.maybe(.5): out += ["--hierarchy", b.hierarchy]
    if len(b.calendars) > 1 and b.maybe(.2): out += ["--calendar", b.r.choice(b.calendars[1:])]
    if "revisions.csv" in b.files and b.maybe(.4): out += ["--revision", str(b.r.randint(0, b.last_revision))]
    if "revisions.csv" in b.files and form != "rollup" and b.maybe(.5): out += ["--base-known", b.r.choice(("then", "then", "now"))]
    if b.maybe(.3): out += ["--missing", b.r.choice(MODES if "modes" in ONLY else MODES[:2])]
    return out
def common(b, args):
    """The bases that a command over the common set may have, or none: where a form needs what strict withholds, or u#own has a row without a figure, the pages say too little."""
    rows = [*b.obs.values(), *b.files.get("revisions.csv", [])]
    if not b.maybe(.15) or {"strict", "non_null", "partial_null", "always_null"} & {*args} or any(not r["value"] and r["unit"] in b.inner for r in rows): return []
    return ["previous", b.labels[1]] + ["same-period"] * (b.n < 60)
def more_commands(b):
    out = [["check", "--format", "json"]] if b.maybe(.9) else []
    if b.last_revision and b.maybe(.5): out.append(["check", "--format", "json", "--revision", str(b.r.randint(0, b.last_revision))])
    if b.head.get("calendar"):
        labels = list(dict.fromkeys(b.labels + [str(b.a // 12), f"{b.a // 12}-Q2", f"{b.a // 12}-02"]))
        out += [["calendar", *(f"--period={p}" for p in b.r.sample(labels, b.r.randint(1, 2))), "--working-days", str(b.r.choice((0, 2, 5))),
                 "--format", b.r.choice(("csv", "json"))] for _ in "ab"]
    return out
