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

HAS_STATS = (BUILD / "bindings" / "cli" / "qcdc-stats").exists()
if HAS_STATS:
    from qcdc import stats
pytestmark = pytest.mark.skipif(not HAS_STATS, reason="built without the feature stats")


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


MONTHS = ROOT / "examples" / "data" / "tinh-a-thang"
PERIODS = [f"{month // 12}-{month % 12 + 1:02d}" for month in range(2022 * 12, 2026 * 12 + 5)]


@pytest.fixture(scope="module")
def months():
    return qcdc.read_bundle(MONTHS).rollup()


def read_series(cube, unit):
    return [float(cube[unit, "received", period].value) for period in PERIODS]


def ask_json(*words):
    return [json.loads(line) for line in ask_shell(*words, "--format", "json").splitlines()]


def test_outliers_are_those_of_the_shell(months):
    found = stats.find_outliers(months)
    rows = ask_json("outliers", MONTHS)
    assert [(one.unit, one.indicator, str(one.period)) for one in found] == [(row["unit"], row["indicator"], row["period"]) for row in rows] == [("d", "received", "2026-03")]
    assert {name: getattr(found[0], name) for name in rows[0]["outlier"]} | {"value": str(found[0].value)} == rows[0]["outlier"]
    assert (found[0].value, found[0].cause, found[0].scope) == (270, "tenfold", "own") and found.judged > 400
    assert ask_shell("outliers", MONTHS) == f"d  received  2026-03\n    {found[0]}\n"
    assert ask_shell("outliers", MONTHS, "--language", "en").endswith(f"{found[0].text('en')}\n")
    assert not stats.find_outliers(months, units=[]) and not stats.find_outliers(months, indicators=[])
    for wrong in (lambda: stats.find_outliers(months, threads=-1), lambda: found[0].text("fr"), lambda: stats.concentration_of(months, "received", "2025", largest=-1)):
        with pytest.raises(qcdc.ArgumentError):
            wrong()
    assert not stats.find_outliers(months, units=["b", "c"]) and not stats.find_outliers(months, last="2025-12") and not stats.find_outliers(months, threshold=40)
    assert stats.find_outliers(months, threads=1) == stats.find_outliers(months, threads=3) == found


def test_the_threshold_of_no_words_is_that_of_the_shell(tmp_path):
    (tmp_path / "bundle.ini").write_text("[bundle]\nformat=1\ntitle=x\nnumber_format=canonical\ndefault_unit=a\n", encoding="utf-8")
    (tmp_path / "units.csv").write_text("code,name,level,parent,kind,text_name\na,A,0,,,\n", encoding="utf-8")
    (tmp_path / "indicators.csv").write_text("code,name,nature,measure,verb,object\nm,M,flow,m,m,m\n", encoding="utf-8")
    figures = [50 + i * 7 % 5 for i in range(35)] + [105]
    rows = [f"a,m,{2023 + i // 12}-{i % 12 + 1:02d},{figure}" for i, figure in enumerate(figures)]
    (tmp_path / "observations.csv").write_text("\n".join(["unit,indicator,period,value", *rows, ""]), encoding="utf-8")
    found = stats.find_outliers(qcdc.read_bundle(tmp_path).rollup())
    assert [str(one.period) for one in found] == [row["period"] for row in ask_json("outliers", tmp_path)] == ["2025-12"] and 4 < found[0].score < 4.5
    assert "(4)" in ask_shell("outliers", "--help")


def test_a_cube_without_units_has_no_outliers(tmp_path):
    (tmp_path / "bundle.ini").write_text("[bundle]\nformat=1\ntitle=x\nnumber_format=canonical\n", encoding="utf-8")
    (tmp_path / "units.csv").write_text("code,name,level,parent,kind,text_name\n", encoding="utf-8")
    (tmp_path / "indicators.csv").write_text("code,name,nature,measure,verb,object\nm,M,flow,m,m,m\n", encoding="utf-8")
    (tmp_path / "observations.csv").write_text("unit,indicator,period,value\n", encoding="utf-8")
    cube = qcdc.read_bundle(tmp_path).rollup(periods=["2023-01", "2023-02"])
    assert stats.find_outliers(cube) == [] and stats.trends(cube, [], [], "2023-01", "2023-02") == []


def test_trends_are_those_of_the_shell(months):
    units = ["a", "b", "c", "d", "e", "g", "h", "i", "k"]
    rows = ask_json("trends", MONTHS, "--period", PERIODS[0], "--period", PERIODS[-1], "--by", "child", "--indicator", "received")
    found = stats.trends(months, units, ["received"] * len(units), PERIODS[0], PERIODS[-1])
    assert [row["unit"] for row in rows] == units
    for row, one in zip(rows, found):
        assert {name: getattr(one.trend, name) for name in row["trend"]["line"]} == row["trend"]["line"]
        assert {name: getattr(one.test, name) for name in row["trend"]["test"]} == row["trend"]["test"]
        assert one.state == "given" and (one.periods, one.used, one.left_out) == (53, 53, 0)
    assert found[0].trend == stats.fit_trend(read_series(months, "a"), season=12) and found[0].test == stats.trend_test(read_series(months, "a"), season=12)
    assert found[0].text("en").count("\n") == 1
    assert stats.trends(months, units, ["received"] * len(units), PERIODS[0], PERIODS[-1], threads=4) == found
    with pytest.raises(qcdc.ArgumentError, match="at most 64 threads"):
        stats.trends(months, units, ["received"] * len(units), PERIODS[0], PERIODS[-1], threads=65)
    few = stats.trends(months, ["a"], ["people"], "2022-01", "2022-06")[0]
    assert (few.state, few.trend, few.test) == ("few", None, None) and few.text("en") == "No trend: too few observations to hold against one another, used: 0."


def test_levels_of_a_cube(months):
    found = stats.level_changes(months, ["a", "b"], ["received", "people"], PERIODS[0], PERIODS[-1], "2024-07")
    assert found[0].state == "given" and abs(found[0].change.change) < 60 and found[0].change.used_before == 30 and "95%" in found[0].text()
    assert (found[1].state, found[1].change) == ("few", None) and found[1].text("en") == "No change of level: the observations before the break and from it on do not tell it apart, used: 5."
    assert stats.level_changes(months, ["a", "b"], ["received", "people"], PERIODS[0], PERIODS[-1], "2024-07", threads=2) == found


def test_level_changes_are_those_of_the_shell(months):
    words = ("level-changes", MONTHS, "--period", PERIODS[0], "--period", PERIODS[-1], "--break", "2024-07", "--by", "child")
    rows = ask_json(*words)
    found = stats.level_changes(months, [row["unit"] for row in rows], [row["indicator"] for row in rows], PERIODS[0], PERIODS[-1], "2024-07")
    assert len(rows) == 18 and {row["level_change"]["state"] for row in rows} == {"given", "few"}
    for row, one in zip(rows, found):
        series = {name: getattr(one, name) for name in ("state", "periods", "used", "left_out")}
        change = {name: None for name in stats.LevelChange.__slots__} if one.change is None else to_json(one.change)
        assert row["level_change"] == series | change and row["period"] == "2024-07"
    for language in ("vi", "en"):
        told = "".join(f"{row['unit']}  {row['indicator']}  2024-07\n    {one.text(language)}\n" for row, one in zip(rows, found))
        assert ask_shell(*words, "--language", language) == told
    assert found[0].change == stats.find_level_change(read_series(months, "a"), 30, season=12)


def list_names(row):
    return {name: list_names(value) if isinstance(value, dict) else None for name, value in row.items()}


@pytest.mark.parametrize("command, name, given, none", [("trends", "trend", ["2022-01", "2026-05"], ["2022-01", "2022-06"]),
                                                        ("estimates", "estimate", ["2026-01/P5M"], ["2024-01/P5M"])])
def test_what_there_is_nothing_of_has_the_same_members(command, name, given, none):
    rows = [row for periods in (given, none) for row in ask_json(command, MONTHS, "--indicator", "received", *(word for period in periods for word in ("--period", period)))]
    assert rows[0][name]["state"] == "given" != rows[1][name]["state"] and list_names(rows[0]) == list_names(rows[1])


def test_a_level_of_zero_is_refused(months):
    """The library takes 0 for its default; who writes it wants something else, and the shell refuses it too."""
    for ask_for in (lambda: stats.interval_of_rate(3, level=0), lambda: stats.compare_counts(3, 4, level=0), lambda: stats.fit_trend([1, 2, 4], level=0),
                    lambda: stats.year_estimates(months, ["a"], ["received"], "2026-01/P5M", level=0)):
        with pytest.raises(qcdc.ArgumentError, match="level 0 is not above 0"):
            ask_for()
    with pytest.raises(qcdc.ArgumentError, match="threshold 0 is not above 0"):
        stats.find_outliers(months, threshold=0)


def test_lines_through_values():
    line = stats.fit_trend([1, 3, None, 7, 9], method="least-squares")
    assert (line.slope, line.intercept, line.fit, line.used, line.method) == (pytest.approx(2), pytest.approx(1), pytest.approx(1), 4, "least-squares")
    assert stats.fit_trend([1, 3, 9], times=[0, 1, 4]).slope == 2
    assert stats.fit_trend([1, 3, 100, 7, 9, 11, 13], method="robust").slope == pytest.approx(2)
    assert stats.fit_trend([1, 2, 3]).slope_error is None
    step = stats.find_level_change([1, 2, 3, 4, 15, 16, 17, 18], 4)
    assert (step.change, step.used_before, step.used_after) == (pytest.approx(10), 4, 4) and "10" in step.text("en")
    months = [month % 12 + (7 if month >= 30 else 0) for month in range(60)]
    assert stats.find_level_change(months, 30, season=12).change == pytest.approx(7) != pytest.approx(stats.find_level_change(months, 30).change)
    with pytest.raises(qcdc.ArgumentError):
        stats.fit_trend([1, 2], times=[1])
    with pytest.raises(qcdc.ArgumentError):
        stats.fit_trend([1, 2], method="best")
    with pytest.raises(qcdc.RefusedError):
        stats.fit_trend([1])


def test_estimates_are_those_of_the_shell(months):
    units = ["a", "b", "c", "d", "e", "g", "h", "i", "k"]
    rows = ask_json("estimates", MONTHS, "--period", "2026-01/P5M", "--by", "child", "--indicator", "received")
    found = stats.year_estimates(months, units, ["received"] * len(units), "2026-01/P5M")
    for row, one in zip(rows, found):
        assert {name: getattr(one, name) for name in row["estimate"]} == row["estimate"] and one.state == "given"
    series = read_series(months, "b")
    alone = stats.estimate_year([series[12 * year:12 * year + 12] for year in range(4)], series[48:])
    assert alone == found[1] and str(alone).startswith("Cả năm khoảng 659 ")
    few = stats.year_estimates(months, ["b"], ["received"], "2024-01/P5M")[0]
    assert few.state == "few-years" and few.text() == "Chưa ước tính được cả năm: cần ít nhất 3 năm trước đủ số liệu, hiện có 2."
    with pytest.raises(qcdc.RefusedError):
        stats.estimate_year([[1, 2], [1, 2]], [1])
    with pytest.raises(qcdc.ArgumentError):
        stats.estimate_year([[1, 2], [1, 2], [1]], [1])


def test_concentrations_are_those_of_the_shell(months):
    row = ask_json("concentration", MONTHS, "--indicator", "received", "--period", "2025", "--weight", "people", "--largest", 2)[0]
    found = stats.concentration_of(months, "received", "2025", weight="people", largest=2)
    assert {name: getattr(found, name) for name in row} == row
    plain = stats.concentration_of(months, "received", "2025")
    alone = stats.concentration([float(months[unit, "received", "2025"].value) for unit in "bcdeghik"])
    assert (alone.gini, alone.theil, alone.units) == (plain.gini, plain.theil, 8)
    curve = stats.lorenz_curve_of(months, "received", "2025")
    assert curve[0] == (0, 0) and curve[-1] == (1, 1) and len(curve) == 9
    area = sum((right[0] - left[0]) * (left[1] + right[1]) / 2 for left, right in zip(curve, curve[1:]))
    assert 1 - 2 * area == pytest.approx(plain.gini)
    assert stats.concentration([1, 1, 1]).gini == 0 and stats.concentration([0, 0, 5], groups=[1, 1, 2]).theil_within == 0
    with pytest.raises(qcdc.RefusedError):
        stats.concentration([0, 0])
    with pytest.raises(qcdc.ArgumentError):
        stats.concentration([1, 2], weights=[1])


def test_scores_of_values():
    scores = stats.score_values([10, 11, 9, 10, None, 12, 100])
    assert scores[4] is None and scores[6] > 20 and abs(scores[0]) < 1
    assert max(stats.score_values([10, 11, 9, 10, 12, 100], method="qn")) > 10
    assert stats.score_windows([1, 2, 3, 40, 5, 6, 7], 5)[3] > 5
    with pytest.raises(qcdc.ArgumentError):
        stats.score_windows([1, 2, 3], 4)


def test_pictures(months):
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    series, found = read_series(months, "d"), stats.find_outliers(months)
    axes = stats.plot_series(series, PERIODS, trend=stats.fit_trend(series, season=12), outliers=found, title="Xã D")
    assert axes.get_title() == "Xã D (ước tính tham khảo)" and {"xu hướng", "cần rà soát", "mức thường gặp"} <= {text.get_text() for text in axes.get_legend().get_texts()}
    assert max(axes.lines[0].get_ydata()) == 270
    years = [series[12 * year:12 * year + 12] for year in range(4)]
    axes = stats.plot_estimate(stats.estimate_year(years, series[48:]), years, series[48:], language="en")
    assert axes.get_title() == "for reference only" and len(axes.lines) >= 6
    assert "full year, prediction interval 95%" in {text.get_text() for text in axes.get_legend().get_texts()}
    axes = stats.plot_curve(stats.lorenz_curve_of(months, "received", "2025"), ax=axes.figure.add_subplot())
    assert len(axes.lines) >= 2
    matplotlib.pyplot.close("all")


@pytest.mark.parametrize("ask", [
    lambda: stats.compare_counts(-1, 2), lambda: stats.compare_counts(1, 2, level=1), lambda: stats.compare_proportions(3, 2, 1, 2),
    lambda: stats.compare_rates(1, 0, 1, 1), lambda: stats.interval_of_proportion(1, 2, method="best"), lambda: stats.interval_of_quantile([1], 1.5),
    lambda: stats.interval_of_quantile([math.inf]), lambda: stats.compare_counts(2 ** 70, 1), lambda: stats.fit_trend([1, 2, 3], season=-1),
    lambda: stats.fit_trend([1, 2, 3], season=2 ** 40), lambda: stats.concentration([1, 2], groups=[-1, 2]), lambda: stats.concentration([1, 2], largest=-1),
    lambda: stats.estimate_year([[1, 2]] * 3, [1], most_years=-1), lambda: stats.plot_series([1, 2], language="fr"),
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
    assert pickle.loads(pickle.dumps(stats.fit_trend([1, 2, 4]))) == stats.fit_trend([1, 2, 4])


def test_gsl_is_loaded_by_who_asks_for_statistics_alone():
    program = "import qcdc{}; print('libgsl' in open('/proc/self/maps').read())"
    for words, wanted in (("", "False"), (".stats", "True")):
        assert subprocess.run([sys.executable, "-B", "-c", program.format(words)], check=True, capture_output=True, text=True).stdout.strip() == wanted
