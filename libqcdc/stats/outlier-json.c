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
    char value[QCDC_DECIMAL_TEXT_SIZE] = "";
    const char *cause = outlier != NULL ? qcdc_outlier_cause_to_name((QcdcOutlierCause)outlier->cause) : NULL;
    if (outlier != NULL)
        qcdc_decimal_to_text(outlier->value, value, sizeof value);
    const Member members[] = {
        {"value", 0, value},
        {"scope", 0, outlier != NULL && outlier->scope == QCDC_SCOPE_TOTAL ? "total" : "own"},
        {"cause", 0, cause != NULL ? cause : "none"},
        {"score", outlier != NULL ? (double)outlier->score : 0, NULL},
        {"peer_score", outlier != NULL ? (double)outlier->peer_score : 0, NULL},
        {"low", outlier != NULL ? (double)outlier->low : 0, NULL},
        {"typical", outlier != NULL ? (double)outlier->typical : 0, NULL},
        {"high", outlier != NULL ? (double)outlier->high : 0, NULL},
        {"observations", outlier != NULL ? (double)outlier->observations : 0, NULL},
        {"peers", outlier != NULL ? (double)outlier->peers : 0, NULL},
    };
    return members_write(outlier != NULL && outlier->observations > 0 ? members : NULL, sizeof members / sizeof members[0], buffer, size);
}
