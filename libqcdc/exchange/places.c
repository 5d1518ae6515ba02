/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/places-private.h"

#include <glib.h>
#include <string.h>

#include <qcdc/period.h>

#include "exchange/nearest-private.h"
#include "kernel/fault-private.h"
#include "model/catalog-private.h"

/* A row that is being read. */
typedef struct PlaceRow {
    PlacesReader *reader;
    const QcdcRecord *record;
    TextPlace *place;
    QcdcStatus status; /* the first that is not QCDC_OK */
} PlaceRow;

static int32_t column_of(const PlaceRow *row, PlaceField field)
{
    return row->record->columns != NULL ? row->record->columns[field] : 0;
}

static void refuse(PlaceRow *row, const char *code, PlaceField field, const char *complaint, const char *hint)
{
    const char *text = row->place->texts[field];

    if (row->status == QCDC_OK)
        row->status = report_value(&row->reader->report, code, row->record->row, column_of(row, field), place_field_to_name(field),
                                   text, strlen(text), complaint, hint);
}

/* What a lower layer said of a value. */
static void refuse_as(PlaceRow *row, const char *code, PlaceField field, const QcdcError *fault)
{
    if (row->status == QCDC_OK)
        row->status = report_error(&row->reader->report, code, row->record->row, column_of(row, field), "", fault);
}

static void fail(PlaceRow *row)
{
    if (row->status == QCDC_OK)
        row->status = memory_fail(row->reader->report.error);
}

static void refuse_word(PlaceRow *row, const char *code, PlaceField field, const char *const *words)
{
    char hint[QCDC_ERROR_HINT_SIZE];

    nearest_hint(row->place->texts[field], words, hint, sizeof hint);
    refuse(row, code, field, "is not known", hint);
}

static void read_name(PlaceRow *row)
{
    PlaceList *list = row->reader->list;
    const char *name = row->place->texts[PLACE_NAME];
    size_t index = place_list_count(list) - 1;

    if (!place_can_be_called(name, strlen(name)))
        refuse(row, "QCDC-F150", PLACE_NAME, "is no name of a place", "1 to 64 letters a-z, A-Z, digits, _ and -");
    else if (QCDC_FAULT("places-twice", place_list_find(list, name, strlen(name)) != SIZE_MAX, false))
        refuse(row, "QCDC-F151", PLACE_NAME, "is there already", "each place has a name of its own");
    else if (!place_list_name(list, index))
        fail(row);
}

static void read_shows(PlaceRow *row)
{
    const char *words[PLACE_OF_END + 1] = { NULL };

    row->place->shows = place_shows_parse(row->place->texts[PLACE_SHOWS]);
    for (size_t k = 0; k < PLACE_OF_END; k++)
        words[k] = place_shows_to_name(k);
    if (row->place->shows == PLACE_OF_NONE)
        refuse_word(row, "QCDC-F152", PLACE_SHOWS, words);
}

static void check_field(PlaceRow *row, PlaceField field)
{
    PlaceShows shows = row->place->shows;
    bool is_filled = row->place->texts[field][0] != '\0';
    char complaint[96];

    if (is_filled && !place_takes(shows, field)) {
        g_snprintf(complaint, sizeof complaint, "has no meaning where shows is %s", place_shows_to_name((size_t)shows));
        refuse(row, "QCDC-F159", field, complaint, "leave it empty");
    } else if (!is_filled && place_needs(shows, field)) {
        g_snprintf(complaint, sizeof complaint, "is empty, and %s needs it", place_shows_to_name((size_t)shows));
        refuse(row, "QCDC-F159", field, complaint, field == PLACE_TABLE ? "a code of tables.csv" : "a code of indicators.csv");
    }
}

static void check_fields(PlaceRow *row)
{
    for (int field = PLACE_UNIT; field < PLACE_FIELD_END && row->place->shows != PLACE_OF_NONE; field++)
        check_field(row, (PlaceField)field);
}

static void read_unit(PlaceRow *row)
{
    const char *code = row->place->texts[PLACE_UNIT];
    QcdcUnitId unit;
    QcdcError fault = { 0 };

    if (code[0] != '\0' && row->reader->has_all_units &&
        qcdc_catalog_find_unit(row->reader->catalog, code, (QcdcPeriod){ 0 }, &unit, &fault) != QCDC_OK)
        refuse_as(row, "QCDC-F153", PLACE_UNIT, &fault);
}

/* The next item of a list joined by |, kept by the pool; NULL at its end, or with a failed row. */
static const char *next_item(PlaceRow *row, const char **list)
{
    const char *start = *list, *item;

    if (start == NULL || row->status != QCDC_OK)
        return NULL;
    size_t length = measure_until(start, '|');
    *list = start[length] != '\0' ? start + length + 1 : NULL;
    item = string_pool_keep(&row->reader->list->strings, start, length);
    if (item == NULL)
        fail(row);
    return item;
}

static const char *list_of(const PlaceRow *row, PlaceField field)
{
    const char *text = row->place->texts[field];

    return text[0] != '\0' ? text : NULL;
}

/* D65: a rate is that of a ratio by formula, whose value is two terms. */
static void check_rate(PlaceRow *row, QcdcIndicatorId indicator)
{
    if (row->place->shows == PLACE_OF_RATE && catalog_indicator(row->reader->catalog, indicator)->is_fraction == 0)
        refuse(row, "QCDC-F154", PLACE_INDICATOR, "is no ratio by formula", "shows=value prints the figure of any indicator");
}

static void read_indicator(PlaceRow *row, const char *code)
{
    QcdcIndicatorId indicator;
    QcdcError fault = { 0 };
    const char **kept = ARRAY_ADD(&row->reader->list->indicators, const char *);

    if (kept == NULL) {
        fail(row);
        return;
    }
    *kept = code;
    row->place->indicator_count++;
    if (qcdc_catalog_find_indicator(row->reader->catalog, code, &indicator, &fault) == QCDC_OK)
        check_rate(row, indicator);
    else if (row->reader->has_all_indicators || fault.status == QCDC_STATUS_MEMORY)
        refuse_as(row, "QCDC-F154", PLACE_INDICATOR, &fault);
}

static void read_indicators(PlaceRow *row)
{
    const char *rest = list_of(row, PLACE_INDICATOR), *code;

    row->place->first_indicator = row->reader->list->indicators.count;
    while ((code = next_item(row, &rest)) != NULL)
        read_indicator(row, code);
    if (place_is_of_row(row->place->shows) && row->place->indicator_count > 1)
        refuse(row, "QCDC-F159", PLACE_INDICATOR, "names several indicators", "a place for one figure has one indicator");
}

static void read_period(PlaceRow *row)
{
    const char *label = row->place->texts[PLACE_PERIOD];
    QcdcPeriod period;
    QcdcError fault = { 0 };

    if (label[0] != '\0' && qcdc_period_parse(label, strlen(label), &period, &fault) != QCDC_OK)
        refuse_as(row, "QCDC-F155", PLACE_PERIOD, &fault);
}

/* A plan that is declared, a unit that is there. */
static void check_base(PlaceRow *row, const QcdcBaseOption *base)
{
    QcdcUnitId unit;
    QcdcError fault = { 0 };

    if (base->base == QCDC_BASE_PLAN && catalog_find_plan(row->reader->catalog, base->plan) == SIZE_MAX)
        refuse(row, "QCDC-F155", PLACE_BASE, "names a plan that is not declared", "plans stand under [plans] of bundle.ini");
    else if (base->base == QCDC_BASE_UNIT && base->unit != NULL && row->reader->has_all_units &&
             qcdc_catalog_find_unit(row->reader->catalog, base->unit, (QcdcPeriod){ 0 }, &unit, &fault) != QCDC_OK)
        refuse_as(row, "QCDC-F155", PLACE_BASE, &fault);
}

static void read_base(PlaceRow *row, const char *word)
{
    QcdcBaseOption option, *kept;
    QcdcError fault = { 0 };

    if (qcdc_base_option_parse(word, &option, &fault) != QCDC_OK) {
        refuse_as(row, "QCDC-F155", PLACE_BASE, &fault);
        return;
    }
    kept = ARRAY_ADD(&row->reader->list->bases, QcdcBaseOption);
    if (kept == NULL) {
        fail(row);
        return;
    }
    *kept = option;
    row->place->base_count++;
    check_base(row, &option);
}

/* The period of a plan is known with a figure alone (S24). */
static bool is_of_plan(const PlaceRow *row)
{
    const PlaceList *list = row->reader->list;

    return row->place->base_count > 0 && ARRAY_AT(&list->bases, QcdcBaseOption, row->place->first_base).base == QCDC_BASE_PLAN;
}

static void read_bases(PlaceRow *row)
{
    const char *rest = list_of(row, PLACE_BASE), *word;
    PlaceShows shows = row->place->shows;

    row->place->first_base = row->reader->list->bases.count;
    while ((word = next_item(row, &rest)) != NULL)
        read_base(row, word);
    if (row->place->base_count > 1 && shows != PLACE_OF_SENTENCE && shows != PLACE_OF_PARAGRAPH)
        refuse(row, "QCDC-F159", PLACE_BASE, "names several bases", "sentence and paragraph alone take several");
    if (shows == PLACE_OF_BASE_PERIOD && is_of_plan(row))
        refuse(row, "QCDC-F159", PLACE_BASE, "has no period of its own", "a base in time");
}

static void read_by(PlaceRow *row)
{
    static const char *const words[] = { "none", "child", "level", "group", "indicator", NULL };
    const char *by = row->place->texts[PLACE_BY];
    int number = 0;

    while (by[0] != '\0' && words[number] != NULL && strcmp(words[number], by) != 0)
        number++;
    if (words[number] == NULL)
        refuse_word(row, "QCDC-F156", PLACE_BY, words);
    else
        row->place->by = by[0] != '\0' ? (QcdcBy)(QCDC_BY_NONE + number) : QCDC_BY_DEFAULT;
}

static void read_depth(PlaceRow *row)
{
    const char *text = row->place->texts[PLACE_DEPTH];
    int64_t depth = text[0] != '\0' ? read_whole(text, INT32_MAX) : 0;

    if (strcmp(text, "all") == 0)
        row->place->depth = QCDC_DEPTH_ALL;
    else if (text[0] != '\0' && depth < 1)
        refuse(row, "QCDC-F156", PLACE_DEPTH, "is no depth", "1, 2, 3 … or all");
    else
        row->place->depth = (int32_t)depth;
}

static void read_basis(PlaceRow *row)
{
    static const char *const words[] = { "as-reported", "common", NULL };
    const char *basis = row->place->texts[PLACE_BASIS];

    if (strcmp(basis, "as-reported") == 0)
        row->place->basis = QCDC_BASIS_AS_REPORTED;
    else if (strcmp(basis, "common") == 0)
        row->place->basis = QCDC_FAULT("places-basis", QCDC_BASIS_COMMON, QCDC_BASIS_AS_REPORTED);
    else if (basis[0] != '\0')
        refuse_word(row, "QCDC-F156", PLACE_BASIS, words);
}

/* W24 */
static void check_basis(PlaceRow *row)
{
    const Array *bases = &row->reader->list->bases;
    size_t count = row->place->base_count;
    QcdcBase base = count > 0 ? ARRAY_AT(bases, QcdcBaseOption, row->place->first_base).base : QCDC_BASE_SAME_PERIOD;
    bool is_in_time = base == QCDC_BASE_SAME_PERIOD || base == QCDC_BASE_PREVIOUS || base == QCDC_BASE_PERIOD;

    if (row->place->basis == QCDC_BASIS_COMMON && QCDC_FAULT("places-common", count > 1 || !is_in_time, false))
        refuse(row, "QCDC-F159", PLACE_BASIS, "needs one base in time", "same-period, previous or a period");
}

static void read_table(PlaceRow *row)
{
    const char *code = row->place->texts[PLACE_TABLE];
    const QcdcLayout *layout;
    QcdcError fault = { 0 };

    if (code[0] != '\0' && row->reader->layouts != NULL &&
        qcdc_layouts_find(row->reader->layouts, code, &layout, &fault) != QCDC_OK)
        refuse_as(row, "QCDC-F157", PLACE_TABLE, &fault);
}

static void read_style_item(PlaceRow *row, const char *item)
{
    size_t length = measure_until(item, '=');
    const char *key = string_pool_keep(&row->reader->list->strings, item, length);
    QcdcError fault = { 0 };

    if (key == NULL)
        fail(row);
    else if (item[length] == '\0')
        refuse(row, "QCDC-F158", PLACE_STYLE, "holds what is not KEY=VALUE", "KEY=VALUE, several joined by |");
    else if (qcdc_style_set(&row->place->style, key, item + length + 1, &fault) != QCDC_OK)
        refuse_as(row, "QCDC-F158", PLACE_STYLE, &fault);
}

static void read_style(PlaceRow *row)
{
    const char *rest = list_of(row, PLACE_STYLE), *item;

    row->place->style = *row->reader->style;
    while ((item = next_item(row, &rest)) != NULL)
        read_style_item(row, item);
}

QcdcStatus places_take(PlacesReader *reader, const QcdcRecord *record)
{
    PlaceRow row = { .reader = reader, .record = record, .place = place_list_add(reader->list, record) };

    if (row.place == NULL)
        return memory_fail(reader->report.error);
    read_shows(&row);
    read_name(&row);
    if (row.place->shows == PLACE_OF_NONE)
        return row.status;
    check_fields(&row);
    read_unit(&row);
    read_indicators(&row);
    read_period(&row);
    read_bases(&row);
    read_by(&row);
    read_depth(&row);
    read_basis(&row);
    check_basis(&row);
    read_table(&row);
    read_style(&row);
    return row.status;
}
