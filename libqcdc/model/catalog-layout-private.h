/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CATALOG_LAYOUT_PRIVATE_H
#define QCDC_CATALOG_LAYOUT_PRIVATE_H

#include "catalog-private.h"

/* The inside of a catalog, for the files that build it. Others ask the calls of catalog-private.h. */

enum {
    NONE = -1, /* of a uint32_t number: none */
    MOST_SUGGESTIONS = 100 /* made for one table: they cost a look at every code */
};

/* A code and who holds it: one entry a version, by code and first day. */
typedef struct CodeEntry {
    uint32_t code; /* string */
    uint32_t version;
} CodeEntry;

/* A plan or group of bundle.ini. */
typedef struct NamedWords {
    const char *name, *words;
} NamedWords;

/* A column parent.NAME of units.csv (D44). */
typedef struct Hierarchy {
    const char *name, *column; /* "NAME", "parent.NAME" */
    QcdcUnitId *parents;       /* [versions] */
} Hierarchy;

/* What stands in such a column of one row; most say nothing. */
typedef struct HierarchyCell {
    uint32_t row, hierarchy;
    const char *text;
} HierarchyCell;

struct QcdcCatalog {
    int reference_count; /* atomic */
    bool is_static, is_at_fault;
    StringPool strings;
    UnitVersion *versions; /* by unit, then first day */
    uint32_t *versions_in_file_order;
    uint32_t *file_rows;   /* of a version: its place in that order */
    uint32_t *run_ends;    /* of a version: the last version of its unit that follows without a gap */
    size_t version_count;
    Unit *units;
    size_t unit_count;
    CodeEntry *codes;
    size_t code_count;
    uint32_t *first_codes; /* string → first entry in @codes, or NONE */
    uint32_t *identities;  /* string → unit, or NONE */
    Indicator *indicators;
    size_t indicator_count;
    uint32_t *indicators_by_code; /* string → indicator, or NONE */
    QcdcIndicatorId *evaluation_order;
    Array plans, groups, partitions; /* NamedWords */
    QcdcGrouping grouping;    /* of the groups */
    uint32_t *group_numbers;  /* string → group, or NONE; of a partition, as the next */
    uint8_t *is_grouped;      /* [versions] names the row one of the groups */
    Array hierarchies;        /* Hierarchy, beside the column parent */
    Array hierarchy_cells;    /* HierarchyCell, by row in file order */
    Array exceptions;         /* ExceptionRow, in file order */
    Array exception_spans;    /* catalog-exceptions.c looks rows up in them */
    uint32_t *exception_sets; /* [indicators], or NULL without exceptions */
    AttributeTable unit_attributes, indicator_attributes, exception_attributes;
    Array rules; /* Rule, in file order */
    AttributeTable rule_attributes;
    CalendarTable calendars;
};

struct QcdcCatalogBuilder {
    QcdcCatalog *catalog; /* takes texts, plans, groups and attributes from the start */
    Array unit_rows;      /* UnitVersion, in file order; @unit not yet set */
    Array indicator_rows; /* Indicator */
    /* for faults found at freezing */
    int32_t unit_columns[QCDC_UNIT_FIELD_END + CATALOG_MOST_HIERARCHIES], indicator_columns[QCDC_INDICATOR_FIELD_END];
    int32_t exception_columns[QCDC_EXCEPTION_FIELD_END], rule_columns[QCDC_RULE_FIELD_END];
    bool lost_units, lost_indicators; /* rows could not be read */
    size_t suggestions, rule_suggestions; /* of exceptions, of rules */
    int32_t calendar_columns[QCDC_CALENDAR_FIELD_END], holiday_columns[QCDC_HOLIDAY_FIELD_END];
    size_t fault_count;   /* of rows, put down in findings */
};

/* The row in the words of a table: unit.c, indicator.c, exception.c. Faults go to @report, the rest of the row is read all the same. */
void unit_read_record(Report *report, StringPool *strings, const QcdcRecord *record, UnitVersion *out_version);
void indicator_read_record(Report *report, StringPool *strings, const QcdcRecord *record, Indicator *out_indicator);
void exception_read_record(Report *report, StringPool *strings, const QcdcRecord *record, ExceptionRow *out_exception);
/* How a nature adds up when the columns over_units and over_time are empty (S5). */
void indicator_apply_nature(Indicator *indicator);

/* Freezing: catalog-units.c, catalog-parents.c, catalog-hierarchies.c, catalog-indicators.c, catalog-forms.c, catalog-universes.c,
 * catalog-exceptions.c, catalog-rules.c, catalog-calendar.c. A false is "out of memory"; faults go to
 * @report. */
bool catalog_gather_units(QcdcCatalogBuilder *builder, Report *report);
bool catalog_resolve_parents(QcdcCatalogBuilder *builder, Report *report);
bool catalog_resolve_hierarchies(QcdcCatalogBuilder *builder, Report *report);
bool catalog_gather_indicators(QcdcCatalogBuilder *builder, Report *report);
bool catalog_number_groups(QcdcCatalog *catalog);
bool catalog_resolve_forms(QcdcCatalogBuilder *builder, Report *report);
bool catalog_check_universes(QcdcCatalogBuilder *builder, Report *report);
bool catalog_resolve_exceptions(QcdcCatalogBuilder *builder, Report *report);
bool catalog_resolve_rules(QcdcCatalogBuilder *builder, Report *report);
bool catalog_gather_calendars(QcdcCatalogBuilder *builder, Report *report);

bool catalog_builder_is_usable(const QcdcCatalogBuilder *builder);

/* a → b → … 3 more … → a: the unit @index of a circle, and its end, where the circle of @count units comes back to @start. */
void append_on_circle(Text *path, const UnitVersion *version, size_t index);
void close_circle(Text *path, const UnitVersion *start, size_t count);

/* The faults from here on are of this row of units.csv, indicators.csv, exceptions.csv. */
void enter_unit_row(Report *report, const QcdcCatalogBuilder *builder, const UnitVersion *version);
void enter_indicator_row(Report *report, const QcdcCatalogBuilder *builder, const Indicator *indicator);
void enter_exception_row(Report *report, const QcdcCatalogBuilder *builder, const ExceptionRow *exception);

/* Parents being looked up in one column. */
typedef struct ParentSearch {
    QcdcCatalogBuilder *builder;
    QcdcCatalog *catalog;
    Report *report;
    const char *column; /* "parent", or "parent.NAME" */
    int field;
    size_t suggestions; /* made so far */
    uint8_t *is_suspect; /* by version: its level is not below its parent's */
} ParentSearch;

/* The unit that is meant by @code in the column, in force during all of the row's interval; else none and a fault (S9). */
QcdcUnitId catalog_resolve_parent(ParentSearch *search, const UnitVersion *version, const char *code);

/* string → NONE, one entry a string of the pool; NULL when out of memory. */
uint32_t *make_string_map(const QcdcCatalog *catalog);
/* What a map holds for a text; NONE if it is not in the pool. */
uint32_t look_up(const QcdcCatalog *catalog, const uint32_t *map, const char *text, size_t length);
/* The last version in the period; of none, and of a period it is not in force in, its last. NULL for no unit and no period. */
const UnitVersion *catalog_version_at(const QcdcCatalog *catalog, QcdcUnitId unit, QcdcPeriod at);
/* Versions of a unit that hold on a day of [first_day, last_day]: numbers of the first, and of the one after the last. */
void find_versions(const QcdcCatalog *catalog, QcdcUnitId unit, int32_t first_day, int32_t last_day, uint32_t *out_first,
                   uint32_t *out_end);

#endif
