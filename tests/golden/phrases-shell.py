#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The table of phrases (phrases.py says what it is), answered by the program qcdc of QCDC_BUILD.

    phrases-shell.py TABLE
"""

import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import phrases

PROGRAM = pathlib.Path(os.environ.get("QCDC_BUILD", "build")) / "bindings/cli/qcdc"


def answer(row):
    """What is printed; what is complained of, and an exit that is not 0, would be a difference."""
    ended = subprocess.run([PROGRAM, "compare", row.bundle, *(f"--{option}" for option in row.options)], capture_output=True)
    trouble = ended.stderr.decode("utf-8") + (f"exit {ended.returncode}\n" if ended.returncode else "")
    return ended.stdout.decode("utf-8") + trouble


def main():
    return phrases.hold(sys.argv[1], answer)


if __name__ == "__main__":
    sys.exit(main())
