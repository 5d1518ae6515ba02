/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TABLE_H
#define QCDC_TABLE_H

#include <qcdc/ranking.h>

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

/**
 * qcdc_comparison_to_table:
 * @comparison: what is shown
 * @style: (nullable) language, rounding, percents and the words of column text; NULL is the default style
 * @format: a QcdcTableFormat
 * @out_text: (transfer full) UTF-8, freed with qcdc_free(); untouched on failure
 * @error: (nullable) what went wrong
 *
 * The rows of a comparison in the order of D8. CSV and JSON have every key of the contract, in its order, and exact decimals
 * with a point. The others are for people: numbers as the language writes them, "-" nil, "..." missing, blank not
 * applicable, and names escaped as the format asks. The bytes depend on no locale. Source: D1-D8, S2. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without comparison or place, with a format or style out of range;
 * QCDC_STATUS_OVERFLOW when a figure in percent is outside the range of a value; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_comparison_to_table(const QcdcComparison *comparison, const QcdcStyle *style, QcdcTableFormat format, char **out_text, QcdcError *error);

/**
 * qcdc_comparison_to_workbook:
 * @comparison: what is shown
 * @style: (nullable) language, rounding and percents; NULL is the default style
 * @path: of the file, .xlsx; what stood there stays until the new one is whole
 * @error: (nullable) what went wrong
 *
 * The rows for people, as a workbook of one sheet; cells as those of qcdc_cube_layout_to_workbook(). Needs QCDC_FEATURE_XLSX.
 * Source: D8, D63, S2. Threads: any.
 *
 * Returns: QCDC_OK; as qcdc_comparison_to_table(); besides QCDC_STATUS_ARGUMENT without a path, QCDC_STATUS_IO for a file that cannot be written
 * and QCDC_STATUS_REFUSED, QCDC_REFUSAL_XLSX_FEATURE, of a library without the feature.
 */
QCDC_API
QcdcStatus qcdc_comparison_to_workbook(const QcdcComparison *comparison, const QcdcStyle *style, const char *path, QcdcError *error);

/**
 * qcdc_cube_to_table:
 * @cube: where the cells are; periods it lacks are rolled up for the table
 * @selection: (nullable) units, parts and indicators; its bases are not used; NULL is every root, every indicator
 * @periods: (nullable) @period_count periods, in any order; those named twice are shown once
 * @period_count: how many; 0 is the selection's period, else the latest
 * @style: (nullable) language, rounding and decimals of percents; NULL is the default style
 * @format: a QcdcTableFormat
 * @out_text: (transfer full) UTF-8, freed with qcdc_free(); untouched on failure
 * @error: (nullable) what went wrong
 *
 * Rolled-up cells: units, in them indicators, in them periods (D9). Units that only a later period knows follow the others.
 * A cell without value is shown where one is expected. Source: D1-D3, D5, D9, S2. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without cube or place, with a period, format or style out of range;
 * QCDC_STATUS_SYNTAX for a selected period that is none; QCDC_STATUS_NOT_FOUND for a unit or indicator that is not there, or
 * without any observation and period; QCDC_STATUS_OVERFLOW for a cell outside the range of a value; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_cube_to_table(QcdcCube *cube, const QcdcSelection *selection, const QcdcPeriod *periods, size_t period_count, const QcdcStyle *style, QcdcTableFormat format, char **out_text, QcdcError *error);

/**
 * QcdcRankingOptions: all-zero is the default.
 * @size: sizeof (QcdcRankingOptions)
 * @level: (nullable) a level of units.csv: all units of it; NULL is the children
 * @order: a QcdcRankingOrder
 * @group_count: how many groups the places are split into: 4 are quarters; 0 is none
 */
typedef struct QcdcRankingOptions {
    size_t size;
    const char *level;
    QcdcRankingOrder order;
    uint32_t group_count;
} QcdcRankingOptions;

/**
 * qcdc_cube_ranking_to_table:
 * @cube: where the cells are; a period it lacks is rolled up for the table
 * @selection: the unit below which units are ranked, NULL for every root; the period; one indicator or more. Nothing else of it is used
 * @options: (nullable) which of these units, and how; NULL is the children, largest first
 * @style: (nullable) language, rounding and decimals of percents; NULL is the default style
 * @format: a QcdcTableFormat
 * @out_text: (transfer full) UTF-8, freed with qcdc_free(); untouched on failure
 * @error: (nullable) what went wrong
 *
 * Units by the places that qcdc_cube_rank_units() gives them, of each indicator in turn: the first place first, equal ones in the order of the
 * tree, and last those that have none, for their figure is missing or a sum with figures missing. Who need not report is not shown. Places are
 * exact; what is shown of a ratio is rounded, so that two unequal ones may look alike. CSV and JSON have the place as a number, of how many, and the group, which is
 * absent without @options.group_count. A figure that is hedged or estimated has the place of its digits, and a unit in force in a part of the
 * period that of what it reported in it. A place says nothing of good or bad, and units are not to be ranked by complaints about them. Source:
 * D1-D3, D5, D86, S18. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without cube, indicator or place, with options, format or style out of range; QCDC_STATUS_SYNTAX for
 * a period that is none; QCDC_STATUS_NOT_FOUND for a unit or indicator that is not there, without units below it or of the level, and
 * without any observation and period; QCDC_STATUS_OVERFLOW for a cell outside the range of a value; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_cube_ranking_to_table(QcdcCube *cube, const QcdcSelection *selection, const QcdcRankingOptions *options, const QcdcStyle *style, QcdcTableFormat format, char **out_text, QcdcError *error);

/**
 * qcdc_catalog_days_to_table:
 * @catalog: whose calendar and holidays are used
 * @periods: (nullable if @period_count is 0) a row each
 * @period_count: how many
 * @working_days: (nullable) the deadline is so many working days after the last day; NULL: no deadlines
 * @language: of the forms for people
 * @format: a QcdcTableFormat
 * @out_text: (transfer full) UTF-8, freed with qcdc_free(); untouched on failure
 * @error: (nullable) what went wrong
 *
 * Each period with its first day, its last day and its deadline. CSV and JSON have days as 2019-06-01 and, without @working_days, no
 * deadline. Source: S14, D36, D41. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED for the first period without days or deadline, as qcdc_catalog_get_days() and
 * qcdc_catalog_get_deadline() say it; QCDC_STATUS_ARGUMENT without catalog or place, with a period, language or format out of range;
 * QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_catalog_days_to_table(const QcdcCatalog *catalog, const QcdcPeriod *periods, size_t period_count, const uint32_t *working_days, QcdcLanguage language, QcdcTableFormat format, char **out_text, QcdcError *error);

QCDC_END_DECLS

#endif
