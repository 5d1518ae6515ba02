/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_REFUSAL_H
#define QCDC_REFUSAL_H

#include <qcdc/types.h>

QCDC_BEGIN_DECLS

/** QcdcRefusal: what is refused because it has no meaning. New ones come at the end; numbers and names stay. */
typedef enum {
    QCDC_REFUSAL_NONE = 0,           /**< nothing was refused, or for another reason than its meaning */
    QCDC_REFUSAL_RANK_SUM,           /**< a rank of several units, or of a longer period (S5) */
    QCDC_REFUSAL_SCORE_SUM,          /**< a score likewise (S5) */
    QCDC_REFUSAL_RATIO_SUM,          /**< a ratio without a formula likewise (S5) */
    QCDC_REFUSAL_DISTINCT_OVER_TIME, /**< a count without repetition of a longer period (S5) */
    QCDC_REFUSAL_OVER_UNITS,         /**< of several units, what over_units says is not added (S5) */
    QCDC_REFUSAL_OVER_TIME,          /**< of a longer period, what over_time says is not added (S5) */
    QCDC_REFUSAL_FORM_TERM,          /**< a form of which a term has no meaning there (S6) */
    QCDC_REFUSAL_UNIVERSES,          /**< a form or part over indicators of two universes (S8) */
    QCDC_REFUSAL_BREAK,              /**< a change across a changed definition (S8) */
    QCDC_REFUSAL_CALENDAR_LABEL,     /**< days of a label that no row of the calendar rules (S14) */
    QCDC_REFUSAL_DEADLINE_CALENDAR,  /**< a deadline without a calendar (S14) */
    QCDC_REFUSAL_DEADLINE_HOLIDAYS,  /**< a deadline in a year whose holidays are not known (S14) */
    QCDC_REFUSAL_SPAN_SAME_PERIOD,   /**< the same period last year of a span, which it overlaps (S15) */
    QCDC_REFUSAL_MONTHS_AGAINST_YEAR, /**< some months of a year against a full year (S15) */
    QCDC_REFUSAL_BEFORE_YEAR_ONE,    /**< a period before year 1 (D12) */
    QCDC_REFUSAL_PERCENT_BASE,       /**< a percent of a base of 0 or below (S22) */
    QCDC_REFUSAL_RANK_FIELD,         /**< places between ranks in fields of different sizes (S22) */
    QCDC_REFUSAL_PLAN_BASE,          /**< attainment of a plan of 0 or below (S24) */
    QCDC_REFUSAL_COMMON_BASIS,       /**< a common basis of other than one base in time (W24) */
    QCDC_REFUSAL_XLSX_FEATURE,       /**< a workbook, of a library built without the feature xlsx (D63) */
    QCDC_REFUSAL_END                 /**< sentinel, not a refusal */
} QcdcRefusal;

/**
 * qcdc_refusal_to_name:
 * @refusal: any number
 *
 * For programs and tests: a name that never changes, the constant in lower case without its prefix.
 * Source: S5, S6, S8, S14, S15, S22, S24. Threads: any.
 *
 * Returns: (static) (nullable) "rank-sum" …; NULL for what is not a refusal, and for QCDC_REFUSAL_NONE.
 */
QCDC_API
const char *qcdc_refusal_to_name(QcdcRefusal refusal);

/**
 * qcdc_refusal_explain:
 * @refusal: any number
 * @language: language of the words
 *
 * For people: why there is no such figure, and what there is instead. Source: S5, S6, S8, S14, S15, S22, S24; wording.md. Threads: any.
 *
 * Returns: (static) (nullable) a sentence or two of UTF-8 on one line; NULL for what is not a refusal, for QCDC_REFUSAL_NONE, and for what
 * is not a language.
 */
QCDC_API
const char *qcdc_refusal_explain(QcdcRefusal refusal, QcdcLanguage language);

QCDC_END_DECLS

#endif
