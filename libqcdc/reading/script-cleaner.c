/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/script-cleaner-private.h"

#include <string.h>

#include <qcdc/text.h>

#include "kernel/text-private.h"
#include "language/letters-private.h"

enum {
    CLUSTER_MAX = 24 /* bytes of a letter and its marks that are composed; more marks are no letter of any language */
};

static void emit(Cleaner *cleaner, const char *bytes, size_t length, size_t origin)
{
    for (size_t i = 0; i < length; i++) {
        cleaner->bytes[cleaner->length] = bytes[i];
        cleaner->origins[cleaner->length++] = (uint32_t)origin;
    }
}

static char last_byte(const Cleaner *cleaner)
{
    return cleaner->length == 0 ? '\n' : cleaner->bytes[cleaner->length - 1];
}

static void emit_blank(Cleaner *cleaner, size_t origin)
{
    if (last_byte(cleaner) != ' ' && last_byte(cleaner) != '\n')
        emit(cleaner, " ", 1, origin);
}

/* No more than two stand together. */
static void emit_line_end(Cleaner *cleaner, size_t origin)
{
    uint32_t length = cleaner->length;
    if (length > 0 && cleaner->bytes[length - 1] == ' ')
        length = --cleaner->length;
    if (length == 0 || (length > 1 && cleaner->bytes[length - 1] == '\n' && cleaner->bytes[length - 2] == '\n'))
        return;
    emit(cleaner, "\n", 1, origin);
}

static uint32_t decode(const char *bytes, size_t size)
{
    static const unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t point = (unsigned char)bytes[0] & lead_bits[size];
    for (size_t i = 1; i < size; i++)
        point = point << 6 | ((unsigned char)bytes[i] & 0x3F);
    return point;
}

static bool is_combining(uint32_t point)
{
    return point >= 0x0300 && point <= 0x036F;
}

/* The digit that a superscript is, -1 if it is none. */
static int superscript_digit(uint32_t point)
{
    if (point == 0xB2 || point == 0xB3)
        return (int)(point - 0xB0);
    if (point == 0xB9)
        return 1;
    return point == 0x2070 || (point >= 0x2074 && point <= 0x2079) ? (int)(point - 0x2070) : -1;
}

/* What a character is replaced by: NULL if by itself, "" if by nothing. */
static const char *find_replacement(uint32_t point)
{
    switch (point) {
    case '*':
    case 0xAD:   /* soft hyphen */
    case 0xFEFF: /* byte order mark */
    case 0x2060:
        return "";
    case '[':
        return "(";
    case ']':
        return ")";
    case 0x2026:
        return "...";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
        return "\"";
    case 0x2018:
    case 0x2019:
        return "'";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return "-";
    default:
        return point >= 0x200B && point <= 0x200F ? "" : NULL;
    }
}

static bool is_line_end(uint32_t point)
{
    return point == '\n' || point == '\f' || point == '\v' || point == 0x85 || point == 0x2028 || point == 0x2029;
}

static bool is_blank(uint32_t point)
{
    return point <= ' ' || point == 0x7F || point == 0xA0 || point == 0x3000 || point == 0x202F || (point >= 0x2000 && point <= 0x200A);
}

/* Whether what is cleaned so far ends in m, cm, dm, mm or km as a word or behind digits: then ² and ³ are its power. */
static bool ends_in_metre(const Cleaner *cleaner)
{
    const char *end = cleaner->bytes + cleaner->length;
    size_t left = cleaner->length;
    if (left == 0 || end[-1] != 'm')
        return false;
    left--, end--;
    if (left > 0 && memchr("kcdm", end[-1], 4) != NULL)
        left--, end--;
    return left == 0 || !(((unsigned char)end[-1] & 0x80) != 0 || (end[-1] >= 'a' && end[-1] <= 'z') || (end[-1] >= 'A' && end[-1] <= 'Z'));
}

/* A run of superscript digits at the cleaner's place: a power stays, any other is a footnote's mark. */
static void take_superscripts(Cleaner *cleaner, uint32_t first)
{
    size_t start = cleaner->at, size;
    unsigned number = 0, digits = 0;
    int digit;
    while ((size = qcdc_text_measure_character(cleaner->input + cleaner->at, cleaner->input_length - cleaner->at)) > 0 &&
           (digit = superscript_digit(decode(cleaner->input + cleaner->at, size))) >= 0) {
        number = number * 10 + (unsigned)digit > CLEANER_MAX_NOTE ? CLEANER_MAX_NOTE : number * 10 + (unsigned)digit;
        digits++;
        cleaner->at += size;
    }
    if (digits == 1 && (first == 0xB2 || first == 0xB3) && ends_in_metre(cleaner)) {
        emit(cleaner, cleaner->input + start, 2, start);
    } else if (number > 0) {
        const char mark[2] = {CLEANER_MARK, (char)(0x80 | number)};
        emit(cleaner, mark, 2, start);
    }
}

/* A letter and the combining marks behind it, composed. Marks beyond a letter's worth are dropped. */
static void take_cluster(Cleaner *cleaner, size_t size)
{
    size_t start = cleaner->at, end = start + size, kept = end;
    char composed[CLUSTER_MAX + 1];
    size_t next;
    while ((next = qcdc_text_measure_character(cleaner->input + end, cleaner->input_length - end)) > 0 &&
           is_combining(decode(cleaner->input + end, next))) {
        end += next;
        if (end - start <= CLUSTER_MAX)
            kept = end;
    }
    cleaner->at = end;
    if (kept == start + size)
        emit(cleaner, cleaner->input + start, size, start);
    else
        emit(cleaner, composed, qcdc_text_compose(cleaner->input + start, kept - start, composed, sizeof composed), start);
}

static void take_character(Cleaner *cleaner, size_t size)
{
    size_t start = cleaner->at;
    uint32_t point = decode(cleaner->input + start, size);
    const char *replacement = find_replacement(point);
    if (superscript_digit(point) >= 0) {
        take_superscripts(cleaner, point);
    } else if (replacement != NULL) {
        emit(cleaner, replacement, strlen(replacement), start);
        cleaner->at += size;
    } else if (is_line_end(point)) {
        emit_line_end(cleaner, start);
        cleaner->at += size;
    } else if (is_blank(point)) {
        emit_blank(cleaner, start);
        cleaner->at += size;
    } else {
        take_cluster(cleaner, size);
    }
}

void cleaner_run(Cleaner *cleaner)
{
    while (cleaner->at < cleaner->input_length) {
        size_t size = qcdc_text_measure_character(cleaner->input + cleaner->at, cleaner->input_length - cleaner->at);
        if (size == 0)
            cleaner->at++;
        else
            take_character(cleaner, size);
    }
    cleaner->origins[cleaner->length] = (uint32_t)cleaner->input_length;
}
