/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/ranking.h>

#include "failing-memory.h"
#include "figures.h"
#include "random.h"
#include "stats-table.h"
#include "suite.h"

enum {
    MOST = 128
};

static QcdcFigure figure_of(int64_t coefficient, unsigned decimals)
{
    return (QcdcFigure){.value = {.coefficient = coefficient, .decimals = (uint8_t)decimals}, .state = QCDC_FIGURE_VALUED};
}

static QcdcFigure ratio_of(int64_t numerator, int64_t denominator, unsigned power)
{
    QcdcFigure figure = figure_of(numerator, 0);
    figure.denominator.coefficient = denominator;
    figure.is_fraction = 1;
    figure.power = (uint8_t)power;
    return figure;
}

/* Rows of a case stand together; decimals are figures, quotients ratios by formula. */
static size_t read_case(const StatsTable *table, size_t first, QcdcFigure *figures)
{
    size_t count = 0;
    double number = stats_table_get(table, first, "case");
    for (size_t row = first; row < table->row_count && stats_table_get(table, row, "case") == number; row++) {
        int64_t value = (int64_t)stats_table_get(table, row, "value"), denominator = (int64_t)stats_table_get(table, row, "denominator");
        unsigned decimals = (unsigned)stats_table_get(table, row, "decimals");
        figures[count++] = denominator == 1 ? figure_of(value, decimals) : ratio_of(value, denominator, 0);
    }
    return count;
}

static void test_table(void)
{
    const StatsTable *table = stats_table_read("places");
    for (size_t first = 0, count; first < table->row_count; first += count) {
        QcdcFigure figures[MOST];
        uint32_t falling[MOST], rising[MOST], groups[MOST], field = 0;
        size_t rows[MOST];
        count = read_case(table, first, figures);
        CU_ASSERT(qcdc_ranking_of_figures(figures, count, QCDC_RANKING_DEFAULT, falling, rows, &field, NULL) == QCDC_OK && field == count);
        CU_ASSERT(qcdc_ranking_of_figures(figures, count, QCDC_RANKING_SMALLEST_FIRST, rising, NULL, NULL, NULL) == QCDC_OK);
        CU_ASSERT(qcdc_ranking_split(falling, count, 4, groups, NULL) == QCDC_OK);
        for (size_t i = 0; i < count; i++) {
            stats_table_expect(table, first + i, "falling", falling[i], 0);
            stats_table_expect(table, first + i, "rising", rising[i], 0);
            stats_table_expect(table, first + i, "quarter", groups[i], 0);
            CU_ASSERT(i == 0 || falling[rows[i - 1]] < falling[rows[i]] || (falling[rows[i - 1]] == falling[rows[i]] && rows[i - 1] < rows[i]));
        }
    }
}

/* What doubles cannot tell apart; an observed ratio beside one by formula; rows without a value. */
static void test_exactness(void)
{
    const QcdcFigure figures[] = {figure_of(INT64_C(999999999999999998), 0), figure_of(INT64_C(999999999999999999), 0), {.state = QCDC_FIGURE_MISSING},
                                  figure_of(INT64_C(999999999999999999), 0), {.state = QCDC_FIGURE_ABSENT}};
    const QcdcFigure ratios[] = {ratio_of(1, 2, 2), figure_of(500, 1), ratio_of(INT64_C(333333333333333333), INT64_C(999999999999999998), 2), ratio_of(1, 3, 2),
                                 figure_of(51, 0), ratio_of(-1, -3, 2)};
    static const uint32_t wanted[] = {3, 1, 0, 1, 0}, of_ratios[] = {2, 2, 4, 5, 1, 5};
    static const size_t wanted_rows[] = {1, 3, 0, 2, 4};
    uint32_t places[6], field = 7;
    size_t rows[6];
    CU_ASSERT(qcdc_ranking_of_figures(figures, 5, QCDC_RANKING_LARGEST_FIRST, places, rows, &field, NULL) == QCDC_OK);
    CU_ASSERT(memcmp(places, wanted, sizeof wanted) == 0 && memcmp(rows, wanted_rows, sizeof wanted_rows) == 0 && field == 3);
    CU_ASSERT(qcdc_ranking_of_figures(ratios, 6, QCDC_RANKING_DEFAULT, places, NULL, NULL, NULL) == QCDC_OK);
    CU_ASSERT(memcmp(places, of_ratios, sizeof of_ratios) == 0);
    CU_ASSERT(qcdc_ranking_of_figures(NULL, 0, QCDC_RANKING_DEFAULT, places, rows, &field, NULL) == QCDC_OK && field == 0);
}

/* 1, 2, … n as R's quantiles of type 7, worked out exactly. */
static void test_quantiles(void)
{
    static QcdcFigure figures[1024];
    const StatsTable *table = stats_table_read("quantiles");
    for (size_t row = 0; row < table->row_count; row++) {
        size_t count = (size_t)stats_table_get(table, row, "n");
        QcdcQuantile quantile = {0};
        QcdcDecimal value = {0};
        for (size_t i = 0; i < count; i++)
            figures[i] = figure_of((int64_t)(i * 37 % count * 10 + 10), 1);
        if (count % 37 == 0)
            continue;
        uint32_t part = (uint32_t)(stats_table_get(table, row, "quantile") * 100 + 0.5);
        CU_ASSERT(qcdc_quantile_of_figures(figures, count, part, 100, &quantile, NULL) == QCDC_OK && quantile.used == count);
        CU_ASSERT(qcdc_quantile_to_decimal(&quantile, 9, QCDC_ROUND_DEFAULT, &value, NULL) == QCDC_OK);
        stats_table_expect(table, row, "estimate", (double)value.coefficient / 1e9, 1e-14);
    }
}

static void test_quantiles_exactly(void)
{
    const QcdcFigure pair[] = {figure_of(3, 0), {.state = QCDC_FIGURE_ABSENT}, figure_of(25, 1)}, ratios[] = {ratio_of(1, 3, 2), ratio_of(1, 2, 2)};
    const QcdcFigure mixed[] = {ratio_of(1, 2, 2), figure_of(60, 0)}, far[] = {figure_of(INT64_C(999999999999999999), 0), figure_of(-INT64_C(999999999999999999), 0)};
    QcdcQuantile quantile;
    QcdcDecimal value = {0};
    CU_ASSERT(qcdc_quantile_of_figures(pair, 3, 1, 2, &quantile, NULL) == QCDC_OK && quantile.used == 2);
    CU_ASSERT(quantile.low.value.coefficient == 25 && quantile.high.value.coefficient == 3 && quantile.weight == 1 && quantile.weight_of == 2);
    CU_ASSERT(qcdc_quantile_to_decimal(&quantile, 2, QCDC_ROUND_DEFAULT, &value, NULL) == QCDC_OK && value.coefficient == 275);
    CU_ASSERT(qcdc_quantile_to_decimal(&quantile, 1, QCDC_ROUND_HALF_EVEN, &value, NULL) == QCDC_OK && value.coefficient == 28);
    CU_ASSERT(qcdc_quantile_of_figures(pair, 3, 10, 40, &quantile, NULL) == QCDC_OK && quantile.weight == 1 && quantile.weight_of == 4);
    CU_ASSERT(qcdc_quantile_to_decimal(&quantile, 3, QCDC_ROUND_DEFAULT, &value, NULL) == QCDC_OK && value.coefficient == 2625);
    CU_ASSERT(qcdc_quantile_of_figures(pair, 3, 7, 7, &quantile, NULL) == QCDC_OK && quantile.weight == 0 && quantile.low.value.coefficient == 3);
    CU_ASSERT(qcdc_quantile_of_figures(ratios, 2, 1, 2, &quantile, NULL) == QCDC_OK);
    CU_ASSERT(qcdc_quantile_to_decimal(&quantile, 4, QCDC_ROUND_DEFAULT, &value, NULL) == QCDC_OK && value.coefficient == 416667); /* 5/12 */
    CU_ASSERT(qcdc_quantile_of_figures(mixed, 2, 1, 2, &quantile, NULL) == QCDC_OK);
    CU_ASSERT(qcdc_quantile_to_decimal(&quantile, 1, QCDC_ROUND_DEFAULT, &value, NULL) == QCDC_OK && value.coefficient == 550);
    CU_ASSERT(qcdc_quantile_of_figures(far, 2, 1, 2, &quantile, NULL) == QCDC_OK);
    CU_ASSERT(qcdc_quantile_to_decimal(&quantile, 0, QCDC_ROUND_DEFAULT, &value, NULL) == QCDC_OK && value.coefficient == 0);
    CU_ASSERT(qcdc_quantile_of_figures(far, 2, 1, 3, &quantile, NULL) == QCDC_OK);
    CU_ASSERT(qcdc_quantile_to_decimal(&quantile, 0, QCDC_ROUND_DEFAULT, &value, NULL) == QCDC_STATUS_OVERFLOW);
}

/* A place is 1 and those before; turning the order turns the places; quantiles rise, and lie between the ends. */
static void test_laws(void)
{
    Random dice = random_begin(suite_get_seed());
    for (unsigned long k = suite_get_cases(20000); k > 0; k--) {
        QcdcFigure figures[24];
        uint32_t places[24], turned[24], field;
        size_t count = (size_t)random_between(&dice, 1, 24), ties;
        for (size_t i = 0; i < count; i++)
            figures[i] = random_chance(&dice, 8) ? (QcdcFigure){0} : figure_of(random_between(&dice, -9, 9) * 10, (unsigned)random_below(&dice, 3));
        CU_ASSERT(qcdc_ranking_of_figures(figures, count, QCDC_RANKING_LARGEST_FIRST, places, NULL, &field, NULL) == QCDC_OK);
        CU_ASSERT(qcdc_ranking_of_figures(figures, count, QCDC_RANKING_SMALLEST_FIRST, turned, NULL, NULL, NULL) == QCDC_OK);
        for (size_t i = 0; i < count; i++) {
            uint32_t before = 0;
            ties = 0;
            for (size_t j = 0; j < count; j++) {
                int order = qcdc_decimal_compare(figures[j].value, figures[i].value);
                before += figures[j].state == QCDC_FIGURE_VALUED && order > 0;
                ties += figures[j].state == QCDC_FIGURE_VALUED && order == 0;
            }
            if (figures[i].state == QCDC_FIGURE_VALUED)
                CU_ASSERT(places[i] == before + 1 && places[i] + turned[i] + ties == field + 2);
        }
        QcdcQuantile quantile;
        QcdcDecimal last = {.coefficient = -100}, value = {0};
        for (uint32_t part = 0; part <= 7 && field > 0; part++, last = value) {
            CU_ASSERT(qcdc_quantile_of_figures(figures, count, part, 7, &quantile, NULL) == QCDC_OK);
            CU_ASSERT(qcdc_quantile_to_decimal(&quantile, 5, QCDC_ROUND_DEFAULT, &value, NULL) == QCDC_OK);
            CU_ASSERT(qcdc_decimal_compare(last, value) <= 0);
        }
    }
}

static void test_refusals(void)
{
    const QcdcFigure bad[] = {figure_of(INT64_C(1000000000000000000), 0)}, zero[] = {ratio_of(1, 0, 0)}, powers[] = {ratio_of(1, 2, 2), ratio_of(1, 2, 0)};
    const QcdcFigure none[] = {{.state = QCDC_FIGURE_ABSENT}}, good[] = {figure_of(1, 0)};
    static const uint32_t past[] = {1, 3};
    uint32_t places[2] = {7, 7}, field = 7;
    QcdcQuantile quantile = {.used = 7};
    QcdcDecimal value = {.coefficient = 7};
    QcdcError error = {0};
    CU_ASSERT(qcdc_ranking_of_figures(NULL, 1, QCDC_RANKING_DEFAULT, places, NULL, &field, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_ranking_of_figures(good, 1, QCDC_RANKING_END, places, NULL, &field, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_ranking_of_figures(bad, 1, QCDC_RANKING_DEFAULT, places, NULL, &field, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_ranking_of_figures(zero, 1, QCDC_RANKING_DEFAULT, places, NULL, &field, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_ranking_of_figures(powers, 2, QCDC_RANKING_DEFAULT, places, NULL, &field, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_ranking_split(past, 2, 4, places, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_ranking_split(past, 1, 0, places, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_ranking_split(NULL, 1, 4, places, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_quantile_of_figures(good, 1, 2, 1, &quantile, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_quantile_of_figures(good, 1, 0, 0, &quantile, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_quantile_of_figures(good, 1, 1, 2, NULL, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_quantile_of_figures(none, 1, 1, 2, &quantile, &error) == QCDC_STATUS_NOT_FOUND);
    CU_ASSERT(places[0] == 7 && field == 7 && quantile.used == 7);
    quantile = (QcdcQuantile){0};
    CU_ASSERT(qcdc_quantile_to_decimal(&quantile, 1, QCDC_ROUND_DEFAULT, &value, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_quantile_of_figures(good, 1, 1, 2, &quantile, &error) == QCDC_OK);
    CU_ASSERT(qcdc_quantile_to_decimal(&quantile, 16, QCDC_ROUND_DEFAULT, &value, &error) == QCDC_STATUS_ARGUMENT);
    quantile.low.is_fraction = 1;
    CU_ASSERT(qcdc_quantile_to_decimal(&quantile, 1, QCDC_ROUND_DEFAULT, &value, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(value.coefficient == 7);
}

static const Figures figures = {"code;name;level;parent\np;Tỉnh;0;\na;A;1;p\nb;B;1;p\nc;C;1;p\nd;D;1;p\nd1;D1;2;d\nd2;D2;2;d\n",
                                "code;name;nature;measure;formula\nn;Đơn;flow;đơn;\nok;Đạt;flow;đơn;\nrate;Tỷ lệ;ratio;%;ok / n\n",
                                "unit;indicator;period;value\na;n;2022;6\nb;n;2022;3\nc;n;2022;6\nd1;n;2022;50\na;ok;2022;2\nb;ok;2022;1\nc;ok;2022;6\n"
                                "a;n;2021;6\nb;n;2021;2\n",
                                NULL, NULL, NULL};

static void test_cube(void)
{
    static const QcdcUnitId units[] = {1, 2, 3, 4}, past[] = {99};
    static const uint32_t of_counts[] = {1, 3, 1, 0}, of_rates[] = {2, 2, 1, 0};
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    uint32_t places[4] = {7}, field = 0;
    size_t rows[4];
    QcdcPeriod period = {0};
    CU_ASSERT(qcdc_period_parse("2022", 4, &period, NULL) == QCDC_OK);
    CU_ASSERT(qcdc_cube_rank_units(cube, units, 4, 0, period, QCDC_RANKING_DEFAULT, places, rows, &field, NULL) == QCDC_OK);
    CU_ASSERT(memcmp(places, of_counts, sizeof of_counts) == 0 && field == 3 && rows[0] == 0 && rows[1] == 2 && rows[3] == 3);
    CU_ASSERT(qcdc_cube_rank_units(cube, units, 4, 2, period, QCDC_RANKING_DEFAULT, places, NULL, NULL, NULL) == QCDC_OK);
    CU_ASSERT(memcmp(places, of_rates, sizeof of_rates) == 0);
    CU_ASSERT(qcdc_cube_rank_units(cube, past, 1, 0, period, QCDC_RANKING_DEFAULT, places, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_rank_units(cube, NULL, 1, 0, period, QCDC_RANKING_DEFAULT, places, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_rank_units(NULL, units, 1, 0, period, QCDC_RANKING_DEFAULT, places, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_rank_units(NULL, units, 0, 0, period, QCDC_RANKING_DEFAULT, places, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_rank_units(cube, units, 1, 0, period, QCDC_RANKING_END, places, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    qcdc_cube_unref(cube);
}

static void test_comparison(void)
{
    const FiguresAsk ask = {.unit = "p", .period = "2022", .bases = "same-period", .indicators = "n;ok", .by = QCDC_BY_CHILD};
    QcdcComparison *comparison = figures_compare(&figures, &ask);
    size_t rows[16], count = 0, mixed[] = {0, 1}, past[] = {99};
    uint32_t places[16], field = 0;
    char told[64] = "";
    for (size_t i = 0; i < qcdc_comparison_get_count(comparison); i++) {
        QcdcComparisonRow row;
        CU_ASSERT(qcdc_comparison_read_rows(comparison, i, 1, &row, NULL) == QCDC_OK);
        if (row.indicator == 0 && strcmp(row.unit_code, "p") != 0)
            rows[count++] = i;
    }
    CU_ASSERT(qcdc_comparison_rank_rows(comparison, rows, count, QCDC_RANKING_SMALLEST_FIRST, places, NULL, &field, NULL) == QCDC_OK);
    for (size_t i = 0; i < count; i++)
        snprintf(told + strlen(told), sizeof told - strlen(told), "%u ", places[i]);
    expect_text("places", told, "2 1 2 0 ");
    CU_ASSERT(field == 3);
    CU_ASSERT(qcdc_comparison_rank_rows(comparison, mixed, 2, QCDC_RANKING_DEFAULT, places, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_comparison_rank_rows(comparison, past, 1, QCDC_RANKING_DEFAULT, places, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_comparison_rank_rows(comparison, NULL, 1, QCDC_RANKING_DEFAULT, places, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_comparison_rank_rows(NULL, rows, 1, QCDC_RANKING_DEFAULT, places, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    qcdc_comparison_unref(comparison);
}

static void test_memory(void)
{
    static const QcdcUnitId units[] = {1, 2};
    static const size_t rows[] = {0};
    const QcdcFigure one[] = {figure_of(1, 0)};
    const FiguresAsk ask = {.unit = "p", .period = "2022", .bases = "same-period", .indicators = "n"};
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    QcdcComparison *comparison = figures_compare_cube(cube, &ask);
    QcdcQuantile quantile = {.used = 7};
    QcdcPeriod period = {0};
    uint32_t places[2] = {7, 7};
    CU_ASSERT(qcdc_period_parse("2022", 4, &period, NULL) == QCDC_OK);
    allowed = 0;
    CU_ASSERT(qcdc_ranking_of_figures(one, 1, QCDC_RANKING_DEFAULT, places, NULL, NULL, NULL) == QCDC_STATUS_MEMORY);
    allowed = 0;
    CU_ASSERT(qcdc_quantile_of_figures(one, 1, 1, 2, &quantile, NULL) == QCDC_STATUS_MEMORY);
    for (long turn = 0; turn < 2; turn++) {
        allowed = turn;
        CU_ASSERT(qcdc_cube_rank_units(cube, units, 2, 0, period, QCDC_RANKING_DEFAULT, places, NULL, NULL, NULL) == QCDC_STATUS_MEMORY);
        allowed = turn;
        CU_ASSERT(qcdc_comparison_rank_rows(comparison, rows, 1, QCDC_RANKING_DEFAULT, places, NULL, NULL, NULL) == QCDC_STATUS_MEMORY);
    }
    allowed = -1;
    CU_ASSERT(places[0] == 7 && quantile.used == 7);
    qcdc_comparison_unref(comparison);
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"places are those of R", test_table},
        {"figures are compared exactly", test_exactness},
        {"quantiles are those of R", test_quantiles},
        {"quantiles lie exactly between figures", test_quantiles_exactly},
        {"a place counts those before it", test_laws},
        {"what has no order is refused", test_refusals},
        {"units of a cube have places", test_cube},
        {"rows of a comparison have places", test_comparison},
        {"an end of memory is told", test_memory},
    };
    return SUITE_RUN("ranking", tests, argc, argv);
}
