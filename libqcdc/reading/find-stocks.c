/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"

/* One stock told in two passages with two values: of two dates, or one of them is wrong. */

static QcdcStatus keep_place(Reader *reader, const Stock *stock, uint32_t told_by, bool *out_kept, QcdcError *error)
{
    reader->draft.start = reader->draft.end = 0;
    reader->draft.told_by = told_by;
    draft_cover(&reader->draft, stock->shown_start, stock->shown_end);
    return reader_keep(reader, &reader->draft, out_kept, error);
}

/* Tells the pair where the stock was first told, and where it is told now. */
static QcdcStatus keep_pair(Reader *reader, Stock *said, Stock *now, QcdcError *error)
{
    Draft *draft = &reader->draft;
    bool is_kept = false;
    draft_begin(draft, QCDC_CLAIM_CROSS);
    operand_add(draft, QCDC_OPERAND_FIRST, &said->figure, false);
    operand_add(draft, QCDC_OPERAND_SECOND, &now->figure, true);
    operand_set_unit(draft, &reader->scene, &now->figure);
    draft->is_doubted = 1;
    QcdcStatus status = keep_place(reader, said, 0, &is_kept, error);
    if (status != QCDC_OK || !is_kept)
        return status;
    return keep_place(reader, now, reader->claims[reader->claim_count - 1].order + 1, NULL, error);
}

/* The last stock told in another passage of the same units and area; NULL if there is none, or one of this value. */
static Stock *find_said(Reader *reader, const Stock *now)
{
    size_t count = reader->stock_count < READER_STOCKS ? reader->stock_count : READER_STOCKS;
    Stock *found = NULL;
    for (size_t back = 1; back <= count; back++) {
        Stock *said = &reader->stocks[(reader->stock_count - back) % READER_STOCKS];
        if (!stock_is_same(said, now))
            continue;
        if (qcdc_decimal_compare(said->figure.value, now->figure.value) == 0)
            return NULL;
        found = found == NULL && QCDC_FAULT("stocks-passage", said->passage != now->passage, true) ? said : found;
    }
    return found;
}

static QcdcStatus see_stock(Reader *reader, const Mention *mention, QcdcError *error)
{
    Stock now = stock_read(&reader->scene, mention);
    if (now.units == 0)
        return QCDC_OK;
    now.passage = (uint32_t)reader->passage;
    Stock *said = find_said(reader, &now);
    QcdcStatus status = said != NULL ? keep_pair(reader, said, &now, error) : QCDC_OK;
    reader->stocks[reader->stock_count++ % READER_STOCKS] = now;
    return status;
}

QcdcStatus reader_find_stocks(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < scene->mention_count && status == QCDC_OK; i++) {
        const Mention *mention = &scene->mentions[i];
        bool is_plain = mention->hedge == QCDC_HEDGE_NONE && !mention->is_word && !operand_is_change(reader, mention) && !operand_is_taken(reader, mention, TAKEN_CHANGE | TAKEN_SPAN | TAKEN_RANK | QCDC_FAULT("stocks-swap", TAKEN_SWAP, 0));
        if (is_plain)
            status = see_stock(reader, mention, error);
    }
    return status;
}
