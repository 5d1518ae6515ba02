/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/calendar-table.h>

#include "expect.h"
#include "failing-memory.h"
#include "model/catalog-private.h"
#include "suite.h"
#include "tables.h"

#define UNITS \
    "code,name,level,parent,id,valid_from,valid_to\n" \
    "t,Tỉnh,0,,,,\n" \
    "a,Xã A,1,t,old,,2022-12-19\n" \
    "a,Phường A,1,t,new,2022-12-20,\n"
#define INDICATORS "code,name,nature,measure\nn,N,flow,đơn\n"
#define HEADER "name,kind,first_month_offset,first_day,last_month_offset,last_day,valid_from,valid_to\n"

static QcdcPeriod period_of(const char *label)
{
    QcdcPeriod period = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_period_parse(label, strlen(label), &period, NULL), QCDC_OK);
    return period;
}

static QcdcCatalog *make_catalog(const char *calendars, const char *holidays, const char *name)
{
    QcdcCatalogBuilder *builder = tables_begin(UNITS, INDICATORS, NULL);
    QcdcError error = { 0 };
    if (calendars != NULL)
        CU_ASSERT_EQUAL(tables_add_calendars(builder, calendars, NULL, &error), QCDC_OK);
    if (holidays != NULL)
        CU_ASSERT_EQUAL(tables_add_holidays(builder, holidays, NULL, &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_calendar(builder, name, &error), QCDC_OK);
    return tables_freeze(builder);
}

static void expect_faults(const char *calendars, const char *holidays, const char *wanted)
{
    QcdcFindings *findings = NULL;
    qcdc_findings_new(0, &findings, NULL);
    QcdcCatalogBuilder *builder = tables_begin(UNITS, INDICATORS, findings);
    if (calendars != NULL)
        CU_ASSERT_EQUAL(tables_add_calendars(builder, calendars, findings, NULL), QCDC_OK);
    if (holidays != NULL)
        CU_ASSERT_EQUAL(tables_add_holidays(builder, holidays, findings, NULL), QCDC_OK);
    tables_expect_faults(builder, findings, wanted);
}

static void fields_have_names(void)
{
    CU_ASSERT_STRING_EQUAL(qcdc_calendar_field_to_name(QCDC_CALENDAR_NAME), "name");
    CU_ASSERT_STRING_EQUAL(qcdc_calendar_field_to_name(QCDC_CALENDAR_VALID_TO), "valid_to");
    CU_ASSERT_PTR_NULL(qcdc_calendar_field_to_name(QCDC_CALENDAR_FIELD_END));
    CU_ASSERT_PTR_NULL(qcdc_calendar_field_to_name((QcdcCalendarField)-1));
    CU_ASSERT_STRING_EQUAL(qcdc_holiday_field_to_name(QCDC_HOLIDAY_DATE), "date");
    CU_ASSERT_PTR_NULL(qcdc_holiday_field_to_name(QCDC_HOLIDAY_FIELD_END));
}

static void rows_at_fault_are_found(void)
{
    expect_faults(HEADER "x,month,-12,31,12,1,,\nx,to-date,0,1,0,31,2020-01-01,2020-01-01\ny,month,0,1,0,31,,\n", "date,name\n2022-01-01,\n", "");
    expect_faults(HEADER ",,,,,,,\n", NULL,
                  "F001 calendars.csv:2:1: name is empty; each row has a name, a kind, two offsets and two days\n"
                  "F001 calendars.csv:2:2: kind is empty; each row has a name, a kind, two offsets and two days\n"
                  "F001 calendars.csv:2:3: first_month_offset is empty; each row has a name, a kind, two offsets and two days\n"
                  "F001 calendars.csv:2:4: first_day is empty; each row has a name, a kind, two offsets and two days\n"
                  "F001 calendars.csv:2:5: last_month_offset is empty; each row has a name, a kind, two offsets and two days\n"
                  "F001 calendars.csv:2:6: last_day is empty; each row has a name, a kind, two offsets and two days\n");
    expect_faults(HEADER "x,months,+1,0,13,32,,\n", NULL,
                  "F070 calendars.csv:2:2: kind \"months\" is not known; one of month, quarter, half, to-date, nine-months, year\n"
                  "F071 calendars.csv:2:3: first_month_offset \"+1\" is not a number of months; -12 … 12, and 0 is the label's own month\n"
                  "F072 calendars.csv:2:4: first_day \"0\" is not a day of a month; 1 … 31, and 31 is the end of any month\n"
                  "F071 calendars.csv:2:5: last_month_offset \"13\" is not a number of months; -12 … 12, and 0 is the label's own month\n"
                  "F072 calendars.csv:2:6: last_day \"32\" is not a day of a month; 1 … 31, and 31 is the end of any month\n");
    expect_faults(HEADER "x,month,--1,1,-,31,,\nx,year,0,1,0,31,2020,2021-02-30\nx,half,0,1,0,31,2021-01-02,2021-01-01\n", NULL,
                  "F071 calendars.csv:2:3: first_month_offset \"--1\" is not a number of months; -12 … 12, and 0 is the label's own month\n"
                  "F071 calendars.csv:2:5: last_month_offset \"-\" is not a number of months; -12 … 12, and 0 is the label's own month\n"
                  "F004 calendars.csv:3:7: date \"2020\" is not a day; days are written year-month-day, 2019-06-01\n"
                  "F004 calendars.csv:3:8: date \"2021-02-30\" is not in the calendar; years are 0001 … 9999, and the month has to have "
                  "that day\n"
                  "F005 calendars.csv:4:7: valid_from \"2021-01-02\" is after valid_to; valid_to is the last day, itself included\n");
    expect_faults(HEADER "x,month,0,15,0,14,,\nx,quarter,2,15,0,14,,\nx,half,0,15,-5,15,,\n", NULL,
                  "F073 calendars.csv:2:4: first_day \"15\" begins a label after its last day; see both offsets and last_day\n"
                  "F073 calendars.csv:3:4: first_day \"15\" begins a label after its last day; see both offsets and last_day\n");
    expect_faults(HEADER " x,month,0,1,0,31,,\n", NULL,
                  "F076 calendars.csv:2:1: name \" x\" holds a character that names do not hold; no control characters, no space at either "
                  "end\n");
}

static void rows_of_one_kind_do_not_overlap(void)
{
    expect_faults(HEADER "x,month,0,1,0,31,,2021-12-31\nx,month,-1,15,0,14,2022-01-01,\nx,nine-months,0,1,0,31,,\nx,to-date,0,1,0,31,,\n"
                         "y,month,0,1,0,31,,\n", NULL, "");
    expect_faults(HEADER "x,month,0,1,0,31,,2021-12-31\ny,month,0,1,0,31,,\nx,month,-1,15,0,14,2021-12-31,\nx,month,0,1,0,31,2023-01-01,\n", NULL,
                  "F074 calendars.csv:4:2: kind \"month\" of the calendar holds on the same days, as in row 2; see valid_from and valid_to of "
                  "both rows\n"
                  "F074 calendars.csv:5:2: kind \"month\" of the calendar holds on the same days, as in row 4; see valid_from and valid_to of "
                  "both rows\n");
}

static void holidays_stand_once(void)
{
    expect_faults(NULL, "date,name\n2023-01-02,b\n2022-01-03,a\n2023-01-02,c\n,d\n2023-13-01,\n2023-01-02,e\n",
                  "F075 holidays.csv:4:1: date \"2023-01-02\" is there already, as in row 2; keep one of the two\n"
                  "F001 holidays.csv:5:1: date is empty; each holiday has a date\n"
                  "F004 holidays.csv:6:1: date \"2023-13-01\" is not in the calendar; years are 0001 … 9999, and the month has to have that "
                  "day\n"
                  "F075 holidays.csv:7:1: date \"2023-01-02\" is there already, as in row 2; keep one of the two\n");
}

static void a_table_has_so_many_rows(void)
{
    static char table[65536];
    size_t length = (size_t)sprintf(table, HEADER);
    QcdcCatalogBuilder *builder = tables_begin(UNITS, INDICATORS, NULL);
    QcdcError error = { 0 };
    for (int k = 0; k < 500; k++)
        length += (size_t)sprintf(table + length, "c%d,month,0,1,0,31,,\n", k);
    CU_ASSERT_EQUAL(tables_add_calendars(builder, table, NULL, &error), QCDC_OK);
    CU_ASSERT_EQUAL(tables_add_calendars(builder, HEADER "one,month,0,1,0,31,,\n", NULL, &error), QCDC_STATUS_MEMORY);
    expect_text("500", error.text, "calendars.csv:2: one row more than the 500 there may be");
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_calendar(builder, "c499", &error), QCDC_OK);
    qcdc_catalog_builder_free(builder);
    sprintf(table + length, "one,month,0,1,0,31,,\ntwo,month,0,1,0,31,,\nthree,month,0,1,0,31,,\n");
    expect_faults(table, NULL, "F077 calendars.csv:502: one row more than the 500 there may be\n");
}

static void expect_days(const QcdcCatalog *catalog, const char *label, const char *first, const char *last)
{
    int32_t days[2] = { 0, 0 };
    char text[QCDC_DAY_TEXT_SIZE];
    expect_number(label, qcdc_catalog_get_days(catalog, period_of(label), &days[0], &days[1], NULL), QCDC_OK);
    qcdc_day_to_text(days[0], text, sizeof text);
    expect_text(label, text, first);
    qcdc_day_to_text(days[1], text, sizeof text);
    expect_text(label, text, last);
}

static void own_calendars_go_before_shipped_ones(void)
{
    QcdcCatalog *catalog = make_catalog(HEADER "decree-09,month,0,2,1,1,,\nother,month,0,3,0,31,,\n", NULL, "decree-09");
    expect_days(catalog, "2022-02", "2022-02-02", "2022-03-01");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_calendar(catalog)->name, "decree-09");
    CU_ASSERT_EQUAL(qcdc_catalog_get_calendar(catalog)->row_count, 1);
    qcdc_catalog_unref(catalog);
    catalog = make_catalog(NULL, NULL, "decree-09");
    expect_days(catalog, "2022-02", "2022-01-15", "2022-02-14");
    qcdc_catalog_unref(catalog);
}

static void names_that_are_none_are_refused(void)
{
    QcdcCatalogBuilder *builder = tables_begin(UNITS, INDICATORS, NULL);
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(tables_add_calendars(builder, HEADER "tỉnh,month,0,2,1,1,,\n", NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_calendar(builder, "decree-9", &error), QCDC_STATUS_NOT_FOUND);
    expect_text("near", error.text, "calendar \"decree-9\" is not known; did you mean \"decree-09\"?");
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_calendar(builder, "tinh", &error), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_calendar(builder, "lunar", &error), QCDC_STATUS_NOT_FOUND);
    expect_text("far", error.text, "calendar \"lunar\" is not known; a name of calendars.csv, or civil, decree-09, inspection-2013");
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_calendar(builder, "tỉnh", &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_calendar(builder, "ti\xCC\x89nh", &error), QCDC_OK); /* in letters and marks */
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_calendar(builder, NULL, &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_calendar(NULL, "civil", &error), QCDC_STATUS_ARGUMENT);
    QcdcCatalog *catalog = NULL;
    CU_ASSERT_EQUAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL), QCDC_OK);
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_calendar(catalog));
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_calendar(builder, "civil", &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(qcdc_catalog_get_calendar(NULL));
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
}

/* S14: without a calendar there are no cut-off days; a range of days is what it says. */
static void days_and_deadlines_need_a_calendar(void)
{
    QcdcCatalog *catalog = make_catalog(HEADER "x,month,0,1,0,25,,\n", "date\n2022-09-02\n", NULL);
    int32_t first = 7, last = 8;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(qcdc_catalog_get_days(catalog, period_of("2022"), &first, &last, &error), QCDC_STATUS_REFUSED);
    expect_text("none", error.text, "without a calendar there are no cut-off days; name one: calendar=decree-09 in bundle.ini, or --calendar");
    CU_ASSERT_EQUAL(qcdc_catalog_get_deadline(catalog, period_of("2022"), 0, &last, &error), QCDC_STATUS_REFUSED);
    CU_ASSERT(first == 7 && last == 8);
    expect_days(catalog, "2022-01-02/2022-03-04", "2022-01-02", "2022-03-04");
    CU_ASSERT_EQUAL(qcdc_catalog_get_days(catalog, (QcdcPeriod){ 0 }, &first, &last, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_get_days(NULL, period_of("2022"), &first, &last, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_get_deadline(NULL, period_of("2022"), 0, &last, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_TRUE(catalog_find_days(catalog, period_of("2022"), &first, &last));
    CU_ASSERT_EQUAL(last - first, 364);
    CU_ASSERT_FALSE(catalog_find_days(catalog, (QcdcPeriod){ 0 }, &first, &last));
    qcdc_catalog_unref(catalog);
    /* holidays in any order */
    catalog = make_catalog(HEADER "x,month,0,1,0,25,,\n", "date,name,x_act\n2022-09-02,Quốc khánh,\n2022-01-03,,a\n2022-08-26,,\n", "x");
    CU_ASSERT_EQUAL(qcdc_catalog_get_deadline(catalog, period_of("2022-08"), 5, &last, &error), QCDC_OK);
    char text[QCDC_DAY_TEXT_SIZE];
    qcdc_day_to_text(last, text, sizeof text);
    expect_text("over a weekend and two holidays", text, "2022-09-05");
    qcdc_catalog_unref(catalog);
}

/* D39: on the day that the calendar cuts off; a label without cut-off days is its civil days. */
static void codes_and_trees_are_those_of_the_cut_off_day(void)
{
    static const struct {
        const char *calendar, *label;
        QcdcUnitId unit;
        const char *name;
        size_t tree;
    } cases[] = {
        { NULL, "2022", 2, "Phường A", 3 },           { "civil", "2022", 2, "Phường A", 3 },
        { "decree-09", "2022", 1, "Xã A", 2 },        { "decree-09", "2022-12", 1, "Xã A", 2 },
        { "decree-09", "2023-01", 2, "Phường A", 3 }, { "inspection-2013", "2022-12", 2, "Phường A", 3 },
        { "inspection-2013", "2023-Q1", 2, "Phường A", 3 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcCatalog *catalog = make_catalog(NULL, NULL, cases[i].calendar);
        QcdcPeriod period = period_of(cases[i].label);
        QcdcUnitId unit = 77;
        size_t count = 0;
        CU_ASSERT_EQUAL(qcdc_catalog_find_unit(catalog, "a", period, &unit, NULL), QCDC_OK);
        expect_number(cases[i].label, unit, cases[i].unit);
        expect_text(cases[i].label, qcdc_catalog_get_unit_text(catalog, unit, period, QCDC_UNIT_NAME), cases[i].name);
        CU_ASSERT_EQUAL(qcdc_catalog_read_tree(catalog, period, NULL, NULL, 0, &count, NULL), QCDC_OK);
        expect_number(cases[i].label, (int64_t)count, (int64_t)cases[i].tree);
        qcdc_catalog_unref(catalog);
    }
}

static void expect_observation(const char *calendar, const char *label, QcdcStatus wanted, QcdcUnitId unit)
{
    QcdcCatalog *catalog = make_catalog(NULL, NULL, calendar);
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    QcdcObservation observation;
    char table[96];
    snprintf(table, sizeof table, "unit,indicator,period,value\na,n,%s,1\n", label);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 0, &builder, NULL), QCDC_OK);
    expect_number(label, tables_add_observations(builder, table, NULL, NULL), wanted);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL), QCDC_OK);
    if (wanted == QCDC_OK && qcdc_dataset_get_observation(dataset, 0, &observation, NULL) == QCDC_OK)
        expect_number(label, observation.unit, unit);
    qcdc_dataset_unref(dataset);
    qcdc_dataset_builder_free(builder);
    qcdc_catalog_unref(catalog);
}

static void observations_name_units_of_the_cut_off_day(void)
{
    expect_observation(NULL, "2022-11", QCDC_OK, 1);
    expect_observation(NULL, "2022", QCDC_STATUS_REFUSED, 0); /* two units */
    expect_observation("decree-09", "2022", QCDC_OK, 1);
    expect_observation("decree-09", "2022-12", QCDC_OK, 1);
    expect_observation("decree-09", "2023-01", QCDC_STATUS_REFUSED, 0);
    expect_observation("decree-09", "2023-02", QCDC_OK, 2);
    expect_observation("decree-09", "2022-01/P9M", QCDC_OK, 1);
}

static void columns_are_held_against_the_cut_off_day(void)
{
    QcdcCatalog *catalog = make_catalog(NULL, NULL, "decree-09");
    QcdcDatasetBuilder *builder = NULL;
    const QcdcUnitId units[] = { 1, 2 };
    const QcdcIndicatorId indicators[] = { 0, 0 };
    const QcdcPeriod periods[] = { period_of("2022-12"), period_of("2022-12") };
    const int64_t values[] = { 1, 2 };
    QcdcColumns columns = { .size = sizeof columns, .units = units, .indicators = indicators, .periods = periods, .coefficients = values, .count = 1 };
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 0, &builder, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, NULL), QCDC_OK);
    columns.units++; /* in force from the 20th on */
    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, NULL), QCDC_STATUS_NOT_FOUND);
    qcdc_dataset_builder_free(builder);
    qcdc_catalog_unref(catalog);
}

static QcdcStatus build(void)
{
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    QcdcStatus status = qcdc_catalog_builder_new(&builder, NULL);
    if (status == QCDC_OK)
        status = tables_add_calendars(builder, HEADER "một,month,0,1,0,25,,\nhai,year,0,1,0,31,,\n", NULL, NULL);
    if (status == QCDC_OK)
        status = tables_add_holidays(builder, "date,x_act\n2022-09-02,a\n2022-01-03,b\n", NULL, NULL);
    if (status == QCDC_OK)
        status = qcdc_catalog_builder_set_calendar(builder, "hai", NULL);
    if (status == QCDC_OK)
        status = qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL);
    CU_ASSERT_EQUAL(status == QCDC_OK, catalog != NULL);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
    return status;
}

static void a_failed_allocation_is_told(void)
{
    QcdcStatus status = QCDC_STATUS_MEMORY;
    long count = 0;
    for (; status == QCDC_STATUS_MEMORY && count < 1000; count++) {
        allowed = count;
        status = build();
    }
    allowed = -1;
    CU_ASSERT(count > 10);
    CU_ASSERT_EQUAL(status, QCDC_OK);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "fields have names", fields_have_names },
        { "rows at fault are found", rows_at_fault_are_found },
        { "rows of one kind do not overlap", rows_of_one_kind_do_not_overlap },
        { "holidays stand once", holidays_stand_once },
        { "a table has so many rows", a_table_has_so_many_rows },
        { "own calendars go before shipped ones", own_calendars_go_before_shipped_ones },
        { "names that are none are refused", names_that_are_none_are_refused },
        { "days and deadlines need a calendar", days_and_deadlines_need_a_calendar },
        { "codes and trees are those of the cut-off day", codes_and_trees_are_those_of_the_cut_off_day },
        { "observations name units of the cut-off day", observations_name_units_of_the_cut_off_day },
        { "columns are held against the cut-off day", columns_are_held_against_the_cut_off_day },
        { "a failed allocation is told", a_failed_allocation_is_told },
    };
    return SUITE_RUN("calendar_table", tests, argc, argv);
}
