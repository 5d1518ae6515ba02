# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Data frames and series of pandas itself, where it is; test_columns.py and test_catalog.py have stand-ins for it."""

import io
from decimal import Decimal

import pytest
import qcdc
import sample

try:
    import pandas
except ImportError:
    pandas = None

pytestmark = pytest.mark.skipif(pandas is None, reason="python3-pandas is not installed")


def read_csv(text, **options):
    return pandas.read_csv(io.StringIO(text), **options)


@pytest.mark.parametrize("name", sample.BUNDLES)
@pytest.mark.parametrize("options", [{}, {"dtype": str}, {"dtype": str, "keep_default_na": False}], ids=["guessed", "str", "str without NaN"])
def test_the_tables_of_a_bundle_read_by_pandas_give_its_answers(name, options):
    folder = sample.DATA / name
    bundle = qcdc.read_bundle(folder)
    units, indicators, rows = (pandas.read_csv(folder / f"{file}.csv", **options) for file in ("units", "indicators", "observations"))
    builder = qcdc.DatasetBuilder(units, indicators, plans=bundle.catalog.plans, groups=bundle.catalog.groups,
                                  partitions=bundle.catalog.partitions, rules=bundle.catalog.rules)
    others = {"obs_status", "scope", "scenario", "hedge", "field", "origin", "source"} & set(rows.columns)
    builder.append_columns(rows.unit, rows.indicator, rows.period, rows.value, **{other: rows[other] for other in others})
    dataset = builder.freeze()
    assert (dataset.units, dataset.indicators) == (bundle.units, bundle.indicators)
    mine = dataset.to_bundle(style=bundle.style, title=bundle.title, default_unit=bundle.default_unit, default_period=bundle.default_period)
    # Forms and places belong to a bundle's folder; a dataset knows none.
    if not any((folder / f"{file}.csv").exists() for file in ("tables", "places")):
        assert mine.to_bytes() == bundle.to_bytes()
    assert mine.rollup().compare(by="child").text() == bundle.rollup().compare(by="child").text()


def take(values, **others):
    builder = sample.new_builder().append_columns("b", "amount", ["2020", "2021", "2022"], values, **others)
    cube = builder.freeze().rollup(periods=["2020", "2021", "2022"])
    return [cube["b", "amount", year].value for year in ("2020", "2021", "2022")]


@pytest.mark.parametrize("kind", ["int64", "int8", "float64", "Int64", "Float64", "object", "string", "str", "category"])
def test_series_of_every_type(kind):
    assert take(pandas.Series([7, 0, 5]).astype(kind)) == [7, 0, 5]
    assert take(pandas.Series([5, 1, 0, 1, 7, 1]).astype(kind)[::-2]) != [5, 0, 7]


@pytest.mark.parametrize("values", [
    [43.81, None, 5], [43.81, float("nan"), 5], ["43.81", None, "5"], [Decimal("43.81"), None, Decimal(5)]], ids=str)
def test_gaps_of_a_series(values):
    expected = [Decimal("43.81"), None, Decimal(5)]
    assert take(pandas.Series(values), obs_status=pandas.Series([None, "O", None])) == expected
    assert take(pandas.Series(values), obs_status=pandas.Categorical(["A", "O", "A"])) == expected
    with pytest.raises(qcdc.FormatError) as caught:
        take(pandas.Series(values))
    assert caught.value.row == 2


def test_gaps_of_the_types_that_have_them():
    for series in (pandas.Series([7, None, 5], dtype="Int64"), pandas.Series([7, None, 5], dtype="Float64"), pandas.Series(["7", None, "5"], dtype="string")):
        assert take(series, obs_status=pandas.Series([pandas.NA, "O", pandas.NA], dtype="string")) == [7, None, 5]


def test_the_order_is_that_of_the_rows_and_not_of_the_index():
    series = pandas.Series([7, 0, 5], index=[2, 0, 1])
    assert take(series) == [7, 0, 5]
    assert take(series.sort_index()) == [0, 5, 7]


def test_gaps_of_a_frame_of_units():
    units = read_csv("code,name,level,parent,kind\na,A,0,,\nb,B,1,a,xã\n")
    assert [(unit.level, unit.parent, unit.kind) for unit in qcdc.DatasetBuilder(units, sample.INDICATORS).catalog.units] == [
        (0, None, None), (1, "a", "xã")]
    units = units.convert_dtypes()
    assert [(unit.level, unit.parent, unit.kind) for unit in qcdc.DatasetBuilder(units, sample.INDICATORS).catalog.units] == [
        (0, None, None), (1, "a", "xã")]


def test_columns_go_into_a_frame(cube):
    comparison = cube.compare(unit="a", by="child")
    arrays = comparison.arrays()
    frame = pandas.DataFrame({name: getattr(arrays, name) for name in arrays.__slots__ if name != "percent_decimals"})
    assert len(frame) == len(comparison) and list(frame.current[:2]) == [53, 47]
    rows = pandas.DataFrame([row.to_dict() for row in comparison])
    assert list(rows.unit.unique()) == ["a", "b", "c"] and rows.current[0] == Decimal(53)
