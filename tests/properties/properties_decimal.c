/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laws of exact values (S1), each over the whole range. */

#include <inttypes.h>
#include <string.h>

#include <qcdc/decimal.h>

#include "big.h"
#include "draw-decimal.h"
#include "law.h"

static bool fails(const char *what, QcdcDecimal left, QcdcDecimal right)
{
    printf("# %s: %" PRId64 " with %u decimals, %" PRId64 " with %u\n", what, left.coefficient, left.decimals,
           right.coefficient, right.decimals);
    return false;
}

/* The value in units of 10^-9. */
static Big in_units(QcdcDecimal value)
{
    return big_shift(big_of(value.coefficient), 9 - value.decimals);
}

static bool are_same(QcdcDecimal left, QcdcDecimal right)
{
    return memcmp(&left, &right, sizeof left) == 0;
}

static bool printed_is_parsed_back(Random *dice)
{
    QcdcDecimal value = draw_decimal(dice), parsed;
    char text[QCDC_DECIMAL_TEXT_SIZE];
    size_t length = qcdc_decimal_to_text(value, text, sizeof text);
    bool holds = length < sizeof text && strlen(text) == length;
    holds = holds && qcdc_decimal_parse(text, length, &parsed, NULL) == QCDC_OK && are_same(value, parsed);
    return holds || fails("printed and parsed", value, value);
}
LAW(printed_is_parsed_back)

/* The grammar a second time, as a table: state × (minus, zero, 1 to 9, point). */
static bool is_canonical(const char *text, size_t length, size_t *out_decimals, size_t *out_digits)
{
    enum { START, SIGN, ZERO, WHOLE, POINT, PART, DEAD };
    static const int next[6][4] = {
        { SIGN, ZERO, WHOLE, DEAD },  { DEAD, ZERO, WHOLE, DEAD }, { DEAD, DEAD, DEAD, POINT },
        { DEAD, WHOLE, WHOLE, POINT }, { DEAD, PART, PART, DEAD },  { DEAD, PART, PART, DEAD },
    };
    int state = START;
    *out_decimals = *out_digits = 0;
    for (size_t i = 0; i < length && state != DEAD; i++) {
        const char *classes = "-01.", *found = strchr(classes, text[i]);
        if (text[i] >= '2' && text[i] <= '9')
            found = classes + 2;
        state = found == NULL || text[i] == '\0' ? DEAD : next[state][found - classes];
        *out_decimals += state == PART;
        *out_digits += *out_digits > 0 || (text[i] >= '1' && text[i] <= '9');
        *out_digits -= text[i] == '.' && *out_digits > 0;
    }
    return state == ZERO || state == WHOLE || state == PART;
}

/* Mostly digits, so that many are numbers; at times a value that was printed and then spoiled at one place. */
static size_t draw_text(Random *dice, char *text)
{
    static const char letters[] = "0123456789012345678901234567890000.-.-+e ,x\0\xC2";
    size_t length = random_below(dice, 22);
    for (size_t i = 0; i < length; i++)
        text[i] = letters[random_below(dice, sizeof letters - 1)];
    if (random_chance(dice, 2)) {
        length = qcdc_decimal_to_text(draw_decimal(dice), text, QCDC_DECIMAL_TEXT_SIZE);
        text[random_below(dice, length)] = letters[random_below(dice, sizeof letters - 1)];
    }
    return length;
}

static bool accepted_is_exactly_the_grammar(Random *dice)
{
    char text[QCDC_DECIMAL_TEXT_SIZE], again[QCDC_DECIMAL_TEXT_SIZE];
    size_t length = draw_text(dice, text), decimals, digits;
    QcdcStatus wanted = is_canonical(text, length, &decimals, &digits) && decimals <= 9 ? QCDC_OK : QCDC_STATUS_SYNTAX;
    if (wanted == QCDC_OK && digits > 18)
        wanted = QCDC_STATUS_OVERFLOW;
    QcdcDecimal value = { 0 };
    QcdcError error;
    bool holds = qcdc_decimal_parse(text, length, &value, &error) == wanted;
    if (holds && wanted == QCDC_OK) {
        const char *unsigned_text = value.coefficient == 0 && text[0] == '-' ? text + 1 : text;
        size_t written = qcdc_decimal_to_text(value, again, sizeof again);
        holds = written == length - (size_t)(unsigned_text - text) && memcmp(again, unsigned_text, written) == 0;
    }
    if (!holds)
        printf("# \"%.*s\" should be %s\n", (int)length, text, qcdc_status_to_name(wanted));
    return holds;
}
LAW(accepted_is_exactly_the_grammar)

/* Whether a call returned what the exact result says: OVERFLOW, or this number with the larger decimals. */
static bool is_exactly(QcdcStatus status, QcdcDecimal result, Big exact, unsigned decimals)
{
    Big limit = big_shift(big_of(1), 18 + 9 - decimals);
    if (big_compare_magnitudes(exact, limit) >= 0)
        return status == QCDC_STATUS_OVERFLOW;
    return status == QCDC_OK && result.decimals == decimals && big_compare(in_units(result), exact) == 0;
}

static bool sums_and_differences_are_exact(Random *dice)
{
    QcdcDecimal left = draw_decimal(dice), right = draw_decimal(dice), sum = { 0 }, difference = { 0 };
    unsigned decimals = left.decimals > right.decimals ? left.decimals : right.decimals;
    QcdcStatus added = qcdc_decimal_add(left, right, &sum, NULL);
    QcdcStatus subtracted = qcdc_decimal_subtract(left, right, &difference, NULL);
    if (!is_exactly(added, sum, big_add(in_units(left), in_units(right)), decimals))
        return fails("sum", left, right);
    if (!is_exactly(subtracted, difference, big_subtract(in_units(left), in_units(right)), decimals))
        return fails("difference", left, right);
    return true;
}
LAW(sums_and_differences_are_exact)

static bool subtracting_undoes_adding(Random *dice)
{
    QcdcDecimal left = draw_decimal(dice), right = draw_decimal(dice), sum, back;
    left.coefficient /= 2;
    right.coefficient /= 2;
    right.decimals = left.decimals;
    bool holds = qcdc_decimal_add(left, right, &sum, NULL) == QCDC_OK &&
                 qcdc_decimal_subtract(sum, right, &back, NULL) == QCDC_OK && are_same(back, left);
    return holds || fails("there and back", left, right);
}
LAW(subtracting_undoes_adding)

static bool rescaling_keeps_the_number(Random *dice)
{
    QcdcDecimal value = draw_decimal(dice), scaled = { 0 }, back;
    unsigned decimals = (unsigned)random_below(dice, 10);
    QcdcStatus status = qcdc_decimal_rescale(value, decimals, &scaled, NULL);
    QcdcDecimal cut;
    if (status == QCDC_STATUS_REFUSED) /* exactly where cutting changes the number */
        return (qcdc_decimal_round(value, decimals, QCDC_ROUND_TRUNCATE, &cut, NULL) == QCDC_OK &&
                qcdc_decimal_compare(cut, value) != 0) || fails("refused", value, value);
    if (!is_exactly(status, scaled, in_units(value), decimals))
        return fails("rescaled", value, scaled);
    bool holds = status != QCDC_OK ||
                 (qcdc_decimal_rescale(scaled, value.decimals, &back, NULL) == QCDC_OK && are_same(back, value));
    return holds || fails("rescaled back", value, scaled);
}
LAW(rescaling_keeps_the_number)

static bool rounding_is_by_the_book(Random *dice)
{
    QcdcDecimal value = draw_decimal(dice), rounded = { 0 };
    unsigned decimals = (unsigned)random_below(dice, 10);
    QcdcRounding rounding = draw_rounding(dice);
    QcdcStatus status = qcdc_decimal_round(value, decimals, rounding, &rounded, NULL);
    Big unit = big_shift(big_of(1), 9 - decimals);
    if (big_overflows(in_units(value), unit, rounding))
        return status == QCDC_STATUS_OVERFLOW || fails("too large", value, value);
    bool holds = status == QCDC_OK && rounded.decimals == decimals &&
                 big_is_rounded(in_units(value), unit, big_of(rounded.coefficient), rounding);
    return holds || fails("rounded", value, rounded);
}
LAW(rounding_is_by_the_book)

static bool order_is_that_of_the_numbers(Random *dice)
{
    QcdcDecimal left = draw_decimal(dice), right = draw_decimal(dice);
    if (random_chance(dice, 3)) { /* the same number otherwise written, or a step beside it */
        right = left;
        (void)qcdc_decimal_rescale(left, (unsigned)random_below(dice, 10), &right, NULL);
        right.coefficient += right.coefficient < DECIMAL_LARGEST ? random_between(dice, 0, 1) : 0;
    }
    int order = qcdc_decimal_compare(left, right);
    bool holds = order == big_compare(in_units(left), in_units(right)) && order == -qcdc_decimal_compare(right, left);
    return holds || fails("order", left, right);
}
LAW(order_is_that_of_the_numbers)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "printed is parsed back", check_printed_is_parsed_back },
        { "accepted is exactly the grammar", check_accepted_is_exactly_the_grammar },
        { "sums and differences are exact", check_sums_and_differences_are_exact },
        { "subtracting undoes adding", check_subtracting_undoes_adding },
        { "rescaling keeps the number", check_rescaling_keeps_the_number },
        { "rounding is by the book", check_rounding_is_by_the_book },
        { "order is that of the numbers", check_order_is_that_of_the_numbers },
    };
    return SUITE_RUN("decimal-laws", tests, argc, argv);
}
