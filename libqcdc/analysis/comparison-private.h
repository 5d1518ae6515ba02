/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_COMPARISON_PRIVATE_H
#define QCDC_COMPARISON_PRIVATE_H

#include <qcdc/comparison.h>

/* Who a line speaks of. */
typedef enum { SUBJECT_UNIT, SUBJECT_OWN, SUBJECT_LEVEL, SUBJECT_GROUP, SUBJECT_OTHERS } SubjectKind;

typedef struct Subject {
    SubjectKind kind;
    QcdcUnitId unit;       /* of UNIT and OWN; of LEVEL, GROUP and OTHERS the unit they are parts of */
    const char *code;      /* "bg", "bg#own", "level:1", "group:khoi-dang"; of OTHERS "group:*" (D45) */
    const char *name;      /* for tables; of OTHERS the code, for writing has the words */
    const char *text_name; /* how a sentence calls it (text_name, own_name, level_name, words of the group) */
    const char *english;   /* how an English sentence calls it: name_en, else the name (W28) */
} Subject;

/* A sentence's head and the list of its parts. */
typedef struct Block {
    size_t head;           /* index of a subject */
    size_t first_part, part_count; /* into the array of part indices */
} Block;

/* The rows are laid out [subject][selected indicator][base] and some are empty: comparison_row gives NULL where nothing
 * is to be told (D8).
 * Public rows are the others, in the order of D8. */
size_t comparison_subject_count(const QcdcComparison *comparison);
const Subject *comparison_subject(const QcdcComparison *comparison, size_t index);
size_t comparison_block_count(const QcdcComparison *comparison);
const Block *comparison_block(const QcdcComparison *comparison, size_t index);
size_t comparison_part(const QcdcComparison *comparison, size_t index); /* subject index */
size_t comparison_indicator_count(const QcdcComparison *comparison); /* selected */
QcdcIndicatorId comparison_indicator(const QcdcComparison *comparison, size_t index);
/* named by the caller: written even with clause - */
bool comparison_indicator_is_named(const QcdcComparison *comparison, size_t index);
size_t comparison_base_count(const QcdcComparison *comparison);
const QcdcBaseOption *comparison_base(const QcdcComparison *comparison, size_t index);
QcdcPeriod comparison_period(const QcdcComparison *comparison);
/* Is it kept at the unit itself, so that it is no sum of what others report (D20)? */
bool comparison_is_kept(const QcdcComparison *comparison, size_t indicator);
/* Are the figures those of the units with a value in both periods (W24)? */
bool comparison_is_common(const QcdcComparison *comparison);
/* row of (subject, indicator index, base index), or NULL; public index of it in *out_index if not NULL */
const QcdcComparisonRow *comparison_row(const QcdcComparison *comparison, size_t subject, size_t indicator, size_t base,
                                        size_t *out_index);
/* The figure of the subject in the same period last year, for a plan to reduce by so much (S24); false where there is none. A
 * comparison with a plan has it, whatever its other bases. */
bool comparison_read_past(const QcdcComparison *comparison, size_t subject, size_t indicator, QcdcFigure *out_figure);
/* What the row of a part brought to that of its whole, of the same base (W20); false where nothing is to be said. Either may be NULL. */
bool comparison_find_contribution(const QcdcComparisonRow *part, const QcdcComparisonRow *whole,
                                  QcdcContribution *out_contribution);
/* OVERFLOW of a percent or rate of this row, or of its base alone, and where (S1). */
QcdcStatus comparison_fail_percent(const QcdcComparison *comparison, const QcdcComparisonRow *row, bool of_base,
                                   QcdcError *error);
/* kinds of the units expected to report this indicator below the subject in the current (base: @base index >= 0) period:
 * distinct, unit order, ", "; "đơn vị" if none is given. In English "communes and wards", or "units" where a kind has no English word.
 * Needed length told, as snprintf */
size_t comparison_kinds(const QcdcComparison *comparison, size_t subject, QcdcIndicatorId indicator, int base, bool in_english,
                        char *buffer, size_t size);

#endif
