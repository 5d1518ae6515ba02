/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "annual-private.h"

#include "kernel/fault-private.h"

typedef struct AnnualCall {
    QcdcYears years;
    QcdcPhraseItem item;
    const QcdcStyle *style;
} AnnualCall;

static QcdcStatus call_mean(const void *context, QcdcPhraseText *text, QcdcError *error)
{
    const AnnualCall *call = context;
    return qcdc_phrase_write_mean(call->years.total.value, call->years.years, &call->item, call->style, text, error);
}

static QcdcStatus call_average(const void *context, QcdcPhraseText *text, QcdcError *error)
{
    const AnnualCall *call = context;
    return qcdc_phrase_write_average(call->years.first.value, call->years.last.value, call->years.years, call->style, text, error);
}

static void write_statement(Writer *writer, PhraseCall *call, const AnnualCall *annual, size_t row_index, Prose *out)
{
    PhraseRows rows = {.items = &row_index, .coverage = SIZE_MAX};
    prose_add(out, ", ");
    size_t start = out->text.length;
    writer_add_phrase(writer, call, annual, &rows, out);
    prose_mark_phrase(out, start, &row_index, 1);
}

/* The one value of the clause. */
static const QcdcComparisonRow *find_only(const Writer *writer, size_t subject, const OutlineClause *clause, size_t *out_indicator,
                                          size_t *out_row)
{
    const QcdcComparisonRow *row = NULL;
    for (size_t index = 0; row == NULL && index < clause->count; index++) {
        *out_indicator = writer_figure(writer, clause, index);
        row = writer_valued_row(writer, subject, *out_indicator, out_row);
    }
    return writer_count_values(writer, subject, clause) == 1 ? row : NULL;
}

void annual_write(Writer *writer, size_t subject, const OutlineClause *clause, Prose *out)
{
    QcdcPerYear asked = writer->style.per_year;
    size_t indicator = 0, row_index = 0;
    if (asked != QCDC_PER_YEAR_GROWTH && asked != QCDC_PER_YEAR_MEAN && asked != QCDC_PER_YEAR_BOTH)
        return;
    const QcdcComparisonRow *row = find_only(writer, subject, clause, &indicator, &row_index);
    AnnualCall call = {.style = &writer->style};
    if (row == NULL || qcdc_comparison_get_years(writer->comparison, row_index, &call.years, NULL) != QCDC_OK)
        return;
    call.item = writer_item(writer, row, indicator);
    if (call.years.has_mean && QCDC_FAULT("annual-mean", asked != QCDC_PER_YEAR_GROWTH, true))
        write_statement(writer, call_mean, &call, row_index, out);
    if (call.years.has_growth && asked != QCDC_PER_YEAR_MEAN)
        write_statement(writer, call_average, &call, row_index, out);
}
