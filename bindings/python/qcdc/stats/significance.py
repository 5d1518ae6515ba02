# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Whether two figures differ by more than chance lets them."""

from __future__ import annotations

from .._native import call
from ._native import Result, above_zero, ask, ffi, lib, names_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..comparison import Comparison

__all__ = ["Significance", "changes", "compare_counts", "compare_proportions", "compare_rates"]


class Significance(Result):
    """Two figures held against chance. A ratio of nothing to nothing is None; a bound may be infinite."""

    __slots__ = ("kind", "exact", "mid", "ratio", "low", "high", "level")
    _struct = "QcdcSignificance"
    _explain = lib.qcdc_significance_explain
    _words = {"kind": names_of(lib.qcdc_significance_kind_to_name, lib.QCDC_SIGNIFICANCE_END)}

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


def compare_counts(now: int, before: int, *, level: float = 0.95) -> Significance:
    """Events now against events in a span as long: is that more than chance?"""
    found: Significance = ask(Significance, lib.qcdc_significance_of_counts, now, before, above_zero(level, "level"))
    return found


def compare_rates(now: int, now_exposure: float, before: int, before_exposure: float, *, level: float = 0.95) -> Significance:
    """Events in an exposure, days or people, against events in another."""
    found: Significance = ask(Significance, lib.qcdc_significance_of_rates, now, now_exposure, before, before_exposure, above_zero(level, "level"))
    return found


def compare_proportions(now: int, now_total: int, before: int, before_total: int, *, level: float = 0.95) -> Significance:
    """So many of so many now against so many of so many before."""
    found: Significance = ask(Significance, lib.qcdc_significance_of_proportions, now, now_total, before, before_total, above_zero(level, "level"))
    return found


def changes(comparison: Comparison, *, level: float = 0.95) -> list[Significance | None]:
    """Of each row of a comparison, in one call: None where it is no count that adds up, no share by formula, or a figure is missing."""
    count = len(comparison)
    natives = ffi.new("QcdcSignificance[]", count)
    call(lib.qcdc_comparison_read_significance, comparison._native, 0, count, above_zero(level, "level"), natives)
    return [None if native.kind == lib.QCDC_SIGNIFICANCE_NONE else Significance._from_native(native) for native in natives]
