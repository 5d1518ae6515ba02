/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/verdict-private.h"

#include "kernel/fault-private.h"

/* What a finding tells of its sides. */
typedef struct Figures {
    QcdcDecimal left, right, difference;
} Figures;

static void append_name(Text *message, const char *name)
{
    text_append(message, " \"");
    text_append(message, name);
    text_append(message, "\"");
}

/* Without its sign: whether it is above or below stands before it. */
static void append_magnitude(Text *message, QcdcDecimal value)
{
    value.coefficient = value.coefficient < 0 ? -value.coefficient : value.coefficient;
    text_append_decimal(message, value);
}

void verdict_append_period(const Check *check, const CellKey *key, Text *message)
{
    char label[QCDC_PERIOD_TEXT_SIZE];

    qcdc_period_to_text(check_period(check, key), label, sizeof label);
    text_append(message, label);
    if (QCDC_FAULT("verdict-plan", key->scenario == 0, true))
        return;
    text_append(message, " of plan");
    append_name(message, qcdc_catalog_get_plan_name(check->catalog, key->scenario - 1u));
}

/* … of "bg" "people" 2019 */
static void append_place(const Check *check, const CellKey *key, Text *message)
{
    text_append(message, " of");
    append_name(message, check_unit_code(check, key));
    append_name(message, check_indicator_code(check, key));
    text_append(message, " ");
    verdict_append_period(check, key, message);
}

static void append_relation(const Verdict *verdict, const Figures *figures, Text *message)
{
    text_append(message, verdict->relation != NULL ? " is " : " differs by ");
    if (verdict->relation != NULL)
        append_magnitude(message, figures->difference);
    else
        text_append_decimal(message, figures->difference);
    text_append(message, verdict->relation != NULL ? " " : " from ");
    text_append(message, verdict->relation != NULL ? verdict->relation : "");
    text_append(message, verdict->relation != NULL ? " " : "");
}

/* reported total 7570 of "bg" "people" 2019 differs by 10 from the sum of its own and its children's figures, 7560 */
static void compose_figures(const Check *check, const Verdict *verdict, const Figures *figures, Text *message)
{
    text_append(message, verdict->left_noun);
    text_append(message, " ");
    text_append_decimal(message, figures->left);
    append_place(check, &verdict->key, message);
    append_relation(verdict, figures, message);
    text_append(message, verdict->right_noun);
    if (verdict->right_name != NULL && verdict->right_name[0] != '\0')
        append_name(message, verdict->right_name);
    text_append(message, ", ");
    text_append_decimal(message, figures->right);
}

/* S4: hedged figures are held at their printed points, and both readings are told. */
static void append_bounds(const Bounds *bounds, const Sides *sides, Text *message)
{
    bool is_equation = sides->comparison == FORM_EQUAL;

    text_append(message, "; that is at the printed points: read as bounds (");
    for (size_t k = 0; k < bounds->hedge_count; k++) {
        text_append(message, k > 0 ? ", " : "");
        text_append(message, bounds->hedges[k]);
    }
    text_append(message, ") the two sides ");
    text_append(message, bounds_can_hold(bounds, sides) ? "can" : "cannot");
    text_append(message, is_equation ? " be equal" : " stand so");
}

static void compose(const Check *check, const Verdict *verdict, const Figures *figures, const Bounds *bounds, Text *message)
{
    if (verdict->message != NULL)
        text_append(message, verdict->message);
    else
        compose_figures(check, verdict, figures, message);
    text_append(message, verdict->after != NULL ? verdict->after : "");
    if (bounds->is_hedged)
        append_bounds(bounds, &verdict->sides, message);
}

static const char *name_reading(const Verdict *verdict, const Bounds *bounds)
{
    if (!bounds->is_hedged)
        return verdict->reading;
    return bounds_can_hold(bounds, &verdict->sides) ? "bounds-can-hold" : "bounds-cannot-hold";
}

static bool has_all_texts(const QcdcFinding *finding)
{
    return finding->value != NULL && finding->period != NULL && finding->left != NULL && finding->right != NULL &&
           finding->difference != NULL;
}

static QcdcStatus put_down(Check *check, const Verdict *verdict, const Figures *figures, Evidence *evidence)
{
    size_t row = evidence->first_row != SIZE_MAX ? evidence->first_row : verdict->row;
    Text message = { 0 };
    QcdcStatus status;

    compose(check, verdict, figures, &evidence->bounds, &message);
    QcdcFinding finding = {
        .severity = evidence->bounds.is_hedged ? QCDC_FAULT("verdict-hedged", QCDC_SEVERITY_WARNING, QCDC_SEVERITY_NONE) :
                                                 QCDC_SEVERITY_NONE,
        .file = dataset_file(check->dataset, row),
        .row = check->columns->rows != NULL ? check->columns->rows[row] : 0,
        .message = text_get(&message),
        .value = evidence_keep_value(evidence, figures->left),
        .hint = verdict->hint,
        .unit = check_unit_code(check, &verdict->key),
        .indicator = check_indicator_code(check, &verdict->key),
        .period = evidence_keep_period(evidence, check_period(check, &verdict->key)),
        .left = evidence_keep_value(evidence, figures->left),
        .right = evidence_keep_value(evidence, figures->right),
        .difference = evidence_keep_value(evidence, figures->difference),
        .cells = evidence->cells.items,
        .cell_count = evidence->cells.count,
        .reading = name_reading(verdict, &evidence->bounds),
    };
    status = !message.failed && has_all_texts(&finding) ? check_put_down(check, &finding) : memory_fail(check->error);
    text_clear(&message);
    return status;
}

QcdcStatus verdict_hold(const Check *check, const CellKey *key, const Sides *sides, bool *out_holds)
{
    QcdcStatus status = sides_hold(sides, out_holds, check->error);
    Text place = { 0 };

    if (status != QCDC_STATUS_OVERFLOW)
        return status;
    text_append(&place, "sides");
    append_place(check, key, &place);
    check_place_error(check, text_get(&place));
    text_clear(&place);
    return status;
}

QcdcStatus verdict_tell_sides(const Check *check, const CellKey *key, const Sides *sides, QcdcDecimal *out_left, QcdcDecimal *out_right,
                              QcdcDecimal *out_difference)
{
    QcdcStatus status = sides_tell(sides, out_left, out_right, out_difference, check->error);

    if (status != QCDC_STATUS_OVERFLOW)
        return status;
    return cube_fail_overflow(check->cube, check_unit_code(check, key), key->indicator, check_period(check, key), check->error);
}

QcdcStatus verdict_put_down(Check *check, const Verdict *verdict, Evidence *evidence, QcdcStatus status)
{
    Figures figures;

    if (status == QCDC_OK)
        status = verdict_tell_sides(check, &verdict->key, &verdict->sides, &figures.left, &figures.right, &figures.difference);
    if (status == QCDC_OK)
        status = put_down(check, verdict, &figures, evidence);
    evidence_clear(evidence);
    return status;
}
