# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""A short program that uses each class of the package, well and wrongly; test_leaks.py runs it under valgrind.

    every_class.py [faulty]

``faulty`` does nothing but what the package must not do, to show that it is found.
"""

import array
import contextlib
import gc
import pathlib
import pickle
import sys
import tempfile

sys.modules["numpy"] = None  # loading it under valgrind takes longer than all the rest

import qcdc
import sample
from qcdc._native import ffi, lib


def use_bundle(place):
    bundle = qcdc.read_bundle(sample.DATA / "tinh-a-2026")
    bundle.write(place / "bundle")
    again = qcdc.Bundle.from_bytes(bundle.to_bytes())
    assert again.check() == bundle.findings == []
    assert again.style == bundle.style | {} and again.title and again.default_unit and again.default_period
    use_catalog(again.catalog)
    use_claims(again)
    use_cube(again.rollup(progress=lambda fraction: True, threads=2))
    for thing in (bundle, bundle.dataset, bundle.style, bundle.units, bundle.indicators):
        pickle.loads(pickle.dumps(thing))


def use_catalog(catalog):
    tree = catalog.tree("2026-Q3")
    assert str(tree) and tree._repr_html_() and catalog.plans and not catalog.groups
    assert catalog.units[0].name and catalog.indicators[0].measure


def use_cube(cube):
    cell = cube["a", "rate", "2026-Q3"]
    assert cell.value is not None and cube.periods
    assert list(cube.read_cells(["a", "b"], "received", "2026-Q3").coefficients)
    assert cube.table() and cube.explain("a", "received", "2026-Q3")
    comparison = cube.compare(by="child", base=["same-period", "previous"])
    assert comparison.text("en") and comparison.spans() and comparison.phrases() and comparison.rows() and comparison._repr_html_()
    assert len(comparison.arrays(percent_decimals=3).current) == len(comparison)
    pickle.loads(pickle.dumps(comparison))


def use_claims(bundle):
    text = "Quý III năm 2026, toàn tỉnh tiếp nhận 264 kiến nghị, phản ánh, tăng 10 kiến nghị (4,1%) so với cùng kỳ."
    claims = qcdc.read_claims(text, period="2026-Q3", against_text="Quý III năm 2025, toàn tỉnh tiếp nhận 236 kiến nghị.")
    assert claims.text(all=True) and claims._repr_html_() and claims.check(bundle.rollup(), unit="a", source="x").compared == 1
    pickle.loads(pickle.dumps(claims))
    with contextlib.suppress(qcdc.FormatError):
        qcdc.read_claims(text, period="never")


def use_builder():
    builder = sample.new_builder(plans={"giao": "kế hoạch giao"}, groups={"núi": "các xã miền núi"})
    builder.append_columns(["b", "c"], "amount", qcdc.Period("2022"), array.array("d", [43.81, 0.5]), source=["báo cáo", None])
    builder.append_columns(array.array("i", [1, 2]), "received", 2022, [1, 2]).append("b", "received", "2021", "5", scenario="giao")
    dataset = builder.freeze()
    assert len(dataset) == 5 and dataset.latest_period.previous().name() and dataset.to_bundle(title="x").to_bytes()


def use_wrongly(place):
    dataset = sample.new_dataset()
    cube = dataset.rollup()
    for call in (
            lambda: qcdc.Period("2022-Q5"), lambda: qcdc.read_bundle(place / "nowhere"), lambda: qcdc.Bundle.from_bytes(b"QBDL\1"),
            lambda: qcdc.Style(percent="x"), lambda: cube["x", "received", "2022"], lambda: cube.compare(unit="x"),
            lambda: dataset.rollup(progress=lambda fraction: False), lambda: sample.new_builder().append("b", "amount", "2022", 0.1 + 0.2),
            lambda: sample.new_builder().append_columns("b", "amount", "2022", [1, 2]).freeze(),
            lambda: qcdc.DatasetBuilder([{"code": "a"}]), lambda: qcdc.parse_number("x"), lambda: dataset.to_bundle(default_unit="x")):
        with contextlib.suppress(qcdc.Error):
            call()
            raise AssertionError("this call was to fail")


def plant_faults():
    """Keeps a reference of C that nobody gives back, and uses a builder that is freed."""
    lib.qcdc_dataset_ref(sample.new_dataset()._native)
    builder = sample.new_builder()._native
    ffi.release(builder)
    lib.qcdc_dataset_builder_set_number_writing(builder, lib.QCDC_NUMBER_WRITING_VI, ffi.NULL)


def main(asked):
    if asked == ["faulty"]:
        plant_faults()
    else:
        with tempfile.TemporaryDirectory() as folder:
            use_bundle(pathlib.Path(folder))
            use_builder()
            use_wrongly(pathlib.Path(folder))
            assert qcdc.phrase(174, 132, "đơn") and qcdc.format_number(5) and qcdc.parse_number("7.570")
    gc.collect()
    print("well")


main(sys.argv[1:])
