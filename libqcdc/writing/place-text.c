/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "place-text-private.h"

#include <string.h>

#include <qcdc/number.h>
#include <qcdc/period-name.h>
#include <qcdc/sentence.h>

#include "kernel/fault-private.h"
#include "language/phrase-words-private.h"
#include "language/printed-private.h"
#include "row-figures-private.h"
#include "writer-private.h"

/* Periods */

static const char *label_of(const PlaceCall *call, const TextPlace *place)
{
    const char *own = place->texts[PLACE_PERIOD];
    return own[0] != '\0' ? own : call->period;
}

static QcdcStatus find_period(const PlaceCall *call, const TextPlace *place, QcdcPeriod *out_period, QcdcError *error)
{
    const char *label = label_of(call, place);
    if (label == NULL)
        return qcdc_dataset_get_latest_period(call->dataset, out_period, error);
    return qcdc_period_parse(label, strlen(label), out_period, error);
}

static const QcdcBaseOption *base_of(const PlaceCall *call, const TextPlace *place, size_t index)
{
    static const QcdcBaseOption same_period = {.base = QCDC_BASE_SAME_PERIOD};
    return index < place->base_count ? &ARRAY_AT(&call->list->bases, QcdcBaseOption, place->first_base + index) : &same_period;
}

/* S15; of a plan, a unit and a mean the period itself. */
static QcdcStatus find_base_period(const QcdcBaseOption *base, QcdcPeriod period, QcdcPeriod *out_period, QcdcError *error)
{
    switch (base->base) {
    case QCDC_BASE_SAME_PERIOD:
        return qcdc_period_same_last_year(period, out_period, error);
    case QCDC_BASE_PREVIOUS:
        return qcdc_period_previous(period, out_period, error);
    case QCDC_BASE_PERIOD:
        return qcdc_period_parse(base->period, strlen(base->period), out_period, error);
    default:
        *out_period = period;
        return QCDC_OK;
    }
}

bool place_gather_periods(const PlaceCall *call, const TextPlace *place, Array *periods)
{
    QcdcPeriod period, base;
    if (find_period(call, place, &period, NULL) != QCDC_OK)
        return true;
    if (!array_append(periods, &period, 1, sizeof period))
        return false;
    for (size_t k = 0; k == 0 || k < place->base_count; k++)
        if (find_base_period(base_of(call, place, k), period, &base, NULL) == QCDC_OK && !array_append(periods, &base, 1, sizeof base))
            return false;
    /* a plan to reduce by so much is held against the same period last year (S24) */
    return qcdc_period_same_last_year(period, &base, NULL) != QCDC_OK || array_append(periods, &base, 1, sizeof base);
}

/* Comparisons */

/* What is held against nothing needs no period before it: it is held against itself. */
typedef struct SelfBase {
    char label[QCDC_PERIOD_TEXT_SIZE];
    QcdcBaseOption option;
} SelfBase;

static QcdcStatus find_self_base(const PlaceCall *call, const TextPlace *place, SelfBase *out_base, QcdcError *error)
{
    QcdcPeriod period;
    QcdcStatus status = find_period(call, place, &period, error);
    if (status != QCDC_OK)
        return status;
    qcdc_period_to_text(period, out_base->label, sizeof out_base->label);
    out_base->option = (QcdcBaseOption){.base = QCDC_BASE_PERIOD, .period = out_base->label};
    return QCDC_OK;
}

static QcdcStatus compare(const PlaceCall *call, const TextPlace *place, QcdcComparison **out_comparison, QcdcError *error)
{
    SelfBase self;
    const char *unit = place->texts[PLACE_UNIT];
    const Array *indicators = &call->list->indicators;
    QcdcSelection selection = {.size = sizeof selection,
                               .unit = unit[0] != '\0' ? unit : call->unit,
                               .period = label_of(call, place),
                               .by = place->by,
                               .depth = place->depth,
                               .indicator_count = place->indicator_count,
                               .base_count = place->base_count,
                               .basis = place->basis};
    if (place->indicator_count > 0)
        selection.indicators = &ARRAY_AT(indicators, const char *, place->first_indicator);
    if (place->base_count > 0)
        selection.bases = base_of(call, place, 0);
    if (!place_takes(place->shows, PLACE_BASE)) {
        QcdcStatus status = find_self_base(call, place, &self, error);
        if (status != QCDC_OK)
            return status;
        selection.bases = &self.option;
        selection.base_count = 1;
    }
    return qcdc_cube_compare(call->cube, &selection, out_comparison, error);
}

/* Lines of a passage without the last line end; @separator between them. */
static void append_lines(Text *out, const char *text, char separator)
{
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == '\n')
        length--;
    for (size_t k = 0; k < length; k++)
        text_append_character(out, text[k] == '\n' ? separator : text[k]);
}

static QcdcStatus take_sentence(QcdcStatus status, QcdcSentence *sentence, char separator, Text *out)
{
    append_lines(out, qcdc_sentence_get_text(sentence), separator);
    qcdc_sentence_unref(sentence);
    return status;
}

static QcdcStatus write_passage(const QcdcComparison *comparison, const TextPlace *place, Text *out, QcdcError *error)
{
    QcdcSentence *sentence = NULL;
    QcdcStatus status = qcdc_comparison_write(comparison, &place->style, &sentence, error);
    bool is_line = place->shows == QCDC_FAULT("place-line", PLACE_OF_SENTENCE, PLACE_OF_PARAGRAPH);
    return take_sentence(status, sentence, is_line ? ' ' : '\n', out);
}

/* One row */

typedef struct PlaceRow {
    Writer writer;
    const QcdcComparisonRow *row;
    size_t number;
    RowFigures figures;
    const TextPlace *place;
} PlaceRow;

static void write_printed(const PlaceRow *at, bool of_base, Text *out)
{
    PlaceRow *writing = (PlaceRow *)at;
    Prose prose = {0};
    const QcdcFigure *figure = of_base ? &at->row->change.base : &at->row->change.current;
    if (figure->state != QCDC_FIGURE_VALUED)
        return;
    /* a mean is a fraction too, and is printed as one number (W16) */
    bool is_rate = at->place->shows == PLACE_OF_RATE || (of_base && at->row->base == QCDC_BASE_PARENT_MEAN);
    const char *hedge = of_base ? at->row->base_cell.hedge : at->row->current_cell.hedge;
    prose_add_hedge(&prose, frame_words_hedge(hedge, writing->writer.style.language));
    writer_add_figure(&writing->writer, at->row, at->number, 0, of_base, is_rate, &prose);
    text_append(out, text_get(&prose.text));
    out->failed = out->failed || prose.failed || prose.text.failed;
    prose_clear(&prose);
}

/* W13: what is not 0 and would print as 0 is less than the least that can be printed. */
static void write_number(const PlaceRow *at, QcdcDecimal value, bool is_zero, bool is_percent, Text *out)
{
    const QcdcStyle *style = &at->writer.style;
    char digits[QCDC_NUMBER_TEXT_SIZE];
    QcdcNumberFormat format = {.language = style->language, .trim = style->percent_keep_zeros == 0, .percent = is_percent};
    if (value.coefficient == 0 && QCDC_FAULT("place-below", !is_zero, false)) {
        value = (QcdcDecimal){.coefficient = 1, .decimals = (uint8_t)qcdc_printed_percent_decimals(style)};
        text_append(out, qcdc_phrase_get_words(style->language)->below);
        text_append(out, " ");
    }
    qcdc_number_to_text(value, &format, digits, sizeof digits);
    text_append(out, digits);
}

/* As values are: with the indicator's decimals, counts with a 0 before one digit (W13). */
static void write_amount(PlaceRow *at, QcdcDecimal value, Text *out)
{
    char buffer[2 * QCDC_NUMBER_TEXT_SIZE];
    QcdcPhraseText text = {.buffer = buffer, .size = sizeof buffer};
    QcdcPhraseItem item = writer_item(&at->writer, at->row, 0);
    QcdcFigure figure = {.state = QCDC_FIGURE_VALUED, .value = value};
    QcdcStatus status = qcdc_phrase_write_figure(&figure, &item, false, &at->writer.style, &text, at->writer.error);
    if (status == QCDC_OK)
        text_append(out, buffer);
    else
        writer_fail(&at->writer, status);
}

static void write_difference(PlaceRow *at, Text *out)
{
    const RowFigures *figures = &at->figures;
    MaybeDecimal told = row_figures_told(figures, at->row);
    if (!told.is_there)
        return;
    if (figures->points.is_there)
        write_number(at, told.value, at->row->change.direction == QCDC_DIRECTION_UNCHANGED, false, out);
    else if (figures->places.is_there)
        write_number(at, told.value, true, false, out);
    else
        write_amount(at, told.value, out);
}

/* The growth; of a plan how much of it is reached. */
static void write_percent(const PlaceRow *at, Text *out)
{
    const RowFigures *figures = &at->figures;
    bool is_plan = at->row->base == QCDC_BASE_PLAN;
    MaybeDecimal percent = is_plan ? figures->attainment : figures->percent;
    bool is_zero = is_plan ? at->row->change.current.value.coefficient == 0 : at->row->change.difference.coefficient == 0;
    if (percent.is_there)
        write_number(at, percent.value, is_zero, true, out);
}

static void write_change(PlaceRow *at, Text *out)
{
    QcdcSentence *sentence = NULL;
    QcdcStatus status = qcdc_comparison_write_row(at->writer.comparison, at->number, &at->place->style, &sentence, at->writer.error);
    if (take_sentence(status, sentence, ' ', out) != QCDC_OK)
        writer_fail(&at->writer, status);
}

static void write_figure(PlaceRow *at, Text *out)
{
    switch (at->place->shows) {
    case PLACE_OF_CHANGE:
        write_change(at, out);
        break;
    case PLACE_OF_BASE:
        write_printed(at, true, out);
        break;
    case PLACE_OF_DIFFERENCE:
        write_difference(at, out);
        break;
    case PLACE_OF_PERCENT:
        write_percent(at, out);
        break;
    default:
        write_printed(at, false, out);
        break;
    }
}

static QcdcStatus write_row(const QcdcComparison *comparison, const TextPlace *place, Text *out, QcdcError *error)
{
    PlaceRow at = {.place = place};
    QcdcStatus status = writer_begin(&at.writer, comparison, &place->style, error);
    if (status != QCDC_OK)
        return status;
    at.row = comparison_row(comparison, 0, 0, 0, &at.number);
    if (at.row != NULL) {
        status = row_figures_find(comparison, 0, 0, at.row, &at.writer.style, &at.figures, error);
        if (status == QCDC_OK)
            write_figure(&at, out);
        if (status == QCDC_OK)
            status = at.writer.status;
    }
    writer_clear(&at.writer);
    return status;
}

static QcdcStatus write_compared(const QcdcComparison *comparison, const TextPlace *place, Text *out, QcdcError *error)
{
    if (place->shows == PLACE_OF_SENTENCE || place->shows == PLACE_OF_PARAGRAPH)
        return write_passage(comparison, place, out, error);
    if (comparison_block_count(comparison) > 1)
        return qcdc_error_set(error, QCDC_STATUS_REFUSED, NULL, 0, 0, "is for one unit, and several stand at the top", NULL,
                              "name the unit in places.csv, in default_unit, or in the call");
    if (comparison_subject_count(comparison) == 0)
        return QCDC_OK;
    if (place->shows != PLACE_OF_UNIT)
        return write_row(comparison, place, out, error);
    append_lines(out, comparison_subject(comparison, 0)->text_name, ' ');
    return QCDC_OK;
}

static QcdcStatus compare_and_write(const PlaceCall *call, const TextPlace *place, Text *out, QcdcError *error)
{
    QcdcComparison *comparison = NULL;
    QcdcStatus status = compare(call, place, &comparison, error);
    if (status == QCDC_OK)
        status = write_compared(comparison, place, out, error);
    qcdc_comparison_unref(comparison);
    return status;
}

/* Names of periods */

static QcdcStatus write_period(const PlaceCall *call, const TextPlace *place, Text *out, QcdcError *error)
{
    QcdcPeriod period;
    char name[QCDC_PERIOD_NAME_SIZE];
    QcdcStatus status = find_period(call, place, &period, error);
    if (status == QCDC_OK && place->shows == PLACE_OF_BASE_PERIOD)
        status = find_base_period(base_of(call, place, 0), period, &period, error);
    if (status != QCDC_OK)
        return status;
    qcdc_period_to_name(period, place->style.language, name, sizeof name);
    text_append(out, name);
    return QCDC_OK;
}

/* Tables */

/* The place's unit, else the table's, else that of the call. */
static const char *choose_table_unit(const PlaceCall *call, const TextPlace *place, const QcdcLayout *layout)
{
    const char *own = place->texts[PLACE_UNIT];
    if (own[0] != '\0')
        return own;
    return qcdc_layout_get_text(layout, QCDC_LAYOUT_UNIT)[0] != '\0' ? NULL : call->unit;
}

static QcdcStatus write_table(const PlaceCall *call, const TextPlace *place, Text *out, QcdcError *error)
{
    const char *period = place->texts[PLACE_PERIOD];
    QcdcLayoutOptions options = {.size = sizeof options,
                                 .period = period[0] != '\0' ? period : NULL,
                                 .base = place->base_count > 0 ? base_of(call, place, 0) : NULL,
                                 .default_unit = call->default_unit,
                                 .default_period = call->period};
    const QcdcLayout *layout;
    char *text = NULL;
    QcdcStatus status = qcdc_layouts_find(call->layouts, place->texts[PLACE_TABLE], &layout, error);
    if (status == QCDC_OK)
        options.unit = choose_table_unit(call, place, layout);
    if (status == QCDC_OK)
        status = qcdc_cube_to_layout(call->cube, layout, &options, &place->style, call->format, &text, error);
    if (status == QCDC_OK)
        append_lines(out, text, '\n');
    qcdc_free(text);
    return status;
}

/* What each kind of place is made of. */
static QcdcStatus write_shown(const PlaceCall *call, const TextPlace *place, Text *out, QcdcError *error)
{
    if (place->shows == PLACE_OF_PERIOD || place->shows == PLACE_OF_BASE_PERIOD)
        return write_period(call, place, out, error);
    if (place->shows == PLACE_OF_TABLE)
        return write_table(call, place, out, error);
    return compare_and_write(call, place, out, error);
}

QcdcStatus place_write(const PlaceCall *call, const TextPlace *place, Text *out, bool *out_is_there, QcdcError *error)
{
    size_t start = out->length;
    QcdcStatus status = write_shown(call, place, out, error);
    if (status == QCDC_OK && out->failed)
        status = memory_fail(error);
    *out_is_there = out->length > start;
    return status;
}
