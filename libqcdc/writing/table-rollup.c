/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-rollup-private.h"

#include <stdlib.h>
#include <string.h>

#include <qcdc/number.h>
#include <qcdc/period-name.h>

#include "analysis/cube-private.h"
#include "analysis/selection-private.h"
#include "kernel/fault-private.h"
#include "model/catalog-private.h"

static const char *const names[] = {"unit", "indicator", "period", "value", "expected", "valued", "status", "origin"};

typedef struct Rows {
    QcdcCube *cube; /* holds every period needed */
    const QcdcCatalog *catalog;
    QcdcStyle style;
    Array periods; /* QcdcPeriod, in canonical order, once each */
    Subjects subjects;
    QcdcIndicatorId *indicators;
    size_t indicator_count;
} Rows;

static int compare_periods(const void *left, const void *right)
{
    return qcdc_period_compare(*(const QcdcPeriod *)left, *(const QcdcPeriod *)right);
}

QcdcStatus table_choose_period(const QcdcCube *cube, const QcdcSelection *selection, QcdcPeriod *out_period, QcdcError *error)
{
    if (selection->period != NULL)
        return qcdc_period_parse(selection->period, strlen(selection->period), out_period, error);
    return qcdc_dataset_get_latest_period(qcdc_cube_get_dataset(cube), out_period, error);
}

static void drop_repeated(Array *periods)
{
    size_t kept = 0;
    for (size_t index = 0; index < periods->count; index++) {
        QcdcPeriod period = ARRAY_AT(periods, QcdcPeriod, index);
        if (kept == 0 || !qcdc_period_equals(ARRAY_AT(periods, QcdcPeriod, kept - 1), period))
            ARRAY_AT(periods, QcdcPeriod, kept++) = period;
    }
    periods->count = kept;
}

/* D9: by first day, then last day, then finer kind first. */
static QcdcStatus find_periods(Rows *rows, const QcdcCube *cube, const QcdcSelection *selection, const QcdcPeriod *periods,
                               size_t count, QcdcError *error)
{
    QcdcPeriod only;
    if (count == 0) {
        QcdcStatus status = table_choose_period(cube, selection, &only, error);
        if (status != QCDC_OK)
            return status;
        periods = &only;
        count = 1;
    }
    if (!array_append(&rows->periods, periods, count, sizeof *periods))
        return memory_fail(error);
    qsort(rows->periods.items, count, sizeof *periods, compare_periods);
    drop_repeated(&rows->periods);
    return QCDC_OK;
}

/* From the first day of all periods to the last, so that units which only some of them know have their place in one order. */
static QcdcStatus find_span(const Rows *rows, QcdcPeriod *out_span, QcdcError *error)
{
    int32_t start = INT32_MAX, end = INT32_MIN, first, last;
    for (size_t index = 0; index < rows->periods.count; index++) {
        QcdcPeriod period = ARRAY_AT(&rows->periods, QcdcPeriod, index);
        if (!catalog_find_days(rows->catalog, period, &first, &last))
            return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "not a period", NULL, NULL);
        start = first < start ? first : start;
        end = last > end ? last : end;
    }
    *out_span = (QcdcPeriod){.start = start, .count = end - start + 1, .kind = QCDC_PERIOD_DAYS};
    return QCDC_OK;
}

/* One period, or units that are the same on all days, need no span. */
static QcdcStatus choose_tree_period(const Rows *rows, QcdcPeriod *out_period, QcdcError *error)
{
    *out_period = ARRAY_AT(&rows->periods, QcdcPeriod, rows->periods.count - 1);
    bool is_one = rows->periods.count == 1 || catalog_is_static(rows->catalog);
    return is_one ? QCDC_OK : find_span(rows, out_period, error);
}

static void rows_clear(Rows *rows)
{
    subjects_clear(&rows->subjects);
    array_clear(&rows->periods);
    qcdc_free(rows->indicators);
    qcdc_cube_unref(rows->cube);
}

/* The cube, or one that holds all periods and @tree_period too. */
static QcdcStatus extend_cube(Rows *rows, QcdcCube *cube, QcdcPeriod tree_period, QcdcError *error)
{
    Array wanted = {0};
    QcdcStatus status = QCDC_OK;
    if (!array_append(&wanted, rows->periods.items, rows->periods.count, sizeof(QcdcPeriod)) ||
        !array_append(&wanted, &tree_period, 1, sizeof tree_period))
        status = memory_fail(error);
    if (status == QCDC_OK)
        status = cube_with_periods(cube, wanted.items, wanted.count, &rows->cube, error);
    array_clear(&wanted);
    return status;
}

static QcdcStatus rows_find(Rows *rows, QcdcCube *cube, const QcdcSelection *selection, const QcdcPeriod *periods,
                            size_t count, QcdcError *error)
{
    bool *named = NULL;
    QcdcPeriod tree_period;
    rows->catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube));
    QcdcStatus status = find_periods(rows, cube, selection, periods, count, error);
    if (status == QCDC_OK)
        status = choose_tree_period(rows, &tree_period, error);
    if (status == QCDC_OK)
        status = extend_cube(rows, cube, tree_period, error);
    if (status == QCDC_OK)
        status = selection_find_subjects(rows->cube, selection, tree_period, &rows->subjects, error);
    if (status == QCDC_OK)
        status = selection_find_indicators(rows->catalog, selection, &rows->indicators, &named, &rows->indicator_count, error);
    qcdc_free(named);
    return status;
}

void table_add_figure(Table *table, const QcdcCell *cell, MaybeDecimal value, QcdcLanguage language, bool for_machines)
{
    char digits[QCDC_NUMBER_TEXT_SIZE];
    QcdcNumberFormat format = {.language = language};
    bool is_missing = cell->figure.state != QCDC_FIGURE_NOT_APPLICABLE;
    if (value.is_there && for_machines) {
        table_add_decimal(table, value.value);
    } else if (value.is_there) {
        qcdc_number_to_text(value.value, &format, digits, sizeof digits);
        table_add_text(table, value.value.coefficient != 0 ? digits : "-");
    } else {
        table_add_text(table, for_machines ? NULL : is_missing ? "..." : "");
    }
}

/* The code that the unit has in the period (S9). */
static void add_code(Table *table, const Rows *rows, const Subject *subject, QcdcPeriod period)
{
    bool is_unit = subject->kind == SUBJECT_UNIT || subject->kind == SUBJECT_OWN;
    const char *code = is_unit ? qcdc_catalog_get_unit_text(rows->catalog, subject->unit, period, QCDC_UNIT_CODE) : NULL;
    Text text = {0};
    text_append(&text, code != NULL && code[0] != '\0' ? code : subject->code);
    if (code != NULL && code[0] != '\0' && subject->kind == SUBJECT_OWN)
        text_append(&text, "#own");
    table_add_text(table, text_get(&text));
    table->failed = table->failed || text.failed;
    text_clear(&text);
}

static void add_key(Table *table, const Rows *rows, const Subject *subject, QcdcIndicatorId indicator, QcdcPeriod period,
                    bool for_machines)
{
    char name[QCDC_PERIOD_NAME_SIZE];
    bool in_english = rows->style.language == QCDC_LANGUAGE_EN;
    if (for_machines) {
        add_code(table, rows, subject, period);
        table_add_text(table, catalog_indicator(rows->catalog, indicator)->texts[QCDC_INDICATOR_CODE]);
        table_add_period(table, period);
        return;
    }
    table_add_text(table, frame_words_call(subject->code, subject->name, rows->style.language));
    table_add_text(table, catalog_indicator_words(rows->catalog, indicator, QCDC_INDICATOR_NAME, in_english));
    qcdc_period_to_name(period, rows->style.language, name, sizeof name);
    table_add_text(table, name);
    table_add_text(table, catalog_indicator_words(rows->catalog, indicator, QCDC_INDICATOR_MEASURE, in_english));
}

static QcdcStatus add_row(Table *table, const Rows *rows, const Subject *subject, QcdcIndicatorId indicator,
                          QcdcPeriod period, const QcdcCell *cell, bool for_machines, QcdcError *error)
{
    const char *origin = cell->origin != QCDC_ORIGIN_NONE ? qcdc_origin_to_name(cell->origin) : NULL;
    unsigned decimals = qcdc_catalog_get_indicator_decimals(rows->catalog, indicator);
    MaybeDecimal value = {0};
    QcdcStatus status = figure_to_decimal(&cell->figure, decimals, &rows->style, &value);
    if (QCDC_FAULT("table-rollup-overflow", status == QCDC_STATUS_OVERFLOW, false))
        return cube_fail_percent(rows->cube, subject->code, indicator, period, error);
    add_key(table, rows, subject, indicator, period, for_machines);
    table_add_figure(table, cell, value, rows->style.language, for_machines);
    table_add_count(table, cell->expected);
    table_add_count(table, cell->valued);
    table_add_status(table, &cell->figure);
    table_add_text(table, origin);
    return status;
}

/* D8: what has a value or should have one; of a unit's own figures, what has a row. */
static bool is_listed(const Subject *subject, const QcdcCell *cell)
{
    bool is_reported = subject->kind == SUBJECT_OWN && cell->figure.state != QCDC_FIGURE_ABSENT;
    return cell->figure.state == QCDC_FIGURE_VALUED || is_reported ||
           (subject->kind != SUBJECT_OWN && cell->expected > 0);
}

static QcdcStatus add_subject(Table *table, const Rows *rows, const Subject *subject, bool for_machines, QcdcError *error)
{
    for (size_t index = 0; index < rows->indicator_count; index++)
        for (size_t number = 0; number < rows->periods.count; number++) {
            QcdcPeriod period = ARRAY_AT(&rows->periods, QcdcPeriod, number);
            QcdcCell cell;
            QcdcStatus status = subject_read_cell(rows->cube, subject, rows->indicators[index], period, 0, &cell, error);
            if (status == QCDC_OK && is_listed(subject, &cell))
                status = add_row(table, rows, subject, rows->indicators[index], period, &cell, for_machines, error);
            if (status != QCDC_OK)
                return status;
        }
    return QCDC_OK;
}

static void add_columns(Table *table, QcdcLanguage language, bool for_machines)
{
    const TableWords *words = table_words_get(language);
    for (size_t column = 0; for_machines && column < sizeof names / sizeof names[0]; column++)
        table_add_column(table, names[column], NULL, false);
    text_append(&table->caption, words->figures);
    if (for_machines)
        return;
    table_add_column(table, words->unit, NULL, false);
    table_add_column(table, words->indicator, NULL, false);
    table_add_column(table, words->period, NULL, false);
    table_add_column(table, words->measure, NULL, false);
    table_add_column(table, words->value, NULL, true);
    table_add_column(table, words->expected, words->reports, true);
    table_add_column(table, words->valued, words->reports, true);
    table_add_column(table, words->status, NULL, false);
    table_add_column(table, words->origin, NULL, false);
}

static bool are_valid(const QcdcPeriod *periods, size_t count)
{
    for (size_t index = 0; index < count; index++)
        if (!qcdc_period_is_valid(periods[index]))
            return false;
    return count == 0 || periods != NULL;
}

QcdcStatus qcdc_cube_to_table(QcdcCube *cube, const QcdcSelection *selection, const QcdcPeriod *periods, size_t period_count,
                              const QcdcStyle *style, QcdcTableFormat format, char **out_text, QcdcError *error)
{
    static const QcdcSelection everything = {0};
    Rows rows = {.style = style != NULL ? *style : (QcdcStyle){0}};
    Table table = {0};
    bool for_machines = table_is_for_machines(format);
    if (cube == NULL || out_text == NULL || (int)format < 0 || format >= QCDC_TABLE_END ||
        (period_count > 0 && periods == NULL) || !are_valid(periods, period_count) ||
        (rows.style.size != 0 && rows.style.size != sizeof rows.style))
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no cube, period, format or place for the table", NULL,
                              NULL);
    QcdcStatus status =
        rows_find(&rows, cube, selection != NULL ? selection : &everything, periods, period_count, error);
    add_columns(&table, rows.style.language, for_machines);
    for (size_t index = 0; status == QCDC_OK && index < rows.subjects.count; index++)
        status = add_subject(&table, &rows, &rows.subjects.items[index], for_machines, error);
    if (status == QCDC_OK)
        status = table_write(&table, format, out_text, error);
    table_clear(&table);
    rows_clear(&rows);
    return status;
}
