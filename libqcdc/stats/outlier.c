/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>
#include <string.h>

#include <glib.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "stats/gsl-guard-private.h"
#include "stats/options-private.h"
#include "stats/outlier-private.h"
#include "stats/workers-private.h"

struct QcdcOutliers {
    gint references;
    QcdcOutlier *items;
    size_t count, judged, left;
};

static QcdcStatus fail_memory(QcdcError *error)
{
    return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory to look for outliers", NULL, NULL);
}

/* Options */

static bool is_bound(QcdcPeriod period)
{
    return period.kind == QCDC_PERIOD_NONE || (qcdc_period_is_valid(period) && period.kind != QCDC_PERIOD_DAYS);
}

static QcdcStatus check_options(const QcdcCatalog *catalog, const QcdcOutlierOptions *options, QcdcError *error)
{
    if ((options->indicator_count > 0 && options->indicators == NULL) || (options->unit_count > 0 && options->units == NULL))
        return qcdc_error_set_argument(error, "a count without its units or indicators");
    if (!(options->threshold >= 0 && options->threshold <= 1000))
        return qcdc_error_set_argument(error, "a threshold is above 0, at most 1000, such as 4");
    if (options->threads > WORKERS_MOST)
        return qcdc_error_set_argument(error, "there are at most 64 threads");
    if (!is_bound(options->first) || !is_bound(options->last))
        return qcdc_error_set_argument(error, "first and last are months or longer periods of the calendar");
    for (size_t i = 0; i < options->unit_count; i++)
        if (options->units[i] >= qcdc_catalog_get_unit_count(catalog))
            return qcdc_error_set_argument(error, "a unit that the catalog does not have");
    for (size_t i = 0; i < options->indicator_count; i++)
        if (options->indicators[i] >= qcdc_catalog_get_indicator_count(catalog))
            return qcdc_error_set_argument(error, "an indicator that the catalog does not have");
    return QCDC_OK;
}

static bool is_counted(const QcdcCatalog *catalog, QcdcIndicatorId indicator)
{
    QcdcNature nature = qcdc_catalog_get_indicator_nature(catalog, indicator);
    const char *formula = qcdc_catalog_get_indicator_text(catalog, indicator, QCDC_INDICATOR_FORMULA);
    return (nature == QCDC_NATURE_FLOW || nature == QCDC_NATURE_OPENING || nature == QCDC_NATURE_STOCK || nature == QCDC_NATURE_CLOSING ||
            nature == QCDC_NATURE_DISTINCT) &&
           (formula == NULL || formula[0] == '\0');
}

/* Which indicators are looked at; one that was named twice is looked at once. */
static QcdcStatus choose_indicators(const QcdcCatalog *catalog, const QcdcOutlierOptions *options, uint8_t *is_chosen, QcdcError *error)
{
    size_t count = qcdc_catalog_get_indicator_count(catalog);
    for (size_t i = 0; i < options->indicator_count; i++) {
        QcdcIndicatorId indicator = options->indicators[i];
        if (!is_counted(catalog, indicator))
            return qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "ratios, scores, ranks, cumulated figures and formulas are no counts",
                                  qcdc_catalog_get_indicator_text(catalog, indicator, QCDC_INDICATOR_CODE), "look at the figures they are made of");
        is_chosen[indicator] = 1;
    }
    for (size_t i = 0; options->indicator_count == 0 && i < count; i++)
        is_chosen[i] = is_counted(catalog, (QcdcIndicatorId)i);
    return QCDC_OK;
}

/* Periods */

static size_t get_months(QcdcPeriodKind kind)
{
    return kind == QCDC_PERIOD_MONTH ? 1 : kind == QCDC_PERIOD_QUARTER ? 3 : kind == QCDC_PERIOD_HALF ? 6 : 12;
}

/* Lays the periods of a kind from the first to the last that the cube has; none where it has none. */
static bool lay_periods(OutlierTable *table, QcdcPeriodKind kind)
{
    size_t months = get_months(kind), count = qcdc_cube_get_period_count(table->cube);
    int32_t first = INT32_MAX, last = INT32_MIN;
    for (size_t i = 0; i < count; i++) {
        QcdcPeriod period = qcdc_cube_get_period(table->cube, i);
        if (period.kind == kind) {
            first = MIN(first, period.start);
            last = MAX(last, period.start);
        }
    }
    table->period_count = first > last ? 0 : (size_t)(last - first) / months + 1;
    table->season = 12 / months;
    table->periods = g_try_new0(QcdcPeriod, table->period_count + 1);
    for (size_t i = 0; table->periods != NULL && i < count; i++) {
        QcdcPeriod period = qcdc_cube_get_period(table->cube, i);
        if (period.kind == kind)
            table->periods[(size_t)(period.start - first) / months] = period;
    }
    return table->periods != NULL;
}

static void bound_periods(OutlierTable *table, const QcdcOutlierOptions *options)
{
    bool has_first = options->first.kind != QCDC_PERIOD_NONE, has_last = options->last.kind != QCDC_PERIOD_NONE;
    table->judged_from = 0;
    table->judged_to = table->period_count;
    for (size_t i = 0; table->periods != NULL && i < table->period_count; i++) {
        QcdcPeriod period = table->periods[i];
        bool is_none = period.kind == QCDC_PERIOD_NONE;
        if (has_first && table->judged_from == i && (is_none || period.start < options->first.start))
            table->judged_from = i + 1;
        if (has_last && table->judged_to > i && !is_none && period.start + period.count > options->last.start + options->last.count)
            table->judged_to = i;
    }
}

/* Passes */

static QcdcStatus foretell_units(void *context, size_t first, size_t count, QcdcError *error)
{
    OutlierTable *table = context;
    Series series;
    bool is_there = series_begin(&series, table);
    for (size_t unit = first; is_there && unit < first + count; unit++) {
        if (series_take(&series, unit))
            series_foretell_alone(&series);
    }
    series_end(&series);
    return is_there ? QCDC_OK : fail_memory(error);
}

/* Adds what was found in a table to the list. */
static QcdcStatus take(const OutlierTable *table, size_t unit, size_t at, const Series *series, QcdcOutlier *outlier, QcdcError *error)
{
    QcdcUnitId id = (QcdcUnitId)unit;
    uint8_t scope = (table->marks[unit * table->period_count + at] & MARK_TOTAL) != 0 ? QCDC_SCOPE_TOTAL : QCDC_SCOPE_OWN;
    QcdcCell cell;
    QcdcStatus status = qcdc_cube_read_cells(table->cube, &id, &table->indicator, &table->periods[at], &scope, NULL, 1, &cell, error);
    if (status != QCDC_OK)
        return status;
    double unit_of_last = pow(10, (double)cell.figure.value.decimals);
    *outlier = (QcdcOutlier){.unit = id, .indicator = table->indicator, .period = table->periods[at], .scope = scope,
                             .status = cell.figure.status, .value = cell.figure.value};
    outlier_tell(series, at, outlier);
    outlier->low /= unit_of_last;
    outlier->typical /= unit_of_last;
    outlier->high /= unit_of_last;
    return QCDC_OK;
}

static QcdcStatus take_unit(const OutlierTable *table, size_t unit, Series *series, QcdcOutliers *outliers, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    bool is_ready = false;
    for (size_t i = table->judged_from; i < table->judged_to && status == QCDC_OK; i++) {
        uint8_t marks = table->marks[unit * table->period_count + i];
        outliers->judged += (marks & MARK_JUDGED) != 0;
        outliers->left += (marks & MARK_JUDGED) == 0 && !isnan(table->values[unit * table->period_count + i]);
        if ((marks & MARK_FOUND) == 0)
            continue;
        if (!is_ready) {
            is_ready = series_take(series, unit);
            series_foretell(series);
        }
        status = take(table, unit, i, series, &outliers->items[outliers->count], error);
        outliers->count += status == QCDC_OK;
    }
    return status;
}

static QcdcStatus take_found(const OutlierTable *table, QcdcOutliers *outliers, QcdcError *error)
{
    size_t found = 0;
    Series series;
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < table->unit_count * table->period_count; i++)
        found += (table->marks[i] & MARK_FOUND) != 0;
    QcdcOutlier *grown = g_try_renew(QcdcOutlier, outliers->items, outliers->count + found + 1);
    if (grown != NULL)
        outliers->items = grown;
    if (!series_begin(&series, table) || grown == NULL)
        status = fail_memory(error);
    for (size_t unit = 0; unit < table->unit_count && status == QCDC_OK; unit++)
        if (table->is_asked[unit])
            status = take_unit(table, unit, &series, outliers, error);
    series_end(&series);
    return status;
}

static bool has_observations(const OutlierTable *table)
{
    for (size_t i = 0; i < table->unit_count * table->period_count; i++)
        if (!isnan(table->values[i]))
            return true;
    return false;
}

static QcdcStatus look_at_table(OutlierTable *table, QcdcOutliers *outliers, QcdcError *error)
{
    QcdcStatus status = workers_run(foretell_units, table, table->unit_count, table->threads, error);
    for (int part = 0; part < 2 && status == QCDC_OK; part++)
        status = peers_find_factors(table->peers, table->values, &table->parts[part][0].mean, sizeof(Foretold) / sizeof(double),
                                    table->period_count, table->threads, &table->factors[part], error);
    if (status == QCDC_OK)
        status = outlier_find_spreads(table, true, error);
    if (status == QCDC_OK)
        status = outlier_find_spreads(table, false, error);
    if (status == QCDC_OK)
        status = outlier_judge(table, error);
    return status == QCDC_OK ? take_found(table, outliers, error) : status;
}

/* One indicator in the periods that are laid; *@out_done tells whether it has figures of them. */
static QcdcStatus look_at_indicator(OutlierTable *table, QcdcOutliers *outliers, bool *out_done, QcdcError *error)
{
    QcdcStatus status = outlier_table_load(table, error);
    *out_done = status == QCDC_OK && has_observations(table);
    if (*out_done)
        status = look_at_table(table, outliers, error);
    outlier_table_clear(table);
    return status;
}

/* The indicators that were chosen and had no figures of finer periods. */
static QcdcStatus look_at_kind(OutlierTable *table, QcdcPeriodKind kind, const QcdcOutlierOptions *options, uint8_t *is_chosen,
                               QcdcOutliers *outliers, QcdcError *error)
{
    Peers peers = {0};
    QcdcStatus status = lay_periods(table, kind) ? QCDC_OK : fail_memory(error);
    if (status == QCDC_OK && table->period_count > 0)
        status = peers_gather(table->catalog, table->periods, table->period_count, &peers, error);
    table->peers = &peers;
    bound_periods(table, options);
    for (size_t i = 0; i < qcdc_catalog_get_indicator_count(table->catalog) && status == QCDC_OK && table->period_count > 0; i++) {
        bool is_done = false;
        table->indicator = (QcdcIndicatorId)i;
        if (is_chosen[i])
            status = look_at_indicator(table, outliers, &is_done, error);
        is_chosen[i] = is_chosen[i] && !is_done;
    }
    peers_clear(&peers);
    g_free(table->periods);
    table->periods = NULL;
    return status;
}

static QcdcStatus look_at_all(OutlierTable *table, const QcdcOutlierOptions *options, uint8_t *is_chosen, QcdcOutliers *outliers, QcdcError *error)
{
    static const QcdcPeriodKind kinds[] = {QCDC_PERIOD_MONTH, QCDC_PERIOD_QUARTER, QCDC_PERIOD_HALF, QCDC_PERIOD_YEAR};
    QcdcStatus status = QCDC_OK;
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0] && status == QCDC_OK; k++)
        status = look_at_kind(table, kinds[k], options, is_chosen, outliers, error);
    return status;
}

/* What was found */

static int compare(const void *left, const void *right, void *data)
{
    const QcdcOutlier *a = left, *b = right;
    (void)data;
    if (a->unit != b->unit)
        return a->unit < b->unit ? -1 : 1;
    if (a->indicator != b->indicator)
        return a->indicator < b->indicator ? -1 : 1;
    return qcdc_period_compare(a->period, b->period);
}

static QcdcStatus find(const QcdcCube *cube, const QcdcOutlierOptions *options, uint8_t *is_asked, uint8_t *is_chosen, QcdcOutliers *outliers,
                       QcdcError *error)
{
    QcdcCatalog *catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube));
    OutlierTable table = {.cube = cube, .catalog = catalog, .is_asked = is_asked, .unit_count = qcdc_catalog_get_unit_count(catalog),
                          .threshold = options->threshold > 0 ? options->threshold : 4, .threads = options->threads,
                          .takes_sums = options->sums != 0};
    if (is_asked == NULL || is_chosen == NULL || outliers == NULL)
        return fail_memory(error);
    for (size_t i = 0; i < table.unit_count; i++)
        is_asked[i] = options->unit_count == 0;
    for (size_t i = 0; i < options->unit_count; i++)
        is_asked[options->units[i]] = 1;
    QcdcStatus status = choose_indicators(catalog, options, is_chosen, error);
    if (status != QCDC_OK)
        return status;
    gsl_guard_enter();
    status = look_at_all(&table, options, is_chosen, outliers, error);
    gsl_guard_leave();
    if (status == QCDC_OK && outliers->count > 0)
        g_qsort_with_data(outliers->items, (gint)outliers->count, sizeof *outliers->items, compare, NULL);
    return status;
}

QcdcStatus qcdc_cube_find_outliers(const QcdcCube *cube, const QcdcOutlierOptions *options, QcdcOutliers **out_outliers, QcdcError *error)
{
    QcdcOutlierOptions read = {0};
    if (cube == NULL || out_outliers == NULL)
        return qcdc_error_set_argument(error, "a pointer is missing");
    options_copy(&read, sizeof read, options);
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube));
    QcdcStatus status = check_options(catalog, &read, error);
    if (status != QCDC_OK)
        return status;
    uint8_t *is_asked = g_try_new0(uint8_t, qcdc_catalog_get_unit_count(catalog) + 1);
    uint8_t *is_chosen = g_try_new0(uint8_t, qcdc_catalog_get_indicator_count(catalog) + 1);
    QcdcOutliers *outliers = g_try_new0(QcdcOutliers, 1);
    if (outliers != NULL)
        outliers->references = 1;
    status = find(cube, &read, is_asked, is_chosen, outliers, error);
    g_free(is_asked);
    g_free(is_chosen);
    if (status == QCDC_OK)
        *out_outliers = outliers;
    else
        qcdc_outliers_unref(outliers);
    return status;
}

QcdcOutliers *qcdc_outliers_ref(QcdcOutliers *outliers)
{
    if (outliers != NULL)
        g_atomic_int_inc(&outliers->references);
    return outliers;
}

void qcdc_outliers_unref(QcdcOutliers *outliers)
{
    if (outliers == NULL || !g_atomic_int_dec_and_test(&outliers->references))
        return;
    g_free(outliers->items);
    g_free(outliers);
}

size_t qcdc_outliers_get_count(const QcdcOutliers *outliers)
{
    return outliers != NULL ? outliers->count : 0;
}

size_t qcdc_outliers_get_judged_count(const QcdcOutliers *outliers)
{
    return outliers != NULL ? outliers->judged : 0;
}

size_t qcdc_outliers_get_left_count(const QcdcOutliers *outliers)
{
    return outliers != NULL ? outliers->left : 0;
}

QcdcStatus qcdc_outliers_read(const QcdcOutliers *outliers, size_t first, size_t count, QcdcOutlier *out_outliers, QcdcError *error)
{
    if (outliers == NULL || (out_outliers == NULL && count > 0))
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (first > outliers->count || count > outliers->count - first)
        return qcdc_error_set_argument(error, "entries past the end");
    if (count > 0)
        memcpy(out_outliers, outliers->items + first, count * sizeof *out_outliers);
    return QCDC_OK;
}
