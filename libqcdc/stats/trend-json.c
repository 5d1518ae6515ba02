/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/trend.h>

#include "stats/members-private.h"

size_t qcdc_trend_to_json(const QcdcTrend *trend, char *buffer, size_t size)
{
    const Member members[] = {
        {"slope", trend != NULL ? (double)trend->slope : 0},
        {"low", trend != NULL ? (double)trend->low : 0},
        {"high", trend != NULL ? (double)trend->high : 0},
        {"intercept", trend != NULL ? (double)trend->intercept : 0},
        {"slope_error", trend != NULL ? (double)trend->slope_error : 0},
        {"intercept_error", trend != NULL ? (double)trend->intercept_error : 0},
        {"spread", trend != NULL ? (double)trend->spread : 0},
        {"fit", trend != NULL ? (double)trend->fit : 0},
        {"level", trend != NULL ? (double)trend->level : 0},
        {"used", trend != NULL ? (double)trend->used : 0},
    };
    return members_write(trend != NULL && trend->used > 0 ? members : NULL, sizeof members / sizeof members[0], buffer, size);
}

size_t qcdc_trend_test_to_json(const QcdcTrendTest *test, char *buffer, size_t size)
{
    const Member members[] = {
        {"score", test != NULL ? (double)test->score : 0},
        {"variance", test != NULL ? (double)test->variance : 0},
        {"tau", test != NULL ? (double)test->tau : 0},
        {"chance", test != NULL ? (double)test->chance : 0},
        {"level", test != NULL ? (double)test->level : 0},
        {"used", test != NULL ? (double)test->used : 0},
        {"is_exact", test != NULL ? (double)test->is_exact : 0},
    };
    return members_write(test != NULL && test->used > 0 ? members : NULL, sizeof members / sizeof members[0], buffer, size);
}

size_t qcdc_level_change_to_json(const QcdcLevelChange *change, char *buffer, size_t size)
{
    const Member members[] = {
        {"change", change != NULL ? (double)change->change : 0},
        {"low", change != NULL ? (double)change->low : 0},
        {"high", change != NULL ? (double)change->high : 0},
        {"error", change != NULL ? (double)change->error : 0},
        {"before", change != NULL ? (double)change->before : 0},
        {"slope", change != NULL ? (double)change->slope : 0},
        {"slope_error", change != NULL ? (double)change->slope_error : 0},
        {"spread", change != NULL ? (double)change->spread : 0},
        {"level", change != NULL ? (double)change->level : 0},
        {"used_before", change != NULL ? (double)change->used_before : 0},
        {"used_after", change != NULL ? (double)change->used_after : 0},
    };
    return members_write(change != NULL && change->used_before > 0 ? members : NULL, sizeof members / sizeof members[0], buffer, size);
}
