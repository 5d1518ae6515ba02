/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/around-private.h"

static bool is_word(const Token *token)
{
    return token->kind == TOKEN_WORD || (token->kind == TOKEN_CUE && token->cue != CUE_HEDGE);
}

Around around_read(const Scene *scene, const Mention *mention)
{
    Around around = {.behind_count = 0};
    size_t start = scene_find_sentence_start(scene, mention->token), end = scene_find_sentence_end(scene, mention->token);
    for (size_t at = mention->token + 1; at < end && around.behind_count < AROUND_BEHIND; at++) {
        const Token *token = &scene->tokens[at];
        if (token->kind == TOKEN_NUMBER || (token->kind == TOKEN_MARK && token->mark != ',' && token->mark != '-' && token->mark != '"'))
            break;
        if (is_word(token))
            around.behind[around.behind_count++] = scene_hash_token(scene, token);
    }
    for (size_t at = mention->token; at > start && at + 3 * AROUND_BEFORE > mention->token && around.before_count < AROUND_BEFORE; at--) {
        if (is_word(&scene->tokens[at - 1]))
            around.before[around.before_count++] = scene_hash_token(scene, &scene->tokens[at - 1]);
    }
    return around;
}

size_t around_count_head(const Around *left, const Around *right)
{
    size_t count = 0;
    while (count < left->behind_count && count < right->behind_count && left->behind[count] == right->behind[count])
        count++;
    return count;
}

size_t around_count_lead(const Around *left, const Around *right)
{
    size_t count = 0;
    while (count < left->before_count && count < right->before_count && left->before[count] == right->before[count])
        count++;
    return count;
}

static bool has_word(const Around *around, uint32_t word)
{
    for (size_t i = 0; i < around->behind_count; i++) {
        if (around->behind[i] == word)
            return true;
    }
    return false;
}

size_t around_count_shared(const Around *left, const Around *right, size_t most)
{
    const Around *shorter = left->behind_count <= right->behind_count ? left : right, *longer = shorter == left ? right : left;
    size_t count = 0;
    for (size_t i = 0; i < shorter->behind_count && i < most; i++)
        count += has_word(longer, shorter->behind[i]);
    return count;
}

/* The longest run of words of both; *@out_end takes the word of @left behind it. */
static size_t find_run(const uint32_t *left, size_t left_count, const uint32_t *right, size_t right_count, size_t *out_end)
{
    uint8_t runs[AROUND_BEHIND + 1] = {0};
    size_t longest = 0;
    for (size_t i = 0; i < left_count; i++) {
        for (size_t j = right_count; j > 0; j--) {
            runs[j] = left[i] == right[j - 1] ? (uint8_t)(runs[j - 1] + 1) : 0;
            if (runs[j] > longest) {
                longest = runs[j];
                *out_end = i + 1;
            }
        }
    }
    return longest;
}

size_t around_count_run(const Around *left, const Around *right)
{
    size_t end = 0;
    return find_run(left->behind, left->behind_count, right->behind, right->behind_count, &end);
}

size_t around_count_run_before(const Around *left, const Around *right, size_t *out_far)
{
    *out_far = 0;
    return find_run(left->before, left->before_count, right->before, right->before_count, out_far);
}
