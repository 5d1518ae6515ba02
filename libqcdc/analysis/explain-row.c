/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "breaks-private.h"
#include "comparison-rows-private.h"
#include "explain-private.h"
#include "kernel/fault-private.h"

/* A row of a comparison in words: both figures, what is told of them, and why not where that has no meaning. */
typedef struct RowExplaining {
    const QcdcComparison *comparison;
    const QcdcComparisonRow *row;
    const Subject *subject;
    Explaining words;
} RowExplaining;

static void say_side(RowExplaining *explaining, QcdcPeriod period, const QcdcCell *cell)
{
    explain_say(&explaining->words, "- ");
    explain_say_period(&explaining->words, period);
    explain_say(&explaining->words, ": ");
    explain_say_figure(&explaining->words, cell, explaining->row->indicator);
    explain_say(&explaining->words, "\n");
}

/* A base of the same period is told by whose it is (D56, D57). */
static void say_base(RowExplaining *explaining)
{
    const QcdcComparisonRow *row = explaining->row;
    Explaining *words = &explaining->words;
    if (!base_is_beside(row->base)) {
        say_side(explaining, row->base_period, &row->base_cell);
        return;
    }
    explain_say(words, row->base == QCDC_BASE_PARENT_MEAN ? explain_words_of(words, EXPLAIN_MEAN) : "- ");
    explain_say_unit(words, row->base_unit, row->base_period);
    explain_say(words, ": ");
    explain_say_figure(words, &row->base_cell, row->indicator);
    explain_say(words, "\n");
}

static ExplainWords words_without_base(const QcdcComparisonRow *row)
{
    return base_is_beside(row->base) ? EXPLAIN_NO_BASE : EXPLAIN_NO_PLAN;
}

static void say_head(RowExplaining *explaining)
{
    Explaining *words = &explaining->words;
    explain_say(words, explaining->subject->kind == SUBJECT_OTHERS ? explain_words_of(words, EXPLAIN_OTHER_UNITS)
                                                                   : explaining->row->unit_name);
    explain_say(words, "; ");
    explain_say_indicator(words, explaining->row->indicator);
    explain_say(words, "; ");
    explain_say_line(words, explain_words_of(words, EXPLAIN_COMPARED));
    say_side(explaining, explaining->row->period, &explaining->row->current_cell);
    if (explaining->row->base_period.kind != QCDC_PERIOD_NONE)
        say_base(explaining);
    else
        explain_say_line(words, explain_words_of(words, words_without_base(explaining->row)));
}

static bool is_rank(const QcdcComparisonRow *row)
{
    return row->change.quantity == QCDC_QUANTITY_RANK || row->change.quantity == QCDC_QUANTITY_RANK_RISING;
}

/* Of a plan the attainment is told, else of an amount the percent, of a rank the places (S22, S24). */
static QcdcRefusal find_refusal(const QcdcComparisonRow *row)
{
    QcdcDecimal percent;
    QcdcError error = {0};
    int64_t places;
    if (row->change.refusal != QCDC_REFUSAL_NONE)
        return (QcdcRefusal)row->change.refusal;
    if (is_rank(row))
        qcdc_change_get_places(&row->change, &places, &error);
    else if (row->base == QCDC_BASE_PLAN)
        qcdc_change_get_index(&row->change, 1, QCDC_ROUND_DEFAULT, &percent, &error);
    else if (row->change.quantity == QCDC_QUANTITY_AMOUNT)
        qcdc_change_get_percent(&row->change, 1, QCDC_ROUND_DEFAULT, &percent, &error);
    bool is_of_plan = row->base == QCDC_BASE_PLAN && error.refusal == QCDC_REFUSAL_PERCENT_BASE;
    return QCDC_FAULT("explain-row-plan", is_of_plan, false) ? QCDC_REFUSAL_PLAN_BASE : error.refusal;
}

static bool has_difference(const QcdcChange *change)
{
    return change->current.state == QCDC_FIGURE_VALUED && change->base.state == QCDC_FIGURE_VALUED &&
           !change->current.is_fraction && !change->base.is_fraction && change->refusal == QCDC_REFUSAL_NONE;
}

static void say_difference(RowExplaining *explaining, QcdcRefusal refusal)
{
    const QcdcChange *change = &explaining->row->change;
    if (!has_difference(change) || refusal == QCDC_REFUSAL_RANK_FIELD)
        return;
    explain_say(&explaining->words, explain_words_of(&explaining->words, EXPLAIN_DIFFERENCE));
    explain_say_number(&explaining->words, change->difference);
    explain_say(&explaining->words, " ");
    explain_say_measure(&explaining->words, explaining->row->indicator, explain_is_one(change->difference));
    explain_say(&explaining->words, "\n");
}

static void say_breaks(RowExplaining *explaining)
{
    const QcdcComparisonRow *row = explaining->row;
    const QcdcCube *cube = explaining->comparison->cube;
    Area area = area_of_subject(explaining->subject);
    BreakAsk ask = {&area, row->indicator, row->base_period, row->period, &row->base_cell.figure, &row->current_cell.figure};
    size_t at = breaks_next(cube, &ask, 0);
    if (at != SIZE_MAX)
        explain_say_line(&explaining->words, explain_words_of(&explaining->words, EXPLAIN_BREAKS));
    for (size_t listed = 0; at != SIZE_MAX && listed < EXPLAIN_MOST_LISTED; listed++) {
        explain_say_row(&explaining->words, (uint32_t)at);
        at = breaks_next(cube, &ask, at + 1);
    }
}

static void say_row(RowExplaining *explaining, size_t row_index)
{
    QcdcRefusal refusal = find_refusal(explaining->row);
    say_head(explaining);
    say_difference(explaining, refusal);
    if (refusal != QCDC_REFUSAL_NONE)
        explain_say_line(&explaining->words, qcdc_refusal_explain(refusal, explaining->words.language));
    if (refusal == QCDC_REFUSAL_BREAK)
        say_breaks(explaining);
    explain_say_change(&explaining->words, explaining->comparison, row_index, explaining->row);
}

QcdcStatus qcdc_comparison_explain_row(const QcdcComparison *comparison, size_t row, QcdcLanguage language, char **out_text,
                                       QcdcError *error)
{
    bool is_known = (int)language >= 0 && language < QCDC_LANGUAGE_END;
    if (comparison == NULL || out_text == NULL || !is_known || row >= comparison->rows.count)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0,
                              "no comparison, no place for the text, a row past the end, or not a language", NULL, NULL);
    RowExplaining explaining = {.comparison = comparison, .row = &ARRAY_AT(&comparison->rows, QcdcComparisonRow, row)};
    explaining.subject = comparison_subject(comparison, comparison_find_place(comparison, row).subject);
    explaining.words = (Explaining){.cube = comparison->cube, .language = language};
    say_row(&explaining, row);
    char *text = text_steal(&explaining.words.text);
    text_clear(&explaining.words.text);
    if (text == NULL)
        return memory_fail(error);
    *out_text = text;
    return QCDC_OK;
}
