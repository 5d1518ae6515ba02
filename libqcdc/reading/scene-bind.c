/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-lexer-private.h"

#include "kernel/fault-private.h"
#include "reading/numeral-private.h"

/* ---- cues ---- */

static bool is_number(const Token *token)
{
    return token->kind == TOKEN_NUMBER;
}

static bool is_hedge(const Token *token)
{
    return token->kind == TOKEN_CUE && token->cue == CUE_HEDGE;
}

/* What "so" and "bằng" may stand before. */
static bool is_base(const Scene *scene, const Token *token)
{
    static const char *const times[] = {"cuối", "đầu", "nhiệm kỳ", "vụ", "mùa", "thời điểm", "tháng", "quý", "năm", "kỳ", NULL};
    if (token->kind == TOKEN_WORD)
        return scene_follows_any(scene, token->start, times) != NULL;
    return token->kind == TOKEN_PERIOD || (token->kind == TOKEN_CUE &&
                                           (token->cue == CUE_SAME_PERIOD || token->cue == CUE_BEFORE || token->cue == CUE_PLAN ||
                                            token->cue == CUE_TARGET));
}

static bool is_in_place(const Scene *scene, const Token *token, const Token *next)
{
    bool before_number = is_number(next) || is_hedge(next);
    switch (token->index) {
    case CUE_BEFORE_NUMBER:
        return before_number || (next->kind == TOKEN_CUE && token->cue == CUE_REMAINDER && next->cue == CUE_MULTIPLE);
    case CUE_BEFORE_TIME:
        if (token->cue == CUE_COMPARED)
            return is_base(scene, next);
        if (token->cue == CUE_UNTIL)
            return before_number || next->kind == TOKEN_PERIOD;
        return before_number || (next->kind != TOKEN_WORD && is_base(scene, next));
    default:
        return true;
    }
}

/* A cue that is none here: a word, or the mark that it is spelt with. */
static void demote(const Scene *scene, Token *token)
{
    char first = scene->folded[token->start - scene->start];
    bool is_sign = first == '~' || first == '<' || first == '>';
    token->kind = is_sign ? TOKEN_MARK : TOKEN_WORD;
    token->mark = !is_sign ? '\0' : first == '~' ? '-' : first;
    token->cue = CUE_NONE;
    token->hedge = QCDC_HEDGE_NONE;
}

/* "trên" is a hedge before a number, and joins a part to its whole elsewhere. */
static void settle_cue(const Scene *scene, Token *token, const Token *next)
{
    bool before_number = is_number(next) || is_hedge(next);
    if (!is_in_place(scene, token, next))
        demote(scene, token);
    else if (token->cue == CUE_OF && token->hedge != QCDC_HEDGE_NONE && QCDC_FAULT("scene-bind-above", before_number, true))
        token->cue = CUE_HEDGE;
    if (token->cue == CUE_OF)
        token->hedge = QCDC_HEDGE_NONE;
    token->index = 0;
}

/* "tăng 3 hạng" are places, "hạng 54/63" is a rank. */
static void settle_places(Token *tokens, size_t at)
{
    Token *token = &tokens[at];
    bool counted = at > 0 && is_number(&tokens[at - 1]);
    if (token->cue == CUE_PLACES && !counted && is_number(&tokens[at + 1]))
        token->cue = CUE_RANK;
}

void scene_settle(Scene *scene)
{
    for (size_t at = scene->token_count; at > 0; at--) {
        Token *token = &scene->tokens[at - 1];
        if (token->kind != TOKEN_CUE)
            continue;
        settle_cue(scene, token, token + 1);
        settle_places(scene->tokens, at - 1);
    }
}

/* ---- hedges ---- */

static bool is_operand(const Mention *mention)
{
    return mention->kind == MENTION_FIGURE || mention->kind == MENTION_BOUND || mention->kind == MENTION_RANGE;
}

static QcdcHedge find_hedge_before(const Scene *scene, const Mention *mention)
{
    const Token *token = &scene->tokens[mention->token];
    return mention->token > 0 && token[-1].kind == TOKEN_CUE ? (QcdcHedge)token[-1].hedge : QCDC_HEDGE_NONE;
}

/* Words that another measure begins with: "3.212 người có bằng cao đẳng trở lên" are exact. */
static bool begins_other(const Scene *scene, const Token *token)
{
    static const char *const words[] = {"có", "đạt", "là", "được", "trình độ", "xếp loại", "loại", NULL};
    return scene_follows_any(scene, token->start, words) != NULL;
}

QcdcHedge scene_find_upward(const Scene *scene, const Mention *mention)
{
    const Token *token = &scene->tokens[mention->token + 1];
    unsigned most = scene_precedes(scene, mention->start - scene->start, "từ") ? 8 : 3;
    for (unsigned i = 0; i < most; i++, token++) {
        bool goes_on = token->kind == TOKEN_WORD || (token->kind == TOKEN_CUE && token->cue != CUE_AND) ||
                       (token->kind == TOKEN_MARK && token->mark == '/');
        if (!goes_on || begins_other(scene, token))
            break;
        if (scene_follows(scene, token->start, "trở lên"))
            return QCDC_HEDGE_AT_LEAST;
        if (scene_follows(scene, token->start, "trở xuống"))
            return QCDC_HEDGE_AT_MOST;
    }
    return QCDC_HEDGE_NONE;
}

static void bind_hedge(const Scene *scene, Mention *mention)
{
    QcdcHedge behind = scene_find_upward(scene, mention), before = find_hedge_before(scene, mention);
    mention->hedge = (uint8_t)(QCDC_FAULT("scene-bind-behind", behind != QCDC_HEDGE_NONE, false) ? behind : before);
}

/* ---- ranges ---- */

/* "tăng từ 19 đến 21" tells two figures, "từ 19 đến 21" a range. */
static bool is_movement(const Scene *scene, const Mention *mention)
{
    const Token *token = &scene->tokens[mention->token];
    if (mention->token < 2 || token[-1].kind != TOKEN_CUE || token[-1].cue != CUE_FROM || token[-2].kind != TOKEN_CUE)
        return false;
    uint8_t cue = token[-2].cue;
    return cue == CUE_UP || cue == CUE_DOWN || cue == CUE_TO_UP || cue == CUE_TO_DOWN || cue == CUE_GROWTH;
}

static bool is_glued(const Token *tokens, size_t at)
{
    return tokens[at].end == tokens[at + 1].start && tokens[at + 1].end == tokens[at + 2].start;
}

/* The right end: behind a dash or "đến", and a hedge ("từ 30 đến dưới 50%"). NULL if there is none. */
static Mention *find_right_end(Scene *scene, const Mention *left, bool *out_dash)
{
    const Token *tokens = scene->tokens;
    size_t at = left->token + 1;
    *out_dash = tokens[at].kind == TOKEN_MARK && tokens[at].mark == '-';
    bool until = tokens[at].kind == TOKEN_CUE && tokens[at].cue == CUE_UNTIL;
    if (!*out_dash && !until)
        return NULL;
    at += 1 + (until && is_hedge(&tokens[at + 1]));
    Mention *right = is_number(&tokens[at]) ? &scene->mentions[tokens[at].index] : NULL;
    /* "tăng từ 10 đến 20%" is a range all the same: the first end has no sign of its own */
    bool is_told = until && is_movement(scene, left) && right != NULL && left->percent == right->percent;
    return is_told ? NULL : right;
}

/* Two ends, the lower first; glued ones are no figures in any order: "tỷ số 3-2". */
static void bind_range(Scene *scene, Mention *left)
{
    bool dash;
    Mention *right = is_operand(left) ? find_right_end(scene, left, &dash) : NULL;
    if (right != NULL && right->kind == MENTION_PERIOD && left->end - left->start <= 2)
        left->kind = MENTION_PERIOD; /* the 5 of "5 đến 7 năm" */
    if (right == NULL || !is_operand(right) || !is_operand(left) || right->sign != 0)
        return;
    bool rises = qcdc_decimal_compare(left->value, right->value) < 0 || right->scale > left->scale;
    if (!QCDC_FAULT("scene-bind-range", rises || (dash && is_glued(scene->tokens, left->token)), false))
        return;
    left->kind = right->kind = MENTION_RANGE;
    left->percent = left->percent || right->percent;
    left->points = left->points || right->points;
}

/* ---- lines a/b ---- */

enum {
    LINE_WORDS = 3 /* of a noun above the line */
};

/* The token of the "/" behind a figure and a few words of its noun; 0 if there is none. No number stands between the two of a line, so
 * that they are neighbours among the mentions. */
static size_t find_line(const Scene *scene, const Mention *mention)
{
    size_t at = mention->token + 1;
    for (unsigned words = 0; words < LINE_WORDS && scene->tokens[at].kind == TOKEN_WORD; words++)
        at++;
    return at < scene->token_count && scene->tokens[at].kind == TOKEN_MARK && scene->tokens[at].mark == '/' ? at : 0;
}

static Mention *find_lower(Scene *scene, const Mention *upper)
{
    size_t line = find_line(scene, upper);
    if (line == 0)
        return NULL;
    line += scene->tokens[line + 1].kind == TOKEN_CUE && scene->tokens[line + 1].cue == CUE_PLAN; /* "5.240/dự toán 5.000 tỷ đồng" */
    if (line + 1 >= scene->token_count || !is_number(&scene->tokens[line + 1]))
        return NULL;
    return &scene->mentions[scene->tokens[line + 1].index];
}

/* "876,6/680 triệu đồng": both are in millions. */
static void share_scale(const Scene *scene, Mention *upper, const Mention *lower)
{
    QcdcDecimal value = upper->value;
    bool is_bare = scene->tokens[upper->token + 1].kind == TOKEN_MARK && upper->scale == 0 && lower->scale > 0;
    if (!is_bare || !numeral_scale(&value, lower->scale))
        return;
    upper->has_other = upper->has_other && numeral_scale(&upper->other, lower->scale);
    upper->value = value;
    upper->scale = lower->scale;
    upper->last_power = (int8_t)(upper->last_power + lower->scale);
}

/* "1/3 số hộ" tells about how many; "1/3 xã" tells them. */
static void soften_line(const Scene *scene, Mention *upper, Mention *lower)
{
    bool is_simple = upper->value.decimals == 0 && lower->value.decimals == 0 && upper->value.coefficient <= 3 &&
                     upper->value.coefficient < lower->value.coefficient && lower->value.coefficient <= 5 && !upper->is_padded &&
                     !lower->is_padded;
    if (!is_simple || scene->tokens[lower->token + 1].kind != TOKEN_WORD || scene_counts(scene, lower->end))
        return;
    if (upper->hedge == QCDC_HEDGE_NONE)
        upper->hedge = lower->hedge = QCDC_HEDGE_ABOUT;
}

/* A line of two figures; three are none ("12/15/20"). */
static void bind_line(Scene *scene, Mention *upper)
{
    Mention *lower = upper->kind == MENTION_FIGURE && !upper->percent && upper->slash == 0 ? find_lower(scene, upper) : NULL;
    if (lower == NULL || lower->kind != MENTION_FIGURE || lower->sign != 0)
        return;
    bool is_first = upper->token == 0 || scene->tokens[upper->token - 1].kind != TOKEN_MARK || scene->tokens[upper->token - 1].mark != '/';
    if (!is_first || find_lower(scene, lower) != NULL)
        return;
    upper->slash = 1;
    lower->slash = 2;
    share_scale(scene, upper, lower);
    soften_line(scene, upper, lower);
}

/* "từ 175 xuống 140 ngàn đồng", "5-7 triệu": the scale word stands once. */
static void share_scale_onward(Scene *scene, size_t index)
{
    Mention *left = &scene->mentions[index];
    if (index + 1 >= scene->mention_count || (left->kind != MENTION_FIGURE && left->kind != MENTION_RANGE))
        return;
    const Mention *right = left + 1;
    const Token *joint = &scene->tokens[left->token + 1];
    bool is_joint = right->token == left->token + 2 &&
                    ((joint->kind == TOKEN_CUE && (joint->cue == CUE_TO_UP || joint->cue == CUE_TO_DOWN || joint->cue == CUE_UNTIL)) ||
                     left->kind == MENTION_RANGE);
    QcdcDecimal value = left->value;
    if (!is_joint || right->scale == 0 || left->scale != 0 || left->percent || left->is_grouped || !numeral_scale(&value, right->scale))
        return;
    left->has_other = 0;
    left->value = value;
    left->scale = right->scale;
    left->last_power = (int8_t)(left->last_power + right->scale);
}

/* People are not had in parts: "21,700 người" are grouped, and "7.570 người" are not 7,57. */
static void prefer_whole(const Scene *scene, Mention *mention, uint32_t end)
{
    bool may_be = mention->has_other && !mention->percent && !mention->points && mention->scale == 0 && !mention->is_measure;
    if (!may_be || !scene_counts(scene, end))
        return;
    if (!mention->is_grouped) {
        mention->value = mention->other;
        mention->last_power = 0;
    }
    mention->is_grouped = 1;
    mention->has_other = 0;
}

/* ---- nouns ---- */

static uint32_t hash(const Scene *scene, const Token *token, uint32_t key)
{
    key = scene_hash_on(scene, token, key);
    return key == 0 ? 1 : key;
}

/* A cue that is a unit where it is counted: 12 kế hoạch, 03 lần, 21 bậc, 07 chỉ số. */
static bool is_unit(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at];
    if (scene_is_word(scene, at, "chỉ số"))
        return true;
    return token->kind == TOKEN_CUE && (token->cue == CUE_TIMES || token->cue == CUE_SCORE || token->cue == CUE_PLACES ||
                                        token->cue == CUE_PLAN || token->cue == CUE_TARGET);
}

/* "1 đơn/km2": how many of one to each of another, rounded. A mean that shows its decimals ("12,97 tiêu chí/xã") is of a whole total. */
static bool is_per_unit(const Scene *scene, const Mention *mention)
{
    const Token *token = &scene->tokens[mention->token + 1];
    for (unsigned words = 0; words < LINE_WORDS && token->kind == TOKEN_WORD; words++)
        token++;
    if (token == &scene->tokens[mention->token + 1] || mention->value.decimals > 0)
        return false;
    bool is_line = token->kind == TOKEN_MARK && token->mark == '/' && token[1].kind == TOKEN_WORD && token[1].start == token->end;
    return is_line || (token->kind == TOKEN_CUE && token->cue == CUE_PER_YEAR);
}

bool scene_is_measure(const Scene *scene, const Mention *mention)
{
    static const char *const units[] =
        {"ha", "héc-ta", "hecta", "héc ta", "km", "km2", "km²", "m", "m2", "m²", "m3", "m³", "mét", "cm", "mm", "ki-lô-mét", "sào", "mẫu",
         "công đất", "tấn", "tạ", "yến", "kg", "ki-lô-gam", "gam", "g", "lít", "l", "giờ", "phút", "kwh", "mwh", "kw", "mw", "mwp", "gw",
         "kv", "kva", "mva", "usd", "đô la", "euro", "eur", "điểm", "lần", "tuổi", "độ", "°c", "‰", "phần nghìn", "vòng", "năm/người",
         "inch", "hải lý", "đồng/kg", "đồng/người", NULL};
    return scene_follows_any(scene, mention->end, units) != NULL || is_per_unit(scene, mention);
}

/* "119,62 điểm trong khi chỉ số B tăng 1,78 điểm": a clause of its own is no noun. */
static bool begins_clause(const Scene *scene, uint32_t at)
{
    return scene_has_words(scene, at, "trong khi") || scene_has_words(scene, at, "nhưng");
}

static void bind_noun(const Scene *scene, Mention *mention)
{
    const Token *tokens = scene->tokens;
    uint32_t first = mention->token + 1, end = first;
    if (!mention->percent && !mention->points && is_unit(scene, end))
        end++;
    while (tokens[end].kind == TOKEN_WORD && !QCDC_FAULT("scene-bind-clause", begins_clause(scene, end), false))
        end++;
    mention->is_measure = scene_is_measure(scene, mention);
    mention->is_rounded = is_per_unit(scene, mention);
    mention->noun_first = first;
    mention->noun_end = end;
    mention->first_key = end > first ? hash(scene, &tokens[first], UINT32_C(2166136261)) : 0;
    mention->noun_key = end > first + 1 ? hash(scene, &tokens[first + 1], mention->first_key) : mention->first_key;
}

/* 62/77 đơn: both count the same; so do both ends of a range. */
static void share_noun(const Scene *scene, Mention *left, const Mention *right)
{
    if (left->noun_end > left->noun_first)
        return;
    left->noun_first = right->noun_first;
    left->noun_end = right->noun_end;
    left->noun_key = right->noun_key;
    left->first_key = right->first_key;
    left->is_measure = right->is_measure;
    prefer_whole(scene, left, right->end);
}

static void share_nouns(Scene *scene)
{
    for (size_t i = 0; i + 1 < scene->mention_count; i++) {
        Mention *left = &scene->mentions[i], *right = left + 1;
        bool range = left->kind == MENTION_RANGE && right->kind == MENTION_RANGE && left->token + 4 > right->token;
        if (range || (left->slash == 1 && right->slash == 2))
            share_noun(scene, left, right);
    }
}

void scene_bind(Scene *scene)
{
    for (size_t i = 0; i < scene->mention_count; i++) {
        Mention *mention = &scene->mentions[i];
        if (is_operand(mention))
            bind_hedge(scene, mention);
        bind_noun(scene, mention);
        prefer_whole(scene, mention, mention->end);
    }
    for (size_t i = 0; i < scene->mention_count; i++)
        bind_range(scene, &scene->mentions[i]);
    for (size_t i = 0; i < scene->mention_count; i++)
        share_scale_onward(scene, i);
    for (size_t i = 0; i < scene->mention_count; i++)
        bind_line(scene, &scene->mentions[i]);
    share_nouns(scene);
}
