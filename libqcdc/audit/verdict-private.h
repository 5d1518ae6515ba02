/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_VERDICT_PRIVATE_H
#define QCDC_VERDICT_PRIVATE_H

#include "audit/evidence-private.h"
#include "audit/sides-private.h"

/* Two figures that should be one, or stand in an order, and do not. */
typedef struct Verdict {
    CellKey key;            /* whose finding it is: unit, indicator, period */
    Sides sides;
    size_t row;             /* where it stands if no figure is one row's */
    const char *left_noun;  /* "reported total" */
    const char *relation;   /* NULL: "differs by", and from what; else "above": by how much, and what */
    const char *right_noun; /* "the sum of its own and its children's figures" */
    const char *right_name; /* (nullable) what is quoted after it */
    const char *after;      /* (nullable) what is said at the end */
    const char *message;    /* (nullable) says it instead of the three before */
    const char *hint;
    const char *reading;    /* (nullable) as in QcdcFinding */
} Verdict;

/* The period of the key, and the plan if it is of one: 2022 of plan "ke-hoach". */
void verdict_append_period(const Check *check, const CellKey *key, Text *message);
/* sides_hold() of quotients; what leaves the range is told with its place (S1). */
QcdcStatus verdict_hold(const Check *check, const CellKey *key, const Sides *sides, bool *out_holds);
/* sides_tell(); what leaves the range is told with its place (S1). */
QcdcStatus verdict_tell_sides(const Check *check, const CellKey *key, const Sides *sides, QcdcDecimal *out_left, QcdcDecimal *out_right,
                              QcdcDecimal *out_difference);
/* Puts it down with the figures gathered, if @status is QCDC_OK, and clears these; else @status. */
QcdcStatus verdict_put_down(Check *check, const Verdict *verdict, Evidence *evidence, QcdcStatus status);

#endif
