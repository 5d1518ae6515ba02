/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/phrase-plan-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/phrase-base-private.h"
#include "language/phrase-list-private.h"

bool qcdc_phrase_tells_plan(const QcdcPhraseTold *told)
{
    return told->as >= QCDC_TOLD_EXCESS && told->as <= QCDC_TOLD_FULFILLED;
}

static void put_name(QcdcPhraseWriter *writer, const QcdcPhraseBase *base, bool with_article)
{
    const QcdcPhrasePlanWords *words = &writer->words->plan;
    if (base->plan_of_year)
        qcdc_phrase_put(writer, words->article_year);
    else if (with_article)
        qcdc_phrase_put(writer, words->article);
    qcdc_phrase_put_plan_name(writer, base);
}

/* A difference in the measure, or of ratios in points. */
static void put_amount(QcdcPhraseWriter *writer, const QcdcPhraseItem *item, const QcdcPhraseNumber *number, QcdcRole role)
{
    qcdc_phrase_put_number(writer, number, role);
    if (item->change.quantity == QCDC_QUANTITY_PERCENTAGE)
        qcdc_phrase_put_noun(writer, number, writer->words->points);
    else
        qcdc_phrase_put_measure(writer, item, number);
}

static void put_excess(QcdcPhraseWriter *writer, const QcdcPhraseTold *told, const QcdcPhraseBase *base)
{
    const QcdcPhrasePlanWords *words = &writer->words->plan;
    qcdc_phrase_put(writer, words->above_before);
    qcdc_phrase_put_number(writer, &told->number, QCDC_ROLE_EXCESS);
    qcdc_phrase_put(writer, words->above_after);
    put_name(writer, base, false);
}

/* The plan stands in brackets: "vượt kế hoạch 148" could be by 148, or a plan of 148. */
static void put_above(QcdcPhraseWriter *writer, const QcdcPhraseItem *item, const QcdcPhraseTold *told, const QcdcPhraseBase *base)
{
    const QcdcPhrasePlanWords *words = &writer->words->plan;
    qcdc_phrase_put(writer, words->above_before);
    put_amount(writer, item, &told->number, QCDC_ROLE_EXCESS);
    qcdc_phrase_put(writer, words->versus);
    put_name(writer, base, true);
    qcdc_phrase_open(writer, words->value_open);
    if (item->base_hedge != NULL)
        qcdc_phrase_put_words(writer, item->base_hedge, strlen(item->base_hedge), QCDC_ROLE_WORDS); /* S4 */
    qcdc_phrase_put_number(writer, QCDC_FAULT("phrase-plan-value", &told->base, &told->number), QCDC_ROLE_PLAN);
    if (words->value_has_measure && item->change.quantity != QCDC_QUANTITY_PERCENTAGE)
        qcdc_phrase_put_measure(writer, item, &told->base);
    qcdc_phrase_close(writer, words->value_close);
}

static void put_short(QcdcPhraseWriter *writer, const QcdcPhraseItem *item, const QcdcPhraseTold *told, const QcdcPhraseBase *base)
{
    const QcdcPhrasePlanWords *words = &writer->words->plan;
    bool plan_first = words->missed[0] != '\0';
    if (plan_first) {
        qcdc_phrase_put(writer, words->missed);
        put_name(writer, base, true);
        qcdc_phrase_open(writer, " (");
    }
    qcdc_phrase_put(writer, words->short_before);
    put_amount(writer, item, &told->number, QCDC_ROLE_SHORTFALL);
    qcdc_phrase_put(writer, words->short_after);
    if (plan_first)
        qcdc_phrase_close(writer, ")");
    else
        put_name(writer, base, true);
}

static void put_fulfilled(QcdcPhraseWriter *writer, const QcdcPhraseBase *base)
{
    qcdc_phrase_put(writer, writer->words->plan.met_before);
    put_name(writer, base, false);
    qcdc_phrase_put(writer, writer->words->plan.met_after);
}

void qcdc_phrase_put_plan_told(QcdcPhraseWriter *writer, const QcdcPhraseItem *item, const QcdcPhraseTold *told, const QcdcPhraseBase *base)
{
    switch (told->as) {
    case QCDC_TOLD_EXCESS:
        put_excess(writer, told, base);
        break;
    case QCDC_TOLD_ABOVE:
        put_above(writer, item, told, base);
        break;
    case QCDC_TOLD_SHORT:
        put_short(writer, item, told, base);
        break;
    default:
        put_fulfilled(writer, base);
    }
}
