/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_WORKBOOK_PRIVATE_H
#define QCDC_WORKBOOK_PRIVATE_H

#include "table-private.h"

/* A table as a workbook (D63): how wide and high things are, which of libxlsxwriter's formats a cell has, and the file itself. */

#ifdef QCDC_WITH_XLSX
enum { WORKBOOK_IS_HERE = 1 };
#else
enum { WORKBOOK_IS_HERE = 0 };
#endif

/* workbook-measure.c. Widths are counted in digits, as spreadsheets do. */
typedef struct WorkbookMeasure {
    uint32_t widths[TABLE_MAX_COLUMNS], total;
    uint32_t *head_lines; /* [head levels] lines of text */
} WorkbookMeasure;

/* Lines that @length bytes take in so much width, broken at spaces. */
uint32_t workbook_count_lines(const char *text, size_t length, uint32_t width);
/* False: no memory. */
bool workbook_measure(const Table *table, WorkbookMeasure *measure);
void workbook_measure_clear(WorkbookMeasure *measure);

#ifdef QCDC_WITH_XLSX
#include <xlsxwriter.h>

typedef enum {
    LOOK_NUMBER_OF_FORM,
    LOOK_TITLE,
    LOOK_PLACE,
    LOOK_HEAD,
    LOOK_CODE,
    LOOK_TEXT,   /* in the middle */
    LOOK_NAME,   /* to the left, set in by its level */
    LOOK_FIGURE, /* to the right */
    LOOK_NOTE
} WorkbookLook;

/* How a cell looks; all-zero padding, compared by its members. */
typedef struct WorkbookFormat {
    WorkbookLook look;
    bool is_bold, is_number, is_nil_zero; /* is_nil_zero: 0 is shown "-" */
    uint8_t level, decimals, stars;
    lxw_format *format;
} WorkbookFormat;

typedef struct Workbook {
    lxw_workbook *book;
    lxw_worksheet *sheet;
    Array formats; /* WorkbookFormat */
    bool failed;   /* no memory */
    lxw_error wrong;
} Workbook;

/* The sheet's format for cells that look like this; NULL: no memory. */
lxw_format *workbook_format(Workbook *workbook, WorkbookFormat look);
/* table-workbook.c: everything on the sheet. */
void workbook_draw(Workbook *workbook, const Table *table, const WorkbookMeasure *measure);
#endif

#endif
