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
