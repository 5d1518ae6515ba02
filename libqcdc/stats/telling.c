/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/telling-private.h"

#include <math.h>

#include <glib.h>

enum {
    NUMBER_SIZE = 400 /* bytes of the longest double before the point */
};

void telling_add_number(QcdcText *text, QcdcLanguage language, double number, const char *format)
{
    char buffer[NUMBER_SIZE];
    g_ascii_formatd(buffer, sizeof buffer, format, number);
    for (char *at = buffer; *at != '\0' && language != QCDC_LANGUAGE_EN; at++)
        if (*at == '.')
            *at = ',';
    qcdc_text_add(text, buffer);
}

void telling_add_figure(QcdcText *text, QcdcLanguage language, double number)
{
    double size = fabs(number);
    const char *format = size == 0 || size >= 99.95 ? "%.0f" : size >= 9.995 ? "%.1f" : size >= 0.995 ? "%.2f" : size >= 0.00095 ? "%.3f" : "%.1e";
    if (isinf(number))
        qcdc_text_add(text, number > 0 ? "∞" : "−∞");
    else
        telling_add_number(text, language, number, format);
}

void telling_add_interval(QcdcText *text, QcdcLanguage language, const char *before, double low, double high, double level)
{
    bool is_english = language == QCDC_LANGUAGE_EN;
    qcdc_text_add(text, before);
    qcdc_text_add(text, is_english ? "confidence interval " : "khoảng tin cậy ");
    telling_add_number(text, language, 100 * level, "%.10g");
    qcdc_text_add(text, "%: ");
    if (isinf(low))
        qcdc_text_add(text, is_english ? "no lower bound" : "không có cận dưới");
    else
        telling_add_figure(text, language, low);
    qcdc_text_add(text, isinf(low) || isinf(high) ? ", " : is_english ? " to " : " đến ");
    if (isinf(high))
        qcdc_text_add(text, is_english ? "no upper bound" : "không có cận trên");
    else
        telling_add_figure(text, language, high);
}

/* The fewest digits that are read back as the same number. */
static void add_exactly(QcdcText *text, double number)
{
    static const char *const formats[] = {"%.15g", "%.16g", "%.17g"};
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        g_ascii_formatd(buffer, sizeof buffer, formats[i], number);
        if (g_ascii_strtod(buffer, NULL) == number)
            break;
    }
    qcdc_text_add(text, buffer);
}

void telling_add_member(QcdcText *text, const char *name, double number, bool is_first)
{
    qcdc_text_add(text, is_first ? "\"" : ",\"");
    qcdc_text_add(text, name);
    qcdc_text_add(text, "\":");
    if (isfinite(number))
        add_exactly(text, number);
    else
        qcdc_text_add(text, "null");
}
