/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/shift-private.h"

/* A change as a draft: of the figure that changed and its base, as points or as a percent. */

static void set_unit(Draft *draft, const Scene *scene, const Mention *mention)
{
    if (mention == NULL || mention->noun_end <= mention->noun_first)
        return;
    draft->unit_start = scene->tokens[mention->noun_first].start;
    draft->unit_end = scene->tokens[attach_find_noun_end(scene, mention) - 1].end;
}

/* A figure of an earlier sentence is not shown: the change is, where it is told. */
static void add_level(Draft *draft, const Sentence *sentence, QcdcOperand role, const Mention *mention)
{
    uint32_t start = draft->start, end = draft->end;
    attach_add(draft, role, mention);
    if (!QCDC_FAULT("shift-shown", mention != NULL && mention->token < sentence->start, false))
        return;
    draft->start = start;
    draft->end = end;
}

void shift_fill(Draft *draft, const Sentence *sentence, const Shift *shift, QcdcClaimKind kind, const Mention *now,
                const Mention *base)
{
    draft_begin(draft, kind);
    draft->direction = shift->direction;
    draft->period = sentence->period;
    if (shift->has_compared)
        draft->base_period = attach_find_base_period(sentence, &shift->compared);
    draft->compares_year = shift->has_compared && shift->compared.is_year_before;
    if (now != NULL)
        draft->hedge = now->hedge;
    add_level(draft, sentence, QCDC_OPERAND_NOW, now);
    add_level(draft, sentence, QCDC_OPERAND_BASE, base);
    if (kind == QCDC_CLAIM_CHANGE_PP && shift->delta == NULL)
        attach_add(draft, QCDC_OPERAND_DELTA, shift->percent);
    else
        attach_add(draft, QCDC_OPERAND_DELTA, shift->delta);
    if (kind == QCDC_CLAIM_CHANGE_REL)
        attach_add(draft, QCDC_OPERAND_PCT, shift->percent);
    set_unit(draft, sentence->scene, shift->delta != NULL ? shift->delta : now);
    if (shift->compared.is_mean)
        attach_drop_wholes(draft);
    attach_cover_tokens(draft, sentence->scene, shift->verb, shift->end);
    attach_add_near(draft, sentence, shift->verb);
}

static bool is_rate(const Mention *mention)
{
    return mention != NULL && (mention->percent || mention->points);
}

/* R7: a percent of change of what is itself a percent. */
static QcdcClaimKind choose_kind(const Shift *shift, const Mention *now)
{
    if (shift->delta != NULL && (shift->delta->points || (shift->is_score && is_rate(now))))
        return QCDC_CLAIM_CHANGE_PP;
    if (shift->percent == NULL)
        return QCDC_CLAIM_CHANGE_ABS;
    if (shift->delta == NULL && (shift->is_rate || is_rate(now)))
        return QCDC_CLAIM_CHANGE_PP;
    return QCDC_CLAIM_CHANGE_REL;
}

void shift_try(const Sentence *sentence, const Shift *shift, const Mention *now, const Mention *base, Choice *best)
{
    Reader *reader = sentence->reader;
    Draft *draft = best->has_one ? &reader->other : &reader->draft;
    /* "chiếm 1,15%, giảm 23,85% so với trước (25%)" beside 7.567: what is a rate did not come of what is none */
    if (now != NULL && base != NULL && QCDC_FAULT("shift-rate-base", now->percent != base->percent, false))
        now = NULL;
    QcdcClaimKind kind = choose_kind(shift, now);
    shift_fill(draft, sentence, shift, kind, now, base);
    draft->is_rate = kind == QCDC_CLAIM_CHANGE_PP && shift->delta == NULL;
    bool may_be_percent = draft->is_rate && base != NULL;
    attach_choose(reader, draft, best);
    if (!may_be_percent)
        return;
    shift_fill(&reader->other, sentence, shift, QCDC_CLAIM_CHANGE_REL, now, base);
    attach_choose(reader, &reader->other, best);
}
