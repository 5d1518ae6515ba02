/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include <glib.h>

#include "kernel/fault-private.h"
#include "stats/outlier-private.h"
#include "stats/workers-private.h"

static QcdcStatus fail_memory(QcdcError *error)
{
    return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory to look for outliers", NULL, NULL);
}

/* Keys of a row of cells, and the cells. */
typedef struct Row {
    QcdcUnitId *units;
    QcdcIndicatorId *indicators;
    QcdcPeriod *periods;
    uint8_t *scopes;
    size_t *places, count; /* in the table's periods */
    QcdcCell *totals, *owns;
} Row;

static void row_end(Row *row)
{
    g_free(row->units);
    g_free(row->indicators);
    g_free(row->periods);
    g_free(row->scopes);
    g_free(row->places);
    g_free(row->totals);
    g_free(row->owns);
}

static bool row_begin(Row *row, const OutlierTable *table)
{
    size_t count = table->period_count;
    *row = (Row){.units = g_try_new(QcdcUnitId, count), .indicators = g_try_new(QcdcIndicatorId, count), .periods = g_try_new(QcdcPeriod, count),
                 .scopes = g_try_new(uint8_t, count), .places = g_try_new(size_t, count), .totals = g_try_new(QcdcCell, count),
                 .owns = g_try_new(QcdcCell, count)};
    if (row->units == NULL || row->indicators == NULL || row->periods == NULL || row->scopes == NULL || row->places == NULL || row->totals == NULL ||
        row->owns == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        if (table->periods[i].kind != QCDC_PERIOD_NONE) {
            row->indicators[row->count] = table->indicator;
            row->periods[row->count] = table->periods[i];
            row->scopes[row->count] = QCDC_SCOPE_OWN;
            row->places[row->count++] = i;
        }
    return true;
}

/* Whether somebody added it up; what is known of the unit itself is then its own. */
static bool is_sum(const QcdcCell *cell)
{
    return cell->origin != QCDC_ORIGIN_OWN && cell->origin != QCDC_ORIGIN_REPORTED_TOTAL && cell->origin != QCDC_ORIGIN_NONE;
}

static bool is_observation(const QcdcCell *cell)
{
    unsigned code = cell->figure.status & QCDC_OBSERVATION_CODE_MASK;
    bool is_firm = code == QCDC_OBSERVATION_NORMAL || code == QCDC_OBSERVATION_PROVISIONAL;
    bool is_whole = cell->origin == QCDC_ORIGIN_OWN || cell->origin == QCDC_ORIGIN_SUM || cell->origin == QCDC_ORIGIN_REPORTED_TOTAL;
    return cell->figure.state == QCDC_FIGURE_VALUED && !cell->figure.is_fraction && !cell->is_refused && !cell->is_hedged &&
           QCDC_FAULT("outlier-firm", is_firm, true) && is_whole && (cell->figure.status & QCDC_OBSERVATION_DEFINITION) == 0;
}

static void put_cell(OutlierTable *table, size_t at, const QcdcCell *cell, bool is_total)
{
    table->values[at] = is_observation(cell) ? (double)cell->figure.value.coefficient : NAN;
    table->marks[at] = (is_total ? MARK_TOTAL : 0) | ((cell->figure.status & QCDC_OBSERVATION_BREAK) != 0 ? MARK_BREAK : 0);
}

static QcdcStatus load_unit(OutlierTable *table, Row *row, size_t unit, QcdcError *error)
{
    bool has_sums = false;
    for (size_t i = 0; i < row->count; i++)
        row->units[i] = (QcdcUnitId)unit;
    QcdcStatus status = qcdc_cube_read_cells(table->cube, row->units, row->indicators, row->periods, NULL, NULL, row->count, row->totals, error);
    for (size_t i = 0; status == QCDC_OK && i < row->count; i++)
        has_sums = has_sums || is_sum(&row->totals[i]);
    if (status == QCDC_OK && has_sums && !table->takes_sums)
        status = qcdc_cube_read_cells(table->cube, row->units, row->indicators, row->periods, row->scopes, NULL, row->count, row->owns, error);
    for (size_t i = 0; status == QCDC_OK && i < row->count; i++) {
        bool is_own = is_sum(&row->totals[i]) && !table->takes_sums;
        const QcdcCell *cell = is_own ? &row->owns[i] : &row->totals[i];
        put_cell(table, unit * table->period_count + row->places[i], cell, !is_own && cell->origin != QCDC_ORIGIN_OWN);
    }
    return status;
}

static QcdcStatus load_units(void *context, size_t first, size_t count, QcdcError *error)
{
    OutlierTable *table = context;
    Row row;
    QcdcStatus status = row_begin(&row, table) ? QCDC_OK : fail_memory(error);
    for (size_t unit = first; status == QCDC_OK && unit < first + count; unit++)
        status = load_unit(table, &row, unit, error);
    row_end(&row);
    return status;
}

QcdcStatus outlier_table_load(OutlierTable *table, QcdcError *error)
{
    size_t cells, spreads;
    if (__builtin_mul_overflow(table->unit_count, table->period_count, &cells) ||
        __builtin_mul_overflow(table->unit_count, (size_t)VIEW_END, &spreads))
        return fail_memory(error);
    table->values = g_try_new(double, cells + 1); /* of no units too */
    table->parts[0] = g_try_new(Foretold, cells + 1);
    table->parts[1] = g_try_new(Foretold, cells + 1);
    table->marks = g_try_new0(uint8_t, cells + 1);
    table->spreads = g_try_new0(Spread, spreads + 1);
    if (table->values == NULL || table->parts[0] == NULL || table->parts[1] == NULL || table->marks == NULL || table->spreads == NULL)
        return fail_memory(error);
    for (size_t i = 0; i < cells; i++) {
        table->values[i] = NAN;
        table->parts[0][i] = table->parts[1][i] = (Foretold){.mean = NAN};
    }
    return workers_run(load_units, table, table->unit_count, table->threads, error);
}

void outlier_table_clear(OutlierTable *table)
{
    g_free(table->values);
    g_free(table->parts[0]);
    g_free(table->parts[1]);
    g_free(table->marks);
    g_free(table->spreads);
    table->values = NULL;
    table->parts[0] = table->parts[1] = NULL;
    table->marks = NULL;
    table->spreads = NULL;
    peers_clear_factors(&table->factors[0]);
    peers_clear_factors(&table->factors[1]);
}
