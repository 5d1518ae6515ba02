/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef CLAIM_TEXT_H
#define CLAIM_TEXT_H

/* Claims as one line, so that a table of texts can say what is read in them:
 *
 *     change_rel now=174 pct=24.1 up inconsistent divided-by-current; rank rank=15 of=63 consistent */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <qcdc/claim.h>

typedef struct ClaimText {
    char text[4096];
    size_t length;
} ClaimText;

static inline void claim_text_put(ClaimText *out, const char *text)
{
    size_t length = strlen(text), room = sizeof out->text - 1 - out->length;
    if (length > room)
        length = room;
    memcpy(out->text + out->length, text, length);
    out->length += length;
    out->text[out->length] = '\0';
}

static inline void claim_text_put_word(ClaimText *out, const char *word)
{
    if (word == NULL || *word == '\0')
        return;
    claim_text_put(out, " ");
    claim_text_put(out, word);
}

static inline void claim_text_put_numbers(ClaimText *out, const QcdcClaims *claims, size_t index, size_t first,
                                          size_t end)
{
    for (size_t which = first; which < end; which++) {
        QcdcClaimNumber number;
        char digits[QCDC_DECIMAL_TEXT_SIZE];
        if (qcdc_claims_get_number(claims, index, which, &number, NULL) != QCDC_OK)
            return;
        qcdc_decimal_to_text(number.value, digits, sizeof digits);
        claim_text_put_word(out, qcdc_operand_to_name((QcdcOperand)number.role));
        claim_text_put(out, "=");
        claim_text_put(out, number.has_value ? digits : "-");
    }
}

/* The claims of the kinds from @first to @last among @claims. */
static inline const char *claim_text_show(ClaimText *out, const QcdcClaims *claims, bool (*is_wanted)(uint8_t kind))
{
    static const char *const directions[] = { "", "down", "same", "up" };
    static const char *const relations[] = { "", "reaches", "exceeds", "misses" }, *const modes[] = { "", "all",
                                                                                                      "some" };
    out->length = 0;
    out->text[0] = '\0';
    for (size_t index = 0; index < qcdc_claims_get_count(claims); index++) {
        QcdcClaim claim;
        if (qcdc_claims_get_item(claims, index, &claim, NULL) != QCDC_OK || !is_wanted(claim.kind))
            continue;
        if (out->length > 0)
            claim_text_put(out, "; ");
        claim_text_put(out, qcdc_claim_kind_to_name((QcdcClaimKind)claim.kind));
        claim_text_put_numbers(out, claims, index, 0, claim.number_count);
        claim_text_put_word(out, directions[claim.direction % 4]);
        claim_text_put_word(out, relations[claim.relation % 4]);
        claim_text_put_word(out, modes[claim.mode % 3]);
        claim_text_put_word(out, claim.open_list ? "open" : "");
        claim_text_put_word(out, claim.alternative_of != 0 ? "or" : "");
        claim_text_put_word(out, qcdc_verdict_to_name((QcdcVerdict)claim.verdict));
        claim_text_put_word(out, qcdc_cause_to_name((QcdcCause)claim.cause));
    }
    return out->text;
}

/* The passages of the wanted claims in @text. */
static inline const char *claim_text_quote(ClaimText *out, const QcdcClaims *claims, bool (*is_wanted)(uint8_t kind), const char *text)
{
    out->length = 0;
    out->text[0] = '\0';
    for (size_t index = 0; index < qcdc_claims_get_count(claims); index++) {
        QcdcClaim claim;
        char passage[512];
        if (qcdc_claims_get_item(claims, index, &claim, NULL) != QCDC_OK || !is_wanted(claim.kind))
            continue;
        snprintf(passage, sizeof passage, "%s%.*s", out->length > 0 ? " | " : "", (int)(claim.end - claim.start), text + claim.start);
        claim_text_put(out, passage);
    }
    return out->text;
}

#endif
