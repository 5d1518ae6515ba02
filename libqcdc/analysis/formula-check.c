/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "formula-private.h"

enum {
    MAX_STEPS = 4096, /* forms and terms behind one cell; real ones take a handful */
    MAX_DEPTH = 128   /* forms within forms */
};

typedef struct FormulaCheck {
    const QcdcCatalog *catalog;
    uint32_t *steps; /* [indicators], 0 not known yet */
} FormulaCheck;

/* How many forms and terms one cell of the indicator takes, MAX_STEPS + 1 if more than allowed. Forms that use one
 * another twice, twenty times over, would otherwise run for ever. */
static uint32_t count_steps(FormulaCheck *check, QcdcIndicatorId indicator, unsigned depth)
{
    const Form *form = catalog_indicator(check->catalog, indicator)->form;
    uint32_t steps = 1;
    if (depth > MAX_DEPTH)
        return MAX_STEPS + 1;
    if (check->steps[indicator] != 0)
        return check->steps[indicator];
    for (size_t i = 0; form != NULL && i < formula_term_count(form) && steps <= MAX_STEPS; i++) {
        const FormTerm *term = formula_term(form, i);
        bool is_figure = term->kind != FORM_TERM_UNITS && term->kind != FORM_TERM_CONSTANT;
        steps += is_figure ? count_steps(check, term->indicator, depth + 1) : 1;
    }
    check->steps[indicator] = steps <= MAX_STEPS ? steps : MAX_STEPS + 1;
    return check->steps[indicator];
}

static QcdcStatus refuse(const char *file, const char *what, const char *code, QcdcError *error)
{
    return qcdc_error_set(error, QCDC_STATUS_MEMORY, file, 0, 0, what, code, "write it with fewer derived indicators");
}

static QcdcStatus check_indicators(FormulaCheck *check, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < catalog_indicator_count(check->catalog) && status == QCDC_OK; i++)
        if (count_steps(check, (QcdcIndicatorId)i, 0) > MAX_STEPS)
            status = refuse("indicators", "the formula goes through too many others",
                            qcdc_catalog_get_indicator_text(check->catalog, (QcdcIndicatorId)i, QCDC_INDICATOR_CODE), error);
    return status;
}

static uint32_t count_form_steps(FormulaCheck *check, const Form *form)
{
    uint32_t steps = 0;
    for (size_t i = 0; i < formula_term_count(form) && steps <= MAX_STEPS; i++) {
        const FormTerm *term = formula_term(form, i);
        steps += term->indicator != (QcdcIndicatorId)QCDC_ID_NONE ? count_steps(check, term->indicator, 0) : 1;
    }
    return steps;
}

static QcdcStatus check_rules(FormulaCheck *check, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < catalog_rule_count(check->catalog) && status == QCDC_OK; i++) {
        const Rule *rule = catalog_rule(check->catalog, i);
        if (rule->left != NULL && count_form_steps(check, rule->left) + count_form_steps(check, rule->right) > MAX_STEPS)
            status = refuse("rules", "the rule goes through too many formulas", rule->texts[QCDC_RULE_CODE], error);
    }
    return status;
}

QcdcStatus formulas_check(const QcdcCatalog *catalog, QcdcError *error)
{
    FormulaCheck check = {catalog, memory_try_new(catalog_indicator_count(catalog), sizeof *check.steps)};
    QcdcStatus status = check.steps != NULL ? check_indicators(&check, error) : memory_fail(error);
    if (status == QCDC_OK)
        status = check_rules(&check, error);
    qcdc_free(check.steps);
    return status;
}
