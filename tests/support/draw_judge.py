# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Random rows of claims (judge-row.h), drawn where judging goes wrong: near what is right, cut, a digit off, of another figure, scaled."""
import random
from fractions import Fraction as F

HEDGES = "trên ", "gần ", "khoảng ", "ước ", "ít nhất ", "không quá "
KINDS = ("change_abs change_rel change_rel change_rel change_pp reduction_from_to change_rank rank index share share fraction average density "
         "plan_attainment plan_attainment target contribution sum_of_parts sum_of_parts signed_sum balance cross growth_rate count_of_list").split()
RATIOS = {"share": "part whole pct", "fraction": "num den pct", "contribution": "part whole share", "plan_attainment": "actual plan pct",
          "target": "actual target pct"}


def show(digits, decimals):
    """-12345, 1: -1.234,5"""
    text = str(abs(digits)).rjust(decimals + 1, "0")
    whole = text[:-decimals] if decimals else text
    return "-" * (digits < 0) + f"{int(whole):,}".replace(",", ".") + ("," + text[-decimals:] if decimals else "")


def away(value, decimals):
    scaled = abs(value) * 10**decimals
    return (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)


class Dice(random.Random):
    def chance(self, odds): return self.random() < odds

    def hedge(self, odds=0.1): return self.choice(HEDGES) if self.chance(odds) else ""

    def drop(self, items, odds=0.25): return [item for item in items if not self.chance(odds)]

    def size(self):
        return self.randint(1, self.choice([20, 300, 3000, 200000, 10**self.randint(1, 12)]))

    def style(self): return self.choice(["count"] * 6 + ["ha", "scale", "pct"])

    def figure(self, number, style):
        if style == "ha":
            return show(10 * number + self.randint(0, 9), 1) + "ha"
        if style == "scale":
            return show(number % 100000, self.randint(0, 2)) + " " + self.choice(["nghìn", "triệu", "tỷ"])
        if style == "pct":
            return show(number % 20000, self.randint(0, 2)) + "%"
        return show(number, 0)

    def percent(self, value):
        """The percent as printed, or after a slip."""
        decimals = self.randint(0, 2)
        digits = away(value, decimals)
        slip = self.random()
        if slip < 0.1:
            digits = int(abs(value) * 10**decimals)
        elif slip < 0.2:
            digits = max(0, digits + self.choice([-1, 1]))
        elif slip < 0.3:
            digits = self.size()
        elif slip < 0.4:
            digits = self.swap(digits)
        elif slip < 0.45:
            digits *= 10
        return self.hedge(0.05) + show(digits % 10**9, decimals) + "%"

    def swap(self, number):
        digits = list(str(abs(number)))
        at = self.randrange(len(digits))
        digits[at - 1], digits[at] = digits[at], digits[at - 1]
        return int("".join(digits))

    def two(self, one, other, style):
        """Two figures and their difference, in one style."""
        if style == "pct":
            decimals, one, other = self.randint(0, 2), one % 9999 + 1, other % 9999 + 1
            units = "%", "%", self.choice(["%", " điểm"])
        elif style == "scale":
            decimals, one, other = self.randint(0, 2), one % 99999 + 1, other % 99999 + 1
            units = (" " + self.choice(["nghìn", "triệu", "tỷ"]),) * 3
        else:
            decimals, units = (1, ("ha",) * 3) if style == "ha" else (0, ("",) * 3)
        told = [show(value, decimals) + unit for value, unit in zip((one, other, abs(one - other)), units)]
        return one, other, told


def draw_change(dice, kind, one, other):
    told = dice.drop([dice.choice(["up", "down"]) if dice.chance(0.15) else "up" if one > other else "down"], 0.1)
    told = ["same"] if dice.chance(0.03) else told
    style = "pct" if kind == "change_pp" else dice.style()
    if kind == "change_rel" and dice.chance(0.2):
        told, style = told + ["rate"], "pct"
    one, other, figures = dice.two(one, other, style)
    figures[2] = dice.figure(dice.size(), dice.style()) if dice.chance(0.2) else figures[2]
    roles = ("to", "from") if kind == "reduction_from_to" else ("now", "base")
    numbers = dice.drop([f"{roles[0]} {dice.hedge()}{figures[0]}", f"{roles[1]} {dice.hedge()}{figures[1]}"])
    if kind != "change_rel" or dice.chance(0.3):
        numbers += dice.drop([f"delta {dice.hedge()}{figures[2]}"], 0.1)
    if kind in ("change_rel", "reduction_from_to"):
        formula = dice.choice([100 * F(one - other, other)] * 6 + [100 * F(one - other, one), 100 * F(one, other)])
        numbers += dice.drop(["pct " + (dice.percent(formula) if dice.chance(0.9) else dice.choice(["1,5", "2", "2,5", "0,8"]))], 0.1)
    return told, numbers + dice.drop(["near " + dice.figure(other, "count")], 0.7)


def draw_rank(dice, kind, *_):
    one, other = dice.randint(1, 70), dice.randint(1, 70)
    numbers = dice.drop([("now " if kind == "change_rank" else "rank ") + str(one), "of " + dice.choice(["63", "34", "60", "12"])])
    if kind == "change_rank":
        numbers += dice.drop([f"base {other}"]) + dice.drop([f"delta {dice.choice([abs(one - other), dice.randint(1, 40)])}"], 0.1)
    return dice.drop([dice.choice(["up", "down"])], 0.1), numbers


def draw_index(dice, _, one, other):
    style = dice.style()
    formulas = 100 * F(one, other), 100 * F(one, other), 100 * F(one - other, other)
    numbers = dice.drop(["now " + dice.figure(one, style), "base " + dice.figure(other, style)], 0.2)
    return [], numbers + ["pct " + dice.choice([dice.percent(dice.choice(formulas))] * 4 + ["1,5", "2,5"])]


def draw_ratio(dice, kind, one, other):
    part, whole, result = RATIOS[kind].split()
    style = dice.style()
    if kind in ("share", "fraction") and dice.chance(0.8):
        one, other = min(one, other), max(one, other)
    right = other if dice.chance(0.9) else dice.size()
    is_plan = kind in ("plan_attainment", "target")
    told = dice.drop([dice.choice(["exceeds", "reaches", "misses"])], 0.5) if is_plan else []
    formula = 100 * F(one, right) - (100 if "exceeds" in told and dice.chance(0.7) or dice.chance(0.05) else 0)
    numbers = dice.drop([f"{part} {dice.hedge()}{dice.figure(one, style)}", f"{whole} {dice.hedge()}{dice.figure(other, style)}"], 0.2)
    numbers += dice.drop([f"{result} {dice.percent(formula)}"], 0.2)
    if is_plan and dice.chance(0.4):
        numbers.append("excess " + dice.choice([dice.figure(abs(one - other), style), dice.percent(100 * F(one - other, other)),
                                                dice.figure(dice.size(), dice.style())]))
    return told, numbers + dice.drop(["near " + dice.figure(right, "count")], 0.6)


def draw_mean(dice, kind, one, _):
    other, decimals = dice.randint(1, dice.choice([20, 200, 3000])), dice.randint(0, 2)
    digits = max(0, away(F(one, other), decimals) + dice.choice([0, 0, 0, 1, -1, 10]))
    total, count, mean = ("total", "n", "avg") if kind == "average" else ("num", "den", "value")
    return [], dice.drop([f"{total} {dice.hedge()}{dice.figure(one, dice.style())}", f"{count} {dice.hedge(0.03)}{other}",
                          f"{mean} {dice.hedge(0.05)}{show(digits, decimals)}{dice.choice(['', '', '', 'ha', '%'])}"], 0.2)


def draw_sum(dice, kind, *_):
    told = dice.drop([dice.choice(["all", "all", "all", "some"])], 0.15) + dice.drop(["open"], 0.85)
    style = dice.style()
    decimals, unit = (0, "") if style == "count" else (dice.randint(0, 2), {"ha": "ha", "scale": " triệu", "pct": "%"}[style])
    parts = [dice.randint(0, 9999) * (dice.choice([1, -1]) if kind == "signed_sum" else 1) for _ in range(dice.randint(1, 6))]
    total = sum(parts) + dice.choice([0, 0, 0, 0, 1, -1, dice.randint(-500, 500)])
    if kind == "sum_of_parts":
        total = abs(total)
        if dice.chance(0.15):
            told, total = told + ["rate"], parts[0]
    hedge = dice.hedge()
    whole = f"total {hedge}{show(dice.swap(total) if dice.chance(0.2) else total, decimals)}{unit}"
    if unit == "%" and dice.chance(0.5):
        whole, hundred = "total unprinted 100", 100 * 10**decimals
        parts = [dice.randint(0, hundred // len(parts)) for _ in parts[1:]]
        parts.append(max(0, hundred - sum(parts) + dice.choice([0, 0, 1, -1, 2])))
    return told, [whole] + [f"part {hedge if dice.chance(0.6) else dice.hedge(0.02)}{show(part, decimals)}{unit}" for part in parts]


def draw_balance(dice, *_):
    opening, received = dice.randint(0, 400), dice.randint(1, 3000)
    resolved = dice.randint(0, opening + received)
    values = {"total": opening + received, "opening": opening, "received": received, "resolved": resolved,
              "remaining": opening + received - resolved}
    if dice.chance(0.4):
        role = dice.choice(list(values))
        values[role] = dice.choice([values[role] + 1, abs(values[role] - 1), values[role] * 10, dice.swap(values[role])])
    numbers = dice.drop([f"{role} {dice.hedge(0.02)}{show(value, 0)}" for role, value in values.items()])
    return [], numbers + dice.drop([f"resolved {dice.randint(0, 9)}"], 0.9)


def draw_cross(dice, _, one, other):
    first = dice.figure(one, dice.style())
    second = dice.choice([first, dice.figure(one, dice.style()), dice.figure(other, dice.style())])
    return [], [f"first {dice.hedge()}{first}", f"second {dice.hedge()}{second}"]


def draw_growth(dice, *_):
    years, first, decimals = dice.randint(1, 8), dice.randint(1, 9999), dice.randint(0, 2)
    last = max(1, first * dice.randint(50, 250) // 100)
    growth = 100 * (F(last, first) - 1) / years
    if dice.chance(0.8):  # where the printed one lies is enough: a root of floating point
        growth = F(100 * ((last / first)**(1 / dice.choice([years, years, max(1, years - 1)])) - 1))
    digits = abs(away(growth, decimals) + dice.choice([0, 0, 0, 0, 1, -1, 5]))
    unit = dice.choice(["", "", "", " tỷ", "ha"])
    shown = dice.randint(0, 1) if unit else 0
    return ["up" if growth >= 0 else "down"], dice.drop([
        f"from {dice.hedge(0.03)}{show(first, shown)}{unit}", f"to {dice.hedge(0.03)}{show(last, shown)}{unit}", f"years {years}",
        f"pct {dice.hedge(0.03)}{show(digits, decimals)}%"], 0.03)


def draw_list(dice, *_):
    stated = dice.randint(1, 20)
    return dice.drop(["open"], 0.7), [f"stated {dice.hedge()}{stated}", f"listed {stated + dice.choice([0, 0, 1, -1])}"]


DRAWN = {"change_rank": draw_rank, "rank": draw_rank, "index": draw_index, "average": draw_mean, "density": draw_mean, "sum_of_parts": draw_sum,
         "signed_sum": draw_sum, "balance": draw_balance, "cross": draw_cross, "growth_rate": draw_growth, "count_of_list": draw_list,
         **{kind: draw_ratio for kind in RATIOS}}


def draw(seed, count):
    """`count` rows of kind, told, numbers."""
    dice = Dice(seed)
    for _ in range(count):
        kind, one, other = dice.choice(KINDS), dice.size(), dice.size()
        if dice.chance(0.6):
            other = max(1, one * dice.randint(50, 150) // 100)
        told, numbers = DRAWN.get(kind, draw_change)(dice, kind, one, other)
        yield kind, " ".join(told), "; ".join(numbers or ["value 1"])
