/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "ranking-private.h"

#include <stdlib.h>

#include "kernel/decimal-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "model/memory-private.h"

static int compare_rising(const void *left_data, const void *right_data)
{
    const Ranked *left = left_data, *right = right_data;
    int order = qcdc_fraction_compare(left->quotient, right->quotient);
    return order != 0 ? order : (left->row > right->row) - (left->row < right->row);
}

static int compare_falling(const void *left_data, const void *right_data)
{
    const Ranked *left = left_data, *right = right_data;
    int order = qcdc_fraction_compare(right->quotient, left->quotient);
    return order != 0 ? order : (left->row > right->row) - (left->row < right->row);
}

QcdcFraction ranks_to_fraction(const QcdcFigure *figure, unsigned power)
{
    QcdcFraction fraction = {figure->value, figure->denominator};
    if (figure->is_fraction == 0)
        fraction.denominator = (QcdcDecimal){.coefficient = QCDC_FAULT("ranking-power", qcdc_power_of_ten(power), 1)};
    return fraction;
}

static bool is_figure(const QcdcFigure *figure)
{
    return qcdc_decimal_is_valid(figure->value) &&
           (figure->is_fraction == 0 || (qcdc_decimal_is_valid(figure->denominator) && figure->denominator.coefficient != 0));
}

/* All ratios by formula of a ranking are of one measure, so they have one power; observed ones are brought to it. */
static QcdcStatus find_power(const QcdcFigure *figures, size_t count, unsigned *out_power, QcdcError *error)
{
    bool is_known = false;
    *out_power = 0;
    for (size_t i = 0; i < count; i++) {
        if (figures[i].state != QCDC_FIGURE_VALUED)
            continue;
        if (!is_figure(&figures[i]) || figures[i].power > QCDC_DECIMAL_MAX_DECIMALS)
            return qcdc_error_set_argument(error, "what is no figure");
        if (figures[i].is_fraction == 0)
            continue;
        if (is_known && figures[i].power != *out_power)
            return qcdc_error_set_argument(error, "ratios of different measures have no order");
        is_known = true;
        *out_power = figures[i].power;
    }
    return QCDC_OK;
}

static QcdcStatus check(const QcdcFigure *figures, size_t count, QcdcRankingOrder order, QcdcError *error)
{
    if (figures == NULL && count > 0)
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (count > UINT32_MAX)
        return qcdc_error_set_argument(error, "too many figures");
    if ((int)order < 0 || order >= QCDC_RANKING_END)
        return qcdc_error_set_argument(error, "what is no order of a ranking");
    return QCDC_OK;
}

QcdcStatus ranks_make(const QcdcFigure *figures, size_t count, QcdcRankingOrder order, Ranks *out_ranks, QcdcError *error)
{
    Ranks ranks = {0};
    QcdcStatus status = check(figures, count, order, error);
    if (status == QCDC_OK)
        status = find_power(figures, count, &ranks.power, error);
    if (status != QCDC_OK)
        return status;
    ranks.items = memory_try_new(count, sizeof *ranks.items);
    if (ranks.items == NULL)
        return memory_fail(error);
    for (size_t i = 0; i < count; i++)
        if (figures[i].state == QCDC_FIGURE_VALUED)
            ranks.items[ranks.count++] = (Ranked){.quotient = ranks_to_fraction(&figures[i], ranks.power), .row = i};
    qsort(ranks.items, ranks.count, sizeof *ranks.items, order == QCDC_RANKING_SMALLEST_FIRST ? compare_rising : compare_falling);
    *out_ranks = ranks;
    return QCDC_OK;
}

void ranks_clear(Ranks *ranks)
{
    qcdc_free(ranks->items);
    *ranks = (Ranks){0};
}

/* Equal figures share the place of the first of them. */
static void put_places(const Ranks *ranks, size_t count, uint32_t *places)
{
    for (size_t i = 0; i < count; i++)
        places[i] = 0;
    for (size_t i = 0, first = 0; i < ranks->count; i++) {
        if (qcdc_fraction_compare(ranks->items[i].quotient, ranks->items[first].quotient) != 0)
            first = QCDC_FAULT("ranking-ties", i, first + 1);
        places[ranks->items[i].row] = (uint32_t)first + 1;
    }
}

static void put_rows(const Ranks *ranks, const QcdcFigure *figures, size_t count, size_t *rows)
{
    size_t at = 0;
    for (; at < ranks->count; at++)
        rows[at] = ranks->items[at].row;
    for (size_t i = 0; i < count; i++)
        if (figures[i].state != QCDC_FIGURE_VALUED)
            rows[at++] = i;
}

QcdcStatus qcdc_ranking_of_figures(const QcdcFigure *figures, size_t count, QcdcRankingOrder order, uint32_t *out_places, size_t *out_rows,
                                   uint32_t *out_field, QcdcError *error)
{
    Ranks ranks;
    QcdcStatus status = ranks_make(figures, count, order, &ranks, error);
    if (status != QCDC_OK)
        return status;
    if (out_places != NULL)
        put_places(&ranks, count, out_places);
    if (out_rows != NULL)
        put_rows(&ranks, figures, count, out_rows);
    if (out_field != NULL)
        *out_field = (uint32_t)ranks.count;
    ranks_clear(&ranks);
    return QCDC_OK;
}

QcdcStatus qcdc_ranking_split(const uint32_t *places, size_t count, uint32_t group_count, uint32_t *out_groups, QcdcError *error)
{
    uint64_t field = 0;
    if ((places == NULL || out_groups == NULL) && count > 0)
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (group_count == 0)
        return qcdc_error_set_argument(error, "there is at least one group");
    for (size_t i = 0; i < count; i++)
        field += places[i] > 0;
    for (size_t i = 0; i < count; i++)
        if (places[i] > field)
            return qcdc_error_set_argument(error, "a place that is past the last");
    for (size_t i = 0; i < count; i++)
        out_groups[i] = places[i] > 0 ? (uint32_t)((places[i] - 1) * (uint64_t)group_count / field + 1) : 0;
    return QCDC_OK;
}
