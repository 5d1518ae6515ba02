/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SUITE_H
#define SUITE_H

/* Runs CUnit tests from a table and prints one TAP line for each, which meson and tests/run count.
 *
 *     static void rounds_half_away(void) { CU_ASSERT_EQUAL(...); }
 *
 *     int main(int argc, char **argv)
 *     {
 *         static const SuiteTest tests[] = {
 *             { "rounds half away from zero", rounds_half_away },
 *         };
 *         return SUITE_RUN("decimal", tests, argc, argv);
 *     }
 *
 * An argument selects the tests whose name contains it. */

#include <stddef.h>
#include <stdint.h>

#include <CUnit/CUnit.h>

typedef struct SuiteTest {
    const char *name;
    void (*run)(void);
} SuiteTest;

/* Returns 0 if all tests passed; 1 if one failed, if none ran, or if CUnit could not start. */
int suite_run(const char *name, const SuiteTest *tests, size_t count, int argc, char **argv);

#define SUITE_RUN(name, tests, argc, argv) suite_run((name), (tests), sizeof(tests) / sizeof(tests)[0], (argc), (argv))

/* Called inside a test: it counts as skipped, with the reason. The caller returns at once afterwards. */
void suite_skip(const char *reason);

/* How many random cases a law is held against: `full`, or a twentieth of it where QCDC_QUICK is set. */
unsigned long suite_get_cases(unsigned long full);

/* The seed of random cases: QCDC_SEED, else always the same one. It is printed, so that a failure can be repeated. */
uint64_t suite_get_seed(void);

/* The shared data's folder: QCDC_SHARED, else shared beside the source tree; NULL if there is none. */
const char *suite_get_shared_folder(void);

#endif
