/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* W2 and W3: verbs, values and how they are joined. */
#include "sentences.h"
#include "suite.h"

static const char one_unit[] = "code;name;level;text_name\nt;Tỉnh A;0;toàn tỉnh\n";

/* Verbs: none, the same again, with "đã". */
static const Figures verbs = {
    .units = "code;name;level;parent;text_name\nt;Tỉnh A;0;;toàn tỉnh\nx;Xã B;1;t;xã B\n",
    .indicators = "code;name;nature;measure;verb;object\n"
                  "a;Lượt tiếp;flow;lượt;đã tiếp;\n"
                  "b;Đoàn;flow;đoàn;đã tiếp;đoàn đông người\n"
                  "c;Xã đạt chuẩn;flow;xã;;xã đạt chuẩn 19 tiêu chí\n"
                  "d;Thôn;flow;thôn;;thôn văn hóa\n"
                  "e;Số vụ tai nạn;flow;vụ;;\n"
                  "f;Đã nộp;flow;triệu đồng;đã nộp;\n",
    .observations = "unit;indicator;period;value;obs_status;hedge\n"
                    "x;a;2022;428\nx;b;2022;7\nx;c;2022;3\nx;d;2022;12\nx;e;2022;5\nx;f;2022;8\n"
                    "x;a;2021;100;E\nx;b;2021;7;P\nx;c;2021;3;P+B\nx;d;2021;12;;gần\nx;e;2021;5;E\nx;f;2021;8\n",
};

static void verbs_are_said_where_they_change(void)
{
    static const SentenceRow rows[] = {
        {"equal verbs once; có where there is none; a name where there is no object either", &verbs, {.bases = "2020"}, "",
         "Năm 2022, toàn tỉnh đã tiếp 428 lượt; 07 đoàn đông người; có 03 xã đạt chuẩn 19 tiêu chí; 12 thôn văn hóa; Số vụ tai "
         "nạn 05 vụ; đã nộp 8 triệu đồng.\n"},
        {"a name that opens the sentence is led by a colon", &verbs, {.bases = "2020", .indicators = "e"}, "",
         "Năm 2022, toàn tỉnh: Số vụ tai nạn 05 vụ.\n"},
        {"đã is dropped in a list of units, clauses join with a comma", &verbs,
         {.bases = "2020", .indicators = "a;f", .by = QCDC_BY_CHILD}, "",
         "Năm 2022, toàn tỉnh đã tiếp 428 lượt; đã nộp 8 triệu đồng; trong đó: xã B tiếp 428 lượt, nộp 8 triệu đồng.\n"},
        {"no colon in a list of units", &verbs, {.bases = "2020", .indicators = "e", .by = QCDC_BY_CHILD}, "",
         "Năm 2022, toàn tỉnh: Số vụ tai nạn 05 vụ, trong đó: xã B Số vụ tai nạn 05 vụ.\n"},
        {"ước and sơ bộ go before the verb, once a clause; a hedge before its number", &verbs,
         {.period = "2021", .bases = "2020"}, "",
         "Năm 2021, toàn tỉnh ước tiếp 100 lượt; sơ bộ tiếp 07 đoàn đông người; sơ bộ có 03 xã đạt chuẩn 19 tiêu chí; có gần 12 "
         "thôn văn hóa; ước Số vụ tai nạn 05 vụ; đã nộp 8 triệu đồng.\n"},
        {"of the unit that reported it the hedge prints as it came", &verbs,
         {.unit = "x", .period = "2021", .bases = "2020", .indicators = "d"}, "", "Năm 2021, xã B có gần 12 thôn văn hóa.\n"},
        {"padding off", &verbs, {.bases = "2020", .indicators = "b;f"}, "leading_zero=off",
         "Năm 2022, toàn tỉnh đã tiếp 7 đoàn đông người; đã nộp 8 triệu đồng.\n"},
    };
    SENTENCES_CHECK(rows);
}

/* One clause of three values; y has a joiner that is a comma, z none. */
static const Figures joined = {
    .units = one_unit,
    .indicators = "code;name;nature;measure;clause;verb;object;joiner\n"
                  "x;X;flow;vụ;k;xảy ra;vụ tai nạn;\n"
                  "y;Y;flow;người;k;;người chết;, làm\n"
                  "z;Z;flow;người;k;;người bị thương;\n"
                  "w;W;flow;thôn;w;có;thôn, tổ dân phố;\n"
                  "v;V;flow;hộ;w;;hộ;với\n",
    .observations = "unit;indicator;period;value;obs_status\n"
                    "t;x;2022;10\nt;y;2022;2\nt;z;2022;30\nt;w;2022;4\nt;v;2022;5\n"
                    "t;x;2021;;O\nt;y;2021;2;E\nt;z;2021;30;P\n",
};

static void values_are_joined(void)
{
    static const SentenceRow rows[] = {
        {"joiner with a comma, default và", &joined, {.bases = "2020", .indicators = "x;y;z"}, "",
         "Năm 2022, toàn tỉnh xảy ra 10 vụ tai nạn, làm 02 người chết và 30 người bị thương.\n"},
        {"default of the style", &joined, {.bases = "2020", .indicators = "x;y;z"}, "value_joiner=cùng",
         "Năm 2022, toàn tỉnh xảy ra 10 vụ tai nạn, làm 02 người chết cùng 30 người bị thương.\n"},
        {"default comma before the last và", &joined, {.bases = "2020", .indicators = "x;z"}, "",
         "Năm 2022, toàn tỉnh xảy ra 10 vụ tai nạn và 30 người bị thương.\n"},
        {"an object with a comma", &joined, {.bases = "2020", .indicators = "w;v"}, "",
         "Năm 2022, toàn tỉnh có 04 thôn, tổ dân phố; 05 hộ.\n"},
        {"alone it needs no semicolon", &joined, {.bases = "2020", .indicators = "w"}, "",
         "Năm 2022, toàn tỉnh có 04 thôn, tổ dân phố.\n"},
        {"the verb is the first indicator's, valued or not; one estimate for all", &joined,
         {.period = "2021", .bases = "2020", .indicators = "x;y;z"}, "",
         "Năm 2021, toàn tỉnh ước xảy ra 02 người chết và 30 người bị thương.\n"},
    };
    SENTENCES_CHECK(rows);
}

/* Clauses whose first figure is not there: one with an object, one with neither verb nor object. */
static const Figures headless = {
    .units = one_unit,
    .indicators = "code;name;nature;measure;clause;verb;object;name_en\n"
                  "x;Số vụ;flow;vụ;k;;vụ tai nạn;\n"
                  "y;Số người chết;flow;người chết;k;;;\n"
                  "n;Lượt tiếp;flow;lượt;n;;;Visits\n"
                  "m;Vụ việc;flow;vụ việc;n;;;Cases\n"
                  "l;Đoàn;flow;đoàn;n;;đoàn đông người;\n",
    .observations = "unit;indicator;period;value\nt;y;2022;24\nt;m;2022;3\nt;l;2022;2\nt;l;2021;2\n",
};

static void a_clause_without_its_first_figure_keeps_its_verb(void)
{
    static const SentenceRow rows[] = {
        {"có of the first indicator, valued or not", &headless, {.bases = "2020", .indicators = "x;y"}, "",
         "Năm 2022, toàn tỉnh có 24 người chết.\n"},
        {"a name for the first indicator's verb: of the figure that follows", &headless, {.bases = "2020", .indicators = "n;m;l"},
         "", "Năm 2022, toàn tỉnh: Vụ việc 03 vụ việc và 02 đoàn đông người.\n"},
        {"also where that figure has an object", &headless, {.period = "2021", .bases = "2020", .indicators = "n;m;l"}, "",
         "Năm 2021, toàn tỉnh: Đoàn 02 đoàn đông người.\n"},
        {"in English names lead anyway", &headless, {.bases = "2020", .indicators = "n;m"}, "language=en",
         "2022, Tỉnh A: Cases 3 vụ việc.\n"},
    };
    SENTENCES_CHECK(rows);
}

static const Figures kinds = {
    .units = one_unit,
    .indicators =
        "code;name;nature;measure;decimals;formula;clause;verb;object;rate_verb;short_measure\n"
        "n;N;flow;hồ sơ;0;;-;;;;\n"
        "d;D;flow;hồ sơ;0;;-;;;;\n"
        "p;Tỷ lệ đúng hạn;ratio;%;0;n / d;;giải quyết đúng hạn;hồ sơ;;\n"
        "q;Tỷ lệ quá hạn;ratio;%;0;n / d;;có;hồ sơ quá hạn;chiếm {} tổng số hồ sơ;\n"
        "r;Tỷ lệ;ratio;%;0;n / d;;;;;\n"
        "o;Tỷ lệ hộ nghèo;ratio;%;2;;;tỷ lệ hộ nghèo còn;;;\n"
        "m;Mật độ;ratio;người/km²;0;n / d;;;;mật độ đạt;\n"
        "s;Điểm;score;điểm;2;;;đạt;;;\n"
        "k;Hạng;rank;bậc;0;;;xếp;tỉnh, thành phố;;\n",
    .observations = "unit;indicator;period;value;field\n"
                    "t;n;2022;1;\nt;d;2022;12;\nt;o;2022;43.81;\nt;s;2022;69.03;\nt;k;2022;15;63\n"
                    "t;n;2021;10599;\nt;d;2021;10600;\nt;k;2021;7;\n"
                    "t;n;2020;9;\nt;d;2020;9;\nt;o;2020;40;\n",
};

static void each_kind_of_value_is_written(void)
{
    static const SentenceRow rows[] = {
        {"ratios, score and rank", &kinds, {.bases = "2019"}, "",
         "Năm 2022, toàn tỉnh giải quyết đúng hạn 01/12 hồ sơ, đạt tỷ lệ 8,3%; có 01/12 hồ sơ quá hạn, chiếm 8,3% tổng số hồ "
         "sơ; Tỷ lệ đạt tỷ lệ 8,3%; tỷ lệ hộ nghèo còn 43,81%; Mật độ mật độ đạt 0,1 người/km²; đạt 69,03 điểm; xếp thứ 15/63 "
         "tỉnh, thành phố.\n"},
        {"never 100% unless all; no slash without a field", &kinds, {.period = "2021", .bases = "2019", .indicators = "p;k"}, "",
         "Năm 2021, toàn tỉnh giải quyết đúng hạn 10.599/10.600 hồ sơ, đạt tỷ lệ 99,99%; xếp thứ 7 tỉnh, thành phố.\n"},
        {"all", &kinds, {.period = "2020", .bases = "2019", .indicators = "p;o"}, "",
         "Năm 2020, toàn tỉnh giải quyết đúng hạn 09/09 hồ sơ, đạt tỷ lệ 100%; tỷ lệ hộ nghèo còn 40%.\n"},
        {"zeros kept", &kinds, {.period = "2020", .bases = "2019", .indicators = "p;o"}, "percent_trim=none;percent_decimals=2",
         "Năm 2020, toàn tỉnh giải quyết đúng hạn 09/09 hồ sơ, đạt tỷ lệ 100,00%; tỷ lệ hộ nghèo còn 40,00%.\n"},
        {"- is a term, unless it is named", &kinds, {.bases = "2019", .indicators = "n;d"}, "",
         "Năm 2022, toàn tỉnh: N 01 hồ sơ; D 12 hồ sơ.\n"},
    };
    SENTENCES_CHECK(rows);
}

/* Names come from people: quotes, line breaks, escapes of terminals. */
static const Figures hostile = {
    .units = "code;name;level;text_name\nt;Tỉnh A;0;to\x1b[31màn \"tỉnh\"\r\t1\xc2\x9b" "2\n",
    .indicators = "code;name;nature;measure;verb;object\na;A;flow;lượt;có <b>;lượt & 3\n",
    .observations = "unit;indicator;period;value\nt;a;2022;4\n",
};

static void a_name_is_nothing_but_text(void)
{
    static const SentenceRow rows[] = {
        {"controls become spaces", &hostile, {.bases = "2020"}, "",
         "Năm 2022, to [31màn \"tỉnh\"  1 2 có <b> 04 lượt & 3.\n"},
    };
    SENTENCES_CHECK(rows);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"verbs are said where they change", verbs_are_said_where_they_change},
        {"values are joined", values_are_joined},
        {"a clause without its first figure keeps its verb", a_clause_without_its_first_figure_keeps_its_verb},
        {"each kind of value is written", each_kind_of_value_is_written},
        {"a name is nothing but text", a_name_is_nothing_but_text},
    };
    return SUITE_RUN("clause", tests, argc, argv);
}
