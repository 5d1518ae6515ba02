/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Tables in the shape of forms made row by row, without files (D60). */

#include <qcdc/layout.h>

#include "expect.h"
#include "figures.h"
#include "suite.h"

static QcdcLayoutBuilder *begin(void)
{
    Figures figures = {"code;name;level\nt;Tỉnh;0\n", "code;name;nature;measure\nn;N;flow;đơn\n", NULL, NULL, NULL, NULL};
    FiguresMore more = {0};
    QcdcCatalog *catalog = figures_make_catalog_with(&figures, &more);
    QcdcLayoutBuilder *builder = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_layout_builder_new(catalog, &builder, NULL), QCDC_OK);
    qcdc_catalog_unref(catalog);
    return builder;
}

static QcdcRecord record_of(const char *const *values, size_t count)
{
    return (QcdcRecord){.values = values, .value_count = count, .row = 1};
}

static QcdcStatus add_table(QcdcLayoutBuilder *builder, const char *code, const char *rows, QcdcFindings *findings, QcdcError *error)
{
    const char *values[] = {code, "Biểu", rows};
    QcdcRecord record = record_of(values, 3);
    return qcdc_layout_builder_add_table(builder, &record, findings, error);
}

static QcdcStatus add_column(QcdcLayoutBuilder *builder, const char *table, const char *code, QcdcFindings *findings, QcdcError *error)
{
    const char *values[] = {table, "column", code, "", "", "value", "n"};
    QcdcRecord record = record_of(values, 7);
    return qcdc_layout_builder_add_line(builder, &record, findings, error);
}

static void rows_make_tables(void)
{
    QcdcLayoutBuilder *builder = begin();
    QcdcLayouts *layouts = NULL, *again = NULL;
    const QcdcLayout *layout = NULL;
    QcdcError error = {0};
    expect_number("line", add_column(builder, "f", "n", NULL, &error), QCDC_OK);
    expect_number("table", add_table(builder, "f", "units", NULL, &error), QCDC_OK);
    expect_number("freeze", qcdc_layout_builder_freeze(builder, NULL, &layouts, &error), QCDC_OK);
    expect_number("count", (int64_t)qcdc_layouts_get_count(layouts), 1);
    expect_number("find", qcdc_layouts_find(layouts, "f", &layout, &error), QCDC_OK);
    expect_text("title", qcdc_layout_get_text(layout, QCDC_LAYOUT_TITLE), "Biểu");
    expect_text("shows", qcdc_layout_get_line_text(layout, 0, QCDC_LAYOUT_LINE_SHOWS), "value");
    CU_ASSERT_PTR_NULL(qcdc_layout_get_line_text(layout, 1, QCDC_LAYOUT_LINE_SHOWS));
    /* a builder is spent */
    expect_number("spent", qcdc_layout_builder_freeze(builder, NULL, &again, &error), QCDC_STATUS_ARGUMENT);
    expect_number("spent", add_table(builder, "g", "units", NULL, &error), QCDC_STATUS_ARGUMENT);
    expect_number("spent", add_column(builder, "f", "m", NULL, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(again);
    qcdc_layouts_unref(layouts);
    qcdc_layout_builder_free(builder);
    qcdc_layout_builder_free(NULL);
}

static void bad_calls_are_refused(void)
{
    QcdcLayoutBuilder *builder = NULL;
    QcdcLayouts *layouts = NULL;
    QcdcRecord empty = {.value_count = 3}, attributes = {.attribute_count = 1};
    QcdcError error = {0};
    expect_number("no catalog", qcdc_layout_builder_new(NULL, &builder, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(builder);
    builder = begin();
    expect_number("no place", qcdc_layout_builder_freeze(builder, NULL, NULL, &error), QCDC_STATUS_ARGUMENT);
    expect_number("no record", qcdc_layout_builder_add_table(builder, NULL, NULL, &error), QCDC_STATUS_ARGUMENT);
    expect_number("no values", qcdc_layout_builder_add_table(builder, &empty, NULL, &error), QCDC_STATUS_ARGUMENT);
    expect_number("no attributes", qcdc_layout_builder_add_line(builder, &attributes, NULL, &error), QCDC_STATUS_ARGUMENT);
    /* none of these spent it */
    expect_number("empty", qcdc_layout_builder_freeze(builder, NULL, &layouts, &error), QCDC_OK);
    expect_number("empty", (int64_t)qcdc_layouts_get_count(layouts), 0);
    qcdc_layouts_unref(layouts);
    qcdc_layout_builder_free(builder);
}

static void faults_are_told_where_they_were_asked_for(void)
{
    QcdcLayoutBuilder *builder = begin();
    QcdcLayouts *layouts = NULL;
    QcdcFindings *findings = NULL;
    QcdcError error = {0};
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    expect_number("without findings", add_table(builder, "f", "kind", NULL, &error), QCDC_STATUS_SYNTAX);
    expect_number("with findings", add_table(builder, "f", "kind", findings, &error), QCDC_OK);
    expect_number("with findings", (int64_t)qcdc_findings_get_total(findings), 1);
    expect_number("a line", add_column(builder, "f", "n", NULL, &error), QCDC_OK);
    expect_number("freeze", qcdc_layout_builder_freeze(builder, NULL, &layouts, &error), QCDC_STATUS_FINDINGS);
    CU_ASSERT_PTR_NULL(layouts);
    qcdc_findings_free(findings);
    qcdc_layout_builder_free(builder);
}

/* One fault of what is too much, however much it is; the tables there may be are there. */
static void there_are_five_hundred_tables_at_most(void)
{
    QcdcLayoutBuilder *builder = begin();
    QcdcLayouts *layouts = NULL;
    QcdcFindings *findings = NULL;
    QcdcError error = {0};
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    for (int number = 0; number < 500; number++) {
        char code[8];
        snprintf(code, sizeof code, "f%d", number);
        CU_ASSERT_EQUAL(add_table(builder, code, "units", NULL, &error), QCDC_OK);
        CU_ASSERT_EQUAL(add_column(builder, code, "n", NULL, &error), QCDC_OK);
    }
    expect_number("one more", add_table(builder, "g", "units", NULL, &error), QCDC_STATUS_REFUSED);
    expect_text("one more", strstr(error.text, "one table more than the 500 there may be"), "one table more than the 500 there may be");
    for (int more = 0; more < 3; more++)
        expect_number("many more", add_table(builder, "g", "units", findings, &error), QCDC_OK);
    expect_number("said once", (int64_t)qcdc_findings_get_total(findings), 1);
    expect_number("freeze", qcdc_layout_builder_freeze(builder, findings, &layouts, &error), QCDC_STATUS_FINDINGS);
    qcdc_findings_free(findings);
    qcdc_layout_builder_free(builder);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"rows make tables, in any order", rows_make_tables},
        {"bad calls are refused", bad_calls_are_refused},
        {"faults are told where they were asked for", faults_are_told_where_they_were_asked_for},
        {"there are five hundred tables at most", there_are_five_hundred_tables_at_most},
    };
    return SUITE_RUN("layout_builder", tests, argc, argv);
}
