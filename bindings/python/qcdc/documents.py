# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The text of documents, for read_claims()."""

from __future__ import annotations

import os
from collections.abc import Iterator

from .errors import FileError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["read_docx", "read_pdf"]

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 16  # tables inside tables
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class _Notes:
    """The footnotes of a document, numbered as they are met."""

    def __init__(self, elements: dict[str, Any]) -> None:
        self._elements = elements
        self._met: list[str] = []
        self._told = 0

    def mark(self, identity: str) -> str:
        self._met.append(identity)
        return str(len(self._met)).translate(_SUPERSCRIPTS)

    def tell(self) -> Iterator[str]:
        """The footnotes met since the last time, a line each."""
        while self._told < len(self._met):
            element = self._elements.get(self._met[self._told])
            self._told += 1
            if element is not None:
                words = " ".join(_read_paragraph(paragraph, self).strip() for paragraph in element.iter(f"{_WORD}p"))
                yield f"{str(self._told).translate(_SUPERSCRIPTS)} {words.strip()}"


def _read_paragraph(paragraph: Any, notes: _Notes) -> str:
    """Its words as they are seen: without what is deleted, with the marks of footnotes, an item of a list with its dash."""
    words = []
    for element in paragraph.iter():
        tag = element.tag
        if tag == f"{_WORD}t":
            words.append(element.text or "")
        elif tag == f"{_WORD}noBreakHyphen":
            words.append("-")
        elif tag == f"{_WORD}tab" and element.getparent().tag == f"{_WORD}r":
            words.append(" ")
        elif tag in (f"{_WORD}br", f"{_WORD}cr"):
            words.append("\n")
        elif tag == f"{_WORD}footnoteReference":
            words.append(notes.mark(element.get(f"{_WORD}id", "")))
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    has_list_style = style is not None and style.get(f"{_WORD}val", "").startswith(("ListBullet", "ListNumber"))
    is_item = has_list_style or paragraph.find(f"{_WORD}pPr/{_WORD}numPr") is not None
    return ("- " if is_item and words else "") + "".join(words)


def _read_row(row: Any, notes: _Notes, depth: int) -> str:
    cells = [" ".join(_read_blocks(cell, notes, depth + 1)) for cell in row.findall(f"{_WORD}tc")]
    return " | ".join(" ".join(cell.split()) for cell in cells)


def _read_blocks(parent: Any, notes: _Notes, depth: int = 0) -> Iterator[str]:
    """A line a paragraph, a row of a table, a footnote; in the order in which they are read."""
    for element in parent:
        if element.tag == f"{_WORD}p":
            yield _read_paragraph(element, notes)
        elif element.tag == f"{_WORD}tbl" and depth < _DEEPEST:
            for row in element.iter(f"{_WORD}tr"):
                if row.getparent() is element:
                    yield _read_row(row, notes, depth)
        elif element.tag in (f"{_WORD}sdt", f"{_WORD}sdtContent") and depth < _DEEPEST:
            yield from _read_blocks(element, notes, depth + 1)
        if depth == 0:
            yield from notes.tell()


def _find_notes(document: Any, parse: Any) -> dict[str, Any]:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes") and not relation.is_external:
            root = parse(relation.target_part.blob)
            return {element.get(f"{_WORD}id", ""): element for element in root.iter(f"{_WORD}footnote")}
    return {}


def read_docx(path: str | os.PathLike[str]) -> str:
    """The text of a .docx: paragraphs, rows of tables ("a | b") and footnotes, in the order in which they are read.

    Wants python-docx: ``pip install qcdc[docx]``, or Debian's python3-docx.
    """
    from importlib import import_module
    try:
        docx, oxml = import_module("docx"), import_module("docx.oxml")
    except ImportError as missing:
        raise ImportError("read_docx() wants python-docx: pip install qcdc[docx], or apt install python3-docx") from missing
    name = os.fspath(path)
    try:
        document = docx.Document(name)
        notes = _Notes(_find_notes(document, oxml.parse_xml))
        lines = list(_read_blocks(document.element.body, notes))
    except Exception as refused:  # zipfile, lxml and docx have each their own
        raise FileError(f"{name}: no .docx document can be read there: {refused}", file=name) from refused
    return "".join(f"{line}\n" for line in lines)


def read_pdf(path: str | os.PathLike[str]) -> str:
    """The text of a PDF that has text in it, as the program pdftotext lays it out (Debian: poppler-utils)."""
    import shutil
    import subprocess
    name, program = os.fspath(path), shutil.which("pdftotext")
    if program is None:
        raise FileError("read_pdf() wants the program pdftotext: apt install poppler-utils", file=name, hint="apt install poppler-utils")
    answer = subprocess.run([program, "-layout", "-enc", "UTF-8", "--", name, "-"], capture_output=True, check=False)
    if answer.returncode != 0:
        reason = answer.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise FileError(f"{name}: {reason or 'pdftotext could not read it'}", file=name)
    return answer.stdout.decode("utf-8", "replace")
