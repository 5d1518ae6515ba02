/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef FIND_WHOLES_ROWS_H
#define FIND_WHOLES_ROWS_H

#include "claim-rows.h"

/* Of what a percent is where its part or whole stands elsewhere; no claim is an empty text. */

static const ClaimRow whole_rows[] = {
    /* a label that the figures before it bear: part and whole by their words */
    {"Trung tâm tiếp nhận 36.540 hồ sơ (trực tuyến 27.010, trực tiếp 8.515, bưu chính 1.015); tỷ lệ hồ sơ trực tuyến đạt 73,9%.",
     "share part=27010 whole=36540 pct=73.9 consistent"},
    {"Trung tâm đã giải quyết 2.208 hồ sơ. Số hồ sơ giải quyết đúng hạn là 2.173 hồ sơ. Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,4%.",
     "share part=2173 whole=2208 pct=98.4 consistent"},
    {"Tỷ lệ cử tri đi bầu đạt 99,87%. Cụ thể, tổng số cử tri là 214.350 người; số cử tri đi bầu là 214.071 người.",
     "share part=214071 whole=214350 pct=99.87 consistent"},
    {"Rác phát sinh 512 tấn/ngày, thu gom 468 tấn/ngày, tỷ lệ thu gom 91,4%.",
     "share part=468 whole=512 pct=91.4 consistent"},
    {"Rác phát sinh 512 tấn/ngày, thu gom 468 tấn/ngày, tỷ lệ tái chế 91,4%.",
     ""},
    {"Trung tâm tiếp nhận 36.540 hồ sơ (trực tuyến 27.010, trực tiếp 8.515); tỷ lệ hồ sơ trực tuyến đạt 93,7%.",
     ""},
    {"Trung tâm tiếp nhận 36.540 hồ sơ (trực tuyến 18.270, trực tiếp 18.270); tỷ lệ hồ sơ trực tuyến đạt 50%.",
     ""},
    /* the first of two measures side by side */
    {"Trên địa bàn xảy ra 245 vụ phạm pháp hình sự. Công an đã làm rõ 212 vụ, bắt 385 đối tượng, đạt tỷ lệ 86,5%.",
     "share part=212 pct=86.5 whole=245 consistent"},
    {"Trên địa bàn xảy ra 245 vụ phạm pháp hình sự. Công an đã làm rõ 212 vụ, 385 đối tượng (đạt 85,6%).",
     "share part=385 pct=85.6 uncheckable"},
    /* the figure behind the bracket that holds its share */
    {"Thu ngân sách trên địa bàn đạt 8.640 tỷ đồng. Trong đó, thu nội địa (chiếm 82,5% tổng thu) đạt 7.128 tỷ đồng.",
     "share part=7128000000000 whole=8640000000000 pct=82.5 consistent"},
    {"Toàn tỉnh có 46.200 hộ nghèo, trong đó hộ dân tộc thiểu số (chiếm 71,4%) là 32.987 hộ.",
     "share part=32987 whole=46200 pct=71.4 consistent"},
    {"Toàn tỉnh có 46.200 hộ nghèo, trong đó hộ dân tộc thiểu số (chiếm 74,1%) là 32.987 hộ.",
     "share pct=74.1 uncheckable"},
    /* of two measures side by side the part is that of the whole's noun */
    {"Huyện có 1.240 hộ nghèo với 4.960 khẩu, chiếm 3,1% tổng số hộ (40.000 hộ).", "share part=1240 whole=40000 pct=3.1 consistent"},
    {"Huyện có 1.240 hộ nghèo với 4.960 khẩu, chiếm 1,3% tổng số hộ (40.000 hộ).",
     "share part=1240 whole=40000 pct=1.3 inconsistent swapped-digits"},
    /* the bracket tells of parts */
    {"Có 98.640 hộ đăng ký, 58.420 hộ đạt, bằng 59,2% số hộ đăng ký (cấp tỉnh 146 hộ, cấp huyện 2.410 hộ, cấp xã 55.864 hộ).",
     "share part=58420 whole=98640 pct=59.2 consistent"},
    /* a percent of one digit fits figures that have a share of their own by chance */
    {"Xếp loại: tốt 5.486 em (78,6%), khá 1.264 em (18,1%), đạt 228 em (3,3%), chưa đạt 6 em (0,1%).",
     "share part=5486 pct=78.6 uncheckable; share part=1264 pct=18.1 uncheckable; share part=228 pct=3.3 uncheckable; share part=6 whole=5486 pct=0.1 consistent"},
    /* what a part reached may be of a plan of its own too, as the total's is */
    {"Giải ngân 412,6 tỷ đồng, đạt 47,74%, trong đó đầu tư 298,4 tỷ đồng (61,35%), sự nghiệp 114,2 tỷ đồng (30,23%).",
     "share part=412600000000 pct=47.74 uncheckable; share part=298400000000 pct=61.35 uncheckable; share part=114200000000 pct=30.23 uncheckable"},
    {"Giải ngân 412,6 tỷ đồng, trong đó đầu tư 298,4 tỷ đồng (61,35%), sự nghiệp 114,2 tỷ đồng (30,23%).",
     "share part=298400000000 whole=412600000000 pct=61.35 inconsistent; share part=114200000000 whole=412600000000 pct=30.23 inconsistent"},
    {"Tổng vốn 2.450 tỷ đồng, trong đó cấp mới 1.900 (77,6%), điều chỉnh 550 (22,4%).",
     "share part=1900 pct=77.6 uncheckable; share part=550 pct=22.4 uncheckable"},
    {"Có 8.642 hộ nghèo, chiếm 2,89% tổng số hộ (298.600 hộ), năm 2022: 10.788 hộ, tỷ lệ 3,64%; 9.864 hộ cận nghèo, chiếm 3,30%.",
     "share part=8642 whole=298600 pct=2.89 consistent; share part=10788 pct=3.64 uncheckable; share part=9864 pct=3.30 whole=298600 consistent"},
    /* mặt bằng is no comparison */
    {"Dự án cần thu hồi 318,5 ha, đã bàn giao mặt bằng 296,2 ha (đạt 93,0%).",
     "share part=296.2 whole=318.5 pct=93.0 consistent"},
    {"Xã có 318 đơn, bằng xã bên 296 đơn (đạt 93,0%).",
     ""},
    /* items of one form have each its own whole */
    {"- Huyện: giải quyết 81.114 hồ sơ, quá hạn 1.906 hồ sơ (2,35%);\n- Xã: giải quyết 157.914 hồ sơ, quá hạn 213 hồ sơ (1,35%).",
     "share part=1906 whole=81114 pct=2.35 consistent; share part=213 pct=1.35 whole=157914 inconsistent scale"},
    {"- Huyện: giải quyết 81.114 hồ sơ, quá hạn 1.906 hồ sơ (2,35%);\n- Xã: quá hạn 213 hồ sơ (0,26%).",
     "share part=1906 whole=81114 pct=2.35 consistent; share part=213 whole=81114 pct=0.26 consistent"},
    /* a time before part and whole holds for both */
    {"Ban hành 210 quyết định (giảm 15 quyết định so với năm 2018), cưỡng chế 104 cuộc, có 36 cuộc huy động lực lượng, chiếm 36,4%.",
     "share part=36 pct=36.4 whole=104 inconsistent swapped-digits"},
    {"Cưỡng chế 104 cuộc, năm 2018 có 36 cuộc huy động lực lượng, chiếm 36,4%.",
     "share part=36 pct=36.4 uncheckable"},
    /* a sibling whose part is called the same */
    {"Kết nạp 2.450 đảng viên, đạt 105,3% kế hoạch (2.327 đảng viên), trong đó nữ 1.176 đồng chí (48,0%), đoàn viên 1.519 đồng chí (62,0%), sinh viên 147 đồng chí (0,60%).",
     "share part=1176 whole=2450 pct=48.0 consistent; share part=1519 whole=2450 pct=62.0 consistent; share part=147 pct=0.60 whole=2450 inconsistent scale"},
    /* the name of the whole begins the words before it */
    {"Dư nợ cho vay đạt 84.200 tỷ đồng, tăng 5,2%; nợ xấu 1.095 tỷ đồng, chiếm 13,0% tổng dư nợ.",
     "share part=1095000000000 pct=13.0 whole=84200000000000 inconsistent scale"},
    {"Dư nợ cho vay đạt 84.200 tỷ đồng, tăng 5,2%; nợ xấu 1.095 tỷ đồng, chiếm 17,2% tổng dư nợ.",
     "share part=1095000000000 pct=17.2 uncheckable"},
    {"Nguồn vốn huy động đạt 84.200 tỷ đồng, tăng 5,2%; nợ xấu 1.095 tỷ đồng, chiếm 13,0% tổng dư nợ.",
     "share part=1095000000000 pct=13.0 uncheckable"},
    /* people whom the words before the part name */
    {"Bầu được 56 đại biểu HĐND tỉnh, 348 đại biểu HĐND huyện. Đại biểu nữ HĐND tỉnh 18 người, chiếm 32,1%.",
     "share part=18 pct=32.1 whole=56 consistent"},
    {"Tỉnh có 56 bác sĩ chuyên khoa, 348 đại biểu. Hội viên nữ tích cực 18 người, chiếm 32,1%.",
     "share part=18 pct=32.1 uncheckable"},
    /* the words behind the percent begin as the part's noun */
    {"Trong tháng nhận 1.860 hồ sơ, cấp 1.852 phiếu, trong đó trực tuyến 1.488 hồ sơ, đạt 80,0% hồ sơ tiếp nhận.",
     "share part=1488 whole=1860 pct=80.0 consistent"},
    {"Trong tháng nhận 1.860 hồ sơ, cấp 1.852 phiếu, trong đó trực tuyến 1.488 hồ sơ, đạt 85,0% hồ sơ tiếp nhận.",
     "share pct=85.0 uncheckable"},
    {"Dân số 1.193.000 người; số người tham gia bảo hiểm y tế là 1.102.500 người, đạt tỷ lệ bao phủ 92,4% dân số.",
     "share part=1102500 whole=1193000 pct=92.4 consistent"},
    /* a comparison that another piece tells */
    {"Có 652 vụ, xử lý 613 vụ, bằng 94,0%; tỷ lệ tái phạm còn 27,5%, giảm 12,5 điểm phần trăm so với năm 2021.",
     "share part=613 whole=652 pct=94.0 consistent"},
    {"Có 652 vụ, xử lý 613 vụ, bằng 96,0%; tỷ lệ tái phạm còn 27,5%, giảm 12,5 điểm phần trăm so với năm 2021.",
     ""},
    /* the part in the bracket behind the whole */
    {"Lao động nữ chiếm 52,4% trong tổng số 18.500 lao động (9.694 lao động).",
     "share part=9694 whole=18500 pct=52.4 consistent"},
    {"Lao động nữ chiếm 54,2% trong tổng số 18.500 lao động (9.694 lao động).",
     "share part=9694 whole=18500 pct=54.2 inconsistent swapped-digits"},
    {"Lao động nữ chiếm 54,2% trong tổng số 18.500 lao động (năm trước 9.694 lao động).",
     "share pct=54.2 uncheckable"},
    /* of a list, to the last digit */
    {"Ban hành 312 văn bản (trong đó: 78 nghị quyết, chiếm 25%; 234 quyết định, chiếm 75%).",
     "share part=78 whole=312 pct=25 consistent; share part=234 whole=312 pct=75 consistent"},
    {"Ban hành 312 văn bản (trong đó: 78 nghị quyết, chiếm 25%; 233 quyết định, chiếm 75%).",
     "share part=78 whole=312 pct=25 consistent; share part=233 pct=75 uncheckable"},
    /* the whole behind the share */
    {"Có 72 xã đạt chuẩn, chiếm 75% số xã; toàn tỉnh có 96 xã.",
     "share part=72 pct=75 whole=96 consistent"},
    {"Số hồ sơ đúng hạn 45.210 hồ sơ, đạt tỷ lệ 98,7%; quá hạn 595 hồ sơ. Tổng số hồ sơ đã giải quyết 45.805 hồ sơ.",
     "share part=45210 pct=98.7 whole=45805 consistent"},
    {"Có 72 xã đạt chuẩn, chiếm 75%; toàn tỉnh có 96 xã.",
     "share part=72 pct=75 uncheckable"},
    /* two shares that leave nothing over */
    {"Danh sách có 80 người ứng cử để bầu 48 đại biểu; nữ 32 người (40%), dân tộc thiểu số 22 người (22,5%), trẻ tuổi 16 người (20%).",
     "share part=32 pct=40 whole=80 consistent; share part=22 pct=22.5 whole=80 inconsistent; share part=16 pct=20 whole=80 consistent"},
    {"Danh sách có 10 người ứng cử để bầu 6 đại biểu; nữ 4 người (40%), dân tộc thiểu số 3 người (22,5%), trẻ tuổi 2 người (20%).",
     "share part=4 pct=40 uncheckable; share part=3 pct=22.5 uncheckable; share part=2 pct=20 uncheckable"},
    /* a line in words with words about what is below it */
    {"Công suất vận hành 18.200 m3/ngày đêm trên công suất thiết kế 28.000 m3/ngày đêm, đạt 65%.",
     "share part=18200 whole=28000 pct=65 consistent"},
    {"Công suất vận hành 18.200 m3/ngày đêm trên công suất thiết kế 28.000 m3/ngày đêm, đạt 6,5%.",
     "share part=18200 whole=28000 pct=6.5 inconsistent scale"},
    {"Thu 120 tỷ đồng trên địa bàn huyện, doanh thu 340 tỷ đồng, đạt 65%.",
     "share part=340000000000 pct=65 uncheckable"},
    {"Có 96 cháu/100 trẻ đi học, đạt 96%.", /* no density */
     "fraction num=96 den=100 pct=96 consistent"},
    /* a plan is no part */
    {"Thu nội địa 3.450 tỷ đồng, đạt 78,4% so với dự toán giao là 4.400 tỷ đồng và chiếm 86,3% tổng thu ngân sách (4.000 tỷ đồng).",
     "share part=3450000000000 whole=4000000000000 pct=86.3 consistent"},
    /* the percent is of the figure whose share stands before it */
    {"Kiểm tra 320 cơ sở, có 48 cơ sở vi phạm, chiếm 15%; xử phạt 36 cơ sở, chiếm 75%.",
     "share part=48 whole=320 pct=15 consistent; share part=36 pct=75 uncheckable"},
    {"Kiểm tra 320 cơ sở, có 48 cơ sở vi phạm, chiếm 14%; xử phạt 36 cơ sở, chiếm 75%.",
     "share part=48 pct=14 whole=320 inconsistent; share part=36 pct=75 uncheckable"},
    {"Kiểm tra 320 cơ sở, có 48 cơ sở vi phạm, chiếm 15,0%; xử phạt 36 cơ sở, chiếm 45,0%.",
     "share part=48 whole=320 pct=15.0 consistent; share part=36 pct=45.0 whole=320 inconsistent"},
    /* named by the words before it, though it is no total */
    {"Chi thường xuyên đạt 5.385 tỷ đồng. Chi giáo dục 2.208 tỷ đồng, bằng 41% chi thường xuyên; chi y tế 593 tỷ đồng, bằng 11%.",
     "share part=2208000000000 whole=5385000000000 pct=41 consistent; share part=593000000000 pct=11 whole=5385000000000 consistent"},
    {"Thu nội địa đạt 5.385 tỷ đồng. Thu tiền đất 2.208 tỷ đồng, bằng 42% thu nội địa.",
     "share pct=42 uncheckable"},
    {"Thu nội địa đạt 2.840 tỷ đồng. Thu tiền đất 585 tỷ đồng, chiếm 26,0% thu nội địa.",
     "share part=585000000000 whole=2840000000000 pct=26.0 inconsistent swapped-digits"},
    {"Thu nội địa đạt 2.840 tỷ đồng. Thu tiền đất 585 tỷ đồng, chiếm 27,3% thu nội địa.",
     "share part=585000000000 pct=27.3 uncheckable"},
    /* how often they were there */
    {"Toàn tỉnh có 46 lượt đoàn đông người. Về đất đai có 31 đoàn, chiếm 67,4%.",
     "share part=31 pct=67.4 whole=46 consistent"},
    {"Toàn tỉnh có 46 lượt đoàn đông người. Về đất đai có 31 đoàn, chiếm 76,4%.",
     "share part=31 pct=76.4 uncheckable"},
    /* a measure that bounds those that are counted is no part */
    {"Toàn tỉnh có 3.216 tàu cá. Có 2.131 tàu dưới 15 mét, chiếm 66,3%.",
     "share part=2131 pct=66.3 whole=3216 consistent"},
    {"Toàn tỉnh có 3.216 tàu cá, thu 15 tấn, chiếm 66,3%.",
     "share part=15 pct=66.3 uncheckable"},
    /* what was done is named by the same word behind "đã" */
    {"Đã giải quyết 183.115 hồ sơ, trong đó đúng hạn 181.639 hồ sơ, quá hạn 1.476 hồ sơ; tỷ lệ giải quyết đúng hạn đạt 99,19%.",
     "share part=181639 whole=183115 pct=99.19 consistent"},
    {"Đã giải quyết 183.115 hồ sơ, trong đó đúng hạn 181.639 hồ sơ, quá hạn 1.476 hồ sơ; tỷ lệ giải quyết đúng hạn đạt 99,91%.",
     ""},
    /* of cut digits alone of a figure before it, as printed of the whole of the share beside it */
    {"Trường có 1.216 học sinh. Kết quả xếp loại: tốt 1.094 em, chiếm 90,0%; khá 109 em, chiếm 9,0%; yếu 13 em, chiếm 1,1%.",
     "share part=1094 pct=90.0 whole=1216 consistent; share part=109 pct=9.0 whole=1216 consistent; share part=13 pct=1.1 whole=1216 consistent"},
};

#endif
