/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/phrase-parser-private.h"

/* What parts brought to the change of their whole (W20), joined by "; ": a list of its own. */

typedef struct Brought {
    QcdcPhraseFound figure, share; /* share: in brackets, its end is 0 if there is none */
    size_t end;
    bool took, fell;
} Brought;

static size_t match_verb(const QcdcPhraseParser *parser, size_t at, bool *out_took)
{
    const QcdcPhraseContributionWords *words = &parser->words->contribution;
    const char *const took[] = {words->took, words->took_share, NULL};
    size_t brought = qcdc_phrase_match(parser, at, words->brought), taken = qcdc_phrase_match_any(parser, at, took);
    *out_took = QCDC_FAULT("phrase-parse-took", taken > brought, false);
    return taken > brought ? taken : brought;
}

static size_t match_points(const QcdcPhraseParser *parser, size_t at)
{
    const char *const nouns[] = {parser->words->points.one, parser->words->points.many, NULL};
    size_t own = qcdc_phrase_match_any(parser, at, nouns), read = qcdc_phrase_match_any(parser, at, parser->reader->points);
    return own > read ? own : read;
}

/* "vào mức tăng chung", "trong mức giảm chung": which way the whole went. */
static size_t match_whole(const QcdcPhraseParser *parser, size_t at, const Brought *brought, bool *out_fell)
{
    const QcdcPhraseContributionWords *words = &parser->words->contribution;
    for (unsigned fell = 0; fell < 2; fell++) {
        const char *points = (brought->took ? words->took_from : words->brought_to)[fell];
        const char *share = (brought->took ? words->took_share_of : words->brought_share_of)[fell];
        const char *const written[] = {brought->figure.percent ? share : points, NULL};
        size_t length = qcdc_phrase_match_any(parser, at, written);
        *out_fell = fell == 1;
        if (length > 0)
            return length;
    }
    return 0;
}

/* A contribution from its verb on; 0 if none stands there. */
static size_t match_brought(const QcdcPhraseParser *parser, size_t at, Brought *out_brought)
{
    size_t verb = match_verb(parser, at, &out_brought->took);
    out_brought->share.end = 0;
    if (verb == 0 || !qcdc_phrase_find_number(parser, qcdc_phrase_skip_blanks(parser, at + verb), &out_brought->figure))
        return 0;
    size_t after = out_brought->figure.end;
    if (!out_brought->figure.percent) {
        size_t noun = qcdc_phrase_skip_blanks(parser, after), points = match_points(parser, noun);
        if (points == 0)
            return 0;
        after = noun + points;
        after += qcdc_phrase_match_percent(parser, after, &out_brought->share);
        if (after == noun + points)
            out_brought->share.end = 0;
    }
    size_t whole = qcdc_phrase_skip_blanks(parser, after), length = match_whole(parser, whole, out_brought, &out_brought->fell);
    out_brought->end = whole + length;
    return length > 0 ? out_brought->end - at : 0;
}

/* The first contribution from @at to the next semicolon: where it begins, and where the words before it end. */
static size_t find_brought(const QcdcPhraseParser *parser, size_t at, Brought *out_brought, size_t *out_gap)
{
    *out_gap = at;
    while (at < parser->length && parser->text[at] != ';' && match_brought(parser, at, out_brought) == 0) {
        while (at < parser->length && parser->text[at] != ';' && qcdc_phrase_skip_blanks(parser, at) == at)
            at++;
        *out_gap = at;
        at = qcdc_phrase_skip_blanks(parser, at);
    }
    return at < parser->length && parser->text[at] != ';' ? at : parser->length;
}

bool qcdc_phrase_begins_contribution(const QcdcPhraseParser *parser)
{
    Brought brought;
    size_t gap;
    return find_brought(parser, parser->at, &brought, &gap) < parser->length;
}

static uint8_t turn(uint8_t direction)
{
    return direction == QCDC_DIRECTION_INCREASE ? QCDC_DIRECTION_DECREASE : QCDC_DIRECTION_INCREASE;
}

static bool is_nothing(const QcdcPhraseReading *reading)
{
    return reading->number.coefficient == 0;
}

static bool set_figures(QcdcPhraseParser *parser, QcdcPhraseReading *reading, const Brought *brought)
{
    QcdcPhraseFound figure, share = brought->share;
    bool both = share.end > 0;
    if (!qcdc_phrase_take_number(parser, brought->figure.start, &figure) ||
        (both && !qcdc_phrase_take_number(parser, share.start, &share)))
        return false;
    if (figure.has_sign || (both && share.has_sign))
        return qcdc_phrase_fail(parser, figure.start, "has a sign where the verb tells the direction", NULL);
    reading->told = figure.percent ? QCDC_TOLD_SHARE_BROUGHT : both ? QCDC_TOLD_BOTH_BROUGHT : QCDC_TOLD_POINTS_BROUGHT;
    reading->number = figure.value;
    reading->number_below = figure.below;
    reading->percent_below = both ? share.below : figure.below;
    if (both)
        reading->percent = share.value;
    reading->whole = QCDC_FAULT("phrase-parse-whole", brought->fell, false) ? QCDC_DIRECTION_DECREASE : QCDC_DIRECTION_INCREASE;
    reading->direction = is_nothing(reading) ? QCDC_DIRECTION_UNCHANGED
                         : brought->took     ? turn(reading->whole)
                                             : reading->whole;
    return true;
}

static bool take_contribution(QcdcPhraseParser *parser)
{
    QcdcPhraseReading reading = {.told = QCDC_TOLD_NONE};
    Brought brought;
    size_t gap, start = parser->at, at = find_brought(parser, start, &brought, &gap);
    if (at >= parser->length)
        return qcdc_phrase_fail(parser, start, "tells no contribution", "write đóng góp 2,33 điểm phần trăm vào mức tăng chung");
    if (!set_figures(parser, &reading, &brought))
        return false;
    if (at > start)
        qcdc_phrase_take_subject(parser, &reading, start, gap);
    qcdc_phrase_add_reading(parser, &reading);
    parser->at = brought.end;
    return true;
}

bool qcdc_phrase_take_contributions(QcdcPhraseParser *parser)
{
    size_t next = parser->at;
    do {
        parser->at = next;
        if (!take_contribution(parser))
            return false;
    } while (qcdc_phrase_match_joiner(parser, parser->at, &next) == QCDC_PHRASE_JOINER_SEMICOLON);
    return true;
}
