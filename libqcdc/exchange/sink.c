/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/sink-private.h"

QcdcStatus sink_write(const ByteSink *sink, const char *bytes, size_t length, QcdcError *error)
{
    if (sink->file != NULL)
        return fwrite(bytes, 1, length, sink->file) == length ? QCDC_OK : QCDC_STATUS_IO;
    text_append_bytes(sink->text, bytes, length);
    return sink->text->failed ? memory_fail(error) : QCDC_OK;
}
