/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/period-name.h>

#include <string.h>

#include "kernel/civil-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/period-private.h"
#include "language/letters-private.h"
#include "language/period-words-private.h"

/* The text not yet read. */
typedef struct Rest {
    const char *text;
    size_t length;
} Rest;

static void skip(Rest *rest, size_t bytes)
{
    rest->text += bytes;
    rest->length -= bytes;
}

static bool begins_with_digit(Rest rest)
{
    return rest.length > 0 && qcdc_letters_is_digit(rest.text[0]);
}

/* One to @most digits and no further one; @most is at most 4. */
static bool take_number(Rest *rest, size_t most, int *out_number)
{
    size_t digits = 0;
    *out_number = 0;
    for (; digits < most && begins_with_digit(*rest); digits++) {
        *out_number = 10 * *out_number + (rest->text[0] - '0');
        skip(rest, 1);
    }
    return digits > 0 && !begins_with_digit(*rest);
}

/* A year is no start of another number: "2.022 người" and "2022,5" hold none. */
static bool take_year(Rest *rest, int *out_year)
{
    if (!take_number(rest, 4, out_year))
        return false;
    bool separated = rest->length > 1 && (rest->text[0] == '.' || rest->text[0] == ',');
    return *out_year > 0 && !(separated && qcdc_letters_is_digit(rest->text[1]));
}

static bool take_separator(Rest *rest)
{
    if (rest->length == 0 || (rest->text[0] != '/' && rest->text[0] != '-'))
        return false;
    skip(rest, 1);
    return true;
}

static bool take_date(Rest *rest, QcdcDate *date)
{
    return take_number(rest, 2, &date->day) && take_separator(rest) && take_number(rest, 2, &date->month) &&
           take_separator(rest) && take_year(rest, &date->year);
}

/* The longest name of a list of @count, the first of which is unused. */
static bool take_listed(Rest *rest, const char *const *names, int count, int *out_number)
{
    size_t longest = 0;
    for (int i = 1; i < count; i++) {
        size_t found = names[i] != NULL ? qcdc_letters_match_whole(rest->text, rest->length, names[i]) : 0;
        if (found > longest) {
            longest = found;
            *out_number = i;
        }
    }
    skip(rest, longest);
    return longest > 0;
}

static bool take_quarter(Rest *rest, const QcdcPeriodWords *words, int *out_month)
{
    int quarter = 0;
    bool found = begins_with_digit(*rest) ? take_number(rest, 2, &quarter) : take_listed(rest, words->quarters, 5, &quarter);
    *out_month = 3 * quarter - 2;
    return found && quarter >= 1 && quarter <= 4;
}

static bool take_place(Rest *rest, char place, QcdcPeriodParts *parts, const QcdcPeriodWords *words)
{
    bool is_last = place >= 'A' && place <= 'Z';
    QcdcDate *date = is_last ? &parts->last : &parts->first;
    switch (is_last ? place + ('a' - 'A') : place) {
    case 'y':
        return take_year(rest, &date->year);
    case 'm':
        return take_number(rest, 2, &date->month);
    case 'w':
        return take_listed(rest, words->months, 13, &date->month);
    case 'q':
        return take_quarter(rest, words, &date->month);
    case 'a':
        return take_number(rest, 2, &date->day);
    case 'd':
        return take_date(rest, date);
    case 'n':
        return take_number(rest, 2, &parts->count);
    default:
        return take_listed(rest, words->counts, QCDC_PERIOD_COUNT_NAMES, &parts->count);
    }
}

/* Bytes of a pattern up to its next place. */
static size_t measure_words(const char *pattern)
{
    size_t length = 0;
    while (pattern[length] != '\0' && pattern[length] != '{')
        length++;
    return length;
}

static bool take_words(Rest *rest, const char *words, size_t length)
{
    size_t found = qcdc_letters_match(rest->text, rest->length, words, length);
    skip(rest, found);
    return found > 0;
}

/* Bytes of @text that have the form of @pattern, 0 if it has another. */
static size_t match_pattern(Rest text, const char *pattern, const QcdcPeriodWords *words, QcdcPeriodParts *parts)
{
    Rest rest = text;
    while (*pattern != '\0') {
        bool is_place = *pattern == '{';
        size_t plain = is_place ? 0 : measure_words(pattern);
        if (is_place ? !take_place(&rest, pattern[1], parts, words) : !take_words(&rest, pattern, plain))
            return 0;
        pattern += is_place ? strlen("{y}") : plain;
    }
    return text.length - rest.length;
}

/* Months from the first to the last, under the one label they have. */
static QcdcPeriod make_months(QcdcDate first, QcdcDate last)
{
    int32_t start = 12 * first.year + first.month - 1;
    int32_t count = 12 * last.year + last.month - start;
    for (unsigned kind = QCDC_PERIOD_MONTH; kind < QCDC_PERIOD_DAYS; kind++) {
        QcdcPeriod period = qcdc_period_make(kind, start, count);
        if (qcdc_period_is_valid(period))
            return period;
    }
    return qcdc_period_make(QCDC_PERIOD_NONE, 0, 0);
}

static QcdcPeriod make_days(QcdcDate first, QcdcDate last)
{
    if (!qcdc_date_is_valid(first) || !qcdc_date_is_valid(last))
        return qcdc_period_make(QCDC_PERIOD_NONE, 0, 0);
    int32_t start = qcdc_date_to_day(first);
    return qcdc_period_make(QCDC_PERIOD_DAYS, start, qcdc_date_to_day(last) - start + 1);
}

static void set_months(QcdcPeriodParts *parts, int first, int last)
{
    parts->first.month = first;
    parts->last.month = last;
}

/* The months that a shape stands for, where they are not all read from the text. */
static void complete_months(QcdcPeriodParts *parts, QcdcPeriodShape shape)
{
    switch (shape) {
    case QCDC_PERIOD_SHAPE_MONTH:
        set_months(parts, parts->first.month, parts->first.month);
        break;
    case QCDC_PERIOD_SHAPE_QUARTER:
        set_months(parts, parts->first.month, parts->first.month + 2);
        break;
    case QCDC_PERIOD_SHAPE_FIRST_HALF:
        set_months(parts, 1, 6);
        break;
    case QCDC_PERIOD_SHAPE_SECOND_HALF:
        set_months(parts, 7, 12);
        break;
    case QCDC_PERIOD_SHAPE_FIRST_MONTHS:
        set_months(parts, 1, parts->count);
        break;
    case QCDC_PERIOD_SHAPE_LAST_MONTHS:
        set_months(parts, 13 - parts->count, 12);
        break;
    case QCDC_PERIOD_SHAPE_YEAR:
    case QCDC_PERIOD_SHAPE_YEARS:
        set_months(parts, 1, 12);
        break;
    default: /* both months were read */
        break;
    }
}

/* A name that tells one year tells it of the first and the last. */
static void share_year(QcdcPeriodParts *parts)
{
    if (parts->first.year == 0)
        parts->first.year = parts->last.year;
    if (parts->last.year == 0)
        parts->last.year = parts->first.year;
}

static bool is_month(int month)
{
    return month >= 1 && month <= 12;
}

static QcdcPeriod put_together(QcdcPeriodParts parts, QcdcPeriodShape shape)
{
    share_year(&parts);
    if (shape == QCDC_PERIOD_SHAPE_DAY)
        return make_days(parts.first, parts.first);
    if (shape == QCDC_PERIOD_SHAPE_DAYS)
        return make_days(parts.first, parts.last);
    complete_months(&parts, shape);
    if (!is_month(parts.first.month) || !is_month(parts.last.month))
        return qcdc_period_make(QCDC_PERIOD_NONE, 0, 0);
    return make_months(parts.first, parts.last);
}

/* Some pattern fits another's beginning ("năm 2022" that of no name, "1 June 2019" that of a range), so the longest wins. */
static size_t find_longest(Rest text, const QcdcPeriodWords *words, QcdcPeriod *out_period)
{
    size_t longest = 0;
    for (const QcdcPeriodPattern *pattern = words->patterns; pattern->text != NULL; pattern++) {
        QcdcPeriodParts parts = {{0, 0, 0}, {0, 0, 0}, 0};
        size_t found = match_pattern(text, pattern->text, words, &parts);
        if (QCDC_FAULT("period-name-longest", found <= longest, found == 0 || longest > 0))
            continue;
        QcdcPeriod period = put_together(parts, pattern->shape);
        if (!qcdc_period_is_valid(period))
            continue;
        longest = found;
        *out_period = period;
    }
    return longest;
}

QcdcStatus qcdc_period_name_parse(const char *text, size_t length, QcdcLanguage language, QcdcPeriod *out_period,
                                  size_t *out_length, QcdcError *error)
{
    if (text == NULL || out_period == NULL || out_length == NULL || (unsigned)language >= QCDC_LANGUAGE_END)
        return qcdc_error_set_argument(error, "no text, no place for the period, or not a language");
    const QcdcPeriodWords *words = qcdc_period_get_words(language);
    Rest whole = {text, length};
    QcdcPeriod period = qcdc_period_make(QCDC_PERIOD_NONE, 0, 0);
    size_t found = find_longest(whole, words, &period);
    if (found == 0)
        return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, 1, "text", text, length,
                                    "does not begin with the name of a period", words->example);
    *out_period = period;
    *out_length = found;
    return QCDC_OK;
}
