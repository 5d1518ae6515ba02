/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "gathering-private.h"

/* Heads and parts */

static bool is_taken_apart(const Gathering *gathering, size_t position)
{
    bool by_units = gathering->by == QCDC_BY_CHILD || gathering->by == QCDC_BY_LEVEL || gathering->by == QCDC_BY_GROUP;
    return by_units && gathering->depths[position] < gathering->depth && gathering->tree->ends[position] > position + 1;
}

/* u#own stands first, and only if the unit has a row of its own. */
static bool add_own_part(Gathering *gathering, size_t position)
{
    if (gathering->cube->has_own_row[gathering->tree->units[position]] == 0)
        return true;
    return gathering_add_part(gathering, gathering->subjects.count) && gathering_add_own(gathering, position);
}

/* Children are subjects themselves; their numbers are known once all are there. */
static bool add_parts(Gathering *gathering, size_t position)
{
    if (!add_own_part(gathering, position))
        return false;
    if (gathering->by == QCDC_BY_LEVEL)
        return gathering_add_levels(gathering, position);
    if (gathering->by == QCDC_BY_GROUP)
        return gathering_add_groups(gathering, position);
    for (size_t child = position + 1; child < gathering->tree->ends[position]; child = gathering->tree->ends[child])
        if (!gathering_add_part(gathering, child))
            return false;
    return true;
}

static bool add_head(Gathering *gathering, size_t position)
{
    Block block = {.head = gathering->subjects.count, .first_part = gathering->parts.count};
    if (!gathering_add_unit(gathering, position) || (is_taken_apart(gathering, position) && !add_parts(gathering, position)))
        return false;
    block.part_count = gathering->parts.count - block.first_part;
    return array_append(&gathering->blocks, &block, 1, sizeof block);
}

static bool is_listed(const Gathering *gathering, size_t position)
{
    return gathering->by == QCDC_BY_CHILD && gathering->depths[position] <= gathering->depth;
}

/* The root asked for, and the units below it that are heads or parts. */
static bool add_area(Gathering *gathering, size_t root)
{
    size_t block = gathering->blocks.count;
    for (size_t position = root; position < gathering->tree->ends[root]; position++) {
        uint32_t parent = gathering->tree->parents[position];
        gathering->depths[position] = position == root ? 0 : gathering->depths[parent] + 1;
        bool is_head = position == root || is_taken_apart(gathering, position);
        if (is_head && !add_head(gathering, position))
            return false;
        if (!is_head && is_listed(gathering, position) && !gathering_add_unit(gathering, position))
            return false;
    }
    return gathering_add_ended(gathering, root, block);
}

/* Parts that are children were put down as positions. */
static void number_children(const Gathering *gathering)
{
    for (size_t b = 0; b < gathering->blocks.count && gathering->by == QCDC_BY_CHILD; b++) {
        const Block *block = &ARRAY_AT(&gathering->blocks, Block, b);
        const Subject *subjects = gathering->subjects.items;
        for (size_t i = 0; i < block->part_count; i++) {
            size_t *part = &ARRAY_AT(&gathering->parts, size_t, block->first_part + i);
            if (*part >= GATHERING_IS_SUBJECT) {
                *part -= GATHERING_IS_SUBJECT;
                continue;
            }
            bool is_own = i == 0 && block->head + 1 < gathering->subjects.count && subjects[block->head + 1].kind == SUBJECT_OWN;
            *part = is_own ? block->head + 1 : gathering->subject_of[*part];
        }
    }
}

/* Roots */

static QcdcStatus fail_not_in_force(const char *code, QcdcPeriod period, QcdcError *error)
{
    Text what = {0};
    char label[QCDC_PERIOD_TEXT_SIZE];
    qcdc_period_to_text(period, label, sizeof label);
    text_append(&what, "unit \"");
    text_append(&what, code);
    text_append(&what, "\" is not in force in ");
    text_append(&what, label);
    qcdc_error_set(error, QCDC_STATUS_NOT_FOUND, "unit", 0, 0, text_get(&what), code, NULL);
    text_clear(&what);
    return QCDC_STATUS_NOT_FOUND;
}

static QcdcStatus gather_one(Gathering *gathering, const char *code, QcdcPeriod period, QcdcError *error)
{
    QcdcUnitId unit;
    QcdcStatus status = qcdc_catalog_find_unit(gathering->cube->catalog, code, period, &unit, error);
    if (status != QCDC_OK)
        return status;
    uint32_t position = gathering->tree->positions[unit];
    if (position == POSITION_NONE)
        return fail_not_in_force(code, period, error);
    return add_area(gathering, position) ? QCDC_OK : memory_fail(error);
}

static QcdcStatus gather_roots(Gathering *gathering, QcdcError *error)
{
    const UnitTree *tree = gathering->tree;
    for (size_t position = 0; position < tree->count; position = tree->ends[position])
        if (!add_area(gathering, position))
            return memory_fail(error);
    return QCDC_OK;
}

static QcdcStatus gather(Gathering *gathering, const QcdcSelection *selection, QcdcPeriod period, QcdcError *error)
{
    gathering->depths = memory_try_new(gathering->tree->count, sizeof *gathering->depths);
    gathering->subject_of = memory_try_new(gathering->tree->count, sizeof *gathering->subject_of);
    if (gathering->depths == NULL || gathering->subject_of == NULL ||
        (gathering->by == QCDC_BY_GROUP && !gathering_find_groups(gathering)))
        return memory_fail(error);
    QcdcStatus status = selection->unit != NULL ? gather_one(gathering, selection->unit, period, error)
                                                : gather_roots(gathering, error);
    if (status == QCDC_OK)
        number_children(gathering);
    return status;
}

static Gathering begin(const QcdcCube *cube, const QcdcSelection *selection, uint32_t slot)
{
    Gathering gathering = {.cube = cube, .tree = forest_tree(&cube->forest,
                                                             slot), .slot = slot, .by = selection->by, .depth = 1};
    if (selection->depth == QCDC_DEPTH_ALL)
        gathering.depth = UINT32_MAX;
    else if (selection->depth > 0)
        gathering.depth = (uint32_t)selection->depth;
    return gathering;
}

static void hand_over(Gathering *gathering, Subjects *out_subjects)
{
    out_subjects->count = gathering->subjects.count;
    out_subjects->items = array_steal(&gathering->subjects);
    out_subjects->block_count = gathering->blocks.count;
    out_subjects->blocks = array_steal(&gathering->blocks);
    out_subjects->part_count = gathering->parts.count;
    out_subjects->parts = array_steal(&gathering->parts);
    out_subjects->strings = gathering->strings;
}

static QcdcStatus find_slot(const QcdcCube *cube, QcdcPeriod period, uint32_t *out_slot, QcdcError *error)
{
    *out_slot = slots_find(&cube->slots, period);
    if (*out_slot != SLOT_NONE)
        return QCDC_OK;
    return qcdc_error_set(error, QCDC_STATUS_NOT_FOUND, "period", 0, 0, "a period that the cube does not hold", NULL, NULL);
}

QcdcStatus selection_find_subjects(const QcdcCube *cube, const QcdcSelection *selection, QcdcPeriod period,
                                   Subjects *out_subjects, QcdcError *error)
{
    return selection_find_subjects_since(cube, selection, period, (BaseSlots){NULL, 0}, out_subjects, error);
}

QcdcStatus selection_find_subjects_since(const QcdcCube *cube, const QcdcSelection *selection, QcdcPeriod period, BaseSlots bases,
                                         Subjects *out_subjects, QcdcError *error)
{
    uint32_t slot;
    QcdcStatus status = find_slot(cube, period, &slot, error);
    if (status != QCDC_OK)
        return status;
    Gathering gathering = begin(cube, selection, slot);
    gathering.bases = bases;
    status = gather(&gathering, selection, period, error);
    string_pool_clear(&gathering.groups);
    qcdc_free(gathering.depths);
    qcdc_free(gathering.subject_of);
    Subjects subjects;
    hand_over(&gathering, &subjects);
    if (status == QCDC_OK)
        *out_subjects = subjects;
    else
        subjects_clear(&subjects);
    return status;
}

void subjects_clear(Subjects *subjects)
{
    qcdc_free(subjects->items);
    qcdc_free(subjects->blocks);
    qcdc_free(subjects->parts);
    string_pool_clear(&subjects->strings);
    memset(subjects, 0, sizeof *subjects);
}

/* Cells */

QcdcStatus subject_read_slot(const QcdcCube *cube, const Subject *subject, QcdcIndicatorId indicator, uint32_t slot,
                             uint16_t scenario, QcdcCell *out_cell, QcdcError *error)
{
    Area area = area_of_subject(subject);
    return area_read_cell(cube, &area, indicator, slot, scenario, out_cell, error);
}

QcdcStatus subject_read_cell(const QcdcCube *cube, const Subject *subject, QcdcIndicatorId indicator, QcdcPeriod period,
                             uint16_t scenario, QcdcCell *out_cell, QcdcError *error)
{
    uint32_t slot;
    QcdcStatus status = find_slot(cube, period, &slot, error);
    return status == QCDC_OK ? subject_read_slot(cube, subject, indicator, slot, scenario, out_cell, error) : status;
}
