/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

enum { BLOCK_SIZE = 1 << 16 };

static gboolean read_blocks(FILE *file, GString *text, gsize most)
{
    char block[BLOCK_SIZE];
    gsize count = BLOCK_SIZE;

    while (count == BLOCK_SIZE && text->len < most) {
        count = fread(block, 1, BLOCK_SIZE, file);
        g_string_append_len(text, block, (gssize)count);
    }
    return ferror(file) == 0;
}

GString *input_read(const char *path, gsize most)
{
    gboolean is_stdin = strcmp(path, "-") == 0;
    FILE *file = is_stdin ? stdin : g_fopen(path, "rb");
    GString *text = g_string_new(NULL);
    gboolean is_read = file != NULL && read_blocks(file, text, most);
    int reason = errno;

    if (file != NULL && !is_stdin)
        fclose(file);
    if (is_read)
        return text;
    complain(EXIT_REFUSED, "%s: %s", path, g_strerror(reason));
    g_string_free(text, TRUE);
    return NULL;
}
