# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Printed Vietnamese figures and whether a claim recomputes, in exact fractions; written apart from the library, to check it.

A Figure knows where it is printed, its value and its last printed place. fits() says of a claim's figures: "exact" (recomputes, rounded half
away from zero), "truncated", "rounded" (values that round to the operands do), "no", or None where too few are printed.
"""

import dataclasses
import itertools
import re
from fractions import Fraction

SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9, "nghìn tỷ": 12}
TOKEN = re.compile(r"(?<![\w.,])([+-]?)(\d+(?:[.,]\d+)*)(?:[\s\u00a0]?(%)|[\s\u00a0](nghìn tỷ|nghìn|ngàn|triệu|tỷ|tỉ)(?!\w))?")


@dataclasses.dataclass(frozen=True)
class Figure:
    start: int  # of the digits
    end: int
    digits: str
    value: Fraction
    step: Fraction
    is_exact: bool
    is_percent: bool

    def box(self):
        half = 0 if self.is_exact else self.step / 2
        return self.value - half, self.value + half


def make_figure(match, is_grouped):
    digits = match[2]
    plain = digits.replace(".", "") if is_grouped else digits
    whole, _, decimals = plain.partition(",")
    scale = SCALES.get(match[4], 0)
    step = Fraction(10) ** (scale - len(decimals))
    value = int(whole + decimals) * step * (-1 if match[1] == "-" else 1)
    return Figure(match.start(2), match.end(2), digits, value, step, not (decimals or scale or match[3]), bool(match[3]))


def find_figures(text):
    """Every number of a text, its points taken as groups."""
    return [make_figure(match, True) for match in TOKEN.finditer(text) if re.fullmatch(r"\d+(\.\d{3})*(,\d+)?", match[2])]


def round_half_away(value, step):
    count = int(abs(value) / step + Fraction(1, 2))
    return count * step * (1 if value >= 0 else -1)


def truncate(value, step):
    return int(abs(value) / step) * step * (1 if value >= 0 else -1)


def compare(function, operands, result):
    """How what is computed of the operands stands to the printed result."""
    try:
        exact = function(*(figure.value for figure in operands))
        corners = [function(*corner) for corner in itertools.product(*(figure.box() for figure in operands))] if len(operands) < 12 else [exact]
    except ZeroDivisionError:
        return "no"
    if round_half_away(exact, result.step) == result.value:
        return "exact"
    if truncate(exact, result.step) == result.value:
        return "truncated"
    low, high = result.value - result.step / 2, result.value + result.step / 2
    return "rounded" if min(corners) < high and max(corners) > low and not (result.is_exact and all(figure.is_exact for figure in operands)) else "no"


def percent(part, whole):
    return part / whole * 100


def compare_product(one):
    """Of a count and what each is worth: whether they make the total."""
    roles = [one.get(role) for role in ("den", "value", "num")]
    return compare(lambda den, value: den * value, roles[:2], roles[2]) if all(roles) else None


def relate(kind, numbers, direction):
    """(function, operands, result) of each identity that the printed figures allow. @numbers: role → list of Figure."""
    one = {role: figures[0] for role, figures in numbers.items()}
    sign = {"increase": 1, "decrease": -1}.get(direction, 0)

    def when(roles, function):
        names = roles.split()
        if all(name in one for name in names):
            yield function, [one[name] for name in names[:-1]], one[names[-1]]

    if kind in ("change_abs", "change_pp", "change_rel"):
        yield from when("base delta now", lambda base, delta: base + sign * delta)
        yield from when("now base pct", lambda now, base: sign * (now - base) / base * 100)
        if "base" not in one:
            yield from when("now delta pct", lambda now, delta: delta / (now - sign * delta) * 100)
    elif kind == "change_rank":
        yield from when("base delta now", lambda base, delta: base - sign * delta)
    elif kind == "share":
        yield from when("part whole pct", percent)
    elif kind == "fraction":
        yield from when("num den pct", percent)
    elif kind in ("sum_of_parts", "signed_sum") and "total" in one:
        yield lambda *parts: sum(parts), numbers["part"], one["total"]
    elif kind == "balance":
        yield from when("opening received total", lambda opening, received: opening + received)
        yield from when("resolved remaining total", lambda resolved, remaining: resolved + remaining)
        if "total" not in one and "opening" in one:
            yield from when("opening received resolved remaining", lambda opening, received, resolved: opening + received - resolved)
        elif "total" not in one:
            yield from when("received resolved remaining", lambda received, resolved: received - resolved)
    elif kind == "plan_attainment":
        yield from when("actual plan pct", percent)
        if "excess" in one and one["excess"].is_percent:
            yield from when("actual plan excess", lambda actual, plan: abs(actual - plan) / plan * 100)
        else:
            yield from when("actual plan excess", lambda actual, plan: abs(actual - plan))
    elif kind == "reduction_from_to":
        yield from when("from to delta", lambda first, last: sign * (last - first) if sign else abs(last - first))
        yield from when("from to pct", lambda first, last: sign * (last - first) / first * 100 if sign else abs(last - first) / first * 100)
    elif kind == "average":
        yield from when("total count average", lambda total, count: total / count)
    elif kind == "density" and one.get("value") and one["value"].is_exact and compare_product(one) == "exact":
        yield from when("den value num", lambda den, value: den * value)
    elif kind == "density":
        yield from when("num den value", lambda num, den: num / den)
    elif kind == "index" and "pct" in one:
        yield from when("now base pct", percent if one["pct"].is_percent else lambda now, base: now / base)


def fits(kind, numbers, direction=None):
    grades = ("exact", "truncated", "rounded", "no")
    found = [compare(*identity) for identity in relate(kind, numbers, direction)]
    return max(found, key=grades.index) if found else None
