/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* W7, W8, W9 and W12: where the change of a clause stands, and what stands there when there is none. */
#include "sentences.h"
#include "suite.h"

static const char one_unit[] = "code;name;level;text_name\nt;Tỉnh A;0;toàn tỉnh\n";

static const Figures pair = {
    .units = one_unit,
    .indicators = "code;name;nature;measure;clause;verb;object;joiner\n"
                  "a;A;flow;lượt;k;đã tiếp;;\n"
                  "b;B;flow;vụ việc;k;;;với\n"
                  "c;C;flow;đơn;;nhận;;\n"
                  "d;D;stock;hộ;;còn;hộ nghèo;\n",
    .observations = "unit;indicator;period;value\n"
                    "t;a;2022;428\nt;b;2022;426\nt;c;2022;12\nt;d;2022;209\n"
                    "t;a;2021;241\nt;b;2021;186\nt;c;2021;12\nt;d;2021;230\n"
                    "t;a;2020;500\nt;b;2020;4\nt;c;2020;6\n",
    .plans = "tinh=kế hoạch;tw=dự toán{} Trung ương giao",
};

static void changes_stand_in_their_place(void)
{
    static const SentenceRow rows[] = {
        {"brackets: each with its base", &pair, {.indicators = "a;b;c"}, "base_phrase=short",
         "Năm 2022, toàn tỉnh đã tiếp 428 lượt với 426 vụ việc (tăng 187 lượt và tăng 240 vụ việc so với cùng kỳ); nhận 12 đơn "
         "(không thay đổi so với cùng kỳ).\n"},
        {"comma: the base once a unit", &pair, {.indicators = "a;b;c;d"}, "base_phrase=short;change=comma;verb=elide",
         "Năm 2022, toàn tỉnh đã tiếp 428 lượt với 426 vụ việc, tăng 187 lượt, 240 vụ việc so với cùng kỳ; nhận 12 đơn, không "
         "thay đổi; còn 209 hộ nghèo, giảm 21 hộ.\n"},
        {"first: the base before, once a unit", &pair, {.indicators = "a;b;c"}, "base_phrase=short;change=first;percent=alone",
         "Năm 2022, toàn tỉnh đã tiếp 428 lượt với 426 vụ việc; so với cùng kỳ, số lượt tăng 77,6%, số vụ việc tăng 129%; nhận "
         "12 đơn; số đơn không thay đổi.\n"},
        {"auto is a comma where bases are shown", &pair, {.indicators = "c;d"}, "base_phrase=short;show_base=yes",
         "Năm 2022, toàn tỉnh nhận 12 đơn, không thay đổi so với cùng kỳ (cùng kỳ 12 đơn); còn 209 hộ nghèo, giảm 21 hộ (từ 230 "
         "xuống còn 209).\n"},
        {"introduced once in the call", &pair, {.indicators = "c;d"}, "base_phrase=full-then-abbreviated",
         "Năm 2022, toàn tỉnh nhận 12 đơn (không thay đổi so với cùng kỳ năm trước (CKNT)); còn 209 hộ nghèo (giảm 21 hộ so với "
         "CKNT).\n"},
        {"a multiple in a clause of one value only", &pair, {.period = "2021", .indicators = "a;b;c"},
         "base_phrase=short;form=times",
         "Năm 2021, toàn tỉnh đã tiếp 241 lượt với 186 vụ việc (giảm 259 lượt và tăng 182 vụ việc so với cùng kỳ); nhận 12 đơn "
         "(gấp 2 lần cùng kỳ).\n"},
        {"several bases in their order, each named", &pair,
         {.indicators = "c", .bases = "same-period;2020"}, "base_phrase=short;change=comma",
         "Năm 2022, toàn tỉnh nhận 12 đơn, không thay đổi so với cùng kỳ, tăng 06 đơn so với năm 2020.\n"},
        {"several bases in one pair of brackets", &pair, {.indicators = "c;d", .bases = "previous;2020"}, "",
         "Năm 2022, toàn tỉnh nhận 12 đơn (không thay đổi so với năm trước, tăng 06 đơn so với năm 2020); còn 209 hộ nghèo (giảm "
         "21 hộ so với năm trước).\n"},
    };
    SENTENCES_CHECK(rows);
}

static const Figures missing = {
    .units = one_unit,
    .indicators = "code;name;nature;measure;clause;verb;joiner\n"
                  "a;A;flow;lượt;k;đã tiếp;\n"
                  "b;B;flow;vụ việc;k;;với\n"
                  "c;C;flow;đơn;;nhận;\n",
    .observations = "unit;indicator;period;value;obs_status\n"
                    "t;a;2022;4\nt;b;2022;6\nt;c;2022;12\nt;a;2021;5\nt;b;2021;;O\nt;c;2021;;L\n"
                    "t;a;2020;;M\nt;b;2020;;O\nt;c;2020;;M\n"
                    "t;a;2024;5\nt;b;2024;6\nt;a;2023;;M\nt;b;2023;;M\n",
};

static void missing_bases_are_told_or_left_out(void)
{
    static const SentenceRow rows[] = {
        {"an item without a base leaves the list; a missing one is told where no other has one", &missing, {.period = "2022"},
         "", "Năm 2022, toàn tỉnh đã tiếp 04 lượt với 06 vụ việc (giảm 01 lượt so với cùng kỳ năm trước); nhận 12 đơn (chưa có "
             "số liệu cùng kỳ để so sánh).\n"},
        {"with a comma", &missing, {.period = "2022", .indicators = "c"}, "change=comma",
         "Năm 2022, toàn tỉnh nhận 12 đơn, chưa có số liệu cùng kỳ để so sánh.\n"},
        {"first", &missing, {.period = "2022", .indicators = "c"}, "change=first",
         "Năm 2022, toàn tỉnh nhận 12 đơn; chưa có số liệu cùng kỳ để so sánh.\n"},
        {"one of two missing", &missing, {.period = "2022", .indicators = "a;b", .bases = "2020"}, "",
         "Năm 2022, toàn tỉnh đã tiếp 04 lượt với 06 vụ việc (chưa có số liệu năm 2020 để so sánh).\n"},
        {"inapplicable ones say nothing", &missing, {.period = "2024"}, "",
         "Năm 2024, toàn tỉnh đã tiếp 05 lượt với 06 vụ việc.\n"},
        {"previous", &missing, {.period = "2022", .indicators = "c", .bases = "previous"}, "base_phrase=dated",
         "Năm 2022, toàn tỉnh nhận 12 đơn (chưa có số liệu năm trước để so sánh).\n"},
        {"English", &missing, {.period = "2022", .indicators = "c"}, "language=en",
         "2022, Tỉnh A: C 12 đơn (no comparable figure).\n"},
    };
    SENTENCES_CHECK(rows);
}

/* Of the base one unit has a value, one has none, and one says that it has none. */
static const Figures gaps = {
    .units = "code;name;level;parent;text_name\nt;Tỉnh A;0;;toàn tỉnh\nd;Huyện B;1;t;\nx;Xã D;2;d;\ny;Xã E;2;d;\ne;Huyện C;1;t;\n",
    .indicators = "code;name;nature;measure;verb\nc;C;flow;đơn;nhận\n",
    .observations = "unit;indicator;period;value;obs_status\n"
                    "x;c;2022;10\ny;c;2022;20\ne;c;2022;30\nx;c;2021;5\ne;c;2021;;O\ne;c;2020;;O\n",
};

static void what_strict_withholds_is_not_missing(void)
{
    static const SentenceRow rows[] = {
        {"partial: there is a base", &gaps, {.period = "2022"}, "",
         "Năm 2022, toàn tỉnh nhận 60 đơn (tăng 55 đơn so với cùng kỳ năm trước, kỳ gốc theo báo cáo của 1/3 đơn vị).\n"},
        {"strict: it is withheld, which is no lack, however deep below (N15)", &gaps,
         {.period = "2022", .missing = QCDC_MISSING_STRICT}, "", "Năm 2022, toàn tỉnh nhận 60 đơn.\n"},
        {"strict: there is none", &gaps, {.period = "2022", .bases = "2020", .missing = QCDC_MISSING_STRICT}, "",
         "Năm 2022, toàn tỉnh nhận 60 đơn (chưa có số liệu năm 2020 để so sánh).\n"},
    };
    SENTENCES_CHECK(rows);
}

static const Figures zeros = {
    .units = one_unit,
    .indicators = "code;name;nature;measure;verb;zero_phrase;clause\n"
                  "f;Vụ cháy;flow;vụ;xảy ra;không xảy ra vụ cháy;\n"
                  "g;Vụ nổ;flow;vụ;xảy ra;;\n"
                  "h;H;flow;vụ;xảy ra;không xảy ra;k\n"
                  "i;I;flow;người;;;k\n",
    .observations = "unit;indicator;period;value;obs_status\n"
                    "t;f;2022;0\nt;f;2021;3\nt;g;2022;0\nt;g;2021;3\n"
                    "t;f;2020;0\nt;f;2019;0\n"
                    "t;f;2018;2\nt;f;2017;0\nt;g;2018;5\nt;g;2017;0\n"
                    "t;h;2016;0\nt;i;2016;4\nt;h;2015;2\nt;i;2015;0\n"
                    "t;f;2014;0;E\nt;f;2013;;O\nt;g;2014;4\n",
};

static void zeros_are_told_in_words(void)
{
    static const SentenceRow rows[] = {
        {"now none; without words the difference, never a percent", &zeros, {.period = "2022"}, "percent=brackets;change=comma",
         "Năm 2022, toàn tỉnh không xảy ra vụ cháy (cùng kỳ năm trước 03 vụ); xảy ra 0 vụ, giảm 03 vụ so với cùng kỳ năm "
         "trước.\n"},
        {"a colon after a base that ends in a digit", &zeros, {.period = "2022", .indicators = "f"}, "base_phrase=dated",
         "Năm 2022, toàn tỉnh không xảy ra vụ cháy (cùng kỳ năm 2021: 03 vụ).\n"},
        {"both none", &zeros, {.period = "2020"}, "base_phrase=full-then-abbreviated",
         "Năm 2020, toàn tỉnh không xảy ra vụ cháy; cùng kỳ năm trước (CKNT) cũng không xảy ra vụ cháy.\n"},
        {"none then; of the other no percent", &zeros, {.period = "2018"}, "percent=alone",
         "Năm 2018, toàn tỉnh xảy ra 02 vụ (cùng kỳ năm trước không xảy ra vụ cháy); 05 vụ (tăng 05 vụ so với cùng kỳ năm "
         "trước).\n"},
        {"two bases", &zeros, {.period = "2018", .indicators = "f", .bases = "same-period;2021"}, "base_phrase=short",
         "Năm 2018, toàn tỉnh xảy ra 02 vụ (cùng kỳ không xảy ra vụ cháy) (giảm 01 vụ so với năm 2021).\n"},
        {"in a clause of several values the words are not used", &zeros, {.period = "2016"}, "",
         "Năm 2016, toàn tỉnh xảy ra 0 vụ và 04 người (giảm 02 vụ và tăng 04 người so với cùng kỳ năm trước).\n"},
        {"an estimate; the verb is said again after the words; a missing base", &zeros, {.period = "2014"}, "",
         "Năm 2014, toàn tỉnh ước không xảy ra vụ cháy (chưa có số liệu cùng kỳ để so sánh); xảy ra 04 vụ.\n"},
    };
    SENTENCES_CHECK(rows);
}

static const Figures ranks = {
    .units = one_unit,
    .indicators = "code;name;nature;measure;verb;object;polarity;decimals\n"
                  "pci;PCI;rank;bậc;xếp;tỉnh, thành phố;;\n"
                  "up;UP;rank;bậc;xếp;tỉnh;higher;\n"
                  "s;Điểm;score;điểm;đạt;;;2\n",
    .observations = "unit;indicator;period;value;field\n"
                    "t;pci;2023;15;63\nt;pci;2022;36;63\nt;pci;2025;12;34\nt;pci;2024;15;63\nt;pci;2021;36;63\n"
                    "t;s;2023;69.03;\nt;s;2022;65.48;\nt;up;2023;15;63\nt;up;2022;36;63\n",
};

static void ranks_and_scores_are_told(void)
{
    static const SentenceRow rows[] = {
        {"places, points", &ranks, {.period = "2023"}, "base_phrase=year",
         "Năm 2023, toàn tỉnh xếp thứ 15/63 tỉnh, thành phố (tăng 21 bậc so với năm 2022); thứ 15/63 tỉnh (giảm 21 bậc so với "
         "năm 2022); đạt 69,03 điểm (tăng 3,55 điểm so với năm 2022).\n"},
        {"unchanged", &ranks, {.period = "2022", .indicators = "pci"}, "base_phrase=year",
         "Năm 2022, toàn tỉnh xếp thứ 36/63 tỉnh, thành phố (giữ nguyên thứ hạng so với năm 2021).\n"},
        {"another field", &ranks, {.period = "2025", .indicators = "pci"}, "base_phrase=year",
         "Năm 2025, toàn tỉnh xếp thứ 12/34 tỉnh, thành phố (năm 2024: 15/63); không so sánh số bậc do số tỉnh, thành phố được "
         "xếp hạng thay đổi.\n"},
    };
    SENTENCES_CHECK(rows);
}

static const Figures plans = {
    .units = one_unit,
    .indicators = "code;name;nature;measure;verb;plan_direction;decimals;clause;object\n"
                  "t;Học viên;flow;lượt;có;;;;lượt học viên\n"
                  "n;Hộ nghèo;ratio;%;tỷ lệ hộ nghèo còn;reduce-by;2;;\n"
                  "a;A;flow;lượt;đạt;;;k;\n"
                  "b;B;flow;đơn;;;;k;\n",
    .observations = "unit;indicator;period;value;scenario\n"
                    "t;t;2022;1510;actual\nt;t;2022;1500;tinh\nt;t;2021;1500;actual\n"
                    "t;t;2022-S1;807;actual\nt;t;2022;1600;tw\n"
                    "t;n;2022;43.81;actual\nt;n;2021;48.43;actual\nt;n;2022;4.5;tinh\n"
                    "t;a;2020;5;actual\nt;a;2020;10;tinh\nt;b;2020;9;actual\nt;b;2020;9;tinh\n"
                    "t;a;2019-S1;5;actual\nt;a;2019;10;tinh\nt;b;2019-S1;9;actual\nt;b;2019-S1;10;tinh\n"
                    "t;a;2018;5;actual\nt;a;2018;0;tinh\nt;b;2018;0;actual\nt;b;2018;4;tinh\n",
    .plans = "tinh=kế hoạch;tw=dự toán{} Trung ương giao",
};

static void plans_are_held_against(void)
{
    static const SentenceRow rows[] = {
        {"beside the base", &plans, {.period = "2022", .indicators = "t", .bases = "same-period;plan:tinh"}, "change=comma",
         "Năm 2022, toàn tỉnh có 1.510 lượt học viên, tăng 10 lượt so với cùng kỳ năm trước, đạt 100,7% kế hoạch.\n"},
        {"the year's plan in the words' own place", &plans, {.period = "2022-S1", .indicators = "t", .bases = "plan:tw"}, "",
         "6 tháng đầu năm 2022, toàn tỉnh có 807 lượt học viên (đạt 50,4% dự toán năm Trung ương giao).\n"},
        {"a reduction", &plans, {.period = "2022", .indicators = "n", .bases = "same-period;plan:tinh"},
         "base_phrase=year;change=comma",
         "Năm 2022, toàn tỉnh tỷ lệ hộ nghèo còn 43,81%, giảm 4,62 điểm phần trăm so với năm 2021, đạt 102,7% kế hoạch.\n"},
        {"a reduction, with no other base", &plans, {.period = "2022", .indicators = "n", .bases = "plan:tinh"}, "",
         "Năm 2022, toàn tỉnh tỷ lệ hộ nghèo còn 43,81% (đạt 102,7% kế hoạch).\n"},
        {"a list", &plans, {.period = "2020", .indicators = "a;b", .bases = "plan:tinh"}, "",
         "Năm 2020, toàn tỉnh đạt 05 lượt và 09 đơn (số lượt đạt 50% kế hoạch và số đơn đạt 100% kế hoạch).\n"},
        {"plans of different periods in one clause", &plans, {.period = "2019-S1", .indicators = "a;b", .bases = "plan:tinh"},
         "change=comma",
         "6 tháng đầu năm 2019, toàn tỉnh đạt 05 lượt và 09 đơn, số lượt đạt 50% kế hoạch năm và số đơn đạt 90% kế hoạch.\n"},
        {"no plan above 0, no attainment", &plans, {.period = "2018", .indicators = "a;b", .bases = "plan:tinh"}, "",
         "Năm 2018, toàn tỉnh đạt 05 lượt và 0 đơn (số đơn đạt 0% kế hoạch).\n"},
        {"English", &plans, {.period = "2022-S1", .indicators = "t", .bases = "plan:tw"}, "language=en",
         "First half of 2022, Tỉnh A: Học viên 807 lượt (50.4% of the year's plan).\n"},
    };
    SENTENCES_CHECK(rows);
}

/* Of two communes one reported the year before. */
static const Figures reporters = {
    .units = "code;name;level;parent;kind;text_name\nt;Tỉnh A;0;;;toàn tỉnh\nx;X;1;t;xã;\ny;Y;1;t;phường;\n",
    .indicators = "code;name;nature;measure;verb\na;A;flow;lượt;đã tiếp\n",
    .observations = "unit;indicator;period;value\nx;a;2022;5\ny;a;2022;6\nx;a;2021;4\n",
};

static void other_reporters_are_told(void)
{
    static const SentenceRow rows[] = {
        {"with the base", &reporters, {0}, "",
         "Năm 2022, toàn tỉnh đã tiếp 11 lượt (tăng 07 lượt so với cùng kỳ năm trước, kỳ gốc theo báo cáo của 1/2 xã, phường).\n"},
    };
    SENTENCES_CHECK(rows);
}

static const Figures parted = {
    .units = one_unit,
    .indicators = "code;name;nature;measure;clause;verb;object;joiner;zero_phrase\n"
                  "a;A;flow;lượt;k;đã tiếp;;;\n"
                  "b;B;flow;vụ việc;k;;;với;\n"
                  "c;C;flow;đơn;;nhận;;;không nhận đơn\n"
                  "r;R;rank;bậc;;xếp;tỉnh, thành phố;;\n",
    .observations = "unit;indicator;period;value;obs_status;field;scenario\n"
                    "t;a;2022;428;;;\nt;b;2022;426;A+B;;\nt;c;2022;12;A+B;;\nt;r;2022;15;A+B;34;\n"
                    "t;a;2021;241;;;\nt;b;2021;186;;;\nt;c;2021;0;;;\nt;r;2021;36;;63;\nt;c;2022;10;;;tinh\n",
    .plans = "tinh=kế hoạch",
};

/* S8: what was measured on another definition leaves the list, as what has no base does; the value stays. */
static void nothing_stands_across_a_break(void)
{
    static const SentenceRow rows[] = {
        {"the other item stays", &parted, {.period = "2022", .indicators = "a;b"}, "",
         "Năm 2022, toàn tỉnh đã tiếp 428 lượt với 426 vụ việc (tăng 187 lượt so với cùng kỳ năm trước).\n"},
        {"alone it has no change, and its base of 0 is not told", &parted, {.period = "2022", .indicators = "c"}, "",
         "Năm 2022, toàn tỉnh nhận 12 đơn (không so sánh do thay đổi định nghĩa, phạm vi tính).\n"},
        {"a rank is not said to be on another field", &parted, {.period = "2022", .indicators = "r"}, "",
         "Năm 2022, toàn tỉnh xếp thứ 15/34 tỉnh, thành phố (không so sánh do thay đổi định nghĩa, phạm vi tính).\n"},
        {"English", &parted, {.period = "2022", .indicators = "c"}, "language=en",
         "2022, Tỉnh A: C 12 đơn (not comparable because the definition changed).\n"},
        {"a plan is of its own period", &parted, {.period = "2022", .indicators = "c", .bases = "plan"}, "",
         "Năm 2022, toàn tỉnh nhận 12 đơn (đạt 120% kế hoạch).\n"},
    };
    SENTENCES_CHECK(rows);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"changes stand in their place", changes_stand_in_their_place},
        {"missing bases are told or left out", missing_bases_are_told_or_left_out},
        {"what strict withholds is not missing", what_strict_withholds_is_not_missing},
        {"zeros are told in words", zeros_are_told_in_words},
        {"ranks and scores are told", ranks_and_scores_are_told},
        {"plans are held against", plans_are_held_against},
        {"other reporters are told", other_reporters_are_told},
        {"nothing stands across a break (S8)", nothing_stands_across_a_break},
    };
    return SUITE_RUN("change_place", tests, argc, argv);
}
