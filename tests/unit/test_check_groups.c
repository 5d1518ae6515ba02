/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <qcdc/audit.h>

#include "expect.h"
#include "figures.h"
#include "suite.h"

/* Findings a line each, "row unit" */
static void expect_findings(const char *units, QcdcGrouping grouping, const char *wanted)
{
    Figures figures = {units, "code;name;nature;measure\nn;N;flow;đơn\n", "unit;indicator;period;value\nt;n;2020;1\nt;n;2022;1\n", NULL, "g=G;h=H;k=K", NULL};
    FiguresMore more = {.grouping = grouping};
    QcdcRollupOptions options = {0};
    QcdcCube *cube = figures_make_cube_with(&figures, &more, &options);
    QcdcFindings *findings = NULL;
    QcdcFinding finding;
    QcdcError error = {0};
    char lines[512] = "";
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    figures_check(qcdc_cube_check(cube, findings, &error), &error);
    for (size_t i = 0; i < qcdc_findings_get_count(findings); i++) {
        qcdc_findings_get_item(findings, i, &finding);
        snprintf(lines + strlen(lines), sizeof lines - strlen(lines), "%d %s: %s\n", (int)finding.row, finding.unit, finding.message);
        CU_ASSERT_STRING_EQUAL(finding.code, "QCDC-F208");
        CU_ASSERT_STRING_EQUAL(finding.rule, "group-partition");
        CU_ASSERT_EQUAL(finding.severity, QCDC_SEVERITY_WARNING);
    }
    expect_text(units, lines, wanted);
    qcdc_findings_free(findings);
    qcdc_cube_unref(cube);
}

/* D45: itself, or through a unit above it */
static void a_unit_in_two_groups_is_found(void)
{
    static const char units[] = "code;name;level;parent;groups\nt;T;0;;\na;A;1;t;g\nb;B;2;a;g\nc;C;2;a;h\nd;D;1;t;h|k\ne;E;2;d;\nf;F;1;t;g|g|other\n";
    expect_findings(units, QCDC_GROUPING_PARTITION,
                    "5 c: unit \"c\" is in two groups of a partition, \"g\" and \"h\"\n6 d: unit \"d\" is in two groups of a partition, \"h\" and \"k\"\n");
    expect_findings(units, QCDC_GROUPING_OVERLAP, "");
    expect_findings("code;name;level;parent;groups\nt;T;0;;\na;A;1;t;g\nb;B;2;a;other\n", QCDC_GROUPING_PARTITION, "");
}

/* Told once a row, in whatever periods it holds. */
static void each_row_is_told_once(void)
{
    expect_findings("code;name;level;parent;groups;valid_from;valid_to\nt;T;0;;;;\na;A;1;t;g|h;;2021-12-31\na;A;1;t;h|k;2022-01-01;\nb;B;1;t;g;;\n",
                    QCDC_GROUPING_PARTITION,
                    "3 a: unit \"a\" is in two groups of a partition, \"g\" and \"h\"\n4 a: unit \"a\" is in two groups of a partition, \"h\" and \"k\"\n");
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"a unit in two groups is found (D45)", a_unit_in_two_groups_is_found},
        {"each row is told once", each_row_is_told_once},
    };
    return SUITE_RUN("check_groups", tests, argc, argv);
}
