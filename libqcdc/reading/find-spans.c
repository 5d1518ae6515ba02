/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/growths-private.h"
#include "reading/span-private.h"

static void fill(Draft *draft, const Sentence *sentence, const Span *span, bool as_points)
{
    draft_begin(draft, QCDC_CLAIM_REDUCTION_FROM_TO);
    draft->period = sentence->period;
    draft->direction = span->direction;
    attach_add(draft, QCDC_OPERAND_FROM, span->from);
    attach_add(draft, QCDC_OPERAND_TO, span->to);
    attach_add(draft, QCDC_OPERAND_DELTA, as_points && span->delta == NULL ? span->percent : span->delta);
    if (!as_points || span->delta != NULL)
        attach_add(draft, QCDC_OPERAND_PCT, span->percent);
    draft->is_rate = as_points;
    attach_cover_tokens(draft, sentence->scene, span->first, span->end);
    attach_add_near(draft, sentence, span->first);
}

/* Drafts the span each way that it may be read; the judge's best is the reader's draft. */
static uint8_t choose(const Sentence *sentence, const Span *span)
{
    Reader *reader = sentence->reader;
    Choice best = { 0 };
    bool may_be_points = span->from->percent && span->percent != NULL && span->delta == NULL;
    fill(&reader->draft, sentence, span, QCDC_FAULT("spans-points", may_be_points, false));
    attach_choose(reader, &reader->draft, &best);
    if (may_be_points) {
        fill(&reader->other, sentence, span, false);
        attach_choose(reader, &reader->other, &best);
    }
    return best.verdict;
}

/* A growth a year that stands a little behind @at. */
static bool find_growth(const Sentence *sentence, size_t at, Growth *growth)
{
    const Scene *scene = sentence->scene;
    for (size_t most = at + 8; at < most && at < sentence->end; at++) {
        if (growths_read(sentence, at, growth))
            return true;
        if (scene_is_mark(scene, at, ';') || scene_get_figure(scene, at) != NULL || QCDC_FAULT("spans-unheld", attach_is_unheld(scene, at), false))
            return false;
    }
    return false;
}

/* The span that shows a growth's ends: "(từ 120 tỷ lên 175 tỷ)". */
static bool find_span(const Sentence *sentence, size_t at, Span *span)
{
    for (size_t most = at + 8; at < most && at < sentence->end; at++) {
        if (span_read_from_to(sentence, at, span))
            return true;
        if (scene_is_mark(sentence->scene, at, ';') || scene_get_figure(sentence->scene, at) != NULL)
            return false;
    }
    return false;
}

static void take_ends(const Sentence *sentence, const Span *span)
{
    attach_take(sentence, span->from, TAKEN_SPAN | TAKEN_CHANGE);
    attach_take(sentence, span->to, TAKEN_SPAN);
}

/* What stands loosely is left where it does not fit: it is rather said of something else. */
static void leave_loose(const Sentence *sentence, const Span *before, Span *span)
{
    const Mention *figures[] = { span->delta != before->delta ? span->delta : NULL,
                                 span->percent != before->percent ? span->percent : NULL };
    if (choose(sentence, span) != QCDC_VERDICT_INCONSISTENT)
        return;
    for (size_t i = 0; i < 2; i++)
        attach_give_back(sentence, figures[i], TAKEN_SPAN | TAKEN_CHANGE);
    *span = *before;
}

static void read_steps(const Sentence *sentence, Span *span)
{
    Span alone = *span;
    bool is_loose = false;
    span_read_before(sentence, span, &is_loose);
    if (QCDC_FAULT("spans-loose-before", is_loose, false))
        leave_loose(sentence, &alone, span);
    alone = *span;
    is_loose = false;
    if (span->delta == NULL || span->percent == NULL)
        span_read_behind(sentence, span, &is_loose);
    if (QCDC_FAULT("spans-loose-behind", is_loose, false))
        leave_loose(sentence, &alone, span);
    if (span->delta != NULL && span->percent == NULL)
        span_read_percent(sentence, span);
}

/* Whether nothing but the verb speaks against two bare numbers, "tăng từ 401 lên 351", which may be places, of which the smaller is the higher;
 * or the scale word stands at one of them alone. */
static bool may_be_other(const Span *span)
{
    const Mention *from = span->from, *to = span->to;
    bool are_bare = from->first_key == 0 && to->first_key == 0 && from->scale == 0 && to->scale == 0 && !from->percent && !to->percent;
    bool are_places = are_bare && from->value.decimals == 0 && to->value.decimals == 0 && from->value.coefficient < 1000 && to->value.coefficient < 1000;
    bool is_scaled = (from->scale >= 6 && to->scale == 0) || (to->scale >= 6 && from->scale == 0);
    return span->delta == NULL && span->percent == NULL && (are_places || is_scaled);
}

/* "tăng gấp đôi, từ 11 triệu đồng lên 22 triệu đồng": what the multiple is of. */
static bool is_of_multiple(const Scene *scene, size_t first, size_t start)
{
    if (first < start + 2 || !scene_is_mark(scene, first - 1, ','))
        return false;
    return scene_is_cue(scene, first - 2, CUE_DOUBLE) || scene_is_cue(scene, first - 2, CUE_TRIPLE) || scene_is_cue(scene, first - 2, CUE_TIMES);
}

static QcdcStatus read_span(const Sentence *sentence, Span *span, QcdcError *error)
{
    Growth growth;
    take_ends(sentence, span);
    if (!span->from->percent && find_growth(sentence, span->end, &growth)) {
        span->end = growth.end;
        return growths_keep(sentence, &growth, span->from, span->to, error);
    }
    bool is_shown = is_of_multiple(sentence->scene, span->first, sentence->start);
    read_steps(sentence, span);
    if (QCDC_FAULT("spans-multiple", is_shown && span->delta == NULL && span->percent == NULL, false))
        return QCDC_OK;
    if (choose(sentence, span) == QCDC_VERDICT_INCONSISTENT && may_be_other(span))
        return QCDC_OK;
    return reader_keep(sentence->reader, &sentence->reader->draft, NULL, error);
}

static QcdcStatus read_growth(const Sentence *sentence, Growth *growth, QcdcError *error)
{
    Span span = { 0 };
    if (find_span(sentence, growth->end, &span) && !span.from->percent) {
        take_ends(sentence, &span);
        growth->end = span.end;
    } else {
        span = (Span){ 0 };
    }
    return growths_keep(sentence, growth, span.from, span.to, error);
}

static QcdcStatus read_sentence(const Sentence *sentence, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t at = sentence->start; at < sentence->end && status == QCDC_OK;) {
        Span span;
        Growth growth;
        size_t behind = at + 1;
        if (span_read_from_to(sentence, at, &span) || span_read_into(sentence, at, &span)) {
            status = read_span(sentence, &span, error);
            behind = span.end;
        } else if (growths_read(sentence, at, &growth)) {
            status = read_growth(sentence, &growth, error);
            behind = growth.end;
        }
        at = behind > at ? behind : at + 1;
    }
    return status;
}

QcdcStatus reader_find_spans(Reader *reader, QcdcError *error)
{
    return attach_read_sentences(reader, read_sentence, error);
}
