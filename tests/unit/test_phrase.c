/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The phrase table: outcome × style → the whole phrase. A row is written as text, see phrase-row.h. */

#include <qcdc/phrase.h>

#include "expect.h"
#include "phrase-row.h"
#include "suite.h"

#define RUN(rows) PHRASE_ROW_RUN(rows)

static void the_three_examples_come_out(void)
{
    static const PhraseCase rows[] = {
        { "a 7570 7800 lượt người|a 5552 5178 vụ việc", "same 2018 2019", "base_phrase=full-then-abbreviated",
          "giảm 230 lượt người và tăng 374 vụ việc so với cùng kỳ năm trước (CKNT)" },
        { "a 487 293 lượt người|a 480 293 vụ việc", "same 2018 2019 said", "base_phrase=full-then-abbreviated",
          "tăng 194 lượt người và tăng 187 vụ việc so với CKNT" },
        { "a 428 241 lượt|a 426 186 vụ việc", "same 2021 2022", "base_phrase=short verb=elide",
          "tăng 187 lượt, 240 vụ việc so với cùng kỳ" },
        { "a 174 132 đơn", "same 2022-S1 2023-S1", "base_phrase=short percent=brackets",
          "tăng 42 đơn (31,8%) so với cùng kỳ" },
        { "a 77 71 đơn", "same 2022-S1 2023-S1 out", "base_phrase=short percent=brackets", "tăng 06 đơn (8,5%)" },
    };
    RUN(rows);
}

static void one_change_is_told_in_each_form(void)
{
    static const PhraseCase rows[] = {
        { "a 428 241 lượt", "same", "", "tăng 187 lượt so với cùng kỳ năm trước" },
        { "a 698 857 lượt người", "same", "", "giảm 159 lượt người so với cùng kỳ năm trước" },
        { "a 174 132 đơn", "same", "percent=alone", "tăng 31,8% so với cùng kỳ năm trước" },
        { "a 174 132 đơn", "same", "percent=alone percent_decimals=2", "tăng 31,82% so với cùng kỳ năm trước" },
        { "a 174 132 đơn", "same", "percent=none", "tăng 42 đơn so với cùng kỳ năm trước" },
        { "a 96 100 vụ", "same", "percent=brackets", "giảm 04 vụ (4%) so với cùng kỳ năm trước" },
        { "a 96 100 vụ", "same", "percent=brackets percent_trim=none", "giảm 04 vụ (4,0%) so với cùng kỳ năm trước" },
        { "a 963 1000 vụ", "same", "form=index", "bằng 96,3% so với cùng kỳ năm trước" },
        { "a 174 132 đơn", "same", "form=index", "tăng 31,8% so với cùng kỳ năm trước" },
        { "a 250 100 đơn", "same", "form=times", "gấp 2,5 lần cùng kỳ năm trước" },
        { "a 200 100 đơn", "same", "form=times", "gấp 2 lần cùng kỳ năm trước" },
        { "a 199 100 đơn", "same", "form=times", "tăng 99 đơn so với cùng kỳ năm trước" },
        { "a 250 100 đơn", "same several", "form=times", "tăng 150 đơn so với cùng kỳ năm trước" },
        { "a 250 100 đơn", "same several", "percent=alone", "tăng 150% số đơn so với cùng kỳ năm trước" },
        { "a 90 100 đơn", "same several", "form=index", "bằng 90% số đơn so với cùng kỳ năm trước" },
        { "a 100 100 đơn", "same several", "", "số đơn không thay đổi so với cùng kỳ năm trước" },
        { "a 90 100 đơn", "plan several", "", "số đơn đạt 90% kế hoạch" },
        { "a 100 100 petitions", "same several", "language=en", "unchanged from the same period last year" },
        { "a 250 100 đơn", "same out", "form=times", "gấp 2,5 lần cùng kỳ năm trước" },
        { "a 40 100 đơn", "same", "form=times percent=brackets", "giảm 60 đơn (60%) so với cùng kỳ năm trước" },
        { "a 5 5 vụ", "same", "", "không thay đổi so với cùng kỳ năm trước" },
        { "a 5 5 vụ", "same", "unchanged=bằng", "bằng cùng kỳ năm trước" },
        { "a 5 5 vụ", "same", "unchanged=tương_đương base_phrase=short", "tương đương cùng kỳ" },
        { "a 5 5 vụ", "same out", "unchanged=bằng base_phrase=short", "bằng cùng kỳ" },
        { "a 5 5 vụ", "same", "unchanged=giữ_nguyên_như_12_tháng", "giữ nguyên như 12 tháng so với cùng kỳ năm trước" },
        { "a 12.5 8.0 tỷ đồng", "same", "", "tăng 4,5 tỷ đồng so với cùng kỳ năm trước" },
        { "a 12.0 8.0 tỷ đồng", "same", "", "tăng 4 tỷ đồng so với cùng kỳ năm trước" },
        { "a 12.0 8.0 tỷ đồng", "same", "percent_trim=none", "tăng 4,0 tỷ đồng so với cùng kỳ năm trước" },
    };
    RUN(rows);
}

static void no_percent_stands_where_there_is_none(void)
{
    static const PhraseCase rows[] = {
        { "a 5 0 đơn", "same", "percent=brackets", "tăng 05 đơn so với cùng kỳ năm trước" },
        { "a 5 0 đơn", "same", "percent=alone", "tăng 05 đơn so với cùng kỳ năm trước" },
        { "a 0 3 vụ", "same", "percent=brackets", "giảm 03 vụ so với cùng kỳ năm trước" },
        { "a 0 3 vụ", "same", "percent=alone", "giảm 03 vụ so với cùng kỳ năm trước" },
        { "a 0 3 vụ", "same", "form=index", "giảm 03 vụ so với cùng kỳ năm trước" },
        { "a 5 0 đơn", "same", "form=times", "tăng 05 đơn so với cùng kỳ năm trước" },
        { "a 5 -3 tỷ đồng", "same", "percent=brackets", "tăng 8 tỷ đồng so với cùng kỳ năm trước" },
        { "a -2 3 tỷ đồng", "same", "percent=alone", "giảm 5 tỷ đồng so với cùng kỳ năm trước" },
        { "f 62/77 60/71 %", "same", "percent=brackets", "giảm 4 điểm phần trăm so với cùng kỳ năm trước" },
        { "s 69.03 65.48 điểm", "same", "percent=brackets", "tăng 3,55 điểm so với cùng kỳ năm trước" },
        { "k 15/63 36/63 bậc", "same", "percent=alone", "tăng 21 bậc so với cùng kỳ năm trước" },
    };
    RUN(rows);
}

static void nothing_reads_zero_or_hundred_that_is_not(void)
{
    static const PhraseCase rows[] = {
        { "a 10001 10000 đơn", "same", "percent=alone", "tăng dưới 0,1% so với cùng kỳ năm trước" },
        { "a 9999 10000 đơn", "same", "percent=brackets", "giảm 01 đơn (dưới 0,1%) so với cùng kỳ năm trước" },
        { "a 10001 10000 đơn", "same", "percent=alone percent_decimals=2", "tăng 0,01% so với cùng kỳ năm trước" },
        { "a 100001 100000 đơn", "same", "percent=alone percent_decimals=2", "tăng dưới 0,01% so với cùng kỳ năm trước" },
        { "a 10009 10000 đơn", "same", "percent=alone rounding=truncate", "tăng dưới 0,1% so với cùng kỳ năm trước" },
        { "a 10009 10000 đơn", "same", "percent=alone", "tăng 0,1% so với cùng kỳ năm trước" },
        { "a 10599 10600 đơn", "same", "form=index", "bằng 99,99% so với cùng kỳ năm trước" },
        { "a 10599 10600 đơn", "plan", "", "đạt 99,99% kế hoạch" },
        { "a 10600 10600 đơn", "plan", "", "đạt 100% kế hoạch" },
        { "a 10601 10600 đơn", "plan", "", "đạt 100,01% kế hoạch" },
        { "a 200 100 đơn", "same", "percent=alone", "tăng 100% so với cùng kỳ năm trước" },
        { "a 20003 10002 đơn", "same", "percent=alone", "tăng 99,99% so với cùng kỳ năm trước" },
        { "a 1 999999999999 đồng", "same", "percent=alone", "giảm 99,9999999999% so với cùng kỳ năm trước" },
        { "a 0 10600 đơn", "plan", "", "đạt 0% kế hoạch" },
        { "a 1 10600 đơn", "plan", "", "đạt dưới 0,1% kế hoạch" },
        { "f 80001/100000 80000/100000 %", "same", "", "tăng dưới 0,1 điểm phần trăm so với cùng kỳ năm trước" },
        { "r 80001/100000 80000/100000 người/hộ", "same", "", "tăng dưới 0,1 người/hộ so với cùng kỳ năm trước" },
    };
    RUN(rows);
}

static void ratios_scores_and_ranks_have_their_measures(void)
{
    static const PhraseCase rows[] = {
        { "f 805/1000 793/1000 %", "same", "", "tăng 1,2 điểm phần trăm so với cùng kỳ năm trước" },
        { "f 805/1000 793/1000 %", "same", "percent_decimals=2 percent_trim=none",
          "tăng 1,20 điểm phần trăm so với cùng kỳ năm trước" },
        { "p 43.81 48.43 %", "period 2021 2022", "", "giảm 4,62 điểm phần trăm so với năm 2021" },
        { "p 43.81 84/200 %", "same", "", "tăng 1,8 điểm phần trăm so với cùng kỳ năm trước" },
        { "p 80.5 80.5 %", "same", "", "không thay đổi so với cùng kỳ năm trước" },
        { "r 350/100 320/100 người/hộ", "same", "", "tăng 0,3 người/hộ so với cùng kỳ năm trước" },
        { "s 69.03 65.48 điểm", "period 2020 2021", "", "tăng 3,55 điểm so với năm 2020" },
        { "s 69.03 65.48 %", "period 2020 2021", "", "tăng 3,55 điểm phần trăm so với năm 2020" },
        { "k 15/63 36/63 bậc", "period 2021 2022", "", "tăng 21 bậc so với năm 2021" },
        { "k 22/63 15/63 bậc", "period 2020 2021", "", "giảm 7 bậc so với năm 2020" },
        { "K 22/63 15/63 bậc", "period 2020 2021", "", "tăng 7 bậc so với năm 2020" },
        { "k 3 3 bậc", "period 2022 2023", "", "giữ nguyên thứ hạng so với năm 2022" },
        { "k 3 3 bậc", "period 2022 2023", "unchanged=bằng", "giữ nguyên thứ hạng so với năm 2022" },
    };
    RUN(rows);
}

static void several_changes_form_one_list(void)
{
    static const PhraseCase rows[] = {
        { "a 5 3 vụ|a 2 6 người chết|a 9 4 người bị thương", "same", "",
          "tăng 02 vụ, giảm 04 người chết và tăng 05 người bị thương so với cùng kỳ năm trước" },
        { "a 5 3 vụ|a 2 6 người chết|a 1 4 người bị thương", "same", "verb=elide",
          "tăng 02 vụ, giảm 04 người chết, 03 người bị thương so với cùng kỳ năm trước" },
        { "a 854 1000 lượt|a 873 1000 lượt người|a 3 10 lượt đoàn", "same", "verb=elide",
          "giảm 146 lượt, 127 lượt người, 07 lượt đoàn so với cùng kỳ năm trước" },
        { "a 3 8 vụ|a 2 6 người chết|a 4 4 người bị thương", "same", "verb=elide",
          "giảm 05 vụ, 04 người chết, số người bị thương không thay đổi so với cùng kỳ năm trước" },
        { "a 3 8 vụ|a 4 4 người chết|a 2 6 người bị thương", "same", "verb=elide",
          "giảm 05 vụ, số người chết không thay đổi, giảm 04 người bị thương so với cùng kỳ năm trước" },
        { "a 8 3 vụ|a 4 4 người chết", "same", "unchanged=bằng",
          "tăng 05 vụ và số người chết bằng cùng kỳ năm trước" },
        { "a 4 4 người chết|a 8 3 vụ", "same", "unchanged=bằng",
          "số người chết bằng và tăng 05 vụ so với cùng kỳ năm trước" },
        { "a 4 4 vụ|a 7 7 người", "same", "", "không thay đổi so với cùng kỳ năm trước" },
        { "a 4 4 vụ|a 7 7 người", "same", "unchanged=bằng", "bằng cùng kỳ năm trước" },
        { "k 3 3 bậc|k 7 7 bậc", "same", "", "giữ nguyên thứ hạng so với cùng kỳ năm trước" },
        { "k 3 3 bậc|a 7 7 người", "same", "", "không thay đổi so với cùng kỳ năm trước" },
        { "a 8 3 vụ|f 1/2 2/4 %|k 3 3 bậc|s 5.5 5.5 điểm", "same", "",
          "tăng 05 vụ, tỷ lệ không thay đổi, giữ nguyên thứ hạng và điểm số không thay đổi so với cùng kỳ năm trước" },
        { "a 174 132 đơn|a 71 77 vụ", "same", "percent=alone",
          "tăng 31,8% số đơn và giảm 7,8% số vụ so với cùng kỳ năm trước" },
        { "a 174 132 đơn|a 77 71 vụ", "same", "percent=alone verb=elide",
          "tăng 31,8% số đơn, 8,5% số vụ so với cùng kỳ năm trước" },
        { "a 963 1000 đơn|a 950 1000 vụ|a 11 10 đoàn", "same", "form=index verb=elide",
          "bằng 96,3% số đơn, 95% số vụ, tăng 10% số đoàn so với cùng kỳ năm trước" },
        { "a 963 1000 đơn|a 0 3 vụ", "same", "form=index verb=elide",
          "bằng 96,3% số đơn, giảm 03 vụ so với cùng kỳ năm trước" },
        { "a 250 100 đơn|a 500 100 vụ", "same", "form=times",
          "tăng 150 đơn và tăng 400 vụ so với cùng kỳ năm trước" },
        { "a 334 300 vụ|a 62 66 người chết", "same", "percent=brackets",
          "tăng 34 vụ (11,3%) và giảm 04 người chết (6,1%) so với cùng kỳ năm trước" },
        { "a 414 878 thôn, tổ dân phố|a 10 9 xã", "same", "",
          "giảm 464 thôn, tổ dân phố; tăng 01 xã so với cùng kỳ năm trước" },
        { "a 414 878 thôn, tổ dân phố|a 9 10 xã", "same", "verb=elide",
          "giảm 464 thôn, tổ dân phố; giảm 01 xã so với cùng kỳ năm trước" },
        { "a 12 9 đơn|f 80/100 70/100 %|k 5 9 bậc", "same", "verb=elide",
          "tăng 03 đơn, 10 điểm phần trăm, 4 bậc so với cùng kỳ năm trước" },
        { "a 9 4 vụ ở khu 3|a 8 2 vụ", "same", "", "tăng 05 vụ ở khu 3 và tăng 06 vụ so với cùng kỳ năm trước" },
    };
    RUN(rows);
}

static void the_base_is_called_by_the_style(void)
{
    static const PhraseCase rows[] = {
        { "a 3 1 vụ", "same 2021 2022", "base_phrase=full", "tăng 02 vụ so với cùng kỳ năm trước" },
        { "a 3 1 vụ", "same 2021 2022", "base_phrase=short", "tăng 02 vụ so với cùng kỳ" },
        { "a 3 1 vụ", "same 2021 2022", "base_phrase=abbreviated", "tăng 02 vụ so với CKNT" },
        { "a 3 1 vụ", "same 2021 2022", "base_phrase=dated", "tăng 02 vụ so với cùng kỳ năm 2021" },
        { "a 3 1 vụ", "same 2021 2022", "base_phrase=year", "tăng 02 vụ so với năm 2021" },
        { "a 3 1 vụ", "same 2022-S1 2023-S1", "base_phrase=year", "tăng 02 vụ so với 6 tháng đầu năm 2022" },
        { "a 3 1 vụ", "same 2022-S1 2023-S1", "base_phrase=dated", "tăng 02 vụ so với cùng kỳ năm 2022" },
        { "a 3 1 vụ", "same 2018-12-15/2019-12-14 2019-12-15/2020-12-14", "base_phrase=dated",
          "tăng 02 vụ so với cùng kỳ năm 2018" },
        { "a 3 1 vụ", "same 2018-12-15/2019-12-14 2019-12-15/2020-12-14", "base_phrase=year",
          "tăng 02 vụ so với từ ngày 15/12/2018 đến ngày 14/12/2019" },
        { "a 3 1 vụ", "same", "base_phrase=dated", "tăng 02 vụ so với cùng kỳ năm trước" },
        { "a 3 1 vụ", "same", "base_phrase=year", "tăng 02 vụ so với cùng kỳ năm trước" },
        { "a 3 1 vụ", "same 2021 2022 out", "", "tăng 02 vụ" },
        { "a 3 1 vụ", "previous 2021 2022", "", "tăng 02 vụ so với năm trước" },
        { "a 3 1 vụ", "previous 2021 2022", "base_phrase=full-then-abbreviated", "tăng 02 vụ so với năm trước" },
        { "a 3 1 vụ", "previous 2022-08 2022-09", "base_phrase=short", "tăng 02 vụ so với kỳ trước" },
        { "a 3 1 vụ", "previous 2022-08 2022-09", "base_phrase=dated", "tăng 02 vụ so với tháng 8 năm 2022" },
        { "a 3 1 vụ", "previous 2022-08 2022-09", "base_phrase=abbreviated", "tăng 02 vụ so với tháng 8 năm 2022" },
        { "a 3 1 vụ", "previous", "base_phrase=year", "tăng 02 vụ so với kỳ trước" },
        { "a 3 1 vụ", "period 2020-Q1 2022-Q1", "base_phrase=short", "tăng 02 vụ so với quý I năm 2020" },
        { "a 3 1 vụ", "period 2011/P5Y 2016/P5Y", "", "tăng 02 vụ so với giai đoạn 2011-2015" },
        { "a 3 1 vụ", "same 2021 2022 kinds=15/17_xã,_thị_trấn", "base_phrase=short",
          "tăng 02 vụ so với cùng kỳ, kỳ gốc theo báo cáo của 15/17 xã, thị trấn" },
        { "a 3 1 vụ", "same 2021 2022 out kinds=5/7_khối_1", "", "tăng 02 vụ, kỳ gốc theo báo cáo của 5/7 khối 1" },
    };
    RUN(rows);
}

static void the_base_value_is_shown(void)
{
    static const PhraseCase rows[] = {
        { "a 174 132 đơn", "same", "show_base=yes", "tăng 42 đơn so với cùng kỳ năm trước (cùng kỳ 132 đơn)" },
        { "a 5 3 vụ|a 2 6 người", "same 2021 2022", "show_base=yes base_phrase=dated",
          "tăng 02 vụ và giảm 04 người so với cùng kỳ năm 2021 (cùng kỳ 03 vụ và 06 người)" },
        { "a 5 3 vụ|a 2 6 người|a 1 1 đoàn", "same", "show_base=yes base_phrase=short verb=elide",
          "tăng 02 vụ, giảm 04 người, số đoàn không thay đổi so với cùng kỳ (cùng kỳ 03 vụ, 06 người và 01 đoàn)" },
        { "a 4 3 thôn, tổ dân phố|a 2 6 xã", "same", "show_base=yes base_phrase=short",
          "tăng 01 thôn, tổ dân phố; giảm 04 xã so với cùng kỳ (cùng kỳ 03 thôn, tổ dân phố; 06 xã)" },
        { "f 805/1000 793/1000 %", "same", "show_base=yes base_phrase=short",
          "tăng 1,2 điểm phần trăm so với cùng kỳ (từ 79,3% lên 80,5%)" },
        { "f 805/1000 793/1000 %", "same several", "show_base=yes base_phrase=short",
          "tăng 1,2 điểm phần trăm so với cùng kỳ (cùng kỳ 79,3%)" },
        { "f 805/1000 793/1000 %|a 7 6 vụ", "same", "show_base=yes base_phrase=short",
          "tăng 1,2 điểm phần trăm và tăng 01 vụ so với cùng kỳ (cùng kỳ 79,3% và 06 vụ)" },
        { "t 209 230 xã", "same", "show_base=yes base_phrase=short", "giảm 21 xã so với cùng kỳ (từ 230 xuống còn 209)" },
        { "t 9 9 xã", "same", "show_base=yes base_phrase=short", "không thay đổi so với cùng kỳ (cùng kỳ 09 xã)" },
        { "r 350/100 320/100 người/hộ", "same", "show_base=yes base_phrase=short",
          "tăng 0,3 người/hộ so với cùng kỳ (từ 3,2 người/hộ lên 3,5 người/hộ)" },
        { "k 15/63 36/63 bậc", "same", "show_base=yes base_phrase=short",
          "tăng 21 bậc so với cùng kỳ (cùng kỳ thứ 36/63)" },
        { "a 174 132 đơn", "period 2020 2022", "show_base=yes", "tăng 42 đơn so với năm 2020 (năm 2020: 132 đơn)" },
        { "a 174 132 đơn", "previous 2021 2022", "show_base=yes base_phrase=year",
          "tăng 42 đơn so với năm 2021 (năm trước 132 đơn)" },
        { "a 250 100 đơn", "same", "form=times show_base=yes", "gấp 2,5 lần cùng kỳ năm trước (cùng kỳ 100 đơn)" },
        { "a 174 132 đơn hedge=khoảng", "same", "show_base=yes", "tăng 42 đơn so với cùng kỳ năm trước (cùng kỳ khoảng 132 đơn)" },
        { "a 174 132 đơn", "plan", "show_base=yes", "đạt 131,8% kế hoạch" },
    };
    RUN(rows);
}

static void a_plan_has_its_own_words(void)
{
    static const PhraseCase rows[] = {
        { "a 1007 1000 đơn", "plan 2022 2022", "", "đạt 100,7% kế hoạch" },
        { "a 538 1000 đồng", "plan 2022 2022-S1 year words=dự_toán", "", "đạt 53,8% dự toán năm" },
        { "a 538 1000 đồng", "plan 2022 2022-S1 year", "", "đạt 53,8% kế hoạch năm" },
        { "a 538 1000 đồng", "plan 2022 2022-S1 year words=dự_toán{}_Trung_ương_giao", "",
          "đạt 53,8% dự toán năm Trung ương giao" },
        { "a 538 1000 đồng", "plan 2022 2022 words=dự_toán{}_Trung_ương_giao", "", "đạt 53,8% dự toán Trung ương giao" },
        { "a 538 1000 đồng", "plan 2022-S1 2022-03", "", "đạt 53,8% kế hoạch 6 tháng đầu năm 2022" },
        { "a 538 1000 đồng", "plan 2022 2022 words=Kế_hoạch_số_87", "", "đạt 53,8% Kế hoạch số 87" },
        { "a 6712 10000 đơn", "plan", "percent_decimals=2", "đạt 67,12% kế hoạch" },
        { "a 12 10 đơn|a 9 10 vụ", "plan", "", "số đơn đạt 120% kế hoạch và số vụ đạt 90% kế hoạch" },
        { "a 12 10 đơn|a 9 10 vụ", "plan", "verb=elide", "số đơn đạt 120% kế hoạch, số vụ đạt 90% kế hoạch" },
        { "a 12 10 đơn|p 45.5 50.0 %|s 8.1 9.0 điểm", "plan", "shape=first",
          "số đơn đạt 120% kế hoạch, tỷ lệ đạt 91% kế hoạch và điểm số đạt 90% kế hoạch" },
        { "a 12 10 đơn", "plan", "shape=first", "đạt 120% kế hoạch" },
        { "f 91/100 96/100 %", "plan", "", "đạt 94,8% kế hoạch" },
        { "a -5 100 tỷ đồng", "plan", "", "đạt -5% kế hoạch" },
    };
    RUN(rows);
}

static void the_base_stands_first(void)
{
    static const PhraseCase rows[] = {
        { "a 174 132 đơn", "same 2021 2022", "shape=first base_phrase=dated percent=alone",
          "so với cùng kỳ năm 2021, số đơn tăng 31,8%" },
        { "a 174 132 lượt tiếp|a 163 100 vụ việc", "same 2021 2022", "shape=first base_phrase=dated percent=alone",
          "so với cùng kỳ năm 2021, số lượt tiếp tăng 31,8%, số vụ việc tăng 63%" },
        { "a 174 132 đơn", "same", "shape=first percent=brackets",
          "so với cùng kỳ năm trước, số đơn tăng 42 đơn (31,8%)" },
        { "a 9 4 đơn|a 8 2 vụ", "same", "shape=first verb=elide base_phrase=short",
          "so với cùng kỳ, số đơn tăng 05 đơn, số vụ tăng 06 vụ" },
        { "a 9 9 đơn|a 8 8 vụ", "same", "shape=first base_phrase=short",
          "so với cùng kỳ, số đơn không thay đổi, số vụ không thay đổi" },
        { "f 1/2 1/4 %|k 3 9 bậc|s 7.5 7.0 điểm|r 7/2 3/1 người/hộ", "same", "shape=first base_phrase=short",
          "so với cùng kỳ, tỷ lệ tăng 25 điểm phần trăm, thứ hạng tăng 6 bậc, điểm số tăng 0,5 điểm, tỷ lệ tăng 0,5 người/hộ" },
        { "k 3 3 bậc", "period 2022 2023", "shape=first", "so với năm 2022, giữ nguyên thứ hạng" },
        { "a 250 100 đơn", "same", "shape=first form=times base_phrase=short", "so với cùng kỳ, số đơn gấp 2,5 lần" },
        { "a 95 100 đơn", "same", "shape=first form=index base_phrase=short", "so với cùng kỳ, số đơn bằng 95%" },
        { "a 95 100 đơn", "same out", "shape=first base_phrase=short", "số đơn giảm 05 đơn" },
        { "a 4 3 thôn, tổ dân phố|a 2 6 xã", "same", "shape=first base_phrase=short",
          "so với cùng kỳ, số thôn, tổ dân phố tăng 01 thôn, tổ dân phố; số xã giảm 04 xã" },
        { "a 95 100 đơn", "same kinds=3/4_xã", "shape=first show_base=yes base_phrase=short",
          "so với cùng kỳ, số đơn giảm 05 đơn, kỳ gốc theo báo cáo của 3/4 xã (cùng kỳ 100 đơn)" },
    };
    RUN(rows);
}

static void numbers_are_padded_by_class(void)
{
    static const PhraseCase rows[] = {
        { "a 9 0 đơn", "same out", "", "tăng 09 đơn" },
        { "a 10 0 đơn", "same out", "", "tăng 10 đơn" },
        { "a 9 0 đơn", "same out", "leading_zero=off", "tăng 9 đơn" },
        { "a 9 0 tỷ đồng", "same out", "", "tăng 9 tỷ đồng" },
        { "a 9 0 tỷ đồng", "same out", "leading_zero=all", "tăng 09 tỷ đồng" },
        { "k 2 9 bậc", "same out", "", "tăng 7 bậc" },
        { "k 2 9 bậc", "same out", "leading_zero=all", "tăng 07 bậc" },
        { "s 9.0 7.0 điểm", "same out", "leading_zero=all", "tăng 2 điểm" },
        { "f 9/100 7/100 %", "same out", "leading_zero=all", "tăng 2 điểm phần trăm" },
        { "a 104 100 đơn", "same out", "leading_zero=all percent=brackets", "tăng 04 đơn (4%)" },
        { "a 500 100 đơn", "same", "form=times leading_zero=all base_phrase=short", "gấp 5 lần cùng kỳ" },
        { "a 9 8 đơn", "same kinds=3/4_xã", "leading_zero=all base_phrase=short",
          "tăng 01 đơn so với cùng kỳ, kỳ gốc theo báo cáo của 3/4 xã" },
        { "a 123456789 1 đơn", "same out", "", "tăng 123.456.788 đơn" },
    };
    RUN(rows);
}

static void english_comes_from_the_same_tables(void)
{
    static const PhraseCase rows[] = {
        { "a 428 241 visits", "same", "language=en", "up 187 visits on the same period last year" },
        { "a 428 241 visits", "same 2021 2022", "language=en percent=brackets base_phrase=dated",
          "up 187 visits (77.6%) on the same period of 2021" },
        { "a 1428 4 visits|a 3 9 cases", "same", "language=en base_phrase=abbreviated",
          "up 1,424 visits and down 6 cases on the same period last year" },
        { "a 5 5 visits", "same", "language=en", "unchanged from the same period last year" },
        { "a 963 1000 visits", "same", "language=en form=index", "96.3% of the same period last year" },
        { "a 250 100 visits", "same", "language=en form=times", "2.5 times the same period last year" },
        { "f 805/1000 793/1000 %", "same", "language=en", "up 1.2 percentage points on the same period last year" },
        { "f 80/100 79/100 %", "same out", "language=en", "up 1 percentage point" },
        { "k 15/63 36/63 places", "period 2021 2022", "language=en", "up 21 places on 2021" },
        { "k 3 2 places", "previous 2021 2022", "language=en", "down 1 place on the previous year" },
        { "k 3 3 places", "previous 2022-08 2022-09", "language=en", "rank unchanged from the previous period" },
        { "a 1007 1000 jobs", "plan", "language=en", "100.7% of plan" },
        { "a 538 1000 dong", "plan 2022 2022-S1 year", "language=en", "53.8% of the year's plan" },
        { "a 538 1000 dong", "plan 2022-S1 2022-03", "language=en", "53.8% of plan for the first half of 2022" },
        { "a 12 10 jobs|a 9 10 cases", "plan", "language=en", "jobs at 120% of plan and cases at 90% of plan" },
        { "a 963 1000 jobs|a 9 10 cases", "same", "language=en form=index",
          "at 96.3% in jobs and at 90% in cases of the same period last year" },
        { "a 10001 10000 jobs", "same", "language=en percent=alone", "up less than 0.1% on the same period last year" },
        { "a 5 5 jobs|a 9 10 cases", "period 2022-S1 2023-S1", "language=en",
          "jobs unchanged and down 1 cases on the first half of 2022" },
        { "a 5 7 jobs|a 9 10 cases", "same", "language=en shape=first percent=brackets",
          "compared with the same period last year, jobs down 2 (28.6%), cases down 1 (10%)" },
        { "a 174 132 petitions", "same kinds=15/17_communes", "language=en show_base=yes",
          "up 42 petitions on the same period last year, base from 15 of 17 communes (132 petitions a year earlier)" },
        { "f 805/1000 793/1000 %", "same", "language=en show_base=yes",
          "up 1.2 percentage points on the same period last year (from 79.3% to 80.5%)" },
        { "a 5 5 jobs", "same", "language=en unchanged=the_same_as", "the same as the same period last year" },
    };
    RUN(rows);
}

static void spans_tell_item_and_role(void)
{
    static const struct {
        const char *digits;
        uint32_t item;
        QcdcRole role;
    } wanted[] = {
        { "06", 0, QCDC_ROLE_DIFFERENCE },     { "8,5%", 0, QCDC_ROLE_PERCENT }, { "01", 1, QCDC_ROLE_DIFFERENCE },
        { "3", 1, QCDC_ROLE_WORDS },           { "dưới 0,1%", 1, QCDC_ROLE_PERCENT },
        { "2021", 0, QCDC_ROLE_BASE_PERIOD },  { "5", 0, QCDC_ROLE_VALUED },     { "17", 0, QCDC_ROLE_EXPECTED },
        { "9", 0, QCDC_ROLE_WORDS },           { "71", 0, QCDC_ROLE_BASE },      { "10.000", 1, QCDC_ROLE_BASE },
        { "3", 1, QCDC_ROLE_WORDS },
    };
    PhraseRow row;
    char buffer[PHRASE_ROW_TEXT];
    QcdcPhraseSpan spans[12];
    QcdcPhraseText text = { buffer, sizeof buffer, 0, spans, 12, 0 };
    phrase_row_read(&row, "a 77 71 đơn|a 10001 10000 vụ khu 3", "same 2021 2022 kinds=5/17_khối_9",
                    "percent=brackets base_phrase=dated show_base=yes");
    CU_ASSERT_EQUAL_FATAL(phrase_row_write(&row, &text, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(text.span_count, 12);
    for (size_t i = 0; i < text.span_count; i++) {
        char digits[32];
        snprintf(digits, sizeof digits, "%.*s", (int)(spans[i].end - spans[i].start), buffer + spans[i].start);
        expect_text("span", digits, wanted[i].digits);
        expect_number(wanted[i].digits, spans[i].role, wanted[i].role);
        expect_number(wanted[i].digits, spans[i].item, wanted[i].item);
    }
}

/* What is wrong is said, and the text stays as it was. */
static void expect_refused(const PhraseRow *row, QcdcStatus wanted, const char *name)
{
    char buffer[16] = "as it was";
    QcdcPhraseText text = { buffer, sizeof buffer, 77, NULL, 0, 78 };
    QcdcError error = { .status = QCDC_OK };
    expect_number(name, phrase_row_write(row, &text, &error), wanted);
    expect_number(name, error.status, wanted);
    expect(error.text[0] != '\0', name, "no message");
    expect(text.length == 77 && text.span_count == 78 && strcmp(buffer, "as it was") == 0, name, "the text was touched");
}

static void what_cannot_be_told_is_refused(void)
{
    PhraseRow row, good;
    phrase_row_read(&good, "a 9 4 đơn|a 8 2 vụ", "same", "");
    phrase_row_read(&row, "k 15/63 12/60 bậc", "same", "");
    expect_refused(&row, QCDC_STATUS_REFUSED, "another field");
    phrase_row_read(&row, "a 9 0 đơn", "plan", "");
    expect_refused(&row, QCDC_STATUS_REFUSED, "plan 0");
    QcdcError named = { 0 };
    QcdcPhraseText nowhere = { .buffer = NULL };
    expect_number("plan 0", phrase_row_write(&row, &nowhere, &named), QCDC_STATUS_REFUSED);
    expect_number("plan 0 by name", named.refusal, QCDC_REFUSAL_PLAN_BASE);
    row = good, row.items[1].change.refusal = QCDC_REFUSAL_BREAK;
    expect_refused(&row, QCDC_STATUS_REFUSED, "across a break");
    phrase_row_read(&row, "a 9 4 đơn", "period", "");
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "period without a period");
    row = good, row.count = 0;
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "no items");
    row = good, row.count = 65;
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "65 items");
    row = good, row.items[1].change.current.state = QCDC_FIGURE_MISSING;
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "no current value");
    row = good, row.items[1].change.base.state = QCDC_FIGURE_ABSENT;
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "no base value");
    row = good, row.items[1].change.direction = QCDC_DIRECTION_UNKNOWN;
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "not measured");
    row = good, row.items[0].change.difference.coefficient = INT64_MIN;
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "a difference out of range");
    row = good, row.items[0].change.base.is_fraction = 1;
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "a denominator of 0");
    row = good, row.items[0].measure = NULL;
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "no measure");
    row = good, row.items[0].decimals = 10;
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "ten decimals");
    row = good, row.style.verb = (QcdcVerb)9;
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "a verb that is none");
    row = good, row.style.size = 3;
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "a style of another size");
    row = good, row.base.base = QCDC_BASE_END;
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "a base that is none");
    row = good, row.shape = QCDC_PHRASE_SHAPE_END;
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "a shape that is none");
    memset(row.style.unchanged, 'x', sizeof row.style.unchanged);
    expect_refused(&row, QCDC_STATUS_ARGUMENT, "words without an end");
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "the three examples come out", the_three_examples_come_out },
        { "one change is told in each form", one_change_is_told_in_each_form },
        { "no percent stands where there is none", no_percent_stands_where_there_is_none },
        { "nothing reads 0 or 100 that is not", nothing_reads_zero_or_hundred_that_is_not },
        { "ratios, scores and ranks have their measures", ratios_scores_and_ranks_have_their_measures },
        { "several changes form one list", several_changes_form_one_list },
        { "the base is called by the style", the_base_is_called_by_the_style },
        { "the base value is shown", the_base_value_is_shown },
        { "a plan has its own words", a_plan_has_its_own_words },
        { "the base stands first", the_base_stands_first },
        { "numbers are padded by class", numbers_are_padded_by_class },
        { "English comes from the same tables", english_comes_from_the_same_tables },
        { "spans tell item and role", spans_tell_item_and_role },
        { "what cannot be told is refused", what_cannot_be_told_is_refused },
    };
    return SUITE_RUN("phrase", tests, argc, argv);
}
