/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/width-private.h"

#include "kernel/fault-private.h"
#include "kernel/text-private.h"

typedef struct Range {
    uint32_t first, last;
} Range;

/* Marks without a column of their own; those that Vietnamese, and names near it, can meet. Unicode 15, EastAsianWidth.txt
 * and general categories Mn, Me, Cf. */
static const Range no_columns[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},   {0x0E31, 0x0E31},
    {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x0EB1, 0x0EB1}, {0x0EB4, 0x0EBC}, {0x0EC8, 0x0ECE},   {0x1AB0, 0x1ACE},
    {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20F0},   {0x302A, 0x302D},
    {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

static const Range two_columns[] = {
    {0x1100, 0x115F}, {0x231A, 0x231B}, {0x2E80, 0x303E}, {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xA000, 0xA4C6}, {0xA960, 0xA97C}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},   {0xFE30, 0xFE6B},   {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FC}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

static int is_within(const Range *ranges, size_t count, uint32_t character)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ranges[middle].last < character)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && ranges[low].first <= character;
}

uint32_t width_decode(const char *bytes, size_t length, size_t *out_length)
{
    static const unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    size_t count = qcdc_text_measure_character(bytes, length);
    uint32_t character = (unsigned char)bytes[0] & lead_bits[count];
    *out_length = count > 0 ? count : 1;
    for (size_t i = 1; i < count; i++)
        character = character << 6 | ((unsigned char)bytes[i] & 0x3F);
    return count > 0 ? character : 0xFFFD;
}

unsigned width_of_character(uint32_t character)
{
    if (is_within(no_columns, sizeof no_columns / sizeof no_columns[0], character))
        return QCDC_FAULT("width-combining", 0u, 1u);
    return is_within(two_columns, sizeof two_columns / sizeof two_columns[0], character) ? QCDC_FAULT("width-wide", 2u, 1u) : 1;
}

size_t width_of_text(const char *bytes, size_t length)
{
    size_t width = 0;
    for (size_t at = 0; at < length;) {
        size_t step = 1;
        width += width_of_character(width_decode(bytes + at, length - at, &step));
        at += step;
    }
    return width;
}
