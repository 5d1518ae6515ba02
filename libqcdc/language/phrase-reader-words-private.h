/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PHRASE_READER_WORDS_PRIVATE_H
#define QCDC_PHRASE_READER_WORDS_PRIVATE_H

#include "language/phrase-words-private.h"

/* What people write and the writer does not: read besides the words of QcdcPhraseWords, never written. */

typedef struct QcdcPhraseReaderVerb {
    const char *word;
    QcdcPhraseVerb verb;
} QcdcPhraseReaderVerb;

/* A verb and its multiple in one word: gấp đôi. */
typedef struct QcdcPhraseReaderMultiple {
    const char *word;
    uint8_t times;
} QcdcPhraseReaderMultiple;

typedef struct QcdcPhraseReaderBase {
    const char *word;
    QcdcBase base;
    QcdcBasePhrase phrase;
} QcdcPhraseReaderBase;

/* Each list ends with NULL; of the words that fit, the longest is read. */
typedef struct QcdcPhraseReaderWords {
    const QcdcPhraseReaderVerb *verbs;
    const QcdcPhraseReaderMultiple *multiples;
    const QcdcPhraseReaderBase *bases;
    const char *const *unchanged;
    const char *const *amount_subjects; /* before a measure: tổng số đơn tăng … */
    const char *const *other_subjects;  /* that are a subject by themselves: tỉ lệ */
    const char *const *same_of;         /* before a period: cùng kỳ tháng 9 năm 2021 */
    const char *const *versus;
    const char *const *equivalent; /* 42 đơn, tương ứng với 31,8% */
    const char *const *points;
    const char *const *plans; /* how a plan may begin where the verb does not tell that it is one: bằng 67% kế hoạch */
    const char *const *hedges;
    const char *const *to; /* từ 230 xuống 209 */
    const char *const *joiners;
    bool versus_is_sure; /* the writer's word before a base stands in no measure, so that nothing else may follow it */
    const char *item_hint, *number_hint, *base_hint;
} QcdcPhraseReaderWords;

/* The table of @language; what is not a language, and the default, is Vietnamese. */
const QcdcPhraseReaderWords *qcdc_phrase_get_reader_words(QcdcLanguage language);

#endif
