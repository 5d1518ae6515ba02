/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/year-estimate.h>

#include "stats/members-private.h"

size_t qcdc_year_estimate_to_json(const QcdcYearEstimate *estimate, char *buffer, size_t size)
{
    const Member members[] = {
        {"estimate", estimate != NULL ? (double)estimate->estimate : 0},
        {"low", estimate != NULL ? (double)estimate->low : 0},
        {"high", estimate != NULL ? (double)estimate->high : 0},
        {"level", estimate != NULL ? (double)estimate->level : 0},
        {"reached", estimate != NULL ? (double)estimate->reached : 0},
        {"share", estimate != NULL ? (double)estimate->share : 0},
        {"spread", estimate != NULL ? (double)estimate->spread : 0},
        {"error", estimate != NULL ? (double)estimate->error : 0},
        {"naive_error", estimate != NULL ? (double)estimate->naive_error : 0},
        {"years", estimate != NULL ? (double)estimate->years : 0},
        {"years_left_out", estimate != NULL ? (double)estimate->years_left_out : 0},
        {"parts", estimate != NULL ? (double)estimate->parts : 0},
        {"parts_of_year", estimate != NULL ? (double)estimate->parts_of_year : 0},
        {"is_counts", estimate != NULL ? (double)estimate->is_counts : 0},
    };
    return members_write(estimate != NULL && estimate->state == QCDC_YEAR_ESTIMATE_STATE_GIVEN ? members : NULL, sizeof members / sizeof members[0], buffer, size);
}
