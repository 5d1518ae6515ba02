/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <qcdc/version.h>

#include "suite.h"

static void number_and_text_agree(void)
{
    CU_ASSERT_EQUAL(qcdc_version(), QCDC_VERSION_MAJOR * 10000u + QCDC_VERSION_MINOR * 100u + QCDC_VERSION_MICRO);
    CU_ASSERT_STRING_EQUAL(qcdc_version_to_text(), QCDC_VERSION_TEXT);
}

static void text_has_three_parts(void)
{
    int dots = 0;
    for (const char *at = qcdc_version_to_text(); (at = strchr(at, '.')) != NULL; at++)
        dots++;
    CU_ASSERT_EQUAL(dots, 2);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "number and text agree", number_and_text_agree },
        { "text has three parts", text_has_three_parts },
    };
    return SUITE_RUN("version", tests, argc, argv);
}
