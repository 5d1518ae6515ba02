/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdlib.h>

#include "expect.h"
#include "model/catalog-private.h"
#include "model/progress-private.h"
#include "suite.h"
#include "tables.h"

enum {
    MOST_TOLD = 64
};

typedef struct Told {
    double fractions[MOST_TOLD];
    size_t count, stop_at; /* the call that says stop, from 1 */
} Told;

static bool note(double fraction, void *data)
{
    Told *told = data;
    if (told->count < MOST_TOLD)
        told->fractions[told->count] = fraction;
    told->count++;
    return told->count != told->stop_at;
}

static void expect_told(const Told *told, const double *fractions, size_t count)
{
    CU_ASSERT_EQUAL(told->count, count);
    for (size_t i = 0; i < count && i < told->count; i++)
        CU_ASSERT_DOUBLE_EQUAL(told->fractions[i], fractions[i], 1e-12);
}

static void phases_follow_one_another(void)
{
    Told told = { .count = 0 };
    Progress progress = progress_begin(note, &told, 10);
    static const double fractions[] = { 0.025, 0.275, 0.5, 0.5, 0.6, 0.85, 1 };
    progress_enter(&progress, 0.5, 40);
    CU_ASSERT(progress_step(&progress, 2));  /* told at once */
    CU_ASSERT(progress_step(&progress, 9));
    CU_ASSERT(progress_step(&progress, 11)); /* one step late: 22 of 40 */
    CU_ASSERT(progress_step(&progress, 10));
    CU_ASSERT(progress_step(&progress, 10)); /* more than was announced */
    CU_ASSERT_EQUAL(told.count, 4);
    told.count = 0;
    progress = progress_begin(note, &told, 10);
    progress_enter(&progress, 0.5, 40);
    progress_step(&progress, 2);
    progress_step(&progress, 20);
    progress_step(&progress, 20);
    progress_step(&progress, 20);
    progress_enter(&progress, 0.5, 100);
    progress_step(&progress, 20);
    progress_step(&progress, 50);
    CU_ASSERT(progress_finish(&progress));
    expect_told(&told, fractions, sizeof fractions / sizeof fractions[0]);
}

static void a_phase_without_steps_is_over(void)
{
    Told told = { .count = 0 };
    Progress progress = progress_begin(note, &told, 1);
    static const double fractions[] = { 0.25, 1, 1 };
    progress_enter(&progress, 0.25, 0);
    progress_step(&progress, 1);
    progress_enter(&progress, 0.9, 0); /* shares that are more than the whole */
    progress_step(&progress, 1);
    progress_finish(&progress);
    expect_told(&told, fractions, 3);
}

static void stop_is_said_once(void)
{
    Told told = { .stop_at = 2 };
    Progress progress = progress_begin(note, &told, 5);
    QcdcError error = { 0 };
    progress_enter(&progress, 1, 20);
    CU_ASSERT(progress_step(&progress, 1));
    CU_ASSERT_FALSE(progress_is_stopped(&progress));
    CU_ASSERT_EQUAL(progress_fail(&progress, &error), QCDC_STATUS_MEMORY);
    CU_ASSERT_FALSE(progress_step(&progress, 5));
    CU_ASSERT_TRUE(progress_is_stopped(&progress));
    CU_ASSERT_FALSE(progress_step(&progress, 1));
    CU_ASSERT_FALSE(progress_finish(&progress));
    CU_ASSERT_EQUAL(told.count, 2);
    CU_ASSERT_EQUAL(progress_fail(&progress, &error), QCDC_STATUS_CANCELLED);
    CU_ASSERT_EQUAL(error.status, QCDC_STATUS_CANCELLED);
}

static void the_end_can_be_refused(void)
{
    Told told = { .stop_at = 1 };
    Progress progress = progress_begin(note, &told, 0);
    CU_ASSERT_FALSE(progress_finish(&progress));
    CU_ASSERT_DOUBLE_EQUAL(told.fractions[0], 1, 0);
    CU_ASSERT_EQUAL(progress_fail(&progress, NULL), QCDC_STATUS_CANCELLED);
}

static void nobody_need_be_told(void)
{
    Progress progress = progress_begin(NULL, NULL, 1), empty = { 0 };
    progress_enter(&progress, 1, 10);
    CU_ASSERT(progress_step(&progress, 1000));
    CU_ASSERT(progress_finish(&progress));
    CU_ASSERT(progress_step(&empty, 1));
    CU_ASSERT(progress_step(NULL, 1));
    progress_enter(NULL, 1, 10);
    CU_ASSERT_FALSE(progress_is_stopped(NULL));
    CU_ASSERT_EQUAL(progress_fail(NULL, NULL), QCDC_STATUS_MEMORY);
}

static void a_tree_can_be_stopped(void)
{
    QcdcCatalog *catalog = tables_make_catalog("code,name,level,parent\np,P,0,\na,A,1,p\nb,B,1,p\nc,C,2,b\n",
                                               "code,name,nature,measure\nn,N,flow,đơn\n");
    UnitTree *tree = NULL;
    Told told = { .count = 0 };
    Progress progress = progress_begin(note, &told, 1);
    CU_ASSERT_EQUAL_FATAL(catalog_make_tree(catalog, 0, 0, &progress, &tree, NULL), QCDC_OK);
    unit_tree_free(tree);
    tree = NULL;
    CU_ASSERT_EQUAL(told.count, 12);
    for (size_t stop_at = 1; stop_at <= 12; stop_at++) {
        Told stopped = { .stop_at = stop_at };
        progress = progress_begin(note, &stopped, 1);
        CU_ASSERT_EQUAL(catalog_make_tree(catalog, 0, 0, &progress, &tree, NULL), QCDC_STATUS_CANCELLED);
        CU_ASSERT_PTR_NULL(tree);
        CU_ASSERT_EQUAL(stopped.count, stop_at);
    }
    qcdc_catalog_unref(catalog);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "phases follow one another", phases_follow_one_another },
        { "a phase without steps is over", a_phase_without_steps_is_over },
        { "stop is said once", stop_is_said_once },
        { "the end can be refused", the_end_can_be_refused },
        { "nobody need be told", nobody_need_be_told },
        { "a tree can be stopped at every unit", a_tree_can_be_stopped },
    };
    return SUITE_RUN("progress", tests, argc, argv);
}
