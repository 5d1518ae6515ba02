/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "template-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "kernel/text-private.h"

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

size_t template_mark(const char *bytes, size_t length)
{
    return length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

TemplateCursor template_begin(const char *bytes, size_t length)
{
    size_t mark = template_mark(bytes, length);
    return (TemplateCursor){.bytes = bytes, .length = length, .at = mark, .line_start = mark, .row = 1};
}

const char *template_line_end(const char *bytes, size_t length)
{
    size_t k = 0;
    while (k < length && !is_line_end(bytes[k]))
        k++;
    if (k == length || bytes[k] == '\n')
        return "\n";
    return QCDC_FAULT("template-line-end", k + 1 < length && bytes[k + 1] == '\n', false) ? "\r\n" : "\r";
}

static bool is_opened(const TemplateCursor *cursor, size_t at)
{
    return at + 1 < cursor->length && cursor->bytes[at] == '{' && cursor->bytes[at + 1] == '{';
}

static bool is_closed(const TemplateCursor *cursor, size_t at)
{
    return at + 1 < cursor->length && cursor->bytes[at] == '}' && cursor->bytes[at + 1] == '}';
}

/* Goes on to @end; lines are counted as they go by: LF, CRLF, or CR alone ends one. */
static void move_to(TemplateCursor *cursor, size_t end)
{
    for (; cursor->at < end; cursor->at++) {
        char byte = cursor->bytes[cursor->at];
        bool is_half = byte == '\r' && cursor->at + 1 < cursor->length && cursor->bytes[cursor->at + 1] == '\n';
        if (!is_line_end(byte) || is_half)
            continue;
        cursor->line_start = cursor->at + 1;
        cursor->row += cursor->row < INT32_MAX;
    }
}

static int32_t column_of(const TemplateCursor *cursor)
{
    size_t column = cursor->at - cursor->line_start + 1;
    return column < INT32_MAX ? (int32_t)column : INT32_MAX;
}

static void put_piece(TemplateCursor *cursor, PieceKind kind, size_t start, size_t length, size_t end, TemplatePiece *out_piece)
{
    *out_piece = (TemplatePiece){kind, cursor->bytes + start, length, cursor->row, column_of(cursor)};
    move_to(cursor, end);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* A place stands in one line; another that opens before it is closed says that it never is. */
static void read_place(TemplateCursor *cursor, TemplatePiece *out_piece)
{
    size_t start = cursor->at + 2, end = start;
    while (end < cursor->length && !is_line_end(cursor->bytes[end]) && !is_closed(cursor, end) &&
           !QCDC_FAULT("template-open", is_opened(cursor, end), false))
        end++;
    if (!is_closed(cursor, end)) {
        put_piece(cursor, PIECE_UNCLOSED, cursor->at, 2, cursor->at + 2, out_piece);
        return;
    }
    size_t next = end + 2;
    while (start < end && is_blank(cursor->bytes[start]))
        start++;
    while (start < end && is_blank(cursor->bytes[end - 1]))
        end--;
    put_piece(cursor, PIECE_PLACE, start, end - start, next, out_piece);
}

bool template_next(TemplateCursor *cursor, TemplatePiece *out_piece)
{
    size_t end = cursor->at;
    while (end < cursor->length && !is_opened(cursor, end))
        end++;
    if (end > cursor->at)
        put_piece(cursor, PIECE_LITERAL, cursor->at, end - cursor->at, end, out_piece);
    else if (end == cursor->length)
        return false;
    else if (is_opened(cursor, end + 2))
        put_piece(cursor, PIECE_LITERAL, end, 2, end + 4, out_piece);
    else
        read_place(cursor, out_piece);
    return true;
}

/* The next byte that is no text, or the end. */
static size_t find_bad_byte(const TemplateCursor *cursor)
{
    size_t at = cursor->at;
    while (at < cursor->length) {
        size_t width = qcdc_text_measure_character(cursor->bytes + at, cursor->length - at);
        if (width == 0 || QCDC_FAULT("template-nul", cursor->bytes[at] == '\0', false))
            break;
        at += width;
    }
    return at;
}

bool template_next_bad_byte(TemplateCursor *cursor, TemplatePiece *out_piece)
{
    size_t bad = find_bad_byte(cursor), end = bad;
    if (bad == cursor->length)
        return false;
    move_to(cursor, bad);
    while (end < cursor->length && !is_line_end(cursor->bytes[end]))
        end++;
    put_piece(cursor, PIECE_BAD_BYTE, bad, 1, end, out_piece);
    return true;
}
