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
    MOST_TERMS = 3 /* level, trend, step */
};

/* A regression in units in which times and values lie within ±1. */
typedef struct Robust {
    gsl_multifit_robust_workspace *workspace;
    gsl_matrix *terms, *covariance;
    gsl_vector *values, *coefficients;
    size_t term_count;
    double time_middle, time_scale, value_middle, value_scale, spread;
} Robust;

/* GSL tests whether coefficients stand still in parts of themselves, which one of 0 never does: these are added beforehand and taken off at
 * the end, and since a robust line moves along with a line that is added, nothing else changes. */
static const double added[MOST_TERMS] = {2, 3, 4};

static void free_robust(Robust *robust)
{
    if (robust->workspace != NULL)
        gsl_multifit_robust_free(robust->workspace);
    gsl_matrix_free(robust->terms);
    gsl_matrix_free(robust->covariance);
    gsl_vector_free(robust->values);
    gsl_vector_free(robust->coefficients);
}

static bool make_robust(Robust *robust, size_t count, size_t term_count)
{
    robust->term_count = term_count;
    robust->workspace = gsl_multifit_robust_alloc(gsl_multifit_robust_bisquare, count, term_count);
    robust->terms = gsl_matrix_alloc(count, term_count);
    robust->covariance = gsl_matrix_alloc(term_count, term_count);
    robust->values = gsl_vector_alloc(count);
    robust->coefficients = gsl_vector_alloc(term_count);
    return robust->workspace != NULL && robust->terms != NULL && robust->covariance != NULL && robust->values != NULL && robust->coefficients != NULL;
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

static void fill(Robust *robust, const Series *series, double break_time)
{
    for (size_t i = 0; i < series->count; i++) {
        const SeriesPoint *point = &series->points[i];
        double terms[MOST_TERMS] = {1, (point->time - robust->time_middle) / robust->time_scale, point->time >= break_time};
        double value = (point->value - robust->value_middle) / robust->value_scale;
        for (size_t k = 0; k < robust->term_count; k++) {
            gsl_matrix_set(robust->terms, i, k, terms[k]);
            value += added[k] * terms[k];
        }
        gsl_vector_set(robust->values, i, value);
    }
}

/* Where more than half of the values lie on the line GSL's errors are nothing, or no number; then those of least squares stand for them, which
 * are too wide, not too narrow. */
static int find_errors(Robust *robust)
{
    gsl_multifit_robust_stats found = gsl_multifit_robust_statistics(robust->workspace);
    double lowest = 1e-6 * gsl_stats_sd(robust->values->data, robust->values->stride, robust->values->size), squares;
    robust->spread = found.sigma;
    if (QCDC_FAULT("trend-robust-errors", found.sigma_mad > lowest && isfinite(found.sigma), true))
        return GSL_SUCCESS;
    gsl_multifit_linear_workspace *workspace = gsl_multifit_linear_alloc(robust->terms->size1, robust->term_count);
    gsl_vector *coefficients = gsl_vector_alloc(robust->term_count);
    int state = GSL_ENOMEM;
    if (workspace != NULL && coefficients != NULL)
        state = gsl_multifit_linear(robust->terms, robust->values, coefficients, robust->covariance, &squares, workspace);
    if (state == GSL_SUCCESS)
        robust->spread = sqrt(squares / (double)(robust->terms->size1 - robust->term_count));
    gsl_multifit_linear_free(workspace);
    gsl_vector_free(coefficients);
    return state;
}

static QcdcStatus run(Robust *robust, const Series *series, double break_time, QcdcError *error)
{
    find_scales(robust, series);
    fill(robust, series, break_time);
    gsl_multifit_robust_maxiter(MOST_STEPS, robust->workspace);
    int state = gsl_multifit_robust(robust->terms, robust->values, robust->coefficients, robust->covariance, robust->workspace);
    if (state == GSL_SUCCESS)
        state = find_errors(robust);
    if (state == GSL_ENOMEM)
        return trend_fail_memory(error);
    if (state != GSL_SUCCESS)
        return trend_refuse(error, "the robust line of these values does not settle");
    return QCDC_OK;
}

static double get_coefficient(const Robust *robust, size_t term)
{
    return gsl_vector_get(robust->coefficients, term) - added[term];
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
    QcdcStatus status = make_robust(&robust, series->count, 2) ? run(&robust, series, HUGE_VAL, error) : trend_fail_memory(error);
    if (status == QCDC_OK) {
        double unit = robust.value_scale / robust.time_scale, half;
        trend->slope = get_coefficient(&robust, 1) * unit;
        trend->slope_error = sqrt(get_covariance(&robust, 1, 1)) * unit;
        trend->intercept = get_line(&robust, 0, &trend->intercept_error);
        trend->spread = get_spread(&robust);
        half = gsl_cdf_tdist_Qinv(side, (double)series->count - 2) * trend->slope_error;
        trend->low = trend->slope - half;
        trend->high = trend->slope + half;
    }
    free_robust(&robust);
    return status;
}

QcdcStatus series_find_step(const Series *series, double break_time, double side, QcdcLevelChange *change, QcdcError *error)
{
    Robust robust = {0};
    QcdcStatus status = make_robust(&robust, series->count, 3) ? run(&robust, series, break_time, error) : trend_fail_memory(error);
    if (status == QCDC_OK) {
        double unit = robust.value_scale / robust.time_scale, half, of_line;
        change->change = robust.value_scale * get_coefficient(&robust, 2);
        change->error = robust.value_scale * sqrt(get_covariance(&robust, 2, 2));
        change->slope = get_coefficient(&robust, 1) * unit;
        change->slope_error = sqrt(get_covariance(&robust, 1, 1)) * unit;
        change->before = get_line(&robust, break_time, &of_line);
        change->spread = get_spread(&robust);
        half = gsl_cdf_tdist_Qinv(side, (double)series->count - 3) * change->error;
        change->low = change->change - half;
        change->high = change->change + half;
    }
    free_robust(&robust);
    return status;
}
