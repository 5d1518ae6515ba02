/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laws of hierarchies, partitions, exceptions and the names of VTL over random trees: groups of a partition, the other units and
 * the unit's own figure sum to the unit above; a hierarchy that only moves inner units leaves the sum of the root as it is; each
 * mode keeps what a count by hand says; an exception changes what is expected and nothing else but coverage. */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <qcdc/comparison.h>

#include "random.h"
#include "suite.h"

enum { MOST_UNITS = 30, MONTHS = 3, GROUPS = 3, MOST_EXCEPTIONS = 6, WORLDS = 4000 };

typedef struct Exception {
    int unit, first, last; /* months */
} Exception;

typedef struct World {
    int count;
    int parents[MOST_UNITS], others[MOST_UNITS]; /* of the column parent, of the hierarchy; -1 for a root */
    int groups[MOST_UNITS];                      /* -1: none */
    /* months of 2024, of own figures: is there a row, has it a value */
    bool is_there[MOST_UNITS][MONTHS], has_value[MOST_UNITS][MONTHS];
    int64_t values[MOST_UNITS][MONTHS];
    Exception exceptions[MOST_EXCEPTIONS];
    int exception_count;
} World;

static bool is_inner(const World *world, int unit)
{
    for (int other = 0; other < world->count; other++)
        if (world->parents[other] == unit)
            return true;
    return false;
}

static bool is_below(const int *parents, int unit, int above)
{
    for (; unit >= 0; unit = parents[unit])
        if (unit == above)
            return true;
    return false;
}

/* Is a unit above or below, or the unit itself, in another group? */
static bool has_other_group(const World *world, const int *parents, int unit, int group)
{
    for (int other = 0; other < world->count; other++)
        if (world->groups[other] >= 0 && world->groups[other] != group &&
            (is_below(parents, unit, other) || is_below(parents, other, unit)))
            return true;
    return false;
}

/* None is in two groups, itself or through a unit above it. */
static void draw_groups(World *world, const int *parents, Random *dice)
{
    for (int unit = 0; unit < world->count; unit++)
        world->groups[unit] = -1;
    for (int unit = 1; unit < world->count; unit++) {
        int group = (int)random_below(dice, GROUPS);
        if (random_chance(dice, 3) && !has_other_group(world, parents, unit, group))
            world->groups[unit] = group;
    }
}

static World *draw_world(Random *dice)
{
    World *world = calloc(1, sizeof *world);
    unsigned gaps = (unsigned)random_between(dice, 2, 12);
    world->count = (int)random_between(dice, 1, MOST_UNITS);
    for (int unit = 0; unit < world->count; unit++) {
        world->parents[unit] = world->others[unit] = unit == 0 ? -1 : (int)random_below(dice, (uint64_t)unit);
        for (int month = 0; month < MONTHS; month++) {
            world->is_there[unit][month] = !random_chance(dice, gaps);
            world->has_value[unit][month] = world->is_there[unit][month] && !random_chance(dice, 8);
            world->values[unit][month] = random_chance(dice, 4) ? 0 : random_between(dice, -50, 1000);
        }
    }
    draw_groups(world, world->parents, dice);
    world->exception_count = (int)random_below(dice, MOST_EXCEPTIONS + 1);
    for (int k = 0; k < world->exception_count; k++) {
        int first = (int)random_below(dice, MONTHS);
        world->exceptions[k] = (Exception){(int)random_below(dice, (uint64_t)world->count), first, (int)random_between(dice, first, MONTHS - 1)};
    }
    return world;
}

/* Inner units, the root apart, are moved under another inner unit, or the root, that is not below them. */
static void move_inner_units(World *world, Random *dice)
{
    for (int unit = 1; unit < world->count; unit++) {
        int above = (int)random_below(dice, (uint64_t)world->count);
        if (is_inner(world, unit) && is_inner(world, above) && !is_below(world->others, above, unit))
            world->others[unit] = above;
    }
}

/* The library's view */

static void add_units(QcdcCatalogBuilder *builder, const World *world)
{
    for (int unit = 0; unit < world->count; unit++) {
        int depth = 0;
        char code[16], level[16], parent[16] = "", other[16], group[16] = "";
        const char *values[QCDC_UNIT_FIELD_END + 1] = {[QCDC_UNIT_CODE] = code, [QCDC_UNIT_NAME] = code, [QCDC_UNIT_LEVEL] = level,
                                                       [QCDC_UNIT_PARENT] = parent, [QCDC_UNIT_GROUPS] = group, [QCDC_UNIT_FIELD_END] = other};
        QcdcRecord record = {.values = values, .value_count = QCDC_UNIT_FIELD_END + 1};
        for (int above = world->parents[unit]; above >= 0; above = world->parents[above])
            depth++;
        snprintf(code, sizeof code, "u%d", unit);
        snprintf(level, sizeof level, "%d", depth);
        if (world->parents[unit] >= 0)
            snprintf(parent, sizeof parent, "u%d", world->parents[unit]);
        snprintf(other, sizeof other, world->others[unit] < 0 ? "-" : "u%d", world->others[unit]);
        if (world->groups[unit] >= 0)
            snprintf(group, sizeof group, "g%d", world->groups[unit]);
        CU_ASSERT_FATAL(qcdc_catalog_builder_add_unit(builder, &record, NULL, NULL) == QCDC_OK);
    }
}

static void add_exceptions(QcdcCatalogBuilder *builder, const World *world)
{
    static const char *const ends[MONTHS] = {"2024-01-31", "2024-02-29", "2024-03-31"};
    for (int k = 0; k < world->exception_count; k++) {
        char code[16];
        const char *values[] = {code, k % 2 == 0 ? "*" : "n", ends[world->exceptions[k].first], ends[world->exceptions[k].last]};
        QcdcRecord record = {.values = values, .value_count = 4};
        snprintf(code, sizeof code, "u%d", world->exceptions[k].unit);
        CU_ASSERT_FATAL(qcdc_catalog_builder_add_exception(builder, &record, NULL, NULL) == QCDC_OK);
    }
}

static QcdcCatalog *make_catalog(const World *world)
{
    const char *values[QCDC_INDICATOR_FIELD_END] = {[QCDC_INDICATOR_CODE] = "n", [QCDC_INDICATOR_NAME] = "n", [QCDC_INDICATOR_NATURE] = "flow",
                                                    [QCDC_INDICATOR_MEASURE] = "đơn", [QCDC_INDICATOR_FREQUENCY] = "month"};
    QcdcRecord record = {.values = values, .value_count = QCDC_INDICATOR_FIELD_END};
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    char group[16];
    qcdc_catalog_builder_new(&builder, NULL);
    for (int k = 0; k < GROUPS; k++) {
        snprintf(group, sizeof group, "g%d", k);
        CU_ASSERT_FATAL(qcdc_catalog_builder_add_group(builder, group, NULL, NULL) == QCDC_OK);
    }
    qcdc_catalog_builder_set_grouping(builder, QCDC_GROUPING_PARTITION, NULL);
    CU_ASSERT_FATAL(qcdc_catalog_builder_add_hierarchy(builder, "h", NULL) == QCDC_OK);
    add_units(builder, world);
    add_exceptions(builder, world);
    CU_ASSERT_FATAL(qcdc_catalog_builder_add_indicator(builder, &record, NULL, NULL) == QCDC_OK);
    CU_ASSERT_FATAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL) == QCDC_OK);
    qcdc_catalog_builder_free(builder);
    return catalog;
}

static QcdcPeriod month_at(int month)
{
    return (QcdcPeriod){.start = 12 * 2024 + month, .count = 1, .kind = QCDC_PERIOD_MONTH};
}

static const QcdcPeriod quarter = {.start = 12 * 2024, .count = 3, .kind = QCDC_PERIOD_QUARTER};

static void append(QcdcDatasetBuilder *builder, const World *world, int unit, int month)
{
    QcdcUnitId units = (QcdcUnitId)unit;
    QcdcIndicatorId indicator = 0;
    QcdcPeriod period = month_at(month);
    QcdcObservationStatus status = world->has_value[unit][month] ? QCDC_OBSERVATION_NORMAL : QCDC_OBSERVATION_MISSING;
    QcdcColumns columns = {.size = sizeof columns, .count = 1, .units = &units, .indicators = &indicator, .periods = &period,
                           .coefficients = &world->values[unit][month], .statuses = &status};
    CU_ASSERT_FATAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, NULL) == QCDC_OK);
}

static QcdcCube *roll_up(const World *world, QcdcMissing missing, const char *hierarchy)
{
    QcdcCatalog *catalog = make_catalog(world);
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    QcdcCube *cube = NULL;
    QcdcRollupOptions options = {.missing = missing, .hierarchy = hierarchy, .periods = &quarter, .period_count = 1};
    qcdc_dataset_builder_new(catalog, 0, &builder, NULL);
    for (int unit = 0; unit < world->count; unit++)
        for (int month = 0; month < MONTHS; month++)
            if (world->is_there[unit][month])
                append(builder, world, unit, month);
    CU_ASSERT_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL) == QCDC_OK);
    CU_ASSERT_FATAL(qcdc_dataset_rollup(dataset, &options, &cube, NULL) == QCDC_OK);
    qcdc_dataset_builder_free(builder);
    qcdc_dataset_unref(dataset);
    qcdc_catalog_unref(catalog);
    return cube;
}

static QcdcCell read_cell(const QcdcCube *cube, int unit)
{
    QcdcUnitId units = (QcdcUnitId)unit;
    QcdcIndicatorId indicator = 0;
    QcdcCell cell;
    CU_ASSERT_FATAL(qcdc_cube_read_cells(cube, &units, &indicator, &quarter, NULL, NULL, 1, &cell, NULL) == QCDC_OK);
    return cell;
}

static bool has_value(const QcdcCell *cell)
{
    return cell->figure.state == QCDC_FIGURE_VALUED;
}

static bool is_same_figure(const QcdcCell *left, const QcdcCell *right)
{
    return left->figure.state == right->figure.state && left->figure.value.coefficient == right->figure.value.coefficient &&
           left->figure.status == right->figure.status;
}

/* Laws */

typedef bool WorldLaw(World *world, Random *dice);

static void hold(WorldLaw *law)
{
    Random dice = random_begin(suite_get_seed());
    unsigned long worlds = suite_get_cases(WORLDS);
    bool holds = true;
    for (unsigned long i = 0; i < worlds && holds; i++) {
        World *world = draw_world(&dice);
        holds = law(world, &dice);
        free(world);
    }
    CU_ASSERT(holds);
}

/* The first row is the unit's, the others are its parts. */
static bool sums_to_first(const QcdcComparison *comparison)
{
    int64_t sum = 0, total = 0;
    uint32_t expected = 0, all = 0;
    for (size_t i = 0; i < qcdc_comparison_get_count(comparison); i++) {
        QcdcComparisonRow row;
        CU_ASSERT_FATAL(qcdc_comparison_read_rows(comparison, i, 1, &row, NULL) == QCDC_OK);
        int64_t value = has_value(&row.current_cell) ? row.current_cell.figure.value.coefficient : 0;
        if (i == 0) {
            total = value;
            all = row.current_cell.expected;
        } else {
            sum += value;
            expected += row.current_cell.expected;
        }
    }
    /* u#own is a part only where it was reported, and is expected of units without children */
    return sum == total && expected <= all;
}

static bool check_partition(World *world, Random *dice, const char *hierarchy)
{
    QcdcCube *cube = roll_up(world, QCDC_MISSING_PARTIAL, hierarchy);
    bool holds = true;
    (void)dice;
    for (int unit = 0; unit < world->count && holds; unit++) {
        char code[16];
        QcdcSelection selection = {.unit = code, .period = "2024-Q1", .by = QCDC_BY_GROUP};
        QcdcComparison *comparison = NULL;
        snprintf(code, sizeof code, "u%d", unit);
        CU_ASSERT_FATAL(qcdc_cube_compare(cube, &selection, &comparison, NULL) == QCDC_OK);
        /* a unit without children is not taken apart */
        holds = qcdc_comparison_get_count(comparison) < 2 || sums_to_first(comparison);
        if (!holds)
            printf("# u%d of %d units, hierarchy %s\n", unit, world->count, hierarchy);
        qcdc_comparison_unref(comparison);
    }
    qcdc_cube_unref(cube);
    return holds;
}

static bool groups_and_others_sum_to_the_unit(World *world, Random *dice)
{
    return check_partition(world, dice, "parent");
}

static bool groups_sum_in_a_hierarchy_too(World *world, Random *dice)
{
    move_inner_units(world, dice);
    draw_groups(world, world->others, dice);
    return check_partition(world, dice, "h");
}

static bool moving_inner_units_keeps_the_root(World *world, Random *dice)
{
    move_inner_units(world, dice);
    QcdcCube *plain = roll_up(world, QCDC_MISSING_PARTIAL, NULL), *moved = roll_up(world, QCDC_MISSING_PARTIAL, "h");
    QcdcCell one = read_cell(plain, 0), other = read_cell(moved, 0);
    bool holds = is_same_figure(&one, &other) && one.expected == other.expected && one.valued == other.valued && one.present == other.present;
    for (int unit = 1; unit < world->count; unit++) {
        int64_t sum = 0;
        for (int below = 0; below < world->count; below++)
            for (int month = 0; month < MONTHS && is_below(world->others, below, unit); month++)
                sum += world->has_value[below][month] ? world->values[below][month] : 0;
        QcdcCell cell = read_cell(moved, unit);
        holds = holds && (has_value(&cell) ? cell.figure.value.coefficient : 0) == sum;
    }
    qcdc_cube_unref(plain);
    qcdc_cube_unref(moved);
    return holds;
}

static bool is_excepted(const World *world, int unit, int month)
{
    for (int k = 0; k < world->exception_count; k++)
        if (world->exceptions[k].unit == unit && world->exceptions[k].first <= month && month <= world->exceptions[k].last)
            return true;
    return false;
}

/* By hand: sub-periods expected of units without children, reported, valued; and what there is. */
typedef struct Count {
    uint32_t expected, present, valued;
    int64_t sum;
    bool has_sum;
} Count;

static Count count_by_hand(const World *world, int unit, bool excepts)
{
    Count count = {0};
    for (int below = 0; below < world->count; below++)
        for (int month = 0; month < MONTHS && is_below(world->parents, below, unit); month++) {
            bool counts = !is_inner(world, below) && !(excepts && is_excepted(world, below, month));
            count.expected += counts;
            count.present += counts && world->is_there[below][month];
            count.valued += counts && world->has_value[below][month];
            count.has_sum = count.has_sum || world->has_value[below][month];
            count.sum += world->has_value[below][month] ? world->values[below][month] : 0;
        }
    return count;
}

/* D43 told once more */
static bool keeps(QcdcMissing missing, const Count *count, int64_t *out_value)
{
    bool complete = count->has_sum && count->valued == count->expected, all_said = count->present == count->valued;
    *out_value = count->sum;
    switch (missing) {
    case QCDC_MISSING_PARTIAL_ZERO:
        return complete || (count->has_sum && count->valued > 0 && all_said);
    case QCDC_MISSING_NON_ZERO:
        return count->sum != 0 && (complete || (count->has_sum && count->valued > 0 && all_said));
    case QCDC_MISSING_ALWAYS_ZERO:
        if (!count->has_sum)
            *out_value = 0;
        return complete || (count->has_sum ? all_said : count->expected > 0 && count->present == 0);
    case QCDC_MISSING_PARTIAL:
        return count->has_sum;
    default:
        return complete;
    }
}

/* Over time an inner unit's own figure is complete if it has one in each month; in D43 it is the counts that count. */
static bool modes_are_their_predicates(World *world, Random *dice)
{
    QcdcMissing missing = (QcdcMissing)random_between(dice, QCDC_MISSING_NON_NULL, QCDC_MISSING_ALWAYS_ZERO);
    QcdcCube *cube = roll_up(world, missing, NULL);
    bool holds = true;
    for (int unit = 0; unit < world->count && holds; unit++) {
        QcdcCell cell = read_cell(cube, unit);
        Count count = count_by_hand(world, unit, true);
        int64_t value;
        bool wanted = keeps(missing, &count, &value);
        holds = has_value(&cell) == wanted && (!wanted || cell.figure.value.coefficient == value) && cell.expected == count.expected &&
                cell.present == count.present && cell.valued == count.valued;
        if (!holds)
            printf("# mode %d u%d: value %d %" PRId64 " %u/%u/%u, by hand %d %" PRId64 " %u/%u/%u\n", missing, unit, has_value(&cell),
                   cell.figure.value.coefficient, cell.valued, cell.present, cell.expected, wanted, value, count.valued, count.present,
                   count.expected);
    }
    qcdc_cube_unref(cube);
    return holds;
}

static bool exceptions_change_coverage_alone(World *world, Random *dice)
{
    int exceptions = world->exception_count;
    QcdcCube *with = roll_up(world, QCDC_MISSING_PARTIAL, NULL);
    world->exception_count = 0;
    QcdcCube *without = roll_up(world, QCDC_MISSING_PARTIAL, NULL);
    bool holds = true;
    (void)dice;
    world->exception_count = exceptions;
    for (int unit = 0; unit < world->count && holds; unit++) {
        QcdcCell one = read_cell(with, unit), other = read_cell(without, unit);
        Count excepted = count_by_hand(world, unit, true), all = count_by_hand(world, unit, false);
        holds = is_same_figure(&one, &other) && one.expected == excepted.expected && other.expected == all.expected && one.valued == excepted.valued &&
                other.valued == all.valued;
    }
    qcdc_cube_unref(with);
    qcdc_cube_unref(without);
    return holds;
}

static void check_groups(void)
{
    hold(groups_and_others_sum_to_the_unit);
}

static void check_groups_in_hierarchy(void)
{
    hold(groups_sum_in_a_hierarchy_too);
}

static void check_moves(void)
{
    hold(moving_inner_units_keeps_the_root);
}

static void check_modes(void)
{
    hold(modes_are_their_predicates);
}

static void check_exceptions(void)
{
    hold(exceptions_change_coverage_alone);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"groups, others and own sum to the unit (D45)", check_groups},
        {"so they do in another hierarchy (D44)", check_groups_in_hierarchy},
        {"moving inner units keeps the root (D44)", check_moves},
        {"modes are their predicates (D43)", check_modes},
        {"exceptions change coverage alone (D42)", check_exceptions},
    };
    return SUITE_RUN("trees-laws", tests, argc, argv);
}
