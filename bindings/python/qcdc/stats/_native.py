# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""How statistics call C: structs of numbers both ways, series, units and periods of a cube. Private."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterable, Mapping, Sequence

from .._native import call, number_of, raise_range, read_text, text
from .._qcdc_stats import ffi, lib
from ..errors import ArgumentError
from ..period import Period
from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..cube import Cube

__all__ = ["Result", "above_zero", "ask", "choose", "ffi", "find_series", "lib", "make", "share_threads", "to_series"]


class Result(Record):
    """A result of statistics: its attributes are numbers by the names of the C struct; NaN, which is no number, is None."""

    __slots__: tuple[str, ...] = ()
    #: the C struct, and what tells it in a line
    _struct = ""
    _explain: Callable[..., int] | None = None
    #: attributes that are words: their numbers in C, by the word
    _words: Mapping[str, Mapping[str, int]] = {}

    @classmethod
    def _from_native(cls, native: Any) -> Any:
        return cls(**{name: cls._read(name, getattr(native, name)) for name in cls.__slots__})

    @classmethod
    def _read(cls, name: str, value: Any) -> Any:
        if name in cls._words:
            return next(word for word, number in cls._words[name].items() if number == value)
        return None if isinstance(value, float) and math.isnan(value) else value

    def _to_native(self) -> Any:
        given = {name: math.nan if value is None else value for name, value in self.to_dict().items()}
        return ffi.new(f"{self._struct} *", given | {name: numbers[getattr(self, name)] for name, numbers in self._words.items()})

    def text(self, language: str = "vi") -> str:
        """One line for people; never part of a report's sentence."""
        return read_text(type(self)._explain, self._to_native(), number_of("QcdcLanguage", language, "language"))  # type: ignore[arg-type]

    def __str__(self) -> str:
        return self.text()


def ask(result: type[Any], function: Callable[..., int], *words: Any) -> Any:
    """What a function puts into a new struct of the result."""
    native = ffi.new(f"{result._struct} *")
    call(function, *words, native)
    return result._from_native(native)


def choose(word: str, numbers: Mapping[str, int], what: str) -> int:
    """The number of a word, or ArgumentError with the words there are."""
    if word not in numbers:
        raise ArgumentError(f'{what} "{word}" is not known; it is one of: {", ".join(numbers)}', value=str(word), hint=", ".join(numbers))
    return numbers[word]


def make(kind: str, given: Any) -> Any:
    """A struct or array for C, or ArgumentError for a number that it cannot hold."""
    try:
        return ffi.new(kind, given)
    except OverflowError as refused:
        raise_range(refused)


def names_of(to_name: Callable[..., Any], end: int) -> dict[str, int]:
    """The numbers of an enumeration by the names that the library gives them."""
    return {text(to_name(number)): number for number in range(end)}


def to_series(values: Iterable[Any]) -> tuple[Any, int]:
    """Doubles for C; None and NaN are no value."""
    given = [math.nan if value is None else float(value) for value in values]
    return ffi.new("double[]", given), len(given)


def to_pair(values: Iterable[Any], others: Iterable[Any] | None, told: str) -> tuple[Any, Any, int]:
    """Doubles for C and as many others beside them, NULL where there are none; ``told`` names both in a refusal."""
    series, count = to_series(values)
    if others is None:
        return series, ffi.NULL, count
    given, number = to_series(others)
    if number != count:
        raise ArgumentError(f"{told} differ in length")
    return series, given, count


def above_zero(number: float, what: str) -> float:
    """A level or threshold as given: 0, which the library takes for its default, is none that anybody writes."""
    if number == 0:
        raise ArgumentError(f"{what} 0 is not above 0", value="0")
    return number


def share_threads(threads: int | None) -> int:
    """How many threads a call on a cube takes: None is as many as the machine has."""
    return min(os.cpu_count() or 1, 64) if threads is None else threads


def find_series(cube: Cube, units: Sequence[Any], indicators: Sequence[Any], first: str | Period, last: str | Period) -> tuple[Any, ...]:
    """Units and indicators of a cube by their ids, an entry a series, with the periods from the first to the last."""
    if len(units) != len(indicators):
        raise ArgumentError("units and indicators differ in length")
    begin, end, catalog = Period(first)._native[0], Period(last)._native[0], cube.dataset.catalog
    found = [catalog._find_unit(unit, end) for unit in units], [catalog._find_indicator(indicator) for indicator in indicators]
    return ffi.new("QcdcUnitId[]", found[0]), ffi.new("QcdcIndicatorId[]", found[1]), len(units), begin, end
