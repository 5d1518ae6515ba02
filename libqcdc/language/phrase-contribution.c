/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/phrase.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "language/phrase-list-private.h"
#include "language/style-private.h"

/* What one item brought, settled before a byte is written. */
typedef struct Brought {
    QcdcPhraseNumber points, share; /* magnitudes */
    bool took;                      /* the other direction than the whole */
    bool fell;                      /* the whole fell */
} Brought;

/* |part| against |whole|: a share of 100 is the whole, and nothing else reads so (W13). */
static int compare_magnitudes(const QcdcContribution *contribution)
{
    return qcdc_decimal_compare(qcdc_printed_magnitude(contribution->part), qcdc_printed_magnitude(contribution->whole));
}

static QcdcStatus round_share(const QcdcContribution *contribution, const QcdcStyle *style, QcdcDecimal *out_value, QcdcError *error)
{
    unsigned decimals = qcdc_printed_percent_decimals(style);
    int beside = compare_magnitudes(contribution);
    static const QcdcDecimal hundred = {100, 0, {0}};
    QcdcDecimal value;
    QcdcStatus status;
    do {
        status = qcdc_contribution_get_share(contribution, decimals, style->rounding, &value, error);
        value = status == QCDC_OK ? qcdc_printed_magnitude(value) : hundred;
    } while (status == QCDC_OK && beside != 0 && qcdc_decimal_compare(value, hundred) == 0 && decimals++ < QCDC_DECIMAL_MAX_PRINTED);
    if (status != QCDC_OK)
        return status;
    if (beside != 0 && qcdc_decimal_compare(value, hundred) == 0)
        value.coefficient += beside;
    *out_value = value;
    return QCDC_OK;
}

static QcdcStatus round_points(const QcdcContribution *contribution, const QcdcStyle *style, QcdcDecimal *out_value, QcdcError *error)
{
    QcdcDecimal value;
    QcdcStatus status =
        qcdc_contribution_get_points(contribution, qcdc_printed_percent_decimals(style), style->rounding, &value, error);
    if (status == QCDC_OK)
        *out_value = qcdc_printed_magnitude(value);
    return status;
}

/* 0 only if 0 (W13). */
static QcdcPhraseNumber make_number(QcdcDecimal value, bool is_zero, bool percent, const QcdcStyle *style)
{
    QcdcPhraseNumber number = {.value = value, .percent = percent, .trim = style->percent_keep_zeros == 0};
    number.below = value.coefficient == 0 && QCDC_FAULT("contribution-below", !is_zero, false);
    if (number.below)
        number.value.coefficient = 1;
    return number;
}

static QcdcStatus settle(const QcdcContribution *contribution, const QcdcStyle *style, Brought *out_brought, QcdcError *error)
{
    QcdcDecimal points, share;
    QcdcStatus status = round_points(contribution, style, &points, error);
    if (status == QCDC_OK)
        status = round_share(contribution, style, &share, error);
    if (status != QCDC_OK)
        return status;
    bool is_zero = contribution->part.coefficient == 0;
    out_brought->points = make_number(points, is_zero, false, style);
    out_brought->share = make_number(share, is_zero, true, style);
    out_brought->fell = contribution->whole.coefficient < 0;
    out_brought->took = !is_zero && QCDC_FAULT("contribution-took", (contribution->part.coefficient < 0) != out_brought->fell, false);
    return QCDC_OK;
}

static void put_points(QcdcPhraseWriter *writer, const Brought *brought, bool with_share)
{
    const QcdcPhraseContributionWords *words = &writer->words->contribution;
    qcdc_phrase_put(writer, brought->took ? words->took : words->brought);
    qcdc_phrase_put_number(writer, &brought->points, QCDC_ROLE_CONTRIBUTION);
    qcdc_phrase_put_noun(writer, &brought->points, writer->words->points);
    if (with_share) {
        qcdc_phrase_open(writer, " (");
        qcdc_phrase_put_number(writer, &brought->share, QCDC_ROLE_SHARE);
        qcdc_phrase_close(writer, ")");
    }
    qcdc_phrase_put(writer, (brought->took ? words->took_from : words->brought_to)[brought->fell]);
}

static void put_share(QcdcPhraseWriter *writer, const Brought *brought)
{
    const QcdcPhraseContributionWords *words = &writer->words->contribution;
    qcdc_phrase_put(writer, brought->took ? words->took_share : words->brought);
    qcdc_phrase_put_number(writer, &brought->share, QCDC_ROLE_SHARE);
    qcdc_phrase_put(writer, (brought->took ? words->took_share_of : words->brought_share_of)[brought->fell]);
}

static void put_brought(QcdcPhraseWriter *writer, const QcdcPhraseItem *items, const Brought *brought, size_t count)
{
    QcdcContributionStyle kind = writer->style->contribution;
    for (size_t i = 0; i < count; i++) {
        writer->item = (uint32_t)i;
        if (i > 0)
            qcdc_phrase_open(writer, writer->words->semicolon);
        if (count > 1)
            qcdc_phrase_put_subject(writer, &items[i]);
        if (kind == QCDC_CONTRIBUTION_STYLE_SHARE)
            put_share(writer, &brought[i]);
        else
            put_points(writer, &brought[i], kind == QCDC_CONTRIBUTION_STYLE_BOTH);
    }
}

static bool has_measures(const QcdcPhraseItem *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (items[i].measure == NULL || items[i].change.quantity >= QCDC_QUANTITY_END)
            return false;
    return true;
}

QcdcStatus qcdc_phrase_write_contributions(const QcdcContribution *contributions, const QcdcPhraseItem *items, size_t count,
                                           const QcdcStyle *style, QcdcPhraseText *text, QcdcError *error)
{
    Brought brought[QCDC_PHRASE_MOST_ITEMS];
    QcdcStatus status = QCDC_OK;
    style = qcdc_style_choose(style);
    if (contributions == NULL || items == NULL || count < 1 || count > QCDC_PHRASE_MOST_ITEMS || style == NULL || text == NULL ||
        !has_measures(items, count))
        return qcdc_error_set_argument(error, "no contributions, items or text, not 1 to 64 of them, or a style out of range");
    for (size_t i = 0; i < count && status == QCDC_OK; i++)
        status = settle(&contributions[i], style, &brought[i], error);
    if (status != QCDC_OK)
        return status;
    QcdcPhraseWriter writer = qcdc_phrase_begin(text, style);
    put_brought(&writer, items, brought, count);
    qcdc_phrase_finish(&writer);
    return QCDC_OK;
}
