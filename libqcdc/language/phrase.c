/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/phrase.h>

#include <string.h>

#include "kernel/error-private.h"
#include "language/phrase-base-private.h"
#include "language/phrase-list-private.h"
#include "language/style-private.h"

static bool is_told(const QcdcPhraseItem *item)
{
    const QcdcChange *change = &item->change;
    bool valued = qcdc_phrase_is_value(&change->current) && qcdc_phrase_is_value(&change->base) &&
                  qcdc_decimal_is_valid(change->difference);
    bool measured = change->direction != QCDC_DIRECTION_UNKNOWN && change->direction < QCDC_DIRECTION_END;
    return valued && measured && change->quantity < QCDC_QUANTITY_END && item->measure != NULL &&
           item->decimals <= QCDC_DECIMAL_MAX_DECIMALS;
}

/* S8: the definition changed between the two figures. */
static QcdcStatus refuse(const QcdcChange *change, QcdcError *error)
{
    qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "the two figures are not comparable", NULL,
                   qcdc_refusal_explain((QcdcRefusal)change->refusal, QCDC_LANGUAGE_EN));
    return qcdc_error_refuse(error, (QcdcRefusal)change->refusal);
}

static QcdcStatus check_items(const QcdcPhraseItem *items, size_t count, QcdcError *error)
{
    if (items == NULL || count < 1 || count > QCDC_PHRASE_MOST_ITEMS)
        return qcdc_error_set_argument(error, "a phrase tells 1 to 64 items");
    for (size_t i = 0; i < count; i++)
        if (items[i].change.refusal != QCDC_REFUSAL_NONE)
            return refuse(&items[i].change, error);
    for (size_t i = 0; i < count; i++)
        if (!is_told(&items[i]))
            return qcdc_error_set_argument(error, "an item without a measured change of two values, or without a measure");
    return QCDC_OK;
}

static QcdcStatus check(const QcdcPhraseItem *items, size_t count, const QcdcPhraseBase *base, const QcdcStyle *style,
                        QcdcPhraseShape shape, const QcdcPhraseText *text, QcdcError *error)
{
    if (base == NULL || !qcdc_phrase_base_is_valid(base))
        return qcdc_error_set_argument(error, "no base, or one without its period");
    if (style == NULL || text == NULL || (unsigned)shape >= QCDC_PHRASE_SHAPE_END)
        return qcdc_error_set_argument(error, "no text, or a style or shape out of range");
    return check_items(items, count, error);
}

static bool has_comma(const QcdcPhraseItem *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (const char *at = items[i].measure; *at != '\0'; at++)
            if (*at == ',')
                return true;
    return false;
}

/* W17: a percent in words stands after a comma of its own. */
static bool tells_both(const QcdcPhraseList *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->told[i].as == QCDC_TOLD_BOTH)
            return true;
    return false;
}

/* All that can go wrong goes wrong here, before a byte is written. */
static QcdcStatus tell_all(const QcdcPhraseList *list, const QcdcStyle *style, QcdcPhraseTold *told, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    bool alone = list->count == 1 && !list->base->several;
    for (size_t i = 0; i < list->count && status == QCDC_OK; i++) {
        status = qcdc_phrase_tell(&list->items[i], list->base, alone, style, &told[i], error);
        if (status == QCDC_OK)
            status = qcdc_phrase_tell_shown(&list->items[i], list->show, style, &told[i], error);
    }
    bool is_of_plan = error != NULL && list->base->base == QCDC_BASE_PLAN && error->refusal == QCDC_REFUSAL_PERCENT_BASE;
    if (status == QCDC_STATUS_REFUSED && is_of_plan)
        qcdc_error_refuse(error, QCDC_REFUSAL_PLAN_BASE);
    return status;
}

QcdcStatus qcdc_phrase_write(const QcdcPhraseItem *items, size_t count, const QcdcPhraseBase *base, const QcdcStyle *style,
                             QcdcPhraseShape shape, QcdcPhraseText *text, QcdcError *error)
{
    QcdcPhraseTold told[QCDC_PHRASE_MOST_ITEMS];
    style = qcdc_style_choose(style);
    QcdcStatus status = check(items, count, base, style, shape, text, error);
    if (status != QCDC_OK)
        return status;
    QcdcPhraseList list = {.items = items, .told = told, .count = count, .base = base};
    list.base_first = shape == QCDC_PHRASE_SHAPE_BASE_FIRST;
    list.show = qcdc_phrase_choose_show(items, count, base, style);
    status = tell_all(&list, style, told, error);
    list.has_comma = has_comma(items, count) || (style->percent == QCDC_PERCENT_WORDS && count > 1 && tells_both(&list));
    if (status != QCDC_OK)
        return status;
    QcdcPhraseWriter writer = qcdc_phrase_begin(text, style);
    qcdc_phrase_put_list(&writer, &list);
    qcdc_phrase_finish(&writer);
    return QCDC_OK;
}
