# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Between what bounds a proportion, a rate or a quantile lies."""

from __future__ import annotations

from collections.abc import Iterable

from ._native import Result, above_zero, ask, choose, lib, to_series

__all__ = ["Interval", "interval_of_proportion", "interval_of_quantile", "interval_of_rate"]

_METHODS = {"wilson": lib.QCDC_INTERVAL_WILSON, "exact": lib.QCDC_INTERVAL_EXACT}


class Interval(Result):
    """An estimate and between what bounds the true value lies; a bound that there is none of is infinite."""

    __slots__ = ("estimate", "low", "high", "level")
    _struct = "QcdcInterval"
    _explain = lib.qcdc_interval_explain

    estimate: float
    low: float
    high: float
    level: float


def interval_of_proportion(count: int, total: int, *, method: str = "wilson", level: float = 0.95) -> Interval:
    """Of so many of so many; method is wilson or exact."""
    found: Interval = ask(Interval, lib.qcdc_interval_of_proportion, count, total, choose(method, _METHODS, "method"), above_zero(level, "level"))
    return found


def interval_of_rate(count: int, exposure: float = 1, *, level: float = 0.95) -> Interval:
    """Of events a unit of exposure."""
    found: Interval = ask(Interval, lib.qcdc_interval_of_rate, count, exposure, above_zero(level, "level"))
    return found


def interval_of_quantile(values: Iterable[float | None], quantile: float = 0.5, *, level: float = 0.95) -> Interval:
    """Of values in any order; NaN and None are no values. The default is the median."""
    found: Interval = ask(Interval, lib.qcdc_interval_of_quantile, *to_series(values), quantile, above_zero(level, "level"))
    return found
