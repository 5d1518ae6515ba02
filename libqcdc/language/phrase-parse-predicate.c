/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/phrase-parser-private.h"

static bool is_end(const QcdcPhraseParser *parser, size_t at)
{
    return at >= parser->length || parser->text[at] == '(' || parser->text[at] == ')';
}

/* "bằng" says that nothing changed where a base, another item or nothing follows: "số hộ có bằng cấp" holds no predicate. */
static bool ends_equal(const QcdcPhraseParser *parser, size_t at)
{
    QcdcPhraseBaseReading base;
    size_t next, after = qcdc_phrase_skip_blanks(parser, at);
    if (is_end(parser, after) || qcdc_phrase_match_joiner(parser, at, &next) != QCDC_PHRASE_JOINER_NONE)
        return true;
    size_t versus = qcdc_phrase_match_versus(parser, after);
    after = versus > 0 ? qcdc_phrase_skip_blanks(parser, after + versus) : after;
    return qcdc_phrase_match_base(parser, after, &base) > 0 || qcdc_phrase_match_coverage(parser, at) > 0;
}

/* Is it said in words that the base follows without another between? */
bool qcdc_phrase_is_equal(const QcdcPhraseParser *parser, size_t at)
{
    size_t found = qcdc_phrase_match(parser, at, parser->words->beside.equal);
    for (size_t i = 0; i < QCDC_PHRASE_EQUAL_WORDS; i++)
        found += qcdc_phrase_match(parser, at, parser->words->equal[i]);
    return found > 0;
}

static size_t match_equal(const QcdcPhraseParser *parser, size_t at)
{
    for (size_t i = 0; i < QCDC_PHRASE_EQUAL_WORDS; i++) {
        size_t found = qcdc_phrase_match(parser, at, parser->words->equal[i]);
        if (found > 0 && ends_equal(parser, at + found))
            return found;
    }
    const char *const beside[] = {parser->words->beside.equal, parser->words->beside.equal_listed, NULL};
    size_t found = qcdc_phrase_match_any(parser, at, beside);
    return found > 0 && ends_equal(parser, at + found) ? found : 0;
}

size_t qcdc_phrase_match_unchanged(const QcdcPhraseParser *parser, size_t at)
{
    const char *const own[] = {parser->words->unchanged, parser->words->rank_unchanged, NULL};
    size_t written = qcdc_phrase_match_any(parser, at, own);
    size_t read = qcdc_phrase_match_any(parser, at, parser->reader->unchanged);
    size_t longest = QCDC_FAULT("phrase-parse-unchanged", written > read, written == 0) ? written : read;
    return longest > 0 ? longest : match_equal(parser, at);
}

size_t qcdc_phrase_match_multiple(const QcdcPhraseParser *parser, size_t at, uint8_t *out_times)
{
    size_t longest = 0;
    for (const QcdcPhraseReaderMultiple *multiple = parser->reader->multiples; multiple->word != NULL; multiple++) {
        size_t found = qcdc_phrase_match(parser, at, multiple->word);
        if (found <= longest)
            continue;
        longest = found;
        *out_times = multiple->times;
    }
    return longest;
}

static void prefer_verb(size_t found, QcdcPhraseVerb verb, size_t *longest, QcdcPhraseVerb *out_verb)
{
    if (found <= *longest)
        return;
    *longest = found;
    *out_verb = verb;
}

/* English has one word for an index, a multiple and an attainment: what follows the figure tells them apart. */
size_t qcdc_phrase_match_verb(const QcdcPhraseParser *parser, size_t at, QcdcPhraseVerb *out_verb)
{
    size_t longest = 0;
    for (unsigned verb = 0; verb < QCDC_PHRASE_VERB_END; verb++)
        prefer_verb(qcdc_phrase_match(parser, at, parser->words->verbs[verb].listed), (QcdcPhraseVerb)verb, &longest, out_verb);
    for (const QcdcPhraseReaderVerb *verb = parser->reader->verbs; verb->word != NULL; verb++)
        prefer_verb(qcdc_phrase_match(parser, at, verb->word), verb->verb, &longest, out_verb);
    return longest;
}

size_t qcdc_phrase_match_times(const QcdcPhraseParser *parser, size_t at)
{
    const char *const nouns[] = {parser->words->times.one, parser->words->times.many, NULL};
    return qcdc_phrase_match_any(parser, at, nouns);
}

/* "đạt 19 tiêu chí" is no attainment, and "at 3 sites" no index. */
static bool fits_verb(const QcdcPhraseParser *parser, QcdcPhraseVerb verb, const QcdcPhraseFound *figure)
{
    if (qcdc_phrase_verb_grows(verb) || figure->percent)
        return true;
    return qcdc_phrase_match_times(parser, qcdc_phrase_skip_blanks(parser, figure->end)) > 0;
}

bool qcdc_phrase_begins_predicate(const QcdcPhraseParser *parser, size_t at)
{
    uint8_t times;
    QcdcPhraseVerb verb;
    QcdcPhraseFound figure;
    if (qcdc_phrase_match_unchanged(parser, at) > 0 || qcdc_phrase_match_multiple(parser, at, &times) > 0 ||
        qcdc_phrase_begins_plan_told(parser, at, true))
        return true;
    size_t length = qcdc_phrase_match_verb(parser, at, &verb);
    return length > 0 && qcdc_phrase_find_number(parser, qcdc_phrase_skip_blanks(parser, at + length), &figure) &&
           fits_verb(parser, verb, &figure);
}

static size_t skip_word(const QcdcPhraseParser *parser, size_t at)
{
    while (at < parser->length && parser->text[at] != ';' && qcdc_phrase_skip_blanks(parser, at) == at)
        at++;
    return at;
}

/* "số đơn", "tỷ lệ", "điểm số": the words that W7 puts before what changed. */
static bool begins_with_subject(const QcdcPhraseParser *parser, size_t at)
{
    const QcdcPhraseWords *words = parser->words;
    const char *const own[] = {words->amount_subject, words->ratio_subject, words->score_subject, words->rank_subject, NULL};
    return words->amount_subject[0] != '\0' && qcdc_phrase_match_any(parser, at, own) > 0;
}

/* A verb right after a joiner is that of the next item, and nothing stands as a subject across a semicolon. */
void qcdc_phrase_search_predicate(QcdcPhraseParser *parser, size_t at, bool to_comma)
{
    bool is_joined = true;
    size_t gap = at, equal = 0, equal_end = 0;
    parser->searched_from = at;
    parser->found = parser->found_end = parser->length;
    while (at < parser->length && !qcdc_phrase_begins_predicate(parser, at)) {
        size_t next, end = skip_word(parser, at);
        bool has_comma = end > at && parser->text[end - 1] == ',';
        if ((end < parser->length && parser->text[end] == ';') || (to_comma && has_comma))
            break;
        QcdcPhraseJoiner joiner = gap < at ? qcdc_phrase_match_joiner(parser, gap, &next) : QCDC_PHRASE_JOINER_NONE;
        is_joined = has_comma || joiner != QCDC_PHRASE_JOINER_NONE;
        gap = end;
        at = qcdc_phrase_skip_blanks(parser, end);
        if (!is_joined && !parser->has_base && qcdc_phrase_match_beside_equal(parser, at) > 0) {
            equal = at;
            equal_end = gap;
        }
    }
    parser->searched_to = at;
    bool is_found = at < parser->length && qcdc_phrase_begins_predicate(parser, at);
    if (equal > 0 && !is_found && (parser->verb != QCDC_PHRASE_VERB_END || begins_with_subject(parser, parser->searched_from))) {
        parser->found = parser->searched_to = equal;
        parser->found_end = equal_end;
        return;
    }
    if (is_joined || !is_found)
        return;
    parser->found = at;
    parser->found_end = gap;
}

/* The same search serves every place before what it found. */
static bool has_predicate(QcdcPhraseParser *parser, size_t at, bool to_comma)
{
    if (at < parser->searched_from || at > parser->searched_to)
        qcdc_phrase_search_predicate(parser, at, to_comma);
    return parser->found < parser->length;
}

/* A subject begins with its own word, or, in a language that has none for amounts, with any. */
static bool begins_subject(QcdcPhraseParser *parser, size_t at)
{
    const QcdcPhraseWords *words = parser->words;
    const char *const own[] = {words->amount_subject, words->ratio_subject, words->score_subject, words->rank_subject, NULL};
    bool any = words->amount_subject[0] == '\0';
    bool named = qcdc_phrase_match_any(parser, at, own) > 0 ||
                 qcdc_phrase_match_any(parser, at, parser->reader->amount_subjects) > 0 ||
                 qcdc_phrase_match_any(parser, at, parser->reader->other_subjects) > 0;
    return (any || named) && has_predicate(parser, at, any);
}

/* Where "; " joins items, a comma belongs to the measure unless a verb follows (W5). */
bool qcdc_phrase_begins_item(QcdcPhraseParser *parser, size_t at, QcdcPhraseJoiner joiner)
{
    QcdcPhraseFound figure;
    if (joiner == QCDC_PHRASE_JOINER_SEMICOLON || qcdc_phrase_begins_predicate(parser, at))
        return true;
    if (QCDC_FAULT("phrase-parse-semicolon", parser->semicolons, false))
        return false;
    bool inherits = parser->verb != QCDC_PHRASE_VERB_END && parser->verb != QCDC_PHRASE_VERB_ATTAINED;
    if (inherits && qcdc_phrase_find_number(parser, at, &figure))
        return true;
    return begins_subject(parser, at);
}

/* "tương ứng với", "or", and what people write for it. */
static size_t match_equivalent(const QcdcPhraseParser *parser, size_t at)
{
    size_t own = qcdc_phrase_match(parser, at, parser->words->percent_words);
    size_t read = qcdc_phrase_match_any(parser, at, parser->reader->equivalent);
    return own > read ? own : read;
}

/* "up 42 petitions, or 31.8%, on …": the second comma, which a base follows. */
static size_t match_comma_behind(const QcdcPhraseParser *parser, size_t at)
{
    const char *comma = parser->words->percent_words_after;
    size_t length = qcdc_letters_match(parser->text + at, parser->length - at, comma, strlen(comma));
    size_t after = qcdc_phrase_skip_blanks(parser, at + length);
    return length > 0 && after > at + length && qcdc_phrase_match_versus(parser, after) > 0 ? length : 0;
}

/* "(giảm dưới 0,1%)": a verb tells what a sign would (W17). */
static size_t match_second_verb(const QcdcPhraseParser *parser, size_t at, int *out_sign)
{
    QcdcPhraseVerb verb = QCDC_PHRASE_VERB_END;
    size_t length = qcdc_phrase_match_verb(parser, at, &verb);
    if (length == 0 || !qcdc_phrase_verb_grows(verb))
        return 0;
    *out_sign = verb == QCDC_PHRASE_VERB_UP || verb == QCDC_PHRASE_VERB_HIGHER ? 1 : -1;
    return length;
}

static size_t match_percent_in_brackets(const QcdcPhraseParser *parser, size_t at, QcdcPhraseFound *out_percent)
{
    size_t open = qcdc_phrase_skip_blanks(parser, at);
    if (open >= parser->length || parser->text[open] != '(')
        return 0;
    size_t inside = qcdc_phrase_skip_blanks(parser, open + 1);
    inside = qcdc_phrase_skip_blanks(parser, inside + match_equivalent(parser, inside));
    int sign = 0;
    inside = qcdc_phrase_skip_blanks(parser, inside + match_second_verb(parser, inside, &sign));
    if (!qcdc_phrase_find_number(parser, inside, out_percent) || !out_percent->percent || (sign != 0 && out_percent->has_sign))
        return 0;
    out_percent->has_sign = out_percent->has_sign || sign != 0;
    if (QCDC_FAULT("phrase-parse-second-verb", sign < 0, false))
        out_percent->value.coefficient = -out_percent->value.coefficient;
    size_t close = qcdc_phrase_skip_blanks(parser, out_percent->end);
    return close < parser->length && parser->text[close] == ')' ? close + 1 - at : 0;
}

static size_t match_percent_in_words(const QcdcPhraseParser *parser, size_t at, QcdcPhraseFound *out_percent)
{
    size_t comma = at < parser->length && parser->text[at] == ',';
    size_t word = qcdc_phrase_skip_blanks(parser, at + comma);
    size_t length = match_equivalent(parser, word);
    if (length == 0 || !qcdc_phrase_find_number(parser, qcdc_phrase_skip_blanks(parser, word + length), out_percent))
        return 0;
    return out_percent->percent ? out_percent->end + match_comma_behind(parser, out_percent->end) - at : 0;
}

size_t qcdc_phrase_match_percent(const QcdcPhraseParser *parser, size_t at, QcdcPhraseFound *out_percent)
{
    size_t found = match_percent_in_brackets(parser, at, out_percent);
    return found > 0 ? found : match_percent_in_words(parser, at, out_percent);
}

/* A plan has no base, and in English its words may hold "of 2022". */
static bool begins_tail(const QcdcPhraseParser *parser, size_t at)
{
    QcdcPhraseFound percent;
    size_t after = qcdc_phrase_skip_blanks(parser, at);
    bool has_versus = parser->verb != QCDC_PHRASE_VERB_ATTAINED || parser->reader->versus_is_sure;
    if (qcdc_phrase_match_percent(parser, at, &percent) > 0 || qcdc_phrase_match_coverage(parser, at) > 0)
        return true;
    if (after > at && has_versus && qcdc_phrase_match_versus(parser, after) > 0)
        return true;
    return after > at && qcdc_phrase_begins_shown(parser, after);
}

size_t qcdc_phrase_find_end(QcdcPhraseParser *parser, size_t at)
{
    while (at < parser->length) {
        size_t next, after = qcdc_phrase_skip_blanks(parser, at);
        bool may_end = after > at || parser->text[at] == ',' || parser->text[at] == ';';
        if (may_end && begins_tail(parser, at))
            return at;
        QcdcPhraseJoiner joiner = may_end ? qcdc_phrase_match_joiner(parser, at, &next) : QCDC_PHRASE_JOINER_NONE;
        if (joiner != QCDC_PHRASE_JOINER_NONE && qcdc_phrase_begins_item(parser, next, joiner))
            return at;
        at = after > at ? after : at + 1;
    }
    return at;
}
