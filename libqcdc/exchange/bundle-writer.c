/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/bundle-writer-private.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/settings-writer-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/observation-private.h"
#include "model/catalog-private.h"
#include "model/dataset-private.h"
#include "writing/layout-private.h"

static const char *get_unit_text(const void *data, size_t row, size_t field, char *buffer)
{
    (void)buffer;
    if (field >= QCDC_UNIT_FIELD_END)
        return catalog_version_parent_text(data, row, field - QCDC_UNIT_FIELD_END);
    return catalog_version_in_file_order(data, row)->texts[field];
}

/* Columns parent.NAME, also where no row says anything: the name is known by its column alone (D44). */
static const char *name_hierarchy(const void *data, size_t index)
{
    return index < catalog_hierarchy_count(data) ? catalog_hierarchy_column(data, index) : NULL;
}

static const Attribute *get_unit_attributes(const void *data, size_t row, size_t *out_count)
{
    return catalog_version_attributes(data, row, out_count);
}

static const char *get_indicator_text(const void *data, size_t row, size_t field, char *buffer)
{
    (void)buffer;
    return catalog_indicator(data, (QcdcIndicatorId)row)->texts[field];
}

static const Attribute *get_indicator_attributes(const void *data, size_t row, size_t *out_count)
{
    return catalog_indicator_attributes(data, (QcdcIndicatorId)row, out_count);
}

static const char *get_exception_text(const void *data, size_t row, size_t field, char *buffer)
{
    (void)buffer;
    return catalog_exception(data, row)->texts[field];
}

static const Attribute *get_exception_attributes(const void *data, size_t row, size_t *out_count)
{
    return catalog_exception_attributes(data, row, out_count);
}

static const char *get_calendar_text(const void *data, size_t row, size_t field, char *buffer)
{
    (void)buffer;
    return catalog_calendar_line(data, row)->texts[field];
}

static const Attribute *get_calendar_attributes(const void *data, size_t row, size_t *out_count)
{
    return catalog_calendar_attributes(data, row, out_count);
}

static const char *get_holiday_text(const void *data, size_t row, size_t field, char *buffer)
{
    (void)buffer;
    return catalog_holiday(data, row)->texts[field];
}

static const Attribute *get_holiday_attributes(const void *data, size_t row, size_t *out_count)
{
    return catalog_holiday_attributes(data, row, out_count);
}

static const char *get_place_text(const void *data, size_t row, size_t field, char *buffer)
{
    (void)buffer;
    return place_list_at(data, row)->texts[field];
}

static const Attribute *get_place_attributes(const void *data, size_t row, size_t *out_count)
{
    return place_list_attributes(data, row, out_count);
}

/* Is @text read as the observation's unit (S9)? A code goes before an id, and the code of two units in the period is refused. */
static bool is_read_as_unit(const QcdcCatalog *catalog, const char *text, const QcdcObservation *observation)
{
    const QcdcUnitId none = (QcdcUnitId)QCDC_ID_NONE;
    size_t length = strlen(text);
    int32_t first, last;
    QcdcUnitId unit;

    if (!catalog_find_days(catalog, observation->period, &first, &last))
        return false;
    unit = catalog_find_code(catalog, text, length, last);
    if (unit == none)
        return catalog_find_identity(catalog, text, length) == observation->unit;
    return QCDC_FAULT("bundle-writer-id-is-code", unit == observation->unit, true) &&
           QCDC_FAULT("bundle-writer-two-units", catalog_find_other_holder(catalog, text, length, first, last, unit) == none, true);
}

/* Where units have ids a code may have changed hands: the id says which is meant at any time, unless it is a code too. */
static const char *name_unit(const QcdcCatalog *catalog, const QcdcObservation *observation)
{
    const char *identity =
        qcdc_catalog_get_unit_text(catalog, observation->unit, observation->period, QCDC_UNIT_IDENTITY);

    if (QCDC_FAULT("bundle-writer-id", identity[0] != '\0', false) && is_read_as_unit(catalog, identity, observation))
        return identity;
    return qcdc_catalog_get_unit_text(catalog, observation->unit, observation->period, QCDC_UNIT_CODE);
}

bool bundle_can_name_unit(const QcdcDataset *dataset, size_t row)
{
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(dataset);
    QcdcObservation observation;

    return qcdc_dataset_get_observation(dataset, row, &observation, NULL) == QCDC_OK &&
           is_read_as_unit(catalog, name_unit(catalog, &observation), &observation);
}

static const char *name_value(const QcdcObservation *observation, char *buffer)
{
    if (qcdc_observation_status_is_missing(observation->status))
        return "";
    qcdc_decimal_to_text(observation->value, buffer, TABLE_TEXT_SIZE);
    return buffer;
}

static const char *name_status(QcdcObservationStatus status, char *buffer)
{
    qcdc_observation_status_to_text(status, buffer, TABLE_TEXT_SIZE);
    return strcmp(buffer, "A") == 0 ? "" : buffer;
}

static const char *name_rank_field(int32_t field, char *buffer)
{
    if (field <= 0)
        return "";
    g_snprintf(buffer, TABLE_TEXT_SIZE, "%d", (int)field);
    return buffer;
}

static const char *name_origin(const char *origin)
{
    return strcmp(origin, "reported") == 0 ? "" : origin;
}

/* Defaults are written as empty, so that columns nobody uses stay away. */
static const char *name_field(const QcdcCatalog *catalog, const QcdcObservation *observation, size_t field, char *buffer)
{
    switch ((QcdcObservationField)field) {
    case QCDC_OBSERVATION_UNIT:
        return name_unit(catalog, observation);
    case QCDC_OBSERVATION_INDICATOR:
        return qcdc_catalog_get_indicator_text(catalog, observation->indicator, QCDC_INDICATOR_CODE);
    case QCDC_OBSERVATION_PERIOD:
        qcdc_period_to_text(observation->period, buffer, TABLE_TEXT_SIZE);
        return buffer;
    case QCDC_OBSERVATION_VALUE:
        return name_value(observation, buffer);
    case QCDC_OBSERVATION_STATUS:
        return name_status(observation->status, buffer);
    case QCDC_OBSERVATION_SCOPE:
        return observation->scope == QCDC_SCOPE_TOTAL ? "total" : "";
    case QCDC_OBSERVATION_SCENARIO:
        return observation->scenario > 0 ? qcdc_catalog_get_plan_name(catalog, observation->scenario - 1u) : "";
    case QCDC_OBSERVATION_HEDGE:
        return observation->hedge;
    case QCDC_OBSERVATION_RANK_FIELD:
        return name_rank_field(observation->field, buffer);
    case QCDC_OBSERVATION_ORIGIN:
        return name_origin(observation->origin);
    case QCDC_OBSERVATION_SOURCE:
        return observation->source;
    case QCDC_OBSERVATION_FIELD_END:
        break;
    }
    return "";
}

static const char *get_observation_text(const void *data, size_t row, size_t field, char *buffer)
{
    QcdcObservation observation;

    if (qcdc_dataset_get_observation(data, row, &observation, NULL) != QCDC_OK)
        return "";
    return name_field(qcdc_dataset_get_catalog(data), &observation, field, buffer);
}

static const char *get_correction_text(const void *data, size_t row, size_t field, char *buffer)
{
    const Corrections *corrections = data;
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(corrections->dataset);
    QcdcObservation observation;

    dataset_read_place(corrections->dataset, ARRAY_AT(&corrections->places, Place, row), &observation);
    if (field == CORRECTION_REVISION)
        return correction_name_revision(observation.revision, buffer, TABLE_TEXT_SIZE);
    return name_field(catalog, &observation, field - CORRECTION_OBSERVATION, buffer);
}

static const Attribute *get_correction_attributes(const void *data, size_t row, size_t *out_count)
{
    const Corrections *corrections = data;

    return place_attributes(ARRAY_AT(&corrections->places, Place, row), out_count);
}

static const Attribute *get_observation_attributes(const void *data, size_t row, size_t *out_count)
{
    return dataset_attributes(data, row, out_count);
}

static const char *get_rule_text(const void *data, size_t row, size_t field, char *buffer)
{
    (void)buffer;
    return qcdc_catalog_get_rule_text(data, row, (QcdcRuleField)field);
}

static const Attribute *get_rule_attributes(const void *data, size_t row, size_t *out_count)
{
    return catalog_rule_attributes(data, row, out_count);
}

static const char *get_layout_text(const void *data, size_t row, size_t field, char *buffer)
{
    (void)buffer;
    return layouts_table(data, row)->texts[field];
}

static const Attribute *get_layout_attributes(const void *data, size_t row, size_t *out_count)
{
    return attribute_table_get(&((const QcdcLayouts *)data)->table_attributes, (uint32_t)row, out_count);
}

static const char *get_layout_line_text(const void *data, size_t row, size_t field, char *buffer)
{
    (void)buffer;
    return layouts_line(data, (uint32_t)row)->texts[field];
}

static const Attribute *get_layout_line_attributes(const void *data, size_t row, size_t *out_count)
{
    return attribute_table_get(&((const QcdcLayouts *)data)->line_attributes, (uint32_t)row, out_count);
}

void bundle_list_tables(const QcdcBundle *bundle, TableContent *out_tables)
{
    const TableContent tables[BUNDLE_TABLE_COUNT] = {
        { &units_shape, catalog_version_count(bundle->catalog), bundle->catalog, get_unit_text, get_unit_attributes, name_hierarchy },
        { &indicators_shape, catalog_indicator_count(bundle->catalog), bundle->catalog, get_indicator_text,
          get_indicator_attributes, NULL },
        { &observations_shape, qcdc_dataset_get_count(bundle->first), bundle->first, get_observation_text,
          get_observation_attributes, NULL },
        { &exceptions_shape, catalog_exception_count(bundle->catalog), bundle->catalog, get_exception_text,
          get_exception_attributes, NULL },
        { &revisions_shape, bundle->corrections.places.count, &bundle->corrections, get_correction_text,
          get_correction_attributes, NULL },
        { &rules_shape, catalog_rule_count(bundle->catalog), bundle->catalog, get_rule_text, get_rule_attributes, NULL },
        { &calendars_shape, catalog_calendar_line_count(bundle->catalog), bundle->catalog, get_calendar_text,
          get_calendar_attributes, NULL },
        { &holidays_shape, catalog_holiday_count(bundle->catalog), bundle->catalog, get_holiday_text, get_holiday_attributes, NULL },
        { &layouts_shape, qcdc_layouts_get_count(bundle->layouts), bundle->layouts, get_layout_text, get_layout_attributes, NULL },
        { &layout_lines_shape, bundle->layouts != NULL ? bundle->layouts->lines.count : 0, bundle->layouts, get_layout_line_text,
          get_layout_line_attributes, NULL },
        { &places_shape, place_list_count(&bundle->places), &bundle->places, get_place_text, get_place_attributes, NULL },
    };

    memcpy(out_tables, tables, sizeof tables);
}

static bool is_written(const TableContent *table)
{
    return table->row_count > 0 || !table->shape->is_optional;
}

/* Is there such a file in a folder that @bundle is written to? */
static bool has_file(const QcdcBundle *bundle, const char *name)
{
    TableContent tables[BUNDLE_TABLE_COUNT];

    bundle_list_tables(bundle, tables);
    for (size_t k = 0; k < BUNDLE_TABLE_COUNT; k++)
        if (strcmp(name, tables[k].shape->file) == 0)
            return is_written(&tables[k]);
    return true;
}

QcdcStatus bundle_write_file(const QcdcBundle *bundle, const char *name, const ByteSink *sink, QcdcError *error)
{
    TableContent tables[BUNDLE_TABLE_COUNT];

    bundle_list_tables(bundle, tables);
    for (size_t k = 0; k < BUNDLE_TABLE_COUNT; k++)
        if (strcmp(name, tables[k].shape->file) == 0)
            return is_written(&tables[k]) ? bundle_table_write(sink, &tables[k], error) : QCDC_OK;
    return settings_write(sink, bundle, error);
}

/* A bundle on its way to a folder: each file is written beside its name and moved when it is whole. */
typedef struct BundleOutput {
    const QcdcBundle *bundle;
    const char *folder;
    QcdcError *error;
} BundleOutput;

static QcdcStatus write_beside(const BundleOutput *output, const char *name, const char *path, const char *beside)
{
    FILE *file = g_fopen(beside, "wb");
    QcdcStatus status = QCDC_STATUS_IO;

    if (file != NULL) {
        status = bundle_write_file(output->bundle, name, &(ByteSink){ .file = file }, output->error);
        if (fclose(file) != 0 && status == QCDC_OK)
            status = QCDC_STATUS_IO;
    }
    if (status == QCDC_OK && g_rename(beside, path) != 0)
        status = QCDC_STATUS_IO;
    if (status != QCDC_OK)
        g_unlink(beside);
    return status;
}

static QcdcStatus write_file(const BundleOutput *output, const char *name)
{
    char *path = g_build_filename(output->folder, name, NULL);
    char *beside = g_strconcat(path, ".part", NULL);
    QcdcStatus status = write_beside(output, name, path, beside);

    if (status == QCDC_STATUS_IO)
        qcdc_error_set(output->error, status, path, 0, 0, "cannot be written", path,
                       "is the disk full, or the folder read-only?");
    g_free(beside);
    g_free(path);
    return status;
}

/* bundle.ini comes last: without it a folder is no bundle. */
static const char *file_to_write(size_t index)
{
    const char *name = bundle_file_at(index + 1);

    return name != NULL ? name : bundle_file_at(index) != NULL ? SETTINGS_FILE : NULL;
}

static void remove_files(const char *folder, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        char *path = g_build_filename(folder, file_to_write(k), NULL);
        g_unlink(path);
        g_free(path);
    }
}

static QcdcStatus write_files(const BundleOutput *output)
{
    QcdcStatus status = QCDC_OK;
    const char *name;

    for (size_t k = 0; (name = file_to_write(k)) != NULL && status == QCDC_OK; k++) {
        if (has_file(output->bundle, name))
            status = write_file(output, name);
        if (status != QCDC_OK)
            remove_files(output->folder, k);
    }
    return status;
}

static QcdcStatus claim_folder(const char *path, QcdcError *error)
{
    BundleFolder folder = { .path = path };
    const char *name;

    if (!g_file_test(path, G_FILE_TEST_IS_DIR) && g_mkdir(path, 0777) != 0)
        return qcdc_error_set(error, QCDC_STATUS_IO, path, 0, 0, "cannot be made", path, "does the folder above it exist?");
    for (size_t k = 0; (name = bundle_file_at(k)) != NULL; k++)
        if (source_exists(&folder, name))
            return qcdc_error_set(error, QCDC_STATUS_DUPLICATE, path, 0, 0, "holds a bundle already", path,
                                  "name another folder");
    return QCDC_OK;
}

QcdcStatus qcdc_bundle_write(const QcdcBundle *bundle, const char *path, QcdcError *error)
{
    BundleOutput output = { bundle, path, error };
    QcdcStatus status;

    if (bundle == NULL || path == NULL)
        return qcdc_error_set_argument(error, "no bundle, or no path");
    status = claim_folder(path, error);
    return status == QCDC_OK ? write_files(&output) : status;
}
