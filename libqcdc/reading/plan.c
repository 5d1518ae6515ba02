/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/operand-private.h"
#include "reading/plan-private.h"

#include "kernel/fault-private.h"

bool plan_is_word(const Scene *scene, size_t at)
{
    return scene_is_cue(scene, at, CUE_PLAN) || scene_is_cue(scene, at, CUE_TARGET);
}

uint8_t plan_find_relation(const Scene *scene, size_t at)
{
    if (scene->tokens[at].kind != TOKEN_CUE)
        return QCDC_RELATION_NONE;
    switch (scene->tokens[at].cue) {
    case CUE_EXCEED:
    case CUE_HIGHER:
    case CUE_UP:
        return QCDC_RELATION_EXCEEDS;
    case CUE_MISS:
    case CUE_LOWER:
    case CUE_DOWN:
        return QCDC_RELATION_MISSES;
    case CUE_REACH:
    case CUE_INDEX:
    case CUE_RESOLVED:
        return QCDC_RELATION_REACHES;
    default:
        return QCDC_RELATION_NONE;
    }
}

static bool can_be_told(const Sentence *sentence, const Mention *figure)
{
    return figure != NULL && figure->sign == 0 &&
           !attach_is_taken(sentence, figure, TAKEN_RATE | TAKEN_RANK | TAKEN_CHANGE);
}

/* The figure that stands before the plan's word at @at: "100,7% [so với] kế hoạch", "27 lao động so với kế hoạch". */
static const Mention *find_before(const Sentence *sentence, size_t at)
{
    static const char *const joins[] = { "của", "được", "về", NULL };
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, at, 8);
    bool is_compared = false;
    while (at-- > least) {
        const Mention *figure = scene_get_figure(scene, at);
        if (figure != NULL)
            return is_compared || figure->percent ? figure : NULL;
        if (scene_is_cue(scene, at, CUE_COMPARED))
            is_compared = true;
        else if (scene_is_mark(scene, at, '/') && is_compared)
            continue;
        else if (scene->tokens[at].kind == TOKEN_MARK ||
                 (!is_compared && !scene_is_one_of(scene, at, joins) && !scene_is_cue(scene, at, CUE_OF)))
            return NULL;
        else if (scene->tokens[at].kind == TOKEN_CUE && plan_find_relation(scene, at) != QCDC_RELATION_NONE)
            return NULL;
    }
    return NULL;
}

/* The verb before a figure: "vượt", "đạt"; @first takes its token. */
static uint8_t find_verb(const Sentence *sentence, size_t at, size_t *first)
{
    static const char *const fillers[] = { "tỷ", "lệ", "được", "là", "mức", "khoảng", "trên", "thêm", NULL };
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, at, 4);
    while (at-- > least) {
        uint8_t relation = plan_find_relation(scene, at);
        if (scene_is_mark(scene, at, '=')) /* "420 ha = 105% KH" */
            relation = QCDC_FAULT("plan-equal", QCDC_RELATION_REACHES, QCDC_RELATION_NONE);
        if (relation != QCDC_RELATION_NONE) {
            *first = at;
            return relation;
        }
        if (!scene_is_one_of(scene, at, fillers) && !scene_is_cue(scene, at, CUE_HEDGE) &&
            !scene_is_cue(scene, at, CUE_RATE))
            break;
    }
    return QCDC_RELATION_NONE;
}

static bool is_name(const Scene *scene, const Mention *mention)
{
    return mention->kind != MENTION_FIGURE || attach_may_be_name(scene, mention);
}

/* Steps over the words of the plan's name: "kế hoạch tỉnh giao năm 2022". */
size_t plan_skip_name(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    for (size_t steps = 0; at < sentence->end && steps < 24; steps++, at++) {
        const Token *token = &scene->tokens[at];
        if (scene_is_word(scene, at, "là"))
            break;
        bool goes_on = token->kind == TOKEN_WORD || token->kind == TOKEN_PERIOD || plan_is_word(scene, at) ||
                       scene_is_cue(scene, at, CUE_OF) || scene_is_cue(scene, at, CUE_BEFORE) ||
                       scene_is_cue(scene, at, CUE_EACH) || scene_is_cue(scene, at, CUE_PER_YEAR) ||
                       (token->kind == TOKEN_NUMBER && is_name(scene, &scene->mentions[token->index]));
        if (!goes_on)
            break;
    }
    return at;
}

static const Mention *get_figure(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    while (at < sentence->end && (scene_is_cue(scene, at, CUE_HEDGE) || scene_is_word(scene, at, "mức")))
        at++;
    const Mention *figure = at < sentence->end ? scene_get_figure(scene, at) : NULL;
    return can_be_told(sentence, figure) && figure->slash == 0 ? figure : NULL;
}

/* "(1.200 học viên)", "(KH: 1.200)", "(thiếu 12 lao động)" behind the plan's name. */
static bool read_bracket(const Sentence *sentence, size_t at, Plan *plan)
{
    const Scene *scene = sentence->scene;
    Shown shown;
    if (!attach_read_shown(sentence, at, &shown) || shown.count == 0 || shown.has_span)
        return false;
    const Mention *figure = shown.figures[0];
    if (!can_be_told(sentence, figure))
        return false;
    /* "vượt mục tiêu đề ra (mục tiêu nghị quyết là đạt 95%)" */
    bool aims = shown.has_plan && figure->token > at + 1 && plan_find_relation(scene, figure->token - 1) == QCDC_RELATION_REACHES;
    if (figure->slash == 1 && shown.count == 2) {
        plan->actual = figure;
        plan->plan = shown.figures[1];
    } else if (figure->slash != 0 || shown.count > 1) {
        return false;
    } else if (figure->token > at + 1 && plan_find_relation(scene, figure->token - 1) != QCDC_RELATION_NONE &&
               shown.direction == QCDC_DIRECTION_UNKNOWN && !QCDC_FAULT("plan-aims", aims, false)) {
        plan->excess = figure;
        plan->relation = plan_find_relation(scene, figure->token - 1);
    } else {
        plan->plan = figure;
    }
    plan->end = shown.end;
    return true;
}

/* What stands behind the plan's name: its value. */
void plan_read_value(const Sentence *sentence, size_t at, Plan *plan)
{
    const Scene *scene = sentence->scene;
    size_t name = plan_skip_name(sentence, at);
    if (name < sentence->end && scene_is_mark(scene, name, '(')) {
        if (read_bracket(sentence, name, plan))
            return;
        return;
    }
    bool is_said = name < sentence->end && (scene_is_word(scene, name, "là") || scene_is_mark(scene, name, ':') ||
                                            scene_is_mark(scene, name, '='));
    const Mention *figure = name < sentence->end ? get_figure(sentence, name + is_said) : NULL;
    if (figure == NULL)
        return;
    bool is_told = plan->percent != NULL || plan->excess != NULL;
    if (figure->percent && !is_said && plan->relation == QCDC_RELATION_EXCEEDS && !is_told && !plan->is_target)
        plan->excess = figure;
    else
        plan->plan = figure;
    plan->is_open =
        !is_said && !is_told && !figure->percent && !plan->is_target && plan->relation == QCDC_RELATION_EXCEEDS;
    plan->end = attach_find_noun_end(scene, figure);
}

/* "tăng 3% so với dự toán", not "cắt giảm 38% chỉ tiêu": the plan itself is cut. */
static bool is_compared(const Sentence *sentence, size_t from, size_t end)
{
    for (size_t at = from; at < end; at++)
        if (scene_is_cue(sentence->scene, at, CUE_COMPARED))
            return true;
    return false;
}

/* "đạt 100,7% kế hoạch", "vượt 27 lao động so với kế hoạch" */
static bool read_told_before(const Sentence *sentence, size_t at, Plan *plan)
{
    const Mention *figure = find_before(sentence, at);
    size_t first = at;
    if (!can_be_told(sentence, figure) || figure->slash != 0)
        return false;
    plan->relation = find_verb(sentence, figure->token, &first);
    bool is_change = scene_is_cue(sentence->scene, first, CUE_UP) || scene_is_cue(sentence->scene, first, CUE_DOWN);
    bool is_said = plan->relation != QCDC_RELATION_NONE || scene_is_cue(sentence->scene, at, CUE_PLAN);
    if (!is_said || (is_change && !is_compared(sentence, figure->token, at)))
        return false;
    plan->first = first < at ? first : figure->token;
    if (QCDC_FAULT("plan-excess", plan->relation == QCDC_RELATION_EXCEEDS || plan->relation == QCDC_RELATION_MISSES,
                   false))
        plan->excess = figure;
    else if (figure->percent)
        plan->percent = figure;
    else if (plan->relation == QCDC_RELATION_REACHES)
        plan->actual = figure;
    else
        return false;
    plan->is_target = false;
    plan_read_value(sentence, at + 1, plan);
    return plan->percent != NULL || plan->excess != NULL || plan->plan != NULL;
}

/* "vượt chỉ tiêu Kế hoạch số 87 của … về … (cắt giảm 30% thời gian giải quyết)" */
static bool read_far_bracket(const Sentence *sentence, size_t at, Plan *plan)
{
    const Scene *scene = sentence->scene;
    size_t most = at + ATTACH_LOOK_AHEAD < sentence->end ? at + ATTACH_LOOK_AHEAD : sentence->end, open = at + 1;
    while (open < most && !scene_is_mark(scene, open, '(') && !scene_is_mark(scene, open, ';') &&
           scene_get_figure(scene, open) == NULL)
        open++;
    if (open >= most || !scene_is_mark(scene, open, '(') || plan->relation == QCDC_RELATION_NONE)
        return false;
    for (size_t next = open + 1; next < open + 4 && next < sentence->end; next++) {
        const Mention *figure = scene_get_figure(scene, next);
        if (figure == NULL)
            continue;
        plan->plan = can_be_told(sentence, figure) && figure->percent ? figure : NULL;
        plan->is_far = plan->is_target = true;
        plan->end = at + 6 < open ? at + 6 : open;
        return plan->plan != NULL;
    }
    return false;
}

/* The verb before the plan's word at @at: "đạt và vượt", "cao hơn so với". */
uint8_t plan_find_verb(const Sentence *sentence, size_t at, size_t *out_first)
{
    static const char *const fillers[] = { "so", "với", "mức", "được", "các", NULL };
    const Scene *scene = sentence->scene;
    size_t verb = at, least = attach_reach_back(sentence, at, 3);
    while (verb > least && (scene_is_one_of(scene, verb - 1, fillers) || scene_is_cue(scene, verb - 1, CUE_COMPARED) ||
                            plan_is_word(scene, verb - 1)))
        verb--;
    if (verb == sentence->start || scene_is_cue(scene, verb - 1, CUE_UP) || scene_is_cue(scene, verb - 1, CUE_DOWN))
        return QCDC_RELATION_NONE;
    *out_first = verb - 1;
    return plan_find_relation(scene, verb - 1);
}

/* "vượt kế hoạch (1.200)", "đạt và vượt chỉ tiêu 30%", "chưa đạt kế hoạch (thiếu 12 lao động)" */
static bool read_verb_before(const Sentence *sentence, size_t at, Plan *plan)
{
    plan->relation = plan_find_verb(sentence, at, &plan->first);
    if (plan->relation == QCDC_RELATION_NONE)
        return false;
    plan_read_value(sentence, at + 1, plan);
    return plan->plan != NULL || plan->excess != NULL || read_far_bracket(sentence, at, plan);
}

/* "yêu cầu tối thiểu 80%" behind a comparison; "thấp hơn quy định 1,23%" may be by so much. */
static bool is_required(const Scene *scene, size_t from, size_t end)
{
    static const char *const words[] = { "yêu cầu", "quy định", "tiêu chuẩn", "chuẩn", "ngưỡng", "định mức", "mức" };
    uint8_t hedge = scene_is_cue(scene, end, CUE_HEDGE) ? scene->tokens[end].hedge : QCDC_HEDGE_NONE;
    bool is_bound = hedge == QCDC_HEDGE_AT_LEAST || hedge == QCDC_HEDGE_AT_MOST;
    return is_bound && operand_says_any(scene, from, end, words, sizeof words / sizeof words[0]);
}

/* "cao hơn mức 6,5% của cả nước", "thấp hơn bình quân chung (5,05%)" */
static bool read_level(const Sentence *sentence, size_t at, Plan *plan)
{
    const Scene *scene = sentence->scene;
    if (!scene_is_cue(scene, at, CUE_HIGHER) && !scene_is_cue(scene, at, CUE_LOWER))
        return false;
    size_t next = at + 1;
    bool has_word = next < sentence->end && scene_is_word(scene, next, "mức");
    bool is_level = has_word || (next < sentence->end && scene_is_cue(scene, next, CUE_AVERAGE));
    while (next < sentence->end && next < at + 12 &&
           (scene->tokens[next].kind == TOKEN_WORD || scene_is_cue(scene, next, CUE_AVERAGE) ||
            scene_is_cue(scene, next, CUE_OF)))
        next++;
    bool is_threshold = next < sentence->end && QCDC_FAULT("plan-threshold", is_required(scene, at + 1, next), false);
    if ((!is_level && !is_threshold) || next >= sentence->end)
        return false;
    plan->first = at;
    plan->end = next;
    plan->is_target = true;
    plan->relation = plan_find_relation(scene, at);
    const Mention *figure = get_figure(sentence, next);
    if (figure != NULL) {
        plan->plan = figure;
        plan->end = attach_find_noun_end(scene, figure);
        plan->is_threshold = is_threshold;
        return is_threshold || (has_word && next == at + 2);
    }
    return read_bracket(sentence, next, plan) && plan->plan != NULL && plan->actual == NULL;
}

/* Whether the bracket before @end holds no figure but @plan. */
static bool is_alone_in_bracket(const Scene *scene, const Mention *plan, size_t end)
{
    size_t open = scene->tokens[end - 1].index;
    return scene_find_next_figure(scene, open + 1, end - 1) == plan && scene_find_next_figure(scene, plan->token + 1, end - 1) == NULL;
}

void plan_take_reached(const Sentence *sentence, size_t at, Plan *plan)
{
    plan->percent = scene_get_figure(sentence->scene, at);
    plan->relation = QCDC_RELATION_REACHES;
    plan->is_target = plan->is_open = false;
    plan->end = at + 1 + (at + 1 < sentence->end && plan_is_word(sentence->scene, at + 1));
}

/* ", đạt 105%" behind the bracket that holds the plan. */
static bool read_percent_behind(const Sentence *sentence, Plan *plan)
{
    const Scene *scene = sentence->scene;
    size_t next = plan->end + (plan->end < sentence->end && scene_is_mark(scene, plan->end, ','));
    bool is_alone = QCDC_FAULT("plan-alone", is_alone_in_bracket(scene, plan->plan, plan->end), true);
    if (next + 1 >= sentence->end || plan_find_relation(scene, next) != QCDC_RELATION_REACHES || !is_alone)
        return false;
    next += 1 + (scene_is_cue(scene, next + 1, CUE_RATE) || scene_is_cue(scene, next + 1, CUE_HEDGE));
    const Mention *figure = next < sentence->end ? scene_get_figure(scene, next) : NULL;
    if (figure == NULL || !figure->percent || figure->points || !can_be_told(sentence, figure))
        return false;
    if (next + 1 < sentence->end && scene->tokens[next + 1].kind != TOKEN_MARK && !plan_is_word(scene, next + 1))
        return false;
    plan_take_reached(sentence, next, plan);
    return true;
}

/* "(kế hoạch 1.200 học viên)", "(KH là 1.200, đạt 100,7%)" behind what was reached. */
static bool read_plan_in_bracket(const Sentence *sentence, size_t at, Plan *plan)
{
    const Scene *scene = sentence->scene;
    if (at == sentence->start || !scene_is_mark(scene, at - 1, '('))
        return false;
    size_t close = scene->tokens[at - 1].index;
    plan_read_value(sentence, at + 1, plan);
    if (plan->plan == NULL || plan->end > close + 1 || close >= sentence->end)
        return false;
    for (size_t next = plan->end; next < close && next < plan->end + 8; next++) {
        const Mention *figure = scene_get_figure(scene, next);
        if (figure != NULL && figure->percent && plan_find_relation(scene, next - 1) == QCDC_RELATION_REACHES)
            plan->percent = figure;
    }
    bool is_target = plan->is_target;
    plan->first = at - 1;
    plan->end = close + 1;
    if (plan->percent == NULL && plan->plan->percent == 0 && QCDC_FAULT("plan-behind", read_percent_behind(sentence, plan), false))
        return true;
    plan->is_target = plan->percent == NULL && plan_read_standing(sentence, plan) && is_target;
    return true;
}

/* "kế hoạch giao 1.200 học viên, thực hiện 1.208 học viên, đạt 100,7%" */
static bool read_row(const Sentence *sentence, size_t at, Plan *plan)
{
    const Scene *scene = sentence->scene;
    plan_read_value(sentence, at + 1, plan);
    if (plan->plan == NULL || plan->plan->percent || plan->end >= sentence->end ||
        !scene_is_mark(scene, plan->end, ','))
        return false;
    size_t most = plan->end + 24 < sentence->end ? plan->end + 24 : sentence->end;
    for (size_t next = plan->end + 1; next < most; next++) {
        const Mention *figure = scene_get_figure(scene, next);
        if (scene_is_mark(scene, next, ';') || scene_is_cue(scene, next, CUE_PLAN))
            return false;
        if (figure == NULL)
            continue;
        if (figure->percent) {
            plan->relation = plan->actual != NULL ? plan_find_relation(scene, next - 1) : QCDC_RELATION_NONE;
            *(plan->relation == QCDC_RELATION_REACHES ? &plan->percent : &plan->excess) = figure;
            plan->end = next + 1;
            plan->is_target = false;
            return plan->relation != QCDC_RELATION_NONE && !plan_is_word(scene, next + 1) &&
                   !scene_is_cue(scene, next - 1, CUE_UP) && !scene_is_cue(scene, next - 1, CUE_DOWN);
        }
        if (plan->actual != NULL || figure->slash != 0 || !mention_shares_noun(figure, plan->plan))
            return false;
        plan->actual = figure;
    }
    return false;
}

/* What was reached, before the line or the "trên" that stands before the plan's word. */
static const Mention *find_upper(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, at, 10);
    at -= at > least && scene_is_cue(scene, at - 1, CUE_TOTAL);
    bool is_over = at > least && (scene_is_mark(scene, at - 1, '/') || scene_is_word(scene, at - 1, "trên"));
    for (at -= is_over; is_over && at-- > least;) {
        const Mention *figure = scene_get_figure(scene, at);
        if (figure != NULL)
            return can_be_told(sentence, figure) && !figure->percent && figure->slash == 0 ? figure : NULL;
        if (scene->tokens[at].kind != TOKEN_WORD)
            return NULL;
    }
    return NULL;
}

/* ", đạt 109,8% KH", "(đạt 76%)" behind a plan whose value was told. */
static bool read_reached(const Sentence *sentence, Plan *plan)
{
    const Scene *scene = sentence->scene;
    size_t next = plan->end;
    next += next < sentence->end && (scene_is_mark(scene, next, ',') || scene_is_mark(scene, next, '('));
    if (next + 1 >= sentence->end || plan_find_relation(scene, next) != QCDC_RELATION_REACHES)
        return false;
    next += 1 + (scene_is_cue(scene, next + 1, CUE_RATE) || scene_is_cue(scene, next + 1, CUE_HEDGE));
    const Mention *percent = scene_get_figure(scene, next);
    if (percent == NULL || !percent->percent || !can_be_told(sentence, percent))
        return false;
    plan->first = plan->actual->token;
    plan_take_reached(sentence, next, plan);
    return true;
}

/* "8.236 ha rừng/kế hoạch 7.500 ha, đạt 109,8% KH", "3.420 tỷ đồng trên tổng kế hoạch vốn 4.500 tỷ đồng, đạt 76%" */
static bool read_over(const Sentence *sentence, size_t at, Plan *plan)
{
    plan->actual = find_upper(sentence, at);
    if (plan->actual == NULL)
        return false;
    plan_read_value(sentence, at + 1, plan);
    if (plan->plan == NULL || plan->plan->percent || !mention_shares_noun(plan->actual, plan->plan))
        return false;
    return read_reached(sentence, plan);
}

/* "870 ha/KH 900 ha, đạt 96,6%", "870 ha/900 ha kế hoạch, đạt 96,6%": the line names its plan. */
static bool read_line(const Sentence *sentence, size_t at, Plan *plan)
{
    const Scene *scene = sentence->scene;
    const Mention *lower = scene_find_previous_figure(scene, at, sentence->start);
    if (lower != NULL && lower->slash == 1)
        lower++;
    bool is_line = lower != NULL && lower->slash == 2 && lower > scene->mentions && lower[-1].slash == 1 && lower->token < sentence->end;
    if (!is_line || !can_be_told(sentence, lower - 1) || lower->percent || lower->noun_key == 0 || !mention_shares_noun(lower - 1, lower))
        return false;
    bool is_between = at < lower->token && plan_skip_name(sentence, at + 1) == lower->token;
    size_t end = attach_find_noun_end(scene, lower);
    bool can_be_behind = lower->is_measure || lower->scale >= 6; /* "12/15 xã lập kế hoạch" tells of no plan */
    if (!is_between && (at != end || !can_be_behind))
        return false;
    plan->actual = lower - 1;
    plan->plan = lower;
    plan->end = is_between ? end : plan_skip_name(sentence, at + 1);
    if (!read_reached(sentence, plan) || QCDC_FAULT("plan-of-line", false, true))
        return false;
    attach_take(sentence, plan->actual, TAKEN_LINE);
    return true;
}

bool plan_read(const Sentence *sentence, size_t at, Plan *out_plan)
{
    static bool (*const readers[])(const Sentence *, size_t, Plan *) = {read_over, read_line, plan_read_lead, plan_read_done, read_told_before, plan_read_change,
                                                                        read_verb_before, read_plan_in_bracket, plan_read_stood, read_row};
    Plan fresh = { .first = at, .end = at + 1 };
    *out_plan = fresh;
    if (read_level(sentence, at, out_plan))
        return true;
    *out_plan = fresh;
    if (!plan_is_word(sentence->scene, at))
        return false;
    fresh.is_target = scene_is_cue(sentence->scene, at, CUE_TARGET);
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
        *out_plan = fresh;
        if (readers[i](sentence, at, out_plan))
            return true;
    }
    return false;
}
