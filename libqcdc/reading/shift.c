/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/shift-private.h"

#include "reading/rate-private.h"

/* "vượt 9,0% so với cùng kỳ": more than before, and of no plan. */
static bool exceeds_before(const Scene *scene, size_t at)
{
    if (!scene_is_cue(scene, at, CUE_EXCEED))
        return false;
    const Mention *figure = scene_get_figure(scene, at + 1);
    size_t next = figure != NULL ? attach_find_noun_end(scene, figure) : 0;
    if (figure == NULL || !scene_is_cue(scene, next, CUE_COMPARED))
        return false;
    bool is_before = scene_is_cue(scene, next + 1, CUE_SAME_PERIOD) || scene_is_cue(scene, next + 1, CUE_BEFORE) || scene_get_period(scene, next + 1).kind != QCDC_PERIOD_NONE;
    return QCDC_FAULT("shift-exceed", is_before, false);
}

uint8_t shift_find_direction(const Scene *scene, size_t at)
{
    static const char *const by[] = { "tăng tới", "tăng đến", NULL };
    if (scene_is_cue(scene, at, CUE_UP) || scene_is_cue(scene, at, CUE_HIGHER) || scene_is_one_of(scene, at, by))
        return QCDC_DIRECTION_INCREASE;
    if (exceeds_before(scene, at))
        return QCDC_DIRECTION_INCREASE;
    if (scene_is_cue(scene, at, CUE_GROWTH) && scene_get_figure(scene, at + 1) != NULL)
        return QCDC_DIRECTION_INCREASE;
    if (scene_is_cue(scene, at, CUE_DOWN) || scene_is_cue(scene, at, CUE_LOWER))
        return QCDC_DIRECTION_DECREASE;
    return QCDC_DIRECTION_UNKNOWN;
}

/* What may stand between the verb and by how much. */
size_t shift_skip_fillers(const Sentence *sentence, size_t at)
{
    static const char *const fillers[] = { "thêm", "tới",  "là",  "được", "khoảng", "thực",
                                           "đi",   "mạnh", "nhẹ", "chỉ",  NULL };
    size_t most = at + 2 < sentence->end ? at + 2 : sentence->end;
    while (at < most && scene_is_one_of(sentence->scene, at, fillers))
        at++;
    if (at < sentence->end && scene_is_cue(sentence->scene, at, CUE_HEDGE))
        at++;
    return at;
}

/* "giảm tỷ lệ hộ nghèo 4,62%": the percent behind the words of the rate; @at if there is none. */
static size_t skip_rate_words(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    size_t next = at + 1;
    if (!scene_is_cue(scene, at, CUE_RATE))
        return at;
    while (next < sentence->end && next < at + 10 && scene->tokens[next].kind == TOKEN_WORD)
        next++;
    const Mention *figure = next < sentence->end ? scene_get_figure(scene, next) : NULL;
    return figure != NULL && (figure->percent || figure->points) ? next : at;
}

bool shift_can_be_delta(const Sentence *sentence, const Mention *figure)
{
    const Scene *scene = sentence->scene;
    /* "làm giảm 33,3% mức giảm chung": what it brought to another change */
    bool is_brought = scene_has_words(scene, figure->token + 1, "mức giảm chung") || scene_has_words(scene, figure->token + 1, "mức tăng chung");
    if (QCDC_FAULT("shift-brought", is_brought, false))
        return false;
    size_t behind = attach_find_noun_end(scene, figure);
    if (figure->slash != 0 || attach_is_taken(sentence, figure, TAKEN_CHANGE | TAKEN_SPAN | TAKEN_RATE | TAKEN_RANK))
        return false;
    if (scene_is_cue(scene, behind - 1, CUE_TIMES) || scene_is_cue(scene, behind - 1, CUE_PLACES))
        return false;
    return !scene_is_cue(scene, figure->token + 1, CUE_PER_YEAR) && !scene_is_cue(scene, behind, CUE_PER_YEAR);
}

void shift_set_delta(Shift *shift, const Mention *figure)
{
    if (figure->percent && !figure->points)
        shift->percent = figure;
    else
        shift->delta = figure;
}

static bool begin(const Sentence *sentence, size_t at, Shift *shift)
{
    const Mention *figure = at < sentence->end ? scene_get_figure(sentence->scene, at) : NULL;
    if (figure == NULL || !shift_can_be_delta(sentence, figure))
        return false;
    /* "lượng khách tăng cao là 151 (bến A - bến B)": a name, where nothing is counted */
    bool is_bare = figure->first_key == 0 && !figure->percent && !figure->points && figure->scale == 0;
    if (is_bare && QCDC_FAULT("shift-called", at > 0 && scene_is_word(sentence->scene, at - 1, "là"), false))
        return false;
    shift_set_delta(shift, figure);
    attach_take(sentence, figure, TAKEN_CHANGE);
    shift->end = attach_find_noun_end(sentence->scene, figure);
    shift->is_score = scene_is_cue(sentence->scene, shift->end - 1, CUE_SCORE);
    return true;
}

/* "cao hơn trung bình nhiều năm 120 mm": what it is higher than; @at if no figure follows it. */
static size_t skip_other(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    size_t next = at, most = at + 8 < sentence->end ? at + 8 : sentence->end;
    while (next < most && (scene->tokens[next].kind == TOKEN_WORD || attach_is_time(scene, next) ||
                           scene_is_cue(scene, next, CUE_AVERAGE) || scene_is_cue(scene, next, CUE_OF)))
        next++;
    return next < most && (scene_get_figure(scene, next) != NULL || scene_is_cue(scene, next, CUE_HEDGE)) ? next : at;
}

/* "tỷ lệ hộ nghèo giảm 2%"; an index of prices that grows is no rate. */
static bool has_rate_subject(const Sentence *sentence, size_t at)
{
    static const char *const rates[] = { "tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "tỷ suất", "tỉ suất", NULL };
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, at, 12);
    while (at-- > least && scene->tokens[at].kind != TOKEN_MARK && scene->tokens[at].kind != TOKEN_NUMBER)
        if (scene_is_one_of(scene, at, rates))
            return true;
    return false;
}

/* "kế hoạch năm tăng 10%": what is aimed at. */
static bool is_planned(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, at, 2);
    while (at-- > least && scene->tokens[at].kind != TOKEN_MARK)
        if (scene_is_cue(scene, at, CUE_PLAN) || scene_is_cue(scene, at, CUE_TARGET))
            return true;
    return false;
}

bool shift_read(const Sentence *sentence, size_t at, Shift *out_shift)
{
    uint8_t direction = shift_find_direction(sentence->scene, at);
    bool is_beside = scene_is_cue(sentence->scene, at, CUE_HIGHER) || scene_is_cue(sentence->scene, at, CUE_LOWER);
    if (direction == QCDC_DIRECTION_UNKNOWN || is_planned(sentence, at) || rate_is_of_line(sentence->scene, at, sentence->start) ||
        (is_beside && at > sentence->start && scene_is_word(sentence->scene, at - 1, "không")))
        return false;
    if (QCDC_FAULT("shift-added", operand_tells_added(sentence->scene, at), false))
        return false;
    *out_shift = (Shift){ .verb = at, .direction = direction, .is_beside = is_beside };
    size_t next = at + 1;
    if (scene_is_cue(sentence->scene, next, CUE_COMPARED) &&
        attach_read_compared(sentence, next, &out_shift->compared)) {
        out_shift->has_compared = true;
        next = out_shift->compared.end;
    }
    if (is_beside) {
        size_t other = skip_other(sentence, next);
        const Mention *figure = other != next ? scene_find_next_figure(sentence->scene, other, sentence->end) : NULL;
        if (figure != NULL && figure->percent)
            return false; /* "thấp hơn quy định 1,23%": by so much, or the rate that is ruled */
        out_shift->is_beside = other == next;
        next = other;
    }
    next = shift_skip_fillers(sentence, next);
    size_t rate = next < sentence->end && !is_beside ? skip_rate_words(sentence, next) : next;
    out_shift->is_rate = rate != next || has_rate_subject(sentence, at);
    if (!begin(sentence, rate, out_shift))
        return false;
    if (out_shift->compared.base != NULL && shift_can_be_base(out_shift, out_shift->compared.base))
        shift_take_base(sentence, out_shift, out_shift->compared.base);
    shift_read_rest(sentence, out_shift);
    return true;
}

bool shift_read_signed(const Sentence *sentence, size_t at, Shift *out_shift)
{
    Shown shown;
    if (!attach_read_shown(sentence, at, &shown) || shown.count == 0 || shown.count > 2 || !shown.is_pure ||
        shown.has_time || shown.figures[0]->sign == 0 || shown.figures[0]->token != at + 1 ||
        shown.direction != QCDC_DIRECTION_UNKNOWN)
        return false;
    *out_shift = (Shift){ .verb = at, .end = shown.end };
    out_shift->direction = shown.figures[0]->sign > 0 ? QCDC_DIRECTION_INCREASE : QCDC_DIRECTION_DECREASE;
    if (!shift_can_be_delta(sentence, shown.figures[0]))
        return false;
    shift_set_delta(out_shift, shown.figures[0]);
    attach_take(sentence, shown.figures[0], TAKEN_CHANGE);
    if (shown.count == 2 && !shift_is_against(out_shift, 0, shown.figures[1]->sign))
        shift_take_beside(sentence, out_shift, shown.figures[1]);
    shift_read_compared(sentence, out_shift);
    return true;
}

/* Whether the list of changes ends or goes on here. */
static bool ends_item(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    return at >= sentence->end || scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, ')') ||
           scene_is_mark(scene, at, '(') || scene_is_mark(scene, at, '.') || scene_is_mark(scene, at, ';') ||
           scene_is_cue(scene, at, CUE_AND) || scene_is_cue(scene, at, CUE_COMPARED);
}

/* "giảm 1.300 vụ (6,7%), 33 người chết (0,4%)": each with its percent in brackets. */
static bool repeats_percent(const Sentence *sentence, const Shift *before, const Mention *figure)
{
    Shown shown;
    if (before->delta == NULL || before->percent == NULL || !attach_read_shown(sentence, figure->noun_end, &shown) ||
        shown.count != 1)
        return false;
    const Mention *percent = shown.figures[0];
    return shown.is_pure && percent->percent && !shift_is_against(before, shown.direction, percent->sign);
}

/* "tăng 12,3% số lượt, 10,5% số người": each with the unit it is of. */
static bool repeats_named(const Sentence *sentence, const Shift *before, const Mention *figure)
{
    return before->delta == NULL && before->percent != NULL && figure->sign == 0 && !figure->points &&
           attach_names_unit(sentence->scene, before->percent) && attach_names_unit(sentence->scene, figure);
}

/* "giảm 146 lượt tiếp, 127 lượt người (cùng kỳ 1.012 lượt/1.091 lượt người)": the bracket behind it shows what came before, in its unit. */
static bool repeats_shown(const Sentence *sentence, const Shift *before, const Mention *figure)
{
    Shown shown;
    if (figure->noun_key == before->delta->noun_key || figure->noun_end < figure->noun_first + 2 || !attach_read_shown(sentence, figure->noun_end, &shown) || !shown.has_time)
        return false;
    for (size_t i = 0; i < shown.count; i++)
        if (shown.figures[i]->noun_key == figure->noun_key)
            return QCDC_FAULT("shift-shown-unit", true, false);
    return false;
}

/* "tăng 6 xã so với năm 2022, 38 xã đạt chuẩn nâng cao (chiếm 33,9%)": how many there are of them, and no change. */
static bool shows_share(const Scene *scene, const Mention *figure)
{
    return scene_is_mark(scene, figure->noun_end, '(') && scene_is_cue(scene, figure->noun_end + 1, CUE_SHARE);
}

static bool read_item(const Sentence *sentence, const Shift *before, size_t at, Shift *out_shift)
{
    *out_shift = (Shift){ .verb = before->verb, .direction = before->direction };
    if (!begin(sentence, at, out_shift))
        return false;
    shift_read_rest(sentence, out_shift);
    return true;
}

bool shift_read_elided(const Sentence *sentence, const Shift *before, Shift *out_shift)
{
    const Scene *scene = sentence->scene;
    size_t at = before->end;
    if (!scene_is_mark(scene, at, ',') && !scene_is_cue(scene, at, CUE_AND))
        return false;
    at += scene_is_mark(scene, at, ',') && scene_is_cue(scene, at + 1, CUE_AND) ? 2 : 1;
    const Mention *figure = at < sentence->end ? scene_get_figure(scene, at) : NULL;
    Levels levels;
    if (figure != NULL && QCDC_FAULT("shift-share", shows_share(scene, figure), false))
        return false;
    if (figure != NULL && figure->percent && repeats_named(sentence, before, figure))
        return read_item(sentence, before, at, out_shift);
    if (figure == NULL || figure->first_key == 0 || figure->percent || figure->sign != 0 || before->delta == NULL ||
        !ends_item(sentence, figure->noun_end))
        return false;
    attach_find_levels(sentence, before->verb, figure, LEVEL_COUNT, &levels);
    bool has_level = levels.count > 0 && !levels.is_weak && levels.figures[0]->first_key == figure->first_key;
    if (!has_level && !repeats_percent(sentence, before, figure) && !repeats_shown(sentence, before, figure))
        return false;
    return read_item(sentence, before, at, out_shift);
}
