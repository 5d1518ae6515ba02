/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "claim-rows.h"
#include "suite.h"

/* What is read of percents and of what they are; no claim is an empty text. */
static const ClaimRow rows[] = {
    {"Có 65/151 xã đạt chuẩn, chiếm tỷ lệ 43,05%.",
     "fraction num=65 den=151 pct=43.05 consistent"},
    {"Có 65/151 xã đạt chuẩn, chiếm tỷ lệ 43,50%.",
     "fraction num=65 den=151 pct=43.50 inconsistent swapped-digits"},
    {"Đã giải quyết 62/77 đơn (80,5%).",
     "fraction num=62 den=77 pct=80.5 consistent"},
    {"Đã giải quyết 62/77 đơn (đạt 80,5%).",
     "fraction num=62 den=77 pct=80.5 consistent"},
    {"Đã giải quyết 62/77 đơn (tỷ lệ 85,0%).",
     "fraction num=62 den=77 pct=85.0 inconsistent swapped-digits"},
    {"Tỷ lệ giải quyết đạt 80,5% (62/77 đơn).",
     "fraction num=62 den=77 pct=80.5 consistent"},
    {"Tỷ lệ giải quyết đạt 85,2% (62/77 đơn).",
     "fraction num=62 den=77 pct=85.2 inconsistent"},
    {"Có 120/120 thôn, 15/15 trường học đạt chuẩn, đạt tỷ lệ 100%.",
     "fraction num=120 den=120 pct=100 consistent; fraction num=15 den=15 pct=100 consistent"},
    {"Có 14.175/17.400 hộ đạt gia đình văn hóa, đạt 81,5% so với tổng số hộ.",
     "fraction num=14175 den=17400 pct=81.5 consistent"},
    {"Chấm được 42,5/50 điểm.",
     ""},
    {"Chấm được 42,5/50 điểm, đạt 85%.",
     "fraction num=42.5 den=50 pct=85 consistent"},
    {"Số buổi tiếp dân/số người được tiếp: cấp huyện là 12/05, cấp xã là 240/185.",
     ""},
    {"Tổ chức 859/51.400 lượt người tham gia.",
     ""},
    {"Thụ lý 512 vụ/820 bị can, kết luận điều tra 410 vụ/655 bị can, đạt 80,1%.",
     "share part=410 pct=80.1 whole=512 consistent"},
    {"Giải phóng mặt bằng 45,6 km/52,3 km, đạt 87,2%.",
     "fraction num=45.6 den=52.3 pct=87.2 consistent"},
    {"Có 30/35 xã, tỷ lệ hộ nghèo dưới 5%.",
     "fraction num=30 den=35 uncheckable"},
    {"Có 30/35 xã hoàn thành; tỷ lệ hộ nghèo đạt 5%.",
     "fraction num=30 den=35 uncheckable"},
    {"Có 12/15 trường đạt trên 90% học sinh khá, giỏi.",
     "fraction num=12 den=15 uncheckable; share pct=90 uncheckable"},
    {"Có 17/17 xã, thị trấn.",
     "fraction num=17 den=17 uncheckable"},
    {"Có 96 tuyến phố trên tổng số 120 tuyến phố, đạt 80%.",
     "fraction num=96 den=120 pct=80 consistent"},
    {"Có 65 xã trên 151 xã đạt chuẩn, chiếm 43,05%.",
     "fraction num=65 den=151 pct=43.05 consistent"},
    {"Trong tổng số 4.250 cán bộ có 3.910 người đạt chuẩn, đạt 92%.",
     "share part=3910 whole=4250 pct=92 consistent"},
    {"Trong tổng số 4.250 cán bộ có 3.910 người đạt chuẩn, đạt 82%.",
     "share part=3910 whole=4250 pct=82 inconsistent"},
    {"Tổng số cán bộ là 4.250 người, đạt chuẩn 3.910 người, chiếm 92%.",
     "share part=3910 whole=4250 pct=92 consistent"},
    {"Toàn huyện có 12.450 hộ, trong đó 1.245 hộ nghèo, chiếm 10%.",
     "share part=1245 whole=12450 pct=10 consistent"},
    {"Toàn huyện có 12.450 hộ, trong đó 1.245 hộ nghèo, chiếm 1%.",
     "share part=1245 whole=12450 pct=1 inconsistent scale"},
    {"Toàn huyện có 12.450 hộ, trong đó 1.254 hộ nghèo, chiếm 10%.",
     "share part=1254 whole=12450 pct=10 consistent"},
    {"Xã có 1.350 hộ nghèo, chiếm 7,82% số hộ toàn huyện.",
     "share part=1350 pct=7.82 uncheckable"},
    {"Xã có 1.200 hộ thoát nghèo, hiện còn 850 hộ nghèo, chiếm 5,2%.",
     "share part=850 pct=5.2 uncheckable"},
    {"Tiếp nhận 365 đơn, đã giải quyết 338 đơn, đạt 92,6%.",
     "share part=338 whole=365 pct=92.6 consistent; fraction num=338 den=365 pct=92.6 or consistent"},
    {"Tiếp nhận 365 đơn, đã giải quyết 338 đơn, đạt 96,2%.",
     "share part=338 whole=365 pct=96.2 inconsistent swapped-digits; fraction num=338 den=365 pct=96.2 or inconsistent swapped-digits"},
    {"Trong 24.000 thuê bao, đô thị 15.000 thuê bao (62,5%), nông thôn 9.000 thuê bao (37,5%).",
     "share part=15000 whole=24000 pct=62.5 consistent; share part=9000 whole=24000 pct=37.5 consistent"},
    {"Tổng số 560 đảng viên, trong đó nữ 210 đảng viên (37,5%), dân tộc 84 đảng viên (15,0%).",
     "share part=210 whole=560 pct=37.5 consistent; share part=84 whole=560 pct=15.0 consistent"},
    {"Tổng số 560 đảng viên, trong đó nữ 210 đảng viên (35,7%).",
     "share part=210 whole=560 pct=35.7 inconsistent swapped-digits"},
    {"Kiểm toán 250 dự án, kiến nghị xử lý 45 dự án, tương đương 18%.",
     "share part=45 whole=250 pct=18 consistent"},
    {"Tiếp nhận 5.000 hồ sơ, có 4.000 hồ sơ trực tuyến, giải quyết 3.200 hồ sơ trực tuyến, chiếm 64,0% số hồ sơ trực tuyến.",
     "share part=3200 whole=4000 pct=64.0 inconsistent wrong-denominator"},
    {"Chiếm 20% trong tổng số 500 hộ tham gia là 100 hộ nghèo.",
     "share pct=20 uncheckable"},
    {"Có 100 hộ nghèo, chiếm 20% tổng số 500 hộ tham gia.",
     "share part=100 whole=500 pct=20 consistent"},
    {"Có 100 hộ nghèo, chiếm 25% tổng số 500 hộ tham gia.",
     "share part=100 whole=500 pct=25 inconsistent"},
    {"100% xã có trạm y tế.",
     "share pct=100 uncheckable"},
    {"Có 98,5% hộ dân sử dụng nước sạch.",
     "share pct=98.5 uncheckable"},
    {"Tỷ lệ bao phủ bảo hiểm y tế đạt 92,5% dân số.",
     "share pct=92.5 uncheckable"},
    {"Đạt 102,5% kế hoạch.",
     ""},
    {"Tăng 12,5% so với cùng kỳ.",
     ""},
    {"Thực hiện 120 ca, tăng 20% (120/100 ca).",
     ""},
    {"Có 120 hồ sơ đúng hạn, chiếm 96%; 05 hồ sơ quá hạn, chiếm 4%.",
     "share part=120 pct=96 uncheckable; share part=5 pct=4 uncheckable"},
    {"Trường có 1.250 học sinh. Cuối năm có 1.175 học sinh lên lớp, đạt 94% tổng số học sinh.",
     "share part=1175 pct=94 whole=1250 consistent"},
    {"Trường có 1.250 học sinh. Cuối năm có 1.157 học sinh lên lớp, đạt 94% tổng số học sinh.",
     "share part=1157 pct=94 uncheckable"},
    {"Tổng hợp được 702 lượt ý kiến của cử tri; tỷ lệ ý kiến được giải quyết 87,2%.",
     "share whole=702 pct=87.2 consistent"},
    {"Dân số trung bình 1.256.300 người, trong đó thành thị 312.450 người, chiếm 24,9%.",
     "share part=312450 whole=1256300 pct=24.9 consistent"},
    {"Lãi suất 5%/năm cho 120 hộ vay.",
     ""},
    {"Vốn giải ngân 1.250/2.500 tỷ đồng, đạt 50%.",
     "fraction num=1250000000000 den=2500000000000 pct=50 consistent"},
    {"Có 1.648/1.389 đơn.",
     ""},
    {"Có 45 hộ (chiếm 15%) trong 300 hộ.",
     "share part=45 pct=15 uncheckable"},
    {"Toàn tỉnh có 2.450 doanh nghiệp; trong đó 1.225 doanh nghiệp có lãi (50,0%).",
     "share part=1225 whole=2450 pct=50.0 consistent"},
    {"Có 345/410 vụ (đạt 84,1%), trong đó án nghiêm trọng 45/47 vụ (95,7%).",
     "fraction num=345 den=410 pct=84.1 consistent; fraction num=45 den=47 pct=95.7 consistent"},
    {"Có 396/402 đại biểu tán thành, bằng 94,3% tổng số đại biểu (420 đại biểu).",
     "fraction num=396 den=402 uncheckable; share part=396 whole=420 pct=94.3 consistent"},
    {"Tiếp nhận 1.245 ý kiến, giải quyết tại chỗ 1.120 ý kiến, đạt 90%.",
     "share part=1120 whole=1245 pct=90 consistent"},
    {"Dư nợ đạt 45.600 tỷ đồng; trong đó dư nợ ngắn hạn 25.400 tỷ đồng, chiếm 55,7%; trung và dài hạn 20.200 tỷ đồng, chiếm 43,4%.",
     "share part=25400000000000 whole=45600000000000 pct=55.7 consistent; share part=20200000000000 whole=45600000000000 pct=43.4 inconsistent swapped-digits"},
    {"Có 122/140 thôn, 15/15 trường học đạt chuẩn, đạt tỷ lệ 100%.",
     "fraction num=122 den=140 pct=100 inconsistent; fraction num=15 den=15 pct=100 consistent"},
    {"Số buổi/số người: cấp huyện là 12/15, cấp xã là 240/285.",
     ""},
};

static bool is_wanted(uint8_t kind)
{
    switch (kind) {
    case QCDC_CLAIM_SHARE:
    case QCDC_CLAIM_FRACTION:
        return true;
    default:
        return false;
    }
}

static void test_shares(void)
{
    claim_rows_check(rows, sizeof rows / sizeof rows[0], is_wanted);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"what is read is what the rows say", test_shares},
    };
    return SUITE_RUN("find-shares", tests, argc, argv);
}
