/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Days and deadlines as tables, for programs and for people. */

#include <qcdc/memory.h>
#include <qcdc/table.h>

#include "expect.h"
#include "failing-memory.h"
#include "figures.h"
#include "suite.h"
#include "tables.h"

static QcdcCatalog *make_catalog(void)
{
    QcdcCatalogBuilder *builder = tables_begin(NULL, NULL, NULL);
    QcdcCatalog *catalog = NULL;
    CU_ASSERT_EQUAL(tables_add_holidays(builder, "date\n2022-09-02\n", NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_catalog_builder_set_calendar(builder, "inspection-2013", NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL), QCDC_OK);
    qcdc_catalog_builder_free(builder);
    return catalog;
}

static QcdcPeriod period_of(const char *label)
{
    QcdcPeriod period = {0};
    CU_ASSERT_EQUAL_FATAL(qcdc_period_parse(label, strlen(label), &period, NULL), QCDC_OK);
    return period;
}

static void every_form_has_the_days(void)
{
    static const struct {
        QcdcTableFormat format;
        QcdcLanguage language;
        bool has_deadline;
        const char *wanted;
    } cases[] = {
        {QCDC_TABLE_CSV, QCDC_LANGUAGE_EN, true, "period,first_day,last_day,deadline\n2022-S1,2021-12-16,2022-06-15,2022-06-17\n"
                                                 "2022-01/P9M,2021-12-16,2022-09-15,2022-09-19\n"},
        {QCDC_TABLE_CSV, QCDC_LANGUAGE_VI, false, "period,first_day,last_day,deadline\n2022-S1,2021-12-16,2022-06-15,\n"
                                                  "2022-01/P9M,2021-12-16,2022-09-15,\n"},
        {QCDC_TABLE_JSON, QCDC_LANGUAGE_VI, false,
         "{\"period\":\"2022-S1\",\"first_day\":\"2021-12-16\",\"last_day\":\"2022-06-15\",\"deadline\":null}\n"
         "{\"period\":\"2022-01/P9M\",\"first_day\":\"2021-12-16\",\"last_day\":\"2022-09-15\",\"deadline\":null}\n"},
        {QCDC_TABLE_MARKDOWN, QCDC_LANGUAGE_VI, true,
         "| Kỳ | Từ | Đến hết | Hạn gửi |\n| --- | --- | --- | --- |\n"
         "| 6 tháng đầu năm 2022 | ngày 16/12/2021 | ngày 15/6/2022 | ngày 17/6/2022 |\n"
         "| 9 tháng đầu năm 2022 | ngày 16/12/2021 | ngày 15/9/2022 | ngày 19/9/2022 |\n"},
    };
    const QcdcPeriod periods[] = {period_of("2022-S1"), period_of("2022-01/P9M")};
    const uint32_t days = 2;
    QcdcCatalog *catalog = make_catalog();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *text = NULL;
        QcdcError error = {0};
        if (figures_check(qcdc_catalog_days_to_table(catalog, periods, 2, cases[i].has_deadline ? &days : NULL, cases[i].language,
                                                     cases[i].format, &text, &error), &error))
            expect_text("table", text, cases[i].wanted);
        qcdc_free(text);
    }
    qcdc_catalog_unref(catalog);
}

static void the_first_refusal_ends_it(void)
{
    const QcdcPeriod periods[] = {period_of("2022-S1"), period_of("2022-02"), {0}};
    const uint32_t days = 200;
    QcdcCatalog *catalog = make_catalog();
    char *text = NULL;
    CU_ASSERT_EQUAL(qcdc_catalog_days_to_table(catalog, periods, 2, NULL, QCDC_LANGUAGE_DEFAULT, QCDC_TABLE_CSV, &text, NULL), QCDC_STATUS_REFUSED);
    CU_ASSERT_EQUAL(qcdc_catalog_days_to_table(catalog, periods, 1, &days, QCDC_LANGUAGE_DEFAULT, QCDC_TABLE_CSV, &text, NULL), QCDC_STATUS_REFUSED);
    CU_ASSERT_EQUAL(qcdc_catalog_days_to_table(catalog, &periods[2], 1, NULL, QCDC_LANGUAGE_DEFAULT, QCDC_TABLE_CSV, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_days_to_table(NULL, periods, 1, NULL, QCDC_LANGUAGE_DEFAULT, QCDC_TABLE_CSV, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_days_to_table(catalog, NULL, 1, NULL, QCDC_LANGUAGE_DEFAULT, QCDC_TABLE_CSV, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_days_to_table(catalog, periods, 1, NULL, QCDC_LANGUAGE_END, QCDC_TABLE_CSV, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_days_to_table(catalog, periods, 1, NULL, QCDC_LANGUAGE_VI, QCDC_TABLE_END, &text, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_catalog_days_to_table(catalog, periods, 1, NULL, QCDC_LANGUAGE_VI, QCDC_TABLE_CSV, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(text);
    qcdc_catalog_unref(catalog);
}

static void a_failed_allocation_is_told(void)
{
    const QcdcPeriod periods[] = {period_of("2022-S1"), period_of("2022")};
    QcdcCatalog *catalog = make_catalog();
    QcdcStatus status = QCDC_STATUS_MEMORY;
    char *text = NULL;
    long count = 0;
    for (; status == QCDC_STATUS_MEMORY && count < 1000; count++) {
        CU_ASSERT_PTR_NULL(text);
        allowed = count;
        status = qcdc_catalog_days_to_table(catalog, periods, 2, NULL, QCDC_LANGUAGE_VI, QCDC_TABLE_TEXT, &text, NULL);
    }
    allowed = -1;
    CU_ASSERT(count > 3);
    CU_ASSERT_EQUAL(status, QCDC_OK);
    qcdc_free(text);
    qcdc_catalog_unref(catalog);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"every form has the days", every_form_has_the_days},
        {"the first refusal ends it", the_first_refusal_ends_it},
        {"a failed allocation is told", a_failed_allocation_is_told},
    };
    return SUITE_RUN("table_calendar", tests, argc, argv);
}
