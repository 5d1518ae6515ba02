/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SOURCE_PRIVATE_H
#define QCDC_SOURCE_PRIVATE_H

#include <stdio.h>

#include <qcdc/types.h>

/* Where the bytes of a bundle come from: a folder on disk, or files in memory (tests and fuzzing read the same way). */

typedef struct BundleFile {
    const char *name;
    const char *bytes;
    size_t length;
} BundleFile;

typedef struct BundleFolder {
    const char *path; /* or NULL: files in memory */
    const BundleFile *files;
    size_t file_count;
} BundleFolder;

/* One file being read from its beginning to its end. */
typedef struct ByteSource {
    FILE *file; /* or NULL: bytes in memory */
    const char *bytes;
    size_t length;
} ByteSource;

typedef enum { SOURCE_OPENED, SOURCE_ABSENT, SOURCE_UNREADABLE, SOURCE_NO_MEMORY } SourceState;

SourceState source_open(const BundleFolder *folder, const char *name, ByteSource *out_source);
/* Up to @size bytes; fewer only at the end. False if the file cannot be read. */
bool source_read(ByteSource *source, char *buffer, size_t size, size_t *out_count);
void source_close(ByteSource *source);
bool source_exists(const BundleFolder *folder, const char *name);

#endif
