/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/balances-private.h"

#include <qcdc/calendar.h>
#include <stdlib.h>

#include "analysis/formula-private.h"
#include "kernel/fault-private.h"

/* Balances */

/* How an equation names an indicator: in the period itself, or by prev() and base(). */
enum { NAMED_NOW = 1, NAMED_BACK = 2 };

typedef struct Naming {
    const Check *check;
    uint8_t *marks; /* [indicators] NAMED_… */
    Array named;    /* QcdcIndicatorId: those with a mark */
    Array stack;    /* NamedTerm: their formulas are still to be looked at */
} Naming;

typedef struct NamedTerm {
    QcdcIndicatorId indicator;
    uint8_t mark;
} NamedTerm;

static bool name(Naming *naming, QcdcIndicatorId indicator, uint8_t mark)
{
    NamedTerm term = { indicator, mark };
    uint8_t *marks = &naming->marks[indicator];

    if ((*marks & mark) != 0)
        return true;
    if (*marks == 0 && !array_append(&naming->named, &indicator, 1, sizeof indicator))
        return false;
    *marks |= mark;
    return array_append(&naming->stack, &term, 1, sizeof term);
}

static bool name_terms(Naming *naming, const Form *form, uint8_t mark)
{
    for (size_t k = 0; form != NULL && k < formula_term_count(form); k++) {
        const FormTerm *term = formula_term(form, k);
        bool is_figure = term->indicator != (QcdcIndicatorId)QCDC_ID_NONE;
        uint8_t own = term->kind == FORM_TERM_INDICATOR ? mark : NAMED_BACK;
        if (is_figure && !name(naming, term->indicator, own))
            return false;
    }
    return true;
}

static bool follow(Naming *naming)
{
    while (naming->stack.count > 0) {
        NamedTerm term = ARRAY_AT(&naming->stack, NamedTerm, --naming->stack.count);
        if (!name_terms(naming, catalog_indicator(naming->check->catalog, term.indicator)->form, term.mark))
            return false;
    }
    return true;
}

/* The only one of the nature that is named, if it is named now. */
static QcdcIndicatorId find_only(const Naming *naming, QcdcNature nature)
{
    QcdcIndicatorId only = (QcdcIndicatorId)QCDC_ID_NONE;

    for (size_t k = 0; k < naming->named.count; k++) {
        QcdcIndicatorId indicator = ARRAY_AT(&naming->named, QcdcIndicatorId, k);
        if (catalog_indicator(naming->check->catalog, indicator)->nature != nature)
            continue;
        if (only != (QcdcIndicatorId)QCDC_ID_NONE || (naming->marks[indicator] & NAMED_NOW) == 0)
            return (QcdcIndicatorId)QCDC_ID_NONE;
        only = indicator;
    }
    return only;
}

/* Ends an equation: what it named is forgotten. */
static bool conclude(Naming *naming, Array *balances)
{
    Balance balance;
    bool has_memory = follow(naming);

    balance.opening = find_only(naming, QCDC_NATURE_OPENING);
    balance.closing = find_only(naming, QCDC_NATURE_CLOSING);
    if (has_memory && balance.opening != (QcdcIndicatorId)QCDC_ID_NONE && balance.closing != (QcdcIndicatorId)QCDC_ID_NONE)
        has_memory = array_append(balances, &balance, 1, sizeof balance);
    for (size_t k = 0; k < naming->named.count; k++)
        naming->marks[ARRAY_AT(&naming->named, QcdcIndicatorId, k)] = 0;
    naming->named.count = naming->stack.count = 0;
    return has_memory;
}

/* A quotient balances nothing. */
static bool is_equation(const Rule *rule)
{
    bool is_linear = rule->left != NULL && rule->left->divisor_count == 0 && rule->right->divisor_count == 0;

    return QCDC_FAULT("balances-linear", is_linear, rule->left != NULL) && rule->comparison == FORM_EQUAL &&
           rule->severity != QCDC_SEVERITY_NONE;
}

static bool add_rules(Naming *naming, Array *balances)
{
    const QcdcCatalog *catalog = naming->check->catalog;
    bool has_memory = true;

    for (size_t k = 0; k < catalog_rule_count(catalog) && has_memory; k++) {
        const Rule *rule = catalog_rule(catalog, k);
        if (!is_equation(rule))
            continue;
        has_memory = name_terms(naming, rule->left, NAMED_NOW) && name_terms(naming, rule->right, NAMED_NOW) &&
                     conclude(naming, balances);
    }
    return has_memory;
}

static bool add_formulas(Naming *naming, Array *balances)
{
    const QcdcCatalog *catalog = naming->check->catalog;
    bool has_memory = true;

    for (size_t k = 0; k < catalog_indicator_count(catalog) && has_memory; k++) {
        const Indicator *indicator = catalog_indicator(catalog, (QcdcIndicatorId)k);
        if (indicator->form != NULL && !indicator->is_fraction)
            has_memory = name(naming, (QcdcIndicatorId)k, NAMED_NOW) && conclude(naming, balances);
    }
    return has_memory;
}

static int compare_balances(const void *left_item, const void *right_item)
{
    const Balance *left = left_item, *right = right_item;

    if (left->opening != right->opening)
        return left->opening < right->opening ? -1 : 1;
    return (left->closing > right->closing) - (left->closing < right->closing);
}

static void drop_repeated(Array *balances)
{
    size_t kept = 0;

    if (balances->count > 1)
        qsort(balances->items, balances->count, sizeof(Balance), compare_balances);
    for (size_t k = 0; k < balances->count; k++)
        if (kept == 0 ||
            compare_balances(&ARRAY_AT(balances, Balance, kept - 1), &ARRAY_AT(balances, Balance, k)) != 0)
            ARRAY_AT(balances, Balance, kept++) = ARRAY_AT(balances, Balance, k);
    balances->count = QCDC_FAULT("balances-once", kept, balances->count);
}

QcdcStatus balances_list(const Check *check, Array *out_balances)
{
    Naming naming = { .check = check, .marks = memory_try_new(catalog_indicator_count(check->catalog), 1) };
    bool has_memory = naming.marks != NULL && add_rules(&naming, out_balances) && add_formulas(&naming, out_balances);

    qcdc_free(naming.marks);
    array_clear(&naming.named);
    array_clear(&naming.stack);
    if (!has_memory)
        return memory_fail(check->error);
    drop_repeated(out_balances);
    return QCDC_OK;
}

/* Periods looked back to */

static bool looks_back(const Form *form)
{
    for (size_t k = 0; k < formula_term_count(form); k++)
        if (formula_term(form, k)->kind == FORM_TERM_PREVIOUS || formula_term(form, k)->kind == FORM_TERM_BASE)
            return true;
    return false;
}

static bool rules_look_back(const QcdcCatalog *catalog)
{
    for (size_t k = 0; k < catalog_rule_count(catalog); k++) {
        const Rule *rule = catalog_rule(catalog, k);
        if (rule->left != NULL && (looks_back(rule->left) || looks_back(rule->right)))
            return true;
    }
    return false;
}

/* Months, quarters, halves, years and days are there if anything was observed in them; others may be made of what is shorter. */
static bool may_be_missed(const Check *check, QcdcPeriod period, int32_t first_observed)
{
    int32_t first, last;

    if ((period.kind != QCDC_PERIOD_TO_DATE && period.kind != QCDC_PERIOD_SPAN) ||
        qcdc_calendar_get_days(NULL, period, &first, &last, NULL) != QCDC_OK)
        return false;
    return last >= first_observed && slots_find(&check->cube->slots, period) == SLOT_NONE;
}

static bool add_periods(const Check *check, int32_t first_observed, Array *periods)
{
    const QcdcPeriod *observed = dataset_periods(check->dataset);

    for (size_t k = 0; k < dataset_period_count(check->dataset); k++) {
        QcdcPeriod earlier[2];
        bool is_there[] = { qcdc_period_previous(observed[k], &earlier[0], NULL) == QCDC_OK,
                            qcdc_period_same_last_year(observed[k], &earlier[1], NULL) == QCDC_OK };
        for (size_t i = 0; i < 2; i++)
            if (is_there[i] && may_be_missed(check, earlier[i], first_observed) &&
                !array_append(periods, &earlier[i], 1, sizeof earlier[i]))
                return false;
    }
    return true;
}

QcdcStatus balances_list_periods(const Check *check, Array *out_periods)
{
    Array balances = { 0 };
    QcdcStatus status = balances_list(check, &balances);
    bool is_wanted = balances.count > 0 || rules_look_back(check->catalog);
    int32_t first, last;

    array_clear(&balances);
    if (status != QCDC_OK || !is_wanted || dataset_period_count(check->dataset) == 0)
        return status;
    /* In canonical order the first begins first. */
    status = qcdc_calendar_get_days(NULL, dataset_periods(check->dataset)[0], &first, &last, check->error);
    if (status == QCDC_OK && !add_periods(check, first, out_periods))
        status = memory_fail(check->error);
    return status;
}
