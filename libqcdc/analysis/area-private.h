/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_AREA_PRIVATE_H
#define QCDC_AREA_PRIVATE_H

#include "comparison-private.h"
#include "cube-private.h"

/* Whose figure a cell is: a unit's up the tree, its own, a level's or a group's below it (D23), or that of all below
 * it in no group of a partition (D45). In every period an area is
 * looked up anew, in the tree of that period (D22). */
typedef struct Area {
    SubjectKind kind;
    QcdcUnitId unit;
    int32_t level;     /* of SUBJECT_LEVEL */
    const char *group; /* of SUBJECT_GROUP */
} Area;

Area area_of_unit(QcdcUnitId unit, QcdcScope scope);
Area area_of_subject(const Subject *subject);

/* Positions in a tree, one after the other. */
typedef struct AreaWalk {
    const UnitTree *tree;
    size_t position, end;
    size_t inside; /* of a group: up to here the units belong to a member */
} AreaWalk;

/* The units whose figures add up to the area's; a unit that is not in force has none. */
AreaWalk area_begin(const QcdcCube *cube, const Area *area, uint32_t slot);
bool area_next_member(const Area *area, AreaWalk *walk, size_t *out_position);
/* The units whose own figures went in: the members, and all below them where members stand for their whole area. */
bool area_next_reporter(const Area *area, AreaWalk *walk, size_t *out_position);
/* Is a figure of this unit and scope one of those that can go into the area's? */
bool area_holds(const QcdcCube *cube, const Area *area, uint32_t slot, QcdcUnitId unit, QcdcScope scope);
/* The member's own figure, or that up the tree. */
QcdcScope area_member_scope(const Area *area, const AreaWalk *walk, size_t position);

/* The cell of an area, by column or formula; as cube_read_cell. */
QcdcStatus area_read_cell(const QcdcCube *cube, const Area *area, QcdcIndicatorId indicator, uint32_t slot, uint16_t scenario,
                          QcdcCell *out_cell, QcdcError *error);

/* The same before values are taken away where figures are missing. */
QcdcStatus area_read_whole_cell(const QcdcCube *cube, const Area *area, QcdcIndicatorId indicator, uint32_t slot,
                                uint16_t scenario, QcdcCell *out_cell, QcdcError *error);

/* Marks of units while two sets are held against one another. */
enum {
    AREA_IN_CURRENT = 1,
    AREA_IN_BOTH = 2
};

typedef struct AreaPeriod {
    QcdcIndicatorId indicator;
    uint32_t slot;
    uint16_t scenario;
} AreaPeriod;

/* Takes away a value that does not stand as the cube treats missing figures, or puts a 0 (S18, D43). */
QcdcStatus cell_apply_missing(const QcdcCube *cube, const Area *area, AreaPeriod at, QcdcCell *cell, QcdcError *error);

/* Units expected in the period, and those of them with a value (D24); of a formula, of its least covered term (D21). */
typedef struct AreaUnits {
    uint32_t expected, valued;
} AreaUnits;
QcdcStatus area_count_units(const QcdcCube *cube, const Area *area, AreaPeriod at, AreaUnits *out_units, QcdcError *error);
/* Of a formula, the term that coverage is told of, and its period; else what it was. */
QcdcStatus area_find_reported(const QcdcCube *cube, const Area *area, AreaPeriod *at, QcdcError *error);
/* Is the unit expected in any sub-period? Not for formulas. */
bool area_unit_is_expected(const QcdcCube *cube, QcdcIndicatorId indicator, uint32_t slot, QcdcUnitId unit);
/* Has the unit an own value; of a formula, of all its terms? */
bool area_unit_has_value(const QcdcCube *cube, QcdcIndicatorId indicator, uint32_t slot, QcdcUnitId unit, uint16_t scenario);
/* The same of a value that stands as the cube treats missing figures. */
bool area_unit_stands(const QcdcCube *cube, QcdcIndicatorId indicator, uint32_t slot, QcdcUnitId unit, uint16_t scenario);
/* The same of a term of a formula. */
bool area_term_stands(const QcdcCube *cube, QcdcIndicatorId indicator, uint32_t slot, QcdcUnitId unit, uint16_t scenario);
/* Do the sets of units with an own value differ (D25)? Those of @base are in @base_cube, which has the slots of @cube. @marks has an entry a unit of the catalog, all 0, and is left so
 * unless the call fails. */
QcdcStatus area_reporters_differ(const QcdcCube *cube, const QcdcCube *base_cube, const Area *area, AreaPeriod current,
                                 AreaPeriod base, uint8_t *marks, bool *out_differ, QcdcError *error);
/* Do the sets of units in force differ (S21)? */
QcdcStatus area_units_differ(const QcdcCube *cube, const Area *area, AreaPeriod current, AreaPeriod base, uint8_t *marks,
                             bool *out_differ, QcdcError *error);

#endif
