/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/year-estimate.h>

#include "stats/members-private.h"

static const char *const states[QCDC_YEAR_ESTIMATE_STATE_END] = {"none", "given", "few-years", "current", "nothing", "no-share", "no-flow"};

const char *qcdc_year_estimate_state_to_name(QcdcYearEstimateState state)
{
    return (int)state >= 0 && state < QCDC_YEAR_ESTIMATE_STATE_END ? states[state] : NULL;
}

size_t qcdc_year_estimate_to_json(const QcdcYearEstimate *estimate, char *buffer, size_t size)
{
    enum { OF_STATE = 3, OF_ALL = 15 }; /* members that tell why there is no estimate, and of one */
    const char *state = estimate != NULL ? qcdc_year_estimate_state_to_name((QcdcYearEstimateState)estimate->state) : NULL;
    if (state == NULL || estimate->state == QCDC_YEAR_ESTIMATE_STATE_NONE)
        return members_write(NULL, 0, buffer, size);
    Member members[OF_ALL] = {
        {"state", 0, state},
        {"years", (double)estimate->years, NULL},
        {"years_left_out", (double)estimate->years_left_out, NULL},
        {"estimate", estimate->estimate, NULL},
        {"low", estimate->low, NULL},
        {"high", estimate->high, NULL},
        {"level", estimate->level, NULL},
        {"reached", estimate->reached, NULL},
        {"share", estimate->share, NULL},
        {"spread", estimate->spread, NULL},
        {"error", estimate->error, NULL},
        {"naive_error", estimate->naive_error, NULL},
        {"parts", (double)estimate->parts, NULL},
        {"parts_of_year", (double)estimate->parts_of_year, NULL},
        {"is_counts", (double)estimate->is_counts, NULL},
    };
    if (estimate->state != QCDC_YEAR_ESTIMATE_STATE_GIVEN)
        members_forget(members + OF_STATE, OF_ALL - OF_STATE);
    return members_write(members, OF_ALL, buffer, size);
}
