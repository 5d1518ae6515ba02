/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_BUNDLE_H
#define QCDC_BUNDLE_H

#include <qcdc/dataset.h>
#include <qcdc/style.h>

QCDC_BEGIN_DECLS

/**
 * QcdcBundleOptions: all-zero is the default.
 * @size: sizeof (QcdcBundleOptions)
 * @number_writing: overrides number_format of bundle.ini unless DEFAULT
 * @max_file_bytes: 0 is 4 GiB
 * @max_rows: rows of a file; 0 is 2^31 − 1
 * @max_field_bytes: bytes of one field; 0 is 64 KiB
 */
typedef struct QcdcBundleOptions {
    size_t size;
    QcdcNumberWriting number_writing;
    uint64_t max_file_bytes;
    size_t max_rows, max_field_bytes;
} QcdcBundleOptions;

/* reads the folder whole or not at all; all faults of all files go to @findings in file order; without findings the error is the first */
QCDC_API
QcdcStatus qcdc_bundle_read(const char *path, const QcdcBundleOptions *options, QcdcFindings *findings, QcdcBundle **out_bundle, QcdcError *error);
/* writes a folder that reads back to the same bundle; makes the folder, refuses one that holds a bundle.ini */
QCDC_API
QcdcStatus qcdc_bundle_write(const QcdcBundle *bundle, const char *path, QcdcError *error);
QCDC_API
QcdcBundle *qcdc_bundle_ref(QcdcBundle *bundle);
QCDC_API
void qcdc_bundle_unref(QcdcBundle *bundle);
/* borrowed */
QCDC_API
QcdcDataset *qcdc_bundle_get_dataset(const QcdcBundle *bundle);
QCDC_API
QcdcCatalog *qcdc_bundle_get_catalog(const QcdcBundle *bundle);
QCDC_API
const QcdcStyle *qcdc_bundle_get_style(const QcdcBundle *bundle);
QCDC_API
const char *qcdc_bundle_get_title(const QcdcBundle *bundle);
/* "" if not given */
QCDC_API
const char *qcdc_bundle_get_default_unit(const QcdcBundle *bundle);
QCDC_API
const char *qcdc_bundle_get_default_period(const QcdcBundle *bundle);

QCDC_END_DECLS

#endif
