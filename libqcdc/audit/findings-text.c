/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <qcdc/audit.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "model/memory-private.h"

static void add_escape(Text *text, unsigned char byte)
{
    static const char digits[] = "0123456789abcdef";
    static const char short_forms[0x20] = { ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r' };
    char letter = byte < 0x20 ? short_forms[byte] : (char)byte;

    text_append_character(text, '\\');
    if (letter != '\0') {
        text_append_character(text, letter);
        return;
    }
    text_append(text, "u00");
    text_append_character(text, digits[byte >> 4]);
    text_append_character(text, digits[byte & 15]);
}

static void add_string(Text *text, const char *value)
{
    text_append_character(text, '"');
    for (; *value != '\0'; value++) {
        unsigned char byte = (unsigned char)*value;
        if (byte < 0x20 || byte == '"' || byte == QCDC_FAULT("findings-text-backslash", '\\', '"'))
            add_escape(text, byte);
        else
            text_append_character(text, *value);
    }
    text_append_character(text, '"');
}

/* "" is absent. */
static void add_text(Text *text, const char *key, const char *value)
{
    text_append(text, key);
    if (value[0] != '\0')
        add_string(text, value);
    else
        text_append(text, "null");
}

/* 0 is absent: lines and fields count from 1. */
static void add_number(Text *text, const char *key, int32_t value)
{
    text_append(text, key);
    if (value > 0)
        text_append_number(text, value);
    else
        text_append(text, "null");
}

static void add_cell(Text *text, const QcdcFindingCell *cell)
{
    add_text(text, "{\"unit\":", cell->unit);
    add_text(text, ",\"indicator\":", cell->indicator);
    add_text(text, ",\"period\":", cell->period);
    add_text(text, ",\"value\":", cell->value);
    add_text(text, ",\"file\":", cell->file);
    add_number(text, ",\"row\":", cell->row);
    text_append_character(text, '}');
}

static void add_cells(Text *text, const QcdcFinding *finding)
{
    text_append(text, ",\"cells\":[");
    for (size_t k = 0; k < finding->cell_count; k++) {
        if (k > 0)
            text_append_character(text, ',');
        add_cell(text, &finding->cells[k]);
    }
    text_append(text, "]}\n");
}

static const char *name_severity(QcdcSeverity severity)
{
    return severity == QCDC_SEVERITY_ERROR ? "error" : severity == QCDC_SEVERITY_WARNING ? "warning" : "";
}

/* Keys and their order: contracts.md, "JSON lines". */
static void add_json(Text *text, const QcdcFinding *finding)
{
    add_text(text, "{\"finding\":", finding->code);
    add_text(text, ",\"rule\":", finding->rule);
    add_text(text, ",\"severity\":", name_severity(finding->severity));
    add_text(text, ",\"message\":", finding->message);
    add_text(text, ",\"hint\":", finding->hint);
    add_text(text, ",\"file\":", finding->file);
    add_number(text, ",\"row\":", finding->row);
    add_number(text, ",\"column\":", finding->column);
    add_text(text, ",\"value\":", finding->value);
    add_text(text, ",\"unit\":", finding->unit);
    add_text(text, ",\"indicator\":", finding->indicator);
    add_text(text, ",\"period\":", finding->period);
    add_text(text, ",\"left\":", finding->left);
    add_text(text, ",\"right\":", finding->right);
    add_text(text, ",\"difference\":", finding->difference);
    add_cells(text, finding);
}

/* The one-line form, at the end of @text; false when out of memory. */
static bool add_line(Text *text, const QcdcFindings *findings, size_t index)
{
    size_t length = qcdc_findings_item_to_text(findings, index, NULL, 0);
    char *line = memory_try_new(length + 1, 1);

    if (line == NULL)
        return false;
    qcdc_findings_item_to_text(findings, index, line, length + 1);
    text_append_bytes(text, line, length);
    text_append_character(text, '\n');
    qcdc_free(line);
    return true;
}

static bool add_finding(Text *text, const QcdcFindings *findings, size_t index, QcdcFindingsFormat format)
{
    QcdcFinding finding;

    if (format != QCDC_FINDINGS_JSON)
        return add_line(text, findings, index);
    if (qcdc_findings_get_item(findings, index, &finding) == QCDC_OK)
        add_json(text, &finding);
    return true;
}

QcdcStatus qcdc_findings_to_text(const QcdcFindings *findings, QcdcFindingsFormat format, char **out_text, QcdcError *error)
{
    Text text = { 0 };
    bool has_memory = true;
    char *whole;

    if (findings == NULL || out_text == NULL || (int)format < 0 || format >= QCDC_FINDINGS_END)
        return qcdc_error_set_argument(error, "no findings, nowhere to put the text, or an unknown format");
    for (size_t k = 0; k < qcdc_findings_get_count(findings) && has_memory; k++)
        has_memory = add_finding(&text, findings, k, format);
    whole = has_memory ? text_steal(&text) : NULL;
    text_clear(&text);
    if (whole == NULL)
        return memory_fail(error);
    *out_text = whole;
    return QCDC_OK;
}
