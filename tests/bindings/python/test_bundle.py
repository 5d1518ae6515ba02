# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Bundles: folders and packed bytes."""

import os
import pathlib
import shutil
from array import array

import pytest
import qcdc
import sample


def answers(bundle):
    """What a bundle says, in every way that a difference would show in."""
    cube = bundle.rollup()
    return (bundle.title, bundle.default_unit, bundle.default_period, bundle.style, bundle.units, bundle.indicators, bundle.catalog.plans,
            bundle.catalog.groups, len(bundle.dataset), str(bundle.check()), cube.table(format="json", by="child", depth="all"),
            cube.compare(by="child", depth="all").table("json"), cube.compare(by="child").text())


@pytest.fixture(params=sample.BUNDLES)
def example(request):
    return qcdc.read_bundle(sample.DATA / request.param)


def test_what_a_bundle_knows(bundle):
    assert bundle.title == "Tiếp nhận kiến nghị, phản ánh, tỉnh A (số liệu giả định)"
    assert (bundle.default_unit, bundle.default_period) == ("a", "2026-Q3")
    assert bundle.style == qcdc.Style(base_phrase="dated", percent="brackets")
    assert bundle.catalog.plans == {"ke-hoach": "kế hoạch"}
    assert bundle.units == bundle.dataset.units and bundle.indicators == bundle.dataset.indicators
    assert bundle.dataset is bundle.dataset and bundle.findings == []


def test_a_path_is_a_str_or_a_path(monkeypatch):
    monkeypatch.chdir(sample.DATA)
    for path in ("tinh-a-2026", pathlib.Path("tinh-a-2026"), b"tinh-a-2026", sample.DATA / "tinh-a-2026"):
        assert len(qcdc.read_bundle(path).dataset) > 0
    with pytest.raises(TypeError):
        qcdc.read_bundle(5)
    with pytest.raises(ValueError):
        qcdc.read_bundle("tinh-a\0-2026")


def test_a_path_of_vietnamese_letters(tmp_path, bundle):
    path = tmp_path / "số liệu quý III"
    bundle.write(path)
    assert answers(qcdc.read_bundle(path)) == answers(bundle)


def test_what_is_written_reads_back_to_the_same_bundle(example, tmp_path):
    example.write(tmp_path / "one")
    again = qcdc.read_bundle(tmp_path / "one")
    assert answers(again) == answers(example)
    again.write(tmp_path / "two")
    for name in os.listdir(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    assert sorted(os.listdir(tmp_path / "one")) == sorted(os.listdir(tmp_path / "two"))


def test_what_is_packed_unpacks_to_the_same_bundle(example):
    packed = example.to_bytes()
    assert isinstance(packed, bytes) and packed.startswith(b"QBDL") and packed == example.to_bytes()
    for given in (packed, bytearray(packed), memoryview(packed)):
        again = qcdc.Bundle.from_bytes(given)
        assert answers(again) == answers(example) and again.to_bytes() == packed


def test_a_bundle_is_never_written_over_another(bundle, tmp_path):
    bundle.write(tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in os.listdir(tmp_path)}
    with pytest.raises(qcdc.DuplicateError):
        bundle.write(tmp_path)
    assert {name: (tmp_path / name).read_bytes() for name in os.listdir(tmp_path)} == before


def test_a_folder_that_cannot_be_made(bundle, tmp_path):
    with pytest.raises(qcdc.FileError):
        bundle.write(tmp_path / "nowhere" / "bundle")
    with pytest.raises(qcdc.FileError) as caught:
        qcdc.read_bundle(tmp_path / "nowhere")
    assert caught.value.file and "is not a folder" in str(caught.value)


def test_a_dataset_of_ones_own_becomes_a_bundle(dataset, tmp_path):
    bundle = dataset.to_bundle(style={"percent": "brackets"}, title="Số liệu của tôi", default_unit=dataset.units[0],
                               default_period=qcdc.Period("2022"))
    bundle.write(tmp_path / "mine")
    again = qcdc.read_bundle(tmp_path / "mine")
    assert (again.title, again.default_unit, again.default_period) == ("Số liệu của tôi", "a", "2022")
    assert again.style["percent"] == "brackets" and answers(again) == answers(bundle)
    assert again.rollup().compare().text().startswith("Năm 2022, ")


def test_a_bundle_of_a_bundle_keeps_what_is_not_given_anew(bundle):
    other = bundle.dataset.to_bundle(title="Khác")
    assert (other.title, other.default_unit, other.default_period, other.style) == (
        "Khác", bundle.default_unit, bundle.default_period, bundle.style)
    assert answers(bundle.dataset.to_bundle()) == answers(bundle)
    assert bundle.dataset.to_bundle(style={"verb": "elide"}).style == qcdc.Style(verb="elide")


@pytest.mark.parametrize("others, kind", [
    ({"default_unit": "nowhere"}, qcdc.NotFoundError), ({"default_period": "2022-Q9"}, qcdc.FormatError), ({"title": "a\nb"}, qcdc.FormatError),
    ({"style": {"verb": "x"}}, qcdc.FormatError)], ids=str)
def test_what_a_bundle_cannot_hold(dataset, others, kind):
    with pytest.raises(kind):
        dataset.to_bundle(**others)


def test_how_numbers_are_written_can_be_said_by_the_call(tmp_path):
    shutil.copytree(sample.DATA / "bac-giang-2019", tmp_path / "bundle")
    path = tmp_path / "bundle" / "observations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",7570,", ",7.570,"), encoding="utf-8")
    with pytest.raises(qcdc.FindingsError):
        qcdc.read_bundle(tmp_path / "bundle")
    with pytest.raises(qcdc.FindingsError):
        qcdc.read_bundle(tmp_path / "bundle", number_format="canonical")
    bundle = qcdc.read_bundle(tmp_path / "bundle", number_format="vi")
    assert bundle.rollup()["bg", "people", "2019"].value == 7570
    assert answers(bundle) == answers(qcdc.read_bundle(sample.DATA / "bac-giang-2019"))


def test_rollup_and_check_are_those_of_its_dataset(bundle):
    asked = {"periods": ["2026"], "indicators": ["received"], "missing": "strict", "threads": 2}
    assert bundle.rollup(**asked).table(format="json") == bundle.dataset.rollup(**asked).table(format="json")
    assert bundle.check() == bundle.dataset.check()


def test_a_faulty_bundle_builds_nothing(tmp_path):
    shutil.copytree(sample.DATA / "tinh-a-2026", tmp_path / "bundle")
    with open(tmp_path / "bundle" / "observations.csv", "a", encoding="utf-8") as file:
        file.write("nowhere,received,2026-Q3,1\nb,received,2026-Q5,1\n")
    with pytest.raises(qcdc.FindingsError) as caught:
        qcdc.read_bundle(tmp_path / "bundle")
    assert [finding.value for finding in caught.value.findings] == ["nowhere", "2026-Q5"]
    assert caught.value.file == "observations.csv" and caught.value.row == caught.value.findings[0].row > 10


def test_packed_bytes_come_in_any_buffer(dataset):
    lengths = set()
    for title in map("x".__mul__, range(1, 9)):
        packed = dataset.to_bundle(title=title).to_bytes()
        letter = "B" if len(packed) % 8 else "q"
        lengths.add(letter)
        for buffer in (bytearray(packed), memoryview(packed), array(letter, packed)):
            assert qcdc.Bundle.from_bytes(buffer).to_bytes() == packed
    assert lengths == {"B", "q"}
