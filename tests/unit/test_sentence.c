/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The three sentences that the project is asked for, W1, and the object that holds a text. */
#include "sentences.h"
#include "suite.h"

static const Figures bac_giang = {
    .units = "code;name;level;parent;text_name\n"
             "bg;Tỉnh Bắc Giang;0;;toàn tỉnh\n"
             "bg-lanh-dao;Lãnh đạo tỉnh và Ban Tiếp công dân tỉnh;1;bg;lãnh đạo tỉnh và Ban Tiếp công dân tỉnh\n"
             "bg-so;Các sở, cơ quan thuộc UBND tỉnh;1;bg;các sở, cơ quan thuộc UBND tỉnh\n"
             "bg-huyen;UBND các huyện, thành phố;1;bg;\n"
             "bg-xa;UBND các xã, phường, thị trấn;1;bg;\n",
    .indicators = "code;name;nature;measure;clause;verb;joiner\n"
                  "people;Lượt người được tiếp;flow;lượt người;received;đã tiếp;\n"
                  "cases;Vụ việc được tiếp;flow;vụ việc;received;;với\n",
    .observations = "unit;indicator;period;value;scope\n"
                    "bg;people;2019;7570;total\nbg;cases;2019;5552;total\n"
                    "bg-lanh-dao;people;2019;487\nbg-lanh-dao;cases;2019;480\n"
                    "bg-so;people;2019;698\nbg-so;cases;2019;593\n"
                    "bg-huyen;people;2019;2571\nbg-huyen;cases;2019;2174\n"
                    "bg-xa;people;2019;3814\nbg-xa;cases;2019;2305\n"
                    "bg-lanh-dao;people;2018;293\nbg-lanh-dao;cases;2018;293\n"
                    "bg-so;people;2018;857\nbg-so;cases;2018;846\n"
                    "bg-huyen;people;2018;2755\nbg-huyen;cases;2018;2053\n"
                    "bg-xa;people;2018;3895\nbg-xa;cases;2018;1986\n",
};

static const Figures phong_tho = {
    .units = "code;name;level;text_name\npt;Huyện Phong Thổ;0;toàn huyện\n",
    .indicators =
        "code;name;nature;measure;formula;part_of;part_kind;sentence;clause;verb;object;joiner;rate_verb\n"
        "visits;Lượt tiếp công dân;flow;lượt;;;;1;received;đã tiếp;;;\n"
        "cases;Vụ việc được tiếp;flow;vụ việc;;;;1;received;;;với;\n"
        "to_handle;Đơn phải xử lý;flow;đơn;carried_in + received_new;;;2;;phải xử lý;;;\n"
        "carried_in;Đơn kỳ trước chuyển sang;opening;đơn;;to_handle:origin;partition;2;;;đơn kỳ trước chuyển sang;;\n"
        "received_new;Đơn tiếp nhận trong năm;flow;đơn;;to_handle:origin;partition;2;;;đơn tiếp nhận trong năm;;\n"
        "settled;Đơn đã giải quyết;flow;đơn;;;;2;;đã giải quyết;;;\n"
        "remaining;Đơn còn lại;closing;đơn;;;;2;;còn lại;;;\n"
        "households;Hộ gia đình;stock;hộ;;;;;-;;;;\n"
        "cultural_households;Hộ gia đình văn hóa;stock;hộ;;households;subset;;-;;;;\n"
        "areas;Khu dân cư;stock;khu dân cư;;;;;-;;;;\n"
        "cultural_areas;Khu dân cư văn hóa;stock;khu dân cư;;areas;subset;;-;;;;\n"
        "household_rate;Tỷ lệ hộ gia đình văn hóa;ratio;%;cultural_households / households;;;3;;có;hộ đạt danh hiệu gia "
        "đình văn hóa;;đạt tỷ lệ\n"
        "area_rate;Tỷ lệ khu dân cư văn hóa;ratio;%;cultural_areas / areas;;;3;;có;khu dân cư đạt danh hiệu khu dân cư văn "
        "hóa;;đạt tỷ lệ\n",
    .observations = "unit;indicator;period;value\n"
                    "pt;visits;2022;428\npt;cases;2022;426\npt;visits;2021;241\npt;cases;2021;186\n"
                    "pt;carried_in;2022;22\npt;received_new;2022;140\npt;settled;2022;147\npt;remaining;2022;15\n"
                    "pt;households;2022;17378\npt;cultural_households;2022;14175\n"
                    "pt;areas;2022;171\npt;cultural_areas;2022;143\n",
};

static const Figures lang_son = {
    .units = "code;name;level;text_name\nls;Tỉnh Lạng Sơn;0;toàn tỉnh\n",
    .indicators = "code;name;nature;measure;formula;part_of;part_kind;clause;verb;object;rate_verb\n"
                  "petitions;Đơn khiếu nại và tố cáo;flow;đơn;;;;;tiếp nhận;đơn khiếu nại, tố cáo;\n"
                  "within;Đơn thuộc thẩm quyền;flow;đơn;;petitions;subset;;;đơn thuộc thẩm quyền giải quyết;\n"
                  "settled;Đơn đã giải quyết;flow;đơn;;within;subset;-;;;\n"
                  "settled_rate;Tỷ lệ đơn đã giải quyết;ratio;%;settled / within;;;;đã giải quyết;đơn;đạt tỷ lệ\n",
    .observations = "unit;indicator;period;value\n"
                    "ls;petitions;2023-S1;174\nls;within;2023-S1;77\nls;settled;2023-S1;62\n"
                    "ls;petitions;2022-S1;132\nls;within;2022-S1;71\n",
};

static void demanded_sentences_come_out(void)
{
    static const SentenceRow rows[] = {
        {"Bắc Giang by child", &bac_giang, {.by = QCDC_BY_CHILD}, "base_phrase=full-then-abbreviated;verb=repeat",
         "Năm 2019, toàn tỉnh đã tiếp 7.570 lượt người với 5.552 vụ việc (giảm 230 lượt người và tăng 374 vụ việc so với cùng "
         "kỳ năm trước (CKNT)), trong đó: lãnh đạo tỉnh và Ban Tiếp công dân tỉnh tiếp 487 lượt người với 480 vụ việc (tăng "
         "194 lượt người và tăng 187 vụ việc so với CKNT); các sở, cơ quan thuộc UBND tỉnh tiếp 698 lượt người với 593 vụ "
         "việc (giảm 159 lượt người và giảm 253 vụ việc so với CKNT); UBND các huyện, thành phố tiếp 2.571 lượt người với "
         "2.174 vụ việc (giảm 184 lượt người và tăng 121 vụ việc so với CKNT); UBND các xã, phường, thị trấn tiếp 3.814 lượt "
         "người với 2.305 vụ việc (giảm 81 lượt người và tăng 319 vụ việc so với CKNT).\n"},
        {"Phong Thổ", &phong_tho, {0}, "base_phrase=short;verb=elide",
         "Năm 2022, toàn huyện đã tiếp 428 lượt với 426 vụ việc (tăng 187 lượt, 240 vụ việc so với cùng kỳ).\n"
         "Năm 2022, toàn huyện phải xử lý 162 đơn, gồm: 22 đơn kỳ trước chuyển sang và 140 đơn tiếp nhận trong năm; đã giải "
         "quyết 147 đơn; còn lại 15 đơn.\n"
         "Năm 2022, toàn huyện có 14.175/17.378 hộ đạt danh hiệu gia đình văn hóa, đạt tỷ lệ 81,6%; 143/171 khu dân cư đạt "
         "danh hiệu khu dân cư văn hóa, đạt tỷ lệ 83,6%.\n"},
        {"Lạng Sơn", &lang_son, {0}, "base_phrase=short;percent=brackets",
         "6 tháng đầu năm 2023, toàn tỉnh tiếp nhận 174 đơn khiếu nại, tố cáo, tăng 42 đơn (31,8%) so với cùng kỳ; trong đó "
         "có 77 đơn thuộc thẩm quyền giải quyết, tăng 06 đơn (8,5%); đã giải quyết 62/77 đơn, đạt tỷ lệ 80,5%.\n"},
    };
    SENTENCES_CHECK(rows);
}

/* Two districts, one of which has not reported. */
static const Figures coverage = {
    .units = "code;name;level;parent;kind;text_name\n"
             "t;Tỉnh A;0;;;toàn tỉnh\n"
             "x1;Phường 5;1;t;phường;\nx2;Xã B;1;t;xã;\nx3;Xã C;1;t;xã;\n",
    .indicators = "code;name;nature;measure;verb\n"
                  "a;Lượt;flow;lượt;đã tiếp\nb;Đơn;flow;đơn;nhận\n",
    .observations = "unit;indicator;period;value\n"
                    "x1;a;2022-Q3;5\nx2;a;2022-Q3;6\nx1;b;2022-Q3;7\n"
                    "x1;a;2021-Q3;5\nx2;a;2021-Q3;5\nx1;b;2021-Q3;7\n",
};

static void line_tells_period_coverage_and_unit(void)
{
    static const SentenceRow rows[] = {
        {"the least covered indicator speaks for the sentence", &coverage, {0}, "",
         "Quý III năm 2022, theo báo cáo của 1/3 phường, xã, toàn tỉnh đã tiếp 11 lượt (tăng 01 lượt so với cùng kỳ năm trước); "
         "nhận 07 đơn (không thay đổi so với cùng kỳ năm trước).\n"},
        {"digits of a unit's name have a span", &coverage, {.by = QCDC_BY_CHILD, .indicators = "b"}, "",
         "Quý III năm 2022, theo báo cáo của 1/3 phường, xã, toàn tỉnh nhận 07 đơn (không thay đổi so với cùng kỳ năm trước), "
         "trong đó: Phường 5 nhận 07 đơn (không thay đổi so với cùng kỳ năm trước); Xã B chưa có số liệu; Xã C chưa có số "
         "liệu.\n"},
        {"no value at all", &coverage, {.unit = "x3"}, "", "Quý III năm 2022, Xã C chưa có số liệu.\n"},
        {"no value at all, no list", &coverage, {.period = "2020-Q1", .by = QCDC_BY_CHILD}, "",
         "Quý I năm 2020, toàn tỉnh chưa có số liệu.\n"},
        {"numbers of units are never padded", &coverage, {.unit = "t", .indicators = "b"}, "leading_zero=all;base_phrase=dated",
         "Quý III năm 2022, theo báo cáo của 1/3 phường, xã, toàn tỉnh nhận 07 đơn (không thay đổi so với cùng kỳ năm "
         "2021).\n"},
    };
    SENTENCES_CHECK(rows);
}

static void english_leads_with_names(void)
{
    static const SentenceRow rows[] = {
        {"Bắc Giang", &bac_giang, {.indicators = "people"}, "language=en",
         "2019, Tỉnh Bắc Giang: Lượt người được tiếp 7,570 lượt người (down 230 lượt người on the same period last year).\n"},
        {"parts", &bac_giang, {.indicators = "people", .by = QCDC_BY_CHILD}, "language=en;percent=brackets;change=brackets",
         "2019, Tỉnh Bắc Giang: Lượt người được tiếp 7,570 lượt người (down 230 lượt người (2.9%) on the same period last "
         "year), of which: Lãnh đạo tỉnh và Ban Tiếp công dân tỉnh: Lượt người được tiếp 487 lượt người (up 194 lượt người "
         "(66.2%) on the same period last year); Các sở, cơ quan thuộc UBND tỉnh: Lượt người được tiếp 698 lượt người (down "
         "159 lượt người (18.6%) on the same period last year); UBND các huyện, thành phố: Lượt người được tiếp 2,571 lượt "
         "người (down 184 lượt người (6.7%) on the same period last year); UBND các xã, phường, thị trấn: Lượt người được "
         "tiếp 3,814 lượt người (down 81 lượt người (2.1%) on the same period last year).\n"},
        {"coverage", &coverage, {.indicators = "b"}, "language=en",
         "Q3 2022, from 1 of 3 wards and communes, Tỉnh A: Đơn 7 đơn (unchanged from the same period last year).\n"},
        {"none", &coverage, {.unit = "x3"}, "language=en", "Q3 2022, Xã C: not reported.\n"},
        {"ratios", &phong_tho, {.indicators = "household_rate"}, "language=en",
         "2022, Huyện Phong Thổ: Tỷ lệ hộ gia đình văn hóa 81.6%.\n"},
    };
    SENTENCES_CHECK(rows);
}

static QcdcComparison *compare_lang_son(void)
{
    FiguresAsk ask = {0};
    return figures_compare(&lang_son, &ask);
}

/* Row, role and number of each span of the text. */
static void spans_lead_to_cells(void)
{
    static const struct {
        const char *text;
        QcdcRole role;
        const char *indicator, *number;
    } wanted[] = {
        {"6", QCDC_ROLE_PERIOD, NULL, "0"},
        {"2023", QCDC_ROLE_PERIOD, NULL, "0"},
        {"174", QCDC_ROLE_CURRENT, "petitions", "174"},
        {"42", QCDC_ROLE_DIFFERENCE, "petitions", "42"},
        {"31,8%", QCDC_ROLE_PERCENT, "petitions", "31.8"},
        {"77", QCDC_ROLE_CURRENT, "within", "77"},
        {"06", QCDC_ROLE_DIFFERENCE, "within", "6"},
        {"8,5%", QCDC_ROLE_PERCENT, "within", "8.5"},
        {"62", QCDC_ROLE_NUMERATOR, "settled_rate", "62"},
        {"77", QCDC_ROLE_DENOMINATOR, "settled_rate", "77"},
        {"80,5%", QCDC_ROLE_RATE, "settled_rate", "80.5"},
    };
    QcdcStyle style = figures_read_style("base_phrase=short;percent=brackets");
    QcdcComparison *comparison = compare_lang_son();
    QcdcSentence *sentence = NULL;
    QcdcError error = {0};
    figures_check(qcdc_comparison_write(comparison, &style, &sentence, &error), &error);
    CU_ASSERT_EQUAL(qcdc_sentence_get_span_count(sentence), sizeof wanted / sizeof wanted[0]);
    for (size_t index = 0; index < qcdc_sentence_get_span_count(sentence); index++) {
        char text[64] = "", number[QCDC_DECIMAL_TEXT_SIZE];
        QcdcSpan span;
        QcdcComparisonRow row;
        CU_ASSERT_EQUAL(qcdc_sentence_get_span(sentence, index, &span, NULL), QCDC_OK);
        strncat(text, qcdc_sentence_get_text(sentence) + span.start, span.end - span.start);
        qcdc_decimal_to_text(span.number, number, sizeof number);
        expect_text("text", text, wanted[index].text);
        expect_number(text, span.role, wanted[index].role);
        expect_text(text, number, wanted[index].number);
        CU_ASSERT_EQUAL(span.row == SIZE_MAX, wanted[index].indicator == NULL);
        if (span.row == SIZE_MAX)
            continue;
        CU_ASSERT_EQUAL(qcdc_comparison_read_rows(comparison, span.row, 1, &row, NULL), QCDC_OK);
        expect_text(text, qcdc_catalog_get_indicator_text(qcdc_comparison_get_catalog(comparison), row.indicator, QCDC_INDICATOR_CODE),
                    wanted[index].indicator);
    }
    qcdc_sentence_unref(sentence);
    qcdc_comparison_unref(comparison);
}

static void rows_are_told_alone(void)
{
    static const char *const wanted[] = {
        "tăng 42 đơn (31,8%) so với cùng kỳ năm trước",
        "tăng 06 đơn (8,5%) so với cùng kỳ năm trước",
        "", /* settled: no base */
        "",
    };
    QcdcStyle style = figures_read_style("base_phrase=full-then-abbreviated;percent=brackets");
    QcdcComparison *comparison = compare_lang_son();
    CU_ASSERT_EQUAL(qcdc_comparison_get_count(comparison), 4);
    for (size_t row = 0; row < qcdc_comparison_get_count(comparison); row++) {
        QcdcSentence *sentence = NULL;
        QcdcError error = {0};
        figures_check(qcdc_comparison_write_row(comparison, row, &style, &sentence, &error), &error);
        expect_text("row", qcdc_sentence_get_text(sentence), wanted[row]);
        sentences_check_spans("row", sentence);
        qcdc_sentence_unref(sentence);
    }
    qcdc_comparison_unref(comparison);
}

static void bad_calls_are_refused(void)
{
    QcdcComparison *comparison = compare_lang_son();
    QcdcSentence *sentence = NULL;
    QcdcSpan span;
    QcdcStyle strange = {.size = 1};
    QcdcError error = {0};
    CU_ASSERT_EQUAL(qcdc_comparison_write(NULL, NULL, &sentence, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(error.status, QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_comparison_write(comparison, NULL, NULL, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_comparison_write(comparison, &strange, &sentence, &error), QCDC_STATUS_ARGUMENT);
    strange = (QcdcStyle){.form = QCDC_FORM_END};
    CU_ASSERT_EQUAL(qcdc_comparison_write(comparison, &strange, &sentence, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_comparison_write_row(comparison, 4, NULL, &sentence, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_comparison_write_row(comparison, SIZE_MAX, NULL, &sentence, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_comparison_write_row(NULL, 0, NULL, &sentence, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(sentence);
    CU_ASSERT_EQUAL(qcdc_comparison_write(comparison, NULL, &sentence, &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_sentence_get_span(sentence, qcdc_sentence_get_span_count(sentence), &span, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_sentence_get_span(sentence, 0, NULL, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_sentence_get_span(NULL, 0, &span, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_STRING_EQUAL(qcdc_sentence_get_text(NULL), "");
    CU_ASSERT_EQUAL(qcdc_sentence_get_span_count(NULL), 0);
    qcdc_sentence_unref(NULL);
    CU_ASSERT_PTR_EQUAL(qcdc_sentence_ref(sentence), sentence);
    qcdc_sentence_unref(sentence);
    CU_ASSERT(strlen(qcdc_sentence_get_text(sentence)) > 0);
    qcdc_sentence_unref(sentence);
    qcdc_comparison_unref(comparison);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"demanded sentences come out", demanded_sentences_come_out},
        {"line tells period, coverage and unit", line_tells_period_coverage_and_unit},
        {"english leads with names", english_leads_with_names},
        {"spans lead to cells", spans_lead_to_cells},
        {"rows are told alone", rows_are_told_alone},
        {"bad calls are refused", bad_calls_are_refused},
    };
    return SUITE_RUN("sentence", tests, argc, argv);
}
