/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib.h>
#include <string.h>

#include "comparison-rows-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"

static QcdcStatus fail(QcdcError *error, QcdcStatus status, const char *source, const char *what, const char *value)
{
    return qcdc_error_set(error, status, source, 0, 0, what, value, NULL);
}

/* What is asked for */

static QcdcStatus read_selection(const QcdcSelection *given, QcdcSelection *out_selection, QcdcError *error)
{
    QcdcSelection selection = {0};
    if (given != NULL)
        memcpy(&selection, given, given->size > 0 && given->size < sizeof selection ? given->size : sizeof selection);
    if ((int)selection.by < 0 || selection.by >= QCDC_BY_END)
        return fail(error, QCDC_STATUS_ARGUMENT, "by", "not a way to take a figure apart", NULL);
    if (selection.depth < QCDC_DEPTH_ALL)
        return fail(error, QCDC_STATUS_ARGUMENT, "depth", "a depth is 0 … or QCDC_DEPTH_ALL", NULL);
    if ((selection.indicator_count > 0 && selection.indicators == NULL) ||
        (selection.base_count > 0 && selection.bases == NULL))
        return fail(error, QCDC_STATUS_ARGUMENT, NULL, "a count of indicators or bases without them", NULL);
    if ((int)selection.base_known < 0 || selection.base_known >= QCDC_BASE_KNOWN_END)
        return fail(error, QCDC_STATUS_ARGUMENT, "base_known", "the base is known now or then", NULL);
    if ((int)selection.basis < 0 || selection.basis >= QCDC_BASIS_END)
        return fail(error, QCDC_STATUS_ARGUMENT, "basis", "not a basis", NULL);
    *out_selection = selection;
    return QCDC_OK;
}

static QcdcStatus find_period(const QcdcCube *cube, const QcdcSelection *selection, QcdcPeriod *out_period, QcdcError *error)
{
    if (selection->period == NULL)
        return qcdc_dataset_get_latest_period(cube->dataset, out_period, error);
    return qcdc_period_parse(selection->period, strlen(selection->period), out_period, error);
}

static bool keep_text(StringPool *strings, const char *text, const char **out_text)
{
    *out_text = text != NULL ? string_pool_keep(strings, text, strlen(text)) : NULL;
    return text == NULL || *out_text != NULL;
}

static QcdcStatus add_base(QcdcComparison *comparison, const QcdcBaseOption *given, QcdcError *error)
{
    Base base;
    QcdcBaseOption option = {.base = given->base};
    QcdcStatus status = base_find(comparison->cube->catalog, given, comparison->period, &base, error);
    if (status != QCDC_OK)
        return status;
    option.base = base.base;
    if (!keep_text(&comparison->strings, given->period, &option.period) ||
        !keep_text(&comparison->strings, given->plan, &option.plan) ||
        !keep_text(&comparison->strings, given->unit, &option.unit) ||
        !array_append(&comparison->options, &option, 1, sizeof option) ||
        !array_append(&comparison->bases, &base, 1, sizeof base))
        return memory_fail(error);
    return QCDC_OK;
}

static QcdcStatus add_bases(QcdcComparison *comparison, const QcdcSelection *selection, QcdcError *error)
{
    static const QcdcBaseOption same_period = {.base = QCDC_BASE_SAME_PERIOD};
    QcdcStatus status = QCDC_OK;
    if (selection->base_count == 0)
        return add_base(comparison, &same_period, error);
    for (size_t i = 0; i < selection->base_count && status == QCDC_OK; i++)
        status = add_base(comparison, &selection->bases[i], error);
    return status;
}

/* W24: a common set is one of two periods. */
static QcdcStatus check_basis(const QcdcComparison *comparison, QcdcError *error)
{
    QcdcBase base = ARRAY_AT(&comparison->bases, Base, 0).base;
    bool is_in_time = base == QCDC_BASE_SAME_PERIOD || base == QCDC_BASE_PREVIOUS || base == QCDC_BASE_PERIOD;
    if (!comparison->is_common || (comparison->bases.count == 1 && QCDC_FAULT("comparison-basis", is_in_time, true)))
        return QCDC_OK;
    qcdc_error_set(error, QCDC_STATUS_REFUSED, "basis", 0, 0, "a common basis is that of one base in time", "common",
                   "give one --base: same-period, previous or a period");
    return qcdc_error_refuse(error, QCDC_REFUSAL_COMMON_BASIS);
}

/* A plan to reduce by so much is held against the reduction since the same period last year (S24). */
static bool gather_past(const QcdcComparison *comparison, Array *periods)
{
    QcdcPeriod past;
    for (size_t i = 0; i < comparison->bases.count; i++)
        if (ARRAY_AT(&comparison->bases, Base, i).base == QCDC_BASE_PLAN)
            return qcdc_period_same_last_year(comparison->period, &past, NULL) != QCDC_OK ||
                   array_append(periods, &past, 1, sizeof past);
    return true;
}

/* What a span grew from, and its last year (W19). */
static bool gather_years(const QcdcComparison *comparison, Array *periods)
{
    QcdcPeriod before, last;
    return !comparison_find_years(comparison->period, &before, &last) ||
           (array_append(periods, &before, 1, sizeof before) && array_append(periods, &last, 1, sizeof last));
}

/* The comparison keeps the cube it reads: the caller's, or one that holds the periods which that one lacks. */
static QcdcStatus extend_cube(QcdcComparison *comparison, QcdcError *error)
{
    Array periods = {0};
    QcdcCube *extended = NULL;
    bool gathered = array_append(&periods, &comparison->period, 1, sizeof comparison->period);
    for (size_t i = 0; i < comparison->bases.count && gathered; i++)
        gathered = array_append(&periods, &ARRAY_AT(&comparison->bases, Base, i).period, 1, sizeof(QcdcPeriod));
    gathered = gathered && gather_past(comparison, &periods) && gather_years(comparison, &periods);
    QcdcStatus status = gathered ? cube_with_periods(comparison->cube, periods.items, periods.count, &extended, error)
                                 : memory_fail(error);
    array_clear(&periods);
    if (status != QCDC_OK)
        return status;
    qcdc_cube_unref(comparison->cube);
    comparison->cube = extended;
    return QCDC_OK;
}

/* S20: a key has a first figure where it has one at all, so that both cubes have the same dimensions. */
static QcdcStatus find_base_cube(QcdcComparison *comparison, QcdcBaseKnown known, QcdcError *error)
{
    QcdcDataset *published = NULL;
    if (QCDC_FAULT("comparison-then", known != QCDC_BASE_KNOWN_THEN, true)) {
        comparison->base_cube = qcdc_cube_ref(comparison->cube);
        return QCDC_OK;
    }
    QcdcStatus status = qcdc_dataset_as_published(comparison->cube->dataset, &published, error);
    if (status == QCDC_OK)
        status = qcdc_cube_revise(comparison->cube, published, &comparison->base_cube, error);
    qcdc_dataset_unref(published);
    return status;
}

static QcdcStatus find_subjects(QcdcComparison *comparison, const QcdcSelection *selection, QcdcError *error)
{
    uint32_t *slots = memory_try_new(comparison->bases.count, sizeof *slots);
    BaseSlots bases = {slots, 0};
    for (size_t i = 0; i < comparison->bases.count && slots != NULL; i++) {
        const Base *base = &ARRAY_AT(&comparison->bases, Base, i);
        if (base->base != QCDC_BASE_PLAN && !base_is_beside(base->base))
            slots[bases.count++] = slots_find(&comparison->cube->slots, base->period);
    }
    QcdcStatus status = slots != NULL ? selection_find_subjects_since(comparison->cube, selection, comparison->period, bases,
                                                                      &comparison->subjects, error)
                                      : memory_fail(error);
    qcdc_free(slots);
    return status;
}

static QcdcStatus compare(QcdcComparison *comparison, const QcdcSelection *selection, QcdcError *error)
{
    QcdcStatus status = find_period(comparison->cube, selection, &comparison->period, error);
    if (status == QCDC_OK)
        status = add_bases(comparison, selection, error);
    comparison->is_common = selection->basis == QCDC_BASIS_COMMON;
    if (status == QCDC_OK)
        status = check_basis(comparison, error);
    if (status == QCDC_OK)
        status = extend_cube(comparison, error);
    if (status == QCDC_OK)
        status = find_base_cube(comparison, selection->base_known, error);
    if (status == QCDC_OK)
        status = selection_find_indicators(comparison->cube->catalog, selection, &comparison->indicators, &comparison->named,
                                           &comparison->indicator_count, error);
    if (status == QCDC_OK)
        status = find_subjects(comparison, selection, error);
    return status == QCDC_OK ? comparison_add_rows(comparison, error) : status;
}

QcdcStatus qcdc_cube_compare(QcdcCube *cube, const QcdcSelection *selection, QcdcComparison **out_comparison, QcdcError *error)
{
    QcdcSelection read;
    if (cube == NULL || out_comparison == NULL)
        return fail(error, QCDC_STATUS_ARGUMENT, NULL, "no cube, or no place for the comparison", NULL);
    QcdcStatus status = read_selection(selection, &read, error);
    if (status != QCDC_OK)
        return status;
    QcdcComparison *comparison = memory_try_new(1, sizeof *comparison);
    if (comparison == NULL)
        return memory_fail(error);
    comparison->references = 1;
    comparison->cube = qcdc_cube_ref(cube);
    status = compare(comparison, &read, error);
    if (status == QCDC_OK)
        *out_comparison = comparison;
    else
        qcdc_comparison_unref(comparison);
    return status;
}

QcdcComparison *qcdc_comparison_ref(QcdcComparison *comparison)
{
    if (comparison != NULL)
        g_atomic_int_inc(&comparison->references);
    return comparison;
}

void qcdc_comparison_unref(QcdcComparison *comparison)
{
    if (comparison == NULL || !g_atomic_int_dec_and_test(&comparison->references))
        return;
    subjects_clear(&comparison->subjects);
    qcdc_free(comparison->indicators);
    qcdc_free(comparison->named);
    array_clear(&comparison->options);
    array_clear(&comparison->bases);
    string_pool_clear(&comparison->strings);
    array_clear(&comparison->rows);
    qcdc_free(comparison->heads);
    qcdc_free(comparison->index);
    qcdc_free(comparison->marks);
    qcdc_cube_unref(comparison->base_cube);
    qcdc_cube_unref(comparison->cube);
    qcdc_free(comparison);
}

/* Questions */

QcdcCatalog *qcdc_comparison_get_catalog(const QcdcComparison *comparison)
{
    return comparison != NULL ? comparison->cube->catalog : NULL;
}

size_t qcdc_comparison_get_count(const QcdcComparison *comparison)
{
    return comparison != NULL ? comparison->rows.count : 0;
}

QcdcStatus qcdc_comparison_read_rows(const QcdcComparison *comparison, size_t first, size_t count, QcdcComparisonRow *out_rows,
                                     QcdcError *error)
{
    if (comparison == NULL || (count > 0 && out_rows == NULL))
        return fail(error, QCDC_STATUS_ARGUMENT, NULL, "no comparison, or no place for the rows", NULL);
    if (first > comparison->rows.count || count > comparison->rows.count - first)
        return fail(error, QCDC_STATUS_ARGUMENT, NULL, "rows past the end of the comparison", NULL);
    if (count > 0)
        memcpy(out_rows, &ARRAY_AT(&comparison->rows, QcdcComparisonRow, first), count * sizeof *out_rows);
    return QCDC_OK;
}
