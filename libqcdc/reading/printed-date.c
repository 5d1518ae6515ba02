/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/printed-date-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"

bool date_has_digit(const DateText *text, uint32_t at)
{
    return at < text->end && qcdc_letters_is_digit(text->bytes[at]);
}

uint32_t date_read_number(const DateText *text, uint32_t *at, uint32_t most)
{
    uint32_t value = 0, count = 0;
    while (count <= most && date_has_digit(text, *at + count))
        value = 10 * value + (uint32_t)(text->bytes[*at + count++] - '0');
    if (count == 0 || count > most)
        return UINT32_MAX;
    *at += count;
    return value;
}

bool date_skip_word(const DateText *text, uint32_t *at, const char *word)
{
    uint32_t from = *at + (uint32_t)qcdc_letters_measure_blanks(text->bytes + *at, text->end - *at);
    size_t found = qcdc_letters_match_whole(text->bytes + from, text->end - from, word);
    if (found > 0)
        *at = from + (uint32_t)found;
    return found > 0;
}

void date_skip_blanks(const DateText *text, uint32_t *at)
{
    *at += (uint32_t)qcdc_letters_measure_blanks(text->bytes + *at, text->end - *at);
}

/* "31/2/2016", "31-2-2016", "31/2". */
static bool read_short_date(const DateText *text, uint32_t at, PrintedDate *date)
{
    date->day = date_read_number(text, &at, 2);
    if (date->day == UINT32_MAX || at >= text->end || (text->bytes[at] != '/' && text->bytes[at] != '-' && text->bytes[at] != '.'))
        return false;
    char mark = text->bytes[at++];
    date->month = date_read_number(text, &at, 2);
    if (date->month == UINT32_MAX)
        return false;
    date->end = at;
    date->year = 0;
    if (at < text->end && text->bytes[at] == mark) {
        at++;
        date->year = date_read_number(text, &at, 4);
        if (date->year == UINT32_MAX || date->year < FIRST_YEAR || date->year > LAST_YEAR)
            return false;
        date->end = at;
    }
    return !date_has_digit(text, date->end) && (date->year > 0 || mark == '/');
}

/* "31 tháng 2 năm 2016". */
static bool read_long_date(const DateText *text, uint32_t at, PrintedDate *date)
{
    date->day = date_read_number(text, &at, 2);
    if (date->day == UINT32_MAX || !date_skip_word(text, &at, "tháng"))
        return false;
    date_skip_blanks(text, &at);
    date->month = date_read_number(text, &at, 2);
    date->end = at;
    date->year = 0;
    if (date->month == UINT32_MAX)
        return false;
    if (date_skip_word(text, &at, "năm")) {
        date_skip_blanks(text, &at);
        uint32_t year = date_read_number(text, &at, 4);
        if (year != UINT32_MAX && year >= FIRST_YEAR && year <= LAST_YEAR) {
            date->year = year;
            date->end = at;
        }
    }
    return true;
}

/* Whether the word before the digits at @at is "ngày". */
static bool is_said(const DateText *text, uint32_t start, uint32_t at)
{
    static const char word[] = "ngày ";
    uint32_t size = (uint32_t)strlen(word);
    return at >= start + size && qcdc_letters_match(text->bytes + at - size, size, word, size) == size;
}

static uint32_t count_days(uint32_t month, uint32_t year)
{
    static const uint8_t days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return month == 2 && !QCDC_FAULT("dates-leap", is_leap, true) ? 28 : days[month - 1];
}

bool date_is_impossible(const PrintedDate *date)
{
    bool is_near = date->day >= 1 && date->day <= 31 && date->month >= 1 && date->month <= 12;
    if (!is_near)
        return date->is_said && (date->year > 0 || (date->day <= 31 && date->month <= 19));
    return date->day > count_days(date->month, date->year);
}

bool date_read(const DateText *text, uint32_t start, uint32_t at, PrintedDate *date)
{
    *date = (PrintedDate){.start = at};
    if (!read_short_date(text, at, date) && !read_long_date(text, at, date))
        return false;
    date->is_said = is_said(text, start, at);
    return true;
}
