/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-private.h"

#include <string.h>

#include "kernel/error-private.h"
#include "language/letters-private.h"
#include "reading/scene-lexer-private.h"

static QcdcStatus fail_memory(QcdcError *error)
{
    return qcdc_error_set_value(error, QCDC_STATUS_MEMORY, 0, "text", NULL, 0, "there is no memory to read it", NULL);
}

static bool fold(Scene *scene, Arena *arena)
{
    size_t length = scene->end - scene->start;
    if (length + 1 > scene->folded_capacity) {
        char *folded = arena_resize(arena, scene->folded, length + 1, 1);
        if (folded == NULL)
            return false;
        scene->folded = folded;
        scene->folded_capacity = length + 1;
    }
    qcdc_letters_fold(scene->script->bytes + scene->start, length, scene->folded);
    scene->folded[length] = '\0';
    return true;
}

static void open_room(const Scene *scene)
{
    arena_open(scene->tokens, scene->token_capacity, sizeof *scene->tokens);
    arena_open(scene->mentions, scene->mention_capacity, sizeof *scene->mentions);
    arena_open(scene->periods, scene->period_capacity, sizeof *scene->periods);
    arena_open(scene->folded, scene->folded_capacity, 1);
}

/* Behind the last token stands the end. */
static void fence_room(const Scene *scene)
{
    arena_fence(scene->tokens, scene->token_count + 1, scene->token_capacity, sizeof *scene->tokens);
    arena_fence(scene->mentions, scene->mention_count, scene->mention_capacity, sizeof *scene->mentions);
    arena_fence(scene->periods, scene->period_count, scene->period_capacity, sizeof *scene->periods);
    arena_fence(scene->folded, scene->end - scene->start + (size_t)1, scene->folded_capacity, 1);
}

static void begin(Scene *scene, const Script *script, const Passage *passage, uint32_t start, uint32_t end)
{
    scene->script = script;
    scene->passage = passage;
    scene->start = start;
    scene->end = end;
    scene->token_count = scene->mention_count = scene->period_count = 0;
    open_room(scene);
}

/* The token behind the last. */
static void add_end(Lexer *lexer)
{
    lexer->at = lexer->length;
    if (lexer_add(lexer, TOKEN_END, 0) == NULL)
        return;
    Scene *scene = lexer->scene;
    Token *end = &scene->tokens[--scene->token_count];
    end->sentence_start = end->sentence_end = end->clause_start = end->clause_end = (uint32_t)scene->token_count;
}

uint32_t scene_find_window_end(const Script *script, uint32_t start, uint32_t passage_end)
{
    const char *bytes = script->bytes;
    uint32_t most = start + SCENE_MAX_BYTES, blank = most;
    if (passage_end - start <= SCENE_MAX_BYTES)
        return passage_end;
    for (uint32_t end = most; end > start + SCENE_MAX_BYTES / 2; end--) {
        if (bytes[end - 1] == ' ' && bytes[end - 2] == '.')
            return end;
        if (bytes[end - 1] == ' ' && blank == most)
            blank = end;
    }
    while (blank > start + 1 && ((unsigned char)bytes[blank] & 0xC0) == 0x80)
        blank--;
    return blank;
}

QcdcStatus scene_read(Scene *scene, Arena *arena, const Script *script, const Passage *passage, uint32_t start, uint32_t end,
                      QcdcError *error)
{
    begin(scene, script, passage, start, end);
    if (!fold(scene, arena))
        return fail_memory(error);
    Lexer lexer =
        {.scene = scene, .arena = arena, .text = scene->folded, .raw = script->bytes + start, .length = end - start, .has_memory = true};
    scene_cut(&lexer);
    add_end(&lexer);
    if (lexer.has_memory) {
        scene_settle(scene);
        scene_class(&lexer);
    }
    if (!lexer.has_memory) {
        scene->token_count = scene->mention_count = scene->period_count = 0;
        return fail_memory(error);
    }
    fence_room(scene);
    scene_bind(scene);
    scene_short(scene);
    scene_bound(scene);
    return QCDC_OK;
}

void scene_release(Scene *scene, Arena *arena)
{
    arena_release(arena, scene->tokens);
    arena_release(arena, scene->mentions);
    arena_release(arena, scene->periods);
    arena_release(arena, scene->folded);
    memset(scene, 0, sizeof *scene);
}

bool scene_is_mark(const Scene *scene, size_t at, char mark)
{
    return at < scene->token_count && scene->tokens[at].kind == TOKEN_MARK && scene->tokens[at].mark == mark;
}

bool scene_is_cue(const Scene *scene, size_t at, Cue cue)
{
    return at < scene->token_count && scene->tokens[at].kind == TOKEN_CUE && scene->tokens[at].cue == cue;
}

static bool is_text(const Scene *scene, const Token *token, const char *text, size_t length)
{
    return token->end - token->start == length && memcmp(scene->folded + (token->start - scene->start), text, length) == 0;
}

bool scene_is_word(const Scene *scene, size_t at, const char *word)
{
    if (at >= scene->token_count || (scene->tokens[at].kind != TOKEN_WORD && scene->tokens[at].kind != TOKEN_CUE))
        return false;
    return is_text(scene, &scene->tokens[at], word, strlen(word));
}

bool scene_has_words(const Scene *scene, size_t at, const char *words)
{
    return at < scene->token_count && scene->folded[scene->tokens[at].start - scene->start] == words[0] &&
            scene_follows(scene, scene->tokens[at].start, words);
}

bool scene_is_one_of(const Scene *scene, size_t at, const char *const *words)
{
    for (; *words != NULL; words++)
        if (scene_is_word(scene, at, *words))
            return true;
    return false;
}

bool scene_has_one_of(const Scene *scene, size_t at, const char *const *words)
{
    for (; *words != NULL; words++)
        if (scene_has_words(scene, at, *words))
            return true;
    return false;
}

uint32_t scene_hash_token(const Scene *scene, const Token *token)
{
    return scene_hash_on(scene, token, UINT32_C(2166136261));
}

uint32_t scene_hash_on(const Scene *scene, const Token *token, uint32_t hash)
{
    /* FNV-1a */
    for (uint32_t at = token->start; at < token->end; at++)
        hash = (hash ^ (unsigned char)scene->folded[at - scene->start]) * UINT32_C(16777619);
    return hash;
}

const Mention *scene_get_mention(const Scene *scene, size_t at)
{
    return at < scene->token_count && scene->tokens[at].kind == TOKEN_NUMBER ? &scene->mentions[scene->tokens[at].index] : NULL;
}

const Mention *scene_get_figure(const Scene *scene, size_t at)
{
    const Mention *mention = scene_get_mention(scene, at);
    return mention != NULL && mention->kind == MENTION_FIGURE ? mention : NULL;
}

QcdcPeriod scene_get_period(const Scene *scene, size_t at)
{
    bool is_period = at < scene->token_count && scene->tokens[at].kind == TOKEN_PERIOD;
    return is_period ? scene->periods[scene->tokens[at].index] : (QcdcPeriod){0};
}

bool scene_has_year(QcdcPeriod period)
{
    return period.kind == QCDC_PERIOD_DAYS || period.start >= 12;
}

size_t scene_find_sentence_end(const Scene *scene, size_t at)
{
    return at < scene->token_count ? scene->tokens[at].sentence_end : scene->token_count;
}

size_t scene_find_sentence_start(const Scene *scene, size_t at)
{
    return at < scene->token_count ? scene->tokens[at].sentence_start : scene->token_count;
}

size_t scene_find_clause_end(const Scene *scene, size_t at)
{
    return at < scene->token_count ? scene->tokens[at].clause_end : scene->token_count;
}

size_t scene_find_clause_start(const Scene *scene, size_t at)
{
    return at < scene->token_count ? scene->tokens[at].clause_start : scene->token_count;
}

const Mention *scene_find_next_figure(const Scene *scene, size_t from, size_t end)
{
    for (size_t at = from; at < end && at < scene->token_count; at++)
        if (scene_get_figure(scene, at) != NULL)
            return scene_get_figure(scene, at);
    return NULL;
}

const Mention *scene_find_previous_figure(const Scene *scene, size_t from, size_t start)
{
    for (size_t at = from < scene->token_count ? from : scene->token_count; at > start; at--)
        if (scene_get_figure(scene, at - 1) != NULL)
            return scene_get_figure(scene, at - 1);
    return NULL;
}
