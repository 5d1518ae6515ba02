/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CATALOG_H
#define QCDC_CATALOG_H

#include <qcdc/exception.h>
#include <qcdc/findings.h>
#include <qcdc/indicator.h>
#include <qcdc/rule.h>
#include <qcdc/unit.h>

QCDC_BEGIN_DECLS

/**
 * qcdc_catalog_builder_new:
 * @out_builder: (transfer full) a builder; freed with qcdc_catalog_builder_free(), also once it is spent
 * @error: (nullable) what went wrong
 *
 * A builder without units and indicators. Source: design.md §3.6. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a place for it; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_new(QcdcCatalogBuilder **out_builder, QcdcError *error);

/**
 * qcdc_catalog_builder_free:
 * @builder: (nullable) (transfer full) a builder, spent or not
 *
 * Threads: one a builder. Source: design.md §3.3.
 */
QCDC_API
void qcdc_catalog_builder_free(QcdcCatalogBuilder *builder);

/**
 * qcdc_catalog_builder_add_unit:
 * @builder: a builder that is not spent
 * @record: a row by QcdcUnitField; nothing of it is kept
 * @findings: (nullable) takes the faults of the row
 * @error: (nullable) what went wrong
 *
 * With findings, every fault of the row goes there, the call returns QCDC_OK, and freezing fails later: so all faults of all
 * tables are found in one run. Without, the first fault is the error, and the builder is as it was before. Texts are kept in
 * NFC. Rows of one id are one unit (S9); parents are looked up at freezing, so that rows may come in any order. Source: S9, S10,
 * contracts.md "Bundle". Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or record; QCDC_STATUS_MEMORY; without @findings also QCDC_STATUS_SYNTAX
 * for a field that cannot be read and QCDC_STATUS_REFUSED for an interval that ends before it begins.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_add_unit(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                         QcdcError *error);

/**
 * qcdc_catalog_builder_add_indicator:
 * @builder: a builder that is not spent
 * @record: a row by QcdcIndicatorField; nothing of it is kept
 * @findings: (nullable) takes the faults of the row
 * @error: (nullable) what went wrong
 *
 * With findings, every fault of the row goes there, the call returns QCDC_OK, and freezing fails later: so all faults of all
 * tables are found in one run. Without, the first fault is the error, and the builder is as it was before. Texts are kept in
 * NFC. Formulas and parts are read at freezing, so that rows may come in any order. Source: S5 … S8, contracts.md "Bundle".
 * Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or record; QCDC_STATUS_MEMORY; without @findings also QCDC_STATUS_SYNTAX
 * for a field that cannot be read and QCDC_STATUS_REFUSED for columns that contradict one another.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_add_indicator(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                              QcdcError *error);

/**
 * qcdc_catalog_builder_add_exception:
 * @builder: a builder that is not spent
 * @record: a row by QcdcExceptionField; nothing of it is kept
 * @findings: (nullable) takes the faults of the row
 * @error: (nullable) what went wrong
 *
 * A unit that is not to report an indicator on these days: neither must it nor is it expected to. With findings, every fault of the
 * row goes there, the call returns QCDC_OK, and freezing fails later. Without, the first fault is the error, and the builder is as it
 * was before. Names are looked up at freezing, so that rows may come in any order. Source: S18, D15, D42. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or record; QCDC_STATUS_MEMORY; without @findings also QCDC_STATUS_SYNTAX
 * for a field that cannot be read and QCDC_STATUS_REFUSED for an interval that ends before it begins.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_add_exception(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                              QcdcError *error);

/**
 * qcdc_catalog_builder_add_rule:
 * @builder: a builder that is not spent
 * @record: a row by QcdcRuleField; nothing of it is kept
 * @findings: (nullable) takes the faults of the row
 * @error: (nullable) what went wrong
 *
 * A rule of the bundle, or the severity and tolerance of a built-in one. With findings, every fault of the row goes there, the call
 * returns QCDC_OK, and freezing fails later; without, the first fault is the error, and the builder is as it was before. The two
 * forms are read at freezing, so that indicators may come later. Source: S6, D46. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or record; QCDC_STATUS_MEMORY; without @findings also QCDC_STATUS_SYNTAX
 * for a field that cannot be read and QCDC_STATUS_REFUSED for a code that does not go with its rule.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_add_rule(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                         QcdcError *error);

/**
 * qcdc_catalog_builder_add_plan:
 * @builder: a builder that is not spent
 * @name: name of the plan, as the column scenario has it
 * @words: (nullable) what a sentence calls it; NULL is ""
 * @error: (nullable) what went wrong
 *
 * Plans are numbered in the order they are added. Source: S24, contracts.md "Bundle" [plans]. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or name; QCDC_STATUS_DUPLICATE; QCDC_STATUS_REFUSED for the name
 * "actual"; QCDC_STATUS_MEMORY, also past 1000 plans.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_add_plan(QcdcCatalogBuilder *builder, const char *name, const char *words, QcdcError *error);

/**
 * qcdc_catalog_builder_add_partition:
 * @builder: a builder that is not spent
 * @name: name of a partition of parts, as the column part_of has it after ":"
 * @words: (nullable) with which a list of its parts opens in a sentence, "chia theo lĩnh vực"; NULL is ""
 * @error: (nullable) what went wrong
 *
 * Partitions without words open their lists as those without a name. Source: W25. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or name; QCDC_STATUS_DUPLICATE; QCDC_STATUS_MEMORY, also past 1000
 * partitions.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_add_partition(QcdcCatalogBuilder *builder, const char *name, const char *words, QcdcError *error);

/**
 * qcdc_catalog_builder_add_group:
 * @builder: a builder that is not spent
 * @name: name of the group, as the column groups has it
 * @words: (nullable) what a sentence calls it; NULL is ""
 * @error: (nullable) what went wrong
 *
 * A group need not be declared; then it is called by its name. Source: S10, sentences.md "Columns and keys". Threads: one a
 * builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or name; QCDC_STATUS_DUPLICATE; QCDC_STATUS_REFUSED for the name "*";
 * QCDC_STATUS_MEMORY, also past 1000 groups.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_add_group(QcdcCatalogBuilder *builder, const char *name, const char *words, QcdcError *error);

/**
 * qcdc_catalog_builder_set_grouping:
 * @builder: a builder that is not spent
 * @grouping: what the groups that are added are to one another
 * @error: (nullable) what went wrong
 *
 * Of a partition a list by group ends in "group:*", what lies in none of the groups added with qcdc_catalog_builder_add_group(). Source:
 * S10, D45. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder and for what is not a grouping.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_set_grouping(QcdcCatalogBuilder *builder, QcdcGrouping grouping, QcdcError *error);

/**
 * qcdc_catalog_builder_add_hierarchy:
 * @builder: a builder that is not spent
 * @name: name of the hierarchy, as the column parent.NAME has it
 * @error: (nullable) what went wrong
 *
 * A tree beside that of the column parent. Of the units added from here on, field QCDC_UNIT_FIELD_END + k of the record is the parent in
 * the hierarchy k, in the order they are added: a code or id; empty: as in the column parent; "-": none. Levels need not grow. Source: S10,
 * D44. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or name; QCDC_STATUS_DUPLICATE; QCDC_STATUS_REFUSED for the name "parent", more
 * than 100 bytes, control characters and a space at either end; QCDC_STATUS_MEMORY, also past 32 hierarchies.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_add_hierarchy(QcdcCatalogBuilder *builder, const char *name, QcdcError *error);

/**
 * qcdc_catalog_builder_freeze:
 * @builder: a builder that is not spent; it is spent afterwards, whatever is returned
 * @findings: (nullable) takes the faults
 * @out_catalog: (transfer full) the catalog; given back with qcdc_catalog_unref()
 * @error: (nullable) what went wrong; of findings, the first one and how many there are
 *
 * Looks up parents, formulas and parts, and holds them against one another. Source: S5 … S10, D21, D22. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or place; QCDC_STATUS_MEMORY; QCDC_STATUS_FINDINGS when findings had
 * been put down with the rows or are now; without @findings the first fault instead: QCDC_STATUS_DUPLICATE for a code that is
 * there twice, QCDC_STATUS_NOT_FOUND for an unknown unit, parent, reporter or indicator, QCDC_STATUS_SYNTAX for a formula,
 * QCDC_STATUS_REFUSED for cycles, levels, nested quotients and decimals that do not fit.
 */
QCDC_API
QcdcStatus qcdc_catalog_builder_freeze(QcdcCatalogBuilder *builder, QcdcFindings *findings, QcdcCatalog **out_catalog,
                                       QcdcError *error);

/**
 * qcdc_catalog_ref:
 * @catalog: (nullable) a catalog
 *
 * Threads: any. Source: design.md §3.6.
 *
 * Returns: (transfer full) @catalog, with one more owner; given back with qcdc_catalog_unref().
 */
QCDC_API
QcdcCatalog *qcdc_catalog_ref(QcdcCatalog *catalog);

/**
 * qcdc_catalog_unref:
 * @catalog: (nullable) (transfer full) a catalog; the last owner frees it
 *
 * Threads: any. Source: design.md §3.6.
 */
QCDC_API
void qcdc_catalog_unref(QcdcCatalog *catalog);

/**
 * qcdc_catalog_get_unit_count:
 * @catalog: (nullable) a catalog
 *
 * Units; their ids are 0 … count − 1. Source: S9. Threads: any.
 *
 * Returns: the count; 0 without a catalog.
 */
QCDC_API
size_t qcdc_catalog_get_unit_count(const QcdcCatalog *catalog);

/**
 * qcdc_catalog_get_indicator_count:
 * @catalog: (nullable) a catalog
 *
 * Indicators; their ids are 0 … count − 1. Source: S5. Threads: any.
 *
 * Returns: the count; 0 without a catalog.
 */
QCDC_API
size_t qcdc_catalog_get_indicator_count(const QcdcCatalog *catalog);

/**
 * qcdc_catalog_find_unit:
 * @catalog: a catalog
 * @code: a code, or an id of units.csv
 * @at: the code is looked up on its last civil day; all-zero: the unit that held it last
 * @out_unit: the unit
 * @error: (nullable) what went wrong
 *
 * A code goes before an id. Source: S9. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND; QCDC_STATUS_ARGUMENT without a catalog, code or place, or for what is not a period;
 * QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_catalog_find_unit(const QcdcCatalog *catalog, const char *code, QcdcPeriod at, QcdcUnitId *out_unit,
                                  QcdcError *error);

/**
 * qcdc_catalog_find_indicator:
 * @catalog: a catalog
 * @code: a code of indicators.csv
 * @out_indicator: the indicator
 * @error: (nullable) what went wrong
 *
 * Source: contracts.md "Bundle". Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND; QCDC_STATUS_ARGUMENT without a catalog, code or place; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_catalog_find_indicator(const QcdcCatalog *catalog, const char *code, QcdcIndicatorId *out_indicator,
                                       QcdcError *error);

/**
 * qcdc_catalog_get_unit_text:
 * @catalog: (nullable) a catalog
 * @unit: a unit
 * @at: the last row in force in the period; all-zero, and a period the unit is not in force in: its last row
 * @field: a field
 *
 * A field as written, "" if empty; defaults are not filled in. Source: S9. Threads: any.
 *
 * Returns: (nullable) the text, owned by the catalog; NULL without a catalog, for a bad id or field, and for what is not a period.
 */
QCDC_API
const char *qcdc_catalog_get_unit_text(const QcdcCatalog *catalog, QcdcUnitId unit, QcdcPeriod at, QcdcUnitField field);

/**
 * qcdc_catalog_get_unit_parent:
 * @catalog: (nullable) a catalog
 * @unit: a unit
 * @at: which row, as in qcdc_catalog_get_unit_text()
 * @hierarchy: 0 …, in the order they were added
 *
 * The parent in a hierarchy as written: "" is that of the column parent, "-" none. Source: D44. Threads: any.
 *
 * Returns: (nullable) the text, owned by the catalog; NULL without a catalog, for a bad id or hierarchy, and for what is not a period.
 */
QCDC_API
const char *qcdc_catalog_get_unit_parent(const QcdcCatalog *catalog, QcdcUnitId unit, QcdcPeriod at, size_t hierarchy);

/**
 * qcdc_catalog_get_unit_attribute:
 * @catalog: (nullable) a catalog
 * @unit: a unit
 * @at: which row, as in qcdc_catalog_get_unit_text()
 * @name: a column of the user's own, "x_phone"
 *
 * What the row carries in the column. Source: contracts.md "Bundle". Threads: any.
 *
 * Returns: (nullable) the text, owned by the catalog, "" if the row has none; NULL without a catalog or name, for a bad id, and for what is
 * not a period.
 */
QCDC_API
const char *qcdc_catalog_get_unit_attribute(const QcdcCatalog *catalog, QcdcUnitId unit, QcdcPeriod at, const char *name);

/**
 * qcdc_catalog_get_unit_attribute_name:
 * @catalog: (nullable) a catalog
 * @index: 0 …, in the order in which rows first had them
 *
 * The columns of the user's own (x_…) that rows of units have. Source: contracts.md "Bundle". Threads: any.
 *
 * Returns: (nullable) the name, owned by the catalog; NULL past the end and without a catalog.
 */
QCDC_API
const char *qcdc_catalog_get_unit_attribute_name(const QcdcCatalog *catalog, size_t index);

/**
 * qcdc_catalog_get_indicator_attribute:
 * @catalog: (nullable) a catalog
 * @indicator: an indicator
 * @name: a column of the user's own, "x_form"
 *
 * What the row carries in the column. Source: contracts.md "Bundle". Threads: any.
 *
 * Returns: (nullable) the text, owned by the catalog, "" if the row has none; NULL without a catalog or name, and for a bad id.
 */
QCDC_API
const char *qcdc_catalog_get_indicator_attribute(const QcdcCatalog *catalog, QcdcIndicatorId indicator, const char *name);

/**
 * qcdc_catalog_get_indicator_attribute_name:
 * @catalog: (nullable) a catalog
 * @index: 0 …, in the order in which rows first had them
 *
 * The columns of the user's own (x_…) that rows of indicators have. Source: contracts.md "Bundle". Threads: any.
 *
 * Returns: (nullable) the name, owned by the catalog; NULL past the end and without a catalog.
 */
QCDC_API
const char *qcdc_catalog_get_indicator_attribute_name(const QcdcCatalog *catalog, size_t index);

/**
 * qcdc_catalog_get_indicator_text:
 * @catalog: (nullable) a catalog
 * @indicator: an indicator
 * @field: a field
 *
 * A field as written, "" if empty; defaults are not filled in. Source: contracts.md "Bundle". Threads: any.
 *
 * Returns: (nullable) the text, owned by the catalog; NULL without a catalog, and for a bad id or field.
 */
QCDC_API
const char *qcdc_catalog_get_indicator_text(const QcdcCatalog *catalog, QcdcIndicatorId indicator, QcdcIndicatorField field);

/**
 * qcdc_catalog_get_indicator_nature:
 * @catalog: (nullable) a catalog
 * @indicator: an indicator
 *
 * Source: S5. Threads: any.
 *
 * Returns: the nature; QCDC_NATURE_NONE without a catalog or for a bad id.
 */
QCDC_API
QcdcNature qcdc_catalog_get_indicator_nature(const QcdcCatalog *catalog, QcdcIndicatorId indicator);

/**
 * qcdc_catalog_get_indicator_decimals:
 * @catalog: (nullable) a catalog
 * @indicator: an indicator
 *
 * Decimals of its values, 0 … 9; 0 where the column is empty. Source: S1, D22. Threads: any.
 *
 * Returns: the decimals; 0 without a catalog or for a bad id.
 */
QCDC_API
unsigned qcdc_catalog_get_indicator_decimals(const QcdcCatalog *catalog, QcdcIndicatorId indicator);

/**
 * qcdc_catalog_get_exception_count:
 * @catalog: (nullable) a catalog
 *
 * Rows that say who need not report what. Source: S18, D42. Threads: any.
 *
 * Returns: the count; 0 without a catalog.
 */
QCDC_API
size_t qcdc_catalog_get_exception_count(const QcdcCatalog *catalog);

/**
 * qcdc_catalog_get_exception_text:
 * @catalog: (nullable) a catalog
 * @index: 0 … count − 1, in the order they were added
 * @field: a field
 *
 * A field as written, "" if empty. Source: D42. Threads: any.
 *
 * Returns: (nullable) the text, owned by the catalog; NULL without a catalog, past the end, and for a bad field.
 */
QCDC_API
const char *qcdc_catalog_get_exception_text(const QcdcCatalog *catalog, size_t index, QcdcExceptionField field);

/**
 * qcdc_catalog_get_rule_count:
 * @catalog: (nullable) a catalog
 *
 * Rules that were added; built-in ones are not among them unless a row sets their severity or tolerance. Source: D46. Threads: any.
 *
 * Returns: the count; 0 without a catalog.
 */
QCDC_API
size_t qcdc_catalog_get_rule_count(const QcdcCatalog *catalog);

/**
 * qcdc_catalog_get_rule_text:
 * @catalog: (nullable) a catalog
 * @index: 0 …, in the order they were added
 * @field: a field
 *
 * A field as written, "" if empty; defaults are not filled in. Source: D46. Threads: any.
 *
 * Returns: (nullable) the text, owned by the catalog; NULL without a catalog, past the end, and for a bad field.
 */
QCDC_API
const char *qcdc_catalog_get_rule_text(const QcdcCatalog *catalog, size_t index, QcdcRuleField field);

/**
 * qcdc_catalog_read_tree:
 * @catalog: a catalog
 * @at: a period
 * @out_units: (nullable) takes the first @size units in pre-order; the caller's memory, nothing of it is owned by the catalog
 * @out_parents: (nullable) takes the parent of each, (QcdcUnitId)QCDC_ID_NONE of a root
 * @size: entries of each array; 0 to learn the count
 * @out_count: units in the tree
 * @error: (nullable) what went wrong
 *
 * The units in force on some day of the period, each under the parent of its last row in the period; children in the order of
 * units.csv. Source: D22. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a catalog or place, or for what is not a period; QCDC_STATUS_FINDINGS for the
 * catalog of units with faults, which no public call hands out; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_catalog_read_tree(const QcdcCatalog *catalog, QcdcPeriod at, QcdcUnitId *out_units, QcdcUnitId *out_parents,
                                  size_t size, size_t *out_count, QcdcError *error);

/**
 * qcdc_catalog_read_hierarchy:
 * @catalog: a catalog
 * @hierarchy: (nullable) its name; NULL, "" and "parent": that of the column parent
 * @at: a period
 * @out_units: (nullable) as in qcdc_catalog_read_tree()
 * @out_parents: (nullable) as in qcdc_catalog_read_tree()
 * @size: entries of each array; 0 to learn the count
 * @out_count: units in the tree
 * @error: (nullable) what went wrong; of an unknown name the names there are as hint
 *
 * As qcdc_catalog_read_tree(), in another hierarchy. Source: S10, D22, D44. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND for a name that is no hierarchy; else as qcdc_catalog_read_tree().
 */
QCDC_API
QcdcStatus qcdc_catalog_read_hierarchy(const QcdcCatalog *catalog, const char *hierarchy, QcdcPeriod at, QcdcUnitId *out_units,
                                       QcdcUnitId *out_parents, size_t size, size_t *out_count, QcdcError *error);

/**
 * qcdc_catalog_get_hierarchy_name:
 * @catalog: (nullable) a catalog
 * @index: 0 …, in the order they were added
 *
 * The name of a hierarchy beside that of the column parent. Source: S10, D44. Threads: any.
 *
 * Returns: (nullable) the name, owned by the catalog; NULL past the end and without a catalog.
 */
QCDC_API
const char *qcdc_catalog_get_hierarchy_name(const QcdcCatalog *catalog, size_t index);

/**
 * qcdc_catalog_get_plan_name:
 * @catalog: (nullable) a catalog
 * @index: 0 …, in the order they were added
 *
 * The name of a plan. Scenario number of plan k is k + 1; 0 is actual. Source: S24. Threads: any.
 *
 * Returns: (nullable) the name, owned by the catalog; NULL past the end and without a catalog.
 */
QCDC_API
const char *qcdc_catalog_get_plan_name(const QcdcCatalog *catalog, size_t index);

/**
 * qcdc_catalog_get_plan_words:
 * @catalog: (nullable) a catalog
 * @index: 0 …, in the order they were added
 *
 * What a sentence calls a plan. Source: S24. Threads: any.
 *
 * Returns: (nullable) the words or "", owned by the catalog; NULL past the end and without a catalog.
 */
QCDC_API
const char *qcdc_catalog_get_plan_words(const QcdcCatalog *catalog, size_t index);

/**
 * qcdc_catalog_get_partition_name:
 * @catalog: (nullable) a catalog
 * @index: 0 …, in the order they were added
 *
 * The name of a partition of parts that has words. Source: W25. Threads: any.
 *
 * Returns: (nullable) the name, owned by the catalog; NULL past the end and without a catalog.
 */
QCDC_API
const char *qcdc_catalog_get_partition_name(const QcdcCatalog *catalog, size_t index);

/**
 * qcdc_catalog_get_partition_words:
 * @catalog: (nullable) a catalog
 * @index: 0 …, in the order they were added
 *
 * With which a list of the partition's parts opens in a sentence. Source: W25. Threads: any.
 *
 * Returns: (nullable) the words or "", owned by the catalog; NULL past the end and without a catalog.
 */
QCDC_API
const char *qcdc_catalog_get_partition_words(const QcdcCatalog *catalog, size_t index);

/**
 * qcdc_catalog_get_grouping:
 * @catalog: (nullable) a catalog
 *
 * Source: S10, D45. Threads: any.
 *
 * Returns: what its groups are to one another, never the default; QCDC_GROUPING_OVERLAP without a catalog.
 */
QCDC_API
QcdcGrouping qcdc_catalog_get_grouping(const QcdcCatalog *catalog);

/**
 * qcdc_catalog_get_group_name:
 * @catalog: (nullable) a catalog
 * @index: 0 …, in the order they were added
 *
 * The name of a group. Source: S10. Threads: any.
 *
 * Returns: (nullable) the name, owned by the catalog; NULL past the end and without a catalog.
 */
QCDC_API
const char *qcdc_catalog_get_group_name(const QcdcCatalog *catalog, size_t index);

/**
 * qcdc_catalog_get_group_words:
 * @catalog: (nullable) a catalog
 * @index: 0 …, in the order they were added
 *
 * What a sentence calls a group. Source: S10. Threads: any.
 *
 * Returns: (nullable) the words or "", owned by the catalog; NULL past the end and without a catalog.
 */
QCDC_API
const char *qcdc_catalog_get_group_words(const QcdcCatalog *catalog, size_t index);

QCDC_END_DECLS

#endif
