/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib.h>

#include "cube-private.h"
#include "kernel/fault-private.h"

/* A cube of a corrected dataset. Where a correction changed figures and added none, the two cubes have the same dimensions, and the
 * columns of indicators in which nothing was changed are shared. */

static bool is_same_key(const DatasetColumns *left, const DatasetColumns *right, size_t row)
{
    return left->units[row] == right->units[row] && left->indicators[row] == right->indicators[row] &&
           qcdc_period_equals(left->periods[row], right->periods[row]) && left->scopes[row] == right->scopes[row] &&
           left->scenarios[row] == right->scenarios[row];
}

static bool have_same_keys(const DatasetColumns *left, const DatasetColumns *right)
{
    if (left->count != right->count)
        return false;
    for (size_t row = 0; row < left->count; row++)
        if (!is_same_key(left, right, row))
            return false;
    return true;
}

static bool is_hedged(const DatasetColumns *columns, size_t row)
{
    return columns->hedges != NULL && columns->hedges[row] != 0;
}

/* All of a row that a column holds. */
static bool is_same_figure(const DatasetColumns *left, const DatasetColumns *right, size_t row)
{
    return left->coefficients[row] == right->coefficients[row] &&
           QCDC_FAULT("cube-revise-status", left->statuses[row] == right->statuses[row], true) &&
           QCDC_FAULT("cube-revise-hedge", is_hedged(left, row) == is_hedged(right, row), true);
}

static void mark_changes(const QcdcCube *cube, const DatasetColumns *before, uint8_t *changed)
{
    const DatasetColumns *now = dataset_columns(cube->dataset);
    for (size_t row = 0; row < now->count; row++)
        if (!is_same_figure(before, now, row))
            changed[now->scenarios[row] * cube->indicator_count + now->indicators[row]] = 1;
}

static Column *column_ref(Column *column)
{
    if (column != NULL)
        g_atomic_int_inc(&column->references);
    return column;
}

void column_unref(Column *column)
{
    if (column == NULL || !g_atomic_int_dec_and_test(&column->references))
        return;
    cells_clear(&column->own);
    cells_clear(&column->rolled);
    qcdc_free(column->observed);
    qcdc_free(column);
}

QcdcStatus cube_share_columns(QcdcCube *cube, const QcdcCube *like, QcdcError *error)
{
    const DatasetColumns *before = dataset_columns(like->dataset);
    size_t count = cube->scenario_count * cube->indicator_count;
    if (!QCDC_FAULT("cube-revise-keys", have_same_keys(before, dataset_columns(cube->dataset)),
                    before->count == dataset_columns(cube->dataset)->count))
        return QCDC_OK;
    uint8_t *changed = memory_try_new(count, 1);
    if (changed == NULL)
        return memory_fail(error);
    mark_changes(cube, before, changed);
    for (size_t number = 0; number < count; number++)
        if (changed[number] == 0)
            cube->columns[number] = column_ref(like->columns[number]);
    qcdc_free(changed);
    return QCDC_OK;
}

QcdcStatus qcdc_cube_revise(QcdcCube *cube, QcdcDataset *dataset, QcdcCube **out_cube, QcdcError *error)
{
    if (cube == NULL || dataset == NULL || out_cube == NULL)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no cube, no dataset, or no place for the new cube", NULL,
                              NULL);
    if (qcdc_dataset_get_catalog(dataset) != cube->catalog)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "the dataset has another catalog than the cube", NULL,
                              "revise with what qcdc_dataset_builder_new_revision() made of the cube's dataset");
    if (dataset != cube->dataset)
        return cube_make_like(cube, dataset, out_cube, error);
    *out_cube = qcdc_cube_ref(cube);
    return QCDC_OK;
}
