#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Every host reads every golden row, no expectation is left without a row, and what the example bundles say is to be expected
is the answer of a row.

    rows-counts.py TABLE [-- PROGRAM WORD…]…      of each host its program and what stands before the table

A host that skipped rows would be right about those that it read.
"""

import itertools
import pathlib
import re
import subprocess
import sys


def count_read(host, table):
    """What a host says it read and was right about; nothing if it did not end in that line."""
    ended = subprocess.run([*host, str(table)], capture_output=True, encoding="utf-8")
    found = re.fullmatch(r"golden rows: (\d+) read, (\d+) right", (ended.stdout.splitlines() or [""])[-1])
    return tuple(map(int, found.groups())) if found else None


def check_examples(table, rows):
    """examples/data/NAME/expected.txt is what compare answers of that bundle."""
    for expected in sorted(pathlib.Path("examples/data").glob("*/expected.txt")):
        answers = [table.with_suffix("") / f"{row[0]}.out" for row in rows if row[1:3] == ["compare", str(expected.parent)]]
        if not any(answer.read_bytes() == expected.read_bytes() for answer in answers if answer.exists()):
            yield f"{expected} is the answer of no row"


def main():
    table = pathlib.Path(sys.argv[1])
    hosts = [list(words) for is_mark, words in itertools.groupby(sys.argv[2:], "--".__eq__) if not is_mark]
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    names = [row[0] for row in rows]
    kept = {path.stem for path in table.with_suffix("").iterdir()}
    violations = [f"{name} stands twice in the table" for name in sorted({name for name in names if names.count(name) > 1})]
    violations += [f"{name}.out has no row" for name in sorted(kept - set(names))]
    violations += check_examples(table, rows)
    for host in hosts:
        counted = count_read(host, table)
        print(f"{pathlib.Path(host[-1]).name}: {counted[0] if counted else 'none'} of {len(names)} rows read")
        if counted is None or counted[0] != len(names):
            violations.append(f"{host[-1]} did not read every row")
    print(*violations, sep="\n")
    return 1 if violations or not hosts else 0


if __name__ == "__main__":
    sys.exit(main())
