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

#endif
