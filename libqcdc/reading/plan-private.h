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
    bool is_change;    /* what is aimed at is itself a change: "vượt mục tiêu giảm 2%" */
    bool is_doubtful;  /* another figure may be meant: it counts only if it fits */
    bool is_threshold; /* "yêu cầu tối thiểu 80%": the hedge is of what is required */
    const Mention *actual, *plan, *percent, *excess;
    const Mention *told; /* the plan as told before in the sentence, where it is not told again: if it fits */
} Plan;

/* Reads what is told around the word of a plan at @at; false if it tells no figure. */
bool plan_read(const Sentence *sentence, size_t at, Plan *out_plan);
/* Attaches what was reached, and keeps what fits best; of two readings both. */
QcdcStatus plan_keep(const Sentence *sentence, const Plan *plan, QcdcError *error);

/* What is shared: the word of a plan or target at @at, how a figure stands to it by the verb at @at (a QcdcRelation), the value behind the
 * word, and the verb before it, whose token goes into *@out_first. */
bool plan_is_word(const Scene *scene, size_t at);
uint8_t plan_find_relation(const Scene *scene, size_t at);
void plan_read_value(const Sentence *sentence, size_t at, Plan *plan);
size_t plan_skip_name(const Sentence *sentence, size_t at);
uint8_t plan_find_verb(const Sentence *sentence, size_t at, size_t *out_first);

/* "vượt mục tiêu giảm 2%": what is aimed at is a change. */
bool plan_read_change(const Sentence *sentence, size_t at, Plan *plan);
/* Takes the percent at @at for what was reached of the plan, with a word of the plan right behind it: "đạt 105% KH". */
void plan_take_reached(const Sentence *sentence, size_t at, Plan *plan);
/* "chỉ tiêu đề ra là 88%, như vậy đã vượt chỉ tiêu": how it stands is told behind the value. */
bool plan_read_stood(const Sentence *sentence, size_t at, Plan *plan);
/* "so với kế hoạch tỉnh giao (900 ha), tỷ lệ … đạt 96,7%": the plan leads what is said of it. */
bool plan_read_lead(const Sentence *sentence, size_t at, Plan *plan);
/* "mục tiêu 6,2 tỷ USD của năm 2024 đã hoàn thành 55,8%": the plan is told with how much of it was reached, what was reached elsewhere. */
bool plan_read_done(const Sentence *sentence, size_t at, Plan *plan);
/* The relation that is told behind @plan, which says none itself; false if there is none. */
bool plan_read_standing(const Sentence *sentence, Plan *plan);
/* The plan that the word at @at tells with its value, a count, where nothing else is said of it; NULL if it tells none. */
const Mention *plan_find_told(const Sentence *sentence, size_t at);
/* The nearest such of the sentences before. */
const Mention *plan_find_far(const Sentence *sentence);
/* Whether @plan's told plan is that of @actual beyond doubt: the two and the percent follow one another, of one noun, and nothing is said of
 * another time. */
bool plan_is_tied(const Sentence *sentence, const Plan *plan, const Mention *actual);

#endif
