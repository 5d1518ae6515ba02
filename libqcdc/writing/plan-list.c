/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change-private.h"

#include <string.h>

#include "attainment-private.h"

static const QcdcComparisonRow *find_told(const Writer *writer, const Turn *turn, size_t indicator, size_t base)
{
    QcdcChange change;
    const QcdcComparisonRow *row = writer_row(writer, turn->subject, indicator, base, NULL);
    bool is_told = row != NULL && row->base == QCDC_BASE_PLAN &&
                   attainment_measure(writer->comparison, turn->subject, indicator, row, &change);
    return is_told ? row : NULL;
}

size_t plan_list_count_apart(const Writer *writer, const Turn *turn, const OutlineClause *clause, size_t base)
{
    const QcdcComparisonRow *first = NULL;
    bool differ = false;
    size_t count = 0;
    for (size_t index = 0; index < clause->count; index++) {
        const QcdcComparisonRow *row = find_told(writer, turn, writer_figure(writer, clause, index), base);
        if (row == NULL)
            continue;
        first = first != NULL ? first : row;
        differ = differ || !qcdc_period_equals(first->base_period, row->base_period);
        count++;
    }
    return differ ? count : 0;
}

static bool has_comma(const Writer *writer, const Turn *turn, const OutlineClause *clause, size_t base)
{
    for (size_t index = 0; index < clause->count; index++) {
        size_t indicator = writer_figure(writer, clause, index);
        if (find_told(writer, turn, indicator, base) != NULL &&
            strchr(writer_short_measure(writer, indicator), ',') != NULL)
            return true;
    }
    return false;
}

/* Joined as W5 joins a list. */
static void join(const Writer *writer, bool with_semicolon, bool is_last, Prose *out)
{
    if (with_semicolon) {
        prose_add(out, "; ");
    } else if (is_last && writer->style.verb != QCDC_VERB_ELIDE) {
        prose_add(out, " ");
        prose_add_hedge(out, writer->words->and);
    } else {
        prose_add(out, ", ");
    }
}

void plan_list_write(Writer *writer, Turn *turn, const OutlineClause *clause, size_t base, size_t count, Prose *out)
{
    bool with_semicolon = has_comma(writer, turn, clause, base);
    size_t next = 0, written = 0;
    ChangeList list;
    while (change_list_fill(writer, turn, clause, base, 1, &next, &list) > 0) {
        if (written++ > 0)
            join(writer, with_semicolon, written == count, out);
        change_list_write(writer, turn, &list, out);
        change_list_clear(&list);
    }
}
