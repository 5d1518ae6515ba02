/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_AUDIT_H
#define QCDC_AUDIT_H

#include <qcdc/cube.h>
#include <qcdc/findings.h>

QCDC_BEGIN_DECLS

/** QcdcFindingsFormat: a form of findings. */
typedef enum {
    QCDC_FINDINGS_DEFAULT = 0, /**< text */
    QCDC_FINDINGS_TEXT,        /**< a line a finding: file:row:column: message; hint */
    QCDC_FINDINGS_JSON,        /**< JSON lines of the contract */
    QCDC_FINDINGS_END          /**< sentinel */
} QcdcFindingsFormat;

/**
 * qcdc_cube_check:
 * @cube: rolled-up figures
 * @findings: takes what is found, after what it holds already
 * @error: (nullable) what went wrong
 *
 * Runs the built-in rules over all units, indicators, periods and scenarios of the cube's dataset. Each finding is a warning that names the
 * cells, both figures, their difference and the rows. "reported-total": a total reported for a unit differs from its own and its children's
 * figures, where all of them are there. "coarse-against-fine": a figure reported for a period differs from the sum of its months, quarters or
 * halves, where all of them are there. Source: S11, S16. Threads: any, each with its own @findings.
 *
 * Returns: QCDC_OK, whatever was found; QCDC_STATUS_ARGUMENT for NULL; QCDC_STATUS_OVERFLOW when a sum is outside the range of a
 * value (S1); QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_cube_check(const QcdcCube *cube, QcdcFindings *findings, QcdcError *error);

/**
 * qcdc_findings_to_text:
 * @findings: what was found
 * @format: a form
 * @out_text: (transfer full) the lines, each ended with LF, freed with qcdc_free(); untouched on failure
 * @error: (nullable) what went wrong
 *
 * All findings that are kept, in file order. Source: D1 of docs/decisions/0001, docs/file-formats.md. Threads: one a findings object.
 *
 * Returns: QCDC_OK, or QCDC_STATUS_ARGUMENT for NULL or an unknown @format; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_findings_to_text(const QcdcFindings *findings, QcdcFindingsFormat format, char **out_text, QcdcError *error);

QCDC_END_DECLS

#endif
