/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/phrase-list-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/measure-private.h"
#include "language/phrase-base-private.h"
#include "language/phrase-plan-private.h"

/* As it is printed: "1", not "1,0". */
static bool is_one(const QcdcPhraseNumber *number)
{
    static const QcdcDecimal one = {1, 0, {0}};
    return qcdc_decimal_compare(number->value, one) == 0 && (number->value.decimals == 0 || number->trim);
}

void qcdc_phrase_put_measure(QcdcPhraseWriter *writer, const QcdcPhraseItem *item, const QcdcPhraseNumber *number)
{
    QcdcMeasureWords words = qcdc_measure_find_words(item->measure, writer->style->language, is_one(number));
    qcdc_phrase_put_words(writer, words.text, words.length, QCDC_ROLE_WORDS);
}

static bool is_several(const QcdcPhraseList *list)
{
    return list->count > 1;
}

/* One change in a clause of several values is not alone: what names no measure would read as that of all of them (W4). English has
 * no such clauses: each name leads its own value (W28). */
static bool is_among_several(const QcdcPhraseWriter *writer, const QcdcPhraseList *list)
{
    bool may_share = writer->words->amount_subject[0] != '\0';
    return is_several(list) || QCDC_FAULT("phrase-among-several", list->base->several && may_share, false);
}

static bool tells(const QcdcPhraseList *list, size_t index, QcdcToldAs as)
{
    return list->told[index].as == as;
}

/* A rank beside another is equal, and has not kept its place. */
static bool is_unchanged_rank(const QcdcPhraseList *list, size_t index)
{
    return tells(list, index, QCDC_TOLD_UNCHANGED) && qcdc_phrase_is_rank(list->items[index].change.quantity) &&
           !qcdc_phrase_is_beside(list->base);
}

/* "đơn", "lượt khách" of thousands of them, "tiền" of money (W7). */
static void put_what(QcdcPhraseWriter *writer, const QcdcPhraseItem *item)
{
    QcdcMeasureSubject subject = qcdc_measure_find_subject(item->measure, writer->style->language);
    if (!QCDC_FAULT("phrase-money", subject.is_money, false)) {
        qcdc_phrase_put_words(writer, subject.words.text, subject.words.length, QCDC_ROLE_WORDS);
        return;
    }
    qcdc_phrase_put(writer, writer->words->money_subject);
    qcdc_phrase_add_words(writer, subject.words.text, subject.words.length, QCDC_ROLE_WORDS);
}

/* Whose change it is (W7): "số đơn", "tỷ lệ", "thứ hạng", "điểm số". */
void qcdc_phrase_put_subject(QcdcPhraseWriter *writer, const QcdcPhraseItem *item)
{
    uint8_t quantity = item->change.quantity;
    if (qcdc_phrase_is_ratio(quantity)) {
        qcdc_phrase_put(writer, writer->words->ratio_subject);
    } else if (qcdc_phrase_is_rank(quantity)) {
        qcdc_phrase_put(writer, writer->words->rank_subject);
    } else if (quantity == QCDC_QUANTITY_SCORE) {
        qcdc_phrase_put(writer, writer->words->score_subject);
    } else {
        qcdc_phrase_put(writer, writer->words->amount_subject);
        put_what(writer, item);
    }
}

/* The words for an unchanged rank name their subject themselves. A plan stands in a list of its own, never after its base. */
static bool has_subject(const QcdcPhraseWriter *writer, const QcdcPhraseList *list, size_t index)
{
    if (is_unchanged_rank(list, index))
        return false;
    if (list->base->base == QCDC_BASE_PLAN)
        return is_among_several(writer, list);
    return list->base_first || (tells(list, index, QCDC_TOLD_UNCHANGED) && is_among_several(writer, list));
}

static const char *get_unchanged_words(const QcdcPhraseWriter *writer)
{
    return writer->style->unchanged[0] != '\0' ? writer->style->unchanged : writer->words->unchanged;
}

/* W15: "bằng" with the base as its object, "ngang bằng" where the base follows later or went before. */
static const char *get_equal_words(const QcdcPhraseWriter *writer, const QcdcPhraseList *list, bool is_last)
{
    return is_last && !list->base_first ? writer->words->beside.equal : writer->words->beside.equal_listed;
}

static void put_unchanged(QcdcPhraseWriter *writer, const QcdcPhraseList *list, size_t index, bool rank)
{
    const char *words = rank ? writer->words->rank_unchanged : get_unchanged_words(writer);
    if (qcdc_phrase_is_beside(list->base))
        words = get_equal_words(writer, list, index + 1 == list->count);
    qcdc_phrase_put_words(writer, words, strlen(words), QCDC_ROLE_WORDS);
}

/* "1 place", "2 places"; of a number with decimals the second. */
void qcdc_phrase_put_noun(QcdcPhraseWriter *writer, const QcdcPhraseNumber *number, QcdcPhraseNoun noun)
{
    qcdc_phrase_put(writer, is_one(number) ? noun.one : noun.many);
}

/* " (31,8%)", " (-18,6%)", ", tương ứng với 31,8%"; words take no sign: " (giảm dưới 0,1%)" */
static void put_second_percent(QcdcPhraseWriter *writer, const QcdcPhraseTold *told)
{
    bool in_words = writer->style->percent == QCDC_PERCENT_WORDS;
    bool has_verb = QCDC_FAULT("phrase-below-verb", told->percent.below && told->percent.sign != 0, false);
    qcdc_phrase_open(writer, in_words ? writer->words->comma : " (");
    qcdc_phrase_put(writer, in_words ? writer->words->percent_words : "");
    qcdc_phrase_put(writer, has_verb ? writer->words->verbs[told->verb].alone : "");
    qcdc_phrase_put_number(writer, &told->percent, QCDC_ROLE_PERCENT);
    qcdc_phrase_close(writer, in_words ? "" : ")");
}

/* "petitions up 42", but "amount up 8 billion dong". */
static bool is_subject_enough(const QcdcPhraseWriter *writer, const QcdcPhraseItem *item)
{
    QcdcMeasureSubject subject = qcdc_measure_find_subject(item->measure, writer->style->language);
    return writer->words->subject_is_enough && !subject.has_scale && !subject.is_money;
}

static void put_difference(QcdcPhraseWriter *writer, const QcdcPhraseList *list, size_t index)
{
    const QcdcPhraseTold *told = &list->told[index];
    qcdc_phrase_put_number(writer, &told->number, QCDC_ROLE_DIFFERENCE);
    if (!list->base_first || !is_subject_enough(writer, &list->items[index]))
        qcdc_phrase_put_measure(writer, &list->items[index], &told->number);
    if (told->as == QCDC_TOLD_BOTH)
        put_second_percent(writer, told);
}

/* In a list a percent alone does not say of what: "tăng 31,8% số đơn". */
static void put_percent(QcdcPhraseWriter *writer, const QcdcPhraseList *list, size_t index, QcdcRole role)
{
    qcdc_phrase_put_number(writer, &list->told[index].number, role);
    if (!is_among_several(writer, list) || QCDC_FAULT("phrase-of-measure", list->base_first, false))
        return;
    qcdc_phrase_put(writer, writer->words->of_measure);
    put_what(writer, &list->items[index]);
}

static void put_figure(QcdcPhraseWriter *writer, const QcdcPhraseList *list, size_t index)
{
    const QcdcPhraseNumber *number = &list->told[index].number;
    switch (list->told[index].as) {
    case QCDC_TOLD_PERCENT:
        put_percent(writer, list, index, QCDC_ROLE_PERCENT);
        break;
    case QCDC_TOLD_INDEX:
        put_percent(writer, list, index, QCDC_ROLE_INDEX);
        break;
    case QCDC_TOLD_POINTS:
        qcdc_phrase_put_number(writer, number, QCDC_ROLE_POINTS);
        qcdc_phrase_put_noun(writer, number, writer->words->points);
        break;
    case QCDC_TOLD_PLACES:
        qcdc_phrase_put_number(writer, number, QCDC_ROLE_PLACES);
        qcdc_phrase_put_noun(writer, number, writer->words->places);
        break;
    case QCDC_TOLD_TIMES:
        qcdc_phrase_put_number(writer, number, QCDC_ROLE_TIMES);
        qcdc_phrase_put_noun(writer, number, writer->words->times);
        break;
    case QCDC_TOLD_ATTAINMENT:
        qcdc_phrase_put_number(writer, number, QCDC_ROLE_ATTAINMENT);
        qcdc_phrase_put_plan(writer, list->base);
        break;
    default:
        put_difference(writer, list, index);
    }
}

/* elide leaves the verb out where it is that of the item before (W5). */
static bool has_verb(const QcdcPhraseWriter *writer, const QcdcPhraseList *list, size_t index)
{
    bool elides = writer->style->verb == QCDC_VERB_ELIDE && !list->has_comma && !has_subject(writer, list, index);
    return !elides || index == 0 || QCDC_FAULT("phrase-elide", list->told[index].verb != list->told[index - 1].verb, false);
}

static void put_item(QcdcPhraseWriter *writer, const QcdcPhraseList *list, size_t index)
{
    const QcdcPhraseTold *told = &list->told[index];
    bool subject = has_subject(writer, list, index);
    writer->item = (uint32_t)index;
    if (subject)
        qcdc_phrase_put_subject(writer, &list->items[index]);
    if (told->as == QCDC_TOLD_UNCHANGED) {
        put_unchanged(writer, list, index, is_unchanged_rank(list, index));
        return;
    }
    if (qcdc_phrase_tells_plan(told)) {
        qcdc_phrase_put_plan_told(writer, &list->items[index], told, list->base);
        return;
    }
    QcdcPhraseVerbWords verb = writer->words->verbs[told->verb];
    if (has_verb(writer, list, index))
        qcdc_phrase_put(writer, subject || is_several(list) ? verb.listed : verb.alone);
    put_figure(writer, list, index);
}

static void open_item(QcdcPhraseWriter *writer, const QcdcPhraseList *list, size_t index)
{
    const QcdcPhraseWords *words = writer->words;
    bool in_turn = writer->style->verb == QCDC_VERB_ELIDE || (list->base_first && list->base->base != QCDC_BASE_PLAN);
    bool is_last = QCDC_FAULT("phrase-last", index + 1 == list->count, false);
    if (index == 0)
        return;
    if (QCDC_FAULT("phrase-semicolon", list->has_comma, false))
        qcdc_phrase_open(writer, words->semicolon);
    else
        qcdc_phrase_open(writer, is_last && !in_turn ? words->last : words->comma);
}

static bool is_all(const QcdcPhraseList *list, bool (*holds)(const QcdcPhraseList *, size_t))
{
    for (size_t i = 0; i < list->count; i++)
        if (!holds(list, i))
            return false;
    return true;
}

static bool is_unchanged(const QcdcPhraseList *list, size_t index)
{
    return tells(list, index, QCDC_TOLD_UNCHANGED);
}

/* What is all equal is said once (W4); with the base first each has its subject. */
static void put_items(QcdcPhraseWriter *writer, const QcdcPhraseList *list)
{
    if (is_several(list) && !list->base_first && QCDC_FAULT("phrase-all-equal", is_all(list, is_unchanged), false)) {
        put_unchanged(writer, list, list->count - 1, is_all(list, is_unchanged_rank));
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        open_item(writer, list, i);
        put_item(writer, list, i);
    }
    writer->item = 0;
}

/* "gấp 2,5 lần cùng kỳ", "bằng cùng kỳ": the base is their object, so it is said even where it was said before. */
static bool takes_base_directly(const QcdcPhraseWriter *writer, const QcdcPhraseList *list)
{
    size_t last = list->count - 1;
    if (list->told[last].as == QCDC_TOLD_TIMES)
        return true;
    if (list->told[last].as != QCDC_TOLD_UNCHANGED || is_unchanged_rank(list, last))
        return false;
    if (qcdc_phrase_is_beside(list->base))
        return true;
    for (size_t i = 0; i < QCDC_PHRASE_EQUAL_WORDS; i++)
        if (qcdc_letters_are_same(get_unchanged_words(writer), writer->words->equal[i]))
            return true;
    return false;
}

static const char *choose_versus(const QcdcPhraseWords *words, const QcdcPhraseList *list, bool is_index)
{
    if (qcdc_phrase_is_beside(list->base))
        return is_index ? words->beside.versus_index : words->beside.versus;
    if (is_unchanged(list, list->count - 1))
        return words->versus_unchanged;
    return is_index ? words->versus_index : words->versus;
}

static void put_base_last(QcdcPhraseWriter *writer, const QcdcPhraseList *list)
{
    const QcdcPhraseWords *words = writer->words;
    bool directly = QCDC_FAULT("phrase-directly", takes_base_directly(writer, list), false);
    if (list->base->left_out && !directly)
        return;
    const QcdcPhraseTold *last = &list->told[list->count - 1];
    if (last->as == QCDC_TOLD_BOTH && writer->style->percent == QCDC_PERCENT_WORDS)
        qcdc_phrase_close(writer, words->percent_words_after);
    if (!directly)
        qcdc_phrase_put(writer, choose_versus(words, list, last->as == QCDC_TOLD_INDEX));
    qcdc_phrase_put_base(writer, list->base);
}

static void put_base_first(QcdcPhraseWriter *writer, const QcdcPhraseList *list)
{
    if (list->base->left_out)
        return;
    qcdc_phrase_put(writer, writer->words->versus_first);
    qcdc_phrase_put_base(writer, list->base);
    qcdc_phrase_open(writer, writer->words->comma);
}

/* " (từ 79,3% lên 80,5%)"; a ratio in another measure than % says it each time. */
static void put_from_to(QcdcPhraseWriter *writer, const QcdcPhraseList *list)
{
    const QcdcPhraseItem *item = &list->items[0];
    const QcdcPhraseTold *told = &list->told[0];
    bool rises = item->change.direction == QCDC_DIRECTION_INCREASE;
    bool has_measure = item->change.quantity == QCDC_QUANTITY_RATIO;
    qcdc_phrase_open(writer, " (");
    qcdc_phrase_put(writer, writer->words->from);
    qcdc_phrase_put_number(writer, &told->base, QCDC_ROLE_BASE);
    if (has_measure)
        qcdc_phrase_put_measure(writer, item, &told->base);
    qcdc_phrase_put(writer, QCDC_FAULT("phrase-to", rises, !rises) ? writer->words->rising_to : writer->words->falling_to);
    bool is_rate = qcdc_phrase_is_ratio(item->change.quantity);
    qcdc_phrase_put_number(writer, &told->current, is_rate ? QCDC_ROLE_RATE : QCDC_ROLE_CURRENT);
    if (has_measure)
        qcdc_phrase_put_measure(writer, item, &told->current);
    qcdc_phrase_close(writer, ")");
}

static void put_base_value(QcdcPhraseWriter *writer, const QcdcPhraseList *list, size_t index)
{
    const QcdcPhraseItem *item = &list->items[index];
    writer->item = (uint32_t)index;
    if (item->base_hedge != NULL)
        qcdc_phrase_put_words(writer, item->base_hedge, strlen(item->base_hedge), QCDC_ROLE_WORDS);
    if (qcdc_phrase_is_rank(item->change.quantity)) {
        qcdc_phrase_put(writer, writer->words->rank);
        qcdc_phrase_put_rank(writer, &list->told[index].base, item->change.base.field, QCDC_ROLE_BASE, QCDC_ROLE_BASE_FIELD);
        return;
    }
    qcdc_phrase_put_number(writer, &list->told[index].base, QCDC_ROLE_BASE);
    if (item->change.quantity != QCDC_QUANTITY_PERCENTAGE)
        qcdc_phrase_put_measure(writer, item, &list->told[index].base);
}

/* " (cùng kỳ 132 đơn và 71 đơn)"; in English what is of another time stands after its values: " (132 petitions a year earlier)" */
static void put_base_values(QcdcPhraseWriter *writer, const QcdcPhraseList *list)
{
    const QcdcPhraseWords *words = writer->words;
    bool is_last = words->base_follows && !qcdc_phrase_is_beside(list->base);
    qcdc_phrase_open(writer, " (");
    if (!is_last)
        qcdc_phrase_put_shown_base(writer, list->base);
    for (size_t i = 0; i < list->count; i++) {
        if (i > 0)
            qcdc_phrase_open(writer, list->has_comma ? words->semicolon : i + 1 == list->count ? words->last : words->comma);
        put_base_value(writer, list, i);
    }
    writer->item = 0;
    if (is_last)
        qcdc_phrase_put_shown_time(writer, list->base);
    qcdc_phrase_close(writer, ")");
}

void qcdc_phrase_put_list(QcdcPhraseWriter *writer, const QcdcPhraseList *list)
{
    bool has_base = list->base->base != QCDC_BASE_PLAN;
    if (has_base && list->base_first)
        put_base_first(writer, list);
    put_items(writer, list);
    if (!has_base)
        return;
    if (!list->base_first)
        put_base_last(writer, list);
    qcdc_phrase_add_coverage(writer, list->base);
    if (list->show == QCDC_PHRASE_SHOW_FROM_TO)
        put_from_to(writer, list);
    else if (list->show == QCDC_PHRASE_SHOW_BASES)
        put_base_values(writer, list);
}
