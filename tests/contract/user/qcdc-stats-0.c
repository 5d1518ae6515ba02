/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdio.h>

#include <qcdc/findings.h>
#include <qcdc/version.h>

/* Calls both libraries, so that both must be found. */
int main(void)
{
    QcdcFindings *findings = NULL;
    QcdcError error = { 0 };

    if (qcdc_findings_new(0, &findings, &error) != QCDC_OK) {
        fprintf(stderr, "%s\n", error.text);
        return 1;
    }
    printf("qcdc-0 %s\n", qcdc_version_to_text());
    qcdc_findings_free(findings);
    return 0;
}
