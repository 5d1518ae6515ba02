# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Periods: labels, days, names, neighbours, order."""

import datetime
import itertools

import pytest
from qcdc import FormatError, Period, RefusedError

DAY = datetime.date.fromisoformat

# label, kind, first day, last day, name in Vietnamese and English
PERIODS = [
    ("2022-09", "month", "2022-09-01", "2022-09-30", "tháng 9 năm 2022", "September 2022"),
    ("2024-02", "month", "2024-02-01", "2024-02-29", "tháng 2 năm 2024", "February 2024"),
    ("2022-Q3", "quarter", "2022-07-01", "2022-09-30", "quý III năm 2022", "Q3 2022"),
    ("2022-S1", "half", "2022-01-01", "2022-06-30", "6 tháng đầu năm 2022", "first half of 2022"),
    ("2022-01/P10M", "to-date", "2022-01-01", "2022-10-31", "10 tháng đầu năm 2022", "first ten months of 2022"),
    ("2022", "year", "2022-01-01", "2022-12-31", "năm 2022", "2022"),
    ("2016/P5Y", "span", "2016-01-01", "2020-12-31", "giai đoạn 2016-2020", "2016–2020"),
    ("2019-06-01/2020-05-25", "days", "2019-06-01", "2020-05-25", "từ ngày 01/6/2019 đến ngày 25/5/2020", "1 June 2019 – 25 May 2020"),
]
LABELS = [row[0] for row in PERIODS]


@pytest.mark.parametrize("label, kind, start, end, vietnamese, english", PERIODS, ids=LABELS)
def test_a_period_knows_its_days_and_names(label, kind, start, end, vietnamese, english):
    period = Period(label)
    assert (period.label, str(period), period.kind) == (label, label, kind)
    assert (period.start, period.end) == (DAY(start), DAY(end))
    assert repr(period) == f"Period({label!r})" and eval(repr(period)) == period
    assert (period.name(), period.name("en")) == (vietnamese, english)


@pytest.mark.parametrize("label", LABELS[:6])
def test_a_name_reads_back(label):
    period = Period(label)
    assert Period.from_name(period.name()) == period
    assert Period.from_name(period.name("en"), "en") == period


@pytest.mark.parametrize("label", LABELS)
def test_equal_labels_are_equal_and_hash_alike(label):
    one, other = Period(label), Period(Period(label))
    assert one == other and hash(one) == hash(other) and not one != other
    assert len({one, other}) == 1
    assert one != label and (one == 5) is False


def test_different_labels_are_different_even_over_the_same_days():
    assert Period("2022-Q3") != Period("2022-07-01/2022-09-30") and Period("2022-Q3").start == Period("2022-07-01/2022-09-30").start
    assert Period("2022-01/P3M") == Period("2022-Q1") and Period("2022-01/P3M").label == "2022-Q1"
    assert len(set(map(Period, LABELS))) == len(LABELS)


def test_order_is_by_first_day_then_last_then_the_finer():
    labels = ["2022-01", "2022-Q1", "2022-S1", "2022", "2022-02", "2022-Q2", "2022-04"]
    ordered = list(map(Period, labels))
    for one, other in itertools.combinations(sorted(ordered), 2):
        assert one < other and one <= other and other > one and other >= one and one != other
    assert [str(period) for period in sorted(reversed(ordered))] == ["2022-01", "2022-Q1", "2022-S1", "2022", "2022-02", "2022-04", "2022-Q2"]
    assert Period("2022") <= Period("2022") >= Period("2022")


def test_order_with_another_type_is_a_type_error():
    for compare in (lambda: Period("2022") < "2023", lambda: Period("2022") <= 5, lambda: Period("2022") > None, lambda: Period("2022") >= "x"):
        with pytest.raises(TypeError):
            compare()


@pytest.mark.parametrize("label, before, last_year", [
    ("2022-01", "2021-12", "2021-01"), ("2022-Q1", "2021-Q4", "2021-Q1"), ("2022-S1", "2021-S2", "2021-S1"), ("2022", "2021", "2021")])
def test_steps_back(label, before, last_year):
    assert Period(label).previous() == Period(before)
    assert Period(label).same_last_year() == Period(last_year)


def test_a_span_has_no_same_period_last_year():
    with pytest.raises(RefusedError):
        Period("2016/P5Y").same_last_year()


def test_what_lies_in_what():
    year, quarter, month = map(Period, ("2022", "2022-Q3", "2022-09"))
    assert year.contains(quarter) and quarter.contains("2022-09") and not month.contains(quarter)
    assert quarter.overlaps(month) and quarter.overlaps("2022-S2") and not quarter.overlaps("2022-S1")
    assert month.container("quarter") == quarter and month.container("year") == year
    assert year.container("quarter") is None and Period("2022-S1").container("half") == Period("2022-S1")
    assert [str(part) for part in quarter.split("month")] == ["2022-07", "2022-08", "2022-09"]
    assert [str(part) for part in year.split("quarter")] == ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"]
    assert month.split("quarter") == []


@pytest.mark.parametrize("label, value", [("2022-Q5", "2022-Q5"), ("", None), ("2022-13", "2022-13"), ("năm 2022", "năm 2022"), ("2022 ", "2022 "),
                                          ("2022-Q1x", "2022-Q1x")])
def test_what_is_no_label(label, value):
    with pytest.raises(FormatError) as caught:
        Period(label)
    assert caught.value.value == value
    assert str(caught.value)


def test_what_is_no_name():
    for name in ("kỳ", "quý V năm 2022", "quý III năm 2022 và"):
        with pytest.raises(FormatError):
            Period.from_name(name)


def test_a_period_does_not_take_new_attributes():
    with pytest.raises(AttributeError):
        Period("2022").note = "x"


def test_a_period_does_not_change():
    period = Period("2022")
    for change in (lambda: setattr(period, "label", "2023"), lambda: delattr(period, "label"), lambda: setattr(period, "other", 1)):
        with pytest.raises(AttributeError):
            change()
    assert {period: 1}[Period(period)] == 1 and period.previous().label == "2021"


def test_a_whole_number_is_a_year():
    assert Period(2022) == Period("2022")
    with pytest.raises(TypeError):
        Period(True)
