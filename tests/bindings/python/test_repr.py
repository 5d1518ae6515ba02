# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""What an object shows of itself: its type, how much there is, and what to do next. And value objects: their equality and hash."""

import copy
import re
from decimal import Decimal

import pytest
import qcdc
import sample


def test_reprs_teach(bundle, dataset, cube):
    builder = sample.new_builder()
    assert repr(builder) == "<qcdc.DatasetBuilder: 0 rows; next: .append_columns(units, indicators, periods, values), .freeze()>"
    assert repr(builder.append("b", "received", "2022", 5)).startswith("<qcdc.DatasetBuilder: 1 rows; next: ")
    assert repr(bundle) == (f"<qcdc.Bundle {bundle.title!r}: {len(bundle.dataset)} observations, 4 units, 3 indicators; "
                            "next: .rollup().compare(), .check()>")
    assert repr(dataset) == "<qcdc.Dataset: 12 observations, 3 units, 4 indicators; next: .rollup(), .check(), .tree()>"
    assert repr(cube) == ("<qcdc.Cube: 3 units, 4 indicators, 2 periods; next: .compare(), .table(), cube[unit, indicator, period]>")
    assert repr(cube.compare()) == "<qcdc.Comparison: 4 rows; next: print(), .text(), .rows(), .table(format), .arrays()>"
    assert repr(dataset.catalog) == "<qcdc.Catalog: 3 units, 4 indicators; .units, .indicators, .tree(period) show them>"


def test_what_a_repr_names_is_there(bundle, dataset, cube):
    for thing in (sample.new_builder(), bundle, dataset, cube, cube.compare(), dataset.catalog):
        shown = repr(thing)
        assert shown.startswith(f"<qcdc.{type(thing).__name__}")
        named = re.findall(r"(?<!\))\.([a-z_]+)", shown.partition(";")[2])
        assert named and all(hasattr(thing, name) for name in named)


def values(dataset, cube):
    comparison = cube.compare(unit="a")
    return {"unit": dataset.units[0], "indicator": dataset.indicators[0], "cell": cube["a", "received", "2022"], "change": comparison[0],
            "span": comparison.spans()[1], "period": qcdc.Period("2022-Q3"), "style": qcdc.Style(percent="brackets")}


def test_value_objects_are_what_their_repr_says(dataset, cube):
    names = {name: getattr(qcdc, name) for name in qcdc.__all__} | {"Decimal": Decimal}
    for value in values(dataset, cube).values():
        assert repr(value).startswith(f"{type(value).__name__}(")
        assert eval(repr(value), names) == value


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
def test_value_objects_equal_their_copies(dataset, cube, duplicate):
    for value in values(dataset, cube).values():
        other = duplicate(value)
        assert other == value and hash(other) == hash(value) and len({value, other}) == 1
        assert value != "x" and not value == 5 and value is not None


def test_two_that_are_made_twice_are_equal_and_others_are_not(dataset, cube):
    once, again = values(dataset, cube), values(sample.new_dataset(), sample.new_dataset().rollup())
    assert once == again
    different = list(once.values())
    assert all((one == other) == (one is other) for one in different for other in different)


def test_what_is_no_value_is_only_itself(dataset, cube):
    assert cube.compare() != cube.compare() and dataset != sample.new_dataset() and hash(cube) != hash(dataset.rollup())


def test_value_objects_do_not_change(dataset, cube):
    for value in values(dataset, cube).values():
        for name in ("code", "value", "note", "label"):
            if name != "label":
                with pytest.raises(AttributeError):
                    setattr(value, name, 5)


def test_value_objects_are_made_whole():
    with pytest.raises((TypeError, KeyError)):
        qcdc.Cell(value=None)
    with pytest.raises(TypeError):
        qcdc.FindingCell(unit=None, indicator=None, period=None, value=None, file=None, row=None, other=1)
