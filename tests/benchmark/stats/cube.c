/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* cube [UNITS [THREADS]]: how long the trends, steps and full years of every unit take: 10.600 communes of 34 provinces, one indicator, 65 months. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include <qcdc/trend.h>
#include <qcdc/year-estimate.h>

enum {
    UNITS = 10600,
    PROVINCES = 34,
    FIRST_YEAR = 2021,
    MONTHS = 65
};

static uint32_t threads = 1;

static void check(QcdcStatus status, const QcdcError *error)
{
    if (status == QCDC_OK)
        return;
    fprintf(stderr, "%s\n", error->text);
    exit(2);
}

static void *make(size_t count, size_t size)
{
    void *made = calloc(count, size);
    if (made == NULL)
        exit(3);
    return made;
}

static QcdcPeriod get_month(int32_t at)
{
    return (QcdcPeriod){.start = FIRST_YEAR * 12 + at, .count = 1, .kind = QCDC_PERIOD_MONTH};
}

static QcdcCatalog *make_catalog(size_t units)
{
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    QcdcError error = {0};
    check(qcdc_catalog_builder_new(&builder, &error), &error);
    for (size_t i = 0; i < PROVINCES + units; i++) {
        char code[24], parent[24];
        const char *values[QCDC_UNIT_FIELD_END] = {0};
        snprintf(code, sizeof code, "u%zu", i);
        snprintf(parent, sizeof parent, "u%zu", i % PROVINCES);
        values[QCDC_UNIT_CODE] = values[QCDC_UNIT_NAME] = code;
        values[QCDC_UNIT_LEVEL] = i < PROVINCES ? "0" : "1";
        values[QCDC_UNIT_PARENT] = i < PROVINCES ? NULL : parent;
        QcdcRecord record = {.values = values, .value_count = QCDC_UNIT_FIELD_END};
        check(qcdc_catalog_builder_add_unit(builder, &record, NULL, &error), &error);
    }
    const char *values[QCDC_INDICATOR_FIELD_END] = {[QCDC_INDICATOR_CODE] = "n", [QCDC_INDICATOR_NAME] = "Đơn", [QCDC_INDICATOR_NATURE] = "flow", [QCDC_INDICATOR_MEASURE] = "đơn"};
    QcdcRecord record = {.values = values, .value_count = QCDC_INDICATOR_FIELD_END};
    check(qcdc_catalog_builder_add_indicator(builder, &record, NULL, &error), &error);
    check(qcdc_catalog_builder_freeze(builder, NULL, &catalog, &error), &error);
    qcdc_catalog_builder_free(builder);
    return catalog;
}

static QcdcCube *make_cube(size_t units)
{
    size_t count = units * MONTHS;
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    QcdcUnitId *unit = make(count, sizeof *unit);
    QcdcIndicatorId *indicator = make(count, sizeof *indicator);
    QcdcPeriod *period = make(count, sizeof *period);
    int64_t *value = make(count, sizeof *value);
    for (size_t i = 0; i < count; i++) {
        unit[i] = (QcdcUnitId)(PROVINCES + i / MONTHS);
        period[i] = get_month((int32_t)(i % MONTHS));
        value[i] = gsl_ran_poisson(random, 4 + (double)(i / MONTHS % 40) * (1 + (double)(i % 12) / 12));
    }
    QcdcColumns columns = {.size = sizeof columns, .count = count, .units = unit, .indicators = indicator, .periods = period, .coefficients = value};
    QcdcCatalog *catalog = make_catalog(units);
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    QcdcCube *cube = NULL;
    QcdcError error = {0};
    check(qcdc_dataset_builder_new(catalog, 0, &builder, &error), &error);
    check(qcdc_dataset_builder_append_columns(builder, &columns, NULL, &error), &error);
    check(qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error), &error);
    check(qcdc_dataset_rollup(dataset, NULL, &cube, &error), &error);
    qcdc_dataset_unref(dataset);
    qcdc_dataset_builder_free(builder);
    qcdc_catalog_unref(catalog);
    free(unit), free(indicator), free(period), free(value);
    gsl_rng_free(random);
    return cube;
}

static double get_seconds(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void print(const char *what, size_t count, size_t given, double start)
{
    printf("%-28s %zu series, %zu given: %.2f s\n", what, count, given, get_seconds() - start);
}

static void time_trends(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count, QcdcTrendMethod method, const char *what)
{
    QcdcTrendOptions options = {.method = method, .threads = threads};
    QcdcCubeTrend *trends = make(count, sizeof *trends);
    QcdcError error = {0};
    double start = get_seconds();
    size_t given = 0;
    check(qcdc_cube_read_trends(cube, units, indicators, count, get_month(0), get_month(MONTHS - 1), &options, trends, &error), &error);
    for (size_t i = 0; i < count; i++)
        given += trends[i].state == QCDC_TREND_STATE_GIVEN;
    print(what, count, given, start);
    free(trends);
}

static void time_steps(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count)
{
    QcdcTrendOptions options = {.threads = threads};
    QcdcCubeLevelChange *changes = make(count, sizeof *changes);
    QcdcError error = {0};
    double start = get_seconds();
    size_t given = 0;
    check(qcdc_cube_read_level_changes(cube, units, indicators, count, get_month(0), get_month(MONTHS - 1), get_month(42), &options, changes, &error), &error);
    for (size_t i = 0; i < count; i++)
        given += changes[i].state == QCDC_TREND_STATE_GIVEN;
    print("changes of level", count, given, start);
    free(changes);
}

static void time_years(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count)
{
    QcdcPeriod reached = {.start = (FIRST_YEAR + 5) * 12, .count = 5, .kind = QCDC_PERIOD_TO_DATE};
    QcdcYearEstimate *estimates = make(count, sizeof *estimates);
    QcdcError error = {0};
    double start = get_seconds();
    size_t given = 0;
    check(qcdc_cube_read_year_estimates(cube, units, indicators, count, reached, NULL, estimates, &error), &error);
    for (size_t i = 0; i < count; i++)
        given += estimates[i].state == QCDC_YEAR_ESTIMATE_STATE_GIVEN;
    print("full years", count, given, start);
    free(estimates);
}

int main(int argc, char **argv)
{
    size_t units = argc > 1 ? strtoul(argv[1], NULL, 10) : UNITS, count = PROVINCES + units;
    threads = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 1;
    QcdcCube *cube = make_cube(units);
    QcdcUnitId *ids = make(count, sizeof *ids);
    QcdcIndicatorId *indicators = make(count, sizeof *indicators);
    for (size_t i = 0; i < count; i++)
        ids[i] = (QcdcUnitId)i;
    time_trends(cube, ids, indicators, count, QCDC_TREND_THEIL_SEN, "Theil-Sen and Mann-Kendall");
    time_trends(cube, ids, indicators, count, QCDC_TREND_ROBUST, "robust lines by season");
    time_steps(cube, ids, indicators, count);
    time_years(cube, ids, indicators, count);
    free(ids), free(indicators);
    qcdc_cube_unref(cube);
    return 0;
}
