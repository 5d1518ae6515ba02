/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SCRIPT_PRIVATE_H
#define QCDC_SCRIPT_PRIVATE_H

#include <qcdc/status.h>

#include "reading/arena-private.h"

/* One run of text that is read by itself: a paragraph of the body (joined where a page break or footnotes tore it), or a footnote. */
typedef struct Passage {
    uint32_t start, end; /* bytes of the script */
    uint32_t mark;       /* of a footnote: the byte of the script before which its mark stood last; 0: not known */
    uint16_t note;       /* 0: the body; else the footnote's number */
    uint8_t is_heading;  /* a line that ends without a full stop and stands alone, or is in capitals */
    uint8_t is_item;     /* begins with "-", "+", "a)", "1." */
} Passage;

/* A report's text made ready: NFC; blanks of any kind are one space, but for "\n" between the lines of a passage that are lines of a list;
 * footnote marks (superscript digits glued to words; the ² of km² and m² stays), asterisks and soft hyphens are gone; [ ] are ( );
 * typographic dashes are -, quotation marks ". Footnotes stand after the paragraph which they tore. */
typedef struct Script {
    const char *input;
    size_t input_length;
    char *bytes;
    uint32_t *origins; /* of each byte, and of the end: first byte of the input it came from */
    uint32_t length;
    Passage *passages;
    size_t passage_count;
    uint32_t *tears; /* bytes of the script, rising, where a page or footnotes tore a sentence of the input: the blank put there */
    size_t tear_count;
} Script;

/* Reads @input; the script lives in @arena, and the input must live as long. */
QcdcStatus script_read(Script *script, const char *input, size_t length, Arena *arena, QcdcError *error);
/* The bytes of the input that the bytes @start … @end of the script came from; @end > @start. */
void script_locate(const Script *script, uint32_t start, uint32_t end, size_t *out_start, size_t *out_end);

#endif
