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

/* runs the built-in rules over a cube: reported total against own and children (S11); direct coarse figure against its complete tiling (S16). Findings are warnings */
QCDC_API
QcdcStatus qcdc_cube_check(const QcdcCube *cube, QcdcFindings *findings, QcdcError *error);
/* all kept findings; freed with qcdc_free */
QCDC_API
QcdcStatus qcdc_findings_to_text(const QcdcFindings *findings, QcdcFindingsFormat format, char **out_text, QcdcError *error);

QCDC_END_DECLS

#endif
