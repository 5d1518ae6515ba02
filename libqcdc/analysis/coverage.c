/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "coverage-private.h"

#include <string.h>

#include "kernel/fault-private.h"

enum {
    STEPS_A_NAME = 2
};

/* Expectations */

static ExpectIn find_sub_periods(const Indicator *indicator)
{
    switch (indicator->over_time) {
    case OVER_TIME_SUM:
        return EXPECT_EACH;
    case OVER_TIME_FIRST:
        return EXPECT_FIRST;
    case OVER_TIME_LAST:
        return EXPECT_LAST;
    default:
        return EXPECT_ITSELF;
    }
}

static Expectation describe(const CoverageGround *ground, QcdcIndicatorId id)
{
    const Indicator *indicator = catalog_indicator(ground->catalog, id);
    Expectation expectation = {
        .in = find_sub_periods(indicator),
        .is_alone = indicator->over_units != OVER_UNITS_SUM,
        .reporters_by = indicator->reporters_by,
        .reporters_level = indicator->reporters_level,
        .reporters_name = indicator->reporters_name != NULL ? indicator->reporters_name : "",
        .base_kind = dataset_base_kind(ground->dataset, id),
        .first_day = indicator->first_day,
        .last_day = indicator->last_day,
        .exceptions = catalog_exception_set(ground->catalog, id),
    };
    return expectation;
}

static bool same_expectation(const Expectation *left, const Expectation *right)
{
    return left->in == right->in && left->is_alone == right->is_alone && left->reporters_by == right->reporters_by &&
           left->reporters_level == right->reporters_level && strcmp(left->reporters_name, right->reporters_name) == 0 &&
           left->base_kind == right->base_kind && left->first_day == right->first_day && left->last_day == right->last_day &&
           QCDC_FAULT("coverage-exceptions-shared", left->exceptions == right->exceptions, true);
}

static bool expectation_is(const void *context, uint32_t item, const void *key)
{
    return same_expectation(&ARRAY_AT((const Array *)context, Expectation, item), key);
}

static uint32_t hash_expectation(uint64_t seed, const Expectation *expectation)
{
    const int32_t numbers[] = {(int32_t)expectation->in,        expectation->is_alone,  (int32_t)expectation->reporters_by,
                               expectation->reporters_level,    (int32_t)expectation->base_kind,
                               expectation->first_day,          expectation->last_day};
    return hash_bytes(seed, numbers, sizeof numbers) ^
           hash_bytes(seed, expectation->reporters_name, strlen(expectation->reporters_name));
}

/* The day on which it counts who is in force, and who is excepted (D15). */
static int32_t cut_off_day(const CoverageGround *ground, size_t node)
{
    return QCDC_FAULT("coverage-cut-off", ground->slots->nodes[node].last_cut_day, ground->slots->nodes[node].last_day);
}

/* Who is named (D15) */

static bool names_version(const Expectation *expectation, const UnitVersion *version)
{
    switch (expectation->reporters_by) {
    case REPORTERS_LEVEL:
        return version->level == expectation->reporters_level;
    case REPORTERS_KIND:
        return strcmp(version->texts[QCDC_UNIT_KIND], expectation->reporters_name) == 0;
    case REPORTERS_GROUP:
        return unit_version_has_group(version, expectation->reporters_name);
    default:
        return false;
    }
}

static bool names(const Expectation *expectation, const UnitTree *tree, size_t position)
{
    if (expectation->is_alone)
        return true;
    if (expectation->reporters_by == REPORTERS_LEAVES)
        return unit_tree_is_leaf(tree, position);
    return names_version(expectation, tree->versions[position]);
}

static bool find_named(const CoverageGround *ground, size_t unit_count, Progress *progress, Expectation *expectation)
{
    expectation->named = memory_try_new(ground->forest->count * unit_count, sizeof *expectation->named);
    if (expectation->named == NULL)
        return false;
    for (size_t t = 0; t < ground->forest->count; t++) {
        const UnitTree *tree = ground->forest->trees[t];
        for (size_t position = 0; position < tree->count && progress_step(progress, STEPS_A_NAME); position++)
            expectation->named[t * unit_count + tree->units[position]] = names(expectation, tree, position);
    }
    return !progress_is_stopped(progress);
}

/* Who is excepted (D42) */

static bool find_excepted(const CoverageGround *ground, size_t unit_count, QcdcIndicatorId indicator, Progress *progress,
                          Expectation *expectation)
{
    if (expectation->exceptions == 0)
        return true;
    expectation->excepted = memory_try_new(ground->slots->node_count * unit_count, sizeof *expectation->excepted);
    if (expectation->excepted == NULL)
        return false;
    for (size_t node = 0; node < ground->slots->node_count; node++) {
        const UnitTree *tree = forest_tree(ground->forest, node);
        int32_t day = cut_off_day(ground, node);
        for (size_t position = 0; position < tree->count && progress_step(progress, STEPS_A_NAME); position++)
            expectation->excepted[node * unit_count + tree->units[position]] =
                catalog_find_exception(ground->catalog, tree->versions[position], indicator, day) != NULL;
    }
    return !progress_is_stopped(progress);
}

static bool is_excepted(const CoverageGround *ground, const Expectation *expectation, size_t node, QcdcUnitId unit)
{
    return expectation->excepted != NULL && expectation->excepted[node * catalog_unit_count(ground->catalog) + unit] != 0;
}

/* Both the unit and the indicator. */
static bool is_in_force(const CoverageGround *ground, const Expectation *expectation, size_t node, QcdcUnitId unit)
{
    int32_t day = cut_off_day(ground, node);
    bool indicator_in_force = QCDC_FAULT("coverage-first-day", expectation->first_day <= day, expectation->first_day < day) &&
                              day <= expectation->last_day;
    return indicator_in_force && forest_is_in_force(ground->forest, ground->slots, node, unit);
}

bool coverage_must(const CoverageGround *ground, const Expectation *expectation, size_t node, QcdcUnitId unit)
{
    return is_in_force(ground, expectation, node, unit) &&
           QCDC_FAULT("coverage-excepted", !is_excepted(ground, expectation, node, unit), true);
}

const ExceptionRow *coverage_find_exception(const CoverageGround *ground, const Expectation *expectation,
                                            QcdcIndicatorId indicator, size_t node, QcdcUnitId unit)
{
    const UnitTree *tree = forest_tree(ground->forest, node);
    size_t number = ground->forest->tree_of_node[node];
    bool is_named = expectation->named[number * catalog_unit_count(ground->catalog) + unit] != 0;
    if (!is_named || !is_excepted(ground, expectation, node, unit) || !is_in_force(ground, expectation, node, unit))
        return NULL;
    return catalog_find_exception(ground->catalog, tree->versions[tree->positions[unit]], indicator, cut_off_day(ground, node));
}

static bool is_expected(const CoverageGround *ground, const Expectation *expectation, size_t unit_count, size_t node,
                        QcdcUnitId unit)
{
    size_t tree = ground->forest->tree_of_node[node];
    return expectation->named[tree * unit_count + unit] != 0 && coverage_must(ground, expectation, node, unit);
}

/* Counting (S18) */

static uint32_t count_in_tiles(const CoverageGround *ground, const Expectation *expectation, size_t unit_count,
                               const Tiling *tiling, QcdcUnitId unit)
{
    const uint32_t *tiles = ground->slots->tiles + tiling->first;
    uint32_t count = 0;
    if (expectation->in == EXPECT_FIRST)
        return is_expected(ground, expectation, unit_count, tiles[0], unit);
    if (expectation->in == EXPECT_LAST)
        return is_expected(ground, expectation, unit_count, tiles[tiling->count - 1], unit);
    for (uint32_t i = 0; i < tiling->count; i++)
        count += is_expected(ground, expectation, unit_count, tiles[i], unit);
    return count;
}

typedef struct Counting {
    const CoverageGround *ground;
    const Expectation *expectation;
    size_t unit_count;
    uint32_t *sums; /* [units] */
    Progress *progress;
} Counting;

/* @tiling NULL: the slot is its own single sub-period. */
static void count_slot(const Counting *counting, uint32_t slot, const Tiling *tiling)
{
    const CoverageGround *ground = counting->ground;
    const UnitTree *tree = forest_tree(ground->forest, slot);
    uint32_t *own = counting->expectation->own + slot * counting->unit_count;
    size_t steps = tiling != NULL ? tiling->count : 1;
    for (size_t position = 0; position < tree->count && progress_step(counting->progress, steps); position++) {
        QcdcUnitId unit = tree->units[position];
        own[unit] = tiling != NULL ? count_in_tiles(ground, counting->expectation, counting->unit_count, tiling, unit)
                                   : is_expected(ground, counting->expectation, counting->unit_count, slot, unit);
    }
}

static void count_own(const Counting *counting, uint32_t slot)
{
    const Slots *slots = counting->ground->slots;
    const Expectation *expectation = counting->expectation;
    bool is_itself = expectation->in == EXPECT_ITSELF;
    const Tiling *tiling = is_itself ? NULL : slots_base_tiling(slots, slot, expectation->base_kind);
    if (is_itself || !slots_is_finer(slots, slot, expectation->base_kind))
        count_slot(counting, slot, tiling);
}

/* Children come after their parent in pre-order, so one walk from the end adds everything up. */
static void count_below(const Counting *counting, uint32_t slot)
{
    const CoverageGround *ground = counting->ground;
    const Expectation *expectation = counting->expectation;
    const UnitTree *tree = forest_tree(ground->forest, slot);
    uint32_t *sums = counting->sums;
    memset(sums, 0, tree->count * sizeof *sums);
    for (size_t position = tree->count; position-- > 0 && progress_step(counting->progress, 1);) {
        QcdcUnitId unit = tree->units[position];
        sums[position] += expectation->own[slot * counting->unit_count + unit];
        if (ground->rolled[unit] != POSITION_NONE)
            expectation->below[slot * ground->rolled_count + ground->rolled[unit]] = sums[position];
        if (tree->parents[position] != POSITION_NONE && !expectation->is_alone)
            sums[tree->parents[position]] += sums[position];
    }
}

typedef struct Describing {
    HashIndex index;
    uint64_t seed;
    uint32_t *sums; /* [units] */
    QcdcIndicatorId indicator; /* the first of those that share the expectation */
    Progress *progress;
} Describing;

static bool count(const CoverageGround *ground, size_t unit_count, const Describing *describing, Expectation *expectation)
{
    Counting counting = {ground, expectation, unit_count, describing->sums, describing->progress};
    size_t slot_count = ground->slots->count;
    expectation->own = memory_try_new(slot_count * unit_count, sizeof *expectation->own);
    expectation->below = memory_try_new(slot_count * ground->rolled_count, sizeof *expectation->below);
    if (expectation->own == NULL || expectation->below == NULL ||
        !find_named(ground, unit_count, describing->progress, expectation) ||
        !find_excepted(ground, unit_count, describing->indicator, describing->progress, expectation))
        return false;
    for (uint32_t slot = 0; slot < slot_count && !progress_is_stopped(describing->progress); slot++) {
        count_own(&counting, slot);
        count_below(&counting, slot);
    }
    return !progress_is_stopped(describing->progress);
}

static bool add_expectation(const CoverageGround *ground, Coverage *coverage, Describing *describing, QcdcIndicatorId id)
{
    Expectation expectation = describe(ground, id);
    describing->indicator = id;
    uint32_t hash = hash_expectation(describing->seed, &expectation);
    uint32_t found = hash_index_find(&describing->index, hash, expectation_is, &coverage->expectations, &expectation);
    if (found == UINT32_MAX) {
        found = (uint32_t)coverage->expectations.count;
        if (!array_append(&coverage->expectations, &expectation, 1, sizeof expectation) ||
            !hash_index_add(&describing->index, hash, found) ||
            !count(ground, coverage->unit_count, describing, &ARRAY_AT(&coverage->expectations, Expectation, found)))
            return false;
    }
    coverage->of_indicator[id] = found;
    return true;
}

static bool add_expectations(const CoverageGround *ground, Coverage *coverage, Describing *describing)
{
    for (size_t i = 0; i < catalog_indicator_count(ground->catalog); i++) {
        coverage->of_indicator[i] = EXPECTATION_NONE;
        if (catalog_indicator(ground->catalog, (QcdcIndicatorId)i)->form == NULL &&
            !add_expectation(ground, coverage, describing, (QcdcIndicatorId)i))
            return false;
    }
    return true;
}

QcdcStatus coverage_make(const CoverageGround *ground, Progress *progress, Coverage *out_coverage, QcdcError *error)
{
    Coverage coverage = {.unit_count = catalog_unit_count(ground->catalog), .rolled_count = ground->rolled_count};
    Describing describing = {.seed = hash_draw_seed(), .progress = progress};
    describing.sums = memory_try_new(coverage.unit_count, sizeof *describing.sums);
    coverage.of_indicator = memory_try_new(catalog_indicator_count(ground->catalog), sizeof *coverage.of_indicator);
    bool made = describing.sums != NULL && coverage.of_indicator != NULL && add_expectations(ground, &coverage, &describing);
    hash_index_clear(&describing.index);
    qcdc_free(describing.sums);
    if (!made) {
        coverage_clear(&coverage);
        return progress_fail(progress, error);
    }
    *out_coverage = coverage;
    return QCDC_OK;
}

void coverage_clear(Coverage *coverage)
{
    for (size_t i = 0; i < coverage->expectations.count; i++) {
        Expectation *expectation = &ARRAY_AT(&coverage->expectations, Expectation, i);
        qcdc_free(expectation->named);
        qcdc_free(expectation->excepted);
        qcdc_free(expectation->own);
        qcdc_free(expectation->below);
    }
    array_clear(&coverage->expectations);
    qcdc_free(coverage->of_indicator);
    memset(coverage, 0, sizeof *coverage);
}

const Expectation *coverage_of(const Coverage *coverage, QcdcIndicatorId indicator)
{
    uint32_t number = coverage->of_indicator[indicator];
    return number == EXPECTATION_NONE ? NULL : &ARRAY_AT(&coverage->expectations, Expectation, number);
}

uint32_t coverage_own(const Coverage *coverage, const Expectation *expectation, uint32_t slot, QcdcUnitId unit)
{
    return expectation->own[slot * coverage->unit_count + unit];
}

bool coverage_expects(const CoverageGround *ground, const Coverage *coverage, const Expectation *expectation, size_t node,
                      QcdcUnitId unit)
{
    return is_expected(ground, expectation, coverage->unit_count, node, unit);
}
