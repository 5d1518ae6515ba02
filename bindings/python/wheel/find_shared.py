#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Finds the shared libraries that travel in a wheel.

    find_shared.py FOLDER NAME…

For each a line: the file that a linker takes in the folder, and the name by which a program asks for it when it runs.
"""

import pathlib
import re
import subprocess
import sys


def find_loaded_name(path):
    told = subprocess.run(["readelf", "-dW", path], check=True, capture_output=True, text=True).stdout
    return re.search(r"\(SONAME\).*\[(.*)\]", told)[1]


def main():
    folder, *names = sys.argv[1:]
    for name in names:
        path = pathlib.Path(folder) / f"lib{name}.so"
        if not path.exists():
            sys.exit(f"{path} is not there: the wheel of qcdc-stats takes it along; Debian has it in libgsl-dev")
        print(path, find_loaded_name(path))


if __name__ == "__main__":
    main()
