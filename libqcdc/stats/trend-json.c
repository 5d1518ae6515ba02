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
    const Member members[] = {
        {"method", 0, trend != NULL ? qcdc_trend_method_to_name((QcdcTrendMethod)trend->method) : ""},
        {"slope", trend != NULL ? (double)trend->slope : 0, NULL},
        {"low", trend != NULL ? (double)trend->low : 0, NULL},
        {"high", trend != NULL ? (double)trend->high : 0, NULL},
        {"intercept", trend != NULL ? (double)trend->intercept : 0, NULL},
        {"slope_error", trend != NULL ? (double)trend->slope_error : 0, NULL},
        {"intercept_error", trend != NULL ? (double)trend->intercept_error : 0, NULL},
        {"spread", trend != NULL ? (double)trend->spread : 0, NULL},
        {"fit", trend != NULL ? (double)trend->fit : 0, NULL},
        {"level", trend != NULL ? (double)trend->level : 0, NULL},
        {"used", trend != NULL ? (double)trend->used : 0, NULL},
    };
    return members_write(trend != NULL && trend->used > 0 ? members : NULL, sizeof members / sizeof members[0], buffer, size);
}

size_t qcdc_trend_test_to_json(const QcdcTrendTest *test, char *buffer, size_t size)
{
    const Member members[] = {
        {"score", test != NULL ? (double)test->score : 0, NULL},
        {"variance", test != NULL ? (double)test->variance : 0, NULL},
        {"tau", test != NULL ? (double)test->tau : 0, NULL},
        {"chance", test != NULL ? (double)test->chance : 0, NULL},
        {"level", test != NULL ? (double)test->level : 0, NULL},
        {"used", test != NULL ? (double)test->used : 0, NULL},
        {"is_exact", test != NULL ? (double)test->is_exact : 0, NULL},
    };
    return members_write(test != NULL && test->used > 0 ? members : NULL, sizeof members / sizeof members[0], buffer, size);
}

size_t qcdc_level_change_to_json(const QcdcLevelChange *change, char *buffer, size_t size)
{
    const Member members[] = {
        {"change", change != NULL ? (double)change->change : 0, NULL},
        {"low", change != NULL ? (double)change->low : 0, NULL},
        {"high", change != NULL ? (double)change->high : 0, NULL},
        {"error", change != NULL ? (double)change->error : 0, NULL},
        {"before", change != NULL ? (double)change->before : 0, NULL},
        {"slope", change != NULL ? (double)change->slope : 0, NULL},
        {"slope_error", change != NULL ? (double)change->slope_error : 0, NULL},
        {"spread", change != NULL ? (double)change->spread : 0, NULL},
        {"level", change != NULL ? (double)change->level : 0, NULL},
        {"used_before", change != NULL ? (double)change->used_before : 0, NULL},
        {"used_after", change != NULL ? (double)change->used_after : 0, NULL},
    };
    return members_write(change != NULL && change->used_before > 0 ? members : NULL, sizeof members / sizeof members[0], buffer, size);
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
