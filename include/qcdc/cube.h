/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CUBE_H
#define QCDC_CUBE_H

#include <qcdc/change.h>
#include <qcdc/dataset.h>

QCDC_BEGIN_DECLS

/** QcdcMissing: what a roll-up does where figures are missing (S18). */
typedef enum {
    QCDC_MISSING_DEFAULT = 0, /**< partial */
    QCDC_MISSING_PARTIAL,     /**< a sum of what there is, flagged */
    QCDC_MISSING_STRICT,      /**< no value unless complete or reported as a total */
    QCDC_MISSING_CARRY,       /**< a missing stock takes its last known value, as an estimate (S17) */
    QCDC_MISSING_NON_NULL,    /**< of VTL: as strict (D43) */
    QCDC_MISSING_NON_ZERO,    /**< of VTL: as partial_zero, and no value that is 0 */
    QCDC_MISSING_PARTIAL_NULL, /**< of VTL: as strict */
    QCDC_MISSING_PARTIAL_ZERO, /**< of VTL: what was not reported is 0 where something was */
    QCDC_MISSING_ALWAYS_NULL, /**< of VTL: as strict */
    QCDC_MISSING_ALWAYS_ZERO, /**< of VTL: what was not reported is 0, be it everything */
    QCDC_MISSING_END          /**< sentinel */
} QcdcMissing;

/** QcdcOrigin: how a cell got its value (D19). */
typedef enum {
    QCDC_ORIGIN_NONE = 0,       /**< no value */
    QCDC_ORIGIN_OWN,            /**< the unit's own figure */
    QCDC_ORIGIN_SUM,            /**< own and children, complete */
    QCDC_ORIGIN_REPORTED_TOTAL, /**< a total reported for the whole area */
    QCDC_ORIGIN_PARTIAL,        /**< a sum with figures missing */
    QCDC_ORIGIN_COARSE,         /**< a figure reported for a coarser period than usual */
    QCDC_ORIGIN_CARRIED,        /**< a stock's last known value */
    QCDC_ORIGIN_END             /**< sentinel */
} QcdcOrigin;

/**
 * QcdcProgress: called on the caller's thread now and then; false asks to stop.
 * @fraction: the part done, 0 … 1
 * @data: what the caller gave with the callback
 */
typedef bool (*QcdcProgress)(double fraction, void *data);

/**
 * QcdcRollupOptions: all-zero is the default.
 * @size: sizeof (QcdcRollupOptions)
 * @missing: a QcdcMissing
 * @threads: 0 is 1
 * @hierarchy: (nullable) name of a hierarchy of the catalog; NULL, "" and "parent" are that of the column parent
 * @periods: (nullable) periods wanted besides those observed and the quarters, halves and years around them
 * @period_count: how many
 * @max_cells: units × indicators × periods × scenarios allowed; 0 is 200 000 000
 * @progress: (nullable) callback
 * @progress_data: (nullable) handed to it
 */
typedef struct QcdcRollupOptions {
    size_t size;
    QcdcMissing missing;
    uint32_t threads;
    const char *hierarchy;
    const QcdcPeriod *periods;
    size_t period_count, max_cells;
    QcdcProgress progress;
    void *progress_data;
} QcdcRollupOptions;

/**
 * QcdcCell: one rolled-up cell; all-zero is "nothing".
 * @figure: the figure, status merged; of a ratio by formula both terms
 * @expected: (unit, sub-period) pairs that should be there (D15)
 * @present: of them, those reported, valued or not
 * @valued: of them, those with a value
 * @covered: of a form, reporters that have all its terms; else equal to @valued
 * @origin: a QcdcOrigin
 * @is_refused: 1 if the figure has no meaning here (S5)
 * @is_hedged: 1 if a figure with words such as "trên", "gần" went in (S4)
 * @refusal: of what is refused a QcdcRefusal: why; else QCDC_REFUSAL_NONE
 * @reserved: zero
 * @hedge: (nullable) words of a single observation, belongs to the dataset (S4)
 */
typedef struct QcdcCell {
    QcdcFigure figure;
    uint32_t expected, present, valued, covered;
    uint8_t origin, is_refused, is_hedged, refusal;
    uint8_t reserved[4];
    const char *hedge;
} QcdcCell;

/**
 * QcdcCellColumns: cells as columns, an entry a cell; arrays of the caller, NULL is not wanted.
 * @size: sizeof (QcdcCellColumns)
 * @coefficients: values × 10^decimals, of a ratio by formula its numerator; 0 without a value
 * @decimals: decimals of each
 * @denominators: of a ratio by formula the coefficient of its denominator, of others 0
 * @denominator_decimals: decimals of each
 * @states: QcdcFigureState; QCDC_FIGURE_VALUED says that there is a value
 * @statuses: of a value
 * @origins: QcdcOrigin
 * @expected: as in QcdcCell
 * @present: as in QcdcCell
 * @valued: as in QcdcCell
 */
typedef struct QcdcCellColumns {
    size_t size;
    int64_t *coefficients;
    uint8_t *decimals;
    int64_t *denominators;
    uint8_t *denominator_decimals, *states;
    QcdcObservationStatus *statuses;
    uint8_t *origins;
    uint32_t *expected, *present, *valued;
} QcdcCellColumns;

/**
 * qcdc_origin_to_name:
 * @origin: any number
 *
 * Source: contracts.md "rollup". Threads: any.
 *
 * Returns: (static) "own", "sum", "reported-total", "partial", "coarse", "carried"; "none" without a value; NULL out of range.
 */
QCDC_API
const char *qcdc_origin_to_name(QcdcOrigin origin);

/**
 * qcdc_missing_parse:
 * @text: "partial", "strict", "carry", "non_null", "non_zero", "partial_null", "partial_zero", "always_null" or "always_zero"
 * @out_missing: takes the way
 * @error: (nullable) what went wrong, with the words there are as hint
 *
 * A way to treat missing figures as shells, notebooks and SQL name it. Source: contracts.md "Shell" --missing, S18, D43. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX for other words; QCDC_STATUS_ARGUMENT when a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_missing_parse(const char *text, QcdcMissing *out_missing, QcdcError *error);

/**
 * qcdc_dataset_rollup:
 * @dataset: observations; the cube holds a reference on them and on their catalog
 * @options: (nullable) NULL is the default
 * @out_cube: (transfer full) the cube; given back with qcdc_cube_unref()
 * @error: (nullable) what went wrong; of an overflow the first cell in canonical order: unit, indicator, period
 *
 * Adds every indicator and scenario over time for each reporter, then up the tree of each period. The result does not depend on
 * the order of the rows. @options.progress is called on this thread every few milliseconds of work, with a part that never becomes
 * less and is 1 in the end, and can stop the call. Formulas are worked out when a cell is read. Source: S1, S11, S12, S16, S17, S18,
 * D14 … D22. Threads: any; one dataset may be rolled up by several at once.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for options out of range; QCDC_STATUS_NOT_FOUND for a hierarchy that the catalog does not have;
 * QCDC_STATUS_OVERFLOW; QCDC_STATUS_CANCELLED; QCDC_STATUS_MEMORY, also when the product of the dimensions is above
 * @options.max_cells, spans have more months than that, or a formula goes through too many others.
 */
QCDC_API
QcdcStatus qcdc_dataset_rollup(QcdcDataset *dataset, const QcdcRollupOptions *options, QcdcCube **out_cube, QcdcError *error);

/**
 * qcdc_cube_revise:
 * @cube: a cube, which stays as it is
 * @dataset: other figures of the same catalog: a correction of the cube's dataset, or that dataset as it was known before
 * @out_cube: (transfer full) the cube of @dataset; given back with qcdc_cube_unref()
 * @error: (nullable) what went wrong; of an overflow the first cell in canonical order
 *
 * What qcdc_dataset_rollup() makes of @dataset with the options of @cube. Where figures were replaced and none added, the figures of
 * indicators in which nothing was changed are shared with @cube and not worked out again. Source: S20, design.md §3.6. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a cube, dataset or place, or for a dataset of another catalog; QCDC_STATUS_OVERFLOW;
 * QCDC_STATUS_MEMORY, also past the limits that @cube was made with.
 */
QCDC_API
QcdcStatus qcdc_cube_revise(QcdcCube *cube, QcdcDataset *dataset, QcdcCube **out_cube, QcdcError *error);

/**
 * qcdc_cube_ref:
 * @cube: (nullable) a cube
 *
 * Source: design.md §3.6. Threads: any; the count is atomic.
 *
 * Returns: (transfer full) @cube with one reference more.
 */
QCDC_API
QcdcCube *qcdc_cube_ref(QcdcCube *cube);

/**
 * qcdc_cube_unref:
 * @cube: (nullable) (transfer full) a cube; the last reference frees it
 *
 * Source: design.md §3.6. Threads: any; the count is atomic.
 */
QCDC_API
void qcdc_cube_unref(QcdcCube *cube);

/**
 * qcdc_cube_get_dataset:
 * @cube: a cube; NULL has no dataset
 *
 * Source: design.md §3.2. Threads: any.
 *
 * Returns: the dataset it was made of; belongs to the cube and lives as long.
 */
QCDC_API
QcdcDataset *qcdc_cube_get_dataset(const QcdcCube *cube);

/**
 * qcdc_cube_get_period_count:
 * @cube: a cube; NULL has none
 *
 * Periods that have cells: those observed, the quarters, halves and years around them, those wanted, and those that formulas
 * look back to. Source: S13, D9. Threads: any.
 *
 * Returns: how many.
 */
QCDC_API
size_t qcdc_cube_get_period_count(const QcdcCube *cube);

/**
 * qcdc_cube_get_period:
 * @cube: a cube
 * @index: 0 … count − 1, in canonical order: first day, last day, finer kind first
 *
 * Source: D9. Threads: any.
 *
 * Returns: the period; no period (all-zero) out of range.
 */
QCDC_API
QcdcPeriod qcdc_cube_get_period(const QcdcCube *cube, size_t index);

/**
 * qcdc_cube_read_cells:
 * @cube: a cube
 * @units: units, an entry a cell
 * @indicators: indicators, an entry a cell
 * @periods: periods of the cube, an entry a cell
 * @scopes: (nullable) QCDC_SCOPE_OWN: the unit's own figure; NULL and QCDC_SCOPE_TOTAL: the figure up the tree
 * @scenarios: (nullable) 0 actual, k + 1 the plan k of the catalog; NULL is actual
 * @count: how many cells
 * @out_cells: @count entries owned by the caller; texts in them belong to the dataset
 * @error: (nullable) what went wrong
 *
 * Entry k is unit k, indicator k, period k. A unit that is not in the tree of the period gives an empty cell. All keys are looked
 * at before anything is written; when a formula fails, the entries before it have been written. Source: S6, S11, S18, D18 … D22.
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for a missing column and for a unit, indicator or scenario that the catalog does not have;
 * QCDC_STATUS_NOT_FOUND for a period that the cube does not hold; QCDC_STATUS_OVERFLOW when a formula leaves the range of a value;
 * QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_cube_read_cells(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators,
                                const QcdcPeriod *periods, const uint8_t *scopes, const uint16_t *scenarios, size_t count,
                                QcdcCell *out_cells, QcdcError *error);

/**
 * qcdc_cube_read_columns:
 * @cube: a cube
 * @units: units, an entry a cell
 * @indicators: indicators, an entry a cell
 * @periods: periods of the cube, an entry a cell
 * @scopes: (nullable) as in qcdc_cube_read_cells()
 * @scenarios: (nullable) as in qcdc_cube_read_cells()
 * @count: how many cells
 * @columns: the arrays that are wanted, of @count entries each
 * @error: (nullable) what went wrong
 *
 * The cells of qcdc_cube_read_cells() for hosts that take columns. All keys are looked at before anything is written; when a formula
 * fails, the entries before it have been written. Source: design.md §3.8. Threads: any.
 *
 * Returns: QCDC_OK; else as qcdc_cube_read_cells(), QCDC_STATUS_ARGUMENT also without @columns or with another size of it.
 */
QCDC_API
QcdcStatus qcdc_cube_read_columns(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators,
                                  const QcdcPeriod *periods, const uint8_t *scopes, const uint16_t *scenarios, size_t count,
                                  const QcdcCellColumns *columns, QcdcError *error);

/**
 * qcdc_cube_explain:
 * @cube: a cube
 * @unit: a unit
 * @indicator: an indicator
 * @period: a period of the cube
 * @language: language of the words
 * @out_text: (transfer full) lines of UTF-8; freed with qcdc_free()
 * @error: (nullable) what went wrong
 *
 * Says in words what the actual figure up the tree is, which rule gave it, how many report, the rows that went in (file:row; of
 * what came as columns its place among all observations, columns:7), what is missing, and why there is no figure where none has a
 * meaning ("thứ hạng không cộng được"). Of a formula its terms. Lists end after 50 entries with the number of the others. Source: S5, S6, S11, S16, S17, S18. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for a unit, indicator or language that is none; QCDC_STATUS_NOT_FOUND for a period that the
 * cube does not hold; QCDC_STATUS_OVERFLOW when a formula leaves the range of a value; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_cube_explain(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, QcdcPeriod period,
                             QcdcLanguage language, char **out_text, QcdcError *error);

QCDC_END_DECLS

#endif
