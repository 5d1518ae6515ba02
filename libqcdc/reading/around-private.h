/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_AROUND_PRIVATE_H
#define QCDC_AROUND_PRIVATE_H

#include "reading/scene-private.h"

enum {
    AROUND_BEHIND = 20, /* words kept that follow a figure, */
    AROUND_BEFORE = 16  /* and words before it, the nearest first */
};

/* What is said about a figure: hashes of the words about it, up to where its sentence ends. Of those behind, a number or a mark but the
 * comma ends them; those before step over both. */
typedef struct Around {
    uint32_t behind[AROUND_BEHIND], before[AROUND_BEFORE];
    uint8_t behind_count, before_count;
} Around;

Around around_read(const Scene *scene, const Mention *mention);
/* How many words right behind, and right before, both figures are the same. */
size_t around_count_head(const Around *left, const Around *right);
size_t around_count_lead(const Around *left, const Around *right);
/* How many of the first @most words behind the figure of the shorter one stand anywhere behind the other. */
size_t around_count_shared(const Around *left, const Around *right, size_t most);
/* The longest run of words that stand behind both; of those that stand before both, with where it begins before @left, in words from the
 * figure. */
size_t around_count_run(const Around *left, const Around *right);
size_t around_count_run_before(const Around *left, const Around *right, size_t *out_far);

#endif
