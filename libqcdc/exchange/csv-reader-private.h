/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CSV_READER_PRIVATE_H
#define QCDC_CSV_READER_PRIVATE_H

#include "exchange/fault-report-private.h"
#include "exchange/source-private.h"

/* Rows of RFC 4180 from bytes. The splitting is libcsv's; lines, places, limits and what is wrong are told here. */

/* A row; texts hold during the call only and are terminated UTF-8 without NUL. */
typedef struct CsvRow {
    const char *const *fields;
    size_t count;
    int32_t line;   /* the physical line it begins on, 1 is the first */
    bool is_faulty; /* a fault of one of its fields was put down; the field is shown cleaned */
} CsvRow;

/* Gets the header row too, as the first. A status other than QCDC_OK ends the reading. */
typedef QcdcStatus (*CsvRowHandler)(void *data, const CsvRow *row);

typedef struct CsvOptions {
    char separator; /* 0: the most frequent of , ; and tab in the header row */
    uint64_t max_file_bytes;
    size_t max_rows, max_field_bytes;
} CsvOptions;

/* Faults go to @report and reading goes on where that makes sense. The status of the handler, MEMORY, or QCDC_OK. */
QcdcStatus csv_read(ByteSource *source, const CsvOptions *options, const FaultReport *report, CsvRowHandler handler,
                    void *data);

#endif
