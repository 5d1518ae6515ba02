/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"

/* "Xuất khẩu 1.118 triệu USD, nhập khẩu 1.306 triệu USD, nhập siêu 188 triệu USD": what is left of one flow by the other. */
enum {
    FIGURE_REACH = 14, /* tokens from the word to its figure */
    FLOW_REACH = 120   /* tokens back to a flow */
};

/* The word of what is left, and those of the greater and the smaller flow. */
typedef struct Surplus {
    const char *word, *greater, *smaller;
} Surplus;

static const Surplus surpluses[] = {
    {"xuất siêu", "xuất khẩu", "nhập khẩu"},
    {"nhập siêu", "nhập khẩu", "xuất khẩu"},
    {"bội thu", "thu ngân sách", "chi ngân sách"},
    {"bội chi", "chi ngân sách", "thu ngân sách"},
};

static const Surplus *find_surplus(const Scene *scene, size_t at)
{
    for (size_t i = 0; i < sizeof surpluses / sizeof surpluses[0]; i++)
        if (scene_has_words(scene, at, surpluses[i].word))
            return &surpluses[i];
    return NULL;
}

/* The first figure behind the word at @at, before any other clause; NULL if it is none that may be a flow. */
static const Mention *find_figure(const Reader *reader, size_t at)
{
    const Scene *scene = &reader->scene;
    size_t end = scene_find_clause_end(scene, at);
    const Mention *figure = scene_find_next_figure(scene, at, end < at + FIGURE_REACH ? end : at + FIGURE_REACH);
    bool is_flow = figure != NULL && operand_is_count(figure) && figure->slash == 0 && figure->first_key != 0 && !operand_is_change(reader, figure);
    return is_flow ? figure : NULL;
}

/* The figure of the flow @word that was told last before @before, of the unit of @left. */
static const Mention *find_flow(const Reader *reader, const char *word, size_t before, const Mention *left)
{
    const Scene *scene = &reader->scene;
    size_t least = before > FLOW_REACH ? before - FLOW_REACH : 0;
    for (size_t at = before; at-- > least;) {
        if (!scene_has_words(scene, at, word))
            continue;
        const Mention *figure = find_figure(reader, at);
        if (figure != NULL && figure->token < before && figure->first_key == left->first_key)
            return figure;
    }
    return NULL;
}

static Mention take_away(const Mention *mention)
{
    Mention less = *mention;
    less.value.coefficient = -less.value.coefficient;
    less.has_other = 0;
    return less;
}

static QcdcStatus keep(Reader *reader, size_t at, const Mention *left, const Mention *greater, const Mention *smaller, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    Draft *draft = &reader->draft;
    Mention less = take_away(smaller);
    size_t start = scene_find_sentence_start(scene, at);
    bool is_near = greater->token >= start && smaller->token >= start;
    draft_begin(draft, QCDC_CLAIM_SIGNED_SUM);
    draft->mode = QCDC_PARTS_EXHAUSTIVE;
    operand_add(draft, QCDC_OPERAND_TOTAL, left, true);
    operand_add(draft, QCDC_OPERAND_PART, greater, is_near);
    operand_add(draft, QCDC_OPERAND_PART, QCDC_FAULT("surpluses-less", &less, smaller), is_near);
    draft_cover(draft, scene->tokens[at].start, scene->tokens[left->noun_end - 1].end);
    operand_set_unit(draft, scene, left);
    draft->is_far = 1; /* it may be that of one partner, sector or period */
    return reader_keep(reader, draft, NULL, error);
}

QcdcStatus reader_find_surpluses(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t at = 0; at < scene->token_count && status == QCDC_OK; at++) {
        const Surplus *surplus = find_surplus(scene, at);
        const Mention *left = surplus != NULL ? find_figure(reader, at) : NULL;
        if (left == NULL)
            continue;
        const Mention *greater = find_flow(reader, surplus->greater, at, left), *smaller = find_flow(reader, surplus->smaller, at, left);
        if (greater != NULL && smaller != NULL && greater != smaller)
            status = keep(reader, at, left, greater, smaller, error);
    }
    return status;
}
