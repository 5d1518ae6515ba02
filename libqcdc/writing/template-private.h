/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TEMPLATE_PRIVATE_H
#define QCDC_TEMPLATE_PRIVATE_H

#include <qcdc/types.h>

/* A template, piece by piece (D66). It is read once from its first byte to its last, whatever stands in it: nothing is kept of it,
 * and a piece is not looked at again. */

typedef enum {
    PIECE_LITERAL,  /* bytes that stay as they are; of {{{{ the first two */
    PIECE_PLACE,    /* the bytes between {{ and }}, without the blanks at either end */
    PIECE_UNCLOSED, /* a {{ whose line, or the next {{, comes before }}; it stays as it is */
    PIECE_BAD_BYTE  /* the first byte of a line that is not UTF-8, or is NUL; found beside the others */
} PieceKind;

typedef struct TemplatePiece {
    PieceKind kind;
    const char *bytes;
    size_t length;
    int32_t row, column; /* where it begins: line, and byte in the line, a byte order mark not counted; from 1 */
} TemplatePiece;

typedef struct TemplateCursor {
    const char *bytes;
    size_t length, at;
    size_t line_start;
    int32_t row;
} TemplateCursor;

/* After a byte order mark, which is no piece. */
TemplateCursor template_begin(const char *bytes, size_t length);
/* The bytes of the mark at the start of the template: 0 or 3. */
size_t template_mark(const char *bytes, size_t length);
/* The end of its first line, LF if it has one line: CRLF, LF or CR. */
const char *template_line_end(const char *bytes, size_t length);
bool template_next(TemplateCursor *cursor, TemplatePiece *out_piece);
/* Of bytes that need not be text: the next line's first bad byte. */
bool template_next_bad_byte(TemplateCursor *cursor, TemplatePiece *out_piece);

#endif
