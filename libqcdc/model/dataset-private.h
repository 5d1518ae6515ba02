/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_DATASET_PRIVATE_H
#define QCDC_DATASET_PRIVATE_H

#include <qcdc/dataset.h>

#include "record-private.h"

/* Columns in file order, one entry a row. Frozen. */
typedef struct DatasetColumns {
    size_t count;
    const QcdcUnitId *units;
    const QcdcIndicatorId *indicators;
    const QcdcPeriod *periods;
    const int64_t *coefficients; /* at the indicator's decimals */
    const QcdcObservationStatus *statuses;
    const uint8_t *scopes;
    const uint16_t *scenarios;
    const int32_t *fields;       /* (nullable) none given anywhere */
    const uint32_t *hedges;      /* (nullable) string ids, 0 is "" */
    const int32_t *rows;         /* (nullable) line in the file */
} DatasetColumns;

const DatasetColumns *dataset_columns(const QcdcDataset *dataset);
const char *dataset_string(const QcdcDataset *dataset, uint32_t id);
/* row number (0 …) of the observation with this key, or SIZE_MAX */
size_t dataset_find(const QcdcDataset *dataset, QcdcUnitId unit, QcdcIndicatorId indicator, QcdcPeriod period, QcdcScope scope, uint16_t scenario);
/* distinct periods of all observations in canonical order */
size_t dataset_period_count(const QcdcDataset *dataset);
const QcdcPeriod *dataset_periods(const QcdcDataset *dataset);
/* base kind of an indicator (D14) */
QcdcPeriodKind dataset_base_kind(const QcdcDataset *dataset, QcdcIndicatorId indicator);
/* x_… columns of a row */
const Attribute *dataset_attributes(const QcdcDataset *dataset, size_t row, size_t *out_count);
/* Where a row lies, shown by the dataset or replaced in it. */
typedef struct Place {
    const struct Batch *batch;
    uint32_t row;
} Place;

/* Revisions (S20). The row stands as it was read in this revision, 0 of observations.csv. */
uint32_t dataset_revision_of(const QcdcDataset *dataset, size_t row);
/* What the row took the place of; false if it is the first of its key. */
bool dataset_read_replaced(const QcdcDataset *dataset, size_t row, QcdcObservation *out_observation);
/* The first of the row's key; false if that is the row. */
bool dataset_read_published(const QcdcDataset *dataset, size_t row, QcdcObservation *out_observation);
/* Every row, shown or replaced, of a revision from 1 on: by revision, then in the order of the dataset. False is "out of memory". */
bool dataset_list_corrections(const QcdcDataset *dataset, Array *out_places);
void dataset_read_place(const QcdcDataset *dataset, Place place, QcdcObservation *out_observation);
const Attribute *place_attributes(Place place, size_t *out_count);
/* Rows that are appended from here on are of the revision @revision, in any order; 0 is where a builder begins. */
void dataset_builder_enter_revision(QcdcDatasetBuilder *builder, uint32_t revision);

/* "reported", "derived" or "estimated"; where the figure comes from; the file of the row */
const char *dataset_origin(const QcdcDataset *dataset, size_t row);
const char *dataset_source(const QcdcDataset *dataset, size_t row);
const char *dataset_file(const QcdcDataset *dataset, size_t row);

#endif
