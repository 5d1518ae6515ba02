# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Figures held against a base, and the sentences that say so."""

from __future__ import annotations

import functools
import os
from decimal import Decimal
from collections.abc import Iterator, Mapping

from ._native import call, ffi, lib, number_of, owned_text, path_to_bytes, text, word_of
from .columns import list_given, new_arrays
from .errors import ArgumentError, NotFoundError
from .record import Arrays, Record
from .selection import Selection
from .style import Style, StyleLike, make_style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, overload

    from .cube import Cube

__all__ = ["Change", "ChangeArrays", "Comparison", "Contribution", "Span", "Years"]


class Change(Record):
    """One figure against one base. Its attributes are the names of ``qcdc compare --format json``; what is absent is None."""

    __slots__ = ("unit", "unit_name", "indicator", "indicator_name", "measure", "period", "base_period", "current", "base",
                 "difference", "percent", "percent_numerator", "percent_denominator", "percentage_points", "places", "attainment",
                 "direction", "caveats", "status", "base_status", "expected", "valued", "base_expected", "base_valued", "basis",
                 "text")

    unit: str
    unit_name: str
    indicator: str
    indicator_name: str
    measure: str
    period: str
    base_period: str | None
    current: Decimal | None
    base: Decimal | None
    difference: Decimal | None
    percent: Decimal | None
    percent_numerator: Decimal | None
    percent_denominator: Decimal | None
    percentage_points: Decimal | None
    places: Decimal | None
    attainment: Decimal | None
    direction: str
    caveats: tuple[str, ...]
    status: str | None
    base_status: str | None
    expected: int
    valued: int
    base_expected: int
    base_valued: int
    basis: str
    #: the words of the change; None where there is nothing to say
    text: str | None

    def __str__(self) -> str:
        return self.text or ""


_EXACT = ("current", "base", "difference", "percent", "percent_numerator", "percent_denominator", "percentage_points", "places",
          "attainment")


def _make_change(members: dict[str, Any]) -> Change:
    for name in _EXACT:
        if members[name] is not None:
            members[name] = Decimal(members[name])
    members["caveats"] = tuple(members["caveats"])
    return Change(**members)


class Span(Record):
    """Where a figure stands in the text, in code points: ``text[span.start:span.end]``."""

    __slots__ = ("start", "end", "role", "row", "number")

    start: int
    end: int
    #: what the figure is: current, base, difference, percent, …
    role: str
    #: the row it belongs to; None for digits of periods and names
    row: int | None
    #: the number as printed; None for digits of periods and names
    number: Decimal | None


class Phrase(Record):
    """A stretch of the text that tells of changes, or why there are none, in code points; qcdc_phrase_parse() of C reads it."""

    __slots__ = ("start", "end", "rows")

    start: int
    end: int
    #: the rows it tells of, in their order in it
    rows: tuple[int, ...]


class Contribution(Record):
    """What a row brought to the change of its whole, rounded as the comparison's style says."""

    __slots__ = ("points", "share")

    #: of the growth of the whole, in percentage points
    points: Decimal
    #: of the change of the whole, in %; above 0 where both go the same way
    share: Decimal


class Years(Record):
    """A row over a span of years."""

    __slots__ = ("years", "first", "last", "total", "mean", "growth")

    years: int
    #: of the year before the span
    first: Decimal | None
    #: of its last year
    last: Decimal | None
    total: Decimal | None
    #: per year, rounded as the comparison's style says; None of what does not add over time
    mean: Decimal | None
    #: on average a year in %, geometric, rounded likewise; None unless first and last are above 0 and on one definition
    growth: Decimal | None


class ChangeArrays(Arrays):
    """Rows as columns: arrays of numpy if it is there, else of the standard library, an entry a row.

    A figure is its coefficient / 10 ** its decimals, where its state is 1; a ratio by formula is that divided by the denominator,
    where that is not 0. percents have ``percent_decimals`` decimals. units holds 4294967295 where the row is a level or group.
    """

    __slots__ = ("units", "indicators", "base_indices", "current", "current_decimals", "current_denominators",
                 "current_denominator_decimals", "current_states", "base", "base_decimals", "base_denominators",
                 "base_denominator_decimals", "base_states", "differences", "difference_decimals", "has_differences", "percents",
                 "has_percents", "directions", "caveats", "percent_decimals")

    units: Any
    indicators: Any
    base_indices: Any
    current: Any
    current_decimals: Any
    current_denominators: Any
    current_denominator_decimals: Any
    current_states: Any
    base: Any
    base_decimals: Any
    base_denominators: Any
    base_denominator_decimals: Any
    base_states: Any
    differences: Any
    difference_decimals: Any
    has_differences: Any
    percents: Any
    has_percents: Any
    directions: Any
    caveats: Any
    percent_decimals: int


class Comparison:
    """Rows of current against base, frozen; any threads. ``print(comparison)`` is the sentences of an official report."""

    def __init__(self, native: Any, cube: Cube, asked: Mapping[str, Any], style: Style) -> None:
        self._native = native
        self._asked = dict(asked)
        self.cube = cube
        self.style = style

    def text(self, language: str | None = None, *, style: StyleLike | None = None, **keys: str | int) -> str:
        """The sentences, one a line. ``language`` is vi or en, default what the style says, which is vi if it says nothing."""
        sentence = self._write(language, style, keys)
        return text(lib.qcdc_sentence_get_text(sentence))

    def spans(self, language: str | None = None, *, style: StyleLike | None = None, **keys: str | int) -> list[Span]:
        """Where each figure of text() stands and to which row it belongs."""
        sentence = self._write(language, style, keys)
        written = ffi.string(lib.qcdc_sentence_get_text(sentence))
        return list(_read_spans(sentence, written))

    def phrases(self, language: str | None = None, *, style: StyleLike | None = None, **keys: str | int) -> list[Phrase]:
        """The phrases of text(), in its order; those of the people's own words for 0, and of ranks on another field, are left out."""
        sentence = self._write(language, style, keys)
        written = ffi.string(lib.qcdc_sentence_get_text(sentence))
        return list(_read_phrases(sentence, written))

    def _write(self, language: str | None, style: StyleLike | None, keys: Mapping[str, str | int]) -> Any:
        chosen = make_style(self.style, style, {**keys, "language": language} if language is not None else keys)
        place = ffi.new("QcdcSentence **")
        call(lib.qcdc_comparison_write, self._native, chosen._native, place)
        return ffi.gc(place[0], lib.qcdc_sentence_unref)

    def table(self, format: str = "text", *, style: StyleLike | None = None, **keys: str | int) -> str:
        """The rows as ``qcdc compare --format`` prints them: text (a table), csv, json (lines), markdown or html."""
        place = ffi.new("char **")
        call(lib.qcdc_comparison_to_table, self._native, make_style(self.style, style, keys)._native,
             number_of("QcdcTableFormat", format, "format"), place)
        return owned_text(place[0])

    def to_xlsx(self, path: str | os.PathLike[str], *, style: StyleLike | None = None, **keys: str | int) -> None:
        """The table as a workbook at ``path``, as ``qcdc compare --format xlsx`` writes it; numbers are numbers in it. What stood there
        stays until the new one is whole. A library built without workbooks refuses it."""
        call(lib.qcdc_comparison_to_workbook, self._native, make_style(self.style, style, keys)._native, path_to_bytes(path))

    def rows(self) -> list[Change]:
        """The rows."""
        return list(self._rows)

    @functools.cached_property
    def _rows(self) -> list[Change]:
        from json import loads
        return [_make_change(loads(line)) for line in self.table("json").split("\n")[:-1]]

    def explain(self, row: int, language: str | None = None) -> str:
        """What the row holds against what, and why a percent, places or the comparison itself has no meaning, where it has none.
        ``language`` is vi or en, default what the style says."""
        if not 0 <= row < len(self):
            raise ArgumentError(f"row {row} is not one of the {len(self)} rows", value=str(row))
        place = ffi.new("char **")
        call(lib.qcdc_comparison_explain_row, self._native, row,
             number_of("QcdcLanguage", language or self.style["language"], "language"), place)
        return owned_text(place[0])

    def contribution(self, row: int) -> Contribution | None:
        """What the row brought to the change of its whole: of the unit that is taken apart, else of the indicator it is a part of.
        None where there is nothing to say: no change in time, other reporters, a break, a whole that did not grow from above 0."""
        place = ffi.new("QcdcContribution *")
        if not self._find(lib.qcdc_comparison_get_contribution, row, place):
            return None
        return Contribution(points=self._round(lib.qcdc_contribution_get_points, place),
                            share=self._round(lib.qcdc_contribution_get_share, place))

    def years(self, row: int) -> Years | None:
        """The years of the row's span, its mean per year and average growth; None of what is no amount over a span of years."""
        place = ffi.new("QcdcYears *")
        if not self._find(lib.qcdc_comparison_get_years, row, place):
            return None
        mean = growth = None
        if place.has_mean:
            fraction = ffi.new("QcdcFraction *", {"numerator": place.total.value, "denominator": {"coefficient": place.years}})
            decimals = max(int(self.style["percent_decimals"]), place.total.value.decimals)
            mean = self._round(lambda *rest: lib.qcdc_fraction_to_decimal(fraction[0], 0, decimals, *rest[1:]))
        if place.has_growth:
            growth = self._round(lib.qcdc_growth_average, place.first.value, place.last.value, place.years)
        first, last, total = (_read_figure(figure) for figure in (place.first, place.last, place.total))
        return Years(years=place.years, first=first, last=last, total=total, mean=mean, growth=growth)

    def _find(self, get: Any, row: int, place: Any) -> bool:
        if not 0 <= row < len(self):
            raise ArgumentError(f"row {row} is not one of the {len(self)} rows", value=str(row))
        try:
            call(get, self._native, row, place)
        except NotFoundError:
            return False
        return True

    def _round(self, get: Any, *operands: Any) -> Decimal:
        from .cube import to_decimal
        place = ffi.new("QcdcDecimal *")
        call(get, *operands, int(self.style["percent_decimals"]), number_of("QcdcRounding", self.style["rounding"], "rounding"), place)
        return to_decimal(place[0])

    def arrays(self, *, percent_decimals: int | None = None) -> ChangeArrays:
        """The rows as columns, without an object a row."""
        decimals = int(self.style["percent_decimals"]) if percent_decimals is None else percent_decimals
        names = [name for name in ChangeArrays.__slots__ if name != "percent_decimals"]
        columns, arrays = new_arrays("QcdcChangeColumns", len(self), names)
        call(lib.qcdc_comparison_read_changes, self._native, 0, len(self), decimals,
             number_of("QcdcRounding", self.style["rounding"], "rounding"), columns)
        return ChangeArrays(**arrays, percent_decimals=decimals)

    def __len__(self) -> int:
        return int(lib.qcdc_comparison_get_count(self._native))

    def __iter__(self) -> Iterator[Change]:
        return iter(self._rows)

    if TYPE_CHECKING:
        @overload
        def __getitem__(self, index: int) -> Change: ...
        @overload
        def __getitem__(self, index: slice) -> list[Change]: ...

    def __getitem__(self, index: Any) -> Any:
        return self._rows[index]

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<qcdc.Comparison: {len(self)} rows; next: print(), .text(), .rows(), .table(format), .arrays()>"

    def _repr_html_(self) -> str:
        return self.table("html")

    def __reduce__(self) -> tuple[Any, ...]:
        return compare, (self.cube, self._asked, self.style)


def _read_figure(figure: Any) -> Decimal | None:
    from .cube import to_decimal
    return to_decimal(figure.value) if figure.state == lib.QCDC_FIGURE_VALUED else None


def compare(cube: Cube, asked: Mapping[str, Any], style: Style) -> Comparison:
    """The comparison that Cube.compare() was asked for."""
    place = ffi.new("QcdcComparison **")
    kept = {name: list_given(asked[name], name) for name in ("base", "indicators") if asked[name] is not None}
    asked = {**asked, **kept}  # a copy travels as what was asked for, whatever became of the caller's lists
    selection = Selection(cube, asked)
    call(lib.qcdc_cube_compare, cube._native, selection.native, place)
    return Comparison(ffi.gc(place[0], lib.qcdc_comparison_unref), cube, asked, style)


def _read_spans(sentence: Any, written: bytes) -> Iterator[Span]:
    """Spans are in the order of the text, so that bytes are counted as code points once."""
    from .cube import to_decimal
    place = ffi.new("QcdcSpan *")
    bytes_read = characters = 0
    none = 2 ** (8 * ffi.sizeof("size_t")) - 1
    for index in range(lib.qcdc_sentence_get_span_count(sentence)):
        call(lib.qcdc_sentence_get_span, sentence, index, place)
        start = characters + len(written[bytes_read:place.start].decode("utf-8"))
        end = start + len(written[place.start:place.end].decode("utf-8"))
        bytes_read, characters = place.end, end
        row = None if place.row == none else place.row
        yield Span(start=start, end=end, role=word_of("QcdcRole", place.role), row=row,
                   number=None if row is None else to_decimal(place.number))


def _read_phrases(sentence: Any, written: bytes) -> Iterator[Phrase]:
    place = ffi.new("QcdcSentencePhrase *")
    bytes_read = characters = 0
    for index in range(lib.qcdc_sentence_get_phrase_count(sentence)):
        call(lib.qcdc_sentence_get_phrase, sentence, index, place)
        start = characters + len(written[bytes_read:place.start].decode("utf-8"))
        end = start + len(written[place.start:place.end].decode("utf-8"))
        bytes_read, characters = place.end, end
        yield Phrase(start=start, end=end, rows=tuple(place.rows[0:place.row_count]))
