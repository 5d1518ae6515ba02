/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PLACES_PRIVATE_H
#define QCDC_PLACES_PRIVATE_H

#include "exchange/fault-report-private.h"
#include "writing/place-private.h"

#include <qcdc/layout.h>

/* Rows of places.csv (D65): what they name is looked up in the catalog, their style is laid over that of the bundle. */

enum { PLACES_MOST_ROWS = 10000 };

typedef struct PlacesReader {
    PlaceList *list;
    const QcdcCatalog *catalog;
    const QcdcStyle *style;
    const QcdcLayouts *layouts; /* (nullable) NULL: they have faults, and no place has one for naming them */
    bool has_all_units, has_all_indicators; /* else a name that is not there is not the row's fault */
    FaultReport report;
} PlacesReader;

/* Faults go to the report and the row is kept all the same: a bundle with faults is not built. QCDC_OK or MEMORY. */
QcdcStatus places_take(PlacesReader *reader, const QcdcRecord *record);

#endif
