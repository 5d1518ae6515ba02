/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "share-private.h"

#include "kernel/fault-private.h"

/* Of a part by indicator its total, of a part by unit the unit of the sentence; NULL of what is no part. */
static const QcdcComparisonRow *find_whole(const Writer *writer, const Turn *turn, size_t indicator, size_t base)
{
    if (turn->total != SIZE_MAX)
        return writer_row(writer, turn->subject, turn->total, base, NULL);
    return turn->whole != SIZE_MAX ? writer_row(writer, turn->whole, indicator, base, NULL) : NULL;
}

static bool add_share(const Writer *writer, const Turn *turn, size_t indicator, size_t base, ShareList *list)
{
    size_t row_index = 0;
    const QcdcComparisonRow *row = writer_row(writer, turn->subject, indicator, base, &row_index);
    const QcdcComparisonRow *whole = find_whole(writer, turn, indicator, base);
    if (list->count == CHANGE_LIST_SIZE || row == NULL || whole == NULL ||
        !comparison_find_contribution(row, whole, &list->shares[list->count]))
        return false;
    list->items[list->count] = writer_item(writer, row, indicator);
    list->rows[list->count++] = row_index;
    return true;
}

bool share_list_fill(const Writer *writer, const Turn *turn, const OutlineClause *clause, size_t base, ShareList *out_list)
{
    QcdcContributionStyle asked = writer->style.contribution;
    bool is_told = asked != QCDC_CONTRIBUTION_STYLE_DEFAULT && asked != QCDC_CONTRIBUTION_STYLE_NONE;
    out_list->count = 0;
    out_list->style = &writer->style;
    for (size_t index = 0; is_told && index < clause->count; index++) {
        size_t indicator = writer_figure(writer, clause, index);
        if (writer_valued_row(writer, turn->subject, indicator, NULL) != NULL)
            is_told = QCDC_FAULT("share-all", add_share(writer, turn, indicator, base, out_list),
                                 add_share(writer, turn, indicator, base, out_list) || out_list->count > 0);
    }
    return is_told && out_list->count > 0;
}

static QcdcStatus call_shares(const void *context, QcdcPhraseText *text, QcdcError *error)
{
    const ShareList *list = context;
    return qcdc_phrase_write_contributions(list->shares, list->items, list->count, list->style, text, error);
}

void share_list_write(Writer *writer, const ShareList *list, Prose *out)
{
    PhraseRows rows = {.items = list->rows, .coverage = SIZE_MAX};
    size_t start = out->text.length;
    writer_add_phrase(writer, call_shares, list, &rows, out);
    prose_mark_phrase(out, start, list->rows, list->count);
}
