/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include <qcdc/period-name.h>

#include "kernel/fault-private.h"
#include "kernel/period-private.h"
#include "language/letters-private.h"
#include "language/phrase-parser-private.h"

/* A name that may be meant and how much of the text it explains. */
typedef struct Candidate {
    QcdcPhraseBaseReading base;
    size_t length;
} Candidate;

static void prefer(Candidate *best, size_t length, QcdcBase base, QcdcBasePhrase phrase, QcdcPeriod period)
{
    if (QCDC_FAULT("phrase-parse-longest", length <= best->length, length == 0 || best->length > 0))
        return;
    best->length = length;
    best->base.base = base;
    best->base.phrase = phrase;
    best->base.period = period;
}

static void try_names(const QcdcPhraseParser *parser, size_t at, Candidate *best)
{
    const QcdcPhraseBaseNames *names = &parser->words->base;
    const QcdcPhraseReaderBase written[] = {
        {names->same_introduced, QCDC_BASE_SAME_PERIOD, QCDC_BASE_PHRASE_FULL_THEN_ABBREVIATED},
        {names->same_full, QCDC_BASE_SAME_PERIOD, QCDC_BASE_PHRASE_FULL},
        {names->same_short, QCDC_BASE_SAME_PERIOD, QCDC_BASE_PHRASE_SHORT},
        {names->same_abbreviated, QCDC_BASE_SAME_PERIOD, QCDC_BASE_PHRASE_ABBREVIATED},
        {names->same_shown, QCDC_BASE_SAME_PERIOD, QCDC_BASE_PHRASE_SHORT},
        {names->previous_year, QCDC_BASE_PREVIOUS, QCDC_BASE_PHRASE_FULL},
        {names->previous, QCDC_BASE_PREVIOUS, QCDC_BASE_PHRASE_FULL},
    };
    QcdcPeriod none = qcdc_period_make(QCDC_PERIOD_NONE, 0, 0);
    bool one_name = qcdc_letters_are_same(names->same_introduced, names->same_full);
    for (size_t i = one_name; i < sizeof written / sizeof written[0]; i++)
        prefer(best, qcdc_phrase_match(parser, at, written[i].word), written[i].base, written[i].phrase, none);
    for (const QcdcPhraseReaderBase *name = parser->reader->bases; name->word != NULL; name++)
        prefer(best, qcdc_phrase_match(parser, at, name->word), name->base, name->phrase, none);
}

/* "2021" alone, of at most four digits; what follows is no part of a longer number. */
static size_t match_year(const QcdcPhraseParser *parser, size_t at, QcdcPeriod *out_period)
{
    QcdcPhraseFound number;
    size_t end = at;
    int32_t year = 0;
    for (; end < parser->length && end - at < 4 && qcdc_letters_is_digit(parser->text[end]); end++)
        year = 10 * year + (parser->text[end] - '0');
    if (year == 0 || !qcdc_phrase_find_number(parser, at, &number) || number.end != end)
        return 0;
    *out_period = qcdc_period_make(QCDC_PERIOD_YEAR, 12 * year, 12);
    return end - at;
}

size_t qcdc_phrase_match_period(const QcdcPhraseParser *parser, size_t at, QcdcPeriod *out_period)
{
    size_t length = 0, article = qcdc_phrase_match(parser, at, parser->words->base.article);
    size_t name = article > 0 ? qcdc_phrase_skip_blanks(parser, at + article) : at;
    QcdcStatus status = qcdc_period_name_parse(parser->text + name, parser->length - name, parser->language, out_period,
                                               &length, NULL);
    return status == QCDC_OK ? name + length - at : 0;
}

static void try_dated(const QcdcPhraseParser *parser, size_t at, Candidate *best)
{
    QcdcPeriod period;
    size_t before = qcdc_phrase_match(parser, at, parser->words->base.same_dated);
    size_t name = qcdc_phrase_skip_blanks(parser, at + before);
    size_t length = before > 0 ? match_year(parser, name, &period) : 0;
    if (length > 0)
        prefer(best, name + length - at, QCDC_BASE_SAME_PERIOD, QCDC_BASE_PHRASE_DATED, period);
    before = qcdc_phrase_match_any(parser, at, parser->reader->same_of);
    name = qcdc_phrase_skip_blanks(parser, at + before);
    length = before > 0 ? qcdc_phrase_match_period(parser, name, &period) : 0;
    if (length > 0)
        prefer(best, name + length - at, QCDC_BASE_SAME_PERIOD, QCDC_BASE_PHRASE_DATED, period);
    length = qcdc_phrase_match_period(parser, at, &period);
    if (length > 0)
        prefer(best, length, QCDC_BASE_PERIOD, QCDC_BASE_PHRASE_YEAR, period);
}

static bool ends_words(char byte)
{
    return byte == ',' || byte == ';' || byte == ':' || byte == '(' || byte == ')';
}

/* English period names are too short to be told from figures ("on 2021", "on 21 roads") but by what follows them. */
static bool may_end_base(const QcdcPhraseParser *parser, size_t at)
{
    size_t after = qcdc_phrase_skip_blanks(parser, at);
    return parser->reader->versus_is_sure || after >= parser->length || ends_words(parser->text[after]);
}

size_t qcdc_phrase_match_base(const QcdcPhraseParser *parser, size_t at, QcdcPhraseBaseReading *out_base)
{
    Candidate best = {.length = 0};
    if (at >= parser->length)
        return 0;
    try_names(parser, at, &best);
    try_dated(parser, at, &best);
    if (best.length == 0 || !may_end_base(parser, at + best.length))
        return 0;
    *out_base = best.base;
    return best.length;
}

size_t qcdc_phrase_match_versus(const QcdcPhraseParser *parser, size_t at)
{
    const QcdcPhraseWords *words = parser->words;
    const char *const written[] = {words->versus, words->versus_index, words->versus_first, NULL};
    QcdcPhraseBaseReading base;
    size_t own = qcdc_phrase_match_any(parser, at, written);
    size_t other = qcdc_phrase_match_any(parser, at, parser->reader->versus);
    size_t longest = own > other ? own : other;
    if (own == longest && parser->reader->versus_is_sure)
        return own;
    size_t beside = qcdc_phrase_match_beside_versus(parser, at);
    if (beside > 0)
        return beside;
    bool named = longest > 0 && qcdc_phrase_match_base(parser, qcdc_phrase_skip_blanks(parser, at + longest), &base) > 0;
    return named ? longest : 0;
}

/* "Quý Lộc" is no quarter, nor "Tháng Mười" a month. */
static bool ends_name(const QcdcPhraseParser *parser, size_t at)
{
    size_t after = qcdc_phrase_skip_blanks(parser, at);
    return after >= parser->length || ends_words(parser->text[after]);
}

/* The words are those of the unit, or of the parent whose units are meant. */
void qcdc_phrase_set_beside(QcdcPhraseParser *parser, size_t start, size_t end)
{
    size_t mean = qcdc_phrase_match(parser, start, parser->words->beside.mean);
    size_t name = qcdc_phrase_skip_blanks(parser, start + mean);
    bool is_mean = QCDC_FAULT("phrase-parse-mean", mean > 0 && name < end, false);
    parser->base.base = is_mean ? QCDC_BASE_PARENT_MEAN : QCDC_BASE_UNIT;
    parser->base.words_start = is_mean ? name : start;
    parser->base.words_end = end;
    parser->has_base = true;
}

bool qcdc_phrase_take_base(QcdcPhraseParser *parser, size_t at)
{
    QcdcPhraseBaseReading base;
    size_t length = qcdc_phrase_match_base(parser, at, &base);
    bool may_be_beside = qcdc_phrase_may_be_beside(parser) && parser->count > 0 && at < parser->length;
    if (may_be_beside && (length == 0 || !ends_name(parser, at + length)))
        return qcdc_phrase_take_beside(parser, at);
    if (length == 0 && parser->count == 0 && at < parser->length)
        return qcdc_phrase_take_beside_first(parser, at);
    if (length == 0)
        return qcdc_phrase_fail(parser, at, "names no base", parser->reader->base_hint);
    parser->base.base = base.base;
    parser->base.period = base.period;
    parser->base.phrase = base.phrase;
    parser->has_base = true;
    parser->at = at + length;
    return true;
}

size_t qcdc_phrase_match_coverage(const QcdcPhraseParser *parser, size_t at)
{
    return qcdc_phrase_match(parser, at, parser->words->coverage);
}

static bool take_count(QcdcPhraseParser *parser, uint32_t *out_count)
{
    QcdcPhraseFound number;
    size_t at = qcdc_phrase_skip_blanks(parser, parser->at);
    if (!qcdc_phrase_take_number(parser, at, &number))
        return false;
    bool is_count = number.value.decimals == 0 && number.value.coefficient >= 0 && number.value.coefficient <= UINT32_MAX;
    if (!is_count || number.percent || number.below)
        return qcdc_phrase_fail(parser, at, "has a figure that is no number of units", NULL);
    *out_count = (uint32_t)number.value.coefficient;
    parser->at = number.end;
    return true;
}

/* "15/17", "15 of 17": what stands between. */
static size_t match_of(const QcdcPhraseParser *parser, size_t at)
{
    const char *of = parser->words->coverage_of;
    if (at < parser->length && parser->text[at] == '/')
        return 1;
    return qcdc_letters_match(parser->text + at, parser->length - at, of, strlen(of));
}

/* The kinds go on to the values of the base, or to the end. */
static void skip_kinds(QcdcPhraseParser *parser)
{
    size_t at = parser->at;
    while (at < parser->length) {
        size_t after = qcdc_phrase_skip_blanks(parser, at);
        if (after > at && qcdc_phrase_begins_shown(parser, after))
            break;
        at = after > at ? after : at + 1;
    }
    parser->at = at;
}

/* @at is the end of what stands before ", kỳ gốc theo báo cáo của 15/17 xã", or "của 12 xã" where all of them reported. */
bool qcdc_phrase_take_coverage(QcdcPhraseParser *parser)
{
    size_t length = qcdc_phrase_match_coverage(parser, parser->at);
    if (length == 0)
        return true;
    parser->at += length;
    if (!take_count(parser, &parser->base.valued))
        return false;
    length = match_of(parser, parser->at);
    parser->at += length;
    if (length > 0 && !take_count(parser, QCDC_FAULT("phrase-parse-expected", &parser->base.expected, &parser->base.valued)))
        return false;
    skip_kinds(parser);
    return true;
}
