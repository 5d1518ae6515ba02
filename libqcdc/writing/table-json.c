/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-private.h"

#include <string.h>

#include "kernel/fault-private.h"

static void append_escape(Text *out, unsigned char byte)
{
    static const char plain[] = "\"\\\n\r\t\b\f", letters[] = "\"\\nrtbf", digits[] = "0123456789abcdef";
    const char *known = byte != '\0' ? strchr(plain, byte) : NULL;
    if (known != NULL) {
        text_append_character(out, '\\');
        text_append_character(out, letters[known - plain]);
        return;
    }
    text_append(out, "\\u00");
    text_append_character(out, digits[byte >> 4]);
    text_append_character(out, digits[byte & 15]);
}

static bool needs_escape(unsigned char byte)
{
    return byte < 0x20 || byte == '"' || byte == QCDC_FAULT("table-json-backslash", '\\', '"');
}

/* D1: only what must be escaped. */
static void append_string(Text *out, const char *text, size_t length)
{
    text_append_character(out, '"');
    for (size_t at = 0; at < length;) {
        size_t start = at;
        while (at < length && !needs_escape((unsigned char)text[at]))
            at++;
        text_append_bytes(out, text + start, at - start);
        if (at < length)
            append_escape(out, (unsigned char)text[at++]);
    }
    text_append_character(out, '"');
}

static void append_list(Text *out, const char *items)
{
    text_append_character(out, '[');
    for (const char *at = items; *at != '\0';) {
        size_t length = strcspn(at, "|");
        append_string(out, at, length);
        at += length;
        if (*at == '|') {
            text_append_character(out, ',');
            at++;
        }
    }
    text_append_character(out, ']');
}

static void append_value(Text *out, CellKind kind, const char *text)
{
    if (kind == CELL_ABSENT)
        text_append(out, "null");
    else if (kind == CELL_NUMBER)
        text_append(out, text);
    else if (kind == CELL_LIST)
        append_list(out, text);
    else
        append_string(out, text, strlen(text));
}

void table_to_json(const Table *table, Text *out)
{
    for (size_t row = 0; row < table_row_count(table); row++) {
        for (size_t column = 0; column < table->column_count; column++) {
            const char *name = table->columns[column].name;
            text_append_character(out, column == 0 ? '{' : ',');
            append_string(out, name, strlen(name));
            text_append_character(out, ':');
            append_value(out, table_kind(table, row, column), table_text(table, row, column));
        }
        text_append(out, "}\n");
    }
}
