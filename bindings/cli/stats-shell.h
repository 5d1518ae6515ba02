/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef STATS_SHELL_H
#define STATS_SHELL_H

/* What the commands of qcdc-stats share, besides what the shell does. */

#include "shell.h"

#include <qcdc/qcdc-stats.h>

extern const Command stats_compare_command, stats_interval_command, stats_changes_command;

enum { STATS_FORMAT_TEXT, STATS_FORMAT_JSON };
extern const Choice stats_formats[];

/* "62/77", or "428", of which the total is 0; complains and gives false for anything else. */
typedef struct Counted {
    gint64 count, total;
    gboolean has_total;
} Counted;
gboolean counted_take(const char *word, Counted *out_counted);
/* A number of --option in canonical writing; *@number stays as it is where @word is NULL. */
gboolean real_take(const char *option, const char *word, double *number);
/* The language of --language. */
gboolean language_take(const char *word, QcdcLanguage *out_language);

/* A text that a function of the library fills into a buffer; freed with g_free(). */
typedef size_t (*Explainer)(const void *result, QcdcLanguage language, char *buffer, size_t size);
char *explained(Explainer explain, const void *result, QcdcLanguage language);

#endif
