/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef CELLS_H
#define CELLS_H

/* Cells of a cube told as one line, so that a table of a test can hold what is expected: "50 2/3 partial A" is the value, the
 * counts valued/expected, the origin and the status; "- 0/1 none" has no value. A ratio is "143/171". */

#include "figures.h"

enum {
    CELLS_TEXT_SIZE = 160
};

/* unit "bg#own" asks for the unit's own figure; scenario 0 is actual. */
typedef struct CellAsk {
    const char *unit, *indicator, *period, *expected;
    uint16_t scenario;
} CellAsk;

static inline QcdcPeriod cells_period(const char *label)
{
    QcdcPeriod period = {0};
    QcdcError error = {0};
    figures_check(qcdc_period_parse(label, strlen(label), &period, &error), &error);
    return period;
}

static inline void cells_append(char *text, const char *more)
{
    strncat(text, more, CELLS_TEXT_SIZE - strlen(text) - 1);
}

static inline void cells_append_decimal(char *text, QcdcDecimal value)
{
    char number[QCDC_DECIMAL_TEXT_SIZE];
    qcdc_decimal_to_text(value, number, sizeof number);
    cells_append(text, number);
}

static inline void cells_to_text(const QcdcCell *cell, char *text)
{
    char counts[48], status[16] = "";
    bool has_value = cell->figure.state == QCDC_FIGURE_VALUED;
    text[0] = '\0';
    if (has_value)
        cells_append_decimal(text, cell->figure.value);
    else
        cells_append(text, "-");
    if (has_value && cell->figure.is_fraction) {
        cells_append(text, "/");
        cells_append_decimal(text, cell->figure.denominator);
    }
    snprintf(counts, sizeof counts, " %u/%u ", cell->valued, cell->expected);
    cells_append(text, counts);
    cells_append(text, qcdc_origin_to_name((QcdcOrigin)cell->origin));
    if (has_value) {
        qcdc_observation_status_to_text(cell->figure.status, status, sizeof status);
        cells_append(text, " ");
        cells_append(text, status);
    }
}

/* The cell asked for; false if the question itself fails. */
static inline bool cells_read(const QcdcCube *cube, const CellAsk *ask, QcdcCell *out_cell)
{
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube));
    char code[64] = "";
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    QcdcPeriod period = cells_period(ask->period);
    QcdcError error = {0};
    strncat(code, ask->unit, strcspn(ask->unit, "#") < sizeof code ? strcspn(ask->unit, "#") : sizeof code - 1);
    uint8_t scope = strchr(ask->unit, '#') != NULL ? QCDC_SCOPE_OWN : QCDC_SCOPE_TOTAL;
    return figures_check(qcdc_catalog_find_unit(catalog, code, period, &unit, &error), &error) &&
           figures_check(qcdc_catalog_find_indicator(catalog, ask->indicator, &indicator, &error), &error) &&
           figures_check(qcdc_cube_read_cells(cube, &unit, &indicator, &period, &scope, &ask->scenario, 1, out_cell, &error), &error);
}

static inline void cells_expect(const QcdcCube *cube, const CellAsk *asks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char text[CELLS_TEXT_SIZE];
        QcdcCell cell;
        if (!cells_read(cube, &asks[i], &cell))
            continue;
        cells_to_text(&cell, text);
        if (strcmp(text, asks[i].expected) != 0)
            printf("# %s %s %s: expected \"%s\", is \"%s\"\n", asks[i].unit, asks[i].indicator, asks[i].period, asks[i].expected,
                   text);
        CU_ASSERT_STRING_EQUAL(text, asks[i].expected);
    }
}

/* Rolls up, looks at the cells, and gives everything back. */
static inline void cells_check(const Figures *figures, QcdcMissing missing, const CellAsk *asks, size_t count)
{
    QcdcCube *cube = figures_make_cube(figures, missing);
    if (cube != NULL)
        cells_expect(cube, asks, count);
    qcdc_cube_unref(cube);
}

#define CELLS_CHECK(figures, missing, asks) cells_check((figures), (missing), (asks), sizeof(asks) / sizeof(asks)[0])

#endif
