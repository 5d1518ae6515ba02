/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* A text held against the report of a year before (R11): the figure printed then is the base that a change implies now. */
#include "reading/reader-private.h"

#include <string.h>

#include "kernel/fault-private.h"

enum {
    MOST_ALIKE = 64, /* figures of one noun in a text; of more none is told from the others */
    SURE_WORDS = 2   /* as many words about two figures are the same, or the one right before them */
};

/* The old text's figure that is the same as a new one. */
typedef struct Match {
    const Trace *old;
    bool is_sure; /* else it counts if it fits */
} Match;

typedef struct Comparing {
    Reader *reader, *old;
    Traces sorted; /* the new text's, by noun */
} Comparing;

static bool is_level(uint8_t operand)
{
    return operand != QCDC_OPERAND_DELTA && operand != QCDC_OPERAND_PCT && operand != QCDC_OPERAND_BASE && operand != QCDC_OPERAND_PLAN &&
           operand != QCDC_OPERAND_EXCESS && operand != QCDC_OPERAND_TARGET && operand != QCDC_OPERAND_FROM && operand != QCDC_OPERAND_POINTS &&
           operand != QCDC_OPERAND_SHARE && operand != QCDC_OPERAND_OF;
}

/* What is above or below a line, or the percent of a share, is a level too; what a change consists of is none. */
static bool is_of_change(uint8_t kind)
{
    return kind == QCDC_CLAIM_CHANGE_ABS || kind == QCDC_CLAIM_CHANGE_REL || kind == QCDC_CLAIM_CHANGE_PP || kind == QCDC_CLAIM_CHANGE_RANK ||
           kind == QCDC_CLAIM_REDUCTION_FROM_TO || kind == QCDC_CLAIM_INDEX || kind == QCDC_CLAIM_GROWTH_RATE ||
           kind == QCDC_CLAIM_PLAN_ATTAINMENT || kind == QCDC_CLAIM_TARGET || kind == QCDC_CLAIM_CONTRIBUTION;
}

static void mark_levels(Reader *reader)
{
    for (size_t i = 0; i < reader->claim_count; i++) {
        const Claim *claim = &reader->claims[i];
        for (size_t n = 0; is_of_change(claim->kind) && n < claim->number_count; n++) {
            const ClaimFigure *figure = &reader->figures[claim->first_number + n];
            Trace *trace = is_level(figure->role) ? NULL : traces_find(&reader->traces, figure->start);
            if (trace != NULL)
                trace->is_level = 0;
        }
    }
}

static const ClaimFigure *find_figure(const Reader *reader, const Claim *claim, QcdcOperand operand)
{
    for (size_t n = 0; n < claim->number_count; n++)
        if (reader->figures[claim->first_number + n].role == operand)
            return &reader->figures[claim->first_number + n];
    return NULL;
}

/* The level among @traces that has most words in common with @like; *@out_score of those, and whether no other has as many. */
static const Trace *find_nearest(const Traces *traces, const Trace *like, unsigned *out_score, bool *out_is_best)
{
    const Trace *best = NULL, *group;
    size_t count;
    *out_score = 0;
    *out_is_best = false;
    group = traces_find_noun(traces, like, MOST_ALIKE + 1, &count);
    for (size_t i = 0; count <= MOST_ALIKE && i < count; i++) {
        unsigned score = group[i].is_level ? trace_compare(&group[i], like) : 0;
        if (!group[i].is_level || (best != NULL && score < *out_score))
            continue;
        *out_is_best = best == NULL || score > *out_score;
        best = &group[i];
        *out_score = score;
    }
    return best;
}

/* Each must be the other's nearest: a figure of last year is the base of one figure of this year. */
static Match find_match(const Comparing *comparing, const Trace *trace)
{
    unsigned score, score_back;
    bool is_best, is_best_back;
    const Trace *old = find_nearest(&comparing->old->traces, trace, &score, &is_best);
    const Trace *back = old != NULL ? find_nearest(&comparing->sorted, old, &score_back, &is_best_back) : NULL;
    if (back == NULL || !is_best || !is_best_back || QCDC_FAULT("reader-old-mutual", back->number.start != trace->number.start, false))
        return (Match){NULL, false};
    bool is_named = trace->first_key != 0 || score > SURE_WORDS;
    return (Match){old, is_named && score >= SURE_WORDS};
}

/* Whether the old text is of the period that the claim compares with. *@out_is_said: the claim says that it is. */
static bool fits_period(const Comparing *comparing, const Claim *claim, bool *out_is_said)
{
    QcdcPeriod base = claim->base_period, back;
    bool is_dated = base.kind != QCDC_PERIOD_NONE;
    QcdcPeriod now = claim->period.kind != QCDC_PERIOD_NONE ? claim->period : comparing->reader->own;
    *out_is_said = is_dated || claim->compares_year;
    if (!is_dated && now.kind != QCDC_PERIOD_NONE && qcdc_period_same_last_year(now, &back, NULL) == QCDC_OK)
        base = back;
    if (base.kind == QCDC_PERIOD_NONE || comparing->old->own.kind == QCDC_PERIOD_NONE)
        return true;
    return QCDC_FAULT("reader-old-period", qcdc_period_equals(base, comparing->old->own), true);
}

static DraftNumber take_old(const Comparing *comparing, const Trace *trace, QcdcOperand operand)
{
    DraftNumber number = trace->number;
    size_t start, end;
    script_locate(&comparing->old->script, number.start, number.end, &start, &end);
    number.role = (uint8_t)operand;
    number.is_old = 1;
    number.start = (uint32_t)start;
    number.end = (uint32_t)end;
    return number;
}

static DraftNumber take_figure(const Reader *reader, const ClaimFigure *figure)
{
    const Trace *trace = figure->end > figure->start ? traces_find(&reader->traces, figure->start) : NULL;
    DraftNumber number = trace != NULL ? trace->number : (DraftNumber){.percent = figure->percent, .points = figure->points};
    number.role = figure->role;
    number.has_value = figure->has_value;
    number.value = (QcdcDecimal){.coefficient = figure->coefficient, .decimals = figure->decimals};
    number.start = figure->start;
    number.end = figure->end;
    return number;
}

/* The claim as the draft that it was made from, and the old figure for its base. */
static void draft_again(Comparing *comparing, const Claim *claim, const Trace *old)
{
    Draft *draft = &comparing->reader->draft;
    draft_begin(draft, (QcdcClaimKind)claim->kind);
    draft->start = claim->start;
    draft->end = claim->end;
    draft->direction = claim->direction;
    for (size_t n = 0; n < claim->number_count && n + 1 < DRAFT_MAX_NUMBERS; n++)
        draft->numbers[draft->number_count++] = take_figure(comparing->reader, &comparing->reader->figures[claim->first_number + n]);
    draft->numbers[draft->number_count++] = take_old(comparing, old, QCDC_OPERAND_BASE);
    draft_judge(draft);
}

static QcdcStatus hold_against(Comparing *comparing, size_t index, const Match *match, QcdcError *error)
{
    Reader *reader = comparing->reader;
    Claim *claim = &reader->claims[index];
    const Draft *draft = &reader->draft;
    size_t first = reader->figure_count;
    draft_again(comparing, claim, match->old);
    if (QCDC_FAULT("reader-old-unsure", !match->is_sure, false) && !verdict_fits(draft->verdict))
        return QCDC_OK;
    if (!reader_keep_figures(reader, draft))
        return reader_fail_memory(error);
    claim->first_number = (uint32_t)first;
    claim->number_count = (uint8_t)draft->number_count;
    claim->expected_count = (uint8_t)draft->expected_count;
    claim->kind = draft->kind;
    claim->verdict = draft->verdict;
    claim->cause = draft->cause;
    return QCDC_OK;
}

/* A base that is printed now beside the figure printed then: told where they differ. */
static QcdcStatus compare_bases(Comparing *comparing, const Claim *claim, const ClaimFigure *base, const Trace *old, QcdcError *error)
{
    Draft *draft = &comparing->reader->draft;
    DraftNumber now = take_figure(comparing->reader, base);
    if (qcdc_decimal_compare(now.value, old->number.value) == 0)
        return QCDC_OK;
    draft_begin(draft, QCDC_CLAIM_CROSS);
    draft->period = claim->period;
    draft->base_period = claim->base_period;
    now.role = QCDC_OPERAND_SECOND;
    draft->numbers[draft->number_count++] = take_old(comparing, old, QCDC_OPERAND_FIRST);
    draft->numbers[draft->number_count++] = now;
    draft_cover(draft, now.start, now.end);
    return reader_keep(comparing->reader, draft, NULL, error);
}

static QcdcStatus compare_claim(Comparing *comparing, size_t index, QcdcError *error)
{
    Reader *reader = comparing->reader;
    const Claim *claim = &reader->claims[index];
    bool changes = claim->kind == QCDC_CLAIM_CHANGE_ABS || claim->kind == QCDC_CLAIM_CHANGE_REL || claim->kind == QCDC_CLAIM_CHANGE_PP;
    const ClaimFigure *now = changes ? find_figure(reader, claim, QCDC_OPERAND_NOW) : NULL, *base;
    const Trace *trace = now != NULL ? traces_find(&reader->traces, now->start) : NULL;
    bool is_said;
    Match match;
    if (trace == NULL || claim->alternative_of > 0 || !fits_period(comparing, claim, &is_said))
        return QCDC_OK;
    match = find_match(comparing, trace);
    match.is_sure = match.is_sure && is_said;
    base = find_figure(reader, claim, QCDC_OPERAND_BASE);
    if (match.old == NULL || (base != NULL && (base->derived || !match.is_sure)))
        return QCDC_OK;
    if (base != NULL)
        return compare_bases(comparing, claim, base, match.old, error);
    return hold_against(comparing, index, &match, error);
}

/* A copy of the new text's figures, sorted; those themselves stay in the order of their places. */
static QcdcStatus sort_copy(Comparing *comparing, QcdcError *error)
{
    const Traces *traces = &comparing->reader->traces;
    if (traces->count == 0)
        return QCDC_OK;
    comparing->sorted.items = arena_resize(&comparing->reader->arena, NULL, traces->count, sizeof *traces->items);
    if (comparing->sorted.items == NULL)
        return reader_fail_memory(error);
    memcpy(comparing->sorted.items, traces->items, traces->count * sizeof *traces->items);
    comparing->sorted.count = traces->count;
    traces_sort(&comparing->sorted);
    return QCDC_OK;
}

QcdcStatus reader_compare(Reader *reader, Reader *old, QcdcError *error)
{
    Comparing comparing = {.reader = reader, .old = old};
    size_t count = reader->claim_count;
    QcdcStatus status;
    mark_levels(old);
    mark_levels(reader);
    traces_sort(&old->traces);
    status = sort_copy(&comparing, error);
    for (size_t i = 0; status == QCDC_OK && i < count; i++)
        status = compare_claim(&comparing, i, error);
    arena_release(&reader->arena, comparing.sorted.items);
    return status;
}
