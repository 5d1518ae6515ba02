/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/growth.h>
#include <string.h>

#include "kernel/decimal-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"

/* With D = 100 × 10^decimals the growth in units of its last decimal is x − D, where x^years = D^years × last / first. So
 * whether a number n lies above x is a question of whole numbers: n^years × first against D^years × last. The floor of x is
 * found by halving, and 2n + 1 against 2x tells which side of a half the rest lies on. */

enum {
    /* n and 2n + 1 stay below 2^62, powers of them below 2^6200; a value and a power of ten add 90 bits. */
    BIG_WORDS = 100
};

/* Below 2^6400, the lowest word first. */
typedef struct Big {
    uint64_t words[BIG_WORDS];
    size_t count; /* words in use; the highest is not 0 */
} Big;

static void multiply(Big *number, uint64_t factor)
{
    uint64_t carry = 0;
    for (size_t i = 0; i < number->count; i++) {
        QcdcWideUnsigned product = (QcdcWideUnsigned)number->words[i] * factor + carry;
        number->words[i] = (uint64_t)product;
        carry = (uint64_t)(product >> 64);
    }
    if (carry != 0)
        number->words[number->count++] = carry;
}

static int compare(const Big *left, const Big *right)
{
    if (left->count != right->count)
        return left->count > right->count ? 1 : -1;
    for (size_t i = left->count; i-- > 0;)
        if (left->words[i] != right->words[i])
            return left->words[i] > right->words[i] ? 1 : -1;
    return 0;
}

/* @base^@exponent × @value × 10^@power; neither is 0 */
static void make_term(uint64_t base, uint32_t exponent, int64_t value, unsigned power, Big *term)
{
    term->count = 1;
    term->words[0] = (uint64_t)value;
    multiply(term, (uint64_t)qcdc_power_of_ten(power));
    for (uint32_t i = 0; i < exponent; i++)
        multiply(term, base);
}

typedef struct Growth {
    QcdcDecimal first, last;
    uint32_t years;
    uint64_t whole; /* D */
    Big goal;       /* D^years × last, and for halves (2D)^years × last */
} Growth;

static void set_goal(Growth *growth, uint64_t times)
{
    make_term(times * growth->whole, growth->years, growth->last.coefficient, growth->first.decimals, &growth->goal);
}

/* @number against x times what the goal was set to. */
static int compare_with_root(const Growth *growth, uint64_t number)
{
    Big term;
    make_term(number, growth->years, growth->first.coefficient, QCDC_FAULT("growth-decimals", growth->last.decimals, 0), &term);
    return compare(&term, &growth->goal);
}

/* The floor of x, from 0 to @limit, below which it lies. */
static uint64_t find_floor(const Growth *growth, uint64_t limit)
{
    uint64_t low = 0, high = limit;
    while (high - low > 1) {
        uint64_t middle = low + (high - low) / 2;
        if (compare_with_root(growth, middle) <= 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The magnitude is what is rounded (S1): below D the rest of x is what lacks to the next number below. */
static QcdcWide round_once(Growth *growth, uint64_t floor, QcdcRounding rounding)
{
    if (floor > 0 && QCDC_FAULT("growth-exact", compare_with_root(growth, floor) == 0, false))
        return (QcdcWide)floor - growth->whole;
    set_goal(growth, 2);
    int half_order = -compare_with_root(growth, 2 * floor + 1);
    if (floor >= growth->whole) {
        uint64_t magnitude = floor - growth->whole;
        return (QcdcWide)magnitude + qcdc_rounds_up(rounding, half_order, magnitude % 2 == 1);
    }
    uint64_t magnitude = growth->whole - floor - 1;
    half_order = QCDC_FAULT("growth-below", -half_order, half_order);
    return -((QcdcWide)magnitude + qcdc_rounds_up(rounding, half_order, magnitude % 2 == 1));
}

static QcdcStatus check(const Growth *growth, unsigned decimals, QcdcRounding rounding, const QcdcDecimal *out_percent,
                        QcdcError *error)
{
    if (out_percent == NULL)
        return qcdc_error_set_argument(error, "no place for the percent");
    if (!qcdc_decimal_is_valid(growth->first) || !qcdc_decimal_is_valid(growth->last))
        return qcdc_error_set_argument(error, "not a value: below 10^18, with 0 to 9 decimals");
    if (growth->years == 0 || growth->years > QCDC_GROWTH_MAX_YEARS)
        return qcdc_error_set_argument(error, "growth is averaged over 1 to 100 years");
    if (decimals > QCDC_DECIMAL_MAX_PRINTED || !qcdc_is_rounding(rounding))
        return qcdc_error_set_argument(error, "decimals are 0 to 15, and the rounding is one of QcdcRounding");
    return QCDC_OK;
}

static QcdcStatus check_signs(const Growth *growth, QcdcError *error)
{
    if (growth->first.coefficient > 0 && growth->last.coefficient > 0)
        return QCDC_OK;
    qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "growth is averaged between two figures above 0", NULL,
                   "the mean per year stands in place of it");
    return qcdc_error_refuse(error, QCDC_REFUSAL_PERCENT_BASE);
}

QcdcStatus qcdc_growth_average(QcdcDecimal first, QcdcDecimal last, uint32_t years, unsigned decimals, QcdcRounding rounding,
                               QcdcDecimal *out_percent, QcdcError *error)
{
    Growth growth;
    growth.first = first;
    growth.last = last;
    growth.years = years;
    QcdcStatus status = check(&growth, decimals, rounding, out_percent, error);
    if (status == QCDC_OK)
        status = check_signs(&growth, error);
    if (status != QCDC_OK)
        return status;
    growth.whole = 100 * (uint64_t)qcdc_power_of_ten(decimals);
    set_goal(&growth, 1);
    uint64_t limit = growth.whole + (uint64_t)QCDC_DECIMAL_LIMIT;
    if (compare_with_root(&growth, limit) <= 0)
        return qcdc_decimal_store(QCDC_DECIMAL_LIMIT, decimals, out_percent, error);
    return qcdc_decimal_store(round_once(&growth, find_floor(&growth, limit), rounding), decimals, out_percent, error);
}
