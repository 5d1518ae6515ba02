/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/growth.h>

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

/* What is wanted was worked out apart, with fractions and halving. */
static void growth_is_rounded_once(void)
{
    static const struct {
        const char *first, *last;
        uint32_t years;
        unsigned decimals;
        const char *away, *even, *truncated; /* "" is overflow */
    } cases[] = {
        { "100", "121", 2, 1, "10.0", "10.0", "10.0" },
        { "121", "100", 2, 1, "-9.1", "-9.1", "-9.0" },
        { "7570", "9012", 4, 2, "4.46", "4.46", "4.45" },
        { "9012", "7570", 4, 2, "-4.27", "-4.27", "-4.26" },
        { "8", "27", 3, 1, "50.0", "50.0", "50.0" },
        { "1", "2", 1, 1, "100.0", "100.0", "100.0" },
        { "1", "1", 7, 3, "0.000", "0.000", "0.000" },
        { "1", "1", 100, 15, "0.000000000000000", "0.000000000000000", "0.000000000000000" },
        { "100", "81", 2, 0, "-10", "-10", "-10" },
        { "64", "81", 2, 0, "13", "12", "12" },
        { "80", "81", 1, 0, "1", "1", "1" },
        { "81", "80", 1, 0, "-1", "-1", "-1" },
        { "64", "169", 2, 0, "63", "62", "62" },
        { "1600", "1681", 2, 0, "3", "2", "2" },
        { "1600", "1521", 2, 0, "-3", "-2", "-2" },
        { "32768", "59049", 5, 0, "13", "12", "12" },
        { "1000", "1000.000000001", 100, 9, "0.000000000", "0.000000000", "0.000000000" },
        { "1000.000000001", "1000", 100, 9, "0.000000000", "0.000000000", "0.000000000" },
        { LARGEST, SMALLEST, 100, 9, "-46.296820363", "-46.296820363", "-46.296820362" },
        { SMALLEST, LARGEST, 100, 15, "86.208713666286745", "86.208713666286745", "86.208713666286744" },
        { SMALLEST, LARGEST, 9, 15, "", "", "" },
        { SMALLEST, LARGEST, 9, 9, "99900.000000000", "99900.000000000", "99899.999999999" },
        { "1", "3.9999", 2, 15, "99.997499984374805", "99.997499984374805", "99.997499984374804" },
        { "3", "1", 1, 15, "-66.666666666666667", "-66.666666666666667", "-66.666666666666666" },
        { "2.5", "1.25", 10, 2, "-6.70", "-6.70", "-6.69" },
        { "1", LARGEST, 1, 0, "", "", "" },
        { "0.1", LARGEST, 1, 0, "", "", "" },
        { LARGEST, SMALLEST, 1, 2, "-100.00", "-100.00", "-99.99" },
        { "200", "201", 1, 0, "1", "0", "0" },
        { "200", "203", 1, 0, "2", "2", "1" },
        { "200", "199", 1, 0, "-1", "0", "0" },
        { "200", "197", 1, 0, "-2", "-2", "-1" },
        { "160000", "194481", 4, 0, "5", "5", "5" },
        { "194481", "160000", 4, 0, "-5", "-5", "-4" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *wanted[QCDC_ROUND_END] = { cases[i].away, cases[i].away, cases[i].even, cases[i].truncated };
        for (int rounding = 0; rounding < QCDC_ROUND_END; rounding++) {
            QcdcDecimal percent = { 77, 7, { 0 } };
            char row[96], text[QCDC_DECIMAL_TEXT_SIZE];
            snprintf(row, sizeof row, "%s to %s in %u, %d", cases[i].first, cases[i].last, (unsigned)cases[i].years, rounding);
            QcdcStatus status = qcdc_growth_average(value_of(cases[i].first), value_of(cases[i].last), cases[i].years,
                                                    cases[i].decimals, (QcdcRounding)rounding, &percent, NULL);
            expect_number(row, status, wanted[rounding][0] != '\0' ? QCDC_OK : QCDC_STATUS_OVERFLOW);
            qcdc_decimal_to_text(percent, text, sizeof text);
            expect_text(row, text, wanted[rounding][0] != '\0' ? wanted[rounding] : "0.0000077");
        }
    }
}

static void what_has_no_average_is_told(void)
{
    static const struct {
        const char *first, *last;
        uint32_t years;
        unsigned decimals;
        QcdcRounding rounding;
        QcdcStatus status;
    } cases[] = {
        { "0", "5", 5, 1, QCDC_ROUND_DEFAULT, QCDC_STATUS_REFUSED },
        { "5", "0", 5, 1, QCDC_ROUND_DEFAULT, QCDC_STATUS_REFUSED },
        { "-5", "-6", 5, 1, QCDC_ROUND_DEFAULT, QCDC_STATUS_REFUSED },
        { "5", "6", 0, 1, QCDC_ROUND_DEFAULT, QCDC_STATUS_ARGUMENT },
        { "5", "6", QCDC_GROWTH_MAX_YEARS + 1, 1, QCDC_ROUND_DEFAULT, QCDC_STATUS_ARGUMENT },
        { "5", "6", 5, 16, QCDC_ROUND_DEFAULT, QCDC_STATUS_ARGUMENT },
        { "5", "6", 5, 1, QCDC_ROUND_END, QCDC_STATUS_ARGUMENT },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcDecimal percent = { 77, 0, { 0 } };
        QcdcError error = { 0 };
        QcdcStatus status = qcdc_growth_average(value_of(cases[i].first), value_of(cases[i].last), cases[i].years,
                                                cases[i].decimals, cases[i].rounding, &percent, &error);
        expect_number(cases[i].last, status, cases[i].status);
        expect_number(cases[i].last, error.status, cases[i].status);
        expect_number(cases[i].last, error.refusal,
                      status == QCDC_STATUS_REFUSED ? QCDC_REFUSAL_PERCENT_BASE : QCDC_REFUSAL_NONE);
        expect_number(cases[i].last, percent.coefficient, 77);
    }
    QcdcDecimal one = value_of("1"), bad = { 1, 10, { 0 } };
    expect_number("no place", qcdc_growth_average(one, one, 1, 1, QCDC_ROUND_DEFAULT, NULL, NULL), QCDC_STATUS_ARGUMENT);
    expect_number("no value", qcdc_growth_average(one, bad, 1, 1, QCDC_ROUND_DEFAULT, &one, NULL), QCDC_STATUS_ARGUMENT);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "growth is rounded once", growth_is_rounded_once },
        { "what has no average is told", what_has_no_average_is_told },
    };
    return SUITE_RUN("growth", tests, argc, argv);
}
