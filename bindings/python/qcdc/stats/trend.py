# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Whether and by how much a series rises or falls, and how far its level moved at a known time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .._native import call
from ..period import Period
from ._native import Result, above_zero, ask, choose, ffi, find_series, lib, make, names_of, share_threads, to_pair

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..catalog import Indicator, Unit
    from ..cube import Cube

__all__ = ["LevelChange", "SeriesLevelChange", "SeriesTrend", "Trend", "TrendTest", "fit_trend", "find_level_change", "level_changes", "trend_test", "trends"]

_METHODS = names_of(lib.qcdc_trend_method_to_name, lib.QCDC_TREND_END)
_STATES = names_of(lib.qcdc_trend_state_to_name, lib.QCDC_TREND_STATE_END)


class Trend(Result):
    """A line through a series: by how much a unit of time changes the value. What the method does not give is None."""

    __slots__ = ("slope", "low", "high", "intercept", "slope_error", "intercept_error", "spread", "fit", "level", "used", "method")
    _struct = "QcdcTrend"
    _explain = lib.qcdc_trend_explain
    _words = {"method": _METHODS}

    slope: float
    low: float
    high: float
    #: the line at time 0
    intercept: float
    slope_error: float | None
    intercept_error: float | None
    #: standard deviation of the values about the line
    spread: float | None
    #: of least squares R²
    fit: float | None
    level: float
    #: values that went in
    used: int
    #: theil-sen, robust, least-squares or least-squares-from-zero
    method: str


class TrendTest(Result):
    """Whether a series rises or falls more than chance lets it (Mann–Kendall)."""

    __slots__ = ("score", "variance", "tau", "chance", "level", "used", "is_exact")
    _struct = "QcdcTrendTest"
    _explain = lib.qcdc_trend_test_explain

    score: float
    variance: float
    tau: float | None
    #: two-sided p-value
    chance: float
    level: float
    used: int
    is_exact: int


class LevelChange(Result):
    """How far the level moved at a known time, on top of a common trend."""

    __slots__ = ("change", "low", "high", "error", "before", "slope", "slope_error", "spread", "level", "used_before", "used_after")
    _struct = "QcdcLevelChange"
    _explain = lib.qcdc_level_change_explain

    change: float
    low: float
    high: float
    error: float
    before: float
    slope: float
    slope_error: float
    spread: float
    level: float
    used_before: int
    used_after: int


class SeriesTrend(Result):
    """Trend of one unit and indicator of a cube; time 0 is the first period, 1 the next."""

    __slots__ = ("trend", "test", "periods", "used", "left_out", "state")
    _struct = "QcdcCubeTrend"
    _explain = lib.qcdc_cube_trend_explain
    _words = {"state": _STATES}

    #: None where there is none
    trend: Trend | None
    test: TrendTest | None
    #: periods from the first to the last
    periods: int
    #: of them, those with an observation that went in
    used: int
    #: of them, those with a value that is none: estimated, carried, with figures missing, defined otherwise
    left_out: int
    #: given, few or unsettled
    state: str

    @classmethod
    def _read(cls, name: str, value: Any) -> Any:
        if name in ("trend", "test"):
            kind = Trend if name == "trend" else TrendTest
            return kind._from_native(value) if value.used > 0 else None
        return super()._read(name, value)

    def _to_native(self) -> Any:
        native = ffi.new("QcdcCubeTrend *", {"periods": self.periods, "used": self.used, "left_out": self.left_out, "state": _STATES[self.state]})
        if self.trend is not None and self.test is not None:
            native.trend, native.test = self.trend._to_native()[0], self.test._to_native()[0]
        return native


class SeriesLevelChange(Result):
    """How far the level of one unit and indicator of a cube moved."""

    __slots__ = ("change", "periods", "used", "left_out", "state")
    _struct = "QcdcCubeLevelChange"
    _explain = lib.qcdc_cube_level_change_explain
    _words = SeriesTrend._words

    #: None where there is none
    change: LevelChange | None
    periods: int
    used: int
    left_out: int
    #: given, few or unsettled
    state: str

    @classmethod
    def _read(cls, name: str, value: Any) -> Any:
        if name == "change":
            return LevelChange._from_native(value) if value.used_before > 0 else None
        return super()._read(name, value)

    def _to_native(self) -> Any:
        native = ffi.new("QcdcCubeLevelChange *", {"periods": self.periods, "used": self.used, "left_out": self.left_out, "state": _STATES[self.state]})
        if self.change is not None:
            native.change = self.change._to_native()[0]
        return native


def _options(method: str, season: int, level: float, threads: int = 1) -> Any:
    methods = {name: number for name, number in _METHODS.items() if number}
    return make("QcdcTrendOptions *", {"size": ffi.sizeof("QcdcTrendOptions"), "level": above_zero(level, "level"), "method": choose(method, methods, "method"),
                                       "season": season, "threads": threads})


def _given(values: Iterable[float | None], times: Iterable[float] | None) -> tuple[Any, Any, int]:
    series, given, count = to_pair(values, times, "times and values")
    return given, series, count


def fit_trend(values: Iterable[float | None], times: Iterable[float] | None = None, *, method: str = "theil-sen", season: int = 1,
              level: float = 0.95) -> Trend:
    """A line through a series; None and NaN are no values. Without times they are 0, 1, 2, …

    ``season`` 12 holds months against the same months of other years alone.
    """
    found: Trend = ask(Trend, lib.qcdc_trend_fit, *_given(values, times), _options(method, season, level))
    return found


def trend_test(values: Iterable[float | None], times: Iterable[float] | None = None, *, season: int = 1, level: float = 0.95) -> TrendTest:
    """Does the series rise or fall more than chance lets it?"""
    found: TrendTest = ask(TrendTest, lib.qcdc_trend_test, *_given(values, times), _options("theil-sen", season, level))
    return found


def find_level_change(values: Iterable[float | None], break_time: float, times: Iterable[float] | None = None, *, season: int = 1,
                      level: float = 0.95) -> LevelChange:
    """How far the level moved at a time that was known beforehand: the first time of the new level. ``season`` 12 gives each month a level."""
    found: LevelChange = ask(LevelChange, lib.qcdc_trend_find_level_change, *_given(values, times), break_time, _options("theil-sen", season, level))
    return found


def trends(cube: Cube, units: Sequence[str | Unit], indicators: Sequence[str | Indicator], first: str | Period, last: str | Period, *,
           method: str = "theil-sen", season: int = 0, level: float = 0.95, threads: int | None = None) -> list[SeriesTrend]:
    """Trends of many series in one call: entry k is unit k, indicator k, from the first period to the last.

    Season 0 is as many as a year has; None is all threads of the machine.
    """
    series = find_series(cube, units, indicators, first, last)
    natives = ffi.new("QcdcCubeTrend[]", len(units))
    call(lib.qcdc_cube_read_trends, cube._native, *series, _options(method, season, level, share_threads(threads)), natives)
    return [SeriesTrend._from_native(native) for native in natives]


def level_changes(cube: Cube, units: Sequence[str | Unit], indicators: Sequence[str | Indicator], first: str | Period, last: str | Period,
                  new_level: str | Period, *, season: int = 0, level: float = 0.95, threads: int | None = None) -> list[SeriesLevelChange]:
    """How far the levels of many series moved, in one call; ``new_level`` is the first period of the new level, known beforehand.

    Season 0 is as many as a year has; None is all threads of the machine.
    """
    units_of, indicators_of, count, begin, end = find_series(cube, units, indicators, first, last)
    natives = ffi.new("QcdcCubeLevelChange[]", count)
    call(lib.qcdc_cube_read_level_changes, cube._native, units_of, indicators_of, count, begin, end, Period(new_level)._native[0],
         _options("theil-sen", season, level, share_threads(threads)), natives)
    return [SeriesLevelChange._from_native(native) for native in natives]
