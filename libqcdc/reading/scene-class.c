/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-place-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "kernel/period-private.h"
#include "language/letters-private.h"

enum {
    LOOK_BACK = 64 /* tokens */
};

static Place find_place(const Scene *scene, const Mention *mention)
{
    Place place = {scene, mention, &scene->tokens[mention->token], mention->start - scene->start, false};
    place.is_small = mention->end - mention->start <= 3 && mention->value.decimals == 0 && !mention->percent && !mention->points &&
                     mention->sign == 0 && !mention->is_word && mention->scale == 0;
    return place;
}

/* ---- sections ---- */

/* "1.", "2.3.", "1)", "1/" at the head of a line. */
static bool heads_line(const Place *place)
{
    const Token *next = place_get_next(place);
    if (!place->token->starts_line || place->mention->percent || next->kind != TOKEN_MARK || next->start != place->mention->end)
        return place->token->starts_line && place->mention->value.decimals == 1 && !place->mention->percent && next->kind == TOKEN_WORD &&
               scene_has_capital(place->scene, next->start);
    bool is_stop = next->mark == '.' || next->mark == ')' || next->mark == '/' || next->mark == '-';
    bool is_joined = next[1].kind != TOKEN_END && next[1].start == next->end &&
                     qcdc_letters_is_digit(place->scene->script->bytes[next[1].start]);
    return is_stop && !is_joined && (place->is_small || place->mention->value.decimals > 0);
}

/* "(1) …; (2) …". */
static bool is_bracketed(const Place *place)
{
    if (!place->is_small || place->mention->end - place->mention->start > 2 || place->mention->is_padded ||
        !place_previous_is_mark(place, '(') || !place_next_is_mark(place, ')'))
        return false;
    const Token *before = place->mention->token > 1 ? place->token - 2 : NULL, *behind = place_get_next(place) + 1;
    bool is_free = before == NULL || (before->kind == TOKEN_MARK && before->mark != ')') || before->kind == TOKEN_CUE ||
                   place->token[-1].starts_line || place->token[-1].starts_sentence;
    return is_free && (behind->kind == TOKEN_WORD || behind->kind == TOKEN_CUE);
}

/* Whether a bracket was opened and not closed, as far as it is looked for. */
static bool is_inside(const Place *place)
{
    const Token *token = place->token;
    for (uint32_t i = 0; i < LOOK_BACK && i < place->mention->token; i++) {
        token--;
        if (token->kind == TOKEN_MARK && (token->mark == '(' || token->mark == ')'))
            return token->mark == '(';
    }
    return false;
}

/* "1) …; 2) …" inside a line; but "(huyện: 12; xã: 15)". */
static bool closes_item(const Place *place)
{
    bool stands_free = place_previous_is_mark(place, ';') || place_previous_is_mark(place, ':') || place_previous_is_mark(place, '.');
    return place->is_small && place_next_is_mark(place, ')') && stands_free && !place->mention->is_padded && !is_inside(place);
}

/* The 12 of "Tổ chức bộ máy ........ 12". */
static bool is_page(const Place *place)
{
    const Token *before = place->token - 1, *next = place_get_next(place);
    bool follows_dots = place->is_small && place_previous_is_mark(place, '~') && before->end - before->start > 3;
    return follows_dots && (next->kind == TOKEN_END || next->starts_line || next->kind == TOKEN_NUMBER);
}

static bool is_section(const Place *place)
{
    static const char *const before[] =
        {"điều", "khoản", "mục", "phụ lục", "phụ lục số", "biểu", "biểu số", "biểu mẫu", "biểu mẫu số", "mẫu", "mẫu số", "bảng", "bảng số",
         "hình", "trang", "chương", "phần", "phần thứ", "chú thích", "sơ đồ", "đồ thị", "tập", "tiểu mục", "tiết", "cột", NULL};
    static const char *const laws[] = {"điều", "khoản", "mục", "phần", NULL};
    if (heads_line(place) || is_bracketed(place) || closes_item(place) || is_page(place))
        return true;
    if (place->is_small && scene_precedes(place->scene, place->at, "điểm") && place_follows(place, laws))
        return true;
    if (scene_precedes(place->scene, place->at, "trang") && place->mention->end - place->mention->start <= 4 && place_counts_nothing(place))
        return true;
    return (place->is_small || place->mention->value.decimals > 0) && !place->mention->percent && place_precedes(place, before) &&
           !scene_precedes(place->scene, place->at, "một phần") && !scene_precedes(place->scene, place->at, "góp phần");
}

/* ---- documents ---- */

/* "số" right before a number: of a document, a house, a form; not "tổng số 181 xã", "dân tộc thiểu số 1.089". */
static bool follows_numero(const Place *place)
{
    static const char *const others[] =
        {"tổng số", "trong số", "trên số", "với số", "con số", "và số", "bằng số", "nâng số", "thì số", "có số", "đưa số", "thiểu số",
         "đa số", "dân số", "chỉ số", "điểm số", "doanh số", "tỷ số", "tỉ số", "hệ số", "một số", "quân số", "sĩ số", "bội số", NULL};
    uint32_t at = place->at - (place->at > 0 && place->scene->folded[place->at - 1] == ' ');
    at -= at > 0 && place->scene->folded[at - 1] == ':';
    bool is_plain = !place->mention->is_grouped && place->mention->scale == 0;
    return is_plain && scene_precedes(place->scene, at, "số") && scene_precedes_any(place->scene, at, others) == NULL &&
            !scene_counts(place->scene, place->mention->end);
}

static const char *const document_words[] =
    {"nghị quyết", "nghị định", "quyết định", "kết luận", "chỉ thị", "thông tư", "pháp lệnh", "công văn", "quy định", "hướng dẫn",
     "công điện", "thông tri", "luật", "hiệp định", "tờ trình", "thông báo", "thông tư liên tịch", "nghị quyết trung ương",
     "thông báo kết luận", NULL};

/* "nghị định 81/2018" */
static bool has_year_behind(const Place *place)
{
    const Token *line = place_get_next(place);
    const Mention *year = place_next_is_mark(place, '/') && line[1].kind == TOKEN_NUMBER ? &place->scene->mentions[line[1].index] : NULL;
    return year != NULL && year->end - year->start == 4 && year->value.decimals == 0 && year->value.coefficient >= 1945 && year->value.coefficient < 2100;
}

/* "Quyết định 553", also of the first of two; but "đã kết luận 12 vụ". */
static bool follows_document(const Place *place)
{
    static const char *const others[] = {"kỷ luật", "kỉ luật", "pháp luật", NULL}; /* "khiếu nại kỷ luật 5" */
    const char *word = scene_precedes_any(place->scene, place->at, document_words);
    if (word == NULL || place->mention->percent || place->mention->value.decimals > 0)
        return false;
    if (QCDC_FAULT("scene-class-discipline", place_precedes(place, others), false))
        return false;
    uint32_t start = place->mention->start - (uint32_t)strlen(word);
    start -= place->scene->folded[start - place->scene->start] == ' ' ? 0 : 1;
    return scene_has_capital(place->scene, start) || place_counts_nothing(place) || has_year_behind(place);
}

/* The 2018 of "nghị định 81/2018". */
static bool is_year_of_document(const Place *place)
{
    const Token *before = place->mention->token > 1 && place_previous_is_mark(place, '/') ? place->token - 2 : NULL;
    bool is_year = place->mention->end - place->mention->start == 4 && place->mention->value.coefficient >= 1945 && place->mention->value.coefficient < 2100;
    return before != NULL && is_year && before->kind == TOKEN_NUMBER && place->scene->mentions[before->index].kind == MENTION_DOCUMENT;
}

static bool is_document(const Place *place)
{
    static const char *const always[] =
        {"nghị quyết số", "nghị định số", "quyết định số", "luật số", "thông tư số", "công văn số", "kế hoạch số", "báo cáo số", "đề án số",
         NULL};
    bool is_whole = !place->mention->percent && place->mention->value.decimals == 0 && !place->mention->is_word;
    return QCDC_FAULT("scene-class-document", is_whole, true) &&
           (place_precedes(place, always) || follows_numero(place) || follows_document(place) || is_year_of_document(place));
}

/* ---- all ---- */

static void make_year(Lexer *lexer, Mention *mention)
{
    Scene *scene = lexer->scene;
    mention->kind = MENTION_YEAR;
    if (!arena_reserve(lexer->arena, &scene->periods, scene->period_count, &scene->period_capacity, sizeof *scene->periods)) {
        lexer->has_memory = false;
        return;
    }
    Token *token = &scene->tokens[mention->token];
    token->kind = TOKEN_PERIOD;
    token->index = (uint32_t)scene->period_count;
    scene->periods[scene->period_count++] = qcdc_period_make(QCDC_PERIOD_YEAR, (int32_t)(12 * mention->value.coefficient), 12);
}

/* The order matters: "Điều 5 năm 2022" is a section. */
static MentionKind find_kind(const Place *place)
{
    static const struct {
        bool (*is)(const Place *place);
        MentionKind kind;
    } kinds[] = {
        {is_section, MENTION_SECTION}, {place_is_year, MENTION_YEAR},     {is_document, MENTION_DOCUMENT}, {place_is_name, MENTION_NAME},
        {place_is_time, MENTION_NAME},       {place_is_date, MENTION_DATE},     {place_is_month, MENTION_DATE},
            {place_is_duration, MENTION_PERIOD},
        {place_is_limit, MENTION_BOUND},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (kinds[i].is(place))
            return kinds[i].kind;
    return MENTION_FIGURE;
}

void scene_class(Lexer *lexer)
{
    Scene *scene = lexer->scene;
    for (size_t i = 0; i < scene->mention_count && lexer->has_memory; i++) {
        Mention *mention = &scene->mentions[i];
        if (mention->kind != MENTION_FIGURE)
            continue;
        Place place = find_place(scene, mention);
        MentionKind kind = find_kind(&place);
        mention->kind = (uint8_t)kind;
        if (kind == MENTION_YEAR)
            make_year(lexer, mention);
    }
}
