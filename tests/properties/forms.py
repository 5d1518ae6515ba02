#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Tables in the shape of forms say what comparisons say, and their codes hold, on random bundles (D61, D62).

forms.py [--count N] [--seed N] [--build FOLDER]

Each bundle of tests/support/perturb.py gets a table of all its indicators. Each cell is held against the row of `qcdc compare`; each
formula of the row of codes is worked out from the cells of its columns, within what they were rounded by. Cells with a star, for which a
part of the reports went in, are not asked. The seed is printed.
"""

import argparse
import csv
import io
import itertools
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from fractions import Fraction

ROOT = pathlib.Path(__file__).resolve().parents[2]
BASES = ("same-period", "previous", "parent-mean", "plan")
# what a column shows: the key of the comparison's row
SHOWN = {"value": "current", "base": "base", "difference": "difference", "percent": "percent", "attainment": "attainment"}
CODES = (("value", "base", "difference", "percent", "index", "points"), ("value@same-period", "value", "difference", "percent", "index"))
TOTAL = "Tổng cộng"


def ask(program, *words):
    ended = subprocess.run([program, *map(str, words)], capture_output=True, timeout=60)
    return list(csv.reader(io.StringIO(ended.stdout.decode()))) if ended.returncode == 0 else None


def read_table(path):
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";" if ";" in text.split("\n")[0] else ","))


def read_cell(text):
    """(value, by how much it may be rounded, or cut), or None: no number."""
    digits = re.sub(r"^[^\d-]+ ", "", text.rstrip("*")).replace(".", "").replace(",", ".")
    if text.rstrip("*") == "-":
        return Fraction(0), Fraction(0)
    if not re.fullmatch(r"-?\d+(\.\d+)?", digits):
        return None
    places = len(digits.partition(".")[2])
    return Fraction(digits), Fraction(1, 10**places) if places else Fraction(0)


def write_form(bundle, indicators, shows):
    lines = [["table", "axis", "code", "title", "shows", "indicator", "period"], ["law", "column", "name", "Đơn vị", "name", "", ""]]
    for number, (indicator, word) in enumerate(itertools.product(indicators, shows)):
        show, _, period = word.partition("@")
        lines.append(["law", "column", f"c{number}", f"{word}:{indicator}", show, indicator, period])
    with open(bundle / "table-lines.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(lines)
    (bundle / "tables.csv").write_text("code,title,rows\nlaw,Biểu,units\n", encoding="utf-8")


def wanted(row, show):
    """What a person is told of the row: of ratios points, of ranks places or nothing (S22)."""
    if show != "difference":
        return row[SHOWN[show]]
    is_rank = row["measure"] == "bậc" or row["places"]
    return row["percentage_points"] or row["places"] or ("" if is_rank else row["difference"])


def hold_cells(program, bundle, indicators, base):
    shows = [show for show in SHOWN if (show == "attainment") <= (base == "plan") and (show, base) != ("percent", "plan")]
    write_form(bundle, indicators, shows)
    table = ask(program, "table", bundle, "law", "--format", "csv", "--style", "language=vi", "--base", base)
    rows = ask(program, "compare", bundle, "--by", "child", "--format", "csv", "--base", base, *(f"--indicator={code}" for code in indicators))
    if not table or not rows:
        return 0, []
    cells, wrong, count = {}, [], 0
    for line in table[2:]:
        cells.setdefault(line[0], line)
    rows = [dict(zip(rows[0], row)) for row in rows[1:]]
    for row, show in itertools.product(rows, shows):
        line = cells.get(TOTAL if row["unit"] == rows[0]["unit"] and TOTAL in cells else row["unit_name"])
        if line is None or [row["unit_name"] for row in rows].count(row["unit_name"]) > len(indicators):
            continue
        cell, told = line[table[0].index(f"{show}:{row['indicator']}")], wanted(row, show)
        found, count = read_cell(cell), count + 1
        if (found and found[0]) != (Fraction(told) if told else None):
            wrong.append(f"{base}, {row['unit']}, {show} of {row['indicator']}: {cell!r} for {told!r}")
    return count, wrong


def work_out(formula, values):
    """The least and the most that the formula can be."""
    formula = re.sub(r"(?<![\d(])(\d+(?:\.\d+)?)\*", r'Fraction("\1")*', formula.replace(".", "").replace(",", "."))
    formula = re.sub(r"\((\d+)\)", r"(of[\1])", formula)
    ends = itertools.product(*(sorted({value - by, value + by}) for value, by in values.values()))
    results = [eval(formula, {"Fraction": Fraction, "of": dict(zip(values, end))}) for end in ends]  # noqa: S307
    return min(results), max(results)


def hold_codes(program, bundle, indicators, base):
    wrong, count = [], 0
    for shows in CODES:
        write_form(bundle, indicators, shows)
        table = ask(program, "table", bundle, "law", "--format", "csv", "--style", "language=vi", "--base", base, "--missing", "strict")
        for column, code in enumerate(table[1] if table else []):
            formula = code.partition("=")[2]
            references = [int(number) for number in re.findall(r"\((\d+)\)", formula)]
            for line in table[2:] if formula else []:
                told, values = read_cell(line[column]), {number: read_cell(line[number - 1]) for number in references}
                if told is None or None in values.values() or "*" in "".join([line[column]] + [line[number - 1] for number in references]):
                    continue
                try:
                    least, most = work_out(formula, values)
                except ZeroDivisionError:
                    continue
                count += 1
                by = told[1] or (Fraction(1) if "/" in formula else Fraction(0))
                if not any(scale * least - by <= told[0] <= scale * most + by for scale in ((1, 100) if "/" in formula else (1,))):
                    wrong.append(f"{base}, {line[0]}: {code} of {table[0][column]} is {line[column]}")
    return count, wrong


def hold(program, bundle):
    rows = read_table(bundle / "indicators.csv")
    for row in rows:  # random parts add up to nothing
        row.update({key: "" for key in ("part_of", "part_kind") if key in row})
    with open(bundle / "indicators.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    indicators = [row["code"] for row in rows]
    answers = [law(program, bundle, indicators, base) for base in BASES for law in (hold_cells, hold_codes)]
    return sum(count for count, _ in answers), [line for _, lines in answers for line in lines]


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--count", type=int, default=10 if os.environ.get("QCDC_QUICK") else 40)
    words.add_argument("--seed", type=int, default=int(os.environ.get("QCDC_SEED") or 1))
    words.add_argument("--build", default=os.environ.get("QCDC_BUILD") or ROOT / "build")
    words = words.parse_args()
    program, total, red = pathlib.Path(words.build).resolve() / "bindings" / "cli" / "qcdc", 0, False
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(["/usr/bin/python3", "-B", ROOT / "tests" / "support" / "perturb.py", "--seed", str(words.seed), "--count", str(words.count), place],
                       check=True, stdout=subprocess.DEVNULL)
        print(f"# seed {words.seed}, {words.count} bundles")
        bundles = sorted(path.parent for path in pathlib.Path(place).glob("*/case.json"))
        for number, bundle in enumerate(bundles, 1):
            count, wrong = hold(program, bundle)
            total, red = total + count, red or bool(wrong)
            print(f"{'not ok' if wrong else 'ok'} {number} - forms of bundle {bundle.name}: {count} cells")
            print("".join(f"# {line}\n" for line in wrong[:10]), end="")
    print(f"{'ok' if total > 20 * words.count else 'not ok'} {len(bundles) + 1} - {total} cells in all\n1..{len(bundles) + 1}")
    return red


if __name__ == "__main__":
    sys.exit(main())
