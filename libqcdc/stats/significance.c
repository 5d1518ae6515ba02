/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/significance.h>

#include <math.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/bound-private.h"
#include "stats/gsl-guard-private.h"
#include "stats/tail-private.h"

static const int64_t most_events = INT64_C(1000000000000), most_of_table = 1000000000;

/* Twice the smaller tail, and the same with half of what is in both. */
static void set_chances(QcdcSignificance *significance, double from, double to, double at)
{
    double smaller = fmin(from, to), halved = fmin(from, to) - QCDC_FAULT("significance-mid", at / 2, at);
    significance->exact = fmin(1, QCDC_FAULT("significance-sides", 2, 1) * smaller);
    significance->mid = fmax(0, fmin(1, 2 * halved));
}

/* Tosses of which some fell now, and how the exposure now stands to that before. */
typedef struct Tosses {
    double now, all, log_exposure;
} Tosses;

static double get_tosses_from(const void *context, double log_ratio)
{
    const Tosses *tosses = context;
    return tail_of_tosses_from(tosses->now, tosses->all, chance_of_log_odds(log_ratio + tosses->log_exposure));
}

static double get_tosses_to(const void *context, double log_ratio)
{
    const Tosses *tosses = context;
    return tail_of_tosses_to(tosses->now, tosses->all, chance_of_log_odds(log_ratio + tosses->log_exposure));
}

/* The ratios of which what was seen, or more, or less, still has the probability of a side. */
static QcdcStatus find_bounds(QcdcSignificance *significance, BoundTail from, BoundTail to, const void *context, double start, double side, bool has_low,
                              bool has_high, QcdcError *error)
{
    double low = 0, high = 0;
    QcdcStatus status = has_low ? bound_find(from, context, side, start, &low, error) : QCDC_OK;
    if (status == QCDC_OK && has_high)
        status = bound_find(to, context, side, start, &high, error);
    significance->low = has_low ? exp(low) : 0;
    significance->high = has_high ? exp(high) : HUGE_VAL;
    return status;
}

static QcdcStatus compare_tosses(const Tosses *tosses, double side, QcdcSignificance *significance, QcdcError *error)
{
    double before = tosses->all - tosses->now;
    Chance chance = chance_of_log_odds(tosses->log_exposure);
    double from = tail_of_tosses_from(tosses->now, tosses->all, chance), to = tail_of_tosses_to(tosses->now, tosses->all, chance);
    set_chances(significance, from, to, tail_of_tosses_at(tosses->now, tosses->all, chance));
    significance->ratio = tosses->all > 0 ? tosses->now / before / exp(tosses->log_exposure) : NAN;
    return find_bounds(significance, get_tosses_from, get_tosses_to, tosses, log((tosses->now + 0.5) / (before + 0.5)) - tosses->log_exposure, side,
                       tosses->now > 0, before > 0, error);
}

static QcdcStatus compare_events(int64_t now, int64_t before, double log_exposure, double level, QcdcSignificance *significance, QcdcError *error)
{
    Tosses tosses = {.now = (double)now, .all = (double)now + (double)before, .log_exposure = log_exposure};
    double side;
    if (now < 0 || before < 0 || now > most_events || before > most_events)
        return qcdc_error_set_argument(error, "a count of events is 0 to 10^12");
    QcdcStatus status = bound_read_level(level, &significance->level, &side, error);
    if (status != QCDC_OK)
        return status;
    gsl_guard_enter();
    status = compare_tosses(&tosses, side, significance, error);
    gsl_guard_leave();
    return status;
}

QcdcStatus qcdc_significance_of_counts(int64_t now, int64_t before, double level, QcdcSignificance *out_significance, QcdcError *error)
{
    QcdcSignificance significance = {.kind = QCDC_SIGNIFICANCE_COUNTS};
    if (out_significance == NULL)
        return qcdc_error_set_argument(error, "a pointer is missing");
    QcdcStatus status = compare_events(now, before, 0, level, &significance, error);
    if (status == QCDC_OK)
        *out_significance = significance;
    return status;
}

static bool is_exposure(double exposure)
{
    return exposure >= 1e-100 && exposure <= 1e100;
}

QcdcStatus qcdc_significance_of_rates(int64_t now, double now_exposure, int64_t before, double before_exposure, double level,
                                      QcdcSignificance *out_significance, QcdcError *error)
{
    QcdcSignificance significance = {.kind = QCDC_SIGNIFICANCE_RATES};
    if (out_significance == NULL)
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (!is_exposure(now_exposure) || !is_exposure(before_exposure))
        return qcdc_error_set_argument(error, "an exposure is above 0, 10^-100 to 10^100");
    QcdcStatus status = compare_events(now, before, log(now_exposure) - log(before_exposure), level, &significance, error);
    if (status == QCDC_OK)
        *out_significance = significance;
    return status;
}

static double get_fourfold_from(const void *context, double log_ratio)
{
    return tail_of_fourfold_from(context, log_ratio);
}

static double get_fourfold_to(const void *context, double log_ratio)
{
    return tail_of_fourfold_to(context, log_ratio);
}

static QcdcStatus compare_proportions(const Fourfold *table, double side, QcdcSignificance *significance, QcdcError *error)
{
    double before = table->all - table->count, others = table->total - table->count, others_before = table->other - before;
    double start = log((table->count + 0.5) / (others + 0.5)) - log((before + 0.5) / (others_before + 0.5));
    set_chances(significance, tail_of_fourfold_equal_from(table), tail_of_fourfold_equal_to(table), tail_of_fourfold_equal_at(table));
    significance->ratio = table->count / others / (before / others_before);
    if (table->count * others_before == 0 && before * others == 0)
        significance->ratio = NAN;
    return find_bounds(significance, get_fourfold_from, get_fourfold_to, table, start, side, table->count > 0 && others_before > 0, others > 0 && before > 0,
                       error);
}

QcdcStatus qcdc_significance_of_proportions(int64_t now, int64_t now_total, int64_t before, int64_t before_total, double level,
                                            QcdcSignificance *out_significance, QcdcError *error)
{
    QcdcSignificance significance = {.kind = QCDC_SIGNIFICANCE_PROPORTIONS};
    double side;
    if (out_significance == NULL)
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (now < 0 || before < 0 || now > now_total || before > before_total || now_total > most_of_table || before_total > most_of_table)
        return qcdc_error_set_argument(error, "the part of a proportion is 0 to its whole, and a whole 0 to 10^9");
    QcdcStatus status = bound_read_level(level, &significance.level, &side, error);
    if (status != QCDC_OK)
        return status;
    Fourfold table = {.count = (double)now, .total = (double)now_total, .all = (double)now + (double)before, .other = (double)before_total};
    gsl_guard_enter();
    status = compare_proportions(&table, side, &significance, error);
    gsl_guard_leave();
    if (status == QCDC_OK)
        *out_significance = significance;
    return status;
}
