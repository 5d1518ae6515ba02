# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Columns between Python and C: no Python runs once a row. Private."""

from __future__ import annotations

import operator
from array import array
from decimal import Decimal
from itertools import compress, repeat
from collections.abc import Callable

from ._native import ffi, lib
from .catalog import Indicator, Unit
from .errors import ArgumentError
from .period import Period
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_SCALARS = (str, int, float, Decimal, Period, Unit, Indicator)


class Column:
    """A column as C takes it, and the memory it lies in. ``count`` is None of one entry for all rows."""

    def __init__(self, kind: int, data: Any, count: int | None) -> None:
        self.kind = kind
        self.data = data
        self.count = count

    def fill(self, place: Any) -> None:
        """Writes it into a QcdcColumn."""
        place.kind = self.kind
        if self.kind != lib.QCDC_COLUMN_ABSENT:
            view = ffi.from_buffer(self.data)
            place.data, place.length = view, len(view)


_ABSENT = Column(lib.QCDC_COLUMN_ABSENT, b"", None)


def _from_integers(entries: Any) -> Column:
    try:
        numbers = entries if isinstance(entries, memoryview) else array("q", entries)
    except OverflowError:  # as texts they come back as an error that names the row
        return _from_texts(entries)
    return Column(lib.QCDC_COLUMN_INTEGERS, numbers, len(numbers))


def _from_doubles(entries: Any) -> Column:
    numbers = entries if isinstance(entries, memoryview) else array("d", entries)
    return Column(lib.QCDC_COLUMN_NUMBERS, numbers, len(numbers))


def _from_texts(entries: list[Any]) -> Column:
    joined = "\0".join(map(str, entries))
    # Decimal("1E+3") is a number that str() writes with an exponent
    if "E" in joined and Decimal in set(map(type, entries)):
        joined = "\0".join(f"{entry:f}" if isinstance(entry, Decimal) else str(entry) for entry in entries)
    data = (joined + "\0").encode("utf-8") if entries else b""
    return Column(lib.QCDC_COLUMN_TEXTS, data, len(entries))


def _replace_nones(entries: list[Any], otherwise: Any) -> list[Any]:
    replaced = list(entries)
    for index in compress(range(len(entries)), map(operator.is_, entries, repeat(None))):
        replaced[index] = otherwise
    return replaced


def _from_buffer(values: Any) -> Column | None:
    """Numbers that lie in memory as they are; None if they do not."""
    try:
        view = memoryview(values)
    except (TypeError, ValueError):
        return None
    letter = view.format.lstrip("@=<>!")
    if view.ndim != 1 or isinstance(values, (bytes, bytearray)):
        raise ArgumentError(f"a column has one dimension and numbers, not {type(values).__name__} of {view.ndim}")
    if letter not in "bBhHiIlLqQfd":
        return None
    is_native = view.c_contiguous and view.format[0] not in "<>!"
    if letter in "fd":
        return _from_doubles(view if is_native and letter == "d" else values.tolist())
    return _from_integers(view if is_native and letter in "lq" and view.itemsize == 8 else values.tolist())


def _from_list(entries: list[Any]) -> Column:
    kinds = set(map(type, entries))
    if kinds == {Unit}:
        return _from_integers(map(operator.attrgetter("index"), entries))
    if kinds == {int}:
        return _from_integers(entries)
    has_nones = type(None) in kinds
    kinds.discard(type(None))
    if any(issubclass(kind, float) for kind in kinds):
        return _from_floats(_replace_nones(entries, float("nan")) if has_nones else entries, kinds)
    return _from_texts(_replace_nones(entries, "") if has_nones else entries)


def _from_floats(entries: list[Any], kinds: set[type]) -> Column:
    """Floats, and among them what is the same number as a float."""
    try:
        numbers = array("d", entries)
    except (TypeError, ValueError, OverflowError) as error:
        raise TypeError("a column with floats holds nothing but numbers and None") from error
    is_mixed = not all(issubclass(kind, float) for kind in kinds)
    if is_mixed and any(number != entry and entry == entry for number, entry in zip(numbers, entries)):
        raise TypeError("a column holds floats and numbers that no float is; give them all as Decimal or str")
    return _from_doubles(memoryview(numbers))


def to_column(values: Any) -> Column:
    """A column of what people have: a list, an array, a buffer, a series, or one entry for all rows."""
    if values is None:
        return _ABSENT
    if isinstance(values, _SCALARS):
        return _from_scalar(values)
    if hasattr(values, "to_numpy"):
        values = values.to_numpy()
    return _from_buffer(values) or _from_list(values.tolist() if hasattr(values, "tolist") else list(values))


def _from_scalar(value: Any) -> Column:
    if isinstance(value, (bool, float, Unit)):
        return Column(-1, value, None)
    return Column(lib.QCDC_COLUMN_TEXT, (f"{value:f}" if isinstance(value, Decimal) else str(value)).encode("utf-8") + b"\0", None)


def count_rows(columns: dict[str, Column]) -> int:
    """How many rows the columns have; all have as many."""
    counts = {name: column.count for name, column in columns.items() if column.count is not None}
    if len(set(counts.values())) > 1:
        told = ", ".join(f"{name} {count}" for name, count in counts.items())
        raise ArgumentError(f"columns differ in length: {told}", value=told)
    return next(iter(counts.values()), 1)


def spread(column: Column, count: int) -> Column:
    """One unit or float for all rows, which C takes as a column only."""
    if column.kind >= 0:
        return column
    if isinstance(column.data, Unit):
        return _from_integers(array("q", [column.data.index]) * count)
    return _from_doubles(array("d", [column.data]) * count)


_TYPECODES = {1: "B", 4: "I", 8: "q"}


def _make_arrays() -> Callable[[str, int], Any]:
    """What makes an array of a type code: of numpy where it is, else of the standard library."""
    try:
        import numpy
    except ImportError:
        return lambda typecode, count: array(typecode, bytes(array(typecode).itemsize * count))
    return lambda typecode, count: numpy.zeros(count, dtype=typecode)


def new_arrays(structure: str, count: int, wanted: list[str]) -> tuple[Any, dict[str, Any]]:
    """A struct of columns whose wanted pointers lead to new arrays of ``count`` entries; and the arrays by name."""
    columns = ffi.new(f"{structure} *", {"size": ffi.sizeof(structure)})
    members = dict(ffi.typeof(structure).fields)
    make = _make_arrays()
    arrays = {}
    for name in wanted:
        entry = members[name].type
        arrays[name] = make(_TYPECODES[ffi.sizeof(entry.item)], count)
        setattr(columns, name, ffi.cast(entry, ffi.from_buffer(arrays[name])) if count else ffi.NULL)
    return columns, arrays
