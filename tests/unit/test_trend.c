/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/trend.h>

#include <gsl/gsl_errno.h>

#include "stats-table.h"
#include "suite.h"

enum {
    SERIES = 18,
    LONGEST = 128
};

static double all_times[SERIES][LONGEST], all_values[SERIES][LONGEST];
static size_t all_counts[SERIES];

/* The series that the tables name. */
static void read_series(void)
{
    const StatsTable *table = stats_table_read("trend-series");
    memset(all_counts, 0, sizeof all_counts);
    for (size_t row = 0; row < table->row_count; row++) {
        size_t number = (size_t)stats_table_get(table, row, "series"), place = all_counts[number]++;
        all_times[number][place] = stats_table_get(table, row, "x");
        all_values[number][place] = stats_table_get(table, row, "y");
    }
}

static QcdcStatus fit(size_t series, QcdcTrendMethod method, double level, QcdcTrend *trend)
{
    QcdcTrendOptions options = {.size = sizeof options, .method = method, .level = level};
    return qcdc_trend_fit(all_times[series], all_values[series], all_counts[series], &options, trend, NULL);
}

static void test_kendall(void)
{
    read_series();
    const StatsTable *table = stats_table_read("kendall");
    for (size_t row = 0; row < table->row_count; row++) {
        size_t series = (size_t)stats_table_get(table, row, "series");
        QcdcTrendTest test = {0};
        CU_ASSERT(qcdc_trend_test(all_times[series], all_values[series], all_counts[series], NULL, &test, NULL) == QCDC_OK);
        stats_table_expect(table, row, "score", test.score, 0);
        stats_table_expect(table, row, "variance", test.variance, 1e-12);
        stats_table_expect(table, row, "tau", test.tau, 1e-12);
        stats_table_expect(table, row, "chance", test.chance, 1e-9);
        stats_table_expect(table, row, "exact", test.is_exact, 0);
        CU_ASSERT(test.used == all_counts[series] && test.level == 0.95);
    }
}

static void expect_line(const char *name, const QcdcTrendMethod method)
{
    read_series();
    const StatsTable *table = stats_table_read(name);
    for (size_t row = 0; row < table->row_count; row++) {
        QcdcTrend trend = {0};
        CU_ASSERT(fit((size_t)stats_table_get(table, row, "series"), method, stats_table_get(table, row, "level"), &trend) == QCDC_OK);
        stats_table_expect(table, row, "slope", trend.slope, 1e-12);
        stats_table_expect(table, row, "intercept", trend.intercept, 1e-10);
        stats_table_expect(table, row, "low", trend.low, 1e-12);
        stats_table_expect(table, row, "high", trend.high, 1e-12);
        CU_ASSERT(trend.method == QCDC_TREND_THEIL_SEN && isnan(trend.slope_error) && isnan(trend.fit));
    }
}

static void test_theil_sen(void)
{
    expect_line("sen", QCDC_TREND_DEFAULT);
    expect_line("theil-slopes", QCDC_TREND_THEIL_SEN);
}

static void test_robust(void)
{
    read_series();
    const StatsTable *table = stats_table_read("robust");
    for (size_t row = 0; row < table->row_count; row++) {
        QcdcTrend trend = {0};
        CU_ASSERT(fit((size_t)stats_table_get(table, row, "series"), QCDC_TREND_ROBUST, 0, &trend) == QCDC_OK);
        stats_table_expect(table, row, "slope", trend.slope, 3e-5);
        stats_table_expect(table, row, "intercept", trend.intercept, 3e-5);
        stats_table_expect(table, row, "slope_error", trend.slope_error, 1e-5);
        stats_table_expect(table, row, "intercept_error", trend.intercept_error, 1e-5);
        stats_table_expect(table, row, "sigma", trend.spread, 1e-5);
    }
}

static void test_levels(void)
{
    read_series();
    const StatsTable *table = stats_table_read("level");
    for (size_t row = 0; row < table->row_count; row++) {
        size_t series = (size_t)stats_table_get(table, row, "series");
        QcdcLevelChange change = {0};
        CU_ASSERT(qcdc_trend_find_level_change(all_times[series], all_values[series], all_counts[series], stats_table_get(table, row, "at"), NULL, &change,
                                               NULL) == QCDC_OK);
        stats_table_expect(table, row, "change", change.change, 3e-5);
        stats_table_expect(table, row, "error", change.error, 1e-5);
        stats_table_expect(table, row, "before", change.before, 1e-6);
        stats_table_expect(table, row, "slope", change.slope, 3e-5);
        stats_table_expect(table, row, "slope_error", change.slope_error, 1e-5);
        stats_table_expect(table, row, "sigma", change.spread, 1e-5);
        CU_ASSERT(change.used_before + change.used_after == all_counts[series]);
    }
}

/* NIST StRD, linear regression: Norris (lower difficulty), NoInt1 and NoInt2 (average): data and certified values, which are in the public
 * domain, of www.itl.nist.gov/div898/strd/lls/lls.shtml. The other sets are no lines. */
typedef struct Certified {
    const char *name;
    size_t count;
    double times[36], values[36];
    QcdcTrendMethod method;
    double intercept, intercept_error, slope, slope_error, spread, fit;
} Certified;

static const Certified certified[] = {
    {"Norris",
     36,
     {0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4, 0.6, 775.5, 666.9, 338.0, 447.5, 11.6,
      556.0, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2, 999.0, 779.0, 11.1, 118.3, 229.2, 669.1, 448.9, 0.5},
     {0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8, 339.3, 448.9, 10.8,
      557.7, 228.3, 998.0, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888.0, 998.5, 778.9, 10.2, 117.6, 228.9, 668.4, 449.2, 0.2},
     QCDC_TREND_LEAST_SQUARES,
     -0.262323073774029, 0.232818234301152, 1.00211681802045, 0.429796848199937e-3, 0.884796396144373, 0.999993745883712},
    {"NoInt1",
     11,
     {60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70},
     {130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140},
     QCDC_TREND_LEAST_SQUARES_FROM_ZERO,
     0, NAN, 2.07438016528926, 0.165289256198347e-1, 3.56753034006338, 0.999365492298663},
    {"NoInt2",
     3,
     {4, 5, 6},
     {3, 4, 4},
     QCDC_TREND_LEAST_SQUARES_FROM_ZERO,
     0, NAN, 0.727272727272727, 0.420827318078432e-1, 0.369274472937998, 0.993348115299335},
};

static void expect_certified(const char *name, double number, double wanted)
{
    char told[120];
    snprintf(told, sizeof told, "%.15g instead of %.15g", number, wanted);
    expect(stats_is_near(number, wanted, 1e-12), name, told);
}

static void test_certified(void)
{
    for (size_t i = 0; i < sizeof certified / sizeof certified[0]; i++) {
        const Certified *set = &certified[i];
        QcdcTrendOptions options = {.method = set->method};
        QcdcTrend trend = {0};
        CU_ASSERT(qcdc_trend_fit(set->times, set->values, set->count, &options, &trend, NULL) == QCDC_OK);
        expect_certified(set->name, trend.intercept, set->intercept);
        expect_certified(set->name, trend.intercept_error, set->intercept_error);
        expect_certified(set->name, trend.slope, set->slope);
        expect_certified(set->name, trend.slope_error, set->slope_error);
        expect_certified(set->name, trend.spread, set->spread);
        expect_certified(set->name, trend.fit, set->fit);
    }
}

static const QcdcTrendMethod methods[] = {QCDC_TREND_THEIL_SEN, QCDC_TREND_ROBUST, QCDC_TREND_LEAST_SQUARES};

static bool is_close(double one, double other, double scale)
{
    return one == other || fabs(one - other) <= 1e-6 * scale;
}

/* A series moved, stretched, turned over and mixed is moved, stretched and turned over. */
static void test_laws(void)
{
    read_series();
    for (size_t series = 5; series < SERIES; series++)
        for (size_t m = 0; m < 3; m++) {
            double times[2 * LONGEST], values[2 * LONGEST];
            size_t count = all_counts[series];
            QcdcTrend trend, other;
            QcdcTrendOptions options = {.method = methods[m]};
            if (fit(series, methods[m], 0, &trend) != QCDC_OK)
                continue;
            for (size_t i = 0; i < count; i++) {
                size_t from = (i * 101 + 3) % count; /* 101 is prime to all of them */
                times[2 * i] = 4 * all_times[series][from] + 16;
                values[2 * i] = -8 * all_values[series][from] + 32;
                times[2 * i + 1] = i % 2 == 0 ? NAN : 7;
                values[2 * i + 1] = i % 2 == 0 ? 7 : NAN;
            }
            CU_ASSERT(qcdc_trend_fit(times, values, 2 * count, &options, &other, NULL) == QCDC_OK);
            double scale = fmax(fabs(trend.slope), trend.slope_error > 0 ? trend.slope_error : 0);
            CU_ASSERT(other.used == count && is_close(other.slope, -2 * trend.slope, scale));
            CU_ASSERT(is_close(other.low, -2 * trend.high, scale) && is_close(other.high, -2 * trend.low, scale));
            CU_ASSERT(is_close(other.intercept, -8 * trend.intercept + 32 + 2 * trend.slope * 16, 100 * scale + fabs(other.intercept)));
            CU_ASSERT(other.low <= other.slope && other.slope <= other.high);
        }
}

/* Without equal values the bounds leave 0 out exactly when the test is beyond chance. */
static void test_bounds_and_test(void)
{
    double values[40];
    uint32_t state = 17;
    for (size_t round = 0; round < 2000; round++) {
        size_t count = 3 + round % 38;
        double drift = (double)(round % 5) * 0.02;
        QcdcTrendOptions options = {.level = round % 2 == 0 ? 0.95 : 0.8};
        QcdcTrendTest test;
        QcdcTrend trend;
        for (size_t i = 0; i < count; i++) {
            state = state * 1664525u + 1013904223u;
            values[i] = (double)(state >> 8) / (1 << 24) + drift * (double)i;
        }
        CU_ASSERT(qcdc_trend_fit(NULL, values, count, &options, &trend, NULL) == QCDC_OK);
        CU_ASSERT(qcdc_trend_test(NULL, values, count, &options, &test, NULL) == QCDC_OK);
        CU_ASSERT((trend.low > 0 || trend.high < 0) == (test.chance <= 1 - options.level));
    }
}

/* A value of a season is held against the same season alone: what each season adds changes nothing. */
static void test_seasons(void)
{
    double values[36], plain[36];
    QcdcTrendOptions options = {.season = 12};
    QcdcTrend trend, other;
    QcdcTrendTest test, other_test;
    for (size_t i = 0; i < 36; i++) {
        plain[i] = 0.5 * (double)i + (double)(i * 7 % 5);
        values[i] = plain[i] + 40.0 * (double)(i % 12 * 5 % 12);
    }
    CU_ASSERT(qcdc_trend_fit(NULL, plain, 36, &options, &trend, NULL) == QCDC_OK && qcdc_trend_fit(NULL, values, 36, &options, &other, NULL) == QCDC_OK);
    CU_ASSERT(is_close(trend.slope, other.slope, 1) && is_close(trend.low, other.low, 1) && is_close(trend.high, other.high, 1));
    CU_ASSERT(fabs(trend.slope - 0.5) < 0.2);
    CU_ASSERT(qcdc_trend_test(NULL, plain, 36, &options, &test, NULL) == QCDC_OK && qcdc_trend_test(NULL, values, 36, &options, &other_test, NULL) == QCDC_OK);
    CU_ASSERT(test.score == other_test.score && test.chance == other_test.chance && !test.is_exact);
    CU_ASSERT(is_close(test.variance, 12 * 3 * 2 * 11 / 18.0, 1)); /* of twelve times three values */
    CU_ASSERT(qcdc_trend_fit(NULL, values, 12, &options, &trend, NULL) == QCDC_STATUS_REFUSED);
}

static void test_plain_series(void)
{
    static const double constant[] = {7, 7, 7, 7, 7}, line[] = {1, 3, 5, 7, 9, 11}, same_time[] = {2, 2, 2};
    for (size_t m = 0; m < 3; m++) {
        QcdcTrendOptions options = {.method = methods[m]};
        QcdcTrend trend;
        CU_ASSERT(qcdc_trend_fit(NULL, constant, 5, &options, &trend, NULL) == QCDC_OK);
        CU_ASSERT(trend.slope == 0 && trend.intercept == 7 && trend.low == 0 && trend.high == 0 && trend.spread == 0);
        CU_ASSERT(qcdc_trend_fit(NULL, line, 6, &options, &trend, NULL) == QCDC_OK);
        CU_ASSERT(is_close(trend.slope, 2, 1e-6) && is_close(trend.intercept, 1, 1e-6) && is_close(trend.low, 2, 1) && is_close(trend.high, 2, 1));
        CU_ASSERT(qcdc_trend_fit(same_time, constant, 3, &options, &trend, NULL) == QCDC_STATUS_REFUSED);
        CU_ASSERT(qcdc_trend_fit(NULL, line, 1, &options, &trend, NULL) == QCDC_STATUS_REFUSED);
        CU_ASSERT(qcdc_trend_fit(NULL, NULL, 0, &options, &trend, NULL) == QCDC_STATUS_REFUSED);
        CU_ASSERT(qcdc_trend_fit(NULL, line, 2, &options, &trend, NULL) == (m == 1 ? QCDC_STATUS_REFUSED : QCDC_OK));
        CU_ASSERT(m == 1 || (trend.slope == 2 && trend.low == -HUGE_VAL && trend.high == HUGE_VAL));
    }
    QcdcTrendTest test;
    CU_ASSERT(qcdc_trend_test(NULL, constant, 5, NULL, &test, NULL) == QCDC_OK && test.chance == 1 && isnan(test.tau) && test.variance == 0);
    CU_ASSERT(qcdc_trend_test(NULL, constant, 1, NULL, &test, NULL) == QCDC_STATUS_REFUSED);
    for (size_t count = 2; count <= 6; count++)
        CU_ASSERT(qcdc_trend_test(NULL, line, count, NULL, &test, NULL) == QCDC_OK && test.tau == 1);
}

/* One value typed tenfold does not turn the robust lines, and turns the plain one. */
static void test_wild_value(void)
{
    double values[24];
    QcdcTrend sen, robust, plain;
    QcdcTrendOptions of_robust = {.method = QCDC_TREND_ROBUST}, of_plain = {.method = QCDC_TREND_LEAST_SQUARES};
    for (size_t i = 0; i < 24; i++)
        values[i] = 100 + 2 * (double)i + (double)(i * 5 % 7) - 3;
    values[22] *= 10;
    CU_ASSERT(qcdc_trend_fit(NULL, values, 24, NULL, &sen, NULL) == QCDC_OK && qcdc_trend_fit(NULL, values, 24, &of_robust, &robust, NULL) == QCDC_OK);
    CU_ASSERT(qcdc_trend_fit(NULL, values, 24, &of_plain, &plain, NULL) == QCDC_OK);
    CU_ASSERT(fabs(sen.slope - 2) < 0.2 && fabs(robust.slope - 2) < 0.2 && plain.slope > 10);
}

static int heard;

static void hear(const char *reason, const char *file, int line, int code)
{
    (void)reason, (void)file, (void)line, (void)code;
    heard++;
}

/* Whatever numbers come, there is an answer or a refusal, and the host's handler hears of nothing. */
static void test_far_numbers(void)
{
    static const double numbers[] = {0, 5e-324, -1e-100, 1, 1e100, -1e100, 3, NAN};
    enum { NUMBERS = sizeof numbers / sizeof numbers[0] };
    gsl_error_handler_t *was = gsl_set_error_handler(hear);
    heard = 0;
    for (unsigned round = 0; round < 3000; round++) {
        double times[9], values[9];
        for (unsigned i = 0; i < 9; i++) {
            times[i] = numbers[(round * 31 + i * i * 7 + i) % NUMBERS];
            values[i] = numbers[(round / 8 * 13 + i * 5 + i * i * i) % NUMBERS];
        }
        QcdcTrendOptions options = {.method = (QcdcTrendMethod)(round % QCDC_TREND_END), .level = 0.999};
        QcdcTrend trend = {.slope = 7};
        QcdcLevelChange change = {0};
        QcdcStatus status = qcdc_trend_fit(times, values, round % 10, &options, &trend, NULL);
        CU_ASSERT(status == QCDC_OK ? isfinite(trend.slope) && isfinite(trend.intercept) : trend.slope == 7);
        CU_ASSERT(status == QCDC_OK || status == QCDC_STATUS_REFUSED || status == QCDC_STATUS_ARGUMENT);
        qcdc_trend_find_level_change(times, values, round % 10, 1, &options, &change, NULL);
        CU_ASSERT(isfinite(change.change));
    }
    CU_ASSERT(heard == 0 && gsl_set_error_handler(was) == hear);
}

static void test_refusals(void)
{
    static const double values[] = {1, 2, HUGE_VAL, 4}, times[] = {0, 1, 2, 1e101}, six[] = {1, 2, 3, 4, 5, 6}, one_time[] = {0, 0, 0, 1, 1, 1};
    QcdcTrendOptions no_method = {.method = QCDC_TREND_END}, no_level = {.level = 1}, no_season = {.season = 1001};
    QcdcTrend trend = {.slope = 7};
    QcdcTrendTest test = {.score = 7};
    QcdcLevelChange change = {.change = 7};
    CU_ASSERT(qcdc_trend_fit(NULL, values, 4, NULL, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_trend_fit(times, six, 4, NULL, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_trend_fit(NULL, NULL, 4, NULL, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_trend_fit(NULL, six, 4, &no_method, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_trend_fit(NULL, six, 4, &no_level, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_trend_fit(NULL, six, 4, &no_season, &trend, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_trend_fit(NULL, six, 4, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_trend_fit(NULL, six, QCDC_TREND_MAX_VALUES + 1, NULL, &trend, NULL) == QCDC_STATUS_MEMORY);
    CU_ASSERT(qcdc_trend_test(NULL, values, 4, NULL, &test, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_trend_test(NULL, six, 4, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_trend_find_level_change(NULL, six, 6, NAN, NULL, &change, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_trend_find_level_change(NULL, six, 6, 3, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_trend_find_level_change(NULL, six, 6, 4, NULL, &change, NULL) == QCDC_STATUS_REFUSED);
    CU_ASSERT(qcdc_trend_find_level_change(NULL, six, 6, 2, NULL, &change, NULL) == QCDC_STATUS_REFUSED);
    CU_ASSERT(qcdc_trend_find_level_change(one_time, six, 6, 1, NULL, &change, NULL) == QCDC_STATUS_REFUSED);
    CU_ASSERT(trend.slope == 7 && test.score == 7 && change.change == 7);
}

static void test_level_change(void)
{
    double values[30];
    QcdcLevelChange change;
    for (size_t i = 0; i < 30; i++)
        values[i] = 50 + (double)i + (i >= 18 ? 25 : 0) + (double)(i * 3 % 5) / 10;
    values[5] = NAN;
    values[20] = 9999;
    CU_ASSERT(qcdc_trend_find_level_change(NULL, values, 30, 18, NULL, &change, NULL) == QCDC_OK);
    CU_ASSERT(change.used_before == 17 && change.used_after == 12 && change.level == 0.95);
    CU_ASSERT(change.low < 25 && change.high > 25 && fabs(change.change - 25) < 0.5 && fabs(change.slope - 1) < 0.1 && fabs(change.before - 68) < 0.5);
}

/* One value everywhere has no change, not one of a last digit. */
static void test_constant_level(void)
{
    static const double values[] = {3, 3, 3, 3, 3, 3, 3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    QcdcLevelChange change;
    for (size_t start = 0; start < 14; start += 7) {
        CU_ASSERT(qcdc_trend_find_level_change(NULL, values + start, 7, 3, NULL, &change, NULL) == QCDC_OK);
        CU_ASSERT(change.change == 0 && change.low == 0 && change.high == 0 && change.error == 0 && change.before == values[start] && change.slope == 0);
        CU_ASSERT(change.slope_error == 0 && change.spread == 0 && change.used_before == 3 && change.used_after == 4 && change.level == 0.95);
    }
}

/* More than half of the values lie on one line: its scatter is that of all. */
static void test_mostly_one_value(void)
{
    static const double values[] = {0, 0, 0, 4, 0, 0, 0, 0, 1, 0, 0, 0};
    QcdcTrendOptions robust = {.method = QCDC_TREND_ROBUST}, plain = {.method = QCDC_TREND_LEAST_SQUARES};
    QcdcTrend trend, other;
    QcdcLevelChange change;
    CU_ASSERT(qcdc_trend_fit(NULL, values, 12, &robust, &trend, NULL) == QCDC_OK && qcdc_trend_fit(NULL, values, 12, &plain, &other, NULL) == QCDC_OK);
    CU_ASSERT(fabs(trend.slope) < 1e-6 && is_close(trend.slope_error, other.slope_error, 1) && is_close(trend.spread, other.spread, 1));
    CU_ASSERT(qcdc_trend_find_level_change(NULL, values, 12, 6, NULL, &change, NULL) == QCDC_OK && fabs(change.change) < 1e-6 && change.error > 0.1);
    double seasonal[36];
    for (size_t i = 0; i < 36; i++)
        seasonal[i] = (double)(i % 12) + (i == 30 ? 5 : 0); /* exact but for one */
    robust.season = 12;
    CU_ASSERT(qcdc_trend_fit(NULL, seasonal, 36, &robust, &trend, NULL) == QCDC_OK && trend.slope_error > 0.001 && trend.low < 0 && trend.high > 0);
    CU_ASSERT(qcdc_trend_find_level_change(NULL, values + 9, 3, 1, NULL, &change, NULL) == QCDC_STATUS_REFUSED);
}

/* A robust line and a step have the seasons taken out, and are refused where they look like one another. */
static void test_robust_seasons(void)
{
    double values[48], seasons[12], all = 0;
    QcdcTrendOptions options = {.method = QCDC_TREND_ROBUST, .season = 12};
    QcdcTrend trend;
    QcdcLevelChange change, moved;
    for (size_t i = 0; i < 12; i++)
        all += seasons[i] = (double)(i * i % 7) * 9;
    for (size_t i = 0; i < 48; i++)
        values[i] = 200 + 0.5 * (double)i + seasons[i % 12] - all / 12 + (double)(i * 11 % 13) / 20;
    values[30] = 9000;
    CU_ASSERT(qcdc_trend_fit(NULL, values, 48, &options, &trend, NULL) == QCDC_OK);
    CU_ASSERT(fabs(trend.slope - 0.5) < 0.02 && trend.low < 0.5 && trend.high > 0.5 && fabs(trend.intercept - 200.3) < 0.5 && trend.spread < 0.5);
    for (size_t i = 20; i < 48; i++)
        values[i] += 15;
    CU_ASSERT(qcdc_trend_find_level_change(NULL, values, 48, 20, &options, &change, NULL) == QCDC_OK);
    CU_ASSERT(fabs(change.change - 15) < 0.5 && change.low < 15 && change.high > 15 && fabs(change.before - 210.3) < 0.5 && change.used_before == 20);
    for (size_t i = 0; i < 48; i++)
        values[i] += 100 * (double)(i % 12 * 5 % 12); /* other seasons, the same on average of a year but for their level */
    CU_ASSERT(qcdc_trend_find_level_change(NULL, values, 48, 20, &options, &moved, NULL) == QCDC_OK);
    CU_ASSERT(is_close(moved.change, change.change, 10) && is_close(moved.error, change.error, 10) && is_close(moved.before, change.before + 550, 1000));
    CU_ASSERT(qcdc_trend_find_level_change(NULL, values, 24, 12, &options, &change, NULL) == QCDC_STATUS_REFUSED);
    CU_ASSERT(qcdc_trend_find_level_change(NULL, values, 24, 6, &options, &change, NULL) == QCDC_OK);
    CU_ASSERT(qcdc_trend_fit(NULL, values, 14, &options, &trend, NULL) == QCDC_STATUS_REFUSED);
}

static void expect_words(size_t length, const char *buffer, const char *wanted)
{
    expect_text("words", buffer, wanted);
    CU_ASSERT(length == strlen(wanted));
}

static void test_words(void)
{
    char buffer[400];
    QcdcTrend trend = {.slope = 3.214, .low = -1.1, .high = 1234.6, .level = 0.95, .used = 24, .method = QCDC_TREND_THEIL_SEN};
    QcdcTrendTest test = {.chance = 0.5321, .tau = -0.104, .level = 0.95, .used = 24};
    QcdcLevelChange change = {.change = -12.34, .low = -20, .high = -4.6, .level = 0.9, .used_before = 12, .used_after = 10};
    expect_words(qcdc_trend_explain(&trend, QCDC_LANGUAGE_VI, buffer, sizeof buffer), buffer,
                 "Xu hướng chung: mỗi kỳ tăng 3,21 (khoảng tin cậy 95%: -1,10 đến 1.235), theo 24 giá trị; ước tính tham khảo.");
    trend.slope = -0.05, trend.high = HUGE_VAL;
    expect_words(qcdc_trend_explain(&trend, QCDC_LANGUAGE_EN, buffer, sizeof buffer), buffer,
                 "Overall trend: down 0.0500 a period (too few values for a confidence interval), by 24 values; for reference only.");
    trend.slope = 0;
    expect_words(qcdc_trend_explain(&trend, QCDC_LANGUAGE_VI, buffer, sizeof buffer), buffer,
                 "Xu hướng chung: mỗi kỳ không đổi (chưa đủ giá trị để có khoảng tin cậy), theo 24 giá trị; ước tính tham khảo.");
    expect_words(qcdc_trend_test_explain(&test, QCDC_LANGUAGE_VI, buffer, sizeof buffer), buffer,
                 "Xu hướng này có thể chỉ do dao động ngẫu nhiên (p = 0,532; tau = -0,10); ước tính tham khảo.");
    test.chance = 1e-7, test.tau = 0.9;
    expect_words(qcdc_trend_test_explain(&test, QCDC_LANGUAGE_EN, buffer, sizeof buffer), buffer,
                 "The trend is beyond what chance alone commonly makes (p < 0.001; tau = 0.90); for reference only.");
    expect_words(qcdc_level_change_explain(&change, QCDC_LANGUAGE_VI, buffer, sizeof buffer), buffer,
                 "Từ mốc thay đổi, mức chung giảm 12,3 (khoảng tin cậy 90%: -20,0 đến -4,60), theo 12 giá trị trước và 10 giá trị sau; ước tính tham khảo.");
    expect_words(qcdc_trend_explain(NULL, QCDC_LANGUAGE_VI, buffer, sizeof buffer), buffer, "");
    expect_words(qcdc_trend_test_explain(NULL, QCDC_LANGUAGE_VI, buffer, sizeof buffer), buffer, "");
    expect_words(qcdc_level_change_explain(NULL, QCDC_LANGUAGE_EN, buffer, sizeof buffer), buffer, "");
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"scores, ties and chances are those of R", test_kendall},
        {"slopes of pairs and their bounds are those of R and SciPy", test_theil_sen},
        {"robust lines and errors are those of the papers", test_robust},
        {"changes of level are those of the papers", test_levels},
        {"plain lines have the certified values of NIST", test_certified},
        {"a series moved, stretched and mixed has its line moved and stretched", test_laws},
        {"bounds and test do not contradict one another", test_bounds_and_test},
        {"a season is held against itself", test_seasons},
        {"constant, short and straight series have their lines", test_plain_series},
        {"a wild value does not turn a robust line", test_wild_value},
        {"mostly one value has the scatter of all", test_mostly_one_value},
        {"far numbers have an answer or a refusal", test_far_numbers},
        {"a level moves at a known break", test_level_change},
        {"a level that never moved has no change", test_constant_level},
        {"robust lines and steps have their seasons", test_robust_seasons},
        {"what is no series is refused", test_refusals},
        {"a line tells people", test_words},
    };
    return SUITE_RUN("trend", tests, argc, argv);
}
