/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "area-private.h"

#include <string.h>

#include "formula-private.h"
#include "kernel/fault-private.h"
#include "missing-private.h"
#include "timeline-private.h"

Area area_of_unit(QcdcUnitId unit, QcdcScope scope)
{
    Area area = {.kind = scope == QCDC_SCOPE_OWN ? SUBJECT_OWN : SUBJECT_UNIT, .unit = unit};
    return area;
}

/* The number or name after the colon of "level:1" and "group:name" (D8). */
static const char *part_name(const char *code)
{
    const char *colon = strchr(code, ':');
    return colon != NULL ? colon + 1 : "";
}

static int32_t read_number(const char *digits)
{
    int32_t number = 0;
    for (; *digits >= '0' && *digits <= '9'; digits++)
        number = 10 * number + (*digits - '0');
    return number;
}

Area area_of_subject(const Subject *subject)
{
    Area area = {.kind = subject->kind, .unit = subject->unit};
    if (subject->kind == SUBJECT_LEVEL)
        area.level = read_number(part_name(subject->code));
    if (subject->kind == SUBJECT_GROUP)
        area.group = part_name(subject->code);
    return area;
}

/* Of the others, a unit below which none is in a group stands for all of them, with totals that were reported; another for itself
 * alone. */
static bool is_whole(const UnitTree *tree, size_t position)
{
    return QCDC_FAULT("area-others-whole", tree->grouped[position] == 0, false);
}

static bool is_in_group(const UnitTree *tree, size_t position)
{
    return (tree->grouped[position] & GROUPED_ITSELF) != 0;
}

QcdcScope area_member_scope(const Area *area, const AreaWalk *walk, size_t position)
{
    bool is_area = area->kind == SUBJECT_UNIT || area->kind == SUBJECT_GROUP ||
                   (area->kind == SUBJECT_OTHERS && is_whole(walk->tree, position));
    return is_area ? QCDC_SCOPE_TOTAL : QCDC_SCOPE_OWN;
}

/* Walks. A group stops at its topmost members, so that none is added twice; of a group's members and of a unit all below
 * them report. The others pass by units in groups with all below them. */

AreaWalk area_begin(const QcdcCube *cube, const Area *area, uint32_t slot)
{
    AreaWalk walk = {.tree = forest_tree(&cube->forest, slot)};
    uint32_t position = walk.tree->positions[area->unit];
    if (position == POSITION_NONE)
        return walk;
    bool is_unit = area->kind == SUBJECT_UNIT || area->kind == SUBJECT_OWN;
    walk.position = is_unit ? position : position + 1;
    walk.end = area->kind == SUBJECT_OWN ? position + 1 : walk.tree->ends[position];
    return walk;
}

static bool is_member(const Area *area, const UnitTree *tree, size_t position)
{
    const UnitVersion *version = tree->versions[position];
    if (area->kind == SUBJECT_LEVEL)
        return version->level == area->level;
    if (area->kind == SUBJECT_OTHERS)
        return QCDC_FAULT("area-others", !is_in_group(tree, position), true);
    return area->kind != SUBJECT_GROUP || unit_version_has_group(version, area->group);
}

/* Does what is below belong to the member already, or not to the area at all? */
static bool skips_below(const Area *area, const UnitTree *tree, size_t position, bool is_found)
{
    if (area->kind == SUBJECT_OTHERS)
        return !is_found || is_whole(tree, position);
    return area->kind == SUBJECT_UNIT || (is_found && area->kind == SUBJECT_GROUP);
}

bool area_next_member(const Area *area, AreaWalk *walk, size_t *out_position)
{
    while (walk->position < walk->end) {
        size_t position = walk->position;
        bool found = is_member(area, walk->tree, position);
        walk->position = QCDC_FAULT("area-topmost", skips_below(area, walk->tree, position, found), false) ? walk->tree->ends[position] : position + 1;
        if (found) {
            *out_position = position;
            return true;
        }
    }
    return false;
}

static bool next_ungrouped(AreaWalk *walk, size_t *out_position)
{
    while (walk->position < walk->end && is_in_group(walk->tree, walk->position))
        walk->position = walk->tree->ends[walk->position];
    *out_position = walk->position;
    return walk->position++ < walk->end;
}

/* Is the unit at the position, or one above it up to the area's unit, a member? Asked once a unit, in pre-order: after a
 * member, all positions up to its end report. */
bool area_next_reporter(const Area *area, AreaWalk *walk, size_t *out_position)
{
    if (walk->position >= walk->end)
        return false;
    if (area->kind == SUBJECT_UNIT || area->kind == SUBJECT_OWN) {
        *out_position = walk->position++;
        return true;
    }
    if (area->kind == SUBJECT_LEVEL)
        return area_next_member(area, walk, out_position);
    if (area->kind == SUBJECT_OTHERS)
        return next_ungrouped(walk, out_position);
    while (walk->position >= walk->inside && walk->position < walk->end) {
        if (is_member(area, walk->tree, walk->position))
            walk->inside = walk->tree->ends[walk->position];
        else
            walk->position++;
    }
    *out_position = walk->position;
    return walk->position++ < walk->end;
}

/* Is the unit at the position, or one between it and the area's unit, a member? */
static bool is_below_member(const Area *area, const UnitTree *tree, uint32_t position, uint32_t top)
{
    for (; position != POSITION_NONE && position != top; position = tree->parents[position])
        if (is_member(area, tree, position))
            return true;
    return false;
}

static bool is_among_others(const UnitTree *tree, uint32_t position, uint32_t top, QcdcScope scope)
{
    bool counts = position != top && (scope == QCDC_SCOPE_OWN || is_whole(tree, position));
    for (; counts && position != top; position = tree->parents[position])
        counts = !is_in_group(tree, position);
    return counts;
}

bool area_holds(const QcdcCube *cube, const Area *area, uint32_t slot, QcdcUnitId unit, QcdcScope scope)
{
    const UnitTree *tree = forest_tree(&cube->forest, slot);
    uint32_t top = tree->positions[area->unit], position = tree->positions[unit];
    if (top == POSITION_NONE || position == POSITION_NONE || position < top || position >= tree->ends[top])
        return false;
    switch (area->kind) {
    case SUBJECT_UNIT:
        return true;
    case SUBJECT_OWN:
        return position == top && scope == QCDC_SCOPE_OWN;
    case SUBJECT_LEVEL:
        return position != top && scope == QCDC_SCOPE_OWN && is_member(area, tree, position);
    case SUBJECT_OTHERS:
        return is_among_others(tree, position, top, scope);
    default:
        return is_below_member(area, tree, position, top);
    }
}

/* Sums over members (D23) */

typedef struct AreaSum {
    QcdcWide value;
    QcdcCell cell;
    bool is_partial;
    uint8_t refusal; /* of a member that has no value for it */
} AreaSum;

static void add_member(const QcdcCell *member, AreaSum *sum)
{
    QcdcFigure *figure = &sum->cell.figure;
    sum->cell.expected += member->expected;
    sum->cell.present += member->present;
    sum->cell.valued += member->valued;
    sum->is_partial = sum->is_partial || member->origin == QCDC_ORIGIN_PARTIAL;
    if (member->figure.state != QCDC_FIGURE_VALUED) {
        sum->is_partial = sum->is_partial || member->expected > 0;
        sum->refusal = member->refusal != QCDC_REFUSAL_NONE ? member->refusal : sum->refusal;
        if (figure->state != QCDC_FIGURE_VALUED)
            figure->state = merge_absence(figure->state, member->figure.state);
        return;
    }
    sum->cell.hedge = figure->state != QCDC_FIGURE_VALUED ? member->hedge : NULL;
    sum->value += member->figure.value.coefficient;
    sum->cell.is_hedged |= member->is_hedged;
    figure->status = figure->state == QCDC_FIGURE_VALUED ? qcdc_observation_status_merge(figure->status, member->figure.status)
                                                         : member->figure.status;
    figure->state = QCDC_FIGURE_VALUED;
}

/* A level or group reports nothing itself: what is carried, coarse or a total below makes it a sum, as it makes a unit (D19). */
static uint8_t origin_of_members(const AreaSum *sum)
{
    if (sum->cell.figure.state != QCDC_FIGURE_VALUED)
        return QCDC_ORIGIN_NONE;
    return QCDC_FAULT("area-partial", sum->is_partial, false) ? QCDC_ORIGIN_PARTIAL : QCDC_ORIGIN_SUM;
}

static QcdcStatus fail_overflow(const QcdcCube *cube, const Area *area, QcdcIndicatorId indicator, uint32_t slot,
                                QcdcError *error)
{
    QcdcPeriod period = cube->slots.nodes[slot].period;
    const char *code = qcdc_catalog_get_unit_text(cube->catalog, area->unit, period, QCDC_UNIT_CODE);
    return cube_fail_overflow(cube, code, indicator, period, error);
}

static QcdcStatus sum_members(const QcdcCube *cube, const Area *area, QcdcIndicatorId indicator, uint32_t slot,
                              uint16_t scenario, AreaSum *sum, QcdcError *error)
{
    AreaWalk walk = area_begin(cube, area, slot);
    size_t position;
    while (area_next_member(area, &walk, &position)) {
        QcdcCell member;
        QcdcStatus status = cube_read_whole_cell(cube, walk.tree->units[position], indicator, slot,
                                                 area_member_scope(area, &walk, position), scenario, &member, error);
        if (status != QCDC_OK)
            return status;
        add_member(&member, sum);
    }
    return QCDC_OK;
}

static QcdcStatus read_members(const QcdcCube *cube, const Area *area, QcdcIndicatorId indicator, uint32_t slot,
                               uint16_t scenario, QcdcCell *out_cell, QcdcError *error)
{
    const Indicator *description = catalog_indicator(cube->catalog, indicator);
    AreaSum sum = {.cell = {.figure = {.value = {.decimals = description->decimals}}}};
    QcdcStatus status = QCDC_OK;
    if (description->over_units == OVER_UNITS_SUM)
        status = sum_members(cube, area, indicator, slot, scenario, &sum, error);
    else
        sum.refusal = (uint8_t)cell_refusal_over_units(cube, indicator);
    if (QCDC_FAULT("area-refusal", sum.cell.figure.state != QCDC_FIGURE_VALUED, false))
        sum.cell.refusal = sum.refusal;
    sum.cell.is_refused = sum.cell.refusal != QCDC_REFUSAL_NONE;
    if (status == QCDC_OK && (sum.value <= -QCDC_DECIMAL_LIMIT || sum.value >= QCDC_DECIMAL_LIMIT))
        status = fail_overflow(cube, area, indicator, slot, error);
    if (status != QCDC_OK)
        return status;
    sum.cell.figure.value.coefficient = (int64_t)sum.value;
    sum.cell.covered = sum.cell.valued;
    sum.cell.origin = origin_of_members(&sum);
    *out_cell = sum.cell;
    return QCDC_OK;
}

QcdcStatus area_read_whole_cell(const QcdcCube *cube, const Area *area, QcdcIndicatorId indicator, uint32_t slot,
                                uint16_t scenario, QcdcCell *out_cell, QcdcError *error)
{
    const Expectation *expectation = coverage_of(&cube->coverage, indicator);
    memset(out_cell, 0, sizeof *out_cell);
    /* What is counted at the unit alone has no part that is the unit's own: u#own would say it twice. */
    if (area->kind == SUBJECT_OWN && expectation != NULL && expectation->is_alone)
        return QCDC_OK;
    if (area->kind == SUBJECT_UNIT || area->kind == SUBJECT_OWN)
        return cube_read_whole_cell(cube, area->unit, indicator, slot,
                                    area->kind == SUBJECT_UNIT ? QCDC_SCOPE_TOTAL : QCDC_SCOPE_OWN, scenario, out_cell, error);
    if (catalog_indicator(cube->catalog, indicator)->form != NULL)
        return formula_read_cell(cube, area, indicator, slot, scenario, out_cell, error);
    return read_members(cube, area, indicator, slot, scenario, out_cell, error);
}

QcdcStatus area_read_cell(const QcdcCube *cube, const Area *area, QcdcIndicatorId indicator, uint32_t slot, uint16_t scenario,
                          QcdcCell *out_cell, QcdcError *error)
{
    QcdcStatus status = area_read_whole_cell(cube, area, indicator, slot, scenario, out_cell, error);
    if (status == QCDC_OK)
        status = cell_apply_missing(cube, area, (AreaPeriod){indicator, slot, scenario}, out_cell, error);
    return status;
}

/* Units (D24, D25) */

static Presence own_presence(const QcdcCube *cube, QcdcIndicatorId indicator, uint32_t slot, QcdcUnitId unit, uint16_t scenario)
{
    const Column *column = cube_column(cube, indicator, scenario);
    size_t cell = slot * cube->unit_count + unit;
    Presence presence = {QCDC_ORIGIN_NONE, false, 0, 0};
    if (column != NULL)
        presence = (Presence){column->own.origins[cell], column->own.values[cell] == 0, column->own.present[cell],
                              column->own.valued[cell]};
    return presence;
}

bool area_unit_has_value(const QcdcCube *cube, QcdcIndicatorId indicator, uint32_t slot, QcdcUnitId unit, uint16_t scenario)
{
    if (coverage_of(&cube->coverage, indicator) == NULL)
        return formula_unit_has_each(cube, indicator, slot, unit, scenario, area_unit_has_value);
    return own_presence(cube, indicator, slot, unit, scenario).origin != QCDC_ORIGIN_NONE;
}

/* What is taken away from the reader where figures are missing is no value here either; a 0 that nobody reported neither. */
static bool stands(const QcdcCube *cube, const Presence *presence)
{
    return missing_keeps(cube->options.missing, presence);
}

bool area_unit_stands(const QcdcCube *cube, QcdcIndicatorId indicator, uint32_t slot, QcdcUnitId unit, uint16_t scenario)
{
    if (coverage_of(&cube->coverage, indicator) == NULL)
        return formula_unit_has_each(cube, indicator, slot, unit, scenario, area_term_stands);
    Presence presence = own_presence(cube, indicator, slot, unit, scenario);
    return stands(cube, &presence);
}

bool area_term_stands(const QcdcCube *cube, QcdcIndicatorId indicator, uint32_t slot, QcdcUnitId unit, uint16_t scenario)
{
    if (coverage_of(&cube->coverage, indicator) == NULL)
        return formula_unit_has_each(cube, indicator, slot, unit, scenario, area_term_stands);
    uint8_t origin = own_presence(cube, indicator, slot, unit, scenario).origin;
    return QCDC_FAULT("area-term-withheld", missing_keeps_term(cube->options.missing, origin), origin != QCDC_ORIGIN_NONE);
}

/* Of a formula the value counts, not its terms: there is none where the denominator is 0. */
static QcdcStatus find_own_presence(const QcdcCube *cube, const AreaPeriod *at, QcdcUnitId unit, Presence *out_presence,
                                    QcdcError *error)
{
    QcdcCell cell;
    if (coverage_of(&cube->coverage, at->indicator) != NULL) {
        *out_presence = own_presence(cube, at->indicator, at->slot, unit, at->scenario);
        return QCDC_OK;
    }
    QcdcStatus status = cube_read_whole_cell(cube, unit, at->indicator, at->slot, QCDC_SCOPE_OWN, at->scenario, &cell, error);
    if (status == QCDC_OK)
        *out_presence = (Presence){cell.origin, cell.figure.value.coefficient == 0, cell.present, cell.valued};
    return status;
}

bool area_unit_is_expected(const QcdcCube *cube, QcdcIndicatorId indicator, uint32_t slot, QcdcUnitId unit)
{
    const Expectation *expectation = coverage_of(&cube->coverage, indicator);
    return expectation != NULL && coverage_own(&cube->coverage, expectation, slot, unit) > 0;
}

/* What is counted at the unit alone has one reporter, the unit (D20). */
static Area reporting_area(const QcdcCube *cube, const Area *area, QcdcIndicatorId indicator)
{
    Area reporting = *area;
    const Expectation *expectation = coverage_of(&cube->coverage, indicator);
    if (expectation != NULL && expectation->is_alone && area->kind == SUBJECT_UNIT)
        reporting.kind = SUBJECT_OWN;
    return reporting;
}

/* Forms within forms: down to a term that is reported. */
QcdcStatus area_find_reported(const QcdcCube *cube, const Area *area, AreaPeriod *at, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    while (status == QCDC_OK && at->slot != SLOT_NONE && coverage_of(&cube->coverage, at->indicator) == NULL)
        status = formula_find_least_term(cube, area, &at->indicator, &at->slot, at->scenario, error);
    return status;
}

QcdcStatus area_count_units(const QcdcCube *cube, const Area *area, AreaPeriod at, AreaUnits *out_units, QcdcError *error)
{
    AreaUnits units = {0, 0};
    QcdcStatus status = area_find_reported(cube, area, &at, error);
    size_t position;
    if (status == QCDC_OK && at.slot != SLOT_NONE) {
        Area reporting = reporting_area(cube, area, at.indicator);
        AreaWalk walk = area_begin(cube, &reporting, at.slot);
        while (area_next_reporter(&reporting, &walk, &position)) {
            QcdcUnitId unit = walk.tree->units[position];
            Presence presence = own_presence(cube, at.indicator, at.slot, unit, at.scenario);
            bool is_expected = area_unit_is_expected(cube, at.indicator, at.slot, unit);
            units.expected += is_expected;
            units.valued += is_expected && presence.origin != QCDC_ORIGIN_CARRIED && stands(cube, &presence);
        }
    }
    *out_units = units;
    return status;
}

/* Sets of units, as a mark a unit: those of the first period are marked, those of the second must have a mark and be as
 * many, and the marks are taken away again. */

typedef struct SetWalk {
    const QcdcCube *cube;
    const Area *area;
    AreaPeriod at;
    bool all; /* all units, not those with a value alone */
    uint8_t *marks;
} SetWalk;

typedef enum { MARK_CLEAR, MARK_SET, MARK_COUNT } MarkDeed;

static QcdcStatus walk_set(const SetWalk *set, MarkDeed deed, size_t *out_count, size_t *out_marked, QcdcError *error)
{
    AreaWalk walk = area_begin(set->cube, set->area, set->at.slot);
    size_t position;
    *out_count = *out_marked = 0;
    while (area_next_reporter(set->area, &walk, &position)) {
        QcdcUnitId unit = walk.tree->units[position];
        Presence presence = {QCDC_ORIGIN_OWN, false, 0, 0};
        QcdcStatus status = set->all ? QCDC_OK : find_own_presence(set->cube, &set->at, unit, &presence, error);
        if (status != QCDC_OK)
            return status;
        if (!stands(set->cube, &presence))
            continue;
        *out_count += 1;
        *out_marked += set->marks[unit];
        if (deed != MARK_COUNT)
            set->marks[unit] = deed == MARK_SET;
    }
    return QCDC_OK;
}

static QcdcStatus compare_sets(const SetWalk *current, const SetWalk *base, bool *out_differ, QcdcError *error)
{
    size_t current_count, base_count, marked, ignored;
    QcdcStatus status = walk_set(current, MARK_SET, &current_count, &ignored, error);
    if (status == QCDC_OK)
        status = walk_set(base, MARK_COUNT, &base_count, &marked, error);
    if (status == QCDC_OK)
        *out_differ = QCDC_FAULT("area-sets", current_count != base_count || marked != base_count, current_count != base_count);
    if (status == QCDC_OK)
        status = walk_set(current, MARK_CLEAR, &current_count, &ignored, error);
    return status;
}

QcdcStatus area_reporters_differ(const QcdcCube *cube, const QcdcCube *base_cube, const Area *area, AreaPeriod current,
                                 AreaPeriod base, uint8_t *marks, bool *out_differ, QcdcError *error)
{
    Area reporting = reporting_area(cube, area, current.indicator);
    SetWalk one = {cube, &reporting, current, false, marks}, other = {base_cube, &reporting, base, false, marks};
    return compare_sets(&one, &other, out_differ, error);
}

QcdcStatus area_units_differ(const QcdcCube *cube, const Area *area, AreaPeriod current, AreaPeriod base, uint8_t *marks,
                             bool *out_differ, QcdcError *error)
{
    SetWalk one = {cube, area, current, true, marks}, other = {cube, area, base, true, marks};
    *out_differ = false;
    if (forest_tree(&cube->forest, current.slot) == forest_tree(&cube->forest, base.slot) || area->kind == SUBJECT_OWN)
        return QCDC_OK;
    return compare_sets(&one, &other, out_differ, error);
}
