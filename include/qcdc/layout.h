/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_LAYOUT_H
#define QCDC_LAYOUT_H

#include <qcdc/comparison.h>
#include <qcdc/findings.h>
#include <qcdc/table.h>

QCDC_BEGIN_DECLS

/** QcdcLayoutField: a column of tables.csv (D60). */
typedef enum {
    QCDC_LAYOUT_CODE = 0,   /**< mandatory */
    QCDC_LAYOUT_TITLE,      /**< mandatory column; printed above */
    QCDC_LAYOUT_ROWS,       /**< mandatory: units, indicators */
    QCDC_LAYOUT_NUMBER,     /**< of the form, printed above the title */
    QCDC_LAYOUT_UNIT,       /**< code; default that of the call, then of the bundle */
    QCDC_LAYOUT_BY,         /**< child (default), level, group, none */
    QCDC_LAYOUT_DEPTH,      /**< 1 (default) …, all */
    QCDC_LAYOUT_PERIOD,     /**< label */
    QCDC_LAYOUT_BASE,       /**< base of the columns that name none */
    QCDC_LAYOUT_TOTAL,      /**< last, first, none */
    QCDC_LAYOUT_TOTAL_NAME, /**< default Tổng cộng */
    QCDC_LAYOUT_NUMBERING,  /**< schemes by depth joined by |: I, 1, a, A, -, empty */
    QCDC_LAYOUT_CODES,      /**< formulas (default), plain, none */
    QCDC_LAYOUT_NOTE,       /**< printed below */
    QCDC_LAYOUT_FIELD_END   /**< sentinel */
} QcdcLayoutField;

/** QcdcLayoutLineField: a column of table-lines.csv (D60). */
typedef enum {
    QCDC_LAYOUT_LINE_TABLE = 0, /**< mandatory: code of the table */
    QCDC_LAYOUT_LINE_AXIS,      /**< mandatory: column, row */
    QCDC_LAYOUT_LINE_CODE,      /**< mandatory: once a table and axis */
    QCDC_LAYOUT_LINE_TITLE,     /**< mandatory column; empty: the name of the indicator, or of what is shown */
    QCDC_LAYOUT_LINE_PARENT,    /**< code of the line above, on the same axis */
    QCDC_LAYOUT_LINE_SHOWS,     /**< of a column: group, number, name, measure, value, base, …; of a row: heading, indicator */
    QCDC_LAYOUT_LINE_INDICATOR, /**< code; two joined by | stand in one cell */
    QCDC_LAYOUT_LINE_BASE,      /**< in the place of the table's */
    QCDC_LAYOUT_LINE_PERIOD,    /**< in the place of the table's: label, previous, same-period, to-date, year */
    QCDC_LAYOUT_LINE_FIELD_END  /**< sentinel */
} QcdcLayoutLineField;

enum {
    QCDC_LAYOUT_MOST_LINES = 2000,  /**< of all tables of a bundle (D61) */
    QCDC_LAYOUT_MOST_COLUMNS = 200, /**< of a table */
    QCDC_LAYOUT_MOST_DEPTH = 8      /**< lines above one another */
};

/**
 * QcdcLayoutOptions: what a table is drawn of; all-zero leaves it to the table. What the call names goes before what the table names, and
 * that before the defaults (D60).
 * @size: sizeof (QcdcLayoutOptions)
 * @unit: (nullable) code
 * @period: (nullable) label
 * @base: (nullable) base of the columns that name none
 * @default_unit: (nullable) code, "" is none: where neither call nor table names one, as qcdc_bundle_get_default_unit()
 * @default_period: (nullable) label, "" is none, likewise
 */
typedef struct QcdcLayoutOptions {
    size_t size;
    const char *unit, *period;
    const QcdcBaseOption *base;
    const char *default_unit, *default_period;
} QcdcLayoutOptions;

/**
 * qcdc_layout_field_to_name:
 * @field: any number
 *
 * The name of the column of tables.csv. Source: D60. Threads: any.
 *
 * Returns: (static) (nullable) the name; NULL for what is not a field.
 */
QCDC_API
const char *qcdc_layout_field_to_name(QcdcLayoutField field);

/**
 * qcdc_layout_line_field_to_name:
 * @field: any number
 *
 * The name of the column of table-lines.csv. Source: D60. Threads: any.
 *
 * Returns: (static) (nullable) the name; NULL for what is not a field.
 */
QCDC_API
const char *qcdc_layout_line_field_to_name(QcdcLayoutLineField field);

/**
 * qcdc_layout_builder_new:
 * @catalog: whose units, indicators and plans the tables name; the builder holds a reference
 * @out_builder: (transfer full) an empty builder; freed with qcdc_layout_builder_free()
 * @error: (nullable) what went wrong
 *
 * Tables in the shape of forms, gathered row by row. Source: D60. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without catalog or place; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_layout_builder_new(QcdcCatalog *catalog, QcdcLayoutBuilder **out_builder, QcdcError *error);

/**
 * qcdc_layout_builder_free:
 * @builder: (nullable) (transfer full) a builder, spent or not
 *
 * Source: none. Threads: one a builder.
 */
QCDC_API
void qcdc_layout_builder_free(QcdcLayoutBuilder *builder);

/**
 * qcdc_layout_builder_add_table:
 * @builder: a builder that is not spent
 * @record: a row by QcdcLayoutField; nothing of it is kept
 * @findings: (nullable) takes the faults of the row
 * @error: (nullable) what went wrong
 *
 * A table. With findings, every fault of the row goes there, the call returns QCDC_OK, and freezing fails later; without, the first fault
 * is the error. Source: D60. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or record; QCDC_STATUS_MEMORY; without @findings also QCDC_STATUS_SYNTAX for a
 * field that cannot be read, QCDC_STATUS_DUPLICATE for a code that is none, QCDC_STATUS_NOT_FOUND for an unknown unit or plan and
 * QCDC_STATUS_REFUSED for fields that contradict one another and for more tables than there may be.
 */
QCDC_API
QcdcStatus qcdc_layout_builder_add_table(QcdcLayoutBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                         QcdcError *error);

/**
 * qcdc_layout_builder_add_line:
 * @builder: a builder that is not spent
 * @record: a row by QcdcLayoutLineField; nothing of it is kept
 * @findings: (nullable) takes the faults of the row
 * @error: (nullable) what went wrong
 *
 * A line of a table, of its head or of its rows. Tables, parents and indicators are looked up at freezing, so that rows may come in any
 * order; among lines with one parent they keep the order they came in. Faults go as those of a table. Source: D60. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or record; QCDC_STATUS_MEMORY; without @findings also QCDC_STATUS_SYNTAX for a
 * field that cannot be read, QCDC_STATUS_DUPLICATE for a code that is none and QCDC_STATUS_REFUSED for more than QCDC_LAYOUT_MOST_LINES.
 */
QCDC_API
QcdcStatus qcdc_layout_builder_add_line(QcdcLayoutBuilder *builder, const QcdcRecord *record, QcdcFindings *findings, QcdcError *error);

/**
 * qcdc_layout_builder_freeze:
 * @builder: a builder that is not spent; it is afterwards, whatever comes of it
 * @findings: (nullable) takes the faults
 * @out_layouts: (transfer full) the tables; given back with qcdc_layouts_unref(); untouched on failure
 * @error: (nullable) what went wrong
 *
 * Looks names up and joins lines to trees. Source: D60, D61. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_FINDINGS when there are faults; without @findings the status of the first one: QCDC_STATUS_NOT_FOUND,
 * QCDC_STATUS_DUPLICATE, QCDC_STATUS_REFUSED; QCDC_STATUS_ARGUMENT without a builder or place; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_layout_builder_freeze(QcdcLayoutBuilder *builder, QcdcFindings *findings, QcdcLayouts **out_layouts, QcdcError *error);

/**
 * qcdc_layouts_ref:
 * @layouts: (nullable) tables
 *
 * One owner more. Source: none. Threads: any; the count is atomic.
 *
 * Returns: (transfer full) @layouts, to be given back with qcdc_layouts_unref().
 */
QCDC_API
QcdcLayouts *qcdc_layouts_ref(QcdcLayouts *layouts);

/**
 * qcdc_layouts_unref:
 * @layouts: (nullable) (transfer full) tables
 *
 * One owner less; the last one frees them. Source: none. Threads: any; the count is atomic.
 */
QCDC_API
void qcdc_layouts_unref(QcdcLayouts *layouts);

/**
 * qcdc_layouts_get_count:
 * @layouts: (nullable) tables
 *
 * Source: D60. Threads: any.
 *
 * Returns: how many there are; 0 for NULL.
 */
QCDC_API
size_t qcdc_layouts_get_count(const QcdcLayouts *layouts);

/**
 * qcdc_layouts_get_item:
 * @layouts: (nullable) tables
 * @index: 0 … count − 1, in the order of tables.csv
 *
 * Source: D60. Threads: any.
 *
 * Returns: (transfer none) (nullable) the table, owned by @layouts; NULL past the end.
 */
QCDC_API
const QcdcLayout *qcdc_layouts_get_item(const QcdcLayouts *layouts, size_t index);

/**
 * qcdc_layouts_find:
 * @layouts: (nullable) tables
 * @code: of one
 * @out_layout: (transfer none) the table, owned by @layouts; untouched on failure
 * @error: (nullable) what went wrong, with a code that is like it, or those there are, as hint
 *
 * Source: D60. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND for another code; QCDC_STATUS_ARGUMENT without code or place.
 */
QCDC_API
QcdcStatus qcdc_layouts_find(const QcdcLayouts *layouts, const char *code, const QcdcLayout **out_layout, QcdcError *error);

/**
 * qcdc_layout_get_text:
 * @layout: (nullable) a table
 * @field: a column of tables.csv
 *
 * Source: D60. Threads: any.
 *
 * Returns: (transfer none) (nullable) the text as it was given, "" where it was empty; NULL for NULL and for what is not a field.
 */
QCDC_API
const char *qcdc_layout_get_text(const QcdcLayout *layout, QcdcLayoutField field);

/**
 * qcdc_layout_get_line_count:
 * @layout: (nullable) a table
 *
 * Source: D60. Threads: any.
 *
 * Returns: how many lines of both axes it has; 0 for NULL.
 */
QCDC_API
size_t qcdc_layout_get_line_count(const QcdcLayout *layout);

/**
 * qcdc_layout_get_line_text:
 * @layout: (nullable) a table
 * @index: 0 … count − 1, in the order of table-lines.csv
 * @field: a column of table-lines.csv
 *
 * Source: D60. Threads: any.
 *
 * Returns: (transfer none) (nullable) the text as it was given, "" where it was empty; NULL for NULL, past the end and for what is not
 * a field.
 */
QCDC_API
const char *qcdc_layout_get_line_text(const QcdcLayout *layout, size_t index, QcdcLayoutLineField field);

/**
 * qcdc_cube_to_layout:
 * @cube: a cube of the catalog that @layout names
 * @layout: a table
 * @options: (nullable) unit, period and base; NULL leaves them to the table
 * @style: (nullable) language, rounding and decimals of percents; NULL is the default style
 * @format: a QcdcTableFormat other than JSON, which a form has not
 * @out_text: (transfer full) UTF-8, freed with qcdc_free(); untouched on failure
 * @error: (nullable) what went wrong
 *
 * Draws the table: its head, the row of codes, a row a unit or indicator, the total. Figures are those of the cube and of
 * qcdc_cube_compare(), printed as in qcdc_comparison_to_table(). Source: D60 … D63, S2, S5, S11. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without cube, table or place, for a cube of another catalog and a format out of range;
 * QCDC_STATUS_SYNTAX for a label that is no period; QCDC_STATUS_NOT_FOUND for a unit, plan or period that is not there;
 * QCDC_STATUS_REFUSED for JSON, and for a period or base that the period does not have (S15); QCDC_STATUS_OVERFLOW for a figure outside
 * the range of a value; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_cube_to_layout(QcdcCube *cube, const QcdcLayout *layout, const QcdcLayoutOptions *options, const QcdcStyle *style,
                               QcdcTableFormat format, char **out_text, QcdcError *error);

/**
 * qcdc_cube_layout_to_workbook:
 * @cube: a cube of the catalog that @layout names
 * @layout: a table
 * @options: (nullable) unit, period and base; NULL leaves them to the table
 * @style: (nullable) language, rounding and decimals of percents; NULL is the default style
 * @path: of the file, .xlsx; what stood there stays until the new one is whole
 * @error: (nullable) what went wrong
 *
 * The table of qcdc_cube_to_layout() as a workbook of one sheet. Numbers are numbers where 15 digits hold them, shown with their decimals,
 * 0 as "-", stars beside them; else texts, as hedged and joined ones are. The same table makes the same bytes at any time and place.
 * Needs QCDC_FEATURE_XLSX. Source: D60 … D63. Threads: any.
 *
 * Returns: QCDC_OK; as qcdc_cube_to_layout(); besides QCDC_STATUS_ARGUMENT without a path, QCDC_STATUS_IO for a file that cannot be written and
 * QCDC_STATUS_REFUSED, QCDC_REFUSAL_XLSX_FEATURE, of a library without the feature.
 */
QCDC_API
QcdcStatus qcdc_cube_layout_to_workbook(QcdcCube *cube, const QcdcLayout *layout, const QcdcLayoutOptions *options,
                                        const QcdcStyle *style, const char *path, QcdcError *error);

QCDC_END_DECLS

#endif
