/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_INDICATOR_H
#define QCDC_INDICATOR_H

#include <qcdc/types.h>

QCDC_BEGIN_DECLS

/** QcdcIndicatorField: the columns of indicators.csv (contracts.md, sentences.md), in writing order. */
typedef enum {
    QCDC_INDICATOR_CODE = 0,       /**< code: letters, digits, _ and -, not beginning with a digit or - */
    QCDC_INDICATOR_NAME,           /**< name */
    QCDC_INDICATOR_NATURE,         /**< flow, opening, stock, closing, to-date, distinct, ratio, score, rank */
    QCDC_INDICATOR_MEASURE,        /**< lượt người, đơn, %, bậc … */
    QCDC_INDICATOR_DECIMALS,       /**< 0 … 9 */
    QCDC_INDICATOR_OVER_UNITS,     /**< sum, after or refused; default by nature */
    QCDC_INDICATOR_OVER_TIME,      /**< sum, first, last, after or refused; default by nature */
    QCDC_INDICATOR_FORMULA,        /**< linear form, or form / form (S6) */
    QCDC_INDICATOR_PART_OF,        /**< indicator[:partition] */
    QCDC_INDICATOR_PART_KIND,      /**< partition, subset or overlap */
    QCDC_INDICATOR_SENTENCE,       /**< adjacent equal: one sentence */
    QCDC_INDICATOR_CLAUSE,         /**< adjacent equal and not empty: one clause; - unwritten */
    QCDC_INDICATOR_VERB,           /**< verb of the clause */
    QCDC_INDICATOR_OBJECT,         /**< what stands after the number; default measure */
    QCDC_INDICATOR_JOINER,         /**< between this value and the one before */
    QCDC_INDICATOR_SHORT_MEASURE,  /**< what stands after the number in a change; default measure */
    QCDC_INDICATOR_RATE_VERB,      /**< before or around the percent of a ratio; default đạt tỷ lệ */
    QCDC_INDICATOR_ZERO_PHRASE,    /**< whole words for 0 */
    QCDC_INDICATOR_REPORTERS,      /**< a level, kind or group; default units without children */
    QCDC_INDICATOR_FREQUENCY,      /**< month, quarter, half or year; default the finest there is */
    QCDC_INDICATOR_PLAN_DIRECTION, /**< at-least, at-most, reduce-by */
    QCDC_INDICATOR_POLARITY,       /**< none (default), higher, lower */
    QCDC_INDICATOR_NAME_EN,        /**< name in English */
    QCDC_INDICATOR_MEASURE_EN,     /**< measure in English; of one and of many "petition|petitions" */
    QCDC_INDICATOR_UNIVERSE,       /**< who is counted (S8) */
    QCDC_INDICATOR_VALID_FROM,     /**< first day it holds */
    QCDC_INDICATOR_VALID_TO,       /**< last day it holds */
    QCDC_INDICATOR_FIELD_END       /**< sentinel */
} QcdcIndicatorField;

/** QcdcNature: the presets of S5. */
typedef enum {
    QCDC_NATURE_NONE = 0, /**< none */
    QCDC_NATURE_FLOW,     /**< phát sinh trong kỳ */
    QCDC_NATURE_OPENING,  /**< kỳ trước chuyển sang */
    QCDC_NATURE_STOCK,    /**< tính đến */
    QCDC_NATURE_CLOSING,  /**< còn lại */
    QCDC_NATURE_TO_DATE,  /**< lũy kế */
    QCDC_NATURE_DISTINCT, /**< không trùng */
    QCDC_NATURE_RATIO,    /**< tỷ lệ; observed if it has no formula */
    QCDC_NATURE_SCORE,    /**< điểm số */
    QCDC_NATURE_RANK,     /**< thứ hạng */
    QCDC_NATURE_END       /**< sentinel */
} QcdcNature;

/**
 * qcdc_indicator_field_to_name:
 * @field: any number
 *
 * The name of the column of indicators.csv. Source: contracts.md, "Bundle". Threads: any.
 *
 * Returns: (static) (nullable) the name; NULL for what is not a field.
 */
QCDC_API
const char *qcdc_indicator_field_to_name(QcdcIndicatorField field);

/**
 * qcdc_nature_to_name:
 * @nature: any number
 *
 * The word in the column nature of indicators.csv. Source: S5. Threads: any.
 *
 * Returns: (static) (nullable) the word; NULL for what is not a nature, and for QCDC_NATURE_NONE.
 */
QCDC_API
const char *qcdc_nature_to_name(QcdcNature nature);

QCDC_END_DECLS

#endif
