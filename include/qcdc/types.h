/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TYPES_H
#define QCDC_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <qcdc/export.h>

/** QcdcUnitId: a reporting unit's number in one catalog, 0 … count − 1 in the order of units.csv. It is an identity, not a code (S9). */
typedef uint32_t QcdcUnitId;
/** QcdcIndicatorId: an indicator's number in one catalog, 0 … count − 1 in the order of indicators.csv. */
typedef uint32_t QcdcIndicatorId;

enum {
    QCDC_ID_NONE = -1 /**< cast to QcdcUnitId or QcdcIndicatorId: no unit, no indicator */
};

/** QcdcLanguage: the language of names, numbers and sentences. */
typedef enum {
    QCDC_LANGUAGE_DEFAULT = 0, /**< Vietnamese */
    QCDC_LANGUAGE_VI,          /**< Vietnamese: 7.570; 84,7% */
    QCDC_LANGUAGE_EN,          /**< English: 7,570; 84.7% */
    QCDC_LANGUAGE_END          /**< sentinel, not a language */
} QcdcLanguage;

/** QcdcFindings: a sink for what is wrong with people's data, made by the caller, see findings.h. */
typedef struct QcdcFindings QcdcFindings;
/** QcdcCatalogBuilder: units and indicators being gathered, see catalog.h. One thread. */
typedef struct QcdcCatalogBuilder QcdcCatalogBuilder;
/** QcdcCatalog: frozen units, indicators, plans and groups, see catalog.h. Any threads. */
typedef struct QcdcCatalog QcdcCatalog;
/** QcdcDatasetBuilder: observations being gathered, see dataset.h. One thread. */
typedef struct QcdcDatasetBuilder QcdcDatasetBuilder;
/** QcdcDataset: frozen observations, see dataset.h. Any threads. */
typedef struct QcdcDataset QcdcDataset;
/** QcdcCube: rolled-up cells, see cube.h. Any threads. */
typedef struct QcdcCube QcdcCube;
/** QcdcComparison: rows of current against base, see comparison.h. Any threads. */
typedef struct QcdcComparison QcdcComparison;
/** QcdcSentence: written text and the map from its figures to cells, see sentence.h. Any threads. */
typedef struct QcdcSentence QcdcSentence;
/** QcdcLayoutBuilder: tables in the shape of forms being gathered, see layout.h. One thread. */
typedef struct QcdcLayoutBuilder QcdcLayoutBuilder;
/** QcdcLayouts: frozen tables in the shape of forms, see layout.h. Any threads. */
typedef struct QcdcLayouts QcdcLayouts;
/** QcdcLayout: one of them; lives as long as they. Any threads. */
typedef struct QcdcLayout QcdcLayout;
/** QcdcClaims: claims found in a text, see claim.h. Any threads. */
typedef struct QcdcClaims QcdcClaims;
/** QcdcBundle: a folder of tables read whole, see bundle.h. Any threads. */
typedef struct QcdcBundle QcdcBundle;

#endif
