/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/listing-private.h"

/* Gathers the figures before the list, nearest first. */
static void gather_totals(const Reader *reader, Listing *listing, size_t before, size_t start)
{
    const Scene *scene = &reader->scene;
    size_t at = before, reach = before > OPERAND_REACH ? before - OPERAND_REACH : 0;
    while (at > start && at > reach && listing->total_count < LISTING_TOTALS) {
        at = operand_step_back(scene, at);
        const Mention *mention = operand_get_count(scene, at);
        if (mention != NULL && mention->slash != 2 && !operand_is_change(reader, mention))
            listing->totals[listing->total_count++] = mention;
    }
}

/* The totals of a list: before it in its sentence; of one that begins its sentence, in the sentence before. */
static void find_totals(const Reader *reader, Listing *listing)
{
    const Scene *scene = &reader->scene;
    size_t start = scene_find_sentence_start(scene, listing->before);
    gather_totals(reader, listing, listing->before, start);
    if (listing->total_count > 0 || start == 0 || listing->opener == OPENER_BRACKET)
        return;
    listing->is_far = true;
    gather_totals(reader, listing, start, scene_find_sentence_start(scene, start - 1));
}

/* A bracket is a list of parts only behind the figure whose parts they are. */
static void find_bracket_total(const Reader *reader, Listing *listing)
{
    const Scene *scene = &reader->scene;
    size_t at = listing->before;
    for (int steps = 0; at > 0 && steps < 14 && listing->total_count == 0; steps++) {
        at = operand_step_back(scene, at);
        if (scene->tokens[at].kind == TOKEN_MARK && scene->tokens[at].mark != ',' && scene->tokens[at].mark != '/' && scene->tokens[at].mark != '-' &&
            scene->tokens[at].mark != ':' && scene->tokens[at].mark != '(' && scene->tokens[at].mark != '"')
            return;
        const Mention *mention = operand_get_count(scene, at);
        if (mention == NULL)
            continue;
        if (mention->slash == 2 && mention > scene->mentions)
            mention--;
        if (!operand_is_change(reader, mention))
            listing->totals[listing->total_count++] = mention;
        return;
    }
}

static Opener get_opener(const Scene *scene, size_t at)
{
    static const char *const loose[] = {"cụ thể", "riêng", "như sau"};
    for (size_t i = 0; i < sizeof loose / sizeof loose[0]; i++) {
        if (operand_says(scene, at, loose[i]))
            return OPENER_LOOSE;
    }
    return scene_is_cue(scene, at, CUE_OF_WHICH) ? OPENER_OF_WHICH : OPENER_COMPRISING;
}

/* The list that the token @at opens; false if it opens none. */
static bool begin_listing(const Reader *reader, size_t at, Listing *listing)
{
    const Scene *scene = &reader->scene;
    bool is_word = scene_is_cue(scene, at, CUE_OF_WHICH) || scene_is_cue(scene, at, CUE_COMPRISING);
    bool is_bracket = scene_is_mark(scene, at, '(') && scene->tokens[at].index > at;
    listing->total_count = 0;
    listing->is_far = listing->in_bracket = false;
    listing->from = at + 1;
    listing->before = at;
    if (is_bracket && (scene_is_cue(scene, at + 1, CUE_OF_WHICH) || scene_is_cue(scene, at + 1, CUE_COMPRISING)))
        return false;
    if (is_bracket) {
        listing->opener = OPENER_BRACKET;
        listing->limit = operand_find_bracket_end(scene, at);
        listing->in_bracket = listing->limit < scene->token_count;
        return listing->in_bracket && listing->limit > at + 4;
    }
    if (!is_word)
        return false;
    size_t open = operand_find_bracket(scene, at);
    listing->opener = get_opener(scene, at);
    listing->limit = open != SIZE_MAX ? operand_find_bracket_end(scene, open) : scene_find_sentence_end(scene, at);
    listing->in_bracket = open != SIZE_MAX && open + 1 == at && listing->limit < scene->token_count;
    if (listing->in_bracket)
        listing->before = open;
    return true;
}

bool listing_read(const Reader *reader, size_t at, size_t nested_end, Listing *listing)
{
    if (!begin_listing(reader, at, listing))
        return false;
    listing->is_nested = at < nested_end;
    parts_read(reader, listing->from, listing->limit, &listing->parts);
    if (listing->parts.count == 0)
        return false;
    if (listing->opener == OPENER_BRACKET)
        find_bracket_total(reader, listing);
    else
        find_totals(reader, listing);
    return true;
}
