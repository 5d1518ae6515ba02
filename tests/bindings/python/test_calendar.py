# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Calendars: days and deadlines of periods."""

import datetime
import json
import pickle

import pytest
import qcdc
import sample

CUT_OFFS = sample.ROOT / "tests" / "golden" / "bundles" / "cut-offs"
ROWS = [{"name": "riêng", "kind": "year", "first_month_offset": -1, "first_day": 15, "last_month_offset": 0, "last_day": 14},
        {"name": "riêng", "kind": "month", "first_month_offset": 0, "first_day": 1, "last_month_offset": 0, "last_day": 25}]


def dates(*texts):
    return tuple(datetime.date.fromisoformat(text) for text in texts)


@pytest.fixture
def cut_offs():
    return qcdc.read_bundle(CUT_OFFS)


def test_days_are_those_of_the_bundle_s_calendar(cut_offs):
    assert cut_offs.calendar == cut_offs.catalog.calendar == "tinh-a"
    for thing in (cut_offs, cut_offs.dataset, cut_offs.catalog):
        assert thing.days("2022-S1") == dates("2021-12-15", "2022-06-14")
        assert thing.days(qcdc.Period("2021-S2")) == dates("2021-07-01", "2021-12-31")
        assert thing.days(2022) == dates("2021-12-15", "2022-12-14")
        assert thing.deadline("2022-S2", 14) == datetime.date(2023, 1, 4)
        assert thing.deadline("2022-S2", 0) == datetime.date(2022, 12, 14)


def test_a_reading_may_ask_for_another_calendar():
    bundle = qcdc.read_bundle(sample.DATA / "bac-giang-2019", calendar="decree-09")
    assert bundle.calendar == "decree-09"
    assert bundle.days("2020") == dates("2019-12-15", "2020-12-14")
    with pytest.raises(qcdc.NotFoundError, match='did you mean "decree-09"'):
        qcdc.read_bundle(sample.DATA / "bac-giang-2019", calendar="decree-9")
    with pytest.raises(TypeError):
        qcdc.read_bundle(sample.DATA / "bac-giang-2019", calendar=9)
    with pytest.raises(qcdc.FindingsError):
        qcdc.read_bundle(CUT_OFFS, calendar="civil")


def test_what_has_no_days_is_refused(cut_offs):
    for label in ("2022-Q1", "2021-02", "2022-01/P9M"):
        with pytest.raises(qcdc.RefusedError) as refused:
            cut_offs.days(label)
        assert refused.value.hint and refused.value.value == label
    with pytest.raises(qcdc.RefusedError, match="without a calendar there are no cut-off days"):
        qcdc.read_bundle(sample.DATA / "bac-giang-2019").days("2019")
    with pytest.raises(qcdc.RefusedError, match="has no holidays"):
        cut_offs.deadline("2024", 1)
    with pytest.raises(qcdc.ArgumentError):
        cut_offs.deadline("2022", -1)
    with pytest.raises(qcdc.ArgumentError):
        cut_offs.catalog.calendar_table(["2022"], working_days=-1)


def test_a_builder_takes_calendars_and_holidays():
    dataset = qcdc.DatasetBuilder(sample.UNITS, sample.INDICATORS, calendars=ROWS, calendar="riêng",
                                  holidays=[datetime.date(2022, 9, 2), "2022-09-01", {"date": "2023-01-02", "name": "Nghỉ bù"}]).freeze()
    assert dataset.catalog.calendar == "riêng"
    assert dataset.days("2022-08") == dates("2022-08-01", "2022-08-25")
    assert dataset.deadline("2022-08", 5) == datetime.date(2022, 9, 5)
    again = pickle.loads(pickle.dumps(dataset))
    assert again.catalog.calendar == "riêng" and again.deadline("2022-08", 5) == datetime.date(2022, 9, 5)
    assert qcdc.DatasetBuilder(catalog=dataset.catalog).freeze().days("2022-08") == dataset.days("2022-08")
    with pytest.raises(qcdc.NotFoundError):
        qcdc.DatasetBuilder(calendar="riêng")
    with pytest.raises(qcdc.ArgumentError):
        qcdc.DatasetBuilder(catalog=dataset.catalog, calendar="civil")
    with pytest.raises(qcdc.FindingsError) as faults:
        qcdc.DatasetBuilder(calendars=[dict(ROWS[0], kind="yearly")], holidays=["2022-02-30"])
    assert [finding.finding for finding in faults.value.findings] == ["QCDC-F070", "QCDC-F004"]


def test_a_shipped_calendar_needs_no_figures():
    catalog = qcdc.DatasetBuilder(calendar="inspection-2013").freeze().catalog
    assert catalog.days("2016-01/P9M") == dates("2015-12-16", "2016-09-15")


def test_a_day_has_its_label(cut_offs):
    decree = qcdc.DatasetBuilder(calendar="decree-09").freeze().catalog
    assert decree.find_period(datetime.date(2022, 12, 15), "month") == qcdc.Period("2023-01")
    assert decree.find_period("2022-12-14", "year") == qcdc.Period("2022")
    assert decree.find_period(datetime.datetime(2022, 12, 15, 8), "half") == qcdc.Period("2023-S1")
    assert qcdc.read_bundle(sample.DATA / "bac-giang-2019").catalog.find_period("2022-12-15", "month") == qcdc.Period("2022-12")
    with pytest.raises(qcdc.NotFoundError):
        decree.find_period("2018-01-01", "year")
    with pytest.raises(qcdc.RefusedError):
        decree.find_period("2022-01-01", "to-date")
    for day, kind in (("2022", "year"), ("2022-01-01", "week")):
        with pytest.raises(ValueError):
            decree.find_period(day, kind)


def test_the_table_is_that_of_the_shell(cut_offs):
    rows = [json.loads(line) for line in cut_offs.catalog.calendar_table(["2022-S2", "2022"], working_days=2, format="json").splitlines()]
    assert rows[0] == {"period": "2022-S2", "first_day": "2022-06-15", "last_day": "2022-12-14", "deadline": "2022-12-16"}
    assert rows[1]["deadline"] == "2022-12-16"
    assert cut_offs.catalog.calendar_table("2022", language="en").splitlines()[0].startswith("Period")
    assert cut_offs.catalog.calendar_table([], format="csv") == "period,first_day,last_day,deadline\n"


def test_another_rule_is_a_caveat(cut_offs):
    rows = cut_offs.rollup().compare(indicators=["visits"]).rows()
    assert [list(row.caveats) for row in rows] == [["calendar-differs"]]
    assert [finding.rule for finding in cut_offs.check()] == ["two-calendars"] * 2
