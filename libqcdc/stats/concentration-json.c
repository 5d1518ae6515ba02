/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/concentration.h>

#include "stats/members-private.h"

size_t qcdc_concentration_to_json(const QcdcConcentration *concentration, char *buffer, size_t size)
{
    const Member members[] = {
        {"gini", concentration != NULL ? (double)concentration->gini : 0, NULL},
        {"gini_corrected", concentration != NULL ? (double)concentration->gini_corrected : 0, NULL},
        {"theil", concentration != NULL ? (double)concentration->theil : 0, NULL},
        {"theil_within", concentration != NULL ? (double)concentration->theil_within : 0, NULL},
        {"theil_between", concentration != NULL ? (double)concentration->theil_between : 0, NULL},
        {"herfindahl", concentration != NULL ? (double)concentration->herfindahl : 0, NULL},
        {"largest_share", concentration != NULL ? (double)concentration->largest_share : 0, NULL},
        {"total", concentration != NULL ? (double)concentration->total : 0, NULL},
        {"weight", concentration != NULL ? (double)concentration->weight : 0, NULL},
        {"largest", concentration != NULL ? (double)concentration->largest : 0, NULL},
        {"units", concentration != NULL ? (double)concentration->units : 0, NULL},
        {"left_out", concentration != NULL ? (double)concentration->left_out : 0, NULL},
        {"groups", concentration != NULL ? (double)concentration->groups : 0, NULL},
    };
    return members_write(concentration != NULL && concentration->units > 0 ? members : NULL, sizeof members / sizeof members[0], buffer, size);
}
