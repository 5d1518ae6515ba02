# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Who reports, who need not, and what becomes of a sum that lacks something."""

import pickle

import pytest
import qcdc
import sample

EXCEPTIONS = [{"unit": "c", "indicator": "received", "valid_from": "2026-01-01", "reason": "đảo xa"}, {"unit": "b", "indicator": "*", "valid_to": "2020-12-31"}]


def build(**others):
    builder = qcdc.DatasetBuilder(sample.UNITS, sample.INDICATORS, **others)
    return builder.append_columns(["b", "c", "b"], "received", ["2025", "2025", "2026"], [10, 5, 12]).freeze()


def test_who_is_excepted_is_not_expected():
    plain, excused = build(), build(exceptions=EXCEPTIONS)
    assert plain.catalog.exceptions == []
    assert [one.to_dict() for one in excused.catalog.exceptions] == [
        {"unit": "c", "indicator": "received", "valid_from": "2026-01-01", "valid_to": None, "reason": "đảo xa"},
        {"unit": "b", "indicator": "*", "valid_from": None, "valid_to": "2020-12-31", "reason": None}]
    cells = [dataset.rollup()["a", "received", "2026"] for dataset in (plain, excused)]
    assert [(cell.value, cell.expected, cell.origin) for cell in cells] == [(12, 2, "partial"), (12, 1, "sum")]
    assert "đảo xa" in excused.rollup().explain("a", "received", "2026")
    assert pickle.loads(pickle.dumps(excused)).catalog.exceptions == excused.catalog.exceptions
    assert build(exceptions=excused.catalog.exceptions).catalog.exceptions == excused.catalog.exceptions


def test_faults_of_exceptions_are_found():
    with pytest.raises(qcdc.FindingsError) as caught:
        build(exceptions=[{"unit": "d", "indicator": "received"}, {"unit": "a"}])
    assert [(finding.finding, finding.file, finding.row) for finding in caught.value.findings] == [
        ("QCDC-F080", "exceptions", 1), ("QCDC-F001", "exceptions", 2)]
    with pytest.raises(qcdc.ArgumentError):
        build(exceptions=[{"unit": "a", "indicators": "*"}])


@pytest.mark.parametrize(("missing", "value"), [("partial", 12), ("strict", None), ("carry", 12), ("non_null", None), ("partial_null", None),
                                                ("always_null", None), ("partial_zero", 12), ("non_zero", 12), ("always_zero", 12)])
def test_what_is_missing_by_every_name(missing, value):
    cube = build().rollup(missing=missing)
    assert cube["a", "received", "2026"].value == value
    assert cube["c", "received", "2026"].value == (0 if missing == "always_zero" else None)
