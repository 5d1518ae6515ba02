/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/stock-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "reading/names-private.h"
#include "reading/operand-private.h"

enum {
    LIST_REACH = 80, /* tokens between the verb and an item of its list, or before the verb where the area may be named */
    ITEM_REACH = 14, /* tokens of the noun of an item */
    LEAST = 5,       /* smaller stocks are told of some of them as often */
    LIST_ITEMS = 8,  /* of a list that are looked at behind a figure */
    PLAIN_WORDS = 3, /* of an item that is no unit */
    NAME_WORDS = 4   /* of an area */
};

/* The words of administrative and residential units, a longer one before those that it begins with: one bit each. */
static const char *const units[] = {
    "đơn vị hành chính cấp huyện", "đơn vị hành chính cấp xã", "đơn vị hành chính", "đơn vị cấp huyện", "đơn vị cấp xã", "tổ dân phố", "tổ nhân dân", "khu dân cư",
    "cụm dân cư", "khối phố", "khu phố", "thị trấn", "thị xã", "thành phố", "tiểu khu", "phường", "huyện", "quận", "xã", "thôn", "bản", "buôn", "làng", "ấp", "khóm", "xóm", "sóc",
};

static const char *const levels[] = {"tỉnh", "thành phố", "thị xã", "thị trấn", "huyện", "quận", "xã", "phường"};

static bool is_text(const Scene *scene, size_t at)
{
    return at < scene->token_count && (scene->tokens[at].kind == TOKEN_WORD || scene->tokens[at].kind == TOKEN_CUE);
}

/* The token behind the words at @at if they stand there, else @at. */
static size_t step_over(const Scene *scene, size_t at, const char *words)
{
    if (!is_text(scene, at) || !scene_has_words(scene, at, words))
        return at;
    uint32_t end = scene->tokens[at].start + (uint32_t)strlen(words);
    while (at < scene->token_count && scene->tokens[at].start < end)
        at++;
    return at;
}

/* The token behind the noun "xã, phường, thị trấn" at @at, and its bits; @at if none stands there. */
static size_t read_units(const Scene *scene, size_t at, uint32_t *out_units)
{
    size_t end = at;
    *out_units = 0;
    for (;;) {
        size_t next = at;
        for (size_t i = 0; i < sizeof units / sizeof units[0] && next == at; i++) {
            next = step_over(scene, at, units[i]);
            *out_units |= next > at ? UINT32_C(1) << i : 0;
        }
        if (next == at)
            return end;
        end = next;
        bool goes_on = scene_is_mark(scene, end, ',') || scene_is_mark(scene, end, '/') || scene_is_cue(scene, end, CUE_AND);
        if (!goes_on)
            return end;
        at = end + 1;
    }
}

/* Whether the noun ends at @at with nothing that narrows it; of what stands below a line something may be told. */
static bool is_boundary(const Scene *scene, size_t at, bool is_below)
{
    static const char *const verbs[] = {"đã", "được", "đạt", "đạt chuẩn", "hoàn thành", "tổ chức", "thực hiện", "ban hành", "xây dựng", NULL};
    const Token *token = &scene->tokens[at];
    if (at >= scene->token_count || operand_begins_line(scene, at) || scene_is_cue(scene, at, CUE_COMPRISING) || scene_is_cue(scene, at, CUE_OF_WHICH))
        return true;
    if (token->kind == TOKEN_MARK)
        return token->mark != '/' && token->mark != '-' && token->mark != '"';
    if (scene_is_cue(scene, at, CUE_AND) || scene_is_word(scene, at, "với"))
        return at + 1 < scene->token_count && scene->tokens[at + 1].kind == TOKEN_NUMBER;
    return is_below && scene_is_one_of(scene, at, verbs);
}

/* Whether the item "34 dân tộc" behind the figure at @at is told with nothing that might be said of those before it too. */
static bool is_plain_item(const Scene *scene, size_t at)
{
    static const char *const said[] = {"đã", "được", "chưa", "đạt", "có", "bị", "thuộc", "nghèo", NULL};
    size_t end = at + 1;
    while (end <= at + PLAIN_WORDS && is_text(scene, end) && !scene_is_one_of(scene, end, said) && !scene_is_cue(scene, end, CUE_AND))
        end++;
    return end > at + 1 && is_boundary(scene, end, false);
}

/* Whether the list goes on behind @at to its end without words that may be of all of it: "12 xã, 30 thôn đạt chuẩn". */
static bool is_list_plain(const Scene *scene, size_t at)
{
    for (int items = 0; items < LIST_ITEMS; items++) {
        bool goes_on = scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, ';') || scene_is_cue(scene, at, CUE_AND) || scene_is_word(scene, at, "với");
        uint32_t counted;
        if (!goes_on || scene_get_figure(scene, at + 1) == NULL)
            return true;
        size_t end = read_units(scene, at + 2, &counted);
        if (counted == 0)
            return is_plain_item(scene, at + 1);
        if (!is_boundary(scene, end, false))
            return false;
        at = end;
    }
    return true;
}

/* The level of an area that is named at @at, and the token behind it; the number of levels if none is. */
static size_t read_level(const Scene *scene, size_t at, size_t *out_end)
{
    size_t level = 0, count = sizeof levels / sizeof levels[0];
    while (level < count && (*out_end = step_over(scene, at, levels[level])) == at)
        level++;
    return level;
}

/* The hash of the capital words @from … @end, as a name; *@out_is_name tells whether they are one, or nothing. */
static uint32_t hash_name(const Scene *scene, size_t from, size_t end, bool *out_is_name)
{
    uint32_t hash = 0;
    *out_is_name = end <= from + NAME_WORDS;
    for (size_t at = from; at < end && *out_is_name; at++) {
        *out_is_name = scene->tokens[at].kind == TOKEN_WORD && names_begins_with_capital(scene, at);
        hash = scene_hash_on(scene, &scene->tokens[at], hash);
    }
    return hash;
}

static size_t step_back_over(const Scene *scene, size_t at, size_t start, const char *const *words)
{
    while (at > start && (scene_is_one_of(scene, at - 1, words) || scene->tokens[at - 1].kind == TOKEN_PERIOD))
        at--;
    return at;
}

/* "toàn tỉnh hiện có", "trên địa bàn huyện Lục Yên còn": the area that is the subject of the verb at @verb; its first token, @verb if there is none. */
static size_t read_area(const Scene *scene, size_t verb, size_t start, Stock *stock)
{
    static const char *const adverbs[] = {"hiện", "nay", "đã", "cũng", "hiện nay", "đến", NULL}, *const wholes[] = {"toàn", "cả", "trên", "địa", "bàn", "trên toàn", "ở", "tại", "đến", "nay", "hiện", "hiện nay", NULL};
    size_t end = step_back_over(scene, verb, start, adverbs), least = end > start + NAME_WORDS + 2 ? end - NAME_WORDS - 2 : start;
    for (size_t first = end; first-- > least;) {
        size_t name, level = read_level(scene, first, &name);
        bool is_name = false;
        if (level == sizeof levels / sizeof levels[0] || name > end)
            continue;
        size_t before = step_back_over(scene, first, start, wholes);
        bool is_first = before == start || scene->tokens[before - 1].kind == TOKEN_MARK || scene->tokens[before].kind == TOKEN_PERIOD || operand_begins_line(scene, before);
        stock->level = (uint32_t)level;
        stock->name = hash_name(scene, name, end, &is_name);
        if (is_name && QCDC_FAULT("stock-subject", is_first, true))
            return before;
    }
    return verb;
}

/* The token behind the words of a name at @at, @most at most. */
static size_t find_name_end(const Scene *scene, size_t at, size_t most)
{
    size_t end = at;
    while (end < most && end < at + NAME_WORDS && scene->tokens[end].kind == TOKEN_WORD && names_begins_with_capital(scene, end))
        end++;
    return end;
}

/* "Huyện Lục Yên nằm ở phía bắc, có 17 xã", "Lục Yên là huyện miền núi; có 17 xã": the area of a verb without a subject is that which its sentence begins
 * with. */
static bool read_leading_area(const Scene *scene, size_t verb, size_t start, Stock *stock)
{
    size_t count = sizeof levels / sizeof levels[0], behind, level = read_level(scene, start, &behind);
    bool is_name;
    size_t first = level < count ? behind : start, end = find_name_end(scene, first, verb);
    for (size_t at = end; at < verb && at < start + LIST_REACH && level == count; at++) {
        size_t is_one = scene_is_word(scene, at, "là") && scene_is_word(scene, at + 1, "một");
        level = scene_is_word(scene, at, "là") ? read_level(scene, at + 1 + is_one, &behind) : count;
    }
    stock->level = (uint32_t)level;
    stock->name = hash_name(scene, first, end, &is_name);
    return QCDC_FAULT("stock-leading", level < count, false);
}

/* What stands between two items of a list. */
static bool is_join(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at];
    bool is_mark = token->kind == TOKEN_MARK && (token->mark == ',' || token->mark == ';' || token->mark == ':' || token->mark == '(');
    return is_mark || scene_is_cue(scene, at, CUE_AND) || scene_is_cue(scene, at, CUE_COMPRISING) || scene_is_word(scene, at, "với") || scene_is_word(scene, at, "cùng");
}

/* The first token of the item whose noun ends before @at: that of its figure; @at if there is none. */
static size_t find_item(const Scene *scene, size_t at, size_t start)
{
    size_t least = at > start + ITEM_REACH ? at - ITEM_REACH : start;
    for (size_t i = at; i > least;) {
        i = operand_step_back(scene, i);
        const Mention *figure = scene_get_figure(scene, i);
        if (figure != NULL)
            return operand_is_count(figure) && figure->slash == 0 ? i : at;
        bool is_inner = operand_is_inner_comma(scene, i) || scene->tokens[i].kind == TOKEN_WORD || scene->tokens[i].kind == TOKEN_NUMBER || scene_is_mark(scene, i, '(');
        if (!is_inner)
            return at;
    }
    return at;
}

/* Whether the figure at @at is one of those that a verb tells of an area: the verb's own, or of the list behind it. */
static bool find_area(const Scene *scene, size_t at, Stock *stock)
{
    static const char *const verbs[] = {"có", "còn", "gồm", "bao gồm", "gồm có", NULL};
    size_t start = scene_find_sentence_start(scene, at), least = at > start + LIST_REACH ? at - LIST_REACH : start, item = at;
    while (item > least) {
        size_t before = item;
        while (before > least && (scene_is_cue(scene, before - 1, CUE_TOTAL) || scene_is_word(scene, before - 1, "số")))
            before--;
        if (before > least && scene_is_one_of(scene, before - 1, verbs)) {
            size_t area = read_area(scene, before - 1, start, stock);
            if (area < before - 1) {
                stock->shown_start = item == at ? scene->tokens[area].start : stock->shown_start;
                return true;
            }
            bool is_bare = before - 1 > start && scene->tokens[before - 2].kind == TOKEN_MARK && !scene_is_cue(scene, before - 1, CUE_COMPRISING);
            if (is_bare)
                return read_leading_area(scene, before - 1, start, stock);
        }
        size_t join = before;
        while (join > least && is_join(scene, join - 1))
            join--;
        item = join < before ? find_item(scene, join, start) : join;
        if (item >= join)
            return false;
    }
    return false;
}

/* The last period that is told before @at in its sentence with its year. */
static QcdcPeriod find_period(const Scene *scene, size_t at)
{
    size_t start = scene_find_sentence_start(scene, at), least = at > start + LIST_REACH ? at - LIST_REACH : start;
    for (size_t i = at; i-- > least;)
        if (scene->tokens[i].kind == TOKEN_PERIOD && scene_has_year(scene_get_period(scene, i)))
            return scene_get_period(scene, i);
    return (QcdcPeriod){0};
}

Stock stock_read(const Scene *scene, const Mention *mention)
{
    Stock stock = {.units = 0};
    bool is_below = mention->slash == 2 && mention > scene->mentions;
    bool is_whole = operand_is_count(mention) && mention->slash != 1 && mention->value.decimals == 0 && mention->scale == 0 && mention->first_key != 0;
    if (!is_whole)
        return stock;
    uint32_t counted;
    size_t end = read_units(scene, mention->token + 1, &counted);
    stock.shown_start = is_below ? (mention - 1)->start : mention->start;
    bool is_bare = counted != 0 && QCDC_FAULT("stock-boundary", is_boundary(scene, end, is_below), true) && QCDC_FAULT("stock-list", is_below || is_list_plain(scene, end), true);
    if (!is_bare || !find_area(scene, is_below ? (mention - 1)->token : mention->token, &stock))
        return stock;
    stock.units = counted;
    stock.shown_end = scene->tokens[end - 1].end;
    stock.period = find_period(scene, mention->token);
    stock.figure = *mention;
    return stock;
}

/* A part of the units is told with the same words: "toàn tỉnh còn 12 xã". */
static bool is_near(int64_t one, int64_t other)
{
    int64_t less = one < other ? one : other, more = one < other ? other : one;
    return more >= LEAST && less >= more / 2;
}

bool stock_is_same(const Stock *left, const Stock *right)
{
    bool is_named = left->name == 0 || right->name == 0 || left->name == right->name;
    bool is_dated = left->period.kind == QCDC_PERIOD_NONE || right->period.kind == QCDC_PERIOD_NONE || qcdc_period_equals(left->period, right->period);
    if (left->units != right->units || left->level != right->level || !QCDC_FAULT("stock-name", is_named, true) || !QCDC_FAULT("stock-period", is_dated, true))
        return false;
    return QCDC_FAULT("stock-near", is_near(left->figure.value.coefficient, right->figure.value.coefficient), true);
}
