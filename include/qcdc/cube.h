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

/** QcdcProgress: called on the caller's thread now and then with the part done, 0 … 1; false asks to stop. */
typedef bool (*QcdcProgress)(double fraction, void *data);

/**
 * QcdcRollupOptions: all-zero is the default.
 * @size: sizeof (QcdcRollupOptions)
 * @missing: a QcdcMissing
 * @threads: 0 is 1
 * @hierarchy: (nullable) NULL is the hierarchy of column parent; others are not offered in this version
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
 * @is_refused: 1 if the figure has no meaning here (S5); qcdc_cube_explain says why
 * @is_hedged: 1 if a figure with words such as "trên", "gần" went in (S4)
 * @reserved: zero
 * @hedge: (nullable) words of a single observation, belongs to the dataset (S4)
 */
typedef struct QcdcCell {
    QcdcFigure figure;
    uint32_t expected, present, valued, covered;
    uint8_t origin, is_refused, is_hedged;
    uint8_t reserved[5];
    const char *hedge;
} QcdcCell;

QCDC_API
const char *qcdc_origin_to_name(QcdcOrigin origin);
/* the cube holds references on dataset and catalog. OVERFLOW names the first cell in canonical order (S1) */
QCDC_API
QcdcStatus qcdc_dataset_rollup(QcdcDataset *dataset, const QcdcRollupOptions *options, QcdcCube **out_cube, QcdcError *error);
QCDC_API
QcdcCube *qcdc_cube_ref(QcdcCube *cube);
QCDC_API
void qcdc_cube_unref(QcdcCube *cube);
QCDC_API
QcdcDataset *qcdc_cube_get_dataset(const QcdcCube *cube);
/* periods of the cube in canonical order (D9) */
QCDC_API
size_t qcdc_cube_get_period_count(const QcdcCube *cube);
QCDC_API
QcdcPeriod qcdc_cube_get_period(const QcdcCube *cube, size_t index);
/* bulk: entry k is unit k, indicator k, period k. @scopes NULL: values up the tree; QCDC_SCOPE_OWN entries: the unit's own figure. @scenarios NULL: actual.
 * A period that the cube does not hold is NOT_FOUND; a unit not in the tree of the period gives an empty cell */
QCDC_API
QcdcStatus qcdc_cube_read_cells(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, const QcdcPeriod *periods, const uint8_t *scopes, const uint16_t *scenarios, size_t count, QcdcCell *out_cells, QcdcError *error);
/* in words: the rows (file:row) that went in and the rule that fired; freed with qcdc_free */
QCDC_API
QcdcStatus qcdc_cube_explain(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, QcdcPeriod period, QcdcLanguage language, char **out_text, QcdcError *error);

QCDC_END_DECLS

#endif
