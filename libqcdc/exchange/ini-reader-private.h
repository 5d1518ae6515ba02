/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_INI_READER_PRIVATE_H
#define QCDC_INI_READER_PRIVATE_H

#include "exchange/fault-report-private.h"
#include "exchange/source-private.h"

/* Entries of an ini file with their lines. GKeyFile reads the values; it joins duplicates in silence and knows no lines, so
 * these are found beside it. */

typedef struct IniEntry {
    const char *group, *key;
    const char *value; /* unescaped */
    int32_t line;
} IniEntry;

/* A status other than QCDC_OK ends the reading. */
typedef QcdcStatus (*IniHandler)(void *data, const IniEntry *entry);

/* Each key once, the first of those that stand twice. MEMORY, the handler's status, or QCDC_OK. */
QcdcStatus ini_read(const BundleFolder *folder, const FaultReport *report, IniHandler handler, void *data);

#endif
