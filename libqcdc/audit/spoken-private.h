/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SPOKEN_PRIVATE_H
#define QCDC_SPOKEN_PRIVATE_H

#include "audit/namings-private.h"

/* Which figure of the data a figure of a text speaks of, by the words about it (R12). */
typedef struct Spoken {
    QcdcUnitId unit;           /* NONE: the one that the report is of */
    QcdcIndicatorId indicator; /* NONE: of none, or of one of two */
    QcdcPeriod period;         /* none: the report's own */
    uint8_t power;             /* of ten by which the data are larger units: 6 of "triệu đồng" */
    bool is_term;              /* above the line of a ratio by formula */
    bool is_sure;              /* nothing else can be meant; else it counts if it fits */
} Spoken;

/* Of a figure of the scene, which is no difference and no percent of change. */
Spoken spoken_find(const Namings *namings, const QcdcCatalog *catalog, const Scene *scene, const Mention *mention);

#endif
