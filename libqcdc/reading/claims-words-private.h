/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CLAIMS_WORDS_PRIVATE_H
#define QCDC_CLAIMS_WORDS_PRIVATE_H

#include <qcdc/claim.h>

enum {
    CLAIM_WAYS = 9 /* ways to tell the arithmetic of one kind, a NULL behind the last */
};

/* The words of an explanation, one table a language.
 *
 * A way is a text with places. {now} is a printed operand by its name in data, {=now} the one worked out; {!now} says nothing and asks that
 * the operand is printed, {?…} that something holds of the claim (consistent, misfit, subset, over, open, rate, times, whole, incoming, dates, old). {dir} is the
 * direction said, {way} that of the printed figures, {rel} the relation, {fits} the candidates or the range of what is not printed, {parts},
 * {values}, {date}, {date2}, {year2}, {printed}, {own}. [ … ] stands only if all its places can be filled, < … > besides only if the claim is not
 * consistent; | is a comma between what stands before and behind it. The first way is taken whose places outside brackets can be filled. */
typedef struct ClaimWords {
    QcdcLanguage language;
    const char *verdicts[QCDC_VERDICT_END];
    const char *counted, *counted_one, *dates, *dates_one; /* behind their numbers in a summary */
    const char *tallies[QCDC_VERDICT_END];
    const char *review; /* of dates and leftovers, which have no verdict */
    const char *causes[QCDC_CAUSE_END];
    const char *directions[QCDC_DIRECTION_END];
    const char *relations[QCDC_RELATION_END];
    const char *points; /* behind a number of points */
    const char *last_or, *from, *to;
    const char *allowed;             /* the least and the greatest result that the rounding of the operands allows */
    const char *from_old;            /* behind a base that the old text printed */
    const char *alternative;         /* of another reading of the same words */
    const char *ways[QCDC_CLAIM_END][CLAIM_WAYS];
} ClaimWords;

extern const ClaimWords claim_words_vietnamese, claim_words_english;

#endif
