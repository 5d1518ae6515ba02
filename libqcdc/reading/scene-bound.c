/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-lexer-private.h"

#include "kernel/fault-private.h"

enum {
    NO_TOKEN = UINT32_MAX
};

static bool is_mark(const Token *token, char mark)
{
    return token->kind == TOKEN_MARK && token->mark == mark;
}

/* The ")" of "a)" and "1)" at the head of a line closes no bracket. */
static bool closes_label(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at];
    if (at == 0 || !is_mark(token, ')') || token->start != token[-1].end || token[-1].end - token[-1].start > 2)
        return false;
    bool is_short = token[-1].kind == TOKEN_NUMBER ? scene->mentions[token[-1].index].kind == MENTION_SECTION
                                                   : token[-1].kind == TOKEN_WORD && token[-1].end - token[-1].start == 1;
    return is_short && token[-1].starts_line;
}

/* The open brackets are a list through their own index, so that none is too deep. */
static void link_brackets(Scene *scene)
{
    uint32_t open = NO_TOKEN;
    for (uint32_t at = 0; at < scene->token_count; at++) {
        Token *token = &scene->tokens[at];
        if (is_mark(token, '(')) {
            token->index = open;
            open = at;
        } else if (is_mark(token, ')')) {
            token->index = at;
            if (open == NO_TOKEN || closes_label(scene, at))
                continue;
            uint32_t outer = scene->tokens[open].index;
            token->index = open;
            scene->tokens[open].index = at;
            open = outer;
        }
    }
    while (open != NO_TOKEN) {
        uint32_t outer = scene->tokens[open].index;
        scene->tokens[open].index = open;
        open = outer;
    }
}

static bool opens(const Token *tokens, size_t at)
{
    return is_mark(&tokens[at], '(') && tokens[at].index > at;
}

static bool closes(const Token *tokens, size_t at)
{
    return is_mark(&tokens[at], ')') && tokens[at].index < at;
}

static bool is_stop(const Token *token)
{
    return is_mark(token, ';') || is_mark(token, ':');
}

static void find_starts(Scene *scene)
{
    Token *tokens = scene->tokens;
    uint32_t sentence = 0, clause = 0, depth = 0;
    for (uint32_t at = 0; at < scene->token_count; at++) {
        if (tokens[at].starts_sentence) {
            clause = at;
            sentence = depth == 0 ? at : sentence;
        }
        if (closes(tokens, at)) {
            depth--;
            clause = tokens[tokens[at].index].clause_start;
        }
        tokens[at].sentence_start = sentence;
        tokens[at].clause_start = clause;
        if (opens(tokens, at))
            depth++;
        if (opens(tokens, at) || QCDC_FAULT("scene-bound-clause", is_stop(&tokens[at]), false))
            clause = at + 1;
    }
}

static void find_ends(Scene *scene)
{
    Token *tokens = scene->tokens;
    uint32_t sentence = (uint32_t)scene->token_count, clause = sentence, depth = 0;
    for (uint32_t at = (uint32_t)scene->token_count; at-- > 0;) {
        if (is_stop(&tokens[at]))
            clause = at;
        if (opens(tokens, at)) {
            depth--;
            clause = tokens[tokens[at].index].clause_end;
        }
        tokens[at].sentence_end = sentence;
        tokens[at].clause_end = clause;
        if (closes(tokens, at)) {
            depth++;
            clause = at;
        }
        if (tokens[at].starts_sentence) {
            clause = at;
            sentence = QCDC_FAULT("scene-bound-depth", depth == 0, true) ? at : sentence;
        }
    }
}

void scene_bound(Scene *scene)
{
    link_brackets(scene);
    find_starts(scene);
    find_ends(scene);
}
