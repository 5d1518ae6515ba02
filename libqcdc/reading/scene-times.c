/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-place-private.h"

#include "kernel/fault-private.h"

static bool joins(const Token *joint)
{
    return (joint->kind == TOKEN_MARK && (joint->mark == ',' || joint->mark == '-')) ||
                           (joint->kind == TOKEN_CUE && (joint->cue == CUE_AND || joint->cue == CUE_UNTIL));
}

/* "05 năm", "6 tháng": a length of time; "trong 3 năm", "5 năm 2016-2020". */
bool place_is_duration(const Place *place)
{
    static const char *const behind[] = {"năm", "tháng", "thập kỷ", "nhiệm kỳ", "quý", "tuần", NULL};
    const Token *next = place_get_next(place);
    bool is_span = next->kind != TOKEN_PERIOD || place->scene->periods[next->index].kind == QCDC_PERIOD_SPAN;
    return !place->mention->percent && !place->mention->points && is_span && place_follows(place, behind);
}

/* The 7 of "tháng 5-7", "tháng 5, 6 và 7". */
bool place_is_month(const Place *place)
{
    const Token *tokens = place->scene->tokens;
    uint32_t at = place->mention->token;
    if (!place->is_small || place->mention->value.coefficient < 1 || place->mention->value.coefficient > 12 || at < 2 ||
        !joins(&tokens[at - 1]) || place_follows(place, scene_counted))
        return false;
    if (tokens[at - 2].kind == TOKEN_NUMBER)
        return place->scene->mentions[tokens[at - 2].index].kind == MENTION_DATE && place_counts_nothing(place);
    QcdcPeriod period = scene_get_period(place->scene, at - 2);
    return period.kind == QCDC_PERIOD_MONTH && !scene_has_year(period) && place_counts_nothing(place);
}

/* "ngày 15", "mùng 3", "30/4": without a year. */
bool place_is_date(const Place *place)
{
    static const char *const before[] = {"ngày", "mùng", "mồng", "hôm", "rạng sáng", NULL};
    static const char *const barred[] = {"mỗi ngày", "một ngày", "hàng ngày", "hằng ngày", "trong ngày", "bình quân ngày", NULL};
    return place->is_small && place->mention->value.coefficient >= 1 && place->mention->value.coefficient <= 31 &&
                                                                   place_precedes(place, before) && !place_precedes(place, barred);
}

/* "7 giờ 30", "lúc 7 giờ". */
bool place_is_time(const Place *place)
{
    static const char *const before[] = {"lúc", "vào", "vào lúc", "hồi", "vào khoảng", "lúc khoảng", NULL};
    static const char *const days[] =
        {"giờ ngày", "giờ sáng", "giờ chiều", "giờ tối", "giờ đêm", "giờ trưa", "giờ hằng ngày", "giờ hàng ngày", NULL};
    if (!place->is_small)
        return false;
    bool is_hour = scene_follows(place->scene, place->mention->end, "giờ") &&
                   (place_precedes(place, before) || place_follows(place, days) ||
                    (place_get_next(place)->kind != TOKEN_END && place_get_next(place)[1].kind == TOKEN_NUMBER));
    return is_hour || (scene_precedes(place->scene, place->at, "giờ") && place->mention->token > 1 &&
                       place->token[-2].kind == TOKEN_NUMBER);
}

/* Four digits that stand for a year: what may be one, where a year is spoken of or nothing is counted. */
static bool looks_like_year(const Place *place)
{
    const Mention *mention = place->mention;
    return mention->end - mention->start == 4 && mention->value.decimals == 0 && !mention->is_grouped && !mention->percent &&
                                            !mention->points && mention->value.coefficient >= 1900 &&
           mention->value.coefficient <= 2100;
}

static bool follows_year(const Place *place)
{
    uint32_t at = place->mention->token;
    const Token *tokens = place->scene->tokens;
    return at > 1 && tokens[at - 2].kind == TOKEN_PERIOD && joins(&tokens[at - 1]);
}

bool place_is_year(const Place *place)
{
    static const char *const before[] =
        {"năm", "tết", "xuân", "hè", "thu", "đông", "đầu", "cuối", "từ", "đến", "tới", "so với", "giữa", "vụ", "nhiệm kỳ", "mùa", "kỳ",
         "niên", "tính từ", "sau", "trước", "các năm", "những năm", "trong", "hết", "kể từ", "nguyên đán", "hai năm", "với", NULL};
    if (!looks_like_year(place) || QCDC_FAULT("scene-class-year", place_follows(place, scene_counted), false))
        return false;
    bool is_free = place_counts_nothing(place) || place_next_is_mark(place, '-');
    if (place_next_is_mark(place, ':') && !place_previous_is_mark(place, ':'))
        return true;
    return follows_year(place) || (is_free && place_precedes(place, before)) ||
           (is_free && (place->mention->token == 0 || (place->token[-1].kind == TOKEN_WORD &&
                                                       scene_has_capital(place->scene, place->token[-1].start))));
}
