/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "layout-private.h"

#include <string.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "model/findings-private.h"

static bool is_usable(const QcdcLayoutBuilder *builder)
{
    return builder != NULL && builder->layouts != NULL;
}

QcdcStatus qcdc_layout_builder_new(QcdcCatalog *catalog, QcdcLayoutBuilder **out_builder, QcdcError *error)
{
    if (catalog == NULL || out_builder == NULL)
        return qcdc_error_set_argument(error, "no catalog, or no place for the builder");
    QcdcLayoutBuilder *builder = memory_try_new(1, sizeof *builder);
    if (builder != NULL)
        builder->layouts = memory_try_new(1, sizeof *builder->layouts);
    if (builder == NULL || builder->layouts == NULL) {
        qcdc_free(builder);
        return memory_fail(error);
    }
    builder->layouts->references = 1;
    builder->layouts->catalog = qcdc_catalog_ref(catalog);
    *out_builder = builder;
    return QCDC_OK;
}

void qcdc_layout_builder_free(QcdcLayoutBuilder *builder)
{
    if (builder == NULL)
        return;
    qcdc_layouts_unref(builder->layouts);
    qcdc_free(builder);
}

/* The row with its x_… attributes, or neither. */
static void keep_row(Report *report, QcdcLayouts *layouts, Array *rows, const void *row, size_t size, AttributeTable *attributes,
                     const QcdcRecord *record)
{
    if (report->status == QCDC_OK && (!attribute_table_add(attributes, &layouts->strings, (uint32_t)rows->count, record) ||
                                      !array_append(rows, row, 1, size)))
        report_out_of_memory(report);
}

static QcdcStatus conclude_row(QcdcLayoutBuilder *builder, const Report *report)
{
    builder->fault_count += report->status == QCDC_OK ? report->fault_count : 0;
    return report->status;
}

/* One fault, however many rows there are. */
static void report_full(Report *report, bool *is_told, const char *complaint)
{
    if (*is_told && report->findings != NULL)
        return;
    *is_told = report->findings != NULL;
    report_fault(report, FINDING_LAYOUT_LIMIT, FIELD_NONE, NULL, "", complaint, NULL);
}

QcdcStatus qcdc_layout_builder_add_table(QcdcLayoutBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                         QcdcError *error)
{
    if (!is_usable(builder) || !record_is_usable(record))
        return qcdc_error_set_argument(error, "no builder, a spent one, or no record");
    QcdcLayouts *layouts = builder->layouts;
    Report report = report_begin(findings, error);
    QcdcLayout layout;
    report_enter(&report, record);
    if (layouts->tables.count >= LAYOUT_MOST_TABLES) {
        report_full(&report, &builder->is_over_tables, "one table more than the 500 there may be");
        return conclude_row(builder, &report);
    }
    layout_read_table(&report, layouts, record, builder->lost_units, &layout);
    layout.file = record_keep_source(&report, &layouts->strings, record);
    keep_row(&report, layouts, &layouts->tables, &layout, sizeof layout, &layouts->table_attributes, record);
    record_copy_columns(record, builder->table_columns, QCDC_LAYOUT_FIELD_END);
    return conclude_row(builder, &report);
}

QcdcStatus qcdc_layout_builder_add_line(QcdcLayoutBuilder *builder, const QcdcRecord *record, QcdcFindings *findings, QcdcError *error)
{
    if (!is_usable(builder) || !record_is_usable(record))
        return qcdc_error_set_argument(error, "no builder, a spent one, or no record");
    QcdcLayouts *layouts = builder->layouts;
    Report report = report_begin(findings, error);
    LayoutLine line;
    report_enter(&report, record);
    if (layouts->lines.count >= QCDC_FAULT("layout-most-lines", (size_t)QCDC_LAYOUT_MOST_LINES, SIZE_MAX)) {
        report_full(&report, &builder->is_over_lines, "one line more than the 2000 there may be");
        return conclude_row(builder, &report);
    }
    layout_read_line(&report, layouts, record, builder->lost_units, &line);
    line.file = record_keep_source(&report, &layouts->strings, record);
    keep_row(&report, layouts, &layouts->lines, &line, sizeof line, &layouts->line_attributes, record);
    record_copy_columns(record, builder->line_columns, QCDC_LAYOUT_LINE_FIELD_END);
    return conclude_row(builder, &report);
}

void layout_builder_note_lost_rows(QcdcLayoutBuilder *builder, bool lost_units, bool lost_indicators, bool lost_tables, bool lost_lines)
{
    builder->lost_units = lost_units;
    builder->lost_indicators = lost_indicators;
    builder->lost_tables = lost_tables;
    builder->lost_lines = lost_lines;
}

/* The error of faults that were put down earlier, perhaps in another findings object. */
static QcdcStatus conclude(const QcdcLayoutBuilder *builder, const QcdcFindings *findings, size_t fault_count, QcdcError *error)
{
    QcdcStatus status = builder->fault_count > 0 || fault_count > 0 ? findings_conclude(findings, 0, error) : QCDC_OK;
    if (status == QCDC_OK && builder->fault_count > 0)
        status = qcdc_error_set(error, QCDC_STATUS_FINDINGS, NULL, 0, 0, "rows with faults were added", NULL,
                                "see the findings they were added with");
    return status;
}

QcdcStatus qcdc_layout_builder_freeze(QcdcLayoutBuilder *builder, QcdcFindings *findings, QcdcLayouts **out_layouts, QcdcError *error)
{
    if (!is_usable(builder) || out_layouts == NULL)
        return qcdc_error_set_argument(error, "no builder, a spent one, or no place for the tables");
    Report report = report_begin(findings, error);
    if (!layout_resolve(builder, &report))
        report_out_of_memory(&report);
    QcdcStatus status = report.status;
    QcdcLayouts *layouts = builder->layouts;
    builder->layouts = NULL;
    if (status == QCDC_OK)
        status = conclude(builder, findings, report.fault_count, error);
    if (status == QCDC_OK)
        *out_layouts = layouts;
    else
        qcdc_layouts_unref(layouts);
    return status;
}
