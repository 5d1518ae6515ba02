/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "common-private.h"
#include "comparison-rows-private.h"

size_t comparison_subject_count(const QcdcComparison *comparison)
{
    return comparison->subjects.count;
}

const Subject *comparison_subject(const QcdcComparison *comparison, size_t index)
{
    return &comparison->subjects.items[index];
}

size_t comparison_block_count(const QcdcComparison *comparison)
{
    return comparison->subjects.block_count;
}

const Block *comparison_block(const QcdcComparison *comparison, size_t index)
{
    return &comparison->subjects.blocks[index];
}

size_t comparison_part(const QcdcComparison *comparison, size_t index)
{
    return comparison->subjects.parts[index];
}

size_t comparison_indicator_count(const QcdcComparison *comparison)
{
    return comparison->indicator_count;
}

QcdcIndicatorId comparison_indicator(const QcdcComparison *comparison, size_t index)
{
    return comparison->indicators[index];
}

bool comparison_indicator_is_named(const QcdcComparison *comparison, size_t index)
{
    return comparison->named[index];
}

size_t comparison_base_count(const QcdcComparison *comparison)
{
    return comparison->bases.count;
}

const QcdcBaseOption *comparison_base(const QcdcComparison *comparison, size_t index)
{
    return &ARRAY_AT(&comparison->options, QcdcBaseOption, index);
}

QcdcPeriod comparison_period(const QcdcComparison *comparison)
{
    return comparison->period;
}

bool comparison_is_kept(const QcdcComparison *comparison, size_t indicator)
{
    return common_is_kept(comparison->cube, comparison_indicator(comparison, indicator));
}

bool comparison_is_common(const QcdcComparison *comparison)
{
    return comparison->is_common;
}

const QcdcComparisonRow *comparison_row(const QcdcComparison *comparison, size_t subject, size_t indicator, size_t base,
                                        size_t *out_index)
{
    RowPlace at = {subject, indicator, base};
    size_t index = comparison->index[comparison_place(comparison, at)];
    if (index == ROW_NONE)
        return NULL;
    if (out_index != NULL)
        *out_index = index;
    return &ARRAY_AT(&comparison->rows, QcdcComparisonRow, index);
}

bool comparison_read_past(const QcdcComparison *comparison, size_t subject, size_t indicator, QcdcFigure *out_figure)
{
    QcdcPeriod past;
    QcdcCell cell;
    if (qcdc_period_same_last_year(comparison->period, &past, NULL) != QCDC_OK ||
        subject_read_cell(comparison->base_cube, comparison_subject(comparison, subject), comparison->indicators[indicator], past, 0,
                          &cell, NULL) != QCDC_OK ||
        cell.figure.state != QCDC_FIGURE_VALUED)
        return false;
    *out_figure = cell.figure;
    return true;
}

QcdcStatus comparison_fail_percent(const QcdcComparison *comparison, const QcdcComparisonRow *row, bool of_base,
                                   QcdcError *error)
{
    QcdcPeriod period = of_base ? row->base_period : row->period;
    return cube_fail_percent(comparison->cube, row->unit_code, row->indicator, period, error);
}
