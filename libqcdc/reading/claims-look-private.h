/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CLAIMS_LOOK_PRIVATE_H
#define QCDC_CLAIMS_LOOK_PRIVATE_H

#include "reading/claims-private.h"

/* The figures of one claim by what they are. @which counts those of the same operand, from 0; NULL when there are not so many. */
const ClaimFigure *claims_find_printed(const QcdcClaims *claims, const Claim *claim, QcdcOperand operand, size_t which);
const ClaimFigure *claims_find_expected(const QcdcClaims *claims, const Claim *claim, QcdcOperand operand, size_t which);

/* Whether it is a cross that another claim tells at its earlier place: counted, and shown as text, once. */
bool claim_is_told_again(const Claim *claim);

QcdcDecimal claim_figure_get_value(const ClaimFigure *figure);

/* The operand of a name as data has it, of @length bytes; NONE for any other. */
QcdcOperand claims_find_operand(const char *name, size_t length);

#endif
