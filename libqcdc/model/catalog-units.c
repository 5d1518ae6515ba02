/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdlib.h>
#include <string.h>

#include "catalog-layout-private.h"
#include "kernel/fault-private.h"
#include "quote-private.h"

/* Rows of units.csv become units (S9): rows of one id are one unit, and its versions lie together by first day. */

static const char *get_identity(const UnitVersion *row)
{
    const char *identity = row->texts[QCDC_UNIT_IDENTITY];
    return identity[0] != '\0' ? identity : row->texts[QCDC_UNIT_CODE];
}

/* Numbers the units by the first row of each. */
static bool number_units(QcdcCatalogBuilder *builder)
{
    QcdcCatalog *catalog = builder->catalog;
    UnitVersion *rows = builder->unit_rows.items;
    catalog->identities = make_string_map(catalog);
    if (catalog->identities == NULL)
        return false;
    for (size_t i = 0; i < builder->unit_rows.count; i++) {
        const char *identity = get_identity(&rows[i]);
        uint32_t *unit = &catalog->identities[string_pool_find(&catalog->strings, identity, strlen(identity))];
        if (*unit == (uint32_t)NONE)
            *unit = (uint32_t)catalog->unit_count++;
        rows[i].unit = *unit;
    }
    return true;
}

/* A row and its number in the file, while rows are being sorted. */
typedef struct NumberedRow {
    UnitVersion version;
    uint32_t number;
} NumberedRow;

static int compare_days(int32_t left, int32_t right)
{
    return (left > right) - (left < right);
}

static int compare_rows(const void *left_item, const void *right_item)
{
    const NumberedRow *left = left_item, *right = right_item;
    if (left->version.unit != right->version.unit)
        return left->version.unit < right->version.unit ? -1 : 1;
    int order = compare_days(left->version.first_day, right->version.first_day);
    return order != 0 ? order : (left->number > right->number) - (left->number < right->number);
}

static void spread_sorted_rows(QcdcCatalog *catalog, const NumberedRow *sorted)
{
    catalog->is_static = true;
    for (size_t i = 0; i < catalog->version_count; i++) {
        const UnitVersion *version = &sorted[i].version;
        catalog->versions[i] = *version;
        catalog->versions_in_file_order[sorted[i].number] = (uint32_t)i;
        catalog->file_rows[i] = sorted[i].number;
        Unit *unit = &catalog->units[version->unit];
        if (unit->version_count++ == 0)
            unit->first_version = (uint32_t)i;
        catalog->is_static = catalog->is_static && version->first_day == INT32_MIN && version->last_day == INT32_MAX;
    }
}

static bool sort_versions(QcdcCatalogBuilder *builder)
{
    QcdcCatalog *catalog = builder->catalog;
    size_t count = catalog->version_count = builder->unit_rows.count;
    const UnitVersion *rows = builder->unit_rows.items;
    NumberedRow *sorted = memory_try_new(count, sizeof *sorted);
    catalog->versions = memory_try_new(count, sizeof *catalog->versions);
    catalog->versions_in_file_order = memory_try_new(count, sizeof *catalog->versions_in_file_order);
    catalog->file_rows = memory_try_new(count, sizeof *catalog->file_rows);
    catalog->units = memory_try_new(catalog->unit_count, sizeof *catalog->units);
    bool is_done = sorted != NULL && catalog->versions != NULL && catalog->versions_in_file_order != NULL &&
                   catalog->file_rows != NULL && catalog->units != NULL;
    for (size_t i = 0; is_done && i < count; i++)
        sorted[i] = (NumberedRow){rows[i], (uint32_t)i};
    if (is_done) {
        qsort(sorted, count, sizeof *sorted, compare_rows);
        spread_sorted_rows(catalog, sorted);
    }
    qcdc_free(sorted);
    return is_done;
}

/* complaint ", as in row 3": which row holds it already. */
static void report_twice(Report *report, FindingCode code, QcdcUnitField field, const UnitVersion *version,
                         const UnitVersion *earlier, const char *complaint)
{
    Text words = {0};
    text_append(&words, complaint);
    if (earlier->row > 0) {
        text_append(&words, ", as in row ");
        text_append_number(&words, earlier->row);
    }
    const char *value = field == QCDC_UNIT_CODE ? version->texts[QCDC_UNIT_CODE] : get_identity(version);
    report_fault(report, code, field, qcdc_unit_field_to_name(field), value, text_get(&words),
                 "intervals of one code, and of one unit, do not overlap");
    text_clear(&words);
}

/* Which of two rows stands first in the file is the one that is there "already". Rows without a code are told as that. */
static void report_pair(QcdcCatalogBuilder *builder, Report *report, const UnitVersion *left, const UnitVersion *right)
{
    bool is_left_first = left->row <= right->row;
    const UnitVersion *earlier = is_left_first ? left : right, *later = is_left_first ? right : left;
    bool is_code = strcmp(left->texts[QCDC_UNIT_CODE], right->texts[QCDC_UNIT_CODE]) == 0;
    if (get_identity(left)[0] == '\0')
        return;
    enter_unit_row(report, builder, later);
    if (is_code)
        report_twice(report, FINDING_CODE_TWICE, QCDC_UNIT_CODE, later, earlier, "is held twice at one time");
    else
        report_twice(report, FINDING_UNIT_TWICE, QCDC_UNIT_IDENTITY, later, earlier, "has two rows at one time");
}

static bool holds_beyond(const UnitVersion *version, const UnitVersion *other)
{
    return QCDC_FAULT("catalog-interval-end", version->last_day >= other->first_day, version->last_day > other->first_day);
}

/* Each version against the one before it of the same unit that holds longest; then where gapless runs end. */
static bool check_versions(QcdcCatalogBuilder *builder, Report *report)
{
    QcdcCatalog *catalog = builder->catalog;
    catalog->run_ends = memory_try_new(catalog->version_count, sizeof *catalog->run_ends);
    if (catalog->run_ends == NULL)
        return false;
    for (size_t i = 1, longest = 0; i < catalog->version_count; i++) {
        const UnitVersion *version = &catalog->versions[i];
        if (catalog->versions[longest].unit == version->unit && holds_beyond(&catalog->versions[longest], version))
            report_pair(builder, report, &catalog->versions[longest], version);
        if (catalog->versions[longest].unit != version->unit || version->last_day > catalog->versions[longest].last_day)
            longest = i;
    }
    for (size_t i = catalog->version_count; i-- > 0;) {
        const UnitVersion *version = &catalog->versions[i], *next = version + 1;
        bool is_run = i + 1 < catalog->version_count && next->unit == version->unit && version->last_day < INT32_MAX &&
                      next->first_day <= version->last_day + 1;
        catalog->run_ends[i] = is_run ? catalog->run_ends[i + 1] : (uint32_t)i;
    }
    return true;
}

/* An entry while entries are being sorted. */
typedef struct DatedEntry {
    CodeEntry entry;
    int32_t first_day;
} DatedEntry;

static int compare_entries(const void *left_item, const void *right_item)
{
    const DatedEntry *left = left_item, *right = right_item;
    if (left->entry.code != right->entry.code)
        return left->entry.code < right->entry.code ? -1 : 1;
    int order = compare_days(left->first_day, right->first_day);
    return order != 0 ? order : (left->entry.version > right->entry.version) - (left->entry.version < right->entry.version);
}

static void check_codes(QcdcCatalogBuilder *builder, Report *report)
{
    const QcdcCatalog *catalog = builder->catalog;
    for (size_t i = 1, longest = 0; i < catalog->code_count; i++) {
        const CodeEntry *entry = &catalog->codes[i], *before = &catalog->codes[longest];
        const UnitVersion *version = &catalog->versions[entry->version], *earlier = &catalog->versions[before->version];
        bool is_same = before->code == entry->code && entry->code != 0;
        /* of one unit: told with the unit's versions */
        if (is_same && earlier->unit != version->unit && holds_beyond(earlier, version))
            report_pair(builder, report, earlier, version);
        if (!is_same || version->last_day > earlier->last_day)
            longest = i;
    }
}

static bool index_codes(QcdcCatalog *catalog)
{
    DatedEntry *sorted = memory_try_new(catalog->version_count, sizeof *sorted);
    catalog->codes = memory_try_new(catalog->version_count, sizeof *catalog->codes);
    catalog->first_codes = make_string_map(catalog);
    bool is_done = sorted != NULL && catalog->codes != NULL && catalog->first_codes != NULL;
    catalog->code_count = is_done ? catalog->version_count : 0;
    for (size_t i = 0; i < catalog->code_count; i++) {
        const char *code = catalog->versions[i].texts[QCDC_UNIT_CODE];
        uint32_t string = string_pool_find(&catalog->strings, code, strlen(code));
        sorted[i] = (DatedEntry){{string, (uint32_t)i}, catalog->versions[i].first_day};
    }
    if (is_done)
        qsort(sorted, catalog->code_count, sizeof *sorted, compare_entries);
    for (size_t i = catalog->code_count; i-- > 0;) {
        catalog->codes[i] = sorted[i].entry;
        catalog->first_codes[sorted[i].entry.code] = (uint32_t)i;
    }
    qcdc_free(sorted);
    return is_done;
}

bool catalog_gather_units(QcdcCatalogBuilder *builder, Report *report)
{
    if (!number_units(builder) || !sort_versions(builder) || !check_versions(builder, report) || !index_codes(builder->catalog))
        return false;
    check_codes(builder, report);
    return true;
}
