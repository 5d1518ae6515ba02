/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/ranking.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "model/memory-private.h"

/* A sum that will still grow has no place among those that are whole. */
static QcdcFigure take_figure(const QcdcCell *cell)
{
    QcdcFigure none = {0};
    bool is_whole = cell->is_refused == 0 && QCDC_FAULT("ranking-partial", cell->origin != QCDC_ORIGIN_PARTIAL, true);
    return is_whole ? cell->figure : none;
}

QcdcStatus qcdc_cube_rank_units(const QcdcCube *cube, const QcdcUnitId *units, size_t count, QcdcIndicatorId indicator, QcdcPeriod period,
                                QcdcRankingOrder order, uint32_t *out_places, size_t *out_rows, uint32_t *out_field, QcdcError *error)
{
    if (cube == NULL || (units == NULL && count > 0))
        return qcdc_error_set_argument(error, "a pointer is missing");
    QcdcFigure *figures = memory_try_new(count, sizeof *figures);
    QcdcStatus status = figures != NULL ? QCDC_OK : memory_fail(error);
    for (size_t i = 0; i < count && status == QCDC_OK; i++) {
        QcdcCell cell;
        status = qcdc_cube_read_cells(cube, &units[i], &indicator, &period, NULL, NULL, 1, &cell, error);
        if (status == QCDC_OK)
            figures[i] = take_figure(&cell);
    }
    if (status == QCDC_OK)
        status = qcdc_ranking_of_figures(figures, count, order, out_places, out_rows, out_field, error);
    qcdc_free(figures);
    return status;
}

QcdcStatus qcdc_comparison_rank_rows(const QcdcComparison *comparison, const size_t *rows, size_t count, QcdcRankingOrder order, uint32_t *out_places,
                                     size_t *out_rows, uint32_t *out_field, QcdcError *error)
{
    QcdcIndicatorId indicator = (QcdcIndicatorId)QCDC_ID_NONE;
    if (comparison == NULL || (rows == NULL && count > 0))
        return qcdc_error_set_argument(error, "a pointer is missing");
    QcdcFigure *figures = memory_try_new(count, sizeof *figures);
    QcdcStatus status = figures != NULL ? QCDC_OK : memory_fail(error);
    for (size_t i = 0; i < count && status == QCDC_OK; i++) {
        QcdcComparisonRow row;
        status = qcdc_comparison_read_rows(comparison, rows[i], 1, &row, error);
        if (status == QCDC_OK && i > 0 && row.indicator != indicator)
            status = qcdc_error_set_argument(error, "rows of several indicators have no order");
        if (status != QCDC_OK)
            break;
        indicator = row.indicator;
        figures[i] = take_figure(&row.current_cell);
    }
    if (status == QCDC_OK)
        status = qcdc_ranking_of_figures(figures, count, order, out_places, out_rows, out_field, error);
    qcdc_free(figures);
    return status;
}
