/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-place-private.h"

#include <string.h>

#include "language/letters-private.h"

enum {
    AGE_LOOK_BACK = 8 /* tokens */
};

/* "dưới 16 tuổi", "trẻ 5 tuổi"; what is told of lives is a figure: "tuổi thọ bình quân 73 tuổi". */
static bool is_age(const Place *place)
{
    if (place->is_small && scene_precedes(place->scene, place->at, "ở tuổi"))
        return true;
    if (!place->is_small || !scene_follows(place->scene, place->mention->end, "tuổi"))
        return false;
    const Token *token = place->token;
    for (uint32_t i = 0; i < AGE_LOOK_BACK && i < place->mention->token; i++) {
        token--;
        bool is_mean = token->kind == TOKEN_CUE && token->cue == CUE_AVERAGE;
        if (is_mean || scene_follows(place->scene, token->start, "thọ"))
            return false;
    }
    return true;
}

/* Whether what a number bounds ends at byte @at: a class by its noun, or places that are counted or many: "12 xã", "các đơn vị". */
static bool names_class(const Scene *scene, uint32_t at)
{
    static const char *const classes[] =
        {"doanh nghiệp", "chi bộ", "cơ sở", "hộ", "đảng bộ", "công ty", "trang trại", "hợp tác xã", "gia đình", "tổ dân phố", "khu dân cư",
         "cơ sở sản xuất", "tổ hợp tác", "dự án", "công trình", "người", NULL};
    static const char *const places[] =
        {"xã", "huyện", "phường", "thị trấn", "thôn", "bản", "đơn vị", "cơ quan", "tổ chức", "địa phương", "trường", "trường học", NULL};
    static const char *const many[] = {"các", "những", "mỗi", "số", "loại", "nhiều", NULL};
    const char *place = scene_precedes_any(scene, at, places);
    if (place == NULL || at < strlen(place) + 2)
        return scene_precedes_any(scene, at, classes) != NULL;
    uint32_t start = at - (uint32_t)strlen(place) - (scene->folded[at - 1] == ' ');
    return scene_precedes_any(scene, start, many) != NULL || (start > 1 && qcdc_letters_is_digit(scene->folded[start - 2]));
}

/* "chi bộ trên 50 đảng viên", "doanh nghiệp có trên 10 lao động", "12 xã đạt dưới 10 tiêu chí": what the class is, not how many there are.
 * */
static bool bounds_class(const Place *place)
{
    static const char *const hedges[] = {"trên", "dưới", "từ", "không quá", "ít nhất", "tối thiểu", NULL};
    static const char *const verbs[] = {"có", "đạt", "sử dụng", NULL};
    const char *hedge = scene_precedes_any(place->scene, place->at, hedges);
    if (hedge == NULL || !place->is_small || place_get_next(place)->kind != TOKEN_WORD)
        return false;
    uint32_t at = place->at - 1 - (uint32_t)strlen(hedge);
    const char *verb = scene_precedes_any(place->scene, at, verbs);
    if (verb != NULL && at > strlen(verb) + 1)
        at -= 1 + (uint32_t)strlen(verb);
    return names_class(place->scene, at);
}

bool place_is_limit(const Place *place)
{
    return is_age(place) || bounds_class(place) || scene_find_upward(place->scene, place->mention) != QCDC_HEDGE_NONE;
}
