/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef FIND_COMPARISONS_ROWS_H
#define FIND_COMPARISONS_ROWS_H

#include "claim-rows.h"

/* Changes by several comparisons, and the brackets that show what each of them is with. */

static const ClaimRow comparison_rows[] = {
    {"Huyện A nhận 36 đơn, cao hơn 14 đơn so với bình quân chung (bình quân chung: 22 đơn), tăng 200% so với năm trước (năm trước 12 đơn).",
     "change_abs now=36 base=22 delta=14 up consistent; change_rel now=36 base=12 pct=200 up consistent"},
    {"Huyện A nhận 36 đơn, cao hơn 14 đơn so với bình quân chung (bình quân chung: 22 đơn), tăng 300% so với năm trước (năm trước 12 đơn).",
     "change_abs now=36 base=22 delta=14 up consistent; change_rel now=36 base=12 pct=300 up inconsistent index-for-growth"},
    {"Bệnh viện tiếp 90 lượt với 20 vụ (cao hơn 4 vụ so với bình quân chung, tăng 12,5% số lượt so với năm trước).",
     "change_rel now=90 pct=12.5 up uncheckable; change_abs now=20 delta=4 up uncheckable"},
    {"Trạm thu 120 mẫu nước, thấp hơn 30 mẫu so với Trạm số 3 (Trạm số 3: 150 mẫu).",
     "change_abs now=120 base=150 delta=30 down consistent"},
    {"Trạm thu 120 mẫu nước, thấp hơn 40 mẫu so với Trạm số 3 (Trạm số 3: 150 mẫu).",
     "change_abs now=120 base=150 delta=40 down inconsistent"},
    {"Tiếp 250 lượt với 88 vụ; so với năm trước, số lượt bằng 97,7%; số vụ tăng 10% (năm trước 256 lượt; 80 vụ).",
     "index now=250 pct=97.7 uncheckable; change_rel now=88 base=80 pct=10 up consistent"},
    {"Tiếp 250 lượt với 88 vụ, việc; so với năm trước, số lượt bằng 97,7%; số vụ, việc tăng 10% (năm trước 256 lượt; 80 vụ, việc).",
     "index now=250 pct=97.7 uncheckable; change_rel pct=10 up uncheckable"},
    {"Khối xã nhận 281 đơn, tăng 59 đơn (26,6%) (chia theo 2 loại: 168 đơn khiếu nại, 113 đơn phản ánh, gấp 2 lần cùng kỳ).",
     "change_rel now=281 delta=59 pct=26.6 up consistent; index now=113 pct=2 uncheckable"},
    {"Doanh thu tăng 3.089.787.967.529,16 triệu đồng (12%) so với năm trước (năm trước: 400 triệu đồng); chi nhánh B thấp hơn 350 triệu đồng (0,1%) so với chi nhánh A.",
     "change_rel delta=350000000 pct=0.1 down uncheckable"},
    {"Số hộ nghèo giảm 169 hộ (từ 428 xuống còn 259), thu 2.007.946.883.463,6 tỷ đồng, giảm bình quân 27,5%/năm.",
     "reduction_from_to from=428 to=259 delta=169 down consistent; growth_rate pct=27.5 down uncheckable"},
    {"Có 34 hộ, cao hơn 21,33 hộ so với bình quân chung (bình quân chung: 12,66 hộ).",
     "change_abs now=34 base=12.66 delta=21.33 up rounding truncated"},
    {"Có 34 hộ, cao hơn 21,32 hộ so với bình quân chung (bình quân chung: 12,66 hộ).",
     "change_abs now=34 base=12.66 delta=21.32 up inconsistent"},
    {"Đội A đạt 704 điểm, cao hơn 352,4 điểm so với bình quân chung (bình quân chung: 352 điểm).",
     "change_abs now=704 base=352 delta=352.4 up rounding"},
    {"Bộ phận A thấp hơn 99,999999999999% so với huyện B (2.560 hộ); còn 43 tỷ đồng, thấp hơn 99,9%.",
     ""},
    {"Tổ A tiếp 99 lượt với 23 vụ (cao hơn 63 lượt; số vụ bằng bình quân chung, bằng 16,9% số lượt; tăng 11 vụ so với năm trước (năm trước 589 lượt; 12 vụ)).",
     "change_abs now=99 delta=63 up uncheckable; change_abs now=23 base=12 delta=11 up consistent"},
    {"Tổ A tiếp 98 lượt với 2 vụ (tăng 48% số lượt); tổ B tiếp 4.582 lượt với 69 vụ (bằng 0,5% số lượt; tăng 1.280% số vụ so với năm 2021 (năm 2021: 999.998 lượt; 5 vụ)).",
     "change_rel now=98 pct=48 up uncheckable; index now=69 pct=0.5 uncheckable; change_rel now=69 base=5 pct=1280 up consistent"},
    {"Tổ A nhận 9 đơn, tăng 2 đơn so với năm 2020 (năm 2020: 7 đơn), làm giảm 33,3% mức giảm chung.",
     "change_abs now=9 base=7 delta=2 up consistent"},
    /* what did not change closes the list of changes: the next bracket is of later ones */
    {"Tiếp 86 lượt với 12 vụ; so với kỳ trước, số lượt giảm 46 lượt; số vụ không thay đổi (kỳ trước 132 lượt; 12 vụ); so với cùng kỳ, số lượt không thay đổi; "
     "số vụ giảm 65 vụ (cùng kỳ 86 lượt; 77 vụ).",
     "change_abs now=86 base=132 delta=46 down consistent; change_abs now=12 base=77 delta=65 down consistent"},
    {"Xã An Khê có 86 hộ nghèo (thấp hơn 3 hộ so với huyện, không thay đổi so với quý III); xã Phú An không còn hộ nghèo (bình quân huyện quý III: 43 hộ, cùng kỳ 40 hộ).",
     "change_abs now=86 delta=3 down uncheckable"},
    {"Giá xăng giảm 67 đồng; giá dầu không đổi (kỳ trước 17.086 đồng).",
     "change_abs delta=67 down uncheckable"},
    /* what it came from may stand above the line */
    {"Toàn tỉnh xảy ra 84 vụ, giảm 7 vụ (91/84) so với cùng kỳ.",
     "change_abs now=84 base=91 delta=7 down consistent"},
    {"Số vụ cháy tăng 31,25% (16/21 vụ).",
     "change_rel now=21 base=16 pct=31.25 up consistent"},
    {"Toàn tỉnh xảy ra 84 vụ, tăng 7 vụ (84/91) so với cùng kỳ.",
     "change_abs now=84 base=91 delta=7 up inconsistent"},
    {"Toàn tỉnh xảy ra 84 vụ, giảm 8 vụ (91/84) so với cùng kỳ.",
     "change_abs now=91 base=84 delta=8 down inconsistent"},
    /* more than before, and of no plan */
    {"Doanh thu đạt 5.230 tỷ đồng, vượt 9,0% so với cùng kỳ (4.800 tỷ đồng).",
     "change_rel now=5230000000000 base=4800000000000 pct=9.0 up consistent"},
    {"Doanh thu đạt 5.230 tỷ đồng, vượt 8,0% so với cùng kỳ (4.800 tỷ đồng).",
     "change_rel now=5230000000000 base=4800000000000 pct=8.0 up inconsistent"},
    {"Doanh thu đạt 5.230 tỷ đồng, vượt 8,0% so với kế hoạch (4.800 tỷ đồng).",
     "plan_attainment actual=5230000000000 plan=4800000000000 excess=8.0 exceeds inconsistent"},
};

#endif
