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
    bool is_shown; /* the text shows @value, exactly */
    QcdcDecimal value;
} TableCell;

typedef struct TableColumn {
    const char *name;
    const char *group; /* (nullable) columns of one group stand together under its caption */
    bool is_number;    /* set to the right */
    bool is_centred;   /* of a form: numbers of rows, measures */
    uint32_t head;     /* of a form: the leaf of its head */
} TableColumn;

#define TABLE_HEAD_NONE UINT32_MAX

/* A head of a form, over other heads or over one column. */
typedef struct TableHead {
    const char *title;
    uint32_t parent, depth; /* parent: or TABLE_HEAD_NONE */
    uint32_t first, count;  /* the columns below it */
    bool is_leaf;
} TableHead;

typedef enum { TABLE_ROW_PLAIN, TABLE_ROW_CODES, TABLE_ROW_HEADING, TABLE_ROW_TOTAL } TableRowKind;

typedef struct TableRow {
    TableRowKind kind;
    uint32_t level; /* how far its name is set in */
} TableRow;

enum {
    TABLE_MAX_COLUMNS = 200
};

typedef struct Table {
    TableColumn columns[TABLE_MAX_COLUMNS];
    size_t column_count;
    Text caption; /* of tables for people */
    Text bytes;   /* of all cells */
    Array cells;  /* TableCell */
    Text notes;   /* of forms: lines below */
    Array heads;  /* TableHead, each before those below it; none: a plain table */
    Array rows;   /* TableRow, of forms */
    size_t title_line; /* of the caption: which line is the title */
    size_t head_levels, name_column; /* name_column: what is set in */
    StringPool strings; /* titles of heads */
    bool failed;
} Table;

void table_add_column(Table *table, const char *name, const char *group, bool is_number);
void table_add_cell(Table *table, CellKind kind, const char *text);
/* A text, or absent where it is NULL. */
void table_add_text(Table *table, const char *text);
/* A text that shows @value; stars may follow it. */
void table_add_shown(Table *table, const char *text, QcdcDecimal value);
void table_add_count(Table *table, uint32_t count);
void table_add_decimal(Table *table, QcdcDecimal value);
void table_add_period(Table *table, QcdcPeriod period);
/* A, P or E and flags (D3). */
void table_add_status(Table *table, const QcdcFigure *figure);
size_t table_row_count(const Table *table);
/* A cell's text, terminated; "" where absent. */
const char *table_text(const Table *table, size_t row, size_t column);
CellKind table_kind(const Table *table, size_t row, size_t column);
/* The value that the cell's text shows; false: it is a text and no more. */
bool table_value(const Table *table, size_t row, size_t column, QcdcDecimal *out_value);
void table_clear(Table *table);

/* table-head.c: forms. Heads come before what stands below them, leaves in the order of their columns. */
uint32_t table_add_head(Table *table, uint32_t parent, const char *title);
void table_add_leaf(Table *table, uint32_t parent, const char *title, bool is_number);
/* The next cells are this row's. */
void table_begin_row(Table *table, TableRowKind kind, uint32_t level);
void table_add_title(Table *table, const char *title);
void table_add_note(Table *table, const char *note);
bool table_is_form(const Table *table);
/* The head that covers the column at the level; NULL below a leaf, which spans down. */
const TableHead *table_head_at(const Table *table, size_t level, size_t column);
/* How many levels it spans. */
size_t table_head_height(const Table *table, const TableHead *head);
TableRow table_row(const Table *table, size_t row);
/* Gives a plain table the heads of a form: its groups, and its columns under them. */
void table_make_heads(Table *table);
/* All heads over a column in one text, for formats with one head row. */
void table_append_joined(const Table *table, size_t column, Text *out);

/* Is @format read by programs, so that it takes the names of the contract? */
bool table_is_for_machines(QcdcTableFormat format);
/* Whole call: checks, bytes of @table in @format; the table is cleared. */
QcdcStatus table_write(Table *table, QcdcTableFormat format, char **out_text, QcdcError *error);

/* Whole call: @table as a workbook at @path, in a sheet called @name as far as sheets may be; the table is cleared. REFUSED without the
 * feature xlsx. */
QcdcStatus table_write_workbook(Table *table, const char *name, const char *path, QcdcError *error);

void table_to_text(const Table *table, Text *out);
void table_to_csv(const Table *table, Text *out);
void table_to_json(const Table *table, Text *out);
void table_to_markdown(const Table *table, Text *out);
void table_to_html(const Table *table, Text *out);

#endif
