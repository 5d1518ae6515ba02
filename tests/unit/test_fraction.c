/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/decimal.h>

#include "expect.h"
#include "suite.h"

#define LARGEST "999999999999999999"
#define SMALLEST "0.000000001"

static QcdcDecimal value_of(const char *text)
{
    QcdcDecimal value = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_decimal_parse(text, strlen(text), &value, NULL), QCDC_OK);
    return value;
}

static QcdcFraction fraction_of(const char *numerator, const char *denominator)
{
    QcdcFraction fraction = { value_of(numerator), value_of(denominator) };
    return fraction;
}

static void expect_result(const char *row, QcdcStatus status, QcdcDecimal result, const char *wanted)
{
    char text[QCDC_DECIMAL_TEXT_SIZE];
    expect_number(row, status, *wanted ? QCDC_OK : QCDC_STATUS_OVERFLOW);
    qcdc_decimal_to_text(result, text, sizeof text);
    expect_text(row, status == QCDC_OK ? text : "", wanted);
}

static void quotients_are_rounded_once(void)
{
    static const struct {
        const char *numerator, *denominator;
        unsigned power, decimals;
        const char *away, *even, *truncated; /* "" is overflow */
    } cases[] = {
        { "42", "132", 2, 1, "31.8", "31.8", "31.8" },
        { "6", "71", 2, 1, "8.5", "8.5", "8.4" },
        { "62", "77", 2, 1, "80.5", "80.5", "80.5" },
        { "14175", "17378", 2, 1, "81.6", "81.6", "81.5" },
        { "-230", "7800", 2, 2, "-2.95", "-2.95", "-2.94" },
        { "1", "8", 0, 2, "0.13", "0.12", "0.12" },
        { "3", "8", 0, 2, "0.38", "0.38", "0.37" },
        { "-1", "8", 0, 2, "-0.13", "-0.12", "-0.12" },
        { "1", "-8", 0, 2, "-0.13", "-0.12", "-0.12" },
        { "-1", "-8", 0, 2, "0.13", "0.12", "0.12" },
        { "-1", "3", 0, 0, "0", "0", "0" },
        { "-1", "2", 0, 0, "-1", "0", "0" },
        { "1", "3", 0, 9, "0.333333333", "0.333333333", "0.333333333" },
        { "2", "3", 9, 9, "666666666.666666667", "666666666.666666667", "666666666.666666666" },
        { "0", "-5", 9, 9, "0.000000000", "0.000000000", "0.000000000" },
        { "1.5", "0.25", 0, 0, "6", "6", "6" },
        { LARGEST, LARGEST, 9, 0, "1000000000", "1000000000", "1000000000" },
        { LARGEST, "1", 0, 0, LARGEST, LARGEST, LARGEST },
        { LARGEST, "1", 0, 1, "", "", "" },
        { "-" LARGEST, SMALLEST, 0, 0, "", "", "" },
        { LARGEST, SMALLEST, 9, 9, "", "", "" },
        { SMALLEST, LARGEST, 9, 9, "0.000000000", "0.000000000", "0.000000000" },
        { LARGEST, "0.5", 0, 0, "", "", "" },
        /* its digits, taken blindly, are 2^128 + 88856031695252007 */
        { "13597683382160701", "0.000039960", 9, 9, "", "", "" },
        { "499999999999999999", "0.5", 0, 0, "999999999999999998", "999999999999999998", "999999999999999998" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *wanted[QCDC_ROUND_END] = { cases[i].away, cases[i].away, cases[i].even, cases[i].truncated };
        QcdcFraction fraction = fraction_of(cases[i].numerator, cases[i].denominator);
        for (int rounding = 0; rounding < QCDC_ROUND_END; rounding++) {
            QcdcDecimal result = { 77, 7, { 0 } };
            QcdcStatus status = qcdc_fraction_to_decimal(fraction, cases[i].power, cases[i].decimals,
                                                         (QcdcRounding)rounding, &result, NULL);
            expect_result(cases[i].numerator, status, result, wanted[rounding]);
            expect(status == QCDC_OK || result.coefficient == 77, cases[i].numerator, "the output was touched");
        }
    }
}

static void points_are_those_of_the_ratios(void)
{
    static const struct {
        const char *a, *b, *c, *d;
        unsigned power, decimals;
        const char *away, *even, *truncated;
    } cases[] = {
        { "143", "171", "14175", "17378", 2, 1, "2.1", "2.1", "2.0" },
        { "1", "3", "1", "3", 2, 9, "0.000000000", "0.000000000", "0.000000000" },
        { "1", "3", "2", "3", 2, 1, "-33.3", "-33.3", "-33.3" },
        { "1", "8", "1", "4", 0, 2, "-0.13", "-0.12", "-0.12" },
        { "3", "8", "0", "1", 0, 2, "0.38", "0.38", "0.37" },
        { "0", "1", "3", "8", 0, 2, "-0.38", "-0.38", "-0.37" },
        { "-1", "3", "1", "6", 0, 0, "-1", "0", "0" },
        { "1", "3", "-1", "6", 0, 0, "1", "0", "0" },
        { "1", "3", "1", "4", 0, 1, "0.1", "0.1", "0.0" },
        { "7", "2", "0.999999999", "-1", 0, 0, "4", "4", "4" },
        /* two quotients of 27 digits whose difference is one unit */
        { LARGEST, SMALLEST, "999999999999999998", SMALLEST, 0, 0, "1000000000", "1000000000", "1000000000" },
        { LARGEST, SMALLEST, LARGEST, SMALLEST, 9, 9, "0.000000000", "0.000000000", "0.000000000" },
        { LARGEST, SMALLEST, "0", "1", 0, 0, "", "", "" },
        { LARGEST, "1", "-" LARGEST, "1", 0, 0, "", "", "" },
        /* a third, a half and two thirds past the largest value */
        { LARGEST, "1", "-1", "3", 0, 0, LARGEST, LARGEST, LARGEST },
        { LARGEST, "1", "-1", "2", 0, 0, "", "", LARGEST },
        { "-" LARGEST, "1", "1", "2", 0, 0, "", "", "-" LARGEST },
        { LARGEST, "1", "-2", "3", 0, 0, "", "", LARGEST },
        /* differs from a half by 10^-18: only the remainders tell */
        { "500000000000000000", LARGEST, "1", LARGEST, 0, 0, "0", "0", "0" },
        { "499999999999999999", "999999999999999997", "0", "1", 0, 0, "1", "1", "0" },
        { "499999999999999998", "999999999999999997", "0", "1", 0, 0, "0", "0", "0" },
        { "-499999999999999999", "999999999999999997", "0", "1", 0, 0, "-1", "-1", "0" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *wanted[QCDC_ROUND_END] = { cases[i].away, cases[i].away, cases[i].even, cases[i].truncated };
        QcdcFraction left = fraction_of(cases[i].a, cases[i].b), right = fraction_of(cases[i].c, cases[i].d);
        for (int rounding = 0; rounding < QCDC_ROUND_END; rounding++) {
            QcdcDecimal result = { 77, 7, { 0 } };
            QcdcStatus status = qcdc_fraction_subtract(left, right, cases[i].power, cases[i].decimals,
                                                       (QcdcRounding)rounding, &result, NULL);
            expect_result(cases[i].a, status, result, wanted[rounding]);
            expect(status == QCDC_OK || result.coefficient == 77, cases[i].a, "the output was touched");
        }
    }
}

static void a_ratio_of_ratios_is_rounded_once(void)
{
    static const struct {
        const char *a, *b, *c, *d;
        unsigned power, decimals;
        const char *away, *even, *truncated;
    } cases[] = {
        { "14175", "17378", "80", "100", 2, 1, "102.0", "102.0", "101.9" },
        { "1", "3", "1", "3", 2, 9, "100.000000000", "100.000000000", "100.000000000" },
        { "-1", "2", "4", "1", 0, 2, "-0.13", "-0.12", "-0.12" },
        { "1", "2", "-4", "1", 0, 2, "-0.13", "-0.12", "-0.12" },
        { "-1", "-2", "4", "1", 0, 2, "0.13", "0.12", "0.12" },
        { "0", "3", "1", "3", 0, 0, "0", "0", "0" },
        { LARGEST, LARGEST, LARGEST, LARGEST, 9, 8, "1000000000.00000000", "1000000000.00000000",
          "1000000000.00000000" },
        { LARGEST, SMALLEST, LARGEST, SMALLEST, 0, 0, "1", "1", "1" },
        { LARGEST, SMALLEST, SMALLEST, LARGEST, 0, 0, "", "", "" },
        { SMALLEST, LARGEST, LARGEST, SMALLEST, 9, 9, "0.000000000", "0.000000000", "0.000000000" },
        /* a digit too many is cut: 2.5 and a rest, which is more than a half */
        { "5.1", "2", "1", "1", 0, 0, "3", "3", "2" },
        { "0.000000005", "1", "1", SMALLEST, 9, 0, "0", "0", "0" },
        { "0.000000005", "1", "1", "10.000000000", 9, 0, "50", "50", "50" },
        { "0.500000000", "1.000000000", "1", "1", 0, 0, "1", "0", "0" },
        { "5", "10", "1.000000000", "0.999999999", 0, 0, "0", "0", "0" },
        { "0.000000005", "0.000000001", "10", "1", 0, 0, "1", "0", "0" },
        { "0.500000001", "1", "1", "1.000000001", 0, 0, "1", "1", "0" },
        { "1.500000000", "0.000000001", "1", "0.000000001", 0, 0, "2", "2", "1" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *wanted[QCDC_ROUND_END] = { cases[i].away, cases[i].away, cases[i].even, cases[i].truncated };
        QcdcFraction left = fraction_of(cases[i].a, cases[i].b), right = fraction_of(cases[i].c, cases[i].d);
        for (int rounding = 0; rounding < QCDC_ROUND_END; rounding++) {
            QcdcDecimal result = { 77, 7, { 0 } };
            QcdcStatus status = qcdc_fraction_divide(left, right, cases[i].power, cases[i].decimals,
                                                     (QcdcRounding)rounding, &result, NULL);
            expect_result(cases[i].a, status, result, wanted[rounding]);
        }
    }
}

static void fractions_are_compared_exactly(void)
{
    static const struct {
        const char *a, *b, *c, *d;
        int order;
    } cases[] = {
        { "1", "3", "2", "6", 0 },
        { "1", "3", "0.333333333", "1", 1 },
        { "-1", "3", "-0.333333333", "1", -1 },
        { "1", "-3", "-1", "3", 0 },
        { "-1", "-3", "1", "3", 0 },
        { "0", "-7", "0", "1", 0 },
        { "999999999999999998", LARGEST, "999999999999999997", "999999999999999998", 1 },
        { LARGEST, SMALLEST, "999999999999999998", SMALLEST, 1 },
        { "5", "2", "5", "2.000000000", 0 },
        { "7", "3", "9", "4", 1 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcFraction left = fraction_of(cases[i].a, cases[i].b), right = fraction_of(cases[i].c, cases[i].d);
        expect_number(cases[i].a, qcdc_fraction_compare(left, right), cases[i].order);
        expect_number(cases[i].a, qcdc_fraction_compare(right, left), -cases[i].order);
    }
    QcdcFraction none = fraction_of("1", "0"), some = fraction_of("-" LARGEST, SMALLEST);
    CU_ASSERT_EQUAL(qcdc_fraction_compare(none, some), -1);
    CU_ASSERT_EQUAL(qcdc_fraction_compare(some, none), 1);
    CU_ASSERT_EQUAL(qcdc_fraction_compare(none, none), 0);
}

static void bad_arguments_are_told(void)
{
    QcdcFraction good = fraction_of("1", "2"), zero = fraction_of("0", "1"), bad = fraction_of("1", "0"), worse = good;
    worse.numerator.decimals = 10;
    QcdcDecimal out = { 77, 7, { 0 } };
    QcdcError error;
    QcdcStatus statuses[] = {
        qcdc_fraction_to_decimal(bad, 0, 0, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_fraction_to_decimal(worse, 0, 0, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_fraction_to_decimal(good, 10, 0, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_fraction_to_decimal(good, 0, 16, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_fraction_to_decimal(good, 0, 0, QCDC_ROUND_END, &out, &error),
        qcdc_fraction_to_decimal(good, 0, 0, QCDC_ROUND_DEFAULT, NULL, &error),
        qcdc_fraction_subtract(bad, good, 0, 0, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_fraction_subtract(good, bad, 0, 0, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_fraction_subtract(good, good, UINT32_MAX, 0, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_fraction_subtract(good, good, 0, UINT32_MAX, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_fraction_subtract(good, good, 0, 0, (QcdcRounding)-1, &out, &error),
        qcdc_fraction_subtract(good, good, 0, 0, QCDC_ROUND_DEFAULT, NULL, &error),
        qcdc_fraction_divide(bad, good, 0, 0, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_fraction_divide(good, bad, 0, 0, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_fraction_divide(good, zero, 0, 0, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_fraction_divide(good, good, 10, 0, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_fraction_divide(good, good, 0, 0, QCDC_ROUND_DEFAULT, NULL, &error),
    };
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++)
        expect_number("argument", statuses[i], QCDC_STATUS_ARGUMENT);
    CU_ASSERT(out.coefficient == 77 && error.status == QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(sizeof(QcdcFraction), 32);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "quotients are rounded once", quotients_are_rounded_once },
        { "points are those of the ratios", points_are_those_of_the_ratios },
        { "a ratio of ratios is rounded once", a_ratio_of_ratios_is_rounded_once },
        { "fractions are compared exactly", fractions_are_compared_exactly },
        { "bad arguments are told", bad_arguments_are_told },
    };
    return SUITE_RUN("fraction", tests, argc, argv);
}
