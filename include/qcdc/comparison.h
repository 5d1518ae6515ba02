/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_COMPARISON_H
#define QCDC_COMPARISON_H

#include <qcdc/cube.h>
#include <qcdc/phrase.h>

QCDC_BEGIN_DECLS

/** QcdcBy: into what parts a unit's figure is taken apart. */
typedef enum {
    QCDC_BY_DEFAULT = 0, /**< none */
    QCDC_BY_NONE,        /**< the unit alone */
    QCDC_BY_CHILD,       /**< its own figure and its children */
    QCDC_BY_LEVEL,       /**< levels below it */
    QCDC_BY_GROUP,       /**< groups below it */
    QCDC_BY_INDICATOR,   /**< the parts of the indicators named */
    QCDC_BY_END          /**< sentinel */
} QcdcBy;

enum {
    QCDC_DEPTH_ALL = -1 /**< all the way down */
};

/**
 * QcdcBaseOption: one base of a comparison.
 * @base: a QcdcBase
 * @period: of QCDC_BASE_PERIOD: the label
 * @plan: (nullable) of QCDC_BASE_PLAN: its name; NULL is the only or first plan
 */
typedef struct QcdcBaseOption {
    QcdcBase base;
    const char *period, *plan;
} QcdcBaseOption;

/**
 * QcdcSelection: which figures; all-zero is every root unit, every indicator.
 * @size: sizeof (QcdcSelection)
 * @unit: (nullable) code; NULL is every root
 * @period: (nullable) label; NULL is the latest (D12)
 * @by: a QcdcBy
 * @depth: levels of parts; 0 is 1, QCDC_DEPTH_ALL
 * @indicators: (nullable) codes; none is all
 * @indicator_count: how many
 * @bases: (nullable) none is the same period last year
 * @base_count: how many
 */
typedef struct QcdcSelection {
    size_t size;
    const char *unit, *period;
    QcdcBy by;
    int32_t depth;
    const char *const *indicators;
    size_t indicator_count;
    const QcdcBaseOption *bases;
    size_t base_count;
} QcdcSelection;

/**
 * QcdcComparisonRow: one figure against one base. Texts belong to the comparison.
 * @unit: unit, or QCDC_ID_NONE of a level or group
 * @unit_code: code, u#own, level:1 or group:name (D8)
 * @unit_name: name
 * @indicator: indicator
 * @base_index: which base of the selection
 * @base: a QcdcBase
 * @period: current period
 * @base_period: base period; of a plan the plan's
 * @change: the change, all caveats
 * @current_cell: the current cell
 * @base_cell: the base cell
 * @units_expected: units expected now (D24)
 * @units_valued: of them, with a value now
 * @base_units_expected: likewise of the base
 * @base_units_valued: likewise of the base
 * @plan: index of the plan in the catalog; of other bases 0
 * @plan_of_year: 1 if the plan is of the containing year
 */
typedef struct QcdcComparisonRow {
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    const char *unit_code, *unit_name;
    size_t base_index;
    QcdcBase base;
    QcdcPeriod period, base_period;
    QcdcChange change;
    QcdcCell current_cell, base_cell;
    uint32_t units_expected, units_valued, base_units_expected, base_units_valued;
    uint32_t plan;
    uint8_t plan_of_year;
    uint8_t reserved[3];
} QcdcComparisonRow;

/* periods that the cube lacks are rolled up for the comparison. REFUSED in words (S15: span, to-date against a year …) */
QCDC_API
QcdcStatus qcdc_cube_compare(QcdcCube *cube, const QcdcSelection *selection, QcdcComparison **out_comparison, QcdcError *error);
QCDC_API
QcdcComparison *qcdc_comparison_ref(QcdcComparison *comparison);
QCDC_API
void qcdc_comparison_unref(QcdcComparison *comparison);
QCDC_API
QcdcCatalog *qcdc_comparison_get_catalog(const QcdcComparison *comparison);
QCDC_API
size_t qcdc_comparison_get_count(const QcdcComparison *comparison);
/* bulk; rows in the order of D8 */
QCDC_API
QcdcStatus qcdc_comparison_read_rows(const QcdcComparison *comparison, size_t first, size_t count, QcdcComparisonRow *out_rows, QcdcError *error);

QCDC_END_DECLS

#endif
