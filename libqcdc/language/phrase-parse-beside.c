/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/phrase-parser-private.h"

/* Another unit, or the mean of those beside it (W15, W16): their names are any words, so that what stands around them tells. */

bool qcdc_phrase_verb_grows(QcdcPhraseVerb verb)
{
    return verb == QCDC_PHRASE_VERB_UP || verb == QCDC_PHRASE_VERB_DOWN || qcdc_phrase_verb_is_beside(verb);
}

bool qcdc_phrase_verb_is_beside(QcdcPhraseVerb verb)
{
    return verb == QCDC_PHRASE_VERB_HIGHER || verb == QCDC_PHRASE_VERB_LOWER;
}

/* What grows is held against another time, and what is attained against a plan. */
bool qcdc_phrase_may_be_beside(const QcdcPhraseParser *parser)
{
    QcdcPhraseVerb verb = parser->verb;
    bool in_time = verb == QCDC_PHRASE_VERB_UP || verb == QCDC_PHRASE_VERB_DOWN || verb == QCDC_PHRASE_VERB_ATTAINED;
    return !in_time && !parser->grew;
}

/* A name in English begins with a capital, or it is that of a mean: "96.3% of plan" names a plan. */
static bool is_name(const QcdcPhraseParser *parser, size_t at)
{
    bool capital = at < parser->length && parser->text[at] >= 'A' && parser->text[at] <= 'Z';
    bool planned = qcdc_phrase_match(parser, at, parser->words->plan.words) > 0 ||
                   qcdc_phrase_match_any(parser, at, parser->reader->plans) > 0;
    return qcdc_phrase_match(parser, at, parser->words->beside.mean) > 0 || (capital && !planned);
}

size_t qcdc_phrase_match_beside_versus(const QcdcPhraseParser *parser, size_t at)
{
    const QcdcPhraseBesideWords *words = &parser->words->beside;
    size_t versus = qcdc_phrase_verb_is_beside(parser->verb) ? qcdc_phrase_match(parser, at, words->versus) : 0;
    if (versus > 0 || !qcdc_phrase_may_be_beside(parser))
        return versus;
    size_t index = qcdc_phrase_match(parser, at, words->versus_index);
    return index > 0 && is_name(parser, qcdc_phrase_skip_blanks(parser, at + index)) ? index : 0;
}

/* "bằng Huyện B": words follow, and no figure. */
size_t qcdc_phrase_match_beside_equal(const QcdcPhraseParser *parser, size_t at)
{
    QcdcPhraseFound number;
    size_t length = qcdc_phrase_match(parser, at, parser->words->beside.equal);
    size_t after = qcdc_phrase_skip_blanks(parser, at + length);
    bool is_small = length > 0 && memcmp(parser->text + at, parser->words->beside.equal, length) == 0;
    bool named = after > at + length && after < parser->length && !qcdc_phrase_find_number(parser, after, &number);
    bool shown = parser->last_open > 0 && at > parser->last_open;
    return is_small && named && !shown && qcdc_phrase_may_be_beside(parser) ? length : 0;
}

/* Where a name ends: before the values of the base, before its coverage, or at the end. */
static size_t find_end(const QcdcPhraseParser *parser, size_t at)
{
    for (; at < parser->length; at++) {
        size_t after = qcdc_phrase_skip_blanks(parser, at);
        if (qcdc_phrase_match_coverage(parser, at) > 0 || (after > at && qcdc_phrase_begins_shown(parser, after)))
            return at;
    }
    return at;
}

bool qcdc_phrase_take_beside(QcdcPhraseParser *parser, size_t at)
{
    size_t end = find_end(parser, at);
    if (end <= at)
        return qcdc_phrase_fail(parser, at, "names no base", parser->reader->base_hint);
    parser->beside = at;
    qcdc_phrase_set_beside(parser, at, end);
    parser->at = end;
    return true;
}

/* "so với Huyện B, số đơn cao hơn 12 đơn": the name ends at the comma. */
bool qcdc_phrase_take_beside_first(QcdcPhraseParser *parser, size_t at)
{
    size_t next, end = at;
    while (end < parser->length && qcdc_phrase_match_joiner(parser, end, &next) == QCDC_PHRASE_JOINER_NONE)
        end++;
    if (end <= at || end >= parser->length || parser->text[end] != ',')
        return qcdc_phrase_fail(parser, at, "names no base", parser->reader->base_hint);
    parser->beside = at;
    qcdc_phrase_set_beside(parser, at, end);
    parser->at = end;
    return true;
}

/* Where the values begin behind a name in brackets at @at that nothing else has told; 0 if there are none. */
size_t qcdc_phrase_match_beside_shown(const QcdcPhraseParser *parser, size_t at)
{
    size_t name = parser->base.words_end - parser->beside;
    bool in_time = parser->has_base && parser->beside == 0;
    if (at == 0 || parser->last_open == 0 || at <= parser->last_open || !qcdc_phrase_may_be_beside(parser) || in_time)
        return 0;
    if (parser->beside > 0 && parser->length - at > name && memcmp(parser->text + at, parser->text + parser->beside, name) == 0) {
        size_t colon = at + name + (parser->text[at + name] == ':');
        return qcdc_phrase_skip_blanks(parser, colon);
    }
    for (size_t from = at; at < parser->length; at++) {
        size_t after = qcdc_phrase_skip_blanks(parser, at + (parser->text[at] == ':'));
        QcdcPhraseFound number;
        if (after > at && at > from && qcdc_phrase_begins_value(parser, after, &number) &&
            !(number.end < parser->length && parser->text[number.end] == ':'))
            return after;
    }
    return 0;
}
