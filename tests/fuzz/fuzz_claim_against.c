/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The report of a year before and a report, parted by a record separator (0x1E): read together, shown, written as JSON and held against
 * data. What is written is one line of UTF-8 that ends where the length says, and figures that differ are found in the text. */

#include <string.h>

#include <qcdc/audit.h>
#include <qcdc/text.h>

#include "fuzz.h"

enum { SEPARATOR = 0x1E };

static const char *const units[][13] = {
    { "p", "Tỉnh A", "0", "", "", "", "", "", "toàn tỉnh" }, { "u", "Xã Một", "1", "p" }, { "v", "Xã Hai", "1", "p" }, { "w", "Xã Hai", "1", "p" } };
static const char *const indicators[][QCDC_INDICATOR_FIELD_END] = {
    { [QCDC_INDICATOR_CODE] = "n", [QCDC_INDICATOR_NAME] = "Kiến nghị", [QCDC_INDICATOR_NATURE] = "flow", [QCDC_INDICATOR_MEASURE] = "kiến nghị",
      [QCDC_INDICATOR_VERB] = "tiếp nhận", [QCDC_INDICATOR_OBJECT] = "kiến nghị mới", [QCDC_INDICATOR_CLAUSE] = "c" },
    { [QCDC_INDICATOR_CODE] = "m", [QCDC_INDICATOR_NAME] = "Tiền", [QCDC_INDICATOR_NATURE] = "flow", [QCDC_INDICATOR_MEASURE] = "tỷ đồng",
      [QCDC_INDICATOR_DECIMALS] = "1", [QCDC_INDICATOR_CLAUSE] = "c" },
    { [QCDC_INDICATOR_CODE] = "r", [QCDC_INDICATOR_NAME] = "Tỷ lệ", [QCDC_INDICATOR_NATURE] = "ratio", [QCDC_INDICATOR_MEASURE] = "%",
      [QCDC_INDICATOR_FORMULA] = "m / n", [QCDC_INDICATOR_VERB] = "đã giải quyết", [QCDC_INDICATOR_RATE_VERB] = "đạt" },
};
static const char *const observations[][4] = { { "u", "n", "2023", "120" }, { "v", "n", "2023", "80" }, { "w", "n", "2023", "1" },
                                               { "u", "m", "2023", "1.5" }, { "v", "m", "2023", "7" }, { "w", "m", "2023", "0" } };

static QcdcCatalog *make_catalog(void)
{
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    FUZZ_LAW(qcdc_catalog_builder_new(&builder, NULL) == QCDC_OK);
    for (size_t k = 0; k < sizeof units / sizeof units[0]; k++)
        FUZZ_LAW(qcdc_catalog_builder_add_unit(builder, &(QcdcRecord){ .values = units[k], .value_count = 13 }, NULL, NULL) == QCDC_OK);
    for (size_t k = 0; k < sizeof indicators / sizeof indicators[0]; k++)
        FUZZ_LAW(qcdc_catalog_builder_add_indicator(builder, &(QcdcRecord){ .values = indicators[k], .value_count = QCDC_INDICATOR_FIELD_END }, NULL, NULL) ==
                 QCDC_OK);
    FUZZ_LAW(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL) == QCDC_OK);
    qcdc_catalog_builder_free(builder);
    return catalog;
}

/* Made once. */
static const QcdcCube *find_cube(void)
{
    static QcdcCube *cube;
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    if (cube != NULL)
        return cube;
    QcdcCatalog *catalog = make_catalog();
    FUZZ_LAW(qcdc_dataset_builder_new(catalog, 0, &builder, NULL) == QCDC_OK);
    for (size_t k = 0; k < sizeof observations / sizeof observations[0]; k++)
        FUZZ_LAW(qcdc_dataset_builder_append_record(builder, &(QcdcRecord){ .values = observations[k], .value_count = 4 }, NULL, NULL) == QCDC_OK);
    FUZZ_LAW(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL) == QCDC_OK);
    FUZZ_LAW(qcdc_dataset_rollup(dataset, NULL, &cube, NULL) == QCDC_OK);
    qcdc_dataset_builder_free(builder);
    qcdc_dataset_unref(dataset);
    qcdc_catalog_unref(catalog);
    return cube;
}

typedef size_t (*Writer)(const QcdcClaims *claims, size_t index, const char *text, size_t length, QcdcLanguage language, char *buffer, size_t size);

static void check_written(const QcdcClaims *claims, size_t index, const char *text, size_t length, Writer write, size_t lines)
{
    size_t needed = write(claims, index, text, length, QCDC_LANGUAGE_VI, NULL, 0), ends = 0;
    char *buffer = malloc(needed + 1);
    FUZZ_LAW(buffer != NULL && needed > 0);
    FUZZ_LAW(write(claims, index, text, length, QCDC_LANGUAGE_VI, buffer, needed + 1) == needed && strlen(buffer) == needed);
    FUZZ_LAW(qcdc_text_is_utf8(buffer, needed));
    for (size_t k = 0; k < needed; k++) {
        ends += buffer[k] == '\n';
        FUZZ_LAW((unsigned char)buffer[k] >= 0x20 || buffer[k] == '\n');
    }
    FUZZ_LAW(ends == lines);
    write(claims, index, text, length, QCDC_LANGUAGE_EN, buffer, needed / 2 + 1);
    FUZZ_LAW(strlen(buffer) <= needed / 2 && qcdc_text_is_utf8(buffer, strlen(buffer)));
    free(buffer);
}

static void check_data(const QcdcClaims *claims, const char *text, size_t length)
{
    QcdcFindings *findings = NULL;
    QcdcError error = { 0 };
    size_t compared = 0;
    FUZZ_LAW(qcdc_findings_new(0, &findings, NULL) == QCDC_OK);
    FUZZ_LAW(qcdc_claims_check(claims, text, length, find_cube(), NULL, findings, &compared, &error) == QCDC_OK);
    FUZZ_LAW(qcdc_findings_get_count(findings) <= compared);
    for (size_t k = 0; k < qcdc_findings_get_count(findings); k++) {
        QcdcFinding finding;
        qcdc_findings_get_item(findings, k, &finding);
        FUZZ_LAW(finding.row > 0 && strcmp(finding.left, finding.right) != 0);
    }
    qcdc_findings_free(findings);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *old = (const char *)data, *cut = size > 0 ? memchr(old, SEPARATOR, size) : NULL;
    const char *text = cut != NULL ? cut + 1 : old;
    size_t length = size - (size_t)(text - old);
    QcdcReadOptions options = { .size = sizeof options, .old_text = cut != NULL ? old : NULL, .old_length = cut != NULL ? (size_t)(cut - old) : 0 };
    QcdcClaims *claims = NULL;

    FUZZ_LAW(qcdc_claims_read(text, length, &options, &claims, NULL) == QCDC_OK);
    for (size_t index = 0; index < qcdc_claims_get_count(claims); index++) {
        check_written(claims, index, text, length, qcdc_claims_item_to_json, 0);
        check_written(claims, index, text, length, qcdc_claims_item_to_text, 2);
    }
    check_data(claims, text, length);
    qcdc_claims_unref(claims);
    return 0;
}
