/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "audit/evidence-private.h"
#include "kernel/fault-private.h"
#include "kernel/observation-private.h"

/* revised-base F209 (S20, D52): a figure that is no longer what it was when it was first published. */

static bool has_value(const QcdcObservation *observation)
{
    return !qcdc_observation_status_is_missing(observation->status);
}

static bool is_revised(const QcdcObservation *now, const QcdcObservation *then)
{
    if (has_value(now) != has_value(then))
        return true;
    return has_value(now) && QCDC_FAULT("check-revised-equal", now->value.coefficient != then->value.coefficient, true);
}

/* Texts of an observation, kept with the finding's evidence. */
static const char *keep_value(Evidence *evidence, const QcdcObservation *observation)
{
    return has_value(observation) ? evidence_keep_value(evidence, observation->value) : "";
}

static QcdcStatus add_observation(Evidence *evidence, const CellKey *key, const QcdcObservation *observation)
{
    const Check *check = evidence->check;
    const QcdcFindingCell cell = { .unit = check_unit_code(check, key),
                                   .indicator = check_indicator_code(check, key),
                                   .period = evidence_keep_period(evidence, observation->period),
                                   .value = keep_value(evidence, observation),
                                   .file = observation->file,
                                   .row = observation->row };

    if (cell.period == NULL || cell.value == NULL || !array_append(&evidence->cells, &cell, 1, sizeof cell))
        return memory_fail(check->error);
    return QCDC_OK;
}

static void add_figure(Text *message, const QcdcObservation *observation)
{
    if (observation->hedge[0] != '\0') {
        text_append(message, observation->hedge);
        text_append(message, " ");
    }
    text_append_decimal(message, observation->value);
}

/* figure 125 of "bg" "people" 2018, of revision 2, was first published as 120 */
static void compose(const Check *check, const CellKey *key, const QcdcObservation *now, const QcdcObservation *then, Text *message)
{
    char label[QCDC_PERIOD_TEXT_SIZE];

    qcdc_period_to_text(now->period, label, sizeof label);
    text_append(message, has_value(now) ? "figure " : "missing figure");
    if (has_value(now))
        add_figure(message, now);
    text_append(message, " of \"");
    text_append(message, check_unit_code(check, key));
    text_append(message, "\" \"");
    text_append(message, check_indicator_code(check, key));
    text_append(message, "\" ");
    text_append(message, label);
    text_append(message, ", of revision ");
    text_append_number(message, now->revision);
    text_append(message, has_value(then) ? ", was first published as " : ", was first published without a value");
    if (has_value(then))
        add_figure(message, then);
}

/* Where one of the two has no value there is no difference. */
static QcdcStatus find_difference(Evidence *evidence, const QcdcObservation *now, const QcdcObservation *then,
                                  const char **out_difference)
{
    QcdcDecimal difference;
    QcdcStatus status = QCDC_OK;

    *out_difference = "";
    if (!has_value(now) || !has_value(then))
        return QCDC_OK;
    status = qcdc_decimal_subtract(now->value, then->value, &difference, evidence->check->error);
    if (status == QCDC_OK && (*out_difference = evidence_keep_value(evidence, difference)) == NULL)
        status = memory_fail(evidence->check->error);
    return status;
}

static QcdcStatus put_down(Check *check, const CellKey *key, const QcdcObservation *now, const QcdcObservation *then,
                           Evidence *evidence)
{
    Text message = { 0 };
    QcdcFinding finding = { .file = now->file,
                            .row = now->row,
                            .hint = "a comparison takes the base as known now, or with --base-known then as first published",
                            .unit = check_unit_code(check, key),
                            .indicator = check_indicator_code(check, key) };
    QcdcStatus status = find_difference(evidence, now, then, &finding.difference);

    compose(check, key, now, then, &message);
    finding.message = text_get(&message);
    finding.period = ARRAY_AT(&evidence->cells, QcdcFindingCell, 0).period;
    finding.value = finding.left = ARRAY_AT(&evidence->cells, QcdcFindingCell, 0).value;
    finding.right = ARRAY_AT(&evidence->cells, QcdcFindingCell, 1).value;
    finding.cells = evidence->cells.items;
    finding.cell_count = evidence->cells.count;
    if (status == QCDC_OK)
        status = message.failed ? memory_fail(check->error) : check_put_down(check, &finding);
    text_clear(&message);
    return status;
}

static QcdcStatus check_row(Check *check, size_t row)
{
    CellKey key = check_row_key(check, row);
    Evidence evidence = evidence_begin(check);
    QcdcObservation now, then;
    QcdcStatus status;

    if (!dataset_read_published(check->dataset, row, &then))
        return QCDC_OK;
    status = qcdc_dataset_get_observation(check->dataset, row, &now, check->error);
    if (status != QCDC_OK || !is_revised(&now, &then))
        return status;
    status = add_observation(&evidence, &key, &now);
    if (status == QCDC_OK)
        status = add_observation(&evidence, &key, &then);
    if (status == QCDC_OK)
        status = put_down(check, &key, &now, &then, &evidence);
    evidence_clear(&evidence);
    return status;
}

QcdcStatus check_revised(Check *check)
{
    QcdcStatus status = QCDC_OK;

    for (size_t row = 0; row < check->columns->count && status == QCDC_OK; row++)
        status = check_row(check, row);
    return status;
}
