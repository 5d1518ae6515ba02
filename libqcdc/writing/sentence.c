/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sentence-private.h"

#include <glib.h>

struct QcdcSentence {
    gint references;
    Prose prose;
};

QcdcStatus sentence_take(Prose *prose, QcdcSentence **out_sentence, QcdcError *error)
{
    QcdcSentence *sentence = memory_try_new(1, sizeof *sentence);
    if (sentence == NULL || prose->failed || prose->text.failed) {
        qcdc_free(sentence);
        return memory_fail(error);
    }
    sentence->references = 1;
    sentence->prose = *prose;
    *prose = (Prose){0};
    *out_sentence = sentence;
    return QCDC_OK;
}

static void write_lines(Writer *writer, Prose *out)
{
    for (size_t block = 0; block < comparison_block_count(writer->comparison); block++)
        for (size_t line = 0; line < writer->outline.sentences.count && writer->status == QCDC_OK; line++)
            line_write(writer, comparison_block(writer->comparison, block),
                       &ARRAY_AT(&writer->outline.sentences, OutlineSentence, line), out);
}

QcdcStatus qcdc_comparison_write(const QcdcComparison *comparison, const QcdcStyle *style, QcdcSentence **out_sentence,
                                 QcdcError *error)
{
    Writer writer;
    Prose prose = {0};
    if (out_sentence == NULL)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no place for the sentence", NULL, NULL);
    QcdcStatus status = writer_begin(&writer, comparison, style, error);
    if (status != QCDC_OK)
        return status;
    status = outline_make(comparison, writer.words->names_lead, &writer.outline, error);
    if (status == QCDC_OK) {
        write_lines(&writer, &prose);
        status = writer.status;
    }
    if (status == QCDC_OK)
        status = sentence_take(&prose, out_sentence, error);
    prose_clear(&prose);
    writer_clear(&writer);
    return status;
}

/* A public row number, put back into the order of subjects. */
typedef struct RowPlace {
    size_t subject, indicator, base;
} RowPlace;

static bool find_row(const QcdcComparison *comparison, size_t row, RowPlace *out_place)
{
    RowPlace at = {0};
    for (at.subject = 0; at.subject < comparison_subject_count(comparison); at.subject++)
        for (at.indicator = 0; at.indicator < comparison_indicator_count(comparison); at.indicator++)
            for (at.base = 0; at.base < comparison_base_count(comparison); at.base++) {
                size_t number = SIZE_MAX;
                if (comparison_row(comparison, at.subject, at.indicator, at.base, &number) != NULL && number == row) {
                    *out_place = at;
                    return true;
                }
            }
    return false;
}

QcdcStatus qcdc_comparison_write_row(const QcdcComparison *comparison, size_t row, const QcdcStyle *style,
                                     QcdcSentence **out_sentence, QcdcError *error)
{
    Writer writer;
    RowPlace place;
    Prose prose = {0};
    if (comparison == NULL || out_sentence == NULL || !find_row(comparison, row, &place))
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no comparison, no such row, or no place for the text",
                              NULL, NULL);
    QcdcStatus status = writer_begin(&writer, comparison, style, error);
    if (status != QCDC_OK)
        return status;
    change_write_row(&writer, place.subject, place.indicator, place.base, &prose);
    status = writer.status;
    if (status == QCDC_OK)
        status = sentence_take(&prose, out_sentence, error);
    prose_clear(&prose);
    writer_clear(&writer);
    return status;
}

QcdcSentence *qcdc_sentence_ref(QcdcSentence *sentence)
{
    if (sentence != NULL)
        g_atomic_int_inc(&sentence->references);
    return sentence;
}

void qcdc_sentence_unref(QcdcSentence *sentence)
{
    if (sentence == NULL || !g_atomic_int_dec_and_test(&sentence->references))
        return;
    prose_clear(&sentence->prose);
    qcdc_free(sentence);
}

const char *qcdc_sentence_get_text(const QcdcSentence *sentence)
{
    return sentence != NULL ? text_get(&sentence->prose.text) : "";
}

size_t qcdc_sentence_get_span_count(const QcdcSentence *sentence)
{
    return sentence != NULL ? sentence->prose.spans.count : 0;
}

QcdcStatus qcdc_sentence_get_span(const QcdcSentence *sentence, size_t index, QcdcSpan *out_span, QcdcError *error)
{
    if (sentence == NULL || out_span == NULL || index >= sentence->prose.spans.count)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no sentence, no such span, or no place for it", NULL,
                              NULL);
    *out_span = ARRAY_AT(&sentence->prose.spans, QcdcSpan, index);
    return QCDC_OK;
}

size_t qcdc_sentence_get_phrase_count(const QcdcSentence *sentence)
{
    return sentence != NULL ? sentence->prose.phrases.count : 0;
}

QcdcStatus qcdc_sentence_get_phrase(const QcdcSentence *sentence, size_t index, QcdcSentencePhrase *out_phrase, QcdcError *error)
{
    if (sentence == NULL || out_phrase == NULL || index >= sentence->prose.phrases.count)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no sentence, no such phrase, or no place for it", NULL,
                              NULL);
    ProsePhrase phrase = ARRAY_AT(&sentence->prose.phrases, ProsePhrase, index);
    *out_phrase = (QcdcSentencePhrase){.start = phrase.start,
                                       .end = phrase.end,
                                       .rows = &ARRAY_AT(&sentence->prose.phrase_rows, size_t, phrase.first_row),
                                       .row_count = phrase.row_count};
    return QCDC_OK;
}
