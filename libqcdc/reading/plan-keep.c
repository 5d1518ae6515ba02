/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"
#include "reading/plan-private.h"

enum {
    OTHERS = 8 /* figures before the nearest that are tried */
};

/* A rate is held to a target: "91,5%, cao hơn 1,5 điểm phần trăm so với kế hoạch (90%)"; of how much it attained is told by a percent more. */
static bool is_target(const Plan *plan, const Mention *actual)
{
    bool are_rates = actual != NULL && actual->percent && plan->plan != NULL && plan->plan->percent && plan->percent == NULL;
    return plan->is_target || QCDC_FAULT("plans-target", are_rates, false);
}

static void fill(Draft *draft, const Sentence *sentence, const Plan *plan, const Mention *actual)
{
    bool aims = is_target(plan, actual);
    QcdcOperand planned = aims ? QCDC_OPERAND_TARGET : QCDC_OPERAND_PLAN;
    draft_begin(draft, aims ? QCDC_CLAIM_TARGET : QCDC_CLAIM_PLAN_ATTAINMENT);
    draft->relation = plan->relation;
    draft->period = sentence->period;
    if (actual != NULL)
        draft->hedge = actual->hedge;
    attach_add(draft, QCDC_OPERAND_ACTUAL, actual);
    if (plan->plan != NULL) {
        Mention aim = *plan->plan;
        if (plan->is_threshold)
            aim.hedge = QCDC_HEDGE_NONE;
        attach_add(draft, planned, &aim);
    }
    draft->is_aimed_change = plan->is_change;
    attach_add(draft, QCDC_OPERAND_PCT, plan->percent);
    attach_add(draft, QCDC_OPERAND_EXCESS, plan->excess);
    attach_cover_tokens(draft, sentence->scene, plan->first, plan->end);
    attach_add_near(draft, sentence, plan->first);
}

static void take(const Sentence *sentence, const Plan *plan)
{
    attach_take(sentence, plan->plan, TAKEN_RATE);
    attach_take(sentence, plan->percent, TAKEN_RATE);
    attach_take(sentence, plan->excess, TAKEN_RATE | TAKEN_CHANGE);
}

/* "giảm 4,62 điểm phần trăm", or right before the plan "mức giảm tỷ lệ hộ nghèo 4,62%". */
static const Mention *choose_change(const Sentence *sentence, const Plan *plan, const Mention *figure)
{
    const Scene *scene = sentence->scene;
    size_t at = figure->token, least = attach_reach_back(sentence, at, 8);
    bool is_near = attach_find_noun_end(scene, figure) >= plan->first;
    while (at-- > least) {
        if (scene_is_cue(scene, at, CUE_DOWN))
            return figure->points || is_near ? figure : NULL;
        if (scene->tokens[at].kind != TOKEN_WORD && !scene_is_cue(scene, at, CUE_RATE) &&
            !scene_is_cue(scene, at, CUE_HEDGE))
            return NULL;
    }
    return NULL;
}

/* "4,62% đạt 102,7% kế hoạch": what was to be reached is itself a change. */
static const Mention *find_change(const Sentence *sentence, const Plan *plan)
{
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, plan->first, 12);
    for (size_t at = plan->first; at-- > least;) {
        const Mention *figure = scene_get_figure(scene, at);
        if (figure != NULL)
            return figure->percent || figure->points ? choose_change(sentence, plan, figure) : NULL;
    }
    return NULL;
}

/* "thu hồi nợ đạt 80%, nợ đọng 240 tỷ đồng, bằng 2,4% dự toán thu (chỉ tiêu dưới 3%)": the percent is of what stands right before it, which is no rate. */
static bool follows_count(const Sentence *sentence, const Plan *plan)
{
    size_t least = attach_reach_back(sentence, plan->first, 12);
    for (size_t at = plan->first; at > least;) {
        at = operand_step_back(sentence->scene, at);
        const Mention *figure = scene_get_figure(sentence->scene, at);
        if (figure != NULL)
            return QCDC_FAULT("plan-count", operand_is_count(figure), false);
    }
    return false;
}

static void find_actuals(const Sentence *sentence, const Plan *plan, Levels *levels)
{
    const Mention *printed = plan->plan != NULL ? plan->plan : plan->excess;
    const Mention *change = plan->percent != NULL && plan->plan == NULL ? find_change(sentence, plan) : NULL;
    *levels = (Levels){ .count = 0 };
    if (plan->actual != NULL || change != NULL) {
        levels->figures[levels->count++] = plan->actual != NULL ? plan->actual : change;
        return;
    }
    bool has_unit = printed != NULL && !printed->percent;
    LevelKind kind = LEVEL_ANY;
    if (has_unit)
        kind = LEVEL_COUNT;
    else if (plan->is_target && plan->plan != NULL)
        kind = LEVEL_SHARE;
    else if (plan->plan != NULL || (printed != NULL && printed->points))
        kind = LEVEL_RATE;
    attach_find_levels(sentence, plan->first, has_unit ? printed : plan->percent, kind, levels);
    levels->is_weak = levels->is_weak || (kind == LEVEL_RATE && plan->percent != NULL && follows_count(sentence, plan));
    if (levels->count == 0 && levels->has_subject && kind != LEVEL_RATE && kind != LEVEL_SHARE)
        attach_find_named(sentence, plan->first, NULL, levels);
}

/* "thực hiện 1.208/1.200 học viên, đạt 100,7% kế hoạch": the plan is below the line. */
static const Mention *find_line_plan(const Plan *plan, const Mention *actual)
{
    return plan->plan == NULL && actual->slash == 1 ? actual + 1 : plan->plan;
}

/* "486 tỷ đồng/dự toán 540 tỷ đồng": the line itself says that it is of the plan. */
static bool names_line(const Scene *scene, const Mention *actual)
{
    for (size_t at = actual->token + 1; actual->slash == 1 && at < (actual + 1)->token; at++)
        if (plan_is_word(scene, at))
            return true;
    return false;
}

/* "1.250 tỷ/dự toán trung ương giao 1.100 tỷ, dự toán tỉnh giao 1.200 tỷ, đạt 104,2%": a plan of its own behind the line, of which the percent may be. */
static bool has_other_plan(const Sentence *sentence, const Plan *plan, const Mention *actual)
{
    size_t at = (actual + 1)->token + 1, end = plan->first;
    for (; actual->slash == 1 && at < end; at++) {
        Plan other = { .first = at, .end = at + 1 };
        if (!plan_is_word(sentence->scene, at))
            continue;
        plan_read_value(sentence, at + 1, &other);
        if (other.plan != NULL && !other.plan->percent && other.plan->token < end)
            return QCDC_FAULT("plan-other", true, false);
    }
    return false;
}

/* More above the line than below it, of one noun: "165/150 đảng viên" can only be of its plan. */
static bool exceeds_line(const Mention *actual)
{
    return actual->slash == 1 && actual->noun_end == (actual + 1)->noun_end && qcdc_decimal_compare(actual->value, (actual + 1)->value) > 0;
}

/* "3,6 triệu lượt, quý I: 1,0 triệu; quý II: 1,4 triệu; quý III: 1,2 triệu, đạt 90% kế hoạch (4 triệu lượt)": where the nearest misses the plan, the one
 * before it that fits is meant. */
static bool choose_fitting(const Sentence *sentence, const Plan *plan, const Mention *nearest)
{
    Draft *other = &sentence->reader->other;
    const Scene *scene = sentence->scene;
    while (nearest < scene->mentions + scene->mention_count && nearest->token < plan->first)
        nearest++;
    for (const Mention *actual = nearest; actual > sentence->scene->mentions && nearest - actual < OTHERS;) {
        actual--;
        bool may_be = actual->token >= sentence->start && actual->slash != 2 && actual->percent == plan->plan->percent &&
                      (mention_shares_noun(actual, plan->plan) || (operand_counts_people(scene, actual) && operand_counts_people(scene, plan->plan))) &&
                      attach_can_be_level(sentence, actual, actual->percent ? LEVEL_RATE : LEVEL_ANY);
        if (!may_be)
            continue;
        fill(other, sentence, plan, actual);
        draft_judge_verdict(other);
        if (QCDC_FAULT("plan-fitting", other->verdict == QCDC_VERDICT_CONSISTENT, false)) {
            sentence->reader->draft = *other;
            return true;
        }
    }
    return false;
}

static void choose(const Sentence *sentence, const Plan *plan, Choice *best)
{
    Reader *reader = sentence->reader;
    Levels levels;
    find_actuals(sentence, plan, &levels);
    for (size_t i = 0; i < levels.count; i++) {
        Plan whole = *plan;
        whole.plan = find_line_plan(plan, levels.figures[i]);
        if (whole.plan == NULL && plan->told != NULL && mention_shares_noun(plan->told, levels.figures[i]))
            whole.plan = plan->told;
        fill(&reader->other, sentence, &whole, levels.figures[i]);
        attach_choose(reader, &reader->other, best);
        const Mention *actual = levels.figures[i];
        bool is_of_line = exceeds_line(actual) || QCDC_FAULT("plan-line", names_line(sentence->scene, actual), false);
        bool is_sure = (is_of_line && !has_other_plan(sentence, plan, actual)) ||
                       (whole.plan == plan->told && QCDC_FAULT("plan-tied", plan_is_tied(sentence, plan, actual), false));
        if (whole.plan == plan->plan || best->verdict == QCDC_VERDICT_CONSISTENT || is_sure)
            continue;
        fill(&reader->other, sentence, plan, levels.figures[i]);
        attach_choose(reader, &reader->other, best);
    }
    if (best->has_one && best->verdict == QCDC_VERDICT_INCONSISTENT && plan->plan != NULL && (plan->percent != NULL || QCDC_FAULT("plan-fitting-excess", plan->excess != NULL, false)) && choose_fitting(sentence, plan, levels.figures[0])) {
        best->verdict = QCDC_VERDICT_CONSISTENT;
        return;
    }
    bool is_loose = levels.is_weak && best->verdict == QCDC_VERDICT_INCONSISTENT;
    if (best->has_one && !is_loose)
        return;
    *best = (Choice){ 0 };
    fill(&reader->other, sentence, plan, NULL);
    attach_choose(reader, &reader->other, best);
}

/* The last percent of the sentence before: "tỷ lệ cắt giảm 34%. Vượt chỉ tiêu (30%)" (R2). */
static const Mention *find_far_actual(const Sentence *sentence, const Mention *plan)
{
    const Scene *scene = sentence->scene;
    size_t least = sentence->start > ATTACH_LOOK_AHEAD ? sentence->start - ATTACH_LOOK_AHEAD : 0;
    for (size_t at = sentence->start; at-- > least;) {
        const Mention *figure = scene_get_figure(scene, at);
        if (figure != NULL && figure->percent == plan->percent && figure->slash == 0 &&
            mention_shares_noun(figure, plan))
            return figure;
    }
    return NULL;
}

/* Its span is the words alone, for the figures stand elsewhere. */
static QcdcStatus keep_far(const Sentence *sentence, const Plan *plan, QcdcError *error)
{
    Draft *draft = &sentence->reader->draft;
    const Mention *actual = find_far_actual(sentence, plan->plan);
    if (actual == NULL)
        return QCDC_OK;
    draft_begin(draft, QCDC_CLAIM_TARGET);
    draft->relation = plan->relation;
    draft->period = sentence->period;
    draft->is_far = 1;
    draft_add(draft, QCDC_OPERAND_ACTUAL, actual, false);
    draft_add(draft, QCDC_OPERAND_TARGET, plan->plan, false);
    attach_cover_tokens(draft, sentence->scene, plan->first, plan->end);
    return reader_keep(sentence->reader, draft, NULL, error);
}

static QcdcStatus keep_target(const Sentence *sentence, const Plan *plan, QcdcError *error)
{
    Reader *reader = sentence->reader;
    Choice best = { 0 };
    choose(sentence, plan, &best);
    if (draft_find(&reader->draft, QCDC_OPERAND_ACTUAL) == NULL && plan->plan != NULL) {
        const Mention *far = find_far_actual(sentence, plan->plan);
        if (far == NULL)
            return QCDC_OK;
        fill(&reader->draft, sentence, plan, far);
        reader->draft.is_far = 1;
    }
    if (QCDC_FAULT("plan-doubtful", plan->is_doubtful, false))
        reader->draft.is_far = 1;
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* By so much, or a plan of so much: the arithmetic cannot tell (phrases.md 11.9). */
static QcdcStatus keep_both(const Sentence *sentence, const Plan *plan, QcdcError *error)
{
    Choice best = { 0 };
    Plan other = *plan;
    QcdcStatus status;
    choose(sentence, plan, &best);
    bool fits = best.verdict == QCDC_VERDICT_CONSISTENT;
    status = fits ? reader_keep(sentence->reader, &sentence->reader->draft, NULL, error) : QCDC_OK;
    if (status != QCDC_OK)
        return status;
    other.excess = plan->plan;
    other.plan = NULL;
    best = (Choice){ 0 };
    choose(sentence, &other, &best);
    sentence->reader->draft.is_alternative = QCDC_FAULT("plan-alternative", fits, false);
    return reader_keep(sentence->reader, &sentence->reader->draft, NULL, error);
}

/* Takes @actual of another place for what was reached, if it fits as printed. */
static bool take_far_actual(const Sentence *sentence, const Plan *plan, const Mention *actual)
{
    Draft *draft = &sentence->reader->draft, *other = &sentence->reader->other;
    fill(other, sentence, plan, actual);
    other->start = draft->start;
    other->end = draft->end;
    draft_judge_verdict(other);
    if (other->verdict != QCDC_VERDICT_CONSISTENT)
        return false;
    *draft = *other;
    return true;
}

/* What was reached of a plan whose sentence does not tell it: the figure before that fits, of its passage or those before; never of a round percent. */
static void add_far_actual(const Sentence *sentence, const Plan *plan)
{
    Reader *reader = sentence->reader;
    const Scene *scene = sentence->scene;
    bool is_open = plan->plan != NULL && plan->percent != NULL && plan->percent->last_power < 0 && !plan->plan->percent && draft_find(&reader->draft, QCDC_OPERAND_ACTUAL) == NULL;
    size_t least = sentence->start > ATTACH_LOOK_AHEAD ? sentence->start - ATTACH_LOOK_AHEAD : 0;
    for (size_t at = sentence->start; is_open && at-- > least;) {
        const Mention *figure = scene_get_figure(scene, at);
        if (figure != NULL && figure->slash == 0 && figure->first_key != 0 && mention_shares_noun(figure, plan->plan) && take_far_actual(sentence, plan, figure))
            return;
    }
    is_open = is_open && QCDC_FAULT("plan-passage", plan->percent->value.coefficient >= 100 && plan->plan->first_key != 0, false);
    for (size_t i = reader->sighting_count, first = reader_find_reach(reader); is_open && i > first; i--) {
        const Sighting *sighting = &reader->sightings[i - 1];
        Mention far = reader_recall(sighting);
        if (!sighting->percent && sighting->is_level && sighting->is_above == 0 && sighting->first_key == plan->plan->first_key && sighting->hedge == QCDC_HEDGE_NONE &&
            take_far_actual(sentence, plan, &far))
            return;
    }
}

QcdcStatus plan_keep(const Sentence *sentence, const Plan *plan, QcdcError *error)
{
    Choice best = { 0 };
    take(sentence, plan);
    if (plan->is_far)
        return keep_far(sentence, plan, error);
    if (plan->is_open)
        return keep_both(sentence, plan, error);
    if (plan->is_target)
        return keep_target(sentence, plan, error);
    choose(sentence, plan, &best);
    if (best.verdict == QCDC_VERDICT_INCONSISTENT && QCDC_FAULT("plan-elsewhere", plan->is_doubtful, false))
        fill(&sentence->reader->draft, sentence, plan, NULL); /* what was reached of it stands elsewhere */
    add_far_actual(sentence, plan);
    return reader_keep(sentence->reader, &sentence->reader->draft, NULL, error);
}
