/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_FORM_PRIVATE_H
#define QCDC_FORM_PRIVATE_H

#include <qcdc/decimal.h>
#include <qcdc/types.h>

/* A linear form (S6): 2*a + b - c; terms are indicators now, a period back, a year back, or a count of units. */
typedef enum {
    FORM_TERM_INDICATOR,
    FORM_TERM_PREVIOUS, /* prev(x) */
    FORM_TERM_BASE,     /* base(x) */
    FORM_TERM_UNITS,    /* units(kind=xã); unit_kind "" counts all */
    FORM_TERM_CONSTANT
} FormTermKind;

typedef struct FormTerm {
    FormTermKind kind;
    QcdcDecimal coefficient; /* signed; of a constant the constant */
    QcdcIndicatorId indicator;
    const char *unit_kind; /* NUL-terminated, owned by the form */
    uint32_t column;       /* 1-based byte in the text, for messages */
} FormTerm;

typedef struct Form {
    FormTerm *terms;
    size_t count;
    FormTerm *divisor_terms; /* form / form; none: a plain form */
    size_t divisor_count;
} Form;

enum {
    FORM_MOST_TERMS = 1000, /* a limit for hostile input */
    FORM_MOST_NESTING = 64  /* of formulas in formulas; so a host may evaluate them by recursion */
};

/* The indicator of a code, or (QcdcIndicatorId)QCDC_ID_NONE. */
typedef QcdcIndicatorId (*FormResolve)(const void *context, const char *code, size_t length);
/* The code of an indicator. */
typedef const char *(*FormName)(const void *context, QcdcIndicatorId indicator);

/* Reads
 *
 *     form      = side [ "/" side ]
 *     side      = sum | "(" sum ")"               brackets are needed beside "/" when there is more than one term
 *     sum       = [ "-" ] term { ( "+" | "-" ) term }
 *     term      = [ number "*" ] reference | number
 *     reference = code | "prev" "(" code ")" | "base" "(" code ")" | "units" "(" [ "kind" "=" words ] ")"
 *
 * A code takes as many letters, digits, _ and - as there are: a - b is a difference, a-b a code. SYNTAX, or NOT_FOUND for an
 * unknown code; the error's column is the byte of @text, 1 is the first, and its text says so. */
QcdcStatus form_parse(const char *text, size_t length, FormResolve resolve, const void *context, Form **out_form,
                      QcdcError *error);
/* How the two forms of a rule stand to one another. */
typedef enum {
    FORM_NO_OPERATOR,
    FORM_EQUAL,    /* = == */
    FORM_AT_MOST,  /* <= ≤ */
    FORM_AT_LEAST, /* >= ≥ */
    FORM_BELOW,    /* < */
    FORM_ABOVE,    /* > */
    FORM_UNEQUAL   /* != ≠ */
} FormOperator;

/* Reads form, operator, form, as form_parse does. */
QcdcStatus form_parse_comparison(const char *text, size_t length, FormResolve resolve, const void *context, Form **out_left,
                                 FormOperator *out_operator, Form **out_right, QcdcError *error);
void form_free(Form *form);
/* The form in its shortest writing, which form_parse reads back; freed with qcdc_free(). NULL when out of memory. */
char *form_to_text(const Form *form, FormName name, const void *context);
/* Is @text a code: letters, digits, _ and -, not beginning with a digit or -. */
bool form_is_code(const char *text, size_t length);

#endif
