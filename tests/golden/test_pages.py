#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""What a page shows of qcdc read and of qcdc stats is what is printed: blocks ```console, each command behind "$ ". With QCDC_UPDATE=1 the pages are
written instead; read the difference before you commit it."""

import os
import pathlib
import re
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("QCDC_BUILD") or ROOT / "build").resolve()
BLOCK = re.compile(r"(?<=^```console\n)((?:(?!^```).)*?qcdc (?:read|stats).*?)(?=^```$)", re.M | re.S)


def show(block):
    """The block with what its commands print now."""
    environment = {**os.environ, "PATH": f"{BUILD / 'bindings' / 'cli'}:{os.environ['PATH']}"}
    shown = []
    for command in re.findall(r"^\$ (.*)$", block, re.M):
        ended = subprocess.run(["bash", "-c", command], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
        shown.append(f"$ {command}\n{ended.stdout.decode()}")
    return "".join(shown)


@pytest.mark.parametrize("page, least", [("docs/reading.md", 4), ("docs/statistics.md", 1), ("README.md", 1), ("README.vi.md", 1)])
def test_page_shows_what_is_printed(page, least):
    if page == "docs/statistics.md" and not (BUILD / "bindings" / "cli" / "qcdc-stats").exists():
        pytest.skip("built without the feature stats")
    path = ROOT / page
    text = path.read_text(encoding="utf-8")
    blocks = BLOCK.findall(text)
    assert len(blocks) >= least and all(block.startswith("$ ") for block in blocks)
    if os.environ.get("QCDC_UPDATE"):
        path.write_text(BLOCK.sub(lambda match: show(match[1]), text), encoding="utf-8")
    else:
        assert [show(block) for block in blocks] == blocks
