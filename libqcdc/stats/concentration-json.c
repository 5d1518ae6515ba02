/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/concentration.h>

#include "stats/members-private.h"

size_t qcdc_concentration_to_json(const QcdcConcentration *concentration, char *buffer, size_t size)
{
    const Member members[] = {
        {"gini", concentration != NULL ? (double)concentration->gini : 0},
        {"gini_corrected", concentration != NULL ? (double)concentration->gini_corrected : 0},
        {"theil", concentration != NULL ? (double)concentration->theil : 0},
        {"theil_within", concentration != NULL ? (double)concentration->theil_within : 0},
        {"theil_between", concentration != NULL ? (double)concentration->theil_between : 0},
        {"herfindahl", concentration != NULL ? (double)concentration->herfindahl : 0},
        {"largest_share", concentration != NULL ? (double)concentration->largest_share : 0},
        {"total", concentration != NULL ? (double)concentration->total : 0},
        {"weight", concentration != NULL ? (double)concentration->weight : 0},
        {"largest", concentration != NULL ? (double)concentration->largest : 0},
        {"units", concentration != NULL ? (double)concentration->units : 0},
        {"left_out", concentration != NULL ? (double)concentration->left_out : 0},
        {"groups", concentration != NULL ? (double)concentration->groups : 0},
    };
    return members_write(concentration != NULL && concentration->units > 0 ? members : NULL, sizeof members / sizeof members[0], buffer, size);
}
