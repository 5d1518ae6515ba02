/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_BUNDLE_H
#define QCDC_BUNDLE_H

#include <qcdc/dataset.h>
#include <qcdc/layout.h>
#include <qcdc/style.h>

QCDC_BEGIN_DECLS

/**
 * QcdcBundleOptions: all-zero is the default.
 * @size: sizeof (QcdcBundleOptions)
 * @number_writing: overrides number_format of bundle.ini unless DEFAULT
 * @max_file_bytes: 0 is 4 GiB
 * @max_rows: rows of a file; 0 is 2^31 − 1
 * @max_field_bytes: bytes of one field; 0 is 64 KiB
 * @calendar: (nullable) name of a calendar of calendars.csv, or a shipped one, in the place of that of bundle.ini (D38); NULL or "": none
 */
typedef struct QcdcBundleOptions {
    size_t size;
    QcdcNumberWriting number_writing;
    uint64_t max_file_bytes;
    size_t max_rows, max_field_bytes;
    const char *calendar;
} QcdcBundleOptions;

/**
 * qcdc_bundle_read:
 * @path: the folder, in the encoding of the file system
 * @options: (nullable) NULL is the default of everything
 * @findings: (nullable) takes all faults and warnings of all files in file order
 * @out_bundle: (transfer full) the bundle, freed with qcdc_bundle_unref(); untouched on failure
 * @error: (nullable) what went wrong; of faulty files the first fault in file order and how many there are
 *
 * Reads bundle.ini, units.csv, indicators.csv, observations.csv and, where they are there, exceptions.csv, revisions.csv, rules.csv,
 * calendars.csv, holidays.csv, tables.csv, table-lines.csv and places.csv whole or not at all. Its dataset is that of the last revision. Faults of observations are looked for even
 * when units or indicators are faulty. What the format holds and this version does not read (history.csv) is a warning. Source:
 * docs/file-formats.md. Threads: any, each with its own @findings.
 *
 * Returns: QCDC_OK, with warnings too; QCDC_STATUS_FINDINGS when a file is faulty or missing; QCDC_STATUS_IO when @path is not a folder;
 * QCDC_STATUS_NOT_FOUND for a calendar in @options that is none; QCDC_STATUS_ARGUMENT for NULL @path or @out_bundle and options out of range; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_bundle_read(const char *path, const QcdcBundleOptions *options, QcdcFindings *findings, QcdcBundle **out_bundle, QcdcError *error);

/**
 * qcdc_bundle_write:
 * @bundle: what is written
 * @path: the folder; made if it is not there (its parent must be)
 * @error: (nullable) what went wrong
 *
 * Writes files that read back to the same bundle, the same bytes each time: numbers canonical, commas, columns in use alone, quotes where
 * a field needs them (D2). Each file is written beside its name and moved there, bundle.ini last, so that a folder that was not written whole
 * is no bundle. Source: docs/file-formats.md. Threads: any; one writer a folder.
 *
 * Returns: QCDC_OK, or QCDC_STATUS_DUPLICATE when the folder holds a file of a bundle already; QCDC_STATUS_IO when a file cannot be
 * written; QCDC_STATUS_ARGUMENT for NULL; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_bundle_write(const QcdcBundle *bundle, const char *path, QcdcError *error);

/**
 * qcdc_bundle_new:
 * @dataset: observations; the bundle is one more owner
 * @style: (nullable) how its sentences are written; NULL is the default
 * @title: (nullable) NULL is ""
 * @default_unit: (nullable) code of a unit of the dataset's catalog; NULL or "" is none
 * @default_period: (nullable) a label; NULL or "" is none
 * @out_bundle: (transfer full) the bundle, freed with qcdc_bundle_unref(); untouched on failure
 * @error: (nullable) what went wrong
 *
 * A bundle of figures that did not come from a folder, to be written or packed. Builders take texts that the files of a bundle cannot hold;
 * they are found here, so that what is written can be read back. Source: D34, docs/file-formats.md. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND for an unknown unit; QCDC_STATUS_SYNTAX for a label that is none and a title that is not UTF-8
 * or holds control characters; QCDC_STATUS_REFUSED for a plan or group that cannot stand in bundle.ini, an attribute that is no column
 * x_… in UTF-8 or stands twice in a row, a text of more than 64 KiB, a unit that no text in observations.csv would mean, and settings of
 * more than a MiB; QCDC_STATUS_ARGUMENT without @dataset or place, or with a style out of range; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_bundle_new(QcdcDataset *dataset, const QcdcStyle *style, const char *title, const char *default_unit,
                           const char *default_period, QcdcBundle **out_bundle, QcdcError *error);

/**
 * qcdc_bundle_pack:
 * @bundle: what is packed
 * @out_bytes: (transfer full) the bytes, freed with qcdc_free(); untouched on failure
 * @out_length: how many
 * @error: (nullable) what went wrong
 *
 * The files of qcdc_bundle_write() in one block, to be sent to another process or saved: the bytes "QBDL", version 1, and each file as its
 * length in little-endian and its bytes. The same bytes for the same bundle on every machine. Source: D34, docs/file-formats.md.
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for NULL; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_bundle_pack(const QcdcBundle *bundle, uint8_t **out_bytes, size_t *out_length, QcdcError *error);

/**
 * qcdc_bundle_unpack:
 * @bytes: (nullable if @length is 0) bytes from anywhere; not read beyond @length and not kept
 * @length: how many
 * @options: (nullable) limits, as for qcdc_bundle_read(); number_writing is not read
 * @findings: (nullable) takes what is wrong with the files
 * @out_bundle: (transfer full) the bundle, freed with qcdc_bundle_unref(); untouched on failure
 * @error: (nullable) what went wrong
 *
 * Reads packed files as strictly as files of a folder. Source: D34, docs/file-formats.md. Threads: any, each with its own @findings.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX when the bytes are not a packed bundle; QCDC_STATUS_REFUSED when they are of another version;
 * QCDC_STATUS_FINDINGS when a file in them is faulty; QCDC_STATUS_ARGUMENT when a pointer is missing or options are out of range;
 * QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_bundle_unpack(const uint8_t *bytes, size_t length, const QcdcBundleOptions *options, QcdcFindings *findings,
                              QcdcBundle **out_bundle, QcdcError *error);

/**
 * qcdc_bundle_ref:
 * @bundle: (nullable) a bundle
 *
 * One owner more. Source: none. Threads: any.
 *
 * Returns: (transfer full) @bundle, to be given back with qcdc_bundle_unref().
 */
QCDC_API
QcdcBundle *qcdc_bundle_ref(QcdcBundle *bundle);

/**
 * qcdc_bundle_unref:
 * @bundle: (nullable) (transfer full) a bundle
 *
 * One owner less; the last one frees it. Objects made from its dataset hold on to what they need. Source: none. Threads: any.
 */
QCDC_API
void qcdc_bundle_unref(QcdcBundle *bundle);

/**
 * qcdc_bundle_get_dataset:
 * @bundle: (nullable) a bundle
 *
 * Its observations. Source: none. Threads: any.
 *
 * Returns: (transfer none) the dataset, owned by the bundle; NULL for NULL.
 */
QCDC_API
QcdcDataset *qcdc_bundle_get_dataset(const QcdcBundle *bundle);

/**
 * qcdc_bundle_get_catalog:
 * @bundle: (nullable) a bundle
 *
 * Its units, indicators, plans and groups. Source: none. Threads: any.
 *
 * Returns: (transfer none) the catalog, owned by the bundle; NULL for NULL.
 */
QCDC_API
QcdcCatalog *qcdc_bundle_get_catalog(const QcdcBundle *bundle);

/**
 * qcdc_bundle_get_layout_count:
 * @bundle: (nullable) a bundle
 *
 * Source: D60. Threads: any.
 *
 * Returns: how many tables tables.csv has; 0 for NULL.
 */
QCDC_API
size_t qcdc_bundle_get_layout_count(const QcdcBundle *bundle);

/**
 * qcdc_bundle_get_layout:
 * @bundle: (nullable) a bundle
 * @index: 0 … count − 1, in the order of tables.csv
 *
 * Source: D60. Threads: any.
 *
 * Returns: (transfer none) (nullable) the table, owned by the bundle; NULL past the end.
 */
QCDC_API
const QcdcLayout *qcdc_bundle_get_layout(const QcdcBundle *bundle, size_t index);

/**
 * qcdc_bundle_find_layout:
 * @bundle: a bundle
 * @code: of a table of tables.csv
 * @out_layout: (transfer none) the table, owned by the bundle; untouched on failure
 * @error: (nullable) what went wrong, with a code that is like it, or those there are, as hint
 *
 * Source: D60. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND for another code; QCDC_STATUS_ARGUMENT without bundle, code or place.
 */
QCDC_API
QcdcStatus qcdc_bundle_find_layout(const QcdcBundle *bundle, const char *code, const QcdcLayout **out_layout, QcdcError *error);

/**
 * qcdc_bundle_get_style:
 * @bundle: (nullable) a bundle
 *
 * The [style] of bundle.ini; what it does not name is the default. Source: none. Threads: any.
 *
 * Returns: (transfer none) the style, owned by the bundle; NULL for NULL.
 */
QCDC_API
const QcdcStyle *qcdc_bundle_get_style(const QcdcBundle *bundle);

/**
 * qcdc_bundle_get_title:
 * @bundle: (nullable) a bundle
 *
 * The title of bundle.ini. Source: none. Threads: any.
 *
 * Returns: (transfer none) the words, owned by the bundle; "" if none are given.
 */
QCDC_API
const char *qcdc_bundle_get_title(const QcdcBundle *bundle);

/**
 * qcdc_bundle_get_default_unit:
 * @bundle: (nullable) a bundle
 *
 * The unit meant where a caller names none. Source: none. Threads: any.
 *
 * Returns: (transfer none) a code, owned by the bundle; "" if none is given.
 */
QCDC_API
const char *qcdc_bundle_get_default_unit(const QcdcBundle *bundle);

/**
 * qcdc_bundle_get_default_period:
 * @bundle: (nullable) a bundle
 *
 * The period meant where a caller names none. Source: none. Threads: any.
 *
 * Returns: (transfer none) a label, owned by the bundle; "" if none is given.
 */
QCDC_API
const char *qcdc_bundle_get_default_period(const QcdcBundle *bundle);

QCDC_END_DECLS

#endif
