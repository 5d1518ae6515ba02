/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

#include <string.h>

enum { LONGEST_WORD = 32 };

/* Letters to insert, remove or replace. */
static gsize count_edits(const char *left, const char *right)
{
    gsize row[LONGEST_WORD + 1], width = strlen(right);

    for (gsize j = 0; j <= width; j++)
        row[j] = j;
    for (gsize i = 1; left[i - 1] != '\0'; i++) {
        gsize diagonal = row[0];
        row[0] = i;
        for (gsize j = 1; j <= width; j++) {
            gsize above = row[j];
            gsize replaced = diagonal + (left[i - 1] != right[j - 1]);
            row[j] = MIN(MIN(above, row[j - 1]) + 1, replaced);
            diagonal = above;
        }
    }
    return row[width];
}

char *suggest(const char *word, const char *prefix, const char *const *known)
{
    const char *nearest = NULL;
    gsize least = 3; /* more letters than this is another word */

    for (; *known != NULL && strlen(word) <= LONGEST_WORD; known++) {
        gsize edits = count_edits(word, *known);
        if (edits < least || (edits > 0 && g_str_has_prefix(*known, word) && nearest == NULL)) {
            least = MIN(edits, least);
            nearest = *known;
        }
    }
    return nearest != NULL ? g_strdup_printf("; did you mean %s%s?", prefix, nearest) : g_strdup("");
}

ExitCode refuse_command(const char *word, const char *const *known, const char *help)
{
    char *hint = suggest(word, "", known);

    complain(EXIT_REFUSED, "unknown %s \"%s\"%s%s", word[0] == '-' ? "option" : "command", word, hint[0] != '\0' ? hint : "; see ",
             hint[0] != '\0' ? "" : help);
    g_free(hint);
    return EXIT_REFUSED;
}
