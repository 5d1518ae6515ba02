/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PHRASE_FIGURE_PRIVATE_H
#define QCDC_PHRASE_FIGURE_PRIVATE_H

#include "language/phrase-writer-private.h"
#include "language/printed-private.h"

/* A quotient to be printed in percent or in its own measure. */
typedef struct QcdcPhraseExact {
    QcdcPrintedQuotient quotient;
    bool is_zero; /* it is 0, and not only its digits */
    bool percent; /* takes % */
} QcdcPhraseExact;

/* W13: 0 only if 0, else the least that can be printed and "below"; 100 only if 100, else more decimals. */
QcdcStatus qcdc_phrase_round(const QcdcPhraseExact *exact, const QcdcStyle *style, QcdcPhraseNumber *out_number,
                             QcdcError *error);
/* Decimals of a ratio: the item's own where @figure and @other (nullable) are observed, else percent_decimals. */
unsigned qcdc_phrase_ratio_decimals(const QcdcPhraseItem *item, const QcdcFigure *figure, const QcdcFigure *other,
                                    const QcdcStyle *style);
/* A value that arithmetic may be done with, also where nobody measured a change of it. */
bool qcdc_phrase_is_value(const QcdcFigure *figure);
bool qcdc_phrase_is_ratio(uint8_t quantity);
bool qcdc_phrase_is_rank(uint8_t quantity);
/* @value with the decimals of @item, padded if it is a count. */
QcdcPhraseNumber qcdc_phrase_number_of(QcdcDecimal value, const QcdcPhraseItem *item, const QcdcStyle *style);
/* A figure as one number: a ratio by formula is divided, a rank goes without its field. */
QcdcStatus qcdc_phrase_measure_figure(const QcdcFigure *figure, const QcdcPhraseItem *item, const QcdcStyle *style,
                                      QcdcPhraseNumber *out_number, QcdcError *error);

#endif
