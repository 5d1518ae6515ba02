/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/csv-reader-private.h"

#include <csv.h>
#include <glib.h>
#include <string.h>

#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "model/memory-private.h"

enum { BLOCK_SIZE = 1 << 16, MESSAGE_SIZE = 160 };

typedef struct CsvReader {
    const CsvOptions *options;
    const FaultReport *report;
    CsvRowHandler handler;
    void *data;
    struct csv_parser parser;
    Text bytes;       /* fields of the row, each terminated */
    Array starts;     /* size_t: where each begins in bytes */
    Array pointers;   /* const char *: the same as the handler wants it */
    size_t row_count; /* handed over, the header included */
    size_t pending;   /* bytes since the last field ended: a quote may be open over gigabytes */
    int32_t line, row_line;
    int32_t quote_line, quote_column; /* where a quote that runs over a line's end was opened */
    bool in_row, in_quote, row_is_faulty;
    bool skips_line;  /* after a quote nobody can read: on with the next line */
    bool after_return; /* the last block ended in CR: an LF still belongs to it */
    bool is_done;     /* nothing more is read, whatever the status */
    QcdcStatus status;
} CsvReader;

static void stop(CsvReader *reader, QcdcStatus status)
{
    reader->is_done = true;
    if (reader->status == QCDC_OK)
        reader->status = status;
}

/* A fault after which the rest of the file cannot be read; the reading itself has succeeded in saying so. */
static void stop_with_fault(CsvReader *reader, const char *code, int32_t column, const char *message, const char *hint)
{
    int32_t line = reader->in_row ? reader->row_line : reader->line;

    stop(reader, report_message(reader->report, code, column > 0 ? line : 0, column, message, hint));
}

/* Fields are bytes as they came: spaces stay, so that " 5" is refused and a name keeps what was typed. */
static int is_never_space(unsigned char byte)
{
    (void)byte;
    return 0;
}

static void start_parser(CsvReader *reader, char separator)
{
    csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&reader->parser, (unsigned char)separator);
    csv_set_space_func(&reader->parser, is_never_space);
    csv_set_blk_size(&reader->parser, 4096);
}

/* The first byte of @bytes that is no text, or @length. */
static size_t find_bad_byte(const char *bytes, size_t length)
{
    size_t k = 0;

    while (k < length) {
        size_t width = qcdc_text_measure_character(bytes + k, length - k);
        if (width == 0 || bytes[k] == '\0')
            break;
        k += width;
    }
    return k;
}

static void keep_cleaned(CsvReader *reader, const char *bytes, size_t length)
{
    for (size_t k = 0; k < length;) {
        size_t width = bytes[k] == '\0' ? 0 : qcdc_text_measure_character(bytes + k, length - k);
        if (width == 0)
            text_append(&reader->bytes, "\xEF\xBF\xBD");
        else
            text_append_bytes(&reader->bytes, bytes + k, width);
        k += width > 0 ? width : 1;
    }
}

static void report_field(CsvReader *reader, const char *code, const char *bytes, size_t length, const char *complaint,
                         const char *hint)
{
    QcdcStatus status = report_value(reader->report, code, reader->row_line, (int32_t)reader->starts.count, "field",
                                     bytes, length, complaint, hint);

    reader->row_is_faulty = true;
    if (status != QCDC_OK)
        stop(reader, status);
}

static void report_bad_byte(CsvReader *reader, const char *bytes, size_t length, size_t bad)
{
    char complaint[MESSAGE_SIZE];

    if (bytes[bad] == '\0') {
        g_snprintf(complaint, sizeof complaint, "holds a NUL byte, its byte %" G_GSIZE_FORMAT, bad + 1);
        report_field(reader, "QCDC-F107", bytes, length, complaint, "is this a text file?");
        return;
    }
    g_snprintf(complaint, sizeof complaint, "is not UTF-8: its byte %" G_GSIZE_FORMAT " is 0x%02X", bad + 1,
               (unsigned)(unsigned char)bytes[bad]);
    report_field(reader, "QCDC-F106", bytes, length, complaint, "save the file as UTF-8");
}

static void keep_field(CsvReader *reader, const char *bytes, size_t length)
{
    size_t bad = find_bad_byte(bytes, length);

    if (bad == length) {
        text_append_bytes(&reader->bytes, bytes, length);
        return;
    }
    report_bad_byte(reader, bytes, length, bad);
    keep_cleaned(reader, bytes, length);
}

static void begin_field(CsvReader *reader)
{
    size_t *start = ARRAY_ADD(&reader->starts, size_t);

    if (start == NULL)
        stop(reader, memory_fail(reader->report->error));
    else
        *start = reader->bytes.length;
}

static void take_field(void *bytes, size_t length, void *data)
{
    CsvReader *reader = data;
    char complaint[MESSAGE_SIZE];

    if (reader->is_done)
        return;
    begin_field(reader);
    reader->pending = 0;
    if (length > reader->options->max_field_bytes) {
        g_snprintf(complaint, sizeof complaint,
                   "has %" G_GSIZE_FORMAT " bytes; %" G_GSIZE_FORMAT " are the most a field may have", length,
                   reader->options->max_field_bytes);
        report_field(reader, "QCDC-F105", bytes, length, complaint, "is a closing quote missing?");
        keep_cleaned(reader, bytes, reader->options->max_field_bytes);
    } else if (length > 0) {
        keep_field(reader, bytes, length);
    }
    text_append_bytes(&reader->bytes, "", 1);
}

/* The pool of bytes may move while a row grows; pointers are made when it is complete. */
static bool point_at_fields(CsvReader *reader)
{
    size_t count = reader->starts.count;

    reader->pointers.count = 0;
    if (reader->bytes.failed || !array_reserve(&reader->pointers, count, sizeof(const char *)))
        return false;
    for (size_t k = 0; k < count; k++)
        ARRAY_AT(&reader->pointers, const char *, k) = reader->bytes.bytes + ARRAY_AT(&reader->starts, size_t, k);
    return true;
}

static void hand_over_row(CsvReader *reader)
{
    CsvRow row = { .count = reader->starts.count, .line = reader->row_line, .is_faulty = reader->row_is_faulty };
    QcdcStatus status;

    if (!point_at_fields(reader)) {
        stop(reader, memory_fail(reader->report->error));
        return;
    }
    row.fields = reader->pointers.items;
    status = reader->handler(reader->data, &row);
    if (status != QCDC_OK)
        stop(reader, status);
}

static void drop_row(CsvReader *reader)
{
    text_cut(&reader->bytes, 0);
    reader->starts.count = 0;
    reader->pending = 0;
    reader->in_row = reader->in_quote = reader->row_is_faulty = false;
}

static void take_row(int terminator, void *data)
{
    CsvReader *reader = data;
    char message[MESSAGE_SIZE];

    (void)terminator;
    if (reader->is_done)
        return;
    if (reader->row_count > reader->options->max_rows) {
        g_snprintf(message, sizeof message, "file has more than %" G_GSIZE_FORMAT " rows, which is the limit",
                   reader->options->max_rows);
        stop_with_fault(reader, "QCDC-F104", 1, message, "split the file, or raise the limit");
        return;
    }
    hand_over_row(reader);
    reader->row_count++;
    drop_row(reader);
}

/* A quote inside an unquoted field, or letters after a closing quote: where the field ends is anyone's guess. */
static void refuse_quote(CsvReader *reader)
{
    char separator = (char)csv_get_delim(&reader->parser);
    int32_t column = (int32_t)reader->starts.count + 1;

    if (reader->row_count == 0)
        reader->is_done = true;
    if (csv_error(&reader->parser) != CSV_EPARSE) {
        stop(reader, memory_fail(reader->report->error));
        return;
    }
    if (report_message(reader->report, "QCDC-F110", reader->row_line, column, "quote in the middle of a field",
                       "put the whole field in quotes and write each quote in it twice") != QCDC_OK)
        stop(reader, QCDC_STATUS_MEMORY);
    csv_free(&reader->parser);
    start_parser(reader, separator);
    drop_row(reader);
    reader->skips_line = true;
}

/* Whole lines have been fed and the row has not ended, so a quote is open; it was opened after the last field that ended. */
static void note_open_quote(CsvReader *reader, size_t fields_before)
{
    if (QCDC_FAULT("csv-quote-place", !reader->in_quote, true) || reader->starts.count != fields_before) {
        reader->quote_line = reader->line;
        reader->quote_column = (int32_t)reader->starts.count + 1;
    }
    reader->in_quote = true;
}

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

static void end_line(CsvReader *reader)
{
    reader->skips_line = false;
    if (QCDC_FAULT("csv-line-count", reader->line < INT32_MAX, !reader->in_row))
        reader->line++;
}

static void feed_piece(CsvReader *reader, const char *bytes, size_t length, bool ends_line)
{
    size_t fields_before = reader->starts.count;

    if (!reader->in_row)
        reader->row_line = reader->line;
    if (!reader->skips_line) {
        reader->in_row = reader->in_row || !is_line_end(bytes[0]);
        reader->pending += length;
        if (csv_parse(&reader->parser, bytes, length, take_field, take_row, reader) < length)
            refuse_quote(reader);
    }
    if (reader->pending > reader->options->max_field_bytes && reader->pending > BLOCK_SIZE)
        stop_with_fault(reader, "QCDC-F105", (int32_t)reader->starts.count + 1, "field is longer than the limit",
                        "is a closing quote missing?");
    if (ends_line && reader->in_row)
        note_open_quote(reader, fields_before);
    if (ends_line)
        end_line(reader);
}

/* Bytes up to and with the next line end (LF, CRLF, or CR alone), or all of them. */
static size_t measure_line(const char *bytes, size_t length, bool *out_ends)
{
    const char *feed = memchr(bytes, '\n', length);
    const char *carriage = memchr(bytes, '\r', feed != NULL ? (size_t)(feed - bytes) : length);

    *out_ends = feed != NULL || carriage != NULL;
    if (carriage != NULL && carriage + 1 != feed)
        return (size_t)(carriage - bytes) + 1;
    return feed != NULL ? (size_t)(feed - bytes) + 1 : length;
}

static void feed_block(CsvReader *reader, const char *bytes, size_t length)
{
    if (reader->after_return && length > 0 && bytes[0] == '\n') {
        feed_piece(reader, bytes, 1, false);
        bytes++, length--;
    }
    while (length > 0 && !reader->is_done) {
        bool ends = false;
        size_t piece = measure_line(bytes, length, &ends);
        feed_piece(reader, bytes, piece, ends);
        reader->after_return = piece == length && bytes[piece - 1] == '\r';
        bytes += piece;
        length -= piece;
    }
}

static char find_separator(const char *bytes, size_t length)
{
    static const char separators[] = ",;\t";
    size_t counts[sizeof separators] = { 0 }, most = 0;
    bool is_quoted = false;

    for (size_t k = 0; k < length && (is_quoted || !is_line_end(bytes[k])); k++) {
        const char *found = bytes[k] == '\0' ? NULL : strchr(separators, bytes[k]);
        if (bytes[k] == '"')
            is_quoted = !is_quoted;
        else if (found != NULL && !is_quoted)
            counts[found - separators]++;
    }
    for (size_t k = 1; k < sizeof separators - 1; k++)
        if (counts[k] > counts[most])
            most = k;
    return separators[most];
}

static bool is_two_byte_text(const char *bytes, size_t length)
{
    return length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
}

/* Skips a byte order mark and learns the separator; the number of bytes skipped. */
static size_t begin_file(CsvReader *reader, const char *bytes, size_t length)
{
    size_t mark = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    char separator = reader->options->separator;

    start_parser(reader, separator != 0 ? separator : find_separator(bytes + mark, length - mark));
    if (is_two_byte_text(bytes, length))
        stop_with_fault(reader, "QCDC-F108", 0, "file is UTF-16", "save the file as UTF-8");
    return mark;
}

static void read_blocks(CsvReader *reader, ByteSource *source, char *block)
{
    uint64_t total = 0;
    size_t count = BLOCK_SIZE;
    char message[MESSAGE_SIZE];

    for (bool is_first = true; count == BLOCK_SIZE && !reader->is_done; is_first = false) {
        size_t mark = 0;
        if (!source_read(source, block, BLOCK_SIZE, &count)) {
            stop_with_fault(reader, "QCDC-F102", 0, "file cannot be read", "is it a file, and may it be read?");
            return;
        }
        total += count;
        if (total > reader->options->max_file_bytes) {
            g_snprintf(message, sizeof message, "file has more than %" G_GUINT64_FORMAT " bytes, which is the limit",
                       reader->options->max_file_bytes);
            stop_with_fault(reader, "QCDC-F103", 0, message, "split the file, or raise the limit");
            return;
        }
        if (is_first)
            mark = begin_file(reader, block, count);
        feed_block(reader, block + mark, count - mark);
    }
}

static void end_file(CsvReader *reader)
{
    bool runs_over_lines = reader->in_quote && reader->quote_column == (int32_t)reader->starts.count + 1;

    if (reader->is_done)
        return;
    if (csv_fini(&reader->parser, take_field, take_row, reader) != 0 && !reader->is_done) {
        int32_t line = runs_over_lines ? reader->quote_line : reader->line;
        stop(reader, report_message(reader->report, "QCDC-F109", line, (int32_t)reader->starts.count + 1,
                                    "quote is never closed", "write the closing quote of this field"));
    } else if (reader->row_count == 0 && reader->status == QCDC_OK) {
        stop_with_fault(reader, "QCDC-F101", 0, "file is empty", "the first row names the columns");
    }
}

QcdcStatus csv_read(ByteSource *source, const CsvOptions *options, const FaultReport *report, CsvRowHandler handler,
                    void *data)
{
    CsvReader reader = { .options = options, .report = report, .handler = handler, .data = data, .line = 1 };
    char *block = memory_try_new(BLOCK_SIZE, 1);

    if (block == NULL)
        return memory_fail(report->error);
    start_parser(&reader, ',');
    read_blocks(&reader, source, block);
    end_file(&reader);
    csv_free(&reader.parser);
    text_clear(&reader.bytes);
    array_clear(&reader.starts);
    array_clear(&reader.pointers);
    qcdc_free(block);
    return reader.status;
}
