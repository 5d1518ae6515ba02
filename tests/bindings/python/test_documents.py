# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""What the pages on Python show is what is printed."""

import doctest
import os
import pathlib

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("page, least", [("README.md", 5), ("README.vi.md", 5), ("docs/python.md", 9), ("docs/python.vi.md", 9)])
def test_page_shows_what_is_printed(page, least, monkeypatch):
    monkeypatch.chdir(ROOT)
    pytest.importorskip("qcdc", reason="the package was not built")
    ran = doctest.testfile(os.fspath(ROOT / page), module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8")
    assert ran.attempted >= least and ran.failed == 0
