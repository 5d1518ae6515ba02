/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/change.h>
#include <qcdc/refusal.h>
#include <qcdc/status.h>
#include <stdio.h>
#include <string.h>

#include "suite.h"

static void every_refusal_has_a_name_and_words(void)
{
    for (int refusal = 1; refusal < QCDC_REFUSAL_END; refusal++) {
        const char *name = qcdc_refusal_to_name((QcdcRefusal)refusal);
        const char *vi = qcdc_refusal_explain((QcdcRefusal)refusal, QCDC_LANGUAGE_VI);
        const char *en = qcdc_refusal_explain((QcdcRefusal)refusal, QCDC_LANGUAGE_EN);
        CU_ASSERT_PTR_NOT_NULL_FATAL(name);
        CU_ASSERT_PTR_NOT_NULL_FATAL(vi);
        CU_ASSERT_PTR_NOT_NULL_FATAL(en);
        CU_ASSERT_PTR_EQUAL(qcdc_refusal_explain((QcdcRefusal)refusal, QCDC_LANGUAGE_DEFAULT), vi);
        CU_ASSERT(strcmp(vi, en) != 0);
        CU_ASSERT(strchr(vi, '\n') == NULL && strchr(en, '\n') == NULL);
        for (int other = 1; other < refusal; other++)
            CU_ASSERT(strcmp(name, qcdc_refusal_to_name((QcdcRefusal)other)) != 0);
    }
}

static void what_is_no_refusal_has_none(void)
{
    CU_ASSERT_PTR_NULL(qcdc_refusal_to_name(QCDC_REFUSAL_NONE));
    CU_ASSERT_PTR_NULL(qcdc_refusal_to_name(QCDC_REFUSAL_END));
    CU_ASSERT_PTR_NULL(qcdc_refusal_to_name((QcdcRefusal)-1));
    CU_ASSERT_PTR_NULL(qcdc_refusal_explain(QCDC_REFUSAL_NONE, QCDC_LANGUAGE_VI));
    CU_ASSERT_PTR_NULL(qcdc_refusal_explain(QCDC_REFUSAL_BREAK, QCDC_LANGUAGE_END));
    CU_ASSERT_PTR_NULL(qcdc_refusal_explain(QCDC_REFUSAL_BREAK, (QcdcLanguage)-1));
}

static QcdcPeriod period_of(const char *label)
{
    QcdcPeriod period = {0};
    CU_ASSERT_EQUAL(qcdc_period_parse(label, strlen(label), &period, NULL), QCDC_OK);
    return period;
}

static void errors_carry_the_refusal(void)
{
    static const struct {
        const char *label;
        QcdcRefusal previous, same;
    } rows[] = {
        {"2022-01/P1M", QCDC_REFUSAL_NONE, QCDC_REFUSAL_NONE}, /* the month (D12) */
        {"0001-01", QCDC_REFUSAL_BEFORE_YEAR_ONE, QCDC_REFUSAL_BEFORE_YEAR_ONE},
        {"2016/P5Y", QCDC_REFUSAL_NONE, QCDC_REFUSAL_SPAN_SAME_PERIOD},
        {"0003/P3Y", QCDC_REFUSAL_BEFORE_YEAR_ONE, QCDC_REFUSAL_SPAN_SAME_PERIOD},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        QcdcPeriod period = period_of(rows[i].label), base;
        QcdcError previous = {0}, same = {0};
        CU_ASSERT_EQUAL(qcdc_period_previous(period, &base, &previous) == QCDC_STATUS_REFUSED, previous.refusal != QCDC_REFUSAL_NONE);
        CU_ASSERT_EQUAL(qcdc_period_same_last_year(period, &base, &same) == QCDC_STATUS_REFUSED, same.refusal != QCDC_REFUSAL_NONE);
        if (previous.refusal != rows[i].previous || same.refusal != rows[i].same)
            printf("# %s: %d, %d\n", rows[i].label, (int)previous.refusal, (int)same.refusal);
        CU_ASSERT_EQUAL(previous.refusal, rows[i].previous);
        CU_ASSERT_EQUAL(same.refusal, rows[i].same);
    }
}

static QcdcFigure figure_of(int64_t value, int32_t field)
{
    return (QcdcFigure){.value = {.coefficient = value}, .state = QCDC_FIGURE_VALUED, .field = field};
}

static void changes_carry_the_refusal(void)
{
    QcdcFigure now = figure_of(5, 34), zero = figure_of(0, 0), before = figure_of(9, 63);
    QcdcChange change;
    QcdcDecimal percent;
    QcdcError error = {0};
    int64_t places;
    CU_ASSERT_EQUAL(qcdc_change_measure(&now, &zero, QCDC_QUANTITY_AMOUNT, &change, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_change_get_percent(&change, 1, QCDC_ROUND_DEFAULT, &percent, &error), QCDC_STATUS_REFUSED);
    CU_ASSERT_EQUAL(error.refusal, QCDC_REFUSAL_PERCENT_BASE);
    CU_ASSERT_EQUAL(qcdc_change_measure(&now, &before, QCDC_QUANTITY_RANK, &change, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_change_get_places(&change, &places, &error), QCDC_STATUS_REFUSED);
    CU_ASSERT_EQUAL(error.refusal, QCDC_REFUSAL_RANK_FIELD);
}

/* S8: who knows definitions says so, and then nothing is told of the change. */
static void nothing_is_told_across_a_break(void)
{
    QcdcFigure now = figure_of(5, 0), before = figure_of(4, 0);
    QcdcDecimal value;
    int64_t places;
    for (int quantity = QCDC_QUANTITY_AMOUNT; quantity < QCDC_QUANTITY_END; quantity++) {
        QcdcChange change;
        QcdcError error = {0};
        CU_ASSERT_EQUAL(qcdc_change_measure(&now, &before, (QcdcQuantity)quantity, &change, NULL), QCDC_OK);
        change.refusal = QCDC_REFUSAL_BREAK;
        CU_ASSERT_EQUAL(qcdc_change_get_percent(&change, 1, QCDC_ROUND_DEFAULT, &value, &error), QCDC_STATUS_REFUSED);
        CU_ASSERT_EQUAL(error.refusal, quantity == QCDC_QUANTITY_AMOUNT ? QCDC_REFUSAL_BREAK : QCDC_REFUSAL_NONE);
        CU_ASSERT_EQUAL(qcdc_change_get_points(&change, 1, QCDC_ROUND_DEFAULT, &value, NULL), QCDC_STATUS_REFUSED);
        CU_ASSERT_EQUAL(qcdc_change_get_index(&change, 1, QCDC_ROUND_DEFAULT, &value, NULL), QCDC_STATUS_REFUSED);
        CU_ASSERT_EQUAL(qcdc_change_get_places(&change, &places, NULL), QCDC_STATUS_REFUSED);
        change.refusal = QCDC_REFUSAL_END;
        CU_ASSERT_EQUAL(qcdc_change_get_index(&change, 1, QCDC_ROUND_DEFAULT, &value, NULL), QCDC_STATUS_ARGUMENT);
    }
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"every refusal has a name and words", every_refusal_has_a_name_and_words},
        {"what is no refusal has none", what_is_no_refusal_has_none},
        {"errors carry the refusal (S15)", errors_carry_the_refusal},
        {"changes carry the refusal (S22)", changes_carry_the_refusal},
        {"nothing is told across a break (S8)", nothing_is_told_across_a_break},
    };
    return SUITE_RUN("refusal", tests, argc, argv);
}
