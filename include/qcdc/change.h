/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CHANGE_H
#define QCDC_CHANGE_H

#include <qcdc/period.h>
#include <qcdc/tally.h>

QCDC_BEGIN_DECLS

/** QcdcQuantity: what kind of figure changes, and so in what its change is told (S22). */
typedef enum {
    QCDC_QUANTITY_DEFAULT = 0, /**< amount */
    QCDC_QUANTITY_AMOUNT,      /**< in its measure, and in percent */
    QCDC_QUANTITY_PERCENTAGE,  /**< a ratio in %: in percentage points */
    QCDC_QUANTITY_RATIO,       /**< a ratio by formula in another measure: in that measure, rounded once; no percent */
    QCDC_QUANTITY_SCORE,       /**< in its measure; no percent */
    QCDC_QUANTITY_RANK,        /**< in places; a smaller number is better */
    QCDC_QUANTITY_RANK_RISING, /**< in places; a larger number is better */
    QCDC_QUANTITY_END          /**< sentinel */
} QcdcQuantity;

/** QcdcDirection: where a change goes (S21). */
typedef enum {
    QCDC_DIRECTION_UNKNOWN = 0, /**< a side is absent */
    QCDC_DIRECTION_DECREASE,    /**< down; of a rank, worse */
    QCDC_DIRECTION_UNCHANGED,   /**< equal */
    QCDC_DIRECTION_INCREASE,    /**< up; of a rank, better */
    QCDC_DIRECTION_END          /**< sentinel */
} QcdcDirection;

/** The caveats of a change (S21), bits of QcdcChange.caveats. */
enum {
    QCDC_CAVEAT_CURRENT_MISSING = 1,    /**< no current figure */
    QCDC_CAVEAT_BASE_MISSING = 2,       /**< no base figure */
    QCDC_CAVEAT_BASE_ZERO = 4,          /**< no percent: base 0 */
    QCDC_CAVEAT_BASE_NEGATIVE = 8,      /**< no percent: base below 0 */
    QCDC_CAVEAT_COVERAGE_DIFFERS = 16,  /**< other reporters (S23) */
    QCDC_CAVEAT_CALENDAR_DIFFERS = 32,  /**< other cut-off days (S14) */
    QCDC_CAVEAT_UNITS_DIFFER = 64,      /**< other units; of a rank, another field */
    QCDC_CAVEAT_DEFINITION_DIFFERS = 128, /**< flag B or D on a side (S8) */
    QCDC_CAVEAT_ESTIMATED = 256,        /**< a side is E */
    QCDC_CAVEAT_BOUNDED = 512           /**< a side is known by bounds only (S28) */
};

/** QcdcFigureState: whether there is a figure (S2). */
typedef enum {
    QCDC_FIGURE_ABSENT = 0,     /**< not reported: no row */
    QCDC_FIGURE_VALUED,         /**< a value */
    QCDC_FIGURE_NOT_APPLICABLE, /**< explicit M */
    QCDC_FIGURE_MISSING,        /**< explicit O or L */
    QCDC_FIGURE_END             /**< sentinel */
} QcdcFigureState;

/**
 * QcdcFigure: a figure as it stands in a sentence or table: a value, or a ratio kept as its two terms. All-zero is "not reported".
 * @value: the value; of a ratio by formula its numerator
 * @denominator: of a ratio by formula its denominator, not 0
 * @is_fraction: 1 if it is a ratio by formula
 * @power: power of ten of a ratio by formula: 2 for measure %, else 0
 * @state: a QcdcFigureState
 * @status: of a value
 * @field: of a rank, the size of the field; 0 unknown
 */
typedef struct QcdcFigure {
    QcdcDecimal value, denominator;
    uint8_t is_fraction, power, state;
    QcdcObservationStatus status;
    int32_t field;
} QcdcFigure;

/**
 * QcdcChange: current against base.
 * @current: the figure now
 * @base: the figure it is held against
 * @difference: current − base; 0 when a side is absent or a ratio by formula (see qcdc_change_get_points)
 * @caveats: QCDC_CAVEAT_ bits
 * @direction: a QcdcDirection
 * @quantity: a QcdcQuantity
 */
typedef struct QcdcChange {
    QcdcFigure current, base;
    QcdcDecimal difference;
    uint32_t caveats;
    uint8_t direction, quantity;
    uint8_t reserved[2];
} QcdcChange;

/* sets direction, difference and the caveats that the two figures alone show (missing, base zero/negative, estimated, definition, field of rank) */
QCDC_API
QcdcStatus qcdc_change_measure(const QcdcFigure *current, const QcdcFigure *base, QcdcQuantity quantity, QcdcChange *out_change, QcdcError *error);
/* an amount's growth in percent, signed, rounded once; REFUSED for other quantities and base <= 0, NOT_FOUND when a side is absent */
QCDC_API
QcdcStatus qcdc_change_get_percent(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_percent, QcdcError *error);
/* difference of two ratios (percentage points of a PERCENTAGE; own measure of RATIO), signed, rounded once. Observed ratios: exact */
QCDC_API
QcdcStatus qcdc_change_get_points(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_points, QcdcError *error);
/* current / base × 100 (index, attainment), base > 0 */
QCDC_API
QcdcStatus qcdc_change_get_index(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_index, QcdcError *error);
/* places gained, signed: + is better */
QCDC_API
QcdcStatus qcdc_change_get_places(const QcdcChange *change, int64_t *out_places, QcdcError *error);

QCDC_END_DECLS

#endif
