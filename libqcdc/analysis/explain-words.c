/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "explain-words-private.h"

static const char *const words_vi[EXPLAIN_END] = {
    [EXPLAIN_NO_VALUE] = "chưa có số liệu",
    [EXPLAIN_NOT_APPLICABLE] = "không thuộc phạm vi báo cáo",
    [EXPLAIN_NOT_IN_FORCE] = "Đơn vị không hoạt động trong kỳ này (S9).",
    [EXPLAIN_SUM_OVER_TIME] = "Theo thời gian: cộng các kỳ con, kỳ ngắn nhất có đủ số liệu trước (S16).",
    [EXPLAIN_FIRST_OVER_TIME] = "Theo thời gian: lấy kỳ con đầu tiên (S17).",
    [EXPLAIN_LAST_OVER_TIME] = "Theo thời gian: lấy kỳ con cuối cùng (S17).",
    [EXPLAIN_FORMULA] = "Tính theo công thức {} (S6).",
    [EXPLAIN_TERM_NOW] = "kỳ này",
    [EXPLAIN_TERM_PREVIOUS] = "kỳ trước",
    [EXPLAIN_TERM_BASE] = "cùng kỳ năm trước",
    [EXPLAIN_COVERED] = "Chỉ tính {} đơn vị có đủ các số liệu thành phần (S6).",
    [EXPLAIN_DENOMINATOR_ZERO] = "Mẫu số bằng 0 nên không có tỷ lệ.",
    [EXPLAIN_COUNTS] = "Số kỳ báo cáo có số liệu / phải có: {} (S18).",
    [EXPLAIN_UNITS] = "Số đơn vị có số liệu / phải báo cáo: {}.",
    [EXPLAIN_ROWS] = "Các dòng số liệu đã dùng:",
    [EXPLAIN_GAPS] = "Còn thiếu:",
    [EXPLAIN_EXCUSES] = "Không phải báo cáo (S18):",
    [EXPLAIN_OTHER_UNITS] = "các đơn vị khác",
    [EXPLAIN_MORE] = "… và {} mục nữa",
    [EXPLAIN_REVISION] = "đính chính lần ",
    [EXPLAIN_REPLACED] = "trước đó ",
    [EXPLAIN_ADDED] = "số liệu bổ sung",
    [EXPLAIN_FORM_OVER_TIME] =
        "Các số liệu thành phần có quy tắc thời gian khác nhau: công thức tính trên số liệu của chính kỳ này, không cộng kết quả của "
        "các kỳ con (S6).",
    [EXPLAIN_COMPARED] = "so sánh:",
    [EXPLAIN_NO_PLAN] = "- chưa có kế hoạch",
    [EXPLAIN_NO_BASE] = "- không có số liệu gốc để so sánh",
    [EXPLAIN_MEAN] = "- bình quân chung ",
    [EXPLAIN_DIFFERENCE] = "Chênh lệch: ",
    [EXPLAIN_BREAKS] = "Các dòng số liệu có đánh dấu thay đổi (B):",
    [EXPLAIN_COMMON] = "Tính trên các đơn vị có số liệu của cả hai kỳ (S23).",
    [EXPLAIN_BEGUN] = "Đơn vị hoạt động từ ngày ",
    [EXPLAIN_ENDED] = "Đơn vị kết thúc hoạt động từ ngày ",
    [EXPLAIN_PART] = "Đóng góp (S25): thay đổi của thành phần ",
    [EXPLAIN_WHOLE] = "; thay đổi chung ",
    [EXPLAIN_WHOLE_BASE] = "; số liệu gốc chung ",
    [EXPLAIN_MEAN_PER_YEAR] = "Bình quân mỗi năm (S25): ",
    [EXPLAIN_GROWTH] = "Tăng, giảm bình quân theo số nhân (S25): từ ",
    [EXPLAIN_IN_YEARS] = "số năm ",
};

static const char *const words_en[EXPLAIN_END] = {
    [EXPLAIN_NO_VALUE] = "no figure",
    [EXPLAIN_NOT_APPLICABLE] = "not applicable",
    [EXPLAIN_NOT_IN_FORCE] = "The unit is not in force in this period (S9).",
    [EXPLAIN_SUM_OVER_TIME] = "Over time: the sum of the shorter periods, the shortest complete ones first (S16).",
    [EXPLAIN_FIRST_OVER_TIME] = "Over time: the first of the shorter periods (S17).",
    [EXPLAIN_LAST_OVER_TIME] = "Over time: the last of the shorter periods (S17).",
    [EXPLAIN_FORMULA] = "By the formula {} (S6).",
    [EXPLAIN_TERM_NOW] = "this period",
    [EXPLAIN_TERM_PREVIOUS] = "previous period",
    [EXPLAIN_TERM_BASE] = "same period last year",
    [EXPLAIN_COVERED] = "Only the {} units that have all terms are counted (S6).",
    [EXPLAIN_DENOMINATOR_ZERO] = "The denominator is 0, so there is no ratio.",
    [EXPLAIN_COUNTS] = "Reporting periods with a value / expected: {} (S18).",
    [EXPLAIN_UNITS] = "Units with a value / expected: {}.",
    [EXPLAIN_ROWS] = "Rows used:",
    [EXPLAIN_GAPS] = "Missing:",
    [EXPLAIN_EXCUSES] = "Not to report (S18):",
    [EXPLAIN_OTHER_UNITS] = "other units",
    [EXPLAIN_MORE] = "… and {} more",
    [EXPLAIN_REVISION] = "revision ",
    [EXPLAIN_REPLACED] = "before ",
    [EXPLAIN_ADDED] = "added",
    [EXPLAIN_FORM_OVER_TIME] =
        "The terms have different time rules: the formula is worked out on the figures of this very period, not added over shorter "
        "ones (S6).",
    [EXPLAIN_COMPARED] = "compared:",
    [EXPLAIN_NO_PLAN] = "- no plan",
    [EXPLAIN_NO_BASE] = "- nothing to compare it with",
    [EXPLAIN_MEAN] = "- the mean for ",
    [EXPLAIN_DIFFERENCE] = "Difference: ",
    [EXPLAIN_BREAKS] = "Rows marked as a break (B):",
    [EXPLAIN_COMMON] = "Over the units that have a value in both periods (S23).",
    [EXPLAIN_BEGUN] = "The unit is in force from ",
    [EXPLAIN_ENDED] = "The unit is no longer in force from ",
    [EXPLAIN_PART] = "Contribution (S25): change of the part ",
    [EXPLAIN_WHOLE] = "; of the whole ",
    [EXPLAIN_WHOLE_BASE] = "; base of the whole ",
    [EXPLAIN_MEAN_PER_YEAR] = "Mean per year (S25): ",
    [EXPLAIN_GROWTH] = "Geometric growth (S25): from ",
    [EXPLAIN_IN_YEARS] = "years ",
};

static const char *const origins_vi[QCDC_ORIGIN_END] = {
    [QCDC_ORIGIN_NONE] = "Không có số liệu nào để tổng hợp.",
    [QCDC_ORIGIN_OWN] = "Số liệu của riêng đơn vị (S11).",
    [QCDC_ORIGIN_SUM] = "Cộng số liệu của riêng đơn vị và của các đơn vị trực thuộc; đã đủ số liệu (S11).",
    [QCDC_ORIGIN_REPORTED_TOTAL] =
        "Số tổng hợp toàn địa bàn do đơn vị báo cáo, vì chưa đủ số liệu của các đơn vị bên dưới (S11).",
    [QCDC_ORIGIN_PARTIAL] = "Tổng của phần đã có số liệu, chưa đủ (S11, S16).",
    [QCDC_ORIGIN_COARSE] = "Số liệu được báo cáo cho kỳ dài hơn kỳ báo cáo thường lệ (S16).",
    [QCDC_ORIGIN_CARRIED] = "Kỳ này chưa có số liệu; dùng giá trị gần nhất đã biết, coi là số ước (S17).",
};

static const char *const origins_en[QCDC_ORIGIN_END] = {
    [QCDC_ORIGIN_NONE] = "There is nothing to roll up.",
    [QCDC_ORIGIN_OWN] = "The unit's own figure (S11).",
    [QCDC_ORIGIN_SUM] = "The sum of the unit's own figure and of the units below it; complete (S11).",
    [QCDC_ORIGIN_REPORTED_TOTAL] = "The total reported for the whole area, because the units below are not complete (S11).",
    [QCDC_ORIGIN_PARTIAL] = "The sum of what there is; not complete (S11, S16).",
    [QCDC_ORIGIN_COARSE] = "A figure reported for a longer period than usual (S16).",
    [QCDC_ORIGIN_CARRIED] = "This period has no figure; the last known one stands in as an estimate (S17).",
};

const char *explain_words(QcdcLanguage language, ExplainWords words)
{
    return language == QCDC_LANGUAGE_EN ? words_en[words] : words_vi[words];
}

const char *explain_origin(QcdcLanguage language, QcdcOrigin origin)
{
    return language == QCDC_LANGUAGE_EN ? origins_en[origin] : origins_vi[origin];
}
