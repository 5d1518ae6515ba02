/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/outlier.h>

#include "stats/members-private.h"

static const char *const causes[QCDC_OUTLIER_CAUSE_END] = {"none", "tenfold", "tenth", "hundredfold", "hundredth", "thousandfold", "thousandth", "zero"};

const char *qcdc_outlier_cause_to_name(QcdcOutlierCause cause)
{
    return (int)cause >= 0 && cause < QCDC_OUTLIER_CAUSE_END ? causes[cause] : NULL;
}

size_t qcdc_outlier_to_json(const QcdcOutlier *outlier, char *buffer, size_t size)
{
    if (outlier == NULL || outlier->observations == 0)
        return members_write(NULL, 0, buffer, size);
    char value[QCDC_DECIMAL_TEXT_SIZE] = "";
    const char *cause = qcdc_outlier_cause_to_name((QcdcOutlierCause)outlier->cause);
    qcdc_decimal_to_text(outlier->value, value, sizeof value);
    const Member members[] = {
        {"value", 0, value},
        {"scope", 0, outlier->scope == QCDC_SCOPE_TOTAL ? "total" : "own"},
        {"cause", 0, cause != NULL ? cause : "none"},
        {"score", outlier->score, NULL},
        {"peer_score", outlier->peer_score, NULL},
        {"low", outlier->low, NULL},
        {"typical", outlier->typical, NULL},
        {"high", outlier->high, NULL},
        {"observations", (double)outlier->observations, NULL},
        {"peers", (double)outlier->peers, NULL},
    };
    return members_write(members, sizeof members / sizeof members[0], buffer, size);
}
