/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "exchange/csv-reader-private.h"
#include "model/memory-private.h"

/* Rows as "line: field|field" lines, then findings as "code place: message" lines. */
typedef struct Reading {
    Text text;
    QcdcStatus handler_status;
} Reading;

static QcdcStatus take_row(void *data, const CsvRow *row)
{
    Reading *reading = data;

    text_append_number(&reading->text, row->line);
    text_append(&reading->text, row->is_faulty ? "! " : ": ");
    for (size_t k = 0; k < row->count; k++) {
        text_append(&reading->text, k > 0 ? "|" : "");
        text_append(&reading->text, row->fields[k]);
    }
    text_append(&reading->text, "\n");
    return reading->handler_status;
}

static void add_findings(Reading *reading, const QcdcFindings *findings)
{
    char line[1024];

    for (size_t k = 0; k < qcdc_findings_get_count(findings); k++) {
        QcdcFinding finding;
        qcdc_findings_get_item(findings, k, &finding);
        text_append(&reading->text, finding.code);
        text_append(&reading->text, " ");
        snprintf(line, sizeof line, "%d:%d %s\n", (int)finding.row, (int)finding.column, finding.message);
        text_append(&reading->text, line);
    }
}

static QcdcStatus read_with(const CsvOptions *options, const char *bytes, size_t length, Reading *reading)
{
    QcdcFindings *findings = NULL;
    QcdcError error = { 0 };
    FaultReport report = { NULL, "t.csv", &error };
    ByteSource source = { .bytes = bytes, .length = length };
    QcdcStatus status;

    qcdc_findings_new(0, &findings, &error);
    report.findings = findings;
    status = csv_read(&source, options, &report, take_row, reading);
    add_findings(reading, findings);
    qcdc_findings_free(findings);
    return status;
}

static const CsvOptions usual = { .max_file_bytes = 1 << 20, .max_rows = 100, .max_field_bytes = 1000 };

static void check_with(const CsvOptions *options, const char *bytes, size_t length, const char *expected, int line)
{
    Reading reading = { .handler_status = QCDC_OK };
    QcdcStatus status = read_with(options, bytes, length, &reading);

    if (status != QCDC_OK || strcmp(text_get(&reading.text), expected) != 0)
        printf("# line %d: status %s\n# expected:\n%s# got:\n%s", line, qcdc_status_to_name(status), expected,
               text_get(&reading.text));
    CU_ASSERT_EQUAL(status, QCDC_OK);
    CU_ASSERT_STRING_EQUAL(text_get(&reading.text), expected);
    text_clear(&reading.text);
}

/* The bytes of a literal, NUL inside included. */
#define CHECK(bytes, expected) check_with(&usual, (bytes), sizeof(bytes) - 1, (expected), __LINE__)

static void rows_and_lines(void)
{
    CHECK("a,b\n1,2\n3,4\n", "1: a|b\n2: 1|2\n3: 3|4\n");
    CHECK("a,b\n1,2", "1: a|b\n2: 1|2\n");
    CHECK("a,b\n\n\n1,2\n", "1: a|b\n4: 1|2\n");
    CHECK("a,b\n,\n", "1: a|b\n2: |\n");
    CHECK("a,b\n1,\n", "1: a|b\n2: 1|\n");
}

static void ends_of_lines(void)
{
    CHECK("a,b\r\n1,2\r\n3,4\r\n", "1: a|b\n2: 1|2\n3: 3|4\n");
    CHECK("a,b\r1,2\r3,4\r", "1: a|b\n2: 1|2\n3: 3|4\n");
    CHECK("a,b\r\n\r\n1,2\r\n", "1: a|b\n3: 1|2\n");
}

static void byte_order_mark(void)
{
    CHECK("\xEF\xBB\xBF" "a,b\n1,2\n", "1: a|b\n2: 1|2\n");
    CHECK("\xEF\xBB\xBF" "\"a\",b\n", "1: a|b\n");
    CHECK("\xFF\xFE" "a\0,\0b\0", "QCDC-F108 0:0 file is UTF-16\n");
    CHECK("\xFE\xFF\0a", "QCDC-F108 0:0 file is UTF-16\n");
}

static void separator_of_the_header(void)
{
    CHECK("a;b;c\n1,5;2;3\n", "1: a|b|c\n2: 1,5|2|3\n");
    CHECK("a\tb\n1,5\t2;\n", "1: a|b\n2: 1,5|2;\n");
    CHECK("a\n1;2;3\n", "1: a\n2: 1;2;3\n");
    CHECK("\"x;y;z\",b\n1;2,3\n", "1: x;y;z|b\n2: 1;2|3\n");
}

static void separator_that_is_said(void)
{
    CsvOptions options = usual;

    options.separator = ';';
    check_with(&options, "a,b;c\n1;2\n", 10, "1: a,b|c\n2: 1|2\n", __LINE__);
}

static void quotes(void)
{
    CHECK("a,b\n\"1,2\",\"say \"\"xã\"\"\"\n", "1: a|b\n2: 1,2|say \"xã\"\n");
    CHECK("a,b\n\"\",\"\"\n", "1: a|b\n2: |\n");
    CHECK("a,b\n\"x\"\"\",2\n", "1: a|b\n2: x\"|2\n");
}

static void newlines_in_quotes(void)
{
    CHECK("a,b\n\"1\n2\n3\",4\n5,6\n", "1: a|b\n2: 1\n2\n3|4\n5: 5|6\n");
    CHECK("a,b\r\n\"1\r\n2\",4\r\n5,6\r\n", "1: a|b\n2: 1\r\n2|4\n4: 5|6\n");
}

static void spaces_stay(void)
{
    CHECK("a,b\n 1,2 \n", "1: a|b\n2:  1|2 \n");
    CHECK("a,b\n1,\t2\n", "1: a|b\n2: 1|\t2\n");
}

static void quotes_that_cannot_be_read(void)
{
    CHECK("a,b\n1\"2,3\n4,5\n", "1: a|b\n3: 4|5\nQCDC-F110 2:1 quote in the middle of a field\n");
    CHECK("a,b\n1,\"2\"3\n4,5\n", "1: a|b\n3: 4|5\nQCDC-F110 2:2 quote in the middle of a field\n");
    CHECK("a,b\n1, \"2\"\n4,5\n", "1: a|b\n3: 4|5\nQCDC-F110 2:2 quote in the middle of a field\n");
    CHECK("a,\"b\"c\n4,5\n", "QCDC-F110 1:2 quote in the middle of a field\n");
}

static void quotes_that_stay_open(void)
{
    CHECK("a,b\n1,\"2\n3,4\n5,6\n", "1: a|b\nQCDC-F109 2:2 quote is never closed\n");
    CHECK("a,b\n1,2\n3,\"4", "1: a|b\n2: 1|2\nQCDC-F109 3:2 quote is never closed\n");
    CHECK("a,b,c\n\"1\n\",\"2\n3\n4,5,6\n", "1: a|b|c\nQCDC-F109 3:2 quote is never closed\n");
    CHECK("a,b,c\n1,\"2\n3\",\"4", "1: a|b|c\nQCDC-F109 3:3 quote is never closed\n");
}

static void bytes_that_are_no_text(void)
{
    CHECK("a,b\nx\xC3,2\n", "1: a|b\n2! x\xEF\xBF\xBD|2\nQCDC-F106 2:1 field \"x\xEF\xBF\xBD\" is not UTF-8: its byte 2 is 0xC3\n");
    CHECK("a,b\n1,\xC0\xAF\n",
          "1: a|b\n2! 1|\xEF\xBF\xBD\xEF\xBF\xBD\nQCDC-F106 2:2 field \"\xEF\xBF\xBD\xEF\xBF\xBD\" is not UTF-8: its byte 1 is 0xC0\n");
    CHECK("a,b\n1\0x,2\n", "1: a|b\n2! 1\xEF\xBF\xBDx|2\nQCDC-F107 2:1 field \"1\xEF\xBF\xBDx\" holds a NUL byte, its byte 2\n");
    CHECK("a,b\nxã,phường\n", "1: a|b\n2: xã|phường\n");
}

static void empty_files(void)
{
    CHECK("", "QCDC-F101 0:0 file is empty\n");
    CHECK("\n\n", "QCDC-F101 0:0 file is empty\n");
    CHECK("\xEF\xBB\xBF", "QCDC-F101 0:0 file is empty\n");
}

static void limits(void)
{
    CsvOptions options = usual;

    options.max_rows = 2;
    check_with(&options, "a\n1\n2\n", 6, "1: a\n2: 1\n3: 2\n", __LINE__);
    check_with(&options, "a\n1\n2\n3\n", 8, "1: a\n2: 1\n3: 2\nQCDC-F104 4:1 file has more than 2 rows, which is the limit\n",
               __LINE__);
    options = usual;
    options.max_field_bytes = 3;
    check_with(&options, "a\n123\n1234\n5\n", 13,
               "1: a\n2: 123\n3! 123\n4: 5\nQCDC-F105 3:1 field \"1234\" has 4 bytes; 3 are the most a field may have\n", __LINE__);
    options = usual;
    options.max_file_bytes = 4;
    check_with(&options, "a\n1\n", 4, "1: a\n2: 1\n", __LINE__);
    check_with(&options, "a\n1\n2", 5, "QCDC-F103 0:0 file has more than 4 bytes, which is the limit\n", __LINE__);
}

/* A quote that stays open must not gather the rest of a large file. */
static void open_quote_meets_the_limit(void)
{
    enum { SIZE = 1 << 18 };
    Reading reading = { .handler_status = QCDC_OK };
    char *bytes = memory_try_new(SIZE, 1);

    memset(bytes, 'x', SIZE);
    memcpy(bytes, "a,b\n1,\"", 7);
    CU_ASSERT_EQUAL(read_with(&usual, bytes, SIZE, &reading), QCDC_OK);
    CU_ASSERT_STRING_EQUAL(text_get(&reading.text), "1: a|b\nQCDC-F105 2:2 field is longer than the limit\n");
    text_clear(&reading.text);
    qcdc_free(bytes);
}

/* The reader works in blocks of 64 KiB: line ends and quotes at their edges. */
static void edges_of_blocks(void)
{
    enum { BLOCK = 1 << 16, SIZE = BLOCK + 64 };
    CsvOptions options = usual;
    char *bytes = memory_try_new(SIZE, 1);

    options.max_field_bytes = SIZE;
    for (int shift = 0; shift < 8; shift++) {
        Reading reading = { .handler_status = QCDC_OK };
        const char *tail = "\r\n\"1\r\n2\",3\r\nlast,4\r\n";
        size_t start = (size_t)(BLOCK - shift);
        memset(bytes, 'x', SIZE);
        memcpy(bytes, "a,b\r\ny,", 7);
        memcpy(bytes + start, tail, strlen(tail));
        CU_ASSERT_EQUAL(read_with(&options, bytes, start + strlen(tail), &reading), QCDC_OK);
        CU_ASSERT_PTR_NOT_NULL(strstr(text_get(&reading.text), "x\n3: 1\r\n2|3\n5: last|4\n"));
        text_clear(&reading.text);
    }
    qcdc_free(bytes);
}

static void the_handler_can_stop(void)
{
    Reading reading = { .handler_status = QCDC_STATUS_CANCELLED };

    CU_ASSERT_EQUAL(read_with(&usual, "a\n1\n2\n", 6, &reading), QCDC_STATUS_CANCELLED);
    CU_ASSERT_STRING_EQUAL(text_get(&reading.text), "1: a\n");
    text_clear(&reading.text);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "a row's line is where it begins", rows_and_lines },
        { "LF, CRLF and CR end lines", ends_of_lines },
        { "a byte order mark is taken, UTF-16 is refused", byte_order_mark },
        { "the separator is read off the header row", separator_of_the_header },
        { "a separator that is said holds", separator_that_is_said },
        { "quotes", quotes },
        { "newlines inside quotes are counted", newlines_in_quotes },
        { "spaces stay in their field", spaces_stay },
        { "a quote in the middle drops its row alone", quotes_that_cannot_be_read },
        { "an open quote is told where it was opened", quotes_that_stay_open },
        { "bytes that are no text are told by place", bytes_that_are_no_text },
        { "empty files", empty_files },
        { "limits of rows, fields and bytes", limits },
        { "an open quote meets the limit of a field", open_quote_meets_the_limit },
        { "line ends and quotes at the edges of blocks", edges_of_blocks },
        { "the handler can stop the reading", the_handler_can_stop },
    };

    return SUITE_RUN("csv_reader", tests, argc, argv);
}
