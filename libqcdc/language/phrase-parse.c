/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/phrase.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/phrase-parser-private.h"

/* Blanks at the end, all of them ASCII or U+00A0. */
static size_t trim_end(const char *text, size_t length)
{
    while (length > 0) {
        size_t wide = length > 1 && qcdc_letters_measure_blanks(text + length - 2, 2) == 2 ? 2 : 0;
        size_t blank = wide > 0 ? wide : qcdc_letters_measure_blanks(text + length - 1, 1);
        if (blank == 0)
            break;
        length -= blank;
    }
    return length;
}

/* The bracket that the last byte closes. */
static size_t find_last_open(const char *text, size_t length)
{
    size_t depth = 0;
    if (length == 0 || text[length - 1] != ')')
        return 0;
    for (size_t at = length; at > 0; at--) {
        depth += text[at - 1] == ')';
        depth -= text[at - 1] == '(';
        if (depth == 0)
            return at - 1;
    }
    return 0;
}

static QcdcPhraseParser begin(const char *text, size_t length, QcdcLanguage language)
{
    QcdcPhraseParser parser = {.text = text, .length = trim_end(text, length), .language = language};
    parser.words = qcdc_phrase_get_words(language);
    parser.reader = qcdc_phrase_get_reader_words(language);
    parser.verb = QCDC_PHRASE_VERB_END;
    parser.searched_from = 1; /* nothing yet */
    for (size_t i = 0; i < parser.length && !parser.semicolons; i++)
        parser.semicolons = text[i] == ';';
    parser.at = qcdc_phrase_skip_blanks(&parser, 0);
    parser.last_open = find_last_open(text, parser.length);
    parser.shown_time = qcdc_phrase_find_shown_time(&parser);
    return parser;
}

/* "so với cùng kỳ, số đơn tăng 42 đơn": the base first. */
static bool take_base_first(QcdcPhraseParser *parser)
{
    size_t next, versus = qcdc_phrase_match_versus(parser, parser->at);
    if (versus == 0) /* at the start nothing else begins so */
        versus = qcdc_phrase_match(parser, parser->at, parser->words->versus_first);
    if (versus == 0)
        return true;
    if (!qcdc_phrase_take_base(parser, qcdc_phrase_skip_blanks(parser, parser->at + versus)))
        return false;
    bool joined = qcdc_phrase_match_joiner(parser, parser->at, &next) != QCDC_PHRASE_JOINER_NONE;
    parser->at = joined ? next : qcdc_phrase_skip_blanks(parser, parser->at);
    return true;
}

static bool takes_another(QcdcPhraseParser *parser)
{
    size_t next;
    QcdcPhraseJoiner joiner = qcdc_phrase_match_joiner(parser, parser->at, &next);
    if (joiner == QCDC_PHRASE_JOINER_NONE || !qcdc_phrase_begins_item(parser, next, joiner))
        return false;
    parser->at = next;
    return true;
}

static bool take_items(QcdcPhraseParser *parser)
{
    do {
        if (!qcdc_phrase_take_item(parser))
            return false;
    } while (takes_another(parser));
    return true;
}

/* A base follows its word, or, after "bằng" and a multiple, at once. */
static bool take_base_last(QcdcPhraseParser *parser)
{
    QcdcPhraseBaseReading base;
    size_t at = qcdc_phrase_skip_blanks(parser, parser->at);
    if (parser->has_base || parser->base.base == QCDC_BASE_PLAN || at >= parser->length)
        return true;
    size_t versus = qcdc_phrase_match_versus(parser, at);
    if (versus > 0)
        return qcdc_phrase_take_base(parser, qcdc_phrase_skip_blanks(parser, at + versus));
    bool named = parser->takes_directly && qcdc_phrase_match_coverage(parser, parser->at) == 0 && !qcdc_phrase_begins_shown(parser, at);
    return !(named || qcdc_phrase_match_base(parser, at, &base) > 0) || qcdc_phrase_take_base(parser, at);
}

static bool take_end(QcdcPhraseParser *parser)
{
    if (QCDC_FAULT("phrase-parse-rest", parser->at >= parser->length, true))
        return true;
    size_t at = qcdc_phrase_skip_blanks(parser, parser->at);
    return qcdc_phrase_fail(parser, at, "goes on where the phrase should end", parser->reader->item_hint);
}

/* What grows does so in time: "so với năm nay, số đơn tăng 5" names none. */
static bool check_beside(QcdcPhraseParser *parser)
{
    return parser->beside == 0 || !parser->grew ||
           qcdc_phrase_fail(parser, parser->beside, "names no base", parser->reader->base_hint);
}

static bool take_list(QcdcPhraseParser *parser)
{
    return take_base_first(parser) && take_items(parser) && take_base_last(parser) && check_beside(parser) &&
           qcdc_phrase_take_coverage(parser) && qcdc_phrase_take_shown(parser);
}

static bool take_any(QcdcPhraseParser *parser)
{
    if (qcdc_phrase_begins_note(parser))
        return qcdc_phrase_take_note(parser);
    if (qcdc_phrase_begins_year(parser))
        return qcdc_phrase_take_year(parser);
    return qcdc_phrase_begins_contribution(parser) ? qcdc_phrase_take_contributions(parser) : take_list(parser);
}

static bool take_phrase(QcdcPhraseParser *parser)
{
    return take_any(parser) && take_end(parser);
}

static QcdcStatus tell_failure(const QcdcPhraseParser *parser, size_t length, QcdcError *error)
{
    int32_t column = parser->at < INT32_MAX ? (int32_t)parser->at + 1 : INT32_MAX;
    return qcdc_error_set_value(error, parser->status, column, "phrase", parser->text, length, parser->complaint, parser->hint);
}

/* The text is looked through before it is read, so that nothing is written of a phrase that goes wrong at its end. */
QcdcStatus qcdc_phrase_parse(const char *text, size_t length, QcdcLanguage language, QcdcPhraseReading *out_items, size_t size,
                             size_t *out_count, QcdcPhraseBaseReading *out_base, QcdcError *error)
{
    if (text == NULL || out_count == NULL || (out_items == NULL && size > 0) || (unsigned)language >= QCDC_LANGUAGE_END)
        return qcdc_error_set_argument(error, "no text, no place for the count or the items, or not a language");
    QcdcPhraseParser parser = begin(text, length, language);
    if (!take_phrase(&parser))
        return tell_failure(&parser, length, error);
    QcdcPhraseParser again = begin(text, length, language);
    again.items = out_items;
    again.size = size;
    take_phrase(&again);
    *out_count = again.count;
    if (out_base != NULL)
        *out_base = again.base;
    return QCDC_OK;
}
