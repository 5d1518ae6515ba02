# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Exceptions: one class a status, what they know, and the message of the library as it is."""

import copy
import pickle
import shutil

import pytest
import qcdc
import sample
from qcdc._native import call, ffi, lib
from qcdc.errors import BY_STATUS, raise_error

STATUSES = range(lib.QCDC_OK + 1, lib.QCDC_STATUS_END)
BAD_INPUT = sample.ROOT / "tests" / "golden" / "bad-input"
PARTS = ("status", "file", "row", "column", "value", "hint", "findings", "refusal")


def parts_of(error):
    return {part: getattr(error, part) for part in PARTS}


def copy_faulty_bundle(place, name="every-fault"):
    """The good bundle of the golden tests with what differs in a faulty one."""
    shutil.copytree(BAD_INPUT / "good", place)
    for path in (BAD_INPUT / name).iterdir():
        if path.name not in ("absent.txt", "expected.err"):
            shutil.copy(path, place / path.name)
    return place


def test_every_status_has_one_class():
    assert list(BY_STATUS) == list(STATUSES)
    assert len(set(BY_STATUS.values())) == len(STATUSES)
    assert set(BY_STATUS.values()) == set(qcdc.Error.__subclasses__())
    for status, kind in BY_STATUS.items():
        assert kind.status == ffi.string(lib.qcdc_status_to_name(status)).decode()
        assert getattr(qcdc, kind.__name__) is kind and kind.__name__ in qcdc.__all__
        assert kind.__doc__


@pytest.mark.parametrize("kind, builtin", [
    (qcdc.ArgumentError, ValueError), (qcdc.FormatError, ValueError), (qcdc.NotFoundError, KeyError),
    (qcdc.DuplicateError, ValueError), (qcdc.RefusedError, ValueError), (qcdc.FindingsError, ValueError),
    (qcdc.RangeError, OverflowError), (qcdc.MemoryLimitError, MemoryError), (qcdc.FileError, OSError), (qcdc.CancelledError, Exception),
])
def test_a_class_is_also_what_python_calls_it(kind, builtin):
    assert issubclass(kind, qcdc.Error) and issubclass(kind, builtin)


def pack_twice(place):
    bundle = sample.new_dataset().to_bundle()
    bundle.write(place / "once")
    bundle.write(place / "once")


def overflow():
    largest = "9" * 18
    return sample.new_builder().append_columns(["b", "c"], "received", "2022", largest).freeze().rollup()


def ask_for_too_many_cells():
    return sample.long_dataset(units=30_000, indicators=80, months=60).rollup()


CALLS = {
    qcdc.ArgumentError: (lambda place: sample.new_builder().append_columns([99], "received", "2022", [1]), "99"),
    qcdc.MemoryLimitError: (lambda place: ask_for_too_many_cells(), None),
    qcdc.RangeError: (lambda place: overflow(), "2022"),
    qcdc.FormatError: (lambda place: qcdc.Period("2022-Q5"), "2022-Q5"),
    qcdc.NotFoundError: (lambda place: sample.new_dataset().rollup().compare(unit="nowhere"), "nowhere"),
    qcdc.DuplicateError: (pack_twice, None),
    qcdc.RefusedError: (lambda place: sample.new_dataset().rollup().compare(basis="current"), "current"),
    qcdc.FindingsError: (lambda place: qcdc.read_bundle(copy_faulty_bundle(place / "every-fault")), None),
    qcdc.FileError: (lambda place: qcdc.read_bundle(place / "nowhere"), None),
    qcdc.CancelledError: (lambda place: sample.new_dataset().rollup(progress=lambda fraction: False), None),
}


def test_a_call_is_known_for_every_class():
    assert set(CALLS) == set(BY_STATUS.values())


@pytest.mark.parametrize("kind", CALLS, ids=lambda kind: kind.status)
def test_a_real_call_raises_the_class(kind, tmp_path):
    make, value = CALLS[kind]
    with pytest.raises(qcdc.Error) as caught:
        make(tmp_path)
    assert type(caught.value) is kind
    assert caught.value.status == kind.status
    assert len(str(caught.value)) > 10
    if value is not None:
        assert caught.value.value == value


def make_native(status, source=b"units.csv", row=3, column=4):
    error = ffi.new("QcdcError *")
    lib.qcdc_error_set(error, status, source, row, column, 'cấp "một" không phải là số'.encode(), "một".encode(), "0, 1, 2".encode())
    return error


@pytest.mark.parametrize("status", STATUSES, ids=[kind.status for kind in BY_STATUS.values()])
def test_the_message_and_the_parts_are_those_of_the_library(status):
    native = make_native(status)
    with pytest.raises(BY_STATUS[status]) as caught:
        raise_error(status, native)
    error = caught.value
    assert str(error) == ffi.string(native.text).decode() == 'units.csv:3:4: cấp "một" không phải là số; 0, 1, 2'
    assert (error.file, error.row, error.column, error.value, error.hint) == ("units.csv", 3, 4, "một", "0, 1, 2")
    assert error.findings == []


def test_what_is_not_known_is_none():
    with pytest.raises(qcdc.RefusedError) as caught:
        raise_error(lib.QCDC_STATUS_REFUSED, make_native(lib.QCDC_STATUS_REFUSED, b"", 0, 0))
    assert (caught.value.file, caught.value.row, caught.value.column) == (None, None, None)
    plain = qcdc.Error("only words")
    assert parts_of(plain) == {"status": "", "file": None, "row": None, "column": None, "value": None, "hint": None, "findings": [],
                               "refusal": None}


def test_a_failing_call_says_what_c_says():
    error = ffi.new("QcdcError *")
    assert lib.qcdc_period_parse(b"2022-Q5", 7, ffi.new("QcdcPeriod *"), error) == lib.QCDC_STATUS_SYNTAX
    with pytest.raises(qcdc.FormatError) as caught:
        qcdc.Period("2022-Q5")
    assert str(caught.value) == ffi.string(error.text).decode()
    assert caught.value.hint == ffi.string(error.hint).decode()


@pytest.mark.parametrize("kind", BY_STATUS.values(), ids=lambda kind: kind.status)
@pytest.mark.parametrize("duplicate", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy],
                         ids=["pickle", "copy", "deepcopy"])
def test_an_exception_survives_copying(kind, duplicate):
    error = kind('a.csv:1:2: "ô"; gợi ý', file="a.csv", row=1, column=2, value="ô", hint="gợi ý", refusal="break")
    other = duplicate(error)
    assert type(other) is kind
    assert str(other) == str(error) == 'a.csv:1:2: "ô"; gợi ý'
    assert parts_of(other) == parts_of(error)


def test_a_refusal_is_named_and_explained():
    with pytest.raises(qcdc.RefusedError) as caught:
        qcdc.Period("2016/P5Y").same_last_year()
    error = caught.value
    assert error.refusal == "span-same-period"
    assert "liền trước (S15)" in error.explain() and error.explain() == error.explain("vi")
    assert "the span before (S15)" in error.explain("en")
    assert qcdc.Error("only words").explain("en") is None
    with pytest.raises(qcdc.ArgumentError, match="vi, en"):
        error.explain("fr")


def test_all_findings_come_with_the_exception_in_file_order(tmp_path):
    with pytest.raises(qcdc.FindingsError) as caught:
        qcdc.read_bundle(copy_faulty_bundle(tmp_path / "every-fault"))
    error = caught.value
    expected = (BAD_INPUT / "every-fault" / "expected.err").read_text(encoding="utf-8").splitlines()[:-1]
    assert [str(finding) for finding in error.findings] == expected
    first = error.findings[0]
    assert (error.file, error.row, error.column, error.value, error.hint) == (first.file, first.row, first.column, first.value, first.hint)
    assert str(error).startswith(str(first)) and str(len(expected)) in str(error)
    assert pickle.loads(pickle.dumps(error)).findings == error.findings


def test_all_faulty_rows_of_a_builder_are_found():
    with pytest.raises(qcdc.FindingsError) as caught:
        qcdc.DatasetBuilder([*sample.UNITS, {"code": "d"}, {"name": "E"}], sample.INDICATORS)
    assert [(finding.file, finding.row, finding.message) for finding in caught.value.findings] == [
        ("units", 4, "level is empty"), ("units", 4, "name is empty"), ("units", 5, "code is empty"), ("units", 5, "level is empty")]


def test_words_that_are_not_known_come_with_those_that_are(dataset):
    with pytest.raises(qcdc.FormatError) as caught:
        dataset.rollup(missing="guess")
    assert caught.value.value == "guess"
    assert caught.value.hint.startswith("partial, strict, carry, non_null")
    assert str(caught.value) == 'missing "guess" is no way to treat missing figures; partial, strict, carry, non_null, non_zero, partial_null, partial_zero, always_null or always_zero'


@pytest.mark.parametrize("make", [
    lambda dataset: dataset.rollup(threads=-1),
    lambda dataset: dataset.rollup(threads=2 ** 32),
    lambda dataset: dataset.rollup().compare().arrays(percent_decimals=-1),
    lambda dataset: dataset.rollup().compare().arrays(percent_decimals=16),
    lambda dataset: dataset.rollup().compare(depth=0),
    lambda dataset: dataset.rollup().compare(depth=2 ** 31),
    lambda dataset: dataset.rollup().compare(depth=True),
    lambda dataset: dataset.rollup().read_cells([-1], "received", "2022"),
    lambda dataset: dataset.rollup().read_cells([99], "received", "2022"),
], ids=range(9))
def test_numbers_out_of_their_range_are_arguments(make, dataset):
    with pytest.raises(qcdc.ArgumentError):
        make(dataset)


@pytest.mark.parametrize("make", [
    lambda: qcdc.Period(2022.0),
    lambda: qcdc.Period(None),
    lambda: qcdc.Bundle.from_bytes("QBDL"),
    lambda: sample.new_dataset().rollup()["a", "received"],
    lambda: qcdc.format_number(1.5),
    lambda: qcdc.phrase(True, 1, "đơn"),
], ids=range(6))
def test_what_is_of_another_type_is_a_type_error(make):
    with pytest.raises(TypeError):
        make()


def test_a_nul_in_a_text_never_cuts_it():
    for make in (lambda: qcdc.Period("2022\0"), lambda: qcdc.Style({"verb\0": "elide"}), lambda: qcdc.Period.from_name("quý\0"),
                 lambda: sample.new_dataset().rollup().compare(unit="a\0"), lambda: qcdc.phrase(1, 2, "đơn\0"),
                 lambda: sample.new_builder().append("b\0", "received", "2022", 1),
                 lambda: sample.new_builder().append_columns("b\0", "received", "2022", 1),
                 lambda: qcdc.DatasetBuilder([{"code": "a\0", "name": "A", "level": 0}])):
        with pytest.raises(ValueError, match="NUL"):
            make()


def test_call_raises_nothing_when_all_is_well():
    assert call(lib.qcdc_period_parse, b"2022", 4, ffi.new("QcdcPeriod *")) is None
