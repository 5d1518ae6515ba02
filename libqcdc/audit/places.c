/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/places-private.h"

#include "kernel/fault-private.h"
#include "kernel/observation-private.h"

/* Rows of one place are equal in this. */
typedef struct PlaceIndex {
    const DatasetColumns *columns;
    HashIndex index; /* by place: the row that was its first */
    uint64_t seed;
} PlaceIndex;

static bool is_same_place(const void *context, uint32_t item, const void *key)
{
    const DatasetColumns *columns = context;
    size_t row = *(const size_t *)key;

    return columns->units[item] == columns->units[row] && columns->scenarios[item] == columns->scenarios[row] &&
           qcdc_period_equals(columns->periods[item], columns->periods[row]);
}

static uint32_t hash_place(const PlaceIndex *index, size_t row)
{
    QcdcPeriod period = index->columns->periods[row];
    const uint32_t key[] = { index->columns->units[row], index->columns->scenarios[row], (uint32_t)period.start,
                             (uint32_t)period.count, (uint32_t)period.kind };

    return hash_bytes(index->seed, key, sizeof key);
}

/* The number of the row's place, a new one if it is the first there; false when out of memory. */
static bool number_row(PlaceIndex *index, Places *places, size_t row)
{
    uint32_t hash = hash_place(index, row);
    uint32_t first = hash_index_find(&index->index, hash, is_same_place, index->columns, &row);

    places->of_row[row] = first != UINT32_MAX ? places->of_row[first] : (uint32_t)places->count;
    if (first != UINT32_MAX)
        return true;
    places->count++;
    return hash_index_add(&index->index, hash, (uint32_t)row);
}

static bool number_places(const Check *check, Places *places)
{
    PlaceIndex index = { .columns = check->columns, .seed = hash_draw_seed() };
    bool has_memory = true;

    for (size_t row = 0; row < check->columns->count && has_memory; row++)
        if (!qcdc_observation_status_is_missing(check->columns->statuses[row]))
            has_memory = number_row(&index, places, row);
    hash_index_clear(&index.index);
    return has_memory;
}

static void sort_rows(const Check *check, Places *places)
{
    const DatasetColumns *columns = check->columns;
    size_t indicator_count = catalog_indicator_count(check->catalog);

    for (size_t row = 0; row < columns->count; row++)
        if (!qcdc_observation_status_is_missing(columns->statuses[row]))
            places->starts[columns->indicators[row] + 1]++;
    for (size_t k = 0; k < indicator_count; k++)
        places->starts[k + 1] += places->starts[k];
    for (size_t row = 0; row < columns->count; row++)
        if (!qcdc_observation_status_is_missing(columns->statuses[row]))
            places->rows[places->starts[columns->indicators[row]]++] = (uint32_t)row;
    /* Each start has moved to its end, which is the start of the next. */
    for (size_t k = indicator_count; k > 0; k--)
        places->starts[k] = places->starts[k - 1];
    places->starts[0] = 0;
}

static QcdcStatus places_make(const Check *check, Places **out_places)
{
    size_t rows = check->columns->count;
    Places *places = memory_try_new(1, sizeof *places);
    bool has_memory = places != NULL;

    if (has_memory) {
        places->of_row = memory_try_new(rows, sizeof *places->of_row);
        places->rows = memory_try_new(rows, sizeof *places->rows);
        places->starts = memory_try_new(catalog_indicator_count(check->catalog) + 1, sizeof *places->starts);
        has_memory = places->of_row != NULL && places->rows != NULL && places->starts != NULL && number_places(check, places);
    }
    if (has_memory) {
        places->walks = memory_try_new(places->count, sizeof *places->walks);
        has_memory = places->walks != NULL;
    }
    if (!has_memory) {
        places_free(places);
        return memory_fail(check->error);
    }
    sort_rows(check, places);
    *out_places = places;
    return QCDC_OK;
}

void places_free(Places *places)
{
    if (places == NULL)
        return;
    qcdc_free(places->of_row);
    qcdc_free(places->rows);
    qcdc_free(places->starts);
    qcdc_free(places->walks);
    qcdc_free(places);
}

static bool comes_first(Places *places, size_t row)
{
    uint32_t *last = &places->walks[places->of_row[row]];
    bool is_first = *last != places->walk;

    *last = places->walk;
    return QCDC_FAULT("places-once", is_first, true);
}

QcdcStatus places_visit(Check *check, const QcdcIndicatorId *indicators, size_t count, PlaceVisit visit, void *data)
{
    QcdcStatus status = check->places == NULL ? places_make(check, &check->places) : QCDC_OK;
    Places *places = check->places;

    if (status != QCDC_OK)
        return status;
    places->walk++;
    for (size_t k = 0; k < count; k++)
        for (uint32_t at = places->starts[indicators[k]]; at < places->starts[indicators[k] + 1] && status == QCDC_OK; at++) {
            CellKey key = check_row_key(check, places->rows[at]);
            key.scope = QCDC_SCOPE_TOTAL;
            if (comes_first(places, places->rows[at]))
                status = visit(check, &key, places->rows[at], data);
        }
    return status;
}
