/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SPAN_LAW_H
#define SPAN_LAW_H

/* What a span of a sentence must be: the figure that its role and its row say, printed in the same characters. */

#include <qcdc/growth.h>
#include <qcdc/number.h>

#include "analysis/comparison-rows-private.h"
#include "kernel/civil-private.h"
#include "sentences.h"

/* S24: what is held against a plan to reduce by so much is the reduction. */
static inline bool find_told_change(const QcdcComparison *comparison, size_t index, const QcdcComparisonRow *row, QcdcChange *out_change)
{
    const char *direction =
        qcdc_catalog_get_indicator_text(qcdc_comparison_get_catalog(comparison), row->indicator, QCDC_INDICATOR_PLAN_DIRECTION);
    QcdcFigure past, reduction = {.state = QCDC_FIGURE_VALUED};
    *out_change = row->change;
    if (row->base != QCDC_BASE_PLAN || direction == NULL || strcmp(direction, "reduce-by") != 0)
        return true;
    RowPlace place = comparison_find_place(comparison, index);
    return comparison_read_past(comparison, place.subject, place.indicator, &past) &&
           qcdc_decimal_subtract(past.value, row->change.current.value, &reduction.value, NULL) == QCDC_OK &&
           qcdc_change_measure(&reduction, &row->change.base, (QcdcQuantity)row->change.quantity, out_change, NULL) == QCDC_OK;
}

/* What a role says of a row */

static inline bool is_number(QcdcDecimal number, QcdcDecimal wanted)
{
    wanted.coefficient = wanted.coefficient < 0 && number.coefficient >= 0 ? -wanted.coefficient : wanted.coefficient;
    return qcdc_decimal_compare(number, wanted) == 0;
}

static inline bool is_count(QcdcDecimal number, int64_t wanted)
{
    return is_number(number, (QcdcDecimal){.coefficient = wanted});
}

typedef QcdcStatus Quotient(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                            QcdcError *error);

static inline QcdcStatus get_rate(const QcdcFigure *figure, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value)
{
    QcdcFraction fraction = {figure->value, figure->denominator};
    return qcdc_fraction_to_decimal(fraction, figure->power, decimals, rounding, out_value, NULL);
}

static inline QcdcStatus get_current_rate(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                                   QcdcError *error)
{
    (void)error;
    return get_rate(&change->current, decimals, rounding, out_value);
}

static inline QcdcStatus get_base_rate(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                                QcdcError *error)
{
    (void)error;
    return get_rate(&change->base, decimals, rounding, out_value);
}

static inline QcdcStatus get_times(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                            QcdcError *error)
{
    static const QcdcDecimal one = {.coefficient = 1};
    QcdcFraction current = {change->current.value, one}, base = {change->base.value, one};
    if (change->base.is_fraction) /* a mean: a sum over a count */
        base.denominator = change->base.denominator;
    return qcdc_fraction_divide(current, base, 0, decimals, rounding, out_value, error);
}

/* Nine decimals that still read 100: then the last of them says that it is not. */
static inline bool is_beside_hundred(QcdcDecimal number, QcdcDecimal rounded)
{
    int64_t hundred = INT64_C(100000000000000000);
    bool is_hundred = rounded.decimals == QCDC_DECIMAL_MAX_PRINTED && (rounded.coefficient == hundred || rounded.coefficient == -hundred);
    return is_hundred && number.decimals == QCDC_DECIMAL_MAX_PRINTED && (number.coefficient == hundred - 1 || number.coefficient == hundred + 1);
}

/* Rounded once, to the decimals asked for or to as many more as it takes not to read 100; below the last of them, that one. */
static inline bool is_rounded(const QcdcSpan *span, Quotient *quotient, const QcdcChange *change, const QcdcStyle *style, bool is_below)
{
    unsigned decimals = style->percent_decimals == 2 ? 2 : 1;
    QcdcDecimal wanted;
    QcdcDecimal least = {.coefficient = 1, .decimals = (uint8_t)decimals};
    if (is_below)
        return quotient(change, decimals, style->rounding, &wanted, NULL) == QCDC_OK && wanted.coefficient == 0 &&
               is_number(span->number, least);
    for (; decimals <= QCDC_DECIMAL_MAX_PRINTED; decimals++)
        if (quotient(change, decimals, style->rounding, &wanted, NULL) == QCDC_OK && is_number(span->number, wanted))
            return true;
    return is_beside_hundred(span->number, wanted);
}

static inline bool is_value(const QcdcSpan *span, const QcdcFigure *figure, Quotient *quotient, const QcdcChange *change,
                     const QcdcStyle *style, bool is_below)
{
    return figure->is_fraction ? is_rounded(span, quotient, change, style, is_below) : is_number(span->number, figure->value);
}

static inline bool is_difference(const QcdcSpan *span, const QcdcChange *change, const QcdcStyle *style, bool is_below)
{
    if (change->current.is_fraction || change->base.is_fraction)
        return is_rounded(span, qcdc_change_get_points, change, style, is_below);
    return is_number(span->number, change->difference);
}

/* Of ratios too, which have no growth. */
static inline QcdcStatus get_excess(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                                    QcdcError *error)
{
    QcdcDecimal index;
    int64_t hundred = 100;
    QcdcStatus status = qcdc_change_get_index(change, decimals, rounding, &index, error);
    for (unsigned power = 0; status == QCDC_OK && power < index.decimals; power++)
        hundred *= 10;
    if (status == QCDC_OK)
        *out_value = (QcdcDecimal){.coefficient = index.coefficient - hundred, .decimals = index.decimals};
    return status;
}

/* W18: in the measure, in points, or in % of the plan. */
static inline bool is_excess(const QcdcSpan *span, const QcdcChange *change, const QcdcStyle *style, bool is_below)
{
    return is_difference(span, change, style, is_below) || is_rounded(span, get_excess, change, style, is_below);
}

static inline bool is_brought_to(const QcdcSpan *span, const QcdcContribution *brought, const QcdcStyle *style, bool is_below)
{
    bool is_share = span->role == QCDC_ROLE_SHARE;
    QcdcDecimal wanted, least = {.coefficient = 1, .decimals = style->percent_decimals == 2 ? 2 : 1};
    for (unsigned decimals = least.decimals; decimals <= QCDC_DECIMAL_MAX_PRINTED; decimals++) {
        QcdcStatus status = is_share ? qcdc_contribution_get_share(brought, decimals, style->rounding, &wanted, NULL)
                                     : qcdc_contribution_get_points(brought, decimals, style->rounding, &wanted, NULL);
        if (status != QCDC_OK)
            return false;
        if (is_below)
            return wanted.coefficient == 0 && is_number(span->number, least);
        if (is_number(span->number, wanted))
            return true;
    }
    return is_beside_hundred(span->number, wanted);
}

/* W20: to its unit above, or to another indicator of its own unit. */
static inline bool is_brought(const QcdcComparison *comparison, const QcdcSpan *span, const QcdcComparisonRow *part,
                              const QcdcStyle *style, bool is_below)
{
    QcdcContribution brought;
    QcdcComparisonRow whole;
    if (qcdc_comparison_get_contribution(comparison, span->row, &brought, NULL) == QCDC_OK &&
        is_brought_to(span, &brought, style, is_below))
        return true;
    for (size_t row = 0; qcdc_comparison_read_rows(comparison, row, 1, &whole, NULL) == QCDC_OK; row++)
        if (whole.base == part->base && whole.unit == part->unit && whole.indicator != part->indicator &&
            comparison_find_contribution(part, &whole, &brought) && is_brought_to(span, &brought, style, is_below))
            return true;
    return false;
}

/* W19 */
static inline bool is_yearly(const QcdcComparison *comparison, const QcdcSpan *span, const QcdcStyle *style, bool is_below)
{
    QcdcYears years;
    QcdcDecimal wanted;
    if (qcdc_comparison_get_years(comparison, span->row, &years, NULL) != QCDC_OK)
        return false;
    QcdcFraction mean = {years.total.value, {.coefficient = years.years}};
    for (unsigned decimals = style->percent_decimals == 2 ? 2 : 1; decimals <= QCDC_DECIMAL_MAX_PRINTED; decimals++) {
        QcdcStatus status = span->role == QCDC_ROLE_MEAN
                                ? qcdc_fraction_to_decimal(mean, 0, decimals, style->rounding, &wanted, NULL)
                                : qcdc_growth_average(years.first.value, years.last.value, years.years, decimals, style->rounding, &wanted, NULL);
        QcdcDecimal least = {.coefficient = 1, .decimals = (uint8_t)decimals};
        if (status == QCDC_OK && is_number(span->number, is_below && wanted.coefficient == 0 ? least : wanted))
            return true;
    }
    return false;
}

/* W21, W22: the day, month or year of the day from which it holds, as dates are written. */
static inline bool prints_day(const char *text, const QcdcComparisonRow *row)
{
    QcdcDate date = qcdc_date_from_day(row->presence_day);
    int numbers[] = {date.day, date.month, date.year};
    bool is_printed = false;
    for (size_t index = 0; index < 3; index++) {
        char plain[16], padded[16];
        snprintf(plain, sizeof plain, "%d", numbers[index]);
        snprintf(padded, sizeof padded, "%02d", numbers[index]);
        is_printed = is_printed || strcmp(text, plain) == 0 || strcmp(text, padded) == 0;
    }
    return is_printed && row->presence != QCDC_PRESENCE_BOTH;
}

static inline bool says_role(const QcdcSpan *span, const QcdcComparisonRow *row, const QcdcStyle *style, bool is_below)
{
    const QcdcChange *change = &row->change;
    int64_t places = 0;
    switch (span->role) {
    case QCDC_ROLE_CURRENT:
    case QCDC_ROLE_RATE:
        return is_value(span, &change->current, get_current_rate, change, style, is_below);
    case QCDC_ROLE_NUMERATOR:
        return is_number(span->number, change->current.value);
    case QCDC_ROLE_DENOMINATOR:
        return is_number(span->number, change->current.denominator);
    case QCDC_ROLE_FIELD:
        return is_count(span->number, change->current.field);
    case QCDC_ROLE_BASE:
        return is_value(span, &change->base, get_base_rate, change, style, is_below);
    case QCDC_ROLE_BASE_FIELD:
        return is_count(span->number, change->base.field);
    case QCDC_ROLE_DIFFERENCE:
    case QCDC_ROLE_POINTS:
        return is_difference(span, change, style, is_below);
    case QCDC_ROLE_PERCENT:
        return is_rounded(span, qcdc_change_get_percent, change, style, is_below);
    case QCDC_ROLE_PLACES:
        return qcdc_change_get_places(change, &places, NULL) == QCDC_OK && is_count(span->number, places);
    case QCDC_ROLE_INDEX:
    case QCDC_ROLE_ATTAINMENT:
        return is_rounded(span, qcdc_change_get_index, change, style, is_below);
    case QCDC_ROLE_TIMES:
        return is_rounded(span, get_times, change, style, is_below);
    case QCDC_ROLE_VALUED:
        return is_count(span->number, row->units_valued) || is_count(span->number, row->base_units_valued);
    case QCDC_ROLE_EXPECTED:
        return is_count(span->number, row->units_expected) || is_count(span->number, row->base_units_expected);
    case QCDC_ROLE_PLAN:
        return is_value(span, &change->base, get_base_rate, change, style, is_below);
    case QCDC_ROLE_EXCESS:
    case QCDC_ROLE_SHORTFALL:
        return is_excess(span, change, style, is_below);
    default:
        return false;
    }
}

/* How it is printed */

static inline bool has_percent_sign(QcdcRole role, const QcdcComparisonRow *row)
{
    bool is_percentage = row->change.quantity == QCDC_QUANTITY_PERCENTAGE;
    bool is_figure = role == QCDC_ROLE_RATE || role == QCDC_ROLE_BASE || role == QCDC_ROLE_CURRENT;
    return role == QCDC_ROLE_PERCENT || role == QCDC_ROLE_INDEX || role == QCDC_ROLE_ATTAINMENT || role == QCDC_ROLE_AVERAGE || (is_figure && is_percentage);
}

static inline bool prints_same(const char *text, const QcdcSpan *span, const QcdcComparisonRow *row, const QcdcStyle *style)
{
    QcdcNumberFormat format = {.language = style->language, .percent = has_percent_sign(span->role, row)};
    bool is_either = span->role == QCDC_ROLE_PLAN || span->role == QCDC_ROLE_EXCESS || span->role == QCDC_ROLE_SHARE;
    format.percent = format.percent || (is_either && text[0] != '\0' && text[strlen(text) - 1] == '%');
    char plain[QCDC_NUMBER_TEXT_SIZE], padded[QCDC_NUMBER_TEXT_SIZE];
    qcdc_number_to_text(span->number, &format, plain, sizeof plain);
    format.pad = 1;
    qcdc_number_to_text(span->number, &format, padded, sizeof padded);
    return strcmp(text, plain) == 0 || strcmp(text, padded) == 0;
}

/* Without the word before it, "dưới 0,1%" or "less than 0.1%". */
static inline const char *skip_word(const char *text, bool *out_is_below)
{
    const char *digits = text + strcspn(text, "-+0123456789");
    *out_is_below = digits != text;
    return digits + (digits[0] == '+'); /* W17 */
}

static inline bool check_span(const QcdcComparison *comparison, const char *text, const QcdcSpan *span, const QcdcStyle *style)
{
    char own[96] = "";
    bool is_below = false;
    QcdcComparisonRow row;
    bool is_name =
        span->role == QCDC_ROLE_PERIOD || span->role == QCDC_ROLE_BASE_PERIOD || span->role == QCDC_ROLE_WORDS;
    if (is_name)
        return span->row == SIZE_MAX && span->number.coefficient == 0;
    if (span->end - span->start >= sizeof own || qcdc_comparison_read_rows(comparison, span->row, 1, &row, NULL) != QCDC_OK)
        return false;
    memcpy(own, text + span->start, span->end - span->start);
    if (span->role == QCDC_ROLE_DAY)
        return prints_day(own, &row);
    const char *digits = skip_word(own, &is_below);
    if (span->role == QCDC_ROLE_ATTAINMENT && !find_told_change(comparison, span->row, &row, &row.change))
        return false;
    bool is_share = span->role == QCDC_ROLE_CONTRIBUTION || span->role == QCDC_ROLE_SHARE;
    bool is_year = span->role == QCDC_ROLE_MEAN || span->role == QCDC_ROLE_AVERAGE;
    bool is_told = is_share  ? is_brought(comparison, span, &row, style, is_below)
                   : is_year ? is_yearly(comparison, span, style, is_below)
                             : says_role(span, &row, style, is_below);
    return prints_same(digits, span, &row, style) && is_told;
}

#endif
