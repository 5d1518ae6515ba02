/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PHRASE_TOLD_PRIVATE_H
#define QCDC_PHRASE_TOLD_PRIVATE_H

#include "language/phrase-figure-private.h"

/* How the base values of a list are shown (W6). */
typedef enum {
    QCDC_PHRASE_SHOW_NOTHING,
    QCDC_PHRASE_SHOW_BASES,  /* (cùng kỳ 132 đơn và 71 đơn) */
    QCDC_PHRASE_SHOW_FROM_TO /* (từ 79,3% lên 80,5%) */
} QcdcPhraseShow;

/* A change whose figures are settled: nothing can go wrong any more when it is written. */
typedef struct QcdcPhraseTold {
    QcdcToldAs as;
    QcdcPhraseVerb verb;            /* of NONE and UNCHANGED: END */
    QcdcPhraseNumber number;        /* of UNCHANGED: none */
    QcdcPhraseNumber percent;       /* of BOTH */
    QcdcPhraseNumber current, base; /* where base values are shown */
} QcdcPhraseTold;

QcdcPhraseShow qcdc_phrase_choose_show(const QcdcPhraseItem *items, size_t count, const QcdcPhraseBase *base,
                                       const QcdcStyle *style);
/* W4, W12: how @item is told in a list of @base; @alone if its clause tells no other value. */
QcdcStatus qcdc_phrase_tell(const QcdcPhraseItem *item, const QcdcPhraseBase *base, bool alone, const QcdcStyle *style,
                            QcdcPhraseTold *out_told, QcdcError *error);
/* The base values that @show needs. */
QcdcStatus qcdc_phrase_tell_shown(const QcdcPhraseItem *item, QcdcPhraseShow show, const QcdcStyle *style,
                                  QcdcPhraseTold *told, QcdcError *error);

#endif
