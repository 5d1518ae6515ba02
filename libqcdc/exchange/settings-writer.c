/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/settings-writer-private.h"

#include <glib.h>
#include <string.h>

#include "model/memory-private.h"

static void set_text(GKeyFile *file, const char *key, const char *text)
{
    if (text[0] != '\0')
        g_key_file_set_string(file, "bundle", key, text);
}

static void set_bundle_keys(GKeyFile *file, const QcdcBundle *bundle)
{
    set_text(file, "format", "1");
    set_text(file, "title", bundle->settings.title);
    set_text(file, "number_format", "canonical");
    /* said, because a name in a header row may hold semicolons */
    set_text(file, "separator", ",");
    set_text(file, "default_unit", bundle->settings.default_unit);
    set_text(file, "default_period", bundle->settings.default_period);
}

static void set_words(GKeyFile *file, const char *group, const Array *list)
{
    for (size_t k = 0; k < list->count; k++) {
        const NamedWords *named = &ARRAY_AT(list, NamedWords, k);
        g_key_file_set_string(file, group, named->name, named->words);
    }
}

/* What differs from the default style. */
static void set_style(GKeyFile *file, const QcdcStyle *style)
{
    const QcdcStyle plain = { .size = sizeof plain };
    char value[QCDC_STYLE_VALUE_SIZE], otherwise[QCDC_STYLE_VALUE_SIZE];
    const char *key;

    for (size_t k = 0; (key = qcdc_style_get_key(k)) != NULL; k++)
        if (qcdc_style_get(style, key, value, sizeof value, NULL) == QCDC_OK &&
            qcdc_style_get(&plain, key, otherwise, sizeof otherwise, NULL) == QCDC_OK && strcmp(value, otherwise) != 0)
            g_key_file_set_string(file, "style", key, value);
}

QcdcStatus settings_write(FILE *file, const QcdcBundle *bundle)
{
    GKeyFile *keys = g_key_file_new();
    size_t length = 0;
    char *text;
    bool is_written;

    set_bundle_keys(keys, bundle);
    set_words(keys, "plans", &bundle->settings.plans);
    set_words(keys, "groups", &bundle->settings.groups);
    set_style(keys, &bundle->settings.style);
    text = g_key_file_to_data(keys, &length, NULL);
    is_written = fwrite(text, 1, length, file) == length;
    g_free(text);
    g_key_file_free(keys);
    return is_written ? QCDC_OK : QCDC_STATUS_IO;
}
