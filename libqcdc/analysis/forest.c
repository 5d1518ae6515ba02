/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "forest-private.h"

#include <stdlib.h>
#include <string.h>

#include "kernel/fault-private.h"

enum {
    FEW_DAYS = 4096
};

/* An era is a stretch of days on which no unit's row begins or ends. The tree of a period depends only on the eras of its
 * first and last day. */
typedef struct Eras {
    Array days; /* int32_t: first day of each era but the first, ascending */
} Eras;

typedef struct EraPair {
    uint32_t first, last;
} EraPair;

static int compare_days(const void *left, const void *right)
{
    int32_t one = *(const int32_t *)left, other = *(const int32_t *)right;
    return (one > other) - (one < other);
}

/* Ascending, each day once. */
static void settle_days(Array *days)
{
    size_t kept = 0;
    if (days->count > 1)
        qsort(days->items, days->count, sizeof(int32_t), compare_days);
    for (size_t i = 0; i < days->count; i++)
        if (kept == 0 || QCDC_FAULT("forest-days", ARRAY_AT(days, int32_t, kept - 1) != ARRAY_AT(days, int32_t, i), false))
            ARRAY_AT(days, int32_t, kept++) = ARRAY_AT(days, int32_t, i);
    days->count = kept;
}

static bool add_boundaries(Eras *eras, const UnitVersion *version)
{
    int32_t after = version->last_day;
    bool added = true;
    if (version->first_day != INT32_MIN)
        added = array_append(&eras->days, &version->first_day, 1, sizeof version->first_day);
    if (after != INT32_MAX) {
        after++;
        added = added && array_append(&eras->days, &after, 1, sizeof after);
    }
    return added;
}

/* A reform changes many units on one day: what is repeated goes before it is much. */
static bool find_eras(const QcdcCatalog *catalog, Progress *progress, Eras *eras)
{
    size_t most = FEW_DAYS;
    for (size_t i = 0; i < catalog_version_count(catalog); i++) {
        if (!progress_step(progress, 1) || !add_boundaries(eras, catalog_version_in_file_order(catalog, i)))
            return false;
        if (eras->days.count < most)
            continue;
        settle_days(&eras->days);
        most = 2 * eras->days.count + FEW_DAYS;
    }
    settle_days(&eras->days);
    return true;
}

/* How many boundaries lie on or before the day. */
static uint32_t era_of(const Eras *eras, int32_t day)
{
    size_t low = 0, high = eras->days.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ARRAY_AT(&eras->days, int32_t, middle) <= day)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

typedef struct Planting {
    Array pairs, trees; /* EraPair, UnitTree * */
    HashIndex index;
    size_t hierarchy;
    uint64_t seed;
    Progress *progress;
} Planting;

static bool pair_is(const void *context, uint32_t item, const void *key)
{
    const Planting *planting = context;
    const EraPair *pair = &ARRAY_AT(&planting->pairs, EraPair, item), *wanted = key;
    return pair->first == wanted->first && pair->last == wanted->last;
}

static bool keep_tree(Planting *planting, UnitTree *tree, EraPair pair, uint32_t hash)
{
    uint32_t number = (uint32_t)planting->trees.count;
    if (!array_append(&planting->trees, &tree, 1, sizeof tree)) {
        unit_tree_free(tree);
        return false;
    }
    return array_append(&planting->pairs, &pair, 1, sizeof pair) && hash_index_add(&planting->index, hash, number);
}

static QcdcStatus plant(Planting *planting, const QcdcCatalog *catalog, const Node *node, EraPair pair, uint32_t *out_tree,
                        QcdcError *error)
{
    uint32_t hash = hash_bytes(planting->seed, &pair, sizeof pair);
    *out_tree = hash_index_find(&planting->index, hash, pair_is, planting, &pair);
    if (*out_tree != UINT32_MAX)
        return QCDC_OK;
    UnitTree *tree = NULL;
    QcdcStatus status = catalog_make_hierarchy_tree(catalog, planting->hierarchy, node->first_cut_day, node->last_cut_day,
                                                    planting->progress, &tree, error);
    if (status != QCDC_OK)
        return status;
    *out_tree = (uint32_t)planting->trees.count;
    return keep_tree(planting, tree, pair, hash) ? QCDC_OK : memory_fail(error);
}

static QcdcStatus plant_all(Planting *planting, const QcdcCatalog *catalog, const Slots *slots, const Eras *eras,
                            uint32_t *tree_of_node, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < slots->node_count && status == QCDC_OK; i++) {
        const Node *node = &slots->nodes[i];
        EraPair pair = {era_of(eras, node->first_cut_day), era_of(eras, node->last_cut_day)};
        status = plant(planting, catalog, node, pair, &tree_of_node[i], error);
    }
    return status;
}

QcdcStatus forest_make(const QcdcCatalog *catalog, size_t hierarchy, const Slots *slots, Progress *progress, Forest *out_forest, QcdcError *error)
{
    Eras eras = {{0}};
    Planting planting = {.hierarchy = hierarchy, .seed = hash_draw_seed(), .progress = progress};
    Forest forest = {.tree_of_node = memory_try_new(slots->node_count, sizeof *forest.tree_of_node)};
    QcdcStatus status = forest.tree_of_node != NULL && find_eras(catalog, progress, &eras) ? QCDC_OK
                                                                                             : progress_fail(progress, error);
    if (status == QCDC_OK)
        status = plant_all(&planting, catalog, slots, &eras, forest.tree_of_node, error);
    forest.count = planting.trees.count;
    forest.trees = array_steal(&planting.trees);
    array_clear(&planting.pairs);
    hash_index_clear(&planting.index);
    array_clear(&eras.days);
    if (status == QCDC_OK)
        *out_forest = forest;
    else
        forest_clear(&forest);
    return status;
}

void forest_clear(Forest *forest)
{
    for (size_t i = 0; i < forest->count; i++)
        unit_tree_free(forest->trees[i]);
    qcdc_free(forest->trees);
    qcdc_free(forest->tree_of_node);
    memset(forest, 0, sizeof *forest);
}

const UnitTree *forest_tree(const Forest *forest, size_t node)
{
    return forest->trees[forest->tree_of_node[node]];
}

bool forest_is_in_force(const Forest *forest, const Slots *slots, size_t node, QcdcUnitId unit)
{
    const UnitTree *tree = forest_tree(forest, node);
    uint32_t position = tree->positions[unit];
    /* The tree holds the unit's last row in the period; it ended before the last day, or it holds on it. */
    const Node *at = &slots->nodes[node];
    return position != POSITION_NONE &&
           tree->versions[position]->last_day >= QCDC_FAULT("forest-cut-off", at->last_cut_day, at->last_day);
}
