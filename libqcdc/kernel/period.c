/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/period.h>

#include "kernel/civil-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/period-private.h"
#include "kernel/text-private.h"

static const QcdcPeriod no_period = {0, 0, QCDC_PERIOD_NONE, {0, 0, 0}};

QcdcPeriod qcdc_period_make(unsigned kind, int32_t start, int32_t count)
{
    QcdcPeriod period = {start, count, (uint8_t)kind, {0, 0, 0}};
    return period;
}

/* Months of the kinds that stand at fixed places in a year; 0 of the others. */
static int32_t months_of_kind(unsigned kind)
{
    static const uint8_t months[QCDC_PERIOD_END] = {
        [QCDC_PERIOD_MONTH] = 1, [QCDC_PERIOD_QUARTER] = 3, [QCDC_PERIOD_HALF] = 6, [QCDC_PERIOD_YEAR] = 12};
    return kind < QCDC_PERIOD_END ? months[kind] : 0;
}

QcdcPeriod qcdc_period_make_to_date(int32_t start, int32_t count)
{
    switch (count) {
    case 1:
        return qcdc_period_make(QCDC_PERIOD_MONTH, start, count);
    case 3:
        return qcdc_period_make(QCDC_PERIOD_QUARTER, start, count);
    case 6:
        return qcdc_period_make(QCDC_PERIOD_HALF, start, count);
    case 12:
        return qcdc_period_make(QCDC_PERIOD_YEAR, start, count);
    default:
        return qcdc_period_make(QCDC_PERIOD_TO_DATE, start, count);
    }
}

static bool is_aligned(QcdcPeriod period)
{
    int32_t months = months_of_kind(period.kind);
    if (months > 0)
        return period.count == months && period.start % months == 0;
    if (period.kind == QCDC_PERIOD_SPAN)
        return period.count >= 24 && period.count % 12 == 0;
    return period.kind == QCDC_PERIOD_TO_DATE && period.count >= 2 && period.count <= 11 && period.start % 12 == 0 &&
           qcdc_period_make_to_date(period.start, period.count).kind == QCDC_PERIOD_TO_DATE;
}

/* Written so that nothing overflows, whatever the numbers are. */
static bool lies_within(QcdcPeriod period, int32_t first, int32_t last)
{
    return period.count >= 1 && period.start >= first && period.start <= last && period.count - 1 <= last - period.start;
}

bool qcdc_period_is_valid(QcdcPeriod period)
{
    if (period.reserved[0] != 0 || period.reserved[1] != 0 || period.reserved[2] != 0)
        return false;
    if (period.kind == QCDC_PERIOD_DAYS)
        return lies_within(period, QCDC_DAY_FIRST, QCDC_DAY_LAST);
    return lies_within(period, QCDC_MONTH_FIRST, QCDC_MONTH_LAST) && is_aligned(period);
}

static void add_month(QcdcText *text, int32_t month)
{
    qcdc_text_add_number(text, (uint64_t)(month / 12), 4);
    qcdc_text_add(text, "-");
    qcdc_text_add_number(text, (uint64_t)(month % 12 + 1), 2);
}

static void add_day(QcdcText *text, int32_t day)
{
    QcdcDate date = qcdc_date_from_day(day);
    add_month(text, 12 * date.year + date.month - 1);
    qcdc_text_add(text, "-");
    qcdc_text_add_number(text, (uint64_t)date.day, 2);
}

/* "2022-Q3": the number of the part of the year. */
static void add_part(QcdcText *text, QcdcPeriod period, const char *letter)
{
    qcdc_text_add_number(text, (uint64_t)(period.start / 12), 4);
    qcdc_text_add(text, letter);
    qcdc_text_add_number(text, (uint64_t)(period.start % 12 / period.count + QCDC_FAULT("period-part-number", 1, 2)), 1);
}

static void add_span(QcdcText *text, QcdcPeriod period)
{
    if (period.start % 12 == 0)
        qcdc_text_add_number(text, (uint64_t)(period.start / 12), 4);
    else
        add_month(text, period.start);
    qcdc_text_add(text, "/P");
    qcdc_text_add_number(text, (uint64_t)(period.count / 12), 1);
    qcdc_text_add(text, "Y");
}

static void add_label(QcdcText *text, QcdcPeriod period)
{
    switch (period.kind) {
    case QCDC_PERIOD_MONTH:
        add_month(text, period.start);
        break;
    case QCDC_PERIOD_QUARTER:
        add_part(text, period, "-Q");
        break;
    case QCDC_PERIOD_HALF:
        add_part(text, period, "-S");
        break;
    case QCDC_PERIOD_TO_DATE:
        add_month(text, period.start);
        qcdc_text_add(text, "/P");
        qcdc_text_add_number(text, (uint64_t)period.count, 1);
        qcdc_text_add(text, "M");
        break;
    case QCDC_PERIOD_YEAR:
        qcdc_text_add_number(text, (uint64_t)(period.start / 12), 4);
        break;
    case QCDC_PERIOD_SPAN:
        add_span(text, period);
        break;
    default:
        add_day(text, period.start);
        qcdc_text_add(text, "/");
        add_day(text, period.start + period.count - 1);
    }
}

size_t qcdc_period_to_text(QcdcPeriod period, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    if (qcdc_period_is_valid(period))
        add_label(&text, period);
    return qcdc_text_finish(&text);
}

static QcdcStatus refuse(QcdcError *error, QcdcRefusal refusal, QcdcPeriod period, const char *complaint, const char *hint)
{
    char label[QCDC_PERIOD_TEXT_SIZE];
    size_t length = qcdc_period_to_text(period, label, sizeof label);
    qcdc_error_set_value(error, QCDC_STATUS_REFUSED, 0, "period", label, length, complaint, hint);
    return qcdc_error_refuse(error, refusal);
}

static QcdcStatus check_arguments(QcdcPeriod period, const QcdcPeriod *out_period, QcdcError *error)
{
    if (out_period == NULL)
        return qcdc_error_set_argument(error, "no place for the period");
    if (!qcdc_period_is_valid(period))
        return qcdc_error_set_argument(error, "not a period");
    return QCDC_OK;
}

QcdcStatus qcdc_period_previous(QcdcPeriod period, QcdcPeriod *out_period, QcdcError *error)
{
    QcdcStatus status = check_arguments(period, out_period, error);
    if (status != QCDC_OK)
        return status;
    QcdcPeriod previous = qcdc_period_make(period.kind, period.start - period.count, period.count);
    if (period.kind == QCDC_PERIOD_TO_DATE)
        previous = qcdc_period_make_to_date(period.start, period.count - QCDC_FAULT("period-previous-to-date", 1, 2));
    if (!qcdc_period_is_valid(previous))
        return refuse(error, QCDC_REFUSAL_BEFORE_YEAR_ONE, period, "has no previous period", "years are 0001 … 9999");
    *out_period = previous;
    return QCDC_OK;
}

/* 29 February has no like in the year before: it becomes 28 February (S15). */
static int32_t same_day_last_year(int32_t day)
{
    QcdcDate date = qcdc_date_from_day(day);
    date.year--;
    if (date.month == 2 && date.day == 29)
        date.day = QCDC_FAULT("period-leap-day", 28, 29);
    return qcdc_date_to_day(date);
}

static QcdcPeriod days_last_year(QcdcPeriod period)
{
    int32_t first = same_day_last_year(period.start);
    int32_t last = same_day_last_year(period.start + period.count - 1);
    return qcdc_period_make(QCDC_PERIOD_DAYS, first, last - first + 1);
}

QcdcStatus qcdc_period_same_last_year(QcdcPeriod period, QcdcPeriod *out_period, QcdcError *error)
{
    QcdcStatus status = check_arguments(period, out_period, error);
    if (status != QCDC_OK)
        return status;
    if (QCDC_FAULT("period-span-base", period.kind == QCDC_PERIOD_SPAN, false))
        return refuse(error, QCDC_REFUSAL_SPAN_SAME_PERIOD, period, "overlaps itself a year back",
                      "--base previous is the span of equal length before");
    QcdcPeriod base = qcdc_period_make(period.kind, period.start - 12, period.count);
    if (period.kind == QCDC_PERIOD_DAYS)
        base = days_last_year(period);
    if (!qcdc_period_is_valid(base))
        return refuse(error, QCDC_REFUSAL_BEFORE_YEAR_ONE, period, "has no same period last year", "years are 0001 … 9999");
    *out_period = base;
    return QCDC_OK;
}

bool qcdc_period_equals(QcdcPeriod left, QcdcPeriod right)
{
    return left.kind == right.kind && left.start == right.start && left.count == right.count;
}

typedef struct {
    int32_t first, last;
} CivilDays;

static CivilDays find_days(QcdcPeriod period)
{
    CivilDays days = {period.start, period.start + period.count - 1};
    if (period.kind != QCDC_PERIOD_DAYS) {
        days.first = qcdc_month_get_first_day(period.start);
        days.last = qcdc_month_get_first_day(period.start + period.count) - 1;
    }
    return days;
}

static int compare_numbers(int32_t left, int32_t right)
{
    return (left > right) - (left < right);
}

/* Numbers first to last, each deciding only where those before it are equal. */
static int compare_in_turn(const int32_t left[3], const int32_t right[3])
{
    int order = 0;
    for (int i = 0; i < 3 && order == 0; i++)
        order = compare_numbers(left[i], right[i]);
    return order;
}

int qcdc_period_compare(QcdcPeriod left, QcdcPeriod right)
{
    bool left_valid = qcdc_period_is_valid(left), right_valid = qcdc_period_is_valid(right);
    if (left_valid != right_valid)
        return left_valid ? 1 : -1;
    CivilDays left_days = {left.start, left.count}, right_days = {right.start, right.count};
    if (left_valid) {
        left_days = find_days(left);
        right_days = find_days(right);
    }
    const int32_t left_key[3] = {left_days.first, left_days.last, left.kind};
    const int32_t right_key[3] = {right_days.first, right_days.last,
                                  QCDC_FAULT("period-compare-kind", right.kind, left.kind)};
    return compare_in_turn(left_key, right_key);
}

bool qcdc_period_contains(QcdcPeriod outer, QcdcPeriod inner)
{
    if (!qcdc_period_is_valid(outer) || !qcdc_period_is_valid(inner))
        return false;
    CivilDays around = find_days(outer), within = find_days(inner);
    return around.first <= within.first &&
           QCDC_FAULT("period-contains-end", within.last <= around.last, within.last < around.last);
}

bool qcdc_period_overlaps(QcdcPeriod left, QcdcPeriod right)
{
    if (!qcdc_period_is_valid(left) || !qcdc_period_is_valid(right))
        return false;
    CivilDays one = find_days(left), other = find_days(right);
    return one.first <= other.last && QCDC_FAULT("period-overlaps-end", other.first <= one.last, other.first < one.last);
}

uint32_t qcdc_period_count_tiles(QcdcPeriod period, QcdcPeriodKind kind)
{
    int32_t months = months_of_kind((unsigned)kind);
    if (months == 0 || period.kind == QCDC_PERIOD_DAYS || !qcdc_period_is_valid(period))
        return 0;
    if (QCDC_FAULT("period-tile-start", period.start % months != 0, false) || period.count % months != 0)
        return 0;
    return (uint32_t)(period.count / months);
}

QcdcPeriod qcdc_period_get_tile(QcdcPeriod period, QcdcPeriodKind kind, uint32_t index)
{
    if (index >= qcdc_period_count_tiles(period, kind))
        return no_period;
    int32_t months = months_of_kind((unsigned)kind);
    return qcdc_period_make(kind, period.start + (int32_t)index * months, months);
}

QcdcPeriod qcdc_period_get_container(QcdcPeriod period, QcdcPeriodKind kind)
{
    int32_t months = months_of_kind((unsigned)kind);
    if (months == 0 || !qcdc_period_is_valid(period))
        return no_period;
    int32_t first_month = period.kind == QCDC_PERIOD_DAYS ? qcdc_month_of_day(period.start) : period.start;
    QcdcPeriod container = qcdc_period_make(kind, first_month - first_month % months, months);
    return qcdc_period_contains(container, period) ? container : no_period;
}
