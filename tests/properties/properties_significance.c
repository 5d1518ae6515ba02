/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laws of two figures held against chance, and of intervals: what turns, scales or complements the figures does so to the result. */

#include <inttypes.h>
#include <math.h>

#include <qcdc/interval.h>
#include <qcdc/significance.h>

#include "law.h"

static bool is_near(double left, double right)
{
    return left == right || fabs(left - right) <= 1e-9 * fmax(fabs(left), fabs(right));
}

static bool fails(const char *what, int64_t now, int64_t before, const QcdcSignificance *one, const QcdcSignificance *other)
{
    printf("# %s of %" PRId64 " and %" PRId64 ": %.17g %.17g %.17g %.17g, the other %.17g %.17g %.17g %.17g\n", what, now, before, one->exact, one->ratio, one->low,
           one->high, other->exact, other->ratio, other->low, other->high);
    return false;
}

static bool are_turned(const QcdcSignificance *one, const QcdcSignificance *other)
{
    bool are_ratios = isnan(one->ratio) ? isnan(other->ratio) : is_near(one->ratio, 1 / other->ratio);
    return is_near(one->exact, other->exact) && is_near(one->mid, other->mid) && are_ratios && is_near(one->low, 1 / other->high) && is_near(one->high, 1 / other->low);
}

/* Counts small and large, near one another every other time. */
static int64_t draw_count(Random *dice, int64_t near)
{
    static const int64_t tops[] = {3, 30, 1000, 100000};
    int64_t top = tops[random_below(dice, sizeof tops / sizeof tops[0])];
    if (near > 0 && random_chance(dice, 2))
        return near + random_between(dice, -near / 8 - 1, near / 8 + 1);
    return random_near_edges(dice, 0, top);
}

static bool counts_hold(Random *dice)
{
    int64_t now = draw_count(dice, 0), before = draw_count(dice, now);
    QcdcSignificance one, other, wider;
    before = before < 0 ? 0 : before;
    if (qcdc_significance_of_counts(now, before, 0.9, &one, NULL) != QCDC_OK || qcdc_significance_of_counts(before, now, 0.9, &other, NULL) != QCDC_OK ||
        qcdc_significance_of_counts(now, before, 0.99, &wider, NULL) != QCDC_OK)
        return false;
    if (!are_turned(&one, &other))
        return fails("turned", now, before, &one, &other);
    if (!(wider.low <= one.low && wider.high >= one.high && wider.exact == one.exact && one.mid <= one.exact))
        return fails("a wider level", now, before, &one, &wider);
    bool leaves_one_out = one.low > 1 || one.high < 1;
    return leaves_one_out == (one.exact < 1 - one.level) || fabs(one.exact - 0.1) < 1e-9 || fails("bounds and p-value", now, before, &one, &other);
}

static bool rates_hold(Random *dice)
{
    int64_t now = draw_count(dice, 0), before = draw_count(dice, 0);
    double exposure = (double)random_between(dice, 1, 1000) / 8, other_exposure = (double)random_between(dice, 1, 1000) / 8;
    QcdcSignificance one, other;
    if (qcdc_significance_of_rates(now, exposure, before, other_exposure, 0, &one, NULL) != QCDC_OK ||
        qcdc_significance_of_rates(now, 1024 * exposure, before, 1024 * other_exposure, 0, &other, NULL) != QCDC_OK)
        return false;
    if (!is_near(one.exact, other.exact) || !is_near(one.low, other.low) || !is_near(one.high, other.high))
        return fails("scaled", now, before, &one, &other);
    if (qcdc_significance_of_rates(before, other_exposure, now, exposure, 0, &other, NULL) != QCDC_OK || !are_turned(&one, &other))
        return fails("turned rates", now, before, &one, &other);
    return true;
}

/* So many of so many, and the others of them. */
static bool proportions_hold(Random *dice)
{
    int64_t total = random_near_edges(dice, 0, 400), other_total = random_near_edges(dice, 0, 400);
    int64_t now = random_near_edges(dice, 0, total), before = random_near_edges(dice, 0, other_total);
    QcdcSignificance one, other;
    if (qcdc_significance_of_proportions(now, total, before, other_total, 0, &one, NULL) != QCDC_OK ||
        qcdc_significance_of_proportions(total - now, total, other_total - before, other_total, 0, &other, NULL) != QCDC_OK)
        return false;
    if (!are_turned(&one, &other))
        return fails("complements", now, before, &one, &other);
    if (qcdc_significance_of_proportions(before, other_total, now, total, 0, &other, NULL) != QCDC_OK || !are_turned(&one, &other))
        return fails("turned proportions", now, before, &one, &other);
    bool leaves_one_out = one.low > 1 || one.high < 1;
    return leaves_one_out == (one.exact < 1 - one.level) || fabs(one.exact - 0.05) < 1e-9 || fails("bounds and p-value", now, before, &one, &other);
}

static bool intervals_hold(Random *dice)
{
    int64_t total = random_near_edges(dice, 1, 5000), count = random_near_edges(dice, 0, total);
    for (int method = QCDC_INTERVAL_WILSON; method < QCDC_INTERVAL_END; method++) {
        QcdcInterval one, other, next;
        if (qcdc_interval_of_proportion(count, total, (QcdcIntervalMethod)method, 0, &one, NULL) != QCDC_OK ||
            qcdc_interval_of_proportion(total - count, total, (QcdcIntervalMethod)method, 0, &other, NULL) != QCDC_OK ||
            qcdc_interval_of_proportion(count < total ? count + 1 : count, total, (QcdcIntervalMethod)method, 0, &next, NULL) != QCDC_OK)
            return false;
        bool is_inside = one.low >= 0 && one.low <= one.estimate && one.estimate <= one.high && one.high <= 1;
        if (!is_inside || fabs(one.low + other.high - 1) > 1e-9 || next.low < one.low || next.high < one.high) {
            printf("# %" PRId64 " of %" PRId64 ": %.17g to %.17g\n", count, total, one.low, one.high);
            return false;
        }
    }
    return true;
}

static bool quantiles_hold(Random *dice)
{
    double values[40], moved[40], quantile = (double)random_between(dice, 1, 99) / 100;
    size_t count = 1 + random_below(dice, 40);
    QcdcInterval one, other;
    for (size_t i = 0; i < count; i++) {
        values[i] = (double)random_between(dice, -8, 8);
        moved[count - 1 - i] = 4 * values[i] + 1024;
    }
    if (qcdc_interval_of_quantile(values, count, quantile, 0, &one, NULL) != QCDC_OK || qcdc_interval_of_quantile(moved, count, quantile, 0, &other, NULL) != QCDC_OK)
        return false;
    return is_near(4 * one.estimate + 1024, other.estimate) && is_near(4 * one.low + 1024, other.low) && is_near(4 * one.high + 1024, other.high) && one.low <= one.estimate &&
           one.estimate <= one.high;
}

/* A bound is looked for in some thirty steps, each a sum: fewer cases than of other laws. */
enum {
    CASES = 10000
};

static void hold(bool (*law)(Random *dice))
{
    unsigned long cases = suite_get_cases(CASES);
    Random dice = random_begin(suite_get_seed());
    bool holds = true;
    for (unsigned long i = 0; i < cases && holds; i++)
        holds = law(&dice);
    printf("# %lu cases\n", cases);
    CU_ASSERT(holds);
}

static void check_counts(void)
{
    hold(counts_hold);
}

static void check_rates(void)
{
    hold(rates_hold);
}

static void check_proportions(void)
{
    hold(proportions_hold);
}

static void check_intervals(void)
{
    hold(intervals_hold);
}

static void check_quantiles(void)
{
    hold(quantiles_hold);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"counts that are turned, and levels", check_counts},
        {"rates that are scaled and turned", check_rates},
        {"proportions of the others, and turned", check_proportions},
        {"intervals of the others, and of one more", check_intervals},
        {"quantiles of what is moved, scaled and mixed", check_quantiles},
    };
    return SUITE_RUN("significance-laws", tests, argc, argv);
}
