/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_UNIT_H
#define QCDC_UNIT_H

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
    QCDC_UNIT_FIELD_END   /**< sentinel */
} QcdcUnitField;

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
