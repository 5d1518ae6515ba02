/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib.h>

#include "dataset-layout-private.h"

/* Batches of rows, and where a row lies in them. */

Batch *batch_new(Batch *earlier)
{
    Batch *batch = memory_try_new(1, sizeof *batch);
    if (batch == NULL)
        return NULL;
    batch->reference_count = 1;
    batch->earlier = batch_ref(earlier);
    return batch;
}

Batch *batch_ref(Batch *batch)
{
    if (batch != NULL)
        g_atomic_int_inc(&batch->reference_count);
    return batch;
}

/* One after the other: there may be as many as there were corrections. */
void batch_unref(Batch *batch)
{
    while (batch != NULL && g_atomic_int_dec_and_test(&batch->reference_count)) {
        Batch *earlier = batch->earlier;
        growing_columns_clear(&batch->growing);
        string_pool_clear(&batch->strings);
        attribute_table_clear(&batch->attributes);
        qcdc_free(batch->replaced);
        qcdc_free(batch);
        batch = earlier;
    }
}

Place dataset_place(const QcdcDataset *dataset, size_t row)
{
    return dataset->is_picked ? ARRAY_AT(&dataset->places, Place, row) : (Place){dataset->batch, (uint32_t)row};
}

uint32_t place_revision(Place place)
{
    const uint32_t *revisions = place.batch->growing.revisions.items;
    return revisions != NULL ? revisions[place.row] : 0;
}

Place place_replaced(Place place)
{
    const Batch *batch = place.batch;
    bool is_correction = batch->replaced != NULL && place.row >= batch->first_correction;
    return is_correction ? batch->replaced[place.row - batch->first_correction] : (Place){NULL, 0};
}

const char *place_origin(Place place)
{
    const uint8_t *origins = place.batch->growing.origins.items;
    return origin_names()[origins != NULL ? origins[place.row] : 0];
}

const char *place_source(Place place)
{
    const uint32_t *sources = place.batch->growing.sources.items;
    return string_pool_get(&place.batch->strings, sources != NULL ? sources[place.row] : 0);
}

const char *place_file(Place place)
{
    const Array *files = &place.batch->growing.files;
    size_t low = 0, high = files->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (ARRAY_AT(files, const FileRun, middle).first_row <= place.row)
            low = middle + 1;
        else
            high = middle;
    }
    return string_pool_get(&place.batch->strings, low > 0 ? ARRAY_AT(files, const FileRun, low - 1).file : 0);
}

Observation place_observe(Place place)
{
    const DatasetColumns *columns = &place.batch->columns;
    uint32_t row = place.row;
    return (Observation){
        .unit = columns->units[row],
        .indicator = columns->indicators[row],
        .period = columns->periods[row],
        .coefficient = columns->coefficients[row],
        .status = columns->statuses[row],
        .scope = columns->scopes[row],
        .scenario = columns->scenarios[row],
        .field = columns->fields != NULL ? columns->fields[row] : 0,
        .line = columns->rows != NULL ? columns->rows[row] : 0,
        .hedge = columns->hedges != NULL ? columns->hedges[row] : 0,
    };
}

const Attribute *place_attributes(Place place, size_t *out_count)
{
    return attribute_table_get(&place.batch->attributes, place.row, out_count);
}

static QcdcDecimal get_value(const QcdcDataset *dataset, Place place)
{
    const DatasetColumns *columns = &place.batch->columns;
    return (QcdcDecimal){.coefficient = columns->coefficients[place.row],
                         .decimals = catalog_indicator(dataset->catalog, columns->indicators[place.row])->decimals};
}

void dataset_read_place(const QcdcDataset *dataset, Place place, QcdcObservation *out_observation)
{
    const DatasetColumns *columns = &place.batch->columns;
    uint32_t row = place.row;
    *out_observation = (QcdcObservation){
        .unit = columns->units[row],
        .indicator = columns->indicators[row],
        .period = columns->periods[row],
        .value = get_value(dataset, place),
        .status = columns->statuses[row],
        .scope = columns->scopes[row],
        .scenario = columns->scenarios[row],
        .field = columns->fields != NULL ? columns->fields[row] : 0,
        .hedge = string_pool_get(&place.batch->strings, columns->hedges != NULL ? columns->hedges[row] : 0),
        .origin = place_origin(place),
        .source = place_source(place),
        .file = place_file(place),
        .row = columns->rows != NULL ? columns->rows[row] : 0,
        .revision = place_revision(place),
    };
}
