# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The main job: figures in, exact sums, the same period last year, the official sentence out; and the rows behind it."""

import sys

import qcdc


def main(path: str) -> None:
    bundle = qcdc.read_bundle(path)
    comparison = bundle.rollup().compare(by="child")
    print(comparison)
    for row in comparison:
        print(f"{row.unit_name}, {row.indicator_name}: {row.current} − {row.base} = {row.difference} {row.measure}")


if __name__ == "__main__":
    try:
        main(sys.argv[1] if len(sys.argv) > 1 else "examples/data/bac-giang-2019")
    except qcdc.Error as error:
        sys.exit(str(error))
