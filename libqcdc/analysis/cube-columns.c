/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "columns-private.h"
#include "cube-private.h"
#include "kernel/fault-private.h"

static void put_cell(const QcdcCellColumns *columns, size_t at, const QcdcCell *cell)
{
    FigureColumns figures = {columns->coefficients, columns->decimals, columns->denominators, columns->denominator_decimals,
                             columns->states};
    figure_columns_put(&figures, at, &cell->figure);
    if (columns->statuses != NULL)
        columns->statuses[at] = cell->figure.status;
    column_put_byte(columns->origins, at, cell->origin);
    column_put_count(columns->expected, at, cell->expected);
    column_put_count(columns->present, at, cell->present);
    column_put_count(columns->valued, at, cell->valued);
}

QcdcStatus qcdc_cube_read_columns(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators,
                                  const QcdcPeriod *periods, const uint8_t *scopes, const uint16_t *scenarios, size_t count,
                                  const QcdcCellColumns *columns, QcdcError *error)
{
    CellKeys keys = {units, indicators, periods, scopes, scenarios, count};
    if (columns == NULL || columns->size != sizeof *columns)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no columns, or columns of another size", NULL, NULL);
    QcdcStatus status = cube_check_keys(cube, &keys, error);
    for (size_t i = 0; i < count && status == QCDC_OK; i++) {
        QcdcCell cell;
        status = cube_read_key(cube, &keys, i, &cell, error);
        if (QCDC_FAULT("cube-columns-failed", status == QCDC_OK, true))
            put_cell(columns, i, &cell);
    }
    return status;
}
