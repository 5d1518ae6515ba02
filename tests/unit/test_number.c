/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/number.h>

#include "expect.h"
#include "suite.h"

#define LARGEST INT64_C(999999999999999999)

static QcdcDecimal decimal(int64_t coefficient, unsigned decimals)
{
    QcdcDecimal value = { coefficient, (uint8_t)decimals, { 0 } };
    return value;
}

static void numbers_are_printed(void)
{
    static const QcdcNumberFormat vi = { QCDC_LANGUAGE_VI, 0, 0, 0, 0 }, en = { QCDC_LANGUAGE_EN, 0, 0, 0, 0 };
    static const struct {
        int64_t coefficient;
        unsigned decimals;
        const char *vietnamese, *english;
    } cases[] = {
        { 0, 0, "0", "0" },
        { 0, 2, "0,00", "0.00" },
        { 7, 0, "7", "7" },
        { 999, 0, "999", "999" },
        { 1000, 0, "1.000", "1,000" },
        { 7570, 0, "7.570", "7,570" },
        { 111000000, 0, "111.000.000", "111,000,000" },
        { -366, 0, "-366", "-366" },
        { -1000, 0, "-1.000", "-1,000" },
        { 847, 1, "84,7", "84.7" },
        { -12, 1, "-1,2", "-1.2" },
        { 5, 2, "0,05", "0.05" },
        { 1234567, 3, "1.234,567", "1,234.567" },
        { 1, 9, "0,000000001", "0.000000001" },
        { LARGEST, 0, "999.999.999.999.999.999", "999,999,999,999,999,999" },
        { -LARGEST, 9, "-999.999.999,999999999", "-999,999,999.999999999" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[QCDC_NUMBER_TEXT_SIZE];
        QcdcDecimal value = decimal(cases[i].coefficient, cases[i].decimals);
        expect_number(cases[i].english, (int64_t)qcdc_number_to_text(value, &en, text, sizeof text),
                      (int64_t)strlen(cases[i].english));
        expect_text(cases[i].english, text, cases[i].english);
        qcdc_number_to_text(value, &vi, text, sizeof text);
        expect_text(cases[i].vietnamese, text, cases[i].vietnamese);
        qcdc_number_to_text(value, NULL, text, sizeof text);
        expect_text("default", text, cases[i].vietnamese);
    }
}

static void the_format_is_followed(void)
{
    static const struct {
        int64_t coefficient;
        unsigned decimals;
        QcdcNumberFormat format;
        const char *wanted;
    } cases[] = {
        { 2, 0, { .pad = 1 }, "02" },
        { 9, 0, { .pad = 1 }, "09" },
        { 0, 0, { .pad = 1 }, "0" },
        { 10, 0, { .pad = 1 }, "10" },
        { -5, 0, { .pad = 1 }, "-5" },
        { 25, 1, { .pad = 1 }, "2,5" },
        { 20, 1, { .pad = 1 }, "2,0" },
        { 20, 1, { .pad = 1, .trim = 1 }, "02" },
        { 340, 1, { .trim = 1, .percent = 1 }, "34%" },
        { 3450, 2, { .trim = 1, .percent = 1 }, "34,50%" },
        { 3400, 2, { .trim = 1, .percent = 1 }, "34%" },
        { 3400, 2, { .percent = 1 }, "34,00%" },
        { 0, 2, { .trim = 1 }, "0" },
        { 100, 0, { .trim = 1 }, "100" },
        { 1500000000, 0, { .scale = 9 }, "1,5 tỷ" },
        { 2, 0, { .scale = 9, .pad = 1 }, "0,000000002 tỷ" },
        { 5000, 0, { .scale = 3, .pad = 1 }, "5 nghìn" },
        { 12, 0, { .scale = 6 }, "0,000012 triệu" },
        { INT64_C(12000000000000), 0, { .scale = 12 }, "12 nghìn tỷ" },
        { -INT64_C(1234567500000), 2, { .scale = 6 }, "-12.345,675 triệu" },
        { 1, 9, { .scale = 12 }, "0,000000000000000000001 nghìn tỷ" },
        { 1500000000, 0, { .language = QCDC_LANGUAGE_EN, .scale = 9 }, "1.5 billion" },
        { 0, 0, { .scale = 6 }, "0 triệu" },
        { 1500, 0, { .scale = 4 }, "1.500" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[QCDC_NUMBER_TEXT_SIZE];
        QcdcDecimal value = decimal(cases[i].coefficient, cases[i].decimals);
        size_t length = qcdc_number_to_text(value, &cases[i].format, text, sizeof text);
        expect_text(cases[i].wanted, text, cases[i].wanted);
        expect_number(cases[i].wanted, (int64_t)length, (int64_t)strlen(cases[i].wanted));
    }
}

/* "nghìn" ends in characters of one byte, "tỷ" in one of three. */
static void a_small_buffer_is_cut_between_characters(void)
{
    static const QcdcNumberFormat format = { .scale = 9 };
    char text[16];
    CU_ASSERT_EQUAL(qcdc_number_to_text(decimal(1500000000, 0), &format, NULL, 0), strlen("1,5 tỷ"));
    for (size_t size = 1; size <= sizeof text; size++) {
        memset(text, 'x', sizeof text);
        CU_ASSERT_EQUAL(qcdc_number_to_text(decimal(1500000000, 0), &format, text, size), strlen("1,5 tỷ"));
        size_t kept = strlen(text);
        CU_ASSERT(kept < size && memcmp(text, "1,5 tỷ", kept) == 0);
        CU_ASSERT(kept <= strlen("1,5 t") || kept == strlen("1,5 tỷ"));
    }
}

typedef struct ReadCase {
    const char *text;
    QcdcLanguage language;
    size_t length;
    int64_t coefficient;
    unsigned decimals, percent, padded, scale, grouped;
} ReadCase;

static void running_numbers_are_read(void)
{
    static const ReadCase cases[] = {
        { "7.570", 0, 5, 7570, 0, 0, 0, 0, 1 },
        { "7.570 lượt", 0, 5, 7570, 0, 0, 0, 0, 1 },
        { "2258", 0, 4, 2258, 0, 0, 0, 0, 0 },
        { "111.000.000đồng", 0, 11, 111000000, 0, 0, 0, 0, 1 },
        { "84,7%", 0, 5, 847, 1, 1, 0, 0, 0 },
        { "84,7 %", 0, 6, 847, 1, 1, 0, 0, 0 },
        { "84,7\xC2\xA0%", 0, 7, 847, 1, 1, 0, 0, 0 },
        { "02 cuộc", 0, 2, 2, 0, 0, 1, 0, 0 },
        { "00", 0, 2, 0, 0, 0, 0, 0, 0 },
        { "007", 0, 3, 7, 0, 0, 0, 0, 0 },
        { "10", 0, 2, 10, 0, 0, 0, 0, 0 },
        { "1,5 tỷ", 0, 8, 1500000000, 0, 0, 0, 9, 0 },
        { "12 nghìn tỷ đồng", 0, 14, INT64_C(12000000000000), 0, 0, 0, 12, 0 },
        { "12 ngàn tỉ đồng", 0, 13, INT64_C(12000000000000), 0, 0, 0, 12, 0 },
        { "300 triệu", 0, 11, 300000000, 0, 0, 0, 6, 0 },
        { "300 TRIỆU", 0, 11, 300000000, 0, 0, 0, 6, 0 },
        { "5 tỷ lệ", 0, 1, 5, 0, 0, 0, 0, 0 },
        { "5 tỉnh", 0, 1, 5, 0, 0, 0, 0, 0 },
        { "5 Tỉ", 0, 6, 5000000000, 0, 0, 0, 9, 0 },
        { "1,25 nghìn", 0, 11, 1250, 0, 0, 0, 3, 0 },
        { "1,2345 nghìn", 0, 13, 12345, 1, 0, 0, 3, 0 },
        { "-1,2", 0, 4, -12, 1, 0, 0, 0, 0 },
        { "+18,3 ha", 0, 5, 183, 1, 0, 0, 0, 0 },
        { "\xE2\x88\x92" "366 ha", 0, 6, -366, 0, 0, 0, 0, 0 },
        { "-0", 0, 2, 0, 0, 0, 0, 0, 0 },
        { "-05", 0, 3, -5, 0, 0, 1, 0, 0 },
        { "7.57", 0, 1, 7, 0, 0, 0, 0, 0 },
        { "7.5700", 0, 1, 7, 0, 0, 0, 0, 0 },
        { "0.570", 0, 1, 0, 0, 0, 0, 0, 0 },
        { "1234.567", 0, 4, 1234, 0, 0, 0, 0, 0 },
        { "1.234.56", 0, 5, 1234, 0, 0, 0, 0, 1 },
        { "187, 240", 0, 3, 187, 0, 0, 0, 0, 0 },
        { "5.", 0, 1, 5, 0, 0, 0, 0, 0 },
        { "62/77", 0, 2, 62, 0, 0, 0, 0, 0 },
        { "1,2,3", 0, 3, 12, 1, 0, 0, 0, 0 },
        { "7,570", QCDC_LANGUAGE_EN, 5, 7570, 0, 0, 0, 0, 1 },
        { "84.7%", QCDC_LANGUAGE_EN, 5, 847, 1, 1, 0, 0, 0 },
        { "1.5 billion", QCDC_LANGUAGE_EN, 11, 1500000000, 0, 0, 0, 9, 0 },
        { "1.5 billions", QCDC_LANGUAGE_EN, 3, 15, 1, 0, 0, 0, 0 },
        { "0,000000000000000000001 nghìn tỷ", 0, 35, 1, 9, 0, 0, 12, 0 },
        { "999.999.999.999.999.999", 0, 23, LARGEST, 0, 0, 0, 0, 1 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const ReadCase *wanted = &cases[i];
        QcdcNumberReading reading;
        QcdcError error;
        if (!expect(qcdc_number_parse(wanted->text, strlen(wanted->text), wanted->language, &reading, &error) == QCDC_OK,
                    wanted->text, error.text))
            continue;
        expect_number(wanted->text, reading.value.coefficient, wanted->coefficient);
        expect_number(wanted->text, reading.value.decimals, wanted->decimals);
        expect_number(wanted->text, (int64_t)reading.length, (int64_t)wanted->length);
        expect_number(wanted->text, reading.percent, wanted->percent);
        expect_number(wanted->text, reading.padded, wanted->padded);
        expect_number(wanted->text, reading.scale, wanted->scale);
        expect_number(wanted->text, reading.grouped, wanted->grouped);
    }
}

static void what_is_no_number_is_refused(void)
{
    static const struct {
        const char *text;
        QcdcStatus status;
    } cases[] = {
        { "", QCDC_STATUS_SYNTAX },
        { "đơn", QCDC_STATUS_SYNTAX },
        { "-", QCDC_STATUS_SYNTAX },
        { "--5", QCDC_STATUS_SYNTAX },
        { ",5", QCDC_STATUS_SYNTAX },
        { " 5", QCDC_STATUS_SYNTAX },
        { "\xFF", QCDC_STATUS_SYNTAX },
        { "1.000.000.000.000.000.000", QCDC_STATUS_OVERFLOW },
        { "0,0000000001", QCDC_STATUS_OVERFLOW },
        { "99999999999999999999999999", QCDC_STATUS_OVERFLOW },
        { "1.000.000.000 tỷ", QCDC_STATUS_OVERFLOW },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcNumberReading reading = { .length = 77 };
        QcdcError error = { .status = QCDC_OK };
        expect_number(cases[i].text, qcdc_number_parse(cases[i].text, strlen(cases[i].text), 0, &reading, &error),
                      cases[i].status);
        expect_number(cases[i].text, error.status, cases[i].status);
        expect_number(cases[i].text, (int64_t)reading.length, 77);
        expect(error.text[0] != '\0', cases[i].text, "no message");
    }
}

static void data_are_read_strictly(void)
{
    static const struct {
        const char *text;
        QcdcLanguage language;
        QcdcStatus status;
        int64_t coefficient;
        unsigned decimals;
    } cases[] = {
        { "7.570", 0, QCDC_OK, 7570, 0 },
        { "7570", 0, QCDC_OK, 7570, 0 },
        { "7570,5", 0, QCDC_OK, 75705, 1 },
        { "-1.234,50", 0, QCDC_OK, -123450, 2 },
        { "0", 0, QCDC_OK, 0, 0 },
        { "0,5", 0, QCDC_OK, 5, 1 },
        { "-0", 0, QCDC_OK, 0, 0 },
        { "7,570", QCDC_LANGUAGE_EN, QCDC_OK, 7570, 0 },
        { "7.5", QCDC_LANGUAGE_EN, QCDC_OK, 75, 1 },
        { "7.57", 0, QCDC_STATUS_SYNTAX, 0, 0 },
        { "02", 0, QCDC_STATUS_SYNTAX, 0, 0 },
        { "00", 0, QCDC_STATUS_SYNTAX, 0, 0 },
        { "+5", 0, QCDC_STATUS_SYNTAX, 0, 0 },
        { "\xE2\x88\x92" "5", 0, QCDC_STATUS_SYNTAX, 0, 0 },
        { "5%", 0, QCDC_STATUS_SYNTAX, 0, 0 },
        { "5 tỷ", 0, QCDC_STATUS_SYNTAX, 0, 0 },
        { " 5", 0, QCDC_STATUS_SYNTAX, 0, 0 },
        { "5 ", 0, QCDC_STATUS_SYNTAX, 0, 0 },
        { "5,", 0, QCDC_STATUS_SYNTAX, 0, 0 },
        { "1e5", 0, QCDC_STATUS_SYNTAX, 0, 0 },
        { "1234.567", 0, QCDC_STATUS_SYNTAX, 0, 0 },
        { "", 0, QCDC_STATUS_SYNTAX, 0, 0 },
        { "0,0000000000", 0, QCDC_STATUS_OVERFLOW, 0, 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcDecimal value = { 0, 0, { 0 } };
        QcdcError error = { .status = QCDC_OK };
        expect_number(cases[i].text,
                      qcdc_number_parse_value(cases[i].text, strlen(cases[i].text), cases[i].language, &value, &error),
                      cases[i].status);
        expect_number(cases[i].text, value.coefficient, cases[i].coefficient);
        expect_number(cases[i].text, value.decimals, cases[i].decimals);
        if (cases[i].status != QCDC_OK)
            expect(error.hint[0] != '\0' && error.column > 0, cases[i].text, "no hint or no column");
    }
}

static void bad_arguments_are_errors(void)
{
    QcdcNumberReading reading;
    QcdcDecimal value;
    CU_ASSERT_EQUAL(qcdc_number_parse(NULL, 0, 0, &reading, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_number_parse("5", 1, 0, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_number_parse("5", 1, QCDC_LANGUAGE_END, &reading, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_number_parse_value(NULL, 0, 0, &value, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_number_parse_value("5", 1, 0, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_number_parse_value("5", 1, QCDC_LANGUAGE_END, &value, NULL), QCDC_STATUS_ARGUMENT);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "numbers are printed", numbers_are_printed },
        { "the format is followed", the_format_is_followed },
        { "a small buffer is cut between characters", a_small_buffer_is_cut_between_characters },
        { "running numbers are read", running_numbers_are_read },
        { "what is no number is refused", what_is_no_number_is_refused },
        { "data are read strictly", data_are_read_strictly },
        { "bad arguments are errors", bad_arguments_are_errors },
    };
    return SUITE_RUN("number", tests, argc, argv);
}
