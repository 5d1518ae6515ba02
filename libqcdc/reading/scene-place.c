/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-place-private.h"

bool place_precedes(const Place *place, const char *const *list)
{
    return scene_precedes_any(place->scene, place->at, list) != NULL;
}

bool place_follows(const Place *place, const char *const *list)
{
    return scene_follows_any(place->scene, place->mention->end, list) != NULL;
}

const Token *place_get_next(const Place *place)
{
    return place->token + 1;
}

bool place_next_is_mark(const Place *place, char mark)
{
    return place_get_next(place)->kind == TOKEN_MARK && place_get_next(place)->mark == mark;
}

bool place_previous_is_mark(const Place *place, char mark)
{
    return place->mention->token > 0 && place->token[-1].kind == TOKEN_MARK && place->token[-1].mark == mark;
}

unsigned place_count_capitals(const Place *place, const Token *token)
{
    unsigned count = 0;
    for (uint32_t at = token->start; at < token->end; at++)
        count += scene_has_capital(place->scene, at);
    return count;
}

bool place_counts_nothing(const Place *place)
{
    static const char *const words[] =
        {"của", "là", "được", "đã", "đối", "trở", "và", "hoặc", "ở", "tại", "có", "theo", "thuộc", "để", "về", "do", "từ", "trên", "khi",
         "ngày", "năm", "cũng", "sẽ", "phải", "bị", "như", "với", "cho", "trong", "vẫn", "còn", "không", "chưa", "đang", "thì", "mà",
         "nên", "nhưng", "này", "đó", "đều", "lại", "rồi", "hiện", "vừa", "mới", "chỉ", "nếu", "vì", "bởi", "qua", "sau", "trước", "đến",
         "nằm", "gồm", "do", "hay", "đây", "cùng", "tiêu chuẩn", "loại", "thuộc", "khiến", "làm", "gây", "bằng", NULL};
    const Token *next = place_get_next(place);
    if (next->kind == TOKEN_CUE)
        return next->cue != CUE_TIMES && next->cue != CUE_SCORE && next->cue != CUE_PLACES && next->cue != CUE_PLAN &&
               next->cue != CUE_TARGET;
    if (next->kind == TOKEN_WORD)
        return place_follows(place, words) || place_count_capitals(place, next) == 1;
    if (next->kind == TOKEN_MARK && next->mark == '-')
        return next[1].kind != TOKEN_NUMBER;
    return next->kind != TOKEN_MARK || (next->mark != '/' && next->mark != 'x' && next->mark != '=');
}
