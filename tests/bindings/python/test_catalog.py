# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Units, indicators, the tree, and the tables that they are made of."""

import copy
import pickle
from html.parser import HTMLParser

import pytest
import qcdc
import sample


class Frame:
    """What a data frame is to the library."""

    def __init__(self, columns):
        self._columns = columns
        self.columns = list(columns)

    def to_dict(self, orient):
        assert orient == "list"
        return self._columns


def to_columns(rows):
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def make_catalog(units=(), indicators=(), **others):
    return qcdc.DatasetBuilder(units, indicators, **others).catalog


def test_units_are_as_their_rows(dataset):
    province, commune, ward = dataset.units
    assert (province.index, province.code, province.name, province.level, province.parent) == (0, "a", "Tỉnh A", 0, None)
    assert (commune.kind, commune.groups, commune.parent, commune.text_name) == ("xã", ("núi", "biên"), "a", None)
    assert (ward.groups, ward.level_name, ward.own_name, ward.id, ward.valid_from, ward.valid_to) == ((), None, None, None, None, None)
    assert province.text_name == "toàn tỉnh"
    assert [str(unit) for unit in dataset.units] == ["a", "b", "c"]


def test_indicators_are_as_their_rows(dataset):
    received, settled, rate, amount = dataset.indicators
    assert (received.index, received.code, received.name, received.nature, received.measure) == (0, "received", "Đơn tiếp nhận", "flow", "đơn")
    assert (rate.nature, rate.formula, rate.measure, amount.decimals, settled.name_en) == ("ratio", "settled / received", "%", 2, "Settled")
    assert (received.formula, received.part_of, received.part_kind, received.reporters, received.frequency, received.measure_en) == (None,) * 6
    assert str(rate) == "rate"


def test_everything_of_the_examples_is_there():
    for name in sample.BUNDLES:
        bundle = qcdc.read_bundle(sample.DATA / name)
        for file, things in (("units.csv", bundle.units), ("indicators.csv", bundle.indicators)):
            rows = (sample.DATA / name / file).read_text(encoding="utf-8").splitlines()[1:]
            assert [thing.code for thing in things] == [row.split(",")[0] for row in rows]
            assert [thing.index for thing in things] == list(range(len(rows)))


ROWS = {
    "dicts": (sample.UNITS, sample.INDICATORS),
    "tuples of dicts": (tuple(sample.UNITS), tuple(sample.INDICATORS)),
    "generators": lambda: ((row for row in sample.UNITS), (row for row in sample.INDICATORS)),
    "dicts of columns": (to_columns(sample.UNITS), to_columns(sample.INDICATORS)),
    "data frames": (Frame(to_columns(sample.UNITS)), Frame(to_columns(sample.INDICATORS))),
}


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_what_units_and_indicators_come_in(rows, dataset):
    catalog = make_catalog(*(rows() if callable(rows) else rows))
    assert catalog.units == dataset.units
    assert catalog.indicators == dataset.indicators


def test_units_and_indicators_of_another_dataset(dataset):
    catalog = make_catalog(dataset.units, dataset.indicators)
    assert catalog.units == dataset.units and catalog.indicators == dataset.indicators
    builder = qcdc.DatasetBuilder(catalog=dataset.catalog)
    assert builder.catalog is dataset.catalog


def test_gaps_of_a_data_frame_are_empty():
    units = Frame({"code": ["a", "b"], "name": ["A", "B"], "level": [0, 1.0], "parent": [float("nan"), "a"], "kind": [None, "xã"]})
    catalog = make_catalog(units, sample.INDICATORS)
    assert [(unit.parent, unit.kind, unit.level) for unit in catalog.units] == [(None, None, 0), ("a", "xã", 1)]


def test_columns_of_different_lengths_lose_no_row():
    with pytest.raises(qcdc.ArgumentError):
        make_catalog({"code": ["a", "b"], "name": ["A"], "level": [0, 1]})


def test_attributes_are_carried_to_the_bundle_and_back():
    units = [{**unit, "x_dân số": number} for number, unit in enumerate(sample.UNITS)]
    indicators = [{**row, "x_note": "ghi chú, «x»"} for row in sample.INDICATORS]
    packed = qcdc.DatasetBuilder(units, indicators).freeze().to_bundle().to_bytes()
    assert "x_dân số".encode() in packed and "ghi chú, «x»".encode() in packed
    assert qcdc.Bundle.from_bytes(packed).to_bytes() == packed


def test_an_unknown_column_is_refused_with_those_there_are():
    for noun, tables in (("units", ([{**sample.UNITS[0]}, {"cod": "b"}], ())), ("indicators", ([], [sample.INDICATORS[0], {"cod": "b"}]))):
        with pytest.raises(qcdc.ArgumentError) as caught:
            make_catalog(*tables)
        error = caught.value
        assert (error.row, error.value) == (2, "cod")
        assert f'"cod" is not a column of {noun}' in str(error) and error.hint.startswith("code, ")


def test_a_row_is_a_mapping():
    with pytest.raises(TypeError, match="row 1 of units is a mapping"):
        make_catalog([("a", "A", 0)])


def test_faults_of_rows_are_findings():
    with pytest.raises(qcdc.FindingsError) as caught:
        make_catalog([*sample.UNITS, {"code": "d", "name": "D", "level": 1, "parent": "nowhere"}],
                     [*sample.INDICATORS, {"code": "bad", "name": "B", "nature": "flwo", "measure": "đơn"}])
    assert [(finding.file, finding.row, finding.value) for finding in caught.value.findings] == [
        ("indicators", 5, "flwo"), ("units", 4, "nowhere")]  # files that are not of a bundle stand in the order of their names


def test_plans_and_groups():
    catalog = make_catalog(sample.UNITS, sample.INDICATORS, plans={"giao": "kế hoạch giao", "nghị-quyết": "nghị quyết"},
                           groups={"núi": "các xã miền núi", "biên": "các xã biên giới"})
    assert catalog.plans == {"giao": "kế hoạch giao", "nghị-quyết": "nghị quyết"} and list(catalog.plans) == ["giao", "nghị-quyết"]
    assert catalog.groups == {"núi": "các xã miền núi", "biên": "các xã biên giới"}
    assert make_catalog(sample.UNITS).plans == {}


class Outline(HTMLParser):
    """Reads nested lists back, and fails where tags do not match."""

    def __init__(self, written):
        super().__init__()
        self.open, self.items, self.words = [], [], ""
        self.feed(written)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)
        if tag == "li":
            self.items.append((self.open.count("li") - 1, ""))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "li" and data.strip():
            depth, words = self.items[-1]
            self.items[-1] = (depth, words + data.strip())


def test_the_tree_is_in_pre_order_with_depths():
    units = [{"code": "p", "name": "P", "level": 0}, {"code": "d1", "name": "D1", "level": 1, "parent": "p"},
             {"code": "d2", "name": "D2", "level": 1, "parent": "p"}, {"code": "c", "name": "C", "level": 2, "parent": "d1"},
             {"code": "q", "name": "Q", "level": 0}]
    tree = make_catalog(units, sample.INDICATORS).tree("2022")
    assert [unit.code for unit in tree] == ["p", "d1", "c", "d2", "q"] and tree.depths == (0, 1, 2, 1, 0)
    assert str(tree) == "p  P\n  d1  D1\n    c  C\n  d2  D2\nq  Q"
    assert (len(tree), tree[1].code, tree[-1].code, [unit.code for unit in tree[:2]]) == (5, "d1", "q", ["p", "d1"])
    assert tree[3] in tree and repr(tree) == "<qcdc.UnitTree: 5 units; print() shows it>"
    assert Outline(tree._repr_html_()).items == [(0, "P (p)"), (1, "D1 (d1)"), (2, "C (c)"), (1, "D2 (d2)"), (0, "Q (q)")]


def test_the_tree_holds_the_units_in_force():
    units = [{"code": "p", "name": "P", "level": 0, "valid_from": "", "valid_to": ""},
             {"code": "old", "name": "Cũ", "level": 1, "parent": "p", "valid_from": "", "valid_to": "2022-06-30"},
             {"code": "new", "name": "Mới", "level": 1, "parent": "p", "valid_from": "2022-07-01", "valid_to": ""}]
    catalog = make_catalog(units, sample.INDICATORS)
    assert [unit.code for unit in catalog.tree("2021")] == ["p", "old"]
    assert [unit.code for unit in catalog.tree(qcdc.Period("2023"))] == ["p", "new"]
    assert (catalog.units[1].valid_to, catalog.units[2].valid_from) == ("2022-06-30", "2022-07-01")


def test_html_of_a_tree_is_escaped():
    units = [{"code": "<a&b>", "name": "<script>alert('x')</script> & \"co\"", "level": 0}]
    written = make_catalog(units, sample.INDICATORS).tree("2022")._repr_html_()
    assert "<script" not in written and "&lt;script&gt;" in written and "&lt;a&amp;b&gt;" in written
    assert Outline(written).items == [(0, "<script>alert('x')</script> & \"co\" (<a&b>)")]


def test_a_tree_of_nothing():
    tree = make_catalog().tree("2022")
    assert (len(tree), str(tree), tree._repr_html_()) == (0, "", "")


def test_the_default_period_of_a_tree_is_the_latest(dataset):
    assert list(dataset.tree()) == list(dataset.tree("2022"))
    with pytest.raises(qcdc.NotFoundError):
        sample.new_builder().freeze().tree()


def test_lists_are_the_callers_own():
    dataset = sample.new_dataset()
    for entries in (dataset.units, dataset.indicators, dataset.catalog.units, dataset.catalog.indicators):
        entries.reverse()
        entries.pop()
    dataset.catalog.groups.clear()
    assert [unit.code for unit in dataset.tree("2022")] == ["a", "b", "c"]
    assert dataset.rollup(indicators="settled").compare().rows()[0].indicator == "settled"
    assert list(dataset.catalog.groups) == ["núi", "biên"]
    builder = qcdc.DatasetBuilder(catalog=dataset.catalog).append(dataset.units[2], "received", "2022", 7)
    assert builder.freeze().rollup()["c", "received", "2022"].value == 7


class Polars:
    """What a data frame of polars is to the library."""

    def __init__(self, columns):
        self.columns = list(columns)
        self._columns = columns

    def get_columns(self):
        return list(self._columns.values())

    def to_dict(self, *, as_series=True):
        assert not as_series
        return self._columns


class Arrow:
    """What a table of pyarrow is to the library."""

    def __init__(self, columns):
        self.to_pydict = lambda: columns


def test_other_tables(dataset):
    for kind in (Polars, Arrow):
        catalog = make_catalog(kind(to_columns(sample.UNITS)), kind(to_columns(sample.INDICATORS)))
        assert catalog.units == dataset.units and catalog.indicators == dataset.indicators


def test_one_entry_of_a_column_stands_for_all_rows():
    catalog = make_catalog({"code": ["ab", "cd"], "name": (name for name in ("A", "B")), "level": 0, "kind": "xã", "parent": None}, ())
    assert [(unit.code, unit.name, unit.level, unit.kind, unit.parent) for unit in catalog.units] == [
        ("ab", "A", 0, "xã", None), ("cd", "B", 0, "xã", None)]
    assert [unit.code for unit in make_catalog({"code": "ab", "name": "cd", "level": 0}, ()).units] == ["ab"]
    assert make_catalog({}, {"code": [], "name": "A"}).indicators == []


def test_fields_are_texts_and_numbers():
    row = {"code": "a", "name": "A", "level": 0}
    assert make_catalog([{**row, "groups": ("núi", "biên")}], ()).units[0].groups == ("núi", "biên")
    for field, value in (("code", b"a"), ("name", ["A"]), ("kind", {"xã"}), ("parent", {})):
        with pytest.raises(TypeError, match=field):
            make_catalog([{**row, field: value}], ())
    with pytest.raises(qcdc.ArgumentError, match="not a column of units"):
        make_catalog([{**row, 1: "a"}], ())
    with pytest.raises(qcdc.FormatError, match="surrogate"):
        make_catalog([{**row, "name": "\ud800"}], ())


def test_a_catalog_travels(dataset):
    for catalog in (pickle.loads(pickle.dumps(dataset.catalog)), copy.deepcopy(dataset.catalog)):
        assert (catalog.units, catalog.indicators, catalog.groups) == (dataset.units, dataset.indicators, dataset.catalog.groups)


def test_a_value_object_made_by_hand_is_whole():
    for kind in (qcdc.Unit, qcdc.Indicator, qcdc.Cell):
        with pytest.raises(TypeError, match=f"{kind.__name__} is without"):
            kind(code="a")


def test_a_unit_is_itself_where_another_has_had_its_code():
    units = [{"code": "t", "name": "Tỉnh", "level": 0},
             {"code": "x", "name": "Xã cũ", "level": 1, "parent": "t", "valid_to": "2021-12-31"},
             {"code": "x", "id": "x-mới", "name": "Xã mới", "level": 1, "parent": "t", "valid_from": "2022-01-01"},
             {"code": "y", "name": "Xã Y", "level": 1, "parent": "t"}]
    for row in (units[1], {**units[1], "id": "x-cũ"}):
        builder = qcdc.DatasetBuilder([units[0], row, *units[2:]], sample.INDICATORS[:1])
        _, old, new, other = builder.catalog.units
        dataset = builder.append_columns(["x", "x", "y", "y"], "received", ["2021", "2022"] * 2, [1, 2, 10, 20]).freeze()
        cube = dataset.rollup()
        for unit, label in ((old, "2021"), (new, "2022")):
            assert [change.unit_name for change in cube.compare(unit=unit, period=label)] == [unit.name]
            assert cube.table(unit=unit, periods=[label], format="csv").splitlines()[1].startswith(f"x,received,{label},")
        assert cube.compare(unit=new).rows()[0].current == 2
        for use in (lambda: cube.compare(unit=old), lambda: cube.compare(unit=old, period="2022"), lambda: cube.compare(unit=new, period="2021"),
                    lambda: cube.table(unit=old, periods=["2022"])):
            with pytest.raises(qcdc.NotFoundError):
                use()
        for use in (lambda: qcdc.DatasetBuilder(catalog=dataset.catalog).append_columns([old, "y"], "received", "2022", 1),
                    lambda: cube.read_cells([old, "y"], "received", "2022")):
            with pytest.raises(qcdc.ArgumentError, match="all rows as Units"):
                use()
        assert list(cube.read_cells([old, other], "received", "2021").coefficients) == [1, 10]


def test_a_unit_of_another_catalog_is_no_unit_here(cube):
    stranger = qcdc.DatasetBuilder([{"code": "b", "name": "Khác", "level": 0}], ()).catalog.units[0]
    for use in (lambda: cube.compare(unit=stranger), lambda: cube.table(unit=stranger), lambda: cube["b", "received", "2022"] and cube[stranger, "received", "2022"],
                lambda: cube.read_cells([stranger, "c"], "received", "2022"),
                lambda: sample.new_builder().append_columns([stranger, "c"], "received", "2022", 1)):
        with pytest.raises(qcdc.NotFoundError, match="another catalog"):
            use()
