#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The table of phrases (phrases.py says what it is), answered by the Python package of QCDC_BUILD.

    phrases-python.py TABLE
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import phrases
import python_host


def main():
    return phrases.hold(sys.argv[1], lambda row: python_host.answer("compare", row.bundle, row.options))


if __name__ == "__main__":
    sys.exit(main())
