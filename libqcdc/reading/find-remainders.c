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
    LEAST_FINE = 100, /* the finest of them without its zeros, where others stand between or all of it is told elsewhere */
    FIGURES_BETWEEN = 3, /* of an earlier passage, from all of it to what was done */
    SHOWN_MOST = 600 /* bytes from all of it to what is left, over which the passage goes */
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

/* What was done and what is left, and all of it: one figure, of an earlier passage perhaps, or what there was and what came. */
typedef struct Remainder {
    const Mention *left, *done, *total, *opening, *received;
    Mention far, far_done;
    bool is_far, has_others; /* another figure of the noun stands between what was done and what is left */
    size_t start;            /* token from which on the others are looked for */
} Remainder;

/* Whether the figures are too fine to add up by chance. */
static bool is_fine(const Remainder *rest)
{
    return operand_raise_digits(operand_strip_zeros(rest->done->value), rest->left->value) >= LEAST_FINE;
}

/* "Tiếp nhận 18.420 hồ sơ; từ kỳ trước chuyển qua 310 hồ sơ. Đã giải quyết 18.115 hồ sơ. Đang giải quyết 615 hồ sơ": two figures that are all together,
 * one of which was there before. */
static bool find_pair(const Reader *reader, Remainder *rest, QcdcDecimal wanted)
{
    const Mention *first = reader->scene.mentions;
    const Mention *opening = NULL;
    for (const Mention *mention = rest->done; opening == NULL && mention > first && rest->left - mention < LOOK_BACK; mention--)
        if (may_be(reader, mention - 1, rest->left) && balance_find_role(&reader->scene, mention - 1, false) == QCDC_OPERAND_OPENING)
            opening = mention - 1;
    for (const Mention *mention = rest->done; opening != NULL && mention > first && rest->left - mention < LOOK_BACK; mention--) {
        QcdcDecimal sum;
        bool is_other = may_be(reader, mention - 1, rest->left) && mention - 1 != opening && qcdc_decimal_add(mention[-1].value, opening->value, &sum, NULL) == QCDC_OK;
        if (!is_other || qcdc_decimal_compare(sum, wanted) != 0)
            continue;
        rest->opening = opening;
        rest->received = mention - 1;
        return QCDC_FAULT("remainders-pair", true, false);
    }
    return false;
}

static bool is_like(const Sighting *sighting, const Mention *left)
{
    return sighting->is_level && !sighting->percent && sighting->first_key != 0 && sighting->first_key == left->first_key && sighting->hedge == QCDC_HEDGE_NONE;
}

/* A figure of an earlier passage. */
static bool find_far(const Reader *reader, Remainder *rest, QcdcDecimal sum)
{
    for (size_t i = reader->sighting_count, first = reader_find_reach(reader); i > first; i--) {
        const Sighting *sighting = &reader->sightings[i - 1];
        if (!is_like(sighting, rest->left) || qcdc_decimal_compare(sighting->value, sum) != 0)
            continue;
        rest->far = reader_recall(sighting);
        rest->is_far = true;
        return QCDC_FAULT("remainders-far", true, false);
    }
    return false;
}

/* The figure of the mentions before @done that is all of it and of what is left. */
static bool find_total(const Reader *reader, Remainder *rest)
{
    const Mention *first = reader->scene.mentions, *done = rest->done, *left = rest->left;
    QcdcDecimal sum;
    if (qcdc_decimal_add(done->value, left->value, &sum, NULL) != QCDC_OK)
        return false;
    if (done->slash == 1) {
        rest->total = done + 1;
        return qcdc_decimal_compare(done[1].value, sum) == 0;
    }
    if (rest->has_others && !is_fine(rest))
        return false;
    for (const Mention *mention = done; mention > first && left - mention < LOOK_BACK && mention[-1].token >= rest->start; mention--) {
        rest->total = mention - 1;
        if (may_be(reader, mention - 1, left) && mention[-1].slash != 1 && qcdc_decimal_compare(mention[-1].value, sum) == 0)
            return true;
    }
    rest->total = NULL;
    return is_fine(rest) && (find_pair(reader, rest, sum) || find_far(reader, rest, sum));
}

/* What was done, before what is left: above a line, or by its words. */
static bool find_done(const Reader *reader, Remainder *rest)
{
    const Scene *scene = &reader->scene;
    const Mention *left = rest->left;
    rest->start = operand_find_start(scene, left->token, SENTENCES);
    for (const Mention *mention = left; mention > scene->mentions && left - mention < LOOK_BACK && mention[-1].token >= rest->start; mention--) {
        const Mention *done = mention - 1;
        if (done->slash == 2 || done->value.coefficient == 0 || !may_be(reader, done, left))
            continue;
        bool is_done = done->slash == 1 || balance_find_role(scene, done, false) == QCDC_OPERAND_RESOLVED;
        rest->done = done;
        if (is_done && !operand_is_taken(reader, done, TAKEN_BALANCE))
            return find_total(reader, rest);
        if (QCDC_FAULT("remainders-on", is_done, true))
            return false;
        rest->has_others = true;
    }
    return false;
}

/* "Thụ lý 7.662 vụ, giải quyết 6.468 vụ", in a passage before what is left: two figures of its noun side by side, the first of which is the second and what
 * is left. */
static bool find_far_both(const Reader *reader, Remainder *rest)
{
    for (size_t first = reader_find_reach(reader), i = first; i < reader->sighting_count; i++) {
        const Sighting *total = &reader->sightings[i];
        QcdcDecimal sum;
        size_t most = i + FIGURES_BETWEEN < reader->sighting_count ? i + FIGURES_BETWEEN : reader->sighting_count - 1;
        for (size_t k = i + 1; is_like(total, rest->left) && k <= most; k++) {
            const Sighting *done = &reader->sightings[k];
            if (!is_like(done, rest->left) || qcdc_decimal_add(done->value, rest->left->value, &sum, NULL) != QCDC_OK || qcdc_decimal_compare(sum, total->value) != 0)
                continue;
            rest->far = reader_recall(total);
            rest->far_done = reader_recall(done);
            rest->is_far = true;
            rest->done = NULL;
            int64_t digits = operand_raise_digits(operand_raise_digits(0, total->value), done->value);
            return digits >= LEAST_FINE && QCDC_FAULT("remainders-both", operand_strip_zeros(rest->left->value) >= LEAST_FINE, false);
        }
    }
    return false;
}

/* Of what is left alone its words are shown: "Án còn tồn 1.194 vụ". */
static void cover_left(Reader *reader, const Mention *left)
{
    const Scene *scene = &reader->scene;
    size_t first = operand_find_label(scene, left->token), end = left->noun_end > left->noun_first ? left->noun_first + 1 : left->token + 1;
    draft_cover(&reader->draft, scene->tokens[first].start, scene->tokens[end - 1].end);
}

static QcdcStatus keep(Reader *reader, const Remainder *rest, QcdcError *error)
{
    Draft *draft = &reader->draft;
    const Mention *total = rest->total, *done = rest->done, *left = rest->left;
    bool kept = false, is_near = total != NULL && (total > done || left->start < total->end + SHOWN_MOST);
    draft_begin(draft, QCDC_CLAIM_BALANCE);
    if (rest->opening != NULL) {
        operand_add(draft, QCDC_OPERAND_OPENING, rest->opening, false);
        operand_add(draft, QCDC_OPERAND_RECEIVED, rest->received, false);
    } else {
        operand_add(draft, QCDC_OPERAND_TOTAL, rest->is_far ? &rest->far : total, is_near);
    }
    if (done != NULL)
        operand_add(draft, QCDC_OPERAND_RESOLVED, done, left->start < done->end + SHOWN_MOST);
    else
        operand_add(draft, QCDC_OPERAND_RESOLVED, &rest->far_done, false);
    operand_add(draft, QCDC_OPERAND_REMAINING, left, true);
    operand_set_unit(draft, &reader->scene, left);
    if (rest->is_far)
        cover_left(reader, left);
    draft->is_far = 1;
    QcdcStatus status = reader_keep(reader, draft, &kept, error);
    if (kept) {
        if (done != NULL)
            operand_take(reader, done, TAKEN_BALANCE);
        operand_take(reader, left, TAKEN_BALANCE);
    }
    return status;
}

QcdcStatus reader_find_remainders(Reader *reader, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < reader->scene.mention_count && status == QCDC_OK; i++) {
        Remainder rest = {.left = &reader->scene.mentions[i]};
        if (is_left(reader, rest.left) && (QCDC_FAULT("remainders", find_done(reader, &rest), false) || find_far_both(reader, &rest)))
            status = keep(reader, &rest, error);
    }
    return status;
}
