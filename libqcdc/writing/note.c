/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "note-private.h"

#include "kernel/fault-private.h"

typedef struct NoteCall {
    QcdcToldAs note;
    QcdcPhraseBase base;
    int32_t day;
    const QcdcStyle *style;
} NoteCall;

static QcdcStatus call_note(const void *context, QcdcPhraseText *text, QcdcError *error)
{
    const NoteCall *call = context;
    return qcdc_phrase_write_note(call->note, &call->base, call->day, call->style, text, error);
}

void note_write(Writer *writer, QcdcToldAs note, const QcdcComparisonRow *row, size_t row_index, Prose *out)
{
    NoteCall call = {.note = note, .base = change_make_base(writer, row), .day = row->presence_day, .style = &writer->style};
    PhraseRows rows = {.items = &row_index, .coverage = SIZE_MAX};
    size_t start = out->text.length;
    writer_add_phrase(writer, call_note, &call, &rows, out);
    prose_mark_phrase(out, start, &row_index, 1);
}

static const QcdcComparisonRow *find_in_clause(const Writer *writer, size_t subject, const OutlineClause *clause, size_t *out_row)
{
    for (size_t index = 0; index < clause->count; index++)
        for (size_t base = 0; base < comparison_base_count(writer->comparison); base++) {
            const QcdcComparisonRow *row = writer_row(writer, subject, writer_figure(writer, clause, index), base, out_row);
            if (row != NULL && row->presence == QCDC_PRESENCE_ENDED && row->change.base.state == QCDC_FIGURE_VALUED)
                return row;
        }
    return NULL;
}

const QcdcComparisonRow *note_find_ended(const Writer *writer, size_t subject, size_t first, size_t count, size_t *out_row)
{
    const QcdcComparisonRow *found = NULL;
    for (size_t number = first; found == NULL && number < first + count; number++) {
        const OutlineClause *clause = writer_clause(writer, number);
        found = find_in_clause(writer, subject, clause, out_row);
        for (size_t index = 0; found == NULL && index < clause->list_count; index++) {
            const OutlineList *list = writer_list(writer, clause, index);
            found = note_find_ended(writer, subject, list->first_clause, list->clause_count, out_row);
        }
    }
    return found;
}
