/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/attach-private.h"

#include "language/letters-private.h"

/* "nhận 174 đơn; so với cùng kỳ, số đơn tăng 31,8%": a subject that names the unit of a figure told before. */

/* The token behind the last "số" or "tổng số" between the verb and the mark before it; @at if there is none. */
static size_t find_subject(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    size_t least = at > sentence->start + 12 ? at - 12 : sentence->start;
    for (size_t back = at; back-- > least;) {
        if (attach_is_word(scene, back, "số") || scene_is_cue(scene, back, CUE_TOTAL))
            return back + 1;
        const Token *token = &scene->tokens[back];
        if (token->kind == TOKEN_MARK || token->kind == TOKEN_NUMBER)
            break;
    }
    return at;
}

static bool are_same(const Scene *scene, size_t left, size_t right)
{
    const Token *one = &scene->tokens[left], *other = &scene->tokens[right];
    size_t length = one->end - one->start;
    return one->kind == TOKEN_WORD && other->kind == TOKEN_WORD && length == other->end - other->start &&
           qcdc_letters_match(scene->script->bytes + one->start, length, scene->script->bytes + other->start, length) == length;
}

/* How many of the subject's words the figure's noun begins with. */
static size_t count_same(const Scene *scene, size_t subject, size_t end, const Mention *figure)
{
    size_t count = 0, noun = figure->noun_first;
    while (subject + count < end && noun + count < figure->noun_end && are_same(scene, subject + count, noun + count))
        count++;
    return count;
}

void attach_find_named(const Sentence *sentence, size_t at, Levels *levels)
{
    const Scene *scene = sentence->scene;
    size_t subject = find_subject(sentence, at), least = at > sentence->start + ATTACH_LOOK_BACK ? at - ATTACH_LOOK_BACK : sentence->start;
    if (subject >= at)
        return;
    for (size_t back = subject; back-- > least;) {
        const Mention *figure = scene_get_figure(scene, back);
        if (figure == NULL || figure->slash == 1 || figure->sign != 0 || figure->percent ||
            attach_is_taken(sentence, figure, TAKEN_CHANGE | TAKEN_RATE | TAKEN_RANK))
            continue;
        size_t same = count_same(scene, subject, at, figure);
        if (same == 0)
            continue;
        levels->figures[0] = figure->slash == 2 ? figure - 1 : figure;
        levels->count = 1;
        levels->is_weak = subject + same < at;
        return;
    }
}
