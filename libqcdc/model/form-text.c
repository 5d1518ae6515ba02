/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "form-private.h"
#include "memory-private.h"

/* A form in its shortest writing. */

static void append_reference(Text *text, const FormTerm *term, FormName name, const void *context)
{
    static const char *const openings[] = {"", "prev(", "base(", "units("};
    text_append(text, openings[term->kind]);
    if (term->kind == FORM_TERM_UNITS) {
        text_append(text, term->unit_kind[0] != '\0' ? "kind=" : "");
        text_append(text, term->unit_kind);
    } else {
        text_append(text, name(context, term->indicator));
    }
    text_append(text, term->kind == FORM_TERM_INDICATOR ? "" : ")");
}

static void append_term(Text *text, const FormTerm *term, FormName name, const void *context)
{
    QcdcDecimal size = term->coefficient;
    size.coefficient = size.coefficient < 0 ? -size.coefficient : size.coefficient;
    if (term->kind == FORM_TERM_CONSTANT || size.coefficient != 1 || size.decimals != 0)
        text_append_decimal(text, size);
    if (term->kind == FORM_TERM_CONSTANT)
        return;
    if (size.coefficient != 1 || size.decimals != 0)
        text_append_character(text, '*');
    append_reference(text, term, name, context);
}

static void append_sum(Text *text, const FormTerm *terms, size_t count, FormName name, const void *context)
{
    for (size_t i = 0; i < count; i++) {
        bool is_negative = terms[i].coefficient.coefficient < 0;
        if (i > 0)
            text_append(text, is_negative ? " - " : " + ");
        else if (is_negative)
            text_append_character(text, '-');
        append_term(text, &terms[i], name, context);
    }
}

static void append_side(Text *text, const FormTerm *terms, size_t count, FormName name, const void *context)
{
    text_append(text, count > 1 ? "(" : "");
    append_sum(text, terms, count, name, context);
    text_append(text, count > 1 ? ")" : "");
}

char *form_to_text(const Form *form, FormName name, const void *context)
{
    Text text = {0};
    if (form->divisor_count == 0) {
        append_sum(&text, form->terms, form->count, name, context);
    } else {
        append_side(&text, form->terms, form->count, name, context);
        text_append(&text, " / ");
        append_side(&text, form->divisor_terms, form->divisor_count, name, context);
    }
    return text_steal(&text);
}
