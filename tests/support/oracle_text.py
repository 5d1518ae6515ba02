#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reference model of libqcdc, sentences in Vietnamese: the rules W1...W14, and the command line.
  oracle_text.py compare BUNDLE [--unit C] [--period P] [--base B]... [--by X] [--depth N] [--indicator C]... [--missing M]
                 [--style K=V]... [--format text|csv|json];  oracle_text.py rollup BUNDLE ... --format csv|json
prints what qcdc must print.  N1...: ORACLE-NOTES.md."""
import argparse, sys
from collections import namedtuple
from fractions import Fraction
from itertools import groupby
import oracle
from oracle import decimal, percent, trim

MONEY = ("nghìn", "triệu", "tỷ", "đồng")
FULL = dict(full="cùng kỳ năm trước", short="cùng kỳ", abbreviated="CKNT")
Clause = namedtuple("Clause", "text semi changed verb opens")  # semi: "; " must follow; changed: a comparison is in it

def name(p):  # D10
    if p.kind == "days":
        day = lambda d: f"ngày {d.day:02}/{d.month:02}/{d.year}" if d.month < 3 else f"ngày {d.day:02}/{d.month}/{d.year}"
        return day(p.first) if p.first == p.last else f"từ {day(p.first)} đến {day(p.last)}"
    y, m = p.first.year, p.first.month
    if p.kind == "span" and m > 1:
        return f"từ tháng {m} năm {y} đến tháng {p.last.month} năm {p.last.year}"
    return {"month": f"tháng {m} năm {y}", "quarter": f"quý {('I', 'II', 'III', 'IV')[m // 3]} năm {y}", "year": f"năm {y}",
            "half": f"6 tháng {'đầu' if m == 1 else 'cuối'} năm {y}", "to-date": f"{p.months} tháng đầu năm {y}",
            "span": f"giai đoạn {y}-{p.last.year}"}[p.kind]

def vi(s):
    whole, _, part = s.partition(".")
    return f"{int(whole):,}".replace(",", ".") + ("," + part if part else "")

def listed_with(texts, last):  # a, b và c
    return last.join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)

def colon(base):  # W9
    return base + ":" * base[-1].isdigit()

class Writer:
    def __init__(self, model, p, bases, named=()):
        self.m, self.p, self.bases, self.style, self.introduced, self.named = model, p, bases, model.style, False, named
        self.places = int(self.style["percent_decimals"])
        self.place = self.style["change"]
        if self.place == "auto":
            self.place = "comma" if self.style["percent"] == "brackets" or self.style["show_base"] == "yes" else "brackets"
        self.always = sum(b.kind != "plan" for b in bases) > 1  # two bases: each change names its own (N30)

    # ---- Words and numbers (W3, W13)
    def number(self, x, ind, places=None):
        places = ind["decimals"] if places is None else places
        s = trim(decimal(x, places, self.style["rounding"]), self.style)
        pad = self.style["leading_zero"] == "all" or self.style["leading_zero"] == "counts" and ind["amount"] and not ind.measure.startswith(MONEY)
        return vi(s).replace(s[-1], "0" + s[-1]) if pad and not places and len(s.lstrip("-")) == 1 and s != "0" else vi(s)

    def points(self, x, places, hundred=True):  # W13: 0 only if 0
        s = percent(x, self.style, places) if hundred else trim(decimal(abs(x), places, self.style["rounding"]), self.style)
        return "dưới " + vi(decimal(Fraction(1, 10 ** places), places)) if s is None or x and not Fraction(s) else "-" * (x < 0) + vi(s)

    def rate(self, ind, x):
        places = self.places if ind["form"] else ind["decimals"]
        return self.points(x, places) + "%" if ind.measure == "%" else f"{self.points(x, places, False)} {ind.measure}"

    def term(self, x, side):  # numerator or denominator: printed by the class of its indicators
        inds = [self.m.inds[t[2]] for t in side if t[1] != "units"]
        return self.number(x, inds[0], max(i["decimals"] for i in inds)) if inds else vi(decimal(x, 0))

    def short(self, ind):
        return ind.short_measure or ind.measure

    def noun(self, ind):
        return {"ratio": "tỷ lệ", "rank": "thứ hạng", "score": "điểm số"}.get(ind.nature) or "số " + self.short(ind)

    def place_of(self, ind, c):
        return self.number(c.value, ind) + ("/" + vi(c.field) if c.field else "")

    def value(self, ind, c):
        hedge = c.hedge and c.hedge + " "
        if ind["form"] and ind.nature == "ratio":
            rate, verb = self.rate(ind, c.value), ind.rate_verb or "đạt tỷ lệ"
            rate = verb.replace("{}", rate) if "{}" in verb else f"{verb} {rate}"
            return f"{self.term(c.num, ind['form'][0])}/{self.term(c.den, ind['form'][1])} {ind.object}, {rate}" if ind.object else rate
        if ind.nature == "ratio":
            return hedge + self.rate(ind, c.value)
        if ind.nature == "rank":
            return f"{hedge}thứ {self.place_of(ind, c)} {ind.object}".rstrip()
        return f"{hedge}{self.number(c.value, ind)} {ind.object or ind.measure}"

    def base_value(self, ind, b):
        hedge = b.hedge and b.hedge + " "
        return (hedge + self.rate(ind, b.value) if ind.nature == "ratio" else f"{hedge}thứ {self.place_of(ind, b)}" if ind.nature == "rank" else
                f"{hedge}{self.number(b.value, ind)} {self.short(ind)}")

    def base_name(self, base, key=None):  # W6
        key = key or self.style["base_phrase"]
        if base.kind == "same" and key == "full-then-abbreviated":
            self.introduced, before = True, self.introduced
            return "CKNT" if before else "cùng kỳ năm trước (CKNT)"
        if base.kind == "same" and key != "year":
            return FULL.get(key) or f"cùng kỳ năm {base.period.first.year}"
        if base.kind == "previous" and key in ("full", "short", "full-then-abbreviated"):
            return "năm trước" if base.period.kind == "year" else "kỳ trước"
        return name(base.period)

    # ---- Changes (W4...W7, W12)
    def change(self, ind, x, y, several, alone, named):
        """(direction word, the rest); the word is empty when nothing changed."""
        rank, style = ind.nature == "rank", self.style
        if x == y:
            return "", "giữ nguyên thứ hạng" if rank else (self.noun(ind) + " ") * (several or named) + style["unchanged"]
        word, tail = "tăng" if (x > y) != (rank and ind.polarity != "higher") else "giảm", f" số {self.short(ind)}" * (several and not named)
        if rank:
            return word, self.number(abs(x - y), ind) + " bậc"
        if ind.measure == "%" and not ind["amount"]:
            return word, self.points(abs(x - y), self.places if ind["form"] else ind["decimals"], False) + " điểm phần trăm"
        growth = ""
        if ind["amount"] and x > 0 and y > 0:
            growth = self.points(abs(x - y) / y * 100, self.places) + "%"
            if style["form"] == "index":
                return (word, growth + tail) if x > y else ("bằng", self.points(x / y * 100, self.places) + "%" + tail)
            if style["form"] == "times" and alone and x >= 2 * y:
                return "gấp", vi(trim(decimal(x / y, self.places, style["rounding"]), style)) + " lần"
            if style["percent"] == "alone":
                return word, growth + tail
        return word, f"{self.number(abs(x - y), ind)} {self.short(ind)}" + (f" ({growth})" if growth and style["percent"] == "brackets" else "")

    def changes(self, part, base, items, alone, say, named=False, key=None):
        """One list of the items (ind, cell, base period, base cell) that have a base, with the words after it."""
        several, elide, commas = len(items) > 1, self.style["verb"] == "elide", any("," in self.short(ind) for ind, *_ in items)
        if base.kind == "plan":  # W12
            texts = [(self.noun(ind) + " ") * several + self.attained(part, base, ind, c, q, b) for ind, c, q, b in items]
            return "; ".join(texts) if commas else listed_with(texts, ", " if elide else " và ")
        pairs = [self.change(ind, c.value, b.value, several, alone, named) for ind, c, _, b in items]
        if several and not named and not any(w for w, _ in pairs):  # all equal: once
            pairs = pairs[:1] if all(ind.nature == "rank" for ind, *_ in items) else [("", self.style["unchanged"])]
        out = ""
        for k, (word, rest) in enumerate(pairs):
            out += "" if not k else "; " if commas else " và " if k == len(pairs) - 1 and not elide and not named else ", "
            again = elide and k and word == pairs[k - 1][0] and not commas and not named
            out += (self.noun(items[k][0]) + " ") * (named and word > "") + (word + " ") * (word > "" and not again) + rest
        bare = pairs[-1][0] == "gấp" or not pairs[-1][0] and items[-1][0].nature != "rank" and self.style["unchanged"] in ("bằng", "tương đương")
        if named:
            out = f"so với {self.base_name(base, key)}, {out}" if say else out
        elif say or bare:
            out += (" " if bare else " so với ") + self.base_name(base, key)
        found = [self.m.coverage(part, ind.code, q) for ind, _, q, _ in items if self.differs(part, ind, q)]
        if found := [f for f in found if f[0]]:
            n, due, kinds = min(found, key=lambda f: Fraction(f[0], f[1]))
            out += f", kỳ gốc theo báo cáo của {n}/{due} {', '.join(kinds)}"
        if self.style["show_base"] == "yes":
            (ind, c, _, b), plain = items[0], lambda v: self.rate(ind, v) if ind.nature == "ratio" else self.number(v, ind)
            if alone and ind.nature in ("ratio", "stock") and c.value != b.value:
                out += f" (từ {plain(b.value)} {'lên' if c.value > b.value else 'xuống còn'} {plain(c.value)})"
            else:
                texts = [self.base_value(i, y) for i, _, _, y in items]
                out += f" ({colon(self.base_name(base, 'short'))} {'; '.join(texts) if commas else listed_with(texts, ' và ')})"
        return out

    def differs(self, part, ind, q):
        return self.m.reporters(part, ind.code, self.p) != self.m.reporters(part, ind.code, q)

    def attained(self, part, base, ind, c, q, b):
        x, words = self.m.attainment(part, ind.code, self.p, c, b), self.m.plans.get(base.scenario) or "kế hoạch"
        when = "" if q == self.p else " năm" if q.kind == "year" else " " + name(q)
        return f"đạt {self.points(x, self.places)}% " + (words.replace("{}", when) if "{}" in words else words + when)

    # ---- Clauses (W2, W8, W9) and their parts (W10)
    def put(self, pieces):  # W7
        text = ", ".join(pieces)
        return "" if not text else f" ({text})" if self.place == "brackets" else f"; {text}" if self.place == "first" else f", {text}"

    def clause(self, part, inds, listed, prev, said, bare):
        cells = [(ind, c) for ind in inds if (c := self.m.cell(part, ind.code, self.p)).value is not None]
        if not cells:
            return None
        first, firm, alone, words = inds[0], {c.firm for _, c in cells}, len(cells) == 1, {ind.object or ind.measure for ind, _ in cells}
        prefix = "ước " if "E" in firm else "sơ bộ " if "P" in firm else ""
        verb = first.verb or (("" if bare else "có") if first.object else first.name)
        verb = verb[3:] if first.verb and (prefix or listed) and verb.startswith("đã ") else verb
        head = prefix + (verb + " ") * (verb > "" and prev != (prefix, verb))
        for k, (ind, c) in enumerate(cells):
            join = "; " if not alone and any("," in w for w in words) else ind.joiner or self.style["value_joiner"]
            join = join or (" và " if k == len(cells) - 1 else ", ")
            join = join if join in (", ", "; ", " và ") else join + " " if join[0] in ",;" else f" {join} "
            head += join * (k > 0) + self.value(ind, c)
        ind, c, phrase = first if not alone else cells[0][0], cells[0][1], cells[0][0].zero_phrase if alone else ""
        zero, had, also, pieces, notes = phrase and c.value == 0, [], "", [], ""
        head = prefix + phrase if zero else head
        for base in self.bases:
            found = [(i, x, *self.m.against(part, i.code, self.p, base)) for i, x in cells]
            items = [x for x in found if x[3].value is not None and oracle.same_field(x[1], x[3]) and (
                base.kind != "plan" or self.m.attainment(part, x[0].code, self.p, x[1], x[3]) is not None)]
            if alone and phrase and items and base.kind != "plan" and 0 in (c.value, items[0][3].value):
                b, word = items[0][3], colon(self.base_name(base))
                if zero and b.value == 0:
                    also += f"; {word} cũng {phrase}"
                else:
                    had.append(f"{word} {self.base_value(ind, b) if zero else phrase}")
                continue
            for i, x, _, b in found:
                if not oracle.same_field(x, b):
                    notes += (f" ({self.base_name(base)}: {self.place_of(i, b)}); không so sánh số bậc do số {i.object or 'đơn vị'} "
                              "được xếp hạng thay đổi")
            if items:
                say = self.place == "brackets" or base not in said or self.always
                pieces.append(self.changes(part, base, items, alone, say, self.place == "first"))
                said.add(base)
            elif base.kind != "plan" and not notes and any(x[3].state == "O" for x in found):
                pieces.append(f"chưa có số liệu {self.base_name(base, 'short')} để so sánh")
        text = head + f" ({', '.join(had)})" * bool(had) + also + self.put(pieces) + notes
        return Clause(text, bool(pieces) and self.place != "brackets", bool(pieces or had or also or notes), None if zero else (prefix, verb),
                      not (first.verb or first.object or zero))

    def run(self, part, inds, listed, said, bare=False):
        """The clauses of one list, each with its parts."""
        out, prev = [], None
        for _, group in groupby(enumerate(inds), lambda x: x[1].clause if x[1].clause not in ("", "-") else x[0]):
            group = [ind for _, ind in group]
            got = self.clause(part, group, listed, prev, said, bare)
            parts = [i for t in group for i in self.inside if i.part_of.split(":")[0] == t.code]
            if got is None:  # parts of a total without a value stand as clauses (N35)
                out, prev = out + self.run(part, parts, listed, said), None
                continue
            text, prev = got.text, got.verb
            keys = list(dict.fromkeys(i.part_of for i in parts))
            for n, key in enumerate(sorted(keys, key=lambda k: (":" not in k, keys.index(k)) if k.split(":")[0] == keys[0].split(":")[0] else (2, 0))):
                ones = [i for i in parts if i.part_of == key]
                values = [self.m.cell(part, i.code, self.p).value for i in ones]
                total = self.m.cell(part, key.split(":")[0], self.p).value
                whole = None not in values and sum(values) == total and {i.part_kind for i in ones} == {"partition"}
                texts = self.run(part, ones, listed, said, bare=whole)
                if texts:
                    plain = not any(t.changed or "," in t.text or ";" in t.text for t in texts)
                    text += ("; " if got.semi or n else ", ") + ("gồm: " if whole else "trong đó ")
                    text += listed_with([t.text for t in texts], " và ") if plain else "; ".join(t.text for t in texts)
                    got, prev = got._replace(changed=got.changed or any(t.changed for t in texts)), None
            out.append(got._replace(text=text))
        return out

    # ---- Sentences (W1, W11)
    def sentence(self, u, inds, by, every):
        version = self.m.tree(self.p)[0].get(u) or self.m.units[u][-1]
        has = lambda part: any(self.m.cell(part, i.code, self.p).value is not None for i in every)
        due = lambda part: any(self.m.cell(part, i.code, self.p).expected for i in every)
        whole, said = ("unit", u), set()
        counts = [c for i in every if (c := self.m.coverage(whole, i.code, self.p))[1]]
        n, m, kinds = min(counts, key=lambda c: Fraction(c[0], c[1]), default=(0, 0, []))
        out = name(self.p)[0].upper() + name(self.p)[1:] + ", " + f"theo báo cáo của {n}/{m} {', '.join(kinds)}, " * (0 < n < m)
        clauses = self.run(whole, inds, False, said)
        out += (version.text_name or version.name) + ":" * bool(clauses and clauses[0].opens) + " "
        out += "; ".join(c.text for c in clauses) or "chưa có số liệu"
        parts, items = self.m.below(u, self.p, by), []
        for part in parts if clauses or any(map(has, parts)) else []:
            if has(part):
                items.append(f"{self.m.called(part, self.p, True)} " + ", ".join(c.text for c in self.run(part, inds, True, set())))
            elif due(part) and (part[0] != "own" or any(self.m.cell(part, i.code, self.p).state for i in every)):
                items.append(self.m.called(part, self.p, True) + " chưa có số liệu")
        return out + (("; " if any(c.semi for c in clauses) else ", ") + "trong đó: " + "; ".join(items)) * bool(items) + "."

    def text(self, roots, chosen, by, depth):
        written = [i for i in chosen if i.clause != "-" or i.code in self.named]
        codes = {i.code for i in written}
        self.inside = [i for i in written if i.part_of.split(":")[0] in codes]
        tops = [list(g) for _, g in groupby([i for i in written if i not in self.inside], lambda i: i.sentence)]
        under = lambda ones: [i for t in ones for i in [t] + under([x for x in self.inside if x.part_of.split(":")[0] == t.code])]
        by = by if by in ("child", "level", "group") else "none"
        for u in [v for r in roots for v in self.m.heads(r, self.p, depth if by != "none" else 1)]:
            for group in tops:
                yield self.sentence(u, group, by, under(group))

    def row_text(self, part, ind, c, q, b, base):  # W14
        if c.value is None or b.value is None or not oracle.same_field(c, b):
            return None
        if base.kind == "plan" and self.m.attainment(part, ind.code, self.p, c, b) is None:
            return None
        key = self.style["base_phrase"]
        return self.changes(part, base, [(ind, c, q, b)], True, True, key="full" if key == "full-then-abbreviated" else key)

def main(argv):
    arg = argparse.ArgumentParser()
    arg.add_argument("command", choices=("compare", "rollup"))
    arg.add_argument("bundle")
    for option in ("unit", "by", "depth", "missing", "format"):
        arg.add_argument("--" + option, default={"by": "none", "depth": "1", "missing": "partial"}.get(option))
    for option in ("period", "base", "indicator", "style"):
        arg.add_argument("--" + option, action="append", default=[])
    a = arg.parse_args(argv)
    model = oracle.Model(a.bundle, a.missing, [s.split("=", 1) for s in a.style])
    depth = 99 if a.depth == "all" else int(a.depth)
    periods = [oracle.parse(p) for p in a.period or filter(None, [model.head.get("default_period")])] or [model.latest()]
    chosen = model.select(a.indicator, depth if a.by == "indicator" else 0)
    unit = a.unit or model.head.get("default_unit")
    roots = lambda p: [model.id_of(unit)] if unit else model.tree(p)[1][None]
    if a.command == "rollup":
        sys.stdout.write(oracle.printed(model.rollup(roots, chosen, periods, a.by, depth), oracle.ROLLUP, a.format))
        return
    p = periods[-1]
    bases = [model.base(b, p) for b in a.base or ["same-period"]]
    writer = Writer(model, p, bases, a.indicator)
    if a.format in (None, "text"):
        sys.stdout.write("".join(s + "\n" for s in writer.text(roots(p), chosen, a.by, depth)))
    else:
        rows = [row for base in bases for row in model.compare(roots(p), chosen, p, base, a.by, depth, writer.row_text)]
        sys.stdout.write(oracle.printed(rows, oracle.COMPARE, a.format))

if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main(sys.argv[1:])
