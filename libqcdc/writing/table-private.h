/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TABLE_PRIVATE_H
#define QCDC_TABLE_PRIVATE_H

#include <qcdc/table.h>

#include "frame-words-private.h"
#include "model/memory-private.h"

/* A table between its rows and its bytes: cells are texts, row after row. Machines get the names of the contract, people
 * get captions. */

typedef enum {
    CELL_ABSENT, /* null, empty */
    CELL_TEXT,
    CELL_NUMBER, /* a JSON number; exact decimals are texts */
    CELL_LIST    /* items joined with | */
} CellKind;

typedef struct TableCell {
    size_t start, length;
    CellKind kind;
} TableCell;

typedef struct TableColumn {
    const char *name;
    const char *group; /* (nullable) columns of one group stand together under its caption */
    bool is_number;    /* set to the right */
} TableColumn;

enum {
    TABLE_MAX_COLUMNS = 200
};

typedef struct Table {
    TableColumn columns[TABLE_MAX_COLUMNS];
    size_t column_count;
    Text caption; /* of tables for people */
    Text bytes;   /* of all cells */
    Array cells;  /* TableCell */
    StringPool strings; /* names of columns that are made */
    bool failed;
} Table;

void table_add_column(Table *table, const char *name, const char *group, bool is_number);
void table_add_cell(Table *table, CellKind kind, const char *text);
/* A text, or absent where it is NULL. */
void table_add_text(Table *table, const char *text);
void table_add_count(Table *table, uint32_t count);
void table_add_decimal(Table *table, QcdcDecimal value);
void table_add_period(Table *table, QcdcPeriod period);
/* A, P or E and flags (D3). */
void table_add_status(Table *table, const QcdcFigure *figure);
size_t table_row_count(const Table *table);
/* A cell's text, terminated; "" where absent. */
const char *table_text(const Table *table, size_t row, size_t column);
CellKind table_kind(const Table *table, size_t row, size_t column);
void table_clear(Table *table);

/* Is @format read by programs, so that it takes the names of the contract? */
bool table_is_for_machines(QcdcTableFormat format);
/* Whole call: checks, bytes of @table in @format; the table is cleared. */
QcdcStatus table_write(Table *table, QcdcTableFormat format, char **out_text, QcdcError *error);

void table_to_text(const Table *table, Text *out);
void table_to_csv(const Table *table, Text *out);
void table_to_json(const Table *table, Text *out);
void table_to_markdown(const Table *table, Text *out);
void table_to_html(const Table *table, Text *out);

#endif
