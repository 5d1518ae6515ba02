/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Columns of cells and of changes hold what the records hold, entry by entry, on the bundles of the tree. */

#include <qcdc/bundle.h>

#include "cells.h"
#include "expect.h"
#include "suite.h"

enum {
    MOST_COLUMNS = 24,
    UNTOUCHED = 0x5A
};

/* One array of a struct of columns: where its pointer stands, and the size of an entry. */
typedef struct ColumnPlace {
    const char *name;
    size_t offset, size;
} ColumnPlace;

#define CHANGE(column) { #column, offsetof(QcdcChangeColumns, column), sizeof *((QcdcChangeColumns *)0)->column }
#define CELL(column) { #column, offsetof(QcdcCellColumns, column), sizeof *((QcdcCellColumns *)0)->column }

static const ColumnPlace change_places[] = {
    CHANGE(units), CHANGE(indicators), CHANGE(base_indices), CHANGE(periods), CHANGE(base_periods), CHANGE(current),
    CHANGE(current_decimals), CHANGE(current_denominators), CHANGE(current_denominator_decimals), CHANGE(current_states),
    CHANGE(base), CHANGE(base_decimals), CHANGE(base_denominators), CHANGE(base_denominator_decimals), CHANGE(base_states),
    CHANGE(differences), CHANGE(difference_decimals), CHANGE(has_differences), CHANGE(percents), CHANGE(has_percents),
    CHANGE(directions), CHANGE(caveats),
};
static const ColumnPlace cell_places[] = {
    CELL(coefficients), CELL(decimals), CELL(denominators), CELL(denominator_decimals), CELL(states),
    CELL(statuses), CELL(origins), CELL(expected), CELL(present), CELL(valued),
};

enum {
    CHANGE_COLUMNS = sizeof change_places / sizeof change_places[0],
    CELL_COLUMNS = sizeof cell_places / sizeof cell_places[0]
};

/* Arrays with an entry more than is asked for, which must stay as it is. */
typedef struct Storage {
    const ColumnPlace *places;
    size_t column_count, entries;
    unsigned char *arrays[MOST_COLUMNS];
} Storage;

static Storage storage_new(const ColumnPlace *places, size_t column_count, size_t entries)
{
    Storage storage = { places, column_count, entries, { NULL } };
    for (size_t k = 0; k < column_count; k++) {
        storage.arrays[k] = malloc((entries + 1) * places[k].size);
        CU_ASSERT_PTR_NOT_NULL_FATAL(storage.arrays[k]);
        memset(storage.arrays[k], UNTOUCHED, (entries + 1) * places[k].size);
    }
    return storage;
}

static void storage_clear(Storage *storage)
{
    for (size_t k = 0; k < storage->column_count; k++)
        free(storage->arrays[k]);
}

/* The array @column alone into @columns, or all where it is the count of columns. */
static void point(void *columns, const Storage *storage, size_t column)
{
    for (size_t k = 0; k < storage->column_count; k++) {
        void *array = column == storage->column_count || column == k ? storage->arrays[k] : NULL;
        memcpy((char *)columns + storage->places[k].offset, &array, sizeof array);
    }
}

static QcdcChangeColumns change_columns(const Storage *storage, size_t column)
{
    QcdcChangeColumns columns = { .size = sizeof columns };
    point(&columns, storage, column);
    return columns;
}

static QcdcCellColumns cell_columns(const Storage *storage, size_t column)
{
    QcdcCellColumns columns = { .size = sizeof columns };
    point(&columns, storage, column);
    return columns;
}

/* Entries first … of @wanted and the one after them untouched. */
static void expect_column(const char *where, const Storage *got, const Storage *wanted, size_t first, size_t k)
{
    size_t size = got->places[k].size, bytes = got->entries * size;
    bool is_same = memcmp(got->arrays[k], wanted->arrays[k] + first * size, bytes) == 0;
    for (size_t i = 0; i < size; i++)
        is_same = is_same && got->arrays[k][bytes + i] == UNTOUCHED;
    if (!is_same)
        printf("# %s: column %s differs\n", where, got->places[k].name);
    CU_ASSERT(is_same);
}

static void expect_columns(const char *where, const Storage *got, const Storage *wanted, size_t first)
{
    for (size_t k = 0; k < got->column_count; k++)
        expect_column(where, got, wanted, first, k);
}

/* What the records say */

static bool is_valued(const QcdcFigure *figure)
{
    return figure->state == QCDC_FIGURE_VALUED;
}

static void tell_row(QcdcChangeColumns *c, size_t i, const QcdcComparisonRow *row)
{
    const QcdcFigure *now = &row->change.current, *then = &row->change.base;
    bool now_divides = is_valued(now) && now->is_fraction, then_divides = is_valued(then) && then->is_fraction;
    c->units[i] = row->unit;
    c->indicators[i] = row->indicator;
    c->base_indices[i] = (uint32_t)row->base_index;
    c->periods[i] = row->period;
    c->base_periods[i] = row->base_period;
    c->current[i] = is_valued(now) ? now->value.coefficient : 0;
    c->current_decimals[i] = now->value.decimals;
    c->current_denominators[i] = now_divides ? now->denominator.coefficient : 0;
    c->current_denominator_decimals[i] = now_divides ? now->denominator.decimals : 0;
    c->current_states[i] = now->state;
    c->base[i] = is_valued(then) ? then->value.coefficient : 0;
    c->base_decimals[i] = then->value.decimals;
    c->base_denominators[i] = then_divides ? then->denominator.coefficient : 0;
    c->base_denominator_decimals[i] = then_divides ? then->denominator.decimals : 0;
    c->base_states[i] = then->state;
    c->differences[i] = row->change.difference.coefficient;
    c->difference_decimals[i] = row->change.difference.decimals;
    c->has_differences[i] = is_valued(now) && is_valued(then) && !now->is_fraction && !then->is_fraction;
    c->directions[i] = row->change.direction;
    c->caveats[i] = row->change.caveats;
}

static void tell_percent(QcdcChangeColumns *c, size_t i, const QcdcComparisonRow *row, unsigned decimals, QcdcRounding rounding)
{
    QcdcDecimal percent = { 0, 0, { 0 } };
    c->has_percents[i] = qcdc_change_get_percent(&row->change, decimals, rounding, &percent, NULL) == QCDC_OK;
    c->percents[i] = percent.coefficient;
    CU_ASSERT_EQUAL(percent.decimals, c->has_percents[i] ? decimals : 0);
}

static void tell_cell(QcdcCellColumns *c, size_t i, const QcdcCell *cell)
{
    bool divides = is_valued(&cell->figure) && cell->figure.is_fraction;
    c->coefficients[i] = is_valued(&cell->figure) ? cell->figure.value.coefficient : 0;
    c->decimals[i] = cell->figure.value.decimals;
    c->denominators[i] = divides ? cell->figure.denominator.coefficient : 0;
    c->denominator_decimals[i] = divides ? cell->figure.denominator.decimals : 0;
    c->states[i] = cell->figure.state;
    c->statuses[i] = cell->figure.status;
    c->origins[i] = cell->origin;
    c->expected[i] = cell->expected;
    c->present[i] = cell->present;
    c->valued[i] = cell->valued;
}

/* Changes */

static Storage read_changes(const QcdcComparison *comparison, size_t first, size_t count, size_t column, unsigned decimals,
                            QcdcRounding rounding)
{
    Storage got = storage_new(change_places, CHANGE_COLUMNS, count);
    QcdcChangeColumns columns = change_columns(&got, column);
    QcdcError error = { 0 };
    figures_check(qcdc_comparison_read_changes(comparison, first, count, decimals, rounding, &columns, &error), &error);
    return got;
}

static void expect_range(const char *where, const QcdcComparison *comparison, const Storage *wanted, size_t first, unsigned decimals,
                         QcdcRounding rounding)
{
    Storage got = read_changes(comparison, first, wanted->entries - first, CHANGE_COLUMNS, decimals, rounding);
    expect_columns(where, &got, wanted, first);
    storage_clear(&got);
}

static void expect_each_alone(const char *where, const QcdcComparison *comparison, const Storage *wanted, unsigned decimals,
                              QcdcRounding rounding)
{
    for (size_t k = 0; k < CHANGE_COLUMNS; k++) {
        Storage got = read_changes(comparison, 0, wanted->entries, k, decimals, rounding);
        expect_column(where, &got, wanted, 0, k);
        storage_clear(&got);
    }
}

/* Growth as ratios by formula, missing sides and so on were met. */
typedef struct Met {
    size_t rows, fractions, percents, missing;
} Met;

static void meet(const QcdcComparisonRow *row, bool has_percent, Met *met)
{
    met->rows++;
    met->fractions += row->change.current.is_fraction;
    met->percents += has_percent;
    met->missing += !is_valued(&row->change.current) || !is_valued(&row->change.base);
}

static void expect_changes(const char *where, const QcdcComparison *comparison, unsigned decimals, QcdcRounding rounding, Met *met)
{
    size_t count = qcdc_comparison_get_count(comparison);
    Storage wanted = storage_new(change_places, CHANGE_COLUMNS, count);
    QcdcChangeColumns columns = change_columns(&wanted, CHANGE_COLUMNS);
    for (size_t i = 0; i < count; i++) {
        QcdcComparisonRow row;
        CU_ASSERT_EQUAL_FATAL(qcdc_comparison_read_rows(comparison, i, 1, &row, NULL), QCDC_OK);
        tell_row(&columns, i, &row);
        tell_percent(&columns, i, &row, decimals, rounding);
        meet(&row, columns.has_percents[i] != 0, met);
    }
    expect_range(where, comparison, &wanted, 0, decimals, rounding);
    expect_range(where, comparison, &wanted, count / 2, decimals, rounding);
    expect_range(where, comparison, &wanted, count > 0 ? count - 1 : 0, decimals, rounding);
    expect_range(where, comparison, &wanted, count, decimals, rounding);
    expect_each_alone(where, comparison, &wanted, decimals, rounding);
    storage_clear(&wanted);
}

/* Cells */

typedef struct Keys {
    QcdcUnitId *units;
    QcdcIndicatorId *indicators;
    QcdcPeriod *periods;
    uint8_t *scopes;
    uint16_t *scenarios;
    size_t count;
} Keys;

static void keys_clear(Keys *keys)
{
    free(keys->units);
    free(keys->indicators);
    free(keys->periods);
    free(keys->scopes);
    free(keys->scenarios);
}

static size_t count_plans(const QcdcCatalog *catalog)
{
    size_t count = 0;
    while (qcdc_catalog_get_plan_name(catalog, count) != NULL)
        count++;
    return count;
}

/* Every cell there is, own and total, actual and of each plan. */
static Keys keys_of(const QcdcCube *cube)
{
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube));
    size_t units = qcdc_catalog_get_unit_count(catalog), indicators = qcdc_catalog_get_indicator_count(catalog);
    size_t scenarios = count_plans(catalog) + 1;
    size_t count = units * indicators * qcdc_cube_get_period_count(cube) * 2 * scenarios;
    Keys keys = { malloc(count * sizeof *keys.units), malloc(count * sizeof *keys.indicators),
                  malloc(count * sizeof *keys.periods), malloc(count), malloc(count * sizeof *keys.scenarios), count };
    for (size_t i = 0, rest = 0; i < count; i++) {
        rest = i;
        keys.scopes[i] = (uint8_t)(rest % 2 == 0 ? QCDC_SCOPE_OWN : QCDC_SCOPE_TOTAL);
        keys.scenarios[i] = (uint16_t)((rest /= 2) % scenarios);
        keys.indicators[i] = (QcdcIndicatorId)((rest /= scenarios) % indicators);
        keys.units[i] = (QcdcUnitId)((rest /= indicators) % units);
        keys.periods[i] = qcdc_cube_get_period(cube, rest / units);
    }
    return keys;
}

static QcdcStatus read_cell_columns(const QcdcCube *cube, const Keys *keys, const QcdcCellColumns *columns, QcdcError *error)
{
    return qcdc_cube_read_columns(cube, keys->units, keys->indicators, keys->periods, keys->scopes, keys->scenarios, keys->count,
                                  columns, error);
}

static void expect_cells(const char *where, const QcdcCube *cube)
{
    Keys keys = keys_of(cube);
    QcdcCell *cells = calloc(keys.count, sizeof *cells);
    Storage wanted = storage_new(cell_places, CELL_COLUMNS, keys.count);
    QcdcCellColumns columns = cell_columns(&wanted, CELL_COLUMNS);
    QcdcError error = { 0 };
    figures_check(qcdc_cube_read_cells(cube, keys.units, keys.indicators, keys.periods, keys.scopes, keys.scenarios, keys.count, cells,
                                       &error), &error);
    for (size_t i = 0; i < keys.count; i++)
        tell_cell(&columns, i, &cells[i]);
    for (size_t k = 0; k <= CELL_COLUMNS; k++) {
        Storage got = storage_new(cell_places, CELL_COLUMNS, keys.count);
        QcdcCellColumns some = cell_columns(&got, k);
        figures_check(read_cell_columns(cube, &keys, &some, &error), &error);
        if (k == CELL_COLUMNS)
            expect_columns(where, &got, &wanted, 0);
        else
            expect_column(where, &got, &wanted, 0, k);
        storage_clear(&got);
    }
    storage_clear(&wanted);
    free(cells);
    keys_clear(&keys);
}

/* Bundles of the tree */

static const char *const bundles[] = { "examples/data/bac-giang-2019", "examples/data/gia-lai-2018", "examples/data/lang-son-2020",
                                       "examples/data/lang-son-2023-s1", "examples/data/phong-tho-2022", "examples/data/tinh-a-2026",
                                       "tests/golden/bundles/differing", "tests/golden/bundles/levels", "tests/golden/bundles/plans" };

enum {
    BUNDLES = sizeof bundles / sizeof bundles[0]
};

static QcdcCube *roll_up_bundle(const char *name, QcdcMissing missing)
{
    char path[1024];
    const char *source = getenv("QCDC_SOURCE");
    QcdcBundle *bundle = NULL;
    QcdcCube *cube = NULL;
    QcdcRollupOptions options = { .missing = missing };
    QcdcError error = { 0 };
    snprintf(path, sizeof path, "%s/%s", source != NULL ? source : ".", name);
    if (figures_check(qcdc_bundle_read(path, NULL, NULL, &bundle, &error), &error))
        figures_check(qcdc_dataset_rollup(qcdc_bundle_get_dataset(bundle), &options, &cube, &error), &error);
    qcdc_bundle_unref(bundle);
    CU_ASSERT_PTR_NOT_NULL_FATAL(cube);
    return cube;
}

static void cells_of_bundles_are_the_same(void)
{
    for (size_t k = 0; k < BUNDLES; k++)
        for (int missing = QCDC_MISSING_PARTIAL; missing < QCDC_MISSING_END; missing++) {
            QcdcCube *cube = roll_up_bundle(bundles[k], (QcdcMissing)missing);
            expect_cells(bundles[k], cube);
            qcdc_cube_unref(cube);
        }
}

static void compare_and_expect(const char *where, QcdcCube *cube, const char *period, QcdcBy by, Met *met)
{
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube));
    static const QcdcBaseOption bases[] = { { QCDC_BASE_SAME_PERIOD, NULL, NULL, NULL }, { QCDC_BASE_PREVIOUS, NULL, NULL, NULL },
                                            { QCDC_BASE_PLAN, NULL, NULL, NULL } };
    QcdcSelection selection = { .size = sizeof selection, .period = period, .by = by, .depth = QCDC_DEPTH_ALL, .bases = bases };
    QcdcComparison *comparison = NULL;
    selection.base_count = count_plans(catalog) > 0 ? 3 : 2;
    if (qcdc_cube_compare(cube, &selection, &comparison, NULL) != QCDC_OK)
        return; /* the same period of a span, and what else has no base */
    expect_changes(where, comparison, (unsigned)by * 2, (QcdcRounding)(by % QCDC_ROUND_END), met);
    qcdc_comparison_unref(comparison);
}

static void changes_of_bundles_are_the_same(void)
{
    Met met = { 0, 0, 0, 0 };
    for (size_t k = 0; k < BUNDLES; k++) {
        QcdcCube *cube = roll_up_bundle(bundles[k], QCDC_MISSING_DEFAULT);
        for (size_t i = 0; i < qcdc_cube_get_period_count(cube); i++) {
            char label[QCDC_PERIOD_TEXT_SIZE];
            qcdc_period_to_text(qcdc_cube_get_period(cube, i), label, sizeof label);
            for (int by = QCDC_BY_NONE; by < QCDC_BY_END; by++)
                compare_and_expect(bundles[k], cube, label, (QcdcBy)by, &met);
        }
        qcdc_cube_unref(cube);
    }
    CU_ASSERT(met.rows > 1000 && met.fractions > 20 && met.percents > 100 && met.missing > 100);
}

/* Refusals */

static const Figures few = { "code;name;level;parent\np;Tỉnh;0;\nx;Xã X;1;p\n",
                             "code;name;nature;measure;formula\nn;Đơn;flow;đơn;\nm;Vụ;flow;vụ;\nrate;Tỷ lệ;ratio;%;m / n\n"
                             "large;Gộp;flow;đơn;n + n\n",
                             "unit;indicator;period;value\nx;n;2022;600000000000000000\nx;n;2021;1\nx;m;2022;7\nx;m;2021;3\n", NULL, NULL, NULL };

static void a_percent_out_of_range_is_told(void)
{
    FiguresAsk ask = { .unit = "x", .period = "2022", .indicators = "m;n" };
    QcdcComparison *comparison = figures_compare(&few, &ask);
    int64_t percents[2] = { 0, 0 }, current[2] = { 0, 0 };
    uint8_t has_percents[2] = { 0, 0 };
    QcdcChangeColumns columns = { .size = sizeof columns, .percents = percents, .has_percents = has_percents };
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(qcdc_comparison_read_changes(comparison, 0, 2, 1, QCDC_ROUND_DEFAULT, &columns, &error), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_EQUAL(error.status, QCDC_STATUS_OVERFLOW);
    expect_text("place", error.text, "unit \"x\", indicator \"n\", period \"2022\": the percent or rate is outside the range of a "
                "value; values have at most 18 digits; look for a figure in a wrong measure");
    CU_ASSERT_EQUAL(qcdc_comparison_read_changes(comparison, 0, 2, 1, QCDC_ROUND_DEFAULT, &columns, NULL), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_EQUAL(qcdc_comparison_read_changes(comparison, 1, 1, 1, QCDC_ROUND_DEFAULT, &columns, &error), QCDC_OK);
    expect_number("percent", percents[0], 1333);
    CU_ASSERT_EQUAL(has_percents[0], 1);
    /* what is not wanted cannot fail */
    columns = (QcdcChangeColumns){ .size = sizeof columns, .current = current };
    CU_ASSERT_EQUAL(qcdc_comparison_read_changes(comparison, 0, 2, 1, QCDC_ROUND_DEFAULT, &columns, &error), QCDC_OK);
    expect_number("current", current[1], 7);
    qcdc_comparison_unref(comparison);
}

static void wrong_questions_on_changes_are_told(void)
{
    FiguresAsk ask = { .unit = "x", .period = "2022", .indicators = "m;n" };
    QcdcComparison *comparison = figures_compare(&few, &ask);
    const QcdcChangeColumns good = { .size = sizeof good }, bad = { .size = sizeof bad - 1 }, none = { .size = 0 };
    const struct {
        const QcdcComparison *comparison;
        size_t first, count;
        unsigned decimals;
        QcdcRounding rounding;
        const QcdcChangeColumns *columns;
        QcdcStatus status;
    } cases[] = {
        { comparison, 0, 2, 15, QCDC_ROUND_DEFAULT, &good, QCDC_OK },
        { comparison, 2, 0, 0, QCDC_ROUND_DEFAULT, &good, QCDC_OK },
        { comparison, 3, 0, 0, QCDC_ROUND_DEFAULT, &good, QCDC_STATUS_ARGUMENT },
        { comparison, 2, 1, 0, QCDC_ROUND_DEFAULT, &good, QCDC_STATUS_ARGUMENT },
        { comparison, 1, SIZE_MAX, 0, QCDC_ROUND_DEFAULT, &good, QCDC_STATUS_ARGUMENT },
        { comparison, 0, 0, 16, QCDC_ROUND_DEFAULT, &good, QCDC_STATUS_ARGUMENT },
        { comparison, 0, 0, 0, QCDC_ROUND_END, &good, QCDC_STATUS_ARGUMENT },
        { comparison, 0, 0, 0, QCDC_ROUND_DEFAULT, &bad, QCDC_STATUS_ARGUMENT },
        { comparison, 0, 0, 0, QCDC_ROUND_DEFAULT, &none, QCDC_STATUS_ARGUMENT },
        { comparison, 0, 0, 0, QCDC_ROUND_DEFAULT, NULL, QCDC_STATUS_ARGUMENT },
        { NULL, 0, 0, 0, QCDC_ROUND_DEFAULT, &good, QCDC_STATUS_ARGUMENT },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcError error = { 0 };
        CU_ASSERT_EQUAL(qcdc_comparison_read_changes(cases[i].comparison, cases[i].first, cases[i].count, cases[i].decimals,
                                                     cases[i].rounding, cases[i].columns, &error), cases[i].status);
        CU_ASSERT_EQUAL(error.status, cases[i].status);
    }
    qcdc_comparison_unref(comparison);
}

static void wrong_questions_on_cells_are_told(void)
{
    QcdcCube *cube = figures_make_cube(&few, QCDC_MISSING_DEFAULT);
    const QcdcUnitId units[] = { 1, 9 };
    const QcdcIndicatorId indicators[] = { 0, 0 };
    const QcdcPeriod periods[] = { cells_period("2022"), cells_period("2022") }, absent[] = { cells_period("1999") };
    int64_t coefficients[2] = { 77, 77 };
    const QcdcCellColumns good = { .size = sizeof good, .coefficients = coefficients }, bad = { .size = sizeof bad + 1 };
    CU_ASSERT_EQUAL(qcdc_cube_read_columns(cube, units, indicators, periods, NULL, NULL, 2, &good, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_read_columns(cube, units, indicators, absent, NULL, NULL, 1, &good, NULL), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_EQUAL(qcdc_cube_read_columns(cube, units, NULL, periods, NULL, NULL, 1, &good, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_read_columns(cube, units, indicators, periods, NULL, NULL, 1, &bad, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_read_columns(cube, units, indicators, periods, NULL, NULL, 1, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_read_columns(NULL, units, indicators, periods, NULL, NULL, 1, &good, NULL), QCDC_STATUS_ARGUMENT);
    expect_number("untouched", coefficients[0], 77);
    CU_ASSERT_EQUAL(qcdc_cube_read_columns(cube, NULL, NULL, NULL, NULL, NULL, 0, &good, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_cube_read_columns(cube, units, indicators, periods, NULL, NULL, 1, &good, NULL), QCDC_OK);
    expect_number("read", coefficients[0], INT64_C(600000000000000000));
    qcdc_cube_unref(cube);
}

static void a_formula_that_fails_leaves_what_is_before_it(void)
{
    QcdcCube *cube = figures_make_cube(&few, QCDC_MISSING_DEFAULT);
    const QcdcUnitId units[] = { 1, 1, 1 };
    const QcdcIndicatorId indicators[] = { 1, 3, 1 }; /* m, large, m */
    const QcdcPeriod periods[] = { cells_period("2022"), cells_period("2022"), cells_period("2022") };
    int64_t coefficients[3] = { 77, 77, 77 };
    const QcdcCellColumns columns = { .size = sizeof columns, .coefficients = coefficients };
    QcdcError error = { 0 };
    CU_ASSERT_EQUAL(qcdc_cube_read_columns(cube, units, indicators, periods, NULL, NULL, 3, &columns, &error), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_EQUAL(error.status, QCDC_STATUS_OVERFLOW);
    expect_number("before", coefficients[0], 7);
    expect_number("failed", coefficients[1], 77);
    expect_number("behind", coefficients[2], 77);
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "cells of bundles are the same as columns", cells_of_bundles_are_the_same },
        { "changes of bundles are the same as columns", changes_of_bundles_are_the_same },
        { "a percent out of range is told, with its unit", a_percent_out_of_range_is_told },
        { "wrong questions on changes are told", wrong_questions_on_changes_are_told },
        { "wrong questions on cells are told, before anything is written", wrong_questions_on_cells_are_told },
        { "a formula that fails leaves what is before it", a_formula_that_fails_leaves_what_is_before_it },
    };
    return SUITE_RUN("columns", tests, argc, argv);
}
