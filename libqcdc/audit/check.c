/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <qcdc/audit.h>

#include "audit/check-private.h"
#include "kernel/error-private.h"
#include "kernel/observation-private.h"
#include "model/findings-private.h"

/* The built-in rules (D48). */
static const struct BuiltinCheck {
    const char *name, *code;
    CheckRun run;
} checks[] = {
    { "reported-total", "QCDC-F200", check_totals },
    { "coarse-against-fine", "QCDC-F201", check_coarse },
    { "revised-base", "QCDC-F209", check_revised },
};

QcdcStatus check_each_row(Check *check, CheckRow visit)
{
    QcdcStatus status = QCDC_OK;

    for (size_t row = 0; row < check->columns->count && status == QCDC_OK; row++)
        if (!qcdc_observation_status_is_missing(check->columns->statuses[row]))
            status = visit(check, row);
    return status;
}

CellKey check_row_key(const Check *check, size_t row)
{
    const DatasetColumns *columns = check->columns;

    return (CellKey){ columns->units[row], columns->indicators[row], slots_find(&check->cube->slots, columns->periods[row]),
                      (QcdcScope)columns->scopes[row], columns->scenarios[row] };
}

QcdcDecimal check_row_value(const Check *check, size_t row)
{
    return (QcdcDecimal){ .coefficient = check->columns->coefficients[row],
                          .decimals = catalog_indicator(check->catalog, check->columns->indicators[row])->decimals };
}

QcdcStatus check_read_cell(const Check *check, const CellKey *key, QcdcCell *out_cell)
{
    return cube_read_whole_cell(check->cube, key->unit, key->indicator, key->slot, key->scope, key->scenario, out_cell,
                                check->error);
}

QcdcPeriod check_period(const Check *check, const CellKey *key)
{
    return check->cube->slots.nodes[key->slot].period;
}

const char *check_unit_code(const Check *check, const CellKey *key)
{
    return qcdc_catalog_get_unit_text(check->catalog, key->unit, check_period(check, key), QCDC_UNIT_CODE);
}

const char *check_indicator_code(const Check *check, const CellKey *key)
{
    return qcdc_catalog_get_indicator_text(check->catalog, key->indicator, QCDC_INDICATOR_CODE);
}

QcdcStatus check_put_down(Check *check, QcdcFinding *finding)
{
    finding->rule = check->rule;
    finding->code = check->code;
    finding->severity = check->severity;
    return findings_report(check->findings, finding, QCDC_STATUS_FINDINGS, check->error);
}

static QcdcStatus run_builtin(Check *check, size_t index)
{
    check->rule = checks[index].name;
    check->code = checks[index].code;
    check->severity = QCDC_SEVERITY_WARNING;
    check->tolerance = (QcdcDecimal){ 0 };
    return checks[index].run(check);
}

QcdcStatus qcdc_cube_check(const QcdcCube *cube, QcdcFindings *findings, QcdcError *error)
{
    Check check = { .cube = cube, .findings = findings, .error = error };
    QcdcStatus status = QCDC_OK;

    if (cube == NULL || findings == NULL)
        return qcdc_error_set_argument(error, "no cube, or no findings");
    check.dataset = qcdc_cube_get_dataset(cube);
    check.catalog = qcdc_dataset_get_catalog(check.dataset);
    check.columns = dataset_columns(check.dataset);
    for (size_t k = 0; k < sizeof checks / sizeof checks[0] && status == QCDC_OK; k++)
        status = run_builtin(&check, k);
    return status;
}
