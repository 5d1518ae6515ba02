/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_DATASET_H
#define QCDC_DATASET_H

#include <qcdc/catalog.h>
#include <qcdc/tally.h>

QCDC_BEGIN_DECLS

/** QcdcObservationField: the columns of observations.csv, in writing order. */
typedef enum {
    QCDC_OBSERVATION_UNIT = 0,  /**< unit code or id */
    QCDC_OBSERVATION_INDICATOR, /**< indicator code */
    QCDC_OBSERVATION_PERIOD,    /**< label */
    QCDC_OBSERVATION_VALUE,     /**< value in the number format of the builder */
    QCDC_OBSERVATION_STATUS,    /**< obs_status: A, P, E, M, O, L and flags */
    QCDC_OBSERVATION_SCOPE,     /**< own (default) or total */
    QCDC_OBSERVATION_SCENARIO,  /**< actual (default) or a declared plan */
    QCDC_OBSERVATION_HEDGE,     /**< trên, hơn, gần …: prints as it came (S4) */
    QCDC_OBSERVATION_RANK_FIELD,/**< field: size of the field of a rank */
    QCDC_OBSERVATION_ORIGIN,    /**< reported (default), derived, estimated */
    QCDC_OBSERVATION_SOURCE,    /**< where the figure comes from */
    QCDC_OBSERVATION_FIELD_END  /**< sentinel */
} QcdcObservationField;

/** QcdcScope: whose figure it is (S11). */
typedef enum {
    QCDC_SCOPE_OWN = 0, /**< the unit's own */
    QCDC_SCOPE_TOTAL,   /**< the whole area's, reported */
    QCDC_SCOPE_END      /**< sentinel */
} QcdcScope;

/** QcdcNumberWriting: how values are written in the data; declared, never guessed. */
typedef enum {
    QCDC_NUMBER_WRITING_DEFAULT = 0, /**< canonical */
    QCDC_NUMBER_WRITING_CANONICAL,   /**< 1234.5 */
    QCDC_NUMBER_WRITING_VI,          /**< 1.234,5 */
    QCDC_NUMBER_WRITING_END          /**< sentinel */
} QcdcNumberWriting;

/**
 * QcdcColumns: observations as columns, one entry a row; a NULL column has its default everywhere.
 * @size: sizeof (QcdcColumns)
 * @count: rows
 * @units: unit ids
 * @indicators: indicator ids
 * @periods: labels
 * @coefficients: values × 10^decimals of the indicator; ignored where the status is an absence
 * @statuses: (nullable) default normal
 * @scopes: (nullable) QcdcScope, default own
 * @scenarios: (nullable) 0 actual, k + 1 the plan k of the catalog
 * @fields: (nullable) size of the field of a rank, 0 unknown
 */
typedef struct QcdcColumns {
    size_t size, count;
    const QcdcUnitId *units;
    const QcdcIndicatorId *indicators;
    const QcdcPeriod *periods;
    const int64_t *coefficients;
    const QcdcObservationStatus *statuses;
    const uint8_t *scopes;
    const uint16_t *scenarios;
    const int32_t *fields;
} QcdcColumns;

/** QcdcColumnKind: how the entries of a QcdcColumn lie in memory. */
typedef enum {
    QCDC_COLUMN_ABSENT = 0, /**< no column: the default in every row */
    QCDC_COLUMN_TEXTS,      /**< a terminated text of UTF-8 a row, end to end; "" is empty */
    QCDC_COLUMN_TEXT,       /**< one terminated text for every row */
    QCDC_COLUMN_INTEGERS,   /**< an int64_t a row: id of a unit or indicator, whole number as value, size of a field (0 unknown) */
    QCDC_COLUMN_NUMBERS,    /**< a double a row; value alone */
    QCDC_COLUMN_END         /**< sentinel */
} QcdcColumnKind;

/**
 * QcdcColumn: a column of observations as a host has it; all-zero is no column.
 * @kind: a QcdcColumnKind
 * @data: (nullable) its entries; NULL if absent. Read during the call and not kept
 * @length: bytes of @data, terminators included
 */
typedef struct QcdcColumn {
    QcdcColumnKind kind;
    const void *data;
    size_t length;
} QcdcColumn;

/**
 * QcdcObservation: one observation read back; texts belong to the dataset.
 * @unit: unit
 * @indicator: indicator
 * @period: label
 * @value: value; 0 if the status is an absence
 * @status: status
 * @scope: a QcdcScope
 * @scenario: 0 actual, k + 1 the plan k
 * @field: size of the field of a rank, 0 unknown
 * @hedge: words, or ""
 * @origin: "reported", "derived" or "estimated"
 * @source: where it comes from, or ""
 * @file: file, or ""
 * @row: line, 0 unknown
 * @revision: the correction it came with, 0 of the first figures
 */
typedef struct QcdcObservation {
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    QcdcPeriod period;
    QcdcDecimal value;
    QcdcObservationStatus status;
    uint8_t scope;
    uint16_t scenario;
    int32_t field;
    const char *hedge, *origin, *source, *file;
    int32_t row;
    uint32_t revision;
} QcdcObservation;

/**
 * qcdc_observation_field_to_name:
 * @field: any number
 *
 * The name of the column of observations.csv. Source: contracts.md, "Bundle". Threads: any.
 *
 * Returns: (static) (nullable) the name; NULL for what is not a field.
 */
QCDC_API
const char *qcdc_observation_field_to_name(QcdcObservationField field);

/**
 * qcdc_dataset_builder_new:
 * @catalog: units, indicators and plans that rows name; the builder is one more owner
 * @max_rows: limit of rows; 0 is the default, 2^31 − 1
 * @out_builder: (transfer full) a builder; freed with qcdc_dataset_builder_free(), also once it is spent
 * @error: (nullable) what went wrong
 *
 * A builder without observations. Source: design.md §3.6, §3.9. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a catalog or place; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_dataset_builder_new(QcdcCatalog *catalog, size_t max_rows, QcdcDatasetBuilder **out_builder,
                                    QcdcError *error);

/**
 * qcdc_dataset_builder_new_revision:
 * @earlier: a dataset, which stays as it is; the builder is one more owner, and the new dataset shares the rows
 * @max_rows: limit of the rows of this revision; 0 is the default, as many as there is room for in 2^31 − 1 with those of @earlier
 * @out_builder: (transfer full) a builder; freed with qcdc_dataset_builder_free(), also once it is spent
 * @error: (nullable) what went wrong
 *
 * A builder whose rows correct @earlier: a row takes the place of the figure of its key, or is the first of it. What is frozen is the
 * revision after that of @earlier and holds all other figures too; without a row it is @earlier once more. Source: S20, D52. Threads:
 * one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a dataset or place; QCDC_STATUS_OVERFLOW after revision 2^31 − 1; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_dataset_builder_new_revision(QcdcDataset *earlier, size_t max_rows, QcdcDatasetBuilder **out_builder,
                                             QcdcError *error);

/**
 * qcdc_dataset_builder_free:
 * @builder: (nullable) (transfer full) a builder, spent or not
 *
 * Threads: one a builder. Source: design.md §3.3.
 */
QCDC_API
void qcdc_dataset_builder_free(QcdcDatasetBuilder *builder);

/**
 * qcdc_dataset_builder_set_number_writing:
 * @builder: a builder that is not spent
 * @writing: how values of the records from here on are written
 * @error: (nullable) what went wrong
 *
 * Source: contracts.md "Bundle" number_format. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or for what is not a writing.
 */
QCDC_API
QcdcStatus qcdc_dataset_builder_set_number_writing(QcdcDatasetBuilder *builder, QcdcNumberWriting writing, QcdcError *error);

/**
 * qcdc_dataset_builder_append_record:
 * @builder: a builder that is not spent
 * @record: a row by QcdcObservationField; nothing of it is kept
 * @findings: (nullable) takes the faults of the row
 * @error: (nullable) what went wrong
 *
 * With findings, every fault of the row goes there, the call returns QCDC_OK, and freezing fails later. Without, the first fault
 * is the error, and the builder is as it was before. The unit is looked up on the last civil day of the row's period, by code,
 * else by id; a code that another unit held earlier in the period asks for the id. Source: S1 … S4, S9, S11, S24, contracts.md
 * "Bundle". Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or record; QCDC_STATUS_MEMORY, also past the limit of rows; without
 * @findings also QCDC_STATUS_SYNTAX for a field that cannot be read, QCDC_STATUS_NOT_FOUND for an unknown unit, indicator or plan,
 * QCDC_STATUS_OVERFLOW for a value of more than 18 digits, QCDC_STATUS_REFUSED for fields that contradict one another and for
 * decimals the indicator does not have.
 */
QCDC_API
QcdcStatus qcdc_dataset_builder_append_record(QcdcDatasetBuilder *builder, const QcdcRecord *record, QcdcFindings *findings,
                                              QcdcError *error);

/**
 * qcdc_dataset_builder_append_columns:
 * @builder: a builder that is not spent
 * @columns: rows by id; copied
 * @findings: (nullable) takes the faults, with "columns" as file, the row from 1 and the column from 1 in the order of QcdcColumns
 * @error: (nullable) what went wrong
 *
 * All rows or none: with a fault no row is added, and with findings freezing fails later. A unit named by id may be in force on
 * any day of the period. Source: S1, S9, D22. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_MEMORY, also past the limit of rows; QCDC_STATUS_ARGUMENT without a builder or a mandatory column
 * and, without @findings, for a number outside its range; without @findings also QCDC_STATUS_OVERFLOW for a value of more than 18
 * digits, QCDC_STATUS_NOT_FOUND for a unit not in force in the period, QCDC_STATUS_SYNTAX and QCDC_STATUS_REFUSED for the field of
 * a rank.
 */
QCDC_API
QcdcStatus qcdc_dataset_builder_append_columns(QcdcDatasetBuilder *builder, const QcdcColumns *columns,
                                               QcdcFindings *findings, QcdcError *error);

/**
 * qcdc_dataset_builder_append_table:
 * @builder: a builder that is not spent
 * @columns: columns by QcdcObservationField; copied
 * @column_count: how many, QCDC_OBSERVATION_FIELD_END at most; further ones are absent
 * @row_count: rows
 * @findings: (nullable) takes the faults, with "columns" as file, the row from 1, and as column the field from 1
 * @error: (nullable) what went wrong
 *
 * Rows as texts, numbers or both, read as qcdc_dataset_builder_append_record() reads texts. All rows or none: with a fault no row is
 * added, and with findings freezing fails later. An integer is a whole number and takes the decimals of the indicator. A double is taken
 * where it is the double nearest to one decimal of at most 15 digits with the indicator's decimals: 43.81 is with two decimals, and
 * 0.1 + 0.2, which is not the double nearest to 0.3, with none. NaN is an empty value and needs the status M, O or L. A unit named by id
 * may be in force on any day of the period. Source: S1 … S4, S9, S11, S24, D33. Threads: one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_MEMORY, also past the limit of rows; QCDC_STATUS_ARGUMENT without a builder, for a mandatory column that
 * is absent (unit, indicator, period, and value if there is no status), a kind that the field does not have and a column that does not
 * hold @row_count entries, and without @findings for an id that the catalog does not have; without @findings also QCDC_STATUS_SYNTAX for
 * an entry that cannot be read, QCDC_STATUS_NOT_FOUND for an unknown unit, indicator or plan and a unit not in force,
 * QCDC_STATUS_OVERFLOW for a value of more than 18 digits, of a double more than 15, QCDC_STATUS_REFUSED for entries that contradict one
 * another and for decimals the indicator does not have.
 */
QCDC_API
QcdcStatus qcdc_dataset_builder_append_table(QcdcDatasetBuilder *builder, const QcdcColumn *columns, size_t column_count, size_t row_count,
                                             QcdcFindings *findings, QcdcError *error);

/**
 * qcdc_dataset_builder_freeze:
 * @builder: a builder that is not spent; it is spent afterwards, whatever is returned
 * @findings: (nullable) takes the duplicates
 * @out_dataset: (transfer full) the dataset; given back with qcdc_dataset_unref()
 * @error: (nullable) what went wrong; of findings, the first one and how many there are
 *
 * A key (unit, indicator, period, scope, scenario) occurs once in a revision; all that occur again are found. Source: S20. Threads:
 * one a builder.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a builder or place; QCDC_STATUS_MEMORY; QCDC_STATUS_FINDINGS when findings had
 * been put down with the rows or are now; QCDC_STATUS_DUPLICATE without @findings.
 */
QCDC_API
QcdcStatus qcdc_dataset_builder_freeze(QcdcDatasetBuilder *builder, QcdcFindings *findings, QcdcDataset **out_dataset,
                                       QcdcError *error);

/**
 * qcdc_dataset_merge:
 * @parts: datasets of one catalog, in any order; they stay as they are, and one may stand there more than once
 * @count: how many, at least one
 * @findings: (nullable) takes what the parts tell differently
 * @out_dataset: (transfer full) the dataset; given back with qcdc_dataset_unref(); untouched on failure
 * @error: (nullable) what went wrong; of findings, the first one and how many there are
 *
 * All figures of the parts. A figure that several tell with the same value, status, hedge, field, origin and source is one, with the place
 * and the attributes of the first of its rows; told differently it is found, with both places. Rows are ordered by file, line and key
 * (unit, indicator, period, scope, scenario), so that the dataset and all that is made of it depend on the rows alone. Source: S19, D55.
 * Threads: any, each with its own @findings.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without parts or place, and for parts of different catalogs; QCDC_STATUS_REFUSED for a part with
 * corrections; QCDC_STATUS_MEMORY, also past 2^31 − 1 rows; QCDC_STATUS_FINDINGS when something was found; QCDC_STATUS_DUPLICATE without
 * @findings.
 */
QCDC_API
QcdcStatus qcdc_dataset_merge(QcdcDataset *const *parts, size_t count, QcdcFindings *findings, QcdcDataset **out_dataset,
                              QcdcError *error);

/**
 * qcdc_dataset_ref:
 * @dataset: (nullable) a dataset
 *
 * Threads: any. Source: design.md §3.6.
 *
 * Returns: (transfer full) @dataset, with one more owner; given back with qcdc_dataset_unref().
 */
QCDC_API
QcdcDataset *qcdc_dataset_ref(QcdcDataset *dataset);

/**
 * qcdc_dataset_unref:
 * @dataset: (nullable) (transfer full) a dataset; the last owner frees it
 *
 * Threads: any. Source: design.md §3.6.
 */
QCDC_API
void qcdc_dataset_unref(QcdcDataset *dataset);

/**
 * qcdc_dataset_get_catalog:
 * @dataset: (nullable) a dataset
 *
 * Source: design.md §3.6. Threads: any.
 *
 * Returns: (nullable) the catalog, owned by the dataset: take a part in it with qcdc_catalog_ref() to keep it longer; NULL without
 * a dataset.
 */
QCDC_API
QcdcCatalog *qcdc_dataset_get_catalog(const QcdcDataset *dataset);

/**
 * qcdc_dataset_get_count:
 * @dataset: (nullable) a dataset
 *
 * Source: design.md §3.8. Threads: any.
 *
 * Returns: how many observations there are; 0 without a dataset.
 */
QCDC_API
size_t qcdc_dataset_get_count(const QcdcDataset *dataset);

/**
 * qcdc_dataset_get_observation:
 * @dataset: a dataset
 * @index: 0 … count − 1, in the order of appending; a correction stands where the figure stood that it replaced
 * @out_observation: the observation; its texts are owned by the dataset
 * @error: (nullable) what went wrong
 *
 * Source: S3, S4, S11. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a dataset or place, or for an index past the end.
 */
QCDC_API
QcdcStatus qcdc_dataset_get_observation(const QcdcDataset *dataset, size_t index, QcdcObservation *out_observation,
                                        QcdcError *error);

/**
 * qcdc_dataset_get_attribute:
 * @dataset: (nullable) a dataset
 * @index: 0 … count − 1, an observation
 * @name: a column of the user's own, "x_note"
 *
 * What the observation carries in the column. Source: contracts.md "Bundle". Threads: any.
 *
 * Returns: (nullable) the text, owned by the dataset, "" if it has none; NULL without a dataset or name, and for an index past the end.
 */
QCDC_API
const char *qcdc_dataset_get_attribute(const QcdcDataset *dataset, size_t index, const char *name);

/**
 * qcdc_dataset_get_attribute_name:
 * @dataset: (nullable) a dataset
 * @index: 0 … count − 1, an observation
 * @number: 0 …, in the order in which they came
 *
 * The columns of the user's own (x_…) in which the observation carries something. Source: contracts.md "Bundle". Threads: any.
 *
 * Returns: (nullable) the name, owned by the dataset; NULL past the last, without a dataset, and for an index past the end.
 */
QCDC_API
const char *qcdc_dataset_get_attribute_name(const QcdcDataset *dataset, size_t index, size_t number);

/**
 * qcdc_dataset_get_latest_period:
 * @dataset: a dataset
 * @out_period: the period
 * @error: (nullable) what went wrong
 *
 * The period of actual observations with the last last day, of several the longest. Source: D12. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND if there is no actual observation; QCDC_STATUS_ARGUMENT without a dataset or place.
 */
QCDC_API
QcdcStatus qcdc_dataset_get_latest_period(const QcdcDataset *dataset, QcdcPeriod *out_period, QcdcError *error);

/**
 * qcdc_dataset_get_revision:
 * @dataset: (nullable) a dataset
 *
 * Source: S20, D52. Threads: any.
 *
 * Returns: the number of the last correction that a figure of it came with; 0 without any, and without a dataset.
 */
QCDC_API
uint32_t qcdc_dataset_get_revision(const QcdcDataset *dataset);

/**
 * qcdc_dataset_at_revision:
 * @dataset: a dataset
 * @revision: 0 … qcdc_dataset_get_revision()
 * @out_dataset: (transfer full) the dataset; given back with qcdc_dataset_unref()
 * @error: (nullable) what went wrong, with the last revision as hint
 *
 * The figures as they were known at a revision: of each key the row of the last revision up to it. Rows are shared. Source: S20, D52.
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a dataset or place; QCDC_STATUS_NOT_FOUND for a revision after the last;
 * QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_dataset_at_revision(QcdcDataset *dataset, uint32_t revision, QcdcDataset **out_dataset, QcdcError *error);

/**
 * qcdc_dataset_as_published:
 * @dataset: a dataset
 * @out_dataset: (transfer full) the dataset; given back with qcdc_dataset_unref()
 * @error: (nullable) what went wrong
 *
 * The figures as they were first published: of each key the row of its first revision. Rows are shared. Source: S20, D52. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a dataset or place; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_dataset_as_published(QcdcDataset *dataset, QcdcDataset **out_dataset, QcdcError *error);

QCDC_END_DECLS

#endif
