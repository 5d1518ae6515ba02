/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "audit/verdict-private.h"
#include "kernel/fault-private.h"
#include "kernel/observation-private.h"

/* revised-base (S20, D52): a figure that is no longer what it was when it was first published. */

static const char hint[] = "a comparison takes the base as known now, or with --base-known then as first published";

/* The row as it stands, and the first one of its key. */
typedef struct Revised {
    CellKey key;
    size_t row;
    QcdcObservation now, then;
} Revised;

static bool has_value(const QcdcObservation *observation)
{
    return !qcdc_observation_status_is_missing(observation->status);
}

static bool has_both(const Revised *revised)
{
    return has_value(&revised->now) && has_value(&revised->then);
}

static Sides sides_of(const Check *check, const Revised *revised)
{
    return (Sides){ side_of(revised->now.value), side_of(revised->then.value), FORM_EQUAL, check->tolerance };
}

static QcdcStatus add_observation(Evidence *evidence, const CellKey *key, const QcdcObservation *observation, int sign)
{
    const Check *check = evidence->check;
    const QcdcFindingCell cell = { .unit = check_unit_code(check, key),
                                   .indicator = check_indicator_code(check, key),
                                   .period = evidence_keep_period(evidence, observation->period),
                                   .value = has_value(observation) ? evidence_keep_value(evidence, observation->value) : "",
                                   .file = observation->file,
                                   .row = observation->row };

    bounds_add_hedge(&evidence->bounds, observation->hedge, sign);
    if (cell.period == NULL || cell.value == NULL || !array_append(&evidence->cells, &cell, 1, sizeof cell))
        return memory_fail(check->error);
    return QCDC_OK;
}

static QcdcStatus gather(const Revised *revised, Evidence *evidence)
{
    QcdcStatus status = add_observation(evidence, &revised->key, &revised->now, 1);

    return status == QCDC_OK ? add_observation(evidence, &revised->key, &revised->then, -1) : status;
}

static void append_figure(Text *message, const QcdcObservation *observation)
{
    if (observation->hedge[0] != '\0') {
        text_append(message, observation->hedge);
        text_append(message, " ");
    }
    text_append_decimal(message, observation->value);
}

/* figure 125 of "bg" "people" 2018, of revision 2, was first published as 120 */
static void compose(const Check *check, const Revised *revised, Text *message)
{
    text_append(message, has_value(&revised->now) ? "figure " : "missing figure");
    if (has_value(&revised->now))
        append_figure(message, &revised->now);
    text_append(message, " of \"");
    text_append(message, check_unit_code(check, &revised->key));
    text_append(message, "\" \"");
    text_append(message, check_indicator_code(check, &revised->key));
    text_append(message, "\" ");
    verdict_append_period(check, &revised->key, message);
    text_append(message, ", of revision ");
    text_append_number(message, revised->now.revision);
    text_append(message, has_value(&revised->then) ? ", was first published as " : ", was first published without a value");
    if (has_value(&revised->then))
        append_figure(message, &revised->then);
}

/* Where one of the two has no value there are no sides to tell of. */
static QcdcStatus put_down_absence(Check *check, const Revised *revised, const char *message, Evidence *evidence, QcdcStatus status)
{
    const QcdcFindingCell *cells = evidence->cells.items;

    if (status == QCDC_OK) {
        bool is_hedged = QCDC_FAULT("check-revised-hedged", evidence->bounds.is_hedged, false);
        QcdcFinding finding = { .severity = is_hedged ? QCDC_SEVERITY_WARNING : QCDC_SEVERITY_NONE, /* D49 */
                                .file = revised->now.file,
                                .row = revised->now.row,
                                .message = message,
                                .value = cells[0].value,
                                .hint = hint,
                                .unit = cells[0].unit,
                                .indicator = cells[0].indicator,
                                .period = cells[0].period,
                                .left = cells[0].value,
                                .right = cells[1].value,
                                .cells = cells,
                                .cell_count = evidence->cells.count };
        status = check_put_down(check, &finding);
    }
    evidence_clear(evidence);
    return status;
}

static QcdcStatus tell(Check *check, const Revised *revised)
{
    Evidence evidence = evidence_begin(check);
    Text message = { 0 };
    QcdcStatus status = gather(revised, &evidence);

    compose(check, revised, &message);
    if (message.failed)
        status = memory_fail(check->error);
    const Verdict verdict = { .key = revised->key,
                              .sides = sides_of(check, revised),
                              .row = revised->row,
                              .message = text_get(&message),
                              .hint = hint };
    status = has_both(revised) ? verdict_put_down(check, &verdict, &evidence, status) :
                                 put_down_absence(check, revised, verdict.message, &evidence, status);
    text_clear(&message);
    return status;
}

static QcdcStatus is_told(const Check *check, const Revised *revised, bool *out_told)
{
    Sides sides = sides_of(check, revised);
    bool holds = !has_value(&revised->now) && !has_value(&revised->then);
    QcdcStatus status = has_both(revised) ? sides_hold(&sides, &holds, check->error) : QCDC_OK;

    *out_told = QCDC_FAULT("check-revised-equal", !holds, true);
    return status;
}

static QcdcStatus check_row(Check *check, size_t row)
{
    Revised revised = { .key = check_row_key(check, row), .row = row };
    bool told = false;
    QcdcStatus status;

    if (!dataset_read_published(check->dataset, row, &revised.then))
        return QCDC_OK;
    status = qcdc_dataset_get_observation(check->dataset, row, &revised.now, check->error);
    if (status == QCDC_OK)
        status = is_told(check, &revised, &told);
    return status == QCDC_OK && told ? tell(check, &revised) : status;
}

/* Rows without a value too. */
QcdcStatus check_revised(Check *check)
{
    QcdcStatus status = QCDC_OK;

    for (size_t row = 0; row < check->columns->count && status == QCDC_OK; row++)
        status = check_row(check, row);
    return status;
}
