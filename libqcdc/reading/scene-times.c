/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-place-private.h"

#include "kernel/fault-private.h"

enum {
    DAYS_LISTED = 5 /* before the month that they share */
};

static bool joins(const Token *joint)
{
    return (joint->kind == TOKEN_MARK && (joint->mark == ',' || joint->mark == '-')) ||
           (joint->kind == TOKEN_CUE && (joint->cue == CUE_AND || joint->cue == CUE_UNTIL));
}

/* "trong 7 ngày", "3 ngày đầu tiên": days, hours that pass; "giảm 3 ngày" is a figure. */
static bool passes(const Place *place)
{
    static const char *const units[] = {"ngày", "giờ", "phút", "giây", "tiếng", "đêm", NULL};
    static const char *const before[] =
        {"trong", "sau", "qua", "suốt", "so với", "cách đây", "kéo dài", "trước", "cả", "gần", "hơn", "chỉ", "thời hạn", "vòng", "mỗi",
         "trong vòng", "trong thời hạn", "chỉ sau", "khoảng", "quá", NULL};
    static const char *const behind[] =
        {"ngày nghỉ", "ngày đầu", "ngày qua", "ngày trước", "ngày sau", "ngày tới", "ngày liên tiếp", "ngày cuối", "ngày gần đây",
         "ngày vừa qua", "ngày này", "ngày tết", "ngày liền", "ngày lễ", "ngày nữa", "ngày đêm", "giờ đầu", "giờ qua", "ngày làm việc",
             NULL};
    return place_follows(place, behind) || (place_follows(place, units) && place_precedes(place, before));
}

/* "05 năm", "6 tháng": a length of time; "trong 3 năm", "5 năm 2016-2020". */
bool place_is_duration(const Place *place)
{
    static const char *const behind[] = {"năm", "tháng", "thập kỷ", "thập niên", "thế kỷ", "nhiệm kỳ", "quý", "tuần", NULL};
    const Token *next = place_get_next(place);
    bool is_span = next->kind != TOKEN_PERIOD || place->scene->periods[next->index].kind == QCDC_PERIOD_SPAN;
    bool is_whole = !place->mention->percent && !place->mention->points && place->mention->slash == 0;
    return is_whole && ((is_span && place_follows(place, behind)) || (passes(place) && !place_previous_is_mark(place, '/')));
}

/* The 7 of "tháng 5-7", "tháng 5, 6 và 7". */
bool place_is_month(const Place *place)
{
    const Token *tokens = place->scene->tokens;
    uint32_t at = place->mention->token;
    if (!place->is_small || place->mention->value.coefficient < 1 || place->mention->value.coefficient > 12 || at < 2 ||
        !joins(&tokens[at - 1]) || scene_counts(place->scene, place->mention->end))
        return false;
    if (tokens[at - 2].kind == TOKEN_NUMBER)
        return place->scene->mentions[tokens[at - 2].index].kind == MENTION_DATE && place_counts_nothing(place);
    QcdcPeriod period = scene_get_period(place->scene, at - 2);
    return period.kind == QCDC_PERIOD_MONTH && !scene_has_year(period) && place_counts_nothing(place);
}

/* Whether a token is a day of the calendar, as printed in digits: 13/6, 18-3-2018. */
static bool is_day(const Scene *scene, const Token *token)
{
    if (token->kind == TOKEN_NUMBER)
        return scene->mentions[token->index].kind == MENTION_DATE && scene->mentions[token->index].value.coefficient == 0;
    return token->kind == TOKEN_PERIOD && scene->periods[token->index].kind == QCDC_PERIOD_DAYS;
}

/* The 12 of "hai ngày 12 - 13/6", the 21 of "21, 22 và 23/3", the 16 of "từ 16 đến 18-3-2018". */
static bool leads_to_date(const Place *place)
{
    const Token *token = place->token + 1, *end = place->scene->tokens + place->scene->token_count;
    for (unsigned i = 0; i < DAYS_LISTED && token + 1 < end && joins(token); i++, token += 2) {
        if (is_day(place->scene, token + 1))
            return true;
        if (token[1].kind != TOKEN_NUMBER || token[1].end - token[1].start > 2)
            return false;
    }
    return false;
}

/* "ngày 15", "mùng 3", "30/4": without a year. */
bool place_is_date(const Place *place)
{
    static const char *const before[] = {"ngày", "mùng", "mồng", "hôm", "rạng sáng", NULL};
    static const char *const barred[] = {"mỗi ngày", "một ngày", "hàng ngày", "hằng ngày", "trong ngày", "bình quân ngày", "ngắn ngày", "dài ngày", NULL};
    bool is_named = place_precedes(place, before) && !place_precedes(place, barred);
    return place->is_small && place->mention->value.coefficient >= 1 && place->mention->value.coefficient <= 31 &&
           (is_named || leads_to_date(place));
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
    bool is_bare = !mention->is_grouped && !mention->percent && !mention->points && mention->value.decimals == 0;
    return is_bare && mention->end - mention->start == 4 && mention->value.coefficient >= 1900 && mention->value.coefficient <= 2100;
}

static bool follows_year(const Place *place)
{
    uint32_t at = place->mention->token;
    const Token *tokens = place->scene->tokens;
    return at > 1 && tokens[at - 2].kind == TOKEN_PERIOD && joins(&tokens[at - 1]);
}

/* Whether what stands before asks for a figure: "tăng 2005", "là 2005", "khoảng 2005", "Tổng số: 2024". */
static bool wants_number(const Place *place)
{
    static const char *const words[] = {"là", "được", "có", "đã", "chỉ", "số", "tổng", "gồm", "thêm", "bao gồm", NULL};
    const Token *before = place->mention->token == 0 ? NULL : place->token - 1;
    if (before == NULL)
        return false;
    bool is_mark = before->kind == TOKEN_MARK && before->mark != ')' && before->mark != '"';
    bool is_cue = before->kind == TOKEN_CUE && before->cue != CUE_OF && before->cue != CUE_UNTIL && before->cue != CUE_FROM &&
                  before->cue != CUE_PLAN && before->cue != CUE_TARGET && before->cue != CUE_COMPARED;
    return is_mark || is_cue || before->kind == TOKEN_NUMBER || place_precedes(place, words);
}

/* "(2001 tăng 7,1%; 2002 tăng 6,5%)". */
static bool leads_clause(const Place *place)
{
    if (place->token[1].kind != TOKEN_CUE)
        return false;
    return place->mention->token == 0 || place->token->starts_sentence || place_previous_is_mark(place, '(') ||
           place_previous_is_mark(place, ';') || place_previous_is_mark(place, ',');
}

bool place_is_year(const Place *place)
{
    static const char *const before[] =
        {"năm", "tết", "xuân", "hè", "thu", "đông", "đầu", "cuối", "từ", "đến", "tới", "so với", "giữa", "vụ", "nhiệm kỳ", "mùa", "kỳ",
         "niên", "tính từ", "sau", "trước", "các năm", "những năm", "trong", "hết", "kể từ", "nguyên đán", "hai năm", "với", "giá so sánh",
             "giá", "thời điểm", "mốc", "đời", "sinh", "khoảng",
         "giai đoạn", "công ước", "hiến pháp", "luật", "bộ luật", "world cup", "euro", "sea games", "seagames", "pháp lệnh", NULL};
    if (!looks_like_year(place) || QCDC_FAULT("scene-class-year", scene_counts(place->scene, place->mention->end), false))
        return false;
    bool is_free = place_counts_nothing(place) || place_next_is_mark(place, '-');
    if (place_next_is_mark(place, ':') && !place_previous_is_mark(place, ':'))
        return true;
    if (place_previous_is_mark(place, '(') && place_next_is_mark(place, ')'))
        return true;
    if (is_free && (leads_clause(place) || !wants_number(place)))
        return true;
    return follows_year(place) || (is_free && place_precedes(place, before)) ||
           (is_free && (place->mention->token == 0 || (place->token[-1].kind == TOKEN_WORD &&
                                                       scene_has_capital(place->scene, place->token[-1].start))));
}
