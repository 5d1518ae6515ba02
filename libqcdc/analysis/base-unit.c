/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base-private.h"

#include "formula-private.h"
#include "kernel/fault-private.h"

static const BaseFigure no_figure = {.slot = SLOT_NONE, .unit = QCDC_ID_NONE};

/* Another unit (D56) */

QcdcStatus base_read_unit(const QcdcCube *cube, const Base *base, const Subject *subject, QcdcIndicatorId indicator,
                          BaseFigure *out_figure, QcdcError *error)
{
    BaseFigure figure = {.slot = slots_find(&cube->slots, base->period), .unit = base->unit};
    Area area = area_of_unit(base->unit, QCDC_SCOPE_TOTAL);
    bool is_itself = QCDC_FAULT("base-unit-itself", subject->unit == base->unit, false);
    *out_figure = no_figure;
    if (subject->kind != SUBJECT_UNIT || is_itself)
        return QCDC_OK;
    QcdcStatus status = area_read_cell(cube, &area, indicator, figure.slot, 0, &figure.cell, error);
    if (status == QCDC_OK)
        *out_figure = figure;
    return status;
}

/* The mean of the units beside it (D57) */

typedef struct Mean {
    QcdcWide sum;
    QcdcCell cell; /* expected and valued count units */
} Mean;

static void add_figure(Mean *mean, const QcdcCell *cell)
{
    QcdcFigure *figure = &mean->cell.figure;
    bool is_first = mean->cell.valued == 0;
    mean->cell.expected++;
    if (cell->figure.state != QCDC_FIGURE_VALUED)
        return;
    mean->cell.present++;
    mean->cell.valued++;
    mean->sum += cell->figure.value.coefficient;
    mean->cell.is_hedged |= cell->is_hedged;
    figure->value.decimals = cell->figure.value.decimals;
    figure->status = is_first ? cell->figure.status : qcdc_observation_status_merge(figure->status, cell->figure.status);
}

static QcdcStatus add_children(const QcdcCube *cube, const UnitTree *tree, uint32_t parent, QcdcIndicatorId indicator, uint32_t slot,
                               Mean *mean, QcdcError *error)
{
    for (uint32_t child = parent + 1; child < tree->ends[parent]; child = tree->ends[child]) {
        Area area = area_of_unit(tree->units[child], QCDC_SCOPE_TOTAL);
        QcdcCell cell;
        QcdcStatus status = area_read_cell(cube, &area, indicator, slot, 0, &cell, error);
        if (status != QCDC_OK)
            return status;
        add_figure(mean, &cell);
    }
    return QCDC_OK;
}

static QcdcStatus conclude(const QcdcCube *cube, const UnitTree *tree, uint32_t parent, QcdcIndicatorId indicator, uint32_t slot,
                           Mean *mean, QcdcError *error)
{
    QcdcFigure *figure = &mean->cell.figure;
    if (mean->cell.valued == 0)
        return QCDC_OK;
    if (mean->sum <= -QCDC_DECIMAL_LIMIT || mean->sum >= QCDC_DECIMAL_LIMIT)
        return cube_fail_overflow(cube, tree->versions[parent]->texts[QCDC_UNIT_CODE], indicator, cube->slots.nodes[slot].period,
                                  error);
    figure->value.coefficient = (int64_t)mean->sum;
    figure->denominator = (QcdcDecimal){QCDC_FAULT("base-mean-number", mean->cell.valued, mean->cell.expected), 0, {0}};
    figure->is_fraction = 1;
    figure->state = QCDC_FIGURE_VALUED;
    mean->cell.origin = QCDC_ORIGIN_SUM;
    return QCDC_OK;
}

static QcdcStatus read_mean(const QcdcCube *cube, const UnitTree *tree, uint32_t parent, QcdcIndicatorId indicator, uint32_t slot,
                            QcdcCell *out_cell, QcdcError *error)
{
    Mean mean = {0};
    QcdcStatus status = add_children(cube, tree, parent, indicator, slot, &mean, error);
    if (status == QCDC_OK)
        status = conclude(cube, tree, parent, indicator, slot, &mean, error);
    *out_cell = mean.cell;
    return status;
}

static bool is_rank(const Indicator *description)
{
    return description->quantity == QCDC_QUANTITY_RANK || description->quantity == QCDC_QUANTITY_RANK_RISING;
}

/* The mean of ratios is no ratio of the whole: that is the parent's own. */
static bool is_quotient(const Indicator *description)
{
    return QCDC_FAULT("base-mean-ratio", description->form != NULL && description->form->divisor_count > 0, false);
}

QcdcStatus base_read_mean(const QcdcCube *cube, const Base *base, const Subject *subject, QcdcIndicatorId indicator,
                          BaseFigure *out_figure, QcdcError *error)
{
    const Indicator *description = catalog_indicator(cube->catalog, indicator);
    BaseFigure figure = {.slot = slots_find(&cube->slots, base->period)};
    const UnitTree *tree = forest_tree(&cube->forest, figure.slot);
    uint32_t position = tree->positions[subject->unit];
    uint32_t parent = position != POSITION_NONE ? tree->parents[position] : POSITION_NONE;
    *out_figure = no_figure;
    if (subject->kind != SUBJECT_UNIT || parent == POSITION_NONE || is_rank(description))
        return QCDC_OK;
    Area area = area_of_unit(tree->units[parent], QCDC_SCOPE_TOTAL);
    figure.unit = tree->units[parent];
    QcdcStatus status = is_quotient(description)
                            ? area_read_cell(cube, &area, indicator, figure.slot, 0, &figure.cell, error)
                            : read_mean(cube, tree, parent, indicator, figure.slot, &figure.cell, error);
    if (status == QCDC_OK)
        *out_figure = figure;
    return status;
}
