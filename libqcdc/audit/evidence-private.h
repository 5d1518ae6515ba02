/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_EVIDENCE_PRIVATE_H
#define QCDC_EVIDENCE_PRIVATE_H

#include <qcdc/cube.h>
#include <qcdc/findings.h>

#include "model/catalog-private.h"
#include "model/memory-private.h"

/* The cells a finding of a rule is about, with their values as text and the row each came from. */

typedef struct Evidence {
    const QcdcCube *cube;
    StringPool strings;
    Array cells; /* QcdcFindingCell */
} Evidence;

/* What a check is about: one observation and everything that says the same in other rows. */
typedef struct Subject {
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    QcdcPeriod period;
    uint16_t scenario;
} Subject;

/* The value of a scope of the subject; a row is named where the value is that row's alone. False when out of memory. */
bool evidence_add(Evidence *evidence, const Subject *subject, QcdcScope scope, const QcdcCell *cell);
/* A direct observation, or nothing if there is none. */
bool evidence_add_row(Evidence *evidence, const Subject *subject, QcdcScope scope);
void evidence_clear(Evidence *evidence);
/* Terminated text of a value kept with the evidence, or NULL. */
const char *evidence_keep_value(Evidence *evidence, QcdcDecimal value);

#endif
