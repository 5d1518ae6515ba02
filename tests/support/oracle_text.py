#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reference model of libqcdc, sentences in Vietnamese: the rules W1...W14, and the command line.
  oracle_text.py compare BUNDLE [--unit C] [--period P] [--base B]... [--by none|child|level|group|indicator] [--depth N|all]
                 [--indicator C]... [--missing MODE] [--hierarchy H] [--calendar C] [--revision N] [--base-known now|then] [--style K=V]...
                 [--format text|csv|json]
  oracle_text.py rollup BUNDLE ... --format csv|json
  oracle_text.py check BUNDLE            the keys of oracle_check.KEYS as JSON lines
  oracle_text.py calendar BUNDLE --period P... --working-days N --format csv|json
prints what qcdc must print on stdout.  N1...: ORACLE-NOTES.md."""
import argparse, re, sys
from collections import namedtuple
from datetime import timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import groupby
import oracle, oracle_calendar, oracle_check
from oracle import BESIDE, decimal, in_time, percent, trim

MONEY = ("nghìn", "triệu", "tỷ", "đồng")
PEOPLE = ("đồng chí", "đồng bào", "đồng đội", "đồng phạm", "đồng nghiệp")
def is_money(measure): return measure.startswith(MONEY) and not measure.startswith(PEOPLE)
def counted(measure):  # what stands after "số" (W7): "lượt khách" of thousands of them, "tiền" of "tỷ đồng"
    words = measure.split(" ")
    while len(words) > 1 and words[0] in ("nghìn", "ngàn", "triệu", "tỷ", "tỉ"): words = words[1:]
    rest = " ".join(words)
    money = re.match(r"(đồng|VNĐ|VND|USD)(?!\w)", rest)
    return "tiền" + rest[money.end():] if money and not rest.startswith(PEOPLE) else rest
BREAK = "không so sánh do thay đổi định nghĩa, phạm vi tính"
# semi: "; " must follow; changed: a comparison is in it; verb: what the next clause need not repeat; opens: the name stands for the verb;
# prefix: what it began with, or began with as if said (W26); parts: it has parts by indicator
Clause = namedtuple("Clause", "text semi changed verb opens prefix parts")

def day(d): return f"ngày {d.day:02}/{d.month:0{2 if d.month < 3 else 1}}/{d.year}"
def name(p):  # D10
    y, m = p.first.year, p.first.month
    if p.kind == "days":
        return day(p.first) if p.first == p.last else f"từ {day(p.first)} đến {day(p.last)}"
    return {"month": f"tháng {m} năm {y}", "quarter": f"quý {('I', 'II', 'III', 'IV')[(m - 1) // 3]} năm {y}", "year": f"năm {y}",
            "half": f"6 tháng {'đầu' if m == 1 else 'cuối'} năm {y}", "to-date": f"{p.months} tháng đầu năm {y}",
            "span": f"giai đoạn {y}-{p.last.year}" if m == 1 else f"từ tháng {m} năm {y} đến tháng {p.last.month} năm {p.last.year}"}[p.kind]
def vi(s):
    whole, _, part = s.partition(".")
    return "-" * s.startswith("-") + f"{abs(int(whole)):,}".replace(",", ".") + ("," + part if part else "")
def in_words(texts, last): return last.join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)  # a, b và c
def colon(base): return base + ":" * base[-1].isdigit()  # W9

class Writer:
    def __init__(self, model, p, bases, named=()):
        self.m, self.p, self.bases, self.style, self.named, self.introduced = model, p, bases, model.style, named, False
        wide = self.style["percent"] in ("brackets", "signed", "words") or self.style["show_base"] == "yes"
        self.place = self.style["change"] if self.style["change"] != "auto" else "comma" if wide else "brackets"
        self.always = sum(b.kind != "plan" for b in bases) > 1  # of two bases each change names its own (N30)
    # ---- Words and numbers (W3, W13)
    def number(self, x, ind, places=None):
        places = ind["decimals"] if places is None else places
        s, pad = trim(decimal(x, places, self.style["rounding"]), self.style), self.style["leading_zero"]
        pad = pad == "all" or pad == "counts" and ind["amount"] and not is_money(ind.measure)
        return "0" + vi(s) if pad and not places and len(s) == 1 and s != "0" else vi(s)
    def share(self, x, places=None, hundred=True):  # 0 only if 0; hundred: 100 only if 100, which points need not be
        places = self.m.percent_places if places is None else places
        s = percent(x, self.style, places) if hundred else trim(decimal(abs(x), places, self.style["rounding"]), self.style)
        return "dưới " + vi(decimal(Fraction(1, 10 ** places), places)) if s is None or x and not Fraction(s) else "-" * (x < 0) + vi(s)
    def none(self): return "chưa có số liệu" + " của cả hai kỳ" * (self.m.basis == "common")  # W24
    def cell(self, part, i):  # on the common set the current figures are those of the set (W24)
        return self.m.pair(part, i, self.p, self.bases[0])[0] if self.m.basis == "common" else self.m.cell(part, i, self.p)
    def mean_places(self, ind, base):  # D57
        return max(ind["decimals"], self.m.percent_places) if base.kind == "mean" and not ind["rate"] else None
    def rate(self, ind, x, places=None):
        places = None if ind["form"] else places or ind["decimals"]
        return self.share(x, places) + "%" if ind.measure == "%" else f"{self.share(x, places, False)} {ind.measure}"
    def term(self, x, side):  # numerator or denominator: printed by the class of its first indicator
        inds = [self.m.inds[t[2]] for t in side if t[1] != "units"]
        if inds: return self.number(x, inds[0], max(i["decimals"] for i in inds))
        return ("0" if 0 < x < 10 and self.style["leading_zero"] != "off" else "") + vi(decimal(x, 0))  # units are counts
    def short(self, ind): return ind.short_measure or ind.measure
    def noun(self, ind): return {"ratio": "tỷ lệ", "rank": "thứ hạng", "score": "điểm số"}.get(ind.nature) or "số " + counted(self.short(ind))
    def place_of(self, ind, c): return self.number(c.value, ind) + ("/" + vi(c.field) if c.field else "")
    def value(self, ind, c, noun=None, places=None):
        hedge = c.hedge and c.hedge + " "
        if ind["rate"] and noun is None:
            rate, verb = self.rate(ind, c.value), ind.rate_verb or "đạt tỷ lệ"
            rate = verb.replace("{}", rate) if "{}" in verb else f"{verb} {rate}"
            return f"{self.term(c.num, ind['form'][0])}/{self.term(c.den, ind['form'][1])} {ind.object}, {rate}" if ind.object else rate
        if ind.nature == "ratio": return hedge + self.rate(ind, c.value, places)
        if ind.nature == "rank": return f"{hedge}thứ {self.place_of(ind, c)} {ind.object if noun is None else noun}".rstrip()
        return f"{hedge}{self.number(c.value, ind, places)} {noun or ind.object or ind.measure}"
    def base_value(self, ind, b, base): return self.value(ind, b, "" if ind.nature == "rank" else self.short(ind), self.mean_places(ind, base))
    def base_name(self, base, key=None):  # W6, W15, W16
        if base.kind == "unit": return self.m.called(("unit", base.unit), self.p, True)
        if base.kind == "mean": return "bình quân chung " + self.m.called(("unit", self.m.above(self.part, self.p)), self.p, True)
        key = key or self.style["base_phrase"]
        if base.kind == "same" and key == "full-then-abbreviated":
            self.introduced, before = True, self.introduced
            return "CKNT" if before else "cùng kỳ năm trước (CKNT)"
        if base.kind == "same" and key != "year":
            return dict(full="cùng kỳ năm trước", short="cùng kỳ", abbreviated="CKNT").get(key) or f"cùng kỳ năm {base.period.first.year}"
        if base.kind == "previous" and key in ("full", "short", "full-then-abbreviated"):
            return "năm trước" if base.period.kind == "year" else "kỳ trước"
        return name(base.period)
    # ---- Changes (W4...W7, W12)
    def change(self, ind, x, y, several, alone, named, base):  # (direction word, the rest); the word is empty when nothing changed
        rank, style, growth, beside, places = ind.nature == "rank", self.style, "", base.kind in BESIDE, self.mean_places(ind, base)
        if x == y and beside: return "", (self.noun(ind) + " ") * (several or named) + "bằng"
        if x == y: return "", "giữ nguyên thứ hạng" if rank else (self.noun(ind) + " ") * (several or named) + style["unchanged"]
        words = ("cao hơn", "thấp hơn") if beside else ("tăng", "giảm")
        word, tail = words[(x > y) == (rank and ind.polarity != "higher")], f" số {counted(self.short(ind))}" * (several and not named)
        if rank: return word, self.number(abs(x - y), ind) + " bậc"
        if ind.measure == "%" and not ind["amount"]:
            return word, self.share(abs(x - y), None if ind["form"] else places or ind["decimals"], False) + " điểm phần trăm"
        if ind["amount"] and x > 0 and y > 0:
            if style["form"] == "index" and x < y: return "bằng", self.share(x / y * 100) + "%" + tail
            if style["form"] == "times" and alone and x >= 2 * y:
                return "gấp", vi(trim(decimal(x / y, self.m.percent_places, style["rounding"]), style)) + " lần"
            growth = self.share(abs(x - y) / y * 100) + "%" if base.kind != "mean" and (style["percent"] != "none" or style["form"] == "index") else ""
            if growth and (style["percent"] == "alone" or style["form"] == "index"): return word, growth + tail
        sign = (word + " " if growth.startswith("dưới") else "-+"[x > y]) * (style["percent"] == "signed")
        growth = growth and (f", tương ứng với {growth}" if style["percent"] == "words" else f" ({sign}{growth})")  # W17
        size = self.number(abs(x - y), ind, places)
        if places and not Fraction(decimal(abs(x - y), places, style["rounding"])): size = "dưới " + vi(decimal(Fraction(1, 10 ** places), places))
        return word, f"{size} {self.short(ind)}{growth}"
    def changes(self, part, base, items, alone, say, named=False, key=None):
        """One list of the items (indicator, cell, base period, base cell) that have a base, with the words after it."""
        several, among, elide, commas = len(items) > 1, len(items) > 1 or not alone, self.style["verb"] == "elide", any("," in self.short(ind) for ind, *_ in items)
        self.part = part
        if base.kind == "plan":  # W12
            texts = [(self.noun(ind) + " ") * among + self.attained(part, base, ind, c, q, b) for ind, c, q, b in items]
            return "; ".join(texts) if commas else in_words(texts, ", " if elide else " và ")
        pairs = [self.change(ind, c.value, b.value, among, alone, named, base) for ind, c, _, b in items]
        pairs = [(w, rest[:-len("bằng")] + "ngang bằng" if not w and base.kind in BESIDE and (named or k < len(pairs) - 1) else rest) for k, (w, rest) in enumerate(pairs)]
        commas = commas or several and any(", tương ứng với " in rest for _, rest in pairs)
        if several and not named and not any(w for w, _ in pairs):  # all equal: once
            pairs = [("", "bằng")] if base.kind in BESIDE else pairs[:1] if all(ind.nature == "rank" for ind, *_ in items) else [("", self.style["unchanged"])]
        out = ""
        for k, (word, rest) in enumerate(pairs):
            out += "" if not k else "; " if commas else " và " if k == len(pairs) - 1 and not elide and not named else ", "
            again = elide and k and word == pairs[k - 1][0] and not commas and not named
            out += (self.noun(items[k][0]) + " ") * (named and word > "") + (word + " ") * (word > "" and not again) + rest
        bare = pairs[-1][0] == "gấp" or not pairs[-1][0] and (base.kind in BESIDE or items[-1][0].nature != "rank" and self.style["unchanged"] in ("bằng", "tương đương"))
        if named: out = f"so với {self.base_name(base, key)}, {out}" if say else out
        elif say or bare: out += (" " if bare else " so với ") + self.base_name(base, key)
        old = self.m.then or self.m
        found = [(*old.coverage(part, i.code, q), self.m.coverage(part, i.code, self.p)) for i, _, q, _ in items if in_time(base) and self.m.basis != "common" and self.m.reporters(part, i.code, self.p) != old.reporters(part, i.code, q)]
        if found := [f for f in found if f[0]]:
            n, due, kinds, now = min(found, key=lambda f: Fraction(f[0], f[1]))
            of = "" if n >= due and now[0] >= now[1] else f"/{due}"  # only the set changed
            out += f", kỳ gốc theo báo cáo của {n}{of} {', '.join(kinds)}"
        (ind, c, _, b), plain = items[0], lambda v: self.rate(ind, v) if ind.nature == "ratio" else self.number(v, ind)
        if self.style["show_base"] == "no": return out
        if alone and in_time(base) and ind.nature in ("ratio", "stock") and c.value != b.value:
            return out + f" (từ {plain(b.value)} {'lên' if c.value > b.value else 'xuống còn'} {plain(c.value)})"
        texts = [self.base_value(i, y, base) for i, _, _, y in items]
        return out + f" ({colon(self.base_name(base, 'short'))} {'; '.join(texts) if commas else in_words(texts, ' và ')})"
    def attained(self, part, base, ind, c, q, b):
        x, words = self.m.attainment(part, ind.code, self.p, c, b), self.m.plans.get(base.scenario) or "kế hoạch"
        when = "" if q == self.p else " năm" if q.kind == "year" else " " + name(q)
        words = words.replace("{}", when) if "{}" in words else words + when
        told, gap, ratio = self.style["plan"], c.value - b.value, ind["form"] and ind["rate"] or ind.nature == "ratio"
        if told == "attainment" or ind.plan_direction not in ("", "at-least") or q != self.p or ind.nature == "rank": return f"đạt {self.share(x)}% {words}"
        if gap == 0: return "hoàn thành " + words  # W18
        if told == "excess": return f"vượt {self.share(x - 100)}% {words}" if gap > 0 else f"đạt {self.share(x)}% {words}"
        points = ratio and ind.measure == "%"
        size = self.share(abs(gap), None if ind["form"] else ind["decimals"], False) + " điểm phần trăm" if points else f"{self.number(abs(gap), ind)} {self.short(ind)}"
        return f"vượt {size} so với {words} ({self.base_value(ind, b, base)})" if gap > 0 else f"chưa đạt {words} (thiếu {size})"
    # ---- Years of a span, and what a part brought (W19, W20)
    def per_year(self, part, ind):
        want, p, out, i = self.style["per_year"], self.p, "", ind.code
        if want == "none" or p.kind != "span": return out
        years, total = p.months // 12, self.cell(part, i).value
        if want in ("mean", "both") and self.m.adds(i):
            places = max(ind["decimals"], self.m.percent_places)
            out += f", bình quân mỗi năm {vi(trim(decimal(total / years, places, self.style['rounding']), self.style))} {self.short(ind)}"
        last, first = oracle.months(p.start + p.months - 12, 12), oracle.months(p.start - 12, 12)
        c, b = self.m.cell(part, i, last), self.m.cell(part, i, first)
        if want == "mean" or not ind["amount"] or None in (c.value, b.value) or min(c.value, b.value) <= 0: return out
        if self.m.broken(part, i, last, c, first, b, oracle.Base("label", first, "actual")): return out
        if c.value == b.value: return out + ", bình quân mỗi năm không thay đổi"
        return out + f", {'tăng' if c.value > b.value else 'giảm'} bình quân {self.root(c.value / b.value, years)}%/năm"
    def root(self, ratio, years):
        """The digits of |ratio^(1/years) - 1| in percent, rounded once."""
        def least(x): return (1 + x / 100) ** years <= ratio if ratio > 1 else (1 - x / 100) ** years >= ratio  # is it x at least?
        places, how = self.m.percent_places, self.style["rounding"]
        low, high = 0, 10 ** 20
        high = high if ratio > 1 else 100 * 10 ** places
        while high - low > 1:
            low, high = ((low + high) // 2, high) if least(Fraction((low + high) // 2, 10 ** places)) else (low, (low + high) // 2)
        half = Fraction(2 * low + 1, 2 * 10 ** places)
        exact = (1 + half / 100 * (1 if ratio > 1 else -1)) ** years == ratio
        low += how != "truncate" and least(half) and not (how == "half-even" and exact and low % 2 == 0)
        if not low: return "dưới " + vi(decimal(Fraction(1, 10 ** places), places))
        return vi(trim(decimal(Fraction(low, 10 ** places), places), self.style))
    def brought(self, part, base, ind, c, q, b, listed, inside):
        """What one part brought to its whole; "" where nothing is said."""
        if not (listed or inside) or not in_time(base) or not ind["amount"] or not self.comparable(part, base, ind, c, q, b) or c.value == b.value: return ""
        top, whole = (part, self.m.inds[ind.total]) if inside else (listed, ind)
        if not whole["amount"]: return ""
        x, _, y = self.m.pair(top, whole.code, self.p, base)
        if not self.comparable(top, base, whole, x, q, y) or x.value == y.value or y.value <= 0: return ""
        old = self.m.then or self.m
        if self.m.basis != "common" and any(self.m.reporters(z, i.code, self.p) != old.reporters(z, i.code, q) for z, i in ((part, ind), (top, whole))): return ""
        step, total, want = c.value - b.value, x.value - y.value, self.style["contribution"]
        points, share = self.share(abs(step) / y.value * 100, None, False) + " điểm phần trăm", self.share(abs(step / total) * 100) + "%"
        said = {"points": points, "share": share, "both": f"{points} ({share})"}[want]
        common = f"mức {'tăng' if total > 0 else 'giảm'} chung"
        if (step > 0) == (total > 0): return f"đóng góp {said} vào {common}"
        return f"làm giảm {said} {'trong ' * (want != 'share')}{common}"
    def contributions(self, part, base, found, listed, inside):
        if self.style["contribution"] == "none": return ""
        texts = [self.brought(part, base, *x, listed, inside) for x in found]
        if not all(texts): return ""
        return texts[0] if len(texts) == 1 else "; ".join(f"{self.noun(x[0])} {t}" for x, t in zip(found, texts))
    def comparable(self, part, base, ind, c, q, b):
        return None not in (c.value, b.value) and oracle.same_field(c, b) and not self.m.broken(part, ind.code, self.p, c, q, b, base) and (
            base.kind != "plan" or self.m.attainment(part, ind.code, self.p, c, b) is not None)
    def row_text(self, part, ind, c, q, b, base):  # W14
        key = "full" if self.style["base_phrase"] == "full-then-abbreviated" else self.style["base_phrase"]
        return self.changes(part, base, [(ind, c, q, b)], True, True, key=key) if self.comparable(part, base, ind, c, q, b) else None
    # ---- Clauses (W2, W8, W9) and their parts (W10)
    def clause(self, part, inds, listed, prev, said, bare, begun, inside):
        cells, self.part = [(ind, c) for ind in inds if (c := self.cell(part, ind.code)).value is not None], part
        if not cells: return None
        first, firm, alone, commas = inds[0], {c.firm for _, c in cells}, len(cells) == 1, any("," in (ind.object or ind.measure) for ind, _ in cells)
        prefix = "ước " if "E" in firm else "sơ bộ " if "P" in firm else ""
        named = not (first.verb or first.object)  # of the first, valued or not; a name is that of the value it precedes (N27)
        verb = cells[0][0].name if named else first.verb or "có" * (not bare)
        verb = verb[3:] if first.verb and (prefix or listed) and verb.startswith("đã ") else verb
        told = prefix if prefix != begun or len(firm) > 1 else ""  # W26
        head = told + (verb + " ") * (verb > "" and prev != (prefix, verb))
        for k, (ind, c) in enumerate(cells):
            join = "; " if commas else ind.joiner or self.style["value_joiner"] or ";" * any(bool(i["rate"] and i.object) for i, _ in cells)
            join = "" if not k else " và " if not join and k == len(cells) - 1 else (join or ",").rstrip() + " "
            head += " " * (join > "" and join[0] not in " ,;") + join + self.value(ind, c)
        (ind, c), had, also, pieces, notes = cells[0], [], "", [], ""
        phrase = ind.zero_phrase if alone else ""
        zero = phrase > "" and c.value == 0
        head = told + phrase if zero else head
        head += self.per_year(part, ind) if alone and not zero else ""
        ends = []
        for base in self.bases:
            found = [(i, x, *self.m.pair(part, i.code, self.p, base)[1:]) for i, x in cells]
            items = [x for x in found if self.comparable(part, base, *x)]
            if phrase and items and base.kind != "plan" and 0 in (c.value, items[0][3].value):
                b, word = items[0][3], colon(self.base_name(base))
                if zero and b.value == 0: also += f"{',' if listed else ';'} {word} cũng {phrase}"
                else: had.append(f"{word} {self.base_value(ind, b, base) if zero else phrase}")
                continue
            for i, x, q, b in found:
                if not oracle.same_field(x, b) and not self.m.broken(part, i.code, self.p, x, q, b, base):
                    notes += f" ({self.base_name(base)}: {self.place_of(i, b)}{')' * (not listed)}; không so sánh số bậc do số {i.object or 'đơn vị'} được xếp hạng thay đổi{')' * bool(listed)}"
            if not items and part[0] == "unit" and self.m.is_new(part[1], self.p, base):  # W21
                if "new" not in said: pieces.append(f"đơn vị mới thành lập từ {day(self.m.born(part[1]))}, không có số liệu {self.base_name(base, 'short')} để so sánh")
                said.add("new")
            elif items:
                pieces.append(self.changes(part, base, items, alone, self.place == "brackets" or base not in said or self.always, self.place == "first"))
                said.add(base)
                if told := self.contributions(part, base, found, listed, inside): ends, pieces = (ends + [told], pieces) if self.place == "first" else (ends, pieces + [told])
            elif base.kind != "plan" and not notes and any(x[3].state == "O" and x[3].value is None for x in found):
                pieces.append(f"chưa có số liệu {'của ' * (base.kind in BESIDE)}{self.base_name(base, 'short')} để so sánh")
            elif not notes and any(self.m.broken(part, i.code, self.p, x, q, b, base) for i, x, q, b in found):
                pieces += [BREAK] * (BREAK not in pieces)  # W23
        pieces += ends
        told = "".join(("; " if k and self.place == "first" and x.startswith("so với ") else ", " * (k > 0)) + x for k, x in enumerate(pieces))
        place = "brackets" if (listed or inside) and (self.place == "first" or ";" in told) else self.place  # ";" parts units (W11)
        put = {"brackets": " ({})", "first": "; {}", "comma": ", {}"}[place].format(told) if pieces else ""  # W7
        return Clause(head + f" ({', '.join(had)})" * bool(had) + also + put + notes, bool(pieces) and self.place != "brackets",
                      bool(pieces or had or also or notes), None if zero or named else (prefix, verb), named and not zero, prefix, False)
    def run(self, part, inds, listed, said, bare=False, begun="", inside=False):
        """The clauses of one list, each with its parts; adjacent indicators of one clause are one."""
        out, prev = [], None
        for _, group in groupby(enumerate(inds), lambda x: x[1].clause if x[1].clause not in ("", "-") else x[0]):
            group = [ind for _, ind in group]
            got, parts = self.clause(part, group, listed, prev, said, bare, begun, inside), [i for t in group for i in self.inside if i.total == t.code]
            if got is None:  # parts of a total without a value stand as clauses (N34)
                out, prev = out + self.run(part, parts, listed, said, begun=begun, inside=inside), None
                continue
            prev, later = got.verb, False
            for key in (k for t in group for k in sorted(dict.fromkeys(i.part_of for i in parts if i.total == t.code), key=lambda k: ":" not in k)):
                ones, total = [i for i in parts if i.part_of == key], self.cell(part, key.split(":")[0]).value
                values = [self.cell(part, i.code).value for i in ones]
                whole = None not in values and sum(values) == total and {i.part_kind for i in ones} == {"partition"}
                if texts := self.run(part, ones, listed, said, whole, got.prefix, True):
                    plain = not any(t.changed or "," in t.text or ";" in t.text for t in texts)
                    text = in_words([t.text for t in texts], " và ") if plain else "; ".join(t.text for t in texts)
                    words = self.m.partitions.get(key.partition(":")[2])  # W25
                    opening = (words + ": " if whole else words + ", trong đó ") if words else "gồm: " if whole else "trong đó "
                    apart = got.semi or later
                    boxed = listed and (apart or not plain and len(texts) > 1)
                    text = got.text + (f" ({opening}{text})" if boxed else ("; " if apart else ", ") + opening + text)
                    got, prev, later = got._replace(text=text, changed=got.changed or any(t.changed for t in texts), parts=True), None, True
            out.append(got)
        return out
    # ---- Sentences (W1, W11)
    def sentence(self, u, inds, by, every):
        has = lambda part: any((c := self.cell(part, i.code)).value is not None and not (c.written and part[0] == "own") for i in every)
        due = lambda part: any((c := self.cell(part, i.code)).expected and (part[0] != "own" or c.state) for i in every)
        written = [i.code for i in every if self.cell(("unit", u), i.code).value is not None]
        whole = lambda i: (*self.m.coverage(("unit", u), i, self.p), False)
        counts = [self.m.common_coverage(("unit", u), i, self.p, self.bases[0]) or whole(i) if self.m.basis == "common" else whole(i) for i in written]
        counts = [c for c in counts if 0 < c[0] < c[1] or 0 < c[0] and c[3]]
        parts = self.m.below(u, self.p, by)
        valued = [i for i in every if any(self.cell(part, i.code).value is not None for part in [("unit", u), *parts])]
        out = name(self.p)[0].upper() + name(self.p)[1:] + ", "
        if self.style["as_of"] == "yes" and valued and all(self.m.stands(i.code) for i in valued):  # W27
            out = f"Tính đến {day(self.p.last) if self.p.kind == 'days' else 'hết ' + name(self.p)}, "
        if counts:
            n, m, kinds, common = min(counts, key=lambda c: Fraction(c[0], c[1]))
            out += f"{'tính trên' if common else 'theo báo cáo của'} {n}/{m} {', '.join(kinds)}{' có số liệu của cả hai kỳ' * common}, "
        clauses = self.run(("unit", u), inds, False, set())
        out += self.m.called(("unit", u), self.p, True) + ":" * bool(clauses and clauses[0].opens) + " "
        out += "; ".join(c.text for c in clauses) or self.none()
        items, base = [], self.bases[0]
        once = lambda part: any(pair[k].value is not None for i in every for pair in [self.m.pair(part, i.code, self.p, base)] for k in (0, 2))
        awaited = not all(self.m.alone(i.code) for i in every) or any(map(once, parts))  # D68
        for part in parts if clauses or any(map(has, parts)) else []:
            if has(part) or awaited and due(part):
                items.append(self.m.called(part, self.p, True) + " " + (", ".join(c.text for c in self.run(part, inds, ("unit", u), set())) or self.none()))
        for part, base in self.m.all_ended(u, self.p, self.bases, by) if clauses or items else []:  # W22
            if any(self.m.pair(part, i.code, self.p, b)[2].value is not None for i in every for b in self.bases if in_time(b)):
                last = max(v["life"][1] for w in ([part[1]] if part[0] == "unit" else self.m.units_in(part, base.period)) for v in self.m.units[w])
                items.append(f"{self.m.called(part, base.period, True)} kết thúc hoạt động từ {day(last + timedelta(1))}, không so sánh")
        return out + (("; " if len(clauses) > 1 or any(c.semi or c.parts for c in clauses) else ", ") + "trong đó: " + "; ".join(items)) * bool(items) + "."
    def text(self, roots, chosen, by, depth):
        written = [i for i in chosen if i.clause != "-" or i.code in self.named]
        self.inside = [i for i in written if i.total in {t.code for t in written}]
        tops = [list(g) for _, g in groupby([i for i in written if i not in self.inside], lambda i: i.sentence)]
        under = lambda ones: [i for t in ones for i in [t] + under([x for x in self.inside if x.total == t.code])]
        for u in [v for r in roots for v in self.m.heads(r, self.p, depth if by in ("child", "level", "group") else 1)]:
            for group in tops: yield self.sentence(u, group, by, under(group))

read = lru_cache(4)(oracle.Model)  # commands come a bundle at a time

def main(argv):
    arg = argparse.ArgumentParser()
    arg.add_argument("command", choices=("compare", "rollup", "check", "calendar"))
    arg.add_argument("bundle")
    for option in ("unit", "by", "depth", "missing", "format", "hierarchy", "calendar", "revision", "base-known", "working-days", "basis"):
        arg.add_argument("--" + option, default={"by": "none", "depth": "1", "missing": "partial", "base-known": "now", "basis": "as-reported"}.get(option))
    for option in ("period", "base", "indicator", "style"): arg.add_argument("--" + option, action="append", default=[])
    a = arg.parse_args(argv)
    model = read(a.bundle, a.missing, a.calendar, a.hierarchy, a.revision and int(a.revision), "both" if a.base_known == "then" else "now")
    model.dress((s.split("=", 1) for s in a.style), a.basis)
    depth = 99 if a.depth == "all" else int(a.depth)
    if a.command == "check": return oracle.printed(oracle_check.findings(model), oracle_check.KEYS, "json")
    periods = [oracle.parse(p) for p in a.period or filter(None, [model.head.get("default_period")])] or [model.latest()]
    chosen, unit = model.select(a.indicator, depth if a.by == "indicator" else 0), a.unit or model.head.get("default_unit")
    roots = lambda p: [u for u, vs in model.units.items() if unit in (u, *(v.code for v in vs))][:1] if unit else model.tree(p)[1][None]
    if a.command == "calendar":
        rows = [oracle_calendar.line(model.calendar, p, a.working_days) for p in periods]
        return oracle.printed(rows, oracle_calendar.COLUMNS, a.format)
    if a.command == "rollup":
        return oracle.printed(model.rollup(roots, chosen, periods, a.by, depth), oracle.ROLLUP, a.format)
    p = periods[-1]
    bases = [model.base(b, p) for b in a.base or ["same-period"]]
    writer = Writer(model, p, bases, a.indicator)
    if a.format in (None, "text"): return "".join(s + "\n" for s in writer.text(roots(p), chosen, a.by, depth))
    rows = [row for base in bases for row in model.compare(roots(p), chosen, p, base, a.by, depth, writer.row_text)]
    return oracle.printed(rows, oracle.COMPARE, a.format)

if __name__ == "__main__":
    sys.stdout.buffer.write(main(sys.argv[1:]).encode())
