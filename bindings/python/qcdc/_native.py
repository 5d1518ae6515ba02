# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""How Python calls C: texts both ways, fallible calls, names of enumerations. Private."""

from __future__ import annotations

import os
from collections.abc import Callable

from ._qcdc import ffi, lib
from .errors import ArgumentError, FormatError, raise_error

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

__all__ = ["call", "ffi", "lib", "number_of", "owned_text", "read_text", "show_text", "text", "to_bytes", "word_of"]

_words: dict[str, dict[int, str]] = {}


def call(function: Callable[..., int], *arguments: Any) -> None:
    """Calls a function whose last parameter is the error, and raises what it says."""
    error = ffi.new("QcdcError *")
    try:
        status = function(*arguments, error)
    except OverflowError as refused:
        raise_range(refused)
    if status != lib.QCDC_OK:
        raise_error(status, error)


def raise_range(refused: OverflowError) -> NoReturn:
    """Raises the exception of a number that no parameter of C can hold."""
    raise ArgumentError(f"a number is outside its range: {refused}") from refused


def to_bytes(value: object, what: str) -> bytes:
    """UTF-8 for C, which ends a text at the first NUL."""
    if not isinstance(value, str):
        raise TypeError(f"{what} is a str, not {type(value).__name__}")
    fault = "a NUL" if "\0" in value else ""
    try:
        encoded = value.encode("utf-8")
    except UnicodeEncodeError:
        fault = "half a character, a lone surrogate"
    if fault:
        raise FormatError(f"{what} {value!r} holds {fault}", value=show_text(value))
    return encoded


def show_text(value: str) -> str:
    """A text that can be printed, whatever it holds."""
    return value.encode("utf-8", "backslashreplace").decode()


def path_to_bytes(path: str | os.PathLike[str] | bytes) -> bytes:
    """A path in the encoding of the file system."""
    try:
        encoded = os.fsencode(path)
    except UnicodeEncodeError as refused:
        raise FormatError(f"a path {path!r} is not one of this file system: {refused.reason}", value=repr(path)) from refused
    if b"\0" in encoded:
        raise FormatError(f"a path {path!r} holds a NUL", value=repr(path))
    return encoded


def text(pointer: Any) -> str:
    """A text that belongs to C."""
    return str(ffi.string(pointer).decode("utf-8", "replace"))


def owned_text(pointer: Any) -> str:
    """A text that C hands over: copied and given back."""
    try:
        return text(pointer)
    finally:
        lib.qcdc_free(pointer)


def read_text(function: Callable[..., int], *arguments: Any) -> str:
    """The text of a function that fills a buffer and tells how much it needs."""
    length = function(*arguments, ffi.NULL, 0)
    buffer = ffi.new("char[]", length + 1)
    function(*arguments, buffer, length + 1)
    return str(ffi.string(buffer).decode("utf-8", "replace"))


def _list_words(enumeration: str) -> dict[int, str]:
    """number → word: QCDC_PERIOD_TO_DATE is "to-date". DEFAULT and the sentinel END are no words."""
    if enumeration not in _words:
        elements = ffi.typeof(enumeration).elements
        prefix = os.path.commonprefix(list(elements.values())).rpartition("_")[0] + "_"
        names = {number: elements[number][len(prefix):].lower().replace("_", "-") for number in sorted(elements)}
        _words[enumeration] = {number: name for number, name in names.items() if name not in ("default", "end")}
    return _words[enumeration]


def word_of(enumeration: str, number: int) -> str:
    """The word of an enumeration's constant."""
    return _list_words(enumeration)[number]


def number_of(enumeration: str, word: str, what: str) -> int:
    """The constant of a word, or ArgumentError with the words there are."""
    words = _list_words(enumeration)
    for number, known in words.items():
        if known == word:
            return number
    raise ArgumentError(f'{what} "{word}" is not known; it is one of: {", ".join(words.values())}', value=str(word),
                        hint=", ".join(words.values()))
