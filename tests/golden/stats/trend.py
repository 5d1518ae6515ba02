#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""trend.py FOLDER: reads trend-series.tsv there and writes theil-slopes.tsv, which SciPy answers (theilslopes with the joint intercept; kendalltau).
Series whose times and values have no ties in common, for SciPy leaves these out of the variance. Numbers have 17 digits. Made with SciPy 1.10.1."""

import pathlib
import sys

from numpy import array
from scipy.stats import kendalltau, theilslopes

SERIES = (7, 8, 11, 12, 14, 15, 16)


def read_series(folder):
    series = {}
    for line in (folder / "trend-series.tsv").read_text(encoding="ascii").splitlines()[1:]:
        number, time, value = line.split("\t")
        series.setdefault(int(number), []).append((float(time), float(value)))
    return {number: array(points).T for number, points in series.items()}


def answer(number, times, values, level):
    slope, intercept, low, high = theilslopes(values, times, level, method="joint")
    return {"series": number, "level": level, "slope": slope, "intercept": intercept, "low": low, "high": high, "tau": kendalltau(times, values).statistic}


def main():
    folder = pathlib.Path(sys.argv[1])
    series = read_series(folder)
    rows = [answer(number, *series[number], level) for number in SERIES for level in (0.95, 0.9, 0.5)]
    lines = ["\t".join(rows[0])] + ["\t".join(f"{float(cell):.17g}" for cell in row.values()) for row in rows]
    (folder / "theil-slopes.tsv").write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
