/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/evidence-private.h"

#include <string.h>

#include "kernel/observation-private.h"

Evidence evidence_begin(const Check *check)
{
    return (Evidence){ .check = check, .first_row = SIZE_MAX };
}

const char *evidence_keep_value(Evidence *evidence, QcdcDecimal value)
{
    char text[QCDC_DECIMAL_TEXT_SIZE];

    qcdc_decimal_to_text(value, text, sizeof text);
    return string_pool_keep(&evidence->strings, text, strlen(text));
}

const char *evidence_keep_period(Evidence *evidence, QcdcPeriod period)
{
    char label[QCDC_PERIOD_TEXT_SIZE];

    qcdc_period_to_text(period, label, sizeof label);
    return string_pool_keep(&evidence->strings, label, strlen(label));
}

static QcdcStatus add_cell(Evidence *evidence, QcdcUnitId unit, QcdcIndicatorId indicator, QcdcPeriod period,
                           const char *value, size_t row)
{
    const Check *check = evidence->check;
    const int32_t *lines = check->columns->rows;
    const char *label = evidence_keep_period(evidence, period);
    QcdcFindingCell *cell = ARRAY_ADD(&evidence->cells, QcdcFindingCell);

    if (cell == NULL || value == NULL || label == NULL)
        return memory_fail(check->error);
    *cell = (QcdcFindingCell){
        .unit = qcdc_catalog_get_unit_text(check->catalog, unit, period, QCDC_UNIT_CODE),
        .indicator = qcdc_catalog_get_indicator_text(check->catalog, indicator, QCDC_INDICATOR_CODE),
        .period = label,
        .value = value,
        .file = row != SIZE_MAX ? dataset_file(check->dataset, row) : "",
        .row = row != SIZE_MAX && lines != NULL ? lines[row] : 0,
    };
    if (evidence->first_row == SIZE_MAX)
        evidence->first_row = row;
    return QCDC_OK;
}

QcdcStatus evidence_add_cell(Evidence *evidence, const CellKey *key, const QcdcCell *cell, int sign)
{
    const Check *check = evidence->check;
    const char *value = cell->figure.state == QCDC_FIGURE_VALUED ? evidence_keep_value(evidence, cell->figure.value) : "";
    size_t row = SIZE_MAX;
    QcdcStatus status = QCDC_OK;

    if (cell->figure.state == QCDC_FIGURE_VALUED)
        status = trace_find_row(check->cube, *key, &row, check->error);
    if (status == QCDC_OK)
        status = bounds_add_cell(&evidence->bounds, check, key, cell, sign);
    return status != QCDC_OK ? status : add_cell(evidence, key->unit, key->indicator, check_period(check, key), value, row);
}

QcdcStatus evidence_add_row(Evidence *evidence, size_t row, int sign)
{
    const Check *check = evidence->check;
    const DatasetColumns *columns = check->columns;
    bool is_missing = qcdc_observation_status_is_missing(columns->statuses[row]);
    const char *value = is_missing ? "" : evidence_keep_value(evidence, check_row_value(check, row));

    bounds_add_row(&evidence->bounds, check, row, sign);
    return add_cell(evidence, columns->units[row], columns->indicators[row], columns->periods[row], value, row);
}

QcdcStatus evidence_add_form(Evidence *evidence, const CellKey *key, const Form *form, const FormValue *value,
                             const QcdcCell *cells, int side)
{
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < formula_term_count(form) && status == QCDC_OK; k++) {
        const FormTerm *term = formula_term(form, k);
        CellKey behind = *key;
        if (term->indicator == (QcdcIndicatorId)QCDC_ID_NONE)
            continue;
        behind.indicator = term->indicator;
        behind.slot = formula_term_slot(evidence->check->cube, term, key->slot);
        status = evidence_add_cell(evidence, &behind, &cells[k], bounds_find_sign(form, k, value) * side);
    }
    return status;
}

void evidence_clear(Evidence *evidence)
{
    array_clear(&evidence->cells);
    string_pool_clear(&evidence->strings);
}
