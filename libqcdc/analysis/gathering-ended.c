/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "gathering-private.h"
#include "kernel/fault-private.h"
#include "presence-private.h"

/* What stands in a list and was met in a base's tree: the same unit or level may have ended since several bases. */
static bool is_there(const Gathering *gathering, size_t first, const Area *area)
{
    for (size_t i = first; i < gathering->subjects.count; i++) {
        Area other = area_of_subject(&ARRAY_AT(&gathering->subjects, Subject, i));
        if (other.kind == area->kind && other.unit == area->unit && other.level == area->level)
            return true;
    }
    return false;
}

/* Behind the parts of the block, before those of the next. */
static bool insert_part(Gathering *gathering, size_t block, size_t part)
{
    Block *list = &ARRAY_AT(&gathering->blocks, Block, block);
    size_t place = list->first_part + list->part_count;
    if (!array_append(&gathering->parts, &part, 1, sizeof part))
        return false;
    for (size_t i = gathering->parts.count - 1; i > place; i--)
        ARRAY_AT(&gathering->parts, size_t, i) = ARRAY_AT(&gathering->parts, size_t, i - 1);
    ARRAY_AT(&gathering->parts, size_t, place) = part;
    list->part_count++;
    for (size_t b = block + 1; b < gathering->blocks.count; b++)
        ARRAY_AT(&gathering->blocks, Block, b).first_part++;
    return true;
}

typedef struct Ended {
    size_t block, first; /* first: subject from which on those lie that ended */
    const UnitTree *tree;
    uint32_t root, slot; /* position of the root in the tree, slot of the base */
} Ended;

static bool add_one(Gathering *gathering, const Ended *ended, const Area *area, uint32_t position)
{
    bool has_ended = presence_find(gathering->cube, area, gathering->slot, ended->slot).presence == QCDC_PRESENCE_ENDED;
    size_t subject = gathering->subjects.count;
    if (!has_ended || is_there(gathering, ended->first, area))
        return true;
    bool is_unit = area->kind == SUBJECT_UNIT;
    return insert_part(gathering, ended->block, is_unit ? GATHERING_IS_SUBJECT + subject : subject) &&
           (is_unit ? gathering_add_unit_of(gathering, ended->tree, position)
                    : gathering_add_level_of(gathering, ended->tree, ended->root, area->level));
}

static bool add_since(Gathering *gathering, const Ended *ended)
{
    const UnitTree *tree = ended->tree;
    bool by_child = gathering->by == QCDC_BY_CHILD;
    bool added = true;
    for (uint32_t at = ended->root + 1; at < tree->ends[ended->root] && added; at = by_child ? tree->ends[at] : at + 1) {
        Area area = {.kind = SUBJECT_UNIT, .unit = tree->units[at]};
        if (!by_child)
            area = (Area){.kind = SUBJECT_LEVEL, .unit = tree->units[ended->root], .level = tree->versions[at]->level};
        added = add_one(gathering, ended, &area, at);
    }
    return added;
}

bool gathering_add_ended(Gathering *gathering, size_t root, size_t block)
{
    Ended ended = {.block = block, .first = gathering->subjects.count};
    bool added = true;
    if (gathering->by != QCDC_BY_CHILD && gathering->by != QCDC_BY_LEVEL)
        return true;
    for (size_t i = 0; i < gathering->bases.count && added; i++) {
        ended.slot = gathering->bases.slots[i];
        ended.tree = forest_tree(&gathering->cube->forest, ended.slot);
        ended.root = ended.tree->positions[gathering->tree->units[root]];
        if (ended.tree != gathering->tree && ended.root != POSITION_NONE)
            added = add_since(gathering, &ended);
    }
    return added;
}
