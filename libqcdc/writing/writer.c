/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "writer-private.h"

#include <string.h>

#include <qcdc/number.h>

#include "kernel/fault-private.h"
#include "model/catalog-private.h"
#include "row-figures-private.h"

enum {
    PHRASE_BYTES = 1024, /* a list of changes is rarely longer; a longer one is written twice */
    PHRASE_SPANS = 64
};

/* W7: auto is a comma with percent=brackets or show_base, else brackets. */
static QcdcChangePlace choose_place(const QcdcStyle *style)
{
    if (style->change == QCDC_CHANGE_PLACE_COMMA || style->change == QCDC_CHANGE_PLACE_FIRST ||
        style->change == QCDC_CHANGE_PLACE_BRACKETS)
        return style->change;
    bool has_second = style->percent > QCDC_PERCENT_NONE && style->percent != QCDC_PERCENT_ALONE;
    bool is_comma = has_second || style->show_base != 0;
    return is_comma ? QCDC_CHANGE_PLACE_COMMA : QCDC_CHANGE_PLACE_BRACKETS;
}

QcdcStatus writer_begin(Writer *writer, const QcdcComparison *comparison, const QcdcStyle *style, QcdcError *error)
{
    QcdcStyle chosen = style != NULL ? *style : (QcdcStyle){0};
    if (comparison == NULL || (chosen.size != 0 && chosen.size != sizeof chosen))
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no comparison, or a style of another size", NULL,
                              NULL);
    if (chosen.language == QCDC_LANGUAGE_DEFAULT)
        chosen.language = QCDC_LANGUAGE_VI;
    chosen.change = choose_place(&chosen);
    *writer = (Writer){.comparison = comparison,
                       .catalog = qcdc_comparison_get_catalog(comparison),
                       .words = frame_words_get(chosen.language),
                       .style = chosen,
                       .error = error};
    return QCDC_OK;
}

void writer_clear(Writer *writer)
{
    outline_clear(&writer->outline);
}

void writer_fail(Writer *writer, QcdcStatus status)
{
    if (writer->status == QCDC_OK)
        writer->status = status;
}

const QcdcComparisonRow *writer_row(const Writer *writer, size_t subject, size_t indicator, size_t base, size_t *out_row)
{
    return comparison_row(writer->comparison, subject, indicator, base, out_row);
}

const QcdcComparisonRow *writer_valued_row(const Writer *writer, size_t subject, size_t indicator, size_t *out_row)
{
    const QcdcComparisonRow *row = writer_row(writer, subject, indicator, 0, out_row);
    return row != NULL && row->change.current.state == QCDC_FIGURE_VALUED ? row : NULL;
}

const char *writer_text(const Writer *writer, size_t indicator, QcdcIndicatorField field)
{
    const char *text =
        qcdc_catalog_get_indicator_text(writer->catalog, comparison_indicator(writer->comparison, indicator), field);
    return text != NULL ? text : "";
}

const char *writer_name(const Writer *writer, size_t indicator)
{
    QcdcIndicatorId id = comparison_indicator(writer->comparison, indicator);
    return catalog_indicator_words(writer->catalog, id, QCDC_INDICATOR_NAME, writer->style.language == QCDC_LANGUAGE_EN);
}

const char *writer_measure(const Writer *writer, size_t indicator)
{
    QcdcIndicatorId id = comparison_indicator(writer->comparison, indicator);
    return catalog_indicator_measure(writer->catalog, id, writer->style.language == QCDC_LANGUAGE_EN);
}

/* D26: the people's own words after a number are Vietnamese; English has the measure alone. */
static const char *text_or_measure(const Writer *writer, size_t indicator, QcdcIndicatorField field)
{
    const char *text = writer->words->names_lead ? "" : writer_text(writer, indicator, field);
    return text[0] != '\0' ? text : writer_measure(writer, indicator);
}

const char *writer_object(const Writer *writer, size_t indicator)
{
    return text_or_measure(writer, indicator, QCDC_INDICATOR_OBJECT);
}

const char *writer_short_measure(const Writer *writer, size_t indicator)
{
    return text_or_measure(writer, indicator, QCDC_INDICATOR_SHORT_MEASURE);
}

const OutlineClause *writer_clause(const Writer *writer, size_t clause)
{
    return &ARRAY_AT(&writer->outline.clauses, OutlineClause, clause);
}

const OutlineList *writer_list(const Writer *writer, const OutlineClause *clause, size_t index)
{
    return &ARRAY_AT(&writer->outline.lists, OutlineList, clause->first_list + index);
}

size_t writer_figure(const Writer *writer, const OutlineClause *clause, size_t index)
{
    return ARRAY_AT(&writer->outline.figures, size_t, clause->first + index);
}

size_t writer_count_values(const Writer *writer, size_t subject, const OutlineClause *clause)
{
    size_t count = 0;
    for (size_t index = 0; index < clause->count; index++)
        count += writer_valued_row(writer, subject, writer_figure(writer, clause, index), NULL) != NULL;
    return count;
}

/* W6: what stands at a point in time goes from somewhere to somewhere. */
static bool is_stock(QcdcNature nature)
{
    return nature == QCDC_NATURE_STOCK;
}

/* W18: what is no aim to be reached or passed. */
static bool is_limit(const Writer *writer, const QcdcComparisonRow *row, size_t indicator)
{
    const char *direction = writer_text(writer, indicator, QCDC_INDICATOR_PLAN_DIRECTION);
    return row->base == QCDC_BASE_PLAN && direction[0] != '\0' &&
           QCDC_FAULT("writer-plan-limit", strcmp(direction, "at-least") != 0, strcmp(direction, "at-most") == 0);
}

QcdcPhraseItem writer_item(const Writer *writer, const QcdcComparisonRow *row, size_t indicator)
{
    QcdcIndicatorId id = comparison_indicator(writer->comparison, indicator);
    unsigned decimals = qcdc_catalog_get_indicator_decimals(writer->catalog, id);
    const char *measure = writer_text(writer, indicator, QCDC_INDICATOR_MEASURE);
    return (QcdcPhraseItem){.change = row->change,
                            .measure = writer_short_measure(writer, indicator),
                            .base_hedge = frame_words_hedge(row->base_cell.hedge, writer->style.language),
                            .decimals = (uint8_t)decimals,
                            .counted = qcdc_measure_is_counted(measure, decimals, row->change.quantity),
                            .stock = is_stock(qcdc_catalog_get_indicator_nature(writer->catalog, id)),
                            .plan_is_limit = is_limit(writer, row, indicator),
                            .of_mean = row_is_of_mean(writer->comparison, row)};
}

/* A figure that is no more than nearly 0 is said in digits, after its hedge. */
bool writer_says_none(const Writer *writer, const QcdcComparisonRow *row, size_t indicator)
{
    const QcdcFigure *figure = &row->change.current;
    bool is_zero = figure->state == QCDC_FIGURE_VALUED && !figure->is_fraction && figure->value.coefficient == 0;
    bool is_plain = (figure->status & QCDC_OBSERVATION_CODE_MASK) == QCDC_OBSERVATION_NORMAL &&
                    (row->current_cell.hedge == NULL || row->current_cell.hedge[0] == '\0');
    return writer->words->none != NULL && is_zero && is_plain && writer_item(writer, row, indicator).counted != 0;
}

/* Writes once into the stack; where that is too small, a second time into memory of the size that was told. */
static QcdcStatus write_again(PhraseCall *call, const void *context, QcdcPhraseText *text, QcdcError *error)
{
    text->size = text->length + 1;
    text->span_size = text->span_count;
    text->buffer = memory_try_new(text->size, 1);
    text->spans = memory_try_new(text->span_size, sizeof *text->spans);
    if (text->buffer == NULL || text->spans == NULL)
        return memory_fail(error);
    return call(context, text, error);
}

void writer_add_phrase(Writer *writer, PhraseCall *call, const void *context, const PhraseRows *rows, Prose *out)
{
    char buffer[PHRASE_BYTES];
    QcdcPhraseSpan spans[PHRASE_SPANS];
    QcdcPhraseText text = {.buffer = buffer, .size = sizeof buffer, .spans = spans, .span_size = PHRASE_SPANS};
    if (writer->status != QCDC_OK)
        return;
    QcdcStatus status = call(context, &text, writer->error);
    bool is_larger = status == QCDC_OK && (text.length >= sizeof buffer || text.span_count > PHRASE_SPANS);
    if (is_larger)
        status = write_again(call, context, &text, writer->error);
    if (status == QCDC_OK)
        prose_add_phrase(out, &text, rows, writer->style.language);
    else
        writer_fail(writer, status);
    if (is_larger) {
        qcdc_free(text.buffer);
        qcdc_free(text.spans);
    }
}

typedef struct FigureCall {
    QcdcPhraseItem item;
    const QcdcFigure *figure;
    const QcdcStyle *style;
    bool of_base, rate;
} FigureCall;

/* The language layer knows a figure, not whose it is. */
static void mark_as_base(QcdcPhraseText *text)
{
    for (size_t index = 0; index < text->span_count && index < text->span_size; index++) {
        bool is_field = text->spans[index].role == QCDC_ROLE_FIELD;
        text->spans[index].role = is_field ? QCDC_ROLE_BASE_FIELD : QCDC_ROLE_BASE;
    }
}

static QcdcStatus call_figure(const void *context, QcdcPhraseText *text, QcdcError *error)
{
    const FigureCall *call = context;
    QcdcStatus status = qcdc_phrase_write_figure(call->figure, &call->item, call->rate, call->style, text, error);
    if (status == QCDC_OK && call->of_base)
        mark_as_base(text);
    return status;
}

void writer_add_figure(Writer *writer, const QcdcComparisonRow *row, size_t row_index, size_t indicator, bool of_base,
                       bool rate, Prose *out)
{
    FigureCall call = {.item = writer_item(writer, row, indicator),
                       .figure = of_base ? &row->change.base : &row->change.current,
                       .style = &writer->style,
                       .of_base = of_base,
                       .rate = rate};
    PhraseRows rows = {.items = &row_index, .coverage = SIZE_MAX};
    if (writer->status != QCDC_OK)
        return;
    writer_add_phrase(writer, call_figure, &call, &rows, out);
    if (QCDC_FAULT("writer-figure-overflow", writer->status == QCDC_STATUS_OVERFLOW, false))
        comparison_fail_percent(writer->comparison, row, of_base, writer->error);
}

void writer_add_count(Writer *writer, uint32_t count, QcdcRole role, size_t row, Prose *out)
{
    char digits[QCDC_NUMBER_TEXT_SIZE];
    QcdcNumberFormat format = {.language = writer->style.language}; /* W13: never padded */
    qcdc_number_to_text((QcdcDecimal){.coefficient = count}, &format, digits, sizeof digits);
    prose_add_number(out, digits, role, row, writer->style.language);
}

char *writer_kinds(Writer *writer, size_t subject, size_t indicator, int base)
{
    QcdcIndicatorId id = comparison_indicator(writer->comparison, indicator);
    bool in_english = writer->style.language == QCDC_LANGUAGE_EN;
    size_t length = comparison_kinds(writer->comparison, subject, id, base, in_english, NULL, 0);
    char *kinds = memory_try_new(length + 1, 1);
    if (kinds == NULL)
        writer_fail(writer, memory_fail(writer->error));
    else
        comparison_kinds(writer->comparison, subject, id, base, in_english, kinds, length + 1);
    return kinds;
}
