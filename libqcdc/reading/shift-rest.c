/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"
#include "reading/shift-private.h"

/* What a change tells behind its first figure: the percent of an amount, what it is compared with, what came of it. */

bool shift_is_against(const Shift *shift, uint8_t direction, int8_t sign)
{
    if (direction != QCDC_DIRECTION_UNKNOWN && direction != shift->direction)
        return true;
    uint8_t told = sign > 0 ? QCDC_DIRECTION_INCREASE : QCDC_DIRECTION_DECREASE;
    return QCDC_FAULT("shift-sign", sign != 0, false) && told != shift->direction;
}

static bool has_both(const Shift *shift)
{
    return shift->delta != NULL && shift->percent != NULL;
}

/* A figure beside the first one: the percent of an amount, or the amount of a percent. */
bool shift_take_beside(const Sentence *sentence, Shift *shift, const Mention *figure)
{
    bool is_percent = figure->percent && !figure->points;
    if (figure->slash != 0 || has_both(shift) || (is_percent ? shift->percent : shift->delta) != NULL)
        return false;
    shift_set_delta(shift, figure);
    attach_take(sentence, figure, TAKEN_CHANGE);
    return true;
}

/* "giảm 2 vụ (7/9)", which might be a day too. */
static bool is_difference_of(const Shift *shift, const Shown *shown)
{
    QcdcDecimal difference;
    if (shift->delta == NULL ||
        qcdc_decimal_subtract(shown->figures[0]->value, shown->figures[1]->value, &difference, NULL) != QCDC_OK)
        return false;
    if (shift->direction == QCDC_DIRECTION_DECREASE)
        difference.coefficient = -difference.coefficient;
    return qcdc_decimal_compare(difference, shift->delta->value) == 0;
}

/* "(174/132)" */
static bool take_line(const Sentence *sentence, Shift *shift, const Shown *shown)
{
    if (!attach_shows_line(shown) || shift->base != NULL ||
        (attach_may_be_day(shown->figures[0], shown->figures[1]) && !is_difference_of(shift, shown)) ||
        (shift->delta != NULL && shift->delta->scale >= 6 && shown->figures[1]->scale == 0)) /* "tăng 104 tỷ đồng (657/689 hộ đã nhận)" */
        return false;
    shift->now = shown->figures[0];
    shift->base = shown->figures[1];
    attach_take(sentence, shift->now, TAKEN_LINE);
    attach_take(sentence, shift->base, TAKEN_LINE | TAKEN_CHANGE);
    return true;
}

void shift_take_base(const Sentence *sentence, Shift *shift, const Mention *figure)
{
    shift->base = figure;
    attach_take(sentence, figure, TAKEN_CHANGE);
}

static const Mention *get_first(const Shift *shift)
{
    return shift->delta != NULL ? shift->delta : shift->percent;
}

static bool is_points(const Mention *figure)
{
    return figure != NULL && figure->points;
}

/* "tăng 8,9% về vốn so với cùng kỳ (1.908 doanh nghiệp, vốn 15.806 tỷ đồng)": of several figures the only one that the percent names. */
static const Mention *names_shown(const Sentence *sentence, const Shift *shift, const Shown *shown)
{
    const Mention *only = NULL;
    if (shift->delta != NULL || shift->percent == NULL || !attach_names_unit(sentence->scene, shift->percent))
        return NULL;
    for (size_t i = 0; i < shown->count; i++) {
        if (attach_count_named(sentence->scene, shift->percent, shown->figures[i]) == 0)
            continue;
        if (only != NULL)
            return NULL;
        only = shown->figures[i];
    }
    return QCDC_FAULT("shift-named", only, NULL);
}

/* "(51,8%)" behind points, or behind a percent and what it is compared with; "(cùng kỳ 132 đơn)" behind anything. */
static bool is_base_shown(const Sentence *sentence, const Shift *shift, const Shown *shown)
{
    if (shift->base != NULL || shown->count == 0 || shown->direction != QCDC_DIRECTION_UNKNOWN || shown->has_line)
        return false;
    if (shown->has_time)
        return true;
    const Mention *only = shown->figures[0];
    if (!shown->is_pure || only->sign != 0)
        return false;
    if (shown->count > 1 && shift->delta == NULL)
        return shift->has_compared && names_shown(sentence, shift, shown) != NULL;
    if (shown->count > 1)
        return shift->has_compared && !shift->delta->percent && !shift->delta->points;
    if (only->percent && !only->points)
        return is_points(shift->delta) || (shift->has_compared && (shift->delta == NULL || shift->is_score));
    return shift->has_compared && shift->delta != NULL;
}

/* The only figure of a bracket that names a base, or that of the change's own unit, or that the percent names. */
static const Mention *find_base_shown(const Sentence *sentence, const Shift *shift, const Shown *shown)
{
    const Mention *first = get_first(shift), *only = shown->figures[0];
    bool is_amount =
        shift->delta != NULL && !shift->delta->points && !shift->delta->percent && !(shift->is_score && only->percent);
    if (is_amount)
        return attach_match_shown(sentence->scene, shown, first);
    return shown->count == 1 ? only : names_shown(sentence, shift, shown);
}

/* An amount behind a percent alone: by how much, or what it is compared with. */
static bool take_either(const Sentence *sentence, Shift *shift, const Mention *figure)
{
    if (shift->percent == NULL || shift->delta != NULL || shift->either != NULL || figure->percent ||
        figure->slash != 0 || figure->sign != 0)
        return false;
    shift->either = figure;
    attach_take(sentence, figure, TAKEN_CHANGE);
    return true;
}

/* An amount of the same unit behind an amount, and no word with it. */
static bool take_bare(Shift *shift, const Shown *shown)
{
    const Mention *only = shown->figures[0];
    if (shift->delta == NULL || shift->base != NULL || shift->has_compared || shown->count != 1 || !shown->is_pure || shown->has_time ||
        shown->direction != QCDC_DIRECTION_UNKNOWN || only->percent || only->sign != 0 || only->slash != 0 || only->first_key == 0 ||
        only->first_key != shift->delta->first_key)
        return false;
    shift->bare = only;
    return true;
}

/* What the bracket at @shift->end tells of the change; false if it belongs to something else. */
static bool read_bracket(const Sentence *sentence, Shift *shift)
{
    Shown shown;
    if (!attach_read_shown(sentence, shift->end, &shown) || shown.has_plan)
        return false;
    if (shown.count == 0 || shown.has_span) {
        shift->end = shown.end;
        return shown.direction == QCDC_DIRECTION_UNKNOWN;
    }
    if (shown.is_reached && shift->has_compared && shift->base == NULL && shown.figures[0]->percent && (shift->delta == NULL || shift->delta->points)) {
        shift->reached = shown.figures[0];
        shift->end = shown.end;
        return true;
    }
    bool is_told = take_bare(shift, &shown);
    if (is_told) {
        shift->end = shown.end;
        return true;
    }
    if (shown.has_line) {
        is_told = take_line(sentence, shift, &shown);
    } else if (is_base_shown(sentence, shift, &shown)) {
        const Mention *base = find_base_shown(sentence, shift, &shown);
        if (base != NULL)
            shift_take_base(sentence, shift, base);
        is_told = base != NULL;
    } else if (shown.count == 1 && shown.is_pure && !shift_is_against(shift, shown.direction, shown.figures[0]->sign)) {
        if (shown.has_mean)
            return false;
        bool is_open = shown.direction == QCDC_DIRECTION_UNKNOWN && take_either(sentence, shift, shown.figures[0]);
        is_told = is_open || shift_take_beside(sentence, shift, shown.figures[0]);
    }
    if (is_told)
        shift->end = shown.end;
    return is_told;
}

/* "tương đương 0,3% GRDP": the percent is of what its words name. */
static bool is_of_other(const Scene *scene, const Mention *percent)
{
    static const char *const small[] = { "về", "so", "và", "trong", "ở", "tại", "do", "nhờ", "số", "năm", "mỗi", "là", "nên", "khi", "giá trị", NULL };
    size_t at = percent->token + 1;
    return at < scene->token_count && scene->tokens[at].kind == TOKEN_WORD && !scene_is_one_of(scene, at, small);
}

/* ", tương ứng với 31,8%", ", tỷ lệ tăng 31,8%", ", tăng 31,8%" */
static bool read_beside(const Sentence *sentence, Shift *shift)
{
    static const char *const joins[] = { "với", "hay", "khoảng", "là", NULL };
    const Scene *scene = sentence->scene;
    size_t at = shift->end;
    bool has_comma = at < sentence->end && scene_is_mark(scene, at, ',');
    at += has_comma;
    if (at >= sentence->end || has_both(shift))
        return false;
    bool is_said = attach_is_alike(scene, at) || scene_is_word(scene, at, "hay") || scene_is_mark(scene, at, '=');
    at += is_said || scene_is_cue(scene, at, CUE_RATE);
    while (at < sentence->end && (scene_is_one_of(scene, at, joins) || scene_is_cue(scene, at, CUE_HEDGE)))
        at++;
    uint8_t direction = at < sentence->end ? shift_find_direction(scene, at) : QCDC_DIRECTION_UNKNOWN;
    if (direction != QCDC_DIRECTION_UNKNOWN)
        at = shift_skip_fillers(sentence, at + 1);
    if ((!is_said && (direction == QCDC_DIRECTION_UNKNOWN || !has_comma)) || at >= sentence->end)
        return false;
    const Mention *figure = scene_get_figure(scene, at);
    bool is_percent = figure != NULL && figure->percent && !figure->points, has_delta = shift->delta != NULL;
    if (figure == NULL || shift_is_against(shift, direction, figure->sign) || !shift_can_be_delta(sentence, figure) ||
        (!is_said && !is_percent) || (is_said && is_percent && is_of_other(scene, figure)))
        return false;
    /* "cao hơn 14 đơn so với bình quân chung, tăng 200% so với năm 2021": a change of its own */
    bool has_other = scene_is_cue(scene, attach_find_noun_end(scene, figure), CUE_COMPARED) || attach_names_unit(scene, figure);
    bool is_own = !is_said && shift->has_compared && has_other;
    if (QCDC_FAULT("shift-own", is_own, false) || !shift_take_beside(sentence, shift, figure))
        return false;
    shift->is_alike = is_said && !is_percent && !has_delta;
    shift->end = attach_find_noun_end(scene, figure);
    return true;
}

/* "so với tối 28 rạng 29" names no base of tấn. */
bool shift_can_be_base(const Shift *shift, const Mention *base)
{
    if (shift->delta != NULL && !shift->delta->points)
        return base->percent == shift->delta->percent && mention_shares_noun(base, shift->delta);
    return shift->delta == NULL || base->percent;
}

bool shift_read_compared(const Sentence *sentence, Shift *shift)
{
    Compared compared;
    if (shift->has_compared || !scene_is_cue(sentence->scene, shift->end, CUE_COMPARED) ||
        !attach_read_compared(sentence, shift->end, &compared) || compared.is_plan)
        return false;
    shift->compared = compared;
    shift->has_compared = true;
    if (compared.base != NULL && shift->base == NULL && shift_can_be_base(shift, compared.base))
        shift_take_base(sentence, shift, compared.base);
    shift->end = compared.end;
    return true;
}

/* "tỷ lệ lấp đầy tăng 5%, đạt 75%", but not "đạt 75% kế hoạch" */
static bool may_be_rate(const Sentence *sentence, const Shift *shift, const Mention *figure)
{
    const Scene *scene = sentence->scene;
    size_t behind = figure->token + 1, least = attach_reach_back(sentence, shift->verb, 12);
    if (scene_is_cue(scene, behind, CUE_PLAN) || scene_is_cue(scene, behind, CUE_TARGET) ||
        scene_is_cue(scene, behind, CUE_COMPARED) || scene_is_cue(scene, behind, CUE_OF) ||
        scene_is_cue(scene, behind, CUE_TOTAL) || (shift->delta != NULL && !shift->delta->points))
        return false;
    for (size_t at = shift->verb; at-- > least && scene->tokens[at].kind != TOKEN_MARK;)
        if (scene_is_cue(scene, at, CUE_RATE))
            return true;
    return false;
}

/* "tăng 120 giường, đạt 23,0 giường/vạn dân" */
static bool is_density(const Scene *scene, const Mention *figure)
{
    uint8_t power;
    return operand_read_of_many(scene, mention_get_end(figure), &power) > 0;
}

/* ", đạt 904 cuộc": the figure itself, told behind. */
static bool read_after(const Sentence *sentence, Shift *shift)
{
    const Scene *scene = sentence->scene;
    size_t at = shift->end + scene_is_mark(scene, shift->end, ',');
    if (at + 1 >= sentence->end || shift->after != NULL || !scene_is_cue(scene, at, CUE_REACH))
        return false;
    at += scene_is_cue(scene, at + 1, CUE_HEDGE) ? 2 : 1;
    const Mention *figure = at < sentence->end ? scene_get_figure(scene, at) : NULL;
    if (figure == NULL || figure->slash != 0 || QCDC_FAULT("shift-density", is_density(scene, figure), false) || (figure->percent && !may_be_rate(sentence, shift, figure)) ||
        (!figure->percent && is_points(shift->delta)) ||
        (!figure->percent && shift->delta != NULL && !mention_shares_noun(figure, shift->delta)))
        return false;
    shift->after = figure;
    shift->end = attach_find_noun_end(scene, figure);
    return true;
}

/* "lên 174 đơn", ", còn 209 đơn" */
static bool read_result(const Sentence *sentence, Shift *shift)
{
    const Scene *scene = sentence->scene;
    size_t at = shift->end;
    bool has_comma = scene_is_mark(scene, at, ',');
    at += has_comma;
    if (at + 1 >= sentence->end || shift->now != NULL)
        return false;
    static const char *const raising[] = { "nâng", "đưa", NULL };
    if (scene_is_one_of(scene, at, raising))
        for (size_t most = at + 8; at < most && at + 1 < sentence->end && !scene_is_cue(scene, at, CUE_TO_UP) &&
                                   !scene_is_cue(scene, at, CUE_TO_DOWN);)
            at++;
    bool is_result = scene_is_cue(scene, at, CUE_TO_UP) || scene_is_cue(scene, at, CUE_TO_DOWN) ||
                     (shift->direction == QCDC_DIRECTION_DECREASE && scene_is_word(scene, at, "còn"));
    at += is_result;
    at += is_result && scene_is_word(scene, at, "mức");
    const Mention *figure = is_result && at < sentence->end ? scene_get_figure(scene, at) : NULL;
    const Mention *base = shift->base != NULL ? shift->base : shift->either;
    bool is_other = figure != NULL && base != NULL && !mention_shares_noun(figure, base);
    if (figure == NULL || figure->slash != 0 || is_other || (shift->delta != NULL && !mention_shares_noun(figure, shift->delta)))
        return false;
    shift->now = figure;
    shift->end = attach_find_noun_end(scene, figure);
    return true;
}

/* "33.193 vụ, việc, tương ứng với 99,5%": the words of a unit that holds a comma. */
static bool read_unit(const Sentence *sentence, Shift *shift)
{
    const Scene *scene = sentence->scene;
    size_t at = shift->end;
    if (!scene_is_mark(scene, at, ',') || shift->unit_is_read || QCDC_FAULT("shift-unit", shift->has_compared, false))
        return false;
    shift->unit_is_read = true;
    for (at++; at < shift->end + 6 && at < sentence->end && scene->tokens[at].kind == TOKEN_WORD; at++)
        continue;
    size_t next = at + scene_is_mark(scene, at, ',');
    bool goes_on = at < sentence->end && (scene_is_mark(scene, at, '(') || scene_is_cue(scene, at, CUE_COMPARED) ||
                                          attach_is_alike(scene, next));
    if (!goes_on || at == shift->end + 1)
        return false;
    shift->end = at;
    return true;
}

/* "giảm 1.140 con, bằng 98,1% so với cùng kỳ (59.460 con)": the base behind a second way of telling the change is that of the first. */
static void read_base_of_index(const Sentence *sentence, Shift *shift)
{
    const Scene *scene = sentence->scene;
    size_t at = shift->end + 1;
    const Mention *figure = at + 1 < sentence->end ? scene_get_figure(scene, at + 1) : NULL;
    bool is_index = scene_is_cue(scene, at, CUE_INDEX) && figure != NULL && figure->percent;
    bool is_multiple = scene_is_cue(scene, at, CUE_MULTIPLE) && figure != NULL && scene_is_cue(scene, at + 2, CUE_TIMES);
    if (shift->delta == NULL || shift->delta->points || shift->base != NULL || shift->has_compared || !scene_is_mark(scene, shift->end, ',') ||
        !(is_index || is_multiple))
        return;
    Compared compared;
    Shown shown;
    if (!attach_read_compared(sentence, at + (is_index ? 2 : 3), &compared) || compared.is_plan || compared.is_total || compared.base != NULL ||
        !attach_read_shown(sentence, compared.end, &shown) || shown.count != 1 || shown.direction != QCDC_DIRECTION_UNKNOWN || shown.has_plan ||
        shown.has_line || shown.has_span || shown.figures[0]->first_key == 0 || !shift_can_be_base(shift, shown.figures[0]))
        return;
    shift->compared = compared;
    shift->has_compared = true;
    shift->base = shown.figures[0];
}

void shift_read_rest(const Sentence *sentence, Shift *shift)
{
    for (unsigned step = 0; step < 6 && shift->end < sentence->end; step++) {
        shift->end = attach_skip_coverage(sentence, shift->end);
        if (!read_bracket(sentence, shift) && !shift_read_compared(sentence, shift) && !read_beside(sentence, shift) &&
            !read_result(sentence, shift) && !read_after(sentence, shift) && !read_unit(sentence, shift))
            break;
    }
    if (QCDC_FAULT("shift-index-base", shift->end < sentence->end, false))
        read_base_of_index(sentence, shift);
}
