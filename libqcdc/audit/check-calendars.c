/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/check-private.h"

#include <stdlib.h>
#include <string.h>

#include <qcdc/calendar-table.h>

#include "kernel/fault-private.h"
#include "model/quote-private.h"

/* A label and the same label a year back, both with observations, that are cut off in different ways (S14, D40). */
typedef struct Pair {
    QcdcPeriod period, earlier;
    size_t row; /* the first of the later label */
} Pair;

static int compare_pairs(const void *left, const void *right)
{
    return qcdc_period_compare(((const Pair *)left)->period, ((const Pair *)right)->period);
}

static int compare_periods(const void *left, const void *right)
{
    return qcdc_period_compare(*(const QcdcPeriod *)left, *(const QcdcPeriod *)right);
}

static bool is_observed(const Check *check, QcdcPeriod period)
{
    return bsearch(&period, dataset_periods(check->dataset), dataset_period_count(check->dataset), sizeof period,
                   compare_periods) != NULL;
}

/* In canonical order, as the dataset's periods are. */
static bool gather_pairs(const Check *check, Array *pairs)
{
    const QcdcCalendar *calendar = qcdc_catalog_get_calendar(check->catalog);
    const QcdcPeriod *periods = dataset_periods(check->dataset);

    for (size_t k = 0; calendar != NULL && k < dataset_period_count(check->dataset); k++) {
        Pair pair = { .period = periods[k], .row = SIZE_MAX };
        if (qcdc_period_same_last_year(periods[k], &pair.earlier, NULL) != QCDC_OK ||
            !qcdc_calendar_differs(calendar, pair.period, pair.earlier) || !is_observed(check, pair.earlier))
            continue;
        if (!array_append(pairs, &pair, 1, sizeof pair))
            return false;
    }
    return true;
}

static void find_rows(const Check *check, Array *pairs)
{
    for (size_t row = 0; pairs->count > 0 && row < check->columns->count; row++) {
        const Pair wanted = { .period = check->columns->periods[row] };
        Pair *pair = bsearch(&wanted, pairs->items, pairs->count, sizeof wanted, compare_pairs);
        if (pair != NULL && QCDC_FAULT("check-calendars-first", pair->row == SIZE_MAX, true))
            pair->row = row;
    }
}

/* 2019-S1 (2018-12-15 … 2019-06-14), or (no cut-off day) */
static void append_days(const Check *check, QcdcPeriod period, Text *message)
{
    char label[QCDC_PERIOD_TEXT_SIZE], day[QCDC_DAY_TEXT_SIZE];
    int32_t first, last;

    qcdc_period_to_text(period, label, sizeof label);
    text_append(message, label);
    if (qcdc_catalog_get_days(check->catalog, period, &first, &last, NULL) != QCDC_OK) {
        text_append(message, " (no cut-off days)");
        return;
    }
    qcdc_day_to_text(first, day, sizeof day);
    text_append(message, " (");
    text_append(message, day);
    qcdc_day_to_text(last, day, sizeof day);
    text_append(message, " … ");
    text_append(message, day);
    text_append(message, ")");
}

static void compose(const Check *check, const Pair *pair, Text *message)
{
    const char *name = qcdc_catalog_get_calendar(check->catalog)->name;

    append_days(check, pair->period, message);
    text_append(message, " and ");
    append_days(check, pair->earlier, message);
    text_append(message, " are cut off by different rules of calendar ");
    text_append_quoted(message, name, strlen(name));
}

static QcdcStatus put_down(Check *check, const Pair *pair)
{
    const CellKey key = check_row_key(check, pair->row);
    char label[QCDC_PERIOD_TEXT_SIZE];
    Text message = { 0 };
    QcdcStatus status;

    qcdc_period_to_text(pair->period, label, sizeof label);
    compose(check, pair, &message);
    QcdcFinding finding = {
        .file = dataset_file(check->dataset, pair->row),
        .row = check->columns->rows != NULL ? check->columns->rows[pair->row] : 0,
        .message = text_get(&message),
        .value = label,
        .hint = "a comparison of the two says calendar-differs",
        .unit = check_unit_code(check, &key),
        .indicator = check_indicator_code(check, &key),
        .period = label,
    };
    status = message.failed ? memory_fail(check->error) : check_put_down(check, &finding);
    text_clear(&message);
    return status;
}

QcdcStatus check_calendars(Check *check)
{
    Array pairs = { 0 };
    QcdcStatus status = gather_pairs(check, &pairs) ? QCDC_OK : memory_fail(check->error);

    if (status == QCDC_OK)
        find_rows(check, &pairs);
    for (size_t k = 0; k < pairs.count && status == QCDC_OK; k++)
        status = put_down(check, &ARRAY_AT(&pairs, Pair, k));
    array_clear(&pairs);
    return status;
}
