/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/plan-private.h"

#include "kernel/fault-private.h"

/* Plans whose value and whose "vượt", "đạt" stand apart. */

static uint8_t find_way(const Scene *scene, size_t at)
{
    if (scene_is_cue(scene, at, CUE_UP))
        return QCDC_DIRECTION_INCREASE;
    return scene_is_cue(scene, at, CUE_DOWN) ? QCDC_DIRECTION_DECREASE : QCDC_DIRECTION_UNKNOWN;
}

/* Whether the figure at @at goes the way of an aim: "giảm 2,4%", "tăng trưởng đạt 7,1%". */
static bool goes(const Scene *scene, size_t at, size_t least, uint8_t way)
{
    while (at > least && scene_is_cue(scene, at - 1, CUE_HEDGE))
        at--;
    if (at > least && find_way(scene, at - 1) == way)
        return true;
    bool is_reached = way == QCDC_DIRECTION_INCREASE && at > least && scene_is_cue(scene, at - 1, CUE_REACH);
    for (size_t before = at; is_reached && before-- > least && before + 6 > at && scene->tokens[before].kind != TOKEN_MARK;)
        if (scene_is_cue(scene, before, CUE_GROWTH))
            return true;
    return false;
}

/* The change that the sentence tells before @at: the nearest figure that goes the way of the aim. */
static const Mention *find_change(const Sentence *sentence, size_t at, const Mention *aim, uint8_t way)
{
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, at, ATTACH_LOOK_AHEAD);
    while (at-- > least && !scene_is_mark(scene, at, ';')) {
        const Mention *figure = scene_get_figure(scene, at);
        if (figure == NULL || figure->slash != 0)
            continue;
        bool is_rate = figure->percent || figure->points;
        bool is_alike = aim->percent || aim->points ? is_rate : !is_rate && mention_shares_noun(figure, aim);
        if (is_alike && goes(scene, at, least, way))
            return figure;
    }
    return NULL;
}

bool plan_read_change(const Sentence *sentence, size_t at, Plan *plan)
{
    const Scene *scene = sentence->scene;
    plan->relation = plan_find_verb(sentence, at, &plan->first);
    size_t verb = plan_skip_name(sentence, at + 1);
    if (plan->relation == QCDC_RELATION_NONE || verb + 1 >= sentence->end)
        return false;
    uint8_t way = find_way(scene, verb);
    size_t next = verb + 1 + scene_is_cue(scene, verb + 1, CUE_HEDGE);
    plan->plan = next < sentence->end && way != QCDC_DIRECTION_UNKNOWN ? scene_get_figure(scene, next) : NULL;
    if (plan->plan == NULL || plan->plan->slash != 0)
        return false;
    plan->actual = find_change(sentence, plan->first, plan->plan, way);
    plan->is_doubtful = plan->actual != NULL && find_change(sentence, plan->actual->token, plan->plan, way) != NULL;
    plan->is_target = plan->is_change = plan->is_threshold = true;
    plan->end = attach_find_noun_end(scene, plan->plan);
    return QCDC_FAULT("plan-change", plan->actual != NULL, false);
}

bool plan_read_standing(const Sentence *sentence, Plan *plan)
{
    const Scene *scene = sentence->scene;
    size_t most = plan->end + 12 < sentence->end ? plan->end + 12 : sentence->end;
    for (size_t at = plan->end; at < most; at++) {
        const Token *token = &scene->tokens[at];
        if (plan_is_word(scene, at)) {
            size_t first = at;
            uint8_t relation = plan_find_verb(sentence, at, &first);
            Plan other = { .end = at + 1 };
            plan_read_value(sentence, at + 1, &other);
            if (relation == QCDC_RELATION_NONE || first < plan->end || other.plan != NULL || other.excess != NULL)
                return false;
            plan->relation = relation;
            plan->end = at + 1;
            return QCDC_FAULT("plan-standing", true, false);
        }
        if (token->kind == TOKEN_NUMBER || (token->kind == TOKEN_MARK && token->mark != ',' && token->mark != ')'))
            return false;
    }
    return false;
}

/* "chỉ tiêu đề ra là", "kế hoạch giao": words by which the figure behind them is the plan's own. */
static bool is_told_so(const Scene *scene, size_t from, size_t end)
{
    static const char *const words[] = { "là", "đề ra", "đặt ra", "giao", "được giao", "ban đầu", NULL };
    for (size_t at = from; at < end; at++)
        if (scene_is_mark(scene, at, ':') || scene_is_mark(scene, at, '(') || scene_has_one_of(scene, at, words))
            return true;
    return false;
}

bool plan_read_stood(const Sentence *sentence, size_t at, Plan *plan)
{
    size_t first = at;
    if (plan_find_verb(sentence, at, &first) != QCDC_RELATION_NONE)
        return false;
    plan_read_value(sentence, at + 1, plan);
    plan->first -= at > sentence->start + 1 && scene_has_words(sentence->scene, at - 2, "trong khi") ? 2 : 0;
    return plan->plan != NULL && is_told_so(sentence->scene, at + 1, plan->plan->token) && plan_read_standing(sentence, plan);
}

bool plan_read_lead(const Sentence *sentence, size_t at, Plan *plan)
{
    const Scene *scene = sentence->scene;
    size_t from = at - 1;
    bool leads = at > sentence->start && scene_is_cue(scene, from, CUE_COMPARED) &&
                 (from == sentence->start || scene_is_mark(scene, from - 1, ';') || scene_is_mark(scene, from - 1, ','));
    if (!leads)
        return false;
    plan_read_value(sentence, at + 1, plan);
    if (plan->plan == NULL || plan->plan->percent || plan->actual != NULL || plan->end >= sentence->end || !scene_is_mark(scene, plan->end, ','))
        return false;
    size_t next = plan->end + 1, most = next + 12 < sentence->end ? next + 12 : sentence->end;
    while (next < most && (scene->tokens[next].kind == TOKEN_WORD || scene_is_cue(scene, next, CUE_RATE) || scene_is_cue(scene, next, CUE_HEDGE) ||
                           plan_find_relation(scene, next) == QCDC_RELATION_REACHES))
        next++;
    const Mention *figure = next < most ? scene_get_figure(scene, next) : NULL;
    if (figure == NULL || !figure->percent || figure->points || figure->slash != 0 || plan_find_relation(scene, next - 1) != QCDC_RELATION_REACHES)
        return false;
    plan->first = plan->plan->token - scene_is_mark(scene, plan->plan->token - 1, '(');
    plan_take_reached(sentence, next, plan);
    return QCDC_FAULT("plan-leads", true, false);
}

bool plan_read_done(const Sentence *sentence, size_t at, Plan *plan)
{
    static const char *const joins[] = { "đã", "mới", "chỉ", "của", "là", "được", "thì", NULL };
    const Scene *scene = sentence->scene;
    size_t first = at;
    if (plan_find_verb(sentence, at, &first) != QCDC_RELATION_NONE || (at > sentence->start && scene_is_cue(scene, at - 1, CUE_COMPARED)))
        return false;
    plan_read_value(sentence, at + 1, plan);
    if (plan->plan == NULL || plan->plan->percent || plan->plan->first_key == 0 || plan->actual != NULL || plan->plan->hedge != QCDC_HEDGE_NONE)
        return false;
    size_t next = plan->end, most = next + 8 < sentence->end ? next + 8 : sentence->end;
    while (next < most && (scene_is_one_of(scene, next, joins) || scene->tokens[next].kind == TOKEN_PERIOD || scene_is_cue(scene, next, CUE_OF)))
        next++;
    if (next >= most || plan_find_relation(scene, next) != QCDC_RELATION_REACHES)
        return false;
    next += 1 + (next + 1 < sentence->end && (scene_is_cue(scene, next + 1, CUE_RATE) || scene_is_cue(scene, next + 1, CUE_HEDGE)));
    const Mention *percent = next < sentence->end ? scene_get_figure(scene, next) : NULL;
    if (percent == NULL || !percent->percent || percent->points || percent->slash != 0 || (next + 1 < sentence->end && plan_is_word(scene, next + 1)))
        return false;
    plan->first = plan->plan->token;
    plan_take_reached(sentence, next, plan);
    plan->is_doubtful = true;
    return QCDC_FAULT("plan-done", true, false);
}

const Mention *plan_find_told(const Sentence *sentence, size_t at)
{
    Plan plan = { .first = at, .end = at + 1 };
    size_t first = at;
    if (!plan_is_word(sentence->scene, at) || plan_find_verb(sentence, at, &first) != QCDC_RELATION_NONE)
        return NULL;
    plan_read_value(sentence, at + 1, &plan);
    bool is_count = plan.plan != NULL && !plan.plan->percent && plan.plan->first_key != 0 && plan.plan->hedge == QCDC_HEDGE_NONE;
    return is_count ? plan.plan : NULL;
}

const Mention *plan_find_far(const Sentence *sentence)
{
    Sentence before = *sentence;
    size_t least = sentence->start > ATTACH_LOOK_BACK ? sentence->start - ATTACH_LOOK_BACK : 0;
    before.start = least;
    before.end = sentence->start;
    for (size_t at = sentence->start; at-- > least;) {
        const Mention *told = plan_find_told(&before, at);
        if (told != NULL)
            return told;
    }
    return NULL;
}

bool plan_is_tied(const Sentence *sentence, const Plan *plan, const Mention *actual)
{
    const Scene *scene = sentence->scene;
    const Mention *told = plan->told;
    bool is_alone = plan->end >= sentence->end || scene->tokens[plan->end].kind == TOKEN_MARK;
    if (told == NULL || told->token < sentence->start || !is_alone || told->noun_key == 0 || told->noun_key != actual->noun_key)
        return false;
    const Mention *first = told->token < actual->token ? told : actual, *second = first == told ? actual : told;
    if (scene_find_next_figure(scene, first->token + 1, sentence->end) != second ||
        scene_find_next_figure(scene, second->token + 1, sentence->end) != plan->percent)
        return false;
    for (size_t at = first->token + 1; at < second->token; at++)
        if (attach_is_time(scene, at) || (scene->tokens[at].kind == TOKEN_NUMBER && scene_get_figure(scene, at) == NULL))
            return false;
    return true;
}
