/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* year-estimate [ROUNDS]: full-year estimates of simulated figures, by several generators none of which the library was fitted to: how far off by
 * seasonal shares and by "× 12/m", how often the interval holds the year, and how wide it is. One row a generator, past years and months. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>

#include <qcdc/year-estimate.h>

enum {
    MONTHS = 12,
    MOST_YEARS = 10,
    ROUNDS = 2000
};

/* What a month brings: a level a month, a season, and what goes up and down. */
typedef struct Generator {
    const char *name;
    double level;            /* a month, on average */
    double season[MONTHS];   /* around 1 */
    double year_sd;          /* logarithm of a year's level */
    double month_sd;         /* of a month's */
    double kept;             /* part of a month's deviation that the next one keeps */
    double season_sd;        /* of a season's, that stays and adds up from year to year */
    double growth;           /* of the level a year */
    int moving_peak;         /* a peak that falls into January or February by the year */
    int is_amount;           /* no whole numbers */
} Generator;

#define WAVE {0.55, 0.70, 0.95, 1.05, 1.10, 1.15, 1.05, 0.95, 1.00, 1.05, 1.10, 1.35}
#define FLAT {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
#define LATE {0.2, 0.3, 0.5, 0.6, 0.7, 0.9, 0.9, 1.0, 1.1, 1.3, 1.7, 2.8}
#define EARLY {2.5, 2.2, 1.6, 1.0, 0.7, 0.6, 0.5, 0.5, 0.5, 0.6, 0.6, 0.7}

static const Generator generators[] = {
    {"season, 2.400 a year", 200, WAVE, 0.15, 0, 0, 0, 0, 0, 0},
    {"season, 120 a year", 10, WAVE, 0.15, 0, 0, 0, 0, 0, 0},
    {"season, 12 a year", 1, WAVE, 0.15, 0, 0, 0, 0, 0, 0},
    {"clustered counts", 25, WAVE, 0.15, 0.3, 0, 0, 0, 0, 0},
    {"months that keep", 100, WAVE, 0.10, 0.15, 0.7, 0, 0, 0, 0},
    {"drifting season", 200, WAVE, 0.10, 0.05, 0, 0.08, 0, 0, 0},
    {"moving Tet peak", 100, WAVE, 0.10, 0.05, 0, 0, 0, 1, 0},
    {"growing 25% a year", 200, WAVE, 0.05, 0.05, 0, 0, 0.25, 0, 0},
    {"late amounts", 50, LATE, 0.10, 0.25, 0, 0, 0.05, 0, 1},
    {"early counts", 40, EARLY, 0.20, 0.2, 0, 0, 0, 0, 0},
    {"no season", 100, FLAT, 0.10, 0.1, 0, 0, 0, 0, 0},
};

/* Years of months, this one the last. */
static void draw(const Generator *generator, gsl_rng *random, size_t years, double (*out)[MONTHS])
{
    double season[MONTHS], deviation = 0;
    for (size_t month = 0; month < MONTHS; month++)
        season[month] = log(generator->season[month]);
    for (size_t year = 0; year < years; year++) {
        double level = log(generator->level) + gsl_ran_gaussian(random, generator->year_sd);
        size_t peak = gsl_rng_uniform_int(random, 2);
        for (size_t month = 0; month < MONTHS; month++) {
            season[month] += gsl_ran_gaussian(random, generator->season_sd);
            deviation = generator->kept * deviation + gsl_ran_gaussian(random, generator->month_sd);
            double grown = generator->growth * ((double)year + (double)month / MONTHS);
            double mean = exp(level + season[month] + deviation + grown + (generator->moving_peak && month == peak ? 0.7 : 0));
            out[year][month] = generator->is_amount ? mean : gsl_ran_poisson(random, mean);
        }
    }
}

typedef struct Figures {
    double shares, naive, told, covered, given, refused;
    double *widths;
} Figures;

static void add_round(const Generator *generator, gsl_rng *random, size_t years, unsigned months, Figures *figures)
{
    double drawn[MOST_YEARS + 1][MONTHS], total = 0, reached = 0;
    QcdcYearEstimateOptions options = {.most_years = MOST_YEARS};
    QcdcYearEstimate estimate;
    draw(generator, random, years + 1, drawn);
    for (size_t month = 0; month < MONTHS; month++) {
        total += drawn[years][month];
        reached += month < months ? drawn[years][month] : 0;
    }
    if (total == 0 || qcdc_year_estimate_find(drawn[0], years, MONTHS, drawn[years], months, &options, &estimate, NULL) != QCDC_OK) {
        figures->refused++;
        return;
    }
    figures->shares += fabs(estimate.estimate / total - 1);
    figures->naive += fabs(reached * MONTHS / months / total - 1);
    figures->told += estimate.error;
    figures->covered += estimate.low <= total && total <= estimate.high;
    figures->widths[(size_t)figures->given++] = (estimate.high - estimate.low) / total;
}

static void print_row(const Generator *generator, gsl_rng *random, size_t years, unsigned months, size_t rounds, double *widths)
{
    Figures figures = {.widths = widths};
    for (size_t round = 0; round < rounds; round++)
        add_round(generator, random, years, months, &figures);
    gsl_sort(widths, 1, (size_t)figures.given);
    double given = figures.given > 0 ? figures.given : 1;
    printf("%-22s %5zu %6u %8.1f%% %8.1f%% %8.1f%% %8.1f%% %8.0f%% %8.1f%%\n", generator->name, years, months, 100 * figures.shares / given,
           100 * figures.naive / given, 100 * figures.told / given, 100 * figures.covered / given, 100 * widths[(size_t)figures.given / 2],
           100 * figures.refused / (double)rounds);
}

int main(int argc, char **argv)
{
    static const size_t past[] = {3, 5, 10};
    static const unsigned known[] = {3, 6, 9};
    size_t rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : ROUNDS;
    double *widths = calloc(rounds + 1, sizeof *widths);
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    if (widths == NULL || random == NULL)
        return 1;
    printf("%-22s %5s %6s %9s %9s %9s %9s %9s %9s\n", "generator", "years", "months", "shares", "x 12/m", "back-test", "covered", "width", "refused");
    for (size_t g = 0; g < sizeof generators / sizeof generators[0]; g++)
        for (size_t y = 0; y < 3; y++)
            for (size_t m = 0; m < 3; m++)
                print_row(&generators[g], random, past[y], known[m], rounds, widths);
    gsl_rng_free(random);
    free(widths);
    return 0;
}
