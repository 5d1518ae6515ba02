#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The symbols that each library exports equal the committed list, all begin with qcdc_, and they are what the headers
declare: nothing is promised that is not there, nothing is there that is not promised."""

import re
import sys

import house


def exported(name):
    lines = house.run("nm", "-D", "--defined-only", "--format=posix", house.shared_library(name)).splitlines()
    return sorted(line.split()[0] for line in lines)


def listed_in(name):
    return house.HERE / f"symbols-{name}.txt"


def declared():
    names = set()
    for header in house.public_headers():
        names |= set(re.findall(r"^QCDC_API\n[^;(]*?\b(qcdc_\w+)\(", header.read_text(encoding="utf-8"), re.M))
    return names


def main():
    violations = []
    count = 0
    promised = declared()
    there = {symbol for name in house.LIBRARIES for symbol in exported(name)}
    violations += [f"{symbol} is declared and in no library" for symbol in sorted(promised - there)]
    violations += [f"{symbol} is exported and in no header" for symbol in sorted(there - promised)]
    for name in house.LIBRARIES:
        symbols = exported(name)
        count += len(symbols)
        if "--update" in sys.argv:
            listed_in(name).write_text("".join(symbol + "\n" for symbol in symbols), encoding="ascii")
            continue
        violations += [f"lib{name} exports {symbol}, which has not our prefix" for symbol in symbols if not symbol.startswith("qcdc_")]
        listed = listed_in(name).read_text(encoding="ascii").split() if listed_in(name).exists() else []
        violations += [f"lib{name}: {symbol} is new; if it is wanted, run tests/contract/update" for symbol in symbols if symbol not in listed]
        violations += [f"lib{name}: {symbol} is gone; programs that use it will not start" for symbol in listed if symbol not in symbols]
    house.finish(violations, f"{count} symbols")


if __name__ == "__main__":
    if house.build_options()["faults"]:
        house.skip("a build with planted faults exports their switch")
    main()
