/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PHRASE_LIST_PRIVATE_H
#define QCDC_PHRASE_LIST_PRIVATE_H

#include "language/phrase-told-private.h"

enum {
    QCDC_PHRASE_MOST_ITEMS = 64 /* more values than any clause has; the list lies on the stack */
};

/* What all items of a list share. */
typedef struct QcdcPhraseList {
    const QcdcPhraseItem *items;
    const QcdcPhraseTold *told;
    size_t count;
    const QcdcPhraseBase *base;
    QcdcPhraseShow show;
    bool base_first;
    bool has_comma; /* a measure of the list holds one (W5) */
} QcdcPhraseList;

/* The measure as it stands after @number: "1 petition", "2 petitions". */
void qcdc_phrase_put_measure(QcdcPhraseWriter *writer, const QcdcPhraseItem *item, const QcdcPhraseNumber *number);
/* "1 place", "2 places"; of a number with decimals the second. */
void qcdc_phrase_put_noun(QcdcPhraseWriter *writer, const QcdcPhraseNumber *number, QcdcPhraseNoun noun);
/* Whose change it is (W7): "số đơn", "tỷ lệ", "thứ hạng", "điểm số". */
void qcdc_phrase_put_subject(QcdcPhraseWriter *writer, const QcdcPhraseItem *item);
/* W5 to W7: the items, the base, its coverage and its values. */
void qcdc_phrase_put_list(QcdcPhraseWriter *writer, const QcdcPhraseList *list);

#endif
