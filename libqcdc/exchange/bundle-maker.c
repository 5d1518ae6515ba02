/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/bundle-private.h"

#include <qcdc/calendar-table.h>
#include <qcdc/text.h>
#include <string.h>

#include "exchange/bundle-writer-private.h"
#include "exchange/settings-writer-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "model/findings-private.h"

/* A bundle of a dataset that a host made. Builders take what files cannot hold; it is found here, so that every bundle there is
 * can be written and read back. */

static bool is_fit_for_title(const char *title)
{
    size_t length = strlen(title), width = 1;

    for (; length > 0 && width > 0; title += width, length -= width) {
        width = qcdc_text_measure_character(title, length);
        if (QCDC_FAULT("bundle-maker-control", (unsigned char)title[0] < 0x20 || title[0] == 0x7F, title[0] == 0x7F))
            return false;
    }
    return width > 0;
}

static QcdcStatus check_title(const char *title, QcdcError *error)
{
    if (is_fit_for_title(title))
        return QCDC_OK;
    return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, 0, "title", title, strlen(title),
                                "is not UTF-8, or holds control characters", "a title is one line of words");
}

static QcdcStatus check_unit(const QcdcCatalog *catalog, const char *code, QcdcError *error)
{
    QcdcUnitId unit;

    return code[0] == '\0' ? QCDC_OK : qcdc_catalog_find_unit(catalog, code, (QcdcPeriod){ 0 }, &unit, error);
}

static QcdcStatus check_period(const char *label, QcdcError *error)
{
    QcdcPeriod period;

    return label[0] == '\0' ? QCDC_OK : qcdc_period_parse(label, strlen(label), &period, error);
}

/* Option by option, as bundle.ini is read: the words in a style are not looked at elsewhere. */
static QcdcStatus take_style(const QcdcStyle *style, QcdcStyle *out_style, QcdcError *error)
{
    const QcdcStyle plain = { .size = sizeof plain };
    char value[QCDC_STYLE_VALUE_SIZE], otherwise[QCDC_STYLE_VALUE_SIZE];
    const char *key;

    *out_style = plain;
    for (size_t k = 0; style != NULL && (key = qcdc_style_get_key(k)) != NULL; k++) {
        if (qcdc_style_get(style, key, value, sizeof value, NULL) != QCDC_OK ||
            qcdc_style_get(&plain, key, otherwise, sizeof otherwise, NULL) != QCDC_OK)
            return qcdc_error_set_argument(error, "style is out of range");
        if (strcmp(value, otherwise) != 0 && qcdc_style_set(out_style, key, value, NULL) != QCDC_OK)
            return qcdc_error_set_argument(error, "style holds words that are not UTF-8 or hold control characters");
    }
    return QCDC_OK;
}

static bool keep_texts(BundleSettings *settings, const char *title, const char *default_unit, const char *default_period)
{
    settings->title = string_pool_keep(&settings->strings, title, strlen(title));
    settings->default_unit = string_pool_keep(&settings->strings, default_unit, strlen(default_unit));
    settings->default_period = string_pool_keep(&settings->strings, default_period, strlen(default_period));
    return settings->title != NULL && settings->default_unit != NULL && settings->default_period != NULL;
}

static QcdcStatus refuse_setting(QcdcError *error, const char *noun, const char *value, const char *hint)
{
    return qcdc_error_set_value(error, QCDC_STATUS_REFUSED, 0, noun, value, strlen(value), "cannot stand in bundle.ini", hint);
}

typedef const char *(*GetText)(const QcdcCatalog *catalog, size_t index);

static QcdcStatus check_words(const Array *read, const QcdcCatalog *catalog, const char *noun, GetText get_name,
                              GetText get_words, QcdcError *error)
{
    const char *name;

    for (size_t k = 0; (name = get_name(catalog, k)) != NULL; k++) {
        const NamedWords *named = k < read->count ? &ARRAY_AT(read, NamedWords, k) : NULL;
        if (named == NULL || strcmp(named->name, name) != 0 || strcmp(named->words, get_words(catalog, k)) != 0)
            return refuse_setting(error, noun, name, "no = and no [ ] in a name, and no # in front");
    }
    return QCDC_OK;
}

static bool is_same_calendar(const QcdcCalendar *calendar, const char *name)
{
    return strcmp(calendar != NULL ? calendar->name : "", name) == 0;
}

/* What was written, as it is read back. */
static QcdcStatus compare_settings(const QcdcBundle *bundle, const BundleSettings *read, const QcdcFindings *findings,
                                   QcdcError *error)
{
    const char *unit = bundle->settings.default_unit;
    QcdcStatus status;

    if (findings_conclude(findings, 0, error) != QCDC_OK) {
        if (error != NULL)
            error->status = QCDC_STATUS_REFUSED;
        return QCDC_STATUS_REFUSED;
    }
    if (strcmp(read->default_unit, unit) != 0)
        return refuse_setting(error, "default_unit", unit, "choose a code without control characters");
    if (!is_same_calendar(qcdc_catalog_get_calendar(bundle->catalog), read->calendar))
        return refuse_setting(error, "calendar", qcdc_catalog_get_calendar(bundle->catalog)->name, "choose another name");
    status = check_words(&read->plans, bundle->catalog, "plan", qcdc_catalog_get_plan_name, qcdc_catalog_get_plan_words, error);
    if (status == QCDC_OK)
        status = check_words(&read->partitions, bundle->catalog, "partition", qcdc_catalog_get_partition_name,
                             qcdc_catalog_get_partition_words, error);
    return status != QCDC_OK ? status : check_words(&read->groups, bundle->catalog, "group", qcdc_catalog_get_group_name,
                                                    qcdc_catalog_get_group_words, error);
}

static QcdcStatus check_settings(const QcdcBundle *bundle, QcdcError *error)
{
    Text text = { 0 };
    BundleFile file = { .name = SETTINGS_FILE };
    const BundleFolder folder = { .files = &file, .file_count = 1 };
    BundleSettings read = { 0 };
    QcdcFindings *findings = NULL;
    QcdcStatus status = settings_write(&(ByteSink){ .text = &text }, bundle, error);

    file.bytes = text.bytes;
    file.length = text.length;
    if (status == QCDC_OK)
        status = qcdc_findings_new(1, &findings, error);
    if (status == QCDC_OK)
        status = settings_read(&folder, findings, &read, error);
    if (status == QCDC_OK)
        status = compare_settings(bundle, &read, findings, error);
    settings_clear(&read);
    qcdc_findings_free(findings);
    text_clear(&text);
    return status;
}

/* A table, and the names of its attributes with the last row that each was seen in. */
typedef struct TableCheck {
    const TableContent *content;
    StringPool names;
    Array rows; /* size_t: number of the row, 0 is none, by number of the name */
    QcdcError *error;
} TableCheck;

static QcdcStatus refuse(const TableCheck *check, const char *noun, const char *value, const char *complaint, const char *hint)
{
    QcdcStatus status = qcdc_error_set_value(check->error, QCDC_STATUS_REFUSED, 0, noun, value, strlen(value), complaint, hint);

    qcdc_error_place(check->error, check->content->shape->file, 0, 0);
    return status;
}

static QcdcStatus refuse_attribute(const TableCheck *check, const char *name, const char *complaint, const char *hint)
{
    return refuse(check, "attribute", name, complaint, hint);
}

/* With its quotes, since a quote that is open for longer is taken for one that is never closed. */
static bool is_too_long(const char *text)
{
    size_t length = strlen(text) + 2, most = BUNDLE_MOST_FIELD_BYTES;

    for (const char *quote = strchr(text, '"'); quote != NULL; quote = strchr(quote + 1, '"'))
        length++;
    return length > most;
}

static QcdcStatus refuse_length(const TableCheck *check, const char *noun, const char *value)
{
    return refuse(check, noun, value, "is longer than a field may be", "a field of a bundle holds 64 KiB at most");
}

static QcdcStatus note_name(TableCheck *check, const char *name, size_t row)
{
    uint32_t id;

    if (!string_pool_intern(&check->names, name, strlen(name), &id))
        return memory_fail(check->error);
    while (check->rows.count <= id)
        if (ARRAY_ADD(&check->rows, size_t) == NULL)
            return memory_fail(check->error);
    if (QCDC_FAULT("bundle-maker-attribute-twice", ARRAY_AT(&check->rows, size_t, id) == row, false))
        return refuse_attribute(check, name, "stands twice in one row", "keep one of the two");
    ARRAY_AT(&check->rows, size_t, id) = row;
    return QCDC_OK;
}

static QcdcStatus check_attribute(TableCheck *check, const Attribute *attribute, size_t row)
{
    const char *name = attribute->name;

    if (strncmp(name, "x_", 2) != 0 || name[2] == '\0' || !qcdc_text_is_utf8(name, strlen(name)))
        return refuse_attribute(check, name, "is no column of a bundle", "names of attributes begin with x_ and are UTF-8");
    if (QCDC_FAULT("bundle-maker-encoding", !qcdc_text_is_utf8(attribute->value, strlen(attribute->value)), false))
        return refuse_attribute(check, name, "has a value that is not UTF-8", "a bundle is UTF-8");
    if (is_too_long(attribute->name) || is_too_long(attribute->value))
        return refuse_length(check, "attribute", name);
    return note_name(check, name, row);
}

/* Of an observation the source alone is as long as people like: the last field, and the others need not be written out here. */
static QcdcStatus check_lengths(const TableCheck *check, size_t row)
{
    const TableContent *content = check->content;
    size_t field = content->shape == &observations_shape ? QCDC_OBSERVATION_SOURCE : 0, count = table_count_fields(content);
    char buffer[TABLE_TEXT_SIZE];
    const char *text;

    for (; field < count; field++)
        if (is_too_long(text = content->get_text(content->data, row, field, buffer)))
            return refuse_length(check, table_name_field(content, field), text);
    return QCDC_OK;
}

static QcdcStatus check_row(TableCheck *check, size_t row)
{
    size_t count = 0;
    const Attribute *attributes = check->content->get_attributes(check->content->data, row, &count);
    QcdcStatus status = check_lengths(check, row);

    for (size_t k = 0; k < count && status == QCDC_OK; k++)
        status = check_attribute(check, &attributes[k], row + 1);
    return status;
}

static QcdcStatus check_table(const TableContent *content, QcdcError *error)
{
    TableCheck check = { .content = content, .error = error };
    QcdcStatus status = QCDC_OK;

    for (size_t row = 0; row < content->row_count && status == QCDC_OK; row++)
        status = check_row(&check, row);
    array_clear(&check.rows);
    string_pool_clear(&check.names);
    return status;
}

static QcdcStatus check_units(const QcdcDataset *dataset, QcdcError *error)
{
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(dataset);
    QcdcObservation observation;

    for (size_t row = 0; row < qcdc_dataset_get_count(dataset); row++) {
        if (bundle_can_name_unit(dataset, row) || qcdc_dataset_get_observation(dataset, row, &observation, NULL) != QCDC_OK)
            continue;
        const char *code = qcdc_catalog_get_unit_text(catalog, observation.unit, observation.period, QCDC_UNIT_CODE);
        return qcdc_error_set_value(error, QCDC_STATUS_REFUSED, 0, "unit", code, strlen(code), "has no name in observations.csv",
                                    "give it an id that no other unit has as code");
    }
    return QCDC_OK;
}

static QcdcStatus check_content(const QcdcBundle *bundle, QcdcError *error)
{
    TableContent tables[BUNDLE_TABLE_COUNT];
    QcdcStatus status = check_settings(bundle, error);

    bundle_list_tables(bundle, tables);
    for (size_t k = 0; k < BUNDLE_TABLE_COUNT && status == QCDC_OK; k++)
        status = check_table(&tables[k], error);
    return status == QCDC_OK ? check_units(bundle->dataset, error) : status;
}

static QcdcStatus make_bundle(QcdcDataset *dataset, BundleSettings *settings, QcdcBundle **out_bundle, QcdcError *error)
{
    QcdcBundle *bundle = memory_try_new(1, sizeof *bundle);
    QcdcStatus status;

    if (bundle == NULL) {
        settings_clear(settings);
        return memory_fail(error);
    }
    *bundle = (QcdcBundle){ .references = 1,
                            .settings = *settings,
                            .catalog = qcdc_catalog_ref(qcdc_dataset_get_catalog(dataset)),
                            .dataset = qcdc_dataset_ref(dataset) };
    status = bundle_gather_corrections(bundle, error);
    if (status == QCDC_OK)
        status = check_content(bundle, error);
    if (status == QCDC_OK)
        *out_bundle = bundle;
    else
        qcdc_bundle_unref(bundle);
    return status;
}

static const char *or_empty(const char *text)
{
    return text != NULL ? text : "";
}

QcdcStatus qcdc_bundle_new(QcdcDataset *dataset, const QcdcStyle *style, const char *title, const char *default_unit,
                           const char *default_period, QcdcBundle **out_bundle, QcdcError *error)
{
    BundleSettings settings = { 0 };
    QcdcStatus status;

    if (dataset == NULL || out_bundle == NULL)
        return qcdc_error_set_argument(error, "no dataset, or nowhere to put the bundle");
    status = take_style(style, &settings.style, error);
    if (status == QCDC_OK)
        status = check_title(or_empty(title), error);
    if (status == QCDC_OK)
        status = check_unit(qcdc_dataset_get_catalog(dataset), or_empty(default_unit), error);
    if (status == QCDC_OK)
        status = check_period(or_empty(default_period), error);
    if (status == QCDC_OK && !keep_texts(&settings, or_empty(title), or_empty(default_unit), or_empty(default_period)))
        status = memory_fail(error);
    if (status == QCDC_OK)
        return make_bundle(dataset, &settings, out_bundle, error);
    settings_clear(&settings);
    return status;
}
