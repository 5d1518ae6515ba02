# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Comparisons: rows, arrays, sentences and where each figure of them stands."""

import json
import os
import pathlib
import pickle
import subprocess
from array import array
from decimal import Decimal

import pytest
import qcdc
import sample

PROGRAM = pathlib.Path(os.environ.get("QCDC_BUILD") or sample.ROOT / "build").resolve() / "bindings" / "cli" / "qcdc"
EXACT = ("current", "base", "difference", "percent", "percent_numerator", "percent_denominator", "percentage_points", "places", "attainment")
DIRECTIONS = {0: "unknown", 1: "decrease", 2: "unchanged", 3: "increase"}


@pytest.fixture(params=sample.BUNDLES)
def example(request):
    return qcdc.read_bundle(sample.DATA / request.param)


@pytest.fixture
def comparison(cube):
    return cube.compare(unit="a", by="child", percent="brackets")


def test_rows_have_the_names_and_the_values_of_the_shell():
    for name in sample.BUNDLES:
        shell = subprocess.run([PROGRAM, "compare", sample.DATA / name, "--by", "child", "--format", "json"], capture_output=True, check=True)
        lines = [json.loads(line) for line in shell.stdout.decode().splitlines()]
        rows = qcdc.read_bundle(sample.DATA / name).rollup().compare(by="child").rows()
        assert len(rows) == len(lines) > 0
        for row, line in zip(rows, lines):
            assert list(line) == list(row.__slots__)
            for key, value in line.items():
                if key in EXACT and value is not None:
                    assert isinstance(getattr(row, key), Decimal) and str(getattr(row, key)) == value, key
                else:
                    assert getattr(row, key) == (tuple(value) if isinstance(value, list) else value), key


def test_a_row_in_full(comparison):
    row = comparison[0]
    assert (row.unit, row.unit_name, row.indicator, row.indicator_name, row.measure) == ("a", "Tỉnh A", "received", "Đơn tiếp nhận", "đơn")
    assert (row.period, row.base_period, row.current, row.base, row.difference, row.percent) == (
        "2022", "2021", Decimal(53), Decimal(52), Decimal(1), Decimal("1.9"))
    assert (row.percent_numerator, row.percent_denominator, row.direction, row.caveats, row.status) == (Decimal(1), Decimal(52), "increase", (), "A")
    assert str(row) == row.text == "tăng 01 đơn (1,9%) so với cùng kỳ năm trước"
    assert comparison[3].caveats == ("coverage-differs",)


def test_a_row_without_words_is_still_a_text(comparison):
    row = comparison[-1]
    assert (row.unit, row.current, row.text, row.direction) == ("c", None, None, "unknown") and str(row) == ""


def test_rows_are_a_sequence_of_values(comparison):
    rows = comparison.rows()
    assert len(comparison) == len(rows) == 12 and list(comparison) == rows
    assert comparison[0] == rows[0] and comparison[-1] == rows[-1] and comparison[2:4] == rows[2:4]
    assert hash(rows[0]) == hash(comparison.rows()[0]) and rows[0] != rows[1]
    rows.clear()
    assert len(comparison.rows()) == 12
    with pytest.raises(IndexError):
        comparison[12]
    with pytest.raises(AttributeError):
        comparison[0].current = 5


def to_figure(arrays, name, entry):
    """The exact figure of an entry; None where there is none."""
    if getattr(arrays, f"{name}_states")[entry] != 1:
        return None
    denominator = int(getattr(arrays, f"{name}_denominators")[entry])
    figure = Decimal(int(getattr(arrays, name)[entry])) / 10 ** int(getattr(arrays, f"{name}_decimals")[entry])
    return figure, Decimal(denominator) / 10 ** int(getattr(arrays, f"{name}_denominator_decimals")[entry]) if denominator else None


@pytest.mark.parametrize("by", ["none", "child"])
def test_arrays_are_the_rows_entry_by_entry(example, by):
    cube = example.rollup()
    for base in ("same-period", "previous"):
        comparison = cube.compare(by=by, base=base)
        arrays = comparison.arrays()
        units, indicators = example.units, example.indicators
        assert len(arrays.units) == len(comparison) > 0
        for entry, row in enumerate(comparison):
            assert row.indicator == indicators[arrays.indicators[entry]].code
            assert row.unit.partition("#")[0] == units[arrays.units[entry]].code
            for name in ("current", "base"):
                figure = to_figure(arrays, name, entry)
                assert (figure is None) == (getattr(row, name) is None)
                if figure is not None and figure[1] is None:
                    assert figure[0] == getattr(row, name)
                elif figure is not None:
                    cell = cube[row.unit, row.indicator, row.period if name == "current" else row.base_period]
                    assert figure == (cell.numerator, cell.denominator)
            assert bool(arrays.has_differences[entry]) == (row.difference is not None)
            if row.difference is not None:
                assert Decimal(int(arrays.differences[entry])) / 10 ** int(arrays.difference_decimals[entry]) == row.difference
            assert DIRECTIONS[int(arrays.directions[entry])] == row.direction
            assert bool(arrays.caveats[entry]) == bool(row.caveats)
            if row.percent is not None:
                assert arrays.has_percents[entry]
                assert Decimal(int(arrays.percents[entry])) / 10 ** arrays.percent_decimals == row.percent


def test_percents_of_arrays_have_as_many_decimals_as_asked(comparison):
    assert (comparison.arrays().percent_decimals, comparison.arrays().percents[1]) == (1, 119)
    assert (comparison.arrays(percent_decimals=4).percent_decimals, comparison.arrays(percent_decimals=4).percents[1]) == (4, 119048)
    assert comparison.arrays(percent_decimals=0).percents[1] == 12


def test_a_level_or_group_has_no_unit_number(cube):
    for by in ("level", "group"):
        comparison = cube.compare(unit="a", by=by, indicators=["received"])
        numbers = list(map(int, comparison.arrays().units))
        assert [number == 0xFFFFFFFF for number in numbers] == [":" in row.unit for row in comparison]
    assert [row.unit for row in comparison][1:] == ["group:núi", "group:biên"]


def test_arrays_of_no_rows(dataset):
    arrays = dataset.rollup(periods=["1999"]).compare(unit="b", period="1999", indicators=["rate"], base="1998").arrays()
    assert {len(getattr(arrays, name)) for name in arrays.__slots__ if name != "percent_decimals"} in ({0}, {1})


def read_vietnamese(printed):
    """The number of a figure as printed, by rules of its own: dots group, a comma stands before decimals."""
    digits = printed.rstrip("%").replace("dưới ", "").replace(".", "").replace(",", ".")
    return Decimal(digits)


@pytest.mark.parametrize("keys", [{}, {"percent": "brackets"}, {"percent": "alone"}, {"show_base": "yes"}, {"form": "index"},
                                  {"base_phrase": "dated", "verb": "elide"}, {"leading_zero": "off"}, {"percent_decimals": 2}], ids=str)
def test_spans_hold_the_printed_numbers(example, keys):
    comparison = example.rollup().compare(by="child", **keys)
    text, spans, rows = comparison.text(), comparison.spans(), comparison.rows()
    assert text.endswith(".\n") and text.replace("\n", "").isprintable()
    figures = 0
    for before, span in zip([None, *spans], spans):
        assert before is None or before.end <= span.start < span.end <= len(text)
        printed = text[span.start:span.end]
        if span.row is None:
            assert span.number is None
            continue
        figures += 1
        assert read_vietnamese(printed) == span.number, printed
        row = rows[span.row]
        if span.role in ("current", "base"):
            assert span.number == getattr(row, span.role)
        elif span.role in ("difference", "percent") and keys.get("form") != "index":
            assert span.number == abs(getattr(row, span.role))
    inside = {index for span in spans for index in range(span.start, span.end)}
    assert figures > 0 and all(index in inside for index, letter in enumerate(text) if letter.isdigit())


def test_spans_of_english_text(bundle):
    comparison = bundle.rollup().compare(by="child")
    text = comparison.text("en")
    assert text != comparison.text() and text == comparison.text(language="en")
    for span in comparison.spans("en"):
        printed = text[span.start:span.end]
        assert any(letter.isdigit() for letter in printed)
        if span.row is not None:
            assert Decimal(printed.rstrip("%").replace(",", "")) == span.number


@pytest.mark.parametrize("keys", [{}, {"percent": "brackets"}, {"change": "first"}, {"language": "en"}], ids=str)
def test_phrases_hold_the_spans_of_their_rows(example, keys):
    comparison = example.rollup().compare(by="child", **keys)
    text, spans, phrases = comparison.text(), comparison.spans(), comparison.phrases()
    for before, phrase in zip([None, *phrases], phrases):
        assert before is None or before.end <= phrase.start < phrase.end <= len(text)
        assert phrase.rows and not text[phrase.start:phrase.end].startswith((" ", "(", ","))
        inside = [span for span in spans if phrase.start <= span.start < phrase.end and span.row is not None]
        assert {span.row for span in inside} <= set(phrase.rows)
    changes = {span.row for span in spans if span.role in ("difference", "percent", "points", "places", "index", "times")}
    assert changes <= {row for phrase in phrases for row in phrase.rows}


def test_spans_are_values(comparison):
    one, two = comparison.spans()[:2]
    assert one == comparison.spans()[0] and one != two and hash(one) == hash(comparison.spans()[0])
    assert repr(one) == "Span(start=4, end=8, role='period', row=None, number=None)"


def test_the_sentence_is_that_of_the_examples(example):
    """By the file that stands with each example, in the way that examples/run asks for it."""
    ways = ({}, {"by": "child"}, {"period": "2016/P5Y", "base": "previous"})
    expected = next((sample.DATA / name / "expected.txt" for name in sample.BUNDLES
                     if qcdc.read_bundle(sample.DATA / name).title == example.title)).read_text(encoding="utf-8")
    cube = example.rollup()
    assert any(cube.compare(**way).text() == expected for way in ways)
    assert str(cube.compare()) == cube.compare().text()


def test_tables_are_those_of_the_shell(bundle):
    comparison = bundle.rollup().compare()
    for form, named in (("text", "table"), ("csv", "csv"), ("json", "json"), ("markdown", "markdown"), ("html", "html")):
        shell = subprocess.run([PROGRAM, "compare", sample.DATA / "tinh-a-2026", "--format", named], capture_output=True, check=True)
        assert comparison.table(form) == shell.stdout.decode()
    assert comparison._repr_html_() == comparison.table("html")
    assert comparison.table("text", language="en") != comparison.table("text")


def test_html_of_a_comparison_is_escaped():
    units = [{"code": "a", "name": "<script>x</script> & \"y\"", "level": 0}]
    builder = qcdc.DatasetBuilder(units, sample.INDICATORS).append("a", "received", "2022", 5)
    written = builder.freeze().rollup().compare()._repr_html_()
    assert "<script" not in written and "&lt;script&gt;x&lt;/script&gt; &amp; " in written


def test_bases(cube):
    for base, expected in (("same-period", "2021"), ("previous", "2021"), ("2021", "2021"), (qcdc.Period("2021"), "2021"), (["2021"], "2021")):
        assert {row.base_period for row in cube.compare(unit="a", base=base)} == {expected}
    rows = cube.compare(unit="a", base=["same-period", "2022"], indicators="received").rows()
    assert [(row.base_period, row.difference) for row in rows] == [("2021", 1), ("2022", 0)]
    assert list(cube.compare(unit="a", base=["same-period", "2022"], indicators="received").arrays().base_indices) == [0, 1]


def test_a_plan_is_a_base():
    builder = sample.new_builder(plans={"giao": "kế hoạch giao"})
    builder.append_columns("b", "received", "2022", [44, 40], scenario=["actual", "giao"])
    cube = builder.freeze().rollup()
    for base in ("plan", "plan:giao"):
        row = cube.compare(unit="b", base=base, indicators=["received"])[0]
        assert (row.base, row.attainment) == (40, Decimal("110.0"))
        assert "kế hoạch giao" in row.text
    with pytest.raises(qcdc.NotFoundError):
        cube.compare(base="plan:other")


def test_units_and_periods_are_codes_or_the_things_themselves(cube, dataset):
    expected = cube.compare(unit="b", period="2022", indicators=["received"]).rows()
    assert cube.compare(unit=dataset.units[1], period=qcdc.Period("2022"), indicators=dataset.indicators[:1]).rows() == expected
    assert cube.compare(unit="b", indicators=dataset.indicators[0]).rows() == expected


def test_what_a_bundle_says_stands_where_a_call_says_nothing(bundle):
    cube = bundle.rollup()
    assert cube.compare().rows() == cube.compare(unit="a", period="2026-Q3").rows()
    assert {row.period for row in cube.compare(period="2026-07")} == {"2026-07"}


def test_depth(dataset):
    units = [*sample.UNITS, {"code": "d", "name": "Thôn D", "level": 2, "parent": "b"}]
    builder = qcdc.DatasetBuilder(units, sample.INDICATORS).append_columns(["d", "c"], "received", "2022", [3, 4])
    cube = builder.freeze().rollup()
    named = [[row.unit for row in cube.compare(by="child", depth=depth, indicators=["received"])] for depth in (1, 2, "all")]
    assert named[0] == ["a", "b", "c"] and named[1] == named[2] and "d" in named[1]
    for depth in (0, -1, "some", 1.5, True):
        with pytest.raises(qcdc.ArgumentError):
            cube.compare(depth=depth)


@pytest.mark.parametrize("asked, kind", [
    ({"unit": "nowhere"}, qcdc.NotFoundError), ({"period": "x"}, qcdc.FormatError), ({"base": "x"}, qcdc.FormatError),
    ({"base": "unit:nobody"}, qcdc.NotFoundError), ({"by": "color"}, qcdc.ArgumentError), ({"indicators": ["nothing"]}, qcdc.NotFoundError),
    ({"basis": "current"}, qcdc.RefusedError), ({"basis": "guess"}, qcdc.Error), ({"percents": "alone"}, qcdc.NotFoundError),
    ({"style": {"percent": "x"}}, qcdc.FormatError)], ids=str)
def test_what_is_refused(cube, asked, kind):
    with pytest.raises(kind) as caught:
        cube.compare(**asked)
    assert isinstance(caught.value, qcdc.Error) and str(caught.value)


def test_nothing_observed_is_nothing_to_compare():
    with pytest.raises(qcdc.NotFoundError):
        sample.new_builder().freeze().rollup().compare()


def test_arrays_can_be_made_without_numpy_types(comparison):
    arrays = comparison.arrays()
    assert array("q", arrays.current).tolist()[:2] == [53, 47]


def test_a_copy_is_asked_for_what_the_call_was(dataset):
    indicators, bases = ["received"], ["same-period"]
    comparison = dataset.rollup().compare(indicators=indicators, base=bases)
    again = dataset.rollup().compare(indicators=(code for code in ["received"]), base=iter(["same-period"]))
    indicators.append("settled")
    bases.append("previous")
    for made in (comparison, again):
        assert pickle.loads(pickle.dumps(made)).rows() == made.rows() == comparison.rows()


@pytest.mark.parametrize("nothing", [{"indicators": []}, {"base": []}])
def test_a_filter_that_ended_empty_is_refused(nothing):
    cube = qcdc.read_bundle(sample.DATA / "tinh-a-2026").rollup()
    with pytest.raises(qcdc.ArgumentError, match="has no entries"):
        cube.compare(**nothing)
    with pytest.raises(qcdc.ArgumentError, match="has no entries"):
        cube.dataset.rollup(indicators=[])


def test_a_row_tells_what_it_brought_to_the_change_of_its_whole():
    comparison = sample.new_dataset().rollup().compare(unit="a", by="child", indicators=["received", "rate"], percent_decimals=2)
    told = {row.unit: comparison.contribution(number) for number, row in enumerate(comparison) if row.indicator == "received"}
    assert told["a"] is None
    assert told["b"] == qcdc.Contribution(points=Decimal("7.69"), share=Decimal("400.00"))
    assert told["c"] == qcdc.Contribution(points=Decimal("-5.77"), share=Decimal("-300.00"))
    assert {comparison.contribution(number) for number, row in enumerate(comparison) if row.indicator == "rate"} == {None}
    assert pickle.loads(pickle.dumps(told["b"])) == told["b"]
    with pytest.raises(qcdc.ArgumentError):
        comparison.contribution(len(comparison))


def test_a_row_over_a_span_of_years_tells_its_mean_and_its_growth():
    builder = qcdc.DatasetBuilder([{"code": "p", "name": "P", "level": 0}],
                                  [{"code": "n", "name": "N", "nature": "flow", "measure": "đơn"},
                                   {"code": "s", "name": "S", "nature": "stock", "measure": "hộ"}])
    for indicator, values in (("n", [100, 110, 121, 130]), ("s", [100, 90, 81, 0])):
        for year, value in zip(range(2015, 2019), values):
            builder.append("p", indicator, str(year), value)
    cube = builder.freeze().rollup()
    flow, stock = map(cube.compare(period="2016/P2Y", base="previous", rounding="truncate").years, (0, 1))
    assert flow == qcdc.Years(years=2, first=Decimal(100), last=Decimal(121), total=Decimal(231), mean=Decimal("115.5"),
                              growth=Decimal("10.0"))
    assert (stock.mean, stock.growth) == (None, Decimal("-10.0"))
    assert cube.compare(period="2016/P3Y", base="previous").years(1).growth is None
    assert cube.compare(period="2018").years(0) is None


def test_a_base_is_another_unit_or_the_mean_of_the_units_beside_it():
    cube = sample.new_dataset().rollup()
    row = cube.compare(unit="b", indicators=["received"], base="unit:c")[0]
    assert (row.base, row.difference, row.base_period) == (Decimal(9), Decimal(35), "2022")
    row = cube.compare(unit="b", indicators=["received"], base="parent-mean")[0]
    assert (row.base, row.difference, row.percent) == (Decimal("26.5"), Decimal("17.5"), None)
    with pytest.raises(qcdc.NotFoundError):
        cube.compare(base="unit:nobody")
