# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Words for bare numbers."""

from __future__ import annotations

from decimal import Decimal

from ._native import call, ffi, lib, number_of, read_text, text, to_bytes
from .cube import to_decimal
from .errors import FormatError
from .period import Period
from .style import Style, StyleLike, make_style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["format_number", "parse_number", "phrase"]


def _to_native(number: Decimal | int | str) -> Any:
    """The QcdcDecimal of an exact number; a float is none."""
    if isinstance(number, (bool, float)) or not (isinstance(number, (Decimal, str)) or hasattr(number, "__index__")):
        raise TypeError(f"{number!r} is not exact; give a Decimal, an int or a str")
    encoded = to_bytes(f"{number:f}" if isinstance(number, Decimal) else str(number), "a number")
    place = ffi.new("QcdcDecimal *")
    call(lib.qcdc_decimal_parse, encoded, len(encoded), place)
    return place[0]


def phrase(current: Decimal | int | str, base: Decimal | int | str, measure: str, period: str | Period | None = None, *,
           style: StyleLike | None = None, **keys: str | int) -> str:
    """The words for one change against the same period last year: ``phrase(174, 132, "đơn")`` is
    "tăng 42 đơn so với cùng kỳ năm trước". A change of "%" is told in points, of "bậc" in places."""
    at = Period(period)._native[0] if period is not None else ffi.new("QcdcPeriod *")[0]
    written = ffi.new("QcdcPhraseText *")
    arguments = (_to_native(current), _to_native(base), to_bytes(measure, "a measure"), at, make_style(Style(), style, keys)._native)
    call(lib.qcdc_phrase_write_numbers, *arguments, written)
    buffer = ffi.new("char[]", written.length + 1)
    written.buffer, written.size = buffer, written.length + 1
    call(lib.qcdc_phrase_write_numbers, *arguments, written)
    return text(buffer)


def format_number(number: Decimal | int | str, language: str = "vi", *, pad: bool = False, percent: bool = False) -> str:
    """A number as a report prints it: 7.570; 84,7%; with ``pad`` 02."""
    form = ffi.new("QcdcNumberFormat *", {"language": number_of("QcdcLanguage", language, "language"), "pad": pad, "percent": percent})
    return read_text(lib.qcdc_number_to_text, _to_native(number), form)


def parse_number(words: str, language: str = "vi") -> Decimal:
    """The number of a text that is nothing else, as reports print it: "7.570", "84,7%" (not divided), "1,5 tỷ"."""
    encoded = to_bytes(words, "a number")
    reading = ffi.new("QcdcNumberReading *")
    call(lib.qcdc_number_parse, encoded, len(encoded), number_of("QcdcLanguage", language, "language"), reading)
    if reading.length != len(encoded):
        rest = encoded[reading.length:].decode("utf-8", "replace")
        raise FormatError(f'"{words}" goes on after a number: "{rest}"', value=rest)
    return to_decimal(reading.value)
