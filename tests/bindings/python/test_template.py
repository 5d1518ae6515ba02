# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Bundle.fill()."""

import pytest

import qcdc
import sample


@pytest.fixture
def bundle():
    return qcdc.read_bundle(sample.ROOT / "tests" / "golden" / "bundles" / "places")


def test_places_are_filled_for_the_format(bundle):
    template = "\ufeff{{ky}}\r\n{{don-vi-1}} {{{{x}}"
    assert bundle.fill(template) == "\ufeffnăm 2026\r\n1. Xã *Một* & <b> {{x}}"
    assert bundle.fill(template, format="html") == "\ufeffnăm 2026\r\n1. Xã *Một* &amp; &lt;b&gt; {{x}}"
    assert bundle.fill("{{don-vi-1}}", format=None, source="x.md") == r"1\. Xã \*Một\* &amp; &lt;b>"


def test_unit_and_period_are_those_of_places_that_name_none(bundle):
    unit = next(unit for unit in bundle.units if unit.code == "x3")
    assert bundle.fill("{{don-vi}} {{gia-tri}} {{x1}}", unit=unit, period=qcdc.Period("2025")) == "Xã Ba 01 09"
    assert bundle.fill("{{gia-tri}}", unit="x3") == bundle.fill("{{gia-tri}}", unit="x3", missing="strict", threads=2) == "03"


def test_all_findings_are_raised(bundle):
    with pytest.raises(qcdc.FindingsError) as raised:
        bundle.fill("{{kyy}}\n{{thieu}}{{", source="mau.txt")
    assert [(finding.finding, finding.file, finding.row, finding.column) for finding in raised.value.findings] == [
        ("QCDC-F222", "mau.txt", 1, 1), ("QCDC-F223", "mau.txt", 2, 1), ("QCDC-F221", "mau.txt", 2, 10)]
    with pytest.raises(qcdc.FindingsError, match="NUL"):
        bundle.fill("a\0b")
    with pytest.raises(qcdc.FindingsError, match="UTF-8"):
        bundle.fill("\ud800")


def test_what_the_call_names_is_there(bundle):
    with pytest.raises(qcdc.NotFoundError):
        bundle.fill("", unit="x9")
    with pytest.raises(qcdc.Error):
        bundle.fill("", format="xlsx")
    with pytest.raises(TypeError):
        bundle.fill("", unit=3)


def test_places_go_with_the_bundle(bundle):
    assert qcdc.Bundle.from_bytes(bundle.to_bytes()).fill("{{cau}}") == bundle.fill("{{cau}}")
