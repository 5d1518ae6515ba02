/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_OUTLIER_H
#define QCDC_OUTLIER_H

#include <qcdc/cube.h>

QCDC_BEGIN_DECLS

/** QcdcOutliers: cells of a cube that are to be looked at again. Any threads. */
typedef struct QcdcOutliers QcdcOutliers;

/** QcdcOutlierMethod: by what the spread of values is measured. */
typedef enum {
    QCDC_OUTLIER_DEFAULT = 0, /**< the median of the distances from the median */
    QCDC_OUTLIER_MAD,         /**< the same, named: half of the values may be anything */
    QCDC_OUTLIER_QN,          /**< the first quartile of the distances of all pairs: as robust, steadier, and right of skewed values too */
    QCDC_OUTLIER_END          /**< sentinel */
} QcdcOutlierMethod;

/** QcdcOutlierCause: what the arithmetic singles out as what may have happened; never a verdict. */
typedef enum {
    QCDC_OUTLIER_CAUSE_NONE = 0,   /**< nothing is singled out */
    QCDC_OUTLIER_CAUSE_TENFOLD,    /**< a tenth would be ordinary: a digit too many */
    QCDC_OUTLIER_CAUSE_TENTH,      /**< ten times as much would be: a digit too few */
    QCDC_OUTLIER_CAUSE_HUNDREDFOLD, /**< a hundredth would be: two digits too many, or another measure */
    QCDC_OUTLIER_CAUSE_HUNDREDTH,  /**< a hundred times as much would be */
    QCDC_OUTLIER_CAUSE_THOUSANDFOLD, /**< a thousandth would be: another measure, such as thousands written out */
    QCDC_OUTLIER_CAUSE_THOUSANDTH, /**< a thousand times as much would be */
    QCDC_OUTLIER_CAUSE_ZERO,       /**< 0 where there is always more: perhaps not yet reported */
    QCDC_OUTLIER_CAUSE_END         /**< sentinel */
} QcdcOutlierCause;

/**
 * QcdcOutlierOptions: which cells are looked at; all-zero is the default.
 * @size: sizeof (QcdcOutlierOptions)
 * @indicators: (nullable) which; none is every flow, opening, stock, closing and distinct count that is no formula
 * @indicator_count: how many
 * @units: (nullable) which; none is all. The others are their peers all the same
 * @unit_count: how many
 * @first: the first period that is judged, with all in it; all-zero is from the beginning. What lies outside is history all the same
 * @last: the last period that is judged; all-zero is up to the end
 * @threshold: from what score on a cell is found: above 0, at most 1000; 0 is 4
 * @threads: 0 is 1, at most 64
 * @sums: 1 judges the figures up the tree; 0 those that somebody reported: a unit's own, and totals that were reported
 * @reserved: zero
 */
typedef struct QcdcOutlierOptions {
    size_t size;
    const QcdcIndicatorId *indicators;
    size_t indicator_count;
    const QcdcUnitId *units;
    size_t unit_count;
    QcdcPeriod first, last;
    double threshold;
    uint32_t threads;
    uint8_t sums;
    uint8_t reserved[3];
} QcdcOutlierOptions;

/**
 * QcdcOutlier: a cell that is to be looked at again (cần rà soát); all-zero is none.
 * @unit: unit
 * @indicator: indicator
 * @period: period
 * @scope: a QcdcScope: whose figure it is
 * @cause: a QcdcOutlierCause: a hint
 * @status: of the figure
 * @reserved: zero
 * @value: the figure
 * @score: against the unit's own history: above 0 high, below 0 low, in standard deviations of a normal distribution
 * @peer_score: the same, with what its peers did in the period; this one decides. NaN where there are too few
 * @low: lower bound of what would be ordinary: nineteen of twenty such figures lie between the two
 * @typical: what is to be expected in its place
 * @high: upper bound
 * @observations: figures of the unit that it was held against
 * @peers: units that it was held against; 0 without @peer_score
 */
typedef struct QcdcOutlier {
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    QcdcPeriod period;
    uint8_t scope, cause;
    QcdcObservationStatus status;
    uint8_t reserved[1];
    QcdcDecimal value;
    double score, peer_score, low, typical, high;
    uint32_t observations, peers;
} QcdcOutlier;

/**
 * qcdc_outlier_score_values:
 * @values: @count values, NaN where there is none
 * @count: how many, at most 2^28
 * @method: a QcdcOutlierMethod
 * @out_scores: takes @count scores; may be @values
 * @error: (nullable) what went wrong
 *
 * How far is each value from the others? (value − median) / spread, so that one wild value does not hide itself by widening the spread, as it
 * does with mean and standard deviation. The spread is the median absolute deviation × 1.4826, or Qn with its correction for few values
 * (Rousseeuw and Croux 1993): a standard deviation where values are normal. Where it is 0, because half of the values are one and the same,
 * it is the mean distance from the median × 1.2533 (Iglewicz and Hoaglin 1993); where all are the same every score is 0. Fewer than 3 values
 * tell nothing: their scores are NaN, as is that of no value. Values of one kind without trend or season; counts below about 20 and skewed
 * values have scores that are too far on the high side: see qcdc_cube_find_outliers(). 3.5 is a common threshold. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for an infinite value, too many, what is no method, and without a place; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_outlier_score_values(const double *values, size_t count, QcdcOutlierMethod method, double *out_scores, QcdcError *error);

/**
 * qcdc_outlier_score_windows:
 * @values: @count values in the order of time, NaN where there is none
 * @count: how many, at most 2^28
 * @window: values of a window, odd, 3 … 9999: as many on both sides of the middle
 * @method: a QcdcOutlierMethod
 * @out_scores: takes @count scores; may be @values
 * @error: (nullable) what went wrong
 *
 * The same of each value within those around it (Hampel's filter; gsl_movstat): for series that drift. A window is of values, so that where
 * there is none it reaches further; at both ends it is cut. Where fewer than 3 are left the score is NaN. A season shorter than the window
 * widens the spread and hides what is wild. Work grows with @count times @window: 20 000 values in windows of 9999 take a minute. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for an infinite value, too many, a window out of range, what is no method, and without a place;
 * QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_outlier_score_windows(const double *values, size_t count, size_t window, QcdcOutlierMethod method, double *out_scores,
                                      QcdcError *error);

/**
 * qcdc_cube_find_outliers:
 * @cube: a cube
 * @options: (nullable) which cells; NULL is the default
 * @out_outliers: (transfer full) what was found; given back with qcdc_outliers_unref()
 * @error: (nullable) what went wrong
 *
 * Which figures were perhaps mistyped? One call for every unit. What each figure should be is foretold in four ways:
 *
 * 1. by its neighbours: the middle of the three months (quarters, halves, years) before and after; where fewer than two of them have a figure,
 *    of all others of the unit;
 * 2. by other years: the same month of up to three years before and after, times how the months around it stand to those around the other;
 * 3. 4. as 1 and 2, times what its peers did: how the figures of the other units under the same parent stand in the period to what 1 and 2
 *    foretell of them; where fewer than 5 have figures, those of its depth in the tree. A jump that all make is none.
 *
 * score is held against 1 and 2 together, peer_score against 3 and 4, each weighed by how near it mostly is. A figure is found when
 * peer_score, or score where there are no peers, is at or beyond the threshold, and none of the six is below 1.5 to the same side: what one of
 * them finds ordinary is ordinary.
 *
 * Scores are those of counts: signed roots of the deviance of a negative binomial prediction, with correction for continuity (Pierce and
 * Schafer 1986). Its variance is that of counting, that of what it was foretold from (one figure of 4 tells little), and a relative one, which
 * Qn (Rousseeuw and Croux 1993) measures on what each way missed in the unit's own series, drawn towards the median of all units where the
 * series tells little. It is never below a tenth of the figure, so that small differences of large figures are not found. So a jump from 1 to
 * 4 is nothing, and one from 20 to 200 is found, unless the unit is known to jump like that. Figures with decimals are counted in their last
 * place.
 *
 * No observation is, neither judged nor held against: what has no value, is an estimate, partial, carried or of a coarser period, prints with
 * words (trên 300), or is by another definition (D). Nothing is held against anything across a break (B). Where a quarter or more of a unit's
 * figures are 0 and half of the others are 3 and more, only the others are judged, against one another. A series with negative figures, or
 * with fewer than 6 figures, is not judged. Each indicator is looked at in the finest kind of period (month, quarter, half, year) that it has
 * figures of, and units are peers by the column parent.
 *
 * Limits. Not found are: what is wrong every month, or in the same month of every year, or in most of a group of peers at once; a change below
 * about the half of the figure; an error of 2 to 3 times in counts below 50; a digit too few in counts below about 100, or where figures
 * differ by a third and more from month to month. Found are also figures that are right and unusual, and in a unit's first year a peak that
 * comes every year, if its peers have none. It is a list of what to look at again (cần rà soát), never a verdict.
 *
 * Of 100 tenfold figures of 20 and more in simulated series (tests/benchmark/stats/outliers.c: 10 600 units, 24 months) 96 to 100 were found
 * on average, and with them at most 0.8 of 1000 others: with seasons of all and of each unit, trends, zeros, levels that shift or wander,
 * jumps of all, in 13 months too, and where figures differ from month to month by up to 45 % besides counting. With all of that together it
 * was 93 to 95, and 0.7 of 1000; where they differ by 70 %, 77 to 83, and 1.3 to 1.5 of 1000, of 86 that are far from the truth itself.
 * Figures that really were 2 to 5 times as much as usual are among what is found.
 *
 * Threads: any; the result is the same for any number of them. It takes some 75 bytes for each unit and period of one indicator.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for options out of range, and without a cube or place; QCDC_STATUS_REFUSED for an indicator
 * that is a ratio, score, rank, cumulated figure or formula; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_cube_find_outliers(const QcdcCube *cube, const QcdcOutlierOptions *options, QcdcOutliers **out_outliers, QcdcError *error);

/**
 * qcdc_outliers_ref:
 * @outliers: (nullable) what was found
 *
 * Source: design.md §3.6. Threads: any; the count is atomic.
 *
 * Returns: (transfer full) @outliers with one reference more.
 */
QCDC_API
QcdcOutliers *qcdc_outliers_ref(QcdcOutliers *outliers);

/**
 * qcdc_outliers_unref:
 * @outliers: (nullable) (transfer full) what was found; the last reference frees it
 *
 * Source: design.md §3.6. Threads: any; the count is atomic.
 */
QCDC_API
void qcdc_outliers_unref(QcdcOutliers *outliers);

/**
 * qcdc_outliers_get_count:
 * @outliers: (nullable) what was found
 *
 * Source: design.md §3.8. Threads: any.
 *
 * Returns: how many cells there are; 0 without @outliers.
 */
QCDC_API
size_t qcdc_outliers_get_count(const QcdcOutliers *outliers);

/**
 * qcdc_outliers_get_judged_count:
 * @outliers: (nullable) what was found
 *
 * Source: design.md §3.8. Threads: any.
 *
 * Returns: how many cells had enough to be judged by; 0 without @outliers.
 */
QCDC_API
size_t qcdc_outliers_get_judged_count(const QcdcOutliers *outliers);

/**
 * qcdc_outliers_get_left_count:
 * @outliers: (nullable) what was found
 *
 * Cells that are observations, were asked for, and were left alone: too short a history, negative figures, zeros among larger figures.
 * Source: design.md §3.8. Threads: any.
 *
 * Returns: how many; 0 without @outliers.
 */
QCDC_API
size_t qcdc_outliers_get_left_count(const QcdcOutliers *outliers);

/**
 * qcdc_outliers_read:
 * @outliers: what was found
 * @first: the first that is wanted, 0 … count
 * @count: how many
 * @out_outliers: takes @count entries; the caller's memory
 * @error: (nullable) what went wrong
 *
 * In canonical order: unit, indicator, period. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for entries past the end, and without @outliers or a place.
 */
QCDC_API
QcdcStatus qcdc_outliers_read(const QcdcOutliers *outliers, size_t first, size_t count, QcdcOutlier *out_outliers, QcdcError *error);

/**
 * qcdc_outlier_explain:
 * @outlier: (nullable) what was found
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One line for people: the figure is to be looked at again, what would be ordinary, what the peers say, and what may have happened. It
 * never stands in a report's sentence. Source: wording.md §6 F4. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; 0, and "", without a finding.
 */
QCDC_API
size_t qcdc_outlier_explain(const QcdcOutlier *outlier, QcdcLanguage language, char *buffer, size_t size);

/**
 * qcdc_outlier_to_json:
 * @outlier: (nullable) what was found
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One object with value (an exact decimal, as a string), scope, cause and the other numbers of the struct by their names; every digit, null for what is not finite. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; of nothing, "null".
 */
QCDC_API
size_t qcdc_outlier_to_json(const QcdcOutlier *outlier, char *buffer, size_t size);

/**
 * qcdc_outlier_cause_to_name:
 * @cause: any number
 *
 * Threads: any.
 *
 * Returns: (static) (nullable) "none", "tenfold", "tenth", "hundredfold", "hundredth", "thousandfold", "thousandth", "zero"; NULL out of range.
 */
QCDC_API
const char *qcdc_outlier_cause_to_name(QcdcOutlierCause cause);

QCDC_END_DECLS

#endif
