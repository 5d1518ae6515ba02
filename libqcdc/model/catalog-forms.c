/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "catalog-layout-private.h"
#include "kernel/fault-private.h"
#include "quote-private.h"

/* Formulas (S6): read once all codes are known, then held against one another. */

typedef struct FormSearch {
    QcdcCatalogBuilder *builder;
    QcdcCatalog *catalog;
    Report *report;
    uint8_t *depths; /* [indicator] how deep formulas are in its formula; 0 for none */
    uint8_t *states; /* [indicator] UNVISITED … CLOSED */
    Array stack;     /* Visit */
    size_t ordered;  /* entries of the evaluation order so far */
} FormSearch;

enum { UNVISITED, OPEN, OPEN_AND_TOLD, CLOSED };

static QcdcIndicatorId resolve_code(const void *context, const char *code, size_t length)
{
    return catalog_find_indicator_code(context, code, length);
}

static void report_formula(FormSearch *search, const Indicator *indicator, FindingCode code, const char *complaint,
                           const char *hint)
{
    enter_indicator_row(search->report, search->builder, indicator);
    report_fault(search->report, code, QCDC_INDICATOR_FORMULA, "formula", indicator->texts[QCDC_INDICATOR_FORMULA], complaint,
                 hint);
}

/* An unknown code in a formula, with the code that was probably meant. */
static void report_unknown(FormSearch *search, QcdcError *cause)
{
    Text message = {0}, hint = {0};
    size_t length = strlen(cause->text), hint_length = strlen(cause->hint);
    text_append_bytes(&message, cause->text, hint_length > 0 ? length - hint_length - 2 : length);
    text_append(&hint, cause->hint);
    if (hint_length == 0)
        catalog_suggest_indicator(search->catalog, cause->value, &hint);
    qcdc_error_set(cause, cause->status, NULL, 0, 0, text_get(&message), cause->value, text_get(&hint));
    report_cause(search->report, FINDING_FORMULA_UNKNOWN, QCDC_INDICATOR_FORMULA, cause->value, cause);
    text_clear(&message);
    text_clear(&hint);
}

static void read_formula(FormSearch *search, Indicator *indicator)
{
    const char *formula = indicator->texts[QCDC_INDICATOR_FORMULA];
    QcdcError cause = {0};
    if (formula[0] == '\0')
        return;
    QcdcStatus status = form_parse(formula, strlen(formula), resolve_code, search->catalog, &indicator->form, &cause);
    enter_indicator_row(search->report, search->builder, indicator);
    if (status == QCDC_STATUS_MEMORY)
        report_out_of_memory(search->report);
    else if (status == QCDC_STATUS_NOT_FOUND)
        report_unknown(search, &cause);
    else if (status != QCDC_OK)
        report_cause(search->report, FINDING_FORMULA, QCDC_INDICATOR_FORMULA, formula, &cause);
    indicator->is_fraction = indicator->form != NULL && indicator->form->divisor_count > 0;
    indicator->power = indicator->is_fraction && strcmp(indicator->texts[QCDC_INDICATOR_MEASURE], "%") == 0 ? 2 : 0;
}

/* Each formula by itself */

static bool has_indicator(const FormTerm *term)
{
    return term->indicator != (QcdcIndicatorId)QCDC_ID_NONE;
}

static const FormTerm *get_term(const Form *form, size_t index)
{
    return index < form->count ? &form->terms[index] : &form->divisor_terms[index - form->count];
}

static size_t count_terms(const Form *form)
{
    return form == NULL ? 0 : form->count + form->divisor_count;
}

static void check_nature(FormSearch *search, const Indicator *indicator)
{
    if (indicator->nature == QCDC_NATURE_NONE)
        return;
    bool is_ratio = indicator->nature == QCDC_NATURE_RATIO;
    if (indicator->is_fraction && !is_ratio)
        report_formula(search, indicator, FINDING_FORMULA_NATURE, "is a quotient", "a quotient has nature ratio");
    if (!indicator->is_fraction && is_ratio)
        report_formula(search, indicator, FINDING_FORMULA_NATURE, "is no quotient", "the formula of a ratio is form / form");
}

static void report_nested(FormSearch *search, const Indicator *indicator, const FormTerm *term)
{
    Text complaint = {0};
    const char *code = search->catalog->indicators[term->indicator].texts[QCDC_INDICATOR_CODE];
    text_append(&complaint, "names ");
    text_append_quoted(&complaint, code, strlen(code));
    text_append(&complaint, " at byte ");
    text_append_number(&complaint, term->column);
    text_append(&complaint, ", which is itself a quotient");
    report_formula(search, indicator, FINDING_FORMULA_NESTED, text_get(&complaint), "write the terms of that quotient instead");
    text_clear(&complaint);
}

static unsigned count_decimals(const QcdcCatalog *catalog, const FormTerm *term)
{
    return term->coefficient.decimals + (has_indicator(term) ? catalog->indicators[term->indicator].decimals : 0u);
}

static void report_decimals(FormSearch *search, const Indicator *indicator, unsigned needed, unsigned held)
{
    Text complaint = {0}, hint = {0};
    text_append(&complaint, "needs ");
    text_append_number(&complaint, needed);
    text_append(&complaint, " decimals where there are ");
    text_append_number(&complaint, held);
    if (!indicator->is_fraction && needed <= QCDC_DECIMAL_MAX_DECIMALS) {
        text_append(&hint, "write decimals ");
        text_append_number(&hint, needed);
    }
    enter_indicator_row(search->report, search->builder, indicator);
    report_fault_with(search->report, FINDING_FORMULA_DECIMALS, QCDC_INDICATOR_FORMULA, "formula",
                      indicator->texts[QCDC_INDICATOR_FORMULA], text_get(&complaint), &hint);
    text_clear(&complaint);
}

/* D21: a form adds at its indicator's decimals; each side of a quotient at the most there are. */
static void check_terms(FormSearch *search, const Indicator *indicator)
{
    unsigned needed = 0, held = indicator->is_fraction ? QCDC_DECIMAL_MAX_DECIMALS : indicator->decimals;
    for (size_t i = 0; i < count_terms(indicator->form); i++) {
        const FormTerm *term = get_term(indicator->form, i);
        unsigned decimals = count_decimals(search->catalog, term);
        needed = decimals > needed ? decimals : needed;
        if (has_indicator(term) && search->catalog->indicators[term->indicator].is_fraction)
            report_nested(search, indicator, term);
    }
    if (QCDC_FAULT("catalog-form-decimals", needed > held, needed > held + 1))
        report_decimals(search, indicator, needed, held);
}

/* Formulas in formulas: depth first, without recursion */

typedef struct Visit {
    QcdcIndicatorId indicator;
    uint32_t next_term;
} Visit;

static Visit *get_visit(FormSearch *search, size_t index)
{
    return &ARRAY_AT(&search->stack, Visit, index);
}

/* The open indicators from @again on, which closes the circle. */
static void report_cycle(FormSearch *search, QcdcIndicatorId again)
{
    size_t start = search->stack.count, first;
    while (get_visit(search, --start)->indicator != again)
        continue;
    first = start;
    for (size_t i = start; i < search->stack.count; i++)
        first = get_visit(search, i)->indicator < get_visit(search, first)->indicator ? i : first;
    size_t count = search->stack.count - start;
    QcdcIndicatorId first_indicator = get_visit(search, first)->indicator;
    Text complaint = {0};
    text_append(&complaint, "needs itself: ");
    for (size_t i = 0; i < count && i < FORM_MOST_NESTING; i++) {
        QcdcIndicatorId at = get_visit(search, start + (first - start + i) % count)->indicator;
        text_append(&complaint, search->catalog->indicators[at].texts[QCDC_INDICATOR_CODE]);
        text_append(&complaint, " → ");
    }
    const Indicator *indicator = &search->catalog->indicators[first_indicator];
    text_append(&complaint, count <= FORM_MOST_NESTING ? indicator->texts[QCDC_INDICATOR_CODE] : "…");
    report_formula(search, indicator, FINDING_FORMULA_CYCLE, text_get(&complaint), NULL);
    search->states[again] = OPEN_AND_TOLD;
    text_clear(&complaint);
}

static bool open_indicator(FormSearch *search, QcdcIndicatorId indicator)
{
    Visit visit = {indicator, 0};
    search->states[indicator] = OPEN;
    return array_append(&search->stack, &visit, 1, sizeof visit);
}

/* The last open indicator is done: all that its formula names are in the order before it. */
static void close_indicator(FormSearch *search)
{
    QcdcIndicatorId closed = get_visit(search, --search->stack.count)->indicator;
    const Indicator *indicator = &search->catalog->indicators[closed];
    unsigned depth = indicator->form != NULL;
    for (size_t i = 0; i < count_terms(indicator->form); i++) {
        const FormTerm *term = get_term(indicator->form, i);
        unsigned below = has_indicator(term) ? search->depths[term->indicator] : 0;
        depth = below + 1 > depth ? below + 1 : depth;
    }
    if (depth == FORM_MOST_NESTING + 1)
        report_formula(search, indicator, FINDING_NESTING, "holds formulas more than 64 deep", NULL);
    search->depths[closed] = (uint8_t)(depth <= FORM_MOST_NESTING + 1 ? depth : FORM_MOST_NESTING + 2);
    search->states[closed] = CLOSED;
    search->catalog->evaluation_order[search->ordered++] = closed;
}

static bool visit_from(FormSearch *search, QcdcIndicatorId start)
{
    if (!open_indicator(search, start))
        return false;
    while (search->stack.count > 0) {
        Visit *visit = get_visit(search, search->stack.count - 1);
        const Form *form = search->catalog->indicators[visit->indicator].form;
        if (visit->next_term >= count_terms(form)) {
            close_indicator(search);
            continue;
        }
        const FormTerm *term = get_term(form, visit->next_term++);
        if (!has_indicator(term))
            continue;
        if (search->states[term->indicator] == OPEN)
            report_cycle(search, term->indicator);
        else if (search->states[term->indicator] == UNVISITED && !open_indicator(search, term->indicator))
            return false;
    }
    return true;
}

static bool order_formulas(FormSearch *search)
{
    size_t count = search->catalog->indicator_count;
    search->depths = memory_try_new(count, sizeof *search->depths);
    search->states = memory_try_new(count, sizeof *search->states);
    search->catalog->evaluation_order = memory_try_new(count, sizeof *search->catalog->evaluation_order);
    bool is_done = search->depths != NULL && search->states != NULL && search->catalog->evaluation_order != NULL;
    for (size_t i = 0; is_done && i < count; i++)
        is_done = search->states[i] != UNVISITED || visit_from(search, (QcdcIndicatorId)i);
    qcdc_free(search->depths);
    qcdc_free(search->states);
    array_clear(&search->stack);
    return is_done;
}

bool catalog_resolve_forms(QcdcCatalogBuilder *builder, Report *report)
{
    FormSearch search = {.builder = builder, .catalog = builder->catalog, .report = report};
    size_t count = search.catalog->indicator_count;
    for (size_t i = 0; i < count; i++)
        read_formula(&search, &search.catalog->indicators[i]);
    for (size_t i = 0; i < count; i++) {
        const Indicator *indicator = &search.catalog->indicators[i];
        if (indicator->form == NULL)
            continue;
        check_nature(&search, indicator);
        check_terms(&search, indicator);
    }
    return order_formulas(&search);
}
