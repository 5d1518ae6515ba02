# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Who reports, who need not, and what becomes of a sum that lacks something."""

import pickle

import pytest
import qcdc
import sample

EXCEPTIONS = [{"unit": "c", "indicator": "received", "valid_from": "2026-01-01", "reason": "đảo xa"}, {"unit": "b", "indicator": "*", "valid_to": "2020-12-31"}]


def build(**others):
    builder = qcdc.DatasetBuilder(sample.UNITS, sample.INDICATORS, **others)
    return builder.append_columns(["b", "c", "b"], "received", ["2025", "2025", "2026"], [10, 5, 12]).freeze()


def test_who_is_excepted_is_not_expected():
    plain, excused = build(), build(exceptions=EXCEPTIONS)
    assert plain.catalog.exceptions == []
    assert [one.to_dict() for one in excused.catalog.exceptions] == [
        {"unit": "c", "indicator": "received", "valid_from": "2026-01-01", "valid_to": None, "reason": "đảo xa"},
        {"unit": "b", "indicator": "*", "valid_from": None, "valid_to": "2020-12-31", "reason": None}]
    cells = [dataset.rollup()["a", "received", "2026"] for dataset in (plain, excused)]
    assert [(cell.value, cell.expected, cell.origin) for cell in cells] == [(12, 2, "partial"), (12, 1, "sum")]
    assert "đảo xa" in excused.rollup().explain("a", "received", "2026")
    assert pickle.loads(pickle.dumps(excused)).catalog.exceptions == excused.catalog.exceptions
    assert build(exceptions=excused.catalog.exceptions).catalog.exceptions == excused.catalog.exceptions


def test_faults_of_exceptions_are_found():
    with pytest.raises(qcdc.FindingsError) as caught:
        build(exceptions=[{"unit": "d", "indicator": "received"}, {"unit": "a"}])
    assert [(finding.finding, finding.file, finding.row) for finding in caught.value.findings] == [
        ("QCDC-F080", "exceptions", 1), ("QCDC-F001", "exceptions", 2)]
    with pytest.raises(qcdc.ArgumentError):
        build(exceptions=[{"unit": "a", "indicators": "*"}])


@pytest.mark.parametrize(("missing", "value"), [("partial", 12), ("strict", None), ("carry", 12), ("non_null", None), ("partial_null", None),
                                                ("always_null", None), ("partial_zero", 12), ("non_zero", 12), ("always_zero", 12)])
def test_what_is_missing_by_every_name(missing, value):
    cube = build().rollup(missing=missing)
    assert cube["a", "received", "2026"].value == value
    assert cube["c", "received", "2026"].value == (0 if missing == "always_zero" else None)


UNITS = [{"code": "t", "name": "Tỉnh", "level": 0, "x_phone": "1"}, {"code": "d", "name": "Huyện", "level": 1, "parent": "t"},
         {"code": "k", "name": "Khu vực", "level": 1, "parent": "t"},
         {"code": "a", "name": "Xã A", "level": 2, "parent": "d", "groups": "g", "parent.y-te": "k"},
         {"code": "b", "name": "Xã B", "level": 2, "parent": "d", "x_note": "mới", "parent.y-te": ""}]
INDICATORS = [{"code": "n", "name": "Lượt", "nature": "flow", "measure": "lượt", "verb": "tiếp", "x_form": "01"}]


def build_trees(**others):
    builder = qcdc.DatasetBuilder(UNITS, INDICATORS, groups={"g": "nhóm"}, **others)
    return builder.append_columns(["a", "b", "t"], "n", "2026", [10, 20, 3]).freeze()


def test_figures_go_up_another_tree():
    dataset = build_trees()
    assert dataset.catalog.hierarchies == ["y-te"]
    assert str(dataset.tree("2026", "y-te")).split() == "t Tỉnh d Huyện b Xã B k Khu vực a Xã A".split()
    assert dataset.catalog.tree("2026", "parent")[2].code == "a"
    cubes = [dataset.rollup(hierarchy=name) for name in (None, "parent", "y-te")]
    assert [[cube[unit, "n", "2026"].value for unit in "tdk"] for cube in cubes] == [[33, 30, None], [33, 30, None], [33, 20, 10]]
    assert pickle.loads(pickle.dumps(cubes[2]))["k", "n", "2026"].value == 10
    assert not dataset.check(hierarchy="y-te") and not dataset.to_bundle().check(hierarchy="y-te")
    for refused in (lambda: dataset.rollup(hierarchy="yte"), lambda: dataset.tree("2026", "yte"), lambda: dataset.check(hierarchy="yte")):
        with pytest.raises(qcdc.NotFoundError) as caught:
            refused()
        assert caught.value.hint == "parent, y-te"


def test_groups_of_a_partition_sum():
    dataset = build_trees(grouping="partition")
    assert (dataset.catalog.grouping, build_trees().catalog.grouping) == ("partition", "overlap")
    rows = dataset.rollup().compare(by="group").rows()
    assert [(row.unit, row.unit_name, row.current) for row in rows] == [
        ("t", "Tỉnh", 33), ("t#own", "riêng Tỉnh", 3), ("group:g", "nhóm", 10), ("group:*", "các đơn vị khác", 20)]
    assert pickle.loads(pickle.dumps(dataset)).catalog.grouping == "partition"
    with pytest.raises(qcdc.FormatError):
        build_trees(grouping="some")


def test_columns_of_your_own_can_be_read(tmp_path):
    dataset = build_trees()
    assert dict(dataset.units[0].attributes) == {"x_phone": "1"} and dict(dataset.units[3].attributes) == {"parent.y-te": "k"}
    assert dict(dataset.units[4].attributes) == {"x_note": "mới"} and dict(dataset.indicators[0].attributes) == {"x_form": "01"}
    assert hash(dataset.units[0]) == hash(build_trees().units[0]) and dataset.units[0] == build_trees().units[0]
    assert repr(dataset.units[0].attributes) == "{'x_phone': '1'}" and len(dataset.units[1].attributes) == 0
    again = qcdc.DatasetBuilder(dataset.units, dataset.indicators).freeze()
    assert again.units == dataset.units and again.indicators == dataset.indicators
    dataset.to_bundle().write(tmp_path / "b")
    lines = (tmp_path / "b" / "observations.csv").read_text(encoding="utf-8").splitlines()
    noted = [line + (",xem lại" if number == 2 else ",x_ghi_chu" if number == 0 else ",") for number, line in enumerate(lines)]
    (tmp_path / "b" / "observations.csv").write_text("\n".join(noted) + "\n", encoding="utf-8")
    read = qcdc.read_bundle(tmp_path / "b").dataset
    assert read.attributes == {"x_ghi_chu": ["", "xem lại", ""]} and dataset.attributes == {}
    assert read.units == dataset.units and read.indicators == dataset.indicators
