/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "analysis/forest-private.h"
#include "cells.h"
#include "expect.h"
#include "suite.h"

/* A catalog, the slots of its observations, and the trees of these. */
typedef struct Woods {
    QcdcDataset *dataset;
    Slots slots;
    Forest forest;
} Woods;

static Woods plant(const char *units, const char *observations)
{
    Figures figures = {units, "code;name;nature;measure\nn;Đơn;flow;đơn\n", observations, NULL, NULL, NULL};
    Woods woods = {.dataset = figures_make_dataset(&figures)};
    QcdcError error = {0};
    CU_ASSERT_PTR_NOT_NULL_FATAL(woods.dataset);
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(woods.dataset);
    figures_check(slots_make(woods.dataset, catalog, NULL, 0, 100000, NULL, &woods.slots, &error), &error);
    figures_check(forest_make(catalog, 0, &woods.slots, NULL, &woods.forest, &error), &error);
    return woods;
}

static void fell(Woods *woods)
{
    forest_clear(&woods->forest);
    slots_clear(&woods->slots);
    qcdc_dataset_unref(woods->dataset);
}

static void expect_units(const Woods *woods, const char *label, size_t in_tree, size_t in_force)
{
    uint32_t slot = slots_find(&woods->slots, cells_period(label));
    size_t units = qcdc_catalog_get_unit_count(qcdc_dataset_get_catalog(woods->dataset)), found = 0;
    for (QcdcUnitId unit = 0; unit < units; unit++)
        found += forest_is_in_force(&woods->forest, &woods->slots, slot, unit);
    expect_number(label, (int64_t)forest_tree(&woods->forest, slot)->count, (int64_t)in_tree);
    expect_number(label, (int64_t)found, (int64_t)in_force);
}

static void periods_between_changes_share_a_tree(void)
{
    Woods woods = plant("code;name;level;parent;valid_from;valid_to\np;P;0;;;\na;A;1;p;;2021-03-31\nb;B;1;p;2021-04-01;\n"
                        "c;C;1;p;2021-04-01;2021-08-31\n",
                        "unit;indicator;period;value\np;n;2021-01;1\np;n;2021-02;1\np;n;2021-04;1\np;n;2021-05;1\np;n;2021-09;1\n");
    expect_units(&woods, "2021-01", 2, 2);
    expect_units(&woods, "2021-05", 3, 3);
    expect_units(&woods, "2021-09", 2, 2);
    expect_units(&woods, "2021-Q1", 2, 2);
    expect_units(&woods, "2021", 4, 2);
    CU_ASSERT_PTR_EQUAL(forest_tree(&woods.forest, slots_find(&woods.slots, cells_period("2021-01"))),
                        forest_tree(&woods.forest, slots_find(&woods.slots, cells_period("2021-Q1"))));
    CU_ASSERT_PTR_NOT_EQUAL(forest_tree(&woods.forest, slots_find(&woods.slots, cells_period("2021-01"))),
                            forest_tree(&woods.forest, slots_find(&woods.slots, cells_period("2021-05"))));
    fell(&woods);
}

enum {
    MANY = 6000, /* more days than are sorted at once */
    LINE = 48
};

/* Unit k is in force for the month k % 24 of 2020 and 2021, from a day that few share. */
static void many_changes_are_kept_apart(void)
{
    char *units = malloc((MANY + 2) * LINE), *end = units;
    CU_ASSERT_PTR_NOT_NULL_FATAL(units);
    end += sprintf(end, "code;name;level;parent;valid_from;valid_to\np;P;0;;;\n");
    for (int k = 0; k < MANY; k++) {
        int month = k % 24, day = 1 + k / 24 % 20;
        end += sprintf(end, "u%d;U;1;p;%d-%02d-%02d;%d-%02d-28\n", k, 2020 + month / 12, month % 12 + 1, day, 2020 + month / 12,
                       month % 12 + 1);
    }
    Woods woods = plant(units, "unit;indicator;period;value\np;n;2020-02-28/2020-02-28;1\np;n;2020-02-10/2020-02-10;1\np;n;2021-12;1\n"
                               "p;n;2020-02-10/2020-03-05;1\np;n;2022-01;1\n");
    expect_units(&woods, "2020-02-28/2020-02-28", MANY / 24 + 1, MANY / 24 + 1);
    /* days 1 … 10 of 20; of 250 units, 13 begin on each of the first ten days and 12 on the others */
    expect_units(&woods, "2020-02-10/2020-02-10", 131, 131);
    expect_units(&woods, "2021-12", MANY / 24 + 1, 1);
    expect_units(&woods, "2020-02-10/2020-03-05", MANY / 24 + 5 * 13 + 1, 5 * 13 + 1);
    expect_units(&woods, "2022-01", 1, 1);
    fell(&woods);
    free(units);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"periods between changes share a tree (D22)", periods_between_changes_share_a_tree},
        {"many changes are kept apart", many_changes_are_kept_apart},
    };
    return SUITE_RUN("forest", tests, argc, argv);
}
