/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef CLAIM_ROWS_H
#define CLAIM_ROWS_H

/* Tables of texts and of what is read in them. */

#include <stdlib.h>

#include <CUnit/CUnit.h>

#include "claim-text.h"

typedef struct ClaimRow {
    const char *text, *claims; /* as claim_text_show() tells those that are wanted */
} ClaimRow;

static inline void claim_rows_check(const ClaimRow *rows, size_t count, bool (*is_wanted)(uint8_t kind))
{
    static ClaimText told;
    for (size_t i = 0; i < count; i++) {
        /* a copy without a terminator: nothing beyond the text is read */
        size_t length = strlen(rows[i].text);
        char *text = malloc(length);
        QcdcClaims *claims = NULL;
        CU_ASSERT_PTR_NOT_NULL_FATAL(text);
        memcpy(text, rows[i].text, length);
        CU_ASSERT_EQUAL_FATAL(qcdc_claims_read(text, length, NULL, &claims, NULL), QCDC_OK);
        bool is_same = strcmp(claim_text_show(&told, claims, is_wanted), rows[i].claims) == 0;
        if (!is_same)
            printf("# %s\n#   wanted %s\n#   read   %s\n", rows[i].text, rows[i].claims, told.text);
        CU_ASSERT_TRUE(is_same);
        qcdc_claims_unref(claims);
        free(text);
    }
}

#endif
