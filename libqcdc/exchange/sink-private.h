/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SINK_PRIVATE_H
#define QCDC_SINK_PRIVATE_H

#include <stdio.h>

#include "model/memory-private.h"

/* Where the bytes of a bundle's file go: a file on disk, or a text in memory. What writes them need not know which. */
typedef struct ByteSink {
    FILE *file; /* or NULL: bytes in memory */
    Text *text;
} ByteSink;

/* IO, without an error set, if the file takes no more; MEMORY. */
QcdcStatus sink_write(const ByteSink *sink, const char *bytes, size_t length, QcdcError *error);

#endif
