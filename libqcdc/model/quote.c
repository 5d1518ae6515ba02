/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "quote-private.h"

#include <qcdc/text.h>
#include <string.h>

enum {
    QUOTE_LENGTH = 96,    /* bytes of a value shown in a message */
    WORD_LENGTH = 64,     /* longer words are not looked up for a slip of the finger */
    SHORT_WORD_LENGTH = 3, /* so short a word may differ in one letter only */
    MOST_SLIPS = 2
};

static const char replacement_character[] = "\xEF\xBF\xBD";

/* Bytes of the UTF-8 character at @bytes, or 0. */
static size_t measure_character(const char *bytes, size_t length)
{
    for (size_t size = 1; size <= 4 && size <= length; size++)
        if (qcdc_text_is_utf8(bytes, size))
            return size;
    return 0;
}

static bool is_control(const char *bytes, size_t size)
{
    unsigned char first = (unsigned char)bytes[0];
    if (size == 1)
        return first < 0x20 || first == 0x7F;
    return size == 2 && first == 0xC2 && (unsigned char)bytes[1] < 0xA0;
}

void text_append_clean(Text *text, const char *bytes, size_t length)
{
    size_t done = 0;
    while (done < length) {
        size_t size = measure_character(bytes + done, length - done);
        if (size == 0 || is_control(bytes + done, size))
            text_append(text, replacement_character);
        else
            text_append_bytes(text, bytes + done, size);
        done += size > 0 ? size : 1;
    }
}

void text_append_quoted(Text *text, const char *bytes, size_t length)
{
    size_t shown = length <= QUOTE_LENGTH ? length : QUOTE_LENGTH;
    while (shown < length && shown > 0 && ((unsigned char)bytes[shown] & 0xC0) == 0x80)
        shown--;
    text_append_character(text, '"');
    text_append_clean(text, bytes, shown);
    text_append(text, shown < length ? "…\"" : "\"");
}

static char to_lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static unsigned take_least(unsigned left, unsigned right)
{
    return left < right ? left : right;
}

/* Edit distance (Levenshtein 1965), row by row. */
static unsigned measure_distance(const char *left, size_t left_length, const char *right, size_t right_length)
{
    unsigned row[WORD_LENGTH + 1];
    for (size_t i = 0; i <= right_length; i++)
        row[i] = (unsigned)i;
    for (size_t i = 1; i <= left_length; i++) {
        unsigned diagonal = row[0];
        row[0] = (unsigned)i;
        for (size_t k = 1; k <= right_length; k++) {
            unsigned exchanged = diagonal + (to_lower(left[i - 1]) != to_lower(right[k - 1]));
            diagonal = row[k];
            row[k] = take_least(exchanged, take_least(row[k], row[k - 1]) + 1);
        }
    }
    return row[right_length];
}

Nearest nearest_begin(const char *word)
{
    size_t length = strlen(word);
    return (Nearest){.word = word, .length = length, .distance = length <= SHORT_WORD_LENGTH ? 2 : MOST_SLIPS + 1};
}

void nearest_offer(Nearest *nearest, const char *candidate)
{
    size_t length = strlen(candidate);
    size_t longer = length > nearest->length ? length - nearest->length : nearest->length - length;
    if (length == 0 || length > WORD_LENGTH || nearest->length > WORD_LENGTH || longer >= nearest->distance)
        return;
    unsigned distance = measure_distance(nearest->word, nearest->length, candidate, length);
    if (distance < nearest->distance && distance < length) {
        nearest->distance = distance;
        nearest->best = candidate;
    }
}

void nearest_append(const Nearest *nearest, Text *hint)
{
    if (nearest->best == NULL)
        return;
    text_append(hint, "did you mean ");
    text_append_quoted(hint, nearest->best, strlen(nearest->best));
    text_append_character(hint, '?');
}
