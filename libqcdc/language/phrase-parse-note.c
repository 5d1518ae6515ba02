/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include <qcdc/period-name.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/phrase-parser-private.h"

/* Why nothing is compared (W8, W21 … W23): notes are phrases of their own. */

/* A note begins with words that no change begins with. */
static QcdcToldAs find_note(const QcdcPhraseParser *parser, size_t *out_length)
{
    const QcdcPhraseNoteWords *words = &parser->words->note;
    const struct {
        const char *words;
        QcdcToldAs told;
    } notes[] = {
        {words->no_base_before, QCDC_TOLD_NO_BASE},
        {words->new_from, QCDC_TOLD_NEW},
        {words->ended_from, QCDC_TOLD_ENDED},
        {words->break_words, QCDC_TOLD_BREAK},
    };
    for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++) {
        *out_length = qcdc_phrase_match(parser, parser->at, notes[i].words);
        if (*out_length > 0)
            return notes[i].told;
    }
    return QCDC_TOLD_NONE;
}

bool qcdc_phrase_begins_note(const QcdcPhraseParser *parser)
{
    size_t length;
    return find_note(parser, &length) != QCDC_TOLD_NONE;
}

/* Words behind a figure, with the comma or semicolon that they begin with. */
static bool take_words(QcdcPhraseParser *parser, const char *words)
{
    size_t length = qcdc_letters_match(parser->text + parser->at, parser->length - parser->at, words, strlen(words));
    if (length == 0 && words[0] != '\0')
        return qcdc_phrase_fail(parser, parser->at, "ends before its words do", parser->reader->item_hint);
    parser->at += length;
    return true;
}

/* "ngày 01/7/2025", whose noun ends the words before it, or "1 July 2025". */
static bool take_day(QcdcPhraseParser *parser, int32_t *out_day)
{
    size_t length = 0, noun = parser->at, at = qcdc_phrase_skip_blanks(parser, parser->at);
    while (noun > 0 && qcdc_phrase_skip_blanks(parser, noun - 1) == noun - 1)
        noun--;
    const size_t starts[] = {noun, at};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        QcdcPeriod period;
        const char *text = parser->text + starts[i];
        QcdcStatus status =
            qcdc_period_name_parse(text, parser->length - starts[i], parser->language, &period, &length, NULL);
        if (status != QCDC_OK || period.kind != QCDC_PERIOD_DAYS || period.count != 1)
            continue;
        *out_day = QCDC_FAULT("phrase-parse-day", period.start, 0);
        parser->at = starts[i] + length;
        return true;
    }
    return qcdc_phrase_fail(parser, at, "names no day", "write 01/7/2025, in English 1 July 2025");
}

/* Where the words that end a note begin: nothing follows them. */
static size_t find_last_words(const QcdcPhraseParser *parser, size_t at, const char *words)
{
    for (; at < parser->length; at++) {
        size_t after = qcdc_phrase_skip_blanks(parser, at);
        if (after > at && qcdc_phrase_match(parser, after, words) == parser->length - after)
            return at;
    }
    return parser->length;
}

/* "… cùng kỳ để so sánh", "… của Huyện B để so sánh" */
static bool take_missing_base(QcdcPhraseParser *parser, const char *beside, const char *after)
{
    QcdcPhraseBaseReading base;
    size_t at = qcdc_phrase_skip_blanks(parser, parser->at), end = find_last_words(parser, at, after);
    if (end >= parser->length)
        return qcdc_phrase_fail(parser, parser->length, "does not end as a note does", "end it with để so sánh");
    if (qcdc_phrase_match_base(parser, at, &base) == end - at) {
        qcdc_phrase_take_base(parser, at);
    } else {
        at = qcdc_phrase_skip_blanks(parser, at + qcdc_phrase_match(parser, at, beside));
        if (at >= end)
            return qcdc_phrase_fail(parser, at, "names no base", parser->reader->base_hint);
        qcdc_phrase_set_beside(parser, at, end);
    }
    parser->at = parser->length;
    return true;
}

static bool take_rest(QcdcPhraseParser *parser, QcdcPhraseReading *reading)
{
    const QcdcPhraseNoteWords *words = &parser->words->note;
    switch (reading->told) {
    case QCDC_TOLD_NO_BASE:
        return !words->no_base_is_named || take_missing_base(parser, words->no_base_beside, words->no_base_after);
    case QCDC_TOLD_NEW:
        if (!take_day(parser, &reading->day) || !take_words(parser, words->new_before))
            return false;
        return !words->new_base_is_named || take_missing_base(parser, "", words->new_after);
    case QCDC_TOLD_ENDED:
        return take_day(parser, &reading->day) && take_words(parser, words->ended_after);
    default:
        return true;
    }
}

bool qcdc_phrase_take_note(QcdcPhraseParser *parser)
{
    size_t length;
    QcdcPhraseReading reading = {.told = (uint8_t)find_note(parser, &length)};
    parser->at += length;
    if (!take_rest(parser, &reading))
        return false;
    qcdc_phrase_add_reading(parser, &reading);
    return true;
}
