/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/names-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"

enum {
    NAME_TOKENS = 14 /* words of one name */
};

bool names_begins_with_capital(const Scene *scene, size_t at)
{
    const char *text = scene->script->bytes + scene->tokens[at].start;
    size_t length = scene->tokens[at].end - scene->tokens[at].start;
    return qcdc_letters_has_letter(text, length) && !qcdc_letters_has_small_letter(text, length);
}

bool names_is_head(const Scene *scene, size_t at)
{
    static const char *const heads[] = {
        "xã", "phường", "thị trấn", "huyện", "thành phố", "thị xã", "quận", "tỉnh", "thôn", "bản", "sở", "ban", "ngành", "phòng", "cục", "chi cục", "hội",
        "trung tâm", "công ty", "trường", "đồn", "khu", "tổ", "đoàn", "đảng ủy", "huyện ủy", "thành ủy", "ubnd", "hđnd", "đảng bộ", "chi bộ", "bệnh viện",
        "văn phòng", "liên đoàn", "ủy ban", "đặc khu", "hạt", "xí nghiệp", "hợp tác xã", "kho bạc", "ngân hàng", "thanh tra", "viện", "công an",
    };
    return operand_says_any(scene, at, at + 1, heads, sizeof heads / sizeof heads[0]);
}

static bool is_name_start(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at];
    return (token->kind == TOKEN_WORD || token->kind == TOKEN_CUE) && (names_begins_with_capital(scene, at) || names_is_head(scene, at));
}

/* Whether every word of the name begins with a capital: the name of a place or a person, which holds no comma. */
static bool is_proper(const Scene *scene, const Name *name)
{
    if (name->end > name->first + 4)
        return false;
    for (size_t at = name->first; at < name->end; at++) {
        if (!names_begins_with_capital(scene, at))
            return false;
    }
    return true;
}

/* Whether the first words of two names are the same letters: "Sở …", "Sở …". */
static bool has_same_head(const Scene *scene, const Name *left, const Name *right)
{
    const Token *a = &scene->tokens[left->first], *b = &scene->tokens[right->first];
    size_t length = a->end - a->start;
    return length == b->end - b->start && memcmp(scene->script->bytes + a->start, scene->script->bytes + b->start, length) == 0;
}

/* "TP. HCM", "TX. Sơn Tây": a noun of a place cut short. */
static bool is_shortened(const Scene *scene, size_t at)
{
    static const char *const words[] = {"tp", "tx", "tt", NULL};
    return scene_is_one_of(scene, at, words);
}

bool names_read(const Scene *scene, size_t from, size_t end, Names *names)
{
    *names = (Names){.count = 0};
    size_t at = from;
    while (at < end) {
        Name name = {.first = (uint32_t)at};
        if (scene_is_mark(scene, at, '~')) {
            names->is_open = true;
            at++;
            continue;
        }
        if (scene_has_words(scene, at, "v.v") || scene_has_words(scene, at, "vv"))
            return false;
        if (!is_name_start(scene, at) || names->count == NAMES_MAX)
            return false;
        while (at < end && !scene_is_mark(scene, at, ',') && !scene_is_mark(scene, at, ';') && !scene_is_cue(scene, at, CUE_AND) &&
               !scene_is_mark(scene, at, '~')) {
            const Token *token = &scene->tokens[at];
            bool is_odd = token->kind == TOKEN_NUMBER && scene_get_figure(scene, at) != NULL;
            bool is_short = token->kind == TOKEN_MARK && token->mark == '.' && at > from && at + 1 < end && is_shortened(scene, at - 1);
            if (is_odd || (token->kind == TOKEN_MARK && !is_short && token->mark != '-' && token->mark != '"'))
                return false;
            at++;
        }
        name.end = (uint32_t)at;
        if (name.end > name.first + NAME_TOKENS)
            return false;
        names->items[names->count++] = name;
        while (at < end && (scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, ';') || scene_is_cue(scene, at, CUE_AND)))
            at++;
    }
    return names->count > 0;
}

void names_weigh(const Scene *scene, Names *names)
{
    bool are_proper = true;
    for (size_t i = 0; i < names->count; i++)
        are_proper = are_proper && is_proper(scene, &names->items[i]);
    for (size_t i = 0; i < names->count; i++) {
        Name *name = &names->items[i];
        name->is_sure = i == 0 || QCDC_FAULT("lists-sure", are_proper, true) || has_same_head(scene, &names->items[0], name) || names_is_head(scene, name->first) ||
                        scene_is_mark(scene, name->first - 1, ';');
        names->sure += name->is_sure;
    }
}
