/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "cells.h"
#include "expect.h"
#include "suite.h"

static const char *const words[] = {"partial", "strict", "carry", "non_null", "non_zero", "partial_null", "partial_zero", "always_null", "always_zero"};

static void words_are_read(void)
{
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        QcdcMissing missing = QCDC_MISSING_END;
        CU_ASSERT_EQUAL(qcdc_missing_parse(words[i], &missing, NULL), QCDC_OK);
        expect_number(words[i], missing, (int64_t)i + QCDC_MISSING_PARTIAL);
    }
    CU_ASSERT_EQUAL(sizeof words / sizeof words[0] + QCDC_MISSING_PARTIAL, QCDC_MISSING_END);
}

static void other_words_are_refused(void)
{
    static const char *const others[] = {"", "Strict", "non-null", "strict ", "default"};
    QcdcMissing missing = QCDC_MISSING_CARRY;
    QcdcError error = {0};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        CU_ASSERT_EQUAL(qcdc_missing_parse(others[i], &missing, &error), QCDC_STATUS_SYNTAX);
        CU_ASSERT_EQUAL(missing, QCDC_MISSING_CARRY);
    }
    qcdc_missing_parse("guess", &missing, &error);
    expect_text("error", error.text, "missing \"guess\" is no way to treat missing figures; partial, strict, carry, non_null, non_zero, partial_null, "
                                     "partial_zero, always_null or always_zero");
    CU_ASSERT_EQUAL(qcdc_missing_parse(NULL, &missing, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_missing_parse("carry", NULL, NULL), QCDC_STATUS_ARGUMENT);
}

/* a: all there; b: one of two not reported; c: one of two said to be missing; d: nobody reports; z: all there, 0; t: a total, 0 */
static const Figures figures = {
    "code;name;level;parent\np;P;0;\na;A;1;p\na1;A1;2;a\na2;A2;2;a\nb;B;1;p\nb1;B1;2;b\nb2;B2;2;b\nc;C;1;p\nc1;C1;2;c\nc2;C2;2;c\n"
    "d;D;1;p\nd1;D1;2;d\nz;Z;1;p\nz1;Z1;2;z\nt;T;1;p\nt1;T1;2;t\n",
    "code;name;nature;measure;decimals;formula\nn;N;flow;đơn;;\nm;M;flow;đơn;;\nr;R;ratio;%;;m / n\ns;S;score;điểm;;\nd;D;flow;đơn;;n - m\n"
    "u;U;flow;đơn;;n + units()\n",
    "unit;indicator;period;value;obs_status;scope;scenario\na1;n;2022;1;;;\na2;n;2022;2;;;\nb1;n;2022;4;;;\nc1;n;2022;8;;;\nc2;n;2022;;O;;\nz1;n;2022;0;;;\n"
    "t;n;2022;0;;total;\na;n;2022;3;;own;\nd1;n;2022;6;;;plan\n",
    "plan=kế hoạch", NULL, NULL};

typedef struct Mode {
    QcdcMissing missing;
    const char *a, *b, *c, *d, *z, *t;
} Mode;

/* D43, one mode a row */
static void each_mode_keeps_what_its_predicate_says(void)
{
    static const Mode modes[] = {
        {QCDC_MISSING_PARTIAL, "6 2/2 sum A", "4 1/2 partial A", "8 1/2 partial A", "- 0/1 none", "0 1/1 sum A", "0 0/1 reported-total A"},
        {QCDC_MISSING_STRICT, "6 2/2 sum A", "- 1/2 none", "- 1/2 none", "- 0/1 none", "0 1/1 sum A", "0 0/1 reported-total A"},
        {QCDC_MISSING_NON_NULL, "6 2/2 sum A", "- 1/2 none", "- 1/2 none", "- 0/1 none", "0 1/1 sum A", "0 0/1 reported-total A"},
        {QCDC_MISSING_PARTIAL_NULL, "6 2/2 sum A", "- 1/2 none", "- 1/2 none", "- 0/1 none", "0 1/1 sum A", "0 0/1 reported-total A"},
        {QCDC_MISSING_ALWAYS_NULL, "6 2/2 sum A", "- 1/2 none", "- 1/2 none", "- 0/1 none", "0 1/1 sum A", "0 0/1 reported-total A"},
        {QCDC_MISSING_PARTIAL_ZERO, "6 2/2 sum A", "4 1/2 partial A", "- 1/2 none", "- 0/1 none", "0 1/1 sum A", "0 0/1 reported-total A"},
        {QCDC_MISSING_NON_ZERO, "6 2/2 sum A", "4 1/2 partial A", "- 1/2 none", "- 0/1 none", "- 1/1 none", "0 0/1 reported-total A"},
        {QCDC_MISSING_ALWAYS_ZERO, "6 2/2 sum A", "4 1/2 partial A", "- 1/2 none", "0 0/1 partial A", "0 1/1 sum A", "0 0/1 reported-total A"},
    };
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        const CellAsk asks[] = {{"a", "n", "2022", modes[i].a, 0}, {"b", "n", "2022", modes[i].b, 0}, {"c", "n", "2022", modes[i].c, 0},
                                {"d", "n", "2022", modes[i].d, 0}, {"z", "n", "2022", modes[i].z, 0}, {"t", "n", "2022", modes[i].t, 0}};
        CELLS_CHECK(&figures, modes[i].missing, asks);
    }
}

/* The figure of a unit that nobody expects is complete in every mode. */
static void an_own_figure_stands(void)
{
    static const CellAsk asks[] = {{"a#own", "n", "2022", "3 0/0 own A", 0}};
    for (int missing = QCDC_MISSING_DEFAULT; missing < QCDC_MISSING_END; missing++)
        CELLS_CHECK(&figures, (QcdcMissing)missing, asks);
}

/* D43: a value of which nobody who is expected reported anything is none where absences count as 0 beside something. */
static void something_must_be_reported(void)
{
    Figures own = figures;
    static const CellAsk zero[] = {{"p", "n", "2022", "- 0/9 none", 0}}, always[] = {{"p", "n", "2022", "5 0/9 partial A", 0}};
    own.observations = "unit;indicator;period;value\np;n;2022;5\n";
    CELLS_CHECK(&own, QCDC_MISSING_PARTIAL_ZERO, zero);
    CELLS_CHECK(&own, QCDC_MISSING_NON_ZERO, zero);
    CELLS_CHECK(&own, QCDC_MISSING_ALWAYS_ZERO, always);
}

/* What no sum can be made of is not filled: quotients, scores, plans, forms with a count of units. */
static void nothing_else_is_filled(void)
{
    static const CellAsk asks[] = {
        {"d", "m", "2022", "0 0/1 partial A", 0},  {"d", "d", "2022", "0 0/1 partial A", 0}, {"d", "r", "2022", "- 0/1 none", 0},
        {"d1", "s", "2022", "- 0/1 none", 0},      {"d", "u", "2022", "- 0/1 none", 0},      {"b", "n", "2022", "- 0/2 none", 1},
        {"d", "n", "2022", "6 1/1 sum A", 1},      {"p", "m", "2022", "0 0/9 partial A", 0},
    };
    CELLS_CHECK(&figures, QCDC_MISSING_ALWAYS_ZERO, asks);
}

/* n is there and m is not: n - m is not 0. What is not expected to report tells too; a plan tells nothing of what is actual. */
static void a_form_of_a_figure_and_of_silence_is_not_filled(void)
{
    static const CellAsk asks[] = {{"a1", "m", "2022", "0 0/1 partial A", 0}, {"a1", "d", "2022", "- 0/1 none", 0},
                                   {"a", "d", "2022", "- 0/2 none", 0},       {"p", "d", "2022", "- 0/9 none", 0},
                                   {"c2", "d", "2022", "- 0/1 none", 0},      {"t", "d", "2022", "- 0/1 none", 0},
                                   {"d", "d", "2022", "0 0/1 partial A", 0}};
    CELLS_CHECK(&figures, QCDC_MISSING_ALWAYS_ZERO, asks);
}

/* D24: units with a value that stands. */
static void units_are_counted_by_what_stands(void)
{
    static const struct {
        QcdcMissing missing;
        uint32_t valued;
    } cases[] = {{QCDC_MISSING_PARTIAL, 5}, {QCDC_MISSING_STRICT, 5}, {QCDC_MISSING_NON_ZERO, 4}, {QCDC_MISSING_ALWAYS_ZERO, 5}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        FiguresAsk ask = {.unit = "p", .period = "2022", .indicators = "n", .missing = cases[i].missing};
        QcdcComparison *comparison = figures_compare(&figures, &ask);
        QcdcComparisonRow row;
        CU_ASSERT_EQUAL_FATAL(qcdc_comparison_read_rows(comparison, 0, 1, &row, NULL), QCDC_OK);
        expect_number("units", row.units_valued, cases[i].valued);
        expect_number("expected", row.units_expected, 9);
        qcdc_comparison_unref(comparison);
    }
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"words are read", words_are_read},
        {"other words are refused", other_words_are_refused},
        {"each mode keeps what its predicate says (D43)", each_mode_keeps_what_its_predicate_says},
        {"an own figure stands", an_own_figure_stands},
        {"something must be reported (D43)", something_must_be_reported},
        {"a form of a figure and of silence is not filled", a_form_of_a_figure_and_of_silence_is_not_filled},
        {"nothing else is filled", nothing_else_is_filled},
        {"units are counted by what stands (D24)", units_are_counted_by_what_stands},
    };
    return SUITE_RUN("missing", tests, argc, argv);
}
