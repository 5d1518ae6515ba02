#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""score.py [--misses] [--strict] [--unseen] [--require SET:MEASURE=NUMBER…] [SET…]: how well reports are read, by kind of claim.

Sets: corpus (the shared reports, where they are), composed, right (reports and sentences, all of whose figures agree; their claims are not listed, so
that only false alarms count), quiet (pages without claims), or any FILE.jsonl of such lines; --unseen adds the set that nobody who builds the
reader looks at. A claim is found when one of the same kind has the same figures and their spans overlap by at least half of the
longer; one that the corpus quotes in two places has either as its span, or all from one to the other, or stands within one of them and has
its other figures from the other; some parts of a total are found too where all of them are. --strict knows neither
of the last two (within one place, all the parts). Checkable is what is neither pair,
approx, date, series nor leftover and has another verdict than uncheckable. A false alarm is a claim said to be inconsistent where none is.
--require makes a measure a test: recall, verdict, cause (in percent, at least); alarms, density (at most; density: claims per 1.000 words).
"""

import argparse
import collections
import decimal
import hashlib
import pathlib
import re
import sys

import claimset

UNCHECKED_KINDS = {"pair", "approx", "date", "series", "leftover"}
SCALE_WORDS = re.compile(r"nghìn|ngàn|triệu|tỷ|tỉ", re.IGNORECASE)
DIGITS = re.compile(r"\d[\d.,]*")
AT_MOST = ("alarms", "density")


def is_checkable(claim):
    return claim["kind"] not in UNCHECKED_KINDS and claim["verdicts"][0] != "uncheckable"


def overlap_place(place, found):
    return max(0, min(place[1], found["end"]) - max(place[0], found["start"]))


def overlap(wanted, found):
    """The widest overlap with one of the places of a claim."""
    return max(overlap_place(place, found) for place in wanted["places"])


def overlaps_enough(wanted, found):
    return any(2 * overlap_place(place, found) >= max(place[1] - place[0], found["end"] - found["start"]) for place in wanted["places"])


def printed_numbers(text):
    """Every number a text may print: with the points as groups, or not."""
    numbers = set()
    for digits in DIGITS.findall(text):
        for candidate in (digits.replace(".", "").replace(",", "."), digits.replace(",", "")):
            try:
                numbers.add(decimal.Decimal(candidate.rstrip(".")).normalize())
            except decimal.InvalidOperation:
                pass
    return numbers


class Judge:
    """Compares claims of one text."""

    def __init__(self, text, is_strict=False):
        self.is_strict = is_strict
        self.printed = printed_numbers(text)
        self.has_scale = SCALE_WORDS.search(text) is not None

    def same_value(self, wanted, found):
        """A gold value may be written before its scale word: 18 of 18 tỷ."""
        wanted, found = abs(wanted), abs(found)
        return wanted == found or self.has_scale and any(wanted.scaleb(power) == found for power in (3, 6, 9, 12))

    def is_printed(self, value):
        value = abs(value)
        return any(value.scaleb(-power).normalize() in self.printed for power in ((0, 3, 6, 9, 12) if self.has_scale else (0,)))

    def leave_values(self, wanted, found):
        """What the multiset has besides the wanted values, None if it lacks one; one that is printed nowhere need not be
        found, for no operand is invented."""
        left = list(found)
        for value in wanted:
            match = next((index for index, other in enumerate(left) if self.same_value(value, other)), None)
            if match is not None:
                del left[match]
            elif self.is_printed(value):
                return None
        return left

    def holds_values(self, wanted, found):
        return self.leave_values(wanted, found) is not None

    def holds_digits(self, wanted, found):
        """The same of digits as printed, which may be grouped or a decimal, and may be words."""
        left = list(found)
        for digits in wanted:
            values = printed_numbers(digits)
            match = next((index for index, other in enumerate(left) if any(self.same_value(value, other) for value in values)), None)
            if match is not None:
                del left[match]
            elif values:
                return False
        return True

    def same_figures(self, wanted, found):
        kind, wanted, found = wanted["kind"], wanted["numbers"], found["numbers"]
        if claimset.PRINTED in wanted:
            return self.holds_digits(wanted[claimset.PRINTED], sum(found.values(), []))
        if kind in ("density", "balance"):  # num, den, value or count, unit_value, total; what came in is received or, with nothing from before, the total
            return self.holds_values(sum(wanted.values(), []), sum(found.values(), []))
        if kind == "cross":
            return self.holds_values(set(sum(wanted.values(), [])), sum(found.values(), []))
        if kind == "index" and "pct" in wanted and max(wanted["pct"]) < 20:  # "gấp 2,5 lần" is 2,5 or 250
            found = dict(found, pct=[value / 100 if value >= 100 else value for value in found.get("pct", [])])
        return all(self.leave_values(values, found.get(role, [])) == [] for role, values in wanted.items())

    def all_parts(self, wanted, found):
        """Whether the found claim tells all parts of the total of which the wanted one names some: more, and nothing else."""
        rest = self.leave_values(wanted["numbers"].get("part", []), found["numbers"].get("part", []))
        total, parts = found["numbers"].get("total", []), found["numbers"].get("part", [])
        return (wanted["kind"] == "sum_of_parts" and wanted["mode"] == "subset" and bool(rest) and wanted["numbers"].get("total") == total
                and [sum(parts)] == total)

    def tells(self, wanted, found):
        return self.same_figures(wanted, found) or not self.is_strict and self.all_parts(wanted, found)

    @staticmethod
    def joins_places(wanted, found):
        """Whether a claim told in two places is found within one, and all its figures that are not printed there are in the other."""
        own = printed_numbers(found["quote"])
        far = [value.normalize() for values in found["numbers"].values() for value in values if value.normalize() not in own]
        middle = (found["start"] + found["end"]) // 2
        for index, (start, end) in enumerate(wanted["places"][:len(wanted["quotes"])]):
            others = printed_numbers(" ".join(quote for other, quote in enumerate(wanted["quotes"]) if other != index))
            if far and start <= middle < end and all(value in others for value in far):
                return True
        return False

    def is_there(self, wanted, found):
        return overlaps_enough(wanted, found) or not self.is_strict and self.joins_places(wanted, found)

    def pair_up(self, expected, found):
        """Index of an expected claim → that of the found one; and those whose spans only touch."""
        pairs, near, used = {}, {}, set()
        for enough in (True, False):
            for number, wanted in enumerate(expected):
                fits = [(overlap(wanted, other), other["verdict"] in wanted["verdicts"], -index) for index, other in enumerate(found)
                        if index not in used and other["kind"] == wanted["kind"] and overlap(wanted, other) > 0
                        and (not enough or self.is_there(wanted, other)) and self.tells(wanted, other)]
                if number not in pairs and fits:
                    index = -max(fits)[2]
                    used.add(index)
                    (pairs if enough else near)[number] = index
        return pairs, near


def places_by_claim(found):
    """The numbers of the found claims, those of one cross together, the earliest place first: told at each of its places it is one claim."""
    told = {}
    for number, claim in enumerate(found):
        first = claim.get("told_by")
        told.setdefault(number if first is None else first, []).append(number)
    return list(told.values())


class Row:
    """The counts of one kind."""

    def __init__(self):
        self.counts = collections.Counter()

    def __getitem__(self, name):
        return self.counts[name]

    def add(self, name, number=1):
        self.counts[name] += number

    def percent(self, part, whole):
        return 100 * self.counts[part] / self.counts[whole] if self.counts[whole] else None


class Score:
    def __init__(self, name, is_strict=False):
        self.is_strict = is_strict
        self.name, self.rows, self.misses, self.words, self.claims = name, collections.defaultdict(Row), [], 0, 0

    def add_text(self, text, found):
        judge = Judge(text.text, self.is_strict)
        pairs, near = judge.pair_up(text.expected, found)
        self.words += len(text.text.split())
        told = places_by_claim(found)
        self.claims += len(told)
        for number, wanted in enumerate(text.expected):
            self.add_expected(text, wanted, found[pairs[number]] if number in pairs else None, number in near, found)
        for numbers in told:
            self.add_found(text, [found[number] for number in numbers], any(number in pairs.values() for number in numbers))

    def add_expected(self, text, wanted, match, is_near, found):
        row, checkable = self.rows[wanted["kind"]], is_checkable(wanted)
        row.add("all")
        row.add("checkable", checkable)
        row.add("near", checkable and is_near)
        if match is None:
            self.misses.append((text, "near, its span is another" if is_near else "missed", wanted, self.nearest(wanted, found)))
            return
        row.add("all found")
        if not checkable:
            if match["verdict"] not in wanted["verdicts"]:
                self.misses.append((text, "verdict (not checkable)", wanted, match))
            return
        row.add("found")
        is_right = match["verdict"] in wanted["verdicts"]
        row.add("verdict right", is_right)
        if not is_right:
            self.misses.append((text, "verdict", wanted, match))
        elif wanted["causes"] is not None and wanted["verdicts"][0] != "consistent":
            row.add("with cause")
            row.add("cause right", match["cause"] in wanted["causes"])
            if match["cause"] not in wanted["causes"]:
                self.misses.append((text, "cause", wanted, match))

    def add_found(self, text, places, is_matched):
        claim = places[0]
        row = self.rows[claim["kind"]]
        row.add("extra", not is_matched)
        if claim["verdict"] == "inconsistent" and not any(
                "inconsistent" in wanted["verdicts"] and overlap(wanted, place) > 0 for wanted in text.expected for place in places):
            row.add("alarms")
            self.misses.append((text, "false alarm", None, claim))

    @staticmethod
    def nearest(wanted, found):
        near = [claim for claim in found if overlap(wanted, claim) > 0]
        return max(near, key=lambda claim: (claim["kind"] == wanted["kind"], overlap(wanted, claim)), default=None)

    def total(self):
        whole = Row()
        for row in self.rows.values():
            whole.counts.update(row.counts)
        return whole

    def measure(self, name):
        whole = self.total()
        if name == "density":
            return 1000 * self.claims / self.words if self.words else 0
        if name == "alarms":
            return whole["alarms"]
        return whole.percent(*{"recall": ("found", "checkable"), "verdict": ("verdict right", "found"),
                               "cause": ("cause right", "with cause")}[name]) or 0

    def print_table(self):
        print(f"\n{self.name}: {self.words} words, {self.claims} claims found, {self.measure('density'):.1f} in 1.000 words")
        print(f"{'kind':19s}{'all':>5s}{'found':>7s}  {'checkable':>9s}{'found':>7s}{'recall':>8s}{'near':>6s}{'verdict':>9s}"
              f"{'cause':>8s}{'alarms':>8s}{'extra':>7s}")
        for kind, row in [*sorted(self.rows.items()), ("together", self.total())]:
            print(f"{kind:19s}{row['all']:5d}{row['all found']:7d}  {row['checkable']:9d}{row['found']:7d}"
                  f"{show(row.percent('found', 'checkable')):>8s}{row['near']:6d}{show(row.percent('verdict right', 'found')):>9s}"
                  f"{show(row.percent('cause right', 'with cause')):>8s}{row['alarms']:8d}{row['extra']:7d}")

    def print_misses(self):
        for text, what, wanted, found in self.misses:
            print(f"\n{text.name}: {what}" + (f" ({text.about})" if text.about else ""))
            if wanted:
                print(f"  expected {wanted['kind']} {'|'.join(wanted['verdicts'])} {causes_of(wanted)}{figures(wanted)}\n    “{wanted['quote']}”")
            if found:
                print(f"  found    {found['kind']} {found['verdict']} {found['cause'] or ''} {figures(found)}\n    “{found['quote']}”")
            if len(text.text) < 1000:
                print(f"  text     {text.text}")


def causes_of(wanted):
    return "|".join(str(cause) for cause in wanted["causes"]) + " " if wanted["causes"] not in (None, [None]) else ""


def figures(claim):
    return {role: [str(value) for value in values] for role, values in claim["numbers"].items()}


def show(percent):
    return "-" if percent is None else f"{percent:.1f}"


def load_sets(names, with_unseen):
    sets = {}
    for name in names:
        if name == "corpus":
            sets[name] = claimset.load_corpus()
            if not sets[name]:
                print(f"no {claimset.SHARED / 'corpus'}: the shared reports are not scored", file=sys.stderr)
                del sets[name]
        else:
            path = pathlib.Path(name) if name.endswith(".jsonl") else claimset.HERE / f"{name}.jsonl"
            sets[path.stem] = claimset.load_lines(path)
    if with_unseen:
        path = claimset.HERE / "unseen.jsonl"
        print(f"{path.name}: sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}")
        sets["unseen"] = claimset.load_lines(path)
    return sets


def check_requirements(requirements, scores):
    """Prints what is not reached; says whether all is."""
    all_hold = True
    for requirement in requirements:
        name, measure, bound = re.fullmatch(r"(\w+):(\w+)=([\d.]+)", requirement).groups()
        if name not in scores:
            continue
        value = scores[name].measure(measure)
        holds = value <= float(bound) if measure in AT_MOST else value >= float(bound)
        if not holds:
            print(f"{name}: {measure} is {value:.1f}, {'at most' if measure in AT_MOST else 'at least'} {bound} is wanted")
        all_hold = all_hold and holds
    return all_hold


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help="corpus, composed, right, quiet (all if none is named), or a file of such lines")
    parser.add_argument("--misses", action="store_true", help="print each miss with its text")
    parser.add_argument("--strict", action="store_true", help="a claim told in two places or in part is found only as it is listed")
    parser.add_argument("--unseen", action="store_true", help="score unseen.jsonl too")
    parser.add_argument("--require", action="append", default=[], metavar="SET:MEASURE=NUMBER")
    options = parser.parse_args()
    sets = load_sets(options.sets or ([] if options.unseen else ["corpus", "composed", "right", "quiet"]), options.unseen)
    program, scores = claimset.command(), {}
    for name, texts in sets.items():
        scores[name] = Score(name, options.strict)
        for text in texts:
            scores[name].add_text(text, claimset.read_text(program, text.text))
        scores[name].print_table()
        if options.misses and name != "unseen":
            scores[name].print_misses()
    return 0 if check_requirements(options.require, scores) else 1


if __name__ == "__main__":
    sys.exit(main())
