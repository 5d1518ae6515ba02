/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/phrase-base-private.h"

#include <string.h>

#include <qcdc/period-name.h>

#include "kernel/civil-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "language/style-private.h"

bool qcdc_phrase_base_is_valid(const QcdcPhraseBase *base)
{
    if ((unsigned)base->base >= QCDC_BASE_END)
        return false;
    if (qcdc_phrase_is_beside(base))
        return base->name != NULL;
    return base->base != QCDC_BASE_PERIOD || qcdc_period_is_valid(base->period);
}

bool qcdc_phrase_is_beside(const QcdcPhraseBase *base)
{
    return base->base == QCDC_BASE_UNIT || base->base == QCDC_BASE_PARENT_MEAN;
}

static void put_article(QcdcPhraseWriter *writer, QcdcPeriod period)
{
    if (period.kind == QCDC_PERIOD_HALF || period.kind == QCDC_PERIOD_TO_DATE)
        qcdc_phrase_put(writer, writer->words->base.article);
}

static void put_period(QcdcPhraseWriter *writer, QcdcPeriod period)
{
    char name[QCDC_PERIOD_NAME_SIZE];
    qcdc_period_to_name(period, writer->style->language, name, sizeof name);
    put_article(writer, period);
    qcdc_phrase_put_words(writer, name, strlen(name), QCDC_ROLE_BASE_PERIOD);
}

/* The year of the period's first day (D11). */
static int get_year(QcdcPeriod period)
{
    return period.kind == QCDC_PERIOD_DAYS ? qcdc_date_from_day(period.start).year : period.start / 12;
}

static void put_dated(QcdcPhraseWriter *writer, QcdcPeriod period)
{
    char year[8];
    QcdcText text = qcdc_text_begin(year, sizeof year);
    qcdc_text_add_number(&text, (uint64_t)get_year(period), 1);
    qcdc_text_finish(&text);
    qcdc_phrase_put(writer, writer->words->base.same_dated);
    qcdc_phrase_put_words(writer, year, strlen(year), QCDC_ROLE_BASE_PERIOD);
}

/* Without a period, as in a comparison of two bare numbers, a dated name is not to be had: the full one stands for it. */
static void put_same_period(QcdcPhraseWriter *writer, const QcdcPhraseBase *base, QcdcBasePhrase phrase)
{
    const QcdcPhraseBaseNames *names = &writer->words->base;
    bool dated = qcdc_period_is_valid(base->period);
    bool said = QCDC_FAULT("phrase-introduced", base->abbreviation_said != 0, false);
    if (dated && phrase == QCDC_BASE_PHRASE_YEAR)
        put_period(writer, base->period);
    else if (dated && phrase == QCDC_BASE_PHRASE_DATED)
        put_dated(writer, QCDC_FAULT("phrase-dated", base->period, base->current));
    else if (phrase == QCDC_BASE_PHRASE_SHORT)
        qcdc_phrase_put(writer, names->same_short);
    else if (phrase == QCDC_BASE_PHRASE_ABBREVIATED || (phrase == QCDC_BASE_PHRASE_FULL_THEN_ABBREVIATED && said))
        qcdc_phrase_put(writer, names->same_abbreviated);
    else if (phrase == QCDC_BASE_PHRASE_FULL_THEN_ABBREVIATED)
        qcdc_phrase_put(writer, names->same_introduced);
    else
        qcdc_phrase_put(writer, names->same_full);
}

/* W6: full and short alone have words for it; full-then-abbreviated has no abbreviation here and counts as full. */
static void put_previous(QcdcPhraseWriter *writer, const QcdcPhraseBase *base, QcdcBasePhrase phrase)
{
    bool named = phrase == QCDC_BASE_PHRASE_ABBREVIATED || phrase == QCDC_BASE_PHRASE_DATED || phrase == QCDC_BASE_PHRASE_YEAR;
    if (named && qcdc_period_is_valid(base->period))
        put_period(writer, base->period);
    else if (base->period.kind == QCDC_PERIOD_YEAR || base->current.kind == QCDC_PERIOD_YEAR)
        qcdc_phrase_put(writer, writer->words->base.previous_year);
    else
        qcdc_phrase_put(writer, writer->words->base.previous);
}

/* W15, W16: called alike whatever the style says of periods. */
static void put_beside(QcdcPhraseWriter *writer, const QcdcPhraseBase *base)
{
    if (base->base == QCDC_BASE_PARENT_MEAN)
        qcdc_phrase_put(writer, writer->words->beside.mean);
    qcdc_phrase_put_words(writer, base->name, strlen(base->name), QCDC_ROLE_WORDS);
}

static void put_name(QcdcPhraseWriter *writer, const QcdcPhraseBase *base, QcdcBasePhrase phrase)
{
    if (qcdc_phrase_is_beside(base))
        put_beside(writer, base);
    else if (base->base == QCDC_BASE_PREVIOUS)
        put_previous(writer, base, phrase);
    else if (base->base == QCDC_BASE_PERIOD)
        put_period(writer, base->period);
    else
        put_same_period(writer, base, phrase);
}

/* Where a plan's words have a place for its period. */
static const char *find_place(const char *words)
{
    for (; *words != '\0'; words++)
        if (words[0] == '{' && words[1] == '}')
            return words;
    return NULL;
}

/* A plan for the year says "năm"; one for another period than the current says which (S24). */
static void put_plan_period(QcdcPhraseWriter *writer, const QcdcPhraseBase *base)
{
    bool both = qcdc_period_is_valid(base->period) && qcdc_period_is_valid(base->current);
    if (base->plan_of_year) {
        qcdc_phrase_put(writer, writer->words->plan.year);
    } else if (both && !qcdc_period_equals(base->period, base->current)) {
        qcdc_phrase_put(writer, writer->words->plan.before_period);
        put_period(writer, base->period);
    }
}

void qcdc_phrase_put_plan_name(QcdcPhraseWriter *writer, const QcdcPhraseBase *base)
{
    const char *words = base->plan_words != NULL ? base->plan_words : writer->words->plan.words;
    const char *place = find_place(words);
    size_t before = QCDC_FAULT("phrase-plan-place", place != NULL, false) ? (size_t)(place - words) : strlen(words);
    qcdc_phrase_put_words(writer, words, before, QCDC_ROLE_WORDS);
    put_plan_period(writer, base);
    if (place != NULL)
        qcdc_phrase_add_words(writer, place + 2, strlen(place + 2), QCDC_ROLE_WORDS);
}

void qcdc_phrase_put_plan(QcdcPhraseWriter *writer, const QcdcPhraseBase *base)
{
    const QcdcPhrasePlanWords *words = &writer->words->plan;
    qcdc_phrase_put(writer, base->plan_of_year ? words->before_year : words->before);
    qcdc_phrase_put_plan_name(writer, base);
}

void qcdc_phrase_put_base(QcdcPhraseWriter *writer, const QcdcPhraseBase *base)
{
    if (base->base == QCDC_BASE_PLAN)
        qcdc_phrase_put_plan_name(writer, base);
    else
        put_name(writer, base, writer->style->base_phrase);
}

void qcdc_phrase_put_short_base(QcdcPhraseWriter *writer, const QcdcPhraseBase *base)
{
    put_name(writer, base, QCDC_BASE_PHRASE_SHORT);
}

void qcdc_phrase_put_shown_base(QcdcPhraseWriter *writer, const QcdcPhraseBase *base)
{
    bool same = base->base == QCDC_BASE_SAME_PERIOD || base->base == QCDC_BASE_DEFAULT;
    if (same)
        qcdc_phrase_put(writer, writer->words->base.same_shown);
    else
        put_name(writer, base, QCDC_BASE_PHRASE_SHORT);
    if (writer->words->base_takes_colon || QCDC_FAULT("phrase-colon", qcdc_phrase_ends_in_figure(writer), false))
        qcdc_phrase_close(writer, ":");
}

/* "a year earlier", "in the previous year", "in 2021" */
void qcdc_phrase_put_shown_time(QcdcPhraseWriter *writer, const QcdcPhraseBase *base)
{
    bool same = base->base == QCDC_BASE_SAME_PERIOD || base->base == QCDC_BASE_DEFAULT;
    qcdc_phrase_put(writer, same ? writer->words->base.same_shown : writer->words->base_follows_in);
    if (!same)
        put_name(writer, base, QCDC_BASE_PHRASE_SHORT);
}

void qcdc_phrase_add_coverage(QcdcPhraseWriter *writer, const QcdcPhraseBase *base)
{
    if (base->kinds == NULL)
        return;
    qcdc_phrase_close(writer, writer->words->coverage);
    qcdc_phrase_put_count(writer, base->valued, QCDC_ROLE_VALUED);
    if (base->expected > 0) {
        qcdc_phrase_open(writer, writer->words->coverage_of);
        qcdc_phrase_put_count(writer, base->expected, QCDC_ROLE_EXPECTED);
    }
    qcdc_phrase_put_words(writer, base->kinds, strlen(base->kinds), QCDC_ROLE_WORDS);
}

QcdcStatus qcdc_phrase_write_base(const QcdcPhraseBase *base, const QcdcStyle *style, QcdcPhraseText *text, QcdcError *error)
{
    style = qcdc_style_choose(style);
    if (base == NULL || text == NULL || style == NULL || !qcdc_phrase_base_is_valid(base))
        return qcdc_error_set_argument(error, "no base or text, a base without its period, or a style out of range");
    QcdcPhraseWriter writer = qcdc_phrase_begin(text, style);
    qcdc_phrase_put_base(&writer, base);
    qcdc_phrase_finish(&writer);
    return QCDC_OK;
}
