/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/bundle-private.h"

#include <glib.h>
#include <string.h>

#include "exchange/places-private.h"
#include "exchange/table-reader-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "model/catalog-private.h"
#include "model/findings-private.h"
#include "writing/layout-private.h"

#define MOST_FILE_BYTES (UINT64_C(4) << 30)

enum { MOST_ROWS = INT32_MAX };

typedef struct BundleReader {
    const BundleFolder *folder;
    QcdcBundleOptions options;
    CsvOptions csv;
    QcdcFindings *findings;
    BundleSettings settings;
    QcdcCatalogBuilder *catalog_builder;
    QcdcCatalog *catalog;
    bool has_all_units, has_all_indicators; /* no row was lost on the way */
    QcdcDatasetBuilder *dataset_builder;
    QcdcDataset *dataset;
    QcdcLayoutBuilder *layout_builder;
    QcdcLayouts *layouts;
    PlaceList places;
    QcdcError *error;
} BundleReader;

static QcdcStatus take_unit(void *data, const QcdcRecord *record)
{
    BundleReader *reader = data;

    return qcdc_catalog_builder_add_unit(reader->catalog_builder, record, reader->findings, reader->error);
}

static QcdcStatus take_hierarchy(void *data, const char *name, QcdcError *error)
{
    BundleReader *reader = data;

    return qcdc_catalog_builder_add_hierarchy(reader->catalog_builder, name, error);
}

static QcdcStatus take_indicator(void *data, const QcdcRecord *record)
{
    BundleReader *reader = data;

    return qcdc_catalog_builder_add_indicator(reader->catalog_builder, record, reader->findings, reader->error);
}

static QcdcStatus take_exception(void *data, const QcdcRecord *record)
{
    BundleReader *reader = data;

    return qcdc_catalog_builder_add_exception(reader->catalog_builder, record, reader->findings, reader->error);
}

static QcdcStatus take_rule(void *data, const QcdcRecord *record)
{
    BundleReader *reader = data;

    return qcdc_catalog_builder_add_rule(reader->catalog_builder, record, reader->findings, reader->error);
}

static QcdcStatus take_calendar_row(void *data, const QcdcRecord *record)
{
    BundleReader *reader = data;

    return qcdc_catalog_builder_add_calendar_row(reader->catalog_builder, record, reader->findings, reader->error);
}

static QcdcStatus take_holiday(void *data, const QcdcRecord *record)
{
    BundleReader *reader = data;

    return qcdc_catalog_builder_add_holiday(reader->catalog_builder, record, reader->findings, reader->error);
}

/* A name that stands in a row of units.csv or indicators.csv which could not be read is not the observation's fault. */
static bool is_name_lost(const BundleReader *reader, const QcdcRecord *record)
{
    const char *unit = record->values[QCDC_OBSERVATION_UNIT];
    const char *indicator = record->values[QCDC_OBSERVATION_INDICATOR];
    bool has_all_units = QCDC_FAULT("bundle-lost-unit", reader->has_all_units, true);

    if (!has_all_units && !catalog_has_code(reader->catalog, unit, strlen(unit)) &&
        catalog_find_identity(reader->catalog, unit, strlen(unit)) == (QcdcUnitId)QCDC_ID_NONE)
        return true;
    return !reader->has_all_indicators &&
           catalog_find_indicator_code(reader->catalog, indicator, strlen(indicator)) == (QcdcIndicatorId)QCDC_ID_NONE;
}

static QcdcStatus take_observation(void *data, const QcdcRecord *record)
{
    BundleReader *reader = data;

    if (is_name_lost(reader, record))
        return QCDC_OK;
    return qcdc_dataset_builder_append_record(reader->dataset_builder, record, reader->findings, reader->error);
}

static QcdcStatus take_correction(void *data, const QcdcRecord *record)
{
    BundleReader *reader = data;
    FaultReport report = { reader->findings, revisions_shape.file, reader->error };
    QcdcRecord observation;
    uint32_t revision;
    QcdcStatus status = correction_read(&report, record, &observation, &revision);

    dataset_builder_enter_revision(reader->dataset_builder, revision);
    return status == QCDC_OK ? take_observation(reader, &observation) : status;
}

static QcdcStatus read_table(BundleReader *reader, const TableShape *shape, TableHandler handler, bool *out_is_whole)
{
    return bundle_table_read(reader->folder, shape, &reader->csv, reader->findings, handler, reader, out_is_whole,
                             reader->error);
}

typedef QcdcStatus (*AddWords)(QcdcCatalogBuilder *builder, const char *name, const char *words, QcdcError *error);

static QcdcStatus add_words(BundleReader *reader, const Array *list, const char *prefix, AddWords add)
{
    FaultReport report = { reader->findings, SETTINGS_FILE, reader->error };
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < list->count && status == QCDC_OK; k++) {
        const NamedWords *named = &ARRAY_AT(list, NamedWords, k);
        QcdcError fault = { 0 };
        if (add(reader->catalog_builder, named->name, named->words, &fault) != QCDC_OK)
            status = report_error(&report, "QCDC-F130", named->line, 1, prefix, &fault);
    }
    return status;
}

/* Faults in the data are no reason to stop: the reading goes on to find the others. */
static QcdcStatus go_on(QcdcStatus status)
{
    return status == QCDC_STATUS_FINDINGS ? QCDC_OK : status;
}

/* D38: the calendar that the reading asks for stands in the place of that of bundle.ini. */
static QcdcStatus choose_calendar(BundleReader *reader, bool has_all_rows)
{
    FaultReport report = { reader->findings, SETTINGS_FILE, reader->error };
    const char *asked = QCDC_FAULT("bundle-calendar-option", reader->options.calendar, NULL);
    QcdcError fault = { 0 };
    QcdcStatus status;

    if (asked != NULL && asked[0] != '\0')
        return qcdc_catalog_builder_set_calendar(reader->catalog_builder, asked, reader->error);
    status = qcdc_catalog_builder_set_calendar(reader->catalog_builder, reader->settings.calendar, &fault);
    if (status != QCDC_STATUS_NOT_FOUND)
        return status == QCDC_OK ? QCDC_OK : memory_fail(reader->error);
    /* perhaps it stands in a row of calendars.csv that could not be read */
    return has_all_rows ? report_error(&report, "QCDC-F132", reader->settings.calendar_line, 1, "[bundle] ", &fault) : QCDC_OK;
}

static QcdcStatus read_calendars(BundleReader *reader)
{
    bool has_all_rows = true;
    QcdcStatus status = read_table(reader, &calendars_shape, take_calendar_row, &has_all_rows);

    if (status == QCDC_OK)
        status = read_table(reader, &holidays_shape, take_holiday, NULL);
    return status == QCDC_OK ? choose_calendar(reader, has_all_rows) : status;
}

static QcdcStatus read_catalog(BundleReader *reader)
{
    QcdcStatus status = qcdc_catalog_builder_new(&reader->catalog_builder, reader->error);

    if (status == QCDC_OK)
        status = add_words(reader, &reader->settings.plans, "[plans] ", qcdc_catalog_builder_add_plan);
    if (status == QCDC_OK)
        status = add_words(reader, &reader->settings.partitions, "[partitions] ", qcdc_catalog_builder_add_partition);
    if (status == QCDC_OK)
        status = qcdc_catalog_builder_set_grouping(reader->catalog_builder, reader->settings.grouping, reader->error);
    if (status == QCDC_OK)
        status = add_words(reader, &reader->settings.groups, "[groups] ", qcdc_catalog_builder_add_group);
    if (status == QCDC_OK)
        status = bundle_units_read(reader->folder, &reader->csv, reader->findings, take_unit, take_hierarchy, reader,
                                   &reader->has_all_units, reader->error);
    if (status == QCDC_OK)
        status = read_table(reader, &indicators_shape, take_indicator, &reader->has_all_indicators);
    if (status == QCDC_OK)
        status = read_table(reader, &exceptions_shape, take_exception, NULL);
    if (status == QCDC_OK)
        status = read_table(reader, &rules_shape, take_rule, NULL);
    if (status == QCDC_OK)
        status = read_calendars(reader);
    if (status == QCDC_OK) {
        catalog_builder_note_lost_rows(reader->catalog_builder, !reader->has_all_units, !reader->has_all_indicators);
        status = catalog_builder_freeze_for_checks(reader->catalog_builder, reader->findings, &reader->catalog, reader->error);
    }
    return go_on(status);
}

static QcdcStatus check_default_unit(BundleReader *reader)
{
    FaultReport report = { reader->findings, SETTINGS_FILE, reader->error };
    const char *code = reader->settings.default_unit;
    QcdcUnitId unit;
    QcdcError fault = { 0 };

    if (code[0] == '\0' || !reader->has_all_units ||
        qcdc_catalog_find_unit(reader->catalog, code, (QcdcPeriod){ 0 }, &unit, &fault) == QCDC_OK)
        return QCDC_OK;
    return report_error(&report, "QCDC-F131", reader->settings.default_unit_line, 1, "[bundle] default_unit: ", &fault);
}

static bool has_partition(const QcdcCatalog *catalog, const char *name)
{
    for (size_t k = 0; k < catalog_indicator_count(catalog); k++)
        if (strcmp(catalog_indicator(catalog, (QcdcIndicatorId)k)->partition, name) == 0)
            return true;
    return false;
}

/* Words that no list of parts would open with: a slip of the pen, but nothing that was reported is touched by it. */
static QcdcStatus check_partitions(BundleReader *reader)
{
    FaultReport report = { reader->findings, SETTINGS_FILE, reader->error };
    const Array *partitions = &reader->settings.partitions;
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < partitions->count && reader->has_all_indicators && status == QCDC_OK; k++) {
        const NamedWords *named = &ARRAY_AT(partitions, NamedWords, k);
        char message[96];
        if (has_partition(reader->catalog, named->name))
            continue;
        g_snprintf(message, sizeof message, "[partitions] %.60s is named by no part_of", named->name);
        status = report_unread(&report, "QCDC-F160", named->line, 1, message, "in indicators.csv it stands after the colon: total:name");
    }
    return status;
}

/* The limit is one of each file, and two have rows of the dataset. */
static QcdcStatus start_dataset(BundleReader *reader)
{
    size_t most = reader->csv.max_rows < MOST_ROWS / 2 ? 2 * reader->csv.max_rows : MOST_ROWS;
    QcdcStatus status = qcdc_dataset_builder_new(reader->catalog, most, &reader->dataset_builder, reader->error);

    if (status == QCDC_OK)
        status = qcdc_dataset_builder_set_number_writing(reader->dataset_builder, reader->settings.number_writing,
                                                         reader->error);
    return status;
}

static QcdcStatus read_dataset(BundleReader *reader)
{
    QcdcStatus status = start_dataset(reader);

    if (status == QCDC_OK)
        status = read_table(reader, &observations_shape, take_observation, NULL);
    if (status == QCDC_OK)
        status = read_table(reader, &revisions_shape, take_correction, NULL);
    if (status == QCDC_OK)
        status = qcdc_dataset_builder_freeze(reader->dataset_builder, reader->findings, &reader->dataset, reader->error);
    return go_on(status);
}

static QcdcStatus take_layout(void *data, const QcdcRecord *record)
{
    BundleReader *reader = data;

    return qcdc_layout_builder_add_table(reader->layout_builder, record, reader->findings, reader->error);
}

static QcdcStatus take_layout_line(void *data, const QcdcRecord *record)
{
    BundleReader *reader = data;

    return qcdc_layout_builder_add_line(reader->layout_builder, record, reader->findings, reader->error);
}

/* D60 */
static QcdcStatus read_layouts(BundleReader *reader)
{
    bool has_all_tables = true, has_all_lines = true;
    QcdcStatus status = qcdc_layout_builder_new(reader->catalog, &reader->layout_builder, reader->error);

    if (status != QCDC_OK)
        return status;
    layout_builder_note_lost_rows(reader->layout_builder, !reader->has_all_units, !reader->has_all_indicators, false, false);
    status = read_table(reader, &layouts_shape, take_layout, &has_all_tables);
    if (status == QCDC_OK)
        status = read_table(reader, &layout_lines_shape, take_layout_line, &has_all_lines);
    layout_builder_note_lost_rows(reader->layout_builder, !reader->has_all_units, !reader->has_all_indicators, !has_all_tables,
                                  !has_all_lines);
    if (status == QCDC_OK)
        status = qcdc_layout_builder_freeze(reader->layout_builder, reader->findings, &reader->layouts, reader->error);
    return go_on(status);
}

static QcdcStatus take_place(void *data, const QcdcRecord *record)
{
    BundleReader *reader = data;
    PlacesReader places = { .list = &reader->places,
                            .catalog = reader->catalog,
                            .style = &reader->settings.style,
                            .layouts = reader->layouts,
                            .has_all_units = reader->has_all_units,
                            .has_all_indicators = reader->has_all_indicators,
                            .report = { reader->findings, places_shape.file, reader->error } };

    return places_take(&places, record);
}

static QcdcStatus read_places(BundleReader *reader)
{
    size_t most = reader->csv.max_rows;
    QcdcStatus status;

    if (most > PLACES_MOST_ROWS)
        reader->csv.max_rows = PLACES_MOST_ROWS;
    status = read_table(reader, &places_shape, take_place, NULL);
    reader->csv.max_rows = most;
    return status;
}

/* Files of the format that this version does not read: silence would look like use. */
static QcdcStatus report_unread_files(BundleReader *reader)
{
    static const char *const names[] = { "history.csv" };
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < sizeof names / sizeof names[0] && status == QCDC_OK; k++) {
        FaultReport report = { reader->findings, names[k], reader->error };
        if (source_exists(reader->folder, names[k]))
            status = report_unread(&report, "QCDC-F116", 0, 0, "file is not read in this version",
                                   "what it says has no effect");
    }
    return status;
}

static QcdcStatus read_files(BundleReader *reader)
{
    QcdcStatus status = settings_read(reader->folder, reader->findings, &reader->settings, reader->error);

    if (reader->options.number_writing != QCDC_NUMBER_WRITING_DEFAULT)
        reader->settings.number_writing = reader->options.number_writing;
    reader->csv.separator = reader->settings.separator;
    if (status == QCDC_OK)
        status = read_catalog(reader);
    if (status == QCDC_OK)
        status = check_default_unit(reader);
    if (status == QCDC_OK)
        status = check_partitions(reader);
    if (status == QCDC_OK)
        status = read_dataset(reader);
    if (status == QCDC_OK)
        status = read_layouts(reader);
    if (status == QCDC_OK)
        status = read_places(reader);
    if (status == QCDC_OK)
        status = report_unread_files(reader);
    return status;
}

/* Everything the reader holds moves into the bundle. */
static QcdcStatus make_bundle(BundleReader *reader, QcdcBundle **out_bundle)
{
    QcdcBundle *bundle = memory_try_new(1, sizeof *bundle);

    if (bundle == NULL)
        return memory_fail(reader->error);
    *bundle = (QcdcBundle){
        .references = 1, .settings = reader->settings, .catalog = reader->catalog, .dataset = reader->dataset, .layouts = reader->layouts,
        .places = reader->places
    };
    reader->settings = (BundleSettings){ 0 };
    reader->catalog = NULL;
    reader->dataset = NULL;
    reader->layouts = NULL;
    reader->places = (PlaceList){ 0 };
    QcdcStatus status = bundle_gather_corrections(bundle, reader->error);
    if (status == QCDC_OK)
        *out_bundle = bundle;
    else
        qcdc_bundle_unref(bundle);
    return status;
}

static void clear_reader(BundleReader *reader)
{
    qcdc_layout_builder_free(reader->layout_builder);
    qcdc_layouts_unref(reader->layouts);
    qcdc_dataset_builder_free(reader->dataset_builder);
    qcdc_catalog_builder_free(reader->catalog_builder);
    qcdc_dataset_unref(reader->dataset);
    qcdc_catalog_unref(reader->catalog);
    place_list_clear(&reader->places);
    settings_clear(&reader->settings);
}

static QcdcStatus take_options(BundleReader *reader, const QcdcBundleOptions *options)
{
    if (options != NULL) {
        if (options->size != 0 && options->size != sizeof *options)
            return qcdc_error_set_argument(reader->error, "options of another size");
        if ((int)options->number_writing < 0 || options->number_writing >= QCDC_NUMBER_WRITING_END)
            return qcdc_error_set_argument(reader->error, "options name no number writing");
        reader->options = *options;
    }
    reader->csv.max_file_bytes = reader->options.max_file_bytes > 0 ? reader->options.max_file_bytes : MOST_FILE_BYTES;
    reader->csv.max_rows = reader->options.max_rows > 0 ? reader->options.max_rows : MOST_ROWS;
    reader->csv.max_field_bytes = reader->options.max_field_bytes > 0 ? reader->options.max_field_bytes : BUNDLE_MOST_FIELD_BYTES;
    return QCDC_OK;
}

static QcdcStatus read_with_findings(BundleReader *reader, QcdcBundle **out_bundle)
{
    size_t errors = qcdc_findings_get_error_total(reader->findings);
    QcdcStatus status = read_files(reader);

    if (status == QCDC_OK)
        status = findings_conclude(reader->findings, errors, reader->error);
    return status == QCDC_OK ? make_bundle(reader, out_bundle) : status;
}

QcdcStatus bundle_read_folder(const BundleFolder *folder, const QcdcBundleOptions *options, QcdcFindings *findings,
                              QcdcBundle **out_bundle, QcdcError *error)
{
    BundleReader reader = { .folder = folder, .findings = findings, .error = error };
    QcdcFindings *own = NULL; /* the first in file order is known at the end alone */
    QcdcStatus status = take_options(&reader, options);

    if (status == QCDC_OK && findings == NULL) {
        status = qcdc_findings_new(1, &own, error);
        reader.findings = own;
    }
    if (status == QCDC_OK)
        status = read_with_findings(&reader, out_bundle);
    clear_reader(&reader);
    qcdc_findings_free(own);
    return status;
}

QcdcStatus qcdc_bundle_read(const char *path, const QcdcBundleOptions *options, QcdcFindings *findings,
                            QcdcBundle **out_bundle, QcdcError *error)
{
    BundleFolder folder = { .path = path };

    if (path == NULL || out_bundle == NULL)
        return qcdc_error_set_argument(error, "no path, or nowhere to put the bundle");
    if (!g_file_test(path, G_FILE_TEST_IS_DIR))
        return qcdc_error_set(error, QCDC_STATUS_IO, path, 0, 0, "is not a folder", path, "a bundle is a folder");
    return bundle_read_folder(&folder, options, findings, out_bundle, error);
}
