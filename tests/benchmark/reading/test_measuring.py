#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The measuring itself: a scorer that takes everything for found looks like a good reader. And the answers of the composed passages are
recomputed here, in fractions, apart from the library."""

import pathlib
import sys
from decimal import Decimal
from fractions import Fraction

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import claimset
import plant
import recompute
import score

COMPOSED = claimset.load_lines(claimset.HERE / "composed.jsonl")


def make_text(quote="174 đơn, tăng 31,8% (132 đơn)", kind="change_rel", verdict="consistent", cause=None, **numbers):
    numbers = numbers or {"now": "174", "base": "132", "pct": "31.8"}
    text = f"Tiếp nhận {quote} trong kỳ."
    row = {"kind": kind, "numbers": numbers, "verdict": verdict, "cause": cause}
    return claimset.Text("t", text, "", [claimset.make_claim(text, quote, text.index(quote), row)])


def found_of(text, **changes):
    """What a reader would find that finds all, but for the changes."""
    wanted = text.expected[0]
    return dict(wanted, verdict=wanted["verdicts"][0], cause=wanted["causes"][0], **changes)


def score_one(text, *found, is_strict=False):
    scored = score.Score("t", is_strict)
    scored.add_text(text, list(found))
    return scored


def test_what_is_all_found_is_whole():
    scored = score_one(make_text(), found_of(make_text()))
    assert scored.measure("recall") == 100 and scored.measure("verdict") == 100 and not scored.misses


@pytest.mark.parametrize("changes", [
    {"kind": "change_abs"},
    {"numbers": {"now": [Decimal(174)], "base": [Decimal(132)], "pct": [Decimal("24.1")]}},
    {"numbers": {"now": [Decimal(174)], "pct": [Decimal("31.8")]}},
    {"numbers": {"now": [Decimal(132)], "base": [Decimal(174)], "pct": [Decimal("31.8")]}},
    {"start": 30},
    {"end": 200},
])
def test_another_claim_is_not_found(changes):
    text = make_text()
    assert score_one(text, found_of(text) | changes).measure("recall") == 0


def test_spans_overlap_by_half_of_the_longer():
    wanted = {"places": [(0, 10)]}
    assert score.overlaps_enough(wanted, {"start": 5, "end": 15})
    assert not score.overlaps_enough(wanted, {"start": 6, "end": 16})
    assert not score.overlaps_enough(wanted, {"start": 0, "end": 21})


def test_a_claim_quoted_in_two_places_is_found_at_either():
    wanted = claimset.make_claim("12 đội (cấp tỉnh 5, cấp huyện 7)", "12 đội", 0, {
        "kind": "sum_of_parts", "numbers": {}, "verdict": "consistent", "quote2": "(cấp tỉnh 5, cấp huyện 7)"})
    assert wanted["places"] == [(0, 6), (7, 32), (0, 32)]
    assert all(score.overlaps_enough(wanted, {"start": start, "end": end}) for start, end in wanted["places"])
    assert not score.overlaps_enough(wanted, {"start": 20, "end": 80})


def test_a_claim_quoted_in_two_places_joins_them_where_its_other_figures_stand_in_the_other():
    text = "Cả tỉnh giám sát 1.247 cuộc. Trong đó cấp tỉnh giám sát 51 cuộc, tham gia 111 cuộc, nghiên cứu 29 cuộc"
    wanted = claimset.make_claim(text, "cấp tỉnh giám sát 51 cuộc, tham gia 111 cuộc, nghiên cứu 29 cuộc", text.index("cấp tỉnh"), {
        "kind": "sum_of_parts", "numbers": {"total": "1247", "parts": ["51"], "mode": "subset"}, "verdict": "consistent", "quote2": "giám sát 1.247 cuộc"})
    start = text.index("51 cuộc")
    found = {"start": start, "end": start + 7, "quote": "51 cuộc", "numbers": {"total": [Decimal(1247)], "part": [Decimal(51)]}}
    assert not score.overlaps_enough(wanted, found) and score.Judge.joins_places(wanted, found)
    assert score.Judge(text).is_there(wanted, found) and not score.Judge(text, is_strict=True).is_there(wanted, found)
    assert not score.Judge.joins_places(wanted, found | {"numbers": {"total": [Decimal(1248)], "part": [Decimal(51)]}})
    assert not score.Judge.joins_places(wanted, found | {"numbers": {"part": [Decimal(51)]}})
    assert not score.Judge.joins_places(wanted, found | {"start": 0, "end": 7})
    assert not score.Judge.joins_places(wanted | {"quotes": wanted["quotes"][:1]}, found)


def test_parts_of_a_total_are_found_where_all_of_them_are():
    text = make_text("458 văn bản: hội nghị 42 cuộc, gửi văn bản 10 cuộc, đối thoại 406 cuộc", "sum_of_parts", total="458", parts=["42", "10"], mode="subset")
    found = found_of(text)
    whole = {"total": [Decimal(458)], "part": [Decimal(42), Decimal(10), Decimal(406)]}
    assert score_one(text, found | {"numbers": whole}).measure("recall") == 100
    assert score_one(text, found | {"numbers": whole}, is_strict=True).measure("recall") == 0
    assert score_one(text, found | {"numbers": whole | {"part": [Decimal(42), Decimal(10), Decimal(405)]}}).measure("recall") == 0
    assert score_one(text, found | {"numbers": whole | {"part": [Decimal(52), Decimal(406)]}}).measure("recall") == 0
    text.expected[0]["mode"] = "exhaustive"
    assert score_one(text, found | {"numbers": whole}).measure("recall") == 0


def test_lists_are_multisets():
    text = make_text("10 xã, gồm 3, 3 và 4", "sum_of_parts", total="10", parts=["3", "3", "4"])
    numbers = text.expected[0]["numbers"]
    assert score_one(text, found_of(text) | {"numbers": numbers | {"part": [Decimal(4), Decimal(3), Decimal(3)]}}).measure("recall") == 100
    assert score_one(text, found_of(text) | {"numbers": numbers | {"part": [Decimal(4), Decimal(3)]}}).measure("recall") == 0
    assert score_one(text, found_of(text) | {"numbers": numbers | {"part": [Decimal(4), Decimal(4), Decimal(3)]}}).measure("recall") == 0


def test_a_role_that_is_not_wanted_may_be_found():
    text = make_text(now="174", pct="31.8")
    assert score_one(text, found_of(text) | {"numbers": text.expected[0]["numbers"] | {"base": [Decimal(132)]}}).measure("recall") == 100


def test_what_is_not_printed_need_not_be_found():
    text = make_text("bình quân 9,94 tiêu chí/xã", "average", avg="9.94", n="16")
    assert score_one(text, found_of(text) | {"numbers": {"average": [Decimal("9.94")]}}).measure("recall") == 100
    assert score_one(text, found_of(text) | {"numbers": {"average": [Decimal("9.94")], "count": [Decimal(17)]}}).measure("recall") == 0


def test_a_value_may_stand_before_its_scale_word():
    text = make_text("doanh thu 18 tỷ đồng, tăng 8 tỷ đồng", "change_abs", "uncheckable", now="18", delta="8")
    found = found_of(text) | {"numbers": {"now": [Decimal(18000000000)], "delta": [Decimal(8000000000)]}}
    assert not score_one(text, found).misses
    text = make_text("18 đơn, tăng 8 đơn", "change_abs", "uncheckable", now="18", delta="8")
    assert score_one(text, found).misses


def test_verdict_and_cause_are_compared():
    text = make_text(verdict="inconsistent", cause="scale")
    assert score_one(text, found_of(text)).measure("cause") == 100
    assert score_one(text, found_of(text) | {"cause": None}).measure("cause") == 0
    assert score_one(text, found_of(text) | {"verdict": "uncheckable"}).measure("verdict") == 0


def test_an_alarm_is_false_where_nothing_inconsistent_is_expected():
    text = make_text()
    assert score_one(text, found_of(text) | {"verdict": "inconsistent"}).measure("alarms") == 1
    faulty = make_text(verdict="inconsistent")
    assert score_one(faulty, found_of(faulty)).measure("alarms") == 0
    assert score_one(faulty, found_of(faulty), found_of(faulty) | {"start": 0, "end": 3}).measure("alarms") == 1


def test_a_cross_told_at_two_places_is_one_claim():
    text = make_text("889 hộ", "cross", first="889", second="889")
    later = found_of(text)
    scored = score_one(text, later | {"start": 0, "end": 6}, later | {"told_by": 0})
    assert scored.measure("recall") == 100 and scored.claims == 1 and scored.total()["extra"] == 0
    faulty = make_text("889 hộ", "cross", "inconsistent", first="898", second="889")
    later = found_of(faulty)
    assert score_one(faulty, later | {"start": 0, "end": 6}, later | {"told_by": 0}).measure("alarms") == 0


def test_what_is_not_checkable_is_not_counted():
    for text in (make_text(verdict="uncheckable"), make_text(kind="pair", a="174", b="132")):
        assert score_one(text).total()["checkable"] == 0


@pytest.mark.parametrize("requirement, holds", [
    ("t:recall=100", True), ("t:recall=100.1", False), ("t:alarms=0", True), ("t:density=0.1", False), ("other:recall=100", True),
])
def test_requirements(requirement, holds):
    text = make_text()
    assert score.check_requirements([requirement], {"t": score_one(text, found_of(text))}) is holds


@pytest.mark.parametrize("printed, value, is_exact", [
    ("1.648", 1648, True), ("84,7", Fraction(847, 10), False), ("1,5 tỷ", 1500000000, False), ("05", 5, True), ("-366", -366, True),
    ("31%", 31, False), ("2258", 2258, True),
])
def test_figures(printed, value, is_exact):
    figure, = recompute.find_figures(printed)
    assert figure.value == value and figure.is_exact is is_exact


def figures(**printed):
    return {role: recompute.find_figures(text) for role, text in printed.items()}


@pytest.mark.parametrize("kind, printed, direction, grade", [
    ("change_rel", {"now": "174", "base": "132", "pct": "31,8%"}, "increase", "exact"),
    ("change_rel", {"now": "174", "base": "132", "pct": "24,1%"}, "increase", "no"),
    ("change_rel", {"now": "174", "base": "132", "pct": "31,8%"}, "decrease", "no"),
    ("fraction", {"num": "47", "den": "71", "pct": "66,1%"}, None, "truncated"),
    ("change_rel", {"now": "1,5 tỷ", "base": "1,2 tỷ", "pct": "24%"}, "increase", "rounded"),
    ("sum_of_parts", {"total": "10", "part": "3 3 4"}, None, "exact"),
    ("sum_of_parts", {"total": "10", "part": "3 3 5"}, None, "no"),
    ("change_abs", {"now": "174", "delta": "42"}, "increase", None),
])
def test_recomputing(kind, printed, direction, grade):
    assert recompute.fits(kind, figures(**printed), direction) == grade


GRADES = {"consistent": {"exact", "truncated", "rounded"}, "rounding": {"truncated", "rounded"}, "inconsistent": {"no"}}


def list_recomputable():
    for text in COMPOSED:
        for claim in text.expected:
            numbers = plant.locate_numbers(text.text, claim)
            is_growth = claim["kind"] == "sum_of_parts" and "tăng" in claim["quote"]
            is_part = claim["kind"] == "sum_of_parts" and numbers and sum(part.value for part in numbers["part"]) < numbers.get("total", numbers["part"])[0].value
            is_per_many = claim["kind"] == "density" and "/vạn " in claim["quote"]  # which knows no units
            if numbers and claim["verdicts"][0] in GRADES and not is_growth and not is_part and not is_per_many:
                yield text, claim, numbers


@pytest.mark.parametrize("text, claim, numbers", [pytest.param(*case, id=f"{case[0].name}-{case[1]['kind']}") for case in list_recomputable()])
def test_composed_answers_recompute(text, claim, numbers):
    grade = recompute.fits(claim["kind"], numbers, plant.find_direction(claim))
    if grade is not None:
        assert any(grade in GRADES.get(verdict, {grade}) for verdict in claim["verdicts"]), (grade, claim["quote"])


def test_most_composed_answers_are_recomputed():
    assert len(list(list_recomputable())) >= 200
    assert len(COMPOSED) >= 220 and len({text.name for text in COMPOSED}) == len(COMPOSED)


def test_faults_are_drawn_by_the_seed():
    sources = list(plant.find_sources(COMPOSED))
    for name in plant.CLASSES:
        first, second = (plant.draw_fault(plant.random.Random(3), name, sources, set()) for _ in range(2))
        assert first is not None and first[1] == second[1] and first[0] is second[0]
        assert plant.is_fault(*first, name)
