/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/concentration.h>

#include "stats/members-private.h"

size_t qcdc_concentration_to_json(const QcdcConcentration *concentration, char *buffer, size_t size)
{
    if (concentration == NULL || concentration->units == 0)
        return members_write(NULL, 0, buffer, size);
    const Member members[] = {
        {"gini", concentration->gini, NULL},
        {"gini_corrected", concentration->gini_corrected, NULL},
        {"theil", concentration->theil, NULL},
        {"theil_within", concentration->theil_within, NULL},
        {"theil_between", concentration->theil_between, NULL},
        {"herfindahl", concentration->herfindahl, NULL},
        {"largest_share", concentration->largest_share, NULL},
        {"total", concentration->total, NULL},
        {"weight", concentration->weight, NULL},
        {"largest", (double)concentration->largest, NULL},
        {"units", (double)concentration->units, NULL},
        {"left_out", (double)concentration->left_out, NULL},
        {"groups", (double)concentration->groups, NULL},
    };
    return members_write(members, sizeof members / sizeof members[0], buffer, size);
}
