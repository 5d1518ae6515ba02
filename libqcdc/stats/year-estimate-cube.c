/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/readings-private.h"
#include "stats/year-sums-private.h"

/* What is asked of each year, the latest first: the label of its first months, the year, and what the first months are made of. */
enum {
    SLOT_LABEL,
    SLOT_YEAR,
    SLOT_PARTS,
    MONTHS_OF_YEAR = 12,
    MONTHS_OF_QUARTER = 3
};

/* How a caller's question is laid out in periods. */
typedef struct Question {
    QcdcPeriod reached;
    size_t parts, width, years; /* @parts tiles of the first months; @width periods a year; @years with this one */
} Question;

static bool is_beginning(QcdcPeriod period)
{
    bool is_kind =
        period.kind == QCDC_PERIOD_MONTH || period.kind == QCDC_PERIOD_QUARTER || period.kind == QCDC_PERIOD_HALF || period.kind == QCDC_PERIOD_TO_DATE;
    return is_kind && qcdc_period_is_valid(period) && period.start % MONTHS_OF_YEAR == 0;
}

/* Whole quarters and the months after them. */
static Question ask(QcdcPeriod reached)
{
    Question question = {.reached = reached, .years = QCDC_YEAR_ESTIMATE_MOST_YEARS + (size_t)1};
    question.parts = (size_t)(reached.count / MONTHS_OF_QUARTER + reached.count % MONTHS_OF_QUARTER);
    question.width = SLOT_PARTS + question.parts;
    return question;
}

static QcdcPeriod get_part(const Question *question, size_t part, int32_t start)
{
    int32_t quarters = question->reached.count / MONTHS_OF_QUARTER, at = (int32_t)part;
    if (at < quarters)
        return (QcdcPeriod){.start = start + at * MONTHS_OF_QUARTER, .count = MONTHS_OF_QUARTER, .kind = QCDC_PERIOD_QUARTER};
    return (QcdcPeriod){.start = start + quarters * MONTHS_OF_QUARTER + (at - quarters), .count = 1, .kind = QCDC_PERIOD_MONTH};
}

/* What lies before year 1 is held by no cube. */
static void set_periods(Readings *readings, const Question *question)
{
    for (size_t year = 0; year < question->years; year++) {
        QcdcPeriod *periods = readings->periods + year * question->width;
        int32_t start = question->reached.start - (int32_t)year * MONTHS_OF_YEAR;
        periods[SLOT_LABEL] = question->reached;
        periods[SLOT_LABEL].start = start;
        periods[SLOT_YEAR] = (QcdcPeriod){.start = start, .count = MONTHS_OF_YEAR, .kind = QCDC_PERIOD_YEAR};
        for (size_t part = 0; part < question->parts; part++)
            periods[SLOT_PARTS + part] = get_part(question, part, start);
    }
    readings_settle(readings);
}

static bool has_break(const QcdcCell *cell)
{
    return (cell->figure.status & QCDC_OBSERVATION_BREAK) != 0;
}

static bool is_part(QcdcPeriod part, QcdcPeriod whole)
{
    bool is_of_months = part.kind != QCDC_PERIOD_DAYS && !qcdc_period_equals(part, whole);
    return is_of_months && part.start >= whole.start && part.start + part.count <= whole.start + whole.count;
}

/* Does a new definition hold for all of a period that has a break? Then what the cube holds of it has the break where it begins, and there
 * alone; a period of which it holds no part was reported so. */
static QcdcStatus begins_anew(const QcdcCube *cube, const QcdcUnitId *unit, const QcdcIndicatorId *indicator, QcdcPeriod period, bool *out_begins,
                              QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    *out_begins = QCDC_FAULT("year-estimate-anew", period.start % MONTHS_OF_YEAR == 0, false);
    for (size_t i = 0; i < qcdc_cube_get_period_count(cube) && *out_begins && status == QCDC_OK; i++) {
        QcdcPeriod part = qcdc_cube_get_period(cube, i);
        QcdcCell cell;
        if (!is_part(part, period))
            continue;
        status = qcdc_cube_read_cells(cube, unit, indicator, &part, NULL, NULL, 1, &cell, error);
        if (status == QCDC_OK && cell.figure.state == QCDC_FIGURE_VALUED)
            *out_begins = has_break(&cell) == (part.start == period.start);
    }
    return status;
}

/* A period within which the definition changed is of neither. */
static QcdcStatus drop_breaks(Readings *readings, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < readings->held_count && readings->has_break && status == QCDC_OK; i++) {
        double *value = &readings->values[readings->places[i]];
        bool is_whole = true;
        if (has_break(&readings->cells[i]) && !isnan(*value))
            status = begins_anew(readings->cube, &readings->units[i], &readings->indicators[i], readings->held[i], &is_whole, error);
        if (!QCDC_FAULT("year-estimate-break", is_whole, true))
            *value = NAN;
    }
    return status;
}

/* The first months of a year: as they were reported, or by their parts. */
static double get_reached(const Readings *readings, const Question *question, size_t year)
{
    const double *values = readings->values + year * question->width;
    double sum = 0;
    if (!isnan(values[SLOT_LABEL]))
        return values[SLOT_LABEL];
    for (size_t part = 0; part < question->parts; part++)
        sum += values[SLOT_PARTS + part];
    return sum;
}

static bool has_figures(const Readings *readings, const Question *question, size_t year)
{
    size_t from = year * question->width, to = from + question->width;
    for (size_t i = 0; i < readings->held_count; i++)
        if (readings->places[i] >= from && readings->places[i] < to && readings->cells[i].figure.state == QCDC_FIGURE_VALUED)
            return true;
    return false;
}

static void estimate_one(const Readings *readings, const Question *question, const QcdcYearEstimateOptions *options, QcdcYearEstimate *estimate)
{
    YearSums sums = {.current = get_reached(readings, question, 0)};
    for (size_t year = 1; year < question->years && sums.count < options->most_years; year++) {
        double reached = get_reached(readings, question, year), total = readings->values[year * question->width + SLOT_YEAR];
        if (isnan(reached + total) && has_figures(readings, question, year))
            sums.left_out++;
        year_sums_add(&sums, reached, total);
    }
    year_sums_estimate(&sums, options, estimate);
}

static QcdcStatus read_one(Readings *readings, const Question *question, QcdcUnitId unit, QcdcIndicatorId indicator, const QcdcYearEstimateOptions *options,
                           QcdcYearEstimate *out_estimate, QcdcError *error)
{
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(readings->cube));
    QcdcYearEstimate estimate = {.parts = (uint32_t)question->reached.count, .parts_of_year = MONTHS_OF_YEAR, .state = QCDC_YEAR_ESTIMATE_STATE_NO_FLOW};
    QcdcStatus status = QCDC_OK;
    if (qcdc_catalog_get_indicator_nature(catalog, indicator) == QCDC_NATURE_FLOW) {
        status = readings_read(readings, unit, indicator, error);
        if (status != QCDC_OK)
            return status;
        status = drop_breaks(readings, error);
        if (status != QCDC_OK)
            return status;
        estimate_one(readings, question, options, &estimate);
    }
    *out_estimate = estimate;
    return QCDC_OK;
}

QcdcStatus qcdc_cube_read_year_estimates(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count,
                                         QcdcPeriod reached, const QcdcYearEstimateOptions *options, QcdcYearEstimate *out_estimates,
                                         QcdcError *error)
{
    QcdcYearEstimateOptions read;
    Readings readings;
    QcdcStatus status = readings_check(cube, units, indicators, count, out_estimates, error);
    if (status == QCDC_OK && !is_beginning(reached))
        status = qcdc_error_set_argument(error, "what is known of a year is its first 1 to 11 months: 2026-01/P5M, 2026-Q1, 2026-S1");
    if (status == QCDC_OK)
        status = year_sums_read_options(options, &read, error);
    if (status != QCDC_OK)
        return status;
    Question question = ask(reached);
    status = readings_init(&readings, cube, question.years * question.width, error);
    if (status != QCDC_OK)
        return status;
    set_periods(&readings, &question);
    for (size_t i = 0; i < count && status == QCDC_OK; i++)
        status = read_one(&readings, &question, units[i], indicators[i], &read, &out_estimates[i], error);
    readings_clear(&readings);
    return status;
}
