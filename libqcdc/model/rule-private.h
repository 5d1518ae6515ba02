/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_RULE_PRIVATE_H
#define QCDC_RULE_PRIVATE_H

#include <qcdc/findings.h>
#include <qcdc/rule.h>

#include "form-private.h"
#include "record-private.h"

/* A row of rules.csv (D46): a comparison of two forms, or how a built-in rule is taken. */
typedef struct Rule {
    const char *texts[QCDC_RULE_FIELD_END]; /* as written, never NULL */
    Form *left, *right;    /* NULL of a built-in rule */
    FormOperator comparison;
    QcdcDecimal tolerance;
    QcdcSeverity severity; /* NONE: off */
    int32_t row;
    const char *file; /* or "" */
} Rule;

/* The name of a built-in rule (D48), NULL past the end. */
const char *rule_builtin_at(size_t index);
bool rule_is_builtin(const char *name);

/* The row in the words of the table. Faults go to @report, the rest of the row is read all the same. */
void rule_read_record(Report *report, StringPool *strings, const QcdcRecord *record, Rule *out_rule);
void rule_clear(Rule *rule);

#endif
