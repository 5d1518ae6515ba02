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
typedef enum { QCDC_SCOPE_OWN = 0 /**< the unit's own */, QCDC_SCOPE_TOTAL /**< the whole area's, reported */, QCDC_SCOPE_END /**< sentinel */ } QcdcScope;

/** QcdcNumberWriting: how values are written in the data; declared, never guessed. */
typedef enum { QCDC_NUMBER_WRITING_DEFAULT = 0 /**< canonical */, QCDC_NUMBER_WRITING_CANONICAL /**< 1234.5 */, QCDC_NUMBER_WRITING_VI /**< 1.234,5 */, QCDC_NUMBER_WRITING_END /**< sentinel */ } QcdcNumberWriting;

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
} QcdcObservation;

QCDC_API
const char *qcdc_observation_field_to_name(QcdcObservationField field);
/* @max_rows: 0 is the default limit of 2^31 − 1 */
QCDC_API
QcdcStatus qcdc_dataset_builder_new(QcdcCatalog *catalog, size_t max_rows, QcdcDatasetBuilder **out_builder, QcdcError *error);
QCDC_API
void qcdc_dataset_builder_free(QcdcDatasetBuilder *builder);
QCDC_API
QcdcStatus qcdc_dataset_builder_set_number_writing(QcdcDatasetBuilder *builder, QcdcNumberWriting writing, QcdcError *error);
/* as qcdc_catalog_builder_add_unit with and without findings */
QCDC_API
QcdcStatus qcdc_dataset_builder_append_record(QcdcDatasetBuilder *builder, const QcdcRecord *record, QcdcFindings *findings, QcdcError *error);
QCDC_API
QcdcStatus qcdc_dataset_builder_append_columns(QcdcDatasetBuilder *builder, const QcdcColumns *columns, QcdcFindings *findings, QcdcError *error);
/* duplicates are found here; the builder is spent either way */
QCDC_API
QcdcStatus qcdc_dataset_builder_freeze(QcdcDatasetBuilder *builder, QcdcFindings *findings, QcdcDataset **out_dataset, QcdcError *error);
QCDC_API
QcdcDataset *qcdc_dataset_ref(QcdcDataset *dataset);
QCDC_API
void qcdc_dataset_unref(QcdcDataset *dataset);
QCDC_API
QcdcCatalog *qcdc_dataset_get_catalog(const QcdcDataset *dataset);
QCDC_API
size_t qcdc_dataset_get_count(const QcdcDataset *dataset);
/* in the order of appending */
QCDC_API
QcdcStatus qcdc_dataset_get_observation(const QcdcDataset *dataset, size_t index, QcdcObservation *out_observation, QcdcError *error);
/* the last period with an actual observation (D12); NOT_FOUND if there is none */
QCDC_API
QcdcStatus qcdc_dataset_get_latest_period(const QcdcDataset *dataset, QcdcPeriod *out_period, QcdcError *error);

QCDC_END_DECLS

#endif
