/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/settings-private.h"

#include <glib.h>
#include <string.h>

#include <qcdc/period.h>

#include "exchange/ini-reader-private.h"
#include "exchange/nearest-private.h"

enum { NOUN_SIZE = 160, MOST_KEYS = 32 };

typedef struct SettingsReader {
    BundleSettings *settings;
    FaultReport report;
    bool has_format;
} SettingsReader;

static QcdcStatus refuse(const SettingsReader *reader, const IniEntry *entry, const char *code, const char *complaint,
                         const char *hint)
{
    char noun[NOUN_SIZE];

    g_snprintf(noun, sizeof noun, "[%.60s] %.60s", entry->group, entry->key);
    return report_value(&reader->report, code, entry->line, 1, noun, entry->value, strlen(entry->value), complaint, hint);
}

static QcdcStatus refuse_value(const SettingsReader *reader, const IniEntry *entry, const char *hint)
{
    return refuse(reader, entry, "QCDC-F126", "is not one of its values", hint);
}

static const char *keep(SettingsReader *reader, const char *text)
{
    return string_pool_keep(&reader->settings->strings, text, strlen(text));
}

static QcdcStatus keep_text(SettingsReader *reader, const IniEntry *entry, const char **out_text)
{
    *out_text = keep(reader, entry->value);
    return *out_text != NULL ? QCDC_OK : memory_fail(reader->report.error);
}

static QcdcStatus take_format(SettingsReader *reader, const IniEntry *entry)
{
    reader->has_format = true;
    return strcmp(entry->value, "1") == 0 ? QCDC_OK : refuse_value(reader, entry, "this version reads format=1");
}

static QcdcStatus take_title(SettingsReader *reader, const IniEntry *entry)
{
    return keep_text(reader, entry, &reader->settings->title);
}

static QcdcStatus take_number_format(SettingsReader *reader, const IniEntry *entry)
{
    if (strcmp(entry->value, "canonical") == 0)
        reader->settings->number_writing = QCDC_NUMBER_WRITING_CANONICAL;
    else if (strcmp(entry->value, "vi") == 0)
        reader->settings->number_writing = QCDC_NUMBER_WRITING_VI;
    else
        return refuse_value(reader, entry, "canonical (1234.5) or vi (1.234,5)");
    return QCDC_OK;
}

static QcdcStatus take_separator(SettingsReader *reader, const IniEntry *entry)
{
    if (strcmp(entry->value, "tab") == 0)
        reader->settings->separator = '\t';
    else if (strcmp(entry->value, ",") == 0 || strcmp(entry->value, ";") == 0)
        reader->settings->separator = entry->value[0];
    else
        return refuse_value(reader, entry, "a comma, a semicolon, or the word tab");
    return QCDC_OK;
}

static QcdcStatus take_calendar(SettingsReader *reader, const IniEntry *entry)
{
    reader->settings->calendar_line = entry->line;
    return keep_text(reader, entry, &reader->settings->calendar);
}

static QcdcStatus take_default_unit(SettingsReader *reader, const IniEntry *entry)
{
    reader->settings->default_unit_line = entry->line;
    return keep_text(reader, entry, &reader->settings->default_unit);
}

static QcdcStatus take_default_period(SettingsReader *reader, const IniEntry *entry)
{
    QcdcPeriod period;
    QcdcError fault = { 0 };

    if (qcdc_period_parse(entry->value, strlen(entry->value), &period, &fault) != QCDC_OK)
        return report_error(&reader->report, "QCDC-F126", entry->line, 1, "[bundle] default_period: ", &fault);
    return keep_text(reader, entry, &reader->settings->default_period);
}

static QcdcStatus take_grouping(SettingsReader *reader, const IniEntry *entry)
{
    if (qcdc_grouping_parse(entry->value, &reader->settings->grouping, NULL) == QCDC_OK)
        return QCDC_OK;
    return refuse_value(reader, entry, "overlap or partition");
}

/* The keys of [bundle]. */
static const struct {
    const char *key;
    QcdcStatus (*take)(SettingsReader *reader, const IniEntry *entry);
} bundle_keys[] = {
    { "format", take_format },
    { "title", take_title },
    { "number_format", take_number_format },
    { "separator", take_separator },
    { "calendar", take_calendar },
    { "default_unit", take_default_unit },
    { "default_period", take_default_period },
    { "groups", take_grouping },
};

enum { BUNDLE_KEY_COUNT = sizeof bundle_keys / sizeof bundle_keys[0] };

static QcdcStatus refuse_key(const SettingsReader *reader, const IniEntry *entry, const char *const *keys)
{
    char message[NOUN_SIZE], hint[QCDC_ERROR_HINT_SIZE];

    g_snprintf(message, sizeof message, "[%.60s] %.60s is not known", entry->group, entry->key);
    nearest_hint(entry->key, keys, hint, sizeof hint);
    return report_message(&reader->report, "QCDC-F125", entry->line, 1, message, hint);
}

static QcdcStatus take_bundle_key(SettingsReader *reader, const IniEntry *entry)
{
    const char *keys[BUNDLE_KEY_COUNT + 1] = { NULL };

    for (size_t k = 0; k < BUNDLE_KEY_COUNT; k++) {
        if (strcmp(entry->key, bundle_keys[k].key) == 0)
            return bundle_keys[k].take(reader, entry);
        keys[k] = bundle_keys[k].key;
    }
    return refuse_key(reader, entry, keys);
}

static QcdcStatus take_words(SettingsReader *reader, const IniEntry *entry, Array *list)
{
    NamedWords *named = ARRAY_ADD(list, NamedWords);

    if (named == NULL)
        return memory_fail(reader->report.error);
    *named = (NamedWords){ keep(reader, entry->key), keep(reader, entry->value), entry->line };
    return named->name != NULL && named->words != NULL ? QCDC_OK : memory_fail(reader->report.error);
}

static QcdcStatus take_plan(SettingsReader *reader, const IniEntry *entry)
{
    return take_words(reader, entry, &reader->settings->plans);
}

static QcdcStatus take_unit_group(SettingsReader *reader, const IniEntry *entry)
{
    return take_words(reader, entry, &reader->settings->groups);
}

static QcdcStatus take_partition(SettingsReader *reader, const IniEntry *entry)
{
    return take_words(reader, entry, &reader->settings->partitions);
}

static QcdcStatus take_style(SettingsReader *reader, const IniEntry *entry)
{
    const char *keys[MOST_KEYS + 1] = { NULL };
    QcdcError fault = { 0 };
    QcdcStatus status = qcdc_style_set(&reader->settings->style, entry->key, entry->value, &fault);

    if (status == QCDC_OK)
        return QCDC_OK;
    if (status != QCDC_STATUS_NOT_FOUND)
        return report_error(&reader->report, "QCDC-F128", entry->line, 1, "[style] ", &fault);
    for (size_t k = 0; k < MOST_KEYS && (keys[k] = qcdc_style_get_key(k)) != NULL; k++)
        ;
    return refuse_key(reader, entry, keys);
}

static const struct {
    const char *group;
    QcdcStatus (*take)(SettingsReader *reader, const IniEntry *entry);
} group_takers[] = {
    { "bundle", take_bundle_key }, { "plans", take_plan }, { "partitions", take_partition }, { "groups", take_unit_group },
    { "style", take_style },
};

enum { GROUP_COUNT = sizeof group_takers / sizeof group_takers[0] };

static QcdcStatus take_entry(void *data, const IniEntry *entry)
{
    SettingsReader *reader = data;
    const char *names[GROUP_COUNT + 1] = { NULL };
    char hint[QCDC_ERROR_HINT_SIZE];

    for (size_t k = 0; k < GROUP_COUNT; k++) {
        names[k] = group_takers[k].group;
        if (strcmp(entry->group, names[k]) == 0)
            return entry->key != NULL ? group_takers[k].take(reader, entry) : QCDC_OK;
    }
    if (entry->key != NULL)
        return QCDC_OK; /* its group was refused at its head */
    nearest_hint(entry->group, names, hint, sizeof hint);
    return report_value(&reader->report, "QCDC-F124", entry->line, 1, "group", entry->group, strlen(entry->group),
                        "is not known", hint);
}

QcdcStatus settings_read(const BundleFolder *folder, QcdcFindings *findings, BundleSettings *out_settings,
                         QcdcError *error)
{
    SettingsReader reader = { .settings = out_settings, .report = { findings, SETTINGS_FILE, error } };
    size_t errors = qcdc_findings_get_error_total(findings);
    QcdcStatus status;

    *out_settings = (BundleSettings){ .title = "", .default_unit = "", .calendar = "", .default_period = "" };
    out_settings->style.size = sizeof out_settings->style;
    status = ini_read(folder, &reader.report, take_entry, &reader);
    /* a file that could not be read has said so already */
    if (status == QCDC_OK && !reader.has_format && qcdc_findings_get_error_total(findings) == errors)
        status = report_message(&reader.report, "QCDC-F129", 0, 0, "[bundle] format is missing", "begin with format=1");
    return status;
}

void settings_clear(BundleSettings *settings)
{
    string_pool_clear(&settings->strings);
    array_clear(&settings->plans);
    array_clear(&settings->groups);
    array_clear(&settings->partitions);
}
