/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/calendar.h>
#include <stdlib.h>
#include <string.h>

#include "dataset-layout-private.h"
#include "kernel/fault-private.h"

/* Keys (S20: within a load a key occurs once) */

uint32_t key_hash(uint64_t seed, const Key *key)
{
    uint32_t words[] = {key->unit, key->indicator, (uint32_t)key->period.start, (uint32_t)key->period.count,
                        key->period.kind | (uint32_t)key->scope << 8 | (uint32_t)key->scenario << 16};
    return hash_bytes(seed, words, sizeof words);
}

static bool is_same_period(QcdcPeriod left, QcdcPeriod right)
{
    return left.start == right.start && left.count == right.count && left.kind == right.kind;
}

bool key_is(const DatasetColumns *columns, size_t row, const Key *key)
{
    return columns->units[row] == key->unit && columns->indicators[row] == key->indicator &&
           is_same_period(columns->periods[row], key->period) && columns->scopes[row] == key->scope &&
           columns->scenarios[row] == key->scenario;
}

static bool key_equals(const void *context, uint32_t row, const void *key)
{
    return key_is(context, row, key);
}

Key key_at(const DatasetColumns *columns, size_t row)
{
    uint16_t scenario = QCDC_FAULT("dataset-key-scenario", columns->scenarios[row], (uint16_t)0);
    return (Key){columns->units[row], columns->indicators[row], columns->periods[row], columns->scopes[row], scenario};
}

size_t dataset_find(const QcdcDataset *dataset, QcdcUnitId unit, QcdcIndicatorId indicator, QcdcPeriod period, QcdcScope scope,
                    uint16_t scenario)
{
    Key key = {unit, indicator, period, (uint8_t)scope, scenario};
    uint32_t row = hash_index_find(&dataset->keys, key_hash(dataset->seed, &key), key_equals, &dataset->columns, &key);
    return row == UINT32_MAX ? SIZE_MAX : row;
}

/* A row in the words of its file, or of its place among the rows of columns. */
static int32_t get_line(const DatasetColumns *columns, size_t row)
{
    return columns->rows != NULL && columns->rows[row] > 0 ? columns->rows[row] : (int32_t)row + 1;
}

void report_figure(Report *report, const QcdcCatalog *catalog, const Key *key, const Text *complaint)
{
    char period[QCDC_PERIOD_TEXT_SIZE];
    qcdc_period_to_text(key->period, period, sizeof period);
    report->unit = qcdc_catalog_get_unit_text(catalog, key->unit, key->period, QCDC_UNIT_CODE);
    report->indicator = catalog_indicator(catalog, key->indicator)->texts[QCDC_INDICATOR_CODE];
    report->period = period;
    Text name = {0};
    text_append(&name, report->unit);
    text_append(&name, ", ");
    text_append(&name, report->indicator);
    text_append(&name, ", ");
    text_append(&name, period);
    report_fault(report, FINDING_DUPLICATE, QCDC_OBSERVATION_UNIT, "figure", text_get(&name), text_get(complaint),
                 "a figure is told once for each unit, indicator, period, scope and scenario");
    text_clear(&name);
    report->unit = report->indicator = report->period = NULL; /* they do not outlive this call */
}

void report_duplicate(QcdcDatasetBuilder *builder, Report *report, size_t row, size_t earlier)
{
    const DatasetColumns *columns = &builder->batch->columns;
    const Place place = {builder->batch, (uint32_t)row};
    const Key key = key_at(columns, row);
    const char *file = place_file(place);
    report->file = file[0] != '\0' ? file : "columns";
    report->row = get_line(columns, row);
    report->columns = file[0] != '\0' ? builder->columns[place_revision(place) > 0] : NULL;
    report->column_count = QCDC_OBSERVATION_FIELD_END;
    Text complaint = {0};
    text_append(&complaint, "is there already, in row ");
    text_append_number(&complaint, get_line(columns, earlier));
    report_figure(report, builder->dataset->catalog, &key, &complaint);
    text_clear(&complaint);
}

static bool index_keys(QcdcDatasetBuilder *builder, Report *report)
{
    QcdcDataset *dataset = builder->dataset;
    for (size_t row = 0; row < dataset->columns.count; row++) {
        Key key = key_at(&dataset->columns, row);
        uint32_t hash = key_hash(dataset->seed, &key);
        uint32_t earlier = hash_index_find(&dataset->keys, hash, key_equals, &dataset->columns, &key);
        if (earlier != UINT32_MAX)
            report_duplicate(builder, report, row, earlier);
        else if (!hash_index_add(&dataset->keys, hash, (uint32_t)row))
            return false;
    }
    return true;
}

/* Periods */

static uint32_t hash_period(uint64_t seed, QcdcPeriod period)
{
    uint32_t words[] = {(uint32_t)period.start, (uint32_t)period.count, period.kind};
    return hash_bytes(seed, words, sizeof words);
}

static bool period_equals(const void *context, uint32_t item, const void *key)
{
    return is_same_period(ARRAY_AT((const Array *)context, const QcdcPeriod, item), *(const QcdcPeriod *)key);
}

static int compare_periods(const void *left, const void *right)
{
    return qcdc_period_compare(*(const QcdcPeriod *)left, *(const QcdcPeriod *)right);
}

static bool add_period(QcdcDataset *dataset, HashIndex *known, QcdcPeriod period)
{
    uint32_t hash = hash_period(dataset->seed, period);
    if (hash_index_find(known, hash, period_equals, &dataset->periods, &period) != UINT32_MAX)
        return true;
    uint32_t number = (uint32_t)dataset->periods.count;
    return array_append(&dataset->periods, &period, 1, sizeof period) && hash_index_add(known, hash, number);
}

/* D12: the last last day, then the first first day, then the canonical order. */
static bool is_later(QcdcPeriod left, QcdcPeriod right)
{
    int32_t first, last, right_first, right_last;
    if (right.kind == QCDC_PERIOD_NONE)
        return true;
    qcdc_calendar_get_days(NULL, left, &first, &last, NULL);
    qcdc_calendar_get_days(NULL, right, &right_first, &right_last, NULL);
    if (last != right_last)
        return last > right_last;
    if (first != right_first)
        return QCDC_FAULT("dataset-latest-longest", first < right_first, first > right_first);
    return qcdc_period_compare(left, right) < 0;
}

static bool gather_periods(QcdcDataset *dataset)
{
    const DatasetColumns *columns = &dataset->columns;
    HashIndex known = {0};
    bool is_done = true;
    QcdcPeriod last = {0}, last_actual = {0}; /* neighbours are often of one period */
    for (size_t row = 0; is_done && row < columns->count; row++) {
        QcdcPeriod period = columns->periods[row];
        if (!is_same_period(period, last))
            is_done = add_period(dataset, &known, period);
        if (columns->scenarios[row] == 0 && !is_same_period(period, last_actual)) {
            dataset->latest = is_later(period, dataset->latest) ? period : dataset->latest;
            last_actual = period;
        }
        last = period;
    }
    if (dataset->periods.count > 0)
        qsort(dataset->periods.items, dataset->periods.count, sizeof(QcdcPeriod), compare_periods);
    hash_index_clear(&known);
    return is_done;
}

/* Base kinds (D14) */

/* The finer of two kinds that tile; @kind may be any. */
static uint8_t take_finer(uint8_t finest, uint8_t kind)
{
    bool is_tile = kind == QCDC_PERIOD_MONTH || kind == QCDC_PERIOD_QUARTER || kind == QCDC_PERIOD_HALF ||
                   kind == QCDC_PERIOD_YEAR;
    return is_tile && (finest == QCDC_PERIOD_NONE || kind < finest) ? kind : finest;
}

/* The declared frequency, else the finest among actual own observations, else among all. */
static bool find_base_kinds(QcdcDataset *dataset)
{
    const DatasetColumns *columns = &dataset->columns;
    size_t count = catalog_indicator_count(dataset->catalog);
    dataset->base_kinds = memory_try_new(count, 1);
    uint8_t *of_all = memory_try_new(count, 1);
    bool is_done = dataset->base_kinds != NULL && of_all != NULL;
    for (size_t row = 0; is_done && row < columns->count; row++) {
        QcdcIndicatorId indicator = columns->indicators[row];
        uint8_t kind = columns->periods[row].kind;
        bool is_actual_own = columns->scenarios[row] == 0 && columns->scopes[row] == QCDC_SCOPE_OWN;
        of_all[indicator] = take_finer(of_all[indicator], kind);
        if (is_actual_own)
            dataset->base_kinds[indicator] = take_finer(dataset->base_kinds[indicator], kind);
    }
    for (size_t i = 0; is_done && i < count; i++) {
        QcdcPeriodKind frequency = catalog_indicator(dataset->catalog, (QcdcIndicatorId)i)->frequency;
        if (frequency != QCDC_PERIOD_NONE)
            dataset->base_kinds[i] = (uint8_t)frequency;
        else if (dataset->base_kinds[i] == QCDC_PERIOD_NONE)
            dataset->base_kinds[i] = of_all[i];
    }
    qcdc_free(of_all);
    return is_done;
}

bool dataset_gather(QcdcDataset *dataset)
{
    return gather_periods(dataset) && find_base_kinds(dataset);
}

bool dataset_index(QcdcDatasetBuilder *builder, Report *report)
{
    QcdcDataset *dataset = builder->dataset;
    Batch *batch = builder->batch;
    if (!growing_columns_finish(&batch->growing))
        return false;
    batch->columns = growing_columns_show(&batch->growing);
    dataset->seed = hash_draw_seed();
    if (builder->earlier != NULL || batch->growing.revisions.count > 0)
        return dataset_pick(builder, report) && dataset_gather(dataset);
    dataset->columns = batch->columns;
    return index_keys(builder, report) && dataset_gather(dataset);
}
