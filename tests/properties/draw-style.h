/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef DRAW_STYLE_H
#define DRAW_STYLE_H

#include <qcdc/style.h>

#include "random.h"

/* Every option but the words, and the place of the change, which phrases do not read. */
static inline QcdcStyle draw_style(Random *dice)
{
    QcdcStyle style = { .size = 0 };
    style.language = (QcdcLanguage)random_below(dice, QCDC_LANGUAGE_END);
    style.base_phrase = (QcdcBasePhrase)random_below(dice, QCDC_BASE_PHRASE_END);
    style.verb = (QcdcVerb)random_below(dice, QCDC_VERB_END);
    style.percent = (QcdcPercent)random_below(dice, QCDC_PERCENT_END);
    style.percent_decimals = (int32_t)random_below(dice, 3);
    style.percent_keep_zeros = random_chance(dice, 2);
    style.show_base = random_chance(dice, 2);
    style.form = (QcdcForm)random_below(dice, QCDC_FORM_END);
    style.leading_zero = (QcdcLeadingZero)random_below(dice, QCDC_LEADING_ZERO_END);
    style.plan = (QcdcPlanStyle)random_below(dice, QCDC_PLAN_STYLE_END);
    style.contribution = (QcdcContributionStyle)random_below(dice, QCDC_CONTRIBUTION_STYLE_END);
    style.rounding = (QcdcRounding)random_below(dice, QCDC_ROUND_END);
    return style;
}

#endif
