/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <qcdc/audit.h>

#include <string.h>

#include <qcdc/calendar.h>

#include "audit/evidence-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/observation-private.h"
#include "model/dataset-private.h"
#include "model/findings-private.h"

enum { MOST_TILES_SHOWN = 120 };

typedef struct Check {
    const QcdcCube *cube;
    const QcdcDataset *dataset;
    const QcdcCatalog *catalog;
    const DatasetColumns *columns;
    QcdcFindings *findings;
    QcdcError *error;
    UnitTree *tree; /* of tree_period; one for all periods where no unit has an interval */
    QcdcPeriod tree_period;
} Check;

/* What a rule says about two figures that should be one. */
typedef struct Verdict {
    const char *code, *rule, *left_noun, *right_noun, *hint;
    QcdcDecimal left, right;
} Verdict;

static Subject subject_of(const Check *check, size_t row)
{
    return (Subject){ check->columns->units[row], check->columns->indicators[row], check->columns->periods[row],
                      check->columns->scenarios[row] };
}

static QcdcDecimal value_of(const Check *check, size_t row)
{
    return (QcdcDecimal){ .coefficient = check->columns->coefficients[row],
                          .decimals = catalog_indicator(check->catalog, check->columns->indicators[row])->decimals };
}

static QcdcStatus read_cell(const Check *check, const Subject *subject, QcdcScope scope, QcdcCell *out_cell)
{
    uint8_t own = QCDC_SCOPE_OWN;

    return qcdc_cube_read_cells(check->cube, &subject->unit, &subject->indicator, &subject->period,
                                scope == QCDC_SCOPE_OWN ? &own : NULL, &subject->scenario, 1, out_cell, check->error);
}

static bool is_complete(const QcdcCell *cell)
{
    return cell->figure.state == QCDC_FIGURE_VALUED && !cell->is_refused && cell->valued >= cell->expected &&
           (cell->origin == QCDC_ORIGIN_SUM || cell->origin == QCDC_ORIGIN_OWN || cell->origin == QCDC_ORIGIN_COARSE);
}

/* S4: a hedged figure is held at its printed point, and both readings are told. */
static void add_hedge(const Check *check, size_t row, Text *message)
{
    const char *hedge = check->columns->hedges != NULL ? dataset_string(check->dataset, check->columns->hedges[row]) : "";

    if (hedge[0] == '\0')
        return;
    text_append(message, "; it says \"");
    text_append(message, hedge);
    text_append(message, "\", so as a bound it may hold");
}

static void add_quoted(Text *message, const char *text)
{
    text_append(message, " \"");
    text_append(message, text);
    text_append(message, "\"");
}

/* reported total 7570 of "bg", "people", 2019 differs by 10 from its own and its children's figures, 7560 */
static void compose(const Check *check, const Subject *subject, size_t row, const Verdict *verdict,
                    QcdcDecimal difference, Text *message)
{
    char label[QCDC_PERIOD_TEXT_SIZE];

    qcdc_period_to_text(subject->period, label, sizeof label);
    text_append(message, verdict->left_noun);
    text_append(message, " ");
    text_append_decimal(message, verdict->left);
    text_append(message, " of");
    add_quoted(message, qcdc_catalog_get_unit_text(check->catalog, subject->unit, subject->period, QCDC_UNIT_CODE));
    add_quoted(message, qcdc_catalog_get_indicator_text(check->catalog, subject->indicator, QCDC_INDICATOR_CODE));
    text_append(message, " ");
    text_append(message, label);
    text_append(message, " differs by ");
    text_append_decimal(message, difference);
    text_append(message, " from ");
    text_append(message, verdict->right_noun);
    text_append(message, ", ");
    text_append_decimal(message, verdict->right);
    add_hedge(check, row, message);
}

static QcdcStatus put_down(Check *check, const Subject *subject, size_t row, const Verdict *verdict,
                           QcdcDecimal difference, Evidence *evidence)
{
    Text message = { 0 };
    QcdcStatus status;

    compose(check, subject, row, verdict, difference, &message);
    const QcdcFinding finding = {
        .code = verdict->code,
        .rule = verdict->rule,
        .severity = QCDC_SEVERITY_WARNING,
        .file = dataset_file(check->dataset, row),
        .row = check->columns->rows != NULL ? check->columns->rows[row] : 0,
        .message = text_get(&message),
        .value = evidence_keep_value(evidence, verdict->left),
        .hint = verdict->hint,
        .unit = qcdc_catalog_get_unit_text(check->catalog, subject->unit, subject->period, QCDC_UNIT_CODE),
        .indicator = qcdc_catalog_get_indicator_text(check->catalog, subject->indicator, QCDC_INDICATOR_CODE),
        .period = ARRAY_AT(&evidence->cells, QcdcFindingCell, 0).period,
        .left = evidence_keep_value(evidence, verdict->left),
        .right = evidence_keep_value(evidence, verdict->right),
        .difference = evidence_keep_value(evidence, difference),
        .cells = evidence->cells.items,
        .cell_count = evidence->cells.count,
    };
    status = message.failed ? memory_fail(check->error) :
                              findings_report(check->findings, &finding, QCDC_STATUS_FINDINGS, check->error);
    text_clear(&message);
    return status;
}

typedef bool (*GatherEvidence)(Check *check, const Subject *subject, Evidence *evidence, QcdcStatus *status);

static QcdcStatus report_difference(Check *check, const Subject *subject, size_t row, const Verdict *verdict,
                                    GatherEvidence gather)
{
    Evidence evidence = { .cube = check->cube };
    QcdcDecimal difference;
    QcdcStatus status = qcdc_decimal_subtract(verdict->left, verdict->right, &difference, check->error);

    if (status == QCDC_OK && !gather(check, subject, &evidence, &status) && status == QCDC_OK)
        status = memory_fail(check->error);
    if (status == QCDC_OK)
        status = put_down(check, subject, row, verdict, difference, &evidence);
    evidence_clear(&evidence);
    return status;
}

/* The tree in which the subject's children are found (D22). */
static QcdcStatus find_tree(Check *check, QcdcPeriod period)
{
    int32_t first, last;
    QcdcStatus status;

    if (check->tree != NULL && (catalog_is_static(check->catalog) || qcdc_period_equals(period, check->tree_period)))
        return QCDC_OK;
    unit_tree_free(check->tree);
    check->tree = NULL;
    check->tree_period = period;
    status = qcdc_calendar_get_days(QCDC_CALENDAR_CIVIL, period, &first, &last, check->error);
    return status != QCDC_OK ? status : catalog_make_tree(check->catalog, first, last, NULL, &check->tree, check->error);
}

static bool add_unit_cell(Check *check, const Subject *subject, QcdcScope scope, Evidence *evidence, QcdcStatus *status)
{
    QcdcCell cell;

    *status = read_cell(check, subject, scope, &cell);
    return *status == QCDC_OK && evidence_add(evidence, subject, QCDC_SCOPE_OWN, &cell);
}

/* The total, the unit's own figure if it has one, and each child. */
static bool gather_parts(Check *check, const Subject *subject, Evidence *evidence, QcdcStatus *status)
{
    uint32_t position, child;

    *status = find_tree(check, subject->period);
    if (*status != QCDC_OK || !evidence_add_row(evidence, subject, QCDC_SCOPE_TOTAL) ||
        !evidence_add_row(evidence, subject, QCDC_SCOPE_OWN))
        return false;
    position = check->tree->positions[subject->unit];
    if (position == UINT32_MAX)
        return true;
    for (child = position + 1; child < check->tree->ends[position]; child = check->tree->ends[child]) {
        Subject part = *subject;
        part.unit = check->tree->units[child];
        if (!add_unit_cell(check, &part, QCDC_SCOPE_TOTAL, evidence, status))
            return false;
    }
    return true;
}

/* S11: a total reported beside figures that are all there. */
static QcdcStatus check_total(Check *check, size_t row)
{
    Subject subject = subject_of(check, row);
    Verdict verdict = { .code = "QCDC-F200",
                        .rule = "reported-total",
                        .left_noun = "reported total",
                        .right_noun = "the sum of its own and its children's figures",
                        .hint = "one of the rows is to be looked at; the sum is what is used",
                        .left = value_of(check, row) };
    QcdcCell cell;
    QcdcStatus status = read_cell(check, &subject, QCDC_SCOPE_TOTAL, &cell);

    if (status != QCDC_OK || !is_complete(&cell))
        return status;
    verdict.right = cell.figure.value;
    if (QCDC_FAULT("check-total-equal", qcdc_decimal_compare(verdict.left, verdict.right) == 0, true))
        return QCDC_OK;
    return report_difference(check, &subject, row, &verdict, gather_parts);
}

/* The finest kind in which the period has a row of its own tiles; NONE if there is none. */
static QcdcPeriodKind find_tiling(const Check *check, const Subject *subject)
{
    static const QcdcPeriodKind kinds[] = { QCDC_PERIOD_MONTH, QCDC_PERIOD_QUARTER, QCDC_PERIOD_HALF, QCDC_PERIOD_YEAR };

    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
        uint32_t count = qcdc_period_count_tiles(subject->period, kinds[k]);
        for (uint32_t tile = 0; tile < count && count > 1; tile++)
            if (dataset_find(check->dataset, subject->unit, subject->indicator,
                             qcdc_period_get_tile(subject->period, kinds[k], tile), QCDC_SCOPE_OWN,
                             subject->scenario) != SIZE_MAX)
                return kinds[k];
    }
    return QCDC_PERIOD_NONE;
}

/* The coarse figure, and the finer rows of the same unit. */
static bool gather_tiles(Check *check, const Subject *subject, Evidence *evidence, QcdcStatus *status)
{
    QcdcPeriodKind kind = find_tiling(check, subject);
    uint32_t count = qcdc_period_count_tiles(subject->period, kind);

    (void)status;
    if (!evidence_add_row(evidence, subject, QCDC_SCOPE_OWN))
        return false;
    for (uint32_t k = 0; k < count && k < MOST_TILES_SHOWN; k++) {
        Subject tile = *subject;
        tile.period = qcdc_period_get_tile(subject->period, kind, k);
        if (!evidence_add_row(evidence, &tile, QCDC_SCOPE_OWN))
            return false;
    }
    return true;
}

/* S16: the unit's own figure of the period is that of its finest complete tiling; a direct figure may be another one. */
static QcdcStatus check_coarse(Check *check, size_t row)
{
    Subject subject = subject_of(check, row);
    Verdict verdict = { .code = "QCDC-F201",
                        .rule = "coarse-against-fine",
                        .left_noun = "figure",
                        .right_noun = "the sum of its finer periods",
                        .hint = "one of the rows is to be looked at; the sum is what is used",
                        .left = value_of(check, row) };
    QcdcCell cell;
    QcdcStatus status;

    if (find_tiling(check, &subject) == QCDC_PERIOD_NONE)
        return QCDC_OK;
    status = read_cell(check, &subject, QCDC_SCOPE_OWN, &cell);
    if (status != QCDC_OK || !is_complete(&cell))
        return status;
    verdict.right = cell.figure.value;
    if (QCDC_FAULT("check-coarse-equal", qcdc_decimal_compare(verdict.left, verdict.right) == 0, true))
        return QCDC_OK;
    return report_difference(check, &subject, row, &verdict, gather_tiles);
}

/* Rows the rules speak of: valued, and of an indicator that adds up and is not calculated. */
static QcdcStatus check_row(Check *check, size_t row)
{
    const Indicator *indicator = catalog_indicator(check->catalog, check->columns->indicators[row]);

    if (qcdc_observation_status_is_missing(check->columns->statuses[row]) || indicator->form != NULL)
        return QCDC_OK;
    if (check->columns->scopes[row] == QCDC_SCOPE_TOTAL)
        return indicator->over_units == OVER_UNITS_SUM ? check_total(check, row) : QCDC_OK;
    return indicator->over_time == OVER_TIME_SUM ? check_coarse(check, row) : QCDC_OK;
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
    for (size_t row = 0; row < check.columns->count && status == QCDC_OK; row++)
        status = check_row(&check, row);
    unit_tree_free(check.tree);
    return status;
}
