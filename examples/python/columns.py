# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Columns of a program's own: two communes and what they settled, what does not fit in it, and the sentence. The figures are composed."""

import sys
from array import array
from decimal import Decimal

import qcdc

UNITS = [
    {"code": "h", "name": "Huyện H", "level": 0, "text_name": "toàn huyện"},
    {"code": "x", "name": "Xã X", "level": 1, "parent": "h"},
    {"code": "y", "name": "Xã Y", "level": 1, "parent": "h"},
]
INDICATORS = [
    {"code": "petitions", "name": "Đơn đã giải quyết", "nature": "flow", "measure": "đơn", "verb": "giải quyết"},
    {"code": "paid", "name": "Tiền đã thu hồi", "nature": "flow", "measure": "triệu đồng", "decimals": 2, "verb": "thu hồi"},
]


def gather() -> qcdc.Dataset:
    builder = qcdc.DatasetBuilder(UNITS, INDICATORS)
    # A column is a list, an array, a buffer or a series; one entry stands for all rows.
    builder.append_columns(["x", "y"], "petitions", "2025", array("q", [40, 52]))
    builder.append_columns(["x", "y"], "petitions", "2026", array("q", [44, 47]))
    builder.append_columns(["x", "y", "x", "y"], "paid", ["2025", "2025", "2026", "2026"],
                           [Decimal("120.50"), Decimal("80.25"), Decimal("131.10"), Decimal("99.90")])
    # A total that the district reported besides: one petition more than its communes have.
    builder.append("h", "petitions", "2026", 92, scope="total")
    return builder.freeze()


def main() -> None:
    dataset = gather()
    print(dataset.tree("2026"))
    print()
    for finding in dataset.check():
        print(f"{finding.severity}: {finding.message}")
    print()
    cube = dataset.rollup()
    print(cube.compare(by="child", percent="brackets", base_phrase="short"))
    cell = cube["h", "paid", "2026"]
    print(f"{cell.value} triệu đồng, {cell.valued} of {cell.expected} reports")


if __name__ == "__main__":
    try:
        main()
    except qcdc.Error as error:
        sys.exit(str(error))
