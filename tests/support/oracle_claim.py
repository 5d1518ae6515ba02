# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A claim as it is printed, for the oracle of the judge: its numbers, and the ranges in which what was rounded, cut or hedged may lie."""
import copy
import itertools
import re
from fractions import Fraction as F

HEDGES = {"trên ": "above", "gần ": "below", "khoảng ": "about", "ước ": "estimate", "ít nhất ": "above", "không quá ": "below"}
SCALES = {"nghìn": 3, "triệu": 6, "tỷ": 9}
NUMBER = re.compile(r"(-?)(\d[\d.]*)(?:,(\d+))?(%?)(?: (nghìn|triệu|tỷ))?")
TINY, HUGE = F(1, 10**60), F(10)**80
CHANGES = "change_abs", "change_rel", "change_pp", "reduction_from_to", "index"


class Number:
    """A printed number: what stands there, and the power of ten of its last digit."""

    def __init__(self, role, text):
        self.role, self.printed = role, not text.startswith("unprinted ")
        text = text.removeprefix("unprinted ")
        self.hedge = ""
        self.least = text.startswith("ít nhất ")
        for word, hedge in HEDGES.items():
            if text.startswith(word):
                self.hedge, text = hedge, text[len(word):]
        text, _, other = text.partition("|")
        match = NUMBER.match(text)
        rest = text[match.end():]
        self.value, self.power = read(match)
        self.percent, self.points, self.measure = match[4] == "%", rest == " điểm", rest == "ha"
        self.other = read(NUMBER.match(other)) if other else None
        assert rest in ("", " điểm", "ha"), text

    @property
    def exact(self):
        return self.power == 0 and self.value.denominator == 1 and not (self.hedge or self.percent or self.points)

    @property
    def whole(self):
        return self.exact and not self.measure and self.value >= 0

    def round_step(self):
        step = F(10)**20
        while self.value % step:
            step /= 10
        return step

    def signed(self, sign):
        number = copy.copy(self)
        number.value = sign * abs(self.value)
        return number

    def cell(self):
        half = F(10)**self.power / 2
        return (self.value - half + (TINY if self.value <= 0 else 0), self.value + half - (TINY if self.value >= 0 else 0))

    def left(self):
        step = F(10)**self.power
        return (self.value - (step - TINY if self.value <= 0 else 0), self.value + (step - TINY if self.value >= 0 else 0))

    def operand(self, taking):
        if taking == "printed" or self.exact:
            return self.value, self.value
        if taking == "cut":
            return self.left()
        return self.result(taking)

    def result(self, taking):
        low, high = self.cell()
        if taking == "bound" and self.hedge == "about":
            return self.value - abs(self.value) / 4, self.value + abs(self.value) / 4
        if taking == "bound" and self.hedge == "above":
            high = HUGE
            if not self.least and not self.percent and not self.points and self.value > 0:
                high = self.value + max(self.value / 10, self.round_step())
        if taking == "bound" and self.hedge == "below":
            low = -HUGE
        return low, high


def read(match):
    sign, digits, decimals, _, word = match.groups()
    scale = SCALES.get(word, 0)
    value = F(int(digits.replace(".", "") + (decimals or "")), 10**len(decimals or "")) * 10**scale
    return (-value if sign else value), scale - len(decimals or "")


def away(x, power):
    """x rounded half away from zero at 10^power."""
    step = F(10)**power
    n = abs(x) / step
    return (1 if x >= 0 else -1) * step * ((2 * n.numerator + n.denominator) // (2 * n.denominator))


def cut(x, power):
    step = F(10)**power
    return (1 if x >= 0 else -1) * step * (abs(x) // step)


def meet(one, other):
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


class Claim:
    def __init__(self, kind, told, numbers):
        self.kind, self.told, self.near, self.listed, self.numbers = kind, told.split(), [], 0, []
        for piece in filter(None, numbers.split("; ")):
            role, _, figure = piece.partition(" ")
            if role == "listed":
                self.listed = int(figure)
            elif role == "near":
                self.near.append(Number(role, figure))
            else:
                self.numbers.append(Number(role, figure))
        self.cause, self.by_whole, self.loose = "", False, False

    def __getitem__(self, role):
        return next((n for n in self.numbers if n.role == role), None)

    def has(self, *roles):
        return all(self[r] is not None for r in roles)

    def all(self, role):
        return [n for n in self.numbers if n.role == role]

    def word(self, *words):
        return next((w for w in words if w in self.told), None)

    # what a formula gives, over every corner of its operands; a divisor stays above 0

    def corners(self, formula, operands, taking, divisors=()):
        ranges = []
        for number in operands:
            low, high = number.operand(taking)
            if number.role in divisors:
                if high <= 0:
                    return None
                low = max(low, TINY)
            ranges.append({low, high})
        values = [formula(*corner) for corner in itertools.product(*ranges)]
        values = [v for v in values if v is not None]
        return (min(values), max(values)) if values else None

    def total_of(self, taking, plus, minus=()):
        low = sum((n.operand(taking)[0] for n in plus), F(0)) - sum((n.operand(taking)[1] for n in minus), F(0))
        high = sum((n.operand(taking)[1] for n in plus), F(0)) - sum((n.operand(taking)[0] for n in minus), F(0))
        return low, high

    def against(self, given, result, sign=1):
        """The verdict on `result` when given(taking) is what was worked out."""
        exact = given("printed")
        if exact is None:
            return "uncheckable"
        wanted = sign * abs(result.value)
        if away(exact[0], result.power) == wanted:
            gap = sign * (exact[0] - wanted)
            return "rounding" if result.hedge == "above" and gap < 0 or result.hedge == "below" and gap > 0 else "consistent"
        cells = meet(given("cell"), self.turned(result, sign, "cell"))
        trunc = not result.hedge and cut(exact[0], result.power) == wanted
        if not trunc and not cells and self.kind in CHANGES and not any(n.hedge for n in self.numbers):
            trunc = meet(given("cut"), result.signed(sign).left())
        if trunc and not cells:
            self.cause = "truncated"
        if trunc or cells:
            return "rounding"
        hedged = any(n.hedge for n in self.numbers)
        if not hedged or not meet(given("bound"), self.turned(result, sign, "bound")):
            return "inconsistent"
        return "consistent" if self.bound_is_near(exact[0], result, sign) else "uncheckable"

    def bound_is_near(self, exact, result, sign):
        """Nothing but the result, a rate, is hedged, by a bound, and what was worked out lies on its side, no further than a tenth of it."""
        beyond = sign * exact - abs(result.value)
        side = {"above": beyond, "below": -beyond}.get(result.hedge, -1)
        is_rate = result.percent or result.points
        return is_rate and 0 <= side <= abs(result.value) / 10 and not any(n.hedge for n in self.numbers if n is not result)

    def turned(self, result, sign, taking):
        low, high = result.signed(1).result(taking)
        return (-high, -low) if sign < 0 else (low, high)

    def fits(self, given, result, sign=1):
        exact = given("printed")
        return exact is not None and (away(exact[0], result.power) == sign * abs(result.value) or
                                      meet(given("cell"), self.turned(result, sign, "cell")))
