/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change-private.h"

#include "attainment-private.h"
#include "kernel/fault-private.h"
#include "model/catalog-private.h"

/* Two figures that can be held against one another: across a break the item leaves the list, as without a base (W8, S8). */
static bool has_both(const QcdcComparisonRow *row)
{
    return row != NULL && row->change.current.state == QCDC_FIGURE_VALUED &&
           row->change.base.state == QCDC_FIGURE_VALUED &&
           QCDC_FAULT("change-list-break", row->change.refusal == QCDC_REFUSAL_NONE, true);
}

bool change_is_of_zero(const QcdcComparisonRow *row)
{
    return has_both(row) && row->base != QCDC_BASE_PLAN &&
           (row->change.current.value.coefficient == 0 || row->change.base.value.coefficient == 0);
}

bool change_is_of_field(const QcdcComparisonRow *row)
{
    int64_t places;
    bool is_rank = row->change.quantity == QCDC_QUANTITY_RANK || row->change.quantity == QCDC_QUANTITY_RANK_RISING;
    return is_rank && has_both(row) && qcdc_change_get_places(&row->change, &places, NULL) == QCDC_STATUS_REFUSED;
}

/* W8, W12: what can be told of this row; what cannot leaves the list. */
static bool make_item(const Writer *writer, size_t subject, size_t indicator, const QcdcComparisonRow *row,
                      QcdcPhraseItem *out_item)
{
    if (!has_both(row))
        return false;
    *out_item = writer_item(writer, row, indicator);
    if (row->base == QCDC_BASE_PLAN)
        return attainment_measure(writer->comparison, subject, indicator, row, &out_item->change);
    return !change_is_of_field(row);
}

static const char *read_unit_text(const Writer *writer, const QcdcComparisonRow *row, QcdcUnitField field)
{
    const char *text = qcdc_catalog_get_unit_text(writer->catalog, row->base_unit, row->period, field);
    return text != NULL ? text : "";
}

/* W15, W16: how a sentence calls the unit that is the base, or the parent of those whose mean it is. */
static const char *name_base_unit(const Writer *writer, const QcdcComparisonRow *row)
{
    if (row->base != QCDC_BASE_UNIT && row->base != QCDC_BASE_PARENT_MEAN)
        return NULL;
    const char *text = read_unit_text(writer, row, writer->words->names_lead ? QCDC_UNIT_NAME_EN : QCDC_UNIT_TEXT_NAME);
    return text[0] != '\0' ? text : read_unit_text(writer, row, QCDC_UNIT_NAME);
}

/* W18: a plan of a longer time is neither met nor missed by a part of it, not even by the last one. */
static bool is_plan_in_progress(const QcdcComparisonRow *row)
{
    return row->base == QCDC_BASE_PLAN && QCDC_FAULT("change-plan-in-progress", !qcdc_period_equals(row->period, row->base_period), false);
}

QcdcPhraseBase change_make_base(const Writer *writer, const QcdcComparisonRow *row)
{
    const char *words = row->base == QCDC_BASE_PLAN && !writer->words->names_lead
                            ? qcdc_catalog_get_plan_words(writer->catalog, row->plan)
                            : NULL;
    return (QcdcPhraseBase){.base = row->base,
                            .period = row->base_period,
                            .current = row->period,
                            .plan_words = words != NULL && words[0] != '\0' ? words : NULL,
                            .plan_of_year = row->plan_of_year,
                            .abbreviation_said = writer->abbreviation_said,
                            .in_progress = is_plan_in_progress(row),
                            .name = name_base_unit(writer, row)};
}

/* W7, and with two bases each change names its own. */
static bool is_base_left_out(const Writer *writer, const Turn *turn, size_t base)
{
    size_t named = 0;
    for (size_t index = 0; index < comparison_base_count(writer->comparison); index++)
        named += comparison_base(writer->comparison, index)->base != QCDC_BASE_PLAN;
    bool is_repeated = writer->style.change == QCDC_CHANGE_PLACE_BRACKETS || named > 1;
    return !is_repeated && QCDC_FAULT("change-base-said", turn->said[base] != 0, false);
}

/* W15: other units are other reporters, which nobody need be told. */
static bool is_in_time(const QcdcComparisonRow *row)
{
    return row->base != QCDC_BASE_PLAN && row->base != QCDC_BASE_UNIT && row->base != QCDC_BASE_PARENT_MEAN;
}

/* W6: nobody is missing on either side, and only the units are others: "4/4" would say nothing. */
static bool is_whole(const QcdcComparisonRow *row)
{
    return QCDC_FAULT("change-list-whole", row->units_valued >= row->units_expected && row->base_units_valued >= row->base_units_expected, false);
}

/* W6: of several items the least covered speaks for the list. A base that no expected unit reported has no "n/m". */
static void add_coverage(Writer *writer, size_t subject, size_t indicator, const QcdcComparisonRow *row, size_t row_index,
                         ChangeList *list)
{
    bool is_other = (row->change.caveats & QCDC_CAVEAT_COVERAGE_DIFFERS) != 0 && is_in_time(row) && !row->is_common;
    if (!is_other || row->base_units_valued == 0)
        return;
    bool is_less = (uint64_t)row->base_units_valued * list->base_expected <
                   (uint64_t)list->base.valued * row->base_units_expected;
    if (list->kinds != NULL && !is_less)
        return;
    qcdc_free(list->kinds);
    list->kinds = writer_kinds(writer, subject, indicator, (int)list->number);
    list->coverage_row = row_index;
    list->base.kinds = list->kinds;
    list->base.valued = row->base_units_valued;
    list->base_expected = row->base_units_expected;
    list->base.expected = is_whole(row) ? 0 : row->base_units_expected;
}

static void add_item(Writer *writer, size_t subject, size_t indicator, const QcdcComparisonRow *row, size_t row_index,
                     const QcdcPhraseItem *item, ChangeList *list)
{
    if (list->count == 0)
        list->base = change_make_base(writer, row);
    list->items[list->count] = *item;
    list->rows[list->count++] = row_index;
    add_coverage(writer, subject, indicator, row, row_index, list);
}

static void begin_list(const Writer *writer, size_t base, ChangeList *list)
{
    bool is_first = writer->style.change == QCDC_CHANGE_PLACE_FIRST;
    list->count = 0;
    list->number = base;
    list->coverage_row = SIZE_MAX;
    list->kinds = NULL;
    list->base_expected = 0;
    list->style = &writer->style;
    list->shape = is_first ? QCDC_PHRASE_SHAPE_BASE_FIRST : QCDC_PHRASE_SHAPE_BASE_LAST;
}

size_t change_list_fill(Writer *writer, const Turn *turn, const OutlineClause *clause, size_t base, size_t limit, size_t *next,
                        ChangeList *out_list)
{
    begin_list(writer, base, out_list);
    for (; *next < clause->count && out_list->count < limit; ++*next) {
        size_t indicator = writer_figure(writer, clause, *next), row_index = 0;
        const QcdcComparisonRow *row = writer_row(writer, turn->subject, indicator, base, &row_index);
        QcdcPhraseItem item;
        if (!make_item(writer, turn->subject, indicator, row, &item))
            continue;
        add_item(writer, turn->subject, indicator, row, row_index, &item, out_list);
    }
    out_list->base.left_out = is_base_left_out(writer, turn, base);
    out_list->base.several = writer_count_values(writer, turn->subject, clause) > 1;
    return out_list->count;
}

static PhraseRows rows_of(const ChangeList *list)
{
    return (PhraseRows){.items = list->rows, .coverage = list->coverage_row};
}

static QcdcStatus call_list(const void *context, QcdcPhraseText *text, QcdcError *error)
{
    const ChangeList *list = context;
    return qcdc_phrase_write(list->items, list->count, &list->base, list->style, list->shape, text, error);
}

/* W6: the first mention in the call introduces the abbreviation. */
static void note_abbreviation(Writer *writer, const QcdcPhraseBase *base, QcdcBasePhrase phrase)
{
    bool is_same = base->base == QCDC_BASE_SAME_PERIOD || base->base == QCDC_BASE_DEFAULT;
    if (is_same && phrase == QCDC_BASE_PHRASE_FULL_THEN_ABBREVIATED && !base->left_out)
        writer->abbreviation_said = true;
}

/* The first item that cannot be told alone. */
static size_t find_overflow(const ChangeList *list)
{
    size_t index = 0;
    for (; index + 1 < list->count; index++) {
        QcdcPhraseText text = {0};
        if (qcdc_phrase_write(&list->items[index], 1, &list->base, list->style, list->shape, &text, NULL) != QCDC_OK)
            break;
    }
    return index;
}

/* S1: an error names its cell, which the language layer does not know. */
static void write_phrase(Writer *writer, const ChangeList *list, Prose *out)
{
    PhraseRows rows = rows_of(list);
    QcdcComparisonRow row;
    if (writer->status != QCDC_OK)
        return;
    size_t start = out->text.length;
    writer_add_phrase(writer, call_list, list, &rows, out);
    prose_mark_phrase(out, start, list->rows, list->count);
    if (writer->status != QCDC_STATUS_OVERFLOW)
        return;
    size_t index = QCDC_FAULT("change-overflow", find_overflow(list), 0);
    if (qcdc_comparison_read_rows(writer->comparison, list->rows[index], 1, &row, NULL) == QCDC_OK)
        comparison_fail_percent(writer->comparison, &row, false, writer->error);
}

void change_list_write(Writer *writer, Turn *turn, const ChangeList *list, Prose *out)
{
    write_phrase(writer, list, out);
    note_abbreviation(writer, &list->base, list->style->base_phrase);
    turn->said[list->number] = 1;
}

void change_list_clear(ChangeList *list)
{
    qcdc_free(list->kinds);
    list->kinds = NULL;
}

static const size_t no_row = SIZE_MAX;

typedef struct BaseCall {
    QcdcPhraseBase base;
    QcdcStyle style;
} BaseCall;

static QcdcStatus call_base(const void *context, QcdcPhraseText *text, QcdcError *error)
{
    const BaseCall *call = context;
    return qcdc_phrase_write_base(&call->base, &call->style, text, error);
}

void change_write_period(Writer *writer, QcdcPeriod period, QcdcRole role, Prose *out)
{
    BaseCall call = {.base = {.base = QCDC_BASE_PERIOD, .period = period, .current = period}, .style = writer->style};
    PhraseRows rows = {.items = &no_row, .coverage = SIZE_MAX};
    Prose name = {0};
    writer_add_phrase(writer, call_base, &call, &rows, &name);
    prose_set_role(&name, role);
    prose_append(out, &name);
    prose_clear(&name);
}

void change_write_base_name(Writer *writer, const QcdcComparisonRow *row, QcdcBasePhrase phrase, Prose *out)
{
    BaseCall call = {.base = change_make_base(writer, row), .style = writer->style};
    call.style.base_phrase = phrase;
    PhraseRows rows = {.items = &no_row, .coverage = SIZE_MAX};
    writer_add_phrase(writer, call_base, &call, &rows, out);
    note_abbreviation(writer, &call.base, phrase);
}

/* W14: of this item alone; full-then-abbreviated counts as full, because a row stands alone. */
static void write_alone(Writer *writer, size_t subject, size_t indicator, const QcdcComparisonRow *row, size_t row_index,
                        ChangeList *list, Prose *out)
{
    QcdcStyle style = writer->style;
    QcdcPhraseItem item;
    if (!make_item(writer, subject, indicator, row, &item))
        return;
    if (style.base_phrase == QCDC_BASE_PHRASE_FULL_THEN_ABBREVIATED)
        style.base_phrase = QCDC_BASE_PHRASE_FULL;
    add_item(writer, subject, indicator, row, row_index, &item, list);
    list->shape = QCDC_PHRASE_SHAPE_BASE_LAST;
    list->style = &style;
    write_phrase(writer, list, out);
}

void change_write_row(Writer *writer, size_t subject, size_t indicator, size_t base, Prose *out)
{
    size_t row_index = 0;
    const QcdcComparisonRow *row = writer_row(writer, subject, indicator, base, &row_index);
    ChangeList list;
    begin_list(writer, base, &list);
    write_alone(writer, subject, indicator, row, row_index, &list, out);
    change_list_clear(&list);
}
