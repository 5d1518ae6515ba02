/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef FAILING_MEMORY_H
#define FAILING_MEMORY_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

/* For one source file of a test program. The library's allocations whose size depends on data come here, since a program's own
 * functions go before those of a library. The one whose turn it is fails. */
static long allowed = -1; /* -1: all */

static bool is_allowed(void)
{
    bool is_last = allowed == 0;

    allowed -= allowed > 0;
    return !is_last;
}

gpointer g_try_malloc0_n(gsize count, gsize size)
{
    return is_allowed() ? calloc(count, size) : NULL;
}

gpointer g_try_realloc_n(gpointer block, gsize count, gsize size)
{
    return is_allowed() && (size == 0 || count <= SIZE_MAX / size) ? realloc(block, count * size) : NULL;
}

#endif
