/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/verdict-private.h"
#include "kernel/fault-private.h"

/* coarse-against-fine (S16, S17): what a period is resolved from goes before a figure of the period itself, which may be another. */

static bool is_flow(const Check *check, const CellKey *key)
{
    return catalog_indicator(check->catalog, key->indicator)->over_time == OVER_TIME_SUM;
}

/* The rows that the period is resolved from. */
static QcdcStatus trace_fine(const Check *check, const CellKey *key, Trace *trace)
{
    return key->scope == QCDC_SCOPE_OWN ? trace_cell(check->cube, *key, trace, check->error) :
                                          trace_total(check->cube, *key, trace, check->error);
}

static QcdcStatus add_up(const Check *check, const CellKey *key, const Trace *trace, QcdcDecimal *out_sum)
{
    QcdcWide sum = 0;

    for (size_t k = 0; k < trace->rows.count; k++)
        sum += check->columns->coefficients[ARRAY_AT(&trace->rows, uint32_t, k)];
    if (qcdc_decimal_store(sum, catalog_indicator(check->catalog, key->indicator)->decimals, out_sum, NULL) == QCDC_OK)
        return QCDC_OK;
    return cube_fail_overflow(check->cube, check_unit_code(check, key), key->indicator, check_period(check, key), check->error);
}

static QcdcStatus gather(size_t row, const Trace *trace, Evidence *evidence)
{
    QcdcStatus status = evidence_add_row(evidence, row, 1);

    for (size_t k = 0; k < trace->rows.count && status == QCDC_OK; k++)
        status = evidence_add_row(evidence, ARRAY_AT(&trace->rows, uint32_t, k), -1);
    return status;
}

static QcdcStatus tell(Check *check, const CellKey *key, size_t row, const Sides *sides, const Trace *trace)
{
    bool is_sum = is_flow(check, key), is_first = catalog_indicator(check->catalog, key->indicator)->over_time == OVER_TIME_FIRST;
    Evidence evidence = evidence_begin(check);
    Verdict verdict = { .key = *key,
                        .sides = *sides,
                        .row = row,
                        .left_noun = key->scope == QCDC_SCOPE_TOTAL ? "reported total" : "figure",
                        .right_noun = is_sum   ? "the sum of its finer periods" :
                                      is_first ? "that of the finer period with the same first day" :
                                                 "that of the finer period with the same last day",
                        .hint = is_sum ? "one of the rows is to be looked at; the sum is what is used" :
                                         "one of the rows is to be looked at; the finer period is what is used" };

    return verdict_put_down(check, &verdict, &evidence, gather(row, trace, &evidence));
}

static QcdcStatus hold(Check *check, const CellKey *key, size_t row, const Trace *trace)
{
    QcdcDecimal fine;
    Sides sides = { .left = side_of(check_row_value(check, row)), .comparison = FORM_EQUAL, .tolerance = check->tolerance };
    bool holds;
    QcdcStatus status = add_up(check, key, trace, &fine);

    if (status != QCDC_OK)
        return status;
    sides.right = side_of(fine);
    status = sides_hold(&sides, &holds, check->error);
    return status == QCDC_OK && !QCDC_FAULT("check-coarse-equal", holds, true) ? tell(check, key, row, &sides, trace) : status;
}

static QcdcStatus hold_against_fine(Check *check, const CellKey *key, size_t row)
{
    Trace trace = { .rows = { 0 } };
    QcdcStatus status = trace_fine(check, key, &trace);
    bool is_itself = trace.rows.count == 1 && ARRAY_AT(&trace.rows, uint32_t, 0) == row;

    if (status == QCDC_OK && trace.rows.count > 0 && !is_itself)
        status = hold(check, key, row, &trace);
    trace_clear(&trace);
    return status;
}

static bool has_row(const Check *check, const CellKey *key, QcdcPeriod period)
{
    return dataset_find(check->dataset, key->unit, key->indicator, period, key->scope, key->scenario) != SIZE_MAX;
}

/* Is there a row of a finer period of the same reporter? */
static bool has_finer(const Check *check, const CellKey *key)
{
    static const QcdcPeriodKind kinds[] = { QCDC_PERIOD_MONTH, QCDC_PERIOD_QUARTER, QCDC_PERIOD_HALF, QCDC_PERIOD_YEAR };
    QcdcPeriod period = check_period(check, key);

    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
        uint32_t count = qcdc_period_count_tiles(period, kinds[k]);
        for (uint32_t tile = 0; tile < count && count > 1; tile++)
            if (has_row(check, key, qcdc_period_get_tile(period, kinds[k], tile)))
                return true;
    }
    return false;
}

/* An own figure that the roll-up has otherwise was resolved from others; of totals it keeps none, and a stock may be resolved from any
 * period within. */
static QcdcStatus is_resolved_otherwise(const Check *check, const CellKey *key, size_t row, bool *out_is)
{
    QcdcCell cell;
    QcdcStatus status = QCDC_OK;

    *out_is = is_flow(check, key) ? has_finer(check, key) : check_period(check, key).kind != QCDC_PERIOD_MONTH;
    if (key->scope == QCDC_SCOPE_TOTAL)
        return QCDC_OK;
    status = check_read_cell(check, key, &cell);
    *out_is = status == QCDC_OK && cell.figure.state == QCDC_FIGURE_VALUED &&
              cell.figure.value.coefficient != check->columns->coefficients[row];
    return status;
}

static QcdcStatus check_row(Check *check, size_t row)
{
    const Indicator *indicator = catalog_indicator(check->catalog, check->columns->indicators[row]);
    bool adds_over_time = indicator->over_time == OVER_TIME_SUM || indicator->over_time == OVER_TIME_FIRST ||
                          indicator->over_time == OVER_TIME_LAST;
    CellKey key = check_row_key(check, row);
    bool is_otherwise = false;
    QcdcStatus status;

    if (indicator->form != NULL || !adds_over_time)
        return QCDC_OK;
    if (is_flow(check, &key) && slots_coarsest_tiling(&check->cube->slots, key.slot) == NULL)
        return QCDC_OK; /* a month has no finer periods, and most rows are of months */
    status = is_resolved_otherwise(check, &key, row, &is_otherwise);
    return status == QCDC_OK && is_otherwise ? hold_against_fine(check, &key, row) : status;
}

QcdcStatus check_coarse(Check *check)
{
    return check_each_row(check, check_row);
}
