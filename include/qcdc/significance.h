/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SIGNIFICANCE_H
#define QCDC_SIGNIFICANCE_H

#include <qcdc/comparison.h>

QCDC_BEGIN_DECLS

/** QcdcSignificanceKind: what two figures are. */
typedef enum {
    QCDC_SIGNIFICANCE_NONE = 0,    /**< nothing was worked out */
    QCDC_SIGNIFICANCE_COUNTS,      /**< events in two spans as long */
    QCDC_SIGNIFICANCE_RATES,       /**< events with exposures */
    QCDC_SIGNIFICANCE_PROPORTIONS, /**< so many of so many */
    QCDC_SIGNIFICANCE_END          /**< sentinel */
} QcdcSignificanceKind;

/**
 * QcdcSignificance: whether two figures differ by more than chance lets them; all-zero is "nothing".
 * @exact: two-sided p-value, 0 … 1: twice the smaller tail
 * @mid: the same with half of what was seen: nearer to its level on average
 * @ratio: now to before; of rates that of the rates, of proportions that of the odds; NaN of nothing to nothing, infinite against nothing
 * @low: lower bound of the ratio, 0 or above
 * @high: upper bound of the ratio, may be infinite
 * @level: how often such bounds hold the true ratio
 * @kind: a QcdcSignificanceKind
 * @reserved: zero
 */
typedef struct QcdcSignificance {
    double exact, mid, ratio, low, high, level;
    uint8_t kind;
    uint8_t reserved[7];
} QcdcSignificance;

/**
 * qcdc_significance_of_counts:
 * @now: events now, 0 … 10^12
 * @before: events in a span as long, 0 … 10^12
 * @level: of the interval, above 0, below 1; 0 is 0.95
 * @out_significance: takes the result
 * @error: (nullable) what went wrong
 *
 * 12 cases against 7: is that more than chance? Given their sum, as many as @now are on one side by the toss of a coin: the exact conditional
 * test (Przyborowski and Wilenski 1940) and the mid-p one (Lancaster 1961). The interval is that of Clopper and Pearson, so that it leaves 1
 * out exactly when @exact is below 1 − level. Only of events that do not wait for one another; not of amounts. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for a number out of range and without a place; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_significance_of_counts(int64_t now, int64_t before, double level, QcdcSignificance *out_significance, QcdcError *error);

/**
 * qcdc_significance_of_rates:
 * @now: events now, 0 … 10^12
 * @now_exposure: in what they happened, 10^-100 … 10^100: days, people
 * @before: events before, 0 … 10^12
 * @before_exposure: in the same unit, 10^-100 … 10^100
 * @level: of the interval, above 0, below 1; 0 is 0.95
 * @out_significance: takes the result
 * @error: (nullable) what went wrong
 *
 * 12 cases among 40 thousand people against 7 among 31 thousand. As qcdc_significance_of_counts(), by a coin that falls as the exposures
 * stand to one another. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for a number out of range and without a place; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_significance_of_rates(int64_t now, double now_exposure, int64_t before, double before_exposure, double level,
                                      QcdcSignificance *out_significance, QcdcError *error);

/**
 * qcdc_significance_of_proportions:
 * @now: how many of them now, 0 … @now_total
 * @now_total: of how many, 0 … 10^9
 * @before: how many before, 0 … @before_total
 * @before_total: of how many, 0 … 10^9
 * @level: of the interval, above 0, below 1; 0 is 0.95
 * @out_significance: takes the result; its ratio is (@now / others now) / (@before / others before)
 * @error: (nullable) what went wrong
 *
 * 62 of 77 petitions settled against 51 of 70. Fisher's exact test, given all four sums, and its mid-p; the interval of the ratio of odds is
 * the exact conditional one (Cornfield 1956), so that it leaves 1 out exactly when @exact is below 1 − level. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for a number out of range and without a place; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_significance_of_proportions(int64_t now, int64_t now_total, int64_t before, int64_t before_total, double level,
                                            QcdcSignificance *out_significance, QcdcError *error);

/**
 * qcdc_significance_explain:
 * @significance: (nullable) a result
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One line for people: whether the difference is within what chance alone does, by its exact p-value and level, so that the words
 * never contradict the interval beside them. It never stands in a report's sentence. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; 0, and "", without a result.
 */
QCDC_API
size_t qcdc_significance_explain(const QcdcSignificance *significance, QcdcLanguage language, char *buffer, size_t size);

/**
 * qcdc_significance_to_json:
 * @significance: (nullable) a result
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One object with the members of the struct by their names; every digit of a number, null for what is not finite. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; of nothing, "null".
 */
QCDC_API
size_t qcdc_significance_to_json(const QcdcSignificance *significance, char *buffer, size_t size);

/**
 * qcdc_significance_kind_to_name:
 * @kind: any number
 *
 * Threads: any.
 *
 * Returns: (static) (nullable) "none", "counts", "rates", "proportions"; NULL out of range.
 */
QCDC_API
const char *qcdc_significance_kind_to_name(QcdcSignificanceKind kind);

/**
 * qcdc_comparison_read_significance:
 * @comparison: a comparison
 * @first: its first row that is wanted
 * @count: how many rows
 * @level: of the intervals, above 0, below 1; 0 is 0.95
 * @out_significances: takes @count results, in the order of the rows
 * @error: (nullable) what went wrong
 *
 * One call for every unit: each row's figure now against that of its base. Whole numbers of 0 or more that add up are counts, a ratio by
 * formula of such numbers, none above its whole, is a proportion; of all else, and where a figure is missing, provisional about a part, or has no
 * meaning, the kind is QCDC_SIGNIFICANCE_NONE. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for rows past the end, a level out of range, and without a comparison or place;
 * QCDC_STATUS_OVERFLOW when a formula leaves the range of a value, entries before it have been written; QCDC_STATUS_MEMORY, likewise.
 */
QCDC_API
QcdcStatus qcdc_comparison_read_significance(const QcdcComparison *comparison, size_t first, size_t count, double level,
                                             QcdcSignificance *out_significances, QcdcError *error);

QCDC_END_DECLS

#endif
