#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes seeded valid bundles, so that no table of known answers can pass for a library.
  perturb.py --seed N --count 200 OUTDIR    makes OUTDIR/0001/ ... each with a case.json: a list of argument lists to try.
An argument list lacks the bundle, which goes after the first word.  All offices are composed, none is real."""
import argparse, calendar, csv, json, os, random
import perturb_grammar

SIZE = {"month": 1, "quarter": 3, "half": 6, "year": 12}
KINDS = [["tỉnh"], ["huyện", "thành phố"], ["xã", "phường", "thị trấn"], ["thôn", "tổ dân phố"], ["nhóm hộ"]]
STYLE = dict(base_phrase="full short abbreviated full-then-abbreviated dated year", verb="repeat elide", percent="none brackets alone signed words",
             percent_decimals="1 2", percent_trim="whole none", show_base="no yes", form="growth index times", change="auto brackets comma first",
             leading_zero="counts off all", rounding="half-away half-even truncate", plan="attainment excess difference",
             per_year="none growth mean both", contribution="none points share both both", as_of="no yes")

# One block is what one sentence may hold.  "@" in a code or formula is the number of the block; a tuple is a choice; size: how large the
# figures are; under: figures of a subset; single: nobody adds them; places: decimals.
BLOCKS = [
    [dict(code="people@", name="Lượt người được tiếp", measure="lượt người", clause=("in@", "in@", ""), verb="đã tiếp", size=3000),
     dict(code="cases@", name="Vụ việc được tiếp", measure="vụ việc", clause=("in@", "in@", ""), joiner=("với", ", trong đó", ""), size=3000)],
    [dict(code="to_handle@", name="Đơn phải xử lý", measure="đơn", formula="carried_in@ + received_new@", verb="phải xử lý"),
     dict(code="carried_in@", name="Đơn kỳ trước chuyển sang", nature="opening", measure="đơn", object="đơn kỳ trước chuyển sang", size=200,
          part_of="to_handle@:origin", part_kind="partition"),
     dict(code="received_new@", name="Đơn tiếp nhận trong kỳ", measure="đơn", object="đơn tiếp nhận trong kỳ", size=200,
          part_of="to_handle@:origin", part_kind=("partition", "partition", "subset")),
     dict(code="handled@", name="Đơn đã giải quyết xong", measure="đơn", verb="đã giải quyết", size=200),
     dict(code="remaining@", name="Đơn còn lại", nature="closing", measure="đơn", verb="còn lại", size=60)],
    [dict(code="households@", name="Hộ gia đình", nature="stock", measure="hộ", clause=("-", ""), verb="có", size=20000),
     dict(code="cultural@", name="Hộ gia đình văn hóa", nature="stock", measure="hộ", object="hộ đạt danh hiệu", clause="-", part_of="households@",
          size=100, under="households@"),
     dict(code="household_rate@", name="Tỷ lệ hộ văn hóa", nature="ratio", measure="%", formula="cultural@ / households@", verb="có",
          rate_verb=("", "đạt tỷ lệ", "chiếm {} tổng số hộ"), object=("hộ đạt danh hiệu gia đình văn hóa", "hộ", ""))],
    [dict(code="fires@", name="Vụ cháy", measure="vụ", verb="xảy ra", object="vụ cháy",
          zero_phrase=("không xảy ra vụ cháy", "không phát sinh", ""), size=(2, 2, 5, 300))],
    [dict(code="poverty@", name="Tỷ lệ hộ nghèo", nature="ratio", measure="%", verb=("tỷ lệ hộ nghèo còn", ""), plan_direction=("", "reduce-by"),
          single=100, places=(0, 1, 2))],
    [dict(code="score@", name="Điểm cải cách hành chính", nature="score", measure="điểm", verb="đạt", single=100, places=(1, 2))],
    [dict(code="rank@", name="Thứ hạng cải cách hành chính", nature="rank", measure="bậc", verb="xếp", object=("tỉnh, thành phố", "đơn vị", ""),
          single=63, polarity=("", "", "lower", "higher"))],
    [dict(code="villages@", name="Thôn", nature="stock", measure=("thôn", "thôn, tổ dân phố"), verb=("hiện có", "có"), size=500)],
    [dict(code="inspected@", name="Đơn vị được kiểm tra", nature="distinct", measure="đơn vị", verb="kiểm tra", size=40)],
    [dict(code="trained@", name="Lượt người tập huấn lũy kế", nature="to-date", measure="lượt người", verb="đã tập huấn", size=4000)],
    [dict(code="revenue@", name="Thu ngân sách", measure=("tỷ đồng", "triệu đồng", "tấn"), verb="thu",
          plan_direction=("", "at-most"), size=9999, places=(0, 1, 2, 3))],
    [dict(code="crashes@", name="Tai nạn", measure="vụ", object="vụ tai nạn", clause="crash@", verb="xảy ra", size=40),
     dict(code="killed@", name="Người chết", measure="người chết", clause="crash@", joiner=("làm", ", làm", ""), size=(3, 40)),
     dict(code="hurt@", name="Người bị thương", measure="người bị thương", clause="crash@", size=40)],
    [dict(code="petitions@", name="Đơn khiếu nại và tố cáo", measure="đơn", verb="tiếp nhận", object="đơn khiếu nại, tố cáo", size=400),
     dict(code="within@", name="Đơn thuộc thẩm quyền", measure="đơn", object="đơn thuộc thẩm quyền giải quyết", part_of="petitions@", part_kind="subset",
          size=99, under="petitions@"),
     dict(code="settled@", name="Đơn đã giải quyết", measure="đơn", part_of="within@", clause=("-", ""), verb="đã giải quyết", size=99, under="within@"),
     dict(code="settled_rate@", name="Tỷ lệ đơn đã giải quyết", nature="ratio", measure="%", formula="settled@ / within@", verb="đã giải quyết",
          object="đơn")],
    [dict(code="a@", name="Hồ sơ trực tuyến", measure="hồ sơ", verb="tiếp nhận", object="hồ sơ trực tuyến", reporters=True, size=900),
     dict(code="b@", name="Hồ sơ trực tiếp", measure="hồ sơ", verb="tiếp nhận", object="hồ sơ trực tiếp", size=900),
     dict(code="mix@", name="Hồ sơ quy đổi", measure="hồ sơ", verb="quy đổi", object="hồ sơ quy đổi",
          formula=("2*a@ + b@", "a@ + b@ - units(kind=xã)", "a@ - base(a@)", "a@ - prev(b@)", "3*a@ - 2*b@",
                   "prev(a@) + base(b@)", "2*prev(a@) - a@ + units(kind=thôn)")),
     dict(code="growth@", name="Tỷ lệ so với trước", nature="ratio", measure="%", clause=("-", ""), rate_verb="bằng {} kỳ trước",
          formula=("a@ / base(a@)", "a@ - prev(a@) / prev(a@)", "a@ / prev(b@) + b@")),
     dict(code="online@", name="Tỷ lệ hồ sơ trực tuyến", nature="ratio", measure="%", formula="a@ / a@ + b@",
          rate_verb="chiếm {} tổng số hồ sơ", object="hồ sơ")],
    [dict(code="models@", name="Mô hình", measure="mô hình", verb="có", formula=("", "tap_the@ + ca_nhan@", "tap_the@ + ca_nhan@"), size=100)] +
    [dict(code=code + "@", name="Mô hình " + word, measure="mô hình", object="mô hình " + word, verb=("", "", "đã duy trì"), size=50,
          part_of="models@" + part, part_kind=kind)
     for code, word, part, kind in (("tap_the", "tập thể", ":holder", "partition"), ("ca_nhan", "cá nhân", ":holder", "partition"),
                                    ("kinh_te", "kinh tế", ":field", "subset"),
                                    ("van_hoa", "văn hóa", ":field", "overlap"), ("tieu_bieu", "tiêu biểu", "", "subset"))],
    [dict(code="standard@", name="Xã đạt chuẩn", nature="stock", measure="xã", verb="có", object="xã đạt chuẩn", size=9),
     dict(code="communes@", name="Xã", nature="stock", measure="xã", clause="-", size=12),
     dict(code="standard_rate@", name="Tỷ lệ xã đạt chuẩn", nature="ratio", measure="%", formula=("standard@ / communes@", "standard@ / units(kind=xã)"),
          object="xã", rate_verb="đạt")]]

def months(a, n):  # the label of n months from month index a
    y, m = divmod(a, 12)
    return (f"{y}-{m + 1:02}" if n == 1 else f"{y}-Q{m // 3 + 1}" if n == 3 and m % 3 == 0 else f"{y}-S{m // 6 + 1}" if n == 6 and m % 6 == 0 else
            f"{y}" if n == 12 else f"{y}/P{n // 12}Y" if n > 12 else f"{y}-01/P{n}M")

class Bundle:
    def __init__(self, rng):
        self.r, self.units, self.inds, self.obs, self.big = rng, [], [], {}, 3  # big: how many figures of 10^15, so that no sum overflows
        self.periods()
        self.groups = {"mien-nui": "các đơn vị miền núi", "ven-bien": "", "trong-diem": "nhóm trọng điểm"} if self.maybe(.5) else {}
        self.with_kind, depth = self.maybe(.7), rng.choice((1, 1, 2, 2, 2, 3, 3, 4, 5))
        for root in range(rng.choice((1, 1, 1, 1, 1, 1, 2))): self.add("", 0, root + 1, depth)
        self.inner = {u["parent"] for u in self.units}
        young = [u for u in self.units if u["code"] not in self.inner and u["level"]]
        if len(young) > 2 and not self.days and self.maybe(.25):  # a new and an old office
            y = self.a // 12 - rng.choice((0, 0, 1))
            young[0]["valid_from"] = f"{y}-{rng.choice(('01-01', '04-01', '07-01'))}"
            young[-1]["valid_to"] = rng.choice(("", f"{y - 1}-12-31", f"{y - 1}-06-30"))
        plans = [("ke-hoach", "kế hoạch"), ("du-toan", "dự toán{} Trung ương giao"), ("chi-tieu", "chỉ tiêu giao")]
        self.plans = dict(rng.sample(plans, rng.choice((1, 1, 2)))) if self.maybe(.35) else {}
        for n, block in enumerate(rng.sample(BLOCKS, rng.randint(1, 4))):
            sentence = str(n) if self.maybe(.6) else ""
            for spec in block: self.indicator(spec, str(n), sentence)
        self.places, self.natures = ({i["code"]: f(i) for i in self.inds} for f in (lambda i: i["decimals"] or 0, lambda i: i["nature"]))
        known = lambda *codes: all(code in self.places for code in codes)
        self.balances = {n: four for n in "0123" if known(*(four := (f"carried_in{n}", f"received_new{n}", f"remaining{n}", f"handled{n}")))}
        self.sums = {f"models{n}": [f"tap_the{n}", f"ca_nhan{n}"] for n in "0123" if known(f"models{n}")}
        self.partitions = {k: v for k, v in (("holder", "chia theo chủ thể"), ("field", "phân theo lĩnh vực, ngành"), ("origin", "chia theo nguồn")) if self.maybe(.3) and any(i.get("part_of", "").endswith(":" + k) for i in self.inds)}
        perturb_grammar.strew(self)
    def maybe(self, chance): return self.r.random() < chance
    # ---- Periods: a window is (first month, months); the first is the period asked for, the others its bases
    def periods(self):
        r, y = self.r, self.r.randint(2015, 2024)
        self.scheme = r.choice("year half quarter month to-date to-date span days months quarters mixed mixed".split())
        n = {"half": 6, "quarter": 3, "month": 1, "span": 60, "to-date": r.choice((2, 4, 5, 7, 8, 9, 9, 10, 11)), "months": r.choice((12, 12, 6, 3)),
             "mixed": r.choice((12, 12, 6)), "quarters": r.choice((12, 6, 9))}.get(self.scheme, 12)
        a = y * 12 + (r.randrange(12 // n) * n if n in (1, 3, 6) else 0)
        self.a, self.n, self.days = a, n, self.scheme == "days"
        self.windows = [(a, n), (a - (60 if n == 60 else 12), n)] + ([(a, n - 1)] if self.scheme == "to-date" else [(a - n, n)] if n in (1, 3, 6) else [])
        self.labels = [months(*w) for w in self.windows]
        if self.days:
            m, d = r.randint(1, 12), r.randint(1, 27)
            end = lambda z: 29 if calendar.isleap(z) and y % 4 == 0 else 28
            self.labels = [f"{z}-{m:02}-{d:02}/{z + 1}-02-{end(z + 1)}" for z in (y - 1, y - 2)]
    def marks(self, now):
        """The labels at which one unit reports one window, with gaps, sometimes coarse and fine together."""
        r, (a, n) = self.r, self.windows[now]
        fine = {"months": "month", "quarters": "quarter", "mixed": r.choice(("month", "quarter", "half"))}.get(self.scheme)
        fine = {"to-date": "month", "span": "year"}.get(self.scheme) if self.fine and not fine else fine
        k = SIZE.get(fine, n)
        if self.days or k >= n or n % k or self.scheme == "mixed" and self.maybe(.25): return [self.labels[now]]
        labels = [months(b, k) for b in range(a, a + n, k) if not self.maybe(.04)]
        if self.scheme == "mixed" and self.maybe(.4):
            c = r.choice([c for c in (3, 6, 12) if n % c == 0])
            labels.append(months(a + r.randrange(n // c) * c, c))
        return list(dict.fromkeys(labels))
    # ---- Units
    def add(self, parent, level, number, depth):
        r, kind, code = self.r, self.r.choice(KINDS[level]), f"u{len(self.units)}"
        name = f"{kind.capitalize()} {'ABCDE'[level]}{number}"
        low = r.choice((name[0].lower() + name[1:], f"các phòng, cơ quan thuộc khối {number}") if level else ("toàn tỉnh", "toàn huyện", "tỉnh A"))
        self.units.append(dict(
            code=code, name=name, level=level, parent=parent, kind=kind if self.with_kind else "", valid_from="", valid_to="",
            text_name=low if self.maybe(.5 if level else .8) else "", groups="|".join(g for g in self.groups if level and self.maybe(.3)),
            own_name="cơ quan " + name if self.maybe(.2) else "",
            level_name=("", "các huyện, thành phố", "các xã", "các thôn", "các nhóm hộ")[level] if self.maybe(.6) else ""))
        if level + 1 < depth and (not level or self.maybe(.75)):
            for k in range(r.randint(1, 4)):
                if len(self.units) < 60: self.add(code, level + 1, k + 1, depth)
    def alive(self, u, label):  # in force on the last day of the period
        n = int(label.split("/P")[1][:-1]) if "/P" in label else 0
        y, rest = int(label[:4]) + (n - 1 if label.endswith("Y") else 0), label[5:]
        m = 12 if not rest or label.endswith("Y") else n or ({"Q": 3, "S": 6}[rest[0]] * int(rest[1]) if rest[0] in "QS" else int(rest[:2]))
        return (u["valid_from"] or "0") <= f"{y}-{m:02}-{calendar.monthrange(y, m)[1]}" <= (u["valid_to"] or "9")
    # ---- Indicators and figures
    def indicator(self, spec, n, sentence):
        r = self.r
        row = {k: r.choice(v) if isinstance(v, tuple) else v for k, v in spec.items()}
        row = {k: v.replace("@", n) if isinstance(v, str) else v for k, v in row.items()}
        places, size, single, under = (row.pop(k, None) for k in ("places", "size", "single", "under"))
        row.update(nature=row.get("nature", "flow"), sentence=sentence, decimals=places or "")
        for key, chance in (("verb", .08), ("object", .06), ("joiner", .1)): row.update({key: ""} if self.maybe(chance) else {})
        row["short_measure"] = r.choice(("thôn, tổ dân phố", row["measure"])) if self.maybe(.05) and row["nature"] != "rank" else ""
        known = {str(u["level"]) for u in self.units} | {u["kind"] for u in self.units} | {g for u in self.units for g in u["groups"].split("|")}
        row["reporters"] = r.choice(["", "", *sorted({"2", "xã", *list(self.groups)[:1]} & known)]) if row.get("reporters") else ""
        row["frequency"] = r.choice(list(SIZE)) if row["nature"] in ("flow", "stock") and not row.get("formula") and self.maybe(.05) else ""
        self.inds.append(row)
        self.soft, self.fine = r.choice((0, 0, .03, .3)), self.maybe(.5)
        if single: self.singly(row, single, places or 0)
        elif size and not row.get("formula"): self.fill(row["code"], size, places or 0, under)
    def put(self, unit, code, label, x, places=0, scope="", scenario="", **more):
        text = "" if x is None else "-" * (x < 0) + str(abs(x)).zfill(places + 1)
        if x is not None and places:
            text = text[:-places] + "." + text[-places:]
            text = text.rstrip("0").rstrip(".") if self.maybe(.3) else text
        row = dict(unit=unit, indicator=code, period=label, value=text, scope=scope, scenario=scenario, obs_status="", hedge="", field="")
        if x is None: row["obs_status"] = self.r.choice("MOOL")
        elif self.maybe(self.soft):
            row.update(obs_status=self.r.choice(("E", "P", "P+B", "E+U", "A+D", "A")), hedge=self.r.choice(("", "", "trên", "khoảng")))
        self.obs.setdefault((unit, code, label, scope or "own", scenario), {**row, **more})
    def figure(self, size, places):
        r = self.r
        x = r.choice((0, r.randint(1, 9), r.randint(1, 9), r.randint(10, 99), r.randint(100, 9999), *(r.randint(0, size) for _ in "abcdef")))
        x = r.randint(0, size) * self.maybe(.4) if size < 6 else x
        if size > 999 and not places and self.big and self.maybe(.003):
            self.big, x = self.big - 1, 10 ** 15 + r.choice((-1, 0, 1))
        return (x if self.maybe(.997) else -x) * (r.choice((1, 1, 10 ** places)) if places else 1)
    def fill(self, code, size, places, under):
        """Figures of one indicator for every unit and window; under: a subset of that indicator's figures."""
        r, still, holes, total = self.r, self.r.choice((.05, .05, .5)), self.r.choice((0, 0, .05, .2)), self.r.choice((0, 0, .3, .8))
        for u in self.units:
            inner = u["code"] in self.inner
            scope = "" if not inner or self.maybe(.15) else "own" if self.maybe(.1) else "total" if self.maybe(total) else None
            kept = {}
            for now in range(len(self.labels)) if scope is not None else ():
                for at, label in enumerate(self.marks(now)):
                    if not self.alive(u, label) or self.maybe(holes) or now == 2 and self.maybe(.5): continue
                    x = kept.get(at) if now and self.maybe(still) else None
                    x = self.figure(size * (9 if scope == "total" and size > 5 else 1), places) if x is None else x
                    if under:
                        whole = (self.obs.get((u["code"], under, label, scope or "own", "")) or {"value": ""})["value"]
                        if not whole or int(whole) < 0: continue
                        x = r.choice((int(whole), r.randint(0, int(whole)), r.randint(0, int(whole))))
                    kept[at] = x
                    self.put(u["code"], code, label, None if self.maybe(.02) else x, places, scope)
            if self.maybe(.7): self.plan(u, code, size, places, "total" if inner else "", .4 if inner else 1)
    def singly(self, row, top, places):
        for u in self.units:
            scope = "total" if u["code"] in self.inner and self.maybe(.5) else ""
            fields = [str(self.r.choice((top, top, 34))) if row["nature"] == "rank" else "" for _ in "ab"]
            for now, label in enumerate(self.labels):
                if self.alive(u, label) and not self.maybe(.15):
                    x = self.r.randint(1, int(fields[now > 0])) if fields[0] else self.r.randint(0, top * 10 ** places)
                    self.put(u["code"], row["code"], label, x, places, scope, field=fields[now > 0], hedge="")
            if not fields[0]: self.plan(u, row["code"], top, places, scope, .4)
    def plan(self, u, code, size, places, scope, chance):
        for plan in self.plans:
            label = self.labels[0] if self.days or self.n > 12 or self.maybe(.5) else str(self.a // 12)
            if self.alive(u, label) and self.maybe(chance):
                self.put(u["code"], code, label, self.r.randint(1, size * 10 ** places + 1), places, scope, plan)
    # ---- Output
    def style(self, sentences=False):  # sentences: whether a plan of the year may be told of otherwise, which the text of a row does not know yet
        style = {k: self.r.choice(v.split()) for k, v in STYLE.items() if self.maybe(.35)}
        if not sentences and self.n < 12: style.pop("plan", None)
        style["unchanged"] = self.r.choice(("bằng", "tương đương", "không tăng, không giảm", "giữ nguyên")) if self.maybe(.25) else ""
        style["value_joiner"] = self.r.choice(("và", "với", ";")) if self.maybe(.15) else ""
        return {k: v for k, v in style.items() if v}
    def commands(self):
        self.steady = [u["code"] for u in self.units if not u["valid_from"] and not u["valid_to"]]
        r, out, fixed = self.r, [], not any(u["valid_from"] or u["valid_to"] for u in self.units)
        more = [r.choice(("text", "text", "json", "rollup")) for _ in range(r.randint(0, 3))]
        for form in ["text", "text", "json", "csv", "rollup"][:r.randint(4, 5)] + more:
            args = ["rollup" if form == "rollup" else "compare"]
            args += ["--by", r.choice(("none", "child", "child", "level", "group", "indicator"))] if self.maybe(.7) else []
            args += ["--depth", r.choice(("1", "2", "3", "all"))] if self.maybe(.35) else []
            args += ["--unit", r.choice(self.units[:4])["code"]] if fixed and self.maybe(.2) else []
            args += ["--indicator=" + i["code"] for i in r.sample(self.inds, min(len(self.inds), r.choice((0, 0, 0, 1, 2))))]
            args += perturb_grammar.options(self, form)
            if form == "rollup":
                out.append(args + [f"--period={p}" for p in r.sample(self.labels, r.randint(1, len(self.labels)))] + ["--format", r.choice(("csv", "json"))])
                continue
            bases = ["previous", self.labels[1]] + ["same-period", "same-period"] * (self.n < 60)
            bases += ["plan"] * bool(self.plans) + [f"plan:{p}" for p in self.plans]
            bases += ["parent-mean"] * self.maybe(.15) + [f"unit:{r.choice(self.steady)}"] * bool(self.steady and self.maybe(.25))
            common = perturb_grammar.common(self, args)
            bases = common or bases
            some = list(dict.fromkeys(r.sample(bases, 1 if common or self.maybe(.7) else 2))) if self.n == 60 or self.maybe(.6) else []
            args += ["--basis", "common"] * bool(common) + [f"--base={b}" for b in (["previous"] if some == ["plan"] and self.maybe(.5) else []) + some]
            args += [x for k, v in self.style(form == "text").items() for x in ("--style", f"{k}={v}")] if self.maybe(.3) else []
            out.append(args + (["--format", form] if form != "text" or self.maybe(.5) else []))
        return out + perturb_grammar.more_commands(self)
    def write(self, folder):
        vi, sep = self.maybe(.15), ";" if self.maybe(.1) else ","
        os.makedirs(folder, exist_ok=True)
        head = dict(format="1", number_format="vi" if vi else "canonical", default_period=self.labels[0], **({"default_unit": "u0"} if self.maybe(.6) else {}), **self.head)
        with open(f"{folder}/bundle.ini", "w", encoding="utf-8") as f:
            for name, keys in (("bundle", head), ("plans", self.plans), ("groups", {k: v for k, v in self.groups.items() if v}), ("partitions", self.partitions), ("style", self.style())):
                f.write(f"[{name}]\n" + "".join(f"{k}={v}\n" for k, v in keys.items()) + "\n")
        rows = self.r.sample(list(self.obs.values()), len(self.obs))
        for row in [*rows, *self.files.get("revisions.csv", [])] if vi else []:
            whole, _, part = row["value"].lstrip("-").partition(".")
            row["value"] = "-" * row["value"].startswith("-") + (f"{int(whole):,}".replace(",", ".") if whole else "") + ("," + part if part else "")
        for name, rows, must in (("units", self.units, "code name level"), ("indicators", self.inds, "code name nature measure"),
                                 ("observations", rows, "unit indicator period value"), *((f[:-4], r, perturb_grammar.MUST[f]) for f, r in self.files.items())):
            columns = [c for c in dict.fromkeys(must.split() + [k for row in rows for k in row]) if c in must.split() or any(row.get(c) for row in rows)]
            with open(f"{folder}/{name}.csv", "w", encoding="utf-8-sig" if self.maybe(.1) else "utf-8", newline="") as f:
                out = csv.DictWriter(f, columns, restval="", extrasaction="ignore", delimiter=sep, lineterminator="\r\n" if self.maybe(.1) else "\n")
                out.writerows([dict(zip(columns, columns)), *rows])
        with open(f"{folder}/case.json", "w", encoding="utf-8") as f: json.dump(self.commands(), f, ensure_ascii=False, indent=0)

if __name__ == "__main__":
    arg = argparse.ArgumentParser()
    arg.add_argument("--seed", type=int, default=1)
    arg.add_argument("--count", type=int, default=200)
    arg.add_argument("outdir")
    a = arg.parse_args()
    print(f"perturb: seed {a.seed}, {a.count} bundles")
    for k in range(1, a.count + 1): Bundle(random.Random(f"{a.seed}/{k}")).write(f"{a.outdir}/{k:04}")
