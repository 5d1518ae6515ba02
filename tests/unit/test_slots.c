/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "analysis/slots-private.h"
#include "cells.h"
#include "suite.h"

#define UNITS "code;name;level\np;Tỉnh;0\n"
#define INDICATORS "code;name;nature;measure;formula\nn;Đơn;flow;đơn;\n"

static Slots make_slots(const char *indicators, const char *observations, const char *wanted)
{
    Figures figures = {UNITS, indicators, observations, NULL, NULL, NULL};
    QcdcDataset *dataset = figures_make_dataset(&figures);
    QcdcPeriod period = wanted != NULL ? cells_period(wanted) : (QcdcPeriod){0};
    Slots slots = {0};
    QcdcError error = {0};
    figures_check(slots_make(dataset, qcdc_dataset_get_catalog(dataset), &period, wanted != NULL, 1000, NULL, &slots, &error), &error);
    qcdc_dataset_unref(dataset);
    return slots;
}

static void expect_slots(const Slots *slots, const char *expected)
{
    char text[1024] = "";
    for (size_t i = 0; i < slots->count; i++) {
        char label[QCDC_PERIOD_TEXT_SIZE];
        qcdc_period_to_text(slots->nodes[i].period, label, sizeof label);
        strncat(text, i > 0 ? " " : "", sizeof text - strlen(text) - 1);
        strncat(text, label, sizeof text - strlen(text) - 1);
    }
    CU_ASSERT_STRING_EQUAL(text, expected);
}

static uint32_t find(const Slots *slots, const char *label)
{
    return slots_find(slots, cells_period(label));
}

static void observed_periods_call_for_those_around_them(void)
{
    Slots slots = make_slots(INDICATORS, "unit;indicator;period;value\np;n;2022-05;1\np;n;2021-Q4;1\n", NULL);
    expect_slots(&slots, "2021 2021-S2 2021-Q4 2022-S1 2022 2022-Q2 2022-05");
    slots_clear(&slots);
}

static void days_and_to_date_labels_are_slots_alone(void)
{
    Slots slots = make_slots(INDICATORS, "unit;indicator;period;value\np;n;2022-05-03/2022-05-09;1\np;n;2020-01/P10M;1\n", "2016/P5Y");
    expect_slots(&slots, "2016/P5Y 2020-01/P10M 2020 2022-05-03/2022-05-09");
    slots_clear(&slots);
}

static void forms_look_back(void)
{
    Slots slots = make_slots(INDICATORS "m;Mới;flow;đơn;n - prev(n) + base(n)\n", "unit;indicator;period;value\np;n;2022-05;1\n",
                             "2022-01/P10M");
    CU_ASSERT_NOT_EQUAL(find(&slots, "2022-01/P9M"), SLOT_NONE);
    CU_ASSERT_NOT_EQUAL(find(&slots, "2021-01/P10M"), SLOT_NONE);
    CU_ASSERT_NOT_EQUAL(find(&slots, "2021-01/P9M"), SLOT_NONE); /* of what was looked back to, once more */
    CU_ASSERT_EQUAL(find(&slots, "2020-01/P9M"), SLOT_NONE);
    slots_clear(&slots);
}

static void tilings_are_exact_and_finer(void)
{
    Slots slots = make_slots(INDICATORS, "unit;indicator;period;value\np;n;2022-05;1\np;n;2022-01/P9M;1\np;n;2022-01/P10M;1\n", NULL);
    static const struct {
        const char *label;
        QcdcPeriodKind kind;
        uint32_t count;
    } cases[] = {
        {"2022", QCDC_PERIOD_MONTH, 12},       {"2022", QCDC_PERIOD_HALF, 2},         {"2022", QCDC_PERIOD_YEAR, 0},
        {"2022-Q2", QCDC_PERIOD_MONTH, 3},     {"2022-Q2", QCDC_PERIOD_QUARTER, 0},   {"2022-05", QCDC_PERIOD_MONTH, 0},
        {"2022-01/P9M", QCDC_PERIOD_QUARTER, 3}, {"2022-01/P10M", QCDC_PERIOD_QUARTER, 0}, {"2022-01/P10M", QCDC_PERIOD_MONTH, 10},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const Tiling *tiling = slots_tiling(&slots, find(&slots, cases[i].label), cases[i].kind);
        CU_ASSERT_EQUAL(tiling != NULL ? tiling->count : 0, cases[i].count);
    }
    CU_ASSERT_EQUAL(slots_coarsest_tiling(&slots, find(&slots, "2022"))->count, 2);
    CU_ASSERT_PTR_NULL(slots_coarsest_tiling(&slots, find(&slots, "2022-05")));
    slots_clear(&slots);
}

/* D14: a label shorter than the base kind has no sub-period; days and ten months by quarters are their own. */
static void finer_labels_have_no_sub_period(void)
{
    Slots slots = make_slots(INDICATORS, "unit;indicator;period;value\np;n;2022-05;1\np;n;2022-01/P10M;1\np;n;2022-05-03/2022-05-09;1\n",
                             "2022-01/P2M");
    CU_ASSERT_TRUE(slots_is_finer(&slots, find(&slots, "2022-05"), QCDC_PERIOD_QUARTER));
    CU_ASSERT_TRUE(slots_is_finer(&slots, find(&slots, "2022-01/P2M"), QCDC_PERIOD_QUARTER));
    CU_ASSERT_FALSE(slots_is_finer(&slots, find(&slots, "2022-Q2"), QCDC_PERIOD_QUARTER));
    CU_ASSERT_FALSE(slots_is_finer(&slots, find(&slots, "2022-01/P10M"), QCDC_PERIOD_QUARTER));
    CU_ASSERT_TRUE(slots_is_finer(&slots, find(&slots, "2022-01/P10M"), QCDC_PERIOD_YEAR));
    CU_ASSERT_FALSE(slots_is_finer(&slots, find(&slots, "2022-05-03/2022-05-09"), QCDC_PERIOD_YEAR));
    CU_ASSERT_PTR_NULL(slots_base_tiling(&slots, find(&slots, "2022-01/P10M"), QCDC_PERIOD_QUARTER));
    slots_clear(&slots);
}

/* D17: labels of one end lie together, shortest first. */
static void labels_of_one_end_are_a_run(void)
{
    Slots slots = make_slots(INDICATORS, "unit;indicator;period;value\np;n;2022-12;1\np;n;2022-12-31/2022-12-31;1\np;n;2022-10;1\n", NULL);
    static const char *const run[] = {"2022-12", "2022-Q4", "2022-S2", "2022"};
    size_t place = 0;
    while (slots.by_end.slots[place] != find(&slots, "2022-12"))
        place++;
    for (size_t i = 0; i < 4; i++) {
        CU_ASSERT_EQUAL(slots.by_end.slots[place + i], find(&slots, run[i]));
        CU_ASSERT_EQUAL(slots.by_end.starts[place + i], place);
    }
    CU_ASSERT_EQUAL(slots.by_end.starts[place + 4], place + 4);
    slots_clear(&slots);
}

static void long_spans_have_a_limit(void)
{
    Figures figures = {UNITS, INDICATORS, "unit;indicator;period;value\np;n;0001/P9999Y;1\n", NULL, NULL, NULL};
    QcdcDataset *dataset = figures_make_dataset(&figures);
    QcdcRollupOptions options = {.max_cells = 100000};
    QcdcCube *cube = NULL;
    QcdcError error = {0};
    CU_ASSERT_EQUAL(qcdc_dataset_rollup(dataset, &options, &cube, &error), QCDC_STATUS_MEMORY);
    qcdc_dataset_unref(dataset);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"observed periods call for those around them (D9)", observed_periods_call_for_those_around_them},
        {"days and to-date labels are slots alone (S13)", days_and_to_date_labels_are_slots_alone},
        {"forms look back (S6)", forms_look_back},
        {"tilings are exact and finer (D16)", tilings_are_exact_and_finer},
        {"finer labels have no sub-period (D14)", finer_labels_have_no_sub_period},
        {"labels of one end are a run (D17)", labels_of_one_end_are_a_run},
        {"long spans have a limit", long_spans_have_a_limit},
    };
    return SUITE_RUN("slots", tests, argc, argv);
}
