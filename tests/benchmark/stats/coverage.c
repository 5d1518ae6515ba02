/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* How often the intervals of interval.h and significance.h hold the true value, and how often their tests find a difference where there is
 * none, over a grid of true values and sizes.
 *     stats-coverage
 * Nothing is drawn by chance: every outcome that may come is weighed with its probability, by GSL's densities, which the library does not
 * use. Prints a line a method: the lowest, mean and highest of its grid, and where the worst is. A program, not a test; it fails when what calls
 * itself exact misses its level. */

#include <qcdc/qcdc-stats.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>

enum {
    MOST_EVENTS = 260, /* that are looked at of one count; the means stop where more have no weight */
    MOST_OF = 60,      /* tosses of a proportion that is compared */
    PLACE_SIZE = 80
};

static const double level = 0.95, never_below = 1e-9;
static bool all_kept;

/* What was met on a grid. */
typedef struct Gauge {
    const char *name;
    double lowest, highest, sum;
    size_t count;
    bool is_test; /* whose worst is its highest */
    char place[PLACE_SIZE];
} Gauge;

static Gauge begin(const char *name)
{
    return (Gauge){.name = name, .lowest = HUGE_VAL, .highest = -HUGE_VAL};
}

static Gauge begin_test(const char *name)
{
    Gauge gauge = begin(name);
    gauge.is_test = true;
    return gauge;
}

static void add(Gauge *gauge, double met, const char *place)
{
    if (gauge->is_test ? met > gauge->highest : met < gauge->lowest)
        snprintf(gauge->place, sizeof gauge->place, "%s", place);
    gauge->lowest = fmin(gauge->lowest, met);
    gauge->highest = fmax(gauge->highest, met);
    gauge->sum += met;
    gauge->count++;
}

static void show(const Gauge *gauge)
{
    printf("%-44s %6zu %9.4f %9.4f %9.4f   %s\n", gauge->name, gauge->count, gauge->lowest, gauge->sum / (double)gauge->count, gauge->highest, gauge->place);
}

/* An interval that calls itself exact holds its level everywhere. */
static void show_exact(const Gauge *gauge)
{
    show(gauge);
    all_kept = all_kept && gauge->lowest >= level - never_below;
}

static void show_exact_test(const Gauge *gauge)
{
    show(gauge);
    all_kept = all_kept && gauge->highest <= 1 - level + never_below;
}

static void check(QcdcStatus status, const QcdcError *error)
{
    if (status == QCDC_OK)
        return;
    fprintf(stderr, "stats-coverage: %s\n", error->text);
    exit(2);
}

/* Proportions */

static double cover_proportion(const QcdcInterval *intervals, unsigned total, double chance)
{
    double held = 0;
    for (unsigned count = 0; count <= total; count++)
        if (intervals[count].low <= chance && chance <= intervals[count].high)
            held += gsl_ran_binomial_pdf(count, chance, total);
    return held;
}

static Gauge measure_proportions(const char *name, QcdcIntervalMethod method, unsigned least)
{
    static const unsigned totals[] = {1, 2, 5, 10, 20, 50, 77, 100, 200, 500};
    static QcdcInterval intervals[501];
    Gauge gauge = begin(name);
    for (size_t i = 0; i < sizeof totals / sizeof totals[0]; i++) {
        for (unsigned count = 0; count <= totals[i] && totals[i] >= least; count++) {
            QcdcError error = {0};
            check(qcdc_interval_of_proportion(count, totals[i], method, level, &intervals[count], &error), &error);
        }
        for (int part = 1; part < 400 && totals[i] >= least; part++) {
            char place[PLACE_SIZE];
            snprintf(place, sizeof place, "of %u, chance %g", totals[i], part / 400.0);
            add(&gauge, cover_proportion(intervals, totals[i], part / 400.0), place);
        }
    }
    return gauge;
}

/* Means of events, closer to one another where they are small. */
static double mean_at(int step)
{
    return 0.05 * pow(1.08, step);
}

static Gauge measure_rates(void)
{
    static QcdcInterval intervals[MOST_EVENTS];
    Gauge gauge = begin("rate, Garwood");
    for (int count = 0; count < MOST_EVENTS; count++) {
        QcdcError error = {0};
        check(qcdc_interval_of_rate(count, 3, level, &intervals[count], &error), &error);
    }
    for (int step = 0; mean_at(step) < 120; step++) {
        double mean = mean_at(step), held = 0;
        char place[PLACE_SIZE];
        for (unsigned count = 0; count < MOST_EVENTS; count++)
            if (intervals[count].low <= mean / 3 && mean / 3 <= intervals[count].high)
                held += gsl_ran_poisson_pdf(count, mean);
        snprintf(place, sizeof place, "mean %.3g", mean);
        add(&gauge, held, place);
    }
    return gauge;
}

/* Of values that are all different the bounds are places: 1, 2, … tell which, and how many of the values lie below the quantile decides. */
static Gauge measure_quantiles(bool has_bounds)
{
    static const double quantiles[] = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};
    Gauge gauge = begin(has_bounds ? "quantile, both bounds there" : "quantile, all");
    double values[300];
    for (unsigned total = 1; total <= 300; total++) {
        values[total - 1] = total;
        for (size_t i = 0; i < sizeof quantiles / sizeof quantiles[0]; i++) {
            QcdcInterval interval = {0};
            QcdcError error = {0};
            char place[PLACE_SIZE];
            double held = 0;
            check(qcdc_interval_of_quantile(values, total, quantiles[i], level, &interval, &error), &error);
            if (has_bounds && (isinf(interval.low) || isinf(interval.high)))
                continue;
            for (unsigned below = 0; below <= total; below++)
                if (interval.low <= below && below < interval.high)
                    held += gsl_ran_binomial_pdf(below, quantiles[i], total);
            snprintf(place, sizeof place, "%u values, quantile %g", total, quantiles[i]);
            add(&gauge, held, place);
        }
    }
    return gauge;
}

/* Two counts */

static QcdcSignificance of_counts[MOST_EVENTS][MOST_EVENTS];

static void compare_counts(double exposure)
{
    for (int now = 0; now < MOST_EVENTS; now++)
        for (int before = 0; before < MOST_EVENTS; before++) {
            QcdcError error = {0};
            check(qcdc_significance_of_rates(now, exposure, before, 1, level, &of_counts[now][before], &error), &error);
        }
}

/* What a pair of outcomes adds to what is held, to what the exact test finds, and to what the mid-p one does. */
typedef struct Met {
    double held, exact, mid;
} Met;

static void meet(Met *met, const QcdcSignificance *significance, double ratio, double weight)
{
    met->held += significance->low <= ratio && ratio <= significance->high ? weight : 0;
    met->exact += significance->exact <= 1 - level ? weight : 0;
    met->mid += significance->mid <= 1 - level ? weight : 0;
}

static Met meet_counts(double mean_now, double mean_before, double ratio)
{
    double weights[MOST_EVENTS], weights_before[MOST_EVENTS];
    Met met = {0};
    for (unsigned i = 0; i < MOST_EVENTS; i++) {
        weights[i] = gsl_ran_poisson_pdf(i, mean_now);
        weights_before[i] = gsl_ran_poisson_pdf(i, mean_before);
    }
    for (int now = 0; now < MOST_EVENTS; now++)
        for (int before = 0; before < MOST_EVENTS; before++)
            meet(&met, &of_counts[now][before], ratio, weights[now] * weights_before[before]);
    return met;
}

static void measure_counts(double exposure)
{
    static const double ratios[] = {0.2, 0.5, 0.8, 1, 1.25, 2, 5};
    static char names[3][PLACE_SIZE];
    snprintf(names[0], PLACE_SIZE, "ratio of counts, exposures %g : 1", exposure);
    snprintf(names[1], PLACE_SIZE, "size of its exact test, exposures %g : 1", exposure);
    snprintf(names[2], PLACE_SIZE, "size of its mid-p test, exposures %g : 1", exposure);
    Gauge held = begin(names[0]), exact = begin_test(names[1]), mid = begin_test(names[2]);
    compare_counts(exposure);
    for (int step = 0; mean_at(step) < 130; step += 3)
        for (size_t i = 0; i < sizeof ratios / sizeof ratios[0]; i++) {
            double before = mean_at(step), now = before * exposure * ratios[i];
            char place[PLACE_SIZE];
            if (now > 130)
                continue;
            Met met = meet_counts(now, before, ratios[i]);
            snprintf(place, sizeof place, "means %.3g, %.3g", now, before);
            add(&held, met.held, place);
            if (ratios[i] == 1) {
                add(&exact, met.exact, place);
                add(&mid, met.mid, place);
            }
        }
    show_exact(&held);
    show_exact_test(&exact);
    show(&mid);
}

/* Two proportions */

static QcdcSignificance of_proportions[MOST_OF + 1][MOST_OF + 1];

static void compare_proportions(unsigned total, unsigned total_before)
{
    for (unsigned now = 0; now <= total; now++)
        for (unsigned before = 0; before <= total_before; before++) {
            QcdcError error = {0};
            check(qcdc_significance_of_proportions(now, total, before, total_before, level, &of_proportions[now][before], &error), &error);
        }
}

static Met meet_proportions(unsigned total, unsigned total_before, double chance_before, double odds)
{
    double chance = odds * chance_before / (1 - chance_before + odds * chance_before);
    Met met = {0};
    for (unsigned now = 0; now <= total; now++)
        for (unsigned before = 0; before <= total_before; before++)
            meet(&met, &of_proportions[now][before], odds,
                 gsl_ran_binomial_pdf(now, chance, total) * gsl_ran_binomial_pdf(before, chance_before, total_before));
    return met;
}

static void measure_odds(void)
{
    static const unsigned totals[][2] = {{2, 2}, {5, 5}, {10, 10}, {10, 30}, {20, 20}, {50, 60}, {60, 60}};
    static const double odds[] = {0.2, 0.5, 1, 2, 5};
    Gauge held = begin("ratio of odds"), exact = begin_test("size of Fisher's exact test"), mid = begin_test("size of its mid-p test");
    for (size_t i = 0; i < sizeof totals / sizeof totals[0]; i++) {
        compare_proportions(totals[i][0], totals[i][1]);
        for (int part = 1; part < 40; part++)
            for (size_t k = 0; k < sizeof odds / sizeof odds[0]; k++) {
                Met met = meet_proportions(totals[i][0], totals[i][1], part / 40.0, odds[k]);
                char place[PLACE_SIZE];
                snprintf(place, sizeof place, "of %u and %u, chance %g before, odds %g", totals[i][0], totals[i][1], part / 40.0, odds[k]);
                add(&held, met.held, place);
                if (odds[k] == 1) {
                    add(&exact, met.exact, place);
                    add(&mid, met.mid, place);
                }
            }
    }
    show_exact(&held);
    show_exact_test(&exact);
    show(&mid);
}

int main(void)
{
    all_kept = true;
    printf("%-44s %6s %9s %9s %9s   %s\n", "level 0.95, sizes at 0.05; exact sums", "points", "lowest", "mean", "highest", "where the worst is");
    Gauge wilson = measure_proportions("proportion, Wilson", QCDC_INTERVAL_WILSON, 1);
    Gauge of_more = measure_proportions("proportion, Wilson, of 20 and more", QCDC_INTERVAL_WILSON, 20);
    Gauge exact = measure_proportions("proportion, exact", QCDC_INTERVAL_EXACT, 1);
    Gauge rates = measure_rates(), quantiles = measure_quantiles(false), bounded = measure_quantiles(true);
    show(&wilson);
    show(&of_more);
    show_exact(&exact);
    show_exact(&rates);
    show_exact(&quantiles);
    show_exact(&bounded);
    measure_counts(1);
    measure_counts(3);
    measure_odds();
    if (!all_kept)
        printf("an exact one misses its level\n");
    return all_kept ? 0 : 1;
}
