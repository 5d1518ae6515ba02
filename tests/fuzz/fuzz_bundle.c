/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Bytes → the files of a bundle, cut at each record separator (0x1E): bundle.ini, units.csv, indicators.csv, observations.csv,
 * history.csv, exceptions.csv, revisions.csv, calendars.csv, holidays.csv, rules.csv, tables.csv, table-lines.csv. A bundle that loads, written and read again, is written the same; one that does not says why. */

#include <string.h>

#include <qcdc/findings.h>

#include "exchange/bundle-private.h"
#include "fuzz.h"

enum { FILE_COUNT = 12, MOST_WRITTEN = 16, SEPARATOR = 0x1E };

static const char *const names[FILE_COUNT] = { "bundle.ini", "units.csv", "indicators.csv", "observations.csv", "history.csv",
                                               "exceptions.csv", "revisions.csv", "calendars.csv", "holidays.csv", "rules.csv",
                                               "tables.csv", "table-lines.csv" };

static size_t cut(const char *bytes, size_t size, BundleFile *files)
{
    size_t count = 0;

    while (count < FILE_COUNT) {
        const char *end = size > 0 ? memchr(bytes, SEPARATOR, size) : NULL;
        size_t length = end != NULL ? (size_t)(end - bytes) : size;
        files[count] = (BundleFile){ names[count], bytes, length };
        count++;
        if (end == NULL)
            break;
        bytes = end + 1;
        size -= length + 1;
    }
    return count;
}

/* Limits that a fuzzer can reach. */
static QcdcBundle *read_files(const BundleFile *files, size_t count, QcdcFindings *findings)
{
    const BundleFolder folder = { .files = files, .file_count = count };
    const QcdcBundleOptions options = { .size = sizeof options, .max_rows = 1000, .max_field_bytes = 1 << 12 };
    QcdcBundle *bundle = NULL;
    QcdcError error = { 0 };
    QcdcStatus status = bundle_read_folder(&folder, &options, findings, &bundle, &error);

    FUZZ_LAW((status == QCDC_OK) == (bundle != NULL));
    FUZZ_LAW((status == QCDC_OK) == (qcdc_findings_get_error_total(findings) == 0));
    FUZZ_LAW(status == QCDC_OK || (status == QCDC_STATUS_FINDINGS && error.text[0] != '\0'));
    return bundle;
}

/* A file that the bundle does without is not there. */
static size_t write_files(const QcdcBundle *bundle, BundleFile *files)
{
    const char *name;
    size_t count = 0;

    for (size_t k = 0; (name = bundle_file_at(k)) != NULL; k++) {
        Text text = { 0 };
        FUZZ_LAW(bundle_write_file(bundle, name, &(ByteSink){ .text = &text }, NULL) == QCDC_OK);
        FUZZ_LAW(count < MOST_WRITTEN);
        if (text.length > 0 || !bundle_file_is_optional(k))
            files[count++] = (BundleFile){ name, text.bytes, text.length };
    }
    return count;
}

static void check_round_trip(const QcdcBundle *bundle)
{
    BundleFile written[MOST_WRITTEN], again[MOST_WRITTEN];
    size_t count;
    QcdcFindings *findings = NULL;
    QcdcBundle *copy;

    FUZZ_LAW(qcdc_findings_new(0, &findings, NULL) == QCDC_OK);
    count = write_files(bundle, written);
    copy = read_files(written, count, findings);
    FUZZ_LAW(copy != NULL);
    FUZZ_LAW(write_files(copy, again) == count);
    for (size_t k = 0; k < count; k++) {
        FUZZ_LAW(written[k].length == again[k].length && memcmp(written[k].bytes, again[k].bytes, again[k].length) == 0);
        qcdc_free((void *)written[k].bytes);
        qcdc_free((void *)again[k].bytes);
    }
    qcdc_bundle_unref(copy);
    qcdc_findings_free(findings);
}

/* A table that was read can be drawn, or says why not. */
static void check_layouts(const QcdcBundle *bundle)
{
    const QcdcRollupOptions options = { .size = sizeof options, .max_cells = 100000 };
    QcdcCube *cube = NULL;
    if (qcdc_bundle_get_layout_count(bundle) == 0 ||
        qcdc_dataset_rollup(qcdc_bundle_get_dataset(bundle), &options, &cube, NULL) != QCDC_OK)
        return;
    for (size_t k = 0; k < qcdc_bundle_get_layout_count(bundle) && k < 4; k++) {
        QcdcError error = { 0 };
        char *text = NULL;
        QcdcStatus status =
            qcdc_cube_to_layout(cube, qcdc_bundle_get_layout(bundle, k), NULL, NULL, QCDC_TABLE_HTML, &text, &error);
        FUZZ_LAW((status == QCDC_OK) == (text != NULL));
        FUZZ_LAW(status == QCDC_OK || error.text[0] != '\0');
        qcdc_free(text);
    }
    qcdc_cube_unref(cube);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    BundleFile files[FILE_COUNT];
    QcdcFindings *findings = NULL;
    size_t count = cut((const char *)data, size, files);
    QcdcBundle *bundle;
    char line[256];

    FUZZ_LAW(qcdc_findings_new(100, &findings, NULL) == QCDC_OK);
    bundle = read_files(files, count, findings);
    for (size_t k = 0; k < qcdc_findings_get_count(findings); k++)
        FUZZ_LAW(qcdc_findings_item_to_text(findings, k, line, sizeof line) > 0);
    if (bundle != NULL) {
        check_round_trip(bundle);
        check_layouts(bundle);
    }
    qcdc_bundle_unref(bundle);
    qcdc_findings_free(findings);
    return 0;
}
