/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/turns-private.h"

#include "kernel/fault-private.h"
#include "reading/attach-private.h"

enum {
    TURNS_LINES = 8,  /* lines of a row, */
    TURNS_NOUN = 10,  /* tokens between two of them, */
    TURNS_REACH = 24  /* and tokens between the last one and its percents */
};

static bool is_upper(const Scene *scene, const Mention *mention)
{
    return mention >= scene->mentions && mention + 1 < scene->mentions + scene->mention_count && mention->slash == 1 && (mention + 1)->slash == 2 &&
           mention->kind == MENTION_FIGURE && (mention + 1)->kind == MENTION_FIGURE;
}

/* Whether nothing but a noun, a comma or "và" joins what ends before @from with what begins at @end. */
static bool are_joined(const Scene *scene, size_t from, size_t end)
{
    if (end > from + TURNS_NOUN)
        return false;
    for (size_t at = from; at < end; at++)
        if (scene->tokens[at].kind != TOKEN_WORD && !scene_is_mark(scene, at, ',') && !scene_is_cue(scene, at, CUE_AND))
            return false;
    return true;
}

/* The line next to @num on the side of @step (2 or -2), NULL if none is joined to it. */
static const Mention *find_next_line(const Scene *scene, const Mention *num, int step)
{
    bool has_room = step > 0 ? num + 2 < scene->mentions + scene->mention_count : num >= scene->mentions + 2;
    const Mention *next = has_room ? num + step : NULL;
    if (next == NULL || !is_upper(scene, next))
        return NULL;
    const Mention *left = step > 0 ? num : next, *right = step > 0 ? next : num;
    return are_joined(scene, (left + 1)->token + 1, right->token) ? next : NULL;
}

/* The first percent behind the token @from that "tương ứng" or "lần lượt" brings. */
static const Mention *find_first_percent(const Scene *scene, size_t from)
{
    bool is_in_turn = false;
    size_t end = scene_find_clause_end(scene, from), most = from + TURNS_REACH < end ? from + TURNS_REACH : end;
    for (size_t at = from; at < most; at++) {
        const Mention *figure = scene_get_figure(scene, at);
        if (figure != NULL)
            return is_in_turn && figure->percent && !figure->points ? figure : NULL;
        is_in_turn = is_in_turn || attach_is_alike(scene, at) || scene_has_words(scene, at, "lần lượt");
    }
    return NULL;
}

/* The percent that a comma or "và" joins to @percent; NULL if there is none. */
static const Mention *find_next_percent(const Scene *scene, const Mention *percent)
{
    size_t at = percent->token + 1;
    bool has_comma = scene_is_mark(scene, at, ',');
    at += has_comma;
    bool has_and = scene_is_cue(scene, at, CUE_AND);
    at += has_and;
    const Mention *next = has_comma || has_and ? scene_get_figure(scene, at) : NULL;
    return next != NULL && next->percent && !next->points && next->sign == 0 ? next : NULL;
}

const Mention *turns_find_percent(const Reader *reader, const Mention *num)
{
    const Scene *scene = &reader->scene;
    size_t before = 0, count = 1;
    const Mention *last = num, *found = NULL;
    if (!is_upper(scene, num))
        return NULL;
    for (const Mention *line = num; before < TURNS_LINES && (line = find_next_line(scene, line, -2)) != NULL;)
        before++;
    for (const Mention *line; count < TURNS_LINES && (line = find_next_line(scene, last, 2)) != NULL; count++)
        last = line;
    count += before;
    const Mention *percent = count > 1 && count <= TURNS_LINES ? find_first_percent(scene, (last + 1)->token + 1) : NULL;
    for (size_t i = 0; i < count && percent != NULL; i++) {
        bool is_plain = percent->hedge == QCDC_HEDGE_NONE && percent->sign == 0 && !operand_is_taken(reader, percent, TAKEN_CHANGE);
        if (!is_plain)
            return NULL;
        found = i == before ? percent : found;
        const Mention *next = find_next_percent(scene, percent);
        if ((i + 1 < count) != (next != NULL))
            return NULL;
        percent = next;
    }
    return QCDC_FAULT("turns-percent", found, NULL);
}
