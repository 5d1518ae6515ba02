/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/number.h>
#include <qcdc/period-name.h>
#include <string.h>

#include "explain-words-private.h"
#include "formula-private.h"
#include "trace-private.h"

enum {
    MAX_LISTED = 50 /* rows, and gaps; the rest is counted */
};

/* A cell being put in words. */
typedef struct Explaining {
    const QcdcCube *cube;
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    uint32_t slot;
    QcdcLanguage language;
    QcdcCell cell;
    Text text;
} Explaining;

static void say(Explaining *explaining, const char *words)
{
    text_append(&explaining->text, words);
}

static void say_line(Explaining *explaining, const char *words)
{
    say(explaining, words);
    say(explaining, "\n");
}

static const char *words_of(const Explaining *explaining, ExplainWords words)
{
    return explain_words(explaining->language, words);
}

/* A line with @filling in the place of {}. */
static void say_filled(Explaining *explaining, ExplainWords words, const char *filling)
{
    const char *line = words_of(explaining, words), *gap = strstr(line, "{}");
    text_append_bytes(&explaining->text, line, (size_t)(gap - line));
    say(explaining, filling);
    say_line(explaining, gap + 2);
}

static void say_number(Explaining *explaining, QcdcDecimal value)
{
    char buffer[QCDC_NUMBER_TEXT_SIZE];
    QcdcNumberFormat format = {.language = explaining->language};
    qcdc_number_to_text(value, &format, buffer, sizeof buffer);
    say(explaining, buffer);
}

static void say_period(Explaining *explaining, QcdcPeriod period)
{
    char buffer[QCDC_PERIOD_NAME_SIZE];
    qcdc_period_to_name(period, explaining->language, buffer, sizeof buffer);
    say(explaining, buffer);
}

static void say_unit(Explaining *explaining, QcdcUnitId unit, QcdcPeriod period)
{
    say(explaining, qcdc_catalog_get_unit_text(explaining->cube->catalog, unit, period, QCDC_UNIT_NAME));
}

static const char *words_of_indicator(const Explaining *explaining, QcdcIndicatorId indicator, QcdcIndicatorField field)
{
    return catalog_indicator_words(explaining->cube->catalog, indicator, field, explaining->language == QCDC_LANGUAGE_EN);
}

static void say_indicator(Explaining *explaining, QcdcIndicatorId indicator)
{
    say(explaining, words_of_indicator(explaining, indicator, QCDC_INDICATOR_NAME));
}

static void say_fraction(Explaining *explaining, const QcdcFigure *figure)
{
    QcdcFraction fraction = {figure->value, figure->denominator};
    QcdcDecimal rounded;
    say_number(explaining, figure->value);
    say(explaining, "/");
    say_number(explaining, figure->denominator);
    if (qcdc_fraction_to_decimal(fraction, figure->power, 1, QCDC_ROUND_DEFAULT, &rounded, NULL) != QCDC_OK)
        return;
    say(explaining, " = ");
    say_number(explaining, rounded);
}

static void say_figure(Explaining *explaining, const QcdcCell *cell, QcdcIndicatorId indicator)
{
    const char *measure = words_of_indicator(explaining, indicator, QCDC_INDICATOR_MEASURE);
    if (cell->figure.state == QCDC_FIGURE_NOT_APPLICABLE) {
        say(explaining, words_of(explaining, EXPLAIN_NOT_APPLICABLE));
    } else if (cell->figure.state != QCDC_FIGURE_VALUED) {
        say(explaining, words_of(explaining, EXPLAIN_NO_VALUE));
    } else {
        if (cell->hedge != NULL) {
            say(explaining, cell->hedge);
            say(explaining, " ");
        }
        if (cell->figure.is_fraction)
            say_fraction(explaining, &cell->figure);
        else
            say_number(explaining, cell->figure.value);
        say(explaining, " ");
        say(explaining, measure);
    }
}

static void say_head(Explaining *explaining)
{
    QcdcPeriod period = explaining->cube->slots.nodes[explaining->slot].period;
    say_unit(explaining, explaining->unit, period);
    say(explaining, "; ");
    say_indicator(explaining, explaining->indicator);
    say(explaining, "; ");
    say_period(explaining, period);
    say(explaining, ": ");
    say_figure(explaining, &explaining->cell, explaining->indicator);
    say(explaining, "\n");
}

/* Rules */

static ExplainWords refusal_of(const Indicator *indicator)
{
    switch (indicator->nature) {
    case QCDC_NATURE_RANK:
        return EXPLAIN_REFUSED_RANK;
    case QCDC_NATURE_SCORE:
        return EXPLAIN_REFUSED_SCORE;
    case QCDC_NATURE_RATIO:
        return EXPLAIN_REFUSED_RATIO;
    case QCDC_NATURE_DISTINCT:
        return EXPLAIN_REFUSED_DISTINCT;
    default:
        return EXPLAIN_REFUSED_OTHER;
    }
}

static void say_over_time(Explaining *explaining, const Indicator *indicator)
{
    if (indicator->over_time == OVER_TIME_SUM && slots_coarsest_tiling(&explaining->cube->slots, explaining->slot) != NULL)
        say_line(explaining, words_of(explaining, EXPLAIN_SUM_OVER_TIME));
    if (indicator->over_time == OVER_TIME_FIRST)
        say_line(explaining, words_of(explaining, EXPLAIN_FIRST_OVER_TIME));
    if (indicator->over_time == OVER_TIME_LAST)
        say_line(explaining, words_of(explaining, EXPLAIN_LAST_OVER_TIME));
}

static void say_rule(Explaining *explaining)
{
    const Indicator *indicator = catalog_indicator(explaining->cube->catalog, explaining->indicator);
    if (explaining->cell.is_refused)
        say_line(explaining, words_of(explaining, refusal_of(indicator)));
    else
        say_line(explaining, explain_origin(explaining->language, explaining->cell.origin));
    if (indicator->over_units == OVER_UNITS_SUM && indicator->form == NULL)
        say_over_time(explaining, indicator);
}

static void say_pair(Explaining *explaining, ExplainWords words, uint32_t part, uint32_t whole)
{
    Text pair = {0};
    text_append_number(&pair, part);
    text_append(&pair, "/");
    text_append_number(&pair, whole);
    say_filled(explaining, words, text_get(&pair));
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
    say(explaining, "- ");
    say_indicator(explaining, term->indicator);
    say(explaining, ", ");
    say(explaining, words_of(explaining, when[term->kind]));
    say(explaining, ": ");
    say_figure(explaining, &cell, term->indicator);
    say(explaining, "\n");
    return status;
}

static void say_covered(Explaining *explaining)
{
    Text number = {0};
    text_append_number(&number, explaining->cell.covered);
    say_filled(explaining, EXPLAIN_COVERED, text_get(&number));
    text_clear(&number);
}

static QcdcStatus say_formula(Explaining *explaining, const Form *form, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    say_filled(explaining, EXPLAIN_FORMULA,
               qcdc_catalog_get_indicator_text(explaining->cube->catalog, explaining->indicator, QCDC_INDICATOR_FORMULA));
    for (size_t i = 0; i < formula_term_count(form) && status == QCDC_OK; i++) {
        const FormTerm *term = formula_term(form, i);
        if (term->kind != FORM_TERM_UNITS && term->kind != FORM_TERM_CONSTANT)
            status = say_term(explaining, term, error);
    }
    if (explaining->cell.origin == QCDC_ORIGIN_PARTIAL)
        say_covered(explaining);
    if (form->divisor_count > 0 && explaining->cell.figure.state != QCDC_FIGURE_VALUED && explaining->cell.covered > 0)
        say_line(explaining, words_of(explaining, EXPLAIN_DENOMINATOR_ZERO));
    return status;
}

/* Rows */

static void say_more(Explaining *explaining, size_t count)
{
    Text number = {0};
    if (count <= MAX_LISTED)
        return;
    text_append_number(&number, (int64_t)(count - MAX_LISTED));
    say_filled(explaining, EXPLAIN_MORE, text_get(&number));
    text_clear(&number);
}

/* What came as columns has neither file nor line; its place is that among the observations of the dataset, from 1. */
static void say_place(Explaining *explaining, const QcdcObservation *observation, uint32_t row)
{
    bool has_line = observation->row > 0;
    say(explaining, observation->file[0] != '\0' ? observation->file : has_line ? "observations" : "columns");
    say(explaining, ":");
    text_append_number(&explaining->text, has_line ? observation->row : (int64_t)row + 1);
    say(explaining, ": ");
}

static void say_row(Explaining *explaining, uint32_t row)
{
    QcdcObservation observation;
    if (qcdc_dataset_get_observation(explaining->cube->dataset, row, &observation, NULL) != QCDC_OK)
        return;
    say(explaining, "- ");
    say_place(explaining, &observation, row);
    say_unit(explaining, observation.unit, observation.period);
    say(explaining, ", ");
    say_period(explaining, observation.period);
    say(explaining, ": ");
    if (observation.hedge[0] != '\0') {
        say(explaining, observation.hedge);
        say(explaining, " ");
    }
    say_number(explaining, observation.value);
    say(explaining, "\n");
}

static void say_rows(Explaining *explaining, const Trace *trace)
{
    if (trace->rows.count > 0)
        say_line(explaining, words_of(explaining, EXPLAIN_ROWS));
    for (size_t i = 0; i < trace->rows.count && i < MAX_LISTED; i++)
        say_row(explaining, ARRAY_AT(&trace->rows, uint32_t, i));
    say_more(explaining, trace->rows.count);
}

static void say_gaps(Explaining *explaining, const Trace *trace)
{
    if (trace->gaps.count > 0)
        say_line(explaining, words_of(explaining, EXPLAIN_GAPS));
    for (size_t i = 0; i < trace->gaps.count && i < MAX_LISTED; i++) {
        const Gap *gap = &ARRAY_AT(&trace->gaps, Gap, i);
        say(explaining, "- ");
        say_unit(explaining, gap->unit, gap->period);
        say(explaining, ", ");
        say_period(explaining, gap->period);
        say(explaining, "\n");
    }
    say_more(explaining, trace->gaps.count);
}

static QcdcStatus say_trace(Explaining *explaining, QcdcError *error)
{
    Trace trace = {{0}, {0}};
    CellKey key = {explaining->unit, explaining->indicator, explaining->slot, QCDC_SCOPE_TOTAL, 0};
    QcdcStatus status = trace_cell(explaining->cube, key, &trace, error);
    if (status == QCDC_OK) {
        say_rows(explaining, &trace);
        say_gaps(explaining, &trace);
    }
    trace_clear(&trace);
    return status;
}

static QcdcStatus say_cell(Explaining *explaining, QcdcError *error)
{
    const Form *form = catalog_indicator(explaining->cube->catalog, explaining->indicator)->form;
    say_head(explaining);
    if (forest_tree(&explaining->cube->forest, explaining->slot)->positions[explaining->unit] == POSITION_NONE) {
        say_line(explaining, words_of(explaining, EXPLAIN_NOT_IN_FORCE));
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
