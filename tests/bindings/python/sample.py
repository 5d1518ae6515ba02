# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""What the tests of the Python package share: small figures of their own, one long roll-up, other processes."""

import os
import pathlib
import subprocess
import sys

import qcdc

ROOT = pathlib.Path(__file__).resolve().parents[3]
DATA = ROOT / "examples" / "data"
BUNDLES = sorted(folder.name for folder in DATA.iterdir())
QUICK = bool(os.environ.get("QCDC_QUICK"))

UNITS = [
    {"code": "a", "name": "Tỉnh A", "level": 0, "text_name": "toàn tỉnh"},
    {"code": "b", "name": "Xã B", "level": 1, "parent": "a", "kind": "xã", "groups": "núi|biên"},
    {"code": "c", "name": "Phường C", "level": 1, "parent": "a", "kind": "phường"},
]
INDICATORS = [
    {"code": "received", "name": "Đơn tiếp nhận", "nature": "flow", "measure": "đơn", "verb": "tiếp nhận"},
    {"code": "settled", "name": "Đơn đã giải quyết", "nature": "flow", "measure": "đơn", "verb": "giải quyết", "name_en": "Settled"},
    {"code": "rate", "name": "Tỷ lệ giải quyết", "nature": "ratio", "measure": "%", "formula": "settled / received"},
    {"code": "amount", "name": "Số tiền", "nature": "flow", "measure": "triệu đồng", "decimals": 2, "verb": "thu"},
]


def new_builder(**others):
    return qcdc.DatasetBuilder(UNITS, INDICATORS, **others)


def new_dataset():
    """Two communes, two years; c has not told its amount of 2022."""
    builder = new_builder(groups={"núi": "các xã miền núi", "biên": "các xã biên giới"})
    for year, received, settled in (("2021", [40, 12], [30, 12]), ("2022", [44, 9], [41, 6])):
        builder.append_columns(["b", "c"], "received", year, received)
        builder.append_columns(["b", "c"], "settled", year, settled)
    builder.append_columns(["b", "c", "b"], "amount", ["2021", "2021", "2022"], ["43.81", "10", "50.5"])
    builder.append("c", "amount", "2022", None, obs_status="O")
    return builder.freeze()


def long_dataset(units=20_000, indicators=50, months=60, plans=None):
    """A dataset of few rows whose roll-up is long, because every unit has a cell of every period."""
    builder = qcdc.DatasetBuilder(
        {"code": ["top", *(f"u{number}" for number in range(units))], "name": ["Đơn vị"] * (units + 1),
         "level": [0] + [1] * units, "parent": [""] + ["top"] * units},
        [{"code": f"i{number}", "name": "Chỉ tiêu", "nature": "flow", "measure": "lượt"} for number in range(indicators)],
        plans=plans or {})
    labels = [f"{2000 + month // 12}-{month % 12 + 1:02}" for month in range(months)]
    for number in range(indicators):
        builder.append_columns("u1", f"i{number}", labels, range(months))
    return builder.freeze()


def run_program(*command, **options):
    """What a program printed, and how it ended."""
    return subprocess.run(list(map(str, command)), **{"capture_output": True, "text": True, "timeout": 300, **options})


def run_python(*arguments, **options):
    """Another Python with the same package."""
    return run_program(sys.executable, "-B", *arguments, **options)
