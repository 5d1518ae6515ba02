# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Bundles with faults: exit 2, nothing on stdout, and on stderr every fault with its place, in file order.

A folder bad-input/NAME holds the files in which the bundle differs from bad-input/good, the names of files it lacks
(absent.txt), and expected.err. With QCDC_UPDATE=1 the expectations are written instead; read the difference before you
commit it.
"""

import os
import pathlib
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ROOT / "tests" / "golden" / "bad-input"
PROGRAM = pathlib.Path(os.environ.get("QCDC_BUILD") or ROOT / "build").resolve() / "bindings" / "cli" / "qcdc"
NAMES = sorted(folder.name for folder in FOLDERS.iterdir() if folder.name != "good")
OWN_FILES = ("absent.txt", "expected.err")


def make_bundle(name, place):
    """The good bundle with what differs in @name, under its name, because messages name the folder."""
    bundle = place / name
    shutil.copytree(FOLDERS / "good", bundle)
    for path in (FOLDERS / name).iterdir():
        if path.name not in OWN_FILES:
            shutil.copy(path, bundle / path.name)
    absent = FOLDERS / name / "absent.txt"
    for missing in absent.read_text().split() if absent.exists() else []:
        (bundle / missing).unlink()


def run(place, *arguments):
    return subprocess.run([PROGRAM, *arguments], cwd=place, capture_output=True, timeout=60)


@pytest.mark.parametrize("name", NAMES)
def test_every_fault_is_told_with_its_place(name, tmp_path):
    make_bundle(name, tmp_path)
    ended = run(tmp_path, "compare", name)
    expected = FOLDERS / name / "expected.err"
    if os.environ.get("QCDC_UPDATE"):
        expected.write_bytes(ended.stderr)
    assert ended.stderr.decode() == expected.read_text(encoding="utf-8")
    assert (ended.returncode, ended.stdout) == (2, b"")


@pytest.mark.parametrize("command", [["rollup"], ["explain", "--indicator", "visits"]])
def test_nothing_is_half_loaded_for_other_commands(command, tmp_path):
    make_bundle("every-fault", tmp_path)
    ended = run(tmp_path, *command, "every-fault")
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr == (FOLDERS / "every-fault" / "expected.err").read_bytes()


def test_check_gives_the_findings_as_its_result(tmp_path):
    make_bundle("every-fault", tmp_path)
    ended = run(tmp_path, "check", "every-fault")
    lines = (FOLDERS / "every-fault" / "expected.err").read_text(encoding="utf-8").splitlines()
    assert ended.returncode == 2
    assert ended.stdout.decode().splitlines() == lines[:-1]


def test_the_good_bundle_is_good(tmp_path):
    shutil.copytree(FOLDERS / "good", tmp_path / "good")
    ended = run(tmp_path, "compare", "good")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.decode().startswith("Năm 2022, toàn tỉnh")


def test_a_title_steers_no_terminal_and_breaks_no_line(tmp_path):
    bundle = tmp_path / "bundle"
    shutil.copytree(ROOT / "tests" / "golden" / "bundles" / "form-units", bundle)
    text = (bundle / "tables.csv").read_text(encoding="utf-8")
    (bundle / "tables.csv").write_text(text.replace(",Hồ sơ so với cùng kỳ,", ',"Hồ sơ\n\x1b[2Jxóa\tmàn",'), encoding="utf-8")
    listed = run(tmp_path, "table", "bundle").stdout.decode()
    assert listed.splitlines()[1:] == ["so-sanh\tHồ sơ??[2Jxóa?màn"]


def test_the_folder_is_missing(tmp_path):
    ended = run(tmp_path, "compare", "nowhere")
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.decode() == "qcdc: nowhere: is not a folder; a bundle is a folder\n"


def test_the_golden_bundle_has_faults_enough():
    """The contract asks for fourteen faults in four files."""
    lines = (FOLDERS / "every-fault" / "expected.err").read_text(encoding="utf-8").splitlines()[:-1]
    assert len(lines) >= 14
    assert [file for file in dict.fromkeys(line.split(":")[0] for line in lines)] == ["bundle.ini", "units.csv", "indicators.csv", "observations.csv"]
