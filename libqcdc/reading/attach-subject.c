/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/attach-private.h"
#include "reading/operand-private.h"

#include "language/letters-private.h"

/* "nhận 174 đơn; so với cùng kỳ, số đơn tăng 31,8%": a subject that names the unit of a figure told before. */

/* The token behind the last "số" or "tổng số" between the verb and the mark before it; @at if there is none. */
static size_t find_subject(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, at, 12);
    for (size_t back = at; back-- > least;) {
        if (scene_is_word(scene, back, "số") || scene_is_cue(scene, back, CUE_TOTAL))
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
           qcdc_letters_match(scene->script->bytes + one->start, length, scene->script->bytes + other->start, length) ==
               length;
}

/* How many of the subject's words the figure's noun begins with. */
static size_t count_same(const Scene *scene, size_t subject, size_t end, const Mention *figure)
{
    size_t count = 0, noun = figure->noun_first;
    while (subject + count < end && noun + count < figure->noun_end && are_same(scene, subject + count, noun + count))
        count++;
    return count;
}

/* The words behind a percent: "31,8% số đơn". */
static size_t find_unit(const Scene *scene, const Mention *percent)
{
    size_t first = percent->token + 1;
    if (!attach_names_unit(scene, percent))
        return percent->noun_end;
    first += scene_is_word(scene, first, "về");
    return first + scene_is_word(scene, first, "số");
}

bool attach_names_unit(const Scene *scene, const Mention *percent)
{
    return scene_is_word(scene, percent->token + 1, "số") || scene_is_word(scene, percent->token + 1, "về");
}

/* "tăng 8,9% về vốn" and "vốn 15.806 tỷ đồng": the words right before an amount name it. */
static size_t count_label(const Scene *scene, size_t subject, size_t end, const Mention *figure)
{
    if (subject >= end || figure->scale < 6 || figure->token == 0)
        return 0;
    const char *bytes = scene->script->bytes;
    uint32_t name = scene->tokens[subject].start, length = scene->tokens[end - 1].end - name, last = scene->tokens[figure->token - 1].end;
    if (last < scene->start + length + 1 || bytes[last - length - 1] != ' ')
        return 0;
    return qcdc_letters_match(bytes + last - length, length, bytes + name, length) == length ? QCDC_FAULT("attach-label", end - subject, 0) : 0;
}

size_t attach_count_named(const Scene *scene, const Mention *percent, const Mention *figure)
{
    size_t unit = find_unit(scene, percent), same = count_same(scene, unit, percent->noun_end, figure);
    return same > 0 ? same : count_label(scene, unit, percent->noun_end, figure);
}

/* "176 vụ án/425 bị can": above the line, with a noun of its own. */
static bool has_own_noun(const Mention *upper)
{
    return upper->slash == 1 && upper->noun_end > upper->noun_first && upper->first_key != (upper + 1)->first_key;
}

size_t attach_count_subject(const Sentence *sentence, size_t at, const Mention *figure)
{
    size_t subject = find_subject(sentence, at);
    return subject < at ? count_same(sentence->scene, subject, at, figure) : 0;
}

static bool can_be_named(const Sentence *sentence, const Mention *figure)
{
    return figure != NULL && (figure->slash != 1 || has_own_noun(figure)) && figure->sign == 0 && !figure->percent &&
           !attach_is_difference(sentence, figure->token) &&
           !attach_is_taken(sentence, figure, TAKEN_CHANGE | TAKEN_RATE | TAKEN_RANK);
}

static void find_figures(const Sentence *sentence, size_t at, size_t subject, size_t end, Levels *levels)
{
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, at, ATTACH_LOOK_BACK);
    for (size_t back = at; back > least;) {
        back = operand_step_back(scene, back);
        const Mention *figure = scene_get_figure(scene, back);
        if (!can_be_named(sentence, figure))
            continue;
        size_t same = count_same(scene, subject, end, figure);
        if (same == 0 && subject > at)
            same = count_label(scene, subject, end, figure);
        if (same == 0 || levels->count == ATTACH_MAX_LEVELS)
            continue;
        levels->figures[levels->count++] = figure->slash == 2 && !has_own_noun(figure - 1) ? figure - 1 : figure;
        levels->is_weak = subject + same < end;
        if (!attach_is_mean(sentence, figure))
            return;
    }
}

void attach_find_named(const Sentence *sentence, size_t at, const Mention *percent, Levels *levels)
{
    const Scene *scene = sentence->scene;
    size_t subject = percent != NULL ? find_unit(scene, percent) : find_subject(sentence, at);
    size_t end = percent != NULL ? percent->noun_end : at;
    if (subject >= end)
        return;
    *levels = (Levels){ .count = 0 };
    find_figures(sentence, at, subject, end, levels);
}
