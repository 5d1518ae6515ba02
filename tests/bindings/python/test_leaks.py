# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""No memory of C is lost, read or written wrongly by a program that uses each class: every_class.py under valgrind."""

import os
import pathlib
import shutil
import sys
import xml.etree.ElementTree

import pytest
import sample

PROGRAM = pathlib.Path(__file__).with_name("every_class.py")

pytestmark = [
    pytest.mark.skipif(sample.QUICK, reason="valgrind takes half a minute; left out by --quick"),
    pytest.mark.skipif(shutil.which("valgrind") is None, reason="valgrind is not installed"),
]


def is_ours(frame):
    return "qcdc" in pathlib.PurePath(frame.findtext("obj") or "").name


def find_faults(place, *arguments):
    """What valgrind found wrong with a call of ours on its stack, as (kind, functions)."""
    report = place / "valgrind.xml"
    command = ["--quiet", "--leak-check=full", "--show-leak-kinds=definite", "--errors-for-leak-kinds=definite", "--num-callers=40",
               "--xml=yes", f"--xml-file={report}", sys.executable, "-B", PROGRAM, *arguments]
    # blocks of Python and GLib come from malloc one by one, so that each is watched
    environment = {**os.environ, "PYTHONMALLOC": "malloc", "G_SLICE": "always-malloc"}
    ended = sample.run_program("valgrind", *command, env=environment)
    assert (ended.returncode, ended.stdout) == (0, "well\n"), ended.stderr
    faults = []
    for error in xml.etree.ElementTree.parse(report).getroot().iterfind("error"):
        functions = [frame.findtext("fn") for frame in error.find("stack") if is_ours(frame)]
        # cffi keeps some words of each module that is imported
        if functions and "_cffi_init" not in functions:
            faults.append((error.findtext("kind"), functions))
    return faults


def test_nothing_is_lost_and_nothing_freed_is_used(tmp_path):
    assert find_faults(tmp_path) == []


def test_what_is_lost_and_what_is_used_after_it_was_freed_is_found(tmp_path):
    faults = find_faults(tmp_path, "faulty")
    assert {kind for kind, _ in faults} >= {"Leak_DefinitelyLost", "InvalidRead"}
    assert any("qcdc_dataset_builder_set_number_writing" in functions for _, functions in faults)
