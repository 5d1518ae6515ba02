# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Cubes and their cells."""

from decimal import Decimal

import pytest
import qcdc
import sample

def test_a_sum_says_what_went_in(cube):
    cell = cube["a", "received", "2022"]
    assert cell == qcdc.Cell(value=Decimal(53), expected=2, valued=2, status="A", origin="sum", present=2, numerator=None, denominator=None,
                             refusal=None, covered=2)
    assert cube["b", "received", "2022"].origin == "own"


def test_a_sum_with_something_missing_says_so(cube):
    cell = cube["a", "amount", "2022"]
    assert (str(cell.value), cell.expected, cell.present, cell.valued, cell.origin) == ("50.50", 2, 2, 1, "partial")
    missing = cube["c", "amount", "2022"]
    assert (missing.value, missing.status, missing.origin, missing.expected, missing.present, missing.valued) == (None, None, None, 1, 1, 0)


def test_a_ratio_by_formula_has_its_exact_terms(cube):
    cell = cube["a", "rate", "2022"]
    assert (cell.value, cell.numerator, cell.denominator) == (Decimal("88.7"), Decimal(47), Decimal(53))
    assert cube["c", "rate", "2021"].value == Decimal("100.0")


def test_a_ratio_is_rounded_as_the_style_of_the_bundle_prints_it():
    dataset = sample.new_dataset()
    for style, expected in (({"percent_decimals": 2}, "88.68"), ({"percent_decimals": 1}, "88.7"), ({"rounding": "truncate"}, "88.6")):
        assert str(dataset.to_bundle(style=style).rollup()["a", "rate", "2022"].value) == expected


def test_a_ratio_over_nothing_has_no_value():
    builder = sample.new_builder().append("b", "received", "2022", 0).append("b", "settled", "2022", 0)
    cell = builder.freeze().rollup()["b", "rate", "2022"]
    assert (cell.value, cell.numerator, cell.denominator) == (None, None, None)


def test_values_keep_the_decimals_of_their_indicator(cube):
    assert str(cube["b", "amount", "2021"].value) == "43.81" and str(cube["c", "amount", "2021"].value) == "10.00"
    assert str(cube["b", "received", "2021"].value) == "40"


@pytest.mark.parametrize("key, kind", [
    (("nowhere", "received", "2022"), qcdc.NotFoundError), (("a", "nothing", "2022"), qcdc.NotFoundError),
    (("a", "received", "1999"), qcdc.NotFoundError), (("a", "received", "2022-Q9"), qcdc.FormatError), (("a", "received"), TypeError),
    ("a", TypeError), (("a", "received", "2022", "x"), TypeError), ((1, "received", "2022"), TypeError)], ids=repr)
def test_a_key_that_is_none(cube, key, kind):
    with pytest.raises(kind):
        cube[key]


def test_keys_are_codes_or_the_things_themselves(cube, dataset):
    unit, indicator = dataset.units[0], dataset.indicators[0]
    assert cube[unit, indicator, qcdc.Period("2022")] == cube["a", "received", "2022"]
    other = qcdc.DatasetBuilder([{"code": "z", "name": "Z", "level": 0}], sample.INDICATORS)
    with pytest.raises(qcdc.NotFoundError, match="another catalog"):
        cube[other.catalog.units[0], indicator, "2022"]


def test_cells_are_values(cube):
    one, same, other = cube["a", "received", "2022"], cube["a", "received", "2022"], cube["b", "received", "2022"]
    assert one == same and hash(one) == hash(same) and one != other and one != 53
    assert repr(one).startswith("Cell(value=Decimal('53'), expected=2, valued=2, status='A'")
    with pytest.raises(AttributeError):
        one.value = None


def test_periods_wanted_are_there_besides_those_observed(dataset):
    cube = dataset.rollup(periods=["2023", qcdc.Period("2020/P3Y")])
    assert [str(period) for period in cube.periods] == ["2020/P3Y", "2021", "2022", "2023"]
    assert cube["a", "received", "2023"].value is None
    assert cube["a", "received", "2023"].expected == 2


def test_quarters_make_a_half_and_a_year():
    builder = sample.new_builder()
    for quarter in range(1, 5):
        builder.append_columns(["b", "c"], "received", f"2022-Q{quarter}", [quarter, 10])
    cube = builder.freeze().rollup()
    assert [str(period) for period in cube.periods] == ["2022-Q1", "2022-S1", "2022", "2022-Q2", "2022-Q3", "2022-S2", "2022-Q4"]
    assert [cube["a", "received", label].value for label in ("2022-Q1", "2022-S1", "2022")] == [11, 23, 50]


def test_what_is_missing_by_three_ways():
    builder = qcdc.DatasetBuilder(sample.UNITS, [{"code": "stock", "name": "Tồn", "nature": "stock", "measure": "đơn"}])
    builder.append_columns(["b", "c", "b"], "stock", ["2021", "2021", "2022"], [5, 7, 6])
    dataset = builder.freeze()
    cells = {missing: dataset.rollup(missing=missing)["a", "stock", "2022"] for missing in ("partial", "strict", "carry")}
    assert (cells["partial"].value, cells["partial"].origin) == (6, "partial")
    assert (cells["strict"].value, cells["strict"].origin) == (None, None)
    assert (cells["carry"].value, cells["carry"].status) == (13, "E")


def test_the_number_of_threads_changes_nothing(dataset):
    tables = {dataset.rollup(threads=threads).table(format="json", by="child") for threads in (0, 1, 2, 8, None)}
    assert len(tables) == 1


def test_many_cells_are_those_of_single_keys(bundle):
    dataset = bundle.dataset
    cube = dataset.rollup()
    keys = [(unit.code, indicator.code, period.label) for unit in dataset.units for indicator in dataset.indicators for period in cube.periods]
    arrays = cube.read_cells(*zip(*keys))
    for entry, key in enumerate(keys):
        cell = cube[key]
        coefficient, power = int(arrays.coefficients[entry]), 10 ** int(arrays.decimals[entry])
        denominator = int(arrays.denominators[entry])
        assert (arrays.states[entry] == 1) == (cell.value is not None), key
        if denominator:
            assert Decimal(coefficient) / power == cell.numerator
            assert Decimal(denominator) / 10 ** int(arrays.denominator_decimals[entry]) == cell.denominator
        elif cell.value is not None:
            assert Decimal(coefficient) / power == cell.value and cell.numerator is None
        assert (arrays.expected[entry], arrays.present[entry], arrays.valued[entry]) == (cell.expected, cell.present, cell.valued)
    assert len(keys) == len(arrays.origins) == len(arrays.statuses) > 50


def test_one_unit_indicator_or_period_stands_for_all(cube, dataset):
    expected = [53, 44, 9]
    for units, indicators, periods in ((["a", "b", "c"], "received", "2022"), (dataset.units, dataset.indicators[0], qcdc.Period("2022")),
                                       (range(3), 0, ["2022"] * 3), (["a", "b", "c"], ["received"], ["2022"])):
        assert list(cube.read_cells(units, indicators, periods).coefficients) == expected
    assert list(cube.read_cells("a", ["received", "settled"], "2022").coefficients) == [53, 47]
    assert list(cube.read_cells("a", "received", ["2021", qcdc.Period("2022")]).coefficients) == [52, 53]
    assert list(cube.read_cells("a", "received", "2022").coefficients) == [53]
    assert list(cube.read_cells([], "received", "2022").coefficients) == []


def test_a_code_is_looked_up_in_the_period_of_its_row():
    units = [{"code": "p", "name": "P", "level": 0},
             {"code": "x", "id": "x-1", "name": "Cũ", "level": 1, "parent": "p", "valid_to": "2021-12-31"},
             {"code": "x", "id": "x-2", "name": "Mới", "level": 1, "parent": "p", "valid_from": "2022-01-01"}]
    builder = qcdc.DatasetBuilder(units, sample.INDICATORS)
    builder.append_columns("x", "received", ["2021", "2022"], [3, 4])
    dataset = builder.freeze()
    cube = dataset.rollup()
    assert list(cube.read_cells("x", "received", ["2021", "2022"]).coefficients) == [3, 4]
    assert list(cube.read_cells(["x-1", "x-2"], "received", ["2021", "2022"]).coefficients) == [3, 4]
    assert list(cube.read_cells(dataset.units[1:], "received", ["2021", "2022"]).coefficients) == [3, 4]
    assert [cube["x", "received", year].value for year in ("2021", "2022")] == [3, 4]


@pytest.mark.parametrize("keys, kind", [
    ((["a", "nowhere"], "received", "2022"), qcdc.NotFoundError), (("a", ["received", "nothing"], "2022"), qcdc.NotFoundError),
    (("a", "received", ["2022", "1999"]), qcdc.NotFoundError), (("a", "received", ["2022", "2022-Q9"]), qcdc.FormatError),
    ((["a", "b"], "received", ["2021", "2022", "2022"]), qcdc.ArgumentError), (([99], "received", "2022"), qcdc.ArgumentError),
    (([-1], "received", "2022"), qcdc.ArgumentError), (([2 ** 32], "received", "2022"), qcdc.ArgumentError)], ids=repr)
def test_cells_that_are_none(cube, keys, kind):
    with pytest.raises(kind):
        cube.read_cells(*keys)


def test_tables_of_figures(cube):
    assert cube.table(unit="a", periods=["2022"], format="csv").splitlines()[:2] == [
        "unit,indicator,period,value,expected,valued,status,origin", "a,received,2022,53,2,2,A,sum"]
    for form in ("text", "json", "markdown", "html"):
        assert "53" in cube.table(unit="a", format=form)
    assert "<td>" in cube.table(format="html") and "Trạng thái" in cube.table()
    for periods in ("2022", qcdc.Period("2022"), ["2022"]):
        assert cube.table(indicators="settled", unit="b", periods=periods, format="csv").count("\n") == 2
    with pytest.raises(qcdc.ArgumentError) as caught:
        cube.table(format="pdf")
    assert caught.value.hint == "text, csv, json, markdown, html"


def test_where_a_figure_comes_from(bundle):
    cube = bundle.rollup()
    assert "observations.csv:" in cube.explain("a", "received", "2026-Q3")
    english = cube.explain("a", "received", "2026-Q3", "en")
    assert english.startswith("Tỉnh A; Petitions received; Q3 2026: 246") and english != cube.explain("a", "received", "2026-Q3")
    with pytest.raises(qcdc.ArgumentError):
        cube.explain("a", "received", "2026-Q3", "fr")
    with pytest.raises(qcdc.NotFoundError):
        cube.explain("a", "received", "1999")


def test_indicators_of_the_roll_up_are_those_shown(dataset):
    cube = dataset.rollup(indicators=["settled", dataset.indicators[0]])
    assert {row.indicator for row in cube.compare(unit="a")} == {"settled", "received"}
    assert {row.indicator for row in dataset.rollup(indicators="rate", periods="2023").compare(unit="a")} == {"rate"}
    assert [row.indicator for row in cube.compare(unit="a", indicators=["amount"])] == ["amount"]
    assert cube["a", "amount", "2021"].value == Decimal("53.81")


def to_numpy(entries):
    return pytest.importorskip("numpy").array(entries)


@pytest.mark.parametrize("kind", [list, tuple, iter, to_numpy])
def test_periods_indicators_and_bases_come_as_any_sequence(dataset, kind):
    cube = dataset.rollup(periods=kind(["2022-Q1", "2022"]), indicators=kind(["received", "settled"]))
    comparison = cube.compare(indicators=kind(["settled", "received"]), base=kind(["same-period", "2021"]))
    assert {row.indicator for row in comparison} == {"received", "settled"} and len(comparison) == 4
    assert "2022-Q1" in map(str, cube.periods)


def test_figures_that_came_as_columns_have_a_place_too():
    dataset = qcdc.DatasetBuilder(sample.UNITS, sample.INDICATORS).append_columns(
        ["b", "c"], "received", ["2022-01", "2022-01"], [11, 42]).freeze()
    places = [line.split(" ")[1] for line in dataset.rollup().explain("a", "received", "2022-01").splitlines() if line[:2] == "- "]
    assert places[:2] == ["columns:1:", "columns:2:"]


@pytest.fixture(scope="module")
def parted():
    """A rank, a base of 0, and a count whose definition changed in 2021."""
    units = [{"code": "p", "name": "Tỉnh", "level": 0}, {"code": "x", "name": "Xã", "level": 1, "parent": "p"}]
    indicators = [{"code": "rank", "name": "Hạng", "nature": "rank", "measure": "bậc"},
                  {"code": "n", "name": "Đơn", "nature": "flow", "measure": "đơn"},
                  {"code": "poor", "name": "Hộ nghèo", "nature": "stock", "measure": "hộ"}]
    builder = qcdc.DatasetBuilder(units, indicators)
    builder.append_columns(["x"] * 6, ["rank", "n", "n", "poor", "poor", "poor"], ["2022", "2021", "2022", "2020", "2021", "2022"],
                           [3, 0, 5, 40, 90, 80], obs_status=["A", "A", "A", "A", "A+B", "A"])
    return builder.freeze().rollup()


def test_a_cell_says_why_it_has_no_meaning(parted):
    assert parted["p", "rank", "2022"].refusal == "rank-sum"
    assert parted["x", "rank", "2022"].refusal is None
    assert "Thứ hạng không cộng được" in parted.explain("p", "rank", "2022")


def test_a_cell_says_how_many_have_all_terms():
    units = [{"code": "p", "name": "Tỉnh", "level": 0}, *({"code": code, "name": code, "level": 1, "parent": "p"} for code in "xyz")]
    indicators = [{"code": "a", "name": "A", "nature": "flow", "measure": "đơn"}, {"code": "b", "name": "B", "nature": "flow", "measure": "đơn"},
                  {"code": "r", "name": "R", "nature": "ratio", "measure": "%", "formula": "a / b"}]
    builder = qcdc.DatasetBuilder(units, indicators)
    builder.append_columns(list("xyzxy"), list("aaabb"), ["2022"] * 5, [1, 2, 3, 10, 20])
    cell = builder.freeze().rollup()["p", "r", "2022"]
    assert (cell.numerator, cell.denominator, cell.covered, cell.valued, cell.expected, cell.origin) == (3, 30, 2, 2, 3, "partial")


def test_a_comparison_is_explained(parted):
    words = parted.explain("x", "poor", "2022", "en", base=["2020", "2021"])
    assert words.count("compared:") == 2 and words.count("not comparable; a base on the new definition") == 1
    assert "Rows marked as a break (B):\n- columns:5: Xã, 2021: 90\n" in words and "Difference: -10 hộ\n" in words
    change, = parted.compare(unit="x", indicators=["poor"], period="2022", base="2020")
    assert (change.direction, change.difference, change.percent, change.text) == ("unknown", None, None, None)
    assert change.caveats == ("definition-differs",)
    comparison = parted.compare(unit="x", indicators=["n"], period="2022")
    assert "không tính tỷ lệ phần trăm" in comparison.explain(0)
    for row in (-1, 1):
        with pytest.raises(qcdc.ArgumentError, match="1 rows"):
            comparison.explain(row)
