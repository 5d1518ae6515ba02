/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "catalog-layout-private.h"
#include "kernel/fault-private.h"
#include "quote-private.h"

/* Hierarchies beside that of the column parent (S10, D44): where one says nothing, the unit stands under its parent. */

enum {
    STEPS_A_VERSION = 64 /* spent on looking for circles, where there may be one at all */
};

static Hierarchy *hierarchy_at(const QcdcCatalog *catalog, size_t index)
{
    return &ARRAY_AT(&catalog->hierarchies, Hierarchy, index);
}

static const HierarchyCell *cell_at(const QcdcCatalog *catalog, size_t index)
{
    return &ARRAY_AT(&catalog->hierarchy_cells, HierarchyCell, index);
}

/* Parents */

static void resolve_cell(ParentSearch *search, Hierarchy *hierarchy, const HierarchyCell *cell)
{
    uint32_t index = search->catalog->versions_in_file_order[cell->row];
    const UnitVersion *version = &search->catalog->versions[index];
    if (QCDC_FAULT("hierarchy-none", strcmp(cell->text, "-") == 0, false))
        hierarchy->parents[index] = (QcdcUnitId)QCDC_ID_NONE;
    else if (strcmp(cell->text, version->texts[QCDC_UNIT_PARENT]) != 0)
        hierarchy->parents[index] = catalog_resolve_parent(search, version, cell->text);
}

static bool resolve_hierarchy(ParentSearch *search, uint32_t number)
{
    const QcdcCatalog *catalog = search->catalog;
    Hierarchy *hierarchy = hierarchy_at(catalog, number);
    hierarchy->parents = memory_try_new(catalog->version_count, sizeof *hierarchy->parents);
    if (hierarchy->parents == NULL)
        return false;
    for (size_t i = 0; i < catalog->version_count; i++)
        hierarchy->parents[i] =
            QCDC_FAULT("hierarchy-inherits", catalog->versions[i].parent, (QcdcUnitId)QCDC_ID_NONE);
    for (size_t i = 0; i < catalog->hierarchy_cells.count; i++)
        if (cell_at(catalog, i)->hierarchy == number)
            resolve_cell(search, hierarchy, cell_at(catalog, i));
    return true;
}

/* Circles. Levels need not grow here, so that they cannot be found by levels. Units that no way up can lead back to are taken
 * away, from those without children on; what is left is walked on the days on which a row begins: a circle stands on the day
 * its last row begins. */

typedef struct CircleSearch {
    ParentSearch *parents;
    const QcdcCatalog *catalog;
    const Hierarchy *hierarchy;
    uint32_t number;
    uint32_t *children; /* [units] rows that name the unit as parent and are still there */
    QcdcUnitId *queue;  /* [units] without such rows, to be taken away */
    uint32_t *marks;    /* [versions] number of the walk that was there last */
    uint8_t *is_told;   /* [versions] */
    size_t steps;
} CircleSearch;

static void drop_row(CircleSearch *search, size_t version, size_t *queued)
{
    QcdcUnitId parent = search->hierarchy->parents[version];
    if (parent != (QcdcUnitId)QCDC_ID_NONE && --search->children[parent] == 0)
        search->queue[(*queued)++] = parent;
}

/* True when something is left. */
static bool take_away(CircleSearch *search)
{
    const QcdcCatalog *catalog = search->catalog;
    size_t queued = 0;
    for (size_t i = 0; i < catalog->version_count; i++)
        if (search->hierarchy->parents[i] != (QcdcUnitId)QCDC_ID_NONE)
            search->children[search->hierarchy->parents[i]]++;
    for (size_t unit = 0; unit < catalog->unit_count; unit++)
        if (search->children[unit] == 0)
            search->queue[queued++] = (QcdcUnitId)unit;
    for (size_t done = 0; done < queued; done++) {
        const Unit *unit = &catalog->units[search->queue[done]];
        for (uint32_t i = 0; i < unit->version_count; i++)
            drop_row(search, unit->first_version + i, &queued);
    }
    return queued < catalog->unit_count;
}

static const UnitVersion *go_up(const CircleSearch *search, const UnitVersion *version, int32_t day)
{
    QcdcUnitId parent = search->hierarchy->parents[version - search->catalog->versions];
    return parent != (QcdcUnitId)QCDC_ID_NONE ? catalog_unit_version(search->catalog, parent, day) : NULL;
}

static const char *text_of(const CircleSearch *search, const UnitVersion *version)
{
    return catalog_version_parent_text(search->catalog, search->catalog->file_rows[version - search->catalog->versions],
                                       search->number);
}

/* The first row of the circle in which the hierarchy says something, or NULL: then it is one of the column parent, and told there. */
static const UnitVersion *find_first(const CircleSearch *search, const UnitVersion *on_circle, int32_t day)
{
    const UnitVersion *first = NULL, *version = on_circle;
    do {
        if (text_of(search, version)[0] != '\0' && (first == NULL || version->row < first->row))
            first = version;
        version = go_up(search, version, day);
    } while (version != on_circle);
    return first;
}

/* a → b → a; each row on it is marked as told */
static void describe_circle(CircleSearch *search, const UnitVersion *start, int32_t day, Text *path)
{
    const UnitVersion *version = start;
    size_t count = 0;
    do {
        append_on_circle(path, version, count++);
        search->is_told[version - search->catalog->versions] = 1;
        version = go_up(search, version, day);
    } while (version != start);
    close_circle(path, start, count);
}

static void report_circle(CircleSearch *search, const UnitVersion *on_circle, int32_t day)
{
    const ParentSearch *parents = search->parents;
    const UnitVersion *first = find_first(search, on_circle, day);
    Text complaint = {0};
    text_append(&complaint, "makes a cycle: ");
    describe_circle(search, first != NULL ? first : on_circle, day, &complaint);
    if (first != NULL) {
        enter_unit_row(parents->report, parents->builder, first);
        report_fault(parents->report, FINDING_PARENT_CYCLE, parents->field, parents->column, text_of(search, first),
                     text_get(&complaint), "a unit does not stand above itself");
    }
    text_clear(&complaint);
}

static void walk_up(CircleSearch *search, const UnitVersion *start, uint32_t walk)
{
    const UnitVersion *version = start, *versions = search->catalog->versions;
    int32_t day = start->first_day;
    while (version != NULL && search->steps > 0 && search->marks[version - versions] != walk &&
           !search->is_told[version - versions]) {
        search->marks[version - versions] = walk;
        search->steps--;
        version = search->children[version->unit] > 0 ? go_up(search, version, day) : NULL;
    }
    if (version != NULL && search->marks[version - versions] == walk && !search->is_told[version - versions])
        report_circle(search, version, day);
}

/* Files in which parents change so often that all these days cannot be looked at are made, not kept by an office. */
static void report_tangle(const CircleSearch *search)
{
    const ParentSearch *parents = search->parents;
    enter_unit_row(parents->report, parents->builder, catalog_version_in_file_order(search->catalog, 0));
    report_fault(parents->report, FINDING_HIERARCHY_TANGLED, parents->field, NULL, parents->column,
                 "parents change too often to be looked through for cycles", "give units fewer rows");
}

static void find_circles(CircleSearch *search)
{
    const QcdcCatalog *catalog = search->catalog;
    search->steps = STEPS_A_VERSION * catalog->version_count;
    for (size_t i = 0; i < catalog->version_count && search->steps > 0; i++) {
        const UnitVersion *version = catalog_version_in_file_order(catalog, i);
        if (search->children[version->unit] > 0 && !search->is_told[version - catalog->versions])
            walk_up(search, version, (uint32_t)i + 1);
    }
    if (search->steps == 0)
        report_tangle(search);
}

static bool check_circles(ParentSearch *parents, uint32_t number)
{
    const QcdcCatalog *catalog = parents->catalog;
    CircleSearch search = {
        .parents = parents, .catalog = catalog, .hierarchy = hierarchy_at(catalog, number), .number = number};
    search.children = memory_try_new(catalog->unit_count, sizeof *search.children);
    search.queue = memory_try_new(catalog->unit_count, sizeof *search.queue);
    search.marks = memory_try_new(catalog->version_count, sizeof *search.marks);
    search.is_told = memory_try_new(catalog->version_count, sizeof *search.is_told);
    bool is_done = search.children != NULL && search.queue != NULL && search.marks != NULL && search.is_told != NULL;
    if (is_done && QCDC_FAULT("hierarchy-circle", take_away(&search), false))
        find_circles(&search);
    qcdc_free(search.children);
    qcdc_free(search.queue);
    qcdc_free(search.marks);
    qcdc_free(search.is_told);
    return is_done;
}

bool catalog_resolve_hierarchies(QcdcCatalogBuilder *builder, Report *report)
{
    const QcdcCatalog *catalog = builder->catalog;
    bool is_done = true;
    for (uint32_t k = 0; is_done && k < catalog->hierarchies.count; k++) {
        ParentSearch search = {.builder = builder,
                               .catalog = builder->catalog,
                               .report = report,
                               .column = hierarchy_at(catalog, k)->column,
                               .field = QCDC_UNIT_FIELD_END + (int)k};
        is_done = resolve_hierarchy(&search, k) && check_circles(&search, k);
    }
    return is_done;
}

/* Questions */

size_t catalog_hierarchy_count(const QcdcCatalog *catalog)
{
    return catalog->hierarchies.count;
}

const char *catalog_hierarchy_column(const QcdcCatalog *catalog, size_t index)
{
    return hierarchy_at(catalog, index)->column;
}

const char *catalog_version_parent_text(const QcdcCatalog *catalog, size_t row, size_t index)
{
    size_t low = 0, high = catalog->hierarchy_cells.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const HierarchyCell *cell = cell_at(catalog, middle);
        if (cell->row < row || (cell->row == row && cell->hierarchy < index))
            low = middle + 1;
        else
            high = middle;
    }
    const HierarchyCell *found = low < catalog->hierarchy_cells.count ? cell_at(catalog, low) : NULL;
    return found != NULL && found->row == row && found->hierarchy == index ? found->text : "";
}

QcdcUnitId catalog_version_parent(const QcdcCatalog *catalog, const UnitVersion *version, size_t hierarchy)
{
    return hierarchy == 0 ? version->parent : hierarchy_at(catalog, hierarchy - 1)->parents[version - catalog->versions];
}

static QcdcStatus fail_unknown(const QcdcCatalog *catalog, const char *name, QcdcError *error)
{
    Text what = {0}, hint = {0};
    text_append(&what, "hierarchy ");
    text_append_quoted(&what, name, strlen(name));
    text_append(&what, " is not known");
    text_append(&hint, "parent");
    for (size_t i = 0; i < catalog->hierarchies.count; i++) {
        text_append(&hint, ", ");
        text_append(&hint, hierarchy_at(catalog, i)->name);
    }
    bool failed = what.failed || hint.failed;
    qcdc_error_set(error, QCDC_STATUS_NOT_FOUND, NULL, 0, 0, text_get(&what), name, text_get(&hint));
    text_clear(&what);
    text_clear(&hint);
    return failed ? memory_fail(error) : QCDC_STATUS_NOT_FOUND;
}

QcdcStatus catalog_find_hierarchy(const QcdcCatalog *catalog, const char *name, size_t *out_hierarchy, QcdcError *error)
{
    Text scratch = {0};
    size_t length, number = 0;
    if (name == NULL || name[0] == '\0' || strcmp(name, "parent") == 0) {
        *out_hierarchy = 0;
        return QCDC_OK;
    }
    const char *composed = compose_text(name, strlen(name), &scratch, &length);
    if (composed == NULL)
        return memory_fail(error);
    while (number < catalog->hierarchies.count && strcmp(hierarchy_at(catalog, number)->name, composed) != 0)
        number++;
    text_clear(&scratch);
    if (number == catalog->hierarchies.count)
        return fail_unknown(catalog, name, error);
    *out_hierarchy = number + 1;
    return QCDC_OK;
}

const char *qcdc_catalog_get_hierarchy_name(const QcdcCatalog *catalog, size_t index)
{
    return catalog != NULL && index < catalog->hierarchies.count ? hierarchy_at(catalog, index)->name : NULL;
}

const char *qcdc_catalog_get_unit_parent(const QcdcCatalog *catalog, QcdcUnitId unit, QcdcPeriod at, size_t hierarchy)
{
    if (catalog == NULL || hierarchy >= catalog->hierarchies.count)
        return NULL;
    const UnitVersion *version = catalog_version_at(catalog, unit, at);
    return version != NULL ? catalog_version_parent_text(catalog, catalog->file_rows[version - catalog->versions], hierarchy) : NULL;
}
