/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_FINDING_WORDS_PRIVATE_H
#define QCDC_FINDING_WORDS_PRIVATE_H

#include <qcdc/types.h>

/* What a rule is called and means, to people who were not there when it was made. */
typedef struct RuleWords {
    const char *left, *right; /* what the two figures are; without a right one, what there is instead of figures */
    bool is_above;            /* the left one is above the right one; else they differ */
    const char *meaning;      /* a sentence or two */
} RuleWords;

/* What stands around them. */
typedef struct FindingWords {
    const char *differs, *above, *against, *unmet, *difference, *differs_alone, *review, *rule, *can_hold, *cannot_hold, *cut_off, *data_at;
} FindingWords;

/* NULL for a code that is no rule's. */
const RuleWords *rule_words(const char *code, QcdcLanguage language);
const FindingWords *finding_words(QcdcLanguage language);

#endif
