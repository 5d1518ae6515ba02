/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit.h>
#include <gsl/gsl_statistics.h>

#include "kernel/fault-private.h"
#include "stats/trend-private.h"

enum {
    MOST_STEPS = 1000,
    TERM_LEVEL = 0,
    TERM_TREND,
    TERM_STEP
};

/* A regression in units in which times and values lie within ±1. */
typedef struct Robust {
    gsl_multifit_robust_workspace *workspace;
    gsl_matrix *terms, *covariance;
    gsl_vector *values, *coefficients;
    size_t plain_count, term_count; /* level, trend and perhaps step; with them all seasons but one */
    double time_middle, time_scale, value_middle, value_scale, spread;
} Robust;

/* GSL tests whether coefficients stand still in parts of themselves, which one of 0 never does: these are added beforehand and taken off at
 * the end, and since a robust line moves along with a line that is added, nothing else changes. */
static double get_added(size_t term)
{
    return 2 + (double)term;
}

static void free_robust(Robust *robust)
{
    if (robust->workspace != NULL)
        gsl_multifit_robust_free(robust->workspace);
    gsl_matrix_free(robust->terms);
    gsl_matrix_free(robust->covariance);
    gsl_vector_free(robust->values);
    gsl_vector_free(robust->coefficients);
}

static size_t count_seasons(const Series *series)
{
    size_t seasons = 0;
    for (size_t start = 0; start < series->count; start = series_end_season(series, start))
        seasons++;
    return seasons;
}

static QcdcStatus make_robust(Robust *robust, const Series *series, size_t plain_count, QcdcError *error)
{
    size_t count = series->count, term_count = plain_count + count_seasons(series) - 1;
    robust->plain_count = plain_count;
    robust->term_count = term_count;
    if (count < term_count + 2)
        return trend_refuse(error, "there are too few values for a robust line of so many seasons");
    robust->terms = gsl_matrix_alloc(count, term_count);
    robust->covariance = gsl_matrix_alloc(term_count, term_count);
    robust->values = gsl_vector_alloc(count);
    robust->coefficients = gsl_vector_alloc(term_count);
    if (robust->terms == NULL || robust->covariance == NULL || robust->values == NULL || robust->coefficients == NULL)
        return trend_fail_memory(error);
    return QCDC_OK;
}

static void find_scales(Robust *robust, const Series *series)
{
    double first = series->points[0].value, last = first, start = series->points[0].time, end = start;
    for (size_t i = 1; i < series->count; i++) {
        const SeriesPoint *point = &series->points[i];
        first = fmin(first, point->value), last = fmax(last, point->value);
        start = fmin(start, point->time), end = fmax(end, point->time);
    }
    robust->time_middle = start / 2 + end / 2;
    robust->time_scale = end / 2 - start / 2;
    robust->value_middle = first / 2 + last / 2;
    robust->value_scale = last > first ? last / 2 - first / 2 : 1;
}

/* What the seasons add comes to nothing in sum, so that level and trend are those of all. */
static double get_season_term(const Robust *robust, size_t season, size_t term)
{
    if (season == robust->term_count - robust->plain_count)
        return -1;
    return season == term - robust->plain_count;
}

static double get_term(const Robust *robust, const SeriesPoint *point, size_t season, double break_time, size_t term)
{
    if (term >= robust->plain_count)
        return get_season_term(robust, season, term);
    if (term == TERM_STEP)
        return point->time >= break_time;
    return term == TERM_TREND ? (point->time - robust->time_middle) / robust->time_scale : 1;
}

static void fill(Robust *robust, const Series *series, double break_time)
{
    size_t season = 0, end = series_end_season(series, 0);
    for (size_t i = 0; i < series->count; i++) {
        const SeriesPoint *point = &series->points[i];
        double value = (point->value - robust->value_middle) / robust->value_scale;
        if (i == end) {
            season++;
            end = series_end_season(series, i);
        }
        for (size_t term = 0; term < robust->term_count; term++) {
            double number = get_term(robust, point, season, break_time, term);
            gsl_matrix_set(robust->terms, i, term, number);
            value += get_added(term) * number;
        }
        gsl_vector_set(robust->values, i, value);
    }
}

/* How many of the terms can be told apart. */
static QcdcStatus find_rank(const gsl_matrix *terms, double least, size_t *out_rank, QcdcError *error)
{
    gsl_multifit_linear_workspace *workspace = gsl_multifit_linear_alloc(terms->size1, terms->size2);
    if (workspace == NULL)
        return trend_fail_memory(error);
    bool is_done = gsl_multifit_linear_svd(terms, workspace) == GSL_SUCCESS;
    *out_rank = is_done ? gsl_multifit_linear_rank(least, workspace) : 0;
    gsl_multifit_linear_free(workspace);
    return QCDC_OK;
}

/* A step after a year of months and the trend of two years look the same where every month is an own season. */
static QcdcStatus check_terms(const Robust *robust, QcdcError *error)
{
    size_t rank;
    QcdcStatus status = find_rank(robust->terms, 1e-9, &rank, error);
    if (status == QCDC_OK && QCDC_FAULT("trend-robust-rank", rank < robust->term_count, false))
        return trend_refuse(error, "trend, step and seasons of these values cannot be told apart");
    return status;
}

/* Whether the weights that were found leave something of every term: a side or a season that is taken whole for wild has no level. */
static QcdcStatus find_determined(const Robust *robust, bool *out_determined, QcdcError *error)
{
    gsl_matrix *terms = gsl_matrix_alloc(robust->terms->size1, robust->term_count);
    const gsl_vector *weights = gsl_multifit_robust_statistics(robust->workspace).weights;
    size_t rank = 0;
    if (terms == NULL)
        return trend_fail_memory(error);
    for (size_t i = 0; i < terms->size1; i++)
        for (size_t term = 0; term < terms->size2; term++)
            gsl_matrix_set(terms, i, term, gsl_matrix_get(robust->terms, i, term) * sqrt(gsl_vector_get(weights, i)));
    QcdcStatus status = find_rank(terms, 1e-3, &rank, error);
    gsl_matrix_free(terms);
    *out_determined = rank == robust->term_count;
    return status;
}

/* What GSL takes for no scatter at all. */
static double find_lowest(const Robust *robust)
{
    return 1e-6 * gsl_stats_sd(robust->values->data, robust->values->stride, robust->values->size);
}

/* Where more than half of the values lie on the line GSL's errors are nothing, or no number; then those of least squares stand for them, which
 * are too wide, not too narrow. */
static QcdcStatus find_errors(Robust *robust, QcdcError *error)
{
    gsl_multifit_robust_stats found = gsl_multifit_robust_statistics(robust->workspace);
    double squares;
    robust->spread = found.sigma;
    if (QCDC_FAULT("trend-robust-errors", found.sigma_mad > find_lowest(robust) && isfinite(found.sigma), true))
        return QCDC_OK;
    gsl_multifit_linear_workspace *workspace = gsl_multifit_linear_alloc(robust->terms->size1, robust->term_count);
    gsl_vector *coefficients = gsl_vector_alloc(robust->term_count);
    int state = GSL_ENOMEM;
    if (workspace != NULL && coefficients != NULL)
        state = gsl_multifit_linear(robust->terms, robust->values, coefficients, robust->covariance, &squares, workspace);
    if (state == GSL_SUCCESS)
        robust->spread = sqrt(squares / (double)(robust->terms->size1 - robust->term_count));
    gsl_multifit_linear_free(workspace);
    gsl_vector_free(coefficients);
    return state == GSL_SUCCESS ? QCDC_OK : trend_fail_memory(error);
}

/* A wild value may carry the least squares of its season, from which GSL starts, so far from the others that these are taken for wild. Huber's
 * weights have one solution wherever they start: what lies where bisquare weights are nothing is brought to the edge of it. */
static void bring_near(Robust *robust)
{
    gsl_multifit_robust_stats found = gsl_multifit_robust_statistics(robust->workspace);
    double edge = found.sigma_mad > find_lowest(robust) ? 4.685 * found.sigma_mad : HUGE_VAL;
    for (size_t i = 0; i < robust->values->size; i++) {
        double off = gsl_vector_get(found.r, i);
        double near = QCDC_FAULT("trend-robust-near", fmax(fmin(off, edge), -edge), off);
        gsl_vector_set(robust->values, i, gsl_vector_get(robust->values, i) - off + near);
    }
}

/* One of GSL's kinds of weights, from least squares on. */
static QcdcStatus settle(Robust *robust, const gsl_multifit_robust_type *type, QcdcError *error)
{
    if (robust->workspace != NULL)
        gsl_multifit_robust_free(robust->workspace);
    robust->workspace = gsl_multifit_robust_alloc(type, robust->terms->size1, robust->term_count);
    if (robust->workspace == NULL)
        return trend_fail_memory(error);
    gsl_multifit_robust_maxiter(MOST_STEPS, robust->workspace);
    int state = gsl_multifit_robust(robust->terms, robust->values, robust->coefficients, robust->covariance, robust->workspace);
    if (state == GSL_ENOMEM)
        return trend_fail_memory(error);
    return state == GSL_SUCCESS ? QCDC_OK : trend_refuse(error, "the robust line of these values does not settle");
}

/* Bisquare weights; where they leave a term without values, those of Huber, which leave something of every value. */
static QcdcStatus run(Robust *robust, const Series *series, double break_time, QcdcError *error)
{
    bool is_determined = true;
    find_scales(robust, series);
    fill(robust, series, break_time);
    QcdcStatus status = check_terms(robust, error);
    if (status == QCDC_OK && robust->term_count > robust->plain_count) {
        status = settle(robust, gsl_multifit_robust_huber, error);
        if (status == QCDC_OK)
            bring_near(robust);
    }
    if (status == QCDC_OK)
        status = settle(robust, gsl_multifit_robust_bisquare, error);
    if (status == QCDC_OK)
        status = find_determined(robust, &is_determined, error);
    if (status == QCDC_OK && QCDC_FAULT("trend-robust-determined", !is_determined, false))
        status = settle(robust, gsl_multifit_robust_huber, error);
    return status == QCDC_OK ? find_errors(robust, error) : status;
}

static double get_coefficient(const Robust *robust, size_t term)
{
    return gsl_vector_get(robust->coefficients, term) - get_added(term);
}

static double get_covariance(const Robust *robust, size_t one, size_t other)
{
    return gsl_matrix_get(robust->covariance, one, other);
}

/* The line at a time, in units of the caller, and its standard error. */
static double get_line(const Robust *robust, double time, double *out_error)
{
    double at = (time - robust->time_middle) / robust->time_scale;
    double variance = get_covariance(robust, 0, 0) + 2 * at * get_covariance(robust, 0, 1) + at * at * get_covariance(robust, 1, 1);
    *out_error = robust->value_scale * sqrt(fmax(variance, 0));
    return robust->value_middle + robust->value_scale * (get_coefficient(robust, 0) + at * get_coefficient(robust, 1));
}

static double get_spread(const Robust *robust)
{
    return robust->value_scale * robust->spread;
}

QcdcStatus series_fit_robust(const Series *series, double side, QcdcTrend *trend, QcdcError *error)
{
    Robust robust = {0};
    QcdcStatus status = make_robust(&robust, series, TERM_TREND + 1, error);
    if (status == QCDC_OK)
        status = run(&robust, series, HUGE_VAL, error);
    if (status == QCDC_OK) {
        double unit = robust.value_scale / robust.time_scale, half;
        trend->slope = get_coefficient(&robust, TERM_TREND) * unit;
        trend->slope_error = sqrt(get_covariance(&robust, TERM_TREND, TERM_TREND)) * unit;
        trend->intercept = get_line(&robust, 0, &trend->intercept_error);
        trend->spread = get_spread(&robust);
        half = gsl_cdf_tdist_Qinv(side, (double)(series->count - robust.term_count)) * trend->slope_error;
        trend->low = trend->slope - half;
        trend->high = trend->slope + half;
    }
    free_robust(&robust);
    return status;
}

QcdcStatus series_find_step(const Series *series, double break_time, double side, QcdcLevelChange *change, QcdcError *error)
{
    Robust robust = {0};
    QcdcStatus status = make_robust(&robust, series, TERM_STEP + 1, error);
    if (status == QCDC_OK)
        status = run(&robust, series, break_time, error);
    if (status == QCDC_OK) {
        double unit = robust.value_scale / robust.time_scale, half, of_line;
        change->change = robust.value_scale * get_coefficient(&robust, TERM_STEP);
        change->error = robust.value_scale * sqrt(get_covariance(&robust, TERM_STEP, TERM_STEP));
        change->slope = get_coefficient(&robust, TERM_TREND) * unit;
        change->slope_error = sqrt(get_covariance(&robust, TERM_TREND, TERM_TREND)) * unit;
        change->before = get_line(&robust, break_time, &of_line);
        change->spread = get_spread(&robust);
        half = gsl_cdf_tdist_Qinv(side, (double)(series->count - robust.term_count)) * change->error;
        change->low = change->change - half;
        change->high = change->change + half;
    }
    free_robust(&robust);
    return status;
}
