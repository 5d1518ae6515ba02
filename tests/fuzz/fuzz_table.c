/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Bytes → columns of observations: no byte past a column is read, rows are added whole or not at all with and without findings alike,
 * and a double that is taken is the one that its decimal is read to. */

#include <qcdc/dataset.h>
#include <string.h>

#include "fuzz.h"

static void add(QcdcCatalogBuilder *builder, const char *const *unit, const char *const *indicator)
{
    QcdcRecord record = { .values = unit != NULL ? unit : indicator,
                          .value_count = unit != NULL ? QCDC_UNIT_FIELD_END : QCDC_INDICATOR_FIELD_END };
    FUZZ_LAW((unit != NULL ? qcdc_catalog_builder_add_unit(builder, &record, NULL, NULL)
                           : qcdc_catalog_builder_add_indicator(builder, &record, NULL, NULL)) == QCDC_OK);
}

/* Two units of one code, a count, a weight with two decimals and a rank. */
static QcdcCatalog *make_catalog(void)
{
    static const char *const units[][QCDC_UNIT_FIELD_END] = {
        { [QCDC_UNIT_CODE] = "t", [QCDC_UNIT_NAME] = "T", [QCDC_UNIT_LEVEL] = "0" },
        { [QCDC_UNIT_CODE] = "a", [QCDC_UNIT_NAME] = "A", [QCDC_UNIT_LEVEL] = "1", [QCDC_UNIT_PARENT] = "t", [QCDC_UNIT_IDENTITY] = "old",
          [QCDC_UNIT_VALID_TO] = "2021-06-30" },
        { [QCDC_UNIT_CODE] = "a", [QCDC_UNIT_NAME] = "A", [QCDC_UNIT_LEVEL] = "1", [QCDC_UNIT_PARENT] = "t", [QCDC_UNIT_IDENTITY] = "new",
          [QCDC_UNIT_VALID_FROM] = "2021-07-01" },
    };
    static const char *const indicators[][QCDC_INDICATOR_FIELD_END] = {
        { [QCDC_INDICATOR_CODE] = "n", [QCDC_INDICATOR_NAME] = "N", [QCDC_INDICATOR_NATURE] = "flow", [QCDC_INDICATOR_MEASURE] = "x" },
        { [QCDC_INDICATOR_CODE] = "d", [QCDC_INDICATOR_NAME] = "D", [QCDC_INDICATOR_NATURE] = "flow", [QCDC_INDICATOR_MEASURE] = "x",
          [QCDC_INDICATOR_DECIMALS] = "2" },
        { [QCDC_INDICATOR_CODE] = "r", [QCDC_INDICATOR_NAME] = "R", [QCDC_INDICATOR_NATURE] = "rank", [QCDC_INDICATOR_MEASURE] = "x" },
    };
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;

    FUZZ_LAW(qcdc_catalog_builder_new(&builder, NULL) == QCDC_OK);
    for (size_t i = 0; i < 3; i++) {
        add(builder, units[i], NULL);
        add(builder, NULL, indicators[i]);
    }
    FUZZ_LAW(qcdc_catalog_builder_freeze(builder, NULL, &catalog, NULL) == QCDC_OK);
    qcdc_catalog_builder_free(builder);
    return catalog;
}

/* A kind, a length and as many bytes for each field, each in memory of its own so that a byte too many is noticed. */
static void cut_columns(const uint8_t *data, size_t size, QcdcColumn *columns)
{
    for (size_t field = 0; field < QCDC_OBSERVATION_FIELD_END && size >= 2; field++) {
        size_t length = data[1] <= size - 2 ? data[1] : size - 2;
        columns[field].kind = (QcdcColumnKind)(data[0] % (QCDC_COLUMN_END + 1));
        columns[field].length = length;
        if (length > 0) {
            void *bytes = malloc(length);
            FUZZ_LAW(bytes != NULL);
            columns[field].data = memcpy(bytes, data + 2, length);
        }
        data += 2 + length;
        size -= 2 + length;
    }
}

static void check_doubles(const QcdcDataset *dataset, const QcdcColumn *values)
{
    for (size_t row = 0; row < qcdc_dataset_get_count(dataset); row++) {
        QcdcObservation seen;
        char text[QCDC_DECIMAL_TEXT_SIZE];
        double number;
        memcpy(&number, (const char *)values->data + row * sizeof number, sizeof number);
        FUZZ_LAW(qcdc_dataset_get_observation(dataset, row, &seen, NULL) == QCDC_OK);
        qcdc_decimal_to_text(seen.value, text, sizeof text);
        FUZZ_LAW(number != number ? seen.value.coefficient == 0 : strtod(text, NULL) == number);
    }
}

/* What the builder holds after the call that gave @status for @rows rows. */
static void check_rows(QcdcDatasetBuilder *builder, QcdcStatus status, const QcdcColumn *columns, size_t rows)
{
    QcdcDataset *dataset = NULL;
    QcdcStatus frozen = qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL);

    FUZZ_LAW(frozen == QCDC_OK || (frozen == QCDC_STATUS_DUPLICATE && status == QCDC_OK && rows > 1));
    if (frozen == QCDC_OK)
        FUZZ_LAW(qcdc_dataset_get_count(dataset) == (status == QCDC_OK ? rows : 0));
    if (frozen == QCDC_OK && status == QCDC_OK && columns[QCDC_OBSERVATION_VALUE].kind == QCDC_COLUMN_NUMBERS)
        check_doubles(dataset, &columns[QCDC_OBSERVATION_VALUE]);
    qcdc_dataset_unref(dataset);
}

static void check_table(QcdcCatalog *catalog, const QcdcColumn *columns, size_t rows)
{
    QcdcDatasetBuilder *builder = NULL, *other = NULL;
    QcdcFindings *findings = NULL;
    QcdcError error = { 0 };

    FUZZ_LAW(qcdc_dataset_builder_new(catalog, 0, &builder, NULL) == QCDC_OK);
    FUZZ_LAW(qcdc_dataset_builder_new(catalog, 0, &other, NULL) == QCDC_OK);
    FUZZ_LAW(qcdc_findings_new(0, &findings, NULL) == QCDC_OK);
    QcdcStatus status = qcdc_dataset_builder_append_table(builder, columns, QCDC_OBSERVATION_FIELD_END, rows, NULL, &error);
    QcdcStatus noted = qcdc_dataset_builder_append_table(other, columns, QCDC_OBSERVATION_FIELD_END, rows, findings, NULL);
    FUZZ_LAW(noted == QCDC_OK || noted == status);
    FUZZ_LAW((status == QCDC_OK) == (noted == QCDC_OK && qcdc_findings_get_count(findings) == 0));
    FUZZ_LAW((status == QCDC_OK) == (error.text[0] == '\0'));
    check_rows(builder, status, columns, rows);
    qcdc_findings_free(findings);
    qcdc_dataset_builder_free(builder);
    qcdc_dataset_builder_free(other);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static QcdcCatalog *catalog; /* one for all inputs */
    QcdcColumn columns[QCDC_OBSERVATION_FIELD_END] = { { QCDC_COLUMN_ABSENT, NULL, 0 } };

    if (size == 0)
        return 0;
    if (catalog == NULL)
        catalog = make_catalog();
    cut_columns(data + 1, size - 1, columns);
    check_table(catalog, columns, data[0] % 64);
    for (size_t field = 0; field < QCDC_OBSERVATION_FIELD_END; field++)
        free((void *)columns[field].data);
    return 0;
}
