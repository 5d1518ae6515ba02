/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "writer-private.h"

#include "kernel/fault-private.h"

/* W10: a change after a comma or a semicolon would swallow what follows it. */
bool writer_parts_need_semicolon(const Writer *writer, unsigned told)
{
    bool is_open = (told & TOLD_CHANGE) != 0 && writer->style.change != QCDC_CHANGE_PLACE_BRACKETS;
    return QCDC_FAULT("parts-semicolon", is_open, false) || (told & QCDC_FAULT("parts-of-all", TOLD_PARTS, 0)) != 0;
}

/* The sum of the parts of a clause goes on @sum; false if one has no value that can be added. */
static bool add_values(const Writer *writer, const Turn *turn, const OutlineClause *clause, QcdcDecimal *sum)
{
    for (size_t index = 0; index < clause->count; index++) {
        const QcdcComparisonRow *row =
            writer_valued_row(writer, turn->subject, writer_figure(writer, clause, index), NULL);
        if (row == NULL || row->change.current.is_fraction)
            return false;
        if (qcdc_decimal_add(*sum, row->change.current.value, sum, NULL) != QCDC_OK)
            return false;
    }
    return true;
}

/* W10: "gồm:" promises that nothing is left over. */
static bool is_complete(const Writer *writer, const Turn *turn, const OutlineList *list)
{
    const QcdcComparisonRow *total = writer_valued_row(writer, turn->subject, list->total, NULL);
    QcdcDecimal sum = {0};
    if (!list->is_partition || total == NULL || total->change.current.is_fraction)
        return false;
    for (size_t number = 0; number < list->clause_count; number++)
        if (!add_values(writer, turn, writer_clause(writer, list->first_clause + number), &sum))
            return false;
    return QCDC_FAULT("parts-complete", qcdc_decimal_compare(sum, total->change.current.value) == 0, true);
}

/* W10: short parts read as one list. */
static bool is_plain(const Array *texts, const Run *run)
{
    bool is_simple = run->told == 0;
    for (size_t index = 0; is_simple && index < texts->count; index++) {
        const Prose *text = &ARRAY_AT(texts, Prose, index);
        is_simple = !prose_holds(text, ',') && !prose_holds(text, ';');
    }
    return is_simple;
}

static void join_parts(Writer *writer, Array *texts, bool is_plain_list, Prose *out)
{
    Prose last = {0};
    prose_add(&last, " ");
    prose_add_hedge(&last, writer->words->and);
    if (is_plain_list)
        clauses_join(texts, ", ", text_get(&last.text), out);
    else
        clauses_join(texts, "; ", "; ", out);
    out->failed = out->failed || last.text.failed;
    prose_clear(&last);
}

/* "gồm: ", "trong đó ", "chia theo lĩnh vực: ", "chia theo lĩnh vực, trong đó " (W10, W25) */
static void open_list(const Writer *writer, const OutlineList *list, bool is_comprising, bool is_again, Prose *out)
{
    const char *words = writer->words->names_lead ? "" : list->words;
    const char *comprising = is_again ? writer->words->comprising_again : writer->words->comprising;
    const char *opening = is_comprising ? comprising : writer->words->of_which;
    prose_add(out, words);
    if (words[0] != '\0')
        opening = is_comprising ? ":" : QCDC_FAULT("parts-partition-words", writer->words->of_which, ":");
    prose_add(out, words[0] != '\0' && !is_comprising ? ", " : "");
    prose_add_hedge(out, opening);
}

static bool write_list(Writer *writer, Turn *turn, Run *upper, const OutlineList *list, bool after_change, bool is_again, Prose *out)
{
    Run run = {.is_comprising = is_complete(writer, turn, list), .said = upper->part_hedge};
    Array texts = {0};
    size_t total = turn->total;
    turn->total = list->total;
    clauses_gather(writer, turn, &run, list->first_clause, list->clause_count, &texts);
    turn->total = total;
    bool is_written = texts.count > 0, is_plain_list = is_plain(&texts, &run);
    bool is_parted = after_change || (!is_plain_list && texts.count > 1);
    bool in_brackets = QCDC_FAULT("parts-in-list", turn->in_list && is_parted, false);
    if (is_written) {
        prose_add(out, in_brackets ? " (" : after_change ? "; " : ", ");
        open_list(writer, list, run.is_comprising, is_again, out);
        join_parts(writer, &texts, is_plain_list, out);
        prose_add(out, in_brackets ? ")" : "");
    }
    upper->told |= (run.told & TOLD_CHANGE ? TOLD_ASIDE : run.told) | (is_written ? TOLD_PARTS : 0);
    array_clear(&texts);
    return is_written;
}

/* A list after another one belongs to the total, not to the last part, so that it is set off more strongly. In a list of units,
 * where ";" parts units, brackets do that. */
bool parts_write(Writer *writer, Turn *turn, Run *run, const OutlineClause *clause, bool after_change, Prose *out)
{
    bool is_written = false;
    for (size_t index = 0; index < clause->list_count; index++) {
        const OutlineList *list = writer_list(writer, clause, index);
        is_written = write_list(writer, turn, run, list, after_change || is_written, is_written, out) || is_written;
    }
    return is_written;
}
