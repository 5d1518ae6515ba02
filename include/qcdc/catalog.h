/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CATALOG_H
#define QCDC_CATALOG_H

#include <qcdc/findings.h>
#include <qcdc/indicator.h>
#include <qcdc/unit.h>

QCDC_BEGIN_DECLS

QCDC_API
QcdcStatus qcdc_catalog_builder_new(QcdcCatalogBuilder **out_builder, QcdcError *error);
QCDC_API
void qcdc_catalog_builder_free(QcdcCatalogBuilder *builder);
/* With findings: faults of the row go there and the call returns QCDC_OK, so that all are found; freeze then fails. Without: the first fault is the error. */
QCDC_API
QcdcStatus qcdc_catalog_builder_add_unit(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings, QcdcError *error);
QCDC_API
QcdcStatus qcdc_catalog_builder_add_indicator(QcdcCatalogBuilder *builder, const QcdcRecord *record, QcdcFindings *findings, QcdcError *error);
QCDC_API
QcdcStatus qcdc_catalog_builder_add_plan(QcdcCatalogBuilder *builder, const char *name, const char *words, QcdcError *error);
QCDC_API
QcdcStatus qcdc_catalog_builder_add_group(QcdcCatalogBuilder *builder, const char *name, const char *words, QcdcError *error);
/* resolves parents, formulas, parts; the builder is spent either way */
QCDC_API
QcdcStatus qcdc_catalog_builder_freeze(QcdcCatalogBuilder *builder, QcdcFindings *findings, QcdcCatalog **out_catalog, QcdcError *error);
QCDC_API
QcdcCatalog *qcdc_catalog_ref(QcdcCatalog *catalog);
QCDC_API
void qcdc_catalog_unref(QcdcCatalog *catalog);
QCDC_API
size_t qcdc_catalog_get_unit_count(const QcdcCatalog *catalog);
QCDC_API
size_t qcdc_catalog_get_indicator_count(const QcdcCatalog *catalog);
/* by the code it has on the last day of @at (none: any time), or by id */
QCDC_API
QcdcStatus qcdc_catalog_find_unit(const QcdcCatalog *catalog, const char *code, QcdcPeriod at, QcdcUnitId *out_unit, QcdcError *error);
QCDC_API
QcdcStatus qcdc_catalog_find_indicator(const QcdcCatalog *catalog, const char *code, QcdcIndicatorId *out_indicator, QcdcError *error);
/* as written in the row in force at @at (none: its last row), "" if empty; NULL for a bad id or field; owned by the catalog */
QCDC_API
const char *qcdc_catalog_get_unit_text(const QcdcCatalog *catalog, QcdcUnitId unit, QcdcPeriod at, QcdcUnitField field);
QCDC_API
const char *qcdc_catalog_get_indicator_text(const QcdcCatalog *catalog, QcdcIndicatorId indicator, QcdcIndicatorField field);
QCDC_API
QcdcNature qcdc_catalog_get_indicator_nature(const QcdcCatalog *catalog, QcdcIndicatorId indicator);
QCDC_API
unsigned qcdc_catalog_get_indicator_decimals(const QcdcCatalog *catalog, QcdcIndicatorId indicator);
/* units of the tree of @at (D22) in pre-order, with parents (QCDC_ID_NONE for roots); size NULL arrays to learn the count */
QCDC_API
QcdcStatus qcdc_catalog_read_tree(const QcdcCatalog *catalog, QcdcPeriod at, QcdcUnitId *out_units, QcdcUnitId *out_parents, size_t size, size_t *out_count, QcdcError *error);
/* plans and groups in the order of bundle.ini; index from 0; NULL past the end. Scenario number of plan k is k + 1; 0 is actual */
QCDC_API
const char *qcdc_catalog_get_plan_name(const QcdcCatalog *catalog, size_t index);
QCDC_API
const char *qcdc_catalog_get_plan_words(const QcdcCatalog *catalog, size_t index);
QCDC_API
const char *qcdc_catalog_get_group_name(const QcdcCatalog *catalog, size_t index);
QCDC_API
const char *qcdc_catalog_get_group_words(const QcdcCatalog *catalog, size_t index);

QCDC_END_DECLS

#endif
