/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "claim-rows.h"
#include "suite.h"

/* Balances, means, lists, pairs, figures in two places, dates and leftovers; no claim is an empty text. */
static const ClaimRow rows[] = {
    {"Tổng số đơn phải giải quyết 162 đơn, tiếp nhận trong năm 140 đơn, đã giải quyết 147 đơn, còn lại 15 đơn.",
     "balance total=162 received=140 resolved=147 remaining=15 consistent"},
    {"Tổng số đơn phải giải quyết 162 đơn, tiếp nhận trong năm 140 đơn, đã giải quyết 147 đơn, còn lại 25 đơn.",
     "balance total=162 received=140 resolved=147 remaining=25 inconsistent"},
    {"Tiếp nhận, xử lý 1.872 đơn (tồn đầu kỳ 56 đơn, tiếp nhận mới 1.816 đơn); đã giải quyết 1.739 đơn, đang giải quyết 133 đơn.",
     "balance total=1872 opening=56 received=1816 resolved=1739 remaining=133 consistent"},
    {"Kỳ trước chuyển sang 25 vụ, thụ lý mới 210 vụ, đã giải quyết 198 vụ, còn lại 37 vụ.",
     "balance opening=25 received=210 resolved=198 remaining=37 consistent"},
    {"Kỳ trước chuyển sang 25 vụ, thụ lý mới 210 vụ, đã giải quyết 189 vụ, còn lại 37 vụ.",
     "balance opening=25 received=210 resolved=189 remaining=37 inconsistent swapped-digits"},
    {"Trong kỳ tiếp nhận 3.240 hồ sơ, đã giải quyết 3.180 hồ sơ, đang giải quyết 60 hồ sơ.",
     "balance received=3240 resolved=3180 remaining=60 consistent"},
    {"Trong kỳ tiếp nhận 3.240 hồ sơ, đã giải quyết 3.100 hồ sơ, đang giải quyết 60 hồ sơ.",
     "balance received=3240 resolved=3100 remaining=60 inconsistent"},
    {"Tiếp nhận 162 đơn, đã giải quyết 147 vụ, còn lại 15 việc.",
     ""},
    {"Đã giải quyết 147 đơn, còn lại 15 đơn.",
     ""},
    {"Bình quân 2,5 sào/hộ, có 350 hộ với 875 sào.",
     "average avg=2.5 total=875 n=350 consistent; pair a=350 b=875 uncheckable"},
    {"Đã hỗ trợ 12.600.000 đồng cho 42 hộ, bình quân 300.000 đồng/hộ.",
     "pair a=12600000 b=42 uncheckable; average avg=300000 total=12600000 n=42 consistent"},
    {"Đã hỗ trợ 12.600.000 đồng cho 42 hộ, bình quân 400.000 đồng/hộ.",
     "pair a=12600000 b=42 uncheckable; average avg=400000 total=12600000 n=42 inconsistent"},
    {"Thu hoạch 5.250 tấn lúa trên 1.000 ha, năng suất bình quân đạt 5,25 tấn/ha.",
     "average avg=5.25 total=5250 n=1000 consistent"},
    {"Thu hoạch 5.250 tấn lúa trên 1.000 ha, năng suất bình quân đạt 5,52 tấn/ha.",
     "average avg=5.52 total=5250 n=1000 inconsistent swapped-digits"},
    {"Có 65/181 xã đạt chuẩn; bình quân đạt 12,97 tiêu chí/xã.",
     "average avg=12.97 n=181 consistent"},
    {"Có 16 xã, bình quân đạt 9,94 tiêu chí/xã.",
     "average avg=9.94 n=16 consistent"},
    {"Bình quân mỗi thôn có 4,5 tổ (567 tổ/126 thôn).",
     "average avg=4.5 total=567 n=126 consistent; pair a=567 b=126 uncheckable"},
    {"Thu nhập bình quân đạt 45 triệu đồng/người/năm.",
     "average avg=45000000 uncheckable"},
    {"Tặng 58 gia đình x 1.500.000 đồng/suất, tổng trị giá 87.000.000 đồng.",
     "density num=87000000 den=58 value=1500000 consistent"},
    {"Trao 45 suất quà, mỗi suất 500.000 đồng, tổng số tiền 22.500.000 đồng.",
     "density num=22500000 den=45 value=500000 consistent"},
    {"Trao 45 suất quà, mỗi suất 500.000 đồng, tổng số tiền 25.500.000 đồng.",
     "density num=25500000 den=45 value=500000 inconsistent"},
    {"Trao 45 suất quà, mỗi suất trị giá 500.000 đồng.",
     "density den=45 value=500000 uncheckable"},
    {"Hỗ trợ 85 hộ (2 triệu đồng/hộ), tổng số tiền 170 triệu đồng.",
     "density num=170000000 den=85 value=2000000 consistent"},
    {"Trao 222 suất quà với tổng số tiền 111.000.000 đồng.",
     "average total=111000000 n=222 uncheckable; pair a=222 b=111000000 uncheckable"},
    {"Huyện có 126.400 người trên diện tích 790 km², mật độ 160 người/km².",
     "density value=160 num=126400 den=790 consistent"},
    {"Huyện có 126.400 người trên diện tích 790 km², mật độ 106 người/km².",
     "density value=106 num=126400 den=790 inconsistent swapped-digits"},
    {"Kiểm tra tại 04 xã (Tân Lập, Hòa Bình, Yên Sơn và Quang Minh).",
     "count_of_list stated=4 listed=- listed=- listed=- listed=- consistent"},
    {"Kiểm tra tại 05 xã (Tân Lập, Hòa Bình, Yên Sơn và Quang Minh).",
     "count_of_list stated=5 listed=- listed=- listed=- listed=- inconsistent"},
    {"Kiểm tra tại 05 xã (Tân Lập, Hòa Bình, Yên Sơn...).",
     "count_of_list stated=5 listed=- listed=- listed=- open consistent"},
    {"Làm việc với 03 sở, gồm: Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch, Sở Y tế.",
     "count_of_list stated=3 listed=- listed=- listed=- consistent"},
    {"Làm việc với 04 sở, gồm: Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch, Sở Y tế.",
     ""},
    {"Mở 02 lớp tập huấn (Tân Lập, Hòa Bình, Yên Sơn).",
     ""},
    {"Các xã Tân Lập, Hòa Bình, Yên Sơn tổ chức 03 hội nghị; các xã Tân An, Bình An tổ chức 05 hội nghị.",
     "count_of_list stated=3 listed=- listed=- listed=- consistent"},
    {"Thí điểm tại 03 phường: Đông Kinh, Chi Lăng và Tam Thanh.",
     "count_of_list stated=3 listed=- listed=- listed=- consistent"},
    {"Có 05 nội dung: tuyên truyền, vận động, kiểm tra.",
     ""},
    {"Đã có 62 cuộc, với 1.740 lượt người dự.",
     "pair a=62 b=1740 uncheckable"},
    {"Hỗ trợ 1.695 hộ = 7.510 khẩu.",
     "pair a=1695 b=7510 uncheckable"},
    {"Thu hút trên 2 triệu lượt người.",
     "approx value=2000000 uncheckable"},
    {"Số hợp tác xã các năm 2018, 2019, 2020 lần lượt là 112, 126, 141 hợp tác xã.",
     "series value=112 value=126 value=141 uncheckable"},
    {"Toàn huyện có 12.640 hộ dùng nước máy.\n\nĐến cuối năm, 12.640 hộ dùng nước máy được lắp đồng hồ.",
     "cross first=12640 second=12640 consistent"},
    {"Hỗ trợ tiền điện cho hộ nghèo trong tỉnh dịp Tết tổng số tiền 2,4 tỷ đồng.\n\n"
     "Kết quả hỗ trợ tiền điện cho hộ nghèo trong tỉnh dịp Tết tổng số tiền 2.385 triệu đồng.",
     "cross first=2400000000 second=2385000000 consistent"},
    {"Có 92/222 ban thanh tra nhân dân cấp xã hoạt động tốt.\n\nToàn tỉnh có 222 ban thanh tra nhân dân.",
     "cross first=222 second=222 consistent"},
    {"Toàn huyện có 640 hội viên nông dân cao tuổi.\n\nĐã khen thưởng 640 hội viên phụ nữ tiêu biểu.",
     ""},
    {"Toàn tỉnh có 2.316 tổ hòa giải ở cơ sở.\n\nSau củng cố có 2.361 tổ hòa giải ở cơ sở.",
     "cross first=2316 second=2361 inconsistent swapped-digits"},
    {"Toàn tỉnh có 2.316 tổ hòa giải ở cơ sở.\n\nNăm trước có 2.250 tổ hòa giải ở cơ sở.",
     ""},
    {"Kế hoạch ban hành ngày 31/4/2021.",
     "date day=31 month=4 year=2021 uncheckable"},
    {"Ngày 29/02/2021 và ngày 29/02/2020.",
     "date day=29 month=2 year=2021 uncheckable"},
    {"Ngày 31 tháng 6 năm 2022 tổ chức họp.",
     "date day=31 month=6 year=2022 uncheckable"},
    {"Họp ngày 30/4 và ngày 31/9.",
     "date day=31 month=9 uncheckable"},
    {"Tỷ lệ 31/35 hộ.",
     ""},
    {"Thực hiện Chỉ thị số 09-CT/TU ngày 15/5/2019.\n\nQuán triệt Chỉ thị số 09-CT/TU, ngày 15/5/2021.",
     "date day=15 month=5 year=2021 first=- uncheckable"},
    {"Kế hoạch số 20/KH-UBND ngày 14/01/2022.\n\nKế hoạch số 20/KH-UBND ngày 20/02/2021.",
     ""},
    {"Nghị định số 149/2018/NĐ-CP ngày 07/11/2019.",
     "date day=7 month=11 year=2019 first=- uncheckable"},
    {"Nghị định số 149/2018/NĐ-CP ngày 07/11/2018.",
     ""},
    {"Chúc Tết Canh Tý năm 2022.",
     "date year=2022 first=- uncheckable"},
    {"Chúc Tết Nhâm Dần 2022.",
     ""},
    {"BÁO CÁO\nKết quả công tác năm 2022\n\nTình hình an ninh 6 tháng đầu năm ổn định.",
     "leftover printed=- uncheckable"},
    {"BÁO CÁO\nKết quả công tác năm 2022\n\nĐã sơ kết 6 tháng đầu năm.",
     ""},
    {"BÁO CÁO\nKết quả công tác 6 tháng đầu năm 2023\n\nTình hình 9 tháng đầu năm ổn định.",
     "leftover printed=- uncheckable"},
    {"BÁO CÁO\nKết quả công tác 9 tháng đầu năm 2023\n\nTình hình 6 tháng đầu năm ổn định.",
     ""},
    {"Hòa giải 120 vụ, hòa giải thành 100 vụ, chưa hòa giải 20 vụ.",
     ""},
    {"Toà án thụ lý 468 vụ (số cũ chuyển sang 38 vụ, thụ lý mới 430 vụ), đã giải quyết 441 vụ, còn lại 27 vụ.",
     "balance total=468 opening=38 received=430 resolved=441 remaining=27 consistent"},
    {"Trong 78 kiến nghị, các sở đã trả lời 71 kiến nghị, còn 07 kiến nghị.",
     "balance total=78 resolved=71 remaining=7 consistent"},
    {"Tổ chức tại 03 điểm (nhà văn hóa, trường học).",
     ""},
    {"Cấp 500 suất quà trị giá 250 triệu đồng.",
     "average total=250000000 n=500 uncheckable"},
    {"Toàn huyện có 12.640 hộ dân.\n\nCó 12.640 hộ nghèo được vay vốn.",
     ""},
    {"Đoàn có 12.640 hội viên nông dân.\n\nTrồng 12.640 hội viên phụ nữ.",
     ""},
    {"Công văn số 12/2020/QH14 và Quyết định số 15-QĐ/TW.",
     ""},
    {"Ngày 35/2/2022.",
     "date day=35 month=2 year=2022 uncheckable"},
    {"Tết Nguyên đán Quý Mão 2023 và Tết Giáp Thìn năm 2024.",
     ""},
    {"Hỗ trợ 58 hộ (2 triệu đồng/hộ), tổng số tiền 170 triệu đồng.",
     "density num=170000000 den=58 value=2000000 inconsistent swapped-digits"},
    {"Tại 04 thôn: Thượng, Hạ, Trung, Đông tổ chức họp.",
     "count_of_list stated=4 listed=- listed=- listed=- listed=- consistent"},
    {"Đợt này có 02 đơn vị (Công ty A; Công ty B).",
     "count_of_list stated=2 listed=- listed=- consistent"},
    {"Chi 900 triệu đồng cho 40 hộ và 300 triệu đồng cho nhà văn hóa, bình quân 22,5 triệu đồng/hộ.",
     "pair a=900000000 b=40 uncheckable; average avg=22500000 n=40 uncheckable"},
    {"Tiếp nhận 54.575 hồ sơ, đã giải quyết 51.780 hồ sơ, đúng hạn 51.072 hồ sơ, quá hạn còn 708 hồ sơ.",
     ""},
    {"Tiếp nhận mới 4.131 hồ sơ, tồn kỳ trước chuyển sang 2.171 hồ sơ, lũy kế đã và đang giải quyết 6.302 hồ sơ; đến hạn giải quyết 4.169 hồ sơ.",
     ""},
};

static bool is_wanted(uint8_t kind)
{
    switch (kind) {
    case QCDC_CLAIM_BALANCE:
    case QCDC_CLAIM_AVERAGE:
    case QCDC_CLAIM_DENSITY:
    case QCDC_CLAIM_COUNT_OF_LIST:
    case QCDC_CLAIM_PAIR:
    case QCDC_CLAIM_APPROX:
    case QCDC_CLAIM_SERIES:
    case QCDC_CLAIM_CROSS:
    case QCDC_CLAIM_DATE:
    case QCDC_CLAIM_LEFTOVER:
        return true;
    default:
        return false;
    }
}

static void test_others(void)
{
    claim_rows_check(rows, sizeof rows / sizeof rows[0], is_wanted);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"what is read is what the rows say", test_others},
    };
    return SUITE_RUN("find-others", tests, argc, argv);
}
