/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_OUTLINE_PRIVATE_H
#define QCDC_OUTLINE_PRIVATE_H

#include "analysis/comparison-private.h"
#include "model/memory-private.h"

/* Which selected indicators make which sentence, clause and list of parts. It depends on the catalog and the selection
 * alone, so one outline serves all units. Numbers, not pointers, say where things lie. */

/* Adjacent indicators of one `clause` (W2): figures[first] … of the outline. */
typedef struct OutlineClause {
    size_t first, count;
    size_t first_list, list_count;
} OutlineClause;

/* The parts of one indicator: a named partition, or the rest (W10). */
typedef struct OutlineList {
    size_t total; /* selected indicator they are parts of */
    size_t first_clause, clause_count;
    bool is_partition;
    const char *words; /* of a named partition with words (W25), else "" */
} OutlineList;

/* Adjacent indicators of one `sentence` (W1). */
typedef struct OutlineSentence {
    size_t first_clause, clause_count;
} OutlineSentence;

typedef struct Outline {
    Array sentences; /* OutlineSentence */
    Array clauses;   /* OutlineClause */
    Array lists;     /* OutlineList */
    Array figures;   /* size_t: numbers of selected indicators */
} Outline;

/* @one_each: every indicator is a clause of its own (D26). */
QcdcStatus outline_make(const QcdcComparison *comparison, bool one_each, Outline *out_outline, QcdcError *error);
void outline_clear(Outline *outline);

#endif
