/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laws of the roll-up over random trees: every cell equals a brute force that is written here from D14 … D18 as plain
 * recursion; the order of rows changes nothing; quarters and months of the same figures agree; strict is part of partial. */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <qcdc/cube.h>

#include "random.h"
#include "suite.h"

enum {
    MOST_UNITS = 24,
    MONTHS = 24, /* 2021 and 2022 */
    KINDS = 4,
    LABELS = 24 + 8 + 4 + 2,
    FLOW = 0,
    CLOSING = 1,
    OPENING = 2,
    INDICATORS = 3,
    SCOPES = 2,
    WORLDS = 240 /* about 1 500 cells each */
};

static const int sizes[KINDS] = { 1, 3, 6, 12 };
static const QcdcPeriodKind kinds[KINDS] = { QCDC_PERIOD_MONTH, QCDC_PERIOD_QUARTER, QCDC_PERIOD_HALF, QCDC_PERIOD_YEAR };

typedef struct Label {
    int kind, index; /* of all labels of the kind */
} Label;

typedef struct Figure {
    bool is_there, has_value;
    int64_t value;
} Figure;

typedef struct World {
    int count;
    int parents[MOST_UNITS]; /* -1 for a root */
    Figure figures[MOST_UNITS][INDICATORS][SCOPES][LABELS];
    bool has_frequency; /* months, whatever was observed */
} World;

static int number_of(Label label)
{
    static const int starts[KINDS] = { 0, 24, 32, 36 };
    return starts[label.kind] + label.index;
}

static Label label_at(int number)
{
    static const int ends[KINDS] = { 24, 32, 36, 38 };
    int kind = 0;
    while (number >= ends[kind])
        kind++;
    return (Label){ kind, kind == 0 ? number : number - ends[kind - 1] };
}

static QcdcPeriod period_of(Label label)
{
    return (QcdcPeriod){ .start = 12 * 2021 + label.index * sizes[label.kind], .count = sizes[label.kind], .kind = (uint8_t)kinds[label.kind] };
}

/* Drawing */

static bool has_children(const World *world, int unit)
{
    for (int other = 0; other < world->count; other++)
        if (world->parents[other] == unit)
            return true;
    return false;
}

static int depth_of(const World *world, int unit)
{
    return world->parents[unit] < 0 ? 0 : 1 + depth_of(world, world->parents[unit]);
}

static Figure draw_figure(Random *dice)
{
    Figure figure = { true, !random_chance(dice, 9), random_near_edges(dice, -20, 1000) };
    if (random_chance(dice, 12))
        figure.value = random_near_edges(dice, INT64_C(-1000000000000000), INT64_C(1000000000000000));
    return figure;
}

/* Months are dense, coarser labels rare, figures of inner units and totals rarer. */
static unsigned odds_of(const World *world, int unit, int scope, int kind, unsigned gaps)
{
    unsigned odds = kind == 0 ? 1 + gaps : 3 * gaps;
    if (scope == QCDC_SCOPE_TOTAL)
        return 4 * (odds + 1);
    return has_children(world, unit) ? 5 * (odds + 1) : odds;
}

static void draw_unit(World *world, Random *dice, int unit)
{
    unsigned gaps = (unsigned)random_below(dice, 4);
    for (int indicator = 0; indicator < INDICATORS; indicator++)
        for (int scope = 0; scope < SCOPES; scope++)
            for (int label = 0; label < LABELS; label++) {
                unsigned odds = odds_of(world, unit, scope, label_at(label).kind, gaps);
                if (odds > 0 && random_chance(dice, odds))
                    world->figures[unit][indicator][scope][label] = draw_figure(dice);
            }
}

static World *draw_world(Random *dice)
{
    World *world = calloc(1, sizeof *world);
    world->count = (int)random_between(dice, 1, MOST_UNITS);
    for (int unit = 0; unit < world->count; unit++) {
        world->parents[unit] = unit == 0 || random_chance(dice, 12) ? -1 : (int)random_below(dice, (uint64_t)unit);
        if (world->parents[unit] >= 0 && depth_of(world, unit) > 5)
            world->parents[unit] = 0;
    }
    for (int unit = 0; unit < world->count; unit++)
        draw_unit(world, dice, unit);
    return world;
}

/* The library's view */

static QcdcCatalog *make_catalog(const World *world)
{
    static const char *const natures[INDICATORS] = { "flow", "closing", "opening" };
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    qcdc_catalog_builder_new(&builder, NULL);
    for (int unit = 0; unit < world->count; unit++) {
        char code[16], level[16], parent[16] = "";
        const char *values[QCDC_UNIT_FIELD_END] = { [QCDC_UNIT_CODE] = code, [QCDC_UNIT_NAME] = code, [QCDC_UNIT_LEVEL] = level,
                                                    [QCDC_UNIT_PARENT] = parent };
        QcdcRecord record = { .values = values, .value_count = QCDC_UNIT_FIELD_END };
        snprintf(code, sizeof code, "u%d", unit);
        snprintf(level, sizeof level, "%d", depth_of(world, unit));
        if (world->parents[unit] >= 0)
            snprintf(parent, sizeof parent, "u%d", world->parents[unit]);
        CU_ASSERT_FATAL(qcdc_catalog_builder_add_unit(builder, &record, NULL, NULL) == QCDC_OK);
    }
    for (int indicator = 0; indicator < INDICATORS; indicator++) {
        const char *values[QCDC_INDICATOR_FIELD_END] = { [QCDC_INDICATOR_CODE] = natures[indicator],
                                                         [QCDC_INDICATOR_NAME] = natures[indicator],
                                                         [QCDC_INDICATOR_NATURE] = natures[indicator],
                                                         [QCDC_INDICATOR_MEASURE] = "đơn",
                                                         [QCDC_INDICATOR_FREQUENCY] = world->has_frequency ? "month" : "" };
        QcdcRecord record = { .values = values, .value_count = QCDC_INDICATOR_FIELD_END };
        CU_ASSERT_FATAL(qcdc_catalog_builder_add_indicator(builder, &record, NULL, NULL) == QCDC_OK);
    }
    CU_ASSERT_FATAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL) == QCDC_OK);
    qcdc_catalog_builder_free(builder);
    return catalog;
}

typedef struct Row {
    int unit, indicator, scope, label;
} Row;

static size_t list_rows(const World *world, Row *rows)
{
    size_t count = 0;
    for (int unit = 0; unit < world->count; unit++)
        for (int indicator = 0; indicator < INDICATORS; indicator++)
            for (int scope = 0; scope < SCOPES; scope++)
                for (int label = 0; label < LABELS; label++)
                    if (world->figures[unit][indicator][scope][label].is_there)
                        rows[count++] = (Row){ unit, indicator, scope, label };
    return count;
}

static void shuffle(Row *rows, size_t count, Random *dice)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = random_below(dice, i);
        Row row = rows[i - 1];
        rows[i - 1] = rows[other];
        rows[other] = row;
    }
}

static void append(QcdcDatasetBuilder *builder, const World *world, const Row *row)
{
    const Figure *figure = &world->figures[row->unit][row->indicator][row->scope][row->label];
    QcdcUnitId unit = (QcdcUnitId)row->unit;
    QcdcIndicatorId indicator = (QcdcIndicatorId)row->indicator;
    QcdcPeriod period = period_of(label_at(row->label));
    QcdcObservationStatus status = figure->has_value ? QCDC_OBSERVATION_NORMAL : QCDC_OBSERVATION_MISSING;
    uint8_t scope = (uint8_t)row->scope;
    QcdcColumns columns = { .size = sizeof columns, .count = 1, .units = &unit, .indicators = &indicator, .periods = &period,
                            .coefficients = &figure->value, .statuses = &status, .scopes = &scope };
    CU_ASSERT_FATAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, NULL) == QCDC_OK);
}

/* @dice shuffles the rows; NULL leaves them in their order. */
static QcdcCube *roll_up(const World *world, QcdcMissing missing, Random *dice)
{
    Row *rows = calloc((size_t)MOST_UNITS * INDICATORS * SCOPES * LABELS, sizeof *rows);
    QcdcPeriod wanted[LABELS];
    QcdcRollupOptions options = { .missing = missing, .periods = wanted, .period_count = LABELS };
    QcdcCatalog *catalog = make_catalog(world);
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    QcdcCube *cube = NULL;
    size_t count = list_rows(world, rows);
    for (int label = 0; label < LABELS; label++)
        wanted[label] = period_of(label_at(label));
    if (dice != NULL)
        shuffle(rows, count, dice);
    qcdc_dataset_builder_new(catalog, 0, &builder, NULL);
    for (size_t i = 0; i < count; i++)
        append(builder, world, &rows[i]);
    CU_ASSERT_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL) == QCDC_OK);
    CU_ASSERT_FATAL(qcdc_dataset_rollup(dataset, &options, &cube, NULL) == QCDC_OK);
    qcdc_dataset_builder_free(builder);
    qcdc_dataset_unref(dataset);
    qcdc_catalog_unref(catalog);
    free(rows);
    return cube;
}

static QcdcCell read_cell(const QcdcCube *cube, int unit, int indicator, int label, uint8_t scope)
{
    QcdcUnitId of_unit = (QcdcUnitId)unit;
    QcdcIndicatorId of_indicator = (QcdcIndicatorId)indicator;
    QcdcPeriod period = period_of(label_at(label));
    QcdcCell cell;
    CU_ASSERT_FATAL(qcdc_cube_read_cells(cube, &of_unit, &of_indicator, &period, &scope, NULL, 1, &cell, NULL) == QCDC_OK);
    return cell;
}

/* Brute force */

typedef struct Brute {
    bool has_value, is_complete;
    int64_t value;
    int expected, valued;
} Brute;

/* D14: the finest kind among own figures, else among all; KINDS if there is none. */
static int base_kind(const World *world, int indicator)
{
    if (world->has_frequency)
        return 0;
    for (int scopes = 1; scopes <= SCOPES; scopes++)
        for (int label = 0; label < LABELS; label++)
            for (int unit = 0; unit < world->count; unit++)
                for (int scope = 0; scope < scopes; scope++)
                    if (world->figures[unit][indicator][scope][label].is_there)
                        return label_at(label).kind;
    return KINDS;
}

static Label tile(Label label, int kind, int index)
{
    return (Label){ kind, label.index * (sizes[label.kind] / sizes[kind]) + index };
}

static int count_tiles(Label label, int kind)
{
    return sizes[label.kind] / sizes[kind];
}

static Brute brute_flow(const Figure *figures, Label label, int base);

/* All tiles added; complete if each of them is, and one has a value. */
static Brute add_tiles(const Figure *figures, Label label, int kind, int base)
{
    Brute sum = { .is_complete = true };
    for (int i = 0; i < count_tiles(label, kind); i++) {
        Brute part = brute_flow(figures, tile(label, kind, i), base);
        sum.is_complete = sum.is_complete && part.is_complete;
        sum.has_value = sum.has_value || part.has_value;
        sum.value += part.has_value ? part.value : 0;
        sum.valued += part.valued;
    }
    sum.is_complete = sum.is_complete && sum.has_value;
    return sum;
}

/* In a label of the base kind or without one, the label itself is what counts; in finer ones nothing does (D14). */
static int count_valued(const Figure *figures, Label label, int base, int used, Brute sum)
{
    if (base < KINDS && label.kind < base)
        return 0;
    if (base == KINDS || label.kind == base)
        return sum.is_complete;
    return used >= base ? sum.valued : add_tiles(figures, label, base, base).valued;
}

static Brute brute_flow(const Figure *figures, Label label, int base)
{
    const Figure *direct = &figures[number_of(label)];
    Brute found = { 0 };
    int used = -1;
    for (int kind = 0; kind < label.kind && used < 0; kind++) {
        found = add_tiles(figures, label, kind, base);
        used = found.is_complete ? kind : -1;
    }
    if (used < 0 && direct->has_value) {
        int all = base == KINDS ? 1 : label.kind < base ? 0 : count_tiles(label, base);
        return (Brute){ true, true, direct->value, 0, all };
    }
    if (used < 0 && label.kind > 0) {
        used = label.kind - 1;
        found = add_tiles(figures, label, used, base);
    }
    found.valued = used < 0 ? 0 : count_valued(figures, label, base, used, found);
    return found;
}

/* D17: labels of the same end (or beginning), from the base kind up. */
static Brute brute_stock(const Figure *figures, Label label, int base, bool is_first)
{
    for (int kind = base < label.kind ? base : label.kind; kind <= label.kind; kind++) {
        const Figure *figure = &figures[number_of(tile(label, kind, is_first ? 0 : count_tiles(label, kind) - 1))];
        if (figure->has_value)
            return (Brute){ true, true, figure->value, 0, label.kind >= base };
    }
    return (Brute){ 0 };
}

static Brute brute_time(const World *world, int unit, int indicator, int scope, Label label)
{
    const Figure *figures = world->figures[unit][indicator][scope];
    int base = base_kind(world, indicator);
    if (base == KINDS)
        return (Brute){ 0 };
    return indicator == FLOW ? brute_flow(figures, label, base) : brute_stock(figures, label, base, indicator == OPENING);
}

static Brute brute_own(const World *world, int unit, int indicator, Label label)
{
    Brute own = brute_time(world, unit, indicator, QCDC_SCOPE_OWN, label);
    int base = base_kind(world, indicator);
    own.expected = base == KINDS || indicator != FLOW ? 1 : label.kind < base ? 0 : count_tiles(label, base);
    if (indicator != FLOW && base < KINDS && label.kind < base)
        own.expected = 0;
    if (has_children(world, unit))
        own.expected = own.valued = 0;
    return own;
}

/* S11, D18 */
static Brute brute_tree(const World *world, int unit, int indicator, Label label)
{
    Brute sum = brute_own(world, unit, indicator, label);
    for (int child = unit + 1; child < world->count; child++) {
        if (world->parents[child] != unit)
            continue;
        Brute below = brute_tree(world, child, indicator, label);
        sum.expected += below.expected;
        sum.valued += below.valued;
        sum.value += below.has_value ? below.value : 0;
        sum.has_value = sum.has_value || below.has_value;
    }
    Brute total = brute_time(world, unit, indicator, QCDC_SCOPE_TOTAL, label);
    if ((!sum.has_value || sum.valued < sum.expected) && total.is_complete) {
        sum.has_value = true;
        sum.value = total.value;
    }
    return sum;
}

/* Laws */

static bool agrees(const QcdcCell *cell, Brute brute, int unit, int indicator, int label, const char *what)
{
    bool has_value = cell->figure.state == QCDC_FIGURE_VALUED;
    bool same = has_value == brute.has_value && (!has_value || cell->figure.value.coefficient == brute.value) &&
                cell->expected == (uint32_t)brute.expected && cell->valued == (uint32_t)brute.valued;
    same = same && cell->valued <= cell->present && cell->present <= cell->expected;
    if (!same)
        printf("# %s u%d indicator %d label %d: %d %" PRId64 " %u/%u/%u, brute force %d %" PRId64 " %d/%d\n", what, unit, indicator, label,
               has_value, cell->figure.value.coefficient, cell->valued, cell->present, cell->expected, brute.has_value, brute.value,
               brute.valued, brute.expected);
    return same;
}

typedef bool WorldLaw(const World *world, Random *dice, unsigned long *cells);

static void hold(WorldLaw *law, unsigned long full)
{
    Random dice = random_begin(suite_get_seed());
    unsigned long worlds = suite_get_cases(full), cells = 0;
    bool holds = true;
    for (unsigned long i = 0; i < worlds && holds; i++) {
        World *world = draw_world(&dice);
        holds = law(world, &dice, &cells);
        free(world);
    }
    printf("# %lu cells\n", cells);
    CU_ASSERT(holds);
}

static bool cells_equal_brute_force(const World *world, Random *dice, unsigned long *cells)
{
    QcdcCube *cube = roll_up(world, QCDC_MISSING_PARTIAL, dice);
    bool same = true;
    for (int unit = 0; unit < world->count && same; unit++)
        for (int indicator = 0; indicator < INDICATORS && same; indicator++)
            for (int label = 0; label < LABELS && same; label++) {
                QcdcCell rolled = read_cell(cube, unit, indicator, label, QCDC_SCOPE_TOTAL);
                QcdcCell own = read_cell(cube, unit, indicator, label, QCDC_SCOPE_OWN);
                same = agrees(&rolled, brute_tree(world, unit, indicator, label_at(label)), unit, indicator, label, "tree") &&
                       agrees(&own, brute_own(world, unit, indicator, label_at(label)), unit, indicator, label, "own");
                *cells += 2;
            }
    qcdc_cube_unref(cube);
    return same;
}

static bool is_same_figure(const QcdcCell *left, const QcdcCell *right)
{
    return left->figure.state == right->figure.state && left->figure.value.coefficient == right->figure.value.coefficient &&
           left->figure.status == right->figure.status && left->origin == right->origin;
}

static bool is_same_cell(const QcdcCell *left, const QcdcCell *right)
{
    return is_same_figure(left, right) && left->expected == right->expected && left->present == right->present &&
           left->valued == right->valued && left->covered == right->covered;
}

static bool order_of_rows_changes_nothing(const World *world, Random *dice, unsigned long *cells)
{
    QcdcCube *one = roll_up(world, QCDC_MISSING_CARRY, NULL), *other = roll_up(world, QCDC_MISSING_CARRY, dice);
    bool same = true;
    for (int unit = 0; unit < world->count; unit++)
        for (int indicator = 0; indicator < INDICATORS; indicator++)
            for (int label = 0; label < LABELS; label++, ++*cells) {
                QcdcCell left = read_cell(one, unit, indicator, label, QCDC_SCOPE_TOTAL);
                QcdcCell right = read_cell(other, unit, indicator, label, QCDC_SCOPE_TOTAL);
                same = same && is_same_cell(&left, &right);
            }
    qcdc_cube_unref(one);
    qcdc_cube_unref(other);
    return same;
}

static bool strict_is_part_of_partial(const World *world, Random *dice, unsigned long *cells)
{
    QcdcCube *strict = roll_up(world, QCDC_MISSING_STRICT, dice), *partial = roll_up(world, QCDC_MISSING_PARTIAL, dice);
    bool holds = true;
    for (int unit = 0; unit < world->count; unit++)
        for (int indicator = 0; indicator < INDICATORS; indicator++)
            for (int label = 0; label < LABELS; label++, ++*cells) {
                QcdcCell left = read_cell(strict, unit, indicator, label, QCDC_SCOPE_TOTAL);
                QcdcCell right = read_cell(partial, unit, indicator, label, QCDC_SCOPE_TOTAL);
                bool stands = left.figure.state == QCDC_FIGURE_VALUED;
                holds = holds && left.valued == right.valued &&
                        (stands ? is_same_figure(&left, &right)
                                : right.figure.state != QCDC_FIGURE_VALUED || right.origin == QCDC_ORIGIN_PARTIAL);
            }
    qcdc_cube_unref(strict);
    qcdc_cube_unref(partial);
    return holds;
}

/* Quarters whose months are all there are given as quarters instead: nothing above the months may change. */
static World *fold_quarters(const World *world, Random *dice)
{
    World *folded = malloc(sizeof *folded);
    memcpy(folded, world, sizeof *folded);
    for (int unit = 0; unit < world->count; unit++)
        for (int quarter = 0; quarter < MONTHS / 3; quarter++) {
            Figure *months = &folded->figures[unit][FLOW][QCDC_SCOPE_OWN][3 * quarter];
            Figure *whole = &folded->figures[unit][FLOW][QCDC_SCOPE_OWN][24 + quarter];
            if (!months[0].has_value || !months[1].has_value || !months[2].has_value || random_chance(dice, 2))
                continue;
            *whole = (Figure){ true, true, months[0].value + months[1].value + months[2].value };
            memset(months, 0, 3 * sizeof *months);
        }
    return folded;
}

static bool quarters_and_months_agree(const World *given, Random *dice, unsigned long *cells)
{
    World *world = malloc(sizeof *world);
    memcpy(world, given, sizeof *world);
    world->has_frequency = true;
    World *folded = fold_quarters(world, dice);
    QcdcCube *one = roll_up(world, QCDC_MISSING_PARTIAL, dice), *other = roll_up(folded, QCDC_MISSING_PARTIAL, dice);
    bool same = true;
    for (int unit = 0; unit < world->count; unit++)
        for (int label = 24; label < LABELS; label++, ++*cells) {
            QcdcCell left = read_cell(one, unit, FLOW, label, QCDC_SCOPE_TOTAL), right = read_cell(other, unit, FLOW, label, QCDC_SCOPE_TOTAL);
            same = same && left.figure.value.coefficient == right.figure.value.coefficient && left.valued == right.valued &&
                   left.expected == right.expected;
        }
    qcdc_cube_unref(one);
    qcdc_cube_unref(other);
    free(folded);
    free(world);
    return same;
}

static void check_brute_force(void)
{
    hold(cells_equal_brute_force, WORLDS);
}

static void check_order(void)
{
    hold(order_of_rows_changes_nothing, WORLDS);
}

static void check_strict(void)
{
    hold(strict_is_part_of_partial, WORLDS);
}

static void check_quarters(void)
{
    hold(quarters_and_months_agree, 3 * WORLDS);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "every cell equals a brute force (D14 … D18)", check_brute_force },
        { "the order of rows changes nothing (S19)", check_order },
        { "strict is part of partial (S18)", check_strict },
        { "quarters and months of one figure agree (S16)", check_quarters },
    };
    return SUITE_RUN("rollup-laws", tests, argc, argv);
}
