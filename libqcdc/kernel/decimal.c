/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/decimal.h>

#include "kernel/decimal-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/text-private.h"

int64_t qcdc_power_of_ten(unsigned power)
{
    static const int64_t powers[QCDC_DECIMAL_MAX_PRINTED + 1] = {
        1,           10,           100,           1000,           10000,           100000,           1000000,
        10000000,    100000000,    1000000000,    10000000000,    100000000000,    1000000000000,    10000000000000,
        100000000000000, 1000000000000000};
    return powers[power];
}

QcdcWide qcdc_find_common_divisor(QcdcWide left, QcdcWide right)
{
    while (right != 0) {
        QcdcWide rest = left % right;
        left = right;
        right = rest;
    }
    return left;
}

static bool is_in_range(QcdcWide coefficient)
{
    QcdcWide largest = QCDC_FAULT("decimal-range", QCDC_DECIMAL_LIMIT - 1, QCDC_DECIMAL_LIMIT);
    return coefficient >= -largest && coefficient <= largest;
}

bool qcdc_decimal_is_valid(QcdcDecimal value)
{
    return is_in_range(value.coefficient) && value.decimals <= QCDC_DECIMAL_MAX_DECIMALS;
}

/* A value, or a rounded quotient with more decimals than a value has. */
static bool is_printed(QcdcDecimal value)
{
    return is_in_range(value.coefficient) && value.decimals <= QCDC_DECIMAL_MAX_PRINTED;
}

QcdcStatus qcdc_decimal_store(QcdcWide coefficient, unsigned decimals, QcdcDecimal *out_value, QcdcError *error)
{
    if (!is_in_range(coefficient))
        return qcdc_error_set(error, QCDC_STATUS_OVERFLOW, NULL, 0, 0, "the result has more than 18 digits", NULL,
                              "values lie below 10^18 in units of their last decimal");
    QcdcDecimal value = {(int64_t)coefficient, (uint8_t)decimals, {0}};
    *out_value = value;
    return QCDC_OK;
}

/* Parsing */

/* What a text of at least one byte says, found in one pass. */
typedef struct {
    uint64_t magnitude;
    size_t decimals, stop; /* stop: bytes read before the text ceased to be a number */
    bool is_number, is_negative, is_too_large;
} WrittenNumber;

static bool is_digit_at(const char *text, size_t length, size_t at)
{
    return at < length && text[at] >= '0' && text[at] <= '9';
}

/* Adds the digits from @at on; returns where they end. Digits beyond the range are not added, only noticed. */
static size_t gather_digits(const char *text, size_t length, size_t at, WrittenNumber *number)
{
    for (; is_digit_at(text, length, at); at++) {
        if (!number->is_too_large)
            number->magnitude = 10 * number->magnitude + (uint64_t)(text[at] - '0');
        number->is_too_large = number->magnitude >= (uint64_t)QCDC_DECIMAL_LIMIT;
    }
    return at;
}

static WrittenNumber read_number(const char *text, size_t length)
{
    WrittenNumber number = {.is_negative = text[0] == '-'};
    size_t first = number.is_negative;
    size_t point = gather_digits(text, length, first, &number);
    bool is_padded = point > first + 1 && text[first] == '0'; /* 007 is refused */
    bool has_whole = point > first && QCDC_FAULT("decimal-leading-zero", !is_padded, true);
    number.stop = has_whole || point == first ? point : first + 1;
    if (!has_whole || point == length || text[point] != '.') {
        number.is_number = has_whole && point == length;
    } else {
        number.stop = gather_digits(text, length, point + 1, &number);
        number.decimals = number.stop - point - 1;
        number.is_number = number.stop == length && number.decimals > 0;
    }
    return number;
}

static int32_t to_column(size_t index)
{
    return index < INT32_MAX ? (int32_t)index + 1 : 0;
}

/* What to write instead of what stands where the number stops. */
static const char *find_hint(const char *text, size_t length, size_t stop)
{
    if (stop < length && text[stop] == ',')
        return "numbers are written 1234.5; files with 1.234,5 say number_format=vi";
    if (is_digit_at(text, length, stop))
        return "leading zeros are left out";
    if (stop == length || text[stop] == '.')
        return "digits stand on both sides of one point, as in 0.5";
    return "numbers are written 1234.5 or -1234.5: no plus sign, spaces, grouping or exponent";
}

QcdcStatus qcdc_decimal_parse(const char *text, size_t length, QcdcDecimal *out_value, QcdcError *error)
{
    if (out_value == NULL || (text == NULL && length > 0))
        return qcdc_error_set_argument(error, "no text, or no place for the value");
    if (length == 0)
        return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, 0, "value", "", 0, "is not a number", "it is empty");
    WrittenNumber number = read_number(text, length);
    if (!number.is_number)
        return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, to_column(number.stop), "value", text, length,
                                    "is not a number", find_hint(text, length, number.stop));
    if (number.decimals > QCDC_FAULT("decimal-count-decimals", QCDC_DECIMAL_MAX_DECIMALS, 8))
        return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, 0, "value", text, length, "has too many decimals",
                                    "values have at most 9 decimals");
    if (number.is_too_large)
        return qcdc_error_set_value(error, QCDC_STATUS_OVERFLOW, 0, "value", text, length, "is too large",
                                    "values have at most 18 digits, decimals included");
    bool is_below_zero = QCDC_FAULT("decimal-sign", number.is_negative, number.is_negative && text[1] != '0');
    int64_t coefficient = is_below_zero ? -(int64_t)number.magnitude : (int64_t)number.magnitude;
    return qcdc_decimal_store(coefficient, (unsigned)number.decimals, out_value, error);
}

/* Printing */

size_t qcdc_decimal_to_text(QcdcDecimal value, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    if (is_printed(value)) {
        uint64_t magnitude = (uint64_t)(value.coefficient < 0 ? -value.coefficient : value.coefficient);
        uint64_t unit = (uint64_t)qcdc_power_of_ten(value.decimals);
        if (value.coefficient < 0)
            qcdc_text_add(&text, "-");
        qcdc_text_add_number(&text, magnitude / unit, 1);
        if (value.decimals > 0) {
            qcdc_text_add(&text, ".");
            qcdc_text_add_number(&text, magnitude % unit, value.decimals);
        }
    }
    return qcdc_text_finish(&text);
}

/* Arithmetic: two values of at most 9 decimals meet at 9, where each has at most 27 digits of the 38 of 128 bits */

static QcdcWide scale_up(QcdcDecimal value, unsigned decimals)
{
    return (QcdcWide)value.coefficient * qcdc_power_of_ten(decimals - value.decimals);
}

static unsigned larger_decimals(QcdcDecimal left, QcdcDecimal right)
{
    return left.decimals > right.decimals ? left.decimals : right.decimals;
}

/* What is not a value is ordered by its coefficient alone, so that the function is total. */
int qcdc_decimal_compare(QcdcDecimal left, QcdcDecimal right)
{
    QcdcWide one = left.coefficient, other = right.coefficient;
    if (is_printed(left) && is_printed(right)) {
        one = scale_up(left, larger_decimals(left, right));
        other = scale_up(right, larger_decimals(left, right));
    }
    return (one > other) - (one < other);
}

static QcdcStatus check_operands(QcdcDecimal left, QcdcDecimal right, const QcdcDecimal *out_value, QcdcError *error)
{
    if (out_value == NULL)
        return qcdc_error_set_argument(error, "no place for the value");
    if (!qcdc_decimal_is_valid(left) || !qcdc_decimal_is_valid(right))
        return qcdc_error_set_argument(error, "not a value: below 10^18, with 0 to 9 decimals");
    return QCDC_OK;
}

QcdcStatus qcdc_decimal_add(QcdcDecimal left, QcdcDecimal right, QcdcDecimal *out_sum, QcdcError *error)
{
    QcdcStatus status = check_operands(left, right, out_sum, error);
    if (status != QCDC_OK)
        return status;
    unsigned decimals = larger_decimals(left, right);
    return qcdc_decimal_store(scale_up(left, decimals) + scale_up(right, decimals), decimals, out_sum, error);
}

QcdcStatus qcdc_decimal_subtract(QcdcDecimal left, QcdcDecimal right, QcdcDecimal *out_difference, QcdcError *error)
{
    QcdcStatus status = check_operands(left, right, out_difference, error);
    if (status != QCDC_OK)
        return status;
    unsigned decimals = larger_decimals(left, right);
    QcdcWide subtracted = QCDC_FAULT("decimal-subtract-scale", scale_up(right, decimals), (QcdcWide)right.coefficient);
    return qcdc_decimal_store(scale_up(left, decimals) - subtracted, decimals, out_difference, error);
}

static QcdcStatus check_rescaling(QcdcDecimal value, unsigned decimals, const QcdcDecimal *out_value, QcdcError *error)
{
    if (decimals > QCDC_DECIMAL_MAX_DECIMALS)
        return qcdc_error_set_argument(error, "decimals are 0 to 9");
    return check_operands(value, value, out_value, error);
}

QcdcStatus qcdc_decimal_rescale(QcdcDecimal value, unsigned decimals, QcdcDecimal *out_value, QcdcError *error)
{
    QcdcStatus status = check_rescaling(value, decimals, out_value, error);
    if (status != QCDC_OK)
        return status;
    if (decimals >= value.decimals)
        return qcdc_decimal_store(scale_up(value, decimals), decimals, out_value, error);
    int64_t step = qcdc_power_of_ten(value.decimals - decimals);
    if (QCDC_FAULT("decimal-rescale-loss", value.coefficient % step != 0, false)) {
        char text[QCDC_DECIMAL_TEXT_SIZE];
        size_t length = qcdc_decimal_to_text(value, text, sizeof text);
        return qcdc_error_set_value(error, QCDC_STATUS_REFUSED, 0, "value", text, length, "would lose a digit other than 0",
                                    "keep its decimals, or round it");
    }
    return qcdc_decimal_store(value.coefficient / step, decimals, out_value, error);
}

bool qcdc_is_rounding(QcdcRounding rounding)
{
    return (int)rounding >= 0 && rounding < QCDC_ROUND_END;
}

bool qcdc_rounds_up(QcdcRounding rounding, int half_order, bool is_odd)
{
    switch (rounding) {
    case QCDC_ROUND_TRUNCATE:
        return false;
    case QCDC_ROUND_HALF_EVEN:
        return half_order > 0 || (half_order == 0 && QCDC_FAULT("decimal-round-even", is_odd, !is_odd));
    default:
        return half_order >= QCDC_FAULT("decimal-round-half", 0, 1);
    }
}

QcdcStatus qcdc_decimal_round(QcdcDecimal value, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                              QcdcError *error)
{
    if (!qcdc_is_rounding(rounding))
        return qcdc_error_set_argument(error, "not a rounding");
    QcdcStatus status = check_rescaling(value, decimals, out_value, error);
    if (status != QCDC_OK)
        return status;
    if (decimals >= value.decimals)
        return qcdc_decimal_store(scale_up(value, decimals), decimals, out_value, error);
    int64_t step = qcdc_power_of_ten(value.decimals - decimals);
    int64_t magnitude = value.coefficient < 0 ? -value.coefficient : value.coefficient;
    int64_t rounded = magnitude / step, rest = magnitude % step;
    int half_order = (2 * rest > step) - (2 * rest < step);
    rounded += qcdc_rounds_up(rounding, half_order, rounded % 2 == 1);
    return qcdc_decimal_store(value.coefficient < 0 ? -rounded : rounded, decimals, out_value, error);
}
