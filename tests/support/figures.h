/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef FIGURES_H
#define FIGURES_H

/* Comparisons made from tables that stand in a test: a line a row, fields parted by ";", the first line names the columns as
 * the files of a bundle do. A mistake in a table fails the test and prints what the library said of it. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <CUnit/CUnit.h>

#include <qcdc/calendar-table.h>
#include <qcdc/comparison.h>
#include <qcdc/style.h>

enum {
    FIGURES_MAX_FIELDS = 40,
    FIGURES_MAX_LINE = 2048,
    FIGURES_MAX_BASES = 4
};

/* plans, groups and partitions: "name=words" parted by ";". All but the first three may be NULL. */
typedef struct Figures {
    const char *units, *indicators, *observations, *plans, *groups, *partitions;
} Figures;

/* What few tables have; any may be NULL. */
typedef struct FiguresMore {
    const char *exceptions;
    const char *calendars, *calendar; /* rows, and the name of the one that is used */
    const char *hierarchies; /* names parted by ";"; the column parent.0 of units is that of the first */
    QcdcGrouping grouping;
} FiguresMore;

/* bases: "same-period;previous;plan:ubnd;2020". All-zero is the default selection. */
typedef struct FiguresAsk {
    const char *unit, *period, *bases, *indicators;
    QcdcBy by;
    int depth;
    QcdcMissing missing;
    QcdcBasis basis;
} FiguresAsk;

typedef const char *FiguresFieldName(int field);
typedef QcdcStatus FiguresAdd(void *builder, const QcdcRecord *record, QcdcError *error);

static inline bool figures_check(QcdcStatus status, const QcdcError *error)
{
    if (status != QCDC_OK)
        printf("# %s\n", error->text);
    CU_ASSERT(status == QCDC_OK);
    return status == QCDC_OK;
}

/* Cuts @line at each separator; how many parts there are. */
static inline size_t figures_split(char *line, char separator, char **parts)
{
    size_t count = 0;
    for (char *at = line; at != NULL && count < FIGURES_MAX_FIELDS;) {
        char *end = strchr(at, separator);
        parts[count++] = at;
        if (end != NULL)
            *end++ = '\0';
        at = end;
    }
    return count;
}

static inline int figures_find_field(const char *name, FiguresFieldName *field_name)
{
    for (int field = 0; field_name(field) != NULL; field++)
        if (strcmp(field_name(field), name) == 0)
            return field;
    if (strncmp(name, "parent.", 7) == 0)
        return QCDC_UNIT_FIELD_END + atoi(name + 7);
    printf("# no column %s\n", name);
    CU_FAIL("no such column");
    return 0;
}

/* The next line of *@text without its end; false after the last. */
static inline bool figures_read_line(const char **text, char *line)
{
    size_t length = strcspn(*text, "\n");
    if (**text == '\0' || length >= FIGURES_MAX_LINE)
        return false;
    memcpy(line, *text, length);
    line[length] = '\0';
    *text += length + ((*text)[length] == '\n');
    return true;
}

static inline bool figures_add_rows(const char *text, FiguresFieldName *field_name, FiguresAdd *add, void *builder)
{
    char header[FIGURES_MAX_LINE], line[FIGURES_MAX_LINE];
    char *names[FIGURES_MAX_FIELDS], *fields[FIGURES_MAX_FIELDS];
    if (!figures_read_line(&text, header))
        return false;
    size_t columns = figures_split(header, ';', names);
    for (int32_t row = 2; figures_read_line(&text, line); row++) {
        const char *values[FIGURES_MAX_FIELDS] = {0};
        QcdcRecord record = {.values = values, .value_count = FIGURES_MAX_FIELDS, .row = row};
        QcdcError error = {0};
        size_t count = figures_split(line, ';', fields);
        for (size_t column = 0; column < columns && column < count; column++)
            values[figures_find_field(names[column], field_name)] = fields[column];
        if (!figures_check(add(builder, &record, &error), &error))
            return false;
    }
    return true;
}

static inline const char *figures_unit_field(int field)
{
    return qcdc_unit_field_to_name((QcdcUnitField)field);
}

static inline const char *figures_indicator_field(int field)
{
    return qcdc_indicator_field_to_name((QcdcIndicatorField)field);
}

static inline const char *figures_calendar_field(int field)
{
    return qcdc_calendar_field_to_name((QcdcCalendarField)field);
}

static inline QcdcStatus figures_add_calendar_row(void *builder, const QcdcRecord *record, QcdcError *error)
{
    return qcdc_catalog_builder_add_calendar_row(builder, record, NULL, error);
}

static inline const char *figures_exception_field(int field)
{
    return qcdc_exception_field_to_name((QcdcExceptionField)field);
}

static inline const char *figures_observation_field(int field)
{
    return qcdc_observation_field_to_name((QcdcObservationField)field);
}

static inline QcdcStatus figures_add_unit(void *builder, const QcdcRecord *record, QcdcError *error)
{
    return qcdc_catalog_builder_add_unit((QcdcCatalogBuilder *)builder, record, NULL, error);
}

static inline QcdcStatus figures_add_indicator(void *builder, const QcdcRecord *record, QcdcError *error)
{
    return qcdc_catalog_builder_add_indicator((QcdcCatalogBuilder *)builder, record, NULL, error);
}

static inline QcdcStatus figures_add_exception(void *builder, const QcdcRecord *record, QcdcError *error)
{
    return qcdc_catalog_builder_add_exception((QcdcCatalogBuilder *)builder, record, NULL, error);
}

static inline QcdcStatus figures_add_observation(void *builder, const QcdcRecord *record, QcdcError *error)
{
    return qcdc_dataset_builder_append_record((QcdcDatasetBuilder *)builder, record, NULL, error);
}

typedef QcdcStatus FiguresAddName(QcdcCatalogBuilder *builder, const char *name, const char *words, QcdcError *error);

static inline bool figures_add_names(const char *text, FiguresAddName *add, QcdcCatalogBuilder *builder)
{
    char line[FIGURES_MAX_LINE], *pairs[FIGURES_MAX_FIELDS];
    if (text == NULL || !figures_read_line(&text, line))
        return true;
    size_t count = figures_split(line, ';', pairs);
    for (size_t pair = 0; pair < count; pair++) {
        QcdcError error = {0};
        char *words = strchr(pairs[pair], '=');
        *words++ = '\0';
        if (!figures_check(add(builder, pairs[pair], words, &error), &error))
            return false;
    }
    return true;
}

static inline bool figures_add_hierarchies(const char *text, QcdcCatalogBuilder *builder)
{
    char line[FIGURES_MAX_LINE], *names[FIGURES_MAX_FIELDS];
    if (text == NULL || !figures_read_line(&text, line))
        return true;
    size_t count = figures_split(line, ';', names);
    for (size_t k = 0; k < count; k++) {
        QcdcError error = {0};
        if (!figures_check(qcdc_catalog_builder_add_hierarchy(builder, names[k], &error), &error))
            return false;
    }
    return true;
}

static inline QcdcCatalog *figures_make_catalog_with(const Figures *figures, const FiguresMore *more)
{
    QcdcError error = {0};
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    if (!figures_check(qcdc_catalog_builder_new(&builder, &error), &error))
        return NULL;
    if (figures_add_names(figures->plans, qcdc_catalog_builder_add_plan, builder) &&
        figures_add_names(figures->groups, qcdc_catalog_builder_add_group, builder) &&
        figures_add_names(figures->partitions, qcdc_catalog_builder_add_partition, builder) &&
        figures_add_hierarchies(more->hierarchies, builder) &&
        figures_check(qcdc_catalog_builder_set_grouping(builder, more->grouping, &error), &error) &&
        figures_add_rows(figures->units, figures_unit_field, figures_add_unit, builder) &&
        figures_add_rows(figures->indicators, figures_indicator_field, figures_add_indicator, builder) &&
        (more->exceptions == NULL || figures_add_rows(more->exceptions, figures_exception_field, figures_add_exception, builder)) &&
        (more->calendars == NULL || figures_add_rows(more->calendars, figures_calendar_field, figures_add_calendar_row, builder)) &&
        figures_check(qcdc_catalog_builder_set_calendar(builder, more->calendar, &error), &error))
        figures_check(qcdc_catalog_builder_freeze(builder, NULL, &catalog, &error), &error);
    qcdc_catalog_builder_free(builder);
    return catalog;
}

static inline QcdcDataset *figures_make_dataset_with(const Figures *figures, const FiguresMore *more)
{
    QcdcError error = {0};
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    QcdcCatalog *catalog = figures_make_catalog_with(figures, more);
    if (catalog != NULL && figures_check(qcdc_dataset_builder_new(catalog, 0, &builder, &error), &error) &&
        figures_add_rows(figures->observations, figures_observation_field, figures_add_observation, builder))
        figures_check(qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error), &error);
    qcdc_dataset_builder_free(builder);
    qcdc_catalog_unref(catalog);
    return dataset;
}

static inline QcdcDataset *figures_make_dataset(const Figures *figures)
{
    FiguresMore more = {0};
    return figures_make_dataset_with(figures, &more);
}

static inline QcdcCube *figures_make_cube_with(const Figures *figures, const FiguresMore *more, const QcdcRollupOptions *options)
{
    QcdcError error = {0};
    QcdcCube *cube = NULL;
    QcdcDataset *dataset = figures_make_dataset_with(figures, more);
    if (dataset != NULL)
        figures_check(qcdc_dataset_rollup(dataset, options, &cube, &error), &error);
    qcdc_dataset_unref(dataset);
    return cube;
}

static inline QcdcCube *figures_make_cube(const Figures *figures, QcdcMissing missing)
{
    FiguresMore more = {0};
    QcdcRollupOptions options = {.missing = missing};
    return figures_make_cube_with(figures, &more, &options);
}

static inline QcdcBaseOption figures_read_base(const char *text)
{
    QcdcBaseOption option = {.base = QCDC_BASE_DEFAULT};
    QcdcError error = {0};
    figures_check(qcdc_base_option_parse(text, &option, &error), &error);
    return option;
}

static inline QcdcComparison *figures_compare_cube(QcdcCube *cube, const FiguresAsk *ask)
{
    QcdcError error = {0};
    QcdcComparison *comparison = NULL;
    char bases[FIGURES_MAX_LINE] = "", codes[FIGURES_MAX_LINE] = "";
    char *parts[FIGURES_MAX_FIELDS], *indicators[FIGURES_MAX_FIELDS];
    QcdcBaseOption options[FIGURES_MAX_BASES];
    QcdcSelection selection = {.unit = ask->unit, .period = ask->period, .by = ask->by, .depth = ask->depth,
                              .basis = ask->basis};
    if (ask->bases != NULL) {
        strncat(bases, ask->bases, sizeof bases - 1);
        selection.base_count = figures_split(bases, ';', parts);
        for (size_t base = 0; base < selection.base_count && base < FIGURES_MAX_BASES; base++)
            options[base] = figures_read_base(parts[base]);
        selection.bases = options;
    }
    if (ask->indicators != NULL) {
        strncat(codes, ask->indicators, sizeof codes - 1);
        selection.indicator_count = figures_split(codes, ';', indicators);
        selection.indicators = (const char *const *)indicators;
    }
    figures_check(qcdc_cube_compare(cube, &selection, &comparison, &error), &error);
    return comparison;
}

static inline QcdcComparison *figures_compare(const Figures *figures, const FiguresAsk *ask)
{
    QcdcCube *cube = figures_make_cube(figures, ask->missing);
    QcdcComparison *comparison = cube != NULL ? figures_compare_cube(cube, ask) : NULL;
    qcdc_cube_unref(cube);
    return comparison;
}

/* "verb=elide;percent=brackets" */
static inline QcdcStyle figures_read_style(const char *text)
{
    QcdcStyle style = {0};
    char line[FIGURES_MAX_LINE] = "", *pairs[FIGURES_MAX_FIELDS];
    if (text == NULL || text[0] == '\0')
        return style;
    strncat(line, text, sizeof line - 1);
    size_t count = figures_split(line, ';', pairs);
    for (size_t pair = 0; pair < count; pair++) {
        QcdcError error = {0};
        char *value = strchr(pairs[pair], '=');
        *value++ = '\0';
        figures_check(qcdc_style_set(&style, pairs[pair], value, &error), &error);
    }
    return style;
}

#endif
