/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* calendars.csv, holidays.csv and calendar= in a bundle (D38). */

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include <qcdc/calendar-table.h>

#include "exchange/bundle-private.h"
#include "expect.h"
#include "failing-memory.h"
#include "tables.h"

#define HEADER "name,kind,first_month_offset,first_day,last_month_offset,last_day,valid_from,valid_to\n"

/* A bundle in memory; NULL: there is no such file, or no such key. */
typedef struct Texts {
    const char *calendar, *calendars, *holidays, *observations;
} Texts;

static QcdcStatus read_texts(const Texts *texts, const char *option, QcdcFindings *findings, QcdcBundle **out_bundle, QcdcError *error)
{
    const char *observations = texts->observations != NULL ? texts->observations : "unit,indicator,period,value\na,n,2022,1\n";
    char *ini = g_strconcat("[bundle]\nformat=1\n", texts->calendar != NULL ? "calendar=" : "",
                            texts->calendar != NULL ? texts->calendar : "", "\n", NULL);
    BundleFile files[6] = {
        { "bundle.ini", ini, strlen(ini) },
        { "units.csv", "code,name,level,id,valid_from,valid_to\na,A,0,cu,,2022-12-19\na,A,0,moi,2022-12-20,\n", 0 },
        { "indicators.csv", "code,name,nature,measure\nn,N,flow,m\n", 0 },
        { "observations.csv", observations, 0 },
    };
    size_t count = 4;
    if (texts->calendars != NULL)
        files[count++] = (BundleFile){ "calendars.csv", texts->calendars, 0 };
    if (texts->holidays != NULL)
        files[count++] = (BundleFile){ "holidays.csv", texts->holidays, 0 };
    for (size_t k = 0; k < count; k++)
        files[k].length = strlen(files[k].bytes);
    const BundleFolder folder = { .files = files, .file_count = count };
    const QcdcBundleOptions options = { .size = sizeof options, .calendar = option };
    QcdcStatus status = bundle_read_folder(&folder, &options, findings, out_bundle, error);
    g_free(ini);
    return status;
}

static void expect_found(Texts texts, const char *option, const char *wanted)
{
    QcdcFindings *findings = NULL;
    QcdcBundle *bundle = NULL;
    char *lines;
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    QcdcStatus status = read_texts(&texts, option, findings, &bundle, NULL);
    CU_ASSERT_EQUAL(status, wanted[0] != '\0' ? QCDC_STATUS_FINDINGS : QCDC_OK);
    CU_ASSERT_EQUAL(bundle != NULL, status == QCDC_OK);
    lines = findings_to_lines(findings);
    expect_text("found", lines, wanted);
    free(lines);
    qcdc_bundle_unref(bundle);
    qcdc_findings_free(findings);
}

static void a_calendar_is_one_of_the_bundle_or_a_shipped_one(void)
{
    static const char rows[] = HEADER "x,year,-1,15,0,14,,\n";
    expect_found((Texts){ .calendar = "decree-09" }, NULL, "");
    expect_found((Texts){ .calendar = "x", .calendars = rows, .holidays = "date\n2022-01-03\n" }, NULL, "");
    expect_found((Texts){ .calendar = "y", .calendars = rows }, NULL,
                 "F132 bundle.ini:3:1: [bundle] calendar \"y\" is not known; a name of calendars.csv, or civil, decree-09, inspection-2013\n"
                 "F052 observations.csv:2:1: unit \"a\" was two units in the period; write the id instead: \"cu\" or \"moi\"\n");
    /* perhaps it is the name in the row that is lost */
    expect_found((Texts){ .calendar = "y", .calendars = HEADER "y,year,-1,15,0\n", .observations = "unit,indicator,period,value\n" }, NULL,
                 "F111 calendars.csv:2:1: row has 5 fields, the header has 8; a field that holds the separator stands in quotes\n");
    /* a row with a fault has a name all the same */
    expect_found((Texts){ .calendar = "y", .calendars = HEADER "y,year,-1,15,0,32,,\n", .observations = "unit,indicator,period,value\n" }, NULL,
                 "F072 calendars.csv:2:6: last_day \"32\" is not a day of a month; 1 … 31, and 31 is the end of any month\n");
}

static void tables_are_checked_as_others_are(void)
{
    expect_found((Texts){ .calendar = "decree-09", .calendars = "name,kind,first_day,last_day,last_month_offset\n" }, NULL,
                 "F114 calendars.csv:1: column \"first_month_offset\" is missing; is the first row the names of the columns?\n");
    expect_found((Texts){ .calendar = "decree-09", .holidays = "day\n2022-01-03\n" }, NULL,
                 "F114 holidays.csv:1: column \"date\" is missing; is the first row the names of the columns?\n"
                 "F112 holidays.csv:1:1: column \"day\" is not known; known: date, name\n");
    expect_found((Texts){ .calendar = "decree-09", .holidays = "" }, NULL,
                 "F101 holidays.csv: file is empty; the first row names the columns\n");
}

/* D38: the calendar that is asked for stands in the place of that of bundle.ini, which need not be one. */
static void a_reading_may_ask_for_another_calendar(void)
{
    const Texts texts = { .calendar = "y", .calendars = HEADER "x,year,-1,15,0,14,,\n" };
    QcdcBundle *bundle = NULL;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(read_texts(&texts, "lunar", NULL, &bundle, &error), QCDC_STATUS_NOT_FOUND);
    expect_text("lunar", error.text, "calendar \"lunar\" is not known; a name of calendars.csv, or civil, decree-09, inspection-2013");
    CU_ASSERT_PTR_NULL(bundle);
    expect_found(texts, "x", "");
    expect_found(texts, "decree-09", "");
    expect_found((Texts){ .calendar = "decree-09" }, "civil",
                 "F052 observations.csv:2:1: unit \"a\" was two units in the period; write the id instead: \"cu\" or \"moi\"\n");
    expect_found((Texts){ .calendar = "decree-09" }, "", "");
}

static char *read_file(const char *folder, const char *name)
{
    char *path = g_build_filename(folder, name, NULL), *text = NULL;
    g_file_get_contents(path, &text, NULL, NULL);
    g_unlink(path);
    g_free(path);
    return text;
}

static void expect_written(const Texts *texts, const char *option, const char *ini, const char *calendars, const char *holidays)
{
    static const char *const others[] = { "units.csv", "indicators.csv", "observations.csv" };
    char *folder = g_dir_make_tmp("qcdc-XXXXXX", NULL), *text;
    QcdcBundle *bundle = NULL, *again = NULL;
    CU_ASSERT_EQUAL_FATAL(read_texts(texts, option, NULL, &bundle, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_bundle_write(bundle, folder, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_bundle_read(folder, NULL, NULL, &again, NULL), QCDC_OK);
    const char *files[] = { "bundle.ini", "calendars.csv", "holidays.csv" }, *wanted[] = { ini, calendars, holidays };
    for (size_t k = 0; k < 3; k++) {
        text = read_file(folder, files[k]);
        expect_text(files[k], text != NULL ? text : "none", wanted[k]);
        g_free(text);
    }
    for (size_t k = 0; k < 3; k++)
        g_free(read_file(folder, others[k]));
    CU_ASSERT_EQUAL(g_rmdir(folder), 0);
    g_free(folder);
    qcdc_bundle_unref(again);
    qcdc_bundle_unref(bundle);
}

static void what_is_written_says_the_calendar_it_was_read_by(void)
{
    const Texts plain = { .observations = "unit,indicator,period,value\na,n,2021,1\n" };
    const Texts own = { .calendar = "lịch riêng",
                        .calendars = "x_act,valid_to,last_day,last_month_offset,first_day,first_month_offset,kind,name\n"
                                     ",,14,0,15,-1,year,lịch riêng\n09/2019,2020-01-01,31,0,1,0,month,\"a,b\"\n",
                        .holidays = "name;date\n;2022-09-02\nTết;2022-02-01\n" };
    expect_written(&plain, NULL, "[bundle]\nformat=1\nnumber_format=canonical\nseparator=,\n", "none", "none");
    expect_written(&plain, "decree-09", "[bundle]\nformat=1\nnumber_format=canonical\nseparator=,\ncalendar=decree-09\n", "none", "none");
    expect_written(&own, NULL, "[bundle]\nformat=1\nnumber_format=canonical\nseparator=,\ncalendar=lịch riêng\n",
                   "name,kind,first_month_offset,first_day,last_month_offset,last_day,valid_to,x_act\nlịch riêng,year,-1,15,0,14,,\n"
                   "\"a,b\",month,0,1,0,31,2020-01-01,09/2019\n",
                   "date,name\n2022-09-02,\n2022-02-01,Tết\n");
}

static QcdcCatalog *make_catalog(const char *name)
{
    QcdcCatalogBuilder *builder = tables_begin("code,name,level\na,A,0\n", "code,name,nature,measure\nn,N,flow,m\n", NULL);
    QcdcCatalog *catalog = NULL;
    char *rows = g_strconcat(HEADER, name, ",year,0,1,0,31,,\n", NULL);
    CU_ASSERT_EQUAL(tables_add_calendars(builder, rows, NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_calendar(builder, name, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL), QCDC_OK);
    qcdc_catalog_builder_free(builder);
    g_free(rows);
    return catalog;
}

/* What a host built is a bundle like any other, whatever the calendar is called. */
static void a_host_s_calendar_is_written(void)
{
    static const char *const names[] = { "x", "#x", "[x]", "a=b", "\\n", "civil", "lịch 09/2019" };
    for (size_t k = 0; k < G_N_ELEMENTS(names); k++) {
        QcdcCatalog *catalog = make_catalog(names[k]);
        QcdcDatasetBuilder *builder = NULL;
        QcdcDataset *dataset = NULL;
        QcdcBundle *bundle = NULL, *again = NULL;
        uint8_t *bytes = NULL;
        size_t length = 0;
        CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 0, &builder, NULL), QCDC_OK);
        CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL), QCDC_OK);
        CU_ASSERT_EQUAL_FATAL(qcdc_bundle_new(dataset, NULL, NULL, NULL, NULL, &bundle, NULL), QCDC_OK);
        CU_ASSERT_EQUAL_FATAL(qcdc_bundle_pack(bundle, &bytes, &length, NULL), QCDC_OK);
        CU_ASSERT_EQUAL_FATAL(qcdc_bundle_unpack(bytes, length, NULL, NULL, &again, NULL), QCDC_OK);
        expect_text(names[k], qcdc_catalog_get_calendar(qcdc_bundle_get_catalog(again))->name, names[k]);
        CU_ASSERT_EQUAL(qcdc_catalog_get_calendar(qcdc_bundle_get_catalog(again))->row_count, 1);
        qcdc_free(bytes);
        qcdc_bundle_unref(again);
        qcdc_bundle_unref(bundle);
        qcdc_dataset_unref(dataset);
        qcdc_dataset_builder_free(builder);
        qcdc_catalog_unref(catalog);
    }
}

static void a_failed_allocation_is_told(void)
{
    const Texts texts = { .calendar = "x", .calendars = HEADER "x,year,-1,15,0,14,,\n", .holidays = "date\n2022-01-03\n" };
    QcdcStatus status = QCDC_STATUS_MEMORY;
    long count = 0;
    for (; status == QCDC_STATUS_MEMORY && count < 1000; count++) {
        QcdcBundle *bundle = NULL;
        allowed = count;
        status = read_texts(&texts, NULL, NULL, &bundle, NULL);
        allowed = -1;
        CU_ASSERT_EQUAL(bundle != NULL, status == QCDC_OK);
        qcdc_bundle_unref(bundle);
    }
    CU_ASSERT(count > 20);
    CU_ASSERT_EQUAL(status, QCDC_OK);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "a calendar is one of the bundle or a shipped one", a_calendar_is_one_of_the_bundle_or_a_shipped_one },
        { "tables are checked as others are", tables_are_checked_as_others_are },
        { "a reading may ask for another calendar", a_reading_may_ask_for_another_calendar },
        { "what is written says the calendar it was read by", what_is_written_says_the_calendar_it_was_read_by },
        { "a host's calendar is written", a_host_s_calendar_is_written },
        { "a failed allocation is told", a_failed_allocation_is_told },
    };

    return SUITE_RUN("bundle_calendar", tests, argc, argv);
}
