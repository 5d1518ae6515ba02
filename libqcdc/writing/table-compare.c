/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-private.h"

#include <string.h>

#include <qcdc/number.h>
#include <qcdc/period-name.h>

#include "kernel/error-private.h"
#include "language/measure-private.h"
#include "row-figures-private.h"
#include "writer-private.h"

/* The names and the order of the contract; scripts rely on both. */
static const char *const names[] = {
    "unit",          "unit_name",           "indicator",           "indicator_name",    "measure",  "period",
    "base_period",   "current",             "base",                "difference",        "percent",  "percent_numerator",
    "percent_denominator", "percentage_points", "places",          "attainment",        "direction", "caveats",
    "status",        "base_status",         "expected",            "valued",            "base_expected", "base_valued",
    "basis",         "text",
};

/* A row and where it stands. */
typedef struct RowPlace {
    const QcdcComparisonRow *row;
    size_t subject, indicator, base;
} RowPlace;

static void add_maybe(Table *table, MaybeDecimal figure)
{
    if (figure.is_there)
        table_add_decimal(table, figure.value);
    else
        table_add_text(table, NULL);
}

/* D4, in the order of the bits. */
static void add_caveats(Table *table, uint32_t caveats)
{
    static const char *const words[] = {"current-missing",  "base-missing", "base-zero",          "base-negative", "coverage-differs",
                                        "calendar-differs", "units-differ", "definition-differs", "estimated",     "bounded"};
    Text list = {0};
    for (size_t bit = 0; bit < sizeof words / sizeof words[0]; bit++)
        if ((caveats >> bit & 1) != 0) {
            text_append(&list, list.length > 0 ? "|" : "");
            text_append(&list, words[bit]);
        }
    table_add_cell(table, CELL_LIST, text_get(&list));
    table->failed = table->failed || list.failed;
    text_clear(&list);
}

static const char *direction_to_name(QcdcDirection direction)
{
    static const char *const words[] = {[QCDC_DIRECTION_UNKNOWN] = "unknown",
                                        [QCDC_DIRECTION_DECREASE] = "decrease",
                                        [QCDC_DIRECTION_UNCHANGED] = "unchanged",
                                        [QCDC_DIRECTION_INCREASE] = "increase"};
    return words[direction];
}

/* D7: where no plan was found, there is no base to speak of. */
static bool has_base(const QcdcComparisonRow *row)
{
    bool is_found = row->base != QCDC_BASE_PLAN || row->change.base.state == QCDC_FIGURE_VALUED;
    return is_found && row->base_period.kind != QCDC_PERIOD_NONE;
}

static void add_key(Table *table, const Writer *writer, const RowPlace *at)
{
    QcdcPeriod none = {0};
    table_add_text(table, at->row->unit_code);
    table_add_text(table, frame_words_call(at->row->unit_code, at->row->unit_name, writer->style.language));
    table_add_text(table, writer_text(writer, at->indicator, QCDC_INDICATOR_CODE));
    table_add_text(table, writer_text(writer, at->indicator, QCDC_INDICATOR_NAME));
    table_add_text(table, writer_text(writer, at->indicator, QCDC_INDICATOR_MEASURE));
    table_add_period(table, at->row->period);
    table_add_period(table, has_base(at->row) ? at->row->base_period : none);
}

/* D5-D7; numerator and denominator stand where the percent does. */
static void add_figures(Table *table, const RowFigures *figures)
{
    MaybeDecimal none = {0};
    add_maybe(table, figures->current);
    add_maybe(table, figures->base);
    add_maybe(table, figures->difference);
    add_maybe(table, figures->percent);
    add_maybe(table, figures->percent.is_there ? figures->difference : none);
    add_maybe(table, figures->percent.is_there ? figures->base : none);
    add_maybe(table, figures->points);
    add_maybe(table, figures->places);
    add_maybe(table, figures->attainment);
}

static void add_coverage(Table *table, const QcdcComparisonRow *row)
{
    table_add_status(table, &row->change.current);
    table_add_status(table, &row->change.base);
    table_add_count(table, row->current_cell.expected);
    table_add_count(table, row->current_cell.valued);
    if (!has_base(row)) {
        table_add_text(table, NULL);
        table_add_text(table, NULL);
        return;
    }
    table_add_count(table, row->base_cell.expected);
    table_add_count(table, row->base_cell.valued);
}

/* W14; absent where there is no change to tell. */
static void add_text(Table *table, Writer *writer, const RowPlace *at)
{
    Prose prose = {0};
    change_write_row(writer, at->subject, at->indicator, at->base, &prose);
    table_add_text(table, prose_is_empty(&prose) ? NULL : text_get(&prose.text));
    table->failed = table->failed || prose.failed || prose.text.failed;
    prose_clear(&prose);
}

static QcdcStatus add_row(Table *table, Writer *writer, const RowPlace *at)
{
    RowFigures figures;
    QcdcStatus status = row_figures_find(writer->comparison, at->subject, at->indicator, at->row, &writer->style, &figures,
                                         writer->error);
    if (status != QCDC_OK)
        return status;
    add_key(table, writer, at);
    add_figures(table, &figures);
    table_add_text(table, direction_to_name(figures.direction));
    add_caveats(table, at->row->change.caveats);
    add_coverage(table, at->row);
    table_add_text(table, comparison_is_common(writer->comparison) ? "common" : "as-reported");
    add_text(table, writer, at);
    return writer->status;
}

/* For people */

static void add_number(Table *table, const Writer *writer, QcdcDecimal value)
{
    char digits[QCDC_NUMBER_TEXT_SIZE];
    QcdcNumberFormat format = {.language = writer->style.language};
    qcdc_number_to_text(value, &format, digits, sizeof digits);
    table_add_shown(table, digits, value);
}

/* S2: "-" nil, "..." missing, blank not applicable or not asked for. */
static void add_figure(Table *table, const Writer *writer, const QcdcFigure *figure, MaybeDecimal value, uint32_t expected)
{
    bool is_awaited =
        figure->state == QCDC_FIGURE_MISSING || (figure->state == QCDC_FIGURE_ABSENT && expected > 0);
    if (value.is_there && value.value.coefficient != 0)
        add_number(table, writer, value.value);
    else if (value.is_there)
        table_add_shown(table, "-", value.value);
    else
        table_add_text(table, is_awaited ? "..." : "");
}

static void add_reports(Table *table, uint32_t valued, uint32_t expected)
{
    Text text = {0};
    if (expected > 0) {
        text_append_number(&text, valued);
        text_append(&text, "/");
        text_append_number(&text, expected);
    }
    table_add_text(table, text_get(&text));
    table->failed = table->failed || text.failed;
    text_clear(&text);
}

static void add_signed(Table *table, const Writer *writer, MaybeDecimal told)
{
    if (told.is_there)
        add_number(table, writer, told.value);
    else
        table_add_text(table, "");
}

static void add_people_key(Table *table, const Writer *writer, const RowPlace *at)
{
    char name[QCDC_PERIOD_NAME_SIZE] = "";
    table_add_text(table, frame_words_call(at->row->unit_code, at->row->unit_name, writer->style.language));
    table_add_text(table, writer_name(writer, at->indicator));
    table_add_text(table, qcdc_measure_find_words(writer_measure(writer, at->indicator), writer->style.language, false).text);
    if (has_base(at->row))
        qcdc_period_to_name(at->row->base_period, writer->style.language, name, sizeof name);
    table_add_text(table, name);
}

static bool has_plan(const Writer *writer)
{
    for (size_t base = 0; base < comparison_base_count(writer->comparison); base++)
        if (comparison_base(writer->comparison, base)->base == QCDC_BASE_PLAN)
            return true;
    return false;
}

static QcdcStatus add_people_row(Table *table, Writer *writer, const RowPlace *at)
{
    RowFigures figures;
    const QcdcComparisonRow *row = at->row;
    QcdcStatus status =
        row_figures_find(writer->comparison, at->subject, at->indicator, row, &writer->style, &figures, writer->error);
    if (status != QCDC_OK)
        return status;
    add_people_key(table, writer, at);
    add_figure(table, writer, &row->change.base, figures.base, row->base_cell.expected);
    add_reports(table, row->base_units_valued, row->base_units_expected);
    add_figure(table, writer, &row->change.current, figures.current, row->current_cell.expected);
    add_reports(table, row->units_valued, row->units_expected);
    add_signed(table, writer, row_figures_told(&figures, row));
    add_signed(table, writer, figures.percent);
    if (has_plan(writer))
        add_signed(table, writer, figures.attainment);
    return QCDC_OK;
}

static void add_people_columns(Table *table, const Writer *writer, const TableWords *words)
{
    table_add_column(table, words->unit, NULL, false);
    table_add_column(table, words->indicator, NULL, false);
    table_add_column(table, words->measure, NULL, false);
    table_add_column(table, words->called, words->base, false);
    table_add_column(table, words->value, words->base, true);
    table_add_column(table, words->reports, words->base, true);
    table_add_column(table, words->value, words->now, true);
    table_add_column(table, words->reports, words->now, true);
    table_add_column(table, words->difference, words->change, true);
    table_add_column(table, words->percent, words->change, true);
    if (has_plan(writer))
        table_add_column(table, words->attainment, words->change, true);
}

static void add_columns(Table *table, const Writer *writer, bool for_machines)
{
    char name[QCDC_PERIOD_NAME_SIZE];
    const TableWords *words = table_words_get(writer->style.language);
    for (size_t column = 0; for_machines && column < sizeof names / sizeof names[0]; column++)
        table_add_column(table, names[column], NULL, false);
    if (!for_machines)
        add_people_columns(table, writer, words);
    qcdc_period_to_name(comparison_period(writer->comparison), writer->style.language, name, sizeof name);
    text_append(&table->caption, words->comparison);
    text_append(&table->caption, " ");
    text_append(&table->caption, name);
}

/* D8: all rows of the first base, then of the second. */
static QcdcStatus add_rows(Table *table, Writer *writer, bool for_machines)
{
    const QcdcComparison *comparison = writer->comparison;
    QcdcStatus status = QCDC_OK;
    RowPlace at;
    for (at.base = 0; at.base < comparison_base_count(comparison); at.base++)
        for (at.subject = 0; at.subject < comparison_subject_count(comparison); at.subject++)
            for (at.indicator = 0; at.indicator < comparison_indicator_count(comparison); at.indicator++) {
                at.row = comparison_row(comparison, at.subject, at.indicator, at.base, NULL);
                if (at.row != NULL && status == QCDC_OK)
                    status = for_machines ? add_row(table, writer, &at) : add_people_row(table, writer, &at);
            }
    return status;
}

QcdcStatus qcdc_comparison_to_table(const QcdcComparison *comparison, const QcdcStyle *style, QcdcTableFormat format,
                                    char **out_text, QcdcError *error)
{
    Writer writer;
    Table table = {0};
    if (out_text == NULL || (int)format < 0 || format >= QCDC_TABLE_END)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no place for the table, or no such format", NULL, NULL);
    QcdcStatus status = writer_begin(&writer, comparison, style, error);
    if (status != QCDC_OK)
        return status;
    add_columns(&table, &writer, table_is_for_machines(format));
    status = add_rows(&table, &writer, table_is_for_machines(format));
    if (status == QCDC_OK)
        status = table_write(&table, format, out_text, error);
    table_clear(&table);
    writer_clear(&writer);
    return status;
}

QcdcStatus qcdc_comparison_to_workbook(const QcdcComparison *comparison, const QcdcStyle *style, const char *path, QcdcError *error)
{
    Writer writer;
    Table table = {0};
    char label[QCDC_PERIOD_TEXT_SIZE];
    if (path == NULL || path[0] == '\0')
        return qcdc_error_set_argument(error, "no path");
    QcdcStatus status = writer_begin(&writer, comparison, style, error);
    if (status != QCDC_OK)
        return status;
    add_columns(&table, &writer, false);
    table_make_heads(&table);
    status = add_rows(&table, &writer, false);
    qcdc_period_to_text(comparison_period(comparison), label, sizeof label);
    if (status == QCDC_OK)
        status = table_write_workbook(&table, label, path, error);
    table_clear(&table);
    writer_clear(&writer);
    return status;
}
