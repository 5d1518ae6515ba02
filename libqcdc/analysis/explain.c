/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "explain-private.h"
#include "formula-private.h"
#include "trace-private.h"

static void say_head(Explaining *explaining)
{
    QcdcPeriod period = explaining->cube->slots.nodes[explaining->slot].period;
    explain_say_unit(explaining, explaining->unit, period);
    explain_say(explaining, "; ");
    explain_say_indicator(explaining, explaining->indicator);
    explain_say(explaining, "; ");
    explain_say_period(explaining, period);
    explain_say(explaining, ": ");
    explain_say_figure(explaining, &explaining->cell, explaining->indicator);
    explain_say(explaining, "\n");
}

/* Rules */

static void say_over_time(Explaining *explaining, const Indicator *indicator)
{
    if (indicator->over_time == OVER_TIME_SUM && slots_coarsest_tiling(&explaining->cube->slots, explaining->slot) != NULL)
        explain_say_line(explaining, explain_words_of(explaining, EXPLAIN_SUM_OVER_TIME));
    if (indicator->over_time == OVER_TIME_FIRST)
        explain_say_line(explaining, explain_words_of(explaining, EXPLAIN_FIRST_OVER_TIME));
    if (indicator->over_time == OVER_TIME_LAST)
        explain_say_line(explaining, explain_words_of(explaining, EXPLAIN_LAST_OVER_TIME));
}

static void say_rule(Explaining *explaining)
{
    const Indicator *indicator = catalog_indicator(explaining->cube->catalog, explaining->indicator);
    if (explaining->cell.is_refused)
        explain_say_line(explaining, qcdc_refusal_explain((QcdcRefusal)explaining->cell.refusal, explaining->language));
    else
        explain_say_line(explaining, explain_origin(explaining->language, explaining->cell.origin));
    if (indicator->over_units == OVER_UNITS_SUM && indicator->form == NULL)
        say_over_time(explaining, indicator);
}

static void say_pair(Explaining *explaining, ExplainWords words, uint32_t part, uint32_t whole)
{
    Text pair = {0};
    text_append_number(&pair, part);
    text_append(&pair, "/");
    text_append_number(&pair, whole);
    explain_say_filled(explaining, words, text_get(&pair));
    text_clear(&pair);
}

static QcdcStatus say_coverage(Explaining *explaining, QcdcError *error)
{
    Area area = area_of_unit(explaining->unit, QCDC_SCOPE_TOTAL);
    AreaPeriod at = {explaining->indicator, explaining->slot, 0};
    AreaUnits units = {0, 0};
    QcdcStatus status = area_count_units(explaining->cube, &area, at, &units, error);
    if (explaining->cell.expected > 0)
        say_pair(explaining, EXPLAIN_COUNTS, explaining->cell.valued, explaining->cell.expected);
    if (units.expected > 0)
        say_pair(explaining, EXPLAIN_UNITS, units.valued, units.expected);
    return status;
}

/* Forms */

static QcdcStatus say_term(Explaining *explaining, const FormTerm *term, QcdcError *error)
{
    static const ExplainWords when[] = {[FORM_TERM_INDICATOR] = EXPLAIN_TERM_NOW,
                                        [FORM_TERM_PREVIOUS] = EXPLAIN_TERM_PREVIOUS,
                                        [FORM_TERM_BASE] = EXPLAIN_TERM_BASE};
    uint32_t slot = formula_term_slot(explaining->cube, term, explaining->slot);
    QcdcCell cell = {0};
    QcdcStatus status = slot == SLOT_NONE ? QCDC_OK
                                          : cube_read_cell(explaining->cube, explaining->unit, term->indicator, slot,
                                                           QCDC_SCOPE_TOTAL, 0, &cell, error);
    explain_say(explaining, "- ");
    explain_say_indicator(explaining, term->indicator);
    explain_say(explaining, ", ");
    explain_say(explaining, explain_words_of(explaining, when[term->kind]));
    explain_say(explaining, ": ");
    explain_say_figure(explaining, &cell, term->indicator);
    explain_say(explaining, "\n");
    return status;
}

static void say_covered(Explaining *explaining)
{
    Text number = {0};
    text_append_number(&number, explaining->cell.covered);
    explain_say_filled(explaining, EXPLAIN_COVERED, text_get(&number));
    text_clear(&number);
}

static void say_form_over_time(Explaining *explaining)
{
    const QcdcCatalog *catalog = explaining->cube->catalog;
    bool differs = formula_find_time_rule(catalog, explaining->indicator) == OVER_TIME_AFTER;
    if (differs && slots_coarsest_tiling(&explaining->cube->slots, explaining->slot) != NULL)
        explain_say_line(explaining, explain_words_of(explaining, EXPLAIN_FORM_OVER_TIME));
}

static QcdcStatus say_formula(Explaining *explaining, const Form *form, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    explain_say_filled(explaining, EXPLAIN_FORMULA,
               qcdc_catalog_get_indicator_text(explaining->cube->catalog, explaining->indicator, QCDC_INDICATOR_FORMULA));
    say_form_over_time(explaining);
    for (size_t i = 0; i < formula_term_count(form) && status == QCDC_OK; i++) {
        const FormTerm *term = formula_term(form, i);
        if (term->kind != FORM_TERM_UNITS && term->kind != FORM_TERM_CONSTANT)
            status = say_term(explaining, term, error);
    }
    if (explaining->cell.origin == QCDC_ORIGIN_PARTIAL)
        say_covered(explaining);
    if (form->divisor_count > 0 && explaining->cell.figure.state != QCDC_FIGURE_VALUED && explaining->cell.covered > 0)
        explain_say_line(explaining, explain_words_of(explaining, EXPLAIN_DENOMINATOR_ZERO));
    return status;
}

/* Rows */

static void say_more(Explaining *explaining, size_t count)
{
    Text number = {0};
    if (count <= EXPLAIN_MOST_LISTED)
        return;
    text_append_number(&number, (int64_t)(count - EXPLAIN_MOST_LISTED));
    explain_say_filled(explaining, EXPLAIN_MORE, text_get(&number));
    text_clear(&number);
}

static void say_rows(Explaining *explaining, const Trace *trace)
{
    if (trace->rows.count > 0)
        explain_say_line(explaining, explain_words_of(explaining, EXPLAIN_ROWS));
    for (size_t i = 0; i < trace->rows.count && i < EXPLAIN_MOST_LISTED; i++)
        explain_say_row(explaining, ARRAY_AT(&trace->rows, uint32_t, i));
    say_more(explaining, trace->rows.count);
}

static void say_gaps(Explaining *explaining, const Trace *trace)
{
    if (trace->gaps.count > 0)
        explain_say_line(explaining, explain_words_of(explaining, EXPLAIN_GAPS));
    for (size_t i = 0; i < trace->gaps.count && i < EXPLAIN_MOST_LISTED; i++) {
        const Gap *gap = &ARRAY_AT(&trace->gaps, Gap, i);
        explain_say(explaining, "- ");
        explain_say_unit(explaining, gap->unit, gap->period);
        explain_say(explaining, ", ");
        explain_say_period(explaining, gap->period);
        explain_say(explaining, "\n");
    }
    say_more(explaining, trace->gaps.count);
}

/* - Xã đảo, tháng 01 năm 2024 … tháng 3 năm 2024: chưa có điện */
static void say_excuse(Explaining *explaining, const Excuse *excuse)
{
    const char *reason = excuse->exception->texts[QCDC_EXCEPTION_REASON];
    explain_say(explaining, "- ");
    explain_say_unit(explaining, excuse->unit, excuse->first);
    explain_say(explaining, ", ");
    explain_say_period(explaining, excuse->first);
    if (!qcdc_period_equals(excuse->first, excuse->last)) {
        explain_say(explaining, " … ");
        explain_say_period(explaining, excuse->last);
    }
    if (reason[0] != '\0')
        explain_say(explaining, ": ");
    explain_say_text(explaining, reason);
    explain_say(explaining, "\n");
}

static void say_excuses(Explaining *explaining, const Trace *trace)
{
    if (trace->excuses.count > 0)
        explain_say_line(explaining, explain_words_of(explaining, EXPLAIN_EXCUSES));
    for (size_t i = 0; i < trace->excuses.count && i < EXPLAIN_MOST_LISTED; i++)
        say_excuse(explaining, &ARRAY_AT(&trace->excuses, Excuse, i));
    say_more(explaining, trace->excuses.count);
}

static QcdcStatus say_trace(Explaining *explaining, QcdcError *error)
{
    Trace trace = {{0}, {0}, {0}};
    CellKey key = {explaining->unit, explaining->indicator, explaining->slot, QCDC_SCOPE_TOTAL, 0};
    QcdcStatus status = trace_cell(explaining->cube, key, &trace, error);
    if (status == QCDC_OK)
        status = trace_excuses(explaining->cube, key, &trace, error);
    if (status == QCDC_OK) {
        say_rows(explaining, &trace);
        say_gaps(explaining, &trace);
        say_excuses(explaining, &trace);
    }
    trace_clear(&trace);
    return status;
}

static QcdcStatus say_cell(Explaining *explaining, QcdcError *error)
{
    const Form *form = catalog_indicator(explaining->cube->catalog, explaining->indicator)->form;
    say_head(explaining);
    if (forest_tree(&explaining->cube->forest, explaining->slot)->positions[explaining->unit] == POSITION_NONE) {
        explain_say_line(explaining, explain_words_of(explaining, EXPLAIN_NOT_IN_FORCE));
        return QCDC_OK;
    }
    say_rule(explaining);
    QcdcStatus status = say_coverage(explaining, error);
    if (status != QCDC_OK)
        return status;
    return form != NULL ? say_formula(explaining, form, error) : say_trace(explaining, error);
}

static QcdcStatus check_arguments(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, QcdcLanguage language,
                                  char **out_text, QcdcError *error)
{
    if (cube == NULL || out_text == NULL || unit >= cube->unit_count || indicator >= cube->indicator_count)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0,
                              "no cube, no place for the text, or a unit or indicator that is not in the catalog", NULL, NULL);
    if ((int)language < 0 || language >= QCDC_LANGUAGE_END)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, "language", 0, 0, "not a language", NULL, NULL);
    return QCDC_OK;
}

QcdcStatus qcdc_cube_explain(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, QcdcPeriod period,
                             QcdcLanguage language, char **out_text, QcdcError *error)
{
    QcdcStatus status = check_arguments(cube, unit, indicator, language, out_text, error);
    if (status != QCDC_OK)
        return status;
    QcdcCell cell;
    status = qcdc_cube_read_cells(cube, &unit, &indicator, &period, NULL, NULL, 1, &cell, error);
    if (status != QCDC_OK)
        return status;
    Explaining explaining = {.cube = cube, .unit = unit, .indicator = indicator, .language = language, .cell = cell};
    explaining.slot = slots_find(&cube->slots, period);
    status = say_cell(&explaining, error);
    char *text = status == QCDC_OK ? text_steal(&explaining.text) : NULL;
    text_clear(&explaining.text);
    if (status == QCDC_OK && text == NULL)
        return memory_fail(error);
    if (status == QCDC_OK)
        *out_text = text;
    return status;
}
