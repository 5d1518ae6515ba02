/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_EXCEPTION_H
#define QCDC_EXCEPTION_H

#include <qcdc/types.h>

QCDC_BEGIN_DECLS

/** QcdcExceptionField: the columns of exceptions.csv (contracts.md), in writing order. */
typedef enum {
    QCDC_EXCEPTION_UNIT = 0,   /**< code, or id, of the unit */
    QCDC_EXCEPTION_INDICATOR,  /**< code of the indicator, * for all */
    QCDC_EXCEPTION_VALID_FROM, /**< first day on which it need not be reported, YYYY-MM-DD */
    QCDC_EXCEPTION_VALID_TO,   /**< last such day */
    QCDC_EXCEPTION_REASON,     /**< why, in the words of the office */
    QCDC_EXCEPTION_FIELD_END   /**< sentinel */
} QcdcExceptionField;

/**
 * qcdc_exception_field_to_name:
 * @field: any number
 *
 * The name of the column of exceptions.csv. Source: contracts.md, "Bundle". Threads: any.
 *
 * Returns: (static) (nullable) the name; NULL for what is not a field.
 */
QCDC_API
const char *qcdc_exception_field_to_name(QcdcExceptionField field);

QCDC_END_DECLS

#endif
