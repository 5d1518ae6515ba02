/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/mean-private.h"

#include <string.h>

#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"

enum {
    WORD_SIZE = 48,  /* bytes of a word that is looked for */
    UNIT_MOST = 2,   /* words of a unit before "một" */
    NOUN_MOST = 6,   /* words of a noun in which its level is told */
    LABEL_REACH = 10, /* tokens before a figure in which the line of its label stands */
    MOST_SCALED = 12 /* powers of ten of the last digit that is printed, so that nothing overflows */
};

static bool read_label(const Scene *scene, Mean *mean)
{
    const Mention *average = mean->average;
    size_t at = average->token, least = at > LABEL_REACH ? at - LABEL_REACH : 0;
    if (average->noun_end > average->noun_first || average->percent || average->scale > 0)
        return false;
    while (at > least && scene->tokens[at - 1].kind != TOKEN_NUMBER && scene->tokens[at - 1].kind != TOKEN_PERIOD) {
        at--;
        size_t people = operand_read_of_many(scene, at, &mean->power);
        if (people == 0 && scene->tokens[at].kind == TOKEN_MARK)
            return false;
        if (people == 0)
            continue;
        mean->over = people;
        mean->unit_end = at;
        while (at > 0 && scene->tokens[at - 1].kind == TOKEN_WORD && mean->unit_end - at < 4 && !scene_is_word(scene, at - 1, "số"))
            at--;
        mean->unit = at;
        mean->first = at;
        mean->is_density = true;
        return mean->unit < mean->unit_end;
    }
    return false;
}

/* "bình quân một doanh nghiệp đạt 10,9 tỷ đồng": the word, or the number, behind "bình quân". */
static bool is_one(const Scene *scene, size_t at)
{
    return at > 0 && scene_is_cue(scene, at - 1, CUE_AVERAGE) && scene_has_words(scene, at, "một");
}

/* "giá bình quân 59.000 đồng/m2": the price of others perhaps, not of what was sold. */
static bool is_price(const Scene *scene, const Mean *mean)
{
    size_t from = mean->first > LABEL_REACH / 2 ? mean->first - LABEL_REACH / 2 : 0;
    for (size_t at = mean->first; at > from && scene->tokens[at - 1].kind != TOKEN_MARK && scene->tokens[at - 1].kind != TOKEN_NUMBER; at--) {
        if (scene_is_word(scene, at - 1, "giá") && !scene_has_words(scene, at - 1, "giá trị"))
            return true;
    }
    return false;
}

/* "32,5 học sinh một lớp": the word behind "một" right behind the unit; 0 if there is none. "72.000 USD là một khoản lớn" tells of none. */
static size_t find_one_behind(const Scene *scene, const Mention *mention)
{
    static const char *const verbs[] = {"là", "có", "hơn", "được", "cho", "vào", NULL};
    size_t most = mention->noun_first + UNIT_MOST;
    for (size_t at = mention->noun_first + 1; at + 1 < mention->noun_end && at <= most; at++)
        if (scene_is_word(scene, at, "một") && !scene_is_one_of(scene, at - 1, verbs))
            return QCDC_FAULT("mean-one", at + 1, 0);
    return 0;
}

bool mean_read(const Scene *scene, const Mention *mention, Mean *mean)
{
    static const char *const means[] = {"năng suất", "năng xuất", "ns", "mật độ"};
    bool is_mean = false, has_colon = false;
    *mean = (Mean){.average = mention, .first = mention->token};
    size_t at = mention->token;
    for (int steps = 0; at > 0 && steps < 10; steps++) {
        const Token *token = &scene->tokens[--at];
        /* "Bình quân tiêu chí/xã: 12,97 tiêu chí/xã" */
        bool is_label = token->kind == TOKEN_MARK && token->mark == (has_colon ? '/' : ':');
        has_colon = has_colon || is_label;
        if (is_one(scene, at) && at + 1 < mention->token) {
            mean->over = at + 1;
            continue;
        }
        if (token->kind == TOKEN_NUMBER || (token->kind == TOKEN_MARK && token->mark != '-' && !is_label))
            break;
        mean->is_density = mean->is_density || scene_has_words(scene, at, "mật độ");
        bool says_mean = (token->kind == TOKEN_CUE && token->cue == CUE_AVERAGE) || operand_says_any(scene, at, at + 1, means, sizeof means / sizeof means[0]);
        mean->first = says_mean ? at : mean->first;
        is_mean = is_mean || says_mean;
        if (token->kind == TOKEN_CUE && token->cue == CUE_EACH && at + 1 < mention->token)
            mean->over = at + 1;
    }
    size_t end = mention_get_end(mention);
    size_t people = operand_read_of_many(scene, end, &mean->power);
    if (people > 0) {
        mean->over = people;
        mean->is_density = true;
    } else if (scene_is_mark(scene, end, '/') && end + 1 < scene->token_count && scene->tokens[end + 1].kind == TOKEN_WORD) {
        mean->over = end + 1;
    } else if (mean->over == 0 && scene_is_cue(scene, end, CUE_EACH) && scene->tokens[end + 1].kind == TOKEN_WORD) {
        mean->over = end + 1; /* "22,7 triệu USD mỗi dự án": said so of round figures too */
        mean->is_rough = true;
    }
    if (mean->over == 0 && is_mean)
        mean->over = find_one_behind(scene, mention);
    if (mean->over == 0 && read_label(scene, mean))
        return true;
    mean->is_rough = mean->is_rough || is_price(scene, mean);
    return (is_mean || mean->is_density) && mean->over > 0;
}

static bool says_unit(const Scene *scene, const Mention *mention, const char *unit)
{
    return mention->noun_end > mention->noun_first && scene_is_word(scene, mention->noun_first, unit);
}

unsigned mean_find_power(const Scene *scene, const Mean *mean, const Mention *total)
{
    static const struct Step {
        const char *total, *mean;
        unsigned power;
    } steps[] = {{"tấn", "tạ", 1}, {"tấn", "yến", 2}, {"tấn", "kg", 3}, {"tạ", "kg", 2}};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        if (says_unit(scene, mean->average, steps[i].mean) && says_unit(scene, total, steps[i].total))
            return steps[i].power;
    }
    return 0;
}

/* Whether the words before @mention name what @mean counts: its first two words. */
static bool is_labelled(const Scene *scene, const Mean *mean, const Mention *mention)
{
    size_t noun = mean->average->noun_first, words = mean->average->noun_end - noun < 2 ? 1 : 2;
    size_t first = operand_find_label(scene, mention->token), noun_before = mention > scene->mentions ? mention_get_end(mention - 1) : 0;
    first = QCDC_FAULT("mean-label", noun_before > first, false) ? noun_before : first; /* "3.214 bác sĩ trên 2.450.000 người" */
    for (size_t at = first; at + words <= mention->token; at++) {
        bool is_first = scene_hash_token(scene, &scene->tokens[at]) == scene_hash_token(scene, &scene->tokens[noun]);
        if (is_first && (words == 1 || scene_hash_token(scene, &scene->tokens[at + 1]) == scene_hash_token(scene, &scene->tokens[noun + 1])))
            return true;
    }
    return false;
}

bool mean_has_turns(const Scene *scene, const Mean *mean, const Mention *total)
{
    const Mention *average = mean->average;
    if (total->noun_end < total->noun_first + 2 || average->noun_end <= average->noun_first || !scene_is_word(scene, total->noun_first, "lượt"))
        return false;
    uint32_t word = scene_hash_token(scene, &scene->tokens[total->noun_first + 1]);
    return QCDC_FAULT("mean-turns", word == scene_hash_token(scene, &scene->tokens[average->noun_first]), false);
}

bool mean_has_unit(const Scene *scene, const Mean *mean, const Mention *mention)
{
    const Mention *average = mean->average;
    if (mention->first_key == 0)
        return false;
    if (mean->unit_end > 0)
        return mention->first_key == scene_hash_token(scene, &scene->tokens[mean->unit]);
    if (mention->first_key == average->first_key || mean_find_power(scene, mean, mention) > 0 || mean_has_turns(scene, mean, mention))
        return true;
    bool are_people = average->first_key != 0 && operand_counts_people(scene, average) && operand_shares_noun(scene, average, mention);
    bool is_plain = average->noun_end > average->noun_first && scene_is_word(scene, average->noun_first, "người");
    return QCDC_FAULT("mean-people", are_people && (is_plain || is_labelled(scene, mean, mention)), false);
}

/* "người/km²" of "1.240 km2" */
static bool is_same_measure(const Scene *scene, const Mention *mention, size_t word)
{
    static const char *const squares[][2] = {{"km2", "km²"}, {"m2", "m²"}, {"m3", "m³"}};
    for (size_t i = 0; i < sizeof squares / sizeof squares[0]; i++)
        for (size_t k = 0; k < 2; k++)
            if (scene_is_word(scene, mention->noun_first, squares[i][k]) && scene_is_word(scene, word, squares[i][1 - k]))
                return QCDC_FAULT("mean-square", true, false);
    return false;
}

static bool says_word(const Scene *scene, const Mention *mention, size_t word)
{
    char text[WORD_SIZE];
    const Token *token = &scene->tokens[word];
    size_t length = token->end - token->start;
    if (mention->noun_end <= mention->noun_first || length >= sizeof text)
        return false;
    memcpy(text, scene->script->bytes + token->start, length);
    text[length] = '\0';
    return scene_has_words(scene, mention->noun_first, text) || is_same_measure(scene, mention, word);
}

/* "1.240 lượt hộ" of households, "96 đơn vị hành chính cấp xã" of communes: what is counted may be less, or named in other words. */
static bool counts_loosely(const Scene *scene, const Mean *mean, const Mention *mention)
{
    size_t first = mention->noun_first, end = mention->noun_end < first + NOUN_MOST ? mention->noun_end : first + NOUN_MOST;
    if (end < first + 2)
        return false;
    uint32_t over = scene_hash_token(scene, &scene->tokens[mean->over]);
    if (scene_is_word(scene, first, "lượt"))
        return scene_hash_token(scene, &scene->tokens[first + 1]) == over;
    for (size_t at = first + 1; at + 1 < end; at++)
        if (scene_is_word(scene, at, "cấp") && scene_hash_token(scene, &scene->tokens[at + 1]) == over)
            return true;
    return false;
}

bool mean_is_loose(const Scene *scene, const Mean *mean, const Mention *count)
{
    return counts_loosely(scene, mean, count) && !says_word(scene, count, mean->over);
}

bool mean_is_over_people(const Scene *scene, const Mean *mean)
{
    return scene_has_words(scene, mean->over, "người") || scene_has_words(scene, mean->over, "dân");
}

bool mean_counts(const Scene *scene, const Mean *mean, const Mention *mention)
{
    /* of "8,1 bác sĩ/vạn dân" the doctors are people too */
    bool are_people = mean_is_over_people(scene, mean) && operand_counts_people(scene, mention) && !mean_has_unit(scene, mean, mention);
    return says_word(scene, mention, mean->over) || are_people || QCDC_FAULT("mean-loose", counts_loosely(scene, mean, mention), false);
}

static QcdcWide raise(QcdcWide value, int power)
{
    for (; power > 0; power--)
        value *= 10;
    return value;
}

static bool is_small(const Mention *mention)
{
    return mention->value.coefficient >= 0 && mention->value.coefficient < INT64_C(1000000000000) && mention->value.decimals <= 4;
}

bool mean_is_likely(const Scene *scene, const Mean *mean, const Mention *count, const Mention *total)
{
    const Mention *average = mean->average;
    int power = (int)mean_find_power(scene, mean, total) + mean->power;
    bool is_plain = is_small(average) && is_small(count) && is_small(total) && power <= 6 && !average->has_other && !count->has_other && !total->has_other;
    bool is_hedged = average->hedge != QCDC_HEDGE_NONE || count->hedge != QCDC_HEDGE_NONE || total->hedge != QCDC_HEDGE_NONE;
    bool is_fine = average->last_power <= MOST_SCALED && count->last_power <= MOST_SCALED && total->last_power <= MOST_SCALED;
    if (!is_plain || is_hedged || !is_fine)
        return true; /* what the print leaves open is for the judge */
    /* all in units of ten to minus what mean and count have together */
    int decimals = average->value.decimals + count->value.decimals, shift = decimals - total->value.decimals;
    QcdcWide product = (QcdcWide)average->value.coefficient * count->value.coefficient, wanted = raise(total->value.coefficient, power);
    QcdcWide unit = raise(count->value.coefficient, average->value.decimals + average->last_power);
    unit += count->last_power != 0 || count->is_measure ? raise(average->value.coefficient, count->value.decimals + count->last_power) : 0;
    QcdcWide scale = raise(1, shift < 0 ? -shift : 0), miss = product * scale - raise(wanted, shift > 0 ? shift : 0);
    QcdcWide most = unit * scale + raise(total->last_power != 0 || total->is_measure ? raise(1, power + total->value.decimals + total->last_power) : 0, shift > 0 ? shift : 0);
    return miss <= most && -miss <= most;
}

static bool is_taken(const Reader *reader, const Mention *mention)
{
    return operand_is_taken(reader, mention, TAKEN_CHANGE | TAKEN_RATE);
}

bool mean_is_beside(const Scene *scene, const Mean *mean, const Mention *mention)
{
    size_t open = operand_find_bracket(scene, mean->average->token);
    return open != SIZE_MAX && mention->token > open && mention->token < mean->average->token;
}

size_t mean_drop_taken(const Reader *reader, const Mean *mean, const Mention **figures, size_t count)
{
    const Scene *scene = &reader->scene;
    size_t kept = 0, plain = 0;
    for (size_t i = 0; i < count; i++) {
        plain += !is_taken(reader, figures[i]);
        if (mean_is_beside(scene, mean, figures[i]))
            return count;
    }
    if (QCDC_FAULT("mean-taken", plain == 0, true))
        return count;
    for (size_t i = 0; i < count; i++) {
        if (!is_taken(reader, figures[i]))
            figures[kept++] = figures[i];
    }
    return kept;
}

/* "tăng 19 dự án (227 dự án)": what it came from. */
static bool is_base_shown(const Reader *reader, const Mention *mention)
{
    const Scene *scene = &reader->scene;
    if (mention == scene->mentions || mention->token == 0 || !scene_is_mark(scene, mention->token - 1, '('))
        return false;
    const Mention *before = mention - 1;
    return operand_find_noun_end(scene, before) + 1 == mention->token && operand_is_change(reader, before);
}

/* Whether another figure before the mean counts what it is taken over, or measures what it is taken of. */
static bool has_other(const Reader *reader, const Mean *mean, const Mention *only, bool is_total)
{
    const Scene *scene = &reader->scene;
    for (const Mention *mention = mean->average; mention > scene->mentions && mean->average - mention < READER_LOOK_BACK; mention--) {
        const Mention *other = mention - 1;
        bool is_same = is_total ? mean_has_unit(scene, mean, other) : mean_counts(scene, mean, other);
        bool is_level = operand_is_count(other) && !is_taken(reader, other) && !operand_is_change(reader, other);
        if (is_level && is_same && other != only && qcdc_decimal_compare(other->value, only->value) != 0)
            return true;
    }
    return false;
}

bool mean_is_only(const Reader *reader, const Mean *mean, const Mention *only, bool is_total)
{
    const Scene *scene = &reader->scene;
    if (only->hedge != QCDC_HEDGE_NONE || only->slash != 0 || is_taken(reader, only) || is_base_shown(reader, only) || has_other(reader, mean, only, is_total))
        return false;
    if (mean->average->token > only->token + OPERAND_REACH)
        return false;
    for (size_t at = only->token; at < mean->average->token; at++) {
        if (scene->tokens[at].kind == TOKEN_PERIOD || scene_is_cue(scene, at, CUE_BEFORE) || scene_is_cue(scene, at, CUE_OF_WHICH))
            return false;
    }
    return QCDC_FAULT("mean-only", true, false);
}
