/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"

enum {
    PAIR_REACH = 24, /* tokens between a figure and the word that joins it to the next */
    JOIN_REACH = 4   /* tokens between that word and the next figure */
};

/* Whether @at joins two measures: "62 cuộc với 1.740 lượt", "1.695 hộ = 7.510 khẩu". */
static bool is_join(const Scene *scene, size_t at)
{
    return scene_is_cue(scene, at, CUE_WITH) || scene_is_mark(scene, at, '=');
}

static const Mention *find_first(const Reader *reader, size_t at)
{
    const Scene *scene = &reader->scene;
    for (int steps = 0; at > 0 && steps < PAIR_REACH; steps++) {
        at = operand_step_back(scene, at);
        const Token *token = &scene->tokens[at];
        if (token->kind == TOKEN_NUMBER)
            return operand_get_count(scene, at);
        if (token->kind == TOKEN_MARK && token->mark != ',' && token->mark != '(' && token->mark != '"' && token->mark != '-')
            return NULL;
    }
    return NULL;
}

static const Mention *find_second(const Scene *scene, size_t at)
{
    for (int steps = 0; steps < JOIN_REACH && at < scene->token_count; steps++, at++) {
        if (scene->tokens[at].kind == TOKEN_NUMBER)
            return operand_get_count(scene, at);
        if (scene->tokens[at].kind == TOKEN_MARK || scene->tokens[at].kind == TOKEN_PERIOD)
            return NULL;
    }
    return NULL;
}

static bool is_operand(const Reader *reader, const Mention *mention)
{
    return mention != NULL && mention->slash == 0 && mention->first_key != 0 && !operand_is_change(reader, mention);
}

static QcdcStatus read_pair(Reader *reader, size_t at, QcdcError *error)
{
    const Mention *first = find_first(reader, at), *second = find_second(&reader->scene, at + 1);
    if (!is_operand(reader, first) || !is_operand(reader, second) || first->noun_key == second->noun_key)
        return QCDC_OK;
    draft_begin(&reader->draft, QCDC_CLAIM_PAIR);
    operand_add(&reader->draft, QCDC_OPERAND_A, first, true);
    operand_add(&reader->draft, QCDC_OPERAND_B, second, true);
    operand_set_unit(&reader->draft, &reader->scene, second);
    if (second->noun_end > second->noun_first)
        draft_cover(&reader->draft, first->start, reader->scene.tokens[second->noun_end - 1].end);
    operand_take(reader, first, TAKEN_LINE);
    operand_take(reader, second, TAKEN_LINE);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* A hedged figure, or the bound of a class that something reached: "có 12 xã đạt dưới 10 tiêu chí". */
static bool is_hedged(const Scene *scene, const Mention *mention)
{
    bool is_reached = mention->token >= 2 && scene_is_cue(scene, mention->token - 1, CUE_HEDGE) && scene_is_cue(scene, mention->token - 2, CUE_REACH);
    bool is_bound = mention->kind == MENTION_BOUND && is_reached && mention->noun_end > mention->noun_first;
    return (mention->kind == MENTION_FIGURE || is_bound) && mention->hedge != QCDC_HEDGE_NONE && mention->hedge != QCDC_HEDGE_ESTIMATE && mention->slash == 0;
}

/* A hedged figure that no claim has used; one without a noun is shown with the words before it. */
static QcdcStatus read_hedged(Reader *reader, const Mention *mention, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    if (!is_hedged(scene, mention) || operand_is_taken(reader, mention, ~0U) || operand_is_change(reader, mention))
        return QCDC_OK;
    draft_begin(&reader->draft, QCDC_CLAIM_APPROX);
    operand_add(&reader->draft, QCDC_OPERAND_VALUE, mention, true);
    operand_set_unit(&reader->draft, scene, mention);
    size_t first = mention->token, end = operand_find_phrase_end(scene, mention->token + 1);
    if (first > 0 && scene_is_cue(scene, first - 1, CUE_HEDGE))
        first = end > mention->token + 1 ? first - 1 : operand_find_label(scene, first);
    draft_cover(&reader->draft, scene->tokens[first].start, scene->tokens[end - 1].end);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* "các năm 2018, 2019, 2020 lần lượt là 112, 126, 141": figures in a row. */
static QcdcStatus read_series(Reader *reader, size_t at, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    Draft *draft = &reader->draft;
    size_t count = 0;
    draft_begin(draft, QCDC_CLAIM_SERIES);
    for (int gap = 0; at < scene->token_count && gap < JOIN_REACH; at++, gap++) {
        const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? scene_get_figure(scene, at) : NULL;
        if (scene_is_mark(scene, at, '.') || scene_is_mark(scene, at, '('))
            break;
        if (mention == NULL)
            continue;
        count += operand_add(draft, QCDC_OPERAND_VALUE, mention, true);
        operand_take(reader, mention, TAKEN_LINE);
        operand_set_unit(draft, scene, mention);
        gap = 0;
    }
    return count >= 2 ? reader_keep(reader, draft, NULL, error) : QCDC_OK;
}

QcdcStatus reader_find_pairs(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t at = 0; at < scene->token_count && status == QCDC_OK; at++) {
        if (is_join(scene, at))
            status = read_pair(reader, at, error);
        else if (scene_has_words(scene, at, "lần lượt"))
            status = read_series(reader, at + 2, error);
    }
    for (size_t i = 0; i < scene->mention_count && status == QCDC_OK; i++)
        status = read_hedged(reader, &scene->mentions[i], error);
    return status;
}
