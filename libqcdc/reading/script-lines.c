/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/script-lines-private.h"

#include <string.h>

#include "language/letters-private.h"

enum {
    LISTED_LENGTH = 600  /* bytes of a line that is one item of a list, at most */
};

size_t lines_count(const char *bytes, uint32_t length)
{
    size_t count = 0;
    for (uint32_t at = 0; at < length; at++)
        count += bytes[at] != '\n' && (at == 0 || bytes[at - 1] == '\n');
    return count;
}

static bool is_digits(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!qcdc_letters_is_digit(bytes[i]))
            return false;
    return length > 0;
}

/* "12", "- 12 -". */
static bool is_page_number(const char *bytes, size_t length)
{
    if (length > 4 && memcmp(bytes, "- ", 2) == 0 && memcmp(bytes + length - 2, " -", 2) == 0)
        return length <= 8 && is_digits(bytes + 2, length - 4);
    return length <= 3 && is_digits(bytes, length);
}

/* The number before "." or ")" at the start, 0 if there is none. */
static unsigned read_item_number(const char *bytes, size_t length)
{
    unsigned number = 0;
    size_t at = 0;
    while (at < length && at < 3 && qcdc_letters_is_digit(bytes[at]))
        number = number * 10 + (unsigned)(bytes[at++] - '0');
    return at > 0 && at + 1 < length && (bytes[at] == '.' || bytes[at] == ')') && bytes[at + 1] == ' ' ? number : 0;
}

static bool is_roman(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length && at < 6 && memchr("IVX", bytes[at], 3) != NULL)
        at++;
    return at > 0 && at + 1 < length && bytes[at] == '.' && bytes[at + 1] == ' ';
}

static bool is_item(const char *bytes, size_t length)
{
    if (length > 2 && memchr("-+", bytes[0], 2) != NULL && !qcdc_letters_is_digit(bytes[1]))
        return true;
    if (length > 3 && (memcmp(bytes, "\xE2\x80\xA2", 3) == 0 || memcmp(bytes, "\xEF\x82\xB7", 3) == 0)) /* bullets */
        return true;
    if (length > 2 && bytes[0] >= 'a' && bytes[0] <= 'z' && (bytes[1] == ')' || (bytes[1] == '.' && bytes[2] == ' ')))
        return true;
    return read_item_number(bytes, length) > 0 || is_roman(bytes, length);
}

/* Whether any small letter of ASCII stands in it: a heading in capitals has none. */
static bool has_small_letter(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (bytes[i] >= 'a' && bytes[i] <= 'z')
            return true;
    return false;
}

/* Whether a line begins with these words, the first letter small or a capital of ASCII. */
static bool begins_with(const char *bytes, size_t length, const char *words)
{
    size_t size = strlen(words);
    bool is_first = length > size && (bytes[0] | 0x20) == words[0];
    return is_first && memcmp(bytes + 1, words + 1, size - 1) == 0 && memchr(" :,", bytes[size], 3) != NULL;
}

static char last_byte(const Cleaner *cleaner, const Line *line)
{
    uint32_t end = line->end;
    while (end > line->start + 2 && cleaner->bytes[end - 2] == CLEANER_MARK)
        end -= 2;
    while (end > line->start + 1 && (cleaner->bytes[end - 1] == ' ' || cleaner->bytes[end - 1] == '"'))
        end--;
    return cleaner->bytes[end - 1];
}

static bool ends_sentence(char byte)
{
    return memchr(".;:!?", byte, 5) != NULL;
}

static bool is_heading(const Cleaner *cleaner, const Line *line)
{
    const char *bytes = cleaner->bytes + line->start;
    size_t length = line->end - line->start;
    if (length > 400 || ends_sentence(last_byte(cleaner, line)))
        return false;
    return !has_small_letter(bytes, length) || ((read_item_number(bytes, length) > 0 || is_roman(bytes, length)) && length < 300);
}

/* Footnotes by their number: begun by a superscript, or "2. …" when the mark 2 was seen and its note not yet. */
static uint8_t find_note(const Cleaner *cleaner, const Line *line, bool *pending)
{
    const char *bytes = cleaner->bytes + line->start;
    size_t length = line->end - line->start;
    unsigned number = 0;
    if (length > 2 && bytes[0] == CLEANER_MARK)
        number = (unsigned char)bytes[1] & 0x7F;
    else if ((number = read_item_number(bytes, length)) > CLEANER_MAX_NOTE || !pending[number])
        number = 0;
    pending[number] = false;
    return (uint8_t)number;
}

static void see_marks(const Cleaner *cleaner, const Line *line, bool *pending)
{
    for (uint32_t at = line->start + 1; at + 1 < line->end; at++)
        if (cleaner->bytes[at] == CLEANER_MARK)
            pending[(unsigned char)cleaner->bytes[at + 1] & 0x7F] = true;
}

static void describe_line(const Cleaner *cleaner, Line *line, bool *pending)
{
    const char *bytes = cleaner->bytes + line->start;
    size_t length = line->end - line->start;
    line->is_page = is_page_number(bytes, length);
    line->note = find_note(cleaner, line, pending);
    line->is_item = line->note == 0 && is_item(bytes, length);
    line->is_heading = line->note == 0 && is_heading(cleaner, line);
    see_marks(cleaner, line, pending);
}

void lines_find(const Cleaner *cleaner, Line *lines)
{
    bool pending[CLEANER_MAX_NOTE + 1] = {false};
    uint32_t at = 0, end;
    while (at < cleaner->length) {
        uint32_t before = at;
        while (at < cleaner->length && cleaner->bytes[at] == '\n')
            at++;
        if (at == cleaner->length)
            return;
        for (end = at; end < cleaner->length && cleaner->bytes[end] != '\n'; end++)
            ;
        *lines = (Line){.start = at, .end = end, .after_blank = at - before > 1};
        describe_line(cleaner, lines++, pending);
        at = end;
    }
}

bool line_divides(const Cleaner *cleaner, const Line *line, const Line *next)
{
    static const char *const words[] = {"trong đó", "trong số đó", "trong số này", "bao gồm", "gồm", "chia ra"};
    const char *bytes = cleaner->bytes + next->start;
    size_t length = next->end - next->start, mark = length > 2 && memchr("-+", bytes[0], 2) != NULL ? 2 : 0;
    if (line->is_heading || line->note > 0 || next->note > 0)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (begins_with(bytes + mark, length - mark, words[i]))
            return true;
    }
    return false;
}

bool line_goes_on(const Cleaner *cleaner, const Line *line)
{
    return !line->is_item && qcdc_letters_has_small_letter(cleaner->bytes + line->start, line->end - line->start);
}

bool line_is_torn(const Cleaner *cleaner, const Line *line)
{
    return !line->is_heading && !ends_sentence(last_byte(cleaner, line)) && line->end - line->start >= LINE_WRAPPED_LENGTH;
}

bool line_runs_on(const Cleaner *cleaner, const Line *line, const Line *next)
{
    if (next->after_blank || next->is_item || next->note > 0 || next->is_page || line->is_heading != next->is_heading)
        return false;
    return line_goes_on(cleaner, next) || line_is_torn(cleaner, line);
}

bool line_opens_list(const Cleaner *cleaner, const Line *line)
{
    char last = last_byte(cleaner, line);
    return (last == ':' || last == ';') && line->end - line->start <= LISTED_LENGTH;
}
