/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_RANKING_H
#define QCDC_RANKING_H

#include <qcdc/comparison.h>

QCDC_BEGIN_DECLS

/** QcdcRankingOrder: which figure has the first place. */
typedef enum {
    QCDC_RANKING_DEFAULT = 0,    /**< largest first */
    QCDC_RANKING_LARGEST_FIRST,  /**< the largest */
    QCDC_RANKING_SMALLEST_FIRST, /**< the smallest */
    QCDC_RANKING_END             /**< sentinel */
} QcdcRankingOrder;

/**
 * QcdcQuantile: a quantile of figures, exactly: so far on the way from one figure to another; all-zero is "nothing".
 * @low: the figure at or below it
 * @high: the figure at or above it; @low itself where the quantile falls on a figure
 * @weight: parts of @weight_of from @low to @high, below @weight_of; in lowest terms
 * @weight_of: 1 or more
 * @used: figures that went in
 * @reserved: zero
 */
typedef struct QcdcQuantile {
    QcdcFigure low, high;
    uint32_t weight, weight_of, used;
    uint8_t reserved[4];
} QcdcQuantile;

/**
 * qcdc_ranking_of_figures:
 * @figures: (nullable) figures of one measure, an entry a row
 * @count: how many, below 2^32
 * @order: a QcdcRankingOrder
 * @out_places: (nullable) takes the place of each row: 1, 2, 2, 4; 0 of a row without a value
 * @out_rows: (nullable) takes the rows in order, equal ones as they came, those without a value last
 * @out_field: (nullable) takes the number of rows that have a place
 * @error: (nullable) what went wrong
 *
 * Figures are compared exactly: 1.5 equals 1.50, 1/3 of a formula equals 2/6, and an observed 50 % stands beside 1/2 of measure %. Equal ones
 * share the better place, and the next has as many places more ("standard competition ranking"). All arrays have @count entries. Source: S1,
 * S22. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without figures, for what is no order or figure, and for ratios by formula of different measures;
 * QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_ranking_of_figures(const QcdcFigure *figures, size_t count, QcdcRankingOrder order, uint32_t *out_places, size_t *out_rows,
                                   uint32_t *out_field, QcdcError *error);

/**
 * qcdc_ranking_split:
 * @places: (nullable) places of one ranking, an entry a row; 0 is no place
 * @count: how many
 * @group_count: 1 … 2^32 − 1: 4 are quarters, 100 percentile groups
 * @out_groups: takes the group of each row: 1 has the first places; 0 without a place; may be @places
 * @error: (nullable) what went wrong
 *
 * Groups as near in size as equal places allow, which are in one group: the one where the first of them stands. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT when a pointer is missing, for no groups, and for places that are of no ranking.
 */
QCDC_API
QcdcStatus qcdc_ranking_split(const uint32_t *places, size_t count, uint32_t group_count, uint32_t *out_groups, QcdcError *error);

/**
 * qcdc_cube_rank_units:
 * @cube: a cube
 * @units: (nullable) units, an entry a row
 * @count: how many, below 2^32
 * @indicator: an indicator
 * @period: a period of the cube
 * @order: a QcdcRankingOrder
 * @out_places: (nullable) as in qcdc_ranking_of_figures()
 * @out_rows: (nullable) as in qcdc_ranking_of_figures()
 * @out_field: (nullable) as in qcdc_ranking_of_figures()
 * @error: (nullable) what went wrong
 *
 * Places of units by their actual figures up the tree. A sum with figures missing has no place, nor what is refused. A place says nothing of good
 * or bad, and units are not to be ranked by complaints about them (wording.md §6). Source: S5, S18. Threads: any.
 *
 * Returns: QCDC_OK; else as qcdc_cube_read_cells() and qcdc_ranking_of_figures(): QCDC_STATUS_ARGUMENT; QCDC_STATUS_NOT_FOUND;
 * QCDC_STATUS_OVERFLOW; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_cube_rank_units(const QcdcCube *cube, const QcdcUnitId *units, size_t count, QcdcIndicatorId indicator, QcdcPeriod period,
                                QcdcRankingOrder order, uint32_t *out_places, size_t *out_rows, uint32_t *out_field, QcdcError *error);

/**
 * qcdc_comparison_rank_rows:
 * @comparison: a comparison
 * @rows: (nullable) numbers of its rows that are ranked against one another
 * @count: how many, below 2^32
 * @order: a QcdcRankingOrder
 * @out_places: (nullable) takes the place of each entry of @rows, as in qcdc_ranking_of_figures()
 * @out_rows: (nullable) takes the entries of @rows in order
 * @out_field: (nullable) takes the number of entries that have a place
 * @error: (nullable) what went wrong
 *
 * By the figures now. A sum with figures missing has no place. Source: S18. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for a row past the end, rows of several indicators, and when a pointer is missing; else as
 * qcdc_ranking_of_figures(); QCDC_STATUS_OVERFLOW when a formula leaves the range of a value; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_comparison_rank_rows(const QcdcComparison *comparison, const size_t *rows, size_t count, QcdcRankingOrder order, uint32_t *out_places,
                                     size_t *out_rows, uint32_t *out_field, QcdcError *error);

/**
 * qcdc_quantile_of_figures:
 * @figures: (nullable) figures of one measure, in any order; those without a value are left out
 * @count: how many, below 2^32
 * @part: 0 … @of
 * @of: 1 … 2^32 − 1: 1 of 2 is the median, 3 of 4 the upper quartile
 * @out_quantile: takes the quantile
 * @error: (nullable) what went wrong
 *
 * Definition 7 of Hyndman and Fan (1996): of n figures in order, the (n − 1) · part / of-th counted from 0, in proportion between two of them.
 * Nothing is rounded; qcdc_quantile_to_decimal() does once. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND when no figure has a value; else as qcdc_ranking_of_figures(): QCDC_STATUS_ARGUMENT, also for a
 * part that is none; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_quantile_of_figures(const QcdcFigure *figures, size_t count, uint32_t part, uint32_t of, QcdcQuantile *out_quantile,
                                    QcdcError *error);

/**
 * qcdc_quantile_to_decimal:
 * @quantile: a quantile
 * @decimals: 0 … 15, the decimals wanted
 * @rounding: how a half is rounded
 * @out_value: takes the value, in the measure of the figures
 * @error: (nullable) what went wrong
 *
 * Rounds once. Source: S1. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_OVERFLOW when a term or the result has more than 18 digits; QCDC_STATUS_ARGUMENT for what is no quantile, no
 * rounding, too many decimals, and when a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_quantile_to_decimal(const QcdcQuantile *quantile, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value, QcdcError *error);

QCDC_END_DECLS

#endif
