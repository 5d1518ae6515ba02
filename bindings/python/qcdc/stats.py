# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Statistics for reference (ước tính tham khảo): what they tell stands in no report.

>>> from qcdc import stats
>>> print(stats.compare_counts(428, 241).text("en"))  # doctest: +SKIP

The library behind this module links GSL: what uses it is under the GNU General Public License, version 3 or later.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from ._native import call, number_of, read_text, text
from .errors import ArgumentError
from .record import Record

try:
    from ._qcdc_stats import ffi, lib
except ImportError:
    raise ImportError("this qcdc has no statistics: it was built without the feature stats, which needs GSL") from None

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .comparison import Comparison

__all__ = ["Interval", "Significance", "changes", "compare_counts", "compare_proportions", "compare_rates", "interval_of_proportion",
           "interval_of_quantile", "interval_of_rate"]


class Significance(Record):
    """Whether two figures differ by more than chance lets them. A ratio of nothing to nothing is None; a bound may be infinite."""

    __slots__ = ("kind", "exact", "mid", "ratio", "low", "high", "level")

    #: counts, rates or proportions
    kind: str
    #: two-sided p-value: twice the smaller tail
    exact: float
    #: the same with half of what was seen
    mid: float
    #: now to before; of proportions that of the odds
    ratio: float | None
    low: float
    high: float
    level: float

    def text(self, language: str = "vi") -> str:
        """One line for people: never part of a report's sentence."""
        native = ffi.new("QcdcSignificance *", self.to_dict() | {"kind": _kind_numbers[self.kind], "ratio": math.nan if self.ratio is None else self.ratio})
        return read_text(lib.qcdc_significance_explain, native, number_of("QcdcLanguage", language, "language"))

    def __str__(self) -> str:
        return self.text()


class Interval(Record):
    """An estimate and between what bounds the true value lies; a bound that there is none of is infinite."""

    __slots__ = ("estimate", "low", "high", "level")

    estimate: float
    low: float
    high: float
    level: float

    def text(self, language: str = "vi") -> str:
        """One line for people."""
        return read_text(lib.qcdc_interval_explain, ffi.new("QcdcInterval *", self.to_dict()), number_of("QcdcLanguage", language, "language"))

    def __str__(self) -> str:
        return self.text()


_kind_names = [text(lib.qcdc_significance_kind_to_name(kind)) for kind in range(lib.QCDC_SIGNIFICANCE_END)]
_kind_numbers = {name: kind for kind, name in enumerate(_kind_names)}
_methods = {"wilson": lib.QCDC_INTERVAL_WILSON, "exact": lib.QCDC_INTERVAL_EXACT}


def _to_significance(native: Any) -> Significance:
    ratio = None if math.isnan(native.ratio) else native.ratio
    return Significance(kind=_kind_names[native.kind], exact=native.exact, mid=native.mid, ratio=ratio, low=native.low, high=native.high, level=native.level)


def _compare(function: Any, *words: Any) -> Significance:
    native = ffi.new("QcdcSignificance *")
    call(function, *words, native)
    return _to_significance(native)


def _find(function: Any, *words: Any) -> Interval:
    native = ffi.new("QcdcInterval *")
    call(function, *words, native)
    return Interval(estimate=native.estimate, low=native.low, high=native.high, level=native.level)


def compare_counts(now: int, before: int, *, level: float = 0.95) -> Significance:
    """Events now against events in a span as long: is that more than chance?"""
    return _compare(lib.qcdc_significance_of_counts, now, before, level)


def compare_rates(now: int, now_exposure: float, before: int, before_exposure: float, *, level: float = 0.95) -> Significance:
    """Events in an exposure, days or people, against events in another."""
    return _compare(lib.qcdc_significance_of_rates, now, now_exposure, before, before_exposure, level)


def compare_proportions(now: int, now_total: int, before: int, before_total: int, *, level: float = 0.95) -> Significance:
    """So many of so many now against so many of so many before."""
    return _compare(lib.qcdc_significance_of_proportions, now, now_total, before, before_total, level)


def interval_of_proportion(count: int, total: int, *, method: str = "wilson", level: float = 0.95) -> Interval:
    """Of so many of so many; method is wilson or exact."""
    if method not in _methods:
        raise ArgumentError(f'method "{method}" is not known; it is one of: {", ".join(_methods)}', value=str(method), hint=", ".join(_methods))
    return _find(lib.qcdc_interval_of_proportion, count, total, _methods[method], level)


def interval_of_rate(count: int, exposure: float = 1, *, level: float = 0.95) -> Interval:
    """Of events a unit of exposure."""
    return _find(lib.qcdc_interval_of_rate, count, exposure, level)


def interval_of_quantile(values: Iterable[float], quantile: float = 0.5, *, level: float = 0.95) -> Interval:
    """Of values in any order; NaN and None are no values. The default is the median."""
    given = [math.nan if value is None else float(value) for value in values]
    return _find(lib.qcdc_interval_of_quantile, ffi.new("double[]", given), len(given), quantile, level)


def changes(comparison: Comparison, *, level: float = 0.95) -> list[Significance | None]:
    """Of each row of a comparison, in one call: None where it is no count that adds up, no share by formula, or a figure is missing."""
    count = len(comparison)
    natives = ffi.new("QcdcSignificance[]", count)
    call(lib.qcdc_comparison_read_significance, comparison._native, 0, count, level, natives)
    return [None if native.kind == lib.QCDC_SIGNIFICANCE_NONE else _to_significance(native) for native in natives]
