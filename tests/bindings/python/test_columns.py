# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Columns of observations: what people have them in, floats, gaps, all or none, and no Python once a row."""

import ctypes
import mmap
import sys
from array import array
from decimal import Decimal
from fractions import Fraction

import pytest
import qcdc
import sample

try:
    import numpy
except ImportError:
    numpy = None

needs_numpy = pytest.mark.skipif(numpy is None, reason="python3-numpy is not installed")
YEARS = ["2020", "2021", "2022"]


def read_values(builder, indicator="received", unit="b", years=YEARS):
    """What the builder holds of a unit, year by year."""
    cube = builder.freeze().rollup(periods=years)
    return [cube[unit, indicator, year].value for year in years]


def take(values, indicator="received", **others):
    """Values that went in as a column and come out as figures."""
    return read_values(sample.new_builder().append_columns("b", indicator, YEARS, values, **others), indicator)


class Series:
    """What a series of a data frame is to the library."""

    def __init__(self, entries):
        self.entries = entries

    def to_numpy(self):
        kinds = set(map(type, self.entries))
        return numpy.asarray(self.entries, dtype=object if str in kinds else None) if numpy is not None else self.entries


@pytest.mark.parametrize("values", [
    [7, 0, -3], (7, 0, -3), ["7", "0", "-3"], [Decimal(7), Decimal(0), Decimal("-3")], [7.0, 0.0, -3.0], [7, "0", Decimal(-3)],
    [7, 0.0, Decimal(-3)], range(7, -8, -5), iter([7, 0, -3]), (number for number in [7, 0, -3]), {1: 7, 2: 0, 3: -3}.values(),
    Series([7, 0, -3]), [True + 6, False + 0, -3],
], ids=["list of int", "tuple", "list of str", "list of Decimal", "list of float", "int, str, Decimal", "int, float, Decimal", "range",
        "iterator", "generator", "values of a dict", "series", "sums of bools"])
def test_what_values_come_in(values):
    expected = [Decimal(7), Decimal(2), Decimal(-3)] if isinstance(values, range) else [Decimal(7), Decimal(0), Decimal(-3)]
    assert take(values) == expected


@pytest.mark.parametrize("letter", "bBhHiIlLqQfd")
def test_arrays_of_every_number_of_the_standard_library(letter):
    assert take(array(letter, [7, 0, 100])) == [7, 0, 100]
    assert take(memoryview(array(letter, [7, 0, 100]))) == [7, 0, 100]
    assert take(memoryview(array(letter, [7, 1, 0, 1, 100, 1]))[::2]) == [7, 0, 100]


@needs_numpy
@pytest.mark.parametrize("kind", ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64",
                                  "str", "object", ">i8", "<i4", ">f8"])
def test_arrays_of_every_number_of_numpy(kind):
    assert take(numpy.array([7, 0, 100]).astype(kind)) == [7, 0, 100]
    assert take(numpy.array([7, 1, 0, 1, 100, 1]).astype(kind)[::2]) == [7, 0, 100]
    assert take(numpy.array([100, 0, 7]).astype(kind)[::-1]) == [7, 0, 100]


@needs_numpy
def test_keys_come_as_arrays_of_numpy_too():
    builder = sample.new_builder()
    builder.append_columns(numpy.array(["b", "c", "b"]), numpy.array([0, 0, 1], dtype=numpy.uint32), numpy.array([2021, 2021, 2021]),
                           numpy.array([5, 6, 7]), obs_status=numpy.array(["A", "P", "E"]))
    cube = builder.freeze().rollup()
    assert [cube[unit, indicator, "2021"].value for unit, indicator in (("b", "received"), ("c", "received"), ("b", "settled"))] == [5, 6, 7]
    assert [cube[unit, "received", "2021"].status for unit in "bc"] == ["A", "P"]


@needs_numpy
def test_scalars_of_numpy_stand_for_all_rows():
    for value in (numpy.int64(5), numpy.float64(5), numpy.uint8(5), numpy.array(5), numpy.str_("5")):
        assert take(value) == [5, 5, 5]
    assert read_values(sample.new_builder().append("b", "received", "2021", numpy.int32(5)), years=["2021"]) == [5]


def test_one_entry_stands_for_all_rows():
    catalog = sample.new_dataset().catalog
    for unit in ("b", catalog.units[1], 1):
        for indicator in ("amount", catalog.indicators[3], 3):
            for period in ("2022", qcdc.Period("2022"), 2022):
                for value in (43.81, "43.81", Decimal("43.81")):
                    builder = sample.new_builder().append_columns(unit, indicator, period, value)
                    assert read_values(builder, "amount", years=["2022"]) == [Decimal("43.81")]


def test_units_indicators_and_periods_come_as_what_they_are():
    catalog = sample.new_dataset().catalog
    units = [catalog.units[1], catalog.units[2]]
    for given in (units, ["b", "c"], [1, 2], [units[0], "c"], array("i", [1, 2]), tuple(units)):
        for indicators in ([catalog.indicators[0]] * 2, ["received"] * 2, [0, 0]):
            for periods in ([qcdc.Period("2022")] * 2, ["2022"] * 2, [2022, 2022], array("h", [2022, 2022]), ["2022", qcdc.Period("2022")]):
                cube = sample.new_builder().append_columns(given, indicators, periods, [3, 4]).freeze().rollup()
                assert [cube[unit, "received", "2022"].value for unit in "abc"] == [7, 3, 4]


def test_a_unit_of_another_catalog_is_no_number_here():
    other = qcdc.DatasetBuilder([{"code": "z", "name": "Z", "level": 0}], sample.INDICATORS).catalog
    for given in (other.units, other.units[0]):
        with pytest.raises(qcdc.NotFoundError) as caught:
            sample.new_builder().append_columns(given, "received", "2022", 1)
        assert caught.value.value == "z"


def test_empty_columns_are_no_rows():
    for nothing in ([], (), array("q"), array("d"), iter(())):
        builder = sample.new_builder().append_columns("b", "received", "2022", nothing)
        assert len(builder.freeze()) == 0
    assert len(sample.new_builder().append_columns([], [], [], [], obs_status=[]).freeze()) == 0
    assert len(sample.new_builder().append_columns(array("q"), array("i"), [], array("d")).freeze()) == 0
    if numpy is not None:
        assert len(sample.new_builder().append_columns("b", "received", "2022", numpy.array([])).freeze()) == 0


@pytest.mark.parametrize("value, expected", [
    (43.81, "43.81"), (0.1, "0.10"), (-0.29, "-0.29"), (1e12 + 0.25, "1000000000000.25"), (0.0, "0.00"), (-0.0, "0.00"), (7, "7.00"),
    ("43.81", "43.81"), (Decimal("1E+3"), "1000.00"), (Decimal("4381E-2"), "43.81"), (Decimal("0E+5"), "0.00"), ("-0.5", "-0.50")])
def test_exact_values_of_two_decimals(value, expected):
    for column in ([value] * 3, value, [value, None, value]):
        builder = sample.new_builder().append_columns("b", "amount", YEARS, column, obs_status=None if column != [value, None, value] else ["A", "M", "A"])
        out = read_values(builder, "amount")
        assert str(out[0]) == str(out[2]) == expected


@pytest.mark.parametrize("value, kind, shown", [
    (0.1 + 0.2, qcdc.RefusedError, "0.30000000000000004"), (43.815, qcdc.RefusedError, "43.815"), (1 / 3, qcdc.RefusedError, "0.3333333333333333"),
    (float("inf"), qcdc.Error, "inf"), (1e300, qcdc.Error, "1e+300"), (123456789012345.67, qcdc.Error, None), ("7.000", qcdc.FormatError, "7.000"), ("7.0001", qcdc.RefusedError, "7.0001"),
    (Decimal("0.001"), qcdc.RefusedError, "0.001"), (10 ** 18, qcdc.RangeError, "1" + "0" * 18), (10 ** 30, qcdc.RangeError, "1" + "0" * 30),
    ("1e5", qcdc.FormatError, "1e5"), ("+5", qcdc.FormatError, "+5"), (Decimal("NaN"), qcdc.FormatError, "NaN"), (True, qcdc.FormatError, "True"),
    ("", qcdc.FormatError, None), (None, qcdc.FormatError, None), (float("nan"), qcdc.FormatError, None), ("1,5", qcdc.FormatError, "1,5"),
], ids=repr)
def test_what_is_not_exact_is_refused_with_its_row_and_value(value, kind, shown):
    builder = sample.new_builder()
    with pytest.raises(kind) as caught:
        builder.append_columns("b", "amount", YEARS, [1, value, 2] if not isinstance(value, float) else [1.0, value, 2.0])
    error = caught.value
    assert (error.file, error.row, error.column) == ("columns", 2, 4)
    assert str(error).startswith("columns:2:4: ") and error.hint
    if shown is not None:
        assert error.value == shown and shown in str(error)
    assert len(builder.freeze()) == 0


def test_one_decimal_does_not_hold_the_sum_of_floats():
    indicators = [{"code": "score", "name": "Điểm", "nature": "flow", "measure": "điểm", "decimals": 1}]
    builder = qcdc.DatasetBuilder(sample.UNITS, indicators)
    with pytest.raises(qcdc.RefusedError) as caught:
        builder.append_columns("b", "score", "2022", [0.1 + 0.2])
    assert (caught.value.row, caught.value.value) == (1, "0.30000000000000004")
    assert caught.value.hint
    assert read_values(builder.append("b", "score", "2022", 0.3), "score", years=["2022"]) == [Decimal("0.3")]


@needs_numpy
def test_a_float32_that_is_no_nearest_double_is_refused():
    assert take(numpy.array([0.5, 43.25, 2.75], dtype="float32"), "amount") == [Decimal("0.50"), Decimal("43.25"), Decimal("2.75")]
    with pytest.raises(qcdc.RefusedError) as caught:
        take(numpy.array([0.5, 43.81, 1], dtype="float32"), "amount")
    assert caught.value.row == 2


GAPS = {
    "None among int": [7, None, 5], "None among str": ["7", None, "5"], "None among Decimal": [Decimal(7), None, Decimal(5)],
    "None among float": [7.0, None, 5.0], "NaN among float": [7.0, float("nan"), 5.0], "NaN among int": [7, float("nan"), 5],
    "NaN among Decimal": [Decimal("7"), float("nan"), Decimal("5")], "NaN among str": ["7", float("nan"), "5"],
    "empty text": ["7", "", "5"], "array of double": array("d", [7, float("nan"), 5]),
    "None and NaN": [7.5, None, float("nan")],
}


@pytest.mark.parametrize("values", GAPS.values(), ids=GAPS)
def test_a_gap_needs_a_status_that_says_why(values):
    status = ["A", "M", "A"] if values is not GAPS["None and NaN"] else ["A", "M", "O"]
    for given in (values, Series(values)) if numpy is not None else (values,):
        assert take(given, "amount", obs_status=status)[1] is None
        builder = sample.new_builder()
        with pytest.raises(qcdc.FormatError) as caught:
            builder.append_columns("b", "amount", YEARS, given)
        assert caught.value.row == 2 and "M, O or L" in str(caught.value)
        with pytest.raises(qcdc.FormatError):
            builder.append_columns("b", "amount", YEARS, given, obs_status="A")
        assert len(builder.freeze()) == 0


def test_a_value_beside_an_absence_is_refused():
    with pytest.raises(qcdc.Error) as caught:
        take([7, 6, 5], obs_status=["A", "M", "A"])
    assert caught.value.row == 2


@pytest.mark.parametrize("status", [[None, None, "P"], ["", "", "P"], [float("nan"), None, "P"], ["A", "A", "P"]], ids=repr)
def test_a_column_of_words_may_have_gaps(status):
    cube = sample.new_builder().append_columns("b", "received", YEARS, 5, obs_status=status).freeze().rollup()
    assert [cube["b", "received", year].status for year in YEARS] == ["A", "A", "P"]


def test_a_column_of_words_that_is_all_gaps_is_as_none_given():
    for nothing in ([float("nan")] * 3, array("d", [float("nan")] * 3), [None] * 3, [""] * 3, None):
        assert take([1, 2, 3], obs_status=nothing, scope=nothing, scenario=nothing, hedge=nothing, field=nothing, origin=nothing,
                    source=nothing) == [1, 2, 3]


def test_every_other_column():
    indicators = [{"code": "place", "name": "Thứ hạng", "nature": "rank", "measure": "bậc", "object": "tỉnh"}]
    builder = qcdc.DatasetBuilder(sample.UNITS, indicators, plans={"ke-hoach": "kế hoạch"})
    builder.append_columns("a", "place", ["2021", "2022"], [15, 12], scope="total", scenario=["actual", "ke-hoach"], hedge=["", "gần"],
                           field=[63, 63], origin="estimated", source=["báo cáo", None])
    packed = builder.freeze().to_bundle().to_bytes().decode("utf-8", "replace")
    assert "unit,indicator,period,value,scope,scenario,hedge,field,origin,source\n" in packed
    assert "a,place,2021,15,total,,,63,estimated,báo cáo\na,place,2022,12,total,ke-hoach,gần,63,estimated,\n" in packed


def test_a_field_with_gaps_is_whole_numbers_as_floats():
    indicators = [{"code": "place", "name": "Thứ hạng", "nature": "rank", "measure": "bậc"}]
    for field in ([63.0, float("nan")], [63.0, None], array("d", [63, float("nan")]), [63, None]):
        builder = qcdc.DatasetBuilder(sample.UNITS, indicators).append_columns("a", "place", ["2021", "2022"], [15, 12], scope="total", field=field)
        packed = builder.freeze().to_bundle().to_bytes().decode("utf-8", "replace")
        assert "a,place,2021,15,total,63\na,place,2022,12,total,\n" in packed
    for field in ([63.5, None], [float("inf"), None], 63.5):
        with pytest.raises(qcdc.ArgumentError, match="field"):
            qcdc.DatasetBuilder(sample.UNITS, indicators).append_columns("a", "place", ["2021", "2022"], [15, 12], scope="total", field=field)


def test_rows_of_all_columns_or_none():
    builder = sample.new_builder().append("b", "received", "2021", 1)
    for units, values in ((["b", "nowhere"], [1, 2]), (["b", "c"], [1, "x"]), (["b", "c"], [1, 10 ** 18])):
        with pytest.raises(qcdc.Error) as caught:
            builder.append_columns(units, "received", "2022", values)
        assert caught.value.row == 2
    assert len(builder.append("c", "received", "2022", 5).freeze()) == 2


def test_columns_of_different_lengths_are_refused():
    builder = sample.new_builder()
    with pytest.raises(qcdc.ArgumentError) as caught:
        builder.append_columns(["b", "c"], "received", ["2021", "2022", "2023"], [1, 2])
    assert "units 2, periods 3, values 2" in str(caught.value)
    assert len(builder.freeze()) == 0


@pytest.mark.parametrize("units, values", [
    ({"b", "c"}, [1, 2]), (["b", "c"], {1: 2, 3: 4}), (frozenset("bc"), [1, 2]), (["b", "c"], [1.5, "x"]), (["b", "c"], [1.5, Decimal("0.1")]),
    (["b", "c"], [0.5, 2 ** 53 + 1])],
    ids=["set", "dict", "frozenset", "float and str", "float and Decimal", "float and long int"])
def test_what_is_no_column_is_a_type_error(units, values):
    with pytest.raises(TypeError):
        sample.new_builder().append_columns(units, "amount", "2022", values)


@pytest.mark.parametrize("make", [
    lambda: take(b"123"), lambda: take([1.5, 2.5, 3.5], scope=[1.5, 2.5, 3.5]),
    lambda: sample.new_builder().append_columns([-1], "received", "2022", 1),
    lambda: sample.new_builder().append_columns(None, "received", "2022", 1),
    lambda: sample.new_builder().append_columns("b", "received", "2022", None),
], ids=range(5))
def test_other_columns_out_of_range_are_arguments(make):
    with pytest.raises(qcdc.ArgumentError):
        make()


@needs_numpy
def test_a_column_has_one_dimension():
    with pytest.raises(qcdc.ArgumentError, match="dimension"):
        take(numpy.zeros((3, 1)))


def test_a_nul_is_told_with_its_row():
    for values in (["1", "2\0", "3"], ["1", "\0", "3"], ["1", None, "3\0"]):
        with pytest.raises(qcdc.FormatError, match="NUL") as caught:
            take(values, obs_status=["A", "M" if None in values else "A", "A"])
        assert "\0" in caught.value.value and caught.value.row == (3 if None in values else 2)


def test_a_lone_surrogate_is_told_with_its_row():
    with pytest.raises(qcdc.FormatError, match="surrogate") as caught:
        take(["1", "\ud800", "3"])
    assert (caught.value.row, caught.value.value) == (2, "\\ud800") and str(caught.value).encode()
    for make in (lambda: take("\ud800"), lambda: take(1, source="\ud800"), lambda: qcdc.Period("\ud800"), lambda: qcdc.read_bundle("\ud800")):
        with pytest.raises(qcdc.FormatError):
            make()


def test_values_written_the_vietnamese_way():
    builder = sample.new_builder(number_format="vi")
    builder.append_columns("b", "amount", YEARS, ["1.234,5", "0,25", "7"])
    assert read_values(builder, "amount") == [Decimal("1234.50"), Decimal("0.25"), Decimal("7.00")]
    builder = sample.new_builder(number_format="vi").append_columns("b", "amount", YEARS, [1234.5, 7, 2])
    assert read_values(builder, "amount") == [Decimal("1234.50"), Decimal("7.00"), Decimal("2.00")]


def test_a_column_of_decimals_in_a_vietnamese_builder_is_exact_too():
    for column in ([Decimal("1234.5"), Decimal("7"), Decimal("0.25")], [Decimal("1234.5"), None, Decimal("0.25")]):
        builder = sample.new_builder(number_format="vi").append_columns("b", "amount", YEARS, column, obs_status=["A", "A" if column[1] else "M", "A"])
        assert read_values(builder, "amount")[::2] == [Decimal("1234.50"), Decimal("0.25")]
    assert take(Decimal("1234.5"), "amount") == [Decimal("1234.50")] * 3
    builder = sample.new_builder(number_format="vi").append_columns("b", "amount", YEARS, Decimal("1234.5"))
    assert read_values(builder, "amount") == [Decimal("1234.50")] * 3


def test_arrays_of_ctypes_are_buffers_too():
    for kind in (ctypes.c_int64, ctypes.c_int, ctypes.c_uint16, ctypes.c_double, ctypes.c_float, ctypes.c_int32.__ctype_be__):
        assert take((kind * 3)(7, 0, 3)) == [7, 0, 3]
        assert take(memoryview(array("q", [7, 1, 0, 1, 3]))[::2]) == [7, 0, 3]


class NAType:
    """What NA of pandas is to the library: it cannot be compared, and is neither true nor false."""

    def __ne__(self, other):
        return self

    def __bool__(self):
        raise TypeError("boolean value of NA is ambiguous")


def test_na_is_a_gap_and_never_a_text():
    for values in (["7", NAType(), "5"], [7, NAType(), 5], [7.5, NAType(), Decimal("0.5")], [Decimal(7), NAType(), None]):
        assert take(values, "amount", obs_status=["A", NAType(), "A"] if values[1] is None else ["A", "M", "M" if values[2] is None else "A"])[1] is None
    builder = sample.new_builder().append_columns("b", "received", YEARS, 5, source=["sổ", NAType(), None], hedge=[NAType(), None, ""])
    packed = builder.freeze().to_bundle().to_bytes().decode("utf-8", "replace")
    assert "NAType" not in packed and "sổ" in packed


@needs_numpy
def test_what_is_masked_is_no_value():
    masked = numpy.ma.array([7, 6, 5], mask=[0, 1, 0])
    assert take(masked, obs_status=["A", "M", "A"]) == take(list(masked), obs_status=["A", "M", "A"]) == [7, None, 5]
    for values in (masked, numpy.ma.masked, masked.astype("f8"), numpy.ma.array(6, mask=True)):
        with pytest.raises(qcdc.Error):
            take(values)


class ArrowArray:
    """What an array of pyarrow is to the library: texts and gaps do not lie in memory as numpy's do."""

    def __init__(self, entries):
        self.entries = entries

    def to_numpy(self):
        raise ValueError("Needed to copy 1 chunks with 0 nulls, but zero_copy_only was True")

    def tolist(self):
        return self.entries

    def __iter__(self):
        raise AssertionError("an object a row")


def test_arrays_of_arrow_come_in():
    assert take(ArrowArray(["7", None, "5"]), obs_status=["A", "M", "A"]) == [7, None, 5]


@pytest.mark.parametrize("values", [b"123", [b"1", b"2", b"3"], mmap.mmap(-1, 3), Fraction(1, 2), 1j, object()], ids=lambda value: type(value).__name__)
def test_what_is_neither_numbers_nor_text_is_refused(values):
    with pytest.raises((TypeError, qcdc.ArgumentError), match="column"):
        take(values)


def test_a_number_that_might_be_a_code_is_no_unit():
    units = [{"code": "01", "name": "Tỉnh", "level": 0}, {"code": "2", "name": "Xã 2", "level": 1, "parent": "01"},
             {"code": "0", "name": "Xã 0", "level": 1, "parent": "01"}]
    for numbers in ([2], array("i", [2]), 2, (2,)):
        with pytest.raises(qcdc.ArgumentError, match="codes as text"):
            qcdc.DatasetBuilder(units, sample.INDICATORS).append_columns(numbers, "received", "2022", 7)
    builder = qcdc.DatasetBuilder(units, sample.INDICATORS)
    builder.append_columns(["2", "0"], "received", "2022", [7, 5]).append_columns(builder.catalog.units[1:], "received", "2021", [4, 3])
    cube = builder.freeze().rollup()
    assert [cube[code, "received", "2022"].value for code in ("01", "2", "0")] == [12, 7, 5]
    with pytest.raises(qcdc.ArgumentError, match="codes as text"):
        cube.read_cells([2], "received", "2022")
    assert list(cube.read_cells(["2", "0"], "received", "2022").coefficients) == [7, 5]
    plain = [{**unit, "code": code, "parent": unit.get("parent") and "0"} for unit, code in zip(units, ("0", "1", "700"))]
    builder = qcdc.DatasetBuilder(plain, sample.INDICATORS).append_columns([1, 2], "received", "2022", [7, 5])
    assert builder.freeze().rollup()["700", "received", "2022"].value == 5


def count_python(function):
    """How many functions of Python are called, and how many lines of it run."""
    counted = {"call": 0, "line": 0}

    def watch(frame, event, argument):
        if event in counted:
            counted[event] += 1
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        function()
    finally:
        sys.settrace(before)
    return counted


STATUSES = ["A", "M"]

# what is given besides or instead of a text for all rows, of a count of rows
COLUMNS = {
    "units of int": lambda count: {"units": [1] * count},
    "units of str": lambda count: {"units": ["b"] * count},
    "units of Unit": lambda count: {"units": sample.new_dataset().units[1:2] * count},
    "indicators of Indicator": lambda count: {"indicators": sample.new_dataset().indicators[3:] * count},
    "periods of Period": lambda count: {"periods": [qcdc.Period("2022")] * count},
    "periods of int": lambda count: {"periods": [2022] * count},
    "periods of str": lambda count: {"periods": ["2021-01", "2022-Q3"] * (count // 2)},
    "values of int": lambda count: {"values": list(range(count))},
    "values of str": lambda count: {"values": list(map(str, range(count)))},
    "values of Decimal": lambda count: {"values": list(map(Decimal, range(count)))},
    "values of Decimal with exponents": lambda count: {"values": [Decimal("1E+3")] * count},
    "values of float": lambda count: {"values": list(map(float, range(count)))},
    "values of int and float": lambda count: {"values": [1, 2.5] * (count // 2)},
    "values of int and None": lambda count: {"values": [1, None] * (count // 2), "obs_status": STATUSES * (count // 2)},
    "values of float and None": lambda count: {"values": [1.5, None] * (count // 2), "obs_status": STATUSES * (count // 2)},
    "values of Decimal and None": lambda count: {"values": [Decimal(1), None] * (count // 2), "obs_status": STATUSES * (count // 2)},
    "values of Decimal and NaN": lambda count: {"values": [Decimal(1), float("nan")] * (count // 2), "obs_status": STATUSES * (count // 2)},
    "values of array": lambda count: {"values": array("i", range(count))},
    "strided values": lambda count: {"values": memoryview(array("q", range(2 * count)))[::2]},
    "status of None": lambda count: {"values": [1] * count, "obs_status": [None, "P"] * (count // 2)},
    "status of NaN": lambda count: {"values": [1] * count, "obs_status": [float("nan")] * count},
}
if numpy is not None:
    for kind in ("int64", "int32", "float64", "float32", "str", "object"):
        COLUMNS[f"values of numpy {kind}"] = lambda count, kind=kind: {"values": numpy.arange(count).astype(kind)}


@pytest.mark.parametrize("name", COLUMNS)
def test_no_python_runs_once_a_row(name):
    """The same count of calls and lines for 1 000 rows and for 50 000."""
    counted = []
    for count in (2, 1000, 50_000):  # with the first, what is done once in a process
        given = {"units": "b", "indicators": "amount", "periods": "2022", "values": "5", **COLUMNS[name](count)}
        builder = sample.new_builder()
        counted.append(count_python(lambda: builder.append_columns(**given)))
        assert f" {count} rows;" in repr(builder)
    assert counted[1] == counted[2]
    assert 0 < counted[1]["line"] < 1000


def test_the_count_of_python_sees_a_loop():
    """A loop that runs once a row is seen, be it in a function, a generator or a comprehension."""
    for loop in (lambda count: [str(number) for number in range(count)], lambda count: list(str(number) for number in range(count)),
                 lambda count: list(map(lambda number: number, range(count)))):
        few, many = (count_python(lambda: loop(count)) for count in (10, 1000))
        assert many["line"] + many["call"] > few["line"] + few["call"] + 500


def test_cells_are_read_without_python_once_a_row():
    dataset = sample.new_dataset()
    cube, units, indicators = dataset.rollup(), dataset.units, dataset.indicators
    period = qcdc.Period("2022")
    for entries in ((["b"], ["received"], ["2022"]), ([1], [0], ["2022"]), (units[1:2], indicators[:1], [period]),
                    (array("I", [1]), array("I", [0]), [period])):
        cube.read_cells(*entries)  # the first one looks at the catalog
        few, many = (count_python(lambda: cube.read_cells(*(entry * count for entry in entries))) for count in (1000, 50_000))
        assert few == many


def test_changes_are_read_without_python_once_a_row():
    comparisons = []
    for count in (100, 5000):
        units = [{"code": f"u{number}", "name": "Đơn vị", "level": 0} for number in range(count)]
        builder = qcdc.DatasetBuilder(units, sample.INDICATORS)
        for year in ("2021", "2022"):
            builder.append_columns(range(count), "received", year, range(count))
        comparisons.append(builder.freeze().rollup().compare(indicators=["received"]))
    comparisons[0].arrays()
    assert [len(comparison) for comparison in comparisons] == [100, 5000]
    assert count_python(comparisons[0].arrays) == count_python(comparisons[1].arrays)


WITHOUT_NUMPY = """
import sys
sys.modules["numpy"] = None
import array, sample
dataset = sample.new_dataset()
cube = dataset.rollup()
cells = cube.read_cells(["a", "b", "c"], "received", "2022")
changes = cube.compare(unit="a", by="child").arrays()
for arrays in (cells, changes):
    for name in arrays.__slots__:
        if name != "percent_decimals":
            assert isinstance(getattr(arrays, name), array.array), name
assert list(cells.coefficients) == [53, 44, 9], cells
assert list(changes.current[:3]) == [53, 47, 0] or list(changes.current[:2]) == [53, 47], changes
builder = sample.new_builder().append_columns("b", "received", array.array("h", [2021, 2022]), array.array("d", [1, 2]))
assert len(builder.freeze()) == 2
print("well")
"""


def test_without_numpy_arrays_are_those_of_the_standard_library():
    ended = sample.run_python("-c", WITHOUT_NUMPY, cwd=sample.ROOT / "tests" / "bindings" / "python")
    assert (ended.stdout, ended.stderr) == ("well\n", "")


@needs_numpy
def test_the_package_does_not_import_numpy_before_arrays_are_asked_for():
    code = "import sys, sample; sample.new_dataset().rollup().compare().rows(); print('numpy' in sys.modules)"
    assert sample.run_python("-c", code, cwd=sample.ROOT / "tests" / "bindings" / "python").stdout == "False\n"


