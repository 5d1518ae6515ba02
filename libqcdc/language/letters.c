/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/letters-private.h"

#include <string.h>

#include "kernel/text-private.h"

bool qcdc_letters_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool qcdc_letters_are_same(const char *left, const char *right)
{
    size_t length = strlen(left);
    return length == strlen(right) && memcmp(left, right, length) == 0;
}

static size_t measure_blank(const char *text, size_t length)
{
    if (length > 0 && (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')))
        return 1;
    return length > 1 && memcmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

size_t qcdc_letters_measure_blanks(const char *text, size_t length)
{
    size_t at = 0, blank;
    while ((blank = measure_blank(text + at, length - at)) > 0)
        at += blank;
    return at;
}

/* The code point of a character that qcdc_text_measure_character() found to be @size bytes. */
static uint32_t decode(const char *bytes, size_t size)
{
    static const unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t point = (unsigned char)bytes[0] & lead_bits[size];
    for (size_t i = 1; i < size; i++)
        point = point << 6 | ((unsigned char)bytes[i] & 0x3F);
    return point;
}

/* Capitals in ranges: the small letter is `distance` further; where a capital and its small letter alternate, every second one
 * is a capital. The ranges are those that Vietnamese draws its letters from. */
static const struct CapitalRange {
    uint16_t first, last;
    uint8_t distance, step;
} capital_ranges[] = {
    {'A', 'Z', 32, 1},
    {0x00C0, 0x00DE, 32, 1}, /* À … Ý */
    {0x0102, 0x0102, 1, 1},  /* Ă */
    {0x0110, 0x0110, 1, 1},  /* Đ */
    {0x0128, 0x0128, 1, 1},  /* Ĩ */
    {0x0168, 0x0168, 1, 1},  /* Ũ */
    {0x01A0, 0x01A0, 1, 1},  /* Ơ */
    {0x01AF, 0x01AF, 1, 1},  /* Ư */
    {0x1EA0, 0x1EF8, 1, 2},  /* Ạ … Ỹ */
};

static uint32_t fold(uint32_t point)
{
    for (size_t i = 0; i < sizeof capital_ranges / sizeof capital_ranges[0]; i++) {
        const struct CapitalRange *range = &capital_ranges[i];
        if (point >= range->first && point <= range->last && (point - range->first) % range->step == 0)
            return point + range->distance;
    }
    return point;
}

static bool is_letter(uint32_t point)
{
    return (point >= 'a' && point <= 'z') || (point >= 0x00E0 && point <= 0x024F && point != 0x00F7) ||
           (point >= 0x0300 && point <= 0x036F) || (point >= 0x1EA0 && point <= 0x1EFF);
}

bool qcdc_letters_has_letter(const char *text, size_t length)
{
    size_t size = qcdc_text_measure_character(text, length);
    return size > 0 && is_letter(fold(decode(text, size)));
}

bool qcdc_letters_has_small_letter(const char *text, size_t length)
{
    size_t size = qcdc_text_measure_character(text, length);
    uint32_t point = size > 0 ? decode(text, size) : 0;
    return size > 0 && fold(point) == point && is_letter(point);
}

/* The characters of capital_ranges and their small letters have one or two bytes below U+0800, else three. */
static void encode(uint32_t point, size_t size, char *out)
{
    static const unsigned char lead_marks[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    for (size_t i = size - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (point & 0x3F));
        point >>= 6;
    }
    out[0] = (char)(lead_marks[size] | point);
}

void qcdc_letters_fold(const char *text, size_t length, char *out)
{
    size_t at = 0;
    while (at < length) {
        size_t size = qcdc_text_measure_character(text + at, length - at);
        if (size == 0)
            out[at] = text[at];
        else
            encode(fold(decode(text + at, size)), size, out + at);
        at += size == 0 ? 1 : size;
    }
}

/* Bytes of @text that are the character of @size bytes at @word, or the other case of it. */
static size_t match_character(const char *text, size_t length, const char *word, size_t size)
{
    size_t found = qcdc_text_measure_character(text, length);
    return found > 0 && fold(decode(text, found)) == fold(decode(word, size)) ? found : 0;
}

size_t qcdc_letters_match(const char *text, size_t length, const char *word, size_t word_length)
{
    size_t at = 0;
    while (word_length > 0) {
        size_t size = qcdc_text_measure_character(word, word_length);
        size_t found = *word == ' ' ? qcdc_letters_measure_blanks(text + at, length - at)
                                    : match_character(text + at, length - at, word, size);
        if (found == 0)
            return 0;
        at += found;
        word += size;
        word_length -= size;
    }
    return at;
}

size_t qcdc_letters_match_whole(const char *text, size_t length, const char *word)
{
    size_t found = qcdc_letters_match(text, length, word, strlen(word));
    return found > 0 && qcdc_letters_has_letter(text + found, length - found) ? 0 : found;
}
