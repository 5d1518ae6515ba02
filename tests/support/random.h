/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef RANDOM_H
#define RANDOM_H

/* Random cases for laws: a small generator that gives the same cases on every machine, and draws that prefer the edges of a
 * range, where mistakes live. Start it with suite_get_seed(). */

#include <stdbool.h>
#include <stdint.h>

typedef struct Random {
    uint64_t state;
} Random;

static inline Random random_begin(uint64_t seed)
{
    Random random = { seed };
    return random;
}

/* SplitMix64 (Steele, Lea, Flood 2014). */
static inline uint64_t random_bits(Random *random)
{
    uint64_t mixed = random->state += UINT64_C(0x9E3779B97F4A7C15);
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ (mixed >> 31);
}

/* A number below @end, which is above 0. */
static inline uint64_t random_below(Random *random, uint64_t end)
{
    return random_bits(random) % end;
}

/* A number from @first to @last, both inside. */
static inline int64_t random_between(Random *random, int64_t first, int64_t last)
{
    return first + (int64_t)random_below(random, (uint64_t)(last - first) + 1);
}

/* True in one of @odds cases. */
static inline bool random_chance(Random *random, unsigned odds)
{
    return random_below(random, odds) == 0;
}

/* Like random_between(), with every third draw at most two steps from an edge. */
static inline int64_t random_near_edges(Random *random, int64_t first, int64_t last)
{
    int64_t step = random_between(random, 0, 2);
    int64_t drawn = random_between(random, first, last);
    switch (random_below(random, 6)) {
    case 0:
        drawn = first + step;
        break;
    case 1:
        drawn = last - step;
        break;
    default:
        break;
    }
    return drawn < first || drawn > last ? first : drawn;
}

#endif
