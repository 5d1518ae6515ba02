/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdlib.h>
#include <string.h>

#include "dataset-layout-private.h"
#include "findings-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"

/* S19: the union of the keys of several datasets. What comes out depends on the set of rows alone, so rows are put in an order in which
 * no two different ones are equal, before any of them is looked at (D55). */

/* A row of a part, and where it came from. */
typedef struct Told {
    Place place;
    const char *file;
    int32_t line;
} Told;

typedef struct Merge {
    const QcdcCatalog *catalog;
    Array told;     /* Told: all rows, in order once sorted */
    Array kept;     /* Told: the first of each key */
    HashIndex keys; /* of @kept */
    uint64_t seed;
    Report report;
} Merge;

/* The order of rows */

static int compare_numbers(int64_t left, int64_t right)
{
    return (left > right) - (left < right);
}

static int compare_texts(const char *left, const char *right)
{
    return left == right ? 0 : strcmp(left, right);
}

static int compare_sites(const Told *left, const Told *right)
{
    int order = compare_texts(left->file, right->file);
    return order != 0 ? order : compare_numbers(left->line, right->line);
}

static int compare_keys(const Observation *left, const Observation *right)
{
    int order = compare_numbers(left->unit, right->unit);
    if (order == 0)
        order = compare_numbers(left->indicator, right->indicator);
    if (order == 0)
        order = qcdc_period_compare(left->period, right->period);
    if (order == 0)
        order = compare_numbers(left->scope, right->scope);
    return order != 0 ? order : compare_numbers(left->scenario, right->scenario);
}

static const char *get_hedge(const Told *told, const Observation *observation)
{
    return string_pool_get(&told->place.batch->strings, observation->hedge);
}

/* 0: they tell the same of one key. */
static int compare_figures(const Told *left_told, const Told *right_told, const Observation *left, const Observation *right)
{
    int order = compare_numbers(left->coefficient, right->coefficient);
    if (order == 0)
        order = compare_numbers(left->status, right->status);
    if (order == 0)
        order = QCDC_FAULT("dataset-merge-hedge", compare_texts(get_hedge(left_told, left), get_hedge(right_told, right)), 0);
    if (order == 0)
        order = compare_numbers(left->field, right->field);
    if (order == 0)
        order = compare_texts(place_origin(left_told->place), place_origin(right_told->place));
    return order != 0 ? order : compare_texts(place_source(left_told->place), place_source(right_told->place));
}

/* Of one place with more and with fewer attributes the former is first, and stays. */
static int compare_attributes(Place left_place, Place right_place)
{
    size_t left_count, right_count;
    const Attribute *left = place_attributes(left_place, &left_count), *right = place_attributes(right_place, &right_count);
    int order = compare_numbers((int64_t)right_count, (int64_t)left_count);
    for (size_t i = 0; i < left_count && order == 0; i++) {
        order = strcmp(left[i].name, right[i].name);
        if (order == 0)
            order = strcmp(left[i].value, right[i].value);
    }
    return order;
}

/* 0: one row, met again. */
static int compare_told(const void *left_item, const void *right_item)
{
    const Told *left = left_item, *right = right_item;
    int order = compare_sites(left, right);
    if (order != 0)
        return order;
    Observation one = place_observe(left->place), other = place_observe(right->place);
    order = compare_keys(&one, &other);
    if (order == 0)
        order = compare_figures(left, right, &one, &other);
    return order != 0 ? order : QCDC_FAULT("dataset-merge-attributes", compare_attributes(left->place, right->place), 0);
}

static bool gather_part(Merge *merge, const QcdcDataset *part)
{
    if (!array_reserve(&merge->told, part->columns.count, sizeof(Told)))
        return false;
    for (size_t row = 0; row < part->columns.count; row++) {
        Place place = dataset_place(part, row);
        Told told = {place, place_file(place), place_observe(place).line};
        array_append(&merge->told, &told, 1, sizeof told); /* room is reserved */
    }
    return true;
}

/* Parts that were read one after the other are in order already. */
static bool is_ordered(const Array *told)
{
    for (size_t i = 1; i < told->count; i++)
        if (compare_told(&ARRAY_AT(told, const Told, i - 1), &ARRAY_AT(told, const Told, i)) > 0)
            return false;
    return true;
}

static bool gather(Merge *merge, QcdcDataset *const *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!gather_part(merge, parts[i]))
            return false;
    if (!QCDC_FAULT("dataset-merge-order", is_ordered(&merge->told), true))
        qsort(merge->told.items, merge->told.count, sizeof(Told), compare_told);
    return true;
}

/* The union of keys */

static bool told_is_of_key(const void *context, uint32_t item, const void *key)
{
    const Told *told = &ARRAY_AT((const Array *)context, const Told, item);
    return key_is(&told->place.batch->columns, told->place.row, key);
}

static void append_site(Text *text, const Told *told)
{
    if (told->line > 0) {
        text_append(text, "row ");
        text_append_number(text, told->line);
        text_append(text, " of ");
    }
    text_append(text, told->file[0] != '\0' ? told->file : "columns");
}

/* A row without a line has none here: its number in a part would depend on how rows were split. */
static void report_difference(Merge *merge, const Told *told, const Told *earlier, const Key *key)
{
    Text complaint = {0};
    text_append(&complaint, "is there already, told differently in ");
    append_site(&complaint, earlier);
    merge->report.file = told->file[0] != '\0' ? told->file : "columns";
    merge->report.row = told->line;
    if (complaint.failed)
        report_out_of_memory(&merge->report);
    report_figure(&merge->report, merge->catalog, key, &complaint);
    text_clear(&complaint);
}

static bool is_same_figure(const Told *left, const Told *right)
{
    Observation one = place_observe(left->place), other = place_observe(right->place);
    return compare_figures(left, right, &one, &other) == 0;
}

static bool keep(Merge *merge, const Told *told, uint32_t hash)
{
    uint32_t item = (uint32_t)merge->kept.count;
    return item < INT32_MAX && array_append(&merge->kept, told, 1, sizeof *told) && hash_index_add(&merge->keys, hash, item);
}

static bool take(Merge *merge, const Told *told)
{
    Key key = key_at(&told->place.batch->columns, told->place.row);
    uint32_t hash = key_hash(merge->seed, &key);
    uint32_t item = hash_index_find(&merge->keys, hash, told_is_of_key, &merge->kept, &key);
    if (item == UINT32_MAX)
        return keep(merge, told, hash);
    const Told *earlier = &ARRAY_AT(&merge->kept, const Told, item);
    if (!is_same_figure(told, earlier))
        report_difference(merge, told, earlier, &key);
    return true;
}

static bool unite(Merge *merge)
{
    const Told *told = merge->told.items;
    for (size_t i = 0; i < merge->told.count && merge->report.status == QCDC_OK; i++) {
        bool is_met_again = i > 0 && compare_told(&told[i - 1], &told[i]) == 0;
        if (!QCDC_FAULT("dataset-merge-repeated", is_met_again, false) && !take(merge, &told[i]))
            return false;
    }
    return true;
}

/* The rows of the new dataset */

static bool keep_text(StringPool *pool, const char *text, uint32_t *out_id)
{
    *out_id = 0;
    return text[0] == '\0' || string_pool_intern(pool, text, strlen(text), out_id);
}

static uint8_t number_origin(const char *name)
{
    uint8_t number = 0;
    while (origin_names()[number] != name)
        number++;
    return number;
}

static bool copy_texts(Batch *batch, const Told *told, Observation *observation)
{
    observation->origin = number_origin(place_origin(told->place));
    return keep_text(&batch->strings, get_hedge(told, observation), &observation->hedge) &&
           keep_text(&batch->strings, place_source(told->place), &observation->source) &&
           keep_text(&batch->strings, told->file, &observation->file);
}

static bool copy_attributes(Batch *batch, Place place, uint32_t owner)
{
    size_t count;
    const Attribute *attributes = place_attributes(place, &count);
    bool is_done = true;
    for (size_t i = 0; i < count && is_done; i++) {
        const QcdcRecord record = {.attribute_names = &attributes[i].name, .attribute_values = &attributes[i].value,
                                   .attribute_count = 1};
        is_done = attribute_table_add(&batch->attributes, &batch->strings, owner, &record);
    }
    return is_done;
}

static bool copy_rows(Batch *batch, const Array *kept)
{
    bool is_done = growing_columns_reserve(&batch->growing, kept->count);
    for (size_t row = 0; row < kept->count && is_done; row++) {
        const Told *told = &ARRAY_AT(kept, const Told, row);
        Observation observation = place_observe(told->place);
        is_done = copy_texts(batch, told, &observation) && growing_columns_add(&batch->growing, &observation) &&
                  copy_attributes(batch, told->place, (uint32_t)row);
    }
    return is_done;
}

static QcdcStatus build(QcdcCatalog *catalog, const Array *kept, QcdcDataset **out_dataset, QcdcError *error)
{
    QcdcDatasetBuilder *builder = NULL;
    QcdcStatus status = qcdc_dataset_builder_new(catalog, 0, &builder, error);
    if (status == QCDC_OK && !copy_rows(builder->batch, kept))
        status = memory_fail(error);
    if (status == QCDC_OK)
        status = qcdc_dataset_builder_freeze(builder, NULL, out_dataset, error);
    qcdc_dataset_builder_free(builder);
    return status;
}

/* The call */

static QcdcStatus check_parts(QcdcDataset *const *parts, size_t count, QcdcError *error)
{
    for (size_t i = 0; i < count; i++)
        if (parts[i] == NULL)
            return qcdc_error_set_argument(error, "a part is NULL");
    for (size_t i = 1; i < count; i++)
        if (parts[i]->catalog != parts[0]->catalog)
            return qcdc_error_set_argument(error, "the parts are of different catalogs");
    return QCDC_OK;
}

static QcdcStatus refuse_corrections(QcdcDataset *const *parts, size_t count, QcdcError *error)
{
    for (size_t i = 0; i < count; i++)
        if (parts[i]->revision > 0)
            return qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "a part holds corrections", NULL,
                                  "merge first, then correct what was merged");
    return QCDC_OK;
}

static void clear_merge(Merge *merge)
{
    array_clear(&merge->told);
    array_clear(&merge->kept);
    hash_index_clear(&merge->keys);
}

QcdcStatus qcdc_dataset_merge(QcdcDataset *const *parts, size_t count, QcdcFindings *findings, QcdcDataset **out_dataset,
                              QcdcError *error)
{
    if (parts == NULL || count == 0 || out_dataset == NULL)
        return qcdc_error_set_argument(error, "no parts, or no place for the dataset");
    QcdcStatus status = check_parts(parts, count, error);
    if (status == QCDC_OK)
        status = refuse_corrections(parts, count, error);
    if (status != QCDC_OK)
        return status;
    size_t errors_before = qcdc_findings_get_error_total(findings);
    Merge merge = {.catalog = parts[0]->catalog, .seed = hash_draw_seed(), .report = report_begin(findings, error)};
    if (!gather(&merge, parts, count) || !unite(&merge))
        report_out_of_memory(&merge.report);
    status = merge.report.status != QCDC_OK ? merge.report.status : findings_conclude(findings, errors_before, error);
    if (status == QCDC_OK)
        status = build(parts[0]->catalog, &merge.kept, out_dataset, error);
    clear_merge(&merge);
    return status;
}
