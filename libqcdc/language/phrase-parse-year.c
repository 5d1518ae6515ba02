/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/phrase-parser-private.h"

/* Spans of years (W19): one mean or one average growth, a phrase of its own. */

typedef struct Growth {
    QcdcPhraseFound percent;
    QcdcPhraseVerb verb;
    size_t end;
} Growth;

static bool is_growth(const QcdcPhraseParser *parser, size_t at, QcdcPhraseVerb *out_verb, size_t *out_after)
{
    size_t length = qcdc_phrase_match_verb(parser, at, out_verb);
    *out_after = qcdc_phrase_skip_blanks(parser, at + length);
    return length > 0 && (*out_verb == QCDC_PHRASE_VERB_UP || *out_verb == QCDC_PHRASE_VERB_DOWN);
}

/* "tăng bình quân 5,2%/năm", "up 5.2% a year on average" */
static bool match_growth(const QcdcPhraseParser *parser, Growth *out_growth)
{
    const QcdcPhraseYearWords *words = &parser->words->year;
    size_t at;
    if (!is_growth(parser, parser->at, &out_growth->verb, &at))
        return false;
    size_t before = qcdc_phrase_match(parser, at, words->growth_before);
    if (before == 0 && words->growth_before[0] != '\0')
        return false;
    at = qcdc_phrase_skip_blanks(parser, at + before);
    if (!qcdc_phrase_find_number(parser, at, &out_growth->percent) || !out_growth->percent.percent)
        return false;
    at = out_growth->percent.end;
    size_t after = qcdc_letters_match(parser->text + at, parser->length - at, words->growth_after, strlen(words->growth_after));
    out_growth->end = at + after;
    return after > 0;
}

/* What people write besides: "bình quân mỗi năm tăng 5,2%". */
static bool match_growth_behind(const QcdcPhraseParser *parser, Growth *out_growth)
{
    size_t length = qcdc_phrase_match(parser, parser->at, parser->words->year.mean_before), at;
    if (length == 0 || !is_growth(parser, qcdc_phrase_skip_blanks(parser, parser->at + length), &out_growth->verb, &at))
        return false;
    bool found = qcdc_phrase_find_number(parser, at, &out_growth->percent) && out_growth->percent.percent;
    out_growth->end = out_growth->percent.end;
    return found;
}

static bool begins_mean(const QcdcPhraseParser *parser, size_t *out_figure)
{
    QcdcPhraseFound number;
    size_t length = qcdc_phrase_match(parser, parser->at, parser->words->year.mean_before);
    *out_figure = qcdc_phrase_skip_blanks(parser, parser->at + length);
    return length > 0 && qcdc_phrase_find_number(parser, *out_figure, &number) && !number.percent;
}

bool qcdc_phrase_begins_year(const QcdcPhraseParser *parser)
{
    Growth growth;
    size_t figure;
    return qcdc_phrase_match(parser, parser->at, parser->words->year.unchanged) > 0 || match_growth(parser, &growth) ||
           match_growth_behind(parser, &growth) || begins_mean(parser, &figure);
}

/* The measure goes on to the end, or to the words that end a mean. */
static bool take_mean(QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t at)
{
    const char *after = parser->words->year.mean_after;
    QcdcPhraseFound number;
    if (!qcdc_phrase_take_number(parser, at, &number))
        return false;
    reading->told = QCDC_TOLD_MEAN;
    reading->number = number.value;
    reading->percent_below = number.below;
    size_t end = parser->length;
    if (after[0] != '\0')
        for (end = number.end; end < parser->length; end++) {
            size_t words = qcdc_phrase_skip_blanks(parser, end);
            if (words > end && qcdc_phrase_match(parser, words, after) == parser->length - words)
                break;
        }
    if (after[0] != '\0' && end >= parser->length)
        return qcdc_phrase_fail(parser, parser->length, "does not end as a mean does", "end it with a year");
    reading->measure_start = qcdc_phrase_skip_blanks(parser, number.end);
    reading->measure_end = end > reading->measure_start ? end : reading->measure_start;
    parser->at = parser->length;
    return true;
}

static bool take_growth(QcdcPhraseParser *parser, QcdcPhraseReading *reading, const Growth *growth)
{
    QcdcPhraseFound percent;
    size_t start = growth->percent.start;
    if (!qcdc_phrase_take_number(parser, start, &percent))
        return false;
    if (percent.has_sign)
        return qcdc_phrase_fail(parser, start, "has a sign where the verb tells the direction", NULL);
    bool rises = QCDC_FAULT("phrase-parse-average", growth->verb == QCDC_PHRASE_VERB_UP, true);
    reading->told = QCDC_TOLD_AVERAGE;
    reading->direction = rises ? QCDC_DIRECTION_INCREASE : QCDC_DIRECTION_DECREASE;
    reading->number = percent.value;
    reading->percent_below = percent.below;
    parser->at = growth->end;
    return true;
}

bool qcdc_phrase_take_year(QcdcPhraseParser *parser)
{
    QcdcPhraseReading reading = {.told = QCDC_TOLD_AVERAGE, .direction = QCDC_DIRECTION_UNCHANGED};
    Growth growth;
    size_t figure, unchanged = qcdc_phrase_match(parser, parser->at, parser->words->year.unchanged);
    bool taken = true;
    if (unchanged > 0) {
        parser->at += unchanged;
    } else if (match_growth(parser, &growth) || match_growth_behind(parser, &growth)) {
        taken = take_growth(parser, &reading, &growth);
    } else {
        reading.direction = QCDC_DIRECTION_UNKNOWN;
        begins_mean(parser, &figure);
        taken = take_mean(parser, &reading, figure);
    }
    if (taken)
        qcdc_phrase_add_reading(parser, &reading);
    return taken;
}
