# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""What does not fit in people's data."""

from __future__ import annotations

from decimal import Decimal

from ._html import table_to_html
from ._native import call, ffi, lib, number_of, owned_text, read_text
from .errors import raise_error
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

__all__ = ["Finding", "FindingCell", "Findings"]


class FindingCell(Record):
    """A figure that a finding is about. What is not known is None."""

    __slots__ = ("unit", "indicator", "period", "value", "file", "row")

    unit: str | None
    indicator: str | None
    period: str | None
    value: Decimal | None
    file: str | None
    row: int | None


class Finding(Record):
    """One thing that does not fit. Its attributes are the names of ``qcdc check --format json``; what is not known is None.

    str(finding) is the line of ``qcdc check``: ``file:row:column: message; hint``.
    """

    __slots__ = ("finding", "rule", "severity", "message", "hint", "file", "row", "column", "value", "unit", "indicator", "period",
                 "left", "right", "difference", "cells", "text")

    finding: str
    rule: str | None
    severity: str
    message: str
    hint: str | None
    file: str | None
    row: int | None
    column: int | None
    value: str | None
    unit: str | None
    indicator: str | None
    period: str | None
    left: Decimal | None
    right: Decimal | None
    difference: Decimal | None
    cells: tuple[FindingCell, ...]
    text: str

    def __str__(self) -> str:
        return self.text


class Findings(list[Finding]):
    """Findings in the order of files, rows and columns."""

    #: of a text held against data how many figures were; None of others
    compared: int | None = None

    def __str__(self) -> str:
        return "".join(f"{finding}\n" for finding in self)

    def _repr_html_(self) -> str:
        header = ("finding", "severity", "file", "row", "column", "message", "hint")
        return table_to_html(header, ([getattr(finding, name) for name in header] for finding in self))


def new_sink() -> Any:
    """A sink for findings that keeps all."""
    place = ffi.new("QcdcFindings **")
    call(lib.qcdc_findings_new, 0, place)
    return ffi.gc(place[0], lib.qcdc_findings_free)


def call_with_findings(function: Callable[..., int], *arguments: Any) -> None:
    """Calls a function whose last parameters are a sink, a place and the error; what it raises has the findings of the sink."""
    error = ffi.new("QcdcError *")
    status = function(*arguments, error)
    if status != lib.QCDC_OK:
        raise_error(status, error, read_findings(arguments[-2]))


def _exact(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _make(members: dict[str, Any], text: str) -> Finding:
    for name in ("left", "right", "difference"):
        members[name] = _exact(members[name])
    members["cells"] = tuple(FindingCell(**{**cell, "value": _exact(cell["value"])}) for cell in members["cells"])
    return Finding(**members, text=text)


def _explain(sink: Any, catalog: Any, language: str) -> list[str]:
    place = ffi.new("char **")
    call(lib.qcdc_findings_explain, sink, catalog, number_of("QcdcLanguage", language, "language"), place)
    return owned_text(place[0]).split("\n")[:-1]


def read_findings(sink: Any, catalog: Any = None, language: str | None = None) -> Findings:
    """What a sink keeps; its text in a language, with the names of a catalog."""
    place = ffi.new("char **")
    call(lib.qcdc_findings_to_text, sink, lib.QCDC_FINDINGS_JSON, place)
    from json import loads
    lines = owned_text(place[0]).split("\n")[:-1]
    words = None if language is None else _explain(sink, catalog, language)
    return Findings(_make(loads(line), read_text(lib.qcdc_findings_item_to_text, sink, index) if words is None else words[index])
                    for index, line in enumerate(lines))
