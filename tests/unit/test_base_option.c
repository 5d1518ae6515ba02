/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <qcdc/comparison.h>

#include "expect.h"
#include "suite.h"

static const char all[] = "same-period, previous, plan[:NAME], unit:CODE, parent-mean or a period such as 2022 or 2022-S1";

/* The texts of an option lie in the word that it was read from. */
static void words_name_their_bases(void)
{
    static const struct {
        const char *word;
        QcdcBase base;
        int period, plan, unit; /* where in the word; -1: NULL */
    } cases[] = {
        { "same-period", QCDC_BASE_SAME_PERIOD, -1, -1, -1 }, { "previous", QCDC_BASE_PREVIOUS, -1, -1, -1 },
        { "plan", QCDC_BASE_PLAN, -1, -1, -1 },               { "plan:ubnd", QCDC_BASE_PLAN, -1, 5, -1 },
        { "plan:", QCDC_BASE_PLAN, -1, 5, -1 },               { "plan:plan:a", QCDC_BASE_PLAN, -1, 5, -1 },
        { "2022", QCDC_BASE_PERIOD, 0, -1, -1 },              { "2022-S1", QCDC_BASE_PERIOD, 0, -1, -1 },
        { "unit:bg-so", QCDC_BASE_UNIT, -1, -1, 5 },      { "unit:unit:a", QCDC_BASE_UNIT, -1, -1, 5 },
        { "parent-mean", QCDC_BASE_PARENT_MEAN, -1, -1, -1 },
        { "2022-01/P10M", QCDC_BASE_PERIOD, 0, -1, -1 },      { "2019-06-01/2020-05-25", QCDC_BASE_PERIOD, 0, -1, -1 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *word = cases[i].word;
        QcdcBaseOption option = { QCDC_BASE_END, "period", "plan", "unit" };
        QcdcError error = { 0 };
        expect_number(word, qcdc_base_option_parse(word, &option, &error), QCDC_OK);
        expect_number(word, option.base, cases[i].base);
        expect(option.period == (cases[i].period < 0 ? NULL : word + cases[i].period), word, "another period");
        expect(option.plan == (cases[i].plan < 0 ? NULL : word + cases[i].plan), word, "another plan");
        expect(option.unit == (cases[i].unit < 0 ? NULL : word + cases[i].unit), word, "another unit");
        expect_number(word, error.status, QCDC_OK);
    }
}

static void other_words_are_told_with_the_bases_there_are(void)
{
    static const struct {
        const char *word;
        QcdcStatus status;
        const char *hint, *text;
    } cases[] = {
        { "unit:", QCDC_STATUS_SYNTAX, all, "base \"unit:\" is not a base; " },
        { "same_period", QCDC_STATUS_SYNTAX, all, "base \"same_period\" is not a base; " },
        { "", QCDC_STATUS_SYNTAX, all, "base \"\" is not a base; " },
        { "Previous", QCDC_STATUS_SYNTAX, all, "base \"Previous\" is not a base; " },
        { "previous ", QCDC_STATUS_SYNTAX, all, "base \"previous \" is not a base; " },
        { "plans", QCDC_STATUS_SYNTAX, all, "base \"plans\" is not a base; " },
        { "unit", QCDC_STATUS_SYNTAX, all, "base \"unit\" is not a base; " },
        { "parent-means", QCDC_STATUS_SYNTAX, all, "base \"parent-means\" is not a base; " },
        { "2022-Q5", QCDC_STATUS_SYNTAX, all, "base \"2022-Q5\" is not a base; " },
        { "2022-13", QCDC_STATUS_SYNTAX, all, "base \"2022-13\" is not a base; " },
        { "a\xFF\n", QCDC_STATUS_SYNTAX, all, "base \"a\xEF\xBF\xBD\xEF\xBF\xBD\" is not a base; " },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *word = cases[i].word;
        QcdcBaseOption option = { QCDC_BASE_END, "period", NULL, NULL };
        QcdcError error = { 0 };
        char text[QCDC_ERROR_TEXT_SIZE];
        snprintf(text, sizeof text, "%s%s", cases[i].text, cases[i].hint);
        expect_number(word, qcdc_base_option_parse(word, &option, &error), cases[i].status);
        expect_number(word, error.status, cases[i].status);
        expect_text(word, error.text, text);
        expect_text(word, error.hint, cases[i].hint);
        expect(option.base == QCDC_BASE_END && strcmp(option.period, "period") == 0, word, "the option was touched");
        expect_number(word, qcdc_base_option_parse(word, &option, NULL), cases[i].status);
    }
}

static void missing_pointers_are_told(void)
{
    QcdcBaseOption option;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(qcdc_base_option_parse(NULL, &option, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(error.status, QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_base_option_parse("plan", NULL, NULL), QCDC_STATUS_ARGUMENT);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "words name their bases", words_name_their_bases },
        { "other words are told, with the bases there are", other_words_are_told_with_the_bases_there_are },
        { "missing pointers are told", missing_pointers_are_told },
    };
    return SUITE_RUN("base_option", tests, argc, argv);
}
