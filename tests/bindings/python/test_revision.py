# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Corrections: datasets at a revision and as first published, revised cubes, bases as known now and then."""

import pickle

import pytest
import qcdc


@pytest.fixture
def corrected(dataset):
    first = qcdc.DatasetBuilder(revises=dataset).append_columns(["b", "c"], "received", "2021", [41, 13]).freeze()
    return qcdc.DatasetBuilder(revises=first).append("b", "received", "2021", 42).append("c", "amount", "2022", 7).freeze()


def received(dataset, unit="b"):
    return dataset.rollup()[unit, "received", "2021"].value


def test_a_revision_takes_the_place_and_the_earlier_one_stays(dataset, corrected):
    assert (dataset.revision, corrected.revision, len(corrected)) == (0, 2, len(dataset))
    assert [received(corrected.at_revision(number)) for number in range(3)] == [40, 41, 42]
    assert [received(corrected.at_revision(number), "c") for number in range(3)] == [12, 13, 13]
    assert received(corrected) == 42 and received(dataset) == 40
    assert received(corrected.as_published()) == 40
    assert corrected.at_revision(1).revision == 1


def test_what_is_not_there_is_refused(corrected):
    with pytest.raises(qcdc.NotFoundError, match='revision "3" is not there; the last one is 2'):
        corrected.at_revision(3)
    for number in (-1, 2 ** 32):
        with pytest.raises(qcdc.ArgumentError):
            corrected.at_revision(number)
    with pytest.raises(TypeError, match="revises is a Dataset"):
        qcdc.DatasetBuilder(revises="dataset")
    with pytest.raises(qcdc.ArgumentError):
        qcdc.DatasetBuilder(revises=corrected, catalog=corrected.catalog)


def test_a_key_occurs_once_in_a_revision(corrected):
    builder = qcdc.DatasetBuilder(revises=corrected).append_columns("b", "received", ["2021", "2021"], [1, 2])
    with pytest.raises(qcdc.FindingsError) as told:
        builder.freeze()
    assert [finding.finding for finding in told.value.findings] == ["QCDC-F066"]


def test_a_builder_without_rows_is_no_revision(corrected):
    same = qcdc.DatasetBuilder(revises=corrected).freeze()
    assert same.revision == 2 and received(same) == 42


def test_a_revised_cube_is_one_rolled_up_anew(dataset, corrected):
    cube = dataset.rollup(missing="strict")
    revised, anew = cube.revise(corrected), corrected.rollup(missing="strict")
    assert revised.table(by="child", format="csv") == anew.table(by="child", format="csv")
    assert revised.dataset is corrected and cube.dataset is dataset
    assert cube["b", "received", "2021"].value == 40
    with pytest.raises(qcdc.ArgumentError, match="another catalog"):
        cube.revise(qcdc.DatasetBuilder(dataset.units, dataset.indicators).freeze())


def test_the_base_is_known_now_or_then(corrected):
    cube = corrected.rollup()
    bases = [cube.compare(unit="a", period="2022", indicators=["received"], base_known=known).rows()[0].base for known in ("now", "then")]
    assert bases == [55, 52]
    assert cube.compare(unit="a", period="2022", indicators=["received"]).rows()[0].base == 55
    with pytest.raises(qcdc.ArgumentError, match="base_known"):
        cube.compare(base_known="before")


def test_copies_and_bundles_keep_the_past(corrected, tmp_path):
    corrected.to_bundle(default_unit="a").write(tmp_path / "bundle")
    for copy in (pickle.loads(pickle.dumps(corrected)), qcdc.read_bundle(tmp_path / "bundle").dataset):
        assert copy.revision == 2
        assert [received(copy.at_revision(number)) for number in range(3)] == [40, 41, 42]
    comparison = corrected.rollup().compare(unit="a", period="2022", base_known="then")
    assert pickle.loads(pickle.dumps(comparison)).table("csv") == comparison.table("csv")


def test_what_was_corrected_is_found(corrected):
    found = [finding for finding in corrected.check() if finding.rule == "revised-base"]
    assert [(finding.unit, finding.period, finding.left, finding.right) for finding in found] == [
        ("b", "2021", 42, 40), ("c", "2021", 13, 12), ("c", "2022", 7, None)]


def test_a_dataset_of_a_bundle_keeps_its_defaults():
    import sample
    bundle = qcdc.read_bundle(sample.DATA / "bac-giang-2019")
    later = qcdc.DatasetBuilder(revises=bundle.dataset).append("bg-so", "people", "2018", 858).freeze()
    for dataset in (later, later.at_revision(0), later.as_published()):
        assert dataset.rollup().compare().text().startswith("Năm 2019")
