# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Columns between Python and C: no Python runs once a row. Private.

What looks like a row of Python here is a chain of map(), compress() and their like, which C walks.
"""

from __future__ import annotations

import operator
import sys
from array import array
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import compress, repeat

from ._native import ffi, lib, show_text, to_bytes
from .catalog import Catalog, Indicator, Unit
from .errors import ArgumentError, FormatError
from .period import Period

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SCALARS = (str, int, float, Decimal, Period, Unit, Indicator)

#: the columns whose numbers are numbers; elsewhere 2022 is the text "2022"
_NUMERIC = ("units", "indicators", "values", "field")


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


def _from_texts(entries: Iterable[Any]) -> Column:
    texts = list(map(str, entries))
    joined = "\0".join(texts)
    if texts and joined.count("\0") != len(texts) - 1:
        row = list(map(operator.contains, texts, repeat("\0"))).index(True) + 1
        raise FormatError(f"row {row}: {texts[row - 1]!r} holds a NUL", row=row, value=texts[row - 1])
    try:
        return Column(lib.QCDC_COLUMN_TEXTS, (joined + "\0").encode("utf-8") if texts else b"", len(texts))
    except UnicodeEncodeError as refused:
        row = joined.count("\0", 0, refused.start) + 1
        raise FormatError(f"row {row}: {texts[row - 1]!r} holds half a character, a lone surrogate", row=row,
                          value=show_text(texts[row - 1])) from refused


def is_gap(kind: type) -> bool:
    """Whether entries of this type stand for nothing: None, NA and NaT of pandas, masked of numpy, known by name as neither need be here."""
    return kind is type(None) or kind.__name__ in ("NAType", "NaTType", "MaskedConstant")


def _fill_gaps(entries: Iterable[Any], flags: Iterable[bool], otherwise: Any) -> Iterable[Any]:
    """The entries, and where a flag is up the other thing."""
    return map(operator.getitem, zip(entries, repeat(otherwise)), flags)


def _write_decimals(entries: list[Any], point: str) -> list[Any]:
    """Texts instead of Decimals, without an exponent, and with the point that the builder reads."""
    flags = list(map(isinstance, entries, repeat(Decimal)))
    decimals = map(str.replace, map(format, compress(entries, flags), repeat("f")), repeat("."), repeat(point))
    others = compress(entries, map(operator.not_, flags))
    return list(map(next, map((others, decimals).__getitem__, flags)))


def _from_buffer(values: Any) -> Column | None:
    """Numbers that lie in memory as they are; None if they do not."""
    try:
        view = memoryview(values)
    except (TypeError, ValueError):
        return None
    letter = view.format.lstrip("@=<>!")
    if view.ndim != 1 or isinstance(values, (bytes, bytearray)) or letter == "B" and not hasattr(values, "tolist"):
        raise ArgumentError(f"a column has one dimension and is not bytes; this is a {type(values).__name__} of {view.ndim} dimensions")
    if letter not in tuple("bBhHiIlLqQfd"):
        return None
    is_native = view.c_contiguous and view.format[0] not in (">!" if sys.byteorder == "little" else "<")
    if letter in "fd":
        return _from_doubles(view if is_native and letter == "d" else list_once(values))
    return _from_integers(view if is_native and letter in "lq" and view.itemsize == 8 else list_once(values))


def check_units(entries: list[Any], catalog: Catalog) -> None:
    """Refuses Units of another catalog, and beside codes those that are not the only one that ever had their code."""
    units = list(compress(entries, map(isinstance, entries, repeat(Unit))))
    for unit in dict(zip(map(id, units), units)).values():
        catalog._find_unit(unit)
        if len(units) < len(entries) and unit.code in catalog._shared_codes:
            raise ArgumentError(f'more than one unit has had the code "{unit.code}"; give all rows as Units', value=unit.code,
                                hint="all rows as Units")


def _from_list(entries: list[Any], catalog: Catalog, point: str) -> Column:
    kinds = set(map(type, entries))
    if kinds == {Unit}:
        check_units(entries, catalog)
        return _from_integers(map(operator.attrgetter("index"), entries))
    if Unit in kinds:
        check_units(entries, catalog)
    if kinds == {Period}:
        return _from_texts(map(operator.attrgetter("label"), entries))
    if kinds == {Indicator}:
        return _from_texts(map(operator.attrgetter("code"), entries))
    if kinds == {int}:
        return _from_integers(entries)
    if not kinds.isdisjoint((bytes, bytearray)):
        raise TypeError("a column of bytes is no text; decode them")
    gaps = set(filter(is_gap, kinds))
    floats = {kind for kind in kinds if issubclass(kind, float)}
    if floats and bool not in kinds:
        found = list(compress(entries, map(floats.__contains__, map(type, entries))))
        if kinds == floats | gaps or not all(map(operator.ne, found, found)):
            return _from_floats(entries, gaps)
        gaps |= floats  # nothing but NaN, which stands for nothing
    written = _write_decimals(entries, point) if any(issubclass(kind, Decimal) for kind in kinds) else entries
    return _from_texts(_fill_gaps(written, map(gaps.__contains__, map(type, entries)), "") if gaps else written)


def _from_floats(entries: list[Any], gaps: set[type]) -> Column:
    """Floats, and among them what is the same number as a float."""
    entries = list(_fill_gaps(entries, map(gaps.__contains__, map(type, entries)), float("nan")))
    try:
        numbers = array("d", entries)
    except (TypeError, ValueError, OverflowError) as error:
        raise TypeError("a column with floats holds nothing but numbers and None") from error
    changed = set(map(type, compress(entries, map(operator.ne, numbers, entries))))
    if not all(issubclass(kind, float) for kind in changed):
        raise TypeError("a column holds floats and numbers that no float is; give them all as Decimal or str")
    return _from_doubles(memoryview(numbers))


def to_column(name: str, values: Any, catalog: Catalog, point: str) -> Column:
    """A column of what people have: a list, an array, a buffer, a series, or one entry for all rows.

    ``point`` is what stands before the decimals of a text.
    """
    if getattr(values, "ndim", None) == 0 or hasattr(values, "filled"):
        values = values.tolist()  # of a masked array too: its memory does not say what is masked
    if values is None:
        return _ABSENT
    if isinstance(values, _SCALARS):
        if name == "units" and type(values) is int:
            catalog._check_numbers()
        return _from_scalar(values, name in _NUMERIC, catalog, point)
    if isinstance(values, (set, frozenset, dict)):
        raise TypeError(f"{name}: a column is a sequence, not a {type(values).__name__}")
    if hasattr(values, "to_numpy"):
        values = _to_numpy(values)
    if not hasattr(values, "__iter__") and not hasattr(values, "__getitem__"):
        raise TypeError(f"{name}: a column is a list, an array, a buffer or a series, or one entry, not a {type(values).__name__}")
    column = _from_buffer(values)
    if column is None:
        values = list_once(values)
        column = _from_list(values, catalog, point)
    if name == "units" and column.kind == lib.QCDC_COLUMN_INTEGERS and column.count and not isinstance(values[0], Unit):
        catalog._check_numbers()
    if column.kind == lib.QCDC_COLUMN_INTEGERS and name not in _NUMERIC:
        return _from_texts(column.data)
    if column.kind == lib.QCDC_COLUMN_NUMBERS and name != "values" and all(map(operator.ne, column.data, column.data)):
        return _from_texts(repeat("", len(column.data)))  # a data frame has NaN where there is nothing
    if column.kind == lib.QCDC_COLUMN_NUMBERS and name == "field":
        return _from_whole(column)
    return column


def _from_whole(column: Column) -> Column:
    """Whole numbers that a data frame has as floats, because it has NaN among them; as they are if they are not whole."""
    flags = list(map(operator.eq, column.data, column.data))
    if not all(map(float.is_integer, compress(column.data, flags))):
        return column
    texts = map(str, map(int, compress(column.data, flags)))
    return _from_texts(map(next, map((repeat(""), texts).__getitem__, flags)))


def _to_numpy(values: Any) -> Any:
    try:
        return values.to_numpy()
    except ValueError:  # an array of pyarrow that does not lie in memory as numpy's do
        return values.tolist()


def _from_scalar(value: Any, is_numeric: bool, catalog: Catalog, point: str) -> Column:
    if isinstance(value, Unit):
        return Column(-1, catalog._find_unit(value), None)
    if isinstance(value, float) or (is_numeric and type(value) is int and abs(value) < 2 ** 63):
        return Column(-1, value, None)
    written = f"{value:f}".replace(".", point) if isinstance(value, Decimal) else str(value)
    return Column(lib.QCDC_COLUMN_TEXT, to_bytes(written, "an entry") + b"\0", None)


def check_lengths(counts: dict[str, int]) -> None:
    """Refuses columns of which one has more entries than another."""
    if len(set(counts.values())) > 1:
        told = ", ".join(f"{name} {count}" for name, count in counts.items())
        raise ArgumentError(f"columns differ in length: {told}", value=told)


def count_rows(columns: dict[str, Column]) -> int:
    """How many rows the columns have; all have as many."""
    counts = {name: column.count for name, column in columns.items() if column.count is not None}
    check_lengths(counts)
    return next(iter(counts.values()), 1)


def spread(column: Column, count: int) -> Column:
    """One number for all rows, which C takes as a column only."""
    if column.kind >= 0:
        return column
    if isinstance(column.data, float):
        return _from_doubles(array("d", [column.data]) * count)
    return _from_integers(array("q", [column.data]) * count)


_TYPECODES = {1: "B", 4: "I", 8: "q"}


def to_ids(entries: list[Any], what: str) -> Any:
    """An array of numbers of units or indicators."""
    try:
        return array("I", entries)
    except OverflowError as error:
        raise ArgumentError(f"{what}: a number is outside its range: {error}") from error


def list_once(entries: Any) -> list[Any]:
    """A list of what people have, or of one entry."""
    if isinstance(entries, _SCALARS):
        return [entries]
    if isinstance(entries, list):
        return entries
    return list(entries.tolist() if hasattr(entries, "tolist") else entries)


def list_given(entries: Any, what: str) -> list[Any]:
    """A list of its own of what a call was given; of None, which is nothing given, an empty one.

    What was given and is empty is refused: to the library it would mean all, to who filtered it, nothing.
    """
    if entries is None:
        return []
    given = list(list_once(entries))
    if not given:
        raise ArgumentError(f"{what} has no entries; leave it out for what is meant without it", hint=f"leave {what} out")
    return given


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
