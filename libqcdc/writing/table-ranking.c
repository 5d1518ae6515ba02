/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-rollup-private.h"

#include <string.h>

#include <qcdc/period-name.h>

#include "analysis/cube-private.h"
#include "analysis/selection-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "model/catalog-private.h"

static const char *const names[] = {"unit",  "unit_name", "indicator", "indicator_name", "measure", "period", "value",
                                    "place", "of",        "group",     "expected",       "valued",  "status", "origin"};

/* What is asked, and the units that it is asked of. */
typedef struct Ranking {
    QcdcCube *cube; /* holds the period */
    const QcdcCatalog *catalog;
    QcdcRankingOptions options;
    QcdcStyle style;
    QcdcPeriod period;
    bool for_machines;
    Array units; /* QcdcUnitId, in the order of the tree */
    QcdcIndicatorId *indicators;
    size_t indicator_count;
} Ranking;

/* Of one indicator, an entry a unit that has a figure or should have one. */
typedef struct Places {
    QcdcUnitId *units;
    QcdcCell *cells;
    uint32_t *places, *groups;
    size_t *rows, count;
    uint32_t field;
} Places;

static void ranking_clear(Ranking *ranking)
{
    array_clear(&ranking->units);
    qcdc_free(ranking->indicators);
    qcdc_cube_unref(ranking->cube);
}

static void places_clear(Places *places)
{
    qcdc_free(places->units);
    qcdc_free(places->cells);
    qcdc_free(places->places);
    qcdc_free(places->groups);
    qcdc_free(places->rows);
}

/* Whose places */

static bool is_of_level(const Ranking *ranking, const UnitVersion *version)
{
    return strcmp(version->texts[QCDC_UNIT_LEVEL], ranking->options.level) == 0;
}

/* Children, or units of the level at any depth; of units below all roots the roots as well. */
static bool add_below(Ranking *ranking, const UnitTree *tree, uint32_t top, bool is_with_top)
{
    for (uint32_t position = is_with_top && ranking->options.level != NULL ? top : top + 1; position < tree->ends[top];) {
        bool is_wanted = ranking->options.level == NULL || is_of_level(ranking, tree->versions[position]);
        if (is_wanted && !array_append(&ranking->units, &tree->units[position], 1, sizeof tree->units[position]))
            return false;
        position = ranking->options.level == NULL ? tree->ends[position] : position + 1;
    }
    return true;
}

static QcdcStatus fail_empty(const Ranking *ranking, const QcdcSelection *selection, QcdcError *error)
{
    const char *level = ranking->options.level, *unit = selection->unit;
    if (level != NULL)
        return qcdc_error_set_value(error, QCDC_STATUS_NOT_FOUND, 0, "level", level, strlen(level), "has no units here", "levels are those of units.csv");
    if (unit != NULL)
        return qcdc_error_set_value(error, QCDC_STATUS_NOT_FOUND, 0, "unit", unit, strlen(unit), "has no units below it",
                                    "name the unit above those that are ranked");
    return qcdc_error_set(error, QCDC_STATUS_NOT_FOUND, NULL, 0, 0, "there are no units below the roots", NULL, NULL);
}

static QcdcStatus find_units(Ranking *ranking, const QcdcSelection *selection, QcdcError *error)
{
    const QcdcSelection tops = {.size = sizeof tops, .unit = selection->unit};
    const UnitTree *tree = forest_tree(&ranking->cube->forest, slots_find(&ranking->cube->slots, ranking->period));
    Subjects subjects;
    QcdcStatus status = selection_find_subjects(ranking->cube, &tops, ranking->period, &subjects, error);
    if (status != QCDC_OK)
        return status;
    for (size_t i = 0; i < subjects.count && status == QCDC_OK; i++)
        if (!add_below(ranking, tree, tree->positions[subjects.items[i].unit], selection->unit == NULL))
            status = memory_fail(error);
    subjects_clear(&subjects);
    return status == QCDC_OK && ranking->units.count == 0 ? fail_empty(ranking, selection, error) : status;
}

static QcdcStatus ranking_find(Ranking *ranking, QcdcCube *cube, const QcdcSelection *selection, QcdcError *error)
{
    bool *named = NULL;
    QcdcStatus status = table_choose_period(cube, selection, &ranking->period, error);
    ranking->catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube));
    if (status == QCDC_OK)
        status = cube_with_periods(cube, &ranking->period, 1, &ranking->cube, error);
    if (status == QCDC_OK)
        status = find_units(ranking, selection, error);
    if (status == QCDC_OK)
        status = selection_find_indicators(ranking->catalog, &(QcdcSelection){.indicators = selection->indicators, .indicator_count = selection->indicator_count},
                                           &ranking->indicators, &named, &ranking->indicator_count, error);
    qcdc_free(named);
    return status;
}

/* Their places */

static bool places_make(const Ranking *ranking, Places *places)
{
    size_t count = ranking->units.count;
    *places = (Places){
        .units = memory_try_new(count, sizeof *places->units),
        .cells = memory_try_new(count, sizeof *places->cells),
        .places = memory_try_new(count, sizeof *places->places),
        .groups = memory_try_new(count, sizeof *places->groups),
        .rows = memory_try_new(count, sizeof *places->rows),
    };
    return places->units != NULL && places->cells != NULL && places->places != NULL && places->groups != NULL && places->rows != NULL;
}

/* Who has no figure and need not report has no row (D8). */
static QcdcStatus read_cells(const Ranking *ranking, QcdcIndicatorId indicator, Places *places, QcdcError *error)
{
    for (size_t i = 0; i < ranking->units.count; i++) {
        QcdcUnitId unit = ARRAY_AT(&ranking->units, QcdcUnitId, i);
        QcdcCell *cell = &places->cells[places->count];
        QcdcStatus status = qcdc_cube_read_cells(ranking->cube, &unit, &indicator, &ranking->period, NULL, NULL, 1, cell, error);
        if (status != QCDC_OK)
            return status;
        if (cell->figure.state == QCDC_FIGURE_VALUED || QCDC_FAULT("table-ranking-expected", cell->expected, 0) > 0)
            places->units[places->count++] = unit;
    }
    return QCDC_OK;
}

static QcdcStatus places_find(const Ranking *ranking, QcdcIndicatorId indicator, Places *places, QcdcError *error)
{
    QcdcStatus status = read_cells(ranking, indicator, places, error);
    if (status == QCDC_OK)
        status = qcdc_cube_rank_units(ranking->cube, places->units, places->count, indicator, ranking->period, ranking->options.order, places->places,
                                      places->rows, &places->field, error);
    if (status == QCDC_OK && ranking->options.group_count > 0)
        status = qcdc_ranking_split(places->places, places->count, ranking->options.group_count, places->groups, error);
    return status;
}

/* Rows */

static void add_key(Table *table, const Ranking *ranking, QcdcUnitId unit, QcdcIndicatorId indicator)
{
    bool is_english = ranking->style.language == QCDC_LANGUAGE_EN;
    const Indicator *of = catalog_indicator(ranking->catalog, indicator);
    const char *unit_name = qcdc_catalog_get_unit_text(ranking->catalog, unit, ranking->period, QCDC_UNIT_NAME);
    char period[QCDC_PERIOD_NAME_SIZE];
    if (ranking->for_machines) {
        table_add_text(table, qcdc_catalog_get_unit_text(ranking->catalog, unit, ranking->period, QCDC_UNIT_CODE));
        table_add_text(table, unit_name);
        table_add_text(table, of->texts[QCDC_INDICATOR_CODE]);
        table_add_text(table, of->texts[QCDC_INDICATOR_NAME]);
        table_add_text(table, of->texts[QCDC_INDICATOR_MEASURE]);
        table_add_period(table, ranking->period);
        return;
    }
    table_add_text(table, unit_name);
    table_add_text(table, catalog_indicator_words(ranking->catalog, indicator, QCDC_INDICATOR_NAME, is_english));
    qcdc_period_to_name(ranking->period, ranking->style.language, period, sizeof period);
    table_add_text(table, period);
    table_add_text(table, catalog_indicator_words(ranking->catalog, indicator, QCDC_INDICATOR_MEASURE, is_english));
}

/* 0 is no place. */
static void add_place(Table *table, uint32_t place, bool for_machines)
{
    if (place > 0)
        table_add_count(table, place);
    else
        table_add_text(table, for_machines ? NULL : "...");
}

static QcdcStatus add_row(Table *table, const Ranking *ranking, QcdcIndicatorId indicator, const Places *places, size_t row, QcdcError *error)
{
    const QcdcCell *cell = &places->cells[row];
    MaybeDecimal value = {0};
    QcdcStatus status = figure_to_decimal(&cell->figure, qcdc_catalog_get_indicator_decimals(ranking->catalog, indicator), &ranking->style, &value);
    bool for_machines = ranking->for_machines;
    if (status != QCDC_OK)
        return cube_fail_percent(ranking->cube, qcdc_catalog_get_unit_text(ranking->catalog, places->units[row], ranking->period, QCDC_UNIT_CODE), indicator,
                                 ranking->period, error);
    if (!for_machines)
        add_place(table, places->places[row], false);
    add_key(table, ranking, places->units[row], indicator);
    table_add_figure(table, cell, value, ranking->style.language, for_machines);
    if (for_machines) {
        add_place(table, places->places[row], true);
        table_add_count(table, places->field);
    }
    if (for_machines || ranking->options.group_count > 0)
        add_place(table, places->groups[row], for_machines);
    table_add_count(table, cell->expected);
    table_add_count(table, cell->valued);
    table_add_status(table, &cell->figure);
    if (for_machines)
        table_add_text(table, cell->origin != QCDC_ORIGIN_NONE ? qcdc_origin_to_name(cell->origin) : NULL);
    return QCDC_OK;
}

static void add_columns(Table *table, const Ranking *ranking)
{
    const TableWords *words = table_words_get(ranking->style.language);
    text_append(&table->caption, words->ranking);
    for (size_t column = 0; ranking->for_machines && column < sizeof names / sizeof names[0]; column++)
        table_add_column(table, names[column], NULL, false);
    if (ranking->for_machines)
        return;
    table_add_column(table, words->place, NULL, true);
    table_add_column(table, words->unit, NULL, false);
    table_add_column(table, words->indicator, NULL, false);
    table_add_column(table, words->period, NULL, false);
    table_add_column(table, words->measure, NULL, false);
    table_add_column(table, words->value, NULL, true);
    if (ranking->options.group_count > 0)
        table_add_column(table, words->group, NULL, true);
    table_add_column(table, words->expected, words->reports, true);
    table_add_column(table, words->valued, words->reports, true);
    table_add_column(table, words->status, NULL, false);
}

static QcdcStatus add_indicator(Table *table, const Ranking *ranking, QcdcIndicatorId indicator, QcdcError *error)
{
    Places places;
    QcdcStatus status = places_make(ranking, &places) ? QCDC_OK : memory_fail(error);
    if (status == QCDC_OK)
        status = places_find(ranking, indicator, &places, error);
    for (size_t i = 0; i < places.count && status == QCDC_OK; i++)
        status = add_row(table, ranking, indicator, &places, QCDC_FAULT("table-ranking-order", places.rows[i], i), error);
    places_clear(&places);
    return status;
}

/* The whole call */

static QcdcStatus check(const QcdcCube *cube, const QcdcSelection *selection, const Ranking *ranking, QcdcTableFormat format, char *const *place,
                        QcdcError *error)
{
    if (cube == NULL || place == NULL || (int)format < 0 || format >= QCDC_TABLE_END ||
        (ranking->style.size != 0 && ranking->style.size != sizeof ranking->style))
        return qcdc_error_set_argument(error, "no cube, format or place for the table");
    if (selection == NULL || selection->indicator_count == 0 || selection->indicators == NULL)
        return qcdc_error_set_argument(error, "a ranking is of one indicator or more");
    if ((int)ranking->options.order < 0 || ranking->options.order >= QCDC_RANKING_END)
        return qcdc_error_set_argument(error, "what is no order of a ranking");
    return QCDC_OK;
}

QcdcStatus qcdc_cube_ranking_to_table(QcdcCube *cube, const QcdcSelection *selection, const QcdcRankingOptions *options, const QcdcStyle *style,
                                      QcdcTableFormat format, char **out_text, QcdcError *error)
{
    Ranking ranking = {.style = style != NULL ? *style : (QcdcStyle){0}, .for_machines = table_is_for_machines(format)};
    Table table = {0};
    if (options != NULL)
        memcpy(&ranking.options, options, options->size > 0 && options->size < sizeof ranking.options ? options->size : sizeof ranking.options);
    QcdcStatus status = check(cube, selection, &ranking, format, out_text, error);
    if (status != QCDC_OK)
        return status;
    status = ranking_find(&ranking, cube, selection, error);
    add_columns(&table, &ranking);
    for (size_t i = 0; i < ranking.indicator_count && status == QCDC_OK; i++)
        status = add_indicator(&table, &ranking, ranking.indicators[i], error);
    if (status == QCDC_OK)
        status = table_write(&table, format, out_text, error);
    table_clear(&table);
    ranking_clear(&ranking);
    return status;
}
