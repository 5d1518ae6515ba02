/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/calendar.h>

#include "dataset-layout-private.h"
#include "findings-private.h"

static const int64_t value_limit = INT64_C(1000000000000000000); /* S1 */

static QcdcStatus refuse_argument(QcdcError *error, const char *what)
{
    return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, what, NULL, NULL);
}

QcdcStatus qcdc_dataset_builder_new(QcdcCatalog *catalog, size_t max_rows, QcdcDatasetBuilder **out_builder, QcdcError *error)
{
    if (catalog == NULL || out_builder == NULL)
        return refuse_argument(error, "no catalog, or no place for the builder");
    QcdcDatasetBuilder *builder = memory_try_new(1, sizeof *builder);
    QcdcDataset *dataset = memory_try_new(1, sizeof *dataset);
    if (builder == NULL || dataset == NULL) {
        qcdc_free(builder);
        qcdc_free(dataset);
        return memory_fail(error);
    }
    dataset->reference_count = 1;
    dataset->catalog = qcdc_catalog_ref(catalog);
    builder->dataset = dataset;
    builder->most_rows = max_rows > 0 && max_rows < INT32_MAX ? max_rows : INT32_MAX;
    *out_builder = builder;
    return QCDC_OK;
}

void qcdc_dataset_builder_free(QcdcDatasetBuilder *builder)
{
    if (builder == NULL)
        return;
    qcdc_dataset_unref(builder->dataset);
    qcdc_free(builder);
}

static bool is_usable(const QcdcDatasetBuilder *builder)
{
    return builder != NULL && builder->dataset != NULL;
}

static size_t count_rows(const QcdcDatasetBuilder *builder)
{
    return builder->dataset->growing.coefficients.count;
}

QcdcStatus qcdc_dataset_builder_set_number_writing(QcdcDatasetBuilder *builder, QcdcNumberWriting writing, QcdcError *error)
{
    if (!is_usable(builder) || (unsigned)writing >= QCDC_NUMBER_WRITING_END)
        return refuse_argument(error, "no builder, a spent one, or not a number writing");
    builder->writing = writing;
    return QCDC_OK;
}

static QcdcStatus refuse_rows(const QcdcDatasetBuilder *builder, QcdcError *error)
{
    Text what = {0};
    text_append(&what, "there are more rows than the limit of ");
    text_append_number(&what, (int64_t)builder->most_rows);
    qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, text_get(&what), NULL, "raise the limit of rows");
    text_clear(&what);
    return QCDC_STATUS_MEMORY;
}

/* Records */

static bool is_record(const QcdcRecord *record)
{
    return record != NULL && (record->values != NULL || record->value_count == 0) &&
           (record->attribute_count == 0 || (record->attribute_names != NULL && record->attribute_values != NULL));
}

static void copy_columns(QcdcDatasetBuilder *builder, const QcdcRecord *record)
{
    for (size_t field = 0; field < QCDC_OBSERVATION_FIELD_END; field++)
        builder->columns[field] = record->columns != NULL && field < record->value_count ? record->columns[field] : 0;
}

static void add_observation(QcdcDatasetBuilder *builder, Report *report, const QcdcRecord *record,
                            const Observation *observation)
{
    QcdcDataset *dataset = builder->dataset;
    if (!attribute_table_add(&dataset->attributes, &dataset->strings, (uint32_t)count_rows(builder), record) ||
        !growing_columns_add(&dataset->growing, observation))
        report_out_of_memory(report);
}

QcdcStatus qcdc_dataset_builder_append_record(QcdcDatasetBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                              QcdcError *error)
{
    if (!is_usable(builder) || !is_record(record))
        return refuse_argument(error, "no builder, a spent one, or no record");
    if (count_rows(builder) >= builder->most_rows)
        return refuse_rows(builder, error);
    Report report = report_begin(findings, error);
    Observation observation;
    report_enter(&report, record);
    observation_read_record(builder, &report, record, &observation);
    copy_columns(builder, record);
    if (report.status == QCDC_OK && report.fault_count == 0)
        add_observation(builder, &report, record, &observation);
    builder->fault_count += report.status == QCDC_OK ? report.fault_count : 0;
    return report.status;
}

/* Columns */

/* The members of QcdcColumns as columns of a table. */
enum { COLUMN_UNIT, COLUMN_INDICATOR, COLUMN_PERIOD, COLUMN_VALUE, COLUMN_STATUS, COLUMN_SCOPE, COLUMN_SCENARIO, COLUMN_FIELD };
static const int32_t column_numbers[] = {1, 2, 3, 4, 5, 6, 7, 8};

static void report_number(Report *report, FindingCode code, int column, size_t row, const char *noun, int64_t number,
                          const char *complaint)
{
    Text value = {0};
    text_append_number(&value, number);
    report->row = (int32_t)row + 1;
    report_fault(report, code, column, noun, text_get(&value), complaint, NULL);
    text_clear(&value);
}

static bool is_absence(QcdcObservationStatus status)
{
    return (status & QCDC_OBSERVATION_CODE_MASK) >= QCDC_OBSERVATION_NOT_APPLICABLE;
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

static void check_identities(const QcdcCatalog *catalog, Report *report, const QcdcColumns *columns, size_t row)
{
    if (columns->units[row] >= catalog_unit_count(catalog))
        report_number(report, FINDING_COLUMN_NUMBER, COLUMN_UNIT, row, "unit", columns->units[row], "is not the id of a unit");
    if (columns->indicators[row] >= catalog_indicator_count(catalog))
        report_number(report, FINDING_COLUMN_NUMBER, COLUMN_INDICATOR, row, "indicator", columns->indicators[row],
                      "is not the id of an indicator");
    if (!qcdc_period_is_valid(columns->periods[row]))
        report_number(report, FINDING_COLUMN_NUMBER, COLUMN_PERIOD, row, "period", columns->periods[row].start,
                      "is not the start of a period of its kind");
}

static void check_value(Report *report, const QcdcColumns *columns, size_t row)
{
    QcdcObservationStatus status = get_status(columns, row);
    int64_t value = columns->coefficients[row];
    if (!is_status(status))
        report_number(report, FINDING_COLUMN_NUMBER, COLUMN_STATUS, row, "status", status, "is not a status");
    if (!is_absence(status) && (value >= value_limit || value <= -value_limit))
        report_number(report, FINDING_RANGE, COLUMN_VALUE, row, "value", value, "is too large");
}

static void check_choices(const QcdcCatalog *catalog, Report *report, const QcdcColumns *columns, size_t row)
{
    if (columns->scopes != NULL && columns->scopes[row] >= QCDC_SCOPE_END)
        report_number(report, FINDING_COLUMN_NUMBER, COLUMN_SCOPE, row, "scope", columns->scopes[row], "is not a scope");
    if (columns->scenarios != NULL && columns->scenarios[row] > catalog_plan_count(catalog))
        report_number(report, FINDING_COLUMN_NUMBER, COLUMN_SCENARIO, row, "scenario", columns->scenarios[row], "is not a plan");
}

static void check_field(const QcdcCatalog *catalog, Report *report, const QcdcColumns *columns, size_t row)
{
    int32_t field = columns->fields != NULL ? columns->fields[row] : 0;
    if (columns->indicators[row] >= catalog_indicator_count(catalog) || field == 0)
        return;
    bool is_rank = catalog_indicator(catalog, columns->indicators[row])->nature == QCDC_NATURE_RANK;
    if (!is_rank)
        report_number(report, FINDING_FIELD_NOT_RANK, COLUMN_FIELD, row, "field", field,
                      "stands beside an indicator that is no rank");
    else if (field < 0 || (!is_absence(get_status(columns, row)) && columns->coefficients[row] > field))
        report_number(report, FINDING_RANK, COLUMN_FIELD, row, "field", field, "is not how many were ranked");
}

/* A unit may be named by its id for any period in which it is in force on some day. */
static void check_in_force(const QcdcCatalog *catalog, Report *report, const QcdcColumns *columns, size_t row)
{
    int32_t first, last;
    if (columns->units[row] < catalog_unit_count(catalog) &&
        qcdc_calendar_get_days(QCDC_CALENDAR_CIVIL, columns->periods[row], &first, &last, NULL) == QCDC_OK &&
        catalog_unit_version_in(catalog, columns->units[row], first, last) == NULL)
        report_number(report, FINDING_UNIT_NOT_IN_FORCE, COLUMN_UNIT, row, "unit", columns->units[row],
                      "is not in force in the period");
}

static void check_columns(const QcdcCatalog *catalog, Report *report, const QcdcColumns *columns)
{
    bool is_static = catalog_is_static(catalog);
    for (size_t row = 0; row < columns->count && report->status == QCDC_OK; row++) {
        check_identities(catalog, report, columns, row);
        check_value(report, columns, row);
        check_choices(catalog, report, columns, row);
        check_field(catalog, report, columns, row);
        if (!is_static)
            check_in_force(catalog, report, columns, row);
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
    if (!is_usable(builder) || !are_columns(columns))
        return refuse_argument(error, "no builder, a spent one, columns of another size, or a missing column");
    if (columns->count > builder->most_rows - count_rows(builder))
        return refuse_rows(builder, error);
    Report report = report_begin(findings, error);
    report.file = "columns";
    report.columns = column_numbers;
    report.column_count = sizeof column_numbers / sizeof column_numbers[0];
    check_columns(builder->dataset->catalog, &report, columns);
    if (report.status == QCDC_OK && report.fault_count == 0 && !growing_columns_append(&builder->dataset->growing, columns))
        report_out_of_memory(&report);
    builder->fault_count += report.status == QCDC_OK ? report.fault_count : 0;
    return report.status;
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
    if (!is_usable(builder) || out_dataset == NULL)
        return refuse_argument(error, "no builder, a spent one, or no place for the dataset");
    Report report = report_begin(findings, error);
    if (!dataset_index(builder, &report))
        report_out_of_memory(&report);
    QcdcStatus status = conclude(builder, &report, error);
    QcdcDataset *dataset = builder->dataset;
    builder->dataset = NULL;
    if (status == QCDC_OK)
        *out_dataset = dataset;
    else
        qcdc_dataset_unref(dataset);
    return status;
}
