/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats-table.h"
#include "suite.h"
#include "stats/tail-private.h"

static const double part = 1e-12; /* of a number that may differ from R's */

static void test_tosses(void)
{
    const StatsTable *table = stats_table_read("toss-tails");
    for (size_t row = 0; row < table->row_count; row++) {
        double count = stats_table_get(table, row, "count"), total = stats_table_get(table, row, "total"), yes = stats_table_get(table, row, "chance");
        Chance chance = {.yes = yes, .no = 1 - yes};
        stats_table_expect(table, row, "from", tail_of_tosses_from(count, total, chance), part);
        stats_table_expect(table, row, "to", tail_of_tosses_to(count, total, chance), part);
        stats_table_expect(table, row, "at", tail_of_tosses_at(count, total, chance), part);
    }
}

static void test_events(void)
{
    const StatsTable *table = stats_table_read("event-tails");
    for (size_t row = 0; row < table->row_count; row++) {
        double count = stats_table_get(table, row, "count"), mean = stats_table_get(table, row, "mean");
        stats_table_expect(table, row, "from", tail_of_events_from(count, mean), part);
        stats_table_expect(table, row, "to", tail_of_events_to(count, mean), part);
    }
}

/* What is here or more, and what is less, is all; of every table with such sums. */
static void test_fourfold(void)
{
    for (double total = 0; total <= 12; total++)
        for (double other = 0; other <= 9; other++)
            for (double all = 0; all <= total + other; all++) {
                double sum = 0;
                for (double count = fmax(0, all - other); count <= fmin(total, all); count++) {
                    Fourfold table = {.count = count, .total = total, .all = all, .other = other};
                    double at = tail_of_fourfold_equal_at(&table), from = tail_of_fourfold_equal_from(&table), to = tail_of_fourfold_equal_to(&table);
                    sum += at;
                    CU_ASSERT(fabs(from + to - at - 1) < 1e-13);
                    CU_ASSERT(fabs(to - sum) < 1e-13);
                    CU_ASSERT(fabs(tail_of_fourfold_from(&table, 0) - from) < 1e-13);
                    CU_ASSERT(fabs(tail_of_fourfold_to(&table, 0) - to) < 1e-13);
                }
                CU_ASSERT(fabs(sum - 1) < 1e-13);
            }
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"tails of tosses are those of R", test_tosses},
        {"tails of events are those of R", test_events},
        {"tails of fourfold tables add up to one", test_fourfold},
    };
    return SUITE_RUN("tail", tests, argc, argv);
}
