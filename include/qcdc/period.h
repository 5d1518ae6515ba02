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
    QCDC_PERIOD_TO_DATE,  /**< 2022-01/P10M: the first 2, 4, 5, 7 … 11 months of a year (P3M, P6M, P12M are Q1, S1, the year; P1M is the month) */
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

QCDC_API
QcdcStatus qcdc_period_parse(const char *text, size_t length, QcdcPeriod *out_period, QcdcError *error);
QCDC_API
size_t qcdc_period_to_text(QcdcPeriod period, char *buffer, size_t size);
/* in range, aligned to its kind, reserved zero */
QCDC_API
bool qcdc_period_is_valid(QcdcPeriod period);
/* S15 */
QCDC_API
QcdcStatus qcdc_period_previous(QcdcPeriod period, QcdcPeriod *out_period, QcdcError *error);
QCDC_API
QcdcStatus qcdc_period_same_last_year(QcdcPeriod period, QcdcPeriod *out_period, QcdcError *error);
QCDC_API
bool qcdc_period_equals(QcdcPeriod left, QcdcPeriod right);
/* canonical order: first civil day, last civil day, kind (D9) */
QCDC_API
int qcdc_period_compare(QcdcPeriod left, QcdcPeriod right);
QCDC_API
bool qcdc_period_contains(QcdcPeriod outer, QcdcPeriod inner);
QCDC_API
bool qcdc_period_overlaps(QcdcPeriod left, QcdcPeriod right);
/* how many periods of @kind (MONTH, QUARTER, HALF, YEAR) tile @period exactly; 0 if they do not (days never, S13) */
QCDC_API
uint32_t qcdc_period_count_tiles(QcdcPeriod period, QcdcPeriodKind kind);
/* tile @index (0 …); QCDC_PERIOD_NONE period if out of range */
QCDC_API
QcdcPeriod qcdc_period_get_tile(QcdcPeriod period, QcdcPeriodKind kind, uint32_t index);
/* the period of @kind (MONTH … YEAR without TO_DATE) that contains @period, or none */
QCDC_API
QcdcPeriod qcdc_period_get_container(QcdcPeriod period, QcdcPeriodKind kind);

QCDC_END_DECLS

#endif
