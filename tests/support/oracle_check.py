# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reference model of libqcdc, what is held against what: the rules of D40, D45...D50 and D52 over the cells of oracle.py.
findings(model) gives each finding without its words (KEYS), in the order of D50.  N47...: ORACLE-NOTES.md."""
import re
from collections import namedtuple
from fractions import Fraction
from oracle import TIME, decimal, months, previous, read_form, same_period

KEYS = "finding rule severity unit indicator period left right difference cells".split()
BUILT_IN = ("reported-total coarse-against-fine parts-against-total part-above-total fraction-above-one opening-against-closing "
            "derived-against-reported two-calendars group-partition revised-base").split()  # F200...F209
HOLDS = {"=": lambda d, t: abs(d) <= t, "!=": lambda d, t: abs(d) > t, "<=": lambda d, t: d <= t, "<": lambda d, t: d < t,
         ">=": lambda d, t: d >= -t, ">": lambda d, t: d > -t}
SPELLED = {"==": "=", "≤": "<=", "≥": ">=", "≠": "!="}
FILES = ["observations.csv", "revisions.csv", "units.csv"]
Operand = namedtuple("Operand", "unit indicator period cell")
Side = namedtuple("Side", "value places ratio operands")

def places_of(x):  # decimals of a coefficient
    return next(d for d in range(19) if (x * 10 ** d).denominator == 1)
def now(m, i):  # i and the terms of its formula that are taken now
    return {i} | {j for side in m.inds[i]["form"] or [] for t in side if t[1] == "" for j in now(m, t[2])}
def names(form): return [t for side in form for t in side if t[1] != "units"]

class Check:
    def __init__(self, model):
        self.m, self.out = model, []
        self.rows = [(key, p, r) for key, rows in model.obs.items() for p, r in rows.items() if r.value is not None]
        self.settings = {r.code: r for r in model.rules if r.code in BUILT_IN and not r.rule}
        self.rules = [(r, *self.read(r.rule)) for r in model.rules if r.rule]
    def read(self, text):  # left form, operator, right form; "=" inside brackets is that of units(kind=...)
        left, sign, right = re.split(r"(<=|>=|!=|==|=|<|>|≤|≥|≠)(?![^()]*\))", text)
        return read_form(left), SPELLED.get(sign, sign), read_form(right)
    def operand(self, u, i, p, sc="actual", cell=None, kind="unit"):
        return Operand(self.m.code_of(("unit", u), p), i, p, cell or self.m.cell((kind, u), i, p, sc))
    def tried(self, inds):  # D47: where a row is
        inds = {j for i in inds for j in now(self.m, i)}
        return dict.fromkeys((key[0], p, key[2]) for key, p, _ in self.rows if key[1] in inds)
    def places(self, *inds): return max(self.m.inds[i]["decimals"] for i in inds)
    def tolerance(self, rule): return Fraction(self.settings[rule].tolerance or 0) if rule in self.settings else 0
    def tell(self, rule, operands, left, right, places, *, indicator=None, severity=None, line=None, at=None, hedged=None):
        """places: None for a quotient's; line: where it stands, if not at a row of the operands; at: (unit, period)."""
        number = 200 + BUILT_IN.index(rule) if severity is None else 210
        severity = severity or rule in self.settings and self.settings[rule].severity or "warning"
        if severity == "off": return
        severity = "warning" if (any(o.cell.hedged for o in operands) if hedged is None else hedged) else severity  # D49
        show, first = lambda x: None if x is None else decimal(x, places), operands[0] if operands else None
        value = lambda o: None if o.cell.value is None else decimal(o.cell.value, self.m.inds[o.indicator]["decimals"])
        cells = [dict(unit=o.unit, indicator=o.indicator, period=o.period.label, value=value(o)) for o in operands]
        unit, period = at or (first.unit, first.period)
        line = line or next((o.cell.row for o in operands if o.cell.row), ("", 0))
        left, right, difference = map(show, (left, right, None if None in (left, right) else left - right))
        found = dict(zip(KEYS, (f"QCDC-F{number}", rule, severity, unit, indicator or first and first.indicator, period and period.label,
                                left, right, difference, cells)))
        self.out.append(((FILES.index(line[0]) if line[0] else -1, line[1], number, rule, unit or "", period and period.label or ""), found))
    # ---- rules.csv (D46, D47)
    def side(self, form, u, p, sc):  # None: says nothing
        sums, places, operands = [], 0, []
        for terms in form:
            total = Fraction(0)
            for factor, shift, name in terms:
                if shift == "units":
                    m, day = self.m, self.m.cut(p)[1]
                    total += factor * sum(m.tree(p)[0][w].kind == name and m.in_force(w, day) for w in m.units_in(("unit", u), p))
                    continue
                q = {"prev": previous, "base": same_period}.get(shift, lambda q: q)(p)
                if not q or (o := self.operand(u, name, q, sc)).cell.value is None or not o.cell.whole: return None
                total += factor * o.cell.value
                places = max(places, places_of(factor) + self.m.inds[name]["decimals"])
                operands.append(o)
            sums.append(total)
        if len(sums) == 1: return Side(sums[0], places, False, operands)
        return Side(sums[0] / sums[1], 4, True, operands) if sums[1] else None
    def written(self):
        for r, left, sign, right in self.rules:
            every = names(left + right)
            for u, p, sc in self.tried(t[2] for t in every if not t[1]):
                a, b = self.side(left, u, p, sc), self.side(right, u, p, sc)
                if a and b and not HOLDS[sign](a.value - b.value, Fraction(r.tolerance or 0)):
                    places = 4 if a.ratio or b.ratio else max(a.places, b.places)
                    self.tell(r.code, a.operands + b.operands, a.value, b.value, places, indicator=every[0][2], severity=r.severity or "warning",
                              at=(self.m.code_of(("unit", u), p), p), hedged=self.hedged(left, right, a, b))
    def hedged(self, left, right, a, b):  # D49: a figure on both sides of a linear rule cancels out
        terms = [(sign * factor, shift, name) for form, sign in ((left, 1), (right, -1)) for terms in form for factor, shift, name in terms if shift != "units"]
        net = lambda shift, name: a.ratio or b.ratio or sum(factor for factor, *term in terms if term == [shift, name])
        return any(o.cell.hedged and net(*term) for o, (_, *term) in zip(a.operands + b.operands, terms, strict=True))
    # ---- Built-in rules (D48)
    def differ(self, rule, left, rights, places, **more):
        right = sum(o.cell.value or 0 for o in rights)
        if abs(left.cell.value - right) > self.tolerance(rule): self.tell(rule, [left, *rights], left.cell.value, right, places, **more)
    def totals(self):  # S11: where the sum is complete, and so the value
        for (u, i, sc, scope), p, r in self.rows:
            if scope != "total" or self.m.inds[i]["form"] or self.m.inds[i]["refused"] or not self.m.same_below(u, p): continue  # D44
            parts = [self.operand(u, i, p, sc, kind="own")] + [self.operand(k, i, p, sc) for k in self.m.kids(u, p)]
            some = parts[parts[0].cell.value is None:]
            complete = sum(o.cell.expected for o in parts) == sum(o.cell.valued for o in parts)  # D18, or each of them whole
            if any(o.cell.value is not None for o in some) and (complete or all(o.cell.whole for o in parts)):
                self.differ("reported-total", self.operand(u, i, p, cell=r), some, self.places(i))
    def coarse(self):  # S16, S17
        for (u, i, sc, scope), p, r in self.rows:
            if self.m.inds[i]["form"] or TIME.get(self.m.inds[i].nature, "direct") == "direct": continue
            ok, used = self.m.labels(u, i, sc, scope, p)
            if ok and used != [p]:
                row = lambda q: self.operand(u, i, q, cell=self.m.obs[u, i, sc, scope][q])
                self.differ("coarse-against-fine", row(p), [row(q) for q in used], self.places(i))
    def parts(self):  # S7: each list of parts against its total
        lists = {}
        for i in self.m.inds.values():
            if i.part_of and i["amount"] and self.m.inds[i.total]["amount"]: lists.setdefault((i.total, i.part_of, i.part_kind or "subset"), []).append(i)
        for (total, _, kind), inds in lists.items():
            for u, p, sc in self.tried([total, *(i.code for i in inds)]):
                day, top = self.m.cut(p)[1], self.operand(u, total, p, sc)
                if top.cell.value is None or not top.cell.whole: continue
                live = [i for i in inds if i["life"][0] <= day <= i["life"][1]]
                ones = [(i, o) for i in live if (o := self.operand(u, i.code, p, sc)).cell.value is not None and o.cell.whole]
                if kind == "partition" and live and len(ones) == len(live):
                    self.differ("parts-against-total", top, [o for _, o in ones], self.places(total, *(i.code for i in live)))
                elif top.cell.value >= 0: self.above(top, ones)
    def above(self, top, ones):
        over, rule = [o for _, o in ones if o.cell.value > top.cell.value + self.tolerance("part-above-total")], "part-above-total"
        for o in over: self.tell(rule, [o, top], o.cell.value, top.cell.value, self.places(o.indicator, top.indicator))
        some = [o for i, o in ones if i.part_kind != "overlap"]
        value = sum(o.cell.value for o in some)
        if not over and some and min(o.cell.value for o in some) >= 0 and value > top.cell.value + self.tolerance(rule):
            self.tell(rule, [*some, top], value, top.cell.value, self.places(top.indicator, *(o.indicator for o in some)))
    def fractions(self):
        above = lambda i: {i} | (above(self.m.inds[i].total) if self.m.inds[i].total else set())
        for ind in self.m.inds.values():
            terms = [t for side in ind["form"] or [] for t in side]
            if not ind["rate"] or ind.measure != "%" or any(t[1] for t in terms) or len({self.m.inds[t[2]].measure for t in terms}) > 1: continue
            if len(terms) == 2 and terms[0][0] == terms[1][0] == 1 and terms[1][2] in above(terms[0][2]) - {terms[0][2]}: continue  # a part: F203
            for u, p, sc in self.tried([ind.code]):
                c = self.m.cell(("unit", u), ind.code, p, sc)
                if c.whole and c.value is not None and c.num / c.den > 1 + self.tolerance("fraction-above-one"):
                    self.tell("fraction-above-one", [self.operand(u, t[2], p, sc) for t in terms], c.num / c.den, Fraction(1), 4, indicator=ind.code)
    def balances(self):
        whole = lambda terms: [x for t in terms for x in [t, *(whole(names(self.m.inds[t[2]]["form"] or [])) if not t[1] else [])]]  # with the formulas they name
        equations = [names(left + right) for r, left, sign, right in self.rules if sign == "=" and r.severity != "off" and len(left) == len(right) == 1]
        equations += [[(1, "", i.code), *names(i["form"])] for i in self.m.inds.values() if i["form"] and len(i["form"]) == 1]
        pairs = {}
        for terms in map(whole, equations):
            of = lambda nature: list({(t[1], t[2]) for t in terms if self.m.inds[t[2]].nature == nature})
            (first, last) = of("opening"), of("closing")
            if len(first) == len(last) == 1 and first[0][0] == last[0][0] == "": pairs[first[0][1], last[0][1]] = True
        for first, last in pairs:
            for u, p, sc in self.tried([first]):
                q = previous(months(p.start, 12) if p.kind == "to-date" else p)  # what ends where p begins
                a, b = self.operand(u, first, p, sc), self.operand(u, last, q, sc)
                if None not in (a.cell.value, b.cell.value) and a.cell.whole and b.cell.whole:
                    self.differ("opening-against-closing", a, [b], self.places(first, last))
    def derived(self):
        for (u, i, sc, scope), p, r in self.rows:
            ind, kind = self.m.inds[i], "own" if scope == "own" and self.m.kids(u, p) else "unit"
            if not ind["form"] or (c := self.m.cell((kind, u), i, p, sc)).value is None or not c.whole: continue
            near = Fraction(decimal(c.value, ind["decimals"])) if ind["rate"] else c.value
            agrees = abs(r.value - near) <= self.tolerance("derived-against-reported")
            terms = {"prev": previous, "base": same_period}
            ones = [self.operand(u, t[2], terms.get(t[1], lambda q: q)(p), sc, kind=kind) for t in names(ind["form"])]
            if not agrees: self.tell("derived-against-reported", [self.operand(u, i, p, cell=r), *ones], r.value, c.value, 4 if ind["rate"] else ind["decimals"])
    def calendars(self):  # D40
        first, m = {}, self.m
        for (key, p), rows in sorted(m.history.items(), key=lambda x: (min(x[1]), x[1][min(x[1])].row[1])):  # where the figure stood first
            first.setdefault(p, (key, rows[max(rows)]))
        for p, (key, r) in first.items():
            q = same_period(p)
            if q in first and m.calendar.differs(p, q):
                self.tell("two-calendars", [], None, None, 0, indicator=key[1], line=r.row, at=(m.code_of(("unit", key[0]), p), p))
    def groups(self):  # D45: a unit in two groups, told where it stands
        if not self.m.partition: return
        for u, vs in self.m.units.items():
            for v in vs:
                if any(g in self.m.groups for g in v["groups"]) and len({g for w in self.line_of(v) for g in w["groups"] if g in self.m.groups}) > 1:
                    self.tell("group-partition", [], None, None, 0, line=("units.csv", v["line"]), at=(v.code, None))
    def line_of(self, v):  # the version and those above it while it is in force
        meet = lambda w: w["life"][0] <= v["life"][1] and v["life"][0] <= w["life"][1]
        up = [w for ws in self.m.units.values() for w in ws if v.parent and v.parent in (w.code, w.id) and meet(w)]
        return [v] + [x for w in up for x in self.line_of(w)]
    def revised(self):  # D52
        for ((u, i, sc, scope), p), rows in self.m.history.items():
            a, b = rows[min(rows)], rows[max(rows)]
            if a.value == b.value or None not in (a.value, b.value) and abs(a.value - b.value) <= self.tolerance("revised-base"): continue
            ones = [self.operand(u, i, p, cell=c) for c in (b, a)]
            self.tell("revised-base", ones, b.value, a.value, self.places(i), line=b.row, indicator=i, at=(self.m.code_of(("unit", u), p), p))

def findings(model):
    check = Check(model)
    for rule in "written totals coarse parts fractions balances derived calendars groups revised".split(): getattr(check, rule)()
    return [found for _, found in sorted(check.out, key=lambda x: x[0])]
