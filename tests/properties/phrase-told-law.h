/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef PHRASE_TOLD_LAW_H
#define PHRASE_TOLD_LAW_H

/* What must be read of a phrase that is no list of changes: contributions, spans of years, notes (S30). */

#include <qcdc/growth.h>

#include "phrase-base-law.h"

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

#endif
