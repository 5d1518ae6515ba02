/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Labels and days, both ways (S14, D35, D36), and working days (D41), against rules told a second time. */

#include <string.h>

#include <qcdc/calendar.h>

#include "law.h"

static const int32_t steps[QCDC_CALENDAR_KIND_END] = { 0, 1, 3, 6, 12, 12, 12 };
static const int32_t counts[QCDC_CALENDAR_KIND_END] = { 0, 1, 3, 6, 2, 9, 12 };

static QcdcPeriod label_at(QcdcCalendarKind kind, int32_t start)
{
    static const uint8_t periods[QCDC_CALENDAR_KIND_END] = { 0, QCDC_PERIOD_MONTH,   QCDC_PERIOD_QUARTER, QCDC_PERIOD_HALF,
                                                             QCDC_PERIOD_TO_DATE, QCDC_PERIOD_TO_DATE, QCDC_PERIOD_YEAR };
    return (QcdcPeriod){ start, counts[kind], periods[kind], { 0 } };
}

static bool says(const char *what, const QcdcCalendar *calendar, QcdcPeriod label)
{
    char text[QCDC_PERIOD_TEXT_SIZE];
    qcdc_period_to_text(label, text, sizeof text);
    printf("# %s: %s %s\n", what, calendar->name, text);
    return false;
}

static bool leads_back(const QcdcCalendar *calendar, QcdcCalendarKind kind, QcdcPeriod label, int32_t day)
{
    QcdcPeriod found = { 0 };
    return (qcdc_calendar_find_period(calendar, day, kind, &found, NULL) == QCDC_OK && qcdc_period_equals(found, label)) ||
           says("another label", calendar, label);
}

/* label → days → label, and each label begins on the day after the one before, over all years. */
static bool walk_kind(const QcdcCalendar *calendar, QcdcCalendarKind kind)
{
    int32_t before = INT32_MIN, ruled = 0;
    for (int32_t start = 12; start < 120000; start += steps[kind]) {
        QcdcPeriod label = label_at(kind, start);
        int32_t first, last;
        if (qcdc_calendar_get_days(calendar, label, &first, &last, NULL) != QCDC_OK)
            continue;
        ruled++;
        if (!leads_back(calendar, kind, label, first) || !leads_back(calendar, kind, label, last))
            return false;
        if (before != INT32_MIN && kind != QCDC_CALENDAR_KIND_NINE_MONTHS && first != before + 1)
            return says("a gap before", calendar, label);
        before = last;
    }
    printf("# %s, %s: %d labels\n", calendar->name, qcdc_calendar_kind_to_name(kind), (int)ruled);
    return true;
}

static void every_label_of_every_shipped_calendar_is_found_again(void)
{
    const char *name;
    for (size_t k = 0; (name = qcdc_calendar_get_shipped_name(k)) != NULL; k++) {
        QcdcCalendar calendar;
        CU_ASSERT_EQUAL_FATAL(qcdc_calendar_find_shipped(name, &calendar, NULL), QCDC_OK);
        for (int kind = QCDC_CALENDAR_KIND_MONTH; kind < QCDC_CALENDAR_KIND_END; kind++)
            if (kind != QCDC_CALENDAR_KIND_TO_DATE)
                CU_ASSERT(walk_kind(&calendar, (QcdcCalendarKind)kind));
    }
}

/* The day, or the last one before it that the month has. */
static bool find_day(int32_t month, int wanted, int32_t *out_day)
{
    if (month < 12 || month >= 120000)
        return false;
    while (qcdc_day_from_date(month / 12, month % 12 + 1, wanted, out_day, NULL) != QCDC_OK)
        wanted--;
    return true;
}

static QcdcCalendarRow draw_row(Random *dice)
{
    QcdcCalendarKind kind = (QcdcCalendarKind)random_between(dice, QCDC_CALENDAR_KIND_MONTH, QCDC_CALENDAR_KIND_YEAR);
    return (QcdcCalendarRow){ INT32_MIN,
                              INT32_MAX,
                              (int8_t)random_between(dice, -13, 13),
                              (int8_t)random_between(dice, -13, 13),
                              (uint8_t)random_near_edges(dice, 0, 32),
                              (uint8_t)random_near_edges(dice, 0, 32),
                              (uint8_t)kind,
                              { 0 } };
}

static bool is_in_range(const QcdcCalendarRow *row)
{
    return row->first_month_offset >= -12 && row->first_month_offset <= 12 && row->last_month_offset >= -12 &&
           row->last_month_offset <= 12 && row->first_day >= 1 && row->first_day <= 31 && row->last_day >= 1 && row->last_day <= 31;
}

/* A row of any numbers gives the days of its rule, or none; days in order, found again unless another label of the rule holds
 * them too. */
static bool a_row_gives_the_days_of_its_rule(Random *dice)
{
    QcdcCalendarRow row = draw_row(dice);
    const QcdcCalendar calendar = { "drawn", &row, 1 };
    QcdcCalendarKind kind = (QcdcCalendarKind)row.kind;
    int32_t start = 12 * (int32_t)random_near_edges(dice, 1, 9999);
    start += steps[kind] * (int32_t)random_below(dice, (uint64_t)(12 / steps[kind]));
    QcdcPeriod label = label_at(kind, start);
    int32_t first, last, wanted_first = 0, wanted_last = 0;
    QcdcStatus status = qcdc_calendar_get_days(&calendar, label, &first, &last, NULL);
    bool is_there = is_in_range(&row) && find_day(start + row.first_month_offset, row.first_day, &wanted_first) &&
                    find_day(start + counts[kind] - 1 + row.last_month_offset, row.last_day, &wanted_last);
    if (status != QCDC_OK)
        return status == QCDC_STATUS_REFUSED &&
               (!is_there || wanted_first > wanted_last || row.first_day > row.last_day || says("refused", &calendar, label));
    QcdcPeriod found = { 0 };
    bool holds = is_there && first == wanted_first && last == wanted_last && first <= last;
    if (holds && kind != QCDC_CALENDAR_KIND_TO_DATE)
        holds = qcdc_calendar_find_period(&calendar, last, kind, &found, NULL) == QCDC_OK &&
                qcdc_period_compare(found, label) <= 0 && !qcdc_calendar_differs(&calendar, found, label);
    return holds || says("drawn", &calendar, label);
}
LAW(a_row_gives_the_days_of_its_rule)

/* Counting the working days between the last day and the deadline gives the number back. */
static bool a_deadline_has_so_many_working_days_before_it(Random *dice)
{
    enum { MOST = 40 };
    int32_t holidays[MOST], year = (int32_t)random_between(dice, 1990, 2030), day, deadline;
    uint32_t wanted = (uint32_t)random_near_edges(dice, 0, 60), counted = 0;
    size_t count = 0;
    qcdc_day_from_date(year, 1, 1, &day, NULL);
    for (; count < MOST; day += (int32_t)random_between(dice, 1, 30))
        holidays[count++] = day;
    QcdcPeriod label = { 12 * year + (int32_t)random_below(dice, 3), 1, QCDC_PERIOD_MONTH, { 0 } };
    int32_t first, last;
    QcdcCalendar civil;
    qcdc_calendar_find_shipped("civil", &civil, NULL);
    qcdc_calendar_get_days(&civil, label, &first, &last, NULL);
    if (qcdc_calendar_get_deadline(&civil, label, wanted, holidays, count, &deadline, NULL) != QCDC_OK)
        return says("no deadline", &civil, label);
    bool is_working = false;
    for (day = last + 1; day <= deadline; day++) {
        int weekday = (int)((day + 4) % 7); /* of 1970 and after: 0 is Sunday */
        is_working = weekday != 0 && weekday != 6;
        for (size_t k = 0; k < count; k++)
            is_working = is_working && holidays[k] != day;
        counted += is_working;
    }
    return (counted == wanted && deadline >= last && (wanted == 0 || is_working)) || says("deadline", &civil, label);
}
LAW(a_deadline_has_so_many_working_days_before_it)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "every label of every shipped calendar is found again", every_label_of_every_shipped_calendar_is_found_again },
        { "a row gives the days of its rule", check_a_row_gives_the_days_of_its_rule },
        { "a deadline has so many working days before it", check_a_deadline_has_so_many_working_days_before_it },
    };
    return SUITE_RUN("calendar laws", tests, argc, argv);
}
