/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "suite.h"

#include <glib.h>

#include <qcdc/bundle.h>
#include <qcdc/memory.h>

#include "expect.h"
#include "tables.h"

/* What a host builds without files: rows have no source. All but the first three may be NULL. */
typedef struct Made {
    const char *units, *indicators, *observations, *plan, *plan_words, *group, *attribute, *value;
    QcdcUnitId unit; /* with @label: one row by id, value 5 */
    const char *label;
} Made;

static const Made usual = {
    .units = "code,name,level,parent,x_note\na,Tỉnh A,0,,\nb,Xã B,1,a,hai\n",
    .indicators = "code,name,nature,measure,decimals\nn,Số đơn,flow,đơn,\nd,Thu,flow,tỷ đồng,2\n",
    .observations = "unit,indicator,period,value,source\nb,n,2022,12,sổ A\na,d,2021-Q1,1.5,\n",
};

static void add_attribute(QcdcCatalogBuilder *builder, const Made *made)
{
    const char *values[] = { "z", "Z", "9" }, *names[] = { made->attribute, made->attribute }, *texts[] = { made->value, "x" };
    QcdcRecord record = { .values = values, .value_count = 3, .attribute_names = names, .attribute_values = texts,
                          .attribute_count = strcmp(made->value, "twice") == 0 ? 2 : 1 };

    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_add_unit(builder, &record, NULL, NULL), QCDC_OK);
}

static QcdcCatalog *make_catalog(const Made *made)
{
    QcdcCatalog *catalog = NULL;
    QcdcCatalogBuilder *builder = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_new(&builder, NULL), QCDC_OK);
    if (made->plan != NULL)
        CU_ASSERT_EQUAL(qcdc_catalog_builder_add_plan(builder, made->plan, made->plan_words, NULL), QCDC_OK);
    if (made->group != NULL)
        CU_ASSERT_EQUAL(qcdc_catalog_builder_add_group(builder, made->group, "nhóm", NULL), QCDC_OK);
    table_add(NULL, made->units, table_unit_field, QCDC_UNIT_FIELD_END, table_add_unit, builder, NULL, NULL);
    table_add(NULL, made->indicators, table_indicator_field, QCDC_INDICATOR_FIELD_END, table_add_indicator, builder, NULL, NULL);
    if (made->attribute != NULL)
        add_attribute(builder, made);
    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL), QCDC_OK);
    qcdc_catalog_builder_free(builder);
    return catalog;
}

static void add_row_by_id(QcdcDatasetBuilder *builder, const Made *made)
{
    const QcdcIndicatorId indicator = 0;
    const int64_t coefficient = 5;
    QcdcPeriod period = { 0 };
    QcdcColumns columns = { .size = sizeof columns, .count = 1, .units = &made->unit, .indicators = &indicator,
                            .periods = &period, .coefficients = &coefficient };

    CU_ASSERT_EQUAL(qcdc_period_parse(made->label, strlen(made->label), &period, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_columns(builder, &columns, NULL, NULL), QCDC_OK);
}

static QcdcDataset *make_dataset(const Made *made)
{
    QcdcCatalog *catalog = make_catalog(made);
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 0, &builder, NULL), QCDC_OK);
    table_add(NULL, made->observations, table_observation_field, QCDC_OBSERVATION_FIELD_END, table_add_observation, builder, NULL,
              &error);
    if (made->label != NULL)
        add_row_by_id(builder, made);
    if (qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(dataset);
    qcdc_dataset_builder_free(builder);
    qcdc_catalog_unref(catalog);
    return dataset;
}

/* @bundle packed and read again. */
static QcdcBundle *send(const char *row, const QcdcBundle *bundle)
{
    QcdcBundle *again = NULL;
    QcdcError error = { 0 };
    uint8_t *bytes = NULL, *twice = NULL;
    size_t length = 0, twice_length = 0;

    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_pack(bundle, &bytes, &length, NULL), QCDC_OK);
    if (qcdc_bundle_unpack(bytes, length, NULL, NULL, &again, &error) != QCDC_OK)
        printf("# %s: %s\n", row, error.text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(again);
    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_pack(again, &twice, &twice_length, NULL), QCDC_OK);
    expect(length == twice_length && memcmp(bytes, twice, length) == 0, row, "is packed otherwise after it was read");
    qcdc_free(bytes);
    qcdc_free(twice);
    return again;
}

static void what_a_host_built_is_read_back(void)
{
    QcdcStyle style = { .verb = QCDC_VERB_ELIDE, .base_phrase = QCDC_BASE_PHRASE_FULL, .value_joiner = " với " };
    QcdcDataset *dataset = make_dataset(&usual);
    QcdcBundle *bundle = NULL, *again;
    QcdcObservation observation;

    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_new(dataset, &style, "Tỉnh A", "b", "2022", &bundle, NULL), QCDC_OK);
    CU_ASSERT_PTR_EQUAL(qcdc_bundle_get_dataset(bundle), dataset);
    CU_ASSERT_PTR_EQUAL(qcdc_bundle_get_catalog(bundle), qcdc_dataset_get_catalog(dataset));
    qcdc_dataset_unref(dataset);
    again = send("usual", bundle);
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_title(again), "Tỉnh A");
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_default_unit(again), "b");
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_default_period(again), "2022");
    CU_ASSERT_EQUAL(memcmp(qcdc_bundle_get_style(again), qcdc_bundle_get_style(bundle), sizeof style), 0);
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_style(again)->value_joiner, " với ");
    CU_ASSERT_EQUAL(qcdc_dataset_get_count(qcdc_bundle_get_dataset(again)), 2);
    CU_ASSERT_EQUAL(qcdc_dataset_get_observation(qcdc_bundle_get_dataset(again), 0, &observation, NULL), QCDC_OK);
    CU_ASSERT_STRING_EQUAL(observation.source, "sổ A");
    CU_ASSERT_EQUAL(qcdc_dataset_get_observation(qcdc_bundle_get_dataset(again), 1, &observation, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(observation.value.coefficient, 150);
    qcdc_bundle_unref(again);
    qcdc_bundle_unref(bundle);
}

static void all_but_the_dataset_may_be_left_out(void)
{
    QcdcDataset *dataset = make_dataset(&usual);
    QcdcBundle *bundle = NULL, *again;

    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_new(dataset, NULL, NULL, NULL, NULL, &bundle, NULL), QCDC_OK);
    again = send("nothing", bundle);
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_title(again), "");
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_default_unit(again), "");
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_default_period(again), "");
    CU_ASSERT_EQUAL(qcdc_bundle_get_style(again)->verb, QCDC_VERB_DEFAULT);
    qcdc_bundle_unref(again);
    qcdc_bundle_unref(bundle);
    bundle = NULL;
    CU_ASSERT_EQUAL(qcdc_bundle_new(dataset, NULL, "", "", "", &bundle, NULL), QCDC_OK);
    qcdc_bundle_unref(bundle);
    qcdc_dataset_unref(dataset);
}

static void titles_that_settings_must_escape(void)
{
    static const char *const titles[] = { " một ", "  ", "# không", "[bundle]", "a=b;c", "\\n \\ \\\\", "“Tỉnh”", "đ\xCC\x83", "\xEF\xBB\xBFx" };
    QcdcDataset *dataset = make_dataset(&usual);

    for (size_t k = 0; k < G_N_ELEMENTS(titles); k++) {
        QcdcBundle *bundle = NULL, *again;
        CU_ASSERT_EQUAL_FATAL(qcdc_bundle_new(dataset, NULL, titles[k], NULL, NULL, &bundle, NULL), QCDC_OK);
        again = send(titles[k], bundle);
        expect_text("title", qcdc_bundle_get_title(again), titles[k]);
        qcdc_bundle_unref(again);
        qcdc_bundle_unref(bundle);
    }
    qcdc_dataset_unref(dataset);
}

typedef struct Refusal {
    const char *title, *unit, *period;
    QcdcStatus status;
    const char *text;
} Refusal;

static void settings_that_are_refused(void)
{
    static const Refusal refusals[] = {
        { "a\nb", NULL, NULL, QCDC_STATUS_SYNTAX,
          "title \"a\xEF\xBF\xBD" "b\" is not UTF-8, or holds control characters; a title is one line of words" },
        { "\x7F", NULL, NULL, QCDC_STATUS_SYNTAX,
          "title \"\xEF\xBF\xBD\" is not UTF-8, or holds control characters; a title is one line of words" },
        { "A\xC3", NULL, NULL, QCDC_STATUS_SYNTAX,
          "title \"A\xEF\xBF\xBD\" is not UTF-8, or holds control characters; a title is one line of words" },
        { NULL, "z", NULL, QCDC_STATUS_NOT_FOUND, "unit \"z\" is not known; a code or id of units.csv" },
        { NULL, NULL, "2022-Q5", QCDC_STATUS_SYNTAX, NULL },
        { NULL, NULL, " ", QCDC_STATUS_SYNTAX, NULL },
    };
    QcdcDataset *dataset = make_dataset(&usual);

    for (size_t k = 0; k < G_N_ELEMENTS(refusals); k++) {
        const Refusal *row = &refusals[k];
        QcdcBundle *bundle = NULL;
        QcdcError error = { 0 };
        expect_number("settings", qcdc_bundle_new(dataset, NULL, row->title, row->unit, row->period, &bundle, &error), row->status);
        CU_ASSERT_PTR_NULL(bundle);
        CU_ASSERT_EQUAL(error.status, row->status);
        if (row->text != NULL)
            expect_text("settings", error.text, row->text);
    }
    qcdc_dataset_unref(dataset);
}

static void styles_that_are_refused(void)
{
    QcdcStyle styles[] = { { .verb = QCDC_VERB_END }, { .size = 3 }, { .percent_decimals = 3 }, { .unchanged = "a\nb" },
                           { .value_joiner = "\xFF" } };
    QcdcDataset *dataset = make_dataset(&usual);
    QcdcBundle *bundle = NULL;

    for (size_t k = 0; k < G_N_ELEMENTS(styles); k++)
        expect_number("style", qcdc_bundle_new(dataset, &styles[k], NULL, NULL, NULL, &bundle, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_bundle_new(NULL, NULL, NULL, NULL, NULL, &bundle, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_bundle_new(dataset, NULL, NULL, NULL, NULL, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(bundle);
    qcdc_dataset_unref(dataset);
}

/* NULL @wanted: it is taken, and read back. */
static void check_made(Made made, const char *wanted)
{
    QcdcDataset *dataset;
    QcdcBundle *bundle = NULL;
    QcdcError error = { 0 };
    QcdcStatus status;

    made.units = made.units != NULL ? made.units : usual.units;
    made.indicators = made.indicators != NULL ? made.indicators : usual.indicators;
    made.observations = made.observations != NULL ? made.observations : usual.observations;
    dataset = make_dataset(&made);
    status = qcdc_bundle_new(dataset, NULL, NULL, NULL, NULL, &bundle, &error);
    expect_number("made", status, wanted == NULL ? QCDC_OK : QCDC_STATUS_REFUSED);
    if (wanted != NULL && expect(strstr(error.text, wanted) != NULL, error.text, wanted))
        CU_ASSERT_EQUAL(error.status, QCDC_STATUS_REFUSED);
    if (bundle != NULL)
        qcdc_bundle_unref(send("made", bundle));
    qcdc_bundle_unref(bundle);
    qcdc_dataset_unref(dataset);
}

#define TAKEN(...) check_made((Made){ __VA_ARGS__ }, NULL)
#define REFUSED(wanted, ...) check_made((Made){ __VA_ARGS__ }, wanted)

static void plans_and_groups_stand_in_settings(void)
{
    TAKEN(.plan = "ke hoach 2", .plan_words = " kế\nhoạch \\ ");
    TAKEN(.plan = "ubnd", .plan_words = NULL);
    TAKEN(.group = "khối đảng");
    REFUSED("plan \"a=b\" cannot stand in bundle.ini; no = and no [ ] in a name", .plan = "a=b", .plan_words = "x");
    REFUSED("plan \" a\" cannot stand in bundle.ini", .plan = " a", .plan_words = "x");
    REFUSED("plan \"#a\" cannot stand in bundle.ini", .plan = "#a", .plan_words = "x");
    REFUSED("bundle.ini", .plan = "[a]", .plan_words = "x");
    REFUSED("bundle.ini", .plan = "a\nb", .plan_words = "x");
    REFUSED("bundle.ini:7:1: line is not UTF-8", .plan = "a", .plan_words = "\xFF");
    REFUSED("group \"a=b\" cannot stand in bundle.ini", .group = "a=b");
    REFUSED("bundle.ini", .group = "]");
}

static char *repeat(const char *text, size_t count)
{
    GString *all = g_string_new(NULL);

    while (count-- > 0)
        g_string_append(all, text);
    return g_string_free(all, FALSE);
}

static void attributes_are_columns(void)
{
    char *most = repeat("x", 65534), *more = repeat("x", 65535), *quotes = repeat("\"", 32767), *more_quotes = repeat("\"", 32768);

    TAKEN(.attribute = "x_a,\"b", .value = "một\r\nhai");
    TAKEN(.attribute = "phone", .value = "");
    TAKEN(.attribute = "x_a", .value = most);
    TAKEN(.attribute = "x_a", .value = quotes);
    REFUSED("units.csv: attribute \"phone\" is no column of a bundle", .attribute = "phone", .value = "1");
    REFUSED("units.csv: attribute \"x_\" is no column of a bundle", .attribute = "x_", .value = "1");
    REFUSED("is no column of a bundle", .attribute = "x_\xFF", .value = "1");
    REFUSED("units.csv: attribute \"x_a\" has a value that is not UTF-8", .attribute = "x_a", .value = "\xFF");
    REFUSED("units.csv: attribute \"x_a\" stands twice in one row", .attribute = "x_a", .value = "twice");
    REFUSED("units.csv: attribute \"x_a\" is longer than a field may be", .attribute = "x_a", .value = more);
    REFUSED("units.csv: attribute \"x_a\" is longer than a field may be", .attribute = "x_a", .value = more_quotes);
    g_free(most);
    g_free(more);
    g_free(quotes);
    g_free(more_quotes);
}

static void check_source(const char *source, QcdcStatus wanted)
{
    const char *values[QCDC_OBSERVATION_FIELD_END] = { "b", "n", "2022", "12", [QCDC_OBSERVATION_SOURCE] = source };
    const QcdcRecord record = { .values = values, .value_count = QCDC_OBSERVATION_FIELD_END };
    QcdcCatalog *catalog = make_catalog(&usual);
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    QcdcBundle *bundle = NULL;

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 0, &builder, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_append_record(builder, &record, NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL), QCDC_OK);
    expect_number("source", qcdc_bundle_new(dataset, NULL, NULL, NULL, NULL, &bundle, NULL), wanted);
    if (bundle != NULL)
        qcdc_bundle_unref(send("source", bundle));
    qcdc_bundle_unref(bundle);
    qcdc_dataset_unref(dataset);
    qcdc_dataset_builder_free(builder);
    qcdc_catalog_unref(catalog);
}

static void sources_fit_in_fields(void)
{
    char *most = repeat("\n", 65534), *more = repeat("\n", 65535);

    check_source(most, QCDC_OK);
    check_source(more, QCDC_STATUS_REFUSED);
    g_free(most);
    g_free(more);
}

/* In a row a code goes before an id, so an id that is another unit's code would be read as that unit. */
static void an_id_may_be_another_units_code(void)
{
    static const char units[] = "code,name,level,parent,id\na,Xã A,0,,b\nb,Xã B,0,,a\n";
    const Made made = { .units = units, .indicators = usual.indicators, .observations = "unit,indicator,period,value\na,n,2022,1\nb,n,2022,2\n" };
    QcdcDataset *dataset = make_dataset(&made);
    QcdcBundle *bundle = NULL, *again;
    QcdcObservation before, after;

    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_new(dataset, NULL, NULL, NULL, NULL, &bundle, NULL), QCDC_OK);
    again = send("swapped", bundle);
    for (size_t row = 0; row < 2; row++) {
        CU_ASSERT_EQUAL(qcdc_dataset_get_observation(dataset, row, &before, NULL), QCDC_OK);
        CU_ASSERT_EQUAL(qcdc_dataset_get_observation(qcdc_bundle_get_dataset(again), row, &after, NULL), QCDC_OK);
        CU_ASSERT_EQUAL(before.unit, after.unit);
        CU_ASSERT_EQUAL(before.value.coefficient, after.value.coefficient);
    }
    qcdc_bundle_unref(again);
    qcdc_bundle_unref(bundle);
    qcdc_dataset_unref(dataset);
}

/* Rows that came as ids may be of a unit that no text means: the code is another's at the period's end, or was another's before. */
static void a_unit_without_a_name_is_refused(void)
{
    static const char ended[] = "code,name,level,parent,id,valid_from,valid_to\na,Xã A,0,,,,2021-06-30\na,Xã A mới,0,,k,2021-07-01,\n";
    static const char begun[] = "code,name,level,parent,id,valid_from,valid_to\na,Xã A,0,,k,,2021-06-30\na,Xã A mới,0,,,2021-07-01,\n";
    static const char rows[] = "unit,indicator,period,value\nk,n,2020,1\n", later_rows[] = "unit,indicator,period,value\nk,n,2022,1\n";

    TAKEN(.units = ended, .observations = later_rows, .unit = 0, .label = "2021-Q1");
    TAKEN(.units = ended, .observations = later_rows, .unit = 1, .label = "2021");
    REFUSED("unit \"a\" has no name in observations.csv; give it an id", .units = ended, .observations = later_rows, .unit = 0,
            .label = "2021");
    TAKEN(.units = begun, .observations = rows, .unit = 0, .label = "2021");
    TAKEN(.units = begun, .observations = rows, .unit = 1, .label = "2021-Q4");
    REFUSED("unit \"a\" has no name in observations.csv; give it an id", .units = begun, .observations = rows, .unit = 1,
            .label = "2021");
}

static void settings_have_a_limit(void)
{
    char *title = repeat("Tỉnh A ", 131072);
    QcdcDataset *dataset = make_dataset(&usual);
    QcdcBundle *bundle = NULL;
    QcdcError error = { 0 };

    CU_ASSERT_EQUAL(qcdc_bundle_new(dataset, NULL, title, NULL, NULL, &bundle, &error), QCDC_STATUS_REFUSED);
    expect_text("long title", error.text, "bundle.ini: file has more than 1048576 bytes, which is the limit");
    CU_ASSERT_PTR_NULL(bundle);
    title[1000000] = '\0';
    CU_ASSERT_EQUAL(qcdc_bundle_new(dataset, NULL, title, NULL, NULL, &bundle, &error), QCDC_OK);
    qcdc_bundle_unref(send("a title of a million bytes", bundle));
    qcdc_bundle_unref(bundle);
    qcdc_dataset_unref(dataset);
    g_free(title);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "what a host built is read back", what_a_host_built_is_read_back },
        { "all but the dataset may be left out", all_but_the_dataset_may_be_left_out },
        { "titles that settings must escape", titles_that_settings_must_escape },
        { "settings that are refused", settings_that_are_refused },
        { "styles that are refused", styles_that_are_refused },
        { "plans and groups stand in settings", plans_and_groups_stand_in_settings },
        { "attributes are columns", attributes_are_columns },
        { "sources fit in fields", sources_fit_in_fields },
        { "an id may be another unit's code", an_id_may_be_another_units_code },
        { "a unit without a name is refused", a_unit_without_a_name_is_refused },
        { "settings have a limit", settings_have_a_limit },
    };

    return SUITE_RUN("bundle_new", tests, argc, argv);
}
