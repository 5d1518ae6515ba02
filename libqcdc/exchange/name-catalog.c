/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/name-catalog-private.h"

#include <string.h>

typedef struct NameReader {
    QcdcCatalogBuilder *builder;
    StringPool units, indicators; /* names that were added */
    QcdcError *error;
} NameReader;

/* True the first time a name that is not empty comes. */
static bool is_new(StringPool *pool, const char *name)
{
    return name != NULL && name[0] != '\0' && string_pool_find(pool, name, strlen(name)) == UINT32_MAX;
}

/* A fault of the row was told already when it was read in earnest; only lack of memory matters here. */
static QcdcStatus remember(NameReader *reader, StringPool *pool, const char *name, QcdcStatus status)
{
    if (status == QCDC_OK && string_pool_keep(pool, name, strlen(name)) == NULL)
        return memory_fail(reader->error);
    return status == QCDC_STATUS_MEMORY ? status : QCDC_OK;
}

static QcdcStatus add_unit_name(NameReader *reader, const char *name)
{
    const char *values[] = {
        [QCDC_UNIT_CODE] = name, [QCDC_UNIT_NAME] = name, [QCDC_UNIT_LEVEL] = "0"
    };
    QcdcRecord record = { .values = values, .value_count = sizeof values / sizeof values[0] };

    if (!is_new(&reader->units, name))
        return QCDC_OK;
    return remember(reader, &reader->units, name,
                    qcdc_catalog_builder_add_unit(reader->builder, &record, NULL, reader->error));
}

static QcdcStatus take_unit(void *data, const QcdcRecord *record)
{
    QcdcStatus status = add_unit_name(data, record->values[QCDC_UNIT_CODE]);

    return status != QCDC_OK ? status : add_unit_name(data, record->values[QCDC_UNIT_IDENTITY]);
}

static QcdcStatus add_indicator(NameReader *reader, const char *code, const char *nature, const char *decimals)
{
    const char *values[] = { [QCDC_INDICATOR_CODE] = code,
                             [QCDC_INDICATOR_NAME] = code,
                             [QCDC_INDICATOR_NATURE] = nature,
                             [QCDC_INDICATOR_MEASURE] = "-",
                             [QCDC_INDICATOR_DECIMALS] = decimals };
    QcdcRecord record = { .values = values, .value_count = sizeof values / sizeof values[0] };

    return qcdc_catalog_builder_add_indicator(reader->builder, &record, NULL, reader->error);
}

static QcdcStatus take_indicator(void *data, const QcdcRecord *record)
{
    NameReader *reader = data;
    const char *code = record->values[QCDC_INDICATOR_CODE];
    QcdcStatus status;

    if (!is_new(&reader->indicators, code))
        return QCDC_OK;
    status = add_indicator(reader, code, record->values[QCDC_INDICATOR_NATURE], record->values[QCDC_INDICATOR_DECIMALS]);
    if (status != QCDC_OK && status != QCDC_STATUS_MEMORY)
        status = add_indicator(reader, code, "flow", "9");
    return remember(reader, &reader->indicators, code, status);
}

static QcdcStatus add_plans(NameReader *reader, const BundleSettings *settings)
{
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < settings->plans.count && status == QCDC_OK; k++) {
        const NamedWords *plan = &ARRAY_AT(&settings->plans, NamedWords, k);
        status = remember(reader, &reader->units, "",
                          qcdc_catalog_builder_add_plan(reader->builder, plan->name, plan->words, reader->error));
    }
    return status;
}

static QcdcStatus read_names(NameReader *reader, const BundleFolder *folder, const CsvOptions *options,
                             QcdcCatalog **out_catalog)
{
    QcdcFindings *told = NULL; /* what is wrong with these files was put down before */
    QcdcStatus status = qcdc_findings_new(1, &told, reader->error);

    if (status == QCDC_OK)
        status = table_read(folder, &units_shape, options, told, take_unit, reader, reader->error);
    if (status == QCDC_OK)
        status = table_read(folder, &indicators_shape, options, told, take_indicator, reader, reader->error);
    qcdc_findings_free(told);
    if (status != QCDC_OK || string_pool_count(&reader->units) <= 1 || string_pool_count(&reader->indicators) <= 1)
        return status;
    status = qcdc_catalog_builder_freeze(reader->builder, NULL, out_catalog, reader->error);
    return status == QCDC_STATUS_MEMORY ? status : QCDC_OK;
}

QcdcStatus name_catalog_read(const BundleFolder *folder, const CsvOptions *options, const BundleSettings *settings,
                             QcdcCatalog **out_catalog, QcdcError *error)
{
    NameReader reader = { .error = error };
    QcdcStatus status = qcdc_catalog_builder_new(&reader.builder, error);

    *out_catalog = NULL;
    if (status == QCDC_OK)
        status = add_plans(&reader, settings);
    if (status == QCDC_OK)
        status = read_names(&reader, folder, options, out_catalog);
    qcdc_catalog_builder_free(reader.builder);
    string_pool_clear(&reader.units);
    string_pool_clear(&reader.indicators);
    return status;
}
