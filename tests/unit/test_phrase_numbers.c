/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The phrase of two bare numbers. */

#include "expect.h"
#include "phrase-row.h"
#include "suite.h"

typedef struct NumbersCase {
    const char *current, *base, *measure, *period, *style, *phrase;
} NumbersCase;

static QcdcDecimal number(const char *text)
{
    QcdcDecimal value = { 0, 0, { 0 } };
    CU_ASSERT_EQUAL(qcdc_decimal_parse(text, strlen(text), &value, NULL), QCDC_OK);
    return value;
}

static QcdcPeriod period(const char *label)
{
    QcdcPeriod found = { .kind = QCDC_PERIOD_NONE };
    if (label != NULL)
        CU_ASSERT_EQUAL(qcdc_period_parse(label, strlen(label), &found, NULL), QCDC_OK);
    return found;
}

static QcdcStyle style_of(const char *settings)
{
    PhraseRow row;
    phrase_row_read(&row, "a 1 2 đơn", "same", settings);
    return row.style;
}

static QcdcStatus write_numbers(const NumbersCase *row, QcdcPhraseText *text, QcdcError *error)
{
    QcdcStyle style = style_of(row->style);
    return qcdc_phrase_write_numbers(number(row->current), number(row->base), row->measure, period(row->period), &style, text, error);
}

/* Those of the golden case of the shell, and what it does not ask. */
static void two_numbers_have_a_phrase(void)
{
    static const NumbersCase rows[] = {
        { "174", "132", "đơn", NULL, "", "tăng 42 đơn so với cùng kỳ năm trước" },
        { "174", "132", "đơn", NULL, "percent=brackets", "tăng 42 đơn (31,8%) so với cùng kỳ năm trước" },
        { "174", "132", "đơn", NULL, "percent=alone base_phrase=short", "tăng 31,8% so với cùng kỳ" },
        { "5", "8", "vụ", "2022-S1", "base_phrase=dated", "giảm 03 vụ so với cùng kỳ năm 2021" },
        { "5", "8", "vụ", "2022-S1", "base_phrase=year", "giảm 03 vụ so với 6 tháng đầu năm 2021" },
        { "5", "8", "vụ", "2022-S1", "", "giảm 03 vụ so với cùng kỳ năm trước" },
        { "80.5", "79.3", "%", NULL, "", "tăng 1,2 điểm phần trăm so với cùng kỳ năm trước" },
        { "15", "36", "bậc", NULL, "", "tăng 21 bậc so với cùng kỳ năm trước" },
        { "36", "15", "bậc", NULL, "", "giảm 21 bậc so với cùng kỳ năm trước" },
        { "12", "12", "vụ", NULL, "", "không thay đổi so với cùng kỳ năm trước" },
        { "12", "12", "vụ", NULL, "unchanged=bằng", "bằng cùng kỳ năm trước" },
        { "5", "0", "vụ", NULL, "percent=brackets", "tăng 05 vụ so với cùng kỳ năm trước" },
        { "2500", "1000", "tỷ đồng", NULL, "form=times", "gấp 2,5 lần cùng kỳ năm trước" },
        { "963", "1000", "lượt", NULL, "form=index", "bằng 96,3% so với cùng kỳ năm trước" },
        { "1.25", "1", "tỷ đồng", NULL, "percent=brackets percent_decimals=2", "tăng 0,25 tỷ đồng (25%) so với cùng kỳ năm trước" },
        { "174", "132", "petitions", NULL, "language=en percent=brackets", "up 42 petitions (31.8%) on the same period last year" },
        { "-12.5", "3", "tỷ đồng", NULL, "", "giảm 15,5 tỷ đồng so với cùng kỳ năm trước" },
        { "1.5", "1.25", "tấn", NULL, "percent_trim=none", "tăng 0,25 tấn so với cùng kỳ năm trước" },
        { "3.75", "1", "tấn", NULL, "percent_trim=none", "tăng 2,75 tấn so với cùng kỳ năm trước" },
        { "3.0", "1", "vụ", NULL, "percent_trim=none", "tăng 2,0 vụ so với cùng kỳ năm trước" },
        { "7", "5", "triệu đồng", NULL, "", "tăng 2 triệu đồng so với cùng kỳ năm trước" },
        { "7", "5", "bậc học", NULL, "", "tăng 02 bậc học so với cùng kỳ năm trước" },
        { "7", "5", "", NULL, "", "tăng 02 so với cùng kỳ năm trước" },
        { "3", "8", "Bậc", NULL, "", "tăng 5 bậc so với cùng kỳ năm trước" },
        { "3", "8", "ba\u0323\u0302c", NULL, "", "tăng 5 bậc so với cùng kỳ năm trước" },
        { "3", "8", "bâ\u0323c", NULL, "", "tăng 5 bậc so với cùng kỳ năm trước" },
        { "7", "5", "ty\u0309 đô\u0300ng", NULL, "", "tăng 2 ty\u0309 đô\u0300ng so với cùng kỳ năm trước" },
        { "7", "5", "bậc bậc bậc bậc bậc bậc bậc bậc bậc bậc bậc bậc", NULL, "",
          "tăng 02 bậc bậc bậc bậc bậc bậc bậc bậc bậc bậc bậc bậc so với cùng kỳ năm trước" },
        { "999999999999999999", "1", "đồng", NULL, "", "tăng 999.999.999.999.999.998 đồng so với cùng kỳ năm trước" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char buffer[PHRASE_ROW_TEXT] = "";
        QcdcPhraseSpan spans[8];
        QcdcPhraseText text = { buffer, sizeof buffer, 0, spans, 8, 0 };
        QcdcError error = { 0 };
        if (write_numbers(&rows[i], &text, &error) != QCDC_OK)
            printf("# %s\n", error.text);
        expect_text(rows[i].current, buffer, rows[i].phrase);
        expect_number(rows[i].phrase, (int64_t)text.length, (int64_t)strlen(rows[i].phrase));
        expect(phrase_row_spans_hold(buffer, spans, text.span_count), rows[i].phrase, "a run of digits is not in one span");
    }
}

static void the_default_style_may_be_left_out(void)
{
    char buffer[128] = "";
    QcdcPhraseText text = { .buffer = buffer, .size = sizeof buffer };
    CU_ASSERT_EQUAL(qcdc_phrase_write_numbers(number("2"), number("1"), "đơn", period(NULL), NULL, &text, NULL), QCDC_OK);
    expect_text("default", buffer, "tăng 01 đơn so với cùng kỳ năm trước");
    text = (QcdcPhraseText){ .buffer = NULL };
    CU_ASSERT_EQUAL(qcdc_phrase_write_numbers(number("2"), number("1"), "đơn", period(NULL), NULL, &text, NULL), QCDC_OK);
    expect_number("measured", (int64_t)text.length, (int64_t)strlen(buffer));
}

static void refusals_are_told(void)
{
    static const struct {
        NumbersCase row;
        QcdcStatus status;
    } cases[] = {
        { { "5", "3", "vụ", NULL, "base_phrase=dated", NULL }, QCDC_STATUS_ARGUMENT },
        { { "5", "3", "vụ", NULL, "base_phrase=year", NULL }, QCDC_STATUS_ARGUMENT },
        { { "5", "3", NULL, NULL, "", NULL }, QCDC_STATUS_ARGUMENT },
        { { "5", "3", "vụ", "2016/P5Y", "", NULL }, QCDC_STATUS_REFUSED },
        { { "5", "3", "vụ", "0001", "", NULL }, QCDC_STATUS_REFUSED },
        { { "999999999999999999", "-1", "vụ", NULL, "", NULL }, QCDC_STATUS_OVERFLOW },
        { { "999999999999999999", "1.5", "vụ", NULL, "", NULL }, QCDC_STATUS_OVERFLOW },
        { { "1.5", "999999999999999999", "vụ", NULL, "", NULL }, QCDC_STATUS_OVERFLOW },
        { { "1.5", "1", "bậc", NULL, "", NULL }, QCDC_STATUS_REFUSED },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char buffer[16] = "as it was";
        QcdcPhraseText text = { .buffer = buffer, .size = sizeof buffer, .length = 77 };
        QcdcError error = { 0 };
        expect_number(cases[i].row.current, write_numbers(&cases[i].row, &text, &error), cases[i].status);
        expect_number(cases[i].row.current, error.status, cases[i].status);
        expect_text(error.text, buffer, "as it was");
        expect_number(error.text, (int64_t)text.length, 77);
    }
}

static void what_is_out_of_range_is_told(void)
{
    const QcdcDecimal one = { 1, 0, { 0 } }, wide = { INT64_MAX, 0, { 0 } }, fine = { 1, 10, { 0 } };
    const QcdcPeriod none = { 0 }, odd = { .start = 5 }, wrong = { .start = 12 * 2022, .count = 2, .kind = QCDC_PERIOD_MONTH };
    const QcdcStyle style = { .verb = QCDC_VERB_END };
    QcdcPhraseText text = { .buffer = NULL };
    CU_ASSERT_EQUAL(qcdc_phrase_write_numbers(wide, one, "vụ", none, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write_numbers(one, wide, "vụ", none, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write_numbers(fine, one, "vụ", none, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write_numbers(one, one, "vụ", odd, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write_numbers(one, one, "vụ", wrong, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write_numbers(one, one, "vụ", none, &style, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write_numbers(one, one, "vụ", none, NULL, NULL, NULL), QCDC_STATUS_ARGUMENT);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "two numbers have a phrase", two_numbers_have_a_phrase },
        { "the default style may be left out", the_default_style_may_be_left_out },
        { "refusals are told, and nothing is written", refusals_are_told },
        { "what is out of range is told", what_is_out_of_range_is_told },
    };
    return SUITE_RUN("phrase_numbers", tests, argc, argv);
}
