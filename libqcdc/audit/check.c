/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <qcdc/audit.h>
#include <string.h>

#include "analysis/formula-private.h"
#include "audit/balances-private.h"
#include "audit/places-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/observation-private.h"
#include "model/findings-private.h"

/* The built-in rules (D48). */
static const struct BuiltinCheck {
    const char *name, *code;
    CheckRun run;
} checks[] = {
    { "reported-total", "QCDC-F200", check_totals },
    { "coarse-against-fine", "QCDC-F201", check_coarse },
    { "parts-against-total", "QCDC-F202", check_parts },
    { "part-above-total", "QCDC-F203", check_part_above },
    { "fraction-above-one", "QCDC-F204", check_fractions },
    { "opening-against-closing", "QCDC-F205", check_openings },
    { "derived-against-reported", "QCDC-F206", check_derived },
    { "two-calendars", "QCDC-F207", check_calendars },
    { "group-partition", "QCDC-F208", check_groups },
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
    if (finding->severity == QCDC_SEVERITY_NONE)
        finding->severity = check->severity;
    return findings_report(check->findings, finding, QCDC_STATUS_FINDINGS, check->error);
}

bool check_is_usable(const QcdcCell *cell)
{
    return cell->figure.state == QCDC_FIGURE_VALUED && !cell->figure.is_fraction &&
           QCDC_FAULT("check-whole", cell->origin != QCDC_ORIGIN_PARTIAL, true);
}

bool check_is_in_force(const Check *check, const CellKey *key, QcdcIndicatorId indicator)
{
    const Indicator *description = catalog_indicator(check->catalog, indicator);
    int32_t day = check->cube->slots.nodes[key->slot].last_cut_day;

    return description->first_day <= day && day <= description->last_day;
}

/* Indicators that are still to be looked at, and those that were. */
typedef struct Behind {
    const Check *check;
    uint8_t *marks; /* [indicators] */
    Array stack;    /* QcdcIndicatorId */
} Behind;

static bool note_behind(Behind *behind, QcdcIndicatorId indicator)
{
    if (behind->marks[indicator])
        return true;
    behind->marks[indicator] = 1;
    return array_append(&behind->stack, &indicator, 1, sizeof indicator);
}

static bool note_terms(Behind *behind, const Form *form)
{
    for (size_t k = 0; form != NULL && k < formula_term_count(form); k++) {
        const FormTerm *term = formula_term(form, k);
        if (term->kind == FORM_TERM_INDICATOR && !note_behind(behind, term->indicator))
            return false;
    }
    return true;
}

static bool follow_behind(Behind *behind)
{
    while (behind->stack.count > 0) {
        QcdcIndicatorId indicator = ARRAY_AT(&behind->stack, QcdcIndicatorId, --behind->stack.count);
        if (!note_terms(behind, catalog_indicator(behind->check->catalog, indicator)->form))
            return false;
    }
    return true;
}

static bool list_marked(const Behind *behind, Array *indicators)
{
    for (size_t k = 0; k < catalog_indicator_count(behind->check->catalog); k++) {
        QcdcIndicatorId indicator = (QcdcIndicatorId)k;
        if (behind->marks[k] && !array_append(indicators, &indicator, 1, sizeof indicator))
            return false;
    }
    return true;
}

QcdcStatus check_gather_behind(const Check *check, const QcdcIndicatorId *indicators, size_t count, Array *out_indicators)
{
    Behind behind = { .check = check, .marks = memory_try_new(catalog_indicator_count(check->catalog), 1) };
    bool has_memory = behind.marks != NULL;

    for (size_t k = 0; k < count && has_memory; k++)
        has_memory = note_behind(&behind, indicators[k]);
    has_memory = has_memory && follow_behind(&behind) && list_marked(&behind, out_indicators);
    array_clear(&behind.stack);
    qcdc_free(behind.marks);
    return has_memory ? QCDC_OK : memory_fail(check->error);
}

/* A row of rules.csv may say how much a built-in rule weighs (D46). */
static QcdcStatus run_builtin(Check *check, size_t index)
{
    const Rule *tuned = catalog_find_rule(check->catalog, checks[index].name);

    check->rule = checks[index].name;
    check->code = checks[index].code;
    check->severity = tuned != NULL ? tuned->severity : QCDC_SEVERITY_WARNING;
    check->tolerance = tuned != NULL ? tuned->tolerance : (QcdcDecimal){ 0 };
    return check->severity != QCDC_SEVERITY_NONE ? checks[index].run(check) : QCDC_OK;
}

/* Rules look back to periods that the cube may not hold: only there is it rolled up anew. */
static QcdcStatus look_back(Check *check)
{
    Array periods = { 0 };
    QcdcCube *cube = NULL;
    QcdcStatus status = balances_list_periods(check, &periods);

    if (status == QCDC_OK)
        status = cube_with_periods((QcdcCube *)check->cube, periods.items, periods.count, &cube, check->error);
    array_clear(&periods);
    if (status == QCDC_OK)
        check->cube = cube;
    return status;
}

const char *check_builtin_at(size_t index, const char **out_code)
{
    if (index >= sizeof checks / sizeof checks[0])
        return NULL;
    *out_code = checks[index].code;
    return checks[index].name;
}

void check_place_error(const Check *check, const char *place)
{
    QcdcError *error = check->error;
    Text what = { 0 };

    if (error == NULL)
        return;
    size_t length = strlen(error->text), tail = error->hint[0] != '\0' ? strlen("; ") + strlen(error->hint) : 0;
    text_append(&what, place);
    text_append(&what, ": ");
    text_append_bytes(&what, error->text, length > tail ? length - tail : length);
    if (!what.failed)
        qcdc_error_set(error, error->status, NULL, 0, 0, text_get(&what), error->value, error->hint);
    text_clear(&what);
}

/* S1: the cell is named already; the rule leads to what is to be looked at. */
static void name_rule(const Check *check)
{
    Text place = { 0 };

    text_append(&place, "rule \"");
    text_append(&place, check->rule);
    text_append(&place, "\"");
    check_place_error(check, text_get(&place));
    text_clear(&place);
}

static QcdcStatus run_checks(Check *check)
{
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < sizeof checks / sizeof checks[0] && status == QCDC_OK; k++)
        status = run_builtin(check, k);
    if (status == QCDC_OK)
        status = check_rules(check);
    if (status == QCDC_STATUS_OVERFLOW)
        name_rule(check);
    places_free(check->places);
    return status;
}

static QcdcStatus run_all(Check *check)
{
    QcdcStatus status = look_back(check);

    if (status != QCDC_OK)
        return status;
    status = run_checks(check);
    qcdc_cube_unref((QcdcCube *)check->cube);
    return status;
}

QcdcStatus qcdc_cube_check(const QcdcCube *cube, QcdcFindings *findings, QcdcError *error)
{
    Check check = { .cube = cube, .findings = findings, .error = error };

    if (cube == NULL || findings == NULL)
        return qcdc_error_set_argument(error, "no cube, or no findings");
    check.dataset = qcdc_cube_get_dataset(cube);
    check.catalog = qcdc_dataset_get_catalog(check.dataset);
    check.columns = dataset_columns(check.dataset);
    return run_all(&check);
}
