/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/period-words-private.h"

/* D10 first, then what reports also write. */
static const QcdcPeriodPattern vietnamese_patterns[] = {
    {QCDC_PERIOD_SHAPE_MONTH, "tháng {m} năm {y}"},
    {QCDC_PERIOD_SHAPE_MONTH, "tháng {m}/{y}"},
    {QCDC_PERIOD_SHAPE_MONTH, "tháng {m}-{y}"},
    {QCDC_PERIOD_SHAPE_QUARTER, "quý {q} năm {y}"},
    {QCDC_PERIOD_SHAPE_QUARTER, "quý {q}/{y}"},
    {QCDC_PERIOD_SHAPE_QUARTER, "quý {q}-{y}"},
    {QCDC_PERIOD_SHAPE_FIRST_HALF, "6 tháng đầu năm {y}"},
    {QCDC_PERIOD_SHAPE_FIRST_HALF, "nửa đầu năm {y}"},
    {QCDC_PERIOD_SHAPE_SECOND_HALF, "6 tháng cuối năm {y}"},
    {QCDC_PERIOD_SHAPE_SECOND_HALF, "nửa cuối năm {y}"},
    {QCDC_PERIOD_SHAPE_FIRST_MONTHS, "{n} tháng đầu năm {y}"},
    {QCDC_PERIOD_SHAPE_FIRST_MONTHS, "{c} tháng đầu năm {y}"},
    {QCDC_PERIOD_SHAPE_FIRST_MONTHS, "{n} tháng năm {y}"},
    {QCDC_PERIOD_SHAPE_FIRST_MONTHS, "{n} tháng/{y}"},
    {QCDC_PERIOD_SHAPE_LAST_MONTHS, "{n} tháng cuối năm {y}"},
    {QCDC_PERIOD_SHAPE_LAST_MONTHS, "{c} tháng cuối năm {y}"},
    {QCDC_PERIOD_SHAPE_YEAR, "năm {y}"},
    {QCDC_PERIOD_SHAPE_YEAR, "cả năm {y}"},
    {QCDC_PERIOD_SHAPE_YEARS, "giai đoạn {y}-{Y}"},
    {QCDC_PERIOD_SHAPE_YEARS, "giai đoạn {y} - {Y}"},
    {QCDC_PERIOD_SHAPE_YEARS, "giai đoạn {y}–{Y}"},
    {QCDC_PERIOD_SHAPE_YEARS, "giai đoạn {y} – {Y}"},
    {QCDC_PERIOD_SHAPE_YEARS, "từ năm {y} đến năm {Y}"},
    {QCDC_PERIOD_SHAPE_MONTHS, "từ tháng {m} năm {y} đến tháng {M} năm {Y}"},
    {QCDC_PERIOD_SHAPE_MONTHS, "từ tháng {m}/{y} đến tháng {M}/{Y}"},
    {QCDC_PERIOD_SHAPE_MONTHS, "từ tháng {m} đến tháng {M} năm {Y}"},
    {QCDC_PERIOD_SHAPE_DAY, "ngày {d}"},
    {QCDC_PERIOD_SHAPE_DAY, "ngày {a} tháng {m} năm {y}"},
    {QCDC_PERIOD_SHAPE_DAYS, "từ ngày {d} đến ngày {D}"},
    {QCDC_PERIOD_SHAPE_DAYS, "từ ngày {d} đến hết ngày {D}"},
    {QCDC_PERIOD_SHAPE_DAYS, "từ ngày {d} đến {D}"},
    {QCDC_PERIOD_SHAPE_DAYS, "từ {d} đến {D}"},
    {QCDC_PERIOD_SHAPE_END, NULL},
};

static const QcdcPeriodWords vietnamese = {
    .patterns = vietnamese_patterns,
    .quarters = {NULL, "I", "II", "III", "IV"},
    .counts = {NULL, "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một"},
    .example = "write tháng 9 năm 2022, quý III năm 2022, 6 tháng đầu năm 2022, năm 2022, giai đoạn 2016-2020",
};

static const QcdcPeriodPattern english_patterns[] = {
    {QCDC_PERIOD_SHAPE_MONTH, "{w} {y}"},
    {QCDC_PERIOD_SHAPE_QUARTER, "Q{q} {y}"},
    {QCDC_PERIOD_SHAPE_QUARTER, "quarter {q} of {y}"},
    {QCDC_PERIOD_SHAPE_FIRST_HALF, "first half of {y}"},
    {QCDC_PERIOD_SHAPE_SECOND_HALF, "second half of {y}"},
    {QCDC_PERIOD_SHAPE_FIRST_MONTHS, "first {c} months of {y}"},
    {QCDC_PERIOD_SHAPE_FIRST_MONTHS, "first {n} months of {y}"},
    {QCDC_PERIOD_SHAPE_LAST_MONTHS, "last {c} months of {y}"},
    {QCDC_PERIOD_SHAPE_LAST_MONTHS, "last {n} months of {y}"},
    {QCDC_PERIOD_SHAPE_YEAR, "{y}"},
    {QCDC_PERIOD_SHAPE_YEARS, "{y}–{Y}"},
    {QCDC_PERIOD_SHAPE_YEARS, "{y}-{Y}"},
    {QCDC_PERIOD_SHAPE_YEARS, "{y} – {Y}"},
    {QCDC_PERIOD_SHAPE_MONTHS, "{w} {y} – {W} {Y}"},
    {QCDC_PERIOD_SHAPE_MONTHS, "{w} {y} - {W} {Y}"},
    {QCDC_PERIOD_SHAPE_DAY, "{a} {w} {y}"},
    {QCDC_PERIOD_SHAPE_DAYS, "{a} {w} {y} – {A} {W} {Y}"},
    {QCDC_PERIOD_SHAPE_DAYS, "{a} {w} {y} - {A} {W} {Y}"},
    {QCDC_PERIOD_SHAPE_END, NULL},
};

static const QcdcPeriodWords english = {
    .patterns = english_patterns,
    .months = {NULL, "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
               "November", "December"},
    .quarters = {NULL, "1", "2", "3", "4"},
    .counts = {NULL, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"},
    .example = "write September 2022, Q3 2022, first half of 2022, 2022, 2016–2020",
};

const QcdcPeriodWords *qcdc_period_get_words(QcdcLanguage language)
{
    return language == QCDC_LANGUAGE_EN ? &english : &vietnamese;
}
