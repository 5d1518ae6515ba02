# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reference model of libqcdc, figures: the rules S1... and D1... as recursive definitions in exact fractions.
Written from the pages, not from the C, and slow on purpose.  A part is ("unit", u), ("own", u), ("level", u, level) or
("group", u, name), of the name "*" what lies in no group; i is an indicator, p a period, sc a scenario.  It reads good bundles
only.  N1...: ORACLE-NOTES.md."""
import configparser, csv, json, os, re
from collections import namedtuple
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from oracle_calendar import Calendar

SIZE = {"month": 1, "quarter": 3, "half": 6, "year": 12}
TIME = {"flow": "sum", "opening": "first", "stock": "last", "closing": "last", "to-date": "last", "distinct": "direct"}  # S5
STYLE = dict(base_phrase="full", verb="repeat", percent="none", percent_decimals="1", percent_trim="whole", show_base="no", form="growth",
             change="auto", leading_zero="counts", rounding="half-away", language="vi", unchanged="không thay đổi", value_joiner="", plan="attainment", per_year="none", contribution="none", as_of="no")
COMPARE = ("unit unit_name indicator indicator_name measure period base_period current base difference percent percent_numerator percent_denominator "
           "percentage_points places attainment direction caveats status base_status expected valued base_expected base_valued basis text").split()
ROLLUP = "unit indicator period value expected valued status origin".split()
# ---- Numbers (S1): rounded once, of the magnitude, never "-0"
def decimal(x, places, how="half-away"):
    q, r = divmod(abs(x.numerator) * 10 ** places, x.denominator)
    q += how == "half-away" and 2 * r >= x.denominator or how == "half-even" and 2 * r + q % 2 > x.denominator
    if q >= 10 ** 18: raise OverflowError  # S1: a result outside the range
    return "-" * (x < 0 < q) + re.sub(r"(\d{%d})$" % places, r".\1" if places else "", str(q).zfill(places + 1))
def trim(s, style): return re.sub(r"\.0+$", "", s) if style["percent_trim"] == "whole" else s
def percent(x, style, places):
    """W13: digits of |x|; None when x is not 0 but rounds to 0; "100" only when it is exactly that."""
    while Fraction(s := decimal(abs(x), places, style["rounding"])) == 100 != abs(x): places += 1
    return None if x and not Fraction(s) else trim(s, style)
# ---- Periods (S13, S15)
class Period(namedtuple("Period", "first last kind label")):
    start = property(lambda p: p.first.year * 12 + p.first.month - 1)
    months = property(lambda p: 0 if p.kind == "days" else p.last.year * 12 + p.last.month - p.start)
    __hash__ = lambda p: hash(p[3])
    __contains__ = lambda p, other: p[0] <= other[0] and other[1] <= p[1]
def months(a, n):  # n months from month index a; P3M, P6M, P12M are the quarter, the half, the year
    y, m = divmod(a, 12)
    kind, label = (("month", f"{y:04}-{m + 1:02}") if n == 1 else ("quarter", f"{y:04}-Q{m // 3 + 1}") if n == 3 and m % 3 == 0 else
                   ("half", f"{y:04}-S{m // 6 + 1}") if n == 6 and m % 6 == 0 else ("year", f"{y:04}") if n == 12 and m == 0 else
                   ("span", f"{y:04}" + (f"-{m + 1:02}" if m else "") + f"/P{n // 12}Y") if n % 12 == 0 else ("to-date", f"{y:04}-01/P{n}M"))
    return Period(date(y, m + 1, 1), date((a + n) // 12, (a + n) % 12 + 1, 1) - timedelta(1), kind, label)
def days(a, b): return Period(a, b, "days", f"{a}/{b}")
@cache
def parse(label):
    if m := re.fullmatch(r"(\d{4})-([QS])(\d)", label):
        return months(int(m[1]) * 12 + (int(m[3]) - 1) * {"Q": 3, "S": 6}[m[2]], {"Q": 3, "S": 6}[m[2]])
    if m := re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:/P(\d+)([MY]))?", label):
        return months(int(m[1]) * 12 + int(m[2] or 1) - 1, int(m[3]) * (12 if m[4] == "Y" else 1) if m[3] else 1 if m[2] else 12)
    return days(*map(date.fromisoformat, label.split("/")))
def same_period(p):
    back = lambda d: d.replace(year=d.year - 1, day=28 if (d.month, d.day) == (2, 29) else d.day)
    return None if p.kind == "span" else days(*map(back, p[:2])) if p.kind == "days" else months(p.start - 12, p.months)  # a span is refused
def previous(p):
    if p.kind == "days": return days(p.first - (p.last - p.first) - timedelta(1), p.first - timedelta(1))
    return months(p.start, p.months - 1) if p.kind == "to-date" else months(p.start - p.months, p.months)
@cache
def tiles(p, kind):  # the exact tiling of p by kind (p itself, if it is of that kind), else []
    return [months(a, k) for a in range(p.start, p.start + p.months, k)] if p.months and p.start % (k := SIZE[kind]) == p.months % k == 0 else []
class Row(dict):  # a line of a file; an absent column reads as ""
    __getattr__ = lambda self, k: self.get(k) or ""
    life = property(lambda r: tuple(date.fromisoformat(r[k]) if r.get(k) else d for k, d in (("valid_from", date.min), ("valid_to", date.max))))
def read_csv(path, name):
    lines = open(os.path.join(path, name), encoding="utf-8-sig", newline="").readlines()
    return [Row(r) for r in csv.DictReader(lines, delimiter=";" if ";" in lines[0] else ",")]
def read_form(text):  # S6: for each side of the "/" its terms (coefficient, shift or "units", indicator or kind)
    term = r"([+-]?)\s*(?:([\d.]+)\s*\*\s*)?(?:(prev|base|units)\(\s*(?:kind\s*=\s*)?([^)]*?)\s*\)|([^\W\d]\w*))"
    return [[(Fraction(m[1] + (m[2] or "1")), m[3] or "", m[4] or m[5]) for m in re.finditer(term, side)] for side in text.split("/")]
# present: of the expected, those with a row (D15); whole: nothing expected is missing (N8); hedge: of one observation, hedged: of any operand (N11); state: "O", "M": why a value is absent, or hidden (N15); row: (file, line) of the one row that it is;
# written: a zero that stands for nothing reported; heard: a term of the form was reported, by whomever (D43)
Cell = namedtuple("Cell", "value expected valued firm flags origin whole hedge hedged state field num den present row written heard",
                  defaults=(None, 0, 0, "", frozenset(), "", True, "", False, "", "", None, None, 0, None, False, False))
Base = namedtuple("Base", "kind period scenario unit", defaults=("",))  # kind: same, previous, plan, unit, mean, or a label
BESIDE = ("unit", "mean")  # what is held against others of the same period (D56, D57)
def in_time(base): return base.kind not in ("plan", *BESIDE)
def joined(cells, value, **more):  # what every sum has: the least firm status, the union of flags (S3)
    live, hides = [c for c in cells if None not in (c.value, value)], [c for c in cells if value is None and (c.value is not None or c.origin == "hidden")]
    state = "" if hides else max({c.state for c in cells} & {"M", "O"}, default="")  # N15: also where it is withheld below already
    return Cell(value, firm=max((c.firm for c in live), key="APE".index, default=""), flags=frozenset().union(*(c.flags for c in live)),
                hedge=live[0].hedge if len(live) == 1 else "", row=live[0].row if len(live) == 1 else None, hedged=any(c.hedged for c in live), state=state,
                **(more | {"origin": "hidden"} if hides else more))
def status(c): return None if c.value is None else "+".join([c.firm] + [f for f in "BDU" if f in c.flags])
def same_field(c, b): return None in (c.value, b.value) or not (c.field and b.field and c.field != b.field)  # S22: a rank compares on the same field only
def printed(rows, names, form):  # D1, D2
    if form == "json": return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    plain = lambda v: "" if v is None else "|".join(v) if isinstance(v, list) else str(v)
    quoted = lambda s: '"' + s.replace('"', '""') + '"' if re.search('[,"\r\n]', s) else s
    return "".join(",".join(line) + "\n" for line in [names] + [[quoted(plain(row[n])) for n in names] for row in rows])

STRICT, ZERO = ("strict", "non_null", "partial_null", "always_null"), ("partial_zero", "non_zero", "always_zero")  # D43
class Model:
    def __init__(self, path, missing="partial", calendar="", hierarchy="", revision=None, known="now"):
        """revision: as known at that one (None: the last); known: "then" for each figure as it was first published (D52)."""
        ini = configparser.ConfigParser(delimiters="=", comment_prefixes="#", interpolation=None)
        ini.optionxform = str
        ini.read(os.path.join(path, "bundle.ini"), encoding="utf-8-sig")
        table = lambda name: read_csv(path, name) if os.path.exists(os.path.join(path, name)) else []
        self.head, self.plans, self.groups, self.words = (dict(ini[s]) if s in ini else {} for s in ("bundle", "plans", "groups", "style"))
        self.partitions = dict(ini["partitions"]) if "partitions" in ini else {}
        self.basis, self.missing, self.units, self.inds, self.obs, self.history = "as-reported", missing, {}, {}, {}, {}
        self.hierarchy, self.partition, self.rules = "parent." + hierarchy if hierarchy else "", self.head.get("groups") == "partition", table("rules.csv")
        self.calendar = Calendar(calendar or self.head.get("calendar", ""), table("calendars.csv"), {date.fromisoformat(r.date) for r in table("holidays.csv")})
        self.exempt = [(r.unit, r.indicator, *r.life) for r in table("exceptions.csv")]
        for line, r in enumerate(read_csv(path, "units.csv"), 2):
            r.update(groups=r.groups.split("|"), life=r.life, line=line)
            self.units.setdefault(r.id or r.code, []).append(r)
            self.groups.update({g: g for g in r["groups"] if g and g not in self.groups and not self.partition})  # D30, D45
        for r in read_csv(path, "indicators.csv"):
            self.inds[r.code] = r
            r.update(life=r.life, decimals=int(r.decimals or 0), form=read_form(r.formula) if r.formula else None,
                     amount=r.nature not in ("score", "rank", "ratio"))
            r.update(refused=not r["amount"] and not r["form"], total=r.part_of.split(":")[0], rate=r["form"] and r.nature == "ratio")  # refused: D20
        for name in ("observations.csv", "revisions.csv"):
            for line, r in enumerate(table(name), 2):
                p, (firm, *flags) = parse(r.period), (r.obs_status or "A").split("+")
                text = r.value.replace(".", "").replace(",", ".") if self.head.get("number_format") == "vi" else r.value
                row = Cell(Fraction(text) if text else None, firm=firm, flags=frozenset(flags), hedge=r.hedge, hedged=bool(r.hedge), field=r.field,
                           state="" if text else "M" if firm == "M" else "O", row=(name, line))
                key = self.unit_of(r.unit, self.cut(p)[1]), r.indicator, r.scenario or "actual", r.scope or "own"
                if revision is None or int(r.revision or 0) <= revision: self.history.setdefault((key, p), {})[int(r.revision or 0)] = row
        self.then = Model(path, missing, calendar, hierarchy, revision, "then") if known == "both" else None
        for (key, p), rows in self.history.items():
            self.obs.setdefault(key, {})[p] = rows[min(rows) if known == "then" else max(rows)]
        self.breaks = [(key, t) for key, rows in self.obs.items() for t, r in rows.items() if "B" in r.flags and r.value is not None and key[2] == "actual"]
    def dress(self, style, basis="as-reported"):  # how it is printed, over what bundle.ini says
        self.basis = basis
        self.style = {**STYLE, **{k: v for k, v in {**self.words, **dict(style)}.items() if v}}
        self.percent_places = int(self.style["percent_decimals"])
        return self
    def unit_of(self, code, day):  # S9: a code is resolved on the cut-off day
        return next(u for u, vs in self.units.items() if any(code in (v.code, u) and v["life"][0] <= day <= v["life"][1] for v in vs))
    def cut(self, p): return self.calendar.cut(p)
    def latest(self): return max((p for k, rows in self.obs.items() if k[2] == "actual" for p in rows), key=lambda p: (p.last, p.last - p.first))
    # ---- Units (D22, D23)
    def tree(self, p, column=None):
        """The version of each unit in force in p and the children of each (None: the roots), in the order of units.csv."""
        first, last = self.cut(p)
        column = self.hierarchy if column is None else column
        here = {u: [v for v in vs if v["life"][0] <= last and v["life"][1] >= first] for u, vs in self.units.items()}
        live, kids = {u: max(vs, key=lambda v: v["life"]) for u, vs in here.items() if vs}, {}
        code = {**{u: u for u in live}, **{v.code: u for u, v in live.items()}}
        for u, v in live.items(): kids.setdefault(code.get(v.get(column) or v.parent), []).append(u)  # "-": none (D44)
        return live, kids
    def version(self, u, p): return self.tree(p)[0].get(u) or self.units[u][-1]
    def kids(self, u, p, column=None): return self.tree(p, column)[1].get(u, [])
    def subtree(self, u, p, column=None): return [u] * (u in self.tree(p)[0]) + [w for k in self.kids(u, p, column) for w in self.subtree(k, p, column)]
    def same_below(self, u, p): return set(self.subtree(u, p)) == set(self.subtree(u, p, ""))  # D44
    def members(self, part, p):  # the parts that a level or a group is the sum of
        if part[2:] == ("*",):  # D45
            inside = lambda w: any(g in self.groups for g in self.tree(p)[0][w].groups)
            loose = lambda u: [m for k in self.kids(u, p) if not inside(k) for m in (
                [("own", k)] + loose(k) if any(map(inside, self.subtree(k, p))) else [("unit", k)])]
            return loose(part[1])
        if part[0] == "level": return [("own", w) for w in self.subtree(part[1], p)[1:] if self.tree(p)[0][w].level == part[2]]
        top = lambda u: [w for k in self.kids(u, p) for w in ([k] if part[2] in self.tree(p)[0][k].groups else top(k))]
        return [("unit", w) for w in top(part[1])] if part[0] == "group" else [part]
    def units_in(self, part, p): return [w for m in self.members(part, p) for w in ([m[1]] if m[0] == "own" else self.subtree(m[1], p))]
    # ---- Who must report what (S18, D14, D15)
    def base_kind(self, i):
        seen = {(k[2:] == ("actual", "own"), p.kind) for k, rows in self.obs.items() if k[1] == i for p in rows}
        return self.inds[i].frequency or next((kind for own in (True, False) for kind in SIZE if {(own, kind), (True, kind)} & seen), None)
    def subs(self, i, p):
        """The base sub-periods of p; the last or first one of a stock (S17); p itself where nothing is added over time (D20)."""
        kind, rule = self.base_kind(i), TIME.get(self.inds[i].nature, "direct")
        if rule == "direct" or not kind or p.kind == "days": return [p]
        found = tiles(p, kind) or [p] * (p.months > SIZE[kind])
        return found if rule == "sum" else found[:1] if rule == "first" else found[-1:]
    def in_force(self, u, day): return any(v["life"][0] <= day <= v["life"][1] for v in self.units[u])
    def holds(self, u, code, day, a, b):  # D42: by code on the days it was the unit's, by id on all, where nobody holds such a code
        return any(v.code == code and v["life"][0] <= day <= v["life"][1] for v in self.units[u]) or code == u and not any(
            v.code == code and v["life"][0] <= b and a <= v["life"][1] for vs in self.units.values() for v in vs)
    def must(self, u, i, t):
        day = self.cut(t)[1]
        return self.in_force(u, day) and self.inds[i]["life"][0] <= day <= self.inds[i]["life"][1] and not any(
            j in ("*", i) and a <= day <= b and self.holds(u, code, day, a, b) for code, j, a, b in self.exempt)
    def is_expected(self, u, i, t):
        who, v = self.inds[i].reporters, self.tree(t)[0].get(u)
        return self.must(u, i, t) and (who in (v.level, v.kind, *v.groups) if who else not self.kids(u, t, ""))
    # ---- One unit over time (S16, S17, D16, D17)
    def pieces(self, u, i, sc, scope, p):  # (complete, labels that make up p): finest complete tiling, else p itself, else what there is (N5)
        rows, tiling = {q: r for q, r in self.obs.get((u, i, sc, scope), {}).items() if q in p}, []
        for kind in SIZE if rows else ():
            if p.months > SIZE[kind] and tiles(p, kind):
                tiling = [(t, self.pieces(u, i, sc, scope, t)) for t in tiles(p, kind)]
                due = [t for t, _ in tiling if self.must(u, i, t)]  # D16: who must report in none of them is held to all
                if all(ok for t, (ok, _) in tiling if t in due or not due) and any(q for _, (_, q) in tiling):
                    return True, [x for _, (_, q) in tiling for x in q]
        return (True, [p]) if p in rows and rows[p].value is not None else (False, [x for _, (_, q) in tiling for x in q])
    def is_sub(self, i, q): return q.kind == "days" or q.months >= SIZE.get(self.base_kind(i), 1)  # not finer than the base kind (D14)
    def fits(self, i, q, p, rule):  # D16, D17: may the label q be taken for p, or for a part of it
        if rule == "sum": return q == p or q.kind in SIZE and q in tiles(p, q.kind)
        return q == p or rule in ("first", "last") and p.kind != "days" and q in p and q.months and self.is_sub(i, q) and getattr(q, rule) == getattr(p, rule)
    def labels(self, u, i, sc, scope, p):
        if (rule := TIME[self.inds[i].nature]) == "sum": return self.pieces(u, i, sc, scope, p)
        found = [q for q, r in self.obs.get((u, i, sc, scope), {}).items() if r.value is not None and self.fits(i, q, p, rule)]
        return bool(found), sorted(found, key=lambda q: q.last - q.first)[:1]
    def own(self, u, i, p, sc): return self.said(self.raw_own(u, i, p, sc), i, p, sc)
    def raw_own(self, u, i, p, sc):
        if self.inds[i]["form"] or self.inds[i]["refused"]:
            return self.form_cell(("own", u), i, p, sc) if self.inds[i]["form"] else Cell()  # no unit owns a share of a rank (N10)
        rows, subs, rule = self.obs.get((u, i, sc, "own"), {}), self.subs(i, p), TIME[self.inds[i].nature]
        used, due = self.labels(u, i, sc, "own", p)[1], [t for t in subs if self.is_expected(u, i, t)]
        done = due if used and rule != "sum" else [t for t in due if any(t in q for q in used) or rule == "sum" and self.pieces(u, i, sc, "own", t)[0]]
        cells, origin = [rows[q] for q in used], "coarse" if any(t in q and t != q for q in used for t in subs) else "own"
        absent = [r for q, r in rows.items() if r.value is None and self.fits(i, q, p, rule)]
        if not used and self.missing == "carry" and sc == "actual" and rule in ("first", "last") and any(self.must(u, i, t) for t in subs):
            known = [q for q, r in rows.items() if r.value is not None and getattr(q, rule) < getattr(p, rule) and self.is_sub(i, q)]
            if known and "M" not in {r.state for r in absent}:  # S17; not over an M row (N7)
                cells, origin = [rows[max(known, key=lambda q: (getattr(q, rule), q.first - q.last))]._replace(firm="E")], "carried"
        whole = len(done) == len(due) or origin == "carried"
        value = sum(c.value for c in cells) if cells and (whole or self.missing not in STRICT) else None
        told = [t for t in due if t in done or (any(self.fits(i, q, p, rule) and (t in q or q in t) for q in rows) if rule == "sum" else absent)]
        return joined(cells + absent, value, expected=len(due), valued=len(done), present=len(told), whole=whole, origin=origin if whole else "partial")
    # ---- Up the tree (S11, D18...D20)
    def has_meaning(self, i, p):  # S5: nothing refused over time is there for a period coarser than its own
        return all(TIME.get(self.inds[j].nature) != "direct" or not self.base_kind(j) or p.months <= SIZE[self.base_kind(j)] for j in self.rows_of(i))
    def said(self, c, i, p, sc):
        """D43: the VTL modes that count absences as zero, over a cell made as in partial."""
        if self.missing not in ZERO or self.inds[i]["refused"] or c.origin == "reported-total" and c.value is not None: return c
        good = c.whole or c.present == c.valued and (c.valued > 0 or self.missing == "always_zero")
        if c.value is None:
            form = self.inds[i]["form"] or [[]]
            adds = len(form) == 1 and not any(t[1] == "units" for t in form[0]) and sc == "actual" and self.has_meaning(i, p)
            fill = good and self.missing == "always_zero" and c.expected and not c.valued and adds and not c.heard
            return c._replace(value=Fraction(0), firm="A", origin="partial", written=True) if fill else c
        good = good and (self.missing != "non_zero" or c.value != 0)
        return c if good else Cell(expected=c.expected, valued=c.valued, present=c.present, whole=False, origin="hidden")
    def cell(self, part, i, p, sc="actual"): return self.said(self.raw(part, i, p, sc), i, p, sc)
    def raw(self, part, i, p, sc):
        if self.inds[i]["form"]: return self.form_cell(part, i, p, sc)
        if self.inds[i]["refused"]:
            if part[0] != "unit": return Cell()
            seen = [(o, r) for s, o in (("own", "own"), ("total", "reported-total")) if (s == "own" or self.same_below(part[1], p)) and (r := self.obs.get((part[1], i, sc, s), {}).get(p))]
            origin, row = next((x for x in seen if x[1].value is not None), (seen + [("", Cell())])[0])
            due, has = int(self.must(part[1], i, p)), row.value is not None
            return row._replace(expected=due, valued=due * has, present=due * bool(seen), whole=has or not due, origin=origin)
        if part[0] == "own": return self.raw_own(part[1], i, p, sc)
        parts = [self.raw(m, i, p, sc) for m in self.members(part, p)] if part[0] != "unit" else [self.raw_own(part[1], i, p, sc)] + [
            self.raw(("unit", k), i, p, sc) for k in self.kids(part[1], p)]
        due, done, told = (sum(getattr(c, n) for c in parts) for n in ("expected", "valued", "present"))
        some = [c for c in parts if c.value is not None]
        if part[0] == "unit" and not (done == due and some) and self.same_below(part[1], p):
            rows, (ok, used) = self.obs.get((part[1], i, sc, "total"), {}), self.labels(part[1], i, sc, "total", p)
            if ok: return joined([rows[q] for q in used], sum(rows[q].value for q in used), expected=due, valued=done, present=told, origin="reported-total")
            parts += [r for q, r in rows.items() if r.value is None and self.fits(i, q, p, TIME[self.inds[i].nature])]
        whole = all(c.whole for c in parts)
        value = sum(c.value for c in some) if some and (whole or self.missing not in STRICT) else None
        origin = "partial" if not whole else parts[0].origin if part[0] == "unit" and some == [parts[0]] else "sum"
        return joined(parts, value, expected=due, valued=done, present=told, whole=whole, origin=origin)
    # ---- Forms (S6, D21)
    def terms(self, i, p):  # the indicator terms of a form, each with the period it is taken at (None: refused)
        return {t: {"prev": previous, "base": same_period}.get(t[1], lambda q: q)(p) for s in self.inds[i]["form"] for t in s if t[1] != "units"}
    def form_cell(self, part, i, p, sc):
        at, pool, ind = self.terms(i, p), self.units_in(part, p), self.inds[i]
        cells = {t: self.raw(part, t[2], q, sc) if q else Cell(whole=False) for t, q in at.items()}
        whole, own = all(c.whole and c.value is not None for c in cells.values()), lambda u, t: self.raw_own(u, t[2], at[t], sc)
        pool = [u for u in pool if whole or all(q and own(u, t).value is not None for t, q in at.items())]  # the reporters that have all terms
        counted = lambda u, kind: self.tree(p)[0][u].kind == kind and self.in_force(u, self.cut(p)[1])
        worth = lambda t: (sum(counted(u, t[2]) for u in pool) if t[1] == "units" else cells[t].value if whole else sum(own(u, t).value for u in pool))
        sides = ind["form"] if pool and (whole or self.missing not in STRICT) else []
        num, den = ([sum((t[0] * worth(t) for t in side), Fraction(0)) for side in sides] + [None, None])[:2]
        value = num if len(ind["form"]) == 1 else num / den * (100 if ind.measure == "%" else 1) if den else None
        used = list(cells.values()) if whole else [own(u, t) for u in pool for t in at]
        origin = next((o for o in ("carried", "reported-total", "sum", "coarse") if o in {c.origin for c in used}), "own") if whole else "partial"
        least = min(cells.values(), key=lambda c: c.valued, default=Cell())
        return joined(used + [c._replace(origin="") for c in cells.values() if c.value is None], value, expected=least.expected, valued=least.valued, present=least.present, whole=whole,
                      origin=origin, num=num, den=den)._replace(hedge="", row=None, heard=any(c.present or c.value is not None or c.heard for c in cells.values()))
    # ---- Coverage in units (D24, D25)
    def gave(self, u, i, p): return None not in (self.raw_own(u, i, p, "actual").value, self.own(u, i, p, "actual").value)  # no zero that a mode wrote
    def reporters(self, part, i, p): return set() if self.inds[i]["refused"] else {u for u in self.units_in(part, p) if self.gave(u, i, p)}
    def coverage(self, part, i, p):
        """(units with a value, units expected, their kinds); of a form, of its least valued term."""
        if self.inds[i]["form"]:
            found = [(t[2], q) for t, q in self.terms(i, p).items() if q]
            return self.coverage(part, *min(found, key=lambda x: self.cell(part, *x).valued)) if found else (0, 0, [])
        due = [u for u in self.units_in(part, p) if not self.inds[i]["refused"] and any(self.is_expected(u, i, t) for t in self.subs(i, p))]
        got = [u for u in due if self.gave(u, i, p) and self.own(u, i, p, "actual").origin != "carried"]
        return len(got), len(due), list(dict.fromkeys(self.tree(p)[0][u].kind or "đơn vị" for u in due))
    # ---- Selection (D8, D9, D23, W11)
    def select(self, codes, depth):  # depth: how far the parts of the named indicators come along
        codes = set(codes or self.inds)
        for _ in range(depth): codes |= {i.code for i in self.inds.values() if i.total in codes}
        return [i for i in self.inds.values() if i.code in codes]
    def below(self, u, p, by):  # the parts of a list by child, level or group
        live, under = self.tree(p)[0], self.subtree(u, p)[1:]
        return [] if by not in ("child", "level", "group") or not under else [("own", u)] + (
            [("unit", k) for k in self.kids(u, p)] if by == "child" else
            [("level", u, n) for n in sorted({live[w].level for w in under}, key=int)] if by == "level" else
            [("group", u, g) for g in self.groups if any(g in live[w].groups for w in under)] +
            [("group", u, "*")] * bool(self.partition and self.members(("group", u, "*"), p)))
    def heads(self, u, p, depth):  # every unit that heads a list, in pre-order
        return [u] + [w for k in self.kids(u, p) if depth > 1 and self.kids(k, p) for w in self.heads(k, p, depth - 1)]
    def listing(self, u, p, by, depth, ended=()):  # the parts of the rows: pre-order, each once (N3); ended: of u alone (N62)
        parts, deeper = self.below(u, p, by) if depth else [], lambda k: self.listing(k, p, by, depth - 1)
        if by == "child": return [("unit", u)] + parts[:1] + [x for part in parts[1:] for x in deeper(part[1])] + [*ended]
        return [("unit", u)] + parts + [*ended] + [x for k in self.kids(u, p) if depth > 1 and parts and self.kids(k, p) for x in deeper(k)]
    # ---- Units that end (W22)
    def is_over(self, u, p): return max(v["life"][1] for v in self.units[u]) < self.cut(p)[0]  # for good: one that comes again has not ended
    def born(self, u): return min(v["life"][0] for v in self.units[u])
    def is_new(self, u, p, base): return in_time(base) and u not in self.tree(base.period)[0] and self.born(u) > self.cut(base.period)[1]  # W21
    def all_ended(self, u, p, bases, by):  # of several bases, each part once
        found = {}
        for base in bases:
            for part in self.ended(u, p, base, by): found.setdefault(part, base)
        return found.items()
    def adds(self, i):  # over time
        if not self.inds[i]["form"]: return TIME.get(self.inds[i].nature) == "sum"
        return len(self.inds[i]["form"]) == 1 and all(t[1] != "units" and self.adds(t[2]) for t in self.inds[i]["form"][0])
    def stands(self, i):  # W27: at a point in time
        if not self.inds[i]["form"]: return self.inds[i].nature in ("stock", "closing")
        return all(t[1] == "units" or not t[1] and self.stands(t[2]) for side in self.inds[i]["form"] for t in side)
    def ended(self, u, p, base, by):
        """The parts of the list of u in the base period's tree that are there no more."""
        if not in_time(base) or base.period.last >= p.last: return []
        gone = lambda part: part not in self.below(u, p, by) and all(self.is_over(w, p) for w in self.units_in(part, base.period))
        return [part for part in self.below(u, base.period, by) if part[0] == "level" and gone(part) or part[0] == "unit" and self.is_over(part[1], p)]
    def called(self, part, p, in_text=False):
        v = self.version(part[1], p)
        if part[0] == "level": return next(filter(None, (self.tree(p)[0][m[1]].level_name for m in self.members(part, p))), "cấp " + part[2])
        if part[2:] == ("*",): return "các đơn vị khác"
        return {"group": self.groups.get(part[-1]), "own": v.own_name or "riêng " + v.name}.get(part[0]) or in_text and v.text_name or v.name
    def code_of(self, part, p):
        code = self.version(part[1], p).code
        return {"unit": code, "own": code + "#own"}.get(part[0]) or f"{part[0]}:{part[2]}"
    # ---- Comparison (S21, S22, S24)
    def base(self, text, p):
        if text.startswith("unit:"): return Base("unit", p, "actual", self.unit_of(text[5:], self.cut(p)[1]))
        if text == "parent-mean": return Base("mean", p, "actual")
        if text.startswith("plan"): return Base("plan", None, text[5:] or next(iter(self.plans)))
        q = {"same-period": same_period, "previous": previous}.get(text, lambda p: parse(text))(p)
        if q is None: raise SystemExit("the same period of a span overlaps it: use --base previous")
        return Base({"same-period": "same"}.get(text, text), q, "actual")
    def against(self, part, i, p, base):  # base period and cell; of a plan, at p, else at the shortest label of its year that contains p
        if self.then: return self.then.against(part, i, p, base)
        if base.kind == "unit": return (p, self.cell(("unit", base.unit), i, p)) if part[0] == "unit" and part[1] != base.unit else (None, Cell())
        if base.kind == "mean": return self.mean(part, i, p)
        if base.kind != "plan": return base.period, self.cell(part, i, base.period)
        terms = {i} | {t[2] for side in self.inds[i]["form"] or [] for t in side}
        labels = {q for k, rows in self.obs.items() if k[2] == base.scenario and k[1] in terms for q in rows if p in q and q != p}
        labels = sorted((q for q in labels if q.first.year == q.last.year), key=lambda q: q.last - q.first)
        return next(((q, c) for q in [p] + labels if (c := self.cell(part, i, q, base.scenario)).value is not None), (None, Cell()))
    def above(self, part, p): return next((u for u, kids in self.tree(p)[1].items() if part[1] in kids), None) if part[0] == "unit" else None
    def mean(self, part, i, p):  # D57
        top = self.above(part, p)
        if top is None or self.inds[i].nature == "rank": return None, Cell()
        if self.inds[i]["rate"]: return p, self.cell(("unit", top), i, p)
        cells = [self.cell(("unit", k), i, p) for k in self.kids(top, p)]
        some = [c.value for c in cells if c.value is not None]
        return p, joined(cells, sum(some) / Fraction(len(some)) if some else None, expected=len(cells), valued=len(some))._replace(hedge="", field="")
    # ---- The common set of reporters (W24)
    def alone(self, i): return any(self.inds[j]["refused"] for j in self.rows_of(i))  # it, or a term of it, is kept at the unit itself
    def gave_all(self, part, i, p):
        if not self.inds[i]["form"]: return self.reporters(part, i, p)
        at = self.terms(i, p)  # which no mode changes (N51)
        return {u for u in self.units_in(part, p) if all(q and self.raw_own(u, t[2], q, "actual").value is not None for t, q in at.items())}
    def over(self, i, p, pool):
        """What the own figures of these units make."""
        ind = self.inds[i]
        at = self.terms(i, p) if ind["form"] else {(Fraction(1), "", i): p}
        own = {t: [self.raw_own(u, t[2], q, "actual") for u in pool] if q else [] for t, q in at.items()}
        counted = lambda kind: sum(self.tree(p)[0][u].kind == kind and self.in_force(u, self.cut(p)[1]) for u in pool)
        worth = lambda t: counted(t[2]) if t[1] == "units" else sum(c.value for c in own[t])
        num, den = ([sum((t[0] * worth(t) for t in side), Fraction(0)) for side in (ind["form"] or [list(at)]) * bool(pool)] + [None, None])[:2]
        value = num if not ind["form"] or len(ind["form"]) == 1 else num / den * (100 if ind.measure == "%" else 1) if den else None
        made = joined([c for cells in own.values() for c in cells], value, valued=sum(self.raw_own(u, i, p, "actual").valued for u in pool), origin="sum")
        return made._replace(num=num, den=den, hedge="", row=None) if ind["form"] else made
    def common_coverage(self, part, i, p, base):
        """(units of the common set, units expected now, their kinds), or None where it is no smaller than either set."""
        if self.alone(i): return None
        n, m, kinds = self.coverage(part, i, p)
        now, then = self.gave_all(part, i, p), (self.then or self).gave_all(part, i, base.period)
        due = self.due_units(part, i, p)
        return (len(now & then & due), m, kinds, True) if now != then else None
    def due_units(self, part, i, p):
        if self.inds[i]["form"]:
            found = [(t[2], q) for t, q in self.terms(i, p).items() if q]
            return self.due_units(part, *min(found, key=lambda x: self.cell(part, *x).valued)) if found else set()
        return {u for u in self.units_in(part, p) if any(self.is_expected(u, i, t) for t in self.subs(i, p))}
    def pair(self, part, i, p, base):
        """The current cell, the period and the cell of the base."""
        c, (q, b) = self.cell(part, i, p), self.against(part, i, p, base)
        if self.basis != "common" or self.alone(i): return c, q, b
        old = self.then or self
        now, then = self.gave_all(part, i, p), old.gave_all(part, i, q)
        made = [m.over(i, t, [u for u in m.units if u in now & then]) for m, t in ((self, p), (old, q))]
        figures = lambda cells: [(x.value, x.num, x.den) for x in cells]
        if now == then and figures(made) == figures((c, b)): return c, q, b
        return made[0]._replace(expected=c.expected), q, made[1]._replace(expected=b.expected)
    def attainment(self, part, i, p, c, b):  # S24
        if c.value is None or b.value is None or b.value <= 0 or self.inds[i].nature == "rank": return None
        if self.inds[i].plan_direction != "reduce-by": return None if c.value < 0 else c.value / b.value * 100
        past = same_period(p) and (self.then or self).cell(part, i, same_period(p)).value
        return None if past is None or past < c.value else (past - c.value) / b.value * 100
    def rows_of(self, i):  # the indicators whose rows make i
        return {i} | {j for side in self.inds[i]["form"] or [] for t in side if t[1] != "units" for j in self.rows_of(t[2])}
    def broken(self, part, i, p, c, q, b, base):
        """D51: a break of the definition between the two, and no base on the new one."""
        if not in_time(base) or None in (c.value, b.value) or b.flags & {"B", "D"} or q.last >= p.last: return False
        members = lambda t: [part] if self.inds[i]["refused"] else self.members(part, t)  # of the others some are there with their own figures alone (D45)
        within = lambda key, t: any(key[0] == m[1] and key[3] == "own" if m[0] == "own" else key[0] in ([m[1]] if self.inds[i]["refused"] else self.subtree(m[1], t))
                                    for m in members(t))
        return "B" in c.flags or any(q.last < t.last <= p.last and key[1] in self.rows_of(i) and key[3] in ("own", "total") and within(key, t)
                                     for key, t in self.breaks)
    def printed_value(self, ind, x, mean=False):  # D5; of a mean at least percent_decimals (D57)
        places = max(ind["decimals"], self.percent_places) if mean else ind["decimals"]
        return None if x is None else decimal(x, self.percent_places if ind["rate"] else places, self.style["rounding"])
    def listed(self, part, *cells):  # D8; of u#own only what has a row, which a zero written by a mode is not
        return any(c.value is not None and not c.written or part[0] == "own" and c.state for c in cells) or part[0] != "own" and cells[0].expected > 0
    def compare(self, roots, chosen, p, base, by, depth, text):
        for part, ind in ((x, ind) for u in roots for x in self.listing(u, p, by, depth, self.ended(u, p, base, by)) for ind in chosen):
            c, q, b = self.pair(part, ind.code, p, base)
            if self.listed(part, c, b): yield self.row(part, ind, p, base, c, q, b, text)
    def row(self, part, ind, p, base, c, q, b, text):
        i, x, y, plan, rank, show = ind.code, c.value, b.value, base.kind == "plan", ind.nature == "rank", lambda v, mean=base.kind == "mean": self.printed_value(ind, v, mean)
        both, same, broken, old = x is not None and y is not None, same_field(c, b), self.broken(part, i, p, c, q, b, base), self.then or self
        diff = x - y if both and not broken and not (plan and ind.plan_direction == "reduce-by") else None
        up = None if diff is None or not same else -diff if rank and ind.polarity != "higher" else diff
        growth = diff / y * 100 if diff is not None and ind["amount"] and y > 0 and not plan and base.kind != "mean" else None
        done, flags = self.attainment(part, i, p, c, b) if plan else None, {f for z in (c, b) if z.value is not None for f in z.flags}
        caveats = {"current-missing": x is None, "base-missing": y is None, "base-zero": y == 0, "base-negative": y is not None and y < 0,
                   "coverage-differs": both and in_time(base) and self.basis != "common" and self.reporters(part, i, p) != old.reporters(part, i, q),
                   "calendar-differs": q and self.calendar.differs(p, q),
                   "units-differ": not same or in_time(base) and not ind["refused"] and set(self.units_in(part, p)) != set(self.units_in(part, q)),
                   "definition-differs": broken or flags & {"B", "D"}, "estimated": "E" in (c.firm, b.firm), "bounded": c.hedged or b.hedged}
        digits = lambda v: None if v is None else "0" if (s := percent(v, self.style, self.percent_places)) is None else "-" * (v < 0) + s
        return dict(zip(COMPARE, (
            self.code_of(part, p), self.called(part, p), i, ind.name, ind.measure, p.label, q and q.label, show(x, False), show(y),
            None if ind["rate"] else show(diff), digits(growth), *((show(diff), show(y)) if growth is not None else (None, None)),
            show(diff) if ind.nature == "ratio" and ind.measure == "%" else None, str(up) if rank and up is not None else None, digits(done),
            "unknown" if up is None else "increase" if up > 0 else "decrease" if up < 0 else "unchanged", [k for k, v in caveats.items() if v],
            status(c), status(b), c.expected, c.valued, q and b.expected, q and b.valued, self.basis, text(part, ind, c, q, b, base))))
    def rollup(self, roots, chosen, periods, by, depth):
        periods = sorted(set(periods), key=lambda p: (p.first, p.last, p.months))
        hull = days(min(self.cut(p)[0] for p in periods), max(self.cut(p)[1] for p in periods))  # one order of units for all the periods (N4)
        for part, ind, p in ((x, ind, p) for u in roots(hull) for x in self.listing(u, hull, by, depth) for ind in chosen for p in periods):
            if self.listed(part, c := self.cell(part, ind.code, p)):
                yield dict(zip(ROLLUP, (self.code_of(part, p), ind.code, p.label, self.printed_value(ind, c.value), c.expected, c.valued, status(c),
                                        c.origin if c.value is not None else None)))

for f in "unit_of cut tree subtree same_below units_in base_kind subs must is_expected pieces raw_own own raw cell form_cell reporters".split(): setattr(Model, f, cache(getattr(Model, f)))
