/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Laws of linear forms: what was drawn is read back from any writing of it, and is worth what its terms are worth. */

#include <qcdc/memory.h>
#include <string.h>

#include "law.h"
#include "model/form-private.h"

enum {
    MOST_TERMS = 6,
    CODE_COUNT = 4,
    TEXT_SIZE = 1024
};

static const char *const codes[CODE_COUNT] = { "a", "x-1", "đơn_thư", "prev" };
static const char *const kinds[] = { "", "xã", "phường, thị trấn" };

/* A term drawn by the test, not by the parser. */
typedef struct DrawnTerm {
    FormTermKind kind;
    int64_t coefficient; /* of 10^-decimals, no zero at its end unless there are no decimals */
    unsigned decimals;
    uint32_t indicator;
    const char *unit_kind;
} DrawnTerm;

typedef struct DrawnForm {
    DrawnTerm terms[2][MOST_TERMS];
    size_t counts[2];
} DrawnForm;

static QcdcIndicatorId resolve(const void *context, const char *code, size_t length)
{
    (void)context;
    for (uint32_t i = 0; i < CODE_COUNT; i++)
        if (strlen(codes[i]) == length && memcmp(codes[i], code, length) == 0)
            return i;
    return (QcdcIndicatorId)QCDC_ID_NONE;
}

static const char *name(const void *context, QcdcIndicatorId indicator)
{
    (void)context;
    return codes[indicator];
}

static DrawnTerm draw_term(Random *dice)
{
    DrawnTerm term = { .kind = (FormTermKind)random_below(dice, 5), .indicator = (uint32_t)random_below(dice, CODE_COUNT),
                       .unit_kind = kinds[random_below(dice, 3)] };
    term.coefficient = random_chance(dice, 2) ? random_between(dice, -3, 3) : random_near_edges(dice, -999999999999999, 999999999999999);
    term.decimals = random_chance(dice, 2) ? 0 : (unsigned)random_below(dice, 10);
    while (term.decimals > 0 && term.coefficient % 10 == 0) {
        term.coefficient /= 10;
        term.decimals--;
    }
    return term;
}

/* A denominator that is 0 whatever the figures are is no form. */
static void keep_off_zero(DrawnTerm *term)
{
    if (term->coefficient == 0)
        term->coefficient = 1;
    if (term->kind == FORM_TERM_CONSTANT && term->coefficient < 0)
        term->coefficient = -term->coefficient;
}

static DrawnForm draw_form(Random *dice)
{
    DrawnForm form = { .counts = { 1 + random_below(dice, MOST_TERMS), random_chance(dice, 2) ? 0 : 1 + random_below(dice, MOST_TERMS) } };
    for (size_t side = 0; side < 2; side++)
        for (size_t i = 0; i < form.counts[side]; i++)
            form.terms[side][i] = draw_term(dice);
    for (size_t i = 0; i < form.counts[1]; i++)
        keep_off_zero(&form.terms[1][i]);
    return form;
}

/* Writing with spaces wherever they may stand. */

static void add(char *text, const char *words)
{
    strcat(text, words);
}

static void add_space(Random *dice, char *text)
{
    static const char *const spaces[] = { "", "", " ", "  ", "\t" };
    add(text, spaces[random_below(dice, 5)]);
}

static void add_number(char *text, int64_t magnitude, unsigned decimals)
{
    char digits[32]; /* backwards, with a zero before the point if need be */
    size_t count = 0;
    for (; magnitude > 0 || count <= decimals; magnitude /= 10)
        digits[count++] = (char)('0' + magnitude % 10);
    char *end = text + strlen(text);
    while (count > 0) {
        *end++ = digits[--count];
        if (count == decimals && decimals > 0)
            *end++ = '.';
    }
    *end = '\0';
}

static void add_reference(Random *dice, char *text, const DrawnTerm *term)
{
    static const char *const functions[] = { "", "prev", "base", "units" };
    if (term->kind == FORM_TERM_INDICATOR) {
        add(text, codes[term->indicator]);
        return;
    }
    add(text, functions[term->kind]);
    add_space(dice, text);
    add(text, "(");
    add_space(dice, text);
    if (term->kind == FORM_TERM_UNITS && (term->unit_kind[0] != '\0' || random_chance(dice, 2)))
        add(text, "kind=");
    add(text, term->kind == FORM_TERM_UNITS ? term->unit_kind : codes[term->indicator]);
    add(text, term->kind == FORM_TERM_UNITS && term->unit_kind[0] != '\0' ? " )" : ")");
}

static void add_term(Random *dice, char *text, const DrawnTerm *term, bool is_first)
{
    int64_t magnitude = term->coefficient < 0 ? -term->coefficient : term->coefficient;
    if (!is_first || term->coefficient < 0)
        add(text, term->coefficient < 0 ? " - " : " + ");
    add_space(dice, text);
    bool is_one = magnitude == 1 && term->decimals == 0;
    if (term->kind == FORM_TERM_CONSTANT || !is_one || random_chance(dice, 2)) {
        add_number(text, magnitude, term->decimals);
        if (term->kind != FORM_TERM_CONSTANT) {
            add_space(dice, text);
            add(text, "*");
            add_space(dice, text);
        }
    }
    if (term->kind != FORM_TERM_CONSTANT)
        add_reference(dice, text, term);
    add_space(dice, text);
}

static void write_form(Random *dice, const DrawnForm *form, char *text)
{
    text[0] = '\0';
    for (size_t side = 0; side < 2 && form->counts[side] > 0; side++) {
        bool has_brackets = (form->counts[1] > 0 && form->counts[side] > 1) || random_chance(dice, 3);
        add(text, side > 0 ? " /" : "");
        add(text, has_brackets ? " (" : " ");
        for (size_t i = 0; i < form->counts[side]; i++)
            add_term(dice, text, &form->terms[side][i], i == 0);
        add(text, has_brackets ? ")" : "");
    }
}

static bool is_same_term(const FormTerm *read, const DrawnTerm *drawn)
{
    bool has_indicator = drawn->kind != FORM_TERM_UNITS && drawn->kind != FORM_TERM_CONSTANT;
    return read->kind == drawn->kind && read->coefficient.coefficient == drawn->coefficient &&
           read->coefficient.decimals == drawn->decimals &&
           read->indicator == (has_indicator ? drawn->indicator : (QcdcIndicatorId)QCDC_ID_NONE) &&
           (drawn->kind != FORM_TERM_UNITS || strcmp(read->unit_kind, drawn->unit_kind) == 0);
}

static bool is_same_form(const Form *read, const DrawnForm *drawn)
{
    bool holds = read->count == drawn->counts[0] && read->divisor_count == drawn->counts[1];
    for (size_t i = 0; holds && i < read->count; i++)
        holds = is_same_term(&read->terms[i], &drawn->terms[0][i]);
    for (size_t i = 0; holds && i < read->divisor_count; i++)
        holds = is_same_term(&read->divisor_terms[i], &drawn->terms[1][i]);
    return holds;
}

static bool fails(const char *law, const char *text, const QcdcError *error)
{
    printf("# %s: %s: %s\n", law, text, error->text);
    return false;
}

static bool a_form_is_read_back_from_any_writing(Random *dice)
{
    char text[TEXT_SIZE];
    DrawnForm drawn = draw_form(dice);
    Form *form = NULL;
    QcdcError error = { 0 };
    write_form(dice, &drawn, text);
    if (form_parse(text, strlen(text), resolve, NULL, &form, &error) != QCDC_OK)
        return fails("read", text, &error);
    bool holds = is_same_form(form, &drawn);
    form_free(form);
    return holds || fails("same", text, &error);
}
LAW(a_form_is_read_back_from_any_writing)

static bool the_shortest_writing_is_read_back_and_stays(Random *dice)
{
    char text[TEXT_SIZE];
    DrawnForm drawn = draw_form(dice);
    Form *form = NULL, *again = NULL;
    QcdcError error = { 0 };
    write_form(dice, &drawn, text);
    if (form_parse(text, strlen(text), resolve, NULL, &form, &error) != QCDC_OK)
        return fails("read", text, &error);
    char *written = form_to_text(form, name, NULL), *rewritten = NULL;
    bool holds = form_parse(written, strlen(written), resolve, NULL, &again, &error) == QCDC_OK && is_same_form(again, &drawn);
    if (holds)
        rewritten = form_to_text(again, name, NULL);
    holds = (holds && strcmp(written, rewritten) == 0 && strlen(written) <= strlen(text)) || fails("written", written, &error);
    qcdc_free(written);
    qcdc_free(rewritten);
    form_free(form);
    form_free(again);
    return holds;
}
LAW(the_shortest_writing_is_read_back_and_stays)

/* Any text cut or changed at one byte is read or refused, and the place that is told lies in it. */
static bool a_damaged_text_is_refused_by_place(Random *dice)
{
    char text[TEXT_SIZE];
    DrawnForm drawn = draw_form(dice);
    Form *form = NULL;
    QcdcError error = { 0 };
    write_form(dice, &drawn, text);
    size_t length = strlen(text), at = random_below(dice, length);
    if (random_chance(dice, 2))
        length = at;
    else
        text[at] = "+-*/()ax=. 1\xC3"[random_below(dice, 13)];
    QcdcStatus status = form_parse(text, length, resolve, NULL, &form, &error);
    bool is_refused = (status == QCDC_STATUS_SYNTAX || status == QCDC_STATUS_NOT_FOUND) && form == NULL && error.column >= 1 &&
                      (size_t)error.column <= length + 1;
    bool holds = status == QCDC_OK ? form != NULL : is_refused;
    form_free(form);
    return holds || fails("place", text, &error);
}
LAW(a_damaged_text_is_refused_by_place)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "a form is read back from any writing", check_a_form_is_read_back_from_any_writing },
        { "the shortest writing is read back and stays", check_the_shortest_writing_is_read_back_and_stays },
        { "a damaged text is refused by place", check_a_damaged_text_is_refused_by_place },
    };
    return SUITE_RUN("form-laws", tests, argc, argv);
}
