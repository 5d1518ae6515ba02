# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Findings: what does not fit, as the shell tells it."""

import json
import os
import pathlib
import pickle
import shutil
import subprocess
from decimal import Decimal

import pytest
import qcdc
import sample

PROGRAM = pathlib.Path(os.environ.get("QCDC_BUILD") or sample.ROOT / "build").resolve() / "bindings" / "cli" / "qcdc"


@pytest.fixture
def contradiction():
    """A total that its parts do not add up to, and a year that its quarters do not."""
    builder = sample.new_builder()
    builder.append_columns(["b", "c"], "received", "2022", [40, 12]).append("a", "received", "2022", 55, scope="total")
    for quarter, value in enumerate((10, 10, 10, 9), start=1):
        builder.append("b", "settled", f"2022-Q{quarter}", value)
    return builder.append("b", "settled", "2022", 41).freeze()


def test_what_contradicts_itself_is_found_with_its_cells(contradiction):
    total, year = contradiction.check()
    assert isinstance(total, qcdc.Finding) and (total.severity, year.severity) == ("warning", "warning")
    assert (total.unit, total.indicator, total.period) == ("a", "received", "2022")
    assert (total.left, total.right, total.difference) == (Decimal(55), Decimal(52), Decimal(3))
    assert (year.unit, year.indicator, year.period, year.left, year.right, year.difference) == (
        "b", "settled", "2022", Decimal(41), Decimal(39), Decimal(2))
    assert all(isinstance(finding.cells, tuple) for finding in (total, year))
    assert {(cell.unit, cell.value) for cell in total.cells} >= {("b", Decimal(40)), ("c", Decimal(12))}
    for cell in total.cells:
        assert isinstance(cell, qcdc.FindingCell) and cell.indicator == "received" and cell.period == "2022"


def test_nothing_is_found_in_what_fits(dataset, bundle):
    assert dataset.check() == [] and isinstance(dataset.check(), qcdc.Findings)
    assert bundle.check() == [] and str(bundle.check()) == ""


def test_text_and_json_are_those_of_the_shell(contradiction, tmp_path):
    contradiction.to_bundle().write(tmp_path / "bundle")
    found = qcdc.read_bundle(tmp_path / "bundle").check()
    shell = subprocess.run([PROGRAM, "check", "bundle", "--format", "json"], cwd=tmp_path, capture_output=True, text=True)
    lines = [json.loads(line) for line in shell.stdout.splitlines()]
    assert len(lines) == len(found) == 2
    for line, finding in zip(lines, found):
        told = finding.to_dict()
        assert {name: told[name] for name in line if name not in ("left", "right", "difference", "cells")} == {
            name: line[name] for name in line if name not in ("left", "right", "difference", "cells")}
        for name in ("left", "right", "difference"):
            assert line[name] is None and told[name] is None or Decimal(line[name]) == told[name]
        assert [cell.to_dict() for cell in finding.cells] == [
            {**cell, "value": None if cell["value"] is None else Decimal(cell["value"])} for cell in line["cells"]]
    shell = subprocess.run([PROGRAM, "check", "bundle"], cwd=tmp_path, capture_output=True, text=True)
    assert str(found) == shell.stdout


def test_warnings_of_the_reading_stay_with_the_bundle(tmp_path):
    shutil.copytree(sample.DATA / "tinh-a-2026", tmp_path / "bundle")
    (tmp_path / "bundle" / "history.csv").write_text("date,event,from,to,extent\n", encoding="utf-8")
    bundle = qcdc.read_bundle(tmp_path / "bundle")
    assert [(finding.severity, finding.file) for finding in bundle.findings] == [("warning", "history.csv")]
    assert bundle.check() == bundle.findings


def test_findings_are_values(contradiction):
    found, again = contradiction.check(), contradiction.check()
    assert found == again and hash(found[0]) == hash(again[0]) and found[0] != found[1]
    assert pickle.loads(pickle.dumps(found)) == found and isinstance(pickle.loads(pickle.dumps(found)), qcdc.Findings)
    assert str(found[0]) == found[0].text and repr(found[0]).startswith("Finding(finding='QCDC-")
    with pytest.raises(AttributeError):
        found[0].severity = "none"


def test_findings_show_themselves():
    builder = sample.new_builder()
    builder.append("b", "received", "2022", 1, source="<script>").append("b", "received", "2022", 2)
    with pytest.raises(qcdc.FindingsError) as caught:
        builder.freeze()
    found = caught.value.findings
    assert isinstance(found, qcdc.Findings)
    assert str(found) == "".join(f"{finding}\n" for finding in found)
    written = found._repr_html_()
    assert written.count("<tr>") == 2 and "<td>QCDC-F066</td>" in written and "&quot;b, received, 2022&quot;" in written


def test_html_of_findings_is_escaped():
    with pytest.raises(qcdc.FindingsError) as caught:
        qcdc.DatasetBuilder([{"code": "a", "name": "A", "level": "<b>x</b>"}])
    written = caught.value.findings._repr_html_()
    assert "<b>" not in written and "&lt;b&gt;x&lt;/b&gt;" in written


def test_rules_of_the_bundle_and_words_for_people(tmp_path):
    shutil.copytree(sample.ROOT / "tests" / "golden" / "rules" / "equation", tmp_path / "bundle")
    bundle = qcdc.read_bundle(tmp_path / "bundle")
    finding, = bundle.check()
    assert (finding.finding, finding.rule, finding.severity) == ("QCDC-F210", "can-doi", "warning")
    assert (finding.left, finding.right, finding.difference) == (Decimal(15), Decimal(14), Decimal(1))
    assert [cell.indicator for cell in finding.cells] == ["in", "new", "done", "left"]
    assert bundle.dataset.check() == [finding]
    told, = bundle.check(language="vi")
    assert str(told).endswith("đề nghị rà soát. Quy tắc của bộ dữ liệu: in + new = done + left. Cân đối đơn.")
    assert str(bundle.check(language="en")) == subprocess.run([PROGRAM, "check", "--language", "en", "bundle"], cwd=tmp_path,
                                                              capture_output=True, text=True).stdout
    assert qcdc.Bundle.from_bytes(bundle.to_bytes()).check() == [finding]
    assert bundle.catalog.rules == [{"code": "can-doi", "rule": "in + new = done + left", "message": "Cân đối đơn"}]
    made = qcdc.DatasetBuilder(bundle.units, bundle.indicators, rules=bundle.catalog.rules)
    made.append_columns("a", ["in", "new", "done", "left"], "2022", [5, 10, 8, 6])
    assert [(told.rule, told.difference) for told in made.freeze().check()] == [("can-doi", Decimal(1))]
    with pytest.raises(qcdc.FindingsError):
        qcdc.DatasetBuilder(bundle.units, bundle.indicators, rules=[{"code": "r", "rule": "in + = new"}])
    with pytest.raises(qcdc.ArgumentError):
        bundle.check(language="fr")
