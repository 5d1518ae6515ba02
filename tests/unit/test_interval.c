/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/interval.h>

#include "stats-table.h"
#include "suite.h"

static const double part = 1e-8; /* R finds its bounds so far */

static void test_proportions(void)
{
    const StatsTable *table = stats_table_read("proportion-intervals");
    for (size_t row = 0; row < table->row_count; row++) {
        QcdcInterval wilson, exact;
        int64_t count = (int64_t)stats_table_get(table, row, "count"), total = (int64_t)stats_table_get(table, row, "total");
        double level = stats_table_get(table, row, "level");
        CU_ASSERT(qcdc_interval_of_proportion(count, total, QCDC_INTERVAL_DEFAULT, level, &wilson, NULL) == QCDC_OK);
        CU_ASSERT(qcdc_interval_of_proportion(count, total, QCDC_INTERVAL_EXACT, level, &exact, NULL) == QCDC_OK);
        stats_table_expect(table, row, "estimate", wilson.estimate, part);
        stats_table_expect(table, row, "estimate", exact.estimate, part);
        stats_table_expect(table, row, "wilson_low", wilson.low, part);
        stats_table_expect(table, row, "wilson_high", wilson.high, part);
        stats_table_expect(table, row, "exact_low", exact.low, part);
        stats_table_expect(table, row, "exact_high", exact.high, part);
    }
}

static void test_rates(void)
{
    const StatsTable *table = stats_table_read("rate-intervals");
    for (size_t row = 0; row < table->row_count; row++) {
        QcdcInterval interval;
        CU_ASSERT(qcdc_interval_of_rate((int64_t)stats_table_get(table, row, "count"), stats_table_get(table, row, "exposure"), 0, &interval, NULL) == QCDC_OK);
        stats_table_expect(table, row, "estimate", interval.estimate, part);
        stats_table_expect(table, row, "low", interval.low, part);
        stats_table_expect(table, row, "high", interval.high, part);
    }
}

/* 1, 2, … n, mixed, with what is no value between. */
static void test_quantiles(void)
{
    static double values[4096];
    const StatsTable *table = stats_table_read("quantiles");
    for (size_t row = 0; row < table->row_count; row++) {
        size_t count = (size_t)stats_table_get(table, row, "n");
        QcdcInterval interval;
        for (size_t i = 0; i < count; i++) {
            values[2 * i] = (double)(i + 1);
            values[2 * i + 1] = NAN;
        }
        for (size_t i = 0; i < count; i++) {
            double kept = values[2 * i];
            size_t other = 2 * (i * 37 % count);
            values[2 * i] = values[other];
            values[other] = kept;
        }
        CU_ASSERT(qcdc_interval_of_quantile(values, 2 * count, stats_table_get(table, row, "quantile"), 0, &interval, NULL) == QCDC_OK);
        stats_table_expect(table, row, "estimate", interval.estimate, part);
        stats_table_expect(table, row, "low", interval.low, part);
        stats_table_expect(table, row, "high", interval.high, part);
    }
}

static void test_refusals(void)
{
    static const double values[] = {1, NAN, HUGE_VAL};
    QcdcInterval interval = {.low = 7};
    QcdcError error;
    CU_ASSERT(qcdc_interval_of_proportion(1, 0, QCDC_INTERVAL_DEFAULT, 0, &interval, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_interval_of_proportion(2, 1, QCDC_INTERVAL_DEFAULT, 0, &interval, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_interval_of_proportion(1, 2, QCDC_INTERVAL_END, 0, &interval, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_interval_of_proportion(1, 2, QCDC_INTERVAL_EXACT, -0.5, &interval, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_interval_of_rate(1, HUGE_VAL, 0, &interval, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_interval_of_rate(1, 5e-324, 0, &interval, &error) == QCDC_STATUS_ARGUMENT); /* a rate beyond measure */
    CU_ASSERT(qcdc_interval_of_rate(1, 1e101, 0, &interval, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_interval_of_rate(-1, 1, 0, &interval, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_interval_of_quantile(values, 3, 0.5, 0, &interval, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_interval_of_quantile(values, 2, 1, 0, &interval, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_interval_of_quantile(values + 1, 1, 0.5, 0, &interval, &error) == QCDC_STATUS_REFUSED);
    CU_ASSERT(qcdc_interval_of_quantile(NULL, 0, 0.5, 0, &interval, &error) == QCDC_STATUS_REFUSED);
    CU_ASSERT(interval.low == 7);
}

static void test_words(void)
{
    char buffer[256];
    QcdcInterval interval;
    qcdc_interval_of_proportion(62, 77, QCDC_INTERVAL_DEFAULT, 0, &interval, NULL);
    qcdc_interval_explain(&interval, QCDC_LANGUAGE_VI, buffer, sizeof buffer);
    expect_text("vi", buffer, "0,805 (khoảng tin cậy 95%: 0,703 đến 0,878); ước tính tham khảo.");
    qcdc_interval_of_quantile((const double[]){3, 1, 2}, 3, 0.5, 0.9, &interval, NULL);
    qcdc_interval_explain(&interval, QCDC_LANGUAGE_EN, buffer, sizeof buffer);
    expect_text("en", buffer, "2.00 (confidence interval 90%: no lower bound, no upper bound); for reference only.");
    qcdc_interval_to_json(&interval, buffer, sizeof buffer);
    expect_text("json", buffer, "{\"estimate\":2,\"low\":null,\"high\":null,\"level\":0.9}");
    CU_ASSERT(qcdc_interval_explain(NULL, QCDC_LANGUAGE_EN, buffer, sizeof buffer) == 0);
    CU_ASSERT(qcdc_interval_to_json(NULL, buffer, sizeof buffer) == 4);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"proportions have the bounds of R", test_proportions},
        {"rates have the bounds of R", test_rates},
        {"quantiles have the bounds of R", test_quantiles},
        {"what is no proportion, rate or quantile is refused", test_refusals},
        {"lines tell people, objects programs", test_words},
    };
    return SUITE_RUN("interval", tests, argc, argv);
}
