/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/period.h>

#include "expect.h"
#include "suite.h"

static const QcdcPeriod untouched = { 7, 7, 7, { 7, 7, 7 } };

static QcdcPeriod period_of(const char *label)
{
    QcdcPeriod period = { 0 };
    if (*label != '\0')
        CU_ASSERT_EQUAL_FATAL(qcdc_period_parse(label, strlen(label), &period, NULL), QCDC_OK);
    return period;
}

static void expect_label(const char *row, QcdcPeriod period, const char *wanted)
{
    char label[QCDC_PERIOD_TEXT_SIZE];
    size_t length = qcdc_period_to_text(period, label, sizeof label);
    expect_text(row, label, wanted);
    expect_number(row, (int64_t)length, (int64_t)strlen(label));
}

static void labels_are_read_and_written(void)
{
    static const struct {
        const char *written, *label;
        QcdcPeriodKind kind;
        int32_t start, count;
    } cases[] = {
        { "2022-09", "2022-09", QCDC_PERIOD_MONTH, 2022 * 12 + 8, 1 },
        { "2022-Q1", "2022-Q1", QCDC_PERIOD_QUARTER, 2022 * 12, 3 },
        { "2022-Q4", "2022-Q4", QCDC_PERIOD_QUARTER, 2022 * 12 + 9, 3 },
        { "2022-S1", "2022-S1", QCDC_PERIOD_HALF, 2022 * 12, 6 },
        { "2022-S2", "2022-S2", QCDC_PERIOD_HALF, 2022 * 12 + 6, 6 },
        { "2022", "2022", QCDC_PERIOD_YEAR, 2022 * 12, 12 },
        { "2016/P5Y", "2016/P5Y", QCDC_PERIOD_SPAN, 2016 * 12, 60 },
        { "2016-04/P2Y", "2016-04/P2Y", QCDC_PERIOD_SPAN, 2016 * 12 + 3, 24 },
        { "2019-06-01/2020-05-25", "2019-06-01/2020-05-25", QCDC_PERIOD_DAYS, 18048, 360 },
        { "2019-06-01/2019-06-01", "2019-06-01/2019-06-01", QCDC_PERIOD_DAYS, 18048, 1 },
        /* two ways to write one period */
        { "2022-01/P1M", "2022-01", QCDC_PERIOD_MONTH, 2022 * 12, 1 },
        { "2022-01/P3M", "2022-Q1", QCDC_PERIOD_QUARTER, 2022 * 12, 3 },
        { "2022-01/P6M", "2022-S1", QCDC_PERIOD_HALF, 2022 * 12, 6 },
        { "2022-01/P12M", "2022", QCDC_PERIOD_YEAR, 2022 * 12, 12 },
        { "2016/P1Y", "2016", QCDC_PERIOD_YEAR, 2016 * 12, 12 },
        { "2016-01/P1Y", "2016", QCDC_PERIOD_YEAR, 2016 * 12, 12 },
        { "2016-01/P5Y", "2016/P5Y", QCDC_PERIOD_SPAN, 2016 * 12, 60 },
        /* the other months to date stay what they are */
        { "2022-01/P2M", "2022-01/P2M", QCDC_PERIOD_TO_DATE, 2022 * 12, 2 },
        { "2022-01/P4M", "2022-01/P4M", QCDC_PERIOD_TO_DATE, 2022 * 12, 4 },
        { "2022-01/P5M", "2022-01/P5M", QCDC_PERIOD_TO_DATE, 2022 * 12, 5 },
        { "2022-01/P9M", "2022-01/P9M", QCDC_PERIOD_TO_DATE, 2022 * 12, 9 },
        { "2022-01/P11M", "2022-01/P11M", QCDC_PERIOD_TO_DATE, 2022 * 12, 11 },
        /* a range of days stays one */
        { "2022-09-01/2022-09-30", "2022-09-01/2022-09-30", QCDC_PERIOD_DAYS, 19236, 30 },
        /* the edges of the years */
        { "0001", "0001", QCDC_PERIOD_YEAR, 12, 12 },
        { "9999-12", "9999-12", QCDC_PERIOD_MONTH, 9999 * 12 + 11, 1 },
        { "0001/P9999Y", "0001/P9999Y", QCDC_PERIOD_SPAN, 12, 9999 * 12 },
        { "0001-01-01/9999-12-31", "0001-01-01/9999-12-31", QCDC_PERIOD_DAYS, -719162, 3652059 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcPeriod period = untouched;
        QcdcError error;
        expect_number(cases[i].written, qcdc_period_parse(cases[i].written, strlen(cases[i].written), &period, &error),
                      QCDC_OK);
        expect_number(cases[i].written, period.kind, cases[i].kind);
        expect_number(cases[i].written, period.start, cases[i].start);
        expect_number(cases[i].written, period.count, cases[i].count);
        CU_ASSERT(qcdc_period_is_valid(period));
        expect_label(cases[i].written, period, cases[i].label);
    }
}

static const char any[] = "periods are 2022-09, 2022-Q3, 2022-S1, 2022, 2022-01/P10M, 2016/P5Y, 2019-06-01/2020-05-25";
static const char years[] = "years are 0001 … 9999";
static const char quarters[] = "quarters are 2022-Q1 … 2022-Q4";
static const char halves[] = "halves are 2022-S1 and 2022-S2";
static const char months[] = "months are 2022-01 … 2022-12";
static const char to_date[] = "months to date begin in January, 2022-01/P2M … 2022-01/P11M";
static const char span[] = "a span has two or more whole years and ends by 9999, as 2022/P5Y";
static const char days[] = "ranges of days are first day/last day, as 2019-06-01/2020-05-25, of days that exist";
static const char in_order[] = "the first day comes first, as 2019-06-01/2020-05-25";
static const char one_day[] = "one day is written as a range, 2019-06-01/2019-06-01";

static void what_is_no_label_gets_a_hint(void)
{
    static const struct {
        const char *text, *hint;
    } cases[] = {
        { "", any }, { "22", any }, { "quý III", any }, { "Q3/2022", any }, { "2022 ", any }, { " 2022", any },
        { "202x", any }, { "20222", any }, { "2022/", any }, { "2022/5Y", any }, { "2022-", any }, { "2022-9", any },
        { "2022-0x", any }, { "2022-09x", any }, { "2022-09/", any }, { "2022-09/9M", any }, { "2022.09", any },
        { "2022-q1", any }, { "-2022", any }, { "+2022", any },
        { "0000", years }, { "0000-01", years }, { "0000-Q1", years },
        { "2022-Q5", quarters }, { "2022-Q0", quarters }, { "2022-Q", quarters }, { "2022-Q11", quarters },
        { "2022-Q1 ", quarters },
        { "2022-S3", halves }, { "2022-S0", halves }, { "2022-S", halves }, { "2022-S12", halves },
        { "2022-00", months }, { "2022-13", months }, { "2022-99", months }, { "2022-13/P2M", months },
        { "2022-01/P0M", to_date }, { "2022-01/P13M", to_date }, { "2022-01/P09M", to_date },
        { "2022-01/PM", to_date }, { "2022-01/P", to_date }, { "2022-02/P2M", to_date }, { "2022-12/P1M", to_date },
        { "2022-01/P10", to_date }, { "2022-01/P10Mx", to_date }, { "2022/P10M", to_date }, { "2022-01/P99999M", to_date },
        { "2022-01/P12D", to_date }, { "2022/P", to_date },
        { "2022/P0Y", span }, { "2022/PY", span }, { "2022/P05Y", span }, { "2022-04/P1Y", span },
        { "2022/P7979Y", span }, { "2022/P9999Y", span }, { "2022/P99999Y", span }, { "2022-02/P7978Y", span },
        { "2022-06-01", one_day },
        { "2022-06-31", days }, { "2022-06-1", days }, { "2022-06-", days }, { "2022-02-29/2022-03-01", days },
        { "2022-02-01/2022-02-29", days }, { "2022-02-01/0000-02-01", days }, { "2022-02-01-2022-02-20", days },
        { "2022-02-01/2022-02-2", days }, { "2022-02-01/2022-02-200", days }, { "2022-13-01/2022-02-20", days },
        { "2022-06-02/2022-06-01", in_order }, { "9999-12-31/0001-01-01", in_order },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcPeriod period = untouched;
        QcdcError error;
        char text[QCDC_ERROR_TEXT_SIZE];
        snprintf(text, sizeof text, "period \"%s\" is not a period; %s", cases[i].text, cases[i].hint);
        expect_number(cases[i].text, qcdc_period_parse(cases[i].text, strlen(cases[i].text), &period, &error),
                      QCDC_STATUS_SYNTAX);
        expect_text(cases[i].text, error.text, text);
        expect(memcmp(&period, &untouched, sizeof period) == 0, cases[i].text, "the output was touched");
    }
}

static void parsing_stops_at_the_length(void)
{
    QcdcPeriod period;
    CU_ASSERT_EQUAL(qcdc_period_parse("2022-09", 4, &period, NULL), QCDC_OK);
    expect_label("cut", period, "2022");
    CU_ASSERT_EQUAL(qcdc_period_parse("2022\0", 5, &period, NULL), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(qcdc_period_parse(NULL, 0, &period, NULL), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(qcdc_period_parse(NULL, 4, &period, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_period_parse("2022", 4, NULL, NULL), QCDC_STATUS_ARGUMENT);
    char small[5];
    CU_ASSERT_EQUAL(qcdc_period_to_text(period_of("2022-09"), small, sizeof small), 7);
    CU_ASSERT_STRING_EQUAL(small, "2022");
    CU_ASSERT_EQUAL(qcdc_period_to_text(period_of("2022-09"), NULL, 0), 7);
}

static void only_periods_are_valid(void)
{
    static const QcdcPeriod invalid[] = {
        { 0, 0, QCDC_PERIOD_NONE, { 0 } },
        { 24000, 1, QCDC_PERIOD_END, { 0 } },
        { 24000, 1, 255, { 0 } },
        { 24000, 1, QCDC_PERIOD_MONTH, { 1 } },
        { 24000, 1, QCDC_PERIOD_MONTH, { 0, 1 } },
        { 24000, 1, QCDC_PERIOD_MONTH, { 0, 0, 1 } },
        { 24000, 2, QCDC_PERIOD_MONTH, { 0 } },
        { 11, 1, QCDC_PERIOD_MONTH, { 0 } },
        { 120000, 1, QCDC_PERIOD_MONTH, { 0 } },
        { INT32_MAX, INT32_MAX, QCDC_PERIOD_MONTH, { 0 } },
        { INT32_MIN, INT32_MIN, QCDC_PERIOD_DAYS, { 0 } },
        { 24001, 3, QCDC_PERIOD_QUARTER, { 0 } },
        { 24003, 6, QCDC_PERIOD_HALF, { 0 } },
        { 24006, 12, QCDC_PERIOD_YEAR, { 0 } },
        { 24000, 3, QCDC_PERIOD_TO_DATE, { 0 } },
        { 24000, 12, QCDC_PERIOD_TO_DATE, { 0 } },
        { 24000, 1, QCDC_PERIOD_TO_DATE, { 0 } },
        { 24001, 2, QCDC_PERIOD_TO_DATE, { 0 } },
        { 24000, 12, QCDC_PERIOD_SPAN, { 0 } },
        { 24000, 25, QCDC_PERIOD_SPAN, { 0 } },
        { 119988, 24, QCDC_PERIOD_SPAN, { 0 } },
        { -719163, 1, QCDC_PERIOD_DAYS, { 0 } },
        { 2932897, 1, QCDC_PERIOD_DAYS, { 0 } },
        { 2932896, 2, QCDC_PERIOD_DAYS, { 0 } },
        { 0, 0, QCDC_PERIOD_DAYS, { 0 } },
        { 0, INT32_MAX, QCDC_PERIOD_DAYS, { 0 } },
    };
    QcdcPeriod year = period_of("2022"), out = untouched;
    for (size_t i = 0; i < sizeof invalid / sizeof invalid[0]; i++) {
        char row[16];
        snprintf(row, sizeof row, "row %zu", i);
        expect(!qcdc_period_is_valid(invalid[i]), row, "is taken for a period");
        expect_label(row, invalid[i], "");
        expect_number(row, qcdc_period_previous(invalid[i], &out, NULL), QCDC_STATUS_ARGUMENT);
        expect_number(row, qcdc_period_same_last_year(invalid[i], &out, NULL), QCDC_STATUS_ARGUMENT);
        CU_ASSERT(!qcdc_period_contains(year, invalid[i]) && !qcdc_period_contains(invalid[i], year));
        CU_ASSERT(!qcdc_period_overlaps(year, invalid[i]) && !qcdc_period_overlaps(invalid[i], year));
        CU_ASSERT_EQUAL(qcdc_period_count_tiles(invalid[i], QCDC_PERIOD_MONTH), 0);
        CU_ASSERT_EQUAL(qcdc_period_get_container(invalid[i], QCDC_PERIOD_YEAR).kind, QCDC_PERIOD_NONE);
        CU_ASSERT(qcdc_period_compare(invalid[i], year) == -1 && qcdc_period_compare(year, invalid[i]) == 1);
        CU_ASSERT_EQUAL(qcdc_period_compare(invalid[i], invalid[i]), 0);
    }
    CU_ASSERT_EQUAL(memcmp(&out, &untouched, sizeof out), 0);
    CU_ASSERT_EQUAL(qcdc_period_previous(year, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_period_same_last_year(year, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(sizeof(QcdcPeriod), 12);
}

static void bases_follow_the_kind(void)
{
    static const char span_refusal[] = "overlaps itself a year back; --base previous is the span of equal length before";
    static const char no_previous[] = "has no previous period; years are 0001 … 9999";
    static const char no_same[] = "has no same period last year; years are 0001 … 9999";
    static const struct {
        const char *label, *previous, *same; /* a label, or the refusal */
    } cases[] = {
        { "2022-09", "2022-08", "2021-09" },
        { "2022-01", "2021-12", "2021-01" },
        { "2020-02", "2020-01", "2019-02" },
        { "2022-Q1", "2021-Q4", "2021-Q1" },
        { "2022-Q3", "2022-Q2", "2021-Q3" },
        { "2022-S1", "2021-S2", "2021-S1" },
        { "2022-S2", "2022-S1", "2021-S2" },
        { "2022", "2021", "2021" },
        { "2022-01/P2M", "2022-01", "2021-01/P2M" },
        { "2022-01/P4M", "2022-Q1", "2021-01/P4M" },
        { "2022-01/P5M", "2022-01/P4M", "2021-01/P5M" },
        { "2022-01/P7M", "2022-S1", "2021-01/P7M" },
        { "2022-01/P11M", "2022-01/P10M", "2021-01/P11M" },
        { "2016/P5Y", "2011/P5Y", span_refusal },
        { "2016-04/P2Y", "2014-04/P2Y", span_refusal },
        { "2019-06-01/2020-05-25", "2018-06-06/2019-05-31", "2018-06-01/2019-05-25" },
        { "2020-02-29/2020-02-29", "2020-02-28/2020-02-28", "2019-02-28/2019-02-28" },
        { "2020-02-01/2020-02-29", "2020-01-03/2020-01-31", "2019-02-01/2019-02-28" },
        { "2021-02-01/2021-02-28", "2021-01-04/2021-01-31", "2020-02-01/2020-02-28" },
        { "2000-02-29/2000-03-01", "2000-02-27/2000-02-28", "1999-02-28/1999-03-01" },
        { "0001-01", no_previous, no_same },
        { "0001-12", "0001-11", no_same },
        { "0001-Q1", no_previous, no_same },
        { "0001-01/P2M", "0001-01", no_same },
        { "0001", no_previous, no_same },
        { "0002", "0001", "0001" },
        { "0003/P3Y", no_previous, span_refusal },
        { "0001-01-01/0001-01-01", no_previous, no_same },
        { "0001-01-02/0001-01-02", "0001-01-01/0001-01-01", no_same },
        { "0002-01-01/0002-12-31", "0001-01-01/0001-12-31", "0001-01-01/0001-12-31" },
        { "0001-12-31/0002-01-01", "0001-12-29/0001-12-30", no_same },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcPeriod period = period_of(cases[i].label), previous = untouched, same = untouched;
        QcdcError error;
        QcdcStatus status = qcdc_period_previous(period, &previous, &error);
        if (status == QCDC_OK) {
            expect_label(cases[i].label, previous, cases[i].previous);
        } else {
            CU_ASSERT(status == QCDC_STATUS_REFUSED && memcmp(&previous, &untouched, sizeof previous) == 0);
            expect_text(cases[i].label, error.text + strlen(cases[i].label) + 10, cases[i].previous);
        }
        status = qcdc_period_same_last_year(period, &same, &error);
        if (status == QCDC_OK) {
            expect_label(cases[i].label, same, cases[i].same);
        } else {
            CU_ASSERT(status == QCDC_STATUS_REFUSED && memcmp(&same, &untouched, sizeof same) == 0);
            expect_text(cases[i].label, error.text + strlen(cases[i].label) + 10, cases[i].same);
        }
    }
    QcdcPeriod own_place = period_of("2022-01");
    CU_ASSERT_EQUAL(qcdc_period_previous(own_place, &own_place, NULL), QCDC_OK);
    expect_label("own place", own_place, "2021-12");
}

static void days_decide_what_is_inside(void)
{
    static const struct {
        const char *left, *right;
        bool contains, is_contained, overlaps;
    } cases[] = {
        { "2022", "2022-09", true, false, true },
        { "2022", "2022", true, true, true },
        { "2022", "2023", false, false, false },
        { "2022", "2023-01", false, false, false },
        { "2022-Q1", "2022-03", true, false, true },
        { "2022-Q1", "2022-04", false, false, false },
        { "2022-S1", "2022-01/P7M", false, true, true },
        { "2022-01/P7M", "2022-Q3", false, false, true },
        { "2022-09", "2022-09-01/2022-09-30", true, true, true },
        { "2022-09", "2022-09-30/2022-10-01", false, false, true },
        { "2022-09", "2022-10-01/2022-10-01", false, false, false },
        { "2022-09", "2022-08-31/2022-08-31", false, false, false },
        { "2022-09", "2022-08-31/2022-10-01", false, true, true },
        { "2016/P5Y", "2020-12", true, false, true },
        { "2016-04/P2Y", "2016-Q1", false, false, false },
        { "2016-04/P2Y", "2018-Q1", true, false, true },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcPeriod left = period_of(cases[i].left), right = period_of(cases[i].right);
        expect_number(cases[i].right, qcdc_period_contains(left, right), cases[i].contains);
        expect_number(cases[i].right, qcdc_period_contains(right, left), cases[i].is_contained);
        expect_number(cases[i].right, qcdc_period_overlaps(left, right), cases[i].overlaps);
        expect_number(cases[i].right, qcdc_period_overlaps(right, left), cases[i].overlaps);
    }
}

static void periods_are_listed_by_days_then_kind(void)
{
    static const char *const listed[] = {
        "2021",    "2021-12", "2022-01-01/2022-01-01", "2022-01", "2022-01-01/2022-01-31", "2022-01/P2M", "2022-Q1",
        "2022-S1", "2022",    "2022-01-01/2022-12-31", "2022/P2Y", "2022-02", "2022-Q2", "2022-10",
    };
    enum { COUNT = sizeof listed / sizeof listed[0] };
    for (int i = 0; i < COUNT; i++) {
        for (int j = 0; j < COUNT; j++) {
            QcdcPeriod left = period_of(listed[i]), right = period_of(listed[j]);
            expect_number(listed[i], qcdc_period_compare(left, right), (i > j) - (i < j));
            expect_number(listed[i], qcdc_period_equals(left, right), i == j);
        }
    }
}

static void periods_are_tiled_by_finer_ones(void)
{
    static const struct {
        const char *label;
        uint32_t counts[4]; /* of months, quarters, halves, years */
        const char *last[4];
    } cases[] = {
        { "2022-09", { 1, 0, 0, 0 }, { "2022-09", "", "", "" } },
        { "2022-Q3", { 3, 1, 0, 0 }, { "2022-09", "2022-Q3", "", "" } },
        { "2022-S2", { 6, 2, 1, 0 }, { "2022-12", "2022-Q4", "2022-S2", "" } },
        { "2022", { 12, 4, 2, 1 }, { "2022-12", "2022-Q4", "2022-S2", "2022" } },
        { "2022-01/P9M", { 9, 3, 0, 0 }, { "2022-09", "2022-Q3", "", "" } },
        { "2022-01/P10M", { 10, 0, 0, 0 }, { "2022-10", "", "", "" } },
        { "2016/P5Y", { 60, 20, 10, 5 }, { "2020-12", "2020-Q4", "2020-S2", "2020" } },
        { "2016-04/P2Y", { 24, 8, 0, 0 }, { "2018-03", "2018-Q1", "", "" } },
        { "2016-07/P2Y", { 24, 8, 4, 0 }, { "2018-06", "2018-Q2", "2018-S1", "" } },
        { "2022-09-01/2022-09-30", { 0, 0, 0, 0 }, { "", "", "", "" } },
    };
    static const QcdcPeriodKind kinds[4] = { QCDC_PERIOD_MONTH, QCDC_PERIOD_QUARTER, QCDC_PERIOD_HALF, QCDC_PERIOD_YEAR };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcPeriod period = period_of(cases[i].label);
        for (int k = 0; k < 4; k++) {
            uint32_t count = cases[i].counts[k];
            expect_number(cases[i].label, qcdc_period_count_tiles(period, kinds[k]), count);
            expect_label(cases[i].label, qcdc_period_get_tile(period, kinds[k], count - 1), cases[i].last[k]);
            expect_label(cases[i].label, qcdc_period_get_tile(period, kinds[k], count), "");
        }
    }
    static const QcdcPeriodKind others[] = { QCDC_PERIOD_NONE, QCDC_PERIOD_TO_DATE, QCDC_PERIOD_SPAN, QCDC_PERIOD_DAYS,
                                             QCDC_PERIOD_END, (QcdcPeriodKind)-1, (QcdcPeriodKind)1000 };
    for (size_t k = 0; k < sizeof others / sizeof others[0]; k++) {
        CU_ASSERT_EQUAL(qcdc_period_count_tiles(period_of("2022"), others[k]), 0);
        CU_ASSERT_EQUAL(qcdc_period_get_tile(period_of("2022"), others[k], 0).kind, QCDC_PERIOD_NONE);
        CU_ASSERT_EQUAL(qcdc_period_get_container(period_of("2022-09"), others[k]).kind, QCDC_PERIOD_NONE);
    }
}

static void periods_lie_in_coarser_ones(void)
{
    static const struct {
        const char *label, *containers[4]; /* month, quarter, half, year */
    } cases[] = {
        { "2022-09", { "2022-09", "2022-Q3", "2022-S2", "2022" } },
        { "2022-Q2", { "", "2022-Q2", "2022-S1", "2022" } },
        { "2022-S2", { "", "", "2022-S2", "2022" } },
        { "2022-01/P2M", { "", "2022-Q1", "2022-S1", "2022" } },
        { "2022-01/P5M", { "", "", "2022-S1", "2022" } },
        { "2022-01/P9M", { "", "", "", "2022" } },
        { "2022", { "", "", "", "2022" } },
        { "2016/P5Y", { "", "", "", "" } },
        { "2022-09-05/2022-09-30", { "2022-09", "2022-Q3", "2022-S2", "2022" } },
        { "2022-09-05/2022-10-01", { "", "", "2022-S2", "2022" } },
        { "2022-12-31/2023-01-01", { "", "", "", "" } },
        { "9999-12-31/9999-12-31", { "9999-12", "9999-Q4", "9999-S2", "9999" } },
    };
    static const QcdcPeriodKind kinds[4] = { QCDC_PERIOD_MONTH, QCDC_PERIOD_QUARTER, QCDC_PERIOD_HALF, QCDC_PERIOD_YEAR };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (int k = 0; k < 4; k++)
            expect_label(cases[i].label, qcdc_period_get_container(period_of(cases[i].label), kinds[k]),
                         cases[i].containers[k]);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "labels are read and written", labels_are_read_and_written },
        { "what is no label gets a hint", what_is_no_label_gets_a_hint },
        { "parsing stops at the length", parsing_stops_at_the_length },
        { "only periods are valid", only_periods_are_valid },
        { "bases follow the kind", bases_follow_the_kind },
        { "days decide what is inside", days_decide_what_is_inside },
        { "periods are listed by days, then kind", periods_are_listed_by_days_then_kind },
        { "periods are tiled by finer ones", periods_are_tiled_by_finer_ones },
        { "periods lie in coarser ones", periods_lie_in_coarser_ones },
    };
    return SUITE_RUN("period", tests, argc, argv);
}
