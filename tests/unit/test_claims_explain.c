/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "claim-made.h"
#include "suite.h"

enum { FINE = QCDC_VERDICT_CONSISTENT, OFF = QCDC_VERDICT_INCONSISTENT, ROUNDED = QCDC_VERDICT_ROUNDING, OPEN = QCDC_VERDICT_UNCHECKABLE };
enum { UP = QCDC_DIRECTION_INCREASE, DOWN = QCDC_DIRECTION_DECREASE };

/* What follows the words of the verdict. */
static const struct Row {
    QcdcClaimKind kind;
    int verdict, direction, extra; /* extra: the mode of parts, a relation, or 1 of an open list */
    const char *numbers, *expected, *vietnamese, *english;
} rows[] = {
    {QCDC_CLAIM_CHANGE_ABS, FINE, UP, 0, "now=428 base=241 delta=187", "delta=187", "428 so với 241 là tăng 187", "428 against 241 is up 187"},
    {QCDC_CLAIM_CHANGE_ABS, OFF, UP, 0, "now=428 base=450 delta=22", "delta=-22", "428 so với 450 là giảm 22, văn bản ghi tăng 22",
     "428 against 450 is down 22, printed is up 22"},
    {QCDC_CLAIM_CHANGE_ABS, OPEN, UP, 0, "now=428 delta=187", "base=241", "428, tăng 187: văn bản chưa ghi số kỳ gốc, tính ra 241",
     "428, up 187: the base is not printed, it works out as 241"},
    {QCDC_CLAIM_CHANGE_ABS, OPEN, DOWN, 0, "delta=1023", "", "giảm 1.023: văn bản chưa ghi số kỳ này và số kỳ gốc",
     "down 1,023: neither the current figure nor the base is printed"},
    {QCDC_CLAIM_CHANGE_ABS, FINE, UP, 0, "now=428 delta=187 base=241^", "delta=187", "428 so với 241 là tăng 187; số kỳ gốc theo văn bản kỳ trước",
     "428 against 241 is up 187; the base is that of the old text"},
    {QCDC_CLAIM_CHANGE_REL, OFF, UP, 0, "now=174 base=132 pct=24.1%", "pct=31.8", "174 so với 132 là tăng 31,8%, văn bản ghi tăng 24,1%",
     "174 against 132 is up 31.8%, printed is up 24.1%"},
    {QCDC_CLAIM_CHANGE_REL, OFF, UP, 0, "now=174 delta=42 pct=24.1%", "base=132 pct=31.8",
     "174, tăng 42 thì số kỳ gốc là 132, tức là tăng 31,8%, văn bản ghi 24,1%", "174, up 42 has the base 132, which is up 31.8%, printed is 24.1%"},
    {QCDC_CLAIM_CHANGE_REL, OFF, UP, 0, "now=174 pct=24.1%", "", "174, tăng 24,1%: không có số nguyên nào làm số kỳ gốc",
     "174, up 24.1%: no whole number can be the base"},
    {QCDC_CLAIM_CHANGE_REL, OPEN, UP, 0, "now=174 pct=31.8%", "candidate=131 candidate=132 candidate=133",
     "174, tăng 31,8%: văn bản chưa ghi số kỳ gốc; số kỳ gốc phù hợp là 131, 132 hoặc 133",
     "174, up 31.8%: the base is not printed; what fits is 131, 132 or 133"},
    {QCDC_CLAIM_CHANGE_REL, OPEN, UP, 0, "now=90000 pct=31.8%", "min=68260 max=68311",
     "90.000, tăng 31,8%: văn bản chưa ghi số kỳ gốc; số kỳ gốc phù hợp là từ 68.260 đến 68.311",
     "90,000, up 31.8%: the base is not printed; what fits is from 68,260 to 68,311"},
    {QCDC_CLAIM_CHANGE_PP, OFF, DOWN, 0, "now=80.5% base=79.3% delta=1.2p", "delta=-1.2",
     "80,5% so với 79,3% là tăng 1,2 điểm phần trăm, văn bản ghi giảm 1,2 điểm phần trăm",
     "80.5% against 79.3% is up 1.2 percentage points, printed is down 1.2 percentage points"},
    {QCDC_CLAIM_CHANGE_RANK, OFF, UP, 0, "now=15 of=63 base=36 delta=20", "delta=21", "thứ 15 so với thứ 36 là tăng 21 bậc, văn bản ghi tăng 20 bậc",
     "place 15 against place 36 is up 21 places, printed is up 20 places"},
    {QCDC_CLAIM_SHARE, OPEN, 0, 0, "part=66024 pct=8.37%", "min=788347 max=789288",
     "66.024 chiếm 8,37%: văn bản chưa ghi tổng số; tổng số phù hợp là từ 788.347 đến 789.288",
     "66,024 as 8.37%: the total is not printed; what fits is from 788,347 to 789,288"},
    {QCDC_CLAIM_FRACTION, ROUNDED, 0, 0, "num=223 den=246 pct=90.6%", "pct=90.7", "223/246 là 90,7%, văn bản ghi 90,6%", "223/246 is 90.7%, printed is 90.6%"},
    {QCDC_CLAIM_FRACTION, OPEN, 0, 0, "num=17 den=22 pct=80%", "pct=77.3",
     "17/22 là 77,3%; mức 80% là ước lượng hoặc giới hạn, có thể nói về từng đơn vị, không về 17/22",
     "17/22 is 77.3%; the 80% printed is about so much, or a limit, and may be said of each rather than of 17/22"},
    {QCDC_CLAIM_FRACTION, OPEN, 0, 0, "num=10 den=15", "pct=66.67", "10/15 là 66,67%: văn bản chưa ghi tỷ lệ", "10/15 is 66.67%: the percent is not printed"},
    {QCDC_CLAIM_SUM_OF_PARTS, OFF, 0, QCDC_PARTS_EXHAUSTIVE, "total=200 part=181 part=5 part=15", "sum=201 diff=-1",
     "181 + 5 + 15 = 201, văn bản ghi tổng số 200 (chênh lệch 1)", "181 + 5 + 15 = 201, the total printed is 200 (difference 1)"},
    {QCDC_CLAIM_SUM_OF_PARTS, OFF, 0, QCDC_PARTS_SUBSET, "total=562 part=346 part=461", "sum=807 diff=-245", "346 + 461 = 807, lớn hơn tổng số 562",
     "346 + 461 = 807, more than the total of 562"},
    {QCDC_CLAIM_SUM_OF_PARTS, FINE, 0, QCDC_PARTS_SUBSET, "total=562 part=346", "sum=346 diff=216", "346 = 346, nằm trong tổng số 562", "346 = 346, within the total of 562"},
    {QCDC_CLAIM_SUM_OF_PARTS, OFF, 0, 0, "total=9.5% part=1.5% part=8.1%", "min=1.5 max=8.1",
     "9,5%: mức chung phải nằm trong khoảng của các bộ phận, từ 1,5% đến 8,1%", "9.5%: the whole's rate lies between those of its parts, from 1.5% to 8.1%"},
    {QCDC_CLAIM_SIGNED_SUM, FINE, 0, 0, "total=-2 part=5 part=-7", "sum=-2", "5 - 7 = -2", "5 - 7 = -2"},
    {QCDC_CLAIM_BALANCE, FINE, 0, 0, "total=162 received=140 resolved=147 remaining=15", "opening=22 sum=162",
     "tiếp nhận 140, tổng số 162, đã giải quyết 147, còn lại 15; tính ra kỳ trước chuyển sang 22; đã giải quyết và còn lại là 162",
     "received 140, total 162, resolved 147, remaining 15; carried over works out as 22; resolved and remaining are 162"},
    {QCDC_CLAIM_PLAN_ATTAINMENT, OFF, 0, QCDC_RELATION_EXCEEDS, "actual=175 plan=148 excess=28", "excess=27 pct=118.2",
     "175 so với kế hoạch 148 là chênh lệch 27, bằng 118,2%, văn bản ghi vượt 28", "175 against the plan of 148 differs by 27, is 118.2%, printed is above by 28"},
    {QCDC_CLAIM_RANK, OFF, 0, 0, "rank=65 of=63", "", "thứ 65 trong 63 đơn vị: thứ hạng lớn hơn số đơn vị", "place 65 of 63: the place is larger than the field"},
    {QCDC_CLAIM_REDUCTION_FROM_TO, OFF, DOWN, 0, "from=230 to=209 delta=22", "delta=21", "từ 230 đến 209 là giảm 21, văn bản ghi giảm 22",
     "from 230 to 209 is down 21, printed is down 22"},
    {QCDC_CLAIM_AVERAGE, FINE, 0, 0, "avg=12.97 n=181", "candidate=2347 candidate=2348",
     "12,97 với số lượng 181: văn bản chưa ghi tổng số; tổng số phù hợp là 2.347 hoặc 2.348",
     "12.97 with a count of 181: the total is not printed; what fits is 2,347 or 2,348"},
    {QCDC_CLAIM_GROWTH_RATE, OFF, UP, 0, "from=100 to=121 years=2 pct=11%", "pct=10", "từ 100 đến 121 sau 2 năm là tăng 10% mỗi năm, văn bản ghi 11%",
     "from 100 to 121 over 2 years is up 10% a year, printed is 11%"},
    {QCDC_CLAIM_DENSITY, OPEN, 0, 0, "den=94 value=300000", "num=28200000", "94 × 300.000 là 28.200.000: văn bản chưa ghi kết quả",
     "94 × 300,000 is 28,200,000: the result is not printed"},
    {QCDC_CLAIM_TARGET, OFF, 0, QCDC_RELATION_EXCEEDS, "actual=34% target=40%", "diff=-6", "34% so với mục tiêu 40% là chênh lệch 6, văn bản ghi vượt",
     "34% against the target of 40% differs by 6, printed is above by"},
    {QCDC_CLAIM_COUNT_OF_LIST, OFF, 0, 0, "stated=4 listed listed listed", "listed_count=3", "danh sách có 3, văn bản ghi 4", "the list has 3, printed is 4"},
    {QCDC_CLAIM_INDEX, OFF, 0, 0, "now=132 base=174 pct=76%", "pct=75.9", "132 so với 174 là bằng 75,9%, văn bản ghi 76%", "132 against 174 is 75.9% of it, printed is 76%"},
    {QCDC_CLAIM_INDEX, FINE, 0, 0, "now=250 base=100 pct=2.5", "pct=2.5", "250 so với 100 là gấp 2,5 lần", "250 against 100 is 2.5 times"},
    {QCDC_CLAIM_CONTRIBUTION, OFF, 0, 0, "points=2.33p whole=6.1% share=39%", "share=38.2", "2,33 điểm phần trăm trong 6,1% là 38,2%, văn bản ghi 39%",
     "2.33 percentage points of 6.1% is 38.2%, printed is 39%"},
    {QCDC_CLAIM_CROSS, OFF, 0, 0, "first=1705 second=1850", "diff=145", "nơi trước ghi 1.705, nơi sau ghi 1.850 (chênh lệch 145)",
     "the earlier place says 1,705, the later one 1,850 (difference 145)"},
    {QCDC_CLAIM_CROSS, OPEN, 0, 0, "first=171 second=168", "diff=-3", "nơi trước ghi 171, nơi sau ghi 168 (chênh lệch 3): có thể là số của hai thời điểm",
     "the earlier place says 171, the later one 168 (difference 3): they may be of two dates"},
    {QCDC_CLAIM_CROSS, FINE, 0, 0, "first=889 second=889", "diff=0", "hai nơi cùng ghi 889", "both places say 889"},
    {QCDC_CLAIM_CROSS, OFF, 0, 0, "first=132^ second=131", "diff=-1", "văn bản kỳ trước ghi 132, văn bản này ghi 131 (chênh lệch 1)",
     "the old text says 132, this one 131 (difference 1)"},
    {QCDC_CLAIM_PAIR, OPEN, 0, 0, "a=62 b=1740", "", "62 và 1.740: hai số liệu đi cùng nhau, không có phép tính để đối chiếu",
     "62 and 1,740: two figures side by side, nothing to recompute"},
    {QCDC_CLAIM_APPROX, OPEN, 0, 0, "value=320", "", "320 là số ước lượng hoặc giới hạn, không có phép tính để đối chiếu",
     "320 is about so much, or a limit; nothing to recompute"},
    {QCDC_CLAIM_SERIES, OPEN, 0, 0, "value=1 value=2", "", "1; 2: các số theo kỳ, không có phép tính để đối chiếu", "1; 2: figures by period, nothing to recompute"},
    {QCDC_CLAIM_DATE, OPEN, 0, 0, "day=31 month=2 year=2016", "", "không có ngày 31/2/2016 trong lịch", "no calendar has 31/2/2016"},
    {QCDC_CLAIM_DATE, OPEN, 0, 0, "day=15 month=5 year=2021 day=15 month=5 year=2016", "", "cùng một văn bản ghi hai ngày 15/5/2021 và 15/5/2016",
     "one document with the dates 15/5/2021 and 15/5/2016"},
    {QCDC_CLAIM_DATE, OPEN, 0, 0, "year=2022 year=2018", "", "tên năm âm lịch là của năm 2018, văn bản ghi năm 2022", "the lunar name is that of 2018, printed is 2022"},
    {QCDC_CLAIM_LEFTOVER, OPEN, 0, 0, "printed own", "", "kỳ này không thuộc kỳ của báo cáo", "the period is not in the report's own"},
};

static void make(MadeClaim *made, const struct Row *row)
{
    made_begin(made, row->kind, (QcdcVerdict)row->verdict, row->numbers, row->expected);
    made->claim.direction = (uint8_t)row->direction;
    if (row->kind == QCDC_CLAIM_SUM_OF_PARTS)
        made->claim.mode = (uint8_t)row->extra;
    else
        made->claim.relation = (uint8_t)row->extra;
}

static const char *explain(const MadeClaim *made, QcdcLanguage language)
{
    static char text[1024];
    size_t length = qcdc_claims_explain(&made->claims, 0, language, text, sizeof text);
    expect(length == strlen(text) && length < sizeof text, text, "its length");
    return text;
}

/* Behind "verdict: ". */
static const char *arithmetic(const MadeClaim *made, QcdcLanguage language)
{
    const char *text = explain(made, language), *colon = strstr(text, ": ");
    return colon != NULL ? colon + 2 : text;
}

static void the_arithmetic_of_each_kind(void)
{
    static MadeClaim made;
    bool is_told[QCDC_CLAIM_END] = {false};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        make(&made, &rows[i]);
        expect_text(rows[i].numbers, arithmetic(&made, QCDC_LANGUAGE_VI), rows[i].vietnamese);
        expect_text(rows[i].numbers, arithmetic(&made, QCDC_LANGUAGE_EN), rows[i].english);
        is_told[rows[i].kind] = true;
    }
    for (int kind = QCDC_CLAIM_NONE + 1; kind < QCDC_CLAIM_END; kind++)
        expect(is_told[kind], qcdc_claim_kind_to_name((QcdcClaimKind)kind), "no row");
}

static void verdicts_and_causes_in_words(void)
{
    static MadeClaim made;
    made_begin(&made, QCDC_CLAIM_FRACTION, QCDC_VERDICT_CONSISTENT, "num=1 den=2 pct=50%", "pct=50");
    expect_text("fine", explain(&made, QCDC_LANGUAGE_VI), "khớp: 1/2 là 50%");
    expect_text("no language", explain(&made, (QcdcLanguage)77), "khớp: 1/2 là 50%");
    made.claim.verdict = QCDC_VERDICT_ROUNDING;
    made.claim.cause = QCDC_CAUSE_TRUNCATED;
    expect_text("rounded", explain(&made, QCDC_LANGUAGE_VI), "khớp do làm tròn: 1/2 là 50%, văn bản ghi 50%; có thể đã cắt bớt chữ số, không làm tròn");
    made.claim.verdict = QCDC_VERDICT_INCONSISTENT;
    made.claim.cause = QCDC_CAUSE_NONE;
    expect_text("off", explain(&made, QCDC_LANGUAGE_EN), "does not agree, please review: 1/2 is 50%, printed is 50%");
    made.claim.verdict = QCDC_VERDICT_UNCHECKABLE;
    made.claim.alternative_of = 1;
    CU_ASSERT_PTR_NOT_NULL(strstr(explain(&made, QCDC_LANGUAGE_VI), "chưa đủ căn cứ đối chiếu (cách hiểu khác): "));
    made_begin(&made, QCDC_CLAIM_CROSS, QCDC_VERDICT_CONSISTENT, "first=889 second=889", "diff=0");
    made.claim.alternative_of = 1;
    expect_text("told again, it is no other reading", explain(&made, QCDC_LANGUAGE_EN), "agrees: both places say 889");
    made_begin(&made, QCDC_CLAIM_DATE, QCDC_VERDICT_UNCHECKABLE, "day=30 month=2", "");
    expect_text("a date has no verdict", explain(&made, QCDC_LANGUAGE_VI), "đề nghị rà soát: không có ngày 30/2 trong lịch");
    for (int cause = QCDC_CAUSE_NONE + 1; cause < QCDC_CAUSE_END; cause++) {
        made.claim.cause = (uint8_t)cause;
        CU_ASSERT_PTR_NOT_NULL(strstr(explain(&made, QCDC_LANGUAGE_VI), "; có thể "));
        CU_ASSERT_PTR_NOT_NULL(strstr(explain(&made, QCDC_LANGUAGE_EN), "; perhaps "));
    }
}

static void no_word_says_that_somebody_is_wrong(void)
{
    static const char *const words[] = {"sai", "lỗi", "nhầm", "bất thường", "wrong", "error", "mistake"};
    static MadeClaim made;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        for (int cause = 0; cause < QCDC_CAUSE_END; cause++) {
            make(&made, &rows[i]);
            made.claim.cause = (uint8_t)cause;
            for (size_t w = 0; w < sizeof words / sizeof words[0]; w++)
                expect(strstr(explain(&made, w < 4 ? QCDC_LANGUAGE_VI : QCDC_LANGUAGE_EN), words[w]) == NULL, rows[i].numbers, words[w]);
        }
}

static void what_rounding_allows(void)
{
    static MadeClaim made;
    made_begin(&made, QCDC_CLAIM_CHANGE_REL, QCDC_VERDICT_ROUNDING, "now=1.2 base=1.1 pct=9.5%", "pct=9.1 min=0 max=19.0");
    made.claim.direction = QCDC_DIRECTION_INCREASE;
    expect_text("a range", explain(&made, QCDC_LANGUAGE_VI),
                "khớp do làm tròn: 1,2 so với 1,1 là tăng 9,1%, văn bản ghi tăng 9,5%; các số đã làm tròn cho kết quả từ 0% đến 19%");
}

static void long_sums_are_cut(void)
{
    static MadeClaim made;
    char numbers[256] = "total=20";
    for (int i = 0; i < 20; i++)
        strcat(numbers, i == 19 ? " part=2" : " part=1");
    made_begin(&made, QCDC_CLAIM_SUM_OF_PARTS, QCDC_VERDICT_CONSISTENT, numbers, "sum=21");
    expect_text("twenty parts", arithmetic(&made, QCDC_LANGUAGE_VI), "1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + … + 2 = 21");
}

/* No number of operands, whatever their roles, makes a way be filled from nothing. */
static void any_operands_are_survived(void)
{
    static MadeClaim made;
    uint32_t draw = 1;
    for (int round = 0; round < 20000; round++) {
        char text[8];
        memset(&made, 0, sizeof made);
        made_begin(&made, QCDC_CLAIM_NONE, QCDC_VERDICT_CONSISTENT, "", "");
        for (int i = 0; i < 6; i++) {
            draw = draw * 1664525u + 1013904223u;
            made.figures[i] = (ClaimFigure){.role = (uint8_t)((draw >> 16) % QCDC_OPERAND_END), .has_value = draw >> 8 & 1, .coefficient = 7};
        }
        made.claim.kind = (uint8_t)(draw % QCDC_CLAIM_END);
        made.claim.verdict = (uint8_t)((draw >> 5) % QCDC_VERDICT_END);
        made.claim.number_count = 4;
        made.claim.expected_count = 2;
        CU_ASSERT(qcdc_claims_explain(&made.claims, 0, QCDC_LANGUAGE_VI, text, sizeof text) >= strlen(text));
    }
}

static void calls_that_ask_for_nothing(void)
{
    static MadeClaim made;
    char text[4] = "xyz";
    made_begin(&made, QCDC_CLAIM_FRACTION, QCDC_VERDICT_CONSISTENT, "num=1 den=2 pct=50%", "pct=50");
    CU_ASSERT_EQUAL(qcdc_claims_explain(NULL, 0, QCDC_LANGUAGE_VI, text, sizeof text), 0);
    expect_text("no claims", text, "");
    strcpy(text, "xyz");
    CU_ASSERT_EQUAL(qcdc_claims_explain(&made.claims, 1, QCDC_LANGUAGE_VI, text, sizeof text), 0);
    expect_text("no such claim", text, "");
    CU_ASSERT_EQUAL(qcdc_claims_explain(&made.claims, 0, QCDC_LANGUAGE_VI, NULL, 9), strlen("khớp: 1/2 là 50%"));
    CU_ASSERT_EQUAL(qcdc_claims_explain(&made.claims, 0, QCDC_LANGUAGE_VI, text, sizeof text), strlen("khớp: 1/2 là 50%"));
    expect_text("cut before a letter that does not fit", text, "kh");
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "the arithmetic of each kind", the_arithmetic_of_each_kind },
        { "verdicts and causes in words", verdicts_and_causes_in_words },
        { "no word says that somebody is wrong", no_word_says_that_somebody_is_wrong },
        { "what rounding allows", what_rounding_allows },
        { "long sums are cut", long_sums_are_cut },
        { "any operands are survived", any_operands_are_survived },
        { "calls that ask for nothing", calls_that_ask_for_nothing },
    };
    return SUITE_RUN("claims_explain", tests, argc, argv);
}
