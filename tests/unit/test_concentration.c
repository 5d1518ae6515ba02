/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/concentration.h>

#include "failing-memory.h"
#include "figures.h"
#include "random.h"
#include "stats-table.h"
#include "suite.h"

static const double part = 1e-11;

enum {
    MOST_UNITS = 256
};

/* The units of a case, out of the table that holds those of all. */
typedef struct Case {
    double values[MOST_UNITS], weights[MOST_UNITS];
    uint32_t groups[MOST_UNITS];
    size_t count;
} Case;

static Case cases[16];

static void read_cases(void)
{
    const StatsTable *table = stats_table_read("concentration-units");
    memset(cases, 0, sizeof cases);
    for (size_t row = 0; row < table->row_count; row++) {
        Case *one = &cases[(size_t)stats_table_get(table, row, "case")];
        one->values[one->count] = stats_table_get(table, row, "value");
        one->weights[one->count] = stats_table_get(table, row, "weight");
        one->groups[one->count++] = (uint32_t)stats_table_get(table, row, "group");
    }
}

/* What R rounds away from 0 is nothing. */
static void expect_part(const StatsTable *table, size_t row, const char *name, double number)
{
    if (fabs(stats_table_get(table, row, name)) < 1e-14)
        expect(fabs(number) < 1e-14, name, "it is not 0");
    else
        stats_table_expect(table, row, name, number, part);
}

static void test_table(void)
{
    read_cases();
    const StatsTable *table = stats_table_read("concentrations");
    for (size_t row = 0; row < table->row_count; row++) {
        const Case *one = &cases[(size_t)stats_table_get(table, row, "case")];
        QcdcConcentration spread;
        CU_ASSERT(qcdc_concentration_of_values(one->values, one->weights, one->groups, one->count, (uint32_t)stats_table_get(table, row, "largest"), &spread,
                                               NULL) == QCDC_OK);
        expect_part(table, row, "gini", spread.gini);
        expect_part(table, row, "corrected", spread.gini_corrected);
        expect_part(table, row, "theil", spread.theil);
        expect_part(table, row, "within", spread.theil_within);
        expect_part(table, row, "between", spread.theil_between);
        expect_part(table, row, "herfindahl", spread.herfindahl);
        expect_part(table, row, "largest_share", spread.largest_share);
        expect_part(table, row, "total", spread.total);
        expect_part(table, row, "weight", spread.weight);
        expect_part(table, row, "units", spread.units);
        expect_part(table, row, "left_out", spread.left_out);
        expect_part(table, row, "groups", spread.groups);
        CU_ASSERT(spread.theil == spread.theil_within + spread.theil_between);
    }
}

/* Near even, where sums of terms of both signs lose their digits: rates 1 + d and 1 - d have T = d^2 / 2 + d^4 / 12 + … and G = d / 2. */
static void test_nearly_even(void)
{
    for (double d = 0.5; d > 1e-9; d /= 2) {
        const double values[] = {1 + d, 1 - d}, even[] = {1 + d, 1 + d, 1 + d};
        QcdcConcentration spread;
        CU_ASSERT(qcdc_concentration_of_values(values, NULL, NULL, 2, 0, &spread, NULL) == QCDC_OK);
        CU_ASSERT(stats_is_near(spread.gini, d / 2, 1e-14));
        if (d < 0.01)
            CU_ASSERT(stats_is_near(spread.theil, d * d / 2 + d * d * d * d / 12, 1e-9));
        CU_ASSERT(qcdc_concentration_of_values(even, NULL, NULL, 3, 0, &spread, NULL) == QCDC_OK);
        CU_ASSERT(spread.gini == 0 && spread.gini_corrected == 0 && spread.theil == 0 && stats_is_near(spread.herfindahl, 1.0 / 3, 1e-15));
    }
}

static void draw(Random *dice, Case *one)
{
    one->count = (size_t)random_between(dice, 1, 40);
    for (size_t i = 0; i < one->count; i++) {
        one->values[i] = (double)random_between(dice, random_chance(dice, 4) ? 0 : 1, random_chance(dice, 3) ? 4 : 5000);
        one->weights[i] = (double)random_between(dice, 1, random_chance(dice, 2) ? 3 : 90000);
        one->groups[i] = (uint32_t)random_below(dice, 5);
    }
    one->values[0] = 1;
}

static QcdcConcentration measure(const Case *one)
{
    QcdcConcentration spread = {0};
    CU_ASSERT(qcdc_concentration_of_values(one->values, one->weights, one->groups, one->count, 3, &spread, NULL) == QCDC_OK);
    return spread;
}

/* The order of the entries changes no bit; scale changes nothing; a unit cut into equal ones changes neither Gini nor Theil. */
static void test_laws(void)
{
    Random dice = random_begin(suite_get_seed());
    for (unsigned long k = suite_get_cases(20000); k > 0; k--) {
        static Case one, other;
        draw(&dice, &one);
        other = one;
        for (size_t i = 0; i < one.count; i++) {
            other.values[i] = one.values[one.count - 1 - i];
            other.weights[i] = one.weights[one.count - 1 - i];
            other.groups[i] = one.groups[one.count - 1 - i];
        }
        QcdcConcentration spread = measure(&one), turned = measure(&other);
        CU_ASSERT(memcmp(&spread, &turned, sizeof spread) == 0);
        CU_ASSERT(spread.gini >= 0 && spread.gini < 1 && spread.theil_within >= 0 && spread.theil_between >= 0);
        CU_ASSERT(spread.herfindahl <= 1 && spread.herfindahl * (double)one.count >= 1 - 1e-12 && spread.largest_share <= 1);
        for (size_t i = 0; i < one.count; i++) {
            other.values[i] *= 1000;
            other.weights[i] *= 8;
        }
        turned = measure(&other);
        CU_ASSERT(stats_is_near(turned.gini, spread.gini, 1e-12) && fabs(turned.theil - spread.theil) < 1e-12);
        other = one;
        other.values[one.count] = other.values[0] /= 2;
        other.weights[one.count] = other.weights[0] /= 2;
        other.groups[other.count++] = one.groups[0];
        turned = measure(&other);
        CU_ASSERT(stats_is_near(turned.gini, spread.gini, 1e-11) && fabs(turned.theil_between - spread.theil_between) < 1e-12);
    }
}

/* To give from one that has more for its weight to one that has less makes it more even (Pigou and Dalton). */
static void test_transfers(void)
{
    Random dice = random_begin(suite_get_seed());
    for (unsigned long k = suite_get_cases(20000); k > 0; k--) {
        static Case one;
        draw(&dice, &one);
        size_t from = (size_t)random_below(&dice, one.count), to = (size_t)random_below(&dice, one.count);
        double gap = one.values[from] * one.weights[to] - one.values[to] * one.weights[from];
        if (gap <= 0)
            continue;
        QcdcConcentration spread = measure(&one);
        double given = gap / (one.weights[from] + one.weights[to]) / 2;
        one.values[from] -= given;
        one.values[to] += given;
        QcdcConcentration after = measure(&one);
        CU_ASSERT(after.gini < spread.gini && after.theil < spread.theil);
    }
}

/* Twice what is between the diagonal and the curve is Gini's coefficient. */
static void test_curve(void)
{
    Random dice = random_begin(suite_get_seed());
    for (unsigned long k = suite_get_cases(2000); k > 0; k--) {
        static Case one;
        static QcdcLorenzPoint points[MOST_UNITS];
        double area = 0;
        size_t count = 0;
        draw(&dice, &one);
        CU_ASSERT(qcdc_concentration_read_curve(one.values, one.weights, one.count, NULL, 0, &count, NULL) == QCDC_OK);
        CU_ASSERT(count == one.count + 1);
        CU_ASSERT(qcdc_concentration_read_curve(one.values, one.weights, one.count, points, count, &count, NULL) == QCDC_OK);
        CU_ASSERT(points[0].units == 0 && points[0].figures == 0 && points[count - 1].units == 1 && points[count - 1].figures == 1);
        for (size_t i = 1; i < count; i++) {
            area += (points[i].units - points[i - 1].units) * (points[i].figures + points[i - 1].figures) / 2;
            CU_ASSERT(points[i].figures <= points[i].units && points[i].units > points[i - 1].units);
        }
        CU_ASSERT(fabs(1 - 2 * area - measure(&one).gini) < 1e-12);
    }
    static const double even[] = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}; /* three of them are a little more than 0.3 */
    QcdcLorenzPoint points[11];
    size_t count;
    CU_ASSERT(qcdc_concentration_read_curve(even, NULL, 10, points, 11, &count, NULL) == QCDC_OK);
    for (size_t i = 0; i < 11; i++)
        CU_ASSERT(points[i].figures <= points[i].units);
}

static void test_refusals(void)
{
    static const struct {
        double values[3], weights[3];
        size_t count;
        QcdcStatus status;
    } rows[] = {
        {{0}, {0}, 0, QCDC_STATUS_REFUSED},
        {{NAN, NAN}, {1, 1}, 2, QCDC_STATUS_REFUSED},
        {{0, 0, 0}, {1, 1, 1}, 3, QCDC_STATUS_REFUSED},
        {{5, -1, 0}, {1, 1, 1}, 3, QCDC_STATUS_REFUSED},
        {{5, 1}, {0, NAN}, 2, QCDC_STATUS_REFUSED},
        {{0, 1}, {1, 0}, 2, QCDC_STATUS_REFUSED},
        {{5, HUGE_VAL}, {1, 1}, 2, QCDC_STATUS_ARGUMENT},
        {{5, 1e91}, {1, 1}, 2, QCDC_STATUS_ARGUMENT},
        {{5, 1}, {1, -1}, 2, QCDC_STATUS_ARGUMENT},
        {{5, 1}, {1, 1e-91}, 2, QCDC_STATUS_ARGUMENT},
        {{5, 1}, {1, HUGE_VAL}, 2, QCDC_STATUS_ARGUMENT},
    };
    QcdcConcentration spread = {.gini = 7};
    size_t count = 7;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        QcdcError error = {0};
        CU_ASSERT(qcdc_concentration_of_values(rows[i].values, rows[i].weights, NULL, rows[i].count, 0, &spread, &error) == rows[i].status);
        CU_ASSERT(error.status == rows[i].status && error.text[0] != '\0');
        CU_ASSERT(qcdc_concentration_read_curve(rows[i].values, rows[i].weights, rows[i].count, NULL, 0, &count, NULL) == rows[i].status);
    }
    CU_ASSERT(qcdc_concentration_of_values(NULL, NULL, NULL, 1, 0, &spread, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_concentration_of_values(rows[0].values, NULL, NULL, 1, 0, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_concentration_of_values(rows[0].values, NULL, NULL, QCDC_STATS_MAX_VALUES + 1, 0, &spread, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_concentration_read_curve(rows[0].values, NULL, 1, NULL, 1, &count, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_concentration_read_curve(rows[0].values, NULL, 1, NULL, 0, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(spread.gini == 7 && count == 7);
}

/* Two districts, of which one has three communes and the other four. One of them is silent, one is estimated, one partial. */
static const Figures figures = {
    "code;name;level;parent\np;Tỉnh;0;\na;Huyện A;1;p\nb;Huyện B;1;p\na1;Xã 1;2;a\na2;Xã 2;2;a\na3;Xã 3;2;a\nb1;Xã 4;2;b\nb2;Xã 5;2;b\nb3;Xã 6;2;b\n"
    "b4;Xã 7;2;b\nb41;Thôn;3;b4\nb42;Thôn;3;b4\n",
    "code;name;nature;measure;formula;over_units\nn;Đơn;flow;đơn;;\nrest;Số còn lại;flow;đơn;;\npeople;Dân số;stock;người;;\nrate;Tỷ suất;ratio;đơn/người;n / people;\n"
    "rank;Hạng;rank;bậc;;\nscore;Điểm;score;điểm;;\nseen;Tỷ lệ;ratio;%;;\nkept;Số;flow;đơn;;refused\n",
    "unit;indicator;period;value;obs_status\na1;n;2022-01;12;\na2;n;2022-01;7;P\na3;n;2022-01;0;\nb1;n;2022-01;31;\nb2;n;2022-01;5;E\nb41;n;2022-01;50;\n"
    "a1;people;2022-01;400;\na2;people;2022-01;310;\na3;people;2022-01;120;\nb1;people;2022-01;50;\nb2;people;2022-01;90;\n"
    "a1;rest;2022-01;5;\na2;rest;2022-01;-3;\nb1;rank;2022-01;1;\n",
    NULL, NULL, NULL};

enum {
    N,
    REST,
    PEOPLE,
    RATE,
    RANK,
    SCORE,
    SEEN,
    KEPT,
    INDICATORS
};

static QcdcPeriod read_period(const char *label)
{
    QcdcPeriod period = {0};
    CU_ASSERT(qcdc_period_parse(label, strlen(label), &period, NULL) == QCDC_OK);
    return period;
}

static void expect_same(const QcdcConcentration *actual, const double *values, const double *weights, const uint32_t *groups, size_t count, uint32_t left_out)
{
    QcdcConcentration wanted = {0};
    CU_ASSERT(qcdc_concentration_of_values(values, weights, groups, count, 0, &wanted, NULL) == QCDC_OK);
    wanted.left_out = left_out;
    wanted.statuses = actual->statuses;
    CU_ASSERT(memcmp(actual, &wanted, sizeof wanted) == 0);
}

static void test_cells(void)
{
    static const double communes[] = {12, 7, 0, 31}, people[] = {400, 310, 120, 50};
    static const uint32_t parents[] = {1, 1, 1, 2};
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    QcdcConcentrationOptions options = {.level = "2"};
    QcdcConcentration spread;
    QcdcPeriod period = read_period("2022-01");
    QcdcError error = {0};
    CU_ASSERT(qcdc_cube_measure_concentration(cube, N, period, &options, &spread, &error) == QCDC_OK);
    expect_same(&spread, communes, NULL, parents, 4, 3);
    CU_ASSERT(spread.groups == 2 && spread.statuses == QCDC_OBSERVATION_PROVISIONAL);
    options.weight = "people";
    CU_ASSERT(qcdc_cube_measure_concentration(cube, N, period, &options, &spread, &error) == QCDC_OK);
    expect_same(&spread, communes, people, parents, 4, 3);
    options.weight = NULL;
    CU_ASSERT(qcdc_cube_measure_concentration(cube, RATE, period, &options, &spread, &error) == QCDC_OK);
    expect_same(&spread, communes, people, parents, 4, 3);
    options.unit = "a";
    CU_ASSERT(qcdc_cube_measure_concentration(cube, N, period, &options, &spread, &error) == QCDC_OK);
    expect_same(&spread, communes, NULL, NULL, 3, 0);
    options.level = NULL;
    CU_ASSERT(qcdc_cube_measure_concentration(cube, N, period, &options, &spread, &error) == QCDC_OK);
    expect_same(&spread, communes, NULL, NULL, 3, 0);
    options.size = offsetof(QcdcConcentrationOptions, level);
    options.level = "9";
    CU_ASSERT(qcdc_cube_measure_concentration(cube, N, period, &options, &spread, &error) == QCDC_OK);
    qcdc_cube_unref(cube);
}

/* The weights of another period, more of the largest, and the curve. */
static void test_cells_more(void)
{
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    QcdcConcentrationOptions options = {.size = sizeof options, .unit = "a", .largest = 2};
    QcdcLorenzPoint points[8] = {{.units = 7}};
    QcdcConcentration spread;
    QcdcPeriod period = read_period("2022-01");
    size_t count = 0;
    CU_ASSERT(qcdc_cube_measure_concentration(cube, N, period, &options, &spread, NULL) == QCDC_OK);
    CU_ASSERT(spread.largest == 2 && spread.largest_share == 1 && spread.total == 19 && spread.weight == 3);
    CU_ASSERT(qcdc_cube_read_concentration_curve(cube, N, period, &options, points, 8, &count, NULL) == QCDC_OK);
    CU_ASSERT(count == 4 && points[1].figures == 0 && points[2].figures == 7.0 / 19 && points[3].figures == 1);
    options.weight = "people";
    options.weight_period = read_period("2022");
    CU_ASSERT(qcdc_cube_measure_concentration(cube, N, period, &options, &spread, NULL) == QCDC_STATUS_REFUSED);
    options.weight_period = read_period("1999");
    CU_ASSERT(qcdc_cube_measure_concentration(cube, N, period, &options, &spread, NULL) == QCDC_STATUS_NOT_FOUND);
    qcdc_cube_unref(cube);
}

static void test_cell_refusals(void)
{
    static const struct {
        QcdcIndicatorId indicator;
        QcdcConcentrationOptions options;
        const char *period;
        QcdcStatus status;
        QcdcRefusal refusal;
    } rows[] = {
        {RANK, {0}, "2022-01", QCDC_STATUS_REFUSED, QCDC_REFUSAL_RANK_SUM},
        {SCORE, {0}, "2022-01", QCDC_STATUS_REFUSED, QCDC_REFUSAL_SCORE_SUM},
        {SEEN, {0}, "2022-01", QCDC_STATUS_REFUSED, QCDC_REFUSAL_RATIO_SUM},
        {KEPT, {0}, "2022-01", QCDC_STATUS_REFUSED, QCDC_REFUSAL_OVER_UNITS},
        {REST, {.level = "2"}, "2022-01", QCDC_STATUS_REFUSED, QCDC_REFUSAL_NONE},
        {RATE, {.level = "2", .weight = "people"}, "2022-01", QCDC_STATUS_REFUSED, QCDC_REFUSAL_NONE},
        {N, {.level = "7"}, "2022-01", QCDC_STATUS_REFUSED, QCDC_REFUSAL_NONE},
        {N, {.unit = "a1"}, "2022-01", QCDC_STATUS_REFUSED, QCDC_REFUSAL_NONE},
        {N, {.unit = "z"}, "2022-01", QCDC_STATUS_NOT_FOUND, QCDC_REFUSAL_NONE},
        {N, {.weight = "z"}, "2022-01", QCDC_STATUS_NOT_FOUND, QCDC_REFUSAL_NONE},
        {N, {.hierarchy = "z"}, "2022-01", QCDC_STATUS_NOT_FOUND, QCDC_REFUSAL_NONE},
        {N, {0}, "1999", QCDC_STATUS_NOT_FOUND, QCDC_REFUSAL_NONE},
        {INDICATORS, {0}, "2022-01", QCDC_STATUS_ARGUMENT, QCDC_REFUSAL_NONE},
    };
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    QcdcConcentration spread = {.gini = 7};
    size_t count = 7;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        QcdcError error = {0};
        QcdcPeriod period = read_period(rows[i].period);
        char row[16];
        snprintf(row, sizeof row, "row %zu", i + 1);
        expect_number(row, qcdc_cube_measure_concentration(cube, rows[i].indicator, period, &rows[i].options, &spread, &error), rows[i].status);
        expect_number(row, error.refusal, rows[i].refusal);
        CU_ASSERT(qcdc_cube_read_concentration_curve(cube, rows[i].indicator, period, &rows[i].options, NULL, 0, &count, NULL) == rows[i].status);
        if (rows[i].indicator == REST)
            expect_text(row, error.text, "a2: a figure below 0 has no share of a total");
    }
    CU_ASSERT(qcdc_cube_measure_concentration(NULL, 0, read_period("2022"), NULL, &spread, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_measure_concentration(cube, 0, read_period("2022"), NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_read_concentration_curve(cube, 0, read_period("2022"), NULL, NULL, 0, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(spread.gini == 7 && count == 7);
    qcdc_cube_unref(cube);
}

/* Wherever memory ends, the call says so and touches nothing. */
static void test_memory(void)
{
    static const double values[] = {1, 2};
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    QcdcConcentrationOptions options = {.level = "2", .weight = "people"};
    QcdcConcentration spread = {.gini = 7};
    QcdcLorenzPoint points[8];
    QcdcStatus status = QCDC_STATUS_MEMORY;
    QcdcPeriod period = read_period("2022-01");
    size_t count = 7;
    long turn = 0;
    for (; status == QCDC_STATUS_MEMORY; turn++) {
        allowed = turn;
        status = qcdc_cube_measure_concentration(cube, N, period, &options, &spread, NULL);
        CU_ASSERT(status == QCDC_STATUS_MEMORY ? spread.gini == 7 : status == QCDC_OK);
    }
    CU_ASSERT(turn > 6);
    allowed = 0;
    CU_ASSERT(qcdc_concentration_of_values(values, NULL, NULL, 2, 0, &spread, NULL) == QCDC_STATUS_MEMORY);
    allowed = 0;
    CU_ASSERT(qcdc_concentration_read_curve(values, NULL, 2, points, 8, &count, NULL) == QCDC_STATUS_MEMORY);
    allowed = 0;
    CU_ASSERT(qcdc_cube_read_concentration_curve(cube, N, period, &options, points, 8, &count, NULL) == QCDC_STATUS_MEMORY && count == 7);
    allowed = -1;
    qcdc_cube_unref(cube);
}

static void expect_words(const QcdcConcentration *spread, QcdcLanguage language, const char *wanted)
{
    char buffer[400];
    size_t length = qcdc_concentration_explain(spread, language, buffer, sizeof buffer);
    expect_text("words", buffer, wanted);
    CU_ASSERT(length == strlen(wanted));
}

static void test_words(void)
{
    static const double values[] = {428, 241, 174, NAN, 12}, few[] = {1e9, 1, 0};
    static const uint32_t groups[] = {1, 1, 2, 2, 2};
    QcdcConcentration spread = {0};
    expect_words(NULL, QCDC_LANGUAGE_VI, "");
    expect_words(&spread, QCDC_LANGUAGE_VI, "");
    qcdc_concentration_of_values(values, NULL, groups, 5, 2, &spread, NULL);
    expect_words(&spread, QCDC_LANGUAGE_VI,
                 "Mức độ tập trung tính trên 4 đơn vị: 2 đơn vị có số liệu lớn nhất chiếm 78,2% tổng số; hệ số Gini 0,38; chỉ số Theil 0,30, trong đó chênh "
                 "lệch giữa các nhóm chiếm 56,6%; không tính đơn vị chưa có số liệu: 1; ước tính tham khảo.");
    expect_words(&spread, QCDC_LANGUAGE_EN,
                 "Concentration over 4 units: the 2 largest have 78.2% of the total; Gini coefficient 0.38; Theil index 0.30, of which differences between groups "
                 "make 56.6%; units left out for want of a figure: 1; for reference only.");
    qcdc_concentration_of_values(few, NULL, NULL, 3, 0, &spread, NULL);
    expect_words(&spread, QCDC_LANGUAGE_VI,
                 "Mức độ tập trung tính trên 3 đơn vị: đơn vị có số liệu lớn nhất chiếm 99,9999999% tổng số; hệ số Gini 0,67; chỉ số Theil 1,10; ước tính tham "
                 "khảo.");
    spread.units = 10600;
    spread.left_out = 1234;
    expect_words(&spread, QCDC_LANGUAGE_VI,
                 "Mức độ tập trung tính trên 10.600 đơn vị: đơn vị có số liệu lớn nhất chiếm 99,9999999% tổng số; hệ số Gini 0,67; chỉ số Theil 1,10; không tính "
                 "đơn vị chưa có số liệu: 1.234; ước tính tham khảo.");
    qcdc_concentration_of_values(few, NULL, NULL, 1, 0, &spread, NULL);
    expect_words(&spread, QCDC_LANGUAGE_EN,
                 "Concentration over 1 unit: the largest has 100% of the total; Gini coefficient 0.00; Theil index 0.00; for reference only.");
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"spreads are those of R's defining sums", test_table},
        {"nearly even spreads keep their digits", test_nearly_even},
        {"order, scale and cutting change nothing", test_laws},
        {"giving to who has less makes it more even", test_transfers},
        {"the curve encloses half of Gini's coefficient", test_curve},
        {"what has no shares is refused", test_refusals},
        {"cells of a cube are taken, parents are the groups", test_cells},
        {"weights of another period, the largest, and the curve", test_cells_more},
        {"what does not add up is refused", test_cell_refusals},
        {"an end of memory is told", test_memory},
        {"a line tells people", test_words},
    };
    return SUITE_RUN("concentration", tests, argc, argv);
}
