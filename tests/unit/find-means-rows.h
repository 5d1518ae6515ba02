/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef FIND_MEANS_ROWS_H
#define FIND_MEANS_ROWS_H

#include "claim-rows.h"

/* Means and densities, over what the words name otherwise; no claim is an empty text. */

static const ClaimRow mean_rows[] = {
    /* how often they were there, and those of a level */
    {"Doanh số cho vay 315,6 tỷ đồng với 6.312 lượt hộ vay, bình quân 50 triệu đồng/hộ.",
     "average avg=50000000 total=315600000000 n=6312 consistent"},
    {"Doanh số cho vay 315,6 tỷ đồng với 6.312 lượt hộ vay, bình quân 60 triệu đồng/hộ.",
     "average avg=60000000 uncheckable"},
    {"Toàn tỉnh có 96 đơn vị cấp xã. Các trung tâm tiếp nhận 115.200 hồ sơ, bình quân 1.200 hồ sơ/xã, phường.",
     "average avg=1200 total=115200 n=96 consistent"},
    {"Mở 215 lớp tập huấn cho 9.675 lượt học viên, bình quân 45 học viên/lớp.",
     "average avg=45 total=9675 n=215 consistent"},
    {"Mở 215 lớp tập huấn cho 9.675 lượt học viên, bình quân 54 học viên/lớp.",
     "average avg=54 total=9675 n=215 inconsistent swapped-digits"},
    {"Mở 215 lớp tập huấn cho 9.675 lượt học viên, bình quân 46 học viên/lớp.",
     "average avg=46 n=215 uncheckable"},
    /* those who have the amount, called otherwise */
    {"Tổng dư nợ đạt 2.184 tỷ đồng/45.500 khách hàng, dư nợ bình quân 48 triệu đồng/hộ.",
     "average avg=48000000 total=2184000000000 n=45500 consistent"},
    {"Tổng dư nợ đạt 2.184 tỷ đồng/45.500 khách hàng, dư nợ bình quân 42 triệu đồng/hộ.",
     "average avg=42000000 uncheckable"},
    /* so many of a hundred, ten thousand */
    {"Với 912.000 thuê bao di động trên 760.000 dân, mật độ đạt 120 thuê bao/100 dân.",
     "density value=120 num=912000 den=760000 consistent"},
    {"Tỉnh có 140 thuê bao di động/100 dân, gần 60 triệu thuê bao 3G, 4G.",
     "density value=140 uncheckable"},
    {"Toàn tỉnh có 62 lượt khám/1.000 dân, trong đó khám ngoại trú 12.500 lượt.",
     "density value=62 uncheckable"},
    {"Sinh ra 125 nữ/100 người nam, toàn tỉnh có 500 nữ, 400 người nam.",
     ""},
    {"Dân số toàn tỉnh 800.000 người.\n\nGiường bệnh: 1.840 giường, tăng 120 giường so với năm 2011, đạt 23,0 giường/vạn dân.",
     "density value=23.0 num=1840 den=800000 consistent"},
    {"Đạt 32 giường bệnh trên 10.000 dân (3.520 giường/1.100.000 dân).",
     "density value=32 num=3520 den=1100000 consistent"},
    {"Có 12 xã trên 10.000 dân, tỉnh có 1.100.000 dân.",
     ""},
    {"Cứ 10.000 hộ dân có 1,8 hộ không có nhà; năm 2019 còn 1,8 hộ/10.000 hộ.",
     "density value=1.8 uncheckable"},
    {"Diện tích tự nhiên 1.240 km2; dân số trung bình 527.000 người; mật độ dân số 425 người/km².",
     "density value=425 num=527000 den=1240 consistent"},
    /* what each gets, told first */
    {"Mỗi suất quà trị giá 500.000 đồng, tặng 1.200 suất, tổng trị giá 600 triệu đồng.",
     "density num=600000000 den=1200 value=500000 consistent"},
    {"Mỗi hộ được vay 500.000 đồng, tặng 1.200 suất, tổng trị giá 600 triệu đồng.",
     "average total=600000000 n=1200 uncheckable"},
    /* one of them behind "một", and short words */
    {"Toàn huyện có 1.200 lớp với 39.000 học sinh, bình quân 32,5 học sinh một lớp.",
     "average avg=32.5 total=39000 n=1200 consistent"},
    {"Lúa: diện tích 12.500 ha, NS 58,4 tạ/ha, SL 73.000 tấn.",
     "average avg=58.4 total=73000 n=12500 consistent"},
    {"Chi phí bình quân 72.000 USD là một khoản đầu tư lớn.",
     ""},
    {"Lúa: diện tích 12.500 ha, giá 58,4 tạ/ha, SL 73.000 tấn.",
     ""},
    {"Có 3.214 bác sĩ trên tổng dân số 2.450.000 người, đạt 13,1 bác sĩ/10.000 dân.",
     "density value=13.1 num=3214 den=2450000 consistent"},
    /* what another statement tells */
    {"Toàn tỉnh đạt 9,5 bác sĩ/vạn dân; huyện A có 95 bác sĩ, dân số 120.000 người.",
     "density value=9.5 uncheckable"},
    {"Toàn tỉnh đạt 9,5 bác sĩ/vạn dân; huyện A có 95 bác sĩ, dân số 100.000 người.",
     "density value=9.5 num=95 den=100000 consistent"},
    /* things shared out evenly */
    {"Lấy 864 mẫu nước tại 36 trạm (mỗi trạm 24 mẫu).",
     "average avg=24 total=864 n=36 consistent"},
    {"Trao 1.200 suất quà cho 24 xã, mỗi xã 50 suất.",
     "average avg=50 total=1200 n=24 consistent"},
    {"Trao 1.200 suất quà cho 24 xã, mỗi xã 40 suất.",
     ""},
    {"Trao 1.200 suất quà cho 24 xã, mỗi huyện 50 suất.",
     ""},
    {"Cấp 3.600 quyển vở cho 720 em, mỗi em 5 quyển.",
     "average avg=5 total=3600 n=720 consistent"},
    /* over all of them, and not over those that did it */
    {"Toàn huyện có 8 xã đạt chuẩn nông thôn mới; bình quân toàn huyện đạt 17,83 tiêu chí/xã.", "average avg=17.83 uncheckable"},
    {"Có 8 xã hoàn thành việc kiểm kê, bình quân mỗi xã có 11,34 thôn.", "average avg=11.34 uncheckable"},
    {"Có 8 xã, bình quân mỗi xã có 11,34 thôn.", "average avg=11.34 n=8 inconsistent"},
    /* over a time that the passage tells */
    {"Giai đoạn 2016 - 2020 huy động 9.640 tỷ đồng. Bình quân mỗi năm huy động 1.928 tỷ đồng.",
     "average avg=1928000000000 total=9640000000000 n=5 consistent"},
    {"Sáu tháng đầu năm tiếp 1.020 lượt, bình quân mỗi tháng 170 lượt.",
     "average avg=170 total=1020 n=6 consistent"},
    {"Trong 5 năm, tỷ lệ hộ nghèo giảm 14,4%, bình quân mỗi năm giảm 2,88%.",
     "average avg=2.88 total=14.4 n=5 consistent"},
    {"Số hộ nghèo năm 2015 là 9.400 hộ, năm 2020 là 1.650 hộ, giảm 7.750 hộ, bình quân mỗi năm giảm 1.550 hộ.",
     "average avg=1550 total=7750 n=5 consistent"},
    {"Năm 2022 tiếp 1.020 lượt, bình quân 86 lượt/tháng.",
     "average avg=86 uncheckable"},
    {"Trong 5 năm huy động 40 tỷ đồng, bình quân mỗi năm 8 tỷ đồng.", ""}, /* of one digit many fit */
    {"Trong 5 năm, tỷ lệ hộ nghèo giảm 14,4%, bình quân mỗi năm giảm 2,98%.", ""},
    /* over what nothing counts: the figure beside what it is taken of */
    {"Điều trị cho 12.406 lượt bệnh nhân với 69.474 ngày điều trị, bình quân 5,6 ngày/đợt điều trị.",
     "average avg=5.6 total=69474 n=12406 consistent"},
    {"Điều trị cho 12.406 lượt bệnh nhân với 69.474 ngày điều trị, bình quân 6,5 ngày/đợt điều trị.",
     "average avg=6.5 uncheckable"},
    {"Xây 124 mái ấm trị giá 6,2 tỷ đồng (bình quân 50 triệu đồng/nhà), trong đó xây mới 92 nhà.",
     "average avg=50000000 total=6200000000 n=124 consistent"},
    {"Xây nhà trị giá 6,2 tỷ đồng (bình quân 50 triệu đồng/nhà), trong đó xây mới 92 nhà.",
     "average avg=50000000 uncheckable"},
    /* counted in the next sentence */
    {"Toàn tỉnh đạt 4.095 tiêu chí, bình quân mỗi xã đạt 18,61 tiêu chí. Tỉnh có 185 trong tổng số 220 xã đạt chuẩn.",
     "average avg=18.61 total=4095 n=220 consistent"},
    {"Toàn tỉnh đạt 4.095 tiêu chí, bình quân mỗi xã đạt 18,61 tiêu chí. Tỉnh có 185 trong tổng số 202 xã đạt chuẩn.",
     "average avg=18.61 uncheckable"},
    {"Mở 84 lớp tập huấn cho 3.360 người, mỗi lớp 40 người.",
     "average avg=40 total=3360 n=84 consistent"},
    {"Mở 84 lớp tập huấn cho 3.360 người, mỗi lớp 42 người.", ""},
};

#endif
