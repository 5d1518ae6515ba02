# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Exact figures of Vietnamese office reports: roll-up, comparison with the same period, the official sentence.

>>> import qcdc
>>> bundle = qcdc.read_bundle("examples/data/bac-giang-2019")
>>> print(bundle.rollup().compare(by="child"))  # doctest: +SKIP
"""

from ._native import lib as _lib
from ._native import text as _text
from .bundle import Bundle, read_bundle
from .catalog import Attributes, Catalog, Indicator, ReportingException, Unit, UnitTree
from .claims import Claim, Claims, read_claims
from .comparison import Change, ChangeArrays, Comparison, Contribution, Phrase, Span, Years
from .cube import Cell, CellArrays, Cube
from .dataset import Dataset, DatasetBuilder
from .documents import read_docx, read_pdf
from .errors import (
    ArgumentError, CancelledError, DuplicateError, Error, FileError, FindingsError, FormatError, MemoryLimitError, NotFoundError,
    RangeError, RefusedError,
)
from .findings import Finding, FindingCell, Findings
from .period import Period
from .phrase import format_number, parse_number, phrase
from .style import Style

__version__: str = _text(_lib.qcdc_version_to_text())

__all__ = [
    "ArgumentError", "Attributes", "Bundle", "CancelledError", "Catalog", "Cell", "CellArrays", "Change", "ChangeArrays", "Claim", "Claims", "Comparison",
    "Contribution", "Cube", "Dataset", "DatasetBuilder", "DuplicateError", "Error", "FileError", "Finding", "FindingCell", "Findings", "FindingsError",
    "FormatError", "Indicator", "MemoryLimitError", "NotFoundError", "Period", "Phrase", "RangeError", "RefusedError",
    "ReportingException", "Span", "Style", "Unit", "UnitTree", "Years",
    "__version__", "format_number", "parse_number", "phrase", "read_bundle", "read_claims", "read_docx", "read_pdf",
]
