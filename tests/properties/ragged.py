#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds `qcdc rollup` against tests/support/brute.py, cell by cell: a ragged tree of 6 levels with figures on inner units, 24 months with gaps."""

import itertools
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BRUTE = ROOT / "tests" / "support" / "brute.py"
BUILD = pathlib.Path(os.environ.get("QCDC_BUILD", ROOT / "build"))
SEEDS = (1, 2, 3, 4, 5)
HIERARCHIES = ("", "vung")  # the second with many roots, and inner units that report nothing by rule


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True).stdout


def compare(seed, hierarchy, periods):
    with tempfile.TemporaryDirectory() as folder:
        wanted = run("/usr/bin/python3", "-B", BRUTE, "--seed", seed, "--hierarchy", hierarchy, folder).splitlines()
        wishes = [word for period in periods for word in ("--period", period)] + (["--hierarchy", hierarchy] if hierarchy else [])
        answer = run(BUILD / "bindings" / "cli" / "qcdc", "rollup", folder, "--by", "child", "--depth", "all", "--format", "csv", *wishes)
    given = [",".join(line.split(",")[:6]) for line in answer.splitlines()]
    differing = [f"# brute force {one}\n# qcdc        {other}" for one, other in zip(wanted, given) if one != other]
    if len(wanted) != len(given):
        differing.append(f"# {len(wanted)} rows by brute force, {len(given)} by qcdc")
    return len(wanted) - 1, differing


def main():
    failed = False
    periods = run("/usr/bin/python3", "-B", BRUTE, "--periods").split()
    print(f"1..{len(SEEDS) * len(HIERARCHIES)}")
    for number, (seed, hierarchy) in enumerate(itertools.product(SEEDS, HIERARCHIES), 1):
        cells, differing = compare(seed, hierarchy, periods)
        good = not differing and cells > 0
        failed |= not good
        print(f"{'ok' if good else 'not ok'} {number} - {cells} cells of a ragged tree{' beside the column parent' * bool(hierarchy)}, seed {seed}", *differing[:5], sep="\n")
    return failed


sys.exit(main())
