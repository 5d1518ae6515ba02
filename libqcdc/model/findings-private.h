/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_FINDINGS_PRIVATE_H
#define QCDC_FINDINGS_PRIVATE_H

#include <qcdc/findings.h>

/* The codes are stable; the page docs/findings.md lists them. @file_order: bundle.ini 0, units.csv 1, indicators.csv 2, observations.csv 3, others after.
 * NULL texts are taken as "". Keeps its own copies. With findings NULL and severity error the fault becomes the error: QCDC_STATUS_FINDINGS' place is taken
 * by @status. Returns QCDC_OK when the finding was put down, @status when it became the error, QCDC_STATUS_MEMORY. */
QcdcStatus findings_report(QcdcFindings *findings, const QcdcFinding *finding, QcdcStatus status, QcdcError *error);
/* QCDC_OK, or QCDC_STATUS_FINDINGS with the error repeating the first error finding and saying how many, when errors were added since @errors_before */
QcdcStatus findings_conclude(const QcdcFindings *findings, size_t errors_before, QcdcError *error);

#endif
