/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CHANGE_PRIVATE_H
#define QCDC_CHANGE_PRIVATE_H

#include "writer-private.h"

enum {
    CHANGE_LIST_SIZE = 64 /* items a call of qcdc_phrase_write takes */
};

/* Items of one clause and base that the language layer tells in one list (W4-W6, W12). */
typedef struct ChangeList {
    QcdcPhraseItem items[CHANGE_LIST_SIZE];
    size_t rows[CHANGE_LIST_SIZE];
    size_t coverage_row; /* whose reporters speak for the list */
    size_t count;
    size_t number; /* of the base */
    QcdcPhraseBase base;
    QcdcPhraseShape shape;
    const QcdcStyle *style;
    char *kinds; /* (nullable) of a base with other reporters */
    uint32_t base_expected; /* of them; the language layer is told 0 where nobody is missing on either side (W6) */
} ChangeList;

/* The next items, @limit at most, from figure *@next on, which it moves; 0 when there are no more. Cleared by the caller. */
size_t change_list_fill(Writer *writer, const Turn *turn, const OutlineClause *clause, size_t base, size_t limit, size_t *next,
                        ChangeList *out_list);
void change_list_write(Writer *writer, Turn *turn, const ChangeList *list, Prose *out);
void change_list_clear(ChangeList *list);
/* What the language layer must know of the base of a row. */
QcdcPhraseBase change_make_base(const Writer *writer, const QcdcComparisonRow *row);
/* A period as it is called within a sentence; its digits have @role. */
void change_write_period(Writer *writer, QcdcPeriod period, QcdcRole role, Prose *out);
void change_write_base_name(Writer *writer, const QcdcComparisonRow *row, QcdcBasePhrase phrase, Prose *out);

/* Plans of different periods, which no one list can tell (W12): how many items they have, or 0 if one list can. */
size_t plan_list_count_apart(const Writer *writer, const Turn *turn, const OutlineClause *clause, size_t base);
/* Each item with its subject and its own plan. */
void plan_list_write(Writer *writer, Turn *turn, const OutlineClause *clause, size_t base, size_t count, Prose *out);

/* W9: is a side 0, both known, and the base no plan? A null row is not. */
bool change_is_of_zero(const QcdcComparisonRow *row);
/* W9: are these ranks in fields of different sizes? */
bool change_is_of_field(const QcdcComparisonRow *row);

#endif
