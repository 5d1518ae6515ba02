# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""How unevenly a figure is spread between units."""

from __future__ import annotations

from collections.abc import Iterable

from .._native import call, to_bytes
from ..errors import ArgumentError
from ..period import Period
from ._native import Result, ask, ffi, lib, make, to_pair

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..catalog import Indicator
    from ..cube import Cube

__all__ = ["Concentration", "concentration", "concentration_of", "lorenz_curve", "lorenz_curve_of"]


class Concentration(Result):
    """How unevenly a figure is spread: 0 is even."""

    __slots__ = ("gini", "gini_corrected", "theil", "theil_within", "theil_between", "herfindahl", "largest_share", "total", "weight", "largest", "units",
                 "left_out", "groups", "statuses")
    _struct = "QcdcConcentration"
    _explain = lib.qcdc_concentration_explain

    gini: float
    gini_corrected: float | None
    theil: float
    theil_within: float
    theil_between: float
    herfindahl: float
    #: share of the largest units, 0 … 1
    largest_share: float
    total: float
    weight: float
    #: how many units the share is of
    largest: int
    units: int
    left_out: int
    groups: int
    statuses: int


def concentration(values: Iterable[float | None], weights: Iterable[float | None] | None = None, groups: Iterable[int] | None = None, *,
                  largest: int = 1) -> Concentration:
    """Of the amounts of units; weights are what an even spread would follow, such as population."""
    series, given, count = to_pair(values, weights, "values and weights")
    numbers = ffi.NULL if groups is None else make("uint32_t[]", list(groups))
    if groups is not None and len(numbers) != count:
        raise ArgumentError("values and groups differ in length")
    found: Concentration = ask(Concentration, lib.qcdc_concentration_of_values, series, given, numbers, count, largest)
    return found


def _read_curve(function: Any, *words: Any) -> list[tuple[float, float]]:
    count = ffi.new("size_t *")
    call(function, *words, ffi.NULL, 0, count)
    points = ffi.new("QcdcLorenzPoint[]", count[0])
    call(function, *words, points, len(points), count)
    return [(point.units, point.figures) for point in points]


def lorenz_curve(values: Iterable[float | None], weights: Iterable[float | None] | None = None) -> list[tuple[float, float]]:
    """The curve of Lorenz, to plot: so large a share of the units has so large a share of the figure."""
    return _read_curve(lib.qcdc_concentration_read_curve, *to_pair(values, weights, "values and weights"))


class _Asked:
    """Which units of a cube: the options of C, with the texts that they point to."""

    def __init__(self, unit: str | None, level: str | None, weight: str | None, weight_period: str | Period | None, hierarchy: str | None, largest: int) -> None:
        named = {"unit": unit, "level": level, "weight": weight, "hierarchy": hierarchy}
        self.kept = {name: ffi.new("char[]", to_bytes(word, name)) for name, word in named.items() if word is not None}
        self.options = make("QcdcConcentrationOptions *", {"size": ffi.sizeof("QcdcConcentrationOptions"), "largest": largest, **self.kept})
        if weight_period is not None:
            self.options.weight_period = Period(weight_period)._native[0]


def _place(cube: Cube, indicator: str | Indicator, period: str | Period) -> tuple[Any, ...]:
    return cube._native, cube.dataset.catalog._find_indicator(indicator), Period(period)._native[0]


def concentration_of(cube: Cube, indicator: str | Indicator, period: str | Period, *, unit: str | None = None, level: str | None = None,
                     weight: str | None = None, weight_period: str | Period | None = None, hierarchy: str | None = None, largest: int = 1) -> Concentration:
    """Of the children of a unit, or of all units of a level; ``weight`` is an indicator that an even spread would follow."""
    asked = _Asked(unit, level, weight, weight_period, hierarchy, largest)
    found: Concentration = ask(Concentration, lib.qcdc_cube_measure_concentration, *_place(cube, indicator, period), asked.options)
    return found


def lorenz_curve_of(cube: Cube, indicator: str | Indicator, period: str | Period, *, unit: str | None = None, level: str | None = None,
                    weight: str | None = None, weight_period: str | Period | None = None, hierarchy: str | None = None) -> list[tuple[float, float]]:
    """The curve of what concentration_of() measures."""
    asked = _Asked(unit, level, weight, weight_period, hierarchy, 1)
    return _read_curve(lib.qcdc_cube_read_concentration_curve, *_place(cube, indicator, period), asked.options)
