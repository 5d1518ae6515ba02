/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SENTENCE_H
#define QCDC_SENTENCE_H

#include <qcdc/comparison.h>

QCDC_BEGIN_DECLS

/**
 * QcdcSpan: where a figure stands in a text and which cell it is (S30).
 * @start: first byte
 * @end: byte after the last
 * @role: a QcdcRole
 * @row: row of the comparison it belongs to; SIZE_MAX for digits of periods and names
 * @number: the number as printed (magnitude), 0 for digits of periods and names
 */
typedef struct QcdcSpan {
    size_t start, end;
    QcdcRole role;
    size_t row;
    QcdcDecimal number;
} QcdcSpan;

/* all sentences of the comparison, one a line, each ended with LF (W1-W14) */
QCDC_API
QcdcStatus qcdc_comparison_write(const QcdcComparison *comparison, const QcdcStyle *style, QcdcSentence **out_sentence, QcdcError *error);
/* the text of one row (W14); "" where there is nothing to say */
QCDC_API
QcdcStatus qcdc_comparison_write_row(const QcdcComparison *comparison, size_t row, const QcdcStyle *style, QcdcSentence **out_sentence, QcdcError *error);
QCDC_API
const char *qcdc_sentence_get_text(const QcdcSentence *sentence);
QCDC_API
size_t qcdc_sentence_get_span_count(const QcdcSentence *sentence);
QCDC_API
QcdcStatus qcdc_sentence_get_span(const QcdcSentence *sentence, size_t index, QcdcSpan *out_span, QcdcError *error);
QCDC_API
void qcdc_sentence_unref(QcdcSentence *sentence);

QCDC_END_DECLS

#endif
