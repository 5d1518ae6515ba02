/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/verdict-private.h"
#include "kernel/fault-private.h"

/* coarse-against-fine (S16): the unit's own figure of the period is that of its finest complete tiling; a direct figure may be
 * another one. */

enum { MOST_TILES_SHOWN = 120 };

static bool is_complete(const QcdcCell *cell)
{
    return cell->figure.state == QCDC_FIGURE_VALUED && !cell->is_refused && cell->valued >= cell->expected &&
           (cell->origin == QCDC_ORIGIN_SUM || cell->origin == QCDC_ORIGIN_OWN || cell->origin == QCDC_ORIGIN_COARSE);
}

/* The finest kind in which the period has a row of its own tiles; NONE if there is none. */
static QcdcPeriodKind find_tiling(const Check *check, const CellKey *key)
{
    static const QcdcPeriodKind kinds[] = { QCDC_PERIOD_MONTH, QCDC_PERIOD_QUARTER, QCDC_PERIOD_HALF, QCDC_PERIOD_YEAR };
    QcdcPeriod period = check_period(check, key);

    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
        uint32_t count = qcdc_period_count_tiles(period, kinds[k]);
        for (uint32_t tile = 0; tile < count && count > 1; tile++)
            if (dataset_find(check->dataset, key->unit, key->indicator, qcdc_period_get_tile(period, kinds[k], tile),
                             QCDC_SCOPE_OWN, key->scenario) != SIZE_MAX)
                return kinds[k];
    }
    return QCDC_PERIOD_NONE;
}

/* The coarse figure, and the finer rows of the same unit. */
static QcdcStatus gather(const Check *check, const CellKey *key, size_t row, Evidence *evidence)
{
    QcdcPeriod period = check_period(check, key);
    QcdcPeriodKind kind = find_tiling(check, key);
    uint32_t count = qcdc_period_count_tiles(period, kind);
    QcdcStatus status = evidence_add_row(evidence, row, 1);

    for (uint32_t k = 0; k < count && k < MOST_TILES_SHOWN && status == QCDC_OK; k++) {
        size_t tile = dataset_find(check->dataset, key->unit, key->indicator, qcdc_period_get_tile(period, kind, k),
                                   QCDC_SCOPE_OWN, key->scenario);
        if (tile != SIZE_MAX)
            status = evidence_add_row(evidence, tile, -1);
    }
    return status;
}

static QcdcStatus tell(Check *check, const CellKey *key, size_t row, const Sides *sides)
{
    Evidence evidence = evidence_begin(check);
    Verdict verdict = { .key = *key,
                        .left_noun = "figure",
                        .right_noun = "the sum of its finer periods",
                        .hint = "one of the rows is to be looked at; the sum is what is used",
                        .sides = *sides,
                        .row = row };

    return verdict_put_down(check, &verdict, &evidence, gather(check, key, row, &evidence));
}

static QcdcStatus check_row(Check *check, size_t row)
{
    const Indicator *indicator = catalog_indicator(check->catalog, check->columns->indicators[row]);
    CellKey key = check_row_key(check, row);
    QcdcCell cell;
    QcdcStatus status;
    bool holds;

    if (key.scope != QCDC_SCOPE_OWN || indicator->form != NULL || indicator->over_time != OVER_TIME_SUM ||
        find_tiling(check, &key) == QCDC_PERIOD_NONE)
        return QCDC_OK;
    status = check_read_cell(check, &key, &cell);
    if (status != QCDC_OK || !is_complete(&cell))
        return status;
    Sides sides = { side_of(check_row_value(check, row)), side_of(cell.figure.value), FORM_EQUAL, check->tolerance };
    status = sides_hold(&sides, &holds, check->error);
    if (status != QCDC_OK || QCDC_FAULT("check-coarse-equal", holds, true))
        return status;
    return tell(check, &key, row, &sides);
}

QcdcStatus check_coarse(Check *check)
{
    return check_each_row(check, check_row);
}
