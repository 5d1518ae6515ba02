/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/source-private.h"

#include <errno.h>
#include <glib.h>
#include <string.h>

static SourceState open_in_memory(const BundleFolder *folder, const char *name, ByteSource *out_source)
{
    for (size_t k = 0; k < folder->file_count; k++) {
        if (strcmp(folder->files[k].name, name) == 0) {
            *out_source = (ByteSource){ .bytes = folder->files[k].bytes, .length = folder->files[k].length };
            return SOURCE_OPENED;
        }
    }
    return SOURCE_ABSENT;
}

SourceState source_open(const BundleFolder *folder, const char *name, ByteSource *out_source)
{
    char *path;
    FILE *file;

    if (folder->path == NULL)
        return open_in_memory(folder, name, out_source);
    path = g_build_filename(folder->path, name, NULL);
    file = fopen(path, "rb");
    g_free(path);
    if (file == NULL)
        return errno == ENOENT ? SOURCE_ABSENT : errno == ENOMEM ? SOURCE_NO_MEMORY : SOURCE_UNREADABLE;
    *out_source = (ByteSource){ .file = file };
    return SOURCE_OPENED;
}

static size_t take_from_memory(ByteSource *source, char *buffer, size_t size)
{
    size_t count = size < source->length ? size : source->length;

    if (count > 0)
        memcpy(buffer, source->bytes, count);
    source->bytes += count;
    source->length -= count;
    return count;
}

bool source_read(ByteSource *source, char *buffer, size_t size, size_t *out_count)
{
    if (source->file == NULL) {
        *out_count = take_from_memory(source, buffer, size);
        return true;
    }
    *out_count = fread(buffer, 1, size, source->file);
    return *out_count == size || ferror(source->file) == 0;
}

void source_close(ByteSource *source)
{
    if (source->file != NULL)
        fclose(source->file);
    *source = (ByteSource){ 0 };
}

bool source_exists(const BundleFolder *folder, const char *name)
{
    ByteSource source = { 0 };
    SourceState state = source_open(folder, name, &source);

    source_close(&source);
    return state == SOURCE_OPENED || state == SOURCE_UNREADABLE;
}
