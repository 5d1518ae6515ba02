/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/verdict-private.h"
#include "kernel/fault-private.h"

/* reported-total (S11): a total reported beside figures that are all there. */

static bool is_complete(const QcdcCell *cell)
{
    return cell->figure.state == QCDC_FIGURE_VALUED && !cell->is_refused && cell->valued >= cell->expected &&
           (cell->origin == QCDC_ORIGIN_SUM || cell->origin == QCDC_ORIGIN_OWN || cell->origin == QCDC_ORIGIN_COARSE);
}

static QcdcStatus gather_children(const Check *check, const CellKey *key, Evidence *evidence)
{
    const UnitTree *tree = forest_tree(&check->cube->forest, key->slot);
    uint32_t position = tree->positions[key->unit];
    QcdcStatus status = QCDC_OK;

    if (position == POSITION_NONE)
        return status;
    for (uint32_t child = position + 1; child < tree->ends[position] && status == QCDC_OK; child = tree->ends[child]) {
        CellKey part = *key;
        QcdcCell cell;
        part.unit = tree->units[child];
        status = check_read_cell(check, &part, &cell);
        if (status == QCDC_OK)
            status = evidence_add_cell(evidence, &part, &cell, -1);
    }
    return status;
}

/* The unit's own figure, if it has one: a row's, or what finer periods make. */
static QcdcStatus gather_own(const Check *check, const CellKey *key, Evidence *evidence)
{
    CellKey own = *key;
    QcdcCell cell;
    QcdcStatus status;

    own.scope = QCDC_SCOPE_OWN;
    status = check_read_cell(check, &own, &cell);
    if (status != QCDC_OK || cell.figure.state != QCDC_FIGURE_VALUED)
        return status;
    return evidence_add_cell(evidence, &own, &cell, -1);
}

/* The total, the unit's own figure, and each child. */
static QcdcStatus gather(const Check *check, const CellKey *key, size_t row, Evidence *evidence)
{
    QcdcStatus status = evidence_add_row(evidence, row, 1);

    if (status == QCDC_OK)
        status = gather_own(check, key, evidence);
    return status == QCDC_OK ? gather_children(check, key, evidence) : status;
}

static QcdcStatus tell(Check *check, const CellKey *key, size_t row, const Sides *sides)
{
    Evidence evidence = evidence_begin(check);
    Verdict verdict = { .key = *key,
                        .left_noun = "reported total",
                        .right_noun = "the sum of its own and its children's figures",
                        .hint = "one of the rows is to be looked at; the sum is what is used",
                        .sides = *sides,
                        .row = row };

    return verdict_put_down(check, &verdict, &evidence, gather(check, key, row, &evidence));
}

/* In another hierarchy a total speaks of other units (D44). */
static bool speaks_of_area(const Check *check, const CellKey *key)
{
    const UnitTree *tree = forest_tree(&check->cube->forest, key->slot);
    uint32_t position = tree->positions[key->unit];

    return position == POSITION_NONE || unit_tree_has_same_area(tree, position);
}

static QcdcStatus check_total(Check *check, size_t row)
{
    const Indicator *indicator = catalog_indicator(check->catalog, check->columns->indicators[row]);
    CellKey key = check_row_key(check, row);
    QcdcCell cell;
    QcdcStatus status;
    bool holds;

    if (key.scope != QCDC_SCOPE_TOTAL || indicator->form != NULL || indicator->over_units != OVER_UNITS_SUM ||
        !speaks_of_area(check, &key))
        return QCDC_OK;
    status = check_read_cell(check, &key, &cell);
    if (status != QCDC_OK || !is_complete(&cell))
        return status;
    Sides sides = { side_of(check_row_value(check, row)), side_of(cell.figure.value), FORM_EQUAL, check->tolerance };
    status = sides_hold(&sides, &holds, check->error);
    if (status != QCDC_OK || QCDC_FAULT("check-total-equal", holds, true))
        return status;
    return tell(check, &key, row, &sides);
}

QcdcStatus check_totals(Check *check)
{
    return check_each_row(check, check_total);
}
