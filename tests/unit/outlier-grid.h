/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef OUTLIER_GRID_H
#define OUTLIER_GRID_H

/* Cubes of few communes in which outliers are looked for. */

#include <math.h>

#include <qcdc/outlier.h>

#include "cells.h"

enum {
    UNITS = 9, /* a province, and 8 communes */
    COMMUNES = UNITS - 1,
    MONTHS = 24,
    TEXT = 1 << 15
};

/* Figures by commune and month from 2024-01 on; below 0 there is none. */
typedef struct OutlierGrid {
    double values[COMMUNES][MONTHS];
    const char *marks[COMMUNES][MONTHS]; /* "hedge;obs_status", or NULL */
    const char *nature, *decimals;
    size_t months, communes;
    bool has_districts; /* a commune each */
    char kind;          /* 'm', 'q', 's' or 'y' */
} OutlierGrid;

/* Steady counts of about @mean, that differ by a few. */
static inline OutlierGrid outlier_grid_make(double mean)
{
    static const int differences[] = {2, -3, 0, 4, -1, 1, -4, 3, -2, 0, 1};
    OutlierGrid grid = {.nature = "flow", .decimals = "0", .months = MONTHS, .communes = COMMUNES, .kind = 'm'};
    for (size_t unit = 0; unit < COMMUNES; unit++)
        for (size_t month = 0; month < MONTHS; month++)
            grid.values[unit][month] = floor(mean + (double)differences[(3 * unit + month) % 11] * sqrt(mean) / 4 + 0.5);
    return grid;
}

static inline void outlier_grid_append(char *text, const char *more)
{
    size_t length = strlen(text);
    snprintf(text + length, TEXT - length, "%s", more);
}

static inline void outlier_grid_append_period(const OutlierGrid *grid, size_t at, char *line, size_t size)
{
    static const size_t parts['z'] = {['m'] = 12, ['q'] = 4, ['s'] = 2, ['y'] = 1};
    size_t year = 2024 + at / parts[(int)grid->kind], part = at % parts[(int)grid->kind] + 1, length = strlen(line);
    if (grid->kind == 'm')
        snprintf(line + length, size - length, "%zu-%02zu", year, part);
    else if (grid->kind == 'y')
        snprintf(line + length, size - length, "%zu", year);
    else
        snprintf(line + length, size - length, "%zu-%c%zu", year, grid->kind == 'q' ? 'Q' : 'S', part);
}

static inline void outlier_grid_append_commune(const OutlierGrid *grid, size_t unit, char *units)
{
    char line[128], parent[32] = "t";
    if (grid->has_districts) {
        snprintf(parent, sizeof parent, "d%zu", unit);
        snprintf(line, sizeof line, "%s;Huyện %zu;1;t\n", parent, unit);
        outlier_grid_append(units, line);
    }
    snprintf(line, sizeof line, "x%zu;Xã %zu;2;%s\n", unit, unit, parent);
    outlier_grid_append(units, line);
}

static inline QcdcCube *outlier_grid_make_cube(const OutlierGrid *grid)
{
    static char units[TEXT], observations[TEXT], indicators[256];
    char line[128];
    snprintf(units, sizeof units, "code;name;level;parent\nt;Tỉnh;0;\n");
    snprintf(indicators, sizeof indicators, "code;name;nature;measure;decimals;formula\nn;Đơn;%s;đơn;%s;\nr;Tỷ lệ;ratio;%%;;\nf;Hai lần;flow;đơn;%s;n + n\n",
             grid->nature, grid->decimals, grid->decimals);
    snprintf(observations, sizeof observations, "unit;indicator;period;value;hedge;obs_status\n");
    for (size_t unit = 0; unit < grid->communes; unit++) {
        outlier_grid_append_commune(grid, unit, units);
        for (size_t month = 0; month < grid->months; month++) {
            const char *mark = grid->marks[unit][month] != NULL ? grid->marks[unit][month] : ";";
            if (grid->values[unit][month] < 0)
                continue;
            snprintf(line, sizeof line, "x%zu;n;", unit);
            outlier_grid_append_period(grid, month, line, sizeof line);
            outlier_grid_append(observations, line);
            snprintf(line, sizeof line, ";%.*f;%s\n", atoi(grid->decimals), grid->values[unit][month], mark);
            outlier_grid_append(observations, line);
        }
    }
    Figures figures = {units, indicators, observations, NULL, NULL, NULL};
    return figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
}

static inline QcdcOutliers *outlier_grid_find_in(const QcdcCube *cube, const QcdcOutlierOptions *options)
{
    QcdcOutliers *outliers = NULL;
    QcdcError error = {0};
    figures_check(qcdc_cube_find_outliers(cube, options, &outliers, &error), &error);
    return outliers;
}

static inline QcdcOutliers *outlier_grid_find(const OutlierGrid *grid, const QcdcOutlierOptions *options)
{
    QcdcCube *cube = outlier_grid_make_cube(grid);
    QcdcOutliers *outliers = outlier_grid_find_in(cube, options);
    qcdc_cube_unref(cube);
    return outliers;
}

#endif
