/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include <qcdc/number.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/number-words-private.h"

static const uint64_t coefficient_limit = UINT64_C(1000000000000000000); /* S1 */

/* A text and how far it was read. `magnitude` holds the digits read so far, `too_large` that they were too many (S1). */
typedef struct Reader {
    const char *text;
    size_t length, at;
    const QcdcNumberWords *words;
    uint64_t magnitude;
    size_t decimals;
    bool negative, grouped, padded, zero_first, too_large;
} Reader;

static bool has_digit(const Reader *reader, size_t at)
{
    return at < reader->length && qcdc_letters_is_digit(reader->text[at]);
}

static size_t count_digits(const Reader *reader, size_t at)
{
    size_t first = at;
    while (has_digit(reader, at))
        at++;
    return at - first;
}

static void take_digits(Reader *reader, size_t count)
{
    for (; count > 0; count--) {
        unsigned digit = (unsigned)(reader->text[reader->at++] - '0');
        if (reader->magnitude > (coefficient_limit - 1 - digit) / 10)
            reader->too_large = true;
        else
            reader->magnitude = 10 * reader->magnitude + digit;
    }
}

/* True where the sign and three digits, and no fourth, follow: "7.5700" holds no group. */
static bool has_group(const Reader *reader)
{
    return reader->at < reader->length && reader->text[reader->at] == reader->words->group &&
           QCDC_FAULT("number-group-digits", count_digits(reader, reader->at + 1) == 3,
                      count_digits(reader, reader->at + 1) >= 3);
}

static void take_groups(Reader *reader)
{
    while (has_group(reader)) {
        reader->at++;
        take_digits(reader, 3);
        reader->grouped = true;
    }
}

/* Digits before the decimal sign; a number whose first digits are 0 or more than three has no groups. */
static bool take_whole(Reader *reader)
{
    size_t count = count_digits(reader, reader->at);
    if (count == 0)
        return false;
    const char *first = reader->text + reader->at;
    reader->zero_first = first[0] == '0' && count > 1;
    reader->padded = reader->zero_first && count == 2 && first[1] != '0';
    take_digits(reader, count);
    if (count <= 3 && first[0] != '0')
        take_groups(reader);
    return true;
}

static void take_fraction(Reader *reader)
{
    if (reader->at >= reader->length || reader->text[reader->at] != reader->words->decimal)
        return;
    size_t count = count_digits(reader, reader->at + 1);
    if (count == 0)
        return;
    reader->at++;
    take_digits(reader, count);
    reader->decimals = count;
}

/* "+18,3" and "−366" (U+2212) stand in reports, only "-" in data. */
static void take_sign(Reader *reader, bool running)
{
    static const struct {
        const char *sign;
        bool negative, data;
    } signs[] = {{"-", true, true}, {"+", false, false}, {"\xE2\x88\x92", true, false}};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        size_t size = strlen(signs[i].sign);
        if ((!running && !signs[i].data) || reader->length < size || memcmp(reader->text, signs[i].sign, size) != 0)
            continue;
        reader->negative = signs[i].negative;
        reader->at = size;
        return;
    }
}

static Reader read_number(const char *text, size_t length, QcdcLanguage language, bool running, bool *out_found)
{
    Reader reader = {text, length, 0, qcdc_number_get_words(language), 0, 0, false, false, false, false, false};
    take_sign(&reader, running);
    *out_found = take_whole(&reader);
    if (*out_found)
        take_fraction(&reader);
    return reader;
}

static bool take_percent(Reader *reader)
{
    size_t at = reader->at + qcdc_letters_measure_blanks(reader->text + reader->at, reader->length - reader->at);
    if (at >= reader->length || reader->text[at] != '%')
        return false;
    reader->at = at + 1;
    return true;
}

static unsigned take_scale(Reader *reader)
{
    size_t at = reader->at + qcdc_letters_measure_blanks(reader->text + reader->at, reader->length - reader->at);
    size_t longest = 0;
    unsigned power = 0;
    for (const QcdcScaleWord *scale = reader->words->scales; scale->word != NULL; scale++) {
        size_t found = qcdc_letters_match_whole(reader->text + at, reader->length - at, scale->word);
        if (found > longest) {
            longest = found;
            power = scale->power;
        }
    }
    if (power > 0)
        reader->at = at + longest;
    return power;
}

/* The decimal sign moves right by @scale: first through the decimals, then by zeros. */
static void apply_scale(Reader *reader, unsigned scale)
{
    for (; scale > 0; scale--) {
        if (reader->decimals > 0)
            reader->decimals--;
        else if (reader->magnitude > (coefficient_limit - 1) / 10)
            reader->too_large = true;
        else
            reader->magnitude *= 10;
    }
}

static QcdcStatus finish_value(const Reader *reader, size_t most_decimals, QcdcDecimal *out_value, QcdcError *error)
{
    if (reader->too_large || reader->decimals > most_decimals)
        return qcdc_error_set_value(error, QCDC_STATUS_OVERFLOW, 1, "number", reader->text, reader->at,
                                    "is outside the range of a value",
                                    "at most 18 digits, 9 of them decimals (15 of a percent)");
    QcdcDecimal value = {0, (uint8_t)reader->decimals, {0}};
    value.coefficient = reader->negative ? -(int64_t)reader->magnitude : (int64_t)reader->magnitude;
    *out_value = value;
    return QCDC_OK;
}

QcdcStatus qcdc_number_parse(const char *text, size_t length, QcdcLanguage language, QcdcNumberReading *out_reading,
                             QcdcError *error)
{
    if (text == NULL || out_reading == NULL || (unsigned)language >= QCDC_LANGUAGE_END)
        return qcdc_error_set_argument(error, "no text, no place for the number, or not a language");
    bool found;
    Reader reader = read_number(text, length, language, true, &found);
    if (!found)
        return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, (int32_t)reader.at + 1, "number", text, length,
                                    "does not begin with a number", NULL);
    QcdcNumberReading reading = {{0, 0, {0}}, 0, 0, reader.padded, 0, reader.grouped, {0}};
    reading.percent = take_percent(&reader);
    if (!reading.percent)
        reading.scale = (uint8_t)take_scale(&reader);
    apply_scale(&reader, reading.scale);
    reading.length = reader.at;
    /* A percent near 100 was written with the decimals that tell it from 100 (W13). */
    size_t most_decimals = reading.percent ? QCDC_DECIMAL_MAX_PRINTED : QCDC_DECIMAL_MAX_DECIMALS;
    QcdcStatus status = finish_value(&reader, most_decimals, &reading.value, error);
    if (status == QCDC_OK)
        *out_reading = reading;
    return status;
}

QcdcStatus qcdc_number_parse_value(const char *text, size_t length, QcdcLanguage language, QcdcDecimal *out_value,
                                   QcdcError *error)
{
    if (text == NULL || out_value == NULL || (unsigned)language >= QCDC_LANGUAGE_END)
        return qcdc_error_set_argument(error, "no text, no place for the value, or not a language");
    bool found;
    Reader reader = read_number(text, length, language, false, &found);
    bool whole = found && !reader.zero_first && QCDC_FAULT("number-value-rest", reader.at == length, reader.at > 0);
    if (!whole)
        return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, (int32_t)reader.at + 1, "value", text, length,
                                    "is not a number of this format", reader.words->example);
    return finish_value(&reader, QCDC_DECIMAL_MAX_DECIMALS, out_value, error);
}
