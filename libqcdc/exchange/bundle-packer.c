/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/bundle-private.h"

#include <glib.h>
#include <string.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"

/* D34: "QBDL", the version, three zero bytes, the count of files; then of each file its length and its bytes. An optional file
 * that is not there has length 0; after the last file that is there nothing follows. */

enum { MAGIC_SIZE = 4, VERSION = 1, VERSION_PLACE = 4, COUNT_PLACE = 8, HEAD_SIZE = 12, LENGTH_SIZE = 8, MOST_FILES = 16 };

static const char head[HEAD_SIZE] = { 'Q', 'B', 'D', 'L', VERSION, 0, 0, 0, 0, 0, 0, 0 };

static void put_length(char *bytes, uint64_t length)
{
    for (size_t k = 0; k < LENGTH_SIZE; k++)
        bytes[k] = (char)(unsigned char)(length >> (8 * QCDC_FAULT("packer-length-order", k, LENGTH_SIZE - 1 - k)));
}

static uint64_t get_length(const uint8_t *bytes)
{
    uint64_t length = 0;

    for (size_t k = LENGTH_SIZE; k-- > 0;)
        length = length << 8 | bytes[k];
    return length;
}

/* The length is known when the bytes are there. */
static QcdcStatus pack_file(const QcdcBundle *bundle, const char *name, Text *block, QcdcError *error)
{
    static const char room[LENGTH_SIZE] = { 0 };
    const ByteSink sink = { .text = block };
    size_t start = block->length + LENGTH_SIZE;
    QcdcStatus status = sink_write(&sink, room, sizeof room, error);

    if (status == QCDC_OK)
        status = bundle_write_file(bundle, name, &sink, error);
    if (status == QCDC_OK)
        put_length(block->bytes + start - LENGTH_SIZE, block->length - start);
    return status;
}

/* Optional files that are not there, and that no other follows, are left out. */
static QcdcStatus pack_files(const QcdcBundle *bundle, Text *block, QcdcError *error)
{
    size_t end = block->length, count = 0;
    QcdcStatus status = QCDC_OK;
    const char *name;

    for (size_t k = 0; (name = bundle_file_at(k)) != NULL && status == QCDC_OK; k++) {
        size_t start = block->length;
        status = pack_file(bundle, name, block, error);
        if (bundle_file_is_optional(k) && block->length == start + LENGTH_SIZE)
            continue;
        end = block->length;
        count = k + 1;
    }
    if (status == QCDC_OK) {
        text_cut(block, end);
        block->bytes[COUNT_PLACE] = (char)count;
    }
    return status;
}

QcdcStatus qcdc_bundle_pack(const QcdcBundle *bundle, uint8_t **out_bytes, size_t *out_length, QcdcError *error)
{
    Text block = { 0 };
    const ByteSink sink = { .text = &block };
    QcdcStatus status;

    if (bundle == NULL || out_bytes == NULL || out_length == NULL)
        return qcdc_error_set_argument(error, "no bundle, or nowhere to put the bytes");
    status = sink_write(&sink, head, sizeof head, error);
    if (status == QCDC_OK)
        status = pack_files(bundle, &block, error);
    if (status == QCDC_OK) {
        *out_length = block.length;
        *out_bytes = (uint8_t *)text_steal(&block);
    }
    text_clear(&block);
    return status;
}

static QcdcStatus refuse_bytes(QcdcError *error, const char *what, const char *hint)
{
    return qcdc_error_set(error, QCDC_STATUS_SYNTAX, NULL, 0, 0, what, NULL, hint);
}

static QcdcStatus refuse_version(QcdcError *error, unsigned version)
{
    char number[4];

    g_snprintf(number, sizeof number, "%u", version);
    return qcdc_error_set_value(error, QCDC_STATUS_REFUSED, VERSION_PLACE + 1, "version", number, strlen(number),
                                "of a packed bundle is not read here", "this library reads version 1");
}

/* Of the files that may be there the last ones may be left out. */
static bool is_file_count(size_t count)
{
    bool is_enough = count > 0 && count <= MOST_FILES && bundle_file_at(count - 1) != NULL;

    for (size_t k = count; is_enough && bundle_file_at(k) != NULL; k++)
        is_enough = bundle_file_is_optional(k);
    return is_enough;
}

/* Of another version nothing is known but where its number stands. */
static QcdcStatus check_head(const uint8_t *bytes, size_t length, QcdcError *error)
{
    if (length <= VERSION_PLACE || memcmp(bytes, head, MAGIC_SIZE) != 0)
        return refuse_bytes(error, "bytes are not a packed bundle", "a packed bundle begins with QBDL");
    if (QCDC_FAULT("packer-version", bytes[VERSION_PLACE] != VERSION, bytes[VERSION_PLACE] > VERSION))
        return refuse_version(error, bytes[VERSION_PLACE]);
    if (length < HEAD_SIZE || memcmp(bytes, head, COUNT_PLACE) != 0 || !is_file_count(bytes[COUNT_PLACE]) ||
        memcmp(bytes + COUNT_PLACE + 1, head + COUNT_PLACE + 1, HEAD_SIZE - COUNT_PLACE - 1) != 0)
        return refuse_bytes(error, "head of the packed bundle is damaged", "it says how many files follow");
    return QCDC_OK;
}

static QcdcStatus refuse_end(QcdcError *error, const char *name)
{
    char what[64];

    g_snprintf(what, sizeof what, "packed bundle ends in the middle of %s", name);
    return refuse_bytes(error, what, "were all bytes sent?");
}

/* Where the files lie; a length is held against what is left before anybody believes it. */
static QcdcStatus find_files(const uint8_t *bytes, size_t length, BundleFile *files, size_t *out_count, QcdcError *error)
{
    size_t file_count = bytes[COUNT_PLACE], count = 0;

    bytes += HEAD_SIZE;
    length -= HEAD_SIZE;
    for (size_t k = 0; k < file_count; k++) {
        uint64_t file_length = length >= LENGTH_SIZE ? get_length(bytes) : 0;
        if (length < LENGTH_SIZE ||
            QCDC_FAULT("packer-file-end", file_length > length - LENGTH_SIZE, file_length > length - LENGTH_SIZE + 1))
            return refuse_end(error, bundle_file_at(k));
        if (file_length > 0 || !bundle_file_is_optional(k))
            files[count++] = (BundleFile){ bundle_file_at(k), (const char *)bytes + LENGTH_SIZE, (size_t)file_length };
        bytes += LENGTH_SIZE + (size_t)file_length;
        length -= LENGTH_SIZE + (size_t)file_length;
    }
    if (QCDC_FAULT("packer-rest", length > 0, false))
        return refuse_bytes(error, "bytes follow the packed bundle", "it ends with its last file");
    *out_count = count;
    return QCDC_OK;
}

QcdcStatus qcdc_bundle_unpack(const uint8_t *bytes, size_t length, const QcdcBundleOptions *options, QcdcFindings *findings,
                              QcdcBundle **out_bundle, QcdcError *error)
{
    BundleFile files[MOST_FILES];
    BundleFolder folder = { .files = files };
    QcdcBundleOptions limits = { 0 };
    QcdcStatus status;

    if ((bytes == NULL && length > 0) || out_bundle == NULL)
        return qcdc_error_set_argument(error, "no bytes, or nowhere to put the bundle");
    if (options != NULL && options->size != 0 && options->size != sizeof *options)
        return qcdc_error_set_argument(error, "options of another size");
    if (options != NULL)
        limits = *options;
    limits.number_writing = QCDC_FAULT("packer-number-writing", QCDC_NUMBER_WRITING_DEFAULT, limits.number_writing);
    status = check_head(bytes, length, error);
    if (status == QCDC_OK)
        status = find_files(bytes, length, files, &folder.file_count, error);
    return status == QCDC_OK ? bundle_read_folder(&folder, &limits, findings, out_bundle, error) : status;
}
