/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/phrase-parser-private.h"

static bool has(const QcdcPhraseParser *parser, size_t at, char sign)
{
    return at < parser->length && parser->text[at] == sign;
}

/* The figure of a value, behind its hedge and, of a rank, "thứ". */
static size_t skip_to_figure(const QcdcPhraseParser *parser, size_t at, bool *out_rank)
{
    size_t hedge = qcdc_phrase_match_any(parser, at, parser->reader->hedges);
    at = qcdc_phrase_skip_blanks(parser, at + hedge);
    size_t rank = qcdc_phrase_match(parser, at, parser->words->rank);
    *out_rank = rank > 0;
    return qcdc_phrase_skip_blanks(parser, at + rank);
}

bool qcdc_phrase_begins_value(const QcdcPhraseParser *parser, size_t at, QcdcPhraseFound *out_number)
{
    bool rank;
    return qcdc_phrase_find_number(parser, skip_to_figure(parser, at, &rank), out_number);
}

static bool begins_value(const QcdcPhraseParser *parser, size_t at)
{
    QcdcPhraseFound number;
    return qcdc_phrase_begins_value(parser, at, &number);
}

/* Where the figure after "từ" begins. */
static size_t match_from(const QcdcPhraseParser *parser, size_t at)
{
    QcdcPhraseFound number;
    size_t length = qcdc_phrase_match(parser, at, parser->words->from);
    size_t figure = qcdc_phrase_skip_blanks(parser, at + length);
    return length > 0 && qcdc_phrase_find_number(parser, figure, &number) ? figure : 0;
}

/* The base's name in brackets, with ":" or without; where the values begin, 0 if none is there. */
static size_t match_name(const QcdcPhraseParser *parser, size_t at)
{
    QcdcPhraseBaseReading base;
    size_t shown = qcdc_phrase_match(parser, at, parser->words->base.same_shown);
    size_t named = qcdc_phrase_match_base(parser, at, &base);
    size_t lengths[] = {named, shown};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        size_t colon = qcdc_phrase_skip_blanks(parser, at + lengths[i]);
        size_t value = qcdc_phrase_skip_blanks(parser, colon + has(parser, colon, ':'));
        if (lengths[i] > 0 && begins_value(parser, value))
            return value;
    }
    bool is_last = parser->last_open > 0 && at == qcdc_phrase_skip_blanks(parser, parser->last_open + 1);
    return is_last && match_from(parser, at) == 0 ? qcdc_phrase_match_beside_shown(parser, at) : 0;
}

/* The last byte of a phrase closes what is shown: does its time stand before that, from @at on? */
static bool is_time(const QcdcPhraseParser *parser, size_t at)
{
    QcdcPhraseBaseReading base;
    size_t close = parser->length - 1;
    size_t same = qcdc_phrase_match(parser, at, parser->words->base.same_shown);
    size_t in = qcdc_phrase_match(parser, at, parser->words->base_follows_in);
    size_t name = qcdc_phrase_skip_blanks(parser, at + in);
    return (same > 0 && at + same == close) || (in > 0 && name + qcdc_phrase_match_base(parser, name, &base) == close);
}

size_t qcdc_phrase_find_shown_time(const QcdcPhraseParser *parser)
{
    if (!parser->words->base_follows || parser->last_open == 0)
        return 0;
    for (size_t at = parser->last_open; at + 1 < parser->length; at++) {
        size_t after = qcdc_phrase_skip_blanks(parser, at);
        if (after > at && is_time(parser, after))
            return at;
    }
    return 0;
}

/* "(132 petitions a year earlier)": where the values begin, 0 if none are there. */
static size_t match_values(const QcdcPhraseParser *parser, size_t open, size_t inside)
{
    bool is_last = QCDC_FAULT("phrase-parse-shown-time", parser->shown_time > inside, false) && open == parser->last_open;
    return is_last && begins_value(parser, inside) ? inside : 0;
}

bool qcdc_phrase_begins_shown(const QcdcPhraseParser *parser, size_t at)
{
    if (!has(parser, at, '('))
        return false;
    size_t inside = qcdc_phrase_skip_blanks(parser, at + 1);
    return match_name(parser, inside) > 0 || match_from(parser, inside) > 0 || match_values(parser, at, inside) > 0;
}

/* Where the words after a value end: at the next value, or at @last, where all values end. */
static size_t find_value_end(const QcdcPhraseParser *parser, size_t at, size_t last)
{
    while (at < last) {
        size_t next, after = qcdc_phrase_skip_blanks(parser, at);
        QcdcPhraseJoiner joiner = qcdc_phrase_match_joiner(parser, at, &next);
        bool parts = joiner == QCDC_PHRASE_JOINER_SEMICOLON || (joiner == QCDC_PHRASE_JOINER_COMMA && !parser->semicolons);
        if (parts && begins_value(parser, next))
            return at;
        at = after > at ? after : at + 1;
    }
    return at;
}

static size_t match_to(const QcdcPhraseParser *parser, size_t at)
{
    const char *const written[] = {parser->words->rising_to, parser->words->falling_to, NULL};
    QcdcPhraseFound number;
    size_t own = qcdc_phrase_match_any(parser, at, written);
    size_t other = qcdc_phrase_match_any(parser, at, parser->reader->to);
    size_t longest = own > other ? own : other;
    size_t figure = qcdc_phrase_skip_blanks(parser, at + longest);
    return longest > 0 && qcdc_phrase_find_number(parser, figure, &number) ? figure : 0;
}

/* "từ 3,2 người/hộ lên 3,5 người/hộ": where the second figure begins, and the word before it. */
static size_t find_to(const QcdcPhraseParser *parser, size_t at, size_t *out_word)
{
    while (at < parser->length) {
        size_t after = qcdc_phrase_skip_blanks(parser, at);
        size_t figure = after > at ? match_to(parser, after) : 0;
        *out_word = after;
        if (figure > 0)
            return figure;
        at = after > at ? after : at + 1;
    }
    return 0;
}

/* Words and values go where the verb goes; of a rank the smaller number can be the better. */
static bool goes_with_verb(const QcdcPhraseParser *parser, const QcdcPhraseReading *reading, size_t word, int order)
{
    bool rises = reading->direction == QCDC_DIRECTION_INCREASE, falls = reading->direction == QCDC_DIRECTION_DECREASE;
    bool goes_up = qcdc_phrase_match(parser, word, parser->words->rising_to) > 0;
    bool goes_down = qcdc_phrase_match(parser, word, parser->words->falling_to) > 0;
    if (reading->told == QCDC_TOLD_PLACES || QCDC_FAULT("phrase-parse-goes", false, true))
        return true;
    bool is_other = (rises && order < 0) || (falls && order > 0);
    return !is_other && (goes_up == goes_down || (rises && goes_up) || (falls && goes_down));
}

static bool take_close(QcdcPhraseParser *parser)
{
    if (!has(parser, parser->length - 1, ')'))
        return qcdc_phrase_fail(parser, parser->length, "does not close its bracket", "end it with )");
    parser->at = parser->length;
    return true;
}

/* "62/77" would be read as 62. */
static bool fail_terms(QcdcPhraseParser *parser, size_t at)
{
    return qcdc_phrase_fail(parser, at, "shows a value that is no single figure", parser->reader->number_hint);
}

static bool take_from_to(QcdcPhraseParser *parser, size_t from)
{
    QcdcPhraseFound base, current;
    if (!qcdc_phrase_take_number(parser, from, &base))
        return false;
    size_t word, to = find_to(parser, base.end, &word);
    if (to == 0)
        return qcdc_phrase_fail(parser, base.end, "does not say up to what value", NULL);
    if (!qcdc_phrase_take_number(parser, to, &current))
        return false;
    if (has(parser, base.end, '/') || has(parser, current.end, '/'))
        return fail_terms(parser, has(parser, base.end, '/') ? base.end : current.end);
    QcdcPhraseReading *reading = qcdc_phrase_get_reading(parser, parser->count - 1);
    if (!goes_with_verb(parser, reading, word, qcdc_decimal_compare(current.value, base.value)))
        return qcdc_phrase_fail(parser, word, "goes another way than the verb", NULL);
    reading->base = QCDC_FAULT("phrase-parse-from", base.value, current.value);
    reading->current = current.value;
    reading->has_base = reading->has_current = 1;
    return take_close(parser);
}

/* What is all equal is said once (W4), yet the base values tell how many there are. */
static bool is_said_once(const QcdcPhraseParser *parser)
{
    return parser->first.told == QCDC_TOLD_UNCHANGED && parser->first.measure_start == parser->first.measure_end;
}

static bool add_value(QcdcPhraseParser *parser, size_t index, size_t at, QcdcDecimal value, bool once)
{
    if (index >= parser->count && !once)
        return qcdc_phrase_fail(parser, at, "has more base values than changes", NULL);
    QcdcPhraseReading *reading = qcdc_phrase_get_reading(parser, index);
    if (index >= parser->count) {
        *reading = parser->first;
        parser->count++;
    }
    reading->has_base = 1;
    reading->base = value;
    return true;
}

/* "36th": the letters behind a place, where a language has them. */
static size_t match_ordinal(const QcdcPhraseParser *parser, size_t at)
{
    static const char *const endings[] = {"st", "nd", "rd", "th", NULL};
    return parser->words->rank_is_ordinal ? qcdc_phrase_match_any(parser, at, endings) : 0;
}

/* "thứ 36/63", "36th of 63": the field is not read back. */
static bool take_field(QcdcPhraseParser *parser, size_t at, bool rank, size_t *out_end)
{
    QcdcPhraseFound field;
    const char *of = parser->words->rank_of;
    size_t ordinal = match_ordinal(parser, at);
    *out_end = at + ordinal;
    size_t length = qcdc_letters_match(parser->text + *out_end, parser->length - *out_end, of, strlen(of));
    if (length == 0 || !(rank || ordinal > 0))
        return has(parser, *out_end, '/') ? fail_terms(parser, *out_end) : true;
    if (!qcdc_phrase_take_number(parser, *out_end + length, &field))
        return false;
    *out_end = field.end;
    return true;
}

/* The measure of a value goes to an item that names none. */
static void add_measure(QcdcPhraseParser *parser, size_t index, size_t start, size_t end)
{
    QcdcPhraseReading *reading = qcdc_phrase_get_reading(parser, index);
    bool has_none = reading->told == QCDC_TOLD_UNCHANGED || reading->told == QCDC_TOLD_PERCENT ||
                    reading->told == QCDC_TOLD_INDEX || reading->told == QCDC_TOLD_TIMES ||
                    reading->told == QCDC_TOLD_DIFFERENCE;
    if (!has_none || reading->measure_start < reading->measure_end || start >= end)
        return;
    reading->measure_start = start;
    reading->measure_end = end;
}

static bool take_value(QcdcPhraseParser *parser, size_t index, size_t last, bool once)
{
    QcdcPhraseFound number;
    bool rank;
    size_t end, at = skip_to_figure(parser, parser->at, &rank);
    if (!qcdc_phrase_take_number(parser, at, &number) || !add_value(parser, index, at, number.value, once) ||
        !take_field(parser, number.end, rank, &end))
        return false;
    parser->at = find_value_end(parser, end, last);
    add_measure(parser, index, qcdc_phrase_skip_blanks(parser, end), parser->at);
    return true;
}

static bool take_values(QcdcPhraseParser *parser, size_t at, size_t last)
{
    bool once = parser->count == 1 && QCDC_FAULT("phrase-parse-once", is_said_once(parser), false);
    size_t index = 0;
    parser->at = at;
    while (take_value(parser, index++, last, once)) {
        if (parser->at >= last)
            return take_close(parser);
        qcdc_phrase_match_joiner(parser, parser->at, &parser->at);
    }
    return false;
}

bool qcdc_phrase_take_shown(QcdcPhraseParser *parser)
{
    size_t open = qcdc_phrase_skip_blanks(parser, parser->at);
    if (!qcdc_phrase_begins_shown(parser, open))
        return true;
    size_t inside = qcdc_phrase_skip_blanks(parser, open + 1);
    size_t timed = match_values(parser, open, inside), named = match_name(parser, inside);
    if (timed > 0)
        return take_values(parser, timed, parser->shown_time);
    return named > 0 ? take_values(parser, named, parser->length - 1) : take_from_to(parser, match_from(parser, inside));
}
