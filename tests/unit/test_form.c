/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/form-private.h"

#include <stdlib.h>

#include "expect.h"
#include "model/memory-private.h"
#include "suite.h"

static const char *const codes[] = { "a", "b", "a-b", "đơn", "prev", "units", "x_1" };
enum { CODE_COUNT = sizeof codes / sizeof codes[0] };

static QcdcIndicatorId resolve(const void *context, const char *code, size_t length)
{
    (void)context;
    for (uint32_t i = 0; i < CODE_COUNT; i++)
        if (strlen(codes[i]) == length && memcmp(codes[i], code, length) == 0)
            return i;
    return (QcdcIndicatorId)QCDC_ID_NONE;
}

static const char *name(const void *context, QcdcIndicatorId indicator)
{
    (void)context;
    return codes[indicator];
}

static void forms_are_read_and_written(void)
{
    static const struct {
        const char *text, *written;
    } cases[] = {
        { "a", "a" },
        { " 2*a + b - 3 ", "2*a + b - 3" },
        { "-a", "-a" },
        { "- 0.50 * a+b", "-0.5*a + b" },
        { "a-b", "a-b" },
        { "a - b", "a - b" },
        { "b-a", "b - a" },
        { "a-b-a", "a-b - a" },
        { "a + b / b", "(a + b) / b" },
        { "a / b - 1", "a / (b - 1)" },
        { "prev(a) - base( b )", "prev(a) - base(b)" },
        { "prev + units", "prev + units" },
        { "units()", "units()" },
        { "units( kind = xã, phường )", "units(kind=xã, phường)" },
        { "2*units(kind=xã)", "2*units(kind=xã)" },
        { "đơn", "đơn" },
        { "1.0*a", "a" },
        { "0*a", "0*a" },
        { "a / b", "a / b" },
        { "(a + b) / (2*x_1 - 1)", "(a + b) / (2*x_1 - 1)" },
        { "(a)/2", "a / 2" },
        { "(a + b)", "a + b" },
        { "\ta\t", "a" },
        { "999999999999999999*a", "999999999999999999*a" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Form *form = NULL;
        QcdcError error = { 0 };
        QcdcStatus status = form_parse(cases[i].text, strlen(cases[i].text), resolve, NULL, &form, &error);
        if (!expect(status == QCDC_OK, cases[i].text, error.text))
            continue;
        char *written = form_to_text(form, name, NULL);
        expect_text(cases[i].text, written, cases[i].written);
        qcdc_free(written);
        form_free(form);
    }
}

static void terms_know_what_they_are(void)
{
    Form *form = NULL;
    const char *text = "2*a - prev(b) + 0.25*base(a) - units(kind=xã) - 7";
    CU_ASSERT_EQUAL_FATAL(form_parse(text, strlen(text), resolve, NULL, &form, NULL), QCDC_OK);
    static const FormTerm wanted[] = {
        { FORM_TERM_INDICATOR, { .coefficient = 2 }, 0, NULL, 3 },
        { FORM_TERM_PREVIOUS, { .coefficient = -1 }, 1, NULL, 12 },
        { FORM_TERM_BASE, { .coefficient = 25, .decimals = 2 }, 0, NULL, 27 },
        { FORM_TERM_UNITS, { .coefficient = -1 }, (QcdcIndicatorId)QCDC_ID_NONE, "xã", 32 },
        { FORM_TERM_CONSTANT, { .coefficient = -7 }, (QcdcIndicatorId)QCDC_ID_NONE, NULL, 50 },
    };
    CU_ASSERT_EQUAL_FATAL(form->count, 5);
    CU_ASSERT_EQUAL(form->divisor_count, 0);
    for (size_t i = 0; i < form->count; i++) {
        expect_number("kind", form->terms[i].kind, wanted[i].kind);
        expect_number("coefficient", form->terms[i].coefficient.coefficient, wanted[i].coefficient.coefficient);
        expect_number("decimals", form->terms[i].coefficient.decimals, wanted[i].coefficient.decimals);
        expect_number("indicator", form->terms[i].indicator, wanted[i].indicator);
        expect_number("column", form->terms[i].column, wanted[i].column);
    }
    CU_ASSERT_STRING_EQUAL(form->terms[3].unit_kind, "xã");
    form_free(form);
}

static void faults_are_told_by_byte(void)
{
    static const struct {
        const char *text, *wanted;
        QcdcStatus status;
        int32_t column;
    } cases[] = {
        { "", "formula \"\" lacks a term at byte 1; terms are 2*a, a, prev(a), base(a), units(kind=xã) and numbers",
          QCDC_STATUS_SYNTAX, 1 },
        { "a + * b", "formula \"a + * b\" lacks a term at byte 5; terms are 2*a, a, prev(a), base(a), units(kind=xã) and numbers",
          QCDC_STATUS_SYNTAX, 5 },
        { "a +", "formula \"a +\" lacks a term at byte 4; terms are 2*a, a, prev(a), base(a), units(kind=xã) and numbers",
          QCDC_STATUS_SYNTAX, 4 },
        { "a b", "formula \"a b\" has something that does not belong there at byte 3; a form is 2*a + b - c, or form / form: "
                 "(a + b) / (c - d)",
          QCDC_STATUS_SYNTAX, 3 },
        { "a + c", "formula \"a + c\" names \"c\" at byte 5, which is not an indicator", QCDC_STATUS_NOT_FOUND, 5 },
        { "c-a", "formula \"c-a\" names \"c-a\" at byte 1, which is not an indicator", QCDC_STATUS_NOT_FOUND, 1 },
        { "prev(a", "formula \"prev(a\" lacks a closing bracket at byte 7", QCDC_STATUS_SYNTAX, 7 },
        { "(a + b / b", "formula \"(a + b / b\" lacks a closing bracket at byte 8", QCDC_STATUS_SYNTAX, 8 },
        { "units(xã)", "formula \"units(xã)\" counts units in an unknown way at byte 7; write units() or units(kind=xã)",
          QCDC_STATUS_SYNTAX, 7 },
        { "units(kind xã)", "formula \"units(kind xã)\" counts units in an unknown way at byte 12; write units() or units(kind=xã)",
          QCDC_STATUS_SYNTAX, 12 },
        { "units(kind=xã", "formula \"units(kind=xã\" lacks a closing bracket at byte 15", QCDC_STATUS_SYNTAX, 15 },
        { "a / b / a", "formula \"a / b / a\" has something that does not belong there at byte 7; a form is 2*a + b - c, or form "
                       "/ form: (a + b) / (c - d)",
          QCDC_STATUS_SYNTAX, 7 },
        { "1.2.3*a", "formula \"1.2.3*a\" has no proper number at byte 1; numbers are written 2 or 0.5, with at most 18 digits",
          QCDC_STATUS_SYNTAX, 1 },
        { "1000000000000000000", "formula \"1000000000000000000\" has no proper number at byte 1; numbers are written 2 or 0.5, "
                                 "with at most 18 digits",
          QCDC_STATUS_SYNTAX, 1 },
        { "2*3", "formula \"2*3\" lacks a term at byte 3; terms are 2*a, a, prev(a), base(a), units(kind=xã) and numbers",
          QCDC_STATUS_SYNTAX, 3 },
        { "a × b", "formula \"a × b\" has something that does not belong there at byte 3; a form is 2*a + b - c, or form / form: "
                   "(a + b) / (c - d)",
          QCDC_STATUS_SYNTAX, 3 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Form *form = NULL;
        QcdcError error = { 0 };
        QcdcStatus status = form_parse(cases[i].text, strlen(cases[i].text), resolve, NULL, &form, &error);
        expect_number(cases[i].text, status, cases[i].status);
        expect_text(cases[i].text, error.text, cases[i].wanted);
        expect_number(cases[i].text, error.column, cases[i].column);
        CU_ASSERT_PTR_NULL(form);
    }
}

static void hostile_forms_are_refused(void)
{
    enum { LENGTH = 4 * (FORM_MOST_TERMS + 1) };
    char *text = malloc(LENGTH + 1);
    Form *form = NULL;
    for (size_t i = 0; i < LENGTH; i++)
        text[i] = "a + "[i % 4];
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(form_parse(text, LENGTH - 3, resolve, NULL, &form, &error), QCDC_STATUS_SYNTAX);
    CU_ASSERT_PTR_NOT_NULL(strstr(error.text, "has more than 1000 terms at byte 4002"));
    CU_ASSERT_EQUAL(form_parse(text, LENGTH - 7, resolve, NULL, &form, &error), QCDC_OK);
    form_free(form);
    memset(text, '(', LENGTH);
    CU_ASSERT_EQUAL(form_parse(text, LENGTH, resolve, NULL, &form, &error), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(form_parse("units(kind=a\0b)", 15, resolve, NULL, &form, &error), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(form_parse("a\0b", 3, resolve, NULL, &form, &error), QCDC_STATUS_SYNTAX);
    free(text);
}

static void comparisons_are_read(void)
{
    static const struct {
        const char *text, *left;
        FormOperator comparison;
        const char *right;
    } cases[] = {
        { "a = b", "a", FORM_EQUAL, "b" },
        { "a==b", "a", FORM_EQUAL, "b" },
        { "a + b<=2*b", "a + b", FORM_AT_MOST, "2*b" },
        { "a ≤ b", "a", FORM_AT_MOST, "b" },
        { "a>=-3", "a", FORM_AT_LEAST, "-3" },
        { "a≥b", "a", FORM_AT_LEAST, "b" },
        { "a < b", "a", FORM_BELOW, "b" },
        { "a > b", "a", FORM_ABOVE, "b" },
        { "a != 0", "a", FORM_UNEQUAL, "0" },
        { "a ≠ b", "a", FORM_UNEQUAL, "b" },
        { "a / (a + b) >= 2 / 3", "a / (a + b)", FORM_AT_LEAST, "2 / 3" },
        { "units(kind=xã) = a", "units(kind=xã)", FORM_EQUAL, "a" },
        { "a-b = prev(a) - base(b)", "a-b", FORM_EQUAL, "prev(a) - base(b)" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Form *left = NULL, *right = NULL;
        FormOperator comparison = FORM_NO_OPERATOR;
        QcdcError error = { 0 };
        QcdcStatus status = form_parse_comparison(cases[i].text, strlen(cases[i].text), resolve, NULL, &left, &comparison, &right, &error);
        if (!expect(status == QCDC_OK, cases[i].text, error.text))
            continue;
        char *left_text = form_to_text(left, name, NULL), *right_text = form_to_text(right, name, NULL);
        expect_text(cases[i].text, left_text, cases[i].left);
        expect_number(cases[i].text, comparison, cases[i].comparison);
        expect_text(cases[i].text, right_text, cases[i].right);
        qcdc_free(left_text);
        qcdc_free(right_text);
        form_free(left);
        form_free(right);
    }
}

static void faults_of_comparisons_are_told_by_byte(void)
{
    static const struct {
        const char *text, *complaint;
        int32_t column;
    } cases[] = {
        { "", "rule \"\" lacks a term at byte 1", 1 },
        { "a", "rule \"a\" lacks an operator at byte 2", 2 },
        { "a ! b", "rule \"a ! b\" lacks an operator at byte 3", 3 },
        { "a =", "rule \"a =\" lacks a term at byte 4", 4 },
        { "= a", "rule \"= a\" lacks a term at byte 1", 1 },
        { "a = b = a", "rule \"a = b = a\" has something that does not belong there at byte 7", 7 },
        { "a =< b", "rule \"a =< b\" has an operator that is not known at byte 3", 3 },
        { "a = c", "rule \"a = c\" names \"c\" at byte 5, which is not an indicator", 5 },
        { "a / b / a = b", "rule \"a / b / a = b\" lacks an operator at byte 7", 7 },
        { "(a = b)", "rule \"(a = b)\" lacks a closing bracket at byte 4", 4 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Form *left = NULL, *right = NULL;
        FormOperator comparison = FORM_NO_OPERATOR;
        QcdcError error = { 0 };
        CU_ASSERT_NOT_EQUAL(form_parse_comparison(cases[i].text, strlen(cases[i].text), resolve, NULL, &left, &comparison, &right, &error),
                            QCDC_OK);
        expect(strncmp(error.text, cases[i].complaint, strlen(cases[i].complaint)) == 0, cases[i].text, error.text);
        expect_number(cases[i].text, error.column, cases[i].column);
        CU_ASSERT_PTR_NULL(left);
        CU_ASSERT_PTR_NULL(right);
    }
}

static void codes_are_told_from_other_words(void)
{
    static const char *const good[] = { "a", "_", "a1", "a-b", "Đơn_thư-2", "ơ" };
    static const char *const bad[] = { "", "1a", "-a", "a b", "a.b", "×", "÷", "α", "a+b", "€", "\xC3" };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        expect(form_is_code(good[i], strlen(good[i])), good[i], "is a code");
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        expect(!form_is_code(bad[i], strlen(bad[i])), bad[i], "is not a code");
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "forms are read and written", forms_are_read_and_written },
        { "terms know what they are", terms_know_what_they_are },
        { "faults are told by byte", faults_are_told_by_byte },
        { "hostile forms are refused", hostile_forms_are_refused },
        { "comparisons are read", comparisons_are_read },
        { "faults of comparisons are told by byte", faults_of_comparisons_are_told_by_byte },
        { "codes are told from other words", codes_are_told_from_other_words },
    };
    return SUITE_RUN("form", tests, argc, argv);
}
