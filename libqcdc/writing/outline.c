/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "outline-private.h"

#include <string.h>

#include "model/catalog-private.h"

enum {
    MAX_DEPTH = 32 /* parts of parts of parts; nobody could read more, and the call stack is not theirs to fill */
};

/* What is known while an outline is made. */
typedef struct Maker {
    const QcdcComparison *comparison;
    const QcdcCatalog *catalog;
    Outline *outline;
    bool *written;       /* [selected indicator] */
    bool *is_part;       /* [selected indicator] of a written one */
    size_t *first_parts; /* [selected indicator] its first written part, or SIZE_MAX */
    size_t *next_parts;  /* [selected indicator] the next part of the same total, or SIZE_MAX */
    bool one_each;
    bool failed;
} Maker;

static const Indicator *indicator_at(const Maker *maker, size_t index)
{
    return catalog_indicator(maker->catalog, comparison_indicator(maker->comparison, index));
}

static const char *text_at(const Maker *maker, size_t index, QcdcIndicatorField field)
{
    return indicator_at(maker, index)->texts[field];
}

/* `-` is a term or a figure only, unless the caller names it (W2). */
static bool should_write(const Maker *maker, size_t index)
{
    return comparison_indicator_is_named(maker->comparison, index) ||
           strcmp(text_at(maker, index, QCDC_INDICATOR_CLAUSE), "-") != 0;
}

/* Selected indicators are in catalog order. */
static size_t find_selected(const Maker *maker, QcdcIndicatorId indicator)
{
    size_t low = 0, high = comparison_indicator_count(maker->comparison);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (comparison_indicator(maker->comparison, middle) < indicator)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there = low < comparison_indicator_count(maker->comparison) &&
                    comparison_indicator(maker->comparison, low) == indicator;
    return is_there ? low : SIZE_MAX;
}

static bool get_memory(Maker *maker, size_t count)
{
    maker->written = memory_try_new(count, sizeof *maker->written);
    maker->is_part = memory_try_new(count, sizeof *maker->is_part);
    maker->first_parts = memory_try_new(count, sizeof *maker->first_parts);
    maker->next_parts = memory_try_new(count, sizeof *maker->next_parts);
    return maker->written != NULL && maker->is_part != NULL && maker->first_parts != NULL && maker->next_parts != NULL;
}

static void free_memory(Maker *maker)
{
    qcdc_free(maker->written);
    qcdc_free(maker->is_part);
    qcdc_free(maker->first_parts);
    qcdc_free(maker->next_parts);
}

/* From the last to the first, so that each chain of parts is in order. */
static void chain_parts(Maker *maker)
{
    size_t count = comparison_indicator_count(maker->comparison);
    for (size_t index = 0; index < count; index++) {
        maker->written[index] = should_write(maker, index);
        maker->first_parts[index] = SIZE_MAX;
    }
    for (size_t index = count; index-- > 0;) {
        QcdcIndicatorId total = indicator_at(maker, index)->part_of;
        size_t at = total == (QcdcIndicatorId)QCDC_ID_NONE ? SIZE_MAX : find_selected(maker, total);
        if (!maker->written[index] || at == SIZE_MAX || !maker->written[at])
            continue;
        maker->is_part[index] = true;
        maker->next_parts[index] = maker->first_parts[at];
        maker->first_parts[at] = index;
    }
}

/* W2: adjacent and of equal, non-empty clause. A named `-` stands alone. */
static bool joins_clause(const Maker *maker, size_t before, size_t index)
{
    const char *clause = text_at(maker, index, QCDC_INDICATOR_CLAUSE);
    return !maker->one_each && clause[0] != '\0' && strcmp(clause, "-") != 0 &&
           strcmp(clause, text_at(maker, before, QCDC_INDICATOR_CLAUSE)) == 0;
}

static void add_figure(Maker *maker, size_t index)
{
    size_t *figure = maker->failed ? NULL : ARRAY_ADD(&maker->outline->figures, size_t);
    if (figure != NULL)
        *figure = index;
    else
        maker->failed = true;
}

static void add_clause(Maker *maker)
{
    OutlineClause *clause = maker->failed ? NULL : ARRAY_ADD(&maker->outline->clauses, OutlineClause);
    if (clause != NULL)
        clause->first = maker->outline->figures.count;
    else
        maker->failed = true;
}

/* Adds @index to the last clause, or to a new one if it is the first of @since or belongs to another clause. */
static void add_to_clauses(Maker *maker, size_t index, size_t since)
{
    Outline *outline = maker->outline;
    size_t count = outline->figures.count;
    bool is_first = outline->clauses.count == since;
    if (is_first || !joins_clause(maker, ARRAY_AT(&outline->figures, size_t, count - 1), index))
        add_clause(maker);
    add_figure(maker, index);
    if (!maker->failed)
        ARRAY_AT(&outline->clauses, OutlineClause, outline->clauses.count - 1).count++;
}

/* The clauses of one list of parts, one after another. */
static void add_list(Maker *maker, size_t total, size_t first_part)
{
    Outline *outline = maker->outline;
    const char *partition = indicator_at(maker, first_part)->partition;
    OutlineList made = {.total = total, .first_clause = outline->clauses.count, .is_partition = true,
                        .words = catalog_partition_words(maker->catalog, partition)};
    for (size_t part = first_part; part != SIZE_MAX; part = maker->next_parts[part]) {
        if (strcmp(indicator_at(maker, part)->partition, partition) != 0)
            continue;
        add_to_clauses(maker, part, made.first_clause);
        made.is_partition = made.is_partition && indicator_at(maker, part)->part_kind == PART_PARTITION;
    }
    made.clause_count = outline->clauses.count - made.first_clause;
    OutlineList *list = maker->failed ? NULL : ARRAY_ADD(&outline->lists, OutlineList);
    if (list != NULL)
        *list = made;
    else
        maker->failed = true;
}

/* The first part of its partition begins the list. */
static bool begins_list(const Maker *maker, size_t part, size_t total)
{
    size_t first = maker->first_parts[total];
    while (strcmp(indicator_at(maker, first)->partition, indicator_at(maker, part)->partition) != 0)
        first = maker->next_parts[first];
    return first == part;
}

/* Named partitions in the order they appear, then the rest (W10). */
static void add_lists_of(Maker *maker, size_t total)
{
    size_t rest = SIZE_MAX;
    for (size_t part = maker->first_parts[total]; part != SIZE_MAX; part = maker->next_parts[part]) {
        if (!begins_list(maker, part, total))
            continue;
        if (indicator_at(maker, part)->partition[0] == '\0')
            rest = part;
        else
            add_list(maker, total, part);
    }
    if (rest != SIZE_MAX)
        add_list(maker, total, rest);
}

static void add_lists(Maker *maker, size_t first_clause, size_t clause_count, unsigned depth);

static void add_lists_of_clause(Maker *maker, size_t number, unsigned depth)
{
    Outline *outline = maker->outline;
    OutlineClause clause = ARRAY_AT(&outline->clauses, OutlineClause, number);
    clause.first_list = outline->lists.count;
    for (size_t figure = 0; figure < clause.count; figure++)
        add_lists_of(maker, ARRAY_AT(&outline->figures, size_t, clause.first + figure));
    clause.list_count = outline->lists.count - clause.first_list;
    ARRAY_AT(&outline->clauses, OutlineClause, number) = clause;
    for (size_t list = clause.first_list; !maker->failed && list < clause.first_list + clause.list_count; list++) {
        OutlineList parts = ARRAY_AT(&outline->lists, OutlineList, list);
        add_lists(maker, parts.first_clause, parts.clause_count, depth + 1);
    }
}

/* Parts of parts the same (W10). */
static void add_lists(Maker *maker, size_t first_clause, size_t clause_count, unsigned depth)
{
    for (size_t clause = first_clause; !maker->failed && depth < MAX_DEPTH && clause < first_clause + clause_count; clause++)
        add_lists_of_clause(maker, clause, depth);
}

/* Is this where a sentence begins? Unwritten indicators and parts of written ones do not part their neighbours. */
static bool begins_sentence(const Maker *maker, size_t before, size_t index)
{
    return before == SIZE_MAX ||
           strcmp(text_at(maker, before, QCDC_INDICATOR_SENTENCE), text_at(maker, index, QCDC_INDICATOR_SENTENCE)) != 0;
}

static void add_sentences(Maker *maker)
{
    Outline *outline = maker->outline;
    size_t before = SIZE_MAX;
    for (size_t index = 0; !maker->failed && index < comparison_indicator_count(maker->comparison); index++) {
        if (!maker->written[index] || maker->is_part[index])
            continue;
        if (begins_sentence(maker, before, index)) {
            OutlineSentence *begun = ARRAY_ADD(&outline->sentences, OutlineSentence);
            if (begun == NULL) {
                maker->failed = true;
                return;
            }
            begun->first_clause = outline->clauses.count;
        }
        OutlineSentence *sentence = &ARRAY_AT(&outline->sentences, OutlineSentence, outline->sentences.count - 1);
        add_to_clauses(maker, index, sentence->first_clause);
        sentence->clause_count = outline->clauses.count - sentence->first_clause;
        before = index;
    }
}

QcdcStatus outline_make(const QcdcComparison *comparison, bool one_each, Outline *out_outline, QcdcError *error)
{
    Outline outline = {0};
    Maker maker = {.comparison = comparison,
                   .catalog = qcdc_comparison_get_catalog(comparison),
                   .outline = &outline,
                   .one_each = one_each};
    maker.failed = !get_memory(&maker, comparison_indicator_count(comparison));
    if (!maker.failed) {
        chain_parts(&maker);
        add_sentences(&maker);
    }
    add_lists(&maker, 0, outline.clauses.count, 0);
    free_memory(&maker);
    if (maker.failed) {
        outline_clear(&outline);
        return memory_fail(error);
    }
    *out_outline = outline;
    return QCDC_OK;
}

void outline_clear(Outline *outline)
{
    array_clear(&outline->sentences);
    array_clear(&outline->clauses);
    array_clear(&outline->lists);
    array_clear(&outline->figures);
    *outline = (Outline){0};
}
