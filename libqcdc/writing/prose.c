/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "prose-private.h"

#include <string.h>

#include <qcdc/number.h>

#include "kernel/fault-private.h"
#include "language/measure-private.h"

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Bytes of the control character at @at, C1 in its two bytes of UTF-8 included; 0 if there is none. */
static size_t measure_control(const char *words, size_t at, size_t length)
{
    unsigned char byte = (unsigned char)words[at];
    if (byte < 0x20 || byte == 0x7f)
        return 1;
    bool is_c1 = byte == 0xc2 && at + 1 < length && (unsigned char)words[at + 1] < 0xa0;
    return is_c1 ? 2 : 0;
}

static void add_span(Prose *prose, QcdcSpan span)
{
    QcdcSpan *added = prose->failed ? NULL : ARRAY_ADD(&prose->spans, QcdcSpan);
    if (added != NULL)
        *added = span;
    else
        prose->failed = true;
}

/* Gives every run of digits from byte @from on a span of its own. */
static void span_digits(Prose *prose, size_t from, size_t end, QcdcRole role, size_t row)
{
    const char *bytes = text_get(&prose->text);
    for (size_t at = from; at < end && !prose->text.failed; at++) {
        size_t start = at;
        while (at < end && is_digit(bytes[at]))
            at++;
        if (at > start)
            add_span(prose, (QcdcSpan){.start = start, .end = at, .role = role, .row = row});
    }
}

static void append_printable(Text *text, const char *words, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t start = at;
        while (at < length && measure_control(words, at, length) == 0)
            at++;
        text_append_bytes(text, words + start, at - start);
        if (at < length) {
            text_append_character(text, ' ');
            at += measure_control(words, at, length);
        }
    }
}

static void add_words(Prose *prose, const char *words, size_t length, QcdcRole role, size_t row)
{
    size_t start = prose->text.length;
    append_printable(&prose->text, words, length);
    span_digits(prose, start, prose->text.length, role, row);
}

void prose_add_bytes(Prose *prose, const char *words, size_t length)
{
    add_words(prose, words, length, QCDC_FAULT("prose-digits-of-words", QCDC_ROLE_WORDS, QCDC_ROLE_CURRENT), SIZE_MAX);
}

void prose_add(Prose *prose, const char *words)
{
    prose_add_bytes(prose, words, strlen(words));
}

/* Digits of periods and of people's words are not figures. */
static bool is_name(int32_t role)
{
    return role == QCDC_ROLE_PERIOD || role == QCDC_ROLE_BASE_PERIOD || role == QCDC_ROLE_WORDS;
}

/* Was the last thing written a figure, and it 1? */
static bool ends_in_one(const Prose *prose)
{
    size_t length = prose->text.length;
    if (prose->spans.count == 0 || length == 0 || prose->text.failed || text_get(&prose->text)[length - 1] != '1')
        return false;
    QcdcSpan last = ARRAY_AT(&prose->spans, QcdcSpan, prose->spans.count - 1);
    return last.end == length && last.start + 1 == length && !is_name(last.role);
}

void prose_add_measure(Prose *prose, const char *measure, QcdcLanguage language)
{
    QcdcMeasureWords words = qcdc_measure_find_words(measure, language, ends_in_one(prose));
    prose_add(prose, " ");
    prose_add_bytes(prose, words.text, words.length);
}

void prose_add_word(Prose *prose, const char *words)
{
    prose_add(prose, " ");
    prose_add(prose, words);
}

void prose_add_hedge(Prose *prose, const char *words)
{
    if (words == NULL || words[0] == '\0')
        return;
    prose_add(prose, words);
    prose_add(prose, " ");
}

void prose_add_colon(Prose *prose)
{
    size_t length = prose->text.length;
    if (length > 0 && !prose->text.failed && is_digit(prose->text.bytes[length - 1]))
        prose_add(prose, ":");
}

void prose_add_named(Prose *prose, const char *words, QcdcRole role, size_t row)
{
    add_words(prose, words, strlen(words), role, row);
}

/* The number as it was printed: what a reader of the text would take it for. A span may begin with a word: "dưới 0,1%". */
static QcdcDecimal read_number(const char *bytes, size_t length, int32_t role, QcdcLanguage language)
{
    QcdcNumberReading reading = {0};
    size_t at = 0;
    while (at < length && !is_digit(bytes[at]) && bytes[at] != '-')
        at++;
    if (is_name(role) || qcdc_number_parse(bytes + at, length - at, language, &reading, NULL) != QCDC_OK)
        return (QcdcDecimal){0};
    return reading.value;
}

void prose_add_number(Prose *prose, const char *digits, QcdcRole role, size_t row, QcdcLanguage language)
{
    size_t start = prose->text.length, length = strlen(digits);
    text_append_bytes(&prose->text, digits, length);
    add_span(prose, (QcdcSpan){.start = start,
                               .end = start + length,
                               .role = role,
                               .row = row,
                               .number = read_number(digits, length, role, language)});
}

/* The stretch of the phrase before its next span holds words only; the span is taken over. */
static void add_phrase_span(Prose *prose, const QcdcPhraseText *phrase, const QcdcPhraseSpan *span, size_t row,
                            QcdcLanguage language)
{
    size_t start = prose->text.length, length = span->end - span->start;
    const char *bytes = phrase->buffer + span->start;
    text_append_bytes(&prose->text, bytes, length);
    add_span(prose, (QcdcSpan){.start = start,
                               .end = start + length,
                               .role = span->role,
                               .row = is_name(span->role) ? SIZE_MAX : row,
                               .number = read_number(bytes, length, span->role, language)});
}

static size_t find_row(const PhraseRows *rows, const QcdcPhraseSpan *span)
{
    bool is_count = span->role == QCDC_ROLE_VALUED || span->role == QCDC_ROLE_EXPECTED;
    return is_count ? rows->coverage : rows->items[span->item];
}

void prose_add_phrase(Prose *prose, const QcdcPhraseText *phrase, const PhraseRows *rows, QcdcLanguage language)
{
    size_t at = 0;
    for (size_t index = 0; index < phrase->span_count; index++) {
        const QcdcPhraseSpan *span = &phrase->spans[index];
        prose_add_bytes(prose, phrase->buffer + at, span->start - at);
        add_phrase_span(prose, phrase, span, find_row(rows, span), language);
        at = span->end;
    }
    prose_add_bytes(prose, phrase->buffer + at, phrase->length - at);
}

void prose_mark_phrase(Prose *prose, size_t start, const size_t *rows, size_t count)
{
    ProsePhrase *added = prose->failed ? NULL : ARRAY_ADD(&prose->phrases, ProsePhrase);
    if (added != NULL)
        *added = (ProsePhrase){start, prose->text.length, prose->phrase_rows.count, count};
    prose->failed = added == NULL || !array_append(&prose->phrase_rows, rows, count, sizeof *rows);
}

void prose_end_line(Prose *prose)
{
    text_append(&prose->text, ".\n");
}

static void append_phrases(Prose *prose, const Prose *tail, size_t shift)
{
    size_t first_row = prose->phrase_rows.count;
    bool is_kept = array_append(&prose->phrase_rows, tail->phrase_rows.items, tail->phrase_rows.count, sizeof(size_t));
    for (size_t index = 0; is_kept && index < tail->phrases.count; index++) {
        ProsePhrase phrase = ARRAY_AT(&tail->phrases, ProsePhrase, index);
        size_t moved = QCDC_FAULT("prose-phrase-shift", shift, 0);
        phrase.start += moved;
        phrase.end += moved;
        phrase.first_row += QCDC_FAULT("prose-phrase-rows", first_row, 0);
        is_kept = array_append(&prose->phrases, &phrase, 1, sizeof phrase);
    }
    prose->failed = prose->failed || !is_kept;
}

void prose_set_role(Prose *prose, QcdcRole role)
{
    for (size_t index = 0; index < prose->spans.count; index++)
        ARRAY_AT(&prose->spans, QcdcSpan, index).role = role;
}

void prose_append(Prose *prose, const Prose *tail)
{
    size_t shift = prose->text.length;
    prose->failed = prose->failed || tail->failed || tail->text.failed;
    text_append_bytes(&prose->text, text_get(&tail->text), tail->text.length);
    append_phrases(prose, tail, shift);
    for (size_t index = 0; index < tail->spans.count; index++) {
        QcdcSpan span = ARRAY_AT(&tail->spans, QcdcSpan, index);
        span.start += shift;
        span.end += shift;
        add_span(prose, span);
    }
}

bool prose_is_empty(const Prose *prose)
{
    return prose->text.length == 0;
}

bool prose_holds(const Prose *prose, char character)
{
    return strchr(text_get(&prose->text), character) != NULL; /* a text that memory failed is "", whatever its length */
}

void prose_clear(Prose *prose)
{
    text_clear(&prose->text);
    array_clear(&prose->spans);
    array_clear(&prose->phrases);
    array_clear(&prose->phrase_rows);
    *prose = (Prose){0};
}
