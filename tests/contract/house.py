#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""What the contract checks share. Each check is a program: it prints one line a violation and exits 1, or 77 to skip."""

import configparser
import json
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("QCDC_BUILD") or ROOT / "build").resolve()
HERE = ROOT / "tests" / "contract"


def run(*command, **options):
    """The standard output of a command that must succeed."""
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True, **options).stdout


def skip(reason):
    print(reason)
    sys.exit(77)


def need(*tools):
    for tool in tools:
        if shutil.which(tool) is None:
            skip(f"{tool} is not installed")


def finish(violations, what_was_checked):
    """Ends the check; a check that looked at nothing must not pass."""
    for violation in violations:
        print(violation)
    if violations:
        print(f"{len(violations)} violations; checked: {what_was_checked}")
        sys.exit(1)
    if not what_was_checked or what_was_checked.startswith("0 "):
        print(f"nothing was checked: {what_was_checked}")
        sys.exit(1)
    print(f"well: {what_was_checked}")


def shared_library(name):
    return BUILD / "libqcdc" / f"lib{name}.so.0"


STATS = "qcdc-stats-0"
LIBRARIES = ("qcdc-base-0", "qcdc-0", *([STATS] if shared_library(STATS).exists() else []))


def stats_headers():
    """The names of the headers of the library that stands apart."""
    layers = configparser.ConfigParser()
    layers.read(HERE / "layers.ini", encoding="utf-8")
    return {f"{noun}.h" for noun in layers["stats"]["headers"].split()}


def public_headers():
    """All headers a user may include of what was built, the generated one too; qcdc-glib.h stands apart, because it needs GLib."""
    headers = sorted((ROOT / "include" / "qcdc").glob("*.h")) + [BUILD / "include" / "qcdc" / "version.h"]
    left_out = {"qcdc-glib.h"} | (set() if STATS in LIBRARIES else stats_headers())
    return [header for header in headers if header.name not in left_out]


def build_options():
    listed = json.loads(run("meson", "introspect", "--buildoptions", BUILD))
    return {option["name"]: option["value"] for option in listed}
