/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_RULE_H
#define QCDC_RULE_H

#include <qcdc/export.h>

QCDC_BEGIN_DECLS

/** QcdcRuleField: a column of rules.csv. */
typedef enum {
    QCDC_RULE_CODE = 0,  /**< mandatory; or the name of a built-in rule */
    QCDC_RULE_RULE,      /**< form, operator, form; empty beside the name of a built-in rule */
    QCDC_RULE_TOLERANCE, /**< by how much it may be missed; default 0 */
    QCDC_RULE_SEVERITY,  /**< error, warning (default), off */
    QCDC_RULE_MESSAGE,   /**< what a finding says first */
    QCDC_RULE_FIELD_END  /**< sentinel */
} QcdcRuleField;

/**
 * qcdc_rule_field_to_name:
 * @field: any number
 *
 * The name of the column of rules.csv. Source: contracts.md, "Bundle". Threads: any.
 *
 * Returns: (static) (nullable) the name; NULL for what is not a field.
 */
QCDC_API
const char *qcdc_rule_field_to_name(QcdcRuleField field);

QCDC_END_DECLS

#endif
