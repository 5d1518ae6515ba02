/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "catalog-layout-private.h"
#include "kernel/fault-private.h"

/* Children of each unit as lists: first child and next sibling, both in the order of units.csv. */
typedef struct ChildLists {
    const UnitVersion **versions; /* [unit] last version in the period, or NULL */
    uint32_t *first_children;     /* [unit], one more for the roots */
    uint32_t *next_siblings;      /* [unit] */
    size_t unit_count, hierarchy;
    const QcdcCatalog *catalog;
} ChildLists;

static void clear_lists(ChildLists *lists)
{
    qcdc_free(lists->versions);
    qcdc_free(lists->first_children);
    qcdc_free(lists->next_siblings);
}

static bool allocate_lists(ChildLists *lists)
{
    size_t unit_count = lists->unit_count;
    lists->versions = memory_try_new(unit_count, sizeof *lists->versions);
    lists->first_children = memory_try_new(unit_count + 1, sizeof *lists->first_children);
    lists->next_siblings = memory_try_new(unit_count, sizeof *lists->next_siblings);
    return lists->versions != NULL && lists->first_children != NULL && lists->next_siblings != NULL;
}

/* Whose list a unit is in; the roots' list is that of the unit number after the last. */
static size_t find_owner(const ChildLists *lists, size_t unit)
{
    QcdcUnitId parent = catalog_version_parent(lists->catalog, lists->versions[unit], lists->hierarchy);
    return parent != (QcdcUnitId)QCDC_ID_NONE && lists->versions[parent] != NULL ? parent : lists->unit_count;
}

/* D22: under the parent of its last version in the period. From the last unit to the first, so that lists begin with the
 * first. */
static bool link_children(ChildLists *lists, int32_t first_day, int32_t last_day, Progress *progress)
{
    for (size_t i = 0; i < lists->unit_count; i++) {
        if (!progress_step(progress, 1))
            return false;
        lists->versions[i] = catalog_unit_version_in(lists->catalog, (QcdcUnitId)i, first_day, last_day);
        lists->first_children[i] = lists->next_siblings[i] = (uint32_t)NONE;
    }
    lists->first_children[lists->unit_count] = (uint32_t)NONE;
    for (size_t i = lists->unit_count; i-- > 0 && progress_step(progress, 1);) {
        if (lists->versions[i] == NULL)
            continue;
        size_t owner = find_owner(lists, i);
        lists->next_siblings[i] = lists->first_children[owner];
        lists->first_children[owner] = (uint32_t)i;
    }
    return !progress_is_stopped(progress);
}

static bool allocate_tree(UnitTree *tree, size_t unit_count)
{
    tree->units = memory_try_new(unit_count, sizeof *tree->units);
    tree->parents = memory_try_new(unit_count, sizeof *tree->parents);
    tree->ends = memory_try_new(unit_count, sizeof *tree->ends);
    tree->versions = memory_try_new(unit_count, sizeof *tree->versions);
    tree->positions = memory_try_new(unit_count, sizeof *tree->positions);
    for (size_t i = 0; tree->positions != NULL && i < unit_count; i++)
        tree->positions[i] = UINT32_MAX;
    return tree->units != NULL && tree->parents != NULL && tree->ends != NULL && tree->versions != NULL &&
           tree->positions != NULL;
}

static void place_unit(UnitTree *tree, const ChildLists *lists, uint32_t unit, uint32_t parent_position)
{
    uint32_t position = (uint32_t)tree->count++;
    tree->units[position] = unit;
    tree->parents[position] = parent_position;
    tree->versions[position] = lists->versions[unit];
    tree->positions[unit] = position;
}

/* Pre-order without recursion: down to the first child, else on to the next sibling, else up until there is one. A unit's end
 * is known when it is left. */
static bool fill_tree(UnitTree *tree, const ChildLists *lists, Progress *progress)
{
    uint32_t unit = lists->first_children[lists->unit_count], parent = UINT32_MAX;
    while (unit != (uint32_t)NONE && progress_step(progress, 1)) {
        place_unit(tree, lists, unit, parent);
        if (lists->first_children[unit] != (uint32_t)NONE) {
            parent = tree->positions[unit];
            unit = lists->first_children[unit];
            continue;
        }
        tree->ends[tree->positions[unit]] = (uint32_t)tree->count;
        while (lists->next_siblings[unit] == (uint32_t)NONE && parent != UINT32_MAX) {
            unit = tree->units[parent];
            tree->ends[parent] = (uint32_t)tree->count;
            parent = tree->parents[parent];
        }
        unit = lists->next_siblings[unit];
    }
    return !progress_is_stopped(progress);
}

/* A unit is known before those above it, from the last on. */
static bool mark_groups(UnitTree *tree, const QcdcCatalog *catalog)
{
    if (!catalog_is_partition(catalog))
        return true;
    tree->grouped = memory_try_new(tree->count, sizeof *tree->grouped);
    for (size_t i = tree->count; tree->grouped != NULL && i-- > 0;) {
        tree->grouped[i] |= catalog_is_grouped(catalog, tree->versions[i]) ? GROUPED_ITSELF : 0;
        if (tree->grouped[i] != 0 && tree->parents[i] != UINT32_MAX)
            tree->grouped[tree->parents[i]] |= GROUPED_BELOW;
    }
    return tree->grouped != NULL;
}

static QcdcStatus make_tree(const QcdcCatalog *catalog, size_t hierarchy, int32_t first_day, int32_t last_day,
                            Progress *progress, UnitTree **out_tree, QcdcError *error)
{
    if (catalog->is_at_fault)
        return qcdc_error_set(error, QCDC_STATUS_FINDINGS, NULL, 0, 0, "units with faults make no tree", NULL, NULL);
    ChildLists lists = {.unit_count = catalog->unit_count, .hierarchy = hierarchy, .catalog = catalog};
    UnitTree *tree = memory_try_new(1, sizeof *tree);
    bool is_done = tree != NULL && allocate_lists(&lists) && allocate_tree(tree, catalog->unit_count) &&
                   link_children(&lists, first_day, last_day, progress) && fill_tree(tree, &lists, progress) &&
                   mark_groups(tree, catalog);
    if (is_done)
        *out_tree = tree;
    else
        unit_tree_free(tree);
    clear_lists(&lists);
    return is_done ? QCDC_OK : progress_fail(progress, error);
}

QcdcStatus catalog_make_tree(const QcdcCatalog *catalog, int32_t first_day, int32_t last_day, Progress *progress,
                             UnitTree **out_tree, QcdcError *error)
{
    return make_tree(catalog, 0, first_day, last_day, progress, out_tree, error);
}

/* What units are in the column parent (D44) */

/* Of a unit and all below it: how many, and from where to where they stand in the tree of the column parent. */
typedef struct Extent {
    uint32_t count, first, end;
} Extent;

/* The same units stand below it if they fill its place in the other tree, which is as long as they are many. */
static uint8_t find_kinship(const UnitTree *tree, const UnitTree *plain, size_t position, const Extent *extent)
{
    uint32_t place = plain->positions[tree->units[position]];
    bool same = extent->first == place && extent->end == plain->ends[place] && extent->count == extent->end - extent->first;
    return (uint8_t)((plain->ends[place] == place + 1 ? KIN_LEAF : 0) |
                     (QCDC_FAULT("hierarchy-area", same, true) ? KIN_SAME_AREA : 0));
}

static void add_extent(const Extent *child, Extent *parent)
{
    parent->count += child->count;
    parent->first = child->first < parent->first ? child->first : parent->first;
    parent->end = child->end > parent->end ? child->end : parent->end;
}

/* Both trees hold the same units, those in force. */
static bool compare_trees(UnitTree *tree, const UnitTree *plain)
{
    Extent *extents = memory_try_new(tree->count, sizeof *extents);
    tree->kinship = memory_try_new(tree->count, sizeof *tree->kinship);
    bool is_done = extents != NULL && tree->kinship != NULL;
    for (size_t i = 0; is_done && i < tree->count; i++) {
        uint32_t place = plain->positions[tree->units[i]];
        extents[i] = (Extent){1, place, place + 1};
    }
    for (size_t i = tree->count; is_done && i-- > 0;) {
        tree->kinship[i] = find_kinship(tree, plain, i, &extents[i]);
        if (tree->parents[i] != UINT32_MAX)
            add_extent(&extents[i], &extents[tree->parents[i]]);
    }
    qcdc_free(extents);
    return is_done;
}

QcdcStatus catalog_make_hierarchy_tree(const QcdcCatalog *catalog, size_t hierarchy, int32_t first_day, int32_t last_day,
                                       Progress *progress, UnitTree **out_tree, QcdcError *error)
{
    UnitTree *tree = NULL, *plain = NULL;
    QcdcStatus status = make_tree(catalog, hierarchy, first_day, last_day, progress, &tree, error);
    if (status == QCDC_OK && hierarchy > 0)
        status = make_tree(catalog, 0, first_day, last_day, progress, &plain, error);
    if (status == QCDC_OK && plain != NULL && !compare_trees(tree, plain))
        status = memory_fail(error);
    unit_tree_free(plain);
    if (status == QCDC_OK)
        *out_tree = tree;
    else
        unit_tree_free(tree);
    return status;
}

bool unit_tree_is_leaf(const UnitTree *tree, size_t position)
{
    return tree->kinship != NULL ? QCDC_FAULT("hierarchy-reporters", (tree->kinship[position] & KIN_LEAF) != 0,
                                              tree->ends[position] == position + 1)
                                 : tree->ends[position] == position + 1;
}

bool unit_tree_has_same_area(const UnitTree *tree, size_t position)
{
    return tree->kinship == NULL || (tree->kinship[position] & KIN_SAME_AREA) != 0;
}

void unit_tree_free(UnitTree *tree)
{
    if (tree == NULL)
        return;
    qcdc_free(tree->units);
    qcdc_free(tree->parents);
    qcdc_free(tree->ends);
    qcdc_free(tree->versions);
    qcdc_free(tree->positions);
    qcdc_free(tree->grouped);
    qcdc_free(tree->kinship);
    qcdc_free(tree);
}

static void copy_tree(const UnitTree *tree, QcdcUnitId *out_units, QcdcUnitId *out_parents, size_t size)
{
    for (size_t i = 0; i < tree->count && i < size; i++) {
        uint32_t parent = tree->parents[i];
        if (out_units != NULL)
            out_units[i] = tree->units[i];
        if (out_parents != NULL)
            out_parents[i] = parent == UINT32_MAX ? (QcdcUnitId)QCDC_ID_NONE : tree->units[parent];
    }
}

QcdcStatus qcdc_catalog_read_tree(const QcdcCatalog *catalog, QcdcPeriod at, QcdcUnitId *out_units, QcdcUnitId *out_parents,
                                  size_t size, size_t *out_count, QcdcError *error)
{
    return qcdc_catalog_read_hierarchy(catalog, NULL, at, out_units, out_parents, size, out_count, error);
}

QcdcStatus qcdc_catalog_read_hierarchy(const QcdcCatalog *catalog, const char *hierarchy, QcdcPeriod at, QcdcUnitId *out_units,
                                       QcdcUnitId *out_parents, size_t size, size_t *out_count, QcdcError *error)
{
    int32_t first, last;
    size_t number;
    if (catalog == NULL || out_count == NULL || (size > 0 && out_units == NULL && out_parents == NULL))
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no catalog, or no place for the tree", NULL, NULL);
    if (!catalog_find_days(catalog, at, &first, &last))
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "not a period", NULL, NULL);
    UnitTree *tree = NULL;
    QcdcStatus status = catalog_find_hierarchy(catalog, hierarchy, &number, error);
    if (status == QCDC_OK)
        status = make_tree(catalog, number, first, last, NULL, &tree, error);
    if (status != QCDC_OK)
        return status;
    copy_tree(tree, out_units, out_parents, size);
    *out_count = tree->count;
    unit_tree_free(tree);
    return QCDC_OK;
}
