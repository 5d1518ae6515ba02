/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/deed-private.h"

#include "reading/operand-private.h"

enum {
    DEED_REACH = 5 /* tokens behind the first word of what is counted */
};

bool deed_is_told(const Scene *scene, const Mention *count, size_t limit)
{
    static const char *const deeds[] = {
        "có", "đạt", "tổ chức", "thực hiện", "ký", "tham gia", "thành lập", "xây dựng", "ban hành", "triển khai", "đăng ký", "niêm yết", "công khai",
        "áp dụng", "ứng dụng", "sử dụng", "dùng", "trang bị", "đầu tư", "được công nhận", "được cấp", "được tặng", "đóng", "biết", "duy trì", "bố trí",
        "hoàn thành", "hoạt động", "được khám", "được lập", "được quản lý", "được tiêm", "được hỗ trợ", "được tập huấn", "được vay", "được đào tạo", "được tư vấn",
    };
    static const char *const grades[] = {"loại", "hạng", "giải", "mức", "điểm", "hình thức", "nhiệm vụ", "trái phép", "không phép", "sai phép", "sai"};
    size_t from = count->noun_first + (size_t)1, end = from;
    while (end < limit && end < from + DEED_REACH && scene->tokens[end].kind != TOKEN_MARK)
        end++;
    return operand_is_count(count) && !count->is_measure && count->scale == 0 && operand_says_any(scene, from, end, deeds, sizeof deeds / sizeof deeds[0]) &&
           !operand_says_any(scene, from, end, grades, sizeof grades / sizeof grades[0]);
}
