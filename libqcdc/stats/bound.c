/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/bound-private.h"

#include <math.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>

#include "kernel/error-private.h"

enum {
    MOST_STEPS = 200
};

/* What e to the power of may be, with room to both sides. */
static const double farthest = 700;

typedef struct Search {
    BoundTail tail;
    const void *context;
    double wanted;
} Search;

static double miss(double logarithm, void *data)
{
    const Search *search = data;
    return search->tail(search->context, logarithm) - search->wanted;
}

/* Widens a bracket about @start until the tail passes the wanted value in it; ends at the farthest. */
static void find_bracket(Search *search, double start, double *low, double *high)
{
    double step = 0.5, there = miss(start, search);
    *low = *high = start;
    for (int sides = 0; sides < MOST_STEPS && *high - *low < 2 * farthest; sides++, step *= 1.5) {
        *low = fmax(start - step, -farthest);
        *high = fmin(start + step, farthest);
        double below = miss(*low, search), above = miss(*high, search);
        if ((below < 0) != (above < 0)) {
            *((below < 0) == (there < 0) ? low : high) = start;
            return;
        }
    }
}

static QcdcStatus run(gsl_root_fsolver *solver, Search *search, double low, double high, double *out_logarithm, QcdcError *error)
{
    gsl_function function = {.function = miss, .params = search};
    int state = gsl_root_fsolver_set(solver, &function, low, high);
    for (int i = 0; i < MOST_STEPS && state == GSL_SUCCESS; i++) {
        state = gsl_root_fsolver_iterate(solver);
        low = gsl_root_fsolver_x_lower(solver);
        high = gsl_root_fsolver_x_upper(solver);
        if (state == GSL_SUCCESS && gsl_root_test_interval(low, high, 1e-14, 1e-15) == GSL_SUCCESS)
            break;
    }
    if (state != GSL_SUCCESS)
        return qcdc_error_set_argument(error, "no bound of such figures can be told apart");
    *out_logarithm = gsl_root_fsolver_root(solver);
    return QCDC_OK;
}

QcdcStatus bound_find(BoundTail tail, const void *context, double wanted, double start, double *out_logarithm, QcdcError *error)
{
    Search search = {.tail = tail, .context = context, .wanted = wanted};
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    double low, high;
    QcdcStatus status;
    if (solver == NULL)
        return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory to look for a bound", NULL, NULL);
    find_bracket(&search, start, &low, &high);
    status = run(solver, &search, low, high, out_logarithm, error);
    gsl_root_fsolver_free(solver);
    return status;
}

QcdcStatus bound_read_level(double level, double *out_level, double *out_side, QcdcError *error)
{
    if (!(level >= 0 && level < 1))
        return qcdc_error_set_argument(error, "a level is above 0 and below 1, such as 0.95");
    *out_level = level > 0 ? level : 0.95;
    *out_side = (1 - *out_level) / 2;
    return QCDC_OK;
}
