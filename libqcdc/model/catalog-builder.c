/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/text.h>
#include <string.h>

#include "catalog-layout-private.h"
#include "findings-private.h"

enum {
    MOST_NAME_BYTES = 100,  /* of a hierarchy: it is a column's name too */
    MOST_NAMED_WORDS = 1000 /* of plans, of groups, of partitions: a limit for hostile input; a scenario has 16 bits */
};

static QcdcStatus refuse_argument(QcdcError *error, const char *what)
{
    return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, what, NULL, NULL);
}

QcdcStatus qcdc_catalog_builder_new(QcdcCatalogBuilder **out_builder, QcdcError *error)
{
    if (out_builder == NULL)
        return refuse_argument(error, "no place for the builder");
    QcdcCatalogBuilder *builder = memory_try_new(1, sizeof *builder);
    if (builder != NULL)
        builder->catalog = memory_try_new(1, sizeof *builder->catalog);
    if (builder == NULL || builder->catalog == NULL) {
        qcdc_free(builder);
        return memory_fail(error);
    }
    builder->catalog->reference_count = 1;
    *out_builder = builder;
    return QCDC_OK;
}

void qcdc_catalog_builder_free(QcdcCatalogBuilder *builder)
{
    if (builder == NULL)
        return;
    array_clear(&builder->unit_rows);
    array_clear(&builder->indicator_rows);
    qcdc_catalog_unref(builder->catalog);
    qcdc_free(builder);
}

/* Rows */

bool catalog_builder_is_usable(const QcdcCatalogBuilder *builder)
{
    return builder != NULL && builder->catalog != NULL;
}

static QcdcStatus conclude_row(QcdcCatalogBuilder *builder, const Report *report)
{
    builder->fault_count += report->status == QCDC_OK ? report->fault_count : 0;
    return report->status;
}

static bool add_parents(Report *report, QcdcCatalog *catalog, uint32_t row, const QcdcRecord *record)
{
    for (uint32_t k = 0; k < catalog->hierarchies.count; k++) {
        const char *column = ARRAY_AT(&catalog->hierarchies, Hierarchy, k).column;
        HierarchyCell cell = {row, k, record_keep(report, &catalog->strings, record, QCDC_UNIT_FIELD_END + (int)k, column)};
        if (cell.text[0] != '\0' && !array_append(&catalog->hierarchy_cells, &cell, 1, sizeof cell))
            return false;
    }
    return true;
}

/* The row with its x_… attributes, or neither. */
static void keep_row(Report *report, QcdcCatalog *catalog, Array *rows, const void *row, size_t size, AttributeTable *attributes,
                     const QcdcRecord *record)
{
    if (report->status == QCDC_OK &&
        (rows->count >= INT32_MAX || !attribute_table_add(attributes, &catalog->strings, (uint32_t)rows->count, record) ||
         !array_append(rows, row, 1, size)))
        report_out_of_memory(report);
}

/* A row with faults is kept, mended, when they went to findings: rows that name it are not at fault for that. */
QcdcStatus qcdc_catalog_builder_add_unit(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                         QcdcError *error)
{
    if (!catalog_builder_is_usable(builder) || !record_is_usable(record))
        return refuse_argument(error, "no builder, a spent one, or no record");
    QcdcCatalog *catalog = builder->catalog;
    Report report = report_begin(findings, error);
    UnitVersion version;
    report_enter(&report, record);
    unit_read_record(&report, &catalog->strings, record, &version);
    version.file = record_keep_source(&report, &catalog->strings, record);
    uint32_t number = (uint32_t)builder->unit_rows.count;
    size_t cells = catalog->hierarchy_cells.count;
    if (!add_parents(&report, catalog, number, record))
        report_out_of_memory(&report);
    keep_row(&report, catalog, &builder->unit_rows, &version, sizeof version, &catalog->unit_attributes, record);
    if (report.status != QCDC_OK)
        catalog->hierarchy_cells.count = cells;
    record_copy_columns(record, builder->unit_columns, QCDC_UNIT_FIELD_END + CATALOG_MOST_HIERARCHIES);
    return conclude_row(builder, &report);
}

QcdcStatus qcdc_catalog_builder_add_indicator(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                              QcdcError *error)
{
    if (!catalog_builder_is_usable(builder) || !record_is_usable(record))
        return refuse_argument(error, "no builder, a spent one, or no record");
    QcdcCatalog *catalog = builder->catalog;
    Report report = report_begin(findings, error);
    Indicator indicator;
    report_enter(&report, record);
    indicator_read_record(&report, &catalog->strings, record, &indicator);
    indicator.file = record_keep_source(&report, &catalog->strings, record);
    keep_row(&report, catalog, &builder->indicator_rows, &indicator, sizeof indicator, &catalog->indicator_attributes, record);
    record_copy_columns(record, builder->indicator_columns, QCDC_INDICATOR_FIELD_END);
    return conclude_row(builder, &report);
}

/* One fault, however many rows there are. */
static void report_full(Report *report, CalendarTable *table)
{
    if (table->is_over && report->findings != NULL)
        return;
    table->is_over = report->findings != NULL;
    report_fault(report, FINDING_CALENDAR_ROWS, FIELD_NONE, NULL, "", "one row more than the 500 there may be", NULL);
}

QcdcStatus qcdc_catalog_builder_add_calendar_row(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                                 QcdcError *error)
{
    if (!catalog_builder_is_usable(builder) || !record_is_usable(record))
        return refuse_argument(error, "no builder, a spent one, or no record");
    QcdcCatalog *catalog = builder->catalog;
    CalendarTable *table = &catalog->calendars;
    Report report = report_begin(findings, error);
    CalendarLine line;
    report_enter(&report, record);
    if (table->lines.count >= MOST_CALENDAR_LINES) {
        report_full(&report, table);
        return conclude_row(builder, &report);
    }
    calendar_read_record(&report, &catalog->strings, record, &line);
    line.file = record_keep_source(&report, &catalog->strings, record);
    keep_row(&report, catalog, &table->lines, &line, sizeof line, &table->line_attributes, record);
    record_copy_columns(record, builder->calendar_columns, QCDC_CALENDAR_FIELD_END);
    return conclude_row(builder, &report);
}

QcdcStatus qcdc_catalog_builder_add_holiday(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                            QcdcError *error)
{
    if (!catalog_builder_is_usable(builder) || !record_is_usable(record))
        return refuse_argument(error, "no builder, a spent one, or no record");
    QcdcCatalog *catalog = builder->catalog;
    CalendarTable *table = &catalog->calendars;
    Report report = report_begin(findings, error);
    HolidayLine line;
    report_enter(&report, record);
    holiday_read_record(&report, &catalog->strings, record, &line);
    line.file = record_keep_source(&report, &catalog->strings, record);
    keep_row(&report, catalog, &table->holidays, &line, sizeof line, &table->holiday_attributes, record);
    record_copy_columns(record, builder->holiday_columns, QCDC_HOLIDAY_FIELD_END);
    return conclude_row(builder, &report);
}

QcdcStatus qcdc_catalog_builder_add_exception(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                              QcdcError *error)
{
    if (!catalog_builder_is_usable(builder) || !record_is_usable(record))
        return refuse_argument(error, "no builder, a spent one, or no record");
    QcdcCatalog *catalog = builder->catalog;
    Report report = report_begin(findings, error);
    ExceptionRow exception;
    report_enter(&report, record);
    exception_read_record(&report, &catalog->strings, record, &exception);
    exception.file = record_keep_source(&report, &catalog->strings, record);
    keep_row(&report, catalog, &catalog->exceptions, &exception, sizeof exception, &catalog->exception_attributes, record);
    record_copy_columns(record, builder->exception_columns, QCDC_EXCEPTION_FIELD_END);
    return conclude_row(builder, &report);
}

QcdcStatus qcdc_catalog_builder_add_rule(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                         QcdcError *error)
{
    if (!catalog_builder_is_usable(builder) || !record_is_usable(record))
        return refuse_argument(error, "no builder, a spent one, or no record");
    QcdcCatalog *catalog = builder->catalog;
    Report report = report_begin(findings, error);
    Rule rule;
    report_enter(&report, record);
    rule_read_record(&report, &catalog->strings, record, &rule);
    rule.file = record_keep_source(&report, &catalog->strings, record);
    keep_row(&report, catalog, &catalog->rules, &rule, sizeof rule, &catalog->rule_attributes, record);
    record_copy_columns(record, builder->rule_columns, QCDC_RULE_FIELD_END);
    return conclude_row(builder, &report);
}

void catalog_builder_note_lost_rows(QcdcCatalogBuilder *builder, bool lost_units, bool lost_indicators)
{
    builder->lost_units = lost_units;
    builder->lost_indicators = lost_indicators;
}

/* Plans, partitions and groups */

static QcdcStatus refuse_name(QcdcError *error, QcdcStatus status, const char *noun, const char *name, const char *complaint)
{
    Text what = {0};
    text_append(&what, noun);
    text_append(&what, " \"");
    text_append(&what, name);
    text_append(&what, "\" ");
    text_append(&what, complaint);
    status = what.failed ? memory_fail(error) : qcdc_error_set(error, status, NULL, 0, 0, text_get(&what), name, NULL);
    text_clear(&what);
    return status;
}

static const char *keep_composed(StringPool *strings, const char *text)
{
    Text scratch = {0};
    size_t length;
    const char *composed = compose_text(text, strlen(text), &scratch, &length);
    const char *kept = composed != NULL ? string_pool_keep(strings, composed, length) : NULL;
    text_clear(&scratch);
    return kept;
}

static QcdcStatus add_named_words(StringPool *strings, Array *list, const char *noun, const char *name, const char *words,
                                  QcdcError *error)
{
    NamedWords added = {keep_composed(strings, name), keep_composed(strings, words)};
    if (added.name == NULL || added.words == NULL)
        return memory_fail(error);
    if (list->count >= MOST_NAMED_WORDS)
        return refuse_name(error, QCDC_STATUS_MEMORY, noun, name, "is one more than the 1000 there may be");
    for (size_t i = 0; i < list->count; i++)
        if (ARRAY_AT(list, NamedWords, i).name == added.name) /* equal texts of a pool are one text */
            return refuse_name(error, QCDC_STATUS_DUPLICATE, noun, name, "is there already");
    return array_append(list, &added, 1, sizeof added) ? QCDC_OK : memory_fail(error);
}

QcdcStatus qcdc_catalog_builder_add_plan(QcdcCatalogBuilder *builder, const char *name, const char *words, QcdcError *error)
{
    if (!catalog_builder_is_usable(builder) || name == NULL || name[0] == '\0')
        return refuse_argument(error, "no builder, a spent one, or no name");
    if (strcmp(name, "actual") == 0)
        return refuse_name(error, QCDC_STATUS_REFUSED, "plan", name, "is not a plan: it names what came about");
    return add_named_words(&builder->catalog->strings, &builder->catalog->plans, "plan", name, words != NULL ? words : "", error);
}

QcdcStatus qcdc_catalog_builder_add_group(QcdcCatalogBuilder *builder, const char *name, const char *words, QcdcError *error)
{
    if (!catalog_builder_is_usable(builder) || name == NULL || name[0] == '\0')
        return refuse_argument(error, "no builder, a spent one, or no name");
    if (strcmp(name, "*") == 0)
        return refuse_name(error, QCDC_STATUS_REFUSED, "group", name, "is no name: it stands for the units in no group");
    return add_named_words(&builder->catalog->strings, &builder->catalog->groups, "group", name, words != NULL ? words : "",
                           error);
}

QcdcStatus qcdc_catalog_builder_add_partition(QcdcCatalogBuilder *builder, const char *name, const char *words, QcdcError *error)
{
    if (!catalog_builder_is_usable(builder) || name == NULL || name[0] == '\0')
        return refuse_argument(error, "no builder, a spent one, or no name");
    return add_named_words(&builder->catalog->strings, &builder->catalog->partitions, "partition", name,
                           words != NULL ? words : "", error);
}

QcdcStatus qcdc_catalog_builder_set_grouping(QcdcCatalogBuilder *builder, QcdcGrouping grouping, QcdcError *error)
{
    if (!catalog_builder_is_usable(builder) || (int)grouping < 0 || grouping >= QCDC_GROUPING_END)
        return refuse_argument(error, "no builder, a spent one, or not a grouping");
    builder->catalog->grouping = grouping;
    return QCDC_OK;
}

/* Hierarchies */

static bool is_hierarchy_name(const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)name[i] < 0x20 || name[i] == 0x7F)
            return false;
    return length <= MOST_NAME_BYTES && name[0] != ' ' && name[length - 1] != ' ' && qcdc_text_is_utf8(name, length) &&
           strcmp(name, "parent") != 0;
}

static const char *keep_column(StringPool *strings, const char *name)
{
    Text column = {0};
    text_append(&column, "parent.");
    text_append(&column, name);
    const char *kept = column.failed ? NULL : string_pool_keep(strings, text_get(&column), column.length);
    text_clear(&column);
    return kept;
}

QcdcStatus qcdc_catalog_builder_add_hierarchy(QcdcCatalogBuilder *builder, const char *name, QcdcError *error)
{
    if (!catalog_builder_is_usable(builder) || name == NULL || name[0] == '\0')
        return refuse_argument(error, "no builder, a spent one, or no name");
    if (!is_hierarchy_name(name))
        return refuse_name(error, QCDC_STATUS_REFUSED, "hierarchy", name,
                           "is no name: another than parent, at most 100 bytes, without control characters and spaces at an end");
    QcdcCatalog *catalog = builder->catalog;
    Hierarchy added = {keep_composed(&catalog->strings, name), NULL, NULL};
    if (added.name != NULL)
        added.column = keep_column(&catalog->strings, added.name);
    if (added.column == NULL)
        return memory_fail(error);
    for (size_t i = 0; i < catalog->hierarchies.count; i++)
        if (ARRAY_AT(&catalog->hierarchies, Hierarchy, i).name == added.name)
            return refuse_name(error, QCDC_STATUS_DUPLICATE, "hierarchy", name, "is there already");
    if (catalog->hierarchies.count >= CATALOG_MOST_HIERARCHIES)
        return refuse_name(error, QCDC_STATUS_MEMORY, "hierarchy", name, "is one more than the 32 there may be");
    return array_append(&catalog->hierarchies, &added, 1, sizeof added) ? QCDC_OK : memory_fail(error);
}

/* Freezing */

void enter_unit_row(Report *report, const QcdcCatalogBuilder *builder, const UnitVersion *version)
{
    report->file = version->file;
    report->row = version->row;
    report->columns = builder->unit_columns;
    report->column_count = QCDC_UNIT_FIELD_END + CATALOG_MOST_HIERARCHIES;
    report->unit = version->texts[QCDC_UNIT_CODE];
    report->indicator = report->period = NULL;
}

void enter_indicator_row(Report *report, const QcdcCatalogBuilder *builder, const Indicator *indicator)
{
    report->file = indicator->file;
    report->row = indicator->row;
    report->columns = builder->indicator_columns;
    report->column_count = QCDC_INDICATOR_FIELD_END;
    report->indicator = indicator->texts[QCDC_INDICATOR_CODE];
    report->unit = report->period = NULL;
}

void enter_exception_row(Report *report, const QcdcCatalogBuilder *builder, const ExceptionRow *exception)
{
    report->file = exception->file;
    report->row = exception->row;
    report->columns = builder->exception_columns;
    report->column_count = QCDC_EXCEPTION_FIELD_END;
    report->unit = exception->texts[QCDC_EXCEPTION_UNIT];
    report->indicator = exception->texts[QCDC_EXCEPTION_INDICATOR];
    report->period = NULL;
}

static QcdcStatus gather(QcdcCatalogBuilder *builder, Report *report)
{
    bool is_done = catalog_gather_units(builder, report) && catalog_resolve_parents(builder, report) &&
                   catalog_resolve_hierarchies(builder, report) &&
                   catalog_gather_indicators(builder, report) && catalog_resolve_forms(builder, report) &&
                   catalog_check_universes(builder, report) && catalog_resolve_exceptions(builder, report) &&
                   catalog_resolve_rules(builder, report) && catalog_gather_calendars(builder, report) &&
                   catalog_number_groups(builder->catalog);
    if (!is_done)
        report_out_of_memory(report);
    return report->status;
}

/* The error of faults that were put down earlier, perhaps in another findings object. */
static QcdcStatus conclude(const QcdcCatalogBuilder *builder, const QcdcFindings *findings, size_t fault_count, QcdcError *error)
{
    QcdcStatus status = builder->fault_count > 0 || fault_count > 0 ? findings_conclude(findings, 0, error) : QCDC_OK;
    if (status == QCDC_OK && builder->fault_count > 0)
        status = qcdc_error_set(error, QCDC_STATUS_FINDINGS, NULL, 0, 0, "rows with faults were added", NULL,
                                "see the findings they were added with");
    return status;
}

QcdcStatus catalog_builder_freeze_for_checks(QcdcCatalogBuilder *builder, QcdcFindings *findings, QcdcCatalog **out_catalog,
                                             QcdcError *error)
{
    if (!catalog_builder_is_usable(builder) || out_catalog == NULL)
        return refuse_argument(error, "no builder, a spent one, or no place for the catalog");
    Report report = report_begin(findings, error);
    QcdcStatus status = gather(builder, &report);
    QcdcCatalog *catalog = builder->catalog;
    builder->catalog = NULL;
    if (status == QCDC_OK) {
        status = conclude(builder, findings, report.fault_count, error);
        catalog->is_at_fault = status != QCDC_OK;
        *out_catalog = catalog;
    } else {
        qcdc_catalog_unref(catalog);
    }
    return status;
}

QcdcStatus qcdc_catalog_builder_freeze(QcdcCatalogBuilder *builder, QcdcFindings *findings, QcdcCatalog **out_catalog,
                                       QcdcError *error)
{
    if (out_catalog == NULL)
        return refuse_argument(error, "no place for the catalog");
    QcdcCatalog *catalog = NULL;
    QcdcStatus status = catalog_builder_freeze_for_checks(builder, findings, &catalog, error);
    if (status == QCDC_OK)
        *out_catalog = catalog;
    else
        qcdc_catalog_unref(catalog);
    return status;
}
