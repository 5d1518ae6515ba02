/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Plans that are over, told by what is above or short of them (W18). */

#include "phrase-row.h"
#include "suite.h"

static void a_plan_that_is_over_is_exceeded_met_or_missed(void)
{
    static const PhraseCase rows[] = {
        { "a 1007 1000 học viên", "plan", "plan=excess", "vượt 0,7% kế hoạch" },
        { "a 1000 1000 học viên", "plan", "plan=excess", "hoàn thành kế hoạch" },
        { "a 671 1000 học viên", "plan", "plan=excess", "đạt 67,1% kế hoạch" },
        { "a 2000 1000 học viên", "plan", "plan=excess", "vượt 100% kế hoạch" },
        { "a 200001 100000 học viên", "plan", "plan=excess", "vượt 100,001% kế hoạch" },
        { "a 2000000000000001 1000000000000000 học viên", "plan", "plan=excess", "vượt 100,0000000000001% kế hoạch" },
        { "a 199999999999999 100000000000000 học viên", "plan", "plan=excess", "vượt 99,999999999999% kế hoạch" },
        { "a 100001 100000 học viên", "plan", "plan=excess", "vượt dưới 0,1% kế hoạch" },
        { "a 175 148 lao động", "plan", "plan=difference", "vượt 27 lao động so với kế hoạch (148 lao động)" },
        { "a 148 148 lao động", "plan", "plan=difference", "hoàn thành kế hoạch" },
        { "a 136 148 lao động", "plan", "plan=difference", "chưa đạt kế hoạch (thiếu 12 lao động)" },
        { "p 81.2 80.0 %", "plan", "plan=difference", "vượt 1,2 điểm phần trăm so với kế hoạch (80%)" },
        { "p 78.8 80.0 %", "plan", "plan=difference", "chưa đạt kế hoạch (thiếu 1,2 điểm phần trăm)" },
        { "a 9 8 lớp", "plan words=dự_toán{}_Trung_ương_giao year", "plan=difference",
          "vượt 01 lớp so với dự toán năm Trung ương giao (08 lớp)" },
        { "a 9 8 lớp|a 7 9 vụ|p 5.0 5.0 %", "plan", "plan=difference",
          "số lớp vượt 01 lớp so với kế hoạch (08 lớp), số vụ chưa đạt kế hoạch (thiếu 02 vụ) và tỷ lệ hoàn thành kế hoạch" },
        { "a 136 148 lao động", "plan year progress", "plan=difference", "đạt 91,9% kế hoạch năm" },
        { "a 175 148 lao động", "plan year progress", "plan=excess", "đạt 118,2% kế hoạch năm" },
        { "a 1007 1000 trainees", "plan", "plan=excess language=en", "0.7% above plan" },
        { "a 1007 1000 trainees", "plan year", "plan=excess language=en", "0.7% above the year's plan" },
        { "a 1000 1000 trainees", "plan", "plan=excess language=en", "plan met" },
        { "a 175 148 workers", "plan", "plan=difference language=en", "27 workers above the plan of 148" },
        { "a 136 148 workers", "plan year", "plan=difference language=en", "12 workers short of the year's plan" },
    };
    PHRASE_ROW_RUN(rows);
}

static void expect_hedged(const char *style, const char *bases, const char *hedge, const char *expected)
{
    PhraseRow row;
    char buffer[PHRASE_ROW_TEXT];
    QcdcPhraseText text = { .buffer = buffer, .size = sizeof buffer };
    phrase_row_read(&row, "a 175 148 lao động", bases, style);
    row.items[0].base_hedge = hedge;
    expect_number(hedge, phrase_row_write(&row, &text, NULL), QCDC_OK);
    expect_text(hedge, buffer, expected);
}

/* S4 */
static void a_plan_that_is_hedged_is_printed_as_it_came(void)
{
    expect_hedged("plan=difference", "plan", "khoảng", "vượt 27 lao động so với kế hoạch (khoảng 148 lao động)");
    expect_hedged("plan=difference language=en", "plan", "about", "27 lao động above the plan of about 148");
}

/* Being below a ceiling misses nothing. */
static void a_limit_is_told_by_its_attainment(void)
{
    PhraseRow row;
    char buffer[PHRASE_ROW_TEXT];
    QcdcPhraseText text = { .buffer = buffer, .size = sizeof buffer };
    phrase_row_read(&row, "a 4 5 vụ", "plan", "plan=difference");
    row.items[0].plan_is_limit = 1;
    expect_number("limit", phrase_row_write(&row, &text, NULL), QCDC_OK);
    expect_text("limit", buffer, "đạt 80% kế hoạch");
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "a plan that is over is exceeded, met or missed", a_plan_that_is_over_is_exceeded_met_or_missed },
        { "a plan that is hedged is printed as it came", a_plan_that_is_hedged_is_printed_as_it_came },
        { "a limit is told by its attainment", a_limit_is_told_by_its_attainment },
    };
    return SUITE_RUN("phrase-plan", tests, argc, argv);
}
