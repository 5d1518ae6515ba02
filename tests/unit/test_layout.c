/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* tables.csv and table-lines.csv: what is found in them, and the cells that are drawn of them (D60 … D62). */

#include "suite.h"

#include <stdio.h>
#include <time.h>

#include <glib.h>

#include "failing-memory.h"
#include "layout-bundle.h"

#define T "code,title,rows\nf,Biểu,units\n"
#define I "code,title,rows\nf,Biểu,indicators\n"
#define L "table,axis,code,title,parent,shows,indicator,base,period\n"
#define NAME "f,column,ten,,,name,,,\n"

static void fields_have_names(void)
{
    CU_ASSERT_STRING_EQUAL(qcdc_layout_field_to_name(QCDC_LAYOUT_CODE), "code");
    CU_ASSERT_STRING_EQUAL(qcdc_layout_field_to_name(QCDC_LAYOUT_NOTE), "note");
    CU_ASSERT_PTR_NULL(qcdc_layout_field_to_name(QCDC_LAYOUT_FIELD_END));
    CU_ASSERT_STRING_EQUAL(qcdc_layout_line_field_to_name(QCDC_LAYOUT_LINE_TABLE), "table");
    CU_ASSERT_STRING_EQUAL(qcdc_layout_line_field_to_name(QCDC_LAYOUT_LINE_PERIOD), "period");
    CU_ASSERT_PTR_NULL(qcdc_layout_line_field_to_name((QcdcLayoutLineField)-1));
}

static void good_tables_have_no_fault(void)
{
    form_expect_found((FormTexts){ .tables = T, .lines = L NAME "f,column,v,,,value,n,,2022\nf,column,w,,,base,n,plan:kh,to-date\n" }, "");
    form_expect_found((FormTexts){ .tables = "code,title,rows,by,depth,total,numbering,codes\nf,B,units,child,all,first,I|1||-,plain\n",
                                   .lines = L NAME }, "");
    form_expect_found((FormTexts){ .tables = I, .lines = L NAME "f,row,h,Mục,,,,,\nf,row,n,,h,,n,,\n" }, "");
    form_expect_found((FormTexts){ 0 }, "");
}

static void faults_of_tables_are_told(void)
{
    form_expect_found((FormTexts){ .tables = "code,title,rows\n"
                                            ",Biểu,units\n"
                                            "f,,rows\n"
                                            "f|g,B,\n"
                                            "f,B,units\n",
                                   .lines = "table,axis,code,title,parent,shows,indicator,base,period\n"
                                           "f,column,ten,,,name,,,\n" },
                      "F001 tables.csv:2:1: code is empty; each table and each line has a code\n"
                      "F001 tables.csv:3:2: title is empty; it is printed above the table\n"
                      "F003 tables.csv:3:3: rows \"rows\" is not known; one of units, indicators\n"
                      "F140 tables.csv:4:1: code \"f|g\" holds a character that codes do not hold; no |, no space at either end\n"
                      "F149 tables.csv:4:1: table \"f|g\" has no columns; lines of table-lines.csv with axis=column are its columns\n"
                      "F001 tables.csv:4:3: rows is empty; one of units, indicators\n"
                      "F140 tables.csv:5:1: code \"f\" is there already, in row 3; each table has a code of its own\n");
    form_expect_found((FormTexts){ .tables = "code,title,rows,unit,by,depth,period,base,total,numbering,codes\n"
                                            "f,B,units,bb,parent,0,2022-Q5,plan:xx,top,i,all\n"
                                            "g,B,indicators,,child,2,,nine,last,I||||||||,\n"
                                            "h,B,units,,,,,,,Ia,\n",
                                   .lines = "table,axis,code,title,parent,shows,indicator,base,period\n"
                                           "f,column,ten,,,name,,,\n"
                                           "g,column,ten,,,name,,,\n"
                                           "h,column,ten,,,name,,,\n" },
                      "F148 tables.csv:2:4: unit \"bb\" is not in units.csv\n"
                      "F003 tables.csv:2:5: by \"parent\" is not known; one of child, level, group, none\n"
                      "F148 tables.csv:2:6: depth \"0\" is not a depth; 1, 2, 3 …, or all\n"
                      "F147 tables.csv:2:7: period \"2022-Q5\" is not a period; quarters are 2022-Q1 … 2022-Q4\n"
                      "F147 tables.csv:2:8: base \"plan:xx\" is no declared plan; declare it under [plans] in bundle.ini\n"
                      "F003 tables.csv:2:9: total \"top\" is not known; one of last, first, none\n"
                      "F148 tables.csv:2:10: numbering \"i\" is no numbering; a scheme a depth, joined by |: I, 1, a, A, - or nothing; 8 at most\n"
                      "F003 tables.csv:2:11: codes \"all\" is not known; one of formulas, plain, none\n"
                      "F148 tables.csv:3:5: by \"child\" does not go with these rows; rows=units is taken apart\n"
                      "F148 tables.csv:3:6: depth \"2\" does not go with these rows; rows=units is taken apart\n"
                      "F147 tables.csv:3:8: base \"nine\" is not a base; same-period, previous, plan[:NAME], unit:CODE, parent-mean or a period such as 2022 or 2022-S1\n"
                      "F148 tables.csv:3:9: total \"last\" does not go with these rows; indicators are not added up\n"
                      "F148 tables.csv:3:10: numbering \"I||||||||\" is no numbering; a scheme a depth, joined by |: I, 1, a, A, - or nothing; 8 at most\n"
                      "F148 tables.csv:4:10: numbering \"Ia\" is no numbering; a scheme a depth, joined by |: I, 1, a, A, - or nothing; 8 at most\n");
    form_expect_found((FormTexts){ .tables = "code,title,rows\n"
                                            "f,Biểu,units\n",
                                   .lines = "table,axis,code,title,parent,shows,indicator,base,period\n" },
                      "F149 tables.csv:2:1: table \"f\" has no columns; lines of table-lines.csv with axis=column are its columns\n");
    form_expect_found((FormTexts){ .tables = "code,title,rows\n"
                                            "f,Biểu,units\n" },
                      "F149 tables.csv:2:1: table \"f\" has no columns; lines of table-lines.csv with axis=column are its columns\n");
}

static void faults_of_lines_are_told(void)
{
    form_expect_found((FormTexts){ .tables = "code,title,rows\n"
                                            "f,Biểu,units\n",
                                   .lines = "table,axis,code,title,parent,shows,indicator,base,period\n"
                                           "f,column,ten,,,name,,,\n"
                                           "g,column,a,,,name,,,\n"
                                           "ff,column,a,,,name,,,\n"
                                           "f,column,ten,,,name,,,\n"
                                           "f,col,c,,,name,,,\n"
                                           "f,column,,,,name,,,\n"
                                           ",column,d,,,name,,,\n" },
                      "F141 table-lines.csv:3:1: table \"g\" is not in tables.csv\n"
                      "F141 table-lines.csv:4:1: table \"ff\" is not in tables.csv\n"
                      "F140 table-lines.csv:5:3: code \"ten\" is there already, in row 2; each line of a table and axis has a code of its own\n"
                      "F003 table-lines.csv:6:2: axis \"col\" is not known; one of column, row\n"
                      "F001 table-lines.csv:7:3: code is empty; each table and each line has a code\n"
                      "F001 table-lines.csv:8:1: table is empty; the code of a table in tables.csv\n");
    form_expect_found((FormTexts){ .tables = "code,title,rows\n"
                                            "f,Biểu,units\n",
                                   .lines = "table,axis,code,title,parent,shows,indicator,base,period\n"
                                           "f,column,ten,,,name,,,\n"
                                           "f,column,v,,,value,,,\n"
                                           "f,column,w,,,value,nn,,\n"
                                           "f,column,x,,,number,n,,\n"
                                           "f,column,y,,,percent,n|x,,\n"
                                           "f,column,z,,,value,n|x|y,,\n"
                                           "f,row,r,,,indicator,n,,\n"
                                           "f,column,m,,,measure,,,\n"
                                           "f,column,h,,,heading,,,\n"
                                           "f,column,u,,,valeu,n,,\n" },
                      "F145 table-lines.csv:3:7: indicator is missing where a figure needs it; a code of indicators.csv\n"
                      "F145 table-lines.csv:4:7: indicator \"nn\" is not in indicators.csv\n"
                      "F145 table-lines.csv:5:7: indicator \"n\" stands where none belongs; only figures have one\n"
                      "F145 table-lines.csv:6:7: indicator \"n|x\" is a pair, which only value and base show; take one indicator\n"
                      "F145 table-lines.csv:7:7: indicator \"n|x|y\" is more than two; a cell holds two at most\n"
                      "F146 table-lines.csv:8:2: axis \"row\" has no meaning where rows are units; lines of rows belong to rows=indicators\n"
                      "F146 table-lines.csv:9:6: shows \"measure\" goes with rows=indicators; write the measure into the titles of the columns\n"
                      "F146 table-lines.csv:10:6: shows \"heading\" does not go with the axis; heading and indicator are rows\n"
                      "F003 table-lines.csv:11:6: shows \"valeu\" is not known; one of group, number, name, measure, value, base, difference, percent, index, points, attainment, note, heading, indicator\n");
    form_expect_found((FormTexts){ .tables = "code,title,rows\n"
                                            "f,Biểu,indicators\n",
                                   .lines = "table,axis,code,title,parent,shows,indicator,base,period\n"
                                           "f,column,ten,,,name,,,\n"
                                           "f,column,v,,,value,n,,\n"
                                           "f,row,r,,,indicator,,,\n"
                                           "f,row,s,,,heading,,,\n"
                                           "f,row,t,,,value,n,,\n"
                                           "f,row,u,,,indicator,n|x,,\n" },
                      "F145 table-lines.csv:3:7: indicator \"n\" stands where none belongs; each row has its own\n"
                      "F145 table-lines.csv:4:7: indicator is missing where a figure needs it; a code of indicators.csv\n"
                      "F146 table-lines.csv:5:6: shows \"heading\" has no title; a heading is its title\n"
                      "F146 table-lines.csv:6:6: shows \"value\" does not go with the axis; a row shows heading or indicator\n"
                      "F145 table-lines.csv:7:7: indicator \"n|x\" is a pair, which only value and base show; take one indicator\n");
    form_expect_found((FormTexts){ .tables = "code,title,rows\n"
                                            "f,Biểu,units\n",
                                   .lines = "table,axis,code,title,parent,shows,indicator,base,period\n"
                                           "f,column,ten,,,name,,,\n"
                                           "f,column,v,,,value,n,previous,\n"
                                           "f,column,w,,,number,,,2022\n"
                                           "f,column,x,,,attainment,n,previous,\n"
                                           "f,column,y,,,base,n,nope,\n"
                                           "f,column,z,,,base,n,plan:zz,\n"
                                           "f,column,q,,,value,n,,2022-Q9\n" },
                      "F147 table-lines.csv:3:8: base \"previous\" stands where nothing is held against it; base, difference, percent, index, points and attainment have one\n"
                      "F147 table-lines.csv:4:9: period \"2022\" stands where there is no figure; columns of figures have one\n"
                      "F147 table-lines.csv:5:8: base \"previous\" is no plan; an attainment is held against plan or plan:NAME\n"
                      "F147 table-lines.csv:6:8: base \"nope\" is not a base; same-period, previous, plan[:NAME], unit:CODE, parent-mean or a period such as 2022 or 2022-S1\n"
                      "F147 table-lines.csv:7:8: base \"plan:zz\" is no declared plan; declare it under [plans] in bundle.ini\n"
                      "F147 table-lines.csv:8:9: period \"2022-Q9\" is not a period; previous, same-period, to-date, year, or a label such as 2022-S1\n");
}

static void faults_of_trees_are_told(void)
{
    form_expect_found((FormTexts){ .tables = "code,title,rows\n"
                                            "f,Biểu,units\n",
                                   .lines = "table,axis,code,title,parent,shows,indicator,base,period\n"
                                           "f,column,ten,,,name,,,\n"
                                           "f,column,v,,tem,value,n,,\n"
                                           "f,column,w,,ten,value,n,,\n"
                                           "f,column,g,,,group,,,\n"
                                           "f,column,a,,b,group,,,\n"
                                           "f,column,b,,a,group,,,\n"
                                           "f,column,c,,b,name,,,\n" },
                      "F142 table-lines.csv:3:5: parent \"tem\" is no line of this table and axis; did you mean \"ten\"?\n"
                      "F142 table-lines.csv:4:5: parent \"ten\" is a column of cells and stands over none; a head over others shows group\n"
                      "F146 table-lines.csv:5:6: shows \"group\" has no column below it; name it in the column parent of others, or let it show something\n"
                      "F143 table-lines.csv:6:5: parent \"b\" stands above itself: a → b → a; leave one parent empty\n");
    form_expect_found((FormTexts){ .tables = "code,title,rows\n"
                                            "f,Biểu,units\n",
                                   .lines = "table,axis,code,title,parent,shows,indicator,base,period\n"
                                           "f,column,g0,G,,group,,,\n"
                                           "f,column,g1,G,g0,group,,,\n"
                                           "f,column,g2,G,g1,group,,,\n"
                                           "f,column,g3,G,g2,group,,,\n"
                                           "f,column,g4,G,g3,group,,,\n"
                                           "f,column,g5,G,g4,group,,,\n"
                                           "f,column,g6,G,g5,group,,,\n"
                                           "f,column,g7,G,g6,group,,,\n"
                                           "f,column,g8,G,g7,group,,,\n"
                                           "f,column,v,,g8,value,n,,\n" },
                      "F144 table-lines.csv:10:5: parent \"g7\" puts more than 8 lines above one another; take a line out from between\n");
}

static void what_a_lost_row_entails_is_not_told(void)
{
    form_expect_found((FormTexts){ .tables = "code,title,rows\n"
                                            "f,Biểu,units\n"
                                            "g,\n",
                                   .lines = "table,axis,code,title,parent,shows,indicator,base,period\n"
                                           "f,column,ten,,,name,,,\n"
                                           "g,column,x,,,name,,,\n" },
                      "F111 tables.csv:3:1: row has 2 fields, the header has 3; a field that holds the separator stands in quotes\n");
    form_expect_found((FormTexts){ .tables = "code,title,rows\n"
                                            "f,Biểu,units\n",
                                   .lines = "table,axis,code,title,parent,shows,indicator,base,period\n"
                                           "f,column,x,,\n"
                                           "f,column,y,,x,name,,,\n" },
                      "F111 table-lines.csv:2:1: row has 5 fields, the header has 9; a field that holds the separator stands in quotes\n");
    /* the unit that a base is may be in the lost row */
    form_expect_found((FormTexts){ .units = "code,name,level\nt,T,0\na,A\n", .tables = "code,title,rows,base\nf,Biểu,units,unit:a\n",
                                   .lines = "table,axis,code,title,parent,shows,indicator,base,period\n"
                                           "f,column,x,,,base,n,unit:a,\n", .observations = "unit,indicator,period,value\n" },
                      "F111 units.csv:3:1: row has 2 fields, the header has 3; a field that holds the separator stands in quotes\n");
}

static void rows_of_units_end_in_the_total(void)
{
    const char *lines = L "f,column,so,,,number,,,\n" NAME "f,column,v,,,value,n,,\nf,column,w,,,base,n,,\nf,column,d,,,difference,n,,\n"
                          "f,column,p,,,percent,n,,\nf,column,i,,,index,n,,\nf,column,g,,,note,,,\n";
    form_expect_rows((FormTexts){ .tables = T, .lines = lines }, NULL,
                     "(1),(2),(3),(4),(5)=(3)-(4),(6)=(5)/(4),(7)=(3)/(4),(8)\n"
                     "1,Xã A,12,10,2,20,120,\n2,Xã B,-,4,-4,-100,-,\n,Tổng cộng,12,14,-2,\"-14,3\",\"85,7\",\n");
    form_expect_rows((FormTexts){ .tables = "code,title,rows,total,total_name,numbering\nf,B,units,first,Toàn tỉnh,a\n", .lines = lines }, NULL,
                     "(8)\n,Toàn tỉnh,12,14,-2,\"-14,3\",\"85,7\",\na,Xã A,12,10,2,20,120,\nb,Xã B,");
    form_expect_rows((FormTexts){ .tables = "code,title,rows,total,codes\nf,B,units,none,plain\n", .lines = lines }, NULL,
                     "(1),(2),(3),(4),(5),(6),(7),(8)\n1,Xã A,12,10,2,20,120,\n2,Xã B,-,4,-4,-100,-,\n");
    char *text = NULL;
    CU_ASSERT_EQUAL_FATAL(form_draw((FormTexts){ .tables = "code,title,rows,total\nf,B,units,none\n", .lines = lines }, NULL, NULL, &text, NULL),
                          QCDC_OK);
    CU_ASSERT_PTR_NULL(strstr(text, "Tổng cộng"));
    qcdc_free(text);
    form_expect_rows((FormTexts){ .tables = T, .lines = L NAME "f,column,v,,,value,x|y,,\nf,column,w,,,value,n|x,,\n" }, NULL,
                     "Xã A,5/7,12/5\nXã B,-,-\n");
    form_expect_rows((FormTexts){ .tables = "code,title,rows,by\nf,B,units,none\n", .lines = lines }, NULL, "(8)\n1,Tỉnh,12,14,");
}

/* S2, S4, S11: who is missing, what is not there, words before a number, and what a sum lacks. */
static void absences_are_three(void)
{
    static const char observations[] = "unit,indicator,period,value,obs_status,hedge\na,n,2022,12,,hơn\na,x,2022,,M,\na,y,2022,,O,\n"
                                       "b,n,2022-01,3,,\nb,x,2022,0,,\n";
    form_expect_rows((FormTexts){ .observations = observations, .tables = T,
                                  .lines = L NAME "f,column,n,,,value,n,,\nf,column,x,,,value,x,,\nf,column,y,,,value,y,,\n"
                                                  "f,column,xy,,,value,x|y,,\nf,column,nx,,,value,n|x,,\nf,column,r,,,value,r,,\n" },
                     &(QcdcLayoutOptions){ .period = "2022" },
                     "Xã A,hơn 12,,...,/...,hơn 12/,\nXã B,3**,-,...,-/...,3**/-,-**\nTổng cộng,15*,-*,...,-*/...,15*/-*,-*\n");
    /* more than 0 is no nil; of the sum nothing is said */
    form_expect_rows((FormTexts){ .observations = "unit,indicator,period,value,hedge\na,n,2022,0,trên\nb,n,2022,0,\n", .tables = T,
                                  .lines = L NAME "f,column,n,,,value,n,,\n" },
                     &(QcdcLayoutOptions){ .period = "2022" }, "Xã A,trên 0\nXã B,-\nTổng cộng,-\n");
}

/* S11: what a unit reported itself is a row where something of it stands in the table. */
static void own_figures_are_rows_where_there_are_any(void)
{
    FormTexts texts = { .tables = T, .observations = "unit,indicator,period,value\na,n,2022,12\nb,n,2022,3\na,x,2022,5\nt,x,2022,2\nt,n,2021,7\n",
                        .lines = L "f,column,so,,,number,,,\n" NAME "f,column,n,,,value,n,,\n" };
    form_expect_rows(texts, NULL, "(3)\n1,Xã A,12\n2,Xã B,3\n,Tổng cộng,15\n");
    texts.lines = L "f,column,so,,,number,,,\n" NAME "f,column,n,,,value,n,,\nf,column,x,,,value,x,,\n";
    form_expect_rows(texts, NULL, "(4)\n1,riêng Tỉnh,,2\n2,Xã A,12,5\n3,Xã B,3,...\n,Tổng cộng,15,7*\n");
    texts.lines = L "f,column,so,,,number,,,\n" NAME "f,column,n,,,value,n,,\nf,column,b,,,base,n,2021,\n";
    form_expect_rows(texts, &(QcdcLayoutOptions){ .period = "2022" }, "(4)\n1,riêng Tỉnh,,7\n2,Xã A,12,...\n3,Xã B,3,...\n,Tổng cộng,15,7*\n");
}

/* Levels and groups stand with the children of their unit, with a total or below one of several roots. */
static void levels_stand_below_their_unit(void)
{
    FormTexts texts = { .units = "code,name,level,parent\nt,Tỉnh,0,\nu,Thành phố,0,\na,Xã A,1,t\nc,Xã C,1,u\n",
                        .observations = "unit,indicator,period,value\na,n,2022,12\nc,n,2022,3\n",
                        .tables = "code,title,rows,by,numbering\nf,B,units,level,1|a\n",
                        .lines = L "f,column,so,,,number,,,\n" NAME "f,column,n,,,value,n,,\n" };
    form_expect_rows(texts, NULL, "(3)\n1,Tỉnh,12\na,cấp 1,12\n2,Thành phố,3\na,cấp 1,3\n");
    form_expect_rows(texts, &(QcdcLayoutOptions){ .unit = "u" }, "(3)\n1,cấp 1,3\n,Tổng cộng,3\n");
}

/* D62: a base that is another unit's, or the parent's, lacks what that one lacks. */
static void stars_of_bases_are_those_of_their_units(void)
{
    form_expect_rows((FormTexts){ .tables = T, .observations = "unit,indicator,period,value\na,n,2022,12\na,x,2022,6\nb,n,2022,12\n",
                                  .lines = L NAME "f,column,u,,,base,n,unit:t,\nf,column,x,,,base,x,unit:t,\nf,column,d,,,difference,x,unit:t,\n"
                                                  "f,column,r,,,base,r,parent-mean,\n" }, NULL,
                     "Xã A,24,6*,-*,\"50,0*\"\n");
}

static void rows_of_indicators_have_schemes_and_headings(void)
{
    const char *columns = L "f,column,so,,,number,,,\n" NAME "f,column,m,,,measure,,,\nf,column,v,,,value,,,\nf,column,d,,,difference,,,\n";
    char lines[2048];
    snprintf(lines, sizeof lines, "%sf,row,A,MỤC,,heading,,,\nf,row,n,,A,,n,,\nf,row,x,,n,,x,,\nf,row,B,KHÁC,,,,,\nf,row,y,Tên riêng,B,,y,,\n", columns);
    form_expect_rows((FormTexts){ .tables = I, .lines = lines }, NULL,
                     "I,MỤC,,,\n1,Số đơn,đơn,12,-2\na,Khiếu nại,đơn,5,...\nII,KHÁC,,,\n1,Tên riêng,đơn,7,...\n");
    form_expect_rows((FormTexts){ .tables = I, .lines = columns }, NULL,
                     "I,Số đơn,đơn,12,-2\n1,Khiếu nại,đơn,5,...\n2,Tố cáo,đơn,7,...\nII,Tỷ lệ,%,\"41,7\",...\n");
    form_expect_rows((FormTexts){ .indicators = "code,name,nature,measure,part_of,clause\nn,Số đơn,flow,đơn,,\nx,Khiếu nại,flow,đơn,n,\n"
                                                "y,Tố cáo,flow,đơn,n,\nr,Ẩn,flow,đơn,,-\n",
                                  .tables = "code,title,rows,numbering\nf,B,indicators,A|\n", .lines = columns }, NULL,
                     "A,Số đơn,đơn,12,-2\n,Trong đó: Khiếu nại,đơn,5,...\n,Tố cáo,đơn,7,...\n");
}

/* D60: what a column says of its period; what the call says goes before the table, and that before the bundle. */
static void periods_are_found_from_the_tables(void)
{
    static const char observations[] = "unit,indicator,period,value\na,n,2022-01,1\na,n,2022-02,2\na,n,2022-03,4\na,n,2021-03,8\na,n,2022-04,16\n"
                                       "b,n,2022-01,0\nb,n,2022-02,0\nb,n,2022-03,0\nb,n,2021-03,0\nb,n,2022-04,0\n";
    FormTexts texts = { .observations = observations, .tables = "code,title,rows,period\nf,B,units,2022-03\n",
                        .lines = L NAME "f,column,a,,,value,n,,previous\nf,column,b,,,value,n,,same-period\nf,column,c,,,value,n,,to-date\n"
                                        "f,column,d,,,value,n,,2022-01\nf,column,e,,,base,n,previous,\nf,column,g,,,value,n,,\n" };
    form_expect_rows(texts, NULL, "Xã A,2,8,7,1,2,4\n");
    form_expect_rows(texts, &(QcdcLayoutOptions){ .period = "2022-04", .default_period = "2022-01" }, "Xã A,4,...,23,1,4,16\n");
    form_expect_rows(texts, &(QcdcLayoutOptions){ .default_period = "2022-01" }, "Xã A,2,8,7,1,2,4\n");
    form_expect_rows(texts, &(QcdcLayoutOptions){ .unit = "a" }, "\nTổng cộng,2,8,7,1,2,4\n");
    texts.tables = T;
    form_expect_rows(texts, &(QcdcLayoutOptions){ .default_period = "2022-03", .default_unit = "a" }, "\nTổng cộng,2,8,7,1,2,4\n");
    form_expect_rows(texts, &(QcdcLayoutOptions){ .default_period = "2022-03", .base = &(QcdcBaseOption){ .base = QCDC_BASE_PLAN } },
                     "Xã A,2,8,7,1,2,4\n");
}

static void plans_are_attained(void)
{
    static const char observations[] = "unit,indicator,period,value,scenario,scope\na,n,2022,12,,\nb,n,2022,0,,\na,n,2022,10,kh,\nb,n,2022,0,kh,\n"
                                       "a,n,2021,5,,\nb,n,2021,0,,\n";
    form_expect_rows((FormTexts){ .observations = observations, .tables = T,
                                  .lines = L NAME "f,column,k,,,base,n,plan,\nf,column,v,,,value,n,,\nf,column,d,,,attainment,n,,\n"
                                                  "f,column,i,,,index,n,plan:kh,\nf,column,p,,,percent,n,same-period,\n" },
                     NULL, "(1),(2),(3),(4)=(3)/(2),(5),(6)\nXã A,10,12,120,120,140\nXã B,-,-,,,\n");
}

static void calls_say_what_is_wrong(void)
{
    FormTexts texts = { .tables = T, .lines = L NAME };
    QcdcError error = { 0 };
    char *text = NULL;
    QcdcBundle *bundle = NULL;
    const QcdcLayout *layout = NULL;
    CU_ASSERT_EQUAL(form_draw(texts, &(QcdcLayoutOptions){ .unit = "zz" }, NULL, &text, &error), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_EQUAL(form_draw(texts, &(QcdcLayoutOptions){ .period = "2022-Q9" }, NULL, &text, &error), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(qcdc_cube_to_layout(NULL, NULL, NULL, NULL, QCDC_TABLE_CSV, &text, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(text);
    CU_ASSERT_EQUAL_FATAL(form_read(&texts, NULL, &bundle, &error), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_bundle_get_layout_count(bundle), 1);
    CU_ASSERT_EQUAL(qcdc_bundle_find_layout(bundle, "f", &layout, &error), QCDC_OK);
    CU_ASSERT_PTR_EQUAL(layout, qcdc_bundle_get_layout(bundle, 0));
    CU_ASSERT_PTR_NULL(qcdc_bundle_get_layout(bundle, 1));
    CU_ASSERT_EQUAL(qcdc_bundle_find_layout(bundle, "ff", &layout, &error), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_STRING_EQUAL(error.hint, "there are f");
    CU_ASSERT_STRING_EQUAL(qcdc_layout_get_text(layout, QCDC_LAYOUT_TITLE), "Biểu");
    CU_ASSERT_EQUAL(qcdc_layout_get_line_count(layout), 1);
    CU_ASSERT_STRING_EQUAL(qcdc_layout_get_line_text(layout, 0, QCDC_LAYOUT_LINE_CODE), "ten");
    CU_ASSERT_PTR_NULL(qcdc_layout_get_line_text(layout, 1, QCDC_LAYOUT_LINE_CODE));
    qcdc_bundle_unref(bundle);
}

/* Each allocation fails in turn: a call that has no memory says so and leaves nothing behind. */
static void no_memory_is_told(void)
{
    FormTexts texts = { .tables = "code,title,rows,x_a\nf,Biểu,units,1\n",
                        .lines = L NAME "f,column,g,G,,group,,,\nf,column,v,,g,value,n|x,,\nf,column,d,,g,difference,n,,\n" };
    QcdcStatus status = QCDC_STATUS_MEMORY;
    long turn = 0;
    for (; status == QCDC_STATUS_MEMORY && turn < 20000; turn++) {
        char *text = NULL;
        allowed = turn;
        status = form_draw(texts, NULL, NULL, &text, NULL);
        allowed = -1;
        CU_ASSERT_EQUAL(text != NULL, status == QCDC_OK);
        qcdc_free(text);
    }
    CU_ASSERT_EQUAL(status, QCDC_OK);
    CU_ASSERT(turn > 100);
}

/* D61: a province of communes in thirty columns; two thousand lines in one file, and one more. */
static void sizes_are_borne(void)
{
    enum { UNITS = 10600, COLUMNS = 30, MOST = QCDC_LAYOUT_MOST_LINES };
    GString *units = g_string_new("code,name,level,parent\nt,T,0,\n"), *observations = g_string_new("unit,indicator,period,value\n");
    GString *lines = g_string_new(L), *many = g_string_new(L), *wide = g_string_new(L);
    for (int u = 0; u < UNITS; u++) {
        g_string_append_printf(units, "u%d,U %d,1,t\n", u, u);
        g_string_append_printf(observations, "u%d,n,2022,%d\nu%d,n,2021,7\nu%d,x,2022,1\n", u, u, u, u);
    }
    for (int c = 0; c < COLUMNS; c++)
        g_string_append_printf(lines, "f,column,c%d,,,%s,%s,,\n", c, c % 3 == 0 ? "percent" : "value", c % 2 == 0 ? "n" : "x");
    for (int c = 0; c < MOST; c++)
        g_string_append_printf(many, c % 8 != 0 ? "f,row,c%d,X,c%d,heading,,,\n" : "f,row,c%d,X,,heading,,,\n", c, c - 1);
    clock_t start = clock();
    char *text = NULL;
    FormTexts texts = { .units = units->str, .observations = observations->str, .tables = T, .lines = lines->str };
    CU_ASSERT_EQUAL(form_draw(texts, NULL, NULL, &text, NULL), QCDC_OK);
    CU_ASSERT((double)(clock() - start) / CLOCKS_PER_SEC < 5);
    qcdc_free(text);
    for (int c = 0; c <= QCDC_LAYOUT_MOST_COLUMNS; c++)
        g_string_append_printf(wide, "f,column,c%d,,,name,,,\n", c);
    form_expect_found((FormTexts){ .tables = T, .lines = wide->str },
                      "F149 tables.csv:2:1: table \"f\" has more than 200 columns; cut it into two tables\n");
    g_string_append(many, "f,column,ten,,,name,,,\n");
    form_expect_found((FormTexts){ .tables = I, .lines = many->str },
                      "F149 table-lines.csv:2002: one line more than the 2000 there may be\n");
    g_string_free(units, TRUE);
    g_string_free(observations, TRUE);
    g_string_free(lines, TRUE);
    g_string_free(many, TRUE);
    g_string_free(wide, TRUE);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "fields have names", fields_have_names },
        { "good tables have no fault", good_tables_have_no_fault },
        { "faults of tables are told", faults_of_tables_are_told },
        { "faults of lines are told", faults_of_lines_are_told },
        { "faults of trees are told", faults_of_trees_are_told },
        { "what a lost row entails is not told", what_a_lost_row_entails_is_not_told },
        { "rows of units end in the total", rows_of_units_end_in_the_total },
        { "absences are three", absences_are_three },
        { "own figures are rows where there are any", own_figures_are_rows_where_there_are_any },
        { "levels stand below their unit", levels_stand_below_their_unit },
        { "stars of bases are those of their units", stars_of_bases_are_those_of_their_units },
        { "rows of indicators have schemes and headings", rows_of_indicators_have_schemes_and_headings },
        { "periods are found from the tables", periods_are_found_from_the_tables },
        { "plans are attained", plans_are_attained },
        { "calls say what is wrong", calls_say_what_is_wrong },
        { "no memory is told", no_memory_is_told },
        { "sizes are borne", sizes_are_borne },
    };

    return SUITE_RUN("layout", tests, argc, argv);
}
