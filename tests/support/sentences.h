/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SENTENCES_H
#define SENTENCES_H

/* Rows of whole sentences: what is asked of which tables in which style, and the text that must come out. Every text is also
 * held to S30: each run of digits in exactly one span, spans in order. */

#include <ctype.h>

#include <qcdc/sentence.h>

#include "expect.h"
#include "figures.h"

typedef struct SentenceRow {
    const char *name;
    const Figures *figures;
    FiguresAsk ask;
    const char *style, *wanted;
} SentenceRow;

/* The spans cover the digits of @text exactly. */
static inline bool sentences_check_spans(const char *name, const QcdcSentence *sentence)
{
    const char *text = qcdc_sentence_get_text(sentence);
    size_t at = 0, count = qcdc_sentence_get_span_count(sentence);
    bool holds = true;
    for (size_t index = 0; index <= count && holds; index++) {
        QcdcSpan span = {.start = strlen(text), .end = strlen(text)};
        if (index < count)
            holds = qcdc_sentence_get_span(sentence, index, &span, NULL) == QCDC_OK && span.end > span.start;
        holds = holds && span.start >= at && span.end <= strlen(text);
        for (; holds && at < span.start; at++)
            holds = !isdigit((unsigned char)text[at]);
        /* A run of digits is not cut in two. */
        if (holds && index < count && span.start > 0)
            holds = !(isdigit((unsigned char)text[span.start - 1]) && isdigit((unsigned char)text[span.start]));
        at = span.end;
    }
    if (!holds)
        printf("# %s: a digit without its one span near byte %zu of: %s\n", name, at, text);
    CU_ASSERT(holds);
    return holds;
}

static inline QcdcSentence *sentences_write(const SentenceRow *row)
{
    QcdcError error = {0};
    QcdcSentence *sentence = NULL;
    QcdcStyle style = figures_read_style(row->style);
    QcdcComparison *comparison = figures_compare(row->figures, &row->ask);
    if (comparison != NULL)
        figures_check(qcdc_comparison_write(comparison, &style, &sentence, &error), &error);
    qcdc_comparison_unref(comparison);
    return sentence;
}

static inline void sentences_check(const SentenceRow *rows, size_t count)
{
    for (size_t row = 0; row < count; row++) {
        QcdcSentence *sentence = sentences_write(&rows[row]);
        if (sentence == NULL)
            continue;
        expect_text(rows[row].name, qcdc_sentence_get_text(sentence), rows[row].wanted);
        sentences_check_spans(rows[row].name, sentence);
        qcdc_sentence_unref(sentence);
    }
}

#define SENTENCES_CHECK(rows) sentences_check((rows), sizeof(rows) / sizeof(rows)[0])

#endif
