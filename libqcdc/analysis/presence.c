/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "presence-private.h"

#include "kernel/fault-private.h"

static const PresenceFound in_both = {QCDC_PRESENCE_BOTH, 0};

/* Begun after the base period; one that was away in it alone is not new. */
static PresenceFound find_new(const QcdcCube *cube, QcdcUnitId unit, const Node *base)
{
    const UnitVersion *first = catalog_unit_first_version(cube->catalog, unit);
    if (QCDC_FAULT("presence-away", first->first_day <= base->last_cut_day, false))
        return in_both;
    return (PresenceFound){QCDC_PRESENCE_NEW, first->first_day};
}

/* Ended before the current period; one that comes again did not end. */
static PresenceFound find_ended(const QcdcCube *cube, QcdcUnitId unit, const Node *now)
{
    const UnitVersion *last = catalog_unit_version_in(cube->catalog, unit, INT32_MIN, INT32_MAX);
    if (QCDC_FAULT("presence-again", last->last_day >= now->first_cut_day, false))
        return in_both;
    return (PresenceFound){QCDC_PRESENCE_ENDED, last->last_day + 1};
}

static PresenceFound find_of_unit(const QcdcCube *cube, QcdcUnitId unit, uint32_t slot, uint32_t base_slot)
{
    bool is_now = forest_tree(&cube->forest, slot)->positions[unit] != POSITION_NONE;
    bool was_then = forest_tree(&cube->forest, base_slot)->positions[unit] != POSITION_NONE;
    const Node *now = &cube->slots.nodes[slot], *base = &cube->slots.nodes[base_slot];
    if (is_now && !was_then)
        return find_new(cube, unit, base);
    if (!is_now && was_then && now->last_cut_day > base->last_cut_day)
        return find_ended(cube, unit, now);
    return in_both;
}

/* A level ended with the last of its units. */
static PresenceFound find_of_level(const QcdcCube *cube, const Area *area, uint32_t slot, uint32_t base_slot)
{
    AreaWalk now = area_begin(cube, area, slot), then = area_begin(cube, area, base_slot);
    PresenceFound latest = in_both;
    size_t position;
    if (area_next_member(area, &now, &position))
        return in_both;
    while (area_next_member(area, &then, &position)) {
        PresenceFound found = find_of_unit(cube, then.tree->units[position], slot, base_slot);
        if (found.presence != QCDC_PRESENCE_ENDED)
            return in_both;
        if (latest.presence == QCDC_PRESENCE_BOTH || QCDC_FAULT("presence-latest", found.day > latest.day, true))
            latest = found;
    }
    return latest;
}

PresenceFound presence_find(const QcdcCube *cube, const Area *area, uint32_t slot, uint32_t base_slot)
{
    if (forest_tree(&cube->forest, slot) == forest_tree(&cube->forest, base_slot))
        return in_both;
    if (area->kind == SUBJECT_LEVEL)
        return find_of_level(cube, area, slot, base_slot);
    return area->kind == SUBJECT_UNIT ? find_of_unit(cube, area->unit, slot, base_slot) : in_both;
}
