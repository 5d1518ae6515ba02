/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef CLAIM_MADE_H
#define CLAIM_MADE_H

#include <string.h>

#include "reading/claims-look-private.h"

#include "expect.h"

/* One claim made by hand. Numbers are "now=174 base=132 pct=24.1%": behind a value % is a percent, p points, ~ not printed, ^ of the old
 * text; a name without a value is a place. */
typedef struct MadeClaim {
    QcdcClaims claims;
    Claim claim;
    ClaimFigure figures[64];
    uint32_t places[3];
} MadeClaim;

static inline void made_add(MadeClaim *made, const char *word, size_t length, bool is_expected)
{
    const char *equals = memchr(word, '=', length);
    size_t name = equals != NULL ? (size_t)(equals - word) : length, digits = 0;
    ClaimFigure *figure = &made->figures[made->claim.number_count + made->claim.expected_count];
    QcdcDecimal value = {0};
    *figure = (ClaimFigure){.role = (uint8_t)claims_find_operand(word, name), .has_value = equals != NULL, .derived = is_expected, .start = 1, .end = 3};
    expect(figure->role != QCDC_OPERAND_NONE, word, "a name of no operand");
    if (equals != NULL) {
        digits = strspn(equals + 1, "-.0123456789");
        expect(qcdc_decimal_parse(equals + 1, digits, &value, NULL) == QCDC_OK, word, "no number");
        for (const char *mark = equals + 1 + digits; mark < word + length; mark++) {
            figure->percent |= *mark == '%';
            figure->points |= *mark == 'p';
            figure->is_old |= *mark == '^';
            figure->derived |= *mark == '~';
        }
    }
    figure->coefficient = value.coefficient;
    figure->decimals = value.decimals;
    if (is_expected)
        made->claim.expected_count++;
    else
        made->claim.number_count++;
}

static inline void made_add_all(MadeClaim *made, const char *words, bool is_expected)
{
    while (*words != '\0') {
        size_t length = strcspn(words, " ");
        made_add(made, words, length, is_expected);
        words += length + strspn(words + length, " ");
    }
}

static inline void made_begin(MadeClaim *made, QcdcClaimKind kind, QcdcVerdict verdict, const char *numbers, const char *expected)
{
    memset(made, 0, sizeof *made);
    made->claim.kind = (uint8_t)kind;
    made->claim.verdict = (uint8_t)verdict;
    made_add_all(made, numbers, false);
    made_add_all(made, expected, true);
    made->claims.claims = &made->claim;
    made->claims.claim_count = 1;
    made->claims.figures = made->figures;
    made->claims.places = made->places;
}

#endif
