/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_FAULT_REPORT_PRIVATE_H
#define QCDC_FAULT_REPORT_PRIVATE_H

#include <qcdc/findings.h>

/* Where faults of one file are put down. Every call returns QCDC_OK, or QCDC_STATUS_MEMORY. */
typedef struct FaultReport {
    QcdcFindings *findings; /* never NULL in this layer */
    const char *file;
    QcdcError *error;
} FaultReport;

/* noun "value" complaint; hint. @value may hold any bytes: what is not UTF-8 is shown as U+FFFD, what is long is cut. */
QcdcStatus report_value(const FaultReport *report, const char *code, int32_t row, int32_t column, const char *noun,
                        const char *value, size_t length, const char *complaint, const char *hint);
/* A fault without a value. */
QcdcStatus report_message(const FaultReport *report, const char *code, int32_t row, int32_t column, const char *message,
                          const char *hint);
/* What this version leaves unread: a warning, so that nothing is ignored in silence. */
QcdcStatus report_unread(const FaultReport *report, const char *code, int32_t row, int32_t column, const char *message,
                         const char *hint);
/* Puts down what a call of a lower layer said of a value in this file. MEMORY is handed on instead. */
QcdcStatus report_error(const FaultReport *report, const char *code, int32_t row, int32_t column, const char *prefix,
                        const QcdcError *fault);

#endif
