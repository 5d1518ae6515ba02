/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef EXPECT_H
#define EXPECT_H

/* Checks for tests that walk a table: on a miss they print the row's name and both sides, and the CUnit test fails. */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <CUnit/CUnit.h>

static inline bool expect(bool holds, const char *row, const char *what)
{
    if (!holds)
        printf("# %s: %s\n", row, what);
    CU_ASSERT(holds);
    return holds;
}

static inline bool expect_text(const char *row, const char *actual, const char *wanted)
{
    bool holds = strcmp(actual, wanted) == 0;
    if (!holds)
        printf("# %s: \"%s\" instead of \"%s\"\n", row, actual, wanted);
    CU_ASSERT(holds);
    return holds;
}

static inline bool expect_number(const char *row, int64_t actual, int64_t wanted)
{
    if (actual != wanted)
        printf("# %s: %" PRId64 " instead of %" PRId64 "\n", row, actual, wanted);
    CU_ASSERT(actual == wanted);
    return actual == wanted;
}

#endif
