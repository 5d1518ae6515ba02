/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include <qcdc/calendar-table.h>

#include "exchange/bundle-private.h"
#include "expect.h"
#include "failing-memory.h"

/* A packed bundle in a block of exactly its size, so that a sanitizer sees a read beyond the end. */
typedef struct Block {
    uint8_t *bytes;
    size_t length;
} Block;

static const char *const file_names[] = { "bundle.ini",     "units.csv",     "indicators.csv", "observations.csv",
                                          "exceptions.csv", "revisions.csv", "rules.csv",      "calendars.csv",
                                          "holidays.csv",   "tables.csv",    "table-lines.csv", "places.csv" };

enum { FEWEST_FILES = 4 }; /* the others may not be there */

static Block copy_block(const uint8_t *bytes, size_t length)
{
    Block block = { malloc(length > 0 ? length : 1), length };

    memcpy(block.bytes, bytes, length);
    return block;
}

static Block pack(const QcdcBundle *bundle)
{
    uint8_t *bytes = NULL;
    size_t length = 0;
    Block block;

    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_pack(bundle, &bytes, &length, NULL), QCDC_OK);
    block = copy_block(bytes, length);
    qcdc_free(bytes);
    return block;
}

static QcdcBundle *unpack(const char *name, Block block)
{
    QcdcBundle *bundle = NULL;
    QcdcError error = { 0 };

    if (qcdc_bundle_unpack(block.bytes, block.length, NULL, NULL, &bundle, &error) != QCDC_OK)
        printf("# %s: %s\n", name, error.text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(bundle);
    return bundle;
}

static bool expect_block(const char *row, Block actual, Block wanted)
{
    return expect(actual.length == wanted.length && memcmp(actual.bytes, wanted.bytes, wanted.length) == 0, row,
                  "the blocks differ");
}

static void append_length(GByteArray *bytes, uint64_t length)
{
    for (int k = 0; k < 8; k++) {
        uint8_t byte = (uint8_t)(length >> (8 * k));
        g_byte_array_append(bytes, &byte, 1);
    }
}

/* The layout told a second time, from texts. */
static Block join(const char *const *texts)
{
    GByteArray *bytes = g_byte_array_new();
    Block block;

    size_t count = G_N_ELEMENTS(file_names);

    while (count > FEWEST_FILES && texts[count - 1][0] == '\0')
        count--;
    g_byte_array_append(bytes, (const uint8_t *)"QBDL\1\0\0\0\0\0\0\0", 12);
    bytes->data[8] = (uint8_t)count;
    for (size_t k = 0; k < count; k++) {
        append_length(bytes, strlen(texts[k]));
        g_byte_array_append(bytes, (const uint8_t *)texts[k], (guint)strlen(texts[k]));
    }
    block = copy_block(bytes->data, bytes->len);
    g_byte_array_free(bytes, TRUE);
    return block;
}

/* A small bundle as it is written. */
static const char *const small[G_N_ELEMENTS(file_names)] = {
    "[bundle]\nformat=1\ntitle=A\nnumber_format=canonical\nseparator=,\ndefault_unit=a\ngroups=partition\n\n[plans]\np=q\n\n[groups]\ng=h\n",
    "code,name,level,parent,groups,parent.h,x_a\na,A,0,,,,\nb,B,1,a,g,-,y\n",
    "code,name,nature,measure\nn,N,flow,m\n",
    "unit,indicator,period,value,scenario\nb,n,2022,12,\nb,n,2022,9,p\n",
    "unit,indicator,reason,x_b\nb,*,far,z\na,n,,\n",
    "revision,unit,indicator,period,value\n1,b,n,2022,13\n1,b,n,2021,8\n3,b,n,2022,14\n",
    "code,rule,severity,x_by\nr,n <= n,error,a\n", "", "", "", "", "",
};

/* The same with a calendar of its own, and without holidays before them. */
static const char *const timed[] = {
    "[bundle]\nformat=1\nnumber_format=canonical\nseparator=,\ncalendar=lịch\n",
    "code,name,level\na,A,0\n",
    "code,name,nature,measure\nn,N,flow,m\n",
    "unit,indicator,period,value\na,n,2022,12\n",
    "",
    "",
    "",
    "name,kind,first_month_offset,first_day,last_month_offset,last_day,valid_from,x_law\nlịch,year,-1,15,0,14,2020-01-01,09/2019\n",
    "date,name\n2023-01-02,Tết\n",
    "code,title,rows,x_c\nf,F,units,z\n",
    "table,axis,code,title,shows,indicator,x_d\nf,column,v,,value,n,z\nf,column,w,W,name,,\n",
    "name,shows,table,x_e\np,table,f,z\n",
};

static void optional_files_follow_as_far_as_they_are_there(void)
{
    for (size_t without = 0; without < 3; without++) {
        const char *texts[G_N_ELEMENTS(timed)];
        memcpy(texts, timed, sizeof texts);
        if (without == 1)
            texts[8] = "";
        if (without == 2) {
            texts[7] = "";
            texts[0] = "[bundle]\nformat=1\nnumber_format=canonical\nseparator=,\ncalendar=decree-09\n";
        }
        Block block = join(texts), again;
        QcdcBundle *bundle = unpack("timed", block);
        again = pack(bundle);
        expect_block("timed", again, block);
        CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_calendar(qcdc_bundle_get_catalog(bundle))->name, without == 2 ? "decree-09" : "lịch");
        qcdc_bundle_unref(bundle);
        free(again.bytes);
        free(block.bytes);
    }
}

static Block join_small(size_t place, const char *text)
{
    const char *texts[G_N_ELEMENTS(small)];

    memcpy(texts, small, sizeof texts);
    texts[place] = text;
    return join(texts);
}

static void the_layout(void)
{
    Block block = join(small), again;
    QcdcBundle *bundle = unpack("small", block);

    again = pack(bundle);
    expect_block("small", again, block);
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_title(bundle), "A");
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_default_unit(bundle), "a");
    CU_ASSERT_EQUAL(qcdc_dataset_get_count(qcdc_bundle_get_dataset(bundle)), 3);
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_plan_words(qcdc_bundle_get_catalog(bundle), 0), "q");
    qcdc_bundle_unref(bundle);
    free(again.bytes);
    free(block.bytes);
}

/* Bundles of the tree */

static char *find_folder(const char *name)
{
    const char *source = getenv("QCDC_SOURCE");

    return g_build_filename(source != NULL ? source : ".", name, NULL);
}

static QcdcBundle *read_folder(const char *name)
{
    char *path = find_folder(name);
    QcdcBundle *bundle = NULL;
    QcdcError error = { 0 };

    if (qcdc_bundle_read(path, NULL, NULL, &bundle, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(bundle);
    g_free(path);
    return bundle;
}

/* The files that qcdc_bundle_write() makes of @bundle, joined. */
static Block write_and_join(const QcdcBundle *bundle)
{
    char *folder = g_dir_make_tmp("qcdc-XXXXXX", NULL), *texts[G_N_ELEMENTS(file_names)] = { NULL };
    Block block;

    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_write(bundle, folder, NULL), QCDC_OK);
    for (size_t k = 0; k < G_N_ELEMENTS(file_names); k++) {
        char *path = g_build_filename(folder, file_names[k], NULL);
        if (!g_file_get_contents(path, &texts[k], NULL, NULL)) {
            CU_ASSERT_FATAL(k >= FEWEST_FILES);
            texts[k] = g_strdup("");
        }
        g_unlink(path);
        g_free(path);
    }
    block = join((const char *const *)texts);
    for (size_t k = 0; k < G_N_ELEMENTS(file_names); k++)
        g_free(texts[k]);
    CU_ASSERT_EQUAL(g_rmdir(folder), 0);
    g_free(folder);
    return block;
}

static bool is_same_observation(const QcdcObservation *left, const QcdcObservation *right)
{
    return left->unit == right->unit && left->indicator == right->indicator &&
           qcdc_period_compare(left->period, right->period) == 0 && left->value.coefficient == right->value.coefficient &&
           left->value.decimals == right->value.decimals && memcmp(&left->status, &right->status, sizeof left->status) == 0 &&
           left->scope == right->scope && left->scenario == right->scenario && left->field == right->field &&
           strcmp(left->hedge, right->hedge) == 0 && strcmp(left->origin, right->origin) == 0 &&
           strcmp(left->source, right->source) == 0;
}

static void expect_same_observations(const char *name, const QcdcDataset *left, const QcdcDataset *right)
{
    QcdcObservation of_left, of_right;

    expect_number(name, (int64_t)qcdc_dataset_get_count(left), (int64_t)qcdc_dataset_get_count(right));
    for (size_t row = 0; row < qcdc_dataset_get_count(left); row++)
        if (!expect(qcdc_dataset_get_observation(left, row, &of_left, NULL) == QCDC_OK &&
                        qcdc_dataset_get_observation(right, row, &of_right, NULL) == QCDC_OK &&
                        is_same_observation(&of_left, &of_right),
                    name, "an observation differs"))
            return;
}

static void expect_same_trees(const char *name, const QcdcCatalog *left, const QcdcCatalog *right)
{
    const char *hierarchy, *attribute;
    const QcdcPeriod none = { 0 };
    expect_number(name, qcdc_catalog_get_grouping(left), qcdc_catalog_get_grouping(right));
    expect_number(name, (int64_t)qcdc_catalog_get_exception_count(left), (int64_t)qcdc_catalog_get_exception_count(right));
    for (size_t k = 0; (hierarchy = qcdc_catalog_get_hierarchy_name(left, k)) != NULL; k++) {
        expect_text(name, hierarchy, qcdc_catalog_get_hierarchy_name(right, k));
        for (QcdcUnitId unit = 0; unit < qcdc_catalog_get_unit_count(left); unit++)
            expect_text(name, qcdc_catalog_get_unit_parent(left, unit, none, k), qcdc_catalog_get_unit_parent(right, unit, none, k));
    }
    for (size_t k = 0; (attribute = qcdc_catalog_get_unit_attribute_name(left, k)) != NULL; k++)
        for (QcdcUnitId unit = 0; unit < qcdc_catalog_get_unit_count(left); unit++)
            expect_text(name, qcdc_catalog_get_unit_attribute(left, unit, none, attribute),
                        qcdc_catalog_get_unit_attribute(right, unit, none, attribute));
}

static void expect_same_settings(const char *name, const QcdcBundle *left, const QcdcBundle *right)
{
    char of_left[QCDC_STYLE_VALUE_SIZE], of_right[QCDC_STYLE_VALUE_SIZE];
    const char *key;

    expect_text(name, qcdc_bundle_get_title(left), qcdc_bundle_get_title(right));
    expect_text(name, qcdc_bundle_get_default_unit(left), qcdc_bundle_get_default_unit(right));
    expect_text(name, qcdc_bundle_get_default_period(left), qcdc_bundle_get_default_period(right));
    for (size_t k = 0; (key = qcdc_style_get_key(k)) != NULL; k++) {
        CU_ASSERT_EQUAL(qcdc_style_get(qcdc_bundle_get_style(left), key, of_left, sizeof of_left, NULL), QCDC_OK);
        CU_ASSERT_EQUAL(qcdc_style_get(qcdc_bundle_get_style(right), key, of_right, sizeof of_right, NULL), QCDC_OK);
        expect_text(key, of_left, of_right);
    }
}

static void check_folder(const char *name)
{
    QcdcBundle *bundle = read_folder(name), *again;
    Block written = write_and_join(bundle), packed = pack(bundle), twice;

    expect_block(name, packed, written);
    again = unpack(name, packed);
    twice = pack(again);
    expect_block(name, twice, packed);
    expect_same_observations(name, qcdc_bundle_get_dataset(bundle), qcdc_bundle_get_dataset(again));
    expect_same_settings(name, bundle, again);
    expect_same_trees(name, qcdc_bundle_get_catalog(bundle), qcdc_bundle_get_catalog(again));
    qcdc_bundle_unref(again);
    qcdc_bundle_unref(bundle);
    free(twice.bytes);
    free(packed.bytes);
    free(written.bytes);
}

static void bundles_of_the_tree_are_packed_as_they_are_written(void)
{
    static const char *const folders[] = { "examples/data", "tests/golden/bundles" };
    size_t count = 0;

    for (size_t k = 0; k < G_N_ELEMENTS(folders); k++) {
        char *path = find_folder(folders[k]);
        GDir *folder = g_dir_open(path, 0, NULL);
        CU_ASSERT_PTR_NOT_NULL_FATAL(folder);
        for (const char *name; (name = g_dir_read_name(folder)) != NULL; count++) {
            char *inner = g_build_filename(folders[k], name, NULL);
            check_folder(inner);
            g_free(inner);
        }
        g_dir_close(folder);
        g_free(path);
    }
    CU_ASSERT(count >= 7);
}

/* Bytes from outside */

static QcdcStatus try(Block block, QcdcBundle **out_bundle, QcdcError *error)
{
    QcdcStatus status = qcdc_bundle_unpack(block.bytes, block.length, NULL, NULL, out_bundle, error);

    CU_ASSERT_EQUAL(*out_bundle != NULL, status == QCDC_OK);
    CU_ASSERT_EQUAL(error->status, status);
    return status;
}

static void every_cut_is_refused(void)
{
    Block whole = join(small);

    for (size_t length = 0; length < whole.length; length++) {
        QcdcError error = { 0 };
        QcdcBundle *bundle = NULL;
        Block cut = copy_block(whole.bytes, length);
        char row[32];
        snprintf(row, sizeof row, "cut at %zu", length);
        expect_number(row, try(cut, &bundle, &error), QCDC_STATUS_SYNTAX);
        expect(error.text[0] != '\0', row, "no message");
        qcdc_bundle_unref(bundle);
        free(cut.bytes);
    }
    free(whole.bytes);
}

/* What could be read is a bundle like any other. */
static void check_readable(const char *row, QcdcBundle *bundle)
{
    Block packed = pack(bundle), twice;
    QcdcBundle *again = unpack(row, packed);

    twice = pack(again);
    expect_block(row, twice, packed);
    qcdc_bundle_unref(again);
    free(twice.bytes);
    free(packed.bytes);
}

static void check_flipped(Block block, size_t place, uint8_t flip)
{
    QcdcError error = { 0 };
    QcdcBundle *bundle = NULL;
    QcdcStatus status;
    char row[48];

    snprintf(row, sizeof row, "byte %zu flipped by 0x%02X", place, flip);
    block.bytes[place] ^= flip;
    status = try(block, &bundle, &error);
    if (bundle != NULL)
        check_readable(row, bundle);
    expect(status == QCDC_OK || status == QCDC_STATUS_FINDINGS || (place < 12 && place != 4 && status == QCDC_STATUS_SYNTAX) ||
               (place == 4 && status == QCDC_STATUS_REFUSED) || (place >= 12 && status == QCDC_STATUS_SYNTAX),
           row, error.text);
    qcdc_bundle_unref(bundle);
    block.bytes[place] ^= flip;
}

static void every_flipped_byte_is_survived(void)
{
    Block block = join(small);

    for (size_t place = 0; place < block.length; place++) {
        for (unsigned bit = 0; bit < 8; bit++)
            check_flipped(block, place, (uint8_t)(1u << bit));
        check_flipped(block, place, 0xFF);
    }
    free(block.bytes);
}

static void check_refused(const char *row, Block block, QcdcStatus wanted, const char *text)
{
    QcdcError error = { 0 };
    QcdcBundle *bundle = NULL;

    expect_number(row, try(block, &bundle, &error), wanted);
    expect_text(row, error.text, text);
    qcdc_bundle_unref(bundle);
    free(block.bytes);
}

static Block change(size_t place, const char *bytes, size_t count)
{
    Block block = join(small);

    memcpy(block.bytes + place, bytes, count);
    return block;
}

static void heads_and_lengths(void)
{
    const size_t second = 12 + 8 + strlen(small[0]);
    Block block = join(small), longer = copy_block(block.bytes, block.length);

    check_refused("no bytes", copy_block(block.bytes, 0), QCDC_STATUS_SYNTAX,
                  "bytes are not a packed bundle; a packed bundle begins with QBDL");
    check_refused("magic", change(0, "PK", 2), QCDC_STATUS_SYNTAX, "bytes are not a packed bundle; a packed bundle begins with QBDL");
    check_refused("version 2", change(4, "\2", 1), QCDC_STATUS_REFUSED,
                  "version \"2\" of a packed bundle is not read here; this library reads version 1");
    check_refused("version 0", change(4, "\0", 1), QCDC_STATUS_REFUSED,
                  "version \"0\" of a packed bundle is not read here; this library reads version 1");
    check_refused("later and short", copy_block((const uint8_t *)"QBDL\xFF", 5), QCDC_STATUS_REFUSED,
                  "version \"255\" of a packed bundle is not read here; this library reads version 1");
    check_refused("reserved", change(6, "\1", 1), QCDC_STATUS_SYNTAX, "head of the packed bundle is damaged; it says how many files follow");
    check_refused("too few", change(8, "\3", 1), QCDC_STATUS_SYNTAX, "head of the packed bundle is damaged; it says how many files follow");
    check_refused("no file", change(8, "\0", 1), QCDC_STATUS_SYNTAX, "head of the packed bundle is damaged; it says how many files follow");
    check_refused("too many", change(8, "\xFF", 1), QCDC_STATUS_SYNTAX,
                  "head of the packed bundle is damaged; it says how many files follow");
    check_refused("256 more", change(9, "\1", 1), QCDC_STATUS_SYNTAX, "head of the packed bundle is damaged; it says how many files follow");
    check_refused("one more", change(8, "\10", 1), QCDC_STATUS_SYNTAX,
                  "packed bundle ends in the middle of calendars.csv; were all bytes sent?");
    check_refused("endless", change(12, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8), QCDC_STATUS_SYNTAX,
                  "packed bundle ends in the middle of bundle.ini; were all bytes sent?");
    check_refused("16 EiB less what went before", change(second, "\xE0\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8), QCDC_STATUS_SYNTAX,
                  "packed bundle ends in the middle of units.csv; were all bytes sent?");
    longer.bytes = realloc(longer.bytes, longer.length + 1);
    longer.bytes[longer.length++] = '\n';
    check_refused("a byte more", longer, QCDC_STATUS_SYNTAX, "bytes follow the packed bundle; it ends with its last file");
    free(block.bytes);
}

/* The first of what is found; what it entails in other files follows. */
static void check_finding(const char *row, Block block, const QcdcBundleOptions *options, const char *wanted)
{
    QcdcFindings *findings = NULL;
    QcdcBundle *bundle = NULL;
    char line[256] = "";

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    expect_number(row, qcdc_bundle_unpack(block.bytes, block.length, options, findings, &bundle, NULL), QCDC_STATUS_FINDINGS);
    CU_ASSERT_PTR_NULL(bundle);
    qcdc_findings_item_to_text(findings, 0, line, sizeof line);
    expect_text(row, line, wanted);
    qcdc_findings_free(findings);
    free(block.bytes);
}

static void files_are_checked_as_strictly_as_in_a_folder(void)
{
    check_finding("settings", join_small(0, "[bundle]\nformat=1\ntitel=A\n"), NULL,
                  "bundle.ini:3:1: [bundle] titel is not known; did you mean \"title\"?");
    check_finding("units", join_small(1, "code,name,level,parent\na,A,0,\nb,B,1,z\n"), NULL,
                  "units.csv:3:4: parent \"z\" is not a unit");
    check_finding("bytes", join_small(2, "code,name,nature,measure\nn,\xFF,flow,m\n"), NULL,
                  "indicators.csv:2:2: field \"\xEF\xBF\xBD\" is not UTF-8: its byte 1 is 0xFF; save the file as UTF-8");
    check_finding("an empty file", join_small(3, ""), NULL, "observations.csv: file is empty; the first row names the columns");
    check_finding("empty settings", join_small(0, ""), NULL,
                  "bundle.ini: file is empty; it begins with [bundle] and format=1");
}

static void limits_are_those_of_files(void)
{
    QcdcBundleOptions options = { .size = sizeof options, .max_rows = 1 };
    char *large = g_strnfill((1 << 20) + 1, '#');

    check_finding("rows", join(small), &options, "units.csv:3:1: file has more than 1 rows, which is the limit; split the file, or raise the limit");
    options = (QcdcBundleOptions){ .size = sizeof options, .max_file_bytes = 50 };
    check_finding("bytes", join(small), &options,
                  "units.csv: file has more than 50 bytes, which is the limit; split the file, or raise the limit");
    options = (QcdcBundleOptions){ .size = 0, .max_field_bytes = 8 };
    check_finding("field", join_small(1, "code,name,level,parent\na,A,0,\nb,B4567890a,1,a\n"), &options,
                  "units.csv:3:2: field \"B4567890a\" has 9 bytes; 8 are the most a field may have; is a closing quote missing?");
    check_finding("settings", join_small(0, large), NULL, "bundle.ini: file has more than 1048576 bytes, which is the limit");
    g_free(large);
}

/* @before, and then as many names as make @length bytes. */
static char *list_names(const char *before, const char *form, size_t length)
{
    GString *text = g_string_new(before);

    for (unsigned k = 0; text->len + 16 < length; k++)
        g_string_append_printf(text, form, k);
    g_string_append_c(text, '\n');
    return g_string_free(text, FALSE);
}

/* A name held against all names before it would take minutes here, which meson ends as a hang. */
static void many_names_do_not_hang(void)
{
    char *header = list_names("code,name,level", ",x_%x", 2 << 20);
    char *settings = list_names("[bundle]\nformat=1\n[z]\n", "%x=\n", 1 << 20);
    Block block = join_small(1, header);
    QcdcBundle *bundle = NULL;

    check_finding("columns", block, NULL, "bundle.ini:6:1: [bundle] default_unit: unit \"a\" is not known; a code or id of units.csv");
    block = join_small(0, settings);
    expect_number("keys", qcdc_bundle_unpack(block.bytes, block.length, NULL, NULL, &bundle, NULL), QCDC_STATUS_FINDINGS);
    free(block.bytes);
    g_free(header);
    g_free(settings);
}

static void more_plans_than_there_may_be_are_named(void)
{
    char *settings = list_names("[bundle]\nformat=1\n[plans]\n", "p%u=\n", 8000);

    check_refused("plans", join_small(0, settings), QCDC_STATUS_MEMORY, "plan \"p1000\" is one more than the 1000 there may be");
    g_free(settings);
}

static void numbers_are_written_as_the_files_say(void)
{
    QcdcBundleOptions options = { .size = sizeof options, .number_writing = (QcdcNumberWriting)77 };
    Block block = join_small(3, "unit,indicator,period,value\nb,n,2020,1234\n");
    QcdcBundle *bundle = NULL;
    QcdcObservation observation;

    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_unpack(block.bytes, block.length, &options, NULL, &bundle, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_dataset_get_observation(qcdc_bundle_get_dataset(bundle), 0, &observation, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(observation.value.coefficient, 1234);
    qcdc_bundle_unref(bundle);
    free(block.bytes);
}

static void wrong_calls_are_refused(void)
{
    QcdcBundleOptions options = { .size = 3 };
    Block block = join(small);
    QcdcBundle *bundle = unpack("small", block), *none = NULL;
    uint8_t *bytes = NULL;
    size_t length = 7;

    CU_ASSERT_EQUAL(qcdc_bundle_pack(NULL, &bytes, &length, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_bundle_pack(bundle, NULL, &length, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_bundle_pack(bundle, &bytes, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(bytes);
    CU_ASSERT_EQUAL(length, 7);
    CU_ASSERT_EQUAL(qcdc_bundle_unpack(NULL, 1, NULL, NULL, &none, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_bundle_unpack(NULL, 0, NULL, NULL, &none, NULL), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(qcdc_bundle_unpack(block.bytes, block.length, NULL, NULL, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_bundle_unpack(block.bytes, block.length, &options, NULL, &none, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(none);
    qcdc_bundle_unref(bundle);
    free(block.bytes);
}

static void a_failed_allocation_is_told(void)
{
    Block block = join(small);
    QcdcBundle *bundle = NULL;
    QcdcStatus status = QCDC_STATUS_MEMORY;
    uint8_t *bytes = NULL;
    size_t length = 0;
    long count = 0;

    for (; status == QCDC_STATUS_MEMORY && count < 1000; count++) {
        CU_ASSERT_PTR_NULL_FATAL(bundle);
        allowed = count;
        status = qcdc_bundle_unpack(block.bytes, block.length, NULL, NULL, &bundle, NULL);
    }
    allowed = -1;
    CU_ASSERT(count > 20);
    CU_ASSERT_EQUAL_FATAL(status, QCDC_OK);
    for (count = 0, status = QCDC_STATUS_MEMORY; status == QCDC_STATUS_MEMORY && count < 1000; count++) {
        CU_ASSERT_PTR_NULL_FATAL(bytes);
        allowed = count;
        status = qcdc_bundle_pack(bundle, &bytes, &length, NULL);
    }
    allowed = -1;
    CU_ASSERT(count > 5);
    expect_block("after all failures", (Block){ bytes, length }, block);
    qcdc_free(bytes);
    qcdc_bundle_unref(bundle);
    free(block.bytes);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "the layout", the_layout },
        { "optional files follow as far as they are there", optional_files_follow_as_far_as_they_are_there },
        { "bundles of the tree are packed as they are written", bundles_of_the_tree_are_packed_as_they_are_written },
        { "every cut is refused", every_cut_is_refused },
        { "every flipped byte is survived", every_flipped_byte_is_survived },
        { "heads and lengths", heads_and_lengths },
        { "files are checked as strictly as in a folder", files_are_checked_as_strictly_as_in_a_folder },
        { "limits are those of files", limits_are_those_of_files },
        { "many names do not hang", many_names_do_not_hang },
        { "more plans than there may be are named", more_plans_than_there_may_be_are_named },
        { "numbers are written as the files say", numbers_are_written_as_the_files_say },
        { "wrong calls are refused", wrong_calls_are_refused },
        { "a failed allocation is told", a_failed_allocation_is_told },
    };

    return SUITE_RUN("bundle_pack", tests, argc, argv);
}
