/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/draft-private.h"

#include <string.h>

#include "kernel/fault-private.h"

/* The numbers, which are most of a draft, are left as they were: nothing beyond the count is looked at. */
void draft_begin(Draft *draft, QcdcClaimKind kind)
{
    memset(draft, 0, offsetof(Draft, numbers));
    draft->kind = (uint8_t)kind;
    draft->number_count = draft->near_count = draft->expected_count = 0;
}

void draft_cover(Draft *draft, uint32_t start, uint32_t end)
{
    if (draft->end == 0 || QCDC_FAULT("draft-cover-start", start < draft->start, false))
        draft->start = start;
    if (end > draft->end)
        draft->end = end;
}

static DraftNumber read_mention(QcdcOperand role, const Mention *mention)
{
    DraftNumber number = { .role = (uint8_t)role, .has_value = 1 };
    number.percent = mention->percent;
    number.points = mention->points;
    number.hedge = mention->hedge;
    number.last_power = mention->last_power;
    number.has_other = mention->has_other;
    number.is_measure = mention->is_measure;
    number.is_rounded = mention->is_rounded;
    number.value = mention->value;
    number.other = mention->other;
    number.start = mention->start;
    number.end = mention->end;
    return number;
}

bool draft_add(Draft *draft, QcdcOperand role, const Mention *mention, bool in_span)
{
    if (draft->number_count == DRAFT_MAX_NUMBERS)
        return false;
    if (draft->number_count == 0)
        draft->hedge = mention->hedge;
    draft->numbers[draft->number_count++] = read_mention(role, mention);
    if (in_span)
        draft_cover(draft, mention->start, mention->end);
    return true;
}

bool draft_add_place(Draft *draft, QcdcOperand role, uint32_t start, uint32_t end)
{
    if (draft->number_count == DRAFT_MAX_NUMBERS)
        return false;
    DraftNumber place = { .role = (uint8_t)role, .start = start, .end = end };
    draft->numbers[draft->number_count++] = place;
    draft_cover(draft, start, end);
    return true;
}

const DraftNumber *draft_find(const Draft *draft, QcdcOperand role)
{
    for (size_t i = 0; i < draft->number_count; i++)
        if (draft->numbers[i].role == role)
            return &draft->numbers[i];
    return NULL;
}

void draft_expect(Draft *draft, QcdcOperand role, QcdcDecimal value)
{
    if (draft->expected_count == DRAFT_MAX_EXPECTED)
        return;
    draft->expected[draft->expected_count].role = (uint8_t)role;
    draft->expected[draft->expected_count++].value = value;
}
