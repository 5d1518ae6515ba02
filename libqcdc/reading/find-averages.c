/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/operand-private.h"

enum {
    MAX_COUNTS = 8,  /* figures that are tried as the number of things a mean is taken over */
    WORD_SIZE = 48   /* bytes of a word that is looked for */
};

/* A mean, and the word of what it is taken over: "12,97 tiêu chí/xã". */
typedef struct Mean {
    const Mention *average;
    size_t over;     /* token of the word behind the line or "mỗi"; 0: none */
    size_t first;    /* token of the word that says so */
    bool is_density; /* "mật độ 160 người/km²" */
} Mean;

/* Whether @mention counts things of the word at token @word. */
static bool counts_word(const Scene *scene, const Mention *mention, size_t word)
{
    char text[WORD_SIZE];
    const Token *token = &scene->tokens[word];
    size_t length = token->end - token->start;
    if (mention->noun_end <= mention->noun_first || length >= sizeof text)
        return false;
    if (scene_has_words(scene, word, "người") && operand_counts_people(scene, mention))
        return true;
    memcpy(text, scene->script->bytes + token->start, length);
    text[length] = '\0';
    return scene_has_words(scene, mention->noun_first, text);
}

/* "bình quân 12,97 tiêu chí/xã", "bình quân mỗi xã đạt 12,97 tiêu chí": false if the figure is no mean over something. */
static bool read_mean(const Scene *scene, const Mention *mention, Mean *mean)
{
    bool is_mean = false;
    *mean = (Mean){.average = mention, .first = mention->token};
    size_t at = mention->token;
    for (int steps = 0; at > 0 && steps < 10; steps++) {
        const Token *token = &scene->tokens[--at];
        if (token->kind == TOKEN_NUMBER || (token->kind == TOKEN_MARK && token->mark != '-'))
            break;
        mean->is_density = mean->is_density || scene_has_words(scene, at, "mật độ");
        bool says_mean = (token->kind == TOKEN_CUE && token->cue == CUE_AVERAGE) || scene_has_words(scene, at, "năng suất") || scene_has_words(scene, at, "mật độ");
        mean->first = says_mean ? at : mean->first;
        is_mean = is_mean || says_mean;
        if (token->kind == TOKEN_CUE && token->cue == CUE_EACH && at + 1 < mention->token)
            mean->over = at + 1;
    }
    size_t end = mention->noun_end > mention->token ? mention->noun_end : mention->token + 1;
    if (scene_is_mark(scene, end, '/') && end + 1 < scene->token_count && scene->tokens[end + 1].kind == TOKEN_WORD)
        mean->over = end + 1;
    return (is_mean || mean->is_density) && mean->over > 0;
}

static void make_mean(Reader *reader, const Mean *mean, const Mention *count, const Mention *total)
{
    const Scene *scene = &reader->scene;
    bool is_density = mean->is_density, is_near = total != NULL;
    draft_begin(&reader->draft, is_density ? QCDC_CLAIM_DENSITY : QCDC_CLAIM_AVERAGE);
    operand_add(&reader->draft, is_density ? QCDC_OPERAND_VALUE : QCDC_OPERAND_AVERAGE, mean->average, true);
    draft_cover(&reader->draft, scene->tokens[mean->over].start, scene->tokens[mean->over].end);
    draft_cover(&reader->draft, scene->tokens[mean->first].start, mean->average->end);
    if (total != NULL)
        operand_add(&reader->draft, is_density ? QCDC_OPERAND_NUM : QCDC_OPERAND_TOTAL, total, true);
    if (count != NULL)
        operand_add(&reader->draft, is_density ? QCDC_OPERAND_DEN : QCDC_OPERAND_COUNT, count, is_near);
    operand_set_unit(&reader->draft, scene, mean->average);
}

/* Adds @mention if it counts what the mean is taken over; above the line of "65/181 xã" stands another count of them. */
static size_t add_count(const Scene *scene, const Mean *mean, const Mention *mention, const Mention **counts, size_t found)
{
    if (!operand_is_count(mention) || mention == mean->average || !counts_word(scene, mention, mean->over))
        return found;
    if (found < MAX_COUNTS)
        counts[found++] = mention;
    bool is_bare = mention->slash == 2 && (mention - 1)->noun_end == mention->noun_end;
    if (is_bare && found < MAX_COUNTS)
        counts[found++] = mention - 1;
    return found;
}

/* The figures behind the mean in its sentence, and those before it in the scene, that count what it is taken over; nearest first. */
static size_t gather_counts(const Scene *scene, const Mean *mean, const Mention **counts)
{
    size_t found = 0, index = (size_t)(mean->average - scene->mentions), end = scene_find_sentence_end(scene, mean->average->token);
    size_t first = index > READER_LOOK_BACK ? index - READER_LOOK_BACK : 0;
    for (size_t i = index; i > first; i--)
        found = add_count(scene, mean, &scene->mentions[i - 1], counts, found);
    for (size_t i = index + 1; i < scene->mention_count && i < index + MAX_COUNTS && scene->mentions[i].token < end; i++)
        found = add_count(scene, mean, &scene->mentions[i], counts, found);
    return found;
}

/* A figure of the sentence that measures what the mean measures: "5.250 tấn lúa trên 1.000 ha, … 5,25 tấn/ha"; NULL if there are two. */
static const Mention *find_total(const Reader *reader, const Mean *mean)
{
    const Scene *scene = &reader->scene;
    size_t index = (size_t)(mean->average - scene->mentions);
    size_t start = scene_find_sentence_start(scene, mean->average->token), end = scene_find_sentence_end(scene, mean->average->token);
    const Mention *total = NULL;
    for (size_t i = index > MAX_COUNTS ? index - MAX_COUNTS : 0; i < scene->mention_count && i < index + MAX_COUNTS; i++) {
        const Mention *mention = &scene->mentions[i];
        if (i == index || mention->token < start || mention->token >= end)
            continue;
        bool is_same = mention->first_key != 0 && mention->first_key == mean->average->first_key;
        bool is_above = mention->slash == 1 && mention->noun_end == (mention + 1)->noun_end; /* not "567 tổ/126 thôn" */
        if (!operand_is_count(mention) || mention->slash == 2 || is_above || !is_same || operand_is_change(reader, mention))
            continue;
        if (QCDC_FAULT("averages-two", total != NULL, false))
            return NULL;
        total = mention;
    }
    return total;
}

static QcdcStatus keep_mean(Reader *reader, const Mean *mean, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    const Mention *counts[MAX_COUNTS];
    size_t count = gather_counts(scene, mean, counts);
    const Mention *total = find_total(reader, mean);
    size_t start = scene_find_sentence_start(scene, mean->average->token);
    for (size_t i = 0; i < count; i++) {
        make_mean(reader, mean, counts[i], total);
        if (!operand_fits(&reader->draft))
            continue;
        operand_take(reader, counts[i], TAKEN_LINE);
        return reader_keep(reader, &reader->draft, NULL, error);
    }
    bool is_near = count == 1 && counts[0]->token >= start; /* in its sentence: a later one is */
    make_mean(reader, mean, is_near ? counts[0] : NULL, is_near ? total : NULL);
    if (is_near)
        operand_take(reader, counts[0], TAKEN_LINE);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* "mỗi suất trị giá 500.000 đồng", "500.000 đồng/suất", "x 300.000 đồng": what one of them is worth. */
static size_t find_worth(const Scene *scene, const Mention *worth, const Mention **out_count)
{
    size_t at = worth->token, end = worth->noun_end > worth->token ? worth->noun_end : worth->token + 1;
    bool is_each = scene_is_mark(scene, end, '/') && end + 1 < scene->token_count && scene->tokens[end + 1].kind == TOKEN_WORD;
    *out_count = NULL;
    for (int steps = 0; at > 0 && steps < 24; steps++) {
        const Token *token = &scene->tokens[--at];
        is_each = is_each || (token->kind == TOKEN_CUE && token->cue == CUE_EACH) || (token->kind == TOKEN_MARK && token->mark == 'x');
        if (token->kind == TOKEN_MARK && (token->mark == ';' || token->mark == '.'))
            return 0;
        const Mention *mention = operand_get_count(scene, at);
        if (token->kind == TOKEN_NUMBER && mention == NULL)
            return 0;
        if (mention != NULL) {
            *out_count = mention;
            return is_each && mention->slash == 0 ? end : 0;
        }
    }
    return 0;
}

/* What a word says to be an amount of money or goods altogether. */
static bool says_amount(const Scene *scene, const Mention *mention)
{
    static const char *const words[] = {"tổng trị giá", "trị giá", "tổng số tiền", "tổng kinh phí", "số tiền", "kinh phí", "tổng giá trị", "thành tiền",
                                        "giá trị", "tổng cộng", "tổng"};
    size_t from = mention->token > 6 ? mention->token - 6 : 0;
    for (size_t at = mention->token; at > from; at--) {
        if (scene->tokens[at - 1].kind == TOKEN_NUMBER || scene_is_mark(scene, at - 1, ';') || scene_is_mark(scene, at - 1, '.'))
            return false;
        if (operand_says_any(scene, at - 1, at, words, sizeof words / sizeof words[0]) || scene_is_mark(scene, at - 1, '='))
            return true;
    }
    return false;
}

/* The amount altogether behind @from in the sentence, NULL if there is none. */
static const Mention *find_amount(const Scene *scene, size_t from, uint32_t unit_key)
{
    size_t open = operand_find_bracket(scene, from);
    from = open != SIZE_MAX ? operand_find_bracket_end(scene, open) + 1 : from;
    if (from >= scene->token_count)
        return NULL;
    size_t end = scene_find_clause_end(scene, from);
    const Mention *mention = scene_find_next_figure(scene, from, end < from + 24 ? end : from + 24);
    bool is_amount = operand_is_count(mention) && mention->slash == 0 && mention->first_key == unit_key && says_amount(scene, mention);
    return is_amount ? mention : NULL;
}

static bool is_money(const Scene *scene, const Mention *mention)
{
    return mention->noun_end > mention->noun_first && scene_has_words(scene, mention->noun_first, "đồng");
}

static QcdcStatus keep_worth(Reader *reader, const Mention *count, const Mention *worth, size_t behind, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    const Mention *amount = find_amount(scene, behind, worth->first_key);
    draft_begin(&reader->draft, QCDC_CLAIM_DENSITY);
    if (amount != NULL)
        operand_add(&reader->draft, QCDC_OPERAND_NUM, amount, true);
    operand_add(&reader->draft, QCDC_OPERAND_DEN, count, true);
    operand_add(&reader->draft, QCDC_OPERAND_VALUE, worth, true);
    reader->draft.numbers[reader->draft.number_count - 1].last_power = 0; /* what each gets is set, not rounded */
    operand_set_unit(&reader->draft, scene, worth);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* "222 suất quà với tổng số tiền 111.000.000 đồng": a mean that is not printed. */
static QcdcStatus keep_amount(Reader *reader, const Mention *count, const Mention *amount, QcdcError *error)
{
    draft_begin(&reader->draft, QCDC_CLAIM_AVERAGE);
    operand_add(&reader->draft, QCDC_OPERAND_TOTAL, amount, true);
    operand_add(&reader->draft, QCDC_OPERAND_COUNT, count, true);
    operand_set_unit(&reader->draft, &reader->scene, amount);
    return reader_keep(reader, &reader->draft, NULL, error);
}

static QcdcStatus read_money(Reader *reader, const Mention *mention, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    const Mention *count;
    size_t behind = find_worth(scene, mention, &count);
    if (count == NULL || count->slash != 0 || is_money(scene, count) || operand_is_change(reader, count) || operand_is_change(reader, mention))
        return QCDC_OK;
    if (behind > 0)
        return keep_worth(reader, count, mention, behind, error);
    bool is_gift = counts_word(scene, count, count->noun_first) && says_amount(scene, mention);
    return is_gift ? keep_amount(reader, count, mention, error) : QCDC_OK;
}

QcdcStatus reader_find_averages(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    for (size_t i = 0; i < scene->mention_count; i++) {
        const Mention *mention = &scene->mentions[i];
        Mean mean;
        QcdcStatus status = QCDC_OK;
        if (!operand_is_count(mention) || mention->slash != 0)
            continue;
        if (read_mean(scene, mention, &mean))
            status = keep_mean(reader, &mean, error);
        else if (is_money(scene, mention))
            status = read_money(reader, mention, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}
