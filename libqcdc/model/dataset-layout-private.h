/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_DATASET_LAYOUT_PRIVATE_H
#define QCDC_DATASET_LAYOUT_PRIVATE_H

#include "catalog-private.h"
#include "dataset-private.h"

/* The inside of a dataset, for the files that build it. Others ask the calls of dataset-private.h. */

enum { DATASET_LAST_REVISION = INT32_MAX };

/* From this row on the rows came from this file. */
typedef struct FileRun {
    uint32_t first_row;
    uint32_t file; /* string */
} FileRun;

/* Columns while they grow. Those of the second line may be shorter than the others: the rest is zeros. */
typedef struct GrowingColumns {
    Array units, indicators, periods, coefficients, statuses, scopes, scenarios;
    Array fields, hedges, origins, sources, lines, revisions;
    Array files; /* FileRun */
} GrowingColumns;

/* The rows that came with one builder, in the order in which they came. Datasets show rows of a batch and of those before it, and
 * own none: a correction shares what it does not replace (S20). Frozen once its builder is spent. */
typedef struct Batch {
    int reference_count;   /* atomic */
    struct Batch *earlier; /* (nullable) keeps the rows that these took the place of */
    GrowingColumns growing;
    DatasetColumns columns; /* shows @growing */
    StringPool strings;
    AttributeTable attributes;
    size_t first_correction; /* rows before it have revision 0, or there is none */
    Place *replaced;         /* (nullable) by row from @first_correction on: what it took the place of; no batch: the first of its key */
} Batch;

struct QcdcDataset {
    int reference_count; /* atomic */
    QcdcCatalog *catalog;
    Batch *batch; /* the last one that has rows of it */
    DatasetColumns columns;
    bool is_picked;        /* its rows are @places; else those of @batch, which @columns shows as they stand */
    Array places;          /* Place by row */
    GrowingColumns picked; /* owns what @columns shows of @places; without origins, sources and files */
    StringPool words;      /* hedges of @picked */
    uint32_t revision;     /* the highest of a row */
    HashIndex keys; /* rows by key */
    uint64_t seed;
    Array periods;   /* QcdcPeriod, distinct, in canonical order once frozen */
    QcdcPeriod latest; /* of actual observations, or none */
    uint8_t *base_kinds; /* [indicator] QcdcPeriodKind */
};

struct QcdcDatasetBuilder {
    QcdcDataset *dataset;  /* being made */
    Batch *batch;          /* its rows; the dataset's */
    QcdcDataset *earlier;  /* (nullable) what the rows correct */
    uint32_t revision;     /* of the rows from here on */
    size_t most_rows;
    QcdcNumberWriting writing;
    int32_t columns[2][QCDC_OBSERVATION_FIELD_END]; /* of the last record, and the last correction, for faults found at freezing */
    size_t fault_count;
    size_t suggestions; /* made so far: they cost a look at every code */
};

/* A row read and found good. */
typedef struct Observation {
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    QcdcPeriod period;
    int64_t coefficient;
    QcdcObservationStatus status;
    uint8_t scope, origin;
    uint16_t scenario;
    int32_t field, line;
    uint32_t hedge, source, file; /* strings */
    uint32_t revision;
} Observation;

/* Civil days. */
typedef struct Days {
    int32_t first, last;
} Days;

/* A row as it came. A field is a text of @record, or a number, and then its text is not looked at. */
typedef struct ObservationRow {
    const QcdcRecord *record;
    uint32_t whole_fields;    /* bit by QcdcObservationField: it is in @wholes */
    uint32_t repeated_fields; /* bit by field: its text is that of the row before, which was found good */
    bool has_number;          /* the value is in @number */
    double number;
    int64_t wholes[QCDC_OBSERVATION_FIELD_END];
    char shown[32]; /* of row_show() */
} ObservationRow;

/* What a row was read to; the next row takes from it what is repeated. */
typedef struct Reading {
    Observation observation;
    Days days;                  /* of the period; of all time where that is at fault */
    const Indicator *indicator; /* NULL: not known */
} Reading;

/* dataset-record.c: the row in the words of a table; faults go to @report, and the row is good if there are none. @reading is
 * that of the row before, or all-zero. */
void observation_read_row(QcdcDatasetBuilder *builder, Report *report, ObservationRow *row, Reading *reading);

/* dataset-row.c: what numbers may stand in a row, however it came. */
bool row_is_whole(const ObservationRow *row, QcdcObservationField field);
/* An empty text, or NaN. */
bool row_has_no_value(const ObservationRow *row);
/* The field as people would write it, for a fault. Holds until it is called again. */
const char *row_show(ObservationRow *row, QcdcObservationField field);
void row_report(Report *report, FindingCode code, ObservationRow *row, QcdcObservationField field, const char *complaint,
                const char *hint);
/* An id in @wholes; without one of the catalog a fault, and none. */
QcdcUnitId row_take_unit(Report *report, ObservationRow *row, const QcdcCatalog *catalog);
QcdcIndicatorId row_take_indicator(Report *report, ObservationRow *row, const QcdcCatalog *catalog);
/* The code of what an id names, of a unit the last one; "" without. */
const char *row_get_unit_code(const ObservationRow *row, const QcdcCatalog *catalog);
const char *row_get_indicator_code(const ObservationRow *row, const QcdcCatalog *catalog);
/* A unit may be named by its id for any period in which it is in force on some day. */
void row_check_in_force(Report *report, ObservationRow *row, const QcdcCatalog *catalog, QcdcUnitId unit, Days days);
/* The double as a value with the decimals of the indicator; false with a fault, of it or of the indicator. */
bool row_take_number(Report *report, ObservationRow *row, const Indicator *indicator, QcdcDecimal *out_value);
/* The count of units of 10^-@decimals; false with a fault if there are more than 18 digits. */
bool row_take_coefficient(Report *report, ObservationRow *row, QcdcDecimal value, unsigned decimals, int64_t *out_coefficient);
void row_report_decimals(Report *report, FindingCode code, ObservationRow *row, unsigned decimals, const char *hint);
/* How many were ranked: 0 if it is not told, -1 if it is no such number. */
int32_t row_take_rank_field(const ObservationRow *row);
void row_check_rank(Report *report, ObservationRow *row, const Indicator *indicator, bool has_value,
                    const Observation *observation);
bool is_absence(QcdcObservationStatus status);

/* dataset-builder.c: is the builder there, and not spent? */
bool dataset_builder_is_usable(const QcdcDatasetBuilder *builder);
size_t dataset_builder_count_rows(const QcdcDatasetBuilder *builder);
/* QCDC_STATUS_MEMORY where @more rows are past the limit. */
QcdcStatus dataset_builder_check_room(const QcdcDatasetBuilder *builder, size_t more, QcdcError *error);
/* Rows without a file: faults are of "columns". */
Report report_begin_columns(QcdcFindings *findings, QcdcError *error, const int32_t *numbers);
/* The faults put down count at freezing. Returns the status of the call. */
QcdcStatus dataset_builder_conclude_rows(QcdcDatasetBuilder *builder, const Report *report);

/* dataset-columns.c: all rows or none. */
bool growing_columns_reserve(GrowingColumns *columns, size_t more);
bool growing_columns_add(GrowingColumns *columns, const Observation *observation);
bool growing_columns_append(GrowingColumns *columns, const QcdcColumns *added, uint32_t revision);
/* The first @count rows stay. */
void growing_columns_cut(GrowingColumns *columns, size_t count);
void growing_columns_clear(GrowingColumns *columns);
/* Fills up the short columns. */
bool growing_columns_finish(GrowingColumns *columns);
DatasetColumns growing_columns_show(const GrowingColumns *columns);

/* What a figure is of (S20): of rows with one key the last revision's is shown. */
typedef struct Key {
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    QcdcPeriod period;
    uint8_t scope;
    uint16_t scenario;
} Key;

/* dataset-freeze.c: rows by key, periods, base kinds. False is "out of memory". */
Key key_at(const DatasetColumns *columns, size_t row);
uint32_t key_hash(uint64_t seed, const Key *key);
bool key_is(const DatasetColumns *columns, size_t row, const Key *key);
bool dataset_index(QcdcDatasetBuilder *builder, Report *report);
/* The figure of @key, in the row that @report is at, @complaint. */
void report_figure(Report *report, const QcdcCatalog *catalog, const Key *key, const Text *complaint);
/* The key of @row of the builder's batch is told a second time. */
void report_duplicate(QcdcDatasetBuilder *builder, Report *report, size_t row, size_t earlier);
bool dataset_gather(QcdcDataset *dataset);

/* dataset-place.c */
Batch *batch_new(Batch *earlier);
Batch *batch_ref(Batch *batch);
void batch_unref(Batch *batch);
Place dataset_place(const QcdcDataset *dataset, size_t row);
uint32_t place_revision(Place place);
/* Without origin, source and file; the hedge is a string of the batch. */
Observation place_observe(Place place);
const char *place_origin(Place place);
const char *place_source(Place place);
const char *place_file(Place place);
/* What the row took the place of; no batch: it is the first of its key. */
Place place_replaced(Place place);

/* dataset-revision.c: puts the rows of the builder in the place of those they correct. */
bool dataset_pick(QcdcDatasetBuilder *builder, Report *report);

/* "reported" … by number; NULL past the end */
const char *const *origin_names(void);

#endif
