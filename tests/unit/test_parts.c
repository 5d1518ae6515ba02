/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* W10 and W11: parts by indicator and by unit, and which sentences and lists they make. */
#include "sentences.h"
#include "suite.h"

static const char one_unit[] = "code;name;level;text_name\nt;Tỉnh A;0;toàn tỉnh\n";

static const Figures petitions = {
    .units = one_unit,
    .indicators = "code;name;nature;measure;part_of;part_kind;verb;object;zero_phrase\n"
                  "all;Đơn;flow;đơn;;;tiếp nhận;;\n"
                  "old;Cũ;flow;đơn;all:nguồn;partition;;đơn cũ;\n"
                  "new;Mới;flow;đơn;all:nguồn;partition;;đơn mới;\n"
                  "kn;KN;flow;đơn;all;subset;;đơn khiếu nại;\n"
                  "tc;TC;flow;đơn;all;subset;có;đơn tố cáo;\n"
                  "kn1;KN lần 1;flow;đơn;kn;subset;;đơn lần đầu;\n"
                  "done;Xong;flow;đơn;;;đã giải quyết;;\n",
    .observations = "unit;indicator;period;value\n"
                    "t;all;2022;162\nt;old;2022;22\nt;new;2022;140\nt;kn;2022;30\nt;tc;2022;12\nt;kn1;2022;20\nt;done;2022;9\n"
                    "t;all;2021;150\nt;old;2021;50\nt;new;2021;99\nt;kn;2021;30\n"
                    "t;old;2019;5\nt;new;2019;6\nt;done;2019;7\n"
                    "t;all;2018;9\nt;old;2018;9\nt;all;2017;7\nt;old;2017;7\nt;new;2017;0\n",
};

static const Figures worded = {
    .units = "code;name;level;text_name;name_en\nt;Tỉnh A;0;toàn tỉnh;Province A\n",
    .indicators = "code;name;nature;measure;part_of;part_kind;verb;object;zero_phrase\n"
                  "all;Đơn;flow;đơn;;;đã tiếp nhận;;\n"
                  "land;Đất;flow;đơn;all:field;partition;;đơn về đất đai;\n"
                  "else;Khác;flow;đơn;all:field;partition;;đơn khác;không có đơn khác\n"
                  "old;Cũ;flow;đơn;land;subset;đã giải quyết;đơn cũ;\n",
    .observations = "unit;indicator;period;value;obs_status\n"
                    "t;all;2022;30;E\nt;land;2022;20;E\nt;else;2022;10;E\nt;old;2022;5;E\n"
                    "t;all;2021;30;P\nt;land;2021;20;\nt;else;2021;9;P\nt;old;2021;5;P\n"
                    "t;all;2020;0;\nt;land;2020;0;E\nt;else;2020;0;\nt;all;2019;3;\nt;else;2019;0;\nt;else;2018;2;\n",
    .partitions = "field=chia theo lĩnh vực;other=không ai gọi",
};

/* Two parts in one clause: of 2022 one is no estimate, of 2021 both are. */
static const Figures paired = {
    .units = one_unit,
    .indicators = "code;name;nature;measure;part_of;part_kind;clause;verb;object\n"
                  "all;Đơn;flow;đơn;;;;đã tiếp nhận;\n"
                  "kn;KN;flow;đơn;all;subset;kt;;đơn khiếu nại\n"
                  "tc;TC;flow;đơn;all;subset;kt;;đơn tố cáo\n",
    .observations = "unit;indicator;period;value;obs_status\n"
                    "t;all;2022;30;E\nt;kn;2022;20;E\nt;tc;2022;5;\n"
                    "t;all;2021;30;E\nt;kn;2021;20;E\nt;tc;2021;5;E\n",
};

static void partitions_have_words_and_hedges_are_said_once(void)
{
    static const SentenceRow rows[] = {
        {"two parts in one clause, one of them no estimate", &paired, {.period = "2022", .bases = "2016"}, "",
         "Năm 2022, toàn tỉnh ước tiếp nhận 30 đơn, trong đó ước có 20 đơn khiếu nại và 05 đơn tố cáo.\n"},
        {"two parts in one clause, both estimates", &paired, {.period = "2021", .bases = "2016"}, "",
         "Năm 2021, toàn tỉnh ước tiếp nhận 30 đơn, trong đó có 20 đơn khiếu nại và 05 đơn tố cáo.\n"},
        {"a complete partition (W25), an estimate said once (W26)", &worded, {.period = "2022", .bases = "2016"}, "",
         "Năm 2022, toàn tỉnh ước tiếp nhận 30 đơn, chia theo lĩnh vực: 20 đơn về đất đai, trong đó giải quyết 05 đơn cũ; 10 đơn "
         "khác.\n"},
        {"one that is not, a part of another status", &worded, {.period = "2021", .bases = "2016"}, "",
         "Năm 2021, toàn tỉnh sơ bộ tiếp nhận 30 đơn, chia theo lĩnh vực, trong đó có 20 đơn về đất đai, trong đó sơ bộ giải quyết "
         "05 đơn cũ; có 09 đơn khác.\n"},
        {"English has no words for it", &worded, {.period = "2022", .bases = "2016"}, "language=en",
         "2022, Province A: Đơn an estimated 30 đơn, comprising: Đất 20 đơn, of which Cũ 5 đơn; Khác 10 đơn.\n"},
        {"nothing is none", &worded, {.period = "2020", .bases = "2019;2018", .indicators = "all;else"}, "language=en",
         "2020, Province A: Đơn none (3 in 2019), comprising: Khác none (2 in 2018), as in 2019.\n"},
        {"nor was there any", &worded, {.period = "2019", .bases = "2020", .indicators = "all"}, "language=en",
         "2019, Province A: Đơn 3 đơn (none in 2020).\n"},
        {"a year earlier", &worded, {.period = "2020", .indicators = "all;land"}, "language=en",
         "2020, Province A: Đơn none (3 a year earlier), comprising: Đất an estimated 0 đơn.\n"},
    };
    SENTENCES_CHECK(rows);
}

static void parts_follow_their_total(void)
{
    static const SentenceRow rows[] = {
        {"a complete partition comprises", &petitions, {.period = "2022", .bases = "2016", .indicators = "all;old;new;done"}, "",
         "Năm 2022, toàn tỉnh tiếp nhận 162 đơn, gồm: 22 đơn cũ và 140 đơn mới; đã giải quyết 09 đơn.\n"},
        {"an incomplete one does not", &petitions, {.period = "2021", .bases = "2016", .indicators = "all;old;new"}, "",
         "Năm 2021, toàn tỉnh tiếp nhận 150 đơn, trong đó có 50 đơn cũ và 99 đơn mới.\n"},
        {"nor one with a part missing, though the rest adds up", &petitions,
         {.period = "2018", .bases = "2016", .indicators = "all;old;new"}, "",
         "Năm 2018, toàn tỉnh tiếp nhận 09 đơn, trong đó có 09 đơn cũ.\n"},
        {"a part of 0 is a part", &petitions, {.period = "2017", .bases = "2016", .indicators = "all;old;new"}, "",
         "Năm 2017, toàn tỉnh tiếp nhận 07 đơn, gồm: 07 đơn cũ và 0 đơn mới.\n"},
        {"partitions first, then the rest, parts of parts within", &petitions, {.period = "2022", .bases = "2016"}, "",
         "Năm 2022, toàn tỉnh tiếp nhận 162 đơn, gồm: 22 đơn cũ và 140 đơn mới; trong đó có 30 đơn khiếu nại, trong đó có 20 đơn "
         "lần đầu; có 12 đơn tố cáo; đã giải quyết 09 đơn.\n"},
        {"changes in brackets", &petitions, {.period = "2022", .indicators = "all;old;new"}, "base_phrase=short",
         "Năm 2022, toàn tỉnh tiếp nhận 162 đơn (tăng 12 đơn so với cùng kỳ), gồm: 22 đơn cũ (giảm 28 đơn so với cùng kỳ); 140 "
         "đơn mới (tăng 41 đơn so với cùng kỳ).\n"},
        {"changes after a comma", &petitions, {.period = "2022", .indicators = "all;kn;done"},
         "base_phrase=short;percent=brackets",
         "Năm 2022, toàn tỉnh tiếp nhận 162 đơn, tăng 12 đơn (8%) so với cùng kỳ; trong đó có 30 đơn khiếu nại, không thay đổi; "
         "đã giải quyết 09 đơn.\n"},
        {"changes first", &petitions, {.period = "2022", .indicators = "all;kn"}, "base_phrase=short;change=first",
         "Năm 2022, toàn tỉnh tiếp nhận 162 đơn; so với cùng kỳ, số đơn tăng 12 đơn; trong đó có 30 đơn khiếu nại (số đơn không "
         "thay đổi).\n"},
        {"parts whose total is not selected stand alone", &petitions, {.period = "2022", .bases = "2016", .indicators = "old;new"},
         "", "Năm 2022, toàn tỉnh có 22 đơn cũ; 140 đơn mới.\n"},
        {"parts whose total has no value are not lost", &petitions,
         {.period = "2019", .bases = "2016", .indicators = "all;old;new;done"}, "",
         "Năm 2019, toàn tỉnh có 05 đơn cũ; 06 đơn mới; đã giải quyết 07 đơn.\n"},
        {"English", &petitions, {.period = "2022", .bases = "2016", .indicators = "all;old;new;kn"}, "language=en",
         "2022, Tỉnh A: Đơn 162 đơn, comprising: Cũ 22 đơn and Mới 140 đơn; of which KN 30 đơn.\n"},
    };
    SENTENCES_CHECK(rows);
}

/* S7: one total in two partitions, a subset and an overlap, each in its own list. */
static const Figures models = {
    .units = one_unit,
    .indicators = "code;name;nature;measure;part_of;part_kind;verb;object;joiner\n"
                  "all;Mô hình;stock;mô hình;;;có;;\n"
                  "group;Tập thể;stock;mô hình;all:holder;partition;;mô hình tập thể;\n"
                  "economy;Kinh tế;stock;mô hình;all:field;partition;;mô hình kinh tế;\n"
                  "single;Cá nhân;stock;mô hình;all:holder;partition;;mô hình cá nhân;\n"
                  "culture;Văn hóa;stock;mô hình;all:field;partition;;mô hình văn hóa - xã hội;\n"
                  "defence;Quốc phòng;stock;mô hình;all:field;partition;;mô hình quốc phòng - an ninh;\n"
                  "system;Hệ thống chính trị;stock;mô hình;all:field;partition;;mô hình xây dựng hệ thống chính trị;\n"
                  "praised;Được khen;stock;mô hình;all;subset;;mô hình được khen thưởng;\n"
                  "online;Trực tuyến;stock;mô hình;all:way;overlap;;mô hình có trực tuyến;\n"
                  "direct;Trực tiếp;stock;mô hình;all:way;overlap;;mô hình có trực tiếp;\n",
    .observations = "unit;indicator;period;value\nt;all;2020;4198\nt;group;2020;1781\nt;single;2020;2417\nt;economy;2020;1497\n"
                    "t;culture;2020;1222\nt;defence;2020;618\nt;system;2020;861\nt;praised;2020;59\nt;online;2020;4000\nt;direct;2020;900\n",
};

static void a_total_has_several_partitions(void)
{
    static const SentenceRow rows[] = {
        {"two of them, whole", &models, {.period = "2020", .bases = "2016", .indicators = "all;group;economy;single;culture;defence;system"},
         "",
         "Năm 2020, toàn tỉnh có 4.198 mô hình, gồm: 1.781 mô hình tập thể và 2.417 mô hình cá nhân; gồm: 1.497 mô hình kinh tế, 1.222 "
         "mô hình văn hóa - xã hội, 618 mô hình quốc phòng - an ninh và 861 mô hình xây dựng hệ thống chính trị.\n"},
        {"an overlap is more than its total, and no partition", &models,
         {.period = "2020", .bases = "2016", .indicators = "all;praised;online;direct"}, "",
         "Năm 2020, toàn tỉnh có 4.198 mô hình, trong đó có 4.000 mô hình có trực tuyến và 900 mô hình có trực tiếp; trong đó có 59 mô "
         "hình được khen thưởng.\n"},
    };
    SENTENCES_CHECK(rows);
}

static const Figures adjacent = {
    .units = one_unit,
    .indicators = "code;name;nature;measure;sentence;clause;verb;object\n"
                  "a;A;flow;lượt;1;;tiếp;\n"
                  "n;N;flow;lượt;;-;;\n"
                  "b;B;flow;lượt;1;;gặp;\n"
                  "c;C;flow;đơn;;;nhận;\n"
                  "d;D;flow;đơn;;;trả;\n"
                  "e;E;flow;vụ;1;k;xử;\n"
                  "f;F;flow;vụ;1;;phạt;\n"
                  "g;G;flow;vụ;1;k;xử;\n",
    .observations = "unit;indicator;period;value\nt;a;2022;10\nt;b;2022;11\nt;c;2022;12\nt;d;2022;13\nt;n;2022;14\n"
                    "t;e;2022;15\nt;f;2022;16\nt;g;2022;17\n",
};

static void adjacent_indicators_make_a_sentence(void)
{
    static const SentenceRow rows[] = {
        {"equal sentence keys, empty ones too; a figure not written parts nobody", &adjacent, {.bases = "2016"}, "",
         "Năm 2022, toàn tỉnh tiếp 10 lượt; gặp 11 lượt.\n"
         "Năm 2022, toàn tỉnh nhận 12 đơn; trả 13 đơn.\n"
         "Năm 2022, toàn tỉnh xử 15 vụ; phạt 16 vụ; xử 17 vụ.\n"},
        {"what is not selected parts nobody either", &adjacent, {.bases = "2016", .indicators = "e;g"}, "",
         "Năm 2022, toàn tỉnh xử 15 vụ và 17 vụ.\n"},
    };
    SENTENCES_CHECK(rows);
}

/* Three levels, groups, figures of an inner unit's own, a unit that has not reported and one that need not. */
static const Figures tree = {
    .units = "code;name;level;parent;kind;groups;level_name;text_name;own_name\n"
             "t;Tỉnh A;0;;;;;toàn tỉnh;\n"
             "h;Huyện B;1;t;huyện;;các huyện;huyện B;cơ quan huyện B\n"
             "x1;Xã C;2;h;xã;bien|xa;các xã;xã C;\n"
             "x2;Xã D;2;h;xã;;các xã;xã D;\n"
             "x3;Xã E;2;h;xã;xa;các xã;;\n"
             "s;Sở F;1;t;sở;;các huyện;;\n",
    .indicators = "code;name;nature;measure;verb;reporters\n"
                  "a;A;flow;lượt;đã tiếp;\n"
                  "b;B;flow;đơn;nhận;huyện\n",
    .observations = "unit;indicator;period;value;scope\n"
                    "h;a;2022;4;own\nx1;a;2022;5;\nx2;a;2022;6;\ns;a;2022;7;\n"
                    "h;a;2021;3;own\nx1;a;2021;5;\nx2;a;2021;5;\nx3;a;2021;1;\ns;a;2021;9;\nh;b;2022;2;own\n",
    .groups = "bien=các xã biên giới;xa=các xã vùng xa",
};

static void units_are_listed_below_their_own(void)
{
    static const SentenceRow rows[] = {
        {"children", &tree, {.by = QCDC_BY_CHILD, .indicators = "a", .bases = "2020"}, "",
         "Năm 2022, theo báo cáo của 3/4 xã, sở, toàn tỉnh đã tiếp 22 lượt, trong đó: huyện B tiếp 15 lượt; Sở F tiếp 07 lượt.\n"},
        {"its own first, one that has not reported", &tree, {.unit = "h", .by = QCDC_BY_CHILD, .indicators = "a", .bases = "2020"}, "",
         "Năm 2022, theo báo cáo của 2/3 xã, huyện B đã tiếp 15 lượt, trong đó: cơ quan huyện B tiếp 04 lượt; xã C tiếp 05 lượt; "
         "xã D tiếp 06 lượt; Xã E chưa có số liệu.\n"},
        {"a sentence for every unit with children, down to depth", &tree,
         {.by = QCDC_BY_CHILD, .depth = 2, .indicators = "a", .bases = "2020"}, "",
         "Năm 2022, theo báo cáo của 3/4 xã, sở, toàn tỉnh đã tiếp 22 lượt, trong đó: huyện B tiếp 15 lượt; Sở F tiếp 07 lượt.\n"
         "Năm 2022, theo báo cáo của 2/3 xã, huyện B đã tiếp 15 lượt, trong đó: cơ quan huyện B tiếp 04 lượt; xã C tiếp 05 lượt; "
         "xã D tiếp 06 lượt; Xã E chưa có số liệu.\n"},
        {"levels", &tree, {.by = QCDC_BY_LEVEL, .indicators = "a", .bases = "2020"}, "",
         "Năm 2022, theo báo cáo của 3/4 xã, sở, toàn tỉnh đã tiếp 22 lượt, trong đó: các huyện tiếp 11 lượt; các xã tiếp 11 "
         "lượt.\n"},
        {"groups", &tree, {.by = QCDC_BY_GROUP, .indicators = "a", .bases = "2020"}, "",
         "Năm 2022, theo báo cáo của 3/4 xã, sở, toàn tỉnh đã tiếp 22 lượt, trong đó: các xã biên giới tiếp 05 lượt; các xã vùng "
         "xa tiếp 05 lượt.\n"},
        {"each unit says its base; a change after a comma takes a semicolon", &tree,
         {.by = QCDC_BY_CHILD, .indicators = "a"}, "change=comma;base_phrase=short",
         "Năm 2022, theo báo cáo của 3/4 xã, sở, toàn tỉnh đã tiếp 22 lượt, giảm 01 lượt so với cùng kỳ, kỳ gốc theo báo cáo của "
         "4/4 xã, sở; trong đó: huyện B tiếp 15 lượt, tăng 01 lượt so với cùng kỳ, kỳ gốc theo báo cáo của 3/3 xã; Sở F tiếp 07 "
         "lượt, giảm 02 lượt so với cùng kỳ.\n"},
    };
    SENTENCES_CHECK(rows);
}

/* A place among the provinces is none of a province's communes'. */
static const Figures ranked = {
    .units = "code;name;level;parent;text_name\nt;Tỉnh A;0;;toàn tỉnh\nh;Huyện B;1;t;\nk;Huyện C;1;t;\n",
    .indicators = "code;name;nature;measure;decimals;verb;sentence\n"
                  "place;Thứ hạng;rank;hạng;;xếp;1\nscore;Điểm;score;điểm;;đạt;1\nn;Đơn;flow;đơn;;nhận;2\n",
    .observations = "unit;indicator;period;value;field\nt;place;2022;5;63\nt;score;2022;80;\nt;score;2021;80;\n"
                    "h;n;2022;3;\nh;score;2021;70;\nh;score;2020;70;\nk;score;2020;71;\nt;score;2020;80;\n",
};

static void what_is_kept_at_the_unit_is_awaited_where_others_have_it(void)
{
    static const SentenceRow rows[] = {
        {"of a place that no child has nothing is awaited", &ranked, {.by = QCDC_BY_CHILD, .indicators = "place", .bases = "2010"}, "",
         "Năm 2022, toàn tỉnh xếp thứ 5/63.\n"},
        {"what a child had is", &ranked, {.by = QCDC_BY_CHILD, .indicators = "score", .bases = "2021"}, "",
         "Năm 2022, toàn tỉnh đạt 80 điểm (không thay đổi so với năm 2021), trong đó: Huyện B chưa có số liệu; Huyện C chưa có số liệu.\n"},
        {"what one child has is awaited of all", &ranked,
         {.by = QCDC_BY_CHILD, .indicators = "score", .period = "2021", .bases = "2020"}, "",
         "Năm 2021, toàn tỉnh đạt 80 điểm (không thay đổi so với năm 2020), trong đó: Huyện B đạt 70 điểm (không thay đổi so với năm "
         "2020); Huyện C chưa có số liệu.\n"},
        {"what adds up is awaited of all", &ranked, {.by = QCDC_BY_CHILD, .indicators = "place;n", .bases = "2010"}, "",
         "Năm 2022, toàn tỉnh xếp thứ 5/63.\n"
         "Năm 2022, theo báo cáo của 1/2 đơn vị, toàn tỉnh nhận 03 đơn, trong đó: Huyện B nhận 03 "
         "đơn; Huyện C chưa có số liệu.\n"},
    };
    SENTENCES_CHECK(rows);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"partitions have words, hedges are said once (W25, W26, W28)", partitions_have_words_and_hedges_are_said_once},
        {"parts follow their total", parts_follow_their_total},
        {"a total has several partitions (S7)", a_total_has_several_partitions},
        {"adjacent indicators make a sentence", adjacent_indicators_make_a_sentence},
        {"units are listed below their own", units_are_listed_below_their_own},
        {"what is kept at the unit is awaited where others have it", what_is_kept_at_the_unit_is_awaited_where_others_have_it},
    };
    return SUITE_RUN("parts", tests, argc, argv);
}
