/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef STATS_TABLE_H
#define STATS_TABLE_H

/* A table of tests/golden/stats: numbers by the names of their columns. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "expect.h"

enum {
    STATS_COLUMNS = 16,
    STATS_ROWS = 1024
};

typedef struct StatsTable {
    char names[STATS_COLUMNS][32];
    double cells[STATS_ROWS][STATS_COLUMNS];
    size_t column_count, row_count;
} StatsTable;

/* The table of a name; a test that finds none fails. */
static inline StatsTable *stats_table_read(const char *name)
{
    static StatsTable table;
    char path[4096], line[4096];
    const char *source = getenv("QCDC_SOURCE");
    snprintf(path, sizeof path, "%s/tests/golden/stats/%s.tsv", source != NULL ? source : "..", name);
    FILE *file = fopen(path, "r");
    memset(&table, 0, sizeof table);
    expect(file != NULL, path, "there is no such table");
    for (size_t row = 0; file != NULL && fgets(line, sizeof line, file) != NULL && row <= STATS_ROWS; row++) {
        size_t column = 0;
        for (char *cell = strtok(line, "\t\n"); cell != NULL && column < STATS_COLUMNS; cell = strtok(NULL, "\t\n"), column++) {
            if (row == 0)
                snprintf(table.names[table.column_count++], sizeof table.names[0], "%s", cell);
            else
                table.cells[row - 1][column] = strtod(cell, NULL);
        }
        table.row_count = row;
    }
    if (file != NULL)
        fclose(file);
    expect(table.row_count > 0, path, "it has no rows");
    return &table;
}

static inline double stats_table_get(const StatsTable *table, size_t row, const char *name)
{
    for (size_t column = 0; column < table->column_count; column++)
        if (strcmp(table->names[column], name) == 0)
            return table->cells[row][column];
    expect(false, name, "there is no such column");
    return NAN;
}

/* Whether a number is that of the table but for @part of it. */
static inline int stats_is_near(double number, double wanted, double part)
{
    if (isnan(wanted) || isinf(wanted))
        return isnan(wanted) ? isnan(number) : number == wanted;
    return fabs(number - wanted) <= part * fabs(wanted);
}

static inline void stats_table_expect(const StatsTable *table, size_t row, const char *name, double number, double part)
{
    char told[160];
    double wanted = stats_table_get(table, row, name);
    snprintf(told, sizeof told, "row %zu: %.17g instead of %.17g", row + 1, number, wanted);
    expect(stats_is_near(number, wanted, part), name, told);
}

#endif
