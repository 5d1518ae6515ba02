/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/phrase-writer-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/number-private.h"

QcdcPhraseWriter qcdc_phrase_begin(QcdcPhraseText *out, const QcdcStyle *style)
{
    QcdcPhraseWriter writer = {out, style, qcdc_phrase_get_words(style->language), {NULL, 0, 0}, 0, 0, 0, true};
    writer.text = qcdc_text_begin(out->buffer, out->size);
    return writer;
}

void qcdc_phrase_finish(QcdcPhraseWriter *writer)
{
    writer->out->length = qcdc_text_finish(&writer->text);
    writer->out->span_count = writer->span_count;
}

/* Offsets are those of the whole text, also where the buffer is too small for it. */
static void add_span(QcdcPhraseWriter *writer, size_t start, QcdcRole role)
{
    QcdcPhraseSpan span = {start, writer->text.length, writer->item, (int32_t)role};
    if (writer->out->spans != NULL && writer->span_count < writer->out->span_size)
        writer->out->spans[writer->span_count] = span;
    writer->span_count++;
    writer->figure_end = span.end;
}

static void part(QcdcPhraseWriter *writer)
{
    if (!writer->is_apart)
        qcdc_text_add(&writer->text, " ");
    writer->is_apart = false;
}

bool qcdc_phrase_ends_in_figure(const QcdcPhraseWriter *writer)
{
    return writer->span_count > 0 && writer->figure_end == writer->text.length;
}

void qcdc_phrase_open(QcdcPhraseWriter *writer, const char *sign)
{
    qcdc_text_add(&writer->text, sign);
    writer->is_apart = true;
}

void qcdc_phrase_close(QcdcPhraseWriter *writer, const char *sign)
{
    qcdc_text_add(&writer->text, sign);
    writer->is_apart = false;
}

void qcdc_phrase_put(QcdcPhraseWriter *writer, const char *word)
{
    if (*word == '\0')
        return;
    part(writer);
    qcdc_text_add(&writer->text, word);
}

void qcdc_phrase_add_words(QcdcPhraseWriter *writer, const char *words, size_t length, QcdcRole role)
{
    size_t at = 0;
    while (at < length) {
        size_t first = at;
        bool digits = qcdc_letters_is_digit(words[at]);
        while (at < length && qcdc_letters_is_digit(words[at]) == digits)
            at++;
        size_t start = writer->text.length;
        qcdc_text_add_bytes(&writer->text, words + first, at - first);
        if (digits)
            add_span(writer, start, role);
    }
}

void qcdc_phrase_put_words(QcdcPhraseWriter *writer, const char *words, size_t length, QcdcRole role)
{
    if (length == 0)
        return;
    part(writer);
    qcdc_phrase_add_words(writer, words, length, role);
}

/* "dưới" belongs to the figure: the span holds all that the figure's formula prints. */
void qcdc_phrase_put_number(QcdcPhraseWriter *writer, const QcdcPhraseNumber *number, QcdcRole role)
{
    QcdcNumberFormat format = {writer->style->language, number->pad, number->trim, number->percent, 0};
    part(writer);
    size_t start = writer->text.length;
    if (number->below) {
        qcdc_text_add(&writer->text, writer->words->below);
        qcdc_text_add(&writer->text, " ");
    } else if (number->sign != 0) {
        qcdc_text_add(&writer->text, number->sign < 0 ? "-" : "+");
    }
    qcdc_number_add(&writer->text, number->value, &format);
    add_span(writer, start, role);
}

void qcdc_phrase_put_count(QcdcPhraseWriter *writer, uint32_t count, QcdcRole role)
{
    QcdcPhraseNumber number = {.value = {count, 0, {0}}};
    qcdc_phrase_put_number(writer, &number, role);
}

/* 1st, 2nd, 3rd, 4th … 11th, 12th, 13th … 21st */
static const char *find_ordinal(QcdcDecimal place)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    int64_t tens = place.coefficient % 100, ones = place.coefficient % 10;
    if (place.decimals > 0)
        return "";
    bool is_teen = QCDC_FAULT("phrase-ordinal-teen", tens > 10 && tens < 14, false);
    return is_teen || ones < 1 || ones > 3 ? endings[0] : endings[ones];
}

void qcdc_phrase_put_rank(QcdcPhraseWriter *writer, const QcdcPhraseNumber *place, int32_t field, QcdcRole role, QcdcRole field_role)
{
    qcdc_phrase_put_number(writer, place, role);
    if (writer->words->rank_is_ordinal)
        qcdc_phrase_close(writer, find_ordinal(place->value));
    if (field <= 0)
        return;
    qcdc_phrase_open(writer, writer->words->rank_of);
    qcdc_phrase_put_count(writer, (uint32_t)field, field_role);
}
