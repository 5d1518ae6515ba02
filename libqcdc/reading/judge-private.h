/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_JUDGE_PRIVATE_H
#define QCDC_JUDGE_PRIVATE_H

#include "reading/judge-interval-private.h"

/* A family sets verdict, mode, by_whole and what is expected of a draft of its kinds, and the cause if it is TRUNCATED
 * or says more than the verdict; causes of what does not fit are looked for afterwards. It may be asked again and again
 * with other numbers. */
void judge_change(Draft *draft);
void judge_rank(Draft *draft);
void judge_index(Draft *draft);
void judge_ratio(Draft *draft);
void judge_plan(Draft *draft);
void judge_contribution(Draft *draft);
void judge_sum(Draft *draft);
void judge_balance(Draft *draft);
void judge_cross(Draft *draft);
void judge_growth(Draft *draft);
void judge_list(Draft *draft);
void judge_pair(Draft *draft);

/* A percent of a subject that is a rate is settled as points or as percent (R7): CHANGE_REL may become CHANGE_PP, its
 * PCT the DELTA. */
void judge_settle(Draft *draft);
/* The family of @draft's kind, from a clean start; verdict, mode, cause and expected are set anew. */
void judge_run(Draft *draft);
/* Names the cause of an inconsistent draft when one, and one only, explains it. */
void judge_find_cause(Draft *draft);

/* Something worked out of a draft's operands, taken so or so; lost when one is missing or it has no value. */
typedef Interval (*Relation)(const Draft *draft, Taking taking);

/* What @relation gives against what is printed as @result, whose sign is @sign. CAUSE_TRUNCATED is set when cut digits
 * alone explain it. */
QcdcVerdict judge_relation(Draft *draft, Relation relation, const DraftNumber *result, int sign);
/* Whether the relation holds for values that round to what is printed: what a cause is tried by. */
bool judge_fits(const Draft *draft, Relation relation, const DraftNumber *result, int sign);
/* The verdict of two that both must hold. */
QcdcVerdict judge_worse(QcdcVerdict left, QcdcVerdict right);

/* The first number of @role as an operand; lost when it is not printed. */
Interval judge_operand(const Draft *draft, QcdcOperand role, Taking taking);
/* 100 × @interval */
Interval judge_percent(Interval interval);
/* Copies @number with the sign of @sign, -1 or 1, whatever its own. */
DraftNumber judge_signed(const DraftNumber *number, int sign);
/* With how many decimals a number is told against @number: as many as that has, one more against a bound. */
unsigned judge_get_decimals(const DraftNumber *number);

enum {
    JUDGE_AS_NEEDED = 10 /* decimals: as many as the number needs, at most 9 */
};
/* Adds what was worked out to expected; nothing when it is lost. */
void judge_expect(Draft *draft, QcdcOperand role, Exact value, unsigned decimals);
/* The same of an interval that is one point. */
void judge_expect_point(Draft *draft, QcdcOperand role, Interval interval, unsigned decimals);
/* The same, to one digit more than @like has. */
void judge_expect_like(Draft *draft, QcdcOperand role, Interval interval, const DraftNumber *like);

/* How many whole numbers lie in @allowed, none below @least: at most 5, and 5 when there is no bound; the first into
 * *@out_first. */
unsigned judge_count_whole(const Interval *allowed, int64_t least, int64_t *out_first);
/* R5: one operand is not printed and is a whole number; @relation gives what it may be when @result, a printed number,
 * is taken for all that rounds to it or is cut to it. None is INCONSISTENT, by whole numbers, ROUNDING when there is
 * one for cut digits alone; up to four are @fitting, and expected as CANDIDATE; more are UNCHECKABLE, and expected the
 * LOWEST and the HIGHEST. */
typedef Interval (*WholeRelation)(const Draft *draft, Interval result);
QcdcVerdict judge_whole(Draft *draft, WholeRelation relation, const DraftNumber *result, int sign, int64_t least,
                        QcdcVerdict fitting);
/* Whether @known and @other, as worked out, differ by a whole one: "tại 47 nước tăng 0,32%" is not said of 47. */
bool judge_changes_by_one(const DraftNumber *known, Interval other);
/* What may stand there is expected, and nothing is judged. */
void judge_tell_wholes(Draft *draft, WholeRelation relation, const DraftNumber *result, int sign, int64_t least);

#endif
