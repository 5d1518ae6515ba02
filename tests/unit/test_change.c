/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/change.h>

#include "expect.h"
#include "suite.h"

#define LARGEST "999999999999999999"

static QcdcDecimal value_of(const char *text)
{
    QcdcDecimal value = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_decimal_parse(text, strlen(text), &value, NULL), QCDC_OK);
    return value;
}

/* A figure as the tables below write it: "" is absent, "a/b" a ratio by formula of measure %, "15 of 63" a rank. */
static QcdcFigure figure_of(const char *text)
{
    QcdcFigure figure = { .state = QCDC_FIGURE_VALUED };
    const char *slash = strchr(text, '/'), *of = strstr(text, " of ");
    char first[32] = "";
    size_t length = slash != NULL ? (size_t)(slash - text) : of != NULL ? (size_t)(of - text) : strlen(text);
    memcpy(first, text, length);
    if (length == 0) {
        figure.state = QCDC_FIGURE_ABSENT;
        return figure;
    }
    figure.value = value_of(first);
    if (slash != NULL) {
        figure.denominator = value_of(slash + 1);
        figure.is_fraction = 1;
        figure.power = 2;
    }
    if (of != NULL)
        figure.field = (int32_t)value_of(of + 4).coefficient;
    return figure;
}

static QcdcChange change_of(const char *current, const char *base, QcdcQuantity quantity)
{
    QcdcFigure now = figure_of(current), then = figure_of(base);
    QcdcChange change = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_change_measure(&now, &then, quantity, &change, NULL), QCDC_OK);
    return change;
}

enum {
    UNKNOWN = QCDC_DIRECTION_UNKNOWN,
    DOWN = QCDC_DIRECTION_DECREASE,
    SAME = QCDC_DIRECTION_UNCHANGED,
    UP = QCDC_DIRECTION_INCREASE
};

static void figures_show_direction_difference_and_caveats(void)
{
    static const struct {
        const char *current, *base;
        QcdcQuantity quantity;
        int direction;
        const char *difference;
        uint32_t caveats;
    } cases[] = {
        { "7570", "7800", QCDC_QUANTITY_AMOUNT, DOWN, "-230", 0 },
        { "5552", "5178", QCDC_QUANTITY_DEFAULT, UP, "374", 0 },
        { "15", "15.0", QCDC_QUANTITY_AMOUNT, SAME, "0.0", 0 },
        { "5", "0", QCDC_QUANTITY_AMOUNT, UP, "5", QCDC_CAVEAT_BASE_ZERO },
        { "0", "0", QCDC_QUANTITY_AMOUNT, SAME, "0", QCDC_CAVEAT_BASE_ZERO },
        { "5", "-1", QCDC_QUANTITY_AMOUNT, UP, "6", QCDC_CAVEAT_BASE_NEGATIVE },
        { "", "5", QCDC_QUANTITY_AMOUNT, UNKNOWN, "0", QCDC_CAVEAT_CURRENT_MISSING },
        { "5", "", QCDC_QUANTITY_AMOUNT, UNKNOWN, "0", QCDC_CAVEAT_BASE_MISSING },
        { "", "", QCDC_QUANTITY_AMOUNT, UNKNOWN, "0", QCDC_CAVEAT_CURRENT_MISSING | QCDC_CAVEAT_BASE_MISSING },
        { "", "0", QCDC_QUANTITY_AMOUNT, UNKNOWN, "0", QCDC_CAVEAT_CURRENT_MISSING | QCDC_CAVEAT_BASE_ZERO },
        { "43.81", "42.5", QCDC_QUANTITY_SCORE, UP, "1.31", 0 },
        { "1", "0", QCDC_QUANTITY_SCORE, UP, "1", 0 },
        { "84.7", "85", QCDC_QUANTITY_PERCENTAGE, DOWN, "-0.3", 0 },
        { "14175/17378", "143/171", QCDC_QUANTITY_PERCENTAGE, DOWN, "0", 0 },
        { "1/3", "2/6", QCDC_QUANTITY_PERCENTAGE, SAME, "0", 0 },
        { "1/4", "25.0", QCDC_QUANTITY_PERCENTAGE, SAME, "0", 0 },
        { "1/3", "33.333333333", QCDC_QUANTITY_PERCENTAGE, UP, "0", 0 },
        { "1/-3", "-33.4", QCDC_QUANTITY_PERCENTAGE, UP, "0", 0 },
        { "15", "36", QCDC_QUANTITY_RANK, UP, "-21", 0 },
        { "36", "15", QCDC_QUANTITY_RANK, DOWN, "21", 0 },
        { "15", "15", QCDC_QUANTITY_RANK, SAME, "0", 0 },
        { "15", "36", QCDC_QUANTITY_RANK_RISING, DOWN, "-21", 0 },
        { "15 of 63", "36 of 63", QCDC_QUANTITY_RANK, UP, "-21", 0 },
        { "15 of 34", "36 of 63", QCDC_QUANTITY_RANK, UP, "-21", QCDC_CAVEAT_UNITS_DIFFER },
        { "15 of 34", "36 of 63", QCDC_QUANTITY_RANK_RISING, DOWN, "-21", QCDC_CAVEAT_UNITS_DIFFER },
        { "15 of 34", "36", QCDC_QUANTITY_RANK, UP, "-21", 0 },
        { "", "36 of 63", QCDC_QUANTITY_RANK, UNKNOWN, "0", QCDC_CAVEAT_CURRENT_MISSING },
        { "15 of 34", "36 of 63", QCDC_QUANTITY_AMOUNT, DOWN, "-21", 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char row[80], text[QCDC_DECIMAL_TEXT_SIZE];
        snprintf(row, sizeof row, "%s after %s", cases[i].current, cases[i].base);
        QcdcChange change = change_of(cases[i].current, cases[i].base, cases[i].quantity);
        expect_number(row, change.direction, cases[i].direction);
        expect_number(row, change.caveats, cases[i].caveats);
        qcdc_decimal_to_text(change.difference, text, sizeof text);
        expect_text(row, text, cases[i].difference);
        expect_number(row, change.quantity, cases[i].quantity == QCDC_QUANTITY_DEFAULT ? QCDC_QUANTITY_AMOUNT
                                                                                        : cases[i].quantity);
    }
}

static void statuses_become_caveats(void)
{
    static const struct {
        int current, base;
        uint32_t caveats;
    } cases[] = {
        { QCDC_OBSERVATION_NORMAL, QCDC_OBSERVATION_PROVISIONAL, 0 },
        { QCDC_OBSERVATION_ESTIMATED, QCDC_OBSERVATION_NORMAL, QCDC_CAVEAT_ESTIMATED },
        { QCDC_OBSERVATION_NORMAL, QCDC_OBSERVATION_ESTIMATED, QCDC_CAVEAT_ESTIMATED },
        { QCDC_OBSERVATION_BREAK, QCDC_OBSERVATION_NORMAL, QCDC_CAVEAT_DEFINITION_DIFFERS },
        { QCDC_OBSERVATION_NORMAL, QCDC_OBSERVATION_DEFINITION, QCDC_CAVEAT_DEFINITION_DIFFERS },
        { QCDC_OBSERVATION_NORMAL, QCDC_OBSERVATION_LOW_RELIABILITY, 0 },
        { QCDC_OBSERVATION_ESTIMATED | QCDC_OBSERVATION_BREAK, QCDC_OBSERVATION_ESTIMATED,
          QCDC_CAVEAT_ESTIMATED | QCDC_CAVEAT_DEFINITION_DIFFERS },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcFigure current = figure_of("5"), base = figure_of("4");
        QcdcChange change;
        current.status = (QcdcObservationStatus)cases[i].current;
        base.status = (QcdcObservationStatus)cases[i].base;
        CU_ASSERT_EQUAL(qcdc_change_measure(&current, &base, QCDC_QUANTITY_AMOUNT, &change, NULL), QCDC_OK);
        expect_number("status", change.caveats, cases[i].caveats);
        CU_ASSERT(change.current.status == cases[i].current && change.base.status == cases[i].base);
    }
    /* what is not there has no status */
    QcdcFigure absent = { .state = QCDC_FIGURE_MISSING, .status = QCDC_OBSERVATION_MISSING | QCDC_OBSERVATION_BREAK };
    QcdcFigure base = figure_of("4");
    QcdcChange change;
    CU_ASSERT_EQUAL(qcdc_change_measure(&absent, &base, QCDC_QUANTITY_AMOUNT, &change, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(change.caveats, QCDC_CAVEAT_CURRENT_MISSING);
}

typedef QcdcStatus Reader(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                          QcdcError *error);

typedef struct {
    const char *current, *base;
    QcdcQuantity quantity;
    unsigned decimals;
    const char *wanted; /* a number, or the message */
    QcdcStatus status;
} Reading;

static void expect_readings(Reader *reader, const Reading *readings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char row[80], text[QCDC_DECIMAL_TEXT_SIZE];
        QcdcDecimal result = { 77, 7, { 0 } };
        QcdcError error;
        snprintf(row, sizeof row, "%s after %s", readings[i].current, readings[i].base);
        QcdcChange change = change_of(readings[i].current, readings[i].base, readings[i].quantity);
        QcdcStatus status = reader(&change, readings[i].decimals, QCDC_ROUND_DEFAULT, &result, &error);
        expect_number(row, status, readings[i].status);
        qcdc_decimal_to_text(result, text, sizeof text);
        expect_text(row, status == QCDC_OK ? text : error.text, readings[i].wanted);
        expect(status == QCDC_OK || result.coefficient == 77, row, "the output was touched");
    }
}

#define NO_CURRENT "there is no current figure"
#define NO_BASE "there is no base figure"
#define NOT_ABOVE_ZERO "the base is not above 0; the difference stands in place of a percent"
#define TOO_LARGE "the result has more than 18 digits; values lie below 10^18 in units of their last decimal"

static void amounts_grow_in_percent_of_the_base(void)
{
    static const char only[] = "only an amount grows in percent; ratios and scores change in points, ranks in places";
    static const Reading readings[] = {
        { "174", "132", QCDC_QUANTITY_AMOUNT, 1, "31.8", QCDC_OK },
        { "77", "71", QCDC_QUANTITY_AMOUNT, 1, "8.5", QCDC_OK },
        { "7570", "7800", QCDC_QUANTITY_AMOUNT, 2, "-2.95", QCDC_OK },
        { "15", "15", QCDC_QUANTITY_AMOUNT, 1, "0.0", QCDC_OK },
        { "0", "15", QCDC_QUANTITY_AMOUNT, 1, "-100.0", QCDC_OK },
        { "1000001", "1000000", QCDC_QUANTITY_AMOUNT, 1, "0.0", QCDC_OK },
        { "1.5", "0.75", QCDC_QUANTITY_AMOUNT, 0, "100", QCDC_OK },
        { "-5", "10", QCDC_QUANTITY_AMOUNT, 0, "-150", QCDC_OK },
        { "999999999", "0.000000001", QCDC_QUANTITY_AMOUNT, 0, TOO_LARGE, QCDC_STATUS_OVERFLOW },
        { "5", "0", QCDC_QUANTITY_AMOUNT, 1, NOT_ABOVE_ZERO, QCDC_STATUS_REFUSED },
        { "5", "-1", QCDC_QUANTITY_AMOUNT, 1, NOT_ABOVE_ZERO, QCDC_STATUS_REFUSED },
        { "", "5", QCDC_QUANTITY_AMOUNT, 1, NO_CURRENT, QCDC_STATUS_NOT_FOUND },
        { "5", "", QCDC_QUANTITY_AMOUNT, 1, NO_BASE, QCDC_STATUS_NOT_FOUND },
        { "80", "70", QCDC_QUANTITY_PERCENTAGE, 1, only, QCDC_STATUS_REFUSED },
        { "80", "70", QCDC_QUANTITY_RATIO, 1, only, QCDC_STATUS_REFUSED },
        { "80", "70", QCDC_QUANTITY_SCORE, 1, only, QCDC_STATUS_REFUSED },
        { "80", "70", QCDC_QUANTITY_RANK, 1, only, QCDC_STATUS_REFUSED },
        { "", "", QCDC_QUANTITY_RANK_RISING, 1, only, QCDC_STATUS_REFUSED },
    };
    expect_readings(qcdc_change_get_percent, readings, sizeof readings / sizeof readings[0]);
}

static void ratios_change_in_points(void)
{
    static const char only[] = "only a ratio changes in points; amounts and scores have a difference, ranks have places";
    static const Reading readings[] = {
        { "14175/17378", "143/171", QCDC_QUANTITY_PERCENTAGE, 1, "-2.1", QCDC_OK },
        { "1/8", "1/4", QCDC_QUANTITY_PERCENTAGE, 0, "-13", QCDC_OK },
        { "84.75", "85", QCDC_QUANTITY_PERCENTAGE, 1, "-0.25", QCDC_OK },
        { "1/3", "33.3", QCDC_QUANTITY_PERCENTAGE, 2, "0.03", QCDC_OK },
        { "33.3", "1/3", QCDC_QUANTITY_PERCENTAGE, 2, "-0.03", QCDC_OK },
        { "1/3", "1/3", QCDC_QUANTITY_RATIO, 2, "0.00", QCDC_OK },
        { LARGEST "/1", "0/1", QCDC_QUANTITY_PERCENTAGE, 0, TOO_LARGE, QCDC_STATUS_OVERFLOW },
        { "", "1/3", QCDC_QUANTITY_PERCENTAGE, 1, NO_CURRENT, QCDC_STATUS_NOT_FOUND },
        { "1/3", "", QCDC_QUANTITY_PERCENTAGE, 1, NO_BASE, QCDC_STATUS_NOT_FOUND },
        { "5", "4", QCDC_QUANTITY_AMOUNT, 1, only, QCDC_STATUS_REFUSED },
        { "5", "4", QCDC_QUANTITY_SCORE, 1, only, QCDC_STATUS_REFUSED },
        { "5", "4", QCDC_QUANTITY_RANK, 1, only, QCDC_STATUS_REFUSED },
    };
    expect_readings(qcdc_change_get_points, readings, sizeof readings / sizeof readings[0]);
    QcdcFigure current = figure_of("7/2"), base = figure_of("9/4");
    current.power = base.power = 0;
    QcdcChange change;
    QcdcDecimal points;
    CU_ASSERT_EQUAL(qcdc_change_measure(&current, &base, QCDC_QUANTITY_RATIO, &change, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_change_get_points(&change, 1, QCDC_ROUND_TRUNCATE, &points, NULL), QCDC_OK);
    CU_ASSERT(points.coefficient == 12 && points.decimals == 1);
}

static void an_index_is_current_of_base(void)
{
    static const Reading readings[] = {
        { "963", "1000", QCDC_QUANTITY_AMOUNT, 1, "96.3", QCDC_OK },
        { "0", "5", QCDC_QUANTITY_AMOUNT, 1, "0.0", QCDC_OK },
        { "85", "80", QCDC_QUANTITY_PERCENTAGE, 2, "106.25", QCDC_OK },
        { "143/171", "80", QCDC_QUANTITY_PERCENTAGE, 1, "104.5", QCDC_OK },
        { "80", "143/171", QCDC_QUANTITY_PERCENTAGE, 1, "95.7", QCDC_OK },
        { "1/3", "2/3", QCDC_QUANTITY_PERCENTAGE, 1, "50.0", QCDC_OK },
        { "1/-3", "2/3", QCDC_QUANTITY_PERCENTAGE, 1, "-50.0", QCDC_OK },
        { "43.81", "40", QCDC_QUANTITY_SCORE, 1, "109.5", QCDC_OK },
        { "999999999", "0.000000001", QCDC_QUANTITY_AMOUNT, 0, TOO_LARGE, QCDC_STATUS_OVERFLOW },
        { "5", "0", QCDC_QUANTITY_AMOUNT, 1, NOT_ABOVE_ZERO, QCDC_STATUS_REFUSED },
        { "5", "-5", QCDC_QUANTITY_SCORE, 1, NOT_ABOVE_ZERO, QCDC_STATUS_REFUSED },
        { "1/3", "0/3", QCDC_QUANTITY_PERCENTAGE, 1, NOT_ABOVE_ZERO, QCDC_STATUS_REFUSED },
        { "1/3", "1/-3", QCDC_QUANTITY_PERCENTAGE, 1, NOT_ABOVE_ZERO, QCDC_STATUS_REFUSED },
        { "1/3", "-1/-3", QCDC_QUANTITY_PERCENTAGE, 1, "100.0", QCDC_OK },
        { "", "5", QCDC_QUANTITY_AMOUNT, 1, NO_CURRENT, QCDC_STATUS_NOT_FOUND },
        { "5", "", QCDC_QUANTITY_AMOUNT, 1, NO_BASE, QCDC_STATUS_NOT_FOUND },
        { "5", "4", QCDC_QUANTITY_RANK, 1, "a rank has no index; ranks change in places", QCDC_STATUS_REFUSED },
    };
    expect_readings(qcdc_change_get_index, readings, sizeof readings / sizeof readings[0]);
}

static void ranks_change_in_places(void)
{
    static const char other_field[] = "the ranks are in fields of different sizes; places are counted within one field";
    static const char only[] = "only a rank changes in places; amounts and scores have a difference, ratios have points";
    static const char half[] = "value \"-0.5\" would lose a digit other than 0; keep its decimals, or round it";
    static const struct {
        const char *current, *base;
        QcdcQuantity quantity;
        int64_t places;
        QcdcStatus status;
        const char *message;
    } cases[] = {
        { "15", "36", QCDC_QUANTITY_RANK, 21, QCDC_OK, NULL },
        { "36", "15", QCDC_QUANTITY_RANK, -21, QCDC_OK, NULL },
        { "15 of 63", "36 of 63", QCDC_QUANTITY_RANK, 21, QCDC_OK, NULL },
        { "15 of 63", "36", QCDC_QUANTITY_RANK, 21, QCDC_OK, NULL },
        { "15", "36", QCDC_QUANTITY_RANK_RISING, -21, QCDC_OK, NULL },
        { "36.0", "15", QCDC_QUANTITY_RANK_RISING, 21, QCDC_OK, NULL },
        { "7", "7", QCDC_QUANTITY_RANK, 0, QCDC_OK, NULL },
        { "15 of 34", "36 of 63", QCDC_QUANTITY_RANK, 0, QCDC_STATUS_REFUSED, other_field },
        { "1", "1.5", QCDC_QUANTITY_RANK, 0, QCDC_STATUS_REFUSED, half },
        { "15", "36", QCDC_QUANTITY_AMOUNT, 0, QCDC_STATUS_REFUSED, only },
        { "15", "", QCDC_QUANTITY_RANK, 0, QCDC_STATUS_NOT_FOUND, NO_BASE },
        { "", "36", QCDC_QUANTITY_RANK, 0, QCDC_STATUS_NOT_FOUND, NO_CURRENT },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcChange change = change_of(cases[i].current, cases[i].base, cases[i].quantity);
        int64_t places = 77;
        QcdcError error;
        QcdcStatus status = qcdc_change_get_places(&change, &places, &error);
        expect_number(cases[i].current, status, cases[i].status);
        expect_number(cases[i].current, places, status == QCDC_OK ? cases[i].places : 77);
        if (status != QCDC_OK)
            expect_text(cases[i].current, error.text, cases[i].message);
    }
}

static void a_difference_may_leave_the_range(void)
{
    QcdcFigure current = figure_of(LARGEST), base = figure_of("-1");
    QcdcChange change = { .caveats = 77 };
    QcdcError error;
    CU_ASSERT_EQUAL(qcdc_change_measure(&current, &base, QCDC_QUANTITY_AMOUNT, &change, &error), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_STRING_EQUAL(error.text, TOO_LARGE);
    CU_ASSERT_EQUAL(change.caveats, 77);
}

static void what_is_no_figure_is_told(void)
{
    QcdcFigure good = figure_of("5"), ratio = figure_of("1/3"), bad[9];
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        bad[i] = i < 6 ? good : ratio;
    bad[0].value.decimals = 10;
    bad[1].state = QCDC_FIGURE_END;
    bad[2].status = QCDC_OBSERVATION_MISSING;
    bad[3].status = 128;
    bad[4].field = -1;
    bad[5].is_fraction = 2;
    bad[6].denominator.coefficient = 0;
    bad[7].denominator.decimals = 10;
    bad[8].power = 10;
    QcdcChange change = { .caveats = 77 };
    QcdcError error;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const QcdcFigure *fit = i < 6 ? &good : &ratio;
        QcdcQuantity quantity = i < 6 ? QCDC_QUANTITY_AMOUNT : QCDC_QUANTITY_PERCENTAGE;
        expect_number("current", qcdc_change_measure(&bad[i], fit, quantity, &change, &error), QCDC_STATUS_ARGUMENT);
        expect_number("base", qcdc_change_measure(fit, &bad[i], quantity, &change, &error), QCDC_STATUS_ARGUMENT);
        expect_text("message", error.text, "not a figure");
    }
    CU_ASSERT_EQUAL(change.caveats, 77);
}

static void bad_arguments_are_told(void)
{
    QcdcFigure good = figure_of("5"), ratio = figure_of("1/3"), other_power = ratio;
    other_power.power = 0;
    QcdcChange change = change_of("5", "4", QCDC_QUANTITY_AMOUNT), unmeasured = { 0 }, out = { 0 };
    QcdcChange mixed = change, rank = change_of("5", "4", QCDC_QUANTITY_RANK);
    QcdcChange points = change_of("5", "4", QCDC_QUANTITY_PERCENTAGE);
    mixed.current.is_fraction = 1;
    QcdcDecimal value;
    int64_t places;
    QcdcStatus statuses[] = {
        qcdc_change_measure(NULL, &good, QCDC_QUANTITY_AMOUNT, &out, NULL),
        qcdc_change_measure(&good, NULL, QCDC_QUANTITY_AMOUNT, &out, NULL),
        qcdc_change_measure(&good, &good, QCDC_QUANTITY_AMOUNT, NULL, NULL),
        qcdc_change_measure(&good, &good, QCDC_QUANTITY_END, &out, NULL),
        qcdc_change_measure(&good, &good, (QcdcQuantity)-1, &out, NULL),
        qcdc_change_measure(&ratio, &good, QCDC_QUANTITY_AMOUNT, &out, NULL),
        qcdc_change_measure(&good, &ratio, QCDC_QUANTITY_SCORE, &out, NULL),
        qcdc_change_measure(&ratio, &other_power, QCDC_QUANTITY_RATIO, &out, NULL),
        qcdc_change_get_percent(NULL, 1, QCDC_ROUND_DEFAULT, &value, NULL),
        qcdc_change_get_percent(&unmeasured, 1, QCDC_ROUND_DEFAULT, &value, NULL),
        qcdc_change_get_percent(&mixed, 1, QCDC_ROUND_DEFAULT, &value, NULL),
        qcdc_change_get_percent(&change, 16, QCDC_ROUND_DEFAULT, &value, NULL),
        qcdc_change_get_percent(&change, 1, QCDC_ROUND_END, &value, NULL),
        qcdc_change_get_percent(&change, 1, QCDC_ROUND_DEFAULT, NULL, NULL),
        qcdc_change_get_points(&points, 10, QCDC_ROUND_DEFAULT, &value, NULL),
        qcdc_change_get_points(&points, 1, QCDC_ROUND_END, &value, NULL),
        qcdc_change_get_points(&points, 1, QCDC_ROUND_DEFAULT, NULL, NULL),
        qcdc_change_get_index(&change, 16, QCDC_ROUND_DEFAULT, &value, NULL),
        qcdc_change_get_index(&change, 1, QCDC_ROUND_END, &value, NULL),
        qcdc_change_get_index(NULL, 1, QCDC_ROUND_DEFAULT, &value, NULL),
        qcdc_change_get_places(&rank, NULL, NULL),
        qcdc_change_get_places(NULL, &places, NULL),
    };
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++)
        expect_number("argument", statuses[i], QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(out.quantity, 0);
    CU_ASSERT_EQUAL(sizeof(QcdcFigure), 40);
    CU_ASSERT_EQUAL(sizeof(QcdcChange), 104);
}

/* D57: a sum over a number, of whatever has a mean. */
static void a_base_may_be_a_mean(void)
{
    static const QcdcQuantity quantities[] = { QCDC_QUANTITY_AMOUNT, QCDC_QUANTITY_SCORE, QCDC_QUANTITY_PERCENTAGE };
    QcdcFigure now = figure_of("12"), mean = figure_of("31/3");
    QcdcDecimal value;
    mean.power = 0;
    for (size_t i = 0; i < sizeof quantities / sizeof quantities[0]; i++) {
        QcdcChange change;
        CU_ASSERT_EQUAL_FATAL(qcdc_change_measure(&now, &mean, quantities[i], &change, NULL), QCDC_OK);
        CU_ASSERT_EQUAL(change.direction, UP);
        CU_ASSERT_EQUAL(qcdc_change_get_points(&change, 2, QCDC_ROUND_DEFAULT, &value, NULL), QCDC_OK);
        CU_ASSERT(value.coefficient == 167 && value.decimals == 2);
        CU_ASSERT_EQUAL(qcdc_change_get_index(&change, 1, QCDC_ROUND_DEFAULT, &value, NULL), QCDC_OK);
        CU_ASSERT_EQUAL(value.coefficient, 1161);
        CU_ASSERT_EQUAL(qcdc_change_get_percent(&change, 1, QCDC_ROUND_DEFAULT, &value, NULL), QCDC_STATUS_REFUSED);
        CU_ASSERT_EQUAL(qcdc_change_measure(&mean, &now, QCDC_QUANTITY_AMOUNT, &change, NULL), QCDC_STATUS_ARGUMENT);
        CU_ASSERT_EQUAL(qcdc_change_measure(&now, &mean, QCDC_QUANTITY_RANK, &change, NULL), QCDC_STATUS_ARGUMENT);
    }
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "figures show direction, difference and caveats", figures_show_direction_difference_and_caveats },
        { "statuses become caveats", statuses_become_caveats },
        { "amounts grow in percent of the base", amounts_grow_in_percent_of_the_base },
        { "ratios change in points", ratios_change_in_points },
        { "an index is current of base", an_index_is_current_of_base },
        { "ranks change in places", ranks_change_in_places },
        { "a difference may leave the range", a_difference_may_leave_the_range },
        { "what is no figure is told", what_is_no_figure_is_told },
        { "bad arguments are told", bad_arguments_are_told },
        { "a base may be a mean", a_base_may_be_a_mean },
    };
    return SUITE_RUN("change", tests, argc, argv);
}
