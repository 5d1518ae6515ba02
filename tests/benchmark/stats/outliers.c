/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* How well qcdc_cube_find_outliers() finds typing errors, and what it finds that is none: simulated counts of 10 600 communes under 34 provinces.
 *     outliers [SEEDS [FIRST_SEED [GENERATOR]]]
 * Each series has a level of its own (lognormal, median 8: most are small), a season, and a trend; 100 cells of 20 and more are then
 * multiplied by ten, and in a second run 100 such cells lose their last digit. Prints, for each generator: the least and the mean of the
 * first that were found, the mean of those that were found by who knew the mean and the shape that each was drawn by, with the same threshold
 * (known: no way can find more), how often the hint was right, the mean of the second that were found, the most and the mean of false
 * findings in 1000 clean cells, the share of cells that were judged, the least seconds by one thread and by two, and whether the bounds of
 * issue 7 hold: 95 of 100 on average, below 1 in 1000 always. The thresholds were chosen by seed 1: others are to be measured by, and the
 * first is 101 unless told. A program, not a test. */

#define _POSIX_C_SOURCE 200809L
#include <qcdc/qcdc-stats.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <gsl/gsl_math.h>
#include <gsl/gsl_randist.h>

enum { PROVINCES = 34, COMMUNES = 10600, MOST_MONTHS = 60, ERRORS = 100, LEAST = 20, FIRST_YEAR = 2024, THRESHOLD = 4 };

typedef struct Generator {
    const char *name;
    size_t months;
    double shape;      /* of the negative binomial; 0 is Poisson */
    double season;     /* half the range of the shared season, as a logarithm */
    double own_season; /* the same of a season of the unit's own, with a month of its own */
    double peak;       /* how many times as much every December is */
    double sparse;     /* share of units of whose months 70 % are 0 */
    double shock;      /* share of a province's months in which all its communes have four times as much */
    double shift;      /* share of units whose level changes once, by 3 or a third */
    double walk;       /* standard deviation of a month's step of a level, as a logarithm */
    double trend;      /* the same of a year's */
    double occasion;   /* share of cells in which there is really 2 to 5 times as much */
} Generator;

static const Generator generators[] = {
    {"Poisson", 24, 0, 0.3, 0, 1, 0, 0, 0, 0, 0.1, 0},
    {"negative binomial, shape 5", 24, 5, 0.3, 0, 1, 0, 0, 0, 0, 0.1, 0},
    {"negative binomial, shape 2", 24, 2, 0.3, 0, 1, 0, 0, 0, 0, 0.1, 0},
    {"shapes 3, 10, 50 mixed", 24, -1, 0.4, 0.2, 1, 0, 0, 0, 0, 0.15, 0},
    {"strong season", 24, 10, 1.0, 0, 1, 0, 0, 0, 0, 0.1, 0},
    {"strong season, December x 4", 24, 10, 0.6, 0, 4, 0, 0, 0, 0, 0.1, 0},
    {"season of each unit's own", 24, 10, 0, 1.0, 1, 0, 0, 0, 0, 0.1, 0},
    {"30 % of units mostly 0", 24, 8, 0.3, 0, 1, 0.3, 0, 0, 0, 0.1, 0},
    {"provinces jump together", 24, 10, 0.3, 0, 1, 0, 0.05, 0, 0, 0.1, 0},
    {"levels shift and wander", 24, 10, 0.3, 0, 1, 0, 0, 0.1, 0.08, 0.2, 0},
    {"all of it together", 24, -1, 0.5, 0.3, 1.5, 0.1, 0.02, 0.05, 0.05, 0.15, 0},
    {"the same, 1 % really 2 - 5 x", 24, -1, 0.5, 0.3, 1.5, 0.1, 0.02, 0.05, 0.05, 0.15, 0.01},
    {"13 months, season", 13, 10, 0.5, 0, 1, 0, 0, 0, 0, 0.1, 0},
    {"13 months, strong season", 13, 10, 1.0, 0, 4, 0, 0, 0, 0, 0.1, 0},
    {"13 months, season of its own", 13, 10, 0, 0.8, 1, 0, 0, 0, 0, 0.1, 0},
    {"60 months, all together", 60, -1, 0.5, 0.3, 1.5, 0.1, 0.02, 0.05, 0.05, 0.15, 0},
};

enum { GENERATORS = sizeof generators / sizeof generators[0] };

static int64_t values[COMMUNES][MOST_MONTHS];
static double means[COMMUNES][MOST_MONTHS], shapes[COMMUNES];
static unsigned char is_planted[COMMUNES][MOST_MONTHS];

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void stop_with(const QcdcError *error)
{
    fprintf(stderr, "%s\n", error->text);
    exit(2);
}

/* Series */

static double get_shape(gsl_rng *random, const Generator *generator)
{
    static const double mixed[] = {3, 10, 50};
    return generator->shape < 0 ? mixed[gsl_rng_uniform_int(random, 3)] : generator->shape;
}

static void draw_unit(gsl_rng *random, const Generator *generator, size_t unit, const double *shocks)
{
    double level = log(8) + gsl_ran_gaussian(random, 1.3), shape = get_shape(random, generator), phase = 2 * M_PI * gsl_rng_uniform(random);
    double trend = gsl_ran_gaussian(random, generator->trend) / 12;
    shapes[unit] = shape;
    int is_sparse = gsl_rng_uniform(random) < generator->sparse;
    size_t shift = gsl_rng_uniform(random) < generator->shift ? gsl_rng_uniform_int(random, generator->months) : generator->months;
    double by = gsl_rng_uniform(random) < 0.5 ? log(3) : -log(3);
    for (size_t month = 0; month < generator->months; month++) {
        double angle = 2 * M_PI * (double)(month % 12) / 12;
        level += trend + gsl_ran_gaussian(random, generator->walk) + (month == shift ? by : 0);
        double mean = exp(level + generator->season * sin(angle) + generator->own_season * sin(angle + phase)) * shocks[month];
        mean *= month % 12 == 11 ? generator->peak : 1;
        mean *= gsl_rng_uniform(random) < generator->occasion ? 2 + 3 * gsl_rng_uniform(random) : 1;
        means[unit][month] = fmin(mean, 1e8);
        if (shape > 0)
            mean = gsl_ran_gamma(random, shape, mean / shape);
        values[unit][month] = is_sparse && gsl_rng_uniform(random) < 0.7 ? 0 : (int64_t)gsl_ran_poisson(random, fmin(mean, 1e8));
    }
}

static void draw(gsl_rng *random, const Generator *generator)
{
    double shocks[PROVINCES][MOST_MONTHS];
    for (size_t province = 0; province < PROVINCES; province++)
        for (size_t month = 0; month < generator->months; month++)
            shocks[province][month] = gsl_rng_uniform(random) < generator->shock ? 4 : 1;
    for (size_t unit = 0; unit < COMMUNES; unit++)
        draw_unit(random, generator, unit, shocks[unit % PROVINCES]);
}

static void plant(gsl_rng *random, size_t months, int is_tenfold)
{
    memset(is_planted, 0, sizeof is_planted);
    for (size_t planted = 0; planted < ERRORS;) {
        size_t unit = gsl_rng_uniform_int(random, COMMUNES), month = gsl_rng_uniform_int(random, months);
        if (values[unit][month] < LEAST || is_planted[unit][month])
            continue;
        values[unit][month] = is_tenfold ? values[unit][month] * 10 : values[unit][month] / 10;
        is_planted[unit][month] = 1;
        planted++;
    }
}

/* How many of those that were planted, multiplied by ten, are as far as the threshold from what they were drawn by. */
static size_t count_known(double threshold, size_t months)
{
    size_t known = 0;
    for (size_t unit = 0; unit < COMMUNES; unit++)
        for (size_t month = 0; month < months; month++) {
            double mean = means[unit][month], value = fmax((double)values[unit][month] - 0.5, mean), shape = shapes[unit];
            double others = shape > 0 ? (value + shape) * log((value + shape) / (mean + shape)) : value - mean;
            known += is_planted[unit][month] && sqrt(fmax(2 * (value * log(value / mean) - others), 0)) >= threshold;
        }
    return known;
}

/* Cubes */

static QcdcCatalog *make_catalog(void)
{
    QcdcError error = {0};
    QcdcCatalogBuilder *builder;
    QcdcCatalog *catalog = NULL;
    const char *fields[QCDC_INDICATOR_FIELD_END] = {[QCDC_INDICATOR_CODE] = "petitions", [QCDC_INDICATOR_NAME] = "Đơn", [QCDC_INDICATOR_NATURE] = "flow",
                                                    [QCDC_INDICATOR_MEASURE] = "đơn"};
    QcdcRecord record = {.values = fields, .value_count = QCDC_INDICATOR_FIELD_END, .row = 2};
    if (qcdc_catalog_builder_new(&builder, &error) || qcdc_catalog_builder_add_indicator(builder, &record, NULL, &error))
        stop_with(&error);
    for (int i = 0; i <= PROVINCES + COMMUNES; i++) {
        char code[16], parent[16] = "";
        int is_commune = i > PROVINCES;
        snprintf(code, sizeof code, "%c%d", i == 0 ? 'v' : is_commune ? 'x' : 't', is_commune ? i - PROVINCES - 1 : i);
        if (i > 0)
            snprintf(parent, sizeof parent, is_commune ? "t%d" : "v0", (i - PROVINCES - 1) % PROVINCES + 1);
        const char *unit[QCDC_UNIT_FIELD_END] = {[QCDC_UNIT_CODE] = code, [QCDC_UNIT_NAME] = code, [QCDC_UNIT_PARENT] = parent,
                                                 [QCDC_UNIT_LEVEL] = i == 0 ? "0" : is_commune ? "2" : "1"};
        record = (QcdcRecord){.values = unit, .value_count = QCDC_UNIT_FIELD_END, .row = i + 2};
        if (qcdc_catalog_builder_add_unit(builder, &record, NULL, &error))
            stop_with(&error);
    }
    if (qcdc_catalog_builder_freeze(builder, NULL, &catalog, &error))
        stop_with(&error);
    qcdc_catalog_builder_free(builder);
    return catalog;
}

static QcdcCube *make_cube(QcdcCatalog *catalog, size_t months)
{
    static QcdcUnitId units[COMMUNES * MOST_MONTHS];
    static QcdcIndicatorId indicators[COMMUNES * MOST_MONTHS];
    static QcdcPeriod periods[COMMUNES * MOST_MONTHS];
    static int64_t coefficients[COMMUNES * MOST_MONTHS];
    QcdcColumns columns = {.size = sizeof columns, .units = units, .indicators = indicators, .periods = periods, .coefficients = coefficients};
    QcdcError error = {0};
    QcdcDatasetBuilder *builder;
    QcdcDataset *dataset;
    QcdcCube *cube;
    for (size_t unit = 0; unit < COMMUNES; unit++)
        for (size_t month = 0; month < months; month++, columns.count++) {
            units[columns.count] = (QcdcUnitId)(unit + PROVINCES + 1);
            periods[columns.count] = (QcdcPeriod){.start = (int32_t)(12 * FIRST_YEAR + month), .count = 1, .kind = QCDC_PERIOD_MONTH};
            coefficients[columns.count] = values[unit][month];
        }
    if (qcdc_dataset_builder_new(catalog, 0, &builder, &error) || qcdc_dataset_builder_append_columns(builder, &columns, NULL, &error) ||
        qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error) || qcdc_dataset_rollup(dataset, NULL, &cube, &error))
        stop_with(&error);
    qcdc_dataset_builder_free(builder);
    qcdc_dataset_unref(dataset);
    return cube;
}

/* Figures */

typedef struct Score {
    size_t found, known, hinted, wrong, judged;
    double seconds, seconds_by_two;
} Score;

static QcdcOutliers *find(const QcdcCube *cube, uint32_t threads, double *out_seconds)
{
    QcdcOutlierOptions options = {.size = sizeof options, .threads = threads, .threshold = THRESHOLD};
    QcdcOutliers *outliers;
    QcdcError error = {0};
    double start = now();
    if (qcdc_cube_find_outliers(cube, &options, &outliers, &error))
        stop_with(&error);
    *out_seconds = now() - start;
    return outliers;
}

static void count(const QcdcOutliers *outliers, QcdcOutlierCause cause, Score *score)
{
    size_t total = qcdc_outliers_get_count(outliers);
    score->judged = qcdc_outliers_get_judged_count(outliers);
    for (size_t i = 0; i < total; i++) {
        QcdcOutlier outlier;
        if (qcdc_outliers_read(outliers, i, 1, &outlier, NULL))
            exit(3);
        if (is_planted[outlier.unit - PROVINCES - 1][outlier.period.start - 12 * FIRST_YEAR]) {
            score->found++;
            score->hinted += outlier.cause == cause;
        } else {
            score->wrong++;
        }
    }
}

/* The same for any number of threads. */
static void expect_same(const QcdcOutliers *left, const QcdcOutliers *right)
{
    size_t total = qcdc_outliers_get_count(left);
    int is_same = total == qcdc_outliers_get_count(right);
    for (size_t i = 0; i < total && is_same; i++) {
        QcdcOutlier one, other;
        is_same = !qcdc_outliers_read(left, i, 1, &one, NULL) && !qcdc_outliers_read(right, i, 1, &other, NULL) && memcmp(&one, &other, sizeof one) == 0;
    }
    if (!is_same) {
        fprintf(stderr, "two threads found something else than one\n");
        exit(4);
    }
}

static Score run(QcdcCatalog *catalog, const Generator *generator, unsigned long seed, int is_tenfold)
{
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    Score score = {0};
    gsl_rng_set(random, seed);
    draw(random, generator);
    plant(random, generator->months, is_tenfold);
    QcdcCube *cube = make_cube(catalog, generator->months);
    QcdcOutliers *one = find(cube, 1, &score.seconds), *two = find(cube, 2, &score.seconds_by_two);
    expect_same(one, two);
    score.known = count_known(THRESHOLD, generator->months);
    count(one, is_tenfold ? QCDC_OUTLIER_CAUSE_TENFOLD : QCDC_OUTLIER_CAUSE_TENTH, &score);
    qcdc_outliers_unref(one);
    qcdc_outliers_unref(two);
    qcdc_cube_unref(cube);
    gsl_rng_free(random);
    return score;
}

/* A line of the table. */
static void measure(QcdcCatalog *catalog, const Generator *generator, unsigned long first, unsigned long seeds)
{
    Score sum = {0}, tenths = {0};
    size_t least = ERRORS, most = 0;
    double clean = (double)(COMMUNES * generator->months - ERRORS), number = (double)seeds, seconds = HUGE_VAL, seconds_by_two = HUGE_VAL;
    for (unsigned long seed = first; seed < first + seeds; seed++) {
        Score score = run(catalog, generator, seed, 1), other = run(catalog, generator, seed + 1000, 0);
        least = score.found < least ? score.found : least;
        most = score.wrong > most ? score.wrong : most;
        sum.found += score.found;
        sum.known += score.known;
        sum.hinted += score.hinted;
        sum.wrong += score.wrong;
        sum.judged += score.judged;
        seconds = fmin(seconds, fmin(score.seconds, other.seconds));
        seconds_by_two = fmin(seconds_by_two, fmin(score.seconds_by_two, other.seconds_by_two));
        tenths.found += other.found;
    }
    int holds = (double)sum.found >= 95 * number && (double)most < clean / 1000;
    printf("%-29s %5zu %6.1f %6.1f %6.1f %6.1f %8.3f %7.3f %6.1f %6.2f %6.2f  %s\n", generator->name, least, (double)sum.found / number,
           (double)sum.known / number, 100 * (double)sum.hinted / (double)(sum.found + !sum.found), (double)tenths.found / number,
           1000 * (double)most / clean, 1000 * (double)sum.wrong / clean / number, 100 * (double)sum.judged / number / (clean + ERRORS), seconds,
           seconds_by_two, holds ? "yes" : "no");
    fflush(stdout);
}

int main(int argc, char **argv)
{
    unsigned long seeds = argc > 1 ? strtoul(argv[1], NULL, 10) : 3;
    unsigned long first = argc > 2 ? strtoul(argv[2], NULL, 10) : 101;
    if (seeds < 1 || seeds > 1000)
        return 2;
    QcdcCatalog *catalog = make_catalog();
    printf("%-29s %19s %6s %6s %16s %6s %13s  %s\n", "", "x 10: found of 100", "hint", "/ 10", "false in 1000", "judged", "seconds", "holds");
    printf("%-29s %5s %6s %6s %6s %6s %8s %7s %6s %6s %6s\n", "generator", "least", "mean", "known", "%", "mean", "most", "mean", "%", "1", "2");
    for (size_t i = 0; i < GENERATORS; i++)
        if (argc < 4 || (size_t)atoi(argv[3]) == i)
            measure(catalog, &generators[i], first, seeds);
    qcdc_catalog_unref(catalog);
    return 0;
}
