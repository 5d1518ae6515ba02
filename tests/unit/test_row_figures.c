/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Percents of a table read as those of a sentence: 100 only if 100, and "0" where a sentence says "below" (W13, D6). */

#include "cells.h"
#include "expect.h"
#include "suite.h"
#include "writing/row-figures-private.h"

typedef struct PercentCase {
    const char *current, *base, *style, *percent; /* of a plan the attainment; NULL: none */
} PercentCase;

static void expect_maybe(const char *row, MaybeDecimal found, const char *wanted)
{
    char text[QCDC_DECIMAL_TEXT_SIZE] = "";
    if (!expect(found.is_there == (wanted != NULL), row, "a percent where there is none, or none"))
        return;
    if (wanted == NULL)
        return;
    qcdc_decimal_to_text(found.value, text, sizeof text);
    expect_text(row, text, wanted);
}

static void expect_percent(const PercentCase *row, bool is_plan)
{
    char observations[256], name[96];
    Figures figures = {"code;name;level\np;Tỉnh;0\n", "code;name;nature;measure;decimals\nn;Đơn;flow;đơn;2\n", observations,
                       "kh=kế hoạch", NULL, NULL};
    FiguresAsk ask = {.unit = "p", .period = "2022", .bases = is_plan ? "plan:kh" : "same-period"};
    QcdcStyle style = figures_read_style(row->style);
    RowFigures found = {0};
    QcdcError error = {0};
    snprintf(name, sizeof name, "%s %s %s", row->current, row->base, row->style);
    snprintf(observations, sizeof observations, "unit;indicator;period;value;scenario\np;n;2022;%s;\np;n;%s;%s;%s\n", row->current,
             is_plan ? "2022" : "2021", row->base, is_plan ? "kh" : "");
    QcdcComparison *comparison = figures_compare(&figures, &ask);
    CU_ASSERT_PTR_NOT_NULL_FATAL(comparison);
    const QcdcComparisonRow *first = comparison_row(comparison, 0, 0, 0, NULL);
    if (figures_check(row_figures_find(comparison, 0, 0, first, &style, &found, &error), &error))
        expect_maybe(name, is_plan ? found.attainment : found.percent, row->percent);
    qcdc_comparison_unref(comparison);
}

static void a_growth_reads_100_only_if_it_is(void)
{
    static const PercentCase rows[] = {
        {"174", "132", "", "31.8"},
        {"132", "174", "percent_decimals=2", "-24.14"},
        {"200", "100", "", "100"},
        {"200", "100", "percent_trim=none", "100.0"},
        {"0", "100", "", "-100"},
        {"20003", "10002", "", "99.99"},
        {"1", "10002", "", "-99.99"},
        {"20005", "10002", "", "100.01"},
        {"1", "999999999999", "", "-99.9999999999"},
        {"0.01", "9999999999999999", "", "-99.999999999999999"},
        {"10001", "10000", "", "0"},
        {"9999", "10000", "percent_trim=none", "0"},
        {"10000", "10000", "percent_trim=none", "0.0"},
        {"10000", "10000", "", "0"},
        {"5", "0", "", NULL},
        {"5", "-5", "", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        expect_percent(&rows[i], false);
}

static void an_attainment_reads_100_only_if_it_is(void)
{
    static const PercentCase rows[] = {
        {"10599", "10600", "", "99.99"}, {"10600", "10600", "", "100"},   {"10601", "10600", "", "100.01"},
        {"1", "10600", "percent_trim=none", "0"}, {"0", "10600", "percent_trim=none", "0.0"}, {"53.8", "100", "", "53.8"},
        {"9999999999999999.99", "9999999999999999.98", "", "100.000000000000001"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        expect_percent(&rows[i], true);
}

/* S22: places of ranks on one field alone; a difference of numbers is none. */
static void ranks_are_told_in_places_or_not_at_all(void)
{
    static const struct {
        const char *observations, *told;
    } rows[] = {
        {"unit;indicator;period;value;field\np;k;2022;15;63\np;k;2021;36;63\n", "21"},
        {"unit;indicator;period;value;field\np;k;2022;12;34\np;k;2021;15;63\n", NULL},
        {"unit;indicator;period;value;field\np;r;2022;12.5;\np;r;2021;10.0;\n", "2.5"},
        {"unit;indicator;period;value;field\np;n;2022;12;\np;n;2021;10;\n", "2"},
        {"unit;indicator;period;value;field\np;n;2022;12;\n", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Figures figures = {"code;name;level\np;Tỉnh;0\n", "code;name;nature;measure;decimals\nk;K;rank;bậc;\nr;R;ratio;%;1\nn;N;flow;đơn;\n",
                           rows[i].observations, NULL, NULL, NULL};
        const char indicator[] = {rows[i].observations[36], '\0'};
        FiguresAsk ask = {.unit = "p", .period = "2022", .indicators = indicator};
        QcdcStyle style = {0};
        RowFigures found = {0};
        QcdcComparison *comparison = figures_compare(&figures, &ask);
        CU_ASSERT_PTR_NOT_NULL_FATAL(comparison);
        const QcdcComparisonRow *row = comparison_row(comparison, 0, 0, 0, NULL);
        expect_number(rows[i].observations, row_figures_find(comparison, 0, 0, row, &style, &found, NULL), QCDC_OK);
        expect_maybe(rows[i].observations, row_figures_told(&found, row), rows[i].told);
        qcdc_comparison_unref(comparison);
    }
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"a growth reads 100 only if it is", a_growth_reads_100_only_if_it_is},
        {"an attainment reads 100 only if it is", an_attainment_reads_100_only_if_it_is},
        {"ranks are told in places or not at all (S22)", ranks_are_told_in_places_or_not_at_all},
    };
    return SUITE_RUN("row_figures", tests, argc, argv);
}
