/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/decimal.h>

#include "expect.h"
#include "suite.h"

#define LARGEST INT64_C(999999999999999999)

static QcdcDecimal decimal(int64_t coefficient, unsigned decimals)
{
    QcdcDecimal value = { coefficient, (uint8_t)decimals, { 0 } };
    return value;
}

/* The value of a text that the test itself wrote. */
static QcdcDecimal value_of(const char *text)
{
    QcdcDecimal value = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_decimal_parse(text, strlen(text), &value, NULL), QCDC_OK);
    return value;
}

static bool is_untouched(const QcdcDecimal *value)
{
    return value->coefficient == 77 && value->decimals == 7;
}

static void written_decimals_are_counted(void)
{
    static const struct {
        const char *text;
        int64_t coefficient;
        unsigned decimals;
    } cases[] = {
        { "0", 0, 0 },           { "7", 7, 0 },           { "7570", 7570, 0 },      { "-230", -230, 0 },
        { "1234.5", 12345, 1 },  { "1.50", 150, 2 },      { "0.05", 5, 2 },         { "-0.05", -5, 2 },
        { "7.000", 7000, 3 },    { "-0", 0, 0 },          { "-0.00", 0, 2 },        { "0.000000001", 1, 9 },
        { "10.0", 100, 1 },      { "100", 100, 0 },       { "999999999999999999", LARGEST, 0 },
        { "-999999999999999999", -LARGEST, 0 },           { "999999999.999999999", LARGEST, 9 },
        { "-99999999999999999.9", -LARGEST, 1 },          { "0.100000000", 100000000, 9 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcDecimal value = { 77, 7, { 0 } };
        QcdcError error;
        expect_number(cases[i].text, qcdc_decimal_parse(cases[i].text, strlen(cases[i].text), &value, &error), QCDC_OK);
        expect_number(cases[i].text, value.coefficient, cases[i].coefficient);
        expect_number(cases[i].text, value.decimals, cases[i].decimals);
    }
}

static const char plain[] = "numbers are written 1234.5 or -1234.5: no plus sign, spaces, grouping or exponent";
static const char both_sides[] = "digits stand on both sides of one point, as in 0.5";
static const char padded[] = "leading zeros are left out";
static const char grouped[] = "numbers are written 1234.5; files with 1.234,5 say number_format=vi";
static const char nine[] = "values have at most 9 decimals";
static const char large[] = "values have at most 18 digits, decimals included";

static void what_is_not_canonical_is_refused(void)
{
    static const struct {
        const char *text, *complaint, *hint;
        int32_t column;
        QcdcStatus status;
    } cases[] = {
        { "", "is not a number", "it is empty", 0, QCDC_STATUS_SYNTAX },
        { "+5", "is not a number", plain, 1, QCDC_STATUS_SYNTAX },
        { "1e5", "is not a number", plain, 2, QCDC_STATUS_SYNTAX },
        { " 5", "is not a number", plain, 1, QCDC_STATUS_SYNTAX },
        { "5 ", "is not a number", plain, 2, QCDC_STATUS_SYNTAX },
        { "1.5x", "is not a number", plain, 4, QCDC_STATUS_SYNTAX },
        { "--5", "is not a number", plain, 2, QCDC_STATUS_SYNTAX },
        { "5-", "is not a number", plain, 2, QCDC_STATUS_SYNTAX },
        { "x", "is not a number", plain, 1, QCDC_STATUS_SYNTAX },
        { "\xC2\xA0" "5", "is not a number", plain, 1, QCDC_STATUS_SYNTAX },
        { "-", "is not a number", both_sides, 2, QCDC_STATUS_SYNTAX },
        { ".", "is not a number", both_sides, 1, QCDC_STATUS_SYNTAX },
        { ".5", "is not a number", both_sides, 1, QCDC_STATUS_SYNTAX },
        { "-.5", "is not a number", both_sides, 2, QCDC_STATUS_SYNTAX },
        { "5.", "is not a number", both_sides, 3, QCDC_STATUS_SYNTAX },
        { "1.2.3", "is not a number", both_sides, 4, QCDC_STATUS_SYNTAX },
        { "7,5", "is not a number", grouped, 2, QCDC_STATUS_SYNTAX },
        { "1.234,5", "is not a number", grouped, 6, QCDC_STATUS_SYNTAX },
        { "007", "is not a number", padded, 2, QCDC_STATUS_SYNTAX },
        { "00", "is not a number", padded, 2, QCDC_STATUS_SYNTAX },
        { "-01.5", "is not a number", padded, 3, QCDC_STATUS_SYNTAX },
        { "0.0000000000", "has too many decimals", nine, 0, QCDC_STATUS_SYNTAX },
        { "9999999999.9999999999", "has too many decimals", nine, 0, QCDC_STATUS_SYNTAX },
        { "1000000000000000000", "is too large", large, 0, QCDC_STATUS_OVERFLOW },
        { "-1000000000000000000", "is too large", large, 0, QCDC_STATUS_OVERFLOW },
        { "9999999999.999999999", "is too large", large, 0, QCDC_STATUS_OVERFLOW },
        { "999999999999999999.0", "is too large", large, 0, QCDC_STATUS_OVERFLOW },
        { "99999999999999999999999999999999999999999999999", "is too large", large, 0, QCDC_STATUS_OVERFLOW },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcDecimal value = decimal(77, 7);
        QcdcError error;
        char text[QCDC_ERROR_TEXT_SIZE];
        snprintf(text, sizeof text, "value \"%s\" %s; %s", cases[i].text, cases[i].complaint, cases[i].hint);
        expect_number(cases[i].text, qcdc_decimal_parse(cases[i].text, strlen(cases[i].text), &value, &error),
                      cases[i].status);
        expect_text(cases[i].text, error.text, text);
        expect_text(cases[i].text, error.value, cases[i].text);
        expect_number(cases[i].text, error.column, cases[i].column);
        expect(is_untouched(&value), cases[i].text, "the output was touched");
    }
}

static void parsing_stops_at_the_length(void)
{
    QcdcDecimal value;
    CU_ASSERT_EQUAL(qcdc_decimal_parse("12345", 2, &value, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(value.coefficient, 12);
    CU_ASSERT_EQUAL(qcdc_decimal_parse("1\0", 2, &value, NULL), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(qcdc_decimal_parse(NULL, 0, &value, NULL), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(qcdc_decimal_parse(NULL, 1, &value, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_decimal_parse("1", 1, NULL, NULL), QCDC_STATUS_ARGUMENT);
}

static void printing_keeps_the_decimals(void)
{
    static const struct {
        int64_t coefficient;
        unsigned decimals;
        const char *text;
    } cases[] = {
        { 0, 0, "0" },        { 0, 2, "0.00" },      { 5, 2, "0.05" },          { -5, 2, "-0.05" },
        { 7570, 0, "7570" },  { -230, 0, "-230" },   { 123, 1, "12.3" },        { 1, 9, "0.000000001" },
        { LARGEST, 0, "999999999999999999" },        { -LARGEST, 9, "-999999999.999999999" },
        { LARGEST + 1, 0, "" },                      { INT64_MIN, 0, "" },      { 1, 16, "" }, { 1, 10, "0.0000000001" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[QCDC_DECIMAL_TEXT_SIZE];
        size_t length = qcdc_decimal_to_text(decimal(cases[i].coefficient, cases[i].decimals), text, sizeof text);
        expect_text("text", text, cases[i].text);
        expect_number(cases[i].text, (int64_t)length, (int64_t)strlen(cases[i].text));
    }
    char small[4];
    CU_ASSERT_EQUAL(qcdc_decimal_to_text(decimal(-12345, 1), small, sizeof small), 7);
    CU_ASSERT_STRING_EQUAL(small, "-12");
    CU_ASSERT_EQUAL(qcdc_decimal_to_text(decimal(-12345, 1), NULL, 0), 7);
}

static void values_have_a_range(void)
{
    CU_ASSERT(qcdc_decimal_is_valid(decimal(LARGEST, 9)) && qcdc_decimal_is_valid(decimal(-LARGEST, 0)));
    CU_ASSERT(!qcdc_decimal_is_valid(decimal(LARGEST + 1, 0)) && !qcdc_decimal_is_valid(decimal(-LARGEST - 1, 0)));
    CU_ASSERT(!qcdc_decimal_is_valid(decimal(INT64_MIN, 0)) && !qcdc_decimal_is_valid(decimal(0, 10)));
}

static void numbers_are_compared_not_their_writing(void)
{
    static const struct {
        const char *left, *right;
        int order;
    } cases[] = {
        { "1.5", "1.50", 0 }, { "0", "-0.000", 0 },  { "1.5", "1.49", 1 },
        { "-1.5", "-1.49", -1 }, { "-1", "1", -1 },  { "999999999999999999", "999999999.999999999", 1 },
        { "0.000000001", "0", 1 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcDecimal left = value_of(cases[i].left), right = value_of(cases[i].right);
        expect_number(cases[i].left, qcdc_decimal_compare(left, right), cases[i].order);
        expect_number(cases[i].right, qcdc_decimal_compare(right, left), -cases[i].order);
    }
    CU_ASSERT_EQUAL(qcdc_decimal_compare(decimal(INT64_MAX, 255), decimal(INT64_MIN, 0)), 1);
}

static void sums_and_differences_are_exact(void)
{
    static const struct {
        const char *left, *right, *sum, *difference; /* "" is overflow */
    } cases[] = {
        { "7570", "-230", "7340", "7800" },
        { "0.1", "0.20", "0.30", "-0.10" },
        { "1.5", "1.50", "3.00", "0.00" },
        { "-0.5", "0.5", "0.0", "-1.0" },
        { "999999999999999999", "1", "", "999999999999999998" },
        { "-999999999999999999", "1", "-999999999999999998", "" },
        { "500000000000000000", "499999999999999999", "999999999999999999", "1" },
        { "1000000000", "0.000000001", "", "999999999.999999999" },
        { "10000000000", "0.000000001", "", "" },
        { "-10000000000", "0.000000001", "", "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcDecimal left = value_of(cases[i].left), right = value_of(cases[i].right);
        QcdcDecimal sum = decimal(77, 7), difference = decimal(77, 7);
        char text[QCDC_DECIMAL_TEXT_SIZE];
        QcdcStatus status = qcdc_decimal_add(left, right, &sum, NULL);
        qcdc_decimal_to_text(sum, text, sizeof text);
        expect_number(cases[i].left, status, *cases[i].sum ? QCDC_OK : QCDC_STATUS_OVERFLOW);
        expect(status == QCDC_OK || is_untouched(&sum), cases[i].left, "the sum was touched");
        expect_text(cases[i].left, status == QCDC_OK ? text : "", cases[i].sum);
        status = qcdc_decimal_subtract(left, right, &difference, NULL);
        qcdc_decimal_to_text(difference, text, sizeof text);
        expect_number(cases[i].left, status, *cases[i].difference ? QCDC_OK : QCDC_STATUS_OVERFLOW);
        expect_text(cases[i].left, status == QCDC_OK ? text : "", cases[i].difference);
    }
}

static void rescaling_never_changes_the_number(void)
{
    static const struct {
        const char *value;
        unsigned decimals;
        const char *rescaled; /* "" where there is a status */
        QcdcStatus status;
    } cases[] = {
        { "1.5", 3, "1.500", QCDC_OK },   { "1.500", 1, "1.5", QCDC_OK },
        { "-1.500", 1, "-1.5", QCDC_OK }, { "7.000", 0, "7", QCDC_OK },
        { "0", 9, "0.000000000", QCDC_OK }, { "1.5", 1, "1.5", QCDC_OK },
        { "1.55", 1, "", QCDC_STATUS_REFUSED }, { "-0.000000001", 8, "", QCDC_STATUS_REFUSED },
        { "999999999", 9, "999999999.000000000", QCDC_OK }, { "1000000000", 9, "", QCDC_STATUS_OVERFLOW },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcDecimal rescaled = decimal(77, 7);
        char text[QCDC_DECIMAL_TEXT_SIZE] = "";
        QcdcStatus status = qcdc_decimal_rescale(value_of(cases[i].value), cases[i].decimals, &rescaled, NULL);
        expect_number(cases[i].value, status, cases[i].status);
        expect(status == QCDC_OK || is_untouched(&rescaled), cases[i].value, "the output was touched");
        if (status == QCDC_OK)
            qcdc_decimal_to_text(rescaled, text, sizeof text);
        expect_text(cases[i].value, text, cases[i].rescaled);
    }
    QcdcDecimal lost;
    QcdcError error;
    qcdc_decimal_rescale(decimal(155, 2), 1, &lost, &error);
    expect_text("refusal", error.text,
                "value \"1.55\" would lose a digit other than 0; keep its decimals, or round it");
}

static void halves_are_rounded_by_the_style(void)
{
    static const struct {
        const char *value;
        unsigned decimals;
        const char *away, *even, *truncated;
    } cases[] = {
        { "2.5", 0, "3", "2", "2" },          { "3.5", 0, "4", "4", "3" },
        { "-2.5", 0, "-3", "-2", "-2" },      { "-3.5", 0, "-4", "-4", "-3" },
        { "0.5", 0, "1", "0", "0" },          { "-0.5", 0, "-1", "0", "0" },
        { "0.49", 0, "0", "0", "0" },         { "-0.49", 0, "0", "0", "0" },
        { "2.51", 0, "3", "3", "2" },         { "2.49", 1, "2.5", "2.5", "2.4" },
        { "-0.05", 1, "-0.1", "0.0", "0.0" }, { "0.15", 1, "0.2", "0.2", "0.1" },
        { "7", 3, "7.000", "7.000", "7.000" }, { "999999999.999999999", 0, "1000000000", "1000000000", "999999999" },
        { "0.123456785", 8, "0.12345679", "0.12345678", "0.12345678" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *wanted[QCDC_ROUND_END] = { cases[i].away, cases[i].away, cases[i].even, cases[i].truncated };
        for (int rounding = 0; rounding < QCDC_ROUND_END; rounding++) {
            QcdcDecimal rounded;
            char text[QCDC_DECIMAL_TEXT_SIZE];
            expect_number(cases[i].value, qcdc_decimal_round(value_of(cases[i].value), cases[i].decimals,
                                                             (QcdcRounding)rounding, &rounded, NULL), QCDC_OK);
            qcdc_decimal_to_text(rounded, text, sizeof text);
            expect_text(cases[i].value, text, wanted[rounding]);
        }
    }
    QcdcDecimal rounded = decimal(77, 7);
    CU_ASSERT_EQUAL(qcdc_decimal_round(decimal(LARGEST, 0), 1, QCDC_ROUND_DEFAULT, &rounded, NULL), QCDC_STATUS_OVERFLOW);
    CU_ASSERT(is_untouched(&rounded));
}

static void bad_arguments_are_told(void)
{
    QcdcDecimal good = decimal(1, 0), bad = decimal(1, 10), out = decimal(77, 7);
    QcdcError error;
    QcdcStatus statuses[] = {
        qcdc_decimal_add(bad, good, &out, &error),
        qcdc_decimal_add(good, bad, &out, &error),
        qcdc_decimal_add(good, decimal(INT64_MIN, 0), &out, &error),
        qcdc_decimal_add(good, good, NULL, &error),
        qcdc_decimal_subtract(bad, good, &out, &error),
        qcdc_decimal_subtract(good, bad, &out, &error),
        qcdc_decimal_subtract(good, good, NULL, &error),
        qcdc_decimal_rescale(bad, 0, &out, &error),
        qcdc_decimal_rescale(good, 10, &out, &error),
        qcdc_decimal_rescale(good, 0, NULL, &error),
        qcdc_decimal_round(bad, 0, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_decimal_round(good, 10, QCDC_ROUND_DEFAULT, &out, &error),
        qcdc_decimal_round(good, 0, QCDC_ROUND_END, &out, &error),
        qcdc_decimal_round(good, 0, (QcdcRounding)-1, &out, &error),
        qcdc_decimal_round(good, 0, QCDC_ROUND_DEFAULT, NULL, &error),
    };
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++)
        expect_number("argument", statuses[i], QCDC_STATUS_ARGUMENT);
    CU_ASSERT(is_untouched(&out) && error.status == QCDC_STATUS_ARGUMENT);
}

static void an_operand_may_be_the_result(void)
{
    QcdcDecimal value = decimal(15, 1);
    CU_ASSERT_EQUAL(qcdc_decimal_add(value, value, &value, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(value.coefficient, 30);
    CU_ASSERT_EQUAL(sizeof(QcdcDecimal), 16);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "written decimals are counted", written_decimals_are_counted },
        { "what is not canonical is refused", what_is_not_canonical_is_refused },
        { "parsing stops at the length", parsing_stops_at_the_length },
        { "printing keeps the decimals", printing_keeps_the_decimals },
        { "values have a range", values_have_a_range },
        { "numbers are compared, not their writing", numbers_are_compared_not_their_writing },
        { "sums and differences are exact", sums_and_differences_are_exact },
        { "rescaling never changes the number", rescaling_never_changes_the_number },
        { "halves are rounded by the style", halves_are_rounded_by_the_style },
        { "bad arguments are told", bad_arguments_are_told },
        { "an operand may be the result", an_operand_may_be_the_result },
    };
    return SUITE_RUN("decimal", tests, argc, argv);
}
