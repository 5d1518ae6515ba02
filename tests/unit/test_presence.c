/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "analysis/comparison-private.h"
#include "expect.h"
#include "failing-memory.h"
#include "figures.h"
#include "suite.h"

/* h2 ended in the middle of 2025, h3 began then; h4 was away in 2024 alone, h5 in 2025; the districts d ended with 2024. */
#define UNITS \
    "code;id;name;level;parent;valid_from;valid_to\n" \
    "p;;Tỉnh;0;;;\n" \
    "h1;;Huyện 1;1;p;;\n" \
    "h2;;Huyện 2;1;p;;2025-06-30\n" \
    "h3;;Huyện 3;1;p;2025-07-01;\n" \
    "h4;4;Huyện 4;1;p;;2023-12-31\n" \
    "h4;4;Huyện 4;1;p;2025-01-01;\n" \
    "h5;5;Huyện 5;1;p;;2024-12-31\n" \
    "h5;5;Huyện 5;1;p;2026-06-01;\n" \
    "d1;;Vùng 1;2;h1;;2024-12-31\n" \
    "d2;;Vùng 2;2;h1;;2024-06-30\n" \
    "q;;Tỉnh Q;0;;;\n" \
    "q1;;Huyện Q1;1;q;;\n" \
    "q2;;Huyện Q2;1;q;;2024-12-31\n"

#define ROWS \
    "unit;indicator;period;value\n" \
    "h1;n;2026-Q1;5\nh3;n;2026-Q1;4\nh4;n;2026-Q1;3\nh1;n;2025-Q1;5\nh2;n;2025-Q1;6\nh4;n;2025-Q1;7\n" \
    "h1;n;2024-Q1;5\nh2;n;2024-Q1;6\nh5;n;2024-Q1;7\nd1;n;2024-Q1;1\nd2;n;2024-Q1;1\n" \
    "q1;n;2026-Q1;5\nq1;n;2024-Q1;5\nq2;n;2024-Q1;5\n"

static const Figures figures = {UNITS, "code;name;nature;measure\nn;Đơn;flow;đơn\n", ROWS, "kh=kế hoạch", NULL, NULL};

/* "h2 ended 20270 *": code, presence, day, * where units differ */
static void expect_presence(const FiguresAsk *ask, const char *expected)
{
    static const char *const words[] = {"", " new", " ended"};
    QcdcComparison *comparison = figures_compare(&figures, ask);
    char text[1024] = "";
    for (size_t i = 0; comparison != NULL && i < qcdc_comparison_get_count(comparison); i++) {
        QcdcComparisonRow row;
        size_t length = strlen(text);
        char day[16] = "";
        CU_ASSERT_EQUAL(qcdc_comparison_read_rows(comparison, i, 1, &row, NULL), QCDC_OK);
        if (row.presence != QCDC_PRESENCE_BOTH)
            snprintf(day, sizeof day, " %d", (int)row.presence_day);
        CU_ASSERT(row.presence != QCDC_PRESENCE_BOTH || row.presence_day == 0);
        CU_ASSERT(row.presence != QCDC_PRESENCE_ENDED || row.change.current.state == QCDC_FIGURE_ABSENT);
        snprintf(text + length, sizeof text - length, "%s%s%s%s%s", length > 0 ? "; " : "", row.unit_code, words[row.presence], day,
                 (row.change.caveats & QCDC_CAVEAT_UNITS_DIFFER) != 0 ? " *" : "");
    }
    expect_text(expected, text, expected);
    qcdc_comparison_unref(comparison);
}

static void units_are_new_and_ended(void)
{
    FiguresAsk year = {.unit = "p", .period = "2026-Q1", .by = QCDC_BY_CHILD};
    FiguresAsk two = year, both = year, alone = year, later = {.unit = "p", .period = "2024-Q1", .by = QCDC_BY_CHILD, .bases = "2026-Q1"};
    FiguresAsk plan = year, beside = {.unit = "h3", .period = "2026-Q1", .bases = "unit:h1"};
    FiguresAsk roots = {.period = "2026-Q1", .by = QCDC_BY_CHILD, .bases = "2024-Q1"};
    expect_presence(&year, "p *; h1; h3 new 20270 *; h4; h2 ended 20270 *");
    two.bases = "2024-Q1";
    expect_presence(&two, "p *; h1 *; h3 new 20270 *; h4 *; h2 ended 20270 *");
    both.bases = "2025-Q1;2024-Q1";
    expect_presence(&both, "p *; h1; h3 new 20270 *; h4; h2 ended 20270 *; p *; h1 *; h3 new 20270 *; h4 *; h2 ended 20270 *");
    alone.by = QCDC_BY_NONE;
    expect_presence(&alone, "p *");
    expect_presence(&later, "p *; h1 *; h2 *; h5 *");
    plan.bases = "plan";
    expect_presence(&plan, "p; h1; h3; h4");
    expect_presence(&beside, "h3");
    expect_presence(&roots, "p *; h1 *; h3 new 20270 *; h4 *; h2 ended 20270 *; q *; q1; q2 ended 20089 *");
}

static void levels_end_with_the_last_of_their_units(void)
{
    FiguresAsk ask = {.unit = "h1", .period = "2026-Q1", .by = QCDC_BY_LEVEL, .bases = "2024-Q1"};
    FiguresAsk above = {.unit = "p", .period = "2026-Q1", .by = QCDC_BY_LEVEL, .bases = "2024-Q1"};
    expect_presence(&ask, "h1 *; level:2 ended 20089 *");
    expect_presence(&above, "p *; level:1 *; level:2 ended 20089 *");
}

static void failing_memory_is_told(void)
{
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    static const QcdcBaseOption base = {QCDC_BASE_PERIOD, "2024-Q1", NULL, NULL};
    QcdcSelection selection = {.size = sizeof selection, .period = "2026-Q1", .by = QCDC_BY_CHILD, .bases = &base, .base_count = 1,
                               .basis = QCDC_BASIS_COMMON};
    QcdcStatus status = QCDC_STATUS_MEMORY;
    for (long most = 0; status == QCDC_STATUS_MEMORY && most < 100000; most++) {
        QcdcComparison *comparison = NULL;
        allowed = most;
        status = qcdc_cube_compare(cube, &selection, &comparison, NULL);
        allowed = -1;
        qcdc_comparison_unref(comparison);
    }
    CU_ASSERT_EQUAL(status, QCDC_OK);
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"units are new and ended", units_are_new_and_ended},
        {"levels end with the last of their units", levels_end_with_the_last_of_their_units},
        {"failing memory is told", failing_memory_is_told},
    };
    return SUITE_RUN("presence", tests, argc, argv);
}
