/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TABLE_ROLLUP_PRIVATE_H
#define QCDC_TABLE_ROLLUP_PRIVATE_H

#include "row-figures-private.h"
#include "table-private.h"

/* What tables of rolled-up cells share. */

/* The selection's period, else the latest (D12). */
QcdcStatus table_choose_period(const QcdcCube *cube, const QcdcSelection *selection, QcdcPeriod *out_period, QcdcError *error);
/* A cell's figure, rounded as @value: for people "-" nil, "..." missing, blank not applicable (D5). */
void table_add_figure(Table *table, const QcdcCell *cell, MaybeDecimal value, QcdcLanguage language, bool for_machines);

#endif
