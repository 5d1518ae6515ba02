/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef HOST_H
#define HOST_H

#include <qcdc/qcdc.h>

/* A host in C: answers what the shell answers, through the public functions alone and with an own reading of the options, so
 * that what the shell hides or mends would be seen. */

/* One word after the command, taken apart: by=child. */
typedef struct HostOption {
    const char *name, *value;
} HostOption;

typedef struct HostRequest {
    const char *command;   /* compare, rollup, check, explain, calendar, fill or phrase */
    const char *bundle;    /* a folder; of phrase nothing, of calendar a name without / too */
    const char *rewritten; /* NULL, or a folder to which the bundle is first written and read back: it must say the same */
    const HostOption *options;
    size_t option_count;
} HostRequest;

/* What the library says to @request. *out_text is set where there is something to print, which a faulty bundle has too, and is
 * the caller's to free(). The program ends where the request itself cannot be understood. */
QcdcStatus host_answer(const HostRequest *request, char **out_text, QcdcError *error);

/* "by=child" → by, child; @word is cut there. False where there is no "=". */
bool host_split(char *word, HostOption *out_option);

#endif
