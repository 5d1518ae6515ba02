# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""What a report's text says of its figures."""

import html
import importlib.util
import json
import os
import pathlib
import pickle
import re
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from decimal import Decimal

import pytest
import qcdc
import sample

PROGRAM = pathlib.Path(os.environ.get("QCDC_BUILD") or sample.ROOT / "build").resolve() / "bindings" / "cli" / "qcdc"
REPORT = """BÁO CÁO
Kết quả năm 2023

Tiếp nhận 174 đơn, tăng 24,1% so với cùng kỳ (132 đơn).
Đã giải quyết 62/77 đơn, đạt tỷ lệ 80,5%.
Có 200 xã, gồm: 181 xã và 18 phường.
Kế hoạch ngày 31/6/2023.
"""
OLD = "BÁO CÁO\nKết quả năm 2022\n\nHuyện tiếp 241 lượt công dân.\n"
#: contracts.md: keys of a line, and of numbers by kind
KEYS = ("line start end start_char end_char quote kind numbers unit period base_period verdict cause expected alternative_of note").split()

needs_docx = pytest.mark.skipif(importlib.util.find_spec("docx") is None, reason="python3-docx is not installed")


def ask_shell(text, *words):
    ended = subprocess.run([PROGRAM, "read", "-", *words], input=text.encode(), capture_output=True)
    assert ended.stderr == b""
    return ended.stdout.decode()


def test_claims_of_a_text():
    claims = qcdc.read_claims(REPORT)
    assert [claim.kind for claim in claims] == ["change_rel", "fraction", "sum_of_parts", "date"]
    first = claims[0]
    assert first.quote == REPORT[first.start:first.end] == "174 đơn, tăng 24,1% so với cùng kỳ (132 đơn)"
    assert first.numbers == {"now": Decimal("174"), "base": Decimal("132"), "delta": None, "pct": Decimal("24.1"), "dir": "increase"}
    assert first.expected == {"delta": Decimal("42"), "pct": Decimal("31.8")}
    assert (first.verdict, first.cause, first.line, first.unit, first.alternative_of) == ("inconsistent", "divided-by-current", 4, "đơn", None)
    assert (first.period, first.base_period) == ("2023", "2022")
    assert claims[2].numbers["parts"] == (Decimal("181"), Decimal("18")) and claims[2].numbers["mode"] == "exhaustive"
    assert str(first) == first.note and first.note.startswith("chưa khớp, đề nghị rà soát: 174 so với 132")
    assert [claim.needs_review for claim in claims] == [True, False, True, True]
    assert claims.period == qcdc.Period(2023) and claims.source == REPORT
    assert {first: 1}[first] == 1 and first == qcdc.read_claims(REPORT)[0]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_is_what_the_shell_says(language):
    lines = [json.loads(line) for line in ask_shell(REPORT, "--format", "json", "--language", language).splitlines()]
    claims = qcdc.read_claims(REPORT, language=language)
    assert all(list(line) == KEYS for line in lines) and len(lines) == len(claims)
    for line, claim in zip(lines, claims):
        assert set(KEYS) <= set(claim.to_dict())
        for key in set(KEYS) - {"start", "end", "numbers", "expected"}:
            assert line[key] == getattr(claim, key)
        assert (claim.start, claim.end) == (line["start_char"], line["end_char"])
        assert list(line["numbers"]) == list(claim.numbers) and list(line["expected"]) == list(claim.expected)
        encoded = REPORT.encode()
        assert encoded[line["start"]:line["end"]].decode() == claim.quote
    assert claims.text(language) == ask_shell(REPORT, "--language", language)
    assert claims.text(language, all=True) == ask_shell(REPORT, "--all", "--language", language)
    assert claims.summary(language) == claims.text(language).splitlines()[-1]


def test_a_figure_in_two_places_is_shown_once():
    text = "Toàn tỉnh có 2.316 tổ hòa giải ở cơ sở.\n\nSau củng cố có 2.361 tổ hòa giải ở cơ sở.\n"
    first, again = qcdc.read_claims(text)
    assert (first.kind, first.line, first.needs_review, again.line, again.needs_review, again.alternative_of) == ("cross", 1, True, 3, False, 0)
    for options in ((), ("--all",)):
        shown = qcdc.read_claims(text).text(all=bool(options))
        assert shown.count("nơi trước ghi 2.316, nơi sau ghi 2.361") == 1 and shown == ask_shell(text, *options, "--language", "vi")


def test_texts_of_any_form():
    decomposed = unicodedata.normalize("NFD", REPORT)
    claims = qcdc.read_claims(decomposed)
    assert [claim.verdict for claim in claims] == [claim.verdict for claim in qcdc.read_claims(REPORT)]
    assert all(decomposed[claim.start:claim.end] == claim.quote for claim in claims)
    broken = "\ud800\0 đã giải quyết 62/77 đơn, đạt 81,5%."
    claim, = qcdc.read_claims(broken)
    assert broken[claim.start:claim.end] == claim.quote == "62/77 đơn, đạt 81,5%"
    assert list(qcdc.read_claims("")) == [] and qcdc.read_claims("").period is None
    assert qcdc.read_claims("x").text().startswith("0 nhận định")
    assert "0 claims" in qcdc.Claims().text("en") and qcdc.Claims()._repr_html_()


def test_the_period_of_the_report():
    text = "Tiếp nhận 174 đơn, tăng 42 đơn so với cùng kỳ."
    assert qcdc.read_claims(text)[0].period is None
    assert [(claim.period, claim.base_period) for claim in qcdc.read_claims(text, period="2023-S1")] == [("2023-S1", "2022-S1")]
    assert qcdc.read_claims(text, period=qcdc.Period("2023")).period == qcdc.Period(2023)


def test_against_the_text_of_a_year_before():
    text = "BÁO CÁO\nKết quả năm 2023\n\nHuyện tiếp 428 lượt công dân, tăng 188 lượt so với cùng kỳ."
    alone, = qcdc.read_claims(text)
    held, = claims = qcdc.read_claims(text, against_text=OLD)
    assert (alone.verdict, held.verdict) == ("uncheckable", "inconsistent")
    assert (held.numbers["base"], held.numbers["from_old"], held.expected["delta"]) == (Decimal("241"), "base", Decimal("187"))
    assert "theo văn bản kỳ trước" in held.note
    again = pickle.loads(pickle.dumps(claims))
    assert again == claims and again.text() == claims.text() and again.period == claims.period


def test_against_data(bundle):
    text = "Quý III năm 2026, toàn tỉnh tiếp nhận 264 kiến nghị, phản ánh."
    finding, = findings = qcdc.read_claims(text).check(bundle.rollup(), source="x.txt")
    assert (finding.finding, finding.file, finding.row, finding.left, finding.right) == ("QCDC-F211", "x.txt", 1, Decimal(264), Decimal(246))
    assert findings.compared == 1 and str(finding).startswith("x.txt:1: printed 264 of")
    assert "chưa khớp với số liệu 246" in str(qcdc.read_claims(text).check(bundle.rollup(), language="vi"))
    assert qcdc.read_claims(text.replace("264", "246")).check(bundle.rollup(), unit="a", period="2026-Q3").compared == 1
    assert qcdc.Findings().compared is None
    with pytest.raises(qcdc.NotFoundError):
        qcdc.read_claims(text).check(bundle.rollup(), unit="z")
    with pytest.raises(qcdc.ArgumentError):
        qcdc.Claims().check(bundle.rollup())


def test_it_shows_itself_as_html():
    text = REPORT + "<script>x & y</script> 10/20 <b> đạt 40%\n"
    page = qcdc.read_claims(text)._repr_html_()
    assert "<script>" not in page and "&lt;script&gt;x &amp; y" in page
    assert html.unescape(re.sub(r"<[^>]*>", "", page.split("pre-wrap\">")[1])) == text
    assert 'title="chưa khớp, đề nghị rà soát: 174 so với 132' in page and 'class="qcdc-consistent"' in page
    assert not re.search(r"red|green|#f00|#0f0", page)


def test_overlapping_spans_keep_the_text():
    text = "Tiếp nhận 246 kiến nghị, tăng 10 kiến nghị (4,1%) so với cùng kỳ, trong đó: 151 trực tuyến, 38 bưu chính và 57 trực tiếp."
    claims = qcdc.read_claims(text)
    page = claims._repr_html_()
    assert html.unescape(re.sub(r"<[^>]*>", "", page.split("pre-wrap\">")[1])) == text


@pytest.mark.parametrize("arguments, error", [
    ({"text": b"x"}, TypeError), ({"text": None}, TypeError), ({"text": "x", "against_text": 3}, TypeError),
    ({"text": "x", "period": "2023-Q5"}, qcdc.FormatError), ({"text": "x", "language": "fr"}, qcdc.ArgumentError)])
def test_what_cannot_be_read(arguments, error):
    with pytest.raises(error):
        qcdc.read_claims(**arguments)


def test_a_claim_does_not_change():
    claim = qcdc.read_claims(REPORT)[0]
    with pytest.raises(AttributeError):
        claim.verdict = "consistent"
    with pytest.raises(qcdc.ArgumentError):
        qcdc.read_claims(REPORT).text("fr")


@needs_docx
def test_text_of_a_document(tmp_path):
    import docx
    document = docx.Document()
    document.add_paragraph("BÁO CÁO năm 2023")
    document.add_paragraph("Có 200 xã, gồm: 181 xã và 18 phường.")
    table = document.add_table(2, 2)
    for row, cells in enumerate((("Xã", "Số\nđơn"), ("A", "7"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    document.add_paragraph("mục một", style="List Bullet")
    document.save(tmp_path / "a.docx")
    text = qcdc.read_docx(tmp_path / "a.docx")
    assert text == "BÁO CÁO năm 2023\nCó 200 xã, gồm: 181 xã và 18 phường.\nXã | Số đơn\nA | 7\n- mục một\n"
    assert [claim.verdict for claim in qcdc.read_claims(text)] == ["inconsistent"]


@needs_docx
def test_footnotes_of_a_document(tmp_path):
    import docx
    document = docx.Document()
    document.add_paragraph("Tiếp 174 đơnMARK trong kỳ.")
    document.save(tmp_path / "plain.docx")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = f'<w:footnotes {space}><w:footnote w:id="7"><w:p><w:r><w:t>Năm trước 132 đơn.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    with zipfile.ZipFile(tmp_path / "plain.docx") as plain, zipfile.ZipFile(tmp_path / "noted.docx", "w") as noted:
        for name in plain.namelist():
            data = plain.read(name).decode("utf-8") if name.endswith((".xml", ".rels")) else plain.read(name)
            if name == "word/document.xml":
                data = data.replace("MARK", '</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">')
            elif name == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
                data = data.replace("</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>')
            elif name == "[Content_Types].xml":
                kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
                data = data.replace("</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>')
            noted.writestr(name, data)
        noted.writestr("word/footnotes.xml", notes)
    assert qcdc.read_docx(str(tmp_path / "noted.docx")) == "Tiếp 174 đơn¹ trong kỳ.\n¹ Năm trước 132 đơn.\n"


@needs_docx
def test_what_is_no_document(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\3\4 no zip")
    for path in (tmp_path / "a.docx", tmp_path / "none.docx", tmp_path):
        with pytest.raises(qcdc.FileError) as caught:
            qcdc.read_docx(path)
        assert caught.value.file == str(path)


def test_without_python_docx(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ImportError, match=r"python-docx: pip install qcdc\[docx\]"):
        qcdc.read_docx("a.docx")


def write_pdf(words):
    """The smallest PDF with a line of ASCII in it."""
    page = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode()
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(page), page), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    data, places = b"%PDF-1.4\n", []
    for number, entry in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, entry)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_text_of_a_pdf(tmp_path):
    (tmp_path / "-a.pdf").write_bytes(write_pdf("62/77, 81,5%"))
    assert "62/77, 81,5%" in qcdc.read_pdf(tmp_path / "-a.pdf")
    (tmp_path / "b.pdf").write_bytes(b"no")
    for path in (tmp_path / "b.pdf", tmp_path / "none.pdf"):
        with pytest.raises(qcdc.FileError) as caught:
            qcdc.read_pdf(path)
        assert caught.value.file == str(path)


def test_without_pdftotext(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(qcdc.FileError, match="pdftotext"):
        qcdc.read_pdf("a.pdf")
