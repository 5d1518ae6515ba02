/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TABLE_WRITER_PRIVATE_H
#define QCDC_TABLE_WRITER_PRIVATE_H

#include "exchange/sink-private.h"
#include "exchange/table-reader-private.h"
#include "model/record-private.h"

/* A table to be written: texts by row and field, and the x_… attributes of a row. */
typedef struct TableContent {
    const TableShape *shape;
    size_t row_count;
    const void *data;
    /* the text of a field, "" if empty; it may lie in @buffer (TABLE_TEXT_SIZE bytes) */
    const char *(*get_text)(const void *data, size_t row, size_t field, char *buffer);
    const Attribute *(*get_attributes)(const void *data, size_t row, size_t *out_count);
    /* (nullable) columns beside those of the shape, always written: the name of column @index, NULL past the end; their texts are
     * fields past the last */
    const char *(*name_more)(const void *data, size_t index);
} TableContent;

/* Fields of the shape, and columns beside them. */
size_t table_count_fields(const TableContent *content);
const char *table_name_field(const TableContent *content, size_t field);

enum { TABLE_TEXT_SIZE = 40 };

/* Mandatory columns, and others that hold something in some row; attributes in the order they are first seen. IO if @sink
 * takes no more. */
QcdcStatus bundle_table_write(const ByteSink *sink, const TableContent *content, QcdcError *error);

#endif
