/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "reading/claims-look-private.h"

/* What the numbers of each kind are called, in this order, always there (contracts.md). "parts", "listed" and "values" are lists. */
static const char *const number_keys[QCDC_CLAIM_END] = {
    [QCDC_CLAIM_NONE] = "",
    [QCDC_CLAIM_CHANGE_ABS] = "now delta dir",
    [QCDC_CLAIM_CHANGE_REL] = "now base delta pct dir",
    [QCDC_CLAIM_CHANGE_PP] = "now delta dir",
    [QCDC_CLAIM_CHANGE_RANK] = "now of delta dir",
    [QCDC_CLAIM_SHARE] = "part whole pct",
    [QCDC_CLAIM_FRACTION] = "num den pct",
    [QCDC_CLAIM_SUM_OF_PARTS] = "total parts mode",
    [QCDC_CLAIM_SIGNED_SUM] = "total parts",
    [QCDC_CLAIM_BALANCE] = "total received resolved remaining",
    [QCDC_CLAIM_PLAN_ATTAINMENT] = "actual plan pct relation",
    [QCDC_CLAIM_RANK] = "rank of",
    [QCDC_CLAIM_REDUCTION_FROM_TO] = "from to delta",
    [QCDC_CLAIM_AVERAGE] = "avg total n",
    [QCDC_CLAIM_GROWTH_RATE] = "from to years pct",
    [QCDC_CLAIM_DENSITY] = "num den",
    [QCDC_CLAIM_TARGET] = "actual target relation",
    [QCDC_CLAIM_COUNT_OF_LIST] = "stated listed",
    [QCDC_CLAIM_INDEX] = "now base pct",
    [QCDC_CLAIM_CONTRIBUTION] = "part whole points share",
    [QCDC_CLAIM_CROSS] = "first second",
    [QCDC_CLAIM_PAIR] = "a b",
    [QCDC_CLAIM_APPROX] = "value",
    [QCDC_CLAIM_SERIES] = "values",
    [QCDC_CLAIM_DATE] = "day month year",
    [QCDC_CLAIM_LEFTOVER] = "printed own",
};

static const char *const relations[] = {NULL, "reaches", "exceeds", "misses"};
static const char *const modes[] = {NULL, "exhaustive", "subset"};
static const char *const hedges[] = {NULL, "above", "below", "at-least", "at-most", "about", "estimate"};

/* A claim being written. */
typedef struct Writing {
    const QcdcClaims *claims;
    const Claim *claim;
    const char *input;
    size_t length;
    QcdcText text;
} Writing;

typedef struct Key {
    const char *name;
    size_t length;
} Key;

static void add(Writing *writing, const char *words)
{
    qcdc_text_add(&writing->text, words);
}

static void add_escape(QcdcText *text, unsigned char byte)
{
    static const char digits[] = "0123456789abcdef";
    static const char short_forms[0x20] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    char letter = byte < 0x20 ? short_forms[byte] : (char)byte;
    char long_form[] = {'\\', 'u', '0', '0', digits[byte >> 4 & 1], digits[byte & 15]};
    char short_form[] = {'\\', letter};
    if (letter == '\0')
        qcdc_text_add_bytes(text, long_form, sizeof long_form);
    else
        qcdc_text_add_bytes(text, short_form, sizeof short_form);
}

/* A JSON string of any bytes: what is no UTF-8 is U+FFFD. */
static void add_string(Writing *writing, const char *bytes, size_t length)
{
    add(writing, "\"");
    for (size_t at = 0, size; at < length; at += size) {
        unsigned char byte = (unsigned char)bytes[at];
        size = qcdc_text_measure_character(bytes + at, length - at);
        if (byte < 0x20 || byte == '"' || byte == QCDC_FAULT("claims-json-backslash", '\\', '"'))
            add_escape(&writing->text, byte);
        else
            qcdc_text_add_bytes(&writing->text, size > 0 ? bytes + at : "\xEF\xBF\xBD", size > 0 ? size : 3);
        size = size > 0 ? size : 1;
    }
    add(writing, "\"");
}

static void add_name(Writing *writing, const char *name)
{
    if (name == NULL)
        add(writing, "null");
    else
        add_string(writing, name, strlen(name));
}

/* The words at a place of the text; null where there are none. */
static void add_words(Writing *writing, uint32_t start, uint32_t end)
{
    if (writing->input == NULL || end <= start || end > writing->length)
        add(writing, "null");
    else
        add_string(writing, writing->input + start, end - start);
}

static void add_count(Writing *writing, const char *key, size_t number)
{
    add(writing, key);
    qcdc_text_add_number(&writing->text, number, 1);
}

static void add_period(Writing *writing, const char *key, QcdcPeriod period)
{
    char buffer[QCDC_PERIOD_TEXT_SIZE];
    add(writing, key);
    if (qcdc_period_to_text(period, buffer, sizeof buffer) > 0)
        add_string(writing, buffer, strlen(buffer));
    else
        add(writing, "null");
}

static void add_figure(Writing *writing, const ClaimFigure *figure)
{
    char buffer[QCDC_DECIMAL_TEXT_SIZE];
    if (figure == NULL) {
        add(writing, "null");
    } else if (!figure->has_value) {
        add_words(writing, figure->start, figure->end);
    } else {
        qcdc_decimal_to_text(claim_figure_get_value(figure), buffer, sizeof buffer);
        add_string(writing, buffer, strlen(buffer));
    }
}

typedef const ClaimFigure *(*Finder)(const QcdcClaims *claims, const Claim *claim, QcdcOperand operand, size_t which);

/* Those of an operand from the @first on. */
static void add_list(Writing *writing, Finder find, QcdcOperand operand, size_t first)
{
    const ClaimFigure *figure;
    add(writing, "[");
    for (size_t i = first; (figure = find(writing->claims, writing->claim, operand, i)) != NULL; i++) {
        add(writing, i > first ? "," : "");
        add_figure(writing, figure);
    }
    add(writing, "]");
}

static bool is_key(Key key, const char *name)
{
    return strlen(name) == key.length && memcmp(name, key.name, key.length) == 0;
}

static const char *name_direction(uint8_t direction)
{
    return direction == QCDC_DIRECTION_INCREASE    ? "increase" :
           direction == QCDC_DIRECTION_DECREASE    ? "decrease" :
           direction == QCDC_DIRECTION_UNCHANGED   ? "unchanged" :
                                                     NULL;
}

/* The operand of a key that is a list; NONE of any other. */
static QcdcOperand find_list(Key key)
{
    return is_key(key, "parts")    ? QCDC_OPERAND_PART :
           is_key(key, "listed")   ? QCDC_OPERAND_LISTED :
           is_key(key, "values")   ? QCDC_OPERAND_VALUE :
                                     QCDC_OPERAND_NONE;
}

static void add_key(Writing *writing, Key key, bool is_first)
{
    add(writing, is_first ? "" : ",");
    add_string(writing, key.name, key.length);
    add(writing, ":");
}

static void add_number_of(Writing *writing, Key key)
{
    const Claim *claim = writing->claim;
    if (is_key(key, "dir"))
        add_name(writing, name_direction(claim->direction));
    else if (is_key(key, "mode"))
        add_name(writing, modes[claim->mode]);
    else if (is_key(key, "relation"))
        add_name(writing, relations[claim->relation]);
    else if (find_list(key) != QCDC_OPERAND_NONE)
        add_list(writing, claims_find_printed, find_list(key), 0);
    else
        add_figure(writing, claims_find_printed(writing->claims, claim, claims_find_operand(key.name, key.length), 0));
}

/* The next key of a kind's list, behind @at; of no length at its end. */
static Key next_key(const char *at)
{
    Key key = {at, 0};
    while (*key.name == ' ')
        key.name++;
    while (key.name[key.length] != ' ' && key.name[key.length] != '\0')
        key.length++;
    return key;
}

/* Whether the kind's own keys tell the operand, and whether as a list. */
static bool is_told(const Writing *writing, QcdcOperand operand, bool *out_as_list)
{
    *out_as_list = false;
    for (Key key = next_key(number_keys[writing->claim->kind]); key.length > 0; key = next_key(key.name + key.length)) {
        *out_as_list = find_list(key) == operand;
        if (*out_as_list || claims_find_operand(key.name, key.length) == operand)
            return true;
    }
    return false;
}

/* What a claim carries besides the numbers of its kind: other operands that are printed, and, of an operand that is printed more than
 * once, the others. */
static void add_others(Writing *writing)
{
    for (int operand = QCDC_OPERAND_NONE + 1; operand < QCDC_OPERAND_END; operand++) {
        const char *name = qcdc_operand_to_name((QcdcOperand)operand);
        const ClaimFigure *figure = claims_find_printed(writing->claims, writing->claim, (QcdcOperand)operand, 0);
        bool as_list;
        if (!is_told(writing, (QcdcOperand)operand, &as_list) && figure != NULL) {
            add_key(writing, (Key){name, strlen(name)}, false);
            add_figure(writing, figure);
        }
        if (as_list || claims_find_printed(writing->claims, writing->claim, (QcdcOperand)operand, 1) == NULL)
            continue;
        add(writing, ",\"other_");
        add(writing, name);
        add(writing, "\":");
        add_list(writing, claims_find_printed, (QcdcOperand)operand, 1);
    }
}

/* Which numbers the old text printed. */
static void add_old(Writing *writing)
{
    const ClaimFigure *figures = writing->claims->figures + writing->claim->first_number;
    for (size_t i = 0; i < writing->claim->number_count; i++) {
        if (!figures[i].is_old)
            continue;
        add(writing, ",\"from_old\":");
        add_name(writing, qcdc_operand_to_name((QcdcOperand)figures[i].role));
        return;
    }
}

static void add_numbers(Writing *writing)
{
    bool is_first = true;
    add(writing, ",\"numbers\":{");
    for (Key key = next_key(number_keys[writing->claim->kind]); key.length > 0; key = next_key(key.name + key.length)) {
        add_key(writing, key, is_first);
        add_number_of(writing, key);
        is_first = false;
    }
    add_others(writing);
    if (writing->claim->open_list)
        add(writing, ",\"open\":true");
    add_old(writing);
    if (writing->claim->hedge != QCDC_HEDGE_NONE) {
        add(writing, ",\"qual\":");
        add_name(writing, hedges[writing->claim->hedge]);
    }
    add(writing, "}");
}

static void add_expected(Writing *writing)
{
    bool is_first = true;
    add(writing, ",\"expected\":{");
    for (int operand = QCDC_OPERAND_NONE + 1; operand < QCDC_OPERAND_END; operand++) {
        const ClaimFigure *figure = claims_find_expected(writing->claims, writing->claim, (QcdcOperand)operand, 0);
        const char *name = operand == QCDC_OPERAND_CANDIDATE ? "candidates" : qcdc_operand_to_name((QcdcOperand)operand);
        if (figure == NULL)
            continue;
        add_key(writing, (Key){name, strlen(name)}, is_first);
        if (operand == QCDC_OPERAND_CANDIDATE)
            add_list(writing, claims_find_expected, QCDC_OPERAND_CANDIDATE, 0);
        else
            add_figure(writing, figure);
        is_first = false;
    }
    add(writing, "}");
}

static void add_place(Writing *writing, const uint32_t *place)
{
    add_count(writing, "{\"line\":", place[2]);
    add_count(writing, ",\"start\":", writing->claim->start);
    add_count(writing, ",\"end\":", writing->claim->end);
    add_count(writing, ",\"start_char\":", place[0]);
    add_count(writing, ",\"end_char\":", place[1]);
    add(writing, ",\"quote\":");
    add_words(writing, writing->claim->start, writing->claim->end);
}

static void add_judgement(Writing *writing)
{
    const Claim *claim = writing->claim;
    add(writing, ",\"verdict\":");
    add_name(writing, qcdc_verdict_to_name((QcdcVerdict)claim->verdict));
    add(writing, ",\"cause\":");
    add_name(writing, qcdc_cause_to_name((QcdcCause)claim->cause));
    add_expected(writing);
    if (claim->alternative_of > 0)
        add_count(writing, ",\"alternative_of\":", claim->alternative_of - 1);
    else
        add(writing, ",\"alternative_of\":null");
}

/* The explanation, in a piece of the buffer behind what is written so far, is made a string of in place: it has nothing to escape. */
static void add_note(Writing *writing, size_t index, QcdcLanguage language)
{
    QcdcText *text = &writing->text;
    size_t room;
    add(writing, ",\"note\":\"");
    room = text->length < text->size ? text->size - text->length : 0;
    text->length += qcdc_claims_explain(writing->claims, index, language, room > 0 ? text->buffer + text->length : NULL, room);
    add(writing, "\"}");
}

size_t qcdc_claims_item_to_json(const QcdcClaims *claims, size_t index, const char *text, size_t length, QcdcLanguage language, char *buffer,
                                size_t size)
{
    Writing writing = {.claims = claims, .input = text, .length = length, .text = qcdc_text_begin(buffer, size)};
    if (claims == NULL || index >= claims->claim_count)
        return qcdc_text_finish(&writing.text);
    writing.claim = &claims->claims[index];
    add_place(&writing, claims->places + 3 * index);
    add(&writing, ",\"kind\":");
    add_name(&writing, qcdc_claim_kind_to_name((QcdcClaimKind)writing.claim->kind));
    add_numbers(&writing);
    add(&writing, ",\"unit\":");
    add_words(&writing, writing.claim->unit_start, writing.claim->unit_end);
    add_period(&writing, ",\"period\":", writing.claim->period);
    add_period(&writing, ",\"base_period\":", writing.claim->base_period);
    add_judgement(&writing);
    add_note(&writing, index, language);
    return qcdc_text_finish(&writing.text);
}
