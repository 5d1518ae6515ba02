#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""make.py FOLDER: writes the tables that SciPy answers: proportions (two of them compared). Numbers have 17 digits. Made with SciPy 1.10.1."""

import pathlib
import sys

from scipy.optimize import brentq
from scipy.stats import hypergeom, nchypergeom_fisher
from numpy import exp, inf, log, nan


def show(number):
    return "nan" if number != number else "inf" if number == inf else "-inf" if number == -inf else f"{number:.17g}"


def write_table(folder, name, rows):
    lines = ["\t".join(rows[0])] + ["\t".join(show(cell) for cell in row.values()) for row in rows]
    (pathlib.Path(folder) / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="ascii")


def find_odds(function, side):
    return exp(brentq(lambda logarithm: function(exp(logarithm)) - side, -40, 40, xtol=1e-13, rtol=1e-14))


def compare(now, now_total, before, before_total, level):
    everyone, those = now_total + before_total, now + before
    plain = hypergeom(everyone, those, now_total)
    upper, lower, at = plain.sf(now - 1), plain.cdf(now), plain.pmf(now)
    side = (1 - level) / 2
    with_odds = lambda odds: nchypergeom_fisher(everyone, those, now_total, odds)
    has_low, has_high = now > 0 and before < before_total, now < now_total and before > 0
    above, under = now * (before_total - before), before * (now_total - now)
    return {"now": now, "now_total": now_total, "before": before, "before_total": before_total, "level": level,
            "exact": min(1, 2 * min(upper, lower)), "mid": max(0, min(1, 2 * min(upper - at / 2, lower - at / 2))),
            "ratio": above / under if under else inf if above else nan,
            "low": find_odds(lambda odds: with_odds(odds).sf(now - 1), side) if has_low else 0,
            "high": find_odds(lambda odds: with_odds(odds).cdf(now), side) if has_high else inf}


TABLES = [(62, 77, 51, 70), (51, 70, 62, 77), (0, 10, 0, 12), (0, 10, 5, 12), (10, 10, 12, 12), (10, 10, 3, 12), (1, 1, 0, 1), (1, 2, 1, 2), (5, 50, 5, 50), (3, 500, 12, 400),
          (17, 17, 92, 222), (120, 1000, 150, 1000), (900, 1000, 870, 980), (1, 10000, 30, 10000), (450, 500, 20, 500)]


def main():
    write_table(sys.argv[1], "proportions", [compare(*table, level) for table in TABLES for level in (0.95, 0.9)])


if __name__ == "__main__":
    main()
