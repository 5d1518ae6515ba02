/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TABLE_H
#define QCDC_TABLE_H

#include <qcdc/comparison.h>

QCDC_BEGIN_DECLS

/** QcdcTableFormat: a form of rows. */
typedef enum {
    QCDC_TABLE_DEFAULT = 0, /**< aligned text */
    QCDC_TABLE_TEXT,        /**< aligned text for a terminal; combining marks and wide characters counted right */
    QCDC_TABLE_CSV,         /**< names of the contract as header (D2) */
    QCDC_TABLE_JSON,        /**< JSON lines (D1) */
    QCDC_TABLE_MARKDOWN,    /**< a Markdown table */
    QCDC_TABLE_HTML,        /**< a HTML table, escaped, with header spans */
    QCDC_TABLE_END          /**< sentinel */
} QcdcTableFormat;

/* rows of a comparison; freed with qcdc_free */
QCDC_API
QcdcStatus qcdc_comparison_to_table(const QcdcComparison *comparison, const QcdcStyle *style, QcdcTableFormat format, char **out_text, QcdcError *error);
/* rolled-up cells of a selection (bases unused) for @periods (none: selection's period); freed with qcdc_free */
QCDC_API
QcdcStatus qcdc_cube_to_table(QcdcCube *cube, const QcdcSelection *selection, const QcdcPeriod *periods, size_t period_count, const QcdcStyle *style, QcdcTableFormat format, char **out_text, QcdcError *error);

QCDC_END_DECLS

#endif
