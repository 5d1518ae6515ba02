/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* D86: units in the order of their figures. */
#include <qcdc/memory.h>
#include <qcdc/table.h>

#include "cells.h"
#include "expect.h"
#include "failing-memory.h"
#include "suite.h"

gpointer g_try_malloc_n(gsize count, gsize size)
{
    return is_allowed() && (size == 0 || count <= SIZE_MAX / size) ? malloc(count * size + 1) : NULL;
}

/* Two trees; z ended before 2026 and w has nothing to report, but for a figure that came all the same. */
static const Figures office = {
    .units = "code;name;level;parent;kind;valid_to\np;Tỉnh P;0;;;\na;Xã A;1;p;xã;\nb;Xã B;1;p;xã;\nz;Xã Z;1;p;xã;2025-12-31\n"
             "q;Tỉnh Q;0;;;\nc;Xã C;1;q;xã;\nd;Xã D;1;q;xã;\nw;Văn phòng;1;q;văn phòng;\n",
    .indicators = "code;name;nature;measure;formula;reporters\nn;Đơn;flow;đơn;;xã\nm;Đã xong;flow;đơn;;xã\nr;Tỷ lệ;ratio;%;m / n;\n",
    .observations = "unit;indicator;period;value\na;n;2026;30\nb;n;2026;70\nc;n;2026;70\nz;n;2025;5\na;n;2025;1\na;m;2026;10\nb;m;2026;23\nc;m;2026;24\nw;m;2026;1\n",
};

static void check(const char *name, const QcdcSelection *selection, const QcdcRankingOptions *options, const char *wanted)
{
    QcdcCube *cube = figures_make_cube(&office, QCDC_MISSING_PARTIAL);
    QcdcError error = {0};
    char *text = NULL;
    QcdcStatus status = qcdc_cube_ranking_to_table(cube, selection, options, NULL, QCDC_TABLE_CSV, &text, &error);
    if (status == QCDC_OK)
        expect_text(name, text, wanted);
    else
        expect_text(name, error.text, wanted);
    qcdc_free(text);
    qcdc_cube_unref(cube);
}

#define HEAD "unit,unit_name,indicator,indicator_name,measure,period,value,place,of,group,expected,valued,status,origin\n"

/* The units below all roots are ranked together; who ended before has no row, who need not report one only with a figure. */
static void test_below_roots(void)
{
    const char *of_n[] = {"n"}, *of_m[] = {"m"};
    const QcdcRankingOptions smallest = {.order = QCDC_RANKING_SMALLEST_FIRST, .group_count = 2};
    check("all", &(QcdcSelection){.indicators = of_n, .indicator_count = 1}, NULL,
          HEAD "b,Xã B,n,Đơn,đơn,2026,70,1,3,,1,1,A,own\nc,Xã C,n,Đơn,đơn,2026,70,1,3,,1,1,A,own\na,Xã A,n,Đơn,đơn,2026,30,3,3,,1,1,A,own\n"
               "d,Xã D,n,Đơn,đơn,2026,,,3,,1,0,,\n");
    check("smallest", &(QcdcSelection){.indicators = of_m, .indicator_count = 1}, &smallest,
          HEAD "w,Văn phòng,m,Đã xong,đơn,2026,1,1,4,1,0,0,A,own\na,Xã A,m,Đã xong,đơn,2026,10,2,4,1,1,1,A,own\nb,Xã B,m,Đã xong,đơn,2026,23,3,4,2,1,1,A,own\n"
               "c,Xã C,m,Đã xong,đơn,2026,24,4,4,2,1,1,A,own\nd,Xã D,m,Đã xong,đơn,2026,,,4,,1,0,,\n");
    check("the year before", &(QcdcSelection){.period = "2025", .unit = "p", .indicators = of_n, .indicator_count = 1}, NULL,
          HEAD "z,Xã Z,n,Đơn,đơn,2025,5,1,2,,1,1,A,own\na,Xã A,n,Đơn,đơn,2025,1,2,2,,1,1,A,own\nb,Xã B,n,Đơn,đơn,2025,,,2,,1,0,,\n");
}

/* Roots are units of their level, too. */
static void test_levels(void)
{
    const char *of_n[] = {"n"}, *of_r[] = {"r"};
    const QcdcRankingOptions top = {.size = sizeof top, .level = "0"}, below = {.level = "1"};
    check("roots", &(QcdcSelection){.indicators = of_n, .indicator_count = 1}, &top,
          HEAD "p,Tỉnh P,n,Đơn,đơn,2026,100,1,1,,2,2,A,sum\nq,Tỉnh Q,n,Đơn,đơn,2026,70,,1,,2,1,A,partial\n");
    check("below one", &(QcdcSelection){.unit = "p", .indicators = of_r, .indicator_count = 1}, &below,
          HEAD "a,Xã A,r,Tỷ lệ,%,2026,33.3,1,2,,1,1,A,own\nb,Xã B,r,Tỷ lệ,%,2026,32.9,2,2,,1,1,A,own\n");
    check("no such", &(QcdcSelection){.unit = "p", .indicators = of_n, .indicator_count = 1}, &top, "level \"0\" has no units here; levels are those of units.csv");
    check("leaf", &(QcdcSelection){.unit = "a", .indicators = of_n, .indicator_count = 1}, NULL,
          "unit \"a\" has no units below it; name the unit above those that are ranked");
    check("ended", &(QcdcSelection){.unit = "z", .indicators = of_n, .indicator_count = 1, .period = "2026"}, NULL,
          "unit: unit \"z\" is not in force in 2026");
}

static void test_refusals(void)
{
    QcdcCube *cube = figures_make_cube(&office, QCDC_MISSING_PARTIAL);
    const char *of_n[] = {"n"};
    const QcdcSelection asked = {.indicators = of_n, .indicator_count = 1}, none = {0}, no_period = {.period = "now", .indicators = of_n, .indicator_count = 1};
    const QcdcRankingOptions no_order = {.order = QCDC_RANKING_END};
    const QcdcStyle no_style = {.size = 1};
    char *text = NULL;
    CU_ASSERT(qcdc_cube_ranking_to_table(NULL, &asked, NULL, NULL, QCDC_TABLE_TEXT, &text, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_ranking_to_table(cube, NULL, NULL, NULL, QCDC_TABLE_TEXT, &text, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_ranking_to_table(cube, &none, NULL, NULL, QCDC_TABLE_TEXT, &text, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_ranking_to_table(cube, &asked, &no_order, NULL, QCDC_TABLE_TEXT, &text, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_ranking_to_table(cube, &asked, NULL, &no_style, QCDC_TABLE_TEXT, &text, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_ranking_to_table(cube, &asked, NULL, NULL, QCDC_TABLE_END, &text, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_ranking_to_table(cube, &asked, NULL, NULL, QCDC_TABLE_TEXT, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_cube_ranking_to_table(cube, &no_period, NULL, NULL, QCDC_TABLE_TEXT, &text, NULL) == QCDC_STATUS_SYNTAX && text == NULL);
    qcdc_cube_unref(cube);
}

/* Whichever allocation fails, that is told and nothing is written. */
static void test_no_memory(void)
{
    QcdcCube *cube = figures_make_cube(&office, QCDC_MISSING_PARTIAL);
    const char *of_n[] = {"n"};
    const QcdcSelection asked = {.indicators = of_n, .indicator_count = 1};
    const QcdcRankingOptions quarters = {.group_count = 4};
    long turn = 0;
    for (QcdcStatus status = QCDC_STATUS_MEMORY; status != QCDC_OK; turn++) {
        char *text = NULL;
        allowed = turn;
        status = qcdc_cube_ranking_to_table(cube, &asked, &quarters, NULL, QCDC_TABLE_JSON, &text, NULL);
        allowed = -1;
        CU_ASSERT(status == QCDC_OK ? text != NULL : status == QCDC_STATUS_MEMORY && text == NULL);
        qcdc_free(text);
    }
    CU_ASSERT(turn > 10);
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"units below all roots have places together", test_below_roots},
        {"a level is ranked at any depth", test_levels},
        {"what is no ranking is refused", test_refusals},
        {"memory that fails is told", test_no_memory},
    };
    return SUITE_RUN("table_ranking", tests, argc, argv);
}
