/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The row of codes and the numbers of rows (D60, D61). */

#include "suite.h"

#include <stdio.h>

#include "layout-bundle.h"
#include "writing/layout-draw-private.h"

#define INDICATORS                                                                                                                   \
    "code,name,nature,measure,part_of,part_kind,formula,plan_direction\n"                                                             \
    "n,N,flow,đơn,,,,\na,A,flow,đơn,n:mot,partition,,\nb,B,flow,đơn,n:mot,partition,,\nc,C,flow,đơn,n:hai,partition,,\n"              \
    "d,D,flow,đơn,n:hai,partition,,\ne,E,flow,đơn,n:hai,partition,,\ns,S,flow,đơn,n:ba,subset,,\n"                                    \
    "f,F,flow,đơn,,,2*a - b,\nr,R,ratio,%,,,a / n,\nq,Q,ratio,%,,,(a - b) / n,\ng,G,flow,đơn,n:bon,partition,,\nk,K,flow,đơn,,,a + 1,\nw,W,flow,đơn,,,,reduce-by\n"   \
    "v,V,flow,đơn,,,-a + b,\nh,H,rank,bậc,,,,\n"

/* "n|value a|value": the columns of one table; and the row of codes. */
static void expect_codes(const char *columns, const char *wanted)
{
    char lines[4096] = "table,axis,code,title,parent,shows,indicator,base,period\n", row[256];
    char indicator[16], shows[32], rest[64];
    int used, number = 0;
    for (const char *at = columns; sscanf(at, " %15[^ .].%31[^ .]%63[^ ]%n", indicator, shows, rest, &used) == 3; at += used, number++) {
        snprintf(row, sizeof row, "f,column,c%d,X,,%s,%s,%s,%s\n", number, shows, indicator[0] == '-' ? "" : indicator,
                 strstr(rest, ".base=") != NULL ? strstr(rest, ".base=") + 6 : "", strstr(rest, ".at=") != NULL ? strstr(rest, ".at=") + 4 : "");
        strcat(lines, row);
    }
    form_expect_rows((FormTexts){ .indicators = INDICATORS, .observations = "unit,indicator,period,value\na,n,2022,1\n",
                                  .tables = "code,title,rows\nf,B,units\n", .lines = lines }, NULL, wanted);
}

static void sums_are_told_by_their_columns(void)
{
    expect_codes("-.name. n.value. a.value. b.value.", "(1),(2)=(3)+(4),(3),(4)\n");
    /* all terms or none, of one show, base and period */
    expect_codes("-.name. n.value. a.value.", "(1),(2),(3)\n");
    expect_codes("-.name. n.value. a.value. b.base.", "(1),(2),(3),(4)\n");
    expect_codes("-.name. n.value. a.value. b.value.at=2021", "(1),(2),(3),(4)\n");
    expect_codes("-.name. n.base. a.base. b.base.", "(1),(2)=(3)+(4),(3),(4)\n");
    expect_codes("-.name. n.base.base=2020 a.base.base=2020 b.base.", "(1),(2),(3),(4)\n");
    /* the longest partition, else the first that is there; no list of some */
    expect_codes("-.name. n.value. a.value. b.value. c.value. d.value. e.value.", "(1),(2)=(5)+(6)+(7),(3),(4),(5),(6),(7)\n");
    expect_codes("-.name. n.value. a.value. b.value. c.value. d.value.", "(1),(2)=(3)+(4),(3),(4),(5),(6)\n");
    expect_codes("-.name. n.value. a.value. b.value. g.value.", "(1),(2)=(3)+(4),(3),(4),(5)\n");
    expect_codes("-.name. n.value. g.value.", "(1),(2)=(3),(3)\n");
    expect_codes("-.name. n.value. s.value.", "(1),(2),(3)\n");
}

static void forms_are_told_by_their_columns(void)
{
    expect_codes("a.value. b.value. f.value. v.value.", "(1),(2),(3)=2*(1)-(2),(4)=-(1)+(2)\n");
    expect_codes("a.value. b.value. n.value. r.value. q.value.", "(1),(2),(3)=(1)+(2),(4)=(1)/(3),(5)=((1)-(2))/(3)\n");
    expect_codes("a.value. k.value.", "(1),(2)\n");
    expect_codes("a|b.value. a.value. b.value.", "(1),(2),(3)\n");
}

static void changes_are_told_by_their_columns(void)
{
    expect_codes("n.value. n.base. n.difference. n.percent. n.index.", "(1),(2),(3)=(1)-(2),(4)=(3)/(2),(5)=(1)/(2)\n");
    expect_codes("n.value. n.base. n.percent. r.value. r.base. r.points.", "(1),(2),(3)=((1)-(2))/(2),(4),(5),(6)=(4)-(5)\n");
    expect_codes("n.value. n.base.base=2020 n.difference.", "(1),(2),(3)\n");
    expect_codes("n.value. n.base.base=plan n.attainment. w.value. w.base.base=plan w.attainment.", "(1),(2),(3)=(1)/(2),(4),(5),(6)\n");
    expect_codes("n.difference. a.difference. b.difference.", "(1)=(2)+(3),(2),(3)\n");
    /* the figure of the base's own period is the base, by whatever name */
    expect_codes("n.value. n.value.at=same-period n.difference. n.index.", "(1),(2),(3)=(1)-(2),(4)=(1)/(2)\n");
    expect_codes("n.value. n.value.at=2021 n.difference.base=previous n.percent.base=2021", "(1),(2),(3)=(1)-(2),(4)=((1)-(2))/(2)\n");
    expect_codes("n.value. n.value.at=2020 n.difference. a.value.at=2021", "(1),(2),(3),(4)\n");
    expect_codes("n.value. n.value.at=2021 n.difference.base=plan n.difference.base=unit:b", "(1),(2),(3),(4)\n");
    expect_codes("n.value. n.value.at=2021 n.base. n.difference.", "(1),(2),(3),(4)=(1)-(3)\n");
    expect_codes("h.value. h.value.at=previous h.difference.", "(1),(2),(3)=(2)-(1)\n");
}

/* What is said of a column holds in each of its cells, or is not said. */
static void what_does_not_hold_is_not_told(void)
{
    /* places of ranks: from 36 to 15 is 21 */
    expect_codes("h.value. h.base. h.difference. h.percent. h.index.", "(1),(2),(3)=(2)-(1),(4),(5)\n");
    /* means are over those that have a figure, of each indicator others */
    expect_codes("n.base.base=parent-mean a.base.base=parent-mean b.base.base=parent-mean r.base.base=parent-mean f.base.base=parent-mean",
                 "(1),(2),(3),(4),(5)\n");
    expect_codes("n.difference.base=parent-mean a.difference.base=parent-mean b.difference.base=parent-mean", "(1),(2),(3)\n");
    expect_codes("n.value. n.base.base=parent-mean n.difference.base=parent-mean n.percent.base=parent-mean n.index.base=parent-mean",
                 "(1),(2),(3)=(1)-(2),(4),(5)=(1)/(2)\n");
    /* a plan to reduce by so much is no figure to hold another against; growth against a plan is not told */
    expect_codes("w.value. w.base.base=plan w.difference.base=plan w.percent.base=plan w.index.base=plan", "(1),(2),(3),(4),(5)\n");
    expect_codes("n.value. n.base.base=plan n.difference.base=plan n.percent.base=plan n.index.base=plan",
                 "(1),(2),(3)=(1)-(2),(4),(5)=(1)/(2)\n");
    /* points are of ratios, growth and index of amounts */
    expect_codes("n.value. n.base. n.points. r.value. r.base. r.percent. r.index. r.points.", "(1),(2),(3),(4),(5),(6),(7),(8)=(4)-(5)\n");
}

/* Of indicators in rows what holds in all of them. */
static void rows_of_ranks_have_no_difference_of_columns(void)
{
    static const char columns[] = "table,axis,code,title,shows,indicator,base\nf,column,a,A,name,,\nf,column,b,B,value,,\nf,column,c,C,base,,\n"
                                  "f,column,d,D,difference,,\nf,column,e,E,value,,\nf,column,f,F,base,,plan\nf,column,g,G,attainment,,plan\n";
    static const char *const rows[][2] = {
        { "f,row,r1,,indicator,n,\n", "(1),(2),(3),(4)=(2)-(3),(5),(6),(7)=(2)/(6)\n" },
        { "f,row,r1,,indicator,n,\nf,row,r2,,indicator,h,\n", "(1),(2),(3),(4),(5),(6),(7)=(2)/(6)\n" },
        { "f,row,r1,,indicator,n,\nf,row,r2,,indicator,w,\n", "(1),(2),(3),(4)=(2)-(3),(5),(6),(7)\n" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char lines[2048];
        snprintf(lines, sizeof lines, "%s%s", columns, rows[i][0]);
        form_expect_rows((FormTexts){ .indicators = INDICATORS, .observations = "unit,indicator,period,value\na,n,2022,1\n",
                                      .tables = "code,title,rows\nf,B,indicators\n", .lines = lines }, NULL, rows[i][1]);
    }
}

static void rows_are_numbered(void)
{
    static const struct {
        char scheme;
        uint32_t number;
        QcdcLanguage language;
        const char *wanted;
    } rows[] = {
        { 'I', 1, QCDC_LANGUAGE_VI, "I" },     { 'I', 1994, QCDC_LANGUAGE_VI, "MCMXCIV" }, { 'I', 4000, QCDC_LANGUAGE_VI, "4000" },
        { '1', 12, QCDC_LANGUAGE_VI, "12" },   { 'a', 5, QCDC_LANGUAGE_VI, "đ" },          { 'a', 7, QCDC_LANGUAGE_VI, "g" },
        { 'A', 5, QCDC_LANGUAGE_VI, "Đ" },     { 'a', 23, QCDC_LANGUAGE_VI, "y" },         { 'a', 24, QCDC_LANGUAGE_VI, "aa" },
        { 'a', 5, QCDC_LANGUAGE_EN, "e" },     { 'A', 27, QCDC_LANGUAGE_EN, "AA" },        { '-', 3, QCDC_LANGUAGE_VI, "-" },
        { 0, 3, QCDC_LANGUAGE_VI, "" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Text text = { 0 };
        layout_append_number(rows[i].scheme, rows[i].number, rows[i].language, &text);
        expect_text("number", text_get(&text), rows[i].wanted);
        text_clear(&text);
    }
}

/* A head of three levels, rows set in, a total, a note: as each format shows them. */
static void expect_drawn(QcdcTableFormat format, const char *wanted)
{
    char *text = NULL;
    QcdcError error = { 0 };
    FormTexts texts = { .observations = "unit,indicator,period,value\na,n,2022,12\na,x,2022,5\n",
                        .tables = "code,title,rows,number,note\nf,Biểu <1>,units,Mẫu *1,Chú thích\n",
                        .lines = "table,axis,code,title,parent,shows,indicator\nf,column,so,,,number,\nf,column,ten,,,name,\n"
                                 "f,column,g,Nhóm,,group,\nf,column,h,Trong đó,g,group,\nf,column,x,,h,value,x\nf,column,n,,g,value,n\n" };
    CU_ASSERT_EQUAL(form_draw_as(texts, NULL, NULL, format, &text, &error), QCDC_OK);
    expect_text("drawn", text != NULL ? text : error.text, wanted);
    qcdc_free(text);
}

static void heads_span_what_is_below_them(void)
{
    expect_drawn(QCDC_TABLE_TEXT,
                 "Mẫu *1\n"
                 "Biểu <1>\n"
                 "Tỉnh, năm 2022\n"
                 "\n"
                 "STT  Đơn vị     Nhóm\n"
                 "                Trong đó   Số đơn\n"
                 "                Khiếu nại\n"
                 "---------------------------------\n"
                 "(1)  (2)              (3)     (4)\n"
                 "1    Xã A               5      12\n"
                 "2    Xã B             ...     ...\n"
                 "     Tổng cộng         5*     12*\n"
                 "\n"
                 "Chú thích\n"
                 "* Theo báo cáo của một phần số đơn vị\n");
    expect_drawn(QCDC_TABLE_CSV,
                 "STT,Đơn vị,Nhóm,\n"
                 ",,Trong đó,Số đơn\n"
                 ",,Khiếu nại,\n"
                 "(1),(2),(3),(4)\n"
                 "1,Xã A,5,12\n"
                 "2,Xã B,...,...\n"
                 ",Tổng cộng,5*,12*\n");
    expect_drawn(QCDC_TABLE_MARKDOWN,
                 "Mẫu \\*1\n"
                 "\n"
                 "Biểu &lt;1>\n"
                 "\n"
                 "Tỉnh, năm 2022\n"
                 "\n"
                 "| STT | Đơn vị | Nhóm - Trong đó - Khiếu nại | Nhóm - Số đơn |\n"
                 "| --- | --- | ---: | ---: |\n"
                 "| (1) | (2) | (3) | (4) |\n"
                 "| 1 | Xã A | 5 | 12 |\n"
                 "| 2 | Xã B | ... | ... |\n"
                 "|  | Tổng cộng | 5\\* | 12\\* |\n"
                 "\n"
                 "Chú thích\n"
                 "\n"
                 "\\* Theo báo cáo của một phần số đơn vị\n");
    expect_drawn(QCDC_TABLE_HTML,
                 "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" style=\"border-collapse:collapse;font-family:'Times New Roman',serif\">\n"
                 "<caption style=\"font-weight:bold\">Mẫu *1<br>Biểu &lt;1&gt;<br>Tỉnh, năm 2022</caption>\n"
                 "<thead>\n"
                 "<tr><th scope=\"col\" rowspan=\"3\">STT</th><th scope=\"col\" rowspan=\"3\">Đơn vị</th><th scope=\"colgroup\" colspan=\"2\">Nhóm</th></tr>\n"
                 "<tr><th scope=\"colgroup\">Trong đó</th><th scope=\"col\" rowspan=\"2\">Số đơn</th></tr>\n"
                 "<tr><th scope=\"col\">Khiếu nại</th></tr>\n"
                 "</thead>\n"
                 "<tbody>\n"
                 "<tr style=\"text-align:center\"><td style=\"mso-number-format:'\\@'\">(1)</td><td style=\"mso-number-format:'\\@'\">(2)</td><td style=\"mso-number-format:'\\@'\">(3)</td><td style=\"mso-number-format:'\\@'\">(4)</td></tr>\n"
                 "<tr><td style=\"text-align:center;mso-number-format:'\\@'\">1</td><td>Xã A</td><td style=\"text-align:right;mso-number-format:'\\@'\">5</td><td style=\"text-align:right;mso-number-format:'\\@'\">12</td></tr>\n"
                 "<tr><td style=\"text-align:center;mso-number-format:'\\@'\">2</td><td>Xã B</td><td style=\"text-align:right\">...</td><td style=\"text-align:right\">...</td></tr>\n"
                 "<tr style=\"font-weight:bold\"><td style=\"text-align:center\"></td><td style=\"white-space:nowrap\">Tổng cộng</td><td style=\"text-align:right;mso-number-format:'\\@'\">5*</td><td style=\"text-align:right;mso-number-format:'\\@'\">12*</td></tr>\n"
                 "</tbody>\n"
                 "</table>\n"
                 "<p style=\"font-family:'Times New Roman',serif\">Chú thích<br>* Theo báo cáo của một phần số đơn vị</p>\n");
}

static void rows_are_set_in(void)
{
    char *text = NULL;
    FormTexts texts = { .tables = "code,title,rows\nf,B,indicators\n",
                        .lines = "table,axis,code,title,shows\nf,column,ten,,name\nf,column,n,,value\n" };
    CU_ASSERT_EQUAL(form_draw_as(texts, NULL, NULL, QCDC_TABLE_TEXT, &text, NULL), QCDC_OK);
    expect(text != NULL && strstr(text, "\nSố đơn             12\n  Khiếu nại         5\n") != NULL, "text", text);
    qcdc_free(text);
    text = NULL;
    CU_ASSERT_EQUAL(form_draw_as(texts, NULL, NULL, QCDC_TABLE_HTML, &text, NULL), QCDC_OK);
    expect(text != NULL && strstr(text, "<td style=\"padding-left:1em;mso-char-indent-count:1\">Khiếu nại</td>") != NULL, "html", text);
    qcdc_free(text);
    text = NULL;
    CU_ASSERT_EQUAL(form_draw_as(texts, NULL, NULL, QCDC_TABLE_JSON, &text, NULL), QCDC_STATUS_REFUSED);
    CU_ASSERT_PTR_NULL(text);
}

static void titles_are_no_markup(void)
{
    char *text = NULL;
    FormTexts texts = { .tables = "code,title,rows,number,codes,note\nf,# Hai ~a~,indicators,1. Một,none,- Ba\n",
                        .units = "code,name,level,parent\nt,=1+1,0,\n", .observations = "unit,indicator,period,value\nt,n,2022,1\n",
                        .lines = "table,axis,code,title,shows\nf,column,a,~~A~~,value\nf,column,b,@A,note\nf,column,c,@B,name\n",
                        .indicators = "code,name,nature,measure\nn,@SUM(A),flow,đơn\n" };
    CU_ASSERT_EQUAL(form_draw_as(texts, NULL, NULL, QCDC_TABLE_MARKDOWN, &text, NULL), QCDC_OK);
    expect_text("markdown", text,
                "1\\. Một\n\n\\# Hai \\~a\\~\n\n\\=1+1, năm 2022\n\n| \\~\\~A\\~\\~ | @A | @B |\n| ---: | --- | --- |\n| 1 |  | @SUM(A) |\n\n\\- Ba\n");
    qcdc_free(text);
    text = NULL;
    CU_ASSERT_EQUAL(form_draw_as(texts, NULL, NULL, QCDC_TABLE_HTML, &text, NULL), QCDC_OK);
    expect(text != NULL && strstr(text, "<td style=\"mso-number-format:'\\@'\">@SUM(A)</td>") != NULL, "html", text);
    qcdc_free(text);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "sums are told by their columns", sums_are_told_by_their_columns },
        { "forms are told by their columns", forms_are_told_by_their_columns },
        { "changes are told by their columns", changes_are_told_by_their_columns },
        { "what does not hold is not told", what_does_not_hold_is_not_told },
        { "rows of ranks have no difference of columns", rows_of_ranks_have_no_difference_of_columns },
        { "rows are numbered", rows_are_numbered },
        { "heads span what is below them", heads_span_what_is_below_them },
        { "rows are set in", rows_are_set_in },
        { "titles are no markup", titles_are_no_markup },
    };

    return SUITE_RUN("layout_codes", tests, argc, argv);
}
