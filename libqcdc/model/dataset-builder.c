/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "dataset-layout-private.h"
#include "findings-private.h"

static QcdcStatus refuse_argument(QcdcError *error, const char *what)
{
    return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, what, NULL, NULL);
}

static size_t limit_rows(size_t wanted, size_t most)
{
    return wanted > 0 && wanted < most ? wanted : most;
}

static QcdcDataset *begin_dataset(QcdcCatalog *catalog, const QcdcDataset *earlier)
{
    QcdcDataset *dataset = memory_try_new(1, sizeof *dataset);
    if (dataset == NULL)
        return NULL;
    dataset->reference_count = 1;
    dataset->catalog = qcdc_catalog_ref(catalog);
    dataset->batch = batch_new(earlier != NULL ? earlier->batch : NULL);
    if (dataset->batch != NULL)
        return dataset;
    qcdc_dataset_unref(dataset);
    return NULL;
}

static QcdcDatasetBuilder *make_builder(QcdcCatalog *catalog, QcdcDataset *earlier)
{
    QcdcDatasetBuilder *builder = memory_try_new(1, sizeof *builder);
    QcdcDataset *dataset = builder != NULL ? begin_dataset(catalog, earlier) : NULL;
    if (dataset == NULL) {
        qcdc_free(builder);
        return NULL;
    }
    builder->dataset = dataset;
    builder->batch = dataset->batch;
    builder->earlier = qcdc_dataset_ref(earlier);
    return builder;
}

QcdcStatus qcdc_dataset_builder_new(QcdcCatalog *catalog, size_t max_rows, QcdcDatasetBuilder **out_builder, QcdcError *error)
{
    if (catalog == NULL || out_builder == NULL)
        return refuse_argument(error, "no catalog, or no place for the builder");
    QcdcDatasetBuilder *builder = make_builder(catalog, NULL);
    if (builder == NULL)
        return memory_fail(error);
    builder->most_rows = limit_rows(max_rows, INT32_MAX);
    *out_builder = builder;
    return QCDC_OK;
}

QcdcStatus qcdc_dataset_builder_new_revision(QcdcDataset *earlier, size_t max_rows, QcdcDatasetBuilder **out_builder,
                                             QcdcError *error)
{
    if (earlier == NULL || out_builder == NULL)
        return refuse_argument(error, "no dataset, or no place for the builder");
    if (earlier->revision >= DATASET_LAST_REVISION)
        return qcdc_error_set(error, QCDC_STATUS_OVERFLOW, NULL, 0, 0, "there are no further numbers of revisions", NULL, NULL);
    QcdcDatasetBuilder *builder = make_builder(earlier->catalog, earlier);
    if (builder == NULL)
        return memory_fail(error);
    builder->revision = earlier->revision + 1;
    builder->most_rows = limit_rows(max_rows, INT32_MAX - earlier->columns.count);
    *out_builder = builder;
    return QCDC_OK;
}

void dataset_builder_enter_revision(QcdcDatasetBuilder *builder, uint32_t revision)
{
    builder->revision = revision;
}

void qcdc_dataset_builder_free(QcdcDatasetBuilder *builder)
{
    if (builder == NULL)
        return;
    qcdc_dataset_unref(builder->dataset);
    qcdc_dataset_unref(builder->earlier);
    qcdc_free(builder);
}

bool dataset_builder_is_usable(const QcdcDatasetBuilder *builder)
{
    return builder != NULL && builder->dataset != NULL;
}

size_t dataset_builder_count_rows(const QcdcDatasetBuilder *builder)
{
    return builder->batch->growing.coefficients.count;
}

QcdcStatus qcdc_dataset_builder_set_number_writing(QcdcDatasetBuilder *builder, QcdcNumberWriting writing, QcdcError *error)
{
    if (!dataset_builder_is_usable(builder) || (unsigned)writing >= QCDC_NUMBER_WRITING_END)
        return refuse_argument(error, "no builder, a spent one, or not a number writing");
    builder->writing = writing;
    return QCDC_OK;
}

QcdcStatus dataset_builder_check_room(const QcdcDatasetBuilder *builder, size_t more, QcdcError *error)
{
    if (more <= builder->most_rows - dataset_builder_count_rows(builder))
        return QCDC_OK;
    Text what = {0};
    text_append(&what, "there are more rows than the limit of ");
    text_append_number(&what, (int64_t)builder->most_rows);
    qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, text_get(&what), NULL, "raise the limit of rows");
    text_clear(&what);
    return QCDC_STATUS_MEMORY;
}

QcdcStatus dataset_builder_conclude_rows(QcdcDatasetBuilder *builder, const Report *report)
{
    builder->fault_count += report->status == QCDC_OK ? report->fault_count : 0;
    return report->status;
}

/* Records */

static void add_observation(QcdcDatasetBuilder *builder, Report *report, const QcdcRecord *record,
                            const Observation *observation)
{
    Batch *batch = builder->batch;
    Array *attributes = &batch->attributes.items;
    size_t attribute_count = attributes->count;
    if (attribute_table_add(&batch->attributes, &batch->strings, (uint32_t)dataset_builder_count_rows(builder), record) &&
        growing_columns_add(&batch->growing, observation))
        return;
    attributes->count = attribute_count;
    report_out_of_memory(report);
}

QcdcStatus qcdc_dataset_builder_append_record(QcdcDatasetBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                              QcdcError *error)
{
    if (!dataset_builder_is_usable(builder) || !record_is_usable(record))
        return refuse_argument(error, "no builder, a spent one, or no record");
    QcdcStatus status = dataset_builder_check_room(builder, 1, error);
    if (status != QCDC_OK)
        return status;
    Report report = report_begin(findings, error);
    ObservationRow row = {.record = record};
    Reading reading = {0};
    report_enter(&report, record);
    observation_read_row(builder, &report, &row, &reading);
    record_copy_columns(record, builder->columns[builder->revision > 0], QCDC_OBSERVATION_FIELD_END);
    if (report.status == QCDC_OK && report.fault_count == 0)
        add_observation(builder, &report, record, &reading.observation);
    return dataset_builder_conclude_rows(builder, &report);
}

/* Columns */

/* The members of QcdcColumns as columns of a table, by QcdcObservationField. */
static const int32_t column_numbers[QCDC_OBSERVATION_FIELD_END] = {1, 2, 3, 4, 5, 6, 7, 0, 8};

Report report_begin_columns(QcdcFindings *findings, QcdcError *error, const int32_t *numbers)
{
    Report report = report_begin(findings, error);
    report.file = "columns";
    report.names_cell = true;
    report.columns = numbers;
    report.column_count = QCDC_OBSERVATION_FIELD_END;
    return report;
}

static bool is_status(QcdcObservationStatus status)
{
    char text[8];
    return status == QCDC_OBSERVATION_NORMAL || qcdc_observation_status_to_text(status, text, sizeof text) > 0;
}

static QcdcObservationStatus get_status(const QcdcColumns *columns, size_t row)
{
    return columns->statuses != NULL ? columns->statuses[row] : QCDC_OBSERVATION_NORMAL;
}

/* The numbers of a row, as they may be shown in a fault. */
static void enter_row(ObservationRow *row, const QcdcColumns *columns, size_t at)
{
    row->wholes[QCDC_OBSERVATION_UNIT] = columns->units[at];
    row->wholes[QCDC_OBSERVATION_INDICATOR] = columns->indicators[at];
    row->wholes[QCDC_OBSERVATION_PERIOD] = columns->periods[at].start;
    row->wholes[QCDC_OBSERVATION_VALUE] = columns->coefficients[at];
    row->wholes[QCDC_OBSERVATION_STATUS] = get_status(columns, at);
    row->wholes[QCDC_OBSERVATION_SCOPE] = columns->scopes != NULL ? columns->scopes[at] : 0;
    row->wholes[QCDC_OBSERVATION_SCENARIO] = columns->scenarios != NULL ? columns->scenarios[at] : 0;
    row->wholes[QCDC_OBSERVATION_RANK_FIELD] = columns->fields != NULL ? columns->fields[at] : 0;
}

static void check_unit(const QcdcCatalog *catalog, Report *report, ObservationRow *row, QcdcPeriod period)
{
    Days days = {INT32_MIN, INT32_MAX};
    bool is_period = qcdc_period_is_valid(period);
    QcdcUnitId unit = row_take_unit(report, row, catalog);
    if (!is_period)
        row_report(report, FINDING_COLUMN_NUMBER, row, QCDC_OBSERVATION_PERIOD, "is not the start of a period of its kind", NULL);
    else if (!catalog_is_static(catalog))
        catalog_find_days(catalog, period, &days.first, &days.last);
    row_check_in_force(report, row, catalog, unit, days);
}

static void check_choices(const QcdcCatalog *catalog, Report *report, ObservationRow *row)
{
    if (row->wholes[QCDC_OBSERVATION_SCOPE] >= QCDC_SCOPE_END)
        row_report(report, FINDING_COLUMN_NUMBER, row, QCDC_OBSERVATION_SCOPE, "is not a scope", NULL);
    if ((uint64_t)row->wholes[QCDC_OBSERVATION_SCENARIO] > catalog_plan_count(catalog))
        row_report(report, FINDING_COLUMN_NUMBER, row, QCDC_OBSERVATION_SCENARIO, "is not a plan", NULL);
}

static void check_value(Report *report, ObservationRow *row, const Indicator *indicator)
{
    QcdcObservationStatus status = (QcdcObservationStatus)row->wholes[QCDC_OBSERVATION_STATUS];
    unsigned decimals = indicator != NULL ? indicator->decimals : 0;
    QcdcDecimal value = {.coefficient = row->wholes[QCDC_OBSERVATION_VALUE], .decimals = (uint8_t)decimals};
    Observation observation = {.field = row_take_rank_field(row)};
    if (!is_status(status))
        row_report(report, FINDING_COLUMN_NUMBER, row, QCDC_OBSERVATION_STATUS, "is not a status", NULL);
    bool has_value = !is_absence(status) && row_take_coefficient(report, row, value, decimals, &observation.coefficient);
    if (indicator != NULL)
        row_check_rank(report, row, indicator, has_value, &observation);
}

static void check_columns(const QcdcCatalog *catalog, Report *report, const QcdcColumns *columns)
{
    ObservationRow row = {.whole_fields = (1u << QCDC_OBSERVATION_FIELD_END) - 1};
    for (size_t at = 0; at < columns->count && report->status == QCDC_OK; at++) {
        report->row = (int32_t)at + 1;
        enter_row(&row, columns, at);
        check_unit(catalog, report, &row, columns->periods[at]);
        QcdcIndicatorId indicator = row_take_indicator(report, &row, catalog);
        check_value(report, &row, indicator != (QcdcIndicatorId)QCDC_ID_NONE ? catalog_indicator(catalog, indicator) : NULL);
        check_choices(catalog, report, &row);
    }
}

static bool are_columns(const QcdcColumns *columns)
{
    bool has_rows = columns != NULL && columns->count > 0;
    return columns != NULL && columns->size >= sizeof *columns &&
           (!has_rows || (columns->units != NULL && columns->indicators != NULL && columns->periods != NULL &&
                          columns->coefficients != NULL));
}

QcdcStatus qcdc_dataset_builder_append_columns(QcdcDatasetBuilder *builder, const QcdcColumns *columns, QcdcFindings *findings,
                                               QcdcError *error)
{
    if (!dataset_builder_is_usable(builder) || !are_columns(columns))
        return refuse_argument(error, "no builder, a spent one, columns of another size, or a missing column");
    QcdcStatus status = dataset_builder_check_room(builder, columns->count, error);
    if (status != QCDC_OK)
        return status;
    Report report = report_begin_columns(findings, error, column_numbers);
    check_columns(builder->dataset->catalog, &report, columns);
    if (report.status == QCDC_OK && report.fault_count == 0 &&
        !growing_columns_append(&builder->batch->growing, columns, builder->revision))
        report_out_of_memory(&report);
    return dataset_builder_conclude_rows(builder, &report);
}

/* Freezing */

static QcdcStatus conclude(const QcdcDatasetBuilder *builder, const Report *report, QcdcError *error)
{
    bool is_at_fault = catalog_is_at_fault(builder->dataset->catalog);
    if (report->status != QCDC_OK || (builder->fault_count == 0 && report->fault_count == 0 && !is_at_fault))
        return report->status;
    QcdcStatus status = findings_conclude(report->findings, 0, error);
    return status != QCDC_OK ? status
                             : qcdc_error_set(error, QCDC_STATUS_FINDINGS, NULL, 0, 0, "rows with faults were added", NULL,
                                              "see the findings they were added with");
}

QcdcStatus qcdc_dataset_builder_freeze(QcdcDatasetBuilder *builder, QcdcFindings *findings, QcdcDataset **out_dataset,
                                       QcdcError *error)
{
    if (!dataset_builder_is_usable(builder) || out_dataset == NULL)
        return refuse_argument(error, "no builder, a spent one, or no place for the dataset");
    Report report = report_begin(findings, error);
    if (!dataset_index(builder, &report))
        report_out_of_memory(&report);
    QcdcStatus status = conclude(builder, &report, error);
    bool corrects_nothing = builder->earlier != NULL && dataset_builder_count_rows(builder) == 0;
    QcdcDataset *dataset = builder->dataset;
    builder->dataset = NULL;
    if (status == QCDC_OK)
        *out_dataset = qcdc_dataset_ref(corrects_nothing ? builder->earlier : dataset);
    qcdc_dataset_unref(dataset);
    return status;
}
