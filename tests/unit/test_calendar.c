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

static QcdcCalendar shipped(const char *name)
{
    QcdcCalendar calendar = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_calendar_find_shipped(name, &calendar, NULL), QCDC_OK);
    return calendar;
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
        QcdcCalendar civil = shipped("civil");
        CU_ASSERT_EQUAL(qcdc_calendar_get_days(i % 2 == 0 ? NULL : &civil, period_of(cases[i].label), &first, &last, NULL), QCDC_OK);
        qcdc_day_to_text(first, text, sizeof text);
        expect_text(cases[i].label, text, cases[i].first);
        qcdc_day_to_text(last, text, sizeof text);
        expect_text(cases[i].label, text, cases[i].last);
    }
}

/* D37: every kind of every shipped calendar, across leap years and the ends of years. "" is refused. */
static void shipped_calendars_give_their_days(void)
{
    static const struct {
        const char *calendar, *label, *first, *last;
    } cases[] = {
        { "civil", "2022-09", "2022-09-01", "2022-09-30" },
        { "civil", "2024-02", "2024-02-01", "2024-02-29" },
        { "civil", "2023-02", "2023-02-01", "2023-02-28" },
        { "civil", "2023-01", "2023-01-01", "2023-01-31" },
        { "civil", "2023-Q4", "2023-10-01", "2023-12-31" },
        { "civil", "2023-S1", "2023-01-01", "2023-06-30" },
        { "civil", "2023-01/P9M", "2023-01-01", "2023-09-30" },
        { "civil", "2023-01/P2M", "2023-01-01", "2023-02-28" },
        { "civil", "2024", "2024-01-01", "2024-12-31" },
        { "civil", "2016/P5Y", "2016-01-01", "2020-12-31" },
        { "civil", "0001", "0001-01-01", "0001-12-31" },
        { "civil", "9999", "9999-01-01", "9999-12-31" },
        { "decree-09", "2019-03", "2019-02-15", "2019-03-14" },
        { "decree-09", "2020-01", "2019-12-15", "2020-01-14" },
        { "decree-09", "2020-03", "2020-02-15", "2020-03-14" },
        { "decree-09", "2020-12", "2020-11-15", "2020-12-14" },
        { "decree-09", "9999-12", "9999-11-15", "9999-12-14" },
        { "decree-09", "2019-Q1", "2018-12-15", "2019-03-14" },
        { "decree-09", "2023-Q2", "2023-03-15", "2023-06-14" },
        { "decree-09", "2023-Q3", "2023-06-15", "2023-09-14" },
        { "decree-09", "2024-Q4", "2024-09-15", "2024-12-14" },
        { "decree-09", "2019-S1", "2018-12-15", "2019-06-14" },
        { "decree-09", "2023-S2", "2023-06-15", "2023-12-14" },
        { "decree-09", "2019", "2018-12-15", "2019-12-14" },
        { "decree-09", "2024", "2023-12-15", "2024-12-14" },
        { "decree-09", "2016/P5Y", "2015-12-15", "2020-12-14" },
        { "decree-09", "2019-04/P2Y", "2019-03-15", "2021-03-14" },
        { "decree-09", "2019-02", "", "" },
        { "decree-09", "2018-Q4", "", "" },
        { "decree-09", "2018", "", "" },
        { "decree-09", "2023-01/P9M", "", "" },
        { "decree-09", "2023-01/P10M", "", "" },
        { "inspection-2013", "2013-Q1", "2012-12-16", "2013-03-15" },
        { "inspection-2013", "2016-Q2", "2016-03-16", "2016-06-15" },
        { "inspection-2013", "2016-Q4", "2016-09-16", "2016-12-15" },
        { "inspection-2013", "2016-S1", "2015-12-16", "2016-06-15" },
        { "inspection-2013", "2016-S2", "2016-06-16", "2016-12-15" },
        { "inspection-2013", "2016-01/P9M", "2015-12-16", "2016-09-15" },
        { "inspection-2013", "2016", "2015-12-16", "2016-12-15" },
        { "inspection-2013", "2016/P5Y", "2015-12-16", "2020-12-15" },
        { "inspection-2013", "2016-03", "", "" },
        { "inspection-2013", "2016-01/P10M", "", "" },
        { "inspection-2013", "0001", "", "" }, /* it would begin in the year 0 */
        { "inspection-2013", "0001-Q2", "0001-03-16", "0001-06-15" },
        { "inspection-2013", "2019-06-01/2020-05-25", "2019-06-01", "2020-05-25" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcCalendar calendar = shipped(cases[i].calendar);
        int32_t first = 77, last = 78;
        char text[QCDC_DAY_TEXT_SIZE];
        QcdcError error = { 0 };
        QcdcStatus status = qcdc_calendar_get_days(&calendar, period_of(cases[i].label), &first, &last, &error);
        if (cases[i].first[0] == '\0') {
            expect_number(cases[i].label, status, QCDC_STATUS_REFUSED);
            expect(error.hint[0] != '\0' && first == 77 && last == 78, cases[i].label, "no hint, or days all the same");
            continue;
        }
        expect_number(cases[i].label, status, QCDC_OK);
        qcdc_day_to_text(first, text, sizeof text);
        expect_text(cases[i].label, text, cases[i].first);
        qcdc_day_to_text(last, text, sizeof text);
        expect_text(cases[i].label, text, cases[i].last);
    }
}

static void shipped_calendars_are_named(void)
{
    static const char *const names[] = { "civil", "decree-09", "inspection-2013" };
    QcdcCalendar calendar = { 0 };
    QcdcError error = { 0 };
    for (size_t i = 0; i < 3; i++) {
        CU_ASSERT_STRING_EQUAL(qcdc_calendar_get_shipped_name(i), names[i]);
        CU_ASSERT_STRING_EQUAL(shipped(names[i]).name, names[i]);
    }
    CU_ASSERT_PTR_NULL(qcdc_calendar_get_shipped_name(3));
    CU_ASSERT_EQUAL(qcdc_calendar_find_shipped("decree", &calendar, &error), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_EQUAL(qcdc_calendar_find_shipped(NULL, &calendar, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_calendar_find_shipped("civil", NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(calendar.rows);
    CU_ASSERT_STRING_EQUAL(qcdc_calendar_kind_to_name(QCDC_CALENDAR_KIND_NINE_MONTHS), "nine-months");
    CU_ASSERT_PTR_NULL(qcdc_calendar_kind_to_name(QCDC_CALENDAR_KIND_NONE));
    CU_ASSERT_PTR_NULL(qcdc_calendar_kind_to_name(QCDC_CALENDAR_KIND_END));
    CU_ASSERT_EQUAL(sizeof(QcdcCalendarRow), 16);
}

static int32_t day_of(const char *text)
{
    int32_t day = 0;
    CU_ASSERT_EQUAL_FATAL(qcdc_day_parse(text, strlen(text), &day, NULL), QCDC_OK);
    return day;
}

static void a_day_has_the_label_that_holds_it(void)
{
    static const struct {
        const char *calendar, *day, *label;
        QcdcCalendarKind kind;
    } cases[] = {
        { "decree-09", "2022-12-14", "2022-12", QCDC_CALENDAR_KIND_MONTH },
        { "decree-09", "2022-12-15", "2023-01", QCDC_CALENDAR_KIND_MONTH },
        { "decree-09", "2024-02-29", "2024-03", QCDC_CALENDAR_KIND_MONTH },
        { "decree-09", "2022-12-15", "2023-Q1", QCDC_CALENDAR_KIND_QUARTER },
        { "decree-09", "2022-12-14", "2022-S2", QCDC_CALENDAR_KIND_HALF },
        { "decree-09", "2022-12-31", "2023", QCDC_CALENDAR_KIND_YEAR },
        { "decree-09", "2018-12-20", "2019", QCDC_CALENDAR_KIND_YEAR },
        { "decree-09", "2018-12-14", "", QCDC_CALENDAR_KIND_YEAR },
        { "decree-09", "2022-12-14", "", QCDC_CALENDAR_KIND_NINE_MONTHS },
        { "inspection-2013", "2015-12-16", "2016-01/P9M", QCDC_CALENDAR_KIND_NINE_MONTHS },
        { "inspection-2013", "2016-09-15", "2016-01/P9M", QCDC_CALENDAR_KIND_NINE_MONTHS },
        { "inspection-2013", "2016-09-16", "", QCDC_CALENDAR_KIND_NINE_MONTHS },
        { "inspection-2013", "9999-12-20", "", QCDC_CALENDAR_KIND_YEAR },
        { "civil", "2023-01-01", "2023-01", QCDC_CALENDAR_KIND_MONTH },
        { "civil", "0001-01-01", "0001", QCDC_CALENDAR_KIND_YEAR },
        { "civil", "9999-12-31", "9999-Q4", QCDC_CALENDAR_KIND_QUARTER },
        { NULL, "2023-09-30", "2023-01/P9M", QCDC_CALENDAR_KIND_NINE_MONTHS },
        { NULL, "2023-10-01", "", QCDC_CALENDAR_KIND_NINE_MONTHS },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcCalendar calendar = shipped(cases[i].calendar != NULL ? cases[i].calendar : "civil");
        QcdcPeriod period = { 0 };
        char label[QCDC_PERIOD_TEXT_SIZE];
        QcdcStatus status = qcdc_calendar_find_period(cases[i].calendar != NULL ? &calendar : NULL, day_of(cases[i].day),
                                                      cases[i].kind, &period, NULL);
        expect_number(cases[i].day, status, cases[i].label[0] != '\0' ? QCDC_OK : QCDC_STATUS_NOT_FOUND);
        qcdc_period_to_text(period, label, sizeof label);
        expect_text(cases[i].day, label, cases[i].label);
    }
}

static const QcdcCalendarRow changing[] = {
    { INT32_MIN, 18992, 0, 0, 1, 31, QCDC_CALENDAR_KIND_MONTH, { 0 } }, /* up to 2021-12-31 */
    { 18993, INT32_MAX, -1, 0, 15, 14, QCDC_CALENDAR_KIND_MONTH, { 0 } },
    { 18993, INT32_MAX, -1, 0, 15, 14, QCDC_CALENDAR_KIND_QUARTER, { 0 } },
    { INT32_MIN, INT32_MAX, 0, 0, 31, 30, QCDC_CALENDAR_KIND_TO_DATE, { 0 } },
    { INT32_MIN, INT32_MAX, 0, 1, 1, 5, QCDC_CALENDAR_KIND_YEAR, { 0 } },
};

static const QcdcCalendar own = { "own", changing, sizeof changing / sizeof changing[0] };

static void expect_days(const char *label, const char *wanted)
{
    int32_t first = 0, last = 0;
    char text[2 * QCDC_DAY_TEXT_SIZE] = "";
    if (qcdc_calendar_get_days(&own, period_of(label), &first, &last, NULL) == QCDC_OK) {
        qcdc_day_to_text(first, text, sizeof text);
        text[10] = ' ';
        qcdc_day_to_text(last, text + 11, sizeof text - 11);
    }
    expect_text(label, text, wanted);
}

static void a_rule_changes_on_the_last_day_by_itself(void)
{
    expect_days("2021-12", "2021-12-01 2021-12-31");
    expect_days("2022-01", "2021-12-15 2022-01-14");
    expect_days("2021-Q4", "");
    expect_days("2022-Q1", "2021-12-15 2022-03-14");
    /* 31 is the end of a month, and so is a day that it does not have */
    expect_days("2021-01/P2M", "2021-01-31 2021-02-28");
    expect_days("2020-01/P2M", "2020-01-31 2020-02-29");
    expect_days("2021-01/P5M", "2021-01-31 2021-05-30");
    expect_days("2021-01/P9M", "2021-01-31 2021-09-30");
    expect_days("2021", "2021-01-01 2022-01-05");
    expect_days("9999", "");
    CU_ASSERT_PTR_EQUAL(qcdc_calendar_find_row(&own, period_of("2021-12")), &changing[0]);
    CU_ASSERT_PTR_EQUAL(qcdc_calendar_find_row(&own, period_of("2022-01")), &changing[1]);
    CU_ASSERT_PTR_NULL(qcdc_calendar_find_row(&own, period_of("2022-01-01/2022-01-31")));
    CU_ASSERT_PTR_NULL(qcdc_calendar_find_row(NULL, period_of("2022-01")));
    QcdcPeriod period;
    CU_ASSERT_EQUAL(qcdc_calendar_find_period(&own, day_of("2021-12-20"), QCDC_CALENDAR_KIND_MONTH, &period, NULL), QCDC_OK);
    CU_ASSERT(qcdc_period_equals(period, period_of("2021-12")));
}

static void rows_out_of_range_rule_nothing(void)
{
    static const QcdcCalendarRow rows[] = {
        { INT32_MIN, INT32_MAX, 13, 13, 1, 31, QCDC_CALENDAR_KIND_MONTH, { 0 } },
        { INT32_MIN, INT32_MAX, -128, 127, 1, 31, QCDC_CALENDAR_KIND_MONTH, { 0 } },
        { INT32_MIN, INT32_MAX, 0, 0, 0, 31, QCDC_CALENDAR_KIND_MONTH, { 0 } },
        { INT32_MIN, INT32_MAX, 0, 0, 1, 32, QCDC_CALENDAR_KIND_MONTH, { 0 } },
        { INT32_MIN, INT32_MAX, 0, 0, 15, 14, QCDC_CALENDAR_KIND_MONTH, { 0 } },
        { INT32_MIN, INT32_MAX, 1, 0, 1, 31, QCDC_CALENDAR_KIND_MONTH, { 0 } },
        { INT32_MIN, INT32_MAX, 0, 0, 1, 31, QCDC_CALENDAR_KIND_END, { 0 } },
        { INT32_MIN, INT32_MAX, 0, 0, 1, 31, QCDC_CALENDAR_KIND_NONE, { 0 } },
    };
    const QcdcCalendar faulty = { NULL, rows, sizeof rows / sizeof rows[0] }, empty = { 0 };
    int32_t first, last;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(qcdc_calendar_get_days(&faulty, period_of("2022-01"), &first, &last, &error), QCDC_STATUS_REFUSED);
    CU_ASSERT_EQUAL(qcdc_calendar_get_days(&empty, period_of("2022-01"), &first, &last, &error), QCDC_STATUS_REFUSED);
    expect_text("empty", error.hint, "it has no rows; see calendars.csv");
}

static void two_labels_are_cut_off_alike_or_not(void)
{
    static const struct {
        const char *left, *right;
        bool differs;
    } cases[] = {
        { "2022-01", "2021-01", true },     { "2022-02", "2022-01", false }, { "2021-02", "2021-01", false },
        { "2022-Q4", "2021-Q4", true },     { "2022-01", "2022-Q1", false }, { "2021-Q4", "2021-S2", false },
        { "2022-S1", "2021-S1", false },    { "2022-01", "2022-01", false }, { "2022", "2022-Q1", true },
        { "2022-01-01/2022-01-31", "2021-01", false },
    };
    const QcdcCalendar decree = shipped("decree-09");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcPeriod left = period_of(cases[i].left), right = period_of(cases[i].right);
        expect(qcdc_calendar_differs(&own, left, right) == cases[i].differs, cases[i].left, cases[i].right);
        expect(qcdc_calendar_differs(&own, right, left) == cases[i].differs, cases[i].right, cases[i].left);
        CU_ASSERT_FALSE(qcdc_calendar_differs(NULL, left, right));
    }
    CU_ASSERT_TRUE(qcdc_calendar_differs(&decree, period_of("2019-S1"), period_of("2018-S1")));
    CU_ASSERT_FALSE(qcdc_calendar_differs(&decree, period_of("2020-S1"), period_of("2019-S1")));
    CU_ASSERT_FALSE(qcdc_calendar_differs(&decree, period_of("2020-01/P9M"), period_of("2019-01/P9M")));
    CU_ASSERT_FALSE(qcdc_calendar_differs(&decree, period_of("2020"), (QcdcPeriod){ 0 }));
}

/* New Year and Tết of civil servants as they were announced, without days worked in exchange. */
static const char *const tet[] = {
    "2022-01-03", "2022-01-31", "2022-02-01", "2022-02-02", "2022-02-03", "2022-02-04",               /* mùng 1: 1/2 */
    "2023-01-02", "2023-01-20", "2023-01-21", "2023-01-22", "2023-01-23", "2023-01-24", "2023-01-25", "2023-01-26", /* 22/1 */
    "2024-01-01", "2024-02-08", "2024-02-09", "2024-02-10", "2024-02-11", "2024-02-12", "2024-02-13", "2024-02-14", /* 10/2 */
    "2025-01-01", "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31",               /* 29/1 */
    "2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",               /* 17/2 */
};

enum {
    TET_COUNT = sizeof tet / sizeof tet[0]
};

static void deadlines_step_over_weekends_and_tet(void)
{
    static const struct {
        const char *calendar, *label;
        uint32_t days;
        const char *deadline;
    } cases[] = {
        { "decree-09", "2022-01", 0, "2022-01-14" },  { "decree-09", "2022-01", 1, "2022-01-17" },
        { "decree-09", "2022-01", 2, "2022-01-18" },  { "decree-09", "2022-01", 10, "2022-01-28" },
        { "decree-09", "2022-01", 11, "2022-02-07" }, { "civil", "2022-01", 1, "2022-02-07" },
        { "civil", "2022-01", 0, "2022-01-31" },      { "decree-09", "2023-01", 4, "2023-01-19" },
        { "decree-09", "2023-01", 5, "2023-01-27" },  { "civil", "2024-01", 5, "2024-02-07" },
        { "civil", "2024-01", 6, "2024-02-15" },      { "decree-09", "2025-01", 8, "2025-01-24" },
        { "decree-09", "2025-01", 9, "2025-02-03" },  { "civil", "2026-01", 10, "2026-02-13" },
        { "civil", "2026-01", 11, "2026-02-23" },     { "civil", "2021", 1, "2022-01-04" },
        { "civil", "2022", 1, "2023-01-03" },         { "civil", "2023", 2, "2024-01-03" },
        { "civil", "2024", 1, "2025-01-02" },         { "inspection-2013", "2025", 13, "2026-01-02" },
        { "civil", "2026-01", 240, "" },              { "civil", "2026", 0, "2026-12-31" },
        { "civil", "2026", 1, "" },                   { "decree-09", "2018", 1, "" },
        { "civil", "2026-02-20/2026-02-21", 1, "2026-02-23" },
    };
    int32_t holidays[TET_COUNT];
    for (size_t i = 0; i < TET_COUNT; i++)
        holidays[i] = day_of(tet[i]);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcCalendar calendar = shipped(cases[i].calendar);
        int32_t day = 77;
        char text[QCDC_DAY_TEXT_SIZE], row[64];
        QcdcError error = { 0 };
        QcdcStatus status = qcdc_calendar_get_deadline(&calendar, period_of(cases[i].label), cases[i].days, holidays, TET_COUNT,
                                                       &day, &error);
        snprintf(row, sizeof row, "%s %s + %u", cases[i].calendar, cases[i].label, (unsigned)cases[i].days);
        if (cases[i].deadline[0] == '\0') {
            expect_number(row, status, QCDC_STATUS_REFUSED);
            expect(day == 77 && error.hint[0] != '\0', row, "a day, or no hint");
            continue;
        }
        expect_number(row, status, QCDC_OK);
        qcdc_day_to_text(day, text, sizeof text);
        expect_text(row, text, cases[i].deadline);
    }
}

static void deadlines_that_are_refused(void)
{
    const QcdcCalendar civil = shipped("civil");
    const int32_t new_year[] = { day_of("9999-01-01") };
    QcdcPeriod year = period_of("2022");
    int32_t day = 77;
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(qcdc_calendar_get_deadline(NULL, year, 0, NULL, 0, &day, &error), QCDC_STATUS_REFUSED);
    expect_text("no calendar", error.text,
                "without a calendar there are no deadlines; name one: calendar=decree-09 in bundle.ini, or --calendar");
    CU_ASSERT_EQUAL(qcdc_calendar_get_deadline(&civil, year, 1, NULL, 0, &day, &error), QCDC_STATUS_REFUSED);
    expect_text("year", error.text,
                "year \"2023\" has no holidays; without its holidays, Tết above all, a deadline would be wrong; see holidays.csv");
    CU_ASSERT_EQUAL(qcdc_calendar_get_deadline(&civil, period_of("9999"), 1, new_year, 1, &day, NULL), QCDC_STATUS_REFUSED);
    CU_ASSERT_EQUAL(qcdc_calendar_get_deadline(&civil, period_of("9999-11"), UINT32_MAX, new_year, 1, &day, NULL), QCDC_STATUS_REFUSED);
    CU_ASSERT_EQUAL(qcdc_calendar_get_deadline(&civil, year, 1, NULL, 1, &day, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_calendar_get_deadline(&civil, year, 1, NULL, 0, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_calendar_get_deadline(&civil, (QcdcPeriod){ 0 }, 1, NULL, 0, &day, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_calendar_get_deadline(NULL, (QcdcPeriod){ 0 }, 1, NULL, 0, &day, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(day, 77);
}

static void refusals_say_what_there_is(void)
{
    static const struct {
        const char *calendar, *label, *text;
    } cases[] = {
        { "decree-09", "2022-01/P9M",
          "period \"2022-01/P9M\" has no cut-off days in calendar decree-09; it has days for month, quarter, half, year; others stand in "
          "a calendar of your own, see calendars.csv" },
        { "decree-09", "2019-02", "period \"2019-02\" has no cut-off days in calendar decree-09; its days of this kind hold from 2019-03-12" },
        { "inspection-2013", "2019-02",
          "period \"2019-02\" has no cut-off days in calendar inspection-2013; it has days for quarter, half, nine-months, year; others "
          "stand in a calendar of your own, see calendars.csv" },
        { "inspection-2013", "0001", "period \"0001\" has days outside the years in calendar inspection-2013; years are 0001 … 9999" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcCalendar calendar = shipped(cases[i].calendar);
        int32_t first, last;
        QcdcError error = { 0 };
        CU_ASSERT_EQUAL(qcdc_calendar_get_days(&calendar, period_of(cases[i].label), &first, &last, &error), QCDC_STATUS_REFUSED);
        expect_text(cases[i].label, error.text, cases[i].text);
    }
}

static void bad_arguments_are_told(void)
{
    QcdcPeriod year = period_of("2022"), none = { 0 };
    int32_t first = 77, last = 78;
    QcdcStatus statuses[] = {
        qcdc_calendar_get_days(NULL, none, &first, &last, NULL),
        qcdc_calendar_get_days(NULL, year, NULL, &last, NULL),
        qcdc_calendar_get_days(NULL, year, &first, NULL, NULL),
        qcdc_calendar_find_period(NULL, first, QCDC_CALENDAR_KIND_NONE, &none, NULL),
        qcdc_calendar_find_period(NULL, first, QCDC_CALENDAR_KIND_END, &none, NULL),
        qcdc_calendar_find_period(NULL, first, QCDC_CALENDAR_KIND_YEAR, NULL, NULL),
        qcdc_calendar_find_period(NULL, LAST_DAY + 1, QCDC_CALENDAR_KIND_YEAR, &none, NULL),
        qcdc_calendar_find_period(NULL, FIRST_DAY - 1, QCDC_CALENDAR_KIND_YEAR, &none, NULL),
    };
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++)
        expect_number("argument", statuses[i], QCDC_STATUS_ARGUMENT);
    CU_ASSERT(first == 77 && last == 78 && none.kind == QCDC_PERIOD_NONE);
    CU_ASSERT_EQUAL(qcdc_calendar_find_period(NULL, 0, QCDC_CALENDAR_KIND_TO_DATE, &none, NULL), QCDC_STATUS_REFUSED);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "days are counted from 1970", days_are_counted_from_1970 },
        { "dates that do not exist are refused", dates_that_do_not_exist_are_refused },
        { "texts that are no days are refused", texts_that_are_no_days_are_refused },
        { "numbers outside the years are no days", numbers_outside_the_years_are_no_days },
        { "the civil calendar gives civil days", the_civil_calendar_gives_civil_days },
        { "shipped calendars give their days", shipped_calendars_give_their_days },
        { "shipped calendars are named", shipped_calendars_are_named },
        { "a day has the label that holds it", a_day_has_the_label_that_holds_it },
        { "a rule changes on the last day by itself", a_rule_changes_on_the_last_day_by_itself },
        { "rows out of range rule nothing", rows_out_of_range_rule_nothing },
        { "two labels are cut off alike or not", two_labels_are_cut_off_alike_or_not },
        { "deadlines step over weekends and Tết", deadlines_step_over_weekends_and_tet },
        { "deadlines that are refused", deadlines_that_are_refused },
        { "refusals say what there is", refusals_say_what_there_is },
        { "bad arguments are told", bad_arguments_are_told },
    };
    return SUITE_RUN("calendar", tests, argc, argv);
}
