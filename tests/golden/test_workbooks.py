#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Workbooks read back (D63): what is seen in each cell is what the same table says as CSV, and numbers are numbers."""

import csv
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import zipfile

import pytest

openpyxl = pytest.importorskip("openpyxl")

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("QCDC_BUILD") or ROOT / "build").resolve() / "bindings" / "cli" / "qcdc"
BUNDLES = ROOT / "tests" / "golden" / "bundles"
TABLES = [("form-units", "II.06a"), ("form-units", "so-sanh"), ("form-indicators", "KTXH"), ("form-indicators", "danh-sach")]


def run(*words, **environment):
    ended = subprocess.run([PROGRAM, *map(str, words)], cwd=ROOT, capture_output=True, timeout=60, env={**os.environ, **environment})
    return ended.returncode, ended.stdout.decode(), ended.stderr.decode()


@pytest.fixture
def write(tmp_path):
    """Writes a table, or a comparison where no code is named, and gives the path."""
    if "was built without" in run("compare", BUNDLES / "form-units", "--style", "language=en", "--format", "xlsx", "--output", tmp_path / "x")[2]:
        pytest.skip("built without the feature xlsx")

    def written(bundle, code=None, *options, **environment):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.xlsx"
        words = ["compare", bundle] if code is None else ["table", bundle, code]
        assert run(*words, *options, "--format", "xlsx", "--output", path, **environment) == (0, "", "")
        return path
    return written


def number_to_text(value, section):
    """A number as a Vietnamese spreadsheet shows it by a section of a format."""
    decimals = len(re.search(r"#,##0\.?(0*)", section)[1])
    text = f"{abs(value):,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    return re.sub(r"#,##0\.?0*", text, section).replace('"', "")


def shown(cell):
    if cell.value is None or isinstance(cell.value, str):
        return cell.value or ""
    sections = cell.number_format.split(";")
    which = 2 if cell.value == 0 and len(sections) == 3 else 1 if cell.value < 0 and len(sections) == 3 else 0
    sign = "-" if cell.value < 0 and which == 0 else ""
    return sign + (sections[which].replace('"', "") if which == 2 else number_to_text(cell.value, sections[which]))


def as_csv(bundle, code):
    return list(csv.reader(run("table", BUNDLES / bundle, code, "--format", "csv")[1].splitlines()))


def body_of(sheet, rows):
    """The row of the sheet where the head of a table of so many rows begins: the first with a border."""
    first = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).border.top.style == "thin")
    return [[sheet.cell(first + row, column + 1) for column in range(len(rows[row]))] for row in range(len(rows))]


@pytest.mark.parametrize("bundle, code", TABLES)
def test_every_cell_shows_what_the_table_says(write, bundle, code):
    sheet = openpyxl.load_workbook(write(BUNDLES / bundle, code)).active
    rows = as_csv(bundle, code)
    cells = body_of(sheet, rows)
    assert [[shown(cell) for cell in row] for row in cells] == rows
    assert all(cell.border.left.style == cell.border.bottom.style == "thin" for row in cells for cell in row if cell.value is not None)
    assert sum(isinstance(cell.value, (int, float)) for row in cells for cell in row) > 10


def test_a_comparison_shows_what_its_table_says(write):
    sheet = openpyxl.load_workbook(write(BUNDLES / "form-units")).active
    table = run("compare", BUNDLES / "form-units", "--format", "markdown")[1].splitlines()[2:]
    rows = [[text.strip() for text in line[1:-1].split(" | ")] for line in table]
    cells = body_of(sheet, [rows[0], rows[0], *rows])[2:]
    assert [[shown(cell) for cell in row] for row in cells] == rows
    assert {"D3:F3", "G3:H3", "I3:J3", "A3:A4"} <= {str(area) for area in sheet.merged_cells.ranges}


def test_heads_are_merged_and_wide_enough(write):
    sheet = openpyxl.load_workbook(write(BUNDLES / "form-units", "II.06a")).active
    assert sorted(str(area) for area in sheet.merged_cells.ranges) == sorted(
        "A1:M1 A2:M2 A3:M3 A5:A8 B5:B8 C5:F5 C6:C8 D6:F6 D7:E7 F7:F8 G5:J5 G6:G8 H6:H8 I6:I8 J6:J8 K5:K8 L5:L8 M5:M8 A16:M16 A17:M17".split())
    assert sheet.title == "II.06a"
    sheet = openpyxl.load_workbook(write(BUNDLES / "form-indicators", "KTXH")).active
    for cell in body_of(sheet, as_csv("form-indicators", "KTXH"))[1]:
        if isinstance(cell.value, str):
            assert sheet.column_dimensions[cell.column_letter].width >= max(map(len, cell.value.split()))
    names = [cell.alignment.indent for cell in sheet["B"][7:14]]
    assert names[0] == 0 and {1, 2} <= set(map(int, names))


def test_a_long_word_of_a_head_has_room(write, tmp_path):
    folder = tmp_path / "bundle"
    shutil.copytree(BUNDLES / "form-units", folder)
    lines = (folder / "table-lines.csv").read_text(encoding="utf-8")
    assert "Trong kỳ,tn-trong,group" in lines
    (folder / "table-lines.csv").write_text(lines.replace("Trong kỳ,tn-trong,group", "x" * 40 + ",tn-trong,group"), encoding="utf-8")
    widths = openpyxl.load_workbook(write(folder, "II.06a")).active.column_dimensions
    assert widths["D"].width + widths["E"].width >= 40


def test_what_is_strong_and_what_stands_around(write):
    sheet = openpyxl.load_workbook(write(BUNDLES / "form-units", "II.06a")).active
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == ["Biểu số II.06a", "Tình hình tiếp nhận và giải quyết hồ sơ",
                                                               "Tỉnh A, 6 tháng đầu năm 2024"]
    assert sheet["A2"].font.b and sheet["A2"].alignment.horizontal == "center" and not sheet["A3"].font.b
    assert sheet["C14"].font.b and not sheet["C13"].font.b and sheet["C5"].alignment.wrap_text
    assert sheet["A17"].value == "* Theo báo cáo của một phần số đơn vị"
    assert sheet["C14"].value == 1495 and sheet["C14"].number_format.startswith('#,##0"*"')


@pytest.fixture
def long_figures(tmp_path):
    folder = tmp_path / "bundle"
    shutil.copytree(BUNDLES / "form-units", folder)
    observations = (folder / "observations.csv").read_text(encoding="utf-8")
    for before, after in (("x1,online,2024-S1,80,", "x1,online,2024-S1,123456789012345,"),
                          ("x2,online,2024-S1,1000,", "x2,online,2024-S1,1234567890123456,"),
                          ("p3,online,2024-S1,300,", "p3,online,2024-S1,123456789012345000,")):
        assert before in observations
        observations = observations.replace(before, after)
    (folder / "observations.csv").write_text(observations, encoding="utf-8")
    return folder


def test_what_fifteen_digits_do_not_hold_is_a_text(write, long_figures):
    sheet = openpyxl.load_workbook(write(long_figures, "II.06a")).active
    assert [sheet.cell(row, 4).value for row in (10, 11, 12)] == [123456789012345, "1.234.567.890.123.456", 1.23456789012345e17]
    assert sheet["D11"].alignment.horizontal == "right"


def test_the_same_table_makes_the_same_bytes(write):
    first = write(BUNDLES / "form-units", "II.06a", TZ="UTC")
    second = write(BUNDLES / "form-units", "II.06a", TZ="Asia/Ho_Chi_Minh", LC_ALL="vi_VN.UTF-8")
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as parts:
        assert b"2020-01-01T00:00:00Z" in parts.read("docProps/core.xml")
        assert {part.date_time[:3] for part in parts.infolist()} == {(1980, 1, 1)} or len({part.date_time for part in parts.infolist()}) == 1


@pytest.mark.parametrize("code, title", [("a/b[c]:" + "ệ" * 40, "a-b-c--" + "ệ" * 24), ("History", "-History")])
def test_a_name_that_is_none_of_a_sheet_makes_a_sheet(write, tmp_path, code, title):
    folder = tmp_path / "bundle"
    shutil.copytree(BUNDLES / "form-units", folder)
    for name in ("tables.csv", "table-lines.csv"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace("II.06a,", code + ","), encoding="utf-8")
    assert openpyxl.load_workbook(write(folder, code)).active.title == title


@pytest.mark.parametrize("code", ["06a", "KH24", "R1C1", "Biểu-1"])
def test_the_head_is_on_each_page_of_sheets_that_are_called_like_cells(write, tmp_path, code):
    folder = tmp_path / "bundle"
    shutil.copytree(BUNDLES / "form-units", folder)
    for name in ("tables.csv", "table-lines.csv"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace("II.06a,", code + ","), encoding="utf-8")
    path = write(folder, code)
    with zipfile.ZipFile(path) as parts:
        assert f">'{code}'!$5:$9<" in parts.read("xl/workbook.xml").decode()
    assert openpyxl.load_workbook(path).active.print_title_rows == "$5:$9"


def fill_disk():
    """As if a disk had room for 1000 bytes more."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


def test_a_failed_write_leaves_what_was_there(write, tmp_path):
    old = tmp_path / "old.xlsx"
    old.write_text("before", encoding="utf-8")
    there = sorted(tmp_path.iterdir())
    words = ("table", BUNDLES / "form-units", "II.06a", "--format", "xlsx", "--output")
    ended = subprocess.run([PROGRAM, *map(str, words), old], capture_output=True, text=True, preexec_fn=fill_disk)
    assert (ended.returncode, ended.stdout) == (3, "") and "cannot be written" in ended.stderr
    assert old.read_text(encoding="utf-8") == "before" and sorted(tmp_path.iterdir()) == there
    for path in (tmp_path / "none" / "x.xlsx", tmp_path, "/dev/full"):
        code, printed, told = run(*words, path)
        assert code == 3 and told.startswith(f"qcdc: {path}: cannot be written")
    assert sorted(tmp_path.iterdir()) == there


def test_a_file_keeps_its_mode_a_link_what_it_leads_to_and_neighbours_are_left_alone(write, tmp_path):
    (tmp_path / "x").unlink()
    old, link, part = (tmp_path / name for name in ("old.xlsx", "link.xlsx", "link.xlsx.part"))
    old.write_text("before", encoding="utf-8")
    old.chmod(0o640)
    link.symlink_to(old)
    part.write_text("of somebody", encoding="utf-8")
    assert run("table", BUNDLES / "form-units", "II.06a", "--format", "xlsx", "--output", link)[0] == 0
    assert openpyxl.load_workbook(old).active.title == "II.06a"
    assert link.is_symlink() and old.stat().st_mode & 0o777 == 0o640 and part.read_text(encoding="utf-8") == "of somebody"
    assert sorted(tmp_path.iterdir()) == sorted((old, link, part))


@pytest.mark.parametrize("before", [",Tình hình tiếp nhận và giải quyết hồ sơ,", "Xã Một"])
def test_a_text_that_no_cell_holds_is_an_error(write, tmp_path, before):
    folder = tmp_path / "bundle"
    shutil.copytree(BUNDLES / "form-units", folder)
    for name in ("tables.csv", "units.csv"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(before, before[0] + "d" * 32768 + before[-1]), encoding="utf-8")
    code, printed, told = run("table", folder, "II.06a", "--format", "xlsx", "--output", tmp_path / "long.xlsx")
    assert (code, printed) == (3, "") and "cannot be written: a text has more than 32767" in told and not (tmp_path / "long.xlsx").exists()


def test_a_workbook_goes_to_a_file():
    for words in (["table", BUNDLES / "form-units", "II.06a"], ["compare", BUNDLES / "form-units"]):
        assert run(*words, "--format", "xlsx") == (2, "", "qcdc: --format xlsx goes to a file: name it with --output FILE\n")
    assert run("table", BUNDLES / "form-units", "--format", "xlsx", "--output", "x") == (2, "", "qcdc: --format xlsx takes the CODE of a table\n")
