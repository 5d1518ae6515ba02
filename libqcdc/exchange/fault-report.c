/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/fault-report-private.h"

#include <string.h>

#include "kernel/error-private.h"
#include "kernel/text-private.h"
#include "model/findings-private.h"
#include "model/memory-private.h"

static QcdcStatus put_down(const FaultReport *report, const char *code, QcdcSeverity severity, int32_t row,
                           int32_t column, const char *message, const char *value, const char *hint)
{
    QcdcFinding finding = { .code = code,
                            .severity = severity,
                            .file = report->file,
                            .row = row,
                            .column = column,
                            .message = message,
                            .value = value,
                            .hint = hint };

    return findings_report(report->findings, &finding, QCDC_STATUS_FINDINGS, report->error);
}

QcdcStatus report_value(const FaultReport *report, const char *code, int32_t row, int32_t column, const char *noun,
                        const char *value, size_t length, const char *complaint, const char *hint)
{
    QcdcError fault = { 0 };

    qcdc_error_set_value(&fault, QCDC_STATUS_SYNTAX, 0, noun, value, length, complaint, hint);
    return report_error(report, code, row, column, "", &fault);
}

QcdcStatus report_message(const FaultReport *report, const char *code, int32_t row, int32_t column, const char *message,
                          const char *hint)
{
    return put_down(report, code, QCDC_SEVERITY_ERROR, row, column, message, NULL, hint);
}

QcdcStatus report_unread(const FaultReport *report, const char *code, int32_t row, int32_t column, const char *message,
                         const char *hint)
{
    return put_down(report, code, QCDC_SEVERITY_WARNING, row, column, message, NULL, hint);
}

QcdcStatus report_error(const FaultReport *report, const char *code, int32_t row, int32_t column, const char *prefix,
                        const QcdcError *fault)
{
    QcdcError bare = *fault;
    char message[QCDC_ERROR_TEXT_SIZE];
    QcdcText text = qcdc_text_begin(message, sizeof message);
    size_t length, hint = strlen(fault->hint);

    if (fault->status == QCDC_STATUS_MEMORY) {
        if (report->error != NULL)
            *report->error = *fault;
        return QCDC_STATUS_MEMORY;
    }
    /* an error's text is "place: what; hint"; a finding keeps the three apart */
    qcdc_error_place(&bare, NULL, 0, 0);
    length = strlen(bare.text);
    if (hint > 0 && length > hint + 2 && memcmp(bare.text + length - hint, fault->hint, hint) == 0)
        length -= hint + 2;
    qcdc_text_add(&text, prefix);
    qcdc_text_add_bytes(&text, bare.text, length);
    qcdc_text_finish(&text);
    return put_down(report, code, QCDC_SEVERITY_ERROR, row, column, message, fault->value, fault->hint);
}
