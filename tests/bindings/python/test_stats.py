# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""qcdc.stats: the same numbers as in C and in the shell, and the words of Python for what is wrong."""

import json
import math
import os
import pathlib
import pickle
import subprocess
import sys

import pytest

import qcdc

ROOT = pathlib.Path(__file__).resolve().parents[3]
BUILD = pathlib.Path(os.environ.get("QCDC_BUILD", ROOT / "build"))
GOLDEN = ROOT / "tests" / "golden" / "stats"
SHELL = BUILD / "bindings" / "cli" / "qcdc"

if not (BUILD / "bindings" / "cli" / "qcdc-stats").exists():
    pytest.skip("built without the feature stats", allow_module_level=True)

from qcdc import stats  # noqa: E402


def read_table(name):
    lines = (GOLDEN / f"{name}.tsv").read_text(encoding="ascii").splitlines()
    names = lines[0].split("\t")
    return [dict(zip(names, map(float, line.split("\t")))) for line in lines[1:]]


def ask_shell(*words):
    return subprocess.run([SHELL, "stats", *map(str, words)], check=True, capture_output=True, text=True).stdout


def to_json(record):
    return {name: None if isinstance(value, float) and not math.isfinite(value) else value for name, value in record.to_dict().items()}


def test_numbers_are_those_of_r_and_of_the_shell():
    for row in read_table("counts")[::4]:
        now, before = int(row["now"]), int(row["before"])
        found = stats.compare_counts(now, before, level=row["level"])
        assert found.exact == pytest.approx(row["exact"], rel=1e-10) and found.high == pytest.approx(row["high"], rel=1e-8)
        assert json.loads(ask_shell("compare", now, before, "--level", repr(row["level"]), "--format", "json")) == to_json(found)
        for language in ("vi", "en"):
            assert ask_shell("compare", now, before, "--level", repr(row["level"]), "--language", language) == found.text(language) + "\n"


def test_proportions_and_rates():
    assert json.loads(ask_shell("compare", "62/77", "51/70", "--format", "json")) == to_json(stats.compare_proportions(62, 77, 51, 70))
    assert json.loads(ask_shell("compare", 12, 7, "--exposure", "31,28", "--format", "json")) == to_json(stats.compare_rates(12, 31, 7, 28))
    assert stats.compare_counts(0, 0).ratio is None and stats.compare_counts(3, 0).ratio == math.inf
    assert str(stats.compare_counts(0, 0)).startswith("Mức chênh lệch này có thể chỉ do")


def test_intervals():
    assert json.loads(ask_shell("interval", "62/77", "--format", "json")) == to_json(stats.interval_of_proportion(62, 77))
    assert json.loads(ask_shell("interval", "62/77", "--method", "exact", "--format", "json")) == to_json(stats.interval_of_proportion(62, 77, method="exact"))
    assert json.loads(ask_shell("interval", 14, "--exposure", 3, "--format", "json")) == to_json(stats.interval_of_rate(14, 3))
    assert ask_shell("interval", "62/77", "--language", "en") == stats.interval_of_proportion(62, 77).text("en") + "\n"
    median = stats.interval_of_quantile([5, None, 1, 4, math.nan, 2, 3])
    assert (median.estimate, median.low, median.high) == (3, -math.inf, math.inf)
    assert stats.interval_of_quantile(range(1, 26)).low == 8
    assert str(stats.interval_of_rate(14, 3)) == "4,67 (khoảng tin cậy 95%: 2,55 đến 7,83); ước tính tham khảo."


def test_every_row_of_a_comparison_in_one_call():
    folder = ROOT / "examples" / "data" / "bac-giang-2019"
    comparison = qcdc.read_bundle(folder).rollup().compare(by="child")
    found = stats.changes(comparison)
    rows = [json.loads(line) for line in ask_shell("changes", folder, "--by", "child", "--format", "json").splitlines()]
    assert len(found) == len(comparison) == len(rows)
    assert [None if one is None else to_json(one) for one in found] == [row["significance"] for row in rows]
    for change, one in zip(comparison, found):
        if one is not None:
            assert one == stats.compare_counts(int(change.current), int(change.base))
    assert any(found)
    plans = qcdc.read_bundle(ROOT / "examples" / "data" / "phong-tho-2022").rollup().compare(base="plan")
    assert len(plans) > 0 and not any(stats.changes(plans))


@pytest.mark.parametrize("ask", [
    lambda: stats.compare_counts(-1, 2), lambda: stats.compare_counts(1, 2, level=1), lambda: stats.compare_proportions(3, 2, 1, 2),
    lambda: stats.compare_rates(1, 0, 1, 1), lambda: stats.interval_of_proportion(1, 2, method="best"), lambda: stats.interval_of_quantile([1], 1.5),
    lambda: stats.interval_of_quantile([math.inf]), lambda: stats.compare_counts(2 ** 70, 1),
])
def test_what_is_out_of_range(ask):
    with pytest.raises(qcdc.ArgumentError):
        ask()


def test_nothing_to_take_a_quantile_of():
    with pytest.raises(qcdc.RefusedError):
        stats.interval_of_quantile([None])


def test_results_are_values():
    found = stats.compare_counts(428, 241)
    assert pickle.loads(pickle.dumps(found)) == found and hash(found) == hash(stats.compare_counts(428, 241))


def test_gsl_is_loaded_by_who_asks_for_statistics_alone():
    program = "import qcdc{}; print('libgsl' in open('/proc/self/maps').read())"
    for words, wanted in (("", "False"), (".stats", "True")):
        assert subprocess.run([sys.executable, "-B", "-c", program.format(words)], check=True, capture_output=True, text=True).stdout.strip() == wanted
