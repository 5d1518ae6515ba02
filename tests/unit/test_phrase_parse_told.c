/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The phrase parser on what W15 … W23 add: other units and means, plans, contributions, spans of years, notes. */

#include <qcdc/phrase.h>

#include "expect.h"
#include "suite.h"

typedef struct Row {
    int language; /* a QcdcLanguage */
    const char *text;
    size_t count;
    int told, direction; /* of the last item, as all that follows */
    int64_t number, base; /* coefficients */
    const char *measure;
    int held_against;
    const char *words; /* NULL is not looked at */
    int32_t day;
    int whole;
} Row;

static void run_row(const Row *row)
{
    QcdcPhraseReading items[8], *last;
    QcdcPhraseBaseReading base;
    QcdcError error = {.status = QCDC_OK};
    size_t count = 0;
    QcdcStatus status = qcdc_phrase_parse(row->text, strlen(row->text), (QcdcLanguage)row->language, items, 8, &count, &base, &error);
    if (!expect(status == QCDC_OK && count == row->count, row->text, error.text))
        return;
    last = &items[count - 1];
    expect_number(row->text, last->told, row->told);
    expect_number(row->text, last->direction, row->direction);
    expect_number(row->text, last->number.coefficient, row->number);
    expect_number(row->text, last->base.coefficient, row->base);
    expect_number(row->text, last->day, row->day);
    expect_number(row->text, last->whole, row->whole);
    expect_number(row->text, base.base, row->held_against);
    size_t length = last->measure_end - last->measure_start, words = base.words_end - base.words_start;
    expect(length == strlen(row->measure) && memcmp(row->text + last->measure_start, row->measure, length) == 0, row->text, "measure");
    if (row->words != NULL)
        expect(words == strlen(row->words) && memcmp(row->text + base.words_start, row->words, words) == 0, row->text, "words");
}

enum {
    VI = QCDC_LANGUAGE_VI,
    EN = QCDC_LANGUAGE_EN,
    UP = QCDC_DIRECTION_INCREASE,
    DOWN = QCDC_DIRECTION_DECREASE,
    SAME = QCDC_DIRECTION_UNCHANGED,
    NEW_DAY = 20270 /* 2025-07-01 */
};

static void units_and_means_are_read(void)
{
    static const Row rows[] = {
        {VI, "giảm 01 đơn (giảm dưới 0,1%) so với cùng kỳ", 1, QCDC_TOLD_BOTH, DOWN, 1, 0, "đơn", QCDC_BASE_SAME_PERIOD, "", 0, 0},
        {EN, "up 1 petition (up less than 0.1%) on 2021", 1, QCDC_TOLD_BOTH, UP, 1, 0, "petition", QCDC_BASE_PERIOD, "", 0, 0},
        {EN, "up 1 fire on 2020 (1 fire in 2020)", 1, QCDC_TOLD_DIFFERENCE, UP, 1, 1, "fire", QCDC_BASE_PERIOD, "", 0, 0},
        {EN, "up 2 fires and up 3 cases on the previous year (5 fires and 7 cases in the previous year)", 2, QCDC_TOLD_DIFFERENCE, UP, 3, 7,
         "cases", QCDC_BASE_PREVIOUS, "", 0, 0},
        {EN, "up 2 fires (a year earlier: 5 fires in 2021)", 1, QCDC_TOLD_DIFFERENCE, UP, 2, 5, "fires", QCDC_BASE_DEFAULT, "", 0, 0},
        {EN, "up 21 places (36th of 63 a year earlier)", 1, QCDC_TOLD_PLACES, UP, 21, 36, "", QCDC_BASE_DEFAULT, "", 0, 0},
        {VI, "cao hơn 12 đơn (10,2%) so với Huyện B", 1, QCDC_TOLD_BOTH, UP, 12, 0, "đơn", QCDC_BASE_UNIT, "Huyện B", 0, 0},
        {VI, "thấp hơn 1,2 điểm phần trăm so với bình quân chung toàn tỉnh", 1, QCDC_TOLD_POINTS, DOWN, 12, 0, "",
         QCDC_BASE_PARENT_MEAN, "toàn tỉnh", 0, 0},
        {VI, "cao hơn 12 đơn và số vụ bằng Xã Bằng Lang (Xã Bằng Lang 3 đơn và 4 vụ)", 2, QCDC_TOLD_UNCHANGED, SAME, 0, 4, "vụ",
         QCDC_BASE_UNIT, "Xã Bằng Lang", 0, 0},
        {VI, "so với Phường 3, số vụ bằng, số đơn cao hơn 12 đơn (Phường 3: 4 vụ và 3 đơn)", 2, QCDC_TOLD_DIFFERENCE, UP, 12, 3, "đơn",
         QCDC_BASE_UNIT, "Phường 3", 0, 0},
        {VI, "bằng 96,3% so với xã Quý Lộc", 1, QCDC_TOLD_INDEX, DOWN, 963, 0, "", QCDC_BASE_UNIT, "xã Quý Lộc", 0, 0},
        {VI, "gấp 2,5 lần Huyện B", 1, QCDC_TOLD_TIMES, UP, 25, 0, "", QCDC_BASE_UNIT, "Huyện B", 0, 0},
        {VI, "cao hơn 1,2 điểm so với cùng kỳ năm trước", 1, QCDC_TOLD_DIFFERENCE, UP, 12, 0, "điểm", QCDC_BASE_SAME_PERIOD, "", 0, 0},
        {EN, "higher by 12 petitions than District B (District B: 132 petitions)", 1, QCDC_TOLD_DIFFERENCE, UP, 12, 132, "petitions",
         QCDC_BASE_UNIT, "District B", 0, 0},
        {EN, "the same as the mean for District B", 1, QCDC_TOLD_UNCHANGED, SAME, 0, 0, "", QCDC_BASE_PARENT_MEAN, "District B", 0, 0},
        {EN, "96.3% of District B", 1, QCDC_TOLD_INDEX, DOWN, 963, 0, "", QCDC_BASE_UNIT, "District B", 0, 0},
        {EN, "96.3% of Plan 87", 1, QCDC_TOLD_ATTAINMENT, DOWN, 963, 0, "", QCDC_BASE_PLAN, "Plan 87", 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        run_row(&rows[i]);
}

static void plans_are_read(void)
{
    static const Row rows[] = {
        {VI, "vượt 0,7% kế hoạch năm", 1, QCDC_TOLD_EXCESS, UP, 7, 0, "", QCDC_BASE_PLAN, "kế hoạch năm", 0, 0},
        {VI, "hoàn thành dự toán năm Trung ương giao", 1, QCDC_TOLD_FULFILLED, SAME, 0, 0, "", QCDC_BASE_PLAN,
         "dự toán năm Trung ương giao", 0, 0},
        {VI, "vượt 27 lao động so với kế hoạch (148 lao động)", 1, QCDC_TOLD_ABOVE, UP, 27, 148, "lao động", QCDC_BASE_PLAN, "kế hoạch",
         0, 0},
        {VI, "vượt 27 lao động so với kế hoạch (khoảng 148 lao động)", 1, QCDC_TOLD_ABOVE, UP, 27, 148, "lao động", QCDC_BASE_PLAN, "kế hoạch",
         0, 0},
        {VI, "số đơn hoàn thành kế hoạch và số lao động chưa đạt kế hoạch (thiếu 12 lao động)", 2, QCDC_TOLD_SHORT, DOWN, 12, 0,
         "lao động", QCDC_BASE_PLAN, "kế hoạch", 0, 0},
        {VI, "số công trình hoàn thành tăng 5 công trình", 1, QCDC_TOLD_DIFFERENCE, UP, 5, 0, "công trình", QCDC_BASE_DEFAULT, "", 0, 0},
        {EN, "0.7% above the year's plan", 1, QCDC_TOLD_EXCESS, UP, 7, 0, "", QCDC_BASE_PLAN, "plan", 0, 0},
        {EN, "27 workers above the plan of 148", 1, QCDC_TOLD_ABOVE, UP, 27, 148, "workers", QCDC_BASE_PLAN, "plan", 0, 0},
        {EN, "jobs plan met and workers 12 workers short of the plan", 2, QCDC_TOLD_SHORT, DOWN, 12, 0, "workers", QCDC_BASE_PLAN, "plan",
         0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        run_row(&rows[i]);
}

static void contributions_and_years_are_read(void)
{
    static const Row rows[] = {
        {VI, "đóng góp 2,33 điểm phần trăm (38,24%) vào mức tăng chung", 1, QCDC_TOLD_BOTH_BROUGHT, UP, 233, 0, "", 0, "", 0, UP},
        {VI, "số đơn đóng góp 5% vào mức giảm chung; số vụ làm giảm 3,1% mức giảm chung", 2, QCDC_TOLD_SHARE_BROUGHT, UP, 31, 0, "vụ", 0,
         "", 0, DOWN},
        {EN, "taking 0.61 percentage points off the overall increase", 1, QCDC_TOLD_POINTS_BROUGHT, DOWN, 61, 0, "", 0, "", 0, UP},
        {VI, "bình quân mỗi năm 1.000,4 đơn", 1, QCDC_TOLD_MEAN, 0, 10004, 0, "đơn", 0, "", 0, 0},
        {VI, "giảm bình quân 5,2%/năm", 1, QCDC_TOLD_AVERAGE, DOWN, 52, 0, "", 0, "", 0, 0},
        {VI, "bình quân mỗi năm tăng 5,2%", 1, QCDC_TOLD_AVERAGE, UP, 52, 0, "", 0, "", 0, 0},
        {EN, "unchanged on average", 1, QCDC_TOLD_AVERAGE, SAME, 0, 0, "", 0, "", 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        run_row(&rows[i]);
}

static void notes_are_read(void)
{
    static const Row rows[] = {
        {VI, "chưa có số liệu cùng kỳ để so sánh", 1, QCDC_TOLD_NO_BASE, 0, 0, 0, "", QCDC_BASE_SAME_PERIOD, "", 0, 0},
        {VI, "chưa có số liệu của Huyện B để so sánh", 1, QCDC_TOLD_NO_BASE, 0, 0, 0, "", QCDC_BASE_UNIT, "Huyện B", 0, 0},
        {VI, "đơn vị mới thành lập từ ngày 01/7/2025, không có số liệu cùng kỳ để so sánh", 1, QCDC_TOLD_NEW, 0, 0, 0, "",
         QCDC_BASE_SAME_PERIOD, "", NEW_DAY, 0},
        {EN, "ceased to operate on 1 July 2025; not compared", 1, QCDC_TOLD_ENDED, 0, 0, 0, "", 0, "", NEW_DAY, 0},
        {VI, "không so sánh do thay đổi định nghĩa, phạm vi tính", 1, QCDC_TOLD_BREAK, 0, 0, 0, "", 0, "", 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        run_row(&rows[i]);
}

/* A sign, or from and to, tells the direction a second time (W6, W17). */
static void what_goes_another_way_than_its_verb_is_refused(void)
{
    static const char *const refused[] = {
        "tăng 1,1% (-366 ha)",
        "giảm 159 lượt người (+18,6%)",
        "tăng 42 đơn (-31,8%)",
        "tăng 01 đơn (giảm dưới 0,1%)",
        "giảm 01 đơn (tăng dưới 0,1%)",
        "tăng 1,2 điểm phần trăm (từ 79,3% xuống còn 80,5%)",
        "giảm 1,2 điểm phần trăm (từ 79,3% lên 78,1%)",
        "tăng 1,2 điểm phần trăm (từ 80,5% lên 79,3%)",
    };
    size_t count;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        CU_ASSERT_EQUAL(qcdc_phrase_parse(refused[i], strlen(refused[i]), QCDC_LANGUAGE_VI, NULL, 0, &count, NULL, NULL), QCDC_STATUS_SYNTAX);
}

typedef struct Refused {
    int language;
    const char *text;
    QcdcStatus status;
} Refused;

/* What begins as a contribution, a mean, a growth or a note, and is none. */
static void halves_are_refused(void)
{
    static const Refused rows[] = {
        {VI, "đóng góp +2,33 điểm phần trăm vào mức tăng chung", QCDC_STATUS_SYNTAX},
        {VI, "đóng góp 2,33 điểm phần trăm (+3%) vào mức tăng chung", QCDC_STATUS_SYNTAX},
        {VI, "đóng góp 2,33 điểm vào mức tăng chung", QCDC_STATUS_SYNTAX},
        {VI, "đóng góp 2,33 điểm phần trăm", QCDC_STATUS_SYNTAX},
        {VI, "đóng góp 2,33 điểm phần trăm vào mức tăng chung; tăng 5", QCDC_STATUS_SYNTAX},
        {VI, "đóng góp 99999999999999999999 điểm phần trăm vào mức tăng chung", QCDC_STATUS_OVERFLOW},
        {VI, "đóng góp 1 điểm phần trăm (99999999999999999999%) vào mức tăng chung", QCDC_STATUS_OVERFLOW},
        {VI, "kết thúc hoạt động từ ngày 01/7/2025", QCDC_STATUS_SYNTAX},
        {VI, "kết thúc hoạt động từ ngày mai, không so sánh", QCDC_STATUS_SYNTAX},
        {VI, "kết thúc hoạt động từ  ngày 2025, không so sánh", QCDC_STATUS_SYNTAX},
        {VI, "đơn vị mới thành lập từ ngày 01/7/2025", QCDC_STATUS_SYNTAX},
        {VI, "đơn vị mới thành lập từ ngày mai, không có số liệu cùng kỳ để so sánh", QCDC_STATUS_SYNTAX},
        {VI, "chưa có số liệu cùng kỳ", QCDC_STATUS_SYNTAX},
        {VI, "chưa có số liệu để so sánh", QCDC_STATUS_SYNTAX},
        {VI, "chưa có số liệu của để so sánh", QCDC_STATUS_SYNTAX},
        {VI, "bình quân mỗi năm 99999999999999999999 đơn", QCDC_STATUS_OVERFLOW},
        {VI, "tăng bình quân +5,2%/năm", QCDC_STATUS_SYNTAX},
        {VI, "giảm bình quân 99999999999999999999%/năm", QCDC_STATUS_OVERFLOW},
        {EN, "an average of 1,000.4 petitions", QCDC_STATUS_SYNTAX},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        QcdcPhraseReading items[8];
        size_t count = 77;
        expect_number(rows[i].text, qcdc_phrase_parse(rows[i].text, strlen(rows[i].text), (QcdcLanguage)rows[i].language, items, 8, &count, NULL, NULL),
                      rows[i].status);
        expect_number(rows[i].text, (int64_t)count, 77);
    }
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"units, means and other times are read", units_and_means_are_read},
        {"plans are read", plans_are_read},
        {"contributions and years are read", contributions_and_years_are_read},
        {"notes are read", notes_are_read},
        {"what goes another way than its verb is refused", what_goes_another_way_than_its_verb_is_refused},
        {"halves are refused", halves_are_refused},
    };
    return SUITE_RUN("phrase-parse-told", tests, argc, argv);
}
