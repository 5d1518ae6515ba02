/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/attach-private.h"
#include "reading/operand-private.h"

/* The base that stands with the figure itself, not with the change. */

/* The figure behind a time at @at, with "là", "có" or a colon between. */
static const Mention *find_figure_of_time(const Sentence *sentence, size_t at, size_t end, unsigned words)
{
    static const char *const joins[] = { "là", "có", "đạt", "chỉ", NULL };
    const Scene *scene = sentence->scene;
    while (at < end && attach_is_time(scene, at))
        at++;
    while (at < end && (scene_is_one_of(scene, at, joins) || scene_is_mark(scene, at, ':') ||
                        scene_is_cue(scene, at, CUE_HEDGE) || scene_is_cue(scene, at, CUE_REACH)))
        at++;
    while (at < end && words-- > 0 && scene->tokens[at].kind == TOKEN_WORD)
        at++;
    const Mention *figure = at < end ? scene_get_figure(scene, at) : NULL;
    return figure != NULL && figure->slash == 0 && figure->sign == 0 ? figure : NULL;
}

static bool can_be_base(const Mention *figure, const Mention *level)
{
    return figure != NULL && figure != level && figure->percent == level->percent && mention_shares_noun(figure, level);
}

/* Behind a verb a base is that of another comparison. */
static bool begins_comparison(const Scene *scene, size_t at)
{
    if (scene->tokens[at].kind != TOKEN_CUE)
        return false;
    uint8_t cue = scene->tokens[at].cue;
    return cue == CUE_UP || cue == CUE_DOWN || cue == CUE_HIGHER || cue == CUE_LOWER || cue == CUE_MULTIPLE ||
           cue == CUE_DOUBLE || cue == CUE_TRIPLE || cue == CUE_INDEX || cue == CUE_EXCEED || cue == CUE_COMPARED;
}

static const Mention *find_base_behind(const Sentence *sentence, const Mention *level, size_t at)
{
    const Scene *scene = sentence->scene;
    size_t end = at > level->token + ATTACH_LOOK_AHEAD ? level->token + ATTACH_LOOK_AHEAD : at;
    for (size_t i = level->token + 1; i < end; i++) {
        if (begins_comparison(scene, i))
            return NULL;
        bool opens = scene_is_mark(scene, i - 1, '(');
        bool is_told = scene_is_cue(scene, i, CUE_SAME_PERIOD) || (opens && attach_is_time(scene, i));
        if (!is_told || scene_is_cue(scene, i - 1, CUE_COMPARED))
            continue;
        const Mention *figure = find_figure_of_time(sentence, i, end, 0);
        if (can_be_base(figure, level))
            return figure;
    }
    return NULL;
}

/* "Cùng kỳ năm trước có 128 đơn; kỳ này nhận 96 đơn", "Năm 2021 có 132 đơn, năm 2022 có 174 đơn" */
static void find_base_before(const Sentence *sentence, const Mention *level, BaseFound *found)
{
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, level->token, ATTACH_LOOK_AHEAD);
    bool has_year = false;
    for (size_t i = level->token; i > least;) {
        i = operand_step_back(scene, i);
        if (!attach_is_time(scene, i) ||
            (i > least && (scene_is_cue(scene, i - 1, CUE_COMPARED) || attach_is_time(scene, i - 1))))
            continue;
        const Mention *figure =
            find_figure_of_time(sentence, i, level->token + 1, scene->tokens[i].kind == TOKEN_PERIOD ? 4 : 0);
        if (figure == level || figure == NULL)
            has_year |= scene->tokens[i].kind == TOKEN_PERIOD;
        if (!can_be_base(figure, level) || attach_is_taken(sentence, figure, TAKEN_CHANGE) ||
            (scene->tokens[i].kind == TOKEN_PERIOD && !has_year))
            continue;
        found->base = figure;
        found->is_loose = !scene_is_cue(scene, i, CUE_SAME_PERIOD) && !scene_is_cue(scene, i, CUE_BEFORE);
        return;
    }
}

void attach_find_base_of(const Sentence *sentence, const Mention *level, size_t at, BaseFound *out_found)
{
    *out_found = (BaseFound){ .base = find_base_behind(sentence, level, at) };
    if (out_found->base == NULL && level->slash == 0)
        find_base_before(sentence, level, out_found);
}
