# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Observations: being gathered, and frozen."""

from __future__ import annotations

import os
from decimal import Decimal
from collections.abc import Iterator, Mapping, Sequence

from ._native import call, ffi, lib, number_of, raise_range, text, to_bytes
from .catalog import Catalog, Indicator, Unit, UnitTree, build_catalog, check_catalog
from .columns import count_rows, list_given, list_once, spread, to_column
from .findings import Findings, call_with_findings, new_sink, read_findings
from .period import Period
from .progress import Progress, call_watched
from .record import Record

from .style import Style, StyleLike

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from typing import Any

    from .bundle import Bundle
    from .cube import Cube

__all__ = ["Dataset", "DatasetBuilder"]

_FIELDS = {
    "units": lib.QCDC_OBSERVATION_UNIT,
    "indicators": lib.QCDC_OBSERVATION_INDICATOR,
    "periods": lib.QCDC_OBSERVATION_PERIOD,
    "values": lib.QCDC_OBSERVATION_VALUE,
    "obs_status": lib.QCDC_OBSERVATION_STATUS,
    "scope": lib.QCDC_OBSERVATION_SCOPE,
    "scenario": lib.QCDC_OBSERVATION_SCENARIO,
    "hedge": lib.QCDC_OBSERVATION_HEDGE,
    "field": lib.QCDC_OBSERVATION_RANK_FIELD,
    "origin": lib.QCDC_OBSERVATION_ORIGIN,
    "source": lib.QCDC_OBSERVATION_SOURCE,
}


class DatasetBuilder:
    """Gathers observations; one thread at a time, others wait.

    ``units`` and ``indicators`` are rows with the columns of units.csv and indicators.csv: dicts, a dict of columns, a data frame,
    or the ``units`` and ``indicators`` of another dataset. Instead of them, ``catalog`` takes the catalog of another dataset, and
    ``revises`` a dataset that the rows correct: each takes the place of the figure of its key, and what is frozen is the next revision.
    ``plans`` and ``groups`` are names and what a sentence calls them, ``grouping`` says whether the groups are a partition; ``partitions`` are names of
    partitions of parts (part_of TOTAL:NAME) and the words with which a list of them opens; ``exceptions`` rows with the columns of exceptions.csv: who
    need not report what. ``calendar`` is the name of a calendar: of the rows ``calendars``, which have the columns of calendars.csv, or
    civil, decree-09, inspection-2013; ``holidays`` are rows of holidays.csv, or dates. ``rules`` are rows of rules.csv, which check()
    holds the figures against. ``number_format`` is how values given as text are written:
    canonical (1234.5) or vi (1.234,5).
    """

    def __init__(self, units: Any = None, indicators: Any = None, *, plans: Mapping[str, str] | None = None,
                 groups: Mapping[str, str] | None = None, exceptions: Any = None, catalog: Catalog | None = None,
                 number_format: str = "canonical", revises: Dataset | None = None, calendar: str | None = None, calendars: Any = None,
                 holidays: Any = None, grouping: str | None = None, rules: Any = None, partitions: Mapping[str, str] | None = None) -> None:
        from threading import RLock
        given = (units, indicators, plans, groups, exceptions, calendar, calendars, holidays, grouping, rules, partitions)
        place = ffi.new("QcdcDatasetBuilder **")
        self._revises = revises
        if revises is not None:
            if not isinstance(revises, Dataset):
                raise TypeError(f"revises is a Dataset, not a {type(revises).__name__}")
            self.catalog = check_catalog(revises.catalog, (*given, catalog))
            call(lib.qcdc_dataset_builder_new_revision, revises._native, 0, place)
        else:
            self.catalog = build_catalog(*given) if catalog is None else check_catalog(catalog, given)
            call(lib.qcdc_dataset_builder_new, self.catalog._native, 0, place)
        self._native = ffi.gc(place[0], lib.qcdc_dataset_builder_free)
        self._lock = RLock()  # of C a builder belongs to one thread, and the interpreter's lock is released while C works
        self._count = 0
        self._point = "," if number_format == "vi" else "."
        call(lib.qcdc_dataset_builder_set_number_writing, self._native,
             number_of("QcdcNumberWriting", number_format, "number_format"))

    def append_columns(self, units: Any, indicators: Any, periods: Any, values: Any, *, obs_status: Any = None, scope: Any = None,
                       scenario: Any = None, hedge: Any = None, field: Any = None, origin: Any = None,
                       source: Any = None) -> DatasetBuilder:
        """Adds rows; all of them, or, with an error that names the row and the value, none.

        Each column is a list, an array, a buffer or a series, or one entry for all rows. Units are codes, Units or their numbers
        (unless a code of the catalog is such a number); indicators likewise; periods labels or Periods. Values are int, Decimal, text
        in the builder's number format, or float: a float is taken where it is the float nearest to a number with the indicator's
        decimals (43.81 with two), else it is an error. None and NaN are no value and need an obs_status M, O or L.
        """
        given = (units, indicators, periods, values, obs_status, scope, scenario, hedge, field, origin, source)
        columns = {name: to_column(name, entries, self.catalog, self._point) for name, entries in zip(_FIELDS, given)}
        count = count_rows(columns)
        table = ffi.new("QcdcColumn[]", lib.QCDC_OBSERVATION_FIELD_END)
        kept = [spread(column, count) for column in columns.values()]
        for field_number, column in zip(_FIELDS.values(), kept):
            column.fill(table[field_number])
        with self._lock:
            call(lib.qcdc_dataset_builder_append_table, self._native, table, len(table), count, ffi.NULL)
            self._count += count
        return self

    def append(self, unit: str | Unit, indicator: str | Indicator, period: str | Period, value: Decimal | int | str | float | None,
               **others: Any) -> DatasetBuilder:
        """Adds one row; ``others`` are those of append_columns()."""
        return self.append_columns([unit], [indicator], [period], [value], **others)

    def freeze(self) -> Dataset:
        """The dataset; the builder is spent. A key that is there twice is an error, and all of them are in its findings."""
        place = ffi.new("QcdcDataset **")
        with self._lock:
            call_with_findings(lib.qcdc_dataset_builder_freeze, self._native, new_sink(), place)
        return Dataset(ffi.gc(place[0], lib.qcdc_dataset_unref), None if self._revises is None else self._revises._defaults)

    def __repr__(self) -> str:
        return f"<qcdc.DatasetBuilder: {self._count} rows; next: .append_columns(units, indicators, periods, values), .freeze()>"


class Defaults(Record):
    """What is meant where a call says nothing: of a bundle's dataset, what bundle.ini says."""

    __slots__ = ("style", "title", "unit", "period")

    style: Style
    title: str
    unit: str | None
    period: str | None


class Dataset:
    """Observations, frozen; any threads. What comes from a bundle has its style, default unit and default period."""

    def __init__(self, native: Any, defaults: Defaults | None = None) -> None:
        self._native = native
        self._defaults = defaults or Defaults(style=Style(), title="", unit=None, period=None)
        self.catalog = Catalog._share(lib.qcdc_dataset_get_catalog(native))

    @property
    def units(self) -> list[Unit]:
        """All units, in the order of units.csv."""
        return self.catalog.units

    @property
    def indicators(self) -> list[Indicator]:
        """All indicators, in the order of indicators.csv."""
        return self.catalog.indicators

    @property
    def latest_period(self) -> Period:
        """The period of actual figures with the last last day; NotFoundError where there are none."""
        place = ffi.new("QcdcPeriod *")
        call(lib.qcdc_dataset_get_latest_period, self._native, place)
        return Period._wrap(place[0])

    @property
    def revision(self) -> int:
        """The number of the last correction in it; 0 without any."""
        return int(lib.qcdc_dataset_get_revision(self._native))

    def at_revision(self, revision: int) -> Dataset:
        """The figures as they were known at a revision, 0 before any correction; NotFoundError for one after the last."""
        place = ffi.new("QcdcDataset **")
        try:
            call(lib.qcdc_dataset_at_revision, self._native, revision, place)
        except OverflowError as refused:
            raise_range(refused)
        return Dataset(ffi.gc(place[0], lib.qcdc_dataset_unref), self._defaults)

    def as_published(self) -> Dataset:
        """The figures as they were first published, each before its corrections."""
        place = ffi.new("QcdcDataset **")
        call(lib.qcdc_dataset_as_published, self._native, place)
        return Dataset(ffi.gc(place[0], lib.qcdc_dataset_unref), self._defaults)

    def merge(self, *others: Dataset) -> Dataset:
        """The figures of this dataset and others of its catalog, whatever their order; style and default unit and period are this one's.

        A figure that several tell alike is one; told differently it is an error, and all of them are in its findings.
        """
        for other in others:
            if not isinstance(other, Dataset):
                raise TypeError(f"what is merged is a Dataset, not a {type(other).__name__}")
        parts = (self, *others)
        native = ffi.new("QcdcDataset *[]", [part._native for part in parts])
        place = ffi.new("QcdcDataset **")
        call_with_findings(lib.qcdc_dataset_merge, native, len(parts), new_sink(), place)
        return Dataset(ffi.gc(place[0], lib.qcdc_dataset_unref), self._defaults)

    def days(self, period: str | Period) -> tuple[datetime.date, datetime.date]:
        """First and last day of a period by the calendar: Catalog.days()."""
        return self.catalog.days(period)

    def deadline(self, period: str | Period, working_days: int) -> datetime.date:
        """So many working days after the last day of a period: Catalog.deadline()."""
        return self.catalog.deadline(period, working_days)

    def tree(self, period: str | Period | None = None, hierarchy: str | None = None) -> UnitTree:
        """The units in force in a period (default: the latest), each under its parent, or its parent in a hierarchy."""
        return self.catalog.tree(self.latest_period if period is None else period, hierarchy)

    @property
    def attributes(self) -> dict[str, list[str]]:
        """The columns of your own (x_…) that rows have: an entry a row, "" where it has none."""
        found: dict[str, list[str]] = {}
        for row in range(len(self)):
            for name, value in _walk(self._native, row):
                found.setdefault(name, [""] * len(self))[row] = value
        return found

    def rollup(self, *, periods: Sequence[str | Period] | None = None, indicators: Sequence[str | Indicator] | None = None,
               hierarchy: str | None = None, missing: str = "partial", threads: int | None = None,
               progress: Progress = None) -> Cube:
        """Adds up the tree and over time.

        ``hierarchy`` is the name of a hierarchy, default that of the column parent. ``periods`` are wanted besides those observed and the quarters, halves and years around them. ``indicators`` are those that
        comparisons and tables show unless they say otherwise. ``missing`` is partial (a sum of what there is, said so), strict (no
        sum), carry (a stock's last figure) or a name of VTL: non_null, non_zero, partial_null, partial_zero, always_null,
        always_zero. ``threads`` is how many, default as many as there are cores; the answer is the same.
        ``progress`` is True for a bar or a callable that takes the part done and may return False to stop. Ctrl-C stops too, and
        leaves the dataset as it was.
        """
        from .cube import Cube
        wanted = [Period(period) for period in ([] if periods is None else list_once(periods))]
        native = ffi.new("QcdcPeriod[]", [period._native[0] for period in wanted])
        name = ffi.NULL if hierarchy is None else ffi.new("char[]", to_bytes(hierarchy, "a hierarchy"))
        options = ffi.new("QcdcRollupOptions *", {
            "size": ffi.sizeof("QcdcRollupOptions"), "missing": to_missing(missing), "hierarchy": name,
            "periods": native, "period_count": len(wanted)})
        try:
            options.threads = threads if threads is not None else os.cpu_count() or 1
        except OverflowError as refused:
            raise_range(refused)
        shown = [self.catalog._indicators[self.catalog._find_indicator(indicator)].code for indicator in list_given(indicators, "indicators")]
        place = ffi.new("QcdcCube **")
        call_watched(lib.qcdc_dataset_rollup, options, progress, self._native, options, place)
        asked = {"periods": [str(period) for period in wanted], "indicators": shown or None, "hierarchy": hierarchy, "missing": missing,
                 "threads": threads}
        return Cube(ffi.gc(place[0], lib.qcdc_cube_unref), self, asked)

    def check(self, *, hierarchy: str | None = None, language: str | None = None,
              progress: Progress = None) -> Findings:
        """What does not fit in the figures: what breaks a built-in rule, or one of rules.csv. With a ``language``, vi or en, the text of a
        finding is for people.
        """
        sink = new_sink()
        call(lib.qcdc_cube_check, self.rollup(hierarchy=hierarchy, progress=progress)._native, sink)
        return read_findings(sink, self.catalog._native, language)

    def to_bundle(self, *, style: StyleLike | None = None, title: str | None = None, default_unit: str | Unit | None = None,
                  default_period: str | Period | None = None) -> Bundle:
        """A bundle of these observations, to be written to a folder. What is not given is as in the bundle they came from."""
        from .bundle import make_bundle
        known = self._defaults
        return make_bundle(self, known.style if style is None else Style(style), known.title if title is None else title,
                           str(default_unit or known.unit or ""), str(default_period or known.period or ""))

    def __len__(self) -> int:
        return int(lib.qcdc_dataset_get_count(self._native))

    def __repr__(self) -> str:
        return (f"<qcdc.Dataset: {len(self)} observations, {self.catalog._tell_counts()}; "
                "next: .rollup(), .check(), .tree()>")

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpack, (self.to_bundle().to_bytes(),)


def _walk(dataset: Any, row: int) -> Iterator[tuple[str, str]]:
    """The attributes of an observation."""
    index = 0
    while (name := lib.qcdc_dataset_get_attribute_name(dataset, row, index)) != ffi.NULL:
        yield text(name), text(lib.qcdc_dataset_get_attribute(dataset, row, name))
        index += 1


def to_missing(word: str) -> int:
    """The QcdcMissing of a word."""
    place = ffi.new("QcdcMissing *")
    call(lib.qcdc_missing_parse, to_bytes(word, "missing"), place)
    return int(place[0])


def _unpack(packed: bytes) -> Dataset:
    from .bundle import Bundle
    return Bundle.from_bytes(packed).dataset
