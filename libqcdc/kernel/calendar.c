/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/calendar.h>

#include "kernel/calendar-private.h"
#include "kernel/civil-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/period-private.h"
#include "kernel/text-private.h"

/* Labels and days, both ways (S14, D35, D36). */

enum {
    MONTHS_OF_YEAR = 12,
    NINE_MONTHS = 9
};

typedef struct Kind {
    const char *name;
    int32_t count; /* months of the shortest label */
    int32_t step;  /* months from one label to the next */
} Kind;

static const Kind kinds[QCDC_CALENDAR_KIND_END] = {
    [QCDC_CALENDAR_KIND_MONTH] = {"month", 1, 1},
    [QCDC_CALENDAR_KIND_QUARTER] = {"quarter", 3, 3},
    [QCDC_CALENDAR_KIND_HALF] = {"half", 6, 6},
    [QCDC_CALENDAR_KIND_TO_DATE] = {"to-date", 2, MONTHS_OF_YEAR},
    [QCDC_CALENDAR_KIND_NINE_MONTHS] = {"nine-months", NINE_MONTHS, MONTHS_OF_YEAR},
    [QCDC_CALENDAR_KIND_YEAR] = {"year", MONTHS_OF_YEAR, MONTHS_OF_YEAR},
};

const char *qcdc_calendar_kind_to_name(QcdcCalendarKind kind)
{
    return (unsigned)kind < QCDC_CALENDAR_KIND_END ? kinds[kind].name : NULL;
}

/* Rows */

static bool is_within(int number, int least, int most)
{
    return number >= least && number <= most;
}

bool qcdc_calendar_row_is_ordered(const QcdcCalendarRow *row)
{
    int32_t months = kinds[row->kind].count - 1 + row->last_month_offset - row->first_month_offset;
    return months > 0 || (months == 0 && row->first_day <= row->last_day);
}

static bool is_row(const QcdcCalendarRow *row)
{
    return row->kind > QCDC_CALENDAR_KIND_NONE && row->kind < QCDC_CALENDAR_KIND_END &&
           is_within(row->first_month_offset, -QCDC_CALENDAR_MOST_OFFSET, QCDC_CALENDAR_MOST_OFFSET) &&
           is_within(row->last_month_offset, -QCDC_CALENDAR_MOST_OFFSET, QCDC_CALENDAR_MOST_OFFSET) &&
           is_within(row->first_day, 1, QCDC_CALENDAR_MOST_DAY) && is_within(row->last_day, 1, QCDC_CALENDAR_MOST_DAY) &&
           qcdc_calendar_row_is_ordered(row);
}

/* A month that does not have the day ends on its last one. The month may be one of the years 0 and 10000. */
static int32_t get_day_of_month(int32_t month, int32_t day)
{
    int32_t length = qcdc_month_count_days(month / MONTHS_OF_YEAR, month % MONTHS_OF_YEAR + 1);
    return qcdc_month_get_first_day(month) + (day < QCDC_FAULT("calendar-short-month", length, 31) ? day : length) - 1;
}

static int32_t get_first_day(const QcdcCalendarRow *row, QcdcPeriod label)
{
    return get_day_of_month(label.start + row->first_month_offset, row->first_day);
}

static int32_t get_last_day(const QcdcCalendarRow *row, QcdcPeriod label)
{
    return get_day_of_month(label.start + label.count - 1 + row->last_month_offset, row->last_day);
}

static QcdcCalendarKind find_kind(QcdcPeriod label)
{
    static const uint8_t of_period[QCDC_PERIOD_END] = {
        [QCDC_PERIOD_MONTH] = QCDC_CALENDAR_KIND_MONTH,     [QCDC_PERIOD_QUARTER] = QCDC_CALENDAR_KIND_QUARTER,
        [QCDC_PERIOD_HALF] = QCDC_CALENDAR_KIND_HALF,       [QCDC_PERIOD_TO_DATE] = QCDC_CALENDAR_KIND_TO_DATE,
        [QCDC_PERIOD_YEAR] = QCDC_CALENDAR_KIND_YEAR,       [QCDC_PERIOD_SPAN] = QCDC_CALENDAR_KIND_YEAR};
    return (QcdcCalendarKind)of_period[label.kind];
}

static const QcdcCalendarRow *find_row_of_kind(const QcdcCalendar *calendar, QcdcPeriod label, QcdcCalendarKind kind)
{
    for (size_t i = 0; i < calendar->row_count; i++) {
        const QcdcCalendarRow *row = &calendar->rows[i];
        if (row->kind != kind || !is_row(row))
            continue;
        int32_t last = QCDC_FAULT("calendar-validity", get_last_day(row, label), get_first_day(row, label));
        if (row->valid_from <= last && last <= row->valid_to)
            return row;
    }
    return NULL;
}

static bool is_nine_months(QcdcPeriod label)
{
    return label.kind == QCDC_PERIOD_TO_DATE && label.count == NINE_MONTHS;
}

const QcdcCalendarRow *qcdc_calendar_find_row(const QcdcCalendar *calendar, QcdcPeriod period)
{
    const QcdcCalendarRow *row = NULL;
    if (calendar == NULL || !qcdc_period_is_valid(period) || period.kind == QCDC_PERIOD_DAYS)
        return NULL;
    if (QCDC_FAULT("calendar-nine-months", is_nine_months(period), false))
        row = find_row_of_kind(calendar, period, QCDC_CALENDAR_KIND_NINE_MONTHS);
    return row != NULL ? row : find_row_of_kind(calendar, period, find_kind(period));
}

static bool have_same_numbers(const QcdcCalendarRow *left, const QcdcCalendarRow *right)
{
    return left->first_month_offset == right->first_month_offset && left->last_month_offset == right->last_month_offset &&
           left->first_day == right->first_day && left->last_day == right->last_day;
}

bool qcdc_calendar_differs(const QcdcCalendar *calendar, QcdcPeriod left, QcdcPeriod right)
{
    bool are_labels = qcdc_period_is_valid(left) && qcdc_period_is_valid(right) && left.kind != QCDC_PERIOD_DAYS &&
                      right.kind != QCDC_PERIOD_DAYS;
    const QcdcCalendarRow *one = qcdc_calendar_find_row(calendar, left), *other = qcdc_calendar_find_row(calendar, right);
    if (!are_labels || one == other)
        return false;
    return one == NULL || other == NULL || !have_same_numbers(one, other);
}

/* Refusals */

static void add_name(QcdcText *text, const QcdcCalendar *calendar)
{
    qcdc_text_add(text, "in calendar ");
    qcdc_text_add(text, calendar->name != NULL ? calendar->name : "without a name");
}

static QcdcStatus refuse(const QcdcCalendar *calendar, QcdcPeriod period, const char *complaint, const char *hint,
                         QcdcError *error)
{
    char label[QCDC_PERIOD_TEXT_SIZE], words[QCDC_ERROR_TEXT_SIZE];
    size_t length = qcdc_period_to_text(period, label, sizeof label);
    QcdcText text = qcdc_text_begin(words, sizeof words);
    qcdc_text_add(&text, complaint);
    qcdc_text_add(&text, " ");
    add_name(&text, calendar);
    qcdc_text_finish(&text);
    return qcdc_error_set_value(error, QCDC_STATUS_REFUSED, 0, "period", label, length, words, hint);
}

/* The row of the kind, if there is one and no second; NULL with *@out_count otherwise. */
static const QcdcCalendarRow *find_only_row(const QcdcCalendar *calendar, QcdcPeriod period, size_t *out_count)
{
    const QcdcCalendarRow *found = NULL;
    *out_count = 0;
    for (size_t i = 0; i < calendar->row_count; i++) {
        unsigned kind = calendar->rows[i].kind;
        if (kind != find_kind(period) && !(kind == QCDC_CALENDAR_KIND_NINE_MONTHS && is_nine_months(period)))
            continue;
        found = &calendar->rows[i];
        ++*out_count;
    }
    return *out_count == 1 ? found : NULL;
}

static void add_bound(QcdcText *text, const char *word, int32_t day)
{
    char date[QCDC_DAY_TEXT_SIZE];
    if (qcdc_day_to_text(day, date, sizeof date) == 0)
        return;
    qcdc_text_add(text, word);
    qcdc_text_add(text, date);
}

static void add_kinds(QcdcText *text, const QcdcCalendar *calendar)
{
    const char *separator = "it has days for ";
    for (unsigned kind = QCDC_CALENDAR_KIND_MONTH; kind < QCDC_CALENDAR_KIND_END; kind++)
        for (size_t i = 0; i < calendar->row_count; i++)
            if (calendar->rows[i].kind == kind) {
                qcdc_text_add(text, separator);
                qcdc_text_add(text, kinds[kind].name);
                separator = ", ";
                break;
            }
    qcdc_text_add(text, separator[0] == ',' ? "; others stand in a calendar of your own, see calendars.csv"
                                            : "it has no rows; see calendars.csv");
}

static QcdcStatus refuse_unruled(const QcdcCalendar *calendar, QcdcPeriod period, QcdcError *error)
{
    char hint[QCDC_ERROR_HINT_SIZE];
    QcdcText text = qcdc_text_begin(hint, sizeof hint);
    size_t count;
    if (error == NULL) /* asked for each observation: words that nobody reads are not put together */
        return QCDC_STATUS_REFUSED;
    const QcdcCalendarRow *only = find_only_row(calendar, period, &count);
    if (only != NULL) {
        qcdc_text_add(&text, "its days of this kind hold");
        add_bound(&text, " from ", only->valid_from);
        add_bound(&text, " to ", only->valid_to);
    } else if (count > 0) {
        qcdc_text_add(&text, "no row of this kind holds on its last day; see valid_from and valid_to");
    } else {
        add_kinds(&text, calendar);
    }
    qcdc_text_finish(&text);
    refuse(calendar, period, "has no cut-off days", hint, error);
    return qcdc_error_refuse(error, QCDC_REFUSAL_CALENDAR_LABEL);
}

/* Labels to days */

static void get_civil_days(QcdcPeriod period, int32_t *out_first, int32_t *out_last)
{
    bool is_days = period.kind == QCDC_PERIOD_DAYS;
    int32_t after_last = is_days ? period.start + period.count : qcdc_month_get_first_day(period.start + period.count);
    *out_first = is_days ? period.start : qcdc_month_get_first_day(period.start);
    *out_last = after_last - QCDC_FAULT("calendar-last-day", 1, 0);
}

QcdcStatus qcdc_calendar_get_days(const QcdcCalendar *calendar, QcdcPeriod period, int32_t *out_first, int32_t *out_last,
                                  QcdcError *error)
{
    if (out_first == NULL || out_last == NULL)
        return qcdc_error_set_argument(error, "no place for the first or the last day");
    if (!qcdc_period_is_valid(period))
        return qcdc_error_set_argument(error, "not a period");
    if (calendar == NULL || period.kind == QCDC_PERIOD_DAYS) {
        get_civil_days(period, out_first, out_last);
        return QCDC_OK;
    }
    const QcdcCalendarRow *row = qcdc_calendar_find_row(calendar, period);
    if (row == NULL)
        return refuse_unruled(calendar, period, error);
    int32_t first = get_first_day(row, period), last = get_last_day(row, period);
    if (QCDC_FAULT("calendar-first-year", first < QCDC_DAY_FIRST, false) || last > QCDC_DAY_LAST)
        return refuse(calendar, period, "has days outside the years", "years are 0001 … 9999", error);
    *out_first = first;
    *out_last = last;
    return QCDC_OK;
}

/* Days to labels */

static bool holds(const QcdcCalendar *calendar, QcdcPeriod label, int32_t day)
{
    int32_t first, last;
    return qcdc_calendar_get_days(calendar, label, &first, &last, NULL) == QCDC_OK && first <= day && day <= last;
}

static QcdcStatus fail_unheld(int32_t day, QcdcCalendarKind kind, QcdcError *error)
{
    char date[QCDC_DAY_TEXT_SIZE], complaint[64];
    size_t length = qcdc_day_to_text(day, date, sizeof date);
    QcdcText text = qcdc_text_begin(complaint, sizeof complaint);
    qcdc_text_add(&text, "lies in no ");
    qcdc_text_add(&text, kinds[kind].name);
    qcdc_text_add(&text, " of the calendar");
    qcdc_text_finish(&text);
    return qcdc_error_set_value(error, QCDC_STATUS_NOT_FOUND, 0, "day", date, length, complaint, NULL);
}

/* A label that holds the day begins at most its own length and the largest offset before it. */
static QcdcStatus search(const QcdcCalendar *calendar, int32_t day, QcdcCalendarKind kind, QcdcPeriod *out_period,
                         QcdcError *error)
{
    const Kind *searched = &kinds[kind];
    int32_t month = qcdc_month_of_day(day);
    int32_t start = month - searched->count - QCDC_CALENDAR_MOST_OFFSET;
    if (start < QCDC_MONTH_FIRST)
        start = QCDC_MONTH_FIRST;
    start -= start % searched->step;
    for (; start <= month + QCDC_CALENDAR_MOST_OFFSET; start += searched->step) {
        QcdcPeriod label = qcdc_period_make_to_date(start, searched->count);
        if (qcdc_period_is_valid(label) && holds(calendar, label, day)) {
            *out_period = label;
            return QCDC_OK;
        }
    }
    return fail_unheld(day, kind, error);
}

QcdcStatus qcdc_calendar_find_period(const QcdcCalendar *calendar, int32_t day, QcdcCalendarKind kind, QcdcPeriod *out_period,
                                     QcdcError *error)
{
    if (out_period == NULL || qcdc_calendar_kind_to_name(kind) == NULL || day < QCDC_DAY_FIRST || day > QCDC_DAY_LAST)
        return qcdc_error_set_argument(error, "no place for the period, not a kind of label, or not a day");
    if (kind == QCDC_CALENDAR_KIND_TO_DATE)
        return qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "many labels of first months hold one day", NULL,
                              "ask for the month, or for nine-months");
    return search(calendar, day, kind, out_period, error);
}
