/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/verdict-private.h"

static void append_place(Text *message, const char *text)
{
    text_append(message, " \"");
    text_append(message, text);
    text_append(message, "\"");
}

/* S4: a hedged figure is held at its printed point, and both readings are told. */
static void append_hedge(const Check *check, size_t row, Text *message)
{
    const char *hedge = check->columns->hedges != NULL ? dataset_string(check->dataset, check->columns->hedges[row]) : "";

    if (hedge[0] == '\0')
        return;
    text_append(message, "; it says \"");
    text_append(message, hedge);
    text_append(message, "\", so as a bound it may hold");
}

/* reported total 7570 of "bg" "people" 2019 differs by 10 from the sum of its own and its children's figures, 7560 */
static void compose(const Check *check, const Verdict *verdict, size_t row, QcdcDecimal difference, Text *message)
{
    char label[QCDC_PERIOD_TEXT_SIZE];

    qcdc_period_to_text(check_period(check, &verdict->key), label, sizeof label);
    text_append(message, verdict->left_noun);
    text_append(message, " ");
    text_append_decimal(message, verdict->left);
    text_append(message, " of");
    append_place(message, check_unit_code(check, &verdict->key));
    append_place(message, check_indicator_code(check, &verdict->key));
    text_append(message, " ");
    text_append(message, label);
    text_append(message, verdict->relation != NULL ? " is " : " differs by ");
    text_append_decimal(message, difference);
    text_append(message, verdict->relation != NULL ? " " : " from ");
    text_append(message, verdict->relation != NULL ? verdict->relation : "");
    text_append(message, verdict->relation != NULL ? " " : "");
    text_append(message, verdict->right_noun);
    text_append(message, ", ");
    text_append_decimal(message, verdict->right);
    append_hedge(check, row, message);
}

static QcdcStatus put_down(Check *check, const Verdict *verdict, QcdcDecimal difference, Evidence *evidence)
{
    size_t row = evidence->first_row != SIZE_MAX ? evidence->first_row : verdict->row;
    Text message = { 0 };
    QcdcStatus status;

    compose(check, verdict, row, difference, &message);
    QcdcFinding finding = {
        .file = dataset_file(check->dataset, row),
        .row = check->columns->rows != NULL ? check->columns->rows[row] : 0,
        .message = text_get(&message),
        .value = evidence_keep_value(evidence, verdict->left),
        .hint = verdict->hint,
        .unit = check_unit_code(check, &verdict->key),
        .indicator = check_indicator_code(check, &verdict->key),
        .period = evidence_keep_period(evidence, check_period(check, &verdict->key)),
        .left = evidence_keep_value(evidence, verdict->left),
        .right = evidence_keep_value(evidence, verdict->right),
        .difference = evidence_keep_value(evidence, difference),
        .cells = evidence->cells.items,
        .cell_count = evidence->cells.count,
    };
    bool has_memory = !message.failed && finding.value != NULL && finding.period != NULL && finding.left != NULL &&
                      finding.right != NULL && finding.difference != NULL;
    status = has_memory ? check_put_down(check, &finding) : memory_fail(check->error);
    text_clear(&message);
    return status;
}

QcdcStatus verdict_put_down(Check *check, const Verdict *verdict, Evidence *evidence)
{
    QcdcDecimal difference;
    QcdcStatus status = qcdc_decimal_subtract(verdict->left, verdict->right, &difference, check->error);

    if (status == QCDC_OK)
        status = put_down(check, verdict, difference, evidence);
    evidence_clear(evidence);
    return status;
}

bool verdict_is_equal(const Check *check, QcdcDecimal left, QcdcDecimal right)
{
    (void)check;
    return qcdc_decimal_compare(left, right) == 0;
}
