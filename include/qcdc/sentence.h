/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SENTENCE_H
#define QCDC_SENTENCE_H

#include <qcdc/comparison.h>

QCDC_BEGIN_DECLS

/**
 * QcdcSpan: where a figure stands in a text and which cell it is (S30). Every run of digits of a text lies in exactly one
 * span; a span may hold more than digits: "7.570", "81,6%", "dưới 0,1%".
 * @start: first byte
 * @end: byte after the last
 * @role: a QcdcRole
 * @row: row of the comparison it belongs to; SIZE_MAX for digits of periods and names
 * @number: the number as printed, without a sign unless one is printed; 0 for digits of periods and names
 */
typedef struct QcdcSpan {
    size_t start, end;
    QcdcRole role;
    size_t row;
    QcdcDecimal number;
} QcdcSpan;

/**
 * QcdcSentencePhrase: a stretch of a text that qcdc_phrase_parse() reads (S30): a list of changes with its base, what parts brought, what
 * a span of years comes to in a year, or a note in the place of a change.
 * @start: first byte
 * @end: byte after the last
 * @rows: rows of the comparison that it tells of, in the order of what is read; they belong to the sentence
 * @row_count: how many
 */
typedef struct QcdcSentencePhrase {
    size_t start, end;
    const size_t *rows;
    size_t row_count;
} QcdcSentencePhrase;

/**
 * qcdc_comparison_write:
 * @comparison: what is told
 * @style: (nullable) how; NULL is the default style
 * @out_sentence: (transfer full) the text, freed with qcdc_sentence_unref(); untouched on failure
 * @error: (nullable) what went wrong
 *
 * All sentences of the comparison, one a line, each ended with a full stop and LF; no line where nothing selected is
 * written (clause -). Control characters in names become spaces. The text depends on no locale. Source: W1-W13, D24-D26.
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without comparison or place, or with a style out of range; QCDC_STATUS_OVERFLOW
 * when a figure in percent is outside the range of a value; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_comparison_write(const QcdcComparison *comparison, const QcdcStyle *style, QcdcSentence **out_sentence, QcdcError *error);

/**
 * qcdc_comparison_write_row:
 * @comparison: what is told
 * @row: number of the row, 0 … count − 1
 * @style: (nullable) how; NULL is the default style
 * @out_sentence: (transfer full) the text, freed with qcdc_sentence_unref(); untouched on failure
 * @error: (nullable) what went wrong
 *
 * The change of one row alone, without full stop and LF; "" where there is no change to tell. Source: W14. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without comparison or place, past the last row, or with a style out of range;
 * QCDC_STATUS_OVERFLOW when a figure in percent is outside the range of a value; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_comparison_write_row(const QcdcComparison *comparison, size_t row, const QcdcStyle *style, QcdcSentence **out_sentence, QcdcError *error);

/**
 * qcdc_sentence_ref:
 * @sentence: (nullable) a text
 *
 * One more owner. Source: none. Threads: any.
 *
 * Returns: (transfer full) @sentence.
 */
QCDC_API
QcdcSentence *qcdc_sentence_ref(QcdcSentence *sentence);

/**
 * qcdc_sentence_unref:
 * @sentence: (nullable) (transfer full) a text; the last owner frees it
 *
 * One owner less. Source: none. Threads: any.
 */
QCDC_API
void qcdc_sentence_unref(QcdcSentence *sentence);

/**
 * qcdc_sentence_get_text:
 * @sentence: (nullable) a text
 *
 * The text itself. Source: W1. Threads: any.
 *
 * Returns: (transfer none) UTF-8, owned by @sentence; "" for NULL.
 */
QCDC_API
const char *qcdc_sentence_get_text(const QcdcSentence *sentence);

/**
 * qcdc_sentence_get_span_count:
 * @sentence: (nullable) a text
 *
 * How many spans there are. Source: S30. Threads: any.
 *
 * Returns: the count; 0 for NULL.
 */
QCDC_API
size_t qcdc_sentence_get_span_count(const QcdcSentence *sentence);

/**
 * qcdc_sentence_get_span:
 * @sentence: a text
 * @index: 0 … count − 1, in the order of the text
 * @out_span: the span; untouched on failure
 * @error: (nullable) what went wrong
 *
 * One span of the map from figures to cells. Source: S30. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without sentence or place, or past the last span.
 */
QCDC_API
QcdcStatus qcdc_sentence_get_span(const QcdcSentence *sentence, size_t index, QcdcSpan *out_span, QcdcError *error);

/**
 * qcdc_sentence_get_phrase_count:
 * @sentence: (nullable) a text
 *
 * How many phrases there are. Words of the people's own for 0, and ranks on another field, are none (W9). Source: D58. Threads: any.
 *
 * Returns: the count; 0 for NULL.
 */
QCDC_API
size_t qcdc_sentence_get_phrase_count(const QcdcSentence *sentence);

/**
 * qcdc_sentence_get_phrase:
 * @sentence: a text
 * @index: 0 … count − 1, in the order of the text
 * @out_phrase: the phrase; untouched on failure
 * @error: (nullable) what went wrong
 *
 * One phrase of the map from words to rows. Source: S30, D58. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without sentence or place, or past the last phrase.
 */
QCDC_API
QcdcStatus qcdc_sentence_get_phrase(const QcdcSentence *sentence, size_t index, QcdcSentencePhrase *out_phrase, QcdcError *error);

QCDC_END_DECLS

#endif
