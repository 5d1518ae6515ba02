# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""What a comparison or a table is asked for, as C takes it. Private."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ._native import call, ffi, lib, number_of, to_bytes
from .catalog import Unit
from .columns import list_given
from .errors import ArgumentError, RefusedError
from .period import Period

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .cube import Cube


class Selection:
    """A QcdcSelection and the texts it points to."""

    def __init__(self, cube: Cube, asked: Mapping[str, Any], periods: Sequence[Period] = ()) -> None:
        self._kept: list[Any] = []
        defaults = cube.dataset._defaults
        unit = asked["unit"] if asked["unit"] is not None else defaults.unit
        period = asked["period"] if asked.get("period") is not None else defaults.period
        if isinstance(unit, Unit):
            at = cube.dataset.latest_period if period is None else Period(str(period))
            unit = cube.dataset.catalog._name_unit(unit, periods or [at])
        indicators = asked["indicators"] if asked["indicators"] is not None else cube._asked["indicators"]
        self.native = ffi.new("QcdcSelection *", {
            "size": ffi.sizeof("QcdcSelection"), "unit": self._keep(unit, "a unit"), "period": self._keep(period, "a period"),
            "by": number_of("QcdcBy", asked["by"], "by"), "depth": _to_depth(asked["depth"]),
            "base_known": number_of("QcdcBaseKnown", asked.get("base_known", "now"), "base_known")})
        self._set_indicators(list_given(indicators, "indicators"))
        self._set_bases(list_given(asked.get("base"), "base"))
        self.native.basis = _to_basis(asked.get("basis", "as-reported"))

    def _keep(self, value: Any, what: str) -> Any:
        if value is None:
            return ffi.NULL
        self._kept.append(ffi.new("char[]", to_bytes(str(value), what)))
        return self._kept[-1]

    def _set_indicators(self, indicators: list[Any]) -> None:
        codes = ffi.new("char *[]", [self._keep(indicator, "an indicator") for indicator in indicators])
        self._kept.append(codes)
        self.native.indicators, self.native.indicator_count = codes, len(indicators)

    def _set_bases(self, bases: list[Any]) -> None:
        options = ffi.new("QcdcBaseOption[]", len(bases))
        self._kept.append(options)
        for index, base in enumerate(bases):
            call(lib.qcdc_base_option_parse, self._keep(base, "a base"), ffi.addressof(options, index))
        self.native.bases, self.native.base_count = options, len(bases)


def _to_basis(basis: str) -> int:
    if basis in ("current", "base-period"):
        raise RefusedError(f'basis "{basis}" is not offered in this version; it takes: as-reported, common', value=basis,
                           hint="as-reported, common")
    return number_of("QcdcBasis", basis, "basis")


def _to_depth(depth: int | str) -> int:
    if depth == "all":
        return int(lib.QCDC_DEPTH_ALL)
    if isinstance(depth, bool) or not isinstance(depth, int) or not 1 <= depth < 2 ** 31:
        raise ArgumentError(f'depth {depth!r} is neither a number from 1 nor "all"', value=str(depth))
    return depth
