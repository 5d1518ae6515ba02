/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "formula-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "timeline-private.h"

static bool is_figure(const FormTerm *term)
{
    return term->kind == FORM_TERM_INDICATOR || term->kind == FORM_TERM_PREVIOUS || term->kind == FORM_TERM_BASE;
}

/* A form being worked out. The cube has made sure that forms within forms come to an end (forms_check). */
typedef struct Evaluation {
    const QcdcCube *cube;
    uint16_t scenario;
    QcdcError *error;
    const uint8_t *only; /* (nullable) [units] marks: reporters without AREA_IN_BOTH are passed by */
} Evaluation;

typedef struct Operands {
    const Form *form;
    uint32_t slot;
    TermValue *values; /* one a term */
    QcdcCell *cells;   /* one a term: the area's, then in turn each reporter's */
    QcdcCell cell;     /* status, counts and origin of the result */
    bool has_counts, all_usable;
    uint8_t absence;   /* why a term has no value */
    uint8_t refusal;   /* of the first term that is refused */
} Operands;

static QcdcStatus evaluate(Evaluation *evaluation, const Area *area, QcdcIndicatorId indicator, uint32_t slot,
                           QcdcCell *out_cell);

static QcdcStatus read_term(Evaluation *evaluation, const Area *area, const FormTerm *term, uint32_t slot, QcdcCell *out_cell)
{
    const QcdcCube *cube = evaluation->cube;
    uint32_t term_slot = formula_term_slot(cube, term, slot);
    memset(out_cell, 0, sizeof *out_cell);
    if (term_slot == SLOT_NONE) {
        out_cell->refusal = (uint8_t)formula_term_refusal(cube, term, slot);
        out_cell->is_refused = out_cell->refusal != QCDC_REFUSAL_NONE;
        return QCDC_OK;
    }
    if (catalog_indicator(cube->catalog, term->indicator)->form != NULL)
        return evaluate(evaluation, area, term->indicator, term_slot, out_cell);
    return area_read_whole_cell(cube, area, term->indicator, term_slot, evaluation->scenario, out_cell, evaluation->error);
}

/* A ratio by formula is no number that could be added; a number that lacks reporters is added over those that have all. */
static bool has_number(const QcdcCell *cell)
{
    return cell->figure.state == QCDC_FIGURE_VALUED && !cell->figure.is_fraction;
}

static void merge_status(QcdcCell *result, const QcdcCell *term)
{
    const QcdcFigure *figure = &term->figure;
    result->is_hedged |= term->is_hedged;
    result->figure.status = result->figure.state == QCDC_FIGURE_VALUED
                                ? qcdc_observation_status_merge(result->figure.status, figure->status)
                                : figure->status;
    result->figure.state = QCDC_FIGURE_VALUED;
}

/* D21: expected, present and valued are those of the term with the least valued. */
static void take_counts(Operands *operands, const QcdcCell *cell)
{
    if (operands->has_counts && operands->cell.valued <= cell->valued)
        return;
    operands->cell.expected = cell->expected;
    operands->cell.present = cell->present;
    operands->cell.valued = cell->valued;
    operands->has_counts = true;
}

static unsigned rank_origin(uint8_t origin)
{
    static const uint8_t ranks[QCDC_ORIGIN_END] = {[QCDC_ORIGIN_OWN] = 1,   [QCDC_ORIGIN_COARSE] = 2,
                                                   [QCDC_ORIGIN_SUM] = 3,   [QCDC_ORIGIN_REPORTED_TOTAL] = 4,
                                                   [QCDC_ORIGIN_CARRIED] = 5, [QCDC_ORIGIN_PARTIAL] = 6};
    return ranks[origin];
}

/* What no period stands for is said as it is; what cannot be added, as a term that cannot. */
static void take_refusal(Operands *operands, const QcdcCell *cell)
{
    bool is_of_period = cell->refusal == QCDC_REFUSAL_SPAN_SAME_PERIOD || cell->refusal == QCDC_REFUSAL_BEFORE_YEAR_ONE;
    if (operands->refusal == QCDC_REFUSAL_NONE && cell->is_refused)
        operands->refusal = is_of_period ? cell->refusal : QCDC_REFUSAL_FORM_TERM;
}

static void take_whole_term(Operands *operands, size_t index, const QcdcCell *cell)
{
    bool is_usable = has_number(cell) && cell->origin != QCDC_ORIGIN_PARTIAL;
    operands->all_usable = operands->all_usable && is_usable;
    take_refusal(operands, cell);
    if (cell->figure.state != QCDC_FIGURE_VALUED)
        operands->absence = merge_absence(operands->absence, cell->figure.state);
    take_counts(operands, cell);
    if (!is_usable)
        return;
    operands->values[index] = (TermValue){cell->figure.value.coefficient, cell->figure.value.decimals};
    merge_status(&operands->cell, cell);
    if (rank_origin(cell->origin) > rank_origin(operands->cell.origin))
        operands->cell.origin = cell->origin;
}

static bool counts_unit(const FormTerm *term, const UnitVersion *version)
{
    return term->unit_kind[0] == '\0' || strcmp(term->unit_kind, version->texts[QCDC_UNIT_KIND]) == 0;
}

/* units(): those in force on the last day. */
static void count_unit(const QcdcCube *cube, Operands *operands, const AreaWalk *walk, size_t position)
{
    if (!forest_is_in_force(&cube->forest, &cube->slots, operands->slot, walk->tree->units[position]))
        return;
    for (size_t i = 0; i < formula_term_count(operands->form); i++) {
        const FormTerm *term = formula_term(operands->form, i);
        if (term->kind == FORM_TERM_UNITS)
            operands->values[i].value += counts_unit(term, walk->tree->versions[position]);
    }
}

static QcdcStatus read_terms(Evaluation *evaluation, const Area *area, Operands *operands)
{
    for (size_t i = 0; i < formula_term_count(operands->form); i++) {
        const FormTerm *term = formula_term(operands->form, i);
        QcdcStatus status = is_figure(term) ? read_term(evaluation, area, term, operands->slot, &operands->cells[i]) : QCDC_OK;
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}

static void take_whole_terms(Operands *operands)
{
    for (size_t i = 0; i < formula_term_count(operands->form); i++)
        if (is_figure(formula_term(operands->form, i)))
            take_whole_term(operands, i, &operands->cells[i]);
}

/* Pairwise complete (D21): only reporters that have all terms */

static bool has_all_numbers(const Operands *operands)
{
    for (size_t i = 0; i < formula_term_count(operands->form); i++)
        if (is_figure(formula_term(operands->form, i)) &&
            QCDC_FAULT("formula-pairwise", !has_number(&operands->cells[i]), false))
            return false;
    return true;
}

static void add_reporter(Operands *operands)
{
    for (size_t i = 0; i < formula_term_count(operands->form); i++) {
        const QcdcFigure *figure = &operands->cells[i].figure;
        if (!is_figure(formula_term(operands->form, i)))
            continue;
        operands->values[i].value += figure->value.coefficient;
        operands->values[i].decimals = figure->value.decimals;
        merge_status(&operands->cell, &operands->cells[i]);
    }
}

static void begin_sums(Operands *operands)
{
    memset(operands->values, 0, formula_term_count(operands->form) * sizeof *operands->values);
    operands->cell.figure = (QcdcFigure){.state = QCDC_FIGURE_ABSENT};
    operands->cell.origin = QCDC_ORIGIN_PARTIAL;
    operands->cell.is_hedged = 0;
}

/* Of a unit's own figure the unit is the only reporter, and its terms have just been read. */
static QcdcStatus add_reporters(Evaluation *evaluation, const Area *area, Operands *operands)
{
    AreaWalk walk = area_begin(evaluation->cube, area, operands->slot);
    size_t position;
    begin_sums(operands);
    while (area_next_reporter(area, &walk, &position)) {
        Area own = area_of_unit(walk.tree->units[position], QCDC_SCOPE_OWN);
        if (evaluation->only != NULL && QCDC_FAULT("formula-only", evaluation->only[own.unit] != AREA_IN_BOTH, false))
            continue;
        QcdcStatus status = area->kind == SUBJECT_OWN ? QCDC_OK : read_terms(evaluation, &own, operands);
        if (status != QCDC_OK)
            return status;
        if (!has_all_numbers(operands))
            continue;
        add_reporter(operands);
        count_unit(evaluation->cube, operands, &walk, position);
        operands->cell.covered++;
    }
    return QCDC_OK;
}

static void count_units(const QcdcCube *cube, const Area *area, Operands *operands)
{
    AreaWalk walk = area_begin(cube, area, operands->slot);
    size_t position;
    while (area_next_reporter(area, &walk, &position))
        count_unit(cube, operands, &walk, position);
}

bool formula_unit_has_each(const QcdcCube *cube, QcdcIndicatorId indicator, uint32_t slot, QcdcUnitId unit, uint16_t scenario,
                           FormulaTermTest *test)
{
    const Form *form = catalog_indicator(cube->catalog, indicator)->form;
    for (size_t i = 0; i < formula_term_count(form); i++) {
        const FormTerm *term = formula_term(form, i);
        uint32_t term_slot = formula_term_slot(cube, term, slot);
        if (is_figure(term) &&
            (term_slot == SLOT_NONE || !test(cube, term->indicator, term_slot, unit, scenario)))
            return false;
    }
    return true;
}

static uint32_t count_covered(const QcdcCube *cube, const Area *area, QcdcIndicatorId indicator, uint32_t slot,
                              uint16_t scenario)
{
    AreaWalk walk = area_begin(cube, area, slot);
    uint32_t count = 0;
    size_t position;
    while (area_next_reporter(area, &walk, &position))
        count += area_unit_has_value(cube, indicator, slot, walk.tree->units[position], scenario);
    return count;
}

/* Cells */

static QcdcStatus fail_overflow(const Evaluation *evaluation, const Area *area, QcdcIndicatorId indicator, uint32_t slot)
{
    const QcdcCube *cube = evaluation->cube;
    QcdcPeriod period = cube->slots.nodes[slot].period;
    const char *code = qcdc_catalog_get_unit_text(cube->catalog, area->unit, period, QCDC_UNIT_CODE);
    return cube_fail_overflow(cube, code, indicator, period, evaluation->error);
}

/* Without a reporter that has all terms, and with a denominator of 0, there is no value (D21). */
static QcdcStatus conclude(Evaluation *evaluation, const Area *area, QcdcIndicatorId indicator, Operands *operands)
{
    const Indicator *description = catalog_indicator(evaluation->cube->catalog, indicator);
    QcdcCell *cell = &operands->cell;
    bool has_value = (operands->all_usable && evaluation->only == NULL) || cell->covered > 0;
    if (has_value && !formula_work_out(operands->form, operands->values, description, &cell->figure))
        return fail_overflow(evaluation, area, indicator, operands->slot);
    if (!has_value || (cell->figure.is_fraction && cell->figure.denominator.coefficient == 0)) {
        cell->figure = (QcdcFigure){.state = operands->absence};
        cell->origin = QCDC_ORIGIN_NONE;
        cell->is_hedged = 0;
        cell->refusal = QCDC_FAULT("formula-refusal", operands->refusal, QCDC_REFUSAL_NONE);
        cell->is_refused = cell->refusal != QCDC_REFUSAL_NONE;
        return QCDC_OK;
    }
    /* A form of constants and units() alone has no term with a status. */
    cell->figure.state = QCDC_FIGURE_VALUED;
    if (cell->origin == QCDC_ORIGIN_NONE)
        cell->origin = QCDC_ORIGIN_SUM;
    return QCDC_OK;
}

static QcdcStatus evaluate_operands(Evaluation *evaluation, const Area *area, QcdcIndicatorId indicator, Operands *operands)
{
    QcdcStatus status = read_terms(evaluation, area, operands);
    if (status != QCDC_OK)
        return status;
    take_whole_terms(operands);
    if (operands->all_usable && evaluation->only == NULL) {
        count_units(evaluation->cube, area, operands);
        operands->cell.covered = count_covered(evaluation->cube, area, indicator, operands->slot, evaluation->scenario);
    } else {
        status = add_reporters(evaluation, area, operands);
    }
    return status == QCDC_OK ? conclude(evaluation, area, indicator, operands) : status;
}

static QcdcStatus evaluate(Evaluation *evaluation, const Area *area, QcdcIndicatorId indicator, uint32_t slot,
                           QcdcCell *out_cell)
{
    Operands operands = {.form = catalog_indicator(evaluation->cube->catalog,
                                                   indicator)->form, .slot = slot, .all_usable = true};
    size_t count = formula_term_count(operands.form);
    operands.cells = memory_try_new(count, sizeof *operands.cells);
    operands.values = memory_try_new(count, sizeof *operands.values);
    QcdcStatus status = operands.cells != NULL && operands.values != NULL
                            ? evaluate_operands(evaluation, area, indicator, &operands)
                            : memory_fail(evaluation->error);
    qcdc_free(operands.cells);
    qcdc_free(operands.values);
    if (status == QCDC_OK)
        *out_cell = operands.cell;
    return status;
}

QcdcStatus formula_read_cell(const QcdcCube *cube, const Area *area, QcdcIndicatorId indicator, uint32_t slot,
                             uint16_t scenario, QcdcCell *out_cell, QcdcError *error)
{
    Evaluation evaluation = {cube, scenario, error, NULL};
    return evaluate(&evaluation, area, indicator, slot, out_cell);
}

QcdcStatus formula_read_common(const QcdcCube *cube, const Area *area, AreaPeriod at, const uint8_t *marks, QcdcCell *out_cell,
                               QcdcError *error)
{
    Evaluation evaluation = {cube, at.scenario, error, marks};
    return evaluate(&evaluation, area, at.indicator, at.slot, out_cell);
}

/* Down to terms that are reported. What a unit reports that is not expected to is told too. */
QcdcStatus formula_is_told(const QcdcCube *cube, const Area *area, AreaPeriod at, bool *out_is_told, QcdcError *error)
{
    const Form *form = catalog_indicator(cube->catalog, at.indicator)->form;
    QcdcStatus status = QCDC_OK;
    *out_is_told = false;
    for (size_t i = 0; i < formula_term_count(form) && status == QCDC_OK && !*out_is_told; i++) {
        const FormTerm *term = formula_term(form, i);
        AreaPeriod behind = {term->indicator, is_figure(term) ? formula_term_slot(cube, term, at.slot) : SLOT_NONE, at.scenario};
        QcdcCell cell;
        if (behind.slot == SLOT_NONE)
            continue;
        status = area_read_whole_cell(cube, area, behind.indicator, behind.slot, behind.scenario, &cell, error);
        *out_is_told = status == QCDC_OK && (cell.present > 0 || cell.figure.state == QCDC_FIGURE_VALUED);
        if (status == QCDC_OK && !*out_is_told && catalog_indicator(cube->catalog, behind.indicator)->form != NULL)
            status = formula_is_told(cube, area, behind, out_is_told, error);
    }
    return status;
}

/* Rules */

static QcdcStatus read_usable_terms(Evaluation *evaluation, const Area *area, Operands *operands)
{
    for (size_t i = 0; i < formula_term_count(operands->form) && operands->all_usable; i++) {
        const FormTerm *term = formula_term(operands->form, i);
        QcdcStatus status = is_figure(term) ? read_term(evaluation, area, term, operands->slot, &operands->cells[i]) : QCDC_OK;
        if (status != QCDC_OK)
            return status;
        if (is_figure(term))
            take_whole_term(operands, i, &operands->cells[i]);
    }
    return QCDC_OK;
}

static bool counts_units(const Form *form)
{
    for (size_t i = 0; i < formula_term_count(form); i++)
        if (formula_term(form, i)->kind == FORM_TERM_UNITS)
            return true;
    return false;
}

static QcdcStatus evaluate_side(Evaluation *evaluation, const Area *area, QcdcIndicatorId named, Operands *operands,
                                FormValue *value)
{
    QcdcStatus status = read_usable_terms(evaluation, area, operands);
    if (status != QCDC_OK || !QCDC_FAULT("formula-side-whole", operands->all_usable, true))
        return status;
    if (counts_units(operands->form))
        count_units(evaluation->cube, area, operands);
    if (!formula_work_out_sides(operands->form, operands->values, &value->fraction))
        return fail_overflow(evaluation, area, named, operands->slot);
    value->is_quotient = operands->form->divisor_count > 0;
    value->is_usable = value->fraction.denominator.coefficient != 0;
    return QCDC_OK;
}

QcdcStatus formula_evaluate(const QcdcCube *cube, const Form *form, const CellKey *key, QcdcCell *cells, FormValue *out_value,
                            QcdcError *error)
{
    Evaluation evaluation = {cube, key->scenario, error, NULL};
    Area area = area_of_unit(key->unit, key->scope);
    Operands operands = {.form = form, .slot = key->slot, .cells = cells, .all_usable = true};
    FormValue value = {.is_usable = false};
    operands.values = memory_try_new(formula_term_count(form), sizeof *operands.values);
    QcdcStatus status =
        operands.values != NULL ? evaluate_side(&evaluation, &area, key->indicator, &operands, &value) : memory_fail(error);
    qcdc_free(operands.values);
    if (status == QCDC_OK)
        *out_value = value;
    return status;
}

/* Coverage in units */

QcdcStatus formula_find_least_term(const QcdcCube *cube, const Area *area, QcdcIndicatorId *indicator, uint32_t *slot,
                                   uint16_t scenario, QcdcError *error)
{
    const Form *form = catalog_indicator(cube->catalog, *indicator)->form;
    QcdcIndicatorId least = *indicator;
    uint32_t least_slot = SLOT_NONE, least_valued = 0;
    for (size_t i = 0; i < formula_term_count(form); i++) {
        const FormTerm *term = formula_term(form, i);
        uint32_t term_slot = is_figure(term) ? formula_term_slot(cube, term, *slot) : SLOT_NONE;
        QcdcCell cell;
        if (term_slot == SLOT_NONE)
            continue;
        QcdcStatus status = area_read_whole_cell(cube, area, term->indicator, term_slot, scenario, &cell, error);
        if (status != QCDC_OK)
            return status;
        if (least_slot == SLOT_NONE || cell.valued < least_valued) {
            least = term->indicator;
            least_slot = term_slot;
            least_valued = cell.valued;
        }
    }
    *indicator = least;
    *slot = least_slot;
    return QCDC_OK;
}
