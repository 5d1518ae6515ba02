/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdlib.h>
#include <string.h>

#include "catalog-layout-private.h"
#include "kernel/fault-private.h"

/* Who need not report what, and when (S18, D42). */

/* A row of exceptions.csv where it is looked for: by indicator, name of the unit and first day. Names are texts of the pool, so
 * that equal ones are one. */
typedef struct ExceptionSpan {
    QcdcIndicatorId indicator; /* (QcdcIndicatorId)QCDC_ID_NONE: all */
    bool is_identity;
    const char *name;
    int32_t first_day, last_day;
    uint32_t row;   /* of the rows in file order */
    uint32_t reach; /* of the spans up to this one with the same names, the one that holds longest */
} ExceptionSpan;

static int compare_numbers(uint64_t left, uint64_t right)
{
    return (left > right) - (left < right);
}

static int compare_keys(const ExceptionSpan *left, const ExceptionSpan *right)
{
    if (left->indicator != right->indicator)
        return compare_numbers(left->indicator, right->indicator);
    if (left->is_identity != right->is_identity)
        return left->is_identity ? 1 : -1;
    return compare_numbers((uintptr_t)left->name, (uintptr_t)right->name);
}

static int compare_spans(const void *left_item, const void *right_item)
{
    const ExceptionSpan *left = left_item, *right = right_item;
    int order = compare_keys(left, right);
    if (order != 0)
        return order;
    if (left->first_day != right->first_day)
        return left->first_day < right->first_day ? -1 : 1;
    return compare_numbers(left->row, right->row);
}

/* Names */

static bool is_for_all(const ExceptionRow *exception)
{
    return strcmp(exception->texts[QCDC_EXCEPTION_INDICATOR], "*") == 0;
}

static void report_unit(QcdcCatalogBuilder *builder, Report *report, const ExceptionRow *exception)
{
    const char *unit = exception->texts[QCDC_EXCEPTION_UNIT];
    Text hint = {0};
    bool is_known = catalog_has_code(builder->catalog, unit, strlen(unit)) ||
                    catalog_find_identity(builder->catalog, unit, strlen(unit)) != (QcdcUnitId)QCDC_ID_NONE;
    enter_exception_row(report, builder, exception);
    if (is_known) {
        report_fault(report, FINDING_EXCEPTION_NOT_IN_FORCE, QCDC_EXCEPTION_UNIT, "unit", unit,
                     "is in force at another time only", "see valid_from and valid_to here and in units.csv");
        return;
    }
    if (builder->lost_units)
        return;
    if (builder->suggestions++ < MOST_SUGGESTIONS)
        catalog_suggest_unit(builder->catalog, unit, &hint);
    report_fault_with(report, FINDING_EXCEPTION_UNIT, QCDC_EXCEPTION_UNIT, "unit", unit, "is not in units.csv", &hint);
}

/* A code goes before an id (S9), if anybody holds it on these days. */
static bool find_unit(const QcdcCatalog *catalog, ExceptionRow *exception)
{
    const char *unit = exception->texts[QCDC_EXCEPTION_UNIT];
    size_t length = strlen(unit);
    int32_t first = exception->first_day, last = exception->last_day;
    if (catalog_find_other_holder(catalog, unit, length, first, last, (QcdcUnitId)QCDC_ID_NONE) != (QcdcUnitId)QCDC_ID_NONE)
        return true;
    QcdcUnitId found = catalog_find_identity(catalog, unit, length);
    exception->is_identity = true;
    return found != (QcdcUnitId)QCDC_ID_NONE && catalog_unit_version_in(catalog, found, first, last) != NULL;
}

static void report_indicator(QcdcCatalogBuilder *builder, Report *report, const ExceptionRow *exception)
{
    const char *indicator = exception->texts[QCDC_EXCEPTION_INDICATOR];
    Text hint = {0};
    if (builder->lost_indicators)
        return;
    if (builder->suggestions++ < MOST_SUGGESTIONS)
        catalog_suggest_indicator(builder->catalog, indicator, &hint);
    if (hint.length == 0)
        text_append(&hint, "a code of indicators.csv, or * for all");
    enter_exception_row(report, builder, exception);
    report_fault_with(report, FINDING_EXCEPTION_INDICATOR, QCDC_EXCEPTION_INDICATOR, "indicator", indicator,
                      "is not in indicators.csv", &hint);
}

static bool find_indicator(const QcdcCatalog *catalog, ExceptionRow *exception)
{
    const char *indicator = exception->texts[QCDC_EXCEPTION_INDICATOR];
    if (is_for_all(exception))
        return true;
    exception->indicator = catalog_find_indicator_code(catalog, indicator, strlen(indicator));
    return exception->indicator != (QcdcIndicatorId)QCDC_ID_NONE;
}

static bool resolve(QcdcCatalogBuilder *builder, Report *report, uint32_t number)
{
    QcdcCatalog *catalog = builder->catalog;
    ExceptionRow *exception = &ARRAY_AT(&catalog->exceptions, ExceptionRow, number);
    if (exception->is_faulty)
        return true;
    bool has_unit = find_unit(catalog, exception), has_indicator = find_indicator(catalog, exception);
    if (!has_unit)
        report_unit(builder, report, exception);
    if (!has_indicator)
        report_indicator(builder, report, exception);
    ExceptionSpan span = {exception->indicator, exception->is_identity, exception->texts[QCDC_EXCEPTION_UNIT],
                          exception->first_day, exception->last_day, number, 0};
    return !has_unit || !has_indicator || array_append(&catalog->exception_spans, &span, 1, sizeof span);
}

static void find_reaches(Array *spans)
{
    for (uint32_t i = 0; i < spans->count; i++) {
        ExceptionSpan *span = &ARRAY_AT(spans, ExceptionSpan, i);
        bool continues = i > 0 && compare_keys(span - 1, span) == 0;
        span->reach = i;
        if (QCDC_FAULT("exceptions-reach", continues, false) &&
            ARRAY_AT(spans, ExceptionSpan, span[-1].reach).last_day >= span->last_day)
            span->reach = span[-1].reach;
    }
}

/* Sets: what is said of one indicator alone, numbered so that indicators of which the same is said have one number. */

typedef struct SetSearch {
    const QcdcCatalog *catalog;
    const size_t *starts; /* [indicators + 1] into the spans */
    HashIndex index;
    uint64_t seed;
} SetSearch;

static const ExceptionSpan *span_at(const QcdcCatalog *catalog, size_t index)
{
    return &ARRAY_AT(&catalog->exception_spans, ExceptionSpan, index);
}

static bool is_same_set(const void *context, uint32_t item, const void *key)
{
    const SetSearch *search = context;
    QcdcIndicatorId other = *(const QcdcIndicatorId *)key;
    size_t count = search->starts[item + 1] - search->starts[item];
    bool same = search->starts[other + 1] - search->starts[other] == count;
    for (size_t i = 0; same && i < count; i++) {
        const ExceptionSpan *one = span_at(search->catalog, search->starts[item] + i);
        const ExceptionSpan *two = span_at(search->catalog, search->starts[other] + i);
        same = one->is_identity == two->is_identity && one->name == two->name && one->first_day == two->first_day &&
               one->last_day == two->last_day;
    }
    return same;
}

static uint32_t hash_set(const SetSearch *search, QcdcIndicatorId indicator)
{
    uint32_t hash = 0;
    for (size_t i = search->starts[indicator]; i < search->starts[indicator + 1]; i++) {
        const ExceptionSpan *span = span_at(search->catalog, i);
        const uint64_t numbers[] = {hash, (uintptr_t)span->name, span->is_identity, (uint32_t)span->first_day,
                                    (uint32_t)span->last_day};
        hash = hash_bytes(search->seed, numbers, sizeof numbers);
    }
    return hash;
}

/* 0 without exceptions, 1 with those of all indicators alone, else that of the first indicator of which the same is said. */
static bool number_sets(QcdcCatalog *catalog, SetSearch *search, bool has_common)
{
    for (size_t i = 0; i < catalog->indicator_count; i++) {
        QcdcIndicatorId indicator = (QcdcIndicatorId)i;
        uint32_t *set = &catalog->exception_sets[i];
        *set = has_common;
        if (search->starts[i] == search->starts[i + 1])
            continue;
        uint32_t hash = hash_set(search, indicator);
        uint32_t first = hash_index_find(&search->index, hash, is_same_set, search, &indicator);
        if (first == UINT32_MAX && !hash_index_add(&search->index, hash, first = (uint32_t)i))
            return false;
        *set = first + 2;
    }
    return true;
}

static bool find_sets(QcdcCatalog *catalog)
{
    size_t at = 0, count = catalog->exception_spans.count, indicators = catalog->indicator_count;
    size_t *starts = memory_try_new(indicators + 1, sizeof *starts);
    SetSearch search = {.catalog = catalog, .starts = starts, .seed = hash_draw_seed()};
    catalog->exception_sets = memory_try_new(indicators, sizeof *catalog->exception_sets);
    bool is_done = starts != NULL && catalog->exception_sets != NULL;
    for (size_t i = 0; is_done && i <= indicators; i++) {
        while (at < count && span_at(catalog, at)->indicator < i)
            at++;
        starts[i] = at;
    }
    is_done = is_done && number_sets(catalog, &search, at < count);
    hash_index_clear(&search.index);
    qcdc_free(starts);
    return is_done;
}

bool catalog_resolve_exceptions(QcdcCatalogBuilder *builder, Report *report)
{
    QcdcCatalog *catalog = builder->catalog;
    Array *spans = &catalog->exception_spans;
    for (uint32_t i = 0; i < catalog->exceptions.count; i++)
        if (!resolve(builder, report, i))
            return false;
    if (spans->count == 0)
        return true;
    qsort(spans->items, spans->count, sizeof(ExceptionSpan), compare_spans);
    find_reaches(spans);
    return find_sets(catalog);
}

/* Questions */

/* The last span of the names that begins on or before the day reaches it, or none does. */
static const ExceptionRow *find_row(const QcdcCatalog *catalog, const ExceptionSpan *wanted)
{
    size_t low = 0, high = catalog->exception_spans.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const ExceptionSpan *span = span_at(catalog, middle);
        int order = compare_keys(span, wanted);
        if (order < 0 || (order == 0 && span->first_day <= wanted->first_day))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0 || compare_keys(span_at(catalog, low - 1), wanted) != 0)
        return NULL;
    const ExceptionSpan *longest = span_at(catalog, span_at(catalog, low - 1)->reach);
    bool reaches = QCDC_FAULT("exceptions-last-day", longest->last_day >= wanted->first_day,
                              longest->last_day > wanted->first_day);
    return reaches ? &ARRAY_AT(&catalog->exceptions, ExceptionRow, longest->row) : NULL;
}

static const ExceptionRow *find_for(const QcdcCatalog *catalog, const UnitVersion *version, QcdcIndicatorId indicator,
                                    int32_t day)
{
    ExceptionSpan wanted = {.indicator = indicator, .name = version->texts[QCDC_UNIT_CODE], .first_day = day};
    const ExceptionRow *found = find_row(catalog, &wanted);
    wanted.is_identity = true;
    wanted.name = version->texts[QCDC_UNIT_IDENTITY];
    return found != NULL || wanted.name[0] == '\0' ? found : find_row(catalog, &wanted);
}

const ExceptionRow *catalog_find_exception(const QcdcCatalog *catalog, const UnitVersion *version, QcdcIndicatorId indicator,
                                           int32_t day)
{
    if (catalog->exception_spans.count == 0)
        return NULL;
    const ExceptionRow *found = find_for(catalog, version, indicator, day);
    return found != NULL ? found : find_for(catalog, version, (QcdcIndicatorId)QCDC_ID_NONE, day);
}

uint32_t catalog_exception_set(const QcdcCatalog *catalog, QcdcIndicatorId indicator)
{
    return catalog->exception_sets != NULL ? catalog->exception_sets[indicator] : 0;
}

size_t catalog_exception_count(const QcdcCatalog *catalog)
{
    return catalog->exceptions.count;
}

const ExceptionRow *catalog_exception(const QcdcCatalog *catalog, size_t index)
{
    return &ARRAY_AT(&catalog->exceptions, ExceptionRow, index);
}

const Attribute *catalog_exception_attributes(const QcdcCatalog *catalog, size_t index, size_t *out_count)
{
    return attribute_table_get(&catalog->exception_attributes, (uint32_t)index, out_count);
}

size_t qcdc_catalog_get_exception_count(const QcdcCatalog *catalog)
{
    return catalog != NULL ? catalog->exceptions.count : 0;
}

const char *qcdc_catalog_get_exception_text(const QcdcCatalog *catalog, size_t index, QcdcExceptionField field)
{
    bool is_there = catalog != NULL && index < catalog->exceptions.count && (unsigned)field < QCDC_EXCEPTION_FIELD_END;
    return is_there ? catalog_exception(catalog, index)->texts[field] : NULL;
}
