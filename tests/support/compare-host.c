/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The host in C as a program, for tests/properties/differential.py:
 *
 *     compare-host [--rewrite FOLDER] COMMAND BUNDLE [--option VALUE|--option=VALUE]…
 *
 * With --rewrite the bundle is first written to FOLDER and read back: it must say the same. */

#include "host.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 64 };

static int stop_with(const char *words)
{
    fprintf(stderr, "compare-host: %s\n", words);
    exit(2);
}

static size_t read_options(int argc, char **argv, HostOption *options)
{
    size_t count = 0;

    for (int k = 0; k < argc; k++) {
        if (strncmp(argv[k], "--", 2) != 0 || count == MOST)
            stop_with(argv[k]);
        if (!host_split(argv[k] + 2, &options[count])) {
            if (k + 1 == argc)
                stop_with(argv[k]);
            options[count] = (HostOption){ argv[k] + 2, argv[k + 1] };
            k++;
        }
        count++;
    }
    return count;
}

int main(int argc, char **argv)
{
    HostOption options[MOST];
    HostRequest request = { .options = options };
    QcdcError error = { 0 };
    char *text = NULL;

    if (argc > 2 && strcmp(argv[1], "--rewrite") == 0) {
        request.rewritten = argv[2];
        argc -= 2;
        argv += 2;
    }
    if (argc < 3)
        stop_with("COMMAND BUNDLE [--option VALUE]…");
    request.command = argv[1];
    request.bundle = argv[2];
    request.option_count = read_options(argc - 3, argv + 3, options);
    if (host_answer(&request, &text, &error) != QCDC_OK)
        stop_with(error.text);
    fputs(text, stdout);
    free(text);
    return 0;
}
