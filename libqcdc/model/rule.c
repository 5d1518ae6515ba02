/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "rule-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "quote-private.h"

static const char *const field_names[QCDC_RULE_FIELD_END] = {"code", "rule", "tolerance", "severity", "message"};
static const char *const severity_names[] = {"error", "warning", "off", NULL};
static const char *const builtin_names[] = {
    "reported-total",      "coarse-against-fine",     "parts-against-total",      "part-above-total",
    "fraction-above-one",  "opening-against-closing", "derived-against-reported", "two-calendars",
    "group-partition",     "revised-base",            NULL,
};

const char *qcdc_rule_field_to_name(QcdcRuleField field)
{
    return (unsigned)field < QCDC_RULE_FIELD_END ? field_names[field] : NULL;
}

const char *rule_builtin_at(size_t index)
{
    return index < sizeof builtin_names / sizeof builtin_names[0] ? builtin_names[index] : NULL;
}

bool rule_is_builtin(const char *name)
{
    for (size_t i = 0; builtin_names[i] != NULL; i++)
        if (strcmp(name, builtin_names[i]) == 0)
            return true;
    return false;
}

static void read_tolerance(Report *report, Rule *rule)
{
    const char *text = rule->texts[QCDC_RULE_TOLERANCE];
    QcdcDecimal value;
    if (text[0] == '\0')
        return;
    bool is_number = qcdc_decimal_parse(text, strlen(text), &value, NULL) == QCDC_OK;
    if (is_number && QCDC_FAULT("rule-tolerance-negative", value.coefficient >= 0, true))
        rule->tolerance = value;
    else
        report_fault(report, FINDING_RULE_TOLERANCE, QCDC_RULE_TOLERANCE, "tolerance", text, "is not a tolerance",
                     "a number that is not negative: 0.5, with at most 18 digits and 9 decimals");
}

static void read_severity(Report *report, Rule *rule)
{
    static const QcdcSeverity severities[] = {QCDC_SEVERITY_ERROR, QCDC_SEVERITY_WARNING, QCDC_SEVERITY_NONE};
    int number = read_word(report, QCDC_RULE_SEVERITY, "severity", rule->texts[QCDC_RULE_SEVERITY], severity_names);
    rule->severity = number >= 0 ? severities[number] : QCDC_SEVERITY_WARNING;
}

static void suggest_builtin(const char *code, Text *hint)
{
    Nearest nearest = nearest_begin(code);
    for (size_t i = 0; builtin_names[i] != NULL; i++)
        nearest_offer(&nearest, builtin_names[i]);
    nearest_append(&nearest, hint);
    if (hint->length == 0)
        text_append(hint, "a rule is form, operator, form: a + b = c; built-in rules alone need none");
}

/* D46: the name of a built-in rule stands alone, any other code before a rule. */
static void check_code(Report *report, const Rule *rule)
{
    const char *code = rule->texts[QCDC_RULE_CODE];
    bool has_rule = rule->texts[QCDC_RULE_RULE][0] != '\0', is_builtin = rule_is_builtin(code);
    if (code[0] == '\0')
        report_empty(report, QCDC_RULE_CODE, "code", "each rule has a code");
    else if (is_builtin && has_rule)
        report_fault(report, FINDING_RULE_CODE, QCDC_RULE_CODE, "code", code, "is the name of a built-in rule",
                     "leave rule empty to set its severity and tolerance, or take another code");
    else if (!is_builtin && !has_rule) {
        Text hint = {0};
        suggest_builtin(code, &hint);
        report_fault_with(report, FINDING_RULE_CODE, QCDC_RULE_RULE, "code", code, "has no rule, and is no built-in one", &hint);
    }
}

void rule_read_record(Report *report, StringPool *strings, const QcdcRecord *record, Rule *out_rule)
{
    Rule rule = {.row = record->row};
    for (int field = 0; field < QCDC_RULE_FIELD_END; field++)
        rule.texts[field] = record_keep(report, strings, record, field, field_names[field]);
    check_code(report, &rule);
    read_tolerance(report, &rule);
    read_severity(report, &rule);
    *out_rule = rule;
}

void rule_clear(Rule *rule)
{
    form_free(rule->left);
    form_free(rule->right);
    rule->left = rule->right = NULL;
}
