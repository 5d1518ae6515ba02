/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/calendar.h>

#include "explain-private.h"
#include "kernel/fault-private.h"

/* What sentences say of a change beside its difference: over whom, since when, and what it is a part or a span of. */

static void say(Explaining *explaining, ExplainWords words)
{
    explain_say(explaining, explain_words_of(explaining, words));
}

static void say_presence(Explaining *explaining, const QcdcComparisonRow *row)
{
    char day[QCDC_DAY_TEXT_SIZE];
    if (row->presence == QCDC_PRESENCE_BOTH)
        return;
    qcdc_day_to_text(row->presence_day, day, sizeof day);
    say(explaining, row->presence == QCDC_PRESENCE_NEW ? EXPLAIN_BEGUN : EXPLAIN_ENDED);
    explain_say_line(explaining, day);
}

static void say_contribution(Explaining *explaining, const QcdcContribution *contribution)
{
    say(explaining, EXPLAIN_PART);
    explain_say_number(explaining, QCDC_FAULT("explain-part", contribution->part, contribution->whole));
    say(explaining, EXPLAIN_WHOLE);
    explain_say_number(explaining, contribution->whole);
    say(explaining, EXPLAIN_WHOLE_BASE);
    explain_say_number(explaining, contribution->base);
    explain_say(explaining, "\n");
}

static void say_years_count(Explaining *explaining, const QcdcYears *years)
{
    QcdcDecimal count = {.coefficient = years->years};
    say(explaining, EXPLAIN_IN_YEARS);
    explain_say_number(explaining, count);
    explain_say(explaining, "\n");
}

static void say_growth(Explaining *explaining, const QcdcYears *years)
{
    say(explaining, EXPLAIN_GROWTH);
    explain_say_number(explaining, years->first.value);
    explain_say(explaining, " (");
    explain_say_period(explaining, years->before);
    explain_say(explaining, ") → ");
    explain_say_number(explaining, years->last.value);
    explain_say(explaining, " (");
    explain_say_period(explaining, QCDC_FAULT("explain-years", years->last_year, years->before));
    explain_say(explaining, "), ");
    say_years_count(explaining, years);
}

static void say_years(Explaining *explaining, const QcdcYears *years)
{
    if (years->has_mean) {
        say(explaining, EXPLAIN_MEAN_PER_YEAR);
        explain_say_number(explaining, years->total.value);
        explain_say(explaining, " / ");
        say_years_count(explaining, years);
    }
    if (years->has_growth)
        say_growth(explaining, years);
}

void explain_say_change(Explaining *explaining, const QcdcComparison *comparison, size_t row_index, const QcdcComparisonRow *row)
{
    QcdcContribution contribution;
    QcdcYears years;
    if (row->is_common)
        explain_say_line(explaining, explain_words_of(explaining, EXPLAIN_COMMON));
    say_presence(explaining, row);
    if (qcdc_comparison_get_contribution(comparison, row_index, &contribution, NULL) == QCDC_OK)
        say_contribution(explaining, &contribution);
    if (qcdc_comparison_get_years(comparison, row_index, &years, NULL) == QCDC_OK)
        say_years(explaining, &years);
}
