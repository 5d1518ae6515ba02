/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/shown-private.h"

#include <math.h>
#include <string.h>

#include <glib.h>

enum {
    NUMBER_SIZE = 40,
    MOST_DECIMALS = 6
};

/* Beyond these a number is told by its power of ten. */
static const double longest = 1e15, shortest = 5e-5;

static bool is_vietnamese(QcdcLanguage language)
{
    return language != QCDC_LANGUAGE_EN;
}

/* What g_ascii_formatd() made, with the separators of a language; thousands only where there is no power of ten. */
static void add_formatted(QcdcText *text, QcdcLanguage language, const char *formatted)
{
    const char *digits = formatted + (*formatted == '-');
    size_t whole = strspn(digits, "0123456789");
    bool is_plain = strchr(digits, 'e') == NULL;
    qcdc_text_add_bytes(text, formatted, (size_t)(digits - formatted));
    for (size_t i = 0; i < whole; i++) {
        qcdc_text_add_bytes(text, digits + i, 1);
        if (is_plain && i + 1 < whole && (whole - i - 1) % 3 == 0)
            qcdc_text_add(text, is_vietnamese(language) ? "." : ",");
    }
    for (const char *at = digits + whole; *at != '\0'; at++)
        qcdc_text_add_bytes(text, *at == '.' && is_vietnamese(language) ? "," : at, 1);
}

void shown_add_fixed(QcdcText *text, QcdcLanguage language, double number, int decimals)
{
    char format[] = "%.0f", buffer[NUMBER_SIZE];
    if (!(fabs(number) < longest)) {
        g_ascii_formatd(buffer, sizeof buffer, "%.2e", number);
        add_formatted(text, language, buffer);
        return;
    }
    format[2] = (char)('0' + decimals);
    g_ascii_formatd(buffer, sizeof buffer, format, number);
    bool is_nothing = strspn(buffer, "-0.") == strlen(buffer);
    add_formatted(text, language, buffer + (is_nothing && *buffer == '-'));
}

void shown_add(QcdcText *text, QcdcLanguage language, double number)
{
    char buffer[NUMBER_SIZE];
    double size = fabs(number), next = 99.95;
    int decimals = 0;
    if (isinf(number)) {
        qcdc_text_add(text, number > 0 ? "∞" : "−∞");
        return;
    }
    if (size > 0 && size < shortest) {
        g_ascii_formatd(buffer, sizeof buffer, "%.2e", number);
        add_formatted(text, language, buffer);
        return;
    }
    for (; size > 0 && size < next && decimals < MOST_DECIMALS; decimals++)
        next /= 10;
    shown_add_fixed(text, language, number, decimals);
}

void shown_add_level(QcdcText *text, QcdcLanguage language, double level)
{
    char buffer[NUMBER_SIZE];
    g_ascii_formatd(buffer, sizeof buffer, "%.10g", 100 * level);
    add_formatted(text, language, buffer);
    qcdc_text_add(text, "%");
}

void shown_add_chance(QcdcText *text, QcdcLanguage language, double chance)
{
    bool is_small = chance < 0.0005;
    qcdc_text_add(text, is_small ? "p < " : "p = ");
    shown_add_fixed(text, language, is_small ? 0.001 : chance, 3);
}

static void add_bound(QcdcText *text, QcdcLanguage language, double bound, const char *none)
{
    if (isinf(bound))
        qcdc_text_add(text, none);
    else
        shown_add(text, language, bound);
}

void shown_add_interval(QcdcText *text, QcdcLanguage language, double low, double high, double level)
{
    bool is_open = isinf(low) || isinf(high);
    qcdc_text_add(text, is_vietnamese(language) ? "khoảng tin cậy " : "confidence interval ");
    shown_add_level(text, language, level);
    qcdc_text_add(text, ": ");
    add_bound(text, language, low, is_vietnamese(language) ? "không có cận dưới" : "no lower bound");
    qcdc_text_add(text, is_open ? ", " : is_vietnamese(language) ? " đến " : " to ");
    add_bound(text, language, high, is_vietnamese(language) ? "không có cận trên" : "no upper bound");
}
