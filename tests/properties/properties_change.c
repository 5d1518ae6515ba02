/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laws of changes (S21, S22), against schoolbook integers. */

#include <inttypes.h>
#include <string.h>

#include <qcdc/change.h>

#include "big.h"
#include "draw-decimal.h"
#include "law.h"

static bool is_ratio(QcdcQuantity quantity)
{
    return quantity == QCDC_QUANTITY_PERCENTAGE || quantity == QCDC_QUANTITY_RATIO;
}

static QcdcFigure draw_figure(Random *dice, QcdcQuantity quantity)
{
    QcdcFigure figure = { .value = draw_decimal(dice), .denominator = draw_decimal(dice) };
    figure.state = random_chance(dice, 8) ? (uint8_t)random_below(dice, QCDC_FIGURE_END) : QCDC_FIGURE_VALUED;
    figure.status = (QcdcObservationStatus)(random_below(dice, 3) + 16 * random_below(dice, 8));
    if (figure.denominator.coefficient == 0)
        figure.denominator.coefficient = 1;
    if (is_ratio(quantity)) {
        figure.is_fraction = random_chance(dice, 2);
        figure.power = 2;
    } else if (quantity >= QCDC_QUANTITY_RANK) {
        QcdcDecimal rank = { random_between(dice, 1, 63), 0, { 0 } };
        figure.value = rank;
        figure.field = (int32_t)random_near_edges(dice, 61, 63) * !random_chance(dice, 4);
    }
    return figure;
}

/* Two figures of a quantity, often close or equal, that can be measured. */
static QcdcChange draw_change(Random *dice, QcdcQuantity quantity)
{
    QcdcChange change;
    QcdcFigure current, base;
    do {
        current = draw_figure(dice, quantity);
        base = random_chance(dice, 4) ? current : draw_figure(dice, quantity);
        base.value.coefficient += current.value.coefficient == base.value.coefficient && random_chance(dice, 2);
    } while (qcdc_change_measure(&current, &base, quantity, &change, NULL) != QCDC_OK);
    return change;
}

static QcdcQuantity draw_quantity(Random *dice)
{
    return (QcdcQuantity)random_between(dice, QCDC_QUANTITY_AMOUNT, QCDC_QUANTITY_RANK_RISING);
}

static bool both_are_valued(const QcdcChange *change)
{
    return change->current.state == QCDC_FIGURE_VALUED && change->base.state == QCDC_FIGURE_VALUED;
}

static bool fails(const char *what, const QcdcChange *change)
{
    const QcdcFigure *figures[] = { &change->current, &change->base };
    printf("# %s, quantity %u:", what, change->quantity);
    for (size_t i = 0; i < 2; i++)
        printf(" [%" PRId64 "e-%u / %" PRId64 "e-%u, formula %u, state %u, field %" PRId32 "]",
               figures[i]->value.coefficient, figures[i]->value.decimals, figures[i]->denominator.coefficient,
               figures[i]->denominator.decimals, figures[i]->is_fraction, figures[i]->state, figures[i]->field);
    printf("\n");
    return false;
}

/* A figure as a quotient of integers in its measure: of a percentage by formula, in percent. */
typedef struct {
    Big numerator, denominator;
} Quotient;

static Quotient quotient_of(const QcdcFigure *figure)
{
    Quotient quotient = { big_of(figure->value.coefficient), big_shift(big_of(1), figure->value.decimals) };
    if (figure->is_fraction) {
        quotient.numerator = big_shift(quotient.numerator, figure->denominator.decimals + figure->power);
        quotient.denominator = big_multiply(quotient.denominator, big_of(figure->denominator.coefficient));
    }
    return quotient;
}

static Quotient subtract(Quotient left, Quotient right)
{
    Quotient difference = { big_subtract(big_multiply(left.numerator, right.denominator),
                                         big_multiply(right.numerator, left.denominator)),
                            big_multiply(left.denominator, right.denominator) };
    return difference;
}

static int sign_of(Quotient quotient)
{
    if (big_is_zero(quotient.numerator))
        return 0;
    return quotient.numerator.is_negative == quotient.denominator.is_negative ? 1 : -1;
}

static bool is_by_the_book(QcdcStatus status, QcdcDecimal result, Quotient exact, unsigned decimals, QcdcRounding rounding)
{
    Big numerator = big_shift(exact.numerator, decimals);
    if (big_overflows(numerator, exact.denominator, rounding))
        return status == QCDC_STATUS_OVERFLOW;
    return status == QCDC_OK && result.decimals == decimals &&
           big_is_rounded(numerator, exact.denominator, big_of(result.coefficient), rounding);
}

static bool direction_is_the_sign_of_the_difference(Random *dice)
{
    QcdcChange change = draw_change(dice, draw_quantity(dice));
    int direction = QCDC_DIRECTION_UNKNOWN;
    if (both_are_valued(&change)) {
        int sign = sign_of(subtract(quotient_of(&change.current), quotient_of(&change.base)));
        direction = QCDC_DIRECTION_UNCHANGED + (change.quantity == QCDC_QUANTITY_RANK ? -sign : sign);
    }
    bool is_missing = (change.caveats & (QCDC_CAVEAT_CURRENT_MISSING | QCDC_CAVEAT_BASE_MISSING)) != 0;
    bool holds = change.direction == direction && is_missing == !both_are_valued(&change);
    return holds || fails("direction", &change);
}
LAW(direction_is_the_sign_of_the_difference)

/* Held the other way round, increase is decrease, and every difference changes its sign. */
static bool sides_exchanged_turn_the_change(Random *dice)
{
    QcdcChange change = draw_change(dice, draw_quantity(dice)), turned;
    if (qcdc_change_measure(&change.base, &change.current, (QcdcQuantity)change.quantity, &turned, NULL) != QCDC_OK)
        return fails("turned", &change);
    bool holds = turned.difference.coefficient == -change.difference.coefficient;
    holds = holds && (both_are_valued(&change) ? turned.direction + change.direction == 2 * QCDC_DIRECTION_UNCHANGED
                                               : turned.direction == change.direction);
    QcdcDecimal points = { 0 }, points_back = { 0 };
    QcdcStatus status = qcdc_change_get_points(&change, 1, QCDC_ROUND_DEFAULT, &points, NULL);
    holds = holds && qcdc_change_get_points(&turned, 1, QCDC_ROUND_DEFAULT, &points_back, NULL) == status &&
            points.coefficient == -points_back.coefficient;
    int64_t places = 0, places_back = 0;
    status = qcdc_change_get_places(&change, &places, NULL);
    holds = holds && qcdc_change_get_places(&turned, &places_back, NULL) == status && places == -places_back;
    return holds || fails("turned", &change);
}
LAW(sides_exchanged_turn_the_change)

static bool percent_is_growth_of_the_base(Random *dice)
{
    QcdcChange change = draw_change(dice, QCDC_QUANTITY_AMOUNT);
    unsigned decimals = (unsigned)random_below(dice, 4);
    QcdcRounding rounding = draw_rounding(dice);
    QcdcDecimal percent = { 77, 7, { 0 } };
    QcdcStatus status = qcdc_change_get_percent(&change, decimals, rounding, &percent, NULL);
    if (!both_are_valued(&change))
        return status == QCDC_STATUS_NOT_FOUND || fails("absent", &change);
    Quotient current = quotient_of(&change.current), base = quotient_of(&change.base);
    bool has_caveat = (change.caveats & (QCDC_CAVEAT_BASE_ZERO | QCDC_CAVEAT_BASE_NEGATIVE)) != 0;
    if (sign_of(base) <= 0)
        return (has_caveat && status == QCDC_STATUS_REFUSED) || fails("base", &change);
    Quotient growth = subtract(current, base);
    growth.numerator = big_shift(big_multiply(growth.numerator, base.denominator), 2);
    growth.denominator = big_multiply(growth.denominator, base.numerator);
    return (!has_caveat && is_by_the_book(status, percent, growth, decimals, rounding)) || fails("percent", &change);
}
LAW(percent_is_growth_of_the_base)

/* Only with halves to even: 100 is even, so an index and its growth round alike. */
static bool index_is_a_hundred_and_the_percent(Random *dice)
{
    QcdcChange change;
    QcdcDecimal percent, index;
    do
        change = draw_change(dice, QCDC_QUANTITY_AMOUNT);
    while (qcdc_change_get_percent(&change, 1, QCDC_ROUND_HALF_EVEN, &percent, NULL) != QCDC_OK ||
           qcdc_change_get_index(&change, 1, QCDC_ROUND_HALF_EVEN, &index, NULL) == QCDC_STATUS_OVERFLOW);
    return index.coefficient == 1000 + percent.coefficient || fails("index", &change);
}
LAW(index_is_a_hundred_and_the_percent)

static bool points_are_rounded_once(Random *dice)
{
    QcdcChange change;
    do
        change = draw_change(dice, QCDC_QUANTITY_PERCENTAGE);
    while (!both_are_valued(&change));
    unsigned decimals = (unsigned)random_below(dice, 4);
    QcdcRounding rounding = draw_rounding(dice);
    QcdcDecimal points = { 77, 7, { 0 } };
    QcdcStatus status = qcdc_change_get_points(&change, decimals, rounding, &points, NULL);
    Quotient exact = subtract(quotient_of(&change.current), quotient_of(&change.base));
    if (!change.current.is_fraction && !change.base.is_fraction)
        decimals = change.difference.decimals;
    return is_by_the_book(status, points, exact, decimals, rounding) || fails("points", &change);
}
LAW(points_are_rounded_once)

static bool places_count_one_field_only(Random *dice)
{
    QcdcChange change = draw_change(dice, random_chance(dice, 2) ? QCDC_QUANTITY_RANK : QCDC_QUANTITY_RANK_RISING);
    int64_t places = 77;
    QcdcStatus status = qcdc_change_get_places(&change, &places, NULL);
    if (!both_are_valued(&change))
        return status == QCDC_STATUS_NOT_FOUND || fails("absent", &change);
    bool is_other = change.current.field != 0 && change.base.field != 0 && change.current.field != change.base.field;
    if (is_other != ((change.caveats & QCDC_CAVEAT_UNITS_DIFFER) != 0))
        return fails("field", &change);
    if (is_other)
        return (status == QCDC_STATUS_REFUSED && places == 77) || fails("field", &change);
    int64_t gained = change.current.value.coefficient - change.base.value.coefficient;
    bool holds = status == QCDC_OK && places == (change.quantity == QCDC_QUANTITY_RANK ? -gained : gained) &&
                 (places > 0) == (change.direction == QCDC_DIRECTION_INCREASE);
    return holds || fails("places", &change);
}
LAW(places_count_one_field_only)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "direction is the sign of the difference", check_direction_is_the_sign_of_the_difference },
        { "sides exchanged turn the change", check_sides_exchanged_turn_the_change },
        { "percent is growth of the base", check_percent_is_growth_of_the_base },
        { "index is a hundred and the percent", check_index_is_a_hundred_and_the_percent },
        { "points are rounded once", check_points_are_rounded_once },
        { "places count one field only", check_places_count_one_field_only },
    };
    return SUITE_RUN("change-laws", tests, argc, argv);
}
