/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_WRITER_PRIVATE_H
#define QCDC_WRITER_PRIVATE_H

#include "frame-words-private.h"
#include "outline-private.h"
#include "prose-private.h"

/* One call of qcdc_comparison_write. The first failure is kept in `status`; what is written after it is thrown away. */
typedef struct Writer {
    const QcdcComparison *comparison;
    const QcdcCatalog *catalog;
    const FrameWords *words;
    Outline outline;
    QcdcStyle style;        /* no DEFAULT left in language, change and base_phrase */
    bool abbreviation_said; /* "(CKNT)" was introduced in this text (W6) */
    QcdcStatus status;
    QcdcError *error;
} Writer;

/* One unit's clauses in one sentence. */
typedef struct Turn {
    size_t subject;
    bool in_list;  /* a part of another unit: a leading "đã" is dropped (W2) */
    uint8_t *said; /* [base] its phrase was said of this unit (W7) */
    size_t whole;  /* of a part of another unit that unit, else SIZE_MAX (W20) */
    size_t total;  /* of parts by indicator the indicator they are parts of, else SIZE_MAX */
    bool is_new_said; /* (W21) */
} Turn;

/* What a clause told besides its values. */
enum {
    TOLD_CHANGE = 1, /* in the place of a change: the change, or why there is none (W7, W8) */
    TOLD_ASIDE = 2,  /* bound to the value: W9 */
    TOLD_PARTS = 4   /* parts by indicator, or another clause: what follows belongs to all of them (W11) */
};

/* A run of clauses, of a unit or of a list of parts. */
typedef struct Run {
    const char *verb, *hedge; /* said last; NULL where the verb must be said again (W2) */
    const char *said;         /* (nullable) the hedge that the clause of the total began with (W26) */
    const char *part_hedge;   /* out: that of the last clause, for its parts */
    bool is_first;            /* nothing of the run is written yet */
    bool is_comprising;       /* "gồm:": empty verbs are unsaid (W10) */
    bool opens_with_name;     /* out: a name stands for the first verb, so that ":" follows the unit (W2) */
    unsigned told;            /* out: TOLD_ bits of its clauses */
} Run;

/* writer.c: what the other sources ask of a comparison. */
QcdcStatus writer_begin(Writer *writer, const QcdcComparison *comparison, const QcdcStyle *style, QcdcError *error);
void writer_clear(Writer *writer);
void writer_fail(Writer *writer, QcdcStatus status);
const QcdcComparisonRow *writer_row(const Writer *writer, size_t subject, size_t indicator, size_t base, size_t *out_row);
/* The row of the first base if it has a current value, else NULL. */
const QcdcComparisonRow *writer_valued_row(const Writer *writer, size_t subject, size_t indicator, size_t *out_row);
const char *writer_text(const Writer *writer, size_t indicator, QcdcIndicatorField field);
/* What the indicator is called and counted in, in the language of the style; in English "petition|petitions" may be the measure. */
const char *writer_name(const Writer *writer, size_t indicator);
const char *writer_measure(const Writer *writer, size_t indicator);
/* What stands after a number of the indicator, and after its change. */
const char *writer_object(const Writer *writer, size_t indicator);
const char *writer_short_measure(const Writer *writer, size_t indicator);
const OutlineClause *writer_clause(const Writer *writer, size_t clause);
const OutlineList *writer_list(const Writer *writer, const OutlineClause *clause, size_t index);
size_t writer_figure(const Writer *writer, const OutlineClause *clause, size_t index);
size_t writer_count_values(const Writer *writer, size_t subject, const OutlineClause *clause);
QcdcPhraseItem writer_item(const Writer *writer, const QcdcComparisonRow *row, size_t indicator);
/* W28: is 0 said in a word, "none"? */
bool writer_says_none(const Writer *writer, const QcdcComparisonRow *row, size_t indicator);
/* Appends what a call of the language layer writes. */
typedef QcdcStatus PhraseCall(const void *context, QcdcPhraseText *text, QcdcError *error);
void writer_add_phrase(Writer *writer, PhraseCall *call, const void *context, const PhraseRows *rows, Prose *out);
/* A current or base value as W3 and W13 print it, without object. */
void writer_add_figure(Writer *writer, const QcdcComparisonRow *row, size_t row_index, size_t indicator, bool of_base,
                       bool rate, Prose *out);
/* A number of units (W1). */
void writer_add_count(Writer *writer, uint32_t count, QcdcRole role, size_t row, Prose *out);
/* Kinds of the units that report (W1, W6); qcdc_free. NULL and a failed writer without memory. @base -1: of the current period. */
char *writer_kinds(Writer *writer, size_t subject, size_t indicator, int base);

/* clause.c: W2, W3. One Prose for each clause that says something. */
void clauses_gather(Writer *writer, Turn *turn, Run *run, size_t first, size_t count, Array *texts);
/* Joins the texts and gives them back. */
void clauses_join(Array *texts, const char *separator, const char *last, Prose *out);

/* change-place.c: W7, W8, W9. */
bool zero_replaces_value(const Writer *writer, size_t subject, const OutlineClause *clause);
/* What follows the values of a clause; TOLD_ bits. */
unsigned changes_write(Writer *writer, Turn *turn, const OutlineClause *clause, Prose *out);
/* The change of one row alone (W14). */
void change_write_row(Writer *writer, size_t subject, size_t indicator, size_t base, Prose *out);

/* parts.c: W10 by indicator. */
bool writer_parts_need_semicolon(const Writer *writer, unsigned told);
bool parts_write(Writer *writer, Turn *turn, Run *run, const OutlineClause *clause, bool after_change, Prose *out);

/* line.c: W1, W11. */
void line_write(Writer *writer, const Block *block, const OutlineSentence *sentence, Prose *out);

#endif
