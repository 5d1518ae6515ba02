/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CATALOG_PRIVATE_H
#define QCDC_CATALOG_PRIVATE_H

#include <qcdc/catalog.h>
#include <qcdc/change.h>
#include "calendar-table-private.h"
#include "form-private.h"
#include "progress-private.h"
#include "record-private.h"
#include "rule-private.h"

enum {
    CATALOG_MOST_HIERARCHIES = 32 /* beside the column parent: a limit for hostile input */
};

/* What holds of a unit during [first_day, last_day]: a row of units.csv. */
typedef struct UnitVersion {
    const char *texts[QCDC_UNIT_FIELD_END]; /* never NULL */
    QcdcUnitId unit;
    QcdcUnitId parent; /* (QcdcUnitId)QCDC_ID_NONE at the top */
    int32_t level; /* -1: could not be read */
    int32_t first_day, last_day; /* INT32_MIN, INT32_MAX when open */
    int32_t row;
    const char *file; /* or "" */
} UnitVersion;

/* An identity: its versions lie together, by first day. Ids follow units.csv (first row of each identity). */
typedef struct Unit {
    uint32_t first_version, version_count;
} Unit;

typedef enum { OVER_UNITS_SUM, OVER_UNITS_AFTER, OVER_UNITS_REFUSED } OverUnits;
typedef enum { OVER_TIME_SUM, OVER_TIME_FIRST, OVER_TIME_LAST, OVER_TIME_AFTER, OVER_TIME_REFUSED } OverTime;
typedef enum { REPORTERS_LEAVES, REPORTERS_LEVEL, REPORTERS_KIND, REPORTERS_GROUP } ReportersBy;
typedef enum { PART_PARTITION, PART_SUBSET, PART_OVERLAP } PartKind;

typedef struct Indicator {
    const char *texts[QCDC_INDICATOR_FIELD_END]; /* as written, never NULL */
    QcdcNature nature;
    OverUnits over_units;
    OverTime over_time;
    QcdcQuantity quantity; /* in what its change is told */
    uint8_t decimals;
    uint8_t has_decimals;
    Form *form;                 /* (nullable) */
    uint8_t is_fraction;        /* form / form */
    uint8_t power;              /* 2 for a fraction of measure % */
    QcdcIndicatorId part_of;    /* or none */
    const char *partition;      /* "" unnamed */
    PartKind part_kind;
    ReportersBy reporters_by;
    int32_t reporters_level;
    const char *reporters_name; /* kind or group */
    QcdcPeriodKind frequency;   /* NONE: the finest observed (D14) */
    int32_t first_day, last_day;
    int32_t row;
    const char *file; /* or "" */
} Indicator;

/* A row of exceptions.csv: who is not to report what in [first_day, last_day] (D42). */
typedef struct ExceptionRow {
    const char *texts[QCDC_EXCEPTION_FIELD_END]; /* never NULL */
    QcdcIndicatorId indicator; /* (QcdcIndicatorId)QCDC_ID_NONE: all */
    bool is_identity;          /* the unit is named by its id */
    bool is_faulty;
    int32_t first_day, last_day; /* INT32_MIN, INT32_MAX when open */
    int32_t row;
    const char *file; /* or "" */
} ExceptionRow;

/* The tree of one period (D22): units in force in it, in pre-order of units.csv. */
typedef struct UnitTree {
    size_t count;               /* units in it */
    QcdcUnitId *units;          /* [count] pre-order */
    uint32_t *parents;          /* [count] position of the parent, UINT32_MAX for a root */
    uint32_t *ends;             /* [count] position after the last descendant */
    const UnitVersion **versions; /* [count] last version in the period */
    uint32_t *positions;        /* [units of the catalog] position, UINT32_MAX if not in it */
    uint8_t *grouped;           /* [count] GROUPED_… bits; NULL unless groups are a partition (D45) */
    uint8_t *kinship;           /* [count] KIN_… bits of another hierarchy than that of the column parent; NULL in that (D44) */
} UnitTree;

/* Is a unit in a group of the partition, and is any of those below it. */
enum {
    GROUPED_ITSELF = 1,
    GROUPED_BELOW = 2
};

/* What a unit is in the tree of the column parent. */
enum {
    KIN_LEAF = 1,     /* it has no children there */
    KIN_SAME_AREA = 2 /* the same units stand below it */
};

/* First and last day of a period by the calendar; by the civil one where there is none, or none that has days for the label: they
 * say who held a code, who was in force and which tree holds (S9, D22, D36, D39). False for what is not a period. */
bool catalog_find_days(const QcdcCatalog *catalog, QcdcPeriod period, int32_t *out_first, int32_t *out_last);
size_t catalog_unit_count(const QcdcCatalog *catalog);
size_t catalog_indicator_count(const QcdcCatalog *catalog);
const Indicator *catalog_indicator(const QcdcCatalog *catalog, QcdcIndicatorId indicator);
/* The measure as it was given, in English where that is asked for and given: "petition|petitions". */
const char *catalog_indicator_measure(const QcdcCatalog *catalog, QcdcIndicatorId indicator, bool in_english);
/* NAME or MEASURE as people read it: in English where that is asked for and given (D26), of many: "petitions" of "petition|petitions". */
const char *catalog_indicator_words(const QcdcCatalog *catalog, QcdcIndicatorId indicator, QcdcIndicatorField field,
                                    bool in_english);
/* does it stand at a point in time: a stock, a closing, or a formula of nothing else (W27) */
bool catalog_stands_at_a_time(const QcdcCatalog *catalog, QcdcIndicatorId indicator);
/* version in force on @day, or NULL */
const UnitVersion *catalog_unit_version(const QcdcCatalog *catalog, QcdcUnitId unit, int32_t day);
/* last version whose interval overlaps [first, last], or NULL */
const UnitVersion *catalog_unit_version_in(const QcdcCatalog *catalog, QcdcUnitId unit, int32_t first, int32_t last);
/* the version that begins first */
const UnitVersion *catalog_unit_first_version(const QcdcCatalog *catalog, QcdcUnitId unit);
/* true when no unit has an interval: one tree serves all periods */
bool catalog_is_static(const QcdcCatalog *catalog);
/* tree of the days, @progress may be NULL; freed with unit_tree_free */
QcdcStatus catalog_make_tree(const QcdcCatalog *catalog, int32_t first_day, int32_t last_day, Progress *progress,
                             UnitTree **out_tree, QcdcError *error);
/* the same in hierarchy @hierarchy: 0 is that of the column parent, k + 1 the hierarchy k */
QcdcStatus catalog_make_hierarchy_tree(const QcdcCatalog *catalog, size_t hierarchy, int32_t first_day, int32_t last_day,
                                       Progress *progress, UnitTree **out_tree, QcdcError *error);
void unit_tree_free(UnitTree *tree);
/* has the unit at the position no children in the column parent: does it report by default (S18, D44) */
bool unit_tree_is_leaf(const UnitTree *tree, size_t position);
/* does a total that the unit at the position reported speak of the units below it in this tree (D44) */
bool unit_tree_has_same_area(const UnitTree *tree, size_t position);
/* the number of a hierarchy for catalog_make_hierarchy_tree(); NULL, "" and "parent" are 0. NOT_FOUND with the names there are */
QcdcStatus catalog_find_hierarchy(const QcdcCatalog *catalog, const char *name, size_t *out_hierarchy, QcdcError *error);
size_t catalog_hierarchy_count(const QcdcCatalog *catalog);
/* "parent.NAME" of hierarchy @index, and what stands there in the row @row in file order */
const char *catalog_hierarchy_column(const QcdcCatalog *catalog, size_t index);
const char *catalog_version_parent_text(const QcdcCatalog *catalog, size_t row, size_t index);
/* the unit above in a hierarchy, or none */
QcdcUnitId catalog_version_parent(const QcdcCatalog *catalog, const UnitVersion *version, size_t hierarchy);
/* does this version belong to the group (groups joined by |) */
bool unit_version_has_group(const UnitVersion *version, const char *group);
/* are the groups of [groups] a partition (D45) */
bool catalog_is_partition(const QcdcCatalog *catalog);
/* the groups of [groups] that a row names, one after the other from @place 0 on; NULL after the last. Their names are the catalog's */
const char *catalog_next_group(const QcdcCatalog *catalog, const UnitVersion *version, size_t *place);
/* does it name any; both of a partition alone */
bool catalog_is_grouped(const QcdcCatalog *catalog, const UnitVersion *version);
size_t catalog_plan_count(const QcdcCatalog *catalog);
/* the number of the plan of this name, of the first for NULL; SIZE_MAX where it is not declared */
size_t catalog_find_plan(const QcdcCatalog *catalog, const char *name);
size_t catalog_group_count(const QcdcCatalog *catalog);
size_t catalog_partition_count(const QcdcCatalog *catalog);
/* the words of a partition of parts, "" where it has none (W25) */
const char *catalog_partition_words(const QcdcCatalog *catalog, const char *name);
/* unit versions in file order, for writing them back; attributes likewise */
size_t catalog_version_count(const QcdcCatalog *catalog);
const UnitVersion *catalog_version_in_file_order(const QcdcCatalog *catalog, size_t index);
/* the place of a row in file order */
size_t catalog_version_row(const QcdcCatalog *catalog, const UnitVersion *version);
/* x_… columns of the row @index in file order, of an indicator */
const Attribute *catalog_version_attributes(const QcdcCatalog *catalog, size_t index, size_t *out_count);
const Attribute *catalog_indicator_attributes(const QcdcCatalog *catalog, QcdcIndicatorId indicator, size_t *out_count);
/* rows of exceptions.csv in file order, and their x_… columns */
size_t catalog_exception_count(const QcdcCatalog *catalog);
const ExceptionRow *catalog_exception(const QcdcCatalog *catalog, size_t index);
const Attribute *catalog_exception_attributes(const QcdcCatalog *catalog, size_t index, size_t *out_count);
/* why the unit, of which @version holds on @day, is not to report the indicator then (D42), or NULL */
const ExceptionRow *catalog_find_exception(const QcdcCatalog *catalog, const UnitVersion *version, QcdcIndicatorId indicator,
                                           int32_t day);
/* indicators with one number have the same exceptions; 0 is none */
uint32_t catalog_exception_set(const QcdcCatalog *catalog, QcdcIndicatorId indicator);
/* rows of calendars.csv and holidays.csv in file order; x_… columns likewise */
size_t catalog_calendar_line_count(const QcdcCatalog *catalog);
const CalendarLine *catalog_calendar_line(const QcdcCatalog *catalog, size_t index);
const Attribute *catalog_calendar_attributes(const QcdcCatalog *catalog, size_t index, size_t *out_count);
size_t catalog_holiday_count(const QcdcCatalog *catalog);
const HolidayLine *catalog_holiday(const QcdcCatalog *catalog, size_t index);
const Attribute *catalog_holiday_attributes(const QcdcCatalog *catalog, size_t index, size_t *out_count);
/* all indicators, those that a formula names before the one that has the formula */
const QcdcIndicatorId *catalog_evaluation_order(const QcdcCatalog *catalog);
/* the unit that holds @code on @day, or none */
QcdcUnitId catalog_find_code(const QcdcCatalog *catalog, const char *code, size_t length, int32_t day);
/* the unit whose id is @identity, or none */
QcdcUnitId catalog_find_identity(const QcdcCatalog *catalog, const char *identity, size_t length);
/* another unit than @unit that held @code on a day of [first, last], or none */
QcdcUnitId catalog_find_other_holder(const QcdcCatalog *catalog, const char *code, size_t length, int32_t first, int32_t last,
                                     QcdcUnitId unit);
/* did any unit hold @code at any time */
bool catalog_has_code(const QcdcCatalog *catalog, const char *code, size_t length);
QcdcIndicatorId catalog_find_indicator_code(const QcdcCatalog *catalog, const char *code, size_t length);
/* did you mean "…"?, if a code is like @code: a look at every code of the catalog */
void catalog_suggest_unit(const QcdcCatalog *catalog, const char *code, Text *hint);
void catalog_suggest_indicator(const QcdcCatalog *catalog, const char *code, Text *hint);

/* Rows of these tables could not be read: what names a unit or indicator that is not there is not at fault for it. */
void catalog_builder_note_lost_rows(QcdcCatalogBuilder *builder, bool lost_units, bool lost_indicators);
/* As qcdc_catalog_builder_freeze(), but when units or indicators have faults there is a catalog all the same, mended where it
 * is at fault, so that the tables that name its units can be checked in the same run: QCDC_STATUS_FINDINGS with *@out_catalog
 * set. It is for qcdc_dataset_builder_append_record() alone; what is built on it cannot be frozen. */
QcdcStatus catalog_builder_freeze_for_checks(QcdcCatalogBuilder *builder, QcdcFindings *findings, QcdcCatalog **out_catalog,
                                             QcdcError *error);
bool catalog_is_at_fault(const QcdcCatalog *catalog);

size_t catalog_rule_count(const QcdcCatalog *catalog);
const Rule *catalog_rule(const QcdcCatalog *catalog, size_t index);
/* The row with this code, or NULL. */
const Rule *catalog_find_rule(const QcdcCatalog *catalog, const char *code);
const Attribute *catalog_rule_attributes(const QcdcCatalog *catalog, size_t index, size_t *out_count);

#endif
