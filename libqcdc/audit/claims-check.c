/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <qcdc/audit.h>
#include <stdlib.h>
#include <string.h>

#include "audit/evidence-private.h"
#include "audit/spoken-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "model/findings-private.h"

/* Figures of a text held against those of a cube (R12). */

enum {
    MEMORY_LEAST = 64 << 20, /* what reading the text again may use, as reading it did */
    MEMORY_PER_BYTE = 16
};

/* A printed figure of a claim. */
typedef struct Operand {
    size_t start, claim;
    uint8_t operand;
} Operand;

typedef struct TextCheck {
    Check check; /* for the evidence */
    const QcdcClaims *claims;
    const char *source;
    QcdcUnitId unit;     /* that the report is of */
    QcdcPeriod period;
    Namings namings;
    Array operands;      /* Operand, by start */
    Arena arena;
    Script script;
    Scene scene;
    size_t compared;
    size_t counted;      /* bytes whose lines were counted, */
    int32_t lines;       /* and how many line ends they have */
} TextCheck;

/* A figure of the text and the cell that it speaks of. */
typedef struct Held {
    const Mention *mention;
    size_t start, end; /* bytes of the input */
    CellKey key;
    QcdcCell cell;
    Spoken spoken;
    QcdcDecimal value; /* of the cell, rounded at the print's decimals where it is a ratio */
    QcdcDecimal cut;   /* the same cut off there */
} Held;

static int compare_operands(const void *left, const void *right)
{
    const Operand *a = left, *b = right;

    return (a->start > b->start) - (a->start < b->start);
}

static QcdcStatus add_operands(TextCheck *text, size_t index, QcdcError *error)
{
    QcdcClaim claim;
    QcdcClaimNumber number;

    qcdc_claims_get_item(text->claims, index, &claim, NULL);
    for (size_t k = 0; k < claim.number_count; k++) {
        Operand *operand;
        qcdc_claims_get_number(text->claims, index, k, &number, NULL);
        if (number.end <= number.start || number.is_old)
            continue;
        operand = ARRAY_ADD(&text->operands, Operand);
        if (operand == NULL)
            return memory_fail(error);
        *operand = (Operand){ number.start, index, number.role };
    }
    return QCDC_OK;
}

static QcdcStatus list_operands(TextCheck *text, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < qcdc_claims_get_count(text->claims) && status == QCDC_OK; k++)
        status = add_operands(text, k, error);
    if (text->operands.count > 0)
        qsort(text->operands.items, text->operands.count, sizeof(Operand), compare_operands);
    return status;
}

/* What is no level of anything: by how much, of how many, what was planned. */
static bool is_level(const QcdcClaim *claim, uint8_t operand)
{
    bool is_change = claim->kind == QCDC_CLAIM_CHANGE_ABS || claim->kind == QCDC_CLAIM_CHANGE_REL || claim->kind == QCDC_CLAIM_CHANGE_PP ||
                     claim->kind == QCDC_CLAIM_CHANGE_RANK || claim->kind == QCDC_CLAIM_INDEX || claim->kind == QCDC_CLAIM_GROWTH_RATE ||
                     claim->kind == QCDC_CLAIM_PLAN_ATTAINMENT || claim->kind == QCDC_CLAIM_REDUCTION_FROM_TO;

    if (operand == QCDC_OPERAND_PCT)
        return !is_change;
    return operand != QCDC_OPERAND_DELTA && operand != QCDC_OPERAND_EXCESS && operand != QCDC_OPERAND_PLAN && operand != QCDC_OPERAND_TARGET &&
           operand != QCDC_OPERAND_OF && operand != QCDC_OPERAND_POINTS && operand != QCDC_OPERAND_SHARE && operand != QCDC_OPERAND_FROM &&
           operand != QCDC_OPERAND_YEARS && operand != QCDC_OPERAND_COUNT && operand != QCDC_OPERAND_AVERAGE;
}

static size_t find_operand(const TextCheck *text, size_t start)
{
    size_t low = 0, high = text->operands.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ARRAY_AT(&text->operands, Operand, middle).start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether every claim that the figure is of takes it for a level; and the period that they tell. */
static bool find_role(const TextCheck *text, const Held *held, QcdcPeriod *out_period, bool *out_is_base)
{
    *out_is_base = false;
    for (size_t k = find_operand(text, held->start); k < text->operands.count; k++) {
        const Operand *operand = &ARRAY_AT(&text->operands, Operand, k);
        QcdcClaim claim;
        if (operand->start != held->start)
            break;
        qcdc_claims_get_item(text->claims, operand->claim, &claim, NULL);
        if (!is_level(&claim, operand->operand))
            return false;
        *out_is_base = operand->operand == QCDC_OPERAND_BASE;
        *out_period = *out_is_base ? claim.base_period : claim.period;
    }
    return true;
}

/* "tăng 10 kiến nghị" where no claim was made of it. */
static bool stands_behind_change(const TextCheck *text, const Mention *mention)
{
    const Token *before = mention->token > 0 ? &text->scene.tokens[mention->token - 1] : NULL;

    return before != NULL && before->kind == TOKEN_CUE &&
           (before->cue == CUE_UP || before->cue == CUE_DOWN || before->cue == CUE_HIGHER || before->cue == CUE_LOWER || before->cue == CUE_EXCEED ||
            before->cue == CUE_MISS || before->cue == CUE_COMPARED || before->cue == CUE_PLAN || before->cue == CUE_TARGET);
}

/* The cell's key; false if the words name none, or the cube holds none. */
static bool find_key(const TextCheck *text, Held *held)
{
    QcdcPeriod period = { 0 };
    bool is_base;

    if (!find_role(text, held, &period, &is_base) || stands_behind_change(text, held->mention))
        return false;
    held->spoken = spoken_find(&text->namings, text->check.catalog, &text->scene, held->mention);
    if (held->spoken.indicator == (QcdcIndicatorId)QCDC_ID_NONE)
        return false;
    if (period.kind == QCDC_PERIOD_NONE)
        period = is_base ? period : held->spoken.period;
    if (period.kind == QCDC_PERIOD_NONE && !is_base)
        period = text->period;
    held->key = (CellKey){ .unit = held->spoken.unit != (QcdcUnitId)QCDC_ID_NONE ? held->spoken.unit : text->unit,
                           .indicator = held->spoken.indicator,
                           .slot = slots_find(&text->check.cube->slots, period),
                           .scope = QCDC_SCOPE_TOTAL };
    return held->key.unit != (QcdcUnitId)QCDC_ID_NONE && period.kind != QCDC_PERIOD_NONE && held->key.slot != SLOT_NONE;
}

static bool scale_up(QcdcDecimal *value, unsigned power)
{
    QcdcDecimal scaled = *value;
    QcdcWide coefficient = scaled.coefficient;

    for (; power > 0 && scaled.decimals > 0; power--)
        scaled.decimals--;
    for (; power > 0; power--)
        coefficient *= 10;
    return qcdc_decimal_store(coefficient, scaled.decimals, value, NULL) == QCDC_OK;
}

/* The cell's value as it would be printed there; false where there is none. */
static bool find_value(Held *held)
{
    const QcdcFigure *figure = &held->cell.figure;
    unsigned decimals = held->mention->last_power < 0 ? (unsigned)-held->mention->last_power : 0;

    if (figure->state != QCDC_FIGURE_VALUED || held->cell.is_refused || held->cell.origin == QCDC_ORIGIN_PARTIAL)
        return false;
    QcdcFraction quotient = { figure->value, figure->denominator };
    held->cut = held->value = figure->value;
    if (held->spoken.is_term || !figure->is_fraction)
        return scale_up(&held->value, held->spoken.power) && scale_up(&held->cut, held->spoken.power);
    return qcdc_fraction_to_decimal(quotient, figure->power, decimals, QCDC_ROUND_HALF_AWAY, &held->value, NULL) == QCDC_OK &&
           qcdc_fraction_to_decimal(quotient, figure->power, decimals, QCDC_ROUND_TRUNCATE, &held->cut, NULL) == QCDC_OK;
}

/* How far the printed figure may be from the value: half a unit of its last digit, or cut off, a whole one. */
static bool is_within_print(const Mention *mention, QcdcDecimal value)
{
    QcdcDecimal difference, unit = { .coefficient = 1 };
    unsigned power = mention->last_power < 0 ? (unsigned)-mention->last_power : (unsigned)mention->last_power;

    for (; power > 0 && mention->last_power > 0 && power <= 17; power--)
        unit.coefficient *= 10;
    if (mention->last_power < 0)
        unit.decimals = (uint8_t)power;
    if (qcdc_decimal_subtract(value, mention->value, &difference, NULL) != QCDC_OK)
        return false;
    if (value.coefficient < 0)
        difference.coefficient = -difference.coefficient;
    if (difference.coefficient >= 0)
        return qcdc_decimal_compare(difference, unit) < 0;
    difference.coefficient = -2 * difference.coefficient;
    return qcdc_decimal_compare(difference, unit) <= 0;
}

static bool fits(const Held *held)
{
    int order = qcdc_decimal_compare(held->value, held->mention->value);

    switch (held->mention->hedge) {
    case QCDC_HEDGE_ABOVE:
    case QCDC_HEDGE_AT_LEAST:
        return order >= 0;
    case QCDC_HEDGE_BELOW:
    case QCDC_HEDGE_AT_MOST:
        return order <= 0;
    case QCDC_HEDGE_ABOUT:
    case QCDC_HEDGE_ESTIMATE:
        return true;
    default:
        return order == 0 || qcdc_decimal_compare(held->cut, held->mention->value) == 0 ||
               QCDC_FAULT("claims-check-print", !held->cell.figure.is_fraction && is_within_print(held->mention, held->value), false);
    }
}

/* The line of a place, from 1; places mostly come one after the other. */
static int32_t find_line(TextCheck *text, size_t start)
{
    if (start < text->counted)
        text->counted = 0, text->lines = 0;
    for (; text->counted < start; text->counted++)
        text->lines += text->script.input[text->counted] == '\n';
    return text->lines + 1;
}

/* printed 264 of "a" "received" 2026-Q3 differs by 18 from the data, 246 */
static void compose(const TextCheck *text, const Held *held, QcdcDecimal difference, Text *message)
{
    const Check *check = &text->check;
    char label[QCDC_PERIOD_TEXT_SIZE];

    qcdc_period_to_text(check_period(check, &held->key), label, sizeof label);
    text_append(message, "printed ");
    text_append_decimal(message, held->mention->value);
    text_append(message, " of \"");
    text_append(message, check_unit_code(check, &held->key));
    text_append(message, "\" \"");
    text_append(message, check_indicator_code(check, &held->key));
    text_append(message, "\" ");
    text_append(message, label);
    text_append(message, " differs by ");
    text_append_decimal(message, difference);
    text_append(message, " from the data, ");
    text_append_decimal(message, held->value);
}

static QcdcStatus put_down(TextCheck *text, const Held *held, QcdcDecimal difference, Evidence *evidence)
{
    Check *check = &text->check;
    Text message = { 0 };
    QcdcStatus status;

    compose(text, held, difference, &message);
    QcdcFinding finding = { .code = "QCDC-F211",
                            .rule = "text-against-data",
                            .severity = QCDC_SEVERITY_WARNING,
                            .file = text->source,
                            .message = text_get(&message),
                            .hint = "the text or the row is to be looked at",
                            .value = evidence_keep_value(evidence, held->mention->value),
                            .unit = check_unit_code(check, &held->key),
                            .indicator = check_indicator_code(check, &held->key),
                            .period = evidence_keep_period(evidence, check_period(check, &held->key)),
                            .left = evidence_keep_value(evidence, held->mention->value),
                            .right = evidence_keep_value(evidence, held->value),
                            .difference = evidence_keep_value(evidence, difference),
                            .cells = evidence->cells.items,
                            .cell_count = evidence->cells.count };
    finding.row = find_line(text, held->start);
    if (message.failed || finding.value == NULL || finding.period == NULL || finding.left == NULL || finding.right == NULL || finding.difference == NULL)
        status = memory_fail(check->error);
    else
        status = findings_report(check->findings, &finding, QCDC_STATUS_FINDINGS, check->error);
    text_clear(&message);
    return status;
}

static QcdcStatus tell(TextCheck *text, const Held *held)
{
    Evidence evidence = evidence_begin(&text->check);
    QcdcDecimal difference;
    QcdcStatus status = qcdc_decimal_subtract(held->mention->value, held->value, &difference, text->check.error);

    if (status == QCDC_OK && !held->cell.figure.is_fraction)
        status = evidence_add_cell(&evidence, &held->key, &held->cell, 0);
    if (status == QCDC_OK)
        status = put_down(text, held, difference, &evidence);
    evidence_clear(&evidence);
    return status;
}

static QcdcStatus check_mention(TextCheck *text, const Mention *mention)
{
    Held held = { .mention = mention };
    QcdcStatus status;
    bool is_fitting;

    if (mention->kind != MENTION_FIGURE)
        return QCDC_OK;
    script_locate(&text->script, mention->start, mention->end, &held.start, &held.end);
    if (!find_key(text, &held))
        return QCDC_OK;
    status = check_read_cell(&text->check, &held.key, &held.cell);
    if (status != QCDC_OK || !find_value(&held))
        return status;
    is_fitting = fits(&held);
    if (!is_fitting && QCDC_FAULT("claims-check-unsure", !held.spoken.is_sure, false))
        return QCDC_OK;
    text->compared++;
    return is_fitting ? QCDC_OK : tell(text, &held);
}

static QcdcStatus check_window(TextCheck *text, const Passage *passage, uint32_t start, uint32_t end)
{
    QcdcStatus status = scene_read(&text->scene, &text->arena, &text->script, passage, start, end, text->check.error);

    for (size_t k = 0; k < text->scene.mention_count && status == QCDC_OK; k++)
        status = check_mention(text, &text->scene.mentions[k]);
    return status;
}

static QcdcStatus check_script(TextCheck *text)
{
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < text->script.passage_count && status == QCDC_OK; k++) {
        const Passage *passage = &text->script.passages[k];
        for (uint32_t start = passage->start, end; start < passage->end && status == QCDC_OK; start = end) {
            end = scene_find_window_end(&text->script, start, passage->end);
            status = check_window(text, passage, start, end);
        }
    }
    return status;
}

/* The unit that the report is of: as asked for, else the only one at the top. */
static QcdcStatus find_unit(TextCheck *text, const char *code, QcdcError *error)
{
    size_t roots = 0;

    text->unit = (QcdcUnitId)QCDC_ID_NONE;
    if (code != NULL && code[0] != '\0')
        return qcdc_catalog_find_unit(text->check.catalog, code, text->period, &text->unit, error);
    for (size_t k = 0; k < catalog_unit_count(text->check.catalog); k++) {
        if (catalog_unit_first_version(text->check.catalog, (QcdcUnitId)k)->parent != (QcdcUnitId)QCDC_ID_NONE)
            continue;
        text->unit = (QcdcUnitId)k;
        roots++;
    }
    if (roots > 1)
        text->unit = (QcdcUnitId)QCDC_ID_NONE;
    return QCDC_OK;
}

static QcdcStatus check_text(TextCheck *text, const char *bytes, size_t length, const QcdcClaimCheckOptions *options, QcdcError *error)
{
    QcdcStatus status;

    text->arena.limit = MEMORY_LEAST + MEMORY_PER_BYTE * length;
    text->source = options != NULL && options->source != NULL ? options->source : "text";
    text->period = qcdc_claims_get_period(text->claims);
    if (text->period.kind == QCDC_PERIOD_NONE && options != NULL)
        text->period = options->period;
    status = find_unit(text, options != NULL ? options->unit : NULL, error);
    if (status == QCDC_OK)
        status = namings_make(&text->namings, text->check.catalog, text->period, error);
    if (status == QCDC_OK)
        status = list_operands(text, error);
    if (status == QCDC_OK)
        status = script_read(&text->script, bytes, length, &text->arena, error);
    return status == QCDC_OK ? check_script(text) : status;
}

size_t qcdc_claims_check_summarize(size_t compared, size_t differing, QcdcLanguage language, char *buffer, size_t size)
{
    bool in_english = language == QCDC_LANGUAGE_EN;
    QcdcText text = qcdc_text_begin(buffer, size);

    qcdc_text_add_number(&text, compared, 1);
    qcdc_text_add(&text, in_english ? " figures held against the data: " : " số đối chiếu với bộ số liệu: ");
    qcdc_text_add_number(&text, differing, 1);
    qcdc_text_add(&text, in_english ? " do not match" : " chưa khớp");
    return qcdc_text_finish(&text);
}

QcdcStatus qcdc_claims_check(const QcdcClaims *claims, const char *text, size_t length, const QcdcCube *cube, const QcdcClaimCheckOptions *options,
                             QcdcFindings *findings, size_t *out_compared, QcdcError *error)
{
    TextCheck checking = { .claims = claims, .check = { .cube = cube, .findings = findings, .error = error } };
    QcdcStatus status;

    if (claims == NULL || (text == NULL && length > 0) || cube == NULL || findings == NULL || length >= UINT32_MAX)
        return qcdc_error_set_argument(error, "no claims, no text, no cube or no findings, or a text of 4 GiB or more");
    if (options != NULL && options->size != sizeof *options)
        return qcdc_error_set_argument(error, "the options are of no known size");
    checking.check.dataset = qcdc_cube_get_dataset(cube);
    checking.check.catalog = qcdc_dataset_get_catalog(checking.check.dataset);
    checking.check.columns = dataset_columns(checking.check.dataset);
    status = check_text(&checking, length > 0 ? text : "", length, options, error);
    if (status == QCDC_OK && out_compared != NULL)
        *out_compared = checking.compared;
    namings_clear(&checking.namings);
    array_clear(&checking.operands);
    arena_clear(&checking.arena);
    return status;
}
