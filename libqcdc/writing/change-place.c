/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "note-private.h"
#include "share-private.h"

#include <string.h>

#include "kernel/fault-private.h"

/* The changes of one clause, as they will stand behind it (W7). */
typedef struct Place {
    Prose told;
    bool is_break_said; /* of one base or another: the words name none (W23) */
} Place;

static Prose *open_place(Place *place)
{
    prose_add(&place->told, prose_is_empty(&place->told) ? "" : ", ");
    return &place->told;
}

/* What begins with its base is parted from another such by more than what parts its items. */
static Prose *open_list(const Writer *writer, size_t base, Place *place)
{
    bool is_first = writer->style.change == QCDC_CHANGE_PLACE_FIRST && comparison_base(writer->comparison, base)->base != QCDC_BASE_PLAN;
    if (!QCDC_FAULT("change-place-bases-first", is_first, false) || prose_is_empty(&place->told))
        return open_place(place);
    prose_add(&place->told, "; ");
    return &place->told;
}

/* In a list of units, or of parts, ";" parts them, so that what would open with one or holds one stands in brackets. */
static bool is_in_brackets(const Writer *writer, const Turn *turn, const Prose *told)
{
    bool holds = writer->style.change == QCDC_CHANGE_PLACE_FIRST || prose_holds(told, ';');
    bool in_list = turn->in_list || turn->total != SIZE_MAX;
    return writer->style.change == QCDC_CHANGE_PLACE_BRACKETS || QCDC_FAULT("change-place-in-list", in_list && holds, false);
}

static bool close_place(const Writer *writer, const Turn *turn, Place *place, Prose *out)
{
    bool is_told = !prose_is_empty(&place->told), in_brackets = is_in_brackets(writer, turn, &place->told);
    if (is_told && !in_brackets)
        prose_add(out, writer->style.change == QCDC_CHANGE_PLACE_FIRST ? "; " : ", ");
    else
        prose_add(out, is_told ? " (" : "");
    prose_append(out, &place->told);
    prose_add(out, is_told && in_brackets ? ")" : "");
    prose_clear(&place->told);
    return is_told;
}

typedef bool RowTest(const QcdcComparisonRow *row);

/* W8: only where the figure should be there; an inapplicable one (M) and one nobody asked for are passed over. */
static bool is_base_missing(const QcdcComparisonRow *row)
{
    return row->change.base.state == QCDC_FIGURE_MISSING;
}

/* W21 */
static bool is_new(const QcdcComparisonRow *row)
{
    return row->presence == QCDC_PRESENCE_NEW;
}

/* W23 */
static bool is_across_break(const QcdcComparisonRow *row)
{
    return row->change.base.state == QCDC_FIGURE_VALUED && row->change.refusal == QCDC_REFUSAL_BREAK;
}

/* The first valued row of the clause that passes, or NULL. */
static const QcdcComparisonRow *find_reason(const Writer *writer, const Turn *turn, const OutlineClause *clause, size_t base,
                                            RowTest *test, size_t *out_row)
{
    for (size_t index = 0; index < clause->count; index++) {
        const QcdcComparisonRow *row =
            writer_row(writer, turn->subject, writer_figure(writer, clause, index), base, out_row);
        if (row != NULL && row->base != QCDC_BASE_PLAN && row->change.current.state == QCDC_FIGURE_VALUED && test(row))
            return row;
    }
    return NULL;
}

/* The list of items of one base, in pieces that a call of the language layer takes; whether there was an item. */
static bool write_lists(Writer *writer, Turn *turn, const OutlineClause *clause, size_t base, Place *place)
{
    size_t next = 0;
    bool has_items = false;
    ChangeList list;
    while (change_list_fill(writer, turn, clause, base, CHANGE_LIST_SIZE, &next, &list) > 0) {
        change_list_write(writer, turn, &list, open_list(writer, base, place));
        change_list_clear(&list);
        has_items = true;
    }
    return has_items;
}

/* W28: of counted things, unless they are none but for a hedge. */
static const char *choose_none(const Writer *writer, const QcdcComparisonRow *row, size_t indicator)
{
    bool is_counted = writer_item(writer, row, indicator).counted != 0 && !row->change.current.is_fraction;
    bool is_told = row->change.current.value.coefficient != 0 || writer_says_none(writer, row, indicator);
    return is_counted && is_told ? writer->words->none : "";
}

/* W9: with the whole words for 0, and of one value only. */
static const char *zero_phrase_of(const Writer *writer, size_t subject, const OutlineClause *clause, size_t *out_indicator)
{
    const char *phrase = "";
    if (writer_count_values(writer, subject, clause) != 1)
        return phrase;
    for (size_t index = 0; index < clause->count; index++) {
        size_t indicator = writer_figure(writer, clause, index);
        const QcdcComparisonRow *row = writer_valued_row(writer, subject, indicator, NULL);
        if (row == NULL)
            continue;
        phrase = writer->words->names_lead ? choose_none(writer, row, indicator)
                                           : writer_text(writer, indicator, QCDC_INDICATOR_ZERO_PHRASE);
        *out_indicator = indicator;
    }
    return phrase;
}

bool zero_replaces_value(const Writer *writer, size_t subject, const OutlineClause *clause)
{
    size_t indicator = 0;
    if (zero_phrase_of(writer, subject, clause, &indicator)[0] == '\0')
        return false;
    return writer_valued_row(writer, subject, indicator, NULL)->change.current.value.coefficient == 0;
}

/* " a year earlier", " in 2021" */
static void write_when(Writer *writer, const QcdcComparisonRow *row, Prose *out)
{
    prose_add(out, " ");
    if (row->base == QCDC_BASE_SAME_PERIOD || row->base == QCDC_BASE_DEFAULT) {
        prose_add(out, writer->words->earlier);
        return;
    }
    prose_add_hedge(out, writer->words->in);
    change_write_base_name(writer, row, QCDC_BASE_PHRASE_FULL, out);
}

/* What is not now: the base, or that there was none. */
static void write_other_side(Writer *writer, const QcdcComparisonRow *row, size_t row_index, size_t indicator,
                             const char *phrase, Prose *out)
{
    if (row->change.current.value.coefficient != 0) {
        prose_add(out, phrase);
        return;
    }
    prose_add_hedge(out, frame_words_hedge(row->base_cell.hedge, writer->style.language));
    writer_add_figure(writer, row, row_index, indicator, true, true, out);
    if (row->change.quantity != QCDC_QUANTITY_PERCENTAGE && !writer->words->names_lead)
        prose_add_word(out, writer_short_measure(writer, indicator));
}

/* "(cùng kỳ năm trước 03 vụ)", "(cùng kỳ năm trước không phát sinh)": in one pair of brackets for all bases. */
static void write_had(Writer *writer, const QcdcComparisonRow *row, size_t row_index, size_t indicator, const char *phrase,
                      Prose *out)
{
    bool is_english = writer->words->names_lead;
    prose_add(out, prose_is_empty(out) ? "" : ", ");
    if (!is_english) {
        change_write_base_name(writer, row, writer->style.base_phrase, out);
        prose_add_colon(out);
        prose_add(out, " ");
    }
    write_other_side(writer, row, row_index, indicator, phrase, out);
    if (is_english)
        write_when(writer, row, out);
}
/* "; cùng kỳ năm trước cũng không phát sinh" */
static void write_also(Writer *writer, const QcdcComparisonRow *row, const char *phrase, bool in_list, Prose *out)
{
    if (writer->words->names_lead) {
        prose_add(out, ", ");
        prose_add(out, writer->words->as);
        write_when(writer, row, out);
        return;
    }
    prose_add(out, in_list ? ", " : "; ");
    change_write_base_name(writer, row, writer->style.base_phrase, out);
    prose_add_colon(out);
    prose_add_word(out, writer->words->also);
    prose_add_word(out, phrase);
}

/* W9, of every base that is told in this way. */
static bool write_zeros(Writer *writer, const Turn *turn, const OutlineClause *clause, Prose *out)
{
    size_t indicator = 0, row_index = 0;
    const char *phrase = zero_phrase_of(writer, turn->subject, clause, &indicator);
    Prose had = {0}, also = {0};
    for (size_t base = 0; phrase[0] != '\0' && base < comparison_base_count(writer->comparison); base++) {
        const QcdcComparisonRow *row = writer_row(writer, turn->subject, indicator, base, &row_index);
        if (!change_is_of_zero(row))
            continue;
        if (row->change.current.value.coefficient == 0 && row->change.base.value.coefficient == 0)
            write_also(writer, row, phrase, turn->in_list, &also);
        else
            write_had(writer, row, row_index, indicator, phrase, &had);
    }
    bool is_told = !prose_is_empty(&had) || !prose_is_empty(&also);
    prose_add(out, prose_is_empty(&had) ? "" : " (");
    prose_append(out, &had);
    prose_add(out, prose_is_empty(&had) ? "" : ")");
    prose_append(out, &also);
    prose_clear(&had);
    prose_clear(&also);
    return is_told;
}

/* "(năm 2024: 15/63); không so sánh số bậc do số tỉnh được xếp hạng thay đổi"; in a list of units all of it in the brackets */
static void write_field_change(Writer *writer, const QcdcComparisonRow *row, size_t row_index, size_t indicator, bool in_list, Prose *out)
{
    const char *object = writer_text(writer, indicator, QCDC_INDICATOR_OBJECT);
    bool is_english = writer->words->names_lead;
    prose_add(out, " (");
    change_write_base_name(writer, row, writer->style.base_phrase, out);
    prose_add(out, ": ");
    writer_add_figure(writer, row, row_index, indicator, true, true, out);
    bool is_inside = is_english || in_list;
    prose_add(out, is_inside ? "; " : "); ");
    prose_add(out, writer->words->field_changed_before);
    if (!is_english) {
        prose_add_word(out, object[0] != '\0' ? object : writer->words->units);
        prose_add_word(out, writer->words->field_changed_after);
    }
    prose_add(out, is_inside ? ")" : "");
}

/* W9: ranks in fields of different sizes are told, not compared. */
static bool write_field_changes(Writer *writer, const Turn *turn, const OutlineClause *clause, size_t base, Prose *out)
{
    bool is_told = false;
    for (size_t index = 0; index < clause->count; index++) {
        size_t indicator = writer_figure(writer, clause, index), row_index = 0;
        const QcdcComparisonRow *row = writer_row(writer, turn->subject, indicator, base, &row_index);
        if (row == NULL || row->base == QCDC_BASE_PLAN || !change_is_of_field(row))
            continue;
        write_field_change(writer, row, row_index, indicator, turn->in_list, out);
        is_told = true;
    }
    return is_told;
}

static bool has_zero_told(const Writer *writer, const Turn *turn, const OutlineClause *clause, size_t base)
{
    size_t indicator = 0;
    return zero_phrase_of(writer, turn->subject, clause, &indicator)[0] != '\0' &&
           change_is_of_zero(writer_row(writer, turn->subject, indicator, base, NULL));
}

static bool write_note(Writer *writer, const Turn *turn, const OutlineClause *clause, size_t base, QcdcToldAs note,
                       RowTest *test, Place *place)
{
    size_t row_index = 0;
    const QcdcComparisonRow *row = find_reason(writer, turn, clause, base, test, &row_index);
    if (row == NULL)
        return false;
    note_write(writer, note, row, row_index, open_place(place));
    return true;
}

/* Why there is no change (W8, W21, W23). That a unit is new is said once, and is why it has no base. */
static void write_reason(Writer *writer, Turn *turn, const OutlineClause *clause, size_t base, Place *place)
{
    size_t row_index = 0;
    if (find_reason(writer, turn, clause, base, is_new, &row_index) != NULL) {
        if (QCDC_FAULT("change-place-new-once", !turn->is_new_said, true))
            turn->is_new_said = write_note(writer, turn, clause, base, QCDC_TOLD_NEW, is_new, place);
    } else if (!write_note(writer, turn, clause, base, QCDC_TOLD_NO_BASE, is_base_missing, place)) {
        bool is_said = QCDC_FAULT("change-place-break-once", place->is_break_said, false);
        if (!is_said && QCDC_FAULT("change-place-break", true, false))
            place->is_break_said = write_note(writer, turn, clause, base, QCDC_TOLD_BREAK, is_across_break, place);
    }
}

/* What the parts brought follows their change (W20). */
static void write_shares(Writer *writer, const Turn *turn, const OutlineClause *clause, size_t base, Place *place)
{
    ShareList list;
    if (!share_list_fill(writer, turn, clause, base, &list))
        return;
    share_list_write(writer, &list, open_place(place));
}

static void write_base(Writer *writer, Turn *turn, const OutlineClause *clause, size_t base, Place *place)
{
    if (QCDC_FAULT("change-place-zero", has_zero_told(writer, turn, clause, base), false))
        return;
    size_t apart = plan_list_count_apart(writer, turn, clause, base);
    if (apart > 0) {
        plan_list_write(writer, turn, clause, base, apart, open_place(place));
    } else if (write_lists(writer, turn, clause, base, place)) {
        write_shares(writer, turn, clause, base, place);
    } else {
        write_reason(writer, turn, clause, base, place);
    }
}

unsigned changes_write(Writer *writer, Turn *turn, const OutlineClause *clause, Prose *out)
{
    size_t bases = comparison_base_count(writer->comparison);
    Place place = {0};
    unsigned told = write_zeros(writer, turn, clause, out) ? TOLD_ASIDE : 0;
    for (size_t base = 0; base < bases; base++)
        write_base(writer, turn, clause, base, &place);
    told |= close_place(writer, turn, &place, out) ? TOLD_CHANGE : 0;
    for (size_t base = 0; base < bases; base++)
        told |= write_field_changes(writer, turn, clause, base, out) ? TOLD_ASIDE : 0;
    return told;
}
