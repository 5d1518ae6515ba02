/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/phrase-parser-private.h"

QcdcPhraseReading *qcdc_phrase_get_reading(QcdcPhraseParser *parser, size_t index)
{
    return index < parser->size ? &parser->items[index] : &parser->spare;
}

void qcdc_phrase_add_reading(QcdcPhraseParser *parser, const QcdcPhraseReading *reading)
{
    if (parser->count == 0)
        parser->first = *reading;
    *qcdc_phrase_get_reading(parser, parser->count) = *reading;
    parser->count++;
}

static QcdcDecimal drop_sign(QcdcDecimal value)
{
    if (value.coefficient < 0)
        value.coefficient = -value.coefficient;
    return value;
}

static void set_measure(QcdcPhraseReading *reading, size_t start, size_t end)
{
    reading->measure_start = start;
    reading->measure_end = end;
}

/* Words after a figure, if there are any; a base that follows at once is none. */
static void take_measure(QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t at)
{
    QcdcPhraseBaseReading base;
    size_t start = qcdc_phrase_skip_blanks(parser, at);
    parser->at = at;
    if (qcdc_phrase_match_base(parser, start, &base) > 0)
        return;
    parser->at = qcdc_phrase_find_end(parser, at);
    if (start < parser->at)
        set_measure(reading, start, parser->at);
}

/* "31,8% số đơn", "31.8% in petitions". */
static void take_measure_of(QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t at)
{
    size_t before = qcdc_phrase_skip_blanks(parser, at);
    size_t word = qcdc_phrase_match(parser, before, parser->words->of_measure);
    if (word == 0)
        word = qcdc_phrase_match_any(parser, before, parser->reader->amount_subjects);
    take_measure(parser, reading, word > 0 ? before + word : at);
}

/* True if the measure of @reading is this noun and no more. */
static bool is_noun(const QcdcPhraseParser *parser, const QcdcPhraseReading *reading, const char *noun)
{
    size_t length = reading->measure_end - reading->measure_start;
    return length > 0 && qcdc_phrase_match(parser, reading->measure_start, noun) == length;
}

bool qcdc_phrase_is_in_points(const QcdcPhraseParser *parser, const QcdcPhraseReading *reading)
{
    for (const char *const *noun = parser->reader->points; *noun != NULL; noun++)
        if (is_noun(parser, reading, *noun))
            return true;
    return is_noun(parser, reading, parser->words->points.one) || is_noun(parser, reading, parser->words->points.many);
}

static bool is_in_places(const QcdcPhraseParser *parser, const QcdcPhraseReading *reading)
{
    return is_noun(parser, reading, parser->words->places.one) || is_noun(parser, reading, parser->words->places.many);
}

/* Points and places are no measure: the subject's words, if any, stay. */
static void settle_difference(const QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t start, size_t end)
{
    bool points = qcdc_phrase_is_in_points(parser, reading), places = is_in_places(parser, reading);
    reading->told = points ? QCDC_TOLD_POINTS : places ? QCDC_TOLD_PLACES : QCDC_TOLD_DIFFERENCE;
    if (points || places)
        set_measure(reading, start, end);
}

/* W17: a sign tells the direction a second time, and cannot tell another one than the verb. */
static bool agrees_with_verb(QcdcPhraseParser *parser, const QcdcPhraseReading *reading, const QcdcPhraseFound *figure)
{
    bool falls = reading->direction == QCDC_DIRECTION_DECREASE, is_signed = figure->has_sign && figure->value.coefficient != 0;
    if (!QCDC_FAULT("phrase-parse-second-sign", is_signed, false) || (figure->value.coefficient < 0) == falls)
        return true;
    return qcdc_phrase_fail(parser, figure->start, "has another sign than the verb's direction", NULL);
}

static bool take_percent(QcdcPhraseParser *parser, QcdcPhraseReading *reading)
{
    QcdcPhraseFound percent;
    size_t length = qcdc_phrase_match_percent(parser, parser->at, &percent);
    if (length == 0 || reading->told != QCDC_TOLD_DIFFERENCE || percent.too_large)
        return true;
    if (!agrees_with_verb(parser, reading, &percent))
        return false;
    reading->told = QCDC_TOLD_BOTH;
    reading->percent = drop_sign(percent.value);
    reading->percent_below = percent.below;
    parser->at += length;
    return true;
}

static size_t find_close(const QcdcPhraseParser *parser, size_t at)
{
    while (at < parser->length && parser->text[at] != ')')
        at++;
    return at;
}

/* "1,1% (-366 ha)": where the difference behind the percent begins, 0 if there is none. */
static size_t match_difference(const QcdcPhraseParser *parser, size_t at)
{
    QcdcPhraseFound number;
    size_t open = qcdc_phrase_skip_blanks(parser, at);
    if (open >= parser->length || parser->text[open] != '(' || qcdc_phrase_begins_shown(parser, open))
        return 0;
    size_t figure = qcdc_phrase_skip_blanks(parser, open + 1);
    return qcdc_phrase_find_number(parser, figure, &number) && !number.percent ? figure : 0;
}

static bool take_difference(QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t at)
{
    QcdcPhraseFound number;
    if (!qcdc_phrase_take_number(parser, at, &number) || !agrees_with_verb(parser, reading, &number))
        return false;
    size_t close = find_close(parser, number.end);
    if (close >= parser->length)
        return qcdc_phrase_fail(parser, close, "does not close its bracket", "end it with )");
    reading->told = QCDC_TOLD_BOTH;
    reading->percent = reading->number;
    reading->number = drop_sign(number.value);
    if (qcdc_phrase_skip_blanks(parser, number.end) < close)
        set_measure(reading, qcdc_phrase_skip_blanks(parser, number.end), close);
    parser->at = close + 1;
    return true;
}

static bool take_growth(QcdcPhraseParser *parser, QcdcPhraseReading *reading, const QcdcPhraseFound *figure)
{
    size_t start = reading->measure_start, end = reading->measure_end;
    reading->number = figure->value;
    reading->percent_below = figure->below;
    if (figure->percent) {
        reading->told = QCDC_TOLD_PERCENT;
        size_t difference = match_difference(parser, figure->end);
        if (difference > 0)
            return take_difference(parser, reading, difference);
        take_measure_of(parser, reading, figure->end);
        return true;
    }
    take_measure(parser, reading, figure->end);
    settle_difference(parser, reading, start, end);
    return take_percent(parser, reading);
}

/* What stands between an attainment and its plan; in Vietnamese nothing does. */
static size_t skip_before_plan(QcdcPhraseParser *parser, size_t at)
{
    const QcdcPhrasePlanWords *plan = &parser->words->plan;
    size_t year = qcdc_phrase_match(parser, at, plan->before_year);
    size_t length = year > 0 ? year : qcdc_phrase_match(parser, at, plan->before);
    if (year > 0)
        parser->base.plan_of_year = 1;
    return qcdc_phrase_skip_blanks(parser, at + length);
}

static bool take_plan(QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t at)
{
    parser->verb = QCDC_PHRASE_VERB_ATTAINED;
    reading->told = QCDC_TOLD_ATTAINMENT;
    size_t start = skip_before_plan(parser, at);
    if (parser->has_base || qcdc_phrase_match_versus(parser, start) > 0)
        return qcdc_phrase_fail(parser, start, "tells an attainment beside another base", NULL);
    parser->at = qcdc_phrase_find_end(parser, start);
    if (parser->at == start)
        return qcdc_phrase_fail(parser, start, "does not name the plan", "write đạt 100,7% kế hoạch");
    qcdc_phrase_set_plan(parser, start, parser->at);
    return true;
}

/* "of plan", unless it is "of the same period last year"; "bằng 67% kế hoạch". */
static bool begins_plan(const QcdcPhraseParser *parser, size_t at, QcdcPhraseVerb verb)
{
    if (verb == QCDC_PHRASE_VERB_ATTAINED || qcdc_phrase_match_any(parser, at, parser->reader->plans) > 0)
        return true;
    return qcdc_phrase_match(parser, at, parser->words->plan.before) > 0 && qcdc_phrase_match_versus(parser, at) == 0;
}

static uint8_t compare_with(QcdcDecimal value, int64_t equal)
{
    int order = qcdc_decimal_compare(value, (QcdcDecimal){equal, 0, {0}});
    return order < 0 ? QCDC_DIRECTION_DECREASE : order > 0 ? QCDC_DIRECTION_INCREASE : QCDC_DIRECTION_UNCHANGED;
}

/* An index, an attainment or a multiple: the current value in terms of the base. */
static bool take_quotient(QcdcPhraseParser *parser, QcdcPhraseReading *reading, const QcdcPhraseFound *figure,
                          QcdcPhraseVerb verb)
{
    size_t after = qcdc_phrase_skip_blanks(parser, figure->end);
    size_t times = figure->percent ? 0 : qcdc_phrase_match_times(parser, after);
    reading->number = figure->value;
    reading->percent_below = figure->below;
    reading->direction = compare_with(figure->value, figure->percent ? 100 : 1);
    if (!figure->percent) {
        reading->told = QCDC_TOLD_TIMES;
        parser->at = after + times;
        parser->takes_directly = true;
        return times > 0 || qcdc_phrase_fail(parser, figure->end, "has neither % nor a multiple here", parser->reader->item_hint);
    }
    if (begins_plan(parser, after, verb))
        return take_plan(parser, reading, after);
    reading->told = QCDC_TOLD_INDEX;
    take_measure_of(parser, reading, figure->end);
    return true;
}

/* "giữ nguyên 80,5%": the value that stayed; "bằng 6 tháng đầu năm 2022": a base. */
static bool take_unchanged(QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t at)
{
    QcdcPhraseBaseReading base;
    QcdcPhraseFound figure;
    size_t after = qcdc_phrase_skip_blanks(parser, at);
    reading->told = QCDC_TOLD_UNCHANGED;
    reading->direction = QCDC_DIRECTION_UNCHANGED;
    parser->at = at;
    if (qcdc_phrase_match_base(parser, after, &base) > 0 || !qcdc_phrase_find_number(parser, after, &figure))
        return true;
    if (!qcdc_phrase_take_number(parser, after, &figure))
        return false;
    reading->has_current = 1;
    reading->current = figure.value;
    take_measure(parser, reading, figure.end);
    return true;
}

static bool take_figure(QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t at)
{
    QcdcPhraseVerb verb = parser->verb;
    QcdcPhraseFound figure;
    if (!qcdc_phrase_take_number(parser, at, &figure))
        return false;
    bool grows = qcdc_phrase_verb_grows(verb);
    parser->grew = parser->grew || (grows && !qcdc_phrase_verb_is_beside(verb));
    if (grows && figure.has_sign)
        return qcdc_phrase_fail(parser, at, "has a sign where the verb tells the direction", NULL);
    if (!grows)
        return take_quotient(parser, reading, &figure, verb);
    bool rises = verb == QCDC_PHRASE_VERB_UP || QCDC_FAULT("phrase-parse-higher", verb == QCDC_PHRASE_VERB_HIGHER, false);
    reading->direction = rises ? QCDC_DIRECTION_INCREASE : QCDC_DIRECTION_DECREASE;
    return take_growth(parser, reading, &figure);
}

static bool take_predicate(QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t at)
{
    uint8_t times = 0;
    parser->takes_directly = false;
    if (qcdc_phrase_begins_plan_told(parser, at, false))
        return qcdc_phrase_take_plan_told(parser, reading, at);
    size_t length = qcdc_phrase_match_unchanged(parser, at);
    if (length == 0)
        length = qcdc_phrase_match_beside_equal(parser, at);
    if (length > 0) {
        parser->takes_directly = qcdc_phrase_is_equal(parser, at);
        return take_unchanged(parser, reading, at + length);
    }
    length = qcdc_phrase_match_multiple(parser, at, &times);
    if (length > 0) {
        reading->told = QCDC_TOLD_TIMES;
        reading->number.coefficient = times;
        reading->direction = QCDC_DIRECTION_INCREASE;
        parser->at = at + length;
        parser->takes_directly = true;
        return true;
    }
    QcdcPhraseVerb verb = parser->verb;
    length = qcdc_phrase_match_verb(parser, at, &verb);
    parser->verb = QCDC_FAULT("phrase-parse-inherit", verb, length > 0 ? verb : QCDC_PHRASE_VERB_UP);
    return take_figure(parser, reading, qcdc_phrase_skip_blanks(parser, at + length));
}

/* "số đơn" is the measure "đơn"; "tỷ lệ" names none, "tỷ lệ hộ nghèo" itself. */
void qcdc_phrase_take_subject(QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t start, size_t end)
{
    const QcdcPhraseWords *words = parser->words;
    const char *const others[] = {words->ratio_subject, words->score_subject, words->rank_subject, NULL};
    size_t other = qcdc_phrase_match_any(parser, start, others);
    size_t read = qcdc_phrase_match_any(parser, start, parser->reader->other_subjects);
    size_t amount = qcdc_phrase_match(parser, start, words->amount_subject);
    if (amount == 0)
        amount = qcdc_phrase_match_any(parser, start, parser->reader->amount_subjects);
    if (other == end - start || read == end - start)
        return;
    size_t measure = qcdc_phrase_skip_blanks(parser, start + amount);
    if (measure < end)
        set_measure(reading, measure, end);
}

/* English tells an index, a multiple and an attainment without a verb. */
static bool begins_figure(const QcdcPhraseParser *parser, size_t at)
{
    QcdcPhraseFound figure;
    bool verbless = parser->words->verbs[QCDC_PHRASE_VERB_INDEX].alone[0] == '\0';
    return (verbless || parser->verb != QCDC_PHRASE_VERB_END) && qcdc_phrase_find_number(parser, at, &figure);
}

/* @at goes over the subject, if there is one. A verb without its figure is left to fail at the figure. */
static bool find_predicate(QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t *at)
{
    QcdcPhraseVerb verb;
    if (qcdc_phrase_begins_predicate(parser, *at) || qcdc_phrase_begins_plan_told(parser, *at, false) ||
        qcdc_phrase_match_beside_equal(parser, *at) > 0 || begins_figure(parser, *at))
        return true;
    qcdc_phrase_search_predicate(parser, *at, false);
    if (parser->found < parser->length) {
        qcdc_phrase_take_subject(parser, reading, *at, parser->found_end);
        *at = parser->found;
        return true;
    }
    return qcdc_phrase_match_verb(parser, *at, &verb) > 0 ||
           qcdc_phrase_fail(parser, *at, "tells no change", parser->reader->item_hint);
}

bool qcdc_phrase_take_item(QcdcPhraseParser *parser)
{
    QcdcPhraseReading reading = {.told = QCDC_TOLD_NONE};
    size_t at = parser->at;
    if (!find_predicate(parser, &reading, &at) || !take_predicate(parser, &reading, at))
        return false;
    qcdc_phrase_add_reading(parser, &reading);
    return true;
}
