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
} TableContent;

enum { TABLE_TEXT_SIZE = 40 };

/* Mandatory columns, and others that hold something in some row; attributes in the order they are first seen. IO if @sink
 * takes no more. */
QcdcStatus bundle_table_write(const ByteSink *sink, const TableContent *content, QcdcError *error);

#endif
