/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_NAME_CATALOG_PRIVATE_H
#define QCDC_NAME_CATALOG_PRIVATE_H

#include "exchange/settings-private.h"
#include "exchange/table-reader-private.h"

/* A catalog of the names alone: codes of units and indicators, without tree and formulas. When units.csv or indicators.csv
 * are faulty no true catalog can be built; observations.csv is read against this one, so that people see the faults of all
 * files at once. Nothing is ever calculated on it. OK with NULL: there are no names to read against. */
QcdcStatus name_catalog_read(const BundleFolder *folder, const CsvOptions *options, const BundleSettings *settings,
                             QcdcCatalog **out_catalog, QcdcError *error);

#endif
