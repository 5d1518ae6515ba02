/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef PHRASE_LAW_H
#define PHRASE_LAW_H

/* What a phrase of a sentence must be read as (S30): the figures, measures and directions of its rows, rounded as the style says,
 * and their base. What is wanted is worked out from the rows, not from the text. */

#include <qcdc/growth.h>
#include <qcdc/phrase.h>

#include "analysis/comparison-rows-private.h"
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
    printf("# %s: \"%.*s\" of: %s\n", what, (int)(phrase->map.end - phrase->map.start), phrase->text,
           qcdc_sentence_get_text(phrase->sentence));
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

/* Lists of changes */

/* S24: of a plan to reduce by so much, the reduction against it. */
static inline bool phrase_change_of(const Phrase *phrase, size_t index, QcdcChange *out_change)
{
    const QcdcComparisonRow *row = &phrase->rows[index];
    QcdcFigure past, reduction = {.state = QCDC_FIGURE_VALUED};
    *out_change = row->change;
    if (row->base != QCDC_BASE_PLAN || strcmp(phrase_indicator_text(phrase, row, QCDC_INDICATOR_PLAN_DIRECTION), "reduce-by") != 0)
        return true;
    RowPlace place = comparison_find_place(phrase->comparison, phrase->map.rows[index]);
    return comparison_read_past(phrase->comparison, place.subject, place.indicator, &past) &&
           qcdc_decimal_subtract(past.value, row->change.current.value, &reduction.value, NULL) == QCDC_OK &&
           qcdc_change_measure(&reduction, &row->change.base, (QcdcQuantity)row->change.quantity, out_change, NULL) == QCDC_OK;
}

static inline bool phrase_shows(const Phrase *phrase, size_t row, QcdcRole role)
{
    QcdcSpan span;
    size_t count = qcdc_sentence_get_span_count(phrase->sentence);
    for (size_t index = 0; index < count && qcdc_sentence_get_span(phrase->sentence, index, &span, NULL) == QCDC_OK; index++)
        if (span.row == row && span.role == role && span.start >= phrase->map.start && span.end <= phrase->map.end)
            return true;
    return false;
}

/* As what the map of spans says that the row is told. */
static inline QcdcToldAs phrase_told_as(const Phrase *phrase, size_t row, QcdcBase base)
{
    static const struct {
        QcdcRole role;
        QcdcToldAs told;
    } tells[] = {
        {QCDC_ROLE_DIFFERENCE, QCDC_TOLD_DIFFERENCE}, {QCDC_ROLE_PERCENT, QCDC_TOLD_PERCENT}, {QCDC_ROLE_POINTS, QCDC_TOLD_POINTS},
        {QCDC_ROLE_PLACES, QCDC_TOLD_PLACES},         {QCDC_ROLE_INDEX, QCDC_TOLD_INDEX},     {QCDC_ROLE_TIMES, QCDC_TOLD_TIMES},
        {QCDC_ROLE_ATTAINMENT, QCDC_TOLD_ATTAINMENT}, {QCDC_ROLE_PLAN, QCDC_TOLD_ABOVE},      {QCDC_ROLE_SHORTFALL, QCDC_TOLD_SHORT},
        {QCDC_ROLE_EXCESS, QCDC_TOLD_EXCESS},
    };
    if (phrase_shows(phrase, row, QCDC_ROLE_DIFFERENCE) && phrase_shows(phrase, row, QCDC_ROLE_PERCENT))
        return QCDC_TOLD_BOTH;
    for (size_t index = 0; index < sizeof tells / sizeof tells[0]; index++)
        if (phrase_shows(phrase, row, tells[index].role))
            return tells[index].told;
    return base == QCDC_BASE_PLAN ? QCDC_TOLD_FULFILLED : QCDC_TOLD_UNCHANGED;
}

static inline bool phrase_base_is_first(const Phrase *phrase)
{
    return phrase->style->change == QCDC_CHANGE_PLACE_FIRST && phrase->rows[0].base != QCDC_BASE_PLAN;
}

/* What is all equal is said once; only base values tell how many there were (W4). */
static inline size_t phrase_count_told(const Phrase *phrase)
{
    bool once = !phrase_base_is_first(phrase) && phrase->rows[0].base != QCDC_BASE_PLAN && phrase->style->show_base == 0;
    for (size_t index = 0; index < phrase->map.row_count; index++)
        once = once && phrase->rows[index].change.direction == QCDC_DIRECTION_UNCHANGED;
    return once ? 1 : phrase->map.row_count;
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
    return phrase_stands(phrase, item->measure_start, item->measure_end, measure) ||
           (item->measure_start == item->measure_end && !phrase_needs_measure(phrase, index));
}

static inline bool phrase_tells_number(uint8_t told)
{
    return told != QCDC_TOLD_UNCHANGED && told != QCDC_TOLD_FULFILLED;
}

/* W6, W18: whether a base value stands there, and with it the current one. */
static inline bool phrase_holds_shown(const Phrase *phrase, size_t index, const QcdcChange *change)
{
    const QcdcPhraseReading *item = &phrase->items[index];
    const QcdcComparisonRow *row = &phrase->rows[index];
    Wanted base, current;
    bool shows_base = item->told == QCDC_TOLD_ABOVE || (row->base != QCDC_BASE_PLAN && phrase->style->show_base != 0);
    if ((item->has_base != 0) != shows_base || (item->has_current != 0 && !shows_base))
        return false;
    if (shows_base && (!phrase_want_figure(phrase, row, change, true, &base) || qcdc_decimal_compare(base.value, item->base) != 0))
        return false;
    return !item->has_current || (phrase_want_figure(phrase, row, change, false, &current) &&
                                  qcdc_decimal_compare(current.value, item->current) == 0);
}

static inline bool phrase_holds_item(const Phrase *phrase, size_t index)
{
    const QcdcPhraseReading *item = &phrase->items[index];
    const QcdcComparisonRow *row = &phrase->rows[index];
    QcdcChange change;
    Wanted number, percent;
    if (!phrase_change_of(phrase, index, &change))
        return phrase_fail(phrase, "no change to tell");
    if (item->told != phrase_told_as(phrase, phrase->map.rows[index], row->base))
        return phrase_fail(phrase, "told as something else");
    if (item->direction != change.direction)
        return phrase_fail(phrase, "another direction");
    bool is_told = phrase_tells_number(item->told);
    bool below = item->told != QCDC_TOLD_BOTH && item->percent_below != 0;
    if (is_told && !(phrase_want_told(phrase, row, &change, item->told, &number) && phrase_reads(&number, item->number, below)))
        return phrase_fail(phrase, "another number");
    if (item->told == QCDC_TOLD_BOTH && !(phrase_want_percent(phrase, &change, &percent) &&
                                          phrase_reads(&percent, item->percent, item->percent_below != 0)))
        return phrase_fail(phrase, "another percent");
    if (!phrase_holds_shown(phrase, index, &change))
        return phrase_fail(phrase, "another base value");
    return phrase_holds_measure(phrase, index) || phrase_fail(phrase, "another measure");
}

/* Bases */

static inline const char *phrase_unit_name(const Phrase *phrase, const QcdcComparisonRow *row)
{
    QcdcCatalog *catalog = qcdc_comparison_get_catalog(phrase->comparison);
    QcdcUnitField field = phrase_is_english(phrase) ? QCDC_UNIT_NAME_EN : QCDC_UNIT_TEXT_NAME;
    const char *name = qcdc_catalog_get_unit_text(catalog, row->base_unit, row->period, field);
    if (name == NULL || name[0] == '\0')
        name = qcdc_catalog_get_unit_text(catalog, row->base_unit, row->period, QCDC_UNIT_NAME);
    return name != NULL ? name : "";
}

static inline bool phrase_is_period(const Phrase *phrase, const QcdcComparisonRow *row)
{
    return phrase->base.base == QCDC_BASE_PERIOD && qcdc_period_equals(phrase->base.period, row->base_period);
}

static inline bool phrase_is_called(const Phrase *phrase, QcdcBase base, QcdcBasePhrase name)
{
    return phrase->base.base == base && phrase->base.phrase == name;
}

static inline bool phrase_is_same_period(const Phrase *phrase, const QcdcComparisonRow *row)
{
    QcdcBasePhrase name = phrase->style->base_phrase == QCDC_BASE_PHRASE_DEFAULT ? QCDC_BASE_PHRASE_FULL : phrase->style->base_phrase;
    if (name == QCDC_BASE_PHRASE_YEAR)
        return phrase_is_period(phrase, row);
    if (name == QCDC_BASE_PHRASE_DATED)
        return phrase_is_called(phrase, QCDC_BASE_SAME_PERIOD, name) && phrase->base.period.kind == QCDC_PERIOD_YEAR &&
               phrase->base.period.start / 12 == row->base_period.start / 12;
    if (phrase_is_english(phrase))
        return phrase_is_called(phrase, QCDC_BASE_SAME_PERIOD, QCDC_BASE_PHRASE_FULL);
    if (name == QCDC_BASE_PHRASE_FULL_THEN_ABBREVIATED && phrase->base.phrase == QCDC_BASE_PHRASE_ABBREVIATED)
        name = QCDC_BASE_PHRASE_ABBREVIATED;
    return phrase_is_called(phrase, QCDC_BASE_SAME_PERIOD, name);
}

static inline bool phrase_is_previous(const Phrase *phrase, const QcdcComparisonRow *row)
{
    QcdcBasePhrase name = phrase->style->base_phrase;
    bool is_named = name == QCDC_BASE_PHRASE_ABBREVIATED || name == QCDC_BASE_PHRASE_DATED || name == QCDC_BASE_PHRASE_YEAR;
    return is_named ? phrase_is_period(phrase, row) : phrase_is_called(phrase, QCDC_BASE_PREVIOUS, QCDC_BASE_PHRASE_FULL);
}

static inline bool phrase_is_plan(const Phrase *phrase, const QcdcComparisonRow *row)
{
    char name[512];
    const char *words =
        phrase_is_english(phrase) ? NULL : qcdc_catalog_get_plan_words(qcdc_comparison_get_catalog(phrase->comparison), row->plan);
    QcdcPhraseBase base = {.base = QCDC_BASE_PLAN, .period = row->base_period, .current = row->period, .plan_of_year = row->plan_of_year};
    QcdcPhraseText text = {.buffer = name, .size = sizeof name};
    base.plan_words = words != NULL && words[0] != '\0' ? words : NULL;
    bool is_dated = !row->plan_of_year && !qcdc_period_equals(row->base_period, row->period);
    return phrase->base.base == QCDC_BASE_PLAN && phrase->base.plan_of_year == row->plan_of_year &&
           qcdc_phrase_write_base(&base, phrase->style, &text, NULL) == QCDC_OK &&
           phrase_stands(phrase, phrase->base.words_start, phrase->base.words_end, name) &&
           (!is_dated || qcdc_period_equals(phrase->base.period, row->base_period));
}

static inline bool phrase_is_base(const Phrase *phrase, const QcdcComparisonRow *row)
{
    switch (row->base) {
    case QCDC_BASE_PLAN:
        return phrase_is_plan(phrase, row);
    case QCDC_BASE_UNIT:
    case QCDC_BASE_PARENT_MEAN:
        return phrase->base.base == row->base &&
               phrase_stands(phrase, phrase->base.words_start, phrase->base.words_end, phrase_unit_name(phrase, row));
    case QCDC_BASE_PERIOD:
        return phrase_is_period(phrase, row);
    case QCDC_BASE_PREVIOUS:
        return phrase_is_previous(phrase, row);
    default:
        return phrase_is_same_period(phrase, row);
    }
}

/* W6: the least covered item speaks for the list. */
static inline bool phrase_holds_coverage(const Phrase *phrase)
{
    uint32_t valued = 0, expected = 0;
    for (size_t index = 0; index < phrase->map.row_count; index++) {
        const QcdcComparisonRow *row = &phrase->rows[index];
        bool is_in_time = row->base < QCDC_BASE_PLAN;
        bool is_other = (row->change.caveats & QCDC_CAVEAT_COVERAGE_DIFFERS) != 0 && !row->is_common && row->base_units_valued > 0;
        if (is_in_time && is_other && (expected == 0 || (uint64_t)row->base_units_valued * expected < (uint64_t)valued * row->base_units_expected)) {
            valued = row->base_units_valued;
            expected = row->base_units_expected;
        }
    }
    return phrase->base.valued == valued && phrase->base.expected == expected;
}

/* All rows of a list have one base; it may be left out where it was named before in the sentence (W7). */
static inline bool phrase_holds_base(const Phrase *phrase)
{
    const QcdcComparisonRow *first = &phrase->rows[0];
    for (size_t index = 1; index < phrase->map.row_count; index++)
        if (phrase->rows[index].base_index != first->base_index)
            return phrase_fail(phrase, "several bases in one list");
    bool *said = &phrase->said[first->base_index];
    bool is_left_out = phrase->base.base == QCDC_BASE_DEFAULT && *said && phrase->style->change != QCDC_CHANGE_PLACE_BRACKETS;
    *said = *said || !is_left_out;
    return is_left_out || phrase_is_base(phrase, first) || phrase_fail(phrase, "another base");
}

static inline bool phrase_holds_list(const Phrase *phrase)
{
    if (phrase->count != phrase_count_told(phrase))
        return phrase_fail(phrase, "another number of changes");
    for (size_t index = 0; index < phrase->count; index++)
        if (!phrase_holds_item(phrase, index))
            return false;
    return (phrase_holds_coverage(phrase) || phrase_fail(phrase, "another coverage")) && phrase_holds_base(phrase);
}

/* Contributions (W20) */

static inline uint8_t phrase_direct(QcdcDecimal value)
{
    return value.coefficient < 0 ? QCDC_DIRECTION_DECREASE : value.coefficient > 0 ? QCDC_DIRECTION_INCREASE : QCDC_DIRECTION_UNCHANGED;
}

static inline bool phrase_want_points(const Phrase *phrase, const QcdcContribution *brought, Wanted *wanted)
{
    QcdcDecimal value;
    return qcdc_contribution_get_points(brought, phrase_percent_decimals(phrase), phrase->style->rounding, &value, NULL) == QCDC_OK &&
           phrase_settle(wanted, value, false);
}

static inline bool phrase_want_share(const Phrase *phrase, const QcdcContribution *brought, Wanted *wanted)
{
    unsigned decimals = phrase_percent_decimals(phrase);
    int beside = qcdc_decimal_compare(phrase_magnitude(brought->part), phrase_magnitude(brought->whole));
    QcdcDecimal value;
    do {
        if (qcdc_contribution_get_share(brought, decimals, phrase->style->rounding, &value, NULL) != QCDC_OK)
            return false;
        value = phrase_magnitude(value);
    } while (beside != 0 && phrase_is_hundred(value) && decimals++ < QCDC_DECIMAL_MAX_PRINTED);
    value.coefficient += beside != 0 && phrase_is_hundred(value) ? beside : 0;
    return phrase_settle(wanted, value, false);
}

static inline bool phrase_brings(const Phrase *phrase, const QcdcPhraseReading *item, const QcdcContribution *brought)
{
    Wanted points, share;
    bool is_share = item->told == QCDC_TOLD_SHARE_BROUGHT;
    if (item->direction != phrase_direct(brought->part) || item->whole != phrase_direct(brought->whole) ||
        !phrase_want_points(phrase, brought, &points) || !phrase_want_share(phrase, brought, &share))
        return false;
    if (is_share)
        return phrase_reads(&share, item->number, item->number_below != 0);
    return phrase_reads(&points, item->number, item->number_below != 0) &&
           (item->told != QCDC_TOLD_BOTH_BROUGHT || phrase_reads(&share, item->percent, item->percent_below != 0));
}

/* To its unit above, or to another indicator of its own unit that it is a part of. */
static inline bool phrase_holds_brought(const Phrase *phrase, size_t index)
{
    const QcdcComparisonRow *part = &phrase->rows[index];
    QcdcContribution brought;
    QcdcComparisonRow whole;
    char total[64] = "";
    if (qcdc_comparison_get_contribution(phrase->comparison, phrase->map.rows[index], &brought, NULL) == QCDC_OK &&
        phrase_brings(phrase, &phrase->items[index], &brought))
        return true;
    const char *part_of = phrase_indicator_text(phrase, part, QCDC_INDICATOR_PART_OF);
    snprintf(total, sizeof total, "%.*s", (int)strcspn(part_of, ":"), part_of);
    for (size_t row = 0; qcdc_comparison_read_rows(phrase->comparison, row, 1, &whole, NULL) == QCDC_OK; row++)
        if (whole.base_index == part->base_index && strcmp(whole.unit_code, part->unit_code) == 0 &&
            strcmp(phrase_indicator_text(phrase, &whole, QCDC_INDICATOR_CODE), total) == 0 &&
            comparison_find_contribution(part, &whole, &brought) && phrase_brings(phrase, &phrase->items[index], &brought))
            return true;
    return false;
}

static inline bool phrase_holds_contributions(const Phrase *phrase)
{
    static const QcdcToldAs tells[] = {QCDC_TOLD_NONE, QCDC_TOLD_NONE, QCDC_TOLD_POINTS_BROUGHT, QCDC_TOLD_SHARE_BROUGHT,
                                       QCDC_TOLD_BOTH_BROUGHT};
    if (phrase->count != phrase->map.row_count)
        return phrase_fail(phrase, "another number of contributions");
    for (size_t index = 0; index < phrase->count; index++) {
        if (phrase->items[index].told != tells[phrase->style->contribution])
            return phrase_fail(phrase, "brought as something else");
        if (!phrase_holds_brought(phrase, index))
            return phrase_fail(phrase, "another contribution");
        bool is_named = phrase->items[index].measure_end > phrase->items[index].measure_start;
        if (is_named != (phrase->count > 1) || (is_named && !phrase_holds_measure(phrase, index)))
            return phrase_fail(phrase, "another measure");
    }
    return phrase->base.base == QCDC_BASE_DEFAULT || phrase_fail(phrase, "a base that is not there");
}

/* Spans of years (W19) */

static inline bool phrase_want_average(const Phrase *phrase, const QcdcYears *years, Wanted *wanted)
{
    unsigned decimals = phrase_percent_decimals(phrase);
    QcdcDecimal value, doubled = years->first.value;
    int beside = 1;
    for (uint32_t year = 0; year < years->years && beside > 0; year++)
        beside = qcdc_decimal_add(doubled, doubled, &doubled, NULL) == QCDC_OK ? 1 : -1;
    beside = beside < 0 ? -1 : qcdc_decimal_compare(years->last.value, doubled);
    do {
        if (qcdc_growth_average(years->first.value, years->last.value, years->years, decimals, phrase->style->rounding, &value, NULL) != QCDC_OK)
            return false;
    } while (beside != 0 && phrase_is_hundred(phrase_magnitude(value)) && decimals++ < QCDC_DECIMAL_MAX_PRINTED);
    return phrase_settle(wanted, value, qcdc_decimal_compare(years->first.value, years->last.value) == 0);
}

static inline bool phrase_want_mean(const Phrase *phrase, const QcdcYears *years, Wanted *wanted)
{
    unsigned own = phrase_indicator_decimals(phrase, &phrase->rows[0]), least = phrase_percent_decimals(phrase);
    QcdcFraction mean = {years->total.value, {.coefficient = years->years}};
    QcdcDecimal value;
    if (qcdc_fraction_to_decimal(mean, 0, own > least ? own : least, phrase->style->rounding, &value, NULL) != QCDC_OK)
        return false;
    wanted->below = value.coefficient == 0 && years->total.value.coefficient > 0;
    wanted->value = value;
    if (wanted->below)
        wanted->value.coefficient = 1;
    return true;
}

static inline bool phrase_holds_years(const Phrase *phrase)
{
    const QcdcPhraseReading *item = &phrase->items[0];
    QcdcYears years;
    Wanted wanted;
    if (phrase->count != 1 || phrase->map.row_count != 1 || phrase->base.base != QCDC_BASE_DEFAULT ||
        qcdc_comparison_get_years(phrase->comparison, phrase->map.rows[0], &years, NULL) != QCDC_OK)
        return phrase_fail(phrase, "no span of years");
    bool is_mean = item->told == QCDC_TOLD_MEAN;
    bool is_direct = is_mean ? item->direction == QCDC_DIRECTION_UNKNOWN
                             : item->direction == (uint8_t)(qcdc_decimal_compare(years.last.value, years.first.value) + QCDC_DIRECTION_UNCHANGED);
    bool is_wanted = is_mean ? phrase_want_mean(phrase, &years, &wanted) : phrase_want_average(phrase, &years, &wanted);
    if (!is_direct || !is_wanted || !phrase_reads(&wanted, item->number, item->percent_below != 0))
        return phrase_fail(phrase, "another mean or growth");
    return !is_mean || (item->measure_end > item->measure_start && phrase_holds_measure(phrase, 0)) || phrase_fail(phrase, "another measure");
}

/* Notes (W8, W21 … W23) */

static inline bool phrase_is_note_base(const Phrase *phrase, const QcdcComparisonRow *row)
{
    switch (row->base) {
    case QCDC_BASE_PLAN:
        return false;
    case QCDC_BASE_PREVIOUS:
        return phrase->base.base == QCDC_BASE_PREVIOUS;
    case QCDC_BASE_DEFAULT:
    case QCDC_BASE_SAME_PERIOD:
        return phrase->base.base == QCDC_BASE_SAME_PERIOD;
    default:
        return phrase_is_base(phrase, row);
    }
}

static inline bool phrase_is_reason(uint8_t told, const QcdcComparisonRow *row, int32_t day)
{
    const QcdcChange *change = &row->change;
    switch (told) {
    case QCDC_TOLD_NO_BASE:
        return change->base.state == QCDC_FIGURE_MISSING && day == 0;
    case QCDC_TOLD_NEW:
        return row->presence == QCDC_PRESENCE_NEW && day == row->presence_day;
    case QCDC_TOLD_ENDED:
        return row->presence == QCDC_PRESENCE_ENDED && day == row->presence_day;
    default:
        return change->refusal == QCDC_REFUSAL_BREAK && day == 0;
    }
}

static inline bool phrase_holds_note(const Phrase *phrase)
{
    const QcdcPhraseReading *item = &phrase->items[0];
    bool has_base = !phrase_is_english(phrase) && (item->told == QCDC_TOLD_NO_BASE || item->told == QCDC_TOLD_NEW);
    if (phrase->count != 1 || phrase->map.row_count != 1 || item->direction != QCDC_DIRECTION_UNKNOWN ||
        !phrase_is_reason(item->told, &phrase->rows[0], item->day))
        return phrase_fail(phrase, "another note");
    bool is_base = has_base ? phrase_is_note_base(phrase, &phrase->rows[0]) : phrase->base.base == QCDC_BASE_DEFAULT;
    return is_base || phrase_fail(phrase, "another base of a note");
}

/* The whole */

static inline bool phrase_read(Phrase *phrase, const QcdcSentence *sentence, size_t index)
{
    QcdcError error = {0};
    phrase->sentence = sentence;
    if (qcdc_sentence_get_phrase(sentence, index, &phrase->map, NULL) != QCDC_OK || phrase->map.row_count == 0 ||
        phrase->map.row_count > PHRASE_LAW_ITEMS || phrase->map.start >= phrase->map.end)
        return false;
    phrase->text = qcdc_sentence_get_text(sentence) + phrase->map.start;
    for (size_t row = 0; row < phrase->map.row_count; row++)
        if (qcdc_comparison_read_rows(phrase->comparison, phrase->map.rows[row], 1, &phrase->rows[row], NULL) != QCDC_OK)
            return phrase_fail(phrase, "a row that is not there");
    if (qcdc_phrase_parse(phrase->text, phrase->map.end - phrase->map.start, phrase->style->language, phrase->items, PHRASE_LAW_ITEMS,
                          &phrase->count, &phrase->base, &error) != QCDC_OK)
        return phrase_fail(phrase, error.text);
    return phrase->count > 0 || phrase_fail(phrase, "nothing is told");
}

static inline bool phrase_holds(const Phrase *phrase)
{
    uint8_t told = phrase->items[0].told;
    if (told >= QCDC_TOLD_NO_BASE)
        return phrase_holds_note(phrase);
    if (told == QCDC_TOLD_MEAN || told == QCDC_TOLD_AVERAGE)
        return phrase_holds_years(phrase);
    return told >= QCDC_TOLD_POINTS_BROUGHT ? phrase_holds_contributions(phrase) : phrase_holds_list(phrase);
}

#endif
