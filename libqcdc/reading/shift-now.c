/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"
#include "reading/share-private.h"
#include "reading/shift-private.h"

enum {
    ROW_MOST = 8 /* figures between a level and its change that are looked at */
};

/* The figures that may have changed: of the change's own sentence, by its words, its base or its unit, else of those before it. */

static LevelKind choose_level_kind(const Shift *shift)
{
    if (shift->delta != NULL && shift->delta->points)
        return LEVEL_RATE;
    /* "171 trẻ, chiếm 12,0%, giảm 0,9% so với năm trước (12,9%)": what came of a rate is a rate */
    if (shift->delta == NULL && shift->base != NULL && QCDC_FAULT("shift-now-rate", shift->base->percent != 0, false))
        return LEVEL_SHARE;
    if (shift->is_score || shift->delta == NULL)
        return LEVEL_ANY;
    return LEVEL_COUNT;
}

/* A figure of the base's own unit, of the clauses before: "186 trường hợp, …; so với năm trước (240 trường hợp), số vi phạm giảm 22,5%". */
static void find_like_base(const Sentence *sentence, const Shift *shift, Levels *levels)
{
    const Mention *base = shift->base;
    size_t least = attach_reach_back(sentence, shift->verb, ATTACH_LOOK_AHEAD);
    for (size_t at = shift->verb; at > least;) {
        at = operand_step_back(sentence->scene, at);
        const Mention *figure = scene_get_figure(sentence->scene, at);
        if (figure == NULL || figure == base || figure->slash != 0 || figure->sign != 0 ||
            figure->percent != base->percent || figure->first_key != base->first_key ||
            attach_is_taken(sentence, figure, TAKEN_CHANGE | TAKEN_RATE))
            continue;
        *levels = (Levels){ .figures = { figure }, .count = 1, .is_weak = true };
        return;
    }
}

/* Of nothing where there is none, or where it is too long to look through. */
static Sentence find_sentence_before(const Sentence *sentence)
{
    Sentence before = *sentence;
    before.end = sentence->start;
    before.start = sentence->start > 0 ? scene_find_sentence_start(sentence->scene, sentence->start - 1) : sentence->start;
    if (before.end - before.start > ATTACH_LOOK_BACK)
        before.start = before.end;
    return before;
}

/* "Xảy ra 87 vụ, làm chết 45 người. So với cùng kỳ, giảm 12 vụ, …": of the sentence before, where this one has no subject of its own. */
static void find_before(const Sentence *sentence, const Shift *shift, Levels *levels)
{
    Sentence before = find_sentence_before(sentence);
    if (shift->delta == NULL || shift->delta->first_key == 0 || levels->has_subject || before.end == before.start)
        return;
    attach_find_levels(&before, before.end - 1, shift->delta, LEVEL_COUNT, levels);
    if (levels->is_weak)
        levels->count = 0;
    levels->is_weak = true;
}

/* Whether difference and percent may be of @now: what is not need not be judged. */
static bool is_likely_now(const Shift *shift, const Mention *now)
{
    QcdcDecimal base;
    QcdcStatus status = shift->direction == QCDC_DIRECTION_INCREASE ? qcdc_decimal_subtract(now->value, shift->delta->value, &base, NULL)
                                                                    : qcdc_decimal_add(now->value, shift->delta->value, &base, NULL);
    QcdcDecimal percent = shift->percent->value; /* "(-5,1%)" */
    percent.coefficient = percent.coefficient < 0 ? -percent.coefficient : percent.coefficient;
    return status == QCDC_OK && base.coefficient > 0 && share_is_likely(shift->delta->value, base, percent);
}

/* Others of its unit in the two sentences before, below a line too: of a difference and its percent only what fits is taken. */
static void add_before(const Sentence *sentence, const Shift *shift, Levels *levels)
{
    const Scene *scene = sentence->scene;
    Sentence before = find_sentence_before(sentence);
    bool is_open = shift->delta != NULL && shift->percent != NULL && shift->delta->first_key != 0 && (levels->count == 0 || levels->is_weak);
    if (!is_open || before.end == before.start)
        return;
    size_t start = before.start > 0 ? scene_find_sentence_start(scene, before.start - 1) : before.start;
    size_t least = before.end > start + ATTACH_LOOK_BACK ? before.end - ATTACH_LOOK_BACK : start;
    for (size_t at = before.end; at-- > least && levels->count < ATTACH_MAX_LEVELS;) {
        const Mention *figure = scene_get_figure(scene, at);
        if (figure == NULL || figure->slash == 1 || figure->sign != 0 || figure->percent || figure->first_key != shift->delta->first_key ||
            attach_is_taken(sentence, figure, TAKEN_CHANGE | TAKEN_RANK) || !is_likely_now(shift, figure))
            continue;
        levels->figures[levels->count++] = figure;
        levels->is_weak = true;
    }
}

/* "xảy ra 29 vụ cháy … So với cùng kỳ, số vụ cháy tăng 11,1%": the unit named by the subject, in the sentence before. */
static void find_named_before(const Sentence *sentence, const Shift *shift, Levels *levels)
{
    Sentence wide = find_sentence_before(sentence);
    if (shift->delta != NULL || wide.end == wide.start)
        return;
    wide.end = sentence->end;
    attach_find_named(&wide, shift->verb, NULL, levels);
    levels->is_weak = true;
}

/* "chết 118 người, bị thương 176 người …, số người chết giảm 7 người": of figures of one unit the one that is told in the same words. */
static void prefer_alike(const Sentence *sentence, const Shift *shift, Levels *levels)
{
    const Mention *found = levels->count > 0 ? levels->figures[0] : NULL;
    const Mention *alike = attach_find_alike(sentence, shift->verb, shift->delta, found);
    Sentence before = find_sentence_before(sentence);
    if (alike == NULL || (alike == found && levels->is_weak))
        alike = before.end > before.start ? attach_find_alike(&before, before.end - 1, shift->delta, alike) : alike;
    /* "di động 1.268 thuê bao; thuê bao Internet 248 thuê bao, tăng 17 thuê bao": the figure right before it, and none behind a ";" */
    bool is_beside = found != NULL && alike != NULL && found->first_key != 0 && scene_is_mark(sentence->scene, mention_get_end(found), ',') && mention_get_end(found) + 1 == shift->verb &&
                     alike->token < found->token && alike->token >= sentence->start && portion_has_break(sentence->scene, alike->token, found->token);
    if (alike != found && !QCDC_FAULT("shift-now-right", is_beside, false))
        *levels = (Levels){ .figures = { alike }, .count = 1, .is_weak = alike->token < sentence->start };
}

/* "…, chết 9 người; 5 tháng: 118 vụ, chết 56, bị thương 94, giảm 4 người chết (6,7%)": a bare number nearer to the change at @at, before which a word of
 * what changed stands; NULL if there is none. */
static const Mention *find_labelled(const Sentence *sentence, size_t at, const Mention *mention, const Mention *level)
{
    const Scene *scene = sentence->scene;
    const Mention *bare = scene_find_previous_figure(scene, at, level->token + 1);
    for (int steps = 0; bare != NULL && bare->token > level->token && steps < ROW_MOST; steps++, bare--) {
        bool is_bare = operand_is_count(bare) && bare->first_key == 0 && bare->scale == 0 && bare->slash == 0 && bare->token > 0;
        for (size_t word = mention->noun_first + (size_t)1; is_bare && word < mention->noun_end; word++)
            if (scene_hash_token(scene, &scene->tokens[word]) == scene_hash_token(scene, &scene->tokens[bare->token - 1]))
                return QCDC_FAULT("shift-now-labelled", bare, NULL);
    }
    return NULL;
}

/* It is what changed, where that fits. */
static void prefer_labelled(const Sentence *sentence, const Shift *shift, Levels *levels)
{
    const Mention *found = levels->count > 0 ? levels->figures[0] : NULL;
    const Mention *labelled = found != NULL && found->token >= sentence->start ? find_labelled(sentence, shift->verb, shift->delta, found) : NULL;
    if (labelled != NULL)
        *levels = (Levels){ .figures = { labelled }, .count = 1, .is_weak = true };
}

/* "đạt 46,4% kế hoạch, thấp hơn 10,4 điểm phần trăm so với cùng kỳ (51,8%)": the rate stands right before its change in points, printed as finely
 * as the base. */
static bool is_rate_beside(const Sentence *sentence, const Shift *shift, const Levels *levels)
{
    const Mention *rate = levels->count == 1 ? levels->figures[0] : NULL;
    bool is_like = rate != NULL && shift->base != NULL && shift->base->percent && rate->last_power == shift->base->last_power && rate->token + 7u > shift->verb;
    for (size_t at = is_like ? rate->token + 1 : shift->verb; at < shift->verb; at++) {
        bool goes_on = sentence->scene->tokens[at].kind == TOKEN_WORD || scene_is_cue(sentence->scene, at, CUE_PLAN);
        if (!goes_on && !(at + 1 == shift->verb && scene_is_mark(sentence->scene, at, ',')))
            return false;
    }
    return is_like;
}

/* The time that opens the clause of the change behind @figure: "…; đến năm 2024 giảm 5 hộ"; its token, that of the verb if there is none. */
static size_t find_later_time(const Sentence *sentence, const Mention *figure, size_t verb)
{
    static const char *const joins[] = { "sang", "đến", "tới", "trong", "và", "nhưng", "riêng", NULL };
    const Scene *scene = sentence->scene;
    size_t at = verb, next;
    while (at > figure->token + 1 && !scene_is_mark(scene, at - 1, ',') && !scene_is_mark(scene, at - 1, ';') && !scene_is_word(scene, at - 1, "thì"))
        at--;
    for (next = at; next < verb && (scene_is_one_of(scene, next, joins) || scene_is_cue(scene, next, CUE_AND)); next++)
        continue;
    return at > figure->token + 1 && next < verb && scene->tokens[next].kind == TOKEN_PERIOD ? next : verb;
}

/* The last time that is told before @figure in the sentence, outside comparisons; SIZE_MAX if there is none. */
static size_t find_time_before(const Sentence *sentence, const Mention *figure)
{
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, figure->token, ATTACH_LOOK_AHEAD);
    for (size_t at = figure->token; at-- > least;)
        if (scene->tokens[at].kind == TOKEN_PERIOD && !(at > least && scene_is_cue(scene, at - 1, CUE_COMPARED)))
            return at;
    return SIZE_MAX;
}

const Mention *shift_find_former(const Sentence *sentence, const Shift *shift, const Levels *levels)
{
    const Scene *scene = sentence->scene;
    const Mention *figure = levels->count == 1 ? levels->figures[0] : NULL;
    if (figure == NULL || figure->token < sentence->start || figure->token >= shift->verb || shift->now != NULL || shift->base != NULL || shift->either != NULL)
        return NULL;
    size_t later = find_later_time(sentence, figure, shift->verb), before = find_time_before(sentence, figure);
    if (later == shift->verb || before == SIZE_MAX)
        return NULL;
    QcdcPeriod former = scene_get_period(scene, before), now = scene_get_period(scene, later);
    bool is_earlier = scene_has_year(now) && scene_has_year(former) && now.start < former.start;
    return qcdc_period_equals(former, now) || is_earlier ? NULL : figure;
}

/* "đơn giản hóa 21 thủ tục, cắt giảm 186 ngày trên tổng số 642 ngày (tỷ lệ cắt giảm 29,0%)": of what was cut, whatever else the sentence counts. */
static bool cuts_alone(const Scene *scene, const Shift *shift)
{
    static const char *const rates[] = {"tỷ lệ cắt giảm", "tỉ lệ cắt giảm", NULL};
    bool is_alone = shift->percent != NULL && shift->delta == NULL && shift->base == NULL && !shift->has_compared;
    return QCDC_FAULT("shift-now-cut", is_alone && scene_has_one_of(scene, shift->verb, rates), false);
}

void shift_find_nows(const Sentence *sentence, const Shift *shift, Levels *levels)
{
    if (shift->now != NULL) {
        *levels = (Levels){ .figures = { shift->now }, .count = 1 };
        return;
    }
    *levels = (Levels){ .count = 0 };
    if (cuts_alone(sentence->scene, shift))
        return;
    const Mention *measure = shift->delta != NULL ? shift->delta : shift->percent;
    if (shift->delta == NULL && attach_names_unit(sentence->scene, measure)) {
        attach_find_named(sentence, shift->verb, measure, levels);
        return;
    }
    LevelKind kind = choose_level_kind(shift);
    attach_find_levels(sentence, shift->verb, measure, kind, levels);
    if (levels->count == 0 && shift->is_rate)
        attach_find_levels(sentence, shift->verb, measure, LEVEL_RATE, levels);
    if (levels->count == 0 && kind == LEVEL_RATE && !levels->has_subject) {
        attach_find_levels(sentence, shift->verb, measure, LEVEL_SHARE, levels);
        levels->is_weak = !QCDC_FAULT("shift-now-beside", is_rate_beside(sentence, shift, levels), false);
    }
    bool has_subject = levels->has_subject;
    if (levels->count == 0 && has_subject && kind != LEVEL_RATE)
        attach_find_named(sentence, shift->verb, NULL, levels);
    if (levels->count == 0 && shift->after != NULL)
        *levels = (Levels){ .figures = { shift->after }, .count = 1, .is_weak = shift->delta == NULL };
    if (levels->count == 0 && shift->base != NULL && shift->base->first_key != 0)
        find_like_base(sentence, shift, levels);
    if (levels->count == 0)
        find_before(sentence, shift, levels);
    if (levels->count == 0 && has_subject && kind != LEVEL_RATE)
        find_named_before(sentence, shift, levels);
    if (shift->delta != NULL && !shift->delta->percent && !shift->delta->points)
        prefer_alike(sentence, shift, levels);
    if (shift->delta != NULL && shift->delta->first_key != 0)
        prefer_labelled(sentence, shift, levels);
    if (QCDC_FAULT("shift-before", true, false))
        add_before(sentence, shift, levels);
}
