/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Why nothing is compared (W8, W21 … W23), what parts brought (W20), and what spans of years have a year (W19). */

#include "phrase-row.h"
#include "suite.h"

static QcdcDecimal decimal(const char *text)
{
    QcdcDecimal value = { 0, 0, { 0 } };
    CU_ASSERT_EQUAL_FATAL(qcdc_decimal_parse(text, strlen(text), &value, NULL), QCDC_OK);
    return value;
}

typedef struct NoteCase {
    QcdcToldAs note;
    const char *base, *style, *wanted;
} NoteCase;

static void expect_note(const NoteCase *given)
{
    PhraseRow row;
    char buffer[PHRASE_ROW_TEXT] = "";
    QcdcPhraseSpan spans[16];
    QcdcPhraseText text = { buffer, sizeof buffer, 0, spans, 16, 0 };
    QcdcError error = { .status = QCDC_OK };
    phrase_row_read(&row, "a 1 2 đơn", given->base, given->style);
    expect(qcdc_phrase_write_note(given->note, &row.base, 20270, &row.style, &text, &error) == QCDC_OK, given->wanted, error.text);
    expect_text(given->style, buffer, given->wanted);
    expect(phrase_row_spans_hold(buffer, spans, text.span_count), given->wanted, "a run of digits is not in one span");
}

/* Day 20270 is 1 July 2025. */
static void notes_say_why_nothing_is_compared(void)
{
    static const NoteCase rows[] = {
        { QCDC_TOLD_NO_BASE, "same 2021 2022", "", "chưa có số liệu cùng kỳ để so sánh" },
        { QCDC_TOLD_NO_BASE, "period 2021 2022", "base_phrase=dated", "chưa có số liệu năm 2021 để so sánh" },
        { QCDC_TOLD_NO_BASE, "unit name=Huyện_B", "", "chưa có số liệu của Huyện B để so sánh" },
        { QCDC_TOLD_NEW, "same 2024 2025", "",
          "đơn vị mới thành lập từ ngày 01/7/2025, không có số liệu cùng kỳ để so sánh" },
        { QCDC_TOLD_ENDED, "same 2024 2025", "", "kết thúc hoạt động từ ngày 01/7/2025, không so sánh" },
        { QCDC_TOLD_BREAK, "same 2024 2025", "", "không so sánh do thay đổi định nghĩa, phạm vi tính" },
        { QCDC_TOLD_NO_BASE, "same 2021 2022", "language=en", "no comparable figure" },
        { QCDC_TOLD_NEW, "same 2024 2025", "language=en", "newly established on 1 July 2025; not comparable" },
        { QCDC_TOLD_ENDED, "same 2024 2025", "language=en", "ceased to operate on 1 July 2025; not compared" },
        { QCDC_TOLD_BREAK, "same 2024 2025", "language=en", "not comparable because the definition changed" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        expect_note(&rows[i]);
}

static void a_note_is_one_of_four(void)
{
    QcdcPhraseBase base = { .base = QCDC_BASE_SAME_PERIOD }, plan = { .base = QCDC_BASE_PLAN };
    QcdcPhraseText text = { .buffer = NULL };
    expect_number("told", qcdc_phrase_write_note(QCDC_TOLD_PERCENT, &base, 0, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
    expect_number("no base", qcdc_phrase_write_note(QCDC_TOLD_NEW, NULL, 0, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
    expect_number("plan", qcdc_phrase_write_note(QCDC_TOLD_NO_BASE, &plan, 0, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
    expect_number("day", qcdc_phrase_write_note(QCDC_TOLD_ENDED, NULL, INT32_MAX, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
    expect_number("no text", qcdc_phrase_write_note(QCDC_TOLD_BREAK, NULL, 0, NULL, NULL, NULL), QCDC_STATUS_ARGUMENT);
    expect_number("break", qcdc_phrase_write_note(QCDC_TOLD_BREAK, NULL, 0, NULL, &text, NULL), QCDC_OK);
}

typedef struct BroughtCase {
    const char *part, *whole, *base, *style, *wanted;
} BroughtCase;

static void expect_brought(const BroughtCase *given, size_t count, const char *wanted)
{
    PhraseRow row;
    char buffer[PHRASE_ROW_TEXT] = "";
    QcdcPhraseSpan spans[16];
    QcdcPhraseText text = { buffer, sizeof buffer, 0, spans, 16, 0 };
    QcdcContribution brought[2];
    phrase_row_read(&row, "a 1 2 lượt|a 3 4 vụ", "same", given->style);
    for (size_t i = 0; i < count; i++)
        brought[i] = (QcdcContribution){ decimal(given[i].part), decimal(given[i].whole), decimal(given[i].base) };
    expect_number(wanted, qcdc_phrase_write_contributions(brought, row.items, count, &row.style, &text, NULL), QCDC_OK);
    expect_text(given->style, buffer, wanted);
    expect(phrase_row_spans_hold(buffer, spans, text.span_count), wanted, "a run of digits is not in one span");
}

static void parts_say_what_they_brought(void)
{
    static const BroughtCase rows[] = {
        { "233", "1000", "10000", "percent_decimals=2", "đóng góp 2,33 điểm phần trăm vào mức tăng chung" },
        { "-61", "1000", "10000", "percent_decimals=2", "làm giảm 0,61 điểm phần trăm trong mức tăng chung" },
        { "-233", "-1000", "10000", "contribution=both", "đóng góp 2,3 điểm phần trăm (23,3%) vào mức giảm chung" },
        { "61", "-1000", "10000", "contribution=both", "làm giảm 0,6 điểm phần trăm (6,1%) trong mức giảm chung" },
        { "3824", "10000", "10", "contribution=share percent_decimals=2", "đóng góp 38,24% vào mức tăng chung" },
        { "-31", "1000", "10", "contribution=share", "làm giảm 3,1% mức tăng chung" },
        { "99999", "100000", "10", "contribution=share", "đóng góp 99,999% vào mức tăng chung" },
        { "1000", "1000", "10", "contribution=share", "đóng góp 100% vào mức tăng chung" },
        { "1", "100000", "1000000", "contribution=both", "đóng góp dưới 0,1 điểm phần trăm (dưới 0,1%) vào mức tăng chung" },
        { "233", "1000", "10000", "language=en", "contributing 2.3 percentage points to the overall increase" },
        { "61", "-1000", "10000", "language=en contribution=share", "offsetting 6.1% of the overall decrease" },
        { "-61", "1000", "10000", "language=en", "taking 0.6 percentage points off the overall increase" },
        { "233", "1000", "10000", "language=en contribution=share", "contributing 23.3% of the overall increase" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        expect_brought(&rows[i], 1, rows[i].wanted);
    static const BroughtCase two[] = { { "5", "10", "100", "", NULL }, { "-5", "10", "100", "", NULL } };
    expect_brought(two, 2,
                   "số lượt đóng góp 5 điểm phần trăm vào mức tăng chung; số vụ làm giảm 5 điểm phần trăm trong mức tăng chung");
}

static void nothing_is_brought_to_no_change(void)
{
    QcdcContribution none = { { 5, 0, { 0 } }, { 0, 0, { 0 } }, { 10, 0, { 0 } } };
    QcdcPhraseItem item = { .measure = "đơn" };
    QcdcPhraseText text = { .buffer = NULL };
    expect_number("no change", qcdc_phrase_write_contributions(&none, &item, 1, NULL, &text, NULL), QCDC_STATUS_REFUSED);
    expect_number("none", qcdc_phrase_write_contributions(&none, &item, 0, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
}

typedef struct YearCase {
    const char *first, *last;
    uint32_t years;
    const char *style, *wanted;
} YearCase;

static void expect_average(const YearCase *given)
{
    PhraseRow row;
    char buffer[PHRASE_ROW_TEXT] = "";
    QcdcPhraseText text = { .buffer = buffer, .size = sizeof buffer };
    phrase_row_read(&row, "a 1 2 đơn", "same", given->style);
    expect_number(given->wanted,
                  qcdc_phrase_write_average(decimal(given->first), decimal(given->last), given->years, &row.style, &text, NULL), QCDC_OK);
    expect_text(given->first, buffer, given->wanted);
}

/* 1,1^5 = 1,61051; three decimals of 100 % are asked for where two years fall short of four times. */
static void spans_grow_by_a_root(void)
{
    static const YearCase rows[] = {
        { "100000", "161051", 5, "", "tăng bình quân 10%/năm" },
        { "161051", "100000", 5, "", "giảm bình quân 9,1%/năm" },
        { "100", "100", 5, "", "bình quân mỗi năm không thay đổi" },
        { "100000", "100001", 5, "", "tăng bình quân dưới 0,1%/năm" },
        { "100", "400", 2, "", "tăng bình quân 100%/năm" },
        { "1000000", "3999999", 2, "", "tăng bình quân 99,99997%/năm" },
        { "100000", "161051", 5, "language=en", "up 10% a year on average" },
        { "100", "100", 5, "language=en", "unchanged on average" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        expect_average(&rows[i]);
}

static void expect_mean(const char *total, uint32_t years, const char *style, const char *wanted)
{
    PhraseRow row;
    char buffer[PHRASE_ROW_TEXT] = "";
    QcdcPhraseText text = { .buffer = buffer, .size = sizeof buffer };
    phrase_row_read(&row, "a 1 2 đơn", "same", style);
    expect_number(wanted, qcdc_phrase_write_mean(decimal(total), years, &row.items[0], &row.style, &text, NULL), QCDC_OK);
    expect_text(total, buffer, wanted);
}

static void spans_have_a_mean_per_year(void)
{
    expect_mean("5002", 5, "", "bình quân mỗi năm 1.000,4 đơn");
    expect_mean("5000", 5, "", "bình quân mỗi năm 1.000 đơn");
    expect_mean("10", 3, "percent_decimals=2", "bình quân mỗi năm 3,33 đơn");
    expect_mean("1", 100, "", "bình quân mỗi năm dưới 0,1 đơn");
    expect_mean("5002", 5, "language=en", "an average of 1,000.4 đơn a year");
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "notes say why nothing is compared", notes_say_why_nothing_is_compared },
        { "a note is one of four", a_note_is_one_of_four },
        { "parts say what they brought", parts_say_what_they_brought },
        { "nothing is brought to no change", nothing_is_brought_to_no_change },
        { "spans grow by a root", spans_grow_by_a_root },
        { "spans have a mean per year", spans_have_a_mean_per_year },
    };
    return SUITE_RUN("phrase-note", tests, argc, argv);
}
