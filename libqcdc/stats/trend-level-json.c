/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/trend.h>

#include <string.h>

#include "stats/members-private.h"

enum {
    OF_SERIES = 4, /* what is told of a series, before its change */
    OF_CHANGE = 11
};

static void list_change(const QcdcLevelChange *change, Member *members)
{
    const Member listed[OF_CHANGE] = {
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
    memcpy(members, listed, sizeof listed);
}

size_t qcdc_level_change_to_json(const QcdcLevelChange *change, char *buffer, size_t size)
{
    Member members[OF_CHANGE];
    if (change == NULL || change->used_before == 0)
        return members_write(NULL, 0, buffer, size);
    list_change(change, members);
    return members_write(members, OF_CHANGE, buffer, size);
}

size_t qcdc_cube_level_change_to_json(const QcdcCubeLevelChange *change, char *buffer, size_t size)
{
    const char *state = change != NULL ? qcdc_trend_state_to_name((QcdcTrendState)change->state) : NULL;
    if (state == NULL || change->state == QCDC_TREND_STATE_NONE)
        return members_write(NULL, 0, buffer, size);
    Member members[OF_SERIES + OF_CHANGE] = {
        {"state", 0, state},
        {"periods", change->periods, NULL},
        {"used", change->used, NULL},
        {"left_out", change->left_out, NULL},
    };
    list_change(&change->change, members + OF_SERIES);
    if (change->state != QCDC_TREND_STATE_GIVEN)
        members_forget(members + OF_SERIES, OF_CHANGE);
    return members_write(members, OF_SERIES + OF_CHANGE, buffer, size);
}
