/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "failing-memory.h"
#include "outlier-grid.h"
#include "suite.h"

/* Those which the library calls where it fills its memory itself. */
gpointer g_try_malloc_n(gsize count, gsize size)
{
    return is_allowed() ? malloc(count * size + 1) : NULL;
}

/* Every allocation in turn cannot be had. */
static void test_memory(void)
{
    OutlierGrid grid = outlier_grid_make(30);
    grid.values[2][20] *= 10;
    QcdcCube *cube = outlier_grid_make_cube(&grid);
    QcdcStatus status = QCDC_STATUS_MEMORY;
    long turn = 0;
    for (; status == QCDC_STATUS_MEMORY && turn < 1000; turn++) {
        QcdcOutliers *outliers = NULL;
        QcdcOutlierOptions options = {.threads = 1};
        allowed = turn;
        status = qcdc_cube_find_outliers(cube, &options, &outliers, NULL);
        allowed = -1;
        CU_ASSERT((outliers != NULL) == (status == QCDC_OK));
        qcdc_outliers_unref(outliers);
    }
    CU_ASSERT(status == QCDC_OK && turn > 20);
    qcdc_cube_unref(cube);
}

static void test_values(void)
{
    static const double values[] = {1, 2, 3, 4, 50};
    for (int is_moving = 0; is_moving < 2; is_moving++) {
        QcdcStatus status = QCDC_STATUS_MEMORY;
        double scores[5] = {7};
        for (long turn = 0; status == QCDC_STATUS_MEMORY && turn < 100; turn++) {
            CU_ASSERT(scores[0] == 7);
            allowed = turn;
            status = is_moving ? qcdc_outlier_score_windows(values, 5, 3, QCDC_OUTLIER_QN, scores, NULL)
                               : qcdc_outlier_score_values(values, 5, QCDC_OUTLIER_QN, scores, NULL);
            allowed = -1;
        }
        CU_ASSERT(status == QCDC_OK && scores[0] != 7);
    }
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"memory that cannot be had is told, of cubes", test_memory},
        {"memory that cannot be had is told, of values", test_values},
    };
    return SUITE_RUN("outlier_memory", tests, argc, argv);
}
