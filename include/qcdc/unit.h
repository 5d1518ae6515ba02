/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_UNIT_H
#define QCDC_UNIT_H

#include <qcdc/status.h>
#include <qcdc/types.h>

QCDC_BEGIN_DECLS

/** QcdcUnitField: the columns of units.csv (contracts.md, sentences.md), in writing order. */
typedef enum {
    QCDC_UNIT_CODE = 0,   /**< code, valid for an interval */
    QCDC_UNIT_NAME,       /**< name */
    QCDC_UNIT_LEVEL,      /**< rung, 0 = top */
    QCDC_UNIT_PARENT,     /**< code of the unit above */
    QCDC_UNIT_IDENTITY,   /**< id: rows with one id are one unit over time; default the code */
    QCDC_UNIT_KIND,       /**< xã, phường, sở … */
    QCDC_UNIT_GROUPS,     /**< groups joined by | */
    QCDC_UNIT_LEVEL_NAME, /**< what a list by level calls all units of the level */
    QCDC_UNIT_TEXT_NAME,  /**< how a sentence calls it; default the name */
    QCDC_UNIT_OWN_NAME,   /**< how a list calls its own figures; default "riêng <name>" */
    QCDC_UNIT_VALID_FROM, /**< first day the row holds, YYYY-MM-DD */
    QCDC_UNIT_VALID_TO,   /**< last day the row holds */
    QCDC_UNIT_NAME_EN,    /**< the name in English; default the name */
    QCDC_UNIT_FIELD_END   /**< sentinel */
} QcdcUnitField;

/** QcdcGrouping: what the groups of [groups] are to one another (S10). */
typedef enum {
    QCDC_GROUPING_DEFAULT = 0, /**< overlap */
    QCDC_GROUPING_OVERLAP,     /**< a unit may belong to several; they need not sum */
    QCDC_GROUPING_PARTITION,   /**< a unit belongs to one at most; with the others they sum to the unit above */
    QCDC_GROUPING_END          /**< sentinel */
} QcdcGrouping;

/**
 * qcdc_grouping_parse:
 * @text: "overlap" or "partition"
 * @out_grouping: takes the grouping
 * @error: (nullable) what went wrong, with the words there are as hint
 *
 * A grouping as bundle.ini and notebooks name it. Source: D45. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX for other words; QCDC_STATUS_ARGUMENT when a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_grouping_parse(const char *text, QcdcGrouping *out_grouping, QcdcError *error);

/**
 * qcdc_grouping_to_name:
 * @grouping: any number
 *
 * The word in bundle.ini. Source: D45. Threads: any.
 *
 * Returns: (static) (nullable) "overlap", "partition"; NULL for what is not a grouping, and for QCDC_GROUPING_DEFAULT.
 */
QCDC_API
const char *qcdc_grouping_to_name(QcdcGrouping grouping);

/**
 * qcdc_unit_field_to_name:
 * @field: any number
 *
 * The name of the column of units.csv. Source: contracts.md, "Bundle". Threads: any.
 *
 * Returns: (static) (nullable) the name; NULL for what is not a field.
 */
QCDC_API
const char *qcdc_unit_field_to_name(QcdcUnitField field);

QCDC_END_DECLS

#endif
