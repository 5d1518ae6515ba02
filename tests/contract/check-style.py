#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The look of the tree: length of files, white space, licence lines."""

import fnmatch
import pathlib
import subprocess
import tomllib

import house

# in two parts, so that no tool takes this line for a licence
MARK = b"SPDX-License-" + b"Identifier:"
C_LINES = 600  # longer than this, a file holds more than one noun
SOURCES = {".c", ".h", ".in", ".py", ".sh", ".build", ".md", ".toml", ".md"}
# data that is meant to look wrong, and what programs printed
DATA = ("tests/golden/", "tests/fuzz/corpus/", "examples/data/", "tests/contract/abi/", "LICENSES/")


def tracked_files():
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=house.ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    except (subprocess.CalledProcessError, FileNotFoundError):
        # an unpacked archive
        listed = [str(path.relative_to(house.ROOT)) for path in house.ROOT.rglob("*") if path.is_file()]
        listed = [name for name in listed if not name.startswith(("build/", ".git/"))]
    return [name for name in listed if name and (house.ROOT / name).is_file()]


def is_source(name, data):
    path = pathlib.Path(name)
    if path.suffix in SOURCES or path.name in ("meson_options.txt", "CMakeLists.txt"):
        return not name.startswith(DATA) or path.suffix in (".py", ".build")
    return data.startswith(b"#!")


def read_reuse_patterns():
    """Files whose licence stands in REUSE.toml."""
    with open(house.ROOT / "REUSE.toml", "rb") as file:
        return [pattern for annotation in tomllib.load(file)["annotations"] for pattern in annotation["path"]]


def look_at(name, data, licensed_elsewhere):
    lines = data.split(b"\n")
    if name.endswith((".c", ".h")):
        if len(lines) - 1 > C_LINES:
            yield f"{name}: {len(lines) - 1} lines; {C_LINES} are the most"
        if b"\t" in data:
            yield f"{name}:{data[: data.index(b'	')].count(10) + 1}: a tab"
    if b"\r" in data:
        yield f"{name}: carriage returns"
    for number, line in enumerate(lines, 1):
        if line.endswith((b" ", b"\t")):
            yield f"{name}:{number}: white space at the end of the line"
    if data and not data.endswith(b"\n"):
        yield f"{name}: no newline at the end"
    if MARK not in b"\n".join(lines[:8]) and not any(fnmatch.fnmatch(name, pattern) for pattern in licensed_elsewhere):
        yield f"{name}: no {MARK.decode()} in the first lines"


def main():
    licensed_elsewhere = read_reuse_patterns()
    violations = []
    count = 0
    for name in tracked_files():
        data = (house.ROOT / name).read_bytes()
        if is_source(name, data):
            count += 1
            violations += look_at(name, data, licensed_elsewhere)
    house.finish(violations, f"{count} files")


if __name__ == "__main__":
    main()
