/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a phrase is made of: figures, bases and the class of a measure, each alone. */

#include <qcdc/phrase.h>

#include "expect.h"
#include "phrase-row.h"
#include "suite.h"

static void expect_figure(const char *kind, const char *value, bool rate, const char *style, const char *wanted)
{
    PhraseRow row;
    char items[128], buffer[PHRASE_ROW_TEXT];
    QcdcPhraseSpan spans[4];
    QcdcPhraseText text = { buffer, sizeof buffer, 0, spans, 4, 0 };
    snprintf(items, sizeof items, "%s %s %s đơn", kind, value, value);
    phrase_row_read(&row, items, "same", style);
    CU_ASSERT_EQUAL(qcdc_phrase_write_figure(&row.items[0].change.current, &row.items[0], rate, &row.style, &text, NULL),
                    QCDC_OK);
    expect_text(value, buffer, wanted);
    expect(phrase_row_spans_hold(buffer, spans, text.span_count), wanted, "a run of digits is not in one span");
}

static void a_figure_stands_alone(void)
{
    expect_figure("a", "7570", false, "", "7.570");
    expect_figure("a", "7570", false, "language=en", "7,570");
    expect_figure("a", "6", false, "", "06");
    expect_figure("a", "6", false, "language=en", "6");
    expect_figure("a", "0", false, "", "0");
    expect_figure("a", "-5", false, "", "-5");
    expect_figure("a", "12.50", false, "", "12,50");
    expect_figure("a", "12.00", false, "", "12");
    expect_figure("a", "12.00", false, "percent_trim=none", "12,00");
    expect_figure("f", "14175/17378", false, "", "14.175/17.378");
    expect_figure("f", "7/9", false, "", "07/09");
    expect_figure("f", "7/9", false, "leading_zero=off", "7/9");
    expect_figure("f", "14175/17378", true, "", "81,6%");
    expect_figure("f", "34/100", true, "", "34%");
    expect_figure("f", "34/100", true, "percent_trim=none", "34,0%");
    expect_figure("f", "10599/10600", true, "", "99,99%");
    expect_figure("f", "10600/10600", true, "", "100%");
    expect_figure("f", "999999999999999/1000000000000000", true, "", "99,9999999999999%");
    expect_figure("f", "1000000000000001/1000000000000000", true, "", "100,0000000000001%");
    expect_figure("f", "0/10600", true, "", "0%");
    expect_figure("f", "1/10600", true, "", "dưới 0,1%");
    expect_figure("f", "1/10600", true, "percent_decimals=2", "0,01%");
    expect_figure("p", "43.81", false, "", "43,81%");
    expect_figure("p", "43.81", true, "percent_decimals=1", "43,81%");
    expect_figure("p", "5", true, "", "5%");
    expect_figure("r", "7/2", true, "", "3,5");
    expect_figure("k", "15/63", false, "", "15/63");
    expect_figure("k", "5", false, "", "5");
    expect_figure("k", "5/9", false, "leading_zero=all", "05/9");
    expect_figure("s", "69.03", false, "", "69,03");
}

static void a_base_has_a_name(void)
{
    static const struct {
        const char *base, *style, *wanted;
    } rows[] = {
        { "same 2021 2022", "base_phrase=full-then-abbreviated", "cùng kỳ năm trước (CKNT)" },
        { "same 2021 2022 said", "base_phrase=full-then-abbreviated", "CKNT" },
        { "same 2021 2022", "base_phrase=year", "năm 2021" },
        { "plan 2022 2022 year", "", "kế hoạch năm" },
        { "plan 2022 2022 words=dự_toán{}_1", "", "dự toán 1" },
        { "period 2022/P5Y 2027/P5Y", "language=en", "2022–2026" },
        { "previous 2022-09 2022-10", "language=en base_phrase=year", "September 2022" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        PhraseRow row;
        char buffer[PHRASE_ROW_TEXT];
        QcdcPhraseText text = { .buffer = buffer, .size = sizeof buffer };
        phrase_row_read(&row, "a 1 2 đơn", rows[i].base, rows[i].style);
        CU_ASSERT_EQUAL(qcdc_phrase_write_base(&row.base, &row.style, &text, NULL), QCDC_OK);
        expect_text(rows[i].base, buffer, rows[i].wanted);
    }
}

static void measures_have_a_class(void)
{
    static const char *const counted[] = { "đơn", "tỉnh", "đoàn", "triệuphú", "vụ việc", "" };
    static const char *const sums[] = { "nghìn", "Triệu đồng", "tỷ đồng", "tỉ đồng", "đồng", "ngàn tấn", "%", "đồng/người" };
    for (size_t i = 0; i < sizeof counted / sizeof counted[0]; i++)
        expect(qcdc_measure_is_counted(counted[i], 0, QCDC_QUANTITY_AMOUNT), counted[i], "is not counted");
    for (size_t i = 0; i < sizeof sums / sizeof sums[0]; i++)
        expect(!qcdc_measure_is_counted(sums[i], 0, QCDC_QUANTITY_DEFAULT), sums[i], "is counted");
    CU_ASSERT_FALSE(qcdc_measure_is_counted("đơn", 1, QCDC_QUANTITY_AMOUNT));
    CU_ASSERT_FALSE(qcdc_measure_is_counted("bậc", 0, QCDC_QUANTITY_RANK));
    CU_ASSERT_FALSE(qcdc_measure_is_counted("điểm", 0, QCDC_QUANTITY_SCORE));
    CU_ASSERT_FALSE(qcdc_measure_is_counted(NULL, 0, QCDC_QUANTITY_AMOUNT));
}

static void bad_arguments_are_errors(void)
{
    PhraseRow row;
    char buffer[PHRASE_ROW_TEXT];
    QcdcPhraseText text = { .buffer = buffer, .size = sizeof buffer };
    phrase_row_read(&row, "a 9 4 đơn", "same", "");
    const QcdcPhraseItem *item = &row.items[0];
    const QcdcFigure *figure = &item->change.current;
    QcdcFigure none = { .state = QCDC_FIGURE_ABSENT };
    CU_ASSERT_EQUAL(qcdc_phrase_write(NULL, 1, &row.base, NULL, 0, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write(item, 1, NULL, NULL, 0, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write(item, 1, &row.base, NULL, 0, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write(item, 1, &row.base, NULL, 0, &text, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_phrase_write_base(NULL, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write_base(&row.base, NULL, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write_figure(NULL, item, false, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write_figure(&none, item, false, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write_figure(figure, NULL, false, NULL, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_write_figure(figure, item, false, NULL, NULL, NULL), QCDC_STATUS_ARGUMENT);
    phrase_row_read(&row, "f 999999999999999999/1 1/1 %", "same", "");
    CU_ASSERT_EQUAL(qcdc_phrase_write_figure(figure, item, true, NULL, &text, NULL), QCDC_STATUS_OVERFLOW);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "a figure stands alone", a_figure_stands_alone },
        { "a base has a name", a_base_has_a_name },
        { "measures have a class", measures_have_a_class },
        { "bad arguments are errors", bad_arguments_are_errors },
    };
    return SUITE_RUN("phrase-figure", tests, argc, argv);
}
