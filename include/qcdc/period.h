/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PERIOD_H
#define QCDC_PERIOD_H

#include <qcdc/status.h>

QCDC_BEGIN_DECLS

enum {
    QCDC_PERIOD_TEXT_SIZE = 32 /**< a buffer that holds any label */
};

/** QcdcPeriodKind: the kinds of S13, finest first among those that tile one another. */
typedef enum {
    QCDC_PERIOD_NONE = 0, /**< no period */
    QCDC_PERIOD_MONTH,    /**< 2022-09 */
    QCDC_PERIOD_QUARTER,  /**< 2022-Q3 */
    QCDC_PERIOD_HALF,     /**< 2022-S1 */
    QCDC_PERIOD_TO_DATE,  /**< 2022-01/P10M: the first 2, 4, 5, 7 … 11 months of a year (3, 6, 12 are Q1, S1, the year) */
    QCDC_PERIOD_YEAR,     /**< 2022 */
    QCDC_PERIOD_SPAN,     /**< 2016/P5Y: two or more whole years */
    QCDC_PERIOD_DAYS,     /**< 2019-06-01/2020-05-25 */
    QCDC_PERIOD_END       /**< sentinel */
} QcdcPeriodKind;

/**
 * QcdcPeriod: a label of the reporting calendar; a calendar turns it into days (calendar.h). All-zero is no period.
 * @start: first month, counted from January of year 0 (12 × year + month − 1); of days, the first day counted from 1970-01-01
 * @count: months; of days, the number of days
 * @kind: a QcdcPeriodKind
 * @reserved: zero
 */
typedef struct QcdcPeriod {
    int32_t start, count;
    uint8_t kind;
    uint8_t reserved[3];
} QcdcPeriod;

/* A period is passed by value and owns nothing; here it stands for its civil days (S14). Nothing here allocates, and every
 * function may be called from any thread at any time. A function that returns a QcdcStatus leaves its output as it was
 * unless it returns QCDC_OK. */

/**
 * qcdc_period_parse:
 * @text: (nullable if @length is 0) @length bytes, which need not be terminated nor be UTF-8; not read beyond
 * @length: bytes of @text
 * @out_period: takes the period
 * @error: (nullable) takes what is wrong, with a hint for the kind of label that was meant
 *
 * Reads the whole text as a label. There is one period for what has two labels: 2022-01/P1M, P3M, P6M and P12M are read as
 * the month, the quarter, the half and the year; 2016/P1Y is the year. A range of days stays a range of days, also when it
 * is a whole month. Years are 0001 … 9999. Source: S13, D12. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX when the text is not a label, or is the label of a period that does not exist, such
 * as 2022-Q5; QCDC_STATUS_ARGUMENT when a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_period_parse(const char *text, size_t length, QcdcPeriod *out_period, QcdcError *error);

/**
 * qcdc_period_to_text:
 * @period: a period
 * @buffer: (nullable) takes the label, terminated, cut if it does not fit; QCDC_PERIOD_TEXT_SIZE bytes hold any
 * @size: bytes of @buffer
 *
 * Writes the label, which qcdc_period_parse() reads as the same period. What is not a period gives an empty text.
 * Source: S13. Threads: any.
 *
 * Returns: the length of the whole label in bytes, without the NUL, whether or not it fitted.
 */
QCDC_API
size_t qcdc_period_to_text(QcdcPeriod period, char *buffer, size_t size);

/**
 * qcdc_period_is_valid:
 * @period: any bytes
 *
 * Whether it is a period: a kind but QCDC_PERIOD_NONE, of the length and at a place that the kind has, within the years
 * 1 … 9999, the reserved bytes zero. Source: S13. Threads: any.
 *
 * Returns: true if it is a period.
 */
QCDC_API
bool qcdc_period_is_valid(QcdcPeriod period);

/**
 * qcdc_period_previous:
 * @period: a period
 * @out_period: takes the period before; may be the operand's own place
 * @error: (nullable) takes what is wrong
 *
 * The label one step back: of months, quarters, halves and years the one of the same kind that ends where @period begins; of
 * n months to date, n − 1 months to date (of two months, January); of a span, the span of equal length before; of days, as
 * many days just before. Source: S15, D12. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED when it would begin before year 1; QCDC_STATUS_ARGUMENT when @period is not a period
 * or @out_period is missing.
 */
QCDC_API
QcdcStatus qcdc_period_previous(QcdcPeriod period, QcdcPeriod *out_period, QcdcError *error);

/**
 * qcdc_period_same_last_year:
 * @period: a period
 * @out_period: takes the same label a year back; may be the operand's own place
 * @error: (nullable) takes what is wrong
 *
 * "Cùng kỳ năm trước". Of days, first and last go back a year, and 29 February becomes 28 February. Source: S15.
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED for a span, which would overlap its own base (the hint names --base previous), and
 * when it would begin before year 1; QCDC_STATUS_ARGUMENT when @period is not a period or @out_period is missing.
 */
QCDC_API
QcdcStatus qcdc_period_same_last_year(QcdcPeriod period, QcdcPeriod *out_period, QcdcError *error);

/**
 * qcdc_period_equals:
 * @left: a period
 * @right: a period
 *
 * Whether both are the same label. 2022-09 and 2022-09-01/2022-09-30 are not. Threads: any.
 *
 * Returns: true if they are.
 */
QCDC_API
bool qcdc_period_equals(QcdcPeriod left, QcdcPeriod right);

/**
 * qcdc_period_compare:
 * @left: a period
 * @right: a period
 *
 * The order in which periods are listed: by first civil day, then last civil day, then kind, the finer first. What is not a
 * period comes before every period. Source: D9. Threads: any.
 *
 * Returns: -1, 0 or 1 when @left comes before, is, or comes after @right.
 */
QCDC_API
int qcdc_period_compare(QcdcPeriod left, QcdcPeriod right);

/**
 * qcdc_period_contains:
 * @outer: a period
 * @inner: a period of any kind
 *
 * Whether every civil day of @inner is one of @outer. Threads: any.
 *
 * Returns: true if so; false also when one of them is not a period.
 */
QCDC_API
bool qcdc_period_contains(QcdcPeriod outer, QcdcPeriod inner);

/**
 * qcdc_period_overlaps:
 * @left: a period
 * @right: a period of any kind
 *
 * Whether they have a civil day in common. Threads: any.
 *
 * Returns: true if so; false also when one of them is not a period.
 */
QCDC_API
bool qcdc_period_overlaps(QcdcPeriod left, QcdcPeriod right);

/**
 * qcdc_period_count_tiles:
 * @period: the period to be covered
 * @kind: QCDC_PERIOD_MONTH, QCDC_PERIOD_QUARTER, QCDC_PERIOD_HALF or QCDC_PERIOD_YEAR
 *
 * How many periods of @kind cover @period exactly, without gap or overlap; a period is the one tile of itself. A range of
 * days is never tiled. Source: S13, S16. Threads: any.
 *
 * Returns: the number, 0 if there is no such cover, also for other kinds and for what is not a period.
 */
QCDC_API
uint32_t qcdc_period_count_tiles(QcdcPeriod period, QcdcPeriodKind kind);

/**
 * qcdc_period_get_tile:
 * @period: the period that is covered
 * @kind: as in qcdc_period_count_tiles()
 * @index: 0 … qcdc_period_count_tiles() − 1, in the order of time
 *
 * One of the periods of @kind that cover @period. Source: S13, S16. Threads: any.
 *
 * Returns: the tile, or no period when there is none of this index.
 */
QCDC_API
QcdcPeriod qcdc_period_get_tile(QcdcPeriod period, QcdcPeriodKind kind, uint32_t index);

/**
 * qcdc_period_get_container:
 * @period: a period of any kind
 * @kind: QCDC_PERIOD_MONTH, QCDC_PERIOD_QUARTER, QCDC_PERIOD_HALF or QCDC_PERIOD_YEAR
 *
 * The period of @kind in which @period lies whole; of its own kind that is itself. Threads: any.
 *
 * Returns: the period, or no period when there is none, also for other kinds and for what is not a period.
 */
QCDC_API
QcdcPeriod qcdc_period_get_container(QcdcPeriod period, QcdcPeriodKind kind);

QCDC_END_DECLS

#endif
