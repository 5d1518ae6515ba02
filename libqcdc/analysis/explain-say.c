/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/number.h>
#include <qcdc/period-name.h>
#include <string.h>

#include "explain-private.h"
#include "kernel/observation-private.h"
#include "language/measure-private.h"
#include "model/quote-private.h"

void explain_say(Explaining *explaining, const char *words)
{
    text_append(&explaining->text, words);
}

/* A name or reason that people wrote stays on its line. */
void explain_say_text(Explaining *explaining, const char *text)
{
    text_append_clean(&explaining->text, text, strlen(text));
}

void explain_say_line(Explaining *explaining, const char *words)
{
    explain_say(explaining, words);
    explain_say(explaining, "\n");
}

const char *explain_words_of(const Explaining *explaining, ExplainWords words)
{
    return explain_words(explaining->language, words);
}

/* A line with @filling in the place of {}. */
void explain_say_filled(Explaining *explaining, ExplainWords words, const char *filling)
{
    const char *line = explain_words_of(explaining, words), *gap = strstr(line, "{}");
    text_append_bytes(&explaining->text, line, (size_t)(gap - line));
    explain_say(explaining, filling);
    explain_say_line(explaining, gap + 2);
}

void explain_say_number(Explaining *explaining, QcdcDecimal value)
{
    char buffer[QCDC_NUMBER_TEXT_SIZE];
    QcdcNumberFormat format = {.language = explaining->language};
    qcdc_number_to_text(value, &format, buffer, sizeof buffer);
    explain_say(explaining, buffer);
}

void explain_say_period(Explaining *explaining, QcdcPeriod period)
{
    char buffer[QCDC_PERIOD_NAME_SIZE];
    qcdc_period_to_name(period, explaining->language, buffer, sizeof buffer);
    explain_say(explaining, buffer);
}

void explain_say_unit(Explaining *explaining, QcdcUnitId unit, QcdcPeriod period)
{
    explain_say_text(explaining, qcdc_catalog_get_unit_text(explaining->cube->catalog, unit, period, QCDC_UNIT_NAME));
}

void explain_say_indicator(Explaining *explaining, QcdcIndicatorId indicator)
{
    bool in_english = explaining->language == QCDC_LANGUAGE_EN;
    explain_say_text(explaining, catalog_indicator_words(explaining->cube->catalog, indicator, QCDC_INDICATOR_NAME, in_english));
}

void explain_say_measure(Explaining *explaining, QcdcIndicatorId indicator, bool of_one)
{
    const char *measure = catalog_indicator_measure(explaining->cube->catalog, indicator, explaining->language == QCDC_LANGUAGE_EN);
    QcdcMeasureWords words = qcdc_measure_find_words(measure, explaining->language, of_one);
    text_append_clean(&explaining->text, words.text, words.length);
}

bool explain_is_one(QcdcDecimal value)
{
    return value.decimals == 0 && value.coefficient == 1;
}

static void say_fraction(Explaining *explaining, const QcdcFigure *figure)
{
    QcdcFraction fraction = {figure->value, figure->denominator};
    QcdcDecimal rounded;
    explain_say_number(explaining, figure->value);
    explain_say(explaining, "/");
    explain_say_number(explaining, figure->denominator);
    if (qcdc_fraction_to_decimal(fraction, figure->power, 1, QCDC_ROUND_DEFAULT, &rounded, NULL) != QCDC_OK)
        return;
    explain_say(explaining, " = ");
    explain_say_number(explaining, rounded);
}

void explain_say_figure(Explaining *explaining, const QcdcCell *cell, QcdcIndicatorId indicator)
{
    if (cell->figure.state == QCDC_FIGURE_NOT_APPLICABLE) {
        explain_say(explaining, explain_words_of(explaining, EXPLAIN_NOT_APPLICABLE));
    } else if (cell->figure.state != QCDC_FIGURE_VALUED) {
        explain_say(explaining, explain_words_of(explaining, EXPLAIN_NO_VALUE));
    } else {
        if (cell->hedge != NULL) {
            explain_say(explaining, cell->hedge);
            explain_say(explaining, " ");
        }
        if (cell->figure.is_fraction)
            say_fraction(explaining, &cell->figure);
        else
            explain_say_number(explaining, cell->figure.value);
        explain_say(explaining, " ");
        explain_say_measure(explaining, indicator, !cell->figure.is_fraction && explain_is_one(cell->figure.value));
    }
}

/* What came as columns has neither file nor line; its place is that among the observations of the dataset, from 1. */
static void say_place(Explaining *explaining, const QcdcObservation *observation, uint32_t row)
{
    bool has_line = observation->row > 0;
    explain_say(explaining, observation->file[0] != '\0' ? observation->file : has_line ? "observations" : "columns");
    explain_say(explaining, ":");
    text_append_number(&explaining->text, has_line ? observation->row : (int64_t)row + 1);
    explain_say(explaining, ": ");
}

static void say_hedged(Explaining *explaining, const QcdcObservation *observation)
{
    if (observation->hedge[0] != '\0') {
        explain_say(explaining, observation->hedge);
        explain_say(explaining, " ");
    }
    explain_say_number(explaining, observation->value);
}

/* " (revision 1, before 120)" (S20) */
static void say_revision(Explaining *explaining, const QcdcObservation *observation, uint32_t row)
{
    QcdcObservation replaced;
    if (observation->revision == 0)
        return;
    explain_say(explaining, " (");
    explain_say(explaining, explain_words_of(explaining, EXPLAIN_REVISION));
    text_append_number(&explaining->text, observation->revision);
    explain_say(explaining, ", ");
    if (!dataset_read_replaced(explaining->cube->dataset, row, &replaced)) {
        explain_say(explaining, explain_words_of(explaining, EXPLAIN_ADDED));
    } else {
        explain_say(explaining, explain_words_of(explaining, EXPLAIN_REPLACED));
        if (qcdc_observation_status_is_missing(replaced.status))
            explain_say(explaining, explain_words_of(explaining, EXPLAIN_NO_VALUE));
        else
            say_hedged(explaining, &replaced);
    }
    explain_say(explaining, ")");
}

void explain_say_row(Explaining *explaining, uint32_t row)
{
    QcdcObservation observation;
    if (qcdc_dataset_get_observation(explaining->cube->dataset, row, &observation, NULL) != QCDC_OK)
        return;
    explain_say(explaining, "- ");
    say_place(explaining, &observation, row);
    explain_say_unit(explaining, observation.unit, observation.period);
    explain_say(explaining, ", ");
    explain_say_period(explaining, observation.period);
    explain_say(explaining, ": ");
    say_hedged(explaining, &observation);
    say_revision(explaining, &observation, row);
    explain_say(explaining, "\n");
}
