#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""A slip in a figure is seen: each figure that stands in an identity is made larger and smaller by one in its last digit and ten times
as large, one at a time, and `qcdc check` must find what it did not find before. What it cannot see is listed below with its reason;
a miss without a reason fails, and so does a reason where there is no miss.
"""

import csv
import decimal
import fnmatch
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("QCDC_BUILD", ROOT / "build"))
sys.path.insert(0, str(ROOT / "tests" / "support"))
import identities

BUNDLES = ("examples/data/*", "tests/golden/bundles/rules*")
CHANGES = {
    "+1": lambda value: value + decimal.Decimal(1).scaleb(value.as_tuple().exponent),
    "-1": lambda value: value - decimal.Decimal(1).scaleb(value.as_tuple().exponent),
    "x10": lambda value: (value * 10).quantize(decimal.Decimal(1).scaleb(value.as_tuple().exponent)),
}

WITHIN = "subset: the part is within the whole all the same"
BOUND = "inequality: it holds all the same"
ROUNDED = "within the rounding of the printed percent"

# bundle; figures, "unit indicator period [scope] [scenario]" with * for anything, parted by ", "; changes; reason
MISSES = [
    ("gia-lai-2018", "gl meetings *, gl voters *", "+1 -1 x10", BOUND),
    ("gia-lai-2018", "gl petitions *, gl disputes *, gl communes *", "+1 -1 x10", WITHIN),
    ("gia-lai-2018", "gl within *, gl mediated *, gl one_stop_communes *, gl quality_communes *", "+1 -1", WITHIN),
    ("gia-lai-2018", "gl districts *, gl departments *", "+1 x10", WITHIN),
    ("gia-lai-2018", "gl one_stop_districts *, gl quality_districts *, gl quality_departments *", "-1", WITHIN),
    ("lang-son-2023-s1", "ls petitions *, ls whole_104 *", "+1 -1 x10", WITHIN),
    ("lang-son-2023-s1", "ls within 2022-S1, ls first_of_104 *, ls second_of_104 *", "+1 -1", WITHIN),
    ("phong-tho-2022", "pt visits *", "+1 -1 x10", BOUND),
    ("phong-tho-2022", "pt cases *", "+1 -1", BOUND),
    ("phong-tho-2022", "pt households *, pt cultural_households *", "+1 -1", ROUNDED),
    ("phong-tho-2022", "pt communes *", "+1 x10", WITHIN),
    ("phong-tho-2022", "pt legal_communes *", "-1", WITHIN),
    ("tinh-a-2026", "* received *", "+1 -1 x10", WITHIN),
    ("tinh-a-2026", "* settled *", "+1 -1", WITHIN),
]


def check(folder):
    """The findings of a bundle, each as what tells it from others."""
    program = BUILD / "bindings" / "cli" / "qcdc"
    ended = subprocess.run([program, "check", folder, "--format", "json", "--max-findings", "0"], capture_output=True, encoding="utf-8")
    if ended.returncode not in (0, 1):
        return {("refused", ended.stderr.replace(str(folder), ""))}
    keys = ("finding", "rule", "unit", "indicator", "period", "left", "right")
    return {tuple(json.loads(line)[key] for key in keys) for line in ended.stdout.splitlines()}


def name_figure(row):
    return " ".join(row[key] for key in ("unit", "indicator", "period", "scope", "scenario") if row.get(key))


def write_changed(folder, rows, index, value):
    """observations.csv with one value changed."""
    names = [name for name in rows[0] if name != "days"]
    with (folder / "observations.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, names, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows[:index] + [rows[index] | {"value": str(value)}] + rows[index + 1 :])


def try_changes(bundle, figures, standing):
    """(figure, change, was it seen) of each change of each figure."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / bundle.name
        shutil.copytree(bundle, folder)
        known = check(bundle)
        for index in sorted(standing):
            value = decimal.Decimal(figures.rows[index]["value"])
            for change, make in CHANGES.items():
                if make(value) != value:
                    write_changed(folder, figures.rows, index, make(value))
                    yield name_figure(figures.rows[index]), change, bool(check(folder) - known)


def find_reasons(bundle, tried):
    """{(figure, change): reason} as the table says; a line of the table that speaks of nothing is a fault."""
    reasons, faults = {}, []
    for name, patterns, changes, reason in MISSES:
        for pattern in patterns.split(", ") if name == bundle.name else ():
            for change in changes.split():
                said = [one for one in tried if one[1] == change and fnmatch.fnmatchcase(one[0], pattern)]
                faults += [] if said else [f"no change {change} of {pattern} was tried, of which the table says: {reason}"]
                reasons |= {(figure, change): reason for figure, change, _ in said}
    return reasons, faults


def judge(bundle):
    """Lines to print of one bundle, and its faults."""
    figures = identities.Figures(bundle)
    standing = figures.find_in_identities()
    tried = list(try_changes(bundle, figures, standing))
    reasons, faults = find_reasons(bundle, tried)
    misses = [(figure, change) for figure, change, seen in tried if not seen]
    faults += [f"{figure}, {change}: not seen, and no reason is known" for figure, change in misses if (figure, change) not in reasons]
    faults += [f"{figure}, {change}: seen, though the table says: {reasons[figure, change]}" for figure, change, seen in tried if seen and (figure, change) in reasons]
    caught = len(tried) - len(misses)
    share = f"{100 * caught / len(tried):.1f} %" if tried else "-"
    lines = [f"{len(figures.rows)} figures, {len(standing)} in identities, {len(tried)} changes, {caught} caught, {share}"]
    lines += [f"missed: {figure}, {change}: {reasons.get((figure, change), '?')}" for figure, change in misses]
    free = [name_figure(row) for index, row in enumerate(figures.rows) if index not in standing]
    return lines + [f"in no identity: {', '.join(free)}"] * bool(free), faults


def main():
    bundles = [path for pattern in BUNDLES for path in sorted(ROOT.glob(pattern))]
    failed = False
    print(f"1..{len(bundles)}")
    for number, bundle in enumerate(bundles, 1):
        lines, faults = judge(bundle)
        failed |= bool(faults)
        print(f"{'not ok' if faults else 'ok'} {number} - {bundle.name}: {lines[0]}", *(f"# {line}" for line in lines[1:] + faults), sep="\n")
    return failed


if __name__ == "__main__":
    sys.exit(main())
