/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef BIG_H
#define BIG_H

/* Schoolbook integers of up to 144 digits, or of as many limbs as a law defines before it includes this, in which laws about exact numbers can be said without any rounding: sums and
 * products as on paper, no division at all. They share no code and no idea with the library's long division. */

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <qcdc/decimal.h>

#ifndef BIG_LIMBS
#define BIG_LIMBS 16
#endif

enum {
    BIG_BASE = 1000000000
};

/* Least limb first; zero is never negative. */
typedef struct Big {
    uint32_t limbs[BIG_LIMBS];
    bool is_negative;
} Big;

static inline bool big_is_zero(Big number)
{
    static const Big zero;
    return memcmp(number.limbs, zero.limbs, sizeof zero.limbs) == 0;
}

static inline int big_compare_magnitudes(Big left, Big right)
{
    for (int i = BIG_LIMBS - 1; i >= 0; i--)
        if (left.limbs[i] != right.limbs[i])
            return left.limbs[i] > right.limbs[i] ? 1 : -1;
    return 0;
}

static inline int big_compare(Big left, Big right)
{
    if (left.is_negative != right.is_negative)
        return left.is_negative ? -1 : 1;
    return left.is_negative ? big_compare_magnitudes(right, left) : big_compare_magnitudes(left, right);
}

static inline Big big_negate(Big number)
{
    number.is_negative = !number.is_negative && !big_is_zero(number);
    return number;
}

static inline Big big_of(int64_t number)
{
    uint64_t magnitude = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    Big big = { { 0 }, number < 0 };
    for (int i = 0; magnitude > 0; i++, magnitude /= BIG_BASE)
        big.limbs[i] = (uint32_t)(magnitude % BIG_BASE);
    return big;
}

static inline Big big_add_magnitudes(Big left, Big right)
{
    uint32_t carry = 0;
    for (int i = 0; i < BIG_LIMBS; i++) {
        uint32_t sum = left.limbs[i] + right.limbs[i] + carry;
        left.limbs[i] = sum % BIG_BASE;
        carry = sum / BIG_BASE;
    }
    if (carry != 0)
        abort(); /* the law needs longer numbers */
    return left;
}

/* @left is not the smaller one. */
static inline Big big_subtract_magnitudes(Big left, Big right)
{
    uint32_t borrow = 0;
    for (int i = 0; i < BIG_LIMBS; i++) {
        uint32_t taken = right.limbs[i] + borrow;
        borrow = left.limbs[i] < taken;
        left.limbs[i] += borrow * BIG_BASE - taken;
    }
    return left;
}

static inline Big big_add(Big left, Big right)
{
    if (left.is_negative == right.is_negative)
        return big_add_magnitudes(left, right);
    bool left_is_larger = big_compare_magnitudes(left, right) >= 0;
    Big sum = left_is_larger ? big_subtract_magnitudes(left, right) : big_subtract_magnitudes(right, left);
    sum.is_negative = sum.is_negative && !big_is_zero(sum);
    return sum;
}

static inline Big big_subtract(Big left, Big right)
{
    return big_add(left, big_negate(right));
}

static inline Big big_multiply(Big left, Big right)
{
    Big product = { { 0 }, false };
    for (int i = 0; i < BIG_LIMBS; i++) {
        uint64_t carry = 0;
        for (int j = 0; left.limbs[i] != 0 && i + j < BIG_LIMBS; j++) {
            uint64_t sum = product.limbs[i + j] + carry + (uint64_t)left.limbs[i] * right.limbs[j];
            product.limbs[i + j] = (uint32_t)(sum % BIG_BASE);
            carry = sum / BIG_BASE;
        }
        if (carry != 0)
            abort(); /* the law needs longer numbers */
    }
    product.is_negative = left.is_negative != right.is_negative && !big_is_zero(product);
    return product;
}

/* @number × 10^@power */
static inline Big big_shift(Big number, unsigned power)
{
    for (; power >= 9; power -= 9)
        number = big_multiply(number, big_of(BIG_BASE));
    for (; power > 0; power--)
        number = big_multiply(number, big_of(10));
    return number;
}

static inline bool big_is_odd(Big number)
{
    return number.limbs[0] % 2 == 1;
}

/* Whether @quotient is @numerator / @denominator rounded so, by what rounding means: the rest is less than a half, or is
 * the half that the rule gives to this neighbour. */
static inline bool big_is_rounded(Big numerator, Big denominator, Big quotient, QcdcRounding rounding)
{
    Big product = big_multiply(quotient, denominator);
    Big rest = big_subtract(numerator, product);
    bool is_toward_zero = big_compare_magnitudes(product, numerator) <= 0;
    if (rounding == QCDC_ROUND_TRUNCATE)
        return is_toward_zero && big_compare_magnitudes(rest, denominator) < 0;
    int half = big_compare_magnitudes(big_add(rest, rest), denominator);
    if (half == 0)
        return rounding == QCDC_ROUND_HALF_EVEN ? !big_is_odd(quotient) : !is_toward_zero;
    return half < 0;
}

/* Whether the quotient, once rounded, has more than 18 digits. 10^18 is even, so each rule gives it the half before. */
static inline bool big_overflows(Big numerator, Big denominator, QcdcRounding rounding)
{
    Big limit = big_shift(denominator, 18);
    if (rounding == QCDC_ROUND_TRUNCATE)
        return big_compare_magnitudes(numerator, limit) >= 0;
    limit.is_negative = denominator.is_negative = false;
    return big_compare_magnitudes(big_add(numerator, numerator), big_subtract(big_add(limit, limit), denominator)) >= 0;
}

#endif
