/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_LAYOUT_DRAW_PRIVATE_H
#define QCDC_LAYOUT_DRAW_PRIVATE_H

#include <qcdc/style.h>

#include "analysis/selection-private.h"
#include "layout-private.h"
#include "row-figures-private.h"
#include "table-private.h"

/* A table on its way from layout and cube to cells. */

/* The figures of one period, and what they are held against. */
typedef struct Panel {
    QcdcPeriod period;
    uint32_t slot;
    Array bases;                /* QcdcBaseOption */
    Array indicators;           /* const char *: codes of those that are held against a base */
    QcdcComparison *comparison; /* NULL where none is */
    uint32_t *subjects;         /* [subjects of the drawing] subject of the comparison, or LINE_NONE */
    uint32_t *places;           /* [indicators of the catalog] place in the comparison, or LINE_NONE */
} Panel;

/* A column with cells. */
typedef struct DrawColumn {
    const LayoutLine *line;
    uint32_t panel, base; /* base: of the panel's, of what is held against one */
} DrawColumn;

typedef enum { ROW_FIGURES, ROW_HEADING, ROW_TOTAL } DrawRowKind;

typedef struct DrawRow {
    DrawRowKind kind;
    uint32_t level;
    uint32_t subject;          /* of the drawing's */
    QcdcIndicatorId indicator; /* where rows are indicators */
    const char *name;
    bool is_of_which; /* the first of a list of some of a total's parts */
} DrawRow;

typedef struct Drawing {
    const QcdcLayout *layout;
    const QcdcLayouts *layouts;
    const QcdcCatalog *catalog;
    QcdcCube *cube; /* holds the periods of all columns */
    QcdcStyle style;
    const char *unit;    /* or NULL: every root */
    bool is_own_unit;    /* that of the table, which its words are of */
    QcdcPeriod period;
    QcdcBaseOption base; /* of columns that name none; DEFAULT: the same period, of an attainment the plan */
    QcdcSelection selection;
    Subjects subjects;
    bool has_total;
    Array columns, panels, rows;
    bool has_partial_units, has_partial_periods; /* a star was set */
    MaybeDecimal shown; /* what the last cell shows, where that is a number and no more than stars beside it */
    QcdcError *error;
} Drawing;

typedef struct LayoutWords {
    const char *number, *unit, *indicator, *measure, *note, *difference, *percent, *index, *points, *attainment;
    const char *mean, *total, *of_which, *partial_units, *partial_periods;
} LayoutWords;

const LayoutWords *layout_words_get(QcdcLanguage language);

/* layout-columns.c: leaves, the periods and bases they stand for. */
QcdcStatus layout_find_columns(Drawing *drawing);
QcdcStatus layout_find_panels(Drawing *drawing);
/* The title as it is printed: given, or made. */
void layout_append_title(const Drawing *drawing, const LayoutLine *line, const DrawColumn *column, Text *out);

/* The period that the column is held against; false where it is another unit, a mean or a plan, or there is none before it. */
bool layout_find_base_period(const Drawing *drawing, const DrawColumn *column, QcdcPeriod *out_period);

/* layout-rows.c */
QcdcStatus layout_find_rows(Drawing *drawing);

/* layout-number.c: "III", "12", "đ", "-"; "" without a scheme. @number from 1. */
void layout_append_number(char scheme, uint32_t number, QcdcLanguage language, Text *out);

/* layout-codes.c: "(3)=(4)+(5)+(6)" of the leaf @index, or "(3)". */
void layout_append_code(const Drawing *drawing, size_t index, Text *out);

/* layout-figures.c: what stands in a cell of figures. */
QcdcStatus layout_append_cell(Drawing *drawing, const DrawColumn *column, const DrawRow *row, Text *out);

/* layout-head.c: the head, the codes, the texts around; after the rows, what is told below. */
void layout_add_head(Drawing *drawing, Table *table);
void layout_add_notes(Drawing *drawing, Table *table);

/* The whole table; @table is cleared by the caller, also after a failure. */
QcdcStatus layout_fill(QcdcCube *cube, const QcdcLayout *layout, const QcdcLayoutOptions *options, const QcdcStyle *style, Table *table,
                       QcdcError *error);

#endif
