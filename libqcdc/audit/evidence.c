/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/evidence-private.h"

#include <string.h>

#include "kernel/observation-private.h"
#include "model/dataset-private.h"

const char *evidence_keep_value(Evidence *evidence, QcdcDecimal value)
{
    char text[QCDC_DECIMAL_TEXT_SIZE];

    qcdc_decimal_to_text(value, text, sizeof text);
    return string_pool_keep(&evidence->strings, text, strlen(text));
}

static size_t find_row(const Evidence *evidence, const Subject *subject, QcdcScope scope)
{
    return dataset_find(qcdc_cube_get_dataset(evidence->cube), subject->unit, subject->indicator, subject->period, scope,
                        subject->scenario);
}

static const char *keep_period(Evidence *evidence, QcdcPeriod period)
{
    char label[QCDC_PERIOD_TEXT_SIZE];

    qcdc_period_to_text(period, label, sizeof label);
    return string_pool_keep(&evidence->strings, label, strlen(label));
}

static bool add_cell(Evidence *evidence, const Subject *subject, const char *value, size_t row)
{
    const QcdcDataset *dataset = qcdc_cube_get_dataset(evidence->cube);
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(dataset);
    const int32_t *lines = dataset_columns(dataset)->rows;
    QcdcFindingCell *cell = ARRAY_ADD(&evidence->cells, QcdcFindingCell);

    if (cell == NULL || value == NULL)
        return false;
    *cell = (QcdcFindingCell){
        .unit = qcdc_catalog_get_unit_text(catalog, subject->unit, subject->period, QCDC_UNIT_CODE),
        .indicator = qcdc_catalog_get_indicator_text(catalog, subject->indicator, QCDC_INDICATOR_CODE),
        .period = keep_period(evidence, subject->period),
        .value = value,
        .file = row != SIZE_MAX ? dataset_file(dataset, row) : "",
        .row = row != SIZE_MAX && lines != NULL ? lines[row] : 0,
    };
    return cell->period != NULL;
}

/* Is the cell's value that of one row? */
static bool is_of_row(const Evidence *evidence, size_t row, const QcdcCell *cell)
{
    const DatasetColumns *columns = dataset_columns(qcdc_cube_get_dataset(evidence->cube));

    return row != SIZE_MAX && cell->origin != QCDC_ORIGIN_SUM &&
           columns->coefficients[row] == cell->figure.value.coefficient;
}

bool evidence_add(Evidence *evidence, const Subject *subject, QcdcScope scope, const QcdcCell *cell)
{
    size_t row = find_row(evidence, subject, scope);
    const char *value = cell->figure.state == QCDC_FIGURE_VALUED ? evidence_keep_value(evidence, cell->figure.value) : "";

    return add_cell(evidence, subject, value, is_of_row(evidence, row, cell) ? row : SIZE_MAX);
}

bool evidence_add_row(Evidence *evidence, const Subject *subject, QcdcScope scope)
{
    const QcdcDataset *dataset = qcdc_cube_get_dataset(evidence->cube);
    size_t row = find_row(evidence, subject, scope);
    const char *value = "";

    if (row == SIZE_MAX)
        return true;
    if (!qcdc_observation_status_is_missing(dataset_columns(dataset)->statuses[row]))
        value = evidence_keep_value(
            evidence, (QcdcDecimal){ .coefficient = dataset_columns(dataset)->coefficients[row],
                                     .decimals = (uint8_t)qcdc_catalog_get_indicator_decimals(
                                         qcdc_dataset_get_catalog(dataset), subject->indicator) });
    return add_cell(evidence, subject, value, row);
}

void evidence_clear(Evidence *evidence)
{
    array_clear(&evidence->cells);
    string_pool_clear(&evidence->strings);
}
