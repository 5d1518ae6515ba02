/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/outlier.h>

#include "stats/members-private.h"

size_t qcdc_outlier_to_json(const QcdcOutlier *outlier, char *buffer, size_t size)
{
    const Member members[] = {
        {"score", outlier != NULL ? (double)outlier->score : 0},
        {"peer_score", outlier != NULL ? (double)outlier->peer_score : 0},
        {"low", outlier != NULL ? (double)outlier->low : 0},
        {"typical", outlier != NULL ? (double)outlier->typical : 0},
        {"high", outlier != NULL ? (double)outlier->high : 0},
        {"observations", outlier != NULL ? (double)outlier->observations : 0},
        {"peers", outlier != NULL ? (double)outlier->peers : 0},
    };
    return members_write(outlier != NULL && outlier->observations > 0 ? members : NULL, sizeof members / sizeof members[0], buffer, size);
}
