# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Words for bare numbers."""

import os
import pathlib
import subprocess
from decimal import Decimal
from fractions import Fraction

import pytest
import qcdc
import sample

PROGRAM = pathlib.Path(os.environ.get("QCDC_BUILD") or sample.ROOT / "build").resolve() / "bindings" / "cli" / "qcdc"


def test_a_change_of_two_numbers():
    assert qcdc.phrase(174, 132, "đơn") == "tăng 42 đơn so với cùng kỳ năm trước"
    assert qcdc.phrase(174, 132, "đơn", percent="brackets", base_phrase="short") == "tăng 42 đơn (31,8%) so với cùng kỳ"
    assert qcdc.phrase("80.5", Decimal("79.3"), "%") == "tăng 1,2 điểm phần trăm so với cùng kỳ năm trước"
    assert qcdc.phrase(12, 15, "bậc") == "tăng 3 bậc so với cùng kỳ năm trước"
    assert qcdc.phrase(5, 5, "đơn", style={"unchanged": "giữ nguyên"}) == qcdc.phrase(5, 5, "đơn", style=qcdc.Style(unchanged="giữ nguyên"))


@pytest.mark.parametrize("current, base, measure, period, keys", [
    ("174", "132", "đơn", None, {}), ("1000000", "3", "triệu đồng", "2022", {"percent": "brackets", "base_phrase": "dated"}),
    ("80.5", "79.3", "%", "2022-Q3", {"base_phrase": "year"}), ("0", "7", "vụ", None, {"percent": "alone"}), ("5", "5", "vụ", None, {}),
    ("43.81", "10", "triệu đồng", None, {"form": "times"}), ("5", "7", "vụ", "2022", {"language": "en"})])
def test_it_is_what_the_shell_says(current, base, measure, period, keys):
    command = [PROGRAM, "phrase", current, base, "--measure", measure, *(["--period", period] if period else [])]
    for key, value in keys.items():
        command += ["--style", f"{key}={value}"]
    shell = subprocess.run(command, capture_output=True, check=True)
    assert qcdc.phrase(current, base, measure, period, **keys) == shell.stdout.decode().rstrip("\n")
    assert qcdc.phrase(Decimal(current), Decimal(base), measure, qcdc.Period(period) if period else None, **keys) == shell.stdout.decode().rstrip("\n")


@pytest.mark.parametrize("number, options, printed", [
    (7570, {}, "7.570"), (7570, {"language": "en"}, "7,570"), (Decimal("84.7"), {"percent": True}, "84,7%"), (2, {"pad": True}, "02"),
    ("-1234567.50", {}, "-1.234.567,50"), (0, {}, "0"), (Decimal("1E+3"), {}, "1.000"), (Decimal("-0.05"), {}, "-0,05")])
def test_numbers_as_reports_print_them(number, options, printed):
    assert qcdc.format_number(number, **options) == printed


@pytest.mark.parametrize("words, language, number", [
    ("7.570", "vi", "7570"), ("84,7%", "vi", "84.7"), ("1,5 tỷ", "vi", "1500000000"), ("7,570", "en", "7570"), ("02", "vi", "2"), ("-3,5", "vi", "-3.5")])
def test_numbers_as_reports_print_them_read_back(words, language, number):
    read = qcdc.parse_number(words, language)
    assert isinstance(read, Decimal) and read == Decimal(number)


def test_what_goes_on_after_a_number():
    with pytest.raises(qcdc.FormatError) as caught:
        qcdc.parse_number("84,7% số đơn")
    assert caught.value.value == " số đơn"
    for words in ("", "x", "một"):
        with pytest.raises(qcdc.FormatError):
            qcdc.parse_number(words)


@pytest.mark.parametrize("number, kind", [(1.5, TypeError), (True, TypeError), ("1e5", qcdc.FormatError), ("", qcdc.FormatError),
                                          (10 ** 18, qcdc.RangeError), (Decimal("NaN"), qcdc.FormatError), (Decimal("Infinity"), qcdc.FormatError),
                                          (None, TypeError), ("1\0", qcdc.FormatError)], ids=repr)
def test_what_is_no_exact_number(number, kind):
    for make in (lambda: qcdc.format_number(number), lambda: qcdc.phrase(number, 1, "đơn"), lambda: qcdc.phrase(1, number, "đơn")):
        with pytest.raises(kind):
            make()


def test_other_words_than_there_are():
    with pytest.raises(qcdc.ArgumentError):
        qcdc.format_number(5, "fr")
    with pytest.raises(qcdc.FormatError):
        qcdc.phrase(1, 2, "đơn", "2022-Q9")


@pytest.mark.parametrize("number", [None, b"1", 1j, Fraction(1, 2), 0.5, True], ids=repr)
def test_what_is_no_exact_number_is_refused(number):
    with pytest.raises(TypeError, match="not exact"):
        qcdc.phrase(number, 1, "đơn")
