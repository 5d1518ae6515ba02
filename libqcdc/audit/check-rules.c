/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <qcdc/text.h>
#include <string.h>

#include "audit/places-private.h"
#include "audit/verdict-private.h"
#include "kernel/fault-private.h"

/* The rules of rules.csv (D46, D47). */

enum { LONGEST_HINT = 200 }; /* bytes of a rule that are shown */

/* A rule being tried; its cells are those of the terms left of the operator, then those right of it. */
typedef struct Trial {
    const Rule *rule;
    QcdcCell *cells;
    size_t left_count, right_count;
    QcdcIndicatorId named; /* the first term that is an indicator */
    Text hint;
} Trial;

static const FormTerm *get_term(const Trial *trial, size_t index)
{
    return index < trial->left_count ? formula_term(trial->rule->left, index) :
                                       formula_term(trial->rule->right, index - trial->left_count);
}

static size_t count_terms(const Trial *trial)
{
    return trial->left_count + trial->right_count;
}

static bool is_figure(const FormTerm *term)
{
    return term->indicator != (QcdcIndicatorId)QCDC_ID_NONE;
}

static QcdcStatus work_out(const Check *check, const CellKey *key, const Trial *trial, Sides *sides)
{
    QcdcStatus status = formula_evaluate(check->cube, trial->rule->left, key, trial->cells, &sides->left, check->error);

    sides->right.is_usable = false;
    if (status != QCDC_OK || !sides->left.is_usable)
        return status;
    return formula_evaluate(check->cube, trial->rule->right, key, trial->cells + trial->left_count, &sides->right, check->error);
}

/* The terms of the period itself, each once, with those that their formulas take. */
static QcdcStatus gather_present(const Check *check, const Trial *trial, Array *indicators)
{
    Array named = { 0 };
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < count_terms(trial) && status == QCDC_OK; k++) {
        const FormTerm *term = get_term(trial, k);
        if (term->kind == FORM_TERM_INDICATOR && !array_append(&named, &term->indicator, 1, sizeof term->indicator))
            status = memory_fail(check->error);
    }
    if (status == QCDC_OK)
        status = check_gather_behind(check, named.items, named.count, indicators);
    array_clear(&named);
    return status;
}

/* What the same term adds to left less right in all its places (D49): a figure on both sides cancels out. */
static int find_net_sign(const Trial *trial, size_t index)
{
    const FormTerm *term = get_term(trial, index);
    QcdcWide sum = 0;

    for (size_t k = 0; k < count_terms(trial); k++) {
        const FormTerm *other = get_term(trial, k);
        if (other->kind != term->kind || other->indicator != term->indicator)
            continue;
        QcdcWide coefficient = (QcdcWide)other->coefficient.coefficient *
                               qcdc_power_of_ten(QCDC_DECIMAL_MAX_DECIMALS - other->coefficient.decimals);
        sum += k < trial->left_count ? coefficient : -coefficient;
    }
    return (sum > 0) - (sum < 0);
}

static int find_sign(const Trial *trial, size_t index)
{
    int sign = get_term(trial, index)->coefficient.coefficient < 0 ? -1 : 1;

    return index < trial->left_count ? sign : -sign;
}

/* A figure in several places is one bound, that of what is left of it; where it cancels out it is none, whatever words stand before it. */
static void cancel_hedges(Trial *trial)
{
    for (size_t k = 0; k < count_terms(trial); k++)
        if (trial->cells[k].is_hedged && QCDC_FAULT("rule-cancel", find_net_sign(trial, k) != find_sign(trial, k), false))
            trial->cells[k].is_hedged = 0;
}

static QcdcStatus gather(const CellKey *key, const Sides *sides, Trial *trial, Evidence *evidence)
{
    const Form *left = trial->rule->left, *right = trial->rule->right;
    QcdcStatus status;

    if (!sides->left.is_quotient && !sides->right.is_quotient)
        cancel_hedges(trial);
    status = evidence_add_form(evidence, key, left, &sides->left, trial->cells, 1);
    if (status == QCDC_OK)
        status = evidence_add_form(evidence, key, right, &sides->right, trial->cells + trial->left_count, -1);
    return status;
}

/* @message (rule "can-doi"), or: rule "can-doi" does not hold; then of whom and what the sides are. */
static QcdcStatus compose(const Check *check, const CellKey *key, const Sides *sides, const Trial *trial, Text *message)
{
    const char *words = trial->rule->texts[QCDC_RULE_MESSAGE];
    QcdcDecimal left, right, difference;
    QcdcStatus status = verdict_tell_sides(check, key, sides, &left, &right, &difference);

    if (status != QCDC_OK)
        return status;
    text_append(message, words);
    text_append(message, words[0] != '\0' ? " (rule \"" : "rule \"");
    text_append(message, check->rule);
    text_append(message, words[0] != '\0' ? "\"): \"" : "\" does not hold: \"");
    text_append(message, check_unit_code(check, key));
    text_append(message, "\" ");
    verdict_append_period(check, key, message);
    text_append(message, ": ");
    text_append_decimal(message, left);
    text_append(message, " against ");
    text_append_decimal(message, right);
    text_append(message, ", a difference of ");
    text_append_decimal(message, difference);
    return message->failed ? memory_fail(check->error) : QCDC_OK;
}

static QcdcStatus tell(Check *check, const CellKey *key, const Sides *sides, size_t row, Trial *trial)
{
    Evidence evidence = evidence_begin(check);
    Text message = { 0 };
    Verdict verdict = { .key = *key, .sides = *sides, .row = row, .hint = text_get(&trial->hint) };
    QcdcStatus status = compose(check, key, sides, trial, &message);

    verdict.message = text_get(&message);
    if (status == QCDC_OK)
        status = gather(key, sides, trial, &evidence);
    status = verdict_put_down(check, &verdict, &evidence, status);
    text_clear(&message);
    return status;
}

static QcdcStatus try_rule(Check *check, const CellKey *place, size_t row, void *data)
{
    Trial *trial = data;
    CellKey key = *place;
    Sides sides = { .comparison = trial->rule->comparison, .tolerance = check->tolerance };
    bool holds = true;
    QcdcStatus status;

    key.indicator = trial->named;
    status = work_out(check, &key, trial, &sides);
    if (status == QCDC_OK && sides.left.is_usable && sides.right.is_usable)
        status = verdict_hold(check, &key, &sides, &holds);
    return status == QCDC_OK && !holds ? tell(check, &key, &sides, row, trial) : status;
}

/* The rule as it was written, cut between two characters. */
static void compose_hint(Trial *trial)
{
    const char *text = trial->rule->texts[QCDC_RULE_RULE];
    size_t length = strlen(text), end = length > LONGEST_HINT ? LONGEST_HINT : length;

    while (end < length && end > 0 && ((unsigned char)text[end] & 0xC0) == 0x80)
        end--;
    text_append(&trial->hint, "the rule is ");
    text_append_bytes(&trial->hint, text, end);
    text_append(&trial->hint, end < length ? "…" : "");
}

static QcdcStatus visit_places(Check *check, Trial *trial)
{
    Array indicators = { 0 };
    QcdcStatus status = gather_present(check, trial, &indicators);

    if (status == QCDC_OK)
        status = places_visit(check, indicators.items, indicators.count, try_rule, trial);
    array_clear(&indicators);
    return status;
}

static QcdcStatus check_rule(Check *check, const Rule *rule)
{
    Trial trial = { .rule = rule,
                    .left_count = formula_term_count(rule->left),
                    .right_count = formula_term_count(rule->right) };
    size_t first = 0;
    QcdcStatus status;

    while (!is_figure(get_term(&trial, first)))
        first++;
    trial.named = get_term(&trial, first)->indicator;
    trial.cells = memory_try_new(count_terms(&trial), sizeof *trial.cells);
    compose_hint(&trial);
    status = trial.cells != NULL && !trial.hint.failed ? visit_places(check, &trial) : memory_fail(check->error);
    qcdc_free(trial.cells);
    text_clear(&trial.hint);
    return status;
}

QcdcStatus check_rules(Check *check)
{
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < catalog_rule_count(check->catalog) && status == QCDC_OK; k++) {
        const Rule *rule = catalog_rule(check->catalog, k);
        if (rule->left == NULL || rule->severity == QCDC_SEVERITY_NONE)
            continue;
        check->rule = rule->texts[QCDC_RULE_CODE];
        check->code = "QCDC-F210";
        check->severity = rule->severity;
        check->tolerance = QCDC_FAULT("rule-tolerance", rule->tolerance, (QcdcDecimal){ 0 });
        status = check_rule(check, rule);
    }
    return status;
}
