/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/ini-reader-private.h"

#include <glib.h>
#include <string.h>

#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "model/memory-private.h"

enum {
    MOST_BYTES = 1 << 20, /* settings, not data: GKeyFile aborts where memory ends, so what it gets is small */
    BLOCK_SIZE = 4096,
    MESSAGE_SIZE = 256
};

typedef struct IniLine {
    const char *group, *key; /* key NULL: the head of a group */
    int32_t line;
} IniLine;

typedef struct IniReader {
    const FaultReport *report;
    StringPool strings;
    Array lines;    /* IniLine */
    HashIndex kept; /* lines by group and key */
    uint64_t seed;
    const char *group; /* NULL before the first head */
    bool is_broken;     /* a line GKeyFile will refuse */
    bool skips_group;   /* after a head that cannot be read: its keys are not at fault */
} IniReader;

static QcdcStatus read_all(const BundleFolder *folder, const FaultReport *report, Text *out_text)
{
    ByteSource source = { 0 };
    SourceState state = source_open(folder, report->file, &source);
    char block[BLOCK_SIZE];
    size_t count = sizeof block;
    bool can_read = state == SOURCE_OPENED;

    while (can_read && count == sizeof block && out_text->length <= MOST_BYTES) {
        can_read = source_read(&source, block, sizeof block, &count);
        text_append_bytes(out_text, block, can_read ? count : 0);
    }
    source_close(&source);
    if (state == SOURCE_NO_MEMORY || out_text->failed)
        return memory_fail(report->error);
    if (state == SOURCE_ABSENT)
        return report_message(report, "QCDC-F100", 0, 0, "file is missing", "a bundle cannot do without it");
    if (!can_read)
        return report_message(report, "QCDC-F102", 0, 0, "file cannot be read", "is it a file, and may it be read?");
    if (out_text->length > MOST_BYTES)
        return report_message(report, "QCDC-F103", 0, 0, "file has more than 1048576 bytes, which is the limit", "");
    if (out_text->length == 0)
        return report_message(report, "QCDC-F101", 0, 0, "file is empty", "it begins with [bundle] and format=1");
    return QCDC_OK;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

static void trim(const char **start, size_t *length)
{
    while (*length > 0 && is_blank((*start)[*length - 1]))
        --*length;
    while (*length > 0 && is_blank(**start))
        ++*start, --*length;
}

/* Texts are pooled: equal texts are one pointer. */
static uint32_t hash_line(const IniReader *reader, const char *group, const char *key)
{
    const char *const texts[] = { group, key };

    return hash_bytes(reader->seed, texts, sizeof texts);
}

static bool is_same_line(const void *context, uint32_t item, const void *key)
{
    const IniLine *line = &ARRAY_AT((const Array *)context, IniLine, item), *wanted = key;

    return line->group == wanted->group && line->key == wanted->key;
}

static QcdcStatus keep_line(IniReader *reader, const char *key, int32_t line)
{
    const IniLine kept = { reader->group, key, line };

    if (!hash_index_add(&reader->kept, hash_line(reader, reader->group, key), (uint32_t)reader->lines.count) ||
        !array_append(&reader->lines, &kept, 1, sizeof kept))
        return memory_fail(reader->report->error);
    return QCDC_OK;
}

static bool is_kept(const IniReader *reader, const char *group, const char *key)
{
    const IniLine wanted = { group, key, 0 };

    return hash_index_find(&reader->kept, hash_line(reader, group, key), is_same_line, &reader->lines, &wanted) != UINT32_MAX;
}

static QcdcStatus break_off(IniReader *reader, int32_t line, const char *text, size_t length, const char *complaint)
{
    reader->is_broken = true;
    return report_value(reader->report, "QCDC-F120", line, 1, "line", text, length, complaint, "a comment begins with #");
}

static QcdcStatus take_group(IniReader *reader, const char *text, size_t length, int32_t line)
{
    reader->skips_group = length < 3 || text[length - 1] != ']';
    if (reader->skips_group)
        return break_off(reader, line, text, length, "is neither [group] nor key=value");
    reader->group = string_pool_keep(&reader->strings, text + 1, length - 2);
    if (reader->group == NULL)
        return memory_fail(reader->report->error);
    if (is_kept(reader, reader->group, NULL))
        return report_value(reader->report, "QCDC-F123", line, 1, "group", reader->group, strlen(reader->group),
                            "stands twice", "join the two");
    return keep_line(reader, NULL, line);
}

static QcdcStatus take_key(IniReader *reader, const char *text, size_t length, int32_t line)
{
    const char *equals = memchr(text, '=', length);
    size_t key_length = equals != NULL ? (size_t)(equals - text) : 0;
    char message[MESSAGE_SIZE];
    const char *key;

    if (reader->skips_group)
        return QCDC_OK;
    trim(&text, &key_length);
    if (key_length == 0)
        return break_off(reader, line, text, length, "is neither [group] nor key=value");
    if (reader->group == NULL)
        return break_off(reader, line, text, length, "stands before the first [group]");
    key = string_pool_keep(&reader->strings, text, key_length);
    if (key == NULL)
        return memory_fail(reader->report->error);
    if (QCDC_FAULT("ini-key-twice", is_kept(reader, reader->group, key), false)) {
        g_snprintf(message, sizeof message, "[%.80s] %.80s stands twice", reader->group, key);
        return report_message(reader->report, "QCDC-F122", line, 1, message, "keep one of the two");
    }
    return keep_line(reader, key, line);
}

static QcdcStatus take_line(IniReader *reader, const char *text, size_t length, int32_t line)
{
    trim(&text, &length);
    if (length == 0 || text[0] == '#')
        return QCDC_OK;
    return text[0] == '[' ? take_group(reader, text, length, line) : take_key(reader, text, length, line);
}

static QcdcStatus scan_lines(IniReader *reader, const char *text, size_t length)
{
    QcdcStatus status = QCDC_OK;

    for (int32_t line = 1; length > 0 && status == QCDC_OK; line++) {
        const char *end = memchr(text, '\n', length);
        size_t piece = end != NULL ? (size_t)(end - text) : length;
        status = take_line(reader, text, piece, line);
        piece += end != NULL;
        text += piece;
        length -= piece;
    }
    return status;
}

/* True if all is text; else a fault with line and byte is put down. */
static bool check_encoding(const FaultReport *report, const char *text, size_t length, QcdcStatus *status)
{
    int32_t line = 1;
    size_t line_start = 0, k = 0, width = 1;
    char message[MESSAGE_SIZE];

    while (k < length && text[k] != '\0' && (width = qcdc_text_measure_character(text + k, length - k)) > 0) {
        if (text[k] == '\n') {
            line++;
            line_start = k + 1;
        }
        k += width;
    }
    if (k == length)
        return true;
    g_snprintf(message, sizeof message, text[k] == '\0' ? "byte %u of the line is NUL" :
               "line is not UTF-8: its byte %u is 0x%02X", (unsigned)(k - line_start + 1), (unsigned)(unsigned char)text[k]);
    *status = report_message(report, text[k] == '\0' ? "QCDC-F107" : "QCDC-F106", line, 1, message,
                             "save the file as UTF-8");
    return false;
}

/* The value of a key; NULL with a fault put down if it cannot be unescaped. */
static char *get_value(const IniReader *reader, GKeyFile *values, const IniLine *line, QcdcStatus *status)
{
    GError *error = NULL;
    char message[MESSAGE_SIZE];
    char *value = g_key_file_get_string(values, line->group, line->key, &error);

    if (error == NULL)
        return value;
    g_snprintf(message, sizeof message, "[%.80s] %.80s holds a \\ that begins nothing", line->group, line->key);
    *status = report_message(reader->report, "QCDC-F121", line->line, 1, message, "write \\\\ for one \\");
    g_error_free(error);
    g_free(value);
    return NULL;
}

static QcdcStatus hand_over(IniReader *reader, GKeyFile *values, IniHandler handler, void *data)
{
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < reader->lines.count && status == QCDC_OK; k++) {
        const IniLine *line = &ARRAY_AT(&reader->lines, IniLine, k);
        char *value = line->key != NULL ? get_value(reader, values, line, &status) : NULL;
        if (line->key == NULL || value != NULL)
            status = handler(data, &(IniEntry){ line->group, line->key, value, line->line });
        g_free(value);
    }
    return status;
}

static QcdcStatus read_values(IniReader *reader, const char *text, size_t length, IniHandler handler, void *data)
{
    GKeyFile *values = g_key_file_new();
    QcdcStatus status = QCDC_OK;

    /* translations are kept, because dropping those of other locales would make the reading depend on the locale */
    if (g_key_file_load_from_data(values, text, length, G_KEY_FILE_KEEP_TRANSLATIONS, NULL))
        status = hand_over(reader, values, handler, data);
    else if (!reader->is_broken)
        status = report_message(reader->report, "QCDC-F120", 0, 0, "file is not [group] and key=value", "");
    g_key_file_free(values);
    return status;
}

QcdcStatus ini_read(const BundleFolder *folder, const FaultReport *report, IniHandler handler, void *data)
{
    IniReader reader = { .report = report, .seed = hash_draw_seed() };
    Text text = { 0 };
    QcdcStatus status = read_all(folder, report, &text);
    size_t mark = text.length >= 3 && memcmp(text.bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

    if (status == QCDC_OK && text.length > 0 && text.length <= MOST_BYTES &&
        check_encoding(report, text.bytes, text.length, &status)) {
        status = scan_lines(&reader, text.bytes + mark, text.length - mark);
        if (status == QCDC_OK)
            status = read_values(&reader, text.bytes + mark, text.length - mark, handler, data);
    }
    text_clear(&text);
    array_clear(&reader.lines);
    hash_index_clear(&reader.kept);
    string_pool_clear(&reader.strings);
    return status;
}
