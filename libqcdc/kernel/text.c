/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "kernel/text-private.h"

#include <string.h>

static const char replacement_character[] = "\xEF\xBF\xBD";

QcdcText qcdc_text_begin(char *buffer, size_t size)
{
    QcdcText text = {buffer, buffer == NULL ? 0 : size, 0};
    return text;
}

void qcdc_text_add_bytes(QcdcText *text, const char *bytes, size_t length)
{
    if (text->length < text->size) {
        size_t room = text->size - text->length;
        memcpy(text->buffer + text->length, bytes, length < room ? length : room);
    }
    text->length += length;
}

void qcdc_text_add(QcdcText *text, const char *terminated)
{
    qcdc_text_add_bytes(text, terminated, strlen(terminated));
}

void qcdc_text_add_number(QcdcText *text, uint64_t number, unsigned width)
{
    char digits[20];
    size_t first = sizeof digits;
    while (number > 0) {
        digits[--first] = (char)('0' + number % 10);
        number /= 10;
    }
    while (first > 0 && sizeof digits - first < width)
        digits[--first] = '0';
    qcdc_text_add_bytes(text, digits + first, sizeof digits - first);
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

size_t qcdc_text_finish(QcdcText *text)
{
    if (text->size == 0)
        return text->length;
    size_t end = text->length;
    if (end >= text->size) {
        /* the last byte of the buffer holds the first one that must go: step back to where its character begins */
        end = text->size - 1;
        while (end > 0 && QCDC_FAULT("text-cut-character", is_continuation(text->buffer[end]), false))
            end--;
    }
    text->buffer[end] = '\0';
    return text->length;
}

/* Bytes a character has by its first byte; 0 if no character begins with it. */
static size_t announced_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/* The second byte shuts out overlong forms, surrogates and what lies above U+10FFFF (Unicode, table 3-7). */
static bool second_byte_fits(unsigned char lead, unsigned char second)
{
    switch (lead) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second <= 0x9F;
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second <= 0x8F;
    default:
        return true;
    }
}

size_t qcdc_text_measure_character(const char *bytes, size_t length)
{
    if (length == 0)
        return 0;
    size_t announced = announced_length((unsigned char)bytes[0]);
    if (announced > length)
        return 0;
    for (size_t i = 1; i < announced; i++)
        if (!is_continuation(bytes[i]))
            return 0;
    if (announced > 1 && !second_byte_fits((unsigned char)bytes[0], (unsigned char)bytes[1]))
        return 0;
    return announced;
}

static bool is_control(char byte)
{
    return (unsigned char)byte < 0x20 || byte == 0x7F;
}

void qcdc_text_add_clean(QcdcText *text, const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length) {
        size_t character = qcdc_text_measure_character(bytes + at, length - at);
        if (character == 0 || QCDC_FAULT("text-control", is_control(bytes[at]), false))
            qcdc_text_add(text, replacement_character);
        else
            qcdc_text_add_bytes(text, bytes + at, character);
        at += character == 0 ? 1 : character;
    }
}
