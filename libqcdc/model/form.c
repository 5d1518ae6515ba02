/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "form-private.h"

#include <string.h>

#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "memory-private.h"
#include "quote-private.h"

enum { FORM_LONGEST_SPLIT = 256 }; /* bytes within which "a-b" is looked through for a shorter code */

typedef struct Parser {
    const char *noun; /* "formula", or "rule" */
    const char *text;
    size_t length, at;
    FormResolve resolve;
    const void *context;
    Array terms; /* FormTerm, of the side being read */
    QcdcError *error;
} Parser;

/* Messages */

/* formula "a + * b" */
static void begin_message(const Parser *parser, Text *what)
{
    text_append(what, parser->noun);
    text_append_character(what, ' ');
    text_append_quoted(what, parser->text, parser->length);
    text_append_character(what, ' ');
}

/* " at byte 5": told in words, because a formula is read by people in an editor. */
static void append_byte(Text *what, size_t at)
{
    text_append(what, " at byte ");
    text_append_number(what, (int64_t)at + 1);
}

/* The error of the message @what and the bytes at fault; clears @what. */
static QcdcStatus finish_message(const Parser *parser, QcdcStatus status, Text *what, size_t at, const char *bytes,
                                 size_t length, const char *hint)
{
    Text value = {0};
    text_append_bytes(&value, bytes, length);
    int32_t column = at < INT32_MAX ? (int32_t)at + 1 : 0;
    if (what->failed || value.failed)
        status = memory_fail(parser->error);
    else
        qcdc_error_set(parser->error, status, NULL, 0, column, text_get(what), text_get(&value), hint);
    text_clear(what);
    text_clear(&value);
    return status;
}

static QcdcStatus fail_at(const Parser *parser, size_t at, const char *complaint, const char *hint)
{
    Text what = {0};
    begin_message(parser, &what);
    text_append(&what, complaint);
    append_byte(&what, at);
    return finish_message(parser, QCDC_STATUS_SYNTAX, &what, at, parser->text, parser->length, hint);
}

static QcdcStatus fail_unknown(const Parser *parser, size_t at, size_t length)
{
    Text what = {0};
    const char *code = parser->text + at;
    begin_message(parser, &what);
    text_append(&what, "names ");
    text_append_quoted(&what, code, length);
    append_byte(&what, at);
    text_append(&what, ", which is not an indicator");
    return finish_message(parser, QCDC_STATUS_NOT_FOUND, &what, at, code, length, NULL);
}

/* Characters */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Bytes of the letter at @text: ASCII, or a Latin letter U+00C0 … U+024F, U+1E00 … U+1EFF; 0 if there is none. */
static size_t measure_letter(const char *text, size_t length)
{
    const unsigned char *byte = (const unsigned char *)text;
    if (length == 0)
        return 0;
    if ((byte[0] | 0x20) >= 'a' && (byte[0] | 0x20) <= 'z')
        return 1;
    if (length >= 2 && byte[0] >= 0xC3 && byte[0] <= 0xC9 && (byte[1] & 0xC0) == 0x80) {
        bool is_times_or_over = byte[0] == 0xC3 && (byte[1] == 0x97 || byte[1] == 0xB7);
        return is_times_or_over || (byte[0] == 0xC9 && byte[1] > 0x8F) ? 0 : 2;
    }
    bool is_third_block = length >= 3 && byte[0] == 0xE1 && byte[1] >= 0xB8 && byte[1] <= 0xBB && (byte[2] & 0xC0) == 0x80;
    return is_third_block ? 3 : 0;
}

static size_t measure_code(const char *text, size_t length)
{
    size_t done = 0;
    while (done < length) {
        bool is_inner = done > 0 && (is_digit(text[done]) || text[done] == '-');
        size_t step = is_inner || text[done] == '_' ? 1 : measure_letter(text + done, length - done);
        if (step == 0)
            break;
        done += step;
    }
    return done;
}

bool form_is_code(const char *text, size_t length)
{
    return length > 0 && measure_code(text, length) == length;
}

static void skip_spaces(Parser *parser)
{
    while (parser->at < parser->length && (parser->text[parser->at] == ' ' || parser->text[parser->at] == '\t'))
        parser->at++;
}

/* The next byte that is not a space, or NUL at the end. */
static char peek(Parser *parser)
{
    skip_spaces(parser);
    return parser->at < parser->length ? parser->text[parser->at] : '\0';
}

static bool accept(Parser *parser, char byte)
{
    if (parser->at >= parser->length || peek(parser) != byte)
        return false;
    parser->at++;
    return true;
}

/* Terms */

static void strip_zeros(QcdcDecimal *number)
{
    while (number->decimals > 0 && number->coefficient % 10 == 0) {
        number->coefficient /= 10;
        number->decimals--;
    }
}

static QcdcStatus read_number(Parser *parser, QcdcDecimal *out_number)
{
    size_t start = parser->at;
    while (parser->at < parser->length && (is_digit(parser->text[parser->at]) || parser->text[parser->at] == '.'))
        parser->at++;
    if (qcdc_decimal_parse(parser->text + start, parser->at - start, out_number, NULL) != QCDC_OK)
        return fail_at(parser, start, "has no proper number", "numbers are written 2 or 0.5, with at most 18 digits");
    strip_zeros(out_number);
    return QCDC_OK;
}

/* Bytes of the longest indicator code at @start: "a-b" is that code if there is one, else a less b. */
static size_t measure_known(const Parser *parser, size_t start, size_t length, QcdcIndicatorId *out_indicator)
{
    const char *code = parser->text + start;
    while (length > 0) {
        *out_indicator = parser->resolve(parser->context, code, length);
        if (*out_indicator != (QcdcIndicatorId)QCDC_ID_NONE)
            return length;
        if (length > FORM_LONGEST_SPLIT)
            length = FORM_LONGEST_SPLIT; /* keeps a field of dashes from costing its square */
        do
            length--;
        while (length > 0 && code[length] != '-');
    }
    return 0;
}

static QcdcStatus read_indicator(Parser *parser, FormTerm *term)
{
    peek(parser);
    size_t start = parser->at, length = measure_code(parser->text + start, parser->length - start);
    if (length == 0)
        return fail_at(parser, start, "lacks a term", "terms are 2*a, a, prev(a), base(a), units(kind=xã) and numbers");
    term->column = (uint32_t)start + 1;
    size_t known = measure_known(parser, start, length, &term->indicator);
    if (known == 0)
        return fail_unknown(parser, start, length);
    parser->at += known;
    return QCDC_OK;
}

static QcdcStatus read_closing(Parser *parser)
{
    return accept(parser, ')') ? QCDC_OK : fail_at(parser, parser->at, "lacks a closing bracket", NULL);
}

/* units() or units(kind=words) after its opening bracket. */
static QcdcStatus read_unit_kind(Parser *parser, FormTerm *term)
{
    static const char key[] = "kind";
    size_t key_length = sizeof key - 1;
    if (peek(parser) != ')') {
        bool has_key = parser->length - parser->at > key_length && memcmp(parser->text + parser->at, key, key_length) == 0;
        parser->at += has_key ? key_length : 0;
        if (!has_key || !accept(parser, '='))
            return fail_at(parser, parser->at, "counts units in an unknown way", "write units() or units(kind=xã)");
    }
    peek(parser);
    size_t start = parser->at;
    while (parser->at < parser->length && parser->text[parser->at] != ')' && (unsigned char)parser->text[parser->at] >= 0x20)
        parser->at++;
    size_t end = parser->at;
    while (end > start && parser->text[end - 1] == ' ')
        end--;
    term->unit_kind = memory_try_copy(parser->text + start, end - start);
    return term->unit_kind != NULL ? read_closing(parser) : memory_fail(parser->error);
}

/* A word that is followed by an opening bracket: prev, base or units. */
static bool accept_function(Parser *parser, const char *name)
{
    size_t start = parser->at, length = strlen(name);
    if (measure_code(parser->text + start, parser->length - start) != length || memcmp(parser->text + start, name, length) != 0)
        return false;
    parser->at += length;
    if (accept(parser, '('))
        return true;
    parser->at = start;
    return false;
}

static QcdcStatus read_reference(Parser *parser, FormTerm *term)
{
    peek(parser);
    term->column = (uint32_t)parser->at + 1;
    if (accept_function(parser, "units")) {
        term->kind = FORM_TERM_UNITS;
        return read_unit_kind(parser, term);
    }
    bool is_previous = accept_function(parser, "prev");
    bool is_base = !is_previous && accept_function(parser, "base");
    if (is_previous || is_base)
        term->kind = QCDC_FAULT("form-base-as-previous", is_previous, true) ? FORM_TERM_PREVIOUS : FORM_TERM_BASE;
    QcdcStatus status = read_indicator(parser, term);
    return status == QCDC_OK && (is_previous || is_base) ? read_closing(parser) : status;
}

static QcdcStatus read_term(Parser *parser, bool is_negative)
{
    FormTerm term = {.indicator = (QcdcIndicatorId)QCDC_ID_NONE, .coefficient = {.coefficient = 1}};
    QcdcStatus status = QCDC_OK;
    bool is_reference = true;
    if (is_digit(peek(parser))) {
        term.column = (uint32_t)parser->at + 1;
        status = read_number(parser, &term.coefficient);
        is_reference = status == QCDC_OK && accept(parser, '*');
    }
    if (is_reference)
        status = read_reference(parser, &term);
    else
        term.kind = FORM_TERM_CONSTANT;
    if (is_negative)
        term.coefficient.coefficient = -term.coefficient.coefficient;
    if (status == QCDC_OK && parser->terms.count >= FORM_MOST_TERMS)
        status = fail_at(parser, parser->at, "has more than 1000 terms", NULL);
    if (status == QCDC_OK && !array_append(&parser->terms, &term, 1, sizeof term))
        status = memory_fail(parser->error);
    if (status != QCDC_OK)
        qcdc_free((char *)term.unit_kind);
    return status;
}

static QcdcStatus read_sum(Parser *parser)
{
    QcdcStatus status = read_term(parser, accept(parser, '-'));
    while (status == QCDC_OK && (peek(parser) == '+' || peek(parser) == '-')) {
        bool is_negative = parser->text[parser->at++] == '-';
        status = read_term(parser, QCDC_FAULT("form-minus", is_negative, false));
    }
    return status;
}

/* Sides */

/* One side of "/" in its own array. A ratio is form / form (S6), so the brackets around a side only make it plainer. */
static QcdcStatus read_side(Parser *parser, FormTerm **out_terms, size_t *out_count)
{
    bool has_brackets = accept(parser, '(');
    QcdcStatus status = read_sum(parser);
    if (status == QCDC_OK && has_brackets)
        status = read_closing(parser);
    *out_count = parser->terms.count;
    *out_terms = array_steal(&parser->terms);
    return status;
}

/* A constant 0, whatever the figures are: nothing would ever be said of it. */
static bool is_always_zero(const FormTerm *terms, size_t count)
{
    QcdcWide sum = 0;
    for (size_t i = 0; i < count; i++) {
        QcdcDecimal number = terms[i].coefficient;
        if (terms[i].kind != FORM_TERM_CONSTANT && number.coefficient != 0)
            return false;
        sum += (QcdcWide)number.coefficient * qcdc_power_of_ten(QCDC_DECIMAL_MAX_DECIMALS - number.decimals);
    }
    return sum == 0;
}

/* A form ends where the text does, or what cannot belong to it begins. */
static QcdcStatus read_form(Parser *parser, Form *form)
{
    QcdcStatus status = read_side(parser, &form->terms, &form->count);
    if (status != QCDC_OK || !accept(parser, '/'))
        return status;
    peek(parser);
    size_t start = parser->at;
    status = read_side(parser, &form->divisor_terms, &form->divisor_count);
    if (status == QCDC_OK && QCDC_FAULT("form-zero-divisor", is_always_zero(form->divisor_terms, form->divisor_count), false))
        return fail_at(parser, start, "divides by 0", "the denominator is a form that can be another number");
    return status;
}

static QcdcStatus read_end(Parser *parser, const char *hint)
{
    peek(parser);
    if (parser->at >= parser->length)
        return QCDC_OK;
    return fail_at(parser, parser->at, "has something that does not belong there", hint);
}

QcdcStatus form_parse(const char *text, size_t length, FormResolve resolve, const void *context, Form **out_form,
                      QcdcError *error)
{
    Parser parser = {"formula", text, length, 0, resolve, context, {0}, error};
    Form *form = memory_try_new(1, sizeof *form);
    if (form == NULL)
        return memory_fail(error);
    QcdcStatus status = read_form(&parser, form);
    if (status == QCDC_OK)
        status = read_end(&parser, "a form is 2*a + b - c, or form / form: (a + b) / (c - d)");
    if (status == QCDC_OK)
        *out_form = form;
    else
        form_free(form);
    return status;
}

/* Comparisons */

static FormOperator accept_operator(Parser *parser)
{
    static const struct {
        const char *text; /* longer ones before those they begin with */
        FormOperator operator;
    } words[] = {{"<=", FORM_AT_MOST},  {">=", FORM_AT_LEAST}, {"!=", FORM_UNEQUAL}, {"==", FORM_EQUAL}, {"≤", FORM_AT_MOST},
                 {"≥", FORM_AT_LEAST}, {"≠", FORM_UNEQUAL},   {"=", FORM_EQUAL},    {"<", FORM_BELOW},  {">", FORM_ABOVE}};
    peek(parser);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i].text);
        if (parser->length - parser->at < length || memcmp(parser->text + parser->at, words[i].text, length) != 0)
            continue;
        parser->at += length;
        return words[i].operator;
    }
    return FORM_NO_OPERATOR;
}

/* Another one right behind: "<>", "=<", "===". */
static bool begins_operator(const Parser *parser)
{
    return parser->at < parser->length && parser->text[parser->at] != '\0' && strchr("<>=!", parser->text[parser->at]) != NULL;
}

static QcdcStatus read_comparison(Parser *parser, Form *left, FormOperator *out_operator, Form *right)
{
    static const char hint[] = "a rule is form, operator, form: a + b = c; operators are = <= >= < > !=";
    QcdcStatus status = read_form(parser, left);
    if (status != QCDC_OK)
        return status;
    peek(parser);
    size_t start = parser->at;
    *out_operator = accept_operator(parser);
    if (*out_operator == FORM_NO_OPERATOR)
        return fail_at(parser, parser->at, "lacks an operator", hint);
    if (begins_operator(parser))
        return fail_at(parser, start, "has an operator that is not known", hint);
    status = read_form(parser, right);
    return status == QCDC_OK ? read_end(parser, hint) : status;
}

QcdcStatus form_parse_comparison(const char *text, size_t length, FormResolve resolve, const void *context, Form **out_left,
                                 FormOperator *out_operator, Form **out_right, QcdcError *error)
{
    Parser parser = {"rule", text, length, 0, resolve, context, {0}, error};
    FormOperator operator = FORM_NO_OPERATOR;
    Form *left = memory_try_new(1, sizeof *left), *right = memory_try_new(1, sizeof *right);
    QcdcStatus status = left != NULL && right != NULL ? read_comparison(&parser, left, &operator, right) : memory_fail(error);
    if (status == QCDC_OK) {
        *out_left = left;
        *out_operator = operator;
        *out_right = right;
    } else {
        form_free(left);
        form_free(right);
    }
    return status;
}

static void free_terms(FormTerm *terms, size_t count)
{
    for (size_t i = 0; i < count; i++)
        qcdc_free((char *)terms[i].unit_kind);
    qcdc_free(terms);
}

void form_free(Form *form)
{
    if (form == NULL)
        return;
    free_terms(form->terms, form->count);
    free_terms(form->divisor_terms, form->divisor_count);
    qcdc_free(form);
}
