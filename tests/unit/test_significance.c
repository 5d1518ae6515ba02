/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/significance.h>

#include <gsl/gsl_errno.h>

#include "stats-table.h"
#include "suite.h"

static const double part_of_chance = 1e-10, part_of_bound = 1e-8; /* R finds its bounds so far */

static void expect_row(const StatsTable *table, size_t row, const QcdcSignificance *significance)
{
    stats_table_expect(table, row, "exact", significance->exact, part_of_chance);
    stats_table_expect(table, row, "mid", significance->mid, part_of_chance);
    stats_table_expect(table, row, "ratio", significance->ratio, part_of_chance);
    stats_table_expect(table, row, "low", significance->low, part_of_bound);
    stats_table_expect(table, row, "high", significance->high, part_of_bound);
    bool leaves_one_out = significance->low > 1 || significance->high < 1;
    expect(leaves_one_out == (significance->exact < 1 - significance->level), table->names[0], "interval and p-value contradict one another");
}

static void test_counts(void)
{
    const StatsTable *table = stats_table_read("counts");
    for (size_t row = 0; row < table->row_count; row++) {
        QcdcSignificance significance;
        int64_t now = (int64_t)stats_table_get(table, row, "now"), before = (int64_t)stats_table_get(table, row, "before");
        CU_ASSERT(qcdc_significance_of_counts(now, before, stats_table_get(table, row, "level"), &significance, NULL) == QCDC_OK);
        CU_ASSERT(significance.kind == QCDC_SIGNIFICANCE_COUNTS);
        expect_row(table, row, &significance);
    }
}

static void test_rates(void)
{
    const StatsTable *table = stats_table_read("rates");
    for (size_t row = 0; row < table->row_count; row++) {
        QcdcSignificance significance;
        int64_t now = (int64_t)stats_table_get(table, row, "now"), before = (int64_t)stats_table_get(table, row, "before");
        CU_ASSERT(qcdc_significance_of_rates(now, stats_table_get(table, row, "now_exposure"), before, stats_table_get(table, row, "before_exposure"),
                                             0, &significance, NULL) == QCDC_OK);
        CU_ASSERT(significance.kind == QCDC_SIGNIFICANCE_RATES && significance.level == 0.95);
        expect_row(table, row, &significance);
    }
}

static void test_proportions(void)
{
    const StatsTable *table = stats_table_read("proportions");
    for (size_t row = 0; row < table->row_count; row++) {
        QcdcSignificance significance;
        int64_t now = (int64_t)stats_table_get(table, row, "now"), now_total = (int64_t)stats_table_get(table, row, "now_total");
        int64_t before = (int64_t)stats_table_get(table, row, "before"), before_total = (int64_t)stats_table_get(table, row, "before_total");
        double level = stats_table_get(table, row, "level");
        CU_ASSERT(qcdc_significance_of_proportions(now, now_total, before, before_total, level, &significance, NULL) == QCDC_OK);
        expect_row(table, row, &significance);
    }
}

/* What a host does with GSL stands as it was, and hears of nothing. */
static int heard;

static void hear(const char *reason, const char *file, int line, int code)
{
    (void)reason, (void)file, (void)line, (void)code;
    heard++;
}

static void test_far_numbers(void)
{
    static const int64_t counts[] = {0, 1, 2, 999999, 1000000000, INT64_C(1000000000000)};
    enum { COUNTS = sizeof counts / sizeof counts[0] };
    gsl_error_handler_t *was = gsl_set_error_handler(hear);
    heard = 0;
    for (size_t i = 0; i < COUNTS; i++)
        for (size_t k = 0; k < COUNTS; k++) {
            QcdcSignificance significance;
            CU_ASSERT(qcdc_significance_of_counts(counts[i], counts[k], 0.999999, &significance, NULL) == QCDC_OK);
            CU_ASSERT(significance.exact >= 0 && significance.exact <= 1 && significance.mid <= significance.exact);
            CU_ASSERT(significance.low <= significance.high);
            CU_ASSERT(qcdc_significance_of_rates(counts[i], 1e-100, counts[k], 1e100, 0.5, &significance, NULL) == QCDC_OK);
        }
    CU_ASSERT(heard == 0 && gsl_set_error_handler(was) == hear);
}

static void test_refusals(void)
{
    QcdcSignificance significance = {.exact = 7};
    QcdcError error;
    CU_ASSERT(qcdc_significance_of_counts(-1, 0, 0, &significance, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_significance_of_counts(0, INT64_C(1000000000001), 0, &significance, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_significance_of_counts(1, 1, 1, &significance, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_significance_of_counts(1, 1, NAN, &significance, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_significance_of_counts(1, 1, 0, NULL, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_significance_of_rates(1, 0, 1, 1, 0, &significance, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_significance_of_rates(1, 1, 1, NAN, 0, &significance, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_significance_of_proportions(3, 2, 1, 2, 0, &significance, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_significance_of_proportions(1, 2, 1, 1000000001, 0, &significance, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(significance.exact == 7);
}

static void expect_words(const QcdcSignificance *significance, QcdcLanguage language, const char *wanted)
{
    char buffer[256];
    size_t length = qcdc_significance_explain(significance, language, buffer, sizeof buffer);
    expect_text("words", buffer, wanted);
    CU_ASSERT(length == strlen(wanted));
}

static void test_words(void)
{
    QcdcSignificance significance = {0};
    expect_words(NULL, QCDC_LANGUAGE_VI, "");
    expect_words(&significance, QCDC_LANGUAGE_VI, "");
    qcdc_significance_of_counts(12, 7, 0, &significance, NULL);
    expect_words(&significance, QCDC_LANGUAGE_VI,
                 "Mức chênh lệch này có thể chỉ do dao động ngẫu nhiên (p = 0,359; tỷ số 1,71, khoảng tin cậy 95%: 0,622 đến 5,14); ước tính tham khảo.");
    qcdc_significance_of_counts(428, 241, 0.99, &significance, NULL);
    expect_words(&significance, QCDC_LANGUAGE_EN,
                 "The difference is beyond what chance alone commonly makes (p < 0.001; ratio 1.78, confidence interval 99%: 1.44 to 2.20); for reference only.");
    qcdc_significance_of_counts(5, 0, 0, &significance, NULL);
    expect_words(&significance, QCDC_LANGUAGE_EN,
                 "Chance alone may make such a difference (p = 0.062; ratio ∞, confidence interval 95%: 0.916, no upper bound); for reference only.");
    qcdc_significance_of_counts(0, 0, 0, &significance, NULL);
    expect_words(&significance, QCDC_LANGUAGE_VI, "Mức chênh lệch này có thể chỉ do dao động ngẫu nhiên (p = 1,000); ước tính tham khảo.");
}

static void test_json(void)
{
    static const struct {
        int64_t now, before;
        const char *wanted;
    } rows[] = {
        {1, 1, "{\"kind\":\"counts\",\"exact\":1,\"mid\":1,\"ratio\":1,"},
        {0, 0, "{\"kind\":\"counts\",\"exact\":1,\"mid\":1,\"ratio\":null,\"low\":0,\"high\":null,\"level\":0.95}"},
    };
    char buffer[512];
    QcdcSignificance significance;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        qcdc_significance_of_counts(rows[i].now, rows[i].before, 0, &significance, NULL);
        qcdc_significance_to_json(&significance, buffer, sizeof buffer);
        expect(strncmp(buffer, rows[i].wanted, strlen(rows[i].wanted)) == 0, rows[i].wanted, buffer);
    }
    CU_ASSERT(qcdc_significance_to_json(NULL, buffer, sizeof buffer) == 4);
    expect_text("nothing", buffer, "null");
    expect_text("name", qcdc_significance_kind_to_name(QCDC_SIGNIFICANCE_RATES), "rates");
    CU_ASSERT(qcdc_significance_kind_to_name(QCDC_SIGNIFICANCE_END) == NULL);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"two counts are compared as R compares them", test_counts},
        {"two rates are compared as R compares them", test_rates},
        {"two proportions are compared as SciPy compares them", test_proportions},
        {"far numbers have an answer, and GSL calls no handler", test_far_numbers},
        {"what is no count is refused", test_refusals},
        {"a line tells people", test_words},
        {"an object tells programs", test_json},
    };
    return SUITE_RUN("significance", tests, argc, argv);
}
