/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef LAW_H
#define LAW_H

/* A law is a function that draws one case and says whether it holds; where it does not, it prints the case.
 *
 *     static bool adding_nothing_changes_nothing(Random *dice) { … }
 *     LAW(adding_nothing_changes_nothing)
 *
 *     { "adding nothing changes nothing", check_adding_nothing_changes_nothing },
 *
 * Each law has its own stream of cases from the one seed, so that it meets the same ones when it is run alone. */

#include <stdio.h>

#include "random.h"
#include "suite.h"

enum {
    LAW_CASES = 200000
};

static inline void law_hold(bool (*law)(Random *dice))
{
    unsigned long cases = suite_get_cases(LAW_CASES);
    Random dice = random_begin(suite_get_seed());
    bool holds = true;
    for (unsigned long i = 0; i < cases && holds; i++)
        holds = law(&dice);
    printf("# %lu cases\n", cases);
    CU_ASSERT(holds);
}

#define LAW(law)                                                                                                       \
    static void check_##law(void)                                                                                      \
    {                                                                                                                  \
        law_hold(law);                                                                                                 \
    }

#endif
