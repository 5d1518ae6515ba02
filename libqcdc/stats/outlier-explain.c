/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include "language/number-private.h"

#include <qcdc/outlier.h>

enum {
    MOST_DECIMALS = 18
};

/* Larger numbers are no figures. */
static const double most_coefficient = 9e17;

typedef struct Words {
    const char *begin, *by_itself, *and_peers, *other_units, *from, *to, *estimate, *end, *causes[QCDC_OUTLIER_CAUSE_END];
} Words;

static const Words vietnamese = {
    .begin = "Số liệu ",
    .by_itself = " cần rà soát: so với các kỳ khác của đơn vị",
    .and_peers = " và với ",
    .other_units = " đơn vị khác",
    .from = " thì thường từ ",
    .to = " đến ",
    .estimate = ", ước tính tham khảo ",
    .end = ".",
    .causes = {"",
               " Có thể thừa một chữ số.", " Có thể thiếu một chữ số.", " Có thể thừa hai chữ số hoặc khác đơn vị tính.",
               " Có thể thiếu hai chữ số hoặc khác đơn vị tính.", " Có thể khác đơn vị tính (gấp một nghìn lần).",
               " Có thể khác đơn vị tính (bằng một phần nghìn).", " Có thể chưa có báo cáo."},
};

static const Words english = {
    .begin = "The figure ",
    .by_itself = " is to be looked at again: by the unit's other periods",
    .and_peers = " and ",
    .other_units = " other units",
    .from = ", ",
    .to = " to ",
    .estimate = " would be ordinary; estimate for reference only: ",
    .end = ".",
    .causes = {"", " Perhaps a digit too many.", " Perhaps a digit too few.", " Perhaps two digits too many, or another measure.",
               " Perhaps two digits too few, or another measure.", " Perhaps another measure (a thousand times as much).",
               " Perhaps another measure (a thousandth).", " Perhaps not reported yet."},
};

/* An estimate with the decimals of its figure, and a tenth more where it is small. */
static void add_estimate(QcdcText *text, double number, unsigned decimals, const QcdcNumberFormat *format)
{
    double power = pow(10, decimals), coefficient;
    if (number * power < 10 && floor(number * power) != number * power && decimals < MOST_DECIMALS) {
        decimals++;
        power *= 10;
    }
    coefficient = fmax(fmin(floor(number * power + 0.5), most_coefficient), -most_coefficient);
    QcdcDecimal value = {.coefficient = (int64_t)coefficient, .decimals = (uint8_t)decimals};
    qcdc_number_add(text, value, format);
}

size_t qcdc_outlier_explain(const QcdcOutlier *outlier, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    const Words *words = language == QCDC_LANGUAGE_EN ? &english : &vietnamese;
    QcdcNumberFormat format = {.language = language == QCDC_LANGUAGE_EN ? QCDC_LANGUAGE_EN : QCDC_LANGUAGE_VI};
    if (outlier == NULL || outlier->period.kind == QCDC_PERIOD_NONE || outlier->cause >= QCDC_OUTLIER_CAUSE_END)
        return qcdc_text_finish(&text);
    unsigned decimals = outlier->value.decimals;
    qcdc_text_add(&text, words->begin);
    qcdc_number_add(&text, outlier->value, &format);
    qcdc_text_add(&text, words->by_itself);
    if (outlier->peers > 0) {
        qcdc_text_add(&text, words->and_peers);
        qcdc_number_add(&text, (QcdcDecimal){.coefficient = outlier->peers}, &format);
        qcdc_text_add(&text, words->other_units);
    }
    qcdc_text_add(&text, words->from);
    add_estimate(&text, outlier->low, decimals, &format);
    qcdc_text_add(&text, words->to);
    add_estimate(&text, outlier->high, decimals, &format);
    qcdc_text_add(&text, words->estimate);
    add_estimate(&text, outlier->typical, decimals, &format);
    qcdc_text_add(&text, words->end);
    qcdc_text_add(&text, words->causes[outlier->cause]);
    return qcdc_text_finish(&text);
}
