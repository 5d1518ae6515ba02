/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* trend [ROUNDS]: how often the intervals of slopes and of changes of level hold the true one, how often the test takes chance for a trend, and
 * how long a line takes. Series with normal, heavy-tailed, wild, counted, seasonal and self-following noise. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include <qcdc/trend.h>

enum {
    LONGEST = 120,
    ROUNDS = 1000,
    SERIES = 10000
};

typedef double Noise(gsl_rng *random, size_t at, double before);

static double draw_normal(gsl_rng *random, size_t at, double before)
{
    (void)at, (void)before;
    return gsl_ran_gaussian(random, 1);
}

static double draw_heavy(gsl_rng *random, size_t at, double before)
{
    (void)at, (void)before;
    return gsl_ran_tdist(random, 3);
}

/* Every twentieth value was typed tenfold. */
static double draw_wild(gsl_rng *random, size_t at, double before)
{
    (void)at, (void)before;
    return gsl_ran_gaussian(random, 1) + (gsl_rng_uniform_int(random, 20) == 0 ? 30 : 0);
}

static double draw_skewed(gsl_rng *random, size_t at, double before)
{
    (void)at, (void)before;
    return gsl_ran_exponential(random, 1);
}

static double draw_seasonal(gsl_rng *random, size_t at, double before)
{
    (void)before;
    return 3 * sin((double)(at % 12) * 0.5235987755982988) + gsl_ran_gaussian(random, 1);
}

static double draw_following(gsl_rng *random, size_t at, double before)
{
    (void)at;
    return 0.5 * before + gsl_ran_gaussian(random, 1);
}

static const struct {
    const char *name;
    Noise *noise;
    int is_count; /* of about 3 */
} noises[] = {
    {"normal", draw_normal, 0},
    {"heavy tails (t of 3)", draw_heavy, 0},
    {"5% typed tenfold", draw_wild, 0},
    {"skewed", draw_skewed, 0},
    {"counts of 3", draw_normal, 1},
    {"seasonal", draw_seasonal, 0},
    {"following (0,5)", draw_following, 0},
};

enum {
    NOISES = sizeof noises / sizeof noises[0],
    LINES = 5
};

static const struct {
    const char *name;
    QcdcTrendMethod method;
    uint32_t season;
} lines[LINES] = {
    {"Theil-Sen", QCDC_TREND_THEIL_SEN, 1},
    {"by season", QCDC_TREND_THEIL_SEN, 12},
    {"robust", QCDC_TREND_ROBUST, 1},
    {"by season", QCDC_TREND_ROBUST, 12},
    {"least squares", QCDC_TREND_LEAST_SQUARES, 1},
};

static void draw(size_t noise, gsl_rng *random, size_t count, double slope, double *values)
{
    double before = 0;
    for (size_t i = 0; i < count; i++) {
        before = noises[noise].noise(random, i, before);
        values[i] = noises[noise].is_count ? gsl_ran_poisson(random, 3 + slope * (double)i) : slope * (double)i + before;
    }
}

static void print_part(double part, double all)
{
    if (all > 0)
        printf(" %12.1f%%", 100 * part / all);
    else
        printf(" %13s", "-");
}

/* Counted: intervals that hold the slope, and lines that there are. */
static void print_lines(size_t noise, gsl_rng *random, size_t count, size_t rounds)
{
    double values[LONGEST], slope = 0.05, held[LINES] = {0}, given[LINES] = {0}, alarms[2] = {0}, step[2] = {0}, steps[2] = {0};
    for (size_t round = 0; round < rounds; round++) {
        QcdcLevelChange change;
        draw(noise, random, count, slope, values);
        for (size_t i = 0; i < LINES; i++) {
            QcdcTrendOptions options = {.method = lines[i].method, .season = lines[i].season};
            QcdcTrend trend;
            if (qcdc_trend_fit(NULL, values, count, &options, &trend, NULL) != QCDC_OK)
                continue;
            held[i] += trend.low <= slope && slope <= trend.high;
            given[i]++;
        }
        for (size_t i = count * 2 / 5; i < count; i++)
            values[i] += 4;
        for (size_t i = 0; i < 2; i++) {
            QcdcTrendOptions options = {.season = lines[i].season};
            if (qcdc_trend_find_level_change(NULL, values, count, (double)(count * 2 / 5), &options, &change, NULL) != QCDC_OK)
                continue;
            step[i] += change.low <= 4 && 4 <= change.high;
            steps[i]++;
        }
        draw(noise, random, count, 0, values);
        for (size_t i = 0; i < 2; i++) {
            QcdcTrendOptions options = {.season = lines[i].season};
            QcdcTrendTest test;
            qcdc_trend_test(NULL, values, count, &options, &test, NULL);
            alarms[i] += test.chance <= 0.05;
        }
    }
    printf("%-22s %6zu", noises[noise].name, count);
    for (size_t i = 0; i < LINES; i++)
        print_part(held[i], given[i]);
    for (size_t i = 0; i < 2; i++)
        print_part(step[i], steps[i]);
    for (size_t i = 0; i < 2; i++)
        print_part(alarms[i], (double)rounds);
    printf("\n");
}

static double get_seconds(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void print_time(gsl_rng *random, size_t count, size_t series, QcdcTrendMethod method)
{
    double *values = calloc(count, sizeof *values), start = get_seconds();
    for (size_t i = 0; values != NULL && i < series; i++) {
        QcdcTrendOptions options = {.method = method};
        QcdcTrend trend;
        for (size_t k = 0; k < count; k++)
            values[k] = gsl_ran_gaussian(random, 1);
        qcdc_trend_fit(NULL, values, count, &options, &trend, NULL);
    }
    printf("%zu series of %zu, method %d: %.3f s\n", series, count, (int)method, get_seconds() - start);
    free(values);
}

int main(int argc, char **argv)
{
    static const size_t counts[] = {5, 8, 12, 24, 60, 120};
    size_t rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : ROUNDS;
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    if (random == NULL)
        return 1;
    printf("%-22s %6s", "noise; 95% intervals", "values");
    for (size_t i = 0; i < LINES; i++)
        printf(" %13s", lines[i].name);
    printf(" %13s %13s %13s %13s\n", "step", "by season", "alarms", "by season");
    for (size_t noise = 0; noise < NOISES; noise++)
        for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
            print_lines(noise, random, counts[i], rounds);
    print_time(random, 24, SERIES, QCDC_TREND_THEIL_SEN);
    print_time(random, 24, SERIES, QCDC_TREND_ROBUST);
    print_time(random, QCDC_TREND_MAX_VALUES, 1, QCDC_TREND_THEIL_SEN);
    gsl_rng_free(random);
    return 0;
}
