/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/verdict-private.h"
#include "kernel/fault-private.h"

/* reported-total (S11): a total reported beside figures that are all there, or for some of which totals were reported below. */

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

/* What a total is held against. */
typedef struct Below {
    QcdcWide sum;
    bool has_value, has_gap;
    bool is_used; /* the roll-up takes it instead of the total */
} Below;

static QcdcStatus add_below(const Check *check, const CellKey *key, Below *below)
{
    QcdcCell cell;
    QcdcStatus status = check_read_cell(check, key, &cell);

    if (status != QCDC_OK)
        return status;
    if (cell.figure.state != QCDC_FIGURE_VALUED) {
        below->has_gap = below->has_gap || cell.expected > 0;
        return QCDC_OK;
    }
    below->has_gap = QCDC_FAULT("check-total-gap", below->has_gap || !check_is_usable(&cell), below->has_gap);
    below->has_value = true;
    below->sum += cell.figure.value.coefficient;
    return QCDC_OK;
}

/* Its own figure and its children's, each whole: complete, or a total that was reported for it. */
static QcdcStatus add_up(const Check *check, const CellKey *key, Below *below)
{
    const UnitTree *tree = forest_tree(&check->cube->forest, key->slot);
    uint32_t position = tree->positions[key->unit];
    CellKey part = *key;
    QcdcStatus status;

    if (position == POSITION_NONE)
        return QCDC_OK;
    part.scope = QCDC_SCOPE_OWN;
    status = add_below(check, &part, below);
    part.scope = key->scope;
    for (uint32_t child = position + 1; child < tree->ends[position] && status == QCDC_OK; child = tree->ends[child]) {
        part.unit = tree->units[child];
        status = add_below(check, &part, below);
    }
    return status;
}

static QcdcStatus read_below(const Check *check, const CellKey *key, Below *below)
{
    QcdcCell cell;
    QcdcStatus status = check_read_cell(check, key, &cell);

    if (status != QCDC_OK)
        return status;
    below->is_used = is_complete(&cell);
    if (!below->is_used)
        return add_up(check, key, below);
    below->has_value = true;
    below->sum = cell.figure.value.coefficient;
    return QCDC_OK;
}

static QcdcStatus take_below(const Check *check, const CellKey *key, const Below *below, FormValue *side)
{
    QcdcDecimal value;

    if (qcdc_decimal_store(below->sum, catalog_indicator(check->catalog, key->indicator)->decimals, &value, NULL) != QCDC_OK)
        return cube_fail_overflow(check->cube, check_unit_code(check, key), key->indicator, check_period(check, key), check->error);
    *side = side_of(value);
    return QCDC_OK;
}

static QcdcStatus tell(Check *check, const CellKey *key, size_t row, const Sides *sides, bool sum_is_used)
{
    Evidence evidence = evidence_begin(check);
    Verdict verdict = { .key = *key,
                        .left_noun = "reported total",
                        .right_noun = "the sum of its own and its children's figures",
                        .hint = sum_is_used ? "one of the rows is to be looked at; the sum is what is used" :
                                              "one of the rows is to be looked at; the reported total is what is used",
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
    Sides sides = { .left = side_of(check_row_value(check, row)), .comparison = FORM_EQUAL, .tolerance = check->tolerance };
    Below below = { 0 };
    QcdcStatus status;
    bool holds = true;

    if (key.scope != QCDC_SCOPE_TOTAL || indicator->form != NULL || indicator->over_units != OVER_UNITS_SUM ||
        !speaks_of_area(check, &key))
        return QCDC_OK;
    status = read_below(check, &key, &below);
    if (status != QCDC_OK || !below.has_value || below.has_gap)
        return status;
    status = take_below(check, &key, &below, &sides.right);
    if (status == QCDC_OK)
        status = sides_hold(&sides, &holds, check->error);
    if (status != QCDC_OK || QCDC_FAULT("check-total-equal", holds, true))
        return status;
    return tell(check, &key, row, &sides, below.is_used);
}

QcdcStatus check_totals(Check *check)
{
    return check_each_row(check, check_total);
}
