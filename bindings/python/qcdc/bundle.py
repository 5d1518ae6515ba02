# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Bundles: folders of tables."""

from __future__ import annotations

import functools
import os
from collections.abc import Sequence

from ._native import call, ffi, lib, number_of, owned_text, path_to_bytes, text, to_bytes
from .catalog import Catalog, Indicator, Unit
from .cube import Cube
from .errors import ArgumentError
from .dataset import Dataset, Defaults, to_missing
from .findings import Findings, call_with_findings, new_sink, read_findings
from .period import Period
from .progress import Progress
from .style import Style, StyleLike, make_style

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from typing import Any

__all__ = ["Bundle", "read_bundle"]


def read_bundle(path: str | os.PathLike[str], *, number_format: str | None = None, calendar: str | None = None) -> Bundle:
    """Reads the folder of a bundle, whole or not at all.

    ``number_format``, canonical or vi, overrides what bundle.ini says; so does ``calendar``: a name of calendars.csv, or civil,
    decree-09, inspection-2013. Faults raise FindingsError, which has all of them in
    ``findings``; warnings are in ``bundle.findings``.
    """
    options = ffi.new("QcdcBundleOptions *", {"size": ffi.sizeof("QcdcBundleOptions")})
    if number_format is not None:
        options.number_writing = number_of("QcdcNumberWriting", number_format, "number_format")
    name = ffi.NULL if calendar is None else ffi.new("char[]", to_bytes(calendar, "a calendar"))
    options.calendar = name
    sink, place = new_sink(), ffi.new("QcdcBundle **")
    call_with_findings(lib.qcdc_bundle_read, path_to_bytes(path), options, sink, place)
    return Bundle(ffi.gc(place[0], lib.qcdc_bundle_unref), sink)


def make_bundle(dataset: Dataset, style: Style, title: str, default_unit: str, default_period: str) -> Bundle:
    """A bundle of a dataset that did not come from one."""
    place = ffi.new("QcdcBundle **")
    call(lib.qcdc_bundle_new, dataset._native, style._native, to_bytes(title, "a title"), to_bytes(default_unit, "a unit"),
         to_bytes(default_period, "a period"), place)
    return Bundle(ffi.gc(place[0], lib.qcdc_bundle_unref), new_sink())


class Bundle:
    """Observations with their units, indicators and style, read from a folder. Frozen; any threads."""

    def __init__(self, native: Any, sink: Any) -> None:
        self._native = native
        self._sink = sink

    @functools.cached_property
    def dataset(self) -> Dataset:
        """The observations."""
        native = ffi.gc(lib.qcdc_dataset_ref(lib.qcdc_bundle_get_dataset(self._native)), lib.qcdc_dataset_unref)
        return Dataset(native, Defaults(style=self.style, title=self.title, unit=self.default_unit,
                                        period=self.default_period))

    @property
    def catalog(self) -> Catalog:
        """Units, indicators, plans and groups."""
        return self.dataset.catalog

    @property
    def units(self) -> list[Unit]:
        """All units, in the order of units.csv."""
        return self.catalog.units

    @property
    def indicators(self) -> list[Indicator]:
        """All indicators, in the order of indicators.csv."""
        return self.catalog.indicators

    @functools.cached_property
    def style(self) -> Style:
        """The [style] of bundle.ini."""
        return Style._wrap(lib.qcdc_bundle_get_style(self._native))

    @property
    def title(self) -> str:
        """The title of bundle.ini; "" if none is given."""
        return text(lib.qcdc_bundle_get_title(self._native))

    @property
    def default_unit(self) -> str | None:
        """The unit meant where none is named, if one is."""
        return text(lib.qcdc_bundle_get_default_unit(self._native)) or None

    @property
    def default_period(self) -> str | None:
        """The period meant where none is named, if one is."""
        return text(lib.qcdc_bundle_get_default_period(self._native)) or None

    @property
    def calendar(self) -> str | None:
        """The name of the calendar it was read by, if there is one."""
        return self.catalog.calendar

    def days(self, period: str | Period) -> tuple[datetime.date, datetime.date]:
        """First and last day of a period by the calendar: Catalog.days()."""
        return self.catalog.days(period)

    def deadline(self, period: str | Period, working_days: int) -> datetime.date:
        """So many working days after the last day of a period: Catalog.deadline()."""
        return self.catalog.deadline(period, working_days)

    @property
    def findings(self) -> Findings:
        """What was warned of when it was read."""
        return read_findings(self._sink)

    def rollup(self, *, periods: Sequence[str | Period] | None = None, indicators: Sequence[str | Indicator] | None = None,
               hierarchy: str | None = None, missing: str = "partial", threads: int | None = None,
               progress: Progress = None) -> Cube:
        """Adds up the tree and over time: Dataset.rollup()."""
        return self.dataset.rollup(periods=periods, indicators=indicators, hierarchy=hierarchy, missing=missing, threads=threads,
                                   progress=progress)

    @property
    def tables(self) -> dict[str, str]:
        """The tables in the shape of forms, of tables.csv: code → title, in its order."""
        layouts = [lib.qcdc_bundle_get_layout(self._native, index) for index in range(lib.qcdc_bundle_get_layout_count(self._native))]
        return {text(lib.qcdc_layout_get_text(layout, lib.QCDC_LAYOUT_CODE)): text(lib.qcdc_layout_get_text(layout, lib.QCDC_LAYOUT_TITLE))
                for layout in layouts}

    def table(self, code: str, *, unit: str | Unit | None = None, period: str | Period | None = None, base: str | Period | None = None,
              hierarchy: str | None = None, missing: str = "partial", threads: int | None = None, style: StyleLike | None = None,
              format: str = "text", path: str | os.PathLike[str] | None = None, **keys: str | int) -> str:
        """A table in the shape of a form, as ``qcdc table`` prints it: text, csv, markdown or html; or xlsx, a workbook that goes to the
        file ``path``, whose name is the answer. A library built without workbooks refuses it.

        ``code`` is one of ``tables``. ``unit``, ``period`` and ``base`` go before what the table names; where neither does, it is the
        bundle's default. ``style`` and single keys say the language, the rounding and the decimals of percents.
        """
        if isinstance(unit, Unit):
            at = period if period is not None else self.default_period or self.dataset.latest_period
            unit = self.catalog._name_unit(unit, [Period(str(at))])
        kept = {"unit": unit, "period": None if period is None else str(period), "base": None if base is None else str(base),
                "default_unit": self.default_unit, "default_period": self.default_period}
        native = {name: ffi.NULL if value is None else ffi.new("char[]", to_bytes(value, name)) for name, value in kept.items()}
        chosen = ffi.NULL if base is None else ffi.new("QcdcBaseOption *")
        if base is not None:
            call(lib.qcdc_base_option_parse, native["base"], chosen)
        options = ffi.new("QcdcLayoutOptions *", {"size": ffi.sizeof("QcdcLayoutOptions"), "base": chosen, "unit": native["unit"],
                                                  "period": native["period"], "default_unit": native["default_unit"],
                                                  "default_period": native["default_period"]})
        if (path is None) == (format == "xlsx"):
            raise ArgumentError("a workbook goes to a path, and nothing else does", value=format)
        layout, place = ffi.new("QcdcLayout **"), ffi.new("char **")
        call(lib.qcdc_bundle_find_layout, self._native, to_bytes(code, "code"), layout)
        cube = self.rollup(hierarchy=hierarchy, missing=missing, threads=threads)
        chosen_style = make_style(self.style, style, keys)._native
        if path is not None:
            call(lib.qcdc_cube_layout_to_workbook, cube._native, layout[0], options, chosen_style, path_to_bytes(path))
            return os.fsdecode(path)
        call(lib.qcdc_cube_to_layout, cube._native, layout[0], options, chosen_style,
             number_of("QcdcTableFormat", format, "format"), place)
        return owned_text(place[0])

    def check(self, *, hierarchy: str | None = None, language: str | None = None,
              progress: Progress = None) -> Findings:
        """What does not fit, as ``qcdc check`` tells it: warnings of the reading, figures that contradict one another, and what breaks a
        rule of rules.csv. With a ``language``, vi or en, the text of a finding is for people: names, numbers as written there, and what the
        rule means.
        """
        sink = new_sink()
        call(lib.qcdc_findings_merge, sink, self._sink)
        call(lib.qcdc_cube_check, self.rollup(hierarchy=hierarchy, progress=progress)._native, sink)
        return read_findings(sink, self.dataset.catalog._native, language)

    def fill(self, template: str, *, format: str | None = "text", unit: str | Unit | None = None,
             period: str | Period | None = None, missing: str = "partial", hierarchy: str | None = None,
             threads: int | None = None, source: str = "template") -> str:
        """The template with what places.csv says of each ``{{name}}`` put in; ``{{{{`` writes ``{{``.

        ``format`` is text, markdown or html, or None: by the ending of ``source``. What is put in is escaped for it, the template stays as
        it is. ``unit`` and ``period`` are
        those of places that name none. What is wrong with the template, and a figure that is not there, raise FindingsError, which has
        all of them in ``findings``, under the name ``source``.
        """
        encoded, kept = template.encode("utf-8", "surrogatepass"), []

        def keep(word: object, what: str) -> Any:
            kept.append(ffi.NULL if word is None else ffi.new("char[]", to_bytes(word, what)))
            return kept[-1]

        if isinstance(unit, Unit):
            at = period if period is not None else self.default_period or self.dataset.latest_period
            unit = self.catalog._name_unit(unit, [Period(str(at))])
        options = ffi.new("QcdcFillOptions *", {
            "size": ffi.sizeof("QcdcFillOptions"), "source": keep(source, "a source"), "unit": keep(unit, "a unit"),
            "period": keep(None if period is None else str(period), "a period"), "format": lib.QCDC_TEMPLATE_DEFAULT if format is None else number_of("QcdcTemplateFormat", format, "format"),
            "missing": to_missing(missing), "hierarchy": keep(hierarchy, "a hierarchy"),
            "threads": threads if threads is not None else os.cpu_count() or 1})
        sink, place = new_sink(), ffi.new("char **")
        call_with_findings(lib.qcdc_bundle_fill, self._native, options, encoded, len(encoded), sink, place)
        return owned_text(place[0])

    def write(self, path: str | os.PathLike[str]) -> None:
        """Writes a folder that reads back to the same bundle; DuplicateError where there is a bundle already."""
        call(lib.qcdc_bundle_write, self._native, path_to_bytes(path))

    def to_bytes(self) -> bytes:
        """The packed bundle: the same bytes on every machine."""
        place, length = ffi.new("uint8_t **"), ffi.new("size_t *")
        call(lib.qcdc_bundle_pack, self._native, place, length)
        try:
            return bytes(ffi.buffer(place[0], length[0]))
        finally:
            lib.qcdc_free(place[0])

    @classmethod
    def from_bytes(cls, packed: bytes) -> Bundle:
        """The bundle that to_bytes() packed, checked as strictly as a folder."""
        sink, place, view = new_sink(), ffi.new("QcdcBundle **"), ffi.from_buffer(packed)
        call_with_findings(lib.qcdc_bundle_unpack, view, len(view), ffi.NULL, sink, place)
        return cls(ffi.gc(place[0], lib.qcdc_bundle_unref), sink)

    def __repr__(self) -> str:
        return (f"<qcdc.Bundle {self.title!r}: {len(self.dataset)} observations, {self.catalog._tell_counts()}; "
                "next: .rollup().compare(), .check()>")

    def __reduce__(self) -> tuple[Any, ...]:
        return Bundle.from_bytes, (self.to_bytes(),)
