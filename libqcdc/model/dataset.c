/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib.h>
#include <string.h>

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
    batch_unref(dataset->batch);
    array_clear(&dataset->places);
    growing_columns_clear(&dataset->picked);
    string_pool_clear(&dataset->words);
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

QcdcStatus qcdc_dataset_get_observation(const QcdcDataset *dataset, size_t index, QcdcObservation *out_observation,
                                        QcdcError *error)
{
    if (dataset == NULL || out_observation == NULL || index >= dataset->columns.count)
        return refuse_argument(error, "no dataset, no place for the observation, or an index past the end");
    dataset_read_place(dataset, dataset_place(dataset, index), out_observation);
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
    return string_pool_get(dataset->is_picked ? &dataset->words : &dataset->batch->strings, id);
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
    return place_attributes(dataset_place(dataset, row), out_count);
}

const char *dataset_origin(const QcdcDataset *dataset, size_t row)
{
    return place_origin(dataset_place(dataset, row));
}

const char *dataset_source(const QcdcDataset *dataset, size_t row)
{
    return place_source(dataset_place(dataset, row));
}

const char *dataset_file(const QcdcDataset *dataset, size_t row)
{
    return place_file(dataset_place(dataset, row));
}

static const Attribute *get_attributes(const QcdcDataset *dataset, size_t index, size_t *out_count)
{
    *out_count = 0;
    return dataset != NULL && index < dataset->columns.count ? dataset_attributes(dataset, index, out_count) : NULL;
}

const char *qcdc_dataset_get_attribute(const QcdcDataset *dataset, size_t index, const char *name)
{
    size_t count;
    const Attribute *attributes = get_attributes(dataset, index, &count);
    if (dataset == NULL || name == NULL || index >= dataset->columns.count)
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (strcmp(attributes[i].name, name) == 0)
            return attributes[i].value;
    return "";
}

const char *qcdc_dataset_get_attribute_name(const QcdcDataset *dataset, size_t index, size_t number)
{
    size_t count;
    const Attribute *attributes = get_attributes(dataset, index, &count);
    return number < count ? attributes[number].name : NULL;
}
