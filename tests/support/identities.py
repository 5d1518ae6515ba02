# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Which figures of a bundle stand in an identity: a rule, a total, a coarse figure over finer ones, parts, a formula typed beside its
terms, a quotient, an opening after a closing. Read off the files alone, so that what the library overlooks is not overlooked here.
"""

import csv
import datetime
import re

KINDS = {"Q": 3, "S": 6}  # letter of a label → months


def read_table(path):
    """Rows of a CSV file of a bundle as dictionaries; none if there is no such file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as stream:
        header = stream.readline()
        stream.seek(0)
        return list(csv.DictReader(stream, delimiter=next((mark for mark in (";", "\t") if mark in header), ",")))


def get_months(label):
    """First month and the month after the last of a label, counted from year 0; None of days."""
    if found := re.fullmatch(r"(\d{4})", label):
        return int(label) * 12, int(label) * 12 + 12
    if found := re.fullmatch(r"(\d{4})-([QS])(\d)", label):
        first = int(found[1]) * 12 + (int(found[3]) - 1) * KINDS[found[2]]
        return first, first + KINDS[found[2]]
    if found := re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:/P(\d+)([MY]))?", label):
        first = int(found[1]) * 12 + int(found[2] or 1) - 1
        return first, first + int(found[3] or 1) * (12 if found[4] == "Y" else 1)
    return None


def get_days(label):
    """First and last day of a label by the civil calendar."""
    if months := get_months(label):
        first, after = (datetime.date(month // 12, month % 12 + 1, 1) for month in months)
        return first, after - datetime.timedelta(days=1)
    return tuple(map(datetime.date.fromisoformat, label.split("/")))


def move(days, is_year_back):
    """The days of the same label a year back, or of the label before, as months count."""
    first, last = days
    months = 12 if is_year_back else (last.year - first.year) * 12 + last.month - first.month + 1
    back = first.year * 12 + first.month - 1 - months
    after = last.year * 12 + last.month - months
    return datetime.date(back // 12, back % 12 + 1, 1), datetime.date(after // 12, after % 12 + 1, 1) - datetime.timedelta(days=1)


def is_behind(nature, part, days):
    """May a row of the days @part be behind a figure of the days @days? A state is that of its first or last day; what cannot be added is
    its own."""
    if nature == "opening":
        return part[0] == days[0] and part[1] <= days[1]
    if nature in ("stock", "closing", "to-date"):
        return part[1] == days[1] and days[0] <= part[0]
    if nature in ("distinct", "ratio", "score", "rank"):
        return part == days
    return days[0] <= part[0] and part[1] <= days[1]


class Figures:
    """The observations of a bundle and what stands beside what."""

    def __init__(self, folder):
        self.rows = [row for row in read_table(folder / "observations.csv") if row["value"]]
        self.indicators = {row["code"]: row for row in read_table(folder / "indicators.csv")}
        self.rules = [row["rule"] for row in read_table(folder / "rules.csv") if row["rule"]]
        self.parents = {row["code"]: row.get("parent") or "" for row in read_table(folder / "units.csv")}
        for row in self.rows:
            row["days"] = get_days(row["period"])

    def get_formula(self, code):
        return self.indicators[code].get("formula") or ""

    def is_below(self, unit, upper):
        seen = set()
        while unit and unit != upper and unit not in seen:
            seen.add(unit)
            unit = self.parents.get(unit)
        return unit == upper

    def read_terms(self, form):
        """(code, shift) of a form; shift is "", "prev" or "base"."""
        for shift, name in re.findall(r"(?:\b(prev|base|units)\s*\(\s*)?([^\W\d][\w.]*)", form):
            if shift != "units" and name in self.indicators:
                yield name, shift

    def find(self, code, place, shift=""):
        """Indices of the rows behind a figure: of the unit and those below it, within the period; of a formula, those of its terms."""
        unit, days, scenario = place
        days = move(days, shift == "base") if shift else days
        if form := self.get_formula(code):
            return self.find_all(self.read_terms(form), (unit, days, scenario))
        return {
            index
            for index, row in enumerate(self.rows)
            if row["indicator"] == code
            and (row.get("scenario") or "actual") == scenario
            and self.is_below(row["unit"], unit)
            and is_behind(self.indicators[code]["nature"], row["days"], days)
        }

    def find_all(self, terms, place):
        """The rows behind all terms; none if one of them has none."""
        found = [self.find(code, place, shift) for code, shift in terms]
        return set().union(*found) if found and all(found) else set()

    def get_places(self, codes):
        """(unit, days, scenario) wherever one of the indicators has a row."""
        return {(row["unit"], row["days"], row.get("scenario") or "actual") for row in self.rows if row["indicator"] in codes}

    def find_form(self, form):
        terms = list(self.read_terms(form))
        for place in self.get_places({code for code, shift in terms if not shift}):
            yield self.find_all(terms, place)

    def find_rules(self):
        for rule in self.rules:
            yield from self.find_form(rule)

    def find_quotients(self):
        for code, row in self.indicators.items():
            if "/" in self.get_formula(code) and row["measure"] == "%" and "(" not in self.get_formula(code):
                yield from self.find_form(self.get_formula(code))

    def find_parts(self):
        for code, row in self.indicators.items():
            total = (row.get("part_of") or "").split(":")[0]
            if total and not self.get_formula(total):
                for place in self.get_places({total}):
                    yield self.find_all([(code, ""), (total, "")], place)

    def find_typed(self):
        """Rows typed for an indicator with a formula."""
        for index, row in enumerate(self.rows):
            if self.get_formula(row["indicator"]):
                place = (row["unit"], row["days"], row.get("scenario") or "actual")
                found = self.find(row["indicator"], place)
                yield found | {index} if found else found

    def find_sums(self):
        """Totals over the units below, coarse figures over finer ones."""
        for index, row in enumerate(self.rows):
            place = (row["unit"], row["days"], row.get("scenario") or "actual")
            found = set() if self.get_formula(row["indicator"]) else self.find(row["indicator"], place)
            yield found if len(found) > 1 else set()

    def expand(self, code):
        """The indicators behind one, itself included; not those of another period."""
        inner = [term for term, shift in self.read_terms(self.get_formula(code)) if not shift]
        return {code}.union(*(self.expand(term) for term in inner))

    def find_openings(self):
        balances = [{term for term, shift in self.read_terms(rule) if not shift} for rule in self.rules]
        balances += [{code} for code in self.indicators if self.get_formula(code)]
        for balance in balances:
            codes = set().union(*map(self.expand, balance))
            openings = [code for code in codes if self.indicators[code]["nature"] == "opening"]
            closings = [code for code in codes if self.indicators[code]["nature"] == "closing"]
            for place in self.get_places(openings) if len(openings) == len(closings) == 1 else ():
                yield self.find_all([(openings[0], ""), (closings[0], "prev")], place)

    def find_in_identities(self):
        """Indices of the rows that stand in an identity of any kind."""
        kinds = (self.find_rules, self.find_quotients, self.find_parts, self.find_typed, self.find_sums, self.find_openings)
        return set().union(*(rows for find in kinds for rows in find()))
