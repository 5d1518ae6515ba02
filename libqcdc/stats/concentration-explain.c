/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/concentration.h>
#include <qcdc/number.h>

#include <string.h>

#include <glib.h>

#include "kernel/text-private.h"

enum {
    NUMBER_SIZE = 40,
    MOST_DECIMALS = 9
};

typedef struct Words {
    const char *over, *units, *unit, *largest, *largest_one, *largest_unit, *have, *gini, *theil, *between, *left_out, *end;
    char point;
    QcdcLanguage language;
} Words;

static const Words vietnamese = {
    .over = "Mức độ tập trung tính trên ",
    .units = " đơn vị",
    .unit = " đơn vị",
    .largest = ": ",
    .largest_one = ": đơn vị có số liệu lớn nhất chiếm ",
    .largest_unit = " đơn vị có số liệu lớn nhất chiếm ",
    .have = "% tổng số",
    .gini = "; hệ số Gini ",
    .theil = "; chỉ số Theil ",
    .between = ", trong đó chênh lệch giữa các nhóm chiếm ",
    .left_out = "; không tính đơn vị chưa có số liệu: ",
    .end = "; ước tính tham khảo.",
    .point = ',',
    .language = QCDC_LANGUAGE_VI,
};

static const Words english = {
    .over = "Concentration over ",
    .units = " units",
    .unit = " unit",
    .largest = ": the ",
    .largest_one = ": the largest has ",
    .largest_unit = " largest have ",
    .have = "% of the total",
    .gini = "; Gini coefficient ",
    .theil = "; Theil index ",
    .between = ", of which differences between groups make ",
    .left_out = "; units left out for want of a figure: ",
    .end = "; for reference only.",
    .point = '.',
    .language = QCDC_LANGUAGE_EN,
};

static void put_number(char *buffer, const Words *words, double number, int decimals)
{
    char format[] = "%.0f";
    format[2] = (char)('0' + decimals);
    g_ascii_formatd(buffer, NUMBER_SIZE, format, number);
    for (char *at = buffer; *at != '\0'; at++)
        if (*at == '.')
            *at = words->point;
}

static void add_number(QcdcText *text, const Words *words, double number, int decimals)
{
    char buffer[NUMBER_SIZE];
    put_number(buffer, words, number, decimals);
    qcdc_text_add(text, buffer);
}

static void add_count(QcdcText *text, const Words *words, uint32_t count)
{
    char buffer[QCDC_NUMBER_TEXT_SIZE];
    QcdcNumberFormat format = {.language = words->language};
    qcdc_number_to_text((QcdcDecimal){.coefficient = count}, &format, buffer, sizeof buffer);
    qcdc_text_add(text, buffer);
}

/* Never 100 unless it is all, nor 0 unless it is nothing: as many decimals as tell it apart. */
static void add_percent(QcdcText *text, const Words *words, double share)
{
    char buffer[NUMBER_SIZE], all[NUMBER_SIZE], none[NUMBER_SIZE];
    bool is_apart = share <= 0 || share >= 1;
    int decimals = is_apart ? 0 : 1;
    put_number(buffer, words, 100 * share, decimals);
    for (; !is_apart && decimals < MOST_DECIMALS; decimals++) {
        put_number(buffer, words, 100 * share, decimals);
        put_number(all, words, 100, decimals);
        put_number(none, words, 0, decimals);
        is_apart = strcmp(buffer, all) != 0 && strcmp(buffer, none) != 0;
    }
    qcdc_text_add(text, buffer);
}

static void add_largest(QcdcText *text, const Words *words, const QcdcConcentration *concentration)
{
    qcdc_text_add(text, concentration->largest == 1 ? words->largest_one : words->largest);
    if (concentration->largest != 1) {
        add_count(text, words, concentration->largest);
        qcdc_text_add(text, words->largest_unit);
    }
    add_percent(text, words, concentration->largest_share);
    qcdc_text_add(text, words->have);
}

static void add_theil(QcdcText *text, const Words *words, const QcdcConcentration *concentration)
{
    qcdc_text_add(text, words->theil);
    add_number(text, words, concentration->theil, 2);
    if (concentration->groups > 1 && concentration->theil > 0) {
        qcdc_text_add(text, words->between);
        add_percent(text, words, concentration->theil_between / concentration->theil);
        qcdc_text_add(text, "%");
    }
}

size_t qcdc_concentration_explain(const QcdcConcentration *concentration, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    const Words *words = language == QCDC_LANGUAGE_EN ? &english : &vietnamese;
    if (concentration == NULL || concentration->units == 0)
        return qcdc_text_finish(&text);
    qcdc_text_add(&text, words->over);
    add_count(&text, words, concentration->units);
    qcdc_text_add(&text, concentration->units == 1 ? words->unit : words->units);
    add_largest(&text, words, concentration);
    qcdc_text_add(&text, words->gini);
    add_number(&text, words, concentration->gini, 2);
    add_theil(&text, words, concentration);
    if (concentration->left_out > 0) {
        qcdc_text_add(&text, words->left_out);
        add_count(&text, words, concentration->left_out);
    }
    qcdc_text_add(&text, words->end);
    return qcdc_text_finish(&text);
}
