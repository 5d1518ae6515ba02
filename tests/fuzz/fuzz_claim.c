/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* A report. Its claims stand in order within it, code points fit bytes, and reading again finds the same. */

#include <string.h>

#include <qcdc/claim.h>

#include "fuzz.h"

static size_t count_characters(const char *text, size_t end)
{
    size_t count = 0;

    for (size_t k = 0; k < end; k++)
        count += ((unsigned char)text[k] & 0xC0) != 0x80;
    return count;
}

static bool is_ascii(const char *text, size_t length)
{
    for (size_t k = 0; k < length; k++)
        if ((unsigned char)text[k] >= 0x80)
            return false;
    return true;
}

static size_t count_lines(const char *text, size_t end)
{
    size_t count = 1;

    for (size_t k = 0; k < end; k++)
        count += text[k] == '\n';
    return count;
}

static void check_numbers(const QcdcClaims *claims, size_t index, const QcdcClaim *claim, size_t size)
{
    for (size_t which = 0; which < claim->number_count + claim->expected_count; which++) {
        QcdcClaimNumber number;
        FUZZ_LAW(qcdc_claims_get_number(claims, index, which, &number, NULL) == QCDC_OK);
        FUZZ_LAW(number.role > QCDC_OPERAND_NONE && number.role < QCDC_OPERAND_END);
        FUZZ_LAW(number.start <= number.end && number.end <= size);
        FUZZ_LAW(which >= claim->number_count || !number.derived || number.end == 0);
    }
    QcdcClaimNumber none;
    FUZZ_LAW(qcdc_claims_get_number(claims, index, claim->number_count + claim->expected_count, &none, NULL) == QCDC_STATUS_ARGUMENT);
}

static void check_claim(const QcdcClaims *claims, size_t index, const char *text, size_t size, size_t *last)
{
    char line[512];
    QcdcClaim claim;

    FUZZ_LAW(qcdc_claims_get_item(claims, index, &claim, NULL) == QCDC_OK);
    FUZZ_LAW(claim.kind > QCDC_CLAIM_NONE && claim.kind < QCDC_CLAIM_END && claim.verdict < QCDC_VERDICT_END && claim.cause < QCDC_CAUSE_END);
    FUZZ_LAW(claim.start >= *last && claim.start < claim.end && claim.end <= size);
    FUZZ_LAW(claim.start_char < claim.end_char && claim.end_char - claim.start_char <= claim.end - claim.start);
    FUZZ_LAW(claim.line == count_lines(text, claim.start));
    if (is_ascii(text, size))
        FUZZ_LAW(claim.start_char == claim.start && claim.end_char == count_characters(text, claim.end));
    /* points written as percent fit, and are said to be written so */
    FUZZ_LAW(claim.verdict != QCDC_VERDICT_CONSISTENT || claim.cause == QCDC_CAUSE_NONE || claim.cause == QCDC_CAUSE_PERCENT_FOR_POINTS);
    FUZZ_LAW(claim.alternative_of <= qcdc_claims_get_count(claims) && claim.alternative_of != index + 1);
    check_numbers(claims, index, &claim, size);
    size_t needed = qcdc_claims_explain(claims, index, QCDC_LANGUAGE_VI, line, sizeof line);
    FUZZ_LAW(needed > 0 && strlen(line) <= needed && strlen(line) < sizeof line);
    *last = claim.start;
}

/* Every field but the bytes that are kept for later. */
static bool is_same(const QcdcClaim *left, const QcdcClaim *right)
{
    return left->start == right->start && left->end == right->end && left->kind == right->kind && left->verdict == right->verdict &&
           left->cause == right->cause && left->number_count == right->number_count && left->alternative_of == right->alternative_of;
}

static void check_again(const QcdcClaims *claims, const char *text, size_t size)
{
    QcdcClaims *again = NULL;

    FUZZ_LAW(qcdc_claims_read(text, size, NULL, &again, NULL) == QCDC_OK);
    FUZZ_LAW(qcdc_claims_get_count(again) == qcdc_claims_get_count(claims));
    for (size_t index = 0; index < qcdc_claims_get_count(claims); index++) {
        QcdcClaim left, right;
        FUZZ_LAW(qcdc_claims_get_item(claims, index, &left, NULL) == QCDC_OK && qcdc_claims_get_item(again, index, &right, NULL) == QCDC_OK);
        FUZZ_LAW(is_same(&left, &right));
    }
    qcdc_claims_unref(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    QcdcClaims *claims = NULL;
    size_t last = 0;

    FUZZ_LAW(qcdc_claims_read(text, size, NULL, &claims, NULL) == QCDC_OK);
    for (size_t index = 0; index < qcdc_claims_get_count(claims); index++)
        check_claim(claims, index, text, size, &last);
    check_again(claims, text, size);
    qcdc_claims_unref(claims);
    return 0;
}
