/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/balances-private.h"
#include "audit/places-private.h"
#include "audit/verdict-private.h"
#include "kernel/fault-private.h"

/* opening-against-closing (S5, D48): what is carried over is what was left. */

/* The period that ends where this one begins: months to date begin with their year. */
static bool find_before(QcdcPeriod period, QcdcPeriod *out_before)
{
    bool is_to_date = QCDC_FAULT("opening-to-date", period.kind == QCDC_PERIOD_TO_DATE, false);

    return qcdc_period_previous(is_to_date ? qcdc_period_get_container(period, QCDC_PERIOD_YEAR) : period, out_before, NULL) == QCDC_OK;
}

/* The closing of the period before; no slot where there is none. */
static CellKey find_closing(const Check *check, const CellKey *opening, QcdcIndicatorId closing)
{
    CellKey key = *opening;
    QcdcPeriod before;
    bool is_there = find_before(check_period(check, opening), &before);

    key.indicator = closing;
    key.slot = is_there ? slots_find(&check->cube->slots, QCDC_FAULT("opening-before", before, check_period(check, opening))) :
                          SLOT_NONE;
    return key;
}

static QcdcStatus tell(Check *check, const CellKey *opening, const QcdcCell *opening_cell, const CellKey *closing,
                       const QcdcCell *closing_cell, const Sides *sides, size_t row)
{
    Evidence evidence = evidence_begin(check);
    Verdict verdict = { .key = *opening,
                        .sides = *sides,
                        .row = row,
                        .left_noun = "opening figure",
                        .right_noun = "the closing figure of the period before",
                        .right_name = check_indicator_code(check, closing),
                        .hint = "one of the two is to be looked at; each is used as it stands" };
    QcdcStatus status = evidence_add_cell(&evidence, opening, opening_cell, 1);

    if (status == QCDC_OK)
        status = evidence_add_cell(&evidence, closing, closing_cell, -1);
    return verdict_put_down(check, &verdict, &evidence, status);
}

static QcdcStatus try_opening(Check *check, const CellKey *place, size_t row, void *data)
{
    const Balance *balance = data;
    CellKey opening = *place, closing = find_closing(check, place, balance->closing);
    QcdcCell opening_cell, closing_cell;
    Sides sides = { .comparison = FORM_EQUAL, .tolerance = check->tolerance };
    bool holds;
    QcdcStatus status;

    opening.indicator = balance->opening;
    if (closing.slot == SLOT_NONE)
        return QCDC_OK;
    status = check_read_cell(check, &opening, &opening_cell);
    if (status == QCDC_OK)
        status = check_read_cell(check, &closing, &closing_cell);
    if (status != QCDC_OK || !check_is_usable(&opening_cell) || !check_is_usable(&closing_cell))
        return status;
    sides.left = side_of(opening_cell.figure.value);
    sides.right = side_of(closing_cell.figure.value);
    status = sides_hold(&sides, &holds, check->error);
    return status != QCDC_OK || holds ? status :
                                        tell(check, &opening, &opening_cell, &closing, &closing_cell, &sides, row);
}

static QcdcStatus check_balance(Check *check, Balance *balance)
{
    Array indicators = { 0 };
    QcdcStatus status = check_gather_behind(check, &balance->opening, 1, &indicators);

    if (status == QCDC_OK)
        status = places_visit(check, indicators.items, indicators.count, try_opening, balance);
    array_clear(&indicators);
    return status;
}

QcdcStatus check_openings(Check *check)
{
    Array balances = { 0 };
    QcdcStatus status = balances_list(check, &balances);

    for (size_t k = 0; k < balances.count && status == QCDC_OK; k++)
        status = check_balance(check, &ARRAY_AT(&balances, Balance, k));
    array_clear(&balances);
    return status;
}
