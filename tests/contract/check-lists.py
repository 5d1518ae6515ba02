#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Explicit lists have one weakness: what is forgotten is not built and not run, and nothing turns red. So every C source
of the tree must be compiled, and every test must be known to meson. Decisions, too, are numbered by hand: no number is given twice."""

import collections
import json
import re
import subprocess

import house

# compiled by other checks, or in test builds only
ELSEWHERE = ("tests/contract/user/", "libqcdc/kernel/fault.c", "libqcdc/writing/workbook", "libqcdc/writing/table-workbook.c")
# compiled where GSL is
OF_STATS = ("libqcdc/stats/", "bindings/cli/stats-", "tests/benchmark/stats/", "tests/properties/properties_significance.c", "tests/properties/properties_outlier",
            *(f"tests/unit/test_{noun}" for noun in ("tail", "significance", "interval", "concentration", "trend", "year_estimate", "outlier")))


def tracked(*patterns):
    try:
        listed = subprocess.run(["git", "ls-files", "-z", *patterns], cwd=house.ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    except (subprocess.CalledProcessError, FileNotFoundError):
        listed = [str(path.relative_to(house.ROOT)) for pattern in patterns for path in house.ROOT.rglob(pattern)]
    return sorted(name for name in listed if name and not name.startswith("build") and (house.ROOT / name).is_file())


def find_decisions_told_twice(texts):
    """The numbers that two decisions have, of which code and tests cite one."""
    numbers = collections.Counter(number for text in texts for number in re.findall(r"^- \*\*(D\d+)\b", text, re.M))
    return sorted(number for number, count in numbers.items() if count > 1)


def main():
    compiled = {str((house.BUILD / entry["file"]).resolve()) for entry in json.loads((house.BUILD / "compile_commands.json").read_text())}
    sources = tracked("*.c")
    elsewhere = ELSEWHERE if house.STATS in house.LIBRARIES else ELSEWHERE + OF_STATS
    violations = [f"{name} is in no meson.build" for name in sources
                  if not name.startswith(elsewhere) and str((house.ROOT / name).resolve()) not in compiled]
    tests = json.loads(house.run("meson", "introspect", "--tests", house.BUILD))
    commands = {word.rpartition("/")[2] for test in tests for word in test["cmd"]}
    cases = sorted(path.parent.name for path in (house.HERE.parent / "golden" / "cases").glob("*/command"))
    if house.STATS not in house.LIBRARIES:
        cases = [case for case in cases if case != "stats"]
    violations += [f"tests/golden/cases/{case} is not in the list of tests/golden/meson.build" for case in cases if case not in commands]
    python = [name for name in tracked("*test_*.py") if name.rpartition("/")[2].startswith("test_")]
    violations += [f"{name} is run by no meson test" for name in python if name.rpartition("/")[2] not in commands]
    violations += [f"{number} of docs/decisions is two decisions" for number in
                   find_decisions_told_twice((house.ROOT / name).read_text(encoding="utf-8") for name in tracked("docs/decisions/*.md"))]
    house.finish(violations, f"{len(sources)} sources, {len(cases)} golden cases, {len(python)} files of pytest")


if __name__ == "__main__":
    main()
