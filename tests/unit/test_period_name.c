/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/period-name.h>

#include "expect.h"
#include "suite.h"

static QcdcPeriod period_of(const char *label)
{
    QcdcPeriod period = { 0, 0, 0, { 0 } };
    CU_ASSERT_EQUAL_FATAL(qcdc_period_parse(label, strlen(label), &period, NULL), QCDC_OK);
    return period;
}

static void periods_have_names(void)
{
    static const struct {
        const char *label, *vietnamese, *english;
    } cases[] = {
        { "2022-09", "tháng 9 năm 2022", "September 2022" },
        { "2022-01", "tháng 1 năm 2022", "January 2022" },
        { "2022-Q1", "quý I năm 2022", "Q1 2022" },
        { "2022-Q2", "quý II năm 2022", "Q2 2022" },
        { "2022-Q3", "quý III năm 2022", "Q3 2022" },
        { "2022-Q4", "quý IV năm 2022", "Q4 2022" },
        { "2023-S1", "6 tháng đầu năm 2023", "first half of 2023" },
        { "2023-S2", "6 tháng cuối năm 2023", "second half of 2023" },
        { "2022-01/P2M", "2 tháng đầu năm 2022", "first two months of 2022" },
        { "2022-01/P9M", "9 tháng đầu năm 2022", "first nine months of 2022" },
        { "2022-01/P11M", "11 tháng đầu năm 2022", "first eleven months of 2022" },
        { "2022", "năm 2022", "2022" },
        { "0007", "năm 7", "7" },
        { "2016/P5Y", "giai đoạn 2016-2020", "2016–2020" },
        { "2016-04/P5Y", "từ tháng 4 năm 2016 đến tháng 3 năm 2021", "April 2016 – March 2021" },
        { "2019-06-01/2020-05-25", "từ ngày 01/6/2019 đến ngày 25/5/2020", "1 June 2019 – 25 May 2020" },
        { "2019-01-09/2019-02-10", "từ ngày 09/01/2019 đến ngày 10/02/2019", "9 January 2019 – 10 February 2019" },
        { "2019-03-31/2019-12-31", "từ ngày 31/3/2019 đến ngày 31/12/2019", "31 March 2019 – 31 December 2019" },
        { "2019-06-01/2019-06-01", "ngày 01/6/2019", "1 June 2019" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char name[QCDC_PERIOD_NAME_SIZE];
        QcdcPeriod period = period_of(cases[i].label);
        size_t length = qcdc_period_to_name(period, QCDC_LANGUAGE_DEFAULT, name, sizeof name);
        expect_text(cases[i].label, name, cases[i].vietnamese);
        expect_number(cases[i].label, (int64_t)length, (int64_t)strlen(name));
        qcdc_period_to_name(period, QCDC_LANGUAGE_EN, name, sizeof name);
        expect_text(cases[i].label, name, cases[i].english);
    }
}

static void no_period_has_no_name(void)
{
    char name[QCDC_PERIOD_NAME_SIZE] = "as it was";
    QcdcPeriod none = { 0, 0, 0, { 0 } };
    CU_ASSERT_EQUAL(qcdc_period_to_name(none, QCDC_LANGUAGE_VI, name, sizeof name), 0);
    CU_ASSERT_STRING_EQUAL(name, "");
    CU_ASSERT_EQUAL(qcdc_period_to_name(period_of("2022-09"), QCDC_LANGUAGE_VI, NULL, 0), strlen("tháng 9 năm 2022"));
    CU_ASSERT_EQUAL(qcdc_period_to_name(period_of("2022-09"), QCDC_LANGUAGE_VI, name, 4), strlen("tháng 9 năm 2022"));
    CU_ASSERT_STRING_EQUAL(name, "th");
}

typedef struct NameCase {
    const char *text;
    QcdcLanguage language;
    const char *label; /* NULL: none is named */
    const char *rest;  /* what is left of the text */
} NameCase;

static void run_names(const NameCase *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        QcdcPeriod period = { 0, 0, 0, { 0 } };
        size_t length = 0;
        char label[QCDC_PERIOD_TEXT_SIZE];
        QcdcStatus status = qcdc_period_name_parse(cases[i].text, strlen(cases[i].text), cases[i].language, &period, &length,
                                                   NULL);
        expect_number(cases[i].text, status, cases[i].label != NULL ? QCDC_OK : QCDC_STATUS_SYNTAX);
        if (cases[i].label == NULL)
            continue;
        qcdc_period_to_text(period, label, sizeof label);
        expect_text(cases[i].text, label, cases[i].label);
        expect_text(cases[i].text, cases[i].text + length, cases[i].rest);
    }
}

static void names_of_reports_are_read(void)
{
    static const NameCase cases[] = {
        { "tháng 9 năm 2022", 0, "2022-09", "" },
        { "Tháng 09/2022, toàn tỉnh", 0, "2022-09", ", toàn tỉnh" },
        { "tháng 12-2022", 0, "2022-12", "" },
        { "quý III năm 2022 tăng", 0, "2022-Q3", " tăng" },
        { "Quý iv/2022", 0, "2022-Q4", "" },
        { "quý 3/2022", 0, "2022-Q3", "" },
        { "QUÝ I NĂM 2022", 0, "2022-Q1", "" },
        { "6 tháng đầu năm 2023,", 0, "2023-S1", "," },
        { "06 tháng đầu năm 2023", 0, "2023-S1", "" },
        { "sáu tháng đầu năm 2023", 0, "2023-S1", "" },
        { "nửa đầu năm 2023", 0, "2023-S1", "" },
        { "nửa cuối năm 2023", 0, "2023-S2", "" },
        { "6 tháng cuối năm 2023", 0, "2023-S2", "" },
        { "3 tháng cuối năm 2023", 0, "2023-Q4", "" },
        { "3 tháng đầu năm 2023", 0, "2023-Q1", "" },
        { "12 tháng năm 2023", 0, "2023", "" },
        { "1 tháng đầu năm 2023", 0, "2023-01", "" },
        { "9 tháng năm 2022", 0, "2022-01/P9M", "" },
        { "chín tháng đầu năm 2022", 0, "2022-01/P9M", "" },
        { "Mười một tháng đầu năm 2022", 0, "2022-01/P11M", "" },
        { "9 tháng/2022", 0, "2022-01/P9M", "" },
        { "năm 2022.", 0, "2022", "." },
        { "năm\xC2\xA0 2022", 0, "2022", "" },
        { "cả năm 2022", 0, "2022", "" },
        { "giai đoạn 2016-2020", 0, "2016/P5Y", "" },
        { "giai đoạn 2016 – 2020", 0, "2016/P5Y", "" },
        { "từ năm 2016 đến năm 2020", 0, "2016/P5Y", "" },
        { "từ tháng 4 năm 2016 đến tháng 3 năm 2021", 0, "2016-04/P5Y", "" },
        { "từ tháng 1 đến tháng 9 năm 2022", 0, "2022-01/P9M", "" },
        { "từ tháng 01/2022 đến tháng 06/2022", 0, "2022-S1", "" },
        { "từ ngày 01/6/2019 đến ngày 25/5/2020", 0, "2019-06-01/2020-05-25", "" },
        { "từ ngày 15/12/2022 đến hết ngày 14/6/2023", 0, "2022-12-15/2023-06-14", "" },
        { "từ 15-12-2022 đến 14-06-2023", 0, "2022-12-15/2023-06-14", "" },
        { "ngày 29/2/2020", 0, "2020-02-29/2020-02-29", "" },
        { "ngày 05 tháng 8 năm 2023", 0, "2023-08-05/2023-08-05", "" },
        { "September 2022", QCDC_LANGUAGE_EN, "2022-09", "" },
        { "Q3 2022", QCDC_LANGUAGE_EN, "2022-Q3", "" },
        { "quarter 3 of 2022", QCDC_LANGUAGE_EN, "2022-Q3", "" },
        { "First half of 2023", QCDC_LANGUAGE_EN, "2023-S1", "" },
        { "first 9 months of 2022", QCDC_LANGUAGE_EN, "2022-01/P9M", "" },
        { "last three months of 2022", QCDC_LANGUAGE_EN, "2022-Q4", "" },
        { "2016-2020", QCDC_LANGUAGE_EN, "2016/P5Y", "" },
        { "2022, the province", QCDC_LANGUAGE_EN, "2022", ", the province" },
        { "1 June 2019 - 25 May 2020 or", QCDC_LANGUAGE_EN, "2019-06-01/2020-05-25", " or" },
    };
    run_names(cases, sizeof cases / sizeof cases[0]);
}

static void what_names_no_period_is_refused(void)
{
    static const NameCase cases[] = {
        { "", 0, NULL, "" },
        { "toàn tỉnh", 0, NULL, "" },
        { "tháng 13 năm 2022", 0, NULL, "" },
        { "tháng 0 năm 2022", 0, NULL, "" },
        { "quý V năm 2022", 0, NULL, "" },
        { "quý 5/2022", 0, NULL, "" },
        { "quý IIII năm 2022", 0, NULL, "" },
        { "0 tháng đầu năm 2022", 0, NULL, "" },
        { "13 tháng đầu năm 2022", 0, NULL, "" },
        { "5 tháng cuối năm 2022", 0, NULL, "" },
        { "năm 0", 0, NULL, "" },
        { "năm 20222", 0, NULL, "" },
        { "năm 2.022 người", 0, NULL, "" },
        { "năm 2022,5", 0, NULL, "" },
        { "năm trước", 0, NULL, "" },
        { "giai đoạn 2020-2016", 0, NULL, "" },
        { "từ tháng 4 năm 2016 đến tháng 5 năm 2016", 0, NULL, "" },
        { "ngày 30/2/2020", 0, NULL, "" },
        { "ngày 29/2/2019", 0, NULL, "" },
        { "từ ngày 02/6/2019 đến ngày 01/6/2019", 0, NULL, "" },
        { "ngày 1/6", 0, NULL, "" },
        { "Septembers 2022", QCDC_LANGUAGE_EN, NULL, "" },
        { "12345", QCDC_LANGUAGE_EN, NULL, "" },
        { "2,022", QCDC_LANGUAGE_EN, NULL, "" },
        { "\xFF\xFE", 0, NULL, "" },
    };
    run_names(cases, sizeof cases / sizeof cases[0]);
}

static void outputs_stay_where_nothing_is_read(void)
{
    QcdcPeriod period = period_of("2022"), before = period;
    size_t length = 77;
    QcdcError error = { .status = QCDC_OK };
    CU_ASSERT_EQUAL(qcdc_period_name_parse("năm nay", 8, 0, &period, &length, &error), QCDC_STATUS_SYNTAX);
    CU_ASSERT(qcdc_period_equals(period, before) && length == 77);
    CU_ASSERT(error.column == 1 && error.hint[0] != '\0');
    CU_ASSERT_EQUAL(qcdc_period_name_parse(NULL, 0, 0, &period, &length, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_period_name_parse("2022", 4, 0, NULL, &length, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_period_name_parse("2022", 4, 0, &period, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_period_name_parse("2022", 4, QCDC_LANGUAGE_END, &period, &length, NULL), QCDC_STATUS_ARGUMENT);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "periods have names", periods_have_names },
        { "no period has no name", no_period_has_no_name },
        { "names of reports are read", names_of_reports_are_read },
        { "what names no period is refused", what_names_no_period_is_refused },
        { "outputs stay where nothing is read", outputs_stay_where_nothing_is_read },
    };
    return SUITE_RUN("period-name", tests, argc, argv);
}
