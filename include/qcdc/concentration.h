/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CONCENTRATION_H
#define QCDC_CONCENTRATION_H

#include <qcdc/cube.h>
#include <qcdc/interval.h>

QCDC_BEGIN_DECLS

/**
 * QcdcConcentration: how unevenly a figure is spread between units; all-zero is "nothing".
 * @gini: Gini coefficient: 0 even, near 1 all with one
 * @gini_corrected: @gini · n / (n − 1), n being the units: of equal weights 1 when one of them has all, however few they are; NaN of one unit
 * @theil: Theil's T: 0 even, ln n when one of n equal units has all; just @theil_within + @theil_between
 * @theil_within: its part within groups
 * @theil_between: its part between groups; 0 of a single group
 * @herfindahl: sum of squared shares: 1 / n even, 1 all with one
 * @largest_share: share of the @largest units with the largest figures, 0 … 1
 * @total: sum of the figures
 * @weight: sum of the weights; without weights the number of units
 * @largest: how many units @largest_share is of
 * @units: units that went in
 * @left_out: units that were left out, having no figure, or no weight
 * @groups: groups that the units are of
 * @statuses: of what went in, merged
 * @reserved: zero
 */
typedef struct QcdcConcentration {
    double gini, gini_corrected, theil, theil_within, theil_between, herfindahl, largest_share, total, weight;
    uint32_t largest, units, left_out, groups;
    QcdcObservationStatus statuses;
    uint8_t reserved[7];
} QcdcConcentration;

/**
 * QcdcConcentrationOptions: all-zero is the default: the children of every root, each weighing the same, the largest one.
 * @size: sizeof (QcdcConcentrationOptions)
 * @unit: (nullable) code: units below this one; NULL is below every root
 * @level: (nullable) as in column level of units.csv: all units of this level, at whatever depth, and their groups are their parents; NULL
 * is the children, each group those of one unit
 * @weight: (nullable) code of an indicator that an even spread would follow, such as population; NULL: every unit weighs the same
 * @weight_period: when the weights were; all-zero: with the figures
 * @hierarchy: (nullable) the one the cube was rolled up with; NULL is that of the column parent
 * @largest: of how many units the share is told; 0 is 1
 * @reserved: zero
 */
typedef struct QcdcConcentrationOptions {
    size_t size;
    const char *unit, *level, *weight;
    QcdcPeriod weight_period;
    const char *hierarchy;
    uint32_t largest;
    uint8_t reserved[4];
} QcdcConcentrationOptions;

/**
 * QcdcLorenzPoint: so large a share of the weight has so large a share of the figure, those with least for their weight first.
 * @units: share of the units, or of their weight, 0 … 1
 * @figures: share of the figure, 0 … 1, never above @units
 */
typedef struct QcdcLorenzPoint {
    double units, figures;
} QcdcLorenzPoint;

/**
 * qcdc_concentration_of_values:
 * @values: (nullable) amounts, an entry a unit: 0, and 10^-90 … 10^90; NaN is no figure
 * @weights: (nullable) what an even spread would follow, an entry a unit, 10^-90 … 10^90; 0 and NaN are no weight; NULL: all the same
 * @groups: (nullable) any number for the group of each unit; NULL: all are one group
 * @count: how many units, QCDC_STATS_MAX_VALUES at most
 * @largest: of how many units the share is told; 0 is 1
 * @out_concentration: takes the result
 * @error: (nullable) what went wrong
 *
 * 500 petitions from 12 communes: did all bring as many, or most come from a few? A value is a unit's whole amount, not an amount a head:
 * with weights, an even spread gives each unit its share of the weight. Gini (1914): half the mean difference of amounts for their weight, over
 * their mean; corrected for few units (Deltas 2003). Theil (1967): T, and its parts by Shorrocks (1980). Herfindahl
 * (1950), and the share of the largest, are of amounts without weights. What is left out is counted, and nothing is put in its place. They describe the
 * units there are; of few units, or small counts, chance alone makes much concentration. The order of the entries changes no bit of it.
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED when no unit is left, all figures are 0, or one is below 0, for shares then have no meaning;
 * QCDC_STATUS_ARGUMENT for a number out of range or that is infinite, and without a place; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_concentration_of_values(const double *values, const double *weights, const uint32_t *groups, size_t count, uint32_t largest,
                                        QcdcConcentration *out_concentration, QcdcError *error);

/**
 * qcdc_concentration_read_curve:
 * @values: (nullable) as in qcdc_concentration_of_values()
 * @weights: (nullable) as in qcdc_concentration_of_values()
 * @count: how many units, QCDC_STATS_MAX_VALUES at most
 * @out_points: (nullable) takes the first @size points, from 0, 0 to 1, 1
 * @size: entries of @out_points; 0 to learn the count
 * @out_count: points of the curve: the units that went in, and one
 * @error: (nullable) what went wrong
 *
 * The curve of Lorenz (1905), to plot: the farther below the diagonal, the more uneven; twice the area between is the Gini coefficient.
 * Threads: any.
 *
 * Returns: as qcdc_concentration_of_values(): QCDC_OK; QCDC_STATUS_REFUSED; QCDC_STATUS_ARGUMENT; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_concentration_read_curve(const double *values, const double *weights, size_t count, QcdcLorenzPoint *out_points, size_t size,
                                         size_t *out_count, QcdcError *error);

/**
 * qcdc_cube_measure_concentration:
 * @cube: a cube
 * @indicator: an indicator whose figures are amounts that add up, or a ratio by formula
 * @period: a period of the cube
 * @options: (nullable) which units; NULL is the default
 * @out_concentration: takes the result; its groups are the parents
 * @error: (nullable) what went wrong
 *
 * One call for a unit's children, or for all units of a level: qcdc_concentration_of_values() of their actual figures up the tree. A ratio by
 * formula is spread as its numerator over its denominator, and has no other weight. Left out, and counted, is a unit whose figure is not
 * there, partial, estimated or refused, or whose weight is not there, partial or 0. Source: S3, S5, S18. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED as qcdc_concentration_of_values(), for what does not add up over units (ranks, scores, observed ratios), and
 * for a ratio with weights; QCDC_STATUS_NOT_FOUND for a unit, weight or hierarchy that is not there, and a period that the cube does not hold;
 * QCDC_STATUS_ARGUMENT for an indicator that is none and when a pointer is missing; QCDC_STATUS_OVERFLOW when a formula leaves the range of
 * a value; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_cube_measure_concentration(const QcdcCube *cube, QcdcIndicatorId indicator, QcdcPeriod period, const QcdcConcentrationOptions *options,
                                           QcdcConcentration *out_concentration, QcdcError *error);

/**
 * qcdc_cube_read_concentration_curve:
 * @cube: a cube
 * @indicator: as in qcdc_cube_measure_concentration()
 * @period: a period of the cube
 * @options: (nullable) which units; NULL is the default
 * @out_points: (nullable) as in qcdc_concentration_read_curve()
 * @size: entries of @out_points; 0 to learn the count
 * @out_count: points of the curve
 * @error: (nullable) what went wrong
 *
 * The curve of what qcdc_cube_measure_concentration() measures. Threads: any.
 *
 * Returns: as qcdc_cube_measure_concentration(): QCDC_OK; QCDC_STATUS_REFUSED; QCDC_STATUS_NOT_FOUND; QCDC_STATUS_ARGUMENT;
 * QCDC_STATUS_OVERFLOW; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_cube_read_concentration_curve(const QcdcCube *cube, QcdcIndicatorId indicator, QcdcPeriod period,
                                              const QcdcConcentrationOptions *options, QcdcLorenzPoint *out_points, size_t size, size_t *out_count,
                                              QcdcError *error);

/**
 * qcdc_concentration_explain:
 * @concentration: (nullable) a result
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One line for people: of how many units, what the largest of them have, the coefficients, and how many were left out. It never stands in a
 * report's sentence. Source: wording.md §6. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; 0, and "", without a result.
 */
QCDC_API
size_t qcdc_concentration_explain(const QcdcConcentration *concentration, QcdcLanguage language, char *buffer, size_t size);

/**
 * qcdc_concentration_to_json:
 * @concentration: (nullable) a result
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One object with the numbers of the struct by their names; every digit, null for what is not finite. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; of nothing, "null".
 */
QCDC_API
size_t qcdc_concentration_to_json(const QcdcConcentration *concentration, char *buffer, size_t size);

QCDC_END_DECLS

#endif
