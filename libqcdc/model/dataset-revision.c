/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdlib.h>
#include <string.h>

#include "dataset-layout-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"

/* Corrections: each key shows its last row, and that row knows which one it took the place of (S20). */

static bool has_place(Place place)
{
    return place.batch != NULL;
}

/* Rows by key, where rows are places */

static bool place_equals(const void *context, uint32_t row, const void *key)
{
    const Place *place = &ARRAY_AT((const Array *)context, const Place, row);
    return key_is(&place->batch->columns, place->row, key);
}

/* A row with a new key. */
static bool add_place(QcdcDataset *dataset, Place place, uint32_t hash)
{
    uint32_t row = (uint32_t)dataset->places.count;
    if (!array_append(&dataset->places, &place, 1, sizeof place))
        return false;
    if (hash_index_add(&dataset->keys, hash, row))
        return true;
    dataset->places.count--;
    return false;
}

static bool add_first(QcdcDataset *dataset, Place place)
{
    Key key = key_at(&place.batch->columns, place.row);
    return add_place(dataset, place, key_hash(dataset->seed, &key));
}

/* Columns of the rows that were picked */

static bool show_place(QcdcDataset *dataset, Place place)
{
    Observation observation = place_observe(place);
    const char *hedge = string_pool_get(&place.batch->strings, observation.hedge);
    uint32_t revision = place_revision(place);
    if (hedge[0] != '\0' && !string_pool_intern(&dataset->words, hedge, strlen(hedge), &observation.hedge))
        return false;
    dataset->revision = revision > dataset->revision ? revision : dataset->revision;
    return growing_columns_add(&dataset->picked, &observation);
}

static bool show_places(QcdcDataset *dataset)
{
    bool is_done = growing_columns_reserve(&dataset->picked, dataset->places.count);
    for (size_t row = 0; row < dataset->places.count && is_done; row++)
        is_done = show_place(dataset, ARRAY_AT(&dataset->places, Place, row));
    if (!is_done || !growing_columns_finish(&dataset->picked))
        return false;
    dataset->columns = growing_columns_show(&dataset->picked);
    return true;
}

/* Freezing */

static bool begin_places(QcdcDataset *dataset, const QcdcDataset *earlier)
{
    size_t count = earlier != NULL ? earlier->columns.count : 0;
    dataset->is_picked = true;
    if (!array_reserve(&dataset->places, count, sizeof(Place)))
        return false;
    for (size_t row = 0; row < count; row++)
        if (!add_first(dataset, dataset_place(earlier, row)))
            return false;
    return true;
}

/* A row and when it is its turn. */
typedef struct Turn {
    uint32_t revision, row;
} Turn;

static int compare_turns(const void *left, const void *right)
{
    const Turn *one = left, *other = right;
    if (one->revision != other->revision)
        return one->revision < other->revision ? -1 : 1;
    return one->row < other->row ? -1 : one->row > other->row;
}

/* Revision after revision; within one in the order of the rows. */
static bool order_rows(const Batch *batch, Array *turns)
{
    bool is_ordered = true;
    if (!array_reserve(turns, batch->columns.count, sizeof(Turn)))
        return false;
    for (uint32_t row = 0; row < batch->columns.count; row++) {
        Turn turn = {place_revision((Place){batch, row}), row};
        is_ordered = is_ordered && (row == 0 || turn.revision >= ARRAY_AT(turns, Turn, row - 1).revision);
        array_append(turns, &turn, 1, sizeof turn); /* room is reserved */
    }
    if (!QCDC_FAULT("revision-order", is_ordered, true))
        qsort(turns->items, turns->count, sizeof(Turn), compare_turns);
    return true;
}

static bool make_replaced(Batch *batch)
{
    size_t row = 0, count = batch->columns.count;
    while (row < count && place_revision((Place){batch, (uint32_t)row}) == 0)
        row++;
    batch->first_correction = row;
    batch->replaced = memory_try_new(count - row, sizeof *batch->replaced);
    return batch->replaced != NULL;
}

/* S20: within one revision a key occurs once; of a later revision it takes the earlier one's place. */
static bool take_row(QcdcDatasetBuilder *builder, Report *report, Turn turn)
{
    QcdcDataset *dataset = builder->dataset;
    Batch *batch = builder->batch;
    Key key = key_at(&batch->columns, turn.row);
    uint32_t hash = key_hash(dataset->seed, &key);
    uint32_t row = hash_index_find(&dataset->keys, hash, place_equals, &dataset->places, &key);
    if (row == UINT32_MAX)
        return add_place(dataset, (Place){batch, turn.row}, hash);
    Place *shown = &ARRAY_AT(&dataset->places, Place, row);
    if (QCDC_FAULT("revision-once", shown->batch == batch && place_revision(*shown) == turn.revision, false)) {
        report_duplicate(builder, report, turn.row, shown->row);
        return true;
    }
    batch->replaced[turn.row - batch->first_correction] = *shown;
    *shown = (Place){batch, turn.row};
    return true;
}

bool dataset_pick(QcdcDatasetBuilder *builder, Report *report)
{
    QcdcDataset *dataset = builder->dataset;
    Array turns = {0};
    bool is_done = make_replaced(builder->batch) && begin_places(dataset, builder->earlier) && order_rows(builder->batch, &turns);
    for (size_t i = 0; i < turns.count && is_done; i++)
        is_done = take_row(builder, report, ARRAY_AT(&turns, Turn, i));
    array_clear(&turns);
    return is_done && show_places(dataset);
}

/* Earlier rows */

/* The key's row as it stood at @revision; none before it was told. */
static Place find_at(Place place, uint32_t revision)
{
    while (has_place(place) && QCDC_FAULT("revision-at", place_revision(place) > revision, place_revision(place) >= revision))
        place = place_replaced(place);
    return place;
}

static Place find_published(Place place)
{
    Place earlier = place_replaced(place);
    while (has_place(earlier)) {
        place = earlier;
        earlier = QCDC_FAULT("revision-published", place_replaced(place), ((Place){NULL, 0}));
    }
    return place;
}

static QcdcStatus refuse_argument(QcdcError *error)
{
    return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no dataset, or no place for one", NULL, NULL);
}

/* The dataset in which each key has the row @find says. */
static bool fill_view(QcdcDataset *view, const QcdcDataset *dataset, Place (*find)(Place place, uint32_t revision),
                      uint32_t revision)
{
    view->catalog = qcdc_catalog_ref(dataset->catalog);
    view->batch = batch_ref(dataset->batch);
    view->is_picked = true;
    view->seed = hash_draw_seed();
    for (size_t row = 0; row < dataset->columns.count; row++) {
        Place place = find(dataset_place(dataset, row), revision);
        if (has_place(place) && !add_first(view, place))
            return false;
    }
    return show_places(view) && dataset_gather(view);
}

static QcdcStatus make_view(const QcdcDataset *dataset, Place (*find)(Place place, uint32_t revision), uint32_t revision,
                            QcdcDataset **out_view, QcdcError *error)
{
    QcdcDataset *view = memory_try_new(1, sizeof *view);
    if (view == NULL)
        return memory_fail(error);
    view->reference_count = 1;
    if (fill_view(view, dataset, find, revision)) {
        *out_view = view;
        return QCDC_OK;
    }
    qcdc_dataset_unref(view);
    return memory_fail(error);
}

static QcdcStatus fail_revision(const QcdcDataset *dataset, uint32_t revision, QcdcError *error)
{
    Text number = {0}, hint = {0};
    text_append_number(&number, revision);
    text_append(&hint, "the last one is ");
    text_append_number(&hint, dataset->revision);
    qcdc_error_set_value(error, QCDC_STATUS_NOT_FOUND, 0, "revision", text_get(&number), number.length, "is not there",
                         text_get(&hint));
    text_clear(&number);
    text_clear(&hint);
    return QCDC_STATUS_NOT_FOUND;
}

uint32_t qcdc_dataset_get_revision(const QcdcDataset *dataset)
{
    return dataset != NULL ? dataset->revision : 0;
}

QcdcStatus qcdc_dataset_at_revision(QcdcDataset *dataset, uint32_t revision, QcdcDataset **out_dataset, QcdcError *error)
{
    if (dataset == NULL || out_dataset == NULL)
        return refuse_argument(error);
    if (revision > dataset->revision)
        return fail_revision(dataset, revision, error);
    if (revision < dataset->revision)
        return make_view(dataset, find_at, revision, out_dataset, error);
    *out_dataset = qcdc_dataset_ref(dataset);
    return QCDC_OK;
}

static Place find_first(Place place, uint32_t revision)
{
    (void)revision;
    return find_published(place);
}

QcdcStatus qcdc_dataset_as_published(QcdcDataset *dataset, QcdcDataset **out_dataset, QcdcError *error)
{
    if (dataset == NULL || out_dataset == NULL)
        return refuse_argument(error);
    if (dataset->revision > 0)
        return make_view(dataset, find_first, 0, out_dataset, error);
    *out_dataset = qcdc_dataset_ref(dataset);
    return QCDC_OK;
}

/* Questions of the layers above */

uint32_t dataset_revision_of(const QcdcDataset *dataset, size_t row)
{
    return place_revision(dataset_place(dataset, row));
}

static bool read_if_there(const QcdcDataset *dataset, Place place, QcdcObservation *out_observation)
{
    if (has_place(place))
        dataset_read_place(dataset, place, out_observation);
    return has_place(place);
}

bool dataset_read_replaced(const QcdcDataset *dataset, size_t row, QcdcObservation *out_observation)
{
    return read_if_there(dataset, place_replaced(dataset_place(dataset, row)), out_observation);
}

bool dataset_read_published(const QcdcDataset *dataset, size_t row, QcdcObservation *out_observation)
{
    Place earlier = place_replaced(dataset_place(dataset, row));
    return read_if_there(dataset, has_place(earlier) ? find_published(earlier) : earlier, out_observation);
}

/* Writing */

typedef struct Correction {
    uint32_t revision, row;
    Place place;
} Correction;

static int compare_corrections(const void *left, const void *right)
{
    const Correction *one = left, *other = right;
    if (one->revision != other->revision)
        return one->revision < other->revision ? -1 : 1;
    return one->row < other->row ? -1 : one->row > other->row;
}

static bool gather_corrections(const QcdcDataset *dataset, Array *corrections)
{
    for (size_t row = 0; row < dataset->columns.count; row++)
        for (Place place = dataset_place(dataset, row); has_place(place); place = place_replaced(place)) {
            Correction correction = {place_revision(place), (uint32_t)row, place};
            if (correction.revision > 0 && !array_append(corrections, &correction, 1, sizeof correction))
                return false;
        }
    return true;
}

bool dataset_list_corrections(const QcdcDataset *dataset, Array *out_places)
{
    Array corrections = {0}, places = {0};
    bool is_done = (dataset->revision == 0 || gather_corrections(dataset, &corrections)) &&
                   array_reserve(&places, corrections.count, sizeof(Place));
    if (is_done && corrections.count > 0)
        qsort(corrections.items, corrections.count, sizeof(Correction), compare_corrections);
    for (size_t i = 0; i < corrections.count && is_done; i++)
        array_append(&places, &ARRAY_AT(&corrections, Correction, i).place, 1, sizeof(Place)); /* room is reserved */
    array_clear(&corrections);
    if (is_done)
        *out_places = places;
    return is_done;
}
