/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/trend.h>

#include "stats/members-private.h"

static const char *const methods[QCDC_TREND_END] = {"none", "theil-sen", "robust", "least-squares", "least-squares-from-zero"};
static const char *const states[QCDC_TREND_STATE_END] = {"none", "given", "few", "unsettled"};

const char *qcdc_trend_method_to_name(QcdcTrendMethod method)
{
    return (int)method >= 0 && method < QCDC_TREND_END ? methods[method] : NULL;
}

const char *qcdc_trend_state_to_name(QcdcTrendState state)
{
    return (int)state >= 0 && state < QCDC_TREND_STATE_END ? states[state] : NULL;
}

size_t qcdc_trend_to_json(const QcdcTrend *trend, char *buffer, size_t size)
{
    if (trend == NULL || trend->used == 0)
        return members_write(NULL, 0, buffer, size);
    const Member members[] = {
        {"method", 0, qcdc_trend_method_to_name((QcdcTrendMethod)trend->method)},
        {"slope", trend->slope, NULL},
        {"low", trend->low, NULL},
        {"high", trend->high, NULL},
        {"intercept", trend->intercept, NULL},
        {"slope_error", trend->slope_error, NULL},
        {"intercept_error", trend->intercept_error, NULL},
        {"spread", trend->spread, NULL},
        {"fit", trend->fit, NULL},
        {"level", trend->level, NULL},
        {"used", (double)trend->used, NULL},
    };
    return members_write(members, sizeof members / sizeof members[0], buffer, size);
}

size_t qcdc_trend_test_to_json(const QcdcTrendTest *test, char *buffer, size_t size)
{
    if (test == NULL || test->used == 0)
        return members_write(NULL, 0, buffer, size);
    const Member members[] = {
        {"score", test->score, NULL},
        {"variance", test->variance, NULL},
        {"tau", test->tau, NULL},
        {"chance", test->chance, NULL},
        {"level", test->level, NULL},
        {"used", (double)test->used, NULL},
        {"is_exact", (double)test->is_exact, NULL},
    };
    return members_write(members, sizeof members / sizeof members[0], buffer, size);
}

size_t qcdc_level_change_to_json(const QcdcLevelChange *change, char *buffer, size_t size)
{
    if (change == NULL || change->used_before == 0)
        return members_write(NULL, 0, buffer, size);
    const Member members[] = {
        {"change", change->change, NULL},
        {"low", change->low, NULL},
        {"high", change->high, NULL},
        {"error", change->error, NULL},
        {"before", change->before, NULL},
        {"slope", change->slope, NULL},
        {"slope_error", change->slope_error, NULL},
        {"spread", change->spread, NULL},
        {"level", change->level, NULL},
        {"used_before", (double)change->used_before, NULL},
        {"used_after", (double)change->used_after, NULL},
    };
    return members_write(members, sizeof members / sizeof members[0], buffer, size);
}

/* Another result's object as a member of this one. */
static void add_object(QcdcText *text, const char *name, size_t (*write)(const void *result, char *buffer, size_t size), const void *result)
{
    char buffer[1024]; /* some ten numbers */
    size_t length = write(result, buffer, sizeof buffer);
    qcdc_text_add(text, name);
    qcdc_text_add_bytes(text, buffer, length < sizeof buffer ? length : sizeof buffer - 1);
}

static size_t write_line(const void *result, char *buffer, size_t size)
{
    return qcdc_trend_to_json(result, buffer, size);
}

static size_t write_test(const void *result, char *buffer, size_t size)
{
    return qcdc_trend_test_to_json(result, buffer, size);
}

size_t qcdc_cube_trend_to_json(const QcdcCubeTrend *trend, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    const char *state = trend != NULL ? qcdc_trend_state_to_name((QcdcTrendState)trend->state) : NULL;
    if (state == NULL || trend->state == QCDC_TREND_STATE_NONE) {
        qcdc_text_add(&text, "null");
        return qcdc_text_finish(&text);
    }
    qcdc_text_add(&text, "{\"state\":\"");
    qcdc_text_add(&text, state);
    qcdc_text_add(&text, "\"");
    members_add(&text, "periods", trend->periods, false);
    members_add(&text, "used", trend->used, false);
    members_add(&text, "left_out", trend->left_out, false);
    add_object(&text, ",\"line\":", write_line, &trend->trend);
    add_object(&text, ",\"test\":", write_test, &trend->test);
    qcdc_text_add(&text, "}");
    return qcdc_text_finish(&text);
}
