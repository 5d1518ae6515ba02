/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "catalog-layout-private.h"
#include "kernel/fault-private.h"
#include "quote-private.h"

/* The rules of rules.csv (D46): read once all indicators are known. */

static void enter_rule_row(Report *report, const QcdcCatalogBuilder *builder, const Rule *rule)
{
    report->file = rule->file;
    report->row = rule->row;
    report->columns = builder->rule_columns;
    report->column_count = QCDC_RULE_FIELD_END;
    report->unit = report->indicator = report->period = NULL;
}

static QcdcIndicatorId resolve_code(const void *context, const char *code, size_t length)
{
    return catalog_find_indicator_code(context, code, length);
}

/* An unknown code, with the one that was probably meant; nothing where the row that has it could not be read. */
static void report_unknown(QcdcCatalogBuilder *builder, Report *report, QcdcError *cause)
{
    Text message = {0}, value = {0}, hint = {0};
    if (QCDC_FAULT("rule-lost-indicators", builder->lost_indicators, false))
        return;
    text_append(&message, cause->text);
    text_append(&value, cause->value);
    if (builder->rule_suggestions++ < MOST_SUGGESTIONS)
        catalog_suggest_indicator(builder->catalog, cause->value, &hint);
    qcdc_error_set(cause, cause->status, NULL, 0, 0, text_get(&message), text_get(&value), text_get(&hint));
    report_cause(report, FINDING_RULE_UNKNOWN, QCDC_RULE_RULE, text_get(&value), cause);
    text_clear(&message);
    text_clear(&value);
    text_clear(&hint);
}

static void read_rule(QcdcCatalogBuilder *builder, Report *report, Rule *rule)
{
    const char *text = rule->texts[QCDC_RULE_RULE];
    QcdcError cause = {0};
    if (text[0] == '\0' || rule_is_builtin(rule->texts[QCDC_RULE_CODE]))
        return;
    QcdcStatus status = form_parse_comparison(text, strlen(text), resolve_code, builder->catalog, &rule->left,
                                              &rule->comparison, &rule->right, &cause);
    if (status == QCDC_STATUS_MEMORY)
        report_out_of_memory(report);
    else if (status == QCDC_STATUS_NOT_FOUND)
        report_unknown(builder, report, &cause);
    else if (status != QCDC_OK)
        report_cause(report, FINDING_RULE, QCDC_RULE_RULE, text, &cause);
}

/* Each rule by itself */

typedef struct TermLook {
    const QcdcCatalog *catalog;
    const FormTerm *quotient; /* a term that is one */
    bool has_present;         /* a term of the period itself */
    unsigned decimals;        /* the most of any term */
} TermLook;

static void look_at_terms(TermLook *look, const FormTerm *terms, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const FormTerm *term = &terms[i];
        bool is_figure = term->indicator != (QcdcIndicatorId)QCDC_ID_NONE;
        const Indicator *indicator = is_figure ? &look->catalog->indicators[term->indicator] : NULL;
        unsigned decimals = term->coefficient.decimals + (is_figure ? indicator->decimals : 0u);
        look->decimals = decimals > look->decimals ? decimals : look->decimals;
        look->has_present = look->has_present || term->kind == FORM_TERM_INDICATOR;
        if (is_figure && indicator->is_fraction && look->quotient == NULL)
            look->quotient = term;
    }
}

static void report_rule(Report *report, const Rule *rule, const char *complaint, const char *hint)
{
    report_fault(report, FINDING_RULE_TERMS, QCDC_RULE_RULE, "rule", rule->texts[QCDC_RULE_RULE], complaint, hint);
}

static void report_quotient(Report *report, const Rule *rule, const TermLook *look)
{
    Text complaint = {0};
    const char *code = look->catalog->indicators[look->quotient->indicator].texts[QCDC_INDICATOR_CODE];
    text_append(&complaint, "names ");
    text_append_quoted(&complaint, code, strlen(code));
    text_append(&complaint, " at byte ");
    text_append_number(&complaint, look->quotient->column);
    text_append(&complaint, ", which is itself a quotient");
    report_rule(report, rule, text_get(&complaint), "write the terms of that quotient instead");
    text_clear(&complaint);
}

static void check_terms(const QcdcCatalog *catalog, Report *report, const Rule *rule)
{
    TermLook look = {.catalog = catalog};
    const Form *sides[] = {rule->left, rule->right};
    for (size_t i = 0; i < 2; i++) {
        look_at_terms(&look, sides[i]->terms, sides[i]->count);
        look_at_terms(&look, sides[i]->divisor_terms, sides[i]->divisor_count);
    }
    if (look.quotient != NULL)
        report_quotient(report, rule, &look);
    else if (look.decimals > QCDC_DECIMAL_MAX_DECIMALS)
        report_rule(report, rule, "needs more than 9 decimals", "take fewer decimals in its numbers");
    else if (QCDC_FAULT("rule-present", !look.has_present, false))
        report_rule(report, rule, "names no figure of the period itself", "prev() and base() alone are never looked at");
}

static void report_twice(Report *report, const Rule *rule, const Rule *earlier)
{
    Text complaint = {0};
    text_append(&complaint, "is there already");
    if (earlier->row > 0) {
        text_append(&complaint, ", in row ");
        text_append_number(&complaint, earlier->row);
    }
    report_fault(report, FINDING_RULE_CODE, QCDC_RULE_CODE, "code", rule->texts[QCDC_RULE_CODE], text_get(&complaint),
                 "each rule has a code of its own");
    text_clear(&complaint);
}

bool catalog_resolve_rules(QcdcCatalogBuilder *builder, Report *report)
{
    QcdcCatalog *catalog = builder->catalog;
    uint32_t *known = make_string_map(catalog);
    for (size_t i = 0; known != NULL && i < catalog->rules.count; i++) {
        Rule *rule = &ARRAY_AT(&catalog->rules, Rule, i);
        const char *code = rule->texts[QCDC_RULE_CODE];
        uint32_t *first = &known[string_pool_find(&catalog->strings, code, strlen(code))];
        enter_rule_row(report, builder, rule);
        if (*first != (uint32_t)NONE && code[0] != '\0')
            report_twice(report, rule, &ARRAY_AT(&catalog->rules, Rule, *first));
        else
            *first = (uint32_t)i;
        read_rule(builder, report, rule);
        if (rule->left != NULL)
            check_terms(catalog, report, rule);
    }
    qcdc_free(known);
    return known != NULL;
}

/* Questions */

size_t qcdc_catalog_get_rule_count(const QcdcCatalog *catalog)
{
    return catalog == NULL ? 0 : catalog->rules.count;
}

const char *qcdc_catalog_get_rule_text(const QcdcCatalog *catalog, size_t index, QcdcRuleField field)
{
    if (index >= qcdc_catalog_get_rule_count(catalog) || (unsigned)field >= QCDC_RULE_FIELD_END)
        return NULL;
    return ARRAY_AT(&catalog->rules, Rule, index).texts[field];
}

size_t catalog_rule_count(const QcdcCatalog *catalog)
{
    return catalog->rules.count;
}

const Rule *catalog_rule(const QcdcCatalog *catalog, size_t index)
{
    return &ARRAY_AT(&catalog->rules, Rule, index);
}

const Rule *catalog_find_rule(const QcdcCatalog *catalog, const char *code)
{
    for (size_t i = 0; i < catalog->rules.count; i++)
        if (strcmp(ARRAY_AT(&catalog->rules, Rule, i).texts[QCDC_RULE_CODE], code) == 0)
            return &ARRAY_AT(&catalog->rules, Rule, i);
    return NULL;
}

const Attribute *catalog_rule_attributes(const QcdcCatalog *catalog, size_t index, size_t *out_count)
{
    return attribute_table_get(&catalog->rule_attributes, (uint32_t)index, out_count);
}
