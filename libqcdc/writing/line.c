/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "note-private.h"

#include <qcdc/period-name.h>

#include "kernel/fault-private.h"
#include "model/catalog-private.h"

/* Asked of every figure of a sentence, parts included. */
typedef bool FigureTest(const QcdcComparisonRow *row);

/* Visits the figures of clauses and of their parts; stops at the first that passes. */
static bool any_figure(const Writer *writer, size_t subject, size_t first, size_t count, FigureTest *test)
{
    for (size_t number = first; number < first + count; number++) {
        const OutlineClause *clause = writer_clause(writer, number);
        for (size_t index = 0; index < clause->count; index++) {
            const QcdcComparisonRow *row = writer_row(writer, subject, writer_figure(writer, clause, index), 0, NULL);
            if (row != NULL && test(row))
                return true;
        }
        for (size_t index = 0; index < clause->list_count; index++) {
            const OutlineList *list = writer_list(writer, clause, index);
            if (any_figure(writer, subject, list->first_clause, list->clause_count, test))
                return true;
        }
    }
    return false;
}

static bool is_valued(const QcdcComparisonRow *row)
{
    return row->change.current.state == QCDC_FIGURE_VALUED;
}

static bool is_expected(const QcdcComparisonRow *row)
{
    return row->units_expected > 0 || row->current_cell.expected > 0;
}

static bool is_of_either_period(const QcdcComparisonRow *row)
{
    return is_valued(row) || row->change.base.state == QCDC_FIGURE_VALUED;
}

static bool is_reported(const QcdcComparisonRow *row)
{
    return row->change.current.state != QCDC_FIGURE_ABSENT;
}

/* The least covered figure so far (W1); a figure without value is not told and speaks for nothing. */
typedef struct Coverage {
    size_t indicator, row;
    uint32_t valued, expected;
    bool is_common;
} Coverage;

static void weigh_coverage(const Writer *writer, size_t subject, size_t indicator, Coverage *least)
{
    size_t row_index = 0;
    const QcdcComparisonRow *row = writer_valued_row(writer, subject, indicator, &row_index);
    if (row == NULL || row->units_valued == 0 || (row->units_valued >= row->units_expected && !row->is_common))
        return;
    bool is_less = (uint64_t)row->units_valued * least->expected < (uint64_t)least->valued * row->units_expected;
    if (least->expected > 0 && !QCDC_FAULT("line-least-covered", is_less, !is_less))
        return;
    *least = (Coverage){indicator, row_index, row->units_valued, row->units_expected, row->is_common != 0};
}

static void find_coverage(const Writer *writer, size_t subject, size_t first, size_t count, Coverage *least)
{
    for (size_t number = first; number < first + count; number++) {
        const OutlineClause *clause = writer_clause(writer, number);
        for (size_t index = 0; index < clause->count; index++)
            weigh_coverage(writer, subject, writer_figure(writer, clause, index), least);
        for (size_t index = 0; index < clause->list_count; index++) {
            const OutlineList *list = writer_list(writer, clause, index);
            find_coverage(writer, subject, list->first_clause, list->clause_count, least);
        }
    }
}

/* "theo báo cáo của 15/17 xã, phường, "; of a common basis "tính trên 15/17 xã, phường có số liệu của cả hai kỳ, " (W24) */
static void write_coverage(Writer *writer, size_t subject, const OutlineSentence *sentence, Prose *out)
{
    Coverage least = {0};
    find_coverage(writer, subject, sentence->first_clause, sentence->clause_count, &least);
    if (least.expected == 0)
        return;
    char *kinds = writer_kinds(writer, subject, least.indicator, -1);
    bool is_common = QCDC_FAULT("line-common", least.is_common, false);
    prose_add_hedge(out, is_common ? writer->words->common_before : writer->words->reported_by);
    writer_add_count(writer, least.valued, QCDC_ROLE_VALUED, least.row, out);
    prose_add(out, writer->words->of);
    writer_add_count(writer, least.expected, QCDC_ROLE_EXPECTED, least.row, out);
    if (kinds != NULL)
        prose_add_word(out, kinds);
    if (is_common)
        prose_add_word(out, writer->words->common_after);
    prose_add(out, ", ");
    qcdc_free(kinds);
}

/* Does every indicator with a value stand at a point in time, and is there one? */
static bool is_at_a_time(const Writer *writer, size_t subject, size_t first, size_t count, bool *has_value)
{
    for (size_t number = first; number < first + count; number++) {
        const OutlineClause *clause = writer_clause(writer, number);
        for (size_t index = 0; index < clause->count; index++) {
            size_t indicator = writer_figure(writer, clause, index);
            if (writer_valued_row(writer, subject, indicator, NULL) == NULL)
                continue;
            *has_value = true;
            if (!catalog_stands_at_a_time(writer->catalog, comparison_indicator(writer->comparison, indicator)))
                return false;
        }
        for (size_t index = 0; index < clause->list_count; index++) {
            const OutlineList *list = writer_list(writer, clause, index);
            if (!is_at_a_time(writer, subject, list->first_clause, list->clause_count, has_value))
                return false;
        }
    }
    return true;
}

/* W27, of the unit and of those of its list. */
static bool is_as_of(const Writer *writer, const Block *block, const OutlineSentence *sentence)
{
    size_t first = sentence->first_clause, count = sentence->clause_count;
    bool has_value = false;
    bool is_told = writer->style.as_of != 0 && is_at_a_time(writer, block->head, first, count, &has_value);
    for (size_t part = 0; is_told && part < block->part_count; part++)
        is_told = is_at_a_time(writer, comparison_part(writer->comparison, block->first_part + part), first, count, &has_value);
    return is_told && QCDC_FAULT("line-as-of", has_value, true);
}

/* "Tính đến hết năm 2022, ", "Tính đến ngày 14/12/2022, " */
static void write_as_of(Writer *writer, Prose *out)
{
    QcdcPeriod period = comparison_period(writer->comparison);
    bool is_days = period.kind == QCDC_PERIOD_DAYS;
    if (is_days)
        period = (QcdcPeriod){.kind = QCDC_PERIOD_DAYS, .count = 1, .start = period.start + period.count - 1};
    prose_add_hedge(out, is_days ? writer->words->as_of_day : writer->words->as_of);
    change_write_period(writer, period, QCDC_ROLE_PERIOD, out);
    prose_add(out, ", ");
}

/* The first letter of a period's name is ASCII in both languages (D10). */
static void write_period(const Writer *writer, Prose *out)
{
    char name[QCDC_PERIOD_NAME_SIZE];
    qcdc_period_to_name(comparison_period(writer->comparison), writer->style.language, name, sizeof name);
    if (name[0] >= 'a' && name[0] <= 'z')
        name[0] = (char)(name[0] - 'a' + 'A');
    prose_add_named(out, name, QCDC_ROLE_PERIOD, SIZE_MAX);
    prose_add(out, ", ");
}

/* How a sentence calls the unit; English has no such words, only names (D26). */
static const char *name_of(const Writer *writer, size_t subject)
{
    const Subject *known = comparison_subject(writer->comparison, subject);
    return frame_words_call(known->code, writer->words->names_lead ? known->english : known->text_name, writer->style.language);
}

/* "<unit> <clauses>", of a part of the unit @whole unless that is SIZE_MAX; the TOLD_ bits of its clauses, or nothing at all where it has no value. */
static unsigned write_unit(Writer *writer, size_t subject, const OutlineSentence *sentence, size_t whole, Prose *out)
{
    uint8_t *said = memory_try_new(comparison_base_count(writer->comparison), 1);
    bool in_list = whole != SIZE_MAX;
    Turn turn = {.subject = subject, .in_list = in_list, .said = said, .whole = whole, .total = SIZE_MAX};
    Run run = {.is_first = true};
    Array texts = {0};
    if (said == NULL) {
        writer_fail(writer, memory_fail(writer->error));
        return 0;
    }
    const char *separator = in_list ? ", " : "; ";
    clauses_gather(writer, &turn, &run, sentence->first_clause, sentence->clause_count, &texts);
    if (texts.count > 0) {
        prose_add(out, name_of(writer, subject));
        prose_add(out, writer->words->names_lead || (run.opens_with_name && !in_list) ? ": " : " ");
    }
    unsigned told = run.told | (texts.count > 1 ? TOLD_PARTS : 0);
    clauses_join(&texts, separator, separator, out);
    qcdc_free(said);
    return told;
}

static void write_no_figures(Writer *writer, size_t subject, Prose *out)
{
    prose_add(out, name_of(writer, subject));
    prose_add(out, writer->words->names_lead ? ": " : " ");
    prose_add(out, writer->words->no_figures);
    if (QCDC_FAULT("line-no-common", comparison_is_common(writer->comparison), false))
        prose_add_word(out, writer->words->no_common);
}

/* W22: "Xã C kết thúc hoạt động từ ngày 01/7/2025, không so sánh" */
static void write_ended(Writer *writer, size_t subject, const OutlineSentence *sentence, Prose *out)
{
    size_t row_index = 0;
    const QcdcComparisonRow *row =
        note_find_ended(writer, subject, sentence->first_clause, sentence->clause_count, &row_index);
    if (row == NULL)
        return;
    prose_add(out, name_of(writer, subject));
    prose_add(out, " ");
    note_write(writer, QCDC_TOLD_ENDED, row, row_index, out);
}

/* W11: its clauses, or that they are awaited; of a unit's own figures only where there is a row for them. */
static void write_listed(Writer *writer, size_t subject, const OutlineSentence *sentence, size_t whole, bool is_awaited, Prose *out)
{
    size_t first = sentence->first_clause, count = sentence->clause_count;
    bool is_own = comparison_subject(writer->comparison, subject)->kind == SUBJECT_OWN;
    write_unit(writer, subject, sentence, whole, out);
    if (prose_is_empty(out))
        write_ended(writer, subject, sentence, out);
    if (is_awaited && prose_is_empty(out) && any_figure(writer, subject, first, count, is_expected) &&
        (!is_own || any_figure(writer, subject, first, count, is_reported)))
        write_no_figures(writer, subject, out);
}

/* Are all figures of the clauses and of their parts kept at the unit itself? */
static bool are_kept(const Writer *writer, size_t first, size_t count)
{
    for (size_t number = first; number < first + count; number++) {
        const OutlineClause *clause = writer_clause(writer, number);
        for (size_t index = 0; index < clause->count; index++)
            if (!comparison_is_kept(writer->comparison, writer_figure(writer, clause, index)))
                return false;
        for (size_t index = 0; index < clause->list_count; index++) {
            const OutlineList *list = writer_list(writer, clause, index);
            if (!are_kept(writer, list->first_clause, list->clause_count))
                return false;
        }
    }
    return true;
}

/* D68: a place of the province among the provinces is none of its communes': nobody awaits it of them. */
static bool is_awaited_of_parts(const Writer *writer, const Block *block, const OutlineSentence *sentence)
{
    bool is_awaited = !are_kept(writer, sentence->first_clause, sentence->clause_count);
    for (size_t part = 0; !is_awaited && part < block->part_count; part++)
        is_awaited = any_figure(writer, comparison_part(writer->comparison, block->first_part + part), sentence->first_clause,
                                sentence->clause_count, is_of_either_period);
    return QCDC_FAULT("line-kept", is_awaited, true);
}

static void write_unit_list(Writer *writer, const Block *block, const OutlineSentence *sentence, bool after_change,
                            Prose *out)
{
    bool is_begun = false, is_awaited = is_awaited_of_parts(writer, block, sentence);
    for (size_t part = 0; part < block->part_count; part++) {
        Prose own = {0};
        write_listed(writer, comparison_part(writer->comparison, block->first_part + part), sentence, block->head, is_awaited, &own);
        if (!prose_is_empty(&own)) {
            prose_add(out, is_begun || after_change ? "; " : ", ");
            prose_add_hedge(out, is_begun ? "" : writer->words->of_which_units);
            is_begun = true;
        }
        prose_append(out, &own);
        prose_clear(&own);
    }
}

static bool has_value_in_block(const Writer *writer, const Block *block, const OutlineSentence *sentence)
{
    bool is_found = any_figure(writer, block->head, sentence->first_clause, sentence->clause_count, is_valued);
    for (size_t part = 0; !is_found && part < block->part_count; part++)
        is_found = any_figure(writer, comparison_part(writer->comparison, block->first_part + part),
                              sentence->first_clause, sentence->clause_count, is_valued);
    return is_found;
}

void line_write(Writer *writer, const Block *block, const OutlineSentence *sentence, Prose *out)
{
    Prose head = {0};
    if (is_as_of(writer, block, sentence))
        write_as_of(writer, out);
    else
        write_period(writer, out);
    write_coverage(writer, block->head, sentence, out);
    unsigned told = write_unit(writer, block->head, sentence, SIZE_MAX, &head);
    if (prose_is_empty(&head))
        write_no_figures(writer, block->head, &head);
    prose_append(out, &head);
    prose_clear(&head);
    /* Where nobody has a figure, one "chưa có số liệu" says it. */
    if (has_value_in_block(writer, block, sentence))
        write_unit_list(writer, block, sentence, writer_parts_need_semicolon(writer, told), out);
    prose_end_line(out);
}
