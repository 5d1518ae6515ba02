/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/concentration-private.h"

#include <math.h>
#include <string.h>

#include <glib.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/options-private.h"
#include "stats/readings-private.h"

enum {
    CELLS = 64 /* that are read at a time */
};

static const QcdcUnitId no_unit = (QcdcUnitId)QCDC_ID_NONE;
static const QcdcIndicatorId no_indicator = (QcdcIndicatorId)QCDC_ID_NONE;

/* What is asked of a cube. */
typedef struct Question {
    const QcdcCube *cube;
    const QcdcCatalog *catalog;
    QcdcIndicatorId indicator, weight; /* of weight none: each unit weighs the same */
    QcdcPeriod period;
    QcdcUnitId unit; /* or none: below every root */
    QcdcConcentrationOptions options;
} Question;

/* The units that are asked for, with what was read of each. */
typedef struct Answer {
    QcdcUnitId *units, *parents;
    double *values, *weights;
    size_t count;
    QcdcObservationStatus statuses;
} Answer;

static void clear(Answer *answer)
{
    g_free(answer->units);
    g_free(answer->parents);
    g_free(answer->values);
    g_free(answer->weights);
    *answer = (Answer){0};
}

static QcdcStatus fail_memory(QcdcError *error)
{
    return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory for the units", NULL, NULL);
}

/* What the question asks for */

/* Shares are of a total, so the figures must add up over units; a ratio by formula does by its terms. */
static QcdcStatus check_indicator(const Question *question, QcdcError *error)
{
    const char *over_units = qcdc_catalog_get_indicator_text(question->catalog, question->indicator, QCDC_INDICATOR_OVER_UNITS);
    const char *formula = qcdc_catalog_get_indicator_text(question->catalog, question->indicator, QCDC_INDICATOR_FORMULA);
    QcdcNature nature = qcdc_catalog_get_indicator_nature(question->catalog, question->indicator);
    QcdcRefusal refusal = QCDC_REFUSAL_NONE;
    if (over_units == NULL)
        return qcdc_error_set_argument(error, "what is no indicator of the cube");
    if (strcmp(over_units, "sum") == 0 || formula[0] != '\0')
        return QCDC_OK;
    if (nature == QCDC_NATURE_RANK)
        refusal = QCDC_REFUSAL_RANK_SUM;
    else if (nature == QCDC_NATURE_SCORE)
        refusal = QCDC_REFUSAL_SCORE_SUM;
    else if (nature == QCDC_NATURE_RATIO)
        refusal = QCDC_REFUSAL_RATIO_SUM;
    else if (over_units[0] != '\0')
        refusal = QCDC_REFUSAL_OVER_UNITS;
    if (refusal == QCDC_REFUSAL_NONE)
        return QCDC_OK;
    qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "figures that do not add up over units have no shares", NULL, NULL);
    return qcdc_error_refuse(error, refusal);
}

static QcdcStatus read_question(const QcdcCube *cube, const QcdcConcentrationOptions *options, Question *question, QcdcError *error)
{
    QcdcStatus status;
    if (cube == NULL)
        return qcdc_error_set_argument(error, "a pointer is missing");
    options_copy(&question->options, sizeof question->options, options);
    options = &question->options;
    question->cube = cube;
    question->catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube));
    question->unit = no_unit;
    question->weight = no_indicator;
    status = check_indicator(question, error);
    if (status == QCDC_OK && options->unit != NULL)
        status = qcdc_catalog_find_unit(question->catalog, options->unit, question->period, &question->unit, error);
    if (status == QCDC_OK && options->weight != NULL)
        status = qcdc_catalog_find_indicator(question->catalog, options->weight, &question->weight, error);
    if (!qcdc_period_is_valid(options->weight_period))
        question->options.weight_period = question->period;
    return status;
}

/* The units of a question */

static QcdcStatus read_tree(const Question *question, Answer *answer, QcdcError *error)
{
    size_t count, again;
    QcdcStatus status = qcdc_catalog_read_hierarchy(question->catalog, question->options.hierarchy, question->period, NULL, NULL, 0, &count, error);
    if (status != QCDC_OK)
        return status;
    answer->units = g_try_new0(QcdcUnitId, count + 1);
    answer->parents = g_try_new0(QcdcUnitId, count + 1);
    if (answer->units == NULL || answer->parents == NULL)
        return fail_memory(error);
    status = qcdc_catalog_read_hierarchy(question->catalog, question->options.hierarchy, question->period, answer->units, answer->parents, count, &again,
                                         error);
    answer->count = count;
    return status;
}

static bool is_of_level(const Question *question, QcdcUnitId unit)
{
    const char *level = qcdc_catalog_get_unit_text(question->catalog, unit, question->period, QCDC_UNIT_LEVEL);
    return level != NULL && strcmp(level, question->options.level) == 0;
}

static bool is_wanted(const Question *question, QcdcUnitId unit, uint32_t depth)
{
    if (question->options.level == NULL)
        return depth == 2;
    return depth > (question->unit != no_unit ? 1 : 0) && is_of_level(question, unit);
}

/* Parents stand before their children, so that one pass knows who is below whom: the unit asked for, or a root, is at depth 1, its children
 * at 2; at 0 are all others. */
static void keep_wanted(const Question *question, Answer *answer, uint32_t *depths)
{
    size_t kept = 0;
    for (size_t i = 0; i < answer->count; i++) {
        QcdcUnitId unit = answer->units[i], parent = answer->parents[i];
        uint32_t above = parent != no_unit ? depths[parent] : 0;
        bool is_top = question->unit != no_unit ? unit == question->unit : parent == no_unit;
        depths[unit] = is_top ? 1 : above > 0 ? above + 1 : 0;
        if (is_wanted(question, unit, depths[unit])) {
            answer->units[kept] = unit;
            answer->parents[kept++] = parent;
        }
    }
    answer->count = kept;
}

static QcdcStatus find_units(const Question *question, Answer *answer, QcdcError *error)
{
    QcdcStatus status = read_tree(question, answer, error);
    if (status != QCDC_OK)
        return status;
    uint32_t *depths = g_try_new0(uint32_t, qcdc_catalog_get_unit_count(question->catalog) + 1);
    answer->values = g_try_new0(double, answer->count + 1);
    answer->weights = g_try_new0(double, answer->count + 1);
    if (depths != NULL)
        keep_wanted(question, answer, depths);
    g_free(depths);
    return depths == NULL || answer->values == NULL || answer->weights == NULL ? fail_memory(error) : QCDC_OK;
}

/* Their figures */

static bool is_whole(const QcdcCell *cell)
{
    return cell->figure.state == QCDC_FIGURE_VALUED && cell->is_refused == 0 &&
           QCDC_FAULT("concentration-partial", cell->origin != QCDC_ORIGIN_PARTIAL, true);
}

static bool is_estimated(const QcdcCell *cell)
{
    return (cell->figure.status & QCDC_OBSERVATION_CODE_MASK) == QCDC_OBSERVATION_ESTIMATED;
}

static QcdcStatus fail_negative(const Question *question, QcdcUnitId unit, QcdcError *error)
{
    const char *code = qcdc_catalog_get_unit_text(question->catalog, unit, question->period, QCDC_UNIT_CODE);
    return qcdc_error_set(error, QCDC_STATUS_REFUSED, code, 0, 0, "a figure below 0 has no share of a total", NULL, NULL);
}

/* Weights are read first, for whose figure counts depends on them; they may be estimates. */
static QcdcStatus take_weight(const Question *question, const QcdcCell *cell, size_t index, Answer *answer, QcdcError *error)
{
    answer->weights[index] = is_whole(cell) && !cell->figure.is_fraction ? reading_to_number(cell->figure.value) : NAN;
    return answer->weights[index] < 0 ? fail_negative(question, answer->units[index], error) : QCDC_OK;
}

/* NaN where it is no observation. */
static QcdcStatus take_figure(const Question *question, const QcdcCell *cell, size_t index, Answer *answer, QcdcError *error)
{
    const QcdcFigure *figure = &cell->figure;
    bool is_figure = is_whole(cell) && QCDC_FAULT("concentration-estimated", !is_estimated(cell), true);
    if (is_figure && figure->is_fraction && question->weight != no_indicator)
        return qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "a ratio is spread over its denominator and takes no other weight", NULL, NULL);
    answer->values[index] = is_figure ? reading_to_number(figure->value) : NAN;
    if (is_figure && figure->is_fraction)
        answer->weights[index] = reading_to_number(figure->denominator);
    if (answer->values[index] < 0 || answer->weights[index] < 0)
        return fail_negative(question, answer->units[index], error);
    if (is_figure && answer->weights[index] > 0)
        answer->statuses = qcdc_observation_status_merge(answer->statuses, figure->status);
    return QCDC_OK;
}

typedef QcdcStatus (*TakeCell)(const Question *question, const QcdcCell *cell, size_t index, Answer *answer, QcdcError *error);

/* The cells of one indicator, a block at a time. */
static QcdcStatus read_cells(const Question *question, QcdcIndicatorId indicator, QcdcPeriod period, TakeCell take, Answer *answer, QcdcError *error)
{
    QcdcIndicatorId indicators[CELLS];
    QcdcPeriod periods[CELLS];
    QcdcCell cells[CELLS];
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < CELLS; i++) {
        indicators[i] = indicator;
        periods[i] = period;
    }
    for (size_t done = 0, some; done < answer->count && status == QCDC_OK; done += some) {
        some = answer->count - done < CELLS ? answer->count - done : CELLS;
        status = qcdc_cube_read_cells(question->cube, answer->units + done, indicators, periods, NULL, NULL, some, cells, error);
        for (size_t i = 0; i < some && status == QCDC_OK; i++)
            status = take(question, &cells[i], done + i, answer, error);
    }
    return status;
}

static QcdcStatus read_figures(const Question *question, Answer *answer, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < answer->count; i++)
        answer->weights[i] = 1;
    if (question->weight != no_indicator)
        status = read_cells(question, question->weight, question->options.weight_period, take_weight, answer, error);
    if (status == QCDC_OK)
        status = read_cells(question, question->indicator, question->period, take_figure, answer, error);
    return status;
}

/* From the question to the units in the order of their rates. */
static QcdcStatus make_spread(Question *question, const QcdcCube *cube, const QcdcConcentrationOptions *options, Spread *out_spread,
                              QcdcObservationStatus *out_statuses, QcdcError *error)
{
    Answer answer = {0};
    QcdcStatus status = read_question(cube, options, question, error);
    if (status == QCDC_OK)
        status = find_units(question, &answer, error);
    if (status == QCDC_OK)
        status = read_figures(question, &answer, error);
    if (status == QCDC_OK) {
        SpreadArrays arrays = {.values = answer.values, .weights = answer.weights, .groups = answer.parents, .count = answer.count};
        status = spread_make(&arrays, out_spread, error);
        *out_statuses = answer.statuses;
    }
    clear(&answer);
    return status;
}

QcdcStatus qcdc_cube_measure_concentration(const QcdcCube *cube, QcdcIndicatorId indicator, QcdcPeriod period, const QcdcConcentrationOptions *options,
                                           QcdcConcentration *out_concentration, QcdcError *error)
{
    Question question = {.indicator = indicator, .period = period};
    QcdcConcentration concentration = {0};
    Spread spread;
    if (out_concentration == NULL)
        return qcdc_error_set_argument(error, "a pointer is missing");
    QcdcStatus status = make_spread(&question, cube, options, &spread, &concentration.statuses, error);
    if (status != QCDC_OK)
        return status;
    spread_measure(&spread, question.options.largest, &concentration);
    spread_clear(&spread);
    *out_concentration = concentration;
    return QCDC_OK;
}

QcdcStatus qcdc_cube_read_concentration_curve(const QcdcCube *cube, QcdcIndicatorId indicator, QcdcPeriod period,
                                              const QcdcConcentrationOptions *options, QcdcLorenzPoint *out_points, size_t size, size_t *out_count,
                                              QcdcError *error)
{
    Question question = {.indicator = indicator, .period = period};
    QcdcObservationStatus statuses;
    Spread spread;
    if (out_count == NULL || (out_points == NULL && size > 0))
        return qcdc_error_set_argument(error, "a pointer is missing");
    QcdcStatus status = make_spread(&question, cube, options, &spread, &statuses, error);
    if (status != QCDC_OK)
        return status;
    spread_read_curve(&spread, out_points, size);
    *out_count = spread.count + 1;
    spread_clear(&spread);
    return QCDC_OK;
}
