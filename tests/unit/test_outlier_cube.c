/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "expect.h"
#include "outlier-grid.h"
#include "random.h"
#include "suite.h"

static void expect_count(const char *what, const OutlierGrid *grid, size_t found, size_t judged, size_t left)
{
    char told[160];
    QcdcOutliers *outliers = outlier_grid_find(grid, NULL);
    size_t is_found = qcdc_outliers_get_count(outliers), is_judged = qcdc_outliers_get_judged_count(outliers), is_left = qcdc_outliers_get_left_count(outliers);
    snprintf(told, sizeof told, "%zu found, %zu judged, %zu left alone", is_found, is_judged, is_left);
    expect(is_found == found && is_judged == judged && is_left == left, what, told);
    qcdc_outliers_unref(outliers);
}

static void test_tenfold(void)
{
    static const struct {
        double mean, factor;
        QcdcOutlierCause cause;
    } rows[] = {{30, 10, QCDC_OUTLIER_CAUSE_TENFOLD},     {5000, 10, QCDC_OUTLIER_CAUSE_TENFOLD},   {5000, 0.1, QCDC_OUTLIER_CAUSE_TENTH},
                {5000, 100, QCDC_OUTLIER_CAUSE_HUNDREDFOLD}, {5000, 0.01, QCDC_OUTLIER_CAUSE_HUNDREDTH}, {5000, 1000, QCDC_OUTLIER_CAUSE_THOUSANDFOLD},
                {50000, 0.001, QCDC_OUTLIER_CAUSE_THOUSANDTH}, {5000, 0, QCDC_OUTLIER_CAUSE_ZERO},     {5000, 4, QCDC_OUTLIER_CAUSE_NONE}};
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++)
        for (size_t month = 0; month < MONTHS; month += 11) {
            OutlierGrid grid = outlier_grid_make(rows[row].mean);
            double ordinary = grid.values[2][month];
            grid.values[2][month] = floor(ordinary * rows[row].factor);
            QcdcOutliers *outliers = outlier_grid_find(&grid, NULL);
            QcdcOutlier outlier = {0};
            CU_ASSERT(qcdc_outliers_get_count(outliers) == 1 && qcdc_outliers_read(outliers, 0, 1, &outlier, NULL) == QCDC_OK);
            CU_ASSERT(outlier.unit == 3 && outlier.indicator == 0 && outlier.period.start == (int32_t)(12 * 2024 + month));
            CU_ASSERT(outlier.value.coefficient == (int64_t)grid.values[2][month] && outlier.scope == QCDC_SCOPE_OWN && outlier.status == 0);
            CU_ASSERT(outlier.cause == rows[row].cause && outlier.peers == COMMUNES - 1 && outlier.observations == MONTHS - 1);
            CU_ASSERT((outlier.score > 0) == (rows[row].factor > 1) && fabs(outlier.score) >= 4 && fabs(outlier.peer_score) >= 4);
            CU_ASSERT(outlier.low <= ordinary && ordinary <= outlier.high && outlier.low <= outlier.typical && outlier.typical <= outlier.high);
            qcdc_outliers_unref(outliers);
        }
}

/* A count of 1 that is 4, or 2 that is 7, is nothing; nor is anything in what is steady. */
static void test_small_counts(void)
{
    OutlierGrid grid = outlier_grid_make(1);
    expect_count("steady small counts", &grid, 0, COMMUNES * MONTHS, 0);
    for (size_t unit = 0; unit < COMMUNES; unit++)
        grid.values[unit][3 * unit] = 4;
    expect_count("4 among 1", &grid, 0, COMMUNES * MONTHS, 0);
    grid = outlier_grid_make(2);
    grid.values[4][23] = 7;
    expect_count("7 among 2", &grid, 0, COMMUNES * MONTHS, 0);
    grid.values[4][23] = 40;
    expect_count("40 among 2", &grid, 1, COMMUNES * MONTHS, 0);
    grid = outlier_grid_make(10000);
    grid.values[4][23] = 15500;
    expect_count("half as much again", &grid, 0, COMMUNES * MONTHS, 0);
    grid = outlier_grid_make(0);
    expect_count("nothing but 0", &grid, 0, COMMUNES * MONTHS, 0);
}

static void test_peers(void)
{
    OutlierGrid grid = outlier_grid_make(60);
    for (size_t unit = 0; unit < COMMUNES; unit++)
        grid.values[unit][17] *= 6;
    expect_count("all jump", &grid, 0, COMMUNES * MONTHS, 0);
    grid.values[1][17] /= 6;
    expect_count("one does not", &grid, 0, COMMUNES * MONTHS, 0); /* its own history finds it ordinary */
    grid.values[1][17] *= 60;
    expect_count("one jumps ten times as far", &grid, 1, COMMUNES * MONTHS, 0);
}

/* One that is far off does not hide another in the same month. */
static void test_two_at_once(void)
{
    OutlierGrid grid = outlier_grid_make(60);
    grid.values[1][17] *= 1000;
    grid.values[6][17] *= 10;
    expect_count("two at once", &grid, 2, COMMUNES * MONTHS, 0);
}

/* Where a parent has one child, units of the same depth are peers; where there are few, there are none. */
static void test_other_trees(void)
{
    OutlierGrid grid = outlier_grid_make(60);
    QcdcOutlier outlier = {0};
    grid.has_districts = true;
    for (size_t unit = 0; unit < COMMUNES; unit++)
        grid.values[unit][17] *= 6;
    expect_count("all of a depth jump", &grid, 0, COMMUNES * MONTHS, 0);
    grid.communes = 5;
    QcdcOutliers *outliers = outlier_grid_find(&grid, NULL);
    CU_ASSERT(qcdc_outliers_get_count(outliers) == 5 && qcdc_outliers_read(outliers, 0, 1, &outlier, NULL) == QCDC_OK);
    CU_ASSERT(isnan(outlier.peer_score) && outlier.peers == 0 && outlier.score >= 4);
    qcdc_outliers_unref(outliers);
}

/* Quarters, halves and years are looked at where there are no months. */
static void test_other_periods(void)
{
    static const char kinds[] = {'q', 's', 'y'};
    for (size_t i = 0; i < sizeof kinds; i++) {
        OutlierGrid grid = outlier_grid_make(60);
        grid.kind = kinds[i];
        expect_count("steady", &grid, 0, COMMUNES * MONTHS, 0);
        grid.values[3][13] *= 10;
        expect_count("one tenfold", &grid, 1, COMMUNES * MONTHS, 0);
    }
}

static void test_season(void)
{
    OutlierGrid grid = outlier_grid_make(40);
    for (size_t unit = 0; unit < COMMUNES; unit++)
        grid.values[unit][11] *= 5, grid.values[unit][23] *= 5;
    expect_count("all have a peak every December", &grid, 0, COMMUNES * MONTHS, 0);
    grid = outlier_grid_make(40);
    grid.values[3][11] *= 5, grid.values[3][23] *= 5;
    expect_count("one has a peak every December", &grid, 0, COMMUNES * MONTHS, 0);
    grid.values[3][11] /= 5;
    expect_count("it has one in the last year", &grid, 1, COMMUNES * MONTHS, 0);
}

static void test_statuses(void)
{
    static const char *const marks[] = {";E", ";A+D", "trên;"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        OutlierGrid grid = outlier_grid_make(30);
        grid.values[2][20] *= 10;
        grid.marks[2][20] = marks[i];
        expect_count(marks[i], &grid, 0, COMMUNES * MONTHS - 1, 0);
    }
    OutlierGrid grid = outlier_grid_make(30);
    grid.values[2][20] *= 10;
    grid.marks[2][20] = ";P";
    expect_count("provisional", &grid, 1, COMMUNES * MONTHS, 0);
    grid = outlier_grid_make(30);
    for (size_t month = 16; month < MONTHS; month++)
        grid.values[2][month] *= 10;
    grid.marks[2][16] = ";A+B";
    expect_count("across a break", &grid, 0, COMMUNES * MONTHS, 0);
}

static void test_sparse(void)
{
    OutlierGrid grid = outlier_grid_make(20);
    for (size_t unit = 0; unit < COMMUNES; unit++)
        for (size_t month = 0; month < MONTHS; month++)
            if ((unit + month) % 3 != 0)
                grid.values[unit][month] = 0;
    expect_count("figures between zeros", &grid, 0, COMMUNES * MONTHS / 3, COMMUNES * MONTHS * 2 / 3);
    grid.values[3][3] *= 10;
    expect_count("one of them tenfold", &grid, 1, COMMUNES * MONTHS / 3, COMMUNES * MONTHS * 2 / 3);
}

static void test_left_alone(void)
{
    OutlierGrid grid = outlier_grid_make(30);
    for (size_t month = 5; month < MONTHS; month++)
        grid.values[2][month] = -1;
    grid.values[2][3] *= 10;
    expect_count("five figures", &grid, 0, (COMMUNES - 1) * MONTHS, 5);
    grid.months = 3;
    expect_count("three months", &grid, 0, 0, COMMUNES * 3);
    grid.months = 0;
    expect_count("no figures", &grid, 0, 0, 0);
}

static void test_decimals(void)
{
    OutlierGrid grid = outlier_grid_make(30);
    grid.decimals = "1";
    grid.nature = "stock";
    for (size_t unit = 0; unit < COMMUNES; unit++)
        for (size_t month = 0; month < MONTHS; month++)
            grid.values[unit][month] /= 10;
    grid.values[6][5] *= 10;
    QcdcOutliers *outliers = outlier_grid_find(&grid, NULL);
    QcdcOutlier outlier = {0};
    CU_ASSERT(qcdc_outliers_get_count(outliers) == 1 && qcdc_outliers_read(outliers, 0, 1, &outlier, NULL) == QCDC_OK);
    CU_ASSERT(outlier.value.decimals == 1 && outlier.typical > 2 && outlier.typical < 4 && outlier.high < 9 && outlier.cause == QCDC_OUTLIER_CAUSE_TENFOLD);
    qcdc_outliers_unref(outliers);
}

static void test_options(void)
{
    static const QcdcUnitId asked[] = {3, 0};
    OutlierGrid grid = outlier_grid_make(30);
    grid.values[2][20] *= 10;
    grid.values[5][4] *= 10;
    grid.values[7][23] *= 10;
    QcdcCube *cube = outlier_grid_make_cube(&grid);
    const struct {
        QcdcOutlierOptions options;
        size_t found, judged;
    } cases[] = {
        {{.size = sizeof(QcdcOutlierOptions)}, 3, COMMUNES * MONTHS},
        {{.threads = 3}, 3, COMMUNES * MONTHS},
        {{.units = asked, .unit_count = 2}, 1, MONTHS},
        {{.units = asked, .unit_count = 2, .sums = 1}, 4, 2 * MONTHS},
        {{.sums = 1}, 6, UNITS * MONTHS}, /* the province shows what its communes do */
        {{.first = cells_period("2025-09")}, 2, COMMUNES * 4},
        {{.last = cells_period("2024")}, 1, COMMUNES * 12},
        {{.first = cells_period("2025-Q4"), .last = cells_period("2025-12")}, 1, COMMUNES * 3},
        {{.first = cells_period("2030-01")}, 0, 0},
        {{.threshold = 1000}, 0, COMMUNES * MONTHS},
        {{.size = offsetof(QcdcOutlierOptions, threshold), .threshold = 1000}, 3, COMMUNES * MONTHS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcOutliers *outliers = outlier_grid_find_in(cube, &cases[i].options);
        char told[96];
        snprintf(told, sizeof told, "row %zu: %zu found, %zu judged", i, qcdc_outliers_get_count(outliers), qcdc_outliers_get_judged_count(outliers));
        expect(qcdc_outliers_get_count(outliers) == cases[i].found && qcdc_outliers_get_judged_count(outliers) == cases[i].judged, "options", told);
        qcdc_outliers_unref(outliers);
    }
    qcdc_cube_unref(cube);
}

static void test_order(void)
{
    QcdcOutlier one[3], other[3];
    OutlierGrid grid = outlier_grid_make(30);
    grid.values[5][4] *= 10;
    grid.values[2][19] *= 10;
    grid.values[2][8] *= 10;
    QcdcCube *cube = outlier_grid_make_cube(&grid);
    QcdcOutliers *outliers = outlier_grid_find_in(cube, NULL), *again = qcdc_outliers_ref(outliers);
    qcdc_outliers_unref(outliers);
    CU_ASSERT(qcdc_outliers_get_count(again) == 3 && qcdc_outliers_read(again, 0, 3, one, NULL) == QCDC_OK);
    CU_ASSERT(one[0].unit == 3 && one[0].period.start % 12 == 8 && one[1].unit == 3 && one[1].period.start % 12 == 7 && one[2].unit == 6);
    CU_ASSERT(one[0].period.start < one[1].period.start);
    for (uint32_t threads = 2; threads <= 64; threads *= 2) {
        QcdcOutlierOptions options = {.threads = threads};
        QcdcOutliers *others = outlier_grid_find_in(cube, &options);
        CU_ASSERT(qcdc_outliers_read(others, 0, 3, other, NULL) == QCDC_OK && memcmp(one, other, sizeof one) == 0);
        qcdc_outliers_unref(others);
    }
    CU_ASSERT(qcdc_outliers_read(again, 3, 0, NULL, NULL) == QCDC_OK);
    CU_ASSERT(qcdc_outliers_read(again, 2, 2, other, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_outliers_read(again, 4, 0, other, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_outliers_read(again, 0, 1, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_outliers_read(NULL, 0, 0, other, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_outliers_get_count(NULL) == 0 && qcdc_outliers_get_judged_count(NULL) == 0 && qcdc_outliers_get_left_count(NULL) == 0);
    qcdc_outliers_unref(again);
    qcdc_outliers_unref(NULL);
    CU_ASSERT(qcdc_outliers_ref(NULL) == NULL);
    qcdc_cube_unref(cube);
}

static void test_refusals(void)
{
    static const QcdcIndicatorId ratio[] = {1}, formula[] = {2}, none[] = {9};
    static const QcdcUnitId nobody[] = {UNITS};
    const struct {
        QcdcOutlierOptions options;
        QcdcStatus status;
    } cases[] = {
        {{.indicators = ratio, .indicator_count = 1}, QCDC_STATUS_REFUSED},    {{.indicators = formula, .indicator_count = 1}, QCDC_STATUS_REFUSED},
        {{.indicators = none, .indicator_count = 1}, QCDC_STATUS_ARGUMENT},    {{.indicator_count = 1}, QCDC_STATUS_ARGUMENT},
        {{.units = nobody, .unit_count = 1}, QCDC_STATUS_ARGUMENT},            {{.unit_count = 1}, QCDC_STATUS_ARGUMENT},
        {{.threshold = -1}, QCDC_STATUS_ARGUMENT},                             {{.threshold = NAN}, QCDC_STATUS_ARGUMENT},
        {{.threshold = 1001}, QCDC_STATUS_ARGUMENT},                           {{.threads = 65}, QCDC_STATUS_ARGUMENT},
        {{.first = {.start = 5, .kind = 77}}, QCDC_STATUS_ARGUMENT},           {{.last = cells_period("2024-01-01/2024-02-05")}, QCDC_STATUS_ARGUMENT},
    };
    OutlierGrid grid = outlier_grid_make(30);
    QcdcCube *cube = outlier_grid_make_cube(&grid);
    QcdcOutliers *outliers = NULL;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcError error = {0};
        CU_ASSERT_EQUAL(qcdc_cube_find_outliers(cube, &cases[i].options, &outliers, &error), cases[i].status);
        CU_ASSERT(error.status == cases[i].status && outliers == NULL);
    }
    CU_ASSERT(qcdc_cube_find_outliers(NULL, NULL, &outliers, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_find_outliers(cube, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    qcdc_cube_unref(cube);
}

static OutlierGrid make_random_grid(Random *random)
{
    static const char *const marks[] = {";E", ";A+D", ";A+B", ";P", "trên;"};
    OutlierGrid grid = outlier_grid_make((double)(1 << random_below(random, 10)));
    grid.kind = "mqsy"[random_below(random, 4)];
    grid.communes = random_below(random, COMMUNES) + 1;
    grid.months = random_below(random, MONTHS) + 1;
    grid.has_districts = random_chance(random, 3);
    for (size_t unit = 0; unit < COMMUNES; unit++)
        for (size_t month = 0; month < MONTHS; month++) {
            double *value = &grid.values[unit][month];
            *value = random_chance(random, 8) ? -1 : random_chance(random, 6) ? 0 : random_chance(random, 20) ? *value * 10 : *value;
            if (random_chance(random, 12))
                grid.marks[unit][month] = marks[random_below(random, 5)];
        }
    return grid;
}

static void expect_laws(const QcdcOutlier *outlier, double threshold)
{
    double decided = isnan(outlier->peer_score) ? outlier->score : outlier->peer_score, value = (double)outlier->value.coefficient;
    CU_ASSERT(fabs(decided) >= threshold && fabs(outlier->score) >= 1.5 && (decided > 0) == (outlier->score > 0));
    CU_ASSERT(0 <= outlier->low && outlier->low <= outlier->typical && outlier->typical <= outlier->high);
    CU_ASSERT(decided > 0 ? value >= outlier->high : value <= outlier->low);
    CU_ASSERT(isnan(outlier->peer_score) ? outlier->peers == 0 : outlier->peers >= 5);
    CU_ASSERT(outlier->cause < QCDC_OUTLIER_CAUSE_END && qcdc_outlier_explain(outlier, QCDC_LANGUAGE_VI, NULL, 0) > 40);
}

/* Whatever the figures are: what is found is far, outside of what is ordinary, and is found by every lower threshold. */
static void test_laws(void)
{
    static QcdcOutlier found[COMMUNES * MONTHS], fewer[COMMUNES * MONTHS];
    Random random = random_begin(suite_get_seed());
    for (unsigned long i = 0; i < suite_get_cases(300); i++) {
        OutlierGrid grid = make_random_grid(&random);
        QcdcCube *cube = outlier_grid_make_cube(&grid);
        QcdcOutlierOptions low = {.threshold = 2.5, .threads = 2}, high = {.threshold = 4};
        QcdcOutliers *all = outlier_grid_find_in(cube, &low), *some = outlier_grid_find_in(cube, &high);
        size_t count = qcdc_outliers_get_count(all), some_count = qcdc_outliers_get_count(some), met = 0;
        CU_ASSERT(qcdc_outliers_read(all, 0, count, found, NULL) == QCDC_OK && qcdc_outliers_read(some, 0, some_count, fewer, NULL) == QCDC_OK);
        CU_ASSERT(qcdc_outliers_get_judged_count(all) == qcdc_outliers_get_judged_count(some));
        for (size_t k = 0; k < count; k++) {
            expect_laws(&found[k], 2.5);
            met += met < some_count && memcmp(&found[k], &fewer[met], sizeof found[k]) == 0;
        }
        CU_ASSERT(met == some_count);
        qcdc_outliers_unref(all);
        qcdc_outliers_unref(some);
        qcdc_cube_unref(cube);
    }
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"a typing error is found, and told what it may be", test_tenfold},
        {"small counts and small differences are nothing", test_small_counts},
        {"what all peers do is nothing", test_peers},
        {"one does not hide another", test_two_at_once},
        {"peers are those of the same depth where siblings are few", test_other_trees},
        {"quarters, halves and years are looked at too", test_other_periods},
        {"what comes every year is nothing", test_season},
        {"what is no observation is not judged", test_statuses},
        {"figures between zeros are held against one another", test_sparse},
        {"few figures are left alone", test_left_alone},
        {"decimals are counted in their last place", test_decimals},
        {"options choose what is judged", test_options},
        {"the order and the result are one for any threads", test_order},
        {"what is out of range is refused", test_refusals},
        {"whatever the figures are, laws hold", test_laws},
    };
    return SUITE_RUN("outlier_cube", tests, argc, argv);
}
