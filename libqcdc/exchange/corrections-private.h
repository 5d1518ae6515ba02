/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CORRECTIONS_PRIVATE_H
#define QCDC_CORRECTIONS_PRIVATE_H

#include "exchange/fault-report-private.h"
#include "model/dataset-private.h"

/* The rows of revisions.csv (S20, D52): a revision, and then the fields of an observation. */

enum { CORRECTION_REVISION = 0, CORRECTION_OBSERVATION = 1, CORRECTION_FIELD_END = QCDC_OBSERVATION_FIELD_END + 1 };

typedef struct Corrections {
    const QcdcDataset *dataset;
    Array places; /* Place, in writing order */
} Corrections;

const char *correction_field_to_name(size_t field);
/* Splits a row. @out_observation lives as long as @record. A revision that is none is a fault, and then *out_revision is one that no
 * other row has, so that the rest of the row can be looked at. MEMORY, or QCDC_OK. */
QcdcStatus correction_read(const FaultReport *report, const QcdcRecord *record, QcdcRecord *out_observation, uint32_t *out_revision);
/* The number of the row's revision as it is written, in @buffer. */
const char *correction_name_revision(uint32_t revision, char *buffer, size_t size);

#endif
