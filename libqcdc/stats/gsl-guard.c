/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/gsl-guard-private.h"

#include <glib.h>
#include <gsl/gsl_errno.h>

static GMutex lock;
static unsigned inside;
static gsl_error_handler_t *of_host;

void gsl_guard_enter(void)
{
    g_mutex_lock(&lock);
    if (inside++ == 0)
        of_host = gsl_set_error_handler_off();
    g_mutex_unlock(&lock);
}

void gsl_guard_leave(void)
{
    g_mutex_lock(&lock);
    if (--inside == 0)
        gsl_set_error_handler(of_host);
    g_mutex_unlock(&lock);
}
