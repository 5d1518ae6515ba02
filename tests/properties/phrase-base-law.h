/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef PHRASE_BASE_LAW_H
#define PHRASE_BASE_LAW_H

/* The base that must be read of a phrase: its kind, period, name and coverage (S30). */

#include "phrase-wanted.h"

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

static inline int32_t phrase_year(QcdcPeriod period)
{
    return period.kind == QCDC_PERIOD_DAYS ? qcdc_date_from_day(period.start).year : period.start / 12;
}

static inline bool phrase_is_same_period(const Phrase *phrase, const QcdcComparisonRow *row)
{
    QcdcBasePhrase name = phrase->style->base_phrase == QCDC_BASE_PHRASE_DEFAULT ? QCDC_BASE_PHRASE_FULL : phrase->style->base_phrase;
    if (name == QCDC_BASE_PHRASE_YEAR)
        return phrase_is_period(phrase, row);
    if (name == QCDC_BASE_PHRASE_DATED)
        return phrase_is_called(phrase, QCDC_BASE_SAME_PERIOD, name) && phrase->base.period.kind == QCDC_PERIOD_YEAR &&
               phrase->base.period.start / 12 == phrase_year(row->base_period);
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
    bool is_whole = false;
    for (size_t index = 0; index < phrase->map.row_count; index++) {
        const QcdcComparisonRow *row = &phrase->rows[index];
        bool is_in_time = row->base < QCDC_BASE_PLAN;
        bool is_other = (row->change.caveats & QCDC_CAVEAT_COVERAGE_DIFFERS) != 0 && !row->is_common && row->base_units_valued > 0;
        if (is_in_time && is_other && (expected == 0 || (uint64_t)row->base_units_valued * expected < (uint64_t)valued * row->base_units_expected)) {
            valued = row->base_units_valued;
            expected = row->base_units_expected;
            is_whole = valued >= expected && row->units_valued >= row->units_expected;
        }
    }
    return phrase->base.valued == valued && phrase->base.expected == (is_whole ? 0 : expected); /* only the units are others */
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

#endif
