/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/members-private.h"

#include <math.h>

#include <glib.h>

/* The fewest digits that are read back as the same number. */
static void add_exactly(QcdcText *text, double number)
{
    static const char *const formats[] = {"%.15g", "%.16g", "%.17g"};
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        g_ascii_formatd(buffer, sizeof buffer, formats[i], number);
        if (g_ascii_strtod(buffer, NULL) == number)
            break;
    }
    qcdc_text_add(text, buffer);
}

void members_forget(Member *members, size_t count)
{
    for (size_t i = 0; i < count; i++)
        members[i] = (Member){members[i].name, NAN, NULL};
}

void members_add(QcdcText *text, const char *name, double number, bool is_first)
{
    qcdc_text_add(text, is_first ? "\"" : ",\"");
    qcdc_text_add(text, name);
    qcdc_text_add(text, "\":");
    if (isfinite(number))
        add_exactly(text, number);
    else
        qcdc_text_add(text, "null");
}

static void add_member(QcdcText *text, const Member *member, bool is_first)
{
    if (member->word == NULL) {
        members_add(text, member->name, member->number, is_first);
        return;
    }
    qcdc_text_add(text, is_first ? "\"" : ",\"");
    qcdc_text_add(text, member->name);
    qcdc_text_add(text, "\":\"");
    qcdc_text_add(text, member->word);
    qcdc_text_add(text, "\"");
}

size_t members_write(const Member *members, size_t count, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    if (members == NULL) {
        qcdc_text_add(&text, "null");
        return qcdc_text_finish(&text);
    }
    qcdc_text_add(&text, "{");
    for (size_t i = 0; i < count; i++)
        add_member(&text, &members[i], i == 0);
    qcdc_text_add(&text, "}");
    return qcdc_text_finish(&text);
}
