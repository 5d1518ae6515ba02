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
import itertools
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

BUNDLES = ("examples/data/*", "tests/golden/rules/*")
CHANGES = {
    "+1": lambda value: value + decimal.Decimal(1).scaleb(value.as_tuple().exponent),
    "-1": lambda value: value - decimal.Decimal(1).scaleb(value.as_tuple().exponent),
    "x10": lambda value: (value * 10).quantize(decimal.Decimal(1).scaleb(value.as_tuple().exponent)),
}

WITHIN = "subset: the part is within the whole all the same"
BOUND = "inequality: it holds all the same"
ROUNDED = "within the rounding of the printed percent"
TOLERATED = "within the tolerance"
MENDED = "the change mends what was found"

# bundles; figures, "unit indicator period [scope] [scenario]" with * for anything, parted by ", "; changes; reason
MISSES = [
    ("gia-lai-2018", "gl meetings *, gl voters *", "+1 -1 x10", BOUND),
    ("gia-lai-2018", "gl petitions *, gl disputes *, gl communes *", "+1 -1 x10", WITHIN),
    ("gia-lai-2018", "gl within *, gl mediated *, gl one_stop_communes *, gl quality_communes *", "+1 -1", WITHIN),
    ("gia-lai-2018", "gl districts *, gl departments *", "+1 x10", WITHIN),
    ("gia-lai-2018", "gl one_stop_districts *, gl quality_districts *, gl quality_departments *", "-1", WITHIN),
    ("lang-son-2023-s1", "ls petitions *, ls whole_104 *", "+1 -1 x10", WITHIN),
    ("lang-son-2023-s1", "ls within 2022-S1, ls first_of_104 *, ls second_of_104 *", "+1 -1", WITHIN),
    ("phong-tho-2022", "pt households *, pt cultural_households *", "+1 -1", ROUNDED),
    ("phong-tho-2022", "pt communes *", "+1 x10", WITHIN),
    ("phong-tho-2022", "pt legal_communes *", "-1", WITHIN),
    ("tinh-a-2026", "* received *", "+1 -1 x10", WITHIN),
    ("tinh-a-2026", "* settled *", "+1 -1", WITHIN),
    ("bieu-kinh-te-2026", "a forest *, a visitors *, a jobs *", "+1 -1 x10", WITHIN),
    ("bieu-kinh-te-2026", "a land *, a production *, a foreign *, a abroad *", "+1 -1", WITHIN),
    ("bieu-kinh-te-2026", "a abroad 2025-01/P9M, a foreign *", "x10", WITHIN),
    ("above*", "a new *", "+1", BOUND),
    ("at-least*", "a new *", "+1 x10", BOUND),
    ("at-most*, below*", "a in *, a new *", "+1 x10", BOUND),
    ("at-most*, below*", "a done *", "-1", BOUND),
    ("fraction-above-one*", "a have *", "-1", BOUND),
    ("fraction-above-one*", "a all *", "+1 x10", BOUND),
    ("hedged-quotient*", "a have *", "-1", BOUND),
    ("hedged-quotient*", "a all *", "x10", BOUND),
    ("hedged-quotient-fits", "a all *", "+1", BOUND),
    ("of-months*", "a new 2022-01", "+1 x10", BOUND),
    ("of-months*", "a new 2022-0[2-8]", "+1", BOUND),
    ("of-months*, previous*", "a new 2022-01/P10M", "-1", BOUND),
    ("previous*", "a new 2022-01/P9M", "+1 x10", BOUND),
    ("overlap-above-total*, part-above-total*, partition-incomplete*, parts-above-total*", "a models *", "+1 x10", WITHIN),
    ("overlap-above-total*, part-above-total*, partition-incomplete*, parts-above-total*", "a union *", "-1", WITHIN),
    ("overlap-above-total*, part-above-total", "a youth *", "+1 -1", WITHIN),
    ("part-above-total-fits, parts-above-total*", "a youth *", "-1", WITHIN),
    ("quotient*", "a have *", "+1", BOUND),
    ("quotient-fits", "a all *", "-1", BOUND),
    ("reported-total-tolerated*", "t visits *", "+1", TOLERATED),
    ("reported-total-tolerated*", "h1 visits *, h2 visits *", "-1", TOLERATED),
    ("tolerance*", "a new *", "+1", TOLERATED),
    ("tolerance*", "a done *", "-1", TOLERATED),
    ("unequal*", "a new *", "-1 x10", BOUND),
    ("unequal*", "a done *", "+1 x10", BOUND),
    ("units-counted*", "t places *", "-1", BOUND),
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
    """(figure, change, was it seen, did it mend what was found) of each change of each figure."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / bundle.name
        shutil.copytree(bundle, folder)
        known = check(bundle)
        for index in sorted(standing):
            value = decimal.Decimal(figures.rows[index]["value"])
            for change, make in CHANGES.items():
                if make(value) != value:
                    write_changed(folder, figures.rows, index, make(value))
                    found = check(folder)
                    yield name_figure(figures.rows[index]), change, bool(found - known), found < known


def find_reasons(bundle, tried):
    """{(figure, change): reason} as the table says; a line of the table that speaks of nothing is a fault."""
    reasons, faults = {}, []
    for names, patterns, changes, reason in MISSES:
        if any(fnmatch.fnmatchcase(bundle.name, name) for name in names.split(", ")):
            for pattern, change in itertools.product(patterns.split(", "), changes.split()):
                said = [one[0] for one in tried if one[1] == change and fnmatch.fnmatchcase(one[0], pattern)]
                faults += [] if said else [f"no change {change} of {pattern} was tried, of which the table says: {reason}"]
                reasons |= {(figure, change): reason for figure in said}
    return reasons, faults


def judge(bundle):
    """Lines to print of one bundle, and its faults."""
    figures = identities.Figures(bundle)
    standing = figures.find_in_identities()
    tried = list(try_changes(bundle, figures, standing))
    reasons, faults = find_reasons(bundle, tried)
    lines = []
    for figure, change, is_seen, is_mended in tried:
        reason = reasons.get((figure, change)) or (MENDED if is_mended else None)
        if not is_seen:
            lines.append(f"missed: {figure}, {change}: {reason}")
        if is_seen == bool(reason):
            faults.append(f"{figure}, {change}: " + (f"seen, though the table says: {reason}" if is_seen else "not seen, and no reason is known"))
    caught = len(tried) - len(lines)
    share = f"{100 * caught / len(tried):.1f} %" if tried else "-"
    free = [name_figure(row) for index, row in enumerate(figures.rows) if index not in standing]
    lines += [f"in no identity: {', '.join(free)}"] * bool(free)
    return [f"{len(figures.rows)} figures, {len(standing)} in identities, {len(tried)} changes, {caught} caught, {share}", *lines], faults


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
