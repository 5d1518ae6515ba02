/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/exact-private.h"

#include "kernel/fault-private.h"

static const Exact lost = { 0, 0 };

bool exact_is_lost(Exact number)
{
    return number.down == 0;
}

static Exact make(QcdcWide up, QcdcWide down)
{
    Exact number = { up, down };
    return number;
}

Exact exact_of_whole(int64_t number)
{
    return make(number, 1);
}

Exact exact_of(QcdcDecimal value)
{
    if (value.decimals > QCDC_DECIMAL_MAX_PRINTED)
        return lost;
    int64_t coefficient = value.coefficient;
    unsigned decimals = value.decimals;
    for (; decimals > 0 && coefficient % 10 == 0; decimals--)
        coefficient /= 10;
    return make(coefficient, qcdc_power_of_ten(decimals));
}

Exact exact_of_power(int power)
{
    unsigned size = (unsigned)(power < 0 ? -power : power);
    if (size > 18)
        return lost;
    QcdcWide number =
        size > 15 ? (QcdcWide)qcdc_power_of_ten(15) * qcdc_power_of_ten(size - 15) : qcdc_power_of_ten(size);
    return power < 0 ? make(1, number) : make(number, 1);
}

Exact exact_negate(Exact number)
{
    return make(-number.up, number.down);
}

/* Small numbers take the short way: dividing 128 bits is slow. */
static QcdcWide find_divisor(QcdcWide left, QcdcWide right)
{
    left = left < 0 ? -left : left;
    while (right > INT64_MAX || left > INT64_MAX) {
        if (right == 0)
            return left;
        QcdcWide rest = left % right;
        left = right;
        right = rest;
    }
    uint64_t one = (uint64_t)left, other = (uint64_t)right;
    while (other != 0) {
        uint64_t rest = one % other;
        one = other;
        other = rest;
    }
    return one;
}

static Exact shorten(Exact number)
{
    QcdcWide divisor = find_divisor(number.up, number.down);
    return divisor > 1 ? make(number.up / divisor, number.down / divisor) : number;
}

/* -2^127 has no opposite: it does not fit either. */
static bool has_opposite(QcdcWide number)
{
    return (QcdcWideUnsigned)number != (QcdcWideUnsigned)1 << 127;
}

static bool multiply(QcdcWide left, QcdcWide right, QcdcWide *out_product)
{
    return !__builtin_mul_overflow(left, right, out_product) && has_opposite(*out_product);
}

/* False when something on the way does not fit. */
static bool try_add(Exact left, Exact right, Exact *out_sum)
{
    QcdcWide one = left.up, other = right.up, down = left.down;
    if (left.down != right.down) {
        bool is_multiple = left.down % right.down == 0, is_part = right.down % left.down == 0;
        if (!multiply(right.up,
                      is_multiple ? left.down / right.down
                      : is_part   ? 1
                                  : left.down,
                      &other) ||
            !multiply(left.up,
                      is_multiple ? 1
                      : is_part   ? right.down / left.down
                                  : right.down,
                      &one))
            return false;
        if (is_part)
            down = right.down;
        else if (!is_multiple && !multiply(left.down, right.down, &down))
            return false;
    }
    QcdcWide sum;
    if (__builtin_add_overflow(one, other, &sum) || !has_opposite(sum))
        return false;
    *out_sum = make(sum, down);
    return true;
}

Exact exact_add(Exact left, Exact right)
{
    Exact sum;
    if (exact_is_lost(left) || exact_is_lost(right))
        return lost;
    if (try_add(left, right, &sum) || try_add(shorten(left), shorten(right), &sum))
        return sum;
    return lost;
}

Exact exact_subtract(Exact left, Exact right)
{
    return exact_add(left, exact_negate(right));
}

static bool try_multiply(Exact left, Exact right, Exact *out_product)
{
    Exact product;
    if (!multiply(left.up, right.up, &product.up) || !multiply(left.down, right.down, &product.down))
        return false;
    *out_product = product;
    return true;
}

Exact exact_multiply(Exact left, Exact right)
{
    Exact product;
    if (exact_is_lost(left) || exact_is_lost(right))
        return lost;
    if (try_multiply(left, right, &product))
        return product;
    /* what stands above one line and below the other goes out */
    Exact one = shorten(make(left.up, right.down)), other = shorten(make(right.up, left.down));
    if (try_multiply(shorten(make(one.up, other.down)), shorten(make(other.up, one.down)), &product))
        return product;
    return lost;
}

Exact exact_divide(Exact left, Exact right)
{
    if (exact_is_lost(left) || exact_is_lost(right) || right.up == 0)
        return lost;
    return exact_multiply(left, right.up < 0 ? make(-right.down, -right.up) : make(right.down, right.up));
}

QcdcWide exact_get_floor(Exact number)
{
    QcdcWide floor = number.up / number.down;
    return floor - (number.up % number.down < 0);
}

/* What is too large for a product is compared by whole parts, and by what is left over turned upside down (Euclid): the
 * rests become smaller each time, so that it ends. */
static int compare_by_parts(Exact left, Exact right)
{
    for (int turn = 1;; turn = -turn) {
        QcdcWide one = exact_get_floor(left), other = exact_get_floor(right);
        if (one != other)
            return one > other ? QCDC_FAULT("exact-compare-turn", turn, 1) : -turn;
        left = make(left.down, left.up - one * left.down);
        right = make(right.down, right.up - other * right.down);
        if (left.down == 0 || right.down == 0)
            return left.down == right.down ? 0 : left.down == 0 ? -turn : turn;
    }
}

int exact_compare(Exact left, Exact right)
{
    QcdcWide one, other;
    if (!multiply(left.up, right.down, &one) || !multiply(right.up, left.down, &other))
        return compare_by_parts(left, right);
    return (one > other) - (one < other);
}

int exact_get_sign(Exact number)
{
    return (number.up > 0) - (number.up < 0);
}

bool exact_round(Exact number, unsigned decimals, QcdcDecimal *out_value)
{
    Exact scaled = exact_multiply(number, exact_of_power((int)decimals));
    if (exact_is_lost(scaled))
        return false;
    QcdcWide magnitude = scaled.up < 0 ? -scaled.up : scaled.up;
    QcdcWide whole = magnitude / scaled.down, rest = magnitude % scaled.down;
    whole += QCDC_FAULT("exact-round-half", rest >= scaled.down - rest, rest > scaled.down - rest);
    return qcdc_decimal_store(scaled.up < 0 ? -whole : whole, decimals, out_value, NULL) == QCDC_OK;
}

bool exact_store(Exact number, QcdcDecimal *out_value)
{
    QcdcDecimal value;
    if (!exact_round(number, 0, &value))
        return false;
    unsigned decimals = 1;
    while (decimals <= QCDC_DECIMAL_MAX_DECIMALS && exact_compare(exact_of(value), number) != 0 &&
           exact_round(number, decimals, &value))
        decimals++;
    *out_value = value;
    return true;
}
