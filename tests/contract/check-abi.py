#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The binary interface of each library equals the committed dump: types, sizes, offsets and signatures."""

import platform
import subprocess
import sys

import house


def dump(name):
    return house.HERE / "abi" / f"{name}.{platform.machine()}.abi"


def update(name):
    # Without paths and line numbers, so that the file changes only when the interface does.
    house.run("abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--no-write-default-sizes",
              "--drop-private-types", "--headers-dir", house.ROOT / "include", "--headers-dir", house.BUILD / "include",
              "--out-file", dump(name), house.shared_library(name))


def main():
    violations = []
    for name in house.LIBRARIES:
        if "--update" in sys.argv:
            update(name)
            continue
        if not dump(name).exists():
            others = sorted(dump(name).parent.glob(f"{name}.*.abi"))
            if others:
                house.skip(f"no dump is committed for {platform.machine()}")
            violations.append(f"no dump of {name} is committed at all")
            continue
        difference = subprocess.run(
            ["abidiff", "--no-show-locs", "--drop-private-types", "--headers-dir2", house.ROOT / "include", dump(name), house.shared_library(name)],
            capture_output=True, text=True)
        if difference.returncode:
            violations.append(f"lib{name}: the binary interface differs from tests/contract/abi; if it is wanted, run "
                              f"tests/contract/update and say so in CHANGELOG.md\n{difference.stdout}{difference.stderr}")
    house.finish(violations, f"{len(house.LIBRARIES)} libraries")


house.need("abidw", "abidiff")
options = house.build_options()
if options["b_sanitize"] != "none" or options["faults"] or not options["debug"]:
    house.skip("only a plain build with debug information shows the interface")
main()
