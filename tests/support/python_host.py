#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""A host in Python: answers what the shell answers, through the face of the package qcdc and with an own reading of the options.

    python_host.py        reads JSON lists from stdin, a line each: command, bundle, option…; writes each answer as a JSON line

Where rows are wanted as JSON lines, they are written from the attributes of the objects, so that these are held to be what the
library prints. A refusal is answered by "[status] message", after the findings if there are any.
"""

import collections
import functools
import json
import os
import pathlib
import sys

BUILD = pathlib.Path(os.environ.get("QCDC_BUILD") or pathlib.Path(__file__).resolve().parents[2] / "build").resolve()
sys.path.insert(0, str(BUILD / "bindings" / "python"))
import qcdc

KNOWN = ("base", "base-known", "basis", "by", "calendar", "code", "current", "depth", "format", "groups", "hierarchy", "indicator", "language", "measure", "missing",
         "order", "period", "revision", "style", "template", "unit", "unit-level", "working-days")


class Options:
    """Options by name; some may be repeated."""

    def __init__(self, words):
        self.values = collections.defaultdict(list)
        words = list(words)
        while words:
            name, equals, value = words.pop(0).removeprefix("--").partition("=")
            if name not in KNOWN:
                raise SystemExit(f"{name} is no option")
            self.values[name].append(value if equals else words.pop(0))

    def all(self, name):
        return self.values[name]

    def last(self, name, otherwise=None):
        return self.values[name][-1] if self.values[name] else otherwise

    def style(self):
        return dict(setting.split("=", 1) for setting in self.values["style"])

    def chosen(self, *names):
        """Keyword arguments of those that were given; the others are left to the face's own defaults."""
        found = {name: self.last(name) for name in names if self.values[name]}
        if found.get("depth", "all") != "all":
            found["depth"] = int(found["depth"])
        if self.values["indicator"]:
            found["indicators"] = self.values["indicator"]
        return found


# An object of the face serves several commands, as it would in a notebook.
@functools.lru_cache(maxsize=1)
def read_bundle(path, calendar=None):
    return qcdc.read_bundle(path, calendar=calendar)


def read_dataset(path, calendar, revision):
    """The figures as they were known at the revision asked for, if one is."""
    dataset = read_bundle(path, calendar).dataset
    return dataset if revision is None else dataset.at_revision(int(revision))


@functools.lru_cache(maxsize=4)
def roll_up_at(path, calendar, revision, hierarchy, missing, periods):
    return read_dataset(path, calendar, revision).rollup(hierarchy=hierarchy, missing=missing, periods=periods)


def roll_up(path, options, periods=()):
    return roll_up_at(path, options.last("calendar"), options.last("revision"), options.last("hierarchy"), options.last("missing", "partial"),
                      periods)


def write_line(members):
    """JSON as the library writes it; exact numbers are strings."""
    return json.dumps(members, ensure_ascii=False, separators=(",", ":"), default=lambda number: f"{number:f}") + "\n"


def read_members(thing, line):
    """The attributes of a thing that have the names of a JSON line, in its order; of the things in them too."""
    def read(value, shape):
        if isinstance(shape, dict):
            return {name: read(getattr(value, name), part) for name, part in shape.items()}
        if isinstance(shape, list):
            return [read(one, part) for one, part in zip(value, shape, strict=True)]
        return value
    return read(thing, json.loads(line))


def rewrite(things, text):
    """The JSON lines of `text`, each made anew of its thing."""
    lines = text.splitlines()
    return "".join(write_line(read_members(thing, line)) for thing, line in zip(things, lines, strict=True))


def compare(bundle, options):
    given = options.chosen("unit", "period", "by", "depth")
    if options.all("base"):
        given["base"] = options.all("base")
    if options.all("basis"):
        given["basis"] = options.last("basis")
    if options.all("base-known"):
        given["base_known"] = options.last("base-known")
    comparison = roll_up(bundle, options).compare(**given, style=options.style())
    form = options.last("format", "text")
    if form == "text":
        return comparison.text()
    text = comparison.table("text" if form == "table" else form)
    return rewrite(comparison.rows(), text) if form == "json" else text


def rewrite_cells(cube, text, is_styled):
    """The JSON lines of a roll-up, the cells of units looked up in the cube one by one; other lines are sums for a list."""
    for line in text.splitlines():
        members = json.loads(line)
        if members["unit"] in {unit.code for unit in cube.dataset.units}:
            cell = cube[members["unit"], members["indicator"], members["period"]]
            members.update({name: getattr(cell, name) for name in ("expected", "valued", "status")})
            # a ratio by formula is rounded as the style says, which is the table's own
            if cell.numerator is None or not is_styled:
                members["value"] = cell.value
            members["origin"] = cell.origin
        yield write_line(members)


def rollup(bundle, options):
    cube = roll_up(bundle, options, tuple(options.all("period")))
    form = options.last("format", "table")
    text = cube.table(**options.chosen("unit", "by", "depth"), periods=options.all("period") or None, style=options.style(),
                      format="text" if form == "table" else form)
    return "".join(rewrite_cells(cube, text, bool(options.all("style")))) if form == "json" else text


def rewrite_places(cube, text, options):
    """The JSON lines of a ranking, each figure looked up in the cube, the places and groups of all units asked for again."""
    lines = [json.loads(line) for line in text.splitlines()]
    for indicator in dict.fromkeys(members["indicator"] for members in lines):
        rows = [members for members in lines if members["indicator"] == indicator]
        units, period, order = [members["unit"] for members in rows], rows[0]["period"], options.last("order", "largest-first")
        places = cube.places(units, indicator, period, order=order)
        groups = cube.places(units, indicator, period, order=order, groups=int(options.last("groups"))) if options.all("groups") else [None] * len(rows)
        for members, place, group in zip(rows, places, groups):
            cell = cube[members["unit"], indicator, period]
            members |= {name: getattr(cell, name) for name in ("expected", "valued", "status", "origin")}
            if cell.numerator is None or not options.all("style"):
                members["value"] = cell.value
            members |= {"place": place, "of": sum(place is not None for place in places), "group": group}
    return "".join(map(write_line, lines))


def rank(bundle, options):
    cube = roll_up(bundle, options)
    form = options.last("format", "table")
    groups = options.last("groups")
    text = cube.ranking_table(options.all("indicator"), unit=options.last("unit"), period=options.last("period"), level=options.last("unit-level"),
                              order=options.last("order", "largest-first"), groups=groups and int(groups), style=options.style(),
                              format="text" if form == "table" else form)
    return rewrite_places(cube, text, options) if form == "json" else text


def table(bundle, options):
    return read_bundle(bundle, options.last("calendar")).table(
        options.last("code"), **options.chosen("unit", "period", "base", "missing", "hierarchy"), style=options.style(),
        format=options.last("format", "text"))


def write_findings(findings, options):
    """Lines of text, or JSON lines of the attributes: all of them but the text itself."""
    if options.last("format") != "json":
        return str(findings)

    def members(thing):
        return {name: [members(cell) for cell in value] if name == "cells" else value
                for name, value in thing.to_dict().items() if name != "text"}

    return "".join(write_line(members(finding)) for finding in findings)


def check(bundle, options):
    told, revision, language = read_bundle(bundle, options.last("calendar")), options.last("revision"), options.last("language")
    checked = told if revision is None else read_dataset(bundle, options.last("calendar"), revision)
    return write_findings(checked.check(hierarchy=options.last("hierarchy"), language=language), options)


def explain(path, options):
    bundle, dataset = read_bundle(path, options.last("calendar")), read_dataset(path, options.last("calendar"), options.last("revision"))
    period = options.last("period") or bundle.default_period or dataset.latest_period
    language = options.style().get("language")
    return dataset.rollup(periods=[period], hierarchy=options.last("hierarchy")).explain(
        options.last("unit") or bundle.default_unit, options.last("indicator"), period,
        language, base=options.all("base") or None)


def rewrite_days(catalog, text, working_days):
    """The JSON lines of a calendar, from dates."""
    for line in text.splitlines():
        period = json.loads(line)["period"]
        first, last = catalog.days(period)
        deadline = None if working_days is None else str(catalog.deadline(period, working_days))
        yield write_line({"period": period, "first_day": str(first), "last_day": str(last), "deadline": deadline})


def calendar(name, options):
    periods, language, form = options.all("period"), options.style().get("language"), options.last("format", "text")
    if "/" in name:
        bundle = read_bundle(name, options.last("calendar"))
        catalog, language = bundle.catalog, language or bundle.style["language"]
        periods = periods or [bundle.default_period or bundle.dataset.latest_period]
    else:
        catalog = qcdc.DatasetBuilder(calendar=name).freeze().catalog
    days = options.last("working-days")
    days = None if days is None else int(days)
    text = catalog.calendar_table(periods, working_days=days, format=form, language=language or "vi")
    return "".join(rewrite_days(catalog, text, days)) if form == "json" else text


def phrase(_, options):
    current, base, measure = (options.last(name) for name in ("current", "base", "measure"))
    return qcdc.phrase(current, base, measure, options.last("period"), style=options.style()) + "\n"


def fill(path, options):
    source = options.last("template")
    with open(source, encoding="utf-8", newline="") as file:
        return read_bundle(path, options.last("calendar")).fill(file.read(), source=source, format=options.last("format"),
                                                                **options.chosen("unit", "period", "hierarchy", "missing"))


COMMANDS = {"compare": compare, "table": table, "rank": rank, "rollup": rollup, "check": check, "explain": explain, "calendar": calendar, "phrase": phrase, "fill": fill}


def answer(command, bundle, words):
    """What the library says, or why it refuses."""
    options = Options(words)
    try:
        return COMMANDS[command](bundle, options)
    except qcdc.FindingsError as error:
        told = options if command == "check" else Options([])
        return write_findings(error.findings, told) + f"[{error.status}] {error}\n"
    except qcdc.Error as error:
        return f"[{error.status}] {error}\n"


def main():
    for line in sys.stdin:
        command, bundle, *words = json.loads(line)
        print(json.dumps(answer(command, bundle, words)), flush=True)


if __name__ == "__main__":
    main()
