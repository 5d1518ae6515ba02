/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/numeral-private.h"

#include <string.h>

#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "language/letters-private.h"

/* How the separators stand. */
typedef struct Shape {
    uint32_t length, first; /* bytes in all, digits of the first group */
    uint32_t dots, commas, last_digits; /* digits behind the last separator */
    char last;              /* the last separator */
    bool threes;            /* every group but the first has three digits */
    bool inner_threes;      /* the same but for what stands behind the last separator */
} Shape;

static bool has_digit(const char *text, size_t length, size_t at)
{
    return at < length && qcdc_letters_is_digit(text[at]);
}

static uint32_t count_digits(const char *text, size_t length)
{
    uint32_t count = 0;
    while (has_digit(text, length, count))
        count++;
    return count;
}

static bool has_separator(const char *text, size_t length, size_t at)
{
    return at < length && (text[at] == '.' || text[at] == ',') && has_digit(text, length, at + 1);
}

static Shape measure_shape(const char *text, size_t length)
{
    Shape shape = {.threes = true, .inner_threes = true};
    shape.first = shape.length = count_digits(text, length);
    while (has_separator(text, length, shape.length)) {
        shape.inner_threes = shape.threes;
        shape.last = text[shape.length];
        shape.dots += shape.last == '.';
        shape.commas += shape.last == ',';
        shape.last_digits = count_digits(text + shape.length + 1, length - shape.length - 1);
        shape.threes = shape.threes && shape.last_digits == 3;
        shape.length += 1 + shape.last_digits;
    }
    return shape;
}

/* The digits of @length bytes, the last @decimals of them decimals. */
static bool make_value(const char *text, uint32_t length, uint32_t decimals, QcdcDecimal *out_value)
{
    int64_t coefficient = 0;
    if (decimals > QCDC_DECIMAL_MAX_DECIMALS)
        return false;
    for (uint32_t i = 0; i < length; i++) {
        if (!qcdc_letters_is_digit(text[i]))
            continue;
        if (coefficient >= QCDC_DECIMAL_LIMIT / 10)
            return false;
        coefficient = 10 * coefficient + (text[i] - '0');
    }
    *out_value = (QcdcDecimal){coefficient, (uint8_t)decimals, {0}};
    return true;
}

static bool may_be_grouped(const Shape *shape, const char *text)
{
    return shape->first <= 3 && text[0] != '0';
}

/* One separator: "1.648" is 1648, in a slip 1,648; "1,648" the other way; "43.51" can only be a decimal. */
static bool read_one(const char *text, const Shape *shape, Numeral *numeral)
{
    bool groups = shape->threes && may_be_grouped(shape, text);
    bool is_dot = shape->last == '.';
    numeral->has_other = groups;
    numeral->is_grouped = QCDC_FAULT("numeral-dot", groups && is_dot, groups);
    if (groups && !make_value(text, shape->length, numeral->is_grouped ? 3 : 0, &numeral->other))
        return false;
    return make_value(text, shape->length, numeral->is_grouped ? 0 : shape->last_digits, &numeral->value);
}

/* 1.234.567, 8.310,09 and, from other hands, 1,234,567 and 8,310.09. */
static bool read_many(const char *text, const Shape *shape, Numeral *numeral)
{
    bool has_decimals = shape->dots > 0 && shape->commas > 0;
    bool ends_once = (shape->last == '.' ? shape->dots : shape->commas) == 1;
    numeral->is_grouped = may_be_grouped(shape, text);
    if (!numeral->is_grouped || (has_decimals ? !shape->inner_threes || !ends_once : !shape->threes))
        return false;
    return make_value(text, shape->length, has_decimals ? shape->last_digits : 0, &numeral->value);
}

/* "năm 2020,2021" are two. */
static bool is_two_years(const char *text, const Shape *shape)
{
    return shape->first == 4 && shape->dots == 0 && shape->commas > 0 && count_digits(text + 5, shape->length - 5) == 4;
}

Numeral numeral_read(const char *text, size_t length)
{
    Shape shape = measure_shape(text, length);
    Numeral numeral = {.digits = shape.first};
    if (is_two_years(text, &shape))
        shape = measure_shape(text, 4);
    numeral.length = shape.length;
    numeral.is_plain = shape.last == 0;
    numeral.starts_zero = text[0] == '0' && shape.first > 1;
    if (numeral.is_plain)
        numeral.is_number = make_value(text, shape.length, 0, &numeral.value);
    else if (shape.dots + shape.commas == 1)
        numeral.is_number = read_one(text, &shape, &numeral);
    else
        numeral.is_number = read_many(text, &shape, &numeral);
    return numeral;
}

size_t numeral_measure_blanks(const char *text, size_t length)
{
    size_t first = count_digits(text, length), size = first;
    if (first == 0 || first > 3 || text[0] == '0')
        return 0;
    while (size < length && text[size] == ' ' && count_digits(text + size + 1, length - size - 1) == 3)
        size += 4;
    return size > first ? size : 0;
}

Numeral numeral_read_blanks(const char *text, size_t size)
{
    Numeral numeral = {.length = (uint32_t)size, .digits = count_digits(text, size), .is_grouped = true};
    numeral.is_number = make_value(text, numeral.length, 0, &numeral.value);
    return numeral;
}

/* The longest wins. A rest that makes the word another one is told below. */
static const struct ScaleWord {
    const char *word;
    unsigned power;
} scale_words[] = {
    {"nghìn tỷ", 12},  {"nghìn tỉ", 12},  {"ngàn tỷ", 12},  {"ngàn tỉ", 12}, {"triệu tỷ", 15},  {"trăm nghìn tỷ", 14},
    {"trăm tỷ", 11},   {"trăm tỉ", 11},   {"trăm triệu", 8}, {"trăm nghìn", 5}, {"trăm ngàn", 5}, {"chục tỷ", 10},
    {"chục tỉ", 10},   {"chục triệu", 7}, {"chục nghìn", 4}, {"chục ngàn", 4}, {"nghìn", 3},     {"ngàn", 3},
    {"triệu", 6},      {"tỷ", 9},         {"tỉ", 9},         {"trăm", 2},      {"chục", 1},      {"vạn", 4},
    {"tr", 6},         {"trđ", 6},
};

/* "5 tỷ lệ" and "2 tỷ số" hold no thousand million. */
static bool is_other_word(const char *text, size_t length)
{
    static const char *const rests[] = {" lệ", " trọng", " suất", " số", " giá", " phú"};
    for (size_t i = 0; i < sizeof rests / sizeof rests[0]; i++)
        if (qcdc_letters_match_whole(text, length, rests[i]) > 0)
            return true;
    return false;
}

static size_t match_scale(const char *text, size_t length, const char *word)
{
    size_t size = strlen(word);
    if (size > length || memcmp(text, word, size) != 0 || (size < length && qcdc_letters_is_digit(text[size])))
        return 0;
    if (qcdc_letters_has_letter(text + size, length - size))
        return 0;
    return is_other_word(text + size, length - size) ? 0 : size;
}

unsigned numeral_find_scale(const char *text, size_t length, uint32_t *out_length)
{
    size_t blank = length > 0 && text[0] == ' ' ? 1 : 0, longest = 0;
    unsigned power = 0;
    *out_length = 0;
    if (length <= blank || (text[blank] != 'n' && text[blank] != 't' && text[blank] != 'c' && text[blank] != 'v'))
        return 0;
    for (size_t i = 0; i < sizeof scale_words / sizeof scale_words[0]; i++) {
        size_t found = match_scale(text + blank, length - blank, scale_words[i].word);
        if (found <= longest)
            continue;
        longest = found;
        power = scale_words[i].power;
    }
    *out_length = longest == 0 ? 0 : (uint32_t)(blank + longest);
    return power;
}

bool numeral_scale(QcdcDecimal *value, unsigned power)
{
    QcdcDecimal scaled = *value;
    for (; power > 0; power--) {
        if (scaled.decimals > 0)
            scaled.decimals--;
        else if (scaled.coefficient >= QCDC_DECIMAL_LIMIT / 10 || scaled.coefficient <= -QCDC_DECIMAL_LIMIT / 10)
            return false;
        else
            scaled.coefficient *= 10;
    }
    *value = scaled;
    return true;
}
