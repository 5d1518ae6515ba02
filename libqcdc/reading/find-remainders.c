/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "reading/balance-private.h"

/* Balances whose total no word gives its place: "77 đơn thuộc thẩm quyền. Đến nay đã giải quyết 66 đơn, còn 11 đơn", "giải quyết xong 47/58
 * đơn, còn 11 đơn". What is left may be of something else; so only what fits is told. */
enum {
    LOOK_BACK = 16,  /* mentions before what is left among which the others are looked for */
    SENTENCES = 3,   /* its own and those before it */
    SHOWN_REACH = 80 /* bytes from a total in the sentence before to what was done, over which the passage goes */
};

static bool may_be(const Reader *reader, const Mention *mention, const Mention *left)
{
    return operand_is_count(mention) && !mention->is_word && operand_shares_noun(&reader->scene, mention, left) && !operand_is_change(reader, mention);
}

static bool is_left(const Reader *reader, const Mention *mention)
{
    const Scene *scene = &reader->scene;
    return operand_is_count(mention) && mention->slash == 0 && !mention->is_word && !operand_is_taken(reader, mention, TAKEN_BALANCE | TAKEN_PART) &&
           balance_find_role(scene, mention, false) == QCDC_OPERAND_REMAINING && !operand_is_change(reader, mention) &&
           !balance_is_left_in_time(scene, mention);
}

/* The figure of the mentions before @done that is all of it and of what is left. */
static const Mention *find_total(const Reader *reader, const Mention *done, const Mention *left, size_t start)
{
    const Mention *first = reader->scene.mentions;
    QcdcDecimal sum;
    if (qcdc_decimal_add(done->value, left->value, &sum, NULL) != QCDC_OK)
        return NULL;
    if (done->slash == 1)
        return qcdc_decimal_compare(done[1].value, sum) == 0 ? done + 1 : NULL;
    for (const Mention *mention = done; mention > first && left - mention < LOOK_BACK && mention[-1].token >= start; mention--) {
        if (may_be(reader, mention - 1, left) && mention[-1].slash != 1 && qcdc_decimal_compare(mention[-1].value, sum) == 0)
            return mention - 1;
    }
    return NULL;
}

/* What was done, before what is left: above a line, or by its words. */
static bool find_done(const Reader *reader, const Mention *left, const Mention **out_done, const Mention **out_total)
{
    const Scene *scene = &reader->scene;
    size_t start = operand_find_start(scene, left->token, SENTENCES);
    for (const Mention *mention = left; mention > scene->mentions && left - mention < LOOK_BACK && mention[-1].token >= start; mention--) {
        const Mention *done = mention - 1;
        if (done->slash == 2 || done->value.coefficient == 0 || !may_be(reader, done, left))
            continue;
        bool is_done = done->slash == 1 || balance_find_role(scene, done, false) == QCDC_OPERAND_RESOLVED;
        if (!is_done || operand_is_taken(reader, done, TAKEN_BALANCE))
            return false;
        *out_done = done;
        *out_total = find_total(reader, done, left, start);
        return *out_total != NULL;
    }
    return false;
}

static QcdcStatus keep(Reader *reader, const Mention *total, const Mention *done, const Mention *left, QcdcError *error)
{
    Draft *draft = &reader->draft;
    bool kept = false, is_near = total > done || done->start < total->end + SHOWN_REACH;
    draft_begin(draft, QCDC_CLAIM_BALANCE);
    operand_add(draft, QCDC_OPERAND_TOTAL, total, is_near);
    operand_add(draft, QCDC_OPERAND_RESOLVED, done, true);
    operand_add(draft, QCDC_OPERAND_REMAINING, left, true);
    operand_set_unit(draft, &reader->scene, left);
    draft->is_far = 1;
    QcdcStatus status = reader_keep(reader, draft, &kept, error);
    if (kept) {
        operand_take(reader, done, TAKEN_BALANCE);
        operand_take(reader, left, TAKEN_BALANCE);
    }
    return status;
}

QcdcStatus reader_find_remainders(Reader *reader, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < reader->scene.mention_count && status == QCDC_OK; i++) {
        const Mention *left = &reader->scene.mentions[i], *done, *total;
        if (is_left(reader, left) && QCDC_FAULT("remainders", find_done(reader, left, &done, &total), false))
            status = keep(reader, total, done, left, error);
    }
    return status;
}
