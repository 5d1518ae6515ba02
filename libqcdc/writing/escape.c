/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "escape-private.h"

#include <string.h>

#include "kernel/fault-private.h"

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* What may stand before a block of Markdown in its line: marks of quotes, lists and headings. */
static bool is_block_mark(char byte)
{
    return byte != '\0' && strchr(" \t>*+-.)#0123456789", byte) != NULL;
}

bool escape_is_line_start(bool before, const char *bytes, size_t length)
{
    bool is_start = before;
    for (size_t k = 0; k < length; k++)
        is_start = is_line_end(bytes[k]) || (is_start && is_block_mark(bytes[k]));
    return is_start;
}

static bool is_control(char byte)
{
    return (unsigned char)byte < 0x20 || byte == 0x7f;
}

static void append_html(Text *out, char byte)
{
    switch (byte) {
    case '&':
        text_append(out, "&amp;");
        break;
    case '<':
        text_append(out, QCDC_FAULT("escape-html", "&lt;", "<"));
        break;
    case '>':
        text_append(out, "&gt;");
        break;
    case '"':
        text_append(out, "&quot;");
        break;
    case '\'':
        text_append(out, "&#39;");
        break;
    default:
        text_append_character(out, byte);
    }
}

/* Markup anywhere in a line, by CommonMark and its tables. */
static bool is_mark(char byte)
{
    return strchr("\\`*_[]|~", byte) != NULL;
}

/* Markup at the beginning of a line: headings, quotes, lists, underlines, code. */
static bool is_mark_of_start(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    return digits == 0 && strchr("#>+-=", text[0]) != NULL;
}

/* "1. Sở A" is no item of a list: the place of the point or bracket, or 0. */
static size_t find_list_mark(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    return digits > 0 && (text[digits] == '.' || text[digits] == ')') ? digits : 0;
}

static void append_markdown(Text *out, char byte, bool is_escaped)
{
    if (byte == '<')
        text_append(out, "&lt;");
    else if (byte == '&')
        text_append(out, "&amp;");
    else {
        text_append(out, is_escaped || is_mark(byte) ? "\\" : "");
        text_append_character(out, byte);
    }
}

static void append_markdown_line(Text *out, const char *text, size_t length, bool at_start)
{
    size_t mark = at_start ? find_list_mark(text) : 0;
    for (size_t k = 0; k < length; k++) {
        bool is_first = k == 0 && at_start;
        bool is_escaped = (is_first && QCDC_FAULT("escape-start", is_mark_of_start(text), false)) || (mark > 0 && k == mark);
        if (is_first && (text[k] == ' ' || is_control(text[k])))
            text_append(out, "&#32;"); /* four spaces would be code */
        else
            append_markdown(out, is_control(text[k]) ? ' ' : text[k], is_escaped);
    }
}

static void append_line(Text *out, const char *text, size_t length, QcdcTableFormat format, bool at_start)
{
    if (format == QCDC_TABLE_MARKDOWN) {
        append_markdown_line(out, text, length, at_start);
        return;
    }
    for (size_t k = 0; k < length; k++) {
        char byte = is_control(text[k]) ? ' ' : text[k];
        if (format == QCDC_TABLE_HTML)
            append_html(out, byte);
        else
            text_append_character(out, byte);
    }
}

void escape_append_cell(Text *out, const char *text, QcdcTableFormat format)
{
    bool is_html = format == QCDC_TABLE_HTML;
    for (; *text != '\0'; text++) {
        bool is_kept = !is_control(*text) || (is_html && (*text == '\n' || *text == '\t'));
        char byte = is_kept ? *text : ' ';
        if (is_html)
            append_html(out, byte);
        else
            append_markdown(out, byte, false);
    }
}

void escape_append_each(Text *out, const char *lines, EscapeLine *write, const char *between)
{
    for (;;) {
        size_t length = strcspn(lines, "\n");
        Text line = {0};
        text_append_bytes(&line, lines, length);
        write(out, text_get(&line));
        out->failed = out->failed || line.failed;
        text_clear(&line);
        if (lines[length] == '\0')
            return;
        text_append(out, between);
        lines += length + 1;
    }
}

static const char *break_of(QcdcTableFormat format)
{
    return format == QCDC_TABLE_HTML ? "<br>" : format == QCDC_TABLE_MARKDOWN ? "\\" : "";
}

void escape_append(Text *out, const char *text, QcdcTableFormat format, const char *line_end, bool at_line_start)
{
    for (;;) {
        size_t length = strcspn(text, "\n");
        append_line(out, text, length, format, at_line_start);
        if (text[length] == '\0')
            return;
        text_append(out, break_of(format));
        text_append(out, line_end);
        text += length + 1;
        at_line_start = true;
    }
}

void escape_append_lines(Text *out, const char *text, const char *line_end)
{
    for (;;) {
        size_t length = strcspn(text, "\n");
        text_append_bytes(out, text, length);
        if (text[length] == '\0')
            return;
        text_append(out, line_end);
        text += length + 1;
    }
}
