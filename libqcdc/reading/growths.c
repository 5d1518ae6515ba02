/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/growths-private.h"

#include "kernel/fault-private.h"
#include "reading/pace-private.h"

enum { GROWTH_LOOK_AHEAD = 24 };

/* What stands between the beginning and the rate. */
typedef struct Seen {
    bool has_verb, has_growth, has_average, has_time, has_words,
        joins_average; /* joins_average: the verb and "bình quân" stand together */
} Seen;

static bool is_verb(const Scene *scene, size_t at)
{
    return scene_is_cue(scene, at, CUE_UP) || scene_is_cue(scene, at, CUE_DOWN) || scene_is_cue(scene, at, CUE_GROWTH);
}

static void set_years(Growth *growth, const Token *token, int64_t years, int64_t steps)
{
    if (years < 2 || growth->years.value.coefficient != 0)
        return;
    growth->years = (Mention){
        .start = token->start, .end = token->end, .value = { .coefficient = years }, .kind = MENTION_PERIOD
    };
    growth->years.has_other = steps != years;
    growth->years.other.coefficient = steps;
}

/* Five years from the figure of the year before, or four from that of the first one. */
static void read_period(const Scene *scene, size_t at, Growth *growth)
{
    QcdcPeriod period = scene->periods[scene->tokens[at].index];
    if (period.kind == QCDC_PERIOD_SPAN)
        set_years(growth, &scene->tokens[at], period.count / 12, period.count / 12 - 1);
}

static void read_count(const Scene *scene, size_t at, Growth *growth)
{
    const Mention *mention = &scene->mentions[scene->tokens[at].index];
    if (mention->value.decimals == 0 && mention->value.coefficient < 100 && scene_is_word(scene, at + 1, "năm"))
        set_years(growth, &scene->tokens[at], mention->value.coefficient, mention->value.coefficient);
}

static void see_cue(const Scene *scene, size_t at, Growth *growth, Seen *seen)
{
    uint8_t cue = scene->tokens[at].cue;
    bool verb = is_verb(scene, at);
    seen->has_verb |= verb;
    seen->has_growth |= cue == CUE_GROWTH;
    seen->has_average |= cue == CUE_AVERAGE;
    seen->has_time |= cue == CUE_PER_YEAR;
    if (cue == CUE_DOWN)
        growth->direction = QCDC_DIRECTION_DECREASE;
    if (cue == CUE_AVERAGE && at > 0)
        seen->joins_average |= is_verb(scene, at - 1) || is_verb(scene, at + 1);
}

static bool goes_on(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at];
    if (token->kind != TOKEN_CUE)
        return token->kind == TOKEN_WORD || token->kind == TOKEN_PERIOD || token->kind == TOKEN_NUMBER;
    switch (token->cue) {
    case CUE_UP:
    case CUE_DOWN:
    case CUE_GROWTH:
    case CUE_AVERAGE:
    case CUE_PER_YEAR:
    case CUE_REACH:
    case CUE_INDEX:
    case CUE_HEDGE:
    case CUE_OF:
    case CUE_RATE:
    case CUE_EACH:
        return true;
    default:
        return false;
    }
}

/* Steps over what is before the rate; its token, or the sentence's end. */
static size_t find_rate(const Sentence *sentence, size_t at, Growth *growth, Seen *seen)
{
    const Scene *scene = sentence->scene;
    size_t most = at + GROWTH_LOOK_AHEAD < sentence->end ? at + GROWTH_LOOK_AHEAD : sentence->end;
    while (at < most) {
        if (scene_is_mark(scene, at, '(') && scene->tokens[at].index > at && scene->tokens[at].index < at + 6) {
            at = attach_skip_bracket(scene, at);
            continue;
        }
        if (scene_get_figure(scene, at) != NULL && !scene_is_word(scene, at + 1, "năm"))
            return at;
        if (!goes_on(scene, at))
            break;
        if (scene->tokens[at].kind == TOKEN_CUE)
            see_cue(scene, at, growth, seen);
        else if (scene->tokens[at].kind == TOKEN_PERIOD)
            seen->has_time = true, read_period(scene, at, growth);
        else if (scene->tokens[at].kind == TOKEN_NUMBER)
            seen->has_time = true, read_count(scene, at, growth);
        else if (!scene_is_word(scene, at, "năm") && !scene_is_word(scene, at, "ước") &&
                 !scene_is_word(scene, at, "là"))
            seen->has_words = true;
        at++;
    }
    return sentence->end;
}

static bool is_growth(const Seen *seen, bool is_yearly)
{
    if (!seen->has_verb)
        return false;
    if (is_yearly)
        return true;
    if (!seen->has_average)
        return false;
    return seen->has_growth || seen->joins_average ||
           (seen->has_time && QCDC_FAULT("growths-words", !seen->has_words, true));
}

bool growths_read(const Sentence *sentence, size_t at, Growth *out_growth)
{
    const Scene *scene = sentence->scene;
    Seen seen = { 0 };
    if (!is_verb(scene, at) && !scene_is_cue(scene, at, CUE_AVERAGE))
        return false;
    *out_growth = (Growth){ .first = at, .direction = QCDC_DIRECTION_INCREASE };
    size_t rate = find_rate(sentence, at, out_growth, &seen);
    const Mention *figure = rate < sentence->end ? scene_get_figure(scene, rate) : NULL;
    if (figure == NULL || !figure->percent || figure->points || figure->slash != 0 ||
        attach_is_taken(sentence, figure, TAKEN_SPAN | TAKEN_CHANGE))
        return false;
    bool is_yearly = scene_is_cue(scene, rate + 1, CUE_PER_YEAR);
    out_growth->rate = figure;
    out_growth->end = rate + 1 + is_yearly;
    return is_growth(&seen, is_yearly);
}

/* "từ 120 tỷ năm 2015 lên 175 tỷ năm 2020": the years between. */
static const Token *find_year(const Scene *scene, const Mention *mention, size_t end, QcdcPeriod *out_period)
{
    for (size_t at = mention->token + 1; at < end && at < mention->token + 7; at++) {
        const Token *token = &scene->tokens[at];
        if (token->kind == TOKEN_NUMBER && scene->mentions[token->index].kind == MENTION_FIGURE)
            return NULL;
        if (token->kind == TOKEN_PERIOD && scene->periods[token->index].kind == QCDC_PERIOD_YEAR) {
            *out_period = scene->periods[token->index];
            return token;
        }
    }
    return NULL;
}

static void find_years_between(const Sentence *sentence, Growth *growth, const Mention *from, const Mention *to)
{
    QcdcPeriod first, last;
    const Token *token = find_year(sentence->scene, from, to->token, &first);
    if (token == NULL || find_year(sentence->scene, to, sentence->end, &last) == NULL)
        return;
    growth->years.value.coefficient = 0;
    set_years(growth, token, (last.start - first.start) / 12, (last.start - first.start) / 12);
}

QcdcStatus growths_keep(const Sentence *sentence, const Growth *growth, const Mention *from, const Mention *to,
                        QcdcError *error)
{
    Draft *draft = &sentence->reader->draft;
    Growth whole = *growth;
    if (from == NULL && pace_find(sentence->reader, growth->rate)) { /* points a year, out of those of all the years */
        attach_take(sentence, growth->rate, TAKEN_SPAN | TAKEN_CHANGE);
        return reader_keep(sentence->reader, draft, NULL, error);
    }
    if (from != NULL && to != NULL)
        find_years_between(sentence, &whole, from, to);
    if (whole.years.value.coefficient == 0 && sentence->period.kind == QCDC_PERIOD_SPAN)
        set_years(&whole, &(Token){ 0 }, sentence->period.count / 12, sentence->period.count / 12 - 1);
    draft_begin(draft, QCDC_CLAIM_GROWTH_RATE);
    draft->period = sentence->period;
    draft->direction = growth->direction;
    draft->hedge = growth->rate->hedge;
    attach_add(draft, QCDC_OPERAND_FROM, from);
    attach_add(draft, QCDC_OPERAND_TO, to);
    if (whole.years.value.coefficient != 0)
        draft_add(draft, QCDC_OPERAND_YEARS, &whole.years, false);
    attach_add(draft, QCDC_OPERAND_PCT, growth->rate);
    attach_cover_tokens(draft, sentence->scene, growth->first, growth->end);
    attach_take(sentence, growth->rate, TAKEN_SPAN | TAKEN_CHANGE);
    return reader_keep(sentence->reader, draft, NULL, error);
}
