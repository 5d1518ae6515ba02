#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Every refusal is provoked through the shell and explained in both languages.

refusals.tsv says by which command on which bundle; refusals.out holds all that is printed. The names are those of
include/qcdc/refusal.h: one without a row is a failure, and so is an explanation that its row does not print. With QCDC_UPDATE=1
refusals.out is written instead; read the difference before you commit it.
"""

import os
import pathlib
import re
import shlex
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "golden"
PROGRAM = pathlib.Path(os.environ.get("QCDC_BUILD") or ROOT / "build").resolve() / "bindings" / "cli" / "qcdc"


# refused by a library that was built without a feature
OF_FEATURES = ("xlsx-feature",)


def read_names():
    header = (ROOT / "include" / "qcdc" / "refusal.h").read_text(encoding="utf-8")
    names = re.findall(r"^    QCDC_REFUSAL_(\w+)(?: = 0)?,", header, re.M) + ["END"]
    assert names[0] == "NONE" and re.search(r"^    QCDC_REFUSAL_END ", header, re.M)
    return [name.lower().replace("_", "-") for name in names[1:-1]]


def read_words():
    """name → explanations in Vietnamese and English, as they stand in the source."""
    source = (ROOT / "libqcdc" / "kernel" / "refusal.c").read_text(encoding="utf-8")
    entries = re.findall(r"\[QCDC_REFUSAL_\w+\] = \{(.*?)\n    \},", source, re.S)
    texts = [["".join(re.findall(r'"([^"]*)"', text)) for text in re.split(r",\n", entry)] for entry in entries]
    return {text[0]: text[1:3] for text in texts}


def read_rows():
    return [line.split("\t") for line in (FOLDER / "refusals.tsv").read_text(encoding="utf-8").splitlines()[1:]]


def is_refused(row):
    """Whether this build refuses it: what needs a feature is refused by a build without it alone. refusals.out has it all the same."""
    if row[0] not in OF_FEATURES:
        return True
    printed = run(*row[1:], "vi")
    assert "exit 2" in printed or "exit 3" in printed
    return "exit 2" in printed


def run(command, bundle, options, language):
    words = [command, bundle, *shlex.split(options), "--style", f"language={language}"]
    ended = subprocess.run([PROGRAM, *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    return f"$ qcdc {shlex.join(words)}\n{ended.stdout.decode()}exit {ended.returncode}\n"


def test_every_refusal_has_a_row():
    assert [row[0] for row in read_rows()] == read_names() == list(read_words())


@pytest.mark.parametrize("row", read_rows(), ids=lambda row: row[0])
@pytest.mark.parametrize("number, language", enumerate(["vi", "en"]), ids=["vi", "en"])
def test_a_refusal_is_explained(row, number, language):
    printed = run(*row[1:], language).splitlines()
    words = read_words()[row[0]][number]
    if not is_refused(row):
        pytest.skip("this build has the feature")
    assert words in printed or f"qcdc: {words}" in printed


def test_what_is_printed_is_what_was_reviewed():
    reviewed = (FOLDER / "refusals.out").read_text(encoding="utf-8")
    kept = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", reviewed, re.M | re.S))
    answers = {row[0]: run(*row[1:], "vi") + run(*row[1:], "en") if is_refused(row) else kept.get(row[0], "") for row in read_rows()}
    printed = "\n".join(f"## {name}\n{answer.rstrip()}\n" for name, answer in answers.items())
    if os.environ.get("QCDC_UPDATE"):
        (FOLDER / "refusals.out").write_text(printed, encoding="utf-8")
    assert printed == (FOLDER / "refusals.out").read_text(encoding="utf-8")
