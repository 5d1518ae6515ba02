/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/shift-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"

static uint8_t find_direction(const Scene *scene, size_t at)
{
    static const char *const by[] = {"tăng tới", "tăng đến", NULL};
    if (scene_is_cue(scene, at, CUE_UP) || scene_is_cue(scene, at, CUE_HIGHER) || attach_is_one_of(scene, at, by))
        return QCDC_DIRECTION_INCREASE;
    if (scene_is_cue(scene, at, CUE_GROWTH) && scene_get_figure(scene, at + 1) != NULL)
        return QCDC_DIRECTION_INCREASE;
    if (scene_is_cue(scene, at, CUE_DOWN) || scene_is_cue(scene, at, CUE_LOWER))
        return QCDC_DIRECTION_DECREASE;
    return QCDC_DIRECTION_UNKNOWN;
}

/* What may stand between the verb and by how much. */
static size_t skip_fillers(const Sentence *sentence, size_t at)
{
    static const char *const fillers[] = {"thêm", "tới", "là", "được", "khoảng", "thực", "đi", "mạnh", "nhẹ", "chỉ", NULL};
    size_t most = at + 2 < sentence->end ? at + 2 : sentence->end;
    while (at < most && attach_is_one_of(sentence->scene, at, fillers))
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

static bool can_be_delta(const Sentence *sentence, const Mention *figure)
{
    const Scene *scene = sentence->scene;
    size_t behind = attach_find_noun_end(scene, figure);
    if (figure->slash != 0 || attach_is_taken(sentence, figure, TAKEN_CHANGE | TAKEN_SPAN | TAKEN_RATE | TAKEN_RANK))
        return false;
    if (scene_is_cue(scene, behind - 1, CUE_TIMES) || scene_is_cue(scene, behind - 1, CUE_PLACES))
        return false;
    return !scene_is_cue(scene, figure->token + 1, CUE_PER_YEAR) && !scene_is_cue(scene, behind, CUE_PER_YEAR);
}

static void set_delta(Shift *shift, const Mention *figure)
{
    if (figure->percent && !figure->points)
        shift->percent = figure;
    else
        shift->delta = figure;
}

static bool is_against(const Shift *shift, uint8_t direction, int8_t sign)
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
static bool take_beside(const Sentence *sentence, Shift *shift, const Mention *figure)
{
    bool is_percent = figure->percent && !figure->points;
    if (figure->slash != 0 || has_both(shift) || (is_percent ? shift->percent : shift->delta) != NULL)
        return false;
    set_delta(shift, figure);
    attach_take(sentence, figure, TAKEN_CHANGE);
    return true;
}

/* "(174/132)" */
static bool take_line(const Sentence *sentence, Shift *shift, const Shown *shown)
{
    if (shown->count != 2 || shown->figures[0]->slash != 1 || shown->figures[1]->slash != 2 || shift->base != NULL ||
        attach_may_be_day(shown->figures[0], shown->figures[1]))
        return false;
    shift->now = shown->figures[0];
    shift->base = shown->figures[1];
    attach_take(sentence, shift->now, TAKEN_LINE);
    attach_take(sentence, shift->base, TAKEN_LINE | TAKEN_CHANGE);
    return true;
}

static void take_base(const Sentence *sentence, Shift *shift, const Mention *figure)
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

/* "(51,8%)" behind points, or behind a percent and what it is compared with; "(cùng kỳ 132 đơn)" behind anything. */
static bool is_base_shown(const Shift *shift, const Shown *shown)
{
    if (shift->base != NULL || shown->count == 0 || shown->direction != QCDC_DIRECTION_UNKNOWN || shown->has_line)
        return false;
    if (shown->has_time)
        return true;
    const Mention *only = shown->figures[0];
    if (shown->count > 1 || !shown->is_pure || only->sign != 0)
        return false;
    if (only->percent && !only->points)
        return is_points(shift->delta) || (shift->has_compared && (shift->delta == NULL || shift->is_score));
    return shift->has_compared && shift->delta != NULL;
}

/* The only figure of a bracket that names a base, or that of the change's own unit. */
static const Mention *find_base_shown(const Shift *shift, const Shown *shown)
{
    const Mention *first = get_first(shift), *only = shown->figures[0];
    bool is_amount = shift->delta != NULL && !shift->delta->points && !shift->delta->percent && !(shift->is_score && only->percent);
    if (is_amount)
        return attach_match_shown(shown, first);
    return shown->count == 1 ? only : NULL;
}

/* An amount behind a percent alone: by how much, or what it is compared with. */
static bool take_either(const Sentence *sentence, Shift *shift, const Mention *figure)
{
    if (shift->percent == NULL || shift->delta != NULL || shift->either != NULL || figure->percent || figure->slash != 0 || figure->sign != 0)
        return false;
    shift->either = figure;
    attach_take(sentence, figure, TAKEN_CHANGE);
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
    bool is_told = false;
    if (shown.has_line) {
        is_told = take_line(sentence, shift, &shown);
    } else if (is_base_shown(shift, &shown)) {
        const Mention *base = find_base_shown(shift, &shown);
        if (base != NULL)
            take_base(sentence, shift, base);
        is_told = base != NULL;
    } else if (shown.count == 1 && shown.is_pure && !is_against(shift, shown.direction, shown.figures[0]->sign)) {
        if (shown.has_mean)
            return false;
        bool is_open = shown.direction == QCDC_DIRECTION_UNKNOWN && take_either(sentence, shift, shown.figures[0]);
        is_told = is_open || take_beside(sentence, shift, shown.figures[0]);
    }
    if (is_told)
        shift->end = shown.end;
    return is_told;
}

/* ", tương ứng với 31,8%", ", tỷ lệ tăng 31,8%", ", tăng 31,8%" */
static bool read_beside(const Sentence *sentence, Shift *shift)
{
    static const char *const joins[] = {"với", "hay", "khoảng", "là", NULL};
    const Scene *scene = sentence->scene;
    size_t at = shift->end;
    bool has_comma = at < sentence->end && scene_is_mark(scene, at, ',');
    at += has_comma;
    if (at >= sentence->end || has_both(shift))
        return false;
    bool is_said = attach_is_alike(scene, at) || attach_is_word(scene, at, "hay");
    at += is_said || scene_is_cue(scene, at, CUE_RATE);
    while (at < sentence->end && (attach_is_one_of(scene, at, joins) || scene_is_cue(scene, at, CUE_HEDGE)))
        at++;
    uint8_t direction = at < sentence->end ? find_direction(scene, at) : QCDC_DIRECTION_UNKNOWN;
    if (direction != QCDC_DIRECTION_UNKNOWN)
        at = skip_fillers(sentence, at + 1);
    if ((!is_said && (direction == QCDC_DIRECTION_UNKNOWN || !has_comma)) || at >= sentence->end)
        return false;
    const Mention *figure = scene_get_figure(scene, at);
    bool is_percent = figure != NULL && figure->percent && !figure->points;
    shift->is_alike = is_said && !is_percent && shift->delta == NULL;
    if (figure == NULL || is_against(shift, direction, figure->sign) || !can_be_delta(sentence, figure) || (!is_said && !is_percent) ||
        !take_beside(sentence, shift, figure))
        return false;
    shift->end = attach_find_noun_end(scene, figure);
    return true;
}

/* "so với tối 28 rạng 29" names no base of tấn. */
static bool can_be_base(const Shift *shift, const Mention *base)
{
    if (shift->delta != NULL && !shift->delta->points)
        return base->percent == shift->delta->percent && mention_shares_noun(base, shift->delta);
    return shift->delta == NULL || base->percent;
}

static bool read_compared(const Sentence *sentence, Shift *shift)
{
    Compared compared;
    if (shift->has_compared || !scene_is_cue(sentence->scene, shift->end, CUE_COMPARED) ||
        !attach_read_compared(sentence, shift->end, &compared) || compared.is_plan)
        return false;
    shift->compared = compared;
    shift->has_compared = true;
    if (compared.base != NULL && shift->base == NULL && can_be_base(shift, compared.base))
        take_base(sentence, shift, compared.base);
    shift->end = compared.end;
    return true;
}

/* "tỷ lệ lấp đầy tăng 5%, đạt 75%", but not "đạt 75% kế hoạch" */
static bool may_be_rate(const Sentence *sentence, const Shift *shift, const Mention *figure)
{
    const Scene *scene = sentence->scene;
    size_t behind = figure->token + 1, least = shift->verb > sentence->start + 12 ? shift->verb - 12 : sentence->start;
    if (scene_is_cue(scene, behind, CUE_PLAN) || scene_is_cue(scene, behind, CUE_TARGET) || scene_is_cue(scene, behind, CUE_COMPARED) ||
        scene_is_cue(scene, behind, CUE_OF) || scene_is_cue(scene, behind, CUE_TOTAL) || (shift->delta != NULL && !shift->delta->points))
        return false;
    for (size_t at = shift->verb; at-- > least && scene->tokens[at].kind != TOKEN_MARK;)
        if (scene_is_cue(scene, at, CUE_RATE))
            return true;
    return false;
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
    if (figure == NULL || figure->slash != 0 || (figure->percent && !may_be_rate(sentence, shift, figure)) ||
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
    static const char *const raising[] = {"nâng", "đưa", NULL};
    if (attach_is_one_of(scene, at, raising))
        for (size_t most = at + 8; at < most && at + 1 < sentence->end && !scene_is_cue(scene, at, CUE_TO_UP) && !scene_is_cue(scene, at, CUE_TO_DOWN);)
            at++;
    bool is_result = scene_is_cue(scene, at, CUE_TO_UP) || scene_is_cue(scene, at, CUE_TO_DOWN) ||
                     (shift->direction == QCDC_DIRECTION_DECREASE && attach_is_word(scene, at, "còn"));
    at += is_result;
    at += is_result && attach_is_word(scene, at, "mức");
    const Mention *figure = is_result && at < sentence->end ? scene_get_figure(scene, at) : NULL;
    if (figure == NULL || figure->slash != 0 || (shift->delta != NULL && !mention_shares_noun(figure, shift->delta)))
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
    if (!scene_is_mark(scene, at, ',') || shift->unit_is_read)
        return false;
    shift->unit_is_read = true;
    for (at++; at < shift->end + 6 && at < sentence->end && scene->tokens[at].kind == TOKEN_WORD; at++)
        continue;
    size_t next = at + scene_is_mark(scene, at, ',');
    bool goes_on = at < sentence->end && (scene_is_mark(scene, at, '(') || scene_is_cue(scene, at, CUE_COMPARED) || attach_is_alike(scene, next));
    if (!goes_on || at == shift->end + 1)
        return false;
    shift->end = at;
    return true;
}

static void read_rest(const Sentence *sentence, Shift *shift)
{
    for (unsigned step = 0; step < 6 && shift->end < sentence->end; step++) {
        shift->end = attach_skip_coverage(sentence, shift->end);
        if (!read_bracket(sentence, shift) && !read_compared(sentence, shift) && !read_beside(sentence, shift) &&
            !read_result(sentence, shift) && !read_after(sentence, shift) && !read_unit(sentence, shift))
            break;
    }
}

static bool begin(const Sentence *sentence, size_t at, Shift *shift)
{
    const Mention *figure = at < sentence->end ? scene_get_figure(sentence->scene, at) : NULL;
    if (figure == NULL || !can_be_delta(sentence, figure))
        return false;
    set_delta(shift, figure);
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
    while (next < most && (scene->tokens[next].kind == TOKEN_WORD || attach_is_time(scene, next) || scene_is_cue(scene, next, CUE_AVERAGE) ||
                           scene_is_cue(scene, next, CUE_OF)))
        next++;
    return next < most && (scene_get_figure(scene, next) != NULL || scene_is_cue(scene, next, CUE_HEDGE)) ? next : at;
}

/* "6.887/20.254 ngày, tỷ lệ cắt giảm 34%": the rate of what stands above and below the line. */
static bool is_rate_of_line(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    const Token *token = &scene->tokens[at];
    static const char *const words[] = {"tỷ lệ", "tỉ lệ"};
    size_t length = token->end - token->start, least = at > sentence->start + 10 ? at - 10 : sentence->start;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (qcdc_letters_match(scene->script->bytes + token->start, length, words[i], strlen(words[i])) == 0)
            continue;
        const Mention *before = scene_find_previous_figure(scene, at, least);
        return before != NULL && before->slash == 2 && attach_find_noun_end(scene, before) + 1 >= at;
    }
    return false;
}

/* "tỷ lệ hộ nghèo giảm 2%"; an index of prices that grows is no rate. */
static bool has_rate_subject(const Sentence *sentence, size_t at)
{
    static const char *const rates[] = {"tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "tỷ suất", "tỉ suất", NULL};
    const Scene *scene = sentence->scene;
    size_t least = at > sentence->start + 12 ? at - 12 : sentence->start;
    while (at-- > least && scene->tokens[at].kind != TOKEN_MARK && scene->tokens[at].kind != TOKEN_NUMBER)
        if (attach_is_one_of(scene, at, rates))
            return true;
    return false;
}

bool shift_read(const Sentence *sentence, size_t at, Shift *out_shift)
{
    uint8_t direction = find_direction(sentence->scene, at);
    bool is_beside = scene_is_cue(sentence->scene, at, CUE_HIGHER) || scene_is_cue(sentence->scene, at, CUE_LOWER);
    if (direction == QCDC_DIRECTION_UNKNOWN || is_rate_of_line(sentence, at) ||
        (is_beside && at > sentence->start && attach_is_word(sentence->scene, at - 1, "không")))
        return false;
    *out_shift = (Shift){.verb = at, .direction = direction, .is_beside = is_beside};
    size_t next = at + 1;
    if (scene_is_cue(sentence->scene, next, CUE_COMPARED) && attach_read_compared(sentence, next, &out_shift->compared)) {
        out_shift->has_compared = true;
        next = out_shift->compared.end;
    }
    if (is_beside) {
        size_t other = skip_other(sentence, next);
        out_shift->is_beside = other == next;
        next = other;
    }
    next = skip_fillers(sentence, next);
    size_t rate = next < sentence->end && !is_beside ? skip_rate_words(sentence, next) : next;
    out_shift->is_rate = rate != next || has_rate_subject(sentence, at);
    if (!begin(sentence, rate, out_shift))
        return false;
    if (out_shift->compared.base != NULL && can_be_base(out_shift, out_shift->compared.base))
        take_base(sentence, out_shift, out_shift->compared.base);
    read_rest(sentence, out_shift);
    return true;
}

bool shift_read_signed(const Sentence *sentence, size_t at, Shift *out_shift)
{
    Shown shown;
    if (!attach_read_shown(sentence, at, &shown) || shown.count == 0 || shown.count > 2 || !shown.is_pure || shown.has_time ||
        shown.figures[0]->sign == 0 || shown.figures[0]->token != at + 1 || shown.direction != QCDC_DIRECTION_UNKNOWN)
        return false;
    *out_shift = (Shift){.verb = at, .end = shown.end};
    out_shift->direction = shown.figures[0]->sign > 0 ? QCDC_DIRECTION_INCREASE : QCDC_DIRECTION_DECREASE;
    if (!can_be_delta(sentence, shown.figures[0]))
        return false;
    set_delta(out_shift, shown.figures[0]);
    attach_take(sentence, shown.figures[0], TAKEN_CHANGE);
    if (shown.count == 2 && !is_against(out_shift, 0, shown.figures[1]->sign))
        take_beside(sentence, out_shift, shown.figures[1]);
    read_compared(sentence, out_shift);
    return true;
}

/* Whether the list of changes ends or goes on here. */
static bool ends_item(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    return at >= sentence->end || scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, ')') || scene_is_mark(scene, at, '(') ||
           scene_is_mark(scene, at, '.') || scene_is_mark(scene, at, ';') || scene_is_cue(scene, at, CUE_AND) ||
           scene_is_cue(scene, at, CUE_COMPARED);
}

/* "giảm 1.300 vụ (6,7%), 33 người chết (0,4%)": each with its percent in brackets. */
static bool repeats_percent(const Sentence *sentence, const Shift *before, const Mention *figure)
{
    Shown shown;
    if (before->delta == NULL || before->percent == NULL || !attach_read_shown(sentence, figure->noun_end, &shown) || shown.count != 1)
        return false;
    const Mention *percent = shown.figures[0];
    return shown.is_pure && percent->percent && !is_against(before, shown.direction, percent->sign);
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
    if (figure == NULL || figure->first_key == 0 || figure->percent || figure->sign != 0 || before->delta == NULL ||
        !ends_item(sentence, figure->noun_end))
        return false;
    attach_find_levels(sentence, before->verb, figure, LEVEL_COUNT, &levels);
    bool has_level = levels.count > 0 && !levels.is_weak && levels.figures[0]->first_key == figure->first_key;
    if (!has_level && !repeats_percent(sentence, before, figure))
        return false;
    *out_shift = (Shift){.verb = before->verb, .direction = before->direction};
    if (!begin(sentence, at, out_shift))
        return false;
    read_rest(sentence, out_shift);
    return true;
}
