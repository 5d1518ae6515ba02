/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "frame-words-private.h"

#include <string.h>

#include "kernel/fault-private.h"

static const FrameWords vietnamese = {
    .reported_by = "theo báo cáo của",
    .of = "/",
    .common_before = "tính trên",
    .common_after = "có số liệu của cả hai kỳ",
    .no_figures = "chưa có số liệu",
    .no_common = "của cả hai kỳ",
    .estimated = "ước",
    .provisional = "sơ bộ",
    .has = "có",
    .past = "đã ",
    .none = NULL,
    .rank = "thứ",
    .rate = "đạt tỷ lệ",
    .also = "cũng",
    .field_changed_before = "không so sánh số bậc do số",
    .field_changed_after = "được xếp hạng thay đổi",
    .units = "đơn vị",
    .earlier = "",
    .in = "",
    .as = "",
    .as_of = "Tính đến hết",
    .as_of_day = "Tính đến",
    .comprising = "gồm:",
    .comprising_again = "gồm:",
    .of_which = "trong đó",
    .of_which_units = "trong đó:",
    .and = "và",
    .amount_subject = "số",
    .ratio_subject = "tỷ lệ",
    .score_subject = "điểm số",
    .names_lead = false,
};

static const FrameWords english = {
    .reported_by = "from",
    .of = " of ",
    .common_before = "on the",
    .common_after = "with figures for both periods",
    .no_figures = "not reported",
    .no_common = "for both periods",
    .estimated = "an estimated",
    .provisional = "a provisional",
    .has = "",
    .past = "",
    .none = "none",
    .rank = "",
    .rate = "",
    .also = "",
    .field_changed_before = "places not compared because the field changed",
    .field_changed_after = "",
    .units = "",
    .earlier = "a year earlier",
    .in = "in",
    .as = "as",
    .as_of = "At the end of",
    .as_of_day = "As at",
    .comprising = "comprising:",
    .comprising_again = "by another breakdown:",
    .of_which = "of which",
    .of_which_units = "of which:",
    .and = "and",
    .amount_subject = "",
    .ratio_subject = "rate",
    .score_subject = "score",
    .names_lead = true,
};

static const TableWords vietnamese_table = {
    .comparison = "So sánh",
    .figures = "Số liệu",
    .unit = "Đơn vị",
    .indicator = "Chỉ tiêu",
    .measure = "Đơn vị tính",
    .period = "Kỳ",
    .now = "Kỳ này",
    .base = "Kỳ gốc",
    .change = "So sánh",
    .value = "Số liệu",
    .reports = "Báo cáo",
    .called = "Kỳ",
    .difference = "Tăng, giảm",
    .percent = "Tỷ lệ (%)",
    .attainment = "Kế hoạch (%)",
    .expected = "Phải báo cáo",
    .valued = "Đã báo cáo",
    .status = "Trạng thái",
    .origin = "Nguồn",
    .ranking = "Thứ hạng",
    .place = "Thứ hạng",
    .group = "Nhóm",
    .days = "Thời gian chốt số liệu",
    .first_day = "Từ",
    .last_day = "Đến hết",
    .deadline = "Hạn gửi",
};

static const TableWords english_table = {
    .comparison = "Comparison",
    .figures = "Figures",
    .unit = "Unit",
    .indicator = "Indicator",
    .measure = "Measure",
    .period = "Period",
    .now = "Current",
    .base = "Base",
    .change = "Change",
    .value = "Value",
    .reports = "Reports",
    .called = "Period",
    .difference = "Difference",
    .percent = "Percent",
    .attainment = "Of plan (%)",
    .expected = "Expected",
    .valued = "Reported",
    .status = "Status",
    .origin = "Origin",
    .ranking = "Places",
    .place = "Place",
    .group = "Group",
    .days = "Cut-off days",
    .first_day = "From",
    .last_day = "To the end of",
    .deadline = "Deadline",
};

/* S4, W28 */
static const char *const hedges[][2] = {
    {"trên", "more than"}, {"hơn", "more than"},      {"gần", "nearly"},           {"khoảng", "about"},
    {"ước", "an estimated"}, {"ước đạt", "an estimated"}, {"ước tính", "an estimated"}, {"không quá", "no more than"},
};

const char *frame_words_hedge(const char *hedge, QcdcLanguage language)
{
    for (size_t i = 0; language == QCDC_LANGUAGE_EN && hedge != NULL && i < sizeof hedges / sizeof hedges[0]; i++)
        if (QCDC_FAULT("frame-hedge", strcmp(hedge, hedges[i][0]) == 0, false))
            return hedges[i][1];
    return hedge;
}

const FrameWords *frame_words_get(QcdcLanguage language)
{
    return language == QCDC_LANGUAGE_EN ? &english : &vietnamese;
}

const TableWords *table_words_get(QcdcLanguage language)
{
    return language == QCDC_LANGUAGE_EN ? &english_table : &vietnamese_table;
}

const char *frame_words_call(const char *code, const char *name, QcdcLanguage language)
{
    bool is_others = strcmp(code, "group:*") == 0 && strcmp(name, code) == 0;
    if (!is_others)
        return name;
    return language == QCDC_LANGUAGE_EN ? "other units" : "các đơn vị khác";
}
