/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "language/width-private.h"
#include "reading/claims-look-private.h"
#include "reading/claims-words-private.h"

enum {
    COLUMNS_BESIDE = 40, /* of the line before a claim, and behind it */
    COLUMNS_HEAD = 90,   /* of a long claim, */
    COLUMNS_TAIL = 40    /* and of its end */
};

/* A piece of the text, shown or underlined. */
typedef struct Piece {
    size_t start, end;
    bool is_claim, is_gap; /* is_gap: "…" stands for what is left out */
} Piece;

enum {
    MOST_PIECES = 7 /* gap, before, head, gap, tail, after, gap */
};

typedef struct Showing {
    const char *input;
    size_t length;
    Piece pieces[MOST_PIECES];
    size_t piece_count;
    QcdcText text;
} Showing;

/* The character at @at, its bytes in *@out_size; what a line of a terminal has no room for is a blank. U+00A0 is one. */
static uint32_t read_character(const Showing *showing, size_t at, size_t *out_size)
{
    uint32_t character = width_decode(showing->input + at, showing->length - at, out_size);
    bool is_blank = character <= 0x20 || (character >= 0x7F && character <= 0xA0) || character == 0x2028 || character == 0x2029;
    return is_blank ? ' ' : character;
}

/* Where the line has as many columns behind @start; or @limit, or the line's end. A mark without a column counts a little, so that a
 * heap of them has an end too. */
static size_t step_on(const Showing *showing, size_t start, size_t limit, size_t columns)
{
    size_t at = start, size = 1;
    for (size_t used = 0; at < limit && used < 4 * columns; at += size) {
        unsigned width = width_of_character(read_character(showing, at, &size));
        used += width > 0 ? 4 * width : 1;
    }
    return at < limit ? at : limit;
}

static size_t step_back(const Showing *showing, size_t end, size_t limit, size_t columns)
{
    size_t at = end;
    for (size_t left = columns; at > limit && left > 0; left--)
        do
            at--;
        while (at > limit && ((unsigned char)showing->input[at] & 0xC0) == 0x80);
    return at;
}

static bool is_blank_at(const Showing *showing, size_t at)
{
    size_t size;
    return read_character(showing, at, &size) == ' ';
}

/* The end of the last word that ends before @cut; @cut where that is one long word. */
static size_t find_word_end(const Showing *showing, size_t start, size_t cut)
{
    size_t at = cut;
    while (at > start && !is_blank_at(showing, at))
        at--;
    return at > start ? at : cut;
}

static size_t find_word_start(const Showing *showing, size_t cut, size_t end)
{
    size_t at = cut, size = 1;
    while (at < end && !is_blank_at(showing, at))
        at++;
    if (at < end)
        read_character(showing, at, &size);
    return at < end ? at + size : cut;
}

static void add_piece(Showing *showing, size_t start, size_t end, bool is_claim, bool is_gap)
{
    if (is_gap || end > start)
        showing->pieces[showing->piece_count++] = (Piece){start, end, is_claim, is_gap};
}

/* The last line end in @start … @end, or @start; the first one, or @end. */
static size_t find_line_start(const Showing *showing, size_t start, size_t end)
{
    size_t at = end;
    while (at > start && showing->input[at - 1] != '\n')
        at--;
    return at;
}

static size_t find_line_end(const Showing *showing, size_t start, size_t end)
{
    const char *found = memchr(showing->input + start, '\n', end - start);
    return found != NULL ? (size_t)(found - showing->input) : end;
}

static void cut_before(Showing *showing, size_t start)
{
    size_t cut = step_back(showing, start, 0, COLUMNS_BESIDE), line = find_line_start(showing, cut, start);
    bool is_whole = line > cut || cut == 0 || showing->input[cut - 1] == '\n';
    if (QCDC_FAULT("claims-text-window", !is_whole, false)) {
        add_piece(showing, 0, 0, false, true);
        line = find_word_start(showing, cut, start);
    }
    add_piece(showing, line, start, false, false);
}

static void cut_claim(Showing *showing, size_t start, size_t end)
{
    size_t head = step_on(showing, start, end, COLUMNS_HEAD + COLUMNS_TAIL), tail;
    if (head == end) {
        add_piece(showing, start, end, true, false);
        return;
    }
    head = step_on(showing, start, end, COLUMNS_HEAD);
    tail = step_back(showing, end, head, COLUMNS_TAIL);
    add_piece(showing, start, find_word_end(showing, start, head), true, false);
    add_piece(showing, 0, 0, true, true);
    add_piece(showing, find_word_start(showing, tail, end), end, true, false);
}

static void cut_after(Showing *showing, size_t end)
{
    size_t cut = step_on(showing, end, showing->length, COLUMNS_BESIDE), line = find_line_end(showing, end, cut);
    bool is_whole = line < cut || cut == showing->length || showing->input[cut] == '\n';
    add_piece(showing, end, is_whole ? line : find_word_end(showing, end, cut), false, false);
    if (!is_whole)
        add_piece(showing, 0, 0, false, true);
}

/* One line being drawn: blanks are one space and none begins it. */
typedef struct Pen {
    bool underlines, has_begun, owes_blank, was_claim;
    size_t owed; /* columns of an underline that are blank so far */
} Pen;

static void draw_column(Showing *showing, Pen *pen, bool is_marked, size_t columns)
{
    for (size_t i = 0; i < columns; i++) {
        if (!is_marked) {
            pen->owed++;
            continue;
        }
        for (; pen->owed > 0; pen->owed--)
            qcdc_text_add(&showing->text, " ");
        qcdc_text_add(&showing->text, "^");
    }
}

static void draw(Showing *showing, Pen *pen, const char *bytes, size_t size, bool is_marked)
{
    if (pen->underlines)
        draw_column(showing, pen, is_marked, width_of_text(bytes, size));
    else
        qcdc_text_add_clean(&showing->text, bytes, size);
    pen->has_begun = true;
    pen->was_claim = is_marked;
}

static void draw_piece(Showing *showing, Pen *pen, const Piece *piece)
{
    for (size_t at = piece->start, size; at < piece->end; at += size) {
        if (read_character(showing, at, &size) == ' ') {
            pen->owes_blank = pen->has_begun;
            continue;
        }
        if (pen->owes_blank)
            draw(showing, pen, " ", 1, piece->is_claim && pen->was_claim);
        pen->owes_blank = false;
        draw(showing, pen, showing->input + at, size, piece->is_claim);
    }
}

static void draw_gap(Showing *showing, Pen *pen, const Piece *piece)
{
    if (pen->has_begun)
        draw(showing, pen, " ", 1, piece->is_claim);
    draw(showing, pen, "…", strlen("…"), piece->is_claim);
    pen->owes_blank = true;
}

static void draw_line(Showing *showing, bool underlines, size_t indent)
{
    Pen pen = {.underlines = underlines, .owed = indent};
    for (size_t i = 0; i < showing->piece_count; i++)
        if (showing->pieces[i].is_gap)
            draw_gap(showing, &pen, &showing->pieces[i]);
        else
            draw_piece(showing, &pen, &showing->pieces[i]);
    qcdc_text_add(&showing->text, "\n");
}

static void add_explanation(Showing *showing, const QcdcClaims *claims, size_t index, QcdcLanguage language, size_t indent)
{
    QcdcText *text = &showing->text;
    size_t room;
    for (size_t i = 0; i < indent; i++)
        qcdc_text_add(text, " ");
    room = text->length < text->size ? text->size - text->length : 0;
    text->length += qcdc_claims_explain(claims, index, language, room > 0 ? text->buffer + text->length : NULL, room);
}

/* The line with the claim in it, and the line that underlines it; nothing of a text that the claims were not read from. */
static void show_lines(Showing *showing, const Claim *claim, size_t indent)
{
    if (showing->input == NULL || claim->end > showing->length || claim->end <= claim->start) {
        qcdc_text_add(&showing->text, "\n");
        return;
    }
    cut_before(showing, claim->start);
    cut_claim(showing, claim->start, claim->end);
    cut_after(showing, claim->end);
    draw_line(showing, false, 0);
    draw_line(showing, true, indent);
}

size_t qcdc_claims_item_to_text(const QcdcClaims *claims, size_t index, const char *text, size_t length, QcdcLanguage language, char *buffer,
                                size_t size)
{
    Showing showing = {.input = text, .length = length, .text = qcdc_text_begin(buffer, size)};
    size_t indent;
    if (claims == NULL || index >= claims->claim_count)
        return qcdc_text_finish(&showing.text);
    qcdc_text_add_number(&showing.text, claims->places[3 * index + 2], 1);
    qcdc_text_add(&showing.text, ": ");
    indent = showing.text.length;
    show_lines(&showing, &claims->claims[index], indent);
    add_explanation(&showing, claims, index, language, indent);
    return qcdc_text_finish(&showing.text);
}
