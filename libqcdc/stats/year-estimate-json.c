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
    enum { OF_STATE = 3 }; /* members that tell why there is no estimate */
    const char *state = estimate != NULL ? qcdc_year_estimate_state_to_name((QcdcYearEstimateState)estimate->state) : NULL;
    const Member members[] = {
        {"state", 0, state},
        {"years", estimate != NULL ? (double)estimate->years : 0, NULL},
        {"years_left_out", estimate != NULL ? (double)estimate->years_left_out : 0, NULL},
        {"estimate", estimate != NULL ? (double)estimate->estimate : 0, NULL},
        {"low", estimate != NULL ? (double)estimate->low : 0, NULL},
        {"high", estimate != NULL ? (double)estimate->high : 0, NULL},
        {"level", estimate != NULL ? (double)estimate->level : 0, NULL},
        {"reached", estimate != NULL ? (double)estimate->reached : 0, NULL},
        {"share", estimate != NULL ? (double)estimate->share : 0, NULL},
        {"spread", estimate != NULL ? (double)estimate->spread : 0, NULL},
        {"error", estimate != NULL ? (double)estimate->error : 0, NULL},
        {"naive_error", estimate != NULL ? (double)estimate->naive_error : 0, NULL},
        {"parts", estimate != NULL ? (double)estimate->parts : 0, NULL},
        {"parts_of_year", estimate != NULL ? (double)estimate->parts_of_year : 0, NULL},
        {"is_counts", estimate != NULL ? (double)estimate->is_counts : 0, NULL},
    };
    bool is_given = estimate != NULL && estimate->state == QCDC_YEAR_ESTIMATE_STATE_GIVEN, is_any = state != NULL && estimate->state != QCDC_YEAR_ESTIMATE_STATE_NONE;
    return members_write(is_any ? members : NULL, is_given ? sizeof members / sizeof members[0] : OF_STATE, buffer, size);
}
