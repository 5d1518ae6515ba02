/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "failing-memory.h"
#include "suite.h"

#include <qcdc/memory.h>

#include "checks.h"
#include "expect.h"

#define UNITS                                                                                                                       \
    "code,name,level,parent,text_name\np,Tỉnh A,0,,toàn tỉnh\nu,Xã Một,1,p,\nv,Xã Hai,1,p,\nw,Phường C,1,p,\nx,Xã Trùng,1,p,\ny,Xã Trùng,1,p,\n"
#define INDICATORS                                                                                                                  \
    "code,name,nature,measure,verb,object,rate_verb,formula,clause,decimals,short_measure\n"                                        \
    "got,Kiến nghị tiếp nhận,flow,kiến nghị,tiếp nhận,kiến nghị mới,,,,,\ndone,Kiến nghị xong,flow,kiến nghị,,,,,-,,\n"             \
    "rate,Tỷ lệ giải quyết,ratio,%,đã giải quyết,kiến nghị,đạt tỷ lệ,done / got,,,\n"                                               \
    "seen,Lượt người,flow,lượt người,đã tiếp,,,,met,,\nheld,Vụ việc,flow,vụ việc,,,,,met,,\n"                                       \
    "paid,Thu ngân sách,flow,tỷ đồng,thu ngân sách,,,,,1,\nrank,Thứ hạng,rank,bậc,,,,,,,\n"
#define OBSERVATIONS                                                                                                                \
    "unit,indicator,period,value\nu,got,2023,120\nv,got,2023,80\nw,got,2023,40\nx,got,2023,0\ny,got,2023,0\nu,done,2023,110\nv,done,2023,70\n" \
    "w,done,2023,36\nx,done,2023,0\ny,done,2023,0\nu,seen,2023,500\nu,held,2023,300\nu,paid,2023,4218.6\nu,got,2022,100\nv,got,2022,70\nw,got,2022,30\nx,got,2022,0\ny,got,2022,0\n"

static QcdcCube *make_cube(void)
{
    QcdcDataset *dataset = checks_make_dataset(UNITS, INDICATORS, NULL, OBSERVATIONS);
    QcdcCube *cube = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_rollup(dataset, NULL, &cube, NULL), QCDC_OK);
    qcdc_dataset_unref(dataset);
    return cube;
}

static QcdcPeriod year(void)
{
    QcdcPeriod period;
    qcdc_period_parse("2023", 4, &period, NULL);
    return period;
}

/* "compared: unit indicator period printed against cell; " of each finding. */
static const char *check(const QcdcCube *cube, const char *text)
{
    static char told[1024];
    QcdcReadOptions reading = {.size = sizeof reading, .period = year()};
    QcdcClaims *claims = NULL;
    QcdcFindings *findings = NULL;
    size_t compared = 77, length;
    CU_ASSERT_EQUAL_FATAL(qcdc_claims_read(text, strlen(text), &reading, &claims, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_claims_check(claims, text, strlen(text), cube, NULL, findings, &compared, NULL), QCDC_OK);
    length = (size_t)snprintf(told, sizeof told, "%d:", (int)compared);
    for (size_t k = 0; k < qcdc_findings_get_count(findings); k++) {
        QcdcFinding finding;
        qcdc_findings_get_item(findings, k, &finding);
        length += (size_t)snprintf(told + length, sizeof told - length, " %s %s %s %s against %s;", finding.unit, finding.indicator, finding.period, finding.left,
                                   finding.right);
    }
    qcdc_findings_free(findings);
    qcdc_claims_unref(claims);
    return told;
}

static const struct Row {
    const char *text, *wanted;
} rows[] = {
    /* a verb, a measure, a unit by its name or by what a sentence calls it, or none at all */
    {"Toàn tỉnh tiếp nhận 240 kiến nghị.", "1:"},
    {"Toàn tỉnh tiếp nhận 204 kiến nghị.", "1: p got 2023 204 against 240;"},
    {"Xã Một tiếp nhận 120 kiến nghị; Xã Hai tiếp nhận 90 kiến nghị.", "2: v got 2023 90 against 80;"},
    {"Năm 2023, tiếp nhận 204 kiến nghị.", "1: p got 2023 204 against 240;"},
    {"Trong năm 2023 đã tiếp nhận được tổng số 204 kiến nghị.", "1: p got 2023 204 against 240;"},
    {"Năm 2022, toàn tỉnh tiếp nhận 240 kiến nghị.", "1: p got 2022 240 against 200;"},
    {"Năm 2020, toàn tỉnh tiếp nhận 240 kiến nghị.", "0:"},
    /* a base is held against its own period, a difference against nothing */
    {"Toàn tỉnh tiếp nhận 240 kiến nghị, tăng 40 kiến nghị so với năm 2022.", "1:"},
    {"Xã Một tiếp nhận tăng 20 kiến nghị so với năm 2022.", "0:"},
    /* a rate, and its terms above and below the line */
    {"Toàn tỉnh đã giải quyết 216/240 kiến nghị, đạt tỷ lệ 90%.", "2:"},
    {"Xã Hai đã giải quyết 70/80 kiến nghị, đạt tỷ lệ 87%.", "2:"},
    {"Xã Hai đã giải quyết 70/80 kiến nghị, đạt tỷ lệ 89%.", "2: v rate 2023 89 against 88;"},
    {"Toàn tỉnh đã giải quyết 216/240 kiến nghị, đạt tỷ lệ 91%.", "2: p rate 2023 91 against 90;"},
    {"Toàn tỉnh đã giải quyết 215/240 kiến nghị.", "1: p rate 2023 215 against 216;"},
    /* two things in one clause */
    {"Xã Một đã tiếp 500 lượt người với 300 vụ việc.", "2:"},
    {"Xã Một đã tiếp 500 lượt người với 310 vụ việc.", "2: u held 2023 310 against 300;"},
    {"Xã Một tiếp 501 lượt người.", "1: u seen 2023 501 against 500;"},
    /* scales, rounding, bounds */
    {"Xã Một thu ngân sách 4.218,6 tỷ đồng.", "1:"},
    {"Xã Một thu ngân sách 4.219 tỷ đồng.", "1:"},
    {"Xã Một thu ngân sách 4.218 tỷ đồng.", "1:"},
    {"Xã Một thu ngân sách 4.217 tỷ đồng.", "1: u paid 2023 4217000000000 against 4218600000000;"},
    {"Xã Một thu ngân sách trên 4.000 tỷ đồng.", "1:"},
    {"Xã Một thu ngân sách trên 4.500 tỷ đồng.", "1: u paid 2023 4500000000000 against 4218600000000;"},
    {"Xã Một thu ngân sách ước khoảng 4.500 tỷ đồng.", "1:"},
    /* what may be meant otherwise is told only if it agrees */
    {"Toàn tỉnh tiếp nhận trực tuyến 30 kiến nghị.", "0:"},
    {"Toàn tỉnh tiếp nhận trực tuyến 240 kiến nghị.", "1:"},
    {"Toàn tỉnh tiếp nhận 240 kiến nghị, trong đó 30 kiến nghị gửi trực tuyến.", "1:"},
    {"Toàn tỉnh tiếp nhận 30 kiến nghị trực tuyến.", "0:"},
    {"Các sở tiếp nhận 30 kiến nghị.", "0:"},
    {"Xã Trùng tiếp nhận 30 kiến nghị.", "0:"},
    {"Toàn tỉnh tiếp nhận 30 đơn.", "0:"},
    {"Toàn tỉnh có 30 kiến nghị.", "0:"},
    {"", "0:"},
};

static void figures_by_the_words_about_them(void)
{
    QcdcCube *cube = make_cube();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        expect_text(rows[i].text, check(cube, rows[i].text), rows[i].wanted);
    qcdc_cube_unref(cube);
}

static void what_a_finding_tells(void)
{
    static const char text[] = "Báo cáo.\n\nToàn tỉnh tiếp nhận 204 kiến nghị. Xã Hai tiếp nhận 90 kiến nghị.";
    QcdcCube *cube = make_cube();
    QcdcReadOptions reading = {.size = sizeof reading, .period = year()};
    QcdcClaimCheckOptions options = {.size = sizeof options, .source = "bao-cao.txt", .unit = "p"};
    QcdcClaims *claims = NULL;
    QcdcFindings *findings = NULL;
    QcdcFinding finding;
    char *words = NULL, line[512];
    CU_ASSERT_EQUAL_FATAL(qcdc_claims_read(text, sizeof text - 1, &reading, &claims, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_claims_check(claims, text, sizeof text - 1, cube, &options, findings, NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_get_count(findings), 2);
    qcdc_findings_get_item(findings, 1, &finding);
    expect_text("file", finding.file, "bao-cao.txt");
    expect_number("row", finding.row, 3);
    expect_text("code", finding.code, "QCDC-F211");
    expect_number("cells", (int64_t)finding.cell_count, 1);
    expect_text("value", finding.cells[0].value, "80");
    expect_number("its row", finding.cells[0].row, 3);
    qcdc_findings_item_to_text(findings, 0, line, sizeof line);
    expect_text("a line", line, "bao-cao.txt:3: printed 204 of \"p\" \"got\" 2023 differs by -36 from the data, 240; the text or the row is to be looked at");
    CU_ASSERT_EQUAL(qcdc_findings_explain(findings, qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube)), QCDC_LANGUAGE_VI, &words, NULL), QCDC_OK);
    CU_ASSERT_PTR_NOT_NULL(strstr(words, "bao-cao.txt:3: Xã Hai, năm 2023, Kiến nghị tiếp nhận: số ghi trong văn bản 90 chưa khớp với số liệu 80 (chênh lệch 10), đề nghị rà soát."));
    CU_ASSERT_PTR_NOT_NULL(strstr(words, "Số liệu ở observations.csv:3."));
    qcdc_free(words);
    qcdc_findings_free(findings);
    qcdc_claims_unref(claims);
    qcdc_cube_unref(cube);
}

static void wrong_calls(void)
{
    QcdcCube *cube = make_cube();
    QcdcClaimCheckOptions unknown = {.size = 1}, stranger = {.size = sizeof stranger, .unit = "z"};
    QcdcClaims *claims = NULL;
    QcdcFindings *findings = NULL;
    size_t compared = 77;
    char line[8];
    CU_ASSERT_EQUAL_FATAL(qcdc_claims_read("x", 1, NULL, &claims, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_claims_check(NULL, "x", 1, cube, NULL, findings, &compared, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_claims_check(claims, NULL, 1, cube, NULL, findings, &compared, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_claims_check(claims, "x", 1, NULL, NULL, findings, &compared, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_claims_check(claims, "x", 1, cube, NULL, NULL, &compared, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_claims_check(claims, "x", UINT32_MAX, cube, NULL, findings, &compared, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_claims_check(claims, "x", 1, cube, &unknown, findings, &compared, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_claims_check(claims, "x", 1, cube, &stranger, findings, &compared, NULL), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_EQUAL(compared, 77);
    CU_ASSERT_EQUAL(qcdc_claims_check(claims, NULL, 0, cube, NULL, findings, &compared, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(compared, 0);
    CU_ASSERT_EQUAL(qcdc_claims_check_summarize(2, 1, QCDC_LANGUAGE_EN, line, sizeof line), strlen("2 figures held against the data: 1 do not match"));
    expect_text("cut", line, "2 figur");
    qcdc_findings_free(findings);
    qcdc_claims_unref(claims);
    qcdc_cube_unref(cube);
}

/* Each allocation that depends on the catalog fails in its turn. */
static void every_failure_is_told(void)
{
    static const char text[] = "Toàn tỉnh tiếp nhận 204 kiến nghị, tăng 40 kiến nghị so với năm 2022.";
    QcdcCube *cube = make_cube();
    QcdcClaims *claims = NULL;
    QcdcStatus status = QCDC_STATUS_MEMORY;
    QcdcReadOptions reading = {.size = sizeof reading, .period = year()};
    CU_ASSERT_EQUAL_FATAL(qcdc_claims_read(text, sizeof text - 1, &reading, &claims, NULL), QCDC_OK);
    for (long turn = 0; turn < 10000 && status != QCDC_OK; turn++) {
        QcdcFindings *findings = NULL;
        CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
        allowed = turn;
        status = qcdc_claims_check(claims, text, sizeof text - 1, cube, NULL, findings, NULL, NULL);
        allowed = -1;
        CU_ASSERT(status == QCDC_OK || status == QCDC_STATUS_MEMORY);
        CU_ASSERT(status != QCDC_OK || qcdc_findings_get_count(findings) == 1);
        qcdc_findings_free(findings);
    }
    CU_ASSERT_EQUAL(status, QCDC_OK);
    qcdc_claims_unref(claims);
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "figures by the words about them", figures_by_the_words_about_them },
        { "what a finding tells", what_a_finding_tells },
        { "wrong calls", wrong_calls },
        { "every failure is told", every_failure_is_told },
    };
    return SUITE_RUN("claims_check", tests, argc, argv);
}
