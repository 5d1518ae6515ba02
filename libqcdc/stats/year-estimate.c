/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include <glib.h>

#include "kernel/error-private.h"
#include "stats/year-sums-private.h"

enum {
    MOST_PARTS = 366,
    MOST_GIVEN_YEARS = 10000
};

static const double farthest = 1e100;

static bool are_near(const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (fabs(numbers[i]) > farthest)
            return false;
    return true;
}

static QcdcStatus check(const double *years, size_t year_count, uint32_t parts_of_year, const double *current, uint32_t parts, const QcdcYearEstimate *estimate,
                        QcdcError *error)
{
    if (current == NULL || estimate == NULL || (years == NULL && year_count > 0))
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (parts_of_year < 2 || parts_of_year > MOST_PARTS || parts < 1 || parts >= parts_of_year)
        return qcdc_error_set_argument(error, "a year has 2 to 366 parts, of which some are known and some are not");
    if (year_count > MOST_GIVEN_YEARS)
        return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "more than 10000 past years", NULL, NULL);
    if (!are_near(years, year_count * parts_of_year) || !are_near(current, parts))
        return qcdc_error_set_argument(error, "a figure is not within ±10^100");
    return QCDC_OK;
}

static double sum(const double *numbers, uint32_t count)
{
    double all = 0;
    for (uint32_t i = 0; i < count; i++)
        all += numbers[i];
    return all;
}

/* The latest years that have figures come first, for these are kept. */
static void gather(YearSums *sums, const double *years, size_t year_count, uint32_t parts_of_year, uint32_t parts, uint32_t most)
{
    for (size_t i = year_count; i-- > 0 && sums->count < most;) {
        double reached = sum(years + i * parts_of_year, parts), total = reached + sum(years + i * parts_of_year + parts, parts_of_year - parts);
        if (isnan(total))
            sums->left_out++;
        year_sums_add(sums, reached, total);
    }
}

static QcdcStatus refuse(const QcdcYearEstimate *estimate, QcdcError *error)
{
    char text[120];
    const char *what = text;
    switch ((QcdcYearEstimateState)estimate->state) {
    case QCDC_YEAR_ESTIMATE_STATE_CURRENT:
        what = "a part of this year is missing, or their sum is below 0";
        break;
    case QCDC_YEAR_ESTIMATE_STATE_NOTHING:
        what = "this year has nothing yet, and a share of nothing says nothing";
        break;
    case QCDC_YEAR_ESTIMATE_STATE_NO_SHARE:
        what = "a past year came whole before this time of the year, or after it: there is no share to go by";
        break;
    default:
        g_snprintf(text, sizeof text, "a full-year estimate needs 3 full past years, there are %u", estimate->years);
    }
    return qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, what, NULL, NULL);
}

QcdcStatus qcdc_year_estimate_find(const double *years, size_t year_count, uint32_t parts_of_year, const double *current, uint32_t parts,
                                   const QcdcYearEstimateOptions *options, QcdcYearEstimate *out_estimate, QcdcError *error)
{
    QcdcYearEstimateOptions read;
    YearSums sums = {0};
    QcdcYearEstimate estimate = {.parts = parts, .parts_of_year = parts_of_year};
    QcdcStatus status = check(years, year_count, parts_of_year, current, parts, out_estimate, error);
    if (status == QCDC_OK)
        status = year_sums_read_options(options, &read, error);
    if (status != QCDC_OK)
        return status;
    gather(&sums, years, year_count, parts_of_year, parts, read.most_years);
    sums.current = sum(current, parts);
    year_sums_estimate(&sums, &read, &estimate);
    if (estimate.state != QCDC_YEAR_ESTIMATE_STATE_GIVEN)
        return refuse(&estimate, error);
    *out_estimate = estimate;
    return QCDC_OK;
}
