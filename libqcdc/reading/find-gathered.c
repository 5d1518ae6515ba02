/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "reading/operand-private.h"

/* A total behind its parts: "tiếp nhận 127 đơn, kỳ trước chuyển sang 19 đơn, tổng số phải xử lý là 146 đơn". The figures right before one that is said
 * to be a total, in its sentence or the one before, that add up to it; that they do not says nothing. */
enum {
    MOST_PARTS = 12,
    REACH = 160,   /* tokens back from a total */
    SENTENCES = 2, /* its own and the one before */
    BETWEEN = 3,   /* figures that may stand between the last part and the total, of which other things are told */
    LEAST = 20,    /* the greatest of them without its point and the zeros at its end: smaller ones add up by chance, */
    LEAST_APART = 100 /* and below this where other figures stand between */
};

typedef struct Row {
    const Mention *total;
    const Mention *parts[MOST_PARTS]; /* the last one first */
    size_t count;
} Row;

/* Above a line that two measures stand on: "462 tỷ đồng/10.500 hộ". */
static bool heads_pair(const Mention *mention)
{
    return mention->slash == 1 && mention->first_key != 0 && mention[1].first_key != 0 && mention->first_key != mention[1].first_key;
}

static bool may_be(const Reader *reader, const Mention *mention)
{
    return (mention->slash == 0 || QCDC_FAULT("gathered-pair", heads_pair(mention), false)) && mention->value.coefficient > 0 && operand_may_add_up(reader, mention);
}

/* Whether the words between the figure before it and the total say that it is all. */
static bool is_said(const Reader *reader, const Mention *mention)
{
    const Scene *scene = &reader->scene;
    static const char *const words[] = {"nâng tổng", "đưa tổng", "tổng số", "tổng cộng", "tổng", "cả thảy", "tất cả"};
    if (!operand_is_count(mention) || mention->first_key == 0 || mention->slash == 2 || mention->is_word || operand_is_change(reader, mention))
        return false;
    size_t start = operand_find_label(scene, mention->token);
    return operand_says_any(scene, start, mention->token, words, sizeof words / sizeof words[0]);
}

/* "Tổng số là 7.415 lượt với 8.419 người": of two measures side by side both are. */
static bool is_total(const Reader *reader, const Mention *mention)
{
    const Scene *scene = &reader->scene;
    if (is_said(reader, mention))
        return true;
    const Mention *first = mention > scene->mentions ? mention - 1 : NULL;
    bool is_joined = first != NULL && mention->token == mention_get_end(first) + 1 && (scene_is_cue(scene, mention->token - 1, CUE_WITH) || scene_is_mark(scene, mention->token - 1, ','));
    bool is_measure = is_joined && operand_is_count(mention) && mention->first_key != 0 && mention->slash != 2 && !mention->is_word && !operand_is_change(reader, mention);
    return is_measure && mention->first_key != first->first_key && QCDC_FAULT("gathered-second", is_said(reader, first), false);
}

static bool is_enough(const Row *row, size_t between)
{
    int64_t digits = operand_strip_zeros(row->total->value);
    for (size_t i = 0; i < row->count; i++)
        digits = operand_raise_digits(digits, row->parts[i]->value);
    return row->count >= 2 && digits >= (between > 0 ? LEAST_APART : LEAST);
}

/* Adds up the figures before the token @at that count what the total counts, but the @between next to it. */
static bool add_up(const Reader *reader, Row *row, size_t between)
{
    const Scene *scene = &reader->scene;
    size_t from = row->total->token, least = operand_find_start(scene, from, SENTENCES), reach = from > REACH ? from - REACH : 0, passed = 0;
    QcdcDecimal sum = {0};
    row->count = 0;
    for (size_t at = from; at > least && at > reach && row->count < MOST_PARTS;) {
        at = operand_step_back(scene, at);
        const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? operand_get_count(scene, at) : NULL;
        if (mention == NULL || mention->scale != row->total->scale || !operand_shares_noun(scene, mention, row->total) || !may_be(reader, mention))
            continue;
        if (passed++ < between)
            continue;
        if (qcdc_decimal_add(sum, mention->value, &sum, NULL) != QCDC_OK || qcdc_decimal_compare(sum, row->total->value) > 0)
            return false;
        row->parts[row->count++] = mention;
        if (qcdc_decimal_compare(sum, row->total->value) == 0)
            return is_enough(row, between);
    }
    return false;
}

static QcdcStatus keep(Reader *reader, const Row *row, QcdcError *error)
{
    operand_begin_sum(&reader->draft, QCDC_CLAIM_SUM_OF_PARTS, row->total, true);
    operand_set_unit(&reader->draft, &reader->scene, row->total);
    for (size_t i = row->count; i > 0; i--) {
        operand_add(&reader->draft, QCDC_OPERAND_PART, row->parts[i - 1], true);
        operand_take(reader, row->parts[i - 1], TAKEN_PART);
    }
    draft_cover(&reader->draft, reader->draft.start, row->total->end);
    return reader_keep(reader, &reader->draft, NULL, error);
}

QcdcStatus reader_find_gathered(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t i = 1; i < scene->mention_count && status == QCDC_OK; i++) {
        Row row = {.total = &scene->mentions[i]};
        bool is_found = false;
        if (!is_total(reader, row.total))
            continue;
        for (size_t between = 0; between <= BETWEEN && !is_found; between++)
            is_found = QCDC_FAULT("gathered-fit", add_up(reader, &row, between), false);
        if (is_found)
            status = keep(reader, &row, error);
    }
    return status;
}
