/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "reading/claims-look-private.h"
#include "reading/claims-words-private.h"

static bool is_dated(const Claim *claim)
{
    return claim->kind == QCDC_CLAIM_DATE || claim->kind == QCDC_CLAIM_LEFTOVER;
}

bool qcdc_claims_item_is_repeated(const QcdcClaims *claims, size_t index)
{
    return claims != NULL && index < claims->claim_count && claim_is_told_again(&claims->claims[index]);
}

bool qcdc_claims_item_needs_review(const QcdcClaims *claims, size_t index)
{
    const Claim *claim;
    if (claims == NULL || index >= claims->claim_count)
        return false;
    claim = &claims->claims[index];
    if (claim_is_told_again(claim))
        return false;
    if (is_dated(claim) || claim->verdict == QCDC_VERDICT_INCONSISTENT)
        return true;
    return claim->verdict == QCDC_VERDICT_ROUNDING && QCDC_FAULT("claims-review-cause", claim->cause != QCDC_CAUSE_NONE, false);
}

size_t qcdc_claims_count_verdict(const QcdcClaims *claims, QcdcVerdict verdict)
{
    size_t count = 0;
    for (size_t i = 0; claims != NULL && i < claims->claim_count; i++)
        count += !is_dated(&claims->claims[i]) && !claim_is_told_again(&claims->claims[i]) && claims->claims[i].verdict == verdict;
    return count;
}

static void add_count(QcdcText *text, const char *before, size_t count, const char *after)
{
    qcdc_text_add(text, before);
    qcdc_text_add_number(text, count, 1);
    qcdc_text_add(text, after);
}

size_t qcdc_claims_summarize(const QcdcClaims *claims, QcdcLanguage language, char *buffer, size_t size)
{
    const ClaimWords *words = language == QCDC_LANGUAGE_EN ? &claim_words_english : &claim_words_vietnamese;
    static const QcdcVerdict order[] = {QCDC_VERDICT_CONSISTENT, QCDC_VERDICT_ROUNDING, QCDC_VERDICT_INCONSISTENT, QCDC_VERDICT_UNCHECKABLE};
    size_t others = 0, counted = 0;
    QcdcText text = qcdc_text_begin(buffer, size);
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
        counted += qcdc_claims_count_verdict(claims, order[i]);
    for (size_t i = 0; i < qcdc_claims_get_count(claims); i++)
        others += is_dated(&claims->claims[i]);
    add_count(&text, "", counted, counted == 1 ? words->counted_one : words->counted);
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
        add_count(&text, i > 0 ? ", " : ": ", qcdc_claims_count_verdict(claims, order[i]), words->tallies[order[i]]);
    if (others > 0)
        add_count(&text, "; ", others, others == 1 ? words->dates_one : words->dates);
    return qcdc_text_finish(&text);
}
