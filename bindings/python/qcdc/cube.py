# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Rolled-up figures."""

from __future__ import annotations

import operator
from decimal import Decimal
from collections.abc import Iterable, Mapping, Sequence

from ._native import call, ffi, lib, number_of, owned_text, read_text, text, to_bytes
from .catalog import Indicator, Unit
from .columns import check_units, list_given, list_once, new_arrays, to_ids
from .errors import ArgumentError, NotFoundError, name_refusal
from .period import Period
from .record import Arrays, Record
from .selection import Selection
from .style import Style, StyleLike, make_style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .comparison import Comparison
    from .dataset import Dataset

__all__ = ["Cell", "CellArrays", "Cube"]


class Cell(Record):
    """One rolled-up figure."""

    __slots__ = ("value", "expected", "valued", "status", "origin", "present", "numerator", "denominator", "refusal", "covered")

    #: the figure; of a ratio by formula rounded as it is printed; None where there is none
    value: Decimal | None
    #: how many figures should be there: of each reporter for each of its periods
    expected: int
    #: how many of them have a value
    valued: int
    #: status of the figure, "A", "P+B"; None where there is none
    status: str | None
    #: own, sum, reported-total, partial, coarse or carried; None where there is no figure
    origin: str | None
    #: how many of them were reported, with a value or not
    present: int
    #: of a ratio by formula its two exact terms; else None
    numerator: Decimal | None
    denominator: Decimal | None
    #: why there is no figure where none has a meaning, "rank-sum"; else None; Cube.explain() says it in words
    refusal: str | None
    #: of a formula, how many reporters have all its terms; else equal to valued
    covered: int


class CellArrays(Arrays):
    """Cells as columns: arrays of numpy if it is there, else of the standard library, an entry a cell.

    The figure of entry k is coefficients[k] / 10 ** decimals[k] where states[k] is 1, and no figure elsewhere; a ratio by formula is
    that divided by denominators[k] / 10 ** denominator_decimals[k], where denominators[k] is not 0.
    """

    __slots__ = ("coefficients", "decimals", "denominators", "denominator_decimals", "states", "statuses", "origins", "expected",
                 "present", "valued")

    coefficients: Any
    decimals: Any
    denominators: Any
    denominator_decimals: Any
    states: Any
    statuses: Any
    origins: Any
    expected: Any
    present: Any
    valued: Any


def to_decimal(value: Any) -> Decimal:
    """The Decimal of a QcdcDecimal."""
    return Decimal(read_text(lib.qcdc_decimal_to_text, value))


class Cube:
    """Figures of every unit, indicator and period, rolled up. Frozen; any threads.

    ``cube["bg", "people", "2019"]`` is a Cell.
    """

    def __init__(self, native: Any, dataset: Dataset, asked: Mapping[str, Any]) -> None:
        self._native = native
        self._asked = dict(asked)
        self.dataset = dataset

    @property
    def periods(self) -> list[Period]:
        """The periods that have cells, in order."""
        count = lib.qcdc_cube_get_period_count(self._native)
        return [Period._wrap(lib.qcdc_cube_get_period(self._native, index)) for index in range(count)]

    @property
    def _style(self) -> Style:
        return self.dataset._defaults.style

    def _find(self, unit: str | Unit, indicator: str | Indicator, period: str | Period) -> tuple[int, int, Any]:
        at = Period(period)._native[0]
        catalog = self.dataset.catalog
        return catalog._find_unit(unit, at), catalog._find_indicator(indicator), at

    def __getitem__(self, key: tuple[str | Unit, str | Indicator, str | Period]) -> Cell:
        if not isinstance(key, tuple) or len(key) != 3:
            raise TypeError("a cube takes a unit, an indicator and a period: cube[unit, indicator, period]")
        unit, indicator, period = self._find(*key)
        cell = ffi.new("QcdcCell *")
        call(lib.qcdc_cube_read_cells, self._native, ffi.new("QcdcUnitId[]", [unit]), ffi.new("QcdcIndicatorId[]", [indicator]),
             ffi.new("QcdcPeriod *", period), ffi.NULL, ffi.NULL, 1, cell)
        return _make_cell(cell, self._style)

    def read_cells(self, units: Iterable[str | Unit | int] | Unit | int, indicators: Iterable[str | Indicator | int] | Indicator | int,
                   periods: Iterable[str | Period] | Period) -> CellArrays:
        """Many cells as columns: entry k is unit k, indicator k, period k. One unit, indicator or period stands for all."""
        keys = [list_once(units), list_once(indicators), _to_labels(list_once(periods))]
        counts = {len(entries) for entries in keys if len(entries) != 1}
        if len(counts) > 1:
            raise ArgumentError("units, indicators and periods differ in length")
        count = counts.pop() if counts else 1
        unit_entries, indicator_entries, labels = (entries if len(entries) == count else entries * count for entries in keys)
        natives = {label: Period(label)._native for label in set(labels)}
        packed = {label: bytes(ffi.buffer(native)) for label, native in natives.items()}
        period_bytes = b"".join(map(packed.__getitem__, labels))
        columns, arrays = new_arrays("QcdcCellColumns", count, list(CellArrays.__slots__))
        call(lib.qcdc_cube_read_columns, self._native, self._find_units(unit_entries, labels, natives),
             self._find_indicators(indicator_entries), ffi.cast("QcdcPeriod *", ffi.from_buffer(period_bytes)), ffi.NULL, ffi.NULL,
             count, columns)
        return CellArrays(**arrays)

    def _find_units(self, entries: list[Any], labels: list[str], natives: Mapping[str, Any]) -> Any:
        """The numbers of units; a code is looked up in its row's period, once for all rows that have both."""
        kinds = set(map(type, entries))
        if Unit in kinds:
            check_units(entries, self.dataset.catalog)
        if kinds == {Unit}:
            entries = list(map(operator.attrgetter("index"), entries))
        elif kinds == {int}:
            self.dataset.catalog._check_numbers()
        else:
            pairs = list(zip(map(str, entries), labels))
            found = {pair: self.dataset.catalog._find_unit(pair[0], natives[pair[1]][0]) for pair in set(pairs)}
            entries = list(map(found.__getitem__, pairs))
        return ffi.from_buffer("uint32_t[]", to_ids(entries, "units"))

    def _find_indicators(self, entries: list[Any]) -> Any:
        kinds = set(map(type, entries))
        if kinds != {int}:
            codes = list(map(operator.attrgetter("code"), entries) if kinds == {Indicator} else map(str, entries))
            found = {code: self.dataset.catalog._find_indicator(code) for code in set(codes)}
            entries = list(map(found.__getitem__, codes))
        return ffi.from_buffer("uint32_t[]", to_ids(entries, "indicators"))

    def _find_among(self, units: Iterable[str | Unit | int], period: Period) -> Any:
        """The numbers of units, all in one period."""
        entries = list_once(units)
        return self._find_units(entries, [str(period)] * len(entries), {str(period): period._native})

    def places(self, units: Iterable[str | Unit | int], indicator: str | Indicator, period: str | Period, *, order: str = "largest-first",
               groups: int | None = None) -> list[int | None]:
        """The exact place of each unit among these by its figure: equal ones share a place (1, 2, 2, 4); None without a whole figure.

        ``order`` is largest-first or smallest-first. With ``groups`` the group of each instead: 4 are quarters, 1 has the first places. A place says
        nothing of good or bad, and units are not to be ranked by complaints about them.
        """
        at = Period(period)
        ids = self._find_among(units, at)
        places = ffi.new("uint32_t[]", len(ids))
        call(lib.qcdc_cube_rank_units, self._native, ids, len(ids), self.dataset.catalog._find_indicator(indicator), at._native[0],
             number_of("QcdcRankingOrder", order, "order"), places, ffi.NULL, ffi.NULL)
        if groups is not None:
            call(lib.qcdc_ranking_split, places, len(places), groups, places)
        return [place or None for place in places]

    def quantile(self, units: Iterable[str | Unit | int], indicator: str | Indicator, period: str | Period, part: int = 1, of: int = 2, *,
                 decimals: int = 1) -> Decimal | None:
        """The quantile part / of of the figures of these units, exact and rounded once; None where none has a figure. The default is the median."""
        at = Period(period)
        ids = self._find_among(units, at)
        indicator_id = self.dataset.catalog._find_indicator(indicator)
        cells = ffi.new("QcdcCell[]", len(ids))
        call(lib.qcdc_cube_read_cells, self._native, ids, ffi.new("QcdcIndicatorId[]", [indicator_id] * len(ids)),
             ffi.new("QcdcPeriod[]", [at._native[0]] * len(ids)), ffi.NULL, ffi.NULL, len(ids), cells)
        figures, quantile, value = ffi.new("QcdcFigure[]", [cell.figure for cell in cells]), ffi.new("QcdcQuantile *"), ffi.new("QcdcDecimal *")
        try:
            call(lib.qcdc_quantile_of_figures, figures, len(figures), part, of, quantile)
        except NotFoundError:
            return None
        call(lib.qcdc_quantile_to_decimal, quantile, decimals, self._style._native.rounding, value)
        return to_decimal(value[0])

    def revise(self, dataset: Dataset) -> Cube:
        """The cube of a corrected dataset, or of one as it was known before, rolled up as this one. What nothing changed in is shared."""
        place = ffi.new("QcdcCube **")
        call(lib.qcdc_cube_revise, self._native, dataset._native, place)
        return Cube(ffi.gc(place[0], lib.qcdc_cube_unref), dataset, self._asked)

    def compare(self, *, unit: str | Unit | None = None, period: str | Period | None = None,
                base: str | Period | Sequence[str | Period] = "same-period", by: str = "none", depth: int | str = 1,
                indicators: Sequence[str | Indicator] | None = None, basis: str = "as-reported", base_known: str = "now",
                style: StyleLike | None = None, **keys: str | int) -> Comparison:
        """Holds figures against a base.

        ``unit`` is a code (default: the bundle's default unit, else every root), ``period`` a label (default: the bundle's, else
        the latest). ``base`` is same-period, previous, plan, plan:NAME or a period, unit:CODE (another
        unit in the same period), parent-mean (the mean of the units beside it), or several of them. ``by`` is none, child, level,
        group or indicator: what stands after "trong đó"; ``depth`` how many levels of it, or "all". ``basis`` is as-reported, or common: both
        figures over the units that have a value in both periods. ``base_known`` is now (the base as
        it was corrected) or then (as it was first published). ``style`` and single keys of
        [style] (``percent="brackets"``) say how it is written.
        """
        from .comparison import compare
        return compare(self, {"unit": unit, "period": period, "base": base, "by": by, "depth": depth, "indicators": indicators,
                              "basis": basis, "base_known": base_known}, make_style(self._style, style, keys))

    def table(self, *, unit: str | Unit | None = None, periods: Sequence[str | Period] | None = None, by: str = "none", depth: int | str = 1,
              indicators: Sequence[str | Indicator] | None = None, style: StyleLike | None = None, format: str = "text",
              **keys: str | int) -> str:
        """The figures themselves, as ``qcdc rollup`` prints them: text, csv, json, markdown or html."""
        labels = list(map(Period, list_given(periods, "periods")))
        selection = Selection(self, {"unit": unit, "by": by, "depth": depth, "indicators": indicators}, labels)
        wanted = ffi.new("QcdcPeriod[]", [period._native[0] for period in labels])
        place = ffi.new("char **")
        call(lib.qcdc_cube_to_table, self._native, selection.native, wanted, len(wanted), make_style(self._style, style, keys)._native,
             number_of("QcdcTableFormat", format, "format"), place)
        return owned_text(place[0])

    def ranking_table(self, indicators: str | Indicator | Sequence[str | Indicator], *, unit: str | Unit | None = None, period: str | Period | None = None,
                      level: int | str | None = None, order: str = "largest-first", groups: int | None = None, style: StyleLike | None = None,
                      format: str = "text", **keys: str | int) -> str:
        """Units in the order of their figures, as ``qcdc rank`` prints them: the children of ``unit``, or all units of the ``level`` below it.

        Who has no whole figure stands last and has no place. ``order`` is largest-first or smallest-first; with ``groups`` the group of each as well:
        4 are quarters. A place says nothing of good or bad, and units are not to be ranked by complaints about them. The places alone are
        those of places().
        """
        asked = list_once(() if indicators is None else indicators)
        if len(asked) == 0:
            raise ArgumentError("a ranking is of one indicator or more", hint="name an indicator")
        selection = Selection(self, {"unit": unit, "period": period, "by": "none", "depth": 1, "indicators": asked})
        kept = ffi.NULL if level is None else ffi.new("char[]", to_bytes(str(level), "a level"))
        if groups is not None and (isinstance(groups, bool) or not isinstance(groups, int) or not 1 <= groups < 2 ** 31):
            raise ArgumentError(f"groups {groups!r} is not a number from 1", value=str(groups))
        options = ffi.new("QcdcRankingOptions *", {"size": ffi.sizeof("QcdcRankingOptions"), "level": kept,
                                                   "order": number_of("QcdcRankingOrder", order, "order"), "group_count": groups or 0})
        place = ffi.new("char **")
        call(lib.qcdc_cube_ranking_to_table, self._native, selection.native, options, make_style(self._style, style, keys)._native,
             number_of("QcdcTableFormat", format, "format"), place)
        return owned_text(place[0])

    def explain(self, unit: str | Unit, indicator: str | Indicator, period: str | Period, language: str | None = None, *,
                base: str | Period | Sequence[str | Period] | None = None) -> str:
        """Where a figure comes from: the rows (file:row) that went in, and the rule that joined them. ``language`` is vi or en,
        default what the style says. With a ``base``, as in compare(), the comparison with it too, and why where there is none."""
        place = ffi.new("char **")
        chosen = language or self._style["language"]
        call(lib.qcdc_cube_explain, self._native, *self._find(unit, indicator, period), number_of("QcdcLanguage", chosen, "language"), place)
        words = owned_text(place[0])
        if base is not None:
            comparison = self.compare(unit=unit, indicators=[indicator], period=period, base=base)
            words += "".join(comparison.explain(row, chosen) for row in range(len(comparison)))
        return words

    def __repr__(self) -> str:
        return (f"<qcdc.Cube: {self.dataset.catalog._tell_counts()}, {lib.qcdc_cube_get_period_count(self._native)} periods; "
                "next: .compare(), .table(), cube[unit, indicator, period]>")

    def __reduce__(self) -> tuple[Any, ...]:
        return _rollup, (self.dataset, self._asked)


def _rollup(dataset: Dataset, asked: Mapping[str, Any]) -> Cube:
    return dataset.rollup(**asked)


def _to_labels(periods: list[Any]) -> list[str]:
    return list(map(operator.attrgetter("label"), periods) if set(map(type, periods)) == {Period} else map(str, periods))


def _make_cell(cell: Any, style: Style) -> Cell:
    figure = cell.figure
    has_value = figure.state == lib.QCDC_FIGURE_VALUED
    value = numerator = denominator = status = origin = None
    if has_value:
        status = read_text(lib.qcdc_observation_status_to_text, figure.status)
        origin = text(lib.qcdc_origin_to_name(cell.origin))
    if has_value and figure.is_fraction:
        numerator, denominator = to_decimal(figure.value), to_decimal(figure.denominator)
        value = _divide(figure, style)
    elif has_value:
        value = to_decimal(figure.value)
    return Cell(value=value, expected=cell.expected, valued=cell.valued, status=status, origin=origin, present=cell.present,
                numerator=numerator, denominator=denominator, refusal=name_refusal(cell.refusal), covered=cell.covered)


def _divide(figure: Any, style: Style) -> Decimal:
    """A ratio by formula, rounded once by the library as a table prints it."""
    place = ffi.new("QcdcDecimal *")
    call(lib.qcdc_fraction_to_decimal, {"numerator": figure.value, "denominator": figure.denominator}, figure.power,
         int(style["percent_decimals"]), number_of("QcdcRounding", style["rounding"], "rounding"), place)
    return to_decimal(place[0])
