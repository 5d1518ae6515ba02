/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef TABLES_H
#define TABLES_H

/* Tables written in a test as people write them: a header row and rows, fields parted by commas, no quotes. */

#include <qcdc/calendar-table.h>
#include <qcdc/dataset.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <CUnit/CUnit.h>

enum {
    TABLE_MOST_FIELDS = 40,
    TABLE_MOST_BYTES = 65536
};

typedef QcdcStatus (*TableAdder)(void *builder, const QcdcRecord *record, QcdcFindings *findings, QcdcError *error);
typedef const char *(*TableFieldName)(int field);

/* A table's header: which field a column is, -1 for an attribute. */
typedef struct TableHeader {
    const char *names[TABLE_MOST_FIELDS];
    int fields[TABLE_MOST_FIELDS];
    size_t count;
} TableHeader;

static inline char *table_cut(char **rest, char stop)
{
    char *field = *rest, *end = strchr(field, stop);
    if (end != NULL)
        *end = '\0';
    *rest = end != NULL ? end + 1 : NULL;
    return field;
}

static inline void table_read_header(char *line, TableFieldName name, int field_count, TableHeader *header)
{
    memset(header, 0, sizeof *header);
    for (char *rest = line; rest != NULL; header->count++) {
        const char *written = header->names[header->count] = table_cut(&rest, ',');
        int field = 0;
        while (field < field_count && strcmp(name(field), written) != 0)
            field++;
        bool is_hierarchy = strncmp(written, "parent.", 7) == 0; /* parent.0 is the first */
        CU_ASSERT_FATAL(field < field_count || is_hierarchy || strncmp(written, "x_", 2) == 0);
        header->fields[header->count] = is_hierarchy ? QCDC_UNIT_FIELD_END + atoi(written + 7) : field < field_count ? field : -1;
    }
}

static inline QcdcStatus table_add_row(const char *file, int32_t row, char *line, const TableHeader *header, TableAdder add,
                                       void *builder, QcdcFindings *findings, QcdcError *error)
{
    const char *values[TABLE_MOST_FIELDS] = { NULL }, *names[TABLE_MOST_FIELDS], *attributes[TABLE_MOST_FIELDS];
    int32_t columns[TABLE_MOST_FIELDS] = { 0 };
    QcdcRecord record = { .values = values, .value_count = TABLE_MOST_FIELDS, .source = file, .row = row, .columns = columns,
                          .attribute_names = names, .attribute_values = attributes };
    char *rest = line;
    for (size_t i = 0; i < header->count && rest != NULL; i++) {
        char *value = table_cut(&rest, ',');
        if (header->fields[i] >= 0) {
            values[header->fields[i]] = value;
            columns[header->fields[i]] = (int32_t)i + 1;
        } else {
            names[record.attribute_count] = header->names[i];
            attributes[record.attribute_count++] = value;
        }
    }
    return add(builder, &record, findings, error);
}

static inline QcdcStatus table_add(const char *file, const char *table, TableFieldName name, int field_count, TableAdder add,
                                   void *builder, QcdcFindings *findings, QcdcError *error)
{
    static char bytes[TABLE_MOST_BYTES];
    CU_ASSERT_FATAL(strlen(table) < sizeof bytes);
    strcpy(bytes, table);
    char *rest = bytes;
    TableHeader header;
    table_read_header(table_cut(&rest, '\n'), name, field_count, &header);
    QcdcStatus status = QCDC_OK;
    for (int32_t row = 2; rest != NULL && *rest != '\0' && status == QCDC_OK; row++)
        status = table_add_row(file, row, table_cut(&rest, '\n'), &header, add, builder, findings, error);
    return status;
}

static inline const char *table_unit_field(int field)
{
    return qcdc_unit_field_to_name((QcdcUnitField)field);
}

static inline const char *table_indicator_field(int field)
{
    return qcdc_indicator_field_to_name((QcdcIndicatorField)field);
}

static inline const char *table_exception_field(int field)
{
    return qcdc_exception_field_to_name((QcdcExceptionField)field);
}

static inline const char *table_rule_field(int field)
{
    return qcdc_rule_field_to_name((QcdcRuleField)field);
}

static inline const char *table_calendar_field(int field)
{
    return qcdc_calendar_field_to_name((QcdcCalendarField)field);
}

static inline const char *table_holiday_field(int field)
{
    return qcdc_holiday_field_to_name((QcdcHolidayField)field);
}

static inline const char *table_observation_field(int field)
{
    return qcdc_observation_field_to_name((QcdcObservationField)field);
}

static inline QcdcStatus table_add_unit(void *builder, const QcdcRecord *record, QcdcFindings *findings, QcdcError *error)
{
    return qcdc_catalog_builder_add_unit(builder, record, findings, error);
}

static inline QcdcStatus table_add_indicator(void *builder, const QcdcRecord *record, QcdcFindings *findings, QcdcError *error)
{
    return qcdc_catalog_builder_add_indicator(builder, record, findings, error);
}

static inline QcdcStatus table_add_exception(void *builder, const QcdcRecord *record, QcdcFindings *findings, QcdcError *error)
{
    return qcdc_catalog_builder_add_exception(builder, record, findings, error);
}

static inline QcdcStatus table_add_rule(void *builder, const QcdcRecord *record, QcdcFindings *findings, QcdcError *error)
{
    return qcdc_catalog_builder_add_rule(builder, record, findings, error);
}

static inline QcdcStatus table_add_calendar_row(void *builder, const QcdcRecord *record, QcdcFindings *findings, QcdcError *error)
{
    return qcdc_catalog_builder_add_calendar_row(builder, record, findings, error);
}

static inline QcdcStatus table_add_holiday(void *builder, const QcdcRecord *record, QcdcFindings *findings, QcdcError *error)
{
    return qcdc_catalog_builder_add_holiday(builder, record, findings, error);
}

static inline QcdcStatus table_add_observation(void *builder, const QcdcRecord *record, QcdcFindings *findings, QcdcError *error)
{
    return qcdc_dataset_builder_append_record(builder, record, findings, error);
}

/* NULL tables are left out. */
static inline QcdcCatalogBuilder *tables_begin(const char *units, const char *indicators, QcdcFindings *findings)
{
    QcdcCatalogBuilder *builder = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_new(&builder, NULL), QCDC_OK);
    if (units != NULL)
        CU_ASSERT_EQUAL(table_add("units.csv", units, table_unit_field, QCDC_UNIT_FIELD_END, table_add_unit, builder, findings,
                                  NULL), QCDC_OK);
    if (indicators != NULL)
        CU_ASSERT_EQUAL(table_add("indicators.csv", indicators, table_indicator_field, QCDC_INDICATOR_FIELD_END,
                                  table_add_indicator, builder, findings, NULL), QCDC_OK);
    return builder;
}

static inline QcdcStatus tables_add_exceptions(QcdcCatalogBuilder *builder, const char *exceptions, QcdcFindings *findings,
                                               QcdcError *error)
{
    return table_add("exceptions.csv", exceptions, table_exception_field, QCDC_EXCEPTION_FIELD_END, table_add_exception, builder,
                     findings, error);
}

static inline QcdcStatus tables_add_rules(QcdcCatalogBuilder *builder, const char *rules, QcdcFindings *findings, QcdcError *error)
{
    return table_add("rules.csv", rules, table_rule_field, QCDC_RULE_FIELD_END, table_add_rule, builder, findings, error);
}

static inline QcdcStatus tables_add_calendars(QcdcCatalogBuilder *builder, const char *calendars, QcdcFindings *findings,
                                              QcdcError *error)
{
    return table_add("calendars.csv", calendars, table_calendar_field, QCDC_CALENDAR_FIELD_END, table_add_calendar_row, builder,
                     findings, error);
}

static inline QcdcStatus tables_add_holidays(QcdcCatalogBuilder *builder, const char *holidays, QcdcFindings *findings,
                                             QcdcError *error)
{
    return table_add("holidays.csv", holidays, table_holiday_field, QCDC_HOLIDAY_FIELD_END, table_add_holiday, builder, findings,
                     error);
}

static inline QcdcStatus tables_add_observations(QcdcDatasetBuilder *builder, const char *observations, QcdcFindings *findings,
                                                 QcdcError *error)
{
    return table_add("observations.csv", observations, table_observation_field, QCDC_OBSERVATION_FIELD_END,
                     table_add_observation, builder, findings, error);
}

/* A catalog of tables without a fault. */
static inline QcdcCatalog *tables_make_catalog(const char *units, const char *indicators)
{
    QcdcError error = { 0 };
    QcdcCatalog *catalog = NULL;
    QcdcCatalogBuilder *builder = tables_begin(units, indicators, NULL);
    if (qcdc_catalog_builder_freeze(builder, NULL, &catalog, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_EQUAL_FATAL(error.status, QCDC_OK);
    qcdc_catalog_builder_free(builder);
    return catalog;
}

/* A builder over these units and indicators and one plan, central. */
static inline QcdcDatasetBuilder *tables_begin_dataset(const char *units, const char *indicators)
{
    QcdcCatalogBuilder *catalogs = tables_begin(units, indicators, NULL);
    QcdcCatalog *catalog = NULL;
    QcdcDatasetBuilder *builder = NULL;
    qcdc_catalog_builder_add_plan(catalogs, "central", "kế hoạch", NULL);
    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_freeze(catalogs, NULL, &catalog, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 0, &builder, NULL), QCDC_OK);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(catalogs);
    return builder;
}

/* All findings, a line each; freed with free(). */
static inline char *findings_to_lines(const QcdcFindings *findings)
{
    size_t count = qcdc_findings_get_count(findings), length = 0;
    for (size_t i = 0; i < count; i++)
        length += qcdc_findings_item_to_text(findings, i, NULL, 0) + 12;
    char *lines = calloc(length + 1, 1), *end = lines;
    for (size_t i = 0; i < count; i++) {
        QcdcFinding finding;
        qcdc_findings_get_item(findings, i, &finding);
        end += sprintf(end, "%s ", finding.code + strlen("QCDC-"));
        end += qcdc_findings_item_to_text(findings, i, end, length + 1 - (size_t)(end - lines));
        *end++ = '\n';
    }
    return lines;
}

/* Shows where two texts of several lines part. */
static inline void expect_lines(const char *got, const char *wanted)
{
    size_t at = 0;
    while (got[at] == wanted[at] && got[at] != '\0')
        at++;
    if (got[at] != wanted[at]) {
        while (at > 0 && got[at - 1] != '\n')
            at--;
        printf("# got:    %.*s\n# wanted: %.*s\n", (int)strcspn(got + at, "\n"), got + at, (int)strcspn(wanted + at, "\n"),
               wanted + at);
    }
    CU_ASSERT_STRING_EQUAL(got, wanted);
}

/* Freezes the builder, frees it and its findings, and holds these against @wanted; "" is none. */
static inline void tables_expect_faults(QcdcCatalogBuilder *builder, QcdcFindings *findings, const char *wanted)
{
    QcdcCatalog *catalog = NULL;
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, findings, &catalog, NULL), wanted[0] != '\0' ? QCDC_STATUS_FINDINGS : QCDC_OK);
    char *lines = findings_to_lines(findings);
    expect_lines(lines, wanted);
    free(lines);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
    qcdc_findings_free(findings);
}

/* Freezes and frees the builder of good tables. */
static inline QcdcCatalog *tables_freeze(QcdcCatalogBuilder *builder)
{
    QcdcCatalog *catalog = NULL;
    QcdcError error = {0};
    if (qcdc_catalog_builder_freeze(builder, NULL, &catalog, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(catalog);
    qcdc_catalog_builder_free(builder);
    return catalog;
}

#endif
