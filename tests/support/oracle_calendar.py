# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reference model of libqcdc, cut-off days: S14 and D35...D41 as definitions.  p is a period of oracle.py.  N47...: ORACLE-NOTES.md."""
import calendar
from collections import namedtuple
from datetime import date, timedelta

KINDS = "month quarter half to-date nine-months year".split()
Rule = namedtuple("Rule", "kind first_offset first_day last_offset last_day start end", defaults=(date.min, date.max))
SHIPPED = {"civil": [Rule(kind, 0, 1, 0, 31) for kind in KINDS],  # D37
           "decree-09": [Rule(kind, -1, 15, 0, 14, date(2019, 3, 12)) for kind in ("month", "quarter", "half", "year")],
           "inspection-2013": [Rule(kind, -1, 16, 0, 15) for kind in ("quarter", "half", "nine-months", "year")]}
COLUMNS = "period first_day last_day deadline".split()

def day_of(month, day):  # a day that the month does not have is its last day
    y, m = divmod(month, 12)
    return date(y, m + 1, min(day, calendar.monthrange(y, m + 1)[1]))

class Calendar:
    def __init__(self, name, rows, holidays):
        """name: "" for none; rows: of calendars.csv, whose names go before the shipped ones (D38)."""
        own = [Rule(r.kind, int(r.first_month_offset), int(r.first_day), int(r.last_month_offset), int(r.last_day), *r.life) for r in rows if r.name == name]
        self.name, self.rules, self.holidays = name, own or SHIPPED.get(name, []), holidays
    def by(self, rule, p):
        return day_of(p.start + rule.first_offset, rule.first_day), day_of(p.start + p.months - 1 + rule.last_offset, rule.last_day)
    def rule(self, p):  # D35, D36: the row that rules p, if there is one
        kinds = {"days": [], "span": ["year"], "to-date": ["nine-months"] * (p.months == 9) + ["to-date"]}.get(p.kind, [p.kind])
        return next((r for kind in kinds for r in self.rules if r.kind == kind and r.start <= self.by(r, p)[1] <= r.end), None)
    def days(self, p):  # None: p has no cut-off day
        if not self.name: return None
        return p[:2] if p.kind == "days" else (rule := self.rule(p)) and self.by(rule, p)
    def cut(self, p): return self.days(p) or p[:2]  # who was in force, who held a code, which tree: the civil days serve
    def differs(self, p, q):  # D40
        if not self.name or "days" in (p.kind, q.kind): return False
        a, b = self.rule(p), self.rule(q)
        return (a and a[1:5]) != (b and b[1:5])
    def deadline(self, p, working_days):  # D41; None: refused
        if not (days := self.days(p)): return None
        day = days[1]
        while working_days:
            day += timedelta(1)
            if not any(h.year == day.year for h in self.holidays): return None
            working_days -= day.weekday() < 5 and day not in self.holidays
        return day

class Refused(Exception): """What the library refuses, by a status of its own."""
def line(calendar, p, working_days):  # of qcdc calendar
    days, due = calendar.days(p), working_days and calendar.deadline(p, int(working_days))
    if not days or due is None: raise Refused(p.label)
    return dict(period=p.label, first_day=str(days[0]), last_day=str(days[1]), deadline=due and str(due))
