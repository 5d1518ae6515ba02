/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_LAYOUT_PRIVATE_H
#define QCDC_LAYOUT_PRIVATE_H

#include <qcdc/layout.h>

#include "model/record-private.h"

/* Tables in the shape of forms (D60): what tables.csv and table-lines.csv say, looked up and joined. */

enum {
    LINE_NONE = -1,           /* of a uint32_t number of a line or table: none */
    LAYOUT_MOST_TABLES = 500, /* of a bundle: a limit for hostile input */
    LAYOUT_MOST_SCHEMES = QCDC_LAYOUT_MOST_DEPTH
};

typedef enum { LAYOUT_UNITS, LAYOUT_INDICATORS } LayoutRows;
typedef enum { TOTAL_LAST, TOTAL_FIRST, TOTAL_NONE } LayoutTotal;
typedef enum { CODES_FORMULAS, CODES_PLAIN, CODES_NONE } LayoutCodes;

/* Of columns up to NOTE, of rows from HEADING on; in the order of their words. */
typedef enum {
    SHOWS_GROUP,
    SHOWS_NUMBER,
    SHOWS_NAME,
    SHOWS_MEASURE,
    SHOWS_VALUE,
    SHOWS_BASE,
    SHOWS_DIFFERENCE,
    SHOWS_PERCENT,
    SHOWS_INDEX,
    SHOWS_POINTS,
    SHOWS_ATTAINMENT,
    SHOWS_NOTE,
    SHOWS_HEADING,
    SHOWS_INDICATOR,
    SHOWS_END
} LayoutShows;

/* Of a column: the table's own period, or one found from it, or a label. */
typedef enum { PERIOD_OF_TABLE, PERIOD_PREVIOUS, PERIOD_SAME, PERIOD_TO_DATE, PERIOD_OF_YEAR, PERIOD_LABEL } LayoutPeriod;

typedef struct LayoutLine {
    const char *texts[QCDC_LAYOUT_LINE_FIELD_END]; /* never NULL */
    uint32_t table, parent;                        /* numbers, or LINE_NONE */
    uint32_t depth;                                /* lines above it */
    bool is_row;
    bool has_shows; /* @shows could be read */
    LayoutShows shows;
    QcdcIndicatorId indicators[2];
    size_t indicator_count;
    QcdcBaseOption base; /* DEFAULT: that of the table */
    LayoutPeriod period_kind;
    QcdcPeriod period; /* of PERIOD_LABEL */
    int32_t row;
    const char *file;
} LayoutLine;

struct QcdcLayout {
    QcdcLayouts *owner;
    const char *texts[QCDC_LAYOUT_FIELD_END]; /* never NULL */
    bool has_rows;                            /* @rows could be read */
    LayoutRows rows;
    QcdcBy by;
    int32_t depth;
    LayoutTotal total;
    LayoutCodes codes;
    QcdcBaseOption base;
    char schemes[LAYOUT_MOST_SCHEMES]; /* 'I', '1', 'a', 'A', '-'; 0: no number */
    Array lines;                       /* uint32_t: in file order */
    Array columns, row_lines;          /* uint32_t: each before those below it */
    int32_t row;
    const char *file;
};

struct QcdcLayouts {
    int references; /* atomic */
    QcdcCatalog *catalog;
    StringPool strings;
    Array tables; /* QcdcLayout */
    Array lines;  /* LayoutLine, in file order */
    AttributeTable table_attributes, line_attributes;
};

struct QcdcLayoutBuilder {
    QcdcLayouts *layouts; /* NULL: spent */
    int32_t table_columns[QCDC_LAYOUT_FIELD_END], line_columns[QCDC_LAYOUT_LINE_FIELD_END];
    bool lost_units, lost_indicators, lost_tables, lost_lines; /* rows could not be read */
    bool is_over_tables, is_over_lines;                        /* told once each */
    size_t suggestions, fault_count;
};

/* A figure of the cube stands in the column. */
bool layout_shows_figure(LayoutShows shows);
/* It is held against a base. */
bool layout_shows_change(LayoutShows shows);
const char *layout_shows_name(LayoutShows shows);

/* layout-read.c: a row in the words of its table. Faults go to @report, the rest is read all the same. */
void layout_read_table(Report *report, QcdcLayouts *layouts, const QcdcRecord *record, bool lost_units, QcdcLayout *out_layout);
void layout_read_line(Report *report, QcdcLayouts *layouts, const QcdcRecord *record, bool lost_units, LayoutLine *out_line);
/* layout-check.c: names and trees. False is "out of memory". */
bool layout_resolve(QcdcLayoutBuilder *builder, Report *report);

/* Rows that could not be read: what names them is not at fault for it. */
void layout_builder_note_lost_rows(QcdcLayoutBuilder *builder, bool lost_units, bool lost_indicators, bool lost_tables, bool lost_lines);
LayoutLine *layouts_line(const QcdcLayouts *layouts, uint32_t number);
QcdcLayout *layouts_table(const QcdcLayouts *layouts, size_t number);

#endif
