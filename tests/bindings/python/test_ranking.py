# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Exact places, groups and quantiles of a cube's figures."""

import csv
import pathlib
from decimal import Decimal

import pytest

import qcdc

MONTHS = pathlib.Path(__file__).resolve().parents[3] / "examples" / "data" / "tinh-a-thang"


@pytest.fixture(scope="module")
def cube():
    return qcdc.read_bundle(MONTHS).rollup()


def test_places_are_those_of_sorting(cube):
    units = list("bcdeghik")
    figures = [cube[unit, "received", "2025"].value for unit in units]
    ordered = sorted(figures, reverse=True)
    assert cube.places(units, "received", "2025") == [1 + ordered.index(figure) for figure in figures]
    assert cube.places(units, "received", "2025", order="smallest-first") == [1 + sorted(figures).index(figure) for figure in figures]
    quarters = cube.places(units, "received", "2025", groups=4)
    assert sorted(quarters) == [1, 1, 2, 2, 3, 3, 4, 4] and quarters[units.index("g")] == 1


def test_equal_figures_share_a_place_and_what_is_missing_has_none(cube):
    assert cube.places(["b", "b", "c", "b"], "received", "2025") == [2, 2, 1, 2]
    assert cube.places(["b", "c"], "received", "2026") == [None, None]  # a year of which months are missing
    assert cube.places([], "received", "2025") == []


def test_a_table_has_the_places(cube):
    rows = list(csv.DictReader(cube.ranking_table("people", period="2025", groups=4, format="csv").splitlines()))
    units = [row["unit"] for row in rows]
    assert sorted(units) == list("bcdeghik") and [int(row["place"]) for row in rows] == cube.places(units, "people", "2025")
    assert [int(row["group"]) for row in rows] == cube.places(units, "people", "2025", groups=4)
    above, people = cube.dataset.units[0], next(one for one in cube.dataset.indicators if one.code == "people")
    same = cube.ranking_table([people], unit=above, period=qcdc.Period("2025"), level=1, groups=4, format="csv")
    assert list(csv.DictReader(same.splitlines())) == rows
    assert cube.ranking_table("people", period="2025", order="smallest-first", language="en").splitlines()[1].startswith("Place  Unit")


def test_what_is_no_table_of_places(cube):
    for wrong in ({"order": "best"}, {"groups": 0}, {"groups": 2 ** 31}, {"groups": "4"}, {"format": "xlsx"}):
        with pytest.raises(qcdc.ArgumentError):
            cube.ranking_table(**{"indicators": "people", "period": "2025"} | wrong)
    for none in ([], None, iter(())):  # not to be left out, as elsewhere
        with pytest.raises(qcdc.ArgumentError, match="a ranking is of one indicator or more") as refused:
            cube.ranking_table(none, period="2025")
        assert refused.value.hint == "name an indicator"
    for wrong in ({"unit": "zz"}, {"unit": "b"}, {"level": 7}, {"indicators": "peple"}):
        with pytest.raises(qcdc.NotFoundError):
            cube.ranking_table(**{"indicators": "people", "period": "2025"} | wrong)


def test_quantiles_are_exact(cube):
    units = list("bcdeghik")
    figures = sorted(cube[unit, "received", "2025"].value for unit in units)
    assert cube.quantile(units, "received", "2025") == (figures[3] + figures[4]) / 2
    assert cube.quantile(units, "received", "2025", 0, 1, decimals=0) == figures[0]
    assert cube.quantile(units, "received", "2025", 1, 4, decimals=2) == figures[1] + (figures[2] - figures[1]) * Decimal("0.75")
    assert cube.quantile(["b", "c"], "people", "2022-01") is None
    with pytest.raises(qcdc.ArgumentError):
        cube.quantile(units, "received", "2025", 3, 2)


def test_what_is_no_order_or_unit(cube):
    with pytest.raises(qcdc.ArgumentError):
        cube.places(["b"], "received", "2025", order="best")
    with pytest.raises(qcdc.NotFoundError):
        cube.places(["zz"], "received", "2025")
    with pytest.raises(qcdc.ArgumentError):
        cube.places(["b"], "received", "2025", groups=0)
