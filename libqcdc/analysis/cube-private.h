/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CUBE_PRIVATE_H
#define QCDC_CUBE_PRIVATE_H

#include <qcdc/cube.h>

#include "coverage-private.h"
#include "kernel/decimal-private.h"

enum {
    CELL_STATE_MASK = 3, /* a QcdcFigureState */
    CELL_IS_SINGLE = 4,  /* exactly one row went in: its hedge is the cell's */
    CELL_IS_HEDGED = 8   /* a figure with a hedge went in (S4) */
};

/* Shares of the phases of a roll-up, by what was measured. */
#define SHARE_OF_SLOTS 0.02
#define SHARE_OF_TREES 0.02
#define SHARE_OF_UNITS 0.01
#define SHARE_OF_COVERAGE 0.1
#define SHARE_OF_ROWS 0.05
#define SHARE_OF_COLUMNS 0.8

/* Cells of one scenario and one indicator, an array a part: [slot][row]. Nothing is kept a cell but these. */
typedef struct Cells {
    int64_t *values;
    uint32_t *present, *valued;
    QcdcObservationStatus *statuses;
    uint8_t *states, *origins;
} Cells;

/* A leaf without reported totals has one figure, its own; the others have a second row for the figure up the tree. */
typedef struct Column {
    int references; /* atomic: a revised cube shares the columns that nothing changed in */
    Cells own;    /* [slots][units] */
    Cells rolled; /* [slots][rolled units] */
    uint8_t *observed; /* [slots] is there a row with this very label */
} Column;

struct QcdcCube {
    int references; /* atomic */
    QcdcDataset *dataset;
    QcdcCatalog *catalog; /* the dataset's */
    QcdcRollupOptions options; /* periods and progress taken out; hierarchy is a text of the catalog */
    size_t hierarchy;          /* 0 is that of the column parent */
    Array wanted;         /* QcdcPeriod */
    Slots slots;
    Forest forest;
    Coverage coverage;
    size_t unit_count, indicator_count, scenario_count;
    uint32_t *rolled;     /* [units] row in Column.rolled, or POSITION_NONE */
    size_t rolled_count;
    uint8_t *has_own_row; /* [units] is there any observation of its own */
    Array breaks;         /* rows with flag B, by place (breaks.c) */
    Column **columns;     /* [scenarios][indicators], NULL where nothing was observed or a formula rules */
};

/* qcdc_dataset_rollup() that tells how far it is after every @interval steps; 0 is as often as it is of use. */
QcdcStatus cube_roll_up(QcdcDataset *dataset, const QcdcRollupOptions *options, uint64_t interval, QcdcCube **out_cube,
                        QcdcError *error);
/* Fills the columns of a cube whose dimensions stand. */
QcdcStatus rollup_fill(QcdcCube *cube, Progress *progress, QcdcError *error);
/* Another owner of the columns of @like that are the same in @cube, whose dimensions stand. */
QcdcStatus cube_share_columns(QcdcCube *cube, const QcdcCube *like, QcdcError *error);
void column_unref(Column *column);
bool cells_make(Cells *cells, size_t slot_count, size_t row_count);
void cells_clear(Cells *cells);

const Column *cube_column(const QcdcCube *cube, QcdcIndicatorId indicator, uint16_t scenario);
CoverageGround cube_ground(const QcdcCube *cube);
/* A cube of @dataset as @like is one of its own, with its periods. */
QcdcStatus cube_make_like(const QcdcCube *like, QcdcDataset *dataset, QcdcCube **out_cube, QcdcError *error);
/* The cube itself, or a new one that holds @periods too. */
QcdcStatus cube_with_periods(QcdcCube *cube, const QcdcPeriod *periods, size_t count, QcdcCube **out_cube, QcdcError *error);
/* A cell of any unit in force in the slot, by column or by formula; empty for others. @scope own: its own figure. */
QcdcStatus cube_read_cell(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot, QcdcScope scope,
                          uint16_t scenario, QcdcCell *out_cell, QcdcError *error);
/* The same before values are taken away where figures are missing: forms and sums are made of these. */
QcdcStatus cube_read_whole_cell(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, uint32_t slot,
                                QcdcScope scope, uint16_t scenario, QcdcCell *out_cell, QcdcError *error);
/* Why units are not added up, if they are not (S5). */
QcdcRefusal cell_refusal_over_units(const QcdcCube *cube, QcdcIndicatorId indicator);
/* The columns of keys of one reading; @scopes and @scenarios may be NULL. */
typedef struct CellKeys {
    const QcdcUnitId *units;
    const QcdcIndicatorId *indicators;
    const QcdcPeriod *periods;
    const uint8_t *scopes;
    const uint16_t *scenarios;
    size_t count;
} CellKeys;

/* All keys, before anything is written. */
QcdcStatus cube_check_keys(const QcdcCube *cube, const CellKeys *keys, QcdcError *error);
/* The cell of the key @index, which was checked. */
QcdcStatus cube_read_key(const QcdcCube *cube, const CellKeys *keys, size_t index, QcdcCell *out_cell, QcdcError *error);
/* "unit x, indicator y, period z" into a message (S1): a sum that is no value, or a percent or rate worked out of values. */
QcdcStatus cube_fail_overflow(const QcdcCube *cube, const char *unit_code, QcdcIndicatorId indicator, QcdcPeriod period,
                              QcdcError *error);
QcdcStatus cube_fail_percent(const QcdcCube *cube, const char *unit_code, QcdcIndicatorId indicator, QcdcPeriod period,
                             QcdcError *error);

#endif
