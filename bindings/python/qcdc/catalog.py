# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Reporting units and indicators."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence

from ._html import tree_to_html
from ._native import call, ffi, lib, number_of, owned_text, raise_range, text, to_bytes, word_of
from .errors import ArgumentError, NotFoundError
from .findings import call_with_findings, new_sink
from .period import Period, to_date
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from typing import Any, overload

__all__ = ["Attributes", "Catalog", "Indicator", "ReportingException", "Unit", "UnitTree"]

_NO_ID = 0xFFFFFFFF


class Attributes(Mapping[str, str]):
    """Columns of a row by name, those that hold something. It does not change."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, str]) -> None:
        self._items = {name: value for name, value in items.items() if value}

    def __getitem__(self, name: str) -> str:
        return self._items[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return repr(self._items)


class Unit(Record):
    """A reporting unit, as its last row in units.csv says; what the row leaves empty is None."""

    __slots__ = ("index", "code", "name", "level", "parent", "id", "kind", "groups", "level_name", "text_name", "own_name",
                 "name_en", "valid_from", "valid_to", "attributes")

    #: its number in the catalog, which the columns of bulk calls have
    index: int
    code: str
    name: str
    level: int
    parent: str | None
    id: str | None
    kind: str | None
    groups: tuple[str, ...]
    level_name: str | None
    text_name: str | None
    own_name: str | None
    name_en: str | None
    valid_from: str | None
    valid_to: str | None
    #: what other columns of the row hold: those of your own (x_…), and the parents in other hierarchies (parent.…)
    attributes: Attributes

    def __str__(self) -> str:
        return self.code


class Indicator(Record):
    """An indicator; what its row in indicators.csv leaves empty is None."""

    __slots__ = ("index", "code", "name", "nature", "measure", "decimals", "formula", "part_of", "part_kind", "reporters",
                 "frequency", "name_en", "measure_en", "attributes")

    #: its number in the catalog, which the columns of bulk calls have
    index: int
    code: str
    name: str
    nature: str
    measure: str
    decimals: int
    formula: str | None
    part_of: str | None
    part_kind: str | None
    reporters: str | None
    frequency: str | None
    name_en: str | None
    measure_en: str | None
    #: what the columns of your own (x_…) hold
    attributes: Attributes

    def __str__(self) -> str:
        return self.code


class ReportingException(Record):
    """A row of exceptions.csv: who need not report what; what it leaves empty is None."""

    __slots__ = ("unit", "indicator", "valid_from", "valid_to", "reason")

    #: code or id
    unit: str
    #: code, "*" for all
    indicator: str
    valid_from: str | None
    valid_to: str | None
    reason: str | None


class UnitTree(Sequence[Unit]):
    """Units in pre-order, with their depths: as text an indented list, in a notebook a nested one."""

    def __init__(self, units: Sequence[Unit], depths: Sequence[int]) -> None:
        self._units = tuple(units)
        self.depths = tuple(depths)

    if TYPE_CHECKING:
        @overload
        def __getitem__(self, index: int) -> Unit: ...
        @overload
        def __getitem__(self, index: slice) -> tuple[Unit, ...]: ...

    def __getitem__(self, index: Any) -> Any:
        return self._units[index]

    def __len__(self) -> int:
        return len(self._units)

    def __str__(self) -> str:
        return "\n".join(f"{'  ' * depth}{unit.code}  {unit.name}" for depth, unit in zip(self.depths, self._units))

    def __repr__(self) -> str:
        return f"<qcdc.UnitTree: {len(self)} units; print() shows it>"

    def _repr_html_(self) -> str:
        return tree_to_html((depth, f"{unit.name} ({unit.code})") for depth, unit in zip(self.depths, self._units))


#: a row of units or indicators: the columns of the file by name
Row = Mapping[str, "str | float | None"]


class Catalog:
    """Units, indicators, plans and groups. Frozen; any threads."""

    def __init__(self, native: Any) -> None:
        self._native = native

    @classmethod
    def _share(cls, native: Any) -> Catalog:
        """A catalog that belongs to an object of C, as one more owner."""
        return cls(ffi.gc(lib.qcdc_catalog_ref(native), lib.qcdc_catalog_unref))

    # What is handed out is a list of the caller's own: it may be sorted or cut, and the numbers here stay what they are.

    @property
    def units(self) -> list[Unit]:
        """All units, in the order of units.csv."""
        return list(self._units)

    @property
    def indicators(self) -> list[Indicator]:
        """All indicators, in the order of indicators.csv."""
        return list(self._indicators)

    @functools.cached_property
    def _units(self) -> tuple[Unit, ...]:
        return tuple(self._make_unit(index) for index in range(lib.qcdc_catalog_get_unit_count(self._native)))

    @functools.cached_property
    def _indicators(self) -> tuple[Indicator, ...]:
        return tuple(self._make_indicator(index) for index in range(lib.qcdc_catalog_get_indicator_count(self._native)))

    @property
    def plans(self) -> dict[str, str]:
        """The words of each plan, in their order."""
        return dict(_walk(self._native, lib.qcdc_catalog_get_plan_name, lib.qcdc_catalog_get_plan_words))

    @property
    def partitions(self) -> dict[str, str]:
        """With which words a list of the parts of each partition opens, in their order."""
        return dict(_walk(self._native, lib.qcdc_catalog_get_partition_name, lib.qcdc_catalog_get_partition_words))

    @property
    def groups(self) -> dict[str, str]:
        """The words of each group of units, in their order."""
        return dict(_walk(self._native, lib.qcdc_catalog_get_group_name, lib.qcdc_catalog_get_group_words))

    @property
    def exceptions(self) -> list[ReportingException]:
        """Who need not report what, in the order of exceptions.csv."""
        count = lib.qcdc_catalog_get_exception_count(self._native)
        return [ReportingException(**{name: text(lib.qcdc_catalog_get_exception_text(self._native, index, field)) or None
                                      for name, field in _EXCEPTION_FIELDS.items()}) for index in range(count)]

    @property
    def rules(self) -> list[dict[str, str]]:
        """The rows of rules.csv in their order, what is empty left out."""
        texts = [{name: text(lib.qcdc_catalog_get_rule_text(self._native, index, field)) for name, field in _RULE_FIELDS.items()}
                 for index in range(lib.qcdc_catalog_get_rule_count(self._native))]
        return [{name: value for name, value in row.items() if value} for row in texts]

    @property
    def calendar(self) -> str | None:
        """The name of the calendar by which labels become days, if there is one."""
        native = lib.qcdc_catalog_get_calendar(self._native)
        return text(native.name) if native != ffi.NULL else None

    def days(self, period: str | Period) -> tuple[datetime.date, datetime.date]:
        """First and last day of a period by the calendar; the last is its cut-off day. RefusedError where it has no days for the
        label, and without a calendar."""
        first, last = ffi.new("int32_t *"), ffi.new("int32_t *")
        call(lib.qcdc_catalog_get_days, self._native, Period(period)._native[0], first, last)
        return to_date(first[0]), to_date(last[0])

    def deadline(self, period: str | Period, working_days: int) -> datetime.date:
        """So many working days after the last day of a period, by the calendar and the holidays; 0 is the last day itself.
        RefusedError where no holiday of a year that is touched is known."""
        day = ffi.new("int32_t *")
        call(lib.qcdc_catalog_get_deadline, self._native, Period(period)._native[0], working_days, day)
        return to_date(day[0])

    def find_period(self, day: datetime.date | str, kind: str) -> Period:
        """The month, quarter, half, nine-months or year that holds a day, by the calendar; by civil days without one."""
        written = day if isinstance(day, str) else day.isoformat()[:10]
        number, native, encoded = ffi.new("int32_t *"), ffi.new("QcdcPeriod *"), to_bytes(written, "a day")
        call(lib.qcdc_day_parse, encoded, len(encoded), number)
        call(lib.qcdc_calendar_find_period, lib.qcdc_catalog_get_calendar(self._native), number[0],
             number_of("QcdcCalendarKind", kind, "kind"), native)
        return Period._wrap(native[0])

    def calendar_table(self, periods: Sequence[str | Period], *, working_days: int | None = None, format: str = "text",
                       language: str = "vi") -> str:
        """Days and deadlines as ``qcdc calendar`` prints them: text, csv, json, markdown or html."""
        given = [Period(period) for period in ([periods] if isinstance(periods, (str, Period)) else periods)]
        native = ffi.new("QcdcPeriod[]", [period._native[0] for period in given])
        try:
            days = ffi.NULL if working_days is None else ffi.new("uint32_t *", working_days)
        except OverflowError as refused:
            raise_range(refused)
        place = ffi.new("char **")
        call(lib.qcdc_catalog_days_to_table, self._native, native, len(given), days, number_of("QcdcLanguage", language, "language"),
             number_of("QcdcTableFormat", format, "format"), place)
        return owned_text(place[0])

    @property
    def grouping(self) -> str:
        """What the groups are to one another: overlap or partition."""
        return text(lib.qcdc_grouping_to_name(lib.qcdc_catalog_get_grouping(self._native)))

    @property
    def hierarchies(self) -> list[str]:
        """The names of the hierarchies beside that of the column parent."""
        return list(_list_names(self._native, lib.qcdc_catalog_get_hierarchy_name))

    def tree(self, period: str | Period, hierarchy: str | None = None) -> UnitTree:
        """The units in force in a period, each under its parent, or its parent in a hierarchy."""
        native, count = Period(period)._native[0], ffi.new("size_t *")
        name = ffi.NULL if hierarchy is None else ffi.new("char[]", to_bytes(hierarchy, "a hierarchy"))
        call(lib.qcdc_catalog_read_hierarchy, self._native, name, native, ffi.NULL, ffi.NULL, 0, count)
        units, parents = ffi.new("QcdcUnitId[]", count[0]), ffi.new("QcdcUnitId[]", count[0])
        call(lib.qcdc_catalog_read_hierarchy, self._native, name, native, units, parents, count[0], count)
        depths: dict[int, int] = {_NO_ID: -1}
        for unit, parent in zip(units, parents):
            depths[unit] = depths[parent] + 1
        return UnitTree([self._units[unit] for unit in units], [depths[unit] for unit in units])

    def _find_unit(self, unit: str | Unit, period: Any = None) -> int:
        """The number of a unit; its code is looked up in the period, a QcdcPeriod."""
        if isinstance(unit, Unit):
            if not 0 <= unit.index < len(self._units) or self._units[unit.index].code != unit.code:
                raise NotFoundError(f'unit "{unit.code}" is of another catalog', value=unit.code)
            return unit.index
        place = ffi.new("QcdcUnitId *")
        at = ffi.new("QcdcPeriod *")[0] if period is None else period
        call(lib.qcdc_catalog_find_unit, self._native, to_bytes(unit, "a unit"), at, place)
        return int(place[0])

    @functools.cached_property
    def _doubtful_code(self) -> str | None:
        """A code or id that is a number, and the number of another unit."""
        for code in (code for unit in self._units for code in (unit.code, unit.id)):
            is_number = code and code.isascii() and code.isdigit() and len(code) < 10
            if code and is_number and int(code) < len(self._units) and code not in (self._units[int(code)].code, self._units[int(code)].id):
                return code
        return None

    @functools.cached_property
    def _shared_codes(self) -> frozenset[str]:
        """The codes that more than one unit has had."""
        last = {unit.code: unit for unit in self._units}
        return frozenset(unit.code for unit in self._units if last[unit.code] is not unit)

    def _name_unit(self, unit: Unit, periods: Sequence[Period]) -> str:
        """What a Unit is called in a text for C, which has this unit and no other by it in each period."""
        number, name = self._find_unit(unit), unit.id or unit.code
        for period in periods:
            if self._find_unit(name, period._native[0]) != number:
                raise NotFoundError(f'unit "{unit.code}" ({unit.name}) is not in force in {period}, when another unit has its code',
                                    value=unit.code)
        return name

    def _check_numbers(self) -> None:
        """Refuses numbers as units where 24 might be meant for the code "24"."""
        if self._doubtful_code is not None:
            raise ArgumentError(f'units: a number counts the units of the catalog from 0, but "{self._doubtful_code}" is a code here; '
                                "give codes as text, or Units", value=self._doubtful_code, hint="codes as text, or Units")

    def _find_indicator(self, indicator: str | Indicator) -> int:
        place = ffi.new("QcdcIndicatorId *")
        call(lib.qcdc_catalog_find_indicator, self._native, to_bytes(str(indicator), "an indicator"), place)
        return int(place[0])

    @functools.cached_property
    def _attribute_names(self) -> tuple[list[str], list[str]]:
        """Of units, of indicators."""
        units, indicators = lib.qcdc_catalog_get_unit_attribute_name, lib.qcdc_catalog_get_indicator_attribute_name
        return list(_list_names(self._native, units)), list(_list_names(self._native, indicators))

    def _make_unit(self, index: int) -> Unit:
        none = ffi.new("QcdcPeriod *")[0]

        def read(field: str) -> str:
            return text(lib.qcdc_catalog_get_unit_text(self._native, index, none, _UNIT_FIELDS[field]))

        attributes = {name: text(lib.qcdc_catalog_get_unit_attribute(self._native, index, none, name.encode()))
                      for name in self._attribute_names[0]}
        for number, name in enumerate(self.hierarchies):
            attributes[f"parent.{name}"] = text(lib.qcdc_catalog_get_unit_parent(self._native, index, none, number))
        groups = read("groups")
        optional = ("parent", "id", "kind", "level_name", "text_name", "own_name", "valid_from", "valid_to",
                    "name_en")
        return Unit(index=index, code=read("code"), name=read("name"), level=int(read("level")), attributes=Attributes(attributes),
                    groups=tuple(groups.split("|")) if groups else (), **{field: read(field) or None for field in optional})

    def _make_indicator(self, index: int) -> Indicator:
        def read(field: str) -> str:
            return text(lib.qcdc_catalog_get_indicator_text(self._native, index, _INDICATOR_FIELDS[field]))

        attributes = {name: text(lib.qcdc_catalog_get_indicator_attribute(self._native, index, name.encode()))
                      for name in self._attribute_names[1]}
        optional = ("formula", "part_of", "part_kind", "reporters", "frequency", "name_en", "measure_en")
        return Indicator(index=index, code=read("code"), name=read("name"), measure=read("measure"), attributes=Attributes(attributes),
                         nature=word_of("QcdcNature", lib.qcdc_catalog_get_indicator_nature(self._native, index)),
                         decimals=lib.qcdc_catalog_get_indicator_decimals(self._native, index),
                         **{field: read(field) or None for field in optional})

    def _tell_counts(self) -> str:
        """For reprs; makes no Unit to count them."""
        return (f"{lib.qcdc_catalog_get_unit_count(self._native)} units, "
                f"{lib.qcdc_catalog_get_indicator_count(self._native)} indicators")

    def __reduce__(self) -> tuple[Any, ...]:
        from .dataset import DatasetBuilder
        return _unpack, (DatasetBuilder(catalog=self).freeze().to_bundle().to_bytes(),)

    def __repr__(self) -> str:
        return (f"<qcdc.Catalog: {self._tell_counts()}; "
                ".units, .indicators, .tree(period) show them>")


def _unpack(packed: bytes) -> Catalog:
    from .bundle import Bundle
    return Bundle.from_bytes(packed).catalog


def _list_names(catalog: Any, get_name: Callable[..., Any]) -> Iterator[str]:
    index = 0
    while (name := get_name(catalog, index)) != ffi.NULL:
        yield text(name)
        index += 1


def _walk(catalog: Any, get_name: Callable[..., Any], get_words: Callable[..., Any]) -> Iterator[tuple[str, str]]:
    index = 0
    while (name := get_name(catalog, index)) != ffi.NULL:
        yield text(name), text(get_words(catalog, index))
        index += 1


def _list_fields(enumeration: str, to_name: Callable[[int], Any]) -> dict[str, int]:
    """name of the column → field"""
    return {text(name): field for field in sorted(ffi.typeof(enumeration).elements) if (name := to_name(field)) != ffi.NULL}


_UNIT_FIELDS = _list_fields("QcdcUnitField", lib.qcdc_unit_field_to_name)
_INDICATOR_FIELDS = _list_fields("QcdcIndicatorField", lib.qcdc_indicator_field_to_name)
_EXCEPTION_FIELDS = _list_fields("QcdcExceptionField", lib.qcdc_exception_field_to_name)
_RULE_FIELDS = _list_fields("QcdcRuleField", lib.qcdc_rule_field_to_name)
_CALENDAR_FIELDS = _list_fields("QcdcCalendarField", lib.qcdc_calendar_field_to_name)
_HOLIDAY_FIELDS = _list_fields("QcdcHolidayField", lib.qcdc_holiday_field_to_name)


def _write(value: Any, what: str) -> str:
    """A field of a row; a data frame has NaN where there is nothing, and 1.0 beside it for 1."""
    from .columns import is_gap
    if is_gap(type(value)) or value != value:
        return ""
    if what == "groups" and isinstance(value, (list, tuple)):
        return "|".join(map(str, value))
    if isinstance(value, (bytes, bytearray, list, tuple, set, frozenset, Mapping)):
        raise TypeError(f"{what} is a text or a number, not a {type(value).__name__}")
    if hasattr(value, "item"):  # of numpy
        value = value.item()
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value)


class _RecordMaker:
    """Makes QcdcRecords of the rows of a table and keeps their texts alive."""

    def __init__(self, noun: str, fields: Mapping[str, int], hierarchies: Sequence[str] = ()) -> None:
        self._noun = noun
        self._fields = dict(fields)
        for name in hierarchies:  # their parents follow the fields
            self._fields[f"parent.{name}"] = len(self._fields)

    def make(self, row: Row, number: int) -> tuple[Any, list[Any]]:
        kept: list[Any] = []

        def keep(value: Any, what: str) -> Any:
            kept.append(ffi.new("char[]", to_bytes(_write(value, what), what)))
            return kept[-1]

        values = ffi.new("char *[]", len(self._fields))
        names, attributes = [], []
        if not isinstance(row, Mapping):
            raise TypeError(f"row {number} of {self._noun} is a mapping of columns, not a {type(row).__name__}")
        for name, value in row.items():
            if name in self._fields:
                values[self._fields[name]] = keep(value, name)
            elif isinstance(name, str) and name.startswith("x_"):
                names.append(keep(name, "a column"))
                attributes.append(keep(value, name))
            else:
                raise ArgumentError(f'"{name}" is not a column of {self._noun}; columns are: {", ".join(self._fields)}, and x_…',
                                    row=number, value=str(name), hint=", ".join(self._fields))
        names_place, attributes_place = ffi.new("char *[]", names), ffi.new("char *[]", attributes)
        source = ffi.new("char[]", self._noun.encode())
        record = ffi.new("QcdcRecord *", {"values": values, "value_count": len(self._fields), "attribute_names": names_place,
                                          "attribute_values": attributes_place, "attribute_count": len(names),
                                          "source": source, "row": number})
        return record, [kept, values, names_place, attributes_place, source]


def to_rows(table: Any) -> list[Row]:
    """Rows of what people have: mappings, a mapping of columns, a data frame, or units and indicators themselves."""
    if hasattr(table, "to_pydict"):  # of pyarrow
        table = table.to_pydict()
    elif hasattr(table, "get_columns"):  # of polars
        table = table.to_dict(as_series=False)
    elif hasattr(table, "to_dict") and hasattr(table, "columns"):
        table = table.to_dict("list")
    if isinstance(table, Mapping):
        return _to_rows_of_columns(table)
    return [_to_row(row) if isinstance(row, Record) else row for row in table]


def _to_rows_of_columns(table: Mapping[str, Any]) -> list[Row]:
    """The rows of columns; one entry stands for all rows."""
    from .columns import check_lengths, list_once
    columns = {name: list_once(values) for name, values in table.items() if hasattr(values, "__iter__") and not isinstance(values, str)}
    check_lengths({name: len(values) for name, values in columns.items()})
    count = len(next(iter(columns.values()), " " * bool(table)))
    spread = [columns[name] if name in columns else [value] * count for name, value in table.items()]
    return [dict(zip(table, values)) for values in zip(*spread)]


def _to_row(row: Record) -> Row:
    members = {name: value for name, value in row.to_dict().items() if name != "index"}
    if "groups" in members:
        members["groups"] = "|".join(members["groups"])
    members.update(members.pop("attributes", {}))
    return members


def check_catalog(catalog: Catalog, given: Sequence[Any]) -> Catalog:
    """The catalog of a builder, which is given instead of what makes one."""
    if not isinstance(catalog, Catalog):
        raise TypeError(f"catalog is a Catalog, dataset.catalog, not a {type(catalog).__name__}")
    if any(part is not None for part in given):
        raise ArgumentError("a catalog has units, indicators, plans, groups and a calendar; give it or give them")
    return catalog


def _list_words(noun: str, words: Mapping[str, str] | None) -> Iterator[tuple[bytes, bytes]]:
    if not isinstance(words, (Mapping, type(None))):
        raise TypeError(f"{noun}s are a mapping of names to words, not a {type(words).__name__}")
    for name, written in (words or {}).items():
        yield to_bytes(name, f"a {noun}"), to_bytes(written, f"a {noun}'s words")


def _list_holidays(holidays: Any) -> Any:
    """Dates alone are rows too."""
    if hasattr(holidays, "columns") or hasattr(holidays, "to_pydict") or isinstance(holidays, Mapping):
        return holidays
    return [row if isinstance(row, (Mapping, Record)) else {"date": row} for row in holidays]


def _list_hierarchies(rows: Sequence[Row]) -> list[str]:
    """The names of columns parent.NAME, in the order in which rows first have them."""
    columns = dict.fromkeys(name for row in rows if isinstance(row, Mapping) for name in row if isinstance(name, str))
    return [name[len("parent."):] for name in columns if name.startswith("parent.")]


def build_catalog(units: Any, indicators: Any, plans: Mapping[str, str] | None, groups: Mapping[str, str] | None,
                  exceptions: Any = None, calendar: str | None = None, calendars: Any = None, holidays: Any = None,
                  grouping: str | None = None, rules: Any = None, partitions: Mapping[str, str] | None = None) -> Catalog:
    """A catalog of rows; all faults of all rows are in the findings of the exception."""
    place = ffi.new("QcdcCatalogBuilder **")
    call(lib.qcdc_catalog_builder_new, place)
    builder = ffi.gc(place[0], lib.qcdc_catalog_builder_free)
    sink = new_sink()
    for name, words in _list_words("plan", plans):
        call(lib.qcdc_catalog_builder_add_plan, builder, name, words)
    for name, words in _list_words("partition", partitions):
        call(lib.qcdc_catalog_builder_add_partition, builder, name, words)
    for name, words in _list_words("group", groups):
        call(lib.qcdc_catalog_builder_add_group, builder, name, words)
    if grouping is not None:
        place = ffi.new("QcdcGrouping *")
        call(lib.qcdc_grouping_parse, to_bytes(grouping, "a grouping"), place)
        call(lib.qcdc_catalog_builder_set_grouping, builder, place[0])
    unit_rows = to_rows(() if units is None else units)
    hierarchies = _list_hierarchies(unit_rows)
    for hierarchy in hierarchies:
        call(lib.qcdc_catalog_builder_add_hierarchy, builder, to_bytes(hierarchy, "a hierarchy"))
    for noun, fields, table, add in (("units", _UNIT_FIELDS, unit_rows, lib.qcdc_catalog_builder_add_unit),
                                     ("indicators", _INDICATOR_FIELDS, indicators, lib.qcdc_catalog_builder_add_indicator),
                                     ("exceptions", _EXCEPTION_FIELDS, exceptions, lib.qcdc_catalog_builder_add_exception),
                                     ("rules", _RULE_FIELDS, rules, lib.qcdc_catalog_builder_add_rule),
                                     ("calendars", _CALENDAR_FIELDS, calendars, lib.qcdc_catalog_builder_add_calendar_row),
                                     ("holidays", _HOLIDAY_FIELDS, None if holidays is None else _list_holidays(holidays),
                                      lib.qcdc_catalog_builder_add_holiday)):
        maker = _RecordMaker(noun, fields, hierarchies if noun == "units" else ())
        for number, row in enumerate(to_rows(() if table is None else table), start=1):
            record, kept = maker.make(row, number)
            call(add, builder, record, sink)
            del kept
    if calendar is not None:
        call(lib.qcdc_catalog_builder_set_calendar, builder, to_bytes(calendar, "a calendar"))
    catalog = ffi.new("QcdcCatalog **")
    call_with_findings(lib.qcdc_catalog_builder_freeze, builder, sink, catalog)
    return Catalog(ffi.gc(catalog[0], lib.qcdc_catalog_unref))
