/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Bytes → rows of rules.csv: lines, fields parted by ";". Rules that are taken are held against a few figures, and what they find is
 * explained; none crashes, hangs or says anything but what a rule may say. */

#include <string.h>

#include <qcdc/audit.h>
#include <qcdc/memory.h>

#include "fuzz.h"

enum { MOST_BYTES = 4096, MOST_ROWS = 50 };

static const char *const units[][4] = { { "p", "P", "0", "" }, { "u", "U", "1", "p" }, { "v", "V", "1", "p" } };

/* code, name, nature, measure, decimals, …, formula */
static const char *const indicators[][8] = {
    { "a", "A", "flow", "m", "", "", "", "" },    { "b", "B", "opening", "m", "", "", "", "" }, { "c", "C", "closing", "m", "2", "", "", "" },
    { "s", "S", "flow", "m", "2", "", "", "a + c" }, { "r", "R", "ratio", "%", "1", "", "", "a / c" },
};

static const char *const rows[][8] = {
    { "u", "a", "2022-Q1", "5", "", "", "", "" },     { "u", "b", "2022", "-7", "", "", "", "" },
    { "u", "c", "2022", "0.01", "", "", "", "trên" }, { "v", "a", "2022", "999999999999999990", "", "", "", "" },
    { "v", "c", "2022", "0", "", "", "", "" },        { "p", "a", "2022-01/P10M", "3", "", "total", "", "" },
    { "u", "r", "2022", "12.3", "", "", "", "" },     { "u", "c", "2021", "2", "", "", "", "gần" },
};

static QcdcCatalogBuilder *begin(void)
{
    QcdcCatalogBuilder *builder = NULL;

    FUZZ_LAW(qcdc_catalog_builder_new(&builder, NULL) == QCDC_OK);
    for (size_t k = 0; k < sizeof units / sizeof units[0]; k++)
        FUZZ_LAW(qcdc_catalog_builder_add_unit(builder, &(QcdcRecord){ .values = units[k], .value_count = 4 }, NULL, NULL) == QCDC_OK);
    for (size_t k = 0; k < sizeof indicators / sizeof indicators[0]; k++)
        FUZZ_LAW(qcdc_catalog_builder_add_indicator(builder, &(QcdcRecord){ .values = indicators[k], .value_count = 8 }, NULL, NULL) == QCDC_OK);
    return builder;
}

/* Cuts @text at its first @stop; what follows, or NULL. */
static char *cut(char *text, char stop)
{
    char *end = strchr(text, stop);

    if (end == NULL)
        return NULL;
    *end = '\0';
    return end + 1;
}

static void add_rules(QcdcCatalogBuilder *builder, char *text, QcdcFindings *findings)
{
    int32_t row = 2;

    for (char *line = text; line != NULL && row < MOST_ROWS; row++) {
        char *next = cut(line, '\n'), *field = line;
        const char *values[QCDC_RULE_FIELD_END] = { NULL };
        QcdcRecord record = { .values = values, .value_count = QCDC_RULE_FIELD_END, .source = "rules.csv", .row = row };
        for (size_t k = 0; k < QCDC_RULE_FIELD_END && field != NULL; k++) {
            values[k] = field;
            field = cut(field, ';');
        }
        FUZZ_LAW(qcdc_catalog_builder_add_rule(builder, &record, findings, NULL) == QCDC_OK);
        line = next;
    }
}

static void check(QcdcCatalog *catalog)
{
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    QcdcFindings *findings = NULL;
    QcdcCube *cube = NULL;
    QcdcStatus status;
    char *text = NULL;

    FUZZ_LAW(qcdc_dataset_builder_new(catalog, 0, &builder, NULL) == QCDC_OK);
    for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++)
        FUZZ_LAW(qcdc_dataset_builder_append_record(builder, &(QcdcRecord){ .values = rows[k], .value_count = 8 }, NULL, NULL) == QCDC_OK);
    FUZZ_LAW(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL) == QCDC_OK);
    FUZZ_LAW(qcdc_findings_new(20, &findings, NULL) == QCDC_OK);
    status = qcdc_dataset_rollup(dataset, NULL, &cube, NULL);
    FUZZ_LAW(status == QCDC_OK || status == QCDC_STATUS_MEMORY);
    if (status == QCDC_OK) {
        status = qcdc_cube_check(cube, findings, NULL);
        FUZZ_LAW(status == QCDC_OK || status == QCDC_STATUS_OVERFLOW);
        FUZZ_LAW(qcdc_findings_explain(findings, catalog, QCDC_LANGUAGE_VI, &text, NULL) == QCDC_OK);
    }
    qcdc_free(text);
    qcdc_cube_unref(cube);
    qcdc_findings_free(findings);
    qcdc_dataset_unref(dataset);
    qcdc_dataset_builder_free(builder);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char text[MOST_BYTES + 1];
    QcdcFindings *findings = NULL;
    QcdcCatalog *catalog = NULL;
    QcdcCatalogBuilder *builder = begin();
    QcdcStatus status;

    size = size < MOST_BYTES ? size : MOST_BYTES;
    memcpy(text, data, size);
    text[size] = '\0';
    FUZZ_LAW(qcdc_findings_new(0, &findings, NULL) == QCDC_OK);
    add_rules(builder, text, findings);
    status = qcdc_catalog_builder_freeze(builder, findings, &catalog, NULL);
    FUZZ_LAW(status == (qcdc_findings_get_error_total(findings) > 0 ? QCDC_STATUS_FINDINGS : QCDC_OK));
    if (status == QCDC_OK)
        check(catalog);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
    qcdc_findings_free(findings);
    return 0;
}
