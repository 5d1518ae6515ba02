/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/calendar.h>
#include <string.h>

#include "catalog-layout-private.h"
#include "kernel/fault-private.h"
#include "quote-private.h"

enum {
    SHOWN_UNITS = 8,      /* of a cycle, in its message */
    STEPS_A_VERSION = 16  /* spent on naming cycles; a level fault is found without a walk */
};

/* Parents (S9): a code, held during all of the row's interval by one unit that is in force all that time. */

static const char held_by_two[] = "is held by two units during the row's interval";

static void report_parent(ParentSearch *search, const UnitVersion *version, const char *parent, FindingCode code,
                          const char *complaint)
{
    Text hint = {0};
    enter_unit_row(search->report, search->builder, version);
    if (code != FINDING_PARENT_UNKNOWN)
        text_append(&hint, complaint == held_by_two ? "write the parent's id, or one row for each of them"
                                                    : "see valid_from and valid_to of both rows");
    else if (search->suggestions++ < MOST_SUGGESTIONS)
        catalog_suggest_unit(search->catalog, parent, &hint);
    report_fault_with(search->report, code, search->field, search->column, parent, complaint, &hint);
}

static bool is_in_force_throughout(const QcdcCatalog *catalog, QcdcUnitId unit, int32_t first_day, int32_t last_day)
{
    uint32_t first, end;
    find_versions(catalog, unit, first_day, last_day, &first, &end);
    return first < end && catalog->versions[first].first_day <= first_day &&
           catalog->versions[catalog->run_ends[first]].last_day >= last_day;
}

/* Who holds the code at the start of the interval; of an open start, who held it first. */
static QcdcUnitId find_parent(const QcdcCatalog *catalog, const UnitVersion *version, const char *parent)
{
    size_t length = strlen(parent);
    QcdcUnitId unit = catalog_find_code(catalog, parent, length, version->first_day);
    if (unit == (QcdcUnitId)QCDC_ID_NONE)
        unit = catalog_find_other_holder(catalog, parent, length, version->first_day, version->last_day,
                                         (QcdcUnitId)QCDC_ID_NONE);
    return unit != (QcdcUnitId)QCDC_ID_NONE ? unit : catalog_find_identity(catalog, parent, length);
}

/* Its code is two units in that time: which is meant? */
static bool is_ambiguous(const QcdcCatalog *catalog, const UnitVersion *version, const char *code, QcdcUnitId parent)
{
    return catalog_find_other_holder(catalog, code, strlen(code), version->first_day, version->last_day, parent) !=
           (QcdcUnitId)QCDC_ID_NONE;
}

QcdcUnitId catalog_resolve_parent(ParentSearch *search, const UnitVersion *version, const char *code)
{
    const QcdcCatalog *catalog = search->catalog;
    QcdcUnitId parent = find_parent(catalog, version, code);
    if (parent == (QcdcUnitId)QCDC_ID_NONE && catalog_has_code(catalog, code, strlen(code)))
        report_parent(search, version, code, FINDING_PARENT_NOT_IN_FORCE, "is in force at another time only");
    else if (parent == (QcdcUnitId)QCDC_ID_NONE)
        report_parent(search, version, code, FINDING_PARENT_UNKNOWN, "is not a unit");
    else if (!is_in_force_throughout(catalog, parent, version->first_day, version->last_day))
        report_parent(search, version, code, FINDING_PARENT_NOT_IN_FORCE, "is not in force during all of the row's interval");
    else if (is_ambiguous(catalog, version, code, parent))
        report_parent(search, version, code, FINDING_PARENT_NOT_IN_FORCE, held_by_two);
    else
        return parent;
    return (QcdcUnitId)QCDC_ID_NONE;
}

static void resolve_parent(ParentSearch *search, UnitVersion *version)
{
    const char *code = version->texts[QCDC_UNIT_PARENT];
    if (code[0] != '\0')
        version->parent = catalog_resolve_parent(search, version, code);
}

/* Cycles and levels. A cycle has a row whose level is not below its parent's, so that only such rows are walked from. */

static const UnitVersion *get_parent_version(const QcdcCatalog *catalog, const UnitVersion *version, int32_t day)
{
    return version->parent != (QcdcUnitId)QCDC_ID_NONE ? catalog_unit_version(catalog, version->parent, day) : NULL;
}

/* A version of the parent that holds together with @version and is not above it, or NULL. A level that could not be read is
 * no second fault. */
static const UnitVersion *find_level_fault(const QcdcCatalog *catalog, const UnitVersion *version)
{
    if (version->parent == (QcdcUnitId)QCDC_ID_NONE || version->level < 0)
        return NULL;
    uint32_t first, end;
    find_versions(catalog, version->parent, version->first_day, version->last_day, &first, &end);
    for (uint32_t i = first; i < end; i++)
        if (QCDC_FAULT("catalog-level", catalog->versions[i].level >= version->level,
                       catalog->versions[i].level > version->level))
            return &catalog->versions[i];
    return NULL;
}

/* The units from @start up to @start again, by code: a → b → a. Each version on it is marked as told. */
void append_on_circle(Text *path, const UnitVersion *version, size_t index)
{
    if (index >= SHOWN_UNITS)
        return;
    text_append(path, version->texts[QCDC_UNIT_CODE]);
    text_append(path, " → ");
}

void close_circle(Text *path, const UnitVersion *start, size_t count)
{
    if (count > SHOWN_UNITS) {
        text_append(path, "… ");
        text_append_number(path, (int64_t)count - SHOWN_UNITS);
        text_append(path, " more … → ");
    }
    text_append(path, start->texts[QCDC_UNIT_CODE]);
}

static void describe_cycle(ParentSearch *search, const UnitVersion *start, int32_t day, Text *path)
{
    const QcdcCatalog *catalog = search->catalog;
    const UnitVersion *version = start;
    size_t count = 0;
    do {
        append_on_circle(path, version, count++);
        search->is_suspect[version - catalog->versions] = 0;
        version = get_parent_version(catalog, version, day);
    } while (version != start);
    close_circle(path, start, count);
}

static void report_cycle(ParentSearch *search, const UnitVersion *on_cycle, int32_t day)
{
    const UnitVersion *first = on_cycle;
    for (const UnitVersion *version = get_parent_version(search->catalog, on_cycle, day); version != on_cycle;
         version = get_parent_version(search->catalog, version, day))
        if (version->row < first->row)
            first = version;
    Text complaint = {0};
    text_append(&complaint, "makes a cycle: ");
    describe_cycle(search, first, day, &complaint);
    enter_unit_row(search->report, search->builder, first);
    report_fault(search->report, FINDING_PARENT_CYCLE, QCDC_UNIT_PARENT, "parent", first->texts[QCDC_UNIT_PARENT],
                 text_get(&complaint), "a unit does not stand above itself");
    text_clear(&complaint);
}

/* Walks up from @start on a day it holds with its parent; a walk that comes back to a version of this walk found a cycle.
 * @marks: by version, the number of the walk that was there last. */
static void walk_up(ParentSearch *search, const UnitVersion *start, int32_t day, uint32_t *marks, uint32_t walk, size_t *steps)
{
    const QcdcCatalog *catalog = search->catalog;
    const UnitVersion *version = start;
    while (version != NULL && *steps > 0 && marks[version - catalog->versions] != walk) {
        marks[version - catalog->versions] = walk;
        (*steps)--;
        version = get_parent_version(catalog, version, day);
    }
    if (version != NULL && *steps > 0)
        report_cycle(search, version, day);
}

static int32_t take_later(int32_t left, int32_t right)
{
    return left > right ? left : right;
}

static bool name_cycles(ParentSearch *search)
{
    const QcdcCatalog *catalog = search->catalog;
    uint32_t *marks = memory_try_new(catalog->version_count, sizeof *marks);
    size_t steps = STEPS_A_VERSION * catalog->version_count;
    for (size_t i = 0; marks != NULL && i < catalog->version_count; i++) {
        const UnitVersion *version = catalog_version_in_file_order(catalog, i);
        const UnitVersion *above = find_level_fault(catalog, version);
        if (search->is_suspect[version - catalog->versions] && above != NULL)
            walk_up(search, version, take_later(version->first_day, above->first_day), marks, (uint32_t)i + 1, &steps);
    }
    qcdc_free(marks);
    return marks != NULL;
}

static void report_level(ParentSearch *search, const UnitVersion *version, const UnitVersion *above)
{
    Text complaint = {0};
    text_append(&complaint, "is not below level ");
    text_append_number(&complaint, above->level);
    text_append(&complaint, " of the parent ");
    text_append_quoted(&complaint, above->texts[QCDC_UNIT_CODE], strlen(above->texts[QCDC_UNIT_CODE]));
    enter_unit_row(search->report, search->builder, version);
    report_fault(search->report, FINDING_LEVEL_ORDER, QCDC_UNIT_LEVEL, "level", version->texts[QCDC_UNIT_LEVEL],
                 text_get(&complaint), "0 is the top; a unit's level is a larger number than its parent's");
    text_clear(&complaint);
}

static void report_levels(ParentSearch *search)
{
    const QcdcCatalog *catalog = search->catalog;
    for (size_t i = 0; i < catalog->version_count; i++) {
        const UnitVersion *version = catalog_version_in_file_order(catalog, i);
        if (search->is_suspect[version - catalog->versions])
            report_level(search, version, find_level_fault(catalog, version));
    }
}

static bool check_levels(ParentSearch *search)
{
    const QcdcCatalog *catalog = search->catalog;
    bool has_suspects = false;
    search->is_suspect = memory_try_new(catalog->version_count, 1);
    bool is_done = search->is_suspect != NULL;
    for (size_t i = 0; is_done && i < catalog->version_count; i++) {
        search->is_suspect[i] = find_level_fault(catalog, &catalog->versions[i]) != NULL;
        has_suspects = has_suspects || search->is_suspect[i];
    }
    if (is_done && has_suspects)
        is_done = name_cycles(search);
    if (is_done)
        report_levels(search);
    qcdc_free(search->is_suspect);
    return is_done;
}

bool catalog_resolve_parents(QcdcCatalogBuilder *builder, Report *report)
{
    ParentSearch search = {
        .builder = builder, .catalog = builder->catalog, .report = report, .column = "parent", .field = QCDC_UNIT_PARENT};
    for (size_t i = 0; i < search.catalog->version_count; i++)
        resolve_parent(&search, &search.catalog->versions[search.catalog->versions_in_file_order[i]]);
    return check_levels(&search);
}
