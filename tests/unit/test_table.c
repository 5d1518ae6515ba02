/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* D1-D9: tables for programs key by key, and tables for people, also of names that mean no good. */
#include <qcdc/memory.h>
#include <qcdc/table.h>

#include "expect.h"
#include "figures.h"
#include "suite.h"

static const Figures office = {
    .units = "code;name;level;parent;kind\nt;Tỉnh A;0;;\nx;Xã \"B, C\";1;t;xã\ny;Xã D;1;t;xã\n",
    .indicators = "code;name;nature;measure;decimals;formula;clause;polarity\n"
                  "a;Lượt;flow;lượt;0;;;\n"
                  "r;Tỷ lệ;ratio;%;0;b / a;;\n"
                  "b;Đúng hạn;flow;lượt;0;;-;\n"
                  "o;Hộ nghèo;ratio;%;2;;;\n"
                  "k;PCI;rank;bậc;0;;;\n",
    .observations = "unit;indicator;period;value;obs_status;field;scenario\n"
                    "x;a;2022;7570;E+U+D;;\nx;a;2021;8000;P;;\nx;b;2022;6056;;;\nx;b;2021;5000;;;\n"
                    "x;o;2022;43.81;;;\nx;o;2021;48.43;;;\nx;k;2022;15;;63;\nx;k;2021;36;;63;\n"
                    "x;a;2022;10000;;;kh\ny;a;2021;;M;;\n"
                    "x;a;2019;200;;;\nx;a;2018;0;;;\nx;b;2019;200;;;\n"
                    "x;a;2017;19999;;;\nx;a;2016;10000;;;\nx;b;2017;19998;;;\nx;a;2015;100000;;;\n",
    .plans = "kh=kế hoạch",
};

static void check(const char *name, const FiguresAsk *ask, const char *style_text, QcdcTableFormat format, const char *wanted)
{
    QcdcError error = {0};
    char *text = NULL;
    QcdcStyle style = figures_read_style(style_text);
    QcdcComparison *comparison = figures_compare(&office, ask);
    if (comparison != NULL && figures_check(qcdc_comparison_to_table(comparison, &style, format, &text, &error), &error))
        expect_text(name, text, wanted);
    qcdc_free(text);
    qcdc_comparison_unref(comparison);
}

static void json_has_every_key(void)
{
    FiguresAsk ask = {.unit = "x", .period = "2022"};
    check("json", &ask, "", QCDC_TABLE_JSON,
          "{\"unit\":\"x\",\"unit_name\":\"Xã \\\"B, C\\\"\",\"indicator\":\"a\",\"indicator_name\":\"Lượt\",\"measure\":\"lượt\","
          "\"period\":\"2022\",\"base_period\":\"2021\",\"current\":\"7570\",\"base\":\"8000\",\"difference\":\"-430\","
          "\"percent\":\"-5.4\",\"percent_numerator\":\"-430\",\"percent_denominator\":\"8000\",\"percentage_points\":null,"
          "\"places\":null,\"attainment\":null,\"direction\":\"decrease\",\"caveats\":[\"definition-differs\",\"estimated\"],"
          "\"status\":\"E+D+U\",\"base_status\":\"P\",\"expected\":1,\"valued\":1,\"base_expected\":1,\"base_valued\":1,"
          "\"basis\":\"as-reported\",\"text\":\"giảm 430 lượt so với cùng kỳ năm trước\"}\n"
          "{\"unit\":\"x\",\"unit_name\":\"Xã \\\"B, C\\\"\",\"indicator\":\"r\",\"indicator_name\":\"Tỷ lệ\",\"measure\":\"%\","
          "\"period\":\"2022\",\"base_period\":\"2021\",\"current\":\"80.0\",\"base\":\"62.5\",\"difference\":null,"
          "\"percent\":null,\"percent_numerator\":null,\"percent_denominator\":null,\"percentage_points\":\"17.5\","
          "\"places\":null,\"attainment\":null,\"direction\":\"increase\",\"caveats\":[\"definition-differs\",\"estimated\"],"
          "\"status\":\"E+D+U\",\"base_status\":\"P\",\"expected\":1,\"valued\":1,\"base_expected\":1,\"base_valued\":1,"
          "\"basis\":\"as-reported\",\"text\":\"tăng 17,5 điểm phần trăm so với cùng kỳ năm trước\"}\n"
          "{\"unit\":\"x\",\"unit_name\":\"Xã \\\"B, C\\\"\",\"indicator\":\"b\",\"indicator_name\":\"Đúng hạn\","
          "\"measure\":\"lượt\",\"period\":\"2022\",\"base_period\":\"2021\",\"current\":\"6056\",\"base\":\"5000\","
          "\"difference\":\"1056\",\"percent\":\"21.1\",\"percent_numerator\":\"1056\",\"percent_denominator\":\"5000\","
          "\"percentage_points\":null,\"places\":null,\"attainment\":null,\"direction\":\"increase\",\"caveats\":[],"
          "\"status\":\"A\",\"base_status\":\"A\",\"expected\":1,\"valued\":1,\"base_expected\":1,\"base_valued\":1,"
          "\"basis\":\"as-reported\",\"text\":\"tăng 1.056 lượt so với cùng kỳ năm trước\"}\n"
          "{\"unit\":\"x\",\"unit_name\":\"Xã \\\"B, C\\\"\",\"indicator\":\"o\",\"indicator_name\":\"Hộ nghèo\",\"measure\":\"%\","
          "\"period\":\"2022\",\"base_period\":\"2021\",\"current\":\"43.81\",\"base\":\"48.43\",\"difference\":\"-4.62\","
          "\"percent\":null,\"percent_numerator\":null,\"percent_denominator\":null,\"percentage_points\":\"-4.62\","
          "\"places\":null,\"attainment\":null,\"direction\":\"decrease\",\"caveats\":[],\"status\":\"A\",\"base_status\":\"A\","
          "\"expected\":1,\"valued\":1,\"base_expected\":1,\"base_valued\":1,\"basis\":\"as-reported\","
          "\"text\":\"giảm 4,62 điểm phần trăm so với cùng kỳ năm trước\"}\n"
          "{\"unit\":\"x\",\"unit_name\":\"Xã \\\"B, C\\\"\",\"indicator\":\"k\",\"indicator_name\":\"PCI\",\"measure\":\"bậc\","
          "\"period\":\"2022\",\"base_period\":\"2021\",\"current\":\"15\",\"base\":\"36\",\"difference\":\"-21\",\"percent\":null,"
          "\"percent_numerator\":null,\"percent_denominator\":null,\"percentage_points\":null,\"places\":\"21\","
          "\"attainment\":null,\"direction\":\"increase\",\"caveats\":[],\"status\":\"A\",\"base_status\":\"A\",\"expected\":1,"
          "\"valued\":1,\"base_expected\":1,\"base_valued\":1,\"basis\":\"as-reported\","
          "\"text\":\"tăng 21 bậc so với cùng kỳ năm trước\"}\n");
}

#define CSV_HEADER                                                                                                                \
    "unit,unit_name,indicator,indicator_name,measure,period,base_period,current,base,difference,percent,percent_numerator,"       \
    "percent_denominator,percentage_points,places,attainment,direction,caveats,status,base_status,expected,valued,base_expected," \
    "base_valued,basis,text\n"

static void csv_quotes_what_it_must(void)
{
    FiguresAsk ask = {.unit = "x", .period = "2022", .indicators = "a"};
    check("csv", &ask, "percent=brackets", QCDC_TABLE_CSV,
          CSV_HEADER "x,\"Xã \"\"B, C\"\"\",a,Lượt,lượt,2022,2021,7570,8000,-430,-5.4,-430,8000,,,,decrease,definition-differs|"
                     "estimated,E+D+U,P,1,1,1,1,as-reported,\"giảm 430 lượt (5,4%) so với cùng kỳ năm trước\"\n");
    ask = (FiguresAsk){.unit = "x", .period = "2022", .indicators = "a", .bases = "plan"};
    check("plan", &ask, "", QCDC_TABLE_CSV,
          CSV_HEADER "x,\"Xã \"\"B, C\"\"\",a,Lượt,lượt,2022,2022,7570,10000,-2430,,,,,,75.7,decrease,definition-differs|estimated,"
                     "E+D+U,A,1,1,1,1,as-reported,\"đạt 75,7% kế hoạch\"\n");
    ask = (FiguresAsk){.unit = "x", .period = "2019", .indicators = "a;b", .bases = "same-period;plan"};
    check("base 0, none and no plan", &ask, "", QCDC_TABLE_CSV,
          CSV_HEADER "x,\"Xã \"\"B, C\"\"\",a,Lượt,lượt,2019,2018,200,0,200,,,,,,,increase,base-zero,A,A,1,1,1,1,as-reported,tăng "
                     "200 lượt so với cùng kỳ năm trước\n"
                     "x,\"Xã \"\"B, C\"\"\",b,Đúng hạn,lượt,2019,2018,200,,,,,,,,,unknown,base-missing,A,,1,1,1,0,as-reported,\n"
                     "x,\"Xã \"\"B, C\"\"\",a,Lượt,lượt,2019,,200,,,,,,,,,unknown,base-missing,A,,1,1,,,as-reported,\n"
                     "x,\"Xã \"\"B, C\"\"\",b,Đúng hạn,lượt,2019,,200,,,,,,,,,unknown,base-missing,A,,1,1,,,as-reported,\n");
    ask = (FiguresAsk){.unit = "x", .period = "2017", .indicators = "a;r"};
    check("never 100 unless it is; a ratio is plainly rounded", &ask, "", QCDC_TABLE_CSV,
          CSV_HEADER "x,\"Xã \"\"B, C\"\"\",a,Lượt,lượt,2017,2016,19999,10000,9999,99.99,9999,10000,,,,increase,,A,A,1,1,1,1,"
                     "as-reported,tăng 9.999 lượt so với cùng kỳ năm trước\n"
                     "x,\"Xã \"\"B, C\"\"\",r,Tỷ lệ,%,2017,2016,100.0,,,,,,,,,unknown,base-missing,A,,1,1,1,0,as-reported,\n");
    ask = (FiguresAsk){.unit = "x", .period = "2022", .indicators = "k", .bases = "2015"};
    check("zeros dropped, below the last decimal", &ask, "", QCDC_TABLE_CSV,
          CSV_HEADER "x,\"Xã \"\"B, C\"\"\",k,PCI,bậc,2022,2015,15,,,,,,,,,unknown,base-missing,A,,1,1,1,0,as-reported,\n");
}

/* S8, D51: both figures stand, and nothing between them. */
static void a_break_leaves_both_figures(void)
{
    static const Figures parted = {
        .units = "code;name;level\nx;Xã;0\n",
        .indicators = "code;name;nature;measure;formula\na;Lượt;flow;lượt;\nb;Đúng;flow;lượt;\nr;Tỷ lệ;ratio;%;b / a\nk;Hạng;rank;bậc;\n",
        .observations = "unit;indicator;period;value;obs_status\nx;a;2022;30;A+B\nx;a;2021;20;\nx;b;2022;3;\nx;b;2021;1;\nx;k;2022;3;A+B\n"
                        "x;k;2021;5;\n",
    };
    FiguresAsk ask = {.unit = "x", .period = "2022", .indicators = "a;r;k"};
    QcdcStyle style = {0};
    QcdcError error = {0};
    char *text = NULL;
    QcdcComparison *comparison = figures_compare(&parted, &ask);
    if (comparison != NULL && figures_check(qcdc_comparison_to_table(comparison, &style, QCDC_TABLE_CSV, &text, &error), &error))
        expect_text("a break", text,
                    CSV_HEADER "x,Xã,a,Lượt,lượt,2022,2021,30,20,,,,,,,,unknown,definition-differs,A+B,A,1,1,1,1,as-reported,\n"
                               "x,Xã,r,Tỷ lệ,%,2022,2021,10.0,5.0,,,,,,,,unknown,definition-differs,A+B,A,1,1,1,1,as-reported,\n"
                               "x,Xã,k,Hạng,bậc,2022,2021,3,5,,,,,,,,unknown,definition-differs,A+B,A,1,1,1,1,as-reported,\n");
    qcdc_free(text);
    qcdc_comparison_unref(comparison);
}

static void rollup_tells_cells(void)
{
    QcdcError error = {0};
    char *text = NULL;
    QcdcSelection selection = {.by = QCDC_BY_CHILD, .indicators = (const char *const[]){"a", "r"}, .indicator_count = 2};
    QcdcPeriod periods[3];
    const char *labels[] = {"2022", "2021", "2022"};
    QcdcCube *cube = figures_make_cube(&office, QCDC_MISSING_DEFAULT);
    for (size_t index = 0; index < 3; index++)
        CU_ASSERT_EQUAL(qcdc_period_parse(labels[index], strlen(labels[index]), &periods[index], NULL), QCDC_OK);
    figures_check(qcdc_cube_to_table(cube, &selection, periods, 3, NULL, QCDC_TABLE_CSV, &text, &error), &error);
    expect_text("rollup", text != NULL ? text : "",
                "unit,indicator,period,value,expected,valued,status,origin\n"
                "t,a,2021,8000,2,1,P,partial\nt,a,2022,7570,2,1,E+D+U,partial\n"
                "t,r,2021,62.5,2,1,P,partial\nt,r,2022,80.0,2,1,E+D+U,partial\n"
                "x,a,2021,8000,1,1,P,own\nx,a,2022,7570,1,1,E+D+U,own\n"
                "x,r,2021,62.5,1,1,P,own\nx,r,2022,80.0,1,1,E+D+U,own\n"
                "y,a,2021,,1,0,,\ny,a,2022,,1,0,,\ny,r,2021,,1,0,,\ny,r,2022,,1,0,,\n");
    qcdc_free(text);
    text = NULL;
    selection.by = QCDC_BY_NONE;
    selection.indicator_count = 1;
    selection.period = "2022";
    figures_check(qcdc_cube_to_table(cube, &selection, NULL, 0, NULL, QCDC_TABLE_JSON, &text, &error), &error);
    expect_text("json", text != NULL ? text : "",
                "{\"unit\":\"t\",\"indicator\":\"a\",\"period\":\"2022\",\"value\":\"7570\",\"expected\":2,\"valued\":1,"
                "\"status\":\"E+D+U\",\"origin\":\"partial\"}\n");
    qcdc_free(text);
    text = NULL;
    figures_check(qcdc_cube_to_table(cube, &selection, NULL, 0, NULL, QCDC_TABLE_TEXT, &text, &error), &error);
    expect_text("text", text != NULL ? text : "",
                "                                                  Báo cáo\n"
                "Đơn vị  Chỉ tiêu  Kỳ        Đơn vị tính  Số liệu  Phải báo cáo  Đã báo cáo  Trạng thái  Nguồn\n"
                "-----------------------------------------------------------------------------------------------\n"
                "Tỉnh A  Lượt      năm 2022  lượt           7.570             2           1  E+D+U       partial\n");
    qcdc_free(text);
    qcdc_cube_unref(cube);
}

static void people_get_aligned_columns(void)
{
    FiguresAsk ask = {.period = "2022", .indicators = "a", .by = QCDC_BY_CHILD};
    check("text", &ask, "", QCDC_TABLE_TEXT,
          "                                  Kỳ gốc                      Kỳ này            So sánh\n"
          "Đơn vị     Chỉ tiêu  Đơn vị tính  Kỳ        Số liệu  Báo cáo  Số liệu  Báo cáo  Tăng, giảm  Tỷ lệ (%)\n"
          "-----------------------------------------------------------------------------------------------------\n"
          "Tỉnh A     Lượt      lượt         năm 2021    8.000      1/2    7.570      1/2        -430       -5,4\n"
          "Xã \"B, C\"  Lượt      lượt         năm 2021    8.000      1/1    7.570      1/1        -430       -5,4\n"
          "Xã D       Lượt      lượt         năm 2021               0/1      ...      0/1\n");
    ask = (FiguresAsk){.unit = "x", .period = "2019", .indicators = "a", .bases = "same-period;plan"};
    check("markdown", &ask, "language=en", QCDC_TABLE_MARKDOWN,
          "| Unit | Indicator | Measure | Base: Period | Base: Value | Base: Reports | Current: Value | Current: Reports | Change: "
          "Difference | Change: Percent | Change: Of plan (%) |\n"
          "| --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
          "| Xã \"B, C\" | Lượt | lượt | 2018 | - | 1/1 | 200 | 1/1 | 200 |  |  |\n"
          "| Xã \"B, C\" | Lượt | lượt |  |  |  | 200 | 1/1 |  |  |  |\n");
    ask = (FiguresAsk){.unit = "x", .period = "2022", .indicators = "a"};
    check("html", &ask, "", QCDC_TABLE_HTML,
          "<table>\n<caption>So sánh năm 2022</caption>\n<thead>\n<tr><th scope=\"col\" rowspan=\"2\">Đơn vị</th><th scope=\"col\" "
          "rowspan=\"2\">Chỉ tiêu</th><th scope=\"col\" rowspan=\"2\">Đơn vị tính</th><th scope=\"colgroup\" colspan=\"3\">Kỳ "
          "gốc</th><th scope=\"colgroup\" colspan=\"2\">Kỳ này</th><th scope=\"colgroup\" colspan=\"2\">So sánh</th></tr>\n"
          "<tr><th scope=\"col\">Kỳ</th><th scope=\"col\">Số liệu</th><th scope=\"col\">Báo cáo</th><th scope=\"col\">Số "
          "liệu</th><th scope=\"col\">Báo cáo</th><th scope=\"col\">Tăng, giảm</th><th scope=\"col\">Tỷ lệ (%)</th></tr>\n"
          "</thead>\n<tbody>\n<tr><td>Xã &quot;B, C&quot;</td><td>Lượt</td><td>lượt</td><td>năm 2021</td><td "
          "style=\"text-align:right\">8.000</td><td style=\"text-align:right\">1/1</td><td style=\"text-align:right\">7.570</td><td "
          "style=\"text-align:right\">1/1</td><td style=\"text-align:right\">-430</td><td "
          "style=\"text-align:right\">-5,4</td></tr>\n</tbody>\n</table>\n");
}

static const Figures hostile = {
    .units = "code;name;level\nt;=<b>&'\\\x1b|\t\"漢;0\n",
    .indicators = "code;name;nature;measure\na;A;flow;lượt\n",
    .observations = "unit;indicator;period;value\nt;a;2022;4\n",
};

/* Every format has its own way to stay whole. */
static void hostile_names_stay_names(void)
{
    static const struct {
        QcdcTableFormat format;
        const char *wanted;
    } rows[] = {
        {QCDC_TABLE_JSON, "\"=<b>&'\\\\\\u001b|\\t\\\"漢\""},
        {QCDC_TABLE_CSV, "t,\"=<b>&'\\\x1b|\t\"\"漢\","},
        {QCDC_TABLE_HTML, "<td style=\"mso-number-format:'\\@'\">=&lt;b&gt;&amp;&#39;\\ |\t&quot;漢</td>"},
        {QCDC_TABLE_MARKDOWN, "| =&lt;b>&amp;'\\\\ \\| \"漢 |"},
        {QCDC_TABLE_TEXT, "\n=<b>&'\\ | \"漢  A"},
    };
    FiguresAsk ask = {.period = "2022"};
    QcdcComparison *comparison = figures_compare(&hostile, &ask);
    for (size_t row = 0; row < sizeof rows / sizeof rows[0] && comparison != NULL; row++) {
        char *text = NULL;
        QcdcError error = {0};
        figures_check(qcdc_comparison_to_table(comparison, NULL, rows[row].format, &text, &error), &error);
        if (!expect(text != NULL && strstr(text, rows[row].wanted) != NULL, rows[row].wanted, "is not there"))
            printf("# %s\n", text != NULL ? text : "");
        qcdc_free(text);
    }
    qcdc_comparison_unref(comparison);
}

static void bad_calls_are_refused(void)
{
    FiguresAsk ask = {.period = "2022"};
    QcdcError error = {0};
    QcdcStyle strange = {.size = 3};
    QcdcSelection nowhere = {.unit = "nowhere"};
    QcdcPeriod none = {0};
    char *text = NULL;
    QcdcCube *cube = figures_make_cube(&office, QCDC_MISSING_DEFAULT);
    QcdcComparison *comparison = figures_compare_cube(cube, &ask);
    CU_ASSERT_EQUAL(qcdc_comparison_to_table(NULL, NULL, QCDC_TABLE_CSV, &text, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_comparison_to_table(comparison, NULL, QCDC_TABLE_END, &text, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_comparison_to_table(comparison, &strange, QCDC_TABLE_CSV, &text, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_comparison_to_table(comparison, NULL, QCDC_TABLE_CSV, NULL, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_to_table(NULL, NULL, NULL, 0, NULL, QCDC_TABLE_CSV, &text, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_to_table(cube, NULL, &none, 1, NULL, QCDC_TABLE_CSV, &text, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_to_table(cube, NULL, NULL, 1, NULL, QCDC_TABLE_CSV, &text, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_cube_to_table(cube, &nowhere, NULL, 0, NULL, QCDC_TABLE_CSV, &text, &error), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_PTR_NULL(text);
    qcdc_comparison_unref(comparison);
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"json has every key", json_has_every_key},
        {"csv quotes what it must", csv_quotes_what_it_must},
        {"a break leaves both figures (S8)", a_break_leaves_both_figures},
        {"rollup tells cells", rollup_tells_cells},
        {"people get aligned columns", people_get_aligned_columns},
        {"hostile names stay names", hostile_names_stay_names},
        {"bad calls are refused", bad_calls_are_refused},
    };
    return SUITE_RUN("table", tests, argc, argv);
}
