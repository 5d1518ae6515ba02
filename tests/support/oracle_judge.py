# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Claims judged apart from the library, by R3...R8 and S31 as they are written: fractions, every corner of the operands' ranges, whole
numbers tried one by one. judge(kind, told, numbers) takes a row of judge-row.h and returns kind, verdict, cause."""
import copy
from fractions import Fraction as F

from oracle_claim import HUGE, away, cut, meet, Claim

GOOD = "consistent", "rounding"
WORSE = ["consistent", "rounding", "uncheckable", "inconsistent"]


# Changes

def parts_of_change(c):
    span = c.kind == "reduction_from_to"
    return (c["to"], c["from"], c["delta"], c["pct"]) if span else (c["now"], c["base"], c["delta"], c["pct"])


def sign_of(c):
    now, base, delta, pct = parts_of_change(c)
    if c.word("down") or any(n is not None and n.value < 0 for n in (delta, pct)):
        return -1
    if c.word("up") or now is None or base is None:
        return 1
    return -1 if now.value < base.value else 1


def ratio(c, taking):
    """now / base; from the difference where one of them is silent."""
    now, base, delta, _ = parts_of_change(c)
    s = sign_of(c)
    if now and base:
        return c.corners(lambda n, b: n / b, [now, base], taking, (base.role,))
    if delta is None or (now or base) is None:
        return None
    delta = delta.signed(1)
    if now:  # a difference that leaves nothing for the base leaves it as small as one likes
        span = c.corners(lambda n, d: n - s * d if n > s * d else None, [now, delta], taking, (now.role,))
        return span and c.corners(lambda n, d: n / (n - s * d) if n > s * d else HUGE, [now, delta], taking, (now.role,))
    return c.corners(lambda b, d: (b + s * d) / b, [base, delta], taking, (base.role,))


def mapped(c, formula):
    def given(taking):
        span = ratio(c, taking)
        return None if span is None else tuple(sorted(map(formula, span)))
    return given


def growth(c): return mapped(c, lambda r: 100 * r - 100)
def by_current(c): return mapped(c, lambda r: 100 - 100 / r if r > 0 else -HUGE)
def index(c): return mapped(c, lambda r: 100 * r)
def times(c): return mapped(c, lambda r: r)
def times_more(c): return mapped(c, lambda r: r - 1)


def difference(c):
    now, base, *_ = parts_of_change(c)
    return lambda taking: c.total_of(taking, [now], [base])


def change(c):
    now, base, delta, pct = parts_of_change(c)
    s = sign_of(c)
    if now and base:
        verdict = "consistent"
        if delta:
            verdict = c.against(difference(c), delta, s)
        if pct:
            verdict = max(verdict, percent_of_change(c), key=WORSE.index)
        if not delta and not pct:
            verdict = direction(c)
        return verdict
    if (now or base) and delta:
        other = now.value - s * abs(delta.value) if now else base.value + s * abs(delta.value)
        if other < 0:
            return "inconsistent" if (now or base).whole and delta.whole else "uncheckable"
        return percent_of_change(c) if pct else "uncheckable"
    if pct and pct.percent and (now or base or delta):
        return change_by_whole(c)
    return "uncheckable"


def percent_of_change(c):
    now, base, _, pct = parts_of_change(c)
    if c.kind == "reduction_from_to" and now and base and now.percent and base.percent and pct.percent and not pct.points:
        cause = c.cause
        if c.against(difference(c), pct, sign_of(c)) == "consistent":
            c.cause, c.loose = cause, True
            return "consistent"
        c.cause = cause
    if not pct.percent and not pct.points:
        verdict = c.against(times(c), pct)
        return verdict if verdict in GOOD else c.against(times_more(c), pct, sign_of(c))
    if pct.points and now and base:
        return c.against(difference(c), pct, sign_of(c))
    return c.against(growth(c), pct, sign_of(c))


def direction(c):
    now, base, *_ = parts_of_change(c)
    if c.word("same"):
        return c.against(lambda taking: base.operand(taking), now, -1 if now.value < 0 else 1)
    if not c.word("up", "down"):
        return "uncheckable"
    low, high = difference(c)("bound")
    return "uncheckable" if ((high > 0) if sign_of(c) > 0 else (low < 0)) else "inconsistent"


def search(estimate, least, holds):
    """Whole numbers about `estimate` that hold: at most 5. They lie side by side."""
    found, middle = [], int(estimate)
    for n in range(max(least, middle - 3), middle + 4):
        if holds(n):
            found.append(n)
    n = found[0] - 1 if found else least - 1
    while n >= least and len(found) < 5 and holds(n):
        found.append(n)
        n -= 1
    n = max(found) + 1 if found else 0
    while found and len(found) < 5 and holds(n):
        found.append(n)
        n += 1
    return found


def by_whole(c, estimate, least, value_of, pct, sign, fitting="uncheckable"):
    """R5. value_of(n) is what would be printed were n the silent number."""
    if pct.hedge:
        return "uncheckable"
    wanted = sign * abs(pct.value)

    def tell(n, how):
        value = value_of(n)
        return value is not None and how(value, pct.power) == wanted
    found = search(estimate, least, lambda n: tell(n, away))
    if len(found) > 4:
        return "uncheckable"
    if found:
        return fitting
    if search(estimate, least, lambda n: tell(n, cut)):
        c.cause = "truncated"
        return "rounding"
    c.by_whole = True
    return "inconsistent"


def less_than_one(known, other): return abs(known - other) < 1 or other < 1


def change_by_whole(c):
    now, base, delta, pct = parts_of_change(c)
    s, known = sign_of(c), now or base or delta
    p = s * abs(pct.value)
    if not known.whole:
        return "uncheckable"
    if now:
        if 100 + p <= 0:  # a fall by everything leaves the base open
            return "uncheckable"
        if less_than_one(now.value, 100 * now.value / (100 + p)):
            return "uncheckable"
        verdict = by_whole(c, 100 * now.value / (100 + p), 1, lambda b: 100 * (now.value - b) / F(b), pct, s)
        if c.cause and bases_by_current(c):
            c.cause = ""
        return verdict
    if base:
        if less_than_one(base.value, base.value * (100 + p) / 100):
            return "uncheckable"
        return by_whole(c, base.value * (100 + p) / 100, 0, lambda n: 100 * (n - base.value) / base.value, pct, s)
    if p == 0:
        return "uncheckable"
    return by_whole(c, 100 * abs(delta.value) / abs(p), 1, lambda b: s * 100 * abs(delta.value) / F(b), pct, s)


def bases_by_current(c):
    now, pct, s = c["now"], c["pct"], sign_of(c)
    if now is None or now.value == 0:
        return []
    p = s * abs(pct.value)
    return search(now.value * (100 - p) / 100, 1, lambda b: away(100 * (now.value - b) / now.value, pct.power) == p)


# Places and indices

def rank(c):
    field = c["of"]
    place = c["rank"] if c.kind == "rank" else c["now"]
    inside = None if not place or not field else 0 < place.value <= field.value
    if c.kind == "rank":
        return {None: "uncheckable", True: "consistent", False: "inconsistent"}[inside]
    verdict = "uncheckable"
    s = -1 if c.word("down") else 1
    if c.has("now", "base", "delta"):
        verdict = c.against(lambda taking: c.total_of(taking, [c["base"]], [c["now"]]), c["delta"], s)
    elif c.has("now", "delta") and not c["base"] and c["now"].value + s * c["delta"].value < 1:
        verdict = "inconsistent"
    elif c.has("now", "delta", "of") and not c["base"]:
        former = c["now"].value + s * c["delta"].value
        if former > c["of"].value and not (c["of"].value >= 34 and former <= 63):
            verdict = "inconsistent"
    return "inconsistent" if inside is False else verdict


def index_verdict(c):
    now, base, _, pct = parts_of_change(c)
    if not pct:
        return "uncheckable"
    hundred = 100 if pct.percent else 1
    if ratio(c, "printed"):
        return c.against(index(c) if pct.percent else times(c), pct)
    known = now or base
    if now and base or not known or not known.whole:
        return "uncheckable"
    if now:
        if pct.value == 0 or less_than_one(now.value, hundred * now.value / pct.value):
            return "uncheckable"
        return by_whole(c, hundred * now.value / pct.value, 1, lambda b: hundred * now.value / F(b), pct, 1)
    if base.value == 0 or less_than_one(base.value, pct.value * base.value / hundred):
        return "uncheckable"
    return by_whole(c, pct.value * base.value / hundred, 0, lambda n: hundred * n / base.value, pct, 1)


# Ratios

RATIOS = {"share": ("part", "whole", "pct"), "fraction": ("num", "den", "pct"), "average": ("total", "n", "avg"), "density": ("num", "den", "value")}


def divided(c, part, whole, hundred):
    return lambda taking: c.corners(lambda p, w: hundred * p / w, [c[part], c[whole]], taking, (whole,))


def ratio_verdict(c):
    part, whole, result = RATIOS[c.kind]
    hundred = 100 if result == "pct" else 1
    if c.has(part, whole):
        if c[result]:
            return c.against(divided(c, part, whole, hundred), c[result])
        if c.kind == "fraction" and c[part].value > c[whole].value:
            c.kind = "pair"
        return "uncheckable"
    known, told = c[part] or c[whole], c[result]
    if not known or not told or not known.whole or c.kind == "density" or told.points:
        return "uncheckable"
    if told.percent if c.kind == "average" else not told.percent:
        return "uncheckable"
    if c.kind == "average" and (told.power >= 0 or told.measure):
        return "uncheckable"
    if c[part]:  # which may be no part of what the percent is of
        return "uncheckable"
    if known.value == 0:
        return "uncheckable"
    return by_whole(c, told.value * known.value / hundred, 0, lambda p: hundred * p / known.value, told, 1, "consistent")


def contribution(c):
    part = "points" if c["points"] else "part"
    return c.against(divided(c, part, "whole", 100), c["share"]) if c.has(part, "whole", "share") else "uncheckable"


# Plans

def aim_of(c): return "target" if c.kind == "target" else "plan"


def attainment(c): return divided(c, "actual", aim_of(c), 100)


def above_hundred(c):
    def given(taking):
        span = attainment(c)(taking)
        return None if span is None else (span[0] - 100, span[1] - 100)
    return given


def told_as_excess(c, number): return number.role == "excess" or c.word("exceeds") and not c["excess"]


def plan(c):
    actual, aim, pct, excess = c["actual"], c[aim_of(c)], c["pct"], c["excess"]
    s = -1 if c.word("misses") else 1
    if actual and aim:
        verdict = "consistent"
        if pct:
            verdict = plan_percent(c, pct)
        if excess:
            verdict = max(verdict, plan_excess(c, excess), key=WORSE.index)
        return verdict if pct or excess else standing(c, actual, aim)
    return "uncheckable"


def plan_percent(c, told):
    if told_as_excess(c, told):
        return c.against(above_hundred(c), told, -1 if c.word("misses") else 1)
    return c.against(attainment(c), told)


def plan_excess(c, excess):
    apart = lambda taking: c.total_of(taking, [c["actual"]], [c[aim_of(c)]])
    verdict = "inconsistent"
    if excess.points or not excess.percent or c["actual"].percent:
        verdict = c.against(apart, excess, -1 if c.word("misses") else 1)
    return verdict if not excess.percent or excess.points or verdict in GOOD else plan_percent(c, excess)


def standing(c, actual, aim):
    word = c.word("exceeds", "misses", "reaches")
    if word is None:
        return "uncheckable"
    gap = actual.value - aim.value
    if {"exceeds": gap > 0, "misses": gap < 0, "reaches": gap >= 0}[word]:
        return "consistent"
    low_rate = (actual.percent or actual.points or c.word("rate")) and min(actual.value, aim.value) < 50
    low_rate = low_rate and not c.word("aimed")
    unsure = gap == 0 or low_rate or c.word("down") or actual.hedge or aim.hedge
    return "uncheckable" if unsure else "inconsistent"


# Sums

def sum_verdict(c):
    total, parts = c["total"], c.all("part")
    if not total or not parts:
        return "uncheckable"
    return between(c, total, parts) if c.word("rate") else added(c, total, parts)


def added(c, total, parts):
    given = lambda taking: c.total_of(taking, parts)
    sloppy = c.word("open") or not c.word("all")
    if not total.printed:
        verdict = "consistent" if given("printed")[0] == total.value else "rounding" if meet(given("cell"), (total.value,) * 2) else "inconsistent"
    else:
        verdict = c.against(given, total, -1 if total.value < 0 else 1)
        if verdict == "uncheckable" and len({n.hedge for n in c.numbers}) == 1:
            verdict = "inconsistent"
    if verdict == "consistent" or not sloppy:
        return verdict
    c.cause = ""
    if c.kind == "signed_sum":
        return "uncheckable"
    adorned = len({n.hedge for n in c.numbers}) == 1 and c.numbers[0].hedge
    for taking, good in (("printed", "consistent"), ("cell", "rounding"), ("bound", "uncheckable"))[:2 if adorned else 3]:
        if given(taking)[0] <= total.operand(taking)[1]:
            return good
    return "inconsistent"


def between(c, total, parts):
    if len(parts) < 2:
        return "uncheckable"
    span = lambda taking: (min(p.operand(taking)[0] for p in parts), max(p.operand(taking)[1] for p in parts))
    for taking, verdict in ("printed", "consistent"), ("cell", "rounding"):
        if meet(span(taking), total.operand(taking)):
            return verdict
    strict = c.word("all") and not c.word("open") and not meet(span("printed"), total.operand("bound"))
    return "inconsistent" if strict else "uncheckable"


def balance(c):
    into, out = c.all("opening") + c.all("received"), c.all("resolved") + c.all("remaining")
    total, received = c["total"], c["received"]
    both_in, both_out = c.has("opening", "received"), c.has("resolved", "remaining")
    if not total and not c["opening"] and both_out and received:
        verdict = c.against(lambda taking: c.total_of(taking, out), received)
        low, high = c.total_of("cell", out, c.all("received"))
        return "uncheckable" if verdict == "inconsistent" and high > 0 else verdict
    verdicts = []
    if total and both_in:
        verdicts.append(c.against(lambda taking: c.total_of(taking, into), total))
    if total and both_out:
        verdicts.append(c.against(lambda taking: c.total_of(taking, out), total))
    if not total and both_in and both_out:
        verdicts.append(c.against(lambda taking: c.total_of(taking, out, c.all("opening") + c.all("received")[1:]), received))
    if total and not both_out and c.total_of("cell", [total], out)[1] < 0:
        return "inconsistent"
    return max(verdicts, key=WORSE.index) if verdicts else "uncheckable"


def cross(c):
    first, second = c["first"], c["second"]
    coarse, fine = (first, second) if first.power > second.power else (second, first)
    return c.against(lambda taking: fine.operand(taking), coarse, -1 if coarse.value < 0 else 1)


def count(c):
    stated = c["stated"]
    if not stated or not c.listed:
        return "uncheckable"
    if c.listed == stated.value or c.word("open") and c.listed < stated.value:
        return "consistent"
    return "uncheckable" if stated.hedge else "inconsistent"


# Growth a year: (1 + p/100)^years by powers of fractions, without a root

def growth_verdict(c):
    if not c.has("from", "to", "years", "pct"):
        return "uncheckable"
    first, last, pct, years = c["from"], c["to"], c["pct"], c["years"].value
    s = -1 if c.word("down") or pct.value < 0 else 1
    if years.denominator != 1 or not 1 <= years <= 100 or first.value <= 0 or last.value <= 0 or pct.power > 0:
        return "uncheckable"
    step, p = F(10)**pct.power, s * abs(pct.value)

    def told(n, a, b):
        """Where b / a lies against growths that round to p: -1 below, 0 among them, 1 above; the same of those cut to it."""
        def beyond(x):  # whether b / a is above (1 + x/100)^n
            return 1 if 100 + x <= 0 else (b / a > (1 + x / 100)**n) - (b / a < (1 + x / 100)**n)
        low, high = beyond(p - step / 2), beyond(p + step / 2)
        rounds = -1 if low < 0 or low == 0 and p <= 0 else 1 if high > 0 or high == 0 and p >= 0 else 0
        left, right = (p - step, p) if p < 0 else (p, p + step) if p > 0 else (p - step, p + step)
        low, high = beyond(left), beyond(right)
        cuts = (low > 0 or low == 0 and p > 0) and (high < 0 or high == 0 and p < 0)
        return rounds, cuts

    def years_verdict(n):
        rounds, cuts = told(n, first.value, last.value)
        if rounds == 0:
            return "consistent", ""
        (a, b), (d, e) = first.operand("cell"), last.operand("cell")
        a, b, d, e = (F(x).limit_denominator(10**40) for x in (a, b, d, e))  # ends belong to what is compared here
        near = min(a, d) > 0 and told(n, b, d)[0] <= 0 <= told(n, a, e)[0]
        return ("rounding" if cuts or near else "inconsistent"), ("truncated" if cuts and not near else "")

    n = int(years)
    verdict, cause = years_verdict(n)
    if verdict != "consistent" and n > 1 and years_verdict(n - 1)[0] == "consistent":
        return "consistent"
    c.cause = cause
    return "uncheckable" if verdict == "inconsistent" and (first.hedge or last.hedge or pct.hedge) else verdict


FAMILIES = {"change_abs": change, "change_rel": change, "change_pp": change, "reduction_from_to": change, "change_rank": rank, "rank": rank,
            "index": index_verdict, "share": ratio_verdict, "fraction": ratio_verdict, "average": ratio_verdict, "density": ratio_verdict,
            "plan_attainment": plan, "target": plan, "contribution": contribution, "sum_of_parts": sum_verdict, "signed_sum": sum_verdict,
            "balance": balance, "cross": cross, "growth_rate": growth_verdict, "count_of_list": count}


def run(c):
    c.cause, c.by_whole, c.loose = "", False, False
    verdict = FAMILIES[c.kind](c) if c.kind in FAMILIES else "uncheckable"
    if verdict != "rounding":
        c.cause = ""
    if verdict in GOOD and c.loose:
        c.cause = "percent-for-points"
    if verdict == "consistent" and c.kind == "change_pp" and c["base"] and c["delta"] and c["delta"].percent and not c["delta"].points:
        c.cause = "percent-for-points"
    return verdict


# R7

def settle(c):
    now, base, delta, pct = (c[r] for r in ("now", "base", "delta", "pct"))
    rates = now and base and now.percent and base.percent
    if c.kind != "change_rel" or not (c.word("rate") or rates) or not pct or delta or now and not now.percent:
        return
    if not now or not base or c.fits(difference(c), pct, sign_of(c)) or not c.fits(growth(c), pct, sign_of(c)):
        c.kind = "change_pp"
        pct.role = "delta"


# Causes, each by itself

def formulas(c):
    found = set()
    now, base, delta, pct = parts_of_change(c)
    s = sign_of(c)
    if c.kind in ("change_rel", "reduction_from_to") and pct and pct.percent and not pct.points:
        if not (now and base and delta) or c.fits(difference(c), delta, s):
            if c.fits(by_current(c), pct, s):
                found.add("divided-by-current")
            span = growth(c)("printed")
            if span and span[0] * s > 0 and c.fits(index(c), pct):
                found.add("index-for-growth")
            if now and base and now.percent and base.percent and c.fits(difference(c), pct, s):
                found.add("percent-for-points")
    if c.kind == "change_pp" and now and base and delta and c.fits(growth(c), delta, s):
        found.add("percent-for-points")
    if c.kind == "index" and pct:
        other = growth(c) if pct.percent else times_more(c)
        if c.fits(other, pct, 1) or c.fits(other, pct, -1):
            found.add("index-for-growth")
    told = pct or c["excess"]
    if c.kind == "plan_attainment" and told and told.percent and c.has("actual", "plan"):
        if c.fits(attainment(c) if told_as_excess(c, told) else above_hundred(c), told):
            found.add("index-for-growth")
    return found


def good_with(c, number, **fields):
    trial = copy.copy(c)
    other = copy.copy(number)
    for field, value in fields.items():
        setattr(other, field, value)
    trial.numbers = [other if n is number else n for n in c.numbers]
    verdict = run(trial)
    return verdict == "consistent" or verdict == "rounding" and trial.cause != "truncated"


def scaled(number):
    for k in (1, 2, 3, 6):
        for power in (k, -k):
            value = number.value * F(10)**power
            if number.exact and value.denominator != 1 or abs(value) >= 10**18:
                continue
            if number.power + power < -9 or number.power + power > 15:
                continue
            yield {"value": value, "power": 0 if number.exact else number.power + power}


def swapped(number):
    digits = str(abs(number.value) / F(10)**number.power)
    for i in range(len(digits) - 1):
        other = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2:]
        if other != digits and other[0] != "0":
            yield {"value": (-1 if number.value < 0 else 1) * int(other) * F(10)**number.power}


def causes(c):
    if c.by_whole:
        single = c.kind == "change_rel" and c["now"] and c["pct"] and not c["delta"] and len(bases_by_current(c)) == 1
        return {"divided-by-current"} if single else set()
    found = formulas(c)
    if c.kind in ("sum_of_parts", "signed_sum"):
        slips = not c.word("open", "rate") and (c.word("all") or len(c.numbers) > 2 or c.kind == "signed_sum")
        c = copy.copy(c)
        c.told = [w for w in c.told if w != "some"] + ["all"]
    elif c.kind in ("balance", "cross"):
        slips = True
    else:
        slips = c.kind not in ("count_of_list", "rank", "change_rank") and len(c.numbers) > 2
    if not slips:
        return found
    below = next((n for n in c.numbers if n.role in ("base", "whole", "den", "plan", "n")), None)
    for near in c.near:
        if below and good_with(c, below, **{f: getattr(near, f) for f in "value power percent points hedge measure".split()}):
            found.add("wrong-denominator")
    if len(c.numbers) <= 12:
        for number in c.numbers:
            if number.printed and number.role != "years":
                if any(good_with(c, number, **fields) for fields in scaled(number)):
                    found.add("scale")
                if any(good_with(c, number, **fields) for fields in swapped(number)):
                    found.add("swapped-digits")
    return found


def read_other(c):
    """Second readings: all together, else of one number."""
    doubtful = [n for n in c.numbers if n.other]
    for chosen in [doubtful] + ([[n] for n in doubtful] if len(c.numbers) <= 12 else []):
        kept = [(n, n.value, n.power) for n in chosen]
        for n in chosen:
            n.value, n.power = n.other
        verdict = run(c)
        if chosen and verdict == "consistent":
            return verdict
        for n, value, power in kept:
            n.value, n.power = value, power
    return run(c)


def judge(kind, told, numbers):
    c = Claim(kind, told, numbers)
    settle(c)
    verdict = run(c)
    if verdict == "inconsistent" and any(n.other for n in c.numbers):
        verdict = read_other(c)
    if verdict == "inconsistent":
        by_whole_kept = c.by_whole
        found = causes(c)
        c.cause = found.pop() if len(found) == 1 else ""
        c.by_whole = by_whole_kept
        part, whole = (c["num"], c["den"]) if c.kind == "fraction" else (c["part"], c["whole"])
        if not by_whole_kept and c.kind in ("share", "fraction") and not found and not c.cause and part.value > whole.value \
                and c["pct"].value <= 100:
            verdict = "uncheckable"
    if verdict == "inconsistent" and c.word("doubted"):  # the words leave another meaning
        verdict, c.cause = "uncheckable", ""
    return c.kind, verdict, c.cause
