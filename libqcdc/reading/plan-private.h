/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PLAN_PRIVATE_H
#define QCDC_PLAN_PRIVATE_H

#include "reading/attach-private.h"

/* How a figure stands to a plan or target, as the text tells it around the word "kế hoạch", "chỉ tiêu", "mức". */
typedef struct Plan {
    size_t first, end; /* tokens */
    uint8_t relation;  /* a QcdcRelation */
    bool is_target;    /* a target's word, and no percent of it */
    bool is_open;      /* "vượt kế hoạch giao 148 lao động": by 148, or the plan is 148 */
    bool is_far;       /* the target is shown at the end of the plan's long name */
    const Mention *actual, *plan, *percent, *excess;
    const Mention *told; /* the plan as told before in the sentence, where it is not told again: if it fits */
} Plan;

/* Reads what is told around the word of a plan at @at; false if it tells no figure. */
bool plan_read(const Sentence *sentence, size_t at, Plan *out_plan);
/* Attaches what was reached, and keeps what fits best; of two readings both. */
QcdcStatus plan_keep(const Sentence *sentence, const Plan *plan, QcdcError *error);

#endif
