/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdio.h>

#include <qcdc/qcdc-stats.h>
#include <qcdc/version.h>

/* Calls the library that stands apart, and the base. */
int main(void)
{
    QcdcSignificance significance;
    QcdcError error = { 0 };

    if (qcdc_significance_of_counts(428, 241, 0, &significance, &error) != QCDC_OK) {
        fprintf(stderr, "%s\n", error.text);
        return 1;
    }
    printf("qcdc-stats-0 %s\n", qcdc_version_to_text());
    return 0;
}
