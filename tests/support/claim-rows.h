/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef CLAIM_ROWS_H
#define CLAIM_ROWS_H

/* Tables of texts and of what is read in them. */

#include <stdlib.h>

#include <CUnit/CUnit.h>

#include "claim-text.h"
#include "expect.h"

typedef struct ClaimRow {
    const char *text, *claims; /* as claim_text_show() tells those that are wanted */
} ClaimRow;

typedef struct PassageRow {
    const char *text, *passages; /* as claim_text_quote() tells them */
} PassageRow;

static inline QcdcClaims *claim_rows_read(const char *row)
{
    /* a copy without a terminator: nothing beyond the text is read */
    size_t length = strlen(row);
    char *text = malloc(length);
    QcdcClaims *claims = NULL;
    CU_ASSERT_PTR_NOT_NULL_FATAL(text);
    memcpy(text, row, length);
    CU_ASSERT_EQUAL_FATAL(qcdc_claims_read(text, length, NULL, &claims, NULL), QCDC_OK);
    free(text);
    return claims;
}

static inline void claim_rows_check(const ClaimRow *rows, size_t count, bool (*is_wanted)(uint8_t kind))
{
    static ClaimText told;
    for (size_t i = 0; i < count; i++) {
        QcdcClaims *claims = claim_rows_read(rows[i].text);
        expect_text(rows[i].text, claim_text_show(&told, claims, is_wanted), rows[i].claims);
        qcdc_claims_unref(claims);
    }
}

static inline void passage_rows_check(const PassageRow *rows, size_t count, bool (*is_wanted)(uint8_t kind))
{
    static ClaimText told;
    for (size_t i = 0; i < count; i++) {
        QcdcClaims *claims = claim_rows_read(rows[i].text);
        expect_text(rows[i].text, claim_text_quote(&told, claims, is_wanted, rows[i].text), rows[i].passages);
        qcdc_claims_unref(claims);
    }
}

#endif
