/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "cells.h"
#include "expect.h"
#include "suite.h"

/* d has a and b; in y-te a stands under k, and k is no leaf any more. */
static const Figures figures = {
    "code;name;level;parent;groups;parent.0\nt;T;0;;;\nd;D;1;t;g;\nk;K;1;t;;\na;A;2;d;;k\nb;B;2;d;;\nc;C;1;t;h;\nf;F;1;t;;b\n",
    "code;name;nature;measure;formula\nn;N;flow;đơn;\nm;M;flow;đơn;\nr;R;ratio;%;m / n\nrank;K;rank;bậc;\n",
    "unit;indicator;period;value;scope\nt;n;2022;1;own\na;n;2022;10;own\nb;n;2022;20;own\nk;n;2022;40;own\nc;n;2022;80;own\nf;n;2022;160;own\n"
    "d;n;2021;7;total\nk;n;2021;9;total\nb;n;2021;2;own\na;m;2022;5;own\nk;m;2022;8;own\nd;rank;2022;3;total\n",
    NULL, "g=nhóm g;h=nhóm h", NULL};

static QcdcCube *roll_up(const char *hierarchy, QcdcGrouping grouping)
{
    FiguresMore more = {.hierarchies = "y-te", .grouping = grouping};
    QcdcRollupOptions options = {.hierarchy = hierarchy};
    return figures_make_cube_with(&figures, &more, &options);
}

/* D44: own trees; who reports by default is judged in the column parent */
static void figures_go_up_the_hierarchy(void)
{
    static const CellAsk plain[] = {{"t", "n", "2022", "311 5/5 sum A", 0}, {"d", "n", "2022", "30 2/2 sum A", 0}, {"k", "n", "2022", "40 1/1 own A", 0}};
    static const CellAsk other[] = {
        {"t", "n", "2022", "311 5/5 sum A", 0},  {"d", "n", "2022", "180 2/2 sum A", 0},
        {"k", "n", "2022", "50 2/2 sum A", 0},   {"b", "n", "2022", "180 2/2 sum A", 0},
        {"k#own", "n", "2022", "40 1/1 own A", 0}, {"d", "m", "2022", "- 0/2 none", 0},
        {"k", "r", "2022", "13/50 2/2 sum A", 0},
    };
    QcdcCube *cube = roll_up("parent", QCDC_GROUPING_DEFAULT);
    cells_expect(cube, plain, sizeof plain / sizeof plain[0]);
    qcdc_cube_unref(cube);
    cube = roll_up("y-te", QCDC_GROUPING_DEFAULT);
    cells_expect(cube, other, sizeof other / sizeof other[0]);
    qcdc_cube_unref(cube);
}

/* D44: a total counts where the same units stand below */
static void totals_speak_of_the_column_parent(void)
{
    static const CellAsk plain[] = {{"d", "n", "2021", "7 1/2 reported-total A", 0}, {"k", "n", "2021", "9 0/1 reported-total A", 0}, {"d", "rank", "2022", "3 1/1 reported-total A", 0}};
    static const CellAsk other[] = {{"d", "n", "2021", "2 1/2 partial A", 0}, {"k", "n", "2021", "- 0/2 none", 0}, {"d", "rank", "2022", "- 0/1 none", 0}};
    QcdcCube *cube = roll_up(NULL, QCDC_GROUPING_DEFAULT);
    cells_expect(cube, plain, sizeof plain / sizeof plain[0]);
    qcdc_cube_unref(cube);
    cube = roll_up("y-te", QCDC_GROUPING_DEFAULT);
    cells_expect(cube, other, sizeof other / sizeof other[0]);
    qcdc_cube_unref(cube);
}

static void an_unknown_name_is_told_with_those_there_are(void)
{
    FiguresMore more = {.hierarchies = "y-te;thuế"};
    QcdcRollupOptions options = {.hierarchy = "yte"};
    QcdcDataset *dataset = figures_make_dataset_with(&figures, &more);
    QcdcCube *cube = NULL;
    QcdcError error = {0};
    CU_ASSERT_EQUAL(qcdc_dataset_rollup(dataset, &options, &cube, &error), QCDC_STATUS_NOT_FOUND);
    expect_text("error", error.text, "hierarchy \"yte\" is not known; parent, y-te, thuế");
    expect_text("hint", error.hint, "parent, y-te, thuế");
    CU_ASSERT_PTR_NULL(cube);
    qcdc_dataset_unref(dataset);
}

/* "t 311; t#own 1; …": the lines of a comparison by group, whose periods the cube lacks: it is made anew in its hierarchy */
static void expect_parts(const char *hierarchy, QcdcGrouping grouping, const char *period, const char *wanted)
{
    FiguresAsk ask = {.unit = "t", .period = period, .indicators = "n", .by = QCDC_BY_GROUP, .bases = "1999"};
    QcdcCube *cube = roll_up(hierarchy, grouping);
    QcdcComparison *comparison = figures_compare_cube(cube, &ask);
    QcdcComparisonRow row;
    char text[CELLS_TEXT_SIZE] = "";
    for (size_t i = 0; i < qcdc_comparison_get_count(comparison); i++) {
        CU_ASSERT_EQUAL_FATAL(qcdc_comparison_read_rows(comparison, i, 1, &row, NULL), QCDC_OK);
        cells_append(text, i > 0 ? "; " : "");
        cells_append(text, row.unit_code);
        cells_append(text, " ");
        cells_append_decimal(text, row.change.current.value);
        if (strcmp(row.unit_code, "group:*") == 0)
            CU_ASSERT_EQUAL(row.unit, (QcdcUnitId)QCDC_ID_NONE);
    }
    expect_text(period, text, wanted);
    qcdc_comparison_unref(comparison);
    qcdc_cube_unref(cube);
}

/* D45 */
static void a_partition_ends_in_the_others(void)
{
    expect_parts(NULL, QCDC_GROUPING_OVERLAP, "2022", "t 311; t#own 1; group:g 30; group:h 80");
    expect_parts(NULL, QCDC_GROUPING_PARTITION, "2022", "t 311; t#own 1; group:g 30; group:h 80; group:* 200");
    expect_parts("y-te", QCDC_GROUPING_PARTITION, "2022", "t 311; t#own 1; group:g 180; group:h 80; group:* 50");
    /* of units without any group below them, reported totals too */
    expect_parts(NULL, QCDC_GROUPING_PARTITION, "2021", "t 16; group:g 7; group:h 0; group:* 9");
}

/* Groups that are not declared are no part of the partition. */
static void a_partition_is_of_declared_groups(void)
{
    Figures few = figures;
    FiguresMore more = {.hierarchies = "y-te", .grouping = QCDC_GROUPING_PARTITION};
    FiguresAsk ask = {.unit = "t", .period = "2022", .indicators = "n", .by = QCDC_BY_GROUP};
    QcdcRollupOptions options = {0};
    QcdcComparisonRow row;
    few.groups = "g=nhóm g";
    QcdcCube *cube = figures_make_cube_with(&few, &more, &options);
    QcdcComparison *comparison = figures_compare_cube(cube, &ask);
    CU_ASSERT_EQUAL(qcdc_comparison_get_count(comparison), 4);
    CU_ASSERT_EQUAL_FATAL(qcdc_comparison_read_rows(comparison, 3, 1, &row, NULL), QCDC_OK);
    expect_text("code", row.unit_code, "group:*");
    CU_ASSERT_EQUAL(row.change.current.value.coefficient, 280);
    CU_ASSERT_EQUAL(row.units_expected, 3);
    CU_ASSERT_EQUAL(row.units_valued, 3);
    qcdc_comparison_unref(comparison);
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"figures go up the hierarchy (D44)", figures_go_up_the_hierarchy},
        {"totals speak of the column parent (D44)", totals_speak_of_the_column_parent},
        {"an unknown name is told with those there are", an_unknown_name_is_told_with_those_there_are},
        {"a partition ends in the others (D45)", a_partition_ends_in_the_others},
        {"a partition is of declared groups (D45)", a_partition_is_of_declared_groups},
    };
    return SUITE_RUN("hierarchies", tests, argc, argv);
}
