/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/multiples-private.h"
#include "reading/shift-private.h"

/* The changes of one sentence, and the phrases of comparison that hold for several of them. */
typedef struct Telling {
    const Sentence *sentence;
    Shift shifts[SHIFT_MOST];
    size_t count;
    bool has_lead; /* "So với cùng kỳ năm 2021, …" */
    Compared lead;
} Telling;

/* A phrase of comparison holds for what stands before it and has none, or has none behind it (phrases.md 11.6). */
static void spread_compared(Telling *telling)
{
    const Compared *behind = NULL;
    for (size_t i = telling->count; i-- > 0;) {
        Shift *shift = &telling->shifts[i];
        if (shift->has_compared)
            behind = &shift->compared;
        else if (behind != NULL)
            shift->compared = *behind, shift->compared.base = NULL, shift->has_compared = true;
    }
    const Compared *before = telling->has_lead ? &telling->lead : NULL;
    for (size_t i = 0; i < telling->count; i++) {
        Shift *shift = &telling->shifts[i];
        if (shift->has_compared)
            before = &shift->compared;
        else if (before != NULL)
            shift->compared = *before, shift->has_compared = true;
    }
}

static QcdcStatus keep_all(Telling *telling, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    spread_compared(telling);
    for (size_t i = 0; i < telling->count && status == QCDC_OK; i++)
        status = shift_keep(telling->sentence, &telling->shifts[i], error);
    telling->count = 0;
    return status;
}

static QcdcStatus add(Telling *telling, const Shift *shift, QcdcError *error)
{
    QcdcStatus status = telling->count == SHIFT_MOST ? keep_all(telling, error) : QCDC_OK;
    telling->shifts[telling->count++] = *shift;
    return status;
}

/* The first change whose base is not told gets it. */
static void give_base(Telling *telling, const Mention *figure)
{
    for (size_t i = telling->count; i-- > 0;) {
        Shift *shift = &telling->shifts[i];
        const Mention *delta = shift->delta;
        if (shift->base != NULL || delta == NULL || delta->first_key == 0 || delta->first_key != figure->first_key)
            continue;
        shift->base = figure;
        attach_take(telling->sentence, figure, TAKEN_CHANGE);
        return;
    }
}

/* "(cùng kỳ 132 đơn và 94 vụ)" behind a list of changes: each takes the base of its unit. */
static bool read_shown(Telling *telling, size_t *at)
{
    Shown shown;
    if (telling->count == 0 || !attach_read_shown(telling->sentence, *at, &shown) || !shown.has_time || shown.count == 0 ||
        shown.direction != QCDC_DIRECTION_UNKNOWN || shown.has_plan || shown.has_span || shown.has_line)
        return false;
    for (size_t i = 0; i < shown.count; i++)
        if (!attach_is_taken(telling->sentence, shown.figures[i], TAKEN_CHANGE))
            give_base(telling, shown.figures[i]);
    *at = shown.end;
    return true;
}

static bool read_lead(Telling *telling, size_t *at)
{
    Compared compared;
    if (!scene_is_cue(telling->sentence->scene, *at, CUE_COMPARED) || !attach_read_compared(telling->sentence, *at, &compared))
        return false;
    *at = compared.end > *at ? compared.end : *at + 1;
    if (compared.is_plan || compared.is_total)
        return true;
    attach_take(telling->sentence, compared.base, TAKEN_CHANGE);
    if (telling->count > 0 && !telling->shifts[telling->count - 1].has_compared) {
        telling->shifts[telling->count - 1].compared = compared;
        telling->shifts[telling->count - 1].has_compared = true;
        if (compared.base != NULL)
            give_base(telling, compared.base);
        return true;
    }
    telling->lead = compared;
    telling->has_lead = true;
    return true;
}

static QcdcStatus read_list(Telling *telling, Shift *shift, size_t *at, QcdcError *error)
{
    Shift next;
    QcdcStatus status = add(telling, shift, error);
    while (status == QCDC_OK && shift_read_elided(telling->sentence, shift, &next)) {
        *shift = next;
        status = add(telling, shift, error);
    }
    *at = shift->end > *at ? shift->end : *at + 1;
    return status;
}

static QcdcStatus read_sentence(const Sentence *sentence, QcdcError *error)
{
    Telling telling = {.sentence = sentence};
    QcdcStatus status = QCDC_OK;
    for (size_t at = sentence->start; at < sentence->end && status == QCDC_OK;) {
        Shift shift;
        if (shift_read(sentence, at, &shift) || shift_read_signed(sentence, at, &shift))
            status = read_list(&telling, &shift, &at, error);
        else if (!read_shown(&telling, &at) && !read_lead(&telling, &at))
            at++;
    }
    return status == QCDC_OK ? keep_all(&telling, error) : status;
}

QcdcStatus reader_find_changes(Reader *reader, QcdcError *error)
{
    Sentence sentence = {.reader = reader};
    QcdcStatus status = QCDC_OK;
    while (status == QCDC_OK && attach_next_sentence(&sentence)) {
        status = multiples_find(&sentence, error);
        if (status == QCDC_OK)
            status = read_sentence(&sentence, error);
    }
    return status;
}
