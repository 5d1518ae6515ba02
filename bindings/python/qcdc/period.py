# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Periods of the reporting calendar."""

from __future__ import annotations

from ._native import call, ffi, lib, number_of, read_text, to_bytes, word_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from typing import Any

__all__ = ["Period", "to_date"]


def to_date(day: int) -> datetime.date:
    """The date of a day of C."""
    import datetime
    return datetime.date.fromisoformat(read_text(lib.qcdc_day_to_text, day))


class Period:
    """A period: month 2022-09, quarter 2022-Q3, half 2022-S1, first months 2022-01/P10M, year 2022, years 2016/P5Y,
    days 2019-06-01/2020-05-25.

    A whole number is a year: ``Period(2022)``. Periods are values: equal labels are equal, they can be sorted (by first day, last day, the finer first), and hashed.
    """

    __slots__ = ("_native", "label")

    #: the label, as the library writes it
    label: str
    _native: Any

    def __init__(self, label: str | Period | int) -> None:
        native = ffi.new("QcdcPeriod *")
        if isinstance(label, Period):
            native[0] = label._native[0]
        else:
            is_year = isinstance(label, int) and not isinstance(label, bool)
            encoded = to_bytes(str(label) if is_year else label, "a period")
            call(lib.qcdc_period_parse, encoded, len(encoded), native)
        self._keep(native)

    def _keep(self, native: Any) -> None:
        object.__setattr__(self, "_native", native)
        object.__setattr__(self, "label", read_text(lib.qcdc_period_to_text, native[0]))

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("a Period does not change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("a Period does not change")

    @classmethod
    def _wrap(cls, native: Any) -> Period:
        """A Period of a QcdcPeriod, which is copied."""
        period = cls.__new__(cls)
        period._keep(ffi.new("QcdcPeriod *", native))
        return period

    @classmethod
    def from_name(cls, name: str, language: str = "vi") -> Period:
        """The period of a name as reports write it: "quý III năm 2022", "9 tháng đầu năm 2022"."""
        encoded = to_bytes(name, "a period's name")
        native, length = ffi.new("QcdcPeriod *"), ffi.new("size_t *")
        call(lib.qcdc_period_name_parse, encoded, len(encoded), number_of("QcdcLanguage", language, "language"), native, length)
        if length[0] != len(encoded):
            from .errors import FormatError
            rest = encoded[length[0]:].decode("utf-8", "replace")
            raise FormatError(f'"{name}" goes on after a period: "{rest}"', value=rest)
        return cls._wrap(native[0])

    @property
    def kind(self) -> str:
        """month, quarter, half, to-date, year, span or days."""
        return word_of("QcdcPeriodKind", self._native.kind)

    @property
    def start(self) -> datetime.date:
        """The first civil day."""
        return self._days()[0]

    @property
    def end(self) -> datetime.date:
        """The last civil day, which is inside."""
        return self._days()[1]

    def _days(self) -> list[datetime.date]:
        ends = ffi.new("int32_t[2]")
        call(lib.qcdc_calendar_get_days, ffi.NULL, self._native[0], ends, ends + 1)
        return [to_date(day) for day in ends]

    def name(self, language: str = "vi") -> str:
        """The name inside a sentence: "quý III năm 2022", "Q3 2022"."""
        return read_text(lib.qcdc_period_to_name, self._native[0], number_of("QcdcLanguage", language, "language"))

    def previous(self) -> Period:
        """The period one step back."""
        return self._step(lib.qcdc_period_previous)

    def same_last_year(self) -> Period:
        """The same period of the year before: cùng kỳ năm trước."""
        return self._step(lib.qcdc_period_same_last_year)

    def _step(self, function: Any) -> Period:
        native = ffi.new("QcdcPeriod *")
        call(function, self._native[0], native)
        return Period._wrap(native[0])

    def contains(self, other: str | Period) -> bool:
        """Whether every day of the other is one of this."""
        return lib.qcdc_period_contains(self._native[0], Period(other)._native[0])

    def overlaps(self, other: str | Period) -> bool:
        """Whether they have a day in common."""
        return lib.qcdc_period_overlaps(self._native[0], Period(other)._native[0])

    def split(self, kind: str) -> list[Period]:
        """The months, quarters, halves or years that cover it exactly; [] if none do."""
        number = number_of("QcdcPeriodKind", kind, "kind")
        count = lib.qcdc_period_count_tiles(self._native[0], number)
        return [Period._wrap(lib.qcdc_period_get_tile(self._native[0], number, index)) for index in range(count)]

    def container(self, kind: str) -> Period | None:
        """The month, quarter, half or year in which it lies whole, if there is one."""
        native = lib.qcdc_period_get_container(self._native[0], number_of("QcdcPeriodKind", kind, "kind"))
        return Period._wrap(native) if native.kind != lib.QCDC_PERIOD_NONE else None

    def _compare(self, other: Period) -> int:
        return int(lib.qcdc_period_compare(self._native[0], other._native[0]))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return lib.qcdc_period_equals(self._native[0], other._native[0])

    def __lt__(self, other: Period) -> bool:
        return self._compare(other) < 0 if isinstance(other, Period) else NotImplemented

    def __le__(self, other: Period) -> bool:
        return self._compare(other) <= 0 if isinstance(other, Period) else NotImplemented

    def __gt__(self, other: Period) -> bool:
        return self._compare(other) > 0 if isinstance(other, Period) else NotImplemented

    def __ge__(self, other: Period) -> bool:
        return self._compare(other) >= 0 if isinstance(other, Period) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.label)

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return f"Period({self.label!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Period, (self.label,)
