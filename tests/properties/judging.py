#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""judging.py JUDGE-ROWS: holds what the library makes of claims against tests/support/oracle_judge.py: the rows of the unit test, and drawn ones."""

import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
import draw_judge
import oracle_judge

ROWS = ROOT / "tests" / "unit" / "judge-rows.tsv"
COUNT = 600 if os.environ.get("QCDC_QUICK") else 8000
SHOWN = 20


def read_rows():
    lines = ROWS.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def compare(program, rows):
    text = "".join("\t".join(row[:3]) + "\n" for row in rows)
    answers = subprocess.run([program], input=text, capture_output=True, text=True, check=True).stdout.splitlines()
    if len(answers) != len(rows):
        return [f"# {len(answers)} answers to {len(rows)} rows"]
    differing = []
    for row, answer in zip(rows, answers):
        given, wanted = tuple(answer.split("\t")[:3]), oracle_judge.judge(*row[:3])
        if given != wanted:
            differing.append(f"# {' | '.join(row[:3])}: qcdc {given}, oracle {wanted}")
    return differing


def main():
    seed = int(os.environ.get("QCDC_SEED") or 20190101)
    told = [row for row in read_rows() if row[0] in oracle_judge.FAMILIES]
    sets = [("rows of the unit test", told), (f"{COUNT} drawn rows, seed {seed}", list(draw_judge.draw(seed, COUNT)))]
    print(f"1..{len(sets)}")
    failed = False
    for number, (name, rows) in enumerate(sets, 1):
        differing = compare(sys.argv[1], rows)
        print("\n".join(differing[:SHOWN] + [f"{'not ok' if differing else 'ok'} {number} - {name}"]))
        failed = failed or bool(differing)
    return failed


if __name__ == "__main__":
    sys.exit(main())
