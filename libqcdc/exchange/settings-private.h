/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SETTINGS_PRIVATE_H
#define QCDC_SETTINGS_PRIVATE_H

#include <qcdc/dataset.h>
#include <qcdc/style.h>

#include "exchange/source-private.h"
#include "model/memory-private.h"

/* What bundle.ini says. */

#define SETTINGS_FILE "bundle.ini"

/* A plan, a group or a partition and its words in a sentence. */
typedef struct NamedWords {
    const char *name, *words;
    int32_t line;
} NamedWords;

typedef struct BundleSettings {
    StringPool strings; /* all texts below */
    const char *title, *default_unit, *default_period; /* "" if not given */
    int32_t default_unit_line;
    const char *calendar; /* "" if not given */
    int32_t calendar_line;
    QcdcNumberWriting number_writing;
    char separator; /* 0: found in the header row */
    QcdcStyle style;
    Array plans, groups, partitions; /* NamedWords */
    QcdcGrouping grouping;
} BundleSettings;

/* Faults go to @findings; what is faulty keeps its default. QCDC_OK or MEMORY. */
QcdcStatus settings_read(const BundleFolder *folder, QcdcFindings *findings, BundleSettings *out_settings,
                         QcdcError *error);
void settings_clear(BundleSettings *settings);

#endif
