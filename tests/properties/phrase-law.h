/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef PHRASE_LAW_H
#define PHRASE_LAW_H

/* What a phrase of a sentence must be read as (S30): the figures, measures and directions of its rows, and their base. */

#include "phrase-told-law.h"

/* Lists of changes */

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

/* What is all equal is said once; only base values tell how many there were (W4). */
static inline size_t phrase_count_told(const Phrase *phrase)
{
    bool once = !phrase_base_is_first(phrase) && phrase->rows[0].base != QCDC_BASE_PLAN && phrase->style->show_base == 0;
    for (size_t index = 0; index < phrase->map.row_count; index++)
        once = once && phrase->rows[index].change.direction == QCDC_DIRECTION_UNCHANGED;
    return once ? 1 : phrase->map.row_count;
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
    if (!find_told_change(phrase->comparison, phrase->map.rows[index], row, &change))
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

static inline bool phrase_holds_list(const Phrase *phrase)
{
    if (phrase->count != phrase_count_told(phrase))
        return phrase_fail(phrase, "another number of changes");
    for (size_t index = 0; index < phrase->count; index++)
        if (!phrase_holds_item(phrase, index))
            return false;
    return (phrase_holds_coverage(phrase) || phrase_fail(phrase, "another coverage")) && phrase_holds_base(phrase);
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
