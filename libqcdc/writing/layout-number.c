/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "layout-draw-private.h"

#include <string.h>

#include "kernel/fault-private.h"

/* The schemes of numbering (D60). */

static void append_roman(uint32_t number, Text *out)
{
    static const struct {
        uint32_t value;
        const char *letters;
    } numerals[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
                    {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
    enum { MOST_ROMAN = 3999 };
    if (number > MOST_ROMAN) {
        text_append_number(out, number);
        return;
    }
    for (size_t i = 0; i < sizeof numerals / sizeof numerals[0]; i++)
        for (; number >= numerals[i].value; number -= numerals[i].value)
            text_append(out, numerals[i].letters);
}

/* Points of Vietnamese papers are counted a, b, c, d, đ, e, g, h, i, k …; after y come aa, ab. */
static void append_letters(uint32_t number, bool is_large, QcdcLanguage language, Text *out)
{
    static const char *const small[] = {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                        "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};
    static const char *const large[] = {"A", "B", "C", "D", "Đ", "E", "G", "H", "I", "K", "L", "M",
                                        "N", "O", "P", "Q", "R", "S", "T", "U", "V", "X", "Y"};
    bool in_english = language == QCDC_LANGUAGE_EN;
    uint32_t base = in_english ? 26 : (uint32_t)(sizeof small / sizeof small[0]);
    uint32_t digits[8];
    size_t count = 0;
    for (; number > 0; number = (number - 1) / base)
        digits[count++] = (number - 1) % base;
    while (count-- > 0) {
        if (in_english)
            text_append_character(out, (char)((is_large ? 'A' : 'a') + (int)digits[count]));
        else
            text_append(out, QCDC_FAULT("layout-letters", is_large, false) ? large[digits[count]] : small[digits[count]]);
    }
}

void layout_append_number(char scheme, uint32_t number, QcdcLanguage language, Text *out)
{
    switch (scheme) {
    case 'I':
        append_roman(number, out);
        break;
    case '1':
        text_append_number(out, number);
        break;
    case 'a':
    case 'A':
        append_letters(number, scheme == 'A', language, out);
        break;
    case '-':
        text_append(out, "-");
        break;
    default:
        break;
    }
}
