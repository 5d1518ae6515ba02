/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/significance.h>

#include <math.h>

#include <glib.h>

#include "kernel/text-private.h"

enum {
    NUMBER_SIZE = 40
};

typedef struct Words {
    const char *chance, *more, *p, *below, *ratios[QCDC_SIGNIFICANCE_END], *between, *to, *no_bound, *end;
    char point;
} Words;

static const Words vietnamese = {
    .chance = "Mức chênh lệch này có thể chỉ do dao động ngẫu nhiên",
    .more = "Mức chênh lệch này vượt quá dao động ngẫu nhiên thường gặp",
    .p = " (p = ",
    .below = " (p < ",
    .ratios = {NULL, "; tỷ số ", "; tỷ số giữa hai tỷ suất ", "; tỷ số chênh "},
    .between = ", khoảng tin cậy ",
    .to = " đến ",
    .no_bound = "không có cận trên",
    .end = "); ước tính tham khảo.",
    .point = ',',
};

static const Words english = {
    .chance = "Chance alone may make such a difference",
    .more = "The difference is beyond what chance alone commonly makes",
    .p = " (p = ",
    .below = " (p < ",
    .ratios = {NULL, "; ratio ", "; ratio of the rates ", "; ratio of the odds "},
    .between = ", confidence interval ",
    .to = " to ",
    .no_bound = "no upper bound",
    .end = "); for reference only.",
    .point = '.',
};

static void add_number(QcdcText *text, const Words *words, double number, const char *format)
{
    char buffer[NUMBER_SIZE];
    g_ascii_formatd(buffer, sizeof buffer, format, number);
    for (char *at = buffer; *at != '\0'; at++)
        if (*at == '.')
            *at = words->point;
    qcdc_text_add(text, buffer);
}

/* Three digits, as people read a ratio. */
static void add_ratio(QcdcText *text, const Words *words, double ratio)
{
    if (isinf(ratio))
        qcdc_text_add(text, "∞");
    else
        add_number(text, words, ratio, ratio == 0 ? "%.0f" : ratio >= 99.95 ? "%.0f" : ratio >= 9.995 ? "%.1f" : ratio >= 0.0095 ? "%.2f" : "%.1e");
}

static void add_interval(QcdcText *text, const Words *words, const QcdcSignificance *significance)
{
    qcdc_text_add(text, words->between);
    add_number(text, words, 100 * significance->level, "%.10g");
    qcdc_text_add(text, "%: ");
    add_ratio(text, words, significance->low);
    qcdc_text_add(text, isinf(significance->high) ? ", " : words->to);
    if (isinf(significance->high))
        qcdc_text_add(text, words->no_bound);
    else
        add_ratio(text, words, significance->high);
}

size_t qcdc_significance_explain(const QcdcSignificance *significance, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    const Words *words = language == QCDC_LANGUAGE_EN ? &english : &vietnamese;
    if (significance == NULL || significance->kind == QCDC_SIGNIFICANCE_NONE || significance->kind >= QCDC_SIGNIFICANCE_END)
        return qcdc_text_finish(&text);
    bool is_small = significance->exact < 0.0005;
    qcdc_text_add(&text, significance->exact < 1 - significance->level ? words->more : words->chance);
    qcdc_text_add(&text, is_small ? words->below : words->p);
    add_number(&text, words, is_small ? 0.001 : significance->exact, "%.3f");
    if (!isnan(significance->ratio)) {
        qcdc_text_add(&text, words->ratios[significance->kind]);
        add_ratio(&text, words, significance->ratio);
        add_interval(&text, words, significance);
    }
    qcdc_text_add(&text, words->end);
    return qcdc_text_finish(&text);
}
