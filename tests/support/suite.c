/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <CUnit/TestDB.h>
#include <CUnit/TestRun.h>

static const char *skip_reason;
static unsigned shown;
static unsigned failed;

void suite_skip(const char *reason)
{
    skip_reason = reason;
}

unsigned long suite_get_cases(unsigned long full)
{
    const char *quick = getenv("QCDC_QUICK");
    return quick != NULL && *quick != '\0' && full > 20 ? full / 20 : full;
}

uint64_t suite_get_seed(void)
{
    const char *given = getenv("QCDC_SEED");
    uint64_t seed = given != NULL ? strtoull(given, NULL, 0) : UINT64_C(20190101);
    printf("# seed %llu\n", (unsigned long long)seed);
    return seed;
}

const char *suite_get_shared_folder(void)
{
    static char folder[4096];
    const char *given = getenv("QCDC_SHARED");
    const char *source = getenv("QCDC_SOURCE");
    struct stat what;

    if (given != NULL)
        snprintf(folder, sizeof folder, "%s", given);
    else
        snprintf(folder, sizeof folder, "%s/../shared", source != NULL ? source : ".");
    return stat(folder, &what) == 0 && S_ISDIR(what.st_mode) ? folder : NULL;
}

static void show_start(const CU_pTest test, const CU_pSuite suite)
{
    (void)test;
    (void)suite;
    skip_reason = NULL;
}

static void show_result(const CU_pTest test, const CU_pSuite suite, const CU_pFailureRecord failures)
{
    shown++;
    if (failures != NULL) {
        failed++;
        printf("not ok %u - %s: %s\n", shown, suite->pName, test->pName);
        for (const CU_FailureRecord *failure = failures; failure != NULL; failure = failure->pNext)
            printf("# %s:%u: %s\n", failure->strFileName, failure->uiLineNumber, failure->strCondition);
    } else if (skip_reason != NULL) {
        printf("ok %u - %s: %s # SKIP %s\n", shown, suite->pName, test->pName, skip_reason);
    } else {
        printf("ok %u - %s: %s\n", shown, suite->pName, test->pName);
    }
    fflush(stdout);
}

int suite_run(const char *name, const SuiteTest *tests, size_t count, int argc, char **argv)
{
    CU_pSuite suite;
    unsigned chosen = 0;

    if (CU_initialize_registry() != CUE_SUCCESS || (suite = CU_add_suite(name, NULL, NULL)) == NULL) {
        printf("Bail out! CUnit does not start: %s\n", CU_get_error_msg());
        return 1;
    }
    for (size_t i = 0; i < count; i++) {
        if (argc > 1 && strstr(tests[i].name, argv[1]) == NULL)
            continue;
        if (CU_add_test(suite, tests[i].name, tests[i].run) == NULL) {
            printf("Bail out! test \"%s\": %s\n", tests[i].name, CU_get_error_msg());
            return 1;
        }
        chosen++;
    }
    /* tests/run counts the lines of CUnit programs singly, and knows them by this mark. */
    printf("# CUnit %s\n1..%u\n", CU_VERSION, chosen);
    CU_set_test_start_handler(show_start);
    CU_set_test_complete_handler(show_result);
    CU_run_all_tests();
    CU_cleanup_registry();
    /* A program that ran nothing proves nothing. */
    return failed > 0 || shown == 0 || shown != chosen;
}
