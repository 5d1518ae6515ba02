/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/rate-private.h"

enum {
    BRACKET_REACH = 12, /* tokens of the words of a whole before its bracket */
    NAMED_MOST = 8, /* tokens behind a percent that name what it is of */
    NAMED_REACH = 20 /* tokens before a figure that may name it */
};

static bool says_one(const Scene *scene, size_t at, const char *const *words, size_t count)
{
    return operand_says_any(scene, at, at + 1, words, count);
}

/* Whether @at parts a piece from what stands before it. */
static bool is_boundary(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at];
    if (token->kind != TOKEN_MARK)
        return false;
    switch (token->mark) {
    case ',':
        return !operand_is_inner_comma(scene, at);
    case ';':
    case '.':
    case '(':
    case '~':
        return true;
    default:
        return false;
    }
}

static bool is_bringing(Cue cue)
{
    return cue == CUE_SHARE || cue == CUE_REACH || cue == CUE_RATE || cue == CUE_INDEX || cue == CUE_TO_DOWN || cue == CUE_TO_UP;
}

/* Cues by which a percent is no share. */
static bool is_other_cue(Cue cue)
{
    switch (cue) {
    case CUE_UP:
    case CUE_DOWN:
    case CUE_HIGHER:
    case CUE_LOWER:
    case CUE_GROWTH:
    case CUE_EXCEED:
    case CUE_CONTRIBUTE:
    case CUE_MISS:
    case CUE_COMPARED:
    case CUE_AVERAGE:
    case CUE_FROM:
        return true;
    default:
        return false;
    }
}

/* Words before a percent that are no subject. */
static bool is_filler(const Scene *scene, size_t at)
{
    static const char *const words[] = {"là", "có", "được", "đã", "chỉ", "cũng", "tương", "ứng", "hay", "tức", "khoảng", "ước", "hiện", "nay", "mới", "và",
                                        "đạt", "chung", "trên", "gần", "hơn", "với", "này", "số"};
    return says_one(scene, at, words, sizeof words / sizeof words[0]);
}

bool rate_is_of_line(const Scene *scene, size_t verb, size_t start)
{
    size_t first = verb, least = verb > start + 10 ? verb - 10 : start;
    bool says_rate = scene_has_words(scene, verb, "tỷ lệ") || scene_has_words(scene, verb, "tỉ lệ");
    if (first > least && (scene_is_cue(scene, first - 1, CUE_SHARE) || scene_is_cue(scene, first - 1, CUE_REACH) || scene_is_cue(scene, first - 1, CUE_RATE))) {
        says_rate = true;
        first--;
    }
    const Mention *den = scene_find_previous_figure(scene, first, least);
    if (den == NULL || den->slash != 2 || operand_find_noun_end(scene, den) + 1 < first)
        return false;
    return says_rate || (scene_is_mark(scene, first - 1, '(') && operand_find_leader(scene, den - 1) == (Cue)scene->tokens[verb].cue);
}

static bool starts_subject(const Scene *scene, size_t at)
{
    static const char *const words[] = {"những", "các", "số", "lượng"};
    return says_one(scene, at, words, sizeof words / sizeof words[0]);
}

/* Rates that are named in one word, and so have their subject: "độ che phủ 58,2%". */
static bool is_named_rate(const Scene *scene, size_t at)
{
    static const char *const names[] = {"độ che phủ", "mức độ hài lòng", "chỉ số", "hệ số"};
    return QCDC_FAULT("rate-named", operand_says_any(scene, at, at + 1, names, sizeof names / sizeof names[0]), false);
}

static void look_before(const Reader *reader, Rate *rate)
{
    const Scene *scene = &reader->scene;
    size_t at = rate->mention->token, words = 0;
    for (int steps = 0; at > 0 && steps < 40; steps++) {
        size_t before = operand_step_back(scene, at);
        const Token *token = &scene->tokens[before];
        if (is_boundary(scene, before) || operand_begins_line(scene, at) || (token->kind == TOKEN_NUMBER && scene_get_figure(scene, before) != NULL)) {
            if (scene_is_mark(scene, before, '(') && before + 1 < rate->mention->token + 1)
                rate->open = before, rate->is_other |= QCDC_FAULT("rate-compared", operand_shows_base(scene, before), false);
            rate->has_subject = rate->has_subject || (words > 0 && token->kind != TOKEN_NUMBER && rate->open == SIZE_MAX);
            rate->first = at;
            return;
        }
        if (token->kind == TOKEN_CUE && rate->cue == CUE_NONE && is_bringing((Cue)token->cue)) {
            rate->cue = (Cue)token->cue;
            rate->bringing = before;
        }
        if (scene_is_mark(scene, before, '=') && rate->cue == CUE_NONE && words == 0) { /* "5 cháu = 16,1%" */
            rate->cue = QCDC_FAULT("rate-equal", CUE_INDEX, CUE_NONE);
            rate->bringing = before;
        }
        if (token->kind == TOKEN_CUE && is_other_cue((Cue)token->cue) && (rate->cue == CUE_NONE || rate->cue == CUE_RATE || words == 0))
            rate->is_other = true;
        if (token->kind == TOKEN_CUE && (token->cue == CUE_UP || token->cue == CUE_DOWN))
            rate->is_of_line = rate->is_of_line || rate_is_of_line(scene, before, 0);
        /* "57 người còn sống và những người trên 70 tuổi chiếm 86%" */
        if (token->kind == TOKEN_CUE && token->cue == CUE_AND && words > 0 && starts_subject(scene, at))
            rate->has_subject = true;
        if (token->kind == TOKEN_CUE && token->cue == CUE_RATE)
            rate->has_subject = rate->has_subject || words > 0 || is_named_rate(scene, before);
        words += token->kind == TOKEN_WORD && !is_filler(scene, before);
        at = before;
    }
    rate->first = at;
    rate->has_subject = rate->has_subject || words > 0;
}

/* "… % số hộ đăng ký (cấp tỉnh 240 hộ, cấp huyện 1.236 hộ)": whether the words in the bracket @open tell of one figure after another. */
static bool opens_list(const Scene *scene, size_t open, const Mention *first)
{
    size_t close = scene->tokens[open].index;
    const Mention *next = scene_find_next_figure(scene, mention_get_end(first), close);
    return first->token > open + 1 && close > open && next != NULL && next->first_key == first->first_key && next->first_key != 0;
}

/* The count behind the words of a whole that is named at @at, also in a bracket. */
static const Mention *find_own_whole(const Scene *scene, size_t at)
{
    size_t open = SIZE_MAX;
    for (int steps = 0; at < scene->token_count && steps < 10; steps++, at++) {
        const Token *token = &scene->tokens[at];
        open = token->kind == TOKEN_MARK ? at : open;
        if (token->kind == TOKEN_NUMBER) {
            const Mention *whole = operand_get_count(scene, at);
            return whole != NULL && open != SIZE_MAX && QCDC_FAULT("rate-list", opens_list(scene, open, whole), false) ? NULL : whole;
        }
        if (token->kind == TOKEN_PERIOD || (token->kind == TOKEN_MARK && token->mark != '(') ||
            (token->kind == TOKEN_CUE && token->cue != CUE_TOTAL && token->cue != CUE_OF && token->cue != CUE_COMPARED && token->cue != CUE_HEDGE))
            return NULL;
    }
    return NULL;
}

/* "… % lực lượng lao động (463.000 người)": the only figure of the bracket behind the words of a whole at @at, NULL if there is none. */
static const Mention *find_bracketed(const Scene *scene, size_t at)
{
    size_t most = at + BRACKET_REACH < scene->token_count ? at + BRACKET_REACH : scene->token_count, first = at;
    while (at < most && (scene->tokens[at].kind == TOKEN_WORD || (at > first && scene->tokens[at].kind == TOKEN_PERIOD) || scene_is_cue(scene, at, CUE_OF) ||
                         scene_is_cue(scene, at, CUE_TOTAL) || scene_is_cue(scene, at, CUE_RATE)))
        at++;
    if (at == first || !scene_is_mark(scene, at, '(') || scene->tokens[at].index <= at)
        return NULL;
    size_t close = scene->tokens[at].index;
    while (++at < close && (scene->tokens[at].kind == TOKEN_WORD || scene_is_cue(scene, at, CUE_TOTAL) || scene_is_cue(scene, at, CUE_HEDGE) || scene_is_cue(scene, at, CUE_AVERAGE)))
        continue;
    const Mention *only = operand_get_count(scene, at);
    return only != NULL && only->slash == 0 && only->sign == 0 && operand_find_noun_end(scene, only) == close ? only : NULL;
}

static void look_behind(const Reader *reader, Rate *rate)
{
    static const char *const wholes[] = {"tổng số", "tổng", "số", "trong tổng số", "trên tổng số", "của tổng số", "dân số", "so với tổng số", "so tổng số",
                                         "so với số", "trong số", "trên số", "tổng diện tích", "diện tích"};
    const Scene *scene = &reader->scene;
    size_t at = rate->mention->token + 1;
    /* "(5%) trên tổng số 600 phiếu" */
    bool is_closed = rate->open != SIZE_MAX && scene_is_mark(scene, at, ')') && (scene_is_cue(scene, at + 1, CUE_OF) || scene_is_cue(scene, at + 1, CUE_COMPARED));
    if (is_closed && scene_is_cue(scene, at + 2, CUE_TOTAL))
        at++;
    if (scene_is_mark(scene, at, '/') || scene_is_cue(scene, at, CUE_PER_YEAR)) {
        rate->is_other = true;
        return;
    }
    bool is_of = scene_is_word(scene, at, "trên") || scene_is_word(scene, at, "của");
    rate->whole = is_of ? operand_get_count(scene, at + 1) : NULL;
    if (scene_is_cue(scene, at, CUE_OF))
        at++;
    if (rate->whole != NULL) { /* "chiếm 97% trên 105 đại biểu" */
        rate->names_whole = true;
        return;
    }
    rate->names_whole = says_one(scene, at, wholes, sizeof wholes / sizeof wholes[0]) || scene_is_cue(scene, at, CUE_TOTAL) ||
                        (scene_is_cue(scene, at, CUE_COMPARED) && (scene_is_cue(scene, at + 1, CUE_TOTAL) || scene_has_words(scene, at + 1, "số")));
    if (rate->names_whole) {
        rate->whole = find_own_whole(scene, at);
        rate->bracketed = rate->whole != NULL ? rate->whole : find_bracketed(scene, at);
        return;
    }
    rate->bracketed = find_bracketed(scene, at);
    for (int steps = 0; steps < 4 && at < scene->token_count; steps++, at++) {
        const Token *token = &scene->tokens[at];
        if (token->kind == TOKEN_CUE && (token->cue == CUE_PLAN || token->cue == CUE_TARGET || token->cue == CUE_SAME_PERIOD || token->cue == CUE_BEFORE ||
                                         token->cue == CUE_COMPARED))
            rate->is_other = true;
        if (token->kind != TOKEN_WORD && token->kind != TOKEN_CUE)
            break;
    }
    rate->has_object = scene->tokens[rate->mention->token + 1].kind == TOKEN_WORD && !is_filler(scene, rate->mention->token + 1);
}

void rate_read(const Reader *reader, const Mention *mention, Rate *rate)
{
    *rate = (Rate){.mention = mention, .first = mention->token, .open = SIZE_MAX, .cue = CUE_NONE};
    look_before(reader, rate);
    rate->begins_piece = rate->first < mention->token && scene_is_cue(&reader->scene, rate->first, rate->cue);
    rate->bringing = rate->cue == CUE_NONE ? rate->first : rate->bringing;
    look_behind(reader, rate);
    if (operand_is_taken(reader, mention, TAKEN_CHANGE) || mention->points || mention->sign != 0)
        rate->is_other = true;
}

bool rate_is_bound(const Rate *rate)
{
    /* "5/9 huyện đạt tỷ lệ dưới 3%", "11/14 đơn vị đạt trên 80%": what each reached, not how many; but "…, đạt trên 80%" */
    if (QCDC_FAULT("rate-hedge", rate->mention->hedge != QCDC_HEDGE_NONE, false) && rate->mention->hedge != QCDC_HEDGE_ABOUT &&
        rate->mention->hedge != QCDC_HEDGE_ESTIMATE && rate->open == SIZE_MAX && rate->cue != CUE_SHARE && !rate->begins_piece)
        return false;
    if (rate->is_other || QCDC_FAULT("rate-subject", rate->has_subject, false))
        return false;
    if (rate->open != SIZE_MAX)
        return true;
    if (rate->cue == CUE_NONE || rate->cue == CUE_TO_DOWN || rate->cue == CUE_TO_UP)
        return false;
    return rate->cue == CUE_SHARE || !QCDC_FAULT("rate-object", rate->has_object, false);
}

/* Whether the word at @at stands in the bytes of the tokens @first … @end, be it inside a cue. */
static bool stands_in(const Scene *scene, size_t at, size_t first, size_t end)
{
    const char *bytes = scene->script->bytes, *word = bytes + scene->tokens[at].start;
    uint32_t length = scene->tokens[at].end - scene->tokens[at].start, limit = end > first ? scene->tokens[end - 1].end : 0;
    for (uint32_t byte = end > first ? scene->tokens[first].start : 1; byte + length <= limit; byte++) {
        bool begins = byte == scene->tokens[first].start || bytes[byte - 1] == ' ';
        if (begins && qcdc_letters_match(bytes + byte, limit - byte, word, length) > 0)
            return true;
    }
    return false;
}

/* Words with which something else begins than what the percent is of. */
static bool ends_name(const Scene *scene, size_t at)
{
    static const char *const words[] = {"trên", "tại", "ở", "trong", "là", "đã", "được", "có", "và", "của", "so", "với", "này", "theo", "do", "để", "nhưng", "còn", "đạt", "trở", "thuộc",
                                        "toàn", "tham", "đồng", "tán", "không", "chưa"};
    return says_one(scene, at, words, sizeof words / sizeof words[0]);
}

bool rate_names_other(const Scene *scene, const Rate *rate, const Mention *figure)
{
    size_t at = rate->mention->token + 1, most = at + NAMED_MOST < scene->token_count ? at + NAMED_MOST : scene->token_count;
    size_t from = figure->token > NAMED_REACH ? figure->token - NAMED_REACH : 0, end = operand_find_noun_end(scene, figure);
    if (at < most && scene_is_cue(scene, at, CUE_OF))
        at++;
    for (; at < most; at++) {
        const Token *token = &scene->tokens[at];
        if (token->kind == TOKEN_CUE && token->cue == CUE_TOTAL)
            continue;
        if (token->kind != TOKEN_WORD || ends_name(scene, at) || operand_begins_line(scene, at))
            return false;
        if (!scene_is_word(scene, at, "số") && !scene_is_word(scene, at, "các") && !stands_in(scene, at, from, end))
            return true;
    }
    return false;
}

bool rate_names_holder(const Scene *scene, const Rate *rate, const Mention *figure)
{
    static const char *const holders[] = {"của", "thuộc", "có"}, *const areas[] = {"toàn", "cả", "tỉnh", "huyện", "thành", "thị", "xã", "phường", "quận", "nước", "địa", "đơn", "ngành", "vùng"};
    size_t first = rate->mention->token + 1, most = first + NAMED_MOST < scene->token_count ? first + NAMED_MOST : scene->token_count;
    size_t from = figure->token > NAMED_REACH ? figure->token - NAMED_REACH : 0, at = first;
    while (at < most && (scene->tokens[at].kind == TOKEN_WORD || scene->tokens[at].kind == TOKEN_CUE) && !says_one(scene, at, holders, sizeof holders / sizeof holders[0]))
        at++;
    if (at == first || at + 1 >= most || !says_one(scene, at, holders, sizeof holders / sizeof holders[0]) || scene->tokens[at + 1].kind != TOKEN_WORD)
        return false;
    return !says_one(scene, at + 1, areas, sizeof areas / sizeof areas[0]) && !stands_in(scene, at + 1, from, operand_find_noun_end(scene, figure));
}

const Mention *rate_find_next(const Reader *reader, size_t from, size_t end)
{
    const Scene *scene = &reader->scene;
    for (size_t at = from; at < end && at < scene->token_count; at++) {
        const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? scene_get_figure(scene, at) : NULL;
        if (mention != NULL && mention->percent && !mention->points && !operand_is_taken(reader, mention, TAKEN_CHANGE))
            return mention;
    }
    return NULL;
}
