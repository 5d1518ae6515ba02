/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdio.h>
#include <string.h>

#include <qcdc/version.h>

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        printf("qcdc %s\n", qcdc_version_to_text());
        return 0;
    }
    fputs("usage: qcdc --version\n", stderr);
    return 2;
}
