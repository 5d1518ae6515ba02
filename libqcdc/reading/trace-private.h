/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TRACE_PRIVATE_H
#define QCDC_TRACE_PRIVATE_H

#include "reading/arena-private.h"
#include "reading/draft-private.h"
#include "reading/scene-private.h"

enum {
    TRACE_BEFORE = 16, /* words kept that stand before a figure, the nearest first, */
    TRACE_BEHIND = 4, /* and words of its noun */
    TRACE_MOST = 1 << 16 /* figures of a text that are kept so; later ones are not compared */
};

/* A figure with the words about it, so that the figure of another text that says the same of another year is found. Words are hashes;
 * figures, periods and words of change are no words. */
typedef struct Trace {
    DraftNumber number;
    uint32_t noun_key, first_key;
    uint32_t before[TRACE_BEFORE], behind[TRACE_BEHIND];
    uint8_t before_count, behind_count;
    uint8_t is_level; /* no difference, percent of change, base or plan */
} Trace;

/* The figures of one text; all-zero is empty. */
typedef struct Traces {
    Trace *items;
    size_t count, capacity;
} Traces;

/* Adds the scene's figures; false when there is no memory. */
bool traces_add(Traces *traces, Arena *arena, const Scene *scene);
/* The trace of the figure whose first byte is @start, in the order in which they were added; NULL if there is none. */
Trace *traces_find(const Traces *traces, uint32_t start);
/* Sorts by what is counted: the figures of one noun stand together. */
void traces_sort(Traces *traces);
/* The first of those with the noun of @like, in sorted traces, and how many there are, counted up to @most. */
const Trace *traces_find_noun(const Traces *traces, const Trace *like, size_t most, size_t *out_count);
/* How many words about the two are the same, in the same order; those that stand right before both count thrice. */
unsigned trace_compare(const Trace *left, const Trace *right);

#endif
