/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"

/* A table squeezed into lines, each a passage of its own: "Toàn tỉnh: 246 dự án; vốn 4.980 triệu USD. / Khu A: 58 dự án; 1.142,5 triệu USD. / …".
 * Lines that have the same units in the same order are its rows; the first of them, or the last, may be the sum of the others, column by column.
 * Only what fits in every column is told. */
enum {
    MOST_ROWS = 24,
    MOST_COLUMNS = 6,
    LEAST_ROWS = 3,
    LONE_LEAST = 100 /* the total of a table of one column; smaller ones are told by chance */
};

typedef struct Row {
    Mention figures[MOST_COLUMNS];
    size_t count;
} Row;

/* The rows of a table, the last one first. */
typedef struct Rows {
    Row items[MOST_ROWS];
    size_t count;
} Rows;

static bool add_figure(Row *row, const Mention *mention)
{
    if (mention->percent)
        return true;
    if (row->count == MOST_COLUMNS || mention->first_key == 0 || mention->slash != 0)
        return false;
    row->figures[row->count++] = *mention;
    return true;
}

/* The row that the scene is; false if it is none. */
static bool read_row(const Reader *reader, Row *row)
{
    const Scene *scene = &reader->scene;
    row->count = 0;
    for (size_t i = 0; i < scene->mention_count; i++) {
        const Mention *mention = &scene->mentions[i];
        bool is_figure = mention->kind == MENTION_FIGURE;
        if (is_figure && (mention->points || operand_is_change(reader, mention) || !add_figure(row, mention)))
            return false;
    }
    return row->count > 0;
}

static bool is_alike(const Row *left, const Row *right)
{
    if (left->count != right->count)
        return false;
    for (size_t i = 0; i < left->count; i++)
        if (left->figures[i].first_key != right->figures[i].first_key)
            return false;
    return true;
}

/* Adds the rows of the passages right before this one, while they are like it. */
static void gather(const Reader *reader, Rows *rows)
{
    size_t passage = reader->passage, last = reader->sighting_count;
    while (passage > 0 && rows->count < MOST_ROWS && reader->sighting_count - last < READER_LOOK_BACK) {
        size_t first = last;
        Row *row = &rows->items[rows->count];
        bool is_row = true;
        row->count = 0;
        while (first > 0 && reader->sightings[first - 1].passage == passage - 1 && last - first < READER_LOOK_BACK)
            first--;
        for (size_t i = first; i < last && is_row; i++) {
            Mention mention = reader_recall(&reader->sightings[i]);
            is_row = add_figure(row, &mention);
        }
        if (!is_row || !is_alike(row, &rows->items[0]))
            return;
        rows->count++;
        last = first;
        passage--;
    }
}

/* The draft of a column: the row @total, and as parts the rows before @end but that. Rows are added in the order of the text. */
static void make_draft(Reader *reader, const Rows *rows, size_t column, size_t total, size_t end)
{
    operand_begin_sum(&reader->draft, QCDC_CLAIM_SUM_OF_PARTS, &rows->items[total].figures[column], true);
    for (size_t i = end; i-- > 0;)
        if (i != total)
            operand_add(&reader->draft, QCDC_OPERAND_PART, &rows->items[i].figures[column], true);
}

static bool do_all_fit(Reader *reader, const Rows *rows, size_t total, size_t end)
{
    const Row *row = &rows->items[total];
    if (end < LEAST_ROWS || (row->count == 1 && (row->figures[0].value.coefficient < LONE_LEAST || end <= LEAST_ROWS)))
        return false;
    for (size_t column = 0; column < row->count; column++) {
        make_draft(reader, rows, column, total, end);
        if (!operand_fits(&reader->draft))
            return false;
    }
    return true;
}

static QcdcStatus keep(Reader *reader, const Rows *rows, size_t total, size_t end, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t column = 0; column < rows->items[total].count && status == QCDC_OK; column++) {
        make_draft(reader, rows, column, total, end);
        status = reader_keep(reader, &reader->draft, NULL, error);
    }
    return status;
}

QcdcStatus reader_find_lines(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    Rows rows; /* large: not cleared for each passage */
    rows.count = 1;
    if (scene->passage->note > 0 || scene->start != scene->passage->start || scene->mention_count > 2 * MOST_COLUMNS || !read_row(reader, &rows.items[0]))
        return QCDC_OK;
    gather(reader, &rows);
    /* the first of them, any of which may be where the table begins; else this one */
    for (size_t total = rows.count; total-- > 0;) {
        size_t end = total == 0 ? rows.count : total + 1;
        if (QCDC_FAULT("lines-fit", do_all_fit(reader, &rows, total, end), true))
            return keep(reader, &rows, total, end, error);
    }
    return QCDC_OK;
}
