/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/style.h>

#include <string.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "language/letters-private.h"
#include "language/style-private.h"

/* A key of [style] (contracts.md). Its field is a number that counts from `base` the words it may take, the first of which is the
 * default; or it holds the people's own words. */
typedef struct StyleKey {
    const char *name;
    size_t offset;
    const char *values[7]; /* NULL: own words */
    int32_t base;
    const char *hint;
} StyleKey;

/* Fields that are options count from 1, because 0 is the default; percent_trim and show_base are plain numbers. */
static const StyleKey keys[] = {
    {"base_phrase",
     offsetof(QcdcStyle, base_phrase),
     {"full", "short", "abbreviated", "full-then-abbreviated", "dated", "year"},
     1,
     "full, short, abbreviated, full-then-abbreviated, dated or year"},
    {"verb", offsetof(QcdcStyle, verb), {"repeat", "elide"}, 1, "repeat or elide"},
    {"percent", offsetof(QcdcStyle, percent), {"none", "brackets", "alone", "signed", "words"}, 1,
     "none, brackets, alone, signed or words"},
    {"percent_decimals", offsetof(QcdcStyle, percent_decimals), {"1", "2"}, 1, "1 or 2"},
    {"percent_trim", offsetof(QcdcStyle, percent_keep_zeros), {"whole", "none"}, 0, "whole or none"},
    {"show_base", offsetof(QcdcStyle, show_base), {"no", "yes"}, 0, "no or yes"},
    {"form", offsetof(QcdcStyle, form), {"growth", "index", "times"}, 1, "growth, index or times"},
    {"change",
     offsetof(QcdcStyle, change),
     {"auto", "brackets", "comma", "first"},
     1,
     "auto, brackets, comma or first"},
    {"leading_zero", offsetof(QcdcStyle, leading_zero), {"counts", "off", "all"}, 1, "counts, off or all"},
    {"rounding",
     offsetof(QcdcStyle, rounding),
     {"half-away", "half-even", "truncate"},
     1,
     "half-away, half-even or truncate"},
    {"language", offsetof(QcdcStyle, language), {"vi", "en"}, 1, "vi or en"},
    {"unchanged", offsetof(QcdcStyle, unchanged), {NULL}, 0, "words of at most 95 bytes, without control characters"},
    {"value_joiner", offsetof(QcdcStyle, value_joiner), {NULL}, 0, "words of at most 95 bytes, without control characters"},
    {"plan", offsetof(QcdcStyle, plan), {"attainment", "excess", "difference"}, 1, "attainment, excess or difference"},
    {"per_year", offsetof(QcdcStyle, per_year), {"none", "growth", "mean", "both"}, 1, "none, growth, mean or both"},
    {"contribution", offsetof(QcdcStyle, contribution), {"none", "points", "share", "both"}, 1, "none, points, share or both"},
    {"as_of", offsetof(QcdcStyle, as_of), {"no", "yes"}, 0, "no or yes"},
};

enum {
    KEY_COUNT = sizeof keys / sizeof keys[0]
};

_Static_assert(sizeof(QcdcVerb) == sizeof(int32_t) && sizeof(QcdcRounding) == sizeof(int32_t),
               "option fields are read and written as numbers of 32 bits");

static const char all_keys[] = "base_phrase, verb, percent, percent_decimals, percent_trim, show_base, form, change, "
                               "leading_zero, rounding, language, unchanged, value_joiner, plan, per_year, contribution or as_of";

static const StyleKey *find_key(const char *name)
{
    for (size_t i = 0; i < KEY_COUNT; i++)
        if (qcdc_letters_are_same(name, keys[i].name))
            return &keys[i];
    return NULL;
}

static bool has_own_words(const StyleKey *key)
{
    return key->values[0] == NULL;
}

/* Place of @value among the values of @key, -1 if it is none of them. */
static int32_t find_value(const StyleKey *key, const char *value)
{
    for (int32_t i = 0; key->values[i] != NULL; i++)
        if (qcdc_letters_are_same(value, key->values[i]))
            return i;
    return -1;
}

static bool is_fit_for_words(const char *value, size_t length)
{
    size_t at = 0, character;
    while ((character = qcdc_text_measure_character(value + at, length - at)) > 0) {
        if ((unsigned char)value[at] < 0x20 || value[at] == 0x7F)
            return false;
        at += character;
    }
    return at == length && length < QCDC_FAULT("style-words-size", QCDC_STYLE_WORDS_SIZE, QCDC_STYLE_WORDS_SIZE - 1);
}

static QcdcStatus refuse_value(QcdcError *error, const StyleKey *key, const char *value)
{
    return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, 0, key->name, value, strlen(value), "is not one of its values",
                                key->hint);
}

static QcdcStatus set_words(QcdcStyle *style, const StyleKey *key, const char *value, QcdcError *error)
{
    size_t length = strlen(value);
    if (!is_fit_for_words(value, length))
        return refuse_value(error, key, value);
    char *field = (char *)style + key->offset;
    memset(field, 0, QCDC_STYLE_WORDS_SIZE);
    memcpy(field, value, length);
    return QCDC_OK;
}

static QcdcStatus set_option(QcdcStyle *style, const StyleKey *key, const char *value, QcdcError *error)
{
    int32_t place = find_value(key, value);
    if (place < 0)
        return refuse_value(error, key, value);
    int32_t option = place + key->base;
    memcpy((char *)style + key->offset, &option, sizeof option);
    return QCDC_OK;
}

static bool has_right_size(const QcdcStyle *style)
{
    return style->size == 0 || style->size == sizeof *style;
}

/* The key of @name; NULL with the error set. */
static const StyleKey *look_up(const char *name, QcdcStatus *status, QcdcError *error)
{
    const StyleKey *key = find_key(name);
    *status = QCDC_OK;
    if (key == NULL)
        *status = qcdc_error_set_value(error, QCDC_STATUS_NOT_FOUND, 0, "style", name, strlen(name), "is not a key", all_keys);
    return key;
}

QcdcStatus qcdc_style_set(QcdcStyle *style, const char *key, const char *value, QcdcError *error)
{
    if (style == NULL || key == NULL || value == NULL || !has_right_size(style))
        return qcdc_error_set_argument(error, "no style, key or value, or a style of another size");
    QcdcStatus status;
    const StyleKey *found = look_up(key, &status, error);
    if (found == NULL)
        return status;
    return has_own_words(found) ? set_words(style, found, value, error) : set_option(style, found, value, error);
}

/* The words of an option's field; NULL for a number that stands for none. */
static const char *get_option(const QcdcStyle *style, const StyleKey *key)
{
    int32_t option;
    memcpy(&option, (const char *)style + key->offset, sizeof option);
    int32_t place = option == 0 ? 0 : option - key->base;
    for (int32_t i = 0; key->values[i] != NULL; i++)
        if (i == place)
            return key->values[i];
    return NULL;
}

static bool is_valid(const QcdcStyle *style)
{
    for (size_t i = 0; i < KEY_COUNT; i++) {
        const char *field = (const char *)style + keys[i].offset;
        if (has_own_words(&keys[i]) ? field[QCDC_STYLE_WORDS_SIZE - 1] != '\0' : get_option(style, &keys[i]) == NULL)
            return false;
    }
    return has_right_size(style);
}

const QcdcStyle *qcdc_style_choose(const QcdcStyle *style)
{
    static const QcdcStyle plain = {.size = 0};
    if (style == NULL)
        return &plain;
    return is_valid(style) ? style : NULL;
}

QcdcStatus qcdc_style_get(const QcdcStyle *style, const char *key, char *buffer, size_t size, QcdcError *error)
{
    if (style == NULL || key == NULL || buffer == NULL || qcdc_style_choose(style) == NULL)
        return qcdc_error_set_argument(error, "no style, key or buffer, or a style out of range");
    QcdcStatus status;
    const StyleKey *found = look_up(key, &status, error);
    if (found == NULL)
        return status;
    const char *value = has_own_words(found) ? (const char *)style + found->offset : get_option(style, found);
    if (strlen(value) >= size)
        return qcdc_error_set_argument(error, "the buffer is too small");
    memcpy(buffer, value, strlen(value) + 1);
    return QCDC_OK;
}

const char *qcdc_style_get_key(size_t index)
{
    return index < KEY_COUNT ? keys[index].name : NULL;
}
