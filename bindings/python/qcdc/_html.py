# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""HTML for notebooks, of what the library has no HTML for. Private."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def table_to_html(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A table; None is an empty cell."""

    from html import escape

    def write_row(tag: str, entries: Sequence[Any]) -> str:
        cells = "".join(f"<{tag}>{'' if entry is None else escape(str(entry))}</{tag}>" for entry in entries)
        return f"<tr>{cells}</tr>"

    body = "\n".join(write_row("td", row) for row in rows)
    return f"<table>\n<thead>{write_row('th', header)}</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def tree_to_html(entries: Iterable[tuple[int, str]]) -> str:
    """Nested lists of (depth, words) in pre-order."""
    from html import escape
    parts: list[str] = []
    level = -1
    for depth, words in entries:
        parts.append("</li></ul>" * (level - depth) + ("<ul>" if depth > level else "</li>"))
        parts.append(f"<li>{escape(words)}")
        level = depth
    parts.append("</li></ul>" * (level + 1))
    return "\n".join(parts)


#: how a verdict looks: shades of one colour and kinds of line, none of which praises or blames
_STYLES = {
    "inconsistent": "background:#cfd8ea;border-bottom:2px solid #3b4a6b",
    "review": "background:#cfd8ea;border-bottom:2px solid #3b4a6b",
    "rounding": "background:#e2e7f2;border-bottom:2px dotted #3b4a6b",
    "consistent": "background:#eef0f5",
    "uncheckable": "border-bottom:1px dotted #8a93a8",
}
_ORDER = tuple(_STYLES)


def _look(claim: Any) -> str:
    return "review" if claim.needs_review and claim.verdict == "uncheckable" else str(claim.verdict)


def claims_to_html(source: str, claims: Iterable[Any], summary: str) -> str:
    """A text with its claims marked; where claims overlap, the first of _ORDER is seen and the title tells all."""
    from html import escape

    def mark(words: str, open_claims: Sequence[Any]) -> str:
        if not open_claims or not words:
            return escape(words)
        look = min((_look(claim) for claim in open_claims), key=_ORDER.index)
        title = escape("\n".join(claim.note for claim in open_claims))
        return f'<span class="qcdc-{look}" style="{_STYLES[look]}" title="{title}">{escape(words)}</span>'

    parts: list[str] = []
    at = 0
    open_claims: list[Any] = []
    waiting = sorted(claims, key=lambda claim: (claim.start, claim.end), reverse=True)
    while waiting or open_claims:
        ends = [claim.end for claim in open_claims] + ([waiting[-1].start] if waiting else [])
        parts.append(mark(source[at:min(ends)], open_claims))
        at = min(ends)
        open_claims = [claim for claim in open_claims if claim.end > at]
        while waiting and waiting[-1].start <= at:
            open_claims.append(waiting.pop())
        open_claims = [claim for claim in open_claims if claim.end > at]
    parts.append(escape(source[at:]))
    return f'<div class="qcdc-claims"><p>{escape(summary)}</p>\n<div style="white-space:pre-wrap">{"".join(parts)}</div></div>'
