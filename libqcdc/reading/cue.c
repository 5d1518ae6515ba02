/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/cue-words-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "language/letters-private.h"

/* Whether a word that ended at @text would go on there. */
static bool goes_on(const char *text, size_t length)
{
    return length > 0 && (qcdc_letters_is_digit(text[0]) || qcdc_letters_has_letter(text, length));
}

/* Bytes of the first word, a "/" before it included, or of a sign like "≤". */
static size_t measure_first(const char *text, size_t length)
{
    size_t at = 0;
    if (length > 0 && text[0] != '/' && !qcdc_letters_has_letter(text, length))
        return qcdc_text_measure_character(text, length);
    while (at < length && text[at] != ' ' && text[at] != '\n' &&
           (at == 0 || goes_on(text + at, length - at) || ((unsigned char)text[at] & 0xC0) == 0x80))
        at++;
    return at;
}

/* As memcmp, over the shorter one. */
static int compare_first(const char *word, const char *text, size_t length)
{
    size_t size = strlen(word);
    return memcmp(word, text, size < length ? size : length);
}

/* The first word of the table that does not come before @text. */
static size_t find_first(const CueWord *words, size_t count, const char *text, size_t length)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_first(words[middle].text, text, length);
        if (order < 0 || (order == 0 && strlen(words[middle].text) < length))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const CueWord *cue_find_word(const char *text, size_t length)
{
    size_t count, first = measure_first(text, length), longest = 0;
    const CueWord *words = cue_get_words(&count), *found = NULL;
    for (size_t i = find_first(words, count, text, first); first > 0 && i < count; i++) {
        size_t size = strlen(words[i].text);
        if (compare_first(words[i].text, text, first) != 0)
            break;
        bool is_sign = !qcdc_letters_has_letter(text, length) && text[0] != '/'; /* "≤0,09%" */
        if (size > length || size < longest || memcmp(words[i].text, text, size) != 0 || (!is_sign && goes_on(text + size, length - size)))
            continue;
        longest = QCDC_FAULT("cue-longest", size, length);
        found = &words[i];
    }
    return found;
}

Cue cue_find(const char *text, size_t length, size_t *out_length)
{
    const CueWord *word = cue_find_word(text, length);
    *out_length = word == NULL || word->cue == CUE_NONE ? 0 : strlen(word->text);
    return word == NULL ? CUE_NONE : (Cue)word->cue;
}
