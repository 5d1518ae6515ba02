/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SCRIPT_CLEANER_PRIVATE_H
#define QCDC_SCRIPT_CLEANER_PRIVATE_H

#include "reading/script-private.h"

enum {
    CLEANER_MAX_NOTE = 127 /* the highest footnote number told apart; higher ones are this one */
};

/* Characters cleaned one by one into bytes and origins that have room for all of the input. Blanks inside a line are one space, none
 * stands at its ends; a line end stands as "\n", an empty line as a second one. A run of superscript digits that is no square or cube is
 * kept as CLEANER_MARK and a byte that holds its number and 0x80: a footnote's mark. */
typedef struct Cleaner {
    const char *input;
    size_t input_length, at;
    char *bytes;
    uint32_t *origins;
    uint32_t length;
} Cleaner;

enum {
    CLEANER_MARK = 0x01 /* never in a cleaned text but before a mark's number: control characters are blanks */
};

void cleaner_run(Cleaner *cleaner);

#endif
