#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The binary interface of each library equals the committed dump: types, sizes, offsets and signatures."""

import pathlib
import platform
import subprocess
import sys
import tempfile

import house


def committed(name):
    return house.HERE / "abi" / f"{name}.{platform.machine()}.abi"


def write_dump(name, path):
    # Without paths and line numbers, so that the file changes only when the interface does.
    house.run("abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--no-write-default-sizes",
              "--exported-interfaces-only", "--drop-private-types",
              "--headers-dir", house.ROOT / "include", "--headers-dir", house.BUILD / "include",
              "--out-file", path, house.shared_library(name))


def compare(name):
    """abidiff's words on how the library differs from the committed dump, or nothing."""
    # Dump against dump: a library holds private types, which its dump does not.
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / f"{name}.abi"
        write_dump(name, fresh)
        difference = subprocess.run(["abidiff", committed(name), fresh], capture_output=True, text=True)
        return difference.stdout + difference.stderr if difference.returncode else ""


def check(name):
    if not committed(name).exists():
        if any(committed(name).parent.glob(f"{name}.*.abi")):
            house.skip(f"no dump is committed for {platform.machine()}")
        return [f"no dump of {name} is committed at all"]
    difference = compare(name)
    return [f"lib{name}: the binary interface differs from tests/contract/abi; if it is wanted, run tests/contract/update "
            f"and say so in CHANGELOG.md\n{difference}"] if difference else []


def main():
    violations = []
    for name in house.LIBRARIES:
        if "--update" in sys.argv:
            committed(name).parent.mkdir(exist_ok=True)
            write_dump(name, committed(name))
        else:
            violations += check(name)
    house.finish(violations, f"{len(house.LIBRARIES)} libraries")


if __name__ == "__main__":
    house.need("abidw", "abidiff")
    options = house.build_options()
    if options["b_sanitize"] != "none" or options["faults"] or not options["debug"]:
        house.skip("only a plain build with debug information shows the interface")
    main()
