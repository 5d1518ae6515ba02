/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_INTERVAL_H
#define QCDC_INTERVAL_H

#include <qcdc/status.h>
#include <qcdc/types.h>

QCDC_BEGIN_DECLS

/** QcdcIntervalMethod: how the interval of a proportion is worked out. */
typedef enum {
    QCDC_INTERVAL_DEFAULT = 0, /**< Wilson */
    QCDC_INTERVAL_WILSON,      /**< by the score: covers its level on average; never wider than it need be */
    QCDC_INTERVAL_EXACT,       /**< Clopper–Pearson: covers its level always, and mostly more */
    QCDC_INTERVAL_END          /**< sentinel */
} QcdcIntervalMethod;

/**
 * QcdcInterval: an estimate, and between what bounds the true value lies.
 * @estimate: the proportion, the rate, the quantile
 * @low: the lower bound; -HUGE_VAL where so few values give none
 * @high: the upper bound; HUGE_VAL where so few values give none
 * @level: how often such bounds hold the true value: 0.95
 */
typedef struct QcdcInterval {
    double estimate, low, high, level;
} QcdcInterval;

enum {
    QCDC_STATS_MAX_VALUES = 1 << 28 /**< most values of one call */
};

/**
 * qcdc_interval_of_proportion:
 * @count: how many of them, 0 … @total
 * @total: of how many, 1 … 10^12
 * @method: a QcdcIntervalMethod
 * @level: above 0, below 1; 0 is 0.95
 * @out_interval: takes the proportion, 0 … 1, and its interval
 * @error: (nullable) what went wrong
 *
 * Of 62 petitions out of 77 settled: what share would settle in the long run? Both bounds stay within 0 … 1. Wilson: E. B. Wilson 1927,
 * without correction for continuity; Clopper and Pearson 1934. Not for a share of amounts, and not where all there are were counted and
 * no more is asked. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for a number out of range, what is no method, and without a place; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_interval_of_proportion(int64_t count, int64_t total, QcdcIntervalMethod method, double level, QcdcInterval *out_interval,
                                       QcdcError *error);

/**
 * qcdc_interval_of_rate:
 * @count: events, 0 … 10^12
 * @exposure: in what they happened, 10^-100 … 10^100: months, thousands of people
 * @level: above 0, below 1; 0 is 0.95
 * @out_interval: takes the events a unit of exposure, and its interval
 * @error: (nullable) what went wrong
 *
 * 14 accidents in 3 months: how many a month in the long run? Exact, of events that do not wait for one another (Poisson): F. Garwood 1936.
 * Too narrow where events come in clusters. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for a number out of range and without a place; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_interval_of_rate(int64_t count, double exposure, double level, QcdcInterval *out_interval, QcdcError *error);

/**
 * qcdc_interval_of_quantile:
 * @values: (nullable) numbers in any order; those that are NaN are no values
 * @count: how many, QCDC_STATS_MAX_VALUES at most
 * @quantile: above 0, below 1: 0.5 is the median
 * @level: above 0, below 1; 0 is 0.95
 * @out_interval: takes the quantile of the values, and its interval
 * @error: (nullable) what went wrong
 *
 * The estimate lies between two values in a row, in proportion (definition 7 of Hyndman and Fan 1996: of an even number the median is the
 * middle of the two). The bounds are values themselves, by their places alone, whatever the shape of the distribution: they hold the true
 * quantile with at least the level; few values give no bound,
 * or one that is the estimate. Source: David and Nagaraja, Order Statistics, 7.1. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED when no value is left; QCDC_STATUS_ARGUMENT for a number out of range or that is not finite, and
 * without a place; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_interval_of_quantile(const double *values, size_t count, double quantile, double level, QcdcInterval *out_interval,
                                     QcdcError *error);

/**
 * qcdc_interval_explain:
 * @interval: (nullable) an interval
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One line for people, in few digits: "0,805 (khoảng tin cậy 95%: 0,703 đến 0,879); ước tính tham khảo.". Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; 0, and "", without an interval.
 */
QCDC_API
size_t qcdc_interval_explain(const QcdcInterval *interval, QcdcLanguage language, char *buffer, size_t size);

/**
 * qcdc_interval_to_json:
 * @interval: (nullable) an interval
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One object with the members of the struct by their names; every digit of a number, null for what is not finite. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; of nothing, "null".
 */
QCDC_API
size_t qcdc_interval_to_json(const QcdcInterval *interval, char *buffer, size_t size);

QCDC_END_DECLS

#endif
