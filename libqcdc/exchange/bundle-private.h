/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_BUNDLE_PRIVATE_H
#define QCDC_BUNDLE_PRIVATE_H

#include <qcdc/bundle.h>

#include "exchange/corrections-private.h"
#include "exchange/settings-private.h"
#include "exchange/sink-private.h"
#include "exchange/source-private.h"
#include "writing/place-private.h"

enum { BUNDLE_MOST_FIELD_BYTES = 1 << 16 /* unless the options of reading say otherwise */ };

struct QcdcBundle {
    int references;
    BundleSettings settings;
    QcdcCatalog *catalog;
    QcdcDataset *dataset;
    QcdcLayouts *layouts;    /* (nullable) of tables.csv */
    QcdcDataset *first;      /* its figures as observations.csv has them: revision 0 */
    Corrections corrections; /* and the rows of revisions.csv */
    PlaceList places;        /* what templates may name */
};

/* Fills @first and @corrections of a bundle whose dataset stands. */
QcdcStatus bundle_gather_corrections(QcdcBundle *bundle, QcdcError *error);

/* The files of a bundle, in the order in which faults are told and a packed bundle holds them; NULL past the end. */
const char *bundle_file_at(size_t index);
/* A bundle may do without the file; then it is not written. */
bool bundle_file_is_optional(size_t index);

/* qcdc_bundle_read() from any folder, in memory too. */
QcdcStatus bundle_read_folder(const BundleFolder *folder, const QcdcBundleOptions *options, QcdcFindings *findings,
                              QcdcBundle **out_bundle, QcdcError *error);
/* What the file @name of a written bundle holds, nothing where it is optional and has no rows; IO if @sink takes no more. */
QcdcStatus bundle_write_file(const QcdcBundle *bundle, const char *name, const ByteSink *sink, QcdcError *error);

#endif
