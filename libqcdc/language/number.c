/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/number-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/number-words-private.h"

enum {
    MOST_DIGITS = 20,         /* of an uint64_t */
    MOST_SCALED_DECIMALS = QCDC_DECIMAL_MAX_PRINTED + 12 /* and the largest scale */
};

/* The digits of a magnitude, most significant first; at least one stands before the decimal sign. */
typedef struct Digits {
    char bytes[MOST_DIGITS + MOST_SCALED_DECIMALS + 1];
    size_t count, decimals;
} Digits;

static uint64_t get_magnitude(int64_t coefficient)
{
    return coefficient < 0 ? -(uint64_t)coefficient : (uint64_t)coefficient;
}

static Digits spell_digits(uint64_t magnitude, size_t decimals)
{
    Digits digits = {{0}, 0, decimals};
    char backwards[sizeof digits.bytes];
    while (magnitude > 0 || digits.count <= decimals) {
        backwards[digits.count++] = (char)('0' + magnitude % 10);
        magnitude /= 10;
    }
    for (size_t i = 0; i < digits.count; i++)
        digits.bytes[i] = backwards[digits.count - 1 - i];
    return digits;
}

static size_t count_trailing_zeros(const Digits *digits)
{
    size_t zeros = 0;
    while (zeros < digits->decimals && digits->bytes[digits->count - 1 - zeros] == '0')
        zeros++;
    return zeros;
}

/* A fraction of zeros alone is dropped by @trim; behind a scale word no zero at the end says anything. */
static void drop_zeros(Digits *digits, bool scaled, bool trim)
{
    size_t zeros = count_trailing_zeros(digits);
    bool dropped = scaled || (trim && QCDC_FAULT("number-trim-partly", zeros == digits->decimals, zeros > 0));
    if (!dropped)
        return;
    digits->count -= zeros;
    digits->decimals -= zeros;
}

static void add_grouped(QcdcText *text, const char *digits, size_t count, char group)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0)
            qcdc_text_add_bytes(text, &group, 1);
        qcdc_text_add_bytes(text, digits + i, 1);
    }
}

static void add_digits(QcdcText *text, const Digits *digits, const QcdcNumberWords *words)
{
    size_t whole = digits->count - digits->decimals;
    add_grouped(text, digits->bytes, whole, words->group);
    if (digits->decimals == 0)
        return;
    qcdc_text_add_bytes(text, &words->decimal, 1);
    qcdc_text_add_bytes(text, digits->bytes + whole, digits->decimals);
}

/* The word written for a power; NULL if there is none, and then the number is not scaled. */
static const char *find_scale(const QcdcNumberWords *words, unsigned power)
{
    for (const QcdcScaleWord *scale = words->scales; scale->word != NULL && power > 0; scale++)
        if (scale->power == power)
            return scale->word;
    return NULL;
}

/* One digit and not 0 (W13): nothing is counted below 0. */
static bool is_padded(const Digits *digits, const QcdcNumberFormat *format, bool scaled, bool negative)
{
    return format->pad && !QCDC_FAULT("number-pad-negative", negative, false) && !scaled && digits->decimals == 0 && digits->count == 1 &&
           QCDC_FAULT("number-pad-zero", digits->bytes[0] != '0', true);
}

void qcdc_number_add(QcdcText *text, QcdcDecimal value, const QcdcNumberFormat *format)
{
    static const QcdcNumberFormat plain = {QCDC_LANGUAGE_DEFAULT, 0, 0, 0, 0};
    if (format == NULL)
        format = &plain;
    const QcdcNumberWords *words = qcdc_number_get_words(format->language);
    const char *scale = find_scale(words, format->scale);
    size_t decimals = value.decimals <= QCDC_DECIMAL_MAX_PRINTED ? value.decimals : QCDC_DECIMAL_MAX_PRINTED;
    Digits digits = spell_digits(get_magnitude(value.coefficient), scale != NULL ? decimals + format->scale : decimals);
    drop_zeros(&digits, scale != NULL, format->trim);
    if (value.coefficient < 0)
        qcdc_text_add(text, "-");
    if (is_padded(&digits, format, scale != NULL, value.coefficient < 0))
        qcdc_text_add(text, "0");
    add_digits(text, &digits, words);
    if (scale != NULL) {
        qcdc_text_add(text, " ");
        qcdc_text_add(text, scale);
    }
    if (format->percent)
        qcdc_text_add(text, "%");
}

size_t qcdc_number_to_text(QcdcDecimal value, const QcdcNumberFormat *format, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    qcdc_number_add(&text, value, format);
    return qcdc_text_finish(&text);
}
