/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Bytes → rows. Fields are text without NUL and within the limit; lines grow; rows written with every field in quotes are read
 * back the same. */

#include <string.h>

#include "exchange/csv-reader-private.h"
#include "fuzz.h"
#include "kernel/text-private.h"
#include "model/memory-private.h"

enum { MOST_FIELD_BYTES = 1 << 12, MOST_ROWS = 10000 };

/* What was read: fields ended by NUL, rows by 0x1E 0x00, and the same rows as CSV with quotes. */
typedef struct Rows {
    Text plain, quoted;
    int32_t line;
} Rows;

static void check_field(const char *field)
{
    size_t length = strlen(field), at = 0, width;

    while ((width = qcdc_text_measure_character(field + at, length - at)) > 0)
        at += width;
    FUZZ_LAW(at == length);
    FUZZ_LAW(length <= 3 * MOST_FIELD_BYTES); /* each byte that is no text may become three */
}

static void add_quoted(Text *text, const char *field, bool is_first)
{
    text_append(text, is_first ? "\"" : ",\"");
    for (; *field != '\0'; field++) {
        if (*field == '"')
            text_append_character(text, '"');
        text_append_character(text, *field);
    }
    text_append_character(text, '"');
}

static QcdcStatus take_row(void *data, const CsvRow *row)
{
    Rows *rows = data;

    FUZZ_LAW(row->line > rows->line && row->count > 0);
    rows->line = row->line;
    for (size_t k = 0; k < row->count; k++) {
        check_field(row->fields[k]);
        text_append_bytes(&rows->plain, row->fields[k], strlen(row->fields[k]) + 1);
        add_quoted(&rows->quoted, row->fields[k], k == 0);
    }
    text_append_bytes(&rows->plain, "\x1E", 2);
    text_append_character(&rows->quoted, '\n');
    return QCDC_OK;
}

/* How many faults there were. */
static size_t read_rows(const char *bytes, size_t size, char separator, Rows *rows)
{
    const CsvOptions options = { separator, UINT64_C(1) << 30, MOST_ROWS, MOST_FIELD_BYTES };
    ByteSource source = { .bytes = bytes, .length = size };
    QcdcFindings *findings = NULL;
    QcdcError error = { 0 };
    size_t count;

    FUZZ_LAW(qcdc_findings_new(10, &findings, NULL) == QCDC_OK);
    FaultReport report = { findings, "fuzz.csv", &error };
    FUZZ_LAW(csv_read(&source, &options, &report, take_row, rows) == QCDC_OK);
    count = qcdc_findings_get_total(findings);
    qcdc_findings_free(findings);
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Rows rows = { .line = 0 }, again = { .line = 0 };

    if (read_rows((const char *)data, size, 0, &rows) == 0) {
        FUZZ_LAW(read_rows(text_get(&rows.quoted), rows.quoted.length, ',', &again) == 0);
        FUZZ_LAW(rows.plain.length == again.plain.length);
        FUZZ_LAW(memcmp(text_get(&rows.plain), text_get(&again.plain), rows.plain.length) == 0);
    }
    text_clear(&rows.plain);
    text_clear(&rows.quoted);
    text_clear(&again.plain);
    text_clear(&again.quoted);
    return 0;
}
