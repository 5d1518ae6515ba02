# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""What the text of a report says of its figures, recomputed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ._html import claims_to_html
from ._native import call, ffi, lib, number_of, read_text, to_bytes
from .cube import Cube
from .errors import ArgumentError
from .findings import Findings, new_sink, read_findings
from .period import Period
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["Claim", "Claims", "read_claims"]

#: what numbers holds besides figures
_WORDS = {"dir", "mode", "relation", "qual", "listed", "printed", "own", "open", "from_old"}


class Claim(Record):
    """One claim of a text. Its attributes are the names of ``qcdc read --format json``; what is absent is None.

    ``start`` and ``end`` count code points, as Python does: ``text[claim.start:claim.end]`` is the quote. ``numbers`` holds what is printed, by
    the names of its kind, ``expected`` what recomputing it gave; ``alternative_of`` is the number, from 0, of the claim of which it is another reading,
    or which tells the same cross at its earlier place.
    ``note`` is the verdict in words, and str(claim) too.
    """

    __slots__ = ("line", "start", "end", "start_char", "end_char", "quote", "kind", "numbers", "unit", "period", "base_period", "verdict",
                 "cause", "expected", "alternative_of", "note", "needs_review")

    line: int
    start: int
    end: int
    start_char: int
    end_char: int
    quote: str
    kind: str
    numbers: dict[str, Any]
    unit: str | None
    period: str | None
    base_period: str | None
    verdict: str
    cause: str | None
    expected: dict[str, Any]
    alternative_of: int | None
    note: str
    #: whether a reader of the text should look at it: what ``qcdc read`` shows without --all
    needs_review: bool

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.kind, self.note))

    def __str__(self) -> str:
        return self.note


def _to_exact(name: str, value: Any) -> Any:
    if value is None or name in _WORDS:
        return tuple(value) if isinstance(value, list) else value
    return tuple(Decimal(entry) for entry in value) if isinstance(value, list) else Decimal(value)


def _make(members: dict[str, Any], needs_review: bool) -> Claim:
    members["start"], members["end"] = members["start_char"], members["end_char"]
    for part in ("numbers", "expected"):
        members[part] = {name: _to_exact(name, value) for name, value in members[part].items()}
    return Claim(**members, needs_review=needs_review)


class Claims(list[Claim]):
    """The claims of a text in the order of their places, and the text itself."""

    def __init__(self, claims: Iterable[Claim] = (), *, source: str = "", period: Period | None = None, native: Any = None, old: str | None = None) -> None:
        super().__init__(claims)
        #: the text that was read
        self.source = source
        #: the report's own period, as given or as its head says
        self.period = period
        self._native = native
        self._old = old

    def text(self, language: str = "vi", *, all: bool = False) -> str:
        """What ``qcdc read`` prints: the lines about what needs review, or about all claims, and a summary."""
        number, encoded = number_of("QcdcLanguage", language, "language"), _encode(self.source)
        once = [index for index in range(len(self)) if not lib.qcdc_claims_item_is_repeated(self._native, index)] if self._native is not None else []
        shown = [index for index in once if all or self[index].needs_review]
        items = [read_text(lib.qcdc_claims_item_to_text, self._native, index, encoded, len(encoded), number) for index in shown]
        return "".join(f"{item}\n\n" for item in items) + self.summary(language) + "\n"

    def summary(self, language: str = "vi") -> str:
        """How many there are of each verdict."""
        return read_text(lib.qcdc_claims_summarize, self._native or ffi.NULL, number_of("QcdcLanguage", language, "language"))

    def check(self, cube: Cube, *, source: str | None = None, unit: str | None = None, period: str | Period | None = None,
              language: str | None = None) -> Findings:
        """The figures whose words name an indicator and a unit, held against a cube: what does not match, in file order.

        ``unit`` and ``period`` are those that the report is of where it does not say; ``source`` is what findings call its file. The text of a finding
        is that of ``qcdc check``, or with ``language``, vi or en, for people. ``findings.compared`` is how many figures were held against the data.
        """
        if self._native is None:
            raise ArgumentError("these claims were not read from a text")
        options = ffi.new("QcdcClaimCheckOptions *", {"size": ffi.sizeof("QcdcClaimCheckOptions")})
        kept = [None if words is None else ffi.new("char[]", to_bytes(words, what)) for words, what in ((source, "a source"), (unit, "a unit"))]
        options.source, options.unit = (ffi.NULL if words is None else words for words in kept)
        if period is not None:
            options.period = Period(period)._native[0]
        encoded, compared, sink = _encode(self.source), ffi.new("size_t *"), new_sink()
        call(lib.qcdc_claims_check, self._native, encoded, len(encoded), cube._native, options, sink, compared)
        findings = read_findings(sink, cube.dataset.catalog._native, language)
        findings.compared = int(compared[0])
        return findings

    def __str__(self) -> str:
        return self.text()

    def __reduce__(self) -> tuple[Any, ...]:
        return _read_again, (self.source, self.period, self._old)

    def _repr_html_(self) -> str:
        return claims_to_html(self.source, self, self.summary())


def _encode(text: str) -> bytes:
    """UTF-8; half a character is bytes that C passes over, so that code points count the same."""
    if not isinstance(text, str):
        raise TypeError(f"a text is a str, not {type(text).__name__}")
    return text.encode("utf-8", "surrogatepass")


def _read_again(text: str, period: Period | None, old: str | None) -> Claims:
    return read_claims(text, period=period, against_text=old)


def read_claims(text: str, *, period: str | Period | int | None = None, against_text: str | None = None, language: str = "vi") -> Claims:
    """Finds what a report's text says of its figures, recomputes what can be recomputed, and says what does not agree.

    ``period`` is the report's own where its head does not say it. ``against_text`` is the report of a year before: a figure printed there is the
    base that a change implies. ``language``, vi or en, is that of the notes.
    """
    encoded, number = _encode(text), number_of("QcdcLanguage", language, "language")
    options = ffi.new("QcdcReadOptions *", {"size": ffi.sizeof("QcdcReadOptions")})
    if period is not None:
        options.period = Period(period)._native[0]
    old = b"" if against_text is None else _encode(against_text)
    kept = ffi.from_buffer("char[]", old)
    if against_text is not None:
        options.old_text, options.old_length = kept, len(old)
    place = ffi.new("QcdcClaims **")
    call(lib.qcdc_claims_read, encoded, len(encoded), options, place)
    native = ffi.gc(place[0], lib.qcdc_claims_unref)
    from json import loads
    claims = [_make(loads(read_text(lib.qcdc_claims_item_to_json, native, index, encoded, len(encoded), number)),
                    bool(lib.qcdc_claims_item_needs_review(native, index)))
              for index in range(lib.qcdc_claims_get_count(native))]
    own = lib.qcdc_claims_get_period(native)
    return Claims(claims, source=text, period=Period._wrap(own) if own.kind != lib.QCDC_PERIOD_NONE else None, native=native, old=against_text)
