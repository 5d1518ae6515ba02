#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""plant.py [--seed N] [--count N] [--composed] [--misses] [--require PERCENT]: plants faults in texts that are right and counts how many are found.

The texts are the composed passages and the shared reports (where they are); a fault goes into a claim whose figures are printed and
recompute, as one of ten classes, in turn. A fault is found when a claim that overlaps its place is said to be inconsistent, or cut
digits to be truncated. What leaves a text right is no fault: within what rounding allows; parts after "trong đó", which need not be all,
that come to less than their total. Nothing is planted beside "trên", "hơn", "gần": what they bound leaves much open.
"""

import argparse
import collections
import dataclasses
import decimal
import random
import re
import sys
from fractions import Fraction

import claimset
import recompute

CLASSES = ("digit swap", "truncation", "wrong base", "a part changed", "total changed", "percent for points", "index for growth", "scale",
           "direction", "rank")
HEDGES = re.compile(r"\b(trên|hơn|gần|khoảng|xấp xỉ)\s+\d", re.IGNORECASE)
VERBS = {"tăng": "giảm", "giảm": "tăng", "cao hơn": "thấp hơn", "thấp hơn": "cao hơn", "lên": "xuống"}


@dataclasses.dataclass
class Source:
    """A claim that recomputes, with the figures that it prints."""
    text: claimset.Text
    claim: dict
    numbers: dict  # role → list of Figure, places in the text
    direction: str


# their quote is the words of the result; what it was worked out of stands in the sentence
RESULTS = {"average", "density"}


def find_place(text, claim):
    """Where the figures of a claim stand: its quote, of a result the sentence, from its quote on and then before."""
    start, end = claim["start"], claim["end"]
    if claim["kind"] not in RESULTS:
        return [(start, end)]
    before = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    behind = min((at for at in (text.find(". ", end), text.find("\n", end)) if at >= 0), default=len(text))
    return [(start, end), (end, behind), (before, start)]


def locate_numbers(text, claim):
    """The figures of a claim where they are printed, in order; None if one is not."""
    free = [dataclasses.replace(figure, start=figure.start + start, end=figure.end + start)
            for start, end in find_place(text, claim) for figure in recompute.find_figures(text[start:end])]
    numbers = collections.defaultdict(list)
    for role, values in claim["numbers"].items():
        for value in values:
            match = next((figure for figure in free if abs(figure.value) == abs(Fraction(value))), None)
            if match is None:
                return None
            free.remove(match)
            is_signed = claim["kind"] == "signed_sum"
            numbers[role].append(match if is_signed else dataclasses.replace(match, value=abs(match.value)))
    return dict(numbers)


def find_direction(claim):
    """As the set says, else by the verbs, if they say one way."""
    if claim["direction"]:
        return claim["direction"]
    verbs = re.findall(r"tăng|giảm|cao hơn|thấp hơn|lên \d+ bậc", claim["quote"])
    ways = {"decrease" if verb in ("giảm", "thấp hơn") else "increase" for verb in verbs}
    return ways.pop() if len(ways) == 1 else None


def find_sources(texts):
    for text in texts:
        if any(set(claim["verdicts"]) & {"inconsistent", "rounding"} for claim in text.expected) and len(text.text) < 5000:
            continue
        for claim in text.expected:
            numbers = locate_numbers(text.text, claim)
            direction = find_direction(claim)
            if HEDGES.search(claim["quote"]):
                continue
            if claim["verdicts"][0] == "consistent" and numbers and recompute.fits(claim["kind"], numbers, direction) == "exact":
                yield Source(text, claim, numbers, direction)


# ---- how a fault is printed

def print_value(value, like):
    """The value as the figure prints: its decimals, its groups, its scale word."""
    count = int(abs(value) / like.step + Fraction(1, 2))
    decimals = len(like.digits.partition(",")[2])
    whole, part = divmod(count, 10 ** decimals)
    grouped = "." in like.digits or whole < 1000
    digits = f"{whole:,}".replace(",", ".") if grouped else str(whole)
    return digits + ("," + str(part).zfill(decimals) if decimals else "")


def print_decimals(value, step):
    decimals = next(count for count in range(9) if Fraction(1, 10 ** count) == step)
    whole, part = divmod(int(value / step), 10 ** decimals)
    return f"{whole:,}".replace(",", ".") + ("," + str(part).zfill(decimals) if decimals else "")


def swap_digits(draw, digits):
    places = [k for k in range(len(digits)) if digits[k].isdigit()]
    pairs = [(left, right) for left, right in zip(places, places[1:]) if digits[left] != digits[right] and not (left == 0 and digits[right] == "0")]
    if not pairs:
        return None
    left, right = draw.choice(pairs)
    return digits[:left] + digits[right] + digits[left + 1:right] + digits[left] + digits[right + 1:]


def shift_scale(draw, figure):
    """Ten times as much or as little, in digits."""
    value = figure.value * draw.choice((Fraction(10), Fraction(1, 10)))
    return print_value(value, figure) if (value / figure.step).denominator == 1 and value >= figure.step else None


def all_figures(source):
    return [(role, index, figure) for role, figures in source.numbers.items() for index, figure in enumerate(figures)]


def change_figure(draw, source, roles):
    """Another value of one figure of these roles: by a thirtieth to a third."""
    choices = [(role, index, figure) for role, index, figure in all_figures(source) if role in roles]
    if not choices:
        return None
    role, index, figure = draw.choice(choices)
    steps = int(abs(figure.value) / figure.step)
    change = draw.randint(max(1, steps // 30), max(1, steps // 3)) * draw.choice((1, -1))
    return (role, index, figure, print_value(abs(figure.value) + change * figure.step, figure)) if steps + change > 0 else None


def plant_percent(source, role, value):
    if role not in source.numbers:
        return None
    figure = source.numbers[role][0]
    return role, 0, figure, print_value(value, figure)


def get_ends(source):
    """Now and base, whatever the kind calls them."""
    numbers = {role: figures[0].value for role, figures in source.numbers.items()}
    if source.claim["kind"] == "reduction_from_to":
        return numbers.get("to"), numbers.get("from")
    base = numbers.get("base")
    if base is None and "delta" in numbers and "now" in numbers and source.direction:
        base = numbers["now"] - numbers["delta"] * (1 if source.direction == "increase" else -1)
    return numbers.get("now"), base


def plant_swap(draw, source):
    role, index, figure = draw.choice(all_figures(source))
    digits = swap_digits(draw, figure.digits)
    return (role, index, figure, digits) if digits else None


def plant_truncation(draw, source):
    """The percent or mean with its digits cut where rounding would go up; at one decimal more or less if need be."""
    for function, operands, result in recompute.relate(source.claim["kind"], source.numbers, source.direction):
        role = next(role for role, figures in source.numbers.items() if result in figures)
        if role not in ("pct", "average") or not all(figure.is_exact for figure in operands):
            continue
        exact = function(*(figure.value for figure in operands))
        for step in (result.step, result.step / 10, result.step * 10):
            cut = recompute.truncate(exact, step)
            if step <= 1 and cut > 0 and cut != recompute.round_half_away(exact, step):
                return role, 0, result, print_decimals(cut, step)
    return None


def plant_wrong_base(draw, source):
    now, base = get_ends(source)
    if source.claim["kind"] in ("change_rel", "reduction_from_to") and now and base:
        return plant_percent(source, "pct", abs(now - base) / now * 100)
    if source.claim["kind"] in ("share", "fraction", "plan_attainment") and "pct" in source.numbers:
        first = {"share": "part", "fraction": "num", "plan_attainment": "actual"}[source.claim["kind"]]
        near = [figure for figure in recompute.find_figures(source.text.text[:5000]) if figure.value > 1 and not figure.is_percent
                and figure.value != source.numbers.get(first, [figure])[0].value]
        base = draw.choice(near) if near else None
        return plant_percent(source, "pct", source.numbers[first][0].value / base.value * 100) if base and first in source.numbers else None
    return None


def plant_part(draw, source):
    """Of a balance only where all is printed: what was left over from before may be silent."""
    if source.claim["kind"] == "balance" and not {"total", "opening"} & set(source.numbers):
        return None
    is_whole = source.claim["kind"] in ("sum_of_parts", "signed_sum", "balance")
    return change_figure(draw, source, ("part", "resolved", "received", "remaining")) if is_whole else None


def plant_total(draw, source):
    return change_figure(draw, source, ("total",))


def plant_points(draw, source):
    now, base = get_ends(source)
    if now and base and "delta" in source.numbers and "điểm" in source.claim["quote"] and \
            source.claim["kind"] in ("change_pp", "reduction_from_to") and \
            source.numbers.get("now", source.numbers.get("to"))[0].is_percent:
        return plant_percent(source, "delta", abs(now - base) / base * 100)
    return None


def plant_index(draw, source):
    now, base = get_ends(source)
    if not now or not base or "pct" not in source.numbers or not source.numbers["pct"][0].is_percent:
        return None
    if source.claim["kind"] == "index":
        return plant_percent(source, "pct", abs(now - base) / base * 100)
    return plant_percent(source, "pct", now / base * 100)


def plant_scale(draw, source):
    role, index, figure = draw.choice(all_figures(source))
    digits = shift_scale(draw, figure)
    return (role, index, figure, digits) if digits else None


def plant_rank(draw, source):
    return change_figure(draw, source, ("now", "base", "delta")) if source.claim["kind"] == "change_rank" else None


def plant_direction(draw, source):
    """The verb turned: no figure, so role None."""
    if source.claim["kind"] not in ("change_abs", "change_rel", "change_pp", "change_rank", "reduction_from_to") or not source.direction:
        return None
    now, base = get_ends(source)
    verbs = [match for match in re.finditer(r"tăng|giảm|cao hơn|thấp hơn", source.claim["quote"])]
    if base is None or now == base or len(verbs) != 1 or ("base" not in source.numbers and "from" not in source.numbers):
        return None
    place = source.claim["start"] + verbs[0].start()
    return None, 0, recompute.Figure(place, place + len(verbs[0][0]), verbs[0][0], Fraction(0), Fraction(1), True, False), VERBS[verbs[0][0]]


PLANTERS = dict(zip(CLASSES, (plant_swap, plant_truncation, plant_wrong_base, plant_part, plant_total, plant_points, plant_index, plant_scale,
                              plant_direction, plant_rank)))


def is_fault(source, planted, name):
    """Whether what is planted no longer recomputes."""
    role, index, figure, digits = planted
    if digits == figure.digits:
        return False
    if role is None:
        return True
    parsed = recompute.find_figures(source.text.text[:figure.start][-1:].strip("0123456789") + digits + source.text.text[figure.end:figure.end + 12])
    if not parsed:
        return False
    numbers = {key: list(figures) for key, figures in source.numbers.items()}
    numbers[role][index] = parsed[0]
    if source.claim["kind"] == "balance" and not {"total", "opening"} & set(numbers):
        return False
    if re.search(r"trong đó|riêng|\.\.\.", source.claim["quote"], re.IGNORECASE) and "part" in numbers and "total" in numbers and \
            sum(part.value for part in numbers["part"]) < numbers["total"][0].value:
        return False
    grade = recompute.fits(source.claim["kind"], numbers, source.direction)
    return grade == ("truncated" if name == "truncation" else "no")


def draw_fault(draw, name, sources, drawn):
    """A fault that was not drawn before, if there is one."""
    fault = None
    for _ in range(3000):
        source = draw.choice(sources)
        planted = PLANTERS[name](draw, source)
        if planted and is_fault(source, planted, name):
            fault = source, planted
            key = name, source.text.name, planted[2].start, planted[3]
            if key not in drawn:
                drawn.add(key)
                break
    return fault


def read_value(digits):
    figures = recompute.find_figures(digits)
    return decimal.Decimal(figures[0].value.numerator) / figures[0].value.denominator if figures else None


def holds_place(claim, start, end, value):
    """Whether a claim overlaps the place, or counts with what is printed there."""
    is_near = claim["start"] - 400 < start < claim["end"] + 400
    return claim["start"] < end and claim["end"] > start or value and is_near and value in sum(claim["numbers"].values(), [])


def is_found(found, start, end, name, value):
    return any(holds_place(claim, start, end, value) and
               (claim["verdict"] == "inconsistent" or name == "truncation" and claim["verdict"] == "rounding" and claim["cause"] == "truncated")
               for claim in found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--composed", action="store_true", help="only into the composed passages")
    parser.add_argument("--misses", action="store_true", help="print each fault that is not found")
    parser.add_argument("--require", type=float, default=0, help="percent of the faults that must be found")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    texts = claimset.load_lines(claimset.HERE / "composed.jsonl") + ([] if options.composed else claimset.load_corpus())
    sources = list(find_sources(texts))
    program = claimset.command()
    planted, found, missed, drawn = collections.Counter(), collections.Counter(), [], set()
    for number in range(options.count):
        name = CLASSES[number % len(CLASSES)]
        fault = draw_fault(draw, name, sources, drawn)
        if fault is None:
            raise SystemExit(f"no text takes a fault of the class “{name}”")
        source, (_, _, figure, digits) = fault
        text = source.text.text[:figure.start] + digits + source.text.text[figure.end:]
        claims = claimset.read_text(program, text)
        planted[name] += 1
        if is_found(claims, figure.start, figure.start + len(digits), name, read_value(digits)):
            found[name] += 1
        else:
            missed.append((name, source, figure, digits, claims))
    print(f"{len(sources)} claims take faults; seed {options.seed}; {len(drawn)} different faults")
    for name in CLASSES:
        print(f"{name:20s}{planted[name]:5d} planted{found[name]:5d} found{100 * found[name] / max(1, planted[name]):8.1f} %")
    share = 100 * sum(found.values()) / sum(planted.values())
    print(f"{'together':20s}{sum(planted.values()):5d} planted{sum(found.values()):5d} found{share:8.1f} %")
    if options.misses:
        for name, source, figure, digits, claims in missed:
            print(f"\n{source.text.name}: {name}: {figure.digits} → {digits}\n  {source.claim['kind']} “{source.claim['quote']}”")
            for claim in claims:
                if claim["start"] < figure.end and claim["end"] > figure.start:
                    print(f"  found {claim['kind']} {claim['verdict']} {claim['cause'] or ''} {claim['numbers']}")
    return 0 if share >= options.require else 1


if __name__ == "__main__":
    sys.exit(main())
