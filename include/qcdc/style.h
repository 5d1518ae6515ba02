/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_STYLE_H
#define QCDC_STYLE_H

#include <qcdc/decimal.h>

QCDC_BEGIN_DECLS

/** QcdcBasePhrase: how the base is called (W6). */
typedef enum {
    QCDC_BASE_PHRASE_DEFAULT = 0,           /**< full */
    QCDC_BASE_PHRASE_FULL,                  /**< cùng kỳ năm trước */
    QCDC_BASE_PHRASE_SHORT,                 /**< cùng kỳ */
    QCDC_BASE_PHRASE_ABBREVIATED,           /**< CKNT */
    QCDC_BASE_PHRASE_FULL_THEN_ABBREVIATED, /**< cùng kỳ năm trước (CKNT), then CKNT */
    QCDC_BASE_PHRASE_DATED,                 /**< cùng kỳ năm 2021 */
    QCDC_BASE_PHRASE_YEAR,                  /**< the base period's own name */
    QCDC_BASE_PHRASE_END                    /**< sentinel */
} QcdcBasePhrase;
/** QcdcVerb: whether the verb is repeated in a list of changes (W5). */
typedef enum {
    QCDC_VERB_DEFAULT = 0, /**< repeat */
    QCDC_VERB_REPEAT,      /**< each time */
    QCDC_VERB_ELIDE,       /**< only where the direction turns */
    QCDC_VERB_END          /**< sentinel */
} QcdcVerb;
/** QcdcPercent: whether growth in percent is told (W4). */
typedef enum {
    QCDC_PERCENT_DEFAULT = 0, /**< none */
    QCDC_PERCENT_NONE,        /**< no percent */
    QCDC_PERCENT_BRACKETS,    /**< tăng 42 đơn (31,8%) */
    QCDC_PERCENT_ALONE,       /**< tăng 31,8% */
    QCDC_PERCENT_SIGNED,      /**< giảm 159 lượt người (-18,6%) (W17) */
    QCDC_PERCENT_WORDS,       /**< tăng 42 đơn, tương ứng với 31,8% (W17) */
    QCDC_PERCENT_END          /**< sentinel */
} QcdcPercent;
/** QcdcForm: how a change is told (W4). */
typedef enum {
    QCDC_FORM_DEFAULT = 0, /**< growth */
    QCDC_FORM_GROWTH,      /**< tăng, giảm */
    QCDC_FORM_INDEX,       /**< a decrease as bằng 96,3% */
    QCDC_FORM_TIMES,       /**< from 2 on as gấp 2,5 lần */
    QCDC_FORM_END          /**< sentinel */
} QcdcForm;
/** QcdcChangePlace: where the change of a clause stands (W7). */
typedef enum {
    QCDC_CHANGE_PLACE_DEFAULT = 0, /**< auto */
    QCDC_CHANGE_PLACE_AUTO,        /**< comma with percent=brackets or show_base, else brackets */
    QCDC_CHANGE_PLACE_BRACKETS,    /**< in brackets */
    QCDC_CHANGE_PLACE_COMMA,       /**< after a comma */
    QCDC_CHANGE_PLACE_FIRST,       /**< base first */
    QCDC_CHANGE_PLACE_END          /**< sentinel */
} QcdcChangePlace;
/** QcdcLeadingZero: padding of 1 … 9 (W13). */
typedef enum {
    QCDC_LEADING_ZERO_DEFAULT = 0, /**< counts */
    QCDC_LEADING_ZERO_COUNTS,      /**< counts alone */
    QCDC_LEADING_ZERO_OFF,         /**< never */
    QCDC_LEADING_ZERO_ALL,         /**< every whole number */
    QCDC_LEADING_ZERO_END          /**< sentinel */
} QcdcLeadingZero;

/** QcdcPlanStyle: how a plan that is over is told (W18). */
typedef enum {
    QCDC_PLAN_STYLE_DEFAULT = 0, /**< attainment */
    QCDC_PLAN_STYLE_ATTAINMENT,  /**< đạt 100,7% kế hoạch */
    QCDC_PLAN_STYLE_EXCESS,      /**< vượt 0,7% kế hoạch, hoàn thành kế hoạch */
    QCDC_PLAN_STYLE_DIFFERENCE,  /**< vượt 27 lao động so với kế hoạch (148 lao động) */
    QCDC_PLAN_STYLE_END          /**< sentinel */
} QcdcPlanStyle;
/** QcdcPerYear: what is told of a span of years besides its figure (W19). */
typedef enum {
    QCDC_PER_YEAR_DEFAULT = 0, /**< none */
    QCDC_PER_YEAR_NONE,        /**< nothing */
    QCDC_PER_YEAR_GROWTH,      /**< tăng bình quân 5,2%/năm */
    QCDC_PER_YEAR_MEAN,        /**< bình quân mỗi năm 1.000 đơn */
    QCDC_PER_YEAR_BOTH,        /**< the mean, then the growth */
    QCDC_PER_YEAR_END          /**< sentinel */
} QcdcPerYear;
/** QcdcContributionStyle: what a part is said to have brought to the change of its whole (W20). */
typedef enum {
    QCDC_CONTRIBUTION_STYLE_DEFAULT = 0, /**< none */
    QCDC_CONTRIBUTION_STYLE_NONE,        /**< nothing */
    QCDC_CONTRIBUTION_STYLE_POINTS,      /**< đóng góp 2,33 điểm phần trăm vào mức tăng chung */
    QCDC_CONTRIBUTION_STYLE_SHARE,       /**< đóng góp 38,24% vào mức tăng chung */
    QCDC_CONTRIBUTION_STYLE_BOTH,        /**< points, and the share in brackets */
    QCDC_CONTRIBUTION_STYLE_END          /**< sentinel */
} QcdcContributionStyle;

enum {
    QCDC_STYLE_WORDS_SIZE = 96, /**< bytes of words kept in a style */
    QCDC_STYLE_VALUE_SIZE = 128 /**< a buffer that holds any style value as text */
};

/**
 * QcdcStyle: how sentences are written; the [style] keys of a bundle. All-zero is the default style.
 * @size: sizeof (QcdcStyle), or 0 for the same
 * @language: language
 * @base_phrase: base_phrase
 * @verb: verb
 * @percent: percent
 * @percent_decimals: percent_decimals, 1 or 2; 0 is 1
 * @percent_keep_zeros: percent_trim: 0 whole, 1 none
 * @show_base: show_base: 0 no, 1 yes
 * @form: form
 * @change: change
 * @leading_zero: leading_zero
 * @rounding: rounding
 * @unchanged: words for no change; "" is "không thay đổi" (en "unchanged")
 * @value_joiner: words between values without a joiner; "" is ", " and a last " và "
 * @plan: plan
 * @per_year: per_year
 * @contribution: contribution
 * @as_of: as_of: 0 no, 1 yes (W27)
 */
typedef struct QcdcStyle {
    size_t size;
    QcdcLanguage language;
    QcdcBasePhrase base_phrase;
    QcdcVerb verb;
    QcdcPercent percent;
    int32_t percent_decimals, percent_keep_zeros, show_base;
    QcdcForm form;
    QcdcChangePlace change;
    QcdcLeadingZero leading_zero;
    QcdcRounding rounding;
    char unchanged[QCDC_STYLE_WORDS_SIZE];
    char value_joiner[QCDC_STYLE_WORDS_SIZE];
    QcdcPlanStyle plan;
    QcdcPerYear per_year;
    QcdcContributionStyle contribution;
    int32_t as_of;
} QcdcStyle;

/* A style is the caller's memory and owns nothing. Setting is for one thread a style; a style that is only read may be shared. */

/**
 * qcdc_style_set:
 * @style: changed only when QCDC_OK is returned
 * @key: a key of [style]
 * @value: one of its words, or, of unchanged and value_joiner, any words of at most 95 bytes without control characters
 * @error: (nullable) takes what is wrong, with the words or keys there are as hint
 *
 * Sets one option by its name, as in bundle.ini or --style K=V. Source: contracts.md [style]. Threads: one a style.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX for another value; QCDC_STATUS_NOT_FOUND for another key; QCDC_STATUS_ARGUMENT when a
 * pointer is missing or @style has another size.
 */
QCDC_API
QcdcStatus qcdc_style_set(QcdcStyle *style, const char *key, const char *value, QcdcError *error);

/**
 * qcdc_style_get:
 * @style: a style
 * @key: a key of [style]
 * @buffer: takes the value, terminated; untouched unless QCDC_OK is returned
 * @size: bytes of @buffer; QCDC_STYLE_VALUE_SIZE is always enough
 * @error: (nullable) takes what is wrong
 *
 * The value that qcdc_style_set() takes: an option that was never set gives its default, words that were never set "".
 * Source: contracts.md [style]. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND for another key; QCDC_STATUS_ARGUMENT when a pointer is missing, @buffer is too
 * small, or the style has another size or an option out of its range.
 */
QCDC_API
QcdcStatus qcdc_style_get(const QcdcStyle *style, const char *key, char *buffer, size_t size, QcdcError *error);

/**
 * qcdc_style_get_key:
 * @index: 0 …
 *
 * Walks the keys in the order of contracts.md. Threads: any.
 *
 * Returns: (static) (nullable) the key; NULL from the first index past the end.
 */
QCDC_API
const char *qcdc_style_get_key(size_t index);

QCDC_END_DECLS

#endif
