/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef PHRASE_WANTED_H
#define PHRASE_WANTED_H

/* A phrase of a sentence, what was read of it and the rows it tells; and the numbers that its rows want there, rounded as the
 * style says. They are worked out from the rows, not from the text (S30). */

#include <qcdc/phrase.h>

#include "measure-law.h"
#include "span-law.h"

enum {
    PHRASE_LAW_ITEMS = 64,
    PHRASE_LAW_BASES = 4
};

typedef struct Phrase {
    const QcdcComparison *comparison;
    const QcdcStyle *style;
    const QcdcSentence *sentence;
    const char *text;
    QcdcSentencePhrase map;
    QcdcComparisonRow rows[PHRASE_LAW_ITEMS];
    QcdcPhraseReading items[PHRASE_LAW_ITEMS];
    size_t count;
    QcdcPhraseBaseReading base;
    bool *said; /* of this sentence, the bases that were named */
} Phrase;

static inline bool phrase_fail(const Phrase *phrase, const char *what)
{
    const char *line = phrase->text;
    while (line > qcdc_sentence_get_text(phrase->sentence) && line[-1] != '\n')
        line--;
    printf("# %s: \"%.*s\" of: %.*s\n", what, (int)(phrase->map.end - phrase->map.start), phrase->text, (int)strcspn(line, "\n"), line);
    return false;
}

static inline bool phrase_is_english(const Phrase *phrase)
{
    return phrase->style->language == QCDC_LANGUAGE_EN;
}

static inline bool phrase_stands(const Phrase *phrase, size_t start, size_t end, const char *words)
{
    return end - start == strlen(words) && memcmp(phrase->text + start, words, end - start) == 0;
}

static inline const char *phrase_indicator_text(const Phrase *phrase, const QcdcComparisonRow *row, QcdcIndicatorField field)
{
    const char *text = qcdc_catalog_get_indicator_text(qcdc_comparison_get_catalog(phrase->comparison), row->indicator, field);
    return text != NULL ? text : "";
}

static inline unsigned phrase_indicator_decimals(const Phrase *phrase, const QcdcComparisonRow *row)
{
    return qcdc_catalog_get_indicator_decimals(qcdc_comparison_get_catalog(phrase->comparison), row->indicator);
}

/* Numbers */

static inline QcdcDecimal phrase_magnitude(QcdcDecimal value)
{
    value.coefficient = value.coefficient < 0 ? -value.coefficient : value.coefficient;
    return value;
}

static inline bool phrase_is_hundred(QcdcDecimal value)
{
    return qcdc_decimal_compare(value, (QcdcDecimal){.coefficient = 100}) == 0;
}

/* What is read of a quotient that is not 0: rounded once, kept off 100 on its own side (@beside), off 0 by "dưới" (W13). */
typedef struct Wanted {
    QcdcDecimal value;
    bool below;
} Wanted;

static inline bool phrase_settle(Wanted *wanted, QcdcDecimal rounded, bool is_zero)
{
    wanted->value = phrase_magnitude(rounded);
    wanted->below = rounded.coefficient == 0 && !is_zero;
    if (wanted->below)
        wanted->value.coefficient = 1;
    return true;
}

static inline bool phrase_want(Wanted *wanted, Quotient *quotient, const QcdcChange *change, const QcdcStyle *style, unsigned decimals,
                               int beside, bool is_zero)
{
    QcdcDecimal value;
    do {
        if (quotient(change, decimals, style->rounding, &value, NULL) != QCDC_OK)
            return false;
        value = phrase_magnitude(value);
    } while (beside != 0 && phrase_is_hundred(value) && decimals++ < QCDC_DECIMAL_MAX_PRINTED);
    value.coefficient += beside != 0 && phrase_is_hundred(value) ? beside : 0;
    return phrase_settle(wanted, value, is_zero);
}

static inline bool phrase_reads(const Wanted *wanted, QcdcDecimal number, bool below)
{
    return below == wanted->below && qcdc_decimal_compare(number, wanted->value) == 0;
}

static inline unsigned phrase_percent_decimals(const Phrase *phrase)
{
    return phrase->style->percent_decimals == 2 ? 2 : 1;
}

/* D57: a mean is printed as finely as its indicator at least; a ratio by formula as percents are. */
static inline unsigned phrase_ratio_decimals(const Phrase *phrase, const QcdcComparisonRow *row)
{
    unsigned own = phrase_indicator_decimals(phrase, row), percent = phrase_percent_decimals(phrase);
    bool is_ratio = row->change.quantity == QCDC_QUANTITY_PERCENTAGE || row->change.quantity == QCDC_QUANTITY_RATIO;
    bool is_formula = is_ratio && phrase_indicator_text(phrase, row, QCDC_INDICATOR_FORMULA)[0] != '\0';
    return row->base == QCDC_BASE_PARENT_MEAN && !is_formula && own > percent ? own : percent;
}

static inline int phrase_compare_with_hundred(const QcdcFigure *figure, uint8_t quantity)
{
    static const QcdcFraction hundred = {{100, 0, {0}}, {1, 0, {0}}};
    if (quantity != QCDC_QUANTITY_PERCENTAGE)
        return 0;
    if (figure->power != 0)
        return qcdc_decimal_compare(figure->value, figure->denominator);
    return qcdc_fraction_compare((QcdcFraction){figure->value, figure->denominator}, hundred);
}

static inline bool phrase_want_figure(const Phrase *phrase, const QcdcComparisonRow *row, const QcdcChange *change, bool of_base,
                                      Wanted *wanted)
{
    const QcdcFigure *figure = of_base ? &change->base : &change->current;
    *wanted = (Wanted){.value = figure->value};
    return !figure->is_fraction ||
           phrase_want(wanted, of_base ? get_base_rate : get_current_rate, change, phrase->style, phrase_ratio_decimals(phrase, row),
                       phrase_compare_with_hundred(figure, change->quantity), figure->value.coefficient == 0);
}

static inline bool phrase_want_difference(const Phrase *phrase, const QcdcComparisonRow *row, const QcdcChange *change, Wanted *wanted)
{
    *wanted = (Wanted){.value = phrase_magnitude(change->difference)};
    return (!change->current.is_fraction && !change->base.is_fraction) ||
           phrase_want(wanted, qcdc_change_get_points, change, phrase->style, phrase_ratio_decimals(phrase, row), 0, false);
}

static inline bool phrase_want_percent(const Phrase *phrase, const QcdcChange *change, Wanted *wanted)
{
    int beside = qcdc_decimal_compare(phrase_magnitude(change->difference), change->base.value);
    return phrase_want(wanted, qcdc_change_get_percent, change, phrase->style, phrase_percent_decimals(phrase), beside, false);
}

static inline bool phrase_want_index(const Phrase *phrase, const QcdcChange *change, Wanted *wanted)
{
    int beside = (change->direction == QCDC_DIRECTION_INCREASE) - (change->direction == QCDC_DIRECTION_DECREASE);
    return phrase_want(wanted, qcdc_change_get_index, change, phrase->style, phrase_percent_decimals(phrase), beside,
                       change->current.value.coefficient == 0);
}

/* Which side of double the plan; an index too large to be seen so finely is not beside it. */
static inline bool phrase_want_excess(const Phrase *phrase, const QcdcChange *change, Wanted *wanted)
{
    QcdcDecimal index, twice = {.coefficient = 200};
    bool is_seen = qcdc_change_get_index(change, QCDC_DECIMAL_MAX_PRINTED, QCDC_ROUND_TRUNCATE, &index, NULL) == QCDC_OK;
    int beside = is_seen ? qcdc_decimal_compare(index, twice) : 0;
    return phrase_want(wanted, get_excess, change, phrase->style, phrase_percent_decimals(phrase), beside, false);
}

static inline bool phrase_want_places(const QcdcChange *change, Wanted *wanted)
{
    int64_t places;
    if (qcdc_change_get_places(change, &places, NULL) != QCDC_OK)
        return false;
    *wanted = (Wanted){.value = {.coefficient = places < 0 ? -places : places}};
    return true;
}

static inline bool phrase_want_told(const Phrase *phrase, const QcdcComparisonRow *row, const QcdcChange *change, uint8_t told,
                                    Wanted *wanted)
{
    switch (told) {
    case QCDC_TOLD_PERCENT:
        return phrase_want_percent(phrase, change, wanted);
    case QCDC_TOLD_PLACES:
        return phrase_want_places(change, wanted);
    case QCDC_TOLD_INDEX:
    case QCDC_TOLD_ATTAINMENT:
        return phrase_want_index(phrase, change, wanted);
    case QCDC_TOLD_TIMES:
        return phrase_want(wanted, get_times, change, phrase->style, phrase_percent_decimals(phrase), 0, false);
    case QCDC_TOLD_EXCESS:
        return phrase_want_excess(phrase, change, wanted);
    default:
        return phrase_want_difference(phrase, row, change, wanted);
    }
}

/* Measures */

static inline bool phrase_base_is_first(const Phrase *phrase)
{
    return phrase->style->change == QCDC_CHANGE_PLACE_FIRST && phrase->rows[0].base != QCDC_BASE_PLAN;
}

static inline bool phrase_needs_measure(const Phrase *phrase, size_t index)
{
    const QcdcPhraseReading *item = &phrase->items[index];
    bool amount = phrase->rows[index].change.quantity <= QCDC_QUANTITY_AMOUNT;
    bool first = phrase_base_is_first(phrase), shown = phrase->style->show_base && item->has_base && !item->has_current;
    if (item->told == QCDC_TOLD_ABOVE || item->told == QCDC_TOLD_SHORT)
        return amount;
    if (item->told == QCDC_TOLD_DIFFERENCE || item->told == QCDC_TOLD_BOTH)
        return amount || !first || !phrase_is_english(phrase);
    return amount && (phrase->count > 1 || first || shown);
}

static inline bool phrase_holds_measure(const Phrase *phrase, size_t index)
{
    const QcdcPhraseReading *item = &phrase->items[index];
    bool is_english = phrase_is_english(phrase);
    const char *measure = is_english ? "" : phrase_indicator_text(phrase, &phrase->rows[index], QCDC_INDICATOR_SHORT_MEASURE);
    if (measure[0] == '\0' && is_english)
        measure = phrase_indicator_text(phrase, &phrase->rows[index], QCDC_INDICATOR_MEASURE_EN);
    if (measure[0] == '\0')
        measure = phrase_indicator_text(phrase, &phrase->rows[index], QCDC_INDICATOR_MEASURE);
    return measure_is_read(phrase->text, item, measure, is_english) ||
           (item->measure_start == item->measure_end && !phrase_needs_measure(phrase, index));
}

#endif
