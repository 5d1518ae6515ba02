/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/caption-private.h"

enum {
    CAPTION_MOST = 12,  /* tokens between "tổng" and the figure */
    CAPTION_WORDS = 2,  /* words that say enough of what it is */
    CAPTION_PLACE = 24, /* tokens before it where a place is told */
    CAPTION_AIM = 6,    /* tokens before "tổng" where an aim is told */
    CAPTION_PERIOD = 160 /* tokens before it where its period may stand */
};

/* "là", "đạt", "ước": words that bring the figure. */
static bool brings(const Scene *scene, size_t at)
{
    static const char *const words[] = {"là", "có", "ước", "đã", "được", "đạt", NULL};
    return scene_is_one_of(scene, at, words) || scene_is_cue(scene, at, CUE_REACH) || scene_is_cue(scene, at, CUE_HEDGE);
}

/* "phấn đấu năm 2023 tổng lượt khách đạt": what is aimed at. */
static bool is_aim(const Scene *scene, size_t total)
{
    static const char *const words[] = {"phấn đấu", "dự kiến", "dự báo", "phấn", NULL};
    size_t least = total > CAPTION_AIM ? total - CAPTION_AIM : 0;
    for (size_t at = total; at-- > least && scene->tokens[at].kind != TOKEN_MARK;) {
        if (scene_is_cue(scene, at, CUE_PLAN) || scene_is_cue(scene, at, CUE_TARGET) || scene_has_one_of(scene, at, words))
            return true;
    }
    return false;
}

/* "Huyện A: tổng số hộ năm 2022 là": the words of the place that stands before @total in its sentence; 0 if none does. */
static uint32_t hash_place(const Scene *scene, size_t total)
{
    static const char *const kinds[] = {"huyện", "quận", "thị xã", "thành phố", "xã", "phường", "thị trấn", "thôn", "tỉnh", "khu", "cụm", NULL};
    size_t start = scene_find_sentence_start(scene, total), least = total > start + CAPTION_PLACE ? total - CAPTION_PLACE : start;
    uint32_t hash = 0;
    for (size_t at = total; at-- > least;)
        if (scene_has_one_of(scene, at, kinds))
            for (size_t i = at; i < at + 4 && i < total; i++)
                hash = (hash ^ scene_hash_token(scene, &scene->tokens[i])) * UINT32_C(0x9E3779B1);
    return hash;
}

static QcdcPeriod find_period(const Scene *scene, size_t from)
{
    size_t least = from > CAPTION_PERIOD ? from - CAPTION_PERIOD : 0;
    for (size_t at = from; at-- > least;)
        if (scene->tokens[at].kind == TOKEN_PERIOD && (at == 0 || !scene_is_cue(scene, at - 1, CUE_COMPARED)))
            return scene_get_period(scene, at);
    return (QcdcPeriod){0};
}

Caption caption_read(const Scene *scene, const Mention *mention)
{
    Caption caption = {.key = 0};
    QcdcPeriod period = {0};
    uint32_t hash = 0;
    size_t words = 0, least = mention->token > CAPTION_MOST ? mention->token - CAPTION_MOST : 0;
    for (size_t at = mention->token; at-- > least;) {
        const Token *token = &scene->tokens[at];
        if (scene_is_cue(scene, at, CUE_TOTAL)) {
            if (words < CAPTION_WORDS || is_aim(scene, at))
                break;
            caption.key = (hash ^ hash_place(scene, at)) | 1;
            caption.start = token->start;
            caption.period = period.kind != QCDC_PERIOD_NONE ? period : find_period(scene, at);
            break;
        }
        if (token->kind == TOKEN_PERIOD)
            period = scene_get_period(scene, at);
        else if (token->kind == TOKEN_WORD && !brings(scene, at))
            hash = (hash ^ scene_hash_token(scene, token)) * UINT32_C(0x9E3779B1), words++;
        else if (!brings(scene, at))
            break;
    }
    return caption;
}

bool caption_is_same(const Caption *left, const Caption *right)
{
    bool is_dated = left->period.kind != QCDC_PERIOD_NONE && scene_has_year(left->period);
    return left->key != 0 && left->key == right->key && is_dated && qcdc_period_equals(left->period, right->period);
}
