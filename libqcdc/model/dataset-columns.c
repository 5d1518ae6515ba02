/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "dataset-layout-private.h"
#include "kernel/fault-private.h"

/* The columns of a dataset while they grow. A row is counted by @coefficients, which is written last; what is left of a row or of
 * rows that failed before that is cut off. */

bool growing_columns_reserve(GrowingColumns *columns, size_t more)
{
    return array_reserve(&columns->units, more, sizeof(QcdcUnitId)) &&
           array_reserve(&columns->indicators, more, sizeof(QcdcIndicatorId)) &&
           array_reserve(&columns->periods, more, sizeof(QcdcPeriod)) &&
           array_reserve(&columns->coefficients, more, sizeof(int64_t)) &&
           array_reserve(&columns->statuses, more, sizeof(QcdcObservationStatus)) &&
           array_reserve(&columns->scopes, more, sizeof(uint8_t)) && array_reserve(&columns->scenarios, more, sizeof(uint16_t));
}

/* Zeros up to @count items. */
static bool fill_up(Array *column, size_t count, size_t item_size)
{
    if (count <= column->count)
        return true;
    if (!array_reserve(column, count - column->count, item_size))
        return false;
    memset((char *)column->items + column->count * item_size, 0, (count - column->count) * item_size);
    column->count = count;
    return true;
}

/* The entry of @row in a column that may be shorter; zero needs no entry. */
static bool set_entry(Array *column, size_t row, size_t item_size, const void *item, bool is_zero)
{
    return is_zero || (fill_up(column, row, item_size) && array_append(column, item, 1, item_size));
}

static bool set_file(GrowingColumns *columns, size_t row, uint32_t file)
{
    const FileRun *last = columns->files.count > 0 ? &ARRAY_AT(&columns->files, FileRun, columns->files.count - 1) : NULL;
    if (last != NULL ? last->file == file : file == 0)
        return true;
    FileRun run = {(uint32_t)row, file};
    return array_append(&columns->files, &run, 1, sizeof run);
}

static bool set_rare_entries(GrowingColumns *columns, size_t row, const Observation *added)
{
    return set_entry(&columns->fields, row, sizeof added->field, &added->field, added->field == 0) &&
           set_entry(&columns->hedges, row, sizeof added->hedge, &added->hedge, added->hedge == 0) &&
           set_entry(&columns->origins, row, sizeof added->origin, &added->origin, added->origin == 0) &&
           set_entry(&columns->sources, row, sizeof added->source, &added->source, added->source == 0) &&
           set_entry(&columns->lines, row, sizeof added->line, &added->line, added->line == 0) &&
           set_entry(&columns->revisions, row, sizeof added->revision, &added->revision, added->revision == 0) &&
           set_file(columns, row, added->file);
}

static void cut_column(Array *column, size_t count)
{
    column->count = column->count < count ? column->count : count;
}

void growing_columns_cut(GrowingColumns *columns, size_t count)
{
    Array *const all[] = {&columns->units,     &columns->indicators, &columns->periods, &columns->coefficients,
                          &columns->statuses,  &columns->scopes,     &columns->scenarios, &columns->fields,
                          &columns->hedges,    &columns->origins,    &columns->sources, &columns->lines,
                          &columns->revisions};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        cut_column(all[i], QCDC_FAULT("dataset-cut", count, count + 1));
    while (columns->files.count > 0 && ARRAY_AT(&columns->files, FileRun, columns->files.count - 1).first_row >= count)
        columns->files.count--;
}

bool growing_columns_add(GrowingColumns *columns, const Observation *observation)
{
    size_t row = columns->coefficients.count;
    if (!growing_columns_reserve(columns, 1) || !set_rare_entries(columns, row, observation)) {
        growing_columns_cut(columns, row);
        return false;
    }
    /* room is reserved: these do not fail */
    array_append(&columns->units, &observation->unit, 1, sizeof observation->unit);
    array_append(&columns->indicators, &observation->indicator, 1, sizeof observation->indicator);
    array_append(&columns->periods, &observation->period, 1, sizeof observation->period);
    array_append(&columns->statuses, &observation->status, 1, sizeof observation->status);
    array_append(&columns->scopes, &observation->scope, 1, sizeof observation->scope);
    array_append(&columns->scenarios, &observation->scenario, 1, sizeof observation->scenario);
    array_append(&columns->coefficients, &observation->coefficient, 1, sizeof observation->coefficient);
    return true;
}

static void append_or_zero(Array *column, const void *items, size_t count, size_t item_size)
{
    if (items != NULL)
        array_append(column, items, count, item_size);
    else
        fill_up(column, column->count + count, item_size);
}

/* What a row without a value carries as a value is not kept. */
static void clear_absent_values(GrowingColumns *columns, size_t first)
{
    for (size_t i = first; i < columns->coefficients.count; i++) {
        if (is_absence(ARRAY_AT(&columns->statuses, QcdcObservationStatus, i)))
            ARRAY_AT(&columns->coefficients, int64_t, i) = 0;
    }
}

static bool append_revision(Array *revisions, size_t row, size_t count, uint32_t revision)
{
    if (revision == 0)
        return true;
    if (!fill_up(revisions, row + count, sizeof revision))
        return false;
    for (size_t i = row; i < row + count; i++)
        ARRAY_AT(revisions, uint32_t, i) = revision;
    return true;
}

bool growing_columns_append(GrowingColumns *columns, const QcdcColumns *added, uint32_t revision)
{
    size_t count = added->count, row = columns->coefficients.count;
    bool has_fields = added->fields != NULL && count > 0;
    if (!growing_columns_reserve(columns, count) || !set_file(columns, row, 0) ||
        !append_revision(&columns->revisions, row, count, revision) ||
        (has_fields && (!fill_up(&columns->fields, row, sizeof(int32_t)) ||
                        !array_append(&columns->fields, added->fields, count, sizeof(int32_t))))) {
        growing_columns_cut(columns, row);
        return false;
    }
    array_append(&columns->units, added->units, count, sizeof(QcdcUnitId));
    array_append(&columns->indicators, added->indicators, count, sizeof(QcdcIndicatorId));
    array_append(&columns->periods, added->periods, count, sizeof(QcdcPeriod));
    append_or_zero(&columns->statuses, added->statuses, count, sizeof(QcdcObservationStatus));
    append_or_zero(&columns->scopes, added->scopes, count, sizeof(uint8_t));
    append_or_zero(&columns->scenarios, added->scenarios, count, sizeof(uint16_t));
    array_append(&columns->coefficients, added->coefficients, count, sizeof(int64_t));
    clear_absent_values(columns, row);
    return true;
}

/* A column without an entry is NULL, also where rows that failed had made room in it. */
static bool finish_column(Array *column, size_t count, size_t item_size)
{
    if (column->count == 0)
        array_clear(QCDC_FAULT("dataset-column-empty", column, &(Array){0}));
    return column->count == 0 || fill_up(column, count, item_size);
}

bool growing_columns_finish(GrowingColumns *columns)
{
    size_t count = columns->coefficients.count;
    return finish_column(&columns->fields, count, sizeof(int32_t)) && finish_column(&columns->hedges, count, sizeof(uint32_t)) &&
           finish_column(&columns->origins, count, sizeof(uint8_t)) &&
           finish_column(&columns->sources, count, sizeof(uint32_t)) &&
           finish_column(&columns->lines, count, sizeof(int32_t)) &&
           finish_column(&columns->revisions, count, sizeof(uint32_t));
}

DatasetColumns growing_columns_show(const GrowingColumns *columns)
{
    return (DatasetColumns){
        .count = columns->coefficients.count,
        .units = columns->units.items,
        .indicators = columns->indicators.items,
        .periods = columns->periods.items,
        .coefficients = columns->coefficients.items,
        .statuses = columns->statuses.items,
        .scopes = columns->scopes.items,
        .scenarios = columns->scenarios.items,
        .fields = columns->fields.items,
        .hedges = columns->hedges.items,
        .rows = columns->lines.items,
    };
}

void growing_columns_clear(GrowingColumns *columns)
{
    array_clear(&columns->units);
    array_clear(&columns->indicators);
    array_clear(&columns->periods);
    array_clear(&columns->coefficients);
    array_clear(&columns->statuses);
    array_clear(&columns->scopes);
    array_clear(&columns->scenarios);
    array_clear(&columns->fields);
    array_clear(&columns->hedges);
    array_clear(&columns->origins);
    array_clear(&columns->sources);
    array_clear(&columns->lines);
    array_clear(&columns->revisions);
    array_clear(&columns->files);
}
