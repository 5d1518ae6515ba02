/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib.h>

#include "dataset-layout-private.h"

static const char *const field_names[QCDC_OBSERVATION_FIELD_END] = {
    "unit", "indicator", "period", "value", "obs_status", "scope", "scenario", "hedge", "field", "origin", "source",
};

const char *qcdc_observation_field_to_name(QcdcObservationField field)
{
    return (unsigned)field < QCDC_OBSERVATION_FIELD_END ? field_names[field] : NULL;
}

QcdcDataset *qcdc_dataset_ref(QcdcDataset *dataset)
{
    if (dataset != NULL)
        g_atomic_int_inc(&dataset->reference_count);
    return dataset;
}

static void free_dataset(QcdcDataset *dataset)
{
    growing_columns_clear(&dataset->growing);
    string_pool_clear(&dataset->strings);
    attribute_table_clear(&dataset->attributes);
    hash_index_clear(&dataset->keys);
    array_clear(&dataset->periods);
    qcdc_free(dataset->base_kinds);
    qcdc_catalog_unref(dataset->catalog);
    qcdc_free(dataset);
}

void qcdc_dataset_unref(QcdcDataset *dataset)
{
    if (dataset != NULL && g_atomic_int_dec_and_test(&dataset->reference_count))
        free_dataset(dataset);
}

QcdcCatalog *qcdc_dataset_get_catalog(const QcdcDataset *dataset)
{
    return dataset == NULL ? NULL : dataset->catalog;
}

size_t qcdc_dataset_get_count(const QcdcDataset *dataset)
{
    return dataset == NULL ? 0 : dataset->columns.count;
}

static QcdcStatus refuse_argument(QcdcError *error, const char *what)
{
    return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, what, NULL, NULL);
}

static QcdcDecimal get_value(const QcdcDataset *dataset, size_t row)
{
    const DatasetColumns *columns = &dataset->columns;
    return (QcdcDecimal){.coefficient = columns->coefficients[row],
                         .decimals = catalog_indicator(dataset->catalog, columns->indicators[row])->decimals};
}

QcdcStatus qcdc_dataset_get_observation(const QcdcDataset *dataset, size_t index, QcdcObservation *out_observation,
                                        QcdcError *error)
{
    if (dataset == NULL || out_observation == NULL || index >= dataset->columns.count)
        return refuse_argument(error, "no dataset, no place for the observation, or an index past the end");
    const DatasetColumns *columns = &dataset->columns;
    *out_observation = (QcdcObservation){
        .unit = columns->units[index],
        .indicator = columns->indicators[index],
        .period = columns->periods[index],
        .value = get_value(dataset, index),
        .status = columns->statuses[index],
        .scope = columns->scopes[index],
        .scenario = columns->scenarios[index],
        .field = columns->fields != NULL ? columns->fields[index] : 0,
        .hedge = dataset_string(dataset, columns->hedges != NULL ? columns->hedges[index] : 0),
        .origin = dataset_origin(dataset, index),
        .source = dataset_source(dataset, index),
        .file = dataset_file(dataset, index),
        .row = columns->rows != NULL ? columns->rows[index] : 0,
    };
    return QCDC_OK;
}

QcdcStatus qcdc_dataset_get_latest_period(const QcdcDataset *dataset, QcdcPeriod *out_period, QcdcError *error)
{
    if (dataset == NULL || out_period == NULL)
        return refuse_argument(error, "no dataset, or no place for the period");
    if (dataset->latest.kind == QCDC_PERIOD_NONE)
        return qcdc_error_set(error, QCDC_STATUS_NOT_FOUND, NULL, 0, 0, "there is no actual observation", NULL, NULL);
    *out_period = dataset->latest;
    return QCDC_OK;
}

/* Questions of the layers above */

const DatasetColumns *dataset_columns(const QcdcDataset *dataset)
{
    return &dataset->columns;
}

const char *dataset_string(const QcdcDataset *dataset, uint32_t id)
{
    return string_pool_get(&dataset->strings, id);
}

size_t dataset_period_count(const QcdcDataset *dataset)
{
    return dataset->periods.count;
}

const QcdcPeriod *dataset_periods(const QcdcDataset *dataset)
{
    return dataset->periods.items;
}

QcdcPeriodKind dataset_base_kind(const QcdcDataset *dataset, QcdcIndicatorId indicator)
{
    return (QcdcPeriodKind)dataset->base_kinds[indicator];
}

const Attribute *dataset_attributes(const QcdcDataset *dataset, size_t row, size_t *out_count)
{
    return attribute_table_get(&dataset->attributes, (uint32_t)row, out_count);
}

const char *dataset_origin(const QcdcDataset *dataset, size_t row)
{
    const uint8_t *origins = dataset->growing.origins.items;
    return origin_names()[origins != NULL ? origins[row] : 0];
}

const char *dataset_source(const QcdcDataset *dataset, size_t row)
{
    const uint32_t *sources = dataset->growing.sources.items;
    return dataset_string(dataset, sources != NULL ? sources[row] : 0);
}

const char *dataset_file(const QcdcDataset *dataset, size_t row)
{
    const Array *files = &dataset->growing.files;
    size_t low = 0, high = files->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (ARRAY_AT(files, const FileRun, middle).first_row <= row)
            low = middle + 1;
        else
            high = middle;
    }
    return dataset_string(dataset, low > 0 ? ARRAY_AT(files, const FileRun, low - 1).file : 0);
}
