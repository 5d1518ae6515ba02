/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_FORMULA_PRIVATE_H
#define QCDC_FORMULA_PRIVATE_H

#include "area-private.h"
#include "trace-private.h"

/* The cell of an indicator with a formula (S6, D21), before missing=strict. */
QcdcStatus formula_read_cell(const QcdcCube *cube, const Area *area, QcdcIndicatorId indicator, uint32_t slot,
                             uint16_t scenario, QcdcCell *out_cell, QcdcError *error);
/* Asked of a term at its own period. */
typedef bool FormulaTermTest(const QcdcCube *cube, QcdcIndicatorId indicator, uint32_t slot, QcdcUnitId unit, uint16_t scenario);
/* Does every term pass? One that no period stands for does not. */
bool formula_unit_has_each(const QcdcCube *cube, QcdcIndicatorId indicator, uint32_t slot, QcdcUnitId unit, uint16_t scenario,
                           FormulaTermTest *test);
/* The term whose coverage is the form's: that with the least valued (D21). A slot of SLOT_NONE: it has no such term. */
QcdcStatus formula_find_least_term(const QcdcCube *cube, const Area *area, QcdcIndicatorId *indicator, uint32_t *slot,
                                   uint16_t scenario, QcdcError *error);
/* How many terms stand in both forms, and one of them. */
size_t formula_term_count(const Form *form);
const FormTerm *formula_term(const Form *form, size_t index);
/* The slot a term is read at: now, a period back or a year back; SLOT_NONE where nothing can be there. */
uint32_t formula_term_slot(const QcdcCube *cube, const FormTerm *term, uint32_t slot);
/* Why it has none, if that has no meaning: a span has no same period last year, and nothing is before year 1 (S15). */
QcdcRefusal formula_term_refusal(const QcdcCube *cube, const FormTerm *term, uint32_t slot);
/* The sum of a term over what went in, at the decimals of its indicator. */
typedef struct TermValue {
    QcdcWide value;
    unsigned decimals;
} TermValue;

/* Fills value, denominator and power; false where a step leaves the range. */
bool formula_work_out(const Form *form, const TermValue *values, const Indicator *indicator, QcdcFigure *figure);
/* Has any of the terms been reported, by anybody in the area? (D43) */
QcdcStatus formula_is_told(const QcdcCube *cube, const Area *area, AreaPeriod at, bool *out_is_told, QcdcError *error);
/* A form worked out for a rule: exact, or not at all (D47). */
typedef struct FormValue {
    QcdcFraction fraction; /* of a plain form over 1 */
    bool is_quotient;
    bool is_usable;        /* every term has a value and is whole, and no denominator is 0 */
} FormValue;

/* Any form on the cells of a unit, as a formula is worked out (D21), but whole or not at all. @cells has an entry a term, which are
 * filled up to the first that is not usable; those of constants and units() stay empty. OVERFLOW names
 * the indicator of the key. */
QcdcStatus formula_evaluate(const QcdcCube *cube, const Form *form, const CellKey *key, QcdcCell *cells, FormValue *out_value,
                            QcdcError *error);
/* The same of both sides as fractions; false where a step leaves the range. */
bool formula_work_out_sides(const Form *form, const TermValue *values, QcdcFraction *out_fraction);
/* Forms within forms are worked out cell by cell; a catalog in which one cell would take too many of them is refused. */
QcdcStatus formulas_check(const QcdcCatalog *catalog, QcdcError *error);

/* The cell over the reporters alone that have the mark AREA_IN_BOTH (W24). */
QcdcStatus formula_read_common(const QcdcCube *cube, const Area *area, AreaPeriod at, const uint8_t *marks, QcdcCell *out_cell,
                               QcdcError *error);
/* Terms within terms: the time rule of those that are reported; OVER_TIME_AFTER where they differ (S6). */
OverTime formula_find_time_rule(const QcdcCatalog *catalog, QcdcIndicatorId id);

#endif
