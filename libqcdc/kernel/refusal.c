/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/refusal.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"

static const struct Words {
    const char *name, *vi, *en;
} words[QCDC_REFUSAL_END] = {
    [QCDC_REFUSAL_RANK_SUM] = {
        "rank-sum",
        "Thứ hạng không cộng được: chỉ có số liệu khi được báo cáo cho đúng đơn vị và kỳ này (S5).",
        "Ranks cannot be added: there is a figure only where one was reported for this very unit and period (S5).",
    },
    [QCDC_REFUSAL_SCORE_SUM] = {
        "score-sum",
        "Điểm số không cộng được: chỉ có số liệu khi được báo cáo cho đúng đơn vị và kỳ này (S5).",
        "Scores cannot be added: there is a figure only where one was reported for this very unit and period (S5).",
    },
    [QCDC_REFUSAL_RATIO_SUM] = {
        "ratio-sum",
        "Tỷ lệ không có công thức nên không cộng được: chỉ có số liệu khi được báo cáo cho đúng đơn vị và kỳ này (S5).",
        "A ratio without a formula cannot be added: there is a figure only where one was reported for this very unit and "
        "period (S5).",
    },
    [QCDC_REFUSAL_DISTINCT_OVER_TIME] = {
        "distinct-over-time",
        "Số không trùng không cộng được theo thời gian: mỗi kỳ phải được báo cáo riêng (S5).",
        "A count without repetition cannot be added over time: each period has to be reported by itself (S5).",
    },
    [QCDC_REFUSAL_OVER_UNITS] = {
        "over-units",
        "Chỉ tiêu này được khai báo là không cộng theo đơn vị: chỉ có số liệu khi được báo cáo cho đúng đơn vị này (S5).",
        "This indicator is declared as not added over units: there is a figure only where one was reported for this very "
        "unit (S5).",
    },
    [QCDC_REFUSAL_OVER_TIME] = {
        "over-time",
        "Chỉ tiêu này được khai báo là không cộng theo thời gian: chỉ có số liệu khi được báo cáo cho đúng kỳ này (S5).",
        "This indicator is declared as not added over time: there is a figure only where one was reported for this very "
        "period (S5).",
    },
    [QCDC_REFUSAL_FORM_TERM] = {
        "form-term",
        "Công thức có số liệu thành phần không cộng được ở đơn vị hoặc kỳ này nên không tính được (S6).",
        "A term of the formula cannot be added for this unit or period, so the formula has no value (S6).",
    },
    [QCDC_REFUSAL_UNIVERSES] = {
        "universes",
        "Các chỉ tiêu thuộc phạm vi tính khác nhau nên không cộng, chia hoặc ghép vào nhau (S8).",
        "The indicators count in different universes, so they are not added, divided or put into one another (S8).",
    },
    [QCDC_REFUSAL_BREAK] = {
        "break",
        "Khái niệm, phạm vi tính của chỉ tiêu đã thay đổi giữa hai kỳ nên không so sánh được; cần số liệu kỳ gốc tính theo khái "
        "niệm mới (S8).",
        "The definition of the indicator changed between the two periods, so they are not comparable; a base on the new "
        "definition is wanted (S8).",
    },
    [QCDC_REFUSAL_CALENDAR_LABEL] = {
        "calendar-label",
        "Lịch chốt số liệu không quy định ngày đầu, ngày cuối của kỳ này (S14).",
        "The calendar does not rule the first and last day of this period (S14).",
    },
    [QCDC_REFUSAL_DEADLINE_CALENDAR] = {
        "deadline-calendar",
        "Không có lịch chốt số liệu thì không có ngày chốt và không tính được thời hạn gửi báo cáo (S14).",
        "Without a calendar there is no cut-off day, and so no deadline (S14).",
    },
    [QCDC_REFUSAL_DEADLINE_HOLIDAYS] = {
        "deadline-holidays",
        "Chưa có danh sách ngày nghỉ lễ, tết của năm này nên không tính được thời hạn gửi báo cáo theo ngày làm việc (S14).",
        "The holidays of this year are not known, so working days cannot be counted to a deadline (S14).",
    },
    [QCDC_REFUSAL_SPAN_SAME_PERIOD] = {
        "span-same-period",
        "Giai đoạn nhiều năm trùng một phần với chính nó lùi lại một năm nên không có cùng kỳ năm trước; hãy so với giai đoạn liền "
        "trước (S15).",
        "A span of years overlaps itself a year back, so it has no same period last year; take the span before (S15).",
    },
    [QCDC_REFUSAL_MONTHS_AGAINST_YEAR] = {
        "months-against-year",
        "Số liệu một số tháng không so với số liệu cả năm; hãy so với cùng số tháng của năm gốc (S15).",
        "Some months of a year are not compared with a full year; take the same months of the other year (S15).",
    },
    [QCDC_REFUSAL_BEFORE_YEAR_ONE] = {
        "before-year-one",
        "Kỳ gốc ở trước năm 1 nên không có (S15).",
        "The base would begin before year 1 (S15).",
    },
    [QCDC_REFUSAL_PERCENT_BASE] = {
        "percent-base",
        "Số kỳ gốc không lớn hơn 0 nên không tính tỷ lệ phần trăm tăng, giảm; chỉ nêu chênh lệch (S22).",
        "The base is not above 0, so there is no percent; the difference is told (S22).",
    },
    [QCDC_REFUSAL_RANK_FIELD] = {
        "rank-field",
        "Số đơn vị được xếp hạng ở hai kỳ khác nhau nên không so sánh số bậc (S22).",
        "Different numbers were ranked in the two periods, so places are not compared (S22).",
    },
    [QCDC_REFUSAL_PLAN_BASE] = {
        "plan-base",
        "Kế hoạch không lớn hơn 0 nên không tính tỷ lệ hoàn thành; chỉ nêu chênh lệch (S24).",
        "The plan is not above 0, so there is no attainment; the difference is told (S24).",
    },
    [QCDC_REFUSAL_COMMON_BASIS] = {
        "common-basis",
        "Chỉ so sánh trên các đơn vị có số liệu của cả hai kỳ khi có đúng một kỳ gốc; kế hoạch, đơn vị khác và bình quân chung không có (W24).",
        "Only one base in time is compared on the units with figures for both periods; a plan, another unit and a mean are not (W24).",
    },
    [QCDC_REFUSAL_XLSX_FEATURE] = {
        "xlsx-feature",
        "Thư viện này được biên dịch không có phần ghi bảng tính xlsx; hãy dùng csv hoặc html (D63).",
        "This library was built without workbooks (xlsx); take csv or html (D63).",
    },
};

static const struct Words *find(QcdcRefusal refusal)
{
    return (int)refusal > QCDC_REFUSAL_NONE && refusal < QCDC_REFUSAL_END ? &words[refusal] : NULL;
}

const char *qcdc_refusal_to_name(QcdcRefusal refusal)
{
    const struct Words *found = find(refusal);
    return found != NULL ? found->name : NULL;
}

const char *qcdc_refusal_explain(QcdcRefusal refusal, QcdcLanguage language)
{
    const struct Words *found = find(refusal);
    if (found == NULL || (int)language < 0 || language >= QCDC_LANGUAGE_END)
        return NULL;
    return language == QCDC_LANGUAGE_EN ? found->en : found->vi;
}

QcdcStatus qcdc_error_refuse(QcdcError *error, QcdcRefusal refusal)
{
    if (error != NULL)
        error->refusal = QCDC_FAULT("refusal-named", refusal, QCDC_REFUSAL_NONE);
    return QCDC_STATUS_REFUSED;
}
