# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""A builder and what hangs on it: threads that share one against its rule, tables of units as people have them."""

import sys
import threading

import pytest
import qcdc
import sample


def append_many(builder, first_year):
    labels = [f"{first_year + month // 12}-{month % 12 + 1:02}" for month in range(1200)]
    builder.append_columns(["b"] * len(labels), "received", labels, range(len(labels)), source=[f"nguồn {label}" for label in labels])


def test_threads_that_share_a_builder_wait_for_one_another():
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        builder = sample.new_builder()
        threads = [threading.Thread(target=append_many, args=(builder, 1000 + 100 * number)) for number in range(24)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert "28800 rows" in repr(builder)
    cube = builder.freeze().rollup(threads=1)
    assert [cube["b", "received", f"{year}-12"].value for year in range(1000, 3400, 100)] == [11] * 24


def test_a_builder_that_is_spent_says_so():
    builder = sample.new_builder()
    builder.freeze()
    for use in (builder.freeze, lambda: builder.append("b", "received", "2022", 1)):
        with pytest.raises(qcdc.ArgumentError, match="spent"):
            use()


def test_a_catalog_is_given_instead_of_what_makes_one(dataset):
    for given in ({"units": sample.UNITS}, {"indicators": []}, {"plans": {}}, {"groups": {"núi": "xã núi"}}):
        with pytest.raises(qcdc.ArgumentError):
            qcdc.DatasetBuilder(**given, catalog=dataset.catalog)
    for catalog in (dataset, "a", dataset.units):
        with pytest.raises(TypeError, match="catalog"):
            qcdc.DatasetBuilder(catalog=catalog)
    assert len(qcdc.DatasetBuilder().catalog.units) == 0


@pytest.mark.parametrize("words", [["núi"], "núi", {"núi": 1}, {1: "núi"}], ids=repr)
def test_plans_and_groups_are_words(words):
    for noun in ("plans", "groups"):
        with pytest.raises(TypeError, match=noun[:-1]):
            sample.new_builder(**{noun: words})


def part_of(catalog, unit, value, **more):
    return qcdc.DatasetBuilder(catalog=catalog).append(unit, "received", "2022", value, **more).freeze()


def test_parts_are_merged_in_any_order(dataset):
    one, two = part_of(dataset.catalog, "a", 3), part_of(dataset.catalog, "b", 4)
    merged = one.merge(two, one)
    assert len(merged) == 2 and [merged.rollup()[unit, "received", "2022"].value for unit in ("a", "b")] == [7, 4]
    assert merged.rollup().table() == two.merge(one).rollup().table()
    assert len(one.merge()) == 1


def test_parts_that_differ_are_found(dataset):
    one, other = part_of(dataset.catalog, "a", 3), part_of(dataset.catalog, "a", 5)
    with pytest.raises(qcdc.FindingsError) as caught:
        one.merge(other)
    assert [(finding.finding, finding.unit, finding.period) for finding in caught.value.findings] == [("QCDC-F066", "a", "2022")]
    with pytest.raises(qcdc.RefusedError, match="corrections"):
        qcdc.DatasetBuilder(revises=one).append("a", "received", "2022", 9).freeze().merge(other)
    with pytest.raises(TypeError, match="Dataset"):
        one.merge("a")
    with pytest.raises(qcdc.ArgumentError, match="catalogs"):
        one.merge(sample.new_builder().append("a", "received", "2022", 3).freeze())
