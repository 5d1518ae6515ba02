# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Exceptions: Error, and one class for each status of the library."""

from __future__ import annotations

from collections.abc import Sequence

from ._qcdc import ffi, lib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

    from .findings import Finding

__all__ = [
    "ArgumentError", "CancelledError", "DuplicateError", "Error", "FileError", "FindingsError", "FormatError", "MemoryLimitError",
    "NotFoundError", "RangeError", "RefusedError",
]


class Error(Exception):
    """What went wrong, where, with which value, and what to write instead.

    str(error) is the whole message: ``file:row:column: what; hint``. A part that is not known is None.
    ``refusal`` is the name of what has no meaning ("span-same-period"), and explain() says why.
    """

    #: the status of the library, "not-found"; of Error itself, which is only a base, ""
    status: str = ""

    def __init__(self, message: str, *, file: str | None = None, row: int | None = None, column: int | None = None,
                 value: str | None = None, hint: str | None = None, findings: Sequence[Finding] = (),
                 refusal: str | None = None) -> None:
        super().__init__(message)
        self.file = file
        self.row = row
        self.column = column
        self.value = value
        self.hint = hint
        self.refusal = refusal
        #: all that was found, where more than one thing can be wrong; Findings, which print() as lines, where the library found them
        self.findings: list[Finding] = findings if isinstance(findings, list) else list(findings)

    def explain(self, language: str = "vi") -> str | None:
        """For people: why there is no such figure, in "vi" or "en"; None where nothing was refused for its meaning."""
        languages = {"vi": lib.QCDC_LANGUAGE_VI, "en": lib.QCDC_LANGUAGE_EN}
        if language not in languages:
            raise ArgumentError(f'language "{language}" is not known; it is one of: vi, en', value=str(language), hint="vi, en")
        if self.refusal is None:
            return None
        return str(ffi.string(lib.qcdc_refusal_explain(_refusals()[self.refusal], languages[language])).decode())

    def __str__(self) -> str:
        return str(self.args[0])

    def __reduce__(self) -> tuple[Any, ...]:
        parts = {name: getattr(self, name) for name in ("file", "row", "column", "value", "hint", "findings", "refusal")}
        return _rebuild, (type(self), str(self), parts)


def name_refusal(number: int) -> str | None:
    """The name of a refusal; None of none."""
    name = lib.qcdc_refusal_to_name(number)
    return None if name == ffi.NULL else str(ffi.string(name).decode())


def _refusals() -> dict[str | None, int]:
    return {name_refusal(number): number for number in range(1, lib.QCDC_REFUSAL_END)}


def _rebuild(kind: type[Error], message: str, parts: dict[str, Any]) -> Error:
    return kind(message, **parts)


class ArgumentError(Error, ValueError):
    """A parameter outside its documented range."""


class MemoryLimitError(Error, MemoryError):
    """Memory could not be had, or a written limit was reached."""


class RangeError(Error, OverflowError):
    """A figure of more than 18 digits."""


class FormatError(Error, ValueError):
    """A text that is not what it should be."""


class NotFoundError(Error, KeyError):
    """A code, name, period or figure that is not there."""


class DuplicateError(Error, ValueError):
    """A key that is there already."""


class RefusedError(Error, ValueError):
    """Asked for something that has no meaning or is not offered."""


class FindingsError(Error, ValueError):
    """Faults in people's data, all of them in ``findings``; nothing was built."""


class FileError(Error, OSError):
    """A file could not be read or written."""


class CancelledError(Error):
    """The progress callback asked to stop."""


#: status → class; a test walks the statuses of the library
BY_STATUS: dict[int, type[Error]] = {
    lib.QCDC_STATUS_ARGUMENT: ArgumentError,
    lib.QCDC_STATUS_MEMORY: MemoryLimitError,
    lib.QCDC_STATUS_OVERFLOW: RangeError,
    lib.QCDC_STATUS_SYNTAX: FormatError,
    lib.QCDC_STATUS_NOT_FOUND: NotFoundError,
    lib.QCDC_STATUS_DUPLICATE: DuplicateError,
    lib.QCDC_STATUS_REFUSED: RefusedError,
    lib.QCDC_STATUS_FINDINGS: FindingsError,
    lib.QCDC_STATUS_IO: FileError,
    lib.QCDC_STATUS_CANCELLED: CancelledError,
}

for _status, _class in BY_STATUS.items():
    _class.status = ffi.string(lib.qcdc_status_to_name(_status)).decode()


def raise_error(status: int, error: Any, findings: Sequence[Finding] = ()) -> NoReturn:
    """Raises the exception of a status, with what a QcdcError says."""

    def read(field: Any) -> str:
        return str(ffi.string(field).decode("utf-8", "replace"))

    raise BY_STATUS[status](read(error.text), file=read(error.source) or None, row=error.row or None, column=error.column or None,
                            value=read(error.value) or None, hint=read(error.hint) or None, findings=findings,
                            refusal=name_refusal(error.refusal))
