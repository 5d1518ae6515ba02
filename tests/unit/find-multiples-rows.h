/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef FIND_MULTIPLES_ROWS_H
#define FIND_MULTIPLES_ROWS_H

#include "claim-rows.h"

/* What is read of multiples and contributions; no claim is an empty text. */

static const ClaimRow index_rows[] = {
    {"Khu vực dịch vụ đóng góp 3,06 điểm phần trăm vào mức tăng chung 7,2%, tức 42,5%.", "contribution whole=7.2 points=3.06 share=42.5 up consistent"},
    {"Khu vực dịch vụ đóng góp 3,06 điểm phần trăm vào mức tăng chung 7,2%, chiếm 45,2% GRDP.", "contribution whole=7.2 points=3.06 up uncheckable"},
    {"Nhận 963 đơn, bằng 96,3% so với cùng kỳ năm trước (1.000 đơn).",
     "index now=963 base=1000 pct=96.3 consistent"},
    {"Nhận 963 đơn, bằng 93,6% so với cùng kỳ năm trước (1.000 đơn).",
     "index now=963 base=1000 pct=93.6 inconsistent swapped-digits"},
    {"Nhận 963 đơn, bằng 96,3% cùng kỳ.",
     "index now=963 pct=96.3 uncheckable"},
    {"Nhận 963 đơn, đạt 96,3% so với cùng kỳ năm trước.",
     "index now=963 pct=96.3 uncheckable"},
    {"Khách đạt 2.500 lượt, gấp 2,5 lần cùng kỳ năm trước (1.000 lượt).",
     "index now=2500 base=1000 pct=2.5 consistent"},
    {"Khách đạt 2.500 lượt, gấp 3,5 lần cùng kỳ năm trước (1.000 lượt).",
     "index now=2500 base=1000 pct=3.5 inconsistent"},
    {"Doanh thu tăng gấp đôi so với cùng kỳ, đạt 200 tỷ đồng.",
     "index now=200000000000 pct=2 uncheckable"},
    {"Doanh thu đạt 350 tỷ đồng, tăng 2,5 lần so với năm 2020.",
     "index now=350000000000 pct=2.5 uncheckable; change_rel now=350000000000 pct=250.0 up or uncheckable"},
    {"Doanh thu đạt 350 tỷ đồng, tăng 2,5 lần so với năm 2020 (100 tỷ đồng).",
     "change_rel now=350000000000 base=100000000000 pct=250.0 up consistent"},
    {"Doanh thu đạt 250 tỷ đồng, tăng 2,5 lần so với năm 2020 (100 tỷ đồng).",
     "index now=250000000000 base=100000000000 pct=2.5 consistent"},
    {"Khai khoáng bằng 98,1%; điện bằng 103,2% so cùng kỳ.",
     "index pct=98.1 uncheckable; index pct=103.2 uncheckable"},
    {"Nhận 24 đơn; so với bình quân chung toàn tỉnh, số đơn bằng 36% (bình quân chung toàn tỉnh: 66,7 đơn).",
     "index now=24 base=66.7 pct=36 consistent"},
    {"Bằng cấp 2, bằng 35% tổng số.",
     ""},
    {"Khu vực công nghiệp đóng góp 2,33 điểm phần trăm vào mức tăng chung 7,1%.",
     "contribution whole=7.1 points=2.33 up uncheckable"},
    {"Trong mức tăng 7,1% của GRDP, khu vực công nghiệp đóng góp 2,33 điểm phần trăm (32,8%); khu vực dịch vụ đóng góp 38,24%.",
     "contribution whole=7.1 points=2.33 share=32.8 up consistent; contribution whole=7.1 share=38.24 up uncheckable"},
    {"Trong mức tăng 7,1% của GRDP, khu vực công nghiệp đóng góp 2,33 điểm phần trăm (38,2%).",
     "contribution whole=7.1 points=2.33 share=38.2 up inconsistent swapped-digits"},
    {"Khu vực dịch vụ đóng góp 2,8 điểm phần trăm, chiếm 40% mức tăng trưởng chung 7,0%.",
     "contribution whole=7.0 points=2.8 share=40 up consistent"},
    {"Nông nghiệp làm giảm 0,61 điểm phần trăm trong mức tăng chung.",
     "contribution points=0.61 down uncheckable"},
    {"Nhân dân đóng góp 12,5 tỷ đồng và 3.000 ngày công; đóng góp 45 ý kiến.",
     ""},
    {"Có 42 hộ, bằng 35% so với tổng số hộ.",
     ""},
    {"Có 42 hộ, bằng 35% so với năm 2020 (120 hộ).",
     "index now=42 base=120 pct=35 consistent"},
    {"Có 42 hộ, bằng 35% kế hoạch (120 hộ).",
     "plan_attainment actual=42 plan=120 pct=35 reaches consistent"},
    {"Sản xuất 1.250 triệu kWh, bằng 112,3% so với cùng kỳ và bằng 52,1% kế hoạch.",
     "index now=1250000000 pct=112.3 uncheckable; plan_attainment actual=1250000000 pct=52.1 reaches uncheckable"},
    {"Nhận 217 đơn, tăng 8% = chưa rõ.", /* an equals sign that brings nothing (found by fuzzing) */
     "change_rel now=217 pct=8 up uncheckable"},
    {"Xảy ra 54 vụ, làm chết 31 người, bị thương 46 người. So với cùng kỳ năm trước (60 vụ, chết 28 người, bị thương 49 người), số vụ giảm 6 vụ "
     "(10%), số người chết tăng 3 người, số người bị thương giảm 3 người.",
     "change_rel now=54 base=60 delta=6 pct=10 down consistent; change_abs now=31 base=28 delta=3 up consistent; "
     "change_abs now=46 base=49 delta=3 down consistent"},
    {"Xảy ra 54 vụ, 31 người chết, 46 người bị thương (giảm 6 vụ, tăng 3 người chết, giảm 3 người bị thương so với cùng kỳ, tương ứng giảm 10%, "
     "tăng 10,7% và giảm 6,1%).",
     "change_rel now=54 delta=6 pct=10 down consistent; change_rel now=31 delta=3 pct=10.7 up consistent; "
     "change_rel now=46 delta=3 pct=6.1 down consistent"},
    {"Lập biên bản 6.300 trường hợp, phạt 9,5 tỷ đồng, tăng 1.100 trường hợp và 2,1 tỷ đồng so với cùng kỳ (5.200 trường hợp, 7,4 tỷ đồng).",
     "change_abs now=6300 base=5200 delta=1100 up consistent; change_abs now=9500000000 base=7400000000 delta=2100000000 up consistent"},
    {"Có 402 con, tăng 19 con (383 con); có 118 con, giảm 3 con (115 con).", /* a bare bracket is the base only where it fits */
     "change_abs now=402 base=383 delta=19 up consistent; change_abs now=118 delta=3 down uncheckable"},
    {"Trồng mới 820 ha rừng/kế hoạch 750 ha, đạt 109,3% KH.",
     "plan_attainment actual=820 plan=750 pct=109.3 reaches consistent"},
    {"Giải ngân 342 tỷ đồng trên tổng kế hoạch vốn 450 tỷ đồng, đạt 67%.",
     "plan_attainment actual=342000000000 plan=450000000000 pct=67 reaches inconsistent swapped-digits"},
    {"Thu 118 tỷ đồng, vượt 13 tỷ đồng so với dự toán được giao (105 tỷ đồng), tương ứng đạt 112,4% dự toán.",
     "plan_attainment actual=118000000000 plan=105000000000 excess=13000000000 exceeds consistent; "
     "plan_attainment actual=118000000000 plan=105000000000 pct=112.4 reaches consistent"},
    {"Thu 118 tỷ đồng, vượt 13 tỷ đồng so với dự toán Trung ương giao (105 tỷ đồng), đạt 98,5% dự toán tỉnh giao.", /* another plan */
     "plan_attainment actual=118000000000 plan=105000000000 excess=13000000000 exceeds consistent; "
     "plan_attainment actual=118000000000 pct=98.5 reaches uncheckable"},
    {"Đón 5.184 lượt khách, gấp 3,2 lần năm 2021 (1.620 lượt).",
     "index now=5184 base=1620 pct=3.2 consistent"},
    {"Thu 1.974 tỷ đồng, gấp 2,1 lần dự toán (940 tỷ đồng).",
     "index now=1974000000000 base=940000000000 pct=2.1 consistent"},
    {"Nhận 120 đơn, tăng 20 đơn, trong đó: khiếu nại 60 đơn so với 50 đơn của năm trước.", /* the base of a part */
     "change_abs now=120 delta=20 up uncheckable"},
    {"Có 5 120 hộ đạt.\n\nTổ 5 120 hộ đạt, tăng 20 hộ so với năm 2021 (100 hộ).", /* a name's number before the figure, behind the first passage */
     "change_abs now=120 base=100 delta=20 up consistent"},
    {"Vốn đăng ký cấp mới 1.900 tỷ đồng, điều chỉnh tăng 450 tỷ đồng và góp vốn 100 tỷ đồng.", ""}, /* how much was added */
    {"Dự toán chi 2.450 tỷ đồng, điều chỉnh tăng 450 tỷ đồng so với đầu năm.", "change_abs now=2450000000000 delta=450000000000 up uncheckable"},
    {"Khởi tố 176 vụ án/425 bị can (tăng 13,5% về số vụ và 32,8% về số bị can so với cùng kỳ).",
     "change_rel now=176 pct=13.5 up uncheckable; change_rel now=425 pct=32.8 up uncheckable"},
    {"Mỗi ngày trung bình có 25,1 người chết; so với cùng kỳ đã giảm 120 vụ (giảm 3,46%), giảm 64 người chết (giảm 4,08%).",
     "change_rel delta=120 pct=3.46 down uncheckable; change_rel delta=64 pct=4.08 down uncheckable"},
    {"Tặng 100.000 đồng/khách, giảm 80% (tối đa 30.000 đồng).", "change_rel now=100000 pct=80 down uncheckable"},
    {"Thưởng cán bộ cấp cao hơn 5 tỷ đồng, tăng 25% so với cùng kỳ (4 tỷ đồng).",
     "change_rel now=5000000000 base=4000000000 pct=25 up consistent"},
    {"Thu 70.000 tỷ đồng, tăng 15.700 tỷ đồng, tương đương 0,3% GRDP.", "change_abs now=70000000000000 delta=15700000000000 up uncheckable"},
    {"Thu 70.000 tỷ đồng, tăng 14.000 tỷ đồng, tương đương 25% so với cùng kỳ.", "change_rel now=70000000000000 delta=14000000000000 pct=25 up consistent"},
    {"Chi 5,19 nghìn tỷ yên (45,76 tỷ USD), tăng 1,3%.", "change_rel now=5190000000000 pct=1.3 up uncheckable"},
    {"Mua 40.000 máy, tăng 25% so với 312 phi đội hiện có.", "change_rel now=40000 pct=25 up uncheckable"}, /* the base counts something else */
    {"Lợi nhuận đạt 477 tỷ đồng, giảm 50% so với con số 1.027 cùng kỳ.", "change_rel now=477000000000 pct=50 down uncheckable"},
    {"Tốc độ tăng của 500 doanh nghiệp lớn nhất đạt mức cao (tăng 21,8%).", "change_rel pct=21.8 up uncheckable"},
    {"Số phòng tăng từ 96 phòng thành 140 phòng, giảm 86 phòng so với hiện trạng.",
     "reduction_from_to from=96 to=140 uncheckable; change_abs now=140 delta=86 down uncheckable"},
    {"Số phòng giảm từ 140 phòng xuống 96 phòng, giảm 86 phòng so với năm 2021.", "reduction_from_to from=140 to=96 delta=86 down inconsistent"},
    {"Tỉnh tăng từ 401 lên 351.", ""}, /* places */
    {"Số hộ giảm từ 16.000 xuống 21.200 hộ.", "reduction_from_to from=16000 to=21200 down inconsistent"},
    {"Doanh thu 3,887 tỷ đồng, gấp 2,7 lần so với đơn vị đứng thứ 2.", "index now=3887000000 pct=2.7 uncheckable"},
    {"Có 500 trung tâm, ít hơn gấp 3 lần so với con số 1.800.", ""},
    {"Thu nhập đạt 5.538 USD, gấp 5 lần so với năm 2000 (năm 2014 đạt 5.131 USD).", "index now=5538 pct=5 uncheckable"},
    {"Thu nhập đạt 5.538 USD, gấp 5 lần so với năm 2000 (năm 2000 đạt 5.131 USD).", "index now=5538 base=5131 pct=5 inconsistent"},
    {"Dầu diesel giảm 67 đồng/lít, còn 18.544 đồng/lít; dầu hỏa không thay đổi so với kỳ trước là 17.086 đồng/lít.",
     "change_abs now=18544 delta=67 down uncheckable"},
    {"Thu nhập tăng gấp đôi, từ 11 triệu đồng lên 22 triệu đồng.",
     "index now=22000000 base=11000000 pct=2 consistent"},
    {"Thu nhập tăng gấp ba, từ 11 triệu đồng lên 22 triệu đồng.",
     "index now=22000000 base=11000000 pct=3 inconsistent"},
    {"Năng suất tăng 2,5 lần, từ 12 tạ lên 30 tạ.",
     "index now=30 base=12 pct=2.5 consistent"},
    {"Thu nhập tăng gấp đôi, từ năm 2016 xã có 22 hợp tác xã.",
     "index pct=2 uncheckable"},
    {"Kim ngạch đạt 4.980 triệu USD, tăng 109,2% (4.560 triệu USD).",
     "change_rel now=4980000000 base=4560000000 pct=109.2 up inconsistent index-for-growth"},
    {"Kim ngạch đạt 4.980 triệu USD, tăng 9,2% (4.560 triệu USD).",
     "change_rel now=4980000000 base=4560000000 pct=9.2 up consistent"},
    {"Kim ngạch đạt 4.980 triệu USD, tăng 9,2% (420 triệu USD).",
     "change_rel now=4980000000 delta=420000000 pct=9.2 up consistent"},
    {"Chi phí tăng 104 tỷ đồng (hiện có 657/689 hộ đã nhận tiền).", "change_abs delta=104000000000 up uncheckable"},
    {"Lợi nhuận đạt 1.420 tỷ đồng, bằng khoảng 68% so với cùng kỳ năm 2018 (giảm 670 tỷ đồng).",
     "index now=1420000000000 pct=68 uncheckable; change_abs now=1420000000000 delta=670000000000 down uncheckable"},
    {"Có 133 lượt dự án với tổng vốn đăng ký tăng thêm 700,3 triệu USD, bằng 92,2% so với cùng kỳ năm 2017.", "index now=700300000 pct=92.2 uncheckable"},
    {"Chỉ số Nikkei giảm 0,72%, ASX 200 của Úc giảm 0,21%, chỉ số B giảm 1,21%.",
     "change_rel pct=0.72 down uncheckable; change_rel pct=0.21 down uncheckable; change_rel pct=1.21 down uncheckable"},
    /* of the figure before that fits */
    {"Đón 360.000 lượt khách, nước A 144.000 lượt, nước B 36.000 lượt, gấp 1,5 lần cùng kỳ (240.000 lượt).",
     "index now=360000 base=240000 pct=1.5 consistent"},
    {"Đón 360.000 lượt khách, nước A 144.000 lượt, nước B 36.000 lượt, gấp 1,7 lần cùng kỳ (240.000 lượt).",
     "index now=36000 base=240000 pct=1.7 inconsistent"},
    /* no figure stands behind the time that heads the clause */
    {"Có 12 vụ, cùng kỳ: tăng gấp đôi.", "index pct=2 uncheckable"},
    {"Có 12 vụ, năm 2023: tăng gấp đôi năm 2022", "index pct=2 uncheckable"},
};

#endif
