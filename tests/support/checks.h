/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef CHECKS_H
#define CHECKS_H

/* What the rules find in tables that a test writes. */

#include <qcdc/audit.h>

#include "tables.h"

/* NULL @rules: none. */
static inline QcdcDataset *checks_make_dataset(const char *units, const char *indicators, const char *rules, const char *observations)
{
    QcdcCatalogBuilder *catalogs = tables_begin(units, indicators, NULL);
    QcdcCatalog *catalog = NULL;
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };
    if (rules != NULL && tables_add_rules(catalogs, rules, NULL, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    if (qcdc_catalog_builder_freeze(catalogs, NULL, &catalog, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(catalog);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 0, &builder, NULL), QCDC_OK);
    if (tables_add_observations(builder, observations, NULL, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error), QCDC_OK);
    qcdc_dataset_builder_free(builder);
    qcdc_catalog_builder_free(catalogs);
    qcdc_catalog_unref(catalog);
    return dataset;
}

static inline QcdcStatus checks_run(QcdcDataset *dataset, QcdcFindings *findings, QcdcError *error)
{
    QcdcCube *cube = NULL;
    QcdcStatus status = qcdc_dataset_rollup(dataset, NULL, &cube, error);
    if (status == QCDC_OK)
        status = qcdc_cube_check(cube, findings, error);
    qcdc_cube_unref(cube);
    return status;
}

/* "F210 r@3 error 15 14 1 bounds-can-hold" a finding: code, rule, row, severity unless it is a warning, sides, difference, reading. */
static inline void checks_describe(const QcdcFindings *findings, char *text, size_t size)
{
    size_t length = 0;
    text[0] = '\0';
    for (size_t k = 0; k < qcdc_findings_get_count(findings) && length < size; k++) {
        QcdcFinding finding;
        qcdc_findings_get_item(findings, k, &finding);
        length += (size_t)snprintf(text + length, size - length, "%s %s@%d%s %s %s %s%s%s\n", finding.code + 5, finding.rule,
                                   (int)finding.row, finding.severity == QCDC_SEVERITY_ERROR ? " error" : "", finding.left,
                                   finding.right, finding.difference, finding.reading[0] != '\0' ? " " : "", finding.reading);
    }
}

#endif
