# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""A user's program with types, which uses the whole face; test_typing.py gives it to mypy --strict, and runs it.

    user.py BUNDLE
"""

from __future__ import annotations

import array
import datetime
import pathlib
import sys
import tempfile
from collections.abc import Sequence
from decimal import Decimal

import qcdc


def sum_up(values: Sequence[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))


def describe_period(period: qcdc.Period) -> str:
    days: tuple[datetime.date, datetime.date] = (period.start, period.end)
    parts: list[qcdc.Period] = period.split("month")
    container: qcdc.Period | None = period.container("year")
    before = min(period.previous(), period.same_last_year())
    assert before < period and period.contains(parts[0]) and period.overlaps("2022-07") in (True, False)
    return f"{period.name()} {period.name('en')} {days[0]:%d/%m/%Y} {container.label if container is not None else '-'} {period.kind}"


def read_units(catalog: qcdc.Catalog) -> dict[str, int]:
    tree: qcdc.UnitTree = catalog.tree("2026-Q3")
    first: qcdc.Unit = tree[0]
    some: tuple[qcdc.Unit, ...] = tree[:2]
    depths: tuple[int, ...] = tree.depths
    units: list[qcdc.Unit] = catalog.units
    excused: list[qcdc.ReportingException] = catalog.exceptions
    reasons: list[str | None] = [one.reason or one.valid_from or one.valid_to or one.unit + one.indicator for one in excused]
    assert len(reasons) == len(excused)
    indicators: list[qcdc.Indicator] = catalog.indicators
    own: qcdc.Attributes = indicators[0].attributes
    others: tuple[str | None, str, list[str]] = (own.get("x_form"), catalog.grouping, catalog.hierarchies)
    assert others == (None, "overlap", [])
    words: str = catalog.plans.get("ke-hoach", "") + catalog.groups.get("núi", "")
    parent: str | None = units[-1].parent
    assert first.groups == () and len(some) == 2 and indicators[0].decimals >= 0 and parent is not None and words
    return dict(zip((unit.code for unit in tree), depths))


def build(place: pathlib.Path) -> qcdc.Dataset:
    builder = qcdc.DatasetBuilder(
        units=[{"code": "h", "name": "Huyện", "level": 0}, {"code": "x", "name": "Xã", "level": 1, "parent": "h"}],
        indicators={"code": ["n"], "name": ["Đơn"], "nature": ["flow"], "measure": ["đơn"], "decimals": [1]},
        plans={"giao": "kế hoạch giao"}, number_format="canonical")
    builder.append("x", "n", qcdc.Period("2021"), Decimal("1.5")).append("x", "n", "2022", None, obs_status="M")
    builder.append_columns("x", "n", ["2019", "2020"], array.array("d", [1.5, 2.5]), source=["a", None])
    dataset: qcdc.Dataset = builder.freeze()
    bundle: qcdc.Bundle = dataset.to_bundle(style={"percent": "brackets"}, title="Số liệu", default_unit="h", default_period="2021")
    bundle.write(place / "bundle")
    return qcdc.DatasetBuilder(dataset.units, dataset.indicators).freeze() if len(dataset) == 0 else dataset


def compare(cube: qcdc.Cube) -> str:
    style: qcdc.Style = qcdc.Style(percent="brackets", percent_decimals=2) | {"verb": "elide"}
    comparison: qcdc.Comparison = cube.compare(unit="a", period=qcdc.Period("2026-Q3"), base=["same-period", "2026-07"], by="child", depth="all",
                                               indicators=["received"], style=style, verb="repeat")
    row: qcdc.Change = comparison[0]
    rows: list[qcdc.Change] = comparison.rows() + comparison[1:2]
    change: Decimal | None = row.difference
    caveats: tuple[str, ...] = row.caveats
    arrays: qcdc.ChangeArrays = comparison.arrays(percent_decimals=3)
    text: str = comparison.text("vi", percent="none")
    spans: list[qcdc.Span] = comparison.spans()
    phrases: list[qcdc.Phrase] = comparison.phrases()
    brought: qcdc.Contribution | None = comparison.contribution(0)
    years: qcdc.Years | None = comparison.years(0)
    print(brought.points + brought.share if brought is not None else None, years.growth if years is not None else None)
    printed: list[str] = [text[span.start:span.end] for span in spans if span.row is not None]
    assert change is not None and arrays.percent_decimals == 3 and len(comparison) == len(rows) - 1 and caveats is not None and printed
    return f"{change + 1} {row.text or ''} {comparison.table('csv', language='en')} {[each.unit for each in comparison]} {comparison.cube.periods[0]}"


def find(bundle: qcdc.Bundle) -> int:
    findings: qcdc.Findings = bundle.check(progress=lambda part: part < 2)
    for finding in findings:
        cell: qcdc.FindingCell | None = finding.cells[0] if finding.cells else None
        print(finding.severity, finding.row, finding.left, cell.value if cell is not None else None)
    return len(findings) + len(bundle.findings)


def read(cube: qcdc.Cube) -> str:
    text = "Quý III năm 2026, toàn tỉnh tiếp nhận 246 kiến nghị, tăng 10 kiến nghị (4,1%) so với cùng kỳ."
    claims: qcdc.Claims = qcdc.read_claims(text, period=qcdc.Period("2026-Q3"), against_text="Quý III năm 2025, toàn tỉnh tiếp nhận 236 kiến nghị.", language="en")
    claim: qcdc.Claim = claims[0]
    findings: qcdc.Findings = claims.check(cube, unit="a", source="x.txt", language="en")
    numbers: tuple[Decimal, Decimal] = (claim.numbers["now"], claim.expected["pct"])
    try:
        print(qcdc.read_docx("nowhere.docx"), qcdc.read_pdf(pathlib.Path("nowhere.pdf")))
    except (qcdc.FileError, ImportError):
        pass
    own: qcdc.Period | None = claims.period
    assert claim.needs_review and own is not None and findings.compared == 1
    return f"{text[claim.start:claim.end]} {claim.verdict} {claim.cause} {sum(numbers)} {claims.summary('vi')} {len(claims.text(all=True))}"


def fail() -> qcdc.Error:
    try:
        qcdc.read_bundle("nowhere", number_format="vi")
    except qcdc.FindingsError as error:
        return error
    except (qcdc.FileError, qcdc.MemoryLimitError, qcdc.CancelledError) as error:
        place: tuple[str | None, int | None, int | None] = (error.file, error.row, error.column)
        reasons: list[qcdc.Finding] = error.findings
        assert place[0] == "nowhere" and not reasons and error.status == "io" and error.value and error.hint
        return error
    raise AssertionError


def main(path: str) -> None:
    bundle: qcdc.Bundle = qcdc.read_bundle(pathlib.Path(path))
    dataset: qcdc.Dataset = bundle.dataset
    cube: qcdc.Cube = dataset.rollup(periods=["2026", qcdc.Period("2025")], indicators=["received", "rate"], missing="partial", threads=2,
                                     progress=None)
    cell: qcdc.Cell = cube["a", "rate", "2026-Q3"]
    cells: qcdc.CellArrays = cube.read_cells(["a", "b"], "received", qcdc.Period("2026-Q3"))
    total: Decimal = sum_up([cell.value, cell.numerator, cell.denominator])
    default: str | None = bundle.default_unit or bundle.default_period
    copy: qcdc.Bundle = qcdc.Bundle.from_bytes(bundle.to_bytes())
    keys: list[str] = list(copy.style)
    with tempfile.TemporaryDirectory() as folder:
        own: qcdc.Dataset = build(pathlib.Path(folder))
    latest: qcdc.Period = own.latest_period
    print(describe_period(qcdc.Period.from_name("quý III năm 2026")), read_units(bundle.catalog), compare(cube), find(bundle), read(cube), fail())
    print(total, cell.expected + cell.valued, cell.status, len(cells.coefficients), default, keys[0], latest, str(own.check()), bundle.title)
    print(cube.table(periods=["2026-Q3"], format="csv"), cube.explain("a", "received", "2026-Q3", "en"), qcdc.phrase(1, "2", "đơn", latest, verb="elide"))
    print(qcdc.format_number(Decimal("7.5"), "en", pad=True), qcdc.parse_number("7.570") + 1, qcdc.__version__)


if __name__ == "__main__":
    main(sys.argv[1])
