#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The symbols that each library exports equal the committed list, and all begin with qcdc_."""

import sys

import house


def exported(name):
    lines = house.run("nm", "-D", "--defined-only", "--format=posix", house.shared_library(name)).splitlines()
    return sorted(line.split()[0] for line in lines)


def listed_in(name):
    return house.HERE / f"symbols-{name}.txt"


def main():
    violations = []
    count = 0
    for name in house.LIBRARIES:
        symbols = exported(name)
        count += len(symbols)
        if "--update" in sys.argv:
            listed_in(name).write_text("".join(symbol + "\n" for symbol in symbols), encoding="ascii")
            continue
        violations += [f"lib{name} exports {symbol}, which has not our prefix" for symbol in symbols if not symbol.startswith("qcdc_")]
        listed = listed_in(name).read_text(encoding="ascii").split()
        violations += [f"lib{name}: {symbol} is new; if it is wanted, run tests/contract/update" for symbol in symbols if symbol not in listed]
        violations += [f"lib{name}: {symbol} is gone; programs that use it will not start" for symbol in listed if symbol not in symbols]
    house.finish(violations, f"{count} symbols")


if __name__ == "__main__":
    if house.build_options()["faults"]:
        house.skip("a build with planted faults exports their switch")
    main()
