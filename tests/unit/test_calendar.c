/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/calendar.h>

#include "expect.h"
#include "suite.h"

#define FIRST_DAY (-719162)
#define LAST_DAY 2932896

static QcdcPeriod period_of(const char *label)
{
    QcdcPeriod period = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_period_parse(label, strlen(label), &period, NULL), QCDC_OK);
    return period;
}

static void days_are_counted_from_1970(void)
{
    static const struct {
        const char *text;
        int year, month, day;
        int32_t number;
    } cases[] = {
        { "1970-01-01", 1970, 1, 1, 0 },      { "1969-12-31", 1969, 12, 31, -1 },
        { "0001-01-01", 1, 1, 1, FIRST_DAY }, { "9999-12-31", 9999, 12, 31, LAST_DAY },
        { "2000-02-29", 2000, 2, 29, 11016 }, { "2000-03-01", 2000, 3, 1, 11017 },
        { "1900-02-28", 1900, 2, 28, -25509 }, { "1900-03-01", 1900, 3, 1, -25508 },
        { "2019-06-01", 2019, 6, 1, 18048 },  { "2020-02-29", 2020, 2, 29, 18321 },
        { "2024-12-31", 2024, 12, 31, 20088 }, { "0004-02-29", 4, 2, 29, -718008 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int32_t number = 77;
        int year = 0, month = 0, day = 0;
        char text[QCDC_DAY_TEXT_SIZE];
        expect_number(cases[i].text,
                      qcdc_day_from_date(cases[i].year, cases[i].month, cases[i].day, &number, NULL), QCDC_OK);
        expect_number(cases[i].text, number, cases[i].number);
        qcdc_day_to_date(cases[i].number, &year, &month, &day);
        expect(year == cases[i].year && month == cases[i].month && day == cases[i].day, cases[i].text, "another date");
        CU_ASSERT_EQUAL(qcdc_day_to_text(cases[i].number, text, sizeof text), 10);
        expect_text(cases[i].text, text, cases[i].text);
        expect_number(cases[i].text, qcdc_day_parse(cases[i].text, 10, &number, NULL), QCDC_OK);
        expect_number(cases[i].text, number, cases[i].number);
    }
}

static void dates_that_do_not_exist_are_refused(void)
{
    static const int dates[][3] = {
        { 0, 1, 1 },     { 10000, 1, 1 }, { -1, 1, 1 },    { 2019, 0, 1 },  { 2019, 13, 1 },  { 2019, 1, 0 },
        { 2019, 1, 32 }, { 2019, 2, 29 }, { 1900, 2, 29 }, { 2020, 2, 30 }, { 2019, 4, 31 },  { 2019, 6, 31 },
        { 2019, 9, 31 }, { 2019, 11, 31 }, { 2019, -1, 1 }, { 2019, 1, -1 }, { INT32_MAX, INT32_MAX, INT32_MAX },
    };
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        int32_t day = 77;
        QcdcError error;
        expect_number("date", qcdc_day_from_date(dates[i][0], dates[i][1], dates[i][2], &day, &error),
                      QCDC_STATUS_ARGUMENT);
        CU_ASSERT(day == 77 && error.status == QCDC_STATUS_ARGUMENT);
    }
    CU_ASSERT_EQUAL(qcdc_day_from_date(2019, 1, 1, NULL, NULL), QCDC_STATUS_ARGUMENT);
}

static void texts_that_are_no_days_are_refused(void)
{
    static const struct {
        const char *text, *message;
    } cases[] = {
        { "", "date \"\" is not a day; days are written year-month-day, 2019-06-01" },
        { "2019-6-1", "date \"2019-6-1\" is not a day; days are written year-month-day, 2019-06-01" },
        { "01/06/2019", "date \"01/06/2019\" is not a day; days are written year-month-day, 2019-06-01" },
        { "2019-06-011", "date \"2019-06-011\" is not a day; days are written year-month-day, 2019-06-01" },
        { "2019-06-0x", "date \"2019-06-0x\" is not a day; days are written year-month-day, 2019-06-01" },
        { "2019/06-01", "date \"2019/06-01\" is not a day; days are written year-month-day, 2019-06-01" },
        { "2019-06/01", "date \"2019-06/01\" is not a day; days are written year-month-day, 2019-06-01" },
        { "201x-06-01", "date \"201x-06-01\" is not a day; days are written year-month-day, 2019-06-01" },
        { "2019-0x-01", "date \"2019-0x-01\" is not a day; days are written year-month-day, 2019-06-01" },
        { "2019-02-29", "date \"2019-02-29\" is not in the calendar; years are 0001 … 9999, and the month has to have "
                        "that day" },
        { "0000-01-01", "date \"0000-01-01\" is not in the calendar; years are 0001 … 9999, and the month has to have "
                        "that day" },
        { "2019-13-01", "date \"2019-13-01\" is not in the calendar; years are 0001 … 9999, and the month has to have "
                        "that day" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int32_t day = 77;
        QcdcError error;
        expect_number(cases[i].text, qcdc_day_parse(cases[i].text, strlen(cases[i].text), &day, &error),
                      QCDC_STATUS_SYNTAX);
        expect_text(cases[i].text, error.text, cases[i].message);
        CU_ASSERT_EQUAL(day, 77);
    }
    int32_t day;
    CU_ASSERT_EQUAL(qcdc_day_parse("2019-06-01", 10, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_day_parse(NULL, 10, &day, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_day_parse(NULL, 0, &day, NULL), QCDC_STATUS_SYNTAX);
}

static void numbers_outside_the_years_are_no_days(void)
{
    static const int32_t numbers[] = { FIRST_DAY - 1, LAST_DAY + 1, INT32_MIN, INT32_MAX };
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        int year = 1, month = 1, day = 1;
        char text[QCDC_DAY_TEXT_SIZE] = "x";
        qcdc_day_to_date(numbers[i], &year, &month, &day);
        CU_ASSERT(year == 0 && month == 0 && day == 0);
        CU_ASSERT_EQUAL(qcdc_day_to_text(numbers[i], text, sizeof text), 0);
        CU_ASSERT_STRING_EQUAL(text, "");
    }
    qcdc_day_to_date(0, NULL, NULL, NULL);
    CU_ASSERT_EQUAL(qcdc_day_to_text(0, NULL, 0), 10);
}

static void the_civil_calendar_gives_civil_days(void)
{
    static const struct {
        const char *label, *first, *last;
    } cases[] = {
        { "2022-09", "2022-09-01", "2022-09-30" },        { "2020-02", "2020-02-01", "2020-02-29" },
        { "1900-02", "1900-02-01", "1900-02-28" },        { "2022-Q1", "2022-01-01", "2022-03-31" },
        { "2022-Q4", "2022-10-01", "2022-12-31" },        { "2022-S1", "2022-01-01", "2022-06-30" },
        { "2022-S2", "2022-07-01", "2022-12-31" },        { "2022-01/P10M", "2022-01-01", "2022-10-31" },
        { "2022", "2022-01-01", "2022-12-31" },           { "2016/P5Y", "2016-01-01", "2020-12-31" },
        { "2016-04/P2Y", "2016-04-01", "2018-03-31" },    { "9999", "9999-01-01", "9999-12-31" },
        { "2019-06-01/2020-05-25", "2019-06-01", "2020-05-25" },
        { "9999-12-31/9999-12-31", "9999-12-31", "9999-12-31" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int32_t first, last;
        char text[QCDC_DAY_TEXT_SIZE];
        QcdcCalendar calendar = i % 2 == 0 ? QCDC_CALENDAR_DEFAULT : QCDC_CALENDAR_CIVIL;
        CU_ASSERT_EQUAL(qcdc_calendar_get_days(calendar, period_of(cases[i].label), &first, &last, NULL), QCDC_OK);
        qcdc_day_to_text(first, text, sizeof text);
        expect_text(cases[i].label, text, cases[i].first);
        qcdc_day_to_text(last, text, sizeof text);
        expect_text(cases[i].label, text, cases[i].last);
    }
}

static void bad_arguments_are_told(void)
{
    QcdcPeriod year = period_of("2022"), none = { 0 };
    int32_t first = 77, last = 78;
    QcdcStatus statuses[] = {
        qcdc_calendar_get_days(QCDC_CALENDAR_END, year, &first, &last, NULL),
        qcdc_calendar_get_days((QcdcCalendar)-1, year, &first, &last, NULL),
        qcdc_calendar_get_days(QCDC_CALENDAR_CIVIL, none, &first, &last, NULL),
        qcdc_calendar_get_days(QCDC_CALENDAR_CIVIL, year, NULL, &last, NULL),
        qcdc_calendar_get_days(QCDC_CALENDAR_CIVIL, year, &first, NULL, NULL),
    };
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++)
        expect_number("argument", statuses[i], QCDC_STATUS_ARGUMENT);
    CU_ASSERT(first == 77 && last == 78);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "days are counted from 1970", days_are_counted_from_1970 },
        { "dates that do not exist are refused", dates_that_do_not_exist_are_refused },
        { "texts that are no days are refused", texts_that_are_no_days_are_refused },
        { "numbers outside the years are no days", numbers_outside_the_years_are_no_days },
        { "the civil calendar gives civil days", the_civil_calendar_gives_civil_days },
        { "bad arguments are told", bad_arguments_are_told },
    };
    return SUITE_RUN("calendar", tests, argc, argv);
}
