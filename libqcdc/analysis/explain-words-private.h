/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_EXPLAIN_WORDS_PRIVATE_H
#define QCDC_EXPLAIN_WORDS_PRIVATE_H

#include <qcdc/cube.h>

/* The words of explanations, a table a language. {} is where a figure or name goes. */
typedef enum {
    EXPLAIN_NO_VALUE,       /* in place of the value */
    EXPLAIN_NOT_APPLICABLE,
    EXPLAIN_NOT_IN_FORCE,
    EXPLAIN_SUM_OVER_TIME,
    EXPLAIN_FIRST_OVER_TIME,
    EXPLAIN_LAST_OVER_TIME,
    EXPLAIN_FORMULA,
    EXPLAIN_TERM_NOW,
    EXPLAIN_TERM_PREVIOUS,
    EXPLAIN_TERM_BASE,
    EXPLAIN_COVERED,
    EXPLAIN_DENOMINATOR_ZERO,
    EXPLAIN_COUNTS,
    EXPLAIN_UNITS,
    EXPLAIN_ROWS,
    EXPLAIN_GAPS,
    EXPLAIN_EXCUSES,
    EXPLAIN_OTHER_UNITS,
    EXPLAIN_MORE,
    EXPLAIN_REVISION, /* beside a row: the number of its correction */
    EXPLAIN_REPLACED, /* and what it took the place of */
    EXPLAIN_ADDED,
    EXPLAIN_FORM_OVER_TIME,
    EXPLAIN_COMPARED,
    EXPLAIN_NO_PLAN,
    EXPLAIN_NO_BASE, /* a unit or mean that the subject has not (D56, D57) */
    EXPLAIN_MEAN,    /* before the parent */
    EXPLAIN_DIFFERENCE,
    EXPLAIN_BREAKS,
    EXPLAIN_COMMON,                                          /* over whom both figures are worked out (W24) */
    EXPLAIN_BEGUN, EXPLAIN_ENDED,                            /* before a day (W21, W22) */
    EXPLAIN_PART, EXPLAIN_WHOLE, EXPLAIN_WHOLE_BASE,         /* what it brought to the change of its whole (S25) */
    EXPLAIN_MEAN_PER_YEAR, EXPLAIN_GROWTH, EXPLAIN_IN_YEARS, /* of a span of years (S25) */
    EXPLAIN_END
} ExplainWords;

const char *explain_words(QcdcLanguage language, ExplainWords words);
/* The rule that fired, by where the value came from. */
const char *explain_origin(QcdcLanguage language, QcdcOrigin origin);

#endif
