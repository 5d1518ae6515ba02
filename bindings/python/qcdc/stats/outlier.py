# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Figures that are to be looked at again (cần rà soát); never a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from .._native import call
from .._native import lib as core
from .._native import number_of, read_text
from ..cube import to_decimal
from ..period import Period
from ._native import Result, above_zero, choose, ffi, lib, make, names_of, share_threads, to_series

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..catalog import Indicator, Unit
    from ..cube import Cube

__all__ = ["Outlier", "Outliers", "find_outliers", "score_values", "score_windows"]

_METHODS = {"mad": lib.QCDC_OUTLIER_MAD, "qn": lib.QCDC_OUTLIER_QN}


class Outlier(Result):
    """A figure that is to be looked at again, and what would be ordinary in its place."""

    __slots__ = ("unit", "indicator", "period", "scope", "cause", "value", "score", "peer_score", "low", "typical", "high", "observations", "peers", "note",
                 "note_en")
    _words = {"cause": names_of(lib.qcdc_outlier_cause_to_name, lib.QCDC_OUTLIER_CAUSE_END)}

    #: code of the unit, of the indicator
    unit: str
    indicator: str
    period: Period
    #: own or total
    scope: str
    #: what may have happened, a hint: tenfold, tenth, hundredfold, hundredth, thousandfold, thousandth, zero; none
    cause: str
    value: Decimal
    #: against the unit's own history: in standard deviations
    score: float
    #: against its peers; None where there are too few
    peer_score: float | None
    #: nineteen of twenty such figures lie between low and high
    low: float
    typical: float
    high: float
    observations: int
    peers: int
    #: the line for people, in Vietnamese and in English
    note: str
    note_en: str

    def text(self, language: str = "vi") -> str:
        """One line for people; never part of a report's sentence."""
        return self.note_en if number_of("QcdcLanguage", language, "language") == core.QCDC_LANGUAGE_EN else self.note


class Outliers(list[Outlier]):
    """What was found, in the order of units, indicators and periods."""

    #: cells that had enough to be judged by
    judged = 0
    #: cells that were left alone: too short a history, negative figures, zeros among larger figures
    left = 0


def _explain(native: Any, language: int) -> str:
    return read_text(lib.qcdc_outlier_explain, native, language)


def _make(cube: Cube, native: Any) -> Outlier:
    catalog = cube.dataset.catalog
    period = Period._wrap(native.period)
    return Outlier(unit=catalog._name_unit(catalog._units[native.unit], [period]), indicator=catalog._indicators[native.indicator].code, period=period,
                   scope="total" if native.scope == core.QCDC_SCOPE_TOTAL else "own",
                   cause=Outlier._read("cause", native.cause), value=to_decimal(native.value), score=native.score,
                   peer_score=Outlier._read("peer_score", native.peer_score), low=native.low, typical=native.typical, high=native.high,
                   observations=native.observations, peers=native.peers, note=_explain(ffi.addressof(native), core.QCDC_LANGUAGE_VI),
                   note_en=_explain(ffi.addressof(native), core.QCDC_LANGUAGE_EN))


def _options(cube: Cube, units: Iterable[str | Unit] | None, indicators: Iterable[str | Indicator] | None, first: str | Period | None,
             last: str | Period | None, threshold: float, threads: int | None, sums: bool) -> tuple[Any, list[Any]]:
    catalog, kept = cube.dataset.catalog, []
    options = make("QcdcOutlierOptions *", {"size": ffi.sizeof("QcdcOutlierOptions"), "threshold": above_zero(threshold, "threshold"), "threads": share_threads(threads), "sums": int(sums)})
    if units is not None:
        kept.append(ffi.new("QcdcUnitId[]", [catalog._find_unit(unit) for unit in units]))
        options.units, options.unit_count = kept[-1], len(kept[-1])
    if indicators is not None:
        kept.append(ffi.new("QcdcIndicatorId[]", [catalog._find_indicator(indicator) for indicator in indicators]))
        options.indicators, options.indicator_count = kept[-1], len(kept[-1])
    for name, period in (("first", first), ("last", last)):
        if period is not None:
            setattr(options, name, Period(period)._native[0])
    return options, kept


def find_outliers(cube: Cube, *, units: Iterable[str | Unit] | None = None, indicators: Iterable[str | Indicator] | None = None,
                  first: str | Period | None = None, last: str | Period | None = None, threshold: float = 4.0, threads: int | None = None,
                  sums: bool = False) -> Outliers:
    """Figures of a whole cube that are to be looked at again, in one call: held against their neighbours, other years and their peers."""
    options, kept = _options(cube, units, indicators, first, last, threshold, threads, sums)
    if any(len(asked) == 0 for asked in kept):  # C takes none for all
        return Outliers()
    place = ffi.new("QcdcOutliers **")
    call(lib.qcdc_cube_find_outliers, cube._native, options, place)
    native = ffi.gc(place[0], lib.qcdc_outliers_unref)
    del kept
    count = lib.qcdc_outliers_get_count(native)
    entries = ffi.new("QcdcOutlier[]", count)
    call(lib.qcdc_outliers_read, native, 0, count, entries)
    found = Outliers(_make(cube, entry) for entry in entries)
    found.judged, found.left = lib.qcdc_outliers_get_judged_count(native), lib.qcdc_outliers_get_left_count(native)
    return found


def _score(function: Any, values: Sequence[float | None], *words: Any) -> list[float | None]:
    series, count = to_series(values)
    call(function, series, count, *words, series)
    return [None if score != score else score for score in series]


def score_values(values: Sequence[float | None], *, method: str = "mad") -> list[float | None]:
    """How far each value is from the others, in robust standard deviations; method is mad or qn."""
    return _score(lib.qcdc_outlier_score_values, values, choose(method, _METHODS, "method"))


def score_windows(values: Sequence[float | None], window: int, *, method: str = "mad") -> list[float | None]:
    """The same of each value within the window around it, for series that drift."""
    return _score(lib.qcdc_outlier_score_windows, values, window, choose(method, _METHODS, "method"))
