/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdio.h>

#include <qcdc/version.h>

int main(void)
{
    printf("qcdc-base-0 %s\n", qcdc_version_to_text());
    return 0;
}
