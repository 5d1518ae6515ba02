/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CHANGE_H
#define QCDC_CHANGE_H

#include <qcdc/period.h>
#include <qcdc/refusal.h>
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
 * QcdcFigure: a figure as it stands in a sentence or table: a value, or a ratio or mean kept as its two terms. All-zero is "not
 * reported".
 * @value: the value; of a ratio by formula its numerator, of a mean the sum (D57)
 * @denominator: of a ratio by formula its denominator, of a mean the number of figures, not 0
 * @is_fraction: 1 if it is a ratio by formula or a mean
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
 * @refusal: a QcdcRefusal: QCDC_REFUSAL_BREAK where the definition changed between the two (S8); then the direction is unknown, and there
 * is no difference, percent, points, index or places
 */
typedef struct QcdcChange {
    QcdcFigure current, base;
    QcdcDecimal difference;
    uint32_t caveats;
    uint8_t direction, quantity, refusal;
    uint8_t reserved[1];
} QcdcChange;

/* A change is the caller's memory and owns nothing. Nothing here allocates, and every function may be called from any thread
 * that does not share what it writes. A function that returns a QcdcStatus leaves its output as it was unless it returns
 * QCDC_OK. */

/**
 * qcdc_change_measure:
 * @current: the figure now
 * @base: the figure it is held against
 * @quantity: what kind of figure both are
 * @out_change: takes the change
 * @error: (nullable) takes what is wrong
 *
 * Sets the direction, the difference and the caveats that two figures alone show: a side missing; base 0 or below of an
 * amount; a side estimated; flag B or D on a side; of ranks, fields of different known sizes. Who knows reporters, calendars
 * and units adds the other caveats. An observed ratio may stand beside a ratio by formula: it is in the same measure. The base of
 * an amount, score or observed ratio may be a mean: a fraction of power 0 (D57).
 * Direction of a rank: increase is better, whichever way the numbers run. Source: S21, S22. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_OVERFLOW when the difference has more than 18 digits; QCDC_STATUS_ARGUMENT when a pointer is
 * missing, @quantity is not a QcdcQuantity, a figure is not one (a value, denominator, power, state, status or field out of
 * its range), or a formula is given for what is not a ratio or with different powers.
 */
QCDC_API
QcdcStatus qcdc_change_measure(const QcdcFigure *current, const QcdcFigure *base, QcdcQuantity quantity,
                               QcdcChange *out_change, QcdcError *error);

/**
 * qcdc_change_get_percent:
 * @change: a change that was measured
 * @decimals: 0 … 15, the decimals wanted
 * @rounding: how a half is rounded
 * @out_percent: takes (current − base) / base × 100, signed
 * @error: (nullable) takes what is wrong
 *
 * The growth of an amount, divided by the base and rounded once; of a mean as base there is none (D57). A change that is not 0 may round to 0; the direction still
 * tells it. Source: S22, D6. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED for other quantities, when the base is 0 or below, and across a break (S8);
 * QCDC_STATUS_NOT_FOUND when a side is absent; QCDC_STATUS_OVERFLOW when the percent has more than 18 digits; QCDC_STATUS_ARGUMENT when @change was not
 * measured, @decimals is above 9, @rounding is not a QcdcRounding or a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_change_get_percent(const QcdcChange *change, unsigned decimals, QcdcRounding rounding,
                                   QcdcDecimal *out_percent, QcdcError *error);

/**
 * qcdc_change_get_points:
 * @change: a change that was measured
 * @decimals: 0 … 9, the decimals wanted where a side is a ratio by formula
 * @rounding: how a half is rounded there
 * @out_points: takes current − base, signed
 * @error: (nullable) takes what is wrong
 *
 * The difference of two ratios: percentage points of a percentage, its own measure of another ratio; and the difference of an amount
 * or score from a mean. Rounded once; of two observed ratios it is exact, with their own decimals. Source: S22, D5, D57. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED for what is neither a ratio nor held against a mean, and across a break (S8); QCDC_STATUS_NOT_FOUND when a side is absent;
 * QCDC_STATUS_OVERFLOW when the result has more than 18 digits; QCDC_STATUS_ARGUMENT when @change was not measured, @decimals
 * is above 9, @rounding is not a QcdcRounding or a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_change_get_points(const QcdcChange *change, unsigned decimals, QcdcRounding rounding,
                                  QcdcDecimal *out_points, QcdcError *error);

/**
 * qcdc_change_get_index:
 * @change: a change that was measured
 * @decimals: 0 … 15, the decimals wanted
 * @rounding: how a half is rounded
 * @out_index: takes current / base × 100
 * @error: (nullable) takes what is wrong
 *
 * The index, or, against a plan, the attainment; rounded once, also of two ratios by formula. Source: S22, S24, D7.
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED for ranks, when the base is 0 or below, and across a break (S8); QCDC_STATUS_NOT_FOUND
 * when a side is absent; QCDC_STATUS_OVERFLOW when the index has more than 18 digits; QCDC_STATUS_ARGUMENT when @change was not measured,
 * @decimals is above 9, @rounding is not a QcdcRounding or a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_change_get_index(const QcdcChange *change, unsigned decimals, QcdcRounding rounding,
                                 QcdcDecimal *out_index, QcdcError *error);

/**
 * qcdc_change_get_places:
 * @change: a change that was measured
 * @out_places: takes the places gained: above 0 is better
 * @error: (nullable) takes what is wrong
 *
 * Of QCDC_QUANTITY_RANK place 15 after place 36 is 21 places gained. Source: S22, D5. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED for what is not a rank, when the fields have different known sizes, when a rank is
 * not a whole number, and across a break (S8); QCDC_STATUS_NOT_FOUND when a side is absent; QCDC_STATUS_ARGUMENT when @change was not measured or a
 * pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_change_get_places(const QcdcChange *change, int64_t *out_places, QcdcError *error);

QCDC_END_DECLS

#endif
