/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/table-writer-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "model/memory-private.h"

enum { MOST_FIELDS = 96 };

typedef struct TableWriter {
    const ByteSink *sink;
    const TableContent *content;
    bool uses_field[MOST_FIELDS];
    StringPool attributes; /* their names: number k + 1 is the k-th column */
    Array values;          /* const char *: of one row, by attribute */
    Text line;
} TableWriter;

size_t table_count_fields(const TableContent *content)
{
    size_t more = 0;

    while (content->name_more != NULL && content->name_more(content->data, more) != NULL)
        more++;
    return content->shape->field_count + more;
}

const char *table_name_field(const TableContent *content, size_t field)
{
    size_t count = content->shape->field_count;

    return field < count ? content->shape->field_to_name(field) : content->name_more(content->data, field - count);
}

static void note_fields(TableWriter *writer, size_t row)
{
    const TableContent *content = writer->content;
    char buffer[TABLE_TEXT_SIZE];

    for (size_t field = 0; field < content->shape->field_count; field++)
        if (!writer->uses_field[field] && content->get_text(content->data, row, field, buffer)[0] != '\0')
            writer->uses_field[field] = true;
}

static bool note_attributes(TableWriter *writer, size_t row)
{
    size_t count = 0;
    const Attribute *attributes = writer->content->get_attributes(writer->content->data, row, &count);
    uint32_t id;

    for (size_t k = 0; k < count; k++)
        if (attributes[k].value[0] != '\0' &&
            !string_pool_intern(&writer->attributes, attributes[k].name, strlen(attributes[k].name), &id))
            return false;
    return true;
}

static bool find_columns(TableWriter *writer)
{
    const TableContent *content = writer->content;
    size_t count;

    for (size_t field = 0; field < table_count_fields(content); field++)
        writer->uses_field[field] = field < content->shape->mandatory_count || field >= content->shape->field_count;
    for (size_t row = 0; row < writer->content->row_count; row++) {
        note_fields(writer, row);
        if (!note_attributes(writer, row))
            return false;
    }
    for (count = string_pool_count(&writer->attributes); count > 1; count--)
        if (ARRAY_ADD(&writer->values, const char *) == NULL)
            return false;
    return true;
}

/* D2: quotes where a field holds a comma, a quote or a line's end, and nowhere else. */
static void add_field(TableWriter *writer, const char *text)
{
    if (writer->line.length > 0)
        text_append_character(&writer->line, ',');
    if (strpbrk(text, QCDC_FAULT("table-writer-newline", ",\"\r\n", ",\"")) == NULL) {
        text_append(&writer->line, text);
        return;
    }
    text_append_character(&writer->line, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            text_append_character(&writer->line, '"');
        text_append_character(&writer->line, *text);
    }
    text_append_character(&writer->line, '"');
}

static QcdcStatus end_line(TableWriter *writer, QcdcError *error)
{
    QcdcStatus status;

    text_append_character(&writer->line, '\n');
    if (writer->line.failed)
        return memory_fail(error);
    status = sink_write(writer->sink, writer->line.bytes, writer->line.length, error);
    text_cut(&writer->line, 0);
    return status;
}

static QcdcStatus write_header(TableWriter *writer, QcdcError *error)
{
    const TableContent *content = writer->content;

    for (size_t field = 0; field < table_count_fields(content); field++)
        if (writer->uses_field[field])
            add_field(writer, table_name_field(content, field));
    for (size_t k = 0; k < writer->values.count; k++)
        add_field(writer, string_pool_get(&writer->attributes, (uint32_t)k + 1));
    return end_line(writer, error);
}

static void add_attributes(TableWriter *writer, size_t row)
{
    size_t count = 0;
    const Attribute *attributes = writer->content->get_attributes(writer->content->data, row, &count);

    for (size_t k = 0; k < writer->values.count; k++)
        ARRAY_AT(&writer->values, const char *, k) = "";
    for (size_t k = 0; k < count; k++) {
        uint32_t id = string_pool_find(&writer->attributes, attributes[k].name, strlen(attributes[k].name));
        if (id != UINT32_MAX)
            ARRAY_AT(&writer->values, const char *, id - 1) = attributes[k].value;
    }
    for (size_t k = 0; k < writer->values.count; k++)
        add_field(writer, ARRAY_AT(&writer->values, const char *, k));
}

/* The first column is a code and never empty, so that no row is an empty line. */
static QcdcStatus write_row(TableWriter *writer, size_t row, QcdcError *error)
{
    const TableContent *content = writer->content;
    char buffer[TABLE_TEXT_SIZE];

    for (size_t field = 0; field < table_count_fields(content); field++)
        if (writer->uses_field[field])
            add_field(writer, content->get_text(content->data, row, field, buffer));
    add_attributes(writer, row);
    return end_line(writer, error);
}

QcdcStatus bundle_table_write(const ByteSink *sink, const TableContent *content, QcdcError *error)
{
    TableWriter writer = { .sink = sink, .content = content };
    QcdcStatus status = find_columns(&writer) ? QCDC_OK : memory_fail(error);

    if (status == QCDC_OK)
        status = write_header(&writer, error);
    for (size_t row = 0; row < content->row_count && status == QCDC_OK; row++)
        status = write_row(&writer, row, error);
    text_clear(&writer.line);
    array_clear(&writer.values);
    string_pool_clear(&writer.attributes);
    return status;
}
