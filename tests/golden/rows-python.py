#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The golden rows (rows-c.c says what they are), answered by the Python package of QCDC_BUILD.

    rows-python.py TABLE
"""

import difflib
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import python_host


def main():
    table = pathlib.Path(sys.argv[1])
    read = right = 0
    for row in table.read_text(encoding="utf-8").splitlines()[1:]:
        name, command, bundle, *options = row.split("\t")
        expected = (table.with_suffix("") / f"{name}.out").read_bytes().decode()
        answered = python_host.answer(command, bundle, options)
        read += 1
        right += answered == expected
        if answered != expected:
            print(f"{name}: differs")
            sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), answered.splitlines(True), "expected", "answered", n=0))
    print(f"golden rows: {read} read, {right} right")
    return 0 if 0 < read == right else 1


if __name__ == "__main__":
    sys.exit(main())
