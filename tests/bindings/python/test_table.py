# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Tables in the shape of forms: Bundle.tables, Bundle.table()."""

import os
import subprocess
import sys
import zipfile

import pytest
import qcdc
import sample

FORMS = sample.ROOT / "tests" / "golden" / "bundles"


@pytest.fixture
def units():
    return qcdc.read_bundle(FORMS / "form-units")



def test_tables_have_codes_and_titles(units):
    assert list(units.tables.items()) == [("II.06a", "Tình hình tiếp nhận và giải quyết hồ sơ"), ("so-sanh", "Hồ sơ so với cùng kỳ")]
    assert qcdc.read_bundle(sample.DATA / "phong-tho-2022").tables == {}


def test_a_table_is_drawn_in_each_format(units):
    assert "Biểu số II.06a\nTình hình" in units.table("II.06a")
    assert units.table("II.06a", format="csv").splitlines()[0] == "STT,Đơn vị,Số hồ sơ tiếp nhận,,,,Số hồ sơ đã giải quyết,,,,Tỷ lệ (%),Số cuộc/số người,Ghi chú"
    assert 'colspan="4"' in units.table("II.06a", format="html")
    assert units.table("II.06a", format="markdown").count("\n| ") == 8


def test_what_is_asked_for_goes_before_the_table(units):
    whole = units.table("so-sanh", format="csv")
    assert units.table("so-sanh", unit="tinh", period=qcdc.Period("2024-S1"), base="same-period", format="csv") == whole
    assert units.table("so-sanh", unit=units.units[1], format="csv").splitlines()[-1] == ",Tổng cộng,120,100,20,20,120"
    assert "Toàn tỉnh,\"1,495*\"" in units.table("so-sanh", format="csv", language="en")
    assert "12.08" not in units.table("II.06a", percent_decimals=2, format="csv")
    assert ",...," in units.table("so-sanh", period="2023-S1", format="csv")


def test_a_bundle_that_travels_has_its_tables(units):
    assert qcdc.Bundle.from_bytes(units.to_bytes()).table("II.06a") == units.table("II.06a")


def test_what_is_wrong_is_told(units):
    with pytest.raises(qcdc.NotFoundError, match='table "[^"]*" is not known; there are II.06a, so-sanh'):
        units.table("zz")
    with pytest.raises(qcdc.RefusedError, match="a form has no JSON lines"):
        units.table("II.06a", format="json")
    with pytest.raises(qcdc.NotFoundError):
        units.table("II.06a", unit="zz")
    with pytest.raises(qcdc.FormatError):
        units.table("II.06a", base="nope")
    with pytest.raises(TypeError):
        units.table(3)


@pytest.fixture
def to_path(units, tmp_path):
    try:
        units.table("II.06a", format="xlsx", path=tmp_path / "probe.xlsx")
    except qcdc.RefusedError:
        pytest.skip("built without the feature xlsx")
    return tmp_path


def test_a_table_and_a_comparison_go_to_workbooks(units, to_path):
    path = to_path / "a.xlsx"
    assert units.table("II.06a", format="xlsx", path=path) == str(path)
    assert path.read_bytes() == (to_path / "probe.xlsx").read_bytes()
    units.rollup().compare().to_xlsx(to_path / "b.xlsx", language="en")
    with zipfile.ZipFile(to_path / "b.xlsx") as parts:
        assert "Tổng số tiếp nhận" in parts.read("xl/sharedStrings.xml").decode()


def test_a_workbook_does_not_ask_the_locale(units, to_path):
    made = ["localedef", "-i", "vi_VN", "-f", "UTF-8", to_path / "vi_VN.UTF-8"]
    if subprocess.run(made, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
        pytest.skip("no sources of locales to make one of")
    program = ("import locale, sys, qcdc; locale.setlocale(locale.LC_ALL, 'vi_VN.UTF-8'); assert locale.localeconv()['decimal_point'] == ','; "
               "qcdc.read_bundle(sys.argv[1]).table('II.06a', format='xlsx', path=sys.argv[2]); assert format(1.5, 'n') == '1,5'")
    words = [sys.executable, "-B", "-c", program, FORMS / "form-units", to_path / "vi.xlsx"]
    subprocess.run(words, check=True, env={**os.environ, "LOCPATH": str(to_path)})
    assert (to_path / "vi.xlsx").read_bytes() == (to_path / "probe.xlsx").read_bytes()


def test_a_workbook_that_cannot_be_written_is_told(units, to_path):
    with pytest.raises(OSError):
        units.table("II.06a", format="xlsx", path=to_path / "none" / "a.xlsx")
    with pytest.raises(OSError):
        units.rollup().compare().to_xlsx(to_path)
    for words in ({"format": "xlsx"}, {"format": "csv", "path": "a"}):
        with pytest.raises(qcdc.ArgumentError, match="a workbook goes to a path"):
            units.table("II.06a", **words)
