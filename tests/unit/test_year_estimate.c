/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/year-estimate.h>

#include "stats-table.h"
#include "suite.h"

enum {
    CASES = 8,
    MONTHS = 12,
    MOST = 16 * MONTHS
};

static double figures[CASES][MOST];
static size_t counts[CASES];

static void read_cases(void)
{
    const StatsTable *table = stats_table_read("year-series");
    memset(counts, 0, sizeof counts);
    for (size_t row = 0; row < table->row_count; row++) {
        size_t number = (size_t)stats_table_get(table, row, "case");
        figures[number][counts[number]++] = stats_table_get(table, row, "figure");
    }
}

static void test_golden(void)
{
    read_cases();
    const StatsTable *table = stats_table_read("year-estimates");
    for (size_t row = 0; row < table->row_count; row++) {
        size_t number = (size_t)stats_table_get(table, row, "case"), years = (size_t)stats_table_get(table, row, "years");
        uint32_t months = (uint32_t)stats_table_get(table, row, "months");
        QcdcYearEstimateOptions options = {.size = sizeof options, .level = stats_table_get(table, row, "level"), .most_years = 10};
        QcdcYearEstimate estimate = {0};
        CU_ASSERT(counts[number] == (years + 1) * MONTHS);
        CU_ASSERT(qcdc_year_estimate_find(figures[number], years, MONTHS, figures[number] + years * MONTHS, months, &options, &estimate, NULL) == QCDC_OK);
        stats_table_expect(table, row, "estimate", estimate.estimate, 1e-12);
        stats_table_expect(table, row, "low", estimate.low, 1e-10);
        stats_table_expect(table, row, "high", estimate.high, 1e-10);
        stats_table_expect(table, row, "share", estimate.share, 1e-12);
        stats_table_expect(table, row, "reached", estimate.reached, 1e-12);
        stats_table_expect(table, row, "spread", estimate.spread, 1e-10);
        stats_table_expect(table, row, "error", estimate.error, 1e-10);
        stats_table_expect(table, row, "naive_error", estimate.naive_error, 1e-10);
        CU_ASSERT(estimate.years == years && estimate.parts == months && estimate.parts_of_year == MONTHS && estimate.state == QCDC_YEAR_ESTIMATE_STATE_GIVEN);
        CU_ASSERT(estimate.low >= estimate.reached && estimate.low <= estimate.estimate && estimate.estimate <= estimate.high);
    }
}

/* Quarters and their months tell the same; years without figures or before the latest ones change nothing; amounts follow their unit. */
static void test_laws(void)
{
    read_cases();
    QcdcYearEstimateOptions few = {.most_years = 4}, amounts = {.values = QCDC_YEAR_ESTIMATE_AMOUNTS};
    for (size_t number = 1; number <= 4; number++) {
        double quarters[MOST / 3] = {0}, gaps[MOST + 24], scaled[MOST];
        QcdcYearEstimate one, other;
        size_t years = counts[number] / MONTHS - 1;
        const double *current = figures[number] + years * MONTHS;
        for (size_t i = 0; i < counts[number]; i++) {
            quarters[i / 3] += figures[number][i];
            scaled[i] = figures[number][i] * 1024;
        }
        CU_ASSERT(qcdc_year_estimate_find(figures[number], years, MONTHS, current, 6, NULL, &one, NULL) == QCDC_OK);
        CU_ASSERT(one.years == (years < 5 ? years : 5) && one.is_counts == (number != 4) && one.level == 0.95);
        CU_ASSERT(qcdc_year_estimate_find(quarters, years, 4, quarters + years * 4, 2, NULL, &other, NULL) == QCDC_OK);
        CU_ASSERT(stats_is_near(other.estimate, one.estimate, 1e-12) && stats_is_near(other.low, one.low, 1e-12) && stats_is_near(other.high, one.high, 1e-12));
        CU_ASSERT(stats_is_near(other.error, one.error, 1e-9) && stats_is_near(other.naive_error, one.naive_error, 1e-9) && other.parts_of_year == 4);
        memcpy(gaps, figures[number], years * MONTHS * sizeof gaps[0]);
        memset(gaps + years * MONTHS, 0, MONTHS * sizeof gaps[0]); /* a year of nothing */
        memcpy(gaps + (years + 1) * MONTHS, figures[number], MONTHS * sizeof gaps[0]);
        gaps[(years + 1) * MONTHS + 7] = NAN;
        CU_ASSERT(qcdc_year_estimate_find(gaps, years + 2, MONTHS, current, 6, NULL, &other, NULL) == QCDC_OK);
        CU_ASSERT(other.estimate == one.estimate && other.low == one.low && other.years == one.years && other.years_left_out == 2);
        if (years > 4) {
            CU_ASSERT(qcdc_year_estimate_find(figures[number], years, MONTHS, current, 6, &few, &one, NULL) == QCDC_OK);
            CU_ASSERT(qcdc_year_estimate_find(figures[number] + (years - 4) * MONTHS, 4, MONTHS, current, 6, NULL, &other, NULL) == QCDC_OK);
            CU_ASSERT(memcmp(&one, &other, sizeof one) == 0);
        }
        CU_ASSERT(qcdc_year_estimate_find(figures[number], years, MONTHS, current, 6, &amounts, &one, NULL) == QCDC_OK && !one.is_counts);
        CU_ASSERT(qcdc_year_estimate_find(scaled, years, MONTHS, scaled + years * MONTHS, 6, &amounts, &other, NULL) == QCDC_OK);
        CU_ASSERT(stats_is_near(other.estimate, 1024 * one.estimate, 1e-12) && stats_is_near(other.low, 1024 * one.low, 1e-12) && other.error == one.error);
    }
}

/* One year like the others has no scatter: amounts are certain, counts are not; and a wider level has wider bounds. */
static void test_equal_years(void)
{
    double years[4 * MONTHS];
    QcdcYearEstimate estimate, wider;
    QcdcYearEstimateOptions amounts = {.values = QCDC_YEAR_ESTIMATE_AMOUNTS}, most = {.level = 0.99};
    for (size_t i = 0; i < 4 * MONTHS; i++)
        years[i] = (double)(1 + i % MONTHS);
    CU_ASSERT(qcdc_year_estimate_find(years, 3, MONTHS, years, 5, &amounts, &estimate, NULL) == QCDC_OK);
    CU_ASSERT(estimate.estimate == 78 && stats_is_near(estimate.low, 78, 1e-12) && stats_is_near(estimate.high, 78, 1e-12) && estimate.error < 1e-12);
    CU_ASSERT(stats_is_near(estimate.naive_error, 1 - 15 * 12 / 5.0 / 78, 1e-12));
    CU_ASSERT(qcdc_year_estimate_find(years, 3, MONTHS, years, 5, NULL, &estimate, NULL) == QCDC_OK && estimate.low < 60 && estimate.high > 100);
    CU_ASSERT(qcdc_year_estimate_find(years, 3, MONTHS, years, 5, &most, &wider, NULL) == QCDC_OK && wider.low < estimate.low && wider.high > estimate.high);
}

/* Counts that were given as parts of things: the year does not come to less than what is there. A share too small for a number is none. */
static void test_edges(void)
{
    static const double years[] = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0}, current[] = {2.5}, tiny[] = {1e-300, 1e100, 1e-300, 1e100, 1e-300, 1e100}, small[] = {1e-300};
    static const double far[] = {1e-250, 1, 1e-250, 1, 1e-250, 1}, most[] = {1e100};
    QcdcYearEstimateOptions counted = {.values = QCDC_YEAR_ESTIMATE_COUNTS}, amounts = {.values = QCDC_YEAR_ESTIMATE_AMOUNTS};
    QcdcYearEstimate estimate;
    CU_ASSERT(qcdc_year_estimate_find(years, 3, 4, current, 1, &counted, &estimate, NULL) == QCDC_OK && estimate.low == 2.5 && estimate.estimate == 2.5);
    CU_ASSERT(qcdc_year_estimate_find(tiny, 3, 2, small, 1, &amounts, &estimate, NULL) == QCDC_STATUS_REFUSED);
    CU_ASSERT(qcdc_year_estimate_find(far, 3, 2, most, 1, &amounts, &estimate, NULL) == QCDC_STATUS_REFUSED);
    CU_ASSERT(qcdc_year_estimate_find(far, 3, 2, small, 1, &amounts, &estimate, NULL) == QCDC_OK && isfinite(estimate.estimate));
}

static void expect_refusal(const double *years, size_t year_count, const double *current, QcdcYearEstimateValues values, const char *words)
{
    QcdcYearEstimateOptions options = {.values = values};
    QcdcYearEstimate estimate = {.low = 7};
    QcdcError error = {0};
    CU_ASSERT(qcdc_year_estimate_find(years, year_count, 4, current, 2, &options, &estimate, &error) == QCDC_STATUS_REFUSED);
    expect_text("refusal", error.text, words);
    CU_ASSERT(estimate.low == 7);
}

static void test_refusals(void)
{
    double years[] = {1, 2, 3, 4, 2, 2, 2, 2, 5, 1, 5, 1, 0, 0, 4, 4, 1, 2, 3, NAN, -9, 1, 1, 1}, current[] = {3, 4}, none[] = {0, 0}, gap[] = {3, NAN}, far[] = {3, 1e101};
    static const double before[] = {0, 0, 1, 1, 0, 0, 2, 2, 0, 0, 3, 3};
    expect_refusal(NULL, 0, current, QCDC_YEAR_ESTIMATE_DEFAULT, "a full-year estimate needs 3 full past years, there are 0");
    expect_refusal(years, 2, current, QCDC_YEAR_ESTIMATE_DEFAULT, "a full-year estimate needs 3 full past years, there are 2");
    expect_refusal(years + 8, 4, current, QCDC_YEAR_ESTIMATE_DEFAULT, "a full-year estimate needs 3 full past years, there are 2");
    expect_refusal(years, 4, gap, QCDC_YEAR_ESTIMATE_DEFAULT, "a part of this year is missing, or their sum is below 0");
    expect_refusal(years, 4, none, QCDC_YEAR_ESTIMATE_DEFAULT, "this year has nothing yet, and a share of nothing says nothing");
    expect_refusal(years, 4, current, QCDC_YEAR_ESTIMATE_AMOUNTS, "a past year came whole before this time of the year, or after it: there is no share to go by");
    expect_refusal(before, 3, current, QCDC_YEAR_ESTIMATE_COUNTS, "a past year came whole before this time of the year, or after it: there is no share to go by");
    QcdcYearEstimate estimate = {.low = 7};
    QcdcYearEstimateOptions no_kind = {.values = QCDC_YEAR_ESTIMATE_END}, no_level = {.level = -1}, too_many = {.most_years = 101};
    CU_ASSERT(qcdc_year_estimate_find(years, 3, 4, current, 0, NULL, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_year_estimate_find(years, 3, 4, current, 4, NULL, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_year_estimate_find(years, 3, 367, current, 2, NULL, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_year_estimate_find(NULL, 3, 4, current, 2, NULL, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_year_estimate_find(years, 3, 4, NULL, 2, NULL, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_year_estimate_find(years, 3, 4, current, 2, NULL, NULL, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_year_estimate_find(years, 3, 4, far, 2, NULL, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_year_estimate_find(years, 3, 4, current, 2, &no_kind, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_year_estimate_find(years, 3, 4, current, 2, &no_level, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_year_estimate_find(years, 3, 4, current, 2, &too_many, &estimate, NULL) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_year_estimate_find(years, 10001, 4, current, 2, NULL, &estimate, NULL) == QCDC_STATUS_MEMORY);
    CU_ASSERT(estimate.low == 7);
}

static void test_far_numbers(void)
{
    static const double years[] = {1e100, 1e-100, 1e-100, 1e100, 1, 1, 1e100, 1e100, 5e-324, 1e100, 1, 1e90}, current[] = {1e100, 5e-324};
    for (uint32_t parts = 1; parts < 3; parts++) {
        QcdcYearEstimate estimate = {0};
        QcdcStatus status = qcdc_year_estimate_find(years, 3, 4, current, parts, NULL, &estimate, NULL);
        CU_ASSERT(status == QCDC_OK || status == QCDC_STATUS_REFUSED);
        CU_ASSERT(status != QCDC_OK || (estimate.low >= estimate.reached && estimate.low <= estimate.high && estimate.estimate >= estimate.reached));
    }
}

static void expect_words(const QcdcYearEstimate *estimate, QcdcLanguage language, const char *wanted)
{
    char buffer[500];
    size_t length = qcdc_year_estimate_explain(estimate, language, buffer, sizeof buffer);
    expect_text("words", buffer, wanted);
    CU_ASSERT(length == strlen(wanted));
    CU_ASSERT(strstr(buffer, "ước thực hiện") == NULL);
}

static void test_words(void)
{
    QcdcYearEstimate estimate = {.estimate = 1234.4, .low = 1100, .high = 1380, .level = 0.95, .error = 0.042, .naive_error = 0.18, .years = 4, .parts = 5,
                                 .parts_of_year = 12, .is_counts = 1, .state = QCDC_YEAR_ESTIMATE_STATE_GIVEN};
    expect_words(NULL, QCDC_LANGUAGE_VI, "");
    expect_words(&estimate, QCDC_LANGUAGE_VI,
                 "Cả năm khoảng 1.234 (khoảng dự báo 95%: 1.100 đến 1.380), theo tỷ trọng mùa vụ của 5 tháng đầu năm trong 4 năm trước; thử lại trên các năm đó "
                 "lệch trung bình 4,2%, nhân 12/5 lệch trung bình 18,0%; ước tính tham khảo.");
    estimate.is_counts = 0, estimate.estimate = 1.2346, estimate.low = 0.5, estimate.high = HUGE_VAL, estimate.parts = 1, estimate.parts_of_year = 4;
    expect_words(&estimate, QCDC_LANGUAGE_EN,
                 "The full year is about 1.23 (prediction interval 95%: 0.500, no upper bound), by the seasonal share of the first 1 quarters in 4 past years; "
                 "tried on those it was off by 4.2% on average, times 4/1 by 18.0%; for reference only.");
    estimate.state = QCDC_YEAR_ESTIMATE_STATE_FEW_YEARS, estimate.years = 2;
    expect_words(&estimate, QCDC_LANGUAGE_VI, "Chưa ước tính được cả năm: cần ít nhất 3 năm trước đủ số liệu, hiện có 2.");
    for (uint8_t state = QCDC_YEAR_ESTIMATE_STATE_GIVEN; state < QCDC_YEAR_ESTIMATE_STATE_END; state++) {
        estimate.state = state;
        CU_ASSERT(qcdc_year_estimate_explain(&estimate, QCDC_LANGUAGE_VI, NULL, 0) > 20 && qcdc_year_estimate_explain(&estimate, QCDC_LANGUAGE_EN, NULL, 0) > 20);
    }
    estimate.state = QCDC_YEAR_ESTIMATE_STATE_END;
    expect_words(&estimate, QCDC_LANGUAGE_VI, "");
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"estimates, bounds and back-tests are those of R", test_golden},
        {"quarters, gaps, more years and other units keep the estimate", test_laws},
        {"years that are equal leave the chance of counts", test_equal_years},
        {"parts of things and shares that are next to nothing", test_edges},
        {"too few years, and years without a share, are refused", test_refusals},
        {"far numbers have bounds in order", test_far_numbers},
        {"a line tells people", test_words},
    };
    return SUITE_RUN("year_estimate", tests, argc, argv);
}
