/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/phrase-parser-private.h"

/* Plans (W12, W18): their words, and what is above them, short of them or meets them. */

enum {
    LOOK_AHEAD = 256 /* bytes from a figure to the plan it is held against */
};

/* What stands between a verb or a figure and the end of what is told of a plan. */
typedef struct Plan {
    QcdcToldAs told;
    QcdcPhraseFound figure;
    size_t measure_end; /* the measure begins behind the figure */
    size_t words, words_end;   /* words_end is 0 where the words go on to the next item */
    size_t value, end;         /* the plan's value, 0 if it is not told; the end of all, unless words_end is 0 */
    bool of_year;
} Plan;

/* A plan's period at @at, behind the word that English puts before it: "plan 87" is of no year. */
static bool take_plan_period(QcdcPhraseParser *parser, size_t at, size_t end)
{
    QcdcPeriod period;
    const char *word = parser->words->plan.before_period;
    size_t before = qcdc_phrase_match(parser, at, word);
    if (before == 0 && word[0] != '\0')
        return false;
    size_t name = qcdc_phrase_skip_blanks(parser, at + before);
    size_t length = name < end ? qcdc_phrase_match_period(parser, name, &period) : 0;
    if (length == 0 || name + length > end)
        return false;
    parser->base.period = period;
    return true;
}

/* "dự toán năm Trung ương giao", "kế hoạch năm 2022": the name of a period is more than the word for the year. */
static void look_for_plan_period(QcdcPhraseParser *parser, size_t at, size_t end)
{
    while (at < end && !take_plan_period(parser, at, end)) {
        if (qcdc_letters_match_whole(parser->text + at, end - at, parser->words->plan.year) > 0)
            parser->base.plan_of_year = 1;
        while (at < end && qcdc_phrase_skip_blanks(parser, at) == at)
            at++;
        at = qcdc_phrase_skip_blanks(parser, at);
    }
}

void qcdc_phrase_set_plan(QcdcPhraseParser *parser, size_t start, size_t end)
{
    if (parser->base.base == QCDC_BASE_PLAN)
        return;
    parser->base.base = QCDC_BASE_PLAN;
    parser->base.words_start = start;
    parser->base.words_end = end;
    look_for_plan_period(parser, start, end);
}

/* Words that plans are called by: in the middle of a text nothing else tells them from a measure. */
static bool is_plan(const QcdcPhraseParser *parser, size_t at)
{
    return qcdc_phrase_match(parser, at, parser->words->plan.words) > 0 ||
           qcdc_phrase_match_any(parser, at, parser->reader->plans) > 0;
}

static size_t skip_word(const QcdcPhraseParser *parser, size_t at, const char *word)
{
    size_t length = qcdc_phrase_match(parser, at, word);
    return length > 0 ? qcdc_phrase_skip_blanks(parser, at + length) : 0;
}

static bool has_more(const QcdcPhraseParser *parser, size_t from, size_t at)
{
    return at < parser->length && at - from < LOOK_AHEAD && parser->text[at] != ';';
}

/* The next place from @at on where @word stands behind a blank; where the words before it end, and what follows it begins. */
static bool find_word(const QcdcPhraseParser *parser, size_t at, const char *word, size_t *out_end, size_t *out_next)
{
    for (size_t from = at; has_more(parser, from, at); at++) {
        size_t after = qcdc_phrase_skip_blanks(parser, at);
        *out_next = after > at ? skip_word(parser, after, word) : 0;
        *out_end = at;
        if (*out_next > 0)
            return true;
    }
    return false;
}

/* The bracket that ends what was opened before @at. */
static size_t find_close(const QcdcPhraseParser *parser, size_t at)
{
    size_t from = at;
    for (unsigned depth = 0; has_more(parser, from, at); at++) {
        if (parser->text[at] == ')' && depth == 0)
            return at;
        depth += parser->text[at] == '(';
        depth -= parser->text[at] == ')';
    }
    return parser->length;
}

/* "(148 lao động)", "(thiếu 12 lao động)", "of 148": a figure behind @open and @word. */
static bool find_figure(const QcdcPhraseParser *parser, size_t at, const char *open, const char *word, size_t *out_end,
                        QcdcPhraseFound *out_figure)
{
    for (size_t from = at; has_more(parser, from, at); at++) {
        size_t opened = qcdc_letters_match(parser->text + at, parser->length - at, open, strlen(open));
        size_t inside = opened > 0 ? qcdc_phrase_skip_blanks(parser, at + opened) : 0;
        size_t figure = inside > 0 && word[0] != '\0' ? skip_word(parser, inside, word) : inside;
        *out_end = at;
        if (figure > 0 && qcdc_phrase_begins_value(parser, figure, out_figure))
            return true;
    }
    return false;
}

/* "the", "the year's" */
static size_t skip_article(const QcdcPhraseParser *parser, size_t at, bool *out_of_year)
{
    const QcdcPhrasePlanWords *words = &parser->words->plan;
    size_t year = skip_word(parser, at, words->article_year), article = skip_word(parser, at, words->article);
    *out_of_year = year > 0;
    return year > 0 ? year : article > 0 ? article : at;
}

static bool ends_bracket(const QcdcPhraseParser *parser, size_t at, Plan *plan)
{
    bool closes = parser->words->plan.value_close[0] != '\0';
    plan->end = closes ? find_close(parser, at) : at;
    if (closes && plan->end < parser->length)
        plan->end++;
    else if (closes)
        return false;
    return true;
}

/* "the target for the first half of 2022 of 8": without a bracket the value is what ends the item. */
static bool find_value(const QcdcPhraseParser *parser, Plan *plan, QcdcPhraseFound *out_value)
{
    const QcdcPhrasePlanWords *words = &parser->words->plan;
    size_t next, at = plan->words;
    while (has_more(parser, plan->words, at) &&
           find_figure(parser, at, words->value_open, "", &plan->words_end, out_value)) {
        bool ends = words->value_close[0] != '\0' || out_value->end >= parser->length;
        if (ends || qcdc_phrase_match_joiner(parser, out_value->end, &next) != QCDC_PHRASE_JOINER_NONE)
            return true;
        at = out_value->end;
    }
    return false;
}

/* "27 lao động so với kế hoạch (148 lao động)", "27 workers above the plan of 148" from the figure on. */
static bool match_above(const QcdcPhraseParser *parser, Plan *plan)
{
    const QcdcPhrasePlanWords *words = &parser->words->plan;
    QcdcPhraseFound value;
    if (!find_word(parser, plan->figure.end, words->versus, &plan->measure_end, &plan->words))
        return false;
    plan->told = QCDC_TOLD_ABOVE;
    plan->words = skip_article(parser, plan->words, &plan->of_year);
    if (!find_value(parser, plan, &value))
        return false;
    plan->value = value.start;
    return ends_bracket(parser, value.end, plan);
}

/* "0,7% kế hoạch", "0.7% above plan" */
static bool match_excess(const QcdcPhraseParser *parser, bool strict, Plan *plan)
{
    const char *after = parser->words->plan.above_after;
    size_t at = qcdc_phrase_skip_blanks(parser, plan->figure.end);
    size_t next = after[0] != '\0' ? skip_word(parser, at, after) : at;
    if (!plan->figure.percent || next == 0)
        return false;
    plan->told = QCDC_TOLD_EXCESS;
    plan->words = skip_article(parser, next, &plan->of_year);
    return !strict || is_plan(parser, plan->words);
}

/* "12 workers short of the plan" */
static bool match_short(const QcdcPhraseParser *parser, Plan *plan)
{
    const char *after = parser->words->plan.short_after;
    if (after[0] == '\0' || !find_word(parser, plan->figure.end, after, &plan->measure_end, &plan->words))
        return false;
    plan->told = QCDC_TOLD_SHORT;
    plan->words = skip_article(parser, plan->words, &plan->of_year);
    return true;
}

/* The nearer of the two: the other is that of an item behind. */
static bool match_difference(const QcdcPhraseParser *parser, Plan *plan)
{
    Plan above = *plan, missed = *plan;
    bool is_above = match_above(parser, &above), is_short = match_short(parser, &missed);
    if (is_above && is_short)
        is_above = above.measure_end < missed.measure_end;
    *plan = is_above ? above : missed;
    return is_above || is_short;
}

static bool match_figure(const QcdcPhraseParser *parser, size_t at, bool strict, Plan *plan)
{
    const char *before = parser->words->plan.above_before;
    size_t figure = before[0] != '\0' ? skip_word(parser, at, before) : at;
    if (figure < at || (figure == 0 && before[0] != '\0') || !qcdc_phrase_find_number(parser, figure, &plan->figure))
        return false;
    return match_excess(parser, strict, plan) || match_difference(parser, plan);
}

/* "chưa đạt kế hoạch (thiếu 12 lao động)" */
static bool match_missed(const QcdcPhraseParser *parser, size_t at, bool strict, Plan *plan)
{
    const QcdcPhrasePlanWords *words = &parser->words->plan;
    plan->words = words->missed[0] != '\0' ? skip_word(parser, at, words->missed) : 0;
    if (plan->words == 0 || (strict && !is_plan(parser, plan->words)) ||
        !find_figure(parser, plan->words, " (", words->short_before, &plan->words_end, &plan->figure))
        return false;
    plan->told = QCDC_TOLD_SHORT;
    plan->measure_end = find_close(parser, plan->figure.end);
    plan->end = plan->measure_end + 1;
    return plan->measure_end < parser->length;
}

/* "hoàn thành kế hoạch" */
static bool match_met_before(const QcdcPhraseParser *parser, size_t at, bool strict, Plan *plan)
{
    const char *met = parser->words->plan.met_before;
    plan->told = QCDC_TOLD_FULFILLED;
    plan->words = met[0] != '\0' ? skip_word(parser, at, met) : 0;
    return plan->words > 0 && (!strict || is_plan(parser, plan->words));
}

/* "plan met", "the year's plan met": "met" ends the item. */
static bool match_met_after(const QcdcPhraseParser *parser, size_t at, Plan *plan)
{
    const char *met = parser->words->plan.met_after;
    size_t next, after;
    plan->told = QCDC_TOLD_FULFILLED;
    plan->words = skip_article(parser, at, &plan->of_year);
    if (met[0] == '\0' || (!plan->of_year && !is_plan(parser, plan->words)))
        return false;
    size_t words = plan->words;
    for (; has_more(parser, plan->words, words) && find_word(parser, words, met, &plan->words_end, &next); words = next) {
        plan->end = qcdc_phrase_skip_blanks(parser, plan->words_end);
        plan->end += qcdc_phrase_match(parser, plan->end, met);
        bool joined = qcdc_phrase_match_joiner(parser, plan->end, &after) != QCDC_PHRASE_JOINER_NONE;
        if (plan->end >= parser->length || joined)
            return true;
    }
    return false;
}

static bool match_plan(const QcdcPhraseParser *parser, size_t at, bool strict, Plan *out_plan)
{
    *out_plan = (Plan){.told = QCDC_TOLD_NONE};
    bool found = match_figure(parser, at, strict, out_plan);
    if (!found) {
        *out_plan = (Plan){.told = QCDC_TOLD_NONE};
        found = match_missed(parser, at, strict, out_plan) || match_met_before(parser, at, strict, out_plan);
    }
    if (!found) {
        *out_plan = (Plan){.told = QCDC_TOLD_NONE};
        found = match_met_after(parser, at, out_plan);
    }
    return found && out_plan->words < parser->length;
}

bool qcdc_phrase_begins_plan_told(const QcdcPhraseParser *parser, size_t at, bool strict)
{
    Plan plan;
    return match_plan(parser, at, strict, &plan);
}

static bool take_figure(QcdcPhraseParser *parser, QcdcPhraseReading *reading, const Plan *plan)
{
    QcdcPhraseFound figure, value;
    if (plan->told == QCDC_TOLD_FULFILLED)
        return true;
    if (!qcdc_phrase_take_number(parser, plan->figure.start, &figure) ||
        (plan->value > 0 && !qcdc_phrase_take_number(parser, plan->value, &value)))
        return false;
    if (figure.has_sign)
        return qcdc_phrase_fail(parser, figure.start, "has a sign where the verb tells the direction", NULL);
    reading->number = figure.value;
    reading->percent_below = figure.below;
    size_t start = qcdc_phrase_skip_blanks(parser, figure.end);
    bool has_measure = start < plan->measure_end;
    if (has_measure) {
        reading->measure_start = start;
        reading->measure_end = plan->measure_end;
    }
    if (has_measure && qcdc_phrase_is_in_points(parser, reading))
        reading->measure_start = reading->measure_end = 0;
    if (plan->value == 0)
        return true;
    reading->has_base = 1;
    reading->base = QCDC_FAULT("phrase-parse-plan-value", value.value, figure.value);
    return true;
}

bool qcdc_phrase_take_plan_told(QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t at)
{
    Plan plan;
    if (!match_plan(parser, at, false, &plan))
        return qcdc_phrase_fail(parser, at, "tells no change", parser->reader->item_hint);
    if (parser->has_base)
        return qcdc_phrase_fail(parser, at, "tells of a plan beside another base", NULL);
    bool is_short = QCDC_FAULT("phrase-parse-short", plan.told == QCDC_TOLD_SHORT, false);
    parser->verb = QCDC_PHRASE_VERB_ATTAINED;
    reading->told = (uint8_t)plan.told;
    reading->direction = plan.told == QCDC_TOLD_FULFILLED ? QCDC_DIRECTION_UNCHANGED
                         : is_short                       ? QCDC_DIRECTION_DECREASE
                                                          : QCDC_DIRECTION_INCREASE;
    if (!take_figure(parser, reading, &plan))
        return false;
    size_t end = plan.words_end > 0 ? plan.words_end : qcdc_phrase_find_end(parser, plan.words);
    if (end <= plan.words)
        return qcdc_phrase_fail(parser, plan.words, "does not name the plan", "write hoàn thành kế hoạch");
    qcdc_phrase_set_plan(parser, plan.words, end);
    parser->base.plan_of_year |= plan.of_year;
    parser->at = plan.words_end > 0 ? plan.end : end;
    return true;
}
