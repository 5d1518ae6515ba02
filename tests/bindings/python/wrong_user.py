# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""A user's program with mistakes; test_typing.py looks whether mypy finds each of them, and nothing else. It is never run."""

from __future__ import annotations

import qcdc

bundle = qcdc.read_bundle("x")
cube = bundle.rollup()
cell = cube["a", "n", "2022"]
comparison = cube.compare()

qcdc.read_bundle(5)  # error: arg-type
qcdc.read_bundle("x", "vi")  # error: misc
bundle.rolup()  # error: attr-defined
bundle.rollup(threads="2")  # error: arg-type
bundle.rollup(progress=5)  # error: arg-type
bundle.rollup(progress=lambda: True)  # error: misc, arg-type
bundle.rollup(periods=[2022])  # error: list-item
bundle.rollup(indicator="n")  # error: call-arg
bundle.title = "x"  # error: misc
bundle.dataset.units.add("x")  # error: attr-defined
qcdc.DatasetBuilder([], [], plans=["giao"])  # error: arg-type
qcdc.DatasetBuilder([], []).append("a", "n", "2022")  # error: call-arg
qcdc.DatasetBuilder([], []).append("a", "n", "2022", object())  # error: arg-type
qcdc.DatasetBuilder([], []).append_columns(["a"], "n", "2022")  # error: call-arg
cube["a", "n"]  # error: index
cube["a", "n", 2022]  # error: index
cell.value + 1  # error: operator
cell.worth  # error: attr-defined
cube.compare(depth=None)  # error: arg-type
cube.compare(percent=None)  # error: arg-type
comparison["a"]  # error: call-overload
comparison[0].difference.is_signed()  # error: union-attr
comparison[0].text.strip()  # error: union-attr
comparison.arrays(percent_decimals="1")  # error: arg-type
comparison.spans()[0].number + 1  # error: operator
qcdc.Period(20.22)  # error: arg-type
qcdc.Period("2022") < "2023"  # error: operator
qcdc.Period("2022").start.hour  # error: attr-defined
qcdc.Style()["verb"] = "elide"  # error: index
qcdc.Style(percent=1.5)  # error: arg-type
qcdc.phrase(1.5, 2, "x")  # error: arg-type
qcdc.parse_number(5)  # error: arg-type
qcdc.Bundle.from_bytes("x")  # error: arg-type
total: int = comparison[0].current  # error: assignment
unit: str = bundle.units[0]  # error: assignment
try:
    pass
except qcdc.QcdcError:  # error: attr-defined
    pass
except qcdc.Error as error:
    error.line  # error: attr-defined
