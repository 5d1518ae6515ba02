/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdlib.h>
#include <string.h>

#include "audit/places-private.h"
#include "audit/verdict-private.h"
#include "kernel/fault-private.h"

/* parts-against-total and part-above-total (S7, D48). */

/* The parts of one total that say the same of how they are parts: one partition, or one list of subsets or overlaps. */
typedef struct PartList {
    const Check *check;
    QcdcIndicatorId total;
    const char *partition;
    PartKind kind;
    const QcdcIndicatorId *parts;
    size_t count;
    QcdcCell *cells; /* [count] */
    bool *is_usable; /* [count] */
} PartList;

/* What was read at a place. */
typedef struct PartSum {
    QcdcCell total;
    size_t in_force, usable;
    bool has_negative;
    QcdcWide sum;      /* of the usable ones, at @decimals */
    unsigned decimals;
} PartSum;

static CellKey key_of(const CellKey *place, QcdcIndicatorId indicator)
{
    CellKey key = *place;

    key.indicator = indicator;
    return key;
}

/* Values have up to 18 digits and 9 decimals, lists up to 2^31 parts: 128 bits hold the sum. */
static void add_part(PartSum *sum, QcdcDecimal value)
{
    sum->usable++;
    sum->has_negative = sum->has_negative || value.coefficient < 0;
    sum->sum += (QcdcWide)value.coefficient * qcdc_power_of_ten(sum->decimals - value.decimals);
}

static QcdcStatus read_parts(const Check *check, const CellKey *place, PartList *list, PartSum *sum)
{
    CellKey key = key_of(place, list->total);
    QcdcStatus status = check_read_cell(check, &key, &sum->total);

    if (status != QCDC_OK || !check_is_usable(&sum->total))
        return status;
    for (size_t k = 0; k < list->count && status == QCDC_OK; k++) {
        key = key_of(place, list->parts[k]);
        list->is_usable[k] = false;
        if (QCDC_FAULT("parts-in-force", !check_is_in_force(check, place, list->parts[k]), false))
            continue;
        sum->in_force++;
        status = check_read_cell(check, &key, &list->cells[k]);
        list->is_usable[k] = status == QCDC_OK && check_is_usable(&list->cells[k]);
        if (list->is_usable[k])
            add_part(sum, list->cells[k].figure.value);
    }
    return status;
}

static unsigned count_decimals(const Check *check, const PartList *list)
{
    unsigned most = catalog_indicator(check->catalog, list->total)->decimals;

    for (size_t k = 0; k < list->count; k++) {
        unsigned decimals = catalog_indicator(check->catalog, list->parts[k])->decimals;
        most = decimals > most ? decimals : most;
    }
    return most;
}

static QcdcStatus take_sum(const Check *check, const CellKey *place, const PartList *list, const PartSum *sum, FormValue *side)
{
    QcdcDecimal value;

    if (qcdc_decimal_store(sum->sum, sum->decimals, &value, NULL) == QCDC_OK) {
        *side = side_of(value);
        return QCDC_OK;
    }
    return cube_fail_overflow(check->cube, check_unit_code(check, place), list->total, check_period(check, place), check->error);
}

static QcdcStatus gather_parts(const CellKey *place, const PartList *list, Evidence *evidence, int sign)
{
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < list->count && status == QCDC_OK; k++) {
        CellKey key = key_of(place, list->parts[k]);
        if (list->is_usable[k])
            status = evidence_add_cell(evidence, &key, &list->cells[k], sign);
    }
    return status;
}

static bool is_complete(const PartList *list, const PartSum *sum)
{
    return list->kind == PART_PARTITION && sum->in_force > 0 && sum->usable == sum->in_force;
}

/* parts-against-total */

static QcdcStatus tell_sum(Check *check, const CellKey *place, size_t row, const PartList *list, const PartSum *sum,
                           const Sides *sides)
{
    Evidence evidence = evidence_begin(check);
    Verdict verdict = { .key = key_of(place, list->total),
                        .sides = *sides,
                        .row = row,
                        .left_noun = "total",
                        .right_noun = list->partition[0] != '\0' ? "the sum of its parts by" : "the sum of its parts",
                        .right_name = list->partition,
                        .hint = "one of the figures is to be looked at; each is used as it stands" };
    QcdcStatus status = evidence_add_cell(&evidence, &verdict.key, &sum->total, 1);

    if (status == QCDC_OK)
        status = gather_parts(place, list, &evidence, -1);
    return verdict_put_down(check, &verdict, &evidence, status);
}

static QcdcStatus try_sum(Check *check, const CellKey *place, size_t row, void *data)
{
    PartList *list = data;
    PartSum sum = { .decimals = count_decimals(check, list) };
    Sides sides = { .comparison = FORM_EQUAL, .tolerance = check->tolerance };
    bool holds = true;
    QcdcStatus status = read_parts(check, place, list, &sum);

    if (status != QCDC_OK || !QCDC_FAULT("check-parts-complete", is_complete(list, &sum), sum.usable > 0))
        return status;
    sides.left = side_of(sum.total.figure.value);
    status = take_sum(check, place, list, &sum, &sides.right);
    if (status == QCDC_OK)
        status = sides_hold(&sides, &holds, check->error);
    return status == QCDC_OK && !holds ? tell_sum(check, place, row, list, &sum, &sides) : status;
}

/* part-above-total */

/* A sum is told of the first part that went into it. */
static size_t first_usable(const PartList *list)
{
    size_t part = 0;

    while (!list->is_usable[part])
        part++;
    return QCDC_FAULT("parts-first", part, 0);
}

static QcdcStatus tell_above(Check *check, const CellKey *place, size_t row, const PartList *list, const PartSum *sum,
                             const Sides *sides, size_t part)
{
    bool is_sum = part == SIZE_MAX;
    Evidence evidence = evidence_begin(check);
    Verdict verdict = { .key = key_of(place, list->parts[is_sum ? first_usable(list) : part]),
                        .sides = *sides,
                        .row = row,
                        .left_noun = is_sum ? "sum of parts" : "part",
                        .relation = "above",
                        .right_noun = "its total",
                        .right_name = qcdc_catalog_get_indicator_text(check->catalog, list->total, QCDC_INDICATOR_CODE),
                        .hint = "a part is at most its total: one of the figures is to be looked at" };
    CellKey total = key_of(place, list->total);
    QcdcStatus status = is_sum ? gather_parts(place, list, &evidence, 1) :
                                 evidence_add_cell(&evidence, &verdict.key, &list->cells[part], 1);

    if (status == QCDC_OK)
        status = evidence_add_cell(&evidence, &total, &sum->total, -1);
    return verdict_put_down(check, &verdict, &evidence, status);
}

static QcdcStatus try_part(Check *check, const CellKey *place, size_t row, const PartList *list, const PartSum *sum, size_t part,
                           bool *out_is_above)
{
    QcdcDecimal value = list->cells[part].figure.value;
    Sides sides = { side_of(value), side_of(sum->total.figure.value), FORM_AT_MOST, check->tolerance };
    bool holds = true;
    QcdcStatus status = value.coefficient < 0 ? QCDC_OK : sides_hold(&sides, &holds, check->error);

    if (status != QCDC_OK || holds)
        return status;
    *out_is_above = true;
    return tell_above(check, place, row, list, sum, &sides, part);
}

static QcdcStatus try_sum_above(Check *check, const CellKey *place, size_t row, const PartList *list, const PartSum *sum)
{
    Sides sides = { .right = side_of(sum->total.figure.value), .comparison = FORM_AT_MOST, .tolerance = check->tolerance };
    bool holds = true;
    QcdcStatus status;

    if (QCDC_FAULT("parts-overlap", list->kind == PART_OVERLAP, false) || sum->usable < 2 || sum->has_negative)
        return QCDC_OK;
    status = take_sum(check, place, list, sum, &sides.left);
    if (status == QCDC_OK)
        status = sides_hold(&sides, &holds, check->error);
    return status == QCDC_OK && !holds ? tell_above(check, place, row, list, sum, &sides, SIZE_MAX) : status;
}

static QcdcStatus try_above(Check *check, const CellKey *place, size_t row, void *data)
{
    PartList *list = data;
    PartSum sum = { .decimals = count_decimals(check, list) };
    bool is_above = false;
    QcdcStatus status = read_parts(check, place, list, &sum);

    if (status != QCDC_OK || sum.usable == 0 || is_complete(list, &sum) || sum.total.figure.value.coefficient < 0)
        return status;
    for (size_t k = 0; k < list->count && status == QCDC_OK; k++)
        if (list->is_usable[k])
            status = try_part(check, place, row, list, &sum, k, &is_above);
    return status == QCDC_OK && !is_above ? try_sum_above(check, place, row, list, &sum) : status;
}

/* Lists of parts */

static bool is_amount(const Check *check, QcdcIndicatorId indicator)
{
    return catalog_indicator(check->catalog, indicator)->quantity == QCDC_QUANTITY_AMOUNT;
}

/* A part with what it is sorted by, so that lists lie together. */
typedef struct PartEntry {
    const Indicator *indicator;
    QcdcIndicatorId id;
} PartEntry;

static int compare_lists(const PartEntry *left, const PartEntry *right)
{
    if (left->indicator->part_of != right->indicator->part_of)
        return left->indicator->part_of < right->indicator->part_of ? -1 : 1;
    int order = strcmp(left->indicator->partition, right->indicator->partition);
    return order != 0 ? order : (int)left->indicator->part_kind - (int)right->indicator->part_kind;
}

static int compare_entries(const void *left_item, const void *right_item)
{
    const PartEntry *left = left_item, *right = right_item;
    int order = compare_lists(left, right);

    return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

static bool gather_entries(const Check *check, Array *entries)
{
    for (size_t k = 0; k < catalog_indicator_count(check->catalog); k++) {
        PartEntry entry = { catalog_indicator(check->catalog, (QcdcIndicatorId)k), (QcdcIndicatorId)k };
        if (entry.indicator->part_of == (QcdcIndicatorId)QCDC_ID_NONE || !is_amount(check, entry.id) ||
            !is_amount(check, entry.indicator->part_of))
            continue;
        if (!array_append(entries, &entry, 1, sizeof entry))
            return false;
    }
    if (entries->count > 1)
        qsort(entries->items, entries->count, sizeof(PartEntry), compare_entries);
    return true;
}

/* The total and its parts, and what their formulas take. */
static QcdcStatus visit_list(Check *check, PartList *list, PlaceVisit visit)
{
    Array named = { 0 }, indicators = { 0 };
    QcdcStatus status = QCDC_OK;

    if (!array_append(&named, &list->total, 1, sizeof list->total) ||
        !array_append(&named, list->parts, list->count, sizeof *list->parts))
        status = memory_fail(check->error);
    if (status == QCDC_OK)
        status = check_gather_behind(check, named.items, named.count, &indicators);
    if (status == QCDC_OK)
        status = places_visit(check, indicators.items, indicators.count, visit, list);
    array_clear(&named);
    array_clear(&indicators);
    return status;
}

static QcdcStatus check_list(Check *check, const PartEntry *entries, size_t count, PlaceVisit visit)
{
    QcdcIndicatorId *parts = memory_try_new(count, sizeof *parts);
    PartList list = { .total = entries->indicator->part_of,
                      .partition = entries->indicator->partition,
                      .kind = entries->indicator->part_kind,
                      .parts = parts,
                      .count = count,
                      .cells = memory_try_new(count, sizeof *list.cells),
                      .is_usable = memory_try_new(count, sizeof *list.is_usable) };
    bool has_memory = parts != NULL && list.cells != NULL && list.is_usable != NULL;

    for (size_t k = 0; k < count && has_memory; k++)
        parts[k] = entries[k].id;
    QcdcStatus status = has_memory ? visit_list(check, &list, visit) : memory_fail(check->error);
    qcdc_free(parts);
    qcdc_free(list.cells);
    qcdc_free(list.is_usable);
    return status;
}

static QcdcStatus check_lists(Check *check, PlaceVisit visit, bool of_partitions)
{
    Array entries = { 0 };
    QcdcStatus status = gather_entries(check, &entries) ? QCDC_OK : memory_fail(check->error);
    const PartEntry *items = entries.items;

    for (size_t start = 0, end; start < entries.count && status == QCDC_OK; start = end) {
        for (end = start + 1; end < entries.count && compare_lists(&items[start], &items[end]) == 0;)
            end++;
        if (!of_partitions || items[start].indicator->part_kind == PART_PARTITION)
            status = check_list(check, &items[start], end - start, visit);
    }
    array_clear(&entries);
    return status;
}

QcdcStatus check_parts(Check *check)
{
    return check_lists(check, try_sum, true);
}

QcdcStatus check_part_above(Check *check)
{
    return check_lists(check, try_above, false);
}
