/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib.h>
#include <string.h>

#include "breaks-private.h"
#include "formula-private.h"

enum {
    STEPS_A_LEAF = 3, /* one unit of one tree */
    DEFAULT_MAX_CELLS = 200000000
};

const char *qcdc_origin_to_name(QcdcOrigin origin)
{
    static const char *const names[QCDC_ORIGIN_END] = {"none",    "own",    "sum",    "reported-total",
                                                       "partial", "coarse", "carried"};
    return (int)origin >= 0 && origin < QCDC_ORIGIN_END ? names[origin] : NULL;
}

static QcdcStatus fail(QcdcError *error, QcdcStatus status, const char *source, const char *what, const char *value,
                       const char *hint)
{
    return qcdc_error_set(error, status, source, 0, 0, what, value, hint);
}

static QcdcStatus fail_at_cell(const QcdcCube *cube, const char *unit_code, QcdcIndicatorId indicator, QcdcPeriod period,
                               const char *result, QcdcError *error)
{
    Text what = {0};
    char label[QCDC_PERIOD_TEXT_SIZE];
    qcdc_period_to_text(period, label, sizeof label);
    text_append(&what, "unit \"");
    text_append(&what, unit_code != NULL ? unit_code : "");
    text_append(&what, "\", indicator \"");
    text_append(&what, qcdc_catalog_get_indicator_text(cube->catalog, indicator, QCDC_INDICATOR_CODE));
    text_append(&what, "\", period \"");
    text_append(&what, label);
    text_append(&what, "\": the ");
    text_append(&what, result);
    text_append(&what, " is outside the range of a value");
    fail(error, QCDC_STATUS_OVERFLOW, NULL, text_get(&what), label,
         "values have at most 18 digits; look for a figure in a wrong measure");
    text_clear(&what);
    return QCDC_STATUS_OVERFLOW;
}

QcdcStatus cube_fail_overflow(const QcdcCube *cube, const char *unit_code, QcdcIndicatorId indicator, QcdcPeriod period,
                              QcdcError *error)
{
    return fail_at_cell(cube, unit_code, indicator, period, "sum", error);
}

QcdcStatus cube_fail_percent(const QcdcCube *cube, const char *unit_code, QcdcIndicatorId indicator, QcdcPeriod period,
                             QcdcError *error)
{
    return fail_at_cell(cube, unit_code, indicator, period, "percent or rate", error);
}

/* Options */

static QcdcStatus read_options(const QcdcRollupOptions *given, QcdcRollupOptions *out_options, QcdcError *error)
{
    QcdcRollupOptions options = {0};
    if (given != NULL)
        memcpy(&options, given, given->size > 0 && given->size < sizeof options ? given->size : sizeof options);
    if ((int)options.missing < 0 || options.missing >= QCDC_MISSING_END)
        return fail(error, QCDC_STATUS_ARGUMENT, "missing", "not a way to treat missing figures", NULL,
                    "see QcdcMissing");
    if (options.period_count > 0 && options.periods == NULL)
        return fail(error, QCDC_STATUS_ARGUMENT, "periods", "a count of periods without periods", NULL, NULL);
    for (size_t i = 0; i < options.period_count; i++)
        if (!qcdc_period_is_valid(options.periods[i]))
            return fail(error, QCDC_STATUS_ARGUMENT, "periods", "not a period", NULL, NULL);
    if (options.missing == QCDC_MISSING_DEFAULT)
        options.missing = QCDC_MISSING_PARTIAL;
    if (options.max_cells == 0)
        options.max_cells = DEFAULT_MAX_CELLS;
    *out_options = options;
    return QCDC_OK;
}

/* Dimensions */

static bool multiply(size_t *product, size_t factor)
{
    return !__builtin_mul_overflow(*product, factor, product);
}

static QcdcStatus check_dimensions(const QcdcCube *cube, QcdcError *error)
{
    size_t cells = cube->unit_count;
    if (multiply(&cells, cube->indicator_count) && multiply(&cells, cube->slots.count) &&
        multiply(&cells, cube->scenario_count) &&
        cells <= cube->options.max_cells)
        return QCDC_OK;
    return fail(error, QCDC_STATUS_MEMORY, "max_cells",
                "units × indicators × periods × scenarios are more than the limit of cells",
                NULL, "raise max_cells, or load fewer periods");
}

static void mark_inner_units(const QcdcCube *cube, uint32_t *marks, Progress *progress)
{
    for (size_t t = 0; t < cube->forest.count; t++) {
        const UnitTree *tree = cube->forest.trees[t];
        for (size_t position = 0; position < tree->count && progress_step(progress, 1); position++)
            if (tree->ends[position] > position + 1)
                marks[tree->units[position]] = 0;
    }
}

static void mark_observed_units(QcdcCube *cube, Progress *progress)
{
    const DatasetColumns *data = dataset_columns(cube->dataset);
    for (size_t row = 0; row < data->count && progress_step(progress, 1); row++) {
        if (data->scopes[row] == QCDC_SCOPE_OWN)
            cube->has_own_row[data->units[row]] = 1;
        else
            cube->rolled[data->units[row]] = 0;
    }
}

/* Units with children, and units with reported totals, have a figure up the tree besides their own. */
static QcdcStatus number_rolled_units(QcdcCube *cube, Progress *progress, QcdcError *error)
{
    cube->rolled = memory_try_new(cube->unit_count, sizeof *cube->rolled);
    cube->has_own_row = memory_try_new(cube->unit_count, sizeof *cube->has_own_row);
    if (cube->rolled == NULL || cube->has_own_row == NULL)
        return memory_fail(error);
    for (size_t unit = 0; unit < cube->unit_count; unit++)
        cube->rolled[unit] = POSITION_NONE;
    mark_inner_units(cube, cube->rolled, progress);
    mark_observed_units(cube, progress);
    for (size_t unit = 0; unit < cube->unit_count; unit++)
        if (cube->rolled[unit] != POSITION_NONE)
            cube->rolled[unit] = (uint32_t)cube->rolled_count++;
    return progress_is_stopped(progress) ? progress_fail(progress, error) : QCDC_OK;
}

static QcdcStatus lay_slots(QcdcCube *cube, Progress *progress, QcdcError *error)
{
    progress_enter(progress, SHARE_OF_SLOTS, 1);
    QcdcStatus status = slots_make(cube->dataset, cube->catalog, cube->wanted.items, cube->wanted.count,
                                   cube->options.max_cells, progress, &cube->slots, error);
    return status == QCDC_OK ? check_dimensions(cube, error) : status;
}

static QcdcStatus lay_trees(QcdcCube *cube, Progress *progress, QcdcError *error)
{
    progress_enter(progress, SHARE_OF_TREES, STEPS_A_LEAF * cube->slots.node_count * cube->unit_count);
    return forest_make(cube->catalog, cube->hierarchy, &cube->slots, progress, &cube->forest, error);
}

static QcdcStatus lay_units(QcdcCube *cube, Progress *progress, QcdcError *error)
{
    uint64_t positions = (uint64_t)cube->forest.count * cube->unit_count;
    progress_enter(progress, SHARE_OF_UNITS, positions + dataset_columns(cube->dataset)->count);
    return number_rolled_units(cube, progress, error);
}

static QcdcStatus lay_dimensions(QcdcCube *cube, Progress *progress, QcdcError *error)
{
    QcdcStatus status = formulas_check(cube->catalog, error);
    if (status == QCDC_OK)
        status = lay_slots(cube, progress, error);
    if (status == QCDC_OK)
        status = lay_trees(cube, progress, error);
    if (status == QCDC_OK)
        status = lay_units(cube, progress, error);
    return status;
}

CoverageGround cube_ground(const QcdcCube *cube)
{
    return (CoverageGround){cube->dataset, cube->catalog, &cube->slots, &cube->forest, cube->rolled, cube->rolled_count};
}

static QcdcStatus cover(QcdcCube *cube, Progress *progress, QcdcError *error)
{
    CoverageGround ground = cube_ground(cube);
    uint64_t cells = (uint64_t)cube->slots.count * cube->unit_count;
    progress_enter(progress, SHARE_OF_COVERAGE, cells * cube->indicator_count);
    return coverage_make(&ground, progress, &cube->coverage, error);
}

static QcdcStatus fill(QcdcCube *cube, const QcdcCube *like, Progress *progress, QcdcError *error)
{
    QcdcStatus status = lay_dimensions(cube, progress, error);
    if (status == QCDC_OK)
        status = cover(cube, progress, error);
    if (status != QCDC_OK)
        return status;
    cube->columns = memory_try_new(cube->scenario_count * cube->indicator_count, sizeof *cube->columns);
    if (cube->columns == NULL || !breaks_gather(cube, &cube->breaks))
        return memory_fail(error);
    if (like != NULL)
        status = cube_share_columns(cube, like, error);
    if (status == QCDC_OK)
        status = rollup_fill(cube, progress, error);
    return status == QCDC_OK && !progress_finish(progress) ? progress_fail(progress, error) : status;
}

/* Cubes */

static QcdcCube *begin(QcdcDataset *dataset, const QcdcRollupOptions *options, size_t hierarchy)
{
    QcdcCube *cube = memory_try_new(1, sizeof *cube);
    if (cube == NULL)
        return NULL;
    cube->references = 1;
    cube->dataset = qcdc_dataset_ref(dataset);
    cube->catalog = qcdc_catalog_ref(qcdc_dataset_get_catalog(dataset));
    cube->options = *options;
    cube->options.periods = NULL;
    cube->options.period_count = 0;
    cube->options.progress = NULL;
    cube->hierarchy = hierarchy;
    cube->options.hierarchy = hierarchy > 0 ? qcdc_catalog_get_hierarchy_name(cube->catalog, hierarchy - 1) : NULL;
    cube->unit_count = catalog_unit_count(cube->catalog);
    cube->indicator_count = catalog_indicator_count(cube->catalog);
    cube->scenario_count = catalog_plan_count(cube->catalog) + 1;
    return cube;
}

static QcdcStatus make(QcdcDataset *dataset, const QcdcRollupOptions *options, const QcdcPeriod *more, size_t more_count,
                       const QcdcCube *like, Progress progress, QcdcCube **out_cube, QcdcError *error)
{
    size_t hierarchy;
    QcdcStatus status = catalog_find_hierarchy(qcdc_dataset_get_catalog(dataset), options->hierarchy, &hierarchy, error);
    if (status != QCDC_OK)
        return status;
    QcdcCube *cube = begin(dataset, options, hierarchy);
    if (cube == NULL || !array_append(&cube->wanted, options->periods, options->period_count, sizeof(QcdcPeriod)) ||
        !array_append(&cube->wanted, more, more_count, sizeof(QcdcPeriod))) {
        qcdc_cube_unref(cube);
        return memory_fail(error);
    }
    status = fill(cube, like, &progress, error);
    if (status == QCDC_OK)
        *out_cube = cube;
    else
        qcdc_cube_unref(cube);
    return status;
}

QcdcStatus cube_roll_up(QcdcDataset *dataset, const QcdcRollupOptions *options, uint64_t interval, QcdcCube **out_cube,
                        QcdcError *error)
{
    QcdcRollupOptions read;
    if (dataset == NULL || out_cube == NULL)
        return fail(error, QCDC_STATUS_ARGUMENT, NULL, "no dataset, or no place for the cube", NULL, NULL);
    QcdcStatus status = read_options(options, &read, error);
    if (status != QCDC_OK)
        return status;
    return make(dataset, &read, NULL, 0, NULL, progress_begin(read.progress, read.progress_data, interval), out_cube, error);
}

QcdcStatus qcdc_dataset_rollup(QcdcDataset *dataset, const QcdcRollupOptions *options, QcdcCube **out_cube, QcdcError *error)
{
    return cube_roll_up(dataset, options, 0, out_cube, error);
}

static bool has_periods(const QcdcCube *cube, const QcdcPeriod *periods, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slots_find(&cube->slots, periods[i]) == SLOT_NONE)
            return false;
    return true;
}

QcdcStatus cube_with_periods(QcdcCube *cube, const QcdcPeriod *periods, size_t count, QcdcCube **out_cube, QcdcError *error)
{
    if (has_periods(cube, periods, count)) {
        *out_cube = qcdc_cube_ref(cube);
        return QCDC_OK;
    }
    QcdcRollupOptions options = cube->options;
    options.periods = cube->wanted.items;
    options.period_count = cube->wanted.count;
    return make(cube->dataset, &options, periods, count, NULL, progress_begin(NULL, NULL, 0), out_cube, error);
}

QcdcStatus cube_make_like(const QcdcCube *like, QcdcDataset *dataset, QcdcCube **out_cube, QcdcError *error)
{
    QcdcRollupOptions options = like->options;
    options.periods = like->wanted.items;
    options.period_count = like->wanted.count;
    return make(dataset, &options, NULL, 0, like, progress_begin(NULL, NULL, 0), out_cube, error);
}

QcdcCube *qcdc_cube_ref(QcdcCube *cube)
{
    if (cube != NULL)
        g_atomic_int_inc(&cube->references);
    return cube;
}

static void free_columns(QcdcCube *cube)
{
    size_t count = cube->columns != NULL ? cube->scenario_count * cube->indicator_count : 0;
    for (size_t i = 0; i < count; i++)
        column_unref(cube->columns[i]);
    qcdc_free(cube->columns);
}

void qcdc_cube_unref(QcdcCube *cube)
{
    if (cube == NULL || !g_atomic_int_dec_and_test(&cube->references))
        return;
    free_columns(cube);
    coverage_clear(&cube->coverage);
    forest_clear(&cube->forest);
    slots_clear(&cube->slots);
    array_clear(&cube->wanted);
    array_clear(&cube->breaks);
    qcdc_free(cube->rolled);
    qcdc_free(cube->has_own_row);
    qcdc_catalog_unref(cube->catalog);
    qcdc_dataset_unref(cube->dataset);
    qcdc_free(cube);
}

/* Questions */

QcdcDataset *qcdc_cube_get_dataset(const QcdcCube *cube)
{
    return cube != NULL ? cube->dataset : NULL;
}

size_t qcdc_cube_get_period_count(const QcdcCube *cube)
{
    return cube != NULL ? cube->slots.count : 0;
}

QcdcPeriod qcdc_cube_get_period(const QcdcCube *cube, size_t index)
{
    QcdcPeriod none = {.kind = QCDC_PERIOD_NONE};
    return cube != NULL && index < cube->slots.count ? cube->slots.nodes[index].period : none;
}

const Column *cube_column(const QcdcCube *cube, QcdcIndicatorId indicator, uint16_t scenario)
{
    return cube->columns[scenario * cube->indicator_count + indicator];
}

static QcdcStatus check_key(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint16_t scenario,
                            QcdcError *error)
{
    if (unit >= cube->unit_count || indicator >= cube->indicator_count || scenario >= cube->scenario_count)
        return fail(error, QCDC_STATUS_ARGUMENT, NULL, "a unit, indicator or scenario that the catalog does not have", NULL,
                    NULL);
    return QCDC_OK;
}

static QcdcStatus find_slot(const QcdcCube *cube, QcdcPeriod period, uint32_t *out_slot, QcdcError *error)
{
    char label[QCDC_PERIOD_TEXT_SIZE];
    *out_slot = slots_find(&cube->slots, period);
    if (*out_slot != SLOT_NONE)
        return QCDC_OK;
    qcdc_period_to_text(period, label, sizeof label);
    return fail(error, QCDC_STATUS_NOT_FOUND, NULL, "a period that the cube does not hold", label,
                "name it among the periods of the roll-up");
}

static uint16_t scenario_at(const CellKeys *keys, size_t index)
{
    return keys->scenarios != NULL ? keys->scenarios[index] : 0;
}

QcdcStatus cube_check_keys(const QcdcCube *cube, const CellKeys *keys, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    if (cube == NULL || (keys->count > 0 && (keys->units == NULL || keys->indicators == NULL || keys->periods == NULL)))
        return fail(error, QCDC_STATUS_ARGUMENT, NULL, "no cube, or a missing column", NULL, NULL);
    for (size_t i = 0; i < keys->count && status == QCDC_OK; i++) {
        uint32_t slot;
        status = check_key(cube, keys->units[i], keys->indicators[i], scenario_at(keys, i), error);
        if (status == QCDC_OK)
            status = find_slot(cube, keys->periods[i], &slot, error);
    }
    return status;
}

QcdcStatus cube_read_key(const QcdcCube *cube, const CellKeys *keys, size_t index, QcdcCell *out_cell, QcdcError *error)
{
    bool is_own = keys->scopes != NULL && keys->scopes[index] == QCDC_SCOPE_OWN;
    return cube_read_cell(cube, keys->units[index], keys->indicators[index], slots_find(&cube->slots, keys->periods[index]),
                          is_own ? QCDC_SCOPE_OWN : QCDC_SCOPE_TOTAL, scenario_at(keys, index), out_cell, error);
}

QcdcStatus qcdc_cube_read_cells(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators,
                                const QcdcPeriod *periods, const uint8_t *scopes, const uint16_t *scenarios, size_t count,
                                QcdcCell *out_cells, QcdcError *error)
{
    CellKeys keys = {units, indicators, periods, scopes, scenarios, count};
    if (count > 0 && out_cells == NULL)
        return fail(error, QCDC_STATUS_ARGUMENT, NULL, "no place for the cells", NULL, NULL);
    QcdcStatus status = cube_check_keys(cube, &keys, error);
    for (size_t i = 0; i < count && status == QCDC_OK; i++)
        status = cube_read_key(cube, &keys, i, &out_cells[i], error);
    return status;
}
