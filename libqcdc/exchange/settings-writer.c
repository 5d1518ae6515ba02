/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/settings-writer-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "model/catalog-private.h"

typedef const char *(*GetText)(const QcdcCatalog *catalog, size_t index);

/* Groups are parted by an empty line. */
static void begin_group(Text *text, const char *group)
{
    if (text->length > 0)
        text_append_character(text, '\n');
    text_append_character(text, '[');
    text_append(text, group);
    text_append(text, "]\n");
}

/* Blanks after "=" would be skipped; a line's end would end the entry. */
static void add_value(Text *text, const char *value)
{
    const char *first = QCDC_FAULT("settings-writer-blank", value + strspn(value, " \t"), value);

    for (; *value != '\0'; value++) {
        const char *found = strchr("\\\n\r", *value);
        bool is_leading = value < first;
        if (found != NULL || is_leading)
            text_append_character(text, '\\');
        if (is_leading)
            text_append_character(text, *value == ' ' ? 's' : 't');
        else
            text_append_character(text, found == NULL ? *value : *found == '\n' ? 'n' : *found == '\r' ? 'r' : '\\');
    }
}

static void add_entry(Text *text, const char *key, const char *value)
{
    text_append(text, key);
    text_append_character(text, '=');
    add_value(text, value);
    text_append_character(text, '\n');
}

static void add_given(Text *text, const char *key, const char *value)
{
    if (value[0] != '\0')
        add_entry(text, key, value);
}

/* The calendar that the bundle was read by, which may have stood in the place of another (D38). */
static void add_calendar(Text *text, const QcdcCatalog *catalog)
{
    const QcdcCalendar *calendar = qcdc_catalog_get_calendar(catalog);

    if (calendar != NULL)
        add_entry(text, "calendar", calendar->name);
}

static void add_bundle_keys(Text *text, const BundleSettings *settings, const QcdcCatalog *catalog)
{
    begin_group(text, "bundle");
    add_entry(text, "format", "1");
    add_given(text, "title", settings->title);
    add_entry(text, "number_format", "canonical");
    /* said, because a name in a header row may hold semicolons */
    add_entry(text, "separator", ",");
    add_calendar(text, catalog);
    add_given(text, "default_unit", settings->default_unit);
    add_given(text, "default_period", settings->default_period);
    if (QCDC_FAULT("settings-writer-groups", catalog_is_partition(catalog), false))
        add_entry(text, "groups", qcdc_grouping_to_name(QCDC_GROUPING_PARTITION));
}

static void add_words(Text *text, const char *group, const QcdcCatalog *catalog, size_t count, GetText get_name, GetText get_words)
{
    if (count > 0)
        begin_group(text, group);
    for (size_t k = 0; k < count; k++)
        add_entry(text, get_name(catalog, k), get_words(catalog, k));
}

/* What differs from the default style. */
static void add_style(Text *text, const QcdcStyle *style)
{
    const QcdcStyle plain = { .size = sizeof plain };
    char value[QCDC_STYLE_VALUE_SIZE], otherwise[QCDC_STYLE_VALUE_SIZE];
    bool is_begun = false;
    const char *key;

    for (size_t k = 0; (key = qcdc_style_get_key(k)) != NULL; k++) {
        if (qcdc_style_get(style, key, value, sizeof value, NULL) != QCDC_OK ||
            qcdc_style_get(&plain, key, otherwise, sizeof otherwise, NULL) != QCDC_OK || strcmp(value, otherwise) == 0)
            continue;
        if (!is_begun)
            begin_group(text, "style");
        is_begun = true;
        add_entry(text, key, value);
    }
}

QcdcStatus settings_write(const ByteSink *sink, const QcdcBundle *bundle, QcdcError *error)
{
    const QcdcCatalog *catalog = bundle->catalog;
    Text text = { 0 };
    QcdcStatus status;

    add_bundle_keys(&text, &bundle->settings, catalog);
    add_words(&text, "plans", catalog, catalog_plan_count(catalog), qcdc_catalog_get_plan_name, qcdc_catalog_get_plan_words);
    if (QCDC_FAULT("settings-writer-partitions", true, false))
        add_words(&text, "partitions", catalog, catalog_partition_count(catalog), qcdc_catalog_get_partition_name,
                  qcdc_catalog_get_partition_words);
    add_words(&text, "groups", catalog, catalog_group_count(catalog), qcdc_catalog_get_group_name,
              qcdc_catalog_get_group_words);
    add_style(&text, &bundle->settings.style);
    status = text.failed ? memory_fail(error) : sink_write(sink, text.bytes, text.length, error);
    text_clear(&text);
    return status;
}
