/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "common-private.h"

#include "formula-private.h"
#include "kernel/fault-private.h"

bool common_is_kept(const QcdcCube *cube, QcdcIndicatorId indicator)
{
    const Expectation *expectation = coverage_of(&cube->coverage, indicator);
    const Form *form = catalog_indicator(cube->catalog, indicator)->form;
    if (expectation != NULL)
        return expectation->is_alone;
    for (size_t i = 0; i < formula_term_count(form); i++) {
        QcdcIndicatorId term = formula_term(form, i)->indicator;
        if (term != (QcdcIndicatorId)QCDC_ID_NONE && common_is_kept(cube, term))
            return true;
    }
    return false;
}

/* The sets */

typedef struct Sets {
    size_t current, base, both;
} Sets;

static void mark_current(const Common *common, Sets *sets)
{
    AreaWalk walk = area_begin(common->cube, common->area, common->current.slot);
    size_t position;
    while (area_next_reporter(common->area, &walk, &position)) {
        QcdcUnitId unit = walk.tree->units[position];
        bool stands = area_unit_stands(common->cube, common->current.indicator, common->current.slot, unit, 0);
        common->marks[unit] = stands ? AREA_IN_CURRENT : 0;
        sets->current += stands;
    }
}

static void mark_both(const Common *common, Sets *sets)
{
    AreaWalk walk = area_begin(common->base_cube, common->area, common->base.slot);
    size_t position;
    while (area_next_reporter(common->area, &walk, &position)) {
        QcdcUnitId unit = walk.tree->units[position];
        if (!area_unit_stands(common->base_cube, common->base.indicator, common->base.slot, unit, 0))
            continue;
        sets->base++;
        if (common->marks[unit] != AREA_IN_CURRENT)
            continue;
        common->marks[unit] = AREA_IN_BOTH;
        sets->both++;
    }
}

static void clear_marks(const Common *common)
{
    AreaWalk walk = area_begin(common->cube, common->area, common->current.slot);
    size_t position;
    while (area_next_reporter(common->area, &walk, &position))
        common->marks[walk.tree->units[position]] = 0;
}

static QcdcStatus count_expected(const Common *common, uint32_t *out_expected, QcdcError *error)
{
    AreaPeriod at = common->current;
    size_t position;
    *out_expected = 0;
    QcdcStatus status = area_find_reported(common->cube, common->area, &at, error);
    if (status != QCDC_OK || at.slot == SLOT_NONE)
        return status;
    AreaWalk walk = area_begin(common->cube, common->area, common->current.slot);
    while (area_next_reporter(common->area, &walk, &position)) {
        QcdcUnitId unit = walk.tree->units[position];
        *out_expected += common->marks[unit] == AREA_IN_BOTH && area_unit_is_expected(common->cube, at.indicator, at.slot, unit);
    }
    return QCDC_OK;
}

/* Sums over the common set */

typedef struct Sum {
    QcdcWide value;
    QcdcCell cell;
} Sum;

static void add_own(const QcdcCell *own, Sum *sum)
{
    QcdcFigure *figure = &sum->cell.figure;
    bool is_first = figure->state != QCDC_FIGURE_VALUED;
    sum->cell.present += own->present;
    sum->cell.valued += own->valued;
    if (own->figure.state != QCDC_FIGURE_VALUED || own->figure.is_fraction)
        return;
    sum->value += own->figure.value.coefficient;
    sum->cell.hedge = is_first ? own->hedge : NULL;
    sum->cell.is_hedged |= own->is_hedged;
    figure->status = is_first ? own->figure.status : qcdc_observation_status_merge(figure->status, own->figure.status);
    figure->state = QCDC_FIGURE_VALUED;
    sum->cell.origin = QCDC_ORIGIN_PARTIAL;
}

static QcdcStatus add_units(const QcdcCube *cube, const Common *common, AreaPeriod at, Sum *sum, QcdcError *error)
{
    AreaWalk walk = area_begin(cube, common->area, at.slot);
    size_t position;
    while (area_next_reporter(common->area, &walk, &position)) {
        QcdcUnitId unit = walk.tree->units[position];
        QcdcCell own;
        if (QCDC_FAULT("common-only", common->marks[unit] != AREA_IN_BOTH, false))
            continue;
        QcdcStatus status = cube_read_whole_cell(cube, unit, at.indicator, at.slot, QCDC_SCOPE_OWN, at.scenario, &own, error);
        if (status != QCDC_OK)
            return status;
        add_own(&own, sum);
    }
    return QCDC_OK;
}

static QcdcStatus fail_overflow(const QcdcCube *cube, const Common *common, AreaPeriod at, QcdcError *error)
{
    QcdcPeriod period = cube->slots.nodes[at.slot].period;
    return cube_fail_overflow(cube, qcdc_catalog_get_unit_text(cube->catalog, common->area->unit, period, QCDC_UNIT_CODE),
                              at.indicator, period, error);
}

/* Of a form the sum is not that of its values: it is worked out over the same units (S6). */
static QcdcStatus work_out(const QcdcCube *cube, const Common *common, AreaPeriod at, Sum *sum, QcdcError *error)
{
    const Indicator *description = catalog_indicator(cube->catalog, at.indicator);
    QcdcCell formula;
    if (description->form == NULL) {
        if (sum->value <= -QCDC_DECIMAL_LIMIT || sum->value >= QCDC_DECIMAL_LIMIT)
            return fail_overflow(cube, common, at, error);
        sum->cell.figure.value = (QcdcDecimal){(int64_t)sum->value, description->decimals, {0}};
        sum->cell.covered = sum->cell.valued;
        return QCDC_OK;
    }
    QcdcStatus status = formula_read_common(cube, common->area, at, common->marks, &formula, error);
    if (status != QCDC_OK)
        return status;
    formula.present = sum->cell.present;
    formula.valued = sum->cell.valued;
    sum->cell = formula;
    return QCDC_OK;
}

/* What was expected stays what it was. */
static QcdcStatus read_cell(const QcdcCube *cube, const Common *common, AreaPeriod at, uint32_t expected, QcdcCell *out_cell,
                            QcdcError *error)
{
    Sum sum = {.value = 0};
    QcdcStatus status = add_units(cube, common, at, &sum, error);
    if (status == QCDC_OK)
        status = work_out(cube, common, at, &sum, error);
    if (status != QCDC_OK)
        return status;
    sum.cell.expected = expected;
    *out_cell = sum.cell;
    return QCDC_OK;
}

static bool is_same_figure(const QcdcFigure *left, const QcdcFigure *right)
{
    return left->state == right->state && left->value.coefficient == right->value.coefficient &&
           left->denominator.coefficient == right->denominator.coefficient;
}

static QcdcStatus read_both(const Common *common, const Sets *sets, CommonCells *cells, QcdcError *error)
{
    CommonCells found = {.is_smaller = sets->both < sets->current || sets->both < sets->base};
    QcdcStatus status = read_cell(common->cube, common, common->current, cells->current.expected, &found.current, error);
    if (status == QCDC_OK)
        status = read_cell(common->base_cube, common, common->base, cells->base.expected, &found.base, error);
    if (status == QCDC_OK)
        status = count_expected(common, &found.expected, error);
    if (status != QCDC_OK)
        return status;
    bool is_same = is_same_figure(&found.current.figure, &cells->current.figure) &&
                   is_same_figure(&found.base.figure, &cells->base.figure);
    if (QCDC_FAULT("common-same", found.is_smaller || !is_same, true))
        *cells = found;
    return QCDC_OK;
}

QcdcStatus common_read(const Common *common, CommonCells *cells, QcdcError *error)
{
    Sets sets = {0, 0, 0};
    mark_current(common, &sets);
    mark_both(common, &sets);
    QcdcStatus status = read_both(common, &sets, cells, error);
    clear_marks(common);
    return status;
}
