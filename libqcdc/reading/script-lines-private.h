/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SCRIPT_LINES_PRIVATE_H
#define QCDC_SCRIPT_LINES_PRIVATE_H

#include "reading/script-cleaner-private.h"

enum {
    LINE_WRAPPED_LENGTH = 60 /* bytes of a line that ends because the page does, at least */
};

/* One line of a cleaned text, not empty. */
typedef struct Line {
    uint32_t start, end;
    uint8_t note;          /* its footnote's number, 0: of the body */
    uint8_t after_blank;   /* an empty line or a page's end stands before it */
    uint8_t is_item;       /* begins like an item of a list */
    uint8_t is_heading;
    uint8_t is_page;       /* a page's number: no text at all */
    uint8_t is_taken;      /* is in a passage */
} Line;

size_t lines_count(const char *bytes, uint32_t length);
/* Fills @lines, as many as lines_count() said, and tells footnotes from the body by the marks seen before them. */
void lines_find(const Cleaner *cleaner, Line *lines);

/* Whether the sentence goes on in the next line, no empty line between. */
bool line_runs_on(const Cleaner *cleaner, const Line *line, const Line *next);
/* Whether the next line divides what this one told, an empty line between or not: "Trong đó: …", "- Bao gồm …". */
bool line_divides(const Cleaner *cleaner, const Line *line, const Line *next);
/* Whether it ends in the middle of a sentence: without any mark. */
bool line_is_torn(const Cleaner *cleaner, const Line *line);
/* Whether it begins with a small letter, so that it goes on with a torn line. */
bool line_goes_on(const Cleaner *cleaner, const Line *line);
/* Whether an item behind it belongs to its list: it ends in ":" or ";". */
bool line_opens_list(const Cleaner *cleaner, const Line *line);

#endif
