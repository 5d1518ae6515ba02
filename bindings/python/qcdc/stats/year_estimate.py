# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""What a year may come to, worked out from its first months: ước tính tham khảo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .._native import call
from ..errors import ArgumentError
from ..period import Period
from ._native import Result, above_zero, ask, choose, ffi, find_series, lib, make, names_of, to_series

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..catalog import Indicator, Unit
    from ..cube import Cube

__all__ = ["YearEstimate", "estimate_year", "year_estimates"]

_VALUES = {"auto": lib.QCDC_YEAR_ESTIMATE_DEFAULT, "counts": lib.QCDC_YEAR_ESTIMATE_COUNTS, "amounts": lib.QCDC_YEAR_ESTIMATE_AMOUNTS}
_STATES = names_of(lib.qcdc_year_estimate_state_to_name, lib.QCDC_YEAR_ESTIMATE_STATE_END)


class YearEstimate(Result):
    """A full year worked out from its first months; ``state`` says why there is none where it is not "given"."""

    __slots__ = ("estimate", "low", "high", "level", "reached", "share", "spread", "error", "naive_error", "years", "years_left_out", "parts",
                 "parts_of_year", "is_counts", "state")
    _struct = "QcdcYearEstimate"
    _explain = lib.qcdc_year_estimate_explain
    _words = {"state": _STATES}

    estimate: float
    low: float
    high: float
    level: float
    #: this year so far
    reached: float
    #: part of a year that is there by now, by the past years
    share: float
    spread: float | None
    #: each past year worked out from the others: mean miss, as a part of the year
    error: float | None
    #: the same of × 12 / months
    naive_error: float | None
    years: int
    years_left_out: int
    parts: int
    parts_of_year: int
    is_counts: int
    #: given, few-years, current, nothing, no-share, no-flow
    state: str


def _options(values: str, most_years: int, level: float) -> Any:
    return make("QcdcYearEstimateOptions *", {"size": ffi.sizeof("QcdcYearEstimateOptions"), "level": above_zero(level, "level"), "values": choose(values, _VALUES, "values"),
                                              "most_years": most_years})


def estimate_year(years: Sequence[Iterable[float | None]], current: Iterable[float | None], *, values: str = "auto", most_years: int = 0,
                  level: float = 0.95) -> YearEstimate:
    """From past years, the oldest first, each of its months (quarters), and the first months of this year."""
    rows = [list(year) for year in years]
    parts_of_year = len(rows[0]) if rows else 12
    if any(len(row) != parts_of_year for row in rows):
        raise ArgumentError("years differ in how many parts they have")
    past, _ = to_series(value for row in rows for value in row)
    now, parts = to_series(current)
    found: YearEstimate = ask(YearEstimate, lib.qcdc_year_estimate_find, past, len(rows), parts_of_year, now, parts, _options(values, most_years, level))
    return found


def year_estimates(cube: Cube, units: Sequence[str | Unit], indicators: Sequence[str | Indicator], reached: str | Period, *, values: str = "auto",
                   most_years: int = 0, level: float = 0.95) -> list[YearEstimate]:
    """Of many units in one call: entry k is unit k, indicator k. ``reached`` is what is known of the year: 2026-01/P5M, 2026-Q1, 2026-S1."""
    units_of, indicators_of, count, at, _ = find_series(cube, units, indicators, reached, reached)
    natives = ffi.new("QcdcYearEstimate[]", count)
    call(lib.qcdc_cube_read_year_estimates, cube._native, units_of, indicators_of, count, at, _options(values, most_years, level), natives)
    return [YearEstimate._from_native(native) for native in natives]
