/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "reading/scene-lexer-private.h"

/* "10,18 ngàn hồ sơ (HS) … 8,98 ngàn HS": a short name told in brackets behind its words counts what they do, from there on. */
enum {
    LETTERS_MOST = 5 /* of a short name */
};

/* The bytes of the letter that begins at @at; Đ has two. */
static uint32_t measure_letter(const Scene *scene, uint32_t at)
{
    return (uint32_t)qcdc_text_measure_character(scene->folded + (at - scene->start), scene->end - at);
}

/* How many capitals the token @at is; 0 if it is anything else. */
static size_t count_capitals(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at];
    size_t count = 0;
    if (token->kind != TOKEN_WORD)
        return 0;
    for (uint32_t byte = token->start; byte < token->end; byte += measure_letter(scene, byte), count++)
        if (!scene_has_capital(scene, byte) || count == LETTERS_MOST)
            return 0;
    return count;
}

static bool begins_alike(const Scene *scene, uint32_t word, uint32_t letter)
{
    uint32_t length = measure_letter(scene, letter);
    return memcmp(scene->folded + (word - scene->start), scene->folded + (letter - scene->start), length) == 0;
}

/* Whether each letter of the short name @at begins one of the words before its bracket. */
static bool stands_for_words(const Scene *scene, size_t at, size_t letters)
{
    size_t first = at - 1 - letters;
    uint32_t letter = scene->tokens[at].start;
    for (size_t i = 0; i < letters; i++) {
        const Token *word = &scene->tokens[first + i];
        if (word->kind != TOKEN_WORD || !begins_alike(scene, word->start, letter))
            return false;
        letter += measure_letter(scene, letter);
    }
    return true;
}

/* Both keys as scene_bind makes them. */
static void remember(Scene *scene, size_t at, size_t first)
{
    ShortName *name = &scene->short_names[scene->short_name_count++ % SCENE_SHORT_NAMES];
    name->key = scene_hash_token(scene, &scene->tokens[at]);
    name->first_key = scene_hash_token(scene, &scene->tokens[first]);
    name->noun_key = scene_hash_on(scene, &scene->tokens[first + 1], name->first_key);
}

static void find_names(Scene *scene)
{
    for (size_t at = 3; at + 1 < scene->token_count; at++) {
        if (!scene_is_mark(scene, at - 1, '(') || !scene_is_mark(scene, at + 1, ')'))
            continue;
        size_t letters = count_capitals(scene, at);
        if (letters >= 2 && at >= letters + 1 && stands_for_words(scene, at, letters))
            remember(scene, at, at - 1 - letters);
    }
}

void scene_short(Scene *scene)
{
    find_names(scene);
    size_t count = scene->short_name_count < SCENE_SHORT_NAMES ? scene->short_name_count : SCENE_SHORT_NAMES;
    for (size_t i = 0; count > 0 && i < scene->mention_count; i++) {
        Mention *mention = &scene->mentions[i];
        if (mention->noun_end <= mention->noun_first || count_capitals(scene, mention->noun_first) < 2)
            continue;
        for (size_t k = 0; k < count; k++) {
            if (scene->short_names[k].key != mention->first_key || QCDC_FAULT("scene-short", false, true))
                continue;
            mention->first_key = scene->short_names[k].first_key;
            mention->noun_key = scene->short_names[k].noun_key;
            break;
        }
    }
}
