/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_DATASET_LAYOUT_PRIVATE_H
#define QCDC_DATASET_LAYOUT_PRIVATE_H

#include "catalog-private.h"
#include "dataset-private.h"

/* The inside of a dataset, for the files that build it. Others ask the calls of dataset-private.h. */

/* From this row on the rows came from this file. */
typedef struct FileRun {
    uint32_t first_row;
    uint32_t file; /* string */
} FileRun;

/* Columns while they grow. Those of the second line may be shorter than the others: the rest is zeros. */
typedef struct GrowingColumns {
    Array units, indicators, periods, coefficients, statuses, scopes, scenarios;
    Array fields, hedges, origins, sources, lines;
    Array files; /* FileRun */
} GrowingColumns;

struct QcdcDataset {
    int reference_count; /* atomic */
    QcdcCatalog *catalog;
    GrowingColumns growing; /* owns what @columns shows */
    DatasetColumns columns;
    StringPool strings;
    AttributeTable attributes;
    HashIndex keys; /* rows by key */
    uint64_t seed;
    Array periods;   /* QcdcPeriod, distinct, in canonical order once frozen */
    QcdcPeriod latest; /* of actual observations, or none */
    uint8_t *base_kinds; /* [indicator] QcdcPeriodKind */
};

struct QcdcDatasetBuilder {
    QcdcDataset *dataset;
    size_t most_rows;
    QcdcNumberWriting writing;
    int32_t columns[QCDC_OBSERVATION_FIELD_END]; /* of the last record, for faults found at freezing */
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
} Observation;

/* dataset-record.c: the row in the words of a table; faults go to @report, and the row is good if there are none. */
void observation_read_record(QcdcDatasetBuilder *builder, Report *report, const QcdcRecord *record, Observation *out_observation);
/* dataset-columns.c: all rows or none. */
bool growing_columns_add(GrowingColumns *columns, const Observation *observation);
bool growing_columns_append(GrowingColumns *columns, const QcdcColumns *added);
void growing_columns_clear(GrowingColumns *columns);
/* Fills up the short columns. */
bool growing_columns_finish(GrowingColumns *columns);
/* dataset-freeze.c: indexes; false is "out of memory". */
bool dataset_index(QcdcDatasetBuilder *builder, Report *report);
void dataset_show_columns(QcdcDataset *dataset);

/* "reported" … by number; NULL past the end */
const char *const *origin_names(void);

#endif
