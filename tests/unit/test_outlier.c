/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/outlier.h>

#include <gsl/gsl_errno.h>

#include "random.h"
#include "stats-table.h"
#include "suite.h"

enum {
    MOST = 64
};

static const double part = 1e-12;

/* How many rows of a series there are from a row on; its values are taken. */
static size_t take_series(const StatsTable *table, size_t first, double *values)
{
    size_t count = 0;
    while (first + count < table->row_count &&
           stats_table_get(table, first + count, "series") == stats_table_get(table, first, "series")) {
        values[count] = stats_table_get(table, first + count, "value");
        count++;
    }
    return count;
}

static void test_values(void)
{
    const StatsTable *table = stats_table_read("outlier-values");
    double values[MOST], mad[MOST], qn[MOST], named[MOST];
    for (size_t row = 0, count; row < table->row_count; row += count) {
        count = take_series(table, row, values);
        CU_ASSERT(qcdc_outlier_score_values(values, count, QCDC_OUTLIER_DEFAULT, mad, NULL) == QCDC_OK);
        CU_ASSERT(qcdc_outlier_score_values(values, count, QCDC_OUTLIER_MAD, named, NULL) == QCDC_OK);
        CU_ASSERT(qcdc_outlier_score_values(values, count, QCDC_OUTLIER_QN, qn, NULL) == QCDC_OK);
        CU_ASSERT(memcmp(mad, named, count * sizeof *mad) == 0);
        for (size_t i = 0; i < count; i++) {
            stats_table_expect(table, row + i, "mad", mad[i], part);
            stats_table_expect(table, row + i, "qn", qn[i], part);
        }
    }
}

static void test_windows(void)
{
    const StatsTable *table = stats_table_read("outlier-windows");
    double values[MOST], mad[MOST], qn[MOST];
    for (size_t row = 0, count; row < table->row_count; row += count) {
        size_t window = (size_t)stats_table_get(table, row, "window");
        count = take_series(table, row, values);
        CU_ASSERT(qcdc_outlier_score_windows(values, count, window, QCDC_OUTLIER_DEFAULT, mad, NULL) == QCDC_OK);
        CU_ASSERT(qcdc_outlier_score_windows(values, count, window, QCDC_OUTLIER_QN, qn, NULL) == QCDC_OK);
        for (size_t i = 0; i < count; i++) {
            stats_table_expect(table, row + i, "mad", mad[i], part);
            stats_table_expect(table, row + i, "qn", qn[i], part);
        }
    }
}

/* Scores do not change with where the values begin and how they are measured, and turn round with them; in place they are the same. */
static void test_laws(void)
{
    Random random = random_begin(suite_get_seed());
    for (unsigned long i = 0; i < suite_get_cases(2000); i++) {
        double values[MOST], moved[MOST], scores[MOST], others[MOST];
        size_t count = random_below(&random, MOST) + 1, window = 3 + 2 * random_below(&random, 9);
        QcdcOutlierMethod method = random_below(&random, 2) == 0 ? QCDC_OUTLIER_MAD : QCDC_OUTLIER_QN;
        for (size_t k = 0; k < count; k++) {
            values[k] = random_below(&random, 8) == 0 ? NAN : (double)random_below(&random, random_below(&random, 2) == 0 ? 4 : 1000);
            moved[k] = 512 - 4 * values[k];
        }
        for (int is_moving = 0; is_moving < 2; is_moving++) {
            QcdcStatus one = is_moving ? qcdc_outlier_score_windows(values, count, window, method, scores, NULL)
                                       : qcdc_outlier_score_values(values, count, method, scores, NULL);
            QcdcStatus other = is_moving ? qcdc_outlier_score_windows(moved, count, window, method, others, NULL)
                                         : qcdc_outlier_score_values(moved, count, method, others, NULL);
            CU_ASSERT(one == QCDC_OK && other == QCDC_OK);
            for (size_t k = 0; k < count; k++)
                CU_ASSERT(isnan(scores[k]) ? isnan(others[k]) : fabs(scores[k] + others[k]) <= 1e-9 * fabs(scores[k]));
        }
        qcdc_outlier_score_windows(moved, count, window, method, moved, NULL);
        for (size_t k = 0; k < count; k++)
            CU_ASSERT(isnan(moved[k]) ? isnan(others[k]) : moved[k] == others[k]);
    }
}

static int heard;

static void hear(const char *reason, const char *file, int line, int code)
{
    (void)reason, (void)file, (void)line, (void)code;
    heard++;
}

static void test_refusals(void)
{
    static const double values[] = {1, 2, HUGE_VAL};
    gsl_error_handler_t *was = gsl_set_error_handler(hear);
    double scores[3] = {7, 7, 7};
    QcdcError error;
    CU_ASSERT(qcdc_outlier_score_values(values, 3, QCDC_OUTLIER_DEFAULT, scores, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_outlier_score_values(values, 2, QCDC_OUTLIER_END, scores, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_outlier_score_values(NULL, 2, QCDC_OUTLIER_DEFAULT, scores, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_outlier_score_values(values, 2, QCDC_OUTLIER_DEFAULT, NULL, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_outlier_score_values(values, ((size_t)1 << 28) + 1, QCDC_OUTLIER_DEFAULT, scores, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_outlier_score_windows(values, 2, 4, QCDC_OUTLIER_DEFAULT, scores, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_outlier_score_windows(values, 2, 1, QCDC_OUTLIER_DEFAULT, scores, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(qcdc_outlier_score_windows(values, 2, 10001, QCDC_OUTLIER_DEFAULT, scores, &error) == QCDC_STATUS_ARGUMENT);
    CU_ASSERT(scores[0] == 7 && scores[2] == 7);
    CU_ASSERT(qcdc_outlier_score_values(NULL, 0, QCDC_OUTLIER_DEFAULT, NULL, &error) == QCDC_OK);
    CU_ASSERT(qcdc_outlier_score_windows(NULL, 0, 3, QCDC_OUTLIER_QN, NULL, &error) == QCDC_OK);
    CU_ASSERT(heard == 0 && gsl_set_error_handler(was) == hear);
}

static void expect_words(const QcdcOutlier *outlier, QcdcLanguage language, const char *wanted)
{
    char buffer[512];
    size_t length = qcdc_outlier_explain(outlier, language, buffer, sizeof buffer);
    expect_text("words", buffer, wanted);
    CU_ASSERT(length == strlen(wanted));
}

static void test_words(void)
{
    QcdcOutlier outlier = {.period = {.start = 24300, .count = 1, .kind = QCDC_PERIOD_MONTH}, .value = {.coefficient = 2340}, .low = 180, .typical = 233.6,
                           .high = 290, .score = 7, .peer_score = 8, .peers = 311, .cause = QCDC_OUTLIER_CAUSE_TENFOLD};
    expect_words(NULL, QCDC_LANGUAGE_VI, "");
    expect_words(&(QcdcOutlier){0}, QCDC_LANGUAGE_VI, "");
    expect_words(&outlier, QCDC_LANGUAGE_VI,
                 "Số liệu 2.340 cần rà soát: so với các kỳ khác của đơn vị và với 311 đơn vị khác thì thường từ 180 đến 290, ước tính tham khảo 234. Có thể thừa "
                 "một chữ số.");
    outlier = (QcdcOutlier){.period = outlier.period, .value = {.coefficient = 30, .decimals = 1}, .low = 0, .typical = 0.25, .high = 0.9, .peer_score = NAN};
    expect_words(&outlier, QCDC_LANGUAGE_EN,
                 "The figure 3.0 is to be looked at again: by the unit's other periods, 0.0 to 0.9 would be ordinary; estimate for reference only: 0.25.");
    for (int cause = 1; cause < QCDC_OUTLIER_CAUSE_END; cause++) {
        char one[512], other[512];
        outlier.cause = QCDC_OUTLIER_CAUSE_NONE;
        qcdc_outlier_explain(&outlier, QCDC_LANGUAGE_VI, one, sizeof one);
        outlier.cause = (uint8_t)cause;
        qcdc_outlier_explain(&outlier, QCDC_LANGUAGE_VI, other, sizeof other);
        expect(strlen(other) > strlen(one), other, "a cause without words");
        expect(strstr(other, "bất thường") == NULL && strstr(other, "sai") == NULL, other, "words that are not used");
    }
    outlier.cause = QCDC_OUTLIER_CAUSE_END;
    expect_words(&outlier, QCDC_LANGUAGE_VI, "");
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"values have the scores of R", test_values},
        {"values in windows have the scores of R", test_windows},
        {"scores do not depend on the measure", test_laws},
        {"what is out of range is refused, and GSL calls no handler", test_refusals},
        {"a line tells people", test_words},
    };
    return SUITE_RUN("outlier", tests, argc, argv);
}
