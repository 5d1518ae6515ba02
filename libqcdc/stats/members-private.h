/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_MEMBERS_PRIVATE_H
#define QCDC_MEMBERS_PRIVATE_H

#include "kernel/text-private.h"

/* Results as JSON: numbers by their names, in the fewest digits that are read back as the same; null of what is no finite number. */

/* A number of a result by its name, or a word without anything that JSON escapes. */
typedef struct Member {
    const char *name;
    double number;
    const char *word;
} Member;

/* What there is nothing of is null, by the same names. */
void members_forget(Member *members, size_t count);
/* "name":0.95 with a comma before it unless it is the first. */
void members_add(QcdcText *text, const char *name, double number, bool is_first);
/* One object of @count members; "null" of NULL. The length needed. */
size_t members_write(const Member *members, size_t count, char *buffer, size_t size);

#endif
