/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/claims-look-private.h"

#include <string.h>

static const ClaimFigure *find(const ClaimFigure *figures, size_t count, QcdcOperand operand, size_t which)
{
    for (size_t i = 0; i < count; i++)
        if (figures[i].role == operand && which-- == 0)
            return &figures[i];
    return NULL;
}

const ClaimFigure *claims_find_printed(const QcdcClaims *claims, const Claim *claim, QcdcOperand operand, size_t which)
{
    return find(claims->figures + claim->first_number, claim->number_count, operand, which);
}

const ClaimFigure *claims_find_expected(const QcdcClaims *claims, const Claim *claim, QcdcOperand operand, size_t which)
{
    return find(claims->figures + claim->first_number + claim->number_count, claim->expected_count, operand, which);
}

bool claim_is_told_again(const Claim *claim)
{
    return claim->kind == QCDC_CLAIM_CROSS && claim->alternative_of > 0;
}

QcdcDecimal claim_figure_get_value(const ClaimFigure *figure)
{
    return (QcdcDecimal){.coefficient = figure->coefficient, .decimals = figure->decimals};
}

QcdcOperand claims_find_operand(const char *name, size_t length)
{
    for (int operand = QCDC_OPERAND_NONE + 1; operand < QCDC_OPERAND_END; operand++) {
        const char *known = qcdc_operand_to_name((QcdcOperand)operand);
        if (strlen(known) == length && memcmp(known, name, length) == 0)
            return (QcdcOperand)operand;
    }
    return QCDC_OPERAND_NONE;
}
