/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/status.h>

#include "kernel/error-private.h"
#include "kernel/text-private.h"
#include "expect.h"
#include "suite.h"

static QcdcError set_error(const char *source, int32_t row, int32_t column, const char *what, const char *hint)
{
    QcdcError error;
    memset(&error, 0x55, sizeof error);
    qcdc_error_set(&error, QCDC_STATUS_SYNTAX, source, row, column, what, "2022-Q5", hint);
    return error;
}

static void statuses_have_names(void)
{
    static const char *const names[] = { "ok",        "argument", "memory",   "overflow", "syntax",   "not-found",
                                         "duplicate", "refused",  "findings", "io",       "cancelled" };
    CU_ASSERT_EQUAL_FATAL(sizeof names / sizeof names[0], (size_t)QCDC_STATUS_END);
    for (int status = 0; status < QCDC_STATUS_END; status++)
        expect_text("name", qcdc_status_to_name((QcdcStatus)status), names[status]);
    expect_text("sentinel", qcdc_status_to_name(QCDC_STATUS_END), "unknown");
    expect_text("negative", qcdc_status_to_name((QcdcStatus)-1), "unknown");
    expect_text("far", qcdc_status_to_name((QcdcStatus)1000), "unknown");
}

static void text_is_composed_of_the_parts(void)
{
    static const struct {
        const char *source;
        int32_t row, column;
        const char *what, *hint, *text;
    } cases[] = {
        { "observations.csv", 18, 3, "period \"2022-Q5\" is not a period", "quarters are 2022-Q1 … 2022-Q4",
          "observations.csv:18:3: period \"2022-Q5\" is not a period; quarters are 2022-Q1 … 2022-Q4" },
        { "observations.csv", 18, 0, "wrong", NULL, "observations.csv:18: wrong" },
        { "observations.csv", 0, 0, "wrong", "", "observations.csv: wrong" },
        { "--period", 0, 5, "wrong", NULL, "--period: wrong" },
        { NULL, 18, 3, "wrong", "right", "wrong; right" },
        { "", 18, 3, "wrong", "right", "wrong; right" },
        { "a.csv", -1, -1, "wrong", NULL, "a.csv: wrong" },
        { "a.csv", INT32_MAX, INT32_MAX, "wrong", NULL, "a.csv:2147483647:2147483647: wrong" },
        { "a.csv", 1, 1, NULL, NULL, "a.csv:1:1: syntax" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcError error = set_error(cases[i].source, cases[i].row, cases[i].column, cases[i].what, cases[i].hint);
        expect_text("text", error.text, cases[i].text);
        expect_text("source", error.source, cases[i].source == NULL ? "" : cases[i].source);
        expect_text("hint", error.hint, cases[i].hint == NULL ? "" : cases[i].hint);
        expect_text("value", error.value, "2022-Q5");
        CU_ASSERT(error.status == QCDC_STATUS_SYNTAX && error.row == cases[i].row && error.column == cases[i].column);
    }
}

static void setting_returns_the_status(void)
{
    QcdcError error;
    CU_ASSERT_EQUAL(qcdc_error_set(&error, QCDC_STATUS_IO, NULL, 0, 0, "wrong", NULL, NULL), QCDC_STATUS_IO);
    CU_ASSERT_EQUAL(qcdc_error_set(NULL, QCDC_STATUS_IO, NULL, 0, 0, "wrong", NULL, NULL), QCDC_STATUS_IO);
    CU_ASSERT_EQUAL(qcdc_error_set_argument(NULL, "wrong"), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_error_set_value(NULL, QCDC_STATUS_SYNTAX, 0, "value", "x", 1, "is wrong", NULL),
                    QCDC_STATUS_SYNTAX);
    expect_text("no value", error.value, "");
}

static void parts_may_lie_in_the_error_itself(void)
{
    QcdcError error = set_error("a.csv", 2, 1, "first", "hint");
    qcdc_error_set(&error, QCDC_STATUS_REFUSED, error.source, 3, 4, error.text, error.hint, error.value);
    expect_text("text", error.text, "a.csv:3:4: a.csv:2:1: first; hint; 2022-Q5");
    expect_text("value", error.value, "hint");
}

static void long_parts_are_cut_between_characters(void)
{
    char what[3 * QCDC_ERROR_TEXT_SIZE + 1];
    for (size_t i = 0; i + 3 < sizeof what; i += 3)
        memcpy(what + i, "ế", sizeof "ế"); /* three bytes */
    QcdcError error;
    qcdc_error_set(&error, QCDC_STATUS_SYNTAX, what, 1, 1, what, what, what);
    CU_ASSERT_EQUAL(strlen(error.source), (QCDC_ERROR_SOURCE_SIZE - 1) / 3 * 3);
    CU_ASSERT_EQUAL(strlen(error.value), (QCDC_ERROR_VALUE_SIZE - 1) / 3 * 3);
    CU_ASSERT_EQUAL(strlen(error.hint), (QCDC_ERROR_HINT_SIZE - 1) / 3 * 3);
    size_t length = strlen(error.text), at = 0;
    CU_ASSERT(length < QCDC_ERROR_TEXT_SIZE && length > QCDC_ERROR_TEXT_SIZE - 4);
    while (at < length && qcdc_text_measure_character(error.text + at, length - at) > 0)
        at += qcdc_text_measure_character(error.text + at, length - at);
    CU_ASSERT_EQUAL(at, length);
}

static void foreign_bytes_become_one_line_of_utf8(void)
{
    static const struct {
        const char *bytes, *text;
    } cases[] = {
        { "Lạng Sơn 🙂", "Lạng Sơn 🙂" }, { "a\nb\tc", "a�b�c" },         { "\x7F", "�" },
        { "\xFF", "�" },                  { "\x80", "�" },                 { "\xC3x", "�x" },
        { "\xC0\xAF", "��" },             { "\xE0\x80\xAF", "���" },       { "\xED\xA0\x80", "���" },
        { "\xF0\x80\x80\xAF", "����" },   { "\xF4\x90\x80\x80", "����" },  { "\xF5\x80\x80\x80", "����" },
        { "\xE1\xBA", "��" },             { "\xE1\xBA\xBFx\xE1", "ếx�" },  { "\xF0\x9F\x99", "���" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcError error;
        qcdc_error_set(&error, QCDC_STATUS_SYNTAX, NULL, 0, 0, cases[i].bytes, cases[i].bytes, NULL);
        expect_text("text", error.text, cases[i].text);
        expect_text("value", error.value, cases[i].text);
    }
}

static void characters_end_with_the_text(void)
{
    CU_ASSERT_EQUAL(qcdc_text_measure_character("", 0), 0);
    CU_ASSERT_EQUAL(qcdc_text_measure_character("ế", 3), 3);
    CU_ASSERT_EQUAL(qcdc_text_measure_character("ế", 2), 0);
    CU_ASSERT_EQUAL(qcdc_text_measure_character("\0", 1), 1);
}

static void values_are_quoted_whole_or_cut(void)
{
    char longer[300];
    QcdcError error;
    qcdc_error_set_value(&error, QCDC_STATUS_SYNTAX, 7, "value", "a\0b", 3, "is wrong", "write it right");
    expect_text("NUL inside", error.text, "value \"a�b\" is wrong; write it right");
    expect_text("NUL inside", error.value, "a�b");
    CU_ASSERT_EQUAL(error.column, 7);
    memset(longer, 'x', sizeof longer);
    qcdc_error_set_value(&error, QCDC_STATUS_SYNTAX, 0, "value", longer, sizeof longer, "is wrong", NULL);
    CU_ASSERT(strstr(error.text, "xx…\" is wrong") != NULL);
    CU_ASSERT_EQUAL(strlen(error.value), QCDC_ERROR_VALUE_SIZE - 1);
    qcdc_error_set_value(&error, QCDC_STATUS_SYNTAX, 0, "value", longer, QCDC_ERROR_QUOTE_SIZE - 1, "is wrong", NULL);
    CU_ASSERT(strstr(error.text, "xx\" is wrong") != NULL);
}

static void a_place_is_put_in_front_or_replaced(void)
{
    QcdcError error = set_error(NULL, 0, 3, "wrong", "right");
    qcdc_error_place(&error, "a.csv", 18, 3);
    expect_text("put", error.text, "a.csv:18:3: wrong; right");
    qcdc_error_place(&error, "b.csv", 9, 0);
    expect_text("replaced", error.text, "b.csv:9: wrong; right");
    CU_ASSERT(error.row == 9 && error.column == 0 && error.status == QCDC_STATUS_SYNTAX);
    expect_text("source", error.source, "b.csv");
    expect_text("hint stays", error.hint, "right");
    qcdc_error_place(&error, NULL, 0, 0);
    expect_text("taken away", error.text, "wrong; right");
    QcdcError none = { 0 };
    qcdc_error_place(&none, "a.csv", 18, 3);
    expect_text("no error", none.text, "");
    qcdc_error_place(NULL, "a.csv", 18, 3);
}

static void clearing_leaves_no_error(void)
{
    static const QcdcError none;
    QcdcError error = set_error("a.csv", 2, 1, "wrong", "right");
    qcdc_error_clear(&error);
    CU_ASSERT_EQUAL(memcmp(&error, &none, sizeof error), 0);
    qcdc_error_clear(NULL);
}

static void texts_are_cut_at_every_size(void)
{
    static const char whole[] = "xã 1ế🙂";
    static const size_t kept[] = { 0, 0, 1, 1, 3, 4, 5, 5, 5, 8, 8, 8, 8, 12 };
    for (size_t size = 0; size < sizeof kept / sizeof kept[0]; size++) {
        char buffer[32];
        memset(buffer, '#', sizeof buffer);
        QcdcText text = qcdc_text_begin(buffer, size);
        qcdc_text_add(&text, "xã ");
        qcdc_text_add_number(&text, 1, 1);
        qcdc_text_add(&text, "ế🙂");
        CU_ASSERT_EQUAL(qcdc_text_finish(&text), sizeof whole - 1);
        if (size > 0)
            expect_number("kept", (int64_t)strlen(buffer), (int64_t)kept[size]);
        CU_ASSERT(memcmp(buffer, whole, size > 0 ? kept[size] : 0) == 0);
        CU_ASSERT_EQUAL(buffer[size], '#');
    }
    QcdcText nowhere = qcdc_text_begin(NULL, 10);
    qcdc_text_add_number(&nowhere, UINT64_MAX, 0);
    CU_ASSERT_EQUAL(qcdc_text_finish(&nowhere), 20);
}

static void sizes_are_those_of_the_header(void)
{
    CU_ASSERT_EQUAL(sizeof(QcdcError), 12 + QCDC_ERROR_SOURCE_SIZE + QCDC_ERROR_TEXT_SIZE + QCDC_ERROR_VALUE_SIZE +
                                           QCDC_ERROR_HINT_SIZE + sizeof(QcdcRefusal));
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "statuses have names", statuses_have_names },
        { "text is composed of the parts", text_is_composed_of_the_parts },
        { "setting returns the status", setting_returns_the_status },
        { "parts may lie in the error itself", parts_may_lie_in_the_error_itself },
        { "long parts are cut between characters", long_parts_are_cut_between_characters },
        { "foreign bytes become one line of UTF-8", foreign_bytes_become_one_line_of_utf8 },
        { "characters end with the text", characters_end_with_the_text },
        { "values are quoted whole or cut", values_are_quoted_whole_or_cut },
        { "a place is put in front or replaced", a_place_is_put_in_front_or_replaced },
        { "clearing leaves no error", clearing_leaves_no_error },
        { "texts are cut at every size", texts_are_cut_at_every_size },
        { "sizes are those of the header", sizes_are_those_of_the_header },
    };
    return SUITE_RUN("status", tests, argc, argv);
}
