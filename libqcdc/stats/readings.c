/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/readings-private.h"

#include <math.h>

#include <glib.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"

QcdcStatus readings_check(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count, const void *outputs,
                          QcdcError *error)
{
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube));
    if (cube == NULL || (count > 0 && (units == NULL || indicators == NULL || outputs == NULL)))
        return qcdc_error_set_argument(error, "a pointer is missing");
    for (size_t i = 0; i < count; i++)
        if (units[i] >= qcdc_catalog_get_unit_count(catalog) || indicators[i] >= qcdc_catalog_get_indicator_count(catalog))
            return qcdc_error_set_argument(error, "a unit or indicator that the catalog does not have");
    return QCDC_OK;
}

QcdcStatus readings_init(Readings *readings, const QcdcCube *cube, size_t count, QcdcError *error)
{
    *readings = (Readings){
        .cube = cube,
        .count = count,
        .periods = g_try_new0(QcdcPeriod, count + 1),
        .values = g_try_new(double, count + 1),
        .units = g_try_new(QcdcUnitId, count + 1),
        .indicators = g_try_new(QcdcIndicatorId, count + 1),
        .held = g_try_new(QcdcPeriod, count + 1),
        .places = g_try_new(size_t, count + 1),
        .cells = g_try_new(QcdcCell, count + 1),
    };
    if (readings->periods != NULL && readings->values != NULL && readings->units != NULL && readings->indicators != NULL && readings->held != NULL &&
        readings->places != NULL && readings->cells != NULL)
        return QCDC_OK;
    readings_clear(readings);
    return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory for the periods of a series", NULL, NULL);
}

void readings_clear(Readings *readings)
{
    g_free(readings->periods);
    g_free(readings->values);
    g_free(readings->units);
    g_free(readings->indicators);
    g_free(readings->held);
    g_free(readings->places);
    g_free(readings->cells);
    *readings = (Readings){0};
}

/* The cube's periods stand in the order that periods are compared by. */
static bool is_held(const QcdcCube *cube, QcdcPeriod period)
{
    size_t low = 0, high = qcdc_cube_get_period_count(cube);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = qcdc_period_compare(qcdc_cube_get_period(cube, middle), period);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

void readings_settle(Readings *readings)
{
    readings->held_count = 0;
    for (size_t i = 0; i < readings->count; i++)
        if (is_held(readings->cube, readings->periods[i])) {
            readings->held[readings->held_count] = readings->periods[i];
            readings->places[readings->held_count++] = i;
        }
}

double reading_to_number(QcdcDecimal decimal)
{
    double power = 1;
    for (unsigned i = 0; i < decimal.decimals; i++)
        power *= 10;
    return (double)decimal.coefficient / power;
}

/* Of a ratio by formula the ratio in its measure. */
static double get_number(const QcdcFigure *figure)
{
    double number = reading_to_number(figure->value);
    if (!figure->is_fraction)
        return number;
    for (unsigned i = 0; i < figure->power; i++)
        number *= 10;
    return number / reading_to_number(figure->denominator);
}

static bool is_observation(const QcdcCell *cell)
{
    unsigned code = cell->figure.status & QCDC_OBSERVATION_CODE_MASK;
    bool is_whole = cell->origin != QCDC_ORIGIN_PARTIAL && cell->origin != QCDC_ORIGIN_CARRIED && !cell->is_refused;
    bool is_firm = code == QCDC_OBSERVATION_NORMAL || code == QCDC_OBSERVATION_PROVISIONAL;
    return QCDC_FAULT("readings-whole", is_whole, true) && QCDC_FAULT("readings-estimated", is_firm, true) && (cell->figure.status & QCDC_OBSERVATION_DEFINITION) == 0;
}

static bool is_valued(const QcdcCell *cell)
{
    return cell->figure.state == QCDC_FIGURE_VALUED && !(cell->figure.is_fraction && cell->figure.denominator.coefficient == 0);
}

QcdcStatus readings_read(Readings *readings, QcdcUnitId unit, QcdcIndicatorId indicator, QcdcError *error)
{
    for (size_t i = 0; i < readings->held_count; i++) {
        readings->units[i] = unit;
        readings->indicators[i] = indicator;
    }
    QcdcStatus status =
        qcdc_cube_read_cells(readings->cube, readings->units, readings->indicators, readings->held, NULL, NULL, readings->held_count, readings->cells, error);
    if (status != QCDC_OK)
        return status;
    readings->left_out = 0;
    readings->has_break = false;
    for (size_t i = 0; i < readings->count; i++)
        readings->values[i] = NAN;
    for (size_t i = 0; i < readings->held_count; i++) {
        const QcdcCell *cell = &readings->cells[i];
        if (!is_valued(cell))
            continue;
        readings->has_break = readings->has_break || (cell->figure.status & QCDC_OBSERVATION_BREAK) != 0;
        if (is_observation(cell))
            readings->values[readings->places[i]] = get_number(&cell->figure);
        else
            readings->left_out++;
    }
    return QCDC_OK;
}

void readings_cut_at_break(Readings *readings)
{
    size_t start = 0;
    for (size_t i = 0; readings->has_break && i < readings->held_count; i++)
        if (is_valued(&readings->cells[i]) && (readings->cells[i].figure.status & QCDC_OBSERVATION_BREAK) != 0)
            start = QCDC_FAULT("readings-break", readings->places[i], 0);
    for (size_t i = 0; i < start; i++) {
        readings->left_out += !isnan(readings->values[i]);
        readings->values[i] = NAN;
    }
}
