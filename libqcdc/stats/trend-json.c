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

/* A line that there is none of has the same members, all null. */
static size_t write_line(const QcdcTrend *trend, char *buffer, size_t size)
{
    Member members[] = {
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
    if (trend->used == 0)
        members_forget(members, sizeof members / sizeof members[0]);
    return members_write(members, sizeof members / sizeof members[0], buffer, size);
}

static size_t write_test(const QcdcTrendTest *test, char *buffer, size_t size)
{
    Member members[] = {
        {"score", test->score, NULL},
        {"variance", test->variance, NULL},
        {"tau", test->tau, NULL},
        {"chance", test->chance, NULL},
        {"level", test->level, NULL},
        {"used", (double)test->used, NULL},
        {"is_exact", (double)test->is_exact, NULL},
    };
    if (test->used == 0)
        members_forget(members, sizeof members / sizeof members[0]);
    return members_write(members, sizeof members / sizeof members[0], buffer, size);
}

size_t qcdc_trend_to_json(const QcdcTrend *trend, char *buffer, size_t size)
{
    return trend != NULL && trend->used > 0 ? write_line(trend, buffer, size) : members_write(NULL, 0, buffer, size);
}

size_t qcdc_trend_test_to_json(const QcdcTrendTest *test, char *buffer, size_t size)
{
    return test != NULL && test->used > 0 ? write_test(test, buffer, size) : members_write(NULL, 0, buffer, size);
}

size_t qcdc_cube_trend_to_json(const QcdcCubeTrend *trend, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    const char *state = trend != NULL ? qcdc_trend_state_to_name((QcdcTrendState)trend->state) : NULL;
    char object[1024]; /* some ten numbers */
    if (state == NULL || trend->state == QCDC_TREND_STATE_NONE)
        return members_write(NULL, 0, buffer, size);
    qcdc_text_add(&text, "{\"state\":\"");
    qcdc_text_add(&text, state);
    qcdc_text_add(&text, "\"");
    members_add(&text, "periods", trend->periods, false);
    members_add(&text, "used", trend->used, false);
    members_add(&text, "left_out", trend->left_out, false);
    qcdc_text_add(&text, ",\"line\":");
    write_line(&trend->trend, object, sizeof object);
    qcdc_text_add(&text, object);
    qcdc_text_add(&text, ",\"test\":");
    write_test(&trend->test, object, sizeof object);
    qcdc_text_add(&text, object);
    qcdc_text_add(&text, "}");
    return qcdc_text_finish(&text);
}
