/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/contribution.h>

#include "expect.h"
#include "suite.h"

#define LARGEST "999999999999999999"

static QcdcDecimal value_of(const char *text)
{
    QcdcDecimal value = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_decimal_parse(text, strlen(text), &value, NULL), QCDC_OK);
    return value;
}

static QcdcContribution contribution_of(const char *part, const char *whole, const char *base)
{
    return (QcdcContribution){ value_of(part), value_of(whole), value_of(base) };
}

static void expect_result(const char *row, QcdcStatus status, QcdcDecimal result, QcdcStatus wanted_status, const char *wanted)
{
    char text[QCDC_DECIMAL_TEXT_SIZE];
    expect_number(row, status, wanted_status);
    qcdc_decimal_to_text(result, text, sizeof text);
    expect_text(row, text, wanted);
}

static void points_are_of_the_base_and_shares_of_the_change(void)
{
    static const struct {
        const char *part, *whole, *base;
        unsigned decimals;
        QcdcRounding rounding;
        const char *points, *share; /* "" is refused */
    } cases[] = {
        { "187", "489", "8026", 2, QCDC_ROUND_HALF_AWAY, "2.33", "38.24" },
        { "-49", "489", "8026", 2, QCDC_ROUND_HALF_AWAY, "-0.61", "-10.02" },
        { "-49", "-489", "8026", 2, QCDC_ROUND_HALF_AWAY, "-0.61", "10.02" },
        { "0", "489", "8026", 1, QCDC_ROUND_HALF_AWAY, "0.0", "0.0" },
        { "1", "8", "8", 1, QCDC_ROUND_HALF_AWAY, "12.5", "12.5" },
        { "1", "8", "8", 0, QCDC_ROUND_HALF_AWAY, "13", "13" },
        { "1", "8", "8", 0, QCDC_ROUND_HALF_EVEN, "12", "12" },
        { "-1", "8", "8", 0, QCDC_ROUND_TRUNCATE, "-12", "-12" },
        { "0.05", "0.2", "1", 1, QCDC_ROUND_DEFAULT, "5.0", "25.0" },
        { "5", "0", "10", 1, QCDC_ROUND_DEFAULT, "50.0", "" },
        { "5", "10", "0", 1, QCDC_ROUND_DEFAULT, "", "50.0" },
        { "5", "10", "-10", 1, QCDC_ROUND_DEFAULT, "", "50.0" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcContribution contribution = contribution_of(cases[i].part, cases[i].whole, cases[i].base);
        QcdcDecimal points = { 77, 0, { 0 } }, share = { 77, 0, { 0 } };
        QcdcStatus of_points = qcdc_contribution_get_points(&contribution, cases[i].decimals, cases[i].rounding, &points, NULL);
        QcdcStatus of_share = qcdc_contribution_get_share(&contribution, cases[i].decimals, cases[i].rounding, &share, NULL);
        bool has_points = cases[i].points[0] != '\0', has_share = cases[i].share[0] != '\0';
        expect_result(cases[i].part, of_points, points, has_points ? QCDC_OK : QCDC_STATUS_REFUSED,
                      has_points ? cases[i].points : "77");
        expect_result(cases[i].part, of_share, share, has_share ? QCDC_OK : QCDC_STATUS_REFUSED, has_share ? cases[i].share : "77");
    }
}

static void what_is_no_contribution_is_told(void)
{
    QcdcContribution good = contribution_of("1", "2", "4"), bad = good, large = contribution_of(LARGEST, "0.000000001", "0.000000001");
    QcdcDecimal out = { 77, 0, { 0 } };
    QcdcError error = { 0 };
    bad.whole.decimals = 10;
    expect_number("no contribution", qcdc_contribution_get_points(NULL, 1, QCDC_ROUND_DEFAULT, &out, &error), QCDC_STATUS_ARGUMENT);
    expect_number("no place", qcdc_contribution_get_share(&good, 1, QCDC_ROUND_DEFAULT, NULL, NULL), QCDC_STATUS_ARGUMENT);
    expect_number("no value", qcdc_contribution_get_share(&bad, 1, QCDC_ROUND_DEFAULT, &out, NULL), QCDC_STATUS_ARGUMENT);
    expect_number("decimals", qcdc_contribution_get_points(&good, 16, QCDC_ROUND_DEFAULT, &out, NULL), QCDC_STATUS_ARGUMENT);
    expect_number("rounding", qcdc_contribution_get_points(&good, 1, QCDC_ROUND_END, &out, NULL), QCDC_STATUS_ARGUMENT);
    expect_number("large", qcdc_contribution_get_share(&large, 1, QCDC_ROUND_DEFAULT, &out, NULL), QCDC_STATUS_OVERFLOW);
    expect_number("untouched", out.coefficient, 77);
    good.base.coefficient = 0;
    expect_number("base", qcdc_contribution_get_points(&good, 1, QCDC_ROUND_DEFAULT, &out, &error), QCDC_STATUS_REFUSED);
    expect_number("named", error.refusal, QCDC_REFUSAL_PERCENT_BASE);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "points are of the base and shares of the change", points_are_of_the_base_and_shares_of_the_change },
        { "what is no contribution is told", what_is_no_contribution_is_told },
    };
    return SUITE_RUN("contribution", tests, argc, argv);
}
